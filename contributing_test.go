package nereid_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestContributing checks that the tests and paths in CONTRIBUTING.md exist.
func TestContributing(t *testing.T) {
	page, err := os.ReadFile("CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	err = filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		tests.Write(source)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range regexp.MustCompile(`\bTest[A-Z]\w+`).FindAllString(string(page), -1) {
		if !strings.Contains(tests.String(), "\nfunc "+name) {
			t.Errorf("no test begins with %s", name)
		}
	}
	for _, path := range regexp.MustCompile(`internal/[\w/.]*\w`).FindAllString(string(page), -1) {
		if _, err := os.Stat(filepath.FromSlash(path)); err != nil {
			t.Error(err)
		}
	}
	if lines := strings.Count(string(page), "\n"); lines > 100 {
		t.Errorf("CONTRIBUTING.md has %d lines: one page is enough", lines)
	}
}
