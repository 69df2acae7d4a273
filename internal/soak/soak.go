// Package soak runs fuzz targets more often than go test -fuzz can. The fuzzer
// is guided by coverage, and every execution therefore takes at least a tenth
// of a millisecond, however fast the target is. A soak is not guided, and has
// almost no overhead. It changes inputs that are known to be interesting: the
// target's seeds, its testdata, and the fuzzer's cache. The fuzzer finds the
// paths through the code, and the soak tries very many inputs on each path:
//
//	go test ./internal/xmlscan -run '^$' -fuzz FuzzScan -fuzztime 10m
//	NEREID_SOAK=10000000 go test ./internal/xmlscan -run FuzzScan -v -timeout 0
//
// Like the fuzzer, a soak writes failing inputs to testdata/fuzz.
// NEREID_SOAK_SEED is the seed of the random changes, 1 by default.
//
// Only tests use it.
package soak

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// F is a testing.F that can run its target for a long time. If NEREID_SOAK is a
// number, F runs its target that many times. Otherwise it behaves like the
// embedded testing.F:
//
//	func FuzzParse(tf *testing.F) {
//		f := soak.F{F: tf}
//		f.Add("seed")
//		f.Fuzz(func(t *testing.T, text string) { … })
//	}
//
// A target's arguments must be strings, bools or int64s. It must not call
// t.Skip.
type F struct {
	*testing.F
	seeds [][]any
}

// Add adds an input, as [testing.F.Add] does.
func (f *F) Add(args ...any) {
	f.F.Helper()
	f.seeds = append(f.seeds, args)
	f.F.Add(args...)
}

// Fuzz runs the target, as [testing.F.Fuzz] does.
func (f *F) Fuzz(target any) {
	f.F.Helper()
	count, seed := number(f.F, "NEREID_SOAK", 0), number(f.F, "NEREID_SOAK_SEED", 1)
	if count == 0 {
		f.F.Fuzz(target)
		return
	}
	function := reflect.ValueOf(target)
	kinds := function.Type()
	s := &soak{seeds: f.seeds, rand: rand.New(rand.NewPCG(seed, 0)), dir: filepath.Join("testdata", "fuzz", f.Name())}
	for _, dir := range []string{s.dir, cached(f.F)} {
		if err := s.load(dir, kinds); err != nil {
			f.Fatal(err)
		}
	}
	s.learn()
	// The soak needs a testing.T for the target. testing.F.Fuzz provides one when
	// it runs an input, so the soak starts after the first input has passed.
	done := false
	f.F.Fuzz(reflect.MakeFunc(kinds, func(args []reflect.Value) []reflect.Value {
		function.Call(args)
		if t := args[0].Interface().(*testing.T); !done && !t.Failed() {
			done = true
			t.Logf("%d executions on %d inputs, seed %d", count, len(s.seeds), seed)
			s.run(t, count, function)
		}
		return nil
	}).Interface())
}

func number(f *testing.F, name string, otherwise uint64) uint64 {
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		f.Fatalf("%s: %v", name, err)
	}
	return n
}

// A soak is one run of a target.
type soak struct {
	seeds [][]any
	words []string // of the seeds, to be used in other inputs
	rand  *rand.Rand
	dir   string // of what fails
}

// run calls the target with count changed inputs, or until one fails.
func (s *soak) run(t *testing.T, count uint64, target reflect.Value) {
	var input []any
	defer func() { // also when the target ends the test or panics
		if r := recover(); r != nil {
			s.keep(t, input)
			panic(r)
		}
		if t.Failed() {
			s.keep(t, input)
		}
	}()
	args := make([]reflect.Value, 1+len(s.seeds[0]))
	args[0] = reflect.ValueOf(t)
	for range count {
		input = s.change(s.seeds[s.rand.IntN(len(s.seeds))])
		for i, v := range input {
			args[1+i] = reflect.ValueOf(v)
		}
		if target.Call(args); t.Failed() {
			return
		}
	}
}

const header = "go test fuzz v1\n"

// keep writes an input to a file, in the format of the fuzzer's corpora.
func (s *soak) keep(t *testing.T, input []any) {
	var b strings.Builder
	b.WriteString(header)
	for _, v := range input {
		fmt.Fprintf(&b, "%T(%#v)\n", v, v)
	}
	text := b.String()
	name := filepath.Join(s.dir, fmt.Sprintf("%x", sha256.Sum256([]byte(text)))[:16])
	err := os.MkdirAll(s.dir, 0o750)
	if err == nil {
		err = os.WriteFile(name, []byte(text), 0o600)
	}
	t.Logf("the input that fails is in %s (%v): %#v", name, err, input)
}

// load reads the inputs in a corpus directory. kinds is the target's function
// type. Files whose arguments have other types are skipped, because they belong
// to an older version of the target.
func (s *soak) load(dir string, kinds reflect.Type) error {
	files, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := fs.ReadFile(os.DirFS(dir), file.Name())
		if err != nil {
			return err
		}
		if input, ok := parse(string(text), kinds); ok {
			s.seeds = append(s.seeds, input)
		}
	}
	return nil
}

// parse reads a file of a corpus.
func parse(text string, kinds reflect.Type) (input []any, ok bool) {
	text, ok = strings.CutPrefix(text, header)
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if !ok || len(lines) != kinds.NumIn()-1 {
		return nil, false
	}
	for i, line := range lines {
		kind, value, _ := strings.Cut(strings.TrimSuffix(line, ")"), "(")
		if kind != kinds.In(i+1).String() {
			return nil, false
		}
		var v any
		var err error
		switch kind {
		case "string":
			v, err = strconv.Unquote(value)
		case "bool":
			v, err = strconv.ParseBool(value)
		case "int64":
			v, err = strconv.ParseInt(value, 10, 64)
		default:
			return nil, false
		}
		if err != nil {
			return nil, false
		}
		input = append(input, v)
	}
	return input, true
}

// cached returns the directory in which the fuzzer keeps a target's interesting
// inputs.
func cached(f *testing.F) string {
	run := func(args ...string) string {
		out, err := exec.CommandContext(f.Context(), "go", args...).Output() //nolint:gosec // ours, both times
		if err != nil {
			f.Fatalf("go %s: %v", strings.Join(args, " "), err)
		}
		return strings.TrimSpace(string(out))
	}
	return filepath.Join(run("env", "GOCACHE"), "fuzz", filepath.FromSlash(run("list", "-f", "{{.ImportPath}}", ".")), f.Name())
}
