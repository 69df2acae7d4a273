package ui

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// A Table is text in columns that are as wide as their widest cell.
type Table struct{ w *tabwriter.Writer }

// NewTable starts a table with these headings.
func NewTable(w io.Writer, headings ...string) *Table {
	t := &Table{tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)}
	t.line(headings)
	return t
}

// Row adds a line. An empty cell is shown as a dash.
func (t *Table) Row(cells ...any) {
	texts := make([]string, len(cells))
	for i, cell := range cells {
		texts[i] = strings.Join(strings.Fields(fmt.Sprint(cell)), " ")
		if texts[i] == "" {
			texts[i] = "-"
		}
	}
	t.line(texts)
}

// Flush writes the table. Errors of writing show here.
func (t *Table) Flush() error { return t.w.Flush() }

// line ends the last cell with a newline alone, since tabwriter would pad it.
func (t *Table) line(cells []string) {
	_, _ = io.WriteString(t.w, strings.Join(cells, "\t")+"\n")
}
