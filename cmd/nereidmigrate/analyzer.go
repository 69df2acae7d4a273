package main

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// Analyzer reports what has to change in a program that uses the SDK. It
// suggests a fix if there is only one possible fix.
var Analyzer = &analysis.Analyzer{
	Name: "nereidmigrate",
	Doc: `replaces the AWS SDK for Go v2 with Nereid for Amazon Neptune and Amazon RDS

Run it in the module to change, for example as "nereidmigrate ./...". It reports
what it would change, and what needs your attention. With -fix, it changes the
files; then run "go mod tidy". docs/migration.md lists the steps.`,
	Run: run,
}

const (
	sdk       = "github.com/aws/aws-sdk-go-v2"
	own       = "github.com/nereid-go/nereid"
	awsconfig = own + "/awsconfig"
)

// replacement returns the import path that replaces the SDK's package pkg, or
// "" if there is none.
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

// absentNames lists the names that the SDK's packages export and Nereid's do
// not. Each line has the name of the package and the exported name.
//
//go:embed absent.txt
var absentNames string

func absent(pkg, name string) bool {
	return strings.Contains(absentNames, "\n"+strings.TrimPrefix(pkg, sdk+"/")+" "+name+"\n")
}

func run(pass *analysis.Pass) (any, error) {
	m := &migration{Pass: pass, reaching: make(map[*types.Package]bool), staying: make(map[types.Object]bool)}
	if !m.migrates(pass.Pkg) {
		return nil, nil //nolint:nilnil // it has nothing to do with Neptune and RDS
	}
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			m.define(n)
			return true
		})
	}
	for _, f := range pass.Files {
		m.file, m.kept = f, make(map[ast.Node]bool)
		m.specs, m.used, m.added = make(map[string]*ast.ImportSpec), make(map[string]bool), make(map[string]bool)
		m.run()
	}
	return nil, nil //nolint:nilnil // the analysis has no result
}

// migration migrates one package. The fields in the first group belong to the
// package; the fields in the second group belong to the file being migrated.
type migration struct {
	*analysis.Pass

	reaching map[*types.Package]bool // whether they import the services
	staying  map[types.Object]bool   // variables with types of the SDK that stay

	file  *ast.File
	specs map[string]*ast.ImportSpec // of the packages that are replaced, by path
	used  map[string]bool            // the paths whose Nereid package is used
	added map[string]bool            // import lines that fixes add
	kept  map[ast.Node]bool          // qualified names that stay the SDK's
}

func (f *migration) run() {
	for _, spec := range f.file.Imports {
		pkg, err := strconv.Unquote(spec.Path.Value)
		if err == nil && replacement(pkg) != "" && !(spec.Name != nil && strings.HasPrefix(spec.Name.Name, "sdk")) {
			f.specs[pkg] = spec
			f.used[pkg] = spec.Name != nil && (spec.Name.Name == "." || spec.Name.Name == "_")
		}
	}
	var path []ast.Node // to the node
	ast.Inspect(f.file, func(n ast.Node) bool {
		if n == nil {
			path = path[:len(path)-1]
			return true
		}
		path = append(path, n)
		switch n := n.(type) {
		case *ast.SelectorExpr:
			f.selector(n)
		case *ast.Ident:
			f.dotted(n, path)
		case *ast.CompositeLit:
			f.literal(n)
		case *ast.CallExpr:
			f.call(n)
		case *ast.AssignStmt:
			f.assign(n)
		case *ast.ValueSpec:
			f.variables(n)
		case *ast.ReturnStmt:
			f.returned(n, path)
		}
		return true
	})
	for pkg, spec := range f.specs {
		f.imported(pkg, spec)
	}
	if len(f.specs) == 0 && len(f.added) > 0 {
		f.Report(analysis.Diagnostic{
			Pos: f.file.Name.Pos(), End: f.file.Name.End(), Message: "the file needs " + awsconfig,
			SuggestedFixes: []analysis.SuggestedFix{{
				Message: "import it", TextEdits: []analysis.TextEdit{insert(f.file.Name.End(), "\n\nimport "+strconv.Quote(awsconfig))},
			}},
		})
	}
}

func insert(pos token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
}

// imported handles an import of an SDK package. It suggests an edit that
// replaces the import with Nereid's package. The edit also keeps the SDK's
// package if the file uses names that Nereid does not have.
func (f *migration) imported(pkg string, spec *ast.ImportSpec) {
	instead := replacement(pkg)
	var lines []string
	if line := strconv.Quote(instead); f.used[pkg] {
		if name := local(pkg, spec); name != path.Base(instead) {
			line = name + " " + line
		}
		lines = append(lines, line)
	}
	for _, line := range slices.Sorted(maps.Keys(f.added)) {
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

// keyword returns the beginning of an import line that can be inserted after
// the import in spec: the keyword import or, in a group of imports, a tab.
func (f *migration) keyword(spec *ast.ImportSpec) string {
	for _, decl := range f.file.Decls {
		if d, ok := decl.(*ast.GenDecl); ok && !d.Lparen.IsValid() && len(d.Specs) == 1 && d.Specs[0] == spec {
			return "import "
		}
	}
	return "\t"
}

// first returns the file's first import to be replaced.
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

// local returns the name by which the file refers to an imported package.
func local(pkg string, spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	return path.Base(pkg)
}

// selector checks a selector expression: a package-qualified name, a field or a
// method.
func (f *migration) selector(s *ast.SelectorExpr) {
	if id, ok := s.X.(*ast.Ident); ok {
		if p, ok := f.TypesInfo.Uses[id].(*types.PkgName); ok {
			f.qualified(s, id, p.Imported().Path())
			return
		}
	}
	if selection, ok := f.TypesInfo.Selections[s]; ok {
		f.member(s.Sel, owner(selection), selection.Obj())
	}
}

// owner returns the type that declares the selected field or method. It may be
// the type of an embedded field.
func owner(s *types.Selection) types.Type {
	t := s.Recv()
	for _, i := range s.Index()[:len(s.Index())-1] {
		if of, ok := deref(t).Underlying().(*types.Struct); ok && i < of.NumFields() {
			t = of.Field(i).Type()
		}
	}
	return t
}

func (f *migration) qualified(s *ast.SelectorExpr, id *ast.Ident, pkg string) {
	if f.specs[pkg] == nil {
		return
	}
	absent, kept := lacks(pkg, s.Sel.Name), f.kept[s]
	if strings.HasPrefix(pkg, sdk+"/service/") {
		if f.used[pkg] = true; absent {
			f.Reportf(s.Pos(), "%s.%s is not in Nereid: see docs/migration.md", id.Name, s.Sel.Name)
		}
		return
	}
	if !absent && !kept {
		f.used[pkg] = true
		return
	}
	name := f.keep(pkg)
	why := fmt.Sprintf("%s.%s is not in Nereid, so the SDK's stays as %s.%s: check the uses of its value", id.Name, s.Sel.Name, name, s.Sel.Name)
	if kept {
		why = fmt.Sprintf("%s.%s is passed to the SDK, so the SDK's stays as %s.%s", id.Name, s.Sel.Name, name, s.Sel.Name)
	}
	f.Report(analysis.Diagnostic{
		Pos: s.Pos(), End: s.End(), Message: why,
		SuggestedFixes: []analysis.SuggestedFix{{
			Message: "keep the SDK's", TextEdits: []analysis.TextEdit{{Pos: id.Pos(), End: id.End(), NewText: []byte(name)}},
		}},
	})
}

// keep adds an import of an SDK package that the file needs in addition to
// Nereid's package, and returns the name of the import.
func (f *migration) keep(pkg string) string {
	name := "sdk" + path.Base(pkg)
	f.added[name+" "+strconv.Quote(pkg)] = true
	return name
}

// dotted checks an unqualified name that comes from a dot import.
func (f *migration) dotted(id *ast.Ident, path []ast.Node) {
	obj := f.TypesInfo.Uses[id]
	if obj == nil || obj.Pkg() == nil || obj.Parent() != obj.Pkg().Scope() || len(path) < 2 {
		return
	}
	if s, ok := path[len(path)-2].(*ast.SelectorExpr); ok && s.Sel == id {
		return
	}
	if spec := f.specs[obj.Pkg().Path()]; spec != nil && lacks(obj.Pkg().Path(), id.Name) {
		f.Reportf(id.Pos(), "%s is not in Nereid: see docs/migration.md", id.Name)
	}
}

// lacks reports whether the SDK's package exports the name, but Nereid's
// package does not. For a name that belongs to an operation, such as
// DescribeDBClustersInput, lacks checks whether Nereid's client has a method
// for the operation. It does not use absent.txt, the list of names that Nereid
// does not have, because the operation may be newer than the list.
func lacks(pkg, name string) bool {
	if base := strings.TrimPrefix(pkg, sdk+"/"); base == "service/neptune" || base == "service/rds" {
		for _, ending := range [...]string{"Input", "Output", "APIClient", "PaginatorOptions", "Paginator"} {
			if op, ok := strings.CutSuffix(name, ending); ok {
				_, has := clientOf(base).MethodByName(strings.TrimPrefix(op, "New"))
				return !has
			}
		}
	}
	return absent(pkg, name)
}

func clientOf(base string) reflect.Type {
	if base == "service/neptune" {
		return reflect.TypeFor[*neptune.Client]()
	}
	return reflect.TypeFor[*rds.Client]()
}

// member checks a field or method (member) of an SDK type (of). It reports a
// diagnostic if Nereid's counterpart of the type does not have this member.
func (f *migration) member(at *ast.Ident, of types.Type, member types.Object) {
	named, ok := types.Unalias(deref(of)).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return
	}
	name := named.Obj().Name()
	pkg := named.Obj().Pkg().Path()
	if base := endpointsOf(pkg); base != "" && name == "Options" {
		pkg, name = base, "EndpointOptions"
	}
	if replacement(pkg) == "" {
		return
	}
	var missing bool
	switch service := pkg == sdk+"/service/neptune" || pkg == sdk+"/service/rds"; {
	case pkg == sdk+"/aws" && name == "Config":
		missing = !has(reflect.TypeFor[nereid.Config](), member.Name())
	case service && name == "Client":
		_, method := clientOf(strings.TrimPrefix(pkg, sdk+"/")).MethodByName(member.Name())
		missing = !method
	case service && name == "Options":
		missing = !has(reflect.TypeFor[rds.Options](), member.Name())
	case service && name == "EndpointOptions":
		missing = !has(reflect.TypeFor[nereid.EndpointOptions](), member.Name())
	default:
		missing = absent(pkg, name+"."+member.Name())
	}
	if missing {
		f.Reportf(at.Pos(), "%s.%s is not in Nereid: see docs/migration.md", name, member.Name())
	}
}

// has reports whether a struct has a field or method with this name.
func has(of reflect.Type, name string) bool {
	_, field := of.FieldByName(name)
	_, method := reflect.PointerTo(of).MethodByName(name)
	return field || method
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// isAWS reports whether t is the type with this name in the SDK's package aws.
func isAWS(t types.Type, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == sdk+"/aws" && named.Obj().Name() == name
}
