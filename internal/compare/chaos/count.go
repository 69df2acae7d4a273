package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	sdkretry "github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/nereidtest"
)

// maxAttempts is the number of attempts that this module's client and the SDK's
// make by default.
const maxAttempts = 3

// A count holds the number of calls of one client, by result.
type count struct {
	succeeded     int // the call reported success and named the resource, and the service holds the right state
	recovered     int // of these: found by describing the resource
	falseFailures int // the call returned the service's rejection of its own effect
	falseSuccess  int // no error, but the resource was not named, or the service does not hold it
	duplicates    int // the service carried one call out more than once
	gaveUp        int // all attempts failed, or the retry quota was empty
	early         int // of these: before the last attempt
	unreadable    int // the call failed with a truncated response and made no further attempt
	unknown       int // the error reported that the outcome is unknown
	other         int // any other error; there should be none
}

// String returns the cells of a table row.
func (c count) String() string {
	return fmt.Sprintf("%d | %d | %d | %d | %d | %d | %d | %d | %d", c.succeeded, c.recovered, c.falseFailures, c.falseSuccess,
		c.duplicates, c.gaveUp, c.early, c.unreadable, c.unknown)
}

// faults returns the faults of a very bad network, all equally likely. The
// argument rate is the probability that a request has at least one of them.
// Describe requests are affected too.
func faults(rate float64) []nereidtest.Fault {
	kinds := []nereidtest.Fault{
		{Err: nereidtest.ErrConnectionReset},                                    // before the service acted
		{Err: nereidtest.ErrConnectionRefused},                                  // nothing sent
		nereidtest.LostAnswer(""),                                               // after it acted
		{AfterCommit: true, Status: 502, Body: "<html>502 Bad Gateway</html>"},  // after it acted
		nereidtest.Unavailable(""),                                              // before
		{Code: "InternalFailure", Status: 500, Message: "try again"},            // before
		{AfterCommit: true, Code: "InternalFailure", Status: 500, Message: "?"}, // after
		nereidtest.Throttled(""),
		nereidtest.CutAnswer("", 120),
		{AfterCommit: true, Status: 200, Body: ""},
		{AfterCommit: true, Status: 200, Body: `{"ok":true}`, ContentType: "application/json"},
	}
	// The faults are independent of each other. If each one has this
	// probability, the probability of at least one fault is rate.
	each := 1 - math.Pow(1-rate, 1/float64(len(kinds)))
	for i := range kinds {
		kinds[i].Times, kinds[i].Probability = -1, each
	}
	return kinds
}

// An outcome is the result of one call, with the number of requests that the
// service received.
type outcome struct {
	answer
	err      error
	attempts int
	done     int // how many attempts the service carried out
}

// measure makes the calls one after the other, each for a different resource,
// and compares their results with the service's final state.
func measure(t *testing.T, s *scenario, with func(*nereidtest.Server) call, calls, percent int) count {
	t.Helper()
	server := nereidtest.NewServer(t, nereidtest.WithSeed(s.seed+uint64(percent)), nereidtest.WithLimits(func(l *nereidtest.Limits) {
		l.SnapshotExports, l.Clusters, l.ManualSnapshots = -1, -1, -1
	}))
	ids := make([]string, calls)
	for i := range ids {
		ids[i] = fmt.Sprintf("thing-%d", i)
	}
	s.prepare(server, ids)
	if percent > 0 {
		server.Inject(faults(float64(percent) / 100)...)
	}

	do := with(server)
	outcomes := make([]outcome, calls)
	for i, id := range ids {
		o := &outcomes[i]
		o.answer, o.err = do(context.Background(), id)
		for _, r := range server.Requests() {
			if r.Action == s.operation {
				o.attempts++
				if r.Succeeded {
					o.done++
				}
			}
		}
		server.ResetRequests()
	}

	server.ClearFaults()
	held, err := s.held(server)
	if err != nil {
		t.Fatal(err)
	}
	var c count
	for i, id := range ids {
		before := c.other
		c.add(&outcomes[i], held[id] != s.gone)
		if c.other > before {
			t.Errorf("%s at %d %%: %v", s.operation, percent, outcomes[i].err)
		}
	}
	return c
}

// add counts a call. held reports whether the service's final state shows
// the call's intended effect.
func (c *count) add(o *outcome, held bool) {
	if o.done > 1 {
		c.duplicates++
	}
	var (
		ourMost     *nereid.MaxAttemptsError
		theirMost   *sdkretry.MaxAttemptsError
		ourQuota    *retry.QuotaError
		theirQuota  ratelimit.QuotaExceededError
		unknown     *nereid.OutcomeUnknownError
		unreadable  *smithy.DeserializationError
		refusal     smithy.APIError
		gaveUpQuota = errors.As(o.err, &ourQuota) || errors.As(o.err, &theirQuota)
	)
	switch {
	case o.err == nil && !(held && o.named):
		c.falseSuccess++
	case o.err == nil:
		c.succeeded++
		if o.recovered {
			c.recovered++
		}
	case errors.As(o.err, &unknown) && !recovery.Unanswered(o.err):
		c.unknown++
	case gaveUpQuota, errors.As(o.err, &ourMost), errors.As(o.err, &theirMost):
		c.gaveUp++
		if o.attempts < maxAttempts {
			c.early++
		}
	case errors.As(o.err, &unreadable):
		c.unreadable++
	case errors.As(o.err, &refusal) && o.done > 0 && held:
		c.falseFailures++
	default:
		c.other++
	}
}
