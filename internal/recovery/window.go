package recovery

import (
	"errors"
	"time"

	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid/internal/retry"
)

const (
	// dateMargin is the assumed maximum difference between the clocks of two
	// servers of a service.
	dateMargin = 5 * time.Second

	// clockMargin is the assumed maximum error of the local clock. If the error is
	// larger, AWS rejects the request's signature, and the client corrects its
	// clock.
	clockMargin = retry.SkewThreshold
)

// A window is the range of times in which the first attempt with an unknown
// outcome may have begun, by the service's clock.
type window struct {
	from, to time.Time // the attempt began between these times
	margin   time.Duration
	dated    bool // computed from a Date of the service
}

// An age is a resource's age relative to the first attempt with an unknown
// outcome.
type age int

const (
	ageUnknown age = iota
	older          // the resource is older than the attempt
	younger
)

// windowBy returns the range of times in which the first attempt with an
// unknown outcome may have begun. It must be called when the rejection has just
// arrived. It subtracts the time that has passed since that attempt began from
// the rejection's Date header. It measures the time that has passed with both
// the monotonic clock and the wall clock, because the monotonic clock stops
// while the machine sleeps, and the wall clock can be set. If the header cannot
// be used, windowBy uses the local clock.
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
