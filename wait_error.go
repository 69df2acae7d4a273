package nereid

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// WaitOutcome classifies the failure of a wait. Match it with errors.Is.
type WaitOutcome string

func (o WaitOutcome) Error() string { return string(o) }

// The ways in which a wait can fail.
const (
	// ErrWaitTimeout means that the maximum wait time or the context's deadline
	// passed before the resource reached the desired state.
	ErrWaitTimeout WaitOutcome = "timed out"

	// ErrWaitFailed means that the resource is in a state from which it cannot
	// reach the desired state.
	ErrWaitFailed WaitOutcome = "failed"

	// ErrWaitCanceled means that the context was canceled.
	ErrWaitCanceled WaitOutcome = "canceled"

	// ErrWaitPoll means that a poll failed, and that another poll would fail in
	// the same way, for example because access is denied, a parameter is
	// invalid or there are no credentials.
	ErrWaitPoll WaitOutcome = "poll failed"
)

// A WaitError is the error of a waiter whose resource did not reach the
// desired state.
type WaitError struct {
	// Resource identifies the awaited resource, for example "export task nightly-1".
	Resource string

	// Wanted is the awaited state, for example "COMPLETE".
	Wanted string

	// Outcome classifies the failure, for example [ErrWaitTimeout].
	Outcome WaitOutcome

	// LastStatus is the last status that a poll found, or "" if no poll found
	// one.
	LastStatus string

	// LastOutput is the last output of the describe operation, for example a
	// *rds.DescribeExportTasksOutput, or nil if there is none.
	LastOutput any

	// Reason is AWS's explanation of why the resource failed, or "" if there is
	// none. For an export, it consists of FailureCause and WarningMessage.
	Reason string

	// Attempts is the number of polls.
	Attempts int

	// Elapsed is the duration of the wait.
	Elapsed time.Duration

	// Cause is the error that ended the wait. After a timeout, it contains the
	// reason why the last poll did not end the wait (for example, the poll's
	// error or pending modifications) and the context's cause if the caller set
	// one. It is nil if there is neither.
	Cause error
}

// Error returns one line with all fields except LastOutput.
func (e *WaitError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "waiting for %s to become %s: %s", e.Resource, e.Wanted, e.Outcome)
	if e.Outcome == ErrWaitTimeout {
		b.WriteString(" (exceeded max wait time)") // the SDK's wording, which some programs search for
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

// Is reports whether target is Outcome, or the [ErrorCategory] that
// [CategoryOf] returns for Cause.
// context.DeadlineExceeded matches if Outcome is [ErrWaitTimeout], and
// context.Canceled matches if Outcome is [ErrWaitCanceled], regardless of
// Cause.
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
