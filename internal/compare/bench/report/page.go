package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/nereid-go/nereid/internal/compare/bench"
)

// page writes the measurements as Markdown.
func page(d *data) []byte {
	w := &writer{}
	w.line("# Benchmarks against aws-sdk-go-v2")
	w.line("")
	w.line("Written by `make bench`; do not edit. Both libraries make the same calls, alternating, in one process and with the same responses.")
	w.line("Their requests and results are compared before the measurement. Ratios and allocations also hold on other machines; times do not.")
	w.line("")
	w.line("![Ratios and growth](benchmarks.svg)")
	w.line("")
	w.goals(d)
	if d.Calls != nil {
		w.calls(d.Calls)
	}
	if d.Size != nil {
		w.size(d.Size)
	}
	w.missed(d)
	w.how(d)
	return w.Bytes()
}

// writer writes lines.
type writer struct{ bytes.Buffer }

func (w *writer) line(format string, args ...any) {
	if len(args) == 0 {
		w.WriteString(format + "\n")
		return
	}
	fmt.Fprintf(w, format+"\n", args...)
}

// table writes a table. If numbers is true, all columns except the first are
// right-aligned.
func (w *writer) table(numbers bool, head []string, rows [][]string) {
	w.line("| " + strings.Join(head, " | ") + " |")
	w.WriteString("|---|")
	for range len(head) - 1 {
		if numbers {
			w.WriteString("--:|")
		} else {
			w.WriteString("---|")
		}
	}
	w.line("")
	for _, row := range rows {
		w.line("| " + strings.Join(row, " | ") + " |")
	}
	w.line("")
}

func (w *writer) goals(d *data) {
	w.line("## Goals")
	w.line("")
	var rows [][]string
	for _, g := range d.goals() {
		met := "yes"
		if !g.met {
			met = "**no**"
		}
		rows = append(rows, []string{g.what, g.wanted, g.got, met})
	}
	w.table(false, []string{"What", "Goal", "Measured", "Met"}, rows)
}

func (w *writer) calls(d *callData) {
	w.line("## Calls")
	w.line("")
	w.line("Complete calls through an `http.Client` to an in-memory transport. Ratios are medians of %d rounds, with quartiles. If a", d.Rounds)
	w.line("ratio is above 1, the SDK costs more.")
	w.line("")
	rows := make([][]string, 0, len(d.Calls))
	for _, v := range d.Calls {
		rows = append(rows, []string{
			v.Name, size(v.Bytes), duration(v.Ours.Nanoseconds), duration(v.Theirs.Nanoseconds), v.Time.String(),
			count(v.Ours.Allocs), count(v.Theirs.Allocs), fmt.Sprintf("%.1f", v.Allocs.Median),
			size(int(v.Ours.Bytes)), size(int(v.Theirs.Bytes)),
		})
	}
	w.table(true, []string{"Call", "Reply", "Nereid", "SDK", "time ×", "Nereid allocs", "SDK allocs", "allocs ×", "Nereid memory", "SDK memory"}, rows)

	w.line("### Several goroutines")
	w.line("")
	rows = nil
	for _, v := range d.Parallel {
		rows = append(rows, []string{
			v.Name, fmt.Sprint(v.Goroutines), perSecond(v.Ours.Nanoseconds), perSecond(v.Theirs.Nanoseconds), v.Time.String(),
		})
	}
	w.table(true, []string{"Call", "Goroutines", "Nereid calls/s", "SDK calls/s", "×"}, rows)

	w.line("### Connections over loopback")
	w.line("")
	w.line("TLS and HTTP/1.1 to a server in the same process. The server's work is part of both numbers. The SDK closes the body of a")
	w.line("request as soon as the response begins. If net/http has not read all of the body by then, which happens on a connection as short")
	w.line("as this, it drops the connection and the SDK must retry. Therefore the SDK's bodies are read before they are sent.")
	w.line("")
	rows = nil
	for _, v := range d.Loopback {
		rows = append(rows, []string{
			v.Name, size(v.Bytes), duration(v.Ours.Nanoseconds), duration(v.Theirs.Nanoseconds), v.Time.String(),
			count(v.Ours.Allocs), count(v.Theirs.Allocs),
		})
	}
	w.table(true, []string{"Call", "Reply", "Nereid", "SDK", "time ×", "Nereid allocs", "SDK allocs"}, rows)

	w.line("### Parts and lower bounds")
	w.line("")
	w.line("The lower bounds for decoding are a decoder that makes a string for each leaf element and checks nothing, and a search for `<`.")
	w.line("")
	rows = nil
	for _, p := range d.Parts {
		for _, way := range p.Ways {
			rows = append(rows, []string{p.Name, way.Name, duration(way.Cost.Nanoseconds), way.Time.String(), count(way.Cost.Allocs)})
		}
	}
	w.table(true, []string{"Part", "Way", "Time", "× the first", "Allocs"}, rows)

	w.line("### Growth")
	w.line("")
	w.line("The last columns show how much longer a call takes at the largest size than at a tenth of it: 10 means linear growth, and less than 10 means that a part of the cost is fixed.")
	w.line("")
	rows = nil
	for _, s := range d.Growth {
		first, last := s.Points[0], s.Points[len(s.Points)-1]
		rows = append(rows, []string{
			s.Name, fmt.Sprintf("%d to %d", first.Size, last.Size),
			duration(first.Ours.Nanoseconds) + " to " + duration(last.Ours.Nanoseconds),
			duration(first.Theirs.Nanoseconds) + " to " + duration(last.Theirs.Nanoseconds),
			fmt.Sprintf("%.1f", s.tenfold(ours)), fmt.Sprintf("%.1f", s.tenfold(theirs)),
		})
	}
	w.table(true, []string{"Of", "Sizes", "Nereid", "SDK", "Nereid 10×", "SDK 10×"}, rows)
}

func ours(p pointResult) bench.Sample   { return p.Ours }
func theirs(p pointResult) bench.Sample { return p.Theirs }

// tenfold returns the cost at the largest size divided by the cost at a tenth
// of that size.
func (s seriesResult) tenfold(of func(pointResult) bench.Sample) float64 {
	last := s.Points[len(s.Points)-1]
	for _, p := range s.Points {
		if p.Size*10 == last.Size {
			return of(last).Nanoseconds / of(p).Nanoseconds
		}
	}
	return 0
}

func (w *writer) size(d *sizeData) {
	w.line("## Before the first call")
	w.line("")
	w.line("A program that makes eight calls (start and stop a cluster, create and copy a snapshot, create a global cluster; start,")
	w.line("describe and cancel an export task), compared with a program that sends a request with net/http alone. Nereid is built with")
	w.line("smithy-go %s, as in a program that requires no other module, and with %s, which a program gets if another", d.Smithy, d.Machine.Modules["smithy-go"])
	w.line("module, for example the SDK, requires it.")
	w.line("")
	cold := func(name string) string {
		return fmt.Sprintf("%.1f s (%.1f s)", d.Build.Bare+d.Build.Over[name], d.Build.Over[name])
	}
	binary := func(name string) string {
		return fmt.Sprintf("%.2f MB (%.2f MB)", float64(d.Binary[name])/1e6, d.over(name)/1e6)
	}
	start := func(name string) string {
		i := d.Init[name]
		return fmt.Sprintf("%.0f µs, %d bytes, %d allocs", i.Microseconds, i.Bytes, i.Allocs)
	}
	std := func(name string) string {
		i := d.Init[name]
		return fmt.Sprintf("%.0f µs, %d bytes", i.StdMicroseconds, i.StdBytes)
	}
	calls := func(name string) string {
		return fmt.Sprintf("%.0f µs, %.0f µs", d.First[name].First, d.First[name].Second)
	}
	row := func(what, bare string, of func(string) string) []string {
		return []string{what, bare, of("nereid"), of(together), of("sdk")}
	}
	w.table(false, []string{"", "net/http", "Nereid (in addition to net/http)", "the same with smithy-go " + d.Machine.Modules["smithy-go"], "SDK (in addition to net/http)"}, [][]string{
		row("Stripped binary", fmt.Sprintf("%.2f MB", float64(d.Binary["bare"])/1e6), binary),
		row("CPU time of a cold build", fmt.Sprintf("%.1f s", d.Build.Bare), cold),
		row("Initialization of packages outside the standard library", "", start),
		row("Initialization of packages of the standard library that net/http does not have", "", std),
		{"First call of a process, including the creation of the client; second call", "", calls("nereid"), "", calls("sdk")},
	})
	w.line("The linker keeps these operations in a program that calls a single read-only operation: %s. If the program also puts", strings.Join(d.Linked["one"], ", "))
	w.line("the client in an interface and prints it, the linker keeps: %s. An operation that changes something also keeps the describe", strings.Join(d.Linked["boxed"], ", "))
	w.line("operation that finds out the outcome after a lost response. The program with eight calls therefore contains:")
	w.line("%s.", strings.Join(d.Linked["nereid"], ", "))
	w.line("")
}

// missed writes the reasons for each missed goal.
func (w *writer) missed(d *data) {
	head := false
	for _, g := range d.goals() {
		if g.met {
			continue
		}
		if !head {
			w.line("## Missed goals, with profiles")
			w.line("")
			head = true
		}
		w.line("**%s**: %s; the goal is %s.", g.what, g.got, g.wanted)
		if note := notes[g.id]; note != "" {
			w.line(note)
		}
		w.line("")
		if p, ok := d.Profiles[g.id]; ok {
			w.line("```")
			w.line("# " + p.Of)
			for _, line := range p.Lines {
				w.line("%s", line)
			}
			w.line("```")
			w.line("")
		}
	}
}

func (w *writer) how(d *data) {
	w.line("## How")
	w.line("")
	w.line("`make bench` measures everything, and `make bench-size` measures only binaries, builds and starts. To run single cases, use")
	w.line("`go test -bench . ./internal/compare/bench`.")
	w.line("")
	about := func(what string, m machine) {
		var modules []string
		for _, name := range slices.Sorted(maps.Keys(m.Modules)) {
			modules = append(modules, name+" "+m.Modules[name])
		}
		w.line("- %s: %s on %s, %d cores, %s; %s.", what, m.Go, m.CPU, m.Cores, m.Platform, strings.Join(modules, ", "))
	}
	if d.Calls != nil {
		about("Calls", d.Calls.Machine)
	}
	if d.Size != nil {
		about("Before the first call", d.Size.Machine)
	}
	w.line("- Time: every round measures each way once. A measurement takes about %s and at least eight runs, after a garbage collection and an", d.batch())
	w.line("  uncounted run. Each round gives a ratio; the page shows the median and the quartiles.")
	w.line("- Parts: the SDK's serializer and deserializer run outside its middleware stack, with the context of a call and the same input as in a")
	w.line("  call. Nereid's decoder starts with the bytes of a response and copies the strings out of them.")
	w.line("- Cold build: net/http alone is built with an empty cache, and the others with the resulting cache, to measure only their own part.")
	w.line("- Initialization: `GODEBUG=inittrace=1`, median of %d processes.", starts)
}

func size(n int) string {
	if n < 10_000 {
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%.0f kB", float64(n)/1e3)
}

// duration formats a duration with three significant digits, or with all digits
// before the decimal point if there are more.
func duration(ns float64) string {
	switch {
	case ns < 999.5:
		return digits(ns) + " ns"
	case ns < 999.5e3:
		return digits(ns/1e3) + " µs"
	case ns < 999.5e6:
		return digits(ns/1e6) + " ms"
	}
	return digits(ns/1e9) + " s"
}

func digits(x float64) string {
	if x >= 100 {
		return fmt.Sprintf("%.0f", x)
	}
	return fmt.Sprintf("%.3g", x)
}

func count(n float64) string { return fmt.Sprintf("%.0f", n) }

func perSecond(ns float64) string { return fmt.Sprintf("%.0f", 1e9/ns) }

// batch returns how long a turn was.
func (d *data) batch() string {
	if d.Calls == nil {
		return "20ms"
	}
	return d.Calls.Batch
}
