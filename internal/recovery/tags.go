package recovery

import (
	"context"
	"reflect"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/page"
)

// CallTag is the key of the tag that a created resource gets if the options ask
// for it.
const CallTag = "nereid:call"

// WithTag returns a copy of an input with one more tag in its member Tags.
func WithTag[In any](in *In, key, value string) *In {
	return withTag(in, key, value).(*In)
}

// withTag returns a copy of an input with one more tag, or nil if the input has no
// member Tags.
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

// HasTag reports whether a description shows a tag in its member TagList. A
// description without this member does not show it.
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

// hasTag reports whether a resource has a tag. If the description of the resource does
// not show the tag, hasTag lists the tags.
func (r *Resource) hasTag(ctx context.Context, d Describer, item any, key, value string) (bool, error) {
	arn := r.Kind.ARNOf(item)
	if has := HasTag(item, key, value); has || arn == "" {
		return has, nil
	}
	tags, err := r.Tags.find(ctx, d, arn)
	return tags != nil && HasTag(tags, key, value), err
}
