package bench_test

import (
	"errors"
	"sync/atomic"
	"testing"

	"github.com/nereid-go/nereid/internal/compare/bench"
)

func TestSpread(t *testing.T) {
	if got, want := bench.SpreadOf([]float64{9, 1, 5, 3, 7}), (bench.Spread{Low: 3, Median: 5, High: 7}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, want := bench.SpreadOf([]float64{4}), (bench.Spread{Low: 4, Median: 4, High: 4}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	samples := func(ns ...float64) (list []bench.Sample) {
		for _, n := range ns {
			list = append(list, bench.Sample{Nanoseconds: n, Allocs: 2})
		}
		return list
	}
	// The ratio is computed round by round, because a slow machine slows both.
	if got := bench.Ratio(samples(20, 200, 40), samples(10, 100, 10), bench.Nanoseconds); got.Median != 2 {
		t.Errorf("got %v, want 2", got)
	}
	if got := bench.Median(samples(3, 1, 2)); got.Nanoseconds != 2 || got.Allocs != 2 {
		t.Errorf("got %v", got)
	}
}

func TestParallel(t *testing.T) {
	var calls atomic.Int64
	f := bench.Parallel(8, func(n int) error { calls.Add(int64(n)); return nil })
	if err := f(21); err != nil || calls.Load() != 21 {
		t.Errorf("%d calls, error %v", calls.Load(), err)
	}
	broken := errors.New("broken")
	if err := bench.Parallel(2, func(int) error { return broken })(2); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

func TestInTurns(t *testing.T) {
	var keep [][]byte
	list, err := bench.Plan{Rounds: 3}.InTurns(
		func(n int) error {
			for range n {
				keep = append(keep[:0], make([]byte, 100), make([]byte, 100))
			}
			return nil
		},
		func(int) error { return nil },
	)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 || len(list[0]) != 3 || len(list[1]) != 3 {
		t.Fatalf("got %v", list)
	}
	if got := bench.Median(list[0]); got.Allocs < 2 || got.Bytes < 200 || got.Nanoseconds <= 0 {
		t.Errorf("got %v", got)
	}
}
