package wait

import (
	"context"
	"errors"
	"fmt"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
)

// A tracker is what is known of one resource that is waited for.
type tracker struct {
	name     string
	polls    int
	hits     int  // polls in a row that found the wanted state
	misses   int  // polls in a row that found nothing
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

// errMissing is what the default Retryable says of a resource that is not there.
var errMissing = errors.New("there is no such resource")

// errFailure is what it says of one in a failure state.
var errFailure = errors.New("the state is one from which the wanted one is not reached")

// Default is the Retryable that follows the goal.
func (w *Waiter[In, Out, Item, Opt]) Default() func(context.Context, *In, *Out, error) (bool, error) {
	return func(_ context.Context, in *In, out *Out, err error) (bool, error) {
		switch {
		case errors.Is(err, nereid.ErrNotFound) && w.Goal.Gone:
			return false, nil
		case errors.Is(err, nereid.ErrNotFound):
			return false, fmt.Errorf("%w: %w", errMissing, err)
		case err != nil && retry.IsRetryable(err):
			return true, nil
		case err != nil:
			return false, err
		}
		items := *w.Kind.Pages.Items(out)
		if len(items) == 0 {
			switch {
			case w.Goal.Gone:
				return false, nil
			case w.Kind.ID(in) != nil:
				return false, errMissing
			}
			return true, nil
		}
		pending := false
		for i := range items {
			switch w.Goal.judge(&items[i], w.status(&items[i])) {
			case Failure:
				return false, errFailure
			case Pending:
				pending = true
			}
		}
		return pending, nil
	}
}

// decide says how the wait goes on after a poll, and with which error it ends.
func (w *Waiter[In, Out, Item, Opt]) decide(
	ctx context.Context, clock *clock, t *tracker, params *In, item *Item, out *Out, err error, o *Options[In, Out, Item, Opt], b *Borrowed,
) (Verdict, error) {
	t.polls++
	if err != nil && ctx.Err() != nil {
		return Failure, w.ended(ctx, t, clock) // which is all that err can tell
	}
	t.err, t.short, t.soon = err, nil, false
	if item != nil {
		t.status = w.status(item)
		if w.Kind.Reason != nil {
			t.reason = w.Kind.Reason(item)
		}
	}
	if passes(err, b.Retryer) {
		t.failures++
		return Pending, nil
	}
	if err == nil && w.failsBy(o.FailureStates, out) {
		return Failure, w.failed(t, clock, errFailure)
	}
	again, failure := o.Retryable(ctx, params, out, err)
	switch {
	case failure != nil && ctx.Err() != nil && errors.Is(failure, ctx.Err()):
		return Failure, w.ended(ctx, t, clock)
	case errors.Is(failure, errMissing):
		if t.err == nil {
			t.err = missingError{w.resource(t)}
		}
		t.hits, t.failures, t.soon = 0, 0, true
		if t.misses++; t.misses < misses {
			return Pending, nil
		}
		return Failure, w.failed(t, clock, failure)
	case failure != nil:
		return Failure, w.failed(t, clock, failure)
	case again && err != nil && !errors.Is(err, nereid.ErrNotFound):
		t.failures++
		return Pending, nil
	case again:
		t.hits, t.misses, t.failures = 0, 0, 0
		return Pending, nil
	}
	t.misses, t.failures = 0, 0
	if o.RequireSettled && !w.settled(out) {
		t.hits, t.short = 0, errUnsettled
		return Pending, nil
	}
	if t.hits++; t.hits < o.ConsecutiveHits {
		t.soon, t.short = true, fmt.Errorf("it was so in %d of %d polls in a row", t.hits, o.ConsecutiveHits)
		return Pending, nil
	}
	return Success, nil
}

var errUnsettled = errors.New("modifications of it are pending")

// passes reports whether the client would send the request again. A resource
// that is not there is for the goal to judge, whatever the retryer says.
func passes(err error, retryer nereid.Retryer) bool {
	return err != nil && retryer != nil && !errors.Is(err, nereid.ErrNotFound) && retryer.IsErrorRetryable(err)
}

// failsBy reports whether an item is in one of these states.
func (w *Waiter[In, Out, Item, Opt]) failsBy(states []string, out *Out) bool {
	if len(states) == 0 {
		return false
	}
	items := *w.Kind.Pages.Items(out)
	for i := range items {
		if contains(states, w.status(&items[i])) {
			return true
		}
	}
	return false
}

// settled reports whether all items have settled.
func (w *Waiter[In, Out, Item, Opt]) settled(out *Out) bool {
	if w.Goal.Settled == nil || out == nil {
		return true
	}
	items := *w.Kind.Pages.Items(out)
	for i := range items {
		if !w.Goal.Settled(&items[i]) {
			return false
		}
	}
	return true
}
