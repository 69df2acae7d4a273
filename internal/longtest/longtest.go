// Package longtest decides whether long tests run in full. Long tests make
// thousands of calls, try every byte, or start other programs. A plain go test
// runs a short version of them, so that it finishes in seconds. Continuous
// integration sets NEREID_LONG to run them in full:
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

// Calls returns the number of calls to make: the number full if long tests run
// in full, and the number short otherwise.
func Calls(full, short int) int {
	if Enabled() {
		return full
	}
	return short
}

// Some returns the cases to run. If long tests run in full, it returns all
// cases. Otherwise it returns as many cases as short says, starting at index n
// and wrapping around. Tests that pass a different n each time cover all cases
// together.
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

// Only is for tests that do not have a short version. It skips the test unless
// long tests run in full. The argument why is the reason in the test's output.
func Only(t testing.TB, why string) {
	t.Helper()
	if !Enabled() {
		t.Skip(why + "; NEREID_LONG=1 runs it")
	}
}
