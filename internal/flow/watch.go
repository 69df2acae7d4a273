package flow

import (
	"context"
	"iter"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
)

// kept is how long AWS keeps events, less a margin for clocks that differ.
const kept = 14*24*time.Hour - 5*time.Minute

// A Watch lists events again and again. Event is the type of the service package.
type Watch[Event any] struct {
	Start    *time.Time    // nil for Minutes ago
	Minutes  *int32        // nil for 0
	End      *time.Time    // nil for no end
	Interval time.Duration // between two polls, at least a second
	Late     time.Duration // the longest time between the Date of an event and its appearance
	OnError  func(error)   // nil, or receives the errors that do not end the sequence

	// List yields the events of all pages. minutes is nil if there is an end.
	List func(start *time.Time, minutes *int32) iter.Seq2[Event, error]

	// Key returns the key of an event. Events with the same key are equal,
	// because AWS gives events no identifier.
	Key func(*Event) EventKey
}

// An EventKey is the date, the ARN of the source and the message of an event.
type EventKey struct {
	At           time.Time
	ARN, Message string
}

// Events yields each event once, from the start on, until ctx is done or, with an end, until no
// earlier event can appear any more. Retryable errors do not end the sequence.
func (w Watch[Event]) Events(ctx context.Context) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		s := watching[Event]{Watch: w, seen: make(map[EventKey]int)}
		s.from = time.Now().Add(-time.Duration(nereid.ToInt32(w.Minutes)) * time.Minute)
		if w.Start != nil {
			s.from = *w.Start
		}
		s.from = s.from.Truncate(time.Millisecond) // as it is sent, so that the next poll lists nothing from before
		if s.Minutes = nil; w.End == nil {
			s.Minutes = nereid.Int32(int32(14 * 24 * 60)) // all that AWS keeps, from the start on
		}
		var none Event
		began := time.Now()
		for {
			last := w.End != nil && time.Now().After(w.End.Add(w.Late))
			more, err := s.look(yield)
			_, passing := retry.Credentials(err, began)
			switch {
			case !more:
				return
			case err != nil && ctx.Err() == nil && (passing || retry.IsRetryable(err) || nereid.CategoryOf(err) == nereid.ErrThrottled):
				if w.OnError != nil {
					w.OnError(err)
				}
			case err != nil:
				yield(none, err)
				return
			case last:
				return
			}
			if err := retry.Sleep(ctx, max(w.Interval, time.Second)); err != nil {
				yield(none, ctx.Err())
				return
			}
		}
	}
}

// watching is the state of one sequence.
type watching[Event any] struct {
	Watch[Event]
	from time.Time        // start of the next poll
	seen map[EventKey]int // number of equal events that were yielded, for events since from
}

// look polls once and yields the new events. It returns false if the caller left the loop.
func (s *watching[Event]) look(yield func(Event, error) bool) (more bool, err error) {
	if oldest := time.Now().Add(-kept).Truncate(time.Second); s.from.Before(oldest) {
		s.from = oldest
	}
	from, next := s.from, s.from
	found := make(map[EventKey]int)
	for e, err := range s.List(&from, s.Minutes) {
		if err != nil {
			return true, err
		}
		key := s.Key(&e)
		key.At = key.At.UTC()
		if found[key]++; found[key] <= s.seen[key] {
			continue
		}
		s.seen[key] = found[key]
		if t := key.At.Add(-s.Late).Truncate(time.Second); t.After(next) {
			next = t
		}
		if !yield(e, nil) {
			return false, nil
		}
	}
	s.from = next
	for key := range s.seen {
		if key.At.Before(s.from) && !key.At.IsZero() {
			delete(s.seen, key)
		}
	}
	return true, nil
}
