package ui

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// A Table is text in columns, each as wide as its widest cell.
type Table struct{ w *tabwriter.Writer }

// NewTable starts a table with these headings.
func NewTable(w io.Writer, headings ...string) *Table {
	t := &Table{tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)}
	t.line(headings)
	return t
}

// Row adds a line. It shows an empty cell as a dash.
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

// Flush writes the table. The error is a write error.
func (t *Table) Flush() error { return t.w.Flush() }

// line writes the cells of one line. It does not write a tab after the last cell, because tabwriter
// would then pad that cell.
func (t *Table) line(cells []string) {
	_, _ = io.WriteString(t.w, strings.Join(cells, "\t")+"\n")
}
