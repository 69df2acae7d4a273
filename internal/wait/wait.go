package wait

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/aws/smithy-go/logging"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/page"
	"github.com/nereid-go/nereid/internal/retry"
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

// A Goal is the state that a waiter waits for, in a few lines.
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
	case slices.Contains(g.Failure, status):
		return Failure
	case slices.Contains(g.Success, status):
		return Success
	}
	return Pending
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

// A Poll is what one look at a resource found.
type Poll[Item any] struct {
	Resource string        // the identifier, "" when the wait is for a whole list
	Item     *Item         // what was described, nil if nothing was
	Status   string        // its status
	Percent  int           // how far it is, 0 to 100; -1 if it does not tell
	Attempt  int           // the number of the poll, from 1
	Elapsed  time.Duration // since the wait began
	Next     time.Duration // until the next poll, 0 if this was the last
	Err      error         // why the poll failed, where that does not end the wait
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
	// once, and keeps what the client would have used.
	Once func(*Borrowed) func(*Opt)
}

// misses is how many polls in a row must find nothing before a resource counts
// as missing: a describe may be behind the create.
const misses = 3

// errMissing is what the default Retryable says of a resource that is not there.
var errMissing = errors.New("there is no such resource")

// errFailure is what it says of one in a failure state.
var errFailure = errors.New("the state is one from which the wanted one is not reached")

// Default is the Retryable that follows the goal.
func (w *Waiter[In, Out, Item, Opt]) Default() func(context.Context, *In, *Out, error) (bool, error) {
	return func(_ context.Context, in *In, out *Out, err error) (bool, error) {
		if err != nil {
			switch {
			case errors.Is(err, nereid.ErrNotFound) && w.Goal.Gone:
				return false, nil
			case errors.Is(err, nereid.ErrNotFound):
				return false, fmt.Errorf("%w: %w", errMissing, err)
			case retry.IsRetryable(err):
				return true, nil
			}
			return false, err
		}
		items := *w.Kind.Pages.Items(out)
		if len(items) == 0 {
			switch {
			case w.Goal.Gone:
				return false, nil
			case w.Kind.ID(in) != nil:
				return false, errMissing
			}
			return true, nil
		}
		pending := false
		for i := range items {
			switch w.Goal.judge(&items[i], w.status(&items[i])) {
			case Failure:
				return false, errFailure
			case Pending:
				pending = true
			}
		}
		return pending, nil
	}
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

	t := tracker[Item]{name: nereid.ToString(w.Kind.ID(params))}
	var last *Out
	for {
		if err := clock.sleep(ctx); err != nil {
			return last, w.ended(&t, clock, err)
		}
		var b Borrowed
		t.attempts++
		out, err := w.describe(ctx, params, &o, &b)
		if err == nil {
			last, t.output = out, out
		}
		item := w.notable(out, o.FailureStates)
		w.note(&t, item)
		verdict, cause := w.decide(ctx, clock, &t, params, out, err, &o, b)
		if verdict == Pending {
			clock.next(t.failures, t.cause)
		}
		w.report(&t, clock, item, verdict, &o, b)
		switch verdict {
		case Success:
			return out, nil
		case Failure:
			return last, w.failed(&t, clock, cause)
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
	ctx, cancel := context.WithDeadline(ctx, c.deadline)
	return c, ctx, cancel, nil
}

// describe asks once, for all pages.
func (w *Waiter[In, Out, Item, Opt]) describe(ctx context.Context, params *In, o *Options[In, Out, Item, Opt], b *Borrowed) (*Out, error) {
	optFns := append(slices.Clip(o.ClientOptions), w.Once(b))
	var first *Out
	pages := page.New(w.Describe, &w.Kind.Pages, params, page.Options{})
	for out, err := range pages.Pages(ctx, optFns...) {
		if err != nil {
			return nil, err
		}
		if out == nil {
			return nil, errors.New("the client returned neither an output nor an error")
		}
		if first == nil {
			first = out
			continue
		}
		all := w.Kind.Pages.Items(first)
		*all = append(*all, *w.Kind.Pages.Items(out)...)
		*w.Kind.Pages.Next(first) = nil
	}
	return first, nil
}

// notable returns the item that a list is held up by, or the first.
func (w *Waiter[In, Out, Item, Opt]) notable(out *Out, failureStates []string) *Item {
	if out == nil {
		return nil
	}
	items := *w.Kind.Pages.Items(out)
	var pending *Item
	for i := range items {
		item := &items[i]
		status := w.status(item)
		if slices.Contains(failureStates, status) {
			return item
		}
		switch w.Goal.judge(item, status) {
		case Failure:
			return item
		case Pending:
			if pending == nil {
				pending = item
			}
		}
	}
	if pending == nil && len(items) > 0 {
		return &items[0]
	}
	return pending
}

// settled reports whether all items have settled.
func (w *Waiter[In, Out, Item, Opt]) settled(out *Out) bool {
	if w.Goal.Settled == nil || out == nil {
		return true
	}
	items := *w.Kind.Pages.Items(out)
	for i := range items {
		if !w.Goal.Settled(&items[i]) {
			return false
		}
	}
	return true
}

func (w *Waiter[In, Out, Item, Opt]) status(item *Item) string {
	return nereid.ToString(w.Kind.Status(item))
}

// note keeps what the messages tell of an item.
func (w *Waiter[In, Out, Item, Opt]) note(t *tracker[Item], item *Item) {
	if item == nil {
		return
	}
	t.status = w.status(item)
	if w.Kind.Reason != nil {
		t.reason = w.Kind.Reason(item)
	}
}

// decide says how the wait goes on after a poll.
func (w *Waiter[In, Out, Item, Opt]) decide(
	ctx context.Context, clock *clock, t *tracker[Item], params *In, out *Out, err error, o *Options[In, Out, Item, Opt], b Borrowed,
) (Verdict, error) {
	t.cause = err
	if err != nil && ctx.Err() != nil {
		return Failure, ctx.Err()
	}
	if err != nil && b.Retryer != nil && b.Retryer.IsErrorRetryable(err) {
		t.failures++
		return Pending, nil
	}
	if len(o.FailureStates) > 0 && slices.Contains(o.FailureStates, t.status) && err == nil && len(*w.Kind.Pages.Items(out)) > 0 {
		return Failure, errFailure
	}
	again, failure := o.Retryable(ctx, params, out, err)
	switch {
	case errors.Is(failure, errMissing):
		t.hits, t.failures = 0, 0
		if t.misses++; t.misses < misses {
			return Pending, nil
		}
		return Failure, failure
	case failure != nil:
		return Failure, failure
	case again && err != nil:
		t.failures++
		return Pending, nil
	case again:
		t.hits, t.misses, t.failures = 0, 0, 0
		return Pending, nil
	}
	t.misses, t.failures = 0, 0
	if o.RequireSettled && !w.settled(out) {
		t.hits = 0
		return Pending, nil
	}
	if t.hits++; t.hits < max(o.ConsecutiveHits, 1) {
		clock.soon = true
		return Pending, nil
	}
	return Success, nil
}

// report tells the caller's OnPoll and the log of a poll.
func (w *Waiter[In, Out, Item, Opt]) report(t *tracker[Item], clock *clock, item *Item, verdict Verdict, o *Options[In, Out, Item, Opt], b Borrowed) {
	next := clock.delay
	if verdict != Pending {
		next = 0
	}
	if o.LogWaitAttempts && b.Logger != nil {
		b.Logger.Logf(logging.Debug, "waiting for %s to become %s: poll %d found status %q, next in %s", w.resource(t), w.Goal.Wanted, t.attempts, t.status, next)
	}
	if o.OnPoll == nil {
		return
	}
	p := Poll[Item]{
		Resource: t.name, Item: item, Percent: -1,
		Attempt: t.attempts, Elapsed: clock.elapsed(), Next: next, Err: t.cause,
	}
	if item != nil {
		p.Status = t.status
		if w.Kind.Percent != nil {
			if percent := w.Kind.Percent(item); percent != nil {
				p.Percent = int(*percent)
			}
		}
	}
	o.OnPoll(p)
}
