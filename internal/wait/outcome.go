package wait

import (
	"context"
	"errors"
	"fmt"

	"github.com/nereid-go/nereid"
)

func (w *Engine) label(t *tracker) string {
	if t.name == "" {
		return w.Resource.Noun + "s"
	}
	return w.Resource.Noun + " " + t.name
}

func (w *Engine) waitError(t *tracker, outcome nereid.WaitOutcome, cause error) *nereid.WaitError {
	return &nereid.WaitError{
		Resource: w.label(t), Wanted: w.Condition.Wanted, Outcome: outcome,
		LastStatus: t.status, LastOutput: t.output,
		Attempts: t.polls, Elapsed: w.clock.elapsed(), Cause: cause,
	}
}

// failed returns the error of a wait that ended after a poll, with the error of
// Retryable.
func (w *Engine) failed(t *tracker, said error) error {
	switch {
	case errors.Is(said, errFailure):
		e := w.waitError(t, nereid.ErrWaitFailed, said)
		e.Reason = t.reason
		if said == errFailure { //nolint:errorlint // what the caller's Retryable made of it is to be told
			e.Cause = nil
		}
		return e
	case errors.Is(said, errElsewhere):
		return w.waitError(t, nereid.ErrWaitPoll, t.err)
	case errors.Is(said, errMissing):
		return w.waitError(t, nereid.ErrWaitFailed, t.err)
	case t.err != nil:
		return w.waitError(t, nereid.ErrWaitPoll, said)
	}
	// The caller's own Retryable saw a failure in an output.
	return w.waitError(t, nereid.ErrWaitFailed, said)
}

// ended returns the error of a wait that its context or the time limit ended. A
// timeout error explains itself by the last poll: its error, what it lacked, or
// that the resource left the way to the wanted state.
func (w *Engine) ended(ctx context.Context, t *tracker) error {
	cause := context.Cause(ctx)
	if errors.Is(ctx.Err(), context.Canceled) {
		return w.waitError(t, nereid.ErrWaitCanceled, cause)
	}
	if cause == context.DeadlineExceeded { //nolint:errorlint // one that a caller made of it is to be told
		cause = nil
	}
	last := t.err
	if last == nil {
		last = t.short
	}
	if last == nil {
		last = t.back
	}
	switch {
	case cause == nil:
		cause = last
	case last != nil:
		cause = fmt.Errorf("%w (last poll: %w)", cause, last)
	}
	return w.waitError(t, nereid.ErrWaitTimeout, cause)
}

// A missingError says that a list did not have the requested resource. Some
// operations answer with such a list instead of a fault.
type missingError struct{ resource string }

func (e missingError) Error() string { return e.resource + " was not found" }

// Is matches nereid.ErrNotFound.
func (e missingError) Is(target error) bool { return target == nereid.ErrNotFound }
