package neptune

import (
	"context"
	"iter"
	"slices"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/flow"
	"github.com/nereid-go/nereid/neptune/types"
)

// WatchEventsOptions are the options of [WatchEvents].
type WatchEventsOptions struct {
	// Interval is the time between polls. The default is 30 seconds, and the minimum is 1 second.
	Interval time.Duration

	// Late is how long after an event's Date AWS may list the event. The default is 5 minutes.
	// WatchEvents can miss an event that AWS lists later. Each poll lists recent events again, and
	// skips events that were already yielded.
	Late time.Duration

	// OnError, if set, is called with each error that does not end the sequence of events.
	OnError func(error)

	// ClientOptions change the client's options for all calls.
	ClientOptions []func(*Options)
}

// WatchEvents yields the events that [Client.DescribeEvents] lists for params, and then polls and
// yields new events, until ctx is done. Nil params have the same effect as an empty input. The
// events of one poll are in chronological order.
//
// WatchEvents yields events from the StartTime of params onward. If StartTime is nil, the sequence
// begins Duration minutes ago; if Duration is nil too, it begins now. WatchEvents takes the current
// time from the Date header of the service's responses, or from the local clock if the responses do
// not have that header. If EndTime is set, the sequence ends once [WatchEventsOptions].Late has
// passed after EndTime. Each event is yielded once. An event is missed only if polls fail for 14
// days, or if AWS lists the event later than [WatchEventsOptions].Late allows.
//
// Throttling and other retryable errors do not end the sequence, and neither does a loss of
// credentials for up to 15 minutes. The next successful poll also yields the events since the last
// successful poll. Any other error, including ctx.Err(), is yielded and ends the sequence.
func WatchEvents(ctx context.Context, client DescribeEventsAPIClient, params *DescribeEventsInput, optFns ...func(*WatchEventsOptions)) iter.Seq2[types.Event, error] {
	o := WatchEventsOptions{Interval: 30 * time.Second, Late: 5 * time.Minute}
	for _, fn := range optFns {
		fn(&o)
	}
	in := valueOf(params)
	in.Marker = nil
	clock := new(flow.ServiceClock)
	clientOptions := append(slices.Clip(o.ClientOptions), WithAPIOptions(clock.Read))
	return flow.Watch[types.Event]{
		Start: in.StartTime, Minutes: in.Duration, End: in.EndTime, Interval: o.Interval, Late: o.Late, OnError: o.OnError, Clock: clock,
		List: func(start *time.Time, minutes *int32) iter.Seq2[types.Event, error] {
			in := in
			in.StartTime, in.Duration = start, minutes
			return NewDescribeEventsPaginator(client, &in).All(ctx, clientOptions...)
		},
		Key: func(e *types.Event) flow.EventKey {
			return flow.EventKey{At: nereid.ToTime(e.Date), ARN: nereid.ToString(e.SourceArn), Message: nereid.ToString(e.Message)}
		},
	}.Events(ctx)
}
