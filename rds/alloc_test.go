//go:build !race

package rds_test

import "testing"

func TestAllocs(t *testing.T) {
	for _, c := range costs {
		call := c.call(t)
		call() // creates everything that a client and a type create only once
		got := testing.AllocsPerRun(200, call)
		if got > c.allocs {
			t.Errorf("%s takes %.0f allocations, want %.0f at the most", c.name, got, c.allocs)
		}
		t.Logf("%s: %.0f allocations", c.name, got)
	}
}
