package bench

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"
)

// A Func does something n times.
type Func func(n int) error

// repeat makes a Func that calls a function repeatedly.
func repeat[Out any](f func() (Out, error)) Func {
	return func(n int) error {
		for range n {
			if _, err := f(); err != nil {
				return err
			}
		}
		return nil
	}
}

// Parallel distributes the work of a Func over goroutines.
func Parallel(goroutines int, f Func) Func {
	return func(n int) error {
		var wg sync.WaitGroup
		errs := make([]error, goroutines)
		for g := range goroutines {
			share := (n + g) / goroutines
			wg.Go(func() { errs[g] = f(share) })
		}
		wg.Wait()
		return cmp.Or(errs...)
	}
}

// A Sample is the cost of one execution.
type Sample struct {
	Nanoseconds float64 `json:"ns"`
	Allocs      float64 `json:"allocs"`
	Bytes       float64 `json:"bytes"`
}

// A Plan determines how long to measure.
type Plan struct {
	Rounds int           // the number of turns
	Batch  time.Duration // the duration of a turn
}

// InTurns measures several functions, alternating between them, so that other
// activity on the machine affects all of them. It returns the samples of each
// function, one for each of p.Rounds rounds. A garbage collection precedes each
// turn, so that no function pays for the garbage of another.
func (p Plan) InTurns(funcs ...Func) ([][]Sample, error) {
	times := make([]int, len(funcs))
	for i, f := range funcs {
		var err error
		if times[i], err = p.calibrate(f); err != nil {
			return nil, err
		}
	}
	samples := make([][]Sample, len(funcs))
	for round := range p.Rounds {
		for turn := range funcs {
			i := (turn + round) % len(funcs)
			s, err := measure(funcs[i], times[i])
			if err != nil {
				return nil, err
			}
			samples[i] = append(samples[i], s)
		}
	}
	return samples, nil
}

// leastCalls is the minimum number of calls in a turn, even if the calls take
// longer than the turn should. A turn is one measurement of one function. With
// fewer calls, a turn might end before the first garbage collection and not
// include its cost.
const leastCalls = 8

// calibrate returns how many calls fill a batch.
func (p Plan) calibrate(f Func) (int, error) {
	if err := f(1); err != nil { // builds plans and stacks
		return 0, err
	}
	for n := 1; ; n *= 2 {
		start := time.Now()
		if err := f(n); err != nil {
			return 0, err
		}
		if took := time.Since(start); took >= p.Batch/4 {
			return max(leastCalls, int(float64(n)*float64(p.Batch)/float64(took))), nil
		}
	}
}

func measure(f Func, n int) (Sample, error) {
	runtime.GC()
	if err := f(1); err != nil { // fill the pools again
		return Sample{}, err
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	err := f(n)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return Sample{
		Nanoseconds: float64(took) / float64(n),
		Allocs:      float64(after.Mallocs-before.Mallocs) / float64(n),
		Bytes:       float64(after.TotalAlloc-before.TotalAlloc) / float64(n),
	}, err
}

// Median returns the median of each quantity.
func Median(samples []Sample) Sample {
	of := func(quantity func(Sample) float64) float64 {
		list := make([]float64, len(samples))
		for i, s := range samples {
			list[i] = quantity(s)
		}
		return SpreadOf(list).Median
	}
	return Sample{of(Nanoseconds), of(Allocs), of(func(s Sample) float64 { return s.Bytes })}
}

// Nanoseconds returns the time of a sample.
func Nanoseconds(s Sample) float64 { return s.Nanoseconds }

// Allocs returns the allocations of a sample.
func Allocs(s Sample) float64 { return s.Allocs }

// A Spread is the median and the quartiles of a list of numbers.
type Spread struct {
	Low    float64 `json:"low"`
	Median float64 `json:"median"`
	High   float64 `json:"high"`
}

// SpreadOf returns the spread of a list. It sorts the list.
func SpreadOf(list []float64) Spread {
	slices.Sort(list)
	at := func(part float64) float64 {
		x := part * float64(len(list)-1)
		i := int(x)
		if i+1 == len(list) {
			return list[i]
		}
		return list[i] + (list[i+1]-list[i])*(x-float64(i))
	}
	return Spread{at(.25), at(.5), at(.75)}
}

// Ratio returns the spread of the ratios between two lists of samples. The
// ratio at index i is quantity(a[i]) divided by quantity(b[i]).
func Ratio(a, b []Sample, quantity func(Sample) float64) Spread {
	list := make([]float64, len(a))
	for i := range a {
		list[i] = quantity(a[i]) / max(quantity(b[i]), 1)
	}
	return SpreadOf(list)
}

// String shows the median and the quartiles.
func (s Spread) String() string { return fmt.Sprintf("%.3g (%.3g to %.3g)", s.Median, s.Low, s.High) }
