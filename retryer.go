package nereid

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// RetryMode names a strategy for retrying failed attempts.
type RetryMode string

const (
	// RetryModeStandard retries up to a number of attempts with exponential
	// back-off, within a budget that all calls of a client share. The default.
	RetryModeStandard RetryMode = "standard"

	// RetryModeAdaptive is standard mode that also slows down sending when the
	// service throttles.
	RetryModeAdaptive RetryMode = "adaptive"
)

// ParseRetryMode returns the mode of that name.
func ParseRetryMode(v string) (RetryMode, error) {
	switch mode := RetryMode(v); mode {
	case RetryModeStandard, RetryModeAdaptive:
		return mode, nil
	}
	return "", fmt.Errorf("unknown RetryMode, %v", v)
}

func (m RetryMode) String() string { return string(m) }

// A Retryer decides about retries: whether, how often and when. It has the
// methods of the AWS SDK's aws.Retryer, so that one written for it fits.
type Retryer interface {
	// IsErrorRetryable reports whether an attempt that failed so may be
	// repeated.
	IsErrorRetryable(error) bool

	// MaxAttempts is how often a request is sent at the most, the first time
	// included. 0 is without a limit.
	MaxAttempts() int

	// RetryDelay returns how long to wait after the attempt of that number
	// (the first is 1) failed with opErr.
	RetryDelay(attempt int, opErr error) (time.Duration, error)

	// GetRetryToken takes the cost of a retry out of the budget, or fails. The
	// returned function is called with the outcome of the retry.
	GetRetryToken(ctx context.Context, opErr error) (releaseToken func(error) error, err error)

	// GetInitialToken is called before every attempt, the function it returns
	// with that attempt's outcome.
	GetInitialToken() (releaseToken func(error) error)
}

// A RetryerV2 may hold back or refuse each attempt, also the first. Its
// GetAttemptToken is called instead of GetInitialToken.
type RetryerV2 interface {
	Retryer

	// GetAttemptToken is called before every attempt, the function it returns
	// with that attempt's outcome. It may block until sending is allowed.
	GetAttemptToken(context.Context) (func(error) error, error)
}

// NopRetryer never retries.
type NopRetryer struct{}

// IsErrorRetryable returns false.
func (NopRetryer) IsErrorRetryable(error) bool { return false }

// MaxAttempts returns 1.
func (NopRetryer) MaxAttempts() int { return 1 }

// RetryDelay returns an error, since there is no retry to delay.
func (NopRetryer) RetryDelay(int, error) (time.Duration, error) {
	return 0, errors.New("not retrying any attempt errors")
}

// GetRetryToken returns a function that does nothing.
func (NopRetryer) GetRetryToken(context.Context, error) (func(error) error, error) {
	return nopRelease, nil
}

// GetInitialToken returns a function that does nothing.
func (NopRetryer) GetInitialToken() func(error) error { return nopRelease }

// GetAttemptToken returns a function that does nothing.
func (NopRetryer) GetAttemptToken(context.Context) (func(error) error, error) {
	return nopRelease, nil
}

func nopRelease(error) error { return nil }

// A MaxAttemptsError says that a request was sent as often as it may be, and
// wraps what the last attempt failed with.
type MaxAttemptsError struct {
	Attempt int
	Err     error
}

func (e *MaxAttemptsError) Error() string {
	return fmt.Sprintf("exceeded maximum number of attempts, %d, %v", e.Attempt, e.Err)
}

// Unwrap returns the error of the last attempt.
func (e *MaxAttemptsError) Unwrap() error { return e.Err }

// As makes a MaxAttemptsError of another package with the same members, such as that
// of the AWS SDK.
func (e *MaxAttemptsError) As(target any) bool {
	return wantsTwin(target, "MaxAttemptsError") && asTwin(target, e.Attempt, e.Err)
}
