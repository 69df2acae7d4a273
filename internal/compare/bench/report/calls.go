package main

import (
	"fmt"

	"github.com/nereid-go/nereid/internal/compare/bench"
)

// measureCalls checks that both libraries do the same in every case, and
// measures the cases.
func measureCalls(plan bench.Plan) (*callData, error) {
	d := &callData{Machine: thisMachine(), Rounds: plan.Rounds, Batch: plan.Batch.String()}
	calls := bench.Calls()
	for _, c := range calls {
		v, err := measureCase(plan, c)
		if err != nil {
			return nil, err
		}
		d.Calls = append(d.Calls, v)
	}
	if err := d.measureParts(plan); err != nil {
		return nil, err
	}

	fewer := bench.Plan{Rounds: max(3, plan.Rounds/2), Batch: plan.Batch}
	for _, name := range []string{"StartExportTask", "DescribeDBClusters, 1 cluster", "DescribeDBClusters, 100 clusters"} {
		for _, goroutines := range []int{1, 2, 8} {
			for _, c := range calls {
				if c.Name != name {
					continue
				}
				c.Ours, c.Theirs = bench.Parallel(goroutines, c.Ours), bench.Parallel(goroutines, c.Theirs)
				v, err := measureCase(fewer, c)
				if err != nil {
					return nil, err
				}
				v.Goroutines = goroutines
				d.Parallel = append(d.Parallel, v)
			}
		}
	}
	if err := bench.Loopback(func(cases []bench.Case) error {
		for _, c := range cases {
			v, err := measureCase(plan, c)
			if err != nil {
				return err
			}
			d.Loopback = append(d.Loopback, v)
		}
		return nil
	}); err != nil {
		return nil, err
	}
	return d, d.measureGrowth(bench.Plan{Rounds: max(3, plan.Rounds/4), Batch: plan.Batch})
}

func measureCase(plan bench.Plan, c bench.Case) (versus, error) {
	progress("%s", c.Name)
	if err := c.Check(); err != nil {
		return versus{}, err
	}
	samples, err := plan.InTurns(c.Ours, c.Theirs)
	if err != nil {
		return versus{}, fmt.Errorf("%s: %w", c.Name, err)
	}
	ours, theirs := samples[0], samples[1]
	return versus{
		Name: c.Name, Bytes: c.Bytes, Ours: bench.Median(ours), Theirs: bench.Median(theirs),
		Time: bench.Ratio(theirs, ours, bench.Nanoseconds), Allocs: bench.Ratio(theirs, ours, bench.Allocs),
	}, nil
}

func (d *callData) measureParts(plan bench.Plan) error {
	parts, err := bench.Parts()
	if err != nil {
		return err
	}
	for _, p := range parts {
		progress("%s", p.Name)
		if err := p.Check(); err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
		funcs := make([]bench.Func, len(p.Ways))
		for i, way := range p.Ways {
			funcs[i] = way.Do
		}
		samples, err := plan.InTurns(funcs...)
		if err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
		result := partResult{Name: p.Name}
		for i, way := range p.Ways {
			result.Ways = append(result.Ways, wayResult{
				Name: way.Name, Cost: bench.Median(samples[i]), Time: bench.Ratio(samples[i], samples[0], bench.Nanoseconds),
			})
		}
		d.Parts = append(d.Parts, result)
	}
	return nil
}

func (d *callData) measureGrowth(plan bench.Plan) error {
	for _, s := range bench.Growth() {
		result := seriesResult{Name: s.Name}
		for _, size := range s.Sizes {
			v, err := measureCase(plan, s.New(size))
			if err != nil {
				return err
			}
			result.Points = append(result.Points, pointResult{Size: size, Bytes: v.Bytes, Ours: v.Ours, Theirs: v.Theirs})
		}
		d.Growth = append(d.Growth, result)
	}
	return nil
}
