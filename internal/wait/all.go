package wait

import (
	"context"
	"iter"
	"reflect"
	"strings"
	"time"
)

// All waits for several resources at the same time. It yields each resource's
// identifier when the wait for the resource ends. The error is nil if the
// resource reached the desired state. All remaining resources are polled
// together, in as few requests as possible; see the type batch.
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

// Flow is like All, for resources that are added during the wait. feed is
// called at the beginning and after each round of polls. feed returns
// identifiers to add, and whether it will return more later. After each call of
// feed, Flow yields "". When the wait has ended, Flow no longer calls feed.
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

// run polls the resources until none is left and the function feed will not add
// more. feed may be nil.
func (b *batch) run(ctx context.Context, yield func(string, error) bool, feed func(context.Context) ([]string, bool)) {
	ctx, span := b.traced(ctx)
	var failed error // the first error with which the wait for a resource ended
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

// A batch is the state of a wait for several resources. It polls all of them in
// rounds, called ticks. If the describe operation has a filter for identifiers,
// a request lists up to a hundred resources. Otherwise, the batch lists all
// existing resources (a sweep), if this takes fewer requests than describing
// the resources one by one.
//
// If a resource is missing from a list, it may still exist: a filter may be
// case-sensitive, another account may share the resource, or the resource may
// have moved to another page. If the service rejects a list, the reason may be
// one of the identifiers, or the caller may be allowed to see only some of the
// resources. In all these cases, the batch describes the resources one by one.
type batch struct {
	Engine
	known map[string][]*entry // the resources, by name in lower case

	waiting   []*entry
	ended     []*entry // entries whose wait ended in the last tick
	sweepCost int      // number of requests of a sweep, as far as known
	failures  int      // consecutive ticks without any response

	// Of the current tick.
	ticks    int
	lists    int   // number of lists so far; entries of the current list have the same number
	answered bool  // the service answered at least one request
	refused  int   // consecutive throttled requests
	failed   error // of the failed requests, the error that asks for the longest delay
	noKeys   error // error of a request without credentials
	soon     bool  // a result has to be confirmed
}

// An entry is one resource in a batch, with the result of the last poll.
type entry struct {
	tracker
	params  any
	found   reflect.Value // the item in its page, as a list; invalid if the last poll did not find it
	page    any
	list    int // number of the last list that was searched for the entry
	tick    int // number of the last tick that polled it
	outcome Outcome
	end     error // the error with which the wait for it ended

	listed   bool // a list has contained the resource
	unlisted int  // how often a list did not contain the resource although it existed
	alone    bool // the resource is described alone
	barred   bool // the resource is described alone until it exists
}

// item returns the item that the last poll found, or nil.
func (e *entry) item() any {
	if !e.found.IsValid() {
		return nil
	}
	return at(e.found, 0)
}

// add adds a resource to the batch, unless the batch already has it.
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

// tick polls all waiting resources.
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

// sort moves the resources whose wait has ended from b.waiting to b.ended. If
// throttling ended the tick early, it also sorts the waiting resources, so that
// the next tick begins with those that this tick did not poll, followed by
// those whose request failed.
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

// conclude decides whether the wait for a resource continues after a poll. err
// is the poll's error. If err is nil, e contains the result.
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

// view returns an output that contains only this resource.
func (b *batch) view(e *entry) any {
	if e.page != nil {
		return b.with(e.page, e.found)
	}
	return reflect.New(reflect.TypeOf(b.Output).Elem()).Interface()
}

// input returns an empty input.
func (w *Engine) input() any { return reflect.New(reflect.TypeOf(w.Params).Elem()).Interface() }
