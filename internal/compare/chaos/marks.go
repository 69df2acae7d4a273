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

// A marked operation is one of whose repetition the source says something.
type marked struct {
	service, operation string
	mark               string // the function of package operation that made it
	states             []string
	other              string   // the last member of the input that it names
	times              []string // members of the description that tell how old it is

	// The members of the input of a creation or modification: those that are compared, as they
	// are called in the description where they have another name there, and the
	// others.
	compared, others []string
}

// markedOperations reads the service packages below root.
func markedOperations(root string) ([]marked, error) {
	var all []marked
	for service, client := range map[string]reflect.Type{
		"neptune": reflect.TypeFor[*neptune.Client](),
		"rds":     reflect.TypeFor[*rds.Client](),
	} {
		found, err := readMarks(filepath.Join(root, service), client)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", service, err)
		}
		for i := range found {
			found[i].service = service
		}
		all = append(all, found...)
	}
	order := markNames()
	slices.SortFunc(all, func(a, b marked) int {
		if d := slices.Index(order, a.mark) - slices.Index(order, b.mark); d != 0 {
			return d
		}
		return strings.Compare(a.operation+" "+a.service, b.operation+" "+b.service)
	})
	return all, nil
}

// markNames are the functions that make one, in the order of the table.
func markNames() []string {
	return []string{"Creates", "Changes", "Modifies", "Deletes", "Removes", "Once"}
}

// A kind is how a kind of resource is described.
type kind struct {
	describe string   // the operation
	times    []string // that tell when it was made
}

// readMarks finds the calls of operation.Creates and its like in a package.
func readMarks(dir string, client reflect.Type) ([]marked, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var (
		found []marked
		of    []string // the variables of their resources
		kinds = map[string]kind{}
	)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, decl := range file.Decls {
			ast.Inspect(decl, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.ValueSpec:
					if k, ok := kindOf(n); ok {
						kinds[n.Names[0].Name] = k
					}
				case *ast.CallExpr:
					if m, resource, ok := markOf(n); ok {
						m.operation = operationOf(decl)
						found, of = append(found, m), append(of, resource)
					}
				}
				return true
			})
		}
	}
	for i := range found {
		if of[i] == "" {
			continue // it is not described
		}
		k, ok := kinds[of[i]]
		if !ok {
			return nil, fmt.Errorf("%s: no resource %q", found[i].operation, of[i])
		}
		if err := found[i].compare(client, k); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// markOf reads operation.Creates(&resource, "Member") and the like.
func markOf(call *ast.CallExpr) (m marked, resource string, ok bool) {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !isIdent(f.X, "operation") || !slices.Contains(markNames(), f.Sel.Name) {
		return m, "", false
	}
	m.mark = f.Sel.Name
	before := 2 // the resource and the member with its name come first
	if m.mark == "Modifies" || m.mark == "Removes" {
		before = 3
	}
	for i, arg := range call.Args {
		switch arg := arg.(type) {
		case *ast.UnaryExpr:
			resource = arg.X.(*ast.Ident).Name
		case *ast.BasicLit:
			if s, err := strconv.Unquote(arg.Value); err == nil && i >= before {
				m.states = append(m.states, s)
			} else if err == nil {
				m.other = s
			}
		}
	}
	return m, resource, true
}

// operationOf returns the name in a descriptor, var x = operation.Op{Name: "X", …}.
func operationOf(descriptor ast.Decl) (name string) {
	ast.Inspect(descriptor, func(n ast.Node) bool {
		if pair, ok := n.(*ast.KeyValueExpr); ok && isIdent(pair.Key, "Name") {
			name, _ = strconv.Unquote(pair.Value.(*ast.BasicLit).Value)
		}
		return name == ""
	})
	return name
}

// kindOf reads a variable of type resource[…]: its describe and older.
func kindOf(spec *ast.ValueSpec) (k kind, ok bool) {
	if len(spec.Values) != 1 {
		return k, false
	}
	lit, ok := spec.Values[0].(*ast.CompositeLit)
	if !ok {
		return k, false
	}
	if index, isGeneric := lit.Type.(*ast.IndexListExpr); !isGeneric || !isIdent(index.X, "resource") {
		return k, false
	}
	for _, element := range lit.Elts {
		pair := element.(*ast.KeyValueExpr)
		switch pair.Key.(*ast.Ident).Name {
		case "describe":
			k.describe = pair.Value.(*ast.SelectorExpr).Sel.Name
		case "older":
			ast.Inspect(pair.Value, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok && strings.HasSuffix(s.Sel.Name, "Time") && s.Sel.Name != "Time" && !slices.Contains(k.times, s.Sel.Name) {
					k.times = append(k.times, s.Sel.Name)
				}
				return true
			})
		}
	}
	return k, k.describe != ""
}

func isIdent(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

// compare tells the members of the input that recovery compares from the others.
func (m *marked) compare(client reflect.Type, k kind) error {
	m.times = k.times
	method, found := client.MethodByName(m.operation)
	describe, described := client.MethodByName(k.describe)
	if !found || !described {
		return fmt.Errorf("no method %s or %s", m.operation, k.describe)
	}
	var item reflect.Type
	for f := range fields(describe.Type.Out(0).Elem()) {
		if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct {
			item = f.Type.Elem()
		}
	}
	if item == nil {
		return fmt.Errorf("%s returns no list", k.describe)
	}
	for f := range fields(method.Type.In(2).Elem()) {
		name, late, shown := recovery.Shown(f, item)
		to, _ := item.FieldByName(name)
		switch {
		case !f.IsExported() || f.Name == "ResultMetadata" || recovery.Aside(f):
		case !shown:
			m.others = append(m.others, f.Name)
		case !canCompare(f.Type, to.Type):
			m.others = append(m.others, f.Name+" (shown in another form)")
		case late:
			m.compared = append(m.compared, f.Name+" (once it shows)")
		case name != f.Name:
			m.compared = append(m.compared, f.Name+" (shown as "+name+")")
		default:
			m.compared = append(m.compared, f.Name)
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

// canCompare reports whether recovery compares members of these types, rather
// than taking them for the same thing in two forms.
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

// marksTable draws the operations in Markdown.
func marksTable(all []marked) string {
	var b strings.Builder
	b.WriteString("| Operation | Package | Mark | Decided by | Compared | Not compared |\n|---|---|---|---|---|---|\n")
	for _, m := range all {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", m.operation, m.service, m.mark, m.decidedBy(), m.list(m.compared), m.list(m.others))
	}
	return b.String()
}

func (m *marked) list(names []string) string {
	if m.mark != "Creates" && m.mark != "Modifies" {
		return ""
	}
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

func (m *marked) decidedBy() string {
	switch m.mark {
	case "Creates":
		if len(m.times) == 0 {
			return "no time is shown: outcome unknown"
		}
		return strings.Join(m.times, ", ")
	case "Changes":
		return "status " + strings.Join(m.states, " or ")
	case "Modifies":
		return "there as " + m.other + ", or refused for its state, and as asked for; outcome unknown while " + strings.Join(m.states, " or ") + " otherwise"
	case "Removes":
		return m.other + " is no member; outcome unknown while it is"
	case "Deletes":
		return "gone, or status deleting"
	}
	return "never sent again after a doubtful attempt"
}
