package compare_test

import (
	"maps"
	"path"
	"slices"
	"testing"
)

// differences are those that are meant, with their reasons, and those found.
type differences struct {
	label   string            // what the log calls one
	reasons map[string]string // by a pattern as of path.Match
	found   map[string]string // with what they are exactly
}

func expect(reasons map[string]string) *differences {
	return &differences{"differs", reasons, make(map[string]string)}
}

// expectOfSchemas is for what the SDK's schema-based clients do otherwise than the
// older ones and than ours.
func expectOfSchemas(reasons map[string]string) *differences {
	return &differences{"newer generation", reasons, make(map[string]string)}
}

func (d *differences) add(name, detail string) { d.found[name] = detail }

// check fails for each that is found and has no reason, and for each reason of
// something that is not found.
func (d *differences) check(t *testing.T) {
	t.Helper()
	used, patterns := make(map[string]bool), slices.Sorted(maps.Keys(d.reasons))
	for _, name := range slices.Sorted(maps.Keys(d.found)) {
		known := false
		for _, pattern := range patterns {
			if ok, err := path.Match(pattern, name); err != nil {
				t.Fatal(pattern, err)
			} else if ok {
				if !known {
					t.Logf("%s: %s: %s", d.label, name, d.reasons[pattern]) // conformance reads it
				}
				known, used[pattern] = true, true
			}
		}
		if !known {
			t.Errorf("differs without a reason: %s: %s", name, d.found[name])
		}
	}
	for _, pattern := range patterns {
		if !used[pattern] {
			t.Errorf("has a reason, but does not differ: %s", pattern)
		}
	}
	t.Logf("%d differences", len(d.found))
}
