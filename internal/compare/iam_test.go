package compare_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const iamPage = "../../docs/iam.md"

// TestIAMPage compares the tables of actions with the packages: the actions of
// each operation, the describe actions after an attempt without an answer, and
// those of the paginators, waiters and other helpers.
func TestIAMPage(t *testing.T) {
	text, err := os.ReadFile(iamPage)
	if err != nil {
		t.Fatal(err)
	}
	packages := declarations(t, ownRoot+"/neptune", ownRoot+"/rds")
	operations, helpers := make(map[string]map[string]bool), make(map[string]map[string]bool)
	add := func(to map[string]map[string]bool, name string, more ...string) {
		if to[name] == nil {
			to[name] = make(map[string]bool)
		}
		for _, m := range more {
			to[name][m] = true
		}
	}
	for _, service := range []string{"neptune", "rds"} {
		looks := lookedAt(t, "../../"+service)
		scope := packages[ownRoot+"/"+service].Scope()
		client := types.NewMethodSet(types.NewPointer(scope.Lookup("Client").Type()))
		for method := range client.Methods() {
			name := method.Obj().Name()
			if in, ok := scope.Lookup(name + "Input").(*types.TypeName); ok {
				add(operations, name, looks[name]...)
				for field := range in.Type().Underlying().(*types.Struct).Fields() {
					switch field.Name() {
					case "Tags":
						add(operations, name, "tags")
					case "IamRoleArn", "RoleArn", "S3IngestionRoleArn":
						add(operations, name, "role")
					case "AssociatedRoles", "MonitoringRoleArn":
						add(operations, name, "roles")
					}
				}
			}
		}
		for _, name := range scope.Names() {
			f, ok := scope.Lookup(name).(*types.Func)
			if !ok || !f.Exported() {
				continue
			}
			for param := range f.Signature().Params().Variables() {
				named, ok := param.Type().(*types.Named)
				if !ok || !strings.HasSuffix(named.Obj().Name(), "APIClient") {
					continue
				}
				for method := range named.Underlying().(*types.Interface).Methods() {
					add(helpers, service+"."+name, "`rds:"+method.Name()+"`")
				}
			}
		}
	}
	var table strings.Builder
	table.WriteString("| operation | actions | additional actions after a lost response |\n|---|---|---|\n")
	for _, name := range sorted(operations) {
		of := operations[name]
		actions := "`rds:" + name + "`"
		switch {
		case of["role"]:
			actions += ", `iam:PassRole`"
		case of["roles"]:
			actions += ", with a role `iam:PassRole`"
		}
		if of["tags"] && !strings.HasSuffix(name, "TagsToResource") {
			actions += ", with tags `rds:AddTagsToResource`"
		}
		for _, note := range [...]string{"role", "roles", "tags"} {
			delete(of, note)
		}
		fmt.Fprintf(&table, "| %s | %s | %s |\n", name, actions, strings.Join(sorted(of), ", "))
	}
	table.WriteString("\n| helper | actions |\n|---|---|\n")
	for _, name := range sorted(helpers) {
		fmt.Fprintf(&table, "| %s | %s |\n", name, strings.Join(sorted(helpers[name]), ", "))
	}
	const begin, end = "<!-- actions -->\n", "<!-- end of the actions -->\n"
	before, rest, _ := strings.Cut(string(text), begin)
	_, after, found := strings.Cut(rest, end)
	want := before + begin + table.String() + end + after
	if *update && found {
		if err := os.WriteFile(iamPage, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
	} else if want != string(text) {
		t.Error("the tables of actions are others: go test -run TestIAMPage . -update writes them")
	}
	t.Logf("%d operations, %d helpers", len(operations), len(helpers))
}

func sorted[V any](of map[string]V) []string {
	names := make([]string, 0, len(of))
	for name := range of {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// lookedAt returns the describe actions in the effects of a package's
// descriptors, by operation.
func lookedAt(t *testing.T, dir string) map[string][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	literals := make(map[string]*ast.CompositeLit)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
				if lit, ok := spec.Values[0].(*ast.CompositeLit); ok {
					literals[spec.Names[0].Name] = lit
				}
			}
			return true
		})
	}
	looks := make(map[string][]string)
	for _, op := range literals {
		effect := literalMember(op, "Effect")
		name, ok := literalMember(op, "Name").(*ast.BasicLit)
		if effect == nil || !ok {
			continue
		}
		operation, err := strconv.Unquote(name.Value)
		if err != nil {
			t.Fatal(err)
		}
		seen := make(map[string]bool)
		var follow func(n ast.Node)
		follow = func(n ast.Node) {
			ast.Inspect(n, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				if !ok || literals[id.Name] == nil || seen[id.Name] {
					return true
				}
				seen[id.Name] = true
				if described, ok := literalMember(literals[id.Name], "Name").(*ast.BasicLit); ok && strings.HasPrefix(id.Name, "describe") {
					if action, err := strconv.Unquote(described.Value); err == nil {
						looks[operation] = append(looks[operation], "`rds:"+action+"`")
					}
				} else if !ok {
					follow(literals[id.Name])
				}
				return true
			})
		}
		follow(effect)
	}
	return looks
}

// literalMember returns the member of a struct literal, or nil.
func literalMember(lit *ast.CompositeLit, name string) ast.Expr {
	for _, e := range lit.Elts {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			if id, ok := pair.Key.(*ast.Ident); ok && id.Name == name {
				return pair.Value
			}
		}
	}
	return nil
}
