package awsquery

import (
	"cmp"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// maxSegments limits the number of segments in a key, and so the depth of the
// recursion.
const maxSegments = 128

// FormValue returns the value of a form's first field with the given name, for
// example Action.
func FormValue(form, name string) (value string, ok bool) {
	for part := range strings.SplitSeq(form, "&") {
		k, v, _ := strings.Cut(part, "=")
		if key, ok := unescape(k); !ok || key != name {
			continue
		}
		return unescape(v)
	}
	return "", false
}

// DecodeRequest reads a form into in, a pointer to a struct. The keys may be in
// any order. If a key is repeated, the last value counts. The elements of a
// list are ordered by index. The indexes may have gaps. Like AWS, DecodeRequest
// ignores unknown keys. The error is a *[DecodeError] with the key as its path.
func DecodeRequest(form string, in any) error {
	p, v, ok := structOf(in)
	if !ok {
		return errors.New("awsquery: in is not a pointer to a struct")
	}
	var r formReader
	if pairs, ok := r.parse(form); ok {
		r.members(p, v, pairs, 0)
	}
	if r.err == nil {
		return nil
	}
	r.err.Op, _ = FormValue(form, "Action")
	return r.err
}

// A pair is a field of a form.
type pair struct {
	key, value string
	offset     int
}

// A formReader reads the name-value pairs of a form. The pairs are sorted by
// name (the key), so that related pairs are adjacent. Each level of the
// recursion passes the pairs that share a name or index to the next level,
// together with the number of bytes of the key that have been read.
type formReader struct {
	err *DecodeError
}

func (r *formReader) fail(p pair, err error) bool {
	if r.err == nil {
		r.err = &DecodeError{Path: p.key, Offset: p.offset, Err: err}
	}
	return false
}

// parse splits and sorts a form.
func (r *formReader) parse(form string) ([]pair, bool) {
	pairs := make([]pair, 0, min(strings.Count(form, "&")+1, 64))
	for offset := 0; offset < len(form); {
		part, _, _ := strings.Cut(form[offset:], "&")
		k, v, _ := strings.Cut(part, "=")
		key, ok := unescape(k)
		p := pair{key: key, offset: offset}
		if !ok {
			p.key = k
			return nil, r.fail(p, errors.New("bad percent-encoding"))
		}
		if p.value, ok = unescape(v); !ok {
			return nil, r.fail(p, errors.New("bad percent-encoding"))
		}
		if strings.Count(key, ".") >= maxSegments {
			return nil, r.fail(p, errors.New("key is too deep"))
		}
		if part != "" {
			pairs = append(pairs, p)
		}
		offset += len(part) + 1
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return compareKeys(a.key, b.key) })
	return pairs, true
}

// compareKeys compares keys segment by segment. Numbers are compared as numbers
// and sort before other segments. A key sorts directly before the keys that
// extend it: "a" before "a.1".
func compareKeys(a, b string) int {
	shorter := cmp.Compare(len(a), len(b))
	for a != "" && b != "" {
		var x, y string
		x, a, _ = strings.Cut(a, ".")
		y, b, _ = strings.Cut(b, ".")
		switch m, n := isNumber(x), isNumber(y); {
		case m && n && len(x) != len(y):
			return cmp.Compare(len(x), len(y))
		case m != n && m:
			return -1
		case m != n:
			return 1
		case x != y:
			return cmp.Compare(x, y)
		}
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), shorter)
}

// isNumber reports whether a segment is a list index: a positive number without
// leading zeros and with at most nine digits.
func isNumber(s string) bool {
	if s == "" || len(s) > 9 || s[0] == '0' {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// segment returns the part of the key that starts at offset i and ends before
// the next dot.
func (p pair) segment(i int) string {
	s, _, _ := strings.Cut(p.key[i:], ".")
	return s
}

// groups splits the pairs by one segment of their keys, which begins at the
// offset at and ends before the next dot. It calls f once for each distinct
// segment, with the pairs whose keys have that segment. The offset end, which f
// receives, is the segment's end.
func groups(pairs []pair, at int, f func(segment string, group []pair, end int) bool) bool {
	for len(pairs) > 0 {
		segment := pairs[0].segment(at)
		n := 1
		for n < len(pairs) && pairs[n].segment(at) == segment {
			n++
		}
		if !f(segment, pairs[:n], at+len(segment)) {
			return false
		}
		pairs = pairs[n:]
	}
	return true
}

// members reads a struct's members. The argument at is the offset in each key
// at which the name of the member begins.
func (r *formReader) members(p *plan, v reflect.Value, pairs []pair, at int) bool {
	return groups(pairs, at, func(name string, group []pair, end int) bool {
		i, ok := p.byName[name]
		if !ok {
			return true
		}
		f := &p.fields[i]
		return r.value(&f.node, f.of(v), group, end)
	})
}

// value reads the value whose key ends at offset at.
func (r *formReader) value(n *node, v reflect.Value, pairs []pair, at int) bool {
	leaf := 0 // number of pairs with exactly this key, which are first
	for leaf < len(pairs) && len(pairs[leaf].key) == at {
		leaf++
	}
	below := pairs[leaf:]
	switch n.kind {
	case kindStruct, kindList, kindMap:
		if leaf > 0 && pairs[leaf-1].value != "" {
			return r.fail(pairs[leaf-1], errors.New("value for a structure, list or map"))
		}
	default:
		if len(below) > 0 {
			return r.fail(below[0], errors.New("member of a value that is not a structure"))
		}
		if err := setScalar(n, v, pairs[leaf-1].value); err != nil {
			return r.fail(pairs[leaf-1], err)
		}
		return true
	}
	switch n.kind {
	case kindStruct:
		if n.ptr {
			v.Set(reflect.New(n.typ))
			v = v.Elem()
		}
		return r.members(n.plan, v, below, at+1)
	case kindList:
		if leaf > 0 {
			v.Set(n.empty)
		}
		return r.items(n, below, at, func(group []pair, end int) bool {
			v.Grow(1)
			v.SetLen(v.Len() + 1)
			return r.value(n.elem, v.Index(v.Len()-1), group, end)
		})
	}
	if leaf > 0 {
		v.Set(reflect.MakeMap(n.typ))
	}
	return r.items(n, below, at, func(group []pair, end int) bool { return r.entry(n, v, group, end) })
}

// items calls f with the pairs of each element of a list or map. Each pair's
// key begins with the key of the list or map itself. The argument at is the
// length of that prefix.
func (r *formReader) items(n *node, pairs []pair, at int, f func(group []pair, end int) bool) bool {
	if n.flat {
		return r.indexes(pairs, at+1, f)
	}
	return groups(pairs, at+1, func(name string, group []pair, end int) bool {
		if name != n.item {
			return true
		}
		if len(group[0].key) == end {
			return r.fail(group[0], errors.New("list element without an index"))
		}
		return r.indexes(group, end+1, f)
	})
}

func (r *formReader) indexes(pairs []pair, at int, f func(group []pair, end int) bool) bool {
	return groups(pairs, at, func(index string, group []pair, end int) bool {
		if !isNumber(index) {
			return r.fail(group[0], errors.New(quoteShort(index)+" is not an index of a list"))
		}
		return f(group, end)
	})
}

// entry reads an entry of a map.
func (r *formReader) entry(n *node, v reflect.Value, pairs []pair, at int) bool {
	if len(pairs[0].key) == at {
		return r.fail(pairs[0], errors.New("map entry without a key"))
	}
	key := reflect.New(n.typ.Key()).Elem()
	value := reflect.New(n.typ.Elem()).Elem()
	hasKey := false
	ok := groups(pairs, at+1, func(name string, group []pair, end int) bool {
		switch name {
		case n.key:
			hasKey = true
			keyNode := node{kind: kindString, typ: n.typ.Key()}
			return r.value(&keyNode, key, group, end)
		case n.value:
			return r.value(n.elem, value, group, end)
		}
		return true
	})
	if !ok {
		return false
	}
	if !hasKey {
		return r.fail(pairs[0], errors.New("map entry without a key"))
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(n.typ))
	}
	setEntry(n, v, key, value)
	return true
}

// unescape decodes percent escapes and plus signs in a form.
func unescape(s string) (string, bool) {
	i := strings.IndexAny(s, "%+")
	if i < 0 {
		return s, true
	}
	buf := append(make([]byte, 0, len(s)), s[:i]...)
	for ; i < len(s); i++ {
		c := s[i]
		switch c {
		case '+':
			c = ' '
		case '%':
			if i+2 >= len(s) {
				return "", false
			}
			b, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
			if err != nil {
				return "", false
			}
			c = byte(b)
			i += 2
		}
		buf = append(buf, c)
	}
	return string(buf), true
}
