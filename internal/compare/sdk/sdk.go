package sdk

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/printer"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Root is the import path of the SDK.
const Root = "github.com/aws/aws-sdk-go-v2"

// A Service is a client of the SDK.
type Service struct {
	Name       string // neptune or rds
	Schemas    bool   // whether the client is of the newer generation
	Operations map[string]*Operation
	Structs    map[string]*Struct // inputs, outputs and the types package, without faults
	Enums      map[string]*Enum
	Faults     map[string]*Fault
}

// An Operation is a method of the client.
type Operation struct {
	Name    string
	Doc     string
	Faults  []string // names of the types, sorted
	Pages   string   // the output member with the items of the operation's paginator, if it has one, for example DBClusters or EngineDefaults.Parameters
	Waiters []string // for example DBInstanceAvailable
}

// A Struct is an input, an output or a shape.
type Struct struct {
	Name   string
	Doc    string
	Fields []Field // in the order of the source: the required ones first, then by name
}

// A Field is a member.
type Field struct {
	Name       string
	Type       string // as in the source, for example []types.Tag
	Doc        string
	Wire       string // name on the wire
	Item       string // element name of a list
	Required   bool
	Deprecated bool
}

// An Enum is a string type with its values.
type Enum struct {
	Name   string
	Doc    string
	Values []Value
}

// A Value is a constant of an enum.
type Value struct{ Name, Value string }

// A Fault is an error type.
type Fault struct {
	Name string
	Code string // on the wire
	Doc  string
	Side string // client or server
}

// Elem returns the name of a member's type, without pointer, slice and package
// prefixes.
func (f Field) Elem() string {
	return strings.TrimPrefix(strings.TrimLeft(f.Type, "[]*"), "types.")
}

// services caches the services that have been read.
var services sync.Map

// Read reads the client of a service. Callers share the result and must not
// change it.
func Read(service string) (*Service, error) {
	if s, ok := services.Load(service); ok {
		return s.(*Service), nil
	}
	s, err := readService(service)
	if err == nil {
		services.Store(service, s)
	}
	return s, err
}

func readService(service string) (*Service, error) {
	path := Root + "/service/" + service
	r := &reader{
		service: &Service{
			Name:       service,
			Operations: make(map[string]*Operation),
			Structs:    make(map[string]*Struct),
			Enums:      make(map[string]*Enum),
			Faults:     make(map[string]*Fault),
		},
		lists:   make(map[string]string),
		members: make(map[member]wire),
		schema:  make(map[string]string),
		codes:   make(map[string]string),
	}
	for _, p := range []string{path, path + "/types"} {
		decls, err := Source(p, "*.go")
		if err != nil {
			return nil, err
		}
		r.declarations(decls)
	}
	serializers := path
	if schemas, err := Source(path+"/schemas", "*.go"); err == nil {
		r.service.Schemas = true
		r.schemas(schemas)
		serializers = "older.invalid/" + service
	}
	older, err := Source(serializers, "*serializers.go")
	if err != nil {
		return nil, err
	}
	if !r.service.Schemas {
		r.functions(older)
	}
	r.faults(older)
	r.finish()
	if len(r.service.Operations) == 0 {
		return nil, fmt.Errorf("no operations found in %s", path)
	}
	return r.service, nil
}

// Source returns the declarations in those files of a package whose file names
// match pattern. It ignores tests.
func Source(path, pattern string) ([]ast.Decl, error) {
	dir, err := dirOf(path)
	if err != nil {
		return nil, err
	}
	names, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		return nil, err
	}
	var decls []ast.Decl
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		decls = append(decls, file.Decls...)
	}
	if len(decls) == 0 {
		return nil, fmt.Errorf("no %s in %s", pattern, dir)
	}
	return decls, nil
}

// dirs caches the directories of packages, because the go command takes a long
// time to find them.
var dirs sync.Map

func dirOf(path string) (string, error) {
	if dir, ok := dirs.Load(path); ok {
		return dir.(string), nil
	}
	pkg, err := build.Import(path, ".", build.FindOnly)
	if err != nil {
		return "", err
	}
	dirs.Store(path, pkg.Dir)
	return pkg.Dir, nil
}

// A member is a member of a Go struct or of a schema.
type member struct{ of, name string }

// A wire describes a member on the wire.
type wire struct {
	name string
	list string // name of the list shape or list schema, if the member is a list
}

// A reader collects facts from the source of a client.
type reader struct {
	service *Service
	lists   map[string]string // element names of lists
	members map[member]wire
	schema  map[string]string // schema names of Go structs whose names differ
	codes   map[string]string // of faults, as ErrorCode methods and schemas say
}

// declarations reads the types, the constants, and the client's methods.
func (r *reader) declarations(decls []ast.Decl) {
	for _, decl := range decls {
		switch decl := decl.(type) {
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					r.declared(spec, cmp.Or(spec.Doc.Text(), decl.Doc.Text()))
				case *ast.ValueSpec:
					r.constant(spec)
				}
			}
		case *ast.FuncDecl:
			r.method(decl)
		}
	}
}

func (r *reader) declared(spec *ast.TypeSpec, doc string) {
	name := spec.Name.Name
	switch t := spec.Type.(type) {
	case *ast.StructType:
		s := &Struct{Name: name, Doc: doc}
		fault := false
		for _, f := range t.Fields.List {
			for _, id := range f.Names {
				if id.Name == "ErrorCodeOverride" {
					fault = true
				}
				if !id.IsExported() || id.Name == "ResultMetadata" {
					continue
				}
				text := f.Doc.Text()
				s.Fields = append(s.Fields, Field{
					Name: id.Name, Type: Text(f.Type), Doc: text,
					Required:   strings.Contains(text, "This member is required."),
					Deprecated: strings.Contains(text, "Deprecated:"),
				})
			}
		}
		if fault {
			r.service.Faults[name] = &Fault{Name: name, Doc: doc}
			return
		}
		r.service.Structs[name] = s
	case *ast.Ident:
		if t.Name == "string" {
			r.enum(name).Doc = doc
		}
	}
}

func (r *reader) enum(name string) *Enum {
	e := r.service.Enums[name]
	if e == nil {
		e = &Enum{Name: name}
		r.service.Enums[name] = e
	}
	return e
}

func (r *reader) constant(spec *ast.ValueSpec) {
	t, ok := spec.Type.(*ast.Ident)
	if !ok || len(spec.Values) != 1 {
		return
	}
	if value, ok := literal(spec.Values[0]); ok {
		e := r.enum(t.Name)
		e.Values = append(e.Values, Value{spec.Names[0].Name, value})
	}
}

func (r *reader) method(decl *ast.FuncDecl) {
	if decl.Recv == nil { // func NewXWaiter(client OperationAPIClient, …)
		waiter, ok := strings.CutSuffix(strings.TrimPrefix(decl.Name.Name, "New"), "Waiter")
		if params := decl.Type.Params.List; ok && decl.Name.IsExported() && len(params) > 0 {
			if op, ok := strings.CutSuffix(Text(params[0].Type), "APIClient"); ok {
				r.operation(op).Waiters = append(r.operation(op).Waiters, waiter)
			}
		}
		return
	}
	recv, name := strings.TrimPrefix(Text(decl.Recv.List[0].Type), "*"), decl.Name.Name
	switch {
	case recv == "Client" && len(decl.Type.Params.List) == 3 && Text(decl.Type.Params.List[1].Type) == "*"+name+"Input":
		r.operation(name).Doc = decl.Doc.Text()
	case name == "ErrorCode": // in both generations: return "Code" unless overridden
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			if result, ok := n.(*ast.ReturnStmt); ok && len(result.Results) == 1 {
				if code, ok := literal(result.Results[0]); ok {
					r.codes[recv] = code
				}
			}
			return true
		})
	case name == "ErrorFault":
		if f := r.service.Faults[recv]; f != nil {
			f.Side = "client"
			if strings.Contains(Text(decl.Body), "Server") {
				f.Side = "server"
			}
		}
	case name == "Serialize" || name == "Deserialize": // s.WriteStruct(schemas.X), smithy.ReadStruct(d, schemas.X, …)
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if f, ok := call.Fun.(*ast.SelectorExpr); ok && (f.Sel.Name == "WriteStruct" || f.Sel.Name == "ReadStruct") {
				for _, arg := range call.Args {
					if s, ok := strings.CutPrefix(Text(arg), "schemas."); ok && r.schema[recv] == "" {
						r.schema[recv] = s
					}
				}
			}
			return true
		})
	}
}

func (r *reader) operation(name string) *Operation {
	o := r.service.Operations[name]
	if o == nil {
		o = &Operation{Name: name}
		r.service.Operations[name] = o
	}
	return o
}

// functions reads the serializers and deserializers of a client of the older
// generation.
func (r *reader) functions(decls []ast.Decl) {
	for _, decl := range decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Recv != nil {
			continue
		}
		shape, ok := shapeOf(f.Name.Name)
		if !ok || len(f.Type.Params.List) == 0 {
			continue
		}
		of := strings.TrimPrefix(strings.TrimLeft(Text(f.Type.Params.List[0].Type), "*"), "types.")
		if strings.HasPrefix(of, "[]") {
			if item := firstName(f.Body, "Array", "EqualFold"); item != "" {
				r.lists[shape] = item
			}
			continue
		}
		// Each member has its own block: if v.X != nil { object.Key("X") … }, or
		// case EqualFold("X", …).
		ast.Inspect(f.Body, func(n ast.Node) bool {
			var block ast.Node
			var name string
			switch n := n.(type) {
			case *ast.IfStmt:
				block, name = n.Body, firstName(n.Body, "Key", "FlatKey")
			case *ast.CaseClause:
				if len(n.List) != 1 {
					return true
				}
				block, name = n, firstName(n.List[0], "EqualFold")
			default:
				return true
			}
			if field, list := memberIn(block); field != "" && name != "" {
				r.members[member{of, field}] = wire{name, list}
			}
			return true
		})
	}
}

// shapeOf returns the name of the shape that the named function serializes or
// deserializes.
func shapeOf(function string) (shape string, ok bool) {
	for _, prefix := range []string{"serializeOpDocument", "serializeDocument", "deserializeOpDocument", "deserializeDocument"} {
		if shape, ok := strings.CutPrefix(function, "awsAwsquery_"+prefix); ok {
			return shape, true
		}
	}
	return "", false
}

// firstName searches the syntax tree n for the first call to one of the
// functions, and returns the string literal in that call.
func firstName(n ast.Node, functions ...string) (name string) {
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && name == "" && len(call.Args) > 0 {
			if f, ok := call.Fun.(*ast.SelectorExpr); ok && slices.Contains(functions, f.Sel.Name) {
				name, _ = literal(call.Args[0])
			}
		}
		return name == ""
	})
	return name
}

// memberIn returns the member that a block serializes or deserializes, and the
// shape of the function that the block calls to do so.
func memberIn(block ast.Node) (field, shape string) {
	ast.Inspect(block, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && shape == "" {
				shape, _ = shapeOf(f.Name)
			}
		case *ast.SelectorExpr: // v.X or sv.X
			if x, ok := n.X.(*ast.Ident); ok && field == "" && (x.Name == "v" || x.Name == "sv") {
				field = n.Sel.Name
			}
		}
		return true
	})
	return field, shape
}

// schemas reads the schemas of the newer generation.
func (r *reader) schemas(decls []ast.Decl) {
	for _, decl := range decls {
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec: // var X = smithy.NewSchema(…, &smithytraits.AWSQueryError{ErrorCode: "Code"})
				for _, value := range n.Values {
					if code := trait(value, "AWSQueryError", "ErrorCode"); code != "" {
						r.codes[n.Names[0].Name] = code
					}
				}
			case *ast.CallExpr: // X.AddMember("Y", S, &smithytraits.XMLName{Name: "Z"})
				f, ok := n.Fun.(*ast.SelectorExpr)
				if !ok || f.Sel.Name != "AddMember" || len(n.Args) < 2 {
					return true
				}
				of := Text(f.X)
				name, _ := literal(n.Args[0])
				on := cmp.Or(trait(n, "XMLName", "Name"), name)
				if name == "member" && strings.HasPrefix(of, "_") {
					r.lists[of] = on
				}
				r.members[member{of, name}] = wire{on, Text(n.Args[1])}
			}
			return true
		})
	}
}

// trait returns a member of a trait in an expression.
func trait(n ast.Node, name, key string) (value string) {
	ast.Inspect(n, func(n ast.Node) bool {
		composite, ok := n.(*ast.CompositeLit)
		if !ok || !strings.HasSuffix(Text(composite.Type), "."+name) {
			return true
		}
		for _, e := range composite.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok && Text(kv.Key) == key {
				value, _ = literal(kv.Value)
			}
		}
		return false
	})
	return value
}

// faults reads each operation's faults from the deserializers of a client of
// the older generation.
func (r *reader) faults(decls []ast.Decl) {
	for _, decl := range decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		op, ok := strings.CutPrefix(f.Name.Name, "awsAwsquery_deserializeOpError")
		if !ok {
			continue
		}
		ast.Inspect(f.Body, func(n ast.Node) bool { // case strings.EqualFold("Code", errorCode): return awsAwsquery_deserializeErrorX(…)
			clause, ok := n.(*ast.CaseClause)
			if !ok || len(clause.List) != 1 {
				return true
			}
			ast.Inspect(clause, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					if name, ok := strings.CutPrefix(id.Name, "awsAwsquery_deserializeError"); ok {
						r.codes[name] = firstName(clause.List[0], "EqualFold")
						o := r.operation(op)
						o.Faults = append(o.Faults, name)
					}
				}
				return true
			})
			return false
		})
	}
}

// finish combines the facts.
func (r *reader) finish() {
	s := r.service
	for name, e := range s.Enums {
		if len(e.Values) == 0 {
			delete(s.Enums, name)
		}
	}
	for name, f := range s.Faults {
		f.Code = r.codes[cmp.Or(r.schema[name], name)]
	}
	for name, shape := range s.Structs {
		of := cmp.Or(r.schema[name], name)
		for i := range shape.Fields {
			f := &shape.Fields[i]
			w := r.members[member{of, f.Name}]
			f.Wire = cmp.Or(w.name, f.Name)
			if strings.HasPrefix(f.Type, "[]") && f.Type != "[]byte" {
				f.Item = r.lists[w.list]
			}
		}
	}
	for name, o := range s.Operations {
		slices.Sort(o.Faults)
		o.Faults = slices.Compact(o.Faults)
		in, out := s.Structs[name+"Input"], s.Structs[name+"Output"]
		if s.Structs[name+"Paginator"] == nil || in == nil || out == nil {
			continue
		}
		o.Pages = s.list(out)
	}
}

// list returns the name of the member that contains a page's items. If no
// member of the output is a list, it looks for a list in the members that are
// structs, and returns its name in the form Member.List.
func (s *Service) list(out *Struct) string {
	for _, f := range out.Fields {
		if f.Item != "" {
			return f.Name
		}
	}
	for _, f := range out.Fields {
		if in := s.Structs[f.Elem()]; in != nil {
			return f.Name + "." + s.list(in)
		}
	}
	return ""
}

// Names returns the keys of a map in order.
func Names[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// Text returns the source of a node.
func Text(n ast.Node) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, token.NewFileSet(), n); err != nil {
		return ""
	}
	return b.String()
}
