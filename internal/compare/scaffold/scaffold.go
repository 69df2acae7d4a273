package main

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"io"
	"slices"
	"strings"

	"github.com/nereid-go/nereid/internal/compare/sdk"
)

const own = "github.com/nereid-go/nereid/"

// A scaffold collects the code that operations need.
type scaffold struct {
	sdk, sister *sdk.Service
	types       map[string]bool // declared by this service's types package
	sisterTypes map[string]bool // declared by the other service's types package
	client      map[string]bool // declared by this service's package
	fake        map[string]bool // declared by the fake

	ops     []*sdk.Operation
	structs []*sdk.Struct // the new structs
	enums   []*sdk.Enum
	faults  []*sdk.Fault
	seen    map[string]bool
}

func newScaffold(service string) (*scaffold, error) {
	sister := map[string]string{"neptune": "rds", "rds": "neptune"}[service]
	if sister == "" {
		return nil, fmt.Errorf("%q is not a service: there are neptune and rds", service)
	}
	s := &scaffold{seen: make(map[string]bool)}
	var err error
	if s.sdk, err = sdk.Read(service); err != nil {
		return nil, err
	}
	if s.sister, err = sdk.Read(sister); err != nil {
		return nil, err
	}
	for path, names := range map[string]*map[string]bool{
		own + service + "/types": &s.types, own + sister + "/types": &s.sisterTypes,
		own + service: &s.client, own + "nereidtest": &s.fake,
	} {
		if *names, err = declared(path); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// declared returns the names that a package declares. The name of a method is
// Type.Method.
func declared(path string) (map[string]bool, error) {
	decls, err := sdk.Source(path, "*.go")
	if err != nil {
		return nil, err
	}
	names := make(map[string]bool)
	for _, decl := range decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			name := decl.Name.Name
			if decl.Recv != nil {
				name = receiver(decl.Recv.List[0].Type) + "." + name
			}
			names[name] = true
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					names[spec.Name.Name] = true
				case *ast.ValueSpec:
					for _, id := range spec.Names {
						names[id.Name] = true
					}
				}
			}
		}
	}
	return names, nil
}

func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// operation adds an operation and the types that it needs.
func (s *scaffold) operation(name string) error {
	op := s.sdk.Operations[name]
	if op == nil {
		return fmt.Errorf("%s has no operation %q", s.sdk.Name, name)
	}
	if s.client["Client."+name] {
		return fmt.Errorf("%s.Client has %s already", s.sdk.Name, name)
	}
	s.ops = append(s.ops, op)
	s.shapes(s.sdk.Structs[name+"Input"])
	s.shapes(s.sdk.Structs[name+"Output"])
	for _, fault := range s.faultsOf(op) {
		if !s.types[fault.name] && !s.seen[fault.name] {
			s.seen[fault.name] = true
			s.faults = append(s.faults, s.sdk.Faults[fault.name])
		}
	}
	return nil
}

// shapes adds the types of members that are new.
func (s *scaffold) shapes(of *sdk.Struct) {
	for _, f := range of.Fields {
		name := f.Elem()
		if s.types[name] || s.seen[name] {
			continue
		}
		s.seen[name] = true
		if e := s.sdk.Enums[name]; e != nil {
			s.enums = append(s.enums, e)
		}
		if shape := s.sdk.Structs[name]; shape != nil {
			s.structs = append(s.structs, shape)
			s.shapes(shape)
		}
	}
}

// A listed fault is a fault in an operation's descriptor.
type listed struct {
	name   string
	sister bool // only the other service documents it
}

// faultsOf returns the faults that AWS documents for an operation of this
// service. It adds the faults that AWS documents for the same operation of the
// other service, if this service has them too.
func (s *scaffold) faultsOf(op *sdk.Operation) []listed {
	var faults []listed
	for _, name := range op.Faults {
		faults = append(faults, listed{name: name})
	}
	if sister := s.sister.Operations[op.Name]; sister != nil {
		for _, theirs := range sister.Faults {
			if name := s.faultOf(s.sister.Faults[theirs]); name != "" && !slices.Contains(op.Faults, name) {
				faults = append(faults, listed{name, true})
			}
		}
	}
	return faults
}

// faultOf takes a fault of the other service. It returns the name of this
// service's fault with the same code, or "" if there is none.
func (s *scaffold) faultOf(theirs *sdk.Fault) string {
	for _, name := range sdk.Names(s.sdk.Faults) {
		if s.sdk.Faults[name].Code == theirs.Code {
			return name
		}
	}
	for _, name := range []string{theirs.Name, theirs.Name + "Fault"} { // this module may be ahead of the SDK
		if s.types[name] {
			return name
		}
	}
	return ""
}

// print prints the code.
func (s *scaffold) print(w io.Writer) error {
	var sections []section
	for _, op := range s.ops {
		sections = append(sections, s.clientSection(op))
	}
	sections = append(sections, s.typesSection(), s.enumsSection(), s.faultsSection())
	for _, op := range s.ops {
		sections = append(sections, s.fakeSection(op))
	}
	for _, section := range sections {
		if section.code == "" {
			continue
		}
		const clause = "package p\n\n" // so that comments are formatted as in a file
		code, err := format.Source([]byte(clause + section.code))
		if err != nil {
			return fmt.Errorf("%s: %w\n%s", section.file, err, section.code)
		}
		code = bytes.TrimSpace(bytes.TrimPrefix(code, []byte(clause)))
		if _, err := fmt.Fprintf(w, "// ==== %s ====\n\n%s\n\n", section.file, code); err != nil {
			return err
		}
	}
	return nil
}

// A section is the code for one file.
type section struct{ file, code string }

// page returns the URL of AWS's documentation for an operation or shape.
func (s *scaffold) page(name string) string {
	if s.sdk.Name == "neptune" {
		return "https://docs.aws.amazon.com/neptune/latest/apiref/API_" + name + ".html"
	}
	return "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_" + name + ".html"
}

// tag returns a member's query tag. shape is the struct that contains the
// member. It determines the tag's options for presigned URLs. The fake does not
// make presigned URLs, so shape is nil for its tags.
func (s *scaffold) tag(shape *sdk.Struct, f sdk.Field) string {
	wire := f.Wire
	if wire == f.Name {
		wire = ""
	}
	options := []string{wire}
	if f.Required {
		options = append(options, "required")
	}
	if f.Item != "" && f.Item != "member" {
		options = append(options, "item="+f.Item)
	}
	if shape != nil && strings.HasSuffix(shape.Name, "Input") && field(shape, "PreSignedUrl") {
		switch {
		case f.Name == "PreSignedUrl":
			options = append(options, "nopresign")
		case f.Name == "SourceRegion":
			options = []string{"-"}
		case strings.Contains(f.Name, "Source") && (strings.HasSuffix(f.Name, "Identifier") || strings.HasSuffix(f.Name, "Arn")):
			options = append(options, "source")
		}
	}
	if text := strings.Join(options, ","); text != "" {
		return " `query:\"" + text + "\"`"
	}
	return ""
}

// snake returns the file name for a resource: cluster_endpoint for
// DBClusterEndpoint.
func snake(name string) string {
	var b strings.Builder
	for i, r := range strings.ReplaceAll(strings.TrimPrefix(name, "DB"), "DB", "") {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}

// resource guesses an operation's resource: the part of the name after the
// verb.
func resource(op string) string {
	rest := strings.TrimLeft(op[1:], "abcdefghijklmnopqrstuvwxyz")
	if strings.HasPrefix(op, "Restore") {
		rest, _, _ = strings.Cut(rest, "From")
		rest, _, _ = strings.Cut(rest, "To")
	}
	rest = strings.TrimPrefix(rest, "ReadReplica")
	for _, cut := range []string{"To", "From", "For"} {
		for _, kind := range []string{"DB", "Subscription", "Global", "Resource"} {
			if _, object, ok := strings.Cut(rest, cut+kind); ok {
				if rest = strings.TrimPrefix(kind, "DB") + object; kind == "DB" {
					rest = "DB" + object
				}
			}
		}
	}
	if single, ok := strings.CutSuffix(rest, "ies"); ok {
		return single + "y"
	}
	return strings.TrimSuffix(cmp.Or(rest, op), "s")
}

// wrap breaks a comment into lines of at most 100 columns.
func wrap(text string) string {
	var lines []string
	line := "//"
	for word := range strings.FieldsSeq(text) {
		if len(line)+1+len(word) > 100 && line != "//" {
			lines = append(lines, line)
			line = "//"
		}
		line += " " + word
	}
	return strings.Join(append(lines, line), "\n") + "\n"
}

// enumerate joins words with commas and "and".
func enumerate(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
