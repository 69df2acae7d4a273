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
	// RetryModeStandard is the default. It retries up to a maximum number of
	// attempts, with exponential backoff. All calls of a client share a retry
	// budget.
	RetryModeStandard RetryMode = "standard"

	// RetryModeAdaptive is standard mode, except that the client also limits
	// its request rate when the service throttles.
	RetryModeAdaptive RetryMode = "adaptive"
)

// ParseRetryMode returns the mode with the given name.
func ParseRetryMode(v string) (RetryMode, error) {
	switch mode := RetryMode(v); mode {
	case RetryModeStandard, RetryModeAdaptive:
		return mode, nil
	}
	return "", fmt.Errorf("unknown RetryMode, %v", v)
}

func (m RetryMode) String() string { return string(m) }

// A Retryer decides whether, how often and when to retry. It has the methods of
// the AWS SDK's aws.Retryer, so the SDK's retryers can be used.
type Retryer interface {
	// IsErrorRetryable reports whether the client may retry after an attempt
	// failed with this error.
	IsErrorRetryable(error) bool

	// MaxAttempts returns the maximum number of attempts, including the first.
	// 0 means no limit.
	MaxAttempts() int

	// RetryDelay returns how long to wait after an attempt has failed with
	// opErr. attempt is the number of that attempt, counting from 1.
	RetryDelay(attempt int, opErr error) (time.Duration, error)

	// GetRetryToken takes the cost of a retry from the budget, or fails if the
	// budget is exhausted. The client calls releaseToken with the outcome of
	// the retry.
	GetRetryToken(ctx context.Context, opErr error) (releaseToken func(error) error, err error)

	// GetInitialToken is called before every attempt. The client calls
	// releaseToken with the outcome of that attempt.
	GetInitialToken() (releaseToken func(error) error)
}

// A RetryerV2 can delay or reject each attempt, including the first. The client
// calls its GetAttemptToken instead of GetInitialToken.
type RetryerV2 interface {
	Retryer

	// GetAttemptToken is called before every attempt, and can block until the
	// attempt may be sent. The client calls the returned function with the
	// outcome of that attempt.
	GetAttemptToken(context.Context) (func(error) error, error)
}

// NopRetryer never retries.
type NopRetryer struct{}

// IsErrorRetryable returns false.
func (NopRetryer) IsErrorRetryable(error) bool { return false }

// MaxAttempts returns 1.
func (NopRetryer) MaxAttempts() int { return 1 }

// RetryDelay returns an error, because NopRetryer never retries.
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

// A MaxAttemptsError means that a call has used up its attempts. It wraps the
// error of the last attempt.
type MaxAttemptsError struct {
	// Attempt is the number of attempts that were made.
	Attempt int
	// Err is the error of the last attempt.
	Err error
}

func (e *MaxAttemptsError) Error() string {
	return fmt.Sprintf("exceeded maximum number of attempts, %d, %v", e.Attempt, e.Err)
}

// Unwrap returns the error of the last attempt.
func (e *MaxAttemptsError) Unwrap() error { return e.Err }

// As can convert e to another package's MaxAttemptsError type, such as the AWS
// SDK's, if that type has the same fields.
func (e *MaxAttemptsError) As(target any) bool {
	return wantsTwin(target, "MaxAttemptsError") && asTwin(target, e.Attempt, e.Err)
}
