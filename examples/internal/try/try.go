// Package try runs the example programs in tests.
package try

import (
	"context"
	"io"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// A Result is the output and the exit code of a program. All durations in the output are replaced
// by 0s, because they vary with the random intervals between polls.
type Result struct {
	Code           int
	Stdout, Stderr string
}

var took = regexp.MustCompile(`  [0-9hm]+s  `)

// Contains fails the test unless output contains all texts.
func Contains(t *testing.T, output string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(output, text) {
			t.Errorf("there is no %q in\n%s", text, output)
		}
	}
}

// Program is the function that implements a program, called by its main function.
type Program func(ctx context.Context, args []string, stdout, stderr io.Writer) int

// Run runs a program. It fails the test if the program fails without an error message, succeeds
// with one, or writes control characters although the output is not a terminal.
func (p Program) Run(t *testing.T, args ...string) Result {
	t.Helper()
	return p.interrupted(t, nil, args)
}

// Interrupted runs a program, and interrupts it as soon as its output contains the given text.
func (p Program) Interrupted(t *testing.T, text string, args ...string) Result {
	t.Helper()
	r := p.interrupted(t, &text, args)
	Contains(t, r.Stdout, text)
	return r
}

func (p Program) interrupted(t *testing.T, text *string, args []string) Result {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	stdout := writer{when: text, do: cancel}
	var stderr writer
	code := p(ctx, args, &stdout, &stderr)

	r := Result{code, took.ReplaceAllString(stdout.text.String(), "  0s  "), stderr.text.String()}
	if code == 0 && strings.Contains(r.Stderr, "error") {
		t.Errorf("succeeded, but reports %s", r.Stderr)
	}
	if code != 0 && (r.Stderr == "" || !strings.HasSuffix(r.Stderr, "\n")) {
		t.Errorf("failed with code %d, but reports %q", code, r.Stderr)
	}
	if strings.ContainsAny(r.Stdout+r.Stderr, "\x1b\r") {
		t.Errorf("the output is not plain: %q", r.Stdout+r.Stderr)
	}
	return r
}

// A writer stores the output. It calls the function do as soon as the output contains *when.
type writer struct {
	when *string
	do   func()

	mu   sync.Mutex
	text strings.Builder
}

func (w *writer) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	n, err := w.text.Write(p)
	if w.when != nil && strings.Contains(w.text.String(), *w.when) {
		w.when = nil
		w.do()
	}
	return n, err
}
