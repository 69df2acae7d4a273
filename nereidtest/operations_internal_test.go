package nereidtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// TestOperationSignatures checks each exported method of region, because the
// server calls these methods as operations.
func TestOperationSignatures(t *testing.T) {
	typ := reflect.TypeFor[*region]()
	for i := range typ.NumMethod() {
		m := typ.Method(i)
		f := m.Type
		if f.NumIn() != 2 || f.In(1).Kind() != reflect.Pointer || f.NumOut() != 2 || f.Out(0).Kind() != reflect.Pointer ||
			f.Out(1) != reflect.TypeFor[error]() {
			t.Errorf("%s is not a func(*input) (*output, error)", m.Name)
			continue
		}
		if want := strings.ToLower(m.Name[:1]) + m.Name[1:] + "Input"; f.In(1).Elem().Name() != want {
			t.Errorf("%s takes a %s, want a %s", m.Name, f.In(1).Elem().Name(), want)
		}
	}
}

// TestInputsAreUnions compares the inputs of the clients with the inputs of the
// server. The server must implement every operation of the clients, and read
// every member that a client sends.
func TestInputsAreUnions(t *testing.T) {
	for _, client := range []reflect.Type{reflect.TypeFor[*neptune.Client](), reflect.TypeFor[*rds.Client]()} {
		for i := range client.NumMethod() {
			m := client.Method(i)
			if m.Type.NumIn() != 4 || m.Type.In(2).Kind() != reflect.Pointer || m.Type.In(2).Elem().Name() != m.Name+"Input" {
				continue
			}
			op, ok := operationOf(m.Name)
			if !ok {
				t.Errorf("region has no method %s", m.Name)
				continue
			}
			compareMembers(t, client.String()+"."+m.Name, m.Type.In(2), op.method.Type.In(1))
		}
	}
}

// TestOutputsAreRead compares the outputs of the server with the outputs of the
// clients. Each member must be in a client's output, with the same name.
func TestOutputsAreRead(t *testing.T) {
	neptuneClient, rdsClient := reflect.TypeFor[*neptune.Client](), reflect.TypeFor[*rds.Client]()
	typ := reflect.TypeFor[*region]()
	for i := range typ.NumMethod() {
		op := typ.Method(i)
		var read []reflect.Type
		for _, client := range []reflect.Type{neptuneClient, rdsClient} {
			if m, ok := client.MethodByName(op.Name); ok {
				read = append(read, m.Type.Out(0).Elem())
			}
		}
		for f := range fields(op.Type.Out(0).Elem()) {
			found := false
			for _, out := range read {
				if theirs, ok := out.FieldByName(f.Name); ok {
					found = true
					if got, want := f.Tag.Get("query"), theirs.Tag.Get("query"); got != want {
						t.Errorf("%s: the server's %s has the tag %q, that of %s %q", op.Name, f.Name, got, out, want)
					}
				}
			}
			if !found && f.Name != "ResultMetadata" {
				t.Errorf("%s: no client reads %s", op.Name, f.Name)
			}
		}
	}
}

func compareMembers(t *testing.T, path string, sent, read reflect.Type) {
	for _, typ := range []*reflect.Type{&sent, &read} {
		for (*typ).Kind() == reflect.Pointer || (*typ).Kind() == reflect.Slice {
			*typ = (*typ).Elem()
		}
	}
	if sent.Kind() != read.Kind() || sent.String() == "time.Time" {
		if sent != read {
			t.Errorf("%s is a %s, and the server reads a %s", path, sent, read)
		}
		return
	}
	if sent.Kind() != reflect.Struct {
		return
	}
	for f := range fields(sent) {
		name, tag, _ := strings.Cut(f.Tag.Get("query"), ",")
		if name == "-" {
			continue
		}
		mine, ok := read.FieldByName(f.Name)
		if !ok {
			t.Errorf("the server does not read %s.%s", path, f.Name)
			continue
		}
		myName, myTag, _ := strings.Cut(mine.Tag.Get("query"), ",")
		if itemOption(tag) != itemOption(myTag) || name != myName {
			t.Errorf("%s.%s has the tag %q, and the server's %q", path, f.Name, f.Tag, mine.Tag)
		}
		compareMembers(t, path+"."+f.Name, f.Type, mine.Type)
	}
}

func fields(t reflect.Type) func(yield func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

// itemOption returns the option of a query tag that names the elements of a
// list.
func itemOption(options string) string {
	for option := range strings.SplitSeq(options, ",") {
		if name, ok := strings.CutPrefix(option, "item="); ok {
			return name
		}
	}
	return ""
}

// sources returns the non-test files of the package, by name.
func sources(t *testing.T) map[string]*ast.File {
	t.Helper()
	files, err := parsed()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// parsed parses the files once.
var parsed = sync.OnceValues(func() (map[string]*ast.File, error) {
	names, err := filepath.Glob("*.go")
	files := make(map[string]*ast.File)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || err != nil {
			continue
		}
		files[name], err = parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
	}
	return files, err
})

// TestOperationsTellBehavior checks that the comment of each operation lists
// AWS's behavior.
func TestOperationsTellBehavior(t *testing.T) {
	for name, file := range sources(t) {
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Recv == nil || !f.Name.IsExported() {
				continue
			}
			star, ok := f.Recv.List[0].Type.(*ast.StarExpr)
			if !ok || star.X.(*ast.Ident).Name != "region" {
				continue
			}
			if doc := f.Doc.Text(); !strings.HasPrefix(doc, f.Name.Name+" ") || !strings.Contains(doc, "\n\nBehavior:\n  - ") {
				t.Errorf("%s: the comment of %s has no list under Behavior:", name, f.Name.Name)
			}
		}
	}
}

// TestBehaviorIsApart checks that the files with AWS's behavior do not use
// HTTP.
func TestBehaviorIsApart(t *testing.T) {
	transports := []string{"exchange.go", "inject.go", "presign.go", "reply.go", "requests.go", "server.go", "transport.go"}
	for name, file := range sources(t) {
		for _, imported := range file.Imports {
			if path := imported.Path.Value; (path == `"net/http"` || path == `"net"`) && !oneOf(name, transports...) {
				t.Errorf("%s imports %s", name, path)
			}
		}
	}
}

// TestCodes looks up each error code of the operations among the faults of the
// clients.
func TestCodes(t *testing.T) {
	known := map[string]bool{
		"AccessDenied": true, "InvalidAction": true, "InvalidParameterCombination": true, "InvalidParameterValue": true, "MalformedInput": true,
		"MalformedQueryString": true, "MissingAction": true, "MissingParameter": true, "RequestEntityTooLarge": true,
		"SignatureDoesNotMatch": true,
	}
	for _, types := range []string{"../neptune/types", "../rds/types"} {
		files, err := filepath.Glob(filepath.Join(types, "errors_methods*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(files, err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range regexp.MustCompile(`"(\w+)"`).FindAllSubmatch(source, -1) {
				known[string(m[1])] = true
			}
		}
	}
	check := func(name string, e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && !known[strings.Trim(lit.Value, `"`)] {
			t.Errorf("%s: the API has no code %s", name, lit.Value)
		}
	}
	for name, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "apiError" {
					check(name, n.Args[0])
				}
			case *ast.CompositeLit:
				if typ, ok := n.Type.(*ast.Ident); ok && typ.Name == "refusal" && len(n.Elts) > 0 {
					check(name, n.Elts[0])
				}
			}
			return true
		})
	}
}
