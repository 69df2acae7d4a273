package neptune

import (
	"context"
	"iter"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/flow"
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

// WatchEvents yields the events that [Client.DescribeEvents] lists with params, and then each new
// event, until ctx is done. Nil params mean no parameters. The events of one poll are in chronological
// order.
//
// WatchEvents begins at StartTime, or Duration minutes ago, or now if both are nil; the time is that of
// the local clock. If EndTime is set,
// the sequence ends once no earlier event can appear any more. Each event is yielded once. An event is
// missed only if polls fail for 14 days, or if the event appears later than Late.
//
// Throttling, retryable errors and, for 15 minutes, missing credentials do not end the sequence: the
// next poll finds the missed events. Any other error ends it, and so does the end of ctx.
func WatchEvents(ctx context.Context, client DescribeEventsAPIClient, params *DescribeEventsInput, optFns ...func(*WatchEventsOptions)) iter.Seq2[types.Event, error] {
	o := WatchEventsOptions{Interval: 30 * time.Second, Late: 5 * time.Minute}
	for _, fn := range optFns {
		fn(&o)
	}
	in := valueOf(params)
	in.Marker = nil
	return flow.Watch[types.Event]{
		Start: in.StartTime, Minutes: in.Duration, End: in.EndTime, Interval: o.Interval, Late: o.Late, OnError: o.OnError,
		List: func(start *time.Time, minutes *int32) iter.Seq2[types.Event, error] {
			in := in
			in.StartTime, in.Duration = start, minutes
			return NewDescribeEventsPaginator(client, &in).All(ctx, o.ClientOptions...)
		},
		Key: func(e *types.Event) flow.EventKey {
			return flow.EventKey{At: nereid.ToTime(e.Date), ARN: nereid.ToString(e.SourceArn), Message: nereid.ToString(e.Message)}
		},
	}.Events(ctx)
}
