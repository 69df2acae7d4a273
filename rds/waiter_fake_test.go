package rds_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// every makes a waiter poll at regular intervals.
func every(d time.Duration) func(*rds.ExportTaskCompleteWaiterOptions) {
	return func(o *rds.ExportTaskCompleteWaiterOptions) { o.MinDelay, o.MaxDelay = d, d }
}

func export(id string) *rds.DescribeExportTasksInput {
	return &rds.DescribeExportTasksInput{ExportTaskIdentifier: &id}
}

// tally returns the times of a server's requests, and the number of requests at each time.
func tally(server *nereidtest.Server) (at []time.Duration, requests []int) {
	all := server.Requests()
	var last time.Time
	for _, r := range all {
		if len(at) == 0 || !r.Time.Equal(last) {
			last = r.Time
			at, requests = append(at, last.Sub(all[0].Time)), append(requests, 0)
		}
		requests[len(requests)-1]++
	}
	return at, requests
}

// A wait during an outage does not use the retry budget that the calls of a client share.
func TestWaiterSparesTheBudget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddExportTask(nereidtest.ExportTask{ID: "nightly"})
		client := rds.NewFromConfig(server.Config())
		outage := nereidtest.Unavailable("DescribeExportTasks")
		outage.Times = 300
		throttling := nereidtest.Throttled("DescribeExportTasks")
		throttling.Times = 300
		server.Inject(outage, throttling)

		var failed int
		err := rds.NewExportTaskCompleteWaiter(client, every(time.Second)).Wait(t.Context(), export("nightly"), time.Hour,
			func(o *rds.ExportTaskCompleteWaiterOptions) {
				o.OnPoll = func(p rds.Poll[types.ExportTask]) {
					if p.Err != nil {
						failed++
					}
				}
			})
		if err != nil || failed != 600 || server.Count("DescribeExportTasks") != 601 {
			t.Errorf("%d polls failed of %d requests: %v", failed, server.Count(""), err)
		}
		for _, r := range server.Requests() {
			if r.Attempt != 1 {
				t.Fatalf("a poll took attempt %d", r.Attempt)
			}
		}

		// The retry budget of 500 tokens would not have been enough for these polls. All tokens are
		// still available.
		for range 20 {
			again := nereidtest.Unavailable("DescribeExportTasks")
			again.Times = 2
			server.Inject(again)
			out, err := client.DescribeExportTasks(t.Context(), export("nightly"))
			if err != nil || nereid.Attempts(out.ResultMetadata) != 3 {
				t.Fatal(err)
			}
		}
	})
}

// The first poll corrects a wrong clock.
func TestWaiterCorrectsTheClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.SetClockSkew(-time.Hour)
		server.AddExportTask(nereidtest.ExportTask{ID: "nightly"})
		client := rds.NewFromConfig(server.Config())
		if err := rds.NewExportTaskCompleteWaiter(client).Wait(t.Context(), export("nightly"), time.Hour); err != nil {
			t.Error(err)
		}
		if n := server.Count(""); n != 2 {
			t.Errorf("%d requests", n)
		}
	})
}

// A wait pauses as long as the service's Retry-After header requests.
func TestWaiterRetryAfter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddExportTask(nereidtest.ExportTask{ID: "nightly"})
		server.Inject(nereidtest.Fault{Status: 503, Edit: func(_ *nereidtest.Request, r *nereidtest.Response) {
			r.Header.Set("Retry-After", "200")
		}})
		err := rds.NewExportTaskCompleteWaiter(rds.NewFromConfig(server.Config()), every(30*time.Second)).Wait(t.Context(), export("nightly"), time.Hour)
		if err != nil {
			t.Error(err)
		}
		if at, _ := tally(server); !slices.Equal(at, []time.Duration{0, 200 * time.Second}) {
			t.Errorf("polls at %v", at)
		}
	})
}

// A wait fails immediately after an error that another poll would return again.
func TestWaiterCannotAsk(t *testing.T) {
	tests := []struct {
		name    string
		fault   nereidtest.Fault
		options func(*rds.Options)
		sent    int
		is      error
		message string
	}{
		{name: "access denied", fault: nereidtest.Fault{Code: "AccessDenied", Message: "not you"}, sent: 1, is: nereid.ErrAccessDenied, message: "not you"},
		{name: "invalid parameter", fault: nereidtest.Fault{Code: "InvalidParameterValue", Message: "odd"}, sent: 1, is: nereid.ErrInvalidParameter, message: "odd"},
		{name: "expired token", fault: nereidtest.Fault{Code: "ExpiredToken", Message: "too old"}, sent: 1, is: nereid.ErrBadCredentials, message: "too old"},
		{name: "redirect", fault: nereidtest.Fault{Status: 301, Body: "elsewhere"}, sent: 1, message: "301"},
		{name: "no credentials", options: func(o *rds.Options) { o.Credentials = nil }, message: "credentials"},
		{name: "no region", options: func(o *rds.Options) { o.Region = "" }, message: "Missing Region"},
		{
			name: "not signed by who it says", sent: 1, is: nereid.ErrBadCredentials, message: "SignatureDoesNotMatch",
			options: func(o *rds.Options) { o.Credentials = nereid.StaticCredentials("AKIDEXAMPLE", "WRONG", "") },
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				if tt.fault.Code != "" || tt.fault.Status != 0 {
					server.Inject(tt.fault)
				}
				client := rds.NewFromConfig(server.Config())
				start := time.Now()
				err := rds.NewExportTaskCompleteWaiter(client).Wait(t.Context(), export("nightly"), time.Hour, func(o *rds.ExportTaskCompleteWaiterOptions) {
					if tt.options != nil {
						o.ClientOptions = append(o.ClientOptions, tt.options)
					}
				})
				var e *nereid.WaitError
				if !errors.As(err, &e) || e.Outcome != nereid.ErrWaitPoll || e.Attempts != 1 || e.LastOutput != nil ||
					time.Since(start) != 0 || server.Count("") != tt.sent {
					t.Fatalf("after %v and %d requests: %v", time.Since(start), server.Count(""), err)
				}
				if tt.is != nil && !errors.Is(err, tt.is) {
					t.Errorf("%v is not %v", err, tt.is)
				}
				if text := err.Error(); !strings.Contains(text, tt.message) || strings.Contains(text, "\n") ||
					!strings.HasPrefix(text, "waiting for export task nightly to become COMPLETE: poll failed after 0s and 1 poll: operation error RDS: DescribeExportTasks, ") {
					t.Errorf("message: %s", text)
				}
			})
		})
	}
}

// The end of a wait cancels a call in progress at exactly that time.
func TestWaiterEndsInCall(t *testing.T) {
	for _, cancel := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			server := nereidtest.NewServer(t)
			server.Inject(nereidtest.Fault{Delay: time.Hour, Times: -1})
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			maxWait, want := 45*time.Second, error(nereid.ErrWaitTimeout)
			if cancel {
				maxWait, want = time.Hour, nereid.ErrWaitCanceled
				go func() {
					<-time.After(45 * time.Second)
					stop()
				}()
			}
			start := time.Now()
			err := rds.NewExportTaskCompleteWaiter(rds.NewFromConfig(server.Config())).Wait(ctx, export("nightly"), maxWait)
			if !errors.Is(err, want) || time.Since(start) != 45*time.Second {
				t.Errorf("after %v: %v", time.Since(start), err)
			}
		})
	}
}

// An attempt that takes too long is only a failed poll.
func TestWaiterAttemptTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddExportTask(nereidtest.ExportTask{ID: "nightly"})
		server.Inject(nereidtest.Fault{Delay: time.Hour})
		client := rds.NewFromConfig(server.Config(), func(o *rds.Options) { o.AttemptTimeout = ten })
		err := rds.NewExportTaskCompleteWaiter(client, every(30*time.Second)).Wait(t.Context(), export("nightly"), time.Hour)
		if at, _ := tally(server); err != nil || !slices.Equal(at, []time.Duration{0, 70 * time.Second}) {
			t.Errorf("polls at %v, %v", at, err)
		}
	})
}

const ten = 10 * time.Second

// TestWaitAllExports waits for exports from their start to their end.
func TestWaitAllExports(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t, nereidtest.WithTimings(func(o *nereidtest.Timings) {
			o.ExportStart, o.ExportRun = 4*time.Minute, 6*time.Minute
		}))
		client := rds.NewFromConfig(server.Config())
		source := server.AddSnapshot(nereidtest.Snapshot{ID: "nightly"})
		start := func(id, prefix string) {
			if _, err := client.StartExportTask(t.Context(), &rds.StartExportTaskInput{
				ExportTaskIdentifier: &id, S3Prefix: &prefix, SourceArn: &source, S3BucketName: nereid.String("exports"),
				IamRoleArn: nereid.String("arn:aws:iam::123456789012:role/export"), KmsKeyId: nereid.String("alias/exports"),
			}); err != nil {
				t.Fatal(err)
			}
		}
		for i := range 3 {
			start(fmt.Sprint("good-", i), "nightly")
		}
		start("bad", "nightly/")
		start("stopped", "nightly")
		go func() {
			<-time.After(5*time.Minute - time.Second)
			if _, err := client.CancelExportTask(t.Context(), &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("stopped")}); err != nil {
				t.Error(err)
			}
		}()
		server.ResetRequests()

		began := time.Now()
		got := make(map[string]time.Duration)
		errs := make(map[string]error)
		percent := make(map[string][]int)
		ids := []string{"good-0", "GOOD-1", "good-2", "bad", "stopped", "never"}
		waiter := rds.NewExportTaskCompleteWaiter(client, every(30*time.Second), func(o *rds.ExportTaskCompleteWaiterOptions) {
			o.OnPoll = func(p rds.Poll[types.ExportTask]) { percent[p.Resource] = append(percent[p.Resource], p.Percent) }
		})
		for id, err := range waiter.WaitAll(t.Context(), ids, time.Hour) {
			got[id], errs[id] = time.Since(began), err
		}
		want := map[string]time.Duration{
			"good-0": 10 * time.Minute, "GOOD-1": 10 * time.Minute, "good-2": 10 * time.Minute,
			"bad": 4 * time.Minute, "stopped": 5 * time.Minute, "never": time.Minute,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("ends (-want +got):\n%s", diff)
		}
		for id, err := range errs {
			switch id {
			case "bad":
				var e *nereid.WaitError
				if !errors.As(err, &e) || e.Outcome != nereid.ErrWaitFailed {
					t.Fatal(err)
				}
				task := e.LastOutput.(*rds.DescribeExportTasksOutput).ExportTasks
				if len(task) != 1 || *task[0].FailureCause != e.Reason || !strings.HasSuffix(err.Error(), "last status FAILED: The S3 prefix must not end with a slash (/).") {
					t.Errorf("%v with %+v", err, task)
				}
			case "stopped":
				if !errors.Is(err, nereid.ErrWaitFailed) || !strings.HasSuffix(err.Error(), "last status CANCELING") {
					t.Error(err)
				}
			case "never":
				var missing *types.ExportTaskNotFoundFault
				if !errors.As(err, &missing) || !errors.Is(err, nereid.ErrNotFound) {
					t.Error(err)
				}
			default:
				if err != nil {
					t.Error(err)
				}
			}
		}
		if p := percent["good-0"]; len(p) != 21 || p[0] != 0 || p[14] != 50 || p[20] != 100 {
			t.Errorf("progress %v", p)
		}
	})
}

// A thousand exports (in short mode, fewer) that take ten minutes, with a poll every half minute.
func TestWaitAllThousand(t *testing.T) {
	count := longtest.Calls(1000, 300)
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		ids := make([]string, count)
		for i := range ids {
			ids[i] = fmt.Sprintf("nightly-%04d", i)
			server.AddExportTask(nereidtest.ExportTask{ID: ids[i], Status: "IN_PROGRESS"})
		}
		go func() {
			<-time.After(10*time.Minute - time.Second)
			for _, id := range ids {
				server.SetExportTaskStatus(id, "COMPLETE", "")
			}
		}()
		n := 0
		waiter := rds.NewExportTaskCompleteWaiter(rds.NewFromConfig(server.Config()), every(30*time.Second))
		for id, err := range waiter.WaitAll(t.Context(), ids, time.Hour) {
			if id != ids[n] || err != nil {
				t.Fatalf("%d: %s, %v", n, id, err)
			}
			n++
		}
		_, requests := tally(server)
		if n != count || len(requests) != 21 || slices.Max(requests) != count/100 || slices.Min(requests) != count/100 {
			t.Errorf("%d results, requests per tick %v", n, requests)
		}
		form := server.Requests()[0].Form
		if form.Get("Filters.Filter.1.Name") != "export-task-identifier" || form.Get("Filters.Filter.1.Values.Value.100") != ids[99] || form.Has("ExportTaskIdentifier") {
			t.Errorf("the first request was %v", form)
		}
	})
}

// Clusters may be identified by their ARNs as well as their names, case-insensitively.
func TestWaitAllClusters(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		one := server.AddCluster(nereidtest.Cluster{ID: "one", Engine: "aurora-postgresql", Status: "creating"})
		server.AddCluster(nereidtest.Cluster{ID: "two", Engine: "aurora-mysql", Status: "creating"})
		elsewhere := server.AddCluster(nereidtest.Cluster{ID: "two", Engine: "aurora-mysql", Region: "eu-west-1"})
		go func() {
			<-time.After(45 * time.Second)
			server.SetClusterStatus("one", "available")
			server.SetClusterStatus("two", "incompatible-network")
		}()
		waiter := rds.NewDBClusterAvailableWaiter(rds.NewFromConfig(server.Config()), func(o *rds.DBClusterAvailableWaiterOptions) {
			o.MinDelay, o.MaxDelay = 30*time.Second, 30*time.Second
		})
		errs := maps.Collect(waiter.WaitAll(t.Context(), []string{one, "TWO", elsewhere}, time.Hour))
		if len(errs) != 3 || errs[one] != nil || !errors.Is(errs["TWO"], nereid.ErrWaitFailed) || errs[elsewhere] == nil {
			t.Errorf("results %v", errs)
		}
	})
}

// Some snapshots are deleted during the wait; one was deleted before it.
func TestWaitAllDeleted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t, nereidtest.WithTimings(func(o *nereidtest.Timings) { o.SnapshotDelete = 40 * time.Second }))
		client := rds.NewFromConfig(server.Config())
		ids := []string{"a", "b", "c"}
		for _, id := range ids[:2] {
			server.AddSnapshot(nereidtest.Snapshot{ID: id})
			if _, err := client.DeleteDBClusterSnapshot(t.Context(), &rds.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: &id}); err != nil {
				t.Fatal(err)
			}
		}
		server.ResetRequests()
		waiter := rds.NewDBClusterSnapshotDeletedWaiter(client, func(o *rds.DBClusterSnapshotDeletedWaiterOptions) {
			o.MinDelay, o.MaxDelay = 30*time.Second, 30*time.Second
		})
		var ended []string
		for id, err := range waiter.WaitAll(t.Context(), ids, time.Hour) {
			ended = append(ended, id)
			if err != nil {
				t.Errorf("%s: %v", id, err)
			}
		}
		if !slices.Equal(ended, []string{"c", "a", "b"}) {
			t.Errorf("ended: %v", ended)
		}
	})
}

// A waiter's options apply to all its waits, and a wait's options only to that wait. Waits do not
// share slices to which options append.
func TestWaiterOptions(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddExportTask(nereidtest.ExportTask{ID: "nightly", Status: "POLISHING"})
		states := append(make([]string, 0, 8), "spoiled")
		waiter := rds.NewExportTaskCompleteWaiter(rds.NewFromConfig(server.Config()), func(o *rds.ExportTaskCompleteWaiterOptions) {
			if o.MinDelay != 30*time.Second || o.MaxDelay != 2*time.Minute || o.Retryable == nil {
				t.Errorf("defaults: %+v", o)
			}
			o.FailureStates = states
			o.MinDelay = 5 * time.Minute // more than the default maximum
		})
		start := time.Now()
		done := make(chan error)
		for _, state := range []string{"polishing", "burning"} {
			go func() {
				done <- waiter.Wait(t.Context(), export("nightly"), 11*time.Minute, func(o *rds.ExportTaskCompleteWaiterOptions) {
					o.FailureStates = append(o.FailureStates, state)
				})
			}()
		}
		first, second := <-done, <-done
		if !errors.Is(first, nereid.ErrWaitFailed) || !errors.Is(second, nereid.ErrWaitTimeout) || time.Since(start) != 11*time.Minute {
			t.Errorf("after %v: %v, %v", time.Since(start), first, second)
		}
		if at, _ := tally(server); !slices.Equal(at, []time.Duration{0, 5 * time.Minute, 10 * time.Minute, 11*time.Minute - time.Second}) {
			t.Errorf("polls at %v", at)
		}
		if err := waiter.Wait(t.Context(), nil, 0); err == nil || errors.As(err, new(*nereid.WaitError)) {
			t.Errorf("without time: %v", err)
		}
	})
}

// No goroutine remains after a wait whose last request never got a response.
func TestWaiterLeavesNoGoroutine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // Test fails if a goroutine remains
		client := serve(func(req *http.Request) (*http.Response, error) {
			<-req.Context().Done()
			return nil, req.Context().Err()
		})
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		err := rds.NewExportTaskCompleteWaiter(client).Wait(ctx, export("nightly"), time.Hour)
		if !errors.Is(err, nereid.ErrWaitTimeout) {
			t.Error(err)
		}
	})
}

// Many instances, snapshots and subscriptions reach their desired states in one wait.
func TestWaitAllStates(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		ctx := t.Context()
		for _, id := range []string{"one", "two"} {
			server.AddInstance(nereidtest.Instance{ID: id})
			if _, err := client.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: &id, DBSnapshotIdentifier: nereid.String(id + "-last")}); err != nil {
				t.Fatal(err)
			}
			if _, err := client.CreateEventSubscription(ctx, &rds.CreateEventSubscriptionInput{
				SubscriptionName: &id, SnsTopicArn: nereid.String("arn:aws:sns:us-east-1:123456789012:events"),
			}); err != nil {
				t.Fatal(err)
			}
		}
		server.AddInstance(nereidtest.Instance{ID: "lost", Status: "incompatible-network"})
		ends := func(what string, results iter.Seq2[string, error], failing string) {
			t.Helper()
			n := 0
			for id, err := range results {
				if n++; (err != nil) != (id == failing) || err != nil && !errors.Is(err, nereid.ErrWaitFailed) {
					t.Errorf("%s: %s: %v", what, id, err)
				}
			}
			if n < 2 {
				t.Errorf("%s: %d results", what, n)
			}
		}
		both := []string{"one", "two"}
		ends("snapshots available", rds.NewDBSnapshotAvailableWaiter(client).WaitAll(ctx, []string{"one-last", "two-last"}, time.Hour), "")
		ends("subscriptions active", rds.NewEventSubscriptionActiveWaiter(client).WaitAll(ctx, both, time.Hour), "")
		for _, id := range both {
			if _, err := client.StopDBInstance(ctx, &rds.StopDBInstanceInput{DBInstanceIdentifier: &id}); err != nil {
				t.Fatal(err)
			}
			if _, err := client.DeleteDBSnapshot(ctx, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: nereid.String(id + "-last")}); err != nil {
				t.Fatal(err)
			}
			if _, err := client.DeleteEventSubscription(ctx, &rds.DeleteEventSubscriptionInput{SubscriptionName: &id}); err != nil {
				t.Fatal(err)
			}
		}
		ends("instances stopped", rds.NewDBInstanceStoppedWaiter(client).WaitAll(ctx, []string{"one", "two", "lost"}, time.Hour), "lost")
		ends("snapshots deleted", rds.NewDBSnapshotDeletedWaiter(client).WaitAll(ctx, []string{"one-last", "two-last"}, time.Hour), "")
		ends("subscriptions deleted", rds.NewEventSubscriptionDeletedWaiter(client).WaitAll(ctx, both, time.Hour), "")
	})
}
