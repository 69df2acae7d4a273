// Package longtest tells tests whether to run in full. A plain go test runs a
// small version of the tests that make thousands of calls, take every byte or
// start other programs, so that it answers in seconds. Continuous integration
// sets NEREID_LONG, which runs them in full:
//
//	NEREID_LONG=1 go test ./internal/chaostest
//
// Only tests use it.
package longtest

import (
	"os"
	"testing"
)

// Enabled reports whether long tests run in full.
func Enabled() bool { return os.Getenv("NEREID_LONG") != "" }

// Calls returns full if long tests run in full, otherwise short.
func Calls(full, short int) int {
	if Enabled() {
		return full
	}
	return short
}

// Only skips a test that has no short version, unless long tests run in full.
func Only(t testing.TB, why string) {
	t.Helper()
	if !Enabled() {
		t.Skip(why + "; NEREID_LONG=1 runs it")
	}
}
