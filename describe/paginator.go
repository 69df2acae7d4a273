package describe

import (
	"context"
	"iter"
	"reflect"

	"github.com/nereid-go/nereid/internal/page"
)

// An Operation is a describe operation, as a method of a client. In, Out and Opt are pointers to
// the operation's input, its output and the client's options.
type Operation[In, Out, Opt any] = func(context.Context, In, ...func(Opt)) (Out, error)

// PaginatorOptions are the options of all paginators.
type PaginatorOptions struct {
	// Limit is the number of items to request per page. It overrides MaxRecords in the input. AWS
	// allows 20 to 100; its default is 100.
	Limit int32

	// StopOnDuplicateToken ends the iteration without an error if the service repeats a marker. By
	// default, a repeated marker is an error, because the rest of the list would be missing.
	StopOnDuplicateToken bool
}

// A Paginator walks the pages of a describe operation once. It is not safe for concurrent use. Out is
// a pointer to the output of the operation, and Item is the type of the listed items.
type Paginator[Out, Item, Opt any] struct {
	walk  *page.Walk
	items string
	ask   func(ctx context.Context, params any, optFns []func(Opt)) (any, error)
}

// NewPaginator returns a paginator. items is the name of the output member with the list. If params
// is nil, the input is empty. Only the service packages need NewPaginator.
func NewPaginator[Item, In, Out, Opt any](op Operation[In, Out, Opt], items string, params In, optFns []func(*PaginatorOptions)) *Paginator[Out, Item, Opt] {
	ask := func(ctx context.Context, params any, optFns []func(Opt)) (any, error) {
		out, err := op(ctx, params.(In), optFns...)
		return orNil(out), err
	}
	return &Paginator[Out, Item, Opt]{newWalk(params, items, optFns), items, ask}
}

func newWalk(params any, items string, optFns []func(*PaginatorOptions)) *page.Walk {
	o := PaginatorOptions{Limit: page.MaxRecords(params)}
	for _, fn := range optFns {
		fn(&o)
	}
	return page.NewWalk(params, items, page.Options(o))
}

// orNil returns pointer, or an untyped nil if pointer is a nil pointer.
func orNil(pointer any) any {
	if reflect.ValueOf(pointer).IsNil() {
		return nil
	}
	return pointer
}

// HasMorePages reports whether NextPage can return another page.
func (p *Paginator[Out, Item, Opt]) HasMorePages() bool { return p.walk.More() }

// NextPage returns the next page. After an error, another call requests the same page again.
func (p *Paginator[Out, Item, Opt]) NextPage(ctx context.Context, optFns ...func(Opt)) (Out, error) {
	out, err := p.walk.Next(func(params any) (any, error) { return p.ask(ctx, params, optFns) })
	typed, _ := out.(Out) // out is nil or an Out
	return typed, err
}

// Pages yields the remaining pages. It stops after an error.
func (p *Paginator[Out, Item, Opt]) Pages(ctx context.Context, optFns ...func(Opt)) iter.Seq2[Out, error] {
	return func(yield func(Out, error) bool) {
		for p.HasMorePages() {
			out, err := p.NextPage(ctx, optFns...)
			if !yield(out, err) || err != nil {
				return
			}
		}
	}
}

// All yields the items of the remaining pages. It stops after it yields an
// error. If the loop breaks in the middle of a page, the next call of All
// starts with the next page.
func (p *Paginator[Out, Item, Opt]) All(ctx context.Context, optFns ...func(Opt)) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		for p.HasMorePages() {
			out, err := p.NextPage(ctx, optFns...)
			if err != nil {
				var zero Item
				yield(zero, err)
				return
			}
			for _, item := range *page.Member(out, p.items).Addr().Interface().(*[]Item) {
				if !yield(item, nil) {
					return
				}
			}
		}
	}
}
