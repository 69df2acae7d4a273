package rds

import (
	"context"
	"iter"
	"slices"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/rds/types"
)

// WaiterOptions are the options of all waiters. The constructor of a waiter
// takes functions that change them for all its waits, Wait for one.
type WaiterOptions[In, Out, Item any] struct {
	// APIOptions are added to those of the client for the polls.
	APIOptions []func(*middleware.Stack) error

	// ClientOptions change the options of the client for the polls.
	ClientOptions []func(*Options)

	// MinDelay is the least time between two polls, by default 30 seconds. Only
	// the last poll, which comes shortly before the end of the wait, may follow
	// sooner.
	MinDelay time.Duration

	// MaxDelay is the most time between two polls, by default 2 minutes. The
	// delay is a random one between MinDelay and a bound that doubles up to
	// MaxDelay. It gets up to four times as long while polls fail, and longer
	// where the service asks for it. Where only one of the two delays is set and
	// the other's default does not go with it, they are the same.
	MaxDelay time.Duration

	// InitialDelay is the time before the first poll, by default none. After an
	// action that takes a moment to show, such as a modification, it keeps the
	// waiter from taking the state of before for the wanted one.
	InitialDelay time.Duration

	// ConsecutiveHits is how many polls in a row must find the wanted state, by
	// default 1. Those that only confirm it come after MinDelay.
	ConsecutiveHits int

	// FailureStates are statuses that end the wait, besides those that the
	// waiter itself takes for failures. Letter case does not matter.
	FailureStates []string

	// RequirePendingEmpty makes available clusters and instances count only
	// once their PendingModifiedValues are empty, as after a modification that is
	// applied immediately. One that waits for the maintenance window keeps them
	// until then.
	RequirePendingEmpty bool

	// LogWaitAttempts logs each poll to the client's Logger.
	LogWaitAttempts bool

	// OnPoll is called with what each poll found, in the goroutine that waits.
	OnPoll func(Poll[Item])

	// Retryable decides after a poll whether to go on (true), to end the wait as
	// successful (false) or as failed (an error). It is set to what the waiter
	// does by default, so that a function in its place can call that. It is not
	// asked about errors that the client's retryer takes for passing.
	Retryable func(context.Context, *In, *Out, error) (bool, error)
}

// A Poll is what one poll of a waiter found.
type Poll[Item any] struct {
	// Resource is the identifier, "" when the wait is for a whole list.
	Resource string

	// Item is what was described, nil if nothing was. Of a list it is one that
	// is not yet in the wanted state.
	Item *Item

	// Status is the status of the item, "" without an item.
	Status string

	// Percent is how far the item is, from 0 to 100; -1 if it does not tell.
	Percent int

	// Attempt is the number of the poll, from 1.
	Attempt int

	// Elapsed is the time since the wait began.
	Elapsed time.Duration

	// Next is the time until the next poll, 0 if this was the last.
	Next time.Duration

	// Err is why nothing was described: the poll failed, or there is no such
	// resource. It is nil where that is what was waited for.
	Err error
}

// A Waiter polls a describe operation until resources are in a wanted state. It
// is safe for concurrent use.
//
// A status that the waiter does not know is waited through: only those listed
// as failures end a wait. So does a resource that three polls in a row do not
// find, and an error that repeating would not change, such as a denied access.
// Polls that are throttled or get no answer are repeated at longer intervals,
// without a share of the client's budget for retries. There is no poll after the
// end of a wait, and one shortly before it.
type Waiter[In, Out, Item any] struct {
	waiter  wait.Waiter[In, Out, Item, Options]
	options WaiterOptions[In, Out, Item]
}

func newWaiter[In, Out, Item any](
	describe func(context.Context, *In, ...func(*Options)) (*Out, error),
	kind *wait.Kind, goal *wait.Goal, optFns []func(*WaiterOptions[In, Out, Item]),
) *Waiter[In, Out, Item] {
	w := &Waiter[In, Out, Item]{
		waiter: wait.Waiter[In, Out, Item, Options]{Kind: kind, Goal: goal, Describe: describe, Once: once},
		options: WaiterOptions[In, Out, Item]{
			MinDelay: wait.DefaultMinDelay, MaxDelay: wait.DefaultMaxDelay,
			InitialDelay: goal.InitialDelay, ConsecutiveHits: goal.Hits,
		},
	}
	w.options.Retryable = w.waiter.Default()
	for _, fn := range optFns {
		fn(&w.options)
	}
	return w
}

// once makes a call send its request once, and keeps what the client would have
// used.
func once(b *wait.Borrowed) func(*Options) {
	return func(o *Options) {
		b.Retryer, b.Logger = o.Retryer, o.Logger
		o.Retryer = wait.SendOnce(o.Retryer)
	}
}

// Wait waits for at most maxWait. The error is a *nereid.WaitError, unless the
// arguments were wrong.
func (w *Waiter[In, Out, Item]) Wait(ctx context.Context, params *In, maxWait time.Duration, optFns ...func(*WaiterOptions[In, Out, Item])) error {
	_, err := w.WaitForOutput(ctx, params, maxWait, optFns...)
	return err
}

// WaitForOutput is Wait, and returns the last output, also with an error if
// there was one by then.
func (w *Waiter[In, Out, Item]) WaitForOutput(ctx context.Context, params *In, maxWait time.Duration, optFns ...func(*WaiterOptions[In, Out, Item])) (*Out, error) {
	return w.waiter.Wait(ctx, params, maxWait, w.resolve(optFns))
}

// WaitAll waits for many resources of the kind at once, and yields the
// identifier of each as it ends, with nil if it reached the wanted state and the
// error that Wait would have returned if not. One that fails does not end the
// wait for the others. An identifier that is given twice is waited for once.
//
// It asks for up to a hundred resources with one request. Where the service has
// no filter for that, it looks through the list of all that there are, as long
// as that takes fewer requests than asking for each. It asks for each too where
// the caller may not list, or before it believes that one does not exist that no
// list has shown.
//
// Polls go on while the loop over the result does, not beside it: a body that
// takes long delays the next. To break out of the loop ends the wait.
func (w *Waiter[In, Out, Item]) WaitAll(ctx context.Context, ids []string, maxWait time.Duration, optFns ...func(*WaiterOptions[In, Out, Item])) iter.Seq2[string, error] {
	return w.waiter.All(ctx, ids, maxWait, w.resolve(optFns))
}

func (w *Waiter[In, Out, Item]) resolve(optFns []func(*WaiterOptions[In, Out, Item])) wait.Options[In, Out, Item, Options] {
	o := w.options
	o.APIOptions = slices.Clone(o.APIOptions)
	o.ClientOptions = slices.Clone(o.ClientOptions)
	o.FailureStates = slices.Clone(o.FailureStates)
	for _, fn := range optFns {
		fn(&o)
	}
	o.MinDelay, o.MaxDelay = wait.Delays(o.MinDelay, o.MaxDelay)
	if o.Retryable == nil {
		o.Retryable = w.waiter.Default()
	}
	clientOptions := o.ClientOptions
	if len(o.APIOptions) > 0 {
		clientOptions = append([]func(*Options){WithAPIOptions(o.APIOptions...)}, clientOptions...)
	}
	r := wait.Options[In, Out, Item, Options]{
		Settings: wait.Settings{
			MinDelay: o.MinDelay, MaxDelay: o.MaxDelay, InitialDelay: o.InitialDelay, ConsecutiveHits: o.ConsecutiveHits,
			FailureStates: o.FailureStates, RequireSettled: o.RequirePendingEmpty, LogWaitAttempts: o.LogWaitAttempts,
		},
		ClientOptions: clientOptions, Retryable: o.Retryable,
	}
	if onPoll := o.OnPoll; onPoll != nil {
		r.OnPoll = func(p wait.Poll[Item]) { onPoll(Poll[Item](p)) }
	}
	return r
}

// filter returns the filter with that name for any of the values.
func filter(name string, values []string) []types.Filter {
	return []types.Filter{{Name: &name, Values: values}}
}
