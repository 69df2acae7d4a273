package wait

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
)

// A tracker is the state of the wait for one resource.
type tracker struct {
	name     string
	polls    int
	hits     int       // consecutive polls that found the desired state
	misses   int       // consecutive polls that found nothing
	stale    int       // polls that found a status that may be out of date
	since    time.Time // time of the first miss or stale status
	moved    bool      // a poll found the resource in another state
	failures int       // consecutive failed polls
	soon     bool      // the last result has to be confirmed soon
	status   string
	seen     []string // earlier statuses
	back     error    // reports that the status went back to an earlier one; or nil
	reason   string
	output   any
	err      error // why the last poll found nothing
	short    error // why the wanted status in the last poll was not enough
}

// note records the status that a poll found.
func (t *tracker) note(status string) {
	if strings.EqualFold(status, t.status) {
		return
	}
	if t.back = nil; contains(t.seen, status) {
		t.back = fmt.Errorf("the status went from %s back to %s", t.status, status)
	} else if t.status != "" {
		t.seen = append(t.seen, t.status)
	}
	t.status = status
}

// misses is how many consecutive polls must find nothing before a resource
// counts as missing. It is also how many polls must find a failure status that
// may be out of date before the status counts.
const misses = 3

// lag is the minimum duration over which the polls required by misses must be
// spread. It has an effect only if the delays between polls are short. It is 20
// seconds because descriptions from AWS have been seen to be up to 20 seconds
// old.
const lag = 20 * time.Second

// believed reports whether a result counts after n consecutive polls have
// returned it. n must be at least misses. The time since the first of these
// polls must be at least lag or a quarter of the maximum wait, whichever is
// shorter.
func (w *Engine) believed(t *tracker, n int) bool {
	now := time.Now()
	if n == 1 {
		t.since = now
	}
	return n >= misses && now.Sub(t.since) >= min(lag, w.clock.deadline.Sub(w.clock.start)/4)
}

// stale reports whether a failure status may be from before the call whose
// effect is awaited, because Describe responses lag. For example, a resource
// that is being deleted may still have the status creating or rebooting in its
// description. A resource that is being started may still have the status that
// means that its KMS key is inaccessible.
func (w *Engine) stale(t *tracker) bool {
	if t.moved || !w.Condition.Gone && !contains(w.Condition.Stale, t.status) {
		return false
	}
	t.stale++
	return !w.believed(t, t.stale)
}

// errMissing is the error that Default returns for a resource that does not
// exist.
var errMissing = errors.New("the resource does not exist")

// errElsewhere is the error that Default returns for a not-found error about
// something other than the resource, for example about a KMS key.
var errElsewhere = errors.New("the response does not contain the resource")

// errFailure is the error that Default returns for a resource in a failure
// state.
var errFailure = errors.New("the desired state cannot be reached from this state")

// Default is the default Retryable function. It uses the condition to decide
// whether the wait continues.
func Default(resource *Resource, condition *Condition, in, out any, err error) (bool, error) {
	switch {
	case resource.IsNotFound(err) && condition.Gone:
		return false, nil
	case resource.IsNotFound(err):
		return false, fmt.Errorf("%w: %w", errMissing, err)
	case err != nil && retry.IsRetryable(err):
		return true, nil
	case nereid.CategoryOf(err) == nereid.ErrNotFound:
		return false, fmt.Errorf("%w: %w", errElsewhere, err)
	case err != nil:
		return false, err
	}
	items := resource.items(out)
	if items.Len() == 0 {
		switch {
		case condition.Gone:
			return false, nil
		case resource.asked(in) != nil:
			return false, errMissing
		}
		return true, nil
	}
	pending := false
	for i := range items.Len() {
		item := at(items, i)
		switch condition.evaluate(item, resource.StatusOf(item)) {
		case Failure:
			return false, errFailure
		case Pending:
			pending = true
		}
	}
	return pending, nil
}

// decide returns the outcome of a poll. The error is the reason why the wait
// fails, or nil if it does not fail.
func (w *Engine) decide(ctx context.Context, t *tracker, params, item, out any, err error) (Outcome, error) {
	t.polls++
	if err != nil && ctx.Err() != nil {
		return Failure, w.ended(ctx, t) // err only repeats that ctx ended
	}
	t.err, t.short, t.soon = err, nil, false
	if item != nil {
		t.note(w.Resource.StatusOf(item))
		if w.Resource.Reason != nil {
			t.reason = w.Resource.Reason(item)
		}
	}
	if trouble, passing := retry.Credentials(err, w.clock.start); trouble {
		t.soon = passing
		if passing {
			t.failures = 0 // no request was sent, so there is no reason to poll more slowly
			return Pending, nil
		}
		return Failure, w.failed(t, err)
	}
	if w.passes(err) {
		t.failures++
		return Pending, nil
	}
	if err == nil && w.failsBy(w.Settings.FailureStates, out) {
		return Failure, w.failed(t, errFailure)
	}
	again, failure := w.Retryable(ctx, params, out, err)
	switch {
	case failure != nil && ctx.Err() != nil && errors.Is(failure, ctx.Err()):
		return Failure, w.ended(ctx, t)
	case errors.Is(failure, errMissing), errors.Is(failure, errElsewhere):
		if t.err == nil {
			t.err = missingError{w.label(t)}
		}
		t.hits, t.failures, t.soon = 0, 0, true
		if t.misses++; !w.believed(t, t.misses) {
			return Pending, nil
		}
		return Failure, w.failed(t, failure)
	case errors.Is(failure, errFailure) && w.stale(t):
		t.hits, t.misses, t.failures, t.soon = 0, 0, 0, true
		return Pending, nil
	case failure != nil:
		return Failure, w.failed(t, failure)
	case again && err != nil && !w.Resource.IsNotFound(err):
		t.failures++
		return Pending, nil
	case again:
		t.hits, t.misses, t.failures, t.moved = 0, 0, 0, true
		return Pending, nil
	}
	t.moved = true
	t.misses, t.failures = 0, 0
	if w.Settings.RequireSettled && !w.settled(out) {
		t.hits, t.short = 0, errUnsettled
		return Pending, nil
	}
	if t.hits++; t.hits < w.Settings.ConsecutiveHits {
		t.soon, t.short = true, fmt.Errorf("the last %d of %d required consecutive polls found this state", t.hits, w.Settings.ConsecutiveHits)
		return Pending, nil
	}
	return Success, nil
}

var errUnsettled = errors.New("the resource has pending modifications")

// passes reports whether the wait continues after a poll that failed with err.
// It does if the client would retry a request that failed with err. If err
// means that the resource is missing, passes returns false, and the wait's
// condition decides.
func (w *Engine) passes(err error) bool {
	retryer := w.client.Retryer
	return err != nil && retryer != nil && !w.Resource.IsNotFound(err) && retryer.IsErrorRetryable(err)
}

// failsBy reports whether one of the output's items is in one of these states.
func (w *Engine) failsBy(states []string, out any) bool {
	if len(states) == 0 {
		return false
	}
	items := w.Resource.items(out)
	for i := range items.Len() {
		if contains(states, w.Resource.StatusOf(at(items, i))) {
			return true
		}
	}
	return false
}

// settled reports whether all items have settled.
func (w *Engine) settled(out any) bool {
	if w.Condition.Settled == nil || out == nil {
		return true
	}
	items := w.Resource.items(out)
	for i := range items.Len() {
		if !w.Condition.Settled(at(items, i)) {
			return false
		}
	}
	return true
}
