package wait_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/wait"
)

const (
	ten  = 10 * time.Second
	hour = time.Hour
)

// The results of the polls decide how a wait ends, and when.
func TestWait(t *testing.T) {
	tests := []struct {
		name    string
		goal    *goal
		in      *bucketInput
		answers []any
		change  func(*options)

		at      []time.Duration // of the polls
		outcome error           // nil for success
		is      []error         // what else the error matches
		message string
	}{
		{name: "at once", answers: []any{"full"}, at: []time.Duration{0}},
		{name: "third poll", answers: []any{"empty", "filling", "full"}, at: []time.Duration{0, ten, 2 * ten}},
		{name: "unknown states", answers: []any{"", "never-heard-of", bucket{}, "full"}, at: []time.Duration{0, ten, 2 * ten, 3 * ten}},
		{name: "another case", answers: []any{"FULL"}, at: []time.Duration{0}},
		{
			name: "failure", answers: []any{"empty", bucket{Status: ptr("broken"), Cause: "a hole"}},
			at: []time.Duration{0, ten}, outcome: nereid.ErrWaitFailed,
			message: "waiting for bucket b to become full: failed after 10s and 2 polls, last status broken: a hole",
		},
		{
			name: "failure in another case", answers: []any{"LOST"}, at: []time.Duration{0}, outcome: nereid.ErrWaitFailed,
			message: "waiting for bucket b to become full: failed after 0s and 1 poll, last status LOST",
		},
		{
			name: "state that the caller takes for a failure", answers: []any{"filling", "Dented"},
			change: func(o *options) { o.FailureStates = []string{"dented"} },
			at:     []time.Duration{0, ten}, outcome: nereid.ErrWaitFailed,
			message: "waiting for bucket b to become full: failed after 10s and 2 polls, last status Dented",
		},
		{
			name: "caller's failure wins over success", answers: []any{"full"},
			change: func(o *options) { o.FailureStates = []string{"full"} },
			at:     []time.Duration{0}, outcome: nereid.ErrWaitFailed,
		},

		{
			name: "hits in a row", answers: []any{"full", "empty", "full", "full", "empty", "full", "full", "full"},
			change: func(o *options) { o.ConsecutiveHits = 3 },
			at:     []time.Duration{0, ten, 2 * ten, 3 * ten, 4 * ten, 5 * ten, 6 * ten, 7 * ten},
		},
		{
			name: "a failed poll does not break the row", answers: []any{"full", errThrottled, "full"},
			change: func(o *options) { o.ConsecutiveHits = 2 }, at: []time.Duration{0, ten, 3 * ten},
		},
		{
			name: "a missing resource does", answers: []any{"full", nil, "full", "full"},
			change: func(o *options) { o.ConsecutiveHits = 2 }, at: []time.Duration{0, ten, 2 * ten, 3 * ten},
		},
		{
			name: "what was seen counts no more as missing", answers: []any{nil, nil, "full", nil, nil, "full", "full"},
			change: func(o *options) { o.ConsecutiveHits = 2 }, at: []time.Duration{0, ten, 2 * ten, 3 * ten, 4 * ten, 5 * ten, 6 * ten},
		},
		{
			name: "the last poll confirms", answers: []any{"empty", "empty", "full"},
			change: func(o *options) { o.ConsecutiveHits = 2; o.MinDelay, o.MaxDelay = hour/3+1, hour/3+1 },
			at:     []time.Duration{0, hour/3 + 1, 2*hour/3 + 2, hour - time.Second}, // which is the second hit
		},
		{
			name: "negative hits", answers: []any{"full"},
			change: func(o *options) { o.ConsecutiveHits = -1 }, at: []time.Duration{0},
		},

		{
			name: "settled", answers: []any{bucket{Status: ptr("full"), Leaks: true}, bucket{Status: ptr("full"), Leaks: true}, "full"},
			change: func(o *options) { o.RequireSettled = true }, at: []time.Duration{0, ten, 2 * ten},
		},
		{name: "settled or not", answers: []any{bucket{Status: ptr("full"), Leaks: true}}, at: []time.Duration{0}},
		{
			name: "hits must be settled", answers: []any{"full", bucket{Status: ptr("full"), Leaks: true}, "full", "full"},
			change: func(o *options) { o.RequireSettled, o.ConsecutiveHits = true, 2 },
			at:     []time.Duration{0, ten, 2 * ten, 3 * ten},
		},

		{
			name: "initial delay", answers: []any{"full"},
			change: func(o *options) { o.InitialDelay = 7 * time.Second }, at: []time.Duration{7 * time.Second},
		},
		{
			name: "negative initial delay", answers: []any{"full"},
			change: func(o *options) { o.InitialDelay = -hour }, at: []time.Duration{0},
		},
		{
			name: "initial delay as long as the wait", answers: []any{"full"},
			change: func(o *options) { o.InitialDelay = 2 * hour }, at: []time.Duration{hour - time.Second},
		},

		{
			name: "missing, as a fault", answers: []any{errNotThere}, at: []time.Duration{0, ten, 2 * ten},
			outcome: nereid.ErrWaitFailed, is: []error{nereid.ErrNotFound, errNotThere},
			message: "waiting for bucket b to become full: failed after 20s and 3 polls: call: BucketNotFound:",
		},
		{
			name: "missing, as an empty list", answers: []any{nil}, at: []time.Duration{0, ten, 2 * ten},
			outcome: nereid.ErrWaitFailed, is: []error{nereid.ErrNotFound},
			message: "waiting for bucket b to become full: failed after 20s and 3 polls: bucket b was not found",
		},
		{
			name: "missing at first", answers: []any{errNotThere, nil, "full"}, at: []time.Duration{0, ten, 2 * ten},
		},
		{
			name: "missing now and then", answers: []any{nil, nil, "empty", nil, nil, "full"},
			at: []time.Duration{0, ten, 2 * ten, 3 * ten, 4 * ten, 5 * ten},
		},
		{
			name: "vanished", answers: []any{"filling", nil, errNotThere, nil, "full"},
			at: []time.Duration{0, ten, 2 * ten, 3 * ten}, outcome: nereid.ErrWaitFailed, is: []error{nereid.ErrNotFound},
			message: "waiting for bucket b to become full: failed after 30s and 4 polls, last status filling: bucket b was not found",
		},
		{
			name: "a failed poll is not a miss", answers: []any{nil, nil, errThrottled, "full"},
			at: []time.Duration{0, ten, 2 * ten, 4 * ten},
		},

		{name: "gone at once", goal: goneGoal(), answers: []any{errNotThere}, at: []time.Duration{0}},
		{name: "gone, as an empty list", goal: goneGoal(), answers: []any{"leaving", nil}, at: []time.Duration{0, ten}},
		{name: "gone, by its status", goal: goneGoal(), answers: []any{"gone"}, at: []time.Duration{0}},
		{
			name: "not gone but made anew", goal: goneGoal(), answers: []any{"leaving", "filling"},
			at: []time.Duration{0, ten}, outcome: nereid.ErrWaitFailed,
			message: "waiting for bucket b to become gone: failed after 10s and 2 polls, last status filling",
		},
		{name: "gone, after it showed as what it was", goal: goneGoal(), answers: []any{"filling", "filling", "leaving", nil}, at: []time.Duration{0, ten, 2 * ten, 3 * ten}},
		{
			name: "not gone, for all that is known", goal: goneGoal(), answers: []any{"filling", errThrottled, "filling", "filling"},
			at: []time.Duration{0, ten, 3 * ten, 4 * ten}, outcome: nereid.ErrWaitFailed,
			message: "waiting for bucket b to become gone: failed after 40s and 4 polls, last status filling",
		},
		{
			name: "gone, to be confirmed", goal: goneGoal(), answers: []any{errNotThere, "leaving", errNotThere, nil},
			change: func(o *options) { o.ConsecutiveHits = 2 }, at: []time.Duration{0, ten, 2 * ten, 3 * ten},
		},

		{name: "list", in: &bucketInput{}, answers: []any{list("full", "empty"), list("full", "full")}, at: []time.Duration{0, ten}},
		{name: "no params are a list", in: nil, answers: []any{list("full")}, at: []time.Duration{0}},
		{name: "empty list is waited through", in: &bucketInput{}, answers: []any{list(), list(), list(), list(), list("full")}, at: []time.Duration{0, ten, 2 * ten, 3 * ten, 4 * ten}},
		{
			name: "one of a list fails", in: &bucketInput{}, answers: []any{list("full", "empty", "broken", "full")},
			at: []time.Duration{0}, outcome: nereid.ErrWaitFailed,
			message: "waiting for buckets to become full: failed after 0s and 1 poll, last status broken",
		},
		{
			name: "one of a list fails by the caller's states", in: &bucketInput{}, answers: []any{list("empty", "full", "dented")},
			change: func(o *options) { o.FailureStates = []string{"dented"} },
			at:     []time.Duration{0}, outcome: nereid.ErrWaitFailed,
			message: "waiting for buckets to become full: failed after 0s and 1 poll, last status dented",
		},
		{name: "list gone", goal: goneGoal(), in: &bucketInput{}, answers: []any{list("leaving", "gone"), list()}, at: []time.Duration{0, ten}},
		{
			name: "list with a fault", in: &bucketInput{}, answers: []any{errNotThere}, at: []time.Duration{0, ten, 2 * ten},
			outcome: nereid.ErrWaitFailed, is: []error{nereid.ErrNotFound},
		},

		{
			name: "access denied", answers: []any{"empty", errDenied}, at: []time.Duration{0, ten},
			outcome: nereid.ErrWaitPoll, is: []error{nereid.ErrAccessDenied, errDenied},
			message: "waiting for bucket b to become full: poll failed after 10s and 2 polls, last status empty: call: AccessDenied:",
		},
		{name: "invalid parameter", answers: []any{errInvalid}, at: []time.Duration{0}, outcome: nereid.ErrWaitPoll, is: []error{nereid.ErrInvalidParameter}},
		{
			name: "refused before it was sent", answers: []any{smithy.InvalidParamsError{Context: "bucketInput"}},
			at: []time.Duration{0}, outcome: nereid.ErrWaitPoll,
		},
		{
			name: "another caller's cancellation", answers: []any{fmt.Errorf("transport: %w", context.Canceled)},
			at: []time.Duration{0}, outcome: nereid.ErrWaitPoll, is: []error{context.Canceled},
		},
		{name: "throttled", answers: []any{errThrottled, "full"}, at: []time.Duration{0, 2 * ten}},
		{name: "throttled often", answers: []any{errThrottled, errThrottled, errThrottled, "empty", "full"}, at: []time.Duration{0, 2 * ten, 6 * ten, 10 * ten, 11 * ten}},
		{
			name: "throttled between hits", answers: []any{errThrottled, "full", errThrottled, "full", "full"},
			change: func(o *options) { o.ConsecutiveHits = 3 }, at: []time.Duration{0, 2 * ten, 3 * ten, 5 * ten, 6 * ten},
		},
		{name: "throttled between misses", answers: []any{errThrottled, nil, errThrottled, "full"}, at: []time.Duration{0, 2 * ten, 3 * ten, 5 * ten}},
		{name: "another caller's deadline", answers: []any{fmt.Errorf("transport: %w", context.DeadlineExceeded), "full"}, at: []time.Duration{0, 2 * ten}},

		{
			name: "neither output nor error", answers: []any{(*bucketOutput)(nil)}, at: []time.Duration{0}, outcome: nereid.ErrWaitPoll,
			message: "waiting for bucket b to become full: poll failed after 0s and 1 poll: the client returned neither an output nor an error",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				g := tt.goal
				if g == nil {
					g = fullGoal()
				}
				in := tt.in
				if in == nil && !strings.HasPrefix(tt.name, "no params") {
					in = &bucketInput{Name: ptr("b")}
				}
				s := newService(t, script(tt.answers...))
				o := fixed(ten)
				if tt.change != nil {
					tt.change(&o)
				}
				_, err := s.wait(s.waiter(newKind(), g), in, hour, o)
				if !errors.Is(err, tt.outcome) || tt.outcome == nil && err != nil {
					t.Fatalf("outcome %v, want %v", err, tt.outcome)
				}
				for _, target := range tt.is {
					if !errors.Is(err, target) {
						t.Errorf("%v is not %v", err, target)
					}
				}
				if tt.message != "" && strings.TrimSpace(err.Error()) != tt.message {
					t.Errorf("message\n%s, want\n%s", err, tt.message)
				}
				if diff := cmp.Diff(tt.at, s.times()); diff != "" {
					t.Errorf("polls (-want +got):\n%s", diff)
				}
			})
		})
	}
}

func list(statuses ...string) *bucketOutput {
	out := new(bucketOutput)
	for i, status := range statuses {
		out.Buckets = append(out.Buckets, bucket{Name: ptr(fmt.Sprint("b", i)), Status: &status})
	}
	return out
}

// If a condition has Evaluate, it decides.
func TestWaitEvaluate(t *testing.T) {
	bubble(t, func(t *testing.T) {
		g := &goal{Wanted: "half full", Failure: []string{"half"}, Evaluate: func(item any) wait.Outcome {
			b := item.(*bucket)
			switch percent := nereid.ToInt32(b.Percent); {
			case percent > 50:
				return wait.Failure
			case percent == 50:
				return wait.Success
			}
			return wait.Pending
		}}
		in := &bucketInput{Name: ptr("b")}
		s := newService(t, script(bucket{}, bucket{Percent: ptr[int32](40)}, bucket{Percent: ptr[int32](50), Status: ptr("half")}))
		if _, err := s.wait(s.waiter(newKind(), g), in, hour, fixed(ten)); err != nil || len(s.calls) != 3 {
			t.Errorf("%v after %d polls", err, len(s.calls))
		}
		s = newService(t, script(bucket{Percent: ptr[int32](60)}))
		if _, err := s.wait(s.waiter(newKind(), g), in, hour, fixed(ten)); !errors.Is(err, nereid.ErrWaitFailed) {
			t.Error(err)
		}
	})
}

// The arguments are checked before a request is made.
func TestWaitArguments(t *testing.T) {
	tests := []struct {
		name     string
		maxWait  time.Duration
		min, max time.Duration
	}{
		{"no time", 0, ten, ten},
		{"negative time", -1, ten, ten},
		{"no minimum", hour, 0, ten},
		{"negative minimum", hour, -1, ten},
		{"minimum above maximum", hour, ten + 1, ten},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				s := newService(t, script("full"))
				w := s.waiter(newKind(), fullGoal())
				o := with(wait.Settings{MinDelay: tt.min, MaxDelay: tt.max})
				_, err := s.wait(w, &bucketInput{Name: ptr("b")}, tt.maxWait, o)
				if err == nil || errors.As(err, new(*nereid.WaitError)) {
					t.Errorf("Wait: %v", err)
				}
				all := s.waitAll(t.Context(), w, []string{"a", "", "b"}, tt.maxWait, o)
				if len(all) != 3 {
					t.Errorf("All yields %v", all)
				}
				for _, r := range all {
					if r.err == nil {
						t.Errorf("All: %q without an error", r.id)
					}
				}
				if len(s.calls) != 0 {
					t.Errorf("%d requests", len(s.calls))
				}
			})
		})
	}
}

func TestWaitWithoutIdentifier(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, script(errNotThere))
		if _, err := s.wait(s.waiter(newKind(), goneGoal()), &bucketInput{Name: ptr("")}, hour, fixed(ten)); err == nil || len(s.calls) != 0 {
			t.Errorf("%v after %d requests", err, len(s.calls))
		}
	})
}

func TestDelays(t *testing.T) {
	const m, n = wait.DefaultMinDelay, wait.DefaultMaxDelay
	for _, tt := range [][4]time.Duration{ // min and max as they are set, then as they are taken
		{0, 0, m, n},
		{m, n, m, n},
		{ten, 0, ten, n},
		{0, hour, m, hour},
		{0, ten, ten, ten},
		{m, ten, ten, ten},
		{hour, 0, hour, hour},
		{hour, n, hour, hour},
		{hour, ten, hour, ten}, // rejected later
		{-1, 0, -1, n},
		{0, -1, m, -1},
	} {
		if a, b := wait.Delays(tt[0], tt[1]); a != tt[2] || b != tt[3] {
			t.Errorf("%v and %v are taken for %v and %v, want %v and %v", tt[0], tt[1], a, b, tt[2], tt[3])
		}
	}
}

// The returned outputs are the client's, and the input is not changed.
func TestWaitOutput(t *testing.T) {
	bubble(t, func(t *testing.T) {
		in := &bucketInput{Name: ptr("b")}
		s := newService(t, script("empty", "full"))
		out, err := s.wait(s.waiter(newKind(), fullGoal()), in, hour, fixed(ten))
		if err != nil || out == nil || out.ID != 2 {
			t.Errorf("success: output %+v, error %v", out, err)
		}

		s = newService(t, script("empty", "filling", errDenied))
		out, err = s.wait(s.waiter(newKind(), fullGoal()), in, hour, fixed(ten))
		if out == nil || out.ID != 2 || waitError(t, err).LastOutput != any(out) {
			t.Errorf("failed poll: output %+v, error %v", out, err)
		}

		s = newService(t, script(errDenied))
		out, err = s.wait(s.waiter(newKind(), fullGoal()), in, hour, fixed(ten))
		if out != nil || waitError(t, err).LastOutput != nil {
			t.Errorf("nothing seen: output %+v, error %v", out, err)
		}

		s = newService(t, script("leaving", errNotThere))
		out, err = s.wait(s.waiter(newKind(), goneGoal()), in, hour, fixed(ten))
		if out != nil || err != nil {
			t.Errorf("gone: output %+v, error %v", out, err)
		}
		if diff := cmp.Diff(&bucketInput{Name: ptr("b")}, in); diff != "" {
			t.Errorf("the input was changed:\n%s", diff)
		}
	})
}

// A poll reads all pages, and does not change the client's outputs.
func TestWaitPages(t *testing.T) {
	bubble(t, func(t *testing.T) {
		page1, page2, page3 := list("full"), list("full"), list("empty")
		page1.Buckets = append(make([]bucket, 0, 9), page1.Buckets...)
		page1.Marker, page2.Marker = ptr("2"), ptr("3")
		pages := map[string]*bucketOutput{"": page1, "2": page2, "3": page3}
		s := newService(t, func(_ context.Context, _ int, in *bucketInput) (*bucketOutput, error) {
			if *in.MaxRecords != 20 {
				t.Errorf("MaxRecords is %d", *in.MaxRecords)
			}
			return pages[nereid.ToString(in.Marker)], nil
		})
		var seen []poll
		o := fixed(ten)
		o.OnPoll = func(p poll) {
			seen = append(seen, p)
			if p.Attempt == 2 {
				pages["3"] = list("full")
			}
		}
		in := &bucketInput{MaxRecords: ptr[int32](20)}
		out, err := s.wait(s.waiter(newKind(), fullGoal()), in, hour, o)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]time.Duration{0, 0, 0, ten, ten, ten, 2 * ten, 2 * ten, 2 * ten}, s.times()); diff != "" {
			t.Errorf("requests:\n%s", diff)
		}
		if len(out.Buckets) != 3 || out.Marker != nil {
			t.Errorf("the output is %+v", out)
		}
		if len(seen) != 3 || seen[0].Status != "empty" || seen[2].Status != "full" {
			t.Errorf("the polls showed %+v", seen)
		}
		if len(page1.Buckets) != 1 || page1.Buckets[:2][1].Name != nil || len(page2.Buckets) != 1 || nereid.ToString(page1.Marker) != "2" {
			t.Errorf("pages were changed: %+v, %+v", page1, page2)
		}
	})
}

// A list with repeated markers ends a wait. A list whose next page fails does
// not.
func TestWaitBrokenPages(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, func(_ context.Context, n int, _ *bucketInput) (*bucketOutput, error) {
			out := list("full")
			out.Marker = ptr(fmt.Sprint(n % 2))
			return out, nil
		})
		_, err := s.wait(s.waiter(newKind(), fullGoal()), nil, hour, fixed(ten))
		if !errors.Is(err, nereid.ErrWaitPoll) || len(s.calls) != 3 {
			t.Errorf("%v after %d requests", err, len(s.calls))
		}

		s = newService(t, func(_ context.Context, n int, in *bucketInput) (*bucketOutput, error) {
			out := list("full")
			switch {
			case in.Marker == nil:
				out.Marker = ptr("2")
			case n == 2:
				return nil, errThrottled
			}
			return out, nil
		})
		out, err := s.wait(s.waiter(newKind(), fullGoal()), nil, hour, fixed(ten))
		if err != nil || len(out.Buckets) != 2 {
			t.Errorf("%+v, %v", out, err)
		}
		if diff := cmp.Diff([]time.Duration{0, 0, 2 * ten, 2 * ten}, s.times()); diff != "" {
			t.Error(diff)
		}
	})
}

// An endless list is not read after the end of the wait.
func TestWaitEndlessPages(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, func(_ context.Context, n int, _ *bucketInput) (*bucketOutput, error) {
			<-time.After(time.Second)
			out := list("full")
			out.Marker = ptr(fmt.Sprint(n))
			return out, nil
		})
		_, err := s.wait(s.waiter(newKind(), fullGoal()), nil, ten+1, fixed(ten))
		if e := waitError(t, err); e.Outcome != nereid.ErrWaitTimeout || len(s.calls) != 11 {
			t.Errorf("%v after %d requests", err, len(s.calls))
		}
	})
}

// Extreme numbers do not overflow.
func TestWaitExtremes(t *testing.T) {
	for _, o := range []wait.Settings{
		{MinDelay: 1, MaxDelay: 1},
		{MinDelay: 1, MaxDelay: math.MaxInt64},
		{MinDelay: math.MaxInt64, MaxDelay: math.MaxInt64},
		{MinDelay: 240 * hour, MaxDelay: 240 * hour},
		{MinDelay: ten, MaxDelay: hour, InitialDelay: math.MaxInt64},
		{MinDelay: ten, MaxDelay: hour, ConsecutiveHits: math.MaxInt},
	} {
		bubble(t, func(t *testing.T) {
			s := newService(t, script("empty", errThrottled, "full", errThrottled, nil, "full"))
			ctx, cancel := context.WithTimeout(t.Context(), 1000*hour)
			defer cancel()
			if o.ConsecutiveHits > 0 {
				ctx, cancel = context.WithTimeout(t.Context(), hour)
				defer cancel()
			}
			_, err := s.waitContext(ctx, s.waiter(newKind(), fullGoal()), &bucketInput{Name: ptr("b")}, math.MaxInt64, with(o))
			if err != nil && !errors.Is(err, nereid.ErrWaitTimeout) {
				t.Errorf("%+v: %v", o, err)
			}
		})
	}
}
