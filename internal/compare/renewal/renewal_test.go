package main

import (
	"testing"

	"github.com/nereid-go/nereid/internal/longtest"
)

// A client that this module configures loses no wait, except if a provider of
// the SDK hangs below the SDK's own cache.
func TestNoNightIsLost(t *testing.T) {
	runs := longtest.Calls(10, 1)
	for _, c := range measure(t, runs) {
		for i, w := range ways() {
			hung := c.trouble.name == "hangs in one call" && i > 0
			if i < 3 && !hung && c.good[i] != runs {
				t.Errorf("%s, clock %s, provider %s: %d of %d nights: %v", w.name, c.clock.name, c.trouble.name, c.good[i], runs, c.errs[i])
			}
		}
	}
}
