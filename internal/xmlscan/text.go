package xmlscan

import (
	"bytes"
	"unicode/utf8"
)

// watch contains the offsets of the next reference, the next carriage return
// and the next "]]>" in the document. Text without any of them is plain: its
// value equals its bytes. The scanner searches each part of the document only
// once for each of them. For most texts, comparing two integers is therefore
// enough to know that the text is plain.
type watch struct {
	amp, cr, cdEnd int
	next           int // the least of them
}

// advance updates each of the three offsets that is before i: it searches
// doc[i:] for the next occurrence.
func (w *watch) advance(doc []byte, i int) {
	if w.amp < i {
		w.amp = seek(doc, i, bytes.IndexByte(doc[i:], '&'))
	}
	if w.cr < i {
		w.cr = seek(doc, i, bytes.IndexByte(doc[i:], '\r'))
	}
	if w.cdEnd < i {
		w.cdEnd = seek(doc, i, bytes.Index(doc[i:], []byte("]]>")))
	}
	w.next = min(w.amp, w.cr, w.cdEnd)
}

// seek converts found, the result of a search in doc[i:], to an offset in doc.
// If found is negative, seek returns an offset beyond doc's end.
func seek(doc []byte, i, found int) int {
	if found < 0 {
		return len(doc) + 1
	}
	return i + found
}

// plain reports whether doc[i:j] is plain text, see watch.
func (s *Scanner) plain(i, j int) bool {
	if s.watch.next >= j {
		return true
	}
	if s.watch.next < i {
		s.watch.advance(s.doc, i)
	}
	return s.watch.next >= j
}

// checkText checks the text doc[i:j], which is not plain: references must be
// valid, and "]]>" must not occur.
func (s *Scanner) checkText(i, j int) bool {
	text := s.doc[i:j]
	if k := bytes.Index(text, []byte("]]>")); k >= 0 {
		return s.fail(i+k, "\"]]>\" in text")
	}
	return s.checkRefs(i, j)
}

// checkRefs looks over the references in doc[i:j].
func (s *Scanner) checkRefs(i, j int) bool {
	for {
		k := bytes.IndexByte(s.doc[i:j], '&')
		if k < 0 {
			return true
		}
		i += k
		_, n := reference(s.doc[i:j])
		switch {
		case n == 0 && j == len(s.doc) && beginsReference(s.doc[i:]):
			return s.failCut(i, "document ends inside a reference")
		case n == 0:
			return s.fail(i, "bad reference")
		}
		i += n
	}
}

// appendText appends text with references expanded and line ends normalised.
// checkText must have accepted the text.
func appendText(dst, text []byte) []byte {
	for {
		i := bytes.IndexAny(text, "&\r")
		if i < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:i]...)
		text = text[i:]
		if text[0] == '\r' {
			dst, text = append(dst, '\n'), skipCR(text)
			continue
		}
		r, n := reference(text)
		dst, text = utf8.AppendRune(dst, r), text[max(n, 1):]
	}
}

// appendLines appends the text of a CDATA section with line ends normalised.
func appendLines(dst, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '\r')
		if i < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:i]...)
		dst, text = append(dst, '\n'), skipCR(text[i:])
	}
}

// skipCR removes a carriage return at the start of text, and the line feed
// after it if there is one.
func skipCR(text []byte) []byte {
	if len(text) > 1 && text[1] == '\n' {
		return text[2:]
	}
	return text[1:]
}

// reference reads the reference at the start of text. It returns the character
// that the reference stands for and the reference's length in bytes. The length
// is 0 if the reference is invalid.
func reference(text []byte) (r rune, n int) {
	end := bytes.IndexByte(text, ';')
	if end < 2 {
		return 0, 0
	}
	name := text[1:end]
	if name[0] == '#' {
		r, ok := charRef(name[1:])
		if !ok || !isChar(r) {
			return 0, 0
		}
		return r, end + 1
	}
	switch string(name) {
	case "lt":
		r = '<'
	case "gt":
		r = '>'
	case "amp":
		r = '&'
	case "apos":
		r = '\''
	case "quot":
		r = '"'
	default:
		return 0, 0
	}
	return r, end + 1
}

// beginsReference reports whether text, which starts with '&', could be the
// beginning of a valid reference.
func beginsReference(text []byte) bool {
	name := text[1:]
	if hasPrefix(name, "#") {
		_, ok := charRef(name[1:]) // each of these can become a character
		return ok || len(name) == 1 || string(name) == "#x"
	}
	return begins(name, "lt;") || begins(name, "gt;") || begins(name, "amp;") || begins(name, "apos;") || begins(name, "quot;")
}

// charRef parses the number in a character reference: decimal, or hexadecimal
// after an x. It does not check that XML allows the character.
func charRef(digits []byte) (r rune, ok bool) {
	base := rune(10)
	if hasPrefix(digits, "x") {
		base, digits = 16, digits[1:]
	}
	if len(digits) == 0 {
		return 0, false
	}
	for i := range digits {
		d := hexDigit(digits[i])
		if d >= base {
			return 0, false
		}
		if r = r*base + d; r > utf8.MaxRune {
			return 0, false
		}
	}
	return r, true
}

// hexDigit returns the value of a digit, or 16.
func hexDigit(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10
	}
	return 16
}
