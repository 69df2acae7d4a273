package wait_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/nereid-go/nereid"
)

func withoutFilter() *kind {
	k := newKind()
	k.Filter = ""
	return k
}

// Without a filter, a wait lists all resources or describes each one alone,
// whichever takes fewer requests.
func TestSweep(t *testing.T) {
	tests := []struct {
		name  string
		there int
		ids   []string
		ticks []int
	}{
		{"one", 1000, []string{"b00999"}, []int{1, 1, 1}},
		{"two of few", 50, []string{"b00001", "b00002"}, []int{1, 1, 1}},
		{"all of a page", 100, numbered(100), []int{1, 1, 1}},
		{"many pages", 1000, numbered(1000), []int{10, 10, 10}},
		{"on the first page of many", 1000, numbered(50), []int{1, 1, 1}},
		// Two pages do not have them, which is as many requests as describing
		// the two alone.
		{"two of many", 1000, []string{"b00998", "b00999"}, []int{4, 2, 2}},
		{"one of two found in time", 1000, []string{"b00001", "b00999"}, []int{3, 2, 2}},
		{"five of many", 1000, []string{"b00001", "b00101", "b00102", "b00401", "b00999"}, []int{6, 5, 5}},
		{"fewer pages than names", 300, []string{"b00001", "b00101", "b00102", "b00201", "b00299"}, []int{3, 3, 3}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				w := newWorld(fills(time.Minute), numbered(tt.there)...)
				s, results := all(t, w, withoutFilter(), fullGoal(), tt.ids)
				if len(results) != len(tt.ids) {
					t.Fatalf("%d results", len(results))
				}
				for i, r := range results {
					if r.id != tt.ids[i] || r.err != nil || r.at != time.Minute {
						t.Fatalf("%+v", r)
					}
				}
				checkTicks(t, s, tt.ticks...)
			})
		})
	}
}

// When only a few resources are left, describing each one alone takes fewer
// requests than the list.
func TestSweepTurnsIntoSingles(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(func(name string, at time.Duration) string {
			if name < "b00996" && at >= 30*time.Second || at >= time.Minute && name == "b00999" || at >= 90*time.Second {
				return "full"
			}
			return "filling"
		}, numbered(1000)...)
		s, results := all(t, w, withoutFilter(), fullGoal(), w.names)
		if len(results) != 1000 {
			t.Errorf("%d results", len(results))
		}
		checkTicks(t, s, 10, 10, 4, 3)
	})
}

// The output for a resource does not mention other pages.
func TestSweepOutput(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(func(string, time.Duration) string { return "broken" }, numbered(300)...)
		_, results := all(t, w, withoutFilter(), fullGoal(), []string{"b00000", "b00001"})
		for _, r := range results {
			if out := waitError(t, r.err).LastOutput.(*bucketOutput); out.Marker != nil || len(out.Buckets) != 1 || *out.Buckets[0].Name != r.id || out.ID != 1 {
				t.Errorf("%+v", out)
			}
		}
	})
}

// A sweep that fails decides about the items that it has seen.
func TestSweepBreaksOff(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(0), numbered(300)...)
		s := newService(t, nil)
		s.answer = func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error) {
			if n == 3 {
				return nil, errThrottled
			}
			return w.answer(ctx, n, in)
		}
		results := s.waitAll(t.Context(), s.waiter(withoutFilter(), fullGoal()), w.names, hour, fixed(30*time.Second))
		for i, r := range results {
			at := time.Duration(0)
			if i >= 200 {
				at = time.Minute
			}
			if r.id != w.names[i] || r.err != nil || r.at != at {
				t.Fatalf("%+v", r)
			}
		}
		checkTicks(t, s, 3, 3)
	})
}

// Repeated markers end the wait for the resources that were not found, with an
// error that says so.
func TestSweepInCircles(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, func(_ context.Context, n int, _ *bucketInput) (*bucketOutput, error) {
			out := list("full", "full")
			out.Marker = ptr(fmt.Sprint(n % 2))
			return out, nil
		})
		results := s.waitAll(t.Context(), s.waiter(withoutFilter(), fullGoal()), []string{"b0", "x1", "x2", "x3", "x4"}, hour, fixed(ten))
		if len(results) != 5 || results[0].err != nil || !errors.Is(results[1].err, nereid.ErrWaitPoll) || len(s.calls) != 3 {
			t.Errorf("%v after %d requests", results, len(s.calls))
		}
	})
}

// If a service does not return lists, each resource is described alone.
func TestSweepRefused(t *testing.T) {
	for _, refusal := range []error{errNotThere, errInvalid} {
		bubble(t, func(t *testing.T) {
			w := newWorld(fills(time.Minute), numbered(3)...)
			s := newService(t, nil)
			s.answer = func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error) {
				if in.Name == nil {
					return nil, refusal
				}
				return w.answer(ctx, n, in)
			}
			results := s.waitAll(t.Context(), s.waiter(withoutFilter(), fullGoal()), w.names, hour, fixed(30*time.Second))
			for _, r := range results {
				if r.err != nil {
					t.Errorf("%+v", r)
				}
			}
			checkTicks(t, s, 4, 3, 3)
		})
	}
}

// A resource that lists do not show is described by name before it counts as
// missing.
func TestUnlisted(t *testing.T) {
	for name, k := range map[string]*kind{"filter": newKind(), "sweep": withoutFilter()} {
		t.Run(name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				w := newWorld(fills(5*time.Minute), "a", "b", "shared")
				w.ignores = func(name string) bool { return name == "shared" }
				s, results := all(t, w, k, fullGoal(), w.names)
				checkResults(t, results, result{"a", nil, 5 * time.Minute}, result{"b", nil, 5 * time.Minute}, result{"shared", nil, 5 * time.Minute})
				// Two polls do not find it, and the third and fourth describe it alone.
				// From then on, the wait does not search lists for it.
				checkTicks(t, s, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2)
			})
		})
	}
}

// New resources are not described alone forever.
func TestNewResources(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(5*time.Minute), numbered(250)...)
		w.ignores = func(string) bool { return time.Since(w.start) < 70*time.Second }
		s, results := all(t, w, newKind(), fullGoal(), w.names)
		for _, r := range results {
			if r.err != nil || r.at != 5*time.Minute {
				t.Fatalf("%+v", r)
			}
		}
		checkTicks(t, s, 3, 3, 253, 3, 3, 3, 3, 3, 3, 3, 3)
	})
}

// A list without a resource only proves that the resource no longer exists if
// an earlier list contained it.
func TestAllGone(t *testing.T) {
	leaves := func(name string, at time.Duration) string {
		switch {
		case name == "early", at >= 2*time.Minute:
			return ""
		case name == "again" && at >= time.Minute:
			return "filling"
		}
		return "leaving"
	}
	tests := []struct {
		name     string
		kind     *kind
		pageSize int
		ticks    []int
	}{
		// One more request for resources that were never in a list.
		{"filter", newKind(), 100, []int{3, 2, 2, 2, 2}},
		{"sweep", withoutFilter(), 100, []int{3, 2, 2, 2, 2}},
		{"filter with pages", newKind(), 2, []int{4, 3, 3, 2, 2}},
		{"sweep with pages", withoutFilter(), 2, []int{4, 3, 3, 3, 3}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				w := newWorld(leaves, "a", "again", "b", "early", "hidden")
				w.pageSize = tt.pageSize
				w.ignores = func(name string) bool { return name == "hidden" }
				s, results := all(t, w, tt.kind, goneGoal(), w.names)
				checkResults(t, results,
					result{"early", nil, 0}, result{"again", nereid.ErrWaitFailed, time.Minute},
					result{"a", nil, 2 * time.Minute}, result{"b", nil, 2 * time.Minute}, result{"hidden", nil, 2 * time.Minute})
				checkTicks(t, s, tt.ticks...)
			})
		})
	}
}

// A resource may be missing in a list because it moved to a page that was read
// before. It is then described alone.
func TestAllGoneBetweenPages(t *testing.T) {
	for name, k := range map[string]*kind{"filter": newKind(), "sweep": withoutFilter()} {
		t.Run(name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				w := newWorld(func(name string, at time.Duration) string {
					if at >= 2*time.Minute || name == "b" && at >= time.Minute {
						return ""
					}
					return "leaving"
				}, "a", "b", "c", "d")
				w.pageSize = 2
				w.ignores = func(name string) bool { return name == "b" && time.Since(w.start) == 30*time.Second }
				s, results := all(t, w, k, goneGoal(), w.names)
				checkResults(t, results, result{"b", nil, time.Minute},
					result{"a", nil, 2 * time.Minute}, result{"c", nil, 2 * time.Minute}, result{"d", nil, 2 * time.Minute})
				if _, requests := s.ticks(); requests[1] != 3 || requests[2] != 3 {
					t.Errorf("requests per tick: %v", requests)
				}
			})
		})
	}
}
