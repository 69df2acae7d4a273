package recovery

import (
	"errors"
	"time"

	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid/internal/retry"
)

const (
	// dateMargin is how far the clocks of a service may be apart.
	dateMargin = 5 * time.Second

	// clockMargin is how far the local clock may be off without a refusal of the
	// signature, which would correct it.
	clockMargin = retry.SkewThreshold
)

// A window is when the first attempt in doubt began, by the clock of the service.
type window struct {
	from, to time.Time // it began between these
	margin   time.Duration
	dated    bool // by a Date of the service
}

// An age is how a resource relates to the first attempt in doubt.
type age int

const (
	ageUnknown age = iota
	older          // than the attempt
	younger
)

// windowBy computes the window when the refusal has just come. The Date of the refusal,
// less what has passed since the attempt, is the beginning of the attempt or a little
// before. Two measures of what has passed are taken: the monotonic clock does not run
// while the machine sleeps, and the local clock can be set.
func (s *State) windowBy(refusal error, now time.Time) window {
	var re *smithyhttp.ResponseError
	if errors.As(refusal, &re) && re.Response != nil {
		if date, ok := retry.Date(re.Response.Response, s.began, now); ok {
			ticked, shown := now.Sub(s.first), now.Round(0).Sub(s.first.Round(0))
			return window{from: date.Add(-max(ticked, shown)), to: date.Add(-min(ticked, shown)), margin: dateMargin, dated: true}
		}
	}
	at := s.first.Add(s.skew).Round(0)
	return window{from: at, to: at, margin: clockMargin}
}

// ageOf tells how a time of the service relates to the window.
func (w *window) ageOf(made time.Time) age {
	switch {
	case made.Before(w.from.Add(-w.margin)):
		return older
	case w.dated && !made.Before(w.to.Add(-w.margin)), !w.dated && made.After(w.to.Add(w.margin)):
		return younger
	}
	return ageUnknown
}
