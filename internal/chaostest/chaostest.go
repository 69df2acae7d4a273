// Package chaostest provides faults that make requests fail at random, as on an
// unreliable network. Its tests inject these faults while they call every
// operation that changes something, in every service.
//
// Only tests use it.
package chaostest

import (
	"math"

	"github.com/nereid-go/nereid/nereidtest"
)

// Faults returns faults of different types, all equally likely. The argument
// rate is the probability that at least one of them affects a request for the
// action. If action is empty, the faults affect requests for every action.
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
	// The probability that at least one fault occurs must be rate. The faults are
	// independent of each other, so the probability of each is lower.
	each := 1 - math.Pow(1-rate, 1/float64(len(kinds)))
	for i := range kinds {
		kinds[i].Action, kinds[i].Times, kinds[i].Probability = action, -1, each
	}
	return kinds
}
