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

	// clockMargin is the error of the local clock up to which AWS accepts
	// signatures. A larger error leads to a rejection, which corrects the
	// clock.
	clockMargin = retry.SkewThreshold
)

// A window is the time in which the first attempt in doubt began, by the clock
// of the service.
type window struct {
	from, to time.Time // it began between these
	margin   time.Duration
	dated    bool // by a Date of the service
}

// An age says whether a resource is older or younger than the first attempt in
// doubt.
type age int

const (
	ageUnknown age = iota
	older          // than the attempt
	younger
)

// windowBy computes the window right after the rejection arrives. The Date of
// the rejection minus the time since the attempt is the beginning of the
// attempt or a little before it. The time since the attempt is measured in two
// ways, because the monotonic clock stops while the machine sleeps, and the
// local clock can be set.
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

// ageOf compares a time of the service with the window.
func (w *window) ageOf(made time.Time) age {
	switch {
	case made.Before(w.from.Add(-w.margin)):
		return older
	case w.dated && !made.Before(w.to.Add(-w.margin)), !w.dated && made.After(w.to.Add(w.margin)):
		return younger
	}
	return ageUnknown
}
