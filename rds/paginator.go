package rds

import (
	"context"
	"iter"

	"github.com/nereid-go/nereid/internal/page"
)

// PaginatorOptions are the options of all paginators.
type PaginatorOptions struct {
	// Limit is the number of items asked for in a page, instead of the
	// MaxRecords of the input. AWS allows 20 to 100 and takes 100 by default.
	Limit int32

	// StopOnDuplicateToken ends quietly when the service sends a marker that
	// it sent before. Without it, that is an error: what is left of the list
	// would be missing.
	StopOnDuplicateToken bool
}

// A Paginator walks the pages of a describe operation, once. It is not safe for
// concurrent use.
type Paginator[In, Out, Item any] struct {
	pages *page.Paginator[In, Out, Item, Options]
}

func newPaginator[Item, In, Out any](
	describe func(context.Context, *In, ...func(*Options)) (*Out, error),
	items string, params *In, optFns []func(*PaginatorOptions),
) *Paginator[In, Out, Item] {
	o := PaginatorOptions{Limit: page.MaxRecords(params)}
	for _, fn := range optFns {
		fn(&o)
	}
	return &Paginator[In, Out, Item]{page.New[In, Out, Item](describe, items, params, page.Options(o))}
}

// HasMorePages reports whether NextPage may be called.
func (p *Paginator[In, Out, Item]) HasMorePages() bool { return p.pages.HasMorePages() }

// NextPage asks for the next page. After an error it may be called again for
// the same page.
func (p *Paginator[In, Out, Item]) NextPage(ctx context.Context, optFns ...func(*Options)) (*Out, error) {
	return p.pages.NextPage(ctx, optFns...)
}

// Pages yields the pages that are left. An error ends it.
func (p *Paginator[In, Out, Item]) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*Out, error] {
	return p.pages.Pages(ctx, optFns...)
}

// All yields the items of the pages that are left, one by one. An error ends
// it.
func (p *Paginator[In, Out, Item]) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[Item, error] {
	return p.pages.All(ctx, optFns...)
}
