package describe

import (
	"context"
	"iter"
	"slices"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/wait"
)

// WaiterOptions are the options of all waiters. Functions passed to the constructor
// of a waiter change them for all its waits, functions passed to Wait for one wait.
type WaiterOptions[In, Out, Item, Opt any] struct {
	// APIOptions are added to those of the client for the polls.
	APIOptions []func(*middleware.Stack) error

	// ClientOptions change the options of the client for the polls.
	ClientOptions []func(Opt)

	// MinDelay is the least time between two polls, by default 30 seconds. Only
	// the last poll, which comes shortly before the end of the wait, may follow
	// sooner.
	MinDelay time.Duration

	// MaxDelay is the most time between two polls, by default 2 minutes. The
	// delay is a random one between MinDelay and a bound that doubles up to
	// MaxDelay. It gets up to four times as long while polls fail, and longer
	// if the service asks for it. If only one of the two delays is set and
	// contradicts the default of the other, both are the same.
	MaxDelay time.Duration

	// InitialDelay is the time before the first poll, by default none. After an
	// action that takes a moment to show, such as a modification, it keeps the
	// waiter from taking the state before the action for the wanted one.
	InitialDelay time.Duration

	// ConsecutiveHits is how many polls in a row must find the wanted state, by
	// default 1. Polls that only confirm the state come after MinDelay.
	ConsecutiveHits int

	// FailureStates are statuses that end the wait, in addition to those that the
	// waiter itself takes for failures. They are case-insensitive.
	FailureStates []string

	// RequirePendingEmpty makes available clusters and instances count only
	// once their PendingModifiedValues are empty, as after a modification that is
	// applied immediately. A modification that waits for the maintenance window
	// keeps them until then.
	RequirePendingEmpty bool

	// LogWaitAttempts logs each poll to the client's Logger.
	LogWaitAttempts bool

	// OnPoll is called with what each poll found, in the goroutine that waits.
	OnPoll func(Poll[Item])

	// Retryable decides after a poll whether to go on (true), to end the wait as
	// successful (false) or as failed (an error). It is set to what the waiter
	// does by default, so that a function in its place can call that. It is not
	// called for errors that the client's retryer would retry.
	Retryable func(context.Context, In, Out, error) (bool, error)
}

// A Poll is what one poll of a waiter found. Item is a pointer to the resource.
type Poll[Item any] struct {
	// Resource is the identifier, or "" if the wait is for a whole list.
	Resource string

	// Item is what was described, or nil if nothing was. If the wait is for a
	// whole list, it is one that is not yet in the wanted state.
	Item Item

	// Status is the status of the item, or "" without an item.
	Status string

	// Percent is the progress of the item, from 0 to 100, or -1 if it does not
	// tell.
	Percent int

	// Attempt is the number of the poll, from 1.
	Attempt int

	// Elapsed is the time since the wait began.
	Elapsed time.Duration

	// Next is the time until the next poll, or 0 if this was the last.
	Next time.Duration

	// Err is why nothing was described: the poll failed, or the resource does not
	// exist. It is nil if that is the wanted state.
	Err error
}

// A Waiter polls a describe operation until resources are in a wanted state. It
// is safe for concurrent use.
//
// A waiter waits through statuses that it does not know: only those that the
// constructor lists as failures end a wait. A wait also ends when three polls in a
// row do not find the resource, and after an error that another poll would not
// change, such as a denied access. Polls that are throttled or get no reply are
// repeated at longer intervals, and take nothing from the client's budget for
// retries. There is no poll after the end of a wait, and one shortly before it.
//
// In, Out and Opt are pointers to the input, the output and the options of the
// operation, and Item is a pointer to a resource that the output lists.
type Waiter[In, Out, Item, Opt any] struct {
	op        Operation[In, Out, Opt]
	core      func(Opt) *operation.Options
	resource  *wait.Resource
	condition *wait.Condition
	options   WaiterOptions[In, Out, Item, Opt]
}

// NewWaiter returns a waiter for a condition. The service packages call it; core
// converts the options of the client.
func NewWaiter[In, Out, Item, Opt any](
	op Operation[In, Out, Opt], core func(Opt) *operation.Options,
	resource *wait.Resource, condition *wait.Condition, optFns []func(*WaiterOptions[In, Out, Item, Opt]),
) *Waiter[In, Out, Item, Opt] {
	w := &Waiter[In, Out, Item, Opt]{
		op: op, core: core, resource: resource, condition: condition,
		options: WaiterOptions[In, Out, Item, Opt]{
			MinDelay: wait.DefaultMinDelay, MaxDelay: wait.DefaultMaxDelay,
			InitialDelay: condition.InitialDelay, ConsecutiveHits: condition.Hits,
		},
	}
	w.options.Retryable = w.retryable
	for _, fn := range optFns {
		fn(&w.options)
	}
	return w
}

// retryable is the default of WaiterOptions.Retryable.
func (w *Waiter[In, Out, Item, Opt]) retryable(_ context.Context, in In, out Out, err error) (bool, error) {
	return wait.Default(w.resource, w.condition, in, out, err)
}

// Wait waits for at most maxWait. The error is a *nereid.WaitError, unless the
// arguments are not valid.
func (w *Waiter[In, Out, Item, Opt]) Wait(ctx context.Context, params In, maxWait time.Duration, optFns ...func(*WaiterOptions[In, Out, Item, Opt])) error {
	_, err := w.WaitForOutput(ctx, params, maxWait, optFns...)
	return err
}

// WaitForOutput is Wait, and returns the last output, also with an error if a poll
// got one.
func (w *Waiter[In, Out, Item, Opt]) WaitForOutput(ctx context.Context, params In, maxWait time.Duration, optFns ...func(*WaiterOptions[In, Out, Item, Opt])) (Out, error) {
	out, err := Engine(w, optFns...).Wait(ctx, params, maxWait)
	typed, _ := out.(Out) // which it is, unless it is nil
	return typed, err
}

// WaitAll waits for many resources of the kind at once, and yields the
// identifier of each as it ends, with nil if it reached the wanted state and with
// the error that Wait would have returned if not. A resource that fails does not
// end the wait for the others. WaitAll waits once for an identifier that is given
// twice.
//
// It asks for up to a hundred resources with one request. If the service has no
// filter for that, it looks through the list of all resources, as long as that
// takes fewer requests than asking for each. It also asks for each if the caller
// may not list, and before it believes that a resource which no list has shown does
// not exist.
//
// Polls go on while the loop over the result does, not beside it: a loop body that
// takes long delays the next poll. A break out of the loop ends the wait.
func (w *Waiter[In, Out, Item, Opt]) WaitAll(ctx context.Context, ids []string, maxWait time.Duration, optFns ...func(*WaiterOptions[In, Out, Item, Opt])) iter.Seq2[string, error] {
	return Engine(w, optFns...).All(ctx, ids, maxWait)
}

// Engine returns one wait without types. The service packages call it for helpers
// that need more than the methods of the waiter.
func Engine[In, Out, Item, Opt any](w *Waiter[In, Out, Item, Opt], optFns ...func(*WaiterOptions[In, Out, Item, Opt])) *wait.Engine {
	o := w.options
	o.APIOptions = slices.Clone(o.APIOptions)
	o.ClientOptions = slices.Clone(o.ClientOptions)
	o.FailureStates = slices.Clone(o.FailureStates)
	for _, fn := range optFns {
		fn(&o)
	}
	o.MinDelay, o.MaxDelay = wait.Delays(o.MinDelay, o.MaxDelay)
	if o.Retryable == nil {
		o.Retryable = w.retryable
	}
	var in In
	var out Out
	e := &wait.Engine{
		Resource: w.resource, Condition: w.condition, Params: in, Output: out,
		Settings: wait.Settings{
			MinDelay: o.MinDelay, MaxDelay: o.MaxDelay, InitialDelay: o.InitialDelay, ConsecutiveHits: o.ConsecutiveHits,
			FailureStates: o.FailureStates, RequireSettled: o.RequirePendingEmpty, LogWaitAttempts: o.LogWaitAttempts,
		},
		Ask: func(ctx context.Context, params any, c *wait.PollClient) (any, error) {
			add := func(opt Opt) { w.core(opt).APIOptions = append(w.core(opt).APIOptions, o.APIOptions...) }
			poll := func(opt Opt) {
				wait.Trace(ctx, w.core(opt).TracerProvider)
				c.Take(&w.core(opt).Retryer, w.core(opt).Logger)
			}
			optFns := append(append([]func(Opt){add}, o.ClientOptions...), poll)
			if len(o.APIOptions) == 0 {
				optFns = optFns[1:]
			}
			out, err := w.op(ctx, params.(In), optFns...)
			return orNil(out), err
		},
		Retryable: func(ctx context.Context, params, out any, err error) (bool, error) {
			typed, _ := out.(Out)
			return o.Retryable(ctx, params.(In), typed, err)
		},
	}
	if o.OnPoll != nil {
		e.OnPoll = func(p *wait.Poll) {
			item, _ := p.Item.(Item)
			o.OnPoll(Poll[Item]{p.Resource, item, p.Status, p.Percent, p.Attempt, p.Elapsed, p.Next, p.Err})
		}
	}
	return e
}
