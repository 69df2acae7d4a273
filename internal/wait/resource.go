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

// A Resource describes a resource type for waiters. It contains the names of
// members of the describe operation's input and output, and of the items in the
// output. Pointers to inputs, outputs and items are passed as any, so that the
// code of the wait is compiled only once, not once per resource type.
type Resource struct {
	Noun  string // "export task"
	Items string // output member: the list of items

	ID      string   // input member: the requested identifier; nil requests a list
	ARN     string   // input member for an ARN instead of ID; "" if ID accepts ARNs too
	Of      string   // input and item member: the owner of the resource, or "". If set, identifiers have the form owner/ID, and there is no list of all resources
	Names   []string // item members that identify the item: the identifier, then the ARN
	Status  string   // item member; "" if the resource type has no status
	Percent string   // item member: the progress; "" if there is none

	// NotFound is the service's error code for a missing resource, without the
	// suffix Fault.
	NotFound string

	Filter string                // name of the filter for identifiers; "" if there is none
	State  func(item any) string // returns a status that replaces the member's, or ""; may be nil
	Reason func(item any) string // returns why the resource failed, in AWS's words; may be nil
}

// many sets the filters of the empty input in, so that it requests the
// resources with these identifiers. It returns in.
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

// only returns the sublist that contains only item i.
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

// ARNOf returns an item's ARN, or "" if the item does not contain it.
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

// asked returns the identifier that an input requests, or nil if the input
// requests a list.
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

// The method within returns the prefix of the resource's identifiers: the name
// of the resource's owner, taken from an input or an item, and a slash. It
// returns "" if resources of this type do not have an owner.
func (r *Resource) within(in any) string {
	if r.Of == "" {
		return ""
	}
	return nereid.ToString(page.String(in, r.Of)) + "/"
}

// First returns a pointer to an output's first item, or nil if there is none.
func (r *Resource) First(out any) any {
	if items := r.items(out); items.Len() > 0 {
		return at(items, 0)
	}
	return nil
}

// IsNotFound reports whether err says that the resource does not exist. It
// returns false for other not-found errors, for example if a gateway does not
// find a route or a KMS key is missing.
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

// A Condition describes the state that a waiter waits for. Statuses are not
// case-sensitive.
type Condition struct {
	Wanted  string   // for messages: "COMPLETE", "deleted"
	Success []string // the wanted statuses
	Failure []string // statuses from which the wanted status can no longer be reached
	Stale   []string // statuses in Failure that may be from before the call whose effect is awaited
	Gone    bool     // the desired state is that the resource does not exist

	// Settled reports whether an item with a wanted status is ready, for example
	// whether it has no pending modifications. If the options require it, an item
	// counts as successful only when Settled returns true. Settled may be nil.
	Settled func(item any) bool

	// Evaluate, if not nil, replaces the lists Success and Failure. It is for
	// resource types whose status alone is not enough.
	Evaluate func(item any) Outcome

	InitialDelay time.Duration // before the first poll
	Hits         int           // number of consecutive polls that must find the desired state; 0 means 1
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
// case-insensitive, because AWS returns the statuses of export tasks in upper
// case but expects lower case in filters.
func contains(list []string, status string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, status) })
}

// Empty reports whether the struct that members points to has no members set,
// at any depth. If there are no pending values, a description often contains an
// empty struct for them.
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
