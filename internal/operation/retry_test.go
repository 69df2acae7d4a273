package operation_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/rds"
)

// Each attempt sends its number, the limit, and the time until which the caller
// waits. The attempts of a call share an id, and each is signed with its own
// time.
func TestAttemptHeaders(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r recorder
		client := newClient(nil, withHTTPClient(doFunc(r.then(script(answer(503, ""), answer(500, ""), ok("t1"), answer(502, ""), ok("t1"))))))
		ctx, stop := context.WithTimeout(t.Context(), time.Hour)
		defer stop()
		for _, ctx := range []context.Context{ctx, t.Context()} {
			if _, err := client.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("t1")}); err != nil {
				t.Fatal(err)
			}
		}
		const ttl = "; ttl=20000101T010000Z" // the bubble begins with that year
		var got []string
		ids := map[string][]int{}
		for i, req := range r.requests {
			got = append(got, req.Header.Get("Amz-Sdk-Request"))
			id := req.Header.Get("Amz-Sdk-Invocation-Id")
			ids[id] = append(ids[id], i)
			if res := r.verify(t, i); !res.Time.Equal(r.times[i].Truncate(time.Second)) {
				t.Errorf("attempt at %s is signed for %s", r.times[i], res.Time)
			}
			if r.bodies[i] != r.bodies[0] {
				t.Errorf("body %s", r.bodies[i])
			}
			if !regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(id) {
				t.Errorf("id %s", id)
			}
		}
		want := []string{"attempt=1; max=3" + ttl, "attempt=2; max=3" + ttl, "attempt=3; max=3" + ttl, "attempt=1; max=3", "attempt=2; max=3"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		calls := slices.SortedFunc(maps.Values(ids), slices.Compare)
		if diff := cmp.Diff([][]int{{0, 1, 2}, {3, 4}}, calls); diff != "" {
			t.Errorf("requests with the same id (-want +got):\n%s", diff)
		}
	})
}

// TestWhatIsRetried checks which errors are retried by default.
func TestWhatIsRetried(t *testing.T) {
	for _, c := range []struct {
		name     string
		respond  func(*http.Request) (*http.Response, error)
		attempts int
	}{
		{"500", answer(500, ""), 3},
		{"502 of a proxy", answer(502, "<html>"), 3},
		{"503", answer(503, ""), 3},
		{"504", answer(504, ""), 3},
		{"501", answer(501, ""), 1},
		{"429", answer(429, ""), 3},
		{"400", answer(400, ""), 1},
		{"throttled", fault(400, "Throttling", "Rate exceeded"), 3},
		{"limit of requests", fault(503, "RequestLimitExceeded", ""), 3},
		{"timeout of the service", fault(408, "RequestTimeout", ""), 3},
		{"not found", fault(404, "ExportTaskNotFound", ""), 1},
		{"denied", fault(403, "AccessDenied", ""), 1},
		{"a fault with 500", fault(500, "InternalFailure", ""), 3},
		{"no connection", func(*http.Request) (*http.Response, error) { return nil, errors.New("no route") }, 3},
		{"redirect", answer(302, ""), 1},
		{"canceled by the HTTP client", func(*http.Request) (*http.Response, error) { return nil, context.Canceled }, 1},
	} {
		synctest.Test(t, func(t *testing.T) {
			n := 0
			client := newClient(nil, withHTTPClient(doFunc(func(req *http.Request) (*http.Response, error) {
				n++
				return c.respond(req)
			})))
			_, err := client.DescribeExportTasks(t.Context(), nil)
			var exceeded *nereid.MaxAttemptsError
			if n != c.attempts || errors.As(err, &exceeded) != (n > 1) {
				t.Errorf("%s: %d attempts, %v", c.name, n, err)
			}
		})
	}
}

func TestMaxAttempts(t *testing.T) {
	for _, c := range []struct {
		name           string
		client, call   func(*rds.Options)
		want, exceeded int
		header         string
	}{
		{"default", nil, nil, 3, 3, "attempt=3; max=3"},
		{"one of the client", func(o *rds.Options) { o.RetryMaxAttempts = 1 }, nil, 1, 0, "attempt=1; max=1"},
		{"five of the client", func(o *rds.Options) { o.RetryMaxAttempts = 5 }, nil, 5, 5, "attempt=5; max=5"},
		{"two of the call", func(o *rds.Options) { o.RetryMaxAttempts = 5 }, func(o *rds.Options) { o.RetryMaxAttempts = 2 }, 2, 2, "attempt=2; max=2"},
		{"not retrying", func(o *rds.Options) { o.Retryer = nereid.NopRetryer{} }, nil, 1, 0, "attempt=1; max=1"},
		{"not retrying this call", nil, func(o *rds.Options) { o.Retryer = nereid.NopRetryer{} }, 1, 0, "attempt=1; max=1"},
		{"without a limit", func(o *rds.Options) { o.Retryer = unlimited{} }, nil, 10, 0, "attempt=10"},
		{"a limit for a retryer without one", func(o *rds.Options) { o.Retryer, o.RetryMaxAttempts = unlimited{}, 4 }, nil, 4, 4, "attempt=4; max=4"},
		{"adaptive", func(o *rds.Options) { o.RetryMode = nereid.RetryModeAdaptive }, nil, 3, 3, "attempt=3; max=3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var r recorder
				do := doFunc(r.then(func(req *http.Request) (*http.Response, error) {
					if len(r.requests) == 10 {
						return answer(403, "")(req)
					}
					return answer(503, "")(req)
				}))
				optFns := []func(*rds.Options){withHTTPClient(do)}
				if c.client != nil {
					optFns = append(optFns, c.client)
				}
				var perCall []func(*rds.Options)
				if c.call != nil {
					perCall = append(perCall, c.call)
				}
				_, err := newClient(nil, optFns...).DescribeExportTasks(t.Context(), nil, perCall...)
				var exceeded *nereid.MaxAttemptsError
				if errors.As(err, &exceeded) != (c.exceeded > 0) || exceeded != nil && exceeded.Attempt != c.exceeded {
					t.Errorf("%v", err)
				}
				if len(r.requests) != c.want || r.requests[len(r.requests)-1].Header.Get("Amz-Sdk-Request") != c.header {
					t.Errorf("%d requests, the last with %v", len(r.requests), r.requests[len(r.requests)-1].Header)
				}
			})
		})
	}
}

// unlimited retries until the error is not retryable.
type unlimited struct{ eager }

func (unlimited) MaxAttempts() int                { return 0 }
func (unlimited) IsErrorRetryable(err error) bool { return retry.IsRetryable(err) }

// The client waits as long as the service asks.
func TestRetryAfter(t *testing.T) {
	for name, c := range map[string]struct {
		header      http.Header
		least, most time.Duration
	}{
		"seconds":      {http.Header{"Retry-After": {"7"}}, 7 * time.Second, 7 * time.Second},
		"date":         {http.Header{"Retry-After": {"Sat, 01 Jan 2000 00:00:12 GMT"}, "Date": {"Sat, 01 Jan 2000 00:00:00 GMT"}}, 12 * time.Second, 12 * time.Second},
		"milliseconds": {http.Header{"X-Amz-Retry-After": {"1500"}}, 1500 * time.Millisecond, 1500 * time.Millisecond},
		"too long":     {http.Header{"Retry-After": {"86400"}}, 0, 20 * time.Second},
		"nonsense":     {http.Header{"Retry-After": {"soon"}}, 0, time.Second},
	} {
		synctest.Test(t, func(t *testing.T) {
			var r recorder
			mustCancel(t, newClient(nil, withHTTPClient(doFunc(r.then(script(answer(503, "").HeaderSet(c.header), ok("t1")))))))
			if gap := r.times[1].Sub(r.times[0]); gap < c.least || gap > c.most {
				t.Errorf("%s: waited %s", name, gap)
			}
		})
	}
}

// The retry budget belongs to the client: failed calls use it up for all, and
// successful calls refill it.
func TestQuotaIsShared(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		n, healthy := 0, false
		client := newClient(nil, withHTTPClient(doFunc(func(req *http.Request) (*http.Response, error) {
			mu.Lock()
			n++
			up := healthy
			mu.Unlock()
			if up {
				return ok("t1")(req)
			}
			return answer(503, "")(req)
		})))
		var wg sync.WaitGroup
		var quota []error
		for range 200 {
			wg.Go(func() {
				_, err := cancel(t, client)
				var exhausted *retry.QuotaError
				if errors.As(err, &exhausted) {
					mu.Lock()
					quota = append(quota, err)
					mu.Unlock()
				}
			})
		}
		wg.Wait()
		const budget, cost = 500, 5
		if retries := n - 200; retries != budget/cost || len(quota) == 0 {
			t.Fatalf("%d retries, %d calls had none left", retries, len(quota))
		}
		mention(t, quota[0], "retry quota exceeded", "503")
		n = 0
		if _, err := cancel(t, client); n != 1 || err == nil {
			t.Errorf("%d attempts without a budget: %v", n, err)
		}
		healthy = true
		for range cost {
			mustCancel(t, client)
		}
		n, healthy = 0, false
		if _, err := cancel(t, client); n != 2 || err == nil {
			t.Errorf("%d attempts with a budget for one retry: %v", n, err)
		}
	})
}

// watched is a custom retryer that records the calls of its methods.
type watched struct {
	eager
	log      []string
	tokenErr error
	delayErr error
}

func (w *watched) note(format string, args ...any) {
	w.log = append(w.log, fmt.Sprintf(format, args...))
}

func (w *watched) release(name string) func(error) error {
	return func(err error) error {
		w.note("release %s failed=%t", name, err != nil)
		return errors.New("whom it may concern")
	}
}

func (w *watched) IsErrorRetryable(err error) bool {
	w.note("retryable")
	return w.eager.IsErrorRetryable(err)
}

func (w *watched) RetryDelay(attempt int, err error) (time.Duration, error) {
	w.note("delay %d", attempt)
	return 0, w.delayErr
}

func (w *watched) GetRetryToken(context.Context, error) (func(error) error, error) {
	w.note("retry token")
	return w.release("retry"), w.tokenErr
}

func (w *watched) GetInitialToken() func(error) error {
	w.note("initial token")
	return w.release("initial")
}

func (w *watched) GetAttemptToken(context.Context) (func(error) error, error) {
	w.note("attempt token")
	return w.release("attempt"), nil
}

// v1 hides that a retryer is a RetryerV2.
type v1 struct{ nereid.Retryer }

// A custom retryer is called in the same order as by the SDK, and gets back
// each token once, with the outcome.
func TestOwnRetryer(t *testing.T) {
	for _, version := range []int{1, 2} {
		for _, limited := range []bool{false, true} {
			w := &watched{}
			client := newClient(script(answer(503, ""), answer(503, ""), ok("t1")), func(o *rds.Options) {
				if o.Retryer = w; version == 1 {
					o.Retryer = v1{w}
				}
				if limited {
					o.RetryMaxAttempts = 9
				}
			})
			out := mustCancel(t, client)
			token := map[int]string{1: "initial", 2: "attempt"}[version]
			want := []string{
				token + " token", "release " + token + " failed=true",
				"retryable", "retry token", "delay 1",
				token + " token", "release retry failed=true", "release " + token + " failed=true",
				"retryable", "retry token", "delay 2",
				token + " token", "release retry failed=false", "release " + token + " failed=false",
			}
			if diff := cmp.Diff(want, w.log); diff != "" {
				t.Errorf("version %d, limited %t (-want +got):\n%s", version, limited, diff)
			}
			if nereid.Attempts(out.ResultMetadata) != 3 {
				t.Errorf("%d attempts", nereid.Attempts(out.ResultMetadata))
			}
		}
	}
}

// If the retryer fails, the error contains its error and the error that would
// have been retried.
func TestRetryerFails(t *testing.T) {
	failure := errors.New("no more of that")
	for name, w := range map[string]*watched{"token": {tokenErr: failure}, "delay": {delayErr: failure}} {
		n := 0
		client := newClient(func(req *http.Request) (*http.Response, error) {
			n++
			return fault(503, "ServiceUnavailable", "later")(req)
		}, func(o *rds.Options) { o.Retryer = anything{w} })
		_, err := cancel(t, client)
		if !errors.Is(err, failure) || n != 1 {
			t.Errorf("%s: %d requests, %v", name, n, err)
		}
		if mention(t, err, "ServiceUnavailable", "later", failure.Error()); strings.Contains(err.Error(), "\n") {
			t.Errorf("the error has several lines: %v", err)
		}
		if name == "delay" && w.log[len(w.log)-1] != "release retry failed=true" {
			t.Errorf("the token is kept: %v", w.log)
		}
	}
}

// anything retries every error.
type anything struct{ *watched }

func (anything) IsErrorRetryable(error) bool { return true }

// The output does not contain anything that an earlier attempt read before it
// failed.
func TestOutputIsResetBetweenAttempts(t *testing.T) {
	const open, end = "<CancelExportTaskResponse><CancelExportTaskResult>", "</CancelExportTaskResult></CancelExportTaskResponse>"
	client := newClient(script(
		answer(200, open+"<FailureCause>old</FailureCause><ExportOnly><member>old</member></ExportOnly><PercentProgress>1</PercentProgress>"),
		answer(200, open+"<Status>new</Status>"+end),
	), func(o *rds.Options) { o.Retryer = eager{} })
	out := mustCancel(t, client)
	if nereid.ToString(out.Status) != "new" || out.FailureCause != nil || out.ExportOnly != nil || out.PercentProgress != nil || nereid.Attempts(out.ResultMetadata) != 2 {
		t.Errorf("%+v", out)
	}
}

// A connection that still writes an abandoned attempt is not affected by the
// next attempt. The race detector would report it.
func TestAttemptsShareNothing(t *testing.T) {
	var wg sync.WaitGroup
	for name, option := range map[string]func(*rds.Options){
		"plain":             func(*rds.Options) {},
		"with a middleware": rds.WithAPIOptions(addPerAttempt),
	} {
		n := 0
		client := newClient(nil, option, func(o *rds.Options) { o.Retryer = eager{} }, withHTTPClient(doFunc(func(req *http.Request) (*http.Response, error) {
			wg.Go(func() { // keeps reading after the answer
				for range 100 {
					for range req.Header.Clone() {
					}
					_ = req.URL.String() + req.Host + req.Method
				}
				buf := make([]byte, 10)
				for err := error(nil); err == nil; _, err = req.Body.Read(buf) {
				}
			})
			if n++; n%3 == 0 {
				return ok("t1")(req)
			}
			return nil, errors.New("gone")
		})))
		for range 20 {
			if out := mustCancel(t, client); nereid.Attempts(out.ResultMetadata) != 3 {
				t.Errorf("%s: %d attempts", name, nereid.Attempts(out.ResultMetadata))
			}
		}
	}
	wg.Wait()
}

// If credentials change during a call, the next attempt is signed with the new
// ones.
func TestCredentialsOfAnAttempt(t *testing.T) {
	var r recorder
	n := 0
	client := newClient(r.then(script(answer(503, ""), ok("t1"))), func(o *rds.Options) {
		o.Retryer = eager{}
		o.Credentials = nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
			if n++; n == 1 {
				return nereid.Credentials{AccessKeyID: "ASIAFIRST", SecretAccessKey: secret, SessionToken: session}, nil
			}
			return nereid.Credentials{AccessKeyID: "AKIASECOND", SecretAccessKey: secret}, nil
		})
	})
	mustCancel(t, client)
	for i, want := range []string{"ASIAFIRST", "AKIASECOND"} {
		if res := r.verify(t, i); res.AccessKeyID != want || (r.requests[i].Header.Get("X-Amz-Security-Token") != "") != (i == 0) {
			t.Errorf("attempt %d: %+v, %v", i+1, res, r.requests[i].Header)
		}
	}
}
