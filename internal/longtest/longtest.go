// Package longtest tells tests whether to run in full. A plain go test runs a
// small version of the tests that make thousands of calls, try every byte or
// start other programs, so that it finishes in seconds. Continuous integration
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

// Some returns all cases if long tests run in full. Otherwise it returns short
// cases, beginning with the nth. A test that increases n from case to case
// covers all cases from time to time.
func Some[T any](cases []T, n, short int) []T {
	if Enabled() || short >= len(cases) {
		return cases
	}
	some := make([]T, short)
	for i := range some {
		some[i] = cases[(n+i)%len(cases)]
	}
	return some
}

// Only skips a test that has no short version, unless long tests run in full.
func Only(t testing.TB, why string) {
	t.Helper()
	if !Enabled() {
		t.Skip(why + "; NEREID_LONG=1 runs it")
	}
}
