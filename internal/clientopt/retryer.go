package clientopt

import (
	"context"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
)

// newRetryer returns a retryer of the mode.
func newRetryer(mode nereid.RetryMode) nereid.Retryer {
	if mode == nereid.RetryModeAdaptive {
		return retry.NewAdaptive()
	}
	return retry.NewStandard()
}

// withMaxAttempts returns a copy of r with a different maximum number of
// attempts. The copy shares r's retry quota and all other settings.
func withMaxAttempts(r nereid.Retryer, limit int) nereid.Retryer {
	if limited, ok := r.(*limitedRetryer); ok {
		r = limited.Retryer
	}
	return &limitedRetryer{r, limit}
}

type limitedRetryer struct {
	nereid.Retryer
	limit int
}

func (r *limitedRetryer) MaxAttempts() int { return r.limit }

func (r *limitedRetryer) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	return AttemptToken(ctx, r.Retryer)
}

// AttemptToken calls retryer's GetAttemptToken or, if it does not have that
// method, its GetInitialToken. If ctx is done, AttemptToken returns ctx's error
// instead.
func AttemptToken(ctx context.Context, retryer nereid.Retryer) (func(error) error, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if v2, ok := retryer.(nereid.RetryerV2); ok {
		return v2.GetAttemptToken(ctx)
	}
	return retryer.GetInitialToken(), nil
}
