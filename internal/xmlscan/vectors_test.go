package xmlscan_test

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/nereid-go/nereid/internal/xmlscan"
)

// needDTD are the well-formed documents that need their document type
// declaration, because they use its entities.
var needDTD = map[string]bool{
	"xmltest/valid/sa/024": true, "xmltest/valid/sa/066": true, "xmltest/valid/sa/068": true,
	"xmltest/valid/sa/086": true, "xmltest/valid/sa/088": true, "xmltest/valid/sa/108": true,
	"xmltest/valid/sa/110": true, "xmltest/valid/sa/114": true, "xmltest/valid/sa/118": true,
}

// utf16 are the well-formed documents that are not in UTF-8.
var utf16 = map[string]bool{"xmltest/valid/sa/050": true}

func TestWellFormedVectors(t *testing.T) {
	dir := os.Getenv("NEREID_VECTORS")
	if dir == "" {
		t.Skip("NEREID_VECTORS is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "xml-wellformed.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		ID         string
		Text       string
		Base64     []byte
		WellFormed bool `json:"well_formed"`
		Doctype    bool
		Canonical  string
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, c := range cases {
		doc := c.Text
		if len(c.Base64) > 0 {
			doc = string(c.Base64)
		}
		_, err := tokens(doc)
		switch {
		case !c.WellFormed:
			counts["refused"]++
			if err == nil {
				t.Errorf("%s: accepted, though it is not well formed: %q", c.ID, doc)
			}
		case utf16[c.ID]:
			counts["refused as UTF-16 (deliberately)"]++
			if err == nil || !strings.Contains(err.Error(), "UTF-16") {
				t.Errorf("%s: got error %v, want one about UTF-16", c.ID, err)
			}
		case c.Doctype:
			counts["refused as DOCTYPE"]++
			if !errors.Is(err, xmlscan.ErrDoctype) {
				t.Errorf("%s: got error %v, want ErrDoctype", c.ID, err)
			}
			if needDTD[c.ID] {
				counts["of these, not readable without it"]++
				continue
			}
			counts["of these, equal to the canonical form without it"]++
			got, err := canonical(cutDoctype(doc))
			if err != nil {
				t.Errorf("%s without its DOCTYPE: %v", c.ID, err)
			} else if want := dropAttributes(c.Canonical); got != want {
				t.Errorf("%s: canonical form is %q, want %q", c.ID, got, want)
			}
		default:
			counts["accepted"]++
			if err != nil {
				t.Errorf("%s: %v", c.ID, err)
			}
		}
	}
	t.Logf("%d documents: %v", len(cases), counts)
}

var doctype = regexp.MustCompile(`(?s)<!DOCTYPE[^\[>]*(\[.*?\][ \t\r\n]*)?>`)

// cutDoctype removes the document type declaration.
func cutDoctype(doc string) string { return doctype.ReplaceAllString(doc, "") }

var (
	startTag    = regexp.MustCompile(`<([^/\s>]+)\s[^>]*>`)
	instruction = regexp.MustCompile(`(?s)<\?.*?\?>`)
)

// dropAttributes removes the parts of a canonical form that the scanner skips.
func dropAttributes(s string) string {
	return startTag.ReplaceAllString(instruction.ReplaceAllString(s, ""), "<$1>")
}

// canonical returns a document in the canonical form of the suite, without
// attributes and instructions.
func canonical(doc string) (string, error) {
	var s xmlscan.Scanner
	s.Reset([]byte(doc))
	var b strings.Builder
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")
	for {
		switch s.Next() {
		case xmlscan.Start:
			b.WriteString("<" + s.Name() + ">")
		case xmlscan.End:
			b.WriteString("</" + s.Name() + ">")
		case xmlscan.Text:
			b.WriteString(escape.Replace(string(s.AppendText(nil))))
		default:
			return b.String(), s.Err()
		}
	}
}

// The scanner must reject the hostile documents that are not well-formed.
// Package awsquery tests the others.
func TestNastyVectors(t *testing.T) {
	dir := os.Getenv("NEREID_VECTORS")
	if dir == "" {
		t.Skip("NEREID_VECTORS is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "xml-nasty.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		ID      string
		Body    string
		Base64  string `json:"body_base64"`
		Verdict string
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, c := range cases {
		doc := c.Body
		if raw, err := base64.StdEncoding.DecodeString(c.Base64); err == nil && len(raw) > 0 {
			doc = string(raw)
		}
		_, err := tokens(doc)
		if c.Verdict == "ok" {
			n++
			if err != nil {
				t.Errorf("%s: %v", c.ID, err)
			}
		}
	}
	t.Logf("%d documents; %d of them must be accepted", len(cases), n)
}
