package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// tests holds the result of each test, by the package's path in the
// module and by the test's name.
type tests map[string]map[string]*result

// A result is the result of a test, with its log.
type result struct {
	action string // pass, fail or skip
	lines  []string
}

var logged = regexp.MustCompile(`^\s+\S+\.go:\d+: (.*)\n$`)

// read parses the output of go test -json. It returns the output of failed
// tests.
func (ts tests) read(r io.Reader) (failed string, err error) {
	output := make(map[[2]string]*strings.Builder)
	var text strings.Builder
	for d := json.NewDecoder(r); ; {
		var e struct {
			Action  string `json:"Action"`
			Package string `json:"Package"`
			Test    string `json:"Test"`
			Output  string `json:"Output"`
		}
		if err := d.Decode(&e); errors.Is(err, io.EOF) {
			return text.String(), nil
		} else if err != nil {
			return text.String(), fmt.Errorf("read the output of go test: %w", err)
		}
		key := [2]string{e.Package, e.Test}
		if output[key] == nil {
			output[key] = new(strings.Builder)
		}
		pkg := strings.TrimPrefix(e.Package, module+"/")
		if ts[pkg] == nil {
			ts[pkg] = make(map[string]*result)
		}
		if ts[pkg][e.Test] == nil {
			ts[pkg][e.Test] = new(result)
		}
		t := ts[pkg][e.Test]
		switch e.Action {
		case "output", "build-output":
			output[key].WriteString(e.Output)
			if m := logged.FindStringSubmatch(e.Output); m != nil {
				t.lines = append(t.lines, m[1])
			}
		case "fail":
			text.WriteString(output[key].String())
			t.action = e.Action
		case "pass", "skip":
			t.action = e.Action
		}
	}
}

// ended returns a test's result, or "" if it did not run.
func (ts tests) ended(pkg, test string) string {
	if t := ts[pkg][test]; t != nil {
		return t.action
	}
	return ""
}

// names returns a package's tests, without subtests.
func (ts tests) names(pkg string) []string {
	var names []string
	for name := range ts[pkg] {
		if name != "" && !strings.Contains(name, "/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// within returns a test and its subtests, sorted.
func (ts tests) within(pkg, test string) []string {
	var names []string
	for name := range ts[pkg] {
		if name == test || strings.HasPrefix(name, test+"/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// lines returns the log lines of a test and its subtests.
func (ts tests) lines(pkg, test string) []string {
	var lines []string
	for _, name := range ts.within(pkg, test) {
		lines = append(lines, ts[pkg][name].lines...)
	}
	return lines
}

var (
	generated = regexp.MustCompile(`^\[rapid\] OK, passed (\d+) tests`)
	counted   = regexp.MustCompile(`^(?:[a-z]+: )?\d+ `)
)

// cases returns the number of cases of a test, from the counts in its log. If
// the log does not contain counts, cases returns the number of subtests. If
// there are no subtests either, it says that the test passed.
func (ts tests) cases(pkg, test string) string {
	random, leaves := 0, 0
	var counts, inner []string
	for _, name := range ts.within(pkg, test) {
		if name != test {
			leaves++
		}
		for _, line := range ts[pkg][name].lines {
			if m := generated.FindStringSubmatch(line); m != nil {
				n, err := strconv.Atoi(m[1])
				if err == nil {
					random += n
				}
			} else if counted.MatchString(line) {
				if _, sub, ok := strings.Cut(name, "/"); ok {
					inner = append(inner, sub+": "+line)
				} else {
					counts = append(counts, line)
				}
			}
		}
	}
	if len(counts) == 0 {
		counts = inner // only then, because the test's own counts are more exact
	}
	if random > 0 {
		counts = append(counts, strconv.Itoa(random)+" generated")
	}
	if len(counts) == 0 && leaves > 0 {
		counts = append(counts, strconv.Itoa(leaves)+" cases")
	}
	if len(counts) == 0 {
		return "passed"
	}
	return strings.Join(counts, "; ")
}

// A difference is an accepted difference or an accepted failure, with its
// reason.
type difference struct{ name, reason string }

// differences returns the differences on the lines that begin with one of the
// given prefixes.
func differences(lines []string, prefixes ...string) []difference {
	var all []difference
	for _, line := range lines {
		for _, prefix := range prefixes {
			rest, ok := strings.CutPrefix(line, prefix+": ")
			if !ok {
				continue
			}
			name, reason, _ := strings.Cut(rest, ": ")
			all = append(all, difference{name, reason})
		}
	}
	return all
}
