package xmlscan_test

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/nereid-go/nereid/internal/soak"
	"github.com/nereid-go/nereid/internal/xmlscan"
)

// reference is like tokens, but uses encoding/xml.
func reference(doc string) (list []string, err error) {
	d := xml.NewDecoder(strings.NewReader(doc))
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			list = append(list, `"`+text.String()+`"`)
			text.Reset()
		}
	}
	depth := 0
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return list, err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			flush()
			depth++
			list = append(list, "<"+tok.Name.Local)
		case xml.EndElement:
			flush()
			depth--
			list = append(list, ">"+tok.Name.Local)
		case xml.CharData:
			if depth > 0 {
				text.Write(tok)
			}
		}
	}
}

// FuzzScan compares the scanner with encoding/xml. If the scanner accepts a
// document, encoding/xml must accept it with the same tokens. There are two
// differences by design: the scanner follows a later edition for the letters in
// names, and encoding/xml does not skip a byte order mark.
func FuzzScan(tf *testing.F) {
	f := soak.F{F: tf}
	for _, doc := range []string{
		`<a/>`, `<?xml version="1.0" encoding="UTF-8"?><a b="c">&lt;x&#65;<!-- c --><![CDATA[<]]]]><![CDATA[>]]></a>`,
		"<r xmlns='u'><p:a>x\r\ny\rz</p:a><b/> <?pi data?></r>\n<!-- end -->", "<a>]]></a>", "<!DOCTYPE a><a/>",
		"\ufeff<é>漢\U0001F642</é>", "<a></b>", "<a b='1' b='2'/>", "<a>&nbsp;</a>", "<a>\x00</a>",
		"<r>\n <a>1</a>\n <a>&amp;2</a><a/><a>3</a ><a>]]</a><a b='c'>4</a></r>",
	} {
		f.Add(doc)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		got, err := tokens(doc)
		walk(t, doc, err)
		checkCut(t, doc, err)
		if err != nil {
			var syntax *xmlscan.SyntaxError
			if !errors.As(err, &syntax) || syntax.Offset < 0 || syntax.Offset > len(doc) {
				t.Fatalf("bad error %#v", err)
			}
			checkStrict(t, doc, syntax)
			return
		}
		want, err := reference(strings.TrimPrefix(doc, "\ufeff"))
		if err != nil {
			if strings.Contains(err.Error(), "name") && !isASCII(doc) {
				return
			}
			t.Fatalf("encoding/xml refuses %q: %v", doc, err)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("tokens of %q are\n%q, for encoding/xml\n%q", doc, got, want)
		}
	})
}

// checkCut checks that every prefix of a valid document is valid or reported as
// cut off. It also checks that a malformed document stays malformed with more
// text after it.
func checkCut(t *testing.T, doc string, err error) {
	switch {
	case err == nil:
		for i := range 8 {
			start := doc[:len(doc)*i/8]
			if _, err := tokens(start); err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
				t.Fatalf("%q is good, %q not: %v", doc, start, err)
			}
		}
	case !errors.Is(err, io.ErrUnexpectedEOF):
		for _, end := range []string{">", "/>", "=''/>", "'/>", "\"/>", "</a>", ";</a>", "lt;</a>", "]]></a>", "--><a/>", "?><a/>", "\xbf</a>", "'?><a/>"} {
			if _, later := tokens(doc + end); later == nil {
				t.Fatalf("%q: %v, but with %q it is good", doc, err, end)
			}
		}
	}
}

// checkStrict checks an error of the scanner. A character that it calls illegal
// must be illegal. An error that encoding/xml does not report must be one that
// encoding/xml does not check for.
func checkStrict(t *testing.T, doc string, err *xmlscan.SyntaxError) {
	if strings.HasPrefix(err.Msg, "character") {
		r, n := utf8.DecodeRuneInString(doc[err.Offset:])
		if (r != utf8.RuneError || n != 1) && (r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r < 0xFFFE && r != 0xFFFE || r > 0xFFFF) {
			t.Fatalf("%q: %v, but it is a good one", doc, err)
		}
		return
	}
	if _, other := reference(strings.TrimPrefix(doc, "\ufeff")); other != nil {
		return
	}
	for _, known := range []string{
		"root element", "attribute twice", "'<' in an attribute", "document type", "markup declaration", "elements nested",
		"attributes", "processing instruction", "XML declaration", "XML version", "encoding", "bad character in a tag",
	} {
		if strings.Contains(err.Msg, known) {
			return
		}
	}
	t.Fatalf("%q: %v, which encoding/xml accepts", doc, err)
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// walk scans a document by descent, with right and wrong guesses of names. The
// result must be the same, and values must match the tokens.
func walk(t *testing.T, doc string, want error) {
	for _, guess := range []string{"", "a"} {
		var s xmlscan.Scanner
		s.Reset([]byte(doc))
		for depth := 0; ; {
			checkLeaf(t, doc, s)
			if _, ok := s.Child(guess); ok {
				depth++
				continue
			}
			if depth--; depth < 0 || s.Err() != nil {
				break
			}
		}
		if err := s.Finish(); (err == nil) != (want == nil) {
			t.Fatalf("descent of %q: %v, tokens: %v", doc, err, want)
		}
	}
	if want != nil {
		return
	}
	var s xmlscan.Scanner
	s.Reset([]byte(doc))
	s.Child("")
	if value, ok := s.Value(); ok {
		text := string(value)
		list, _ := tokens(doc)
		if got := strings.Join(list[1:len(list)-1], ""); text != strings.TrimSuffix(strings.TrimPrefix(got, `"`), `"`) && `"`+text+`"` != got {
			t.Fatalf("value of %q is %q, tokens are %q", doc, text, list)
		}
	}
}

// checkLeaf calls Leaf on a copy of the walk's scanner. If it finds a leaf,
// Child and Value must find it too, and end at the same offset. Otherwise the
// scanner must be unchanged.
func checkLeaf(t *testing.T, doc string, s xmlscan.Scanner) {
	tag, slow, offset, depth := xmlscan.TagOf("a"), s, s.Offset(), s.Depth()
	text, ok := s.Leaf(&tag)
	if s.Depth() != depth || s.Err() != slow.Err() || !ok && s.Offset() != offset {
		t.Fatalf("Leaf at %d of %q goes from depth %d to %d, to offset %d: %v", offset, doc, depth, s.Depth(), s.Offset(), s.Err())
	}
	if !ok {
		return
	}
	name, found := slow.Child("")
	if value, ok := slow.Value(); !found || string(name) != "a" || !ok || string(value) != string(text) || slow.Offset() != s.Offset() {
		t.Fatalf("leaf at %d of %q is %q up to %d, but the child is %q with %q up to %d", offset, doc, text, s.Offset(), name, value, slow.Offset())
	}
}
