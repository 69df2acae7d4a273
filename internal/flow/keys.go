package flow

import (
	"context"
	"errors"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
)

// keyPause is the pause before a call is repeated because credentials were
// missing.
const keyPause = 5 * time.Second

// withKeys makes a call, and repeats it while credentials are temporarily
// missing. It does not repeat a call whose outcome is unknown.
func withKeys(ctx context.Context, call func() error) error {
	began := time.Now()
	for {
		err := call()
		_, passing := retry.Credentials(err, began)
		var unknown *nereid.OutcomeUnknownError
		if !passing || errors.As(err, &unknown) || retry.Sleep(ctx, keyPause) != nil {
			return err
		}
	}
}
