package wait

import (
	"context"
	"math"
	"math/rand/v2"
	"time"

	"github.com/nereid-go/nereid/internal/retry"
)

// A clock says when to poll.
type clock struct {
	start, deadline time.Time
	min, max        time.Duration
	bound           time.Duration // of the next delay, between min and max
	margin          time.Duration // from the last poll to the deadline
	due             time.Time     // when the next poll is; the deadline if there is none
}

func newClock(ctx context.Context, maxWait, minDelay, maxDelay, initial time.Duration) *clock {
	now := time.Now()
	c := &clock{start: now, deadline: now.Add(maxWait), min: minDelay, max: maxDelay, bound: minDelay}
	if d, ok := ctx.Deadline(); ok && d.Before(c.deadline) {
		c.deadline = d
	}
	c.margin = min(minDelay, time.Second, c.deadline.Sub(now)/10)
	c.schedule(now, initial)
	return c
}

func (c *clock) elapsed() time.Duration { return time.Since(c.start) }

// left is the time until the next poll, 0 if there is none.
func (c *clock) left() time.Duration {
	if !c.due.Before(c.deadline) {
		return 0
	}
	// A poll that is overdue counts as due now. Zero would mean that there is
	// no poll.
	return max(time.Until(c.due), 1)
}

// sleep waits until the next poll is due. It returns an error when the context
// is done, at the latest at the deadline. If there is no other poll, it waits
// for that.
func (c *clock) sleep(ctx context.Context) error {
	if c.due.Before(c.deadline) {
		if err := retry.Sleep(ctx, time.Until(c.due)); err != nil {
			return err
		}
		if ctx.Err() == nil && time.Now().Before(c.deadline) {
			return nil
		}
	}
	<-ctx.Done()
	return ctx.Err()
}

// maxSlower limits the factor by which delays grow while polls fail.
const maxSlower = 4

// maxShare limits a pause that the service asks for: to this fraction of the
// remaining time.
const maxShare = 4

// next chooses the time of the next poll. It does not depend on what the caller
// does until then. The delay is random, so that many waits do not poll
// together: it is between the minimum and a bound that doubles from poll to
// poll up to the maximum. If a result has to be confirmed soon, the delay is
// the minimum. After failed polls, the last with err, the delay is several
// times as long. If the service asks for a longer pause, the delay is that
// long, but at most a quarter of the remaining time: one server that asks for
// more must not end the wait. If the service answered some of the last
// requests, the delay is at most the maximum.
func (c *clock) next(failures int, err error, soon, answered bool) {
	now := time.Now()
	delay := c.min
	if !soon || failures > 0 {
		delay += rand.N(c.bound - c.min + 1)
		c.bound = min(times(c.bound, 2), c.max)
	}
	if failures > 0 {
		delay = times(delay, min(int64(1)<<min(failures, 8), maxSlower))
		limit := c.max
		if !answered {
			limit = max(times(c.max, 10), time.Minute)
		}
		delay = max(delay, min(retry.After(err, delay, limit), c.last().Sub(now)/maxShare))
	}
	c.schedule(now, delay)
}

// last is the latest time for a poll: shortly before the deadline, but early
// enough for an answer.
func (c *clock) last() time.Time { return c.deadline.Add(-c.margin) }

// schedule sets the time of the next poll. The last one comes shortly before
// the deadline, and none after it.
func (c *clock) schedule(now time.Time, delay time.Duration) {
	c.due = now.Add(delay)
	last := c.last()
	if !c.due.After(last) {
		return
	}
	c.due = last
	if last.Sub(now) < c.margin {
		c.due = c.deadline // the poll just made was the last
	}
}

// times returns d multiplied by n, or the longest duration if the product is
// larger.
func times(d time.Duration, n int64) time.Duration {
	if d > math.MaxInt64/time.Duration(n) {
		return math.MaxInt64
	}
	return d * time.Duration(n)
}
