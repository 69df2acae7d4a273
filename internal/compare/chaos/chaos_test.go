package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/nereid-go/nereid/internal/longtest"
)

// root is the repository's root.
var root = filepath.Join("..", "..", "..")

// TestPromises measures some calls and looks for results that ours must never
// have.
func TestPromises(t *testing.T) {
	calls := longtest.Calls(200, 60)
	for _, s := range scenarios() {
		t.Run(s.operation, func(t *testing.T) {
			for _, r := range measureAll(t, s, calls, []int{0, 5, 30, 50}) {
				checkRow(t, r, calls)
				if r.percent == 30 && (r.ours.recovered == 0 || r.theirs.falseFailures == 0) {
					t.Errorf("the faults did not do their work: ours %s, theirs %s", r.ours, r.theirs)
				}
			}
		})
	}
}

func checkRow(t *testing.T, r row, calls int) {
	t.Helper()
	if o := r.ours; o.falseFailures+o.falseSuccess+o.duplicates+o.unreadable+o.other != 0 {
		t.Errorf("%d %%: %s", r.percent, o)
	}
	for _, c := range []count{r.ours, r.theirs} {
		sum := c.succeeded + c.falseFailures + c.falseSuccess + c.gaveUp + c.unreadable + c.unknown + c.other
		if sum != calls || r.percent == 0 && c.succeeded != calls {
			t.Errorf("%d %%: %s of %d calls", r.percent, c, calls)
		}
	}
}

// TestEffects compares the table of the page with the source.
func TestEffects(t *testing.T) {
	described, err := effects(root)
	if err != nil {
		t.Fatal(err)
	}
	text := readPage(t)
	filled, err := fillSection(text, "effects", effectsTable(described))
	if err != nil {
		t.Fatal(err)
	}
	if filled != text {
		t.Error("the table of effects is not that of the source; go run ./internal/compare/chaos -write")
	}
	// A different way of counting shows that the source was understood.
	var count int
	for _, service := range []string{"neptune", "rds"} {
		for _, name := range sources(t, filepath.Join(root, service)) {
			if !strings.HasSuffix(name, "_test.go") {
				count += strings.Count(read(t, name), "Effect: &recovery.")
			}
		}
	}
	if count != len(described) {
		t.Errorf("%d operations in the table, %d effects in the source", len(described), count)
	}
	t.Logf("%d operations", len(described))
}

// TestNamedTests looks for the tests that the page names: the path of the
// package, a dot and the name.
func TestNamedTests(t *testing.T) {
	named := regexp.MustCompile("`([a-z0-9/]+)\\.((?:Test|Fuzz|Benchmark)\\w+)`").FindAllStringSubmatch(readPage(t), -1)
	if len(named) == 0 {
		t.Fatal("it names none")
	}
	for _, n := range named {
		dir := filepath.Join(root, filepath.FromSlash(n[1]))
		if n[1] == "nereid" {
			dir = root
		}
		found := false
		for _, name := range sources(t, dir) {
			found = found || strings.HasSuffix(name, "_test.go") && strings.Contains(read(t, name), "\nfunc "+n[2]+"(")
		}
		if !found {
			t.Errorf("no %s in %s", n[2], n[1])
		}
	}
	t.Logf("%d names", len(named))
}

// TestTables checks that the promises of the page match its tables.
func TestTables(t *testing.T) {
	text := readPage(t)
	for _, s := range scenarios() {
		_, rest, _ := strings.Cut(text, "<!-- "+s.operation+" -->")
		section, _, _ := strings.Cut(rest, "<!-- end of ")
		var rows int
		for line := range strings.Lines(section) {
			cells := strings.Split(line, "|")
			if len(cells) < 12 || strings.TrimSpace(cells[2]) != "Nereid" {
				continue
			}
			rows++
			for _, column := range []int{5, 6, 7, 10} {
				if strings.TrimSpace(cells[column]) != "0" {
					t.Errorf("%s: %s", s.operation, line)
				}
			}
		}
		if rows != len(rates()) {
			t.Errorf("%s: %d rows", s.operation, rows)
		}
	}
}

func readPage(t *testing.T) string {
	t.Helper()
	return read(t, filepath.Join(root, filepath.FromSlash(page)))
}

func sources(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d files, %v", dir, len(names), err)
	}
	return names
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
