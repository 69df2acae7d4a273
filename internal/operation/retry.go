package operation

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
)

// retrying sends the request until an attempt succeeds or the retryer has
// enough.
type retrying struct{}

func (*retrying) ID() string { return "Retry" }

func (*retrying) HandleFinalize(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, md middleware.Metadata, err error,
) {
	c, original, err := callAndRequest(ctx, in.Request)
	if err != nil {
		return out, md, err
	}
	retryer := c.opts.Retryer
	maxAttempts := retryer.MaxAttempts()
	releaseRetry := func(error) error { return nil }
	for attempt := 1; ; attempt++ {
		releaseAttempt, tokenErr := attemptToken(ctx, retryer)
		if tokenErr != nil {
			_ = releaseRetry(tokenErr)
			return out, md, c.givenUp(ctx, err, fmt.Errorf("take the token for an attempt: %w", tokenErr))
		}
		c.attempts++
		req := original
		if c.attempts > 1 || c.chain.custom {
			// The connection of the last attempt may still read its header, and
			// a middleware's may add to it.
			req = original.Clone()
		}
		if c.attempts > 1 {
			if rewindErr := req.RewindStream(); rewindErr != nil {
				_ = releaseRetry(rewindErr)
				_ = releaseAttempt(rewindErr)
				return out, md, c.givenUp(ctx, err, rewindErr)
			}
		}
		c.sent, c.skew, c.requestID, c.onWire = time.Now(), c.clockOffset(), "", false
		if c.first.IsZero() {
			c.first = c.sent
		}
		c.setRequestHeader(ctx, req, attempt, maxAttempts)
		out, md, err = c.attempt(ctx, middleware.FinalizeInput{Request: req}, next)
		outcome := err
		if c.inDoubt && c.mark.refusedForDone(err) && !c.opts.DisableRecovery {
			outcome = nil // the service is well: it refuses what it may have done for us
		}
		_ = releaseRetry(outcome)
		_ = releaseAttempt(outcome)
		if err == nil {
			return out, md, nil
		}

		if c.doubtful(err) {
			if c.mark.action == unrepeatable {
				return out, md, &nereid.OutcomeUnknownError{Err: err}
			}
			c.inDoubt = true
		}
		skewed := c.correctClock(err)
		if !skewed && !c.retryable(retryer, err) {
			c.logRetryf("attempt %d failed and is not retried: %v", attempt, err)
			return out, md, err
		}
		if ctx.Err() != nil {
			return out, md, c.givenUp(ctx, err, ctx.Err()) // which costs the quota nothing
		}
		if maxAttempts > 0 && attempt >= maxAttempts {
			c.logRetryf("attempt %d failed, and there is no other: %v", attempt, err)
			if maxAttempts > 1 {
				err = &nereid.MaxAttemptsError{Attempt: attempt, Err: err}
			}
			return out, md, err
		}
		if releaseRetry, tokenErr = retryer.GetRetryToken(ctx, err); tokenErr != nil {
			c.logRetryf("attempt %d failed and is not retried: %v", attempt, tokenErr)
			return out, md, c.givenUp(ctx, err, tokenErr)
		}
		var delay time.Duration // none if only the date was wrong: nothing is overloaded then
		if !skewed {
			var delayErr error
			if delay, delayErr = retryer.RetryDelay(attempt, err); delayErr != nil {
				_ = releaseRetry(delayErr)
				return out, md, c.givenUp(ctx, err, delayErr)
			}
		} else if c.sourceRegion != "" {
			anew, anewErr := c.presignAnew(ctx, original)
			if anewErr != nil {
				_ = releaseRetry(anewErr)
				return out, md, c.givenUp(ctx, err, anewErr)
			}
			original = anew
		}
		c.logRetryf("attempt %d failed, the next follows in %s: %v", attempt, delay, err)
		if sleepErr := retry.Sleep(ctx, delay); sleepErr != nil {
			_ = releaseRetry(sleepErr)
			return out, md, c.givenUp(ctx, err, sleepErr)
		}
	}
}

// retryable reports whether the attempt may be repeated. Without recovery, an
// operation is not whose repetition would be refused.
func (c *call) retryable(retryer nereid.Retryer, err error) bool {
	var unreadable *smithy.DeserializationError
	if c.opts.DisableRecovery && c.mark.action != repeatable && errors.As(err, &unreadable) && c.doubtful(err) {
		return false
	}
	return retryer.IsErrorRetryable(err)
}

// givenUp returns why there is no further attempt after the last one failed with
// err, which is nil before the first.
func (c *call) givenUp(ctx context.Context, err, why error) error {
	switch {
	case ctx.Err() != nil && err != nil:
		return &smithy.CanceledError{Err: fmt.Errorf("%w while waiting to try again after: %w", ended(ctx), err)}
	case ctx.Err() != nil:
		return &smithy.CanceledError{Err: ended(ctx)}
	case err == nil || errors.Is(why, err): // such as a *retry.QuotaError, which tells both
		return why
	}
	return fmt.Errorf("%w (not tried again: %w)", err, why)
}

// attempt makes one attempt within its time limit, which also bounds the
// reading of the response. However the attempt ends, nothing of it stays open.
func (c *call) attempt(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	middleware.FinalizeOutput, middleware.Metadata, error,
) {
	var cancel context.CancelFunc
	if c.timeout.after > 0 {
		ctx, cancel = context.WithTimeoutCause(ctx, c.timeout.after, &c.timeout)
	} else {
		ctx, cancel = context.WithCancel(ctx)
	}
	defer cancel()
	defer c.closeBody()
	return next.HandleFinalize(ctx, in)
}

// closeBody closes the response unless it was read, as happens when a
// middleware fails or panics between its arrival and the deserializer.
func (c *call) closeBody() {
	if c.body != nil {
		_ = c.body.Close()
		c.body = nil
	}
}

// ended returns why a context that is done is so, with the cause if it has one.
func ended(ctx context.Context) error {
	err, cause := ctx.Err(), context.Cause(ctx)
	if errors.Is(err, cause) {
		return err
	}
	return fmt.Errorf("%w: %w", err, cause)
}

// interrupted tells who ended an attempt that failed with err: the caller, the
// time limit of an attempt, or err itself.
func (c *call) interrupted(ctx context.Context, err error) error {
	switch {
	case c.Err() != nil:
		return &smithy.CanceledError{Err: ended(c)}
	case errors.Is(context.Cause(ctx), &c.timeout):
		return &c.timeout
	}
	return err
}

// setRequestHeader tells the service which attempt this is, and until when
// somebody waits for the answer.
func (c *call) setRequestHeader(ctx context.Context, req *smithyhttp.Request, attempt, maxAttempts int) {
	deadline, bounded := ctx.Deadline()
	if attempt == 1 && maxAttempts == 3 && !bounded && c.attempts == 1 {
		c.setHeader(req.Header, "Amz-Sdk-Request", headerRequest, "attempt=1; max=3") // as nearly always
		return
	}
	b := make([]byte, 0, 64)
	b = append(b, "attempt="...)
	b = strconv.AppendInt(b, int64(attempt), 10)
	if maxAttempts > 0 {
		b = append(b, "; max="...)
		b = strconv.AppendInt(b, int64(maxAttempts), 10)
	}
	if bounded {
		b = append(b, "; ttl="...)
		b = deadline.Add(c.skew).UTC().AppendFormat(b, "20060102T150405Z")
	}
	if c.attempts == 1 {
		c.setHeader(req.Header, "Amz-Sdk-Request", headerRequest, string(b))
	} else {
		req.Header["Amz-Sdk-Request"] = []string{string(b)}
	}
}

// correctClock reports whether the attempt failed because of the date in its
// signature, and if so, corrects the client's clock by the service's: once in a
// call.
func (c *call) correctClock(err error) bool {
	if !c.onWire || c.skewCorrected || c.opts.DisableClockSkewCorrection || !retry.IsClockSkew(err) {
		return false
	}
	var re *smithyhttp.ResponseError
	if !errors.As(err, &re) || re.Response == nil {
		return false
	}
	skew, ok := retry.SkewFrom(re.Response.Response, c.sent, time.Now())
	if !ok || !retry.SkewExceeds(c.skew, skew) {
		return false
	}
	if !retry.SkewExceeds(0, skew) {
		skew = 0 // our clock is right again
	}
	c.skewCorrected = true
	c.client.skew.Store(int64(skew))
	c.skew = skew
	c.logRetryf("the clock is %s off the service's, which is corrected for", skew)
	return true
}

// presignAnew replaces the body, whose presigned URL bears the wrong date.
func (c *call) presignAnew(ctx context.Context, req *smithyhttp.Request) (*smithyhttp.Request, error) {
	if _, ours := req.GetStream().(*formBody); !ours {
		return req, nil
	}
	if err := c.buildForm(ctx); err != nil {
		return nil, err
	}
	return c.setForm(req)
}
