package awsquery

import (
	"reflect"
	"strconv"
)

// sizeHint is the initial capacity in AppendRequest. It is enough for nearly
// every request.
const sizeHint = 1024

// AppendRequest appends the form body of a call to dst: the action, the
// version, and the members of in, in order. in is a pointer to a struct, or
// nil. Members that are not set are left out. A list that is empty but not nil
// is sent as an empty value.
func AppendRequest(dst []byte, action, version string, in any) []byte {
	return appendForm(dst, action, version, in, false)
}

// AppendPresign is like AppendRequest, but for the query of a presigned URL. It
// includes members tagged presigned and leaves out members tagged nopresign.
func AppendPresign(dst []byte, action, version string, in any) []byte {
	return appendForm(dst, action, version, in, true)
}

func appendForm(dst []byte, action, version string, in any, presign bool) []byte {
	if cap(dst)-len(dst) < sizeHint {
		dst = append(make([]byte, 0, len(dst)+sizeHint), dst...)
	}
	e := formEncoder{dst: dst, presign: presign}
	e.dst = append(e.dst, "Action="...)
	e.dst = appendEscaped(e.dst, action)
	e.dst = append(e.dst, "&Version="...)
	e.dst = appendEscaped(e.dst, version)
	if p, v, ok := structOf(in); ok {
		var key [128]byte
		e.members(key[:0], p, v)
	}
	return e.dst
}

// A formEncoder appends a form. Its methods get a value's key as a slice, and
// append to that slice. This does not affect the caller, whose own slice keeps
// its length.
type formEncoder struct {
	dst     []byte
	presign bool
	scratch [64]byte
}

// members appends a struct's members. At the top level, key is empty.
func (e *formEncoder) members(key []byte, p *plan, v reflect.Value) {
	if len(key) > 0 {
		key = append(key, '.')
	}
	for i := range p.fields {
		f := &p.fields[i]
		if e.presign && f.nopresign || !e.presign && f.presigned {
			continue
		}
		if member := f.of(v); !f.absent(member) {
			e.value(append(key, f.name...), &f.node, member)
		}
	}
}

// value appends one value and all that it holds.
func (e *formEncoder) value(key []byte, n *node, v reflect.Value) {
	if n.ptr {
		v = v.Elem()
	}
	switch {
	case !v.IsValid(): // a nil element of a list
		e.key(key)
	case n.kind == kindString:
		e.key(key)
		e.dst = appendEscaped(e.dst, v.String())
	case n.kind == kindStruct:
		e.members(key, n.plan, v)
	case n.kind == kindList:
		e.list(key, n, v)
	case n.kind == kindMap:
		e.entries(key, n, v)
	default:
		e.key(key)
		e.dst = appendEscaped(e.dst, appendScalar(e.scratch[:0], n, v))
	}
}

func (e *formEncoder) key(key []byte) {
	e.dst = append(e.dst, '&')
	e.dst = append(e.dst, key...)
	e.dst = append(e.dst, '=')
}

func (e *formEncoder) list(key []byte, n *node, v reflect.Value) {
	if v.Len() == 0 {
		e.key(key)
		return
	}
	key = appendItem(key, n)
	for i := range v.Len() {
		e.value(strconv.AppendInt(key, int64(i+1), 10), n.elem, v.Index(i))
	}
}

func (e *formEncoder) entries(key []byte, n *node, v reflect.Value) {
	key = appendItem(key, n)
	for i, k := range sortedKeys(v) {
		entry := append(strconv.AppendInt(key, int64(i+1), 10), '.')
		e.key(append(entry, n.key...))
		e.dst = appendEscaped(e.dst, k.String())
		e.value(append(entry, n.value...), n.elem, mapValue(v, k))
	}
}

// appendItem appends the part of a key between the name of a list and an index,
// for example ".member.".
func appendItem(key []byte, n *node) []byte {
	key = append(key, '.')
	if !n.flat {
		key = append(key, n.item...)
		key = append(key, '.')
	}
	return key
}

const upperHex = "0123456789ABCDEF"

// appendEscaped appends text and percent-encodes all bytes except the
// unreserved characters of RFC 3986. Presigned URLs require the same encoding.
func appendEscaped[T string | []byte](dst []byte, text T) []byte {
	start := 0
	for i := range len(text) {
		c := text[i]
		if unreserved(c) {
			continue
		}
		dst = append(dst, text[start:i]...)
		dst = append(dst, '%', upperHex[c>>4], upperHex[c&15])
		start = i + 1
	}
	return append(dst, text[start:]...)
}

// unreservedSet has a bit for each byte that is not percent-encoded.
var unreservedSet = [4]uint64{
	0x3FF<<'0' | 1<<'-' | 1<<'.',
	(1<<26-1)<<('A'-64) | (1<<26-1)<<('a'-64) | 1<<('_'-64) | 1<<('~'-64),
}

func unreserved(c byte) bool { return unreservedSet[c>>6]>>(c&63)&1 != 0 }
