package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/nereid-go/nereid/internal/compare/bench"
)

const (
	library  = "github.com/nereid-go/nereid"
	programs = library + "/internal/compare/bench/programs/"
)

// measureSize builds the programs, and measures their size and start-up.
func measureSize(ctx context.Context) (*sizeData, error) {
	dir, err := os.MkdirTemp("", "nereid-bench")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // nothing to do about it

	d := &sizeData{
		Machine: thisMachine(), Binary: map[string]int64{}, Init: map[string]initData{},
		Linked: map[string][]string{}, First: map[string]firstCall{}, Kept: map[string][]component{},
	}
	b := builder{ctx: ctx, dir: dir}
	if b.alone, d.Smithy, err = standAlone(ctx, b.path("alone")); err != nil {
		return nil, err
	}
	progress("binaries")
	for _, name := range measured {
		file, err := b.build(name, "-ldflags=-s -w")
		if err != nil {
			return nil, err
		}
		info, err := os.Stat(file)
		if err != nil {
			return nil, err
		}
		d.Binary[name] = info.Size()
	}
	progress("starts")
	if err := d.measureInit(b); err != nil {
		return nil, err
	}
	if err := d.measureFirst(b); err != nil {
		return nil, err
	}
	progress("what is linked")
	for _, name := range []string{"one", "boxed", "nereid"} {
		symbols, err := b.symbols(name)
		if err != nil {
			return nil, err
		}
		d.Linked[name] = operations(symbols)
	}
	if err := d.measureKept(b); err != nil {
		return nil, err
	}
	d.Build, err = measureBuild(b)
	return d, err
}

// together is the program that uses this library with the version of smithy-go
// that the SDK requires.
const together = "together"

// measured are the programs that all measurements include.
var measured = []string{"bare", "nereid", together, "sdk"}

// standAlone copies the programs that use this library to a new module that
// requires only the main module, as a user's module would. In the module of
// this package, they would be built with the SDK's requirements. standAlone
// returns the directory and the version of smithy-go.
func standAlone(ctx context.Context, dir string) (folder, smithy string, err error) {
	list := func(dir, format, module string) (string, error) {
		cmd := exec.CommandContext(ctx, "go", "list", "-mod=mod", "-m", "-f", format, module)
		if cmd.Dir = dir; dir != "" {
			cmd.Env = append(os.Environ(), "GOWORK=off")
		} else {
			cmd.Args = slices.Delete(cmd.Args, 2, 3) // not in a workspace
		}
		out, err := cmd.Output()
		if err != nil {
			return "", fmt.Errorf("list %s: %w", module, err)
		}
		return strings.TrimSpace(string(out)), nil
	}
	root, err := list("", "{{.Dir}}", library)
	if err != nil {
		return "", "", err
	}
	source := filepath.Join(root, filepath.FromSlash(strings.TrimPrefix(programs, library)))
	if err := os.CopyFS(dir, os.DirFS(source)); err != nil {
		return "", "", err
	}
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return "", "", err
	}
	text := fmt.Sprintf("module %s\n\ngo 1.25\n\nrequire %s v0.0.0\n\nreplace %s => %s\n", strings.TrimSuffix(programs, "/"), library, library, strconv.Quote(root))
	for name, data := range map[string][]byte{"go.mod": []byte(text), "go.sum": sums} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			return "", "", err
		}
	}
	smithy, err = list(dir, "{{.Version}}", "github.com/aws/smithy-go")
	return dir, smithy, err
}

// builder builds programs in a directory.
type builder struct {
	ctx   context.Context //nolint:containedctx // lives as long as the command
	dir   string
	alone string // the directory of standAlone, or ""
}

func (b builder) path(name string) string { return filepath.Join(b.dir, name) }

// command returns the command that builds a program to a file.
func (b builder) command(name, file string, flags ...string) *exec.Cmd {
	args := slices.Concat([]string{"build", "-trimpath", "-buildvcs=false", "-o", file}, flags)
	if b.alone != "" && name != together && !strings.HasSuffix(name, "sdk") {
		cmd := exec.CommandContext(b.ctx, "go", append(args, "-mod=mod", "./"+name)...)
		cmd.Dir = b.alone
		cmd.Env = append(os.Environ(), "GOWORK=off")
		return cmd
	}
	if name == together {
		name = "nereid"
	}
	cmd := exec.CommandContext(b.ctx, "go", append(args, programs+name)...)
	cmd.Env = os.Environ()
	return cmd
}

// build builds a program and returns its file.
func (b builder) build(name string, flags ...string) (string, error) {
	file := b.path(name + strconv.Itoa(len(flags)))
	if out, err := b.command(name, file, flags...).CombinedOutput(); err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", name, err, out)
	}
	return file, nil
}

// symbols returns the size of each symbol in a program.
func (b builder) symbols(name string) (map[string]int, error) {
	file, err := b.build(name)
	if err != nil {
		return nil, err
	}
	out, err := exec.CommandContext(b.ctx, "go", "tool", "nm", "-size", file).Output()
	if err != nil {
		return nil, fmt.Errorf("list the symbols of %s: %w", name, err)
	}
	symbols := make(map[string]int)
	for line := range strings.Lines(string(out)) { // address, size, kind, name
		fields := strings.Fields(line)
		if len(fields) < 4 {
			continue
		}
		size, err := strconv.Atoi(fields[1])
		if err != nil {
			continue // undefined ones have no address
		}
		symbols[strings.Join(fields[3:], " ")] += size
	}
	return symbols, nil
}

// operation matches the symbols of client methods, and of generic functions
// that are instantiated with the Output type of an operation.
var operation = regexp.MustCompile(regexp.QuoteMeta(library) + `/(?:rds|neptune)\.(?:\(\*Client\)\.([A-Z]\w+)$|(\w+)Output\b)`)

// operations returns the operations of this library that a program contains. If
// the compiler inlined an operation's method, the functions that the method
// calls show that the program contains the operation.
func operations(symbols map[string]int) []string {
	found := make(map[string]bool)
	for name := range symbols {
		for _, m := range operation.FindAllStringSubmatch(name, -1) {
			found[m[1]+m[2]] = true
		}
	}
	delete(found, "Options") // the method of the client
	return slices.Sorted(maps.Keys(found))
}

// measureKept sums up, for each program, the size of the code that is not in
// the program named bare.
func (d *sizeData) measureKept(b builder) error {
	bare, err := b.symbols("bare")
	if err != nil {
		return err
	}
	for _, name := range []string{"nereid", "sdk"} {
		symbols, err := b.symbols(name)
		if err != nil {
			return err
		}
		sums := make(map[string]float64)
		for symbol, size := range symbols {
			if more := size - bare[symbol]; more > 0 {
				sums[packageOf(symbol)] += float64(more)
			}
		}
		d.Kept[name] = top(sums, 12)
	}
	return nil
}

// packageOf returns a symbol's package. If the symbol does not belong to a
// package, it returns the kind of data, for example "type data".
func packageOf(symbol string) string {
	symbol, _, _ = strings.Cut(symbol, "[")
	if kind, _, ok := strings.Cut(symbol, ":"); ok {
		return kind + " data"
	}
	slash := strings.LastIndexByte(symbol, '/') + 1
	name, _, _ := strings.Cut(symbol[slash:], ".")
	return symbol[:slash] + name
}

// top returns the n largest components.
func top(sums map[string]float64, n int) []component {
	list := make([]component, 0, len(sums))
	for name, value := range sums {
		list = append(list, component{name, value})
	}
	slices.SortFunc(list, func(a, b component) int {
		if a.Value != b.Value {
			return int(b.Value*1000 - a.Value*1000)
		}
		return strings.Compare(a.Name, b.Name)
	})
	return list[:min(n, len(list))]
}

const starts = 31

// measureInit runs programs that exit immediately, alternating between them,
// and reads the runtime's trace of package initialization.
func (d *sizeData) measureInit(b builder) error {
	traces := make(map[string][][]initialised)
	inBare := make(map[string]bool)
	for range starts {
		for _, name := range measured {
			cmd := exec.CommandContext(b.ctx, b.path(name+"1"))
			cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			_ = cmd.Run() // exits with 2
			traces[name] = append(traces[name], parseInit(stderr.String()))
		}
	}
	for _, trace := range traces["bare"] {
		for _, p := range trace {
			inBare[p.name] = true
		}
	}
	for name, list := range traces {
		d.Init[name] = sumInit(list, inBare)
	}
	return nil
}

// sumInit sums up the costs of initializing the packages that are not in the
// program named bare. Times are medians over all processes.
func sumInit(traces [][]initialised, inBare map[string]bool) initData {
	var of initData
	var us, std []float64
	byPackage := make(map[string][]float64)
	for _, trace := range traces {
		of.Bytes, of.Allocs, of.StdBytes = 0, 0, 0 // always the same
		us, std = append(us, 0), append(std, 0)
		for _, p := range trace {
			switch first, _, _ := strings.Cut(p.name, "/"); {
			case inBare[p.name]:
			case strings.Contains(first, "."):
				us[len(us)-1] += p.us
				of.Bytes += p.bytes
				of.Allocs += p.allocs
				byPackage[p.name] = append(byPackage[p.name], p.us)
			default:
				std[len(std)-1] += p.us
				of.StdBytes += p.bytes
			}
		}
	}
	of.Microseconds, of.StdMicroseconds = bench.SpreadOf(us).Median, bench.SpreadOf(std).Median
	medians := make(map[string]float64)
	for name, list := range byPackage {
		medians[name] = bench.SpreadOf(list).Median
	}
	of.Packages = top(medians, len(medians))
	return of
}

type initialised struct {
	name   string
	us     float64
	bytes  int
	allocs int
}

var initLine = regexp.MustCompile(`(?m)^init (\S+) @\S+ ms, (\S+) ms clock, (\d+) bytes, (\d+) allocs$`)

func parseInit(trace string) []initialised {
	var list []initialised
	for _, m := range initLine.FindAllStringSubmatch(trace, -1) {
		ms, _ := strconv.ParseFloat(m[2], 64) // cannot fail, because of the pattern
		n, _ := strconv.Atoi(m[3])
		allocs, _ := strconv.Atoi(m[4])
		list = append(list, initialised{m[1], ms * 1e3, n, allocs})
	}
	return list
}

// measureFirst measures the first and the second call in new processes.
func (d *sizeData) measureFirst(b builder) error {
	reply := bench.StartReply()
	samples := map[string][2][]float64{}
	for range starts {
		for _, name := range []string{"firstnereid", "firstsdk"} {
			file := b.path(name + "0")
			if _, err := os.Stat(file); err != nil {
				if file, err = b.build(name); err != nil {
					return err
				}
			}
			cmd := exec.CommandContext(b.ctx, file)
			cmd.Stdin = bytes.NewReader(reply)
			out, err := cmd.Output()
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			var first, second float64
			if _, err := fmt.Sscan(string(out), &first, &second); err != nil {
				return err
			}
			s := samples[name]
			samples[name] = [2][]float64{append(s[0], first/1e3), append(s[1], second/1e3)}
		}
	}
	for name, s := range samples {
		d.First[strings.TrimPrefix(name, "first")] = firstCall{bench.SpreadOf(s[0]).Median, bench.SpreadOf(s[1]).Median}
	}
	return nil
}
