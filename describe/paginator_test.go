package describe_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/describe"
)

type (
	input struct {
		Filter     []string
		Marker     *string
		MaxRecords *int32
	}
	output struct {
		Items  []int
		Marker *string
	}
	options   struct{ Region string }
	paginator = describe.Paginator[*output, int, *options]
)

// paginate sets these options, except for a Limit of 0.
func paginate(op describe.Operation[*input, *output, *options], in *input, o describe.PaginatorOptions) *paginator {
	return describe.NewPaginator[int](op, "Items", in, []func(*describe.PaginatorOptions){func(to *describe.PaginatorOptions) {
		if o.Limit == 0 {
			o.Limit = to.Limit
		}
		*to = o
	}})
}

func ptr[T any](v T) *T { return &v }

// A book has pages by marker. Its first page has the marker "".
type book struct {
	pages map[string]*output
	asked []input
	fails map[int]error // by number of the request
}

func (b *book) describe(_ context.Context, in *input, _ ...func(*options)) (*output, error) {
	b.asked = append(b.asked, *in)
	if err := b.fails[len(b.asked)]; err != nil {
		return nil, err
	}
	marker := "nil"
	if in.Marker != nil {
		marker = *in.Marker
	}
	out, ok := b.pages[marker]
	if !ok {
		return nil, fmt.Errorf("there is no page %q", marker)
	}
	return out, nil
}

// chain returns a book with one item on each page, whose pages have these markers.
func chain(markers ...string) *book {
	b := &book{pages: make(map[string]*output)}
	from := "nil"
	for i, marker := range markers {
		b.pages[from] = &output{Items: []int{i}, Marker: ptr(marker)}
		from = marker
	}
	if _, ok := b.pages[from]; !ok {
		b.pages[from] = &output{Items: []int{len(markers)}}
	}
	return b
}

func (b *book) markers() []string {
	var all []string
	for _, in := range b.asked {
		if in.Marker == nil {
			all = append(all, "nil")
		} else {
			all = append(all, *in.Marker)
		}
	}
	return all
}

func (b *book) paginator(in *input, o describe.PaginatorOptions) *paginator {
	return paginate(b.describe, in, o)
}

// walk reads all pages like a program for the SDK.
func walk(t *testing.T, p *paginator) (items []int, err error) {
	t.Helper()
	for p.HasMorePages() {
		out, err := p.NextPage(t.Context())
		if err != nil {
			return items, err
		}
		items = append(items, out.Items...)
	}
	return items, nil
}

func TestMarkers(t *testing.T) {
	tests := []struct {
		name   string
		book   *book
		params *input
		stop   bool
		asked  []string
		items  []int
		err    string
	}{
		{name: "one page", book: chain(), asked: []string{"nil"}, items: []int{0}},
		{name: "nil params", book: chain("a"), params: nil, asked: []string{"nil", "a"}, items: []int{0, 1}},
		{name: "three pages", book: chain("a", "b"), params: &input{}, asked: []string{"nil", "a", "b"}, items: []int{0, 1, 2}},
		{name: "empty marker ends", book: chain("a", ""), asked: []string{"nil", "a"}, items: []int{0, 1}},
		{name: "begins at a marker", book: chain("a", "b"), params: &input{Marker: ptr("a")}, asked: []string{"a", "b"}, items: []int{1, 2}},
		{name: "begins at an empty marker", book: chain("a"), params: &input{Marker: ptr("")}, asked: []string{"nil", "a"}, items: []int{0, 1}},
		{name: "empty page in the middle", book: &book{pages: map[string]*output{"nil": {Marker: ptr("a")}, "a": {Items: []int{1}}}}, asked: []string{"nil", "a"}, items: []int{1}},

		{
			name: "same marker again", book: chain("a", "a"), asked: []string{"nil", "a"}, items: []int{0, 1},
			err: `the service sent the marker "a" a second time: following it would never end`,
		},
		{
			name: "cycle of two", book: chain("a", "b", "a"), asked: []string{"nil", "a", "b"}, items: []int{0, 1, 2},
			err: `the service sent the marker "a" a second time: following it would never end`,
		},
		{
			name: "cycle of five", book: chain("a", "b", "c", "d", "e", "b"), asked: []string{"nil", "a", "b", "c", "d", "e"},
			items: []int{0, 1, 2, 3, 4, 5}, err: `the service sent the marker "b" a second time: following it would never end`,
		},
		{
			name: "back to where it began", book: chain("a", "b", "a"), params: &input{Marker: ptr("a")}, asked: []string{"a", "b"}, items: []int{1, 2},
			err: `the service sent the marker "a" a second time: following it would never end`,
		},
		{name: "same marker again, quietly", book: chain("a", "a"), stop: true, asked: []string{"nil", "a"}, items: []int{0, 1}},
		{name: "cycle of two, quietly", book: chain("a", "b", "a"), stop: true, asked: []string{"nil", "a", "b"}, items: []int{0, 1, 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := tt.book.paginator(tt.params, describe.PaginatorOptions{StopOnDuplicateToken: tt.stop})
			items, err := walk(t, p)
			if diff := cmp.Diff(tt.asked, tt.book.markers()); diff != "" {
				t.Errorf("markers (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.items, items); diff != "" {
				t.Errorf("items (-want +got):\n%s", diff)
			}
			if fmt.Sprint(err) != tt.err && (err != nil || tt.err != "") {
				t.Errorf("error %v, want %s", err, tt.err)
			}
			// There are no more pages.
			if out, err := p.NextPage(t.Context()); out != nil || err == nil || p.HasMorePages() {
				t.Errorf("after the end: %v, %v", out, err)
			}
			if n := len(tt.book.asked); n != len(tt.asked) {
				t.Errorf("%d requests", n)
			}

			// Iterators return the same.
			tt.book.asked = nil
			var fromAll []int
			var fromAllErr error
			for item, err := range tt.book.paginator(tt.params, describe.PaginatorOptions{StopOnDuplicateToken: tt.stop}).All(t.Context()) {
				if err != nil {
					fromAllErr = err
					continue
				}
				fromAll = append(fromAll, item)
			}
			if !slices.Equal(fromAll, items) || fmt.Sprint(fromAllErr) != fmt.Sprint(err) {
				t.Errorf("All yields %v and %v", fromAll, fromAllErr)
			}
			pages, failures := 0, 0
			for out, err := range tt.book.paginator(tt.params, describe.PaginatorOptions{StopOnDuplicateToken: tt.stop}).Pages(t.Context()) {
				if (out == nil) == (err == nil) {
					t.Errorf("Pages yields %v and %v", out, err)
				}
				if err != nil {
					failures++
				} else {
					pages++
				}
			}
			if pages != len(tt.asked) || failures > 1 || failures == 1 != (tt.err != "") {
				t.Errorf("Pages yields %d pages and %d errors", pages, failures)
			}
		})
	}
}

// The page size is that of the option, or otherwise that of params.
func TestLimit(t *testing.T) {
	for _, tt := range []struct {
		params *int32
		limit  int32
		want   *int32
	}{
		{nil, 0, nil},
		{nil, 20, ptr[int32](20)},
		{ptr[int32](50), 0, ptr[int32](50)},
		{ptr[int32](50), 20, ptr[int32](20)},
		{ptr[int32](50), -1, ptr[int32](50)},
	} {
		b := chain("a")
		in := &input{MaxRecords: tt.params}
		if _, err := walk(t, b.paginator(in, describe.PaginatorOptions{Limit: tt.limit})); err != nil {
			t.Fatal(err)
		}
		for _, asked := range b.asked {
			if diff := cmp.Diff(tt.want, asked.MaxRecords); diff != "" {
				t.Errorf("%v with limit %d (-want +got):\n%s", tt.params, tt.limit, diff)
			}
		}
		if in.MaxRecords != tt.params {
			t.Error("the input was changed")
		}
	}
}

// Each request has the caller's parameters, which a paginator copies, and the caller's options.
func TestParams(t *testing.T) {
	b := chain("a", "b", "c")
	in := &input{Filter: []string{"x"}, MaxRecords: ptr[int32](30)}
	seen := 0
	ask := func(ctx context.Context, in *input, optFns ...func(*options)) (*output, error) {
		var o options
		for _, fn := range optFns {
			fn(&o)
		}
		if o.Region == "here" {
			seen++
		}
		out, err := b.describe(ctx, in, optFns...)
		*in = input{} // only the request uses it
		return out, err
	}
	p := paginate(ask, in, describe.PaginatorOptions{})
	here := func(o *options) { o.Region = "here" }
	for p.HasMorePages() {
		if _, err := p.NextPage(t.Context(), here); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(&input{Filter: []string{"x"}, MaxRecords: ptr[int32](30)}, in); diff != "" && seen < 3 {
			t.Fatalf("the input was changed (-want +got):\n%s", diff)
		}
		if seen == 2 {
			in.Filter, in.Marker, in.MaxRecords = nil, ptr("elsewhere"), nil // changes by the caller
		}
	}
	if seen != 4 {
		t.Errorf("%d requests had the options", seen)
	}
	for i, asked := range b.asked {
		if !slices.Equal(asked.Filter, []string{"x"}) || *asked.MaxRecords != 30 {
			t.Errorf("request %d was %+v", i, asked)
		}
	}
}

// After an error, the same page can be requested again, with NextPage or an iterator.
func TestErrors(t *testing.T) {
	failure := errors.New("no")
	b := chain("a", "b")
	b.fails = map[int]error{1: failure, 3: failure, 4: failure, 6: failure}
	p := b.paginator(nil, describe.PaginatorOptions{})
	var items []int
	for range 4 {
		for out, err := range p.Pages(t.Context()) {
			if err != nil {
				if !errors.Is(err, failure) || out != nil {
					t.Errorf("%v, %v", out, err)
				}
				continue
			}
			items = append(items, out.Items...)
		}
	}
	if p.HasMorePages() {
		out, err := p.NextPage(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, out.Items...)
	}
	if !slices.Equal(items, []int{0, 1, 2}) || !slices.Equal(b.markers(), []string{"nil", "nil", "a", "a", "a", "b", "b"}) {
		t.Errorf("items %v of requests %v", items, b.markers())
	}

	b = chain("a")
	b.fails = map[int]error{2: failure}
	items = nil
	var last error
	for item, err := range b.paginator(nil, describe.PaginatorOptions{}).All(t.Context()) {
		if err != nil && item != 0 {
			t.Errorf("an item comes with the error: %v", item)
		}
		if last = err; err == nil {
			items = append(items, item)
		}
	}
	if !slices.Equal(items, []int{0}) || !errors.Is(last, failure) {
		t.Errorf("All yields %v and %v", items, last)
	}
}

// A client that returns nothing causes an error, not a panic.
func TestNothing(t *testing.T) {
	p := paginate(func(context.Context, *input, ...func(*options)) (*output, error) { return nil, nil }, nil, describe.PaginatorOptions{})
	if out, err := p.NextPage(t.Context()); out != nil || err == nil || !strings.Contains(err.Error(), "neither") || !p.HasMorePages() {
		t.Errorf("%v, %v", out, err)
	}
}

// After a break out of a loop no page is requested, and another loop continues with the next page.
func TestBreak(t *testing.T) {
	b := &book{pages: map[string]*output{
		"nil": {Items: []int{0, 1, 2}, Marker: ptr("a")},
		"a":   {Items: []int{3, 4}, Marker: ptr("b")},
		"b":   {Items: []int{5}},
	}}
	p := b.paginator(nil, describe.PaginatorOptions{})
	for item := range p.All(t.Context()) {
		if item == 1 {
			break
		}
	}
	if len(b.asked) != 1 {
		t.Errorf("%d requests", len(b.asked))
	}
	for range p.Pages(t.Context()) {
		break
	}
	var rest []int
	for item, err := range p.All(t.Context()) {
		if err != nil {
			t.Error(err)
		}
		rest = append(rest, item)
	}
	if !slices.Equal(rest, []int{5}) || len(b.asked) != 3 {
		t.Errorf("the rest is %v, after %d requests", rest, len(b.asked))
	}
	for item := range p.All(t.Context()) {
		t.Errorf("after the end: %v", item)
	}
	// This also holds for a break in the iteration with the error.
	b.fails = map[int]error{4: errors.New("no")}
	for _, err := range b.paginator(nil, describe.PaginatorOptions{}).All(t.Context()) {
		if err == nil {
			t.Error("no error")
		}
		break
	}
}

// Paginators of the same input and client share nothing.
func TestConcurrentPaginators(t *testing.T) {
	in := &input{Filter: []string{"x"}}
	ask := func(ctx context.Context, in *input, _ ...func(*options)) (*output, error) {
		return chain("a", "b", "c", "d").describe(ctx, in)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			var items []int
			for item, err := range paginate(ask, in, describe.PaginatorOptions{Limit: 20}).All(t.Context()) {
				if err != nil {
					t.Error(err)
				}
				items = append(items, item)
			}
			if !slices.Equal(items, []int{0, 1, 2, 3, 4}) {
				t.Errorf("items %v", items)
			}
		})
	}
	wg.Wait()
}
