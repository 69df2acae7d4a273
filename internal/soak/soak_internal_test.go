package soak

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/nereid-go/nereid/internal/longtest"
)

func newSoak(seeds ...[]any) *soak {
	s := &soak{seeds: seeds, rand: rand.New(rand.NewPCG(1, 0))}
	s.learn()
	return s
}

// Starting from inputs on which the target succeeds, a soak finds inputs on
// which it fails.
func TestChange(t *testing.T) {
	s := newSoak([]any{"<a>one</a>", true, int64(7)}, []any{"<b/>", false, int64(-1)})
	reached := map[string]func(string, bool, int64) bool{
		"a nested element":          func(x string, _ bool, _ int64) bool { return strings.Contains(x, "<a><a>") },
		"a word of the other input": func(x string, _ bool, _ int64) bool { return strings.Contains(x, "<b/>one") },
		"a byte that is not UTF-8":  func(x string, _ bool, _ int64) bool { return strings.IndexByte(x, 0xff) >= 0 },
		"nothing":                   func(x string, _ bool, _ int64) bool { return x == "" },
		"the other bool":            func(x string, y bool, _ int64) bool { return !y && strings.HasPrefix(x, "<a>") },
		"a large number":            func(_ string, _ bool, z int64) bool { return z > 1<<40 },
		"a negative number":         func(_ string, _ bool, z int64) bool { return z == -7 },
	}
	for range 200_000 {
		out := s.change(s.seeds[0])
		for name, is := range reached {
			if is(out[0].(string), out[1].(bool), out[2].(int64)) {
				delete(reached, name)
			}
		}
		if len(reached) == 0 {
			break
		}
	}
	for name := range reached {
		t.Errorf("never reached: %s", name)
	}
	if want := []any{"<a>one</a>", true, int64(7)}; !reflect.DeepEqual(s.seeds[0], want) {
		t.Errorf("the seed has become %#v", s.seeds[0])
	}
}

func TestSize(t *testing.T) {
	s := newSoak([]any{strings.Repeat("x", maxSize)})
	for range longtest.Calls(10_000, 1000) {
		if n := len(s.change(s.seeds[0])[0].(string)); n > maxSize {
			t.Fatalf("a string of %d bytes", n)
		}
	}
}

// A kept input is read again unchanged.
func TestCorpus(t *testing.T) {
	target := reflect.TypeOf(func(*testing.T, string, bool, int64) {})
	want := []any{"\x00\"ü\xff`\n)", true, int64(-5)}
	s := newSoak(want)
	s.dir = filepath.Join(t.TempDir(), "corpus")
	s.keep(t, want)
	again := &soak{}
	if err := again.load(s.dir, target); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(again.seeds, [][]any{want}) {
		t.Errorf("read as %#v", again.seeds)
	}

	for _, text := range []string{
		"", header, header + "string(\"a\")\nbool(true)\n", header + "string(\"a\")\nbool(true)\nint(1)\n",
		header + "string(a)\nbool(true)\nint64(1)\n", header + "string(\"a\")\nbool(2)\nint64(1)\n",
	} {
		if input, ok := parse(text, target); ok {
			t.Errorf("%q is read as %#v", text, input)
		}
	}
	if err := again.load(filepath.Join(s.dir, "none"), target); err != nil {
		t.Errorf("a corpus that is not there: %v", err)
	}
}

// If a target fails for rare inputs, the soak finds and keeps such an input.
func TestFailureIsKept(t *testing.T) {
	target := func(t *testing.T, text string, n int64) {
		if strings.Contains(text, "bb") && n < 0 {
			t.Fatal("found")
		}
	}
	seeds := [][]any{{"harmless", int64(1)}, {"b", int64(2)}}
	if dir := os.Getenv("NEREID_SOAK_TEST"); dir != "" { // the run that fails
		s := newSoak(seeds...)
		s.dir = dir
		s.run(t, 1_000_000, reflect.ValueOf(target))
		return
	}

	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cmd := exec.CommandContext(t.Context(), exe, "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), "NEREID_SOAK_TEST="+dir)
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "found") {
		t.Fatalf("%v: %s", err, out)
	}
	var s soak
	if err := s.load(dir, reflect.TypeOf(target)); err != nil || len(s.seeds) != 1 {
		t.Fatalf("kept %#v (%v)", s.seeds, err)
	}
	if in := s.seeds[0]; !strings.Contains(in[0].(string), "bb") || in[1].(int64) >= 0 {
		t.Errorf("kept %#v", in)
	}
}
