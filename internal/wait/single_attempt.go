package wait

import (
	"context"

	"github.com/nereid-go/nereid"
)

// SingleAttempt returns a retryer with which a call sends its request once,
// because a waiter can try again without the client's retry budget. That
// differs from a limit of one attempt: a client that notices a wrong clock may
// still sign again.
func SingleAttempt(r nereid.Retryer) nereid.Retryer {
	if r == nil {
		return nil // a mock of a client has none
	}
	return onceRetryer{r}
}

type onceRetryer struct{ nereid.Retryer }

// IsErrorRetryable returns false. The waiter asks the retryer itself.
func (onceRetryer) IsErrorRetryable(error) bool { return false }

// GetAttemptToken calls the method of the retryer, which may delay the poll.
func (r onceRetryer) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	if v2, ok := r.Retryer.(nereid.RetryerV2); ok {
		return v2.GetAttemptToken(ctx)
	}
	return r.GetInitialToken(), nil
}
