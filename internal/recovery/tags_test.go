package recovery_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/internal/recovery"
)

type label struct{ Key, Value *string }

type labeled struct {
	Name *string
	Tags []label
}

// WithTag does not change the caller's input, even if the list has spare
// capacity.
func TestWithTag(t *testing.T) {
	name, key, value := "n", "k", "v"
	list := make([]label, 1, 4)
	list[0] = label{&name, nil}
	for _, in := range []*labeled{{Name: &name}, {Name: &name, Tags: list}} {
		before := len(in.Tags)
		got := recovery.WithTag(in, key, value)
		want := &labeled{Name: &name, Tags: append(append([]label(nil), in.Tags...), label{&key, &value})}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if len(in.Tags) != before || list[:2][1].Key != nil {
			t.Errorf("the input has become %v", in)
		}
	}
}

func TestHasTag(t *testing.T) {
	key, value, other := "k", "v", "V"
	for _, c := range []struct {
		item any
		want bool
	}{
		{&struct{ TagList []label }{[]label{{}, {&key, &value}}}, true},
		{&struct{ TagList []label }{[]label{{&key, &other}, {&value, &value}, {&key, nil}}}, false},
		{&struct{ TagList []label }{}, false},
		{&struct{ Name string }{"k"}, false},
	} {
		if got := recovery.HasTag(c.item, key, value); got != c.want {
			t.Errorf("%+v has the tag: %t", c.item, got)
		}
	}
}
