package flow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/page"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/internal/wait"
)

// After a call, Describe responses may still show the resource's old state. A
// helper relies on the old state only after a number of polls (the constant
// patience) have found it. An Ensure also waits until some time (the constant
// lag) has passed.
const (
	patience = 3
	lag      = 30 * time.Second
)

// appears is the maximum time for which a new resource may be missing from
// Describe responses.
const appears = 2 * time.Minute

// A Target is a resource that a function of a service package polls, for
// example to restore a cluster. The function can make calls between the polls.
// In, Out, Item and Opt are pointer types, as in package describe.
type Target[In, Out any, Item comparable, Opt any] struct {
	Describe describe.Operation[In, Out, Opt]
	Core     func(Opt) *operation.Options
	Resource *wait.Resource
	Params   In                   // describe input that names the resource
	Failures []string             // statuses from which the resource cannot become available
	Left     func() time.Duration // returns the remaining time
	Other    error                // error if another resource has the name
	Options  []func(*describe.WaiterOptions[In, Out, Item, Opt])

	Last Item // the last description
}

// An Act can make a call after a poll, with the options optFns. item is the
// zero Item if the resource does not exist. If hold is true, the wait
// continues, whatever the poll found. It also continues if Act returns an error
// that the next poll can resolve. Any other error ends the wait.
type Act[Item, Opt any] = func(ctx context.Context, item Item, optFns []func(Opt)) (hold bool, err error)

// CheckWait returns an error if a flow's maximum wait is not positive.
func CheckWait(maxWait time.Duration) error {
	if maxWait <= 0 {
		return fmt.Errorf("the maximum wait of %s is not positive", maxWait)
	}
	return nil
}

// Until returns a function that returns the time left until a deadline, but at
// least 1 ms, so that a wait polls once even after the deadline.
func Until(deadline time.Time) func() time.Duration {
	return func() time.Duration { return max(time.Until(deadline), time.Millisecond) }
}

// Poll describes the resource until evaluate returns wait.Success or
// wait.Failure, and calls act after each poll. A status in Failures also counts
// as a failure.
func (t *Target[In, Out, Item, Opt]) Poll(ctx context.Context, wanted string, evaluate func(Item) wait.Outcome, act Act[Item, Opt]) error {
	var last error // error of the last failed call
	began := time.Now()
	condition := wait.Condition{Wanted: wanted, Evaluate: func(item any) wait.Outcome {
		x := item.(Item)
		if slices.Contains(t.Failures, t.status(x)) {
			return wait.Failure
		}
		return evaluate(x)
	}}
	waiter := describe.NewWaiter(t.Describe, t.Core, t.Resource, &condition, append(slices.Clip(t.Options), func(o *describe.WaiterOptions[In, Out, Item, Opt]) {
		decide := o.Retryable
		o.Retryable = func(ctx context.Context, asked In, out Out, err error) (bool, error) {
			var item Item
			switch {
			case err != nil && !t.Resource.IsNotFound(err):
				return decide(ctx, asked, out, err)
			case err == nil:
				if found, ok := t.Resource.First(out).(Item); ok {
					item, t.Last = found, found
				}
			}
			hold, failure := act(ctx, item, o.ClientOptions)
			switch {
			case failure != nil:
				last = failure
				return later(ctx, began, failure)
			case hold:
				return true, nil
			}
			return decide(ctx, asked, out, err)
		}
	}))
	err := waiter.Wait(ctx, t.Params, t.Left())
	var failed *nereid.WaitError
	if errors.As(err, &failed) && failed.Outcome == nereid.ErrWaitTimeout && failed.Cause == nil {
		failed.Cause = last
	}
	return err
}

// later decides whether a wait continues after a call between two polls has
// returned err. again is true if the next poll may show the call's outcome, or
// if the call can be repeated after that poll. Otherwise, failure is the error
// that ends the wait. began is the time at which the wait began.
func later(ctx context.Context, began time.Time, err error) (again bool, failure error) {
	var unknown *nereid.OutcomeUnknownError
	trouble, passing := retry.Credentials(err, began)
	switch {
	case trouble && passing:
		return true, nil
	case err == nil, errors.As(err, &unknown), retry.IsRetryable(err):
		return true, nil
	case ctx.Err() != nil:
		return false, ctx.Err()
	}
	switch nereid.CategoryOf(err) {
	case nereid.ErrAlreadyExists, nereid.ErrInvalidState, nereid.ErrThrottled:
		return true, nil
	}
	return false, err
}

func (t *Target[In, Out, Item, Opt]) status(item Item) string {
	return strings.ToLower(t.Resource.StatusOf(item))
}

func (t *Target[In, Out, Item, Opt]) isAvailable(item Item) bool {
	var none Item
	return item != none && t.status(item) == "available"
}

// available evaluates a description.
func (t *Target[In, Out, Item, Opt]) available(item Item) wait.Outcome {
	if t.isAvailable(item) {
		return wait.Success
	}
	return wait.Pending
}

// Available waits until the resource is available.
func (t *Target[In, Out, Item, Opt]) Available(ctx context.Context) error {
	return t.Poll(ctx, "available", t.available, func(context.Context, Item, []func(Opt)) (bool, error) { return false, nil })
}

// Make creates the resource by calling the function begin, unless the resource
// exists. Make then waits until the resource is available. If the resource
// exists already, Make calls isOurs, which reports, judging by the resource's
// tags, whether an earlier run created the resource. If no earlier run did,
// Make returns t.Other.
func (t *Target[In, Out, Item, Opt]) Make(ctx context.Context, begin func(context.Context, []func(Opt)) error, isOurs func(context.Context, Item, []func(Opt)) (bool, error)) error {
	var none Item
	var began time.Time
	ours, shown, misses := false, false, 0
	return t.Poll(ctx, "available", t.available, func(ctx context.Context, item Item, optFns []func(Opt)) (hold bool, err error) {
		shown = shown || item != none
		switch {
		case item == none && ours: // the resource does not show yet, or was deleted
			return !shown && time.Since(began) < appears, nil
		case item == none:
			err := begin(ctx, optFns)
			ours, shown, began = err == nil, false, time.Now()
			return true, err
		case ours:
			return false, nil
		}
		yes, err := isOurs(ctx, item, optFns)
		switch {
		case err == nil && yes:
			ours = true
			return false, nil
		case err != nil && !t.Resource.IsNotFound(err):
			return true, err
		}
		if misses++; misses < patience { // the tag may show later
			return true, nil
		}
		return true, t.Other
	})
}

// Set modifies the resource by calling the function modify, unless its
// description already shows all the settings. Set then waits until the resource
// is available and its description shows the settings. settings is the input
// that modify sends.
func (t *Target[In, Out, Item, Opt]) Set(ctx context.Context, settings any, modify func(context.Context, []func(Opt)) error) error {
	called := false
	return t.Poll(ctx, "available with its settings", func(item Item) wait.Outcome {
		differs, _ := recovery.Shows(settings, item)
		if t.isAvailable(item) && differs == "" && wait.Empty(page.Member(item, "PendingModifiedValues").Interface()) {
			return wait.Success
		}
		return wait.Pending
	}, func(ctx context.Context, item Item, optFns []func(Opt)) (hold bool, err error) {
		if called || !t.isAvailable(item) {
			return false, nil
		}
		if differs, hidden := recovery.Shows(settings, item); differs == "" && hidden == "" {
			return false, nil
		}
		err = modify(ctx, optFns)
		called = err == nil
		return true, err
	})
}

// Attach adds an IAM role to the resource, and waits until the role is active.
func (t *Target[In, Out, Item, Opt]) Attach(ctx context.Context, role, feature *string, add func(context.Context, []func(Opt)) error) error {
	statusOf := func(item Item) *string { return resource.RoleStatus(item, role, feature) }
	return t.Poll(ctx, "available with the role", func(item Item) wait.Outcome {
		switch strings.ToUpper(nereid.ToString(statusOf(item))) {
		case "ACTIVE":
			return wait.Success
		case "INVALID":
			return wait.Failure
		}
		return wait.Pending
	}, func(ctx context.Context, item Item, optFns []func(Opt)) (hold bool, err error) {
		if !t.isAvailable(item) || statusOf(item) != nil {
			return false, nil
		}
		return true, add(ctx, optFns)
	})
}

// Add creates a part of the resource, for example an instance of a cluster, as
// soon as the resource is available. If the part exists already, Add calls
// isOurs, which reports whether the part belongs to the resource, and whether
// Describe responses show the part yet. If the part belongs to another
// resource, Add returns t.Other.
func (t *Target[In, Out, Item, Opt]) Add(ctx context.Context, create func(context.Context, Item, []func(Opt)) error, isOurs func(context.Context, []func(Opt)) (ours, shown bool, err error)) error {
	return t.Poll(ctx, "available", t.available, func(ctx context.Context, item Item, optFns []func(Opt)) (hold bool, err error) {
		if !t.isAvailable(item) {
			return false, nil
		}
		err = create(ctx, item, optFns)
		if nereid.CategoryOf(err) != nereid.ErrAlreadyExists {
			return false, err
		}
		ours, shown, err := isOurs(ctx, optFns)
		if err == nil && shown && !ours {
			err = t.Other
		}
		return !shown, err
	})
}
