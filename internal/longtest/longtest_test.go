package longtest_test

import (
	"slices"
	"testing"

	"github.com/nereid-go/nereid/internal/longtest"
)

func TestShortUnlessAskedFor(t *testing.T) {
	for value, want := range map[string]int{"": 3, "1": 100} {
		t.Setenv("NEREID_LONG", value)
		if got := longtest.Calls(100, 3); got != want || longtest.Enabled() != (value != "") {
			t.Errorf("NEREID_LONG=%q: %d calls, want %d", value, got, want)
		}
		some := []string{"d", "a"}
		if value != "" {
			some = []string{"a", "b", "c", "d"}
		}
		if got := longtest.Some([]string{"a", "b", "c", "d"}, 7, 2); !slices.Equal(got, some) || len(longtest.Some([]int{1, 2}, 5, 2)) != 2 {
			t.Errorf("NEREID_LONG=%q: the cases %q, want %q", value, got, some)
		}
		ran := false
		t.Run("only", func(t *testing.T) {
			longtest.Only(t, "it is long")
			ran = true
		})
		if ran != (value != "") {
			t.Errorf("NEREID_LONG=%q: a test without a short version ran: %t", value, ran)
		}
	}
}
