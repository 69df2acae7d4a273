package sigv4

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"sort"
	"strings"
	"sync"
)

const (
	algorithm  = "AWS4-HMAC-SHA256"
	terminator = "aws4_request"
	timeFormat = "20060102T150405Z"
	dateLen    = len("20060102")
)

// canonical builds the canonical request, the string to sign and the signature
// in one buffer, which later requests reuse.
type canonical struct {
	buf    []byte
	fields []field
	params []param
	path   pathMode
	sum    [sha256.Size]byte
}

// field is a header to be signed.
type field struct {
	name   string // case-insensitive
	values []string
}

// A param holds the offsets of an encoded query parameter in the buffer.
type param struct{ start, equals, end int }

// pathMode is how the path of a URL becomes canonical.
type pathMode struct {
	keep bool // leave dot segments and empty segments as they are
	once bool // do not encode escape sequences of the URL again
}

var canonicalPool = sync.Pool{New: func() any { return new(canonical) }}

func newCanonical(path pathMode) *canonical {
	c := canonicalPool.Get().(*canonical)
	c.path = path
	return c
}

// free clears references to the request and returns c to the pool.
func (c *canonical) free() {
	const tooLarge = 64 << 10
	if cap(c.buf) > tooLarge {
		c.buf = nil
	}
	clear(c.fields)
	c.buf, c.fields, c.params = c.buf[:0], c.fields[:0], c.params[:0]
	canonicalPool.Put(c)
}

// addHeaders appends to c.fields the headers that must be signed.
func (c *canonical) addHeaders(header http.Header) {
	for name, values := range header {
		if !ignored(name) {
			c.fields = append(c.fields, field{name, values})
		}
	}
}

// ignored reports whether a header is not signed, because the transport or a
// proxy writes it or because it belongs to the signature itself.
func ignored(name string) bool {
	switch len(name) {
	case 2:
		return strings.EqualFold(name, "te")
	case 4:
		return strings.EqualFold(name, "host") // comes from the request
	case 6:
		return strings.EqualFold(name, "expect")
	case 7:
		return strings.EqualFold(name, "upgrade") || strings.EqualFold(name, "trailer")
	case 10:
		return strings.EqualFold(name, "user-agent") || strings.EqualFold(name, "connection") ||
			strings.EqualFold(name, "keep-alive")
	case 13:
		return strings.EqualFold(name, "authorization")
	case 15:
		return strings.EqualFold(name, "x-amzn-trace-id")
	case 16:
		return strings.EqualFold(name, "proxy-connection")
	case 17:
		return strings.EqualFold(name, "transfer-encoding")
	case 19:
		return strings.EqualFold(name, "proxy-authorization")
	}
	return false
}

// sortFields sorts the headers by their lower-case names. Headers whose names
// differ only in case are in the order in which net/http sends them.
func (c *canonical) sortFields() {
	// There are few headers, so an insertion sort is fast enough. A generic
	// sort would compile to a lot of code.
	for i := 1; i < len(c.fields); i++ {
		for j := i; j > 0 && c.fields[j].before(c.fields[j-1]); j-- {
			c.fields[j-1], c.fields[j] = c.fields[j], c.fields[j-1]
		}
	}
}

func (f field) before(other field) bool {
	n := compareFold(f.name, other.name)
	return n < 0 || n == 0 && f.name < other.name
}

// request replaces the buffer's contents with the canonical request. It returns
// the start and end of the list of signed headers in the buffer. The fields
// must be sorted. If skip is not empty, it is the name of a query parameter to
// leave out.
func (c *canonical) request(method, path, query, skip, payloadHash string) (signedHeaders [2]int) {
	if method == "" {
		method = http.MethodGet
	}
	b := c.buf[:0]
	b = append(b, method...)
	b = append(b, '\n')
	b = appendPath(b, path, c.path)
	b = append(b, '\n')
	b = c.appendQuery(b, query, skip)
	b = append(b, '\n')

	last := ""
	for i, f := range c.fields {
		if i > 0 && compareFold(last, f.name) == 0 {
			b[len(b)-1] = ','
		} else {
			b = appendLower(b, f.name)
			b = append(b, ':')
		}
		last = f.name
		for j, v := range f.values {
			if j > 0 {
				b = append(b, ',')
			}
			b = appendFolded(b, v)
		}
		b = append(b, '\n')
	}
	b = append(b, '\n')
	signedHeaders[0] = len(b)
	b = c.appendNames(b, false)
	signedHeaders[1] = len(b)
	b = append(b, '\n')
	b = append(b, payloadHash...)
	c.buf = b
	return signedHeaders
}

// appendNames appends the fields' lower-case names, without duplicates. If
// encode is true, it encodes them for a query.
func (c *canonical) appendNames(b []byte, encode bool) []byte {
	last := ""
	for i, f := range c.fields {
		if i > 0 && compareFold(last, f.name) == 0 {
			continue
		}
		last = f.name
		if !encode {
			if i > 0 {
				b = append(b, ';')
			}
			b = appendLower(b, f.name)
			continue
		}
		if i > 0 {
			b = append(b, "%3B"...)
		}
		for j := range len(f.name) {
			b = appendByte(b, lower(f.name[j]))
		}
	}
	return b
}

// sign appends the canonical request's signature in hexadecimal to the buffer,
// and returns the signature's start and end in the buffer. date is the
// request's date. It must be on the day for which key was derived.
func (c *canonical) sign(key *signingKey, date string) (signature [2]int) {
	c.sum = sha256.Sum256(c.buf)
	start := len(c.buf)
	b := c.buf
	b = append(b, algorithm+"\n"...)
	b = append(b, date...)
	b = append(b, '\n')
	b = appendScope(b, key.date, key.region, key.service)
	b = append(b, '\n')
	b = hex.AppendEncode(b, c.sum[:])
	sum := key.sum(c.sum[:0], b[start:])
	signature[0] = len(b)
	b = hex.AppendEncode(b, sum)
	signature[1] = len(b)
	c.buf = b
	return signature
}

func appendScope(b []byte, date, region, service string) []byte {
	b = append(b, date...)
	b = append(b, '/')
	b = append(b, region...)
	b = append(b, '/')
	b = append(b, service...)
	return append(b, '/', 'a', 'w', 's', '4', '_', 'r', 'e', 'q', 'u', 'e', 's', 't')
}

// wirePath returns the path of u as a request line has it.
func wirePath(u *url.URL) string {
	path := u.Opaque
	if path == "" {
		return u.EscapedPath()
	}
	if rest, ok := strings.CutPrefix(path, "//"); ok {
		path = ""
		if i := strings.IndexByte(rest, '/'); i >= 0 {
			path = rest[i:]
		}
	}
	path, _, _ = strings.Cut(path, "?")
	return path
}

// appendPath appends the canonical form of an escaped path.
func appendPath(b []byte, path string, mode pathMode) []byte {
	if path == "" {
		return append(b, '/')
	}
	if mode.keep {
		return appendEscaped(b, path, mode.once, true)
	}

	// Each slash in the output begins a segment, so cutting the output at its last
	// slash drops the last segment.
	start := len(b)
	for segment := range strings.SplitSeq(path, "/") {
		switch segment {
		case "", ".":
		case "..":
			if i := bytes.LastIndexByte(b[start:], '/'); i >= 0 {
				b = b[:start+i]
			}
		default:
			b = append(b, '/')
			b = appendEscaped(b, segment, mode.once, false)
		}
	}
	if len(b) == start || path[len(path)-1] == '/' {
		b = append(b, '/')
	}
	return b
}

// appendQuery appends a query's parameters, except the one whose name is in
// skip. The parameters are decoded and encoded again, and sorted by encoded
// name and then by encoded value.
func (c *canonical) appendQuery(b []byte, query, skip string) []byte {
	start := len(b)
	c.params = c.params[:0]
	sorted := true
	for pair := range strings.SplitSeq(query, "&") {
		if pair == "" {
			continue
		}
		name, value, _ := strings.Cut(pair, "=")
		p := param{start: len(b)}
		b = appendReescaped(b, name)
		if skip != "" && string(b[p.start:]) == skip {
			b = b[:p.start]
			continue
		}
		p.equals = len(b)
		b = append(b, '=')
		b = appendReescaped(b, value)
		p.end = len(b)
		b = append(b, '&')
		if n := len(c.params); n > 0 && compareParams(b, c.params[n-1], p) > 0 {
			sorted = false
		}
		c.params = append(c.params, p)
	}
	switch {
	case len(c.params) == 0:
		return b
	case sorted:
		return b[:len(b)-1]
	}

	// Append the parameters again in sorted order, then copy them over the
	// unsorted ones.
	sort.Sort(&paramOrder{b, c.params})
	end := len(b)
	for _, p := range c.params {
		b = append(b, b[p.start:p.end]...)
		b = append(b, '&')
	}
	n := copy(b[start:], b[end:len(b)-1])
	return b[:start+n]
}

// paramOrder implements sort.Interface for parameters. A generic sort would add
// more code to programs, because it would be compiled separately for this type.
// sort.Sort is compiled only once for all types.
type paramOrder struct {
	b      []byte
	params []param
}

func (o *paramOrder) Len() int           { return len(o.params) }
func (o *paramOrder) Swap(i, j int)      { o.params[i], o.params[j] = o.params[j], o.params[i] }
func (o *paramOrder) Less(i, j int) bool { return compareParams(o.b, o.params[i], o.params[j]) < 0 }

func compareParams(b []byte, x, y param) int {
	if n := bytes.Compare(b[x.start:x.equals], b[y.start:y.equals]); n != 0 {
		return n
	}
	return bytes.Compare(b[x.equals:x.end], b[y.equals:y.end])
}

// appendReescaped appends a part of a query, decoded and encoded again. Invalid
// escape sequences count as literal text. A plus sign is decoded to a space, as
// in forms.
func appendReescaped(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '+':
			c = ' '
		case c == '%' && i+2 < len(s):
			hi, lo := unhex(s[i+1]), unhex(s[i+2])
			if hi < 16 && lo < 16 {
				c = hi<<4 | lo
				i += 2
			}
		}
		b = appendByte(b, c)
	}
	return b
}

// appendEscaped percent-encodes s, a part of a path, and appends the result. If
// once is true, escape sequences in s are not encoded again. If slashes is
// true, slashes are not encoded.
func appendEscaped(b []byte, s string, once, slashes bool) []byte {
	for i := range len(s) {
		c := s[i]
		if c == '/' && slashes || c == '%' && once && i+2 < len(s) && unhex(s[i+1]) < 16 && unhex(s[i+2]) < 16 {
			b = append(b, c)
			continue
		}
		b = appendByte(b, c)
	}
	return b
}

// appendByte appends c, percent-encoded unless it is unreserved in RFC 3986.
func appendByte(b []byte, c byte) []byte {
	const digits = "0123456789ABCDEF"
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9',
		c == '-', c == '.', c == '_', c == '~':
		return append(b, c)
	}
	return append(b, '%', digits[c>>4], digits[c&15])
}

// appendQueryEscaped appends a query value, encoded as AWS requires.
func appendQueryEscaped(b []byte, s string) []byte {
	for i := range len(s) {
		b = appendByte(b, s[i])
	}
	return b
}

func unhex(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}

// appendFolded appends a header's value. It trims white space and replaces each
// run of white space with one space.
func appendFolded(b []byte, s string) []byte {
	start, space := len(b), false
	for i := range len(s) {
		c := s[i]
		if c == ' ' || '\t' <= c && c <= '\r' {
			space = true
			continue
		}
		if space && len(b) > start {
			b = append(b, ' ')
		}
		space = false
		b = append(b, c)
	}
	return b
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func appendLower(b []byte, s string) []byte {
	for i := range len(s) {
		b = append(b, lower(s[i]))
	}
	return b
}

// compareFold orders names by their lower-case forms.
func compareFold(a, b string) int {
	for i := range min(len(a), len(b)) {
		if x, y := lower(a[i]), lower(b[i]); x != y {
			return int(x) - int(y)
		}
	}
	return len(a) - len(b)
}
