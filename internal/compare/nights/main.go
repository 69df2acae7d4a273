package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

func main() {
	testing.Init()
	var o options
	flag.Uint64Var(&o.seed, "seed", 1, "the first `seed`")
	flag.IntVar(&o.nights, "nights", 300, "how many nights to run")
	flag.DurationVar(&o.limit, "for", 0, "run nights for this `time`, instead of a number of nights")
	flag.StringVar(&o.replay, "replay", "", "run the plan in this `file`")
	flag.StringVar(&o.subject, "subject", "ours", "whose `client`: ours, sdk or unsure")
	flag.BoolVar(&o.first, "first", false, "stop at the first finding")
	flag.BoolVar(&o.shrink, "shrink", true, "reduce the plans of findings")
	flag.BoolVar(&o.table, "table", false, "print how many calls covered each combination of operation, fault and other caller")
	flag.BoolVar(&o.traces, "traces", false, "print what happened in the nights of findings")
	flag.BoolVar(&o.symptoms, "symptoms", false, "say which known problems of old revisions the findings show")
	flag.StringVar(&o.known, "known", "", "ignore findings whose keys are in this `file`")
	flag.StringVar(&o.keys, "keys", "", "write the keys of the findings to this `file`")
	broken := flag.Bool("sabotage", false, "run the nights with code that is broken on purpose")
	only := flag.String("only", "", "run only sabotages with one of these `texts`, separated by semicolons")
	revision := flag.String("against", "", "run the nights with the client of this `revision`")
	flag.Parse()
	if *revision != "" {
		if err := against(os.Stdout, *revision, slices.DeleteFunc(os.Args[1:], func(arg string) bool {
			return strings.HasPrefix(arg, "-against") || arg == *revision
		})); err != nil {
			fmt.Fprintln(os.Stderr, "nights:", err)
			os.Exit(1)
		}
		return
	}
	if *broken {
		if err := sabotageAll(os.Stdout, o.nights, o.seed, *only); err != nil {
			fmt.Fprintln(os.Stderr, "nights:", err)
			os.Exit(1)
		}
		return
	}
	// Virtual time needs a *testing.T, so the simulation runs as a test. The
	// output of the testing package goes to standard error.
	stdout := os.Stdout
	os.Stdout = os.Stderr
	testing.Main(func(string, string) (bool, error) { return true, nil }, []testing.InternalTest{{
		Name: "nights",
		F: func(t *testing.T) {
			if err := o.run(t, stdout); err != nil {
				t.Fatal(err)
			}
		},
	}}, nil, nil)
}

type options struct {
	known    string
	keys     string
	seed     uint64
	nights   int
	limit    time.Duration
	replay   string
	subject  string
	first    bool
	shrink   bool
	table    bool
	traces   bool
	symptoms bool
}

func (o *options) run(t *testing.T, w io.Writer) error {
	t.Helper()
	client, err := maker(o.subject)
	if err != nil {
		return err
	}
	if o.replay != "" {
		return replay(t, w, o.replay, client)
	}
	known, err := o.knownKeys()
	if err != nil {
		return err
	}
	var counts Counts
	found := map[string]int{}
	drawn, seen, shown := map[cell]int{}, map[string]bool{}, map[string]int{}
	began, n := time.Now(), 0
	for ; o.limit == 0 && n < o.nights || time.Since(began) < o.limit; n++ {
		p := draw(o.seed + uint64(n))
		r := night(t, p, client)
		counts.add(r.Counts)
		if o.traces {
			for _, text := range r.Crowded {
				fmt.Fprintf(w, "seed %d, unknown: %s\n", p.Seed, text)
			}
		}
		for _, c := range r.Cells {
			drawn[c]++
		}
		for _, f := range r.Findings {
			if known[f.Key()] {
				continue
			}
			found[f.Key()]++
			signature := r.signature(f)
			if seen[signature] {
				continue
			}
			seen[signature] = true
			if o.symptoms {
				small, g, _ := shrink(t, p, f, client)
				for _, s := range symptoms() {
					if s.shows(g, small) {
						shown[s.name]++
						if shown[s.name] == 1 {
							fmt.Fprintf(w, "%s\n  %.300s\n  %s\n", s.name, g, small.JSON())
						}
					}
				}
				continue
			}
			if found[f.Key()] > 1 {
				continue
			}
			fmt.Fprintf(w, "seed %d, step %d: %s\n  again: go run ./internal/compare/nights -seed %[1]d -nights 1 -traces\n", p.Seed, f.Step, f)
			if o.shrink {
				small, g, trace := shrink(t, p, f, client)
				fmt.Fprintf(w, "  %s\n  %s\n", g, small.JSON())
				if o.traces {
					fmt.Fprint(w, trace)
				}
			}
		}
		if o.first && len(found) > 0 {
			break
		}
	}
	if o.keys != "" {
		var text strings.Builder
		for _, key := range slices.Sorted(maps.Keys(found)) {
			fmt.Fprintln(&text, key)
		}
		if err := os.WriteFile(o.keys, []byte(text.String()), 0o600); err != nil {
			return err
		}
	}
	fmt.Fprintf(w, "%d nights from seed %d: %+v\n", n, o.seed, counts)
	for _, key := range slices.Sorted(maps.Keys(found)) {
		fmt.Fprintf(w, "%5d × %s\n", found[key], key)
	}
	if o.symptoms {
		n := 0
		for _, s := range symptoms() {
			if shown[s.name] > 0 {
				n++
			} else {
				fmt.Fprintf(w, "not seen: %s\n", s.name)
			}
		}
		fmt.Fprintf(w, "%d of %d symptoms\n", n, len(symptoms()))
	}
	if o.table {
		if least := printTable(w, drawn); n >= 10_000 && least < 20 {
			found["a cell was drawn too rarely"]++
		}
	}
	if counts.Crowded >= 1000 && counts.CrowdedUnknown*50 > counts.Crowded {
		found["unknown over the budget"]++
		fmt.Fprintf(w, "of %d calls with other actors %d have an unknown outcome: more than 2 %%\n", counts.Crowded, counts.CrowdedUnknown)
	}
	if len(found) > 0 {
		return errors.New("there are findings")
	}
	return nil
}

// knownKeys reads the keys of the findings to ignore.
func (o *options) knownKeys() (map[string]bool, error) {
	known := map[string]bool{}
	if o.known == "" {
		return known, nil
	}
	data, err := os.ReadFile(o.known)
	for line := range strings.Lines(string(data)) {
		known[strings.TrimSpace(line)] = true
	}
	return known, err
}

func maker(name string) (subjectMaker, error) {
	switch name {
	case "ours":
		return ours, nil
	case "sdk":
		return sdk, nil
	case "unsure":
		return unsure, nil
	}
	return nil, fmt.Errorf("there is no client %q", name)
}

// replay runs the plan in a file.
func replay(t *testing.T, w io.Writer, file string, client subjectMaker) error {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var p Plan
	if err := json.Unmarshal(data, &p); err != nil {
		return err
	}
	r := night(t, &p, client)
	fmt.Fprint(w, r.Trace)
	for _, f := range r.Findings {
		fmt.Fprintln(w, f)
	}
	if len(r.Findings) > 0 {
		return errors.New("there are findings")
	}
	return nil
}

// printTable prints how many calls covered each combination of operation, fault
// and other caller. It returns the smallest of these numbers.
func printTable(w io.Writer, drawn map[cell]int) int {
	least := -1
	for _, r := range recipes() {
		for _, actor := range actors {
			fmt.Fprintf(w, "%-26s %-6s", r.op, actor)
			for _, phase := range phases {
				n := drawn[cell{r.op, phase, actor}]
				if phase == "look" && !r.looks() {
					fmt.Fprintf(w, " %s    -", phase)
					continue
				}
				fmt.Fprintf(w, " %s %4d", phase, n)
				if least < 0 || n < least {
					least = n
				}
			}
			fmt.Fprintln(w)
		}
	}
	fmt.Fprintf(w, "each of %d cells at least %d times\n", len(cells()), least)
	return least
}
