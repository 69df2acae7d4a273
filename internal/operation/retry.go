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

func (retrying) ID() string { return "Retry" }

func (retrying) HandleFinalize(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, md middleware.Metadata, err error,
) {
	c := callOf(ctx)
	req, err := httpRequest(in.Request)
	if err != nil {
		return out, md, err
	}
	retryer := c.opts.Retryer
	maxAttempts := retryer.MaxAttempts()
	releaseRetry := func(error) error { return nil }
	original := req
	for {
		if err := ctx.Err(); err != nil {
			return out, md, &smithy.CanceledError{Err: err}
		}
		releaseAttempt, err := attemptToken(ctx, retryer)
		if err != nil {
			return out, md, fmt.Errorf("take an attempt token: %w", err)
		}
		c.attempts++
		if c.attempts > 1 {
			// The connection of the last attempt may still read its header.
			req = original.Clone()
			if err := req.RewindStream(); err != nil {
				return out, md, err
			}
			c.resetOutput()
		}
		c.setRequestHeader(ctx, req, maxAttempts)
		c.sent, c.appliedSkew = time.Now(), time.Duration(c.client.skew.Load())
		out, md, err = c.attempt(ctx, middleware.FinalizeInput{Request: req}, next)
		_ = releaseRetry(err)
		_ = releaseAttempt(err)
		if err == nil {
			return out, md, nil
		}

		skewed := c.correctClock(err)
		if !skewed && !retryer.IsErrorRetryable(err) {
			c.logRetry("attempt %d failed and is not retried: %v", c.attempts, err)
			return out, md, err
		}
		if maxAttempts > 0 && c.attempts >= maxAttempts {
			if maxAttempts > 1 {
				err = &nereid.MaxAttemptsError{Attempt: c.attempts, Err: err}
			}
			return out, md, err
		}
		var tokenErr error
		if releaseRetry, tokenErr = retryer.GetRetryToken(ctx, err); tokenErr != nil {
			if !errors.Is(tokenErr, err) {
				tokenErr = errors.Join(err, tokenErr)
			}
			return out, md, tokenErr
		}
		delay, delayErr := retryer.RetryDelay(c.attempts, err)
		if delayErr != nil {
			_ = releaseRetry(delayErr)
			return out, md, errors.Join(err, delayErr)
		}
		if skewed {
			delay = 0 // nothing is overloaded: only the date was wrong
			if c.sourceRegion != "" {
				if original, err = c.presignAnew(ctx, original); err != nil {
					return out, md, err
				}
			}
		}
		c.logRetry("attempt %d failed, the next follows in %s: %v", c.attempts, delay, err)
		if ctxErr := retry.Sleep(ctx, delay); ctxErr != nil {
			_ = releaseRetry(ctxErr)
			return out, md, &smithy.CanceledError{Err: fmt.Errorf("%w while waiting to try again after: %w", ctxErr, err)}
		}
	}
}

// attempt makes one attempt within its time limit, which also bounds the
// reading of the response.
func (c *call) attempt(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	middleware.FinalizeOutput, middleware.Metadata, error,
) {
	if c.opts.AttemptTimeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.opts.AttemptTimeout)
		defer cancel()
	}
	return next.HandleFinalize(ctx, in)
}

// setRequestHeader tells the service which attempt this is, and until when
// somebody waits for the answer.
func (c *call) setRequestHeader(ctx context.Context, req *smithyhttp.Request, maxAttempts int) {
	b := make([]byte, 0, 64)
	b = append(b, "attempt="...)
	b = strconv.AppendInt(b, int64(c.attempts), 10)
	if maxAttempts > 0 {
		b = append(b, "; max="...)
		b = strconv.AppendInt(b, int64(maxAttempts), 10)
	}
	if deadline, ok := ctx.Deadline(); ok {
		skew := time.Duration(c.client.skew.Load())
		b = append(b, "; ttl="...)
		b = deadline.Add(skew).UTC().AppendFormat(b, "20060102T150405Z")
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
	if c.opts.DisableClockSkewCorrection || c.skewCorrected || !retry.IsClockSkew(err) {
		return false
	}
	var re *smithyhttp.ResponseError
	if !errors.As(err, &re) || re.Response == nil {
		return false
	}
	skew, ok := retry.SkewFrom(re.Response.Response, c.sent, time.Now())
	if !ok || !retry.SkewExceeds(c.appliedSkew, skew) {
		return false
	}
	c.skewCorrected = true
	c.client.skew.Store(int64(skew))
	c.logRetry("the clock is %s off the service's, which is corrected for", skew)
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
	return req.SetStream(newFormBody(c.form))
}
