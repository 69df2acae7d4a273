package wait_test

import (
	"testing"

	"github.com/nereid-go/nereid/internal/wait"
)

func TestEmpty(t *testing.T) {
	type inner struct {
		Add    []string
		Remove map[string]string
	}
	type members struct {
		Text   *string
		Number *int32
		Inner  *inner
		Value  string
		hidden int
	}
	for name, v := range map[string]any{
		"nil":         nil,
		"nil pointer": (*members)(nil),
		"nothing set": &members{},
		"value":       members{},
		"empty inner": &members{Inner: &inner{}},
		"empty list":  &members{Inner: &inner{Add: []string{}, Remove: map[string]string{}}},
	} {
		if !wait.Empty(v) {
			t.Errorf("%s is not empty", name)
		}
	}
	for name, v := range map[string]any{
		"text":         &members{Text: ptr("")},
		"false number": &members{Number: ptr[int32](0)},
		"value":        &members{Value: "x"},
		"hidden":       &members{hidden: 1},
		"list":         &members{Inner: &inner{Add: []string{""}}},
		"map":          &members{Inner: &inner{Remove: map[string]string{"": ""}}},
	} {
		if wait.Empty(v) {
			t.Errorf("%s is empty", name)
		}
	}
}
