package compare_test

import (
	"maps"
	"path"
	"slices"
	"testing"
)

// differences are the intended differences, with their reasons, and the
// differences found.
type differences struct {
	label   string            // the name of a difference in the log
	reasons map[string]string // by a pattern of path.Match
	found   map[string]string // with the exact difference
}

func expect(reasons map[string]string) *differences {
	return &differences{"differs", reasons, make(map[string]string)}
}

// expectOfSchemas returns the differences between the SDK's schema-based
// clients on one side, and its older clients and ours on the other.
func expectOfSchemas(reasons map[string]string) *differences {
	return &differences{"newer generation", reasons, make(map[string]string)}
}

func (d *differences) add(name, detail string) { d.found[name] = detail }

// check fails for each difference without a reason, and for each reason without
// a difference.
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
