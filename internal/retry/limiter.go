package retry

import (
	"math"
	"sync"
	"time"
)

// limiter is a token bucket. Between throttling responses, its rate follows a
// cubic curve, as in TCP congestion control. AWS has published the constants
// and formulas for adaptive mode. Rates are in requests per second. Times are
// in seconds since start.
type limiter struct {
	mu      sync.Mutex
	start   time.Time
	enabled bool // set by the first throttling response

	tokens, capacity, fillRate float64
	refilled                   float64

	measuredRate float64 // smoothed rate of sent requests
	measuredAt   float64 // end of the half second that measuredRate covers
	sent         float64 // requests since measuredAt

	maxRate   float64 // rate at the last throttling
	throttled float64
}

const (
	minFillRate   = 0.5
	minCapacity   = 1
	decrease      = 0.7 // of the rate when throttled
	scale         = 0.4 // of the cubic curve
	smoothing     = 0.8
	ratesPerSec   = 2
	maxRateGrowth = 2 // times the measured rate
)

func newLimiter() *limiter { return &limiter{start: time.Now()} }

func (l *limiter) now() float64 { return time.Since(l.start).Seconds() }

// acquire takes a token and returns 0. If there is no token, it returns how
// long the caller must wait before the next try.
func (l *limiter) acquire() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.enabled {
		return 0
	}
	l.refill(l.now())
	if l.tokens >= 1 {
		l.tokens--
		return 0
	}
	// Round up, so that the wait does not end before the token is available.
	return time.Duration((1-l.tokens)/l.fillRate*float64(time.Second)) + 1
}

// update adapts the rate to the outcome of a request.
func (l *limiter) update(throttled bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.record(l.now(), throttled)
}

func (l *limiter) record(now float64, throttled bool) {
	l.measure(now)

	var rate float64
	if throttled {
		l.maxRate = l.measuredRate
		if l.enabled {
			l.maxRate = min(l.maxRate, l.fillRate)
		}
		l.throttled = now
		l.enabled = true
		rate = l.maxRate * decrease
	} else {
		rate = cubic(now-l.throttled, l.maxRate)
	}
	rate = min(rate, maxRateGrowth*l.measuredRate)

	l.refill(now)
	l.fillRate = max(rate, minFillRate)
	l.capacity = max(rate, minCapacity)
	l.tokens = min(l.tokens, l.capacity)
}

// cubic returns the rate at elapsed seconds after the last throttling. maxRate
// is the rate before the throttling. The rate returns to maxRate, stays near it
// for a while, then exceeds it.
func cubic(elapsed, maxRate float64) float64 {
	x := elapsed - math.Cbrt(maxRate*(1-decrease)/scale)
	return scale*x*x*x + maxRate
}

// measure adds a request to the measured rate.
func (l *limiter) measure(now float64) {
	l.sent++
	at := math.Floor(now*ratesPerSec) / ratesPerSec
	if at > l.measuredAt {
		l.measuredRate = smoothing*l.sent/(at-l.measuredAt) + (1-smoothing)*l.measuredRate
		l.sent = 0
		l.measuredAt = at
	}
}

func (l *limiter) refill(now float64) {
	l.tokens = min(l.tokens+(now-l.refilled)*l.fillRate, l.capacity)
	l.refilled = now
}
