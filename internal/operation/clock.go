package operation

import (
	"errors"
	"time"

	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid/internal/retry"
)

// clockOffset returns the client's correction of the local clock. A request's
// date is the local time plus this correction.
func (c *call) clockOffset() time.Duration {
	if c.opts.DisableClockSkewCorrection {
		return 0
	}
	return time.Duration(c.client.skew.Load())
}

// now returns the time by the service's clock: the local time plus the
// correction that was known when the attempt began.
func (c *call) now() time.Time { return time.Now().Add(c.clock.skew).UTC() }

// correctClock corrects the client's clock if the attempt failed because of the
// date in its signature, and reports whether it did. It corrects the clock at
// most once per call.
func (c *call) correctClock(err error) bool {
	if !c.attempts.answered || c.clock.corrected || c.opts.DisableClockSkewCorrection || !retry.IsClockSkew(err) {
		return false
	}
	var re *smithyhttp.ResponseError
	if !errors.As(err, &re) || re.Response == nil {
		return false
	}
	skew, ok := retry.SkewFrom(re.Response.Response, c.attempts.sent, time.Now())
	if !ok || !retry.SkewExceeds(c.clock.skew, skew) {
		return false
	}
	if !retry.SkewExceeds(0, skew) {
		skew = 0 // the local clock is right again
	}
	c.clock.corrected = true
	c.client.skew.Store(int64(skew))
	c.clock.skew = skew
	c.logRetry("the local clock differs from the service's, and the client corrects it", "skew", skew)
	return true
}
