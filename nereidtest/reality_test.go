package nereidtest_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A fact is an observation of AWS, in our words, and a check that the fake
// behaves the same way. Line is the beginning of the hash of the line on the
// page of observations. The page is not part of the repository.
type fact struct {
	line  string
	name  string
	check func(*testing.T)
}

// elsewhere names the tests for a fact that is not about the fake.
func elsewhere(tests string) func(*testing.T) {
	return func(t *testing.T) { t.Log("held by " + tests) }
}

// TestReality checks that the fake behaves like AWS in the recorded
// observations.
func TestReality(t *testing.T) {
	for _, f := range allFacts() {
		t.Run(f.name, f.check)
	}
}

func allFacts() []fact {
	return slices.Concat(stateFacts(), timeFacts(), valueFacts(), refusalFacts(), sdkFacts())
}

func sdkFacts() []fact {
	const compare = "internal/compare, which compares with the versions of the SDK in its go.mod"
	return []fact{
		{"07ba94d0", "the SDK types any modelled fault on any operation and sorts form fields", elsewhere(compare)},
	}
}

// TestRealityIsComplete looks for lines of the page without a fact in
// TestReality, and for facts without a line.
func TestRealityIsComplete(t *testing.T) {
	vectors := os.Getenv("NEREID_VECTORS")
	if vectors == "" {
		t.Skip("NEREID_VECTORS is not set")
	}
	page, err := os.ReadFile(filepath.Join(vectors, "..", "reference", "reality.md"))
	if err != nil {
		t.Skip(err)
	}
	lines := linesOf(string(page))
	if len(lines) < 50 {
		t.Fatalf("the page has %d lines with facts", len(lines))
	}
	seen := make(map[string]bool)
	for _, f := range allFacts() {
		if seen[f.line] = true; lines[f.line] == "" {
			t.Errorf("no line has the fact %q", f.name)
		}
	}
	for line, text := range lines {
		if !seen[line] {
			t.Errorf("no fact has the line %s: %s", line, text)
		}
	}
}

// linesOf returns the table rows, list items and paragraphs below the headings
// of a page, by the beginning of their hash. It skips the text above the first
// section, which is about the page.
func linesOf(page string) map[string]string {
	lines := make(map[string]string)
	var item []string
	end := func() {
		if text := strings.Join(item, " "); text != "" {
			sum := sha256.Sum256([]byte(text))
			lines[hex.EncodeToString(sum[:4])] = text
		}
		item = nil
	}
	_, sections, _ := strings.Cut(page, "\n## ")
	for line := range strings.Lines("## " + sections) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "|---"): // the line before it is the header
			item = nil
			continue
		case line == "" || strings.HasPrefix(line, "#"):
			end()
			continue
		case strings.HasPrefix(line, "|"), strings.HasPrefix(line, "- "):
			end()
		}
		item = append(item, strings.TrimSpace(line))
	}
	end()
	return lines
}
