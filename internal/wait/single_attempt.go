package wait

import (
	"context"

	"github.com/nereid-go/nereid"
)

// SingleAttempt returns a retryer with which a call sends its request once: a waiter
// has better ways to try again than the client's budget for retries. That is not
// the same as a limit of one attempt, since a client that finds out about the
// wrong time of its clock may still sign anew.
func SingleAttempt(r nereid.Retryer) nereid.Retryer {
	if r == nil {
		return nil // a mock of a client has none
	}
	return onceRetryer{r}
}

type onceRetryer struct{ nereid.Retryer }

// IsErrorRetryable says no. The waiter asks the retryer itself.
func (onceRetryer) IsErrorRetryable(error) bool { return false }

// GetAttemptToken is that of the retryer, which may hold back the poll.
func (r onceRetryer) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	if v2, ok := r.Retryer.(nereid.RetryerV2); ok {
		return v2.GetAttemptToken(ctx)
	}
	return r.GetInitialToken(), nil
}
