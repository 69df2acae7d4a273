package bench_test

import (
	"strconv"
	"testing"

	"github.com/nereid-go/nereid/internal/compare/bench"
)

// TestCases compares the requests and results of both libraries in every
// measured case.
func TestCases(t *testing.T) {
	check := func(c bench.Case) {
		if err := c.Check(); err != nil {
			t.Error(err)
		}
	}
	for _, c := range bench.Calls() {
		check(c)
	}
	for _, s := range bench.Growth() {
		for _, size := range s.Sizes[:3] { // the others are the same, and slow
			check(s.New(size))
		}
	}
	if err := bench.Loopback(func(cases []bench.Case) error {
		for _, c := range cases {
			check(c)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
	for _, p := range parts(t) {
		if err := p.Check(); err != nil {
			t.Errorf("%s: %v", p.Name, err)
		}
		for _, way := range p.Ways {
			if err := way.Do(1); err != nil {
				t.Errorf("%s: %s: %v", p.Name, way.Name, err)
			}
		}
	}
}

func parts(tb testing.TB) []bench.Part {
	tb.Helper()
	list, err := bench.Parts()
	if err != nil {
		tb.Fatal(err)
	}
	return list
}

func BenchmarkCalls(b *testing.B) {
	for _, c := range bench.Calls() {
		benchmarkCase(b, c)
	}
}

func BenchmarkParts(b *testing.B) {
	for _, p := range parts(b) {
		for _, way := range p.Ways {
			b.Run(p.Name+"/"+way.Name, func(b *testing.B) { run(b, way.Do) })
		}
	}
}

func BenchmarkParallel(b *testing.B) {
	for _, c := range bench.Calls() {
		for _, n := range []int{1, 2, 8} {
			b.Run(strconv.Itoa(n), func(b *testing.B) {
				c.Ours, c.Theirs = bench.Parallel(n, c.Ours), bench.Parallel(n, c.Theirs)
				benchmarkCase(b, c)
			})
		}
	}
}

func BenchmarkGrowth(b *testing.B) {
	for _, s := range bench.Growth() {
		for _, size := range s.Sizes {
			benchmarkCase(b, s.New(size))
		}
	}
}

func BenchmarkLoopback(b *testing.B) {
	if err := bench.Loopback(func(cases []bench.Case) error {
		for _, c := range cases {
			benchmarkCase(b, c)
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
}

func benchmarkCase(b *testing.B, c bench.Case) {
	b.Helper()
	b.Run(c.Name+"/nereid", func(b *testing.B) { run(b, c.Ours) })
	b.Run(c.Name+"/sdk", func(b *testing.B) { run(b, c.Theirs) })
}

func run(b *testing.B, f bench.Func) {
	b.Helper()
	b.ReportAllocs()
	if err := f(b.N); err != nil {
		b.Fatal(err)
	}
}
