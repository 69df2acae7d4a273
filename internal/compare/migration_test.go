package compare_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strconv"
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
