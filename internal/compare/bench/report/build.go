package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/nereid-go/nereid/internal/compare/bench"
)

// measureBuild measures builds with cold caches. It first builds the smallest
// program, which is named bare, with an empty cache. It then builds each of the
// other programs with a copy of the resulting cache, so that it measures only
// the additional cost of that program. The difference between two complete
// builds would be inexact, because both take a long time. All sources must have been
// downloaded beforehand.
func measureBuild(b builder) (d buildData, err error) {
	d.Rounds = 3
	d.Over = map[string]float64{}
	progress("cold builds: bare")
	primed := b.path("primed")
	if d.Bare, err = b.cold("bare", primed, b.path("cold-bare"), ""); err != nil {
		return d, err
	}
	var links []float64
	for range d.Rounds {
		links = append(links, 0)
		if links[len(links)-1], err = b.cold("bare", primed, b.path("linked-bare"), ""); err != nil {
			return d, err
		}
	}
	link := bench.SpreadOf(links).Median // the time to link bare, which is part of every build

	graph := b.path("graph.json")
	for _, name := range measured[1:] {
		progress("cold builds: %s", name)
		var builds []float64
		for range d.Rounds {
			cache := b.path("cache")
			if err := os.CopyFS(cache, os.DirFS(primed)); err != nil {
				return d, err
			}
			took, err := b.cold(name, cache, b.path("cold-"+name), graph)
			if err != nil {
				return d, err
			}
			builds = append(builds, took)
			if err := os.RemoveAll(cache); err != nil {
				return d, err
			}
		}
		d.Over[name] = bench.SpreadOf(builds).Median - link
		if name == "nereid" {
			if d.Slow, err = slowest(graph); err != nil {
				return d, err
			}
		}
	}
	return d, nil
}

// cold builds a program with the given cache, and returns the CPU time in
// seconds of the go command and all processes that it started.
func (b builder) cold(name, cache, file, graph string) (float64, error) {
	if err := os.RemoveAll(file); err != nil { // otherwise the go command would not link it again
		return 0, err
	}
	flags := []string{"-ldflags=-s -w"}
	if graph != "" {
		flags = append(flags, "-debug-actiongraph="+graph)
	}
	cmd := b.command(name, file, flags...)
	cmd.Env = append(cmd.Env, "GOCACHE="+cache)
	if out, err := cmd.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("build %s: %w\n%s", name, err, out)
	}
	return (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), nil
}

// slowest returns the packages that took longest to build, from the go
// command's action graph.
func slowest(graph string) ([]component, error) {
	text, err := os.ReadFile(graph)
	if err != nil {
		return nil, err
	}
	var actions []struct {
		Mode, Package   string
		CmdUser, CmdSys float64 // in nanoseconds
	}
	if err := json.Unmarshal(text, &actions); err != nil {
		return nil, err
	}
	sums := make(map[string]float64)
	for _, a := range actions {
		name := a.Package
		if a.Mode == "link" {
			name = "the linker"
		}
		if took := (a.CmdUser + a.CmdSys) / 1e9; took > 0 && !strings.HasPrefix(name, programs) {
			sums[name] += took
		}
	}
	return top(sums, 12), nil
}
