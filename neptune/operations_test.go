package neptune_test

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"net/http"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

// methods finds the operations by what their methods look like.
func methods(client reflect.Type) map[string]reflect.Method {
	found := make(map[string]reflect.Method)
	for i := range client.NumMethod() {
		m := client.Method(i)
		if m.Type.NumIn() == 4 && m.Type.IsVariadic() && m.Type.NumOut() == 2 &&
			m.Type.In(1) == reflect.TypeFor[context.Context]() && m.Type.Out(1) == reflect.TypeFor[error]() &&
			m.Type.In(2).Kind() == reflect.Pointer && m.Type.In(2).Elem().Name() == m.Name+"Input" &&
			m.Type.Out(0).Kind() == reflect.Pointer && m.Type.Out(0).Elem().Name() == m.Name+"Output" {
			found[m.Name] = m
		}
	}
	return found
}

func TestPlansCompile(t *testing.T) {
	t.Parallel()
	found := methods(reflect.TypeFor[*neptune.Client]())
	for name, m := range found {
		t.Run(name, func(*testing.T) {
			awsquery.Compile(m.Type.In(2)) // panics if it cannot
			awsquery.Compile(m.Type.Out(0))
		})
	}
	if len(found) < 23 {
		t.Errorf("found %d operations, want 23 or more", len(found))
	}
}

func TestEveryOperationIsTested(t *testing.T) {
	t.Parallel()
	found := methods(reflect.TypeFor[*neptune.Client]())
	for _, o := range operations() {
		if _, ok := found[o.name()]; !ok {
			t.Errorf("the test of %s is for no operation, or there are two", o.name())
		}
		delete(found, o.name())
	}
	for name := range found {
		t.Errorf("%s has no test", name)
	}
}

// What can never be right is refused before it is sent.
func TestRequiredMembers(t *testing.T) {
	t.Parallel()
	required := map[string][]string{
		"AddTagsToResource":       {"ResourceName", "Tags"},
		"CopyDBClusterSnapshot":   {"SourceDBClusterSnapshotIdentifier", "TargetDBClusterSnapshotIdentifier"},
		"CreateDBCluster":         {"DBClusterIdentifier", "Engine"},
		"CreateDBClusterSnapshot": {"DBClusterIdentifier", "DBClusterSnapshotIdentifier"},
		"CreateDBInstance":        {"DBClusterIdentifier", "DBInstanceClass", "DBInstanceIdentifier", "Engine"},
		"CreateGlobalCluster":     {"GlobalClusterIdentifier"},
		"DeleteDBCluster":         {"DBClusterIdentifier"},
		"DeleteDBClusterSnapshot": {"DBClusterSnapshotIdentifier"},
		"DeleteDBInstance":        {"DBInstanceIdentifier"},
		"DeleteGlobalCluster":     {"GlobalClusterIdentifier"},
		"FailoverGlobalCluster":   {"GlobalClusterIdentifier", "TargetDbClusterIdentifier"},
		"ListTagsForResource":     {"ResourceName"},
		"ModifyDBCluster":         {"DBClusterIdentifier"},
		"ModifyGlobalCluster":     {"GlobalClusterIdentifier"},
		"RebootDBInstance":        {"DBInstanceIdentifier"},
		"RemoveFromGlobalCluster": {"DbClusterIdentifier", "GlobalClusterIdentifier"},
		"RemoveTagsFromResource":  {"ResourceName", "TagKeys"},
		"StartDBCluster":          {"DBClusterIdentifier"},
		"StopDBCluster":           {"DBClusterIdentifier"},
		"SwitchoverGlobalCluster": {"GlobalClusterIdentifier", "TargetDbClusterIdentifier"},
	}
	for _, o := range operations() {
		empty := operation{in: reflect.New(reflect.TypeOf(o.in).Elem()).Interface()}
		client, w := canned(t, http.StatusOK, reply(o.name(), "<DBClusters/>"))
		_, err := empty.invoke(t, client)
		missing := missingMembers(err)
		if diff := cmp.Diff(required[o.name()], missing); diff != "" {
			t.Errorf("%s: missing members, -want +got:\n%s", o.name(), diff)
		}
		if sent := len(w.sent) > 0; sent != (len(missing) == 0) {
			t.Errorf("%s: it was sent: %t", o.name(), sent)
		}
	}

	client, w := canned(t, http.StatusOK, "")
	_, err := client.DescribeDBClusters(t.Context(), &neptune.DescribeDBClustersInput{Filters: []types.Filter{{}}})
	if diff := cmp.Diff([]string{"Filters[0].Name", "Filters[0].Values"}, missingMembers(err)); diff != "" || len(w.sent) != 0 {
		t.Errorf("a filter without anything: -want +got:\n%s", diff)
	}
}

// missingMembers are those that an error complains of, sorted.
func missingMembers(err error) []string {
	var invalid smithy.InvalidParamsError
	if !errors.As(err, &invalid) {
		return nil
	}
	var members []string
	for _, e := range invalid.Errs() {
		var missing *smithy.ParamRequiredError
		if errors.As(e, &missing) {
			_, member, _ := strings.Cut(missing.Field(), ".") // behind the name of the shape
			members = append(members, member)
		}
	}
	slices.Sort(members)
	return members
}

// The comment of an operation lists the faults that the model has for it.
func TestFaultsAreDocumented(t *testing.T) {
	t.Parallel()
	documented := make(map[string][]string)
	fault := regexp.MustCompile(`\[types\.(\w+(?:Fault|AZs|Subnet))\]`)
	noTests := func(info fs.FileInfo) bool { return !strings.HasSuffix(info.Name(), "_test.go") }
	//nolint:staticcheck // its deprecation is about build tags, which this package does not have
	packages, err := parser.ParseDir(token.NewFileSet(), ".", noTests, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range packages["neptune"].Files {
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Recv == nil {
				continue
			}
			// What can fail is told at the end; a sentence before may name a fault too.
			_, list, _ := strings.Cut(f.Doc.Text(), "It can fail with ")
			for _, match := range fault.FindAllStringSubmatch(list, -1) {
				documented[f.Name.Name] = append(documented[f.Name.Name], strings.ToLower(match[1]))
			}
		}
	}
	for _, o := range operations() {
		var want []string
		for _, fault := range o.faults {
			want = append(want, faultName(fault))
		}
		slices.Sort(want)
		slices.Sort(documented[o.name()])
		if diff := cmp.Diff(want, documented[o.name()]); diff != "" {
			t.Errorf("%s: the comment lists other faults (-want +got):\n%s", o.name(), diff)
		}
	}
}

// faultName is the name of a fault's type in lower case: reflection shows that
// of the marker only, as in Fault[…/types.dbClusterNotFoundFault].
func faultName(fault any) string {
	_, marker, _ := strings.Cut(strings.TrimSuffix(reflect.TypeOf(fault).Elem().Name(), "]"), "/types.")
	return strings.ToLower(marker)
}
