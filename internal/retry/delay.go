package retry

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// maxServerDelay limits how much x-amz-retry-after can add to the backoff.
const maxServerDelay = 5 * time.Second

// After returns the delay before the retry of an attempt that failed with err.
// backoff is the delay that the client has chosen; the result is never shorter.
// The response in err can ask for a longer delay. With x-amz-retry-after, the
// result is at most backoff plus five seconds. With Retry-After, it is at most
// the longer of limit and backoff. Headers that do not parse are ignored.
func After(err error, backoff, limit time.Duration) time.Duration {
	var respErr *smithyhttp.ResponseError
	if !errors.As(err, &respErr) || respErr.Response == nil || respErr.Response.Response == nil {
		return backoff
	}
	header := respErr.Response.Header
	if text := header.Get("X-Amz-Retry-After"); text != "" {
		if ms, err := strconv.ParseInt(text, 10, 64); err == nil && ms >= 0 {
			asked := time.Duration(min(ms, (backoff+maxServerDelay).Milliseconds())) * time.Millisecond
			return max(backoff, asked)
		}
	}
	if asked, ok := retryAfter(header); ok {
		return max(backoff, min(asked, limit))
	}
	return backoff
}

// retryAfter parses the Retry-After header, which is a number of seconds or a
// date.
func retryAfter(header http.Header) (time.Duration, bool) {
	text := header.Get("Retry-After")
	if text == "" {
		return 0, false
	}
	if seconds, err := strconv.ParseUint(text, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second, true
	}
	at, err := http.ParseTime(text)
	if err != nil {
		return 0, false
	}
	// The date is by the server's clock, so the delay is measured from the
	// response's Date.
	now, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return at.Sub(now), true
}

// Sleep waits for d, or until ctx is done. In the latter case, it returns the
// error of ctx.
func Sleep(ctx context.Context, d time.Duration) error {
	if err := ctx.Err(); err != nil || d <= 0 {
		return err
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
