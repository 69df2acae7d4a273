// Package page walks the pages of the describe operations. All paginators are
// made of it.
//
// A marker that comes a second time would send the walk round for ever. The page
// that it came with is good and is delivered; the error follows in place of the
// next.
package page

import (
	"context"
	"errors"
	"fmt"
	"iter"
)

// A Shape tells where the parts of a paged operation are in its input and
// output.
type Shape[In, Out, Item any] struct {
	Marker     func(*In) **string
	MaxRecords func(*In) **int32
	Next       func(*Out) **string
	Items      func(*Out) *[]Item
}

// Options are the options of all paginators.
type Options struct {
	Limit                int32
	StopOnDuplicateToken bool
}

// A Paginator walks the pages once. It is not safe for concurrent use.
type Paginator[In, Out, Item, Opt any] struct {
	describe func(context.Context, *In, ...func(*Opt)) (*Out, error)
	shape    *Shape[In, Out, Item]
	options  Options
	params   In                  // a copy of the caller's
	next     *string             // the marker of the next page, nil or empty at the end
	seen     map[string]struct{} // the markers that were followed
	started  bool
	repeated string // the marker that came twice
}

// New returns a paginator. Nil params are empty ones.
func New[In, Out, Item, Opt any](
	describe func(context.Context, *In, ...func(*Opt)) (*Out, error), shape *Shape[In, Out, Item], params *In, options Options,
) *Paginator[In, Out, Item, Opt] {
	p := &Paginator[In, Out, Item, Opt]{describe: describe, shape: shape, options: options}
	if params != nil {
		p.params = *params
	}
	if marker := *shape.Marker(&p.params); marker != nil && *marker != "" {
		p.next = marker
	}
	return p
}

// HasMorePages reports whether NextPage may be called.
func (p *Paginator[In, Out, Item, Opt]) HasMorePages() bool {
	return !p.started || p.next != nil && *p.next != ""
}

// NextPage asks for the next page. After an error it may be called again for
// the same page.
func (p *Paginator[In, Out, Item, Opt]) NextPage(ctx context.Context, optFns ...func(*Opt)) (*Out, error) {
	if !p.HasMorePages() {
		return nil, errors.New("no more pages available")
	}
	if p.repeated != "" {
		p.next = nil
		return nil, fmt.Errorf("the service sent the marker %q a second time: following it would never end", p.repeated)
	}
	params := p.params
	*p.shape.Marker(&params) = p.next
	if p.options.Limit > 0 {
		limit := p.options.Limit
		*p.shape.MaxRecords(&params) = &limit
	}
	out, err := p.describe(ctx, &params, optFns...)
	if err != nil {
		return nil, err
	}
	if out == nil {
		return nil, errors.New("the client returned neither an output nor an error")
	}
	p.advance(*p.shape.Next(out))
	return out, nil
}

// advance takes the marker of the page that came.
func (p *Paginator[In, Out, Item, Opt]) advance(marker *string) {
	if p.seen == nil {
		p.seen = make(map[string]struct{})
	}
	if p.next != nil {
		p.seen[*p.next] = struct{}{}
	}
	p.started = true
	p.next = marker
	if marker == nil || *marker == "" {
		return
	}
	if _, ok := p.seen[*marker]; ok {
		if p.options.StopOnDuplicateToken {
			p.next = nil
		} else {
			p.repeated = *marker
		}
	}
}

// Pages yields the pages that are left. An error ends it.
func (p *Paginator[In, Out, Item, Opt]) Pages(ctx context.Context, optFns ...func(*Opt)) iter.Seq2[*Out, error] {
	return func(yield func(*Out, error) bool) {
		for p.HasMorePages() {
			out, err := p.NextPage(ctx, optFns...)
			if !yield(out, err) || err != nil {
				return
			}
		}
	}
}

// All yields the items of the pages that are left. An error ends it. Who stops in
// the middle of a page and calls it again gets the next page.
func (p *Paginator[In, Out, Item, Opt]) All(ctx context.Context, optFns ...func(*Opt)) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		for out, err := range p.Pages(ctx, optFns...) {
			if err != nil {
				var zero Item
				yield(zero, err)
				return
			}
			for _, item := range *p.shape.Items(out) {
				if !yield(item, nil) {
					return
				}
			}
		}
	}
}
