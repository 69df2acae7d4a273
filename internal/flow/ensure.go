package flow

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/page"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/internal/wait"
)

// An Ensure brings resources to a target status. It polls each resource until
// its status allows the operation, and then calls the operation. In, Out, Item
// and Opt are pointer types, as in package describe.
type Ensure[In, Out any, Item comparable, Opt any] struct {
	Operation    string // name of the operation
	From, Wanted string // the status to act on, and the status to reach
	Also         string // another status to act on, until a call has had an effect

	Describe describe.Operation[In, Out, Opt]
	Core     func(Opt) *operation.Options
	Resource *wait.Resource
	Failures []string // statuses that end the wait

	// Call calls the operation.
	Call func(ctx context.Context, id string, optFns ...func(Opt)) (requestID string, err error)

	// Accept returns an error for a resource that does not support the operation.
	// Accept may be nil.
	Accept func(Item) error

	// Parts describes the parts of a resource, for example a cluster's instances.
	// It is called after the service has rejected a call of the operation, because
	// the status of a part may be the reason. states lists the statuses of the
	// parts. atRest is false if one of them is temporary, for example creating.
	// Parts may be nil.
	Parts func(context.Context, Item) (states string, atRest bool)

	MinDelay, MaxDelay time.Duration
	ConsecutiveHits    int
	FailureStates      []string
	ClientOptions      []func(Opt)
	OnPoll             func(describe.Poll[Item], *Action) // may be nil
}

// An Action is a call of the operation.
type Action struct {
	Operation string
	Time      time.Time
	RequestID string
	Err       error
}

// A Result is the result for one resource.
type Result[Item any] struct {
	ID            string
	InitialStatus string // at the first poll that found the resource, or ""
	Actions       []Action
	Polls         int
	Waited        time.Duration
	Last          Item // the last description
}

func (r *Result[Item]) changed() bool {
	return slices.ContainsFunc(r.Actions, func(a Action) bool { return a.Err == nil })
}

// All waits for all the resources, and calls the operation for each when
// necessary. It yields each resource's result, with the resource's error, as
// soon as the wait for that resource ends.
func (s Ensure[In, Out, Item, Opt]) All(ctx context.Context, ids []string, maxWait time.Duration) iter.Seq2[*Result[Item], error] {
	return func(yield func(*Result[Item], error) bool) {
		start := time.Now()
		all := make(map[string]*ensuring[In, Out, Item, Opt], len(ids))
		for _, id := range ids {
			all[id] = &ensuring[In, Out, Item, Opt]{Ensure: s, began: start, result: Result[Item]{ID: id}}
		}
		for id, err := range s.waiter(all).WaitAll(ctx, ids, maxWait) {
			e := all[id]
			e.result.Waited = time.Since(start)
			// If the wait has timed out and its error has no Cause, the error of the
			// operation's last failed call becomes the Cause.
			var failed *nereid.WaitError
			if errors.As(err, &failed) && failed.Outcome == nereid.ErrWaitTimeout && failed.Cause == nil {
				failed.Cause = e.fault
			}
			if !yield(&e.result, err) {
				return
			}
		}
	}
}

// One returns the only result of a sequence.
func One[R any](results iter.Seq2[R, error]) (result R, failure error) {
	for r, err := range results {
		result, failure = r, err
	}
	return result, failure
}

// waiter returns a waiter that calls a resource's step method after each poll
// of that resource. The map all contains each resource's state by identifier.
func (s *Ensure[In, Out, Item, Opt]) waiter(all map[string]*ensuring[In, Out, Item, Opt]) *describe.Waiter[In, Out, Item, Opt] {
	condition := wait.Condition{Wanted: s.Wanted, Success: []string{s.Wanted}, Failure: s.Failures, Stale: []string{status.Inaccessible}}
	return describe.NewWaiter(s.Describe, s.Core, s.Resource, &condition, []func(*describe.WaiterOptions[In, Out, Item, Opt]){
		func(w *describe.WaiterOptions[In, Out, Item, Opt]) {
			w.MinDelay, w.MaxDelay, w.ConsecutiveHits = s.MinDelay, s.MaxDelay, s.ConsecutiveHits
			w.FailureStates, w.ClientOptions = s.FailureStates, s.ClientOptions
			fallback := w.Retryable
			for _, e := range all {
				e.fallback = fallback
			}
			w.Retryable = func(ctx context.Context, in In, out Out, err error) (bool, error) {
				return all[nereid.ToString(page.String(in, s.Resource.ID))].step(ctx, in, out, err)
			}
			w.OnPoll = func(p describe.Poll[Item]) { all[p.Resource].report(p) }
		},
	})
}

// ensuring is the state of one resource.
type ensuring[In, Out any, Item comparable, Opt any] struct {
	Ensure[In, Out, Item, Opt]
	began    time.Time
	fallback func(context.Context, In, Out, error) (bool, error)
	result   Result[Item]
	action   *Action   // the call after the last poll, or nil
	accepted int       // polls without a change since a call was accepted, or 0 if no call was accepted
	moved    bool      // whether a poll found another status after a call was accepted
	refused  int       // consecutive polls after which the call was rejected for the same reason
	fault    error     // the fault of these rejections
	reason   string    // code of the fault, with the states of the parts
	since    time.Time // time of the accepted call, or of the first rejected one
}

func (e *ensuring[In, Out, Item, Opt]) report(p describe.Poll[Item]) {
	var none Item
	e.result.Polls = p.Attempt
	if p.Item != none {
		e.result.Last = p.Item
	}
	action := e.action
	e.action = nil
	if e.OnPoll != nil {
		e.OnPoll(p, action)
	}
}

// step decides after a poll whether to continue, like WaiterOptions.Retryable.
// If AWS accepted a call of the operation, but the call has had no effect after
// a number of polls (the constant patience) and some time (the constant lag),
// step calls the operation again.
func (e *ensuring[In, Out, Item, Opt]) step(ctx context.Context, in In, out Out, err error) (bool, error) {
	if err != nil {
		return e.fallback(ctx, in, out, err)
	}
	item, ok := e.Resource.First(out).(Item)
	if !ok {
		return e.fallback(ctx, in, out, err)
	}
	now := e.Resource.StatusOf(item)
	if e.result.InitialStatus == "" {
		e.result.InitialStatus = now
	}
	if e.Accept != nil {
		if err := e.Accept(item); err != nil {
			return false, err
		}
	}
	behind := e.accepted > 0 && (e.accepted < patience || time.Since(e.since) < lag) // the description may lag
	fresh := !e.result.changed() || behind
	locked := e.Also != "" && strings.EqualFold(now, e.Also) && !e.moved && fresh
	if !strings.EqualFold(now, e.From) && !locked {
		e.moved = e.moved || e.result.changed()
		e.accepted, e.refused, e.fault = 0, 0, nil
		return e.fallback(ctx, in, out, err)
	}
	if behind {
		e.accepted++
		return true, nil
	}
	return true, e.act(ctx, item)
}

// act calls the operation. It returns an error only if the error ends the wait.
func (e *ensuring[In, Out, Item, Opt]) act(ctx context.Context, item Item) error {
	e.accepted = 0
	action := Action{Operation: e.Operation, Time: time.Now()}
	var b wait.PollClient
	borrow := func(o Opt) { b.Retryer = e.Core(o).Retryer }
	action.RequestID, action.Err = e.Call(ctx, e.result.ID, append(slices.Clip(e.ClientOptions), borrow)...)
	e.result.Actions = append(e.result.Actions, action)
	e.action = &action
	err := action.Err
	trouble, passing := retry.Credentials(err, e.began)
	var unknown *nereid.OutcomeUnknownError
	switch {
	case err == nil:
		e.accepted, e.refused, e.fault, e.since = 1, 0, nil, time.Now()
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case trouble && !passing:
		return err
	case trouble, errors.As(err, &unknown): // the next poll shows whether the service accepted the call
		e.refused, e.fault = 0, err
		return nil
	case nereid.CategoryOf(err) == nereid.ErrInvalidState, nereid.CategoryOf(err) == nereid.ErrNotFound:
		return e.bounced(ctx, item, err)
	case b.Retryer != nil && b.Retryer.IsErrorRetryable(err), retry.IsRetryable(err):
		// The client has made all its attempts for this call. step calls the
		// operation again after the next poll.
		e.refused, e.fault = 0, err
		return nil
	}
	return err
}

// bounced records that the call was rejected with fault. It returns fault once
// the call has been rejected for the same reason in a number of polls (the
// constant patience) and for some time (the constant lag), while neither the
// resource nor its parts were changing.
func (e *ensuring[In, Out, Item, Opt]) bounced(ctx context.Context, item Item, fault error) error {
	parts, atRest := "", true
	if e.Parts != nil {
		parts, atRest = e.Parts(ctx, item)
	}
	reason := parts
	var coded interface{ ErrorCode() string }
	if errors.As(fault, &coded) {
		reason = coded.ErrorCode() + " " + parts
	}
	switch {
	case !atRest:
		e.refused = 0
	case e.refused > 0 && reason == e.reason:
		e.refused++
	default:
		e.refused, e.since = 1, time.Now()
	}
	e.fault, e.reason = fault, reason
	if e.refused >= patience && time.Since(e.since) >= lag {
		return fault
	}
	return nil
}

// A Part is a part of a resource, for example an instance of a cluster, and its
// status.
type Part struct{ ID, Status string }

// States returns the statuses of instances as one string. atRest is false if
// one of the statuses is temporary: for example, an available cluster cannot be
// stopped while one of its instances is being created. If listing the instances
// fails or takes too many pages, States returns "" and true.
func States[Out any](pages iter.Seq2[Out, error], parts func(Out) []Part) (states string, atRest bool) {
	var b strings.Builder
	n := 0
	atRest = true
	for page, err := range pages {
		if n++; err != nil || n > maxPages {
			return "", true
		}
		for _, p := range parts(page) {
			state := strings.ToLower(p.Status)
			b.WriteString(p.ID + "=" + state + " ")
			atRest = atRest && (state == "available" || state == "stopped" || state == "storage-full" ||
				slices.Contains(status.InstanceFailures(), state) && state != "deleting")
		}
	}
	return b.String(), atRest
}

// maxPages is the maximum number of pages of instances to read. A cluster has
// at most 16 instances.
const maxPages = 10
