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
	"github.com/nereid-go/nereid/internal/clientopt"
	"github.com/nereid-go/nereid/internal/retry"
)

// retrying sends the request until an attempt succeeds or the retryer stops.
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
		releaseAttempt, tokenErr := clientopt.AttemptToken(ctx, retryer)
		if tokenErr != nil {
			_ = releaseRetry(tokenErr)
			return out, md, c.givenUp(ctx, err, fmt.Errorf("acquire an attempt token: %w", tokenErr))
		}
		c.attempts.n++
		req := original
		if c.attempts.n > 1 || c.chain.custom {
			// Send a clone, because the previous attempt's connection may still be
			// reading the header, and a middleware may add headers.
			req = original.Clone()
		}
		if c.attempts.n > 1 {
			if rewindErr := req.RewindStream(); rewindErr != nil {
				_ = releaseRetry(rewindErr)
				_ = releaseAttempt(rewindErr)
				return out, md, c.givenUp(ctx, err, rewindErr)
			}
		}
		c.attempts.sent, c.clock.skew, c.attempts.answered = time.Now(), c.clockOffset(), false
		c.reply.requestID, c.reply.code = "", ""
		if c.recovery != nil {
			c.recovery.Begin(c.attempts.sent, c.clock.skew)
		}
		c.setRequestHeader(ctx, req, attempt, maxAttempts)
		out, md, err = c.attempt(ctx, middleware.FinalizeInput{Request: req}, next)
		outcome := err
		if c.recovery != nil && !c.opts.DisableRecovery && c.recovery.Expected(err) {
			outcome = nil // the service works: the rejection may be due to an earlier attempt
		}
		_ = releaseRetry(outcome)
		_ = releaseAttempt(outcome)
		if err == nil {
			c.client.accept()
			return out, md, nil
		}

		renewed, err := c.renew(ctx, err)
		if c.recovery != nil {
			if stop := c.recovery.Failed(err); stop != nil {
				return out, md, stop
			}
		}
		again := renewed || c.correctClock(err) // with a new signature, which the service has not rejected yet
		if !again && !c.retryable(retryer, err) {
			c.logRetry("attempt failed", "error", err, "retried", false)
			return out, md, err
		}
		if ctx.Err() != nil {
			return out, md, c.givenUp(ctx, err, ctx.Err()) // before GetRetryToken, which would use up the quota
		}
		if maxAttempts > 0 && attempt >= maxAttempts {
			c.logRetry("last attempt failed", "error", err, "retried", false)
			if maxAttempts > 1 {
				err = &nereid.MaxAttemptsError{Attempt: attempt, Err: err}
			}
			return out, md, err
		}
		if releaseRetry, tokenErr = retryer.GetRetryToken(ctx, err); tokenErr != nil {
			c.logRetry("attempt failed", "error", tokenErr, "retried", false)
			return out, md, c.givenUp(ctx, err, tokenErr)
		}
		var delay time.Duration // no delay if only the signature was wrong, because the service is not overloaded then
		if !again {
			var delayErr error
			if delay, delayErr = retryer.RetryDelay(attempt, err); delayErr != nil {
				_ = releaseRetry(delayErr)
				return out, md, c.givenUp(ctx, err, delayErr)
			}
		}
		c.logRetry("attempt failed", "error", err, "retried", true, "delay", delay)
		if sleepErr := retry.Sleep(ctx, delay); sleepErr != nil {
			_ = releaseRetry(sleepErr)
			return out, md, c.givenUp(ctx, err, sleepErr)
		}
	}
}

// retryable reports whether the attempt may be repeated. If recovery is
// disabled, it returns false after an unreadable response, because the service
// may have carried out the attempt and would then reject a repetition.
func (c *call) retryable(retryer nereid.Retryer, err error) bool {
	var unreadable *smithy.DeserializationError
	var response *smithyhttp.ResponseError
	if c.opts.DisableRecovery && c.recovery != nil && errors.As(err, &unreadable) && c.recovery.InDoubt() &&
		errors.As(err, &response) && response.HTTPStatusCode()/100 != 4 {
		return false
	}
	return retryer.IsErrorRetryable(err)
}

// givenUp returns the error of a call that makes no more attempts. The argument
// why is the reason. err is the last attempt's error, or nil if there was no
// attempt.
func (c *call) givenUp(ctx context.Context, err, why error) error {
	switch {
	case ctx.Err() != nil && err != nil:
		return &smithy.CanceledError{Err: fmt.Errorf("%w while waiting to retry after: %w", ended(ctx), err)}
	case ctx.Err() != nil:
		return &smithy.CanceledError{Err: ended(ctx)}
	case err == nil || errors.Is(why, err): // for example a *retry.QuotaError, which wraps err
		return why
	}
	return fmt.Errorf("%w (not retried: %w)", err, why)
}

// attempt makes one attempt. Its time limit includes reading the response. When
// it returns, the response is closed.
func (c *call) attempt(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, md middleware.Metadata, err error,
) {
	if c.opts.TracerProvider != nil || c.opts.MeterProvider != nil {
		var finish func(error)
		ctx, finish = c.observeAttempt(ctx)
		err = errPanicked // unless it is overwritten
		defer func() { finish(err) }()
	}
	ctx, cancel := c.limited(ctx)
	defer cancel()
	defer c.closeBody()
	if req, ok := in.Request.(*smithyhttp.Request); ok && c.form.sourceRegion != "" && (c.attempts.n > 1 || c.form.unsigned != nil) {
		req, err := c.presignAgain(ctx, req)
		if err != nil {
			return middleware.FinalizeOutput{}, middleware.Metadata{}, err
		}
		in.Request = req
	}
	return next.HandleFinalize(ctx, in)
}

// limited returns a context with the time limit for one attempt.
func (c *call) limited(ctx context.Context) (context.Context, context.CancelFunc) {
	if c.timeout.after > 0 {
		return context.WithTimeoutCause(ctx, c.timeout.after, &c.timeout)
	}
	return context.WithCancel(ctx)
}

// closeBody closes the response body if it was not read, for example because a
// middleware failed or panicked before the deserializer.
func (c *call) closeBody() {
	if c.reply.body != nil {
		_ = c.reply.body.Close()
		c.reply.body = nil
	}
}

// ended returns a done context's error together with its cause, if it has one.
func ended(ctx context.Context) error {
	err, cause := ctx.Err(), context.Cause(ctx)
	if errors.Is(err, cause) {
		return err
	}
	return fmt.Errorf("%w: %w", err, cause)
}

// interrupted returns the reason why an attempt failed with err: that the
// caller's context has ended, or that the attempt exceeded its time limit. If
// neither is the case, it returns err.
func (c *call) interrupted(ctx context.Context, err error) error {
	switch {
	case c.Err() != nil:
		return &smithy.CanceledError{Err: ended(c)}
	case errors.Is(context.Cause(ctx), &c.timeout):
		return &c.timeout
	}
	return err
}

// An attemptTimeoutError means that one attempt exceeded its time limit.
type attemptTimeoutError struct{ after time.Duration }

func (e *attemptTimeoutError) Error() string { return fmt.Sprintf("no response within %s", e.after) }

// Timeout returns true. Retryers call it to recognize timeouts.
func (e *attemptTimeoutError) Timeout() bool { return true }

// RetryableError returns true, because another attempt may succeed.
func (e *attemptTimeoutError) RetryableError() bool { return true }

// setRequestHeader sets the Amz-Sdk-Request header: the attempt's number, the
// maximum number of attempts, and the attempt's deadline.
func (c *call) setRequestHeader(ctx context.Context, req *smithyhttp.Request, attempt, maxAttempts int) {
	deadline, bounded := ctx.Deadline()
	if attempt == 1 && maxAttempts == 3 && !bounded && c.attempts.n == 1 {
		c.setHeader(req.Header, "Amz-Sdk-Request", headerRequest, "attempt=1; max=3") // the most frequent case
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
		b = deadline.Add(c.clock.skew).UTC().AppendFormat(b, "20060102T150405Z")
	}
	if c.attempts.n == 1 {
		c.setHeader(req.Header, "Amz-Sdk-Request", headerRequest, string(b))
	} else {
		req.Header["Amz-Sdk-Request"] = []string{string(b)}
	}
}
