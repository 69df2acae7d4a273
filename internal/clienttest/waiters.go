package clienttest

import (
	"go/ast"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	note        = regexp.MustCompile(`\((\d)\)`)
	constructor = regexp.MustCompile(`^New(\w+)Waiter$`)
	columns     = regexp.MustCompile(`\s{2,}`)
)

// WaiterFailures returns the statuses that make each waiter fail, as listed in
// the table in the current directory's doc.go. statuses lists all known
// statuses.
func WaiterFailures(t *testing.T, statuses []string) map[string][]string {
	t.Helper()
	page, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(page), "fails when\n")
	if !found {
		t.Fatal("doc.go has no table of waiters")
	}
	rows, notes := make(map[string]string), make(map[string]string)
	waiter, number := "", ""
	for line := range strings.Lines(table) {
		line = strings.TrimRight(strings.TrimPrefix(line, "//"), "\n")
		text := strings.TrimSpace(line)
		switch {
		case text == "":
		case !strings.HasPrefix(line, "\t"):
			everyWaiter(t, rows)
			return waiterFailures(rows, notes, statuses)
		case strings.HasPrefix(line, "\t(") && note.MatchString(text):
			waiter, number = "", note.FindStringSubmatch(text)[1]
			notes[number] = strings.TrimPrefix(text, "("+number+")")
		case number != "":
			notes[number] += " " + text
		case strings.HasPrefix(line, "\t "):
			cells := columns.Split(text, -1)
			rows[waiter] += " " + cells[len(cells)-1]
		default:
			cells := columns.Split(text, 3)
			waiter = cells[0]
			rows[waiter] = cells[len(cells)-1]
		}
	}
	return nil
}

// everyWaiter checks that the table of waiters in doc.go has a row for each
// waiter in the package.
func everyWaiter(t *testing.T, rows map[string]string) {
	t.Helper()
	for _, decl := range Declarations(t, ".") {
		if d, ok := decl.(*ast.FuncDecl); ok {
			if m := constructor.FindStringSubmatch(d.Name.Name); m != nil && rows[m[1]] == "" {
				t.Errorf("the table of waiters in doc.go has no row for %s", m[1])
			}
		}
	}
}

// waiterFailures returns each waiter's failure statuses from the rows and notes
// of the table in doc.go. Instead of listing statuses, a row may refer to a
// note by its number. A note may refer to another note, and remove and add
// statuses: the text "like (1), but without a and b, and with c, d" removes a
// and b from the statuses of note 1, and adds c and d.
func waiterFailures(rows, notes map[string]string, statuses []string) map[string][]string {
	in := func(text string) (found []string) {
		for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,:()", r) }) {
			if slices.Contains(statuses, word) {
				found = append(found, word)
			}
		}
		return found
	}
	var resolve func(text string) []string
	resolve = func(text string) []string {
		text, _, _ = strings.Cut(text, ", if ")
		refers := note.FindStringSubmatch(text)
		if refers == nil {
			return in(text)
		}
		_, rest, _ := strings.Cut(text, "without ")
		without, more, _ := strings.Cut(rest, ", and ")
		found := slices.DeleteFunc(resolve(notes[refers[1]]), func(s string) bool { return slices.Contains(in(without), s) })
		return append(found, in(more)...)
	}
	failures := make(map[string][]string)
	for waiter, text := range rows {
		failures[waiter] = resolve(text)
		slices.Sort(failures[waiter])
	}
	return failures
}
