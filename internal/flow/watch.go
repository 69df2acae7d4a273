package flow

import (
	"context"
	"iter"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
)

// kept is how long AWS keeps events, minus a margin for differences between
// clocks.
const kept = 14*24*time.Hour - 5*time.Minute

// A Watch polls for events. Event is the service package's type.
type Watch[Event any] struct {
	Start    *time.Time    // nil for Minutes ago
	Minutes  *int32        // nil for 0
	End      *time.Time    // nil for no end
	Interval time.Duration // between two polls, at least a second
	Late     time.Duration // the longest time between the Date of an event and its appearance
	Clock    *ServiceClock // tells the start if Start is nil; nil for the local clock
	OnError  func(error)   // receives errors that do not end the sequence; may be nil

	// List yields the events of all pages. start and minutes are the StartTime and
	// Duration of the describe call. minutes is nil if the Watch has an End: the
	// describe call then has an EndTime instead of a Duration.
	List func(start *time.Time, minutes *int32) iter.Seq2[Event, error]

	// Key returns an event's key. AWS does not give events an identifier, so
	// events with the same key count as equal.
	Key func(*Event) EventKey
}

// An EventKey consists of an event's date, its source's ARN and its message.
type EventKey struct {
	At           time.Time
	ARN, Message string
}

// Events yields each event exactly once, beginning at the start of the Watch.
// The sequence ends when ctx is done, or when no more events dated before End
// can appear. Retryable errors do not end it.
func (w Watch[Event]) Events(ctx context.Context) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		s := watching[Event]{Watch: w, seen: make(map[EventKey]int)}
		s.now, s.ago = time.Now(), time.Duration(nereid.ToInt32(w.Minutes))*time.Minute
		s.from = s.now.Add(-s.ago)
		if w.Start != nil {
			s.from = *w.Start
		}
		s.from = s.from.Truncate(time.Millisecond) // as precise as it is sent, so that the next poll does not list earlier events
		if s.Minutes = nil; w.End == nil {
			s.Minutes = nereid.Int32(int32(14 * 24 * 60)) // the longest time that AWS keeps events
		}
		var none Event
		for {
			last := w.End != nil && time.Now().After(w.End.Add(w.Late))
			more, err := s.look(yield)
			_, passing := retry.Credentials(err, s.now)
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
	now   time.Time        // when the sequence began, by the local clock
	ago   time.Duration    // how long before now the events begin, if Start is nil
	start time.Time        // of the sequence, by the clock of the service; zero if it is not known
	from  time.Time        // start of the next poll
	seen  map[EventKey]int // number of equal events that were yielded, for events since from
}

// place sets s.start, the start of the event sequence by the service's clock,
// and reports whether it did. It sets s.start only if Start is nil, and only
// once, after the first response with a Date.
func (s *watching[Event]) place() bool {
	now, ok := s.Clock.service(s.now)
	if !ok || s.Start != nil || !s.start.IsZero() {
		return false
	}
	s.start = now.Add(-s.ago).Truncate(time.Millisecond)
	return true
}

// look polls once and yields the new events. The result more is false if the
// caller has left the loop over the events.
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
		if s.place() {
			next = s.start
		}
		key := s.Key(&e)
		key.At = key.At.UTC()
		if key.At.Before(s.start) && !key.At.IsZero() {
			continue
		}
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
	if s.place() {
		next = s.start
	}
	s.from = next
	for key := range s.seen {
		if key.At.Before(s.from) && !key.At.IsZero() {
			delete(s.seen, key)
		}
	}
	return true, nil
}
