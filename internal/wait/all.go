package wait

import (
	"context"
	"iter"
	"reflect"
	"strings"
	"time"
)

// All waits for many resources at once. It yields each resource when its wait
// ends, with a nil error if it reached the wanted state. At each tick it
// describes all remaining resources in as few requests as possible, see
// [batch].
func (w *Engine) All(ctx context.Context, ids []string, maxWait time.Duration) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		b := newBatch(w)
		ctx, cancel, err := b.begin(ctx, maxWait)
		if err != nil {
			for _, id := range ids {
				if !yield(id, err) {
					return
				}
			}
			return
		}
		defer cancel()

		for _, id := range ids {
			if id != "" {
				b.add(id)
			} else if !yield(id, errEmptyID) {
				return
			}
		}
		b.run(ctx, yield, nil)
	}
}

// Flow is All for resources that are added during the wait. At the beginning
// and after each poll, feed returns the resources to add, and whether there
// will be more; then Flow yields "". After the end of the wait feed is not
// called again.
func (w *Engine) Flow(ctx context.Context, feed func(context.Context) (ids []string, more bool), maxWait time.Duration) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		b := newBatch(w)
		ctx, cancel, err := b.begin(ctx, maxWait)
		if err != nil {
			yield("", err)
			return
		}
		defer cancel()
		b.run(ctx, yield, feed)
	}
}

func newBatch(w *Engine) *batch {
	return &batch{Engine: *w, known: make(map[string][]*entry), sweepCost: 1}
}

// run polls until no resource is left and feed has no more.
func (b *batch) run(ctx context.Context, yield func(string, error) bool, feed func(context.Context) ([]string, bool)) {
	ctx, span := b.traced(ctx)
	var failed error // the first that a resource ended with
	defer func() {
		if failed == nil && len(b.waiting) > 0 {
			failed = errLeft
		}
		span.end(b.ticks, failed)
	}()
	for more := feed != nil; more || len(b.waiting) > 0; {
		if more {
			var ids []string
			ids, more = feed(ctx)
			for _, id := range ids {
				b.add(id)
			}
			if !yield("", nil) {
				return
			}
			if !more && len(b.waiting) == 0 {
				return
			}
		}
		if b.clock.sleep(ctx) != nil {
			for _, e := range b.waiting {
				e.end = b.Engine.ended(ctx, &e.tracker)
			}
			b.waiting, b.ended, more = nil, b.waiting, false
		} else {
			b.tick(ctx)
		}
		for _, e := range b.ended {
			if failed == nil {
				failed = e.end
			}
			if !yield(e.name, e.end) {
				return
			}
		}
	}
}

// A batch is the state of a wait for many resources. Most are described in
// lists: a hundred at a time by a filter. Without a filter, a sweep lists all
// resources that exist, if that takes fewer requests than describing each of
// them alone.
//
// A list without a resource is not believed at once: a filter may be
// case-sensitive, and a resource may be shared by another account or move from
// page to page. If a list is rejected, the reason may be one identifier, or the
// caller may only be allowed to see some of the resources. The batch then finds
// out which of them can be described.
type batch struct {
	Engine
	known map[string][]*entry // the resources, by name in lower case

	waiting   []*entry
	ended     []*entry // in the last tick
	sweepCost int      // requests that a sweep takes, as far as known
	failures  int      // consecutive ticks without any answer

	// Of the current tick.
	ticks    int
	lists    int   // number of lists so far; it marks the entries of the last list
	answered bool  // whether the service answered anything
	refused  int   // requests in a row that were throttled
	failed   error // of a request to be repeated, the error with the longest delay
	noKeys   error // of a request without credentials
	soon     bool  // a result has to be confirmed
}

// An entry is one resource of a batch, with the result of the last poll.
type entry struct {
	tracker
	params  any
	found   reflect.Value // in its page: a list of one item; invalid if the last poll did not find it
	page    any
	list    int // the last list that was searched for it
	tick    int // of the last poll
	outcome Outcome
	end     error // with which its wait ended

	listed   bool // a list has shown it
	unlisted int  // how often no list showed it although it was there
	alone    bool // it is described alone
	barred   bool // it is described alone until it exists
}

// item returns the item that the last poll found, or nil.
func (e *entry) item() any {
	if !e.found.IsValid() {
		return nil
	}
	return at(e.found, 0)
}

// add starts to wait for a resource, unless the batch already does.
func (b *batch) add(id string) {
	key := strings.ToLower(id)
	for _, e := range b.known[key] {
		if e.name == id {
			return
		}
	}
	params := b.input()
	b.Resource.Name(params, id)
	e := &entry{params: params}
	e.name = id
	b.known[key] = append(b.known[key], e)
	b.waiting = append(b.waiting, e)
}

// forget removes an entry whose wait has ended.
func (b *batch) forget(e *entry) {
	key := strings.ToLower(e.name)
	same := b.known[key]
	if len(same) == 1 {
		delete(b.known, key)
		return
	}
	rest := make([]*entry, 0, len(same)-1)
	for _, other := range same {
		if other != e {
			rest = append(rest, other)
		}
	}
	b.known[key] = rest
}

// tick polls everything that is waited for.
func (b *batch) tick(ctx context.Context) {
	b.ticks++
	b.answered, b.refused, b.failed, b.noKeys, b.soon = false, 0, nil, nil, false
	b.poll(ctx)

	all := b.waiting
	b.sort()
	switch {
	case b.failed == nil:
		b.failures = 0
	case b.answered:
		b.failures = 1
	default:
		b.failures++
	}
	b.clock.next(b.failures, b.failed, b.soon, b.answered)
	for _, e := range all {
		if e.tick == b.ticks {
			b.report(&e.tracker, e.item(), e.outcome)
		}
	}
}

// sort separates the resources whose wait ended from the waiting ones, and
// orders those. If throttling ended the tick early, the next tick begins with
// the resources that this one did not get to. Then come those whose request
// failed, then the others. So each gets its turn.
func (b *batch) sort() {
	all := b.waiting
	b.waiting, b.ended = make([]*entry, 0, len(all)), nil
	var failed, answered []*entry
	for _, e := range all {
		switch {
		case e.tick != b.ticks:
			b.waiting = append(b.waiting, e)
		case e.outcome != Pending:
			b.ended = append(b.ended, e)
			b.forget(e)
		case e.failures > 0:
			failed = append(failed, e)
		default:
			answered = append(answered, e)
		}
	}
	if len(b.waiting) > 0 {
		b.waiting = append(append(b.waiting, failed...), answered...)
		return
	}
	for _, e := range all {
		if e.outcome == Pending {
			b.waiting = append(b.waiting, e)
		}
	}
}

// conclude decides about one resource after a poll. The poll failed with err,
// or its result is in the entry.
func (b *batch) conclude(ctx context.Context, e *entry, err error) {
	e.tick = b.ticks
	var out any
	if err == nil {
		out = b.view(e)
		e.output = out
	} else {
		e.found, e.page = reflect.Value{}, nil
	}
	e.outcome, e.end = b.decide(ctx, &e.tracker, e.params, e.item(), out, err)
	if e.outcome != Pending {
		return
	}
	b.soon = b.soon || e.tracker.soon
	if e.failures > 0 {
		b.note(err)
	}
}

// view returns the output as if the request had named only this resource.
func (b *batch) view(e *entry) any {
	if e.page != nil {
		return b.with(e.page, e.found)
	}
	return reflect.New(reflect.TypeOf(b.Output).Elem()).Interface()
}

// input returns an empty input.
func (w *Engine) input() any { return reflect.New(reflect.TypeOf(w.Params).Elem()).Interface() }
