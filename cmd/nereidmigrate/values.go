package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A type of Nereid is a different type from the SDK's type with the same name.
// This file checks where a value of such a type passes from a package that
// stays with the SDK to a package that migrates, or back: in arguments,
// results, assignments, variables and fields.

// migrates reports whether a package belongs to the module being changed and
// imports the client package of Neptune or RDS, directly or indirectly. A
// package that only creates configurations does not migrate.
func (f *migration) migrates(pkg *types.Package) bool {
	module := ""
	if f.Module != nil {
		module = f.Module.Path
	}
	first, _, _ := strings.Cut(pkg.Path(), "/")
	inside := pkg == f.Pkg || module == "" && !strings.Contains(first, ".") || module != "" && strings.HasPrefix(pkg.Path()+"/", module+"/")
	return inside && f.reaches(pkg)
}

func (f *migration) reaches(pkg *types.Package) bool {
	if strings.HasPrefix(replacement(pkg.Path()), own+"/neptune") || strings.HasPrefix(replacement(pkg.Path()), own+"/rds") {
		return true
	}
	if known, ok := f.reaching[pkg]; ok {
		return known
	}
	f.reaching[pkg] = false // while its imports are looked at
	f.reaching[pkg] = slices.ContainsFunc(pkg.Imports(), f.reaches)
	return f.reaching[pkg]
}

// stays reports whether the declarations in a package still have the SDK's
// types after the migration.
func (f *migration) stays(pkg *types.Package) bool {
	return pkg != nil && replacement(pkg.Path()) == "" && !f.migrates(pkg) && endpointsOf(pkg.Path()) == ""
}

// endpointsOf returns the path of an SDK client package, neptune or rds, if pkg
// is that package's internal/endpoints. Otherwise, it returns "". That internal
// package declares the SDK's counterpart of EndpointOptions.
func endpointsOf(pkg string) string {
	base, ok := strings.CutSuffix(pkg, "/internal/endpoints")
	if !ok || base != sdk+"/service/neptune" && base != sdk+"/service/rds" {
		return ""
	}
	return base
}

// changes reports whether the migration replaces t with a type of Nereid. For a
// composite type, such as a slice or a function type, it reports whether one of
// the element, parameter or result types is replaced. An interface changes only
// if the parameters or results of one of its methods change.
func changes(t types.Type) bool { return changesBut(t, make(map[types.Type]bool)) }

func changesBut(t types.Type, seen map[types.Type]bool) bool {
	if t = types.Unalias(t); seen[t] {
		return false
	}
	seen[t] = true
	switch t := t.(type) {
	case *types.Named:
		pkg := t.Obj().Pkg()
		if pkg == nil || replacement(pkg.Path()) == "" || replacement(pkg.Path()) == awsconfig || lacks(pkg.Path(), t.Obj().Name()) {
			return false // those of awsconfig are aliases
		}
		if types.IsInterface(t) {
			return changesBut(t.Underlying(), seen)
		}
		return true
	case *types.Interface:
		for method := range t.Methods() {
			if changesBut(method.Type(), seen) {
				return true
			}
		}
	case *types.Signature:
		return changesBut(t.Params(), seen) || changesBut(t.Results(), seen)
	case *types.Tuple:
		for v := range t.Variables() {
			if changesBut(v.Type(), seen) {
				return true
			}
		}
	case *types.Map:
		return changesBut(t.Key(), seen) || changesBut(t.Elem(), seen)
	case interface{ Elem() types.Type }: // a pointer, slice, array or channel
		return changesBut(t.Elem(), seen)
	}
	return false
}

// valueStays reports whether a value keeps its SDK type.
func (f *migration) valueStays(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return f.valueStays(e.X)
	case *ast.StarExpr:
		return f.valueStays(e.X)
	case *ast.IndexExpr:
		return f.valueStays(e.X)
	case *ast.SliceExpr:
		return f.valueStays(e.X)
	case *ast.BinaryExpr:
		return f.valueStays(e.X)
	case *ast.Ident:
		return f.staying[f.TypesInfo.ObjectOf(e)]
	case *ast.SelectorExpr:
		obj := f.TypesInfo.Uses[e.Sel]
		if selection, ok := f.TypesInfo.Selections[e]; ok {
			return f.memberStays(selection) || f.valueStays(e.X)
		}
		return obj != nil && f.nameStays(e, obj)
	case *ast.CallExpr:
		return f.calleeStays(e) && (f.TypesInfo.Types[e.Fun].IsType() || changes(f.signature(e).Results()))
	case *ast.CompositeLit:
		if s, ok := e.Type.(*ast.SelectorExpr); ok {
			return f.nameStays(s, f.TypesInfo.Uses[s.Sel])
		}
	}
	return false
}

// nameStays reports whether a qualified name still refers to the SDK after the
// migration.
func (f *migration) nameStays(s *ast.SelectorExpr, obj types.Object) bool {
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	return f.kept[s] || f.stays(obj.Pkg()) || leaves(obj.Pkg(), obj.Name())
}

// leaves reports whether a name keeps referring to the SDK's package, because
// Nereid does not have the name.
func leaves(pkg *types.Package, name string) bool {
	switch replacement(pkg.Path()) {
	case own, awsconfig:
		return lacks(pkg.Path(), name)
	}
	return false
}

// memberStays reports whether a field or method keeps its SDK type. Members of
// the structs in the SDK's package config keep their types, because Nereid uses
// the same structs.
func (f *migration) memberStays(s *types.Selection) bool {
	pkg := s.Obj().Pkg()
	if v, ok := s.Obj().(*types.Var); ok && !changes(v.Origin().Type()) {
		return false // such as a member with a type argument
	}
	if pkg == nil || f.stays(pkg) || replacement(pkg.Path()) == awsconfig {
		return pkg != nil
	}
	named, ok := types.Unalias(deref(owner(s))).(*types.Named)
	return ok && named.Obj().Pkg() != nil && leaves(named.Obj().Pkg(), named.Obj().Name())
}

// calleeStays reports whether the parameters and results of a called function
// still have the SDK's types after the migration.
func (f *migration) calleeStays(c *ast.CallExpr) bool {
	switch fun := ast.Unparen(c.Fun).(type) {
	case *ast.IndexExpr:
		return f.valueStays(fun.X)
	default:
		return f.valueStays(fun)
	}
}

// signature returns the signature of a called function. For a generic function,
// the signature contains the type parameters instead of the call's type
// arguments.
func (f *migration) signature(c *ast.CallExpr) *types.Signature {
	if callee := f.callee(c); callee != nil {
		return callee.Origin().Signature()
	}
	signature, _ := f.TypesInfo.TypeOf(c.Fun).Underlying().(*types.Signature)
	return signature
}

func (f *migration) callee(c *ast.CallExpr) *types.Func {
	fun := ast.Unparen(c.Fun)
	switch generic := fun.(type) {
	case *ast.IndexExpr:
		fun = generic.X
	case *ast.IndexListExpr:
		fun = generic.X
	}
	var id *ast.Ident
	switch fun := fun.(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	}
	callee, _ := f.TypesInfo.Uses[id].(*types.Func)
	return callee
}

// goesAsSDK reports whether a value that is assigned to a variable still has
// SDK types after the migration. The argument to is the variable's type. There
// are two cases: the value's own type stays an SDK type, or the variable is an
// interface and a method with which the value implements it keeps SDK types in
// its signature.
func (f *migration) goesAsSDK(to types.Type, value ast.Expr) bool {
	if f.valueStays(value) {
		return true
	}
	wanted, ok := to.Underlying().(*types.Interface)
	of := f.TypesInfo.TypeOf(value)
	if !ok || of == nil {
		return false
	}
	for method := range wanted.Methods() {
		obj, index, _ := types.LookupFieldOrMethod(of, true, method.Pkg(), method.Name())
		if fn, ok := obj.(*types.Func); ok && len(index) > 0 && changes(method.Type()) && f.methodStays(fn) {
			return true
		}
	}
	return false
}

func (f *migration) methodStays(fn *types.Func) bool {
	if f.stays(fn.Pkg()) {
		return true
	}
	named, ok := types.Unalias(deref(fn.Signature().Recv().Type())).(*types.Named)
	if ok && named.Obj().Name() == "StaticCredentialsProvider" {
		return false // NewStaticCredentialsProvider returns Nereid's
	}
	return ok && leaves(fn.Pkg(), named.Obj().Name())
}

// goes checks the assignment of a value to a destination: a parameter, result,
// variable or field. The argument to is the destination's type, stays reports
// whether the destination keeps the SDK's type, and place describes the
// destination in messages.
func (f *migration) goes(value ast.Expr, to types.Type, stays bool, place string) {
	if to == nil || !changes(to) {
		return
	}
	value = ast.Unparen(value)
	if tv := f.TypesInfo.Types[value]; tv.IsNil() {
		return
	}
	if _, ok := value.(*ast.BasicLit); ok || f.goesAsSDK(to, value) == stays {
		return
	}
	if stays {
		f.toSDK(value, place)
	} else {
		f.fromSDK(value, to, place)
	}
}

func (f *migration) toSDK(value ast.Expr, place string) {
	of := f.TypesInfo.TypeOf(value)
	if names, ok := keepable(value); ok && len(names) > 0 && f.ofFile(names) {
		for _, name := range names {
			f.kept[name] = true
		}
		return
	}
	if isAWS(of, "Config") {
		f.wrap(value, "ToAWS", place+" takes the SDK's configuration")
		return
	}
	if s, ok := value.(*ast.SelectorExpr); ok && f.TypesInfo.Selections[s] != nil && isAWS(f.TypesInfo.TypeOf(s.X), "Config") {
		f.wrap(s.X, "ToAWS", place+" takes the SDK's "+s.Sel.Name)
		return
	}
	if isAWS(deref(of), "Config") {
		f.Reportf(value.Pos(), "%s takes a pointer to the SDK's configuration: pass the address of a variable from awsconfig.ToAWS, and use awsconfig.FromAWS of the variable afterwards", place)
		return
	}
	f.convert(value, of, place+" takes the SDK's", true)
}

func (f *migration) fromSDK(value ast.Expr, to types.Type, place string) {
	of := f.TypesInfo.TypeOf(value)
	switch {
	case isAWS(of, "Config"):
		f.wrap(value, "FromAWS", place+" takes Nereid's configuration, but this is the SDK's")
	case isAWS(to, "CredentialsProvider"):
		why := "this provider has the SDK's credentials"
		if named, ok := types.Unalias(deref(of)).(*types.Named); ok && named.Obj().Pkg() != nil {
			why = named.Obj().Pkg().Name() + "." + named.Obj().Name() + " provides the SDK's credentials"
		}
		f.wrap(value, "Provider", why)
	default:
		f.convert(value, of, place+" takes Nereid's", false)
	}
}

// convert reports that a value needs a conversion. It also suggests the
// conversion if the value's underlying type is basic, for example a string.
func (f *migration) convert(value ast.Expr, of types.Type, why string, toSDK bool) {
	named, _ := types.Unalias(of).(*types.Named)
	text := types.TypeString(of, (*types.Package).Name)
	spec := f.specs[sdk+"/aws"]
	_, basic := of.Underlying().(*types.Basic)
	if named == nil || !basic || spec == nil || named.Obj().Pkg().Path() != sdk+"/aws" {
		f.Reportf(value.Pos(), "%s %s, which is a different type: convert the value", why, text)
		return
	}
	name := local(sdk+"/aws", spec)
	if toSDK {
		name = f.keep(sdk + "/aws")
	} else {
		f.used[sdk+"/aws"] = true
	}
	f.surround(value, name+"."+named.Obj().Name(), why+" "+text)
}

// keepable returns the qualified names that determine the type of an
// expression, for example aws.String in a call of aws.String. If these names
// keep referring to the SDK, the expression keeps its SDK type. ok is false
// unless the expression consists of operators, qualified names, calls of
// qualified functions, and composite literals of qualified types. ok is also
// false if an argument of a call is a function literal.
func keepable(e ast.Expr) (names []*ast.SelectorExpr, ok bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		_, ok := e.X.(*ast.Ident)
		return []*ast.SelectorExpr{e}, ok
	case *ast.UnaryExpr:
		return keepable(e.X)
	case *ast.StarExpr:
		return keepable(e.X)
	case *ast.BinaryExpr:
		left, ok := keepable(e.X)
		right, also := keepable(e.Y)
		return append(left, right...), ok && also
	case *ast.CompositeLit:
		s, ok := e.Type.(*ast.SelectorExpr)
		return []*ast.SelectorExpr{s}, ok
	case *ast.CallExpr:
		for _, arg := range e.Args {
			if _, ok := arg.(*ast.FuncLit); ok {
				return nil, false // its parameters and results would have to stay too
			}
		}
		s, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
		return []*ast.SelectorExpr{s}, ok
	}
	return nil, false
}

// ofFile reports whether the file itself imports the packages of all these
// names, and can keep the imports. It cannot keep imports of the SDK's service
// packages.
func (f *migration) ofFile(names []*ast.SelectorExpr) bool {
	for _, name := range names {
		id, _ := name.X.(*ast.Ident)
		p, ok := f.TypesInfo.Uses[id].(*types.PkgName)
		if !ok || f.specs[p.Imported().Path()] == nil || strings.HasPrefix(p.Imported().Path(), sdk+"/service/") {
			return false
		}
	}
	return true
}

// wrap suggests an edit that makes an expression the argument of a function in
// awsconfig. That function converts the expression's value.
func (f *migration) wrap(value ast.Expr, by, why string) {
	name := ""
	for _, pkg := range [...]string{sdk + "/config", sdk + "/credentials"} {
		if spec := f.specs[pkg]; spec != nil && name == "" && local(pkg, spec) != "." && local(pkg, spec) != "_" {
			name, f.used[pkg] = local(pkg, spec), true
		}
	}
	if name == "" {
		name = "awsconfig"
		f.added["\""+awsconfig+"\""] = true
	}
	f.surround(value, name+"."+by, why)
}

func (f *migration) surround(value ast.Expr, by, why string) {
	f.Report(analysis.Diagnostic{
		Pos: value.Pos(), End: value.End(), Message: why + ": " + by + " converts it",
		SuggestedFixes: []analysis.SuggestedFix{{
			Message: "convert it", TextEdits: []analysis.TextEdit{insert(value.Pos(), by+"("), insert(value.End(), ")")},
		}},
	})
}

// literal checks the fields of a struct literal, or the elements of a slice,
// array or map literal.
func (f *migration) literal(lit *ast.CompositeLit) {
	of := f.TypesInfo.TypeOf(lit)
	if of == nil {
		return
	}
	stays := f.valueStays(lit)
	for i, element := range lit.Elts {
		pair, keyed := element.(*ast.KeyValueExpr)
		if !keyed {
			pair = &ast.KeyValueExpr{Value: element}
		}
		switch t := deref(of).Underlying().(type) {
		case *types.Struct:
			var field *types.Var
			if key, ok := pair.Key.(*ast.Ident); ok {
				if field, _ = f.TypesInfo.Uses[key].(*types.Var); field != nil {
					f.member(key, of, field)
				}
			} else if i < t.NumFields() {
				field = t.Field(i)
			}
			if field != nil {
				in := stays || f.stays(field.Pkg()) || field.Pkg() != nil && replacement(field.Pkg().Path()) == awsconfig
				f.goes(pair.Value, field.Origin().Type(), in, types.TypeString(deref(of), (*types.Package).Name)+"."+field.Name())
			}
		case interface{ Elem() types.Type }:
			f.goes(pair.Value, t.Elem(), stays, "the list")
		}
	}
}

// call checks the arguments of a call.
func (f *migration) call(c *ast.CallExpr) {
	fun := f.TypesInfo.Types[c.Fun]
	stays := f.calleeStays(c)
	if fun.IsType() {
		if len(c.Args) == 1 && types.IsInterface(fun.Type) {
			f.goes(c.Args[0], fun.Type, stays, "the conversion")
		}
		return
	}
	signature := f.signature(c)
	if signature == nil {
		return // built in
	}
	name := "the function"
	if callee := f.callee(c); callee != nil && callee.Pkg() != nil {
		if name = callee.Pkg().Name() + "." + callee.Name(); callee.Pkg().Path() == sdk+"/config" && callee.Name() == "WithCredentialsProvider" {
			return // Nereid's function accepts both
		}
	}
	for i, arg := range c.Args {
		last := signature.Params().Len() - 1
		if last < 0 {
			return
		}
		to := signature.Params().At(min(i, last)).Type()
		if list, ok := to.(*types.Slice); ok && signature.Variadic() && i >= last && !c.Ellipsis.IsValid() {
			to = list.Elem()
		}
		f.goes(arg, to, stays, name)
	}
}

func typeOf[T types.Type](t types.Type) (of T, ok bool) {
	if t == nil {
		return of, false
	}
	of, ok = t.Underlying().(T)
	return of, ok
}

// define records variables whose type is inferred from a value that keeps its
// SDK type.
func (f *migration) define(n ast.Node) {
	note := func(left []*ast.Ident, right []ast.Expr) {
		for i, id := range left {
			obj := f.TypesInfo.Defs[id]
			if obj != nil && len(right) > 0 && f.valueStays(right[min(i, len(right)-1)]) {
				f.staying[obj] = true
			}
		}
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok == token.DEFINE {
			left := make([]*ast.Ident, len(n.Lhs))
			for i, e := range n.Lhs {
				left[i], _ = e.(*ast.Ident)
			}
			note(left, n.Rhs)
		}
	case *ast.ValueSpec:
		if n.Type == nil {
			note(n.Names, n.Values)
		}
	}
}

func (f *migration) assign(s *ast.AssignStmt) {
	for i, left := range s.Lhs {
		if id, ok := left.(*ast.Ident); ok && (id.Name == "_" || f.TypesInfo.Defs[id] != nil) {
			continue
		}
		f.set(f.TypesInfo.TypeOf(left), f.valueStays(left), s.Rhs, i, len(s.Lhs), "the variable")
	}
}

func (f *migration) variables(s *ast.ValueSpec) {
	if s.Type == nil {
		return
	}
	for i := range s.Names {
		f.set(f.TypesInfo.TypeOf(s.Type), false, s.Values, i, len(s.Names), "the variable")
	}
}

// returned checks the results in a return statement.
func (f *migration) returned(s *ast.ReturnStmt, path []ast.Node) {
	for _, node := range slices.Backward(path) {
		var of types.Type
		switch n := node.(type) {
		case *ast.FuncLit:
			of = f.TypesInfo.TypeOf(n)
		case *ast.FuncDecl:
			of = f.TypesInfo.TypeOf(n.Name)
		}
		if signature, ok := typeOf[*types.Signature](of); ok {
			for j := range signature.Results().Len() {
				f.set(signature.Results().At(j).Type(), false, s.Results, j, signature.Results().Len(), "the result")
			}
			return
		}
	}
}

// set checks value i of n values that are assigned or returned together. The
// list values contains n expressions, or a single call that returns n values.
func (f *migration) set(to types.Type, stays bool, values []ast.Expr, i, n int, place string) {
	if len(values) == n {
		f.goes(values[i], to, stays, place)
		return
	}
	if len(values) != 1 || to == nil || !changes(to) || f.valueStays(values[0]) == stays {
		return
	}
	if stays {
		f.Reportf(values[0].Pos(), "%s takes the SDK's %s, which is a different type: convert the value", place, types.TypeString(to, (*types.Package).Name))
		return
	}
	f.Reportf(values[0].Pos(), "%s takes Nereid's %s, but the call returns the SDK's: convert the value", place, types.TypeString(to, (*types.Package).Name))
}
