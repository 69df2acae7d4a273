package wait

import (
	"context"

	"github.com/nereid-go/nereid"
)

// SingleAttempt returns a retryer that does not retry failed requests. A waiter
// polls again instead, which does not use the client's retry budget. Unlike a
// retryer with MaxAttempts 1, it lets a client that detects a wrong clock sign
// the request again.
func SingleAttempt(r nereid.Retryer) nereid.Retryer {
	if r == nil {
		return nil // the client is a mock
	}
	return onceRetryer{r}
}

type onceRetryer struct{ nereid.Retryer }

// IsErrorRetryable returns false. The waiter itself calls the wrapped retryer's
// IsErrorRetryable to decide whether to poll again.
func (onceRetryer) IsErrorRetryable(error) bool { return false }

// GetAttemptToken returns the wrapped retryer's token. It waits before the poll
// if the wrapped retryer requires that.
func (r onceRetryer) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	if v2, ok := r.Retryer.(nereid.RetryerV2); ok {
		return v2.GetAttemptToken(ctx)
	}
	return r.GetInitialToken(), nil
}
