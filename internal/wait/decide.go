package wait

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/page"
	"github.com/nereid-go/nereid/internal/retry"
)

// A tracker is what is known of one resource that is waited for.
type tracker struct {
	name     string
	polls    int
	hits     int  // polls in a row that found the wanted state
	misses   int  // polls in a row that found nothing
	stale    int  // polls that found what it may have been before
	moved    bool // a poll found it in another state
	failures int  // polls in a row that failed
	soon     bool // the last poll is to be confirmed soon
	status   string
	reason   string
	output   any
	err      error // why the last poll found nothing
	short    error // why the last poll, which found the wanted status, was not enough
}

// misses is how many polls in a row must find nothing before a resource counts
// as missing: a describe may be behind the create.
const misses = 3

// stale reports whether a failure state may show only because the description is
// behind the call that the wait is for. What is deleted may have been new, or about
// to reboot, and what is started may have been without its key.
func (w *engine) stale(t *tracker) bool {
	if t.moved || !w.goal.Gone && !strings.EqualFold(t.status, LockedOut) {
		return false
	}
	t.stale++
	return t.stale < misses
}

// errMissing is what the default Retryable says of a resource that is not there.
var errMissing = errors.New("there is no such resource")

// errFailure is what it says of one in a failure state.
var errFailure = errors.New("the state is one from which the wanted one is not reached")

// byGoal is the Retryable that follows the goal.
func byGoal(kind *Kind, goal *Goal, in, out any, err error) (bool, error) {
	switch {
	case nereid.CategoryOf(err) == nereid.ErrNotFound && goal.Gone:
		return false, nil
	case nereid.CategoryOf(err) == nereid.ErrNotFound:
		return false, fmt.Errorf("%w: %w", errMissing, err)
	case err != nil && retry.IsRetryable(err):
		return true, nil
	case err != nil:
		return false, err
	}
	items := kind.items(out)
	if items.Len() == 0 {
		switch {
		case goal.Gone:
			return false, nil
		case page.String(in, kind.ID) != nil:
			return false, errMissing
		}
		return true, nil
	}
	pending := false
	for i := range items.Len() {
		item := at(items, i)
		switch goal.judge(item, kind.StatusOf(item)) {
		case Failure:
			return false, errFailure
		case Pending:
			pending = true
		}
	}
	return pending, nil
}

// decide says how the wait goes on after a poll, and with which error it ends.
func (w *engine) decide(ctx context.Context, t *tracker, params, item, out any, err error) (Verdict, error) {
	t.polls++
	if err != nil && ctx.Err() != nil {
		return Failure, w.ended(ctx, t) // which is all that err can tell
	}
	t.err, t.short, t.soon = err, nil, false
	if item != nil {
		t.status = w.kind.StatusOf(item)
		if w.kind.Reason != nil {
			t.reason = w.kind.Reason(item)
		}
	}
	if passes(err, w.borrowed.Retryer) {
		t.failures++
		return Pending, nil
	}
	if err == nil && w.failsBy(w.settings.FailureStates, out) {
		return Failure, w.failed(t, errFailure)
	}
	again, failure := w.retryable(ctx, params, out, err)
	switch {
	case failure != nil && ctx.Err() != nil && errors.Is(failure, ctx.Err()):
		return Failure, w.ended(ctx, t)
	case errors.Is(failure, errMissing):
		if t.err == nil {
			t.err = missingError{w.resource(t)}
		}
		t.hits, t.failures, t.soon = 0, 0, true
		if t.misses++; t.misses < misses {
			return Pending, nil
		}
		return Failure, w.failed(t, failure)
	case errors.Is(failure, errFailure) && w.stale(t):
		t.hits, t.misses, t.failures, t.soon = 0, 0, 0, true
		return Pending, nil
	case failure != nil:
		return Failure, w.failed(t, failure)
	case again && err != nil && nereid.CategoryOf(err) != nereid.ErrNotFound:
		t.failures++
		return Pending, nil
	case again:
		t.hits, t.misses, t.failures, t.moved = 0, 0, 0, true
		return Pending, nil
	}
	t.moved = true
	t.misses, t.failures = 0, 0
	if w.settings.RequireSettled && !w.settled(out) {
		t.hits, t.short = 0, errUnsettled
		return Pending, nil
	}
	if t.hits++; t.hits < w.settings.ConsecutiveHits {
		t.soon, t.short = true, fmt.Errorf("it was so in %d of %d polls in a row", t.hits, w.settings.ConsecutiveHits)
		return Pending, nil
	}
	return Success, nil
}

var errUnsettled = errors.New("modifications of it are pending")

// passes reports whether the client would send the request again. A resource
// that is not there is for the goal to judge, whatever the retryer says.
func passes(err error, retryer nereid.Retryer) bool {
	return err != nil && retryer != nil && nereid.CategoryOf(err) != nereid.ErrNotFound && retryer.IsErrorRetryable(err)
}

// failsBy reports whether an item is in one of these states.
func (w *engine) failsBy(states []string, out any) bool {
	if len(states) == 0 {
		return false
	}
	items := w.kind.items(out)
	for i := range items.Len() {
		if contains(states, w.kind.StatusOf(at(items, i))) {
			return true
		}
	}
	return false
}

// settled reports whether all items have settled.
func (w *engine) settled(out any) bool {
	if w.goal.Settled == nil || out == nil {
		return true
	}
	items := w.kind.items(out)
	for i := range items.Len() {
		if !w.goal.Settled(at(items, i)) {
			return false
		}
	}
	return true
}
