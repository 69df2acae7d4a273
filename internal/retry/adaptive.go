package retry

import (
	"context"
	"fmt"
)

// Adaptive is the adaptive retry mode: a Standard that also limits the rate of
// requests. It lowers the rate when the service throttles, and raises it again
// afterwards. Success refills the quota as in standard mode. It is safe for
// concurrent use.
type Adaptive struct {
	*Standard
	limiter *limiter
}

// NewAdaptive returns an Adaptive with the default options, which the functions
// may change.
func NewAdaptive(optFns ...func(*StandardOptions)) *Adaptive {
	return &Adaptive{NewStandard(optFns...), newLimiter()}
}

// GetInitialToken returns the function that receives the outcome of an attempt.
// It cannot delay the attempt; callers should use GetAttemptToken if they can.
func (a *Adaptive) GetInitialToken() func(error) error { return a.release }

// GetAttemptToken waits until an attempt may be made, and returns the function
// that receives its outcome.
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
