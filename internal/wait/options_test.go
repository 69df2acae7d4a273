package wait_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/logging"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/internal/wait"
)

// The caller's own function decides, with the default or in place of it.
func TestWaitRetryable(t *testing.T) {
	own := errors.New("I do not like it")
	type decision = func(context.Context, *bucketInput, *bucketOutput, error) (bool, error)
	tests := []struct {
		name    string
		answers []any
		decide  func(decision) decision
		polls   int
		outcome error
		is      error
	}{
		{
			name: "success of its own", answers: []any{"empty", "half"}, polls: 2,
			decide: func(decision) decision {
				return func(_ context.Context, in *bucketInput, out *bucketOutput, _ error) (bool, error) {
					return *out.Buckets[0].Status != "half" || *in.Name != "b", nil
				}
			},
		},
		{
			name: "failure of its own in an output", answers: []any{"full"}, polls: 1, outcome: nereid.ErrWaitFailed, is: own,
			decide: func(decision) decision {
				return func(context.Context, *bucketInput, *bucketOutput, error) (bool, error) { return false, own }
			},
		},
		{
			name: "failure of its own in a poll", answers: []any{errDenied}, polls: 1, outcome: nereid.ErrWaitPoll, is: own,
			decide: func(decision) decision {
				return func(context.Context, *bucketInput, *bucketOutput, error) (bool, error) { return true, own }
			},
		},
		{
			name: "patience with errors", answers: []any{errDenied, errDenied, "full"}, polls: 3,
			decide: func(next decision) decision {
				return func(ctx context.Context, in *bucketInput, out *bucketOutput, err error) (bool, error) {
					if errors.Is(err, nereid.ErrAccessDenied) {
						return true, nil
					}
					return next(ctx, in, out, err)
				}
			},
		},
		{
			name: "patience with what is missing", answers: []any{errNotThere, errNotThere, errNotThere, errNotThere, "full"}, polls: 5,
			decide: func(next decision) decision {
				return func(ctx context.Context, in *bucketInput, out *bucketOutput, err error) (bool, error) {
					if errors.Is(err, nereid.ErrNotFound) {
						return true, nil
					}
					return next(ctx, in, out, err)
				}
			},
		},
		{
			name: "the default, wrapped", answers: []any{nil, nil, nil}, polls: 3, outcome: nereid.ErrWaitFailed, is: nereid.ErrNotFound,
			decide: func(next decision) decision {
				return func(ctx context.Context, in *bucketInput, out *bucketOutput, err error) (bool, error) {
					again, err := next(ctx, in, out, err)
					if err != nil {
						err = fmt.Errorf("%w: %w", own, err)
					}
					return again, err
				}
			},
		},
		{
			name: "the default failure, wrapped", answers: []any{"broken"}, polls: 1, outcome: nereid.ErrWaitFailed, is: own,
			decide: func(next decision) decision {
				return func(ctx context.Context, in *bucketInput, out *bucketOutput, err error) (bool, error) {
					again, err := next(ctx, in, out, err)
					return again, fmt.Errorf("%w: %w", own, err)
				}
			},
		},
		{
			name: "not asked about what passes", answers: []any{errThrottled, "full"}, polls: 2,
			decide: func(next decision) decision {
				return func(ctx context.Context, in *bucketInput, out *bucketOutput, err error) (bool, error) {
					if err != nil {
						panic(err)
					}
					return next(ctx, in, out, err)
				}
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				s := newService(t, script(tt.answers...))
				w := s.waiter(newKind(), fullGoal())
				o := fixed(ten)
				o.Retryable = tt.decide(w.Default())
				_, err := s.wait(w, &bucketInput{Name: ptr("b")}, hour, o)
				if len(s.calls) != tt.polls || !errors.Is(err, tt.outcome) || tt.outcome == nil && err != nil {
					t.Errorf("%v after %d polls, want %v after %d", err, len(s.calls), tt.outcome, tt.polls)
				}
				if at := s.times(); strings.Contains(tt.name, "missing") && at[len(at)-1] != time.Duration(tt.polls-1)*ten {
					t.Errorf("polls at %v", at)
				}
				if tt.is != nil && !errors.Is(err, tt.is) {
					t.Errorf("%v is not %v", err, tt.is)
				}
			})
		})
	}
}

// If a function returns the context's error, the wait reports that it was
// canceled.
func TestRetryableSeesCancellation(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, script("empty"))
		ctx, cancel := context.WithCancel(t.Context())
		o := fixed(ten)
		o.Retryable = func(ctx context.Context, _ *bucketInput, _ *bucketOutput, _ error) (bool, error) {
			cancel()
			return false, fmt.Errorf("look closer: %w", ctx.Err())
		}
		_, err := s.waitContext(ctx, s.waiter(newKind(), fullGoal()), nil, hour, o)
		if e := waitError(t, err); e.Outcome != nereid.ErrWaitCanceled {
			t.Error(err)
		}
	})
}

// The context of the requests ends with the wait. The wait does not write to
// the caller's list of options.
func TestWaitTidiesUp(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, script("full"))
		w := s.waiter(newKind(), fullGoal())
		var ctx context.Context
		seen := 0
		w.Describe = func(c context.Context, in *bucketInput, optFns ...func(*bucketOptions)) (*bucketOutput, error) {
			ctx = c
			return s.describe(c, in, optFns...)
		}
		o := fixed(ten)
		o.ClientOptions = append(make([]func(*bucketOptions), 0, 9), func(*bucketOptions) { seen++ })
		if _, err := s.wait(w, nil, hour, o); err != nil || seen != 1 {
			t.Errorf("%v, the options were applied %d times", err, seen)
		}
		if ctx.Err() == nil {
			t.Error("the context goes on")
		}
		if o.ClientOptions[:2][1] != nil {
			t.Error("an option was added to the caller's")
		}
	})
}

// For a list, OnPoll gets an item that the wait still waits for.
func TestOnPollList(t *testing.T) {
	leaking := list("full", "full", "empty", "filling")
	leaking.Buckets[1].Leaks = true
	for _, tt := range []struct {
		out     *bucketOutput
		require bool
		want    string
	}{
		{leaking, false, "b2"},
		{leaking, true, "b1"},
		{list("full", "full"), true, "b0"},
		{list("empty", "full", "lost"), true, "b2"},
		{list(), true, ""},
	} {
		bubble(t, func(t *testing.T) {
			s := newService(t, script(tt.out))
			o := fixed(ten)
			o.RequireSettled = tt.require
			var got *string
			o.OnPoll = func(p poll) {
				if got == nil {
					got = ptr("")
					if p.Item != nil {
						got = p.Item.Name
					}
				}
			}
			_, _ = s.wait(s.waiter(newKind(), fullGoal()), nil, time.Minute, o)
			if *got != tt.want {
				t.Errorf("%s, want %s", *got, tt.want)
			}
		})
	}
}

type stubbornRetryer struct{ nereid.Retryer }

func (stubbornRetryer) IsErrorRetryable(error) bool { return true }

// The client's retryer decides which errors pass, except that a missing
// resource is left to the condition.
func TestWaitRetryer(t *testing.T) {
	bubble(t, func(t *testing.T) {
		in := &bucketInput{Name: ptr("b")}
		s := newService(t, script(errInvalid, "full"))
		s.retryer = nereid.NopRetryer{}
		if _, err := s.wait(s.waiter(newKind(), fullGoal()), in, hour, fixed(ten)); !errors.Is(err, nereid.ErrWaitPoll) {
			t.Error(err)
		}
		// A wait continues after temporary errors even if the client does not
		// retry.
		s = newService(t, script(errThrottled, "full"))
		s.retryer = nereid.NopRetryer{}
		if _, err := s.wait(s.waiter(newKind(), fullGoal()), in, hour, fixed(ten)); err != nil {
			t.Error(err)
		}
		// So does a wait with a mock, which may have no retryer.
		s = newService(t, script(errThrottled, "full"))
		s.retryer = nil
		if _, err := s.wait(s.waiter(newKind(), fullGoal()), in, hour, fixed(ten)); err != nil {
			t.Error(err)
		}

		retries := stubbornRetryer{retry.NewStandard()}
		s = newService(t, script(errInvalid, "full"))
		s.retryer = retries
		if _, err := s.wait(s.waiter(newKind(), fullGoal()), in, hour, fixed(ten)); err != nil || len(s.calls) != 2 {
			t.Error(err)
		}
		s = newService(t, script("leaving", errNotThere))
		s.retryer = retries
		if _, err := s.wait(s.waiter(newKind(), goneGoal()), in, hour, fixed(ten)); err != nil {
			t.Error(err)
		}
	})
}

func TestSendOnce(t *testing.T) {
	if r := wait.SingleAttempt(nil); r != nil {
		t.Errorf("made of nothing: %v", r)
	}
	for name, inner := range map[string]nereid.Retryer{
		"with attempt tokens":    retry.NewStandard(),
		"without attempt tokens": struct{ nereid.Retryer }{retry.NewStandard()},
	} {
		r, ok := wait.SingleAttempt(inner).(nereid.RetryerV2)
		if !ok || r.IsErrorRetryable(errThrottled) || r.MaxAttempts() != inner.MaxAttempts() {
			t.Errorf("%s: %v", name, r)
			continue
		}
		if release, err := r.GetAttemptToken(t.Context()); err != nil || release(nil) != nil {
			t.Errorf("%s: no attempt token: %v", name, err)
		}
	}
}

// OnPoll receives every poll.
func TestOnPoll(t *testing.T) {
	bubble(t, func(t *testing.T) {
		status := bucket{Status: ptr("filling"), Percent: ptr[int32](40)}
		s := newService(t, script(nil, errThrottled, status, errNotThere, "full"))
		var seen []poll
		o := fixed(ten)
		o.OnPoll = func(p poll) { seen = append(seen, p) }
		if _, err := s.wait(s.waiter(newKind(), fullGoal()), &bucketInput{Name: ptr("b")}, hour, o); err != nil {
			t.Fatal(err)
		}
		status.Name = ptr("b")
		want := []poll{
			{Resource: "b", Percent: -1, Attempt: 1, Next: ten, Err: nereid.ErrNotFound},
			{Resource: "b", Percent: -1, Attempt: 2, Elapsed: ten, Next: 2 * ten, Err: errThrottled},
			{Resource: "b", Item: &status, Status: "filling", Percent: 40, Attempt: 3, Elapsed: 3 * ten, Next: ten},
			{Resource: "b", Percent: -1, Attempt: 4, Elapsed: 4 * ten, Next: ten, Err: errNotThere},
			{Resource: "b", Item: &bucket{Name: ptr("b"), Status: ptr("full")}, Status: "full", Percent: -1, Attempt: 5, Elapsed: 5 * ten},
		}
		if diff := cmp.Diff(want, seen, cmpopts.EquateErrors()); diff != "" {
			t.Errorf("polls (-want +got):\n%s", diff)
		}
	})
}

// OnPoll also sees the end of a wait: the error that failed it, a deleted
// resource without an error, and that there is no time for another poll.
func TestOnPollLast(t *testing.T) {
	for _, tt := range []struct {
		name    string
		goal    *goal
		answers []any
		maxWait time.Duration
		want    poll
	}{
		{"failed", fullGoal(), []any{errDenied}, hour, poll{Attempt: 1, Err: errDenied}},
		{"gone", goneGoal(), []any{"leaving", errNotThere}, hour, poll{Attempt: 2, Elapsed: ten}},
		{"no more time", fullGoal(), []any{errThrottled}, 30 * time.Second, poll{Attempt: 3, Elapsed: 29 * time.Second, Err: errThrottled}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				s := newService(t, script(tt.answers...))
				var last poll
				o := fixed(ten)
				o.OnPoll = func(p poll) { last = p }
				_, _ = s.wait(s.waiter(newKind(), tt.goal), &bucketInput{Name: ptr("b")}, tt.maxWait, o)
				tt.want.Resource, tt.want.Percent = "b", -1
				if diff := cmp.Diff(tt.want, last, cmpopts.EquateErrors()); diff != "" {
					t.Errorf("last poll (-want +got):\n%s", diff)
				}
			})
		})
	}
}

func TestLogWaitAttempts(t *testing.T) {
	bubble(t, func(t *testing.T) {
		var lines []string
		s := newService(t, script(nil, errDenied, "filling", "full"))
		s.logger = logging.LoggerFunc(func(c logging.Classification, format string, v ...any) {
			lines = append(lines, string(c)+" "+fmt.Sprintf(format, v...))
		})
		in := &bucketInput{Name: ptr("b")}
		w := s.waiter(newKind(), fullGoal())
		o := fixed(ten)
		o.Retryable = func(ctx context.Context, in *bucketInput, out *bucketOutput, err error) (bool, error) {
			if errors.Is(err, nereid.ErrAccessDenied) {
				return true, nil
			}
			return w.Default()(ctx, in, out, err)
		}
		if _, err := s.wait(w, in, hour, o); err != nil || len(lines) != 0 {
			t.Errorf("not asked to log: %v, %q", err, lines)
		}
		s.calls, o.LogWaitAttempts = nil, true
		if _, err := s.wait(w, in, hour, o); err != nil {
			t.Fatal(err)
		}
		const prefix = `DEBUG wait resource="bucket b" wanted=full poll=`
		want := []string{
			prefix + `1 elapsed=0s error="bucket b was not found" next=10s`,
			prefix + `2 elapsed=10s error="call: AccessDenied: " next=20s`,
			prefix + `3 elapsed=30s status=filling next=10s`,
			prefix + `4 elapsed=40s status=full`,
		}
		if diff := cmp.Diff(want, lines); diff != "" {
			t.Errorf("log (-want +got):\n%s", diff)
		}
	})
}

// A panic in the caller's function passes through. No goroutines or timers
// remain.
func TestPanicLeavesNothing(t *testing.T) {
	in := &bucketInput{Name: ptr("b")}
	for name, run := range map[string]func(*service, *waiter, options){
		"Wait": func(s *service, w *waiter, o options) { _, _ = s.wait(w, in, hour, o) },
		"All":  func(s *service, w *waiter, o options) { s.waitAll(s.t.Context(), w, []string{"a", "b"}, hour, o) },
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, func(t *testing.T) { // which waits for all goroutines to end
				before := runtime.NumGoroutine()
				s := newService(t, script("empty"))
				o := fixed(ten)
				o.OnPoll = func(p poll) {
					if p.Attempt == 2 {
						panic("stop")
					}
				}
				func() {
					defer func() {
						if r := recover(); r != "stop" {
							t.Errorf("recovered %v", r)
						}
					}()
					run(s, s.waiter(newKind(), fullGoal()), o)
				}()
				synctest.Wait()
				if after := runtime.NumGoroutine(); after > before {
					t.Errorf("%d goroutines, before there were %d", after, before)
				}
			})
		})
	}
}
