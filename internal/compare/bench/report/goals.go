package main

import (
	"fmt"
	"slices"
	"strings"
)

// A goal is a goal and the result of its measurement.
type goal struct {
	id     string // in data.Profiles
	what   string
	wanted string
	got    string
	met    bool

	// explain profiles a case, by time or by allocations, to find out why the
	// goal was missed.
	explain func(*explainer) (profile, error)
}

// callGoals are the goals for calls: how many times more time and allocations
// the SDK should need than this module.
var callGoals = []struct {
	name         string
	time, allocs float64
}{
	{"DescribeExportTasks, 100 tasks", 20, 40},
	{"DescribeDBClusters, 100 clusters", 20, 60},
	{"StartDBCluster", 8, 12},
	{"DescribeDBClusters, 1 cluster", 8, 12},
	{"StartExportTask", 4, 6},
	{"DescribeExportTasks, 1 task", 4, 6},
	{"CopyDBClusterSnapshot, presigned", 4, 6},
	{"typed fault", 4, 6},
}

// goals compares the measurements with the goals.
func (d *data) goals() []goal {
	var list []goal
	if d.Calls != nil {
		list = append(list, d.Calls.goals()...)
	}
	if d.Size != nil {
		list = append(list, d.Size.goals()...)
	}
	return list
}

func (d *callData) goals() []goal {
	var list []goal
	for _, g := range callGoals {
		i := slices.IndexFunc(d.Calls, func(v versus) bool { return v.Name == g.name })
		if i < 0 {
			continue
		}
		v := d.Calls[i]
		list = append(list, goal{
			id: "time of " + g.name, what: g.name + ", time", wanted: fmt.Sprintf("%g times less", g.time),
			got: v.Time.String() + " times less", met: v.Time.Median >= g.time,
			explain: func(e *explainer) (profile, error) { return e.benchmark("Calls/"+g.name, "cpu") },
		}, goal{
			id: "allocations of " + g.name, what: g.name + ", allocations", wanted: fmt.Sprintf("%g times less", g.allocs),
			got: fmt.Sprintf("%.1f times less", v.Allocs.Median), met: v.Allocs.Median >= g.allocs,
			explain: func(e *explainer) (profile, error) { return e.benchmark("Calls/"+g.name, "mem") },
		})
	}
	const floor = "a string per leaf"
	for _, p := range d.Parts {
		name, _, _ := strings.Cut(p.Name, ",")
		for _, way := range p.Ways {
			if strings.HasPrefix(way.Name, floor) {
				times := 1 / max(way.Time.Median, 1e-9)
				list = append(list, goal{
					id: name, what: name + ", against " + way.Name, wanted: "within 3 times",
					got: fmt.Sprintf("%.2f times", times), met: times <= 3,
					explain: func(e *explainer) (profile, error) { return e.benchmark("Parts/"+p.Name, "cpu") },
				})
			}
		}
	}
	return list
}

func (d *sizeData) goals() []goal {
	var list []goal
	ours, theirs := d.over("nereid"), d.over("sdk")
	list = append(list, goal{
		id: "binary", what: "Binary, in addition to net/http alone", wanted: "a fifth of the SDK's",
		got: fmt.Sprintf("%.0f kB, the SDK's is %.0f kB: %.2f of it", ours/1e3, theirs/1e3, ours/theirs), met: ours <= theirs/5,
		explain: func(*explainer) (profile, error) {
			return profile{"code and data in addition to net/http alone, by package, in bytes; the tables about this code take as much again", lines(d.Kept["nereid"], "%8.0f  %s")}, nil
		},
	}, goal{
		id: "build", what: "CPU time of a cold build, in addition to net/http alone", wanted: "a tenth of the SDK's",
		got: fmt.Sprintf("%.1f s, the SDK's is %.1f s: %.2f of it", d.Build.Over["nereid"], d.Build.Over["sdk"], d.Build.Over["nereid"]/d.Build.Over["sdk"]),
		met: d.Build.Over["nereid"] <= d.Build.Over["sdk"]/10,
		explain: func(*explainer) (profile, error) {
			return profile{"CPU seconds by package", lines(d.Build.Slow, "%6.2f  %s")}, nil
		},
	})
	start := d.Init["nereid"]
	list = append(list, goal{
		id: "init", what: "Package initialization", wanted: "under 20 µs",
		got: fmt.Sprintf("%.0f µs and %d bytes, the SDK's is %.0f µs and %d bytes", start.Microseconds, start.Bytes, d.Init["sdk"].Microseconds, d.Init["sdk"].Bytes),
		met: start.Microseconds < 20,
		explain: func(*explainer) (profile, error) {
			return profile{"packages with initialization, in µs", lines(start.Packages, "%6.1f  %s")}, nil
		},
	})
	first := d.First["nereid"]
	list = append(list, goal{
		id: "first", what: "First call of a client, including its creation", wanted: "under 1 ms",
		got: fmt.Sprintf("%.0f µs, the SDK's is %.0f µs", first.First, d.First["sdk"].First), met: first.First < 1000,
		explain: func(*explainer) (profile, error) { return profile{}, nil },
	})
	linked := slices.Concat(d.Linked["one"], d.Linked["boxed"])
	list = append(list, goal{
		id: "linked", what: "Operations in a program that calls DescribeExportTasks, also through an interface", wanted: "only DescribeExportTasks",
		got: strings.Join(slices.Compact(slices.Sorted(slices.Values(linked))), ", "), met: len(linked) == 2 && linked[0] == "DescribeExportTasks" && linked[1] == linked[0],
		explain: func(*explainer) (profile, error) { return profile{}, nil },
	})
	return list
}

// over returns the additional cost of a program over bare.
func (d *sizeData) over(name string) float64 { return float64(d.Binary[name] - d.Binary["bare"]) }

func lines(list []component, format string) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = fmt.Sprintf(format, c.Value, c.Name)
	}
	return out
}
