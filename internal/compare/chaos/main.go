// Command chaos counts how often a client reports the right result when the
// network fails. It runs this module's client and that of aws-sdk-go-v2, both
// with default settings, each against a fake of the service with the same seed.
//
//	go run ./internal/compare/chaos           # prints the tables
//	go run ./internal/compare/chaos -write    # and puts them into docs/reliability.md
//
// With -write, it also writes the table of the operations' effects, which it
// reads from the source. Run it in the repository's root. Time is virtual, so
// the pauses between attempts take no time.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/synctest"
)

// page is the file into which -write writes the tables of results. The path is
// relative to the repository's root.
const page = "docs/reliability.md"

func main() {
	testing.Init()
	write := flag.Bool("write", false, "write the tables into "+page)
	calls := flag.Int("calls", 2000, "how many calls each client makes at each rate")
	flag.Parse()
	// Virtual time is only available in tests, so this runs a test. The output of
	// the testing package is discarded.
	stdout := os.Stdout
	os.Stdout = os.Stderr
	testing.Main(func(string, string) (bool, error) { return true, nil }, []testing.InternalTest{{
		Name: "chaos",
		F: func(t *testing.T) {
			if err := run(t, stdout, *calls, *write); err != nil {
				t.Fatal(err)
			}
		},
	}}, nil, nil)
}

func run(t *testing.T, w io.Writer, calls int, write bool) error {
	t.Helper()
	sections := map[string]string{}
	for _, s := range scenarios() {
		text := table(measureAll(t, s, calls, rates()))
		sections[s.operation] = text
		fmt.Fprintf(w, "%s, %d calls:\n\n%s\n", s.operation, calls, text)
	}
	if !write {
		return nil
	}
	described, err := effects(".")
	if err != nil {
		return err
	}
	sections["effects"] = effectsTable(described)
	text, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	filled := string(text)
	for name, section := range sections {
		if filled, err = fillSection(filled, name, section); err != nil {
			return err
		}
	}
	return os.WriteFile(page, []byte(filled), 0o644) //nolint:gosec // a page for everybody
}

func rates() []int { return []int{0, 1, 5, 10, 20, 30, 50} }

// A row holds the results of both clients at one rate.
type row struct {
	percent      int
	ours, theirs count
}

// measureAll measures both clients at each rate. Each measurement has its own
// bubble of virtual time.
func measureAll(t *testing.T, s *scenario, calls int, percents []int) []row {
	t.Helper()
	rows := make([]row, len(percents))
	for i, percent := range percents {
		rows[i].percent = percent
		synctest.Test(t, func(t *testing.T) { rows[i].ours = measure(t, s, s.ours, calls, percent) })
		synctest.Test(t, func(t *testing.T) { rows[i].theirs = measure(t, s, s.theirs, calls, percent) })
	}
	return rows
}

// table draws the rows in Markdown.
func table(rows []row) string {
	var b strings.Builder
	b.WriteString("| Faults | Client | Succeeded | of them recovered | False failures | Empty or false successes | Duplicates | " +
		"Gave up | of them early | Unreadable responses passed on | Outcome unknown |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "| %d %% | Nereid | %s |\n", r.percent, r.ours)
		fmt.Fprintf(&b, "| | SDK | %s |\n", r.theirs)
	}
	return b.String()
}

// fillSection replaces the text between the markers that contain the given
// name.
func fillSection(text, name, section string) (string, error) {
	begin, end := "<!-- "+name+" -->\n", "<!-- end of "+name+" -->"
	before, rest, found := strings.Cut(text, begin)
	_, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		return "", fmt.Errorf("no markers for %s in %s", name, page)
	}
	return before + begin + "\n" + section + "\n" + end + after, nil
}
