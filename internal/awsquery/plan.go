package awsquery

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/nereid-go/nereid/internal/xmlscan"
)

// A kind is the representation of a value on the wire.
type kind uint8

const (
	kindString kind = iota
	kindBool
	kindInt
	kindFloat
	kindTime
	kindBlob
	kindStruct
	kindList
	kindMap
)

// A timeFormat is how a time is written.
type timeFormat uint8

const (
	timeISO timeFormat = iota
	timeEpoch
	timeHTTP
)

// A node is the plan for one value: a member, a list element, or a map value.
type node struct {
	kind  kind
	ptr   bool // the value is behind a pointer
	std   bool // the type is the predeclared one, or time.Time
	flat  bool
	time  timeFormat
	bits  uint8        // of numbers
	typ   reflect.Type // without the pointer
	item  string       // name of list elements or map entries
	items xmlscan.Tag  // item as the scanner needs it
	key   string       // name of map keys
	value string       // name of map values
	elem  *node
	plan  *plan
	empty reflect.Value // empty list; all lists share it, because it has no capacity
	size  int           // bytes of an element (for a map: including its key), or of the struct
}

// A field is a member of a struct.
type field struct {
	node
	name      string      // on the wire
	tag       xmlscan.Tag // name as the scanner needs it
	goName    string
	place     int // index in the plan's fields
	index     int
	path      []int // for a field of an embedded struct, instead of index
	required  bool
	presigned bool
	nopresign bool
	source    bool // the member names the source of a copy from another region
}

// A plan describes how a struct type is encoded and decoded.
type plan struct {
	typ    reflect.Type
	fields []field
	byName map[string]int
	checks bool // the struct or a nested struct has required members

	// follows predicts the order of the fields in a reply. In the last reply,
	// follows[0] was the first field, and follows[i+1] was the field after
	// fields[i]. The prediction is nearly always right, because a service writes
	// the fields of a struct in a fixed order.
	follows []atomic.Pointer[field]
}

// plans holds the *plan of each struct type that has been used so far. The key
// is the struct's reflect.Type.
var plans sync.Map

// Compile builds the plans for a struct type and for all types in it. It panics
// if a field's type is not supported. t may be a pointer to the struct type.
func Compile(t reflect.Type) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		panic(refusal(t.String() + " is not a struct"))
	}
	planOf(t)
}

// planOf returns the plan of a struct type.
func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	c := compiler{}
	c.plan(t)
	c.markChecks()
	for typ, p := range c { // last, because the plans refer to each other
		plans.LoadOrStore(typ, p)
	}
	return c[t]
}

// Source returns the index of the struct member that names the source of a copy
// from another region, or -1.
func Source(t reflect.Type) int {
	for _, f := range planOf(t).fields {
		if f.source && f.path == nil {
			return f.index
		}
	}
	return -1
}

// structOf returns the plan of the struct that ptr points to, and the struct
// itself. It returns false if ptr is nil, and panics if ptr is not a pointer to
// a struct.
func structOf(ptr any) (*plan, reflect.Value, bool) {
	if ptr == nil {
		return nil, reflect.Value{}, false
	}
	v := reflect.ValueOf(ptr)
	if v.Kind() != reflect.Pointer || v.Type().Elem().Kind() != reflect.Struct {
		panic(refusal(v.Type().String() + " is not a pointer to a struct"))
	}
	return planOf(v.Type().Elem()), v.Elem(), !v.IsNil()
}

// of returns the value of the field in a struct.
func (f *field) of(v reflect.Value) reflect.Value {
	if f.path != nil {
		return v.FieldByIndex(f.path)
	}
	return v.Field(f.index)
}

// find returns the field with a wire name, or nil.
func (p *plan) find(name []byte) *field {
	if i, ok := p.byName[string(name)]; ok {
		return &p.fields[i]
	}
	return nil
}

// fold returns the field whose wire name differs from name in case only, or
// nil.
func (p *plan) fold(name []byte) *field {
	for i := range p.fields {
		if f := &p.fields[i]; len(f.name) == len(name) && strings.EqualFold(f.name, string(name)) {
			return f
		}
	}
	return nil
}

// A compiler holds the plans that are being built.
type compiler map[reflect.Type]*plan

func (c compiler) plan(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	if p := c[t]; p != nil {
		return p // may be incomplete if the type is recursive
	}
	p := &plan{typ: t, byName: map[string]int{}}
	c[t] = p
	c.fields(p, t, nil)
	p.follows = make([]atomic.Pointer[field], len(p.fields)+1)
	for i := range p.fields {
		f := &p.fields[i]
		name := f.name
		if _, ok := p.byName[name]; ok {
			panic(refusal("two fields of " + t.String() + " are called " + name))
		}
		p.byName[name] = i
		f.place, f.tag = i, xmlscan.TagOf(name)
		p.follows[i].Store(f) // at first, predict the order of the declarations
	}
	return p
}

// fields adds the fields of t to p. t is the struct type of the plan, or a type
// embedded in it.
func (c compiler) fields(p *plan, t reflect.Type, path []int) {
	for i := range t.NumField() {
		sf := t.Field(i)
		tag, ok := sf.Tag.Lookup("query")
		if tag == "-" {
			continue
		}
		if sf.Anonymous && !ok && sf.Type.Kind() == reflect.Struct {
			c.fields(p, sf.Type, append(slices.Clone(path), i))
			continue
		}
		if !sf.IsExported() {
			continue
		}
		f := field{name: sf.Name, goName: sf.Name, index: i}
		if path != nil {
			f.path = append(slices.Clone(path), i)
		}
		where := t.String() + "." + sf.Name
		f.node = c.node(sf.Type, where)
		f.options(tag, where)
		p.fields = append(p.fields, f)
	}
}

// options applies a tag.
func (f *field) options(tag, where string) {
	name, rest, _ := strings.Cut(tag, ",")
	if name != "" {
		f.name = name
	}
	wire := []string{f.name}
	for rest != "" {
		var option string
		option, rest, _ = strings.Cut(rest, ",")
		key, value, _ := strings.Cut(option, "=")
		switch {
		case option == "required":
			f.required = true
		case option == "presigned":
			f.presigned = true
		case option == "nopresign":
			f.nopresign = true
		case option == "source":
			f.source = true
		case option == "flat" && f.elem != nil:
			f.flat = true
		case key == "item" && f.elem != nil:
			f.item, f.items = value, xmlscan.TagOf(value)
			wire = append(wire, value)
		case key == "key" && f.kind == kindMap:
			f.key = value
			wire = append(wire, value)
		case key == "value" && f.kind == kindMap:
			f.value = value
			wire = append(wire, value)
		case option == "time=epoch":
			f.setTime(timeEpoch, where)
		case option == "time=http":
			f.setTime(timeHTTP, where)
		default:
			panic(refusal(where + " has the unknown option " + option))
		}
	}
	for _, name := range wire {
		if !isIdentifier(name) {
			panic(refusal(where + `: "` + name + `" is not a valid wire name`))
		}
	}
}

// setTime sets the format of the times in a member.
func (n *node) setTime(format timeFormat, where string) {
	for n.elem != nil {
		n = n.elem
	}
	if n.kind != kindTime {
		panic(refusal(where + " is not a time"))
	}
	n.time = format
}

// isIdentifier reports whether a name does not need escaping in forms and tags.
func isIdentifier(name string) bool {
	for i := range len(name) {
		switch c := name[i]; {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c == '_':
		case i > 0 && (c >= '0' && c <= '9' || c == '-'):
		default:
			return false
		}
	}
	return name != ""
}

// node builds the plan for a value of type t. If node panics, the message
// contains where, which names the field.
func (c compiler) node(t reflect.Type, where string) node {
	n := node{typ: t}
	if t.Kind() == reflect.Pointer {
		n.ptr, n.typ = true, t.Elem()
		switch n.typ.Kind() {
		case reflect.Slice, reflect.Map, reflect.Pointer:
			panic(refusal(where + " has the unsupported type " + t.String()))
		}
	}
	switch t := n.typ; t.Kind() {
	case reflect.String:
		n.kind, n.std = kindString, t == reflect.TypeFor[string]()
	case reflect.Bool:
		n.kind, n.std = kindBool, t == reflect.TypeFor[bool]()
	case reflect.Int32, reflect.Int64:
		n.kind, n.bits = kindInt, uint8(t.Bits())
		n.std = t == reflect.TypeFor[int32]() || t == reflect.TypeFor[int64]()
	case reflect.Float32, reflect.Float64:
		n.kind, n.bits = kindFloat, uint8(t.Bits())
		n.std = t == reflect.TypeFor[float64]()
	case reflect.Struct:
		if t == reflect.TypeFor[time.Time]() {
			n.kind, n.std = kindTime, true
			break
		}
		n.kind, n.plan, n.size = kindStruct, c.plan(t), int(t.Size())
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			n.kind = kindBlob
			break
		}
		elem := c.node(t.Elem(), where)
		n.kind, n.elem, n.item, n.items = kindList, &elem, "member", xmlscan.TagOf("member")
		n.std = t == reflect.TypeFor[[]string]()
		n.empty = reflect.MakeSlice(t, 0, 0)
		n.size = max(int(t.Elem().Size()), 1)
	case reflect.Map:
		if t.Key().Kind() != reflect.String {
			panic(refusal(where + " has the unsupported type " + t.String()))
		}
		elem := c.node(t.Elem(), where)
		n.kind, n.elem, n.item = kindMap, &elem, "entry"
		n.key, n.value = "key", "value"
		n.size = int(t.Key().Size() + t.Elem().Size())
	default:
		panic(refusal(where + " has the unsupported type " + n.typ.String()))
	}
	return n
}

// markChecks marks the plans that Validate has to check. It repeats the search
// until it finds no more plans, because types may be recursive.
func (c compiler) markChecks() {
	for changed := true; changed; {
		changed = false
		for _, p := range c {
			if !p.checks && slices.ContainsFunc(p.fields, func(f field) bool { return f.required || f.nested() }) {
				p.checks, changed = true, true
			}
		}
	}
}

// nested reports whether the value contains required members.
func (n *node) nested() bool {
	for n.elem != nil {
		n = n.elem
	}
	return n.plan != nil && n.plan.checks
}

// absent reports whether a member is not set.
func (n *node) absent(v reflect.Value) bool {
	switch {
	case n.ptr, n.kind == kindList, n.kind == kindMap, n.kind == kindBlob:
		return v.IsNil()
	case n.kind == kindString:
		return v.Len() == 0
	}
	return v.IsZero()
}
