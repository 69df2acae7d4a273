package vectortest

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// A Tally counts the results of the cases of a family.
type Tally struct {
	family string
	met    int
	unmet  []string            // lines that name a case and its reason
	absent int                 // cases of operations or faults that the package lacks
	names  map[string]struct{} // their names
}

// NewTally returns the tally of a family.
func NewTally(family string) *Tally { return &Tally{family: family, names: map[string]struct{}{}} }

// Run runs a case that must be met.
func (c *Tally) Run(t *testing.T, id string, test func(*testing.T)) {
	t.Helper()
	if t.Run(id, test) {
		c.met++
	}
}

// NotMet counts a case from which the client deviates on purpose. The test,
// which may be nil, checks what the client does instead.
func (c *Tally) NotMet(t *testing.T, id, reason string, test func(*testing.T)) {
	t.Helper()
	c.unmet = append(c.unmet, id+": "+reason)
	if test != nil {
		t.Run(id, test)
	}
}

// Absent counts a case that does not apply, because the package does not have
// its operation or fault.
func (c *Tally) Absent(name string) {
	c.absent++
	c.names[name] = struct{}{}
}

// Log logs the counts. The argument what is a plural noun for the things that
// Absent counts, for example "operations".
func (c *Tally) Log(t *testing.T, what string) {
	t.Helper()
	t.Logf("vectors %s: %d met, %d not met, %d of %s that Nereid lacks", c.family, c.met, len(c.unmet), c.absent, what)
	for _, line := range c.unmet {
		t.Logf("not met: %s", line)
	}
	if len(c.names) > 0 {
		t.Logf("not in this package: %d %s: %s", len(c.names), what, strings.Join(slices.Sorted(maps.Keys(c.names)), " "))
	}
	if c.met == 0 {
		t.Errorf("vectors %s: none met", c.family)
	}
}
