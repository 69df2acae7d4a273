package wait

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/page"
)

// A Resource describes a kind of resource for waiters. It names members of the
// input and the output of the describe operation, and of the items in the
// output. Pointers to all of these are passed as any, so that the code of the
// wait exists only once, not once per kind.
type Resource struct {
	Noun  string // "export task"
	Items string // member of outputs: the list of items

	ID      string   // member of inputs: the requested identifier; nil requests a list
	ARN     string   // member of inputs that takes an ARN in place of ID; "" if ID takes ARNs too
	Of      string   // member of inputs and items: the owner of the resource; "" if none. With it, identifiers are Of/ID, and there is no list of all resources
	Names   []string // members of items that requests may use: the identifier, then the ARN
	Status  string   // member of items; "" if the kind has no status
	Percent string   // member of items: the progress; "" if the kind does not show it

	// NotFound is the service's error code for a missing resource, without the
	// ending Fault.
	NotFound string

	Filter string                // name of the filter that takes identifiers; "" if there is none
	State  func(item any) string // a status that takes precedence over the member, unless it is ""; may be nil
	Reason func(item any) string // why it failed, in AWS's words; may be nil
}

// many makes an empty input ask for the resources with these identifiers, by the filter.
func (r *Resource) many(in any, ids []string) any {
	filters := page.Member(in, "Filters")
	filters.Set(reflect.MakeSlice(filters.Type(), 1, 1))
	filter := at(filters, 0)
	page.Member(filter, "Name").Set(reflect.ValueOf(&r.Filter))
	page.Member(filter, "Values").Set(reflect.ValueOf(ids))
	return in
}

// items returns the list in an output.
func (r *Resource) items(out any) reflect.Value { return page.Member(out, r.Items) }

// at returns a pointer to an item of a list.
func at(items reflect.Value, i int) any { return items.Index(i).Addr().Interface() }

// only returns the part of a list that has this item alone.
func only(items reflect.Value, i int) reflect.Value { return items.Slice3(i, i+1, i+1) }

// StatusOf returns the status of an item.
func (r *Resource) StatusOf(item any) string {
	if r.State != nil {
		if state := r.State(item); state != "" {
			return state
		}
	}
	if r.Status == "" {
		return ""
	}
	return nereid.ToString(page.String(item, r.Status))
}

// ARNOf returns the ARN of an item, or "" if the item does not show it.
func (r *Resource) ARNOf(item any) string {
	if len(r.Names) < 2 {
		return ""
	}
	return nereid.ToString(page.String(item, r.Names[1]))
}

// Label returns the noun.
func (r *Resource) Label() string { return r.Noun }

// Name sets the identifier in an input.
func (r *Resource) Name(in any, id string) {
	if of, rest, ok := strings.Cut(id, "/"); ok && r.Of != "" {
		page.Member(in, r.Of).Set(reflect.ValueOf(&of))
		id = rest
	}
	member := r.ID
	if r.ARN != "" && strings.HasPrefix(id, "arn:") {
		member = r.ARN
	}
	page.Member(in, member).Set(reflect.ValueOf(&id))
}

// asked returns the identifier in an input, or nil if the input requests a
// list.
func (r *Resource) asked(in any) *string {
	id := page.String(in, r.ID)
	if id == nil && r.ARN != "" {
		id = page.String(in, r.ARN)
	}
	if r.Of == "" || id == nil || *id == "" {
		return id
	}
	full := r.within(in) + *id
	return &full
}

// within returns the prefix of a resource's identifiers: the owner in an input
// or an item, and a slash.
func (r *Resource) within(in any) string {
	if r.Of == "" {
		return ""
	}
	return nereid.ToString(page.String(in, r.Of)) + "/"
}

// First returns a pointer to the first item of an output, or nil.
func (r *Resource) First(out any) any {
	if items := r.items(out); items.Len() > 0 {
		return at(items, 0)
	}
	return nil
}

// IsNotFound reports whether err says that the resource does not exist. Other
// not-found codes say nothing about the resource: a gateway may not find a
// route, or a key may be missing.
func (r *Resource) IsNotFound(err error) bool {
	if err == nil {
		return false
	}
	var api smithy.APIError
	if errors.As(err, &api) {
		return strings.EqualFold(strings.TrimSuffix(api.ErrorCode(), "Fault"), r.NotFound)
	}
	return errors.Is(err, nereid.ErrNotFound)
}

// name returns one of the names of an item, or "".
func (r *Resource) name(item any, i int) string {
	name := nereid.ToString(page.String(item, r.Names[i]))
	if name == "" {
		return ""
	}
	return r.within(item) + name
}

// A Condition is the state that a waiter waits for. Statuses are case-insensitive.
type Condition struct {
	Wanted  string   // for messages: "COMPLETE", "deleted"
	Success []string // the wanted statuses
	Failure []string // statuses from which the wanted one is no longer reached
	Stale   []string // statuses in Failure that may be left over from before the call being waited for
	Gone    bool     // the wanted state is that the resource does not exist

	// Settled, if the options ask for it, delays the success for an item that
	// has the right status but is not ready yet, such as a cluster with pending
	// modifications.
	Settled func(item any) bool

	// Evaluate, if not nil, decides in place of the lists above. It is for
	// kinds whose status does not decide.
	Evaluate func(item any) Outcome

	InitialDelay time.Duration // before the first poll
	Hits         int           // number of polls in a row that must find the wanted state; 0 means 1
}

// An Outcome is a condition's result for an item.
type Outcome int

// The outcomes.
const (
	Pending Outcome = iota
	Success
	Failure
)

func (c *Condition) evaluate(item any, status string) Outcome {
	switch {
	case c.Evaluate != nil:
		return c.Evaluate(item)
	case contains(c.Failure, status):
		return Failure
	case contains(c.Success, status):
		return Success
	}
	return Pending
}

// contains reports whether a status is in the list. The comparison is
// case-insensitive, because AWS shows the statuses of export tasks in upper
// case but expects lower case in filters.
func contains(list []string, status string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, status) })
}

// Empty reports whether a pointer to a struct of members has no set member, at
// any depth. A description without pending values often has an empty element.
func Empty(members any) bool { return empty(reflect.ValueOf(members)) }

func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Pointer:
		return v.IsNil() || v.Elem().Kind() == reflect.Struct && empty(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if !empty(v.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	}
	return v.IsZero()
}
