package wait

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/aws/smithy-go/logging"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/page"
)

// A Kind is a kind of resource that can be waited for.
type Kind[In, Out, Item any] struct {
	Noun  string // "export task"
	Pages page.Shape[In, Out, Item]

	ID      func(*In) *string    // the one that an input asks for, nil if it asks for a list
	Names   func(*Item) []string // what the item may be asked for by: its identifier, then its ARN
	Status  func(*Item) *string
	Percent func(*Item) *int32 // how far it is; nil if the kind does not tell
	Reason  func(*Item) string // why it failed, in the words of AWS; may be nil

	One  func(id string) In    // the input that asks for one resource
	Many func(ids []string) In // the input that asks for these by a filter; nil if there is no such filter
}

// A Goal is the state that a waiter waits for, in a few lines. Letter case does
// not matter in statuses.
type Goal[Item any] struct {
	Wanted  string   // for messages: "COMPLETE", "deleted"
	Success []string // statuses that are the wanted one
	Failure []string // statuses from which it is not reached any more
	Gone    bool     // the wanted state is that there is no such resource

	// Settled, where the options ask for it, holds back the success of an item
	// whose status is right but which is not there yet, such as a cluster with
	// modifications pending.
	Settled func(*Item) bool

	// Judge decides instead of all these, where the status does not tell.
	Judge func(*Item) Verdict

	InitialDelay time.Duration // before the first poll
	Hits         int           // polls in a row that must find the wanted state; 0 is 1
}

// A Verdict is what a goal says of an item.
type Verdict int

// The verdicts.
const (
	Pending Verdict = iota
	Success
	Failure
)

func (g *Goal[Item]) judge(item *Item, status string) Verdict {
	switch {
	case g.Judge != nil:
		return g.Judge(item)
	case contains(g.Failure, status):
		return Failure
	case contains(g.Success, status):
		return Success
	}
	return Pending
}

// contains reports whether a status is in the list. Export tasks show the
// letter case that AWS takes in filters not to be the one of its answers.
func contains(list []string, status string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, status) })
}

// Options are the options of a wait. Their meaning is documented in the service
// packages, which fill in the defaults.
type Options[In, Out, Item, Opt any] struct {
	ClientOptions   []func(*Opt)
	MinDelay        time.Duration
	MaxDelay        time.Duration
	InitialDelay    time.Duration
	ConsecutiveHits int
	FailureStates   []string
	RequireSettled  bool
	LogWaitAttempts bool
	OnPoll          func(Poll[Item])
	Retryable       func(context.Context, *In, *Out, error) (bool, error)
}

// The delays between polls that are the defaults of all waiters.
const (
	DefaultMinDelay = 30 * time.Second
	DefaultMaxDelay = 120 * time.Second
)

// Delays fills in the delays that are not set. A default gives way to what is
// set: a minimum above the default maximum raises it, and the other way round.
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

// A Poll is what one look at a resource found.
type Poll[Item any] struct {
	Resource string        // the identifier, "" when the wait is for a whole list
	Item     *Item         // what was described, nil if nothing was
	Status   string        // its status
	Percent  int           // how far it is, 0 to 100; -1 if it does not tell
	Attempt  int           // the number of the poll, from 1
	Elapsed  time.Duration // since the wait began
	Next     time.Duration // until the next poll, 0 if this was the last
	Err      error         // why nothing was described, unless that is what was waited for
}

// Borrowed is what a waiter borrows from the client that it polls with.
type Borrowed struct {
	Retryer nereid.Retryer
	Logger  logging.Logger
}

// A Waiter waits for one goal.
type Waiter[In, Out, Item, Opt any] struct {
	Kind *Kind[In, Out, Item]
	Goal *Goal[Item]

	// Describe is the operation that is polled.
	Describe func(context.Context, *In, ...func(*Opt)) (*Out, error)

	// Once returns the option function that makes a call send its request only
	// once, see [SendOnce], and keeps what the client would have used.
	Once func(*Borrowed) func(*Opt)
}

// Wait polls until the goal is reached, cannot be reached any more, or maxWait
// is over. The output is the last one, also with an error.
func (w *Waiter[In, Out, Item, Opt]) Wait(ctx context.Context, params *In, maxWait time.Duration, o Options[In, Out, Item, Opt]) (*Out, error) {
	if params == nil {
		params = new(In)
	}
	clock, ctx, cancel, err := w.begin(ctx, maxWait, &o)
	if err != nil {
		return nil, err
	}
	defer cancel()

	t := tracker{name: nereid.ToString(w.Kind.ID(params))}
	var last *Out
	for {
		if err := clock.sleep(ctx); err != nil {
			return last, w.ended(ctx, &t, clock)
		}
		var b Borrowed
		out, _, err := w.describe(ctx, params, &o, &b)
		if err == nil {
			last, t.output = out, out
		}
		item := w.notable(out, &o)
		verdict, failure := w.decide(ctx, clock, &t, params, item, out, err, &o, &b)
		if verdict == Pending {
			clock.next(t.failures, t.err, t.soon)
		}
		w.report(&t, clock, item, verdict, &o, &b)
		switch verdict {
		case Success:
			return out, nil
		case Failure:
			return last, failure
		}
	}
}

// begin checks the options and starts the clock of a wait.
func (w *Waiter[In, Out, Item, Opt]) begin(ctx context.Context, maxWait time.Duration, o *Options[In, Out, Item, Opt]) (
	*clock, context.Context, context.CancelFunc, error,
) {
	switch {
	case maxWait <= 0:
		return nil, nil, nil, errors.New("the maximum wait time must be greater than zero")
	case o.MinDelay <= 0, o.MinDelay > o.MaxDelay:
		return nil, nil, nil, fmt.Errorf("the minimum delay (%s) must be greater than zero and not greater than the maximum delay (%s)", o.MinDelay, o.MaxDelay)
	}
	c := newClock(ctx, maxWait, o.MinDelay, o.MaxDelay, o.InitialDelay)
	if d, ok := ctx.Deadline(); ok && d.Equal(c.deadline) {
		ctx, cancel := context.WithCancel(ctx) // which keeps the cause that the caller gave
		return c, ctx, cancel, nil
	}
	ctx, cancel := context.WithDeadline(ctx, c.deadline)
	return c, ctx, cancel, nil
}

// describe asks once, for all pages, and returns them as one output, with their
// number. What the client returned is left as it is: it may be canned.
func (w *Waiter[In, Out, Item, Opt]) describe(ctx context.Context, params *In, o *Options[In, Out, Item, Opt], b *Borrowed) (*Out, int, error) {
	pages, optFns := w.pages(params, o, b)
	all, err := pages.NextPage(ctx, optFns...)
	if err != nil {
		return nil, 0, err
	}
	n := 1
	for ; pages.HasMorePages(); n++ {
		if err := ctx.Err(); err != nil {
			return nil, n, err
		}
		out, err := pages.NextPage(ctx, optFns...)
		if err != nil {
			return nil, n, err
		}
		if n == 1 {
			first := *all
			*w.Kind.Pages.Items(&first) = slices.Clone(*w.Kind.Pages.Items(all))
			*w.Kind.Pages.Next(&first) = nil
			all = &first
		}
		items := w.Kind.Pages.Items(all)
		*items = append(*items, *w.Kind.Pages.Items(out)...)
	}
	return all, n, nil
}

// pages returns the pages that params ask for, and the options to ask with.
func (w *Waiter[In, Out, Item, Opt]) pages(params *In, o *Options[In, Out, Item, Opt], b *Borrowed) (*page.Paginator[In, Out, Item, Opt], []func(*Opt)) {
	return page.New(w.Describe, &w.Kind.Pages, params, page.Options{}), append(slices.Clip(o.ClientOptions), w.Once(b))
}

// notable returns the item that a list is held up by, or the first.
func (w *Waiter[In, Out, Item, Opt]) notable(out *Out, o *Options[In, Out, Item, Opt]) *Item {
	if out == nil {
		return nil
	}
	items := *w.Kind.Pages.Items(out)
	var first *Item
	for i := range items {
		item := &items[i]
		switch w.verdict(item, o) {
		case Failure:
			return item
		case Pending:
			if first == nil {
				first = item
			}
		}
	}
	if first == nil && len(items) > 0 {
		first = &items[0]
	}
	return first
}

// verdict is what the goal and the options say of an item.
func (w *Waiter[In, Out, Item, Opt]) verdict(item *Item, o *Options[In, Out, Item, Opt]) Verdict {
	status := w.status(item)
	if contains(o.FailureStates, status) {
		return Failure
	}
	v := w.Goal.judge(item, status)
	if v == Success && o.RequireSettled && w.Goal.Settled != nil && !w.Goal.Settled(item) {
		return Pending
	}
	return v
}

func (w *Waiter[In, Out, Item, Opt]) status(item *Item) string {
	return nereid.ToString(w.Kind.Status(item))
}

// report tells the caller's OnPoll and the log of a poll.
func (w *Waiter[In, Out, Item, Opt]) report(t *tracker, clock *clock, item *Item, verdict Verdict, o *Options[In, Out, Item, Opt], b *Borrowed) {
	logs := o.LogWaitAttempts && b.Logger != nil
	if !logs && o.OnPoll == nil {
		return
	}
	p := Poll[Item]{Resource: t.name, Item: item, Percent: -1, Attempt: t.polls, Elapsed: clock.elapsed()}
	if verdict == Pending {
		p.Next = clock.left()
	}
	if verdict != Success {
		p.Err = t.err
	}
	if item != nil {
		p.Status = w.status(item)
		if w.Kind.Percent != nil {
			if percent := w.Kind.Percent(item); percent != nil {
				p.Percent = int(*percent)
			}
		}
	}
	if logs {
		b.Logger.Logf(logging.Debug, "waiting for %s to become %s: poll %d %s", w.resource(t), w.Goal.Wanted, t.polls, describe(&p))
	}
	if o.OnPoll != nil {
		o.OnPoll(p)
	}
}

// describe says what a poll found, for the log.
func describe[Item any](p *Poll[Item]) string {
	found := "found nothing"
	switch {
	case p.Item != nil:
		found = fmt.Sprintf("found status %q", p.Status)
	case p.Err != nil:
		found = "failed (" + p.Err.Error() + ")"
	}
	if p.Next == 0 {
		return found + " and was the last"
	}
	return found + ", the next is in " + p.Next.String()
}
