package main

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"reflect"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// Analyzer reports what a program for the SDK has to change, with fixes where there is
// one way to do it.
var Analyzer = &analysis.Analyzer{
	Name: "nereidmigrate",
	Doc:  "replaces the AWS SDK for Go v2 by Nereid for Amazon Neptune and Amazon RDS",
	Run:  run,
}

const (
	sdk       = "github.com/aws/aws-sdk-go-v2"
	own       = "github.com/nereid-go/nereid"
	awsconfig = own + "/awsconfig"
)

// replacement returns what is imported instead of a package of the SDK, or "".
func replacement(pkg string) string {
	switch pkg {
	case sdk + "/aws":
		return own
	case sdk + "/config", sdk + "/credentials":
		return awsconfig
	case sdk + "/service/neptune", sdk + "/service/neptune/types", sdk + "/service/rds", sdk + "/service/rds/types":
		return own + strings.TrimPrefix(pkg, sdk+"/service")
	}
	return ""
}

// absentNames has the names that packages of the SDK export and Nereid's lack: one a
// line, behind the name of the package.
//
//go:embed absent.txt
var absentNames string

func absent(pkg, name string) bool {
	return strings.Contains(absentNames, "\n"+strings.TrimPrefix(pkg, sdk+"/")+" "+name+"\n")
}

func run(pass *analysis.Pass) (any, error) {
	for _, file := range pass.Files {
		f := &migration{Pass: pass, file: file, specs: make(map[string]*ast.ImportSpec), used: make(map[string]bool), added: make(map[string]bool)}
		f.run()
	}
	return nil, nil //nolint:nilnil // the analysis has no result
}

// migration is that of one file.
type migration struct {
	*analysis.Pass

	file  *ast.File
	specs map[string]*ast.ImportSpec // of the packages that are replaced, by path
	used  map[string]bool            // the paths whose Nereid package is used
	added map[string]bool            // import lines that fixes add
}

func (f *migration) run() {
	for _, spec := range f.file.Imports {
		pkg, err := strconv.Unquote(spec.Path.Value)
		if err == nil && replacement(pkg) != "" && !(spec.Name != nil && strings.HasPrefix(spec.Name.Name, "sdk")) {
			f.specs[pkg] = spec
		}
	}
	if len(f.specs) == 0 || f.specs[sdk+"/service/neptune"] == nil && f.specs[sdk+"/service/rds"] == nil && !f.usesServices() {
		return // such as a file for S3, whose configuration stays the SDK's
	}
	ast.Inspect(f.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			f.selector(n)
		case *ast.CompositeLit:
			f.literal(n)
		case *ast.CallExpr:
			f.call(n)
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if s, ok := left.(*ast.SelectorExpr); ok && i < len(n.Rhs) && s.Sel.Name == "Credentials" && f.ofReplaced(f.TypesInfo.TypeOf(s.X)) {
					f.provider(n.Rhs[i])
				}
			}
		}
		return true
	})
	for pkg, spec := range f.specs {
		f.imported(pkg, spec)
	}
}

// usesServices reports whether another file of the package uses the services: a file
// that makes their configuration has to follow.
func (f *migration) usesServices() bool {
	for _, p := range f.Pkg.Imports() {
		if p.Path() == sdk+"/service/neptune" || p.Path() == sdk+"/service/rds" {
			return true
		}
	}
	return false
}

// imported replaces an import. The SDK's stays beside it where names of it are used
// that are not in Nereid.
func (f *migration) imported(pkg string, spec *ast.ImportSpec) {
	instead := replacement(pkg)
	var lines []string
	if line := strconv.Quote(instead); f.used[pkg] {
		if name := local(pkg, spec); name != path.Base(instead) {
			line = name + " " + line
		}
		lines = append(lines, line)
	}
	for line := range f.added {
		if strings.HasSuffix(line, strconv.Quote(pkg)) || line == strconv.Quote(awsconfig) && spec == f.first() {
			lines = append(lines, line)
		}
	}
	text := strings.Join(lines, "\n"+f.keyword(spec))
	f.Report(analysis.Diagnostic{
		Pos: spec.Pos(), End: spec.End(), Message: fmt.Sprintf("%s becomes %s", pkg, instead),
		SuggestedFixes: []analysis.SuggestedFix{{
			Message:   "replace the import",
			TextEdits: []analysis.TextEdit{{Pos: spec.Pos(), End: spec.End(), NewText: []byte(text)}},
		}},
	})
}

// keyword returns what a line after this one begins with.
func (f *migration) keyword(spec *ast.ImportSpec) string {
	for _, decl := range f.file.Decls {
		if d, ok := decl.(*ast.GenDecl); ok && !d.Lparen.IsValid() && len(d.Specs) == 1 && d.Specs[0] == spec {
			return "import "
		}
	}
	return "\t"
}

// first returns the first import that is replaced.
func (f *migration) first() *ast.ImportSpec {
	for _, spec := range f.file.Imports {
		for _, replaced := range f.specs {
			if spec == replaced {
				return spec
			}
		}
	}
	return nil
}

// local returns the name of a package in a file.
func local(pkg string, spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	return path.Base(pkg)
}

// selector looks at a name of a package, a member and a method.
func (f *migration) selector(s *ast.SelectorExpr) {
	if id, ok := s.X.(*ast.Ident); ok {
		if p, ok := f.TypesInfo.Uses[id].(*types.PkgName); ok {
			f.qualified(s, id, p.Imported().Path())
			return
		}
	}
	if selection, ok := f.TypesInfo.Selections[s]; ok {
		f.member(s.Sel, selection.Recv(), selection.Obj())
	}
}

func (f *migration) qualified(s *ast.SelectorExpr, id *ast.Ident, pkg string) {
	if f.specs[pkg] == nil {
		return
	}
	base := strings.TrimPrefix(pkg, sdk+"/")
	lacks := !strings.HasPrefix(base, "service/") && absent(pkg, s.Sel.Name)
	f.used[pkg] = f.used[pkg] || !lacks
	switch base {
	case "aws", "config", "credentials":
		if !lacks {
			return
		}
		name := "sdk" + base
		f.added[name+" "+strconv.Quote(pkg)] = true
		f.Report(analysis.Diagnostic{
			Pos: s.Pos(), End: s.End(), Message: fmt.Sprintf("%s.%s is not in Nereid: the SDK's own stays, as %s.%s; see whether its value goes where it fits", id.Name, s.Sel.Name, name, s.Sel.Name),
			SuggestedFixes: []analysis.SuggestedFix{{
				Message: "keep the SDK's", TextEdits: []analysis.TextEdit{{Pos: id.Pos(), End: id.End(), NewText: []byte(name)}},
			}},
		})
	case "service/neptune", "service/rds":
		if lacksName(base, s.Sel.Name) {
			f.Reportf(s.Pos(), "%s.%s is not in Nereid: see docs/migration.md", id.Name, s.Sel.Name)
		}
	}
}

// lacksName reports whether a name of a package of clients is not in Nereid's.
func lacksName(base, name string) bool {
	client := clientOf(base)
	for _, ending := range [...]string{"Input", "Output"} {
		if op, ok := strings.CutSuffix(name, ending); ok {
			_, has := client.MethodByName(op)
			return !has
		}
	}
	for _, part := range [...]string{"Endpoint", "Presign", "SigV4", "Signer", "AuthScheme", "AuthResolver", "TenantDatabase"} {
		if strings.Contains(name, part) && !strings.Contains(name, "DBCluster") && !strings.Contains(name, "DBProxy") {
			return true
		}
	}
	return false
}

func clientOf(base string) reflect.Type {
	if base == "service/neptune" {
		return reflect.TypeFor[*neptune.Client]()
	}
	return reflect.TypeFor[*rds.Client]()
}

// member reports members and methods that are not in Nereid.
func (f *migration) member(at *ast.Ident, of types.Type, member types.Object) {
	named, ok := types.Unalias(deref(of)).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return
	}
	name, missing := named.Obj().Name(), false
	switch pkg := named.Obj().Pkg().Path(); {
	case pkg == sdk+"/aws" && name == "Config":
		_, has := reflect.TypeFor[nereid.Config]().FieldByName(member.Name())
		_, method := reflect.TypeFor[nereid.Config]().MethodByName(member.Name())
		missing = !has && !method
	case pkg != sdk+"/service/neptune" && pkg != sdk+"/service/rds":
	case name == "Client":
		_, has := clientOf(strings.TrimPrefix(pkg, sdk+"/")).MethodByName(member.Name())
		missing = !has
	case name == "Options":
		_, has := reflect.TypeFor[rds.Options]().FieldByName(member.Name())
		_, method := reflect.TypeFor[rds.Options]().MethodByName(member.Name())
		missing = !has && !method
	}
	if missing {
		f.Reportf(at.Pos(), "%s.%s is not in Nereid: see docs/migration.md", name, member.Name())
	}
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// literal looks at the members of a struct that the program makes.
func (f *migration) literal(lit *ast.CompositeLit) {
	of := f.TypesInfo.TypeOf(lit)
	if of == nil {
		return
	}
	for _, element := range lit.Elts {
		pair, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		key, ok := pair.Key.(*ast.Ident)
		if !ok {
			continue
		}
		if field, ok := f.TypesInfo.Uses[key].(*types.Var); ok && field.IsField() {
			f.member(key, of, field)
			if key.Name == "Credentials" && f.ofReplaced(of) {
				f.provider(pair.Value)
			}
		}
	}
}

// ofReplaced reports whether a type is of a package that is replaced.
func (f *migration) ofReplaced(t types.Type) bool {
	if t == nil {
		return false
	}
	named, ok := types.Unalias(deref(t)).(*types.Named)
	return ok && named.Obj().Pkg() != nil && replacement(named.Obj().Pkg().Path()) != ""
}

// call converts arguments that go to functions of the SDK, or come from there.
func (f *migration) call(c *ast.CallExpr) {
	var id *ast.Ident
	switch fun := ast.Unparen(c.Fun).(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return
	}
	callee, ok := f.TypesInfo.Uses[id].(*types.Func)
	if !ok || callee.Pkg() == nil || callee.Pkg() == f.Pkg {
		return
	}
	pkg := callee.Pkg().Path()
	if pkg == sdk+"/aws" && callee.Name() == "NewCredentialsCache" && len(c.Args) > 0 {
		f.provider(c.Args[0])
		return
	}
	if replacement(pkg) != "" {
		return
	}
	for _, arg := range c.Args {
		t := f.TypesInfo.TypeOf(arg)
		if t == nil || !isNamed(t, sdk+"/aws", "Config") {
			continue
		}
		if !strings.HasPrefix(pkg, sdk+"/") {
			f.Reportf(arg.Pos(), "%s.%s takes the SDK's configuration: give it awsconfig.ToAWS of this one, unless it is migrated too", callee.Pkg().Name(), callee.Name())
			continue
		}
		f.wrap(arg, "ToAWS", fmt.Sprintf("%s.%s takes the SDK's configuration", callee.Pkg().Name(), callee.Name()))
	}
}

func isNamed(t types.Type, pkg, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == pkg && named.Obj().Name() == name
}

// provider converts a provider of credentials that is of a package that stays.
func (f *migration) provider(value ast.Expr) {
	t := f.TypesInfo.TypeOf(value)
	if t == nil {
		return
	}
	named, ok := types.Unalias(deref(t)).(*types.Named)
	if ok && named.Obj().Pkg() != nil && strings.HasPrefix(named.Obj().Pkg().Path(), sdk+"/") && replacement(named.Obj().Pkg().Path()) == "" {
		f.wrap(value, "Provider", named.Obj().Pkg().Name()+"."+named.Obj().Name()+" provides the SDK's credentials")
	}
}

// wrap converts an expression by a function of awsconfig.
func (f *migration) wrap(value ast.Expr, by, why string) {
	name := ""
	for _, pkg := range [...]string{sdk + "/config", sdk + "/credentials"} {
		if spec := f.specs[pkg]; spec != nil && name == "" {
			name, f.used[pkg] = local(pkg, spec), true
		}
	}
	if name == "" {
		name = "awsconfig"
		f.added[strconv.Quote(awsconfig)] = true
	}
	edit := func(pos token.Pos, text string) analysis.TextEdit {
		return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
	}
	f.Report(analysis.Diagnostic{
		Pos: value.Pos(), End: value.End(), Message: why + ": " + name + "." + by + " converts it",
		SuggestedFixes: []analysis.SuggestedFix{{
			Message: "convert it", TextEdits: []analysis.TextEdit{edit(value.Pos(), name+"."+by+"("), edit(value.End(), ")")},
		}},
	})
}
