package xmlscan

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// comment reads a comment.
func (s *Scanner) comment() {
	start := s.pos + len("<!--")
	i := bytes.Index(s.doc[start:], []byte("--"))
	switch end := start + i + 2; {
	case i < 0, end == len(s.doc):
		s.failCut(s.pos, "comment without its end")
	case s.doc[end] != '>':
		s.fail(start+i, "\"--\" in a comment")
	default:
		s.pos = end + 1
	}
}

// section reads a CDATA section.
func (s *Scanner) section() bool {
	if s.depth == 0 {
		return s.fail(s.pos, "CDATA section outside the root element")
	}
	start := s.pos + len("<![CDATA[")
	i := bytes.Index(s.doc[start:], []byte("]]>"))
	if i < 0 {
		return s.failCut(s.pos, "CDATA section without its end")
	}
	s.text, s.cdata = span{int32(start), int32(start + i)}, true
	s.pos = start + i + len("]]>")
	return true
}

// instruction reads a processing instruction. It rejects an XML declaration,
// which looks like a processing instruction. A declaration is allowed only at
// the start of the document, where prolog reads it.
func (s *Scanner) instruction() bool {
	start := s.pos + len("<?")
	i := nameEnd(s.doc, start)
	target := s.doc[start:i]
	switch rest := s.doc[i:]; {
	case len(rest) == 0:
		return s.failCut(s.pos, "processing instruction without its end")
	case len(target) == 0:
		return s.fail(start, "bad target of a processing instruction")
	case bytes.EqualFold(target, []byte("xml")):
		return s.fail(s.pos, "misplaced XML declaration")
	case !isSpace(rest[0]) && !hasPrefix(rest, "?>") && !begins(rest, "?>"):
		return s.fail(i, "bad target of a processing instruction")
	}
	n := bytes.Index(s.doc[i:], []byte("?>"))
	if n < 0 {
		return s.failCut(s.pos, "processing instruction without its end")
	}
	s.pos = i + n + len("?>")
	return true
}

// prolog reads the byte order mark and the XML declaration, if any, and checks
// all of the document's characters.
func (s *Scanner) prolog() bool {
	switch doc := s.doc; {
	case hasPrefix(doc, "\xef\xbb\xbf"):
		s.pos = 3
	case hasPrefix(doc, "\xfe\xff"), hasPrefix(doc, "\xff\xfe"),
		hasPrefix(doc, "\x00<"), hasPrefix(doc, "<\x00"):
		return s.fail(0, "encoding is UTF-16, not UTF-8")
	}
	if rest := s.doc[s.pos:]; hasPrefix(rest, "<?xml") && nameEnd(rest, 2) == len("<?xml") {
		// The declaration is read before the characters are checked, so that
		// the error can name the encoding, such as Latin-1.
		if !s.declaration() {
			return false
		}
	}
	bad, cr := checkChars(s.doc[s.pos:])
	if bad >= 0 && !utf8.FullRune(s.doc[s.pos+bad:]) {
		return s.failCut(s.pos+bad, "document ends inside a character")
	}
	if bad >= 0 {
		return s.fail(s.pos+bad, "character "+quoteChar(s.doc[s.pos+bad])+" is not allowed in XML")
	}
	s.watch.cr = seek(s.doc, s.pos, cr)
	return true
}

// declaration reads the XML declaration: the version, then optionally the
// encoding, then optionally standalone.
func (s *Scanner) declaration() bool {
	d := declaration{doc: s.doc, pos: s.pos + len("<?xml")}
	if version, ok := d.pseudo("version"); !ok {
		if d.cut || d.pos == len(d.doc) {
			return s.failCut(d.pos, "document ends inside the XML declaration")
		}
		return s.fail(d.pos, "XML declaration without a version")
	} else if string(version) != "1.0" {
		return s.fail(d.pos, "XML version is not 1.0")
	}
	if encoding, ok := d.pseudo("encoding"); ok && !bytes.EqualFold(encoding, []byte("utf-8")) {
		return s.fail(d.pos, "encoding is "+quoteName(encoding)+", not UTF-8")
	}
	if alone, ok := d.pseudo("standalone"); ok && string(alone) != "yes" && string(alone) != "no" {
		return s.fail(d.pos, "bad XML declaration")
	}
	d.skipSpace()
	switch rest := d.doc[d.pos:]; {
	case hasPrefix(rest, "?>"):
		s.pos = d.pos + len("?>")
		return true
	case d.cut, begins(rest, "?>"):
		return s.failCut(d.pos, "document ends inside the XML declaration")
	}
	return s.fail(d.pos, "bad XML declaration")
}

// declaration is a cursor over the XML declaration's pseudo attributes, such as
// version and encoding. Their characters have not been checked yet.
type declaration struct {
	doc []byte
	pos int
	cut bool // the document ended where a pseudo attribute could continue
}

func (d *declaration) skipSpace() bool {
	start := d.pos
	for d.pos < len(d.doc) && isSpace(d.doc[d.pos]) {
		d.pos++
	}
	return d.pos > start
}

// pseudo reads the pseudo attribute with the given name. If the next attribute
// has another name, pseudo returns false and does not advance.
func (d *declaration) pseudo(name string) (value []byte, ok bool) {
	start := d.pos
	if !d.skipSpace() || !d.expect(name) {
		d.pos = start
		return nil, false
	}
	if d.skipSpace(); !d.expect("=") {
		d.pos = start
		return nil, false
	}
	d.skipSpace()
	rest := d.doc[d.pos:]
	if len(rest) > 0 && (rest[0] == '"' || rest[0] == '\'') {
		if n := bytes.IndexByte(rest[1:], rest[0]); n >= 0 {
			d.pos += n + 2
			return rest[1 : 1+n], true
		}
		rest = rest[1:]
		d.cut = !bytes.ContainsFunc(rest, notInPseudo)
	}
	d.cut = d.cut || len(rest) == 0
	d.pos = start
	return nil, false
}

// notInPseudo reports whether a pseudo attribute's value cannot contain the
// character r.
func notInPseudo(r rune) bool { return r >= utf8.RuneSelf || nameClass[r] == 0 }

// expect reads a text if it comes next.
func (d *declaration) expect(text string) bool {
	rest := d.doc[d.pos:]
	if !hasPrefix(rest, text) {
		d.cut = d.cut || begins(rest, text)
		return false
	}
	d.pos += len(text)
	return true
}

// quoteChar quotes a byte for an error.
func quoteChar(c byte) string { return "0x" + strconv.FormatUint(uint64(c), 16) }
