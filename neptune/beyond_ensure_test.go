package neptune_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// An ensured is the result of one call of EnsureStopped or EnsureStarted.
type ensured struct {
	*neptune.EnsureResult
	err      error
	statuses []string // in their order, without repetitions
	actions  []string // status and outcome of each call: "available: ok"
}

// An ensuring is a cluster called graph with an initial state, and later changes.
type ensuring struct {
	cluster nereidtest.Cluster
	options []nereidtest.Option
	before  func(*testing.T, *nereidtest.Server, *neptune.Client)
	onPoll  func(*nereidtest.Server, neptune.EnsureProgress)
	ensure  func(*neptune.EnsureOptions)
	maxWait time.Duration // by default an hour
	start   bool          // EnsureStarted instead of EnsureStopped
}

func (e ensuring) run(t *testing.T, check func(*testing.T, *nereidtest.Server, ensured)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t, e.options...)
		e.cluster.ID = "graph"
		server.AddCluster(e.cluster)
		client := neptune.NewFromConfig(server.Config())
		if e.before != nil {
			e.before(t, server, client)
			server.ResetRequests()
		}
		var got ensured
		options := func(o *neptune.EnsureOptions) {
			o.OnProgress = func(p neptune.EnsureProgress) {
				if n := len(got.statuses); n == 0 || got.statuses[n-1] != p.Status {
					got.statuses = append(got.statuses, p.Status)
				}
				if p.Action != nil {
					got.actions = append(got.actions, p.Status+": "+outcome(p.Action.Err))
				}
				if e.onPoll != nil {
					e.onPoll(server, p)
				}
			}
			if e.ensure != nil {
				e.ensure(o)
			}
		}
		if e.maxWait == 0 {
			e.maxWait = time.Hour
		}
		began := time.Now()
		if e.start {
			got.EnsureResult, got.err = neptune.EnsureStarted(t.Context(), client, "graph", e.maxWait, options)
		} else {
			got.EnsureResult, got.err = neptune.EnsureStopped(t.Context(), client, "graph", e.maxWait, options)
		}
		got.checkResult(t, server, e.start, time.Since(began))
		check(t, server, got)
	})
}

// outcome returns the code of a fault, or ok if err is nil.
func outcome(err error) string {
	var coded interface{ ErrorCode() string }
	switch {
	case err == nil:
		return "ok"
	case errors.As(err, &coded):
		return coded.ErrorCode()
	}
	return err.Error()
}

// checkResult compares the result with the requests of the server and the reports of OnProgress.
func (e *ensured) checkResult(t *testing.T, server *nereidtest.Server, start bool, took time.Duration) {
	t.Helper()
	operation, wanted := "StopDBCluster", "stopped"
	if start {
		operation, wanted = "StartDBCluster", "available"
	}
	var actions []string
	changed := false
	for _, a := range e.Actions {
		actions = append(actions, outcome(a.Err))
		changed = changed || a.Err == nil
		if a.Operation != operation || a.Time.IsZero() || (a.RequestID == "") != (a.Err != nil) {
			t.Errorf("an action is %+v", a)
		}
	}
	var told []string
	for _, a := range e.actions {
		_, what, _ := strings.Cut(a, ": ")
		told = append(told, what)
	}
	if diff := cmp.Diff(told, actions); diff != "" {
		t.Errorf("the result has other actions than were told (-told +result):\n%s", diff)
	}
	if e.Changed() != changed {
		t.Errorf("Changed is %t", e.Changed())
	}
	if e.Waited != took {
		t.Errorf("it waited %s, but took %s", e.Waited, took)
	}
	if e.err == nil && (e.Cluster == nil || nereid.ToString(e.Cluster.Status) != wanted) {
		t.Errorf("the cluster at the end is %+v", e.Cluster)
	}
	var failed *nereid.WaitError
	if e.err != nil && (!errors.As(e.err, &failed) || failed.Wanted != wanted || failed.Resource != "cluster graph" || failed.Attempts != e.Polls) {
		t.Errorf("the error is %#v", e.err)
	}
	if server.Count("StopDBCluster")+server.Count("StartDBCluster") < len(e.Actions) {
		t.Error("it tells of more calls than were made")
	}
}

// succeeds checks the observed statuses and the calls.
func succeeds(statuses, actions []string) func(*testing.T, *nereidtest.Server, ensured) {
	return func(t *testing.T, _ *nereidtest.Server, got ensured) {
		t.Helper()
		if got.err != nil {
			t.Error(got.err)
		}
		got.expect(t, statuses, actions)
	}
}

func (e *ensured) expect(t *testing.T, statuses, actions []string) {
	t.Helper()
	if diff := cmp.Diff(statuses, e.statuses); diff != "" {
		t.Errorf("statuses, -want +got:\n%s", diff)
	}
	if diff := cmp.Diff(actions, e.actions); diff != "" {
		t.Errorf("actions, -want +got:\n%s", diff)
	}
	if len(statuses) > 0 && e.InitialStatus != statuses[0] {
		t.Errorf("the initial status is %q", e.InitialStatus)
	}
}

// once returns a function that calls act at the first poll that finds a status.
func once(status string, act func(*nereidtest.Server)) func(*nereidtest.Server, neptune.EnsureProgress) {
	done := false
	return func(server *nereidtest.Server, p neptune.EnsureProgress) {
		if !done && p.Status == status {
			done = true
			act(server)
		}
	}
}

func TestEnsureStopped(t *testing.T) {
	instance := nereidtest.Cluster{Instances: 1}
	in := func(status string) nereidtest.Cluster { return nereidtest.Cluster{Status: status, Instances: 1} }
	set := func(status string) func(*nereidtest.Server) {
		return func(server *nereidtest.Server) { server.SetClusterStatus("graph", status) }
	}
	list := func(s ...string) []string { return s }
	ok := list("available: ok")
	for _, test := range []struct {
		name  string
		given ensuring
		check func(*testing.T, *nereidtest.Server, ensured)
	}{
		{"available", ensuring{cluster: instance}, succeeds(list("available", "stopping", "stopped"), ok)},
		{"available without instances", ensuring{}, succeeds(list("available", "stopping", "stopped"), ok)},
		{"stopped", ensuring{cluster: in("stopped")}, func(t *testing.T, server *nereidtest.Server, got ensured) {
			succeeds(list("stopped"), nil)(t, server, got)
			if server.Count("") != 1 || got.Polls != 1 || got.Waited != 0 || got.Changed() {
				t.Errorf("it did something: %+v", got.EnsureResult)
			}
		}},
		{"stopping", ensuring{cluster: instance, before: func(t *testing.T, _ *nereidtest.Server, client *neptune.Client) {
			stop(t, client)
		}}, succeeds(list("stopping", "stopped"), nil)},
		{"starting", ensuring{cluster: in("stopped"), before: func(t *testing.T, _ *nereidtest.Server, client *neptune.Client) {
			start(t, client)
		}}, succeeds(list("starting", "available", "stopping", "stopped"), ok)},
		{"creating", ensuring{cluster: in("creating"), onPoll: once("creating", func(server *nereidtest.Server) {
			server.SetClusterStatus("graph", "available")
			server.SetInstanceStatus("graph-1", "available")
		})}, succeeds(list("creating", "available", "stopping", "stopped"), ok)},
		{"maintenance", ensuring{cluster: instance, before: func(_ *testing.T, server *nereidtest.Server, _ *neptune.Client) {
			set("maintenance")(server)
		}, onPoll: once("maintenance", set("available"))}, succeeds(list("maintenance", "available", "stopping", "stopped"), ok)},
		{"unknown status", ensuring{cluster: instance, before: func(_ *testing.T, server *nereidtest.Server, _ *neptune.Client) {
			set("polishing")(server)
		}, onPoll: once("polishing", set("available"))}, succeeds(list("polishing", "available", "stopping", "stopped"), ok)},
		{"started again meanwhile", ensuring{cluster: instance, onPoll: once("stopping", func(server *nereidtest.Server) {
			server.SetClusterStatus("graph", "available")
			server.SetInstanceStatus("graph-1", "available")
		})}, succeeds(list("available", "stopping", "available", "stopping", "stopped"), list("available: ok", "available: ok"))},
		{"description behind", ensuring{cluster: instance, options: []nereidtest.Option{
			nereidtest.WithTimings(func(o *nereidtest.Timings) { o.StatusLag = 45 * time.Second }),
		}}, succeeds(list("available", "stopping", "stopped"), ok)},
		{"call that had no effect", ensuring{cluster: instance, onPoll: once("available", func(server *nereidtest.Server) {
			server.SetClusterStatus("graph", "available")
			server.SetInstanceStatus("graph-1", "available")
		})}, func(t *testing.T, server *nereidtest.Server, got ensured) {
			succeeds(list("available", "stopping", "stopped"), list("available: ok", "available: ok"))(t, server, got)
			if !got.Actions[1].Time.After(got.Actions[0].Time.Add(90*time.Second - 1)) {
				t.Errorf("it was called again too soon: %v", got.Actions)
			}
		}},
		{"refused twice", ensuring{cluster: instance, before: func(_ *testing.T, server *nereidtest.Server, _ *neptune.Client) {
			server.Inject(nereidtest.Fault{Action: "StopDBCluster", Code: "InvalidDBClusterStateFault", Message: "modified by a concurrent operation", Times: 2})
		}}, succeeds(list("available", "stopping", "stopped"),
			list("available: InvalidDBClusterStateFault", "available: InvalidDBClusterStateFault", "available: ok"))},
		{"refused for different reasons", ensuring{cluster: instance, before: func(_ *testing.T, server *nereidtest.Server, _ *neptune.Client) {
			for _, code := range list("InvalidDBClusterStateFault", "InvalidDBInstanceState", "InvalidDBClusterStateFault", "InvalidDBInstanceState") {
				server.Inject(nereidtest.Fault{Action: "StopDBCluster", Code: code})
			}
		}}, succeeds(list("available", "stopping", "stopped"), list("available: InvalidDBClusterStateFault", "available: InvalidDBInstanceState",
			"available: InvalidDBClusterStateFault", "available: InvalidDBInstanceState", "available: ok"))},
		{"answer lost", ensuring{cluster: instance, before: func(_ *testing.T, server *nereidtest.Server, _ *neptune.Client) {
			server.Inject(nereidtest.LostAnswer("StopDBCluster"))
		}}, succeeds(list("available", "stopping", "stopped"), ok)}, // the client finds out
		{"throttled", ensuring{cluster: instance, before: func(_ *testing.T, server *nereidtest.Server, _ *neptune.Client) {
			for _, action := range list("DescribeDBClusters", "StopDBCluster") {
				throttled := nereidtest.Throttled(action)
				throttled.Times = 8
				server.Inject(throttled)
			}
		}}, func(t *testing.T, _ *nereidtest.Server, got ensured) {
			if want := list("available: Throttling", "available: Throttling", "available: ok"); got.err != nil || !slices.Equal(got.actions, want) {
				t.Errorf("%v, %v, want %v", got.err, got.actions, want)
			}
		}},
		{"other engine, allowed", ensuring{cluster: nereidtest.Cluster{Engine: "docdb"}, ensure: func(o *neptune.EnsureOptions) {
			o.AnyEngine = true
		}}, succeeds(list("available", "stopping", "stopped"), ok)},
	} {
		t.Run(test.name, func(t *testing.T) { test.given.run(t, test.check) })
	}
}

func stop(t *testing.T, client *neptune.Client) {
	t.Helper()
	if _, err := client.StopDBCluster(t.Context(), &neptune.StopDBClusterInput{DBClusterIdentifier: ptr("graph")}); err != nil {
		t.Fatal(err)
	}
}

func start(t *testing.T, client *neptune.Client) {
	t.Helper()
	if _, err := client.StartDBCluster(t.Context(), &neptune.StartDBClusterInput{DBClusterIdentifier: ptr("graph")}); err != nil {
		t.Fatal(err)
	}
}

func TestEnsureStarted(t *testing.T) {
	list := func(s ...string) []string { return s }
	ensuring{cluster: nereidtest.Cluster{Status: "stopped", Instances: 1}, start: true}.run(t,
		succeeds(list("stopped", "starting", "available"), list("stopped: ok")))
	ensuring{cluster: nereidtest.Cluster{Instances: 1}, start: true}.run(t, succeeds(list("available"), nil))
	ensuring{cluster: nereidtest.Cluster{Instances: 1}, start: true, before: func(t *testing.T, _ *nereidtest.Server, client *neptune.Client) {
		stop(t, client)
	}}.run(t, succeeds(list("stopping", "stopped", "starting", "available"), list("stopped: ok")))
	ensuring{cluster: nereidtest.Cluster{Status: "stopped"}, start: true, before: func(_ *testing.T, server *nereidtest.Server, _ *neptune.Client) {
		server.Inject(nereidtest.Fault{Action: "StartDBCluster", Code: "InvalidDBInstanceState"})
	}}.run(t, succeeds(list("stopped", "starting", "available"), list("stopped: InvalidDBInstanceState", "stopped: ok")))
}

// AWS starts a stopped cluster after seven days. A program that calls EnsureStopped each night
// stops the cluster again, whether it is starting or already available. If AWS stopped a cluster
// because its key was missing, EnsureStarted starts it only once: if the cluster returns to that
// state, the key is still missing. Describe responses may lag behind the start.
func TestEnsureStartedWithoutKey(t *testing.T) {
	const locked = "inaccessible-encryption-credentials-recoverable"
	given := ensuring{cluster: nereidtest.Cluster{Status: locked}, start: true}
	for name, test := range map[string]struct {
		options  []nereidtest.Option
		onPoll   func(*nereidtest.Server, neptune.EnsureProgress)
		outcome  error
		statuses []string
	}{
		"the key is back": {nil, nil, nil, []string{locked, "starting", "available"}},
		"shown late":      {[]nereidtest.Option{nereidtest.WithTimings(func(t *nereidtest.Timings) { t.StatusLag = time.Minute })}, nil, nil, []string{locked, "starting", "available"}},
		"the key is missing, and nothing else was seen": {nil, func(server *nereidtest.Server, p neptune.EnsureProgress) {
			server.SetClusterStatus("graph", locked)
		}, nereid.ErrWaitFailed, []string{locked}},
		"the key is missing": {nil, func(server *nereidtest.Server, p neptune.EnsureProgress) {
			if p.Status == "starting" {
				server.SetClusterStatus("graph", locked)
			}
		}, nereid.ErrWaitFailed, []string{locked, "starting", locked}},
	} {
		t.Run(name, func(t *testing.T) {
			given.options, given.onPoll = test.options, test.onPoll
			given.run(t, func(t *testing.T, server *nereidtest.Server, got ensured) {
				if !errors.Is(got.err, test.outcome) {
					t.Errorf("%v, want %v", got.err, test.outcome)
				}
				if diff := cmp.Diff(test.statuses, got.statuses); diff != "" {
					t.Errorf("statuses, -want +got:\n%s", diff)
				}
				if n := server.Count("StartDBCluster"); n != 1 {
					t.Errorf("%d starts", n)
				}
			})
		})
	}
}

// A waiter does not fail either if Describe responses show the new status late.
func TestWaiterAfterStartWithoutKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t, nereidtest.WithTimings(func(t *nereidtest.Timings) { t.StatusLag = 10 * time.Second }))
		server.AddCluster(nereidtest.Cluster{ID: "graph", Status: "inaccessible-encryption-credentials-recoverable"})
		client := neptune.NewFromConfig(server.Config())
		in := &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")}
		if err := neptune.NewDBClusterAvailableWaiter(client).Wait(t.Context(), in, time.Hour); !errors.Is(err, nereid.ErrWaitFailed) {
			t.Errorf("before the start: %v", err)
		}
		if _, err := client.StartDBCluster(t.Context(), &neptune.StartDBClusterInput{DBClusterIdentifier: ptr("graph")}); err != nil {
			t.Fatal(err)
		}
		if err := neptune.NewDBClusterAvailableWaiter(client).Wait(t.Context(), in, time.Hour); err != nil {
			t.Error(err)
		}
	})
}

func TestEnsureStoppedAfterSevenDays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
		client := neptune.NewFromConfig(server.Config())
		ensure := func() string {
			result, err := neptune.EnsureStopped(t.Context(), client, "graph", time.Hour)
			if err != nil {
				t.Fatal(err)
			}
			if result.Cluster.AutomaticRestartTime == nil {
				t.Error("there is no time of automatic restart")
			}
			if result.Changed() {
				return result.InitialStatus + ", stopped"
			}
			return result.InitialStatus
		}
		var nights []string
		for range 2 {
			nights = append(nights, ensure())
			server.Advance(7*24*time.Hour - 10*time.Minute)
			nights = append(nights, ensure())
			server.Advance(10*time.Minute + 30*time.Second) // AWS starts it in between
			nights = append(nights, ensure())
			server.Advance(8 * 24 * time.Hour)
		}
		want := []string{"available, stopped", "stopped", "starting, stopped", "available, stopped", "stopped", "starting, stopped"}
		if diff := cmp.Diff(want, nights); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	})
}

// An available cluster can have an instance that becomes available only after more than three
// polls.
func TestEnsureStoppedWaitsForInstances(t *testing.T) {
	given := ensuring{cluster: nereidtest.Cluster{Instances: 1}, before: func(t *testing.T, _ *nereidtest.Server, client *neptune.Client) {
		if _, err := client.CreateDBInstance(t.Context(), &neptune.CreateDBInstanceInput{
			DBClusterIdentifier: ptr("graph"), DBInstanceIdentifier: ptr("graph-2"), DBInstanceClass: ptr("db.r6g.large"), Engine: ptr("neptune"),
		}); err != nil {
			t.Fatal(err)
		}
	}}
	given.run(t, func(t *testing.T, _ *nereidtest.Server, got ensured) {
		if got.err != nil {
			t.Error(got.err)
		}
		if n := len(got.actions); n < 4 || got.actions[0] != "available: InvalidDBInstanceState" || got.actions[n-1] != "available: ok" {
			t.Errorf("the actions were %q", got.actions)
		}
	})

	// If the instance never becomes available, the fault explains the timeout.
	given.onPoll = func(server *nereidtest.Server, _ neptune.EnsureProgress) {
		server.SetInstanceStatus("graph-2", "creating")
	}
	given.maxWait = 20 * time.Minute
	given.run(t, func(t *testing.T, _ *nereidtest.Server, got ensured) {
		var fault *types.InvalidDBInstanceStateFault
		if !errors.Is(got.err, nereid.ErrWaitTimeout) || !errors.Is(got.err, context.DeadlineExceeded) || !errors.As(got.err, &fault) {
			t.Error(got.err)
		}
		if got.Waited != given.maxWait {
			t.Errorf("it waited %s", got.Waited)
		}
	})
}

func TestEnsureStoppedGivesUp(t *testing.T) {
	refused := []string{"available: InvalidDBClusterStateFault", "available: InvalidDBClusterStateFault", "available: InvalidDBClusterStateFault"}
	global := func(_ *testing.T, server *nereidtest.Server, _ *neptune.Client) {
		server.AddGlobalCluster("world", "arn:aws:rds:us-east-1:123456789012:cluster:graph",
			server.AddCluster(nereidtest.Cluster{ID: "away", Region: "eu-west-1"}))
	}
	set := func(status string) func(*nereidtest.Server) {
		return func(server *nereidtest.Server) { server.SetClusterStatus("graph", status) }
	}
	for _, test := range []struct {
		name     string
		given    ensuring
		outcome  nereid.WaitOutcome
		cause    error
		statuses []string
		actions  []string
	}{
		{"member of a global database", ensuring{cluster: nereidtest.Cluster{Instances: 2}, before: global},
			nereid.ErrWaitFailed, nereid.ErrInvalidState, []string{"available"}, refused},
		{"without leave to see instances", ensuring{cluster: nereidtest.Cluster{Instances: 2}, before: func(t *testing.T, server *nereidtest.Server, client *neptune.Client) {
			global(t, server, client)
			server.Inject(nereidtest.Fault{Action: "DescribeDBInstances", Code: "AccessDenied", Times: -1})
		}}, nereid.ErrWaitFailed, nereid.ErrInvalidState, []string{"available"}, refused},
		{"refused again after a rest", ensuring{cluster: nereidtest.Cluster{Instances: 1}, before: global, onPoll: func() func(*nereidtest.Server, neptune.EnsureProgress) {
			polls := 0
			return func(server *nereidtest.Server, _ neptune.EnsureProgress) {
				switch polls++; polls {
				case 2:
					server.SetClusterStatus("graph", "backing-up")
				case 3:
					server.SetClusterStatus("graph", "available")
				}
			}
		}()}, nereid.ErrWaitFailed, nereid.ErrInvalidState, []string{"available", "backing-up", "available"}, append(slices.Clone(refused), refused[:2]...)},
		{"no such cluster for the call", ensuring{before: func(_ *testing.T, server *nereidtest.Server, _ *neptune.Client) {
			server.Inject(nereidtest.Fault{Action: "StopDBCluster", Code: "DBClusterNotFoundFault", Times: -1})
		}}, nereid.ErrWaitFailed, nereid.ErrNotFound, []string{"available"},
			[]string{"available: DBClusterNotFoundFault", "available: DBClusterNotFoundFault", "available: DBClusterNotFoundFault"}},
		{"may not stop", ensuring{before: func(_ *testing.T, server *nereidtest.Server, _ *neptune.Client) {
			server.Inject(nereidtest.Fault{Action: "StopDBCluster", Code: "AccessDenied"})
		}}, nereid.ErrWaitFailed, nereid.ErrAccessDenied, []string{"available"}, []string{"available: AccessDenied"}},
		{"may not describe", ensuring{before: func(_ *testing.T, server *nereidtest.Server, _ *neptune.Client) {
			server.Inject(nereidtest.Fault{Action: "DescribeDBClusters", Code: "AccessDenied"})
		}}, nereid.ErrWaitPoll, nereid.ErrAccessDenied, []string{""}, nil},
		{"other engine", ensuring{cluster: nereidtest.Cluster{Engine: "docdb"}},
			nereid.ErrWaitFailed, neptune.ErrOtherEngine, []string{"available"}, nil},
		{"other engine, stopped", ensuring{cluster: nereidtest.Cluster{Engine: "aurora-mysql", Status: "stopped"}},
			nereid.ErrWaitFailed, neptune.ErrOtherEngine, []string{"stopped"}, nil},
		{"terminal", ensuring{cluster: nereidtest.Cluster{Status: "inaccessible-encryption-credentials"}},
			nereid.ErrWaitFailed, nil, []string{"inaccessible-encryption-credentials"}, nil},
		{"fails meanwhile", ensuring{onPoll: once("stopping", set("failed"))},
			nereid.ErrWaitFailed, nil, []string{"available", "stopping", "failed"}, []string{"available: ok"}},
		{"state that the caller takes for a failure", ensuring{onPoll: once("stopping", set("polishing")), ensure: func(o *neptune.EnsureOptions) {
			o.FailureStates = []string{"polishing"}
		}}, nereid.ErrWaitFailed, nil, []string{"available", "stopping", "polishing"}, []string{"available: ok"}},
		{"deleted meanwhile", ensuring{onPoll: once("stopping", set("deleting"))},
			nereid.ErrWaitFailed, nil, []string{"available", "stopping", "deleting"}, []string{"available: ok"}},
		{"vanished", ensuring{onPoll: once("stopping", func(server *nereidtest.Server) {
			server.Inject(nereidtest.Fault{Action: "DescribeDBClusters", Code: "DBClusterNotFoundFault", Times: -1})
		})}, nereid.ErrWaitFailed, nereid.ErrNotFound, []string{"available", "stopping", ""}, []string{"available: ok"}},
		{"never done", ensuring{onPoll: func(server *nereidtest.Server, p neptune.EnsureProgress) {
			if p.Status == "stopping" {
				server.SetClusterStatus("graph", "stopping")
			}
		}, maxWait: 3 * time.Hour}, nereid.ErrWaitTimeout, context.DeadlineExceeded, []string{"available", "stopping"}, []string{"available: ok"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.given.run(t, func(t *testing.T, _ *nereidtest.Server, got ensured) {
				if !errors.Is(got.err, test.outcome) || test.cause != nil && !errors.Is(got.err, test.cause) {
					t.Errorf("%v, want %s: %v", got.err, test.outcome, test.cause)
				}
				if diff := cmp.Diff(test.statuses, got.statuses); diff != "" {
					t.Errorf("statuses, -want +got:\n%s", diff)
				}
				if diff := cmp.Diff(test.actions, got.actions); diff != "" {
					t.Errorf("actions, -want +got:\n%s", diff)
				}
			})
		})
	}
}

// A cluster that does not exist is described three times.
func TestEnsureOfNoCluster(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := neptune.NewFromConfig(server.Config())
		result, err := neptune.EnsureStarted(t.Context(), client, "graph", time.Hour)
		if !errors.Is(err, nereid.ErrWaitFailed) || !errors.Is(err, nereid.ErrNotFound) {
			t.Error(err)
		}
		if result == nil || result.Polls != 3 || result.InitialStatus != "" || result.Cluster != nil || result.Changed() {
			t.Errorf("the result is %+v", result)
		}
		server.ResetRequests()
		for name, ensure := range map[string]func() (*neptune.EnsureResult, error){
			"no name": func() (*neptune.EnsureResult, error) {
				return neptune.EnsureStopped(t.Context(), client, "", time.Hour)
			},
			"no time": func() (*neptune.EnsureResult, error) { return neptune.EnsureStopped(t.Context(), client, "graph", 0) },
			"no delay": func() (*neptune.EnsureResult, error) {
				return neptune.EnsureStopped(t.Context(), client, "graph", time.Hour, func(o *neptune.EnsureOptions) { o.MinDelay = -1 })
			},
		} {
			if result, err := ensure(); err == nil || result == nil || server.Count("") != 0 {
				t.Errorf("%s: %v, %v after %d requests", name, result, err, server.Count(""))
			}
		}
	})
}

// EnsureStopped ends when its context is done, between polls and during a call.
func TestEnsureEndsWithItsContext(t *testing.T) {
	for _, during := range []string{"pause", "poll", "call"} {
		t.Run(during, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				server.AddCluster(nereidtest.Cluster{ID: "graph"})
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				server.Intercept(func(r *nereidtest.Request) (*nereidtest.Response, bool) {
					if during == "poll" && r.Action == "DescribeDBClusters" || during == "call" && r.Action == "StopDBCluster" {
						cancel()
					}
					return nil, ctx.Err() != nil
				})
				result, err := neptune.EnsureStopped(ctx, neptune.NewFromConfig(server.Config()), "graph", time.Hour, func(o *neptune.EnsureOptions) {
					o.OnProgress = func(p neptune.EnsureProgress) {
						if p.Status == "stopping" {
							cancel()
						}
					}
				})
				if !errors.Is(err, nereid.ErrWaitCanceled) || !errors.Is(err, context.Canceled) {
					t.Error(err)
				}
				if calls := len(result.Actions); calls != map[string]int{"pause": 1, "poll": 0, "call": 1}[during] {
					t.Errorf("%d calls were made", calls)
				}
			})
		})
	}
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddCluster(nereidtest.Cluster{ID: "graph"})
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
		defer cancel()
		result, err := neptune.EnsureStopped(ctx, neptune.NewFromConfig(server.Config()), "graph", time.Hour)
		if !errors.Is(err, nereid.ErrWaitTimeout) || !errors.Is(err, context.DeadlineExceeded) || result.Waited != 2*time.Minute {
			t.Errorf("%v after %s", err, result.Waited)
		}
	})
}
