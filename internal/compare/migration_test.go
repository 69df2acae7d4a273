package compare_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	// What the programs import that nothing else here does.
	_ "github.com/aws/aws-sdk-go-v2/config"
	_ "github.com/nereid-go/nereid/awsconfig"
)

// imports is what a program written for the SDK imports instead.
var imports = map[string]string{
	sdkRoot + "/aws":                   ownRoot,
	sdkRoot + "/config":                ownRoot + "/awsconfig",
	sdkRoot + "/credentials":           ownRoot + "/awsconfig",
	sdkRoot + "/service/neptune":       ownRoot + "/neptune",
	sdkRoot + "/service/neptune/types": ownRoot + "/neptune/types",
	sdkRoot + "/service/rds":           ownRoot + "/rds",
	sdkRoot + "/service/rds/types":     ownRoot + "/rds/types",
}

// TestMigration compiles programs that are written for the SDK, as they are and
// with our packages imported under the SDK's names.
func TestMigration(t *testing.T) {
	names, err := filepath.Glob("testdata/migrate/*.go")
	if err != nil || len(names) == 0 {
		t.Fatal("no programs", err)
	}
	fset := token.NewFileSet()
	var files []*ast.File
	var paths []string
	for _, name := range names {
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			paths = append(paths, path)
			if own := imports[path]; own != "" {
				paths = append(paths, own)
			}
		}
	}
	packages := declarations(t, paths...)
	for _, tt := range []struct {
		name   string
		lookup func(path string) *types.Package
	}{
		{"SDK", func(path string) *types.Package { return packages[path] }},
		{"ours", func(path string) *types.Package {
			if own := imports[path]; own != "" {
				// A program names what it imports, so does this one: aws is ours.
				return renamed(packages[own], packages[path].Name())
			}
			return packages[path]
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			config := types.Config{Importer: lookup(tt.lookup), Error: func(err error) { t.Error(err) }}
			_, _ = config.Check("main", fset, files, nil)
		})
	}
	t.Logf("%d programs", len(files))
}

// TestAbsent holds what the packages of the SDK have, and ours do not, against
// the page: what belongs to the clients of these services is TestSurface's.
func TestAbsent(t *testing.T) {
	page, err := os.ReadFile(migrationPage)
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(page), "\n## What the packages")
	section, _, _ = strings.Cut(section, "\n## ")
	var paths []string
	for _, name := range []string{"/aws", "/config", "/credentials"} {
		paths = append(paths, sdkRoot+name, imports[sdkRoot+name])
	}
	packages := declarations(t, paths...)
	missing := 0
	for _, name := range []string{"/aws", "/config", "/credentials"} {
		_, text, _ := strings.Cut(section, "\n### `"+strings.TrimPrefix(name, "/")+"`")
		text, _, _ = strings.Cut(text, "\n### ")
		listed := expect(make(map[string]string))
		for row := range strings.Lines(text) {
			if cells := strings.Split(row, "|"); len(cells) == 4 {
				for i, pattern := range strings.Split(cells[1], "`") {
					if i%2 == 1 {
						listed.reasons[pattern] = strings.TrimSpace(cells[2])
					}
				}
			}
		}
		for _, name := range absent(packages[sdkRoot+name].Scope(), packages[imports[sdkRoot+name]].Scope()) {
			listed.add(name, "is not here, and the page does not say so")
			missing++
		}
		t.Run(strings.TrimPrefix(name, "/"), listed.check)
	}
	t.Logf("%d names", missing)
}

// absent are the exported names of the one that the other does not have, and the
// members and methods of what both have.
func absent(theirs, ours *types.Scope) (names []string) {
	for _, name := range theirs.Names() {
		their, our := theirs.Lookup(name), ours.Lookup(name)
		if !their.Exported() {
			continue
		}
		if our == nil {
			names = append(names, name)
			continue
		}
		if _, ok := their.(*types.TypeName); !ok {
			continue
		}
		have := membersOf(our.Type())
		for member := range membersOf(their.Type()) {
			if !have[member] {
				names = append(names, name+"."+member)
			}
		}
	}
	return names
}

func membersOf(of types.Type) map[string]bool {
	names := make(map[string]bool)
	if s, ok := of.Underlying().(*types.Struct); ok {
		for f := range s.Fields() {
			names[f.Name()] = f.Exported()
		}
	}
	if !types.IsInterface(of) {
		of = types.NewPointer(types.Unalias(of))
	}
	for m := range types.NewMethodSet(of).Methods() {
		names[m.Obj().Name()] = m.Obj().Exported()
	}
	maps.DeleteFunc(names, func(_ string, exported bool) bool { return !exported })
	return names
}

// renamed is the package under another name, as if it were imported so.
func renamed(pkg *types.Package, name string) *types.Package {
	if pkg.Name() == name {
		return pkg
	}
	other := types.NewPackage(pkg.Path(), name)
	for _, object := range pkg.Scope().Names() {
		other.Scope().Insert(pkg.Scope().Lookup(object))
	}
	other.MarkComplete()
	return other
}

type lookup func(path string) *types.Package

func (l lookup) Import(path string) (*types.Package, error) { return l(path), nil }
