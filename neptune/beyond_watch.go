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
	// Time between two looks; 30 seconds if 0.
	Interval time.Duration

	// How late an event can show, by its Date; 5 minutes if 0. Events are read again for as long, and
	// those that were yielded are left out.
	Late time.Duration

	// OnError is told of each error after which the watch goes on. It may be nil.
	OnError func(error)

	// ClientOptions change the options of the client for the calls.
	ClientOptions []func(*Options)
}

// eventsKept is for how long AWS keeps events, with a margin for clocks that differ.
const eventsKept = 14*24*time.Hour - 5*time.Minute

// WatchEvents yields the events that [Client.DescribeEvents] lists with params, and then each new one,
// until ctx is done. Nil params are empty ones. The oldest event of a look comes first.
//
// It begins at StartTime, or Duration minutes ago, or now. With EndTime it ends by itself when no event
// of before can show any more. Each event is yielded once. No event is left out, unless looks fail for
// 14 days, or it shows later than Late.
//
// Throttling, and errors for which an attempt can be repeated, do not end it: the next look finds what
// was missed. Any other error ends it, and that of ctx.
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
			w.in.Duration = nereid.Int32(int32(14 * 24 * 60)) // from StartTime on: all that AWS keeps
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

// A watch is how far a [WatchEvents] has come.
type watch struct {
	in   DescribeEventsInput
	from time.Time         // of the next look
	end  *time.Time        // nil for never
	seen map[seenEvent]int // how many equal events were yielded, of those from then on
}

// A seenEvent is what tells an event from another. AWS gives events no identifier.
type seenEvent struct {
	at           time.Time
	arn, message string
}

// look yields the events of one look that were not yielded before. It reports false if the caller
// wants no more.
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
