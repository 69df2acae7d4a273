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

// WaiterOptions are the options of all waiters. Option functions that are passed to the constructor
// of a waiter apply to all its waits. Option functions that are passed to Wait apply to that wait
// only.
type WaiterOptions[In, Out, Item, Opt any] struct {
	// APIOptions are appended to the client's APIOptions when the waiter polls.
	APIOptions []func(*middleware.Stack) error

	// ClientOptions change the client's options when the waiter polls.
	ClientOptions []func(Opt)

	// MinDelay is the minimum time between two polls, by default 30 seconds. Only the last poll,
	// shortly before the end of the wait, may come sooner.
	MinDelay time.Duration

	// MaxDelay is the maximum time between two polls, by default 2 minutes. The delay is a random
	// duration between MinDelay and a bound that doubles after each poll, up to MaxDelay. While
	// polls fail, the delay grows to up to four times MaxDelay, or to a longer time that the
	// service asks for. If only one of MinDelay and MaxDelay is set, and MinDelay would exceed
	// MaxDelay, both get the value that is set.
	MaxDelay time.Duration

	// InitialDelay is the time before the first poll, by default zero. Use it after a call whose
	// effect the service does not show immediately, for example a modification. Without the delay,
	// the waiter could mistake the old state for the desired state.
	InitialDelay time.Duration

	// ConsecutiveHits is the number of consecutive polls that must find the desired state, by
	// default 1. After a poll that finds the desired state, the next poll comes after MinDelay.
	ConsecutiveHits int

	// FailureStates are statuses that end the wait with an error, in addition to the failure states
	// of the waiter. The comparison is case-insensitive.
	FailureStates []string

	// RequirePendingEmpty applies to waiters that wait until clusters or instances are available.
	// If RequirePendingEmpty is true, these waiters also wait until PendingModifiedValues is empty,
	// for example after a modification with ApplyImmediately. A modification that applies only in
	// the maintenance window stays pending until that window.
	RequirePendingEmpty bool

	// LogWaitAttempts logs each poll to the client's Logger.
	LogWaitAttempts bool

	// OnPoll is called with the result of each poll, in the goroutine that called the waiter.
	OnPoll func(Poll[Item])

	// Retryable decides after a poll whether the wait continues (true), succeeds (false) or fails
	// (an error). By default, the waiter decides. An option function can save the default before it
	// replaces Retryable, so that the replacement can call the default. Retryable is not called for
	// errors that the client's retryer would retry; after such an error, the wait always continues.
	Retryable func(context.Context, In, Out, error) (bool, error)
}

// A Poll is the result of one poll of a waiter. The type parameter Item is a pointer to the type of
// the resource.
type Poll[Item any] struct {
	// Resource is the identifier of the resource, or "" if the wait is for a whole list.
	Resource string

	// Item is the description of the resource, or nil if the poll did not find it. If the wait is
	// for a whole list, Item is one of the resources that have not reached the desired state.
	Item Item

	// Status is the status of the item, or "" if Item is nil.
	Status string

	// Percent is the progress that the description of the resource shows, from 0 to 100, or -1 if
	// it shows none.
	Percent int

	// Attempt is the number of the poll, counting from 1.
	Attempt int

	// Elapsed is the time since the wait began.
	Elapsed time.Duration

	// Next is the time until the next poll, or 0 if this was the last.
	Next time.Duration

	// Err is the reason why Item is nil: the poll failed, or the resource does not exist. If the
	// waiter waits for deletion, a resource that does not exist is the desired state, and Err is
	// nil.
	Err error
}

// A Waiter polls a describe operation until resources reach the desired state. It is safe for
// concurrent use.
//
// A wait fails if the resource reaches a failure state. The documentation of each constructor lists
// the failure states. Unknown statuses do not end a wait. A wait also fails if three consecutive
// polls do not find the resource, or if a poll returns an error that another poll would also
// return, for example because access is denied. If a poll is throttled or gets no response, the
// waiter polls again at longer intervals. Polls do not use the client's retry budget. If the
// resources do not reach the desired state, the last poll is shortly before the wait's maximum
// duration has passed.
//
// In, Out and Opt are pointers to the input, the output and the options of the operation, and Item is
// a pointer to a resource that the output lists.
type Waiter[In, Out, Item, Opt any] struct {
	op        Operation[In, Out, Opt]
	core      func(Opt) *operation.Options
	resource  *wait.Resource
	condition *wait.Condition
	options   WaiterOptions[In, Out, Item, Opt]
}

// NewWaiter returns a waiter that waits until the resource fulfills the condition. The function
// core returns the operation.Options that a client's options contain. Only the service packages
// need NewWaiter.
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

// WaitForOutput is like Wait, but also returns the last output that a poll received, even if the
// wait fails.
func (w *Waiter[In, Out, Item, Opt]) WaitForOutput(ctx context.Context, params In, maxWait time.Duration, optFns ...func(*WaiterOptions[In, Out, Item, Opt])) (Out, error) {
	out, err := Engine(w, optFns...).Wait(ctx, params, maxWait)
	typed, _ := out.(Out) // out is nil or an Out
	return typed, err
}

// WaitAll waits for many resources of the same type at the same time, and yields each resource's
// identifier when the wait for it ends. The error is nil if the resource reached the desired state,
// and otherwise the error that Wait would have returned. A resource that fails does not end the
// wait for the others. Duplicate identifiers count once.
//
// WaitAll describes up to 100 resources with one request. If the service has no filter for
// identifiers, WaitAll either reads the list of all resources or describes each resource
// individually, whichever takes fewer requests. If the caller is not allowed to list resources,
// WaitAll always describes each resource individually. Before WaitAll reports that a resource is
// missing from the list, it describes that resource individually.
//
// Polls happen inside the loop over the result, not in the background: a slow loop body delays the
// next poll. A break out of the loop ends the wait.
func (w *Waiter[In, Out, Item, Opt]) WaitAll(ctx context.Context, ids []string, maxWait time.Duration, optFns ...func(*WaiterOptions[In, Out, Item, Opt])) iter.Seq2[string, error] {
	return Engine(w, optFns...).All(ctx, ids, maxWait)
}

// Engine returns a [wait.Engine] for one wait. Unlike a Waiter, a wait.Engine has no type
// parameters. Helpers in the service packages use the wait.Engine if they need more than the
// waiter's methods.
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
