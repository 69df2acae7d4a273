package wait

import (
	"context"
	"math"
	"reflect"
	"slices"
	"strings"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/page"
	"github.com/nereid-go/nereid/internal/retry"
)

// batchSize is the maximum number of resources that one describe call can name
// and return.
const batchSize = 100

// maxRefused is the number of consecutive throttled requests that ends a round
// of polls (a tick) early. A single throttled request may be chance. After the
// second, further requests would probably be throttled too.
const maxRefused = 2

// poll describes all waiting resources.
func (b *batch) poll(ctx context.Context) {
	listed := make([]*entry, 0, len(b.waiting))
	var alone []*entry
	for _, e := range b.waiting {
		if e.alone || e.barred {
			alone = append(alone, e)
		} else {
			listed = append(listed, e)
		}
	}
	switch {
	case b.Resource.Filter != "":
		for chunk := range slices.Chunk(listed, batchSize) {
			b.some(ctx, chunk)
		}
	case len(listed) > b.sweepCost && b.Resource.Of == "":
		b.sweep(ctx, listed)
	default:
		b.each(ctx, listed)
	}
	b.each(ctx, alone)
	if b.noKeys != nil { // the others cannot be described either
		for _, e := range b.waiting {
			if e.tick != b.ticks {
				b.conclude(ctx, e, b.noKeys)
			}
		}
	}
}

// stopped reports whether this round of polls (this tick) must end without
// further requests.
func (b *batch) stopped(ctx context.Context) bool {
	return b.noKeys != nil || b.refused >= maxRefused || ctx.Err() != nil
}

// answer records the result of a request.
func (b *batch) answer(err error) {
	if trouble, _ := retry.Credentials(err, b.clock.start); trouble {
		b.noKeys = err
		return
	}
	if retry.IsThrottle(err) {
		b.refused++
		return
	}
	b.refused = 0
	b.answered = b.answered || err == nil || !retry.IsRetryable(err)
}

// note keeps err if it asks for a longer delay than the error kept so far in
// this tick (this round of polls). The kept error determines the delay before
// the next tick.
func (b *batch) note(err error) {
	if b.failed == nil || retry.After(err, 0, math.MaxInt64) > retry.After(b.failed, 0, math.MaxInt64) {
		b.failed = err
	}
}

// each describes resources one by one.
func (b *batch) each(ctx context.Context, entries []*entry) {
	for _, e := range entries {
		b.one(ctx, e)
	}
}

// one describes a single resource.
func (b *batch) one(ctx context.Context, e *entry) {
	if b.stopped(ctx) {
		return
	}
	out, _, err := b.describe(ctx, e.params, maxPagesOfOne)
	b.answer(err)
	e.found, e.page = reflect.Value{}, nil
	if err == nil {
		items := b.Resource.items(out)
		if items.Len() == 1 {
			e.found, e.page = only(items, 0), out // whatever its name
		}
		for i := 0; i < items.Len() && !e.found.IsValid(); i++ {
			for n := range b.Resource.Names {
				if strings.EqualFold(b.Resource.name(at(items, i), n), e.name) {
					e.found, e.page = only(items, i), out
				}
			}
		}
	}
	e.barred = b.Resource.IsNotFound(err) || e.barred && !e.found.IsValid()
	b.conclude(ctx, e, err)
}

// some describes resources in a list, by a filter.
func (b *batch) some(ctx context.Context, entries []*entry) {
	switch {
	case len(entries) == 1:
		b.one(ctx, entries[0])
		return
	case b.stopped(ctx):
		return
	}
	out, pages, err := b.describe(ctx, b.Resource.many(b.input(), filterValues(entries)), maxPagesOfFilter)
	b.answer(err)
	switch {
	case b.Resource.IsNotFound(err), nereid.CategoryOf(err) == nereid.ErrInvalidParameter:
		b.split(ctx, entries, err)
		return
	case nereid.CategoryOf(err) == nereid.ErrAccessDenied:
		b.denied(ctx, entries, err)
		return
	}
	b.lookFor(entries)
	if err == nil {
		b.spread(out)
	}
	b.settle(ctx, entries, pages, err)
}

// split describes each half of the entries separately, because the service
// rejected all of them together and does not report which entry is the reason.
// If a half is a single entry, that entry is described alone. If err is about an
// invalid parameter, the entry is described alone in all later polls too. If err
// is about a missing resource, the entry is described alone until the resource
// exists.
func (b *batch) split(ctx context.Context, entries []*entry, err error) {
	half := len(entries) / 2
	for _, part := range [][]*entry{entries[:half], entries[half:]} {
		if len(part) == 1 && nereid.CategoryOf(err) == nereid.ErrInvalidParameter {
			part[0].alone = true
		}
		b.some(ctx, part)
	}
}

// denied handles a list of resources that the service denied: it describes the
// resources one by one. The caller may be allowed to see these resources, but
// not others in the list. If the first resource is denied too, denied does not
// describe the others.
func (b *batch) denied(ctx context.Context, entries []*entry, err error) {
	first, rest := entries[0], entries[1:]
	b.one(ctx, first)
	if first.tick != b.ticks {
		return
	}
	switch said := first.tracker.err; {
	case nereid.CategoryOf(said) == nereid.ErrAccessDenied:
		for _, e := range rest {
			b.conclude(ctx, e, err)
		}
	case said == nil, b.Resource.IsNotFound(said):
		for _, e := range entries {
			e.alone = true
		}
		b.each(ctx, rest)
	}
}

// sweep searches for resources in the list of all existing resources. It stops
// after as many requests as describing each resource alone would take.
func (b *batch) sweep(ctx context.Context, entries []*entry) {
	pages := page.NewWalk(b.Params, b.Resource.Items, page.Options{})
	b.lookFor(entries)
	n, missing := 0, len(entries)
	var err error
	for missing > 0 && n < len(entries) && pages.More() && !b.stopped(ctx) {
		var out any
		out, err = b.next(ctx, pages)
		b.answer(err)
		if err != nil {
			break
		}
		missing -= b.spread(out)
		n++
	}
	b.sweepCost = max(n, 1)
	switch {
	case n == 0 && nereid.CategoryOf(err) == nereid.ErrAccessDenied:
		b.denied(ctx, entries, err)
	case n == 0 && (b.Resource.IsNotFound(err) || nereid.CategoryOf(err) == nereid.ErrInvalidParameter):
		b.sweepCost = math.MaxInt // the service does not return lists of this resource type
		b.each(ctx, entries)
	case err == nil && missing > 0 && pages.More():
		for _, e := range entries {
			if e.found.IsValid() {
				b.settle(ctx, []*entry{e}, n, nil)
			} else {
				b.one(ctx, e)
			}
		}
	default:
		b.settle(ctx, entries, n, err)
	}
}

// settle evaluates the resources that the current list should contain. pages is
// the list's number of pages. If err is not nil, reading the list failed with
// err, and only the resources on the pages before the error are known.
func (b *batch) settle(ctx context.Context, entries []*entry, pages int, err error) {
	for _, e := range entries {
		switch {
		case e.found.IsValid():
			e.listed = true
			b.conclude(ctx, e, nil)
		case err != nil:
			b.conclude(ctx, e, err)
		default:
			b.absent(ctx, e, pages == 1)
		}
	}
}

// absent evaluates a resource that is missing from a list. whole reports
// whether the list has a single page. If the resource's absence would end the
// wait, absent first describes the resource alone. That is not necessary if
// whole is true and an earlier list contained the resource. If the resource was
// found alone after an earlier list did not contain it, absent always describes
// it alone.
func (b *batch) absent(ctx context.Context, e *entry, whole bool) {
	final := b.Condition.Gone || e.misses+1 >= misses
	if e.unlisted == 0 && (!final || e.listed && whole) {
		b.conclude(ctx, e, nil)
		return
	}
	b.one(ctx, e)
	if e.tick == b.ticks && e.found.IsValid() {
		e.unlisted++
		e.alone = e.unlisted > 1 // the first time, the resource may have been too new
	}
}

// lookFor prepares the entries for reading a new list. It clears what earlier
// lists showed about them. The method spread then searches the new list for
// these entries.
func (b *batch) lookFor(entries []*entry) {
	b.lists++
	for _, e := range entries {
		e.list, e.found, e.page = b.lists, reflect.Value{}, nil
	}
}

// spread assigns a page's items to the entries of the current list. It returns
// how many entries it found for the first time. If two identifiers differ only
// in case, an item is assigned to the identifier with the same case.
func (b *batch) spread(out any) int {
	n := 0
	items := b.Resource.items(out)
	for i := range items.Len() {
		for j := range b.Resource.Names {
			name := b.Resource.name(at(items, i), j)
			for _, e := range b.known[strings.ToLower(name)] {
				switch {
				case e.list != b.lists:
					continue
				case !e.found.IsValid():
					n++
				case name != e.name:
					continue
				}
				e.found, e.page = only(items, i), out
			}
		}
	}
	return n
}

// filterValues returns the values of a filter for the entries. It replaces an
// ARN with the name in it, because not all filters accept ARNs.
func filterValues(entries []*entry) []string {
	values := make([]string, len(entries))
	for i, e := range entries {
		values[i] = e.name
		if strings.HasPrefix(e.name, "arn:") {
			parts := strings.SplitN(e.name, ":", 7)
			values[i] = parts[len(parts)-1]
		}
	}
	return values
}
