package recovery

import (
	"context"
	"reflect"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/page"
)

// CallTag is the key of the tag that a call adds to the resource it creates, if
// the options ask for the tag.
const CallTag = "nereid:call"

// WithTag returns a copy of an input with an additional tag in its Tags member.
// It panics if there is no such member.
func WithTag[In any](in *In, key, value string) *In {
	return withTag(in, key, value).(*In)
}

// withTag returns a copy of an input with an additional tag, or nil if the
// input does not have a Tags member.
func withTag(in any, key, value string) any {
	c := reflect.New(reflect.TypeOf(in).Elem())
	c.Elem().Set(reflect.ValueOf(in).Elem())
	tags := c.Elem().FieldByName("Tags")
	if !tags.IsValid() {
		return nil
	}
	n := tags.Len()
	tags.Set(reflect.Append(tags.Slice3(0, n, n), reflect.Zero(tags.Type().Elem())))
	tag := tags.Index(n).Addr().Interface()
	page.Member(tag, "Key").Set(reflect.ValueOf(&key))
	page.Member(tag, "Value").Set(reflect.ValueOf(&value))
	return c.Interface()
}

// HasTag reports whether a description shows the tag in its TagList member. It
// returns false if the description does not have this member.
func HasTag(item any, key, value string) bool {
	tags := reflect.ValueOf(item).Elem().FieldByName("TagList")
	if !tags.IsValid() {
		return false
	}
	for i := range tags.Len() {
		tag := tags.Index(i).Addr().Interface()
		if nereid.ToString(page.String(tag, "Key")) == key && nereid.ToString(page.String(tag, "Value")) == value {
			return true
		}
	}
	return false
}

// hasTag reports whether a resource has the tag. If the resource's description
// does not show it, hasTag lists the resource's tags.
func (r *Resource) hasTag(ctx context.Context, d Describer, item any, key, value string) (bool, error) {
	arn := r.Kind.ARNOf(item)
	if has := HasTag(item, key, value); has || arn == "" {
		return has, nil
	}
	tags, err := r.Tags.find(ctx, d, arn)
	return tags != nil && HasTag(tags, key, value), err
}
