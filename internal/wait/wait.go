package wait

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"time"

	"github.com/aws/smithy-go/logging"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/page"
)

// The default delays between polls of all waiters.
const (
	DefaultMinDelay = 30 * time.Second
	DefaultMaxDelay = 120 * time.Second
)

// Delays returns minDelay and maxDelay, with the default in place of a zero
// delay. If the default minimum exceeds the given maximum, the maximum is used
// for both. If the given minimum exceeds the default maximum, the minimum is
// used for both.
func Delays(minDelay, maxDelay time.Duration) (time.Duration, time.Duration) {
	if minDelay == 0 {
		minDelay = DefaultMinDelay
	}
	if maxDelay == 0 {
		maxDelay = DefaultMaxDelay
	}
	switch {
	case minDelay <= maxDelay || maxDelay < 0:
	case maxDelay == DefaultMaxDelay:
		maxDelay = minDelay
	case minDelay == DefaultMinDelay:
		minDelay = maxDelay
	}
	return minDelay, maxDelay
}

// Settings are the wait options whose types are the same for all resource
// types. Package describe documents them.
type Settings struct {
	MinDelay        time.Duration
	MaxDelay        time.Duration
	InitialDelay    time.Duration
	ConsecutiveHits int
	FailureStates   []string
	RequireSettled  bool
	LogWaitAttempts bool
}

// An Engine is a single wait. It must not be used twice. Pointers to inputs,
// outputs and items are passed as any. Package describe provides the types.
type Engine struct {
	Resource  *Resource
	Condition *Condition
	Params    any // a nil pointer to an input
	Output    any // a nil pointer to an output
	Settings  Settings

	// Ask makes one describe call. It stores the client's retryer and logger in c.
	// If there is no output, out is an untyped nil, not a typed nil pointer.
	Ask func(ctx context.Context, params any, c *PollClient) (out any, err error)

	// Retryable decides after a poll, see [Default].
	Retryable func(ctx context.Context, params, out any, err error) (bool, error)

	// OnPoll, if not nil, receives every poll.
	OnPoll func(*Poll)

	clock  *clock
	client PollClient // options of the last request's client
}

// A PollClient holds the client options that a wait uses.
type PollClient struct {
	Retryer nereid.Retryer
	Logger  logging.Logger
}

// Take stores the client's retryer and logger in c. It sets retryer to one that
// does not retry failed requests.
func (c *PollClient) Take(retryer *nereid.Retryer, logger logging.Logger) {
	c.Retryer, c.Logger = *retryer, logger
	*retryer = SingleAttempt(*retryer)
}

// A Poll is the result of one poll.
type Poll struct {
	Resource string        // the identifier, or "" if the wait is for a whole list
	Item     any           // the item, or nil
	Status   string        // the status of the item
	Percent  int           // 0 to 100, or -1 if the item does not show it
	Attempt  int           // number of the poll, starting with 1
	Elapsed  time.Duration // since the wait began
	Next     time.Duration // until the next poll, or 0 if this was the last
	Err      error         // why the poll found nothing, unless that is the desired state
}

var errEmptyID = errors.New("an identifier is empty")

// Wait polls until the resource is in the desired state, the state can no longer
// be reached, or maxWait has passed. It returns the last output, even with an
// error. The output is nil if no poll succeeded.
func (w *Engine) Wait(ctx context.Context, params any, maxWait time.Duration) (_ any, err error) {
	if reflect.ValueOf(params).IsNil() {
		params = w.input()
	}
	asked := w.Resource.asked(params)
	if asked != nil && *asked == "" {
		return nil, errEmptyID
	}
	ctx, cancel, err := w.begin(ctx, maxWait)
	if err != nil {
		return nil, err
	}
	defer cancel()
	t := tracker{name: nereid.ToString(asked)}
	ctx, span := w.traced(ctx)
	err = errLeft // unless a return sets it
	defer func() { span.end(t.polls, err) }()
	most := maxPagesOfList
	if t.name != "" {
		most = maxPagesOfOne
	}
	var last any
	for {
		if err := w.clock.sleep(ctx); err != nil {
			return last, w.ended(ctx, &t)
		}
		w.client = PollClient{}
		out, _, err := w.describe(ctx, params, most)
		if err == nil {
			last, t.output = out, out
		}
		item := w.notable(out)
		outcome, failure := w.decide(ctx, &t, params, item, out, err)
		if outcome == Pending {
			w.clock.next(t.failures, t.err, t.soon, false)
		}
		w.report(&t, item, outcome)
		switch outcome {
		case Success:
			return out, nil
		case Failure:
			return last, failure
		}
	}
}

// begin checks the options and starts the clock of a wait.
func (w *Engine) begin(ctx context.Context, maxWait time.Duration) (context.Context, context.CancelFunc, error) {
	o := &w.Settings
	switch {
	case maxWait <= 0:
		return nil, nil, errors.New("the maximum wait time must be greater than zero")
	case o.MinDelay <= 0, o.MinDelay > o.MaxDelay:
		return nil, nil, fmt.Errorf("the minimum delay (%s) must be greater than zero and not greater than the maximum delay (%s)", o.MinDelay, o.MaxDelay)
	}
	w.clock = newClock(ctx, maxWait, o.MinDelay, o.MaxDelay, o.InitialDelay)
	if d, ok := ctx.Deadline(); ok && d.Equal(w.clock.deadline) {
		ctx, cancel := context.WithCancel(ctx) // the context keeps the caller's cause
		return ctx, cancel, nil
	}
	ctx, cancel := context.WithDeadline(ctx, w.clock.deadline)
	return ctx, cancel, nil
}

// next requests the next page.
func (w *Engine) next(ctx context.Context, pages *page.Walk) (any, error) {
	return pages.Next(func(params any) (any, error) { return w.Ask(ctx, params, &w.client) })
}

// The maximum number of pages of one poll: for one identifier, for a filter
// with up to a hundred identifiers, and for a list of all resources. The first
// two usually fit on one page, but a service may return pages with fewer items.
const (
	maxPagesOfOne    = 10
	maxPagesOfFilter = batchSize
	maxPagesOfList   = 1000
)

// describe makes describe calls for all pages and returns one output with all
// items, and the number of pages. most is the maximum number of pages. If there
// are more, describe returns an error. It does not change the outputs that the
// client returned, because a mock may return the same ones again.
func (w *Engine) describe(ctx context.Context, params any, most int) (any, int, error) {
	pages := page.NewWalk(params, w.Resource.Items, page.Options{})
	all, err := w.next(ctx, pages)
	if err != nil {
		return nil, 0, err
	}
	n := 1
	for ; pages.More(); n++ {
		if err := ctx.Err(); err != nil {
			return nil, n, err
		}
		if n == most {
			return nil, n, fmt.Errorf("the service sent %d pages and a marker for another one: the list does not end", n)
		}
		out, err := w.next(ctx, pages)
		if err != nil {
			return nil, n, err
		}
		items := w.Resource.items(all)
		if n == 1 {
			all = w.with(all, items.Slice3(0, items.Len(), items.Len()))
			items = w.Resource.items(all)
		}
		items.Set(reflect.AppendSlice(items, w.Resource.items(out)))
	}
	return all, n, nil
}

// w.with(out, items) returns a copy of the output out that contains the given
// items instead of its own. The Marker of the copy is not set.
func (w *Engine) with(out any, items reflect.Value) any {
	v := reflect.New(reflect.TypeOf(out).Elem())
	v.Elem().Set(reflect.ValueOf(out).Elem())
	changed := v.Interface()
	w.Resource.items(changed).Set(items)
	page.Member(changed, "Marker").SetZero()
	return changed
}

// notable returns the output's first failed item, or else its first pending
// item, or else its first item.
func (w *Engine) notable(out any) any {
	if out == nil {
		return nil
	}
	items := w.Resource.items(out)
	var first any
	for i := range items.Len() {
		item := at(items, i)
		switch w.evaluate(item) {
		case Failure:
			return item
		case Pending:
			if first == nil {
				first = item
			}
		}
	}
	if first == nil {
		return w.Resource.First(out)
	}
	return first
}

// evaluate returns an item's outcome, according to the condition and the
// options.
func (w *Engine) evaluate(item any) Outcome {
	status := w.Resource.StatusOf(item)
	if contains(w.Settings.FailureStates, status) {
		return Failure
	}
	v := w.Condition.evaluate(item, status)
	if v == Success && w.Settings.RequireSettled && w.Condition.Settled != nil && !w.Condition.Settled(item) {
		return Pending
	}
	return v
}

// report passes a poll to the caller's OnPoll function and to the log.
func (w *Engine) report(t *tracker, item any, outcome Outcome) {
	logs := w.Settings.LogWaitAttempts && w.client.Logger != nil
	if !logs && w.OnPoll == nil {
		return
	}
	p := Poll{Resource: t.name, Item: item, Percent: -1, Attempt: t.polls, Elapsed: w.clock.elapsed()}
	if outcome == Pending {
		p.Next = w.clock.left()
	}
	if outcome != Success {
		p.Err = t.err
	}
	if item != nil {
		p.Status = w.Resource.StatusOf(item)
		if w.Resource.Percent != "" {
			if percent := *page.Member(item, w.Resource.Percent).Addr().Interface().(**int32); percent != nil {
				p.Percent = int(*percent)
			}
		}
	}
	if logs {
		attrs := []any{"resource", w.label(t), "wanted", w.Condition.Wanted, "poll", t.polls, "elapsed", p.Elapsed}
		if p.Item != nil {
			attrs = append(attrs, "status", p.Status)
		}
		if p.Err != nil {
			attrs = append(attrs, "error", p.Err)
		}
		if p.Next != 0 {
			attrs = append(attrs, "next", p.Next)
		}
		nereid.LogEvent(w.client.Logger, logging.Debug, "wait", attrs...)
	}
	if w.OnPoll != nil {
		w.OnPoll(&p)
	}
}
