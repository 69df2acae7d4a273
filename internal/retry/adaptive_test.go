package retry_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid/internal/retry"
)

// attempt makes an attempt with the given outcome, and returns its delay.
func attempt(t *testing.T, a *retry.Adaptive, err error) time.Duration {
	t.Helper()
	start := time.Now()
	release, tokenErr := a.GetAttemptToken(t.Context())
	if tokenErr != nil {
		t.Fatal(tokenErr)
	}
	held := time.Since(start)
	if err := release(err); err != nil {
		t.Fatal(err)
	}
	return held
}

func TestAdaptiveHoldsBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := retry.NewAdaptive()
		for range 100 {
			if held := attempt(t, a, nil); held != 0 {
				t.Fatalf("held back for %v before anything was throttled", held)
			}
			<-time.After(50 * time.Millisecond)
		}

		// 20 requests a second were too many. The rate drops to 14 and slowly
		// approaches 20. The requests of one second may be sent together.
		attempt(t, a, errThrottled)
		start := time.Now()
		for range 14 + 3*17 {
			attempt(t, a, nil)
		}
		if took := time.Since(start); took < 2*time.Second || took > 4*time.Second {
			t.Errorf("requests took %v after throttling at 20 per second", took)
		}

		// Each further throttling response lowers the rate more, down to a
		// floor.
		for range 30 {
			attempt(t, a, errThrottled)
		}
		if held := attempt(t, a, errThrottled); held < time.Second || held > 2*time.Second+time.Microsecond {
			t.Errorf("held back for %v at the lowest rate of one in two seconds", held)
		}

		// With time, the rate exceeds its former value.
		var held time.Duration
		for range 200 {
			held = attempt(t, a, nil)
		}
		if held > 100*time.Millisecond {
			t.Errorf("still held back for %v", held)
		}
	})
}

func TestAdaptiveStopsWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := retry.NewAdaptive()
		attempt(t, a, errThrottled)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		start := time.Now()
		if _, err := a.GetAttemptToken(ctx); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != time.Second {
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
}

// Success refills the quota of retries, with either kind of token.
func TestAdaptiveRefillsQuota(t *testing.T) {
	quota := retry.NewQuota(retry.DefaultQuota)
	quota.SetTokens(0)
	a := retry.NewAdaptive(func(o *retry.StandardOptions) { o.Quota = quota })
	if _, err := a.GetRetryToken(t.Context(), errTransient); err == nil {
		t.Fatal("retry granted by an empty quota")
	}
	for range 7 {
		attempt(t, a, nil)
		if err := a.GetInitialToken()(nil); err != nil {
			t.Fatal(err)
		}
		attempt(t, a, errTransient)
	}
	if quota.Tokens() != 14 {
		t.Errorf("%d tokens after 14 successes", quota.Tokens())
	}
	if _, err := a.GetRetryToken(t.Context(), errTransient); err != nil {
		t.Error(err)
	}
}
