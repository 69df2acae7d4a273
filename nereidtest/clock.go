package nereidtest

import (
	"math"
	"time"
)

// A clock tells the time by which states move. It follows time.Now (that of the
// bubble in a testing/synctest test), speed times as fast, or stands still
// until it is advanced. It never goes back.
type clock struct {
	speed float64   // 0 for one that only advance moves
	base  time.Time // what the clock showed when the wall showed start
	start time.Time
	last  time.Time
}

const clockTick = time.Millisecond // the resolution of the times that AWS shows

func newClock(speed float64, base time.Time) *clock {
	base = base.Round(0).UTC().Truncate(clockTick)
	return &clock{speed: speed, base: base, start: time.Now(), last: base}
}

func (c *clock) now() time.Time {
	t := c.base
	if c.speed != 0 {
		ran := float64(time.Since(c.start)) * c.speed
		t = t.Add(time.Duration(min(ran, math.MaxInt64/2)))
	}
	t = t.Truncate(clockTick)
	if t.Before(c.last) {
		return c.last
	}
	c.last = t
	return t
}

func (c *clock) advance(d time.Duration) { c.base = c.base.Add(d) }
