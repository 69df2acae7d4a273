package rds

import (
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// A Paginator walks the pages of a describe operation once. It has the methods
// of [describe.Paginator].
type Paginator[In, Out, Item any] = describe.Paginator[*Out, Item, *Options]

// PaginatorOptions are the options of all paginators. They have the fields of
// [describe.PaginatorOptions].
type PaginatorOptions = describe.PaginatorOptions

// A Waiter polls a describe operation until resources reach the desired state.
// It has the methods of [describe.Waiter]: Wait, WaitForOutput and WaitAll.
type Waiter[In, Out, Item any] = describe.Waiter[*In, *Out, *Item, *Options]

// WaiterOptions are the options of all waiters. They have the fields of
// [describe.WaiterOptions].
type WaiterOptions[In, Out, Item any] = describe.WaiterOptions[*In, *Out, *Item, *Options]

// A Poll is the result of one poll of a waiter. It has the fields of
// [describe.Poll].
type Poll[Item any] = describe.Poll[*Item]

// core converts o to an *operation.Options, as package describe requires.
func core(o *Options) *operation.Options { return (*operation.Options)(o) }

// filter returns the filter with the given name and values.
func filter(name string, values []string) []types.Filter {
	return []types.Filter{{Name: &name, Values: values}}
}
