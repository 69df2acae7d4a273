package retry

import (
	"context"
	"fmt"
)

// Adaptive is the adaptive retry mode: a Standard that holds back requests once
// the service throttles, and lets through more again as it stops to. Success
// refills the quota as in standard mode. It is safe for concurrent use.
type Adaptive struct {
	*Standard
	limiter *limiter
}

// NewAdaptive returns an Adaptive with the defaults, as far as the functions do
// not change them.
func NewAdaptive(optFns ...func(*StandardOptions)) *Adaptive {
	return &Adaptive{NewStandard(optFns...), newLimiter()}
}

// GetInitialToken returns the function that takes in the outcome of an attempt.
// It cannot hold back: callers that can should use GetAttemptToken.
func (a *Adaptive) GetInitialToken() func(error) error { return a.release }

// GetAttemptToken waits until an attempt may be made, and returns the function
// that takes in its outcome.
func (a *Adaptive) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	for {
		wait := a.limiter.acquire()
		if wait == 0 {
			return a.release, nil
		}
		if err := Sleep(ctx, wait); err != nil {
			return nil, fmt.Errorf("waiting for the service to be less busy: %w", err)
		}
	}
}

func (a *Adaptive) release(err error) error {
	a.limiter.update(IsThrottle(err))
	return a.onSuccess(err)
}
