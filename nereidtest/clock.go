package nereidtest

import (
	"math"
	"time"
)

// A clock determines when the statuses of resources change. It either runs at a
// multiple of the speed of time.Now, which is virtual in a testing/synctest
// bubble, or moves only when it is advanced. It never goes backward.
type clock struct {
	speed float64   // 0 if only advance moves the clock
	base  time.Time // the time of the state clock at start
	start time.Time
	last  time.Time
}

const (
	clockTick = time.Millisecond // the resolution of times in AWS's replies
	maxSpeed  = 1e6
)

func newClock(speed float64, base time.Time) *clock {
	base = base.Round(0).UTC().Truncate(clockTick)
	return &clock{speed: speed, base: base, start: time.Now(), last: base}
}

func (c *clock) now() time.Time {
	t := c.base
	if c.speed != 0 {
		t = c.run()
	}
	t = t.Truncate(clockTick)
	if t.Before(c.last) {
		return c.last
	}
	c.last = t
	return t
}

// run returns the time of a running clock, which is base plus the time elapsed
// since start. A Duration can represent at most about 292 years. When half of
// that has elapsed, run moves the elapsed time into base and resets start. It
// does not do so at every reading, because rounding errors would accumulate.
func (c *clock) run() time.Time {
	const most = float64(math.MaxInt64 / 2)
	now := time.Now()
	ran := float64(now.Sub(c.start)) * c.speed
	if ran < most {
		return c.base.Add(time.Duration(ran))
	}
	for ; ran >= most; ran -= most {
		c.base = c.base.Add(time.Duration(most))
	}
	c.base, c.start = c.base.Add(time.Duration(ran)), now
	return c.base
}

func (c *clock) advance(d time.Duration) { c.base = c.base.Add(d) }
