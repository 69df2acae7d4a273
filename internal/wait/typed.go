package wait

import (
	"context"
	"iter"
	"slices"
	"time"

	"github.com/aws/smithy-go/logging"

	"github.com/nereid-go/nereid"
)

// What is here gives types to what the engine does without, and no more than
// that: there is one of it for each kind of resource.

// Options are the options of a wait. Their meaning is documented in the service
// packages, which fill in the defaults.
type Options[In, Out, Item, Opt any] struct {
	Settings
	ClientOptions []func(*Opt)
	OnPoll        func(Poll[Item])
	Retryable     func(context.Context, *In, *Out, error) (bool, error)
}

// Settings are the options that have the same type for all kinds.
type Settings struct {
	MinDelay        time.Duration
	MaxDelay        time.Duration
	InitialDelay    time.Duration
	ConsecutiveHits int
	FailureStates   []string
	RequireSettled  bool
	LogWaitAttempts bool
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
	Kind *Kind
	Goal *Goal

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
	out, err := w.engine(&o).wait(ctx, params, maxWait)
	typed, _ := out.(*Out) // which it is, unless it is nil
	return typed, err
}

// All waits for many resources at once and yields each as it ends, with nil when
// it reached the goal. At each tick it asks for all that are left in as few
// requests as it takes, see [batch].
func (w *Waiter[In, Out, Item, Opt]) All(ctx context.Context, ids []string, maxWait time.Duration, o Options[In, Out, Item, Opt]) iter.Seq2[string, error] {
	return w.engine(&o).all(ctx, ids, maxWait)
}

// Flow is All for resources that come to be waited for as the wait goes on. At
// the beginning, and after each poll, feed returns those that have come, and
// whether there will be more; then "" is yielded. When the wait ends, feed is not
// called again.
func (w *Waiter[In, Out, Item, Opt]) Flow(ctx context.Context, feed func(context.Context) (ids []string, more bool), maxWait time.Duration, o Options[In, Out, Item, Opt]) iter.Seq2[string, error] {
	return w.engine(&o).flow(ctx, feed, maxWait)
}

// Default is the Retryable that follows the goal.
func (w *Waiter[In, Out, Item, Opt]) Default() func(context.Context, *In, *Out, error) (bool, error) {
	kind, goal := w.Kind, w.Goal
	return func(_ context.Context, in *In, out *Out, err error) (bool, error) {
		return byGoal(kind, goal, in, out, err)
	}
}

func (w *Waiter[In, Out, Item, Opt]) engine(o *Options[In, Out, Item, Opt]) *engine {
	e := &engine{kind: w.Kind, goal: w.Goal, params: (*In)(nil), output: (*Out)(nil), settings: o.Settings}
	e.ask = func(ctx context.Context, params any, b *Borrowed) (any, error) {
		out, err := w.Describe(ctx, params.(*In), append(slices.Clip(o.ClientOptions), w.Once(b))...)
		if out == nil {
			return nil, err
		}
		return out, err
	}
	e.retryable = func(ctx context.Context, params, out any, err error) (bool, error) {
		typed, _ := out.(*Out)
		return o.Retryable(ctx, params.(*In), typed, err)
	}
	if o.OnPoll != nil {
		e.onPoll = func(p *polled) {
			item, _ := p.item.(*Item)
			o.OnPoll(Poll[Item]{p.resource, item, p.status, p.percent, p.attempt, p.elapsed, p.next, p.err})
		}
	}
	return e
}
