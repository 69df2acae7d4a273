package compare_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"pgregory.net/rapid"
)

// An element is a node of a document: with text or with children.
type element struct {
	name     string
	text     string
	children []*element
}

// parse reads a document as awsquery writes it.
func parse(document []byte) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(document))
	root := &element{}
	open := []*element{root}
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return root.children[0], nil
		case err != nil:
			return nil, err
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local}
			last.children = append(last.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(token)
		}
	}
}

// disturb returns the document in another form with the same meaning: members
// in another order, unknown elements, comments, processing instructions and
// white space between elements, text as CDATA or with references.
func disturb(t *rapid.T, document []byte) []byte {
	root, err := parse(document)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	b.WriteString(rapid.SampledFrom([]string{"", "\ufeff", `<?xml version="1.0" encoding="UTF-8"?>` + "\r\n", "<!-- a comment -->"}).Draw(t, "before"))
	noise{t}.write(&b, root, 0)
	b.WriteString(rapid.SampledFrom([]string{"", "\n", "<!-- the end -->"}).Draw(t, "behind"))
	return b.Bytes()
}

type noise struct{ t *rapid.T }

func (n noise) write(b *bytes.Buffer, e *element, depth int) {
	fmt.Fprintf(b, "<%s%s>", e.name, rapid.SampledFrom([]string{"", " ", ` x="1"`, ` xmlns="http://example.com/"`}).Draw(n.t, "attributes"))
	children := e.children
	if n.isStructure(e) && depth > 0 { // the SDK expects the result first
		children = rapid.Permutation(children).Draw(n.t, "order")
		if rapid.Bool().Draw(n.t, "unknown") {
			children = append([]*element{{name: "Unheard", children: []*element{{name: "Of", text: "1"}, {name: "Status"}}}}, children...)
		}
	}
	for _, child := range children {
		b.WriteString(rapid.SampledFrom([]string{"", "", "\r\n\t", "<!-- <Status>no</Status> -->", "<?pi a?>"}).Draw(n.t, "between"))
		n.write(b, child, depth+1)
	}
	if len(children) == 0 {
		b.WriteString(n.text(e.text))
	}
	b.WriteString("</" + e.name + ">")
}

// isStructure reports whether the children are members with different names,
// not elements of a list.
func (n noise) isStructure(e *element) bool {
	names := make(map[string]bool)
	for _, child := range e.children {
		names[child.name] = true
	}
	return len(e.children) > 1 && len(names) == len(e.children)
}

// text writes a text in one of several ways.
func (n noise) text(s string) string {
	switch how := rapid.IntRange(0, 2).Draw(n.t, "text"); {
	case how == 0 && s != "" && !strings.ContainsAny(s, "\r") && !strings.Contains(s, "]]>"):
		return "<![CDATA[" + s + "]]>"
	case how == 1:
		var b strings.Builder
		for _, r := range s {
			fmt.Fprintf(&b, "&#x%X;", r)
		}
		return b.String()
	}
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		n.t.Fatal(err)
	}
	return b.String()
}
