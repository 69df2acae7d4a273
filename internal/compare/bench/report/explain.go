package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

const benchmarks = "github.com/nereid-go/nereid/internal/compare/bench"

// explain profiles the cases that miss their goals.
func (d *data) explain(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "nereid-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // nothing to do about it
	e := &explainer{ctx, dir}
	d.Profiles = map[string]profile{}
	for _, g := range d.goals() {
		if g.met {
			continue
		}
		progress("%s", g.what)
		p, err := g.explain(e)
		if err != nil {
			return err
		}
		if len(p.Lines) > 0 {
			d.Profiles[g.id] = p
		}
	}
	return nil
}

// explainer runs profiles in a directory.
type explainer struct {
	ctx context.Context //nolint:containedctx // lives as long as the command
	dir string
}

// benchmark profiles a benchmark of this module. kind is "cpu", or "mem" for
// the number of allocations.
func (e *explainer) benchmark(name, kind string) (profile, error) {
	file := filepath.Join(e.dir, kind+".prof")
	pattern := []string{}
	for part := range strings.SplitSeq(name+"/(?i)nereid", "/") {
		if !strings.HasPrefix(part, "(") {
			part = regexp.QuoteMeta(strings.ReplaceAll(part, " ", "_"))
		}
		pattern = append(pattern, part+"$")
	}
	args := []string{"test", "-run=^$", "-bench=Benchmark" + strings.Join(pattern, "/^"), "-" + kind + "profile=" + file, "-o", filepath.Join(e.dir, "bench.test")}
	what := "CPU"
	if kind == "mem" {
		what = "allocations"
		args = append(args, "-memprofilerate=1", "-benchtime=2000x")
	}
	if out, err := exec.CommandContext(e.ctx, "go", append(args, benchmarks)...).CombinedOutput(); err != nil {
		return profile{}, fmt.Errorf("profile %s: %w\n%s", name, err, out)
	}
	args = []string{"tool", "pprof", "-top", "-nodecount=12"}
	if kind == "mem" {
		args = append(args, "-sample_index=alloc_objects")
	}
	out, err := exec.CommandContext(e.ctx, "go", append(args, file)...).Output()
	if err != nil {
		return profile{}, fmt.Errorf("read the profile of %s: %w", name, err)
	}
	p := profile{Of: what + ", by function"}
	for line := range strings.Lines(string(out)) { // columns: flat, its share, the running sum of shares, with callees, their share, function
		fields := strings.Fields(line)
		if len(fields) >= 6 && strings.HasSuffix(fields[1], "%") {
			p.Lines = append(p.Lines, fmt.Sprintf("%7s %s", fields[1], strings.TrimPrefix(fields[5], "github.com/")))
		}
	}
	return p, nil
}
