package main

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var (
	nightsFlag = flag.Int("nights.n", 0, "how many nights TestNights draws; 0 is a few")
	seedFlag   = flag.Uint64("nights.seed", 1, "the first seed of TestNights")
)

// TestCorpus runs the plans that had findings once. It runs them several times, because some
// choices are random, such as the order of two events at the same moment, and the client's pauses.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/corpus/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		for range 5 {
			var out strings.Builder
			if err := replay(t, &out, file, ours); err != nil {
				t.Errorf("%s: %v\n%s", file, err, &out)
				break
			}
		}
	}
}

// TestUnsureClientFails uses a client that reports every outcome as unknown.
func TestUnsureClientFails(t *testing.T) {
	o := options{seed: 1, nights: 40, subject: "unsure"}
	if err := o.run(t, io.Discard); err == nil {
		t.Error("a client that knows nothing passes")
	}
}

// TestReplay runs nights twice. Both times they must have the same findings,
// although the client's own pauses are random. Nights with keys that expire are
// left out, because the pauses decide whether a call still gets the old keys.
func TestReplay(t *testing.T) {
	keys := func(r Report) (keys []string) {
		for _, f := range r.Findings {
			keys = append(keys, f.Key())
		}
		return keys
	}
	runs := 0
	for seed := range uint64(50) {
		p := draw(seed)
		if p.World.Keys != nil {
			continue
		}
		runs++
		if !slices.Equal(keys(night(t, p, unsure)), keys(night(t, p, unsure))) {
			t.Errorf("seed %d: other findings the second time", seed)
		}
	}
	if runs < 30 {
		t.Errorf("only %d of 50 nights have no keys that expire", runs)
	}
}

// TestEveryOperation checks that there is a recipe for each operation of the
// service that changes something.
func TestEveryOperation(t *testing.T) {
	have := map[string]bool{}
	for _, r := range recipes() {
		have[r.op] = true
	}
	for _, op := range changingOperations() {
		if !have[op] {
			t.Errorf("no recipe for %s", op)
		}
	}
}

// TestOfficialClientFails uses the client of aws-sdk-go-v2 with its defaults.
// The nights have to find that it reports rejections of its own effects.
func TestOfficialClientFails(t *testing.T) {
	var out strings.Builder
	o := options{seed: 1, nights: 40, subject: "sdk"}
	if err := o.run(t, &out); err == nil || !strings.Contains(out.String(), "false failure") {
		t.Errorf("no false failure: %v\n%s", err, &out)
	}
}

// TestNights draws a few nights. -nights.n and -nights.seed select others.
func TestNights(t *testing.T) {
	nights := *nightsFlag
	if nights == 0 {
		nights = 40
	}
	var out strings.Builder
	o := options{seed: *seedFlag, nights: nights, subject: "ours", shrink: true}
	if err := o.run(t, &out); err != nil {
		t.Errorf("%v\n%s", err, &out)
	}
}

// TestSabotages checks that the text that each sabotage replaces is there once.
func TestSabotages(t *testing.T) {
	for _, s := range sabotages() {
		data, err := os.ReadFile(filepath.Join("../../..", s.file))
		if n := strings.Count(string(data), s.old); err != nil || n != 1 {
			t.Errorf("%s (%s): the text is there %d times: %v", s.file, s.why, n, err)
		}
	}
}
