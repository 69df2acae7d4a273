package main

import (
	"bytes"
	"go/ast"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/compare/sdk"
)

// TestScaffoldAgrees prints the shapes of the existing operations and compares
// the members, types and tags with the committed ones.
func TestScaffoldAgrees(t *testing.T) {
	newer := map[string]bool{"NetworkType": true, "SupportedNetworkTypes": true} // AWS has them, neptune v1.44.7 does not
	for _, service := range []string{"neptune", "rds"} {
		s, err := newScaffold(service)
		if err != nil {
			t.Fatal(err)
		}
		compared := 0
		for pkg, qualifier := range map[string]string{own + service: "types.", own + service + "/types": ""} {
			for name, have := range structs(t, pkg) {
				shape := s.sdk.Structs[name]
				if shape == nil || name == "Client" || name == "Options" {
					continue
				}
				compared++
				want := make(map[string]string)
				for _, f := range shape.Fields {
					want[f.Name] = strings.TrimSpace(s.goType(f.Type, qualifier) + queryTag(strings.Trim(s.tag(shape, f), " `")))
				}
				for member := range have {
					// The SDK for Go v2 leaves out the region from which the URL is presigned.
					region := name == "StartDBInstanceAutomatedBackupsReplicationInput" && member == "SourceRegion"
					if region || newer[member] || member == "ResultMetadata" {
						delete(have, member)
						delete(want, member)
					}
				}
				if diff := cmp.Diff(have, want); diff != "" {
					t.Errorf("%s.%s (-committed +printed):\n%s", pkg, name, diff)
				}
			}
		}
		if compared < 40 {
			t.Errorf("%s: compared only %d structs", service, compared)
		}
	}
}

// structs returns the members of the structs of a package, with types and query
// tags.
func structs(t *testing.T, path string) map[string]map[string]string {
	t.Helper()
	decls, err := sdk.Source(path, "*.go")
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]map[string]string)
	for _, decl := range decls {
		ast.Inspect(decl, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			shape, ok := spec.Type.(*ast.StructType)
			if !ok || !spec.Name.IsExported() || spec.TypeParams != nil {
				return false
			}
			members := make(map[string]string)
			for _, f := range shape.Fields.List {
				text := ""
				if f.Tag != nil {
					text = queryTag(strings.Trim(f.Tag.Value, "`"))
				}
				for _, id := range f.Names {
					members[id.Name] = strings.TrimSpace(sdk.Text(f.Type) + text)
				}
			}
			all[spec.Name.Name] = members
			return false
		})
	}
	return all
}

func queryTag(text string) string {
	if query := reflect.StructTag(text).Get("query"); query != "" {
		return " " + query
	}
	return ""
}

// TestScaffoldEveryOperation prints every operation of the SDK that the package
// lacks. run fails if the code does not parse.
func TestScaffoldEveryOperation(t *testing.T) {
	for _, service := range []string{"neptune", "rds"} {
		s, err := newScaffold(service)
		if err != nil {
			t.Fatal(err)
		}
		printed := 0
		for _, op := range sdk.Names(s.sdk.Operations) {
			if s.client["Client."+op] {
				continue
			}
			printed++
			if err := s.operation(op); err != nil {
				t.Fatal(err)
			}
		}
		var code, facts bytes.Buffer
		if err := s.print(&code); err != nil {
			t.Fatal(err)
		}
		s.tell(&facts)
		if n := strings.Count(code.String(), "= operation.Op{"); n != printed {
			t.Errorf("%s: %d descriptors of %d operations", service, n, printed)
		}
		// AWS's text is separate from the code.
		for _, op := range s.ops {
			for sentence := range strings.SplitSeq(op.Doc, ". ") {
				if len(sentence) > 60 && strings.Contains(code.String(), sentence) {
					t.Errorf("the code of %s has the SDK's words: %s", op.Name, sentence)
				}
			}
		}
		t.Logf("%s: %d operations, %d lines of code, %d lines of facts", service, printed,
			strings.Count(code.String(), "\n"), strings.Count(facts.String(), "\n"))
	}
}

// TestScaffoldRefuses checks the errors for what cannot be printed.
func TestScaffoldRefuses(t *testing.T) {
	for args, want := range map[string]string{
		"-service neptune":                        "-service and -op are required",
		"-service ec2 -op RunInstances":           "not a service",
		"-service neptune -op RunInstances":       `neptune has no operation "RunInstances"`,
		"-service neptune -op DescribeDBClusters": "has DescribeDBClusters already",
	} {
		err := run(new(bytes.Buffer), new(bytes.Buffer), strings.Fields(args))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", args, err, want)
		}
	}
}

// TestScaffoldListsFaults prints the descriptors of the existing operations and
// compares the faults with the committed ones.
func TestScaffoldListsFaults(t *testing.T) {
	for _, service := range []string{"neptune", "rds"} {
		s, err := newScaffold(service)
		if err != nil {
			t.Fatal(err)
		}
		committed := faultLists(t, own+service)
		for name, have := range committed {
			op := s.sdk.Operations[name]
			if op == nil {
				if s.client["Client."+name] { // not an operation that is only called internally
					t.Errorf("%s has no operation %s", service, name)
				}
				continue
			}
			want := make(map[string]bool)
			for _, f := range s.faultsOf(op) {
				want[f.name] = true
			}
			delete(have, "NetworkTypeNotSupportedFault") // AWS documents it for Neptune, v1.44.7 does not have it
			delete(want, "NetworkTypeNotSupportedFault")
			if diff := cmp.Diff(have, want); diff != "" {
				t.Errorf("%s.%s (-committed +printed):\n%s", service, name, diff)
			}
		}
		if len(committed) < 20 {
			t.Errorf("%s: found only %d descriptors", service, len(committed))
		}
	}
}

// faultLists returns the faults of the descriptors of a package.
func faultLists(t *testing.T, path string) map[string]map[string]bool {
	t.Helper()
	decls, err := sdk.Source(path, "*.go")
	if err != nil {
		t.Fatal(err)
	}
	lists := make(map[string]map[string]bool)
	for _, decl := range decls {
		ast.Inspect(decl, func(n ast.Node) bool {
			op, ok := n.(*ast.CompositeLit)
			if !ok || op.Type == nil || sdk.Text(op.Type) != "operation.Op" {
				return true
			}
			name, faults := "", make(map[string]bool)
			for _, e := range op.Elts {
				switch kv := e.(*ast.KeyValueExpr); sdk.Text(kv.Key) {
				case "Name":
					name = strings.Trim(sdk.Text(kv.Value), `"`)
				case "Faults":
					for _, fault := range kv.Value.(*ast.CompositeLit).Elts { // (*types.X)(nil)
						faults[strings.TrimSuffix(strings.TrimPrefix(sdk.Text(fault), "(*types."), ")(nil)")] = true
					}
				}
			}
			lists[name] = faults
			return false
		})
	}
	return lists
}
