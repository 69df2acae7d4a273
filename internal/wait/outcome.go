package wait

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
)

// A tracker is what is known of one resource that is waited for.
type tracker[Item any] struct {
	name     string
	attempts int
	hits     int // polls in a row that found the wanted state
	misses   int // polls in a row that found nothing
	failures int // polls in a row that failed
	status   string
	reason   string
	output   any
	cause    error // of the last poll
}

func (w *Waiter[In, Out, Item, Opt]) resource(t *tracker[Item]) string {
	if t.name == "" {
		return w.Kind.Noun + "s"
	}
	return w.Kind.Noun + " " + t.name
}

func (w *Waiter[In, Out, Item, Opt]) waitError(t *tracker[Item], c *clock) *nereid.WaitError {
	return &nereid.WaitError{
		Resource: w.resource(t), Wanted: w.Goal.Wanted,
		LastStatus: t.status, LastOutput: t.output,
		Attempts: t.attempts, Elapsed: c.elapsed(), Cause: t.cause,
	}
}

// failed is the error of a wait that a poll ended.
func (w *Waiter[In, Out, Item, Opt]) failed(t *tracker[Item], c *clock, cause error) error {
	if errors.Is(cause, context.Canceled) || errors.Is(cause, context.DeadlineExceeded) {
		return w.ended(t, c, cause)
	}
	e := w.waitError(t, c)
	switch {
	case errors.Is(cause, errFailure):
		e.Outcome, e.Reason, e.Cause = nereid.ErrWaitFailed, t.reason, nil
	case errors.Is(cause, errMissing):
		e.Outcome = nereid.ErrWaitFailed
		if e.Cause == nil {
			e.Cause = missingError{w.resource(t)}
		}
	case t.cause != nil:
		e.Outcome, e.Cause = nereid.ErrWaitPoll, cause
	default:
		// The caller's own Retryable saw a failure in an output.
		e.Outcome, e.Cause = nereid.ErrWaitFailed, cause
	}
	return e
}

// ended is the error of a wait that its context ended. What the last poll
// failed with, if it did, is the better explanation of a timeout.
func (w *Waiter[In, Out, Item, Opt]) ended(t *tracker[Item], c *clock, cause error) error {
	e := w.waitError(t, c)
	if errors.Is(cause, context.Canceled) {
		e.Outcome, e.Cause = nereid.ErrWaitCanceled, cause
		return e
	}
	e.Outcome = nereid.ErrWaitTimeout
	if t.failures == 0 {
		e.Cause = nil
	}
	return e
}

// A missingError says that a list did not hold what was asked for, which some
// operations answer in place of a fault.
type missingError struct{ resource string }

func (e missingError) Error() string { return e.resource + " was not found" }

// Is matches nereid.ErrNotFound.
func (e missingError) Is(target error) bool { return target == nereid.ErrNotFound }

// A clock says when to poll.
type clock struct {
	start, deadline time.Time
	min, max        time.Duration
	delay           time.Duration // before the next poll
	polls           int
	soon            bool // the wanted state was seen and is to be confirmed
}

func newClock(ctx context.Context, maxWait, minDelay, maxDelay, initial time.Duration) *clock {
	c := &clock{start: time.Now(), min: minDelay, max: maxDelay, delay: initial}
	c.deadline = c.start.Add(maxWait)
	if d, ok := ctx.Deadline(); ok && d.Before(c.deadline) {
		c.deadline = d
	}
	return c
}

func (c *clock) elapsed() time.Duration { return time.Since(c.start) }

// sleep waits until the next poll is due. It fails when the context is done, and
// with context.DeadlineExceeded when the deadline comes first: at the deadline
// itself, not earlier.
func (c *clock) sleep(ctx context.Context) error {
	if err := retry.Sleep(ctx, c.delay); err != nil {
		return err
	}
	if !time.Now().Before(c.deadline) {
		return context.DeadlineExceeded
	}
	return nil
}

// next chooses the delay to the next poll: between the minimum and a bound that
// doubles from poll to poll up to the maximum, at random, so that many waits do
// not poll together. Polls that failed make it longer than that.
func (c *clock) next(failures int, err error) {
	c.polls++
	bound := c.max
	if shift := c.polls - 1; shift < 16 && c.min<<shift < c.max {
		bound = c.min << shift
	}
	switch {
	case failures > 0:
		longer := c.min << min(failures, 16)
		if longer > 4*c.max || longer <= 0 {
			longer = 4 * c.max
		}
		c.delay = retry.After(err, longer/2+rand.N(longer/2+1), 10*c.max)
		c.delay = max(c.delay, c.min)
	case c.soon:
		c.delay = c.min
	default:
		c.delay = c.min + rand.N(bound-c.min+1)
	}
	c.soon = false

	// The last poll comes shortly before the deadline, and none after it.
	last := time.Until(c.deadline) - min(c.min, time.Second)
	if c.delay > last && last > 0 {
		c.delay = last
	}
}
