package xmlscan_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/xmlscan"
)

// tokens returns the tokens of a document: tags by their local names, and the
// text between two tags as one quoted piece.
func tokens(doc string) (list []string, err error) {
	var s xmlscan.Scanner
	s.Reset([]byte(doc))
	var text []byte
	flush := func() {
		if len(text) > 0 {
			list = append(list, `"`+string(text)+`"`)
			text = text[:0]
		}
	}
	for {
		switch s.Next() {
		case xmlscan.Start:
			flush()
			list = append(list, "<"+s.Name())
		case xmlscan.End:
			flush()
			list = append(list, ">"+s.Name())
		case xmlscan.Text:
			text = s.AppendText(text)
		default:
			return list, s.Err()
		}
	}
}

func TestNext(t *testing.T) {
	tests := []struct {
		name, doc string
		want      []string
	}{
		{"empty element", `<a/>`, []string{"<a", ">a"}},
		{"empty element, space", `<a />`, []string{"<a", ">a"}},
		{"end tag, space", "<a></a\r\n\t >", []string{"<a", ">a"}},
		{"nested", `<a><b/><c>x</c></a>`, []string{"<a", "<b", ">b", "<c", `"x"`, ">c", ">a"}},
		{"byte order mark", "\ufeff<a/>", []string{"<a", ">a"}},
		{"declaration", `<?xml version="1.0" encoding='utf-8' standalone="yes" ?><a/>`, []string{"<a", ">a"}},
		{"declaration, mark", "\ufeff<?xml version = '1.0'?><a/>", []string{"<a", ">a"}},
		{"misc", "<!-- - --> <?pi?><a/>\n<?pi > ??><!---->", []string{"<a", ">a"}},
		{"xml-like target", `<?xml-stylesheet href="x"?><a/>`, []string{"<a", ">a"}},
		{"prefix", `<p:a xmlns:p="u"><p:b/></p:a>`, []string{"<a", "<b", ">b", ">a"}},
		{"colon at an end", `<:a><b:/></:a>`, []string{"<:a", "<b:", ">b:", ">:a"}},
		{"attributes", `<a b="1" c='"' d="'>" e = "&lt;"/>`, []string{"<a", ">a"}},
		{"predefined entities", `<a>&lt;&gt;&amp;&apos;&quot;</a>`, []string{"<a", `"<>&'""`, ">a"}},
		{"character references", `<a>&#65;&#x41;&#x0000041;&#128578;&#13;</a>`, []string{"<a", "\"AAA🙂\r\"", ">a"}},
		{"line ends", "<a>1\r\n2\r3\n4\r\r\n5</a>", []string{"<a", "\"1\n2\n3\n4\n\n5\"", ">a"}},
		{"line ends in CDATA", "<a><![CDATA[1\r\n2\r]]></a>", []string{"<a", "\"1\n2\n\"", ">a"}},
		{"CDATA", `<a>x<![CDATA[<&amp;]]]]><![CDATA[>]]>y</a>`, []string{"<a", `"x<&amp;]]>y"`, ">a"}},
		{"comment in text", `<a>x<!-- <b> & ]]> -->y</a>`, []string{"<a", `"xy"`, ">a"}},
		{"instruction in text", `<a>x<?b <c> & ]]> ?>y</a>`, []string{"<a", `"xy"`, ">a"}},
		{"gt and brackets in text", `<a>]] > ]></a>`, []string{"<a", `"]] > ]>"`, ">a"}},
		{"letters", "<é·><漢.-9/></é·>", []string{"<é·", "<漢.-9", ">漢.-9", ">é·"}},
		{"all planes", "<a>\t\u0085\ud7ff\ue000\ufffd\U0010ffff\x7f</a>", []string{"<a", "\"\t\u0085\ud7ff\ue000\ufffd\U0010ffff\x7f\"", ">a"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tokens(tt.doc)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("tokens (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSyntaxErrors(t *testing.T) {
	tests := []struct {
		doc    string
		offset int
		msg    string
	}{
		{"", 0, "no root element"},
		{" \r\n", 3, "no root element"},
		{"plain", 0, "text outside the root"},
		{"<", 1, "ends inside a tag"},
		{"<a", 2, "ends inside a tag"},
		{"<a b='", 5, "closing quote"},
		{"<a>", 3, `ends inside element "a"`},
		{"<a><b>x</b>", 11, `ends inside element "a"`},
		{"</a>", 0, "end tag without start tag"},
		{"<a></b>", 3, `does not match element "a"`},
		{"<a></aa>", 3, `does not match element "a"`},
		{"<a></A>", 3, `does not match element "a"`},
		{"<aa></a>", 4, `does not match element "aa"`},
		{"<p:a></a>", 5, `does not match element "p:a"`},
		{"<a></a b='c'>", 7, "bad end tag"},
		{"<a></ a>", 3, "does not match"},
		{"<a/ >", 2, "bad character in a tag"},
		{"<a/><b/>", 4, "second root"},
		{"<a/>x", 4, "text outside the root"},
		{"<a/>&#32;", 4, "text outside the root"},
		{"x<a/>", 0, "text outside the root"},
		{"<![CDATA[]]><a/>", 0, "CDATA section outside"},
		{"<a/><![CDATA[]]>", 4, "CDATA section outside"},
		{"<a><![CDATA[]]</a>", 3, "CDATA section without its end"},
		{"<a><![cdata[]]></a>", 3, "unknown markup"},
		{"<1/>", 1, "bad element name"},
		{"< a/>", 1, "bad element name"},
		{"<a:b:c/>", 1, "bad element name"},
		{"<a\u00d7/>", 2, "bad character in a tag"},
		{"<\u0300/>", 1, "bad element name"},
		{"<a b/>", 4, "without a value"},
		{"<a b=c/>", 5, "without quotes"},
		{"<a b=/>", 5, "without quotes"},
		{"<a b='<'/>", 6, "'<' in an attribute"},
		{"<a b='x&y'/>", 7, "bad reference"},
		{"<a b='&nbsp;'/>", 6, "bad reference"},
		{"<a b='1'c='2'/>", 8, "bad character in a tag"},
		{"<a b='1' b='2'/>", 9, "attribute twice"},
		{"<a 1='2'/>", 3, "bad attribute name"},
		{"<a>&nbsp;</a>", 3, "bad reference"},
		{"<a>x & y</a>", 5, "bad reference"},
		{"<a>&;</a>", 3, "bad reference"},
		{"<a>&#;</a>", 3, "bad reference"},
		{"<a>&#x;</a>", 3, "bad reference"},
		{"<a>&#X41;</a>", 3, "bad reference"},
		{"<a>&#1a;</a>", 3, "bad reference"},
		{"<a>&#0;</a>", 3, "bad reference"},
		{"<a>&#11;</a>", 3, "bad reference"},
		{"<a>&#xD800;</a>", 3, "bad reference"},
		{"<a>&#xFFFE;</a>", 3, "bad reference"},
		{"<a>&#x110000;</a>", 3, "bad reference"},
		{"<a>&#99999999999999999999;</a>", 3, "bad reference"},
		{"<a>&lt</a>", 3, "bad reference"},
		{"<a>x]]></a>", 4, `"]]>" in text`},
		{"<a>x\x00</a>", 4, "character 0x0"},
		{"<a>\x1b</a>", 3, "character 0x1b"},
		{"<a>12345678\x0b</a>", 11, "character 0xb"},
		{"<a>\xff</a>", 3, "character 0xff"},
		{"<a>\xc0\xaf</a>", 3, "character 0xc0"},
		{"<a>\xed\xa0\x80</a>", 3, "character 0xed"},
		{"<a>\ufffe</a>", 3, "character 0xef"},
		{"<a b='\uffff'/>", 6, "character 0xef"},
		{"<a>é\xe9</a>", 5, "character 0xe9"},
		{"<!-- a -- b --><a/>", 7, `"--" in a comment`},
		{"<!-- a ---><a/>", 7, `"--" in a comment`},
		{"<!-- <a/>", 0, "comment without its end"},
		{"<!-><a/>", 0, "unknown markup"},
		{"<!ELEMENT a ANY><a/>", 0, "unknown markup"},
		{"<? a?><a/>", 2, "bad target"},
		{"<?a <b/>", 0, "instruction without its end"},
		{"<?a+?><b/>", 3, "bad target"},
		{" <?xml version='1.0'?><a/>", 1, "misplaced XML declaration"},
		{"<a><?XML?></a>", 3, "misplaced XML declaration"},
		{"<?xml?><a/>", 5, "without a version"},
		{"<?xml version='1.1'?><a/>", 19, "version is not 1.0"},
		{"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>", 41, `encoding is "ISO-8859-1", not UTF-8`},
		{"<?xml encoding='utf-8' version='1.0'?><a/>", 5, "without a version"},
		{"<?xml version='1.0' standalone='maybe'?><a/>", 38, "bad XML declaration"},
		{"<?xml version='1.0' other='x'?><a/>", 20, "bad XML declaration"},
		{"<?xml version='1.0'><a/>", 19, "bad XML declaration"},
		{"\xff\xfe<\x00a\x00", 0, "encoding is UTF-16"},
		{"\x00<\x00a", 0, "encoding is UTF-16"},
	}
	for _, tt := range tests {
		_, err := tokens(tt.doc)
		var syntax *xmlscan.SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("%q: got error %v, want one about %q", tt.doc, err, tt.msg)
			continue
		}
		if syntax.Offset != tt.offset || !strings.Contains(syntax.Msg, tt.msg) {
			t.Errorf("%q: got %q at %d, want %q at %d", tt.doc, syntax.Msg, syntax.Offset, tt.msg, tt.offset)
		}
		if errors.Is(err, xmlscan.ErrDoctype) {
			t.Errorf("%q: error is ErrDoctype", tt.doc)
		}
	}
}

// Every prefix of a valid document is valid or ends too early. The error for an
// early end differs from the error for a malformed document.
func TestCutOff(t *testing.T) {
	for _, doc := range []string{
		"\ufeff<?xml version = '1.0' encoding=\"UTF-8\" standalone='yes' ?>\r\n<!-- a - b --><?pi data?? ?>\n<a/>\n<!----><?end?> ",
		`<?xml version="1.0"?><a>&lt;&gt;&amp;&apos;&quot;&#10;&#123456;&#x9;&#x10FFFF;&#xD8000;</a>`,
		`<?xml version="1.0" standalone="no"?><?xml-stylesheet?><a><?xmlx ?></a>`,
		`<p:a xmlns:p="u" p:b = '&lt;"&#65;>' bc="" b="]]>" ><p:ab /><p:a></p:a ><:/><c: d:="1"/></p:a>`,
		"<a>]]<![CDATA[<&]] ]]]]><![CDATA[>]]>é漢\U0001F642\ufffd<é漢\U0001F642 é=''></é漢\U0001F642>\r\n</a>\n",
		`<ErrorResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><Error><Type>Sender</Type><Code>C</Code></Error></ErrorResponse>`,
	} {
		if _, err := tokens(doc); err != nil {
			t.Fatalf("%q: %v", doc, err)
		}
		root := strings.LastIndex(doc, "</")
		if root < 0 {
			root = strings.LastIndex(doc, "/>")
		}
		good := 0
		for n := range len(doc) {
			_, err := tokens(doc[:n])
			switch {
			case err == nil && n > root:
				good++
			case !errors.Is(err, io.ErrUnexpectedEOF):
				t.Errorf("%q: got error %v, want io.ErrUnexpectedEOF", doc[:n], err)
			}
			if _, err := tokens(doc[:n] + "\x01"); n > 3 && (err == nil || errors.Is(err, io.ErrUnexpectedEOF)) {
				t.Errorf("%q and a control character: got error %v", doc[:n], err)
			}
		}
		if rest := len(doc) - root; good >= rest {
			t.Errorf("%q: %d of the last %d prefixes are good", doc, good, rest)
		}
	}
}

// A malformed document with an end has an error before its end.
func TestMalformedIsNotCutOff(t *testing.T) {
	for _, doc := range []string{
		"plain", "</a>", "<a></b>", "<a></ab", "<a/></", "<a></a b", "<a/ >", "<a/>x", "<a/><b", "<1", "<a:b:c", "<a b>", "<a b=c", "<a b='x' c='<", "<a b='&x",
		"<a b='x></a>", "<a b='1' b ", "<a>&nbsp", "<a>&nbsp;</a>", "<a>x & y", "<a>&lt</a>", "<a>&;", "<a>&#x110000", "<a>&#x1;</a>", "<a>&#x1;", "<a>&#1a",
		"<a>]]>", "<a>\xff", "<a>\xed\xa0", "<a>\xc0", "<a>\ufffe", "<!-- a -- b", "<!-> ", "<!ELEMENT", "<!doctype", "<![cdata[",
		"<? a", "<??", "<?a+", "<a/><?xml ", "<?xml?><a/>", "<?xml versions", "<?xml version='1.1'", "<?xml version='1.0' encoding='latin1'",
		"<?xml version='1.0'><a/>", "<?xml version='1.0?><a/>", "<?xml version='1.0' other", "<?xml version=1", "<a><?xml ?></a>",
	} {
		if _, err := tokens(doc); err == nil || errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%q: got error %v, want one that is not io.ErrUnexpectedEOF", doc, err)
		}
	}
	for _, doc := range []string{`<!DOCTYPE a`, strings.Repeat("<a>", xmlscan.MaxDepth+1)} {
		if _, err := tokens(doc); err == nil || errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%.20q is refused for its end: %v", doc, err)
		}
	}
}

func TestDoctype(t *testing.T) {
	for _, doc := range []string{`<!DOCTYPE a><a/>`, `<?xml version="1.0"?> <!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>`} {
		if _, err := tokens(doc); !errors.Is(err, xmlscan.ErrDoctype) {
			t.Errorf("%q: got error %v, want ErrDoctype", doc, err)
		}
	}
}

func TestBounds(t *testing.T) {
	nest := func(n int) string { return strings.Repeat("<a>", n) + strings.Repeat("</a>", n) }
	if _, err := tokens(nest(xmlscan.MaxDepth)); err != nil {
		t.Errorf("depth of MaxDepth: %v", err)
	}
	if _, err := tokens(nest(xmlscan.MaxDepth + 1)); err == nil {
		t.Error("depth beyond MaxDepth: no error")
	}
	attrs := func(n int) string {
		var b strings.Builder
		b.WriteString("<a")
		for i := range n {
			b.WriteString(" a" + strings.Repeat("x", i) + "=''")
		}
		return b.String() + "/>"
	}
	if _, err := tokens(attrs(xmlscan.MaxAttrs)); err != nil {
		t.Errorf("MaxAttrs attributes: %v", err)
	}
	if _, err := tokens(attrs(xmlscan.MaxAttrs + 1)); err == nil {
		t.Error("more than MaxAttrs attributes: no error")
	}
}

// The descent uses children, values and skips, as the package above does.
func TestDescent(t *testing.T) {
	const doc = `<?xml version="1.0"?><r> <a>1</a>text<skip><a>no</a><b/></skip>` +
		`<empty/><none></none><b x="1">2&amp;<!-- c -->3</b><c><![CDATA[<4>]]></c><a>5</a ></r><!-- end -->`
	for _, guess := range []string{"", "a", "b", "r", "skip", "x"} {
		var s xmlscan.Scanner
		s.Reset([]byte(doc))
		var got []string
		if name, ok := s.Child(guess); !ok || string(name) != "r" {
			t.Fatalf("guess %q: root is %q, %t", guess, name, ok)
		}
		for {
			name, ok := s.Child(guess)
			if !ok {
				break
			}
			if string(name) == "skip" {
				s.Skip()
				continue
			}
			text, ok := s.Value()
			if !ok {
				break
			}
			got = append(got, string(name)+"="+string(text))
		}
		if err := s.Finish(); err != nil {
			t.Fatalf("guess %q: %v", guess, err)
		}
		want := []string{"a=1", "empty=", "none=", "b=2&3", "c=<4>", "a=5"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("guess %q (-want +got):\n%s", guess, diff)
		}
		if s.Offset() != len(doc) || s.Depth() != 0 {
			t.Errorf("guess %q: stopped at %d of %d, depth %d", guess, s.Offset(), len(doc), s.Depth())
		}
	}
}

func TestValueAllocs(t *testing.T) {
	var s xmlscan.Scanner
	doc := []byte(`<r><a>plain</a><b><![CDATA[one section]]></b><c><!-- x -->y</c><d/></r>`)
	allocs := testing.AllocsPerRun(10, func() {
		s.Reset(doc)
		s.Child("")
		for {
			if _, ok := s.Child("a"); !ok {
				break
			}
			s.Value()
		}
		if s.Finish() != nil {
			t.Fatal(s.Err())
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

// TestLeaf reads the children of a root. Leaf must return what Child and Value
// return. It must leave elements that are not leaves to them.
func TestLeaf(t *testing.T) {
	tag := xmlscan.TagOf("b")
	deep := strings.Repeat("<x>", xmlscan.MaxDepth-1)
	tests := []struct {
		name, doc string
		want      string
		ok        bool
	}{
		{"plain", "<a><b>x</b></a>", "x", true},
		{"empty", "<a><b></b></a>", "", true},
		{"space before", "<a>\r\n\t <b> x </b></a>", " x ", true},
		{"not ASCII", "<a><b>漢\u007f</b></a>", "漢\u007f", true},
		{"reference before and behind", "<a c='&lt;'><b>x</b>&gt;</a>", "x", true},
		{"cut off behind it", "<a><b>x</b>", "x", true},
		{"other", "<a><c>x</c></a>", "", false},
		{"longer", "<a><bb>x</bb></a>", "", false},
		{"prefix", "<a><p:b>x</p:b></a>", "", false},
		{"self-closing", "<a><b/></a>", "", false},
		{"attribute", "<a><b c='d'>x</b></a>", "", false},
		{"space in the end tag", "<a><b>x</b ></a>", "", false},
		{"reference", "<a><b>&lt;</b></a>", "", false},
		{"line end", "<a><b>1\r2</b></a>", "", false},
		{"CDATA", "<a><b><![CDATA[x]]></b></a>", "", false},
		{"comment", "<a><b>x<!-- --></b></a>", "", false},
		{"element inside", "<a><b><c/></b></a>", "", false},
		{"end of the parent", "<a></a>", "", false},
		{"parent is self-closing", "<a/><b>x</b>", "", false},
		{"bad end", "<a><b>]]></b></a>", "", false},
		{"wrong end tag", "<a><b>x</c></a>", "", false},
		{"cut off", "<a><b>x", "", false},
		{"text before", "<a>y<b>x</b></a>", "", false},
		{"bad character", "<a><b>\x00</b></a>", "", false},
		{"as deep as can be", deep[len("<x>"):] + "<a><b>x</b>", "x", true},
		{"too deep", deep + "<a><b>x</b>", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var s xmlscan.Scanner
			s.Reset([]byte(tt.doc))
			for name, ok := s.Child(""); ok && string(name) != "a"; {
				name, ok = s.Child("")
			}
			if got, ok := s.Leaf(&tag); string(got) != tt.want || ok != tt.ok {
				t.Errorf("got %q, %t, want %q, %t", got, ok, tt.want, tt.ok)
			}
		})
	}
	// The root is not a leaf, and after an error there is no leaf.
	var s xmlscan.Scanner
	s.Reset([]byte("<b>x</b>"))
	if _, ok := s.Leaf(&tag); ok {
		t.Error("the root is a leaf")
	}
	s.Reset([]byte("<a><!x><b>x</b></a>"))
	s.Child("")
	s.Child("")
	if _, ok := s.Leaf(&tag); ok || s.Err() == nil {
		t.Errorf("a leaf behind the error %v", s.Err())
	}
}

// TestLongRuns puts illegal and special characters at every position of texts
// that are longer than one step of the scanner.
func TestLongRuns(t *testing.T) {
	for size := range 80 {
		for at := range size {
			text := []byte(strings.Repeat("~", size))
			for _, c := range []byte{0, '\b', 0x1f, 0x80, 0xff} {
				text[at] = c
				var s xmlscan.Scanner
				s.Reset([]byte("<a>" + string(text) + "</a>"))
				var syntax *xmlscan.SyntaxError
				if err := s.Finish(); !errors.As(err, &syntax) || syntax.Offset != 3+at {
					t.Fatalf("%#x at %d of %d: %v", c, at, size, err)
				}
			}
			text[at] = '\r'
			var s xmlscan.Scanner
			s.Reset([]byte("<a>" + string(text) + "</a>"))
			s.Child("")
			if got, ok := s.Value(); !ok || string(got) != strings.Replace(string(text), "\r", "\n", 1) {
				t.Fatalf("line end at %d of %d: %q", at, size, got)
			}
		}
	}
}

func TestElementInValue(t *testing.T) {
	var s xmlscan.Scanner
	s.Reset([]byte(`<a>x<b/></a>`))
	s.Child("")
	_, ok := s.Value()
	var syntax *xmlscan.SyntaxError
	if ok || !errors.As(s.Err(), &syntax) || syntax.Offset != 4 {
		t.Errorf("got %t and error %v, want an error at 4", ok, s.Err())
	}
	if _, ok := s.Child(""); ok || s.Next() != xmlscan.None || s.Skip() {
		t.Error("the scanner goes on after an error")
	}
}
