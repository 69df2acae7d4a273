package wait_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/wait"
)

// A delay is between the minimum and a bound that doubles up to the maximum.
// Delays use the whole range.
func TestDelaysGrow(t *testing.T) {
	bubble(t, func(t *testing.T) {
		const runs = 200
		bounds := []time.Duration{ten, 2 * ten, 4 * ten, 55 * time.Second, 55 * time.Second, 55 * time.Second}
		least, most := make([]time.Duration, len(bounds)), make([]time.Duration, len(bounds))
		for run := range runs {
			s := newService(t, script("empty", "empty", "empty", "empty", "empty", "empty", "full"))
			if _, err := s.wait(s.waiter(newKind(), fullGoal()), nil, hour, with(wait.Settings{MinDelay: ten, MaxDelay: 55 * time.Second})); err != nil {
				t.Fatal(err)
			}
			at := s.times()
			for i, bound := range bounds {
				delay := at[i+1] - at[i]
				if delay < ten || delay > bound {
					t.Fatalf("run %d: delay %d is %v, want %v to %v", run, i, delay, ten, bound)
				}
				if run == 0 || delay < least[i] {
					least[i] = delay
				}
				most[i] = max(most[i], delay)
			}
		}
		for i, bound := range bounds {
			if spread := bound - ten; most[i] < bound-spread/10 || least[i] > ten+spread/10 {
				t.Errorf("delay %d was from %v to %v, could have been from %v to %v", i, least[i], most[i], ten, bound)
			}
		}
	})
}

// While polls fail the delays are several times as long. Afterwards they are as
// before.
func TestDelaysOfFailures(t *testing.T) {
	bubble(t, func(t *testing.T) {
		for range 100 {
			s := newService(t, script("empty", "empty", "empty", "empty", errThrottled, errThrottled, errThrottled, "empty", "full"))
			if _, err := s.wait(s.waiter(newKind(), fullGoal()), nil, hour, with(wait.Settings{MinDelay: ten, MaxDelay: 4 * ten})); err != nil {
				t.Fatal(err)
			}
			at := s.times()
			for i, factor := range map[int]time.Duration{3: 1, 4: 2, 5: 4, 6: 4, 7: 1} {
				if delay := at[i+1] - at[i]; delay < factor*ten || delay > factor*4*ten {
					t.Fatalf("delay %d is %v, want %v to %v", i, delay, factor*ten, factor*4*ten)
				}
			}
		}
	})
}

// A result that needs confirmation is checked again after the minimum delay, in
// a wait for one resource or many.
func TestDelaysOfConfirmations(t *testing.T) {
	bubble(t, func(t *testing.T) {
		answers := []any{"empty", "empty", "empty", "empty", "full", "full", nil, nil, "full", "full", "full"}
		o := with(wait.Settings{MinDelay: ten, MaxDelay: 64 * ten, ConsecutiveHits: 3})
		check := func(s *service) {
			t.Helper()
			at := s.times()
			if len(at) != len(answers) {
				t.Fatalf("%d polls", len(at))
			}
			for i := 4; i < len(at)-1; i++ {
				if delay := at[i+1] - at[i]; delay != ten {
					t.Fatalf("delay %d is %v", i, delay)
				}
			}
		}
		for range 20 {
			s := newService(t, script(answers...))
			if _, err := s.wait(s.waiter(newKind(), fullGoal()), &bucketInput{Name: ptr("b")}, 10*hour, o); err != nil {
				t.Fatal(err)
			}
			check(s)
			s = newService(t, script(answers...))
			if all := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), []string{"b"}, 10*hour, o); len(all) != 1 || all[0].err != nil {
				t.Fatal(all)
			}
			check(s)
		}
	})
}

// A service that asks for a longer delay gets it, within limits.
func TestRetryAfter(t *testing.T) {
	date := func(d time.Duration) string { return time.Now().Add(d).UTC().Format(http.TimeFormat) }
	tests := []struct {
		name    string
		err     func() error
		o       options
		maxWait time.Duration
		at      []time.Duration
	}{
		{"none", func() error { return overloaded() }, fixed(ten), hour, []time.Duration{0, 2 * ten}},
		{"longer", func() error { return overloaded("Retry-After", "45") }, fixed(ten), hour, []time.Duration{0, 45 * time.Second}},
		{"shorter", func() error { return overloaded("Retry-After", "5") }, fixed(ten), hour, []time.Duration{0, 2 * ten}},
		{"date", func() error { return overloaded("Retry-After", date(45*time.Second)) }, fixed(ten), hour, []time.Duration{0, 45 * time.Second}},
		{"not read", func() error { return overloaded("Retry-After", "soon") }, fixed(ten), hour, []time.Duration{0, 2 * ten}},
		{"absurd", func() error { return overloaded("Retry-After", "86400") }, fixed(ten), hour, []time.Duration{0, 10 * ten}},
		{"absurd for short delays", func() error { return overloaded("Retry-After", "86400") }, fixed(time.Millisecond), hour, []time.Duration{0, time.Minute}},
		{"milliseconds", func() error { return overloaded("X-Amz-Retry-After", "22500") }, fixed(ten), hour, []time.Duration{0, 22500 * time.Millisecond}},
		{"after the end", func() error { return overloaded("Retry-After", "60") }, fixed(ten), 59 * time.Second, []time.Duration{0, 20 * time.Second}},
		{"more than a quarter of the wait", func() error { return overloaded("Retry-After", "57") }, fixed(ten), 4*30*time.Second + time.Second, []time.Duration{0, 30 * time.Second}},
		{"next to the end, unasked", func() error { return overloaded() }, fixed(ten), 20 * time.Second, []time.Duration{0, 19 * time.Second}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				s := newService(t, script(tt.err(), "full"))
				_, err := s.wait(s.waiter(newKind(), fullGoal()), nil, tt.maxWait, tt.o)
				if diff := cmp.Diff(tt.at, s.times()); diff != "" {
					t.Errorf("polls (-want +got):\n%s", diff)
				}
				if err != nil {
					t.Error(err)
				}
			})
		})
	}
}

// The last poll is shortly before the end of a wait. There is no poll after it,
// and the wait ends on time.
func TestDeadline(t *testing.T) {
	s := time.Second
	tests := []struct {
		name     string
		maxWait  time.Duration
		deadline time.Duration // of the context, 0 for none
		o        options
		at       []time.Duration
	}{
		{"in the middle of a delay", 35 * s, 0, fixed(ten), []time.Duration{0, 10 * s, 20 * s, 30 * s, 34 * s}},
		{"with a delay", 30 * s, 0, fixed(ten), []time.Duration{0, 10 * s, 20 * s, 29 * s}},
		{"just after a delay", 31 * s, 0, fixed(ten), []time.Duration{0, 10 * s, 20 * s, 30 * s}},
		{"no use in another", 31500 * time.Millisecond, 0, fixed(ten), []time.Duration{0, 10 * s, 20 * s, 30 * s}},
		{"shorter than a delay", 5 * s, 0, fixed(ten), []time.Duration{0, 4500 * time.Millisecond}},
		{"very short", 10 * time.Millisecond, 0, fixed(ten), []time.Duration{0, 9 * time.Millisecond}},
		{"one nanosecond", 1, 0, fixed(ten), []time.Duration{0}},
		{"short delays", 25 * time.Millisecond, 0, fixed(10 * time.Millisecond), []time.Duration{0, 10 * time.Millisecond, 20 * time.Millisecond, 22500 * time.Microsecond}},
		{"odd", 12345678 * time.Microsecond, 0, fixed(ten), []time.Duration{0, 10 * s, 11345678 * time.Microsecond}},
		{"context ends first", hour, 15 * s, fixed(ten), []time.Duration{0, 10 * s, 14 * s}},
		{"context ends later", 15 * s, hour, fixed(ten), []time.Duration{0, 10 * s, 14 * s}},
		{"context is over", hour, -1, fixed(ten), nil},
		{"initial delay", 5 * s, 0, with(wait.Settings{MinDelay: ten, MaxDelay: ten, InitialDelay: ten}), []time.Duration{4500 * time.Millisecond}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				s := newService(t, script("filling"))
				w := s.waiter(newKind(), fullGoal())
				ctx := t.Context()
				if tt.deadline != 0 {
					var cancel context.CancelFunc
					ctx, cancel = context.WithDeadline(ctx, time.Now().Add(tt.deadline))
					defer cancel()
				}
				limit := tt.maxWait
				if tt.deadline != 0 {
					limit = max(0, min(tt.deadline, limit))
				}
				_, err := s.waitContext(ctx, w, &bucketInput{Name: ptr("b")}, tt.maxWait, tt.o)
				if took := time.Since(s.start); took != limit {
					t.Errorf("Wait ends after %v, want %v", took, limit)
				}
				if diff := cmp.Diff(tt.at, s.times()); diff != "" {
					t.Errorf("polls (-want +got):\n%s", diff)
				}
				e := waitError(t, err)
				if e.Outcome != nereid.ErrWaitTimeout || e.Elapsed != limit || e.Attempts != len(tt.at) || e.Cause != nil ||
					!errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
					t.Errorf("%#v", e)
				}

				if tt.deadline != 0 {
					return
				}
				s = newService(t, script("filling"))
				all := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), []string{"b"}, tt.maxWait, tt.o)
				if len(all) != 1 || all[0].id != "b" || !errors.Is(all[0].err, nereid.ErrWaitTimeout) || all[0].at != limit {
					t.Errorf("All yields %v", all)
				}
				if diff := cmp.Diff(tt.at, s.times()); diff != "" {
					t.Errorf("polls of All (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// The error of a wait that timed out says why it did not succeed.
func TestTimeoutTellsWhy(t *testing.T) {
	budget := errors.New("the budget is spent")
	tests := []struct {
		name    string
		answers []any
		change  func(*options)
		cause   error // of the context
		is      []error
		message string
	}{
		{name: "nothing", answers: []any{"filling"}, message: "timed out (exceeded max wait time) after 25s and 4 polls, last status filling"},
		{
			name: "throttled", answers: []any{"filling", errThrottled}, is: []error{errThrottled},
			message: "timed out (exceeded max wait time) after 25s and 3 polls, last status filling: api error Throttling:",
		},
		{
			name: "missing at the end", answers: []any{"filling", "filling", nil}, is: []error{nereid.ErrNotFound},
			message: "timed out (exceeded max wait time) after 25s and 4 polls, last status filling: bucket b was not found",
		},
		{name: "passed by then", answers: []any{errThrottled, "filling"}, message: "timed out (exceeded max wait time) after 25s and 3 polls, last status filling"},
		{
			name: "unsettled", answers: []any{bucket{Status: ptr("full"), Leaks: true}},
			change:  func(o *options) { o.RequireSettled = true },
			message: "timed out (exceeded max wait time) after 25s and 4 polls, last status full: the resource has pending modifications",
		},
		{
			name: "not often enough", answers: []any{"full"}, change: func(o *options) { o.ConsecutiveHits = 9 },
			message: "timed out (exceeded max wait time) after 25s and 4 polls, last status full: the last 4 of 9 required consecutive polls found this state",
		},
		{
			name: "cause of the context", answers: []any{"filling"}, cause: budget, is: []error{budget},
			message: "timed out (exceeded max wait time) after 25s and 4 polls, last status filling: the budget is spent",
		},
		{
			name: "both", answers: []any{"filling", errThrottled}, cause: budget, is: []error{budget, errThrottled},
			message: "timed out (exceeded max wait time) after 25s and 3 polls, last status filling: the budget is spent (last poll: api error Throttling: )",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				s := newService(t, script(tt.answers...))
				o, ctx, maxWait := fixed(ten), t.Context(), 25*time.Second
				if tt.change != nil {
					tt.change(&o)
				}
				if tt.cause != nil {
					var cancel context.CancelFunc
					ctx, cancel = context.WithTimeoutCause(ctx, maxWait, tt.cause)
					defer cancel()
					maxWait = hour
				}
				_, err := s.waitContext(ctx, s.waiter(newKind(), fullGoal()), &bucketInput{Name: ptr("b")}, maxWait, o)
				if want := "waiting for bucket b to become full: " + tt.message; err == nil || err.Error() != want {
					t.Errorf("message\n%v, want\n%s", err, want)
				}
				for _, target := range append(tt.is, nereid.ErrWaitTimeout, context.DeadlineExceeded) {
					if !errors.Is(err, target) {
						t.Errorf("%v is not %v", err, target)
					}
				}
			})
		})
	}
}

// A cancellation ends a wait immediately, with the caller's cause.
func TestCancel(t *testing.T) {
	reason := errors.New("the operator went home")
	tests := []struct {
		name   string
		cancel time.Duration
		took   time.Duration // by each request
		cause  error
		polls  int
		more   int // how many more requests there may be, if either may come first
	}{
		{"before", 0, 0, nil, 0, 0},
		{"in a sleep", 14 * time.Second, 0, nil, 2, 0},
		{"in a call", 14 * time.Second, hour, nil, 1, 0},
		{"as a poll is due", ten, 0, nil, 1, 1},
		{"with a cause", 14 * time.Second, 0, reason, 2, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				answer := func(ctx context.Context, _ int, in *bucketInput) (*bucketOutput, error) {
					// The service answers until it is canceled.
					select {
					case <-ctx.Done():
						return nil, fmt.Errorf("call: %w", ctx.Err())
					case <-time.After(tt.took):
					}
					return script("filling")(ctx, 1, in)
				}
				run := func(wait func(context.Context, *service) error) {
					s := newService(t, answer)
					s.crossed = tt.more > 0
					ctx, cancel := context.WithCancelCause(t.Context())
					if tt.cancel == 0 {
						cancel(tt.cause)
					} else {
						go func() {
							<-time.After(tt.cancel)
							cancel(tt.cause)
						}()
					}
					err := wait(ctx, s)
					if took := time.Since(s.start); took != tt.cancel {
						t.Errorf("ended after %v, want %v", took, tt.cancel)
					}
					e := waitError(t, err)
					cause := tt.cause
					if cause == nil {
						cause = context.Canceled
					}
					if e.Outcome != nereid.ErrWaitCanceled || !errors.Is(err, context.Canceled) || !errors.Is(err, cause) ||
						errors.Is(err, context.DeadlineExceeded) || e.Elapsed != tt.cancel {
						t.Errorf("%v", err)
					}
					if n := len(s.calls); n < tt.polls || n > tt.polls+tt.more {
						t.Errorf("%d polls, want %d and at most %d more", n, tt.polls, tt.more)
					}
				}
				run(func(ctx context.Context, s *service) error {
					_, err := s.waitContext(ctx, s.waiter(newKind(), fullGoal()), nil, hour, fixed(ten))
					return err
				})
				run(func(ctx context.Context, s *service) error {
					all := s.waitAll(ctx, s.waiter(newKind(), fullGoal()), []string{"b"}, hour, fixed(ten))
					if len(all) != 1 {
						t.Fatalf("All yields %v", all)
					}
					return all[0].err
				})
				synctest.Wait()
			})
		})
	}
}

// The end of the wait ends a call in progress. The error still contains the
// error of the poll before it.
func TestDeadlineInCall(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, func(ctx context.Context, n int, _ *bucketInput) (*bucketOutput, error) {
			if n == 1 {
				return nil, errThrottled
			}
			<-ctx.Done()
			return nil, fmt.Errorf("call: %w", ctx.Err())
		})
		_, err := s.wait(s.waiter(newKind(), fullGoal()), nil, 31*time.Second, fixed(ten))
		if e := waitError(t, err); e.Outcome != nereid.ErrWaitTimeout || e.Elapsed != 31*time.Second || e.Attempts != 2 || !errors.Is(err, errThrottled) {
			t.Error(err)
		}
	})
}

// The time that a caller spends on a poll is part of the delay to the next
// poll.
func TestSlowCallers(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, script("empty", "empty", "empty", "full"))
		o := fixed(ten)
		var next []time.Duration
		o.OnPoll = func(p poll) {
			next = append(next, p.Next)
			<-time.After(time.Duration(p.Attempt) * 4 * time.Second)
		}
		if _, err := s.wait(s.waiter(newKind(), fullGoal()), nil, hour, o); err != nil {
			t.Fatal(err)
		}
		// The third poll kept the caller for longer than the delay.
		if diff := cmp.Diff([]time.Duration{0, ten, 2 * ten, 32 * time.Second}, s.times()); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]time.Duration{ten, ten, ten, 0}, next); diff != "" {
			t.Error(diff)
		}
	})
}
