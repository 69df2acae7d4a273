package xmlscan

import (
	"bytes"
	"io"
	"strconv"
)

const (
	// MaxDepth is the maximum number of open elements.
	MaxDepth = 128
	// MaxAttrs is the maximum number of attributes in one tag.
	MaxAttrs = 64

	maxDoc = 1<<31 - 1 // offsets of open elements are kept in 32 bits
)

// A Kind is a kind of token.
type Kind uint8

// The kinds of tokens.
const (
	None  Kind = iota // the end of the document, or an error
	Start             // a start tag; an empty element gives a Start and an End
	End               // an end tag
	Text              // character data or a CDATA section
)

// A Scanner scans a document. Call Reset to set the document. The document of
// the zero Scanner is empty. A Scanner allocates memory only for errors, and
// for one buffer that holds values that differ from the document's bytes.
type Scanner struct {
	doc   []byte
	pos   int
	watch watch
	err   *SyntaxError
	name  []byte // local name of the last start or end tag
	depth int
	empty bool // the innermost open element was self-closing
	root  bool // the root element has been opened
	cdata bool // the last text was a CDATA section
	text  span // the last text, raw
	open  [MaxDepth]span
	value []byte // buffer for values that differ from the document
}

// A span is a piece of the document.
type span struct{ start, end int32 }

func (s *Scanner) at(p span) []byte { return s.doc[p.start:p.end] }

// Reset sets the document and starts at its beginning. It checks the encoding,
// the XML declaration, and every character.
func (s *Scanner) Reset(doc []byte) {
	s.doc, s.pos, s.err, s.name = doc, 0, nil, nil
	s.depth, s.empty, s.root = 0, false, false
	s.watch = watch{amp: -1, cr: -1, cdEnd: -1, next: -1}
	if len(doc) > maxDoc {
		s.fail(0, "document too large")
		return
	}
	s.prolog()
}

// Err returns the first error, a *SyntaxError, or nil if there is none. After
// an error, all methods behave as at the end of the document.
func (s *Scanner) Err() error {
	if s.err == nil {
		return nil
	}
	return s.err
}

// Offset returns the number of bytes read.
func (s *Scanner) Offset() int { return s.pos }

// Depth returns the number of open elements.
func (s *Scanner) Depth() int { return s.depth }

// Name returns the local name of the last tag from Next.
func (s *Scanner) Name() string { return string(s.name) }

// AppendText appends the last character data from Next.
func (s *Scanner) AppendText(dst []byte) []byte {
	if s.cdata {
		return appendLines(dst, s.at(s.text))
	}
	return appendText(dst, s.at(s.text))
}

// fail records an error unless there already is one. It always returns false,
// so that callers can return its result.
func (s *Scanner) fail(offset int, msg string) bool { return s.failAs(nil, offset, msg) }

// failCut is like fail, but for a document that ends too early and could be the
// beginning of a well-formed document.
func (s *Scanner) failCut(offset int, msg string) bool {
	return s.failAs(io.ErrUnexpectedEOF, offset, msg)
}

func (s *Scanner) failAs(sentinel error, offset int, msg string) bool {
	if s.err == nil {
		s.err = &SyntaxError{Offset: offset, Msg: msg, is: sentinel}
	}
	return false
}

// Child opens the next child of the open element and returns the child's local
// name. If there are no more children, it closes the open element and returns
// false. It also returns false if there is an error. It checks and drops text
// between children. If no element is open, the root is the only child.
//
// guess is the name that the caller expects next. It only affects speed: Child
// recognizes a tag with this name by a single comparison.
func (s *Scanner) Child(guess string) (name []byte, ok bool) {
	if s.err == nil && !s.empty && s.depth > 0 {
		p := skipSpace(s.doc, s.pos)
		if tag := s.doc[p:]; opens(tag, guess) {
			s.pos = p + len(guess) + 2
			return tag[1 : 1+len(guess)], s.push(p+1, p+1+len(guess))
		} else if name := s.at(s.open[s.depth-1]); closes(tag, name) {
			s.pos = p + len(name) + 3
			s.depth--
			return nil, false
		}
	}
	for {
		switch s.Next() {
		case Start:
			return s.name, true
		case Text:
		default:
			return nil, false
		}
	}
}

// opens reports whether doc starts with exactly <name>: the start tag has no
// namespace prefix, attributes or white space. It returns false for an empty
// name.
func opens(doc []byte, name string) bool {
	n := len(name)
	return len(doc) > n+1 && doc[n+1] == '>' && doc[0] == '<' && string(doc[1:n+1]) == name && n > 0
}

// closes reports whether doc starts with exactly </name>: the end tag has no
// namespace prefix and no white space.
func closes(doc, name []byte) bool {
	n := len(name)
	return len(doc) > n+2 && doc[n+2] == '>' && doc[0] == '<' && doc[1] == '/' && string(doc[2:n+2]) == string(name)
}

// Value returns the open element's character data and closes the element. A
// child element is an error. If there is an error, ok is false, and text is the
// data before the error.
func (s *Scanner) Value() (text []byte, ok bool) {
	if s.err != nil {
		return nil, false
	}
	if i := bytes.IndexByte(s.doc[s.pos:], '<'); i >= 0 && !s.empty && s.depth > 0 {
		start, end := s.pos, s.pos+i
		if s.plain(start, end) {
			if name := s.at(s.open[s.depth-1]); closes(s.doc[end:], name) {
				s.pos = end + len(name) + 3
				s.depth--
				return s.doc[start:end], true
			}
		}
	}
	return s.slowValue()
}

// slowValue puts a value together from its tokens.
func (s *Scanner) slowValue() (text []byte, ok bool) {
	s.value = s.value[:0]
	for {
		switch s.Next() {
		case Text:
			s.value = s.AppendText(s.value)
		case Start:
			s.fail(int(s.open[s.depth-1].start)-1, "element "+quoteName(s.name)+" inside a value")
			return s.value, false
		case End:
			return s.value, true
		default:
			return s.value, false
		}
	}
}

// A Tag contains an element's start tag <name> and end tag </name>. These tags
// have no namespace prefix, attributes or white space.
type Tag struct{ start, end string }

// TagOf returns the tag for a local name.
func TagOf(name string) Tag { return Tag{"<" + name + ">", "</" + name + ">"} }

// Leaf is Child and Value in one call, for a child that has the given tag and
// contains only plain text. For any other child, it returns false and does not
// advance, so that the caller can use Child. Leaf does about half as much work
// as Child and Value, because it does not open and close the element.
func (s *Scanner) Leaf(tag *Tag) (text []byte, ok bool) {
	if s.err != nil || s.empty || s.depth == 0 || s.depth == MaxDepth {
		return nil, false
	}
	rest := s.doc[skipSpace(s.doc, s.pos):]
	if !hasPrefix(rest, tag.start) {
		return nil, false
	}
	rest = rest[len(tag.start):]
	n := bytes.IndexByte(rest, '<')
	if n < 0 || !hasPrefix(rest[n:], tag.end) {
		return nil, false
	}
	start := len(s.doc) - len(rest)
	end := start + n
	if end > s.watch.next && !s.plain(start, end) {
		return nil, false
	}
	s.pos = end + len(tag.end)
	return rest[:n], true
}

// Skip checks and skips the rest of the open element and closes it. It returns
// false if there is an error.
func (s *Scanner) Skip() bool {
	for depth := s.depth; s.depth >= depth && s.depth > 0; {
		if s.Next() == None {
			return false
		}
	}
	return s.err == nil
}

// Finish checks the rest of the document and returns the first error, or nil.
func (s *Scanner) Finish() error {
	for s.Next() != None {
	}
	return s.Err()
}

// Next returns the next token. It checks and skips comments, processing
// instructions, and white space outside the root.
func (s *Scanner) Next() Kind {
	if s.err != nil {
		return None
	}
	if s.empty {
		s.empty = false
		s.depth--
		return End
	}
	for s.pos < len(s.doc) {
		if s.doc[s.pos] != '<' {
			if s.chars() {
				return Text
			}
		} else if tok := s.markup(); tok != None {
			return tok
		}
		if s.err != nil {
			return None
		}
	}
	switch {
	case s.depth > 0:
		s.failCut(len(s.doc), "document ends inside element "+quoteName(s.at(s.open[s.depth-1])))
	case !s.root:
		s.failCut(len(s.doc), "no root element")
	}
	return None
}

// chars reads text up to the next markup. It returns false if the text is white
// space outside the root, which is dropped, or if there is an error.
func (s *Scanner) chars() bool {
	start, end := s.pos, len(s.doc)
	if i := bytes.IndexByte(s.doc[start:], '<'); i >= 0 {
		end = start + i
	}
	s.pos = end
	if s.depth == 0 {
		if i := skipSpace(s.doc, start); i < end {
			s.fail(i, "text outside the root element")
		}
		return false
	}
	if !s.plain(start, end) && !s.checkText(start, end) {
		return false
	}
	s.text, s.cdata = span{int32(start), int32(end)}, false
	return true
}

// markup reads one piece of markup, which starts with '<'. It returns None for
// a comment, a processing instruction or an error.
func (s *Scanner) markup() Kind {
	rest := s.doc[s.pos+1:]
	switch {
	case len(rest) == 0:
		s.failCut(len(s.doc), "document ends inside a tag")
	case rest[0] == '/':
		if s.endTag() {
			return End
		}
	case rest[0] == '?':
		s.instruction()
	case hasPrefix(rest, "!--"):
		s.comment()
	case hasPrefix(rest, "![CDATA["):
		if s.section() {
			return Text
		}
	case hasPrefix(rest, "!DOCTYPE"):
		s.failAs(ErrDoctype, s.pos, "document type declarations are not accepted")
	case begins(rest, "!--"), begins(rest, "![CDATA["), begins(rest, "!DOCTYPE"):
		s.failCut(len(s.doc), "document ends inside a markup declaration")
	case rest[0] == '!':
		s.fail(s.pos, "unknown markup declaration")
	default:
		if s.startTag() {
			return Start
		}
	}
	return None
}

// push opens an element whose name is doc[start:end].
func (s *Scanner) push(start, end int) bool {
	if s.depth == MaxDepth {
		return s.fail(start-1, "more than "+strconv.Itoa(MaxDepth)+" elements nested")
	}
	s.open[s.depth] = span{int32(start), int32(end)}
	s.depth++
	return true
}

// startTag reads a start tag and opens its element.
func (s *Scanner) startTag() bool {
	if s.depth == 0 && s.root {
		return s.fail(s.pos, "second root element")
	}
	start := s.pos + 1
	end := nameEnd(s.doc, start)
	name, ok := localName(s.doc[start:end])
	if end == start || !ok {
		return s.fail(start, "bad element name")
	}
	switch rest := s.doc[end:]; {
	case hasPrefix(rest, ">"):
		s.pos = end + 1
	case hasPrefix(rest, "/>"):
		s.pos, s.empty = end+2, true
	default:
		if s.pos = end; !s.attributes() {
			return false
		}
	}
	s.name, s.root = name, true
	return s.push(start, end)
}

// endTag reads an end tag and closes its element.
func (s *Scanner) endTag() bool {
	if s.depth == 0 {
		return s.fail(s.pos, "end tag without start tag")
	}
	name := s.at(s.open[s.depth-1])
	rest := s.doc[s.pos+2:]
	if len(rest) < len(name) && bytes.HasPrefix(name, rest) {
		return s.failCut(len(s.doc), "document ends inside a tag")
	}
	if !bytes.HasPrefix(rest, name) || nameEnd(rest, 0) != len(name) {
		return s.fail(s.pos, "end tag does not match element "+quoteName(name))
	}
	switch i := skipSpace(rest, len(name)); {
	case i == len(rest):
		return s.failCut(len(s.doc), "document ends inside a tag")
	case rest[i] != '>':
		return s.fail(s.pos+2+i, "bad end tag")
	default:
		s.pos += i + 3
	}
	s.depth--
	s.name, _ = localName(name)
	return true
}

// attributes reads the rest of a start tag, after the name.
func (s *Scanner) attributes() bool {
	var seen [MaxAttrs]span
	for n := 0; ; n++ {
		i := skipSpace(s.doc, s.pos)
		rest := s.doc[i:]
		switch {
		case hasPrefix(rest, ">"):
			s.pos = i + 1
			return true
		case hasPrefix(rest, "/>"):
			s.pos, s.empty = i+2, true
			return true
		case begins(rest, "/>"):
			return s.failCut(len(s.doc), "document ends inside a tag")
		case i == s.pos:
			return s.fail(i, "bad character in a tag")
		case n == MaxAttrs:
			return s.fail(i, "more than "+strconv.Itoa(MaxAttrs)+" attributes")
		}
		end := nameEnd(s.doc, i)
		name := s.doc[i:end]
		if _, ok := localName(name); !ok || len(name) == 0 {
			return s.fail(i, "bad attribute name")
		}
		if end == len(s.doc) {
			return s.failCut(end, "document ends inside a tag")
		}
		for _, other := range seen[:n] {
			if string(s.at(other)) == string(name) {
				return s.fail(i, "attribute twice in a tag")
			}
		}
		seen[n] = span{int32(i), int32(end)}
		switch s.pos = skipSpace(s.doc, end); {
		case s.pos == len(s.doc):
			return s.failCut(s.pos, "document ends inside a tag")
		case s.doc[s.pos] != '=':
			return s.fail(s.pos, "attribute without a value")
		}
		if s.pos = skipSpace(s.doc, s.pos+1); !s.attributeValue() {
			return false
		}
	}
}

// attributeValue reads a quoted value.
func (s *Scanner) attributeValue() bool {
	rest := s.doc[s.pos:]
	switch {
	case len(rest) == 0:
		return s.failCut(s.pos, "document ends inside a tag")
	case rest[0] != '"' && rest[0] != '\'':
		return s.fail(s.pos, "attribute value without quotes")
	}
	start := s.pos + 1
	n := bytes.IndexByte(rest[1:], rest[0])
	closed := n >= 0
	if !closed {
		n = len(rest) - 1 // the part that is there may be invalid already
	}
	if i := bytes.IndexByte(rest[1:1+n], '<'); i >= 0 {
		return s.fail(start+i, "'<' in an attribute value")
	}
	if !s.checkRefs(start, start+n) {
		return false
	}
	if !closed {
		return s.failCut(s.pos, "attribute value without its closing quote")
	}
	s.pos = start + n + 1
	return true
}

// hasPrefix is bytes.HasPrefix for a string.
func hasPrefix(s []byte, prefix string) bool {
	return len(s) >= len(prefix) && string(s[:len(prefix)]) == prefix
}

// begins reports whether s is a proper prefix of word, for example because the
// document was cut off inside word.
func begins(s []byte, word string) bool {
	return len(s) < len(word) && string(s) == word[:len(s)]
}

// quoteName quotes a name for an error message. It shortens long names.
func quoteName(name []byte) string {
	const most = 64
	if len(name) > most {
		return strconv.Quote(string(bytes.ToValidUTF8(name[:most], nil)) + "…")
	}
	return strconv.Quote(string(name))
}
