package neptune

import (
	"context"
	"iter"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/neptune/types"
)

// WatchEventsOptions are the options of [WatchEvents].
type WatchEventsOptions struct {
	// Interval is the time between two polls, by default 30 seconds and at least 1 second.
	Interval time.Duration

	// Late is the longest time between the Date of an event and its appearance in the list, by default
	// 5 minutes. Each poll reads the events of that time again and skips those that were already
	// yielded.
	Late time.Duration

	// OnError, if set, is called with each error that does not end the sequence.
	OnError func(error)

	// ClientOptions change the options of the client for all calls.
	ClientOptions []func(*Options)
}

// eventsKept is how long AWS keeps events, less a margin for clocks that differ.
const eventsKept = 14*24*time.Hour - 5*time.Minute

// WatchEvents yields the events that [Client.DescribeEvents] lists with params, and then each new
// event, until ctx is done. Nil params mean no parameters. The events of one poll are in chronological
// order.
//
// WatchEvents begins at StartTime, or Duration minutes ago, or now if both are nil. If EndTime is set,
// the sequence ends once no earlier event can appear any more. Each event is yielded once. An event is
// missed only if polls fail for 14 days, or if the event appears later than Late.
//
// Throttling and retryable errors do not end the sequence: the next poll finds the missed events. Any
// other error ends it, and so does the end of ctx.
func WatchEvents(ctx context.Context, client DescribeEventsAPIClient, params *DescribeEventsInput, optFns ...func(*WatchEventsOptions)) iter.Seq2[types.Event, error] {
	o := WatchEventsOptions{Interval: 30 * time.Second, Late: 5 * time.Minute}
	for _, fn := range optFns {
		fn(&o)
	}
	return func(yield func(types.Event, error) bool) {
		w := watch{in: valueOf(params), seen: make(map[seenEvent]int)}
		w.end, w.in.Marker = w.in.EndTime, nil
		w.from = time.Now().Add(-time.Duration(nereid.ToInt32(w.in.Duration)) * time.Minute)
		if w.in.StartTime != nil {
			w.from = *w.in.StartTime
		}
		if w.in.Duration = nil; w.end == nil {
			w.in.Duration = nereid.Int32(int32(14 * 24 * 60)) // all that AWS keeps, from StartTime on
		}
		for {
			last := w.end != nil && time.Now().After(w.end.Add(o.Late))
			switch more, err := w.look(ctx, client, &o, yield); {
			case !more:
				return
			case err != nil && ctx.Err() == nil && (retry.IsRetryable(err) || nereid.CategoryOf(err) == nereid.ErrThrottled):
				if o.OnError != nil {
					o.OnError(err)
				}
			case err != nil:
				yield(types.Event{}, err)
				return
			case last:
				return
			}
			timer := time.NewTimer(max(o.Interval, time.Second))
			select {
			case <-ctx.Done():
				timer.Stop()
				yield(types.Event{}, ctx.Err())
				return
			case <-timer.C:
			}
		}
	}
}

// A watch is the state of one [WatchEvents].
type watch struct {
	in   DescribeEventsInput
	from time.Time         // StartTime of the next poll
	end  *time.Time        // nil for no end
	seen map[seenEvent]int // number of equal events that were yielded, for events since from
}

// A seenEvent identifies an event. AWS gives events no identifier.
type seenEvent struct {
	at           time.Time
	arn, message string
}

// look polls once and yields the new events. It returns false if the caller left the loop.
func (w *watch) look(ctx context.Context, client DescribeEventsAPIClient, o *WatchEventsOptions, yield func(types.Event, error) bool) (more bool, err error) {
	if oldest := time.Now().Add(-eventsKept); w.from.Before(oldest) {
		w.from = oldest
	}
	from, next := w.from, w.from
	w.in.StartTime = &from
	found := make(map[seenEvent]int)
	for e, err := range NewDescribeEventsPaginator(client, &w.in).All(ctx, o.ClientOptions...) {
		if err != nil {
			return true, err
		}
		key := seenEvent{at: nereid.ToTime(e.Date).UTC(), arn: nereid.ToString(e.SourceArn), message: nereid.ToString(e.Message)}
		if found[key]++; found[key] <= w.seen[key] {
			continue
		}
		w.seen[key] = found[key]
		if t := key.at.Add(-o.Late); t.After(next) {
			next = t
		}
		if !yield(e, nil) {
			return false, nil
		}
	}
	w.from = next
	for key := range w.seen {
		if key.at.Before(w.from) {
			delete(w.seen, key)
		}
	}
	return true, nil
}
