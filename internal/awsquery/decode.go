package awsquery

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/nereid-go/nereid/internal/xmlscan"
)

// DecodeResponse reads the reply to operation op into out. out is a pointer to
// a struct, or nil if the operation has no output. If DecodeResponse has read a
// request ID, it returns the ID even with an error. Every error is a
// *[DecodeError].
//
// The root of the reply must be <opResponse>. If out has members, the root must
// contain one <opResult>, which may be empty. The request ID is in
// <ResponseMetadata>, or directly below the root.
func DecodeResponse(body []byte, op string, out any) (requestID string, err error) {
	p, v, ok := structOf(out)
	var d decoder
	d.reset(body)
	if root, ok := d.scan.Child(""); ok {
		if !isOf(root, op, "Response") {
			d.fail(0, errors.New("root element is "+quoteShort(string(root))+", not "+op+"Response"))
			return "", d.failure(op)
		}
	}
	wanted := ok && len(p.fields) > 0
	found := false
	for d.err == nil {
		name, ok := d.scan.Child("")
		if !ok {
			break
		}
		switch {
		case string(name) == "ResponseMetadata":
			for d.err == nil {
				name, ok := d.scan.Child("RequestId")
				if !ok {
					break
				}
				d.requestID(name, &requestID)
			}
		case string(name) == "RequestId":
			d.requestID(name, &requestID)
		case wanted && isOf(name, op, "Result"):
			if found {
				d.fail(d.scan.Offset(), errors.New("reply has a second result"))
			} else if found = true; !d.structure(p, v) {
				d.step(step{name: op + "Result"})
			}
		default:
			d.scan.Skip()
		}
	}
	end := d.scan.Offset()
	if d.err == nil && d.scan.Finish() == nil && wanted && !found {
		d.fail(end, errors.New("reply has no "+op+"Result"))
	}
	return requestID, d.failure(op)
}

// isOf reports whether name is op followed by ending, for example
// DescribeDBClusters followed by Response.
func isOf(name []byte, op, ending string) bool {
	return len(name) == len(op)+len(ending) && string(name[:len(op)]) == op && string(name[len(op):]) == ending
}

// A decoder reads one reply.
type decoder struct {
	scan   xmlscan.Scanner
	err    error
	offset int    // position of err
	path   []step // path to err, innermost part first

	text     texts
	strings  slab[string]
	bools    slab[bool]
	int32s   slab[int32]
	int64s   slab[int64]
	float64s slab[float64]
	times    slab[time.Time]
	structs  structs
	budget   int // bytes left for lists, maps, and structs behind pointers
}

// ErrTooLarge means that the values in a reply need much more memory than the
// reply's text.
var ErrTooLarge error = tooLarge{}

type tooLarge struct{}

func (tooLarge) Error() string { return "values of this reply take too much memory for its length" }

// The memory limit for decoding one reply is budgetBase plus budgetFactor times
// the reply's length, in bytes. Only the memory of lists, maps, and structs
// behind pointers counts toward the limit. The values of a page from AWS take
// only a quarter of the memory of their text. A list of empty elements takes up
// to a hundred times the memory of its text, but only an attacker or a test
// sends a long list of empty elements. budgetBase is enough for a test's list
// of a thousand resources that have only a name.
const (
	budgetFactor = 8
	budgetBase   = 1 << 20
)

// reset prepares the decoder for a reply. The size of each slab's first block
// depends on the length of the reply, and on the assumption that most values
// are strings.
func (d *decoder) reset(body []byte) {
	d.scan.Reset(body)
	d.budget = budgetBase + budgetFactor*len(body)
	d.text.size = len(body) / 2
	d.strings.size = len(body) / 128
	d.bools.size, d.int32s.size, d.int64s.size = len(body)/512, len(body)/512, len(body)/512
	d.float64s.size, d.times.size = len(body)/1024, len(body)/1024
}

// A step is one part of a path: a name, or an index if name is "".
type step struct {
	name  string
	index int
}

// step adds one part to the path of a value that cannot be decoded. Each
// function on the call stack adds its part when it returns, so the innermost
// part is added first. step always returns false, so that callers can return
// its result.
func (d *decoder) step(s step) bool {
	d.path = append(d.path, s)
	return false
}

// fail records err if it is the first error in the document's content. The
// scanner records syntax errors itself. fail always returns false, so that
// callers can return its result.
func (d *decoder) fail(offset int, err error) bool {
	if d.err == nil {
		d.err, d.offset = err, offset
	}
	return false
}

// spend takes bytes from the memory budget. It fails if the budget is used up.
func (d *decoder) spend(bytes int) bool {
	if d.budget -= bytes; d.budget < 0 {
		return d.fail(d.scan.Offset(), ErrTooLarge)
	}
	return true
}

// failure returns the first error of the scanner or decoder, or nil.
func (d *decoder) failure(op string) error {
	if d.err == nil {
		err := d.scan.Err()
		if err == nil {
			return nil
		}
		d.err = err
		if syntax := (*xmlscan.SyntaxError)(nil); errors.As(err, &syntax) {
			d.offset = syntax.Offset
		}
	}
	var path strings.Builder
	for _, s := range slices.Backward(d.path) {
		switch {
		case s.name == "":
			path.WriteString("[" + strconv.Itoa(s.index) + "]")
		case path.Len() > 0:
			path.WriteString("." + s.name)
		default:
			path.WriteString(s.name)
		}
	}
	return &DecodeError{Op: op, Path: path.String(), Offset: d.offset, Err: d.err}
}

func (d *decoder) requestID(name []byte, id *string) {
	if string(name) != "RequestId" {
		d.scan.Skip()
	} else if text, ok := d.scan.Value(); ok && *id == "" {
		*id = d.text.add(text)
	}
}

// structure reads the members of the current element.
func (d *decoder) structure(p *plan, v reflect.Value) bool {
	for follows := &p.follows[0]; ; {
		f, guess := follows.Load(), ""
		if f != nil {
			if f.kind < kindStruct {
				// Nearly every member is decoded here, on the fast path.
				if text, ok := d.scan.Leaf(&f.tag); ok {
					var member reflect.Value
					if f.path == nil {
						member = v.Field(f.index) // inlined from field.of
					} else {
						member = v.FieldByIndex(f.path)
					}
					if err := d.scalar(&f.node, member, text); err != nil {
						d.fail(d.scan.Offset()-len(f.name)-len("</>")-len(text), err)
						return d.step(step{name: f.name})
					}
					follows = &p.follows[f.place+1]
					continue
				}
			}
			guess = f.name
		}
		name, ok := d.scan.Child(guess)
		if !ok {
			return d.scan.Err() == nil
		}
		if f == nil || string(name) != guess {
			if f = p.find(name); f != nil {
				follows.Store(f)
			} else if f = p.fold(name); f == nil || !f.of(v).IsZero() {
				// Skip an element with an unknown name. Also skip an element if its name
				// differs from a field's name only in case, and that field is already set.
				if !d.scan.Skip() {
					return false
				}
				continue
			}
		}
		if !d.value(&f.node, f.of(v)) {
			return d.step(step{name: f.name})
		}
		follows = &p.follows[f.place+1]
	}
}

// value reads the current element into v.
func (d *decoder) value(n *node, v reflect.Value) bool {
	switch n.kind {
	case kindStruct:
		if !n.ptr {
			return d.structure(n.plan, v)
		}
		if v.IsNil() {
			if !d.spend(n.size) {
				return false
			}
			v.Set(d.structs.take(n.typ))
		}
		return d.structure(n.plan, v.Elem())
	case kindList:
		switch {
		case n.flat:
			return d.element(n, v, false)
		case n.std:
			return d.stringList(n, v.Addr().Interface().(*[]string))
		}
		return d.elements(n, v)
	case kindMap:
		if v.IsNil() {
			if !d.spend(8 * n.size) { // a map has room for at least 8 entries
				return false
			}
			v.Set(reflect.MakeMap(n.typ))
		}
		if n.flat {
			return d.entry(n, v)
		}
		return d.entries(n, v)
	}
	offset := d.scan.Offset()
	text, ok := d.scan.Value()
	if !ok {
		return false
	}
	if err := d.scalar(n, v, text); err != nil {
		return d.fail(offset, err)
	}
	return true
}

// scalar parses text and stores the value in v. If v is a *string or another
// pointer to a basic type, the value is in a slab, a block that many values
// share. scalar sets such a pointer with v.Set, because storing through v.Addr
// takes twice as long: Addr has to look up the type of a pointer to v.
func (d *decoder) scalar(n *node, v reflect.Value, text []byte) error {
	if !n.ptr || !n.std {
		if n.kind == kindString && !n.ptr {
			v.SetString(d.text.add(text))
			return nil
		}
		return setScalar(n, v, string(text))
	}
	switch n.kind {
	case kindString:
		p := d.strings.take()
		*p = d.text.add(text)
		v.Set(reflect.ValueOf(p))
	case kindBool:
		b, err := parseBool(text)
		if err != nil {
			return err
		}
		p := d.bools.take()
		*p = b
		v.Set(reflect.ValueOf(p))
	case kindInt:
		i, err := parseInt(text, n.bits)
		if err != nil {
			return err
		}
		if n.bits == 32 {
			p := d.int32s.take()
			*p = int32(i)
			v.Set(reflect.ValueOf(p))
		} else {
			p := d.int64s.take()
			*p = i
			v.Set(reflect.ValueOf(p))
		}
	case kindFloat:
		f, err := parseFloat(text, n.bits)
		if err != nil {
			return err
		}
		p := d.float64s.take()
		*p = f
		v.Set(reflect.ValueOf(p))
	case kindTime:
		t, err := parseTime(text, n.time)
		if err != nil {
			return err
		}
		p := d.times.take()
		*p = t
		v.Set(reflect.ValueOf(p))
	}
	return nil
}

// elements reads the elements of a list and appends them to v. (v is not empty
// if the reply contains the list more than once.)
func (d *decoder) elements(n *node, v reflect.Value) bool {
	if v.IsNil() {
		v.Set(n.empty)
	}
	clean := v.Cap() == 0 // memory that grow adds is zero, but existing capacity may not be
	for {
		name, ok := d.scan.Child(n.item)
		if !ok {
			return d.scan.Err() == nil
		}
		if !isNamed(name, n.item) {
			if !d.scan.Skip() {
				return false
			}
			continue
		}
		if !d.element(n, v, clean) {
			return false
		}
	}
}

// element appends a slot to the list in v and decodes the current element of
// the reply into the slot. It zeroes the slot first, unless clean is true,
// which means that the list's spare memory is zero.
func (d *decoder) element(n *node, v reflect.Value, clean bool) bool {
	i := v.Len()
	if i == v.Cap() {
		more := max(i, 3) // doubling, so that the abandoned memory does not exceed the final list
		if i == 0 {
			more = max(1, min(4, 256/n.size)) // many lists are short
		}
		if !d.spend(more * n.size) {
			return d.step(step{index: i})
		}
		v.Grow(more)
	}
	v.SetLen(i + 1)
	place := v.Index(i)
	if !clean {
		place.SetZero()
	}
	return d.value(n.elem, place) || d.step(step{index: i})
}

// stringList reads a list of strings. The list has no spare capacity.
func (d *decoder) stringList(n *node, to *[]string) bool {
	list := d.strings.begin()
	for _, text := range *to {
		list = d.strings.extend(list, text)
	}
	for {
		if text, ok := d.scan.Leaf(&n.items); ok {
			list = d.strings.extend(list, d.text.add(text))
			continue
		}
		name, ok := d.scan.Child(n.item)
		if !ok {
			break
		}
		if !isNamed(name, n.item) {
			if !d.scan.Skip() {
				return false
			}
			continue
		}
		text, ok := d.scan.Value()
		if !ok {
			return d.step(step{index: len(list)})
		}
		list = d.strings.extend(list, d.text.add(text))
	}
	*to = d.strings.cut(list)
	return d.scan.Err() == nil
}

// entries reads a map.
func (d *decoder) entries(n *node, v reflect.Value) bool {
	for {
		name, ok := d.scan.Child(n.item)
		switch {
		case !ok:
			return d.scan.Err() == nil
		case string(name) != n.item:
			ok = d.scan.Skip()
		default:
			ok = d.entry(n, v)
		}
		if !ok {
			return false
		}
	}
}

// entry reads the key and the value in the current element, and adds them to
// the map in v.
func (d *decoder) entry(n *node, v reflect.Value) bool {
	offset := d.scan.Offset()
	if !d.spend(2 * n.size) { // hash tables can be half empty
		return false
	}
	key := reflect.New(n.typ.Key()).Elem()
	value := reflect.New(n.typ.Elem()).Elem()
	hasKey := false
	for {
		name, ok := d.scan.Child("")
		if !ok {
			break
		}
		switch string(name) {
		case n.key:
			var text []byte
			text, ok = d.scan.Value()
			key.SetString(d.text.add(text))
			hasKey = true
		case n.value:
			ok = d.value(n.elem, value)
		default:
			ok = d.scan.Skip()
		}
		if !ok {
			return d.step(step{name: string(name)})
		}
	}
	if d.scan.Err() != nil {
		return false
	}
	if !hasKey {
		return d.fail(offset, errors.New("map entry without a key"))
	}
	setEntry(n, v, key, value)
	return true
}

// setEntry adds an entry to the map in v. A value that is a nil list becomes an
// empty list, because replies and forms do not distinguish the two.
func setEntry(n *node, v, key, value reflect.Value) {
	if n.elem.kind == kindList && value.IsNil() {
		value.Set(n.elem.empty)
	}
	v.SetMapIndex(key, value)
}

// isNamed reports whether name equals wanted, ignoring case.
func isNamed(name []byte, wanted string) bool {
	return string(name) == wanted || strings.EqualFold(string(name), wanted)
}

// quoteShort quotes a name for an error, and truncates a long name.
func quoteShort(name string) string {
	const most = 64
	if len(name) > most {
		name = strings.ToValidUTF8(name[:most], "") + "…"
	}
	return strconv.Quote(name)
}
