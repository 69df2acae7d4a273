package neptune_test

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"path/filepath"
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

// What can never be right is refused before it is sent: a request without a member
// whose comment says that it is required.
func TestRequiredMembers(t *testing.T) {
	t.Parallel()
	required := documentedAsRequired(t)
	for _, o := range operations() {
		empty := operation{in: reflect.New(reflect.TypeOf(o.in).Elem()).Interface()}
		client, w := canned(t, http.StatusOK, reply(o.name(), "<DBClusters/>"))
		_, err := empty.invoke(t, client)
		missing := missingMembers(err)
		if diff := cmp.Diff(required[o.name()+"Input"], missing); diff != "" {
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

// documentedAsRequired returns the members of structs whose comments begin so,
// sorted.
func documentedAsRequired(t *testing.T) map[string][]string {
	t.Helper()
	required := make(map[string][]string)
	for _, decl := range declarations(t) {
		d, ok := decl.(*ast.GenDecl)
		if !ok || d.Tok != token.TYPE {
			continue
		}
		for _, spec := range d.Specs {
			shape, ok := spec.(*ast.TypeSpec).Type.(*ast.StructType)
			if !ok {
				continue
			}
			name := spec.(*ast.TypeSpec).Name.Name
			for _, member := range shape.Fields.List {
				if strings.HasPrefix(member.Doc.Text(), "Required") {
					required[name] = append(required[name], member.Names[0].Name)
				}
			}
			slices.Sort(required[name])
		}
	}
	return required
}

// declarations are those of the package, without its tests.
func declarations(t *testing.T) (decls []ast.Decl) {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		decls = append(decls, file.Decls...)
	}
	return decls
}

// The comment of an operation lists the faults that its test has, each of which
// the operation is tested with. That these are the model's is a test of
// internal/compare.
func TestFaultsAreDocumented(t *testing.T) {
	t.Parallel()
	documented := make(map[string][]string)
	fault := regexp.MustCompile(`\[types\.(\w+)\]`)
	for _, decl := range declarations(t) {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Recv == nil {
			continue
		}
		// What can fail is told at the end; a sentence before may name a type too.
		_, list, _ := strings.Cut(f.Doc.Text(), "It can fail with ")
		list, _, _ = strings.Cut(list, "\n\n")
		for _, match := range fault.FindAllStringSubmatch(list, -1) {
			documented[f.Name.Name] = append(documented[f.Name.Name], strings.ToLower(match[1]))
		}
	}
	for _, o := range operations() {
		var want []string
		for _, fault := range o.faults {
			want = append(want, strings.ToLower(reflect.TypeOf(fault).Elem().Name()))
		}
		slices.Sort(want)
		slices.Sort(documented[o.name()])
		if diff := cmp.Diff(want, documented[o.name()]); diff != "" {
			t.Errorf("%s: the comment lists other faults (-want +got):\n%s", o.name(), diff)
		}
	}
}
