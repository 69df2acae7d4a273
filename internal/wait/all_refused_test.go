package wait_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
)

// If a list is rejected because a resource in it does not exist, the list is
// split into halves. The missing resource is then left out of the list.
func TestAllNotFoundFault(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(5*time.Minute), numbered(200)...)
		missing := func(name string) bool { return name == "b00042" && time.Since(w.start) < 40*time.Second || name == "x" }
		s := newService(t, nil)
		s.answer = func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error) {
			if slices.ContainsFunc(in.asked(), missing) || in.Name != nil && missing(*in.Name) {
				return nil, errNotThere
			}
			return w.answer(ctx, n, in)
		}
		ids := append(numbered(200), "x")
		results := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), ids, hour, fixed(30*time.Second))
		if len(results) != 201 {
			t.Fatalf("%d results", len(results))
		}
		checkResults(t, results[:1], result{"x", nereid.ErrNotFound, time.Minute})
		for i, r := range results[1:] {
			if r.id != ids[i] || r.err != nil || r.at != 5*time.Minute {
				t.Fatalf("result %d: %+v", i, r)
			}
		}
		_, requests := s.ticks()
		// A list of 100 with a missing resource takes two requests for each
		// halving; "x" is alone from the start. Later ticks need two lists and
		// two requests for the missing resources. A resource that appears is in
		// a list again.
		if requests[0] > 1+2*7+1+1 || !slices.Equal(requests[1:], []int{4, 4, 2, 2, 2, 2, 2, 2, 2, 2}) {
			t.Errorf("requests per tick: %v", requests)
		}
	})
}

// An identifier that the service rejects does not keep the others from being
// listed.
func TestAllInvalidIdentifier(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(time.Minute), numbered(50)...)
		s := newService(t, nil)
		s.answer = func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error) {
			if slices.Contains(in.asked(), "#") || in.Name != nil && *in.Name == "#" {
				return nil, errInvalid
			}
			return w.answer(ctx, n, in)
		}
		ids := append([]string{"#"}, w.names...)
		results := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), ids, hour, fixed(30*time.Second))
		if len(results) != 51 {
			t.Fatalf("%d results", len(results))
		}
		checkResults(t, results[:1], result{"#", nereid.ErrWaitPoll, 0})
		for _, r := range results[1:] {
			if r.err != nil || r.at != time.Minute {
				t.Errorf("%+v", r)
			}
		}
		if _, requests := s.ticks(); requests[0] > 13 || requests[1] != requests[2] || requests[1] > 2 {
			t.Errorf("requests per tick: %v", requests)
		}
	})
}

// A caller that may not list resources may be allowed to describe them.
func TestAllDenied(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(time.Minute), numbered(30)...)
		for _, k := range []*kind{newKind(), withoutFilter()} {
			w.start = time.Now()
			s := newService(t, nil)
			s.answer = func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error) {
				if in.Name == nil {
					return nil, errDenied
				}
				return w.answer(ctx, n, in)
			}
			results := s.waitAll(t.Context(), s.waiter(k, fullGoal()), w.names, hour, fixed(30*time.Second))
			for _, r := range results {
				if r.err != nil || r.at != time.Minute {
					t.Errorf("%+v", r)
				}
			}
			if len(results) != 30 {
				t.Errorf("%d results", len(results))
			}
			checkTicks(t, s, 31, 30, 30)

			// If the caller may not describe them either, the wait ends without
			// describing each one.
			s = newService(t, script(errDenied))
			results = s.waitAll(t.Context(), s.waiter(k, fullGoal()), w.names, hour, fixed(30*time.Second))
			for _, r := range results {
				if !errors.Is(r.err, nereid.ErrWaitPoll) || !errors.Is(r.err, nereid.ErrAccessDenied) || r.at != 0 {
					t.Errorf("%+v", r)
				}
			}
			if len(results) != 30 {
				t.Errorf("%d results", len(results))
			}
			checkTicks(t, s, 2)
		}
	})
}

// An error that is not a response of the service ends the wait for all
// resources.
func TestAllCannotAsk(t *testing.T) {
	bubble(t, func(t *testing.T) {
		failure := errors.New("no credentials")
		s := newService(t, script(failure))
		results := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), numbered(150), hour, fixed(ten))
		if len(results) != 150 {
			t.Fatalf("%d results", len(results))
		}
		for _, r := range results {
			if e := waitError(t, r.err); e.Outcome != nereid.ErrWaitPoll || !errors.Is(r.err, failure) || e.LastOutput != nil || e.Attempts != 1 {
				t.Fatalf("%#v", e)
			}
		}
		checkTicks(t, s, 2)
	})
}

// One throttled list only delays the others.
func TestAllThrottledList(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(time.Minute), numbered(300)...)
		s := newService(t, nil)
		s.answer = func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error) {
			if n == 2 {
				return nil, errThrottled
			}
			return w.answer(ctx, n, in)
		}
		var failed []poll
		o := fixed(30 * time.Second)
		o.OnPoll = func(p poll) {
			if p.Err != nil {
				failed = append(failed, p)
			}
		}
		results := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), w.names, hour, o)
		for _, r := range results {
			if r.err != nil || r.at != time.Minute {
				t.Fatalf("%+v", r)
			}
		}
		checkTicks(t, s, 3, 3)
		if len(failed) != 100 || failed[0].Resource != "b00100" || failed[0].Next != time.Minute || !errors.Is(failed[0].Err, errThrottled) {
			t.Errorf("%d polls failed, the first: %+v", len(failed), failed)
		}
	})
}

// Throttling ends a tick early and delays the next ticks. No resource is left
// out.
func TestAllOverload(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(0), numbered(1000)...)
		s := newService(t, nil)
		perTick := make(map[time.Duration]int)
		s.answer = func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error) {
			now := time.Since(s.start)
			if perTick[now]++; perTick[now] > 3 {
				return nil, errThrottled
			}
			if out, err := w.answer(ctx, n, in); err != nil || now > 20*time.Minute {
				return out, err
			}
			return list("filling"), nil // which was not asked for
		}
		k := newKind()
		k.Filter = "names"
		asked := make(map[string]int)
		o := fixed(30 * time.Second)
		o.OnPoll = func(p poll) {
			if p.Err == nil || errors.Is(p.Err, nereid.ErrNotFound) {
				asked[p.Resource]++
			}
		}
		o.Retryable = func(_ context.Context, _ *bucketInput, out *bucketOutput, _ error) (bool, error) {
			return out == nil || len(out.Buckets) == 0, nil
		}
		results := s.waitAll(t.Context(), s.waiter(k, fullGoal()), w.names, hour, o)
		if len(results) != 1000 {
			t.Fatalf("%d results", len(results))
		}
		for _, r := range results {
			if r.err != nil {
				t.Fatalf("%+v", r)
			}
		}
		at, requests := s.ticks()
		for i := range at[1 : len(at)-1] {
			if delay := at[i+1] - at[i]; requests[i] > 5 || requests[i] == 5 && delay != time.Minute {
				t.Fatalf("%d requests at %v, the next %v later", requests[i], at[i], delay)
			}
		}
		least, most := 1<<30, 0
		for _, n := range asked {
			least, most = min(least, n), max(most, n)
		}
		if len(asked) != 1000 || most > least+2 {
			t.Errorf("%d resources were seen %d to %d times", len(asked), least, most)
		}
	})
}

// If all requests are throttled, there are two requests per tick, at increasing
// intervals.
func TestAllOutage(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, script(overloaded("Retry-After", "120")))
		results := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), numbered(1000), 10*time.Minute, fixed(30*time.Second))
		if len(results) != 1000 || results[0].at != 10*time.Minute || !errors.Is(results[0].err, nereid.ErrWaitTimeout) {
			t.Errorf("%d results, the first %+v", len(results), results[0])
		}
		at, requests := s.ticks()
		if diff := cmp.Diff([]time.Duration{0, 120 * time.Second, 240 * time.Second, 360 * time.Second, 480 * time.Second, 599 * time.Second}, at); diff != "" {
			t.Error(diff)
		}
		if !slices.Equal(requests, []int{2, 2, 2, 2, 2, 2}) {
			t.Errorf("requests per tick: %v", requests)
		}
		for _, r := range results {
			if e := waitError(t, r.err); e.LastOutput != nil || e.LastStatus != "" || e.Attempts > 2 {
				t.Fatalf("%#v", e)
			}
		}
	})
}

// The delays grow from tick to tick while the service answers nothing.
func TestAllDelaysOfFailures(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, script(list("empty"), errThrottled, errThrottled, errThrottled, list("empty"), list("full", "full")))
		results := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), []string{"b0", "b1"}, hour, fixed(ten))
		if len(results) != 2 || results[0].err != nil {
			t.Errorf("results %v", results)
		}
		at, _ := s.ticks()
		if diff := cmp.Diff([]time.Duration{0, ten, 3 * ten, 7 * ten, 11 * ten, 12 * ten}, at); diff != "" {
			t.Error(diff)
		}
	})
}

// If several requests of a tick ask for a delay, the longest one counts.
func TestAllRetryAfter(t *testing.T) {
	for _, n := range []int{1, 2, 3} {
		bubble(t, func(t *testing.T) {
			w := newWorld(fills(0), numbered(300)...)
			s := newService(t, nil)
			s.answer = func(ctx context.Context, i int, in *bucketInput) (*bucketOutput, error) {
				switch {
				case i == n:
					return nil, unavailable("Retry-After", "200")
				case i <= 3:
					return nil, unavailable("Retry-After", "100")
				}
				return w.answer(ctx, i, in)
			}
			s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), w.names, hour, fixed(30*time.Second))
			if at, requests := s.ticks(); !slices.Equal(requests, []int{3, 3}) || at[1] != 200*time.Second {
				t.Errorf("request %d: %v at %v", n, requests, at)
			}
		})
	}
}

// If a service does not support the filter, each resource is described alone.
func TestAllUnknownFilter(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(time.Minute), numbered(8)...)
		s := newService(t, nil)
		s.answer = func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error) {
			if in.asked() != nil {
				return nil, errInvalid
			}
			return w.answer(ctx, n, in)
		}
		results := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), w.names, hour, fixed(30*time.Second))
		for _, r := range results {
			if r.err != nil || r.at != time.Minute {
				t.Errorf("%+v", r)
			}
		}
		checkTicks(t, s, 15, 8, 8)
	})
}

// If a list is denied while the service throttles, the batch does not describe
// all resources alone in the same tick.
func TestAllDeniedAndThrottled(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(0), numbered(5)...)
		s := newService(t, nil)
		s.answer = func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error) {
			switch {
			case in.asked() != nil:
				return nil, errDenied
			case time.Since(s.start) == 0:
				return nil, errThrottled
			}
			return w.answer(ctx, n, in)
		}
		results := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), w.names, hour, fixed(30*time.Second))
		if len(results) != 5 || results[0].err != nil || results[4].err != nil {
			t.Errorf("results %+v", results)
		}
		checkTicks(t, s, 2, 6)
	})
}

// A failed poll shows nothing that the previous poll found.
func TestAllShowsNothingStale(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(hour), numbered(3)...)
		s := newService(t, nil)
		s.answer = func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error) {
			if n > 1 {
				return nil, errDenied
			}
			return w.answer(ctx, n, in)
		}
		o := fixed(30 * time.Second)
		o.OnPoll = func(p poll) {
			if (p.Attempt == 1) != (p.Item != nil) {
				t.Errorf("%+v", p)
			}
		}
		for _, r := range s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), w.names, hour, o) {
			if e := waitError(t, r.err); e.LastStatus != "filling" || len(e.LastOutput.(*bucketOutput).Buckets) != 1 || !errors.Is(r.err, errDenied) {
				t.Errorf("%#v", e)
			}
		}
	})
}
