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

// failed returns the error of a wait that ended because of a poll's result. The
// argument said is the reason, usually the error that Retryable returned.
func (w *Engine) failed(t *tracker, said error) error {
	switch {
	case errors.Is(said, errFailure):
		e := w.waitError(t, nereid.ErrWaitFailed, said)
		e.Reason = t.reason
		if said == errFailure { //nolint:errorlint // an error that the caller's Retryable wrapped is kept
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
	// The poll succeeded, but the caller's own Retryable returned an error.
	return w.waitError(t, nereid.ErrWaitFailed, said)
}

// ended returns the error of a wait that the caller's context or the time limit
// ended. If the time limit ended it, the error contains what is known about the
// last poll: its error, the reason why the wanted status was not sufficient
// (such as pending modifications), or the fact that the status had gone back to
// an earlier one.
func (w *Engine) ended(ctx context.Context, t *tracker) error {
	cause := context.Cause(ctx)
	if errors.Is(ctx.Err(), context.Canceled) {
		return w.waitError(t, nereid.ErrWaitCanceled, cause)
	}
	if cause == context.DeadlineExceeded { //nolint:errorlint // an error that the caller wrapped is kept
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

// A missingError means that a response does not list the requested resource.
// Some operations return an empty list instead of a fault.
type missingError struct{ resource string }

func (e missingError) Error() string { return e.resource + " was not found" }

// Is matches nereid.ErrNotFound.
func (e missingError) Is(target error) bool { return target == nereid.ErrNotFound }
