package nereid_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestRecipe looks for the lines that CONTRIBUTING.md adds in its example of a
// new operation where it says that they are.
func TestRecipe(t *testing.T) {
	page, err := os.ReadFile("CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	var name string
	var file []string
	added := 0
	for i, line := range strings.Split(string(page), "\n") {
		if path, ok := strings.CutPrefix(line, "--- "); ok {
			source, err := os.ReadFile(filepath.FromSlash(path))
			if err != nil {
				t.Fatal(err)
			}
			name, file = path, nil
			for line := range strings.Lines(string(source)) {
				file = append(file, unaligned(line))
			}
		}
		want, ok := strings.CutPrefix(line, "+")
		if !ok {
			continue
		}
		if added++; !slices.Contains(file, unaligned(want)) {
			t.Errorf("line %d: %s has no line %q", i+1, name, want)
		}
	}
	if added < 20 {
		t.Errorf("the recipe adds %d lines", added)
	}
}

// unaligned is a line without what depends on its neighbours.
func unaligned(line string) string { return strings.Join(strings.Fields(line), " ") }
