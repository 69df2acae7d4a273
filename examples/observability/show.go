package main

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"
)

// A row is a span with its depth in the tree.
type row struct {
	*tracetest.SpanStub

	depth int
}

// tree returns the spans in tree order: each span is followed by its children,
// sorted by start time.
func tree(spans tracetest.SpanStubs) []row {
	children := make(map[trace.SpanID][]*tracetest.SpanStub)
	for i := range spans {
		parent := spans[i].Parent.SpanID()
		children[parent] = append(children[parent], &spans[i])
	}
	var rows []row
	var add func(parent trace.SpanID, depth int)
	add = func(parent trace.SpanID, depth int) {
		below := children[parent]
		slices.SortFunc(below, func(a, b *tracetest.SpanStub) int { return a.StartTime.Compare(b.StartTime) })
		for _, s := range below {
			rows = append(rows, row{s, depth})
			add(s.SpanContext.SpanID(), depth+1)
		}
	}
	add(trace.SpanID{}, 0)
	return rows
}

// label returns the name of a span and its most important attributes.
func (r row) label() string {
	text := []string{r.Name}
	for _, a := range r.Attributes {
		switch a.Key {
		case "operation.attempt", "wait.polls", "api.error_code", "wait.outcome":
			text = append(text, fmt.Sprintf("%s=%s", a.Key, a.Value.Emit()))
		}
	}
	return strings.Join(text, " ")
}

func writeText(w io.Writer, spans tracetest.SpanStubs) error {
	for _, r := range tree(spans) {
		if _, err := fmt.Fprintf(w, "%-70s %8s\n", strings.Repeat("  ", r.depth)+r.label(), r.EndTime.Sub(r.StartTime).Round(time.Millisecond)); err != nil {
			return err
		}
	}
	return nil
}

// picture returns an SVG image that shows the spans on a time axis.
func picture(spans tracetest.SpanStubs) []byte {
	const width, height, names = 900, 22, 430
	rows := tree(spans)
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">`+"\n", width, height*len(rows)+10)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" fill="white"/>`+"\n")
	start, whole := rows[0].StartTime, rows[0].EndTime.Sub(rows[0].StartTime)
	at := func(t time.Time) float64 { return names + float64(t.Sub(start))/float64(whole)*(width-names-70) }
	for i, r := range rows {
		color := "#4c8fd6"
		if slices.ContainsFunc(strings.Fields(r.label()), func(s string) bool { return strings.HasPrefix(s, "api.error_code") }) {
			color = "#d65a4c"
		}
		y := i*height + 5
		fmt.Fprintf(&b, `<text x="%d" y="%d">%s</text>`+"\n", 8+14*r.depth, y+15, html.EscapeString(r.label()))
		fmt.Fprintf(&b, `<rect x="%.1f" y="%d" width="%.1f" height="14" fill="%s"/>`+"\n", at(r.StartTime), y+3, max(at(r.EndTime)-at(r.StartTime), 2), color)
		fmt.Fprintf(&b, `<text x="%.1f" y="%d" fill="#555">%s</text>`+"\n", at(r.EndTime)+4, y+15, r.EndTime.Sub(r.StartTime).Round(time.Millisecond))
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// writeMetrics writes the counters, and the count and the sum of each histogram.
func writeMetrics(w io.Writer, registry *prometheus.Registry) error {
	families, err := registry.Gather()
	if err != nil {
		return err
	}
	for _, f := range families {
		for _, m := range f.GetMetric() {
			var labels []string
			for _, l := range m.GetLabel() {
				if !strings.HasPrefix(l.GetName(), "otel_") {
					labels = append(labels, fmt.Sprintf("%s=%q", l.GetName(), l.GetValue()))
				}
			}
			value := fmt.Sprint(m.GetCounter().GetValue())
			if h := m.GetHistogram(); h != nil {
				value = fmt.Sprintf("%d in %.3f s", h.GetSampleCount(), h.GetSampleSum())
			}
			if strings.HasPrefix(f.GetName(), "client_") {
				if _, err := fmt.Fprintf(w, "%s{%s} %s\n", f.GetName(), strings.Join(labels, ","), value); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
