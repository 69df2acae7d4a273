package wait_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/nereid-go/nereid"
)

// feeding feeds one batch of names after the other.
func feeding(batches ...[]string) (feed func(context.Context) ([]string, bool), fed *int) {
	fed = new(int)
	return func(context.Context) ([]string, bool) {
		*fed++
		if *fed > len(batches) {
			return nil, false
		}
		return batches[*fed-1], *fed < len(batches)
	}, fed
}

func (s *service) flow(ctx context.Context, w *waiter, feed func(context.Context) ([]string, bool), maxWait time.Duration, o options) []string {
	o.Retryable = w.Default()
	var all []string
	for id, err := range w.engine(o).Flow(ctx, feed, maxWait) {
		var e *nereid.WaitError
		switch {
		case errors.As(err, &e):
			id += " " + string(e.Outcome)
		case err != nil:
			id += " error"
		}
		all = append(all, fmt.Sprintf("%s%s", time.Since(s.start), " "+id))
	}
	return all
}

// Resources that are added during a wait are described from the next poll on,
// together with the others.
func TestFlow(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(func(name string, at time.Duration) string {
			switch {
			case name == "a" && at >= 2*ten, name == "b" && at >= ten, name == "c" && at >= 4*ten, name == "d":
				return "full"
			}
			return "filling"
		}, "a", "b", "c", "d")
		s := newService(t, w.answer)
		feed, fed := feeding([]string{"a", "b"}, nil, []string{"c", "a"}, []string{"d"})
		got := s.flow(t.Context(), s.waiter(newKind(), fullGoal()), feed, hour, fixed(ten))
		want := []string{"0s ", "0s ", "10s b", "10s ", "20s a", "20s ", "30s d", "40s c"}
		if !slices.Equal(got, want) || *fed != 4 {
			t.Errorf("fed %d times, yields %q, want %q", *fed, got, want)
		}
		checkTicks(t, s, 1, 1, 1, 1, 1)
		if asked := s.calls[3].in.asked(); !slices.Equal(asked, []string{"c", "d"}) {
			t.Errorf("the fourth poll asked for %v", asked)
		}
	})
}

// While there are no resources, no requests are made.
func TestFlowIdle(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(0), "a")
		s := newService(t, w.answer)
		feed, _ := feeding(nil, nil, nil, []string{"a"}, nil, nil)
		got := s.flow(t.Context(), s.waiter(newKind(), fullGoal()), feed, hour, fixed(ten))
		if want := []string{"0s ", "0s ", "10s ", "20s ", "30s a", "30s ", "40s "}; !slices.Equal(got, want) {
			t.Errorf("yields %q, want %q", got, want)
		}
		if len(s.calls) != 1 {
			t.Errorf("%d requests", len(s.calls))
		}
		feed, _ = feeding(nil)
		if got := s.flow(t.Context(), s.waiter(newKind(), fullGoal()), feed, hour, fixed(ten)); len(got) != 1 {
			t.Errorf("of nothing: %q", got)
		}
	})
}

// When the wait times out or is canceled, the remaining resources are yielded
// and feed is not called again.
func TestFlowEndsEarly(t *testing.T) {
	for _, cancels := range []bool{false, true} {
		bubble(t, func(t *testing.T) {
			w := newWorld(fills(hour), "a", "b", "c")
			s := newService(t, w.answer)
			feed, fed := feeding([]string{"a"}, []string{"b"}, nil, nil, nil, nil, []string{"c"})
			ctx, cancel := context.WithCancel(t.Context())
			maxWait, outcome := 25*time.Second, nereid.ErrWaitTimeout
			if cancels {
				maxWait, outcome = hour, nereid.ErrWaitCanceled
				go func() {
					<-time.After(25 * time.Second)
					cancel()
				}()
			}
			got := s.flow(ctx, s.waiter(newKind(), fullGoal()), feed, maxWait, fixed(ten))
			cancel()
			last := got[len(got)-2:]
			if !slices.Equal(last, []string{"25s a " + string(outcome), "25s b " + string(outcome)}) || *fed > 5 {
				t.Errorf("fed %d times, yields %q", *fed, got)
			}
		})
	}
}

func TestFlowBreak(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(0), "a")
		s := newService(t, w.answer)
		wtr := s.waiter(newKind(), fullGoal())
		o := fixed(ten)
		o.Retryable = wtr.Default()
		for n := range 2 { // out of the turn without, and that with a resource
			feed, fed := feeding([]string{"a"}, nil, nil)
			for id := range wtr.engine(o).Flow(t.Context(), feed, hour) {
				if n == 0 || id == "a" {
					break
				}
			}
			if *fed != 1 || len(s.calls) != n {
				t.Errorf("fed %d times, %d requests", *fed, len(s.calls))
			}
		}
	})
}

func TestFlowArguments(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, script("full"))
		feed, fed := feeding([]string{"a"})
		if got := s.flow(t.Context(), s.waiter(newKind(), fullGoal()), feed, 0, fixed(ten)); !slices.Equal(got, []string{"0s  error"}) || *fed != 0 {
			t.Errorf("fed %d times, yields %q", *fed, got)
		}
	})
}
