package nereid_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds/types"
)

// The message of a WaitError is one line with everything except the output.
func TestWaitErrorMessage(t *testing.T) {
	tests := []struct {
		name string
		err  nereid.WaitError
		want string
	}{
		{
			"timeout",
			nereid.WaitError{Outcome: nereid.ErrWaitTimeout, LastStatus: "IN_PROGRESS", Attempts: 21, Elapsed: 10*time.Minute + 400*time.Microsecond},
			"waiting for export task nightly-1 to become COMPLETE: timed out (exceeded max wait time) after 10m0s and 21 polls, last status IN_PROGRESS",
		},
		{
			"timeout before the first poll",
			nereid.WaitError{Outcome: nereid.ErrWaitTimeout, Elapsed: 1500 * time.Millisecond},
			"waiting for export task nightly-1 to become COMPLETE: timed out (exceeded max wait time) after 1.5s and 0 polls",
		},
		{
			"failure with a reason",
			nereid.WaitError{Outcome: nereid.ErrWaitFailed, LastStatus: "FAILED", Attempts: 1, Reason: "The S3 prefix\n\tmust not end with a slash.\n"},
			"waiting for export task nightly-1 to become COMPLETE: failed after 0s and 1 poll, last status FAILED: The S3 prefix must not end with a slash.",
		},
		{
			"poll that failed",
			nereid.WaitError{Outcome: nereid.ErrWaitPoll, Attempts: 1, Cause: errors.Join(errors.New("no"), errors.New("way"))},
			"waiting for export task nightly-1 to become COMPLETE: poll failed after 0s and 1 poll: no way",
		},
		{
			"cancellation with all there can be",
			nereid.WaitError{Outcome: nereid.ErrWaitCanceled, LastStatus: "STARTING", Attempts: 2, Elapsed: time.Minute, Reason: "because", Cause: context.Canceled, LastOutput: "not told"},
			"waiting for export task nightly-1 to become COMPLETE: canceled after 1m0s and 2 polls, last status STARTING: because: context canceled",
		},
		{
			"names of several lines",
			nereid.WaitError{Outcome: nereid.ErrWaitTimeout, Resource: "export task a\nb", Attempts: 1},
			"waiting for export task a b to become COMPLETE: timed out (exceeded max wait time) after 0s and 1 poll",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := tt.err
			if e.Resource == "" {
				e.Resource = "export task nightly-1"
			}
			e.Wanted = "COMPLETE"
			if got := e.Error(); got != tt.want {
				t.Errorf("message\n%s, want\n%s", got, tt.want)
			}
			if strings.ContainsAny(e.Error(), "\r\n\t") {
				t.Error("it has several lines")
			}
		})
	}
}

// errors.Is finds how a wait ended, and errors.As finds the cause.
func TestWaitErrorIs(t *testing.T) {
	fault := &types.DBClusterNotFoundFault{Message: nereid.String("no such thing")}
	outcomes := []error{nereid.ErrWaitTimeout, nereid.ErrWaitFailed, nereid.ErrWaitCanceled, nereid.ErrWaitPoll}
	also := map[error][]error{
		nereid.ErrWaitTimeout:  {context.DeadlineExceeded},
		nereid.ErrWaitCanceled: {context.Canceled},
	}
	for _, outcome := range outcomes {
		err := fmt.Errorf("nightly: %w", &nereid.WaitError{Outcome: outcome.(nereid.WaitOutcome), Cause: fault})
		for _, target := range append([]error{context.Canceled, context.DeadlineExceeded}, outcomes...) {
			want := target == outcome
			for _, a := range also[outcome] {
				want = want || target == a
			}
			if got := errors.Is(err, target); got != want {
				t.Errorf("%v is %v: %t", outcome, target, got)
			}
		}
		var typed *types.DBClusterNotFoundFault
		if !errors.Is(err, nereid.ErrNotFound) || errors.Is(err, nereid.ErrThrottled) || !errors.As(err, &typed) || typed != fault {
			t.Errorf("%v hides its cause", outcome)
		}
		var e *nereid.WaitError
		if !errors.As(err, &e) || !errors.Is(e.Outcome, outcome) || e.Unwrap() != error(fault) {
			t.Errorf("%v: %v", outcome, e)
		}
	}
	if err := (&nereid.WaitError{Outcome: nereid.ErrWaitTimeout}); err.Unwrap() != nil || errors.Is(err, nereid.ErrNotFound) {
		t.Error("an error without a cause has one")
	}
}
