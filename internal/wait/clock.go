package wait

import (
	"context"
	"math"
	"math/rand/v2"
	"time"

	"github.com/nereid-go/nereid/internal/retry"
)

// A clock determines when to poll.
type clock struct {
	start, deadline time.Time
	min, max        time.Duration
	bound           time.Duration // upper bound of the next delay, between min and max
	margin          time.Duration // time between the last poll and the deadline
	due             time.Time     // time of the next poll; the deadline if there is none
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

// left returns the time until the next poll, or 0 if there is no next poll.
func (c *clock) left() time.Duration {
	if !c.due.Before(c.deadline) {
		return 0
	}
	// An overdue poll is due now. The result must not be 0, which means that
	// there will be no poll.
	return max(time.Until(c.due), 1)
}

// sleep waits until the next poll is due, and returns nil. If there is no next
// poll, it waits until ctx is done. If ctx is done first, it returns ctx's
// error.
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

// maxSlower limits the factor by which delays grow when polls fail.
const maxSlower = 4

// maxShare limits pauses: if the service asks for a pause, the pause is at most
// 1/maxShare of the remaining time.
const maxShare = 4

// next sets the time of the next poll. The time that the caller spends before
// that poll counts toward the delay.
//
// The delay until the next poll is random, so that many waits do not poll in
// step. It is between the minimum delay and a bound that doubles with each
// poll, up to the maximum delay. If soon is true and failures is 0, it is the
// minimum delay.
//
// failures is the number of consecutive polls that failed, and err is the error
// of the last one. After a failed poll, the delay is up to four times as long.
// If the service asks for a longer pause, the delay is that pause, but at most
// a quarter of the remaining time, so that a single response cannot end the
// wait. The pause has a second limit. If answered is true, which means that the
// service answered other requests of the poll, the limit is the maximum delay.
// Otherwise, it is ten times the maximum delay or a minute, whichever is
// longer.
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

// last returns the latest time for a poll: shortly before the deadline, so that
// there is time for a response.
func (c *clock) last() time.Time { return c.deadline.Add(-c.margin) }

// schedule sets the time of the next poll. The last poll is shortly before the
// deadline. There is no poll after it.
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

// times returns d multiplied by n, or the longest duration if the product
// overflows.
func times(d time.Duration, n int64) time.Duration {
	if d > math.MaxInt64/time.Duration(n) {
		return math.MaxInt64
	}
	return d * time.Duration(n)
}
