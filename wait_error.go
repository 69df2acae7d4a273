package nereid

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// WaitOutcome is the way in which a wait failed. Match it with errors.Is.
type WaitOutcome string

func (o WaitOutcome) Error() string { return string(o) }

// The ways in which a wait fails.
const (
	// ErrWaitTimeout: the time given for the wait, or the deadline of its
	// context, was over before the wanted state came.
	ErrWaitTimeout WaitOutcome = "timed out"

	// ErrWaitFailed: the resource is in a state from which the wanted one is
	// not reached any more.
	ErrWaitFailed WaitOutcome = "failed"

	// ErrWaitCanceled: the context was cancelled.
	ErrWaitCanceled WaitOutcome = "canceled"

	// ErrWaitPoll: the state could not be asked for, and asking again would
	// not help (access denied, an invalid parameter, no credentials).
	ErrWaitPoll WaitOutcome = "could not ask"
)

// A WaitError is what a waiter returns when the wanted state did not come.
type WaitError struct {
	// Resource is what was waited for, such as "export task nightly-1".
	Resource string

	// Wanted is the state that was to come, such as "COMPLETE".
	Wanted string

	// Outcome is the way in which the wait failed.
	Outcome WaitOutcome

	// LastStatus is the status seen last, "" if none was.
	LastStatus string

	// LastOutput is the whole last output of the describe operation, such as a
	// *rds.DescribeExportTasksOutput, nil if there is none.
	LastOutput any

	// Reason is why the resource failed, in the words of AWS, where it gives
	// some (FailureCause and WarningMessage of an export).
	Reason string

	// Attempts is how often the state was asked for.
	Attempts int

	// Elapsed is how long the wait took.
	Elapsed time.Duration

	// Cause is the error that ended the wait, or the last one seen before the
	// time was over; nil if there was none.
	Cause error
}

// Error is one line with everything but the output.
func (e *WaitError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "waiting for %s to become %s: %s", e.Resource, e.Wanted, e.Outcome)
	if e.Outcome == ErrWaitTimeout {
		b.WriteString(" (exceeded max wait time)") // the SDK's words, which programs look for
	}
	fmt.Fprintf(&b, " after %s and %d poll", e.Elapsed.Round(time.Millisecond), e.Attempts)
	if e.Attempts != 1 {
		b.WriteByte('s')
	}
	if e.LastStatus != "" {
		fmt.Fprintf(&b, ", last status %s", e.LastStatus)
	}
	if e.Reason != "" {
		fmt.Fprintf(&b, ": %s", e.Reason)
	}
	if e.Cause != nil {
		fmt.Fprintf(&b, ": %s", e.Cause)
	}
	return strings.Join(strings.Fields(b.String()), " ") // reasons and causes may have several lines
}

// Unwrap returns the cause.
func (e *WaitError) Unwrap() error { return e.Cause }

// Is matches the outcome, and the category of the cause. A wait that a context
// ended also matches context.Canceled or context.DeadlineExceeded, whatever its
// cause says.
func (e *WaitError) Is(target error) bool {
	switch target {
	case context.DeadlineExceeded:
		return e.Outcome == ErrWaitTimeout
	case context.Canceled:
		return e.Outcome == ErrWaitCanceled
	}
	switch target := target.(type) {
	case WaitOutcome:
		return e.Outcome == target
	case ErrorCategory:
		return target != "" && CategoryOf(e.Cause) == target
	}
	return false
}
