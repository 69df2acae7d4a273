package retry

import (
	"context"
	"fmt"
)

// Adaptive is the adaptive retry mode: a Standard that also limits the rate of
// requests. It lowers the rate when the service throttles requests, and raises
// it again afterwards. A success refills the quota as in standard mode.
// Adaptive is safe for concurrent use.
type Adaptive struct {
	*Standard
	limiter *limiter
}

// NewAdaptive returns an Adaptive with the default options, changed by optFns.
func NewAdaptive(optFns ...func(*StandardOptions)) *Adaptive {
	return &Adaptive{NewStandard(optFns...), newLimiter()}
}

// GetInitialToken returns the function that receives an attempt's outcome. It
// does not wait for the rate limit, so callers should prefer GetAttemptToken.
func (a *Adaptive) GetInitialToken() func(error) error { return a.release }

// GetAttemptToken waits until the rate limit allows an attempt, and returns the
// function that receives the attempt's outcome.
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
