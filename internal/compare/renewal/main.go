// Command renewal counts how many twelve-hour waits succeed with credentials
// that are valid for an hour. It varies the error of the local clock, the
// problems of the credentials provider, and the client. The client is this
// module's, with each way to configure the credentials, or aws-sdk-go-v2's.
//
//	go run ./internal/compare/renewal                      # prints the table
//	go run ./internal/compare/renewal -runs 200 -write     # and puts it into docs/reliability.md
//
// Run it in the repository's root. Time is virtual, so a wait takes only
// milliseconds.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
)

// page is the file into which -write writes the table of results. The path is
// relative to the repository's root.
const page = "docs/reliability.md"

func main() {
	testing.Init()
	write := flag.Bool("write", false, "write the table into "+page)
	runs := flag.Int("runs", 20, "how many nights each cell has")
	flag.Parse()
	// Virtual time is only available in tests, so this runs a test. The output of
	// the testing package is discarded.
	stdout := os.Stdout
	os.Stdout = os.Stderr
	testing.Main(func(string, string) (bool, error) { return true, nil }, []testing.InternalTest{{
		Name: "renewal",
		F: func(t *testing.T) {
			if err := run(t, stdout, *runs, *write); err != nil {
				t.Fatal(err)
			}
		},
	}}, nil, nil)
}

func run(t *testing.T, w io.Writer, runs int, write bool) error {
	t.Helper()
	text := table(measure(t, runs), runs)
	fmt.Fprint(w, text)
	if !write {
		return nil
	}
	whole, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	filled, err := fillSection(string(whole), text)
	if err != nil {
		return err
	}
	return os.WriteFile(page, []byte(filled), 0o644) //nolint:gosec // a page for everybody
}

// A cell holds the number of successful waits for one error of the local clock
// in combination with one problem of the credentials provider. The waits are
// counted separately for each client and its configuration.
type cell struct {
	clock   clock
	trouble trouble
	good    []int
	errs    []error // for each way: an error that ended a wait
}

// measure runs the waits of all cells.
func measure(t *testing.T, runs int) []cell {
	t.Helper()
	var cells []cell
	for _, tr := range troubles() {
		for _, cl := range clocks() {
			c := cell{clock: cl, trouble: tr}
			for _, w := range ways() {
				good, failure := 0, error(nil)
				for n := range runs {
					if err := spend(t, w, cl, tr, uint64(n)); err == nil {
						good++
					} else {
						failure = err
					}
				}
				c.good, c.errs = append(c.good, good), append(c.errs, failure)
			}
			cells = append(cells, c)
		}
	}
	return cells
}

// table draws the cells in Markdown.
func table(cells []cell, runs int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Of %d nights each:\n\n| The provider | Local clock", runs)
	for _, w := range ways() {
		b.WriteString(" | " + w.name)
	}
	b.WriteString(" |\n|---|---|" + strings.Repeat("--:|", len(ways())) + "\n")
	last := ""
	for _, c := range cells {
		name := c.trouble.name
		if name == last {
			name = ""
		}
		last = c.trouble.name
		fmt.Fprintf(&b, "| %s | %s", name, c.clock.name)
		for _, n := range c.good {
			fmt.Fprintf(&b, " | %d", n)
		}
		b.WriteString(" |\n")
	}
	return b.String()
}

// fillSection replaces the text between the markers.
func fillSection(text, section string) (string, error) {
	const begin, end = "<!-- Renewal -->\n", "<!-- end of Renewal -->"
	before, rest, found := strings.Cut(text, begin)
	_, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		return "", fmt.Errorf("no markers for the table in %s", page)
	}
	return before + begin + "\n" + section + "\n" + end + after, nil
}
