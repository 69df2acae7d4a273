package clienttest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A source holds what a service package's source code says about its operations
// and faults.
type source struct {
	comments    map[string]string   // of methods
	required    map[string][]string // members of structs with comments that begin with Required, sorted
	faults      map[string][]string // types that the comment of an operation lists
	descriptors map[string]bool     // names of operations, and whether they have an effect
	codes       map[string]fault    // by the types' names
}

// A fault holds the facts from the comment of its type.
type fault struct {
	code   string
	status int // 400 if the status is not published
}

// read parses the package in the current directory and the package in its
// subdirectory types.
func read(t *testing.T) *source {
	t.Helper()
	s := &source{
		comments: make(map[string]string), required: make(map[string][]string),
		faults: make(map[string][]string), codes: make(map[string]fault), descriptors: make(map[string]bool),
	}
	link := regexp.MustCompile(`\[types\.(\w+)\]`)
	for _, decl := range Declarations(t, ".") {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				continue
			}
			s.comments[d.Name.Name] = d.Doc.Text()
			// The operation's faults are in the list at the end of the comment.
			// Earlier sentences may mention other types.
			_, list, _ := strings.Cut(d.Doc.Text(), "It can fail with ")
			list, _, _ = strings.Cut(list, "\n\n")
			for _, m := range link.FindAllStringSubmatch(list, -1) {
				s.faults[d.Name.Name] = append(s.faults[d.Name.Name], m[1])
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					s.members(spec)
				case *ast.ValueSpec:
					s.descriptor(spec)
				}
			}
		}
	}
	wire := regexp.MustCompile(`Wire code (\w+)(?:, HTTP (\d+))?\.`)
	for _, decl := range Declarations(t, "types") {
		d, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range d.Specs {
			spec, ok := spec.(*ast.TypeSpec)
			if !ok {
				continue
			}
			if m := wire.FindStringSubmatch(strings.Join(strings.Fields(d.Doc.Text()), " ")); m != nil {
				status, err := strconv.Atoi(m[2])
				if err != nil {
					status = http.StatusBadRequest
				}
				s.codes[spec.Name.Name] = fault{m[1], status}
			}
		}
	}
	return s
}

func (s *source) members(spec *ast.TypeSpec) {
	shape, ok := spec.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, member := range shape.Fields.List {
		if strings.HasPrefix(member.Doc.Text(), "Required") {
			s.required[spec.Name.Name] = append(s.required[spec.Name.Name], member.Names[0].Name)
		}
	}
	slices.Sort(s.required[spec.Name.Name])
}

// descriptor reads var x = operation.Op{Name: "X", …}.
func (s *source) descriptor(spec *ast.ValueSpec) {
	for _, value := range spec.Values {
		op, ok := value.(*ast.CompositeLit)
		if !ok {
			continue
		}
		if of, ok := op.Type.(*ast.SelectorExpr); !ok || of.Sel.Name != "Op" {
			continue
		}
		name, effect := "", false
		for _, e := range op.Elts {
			kv, ok := e.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			switch key, _ := kv.Key.(*ast.Ident); key.Name {
			case "Name":
				if text, ok := kv.Value.(*ast.BasicLit); ok {
					name = strings.Trim(text.Value, `"`)
				}
			case "Effect":
				effect = true
			}
		}
		s.descriptors[name] = effect
	}
}

// Declarations returns the top-level declarations of the package in dir,
// without its tests.
func Declarations(t *testing.T, dir string) (decls []ast.Decl) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no Go files in %s: %v", dir, err)
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
