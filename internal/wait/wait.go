package wait

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/aws/smithy-go/logging"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/page"
)

// A Kind is a kind of resource that can be waited for. It names the members of
// the input and output of the operation that describes it, and of what that
// describes, an item: pointers to all of these go by as any, so that the code
// that waits is there once and not for each kind.
type Kind struct {
	Noun  string // "export task"
	Items string // member of outputs: the list of items

	ID      string   // member of inputs: the one that is asked for, nil to ask for a list
	Names   []string // members of items that one may be asked for by: its identifier, then its ARN
	Status  string   // member of items
	Percent string   // member of items: how far it is; "" if the kind does not tell

	State  func(item any) string       // a status that goes before the member, unless it is ""; may be nil
	Reason func(item any) string       // why it failed, in the words of AWS; may be nil
	Many   func(ids []string) (in any) // asks for these by a filter; nil if there is no such filter
}

// items returns the list in an output.
func (k *Kind) items(out any) reflect.Value { return page.Member(out, k.Items) }

// at returns a pointer to an item of a list.
func at(items reflect.Value, i int) any { return items.Index(i).Addr().Interface() }

// only returns the part of a list that has this item alone.
func only(items reflect.Value, i int) reflect.Value { return items.Slice3(i, i+1, i+1) }

// StatusOf returns the status of an item.
func (k *Kind) StatusOf(item any) string {
	if k.State != nil {
		if state := k.State(item); state != "" {
			return state
		}
	}
	return nereid.ToString(page.String(item, k.Status))
}

// Name makes an input ask for the resource with this identifier.
func (k *Kind) Name(in any, id string) { page.Member(in, k.ID).Set(reflect.ValueOf(&id)) }

// First returns a pointer to the first item of an output, nil if there is none.
func (k *Kind) First(out any) any {
	if items := k.items(out); items.Len() > 0 {
		return at(items, 0)
	}
	return nil
}

// name returns one of the names of an item, "" if it has no such name.
func (k *Kind) name(item any, i int) string { return nereid.ToString(page.String(item, k.Names[i])) }

// A Goal is the state that a waiter waits for, in a few lines. Letter case does
// not matter in statuses.
type Goal struct {
	Wanted  string   // for messages: "COMPLETE", "deleted"
	Success []string // statuses that are the wanted one
	Failure []string // statuses from which it is not reached any more
	Gone    bool     // the wanted state is that there is no such resource

	// Settled, where the options ask for it, holds back the success of an item
	// whose status is right but which is not there yet, such as a cluster with
	// modifications pending.
	Settled func(item any) bool

	// Judge decides instead of all these, where the status does not tell.
	Judge func(item any) Verdict

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

func (g *Goal) judge(item any, status string) Verdict {
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

// An engine is one wait. Pointers to inputs, outputs and items are any.
type engine struct {
	kind     *Kind
	goal     *Goal
	params   any // a nil pointer to an input
	output   any // and one to an output
	settings Settings
	clock    *clock
	borrowed Borrowed // by the last request

	ask       func(ctx context.Context, params any, b *Borrowed) (out any, err error)
	retryable func(ctx context.Context, params, out any, err error) (bool, error)
	onPoll    func(*polled)
}

// polled is a Poll without its type.
type polled struct {
	resource string
	item     any
	status   string
	percent  int
	attempt  int
	elapsed  time.Duration
	next     time.Duration
	err      error
}

var errEmptyID = errors.New("an identifier is empty")

// wait is Waiter.Wait.
func (w *engine) wait(ctx context.Context, params any, maxWait time.Duration) (any, error) {
	if id := page.String(params, w.kind.ID); id != nil && *id == "" {
		return nil, errEmptyID
	}
	ctx, cancel, err := w.begin(ctx, maxWait)
	if err != nil {
		return nil, err
	}
	defer cancel()

	t := tracker{name: nereid.ToString(page.String(params, w.kind.ID))}
	var last any
	for {
		if err := w.clock.sleep(ctx); err != nil {
			return last, w.ended(ctx, &t)
		}
		w.borrowed = Borrowed{}
		out, _, err := w.describe(ctx, params)
		if err == nil {
			last, t.output = out, out
		}
		item := w.notable(out)
		verdict, failure := w.decide(ctx, &t, params, item, out, err)
		if verdict == Pending {
			w.clock.next(t.failures, t.err, t.soon)
		}
		w.report(&t, item, verdict)
		switch verdict {
		case Success:
			return out, nil
		case Failure:
			return last, failure
		}
	}
}

// begin checks the options and starts the clock of a wait.
func (w *engine) begin(ctx context.Context, maxWait time.Duration) (context.Context, context.CancelFunc, error) {
	o := &w.settings
	switch {
	case maxWait <= 0:
		return nil, nil, errors.New("the maximum wait time must be greater than zero")
	case o.MinDelay <= 0, o.MinDelay > o.MaxDelay:
		return nil, nil, fmt.Errorf("the minimum delay (%s) must be greater than zero and not greater than the maximum delay (%s)", o.MinDelay, o.MaxDelay)
	}
	w.clock = newClock(ctx, maxWait, o.MinDelay, o.MaxDelay, o.InitialDelay)
	if d, ok := ctx.Deadline(); ok && d.Equal(w.clock.deadline) {
		ctx, cancel := context.WithCancel(ctx) // which keeps the cause that the caller gave
		return ctx, cancel, nil
	}
	ctx, cancel := context.WithDeadline(ctx, w.clock.deadline)
	return ctx, cancel, nil
}

// next asks for the next of the pages.
func (w *engine) next(ctx context.Context, pages *page.Walk) (any, error) {
	return pages.Next(func(params any) (any, error) { return w.ask(ctx, params, &w.borrowed) })
}

// describe asks once, for all pages, and returns them as one output, with their
// number. What the client returned is left as it is: it may be canned.
func (w *engine) describe(ctx context.Context, params any) (any, int, error) {
	pages := page.NewWalk(params, page.Options{})
	all, err := w.next(ctx, pages)
	if err != nil {
		return nil, 0, err
	}
	n := 1
	for ; pages.More(); n++ {
		if err := ctx.Err(); err != nil {
			return nil, n, err
		}
		out, err := w.next(ctx, pages)
		if err != nil {
			return nil, n, err
		}
		items := w.kind.items(all)
		if n == 1 {
			all = w.with(all, items.Slice3(0, items.Len(), items.Len()))
			items = w.kind.items(all)
		}
		items.Set(reflect.AppendSlice(items, w.kind.items(out)))
	}
	return all, n, nil
}

// with returns a copy of an output that has these items, and no page after it.
func (w *engine) with(out any, items reflect.Value) any {
	v := reflect.New(reflect.TypeOf(out).Elem())
	v.Elem().Set(reflect.ValueOf(out).Elem())
	changed := v.Interface()
	w.kind.items(changed).Set(items)
	page.Member(changed, "Marker").SetZero()
	return changed
}

// notable returns the item that a list is held up by, or the first.
func (w *engine) notable(out any) any {
	if out == nil {
		return nil
	}
	items := w.kind.items(out)
	var first any
	for i := range items.Len() {
		item := at(items, i)
		switch w.verdict(item) {
		case Failure:
			return item
		case Pending:
			if first == nil {
				first = item
			}
		}
	}
	if first == nil {
		return w.kind.First(out)
	}
	return first
}

// verdict is what the goal and the options say of an item.
func (w *engine) verdict(item any) Verdict {
	status := w.kind.StatusOf(item)
	if contains(w.settings.FailureStates, status) {
		return Failure
	}
	v := w.goal.judge(item, status)
	if v == Success && w.settings.RequireSettled && w.goal.Settled != nil && !w.goal.Settled(item) {
		return Pending
	}
	return v
}

// report tells the caller's OnPoll and the log of a poll.
func (w *engine) report(t *tracker, item any, verdict Verdict) {
	logs := w.settings.LogWaitAttempts && w.borrowed.Logger != nil
	if !logs && w.onPoll == nil {
		return
	}
	p := polled{resource: t.name, item: item, percent: -1, attempt: t.polls, elapsed: w.clock.elapsed()}
	if verdict == Pending {
		p.next = w.clock.left()
	}
	if verdict != Success {
		p.err = t.err
	}
	if item != nil {
		p.status = w.kind.StatusOf(item)
		if w.kind.Percent != "" {
			if percent := *page.Member(item, w.kind.Percent).Addr().Interface().(**int32); percent != nil {
				p.percent = int(*percent)
			}
		}
	}
	if logs {
		w.borrowed.Logger.Logf(logging.Debug, "waiting for %s to become %s: poll %d %s", w.resource(t), w.goal.Wanted, t.polls, p.describe())
	}
	if w.onPoll != nil {
		w.onPoll(&p)
	}
}

// describe says what a poll found, for the log.
func (p *polled) describe() string {
	found := "found nothing"
	switch {
	case p.item != nil:
		found = fmt.Sprintf("found status %q", p.status)
	case p.err != nil:
		found = "failed (" + p.err.Error() + ")"
	}
	if p.next == 0 {
		return found + " and was the last"
	}
	return found + ", the next is in " + p.next.String()
}
