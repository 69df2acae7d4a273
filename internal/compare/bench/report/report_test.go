package main

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/nereid-go/nereid/internal/compare/bench"
	"github.com/nereid-go/nereid/internal/longtest"
)

// sample returns plausible measurements with one missed goal.
func sample() *data {
	v := versus{
		Name: "StartDBCluster", Bytes: 6000, Ours: bench.Sample{Nanoseconds: 20e3, Allocs: 60, Bytes: 16e3},
		Theirs: bench.Sample{Nanoseconds: 200e3, Allocs: 1300, Bytes: 60e3},
		Time:   bench.Spread{Low: 6, Median: 7, High: 11}, Allocs: bench.Spread{Low: 20, Median: 20, High: 20},
	}
	point := func(size int) pointResult {
		return pointResult{size, 100, bench.Sample{Nanoseconds: 1e3 * float64(size)}, bench.Sample{Nanoseconds: 1e4 * float64(size)}}
	}
	return &data{
		Calls: &callData{
			Rounds: 3, Batch: "20ms", Calls: []versus{v}, Loopback: []versus{v}, Parallel: []versus{v},
			Parts:  []partResult{{"Decode <&>, 1 kB", []wayResult{{"Nereid", v.Ours, v.Time}, {"a string per leaf", v.Theirs, bench.Spread{Median: .5}}}}},
			Growth: []seriesResult{{"clusters", []pointResult{point(1), point(10), point(100)}}},
		},
		Size: &sizeData{
			Binary: map[string]int64{"bare": 5e6, "nereid": 52e5, "sdk": 7e6},
			Build:  buildData{Bare: 20, Over: map[string]float64{"nereid": 1, "sdk": 20}},
			Init:   map[string]initData{"nereid": {Microseconds: 3}, "sdk": {Microseconds: 300}},
			Linked: map[string][]string{"one": {"DescribeExportTasks"}, "boxed": {"DescribeExportTasks"}},
			First:  map[string]firstCall{"nereid": {500, 20}, "sdk": {900, 200}},
		},
		Profiles: map[string]profile{"time of StartDBCluster": {"CPU, by function", []string{"50% runtime.mallocgc"}}},
	}
}

func TestGoals(t *testing.T) {
	var missed []string
	for _, g := range sample().goals() {
		if !g.met {
			missed = append(missed, g.what)
		}
	}
	if !slices.Equal(missed, []string{"StartDBCluster, time"}) {
		t.Errorf("missed: %q", missed)
	}
}

func TestPage(t *testing.T) {
	text := string(page(sample()))
	for _, want := range []string{
		"| StartDBCluster, time | 8 times less | 7 (6 to 11) times less | **no** |",
		"| StartDBCluster, allocations | 12 times less | 20.0 times less | yes |",
		"50% runtime.mallocgc",
		"| clusters | 1 to 100 | 1 µs to 100 µs | 10 µs to 1 ms | 10.0 | 10.0 |",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("not in the page: %s\n%s", want, text)
		}
	}
	if strings.Contains(text, "%!") {
		t.Errorf("bad format:\n%s", text)
	}
	if empty := string(page(&data{})); strings.Contains(empty, "%!") {
		t.Errorf("bad format without data:\n%s", empty)
	}
}

func TestChart(t *testing.T) {
	for _, d := range []*data{sample(), {}} {
		svg := string(chart(d))
		if strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") || strings.Contains(svg, "%!") {
			t.Errorf("bad number:\n%s", svg)
		}
		decoder := xml.NewDecoder(strings.NewReader(svg))
		for {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestParseInit(t *testing.T) {
	const trace = "init internal/bytealg @0.008 ms, 0 ms clock, 0 bytes, 0 allocs\nno\ninit a.b/c @1.2 ms, 0.025 ms clock, 4240 bytes, 7 allocs\n"
	want := []initialised{{"internal/bytealg", 0, 0, 0}, {"a.b/c", 25, 4240, 7}}
	if got := parseInit(trace); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestPackageOf(t *testing.T) {
	for symbol, want := range map[string]string{
		"runtime.mallocgc": "runtime",
		"github.com/nereid-go/nereid/rds.(*Client).StartExportTask": "github.com/nereid-go/nereid/rds",
		"slices.pdqsortCmpFunc[go.shape.struct { a/b.c string }]":   "slices",
		"go:itab.*os.File,io.Reader":                                "go data",
		"github.com/aws/smithy-go/middleware.(*Stack).List-range1":  "github.com/aws/smithy-go/middleware",
	} {
		if got := packageOf(symbol); got != want {
			t.Errorf("%s is of %s, want %s", symbol, got, want)
		}
	}
}

// TestOneOperationIsLinked checks the linker's symbol table. A program that
// makes one call contains that operation and no other, even if its client is in
// an interface and was printed.
func TestOneOperationIsLinked(t *testing.T) {
	longtest.Only(t, "it builds programs")
	b := builder{ctx: context.Background(), dir: t.TempDir()}
	for name, want := range map[string][]string{
		"one":   {"DescribeExportTasks"},
		"boxed": {"DescribeExportTasks"},
		"nereid": { // recovery describes by the name of the operation, without its method
			"CancelExportTask", "CopyDBClusterSnapshot", "CreateDBClusterSnapshot", "CreateGlobalCluster",
			"DescribeExportTasks", "StartDBCluster", "StartExportTask", "StopDBCluster",
		},
	} {
		symbols, err := b.symbols(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := operations(symbols); !slices.Equal(got, want) {
			t.Errorf("%s has %q, want %q", name, got, want)
		}
		recovers := false
		for symbol := range symbols {
			recovers = recovers || strings.HasPrefix(symbol, "github.com/nereid-go/nereid/internal/recovery.")
		}
		if changes := name == "nereid"; recovers != changes {
			t.Errorf("%s has code of recovery: %t, want %t", name, recovers, changes)
		}
	}
}
