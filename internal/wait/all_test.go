package wait_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/longtest"
)

// ticks sums up the requests by the time at which they came.
func (s *service) ticks() (at []time.Duration, requests []int) {
	for _, c := range s.calls {
		if len(at) == 0 || at[len(at)-1] != c.at {
			at, requests = append(at, c.at), append(requests, 0)
		}
		requests[len(requests)-1]++
	}
	return at, requests
}

// fills returns the status of buckets that are full after some time.
func fills(after time.Duration) func(string, time.Duration) string {
	return func(_ string, at time.Duration) string {
		if at < after {
			return "filling"
		}
		return "full"
	}
}

// all waits for resources of a world with regular polls.
func all(t *testing.T, w *world, k *kind, g *goal, ids []string, change ...func(*options)) (*service, []result) {
	t.Helper()
	s := newService(t, w.answer)
	o := fixed(30 * time.Second)
	for _, fn := range change {
		fn(&o)
	}
	return s, s.waitAll(t.Context(), s.waiter(k, g), ids, hour, o)
}

func checkResults(t *testing.T, got []result, want ...result) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(result{}), cmpopts.EquateErrors()); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
}

func checkTicks(t *testing.T, s *service, want ...int) {
	t.Helper()
	if _, got := s.ticks(); !slices.Equal(want, got) {
		t.Errorf("requests per tick: %v, want %v", got, want)
	}
}

// Resources that take ten minutes, with a poll every half minute.
func TestAllRequests(t *testing.T) {
	for n, perTick := range map[int]int{0: 0, 1: 1, 2: 1, 99: 1, 100: 1, 101: 2, 1000: 10, longtest.Calls(10000, 300): longtest.Calls(100, 3)} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				names, start := numbered(n), time.Now()
				status := fills(10 * time.Minute)
				s := newService(t, func(_ context.Context, _ int, in *bucketInput) (*bucketOutput, error) {
					if len(in.asked()) > 100 || in.Name != nil && in.asked() != nil {
						t.Errorf("asked for %+v", in)
					}
					asked := in.asked()
					if in.Name != nil {
						asked = []string{*in.Name}
					}
					out := new(bucketOutput)
					for _, name := range asked {
						out.Buckets = append(out.Buckets, bucket{Name: &name, Status: ptr(status(name, time.Since(start)))})
					}
					return out, nil
				})
				results := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), names, hour, fixed(30*time.Second))
				if len(results) != n {
					t.Fatalf("%d results", len(results))
				}
				for i, r := range results {
					if r.id != names[i] || r.err != nil || r.at != 10*time.Minute {
						t.Fatalf("result %d is %+v", i, r)
					}
				}
				at, requests := s.ticks()
				if n > 0 && len(at) != 21 {
					t.Errorf("ticks at %v", at)
				}
				for i, k := range requests {
					if k != perTick {
						t.Errorf("%d requests at %v", k, at[i])
					}
				}
				var asked []string
				for _, c := range s.calls[:min(perTick, len(s.calls))] {
					asked = append(asked, c.in.asked()...)
					if c.in.Name != nil {
						asked = append(asked, *c.in.Name)
					}
				}
				if n > 0 && !slices.Equal(names, asked) {
					t.Errorf("a tick asked for %d names", len(asked))
				}
			})
		})
	}
}

// Each resource is yielded when its wait ends, independent of the others, and
// is not described again.
func TestAllYieldsAsTheyEnd(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(func(name string, at time.Duration) string {
			switch {
			case name == "b00003" && at >= 30*time.Second:
				return "broken"
			case name == "b00005":
				return "" // does not exist
			case at >= 2*time.Minute || name >= "b00100" && at >= time.Minute || name == "b00007":
				return "full"
			}
			return "filling"
		}, numbered(150)...)
		s, results := all(t, w, newKind(), fullGoal(), w.names)
		want := []result{{"b00007", nil, 0}, {"b00003", nereid.ErrWaitFailed, 30 * time.Second}, {"b00005", nereid.ErrNotFound, time.Minute}}
		for _, name := range w.names[100:] {
			want = append(want, result{name, nil, time.Minute})
		}
		for i, name := range w.names[:100] {
			if i != 3 && i != 5 && i != 7 {
				want = append(want, result{name, nil, 2 * time.Minute})
			}
		}
		checkResults(t, results, want...)
		checkTicks(t, s, 2, 2, 3, 1, 1) // the third poll describes the missing one alone
		for _, c := range s.calls[3:] {
			if slices.Contains(c.in.asked(), "b00007") && c.at > 0 || slices.Contains(c.in.asked(), "b00003") && c.at > 30*time.Second {
				t.Errorf("at %v asked for what had ended: %v", c.at, c.in.asked())
			}
		}
	})
}

// The errors are the same as those of a wait for a single resource.
func TestAllErrors(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(func(name string, at time.Duration) string {
			switch {
			case name == "bad" && at >= ten:
				return "broken"
			case name == "gone" && at >= ten, name == "none":
				return ""
			}
			return "filling"
		}, "bad", "gone", "none", "slow")
		_, results := all(t, w, newKind(), fullGoal(), w.names)
		messages := map[string]string{
			"bad":  "waiting for bucket bad to become full: failed after 30s and 2 polls, last status broken",
			"none": "waiting for bucket none to become full: failed after 1m0s and 3 polls: call: BucketNotFound:",
			"gone": "waiting for bucket gone to become full: failed after 1m30s and 4 polls, last status filling: bucket gone was not found",
			"slow": "waiting for bucket slow to become full: timed out (exceeded max wait time) after 1h0m0s and 121 polls, last status filling",
		}
		outputs := map[string]*bucketOutput{
			"bad":  {Buckets: []bucket{{Name: ptr("bad"), ARN: ptr(arnPrefix + "bad"), Status: ptr("broken")}}, ID: 2},
			"slow": {Buckets: []bucket{{Name: ptr("slow"), ARN: ptr(arnPrefix + "slow"), Status: ptr("filling")}}, ID: 122},
			"none": {},
			"gone": {},
		}
		if len(results) != len(messages) {
			t.Fatalf("results %v", results)
		}
		for _, r := range results {
			if got := strings.TrimSpace(r.err.Error()); got != messages[r.id] {
				t.Errorf("%s:\n%s, want\n%s", r.id, got, messages[r.id])
			}
			if diff := cmp.Diff(any(outputs[r.id]), waitError(t, r.err).LastOutput); diff != "" {
				t.Errorf("last output of %s (-want +got):\n%s", r.id, diff)
			}
		}
	})
}

// Identifiers may be repeated, in upper or lower case, ARNs, or empty.
func TestAllIdentifiers(t *testing.T) {
	for _, exact := range []bool{false, true} {
		t.Run(fmt.Sprintf("exact=%t", exact), func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				w := newWorld(fills(time.Minute), "one", "two", "three", "four")
				w.exact = exact
				ids := []string{"one", "", "TWO", arnPrefix + "three", "one", "four", "Four", arnPrefix + "four", "one"}
				s, results := all(t, w, newKind(), fullGoal(), ids)
				if len(results) == 0 || results[0].id != "" || results[0].err == nil || errors.As(results[0].err, new(*nereid.WaitError)) {
					t.Fatalf("results %+v", results)
				}
				var want []result
				for _, id := range []string{"one", "TWO", arnPrefix + "three", "four", "Four", arnPrefix + "four"} {
					want = append(want, result{id, nil, time.Minute})
				}
				checkResults(t, results[1:], want...)
				if first := s.calls[0].in.asked(); !slices.Equal(first, []string{"one", "TWO", "three", "four", "Four", "four"}) {
					t.Errorf("asked for %v", first)
				}
			})
		})
	}
}

// Names that differ only in case may be two resources.
func TestAllLetterCase(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, func(context.Context, int, *bucketInput) (*bucketOutput, error) {
			return &bucketOutput{Buckets: []bucket{
				{Name: ptr("Export"), Status: ptr("full")},
				{Name: ptr("export"), Status: ptr("broken")},
				{Name: ptr("exporT"), Status: ptr("filling")},
			}}, nil
		})
		results := s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), []string{"export", "Export"}, hour, fixed(ten))
		checkResults(t, results, result{"export", nereid.ErrWaitFailed, 0}, result{"Export", nil, 0})
	})
}

// If the service answers with a single item, it is the requested one, even
// under another name.
func TestAllOtherName(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, script(list("full")))
		checkResults(t, s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), []string{"arn:aws:odd"}, hour, fixed(ten)), result{"arn:aws:odd", nil, 0})
	})
}

// A slow callback does not make OnPoll report that there is no next poll.
func TestAllSlowCallback(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(time.Minute), "a", "b")
		s := newService(t, w.answer)
		o := fixed(ten)
		o.OnPoll = func(p poll) {
			if p.Attempt == 1 && p.Next <= 0 {
				t.Errorf("%s has no next poll", p.Resource)
			}
			<-time.After(2 * ten)
		}
		s.waitAll(t.Context(), s.waiter(newKind(), fullGoal()), w.names, hour, o)
	})
}

// Breaking out of the loop ends the wait.
func TestAllBreak(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(0), numbered(10)...)
		s := newService(t, w.answer)
		wtr := s.waiter(newKind(), fullGoal())
		o := fixed(ten)
		o.Retryable = wtr.Default()
		var ctx context.Context
		wtr.Describe = func(c context.Context, in *bucketInput, optFns ...func(*bucketOptions)) (*bucketOutput, error) {
			ctx = c
			return s.describe(c, in, optFns...)
		}
		for _, ids := range [][]string{w.names, {"", "a"}, {"b00000", "x"}} {
			seen := 0
			for range wtr.engine(o).All(t.Context(), ids, hour) {
				seen++
				break
			}
			if seen != 1 || ctx == nil || ctx.Err() == nil {
				t.Errorf("%d were seen, context %v", seen, ctx)
			}
		}
		if len(s.calls) != 2 || time.Since(s.start) != 0 {
			t.Errorf("%d requests", len(s.calls))
		}
		for range wtr.engine(o).All(t.Context(), []string{"x", "y"}, -1) {
			break
		}
		// Resources whose wait timed out are yielded one by one too.
		for range wtr.engine(o).All(t.Context(), []string{"x", "y"}, time.Second) {
			break
		}
	})
}

// Iterating twice over a sequence waits twice.
func TestAllTwice(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(time.Minute), "a", "b")
		s := newService(t, w.answer)
		wtr := s.waiter(newKind(), fullGoal())
		o := fixed(30 * time.Second)
		o.Retryable = wtr.Default()
		seq := wtr.engine(o).All(t.Context(), w.names, 2*time.Minute)
		for range 2 {
			<-time.After(time.Hour)
			w.start = time.Now()
			n := 0
			for _, err := range seq {
				if n++; err != nil {
					t.Error(err)
				}
			}
			if n != 2 || time.Since(w.start) != time.Minute {
				t.Errorf("%d results after %v", n, time.Since(w.start))
			}
		}
	})
}

// When the wait is canceled or times out, the remaining resources are yielded
// with their last known state.
func TestAllEndsEarly(t *testing.T) {
	bubble(t, func(t *testing.T) {
		for _, outcome := range []error{nereid.ErrWaitCanceled, nereid.ErrWaitTimeout} {
			w := newWorld(func(name string, at time.Duration) string {
				if name < "b00050" && at >= 30*time.Second {
					return "full"
				}
				return "filling"
			}, numbered(150)...)
			s := newService(t, w.answer)
			ctx, cancel := context.WithCancel(t.Context())
			maxWait := 70 * time.Second
			if outcome == nereid.ErrWaitCanceled {
				maxWait = hour
				go func() {
					<-time.After(70 * time.Second)
					cancel()
				}()
			}
			results := s.waitAll(ctx, s.waiter(newKind(), fullGoal()), w.names, maxWait, fixed(30*time.Second))
			cancel()
			if len(results) != 150 {
				t.Fatalf("%d results", len(results))
			}
			for i, r := range results {
				if i < 50 {
					if r.err != nil || r.at != 30*time.Second {
						t.Fatalf("%+v", r)
					}
					continue
				}
				e := waitError(t, r.err)
				if r.id != w.names[i] || r.at != 70*time.Second || !errors.Is(r.err, outcome) || e.LastStatus != "filling" ||
					*e.LastOutput.(*bucketOutput).Buckets[0].Name != r.id || e.Elapsed != 70*time.Second || e.Resource != "bucket "+r.id {
					t.Fatalf("%+v: %#v", r, e)
				}
			}
		}
	})
}

// A cancellation in the middle of a tick ends the tick. Resources without a
// request in the tick end like the others.
func TestAllCancelInTick(t *testing.T) {
	bubble(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		w := newWorld(fills(0), numbered(500)...)
		s := newService(t, nil)
		s.answer = func(ctx context.Context, n int, in *bucketInput) (*bucketOutput, error) {
			if n == 2 {
				cancel()
				return nil, ctx.Err()
			}
			return w.answer(ctx, n, in)
		}
		results := s.waitAll(ctx, s.waiter(newKind(), fullGoal()), w.names, hour, fixed(ten))
		if len(results) != 500 || len(s.calls) != 2 {
			t.Fatalf("%d results of %d requests", len(results), len(s.calls))
		}
		for i, r := range results {
			want, polls := nereid.ErrWaitCanceled, 0
			if i < 200 {
				polls = 1
			}
			if i < 100 {
				if r.err != nil {
					t.Errorf("%+v", r)
				}
				continue
			}
			if e := waitError(t, r.err); e.Outcome != want || e.Attempts != polls || r.at != 0 {
				t.Fatalf("%+v: %#v", r, e)
			}
		}
	})
}

// A slow consumer does not delay the polls more than necessary.
func TestAllSlowConsumer(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(func(name string, at time.Duration) string {
			if name == "early" || at >= 2*time.Minute {
				return "full"
			}
			return "filling"
		}, "early", "late", "later")
		s := newService(t, w.answer)
		wtr := s.waiter(newKind(), fullGoal())
		o := fixed(30 * time.Second)
		o.Retryable = wtr.Default()
		for id, err := range wtr.engine(o).All(t.Context(), w.names, hour) {
			if err != nil {
				t.Error(err)
			}
			if id == "early" {
				<-time.After(50 * time.Second)
			}
		}
		at, _ := s.ticks()
		if diff := cmp.Diff([]time.Duration{0, 50 * time.Second, 80 * time.Second, 110 * time.Second, 140 * time.Second}, at); diff != "" {
			t.Error(diff)
		}
	})
}

// Retryable and OnPoll see each resource as in a wait for a single one.
func TestAllFunctions(t *testing.T) {
	bubble(t, func(t *testing.T) {
		w := newWorld(fills(30*time.Second), "a", "b", "c")
		s := newService(t, w.answer)
		wtr := s.waiter(newKind(), fullGoal())
		o := fixed(30 * time.Second)
		type step struct {
			Resource, Status string
			Attempt          int
			Next             time.Duration
		}
		var steps []step
		o.OnPoll = func(p poll) {
			if *p.Item.Name != p.Resource {
				t.Errorf("%s: %+v", p.Resource, p.Item)
			}
			steps = append(steps, step{p.Resource, p.Status, p.Attempt, p.Next})
		}
		o.Retryable = func(ctx context.Context, in *bucketInput, out *bucketOutput, err error) (bool, error) {
			if len(out.Buckets) != 1 || *out.Buckets[0].Name != *in.Name || out.ID == 0 {
				t.Errorf("%+v for %+v", out, in)
			}
			if *in.Name == "b" {
				return false, nil
			}
			return wtr.Default()(ctx, in, out, err)
		}
		checkResults(t, s.waitAll(t.Context(), wtr, w.names, hour, o),
			result{"b", nil, 0}, result{"a", nil, 30 * time.Second}, result{"c", nil, 30 * time.Second})
		want := []step{
			{"a", "filling", 1, 30 * time.Second}, {"b", "filling", 1, 0}, {"c", "filling", 1, 30 * time.Second},
			{"a", "full", 2, 0}, {"c", "full", 2, 0},
		}
		if diff := cmp.Diff(want, steps); diff != "" {
			t.Errorf("polls (-want +got):\n%s", diff)
		}
	})
}

// A service that ignores identifiers answers with more items than requested.
func TestAllIgnoredIdentifier(t *testing.T) {
	bubble(t, func(t *testing.T) {
		s := newService(t, func(context.Context, int, *bucketInput) (*bucketOutput, error) {
			out := list("broken", "full", "broken") // b0 to b2
			out.Buckets[2].ARN = ptr(arnPrefix + "b2")
			return out, nil
		})
		w := s.waiter(newKind(), fullGoal())
		for id, want := range map[string]error{"B1": nil, arnPrefix + "b2": nereid.ErrWaitFailed, "b3": nereid.ErrNotFound} {
			results := s.waitAll(t.Context(), w, []string{id}, hour, fixed(ten))
			if len(results) != 1 || !errors.Is(results[0].err, want) {
				t.Errorf("%s: %v", id, results)
			}
		}
	})
}
