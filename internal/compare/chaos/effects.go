package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// An effect describes what happens when an operation is repeated. The
// information is from the operation's descriptor.
type effect struct {
	service, operation string
	kind               string   // the type of package recovery
	states             []string // the states in To or During
	snapshot           bool     // the effect includes a snapshot
	member             bool     // the removed member is a resource
	newName            bool     // the operation can rename the resource
	settings           bool     // the resource must have the settings of the input
	time               string   // the meaning of a created resource's time

	// Creations and modifications only: the input members that recovery
	// compares with a description, and the other input members. If the
	// description has a different name for a compared member, compared contains
	// the two names.
	compared, others []string
}

// effects reads the descriptors in the service packages below root.
func effects(root string) ([]effect, error) {
	var all []effect
	for service, client := range map[string]reflect.Type{
		"neptune": reflect.TypeFor[*neptune.Client](),
		"rds":     reflect.TypeFor[*rds.Client](),
	} {
		found, err := readEffects(filepath.Join(root, service), client)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", service, err)
		}
		for i := range found {
			found[i].service = service
		}
		all = append(all, found...)
	}
	order := kinds()
	slices.SortFunc(all, func(a, b effect) int {
		if d := slices.Index(order, a.kind) - slices.Index(order, b.kind); d != 0 {
			return d
		}
		return strings.Compare(a.operation+" "+a.service, b.operation+" "+b.service)
	})
	return all, nil
}

// kinds returns the effect types of package recovery, in the order in which
// docs/reliability.md lists them.
func kinds() []string {
	return []string{"Create", "Change", "Delete", "Add", "Remove", "Modify", "Failover", "LastWriter", "Once"}
}

// readEffects reads a package's variables of type operation.Op. It returns an
// effect for each variable whose field Effect is set. dir is the package's
// directory, and client is the type of its client.
func readEffects(dir string, client reflect.Type) ([]effect, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	literals := map[string]*ast.CompositeLit{} // of variables
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
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
	var found []effect
	for _, op := range literals {
		unary, ok := member(op, "Effect").(*ast.UnaryExpr)
		if !ok || !isSelector(op.Type, "operation", "Op") {
			continue
		}
		lit := unary.X.(*ast.CompositeLit)
		e := effect{operation: text(member(op, "Name")), kind: lit.Type.(*ast.SelectorExpr).Sel.Name}
		for _, list := range []string{"To", "During"} {
			if states, ok := member(lit, list).(*ast.CompositeLit); ok {
				for _, s := range states.Elts {
					e.states = append(e.states, text(s))
				}
			}
		}
		e.snapshot, e.member, e.newName = member(lit, "Snapshot") != nil, member(lit, "Member") != nil, member(lit, "NewID") != nil
		e.settings = member(lit, "Settings") != nil
		e.time = timeOf(lit)
		if resource, ok := member(lit, "Resource").(*ast.UnaryExpr); ok && (e.kind == "Create" || e.kind == "Modify" || e.settings) {
			name := resource.X.(*ast.Ident).Name
			describe, ok := member(literals[name], "Operation").(*ast.UnaryExpr)
			if !ok {
				return nil, fmt.Errorf("%s: no resource %q", e.operation, name)
			}
			if err := e.compare(client, text(member(literals[describe.X.(*ast.Ident).Name], "Name"))); err != nil {
				return nil, err
			}
		}
		found = append(found, e)
	}
	return found, nil
}

// timeOf returns the meaning of a created resource's time.
func timeOf(lit *ast.CompositeLit) string {
	made := member(lit, "Made")
	if made == nil {
		return ""
	}
	var name string
	ast.Inspect(made, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && strings.HasSuffix(s.Sel.Name, "Time") && s.Sel.Name != "Time" {
			name = s.Sel.Name
		}
		return true
	})
	if name == "" {
		name = "TaskStartTime" // found by a separate function
	}
	switch {
	case member(lit, "Earlier") != nil:
		return name + ", which is the time of the source: it can prove only that the call created the resource"
	case member(lit, "Making") != nil:
		return name + "; if it is not shown yet, a status of a creation in progress"
	case member(lit, "Later") != nil:
		return name + ", which is the end of the creation: it can prove only that the resource is older than the call"
	}
	return name
}

// member returns the value of a field in a struct literal, or nil.
func member(lit *ast.CompositeLit, name string) ast.Expr {
	if lit == nil {
		return nil
	}
	for _, element := range lit.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			if id, ok := pair.Key.(*ast.Ident); ok && id.Name == name {
				return pair.Value
			}
		}
	}
	return nil
}

// text returns the value of a string literal, or the name of a constant.
func text(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, _ := strconv.Unquote(e.Value)
		return s
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

func isSelector(e ast.Expr, pkg, name string) bool {
	s, ok := e.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	id, ok := s.X.(*ast.Ident)
	return ok && id.Name == pkg && s.Sel.Name == name
}

// compare separates the input members that recovery compares from the others.
// describes is the operation whose output has the values for the comparison.
func (e *effect) compare(client reflect.Type, describes string) error {
	method, found := client.MethodByName(e.operation)
	describe, described := client.MethodByName(describes)
	if !found || !described {
		return fmt.Errorf("no method %s or %s", e.operation, describes)
	}
	var item reflect.Type
	for f := range fields(describe.Type.Out(0).Elem()) {
		if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct {
			item = f.Type.Elem()
		}
	}
	if item == nil {
		return fmt.Errorf("%s returns no list", describes)
	}
	for f := range fields(method.Type.In(2).Elem()) {
		name, late, shown := recovery.Shown(f, item)
		to, _ := item.FieldByName(name)
		switch {
		case !f.IsExported() || f.Name == "ResultMetadata" || recovery.Aside(f):
		case !shown:
			e.others = append(e.others, f.Name)
		case !canCompare(f.Type, to.Type):
			e.others = append(e.others, f.Name+" (shown in another form)")
		case late:
			e.compared = append(e.compared, f.Name+" (once it shows)")
		case name != f.Name:
			e.compared = append(e.compared, f.Name+" (shown as "+name+")")
		default:
			e.compared = append(e.compared, f.Name)
		}
	}
	return nil
}

// fields iterates over the fields of a struct.
func fields(t reflect.Type) func(yield func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

// canCompare reports whether recovery compares values of these types. For other
// types, recovery assumes that the values are equal, although their forms
// differ.
func canCompare(in, shown reflect.Type) bool {
	if in.Kind() == reflect.Slice || shown.Kind() == reflect.Slice {
		return in == shown
	}
	if in.Kind() == reflect.Pointer {
		in = in.Elem()
	}
	if shown.Kind() == reflect.Pointer {
		shown = shown.Elem()
	}
	if in.Kind() != reflect.Struct || in == reflect.TypeFor[time.Time]() {
		return in.Kind() == shown.Kind()
	}
	for f := range fields(in) {
		if _, _, ok := recovery.Shown(f, shown); ok {
			return true
		}
	}
	return false
}

// effectsTable draws the operations in Markdown.
func effectsTable(all []effect) string {
	var b strings.Builder
	b.WriteString("| Operation | Package | Effect | Decided by | Compared | Carried |\n|---|---|---|---|---|---|\n")
	for i := range all {
		e := &all[i]
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", e.operation, e.service, e.kind, e.decidedBy(), e.list(e.compared), e.list(e.others))
	}
	return b.String()
}

func (e *effect) list(names []string) string {
	if e.kind != "Create" && e.kind != "Modify" && !e.settings {
		return ""
	}
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

func (e *effect) decidedBy() string {
	also := ""
	if e.snapshot {
		also = ", and the requested snapshot exists"
	}
	switch e.kind {
	case "Create":
		if e.time == "" {
			return "only the tag of the call, because descriptions show no creation time"
		}
		return e.time
	case "Change":
		if e.settings {
			also += ", with the requested settings"
		}
		return "status " + strings.Join(e.states, " or ") + also
	case "Delete":
		return "the resource does not exist, or has status deleting" + also
	case "Add":
		return "the description shows everything that the call adds"
	case "Remove":
		if e.member {
			return "the cluster is not listed as a member, and can be described"
		}
		return "the description shows nothing that the call removes"
	case "Modify":
		return "the requested settings; after a rename, also the same resource ID under the new name"
	case "Failover":
		return "the target is the writer; without a target, the effect is Once"
	case "LastWriter":
		return "nothing: a repetition is harmless"
	}
	return "nothing: not sent again after an attempt in doubt"
}
