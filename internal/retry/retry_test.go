package retry_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/internal/soak"
)

var (
	_ nereid.RetryerV2 = (*retry.Standard)(nil)
	_ nereid.RetryerV2 = (*retry.Adaptive)(nil)
)

var (
	errThrottled = &smithy.GenericAPIError{Code: "Throttling", Message: "Rate exceeded"}
	errTransient = failure(http.StatusInternalServerError, nil, nil)
)

func TestMaxAttempts(t *testing.T) {
	for set, want := range map[int]int{0: 3, 1: 1, 7: 7, -1: 0} {
		r := retry.NewStandard(func(o *retry.StandardOptions) { o.MaxAttempts = set })
		if got := r.MaxAttempts(); got != want {
			t.Errorf("%d gives %d attempts, want %d", set, got, want)
		}
	}
}

// The delay is random below its bound. The bound never exceeds the limit, after
// any number of attempts.
func TestRetryDelay(t *testing.T) {
	tests := []struct {
		version retry.Version
		err     error
		bounds  []int // in milliseconds
	}{
		{retry.Version21, errTransient, []int{50, 100, 200, 400, 800, 1600, 3200, 6400, 12800, 20000, 20000}},
		{retry.Version21, errThrottled, []int{1000, 2000, 4000, 8000, 16000, 20000, 20000}},
		{retry.Version20, errTransient, []int{1000, 2000, 4000, 8000, 16000, 20000}},
		{retry.Version20, errThrottled, []int{1000, 2000}},
	}
	for _, tt := range tests {
		random := 0.0
		r := retry.NewStandard(func(o *retry.StandardOptions) {
			o.Version = tt.version
			o.Rand = func() float64 { return random }
		})
		for i, bound := range tt.bounds {
			for _, random = range []float64{0, 0.25, 0.5} {
				want := time.Duration(random * float64(milliseconds(bound)))
				if got, err := r.RetryDelay(i+1, tt.err); err != nil || got != want {
					t.Errorf("version %d, %v: delay %v and %v after attempt %d, want %v", tt.version, tt.err, got, err, i+1, want)
				}
			}
		}
		random = 0.5
		for _, attempt := range []int{1000, 1 << 62} {
			if got, err := r.RetryDelay(attempt, tt.err); err != nil || got != 10*time.Second {
				t.Errorf("delay %v and %v after attempt %d", got, err, attempt)
			}
		}
		first, _ := r.RetryDelay(1, tt.err)
		for _, attempt := range []int{0, -1} {
			if got, err := r.RetryDelay(attempt, tt.err); err != nil || got != first {
				t.Errorf("delay %v and %v after attempt %d, want %v", got, err, attempt, first)
			}
		}
	}

	// By default the delays are random.
	seen := map[time.Duration]bool{}
	r := retry.NewStandard()
	for range 100 {
		d, _ := r.RetryDelay(5, errThrottled)
		if d < 0 || d >= 16*time.Second {
			t.Errorf("delay %v", d)
		}
		seen[d] = true
	}
	if len(seen) < 50 {
		t.Errorf("only %d different delays", len(seen))
	}
}

func TestAfter(t *testing.T) {
	const date = "Thu, 01 Jan 2026 12:00:00 GMT"
	tests := []struct {
		name    string
		headers map[string]string
		want    time.Duration
	}{
		{"nothing", nil, time.Second},
		{"milliseconds", map[string]string{"X-Amz-Retry-After": "2500"}, 2500 * time.Millisecond},
		{"less", map[string]string{"X-Amz-Retry-After": "999"}, time.Second},
		{"more", map[string]string{"X-Amz-Retry-After": "7000"}, 6 * time.Second},
		{"much more", map[string]string{"X-Amz-Retry-After": "9223372036854775807"}, 6 * time.Second},
		{"too much to read", map[string]string{"X-Amz-Retry-After": "9223372036854775808"}, time.Second},
		{"negative", map[string]string{"X-Amz-Retry-After": "-1"}, time.Second},
		{"seconds", map[string]string{"Retry-After": "7"}, 7 * time.Second},
		{"seconds over the limit", map[string]string{"Retry-After": "3600"}, 20 * time.Second},
		{"seconds over all limits", map[string]string{"Retry-After": "99999999999999999999"}, time.Second},
		{"negative seconds", map[string]string{"Retry-After": "-7"}, time.Second},
		{"fraction", map[string]string{"Retry-After": "1.5"}, time.Second},
		{"date", map[string]string{"Date": date, "Retry-After": "Thu, 01 Jan 2026 12:00:09 GMT"}, 9 * time.Second},
		{"past date", map[string]string{"Date": date, "Retry-After": "Thu, 01 Jan 2026 11:00:00 GMT"}, time.Second},
		{"far date", map[string]string{"Date": date, "Retry-After": "Thu, 01 Jan 2027 11:00:00 GMT"}, 20 * time.Second},
		{"both", map[string]string{"X-Amz-Retry-After": "2000", "Retry-After": "7"}, 2 * time.Second},
		{"both, one unreadable", map[string]string{"X-Amz-Retry-After": "soon", "Retry-After": "7"}, 7 * time.Second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := fmt.Errorf("wrapped: %w", failure(503, nil, tt.headers))
			if got := retry.After(err, time.Second, 20*time.Second); got != tt.want {
				t.Errorf("delay %v, want %v", got, tt.want)
			}
		})
	}

	t.Run("date without Date", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			at := time.Now().UTC().Add(8 * time.Second).Format(http.TimeFormat)
			err := failure(503, nil, map[string]string{"Retry-After": at})
			if got := retry.After(err, time.Second, 20*time.Second); got != 8*time.Second {
				t.Errorf("delay %v", got)
			}
		})
	})
	t.Run("retryer", func(t *testing.T) {
		err := failure(503, nil, map[string]string{"Retry-After": "30"})
		r := retry.NewStandard(func(o *retry.StandardOptions) { o.MaxBackoff = 12 * time.Second })
		if got, _ := r.RetryDelay(1, err); got != 12*time.Second {
			t.Errorf("delay %v", got)
		}
	})
}

func TestQuota(t *testing.T) {
	quota := retry.NewQuota(20)
	newRetryer := func(v retry.Version) *retry.Standard {
		return retry.NewStandard(func(o *retry.StandardOptions) { o.Version, o.Quota = v, quota })
	}
	ctx := t.Context()
	tests := []struct {
		version retry.Version
		err     error
		cost    int
	}{
		{retry.Version21, errTransient, 14},
		{retry.Version21, errThrottled, 5},
		{retry.Version21, context.DeadlineExceeded, 14},
		{retry.Version20, errTransient, 5},
		{retry.Version20, errThrottled, 5},
		{retry.Version20, context.DeadlineExceeded, 10},
	}
	for _, tt := range tests {
		quota.SetTokens(20)
		r := newRetryer(tt.version)
		releaseFailed, err := r.GetRetryToken(ctx, tt.err)
		if err != nil || quota.Tokens() != 20-tt.cost {
			t.Fatalf("version %d, %v: %v and %d tokens left", tt.version, tt.err, err, quota.Tokens())
		}
		if err := releaseFailed(tt.err); err != nil || quota.Tokens() != 20-tt.cost {
			t.Errorf("version %d, %v: %v and %d tokens left after the retry failed too", tt.version, tt.err, err, quota.Tokens())
		}
		quota.SetTokens(tt.cost)
		releaseRetry, err := r.GetRetryToken(ctx, tt.err)
		if err != nil || quota.Tokens() != 0 {
			t.Fatalf("version %d, %v: %v and %d tokens left", tt.version, tt.err, err, quota.Tokens())
		}
		releaseAttempt, err := r.GetAttemptToken(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(releaseRetry(nil), releaseAttempt(nil)); err != nil || quota.Tokens() != tt.cost {
			t.Errorf("version %d, %v: %v and %d tokens left after success", tt.version, tt.err, err, quota.Tokens())
		}
	}

	r := newRetryer(retry.Version21)
	quota.SetTokens(13)
	_, err := r.GetRetryToken(ctx, errTransient)
	var quotaErr *retry.QuotaError
	if !errors.As(err, &quotaErr) || quotaErr.Left != 13 || quotaErr.Cost != 14 {
		t.Fatalf("got %v", err)
	}
	if !errors.Is(err, errTransient) || !strings.Contains(err.Error(), "retry quota exceeded") || !strings.Contains(err.Error(), errTransient.Error()) {
		t.Errorf("error does not tell: %v", err)
	}
	if quota.Tokens() != 13 {
		t.Errorf("%d tokens left", quota.Tokens())
	}

	// A full quota does not overflow.
	quota.SetTokens(20)
	if err := r.GetInitialToken()(nil); err != nil || quota.Tokens() != 20 {
		t.Errorf("%v and %d tokens", err, quota.Tokens())
	}
}

func TestQuotaConcurrently(t *testing.T) {
	r := retry.NewStandard()
	quotaErrs := make(chan error, 200)
	var wg sync.WaitGroup
	for range 200 {
		wg.Go(func() {
			_, err := r.GetRetryToken(t.Context(), errTransient)
			quotaErrs <- err
		})
	}
	wg.Wait()
	close(quotaErrs)
	granted := 0
	for err := range quotaErrs {
		if err == nil {
			granted++
		}
	}
	if granted != 500/5 {
		t.Errorf("%d retries granted, want %d", granted, 500/5)
	}
}

func TestSleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		if err := retry.Sleep(t.Context(), time.Minute); err != nil || time.Since(start) != time.Minute {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		start = time.Now()
		if err := retry.Sleep(ctx, time.Minute); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != time.Second {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		if err := retry.Sleep(ctx, 0); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v of a context that is done", err)
		}
	})
}

func TestSkewFrom(t *testing.T) {
	sent := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	date := "Thu, 01 Jan 2026 12:10:00 GMT"
	tests := []struct {
		name    string
		headers map[string]string
		took    time.Duration
		want    time.Duration
		ok      bool
	}{
		{"ahead", map[string]string{"Date": date}, 0, 10 * time.Minute, true},
		{"half way", map[string]string{"Date": date}, 4 * time.Second, 10*time.Minute - 2*time.Second, true},
		{"behind", map[string]string{"Date": "Thu, 01 Jan 2026 11:00:00 GMT"}, 0, -time.Hour, true},
		{"the same", map[string]string{"Date": "Thu, 01 Jan 2026 12:00:00 GMT"}, 0, 0, true},
		{"slow", map[string]string{"Date": date}, 15*time.Minute + 1, 0, false},
		{"cached", map[string]string{"Date": date, "Age": "0"}, 0, 0, false},
		{"no date", nil, 0, 0, false},
		{"not a date", map[string]string{"Date": "today"}, 0, 0, false},
	}
	for _, tt := range tests {
		resp := &http.Response{Header: http.Header{}}
		for name, value := range tt.headers {
			resp.Header.Set(name, value)
		}
		got, ok := retry.SkewFrom(resp, sent, sent.Add(tt.took))
		if got != tt.want || ok != tt.ok {
			t.Errorf("%s: %v, %t", tt.name, got, ok)
		}
	}
	if _, ok := retry.SkewFrom(nil, sent, sent); ok {
		t.Error("there is a date in no response")
	}
}

func TestSkewExceeds(t *testing.T) {
	tests := []struct {
		applied, observed time.Duration
		want              bool
	}{
		{0, 0, false},
		{0, retry.SkewThreshold, false},
		{0, retry.SkewThreshold + 1, true},
		{0, -retry.SkewThreshold - 1, true},
		{time.Hour, time.Hour, false},
		{time.Hour, 0, true},
	}
	for _, tt := range tests {
		if got := retry.SkewExceeds(tt.applied, tt.observed); got != tt.want {
			t.Errorf("SkewExceeds(%v, %v) = %t", tt.applied, tt.observed, got)
		}
	}
}

// The delay stays within its limits, whatever delay a server asks for.
func FuzzAfter(tf *testing.F) {
	f := soak.F{F: tf}
	f.Add("1500", "", "", int64(50))
	f.Add("-1", "3600", "", int64(0))
	f.Add("", "Thu, 01 Jan 2026 12:00:09 GMT", "Thu, 01 Jan 2026 12:00:00 GMT", int64(20_000))
	f.Fuzz(func(t *testing.T, ms, after, date string, backoff int64) {
		const limit = 20 * time.Second
		want := time.Duration(uint64(backoff)%uint64(limit)) + 1
		err := failure(503, nil, map[string]string{"X-Amz-Retry-After": ms, "Retry-After": after, "Date": date})
		if got := retry.After(err, want, limit); got < want || got > max(limit, want+5*time.Second) {
			t.Errorf("delay %v where %v were planned", got, want)
		}
	})
}
