package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A sabotage is a change that breaks the client in one place, for example by
// reversing a comparison, omitting a rule, or omitting a safety margin. The
// simulation must find it.
type sabotage struct {
	file     string // path from the root of the repository
	old, new string // the text to replace, which the file contains once, and its replacement
	why      string
}

// sabotageAll runs the simulation with each sabotage, in a copy of the
// repository. A sabotage breaks the client in one place, by replacing some text
// in a file. sabotageAll returns an error if the simulation finds fewer than
// 95 % of the sabotages, or if a file does not contain the text that a sabotage
// replaces.
func sabotageAll(stdout io.Writer, nights int, seed uint64, only string) error {
	w, err := newWorkspace()
	if err != nil {
		return err
	}
	defer w.close()
	known := filepath.Join(w.dir, "known.txt")
	began := time.Now()
	whole, err := w.turn(nights, seed, "")
	if err != nil {
		return fmt.Errorf("the code as it is: %w", err)
	}
	if err := os.WriteFile(known, whole, 0o600); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%d kinds of findings on the code as it is, in %s\n", bytes.Count(whole, []byte("\n")), time.Since(began).Round(time.Second))
	missed, tried := 0, 0
	var stale []error
	for i, s := range sabotages() {
		if !slices.ContainsFunc(strings.Split(only, ";"), func(text string) bool { return strings.Contains(s.file+": "+s.why, text) }) {
			continue
		}
		tried++
		file := filepath.Join(w.dir, s.file)
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if n := strings.Count(string(text), s.old); n != 1 {
			stale = append(stale, fmt.Errorf("%s: the text %q is there %d times", s.file, s.old, n))
			continue
		}
		if err := os.WriteFile(file, []byte(strings.Replace(string(text), s.old, s.new, 1)), 0o600); err != nil {
			return err
		}
		began = time.Now()
		found, err := w.turn(nights, seed, known)
		result := "not found"
		switch {
		case err != nil:
			return fmt.Errorf("%s, %s: %w", s.file, s.why, err)
		case len(found) > 0:
			result, _, _ = strings.Cut(string(found), "\n")
		default:
			missed++
		}
		fmt.Fprintf(stdout, "%2d %s, %s (%s): %s\n", i+1, s.file, s.why, time.Since(began).Round(time.Second), result)
		if err := os.WriteFile(file, text, 0o600); err != nil {
			return err
		}
	}
	fmt.Fprintf(stdout, "%d of %d sabotages found within %d nights\n", tried-missed, tried, nights)
	if missed*20 > tried {
		stale = append(stale, fmt.Errorf("%d are not found", missed))
	}
	return errors.Join(stale...)
}

// turn runs the nights in the copy of the repository, and returns the keys of
// the findings, one per line. If known is not "", it is the name of a file with
// keys. turn then ignores the findings whose keys are in the file, and stops at
// the first other finding.
func (w *workspace) turn(nights int, seed uint64, known string) ([]byte, error) {
	program := filepath.Join(w.dir, "nights.bin")
	if err := run(os.Stderr, w.dir, "go", "build", "-o", program, "./internal/compare/nights"); err != nil {
		return nil, err
	}
	keys := filepath.Join(w.dir, "keys.txt")
	_ = os.Remove(keys)
	args := []string{"-nights", itoa(nights), "-seed", strconv.FormatUint(seed, 10), "-shrink=false", "-keys", keys}
	if known != "" {
		args = append(args, "-first", "-known", known)
	}
	cmd := exec.Command(program, args...)
	cmd.Stderr = io.Discard
	err := cmd.Run()
	found, readErr := os.ReadFile(keys)
	if readErr != nil {
		return nil, errors.Join(err, readErr)
	}
	return found, nil
}
