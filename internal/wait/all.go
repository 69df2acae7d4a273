package wait

import (
	"context"
	"errors"
	"iter"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
)

// batchSize is how many resources one describe can ask for and return.
const batchSize = 100

// All waits for many resources at once and yields each as it ends, with nil when
// it reached the goal. At each tick it asks for all that are left: by filter, a
// hundred in a request; where there is no filter, by a sweep over the whole
// list; one by one where that takes fewer requests.
func (w *Waiter[In, Out, Item, Opt]) All(ctx context.Context, ids []string, maxWait time.Duration, o Options[In, Out, Item, Opt]) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		clock, ctx, cancel, err := w.begin(ctx, maxWait, &o)
		if err != nil {
			for _, id := range ids {
				if !yield(id, err) {
					return
				}
			}
			return
		}
		defer cancel()

		b := batch[In, Out, Item, Opt]{Waiter: w, clock: clock, options: &o, sweepCost: 1}
		for _, id := range ids {
			switch {
			case b.add(id):
			case id == "" && !yield(id, errors.New("an identifier is empty")):
				return
			}
		}
		for len(b.waiting) > 0 {
			if err := clock.sleep(ctx); err != nil {
				for _, e := range b.waiting {
					if !yield(e.name, w.ended(&e.tracker, clock, err)) {
						return
					}
				}
				return
			}
			for _, e := range b.tick(ctx) {
				var err error
				if e.verdict == Failure {
					e.output = b.view(e)
					err = w.failed(&e.tracker, clock, e.failure)
				}
				if !yield(e.name, err) {
					return
				}
			}
		}
	}
}

// A batch is the state of a wait for many.
type batch[In, Out, Item, Opt any] struct {
	*Waiter[In, Out, Item, Opt]
	clock     *clock
	options   *Options[In, Out, Item, Opt]
	waiting   []*entry[In, Item]
	known     map[string]*entry[In, Item] // by name in lower case
	borrowed  Borrowed
	sweepCost int // requests that the last sweep took
	failures  int // ticks in a row with a request that failed
}

// An entry is one resource of a batch, with what the last poll found.
type entry[In, Item any] struct {
	tracker[Item]
	params  In
	found   []Item // one item of the page that it came in, or none
	verdict Verdict
	failure error
}

// item is what the last poll found, nil if it found nothing.
func (e *entry[In, Item]) item() *Item {
	if len(e.found) == 0 {
		return nil
	}
	return &e.found[0]
}

// add starts to wait for a resource, unless it has no name or is waited for.
func (b *batch[In, Out, Item, Opt]) add(id string) bool {
	if b.known == nil {
		b.known = make(map[string]*entry[In, Item])
	}
	key := strings.ToLower(id)
	if _, twice := b.known[key]; twice || id == "" {
		return false
	}
	e := &entry[In, Item]{params: b.Kind.One(id)}
	e.name = id
	b.known[key] = e
	b.waiting = append(b.waiting, e)
	return true
}

// tick polls everything that is waited for, and returns what ended.
func (b *batch[In, Out, Item, Opt]) tick(ctx context.Context) []*entry[In, Item] {
	polled := b.waiting
	for _, e := range polled {
		e.found = nil
		e.attempts++
	}
	lastFailure := b.poll(ctx)
	if lastFailure != nil {
		b.failures++
	} else {
		b.failures = 0
	}

	var ended []*entry[In, Item]
	b.waiting = nil
	for _, e := range polled {
		if e.verdict == Pending {
			b.waiting = append(b.waiting, e)
		} else {
			ended = append(ended, e)
			delete(b.known, strings.ToLower(e.name))
		}
	}
	b.clock.next(b.failures, lastFailure)
	for _, e := range polled {
		b.report(&e.tracker, b.clock, e.item(), e.verdict, b.options, b.borrowed)
	}
	return ended
}

// poll asks for everything in as few requests as it takes. It returns the last
// error that leaves something to be asked for again.
func (b *batch[In, Out, Item, Opt]) poll(ctx context.Context) error {
	var lastFailure error
	note := func(err error) {
		if err != nil {
			lastFailure = err
		}
	}
	switch n := len(b.waiting); {
	case b.Kind.Many != nil:
		for rest := b.waiting; len(rest) > 0; {
			chunk := rest[:min(batchSize, len(rest))]
			rest = rest[len(chunk):]
			if len(chunk) == 1 {
				note(b.one(ctx, chunk[0]))
			} else {
				note(b.some(ctx, chunk, b.Kind.Many(names(chunk))))
			}
		}
	case n <= b.sweepCost:
		for _, e := range b.waiting {
			note(b.one(ctx, e))
		}
	default:
		var everything In
		note(b.some(ctx, b.waiting, everything))
	}
	return lastFailure
}

// one asks for a single resource.
func (b *batch[In, Out, Item, Opt]) one(ctx context.Context, e *entry[In, Item]) error {
	out, err := b.describe(ctx, &e.params, b.options, &b.borrowed)
	if err == nil {
		if items := *b.Kind.Pages.Items(out); len(items) > 0 {
			e.found = items[:1:1]
		}
	}
	return b.judge(ctx, e, err)
}

// some asks for many resources by one input, of as many pages as it has.
func (b *batch[In, Out, Item, Opt]) some(ctx context.Context, entries []*entry[In, Item], params In) error {
	out, err := b.describe(ctx, &params, b.options, &b.borrowed)
	if errors.Is(err, nereid.ErrNotFound) {
		// The fault does not say which of them: ask one by one.
		var lastFailure error
		for _, e := range entries {
			if err := b.one(ctx, e); err != nil {
				lastFailure = err
			}
		}
		return lastFailure
	}
	if err == nil {
		items := *b.Kind.Pages.Items(out)
		if b.Kind.Many == nil {
			b.sweepCost = max(1, (len(items)+batchSize-1)/batchSize)
		}
		for i := range items {
			for _, name := range b.Kind.Names(&items[i]) {
				if e, ok := b.known[strings.ToLower(name)]; ok {
					e.found = items[i : i+1 : i+1]
				}
			}
		}
	}
	var lastFailure error
	for _, e := range entries {
		if err := b.judge(ctx, e, err); err != nil {
			lastFailure = err
		}
	}
	return lastFailure
}

// judge decides about one resource after a poll that found it, or nothing, or failed.
// It returns the error again if the resource is still waited for.
func (b *batch[In, Out, Item, Opt]) judge(ctx context.Context, e *entry[In, Item], err error) error {
	b.note(&e.tracker, e.item())
	var out *Out
	if err == nil {
		out = b.view(e)
	}
	e.verdict, e.failure = b.decide(ctx, b.clock, &e.tracker, &e.params, out, err, b.options, b.borrowed)
	if e.verdict == Pending {
		return err
	}
	return nil
}

// view is the output as it would be had only this resource been asked for.
func (b *batch[In, Out, Item, Opt]) view(e *entry[In, Item]) *Out {
	out := new(Out)
	*b.Kind.Pages.Items(out) = e.found
	return out
}

func names[In, Item any](entries []*entry[In, Item]) []string {
	all := make([]string, len(entries))
	for i, e := range entries {
		all[i] = e.name
	}
	return all
}
