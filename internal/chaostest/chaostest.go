// Package chaostest makes requests fail, as on a bad network on a bad day. Its
// tests call every operation of every service that changes something, while
// requests fail.
//
// Only tests use it.
package chaostest

import (
	"math"

	"github.com/nereid-go/nereid/nereidtest"
)

// Faults returns faults of all kinds, all equally likely. Together they hit a
// request for the action with the probability rate. An empty action means every
// request.
func Faults(action string, rate float64) []nereidtest.Fault {
	kinds := []nereidtest.Fault{
		{Err: nereidtest.ErrConnectionReset},                                    // before the service acted
		{Err: nereidtest.ErrConnectionRefused},                                  // nothing sent
		nereidtest.LostAnswer(action),                                           // after it acted
		{AfterCommit: true, Status: 502, Body: "<html>502 Bad Gateway</html>"},  // after it acted
		nereidtest.Unavailable(action),                                          // before
		{Code: "InternalFailure", Status: 500, Message: "try again"},            // before
		{AfterCommit: true, Code: "InternalFailure", Status: 500, Message: "?"}, // after
		nereidtest.Throttled(action),
		nereidtest.CutAnswer(action, 120),
		{AfterCommit: true, Status: 200, Body: ""},
		{AfterCommit: true, Status: 200, Body: `{"ok":true}`, ContentType: "application/json"},
	}
	// The faults are independent, so their chances are chosen to combine to
	// rate.
	each := 1 - math.Pow(1-rate, 1/float64(len(kinds)))
	for i := range kinds {
		kinds[i].Action, kinds[i].Times, kinds[i].Probability = action, -1, each
	}
	return kinds
}
