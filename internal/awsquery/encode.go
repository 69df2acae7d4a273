package awsquery

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// AppendResponse appends the reply to operation op to dst. The reply does not
// contain a result if out is nil or has no members. The document is well-formed
// for any strings: characters that XML does not allow become U+FFFD.
func AppendResponse(dst []byte, op, namespace, requestID string, out any) []byte {
	p, v, ok := structOf(out)
	dst = appendTag(dst, "<", op, "Response")
	dst = appendNamespace(dst, namespace)
	dst = append(dst, '>')
	if ok && len(p.fields) > 0 {
		dst = appendTag(dst, "<", op, "Result>")
		dst = appendMembers(dst, p, v)
		dst = appendTag(dst, "</", op, "Result>")
	}
	dst = append(dst, "<ResponseMetadata>"...)
	dst = appendElement(dst, "RequestId", requestID)
	dst = append(dst, "</ResponseMetadata>"...)
	return appendTag(dst, "</", op, "Response>")
}

func appendTag(dst []byte, open, name, shut string) []byte {
	dst = append(dst, open...)
	dst = append(dst, name...)
	return append(dst, shut...)
}

// appendMembers appends a struct's members as elements.
func appendMembers(dst []byte, p *plan, v reflect.Value) []byte {
	for i := range p.fields {
		f := &p.fields[i]
		member := f.of(v)
		if f.absent(member) {
			continue
		}
		switch {
		case f.kind == kindList && f.flat:
			for i := range member.Len() {
				dst = appendValue(dst, f.name, f.elem, member.Index(i))
			}
		case f.kind == kindMap && f.flat:
			dst = appendEntries(dst, f.name, &f.node, member)
		default:
			dst = appendValue(dst, f.name, &f.node, member)
		}
	}
	return dst
}

// appendValue appends an element.
func appendValue(dst []byte, name string, n *node, v reflect.Value) []byte {
	dst = appendTag(dst, "<", name, "")
	start := len(dst)
	dst = append(dst, '>')
	if n.ptr {
		v = v.Elem()
	}
	switch {
	case !v.IsValid(): // a nil element of a list
	case n.kind == kindString:
		dst = appendXML(dst, v.String())
	case n.kind == kindStruct:
		dst = appendMembers(dst, n.plan, v)
	case n.kind == kindList:
		for i := range v.Len() {
			dst = appendValue(dst, n.item, n.elem, v.Index(i))
		}
	case n.kind == kindMap:
		dst = appendEntries(dst, n.item, n, v)
	default:
		dst = appendScalar(dst, n, v)
	}
	if len(dst) == start+1 {
		return append(dst[:start], "/>"...)
	}
	return appendTag(dst, "</", name, ">")
}

// appendEntries appends a map's entries, sorted by key.
func appendEntries(dst []byte, name string, n *node, v reflect.Value) []byte {
	for _, key := range sortedKeys(v) {
		dst = appendTag(dst, "<", name, ">")
		dst = appendElement(dst, n.key, key.String())
		dst = appendValue(dst, n.value, n.elem, mapValue(v, key))
		dst = appendTag(dst, "</", name, ">")
	}
	return dst
}

// sortedKeys returns pointers to a map's keys, sorted by key. Pointers keep
// programs small: slices.SortFunc is compiled only once for all pointer types,
// and every program that imports net/http contains that compiled version
// already.
func sortedKeys(v reflect.Value) []*reflect.Value {
	keys := v.MapKeys()
	sorted := make([]*reflect.Value, len(keys))
	for i := range keys {
		sorted[i] = &keys[i]
	}
	slices.SortFunc(sorted, func(a, b *reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	return sorted
}

// mapValue returns an addressable copy of a map's value for key.
func mapValue(v reflect.Value, key *reflect.Value) reflect.Value {
	place := reflect.New(v.Type().Elem()).Elem()
	place.Set(v.MapIndex(*key))
	return place
}

// appendXML appends text, escaped for an element or a quoted attribute value.
func appendXML(dst []byte, text string) []byte {
	start := 0
	for i := 0; i < len(text); {
		var with string
		n := 1
		switch c := text[i]; {
		case c == '&':
			with = "&amp;"
		case c == '<':
			with = "&lt;"
		case c == '>':
			with = "&gt;"
		case c == '"':
			with = "&quot;"
		case c == '\r':
			with = "&#xD;"
		case c < ' ' && c != '\n' && c != '\t':
			with = "\uFFFD"
		case c >= utf8.RuneSelf:
			var r rune
			if r, n = utf8.DecodeRuneInString(text[i:]); r == utf8.RuneError && n == 1 || r == 0xFFFE || r == 0xFFFF {
				with = "\uFFFD"
			}
		}
		if with != "" {
			dst = append(dst, text[start:i]...)
			dst = append(dst, with...)
			start = i + n
		}
		i += n
	}
	return append(dst, text[start:]...)
}
