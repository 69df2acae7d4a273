package nereid_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestREADMEListsTheOperations compares the table of operations with the methods of both clients, and
// the numbers above the table with the numbers of methods.
func TestREADMEListsTheOperations(t *testing.T) {
	page, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "<!-- operations -->")
	table, _, found := strings.Cut(table, "<!-- end of operations -->")
	if !found {
		t.Fatal("the README has no table of operations")
	}
	method := regexp.MustCompile(`(?m)^func \(c \*Client\) ([A-Z]\w+)\(ctx context\.Context, in \*`)
	listed := regexp.MustCompile(`\w+`)
	for column, service := range []string{2: "neptune", 3: "rds"} {
		if service == "" {
			continue
		}
		have := map[string]string{} // file of each operation
		for line := range strings.Lines(table) {
			cells := strings.Split(line, "|")
			if len(cells) != 5 {
				continue
			}
			for entry := range strings.SplitSeq(cells[column], "<br>") {
				link, names, _ := strings.Cut(entry, "): ")
				_, file, _ := strings.Cut(link, "](")
				for _, name := range listed.FindAllString(names, -1) {
					have[name] = file
				}
			}
		}
		files, err := filepath.Glob(filepath.Join(service, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		methods := 0
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for _, m := range method.FindAllSubmatch(source, -1) {
				methods++
				if have[string(m[1])] != filepath.ToSlash(file) {
					t.Errorf("the README does not list %s.%s with %s", service, m[1], file)
				}
				delete(have, string(m[1]))
			}
		}
		for name := range have {
			t.Errorf("the README lists %s.%s, which is not an operation", service, name)
		}
		if !strings.Contains(string(page), strconv.Itoa(methods)+" of "+service) &&
			!strings.Contains(string(page), strconv.Itoa(methods)+" operations of "+service) {
			t.Errorf("the README does not say that %s has %d operations", service, methods)
		}
	}
}
