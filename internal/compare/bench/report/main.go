// Command report measures this module and aws-sdk-go-v2, and writes the results
// to docs/benchmarks.md and docs/benchmarks.svg. It keeps the numbers in
// docs/benchmarks.json, so that it can measure the calls and the sizes
// separately:
//
//	go run ./internal/compare/bench/report         # everything
//	go run ./internal/compare/bench/report size    # binaries, builds and starts only
//	go run ./internal/compare/bench/report calls   # calls only
//	go run ./internal/compare/bench/report draw    # no measurement, only the files again
//
// Run it from inside the repository, on an otherwise idle machine.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/nereid-go/nereid/internal/compare/bench"
)

func main() {
	rounds := flag.Int("rounds", 41, "how often each call has its turn")
	batch := flag.Duration("batch", 20*time.Millisecond, "how long a turn lasts")
	flag.Parse()
	part := flag.Arg(0)
	if err := run(context.Background(), part, bench.Plan{Rounds: *rounds, Batch: *batch}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, part string, plan bench.Plan) error {
	calls, size := part == "" || part == "calls", part == "" || part == "size"
	if !calls && !size && part != "draw" {
		return fmt.Errorf("no part %q; there are calls, size and draw", part)
	}
	dir, err := docs(ctx)
	if err != nil {
		return err
	}
	var d data
	if err := d.load(filepath.Join(dir, "benchmarks.json")); err != nil {
		return err
	}
	if calls {
		if d.Calls, err = measureCalls(plan); err != nil {
			return err
		}
	}
	if size {
		if d.Size, err = measureSize(ctx); err != nil {
			return err
		}
	}
	if part != "draw" {
		progress("profiles of what misses its goal")
		if err := d.explain(ctx); err != nil {
			return err
		}
	}
	return d.write(dir)
}

// docs returns the docs directory of the repository that contains the working
// directory.
func docs(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/nereid-go/nereid").Output()
	if err != nil {
		return "", fmt.Errorf("find the repository: %w", err)
	}
	return filepath.Join(string(bytes.TrimSpace(out)), "docs"), nil
}

// progress prints the current step.
func progress(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "%s "+format+"\n", append([]any{time.Now().Format(time.TimeOnly)}, args...)...)
}

func (d *data) load(file string) error {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return json.Unmarshal(text, d)
}

func (d *data) write(dir string) error {
	text, err := json.MarshalIndent(d, "", "\t")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "benchmarks.json"), append(text, '\n'), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "benchmarks.svg"), chart(d), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "benchmarks.md"), page(d), 0o644)
}
