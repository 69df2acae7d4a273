package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// replies responds to each operation with a function.
type replies struct {
	clusters  func(*neptune.DescribeDBClustersInput) (*neptune.DescribeDBClustersOutput, error)
	instances func() error
	snapshots func() error
	globals   func() error
}

func (c replies) DescribeDBClusters(_ context.Context, in *neptune.DescribeDBClustersInput, _ ...func(*neptune.Options)) (*neptune.DescribeDBClustersOutput, error) {
	return c.clusters(in)
}

func (c replies) DescribeDBInstances(context.Context, *neptune.DescribeDBInstancesInput, ...func(*neptune.Options)) (*neptune.DescribeDBInstancesOutput, error) {
	return nil, c.instances()
}

func (c replies) DescribeDBClusterSnapshots(context.Context, *neptune.DescribeDBClusterSnapshotsInput, ...func(*neptune.Options)) (*neptune.DescribeDBClusterSnapshotsOutput, error) {
	return nil, c.snapshots()
}

func (c replies) DescribeGlobalClusters(context.Context, *neptune.DescribeGlobalClustersInput, ...func(*neptune.Options)) (*neptune.DescribeGlobalClustersOutput, error) {
	return nil, c.globals()
}

// A wait, even for many resources, does not end early if the server asks for a pause that is as
// long as the rest of the wait.
func TestOneLongPauseEndsNoWait(t *testing.T) {
	const n, maxWait = 300, 15 * time.Minute
	for _, name := range []string{"WaitAll", "Wait"} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				var ids []string
				for i := range n {
					ids = append(ids, fmt.Sprintf("snapshot-%03d", i))
					server.AddSnapshot(nereidtest.Snapshot{ID: ids[i], Status: "creating"})
				}
				server.Inject(nereidtest.Fault{Status: 503, Edit: func(_ *nereidtest.Request, r *nereidtest.Response) {
					r.Header.Set("Retry-After", fmt.Sprint(int(maxWait.Seconds())))
				}})
				go func() {
					<-time.After(5 * time.Minute)
					for _, id := range ids {
						server.SetSnapshotStatus(id, "available")
					}
				}()
				waiter := neptune.NewDBClusterSnapshotAvailableWaiter(neptune.NewFromConfig(server.Config()))
				if name == "Wait" {
					if err := waiter.Wait(t.Context(), &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &ids[0]}, maxWait); err != nil {
						t.Error(err)
					}
					return
				}
				failed := 0
				for _, err := range waiter.WaitAll(t.Context(), ids, maxWait) {
					if err != nil {
						failed++
					}
				}
				if failed != 0 {
					t.Errorf("%d of %d failed after %d requests", failed, n, server.Count(""))
				}
			})
		})
	}
}

// A wait for one identifier does not follow markers forever. Its error says so.
func TestWaitForOneFollowsMarkersToAnEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		client := replies{clusters: func(*neptune.DescribeDBClustersInput) (*neptune.DescribeDBClustersOutput, error) {
			if calls++; calls > 5000 {
				return nil, context.Canceled
			}
			return &neptune.DescribeDBClustersOutput{
				DBClusters: []types.DBCluster{{DBClusterIdentifier: ptr("another"), Status: ptr("creating")}},
				Marker:     ptr(fmt.Sprint("marker-", calls)),
			}, nil
		}}
		waiter := neptune.NewDBClusterAvailableWaiter(client)
		err := waiter.Wait(t.Context(), &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")}, time.Hour)
		if !errors.Is(err, nereid.ErrWaitPoll) || !strings.Contains(err.Error(), "pages") || calls > 100 {
			t.Errorf("Wait: %v after %d calls", err, calls)
		}
		calls = 0
		for _, err := range waiter.WaitAll(t.Context(), []string{"graph"}, time.Hour) {
			if !errors.Is(err, nereid.ErrWaitPoll) || !strings.Contains(err.Error(), "pages") || calls > 100 {
				t.Errorf("WaitAll: %v after %d calls", err, calls)
			}
		}
	})
}

// A wait for a deletion succeeds only if the not-found fault is for the resource itself, not for
// something else.
func TestDeletedWaitersTakeOnlyTheirOwnCodeForGone(t *testing.T) {
	own := map[string]string{
		"DBClusterDeleted": "DBClusterNotFoundFault", "DBInstanceDeleted": "DBInstanceNotFound",
		"DBClusterSnapshotDeleted": "DBClusterSnapshotNotFoundFault", "GlobalClusterDeleted": "GlobalClusterNotFoundFault",
		"GlobalClusterMemberRemoved": "GlobalClusterNotFoundFault",
	}
	others := []string{"RouteNotFound", "KMSKeyNotFoundFault", "DBSubnetGroupNotFoundFault"}
	for name, code := range own {
		for _, other := range own {
			if other != code {
				others = append(others, other)
			}
		}
		for _, code := range append([]string{code}, others...) {
			synctest.Test(t, func(t *testing.T) {
				calls := 0
				answer := func() error {
					calls++
					return &smithy.GenericAPIError{Code: code, Message: "not found"}
				}
				client := replies{func(*neptune.DescribeDBClustersInput) (*neptune.DescribeDBClustersOutput, error) {
					return nil, answer()
				}, answer, answer, answer}
				var err error
				switch name {
				case "DBClusterDeleted":
					err = neptune.NewDBClusterDeletedWaiter(client).Wait(t.Context(), &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("x")}, time.Hour)
				case "DBInstanceDeleted":
					err = neptune.NewDBInstanceDeletedWaiter(client).Wait(t.Context(), &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: ptr("x")}, time.Hour)
				case "DBClusterSnapshotDeleted":
					err = neptune.NewDBClusterSnapshotDeletedWaiter(client).Wait(t.Context(), &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: ptr("x")}, time.Hour)
				case "GlobalClusterDeleted":
					err = neptune.NewGlobalClusterDeletedWaiter(client).Wait(t.Context(), &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: ptr("x")}, time.Hour)
				case "GlobalClusterMemberRemoved":
					err = neptune.NewGlobalClusterMemberRemovedWaiter(client, "arn:aws:rds:us-east-1:123456789012:cluster:y").Wait(t.Context(), &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: ptr("x")}, time.Hour)
				}
				switch {
				case code == own[name]:
					if err != nil || calls != 1 {
						t.Errorf("%s, %s: %v after %d calls", name, code, err, calls)
					}
				case !errors.Is(err, nereid.ErrWaitPoll) || calls != 3:
					t.Errorf("%s, %s: %v after %d calls", name, code, err, calls)
				}
			})
		}
	}
}

// A wait continues while a gateway temporarily has no route.
func TestAnotherNotFoundPasses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		client := replies{clusters: func(*neptune.DescribeDBClustersInput) (*neptune.DescribeDBClustersOutput, error) {
			if calls++; calls == 2 {
				return nil, &smithy.GenericAPIError{Code: "RouteNotFound"}
			}
			if calls == 4 {
				return nil, &smithy.GenericAPIError{Code: "DBClusterNotFoundFault"}
			}
			return &neptune.DescribeDBClustersOutput{DBClusters: []types.DBCluster{{DBClusterIdentifier: ptr("x"), Status: ptr("deleting")}}}, nil
		}}
		for id, err := range neptune.NewDBClusterDeletedWaiter(client).WaitAll(t.Context(), []string{"x"}, time.Hour) {
			if err != nil || calls != 4 {
				t.Errorf("%s: %v after %d calls", id, err, calls)
			}
		}
	})
}

// A waiter with fast polls does not treat a cluster as missing if Describe responses show it late.
func TestFastPollsBelieveLate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		client := replies{clusters: func(*neptune.DescribeDBClustersInput) (*neptune.DescribeDBClustersOutput, error) {
			if time.Since(start) < 20*time.Second {
				return nil, &types.DBClusterNotFoundFault{}
			}
			return &neptune.DescribeDBClustersOutput{DBClusters: []types.DBCluster{{Status: ptr("available")}}}, nil
		}}
		err := neptune.NewDBClusterAvailableWaiter(client).Wait(t.Context(), &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")}, time.Hour, fast)
		if err != nil {
			t.Error(err)
		}
	})
}

func fast(o *neptune.DBClusterAvailableWaiterOptions) {
	o.MinDelay, o.MaxDelay = time.Second, time.Second
}

// If a cluster has left the desired state again, the timeout error says so.
func TestTimeoutTellsOfAWayBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		client := replies{clusters: func(*neptune.DescribeDBClustersInput) (*neptune.DescribeDBClustersOutput, error) {
			shown := "available"
			if at := time.Since(start); at > time.Minute && at < 5*time.Minute {
				shown = "stopping"
			}
			return &neptune.DescribeDBClustersOutput{DBClusters: []types.DBCluster{{Status: &shown}}}, nil
		}}
		err := neptune.NewDBClusterStoppedWaiter(client).Wait(t.Context(), &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")}, time.Hour)
		if !errors.Is(err, nereid.ErrWaitTimeout) || !strings.HasSuffix(err.Error(), "the status went from stopping back to available") {
			t.Error(err)
		}
	})
}

// noKeys is the error of a client without credentials.
type noKeys struct {
	since           time.Time
	had, permanents bool
}

func (noKeys) Error() string { return "no keys" }

func (e noKeys) CredentialTrouble() (since time.Time, hadKeys, permanent bool) {
	return e.since, e.had, e.permanents
}

// A wait that never had credentials fails soon, and immediately if there will be none. A wait that
// had credentials continues for 15 minutes without them.
func TestWaitsOutlastTroubleWithCredentials(t *testing.T) {
	for _, test := range []struct {
		name            string
		had, permanents bool
		trouble         time.Duration // begins after the first minute if there were keys
		ends            time.Duration // time until the error, or 0 for a success
	}{
		{"never had, none to come", false, true, time.Hour, 1},
		{"never had, late", false, false, 20 * time.Second, 0},
		{"never had, too late", false, false, time.Hour, 31 * time.Second},
		{"had, back after 14 minutes", true, false, 14 * time.Minute, 0},
		{"had, permanent, back after 14 minutes", true, true, 14 * time.Minute, 0},
		{"had, not back", true, false, 2 * time.Hour, 17 * time.Minute},
	} {
		for _, many := range []int{0, 1, 250} {
			t.Run(fmt.Sprintf("%s, %d", test.name, many), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					start := time.Now()
					from := start
					if test.had {
						from = start.Add(time.Minute)
					}
					client := replies{clusters: func(in *neptune.DescribeDBClustersInput) (*neptune.DescribeDBClustersOutput, error) {
						switch now := time.Now(); {
						case !now.Before(from) && now.Sub(from) < test.trouble:
							return nil, fmt.Errorf("sign: %w", noKeys{from, test.had, test.permanents})
						case now.Before(from):
							return listed(in, "creating"), nil
						}
						return listed(in, "available"), nil
					}}
					told := 0
					options := func(o *neptune.DBClusterAvailableWaiterOptions) {
						o.OnPoll = func(p neptune.Poll[types.DBCluster]) {
							if errors.As(p.Err, new(noKeys)) {
								told++
							}
						}
					}
					waiter := neptune.NewDBClusterAvailableWaiter(client, options)
					var errs []error
					if many == 0 {
						errs = append(errs, waiter.Wait(t.Context(), &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")}, 3*time.Hour))
					} else {
						for _, err := range waiter.WaitAll(t.Context(), names(many), 3*time.Hour) {
							errs = append(errs, err)
						}
					}
					took := time.Since(start)
					for _, err := range errs {
						if (err != nil) != (test.ends > 0) || err != nil && (!errors.Is(err, nereid.ErrWaitPoll) || !errors.As(err, new(noKeys)) || took > test.ends) {
							t.Fatalf("%v after %s", err, took)
						}
					}
					if told < max(many, 1) || len(errs) != max(many, 1) {
						t.Errorf("%d results, told of %d polls", len(errs), told)
					}
				})
			})
		}
	}
}

func names(n int) []string {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprintf("graph-%03d", i)
	}
	return ids
}

// listed returns the requested clusters with a status.
func listed(in *neptune.DescribeDBClustersInput, status string) *neptune.DescribeDBClustersOutput {
	var ids []string
	for _, f := range in.Filters {
		ids = append(ids, f.Values...)
	}
	if in.DBClusterIdentifier != nil {
		ids = append(ids, *in.DBClusterIdentifier)
	}
	out := new(neptune.DescribeDBClustersOutput)
	for _, id := range ids {
		out.DBClusters = append(out.DBClusters, types.DBCluster{DBClusterIdentifier: &id, Engine: ptr("neptune"), Status: &status})
	}
	return out
}

// This is the test above with a real provider: the client reports missing credentials to the wait.
func TestWaitOutlastsAProvider(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddCluster(nereidtest.Cluster{ID: "graph", Status: "creating"})
		keys, err := server.Config().Credentials.Retrieve(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		provider := nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
			if at := time.Since(start); at > 50*time.Minute && at < 65*time.Minute {
				return nereid.Credentials{}, errors.New("exit status 1")
			}
			c := keys
			c.CanExpire, c.Expires = true, time.Now().Add(time.Hour).Round(0)
			return c, nil
		})
		go func() {
			<-time.After(3 * time.Hour)
			server.SetClusterStatus("graph", "available")
		}()
		client := neptune.NewFromConfig(server.Config(), func(o *neptune.Options) { o.Credentials = provider })
		if err := neptune.NewDBClusterAvailableWaiter(client).Wait(t.Context(), &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")}, 6*time.Hour); err != nil {
			t.Error(err)
		}
	})
}

// A plane is a control plane with AWS's observed behavior: responses show the state before the
// call, and Describe responses lag.
type plane struct {
	mu       sync.Mutex
	lag      time.Duration
	clusters map[string][]change
	calls    []string
}

type change struct {
	at     time.Time
	status string
}

func newPlane(status string, ids ...string) *plane {
	p := &plane{lag: 20 * time.Second, clusters: make(map[string][]change)}
	for _, id := range ids {
		p.clusters[id] = []change{{time.Now().Add(-time.Hour), status}}
	}
	return p
}

func (p *plane) status(id string, at time.Time) string {
	var status string
	for _, c := range p.clusters[id] {
		if !c.at.After(at) {
			status = c.status
		}
	}
	return status
}

// change moves a cluster from one status through another to a third.
func (p *plane) change(call, id, from, passing, to string) (*types.DBCluster, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if status := p.status(id, now); status != from {
		p.calls = append(p.calls, call+" "+id+": refused")
		return nil, &types.InvalidDBClusterStateFault{Message: ptr(fmt.Sprintf("DbCluster %s is in %s state but expected it to be one of %s.", id, status, from))}
	}
	p.calls = append(p.calls, call+" "+id)
	p.clusters[id] = append(p.clusters[id], change{now, passing}, change{now.Add(4 * time.Minute), to})
	return &types.DBCluster{DBClusterIdentifier: &id, Status: &from}, nil
}

func (p *plane) StopDBCluster(_ context.Context, in *neptune.StopDBClusterInput, _ ...func(*neptune.Options)) (*neptune.StopDBClusterOutput, error) {
	c, err := p.change("stop", *in.DBClusterIdentifier, "available", "stopping", "stopped")
	if err != nil {
		return nil, err
	}
	return &neptune.StopDBClusterOutput{DBCluster: c}, nil
}

func (p *plane) StartDBCluster(_ context.Context, in *neptune.StartDBClusterInput, _ ...func(*neptune.Options)) (*neptune.StartDBClusterOutput, error) {
	c, err := p.change("start", *in.DBClusterIdentifier, "stopped", "starting", "available")
	if err != nil {
		return nil, err
	}
	return &neptune.StartDBClusterOutput{DBCluster: c}, nil
}

func (p *plane) DescribeDBClusters(_ context.Context, in *neptune.DescribeDBClustersInput, _ ...func(*neptune.Options)) (*neptune.DescribeDBClustersOutput, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := listed(in, "")
	for i := range out.DBClusters {
		status := p.status(*out.DBClusters[i].DBClusterIdentifier, time.Now().Add(-p.lag))
		out.DBClusters[i].Status = &status
	}
	return out, nil
}

func (p *plane) DescribeDBInstances(context.Context, *neptune.DescribeDBInstancesInput, ...func(*neptune.Options)) (*neptune.DescribeDBInstancesOutput, error) {
	return new(neptune.DescribeDBInstancesOutput), nil
}

func fastEnsure(o *neptune.EnsureOptions) { o.MinDelay, o.MaxDelay = time.Second, time.Second }

// EnsureStopped and EnsureStarted make one call and succeed, although the response and the first
// Describe responses show the state before the call.
func TestEnsureOutlastsDescriptionsThatLag(t *testing.T) {
	for _, options := range []func(*neptune.EnsureOptions){fastEnsure, func(*neptune.EnsureOptions) {}} {
		synctest.Test(t, func(t *testing.T) {
			p := newPlane("available", "graph")
			if r, err := neptune.EnsureStopped(t.Context(), p, "graph", time.Hour, options); err != nil || !r.Changed() {
				t.Errorf("stop: %v", err)
			}
			if r, err := neptune.EnsureStarted(t.Context(), p, "graph", time.Hour, options); err != nil || !r.Changed() {
				t.Errorf("start: %v", err)
			}
			if !slices.Equal(p.calls, []string{"stop graph", "start graph"}) {
				t.Errorf("calls: %v", p.calls)
			}
		})
	}
}

// Rejections do not end the wait if another caller has just begun the change.
func TestEnsureAfterAnothersCall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPlane("available", "graph")
		if _, err := p.StopDBCluster(t.Context(), &neptune.StopDBClusterInput{DBClusterIdentifier: ptr("graph")}); err != nil {
			t.Fatal(err)
		}
		<-time.After(time.Second)
		if r, err := neptune.EnsureStopped(t.Context(), p, "graph", time.Hour, fastEnsure); err != nil || r.Changed() {
			t.Errorf("%v, %+v", err, r.Actions)
		}
	})
}

// With ConsecutiveHits, a wait does not succeed if the first description shows the desired state
// only because it lags.
func TestEnsureConfirmsAStateOfBefore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPlane("stopped", "graph")
		if _, err := p.StartDBCluster(t.Context(), &neptune.StartDBClusterInput{DBClusterIdentifier: ptr("graph")}); err != nil {
			t.Fatal(err)
		}
		r, err := neptune.EnsureStopped(t.Context(), p, "graph", time.Hour, func(o *neptune.EnsureOptions) { o.ConsecutiveHits = 2 })
		if err != nil || !r.Changed() || p.status("graph", time.Now()) != "stopped" {
			t.Errorf("%v: %+v", err, r)
		}
	})
}

// Two callers stop and one caller starts the same clusters at the same time. All calls end. The
// clusters are stopped in the end, because the two callers poll for longer.
func TestTwoStopsAndOneStart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ids := []string{"graph-1", "graph-2", "graph-3"}
		p := newPlane("available", ids...)
		stopping := func(offset time.Duration) error {
			<-time.After(offset)
			for r, err := range neptune.EnsureAllStopped(t.Context(), p, ids, 2*time.Hour) {
				if err != nil {
					return fmt.Errorf("%s: %w", r.ID, err)
				}
			}
			return nil
		}
		ends := make(chan error)
		go func() { ends <- stopping(0) }()
		go func() { ends <- stopping(2 * time.Second) }()
		go func() {
			<-time.After(4*time.Minute + 10*time.Second) // stopped, before Describe responses show it
			var last error
			for r, err := range neptune.EnsureAllStarted(t.Context(), p, ids, 2*time.Hour) {
				if err != nil {
					last = fmt.Errorf("%s: %w", r.ID, err)
				}
			}
			ends <- last
		}()
		start := time.Now()
		for range 3 {
			if err := <-ends; err != nil {
				t.Error(err)
			}
		}
		if took := time.Since(start); took > time.Hour {
			t.Errorf("it took %s: %v", took, p.calls)
		}
	})
}

// EnsureAllStopped describes many clusters with one request, and yields each cluster's result.
func TestEnsureAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		for _, c := range []nereidtest.Cluster{
			{ID: "idle", Status: "stopped"}, {ID: "busy", Instances: 1}, {ID: "broken", Status: "failed"}, {ID: "papers", Engine: "docdb"},
		} {
			server.AddCluster(c)
		}
		ids := []string{"idle", "busy", "broken", "papers", "nothing", "", "busy"}
		got := make(map[string]error)
		changed := 0
		for r, err := range neptune.EnsureAllStopped(t.Context(), neptune.NewFromConfig(server.Config()), ids, time.Hour) {
			if _, twice := got[r.ID]; twice || r.Waited != 0 && r.Polls == 0 {
				t.Errorf("%+v", r)
			}
			if got[r.ID] = err; r.Changed() {
				changed++
			}
		}
		if len(got) != 6 || changed != 1 || got["idle"] != nil || got["busy"] != nil || !errors.Is(got["broken"], nereid.ErrWaitFailed) ||
			!errors.Is(got["papers"], neptune.ErrOtherEngine) || !errors.Is(got["nothing"], nereid.ErrNotFound) || got[""] == nil {
			t.Errorf("%d changed: %v", changed, got)
		}
		if n := server.Count("StopDBCluster"); n != 1 {
			t.Errorf("%d calls to stop", n)
		}
		if first := server.Requests()[0]; len(first.Form["Filters.Filter.1.Values.Value.4"]) != 1 {
			t.Errorf("the first request is %v", first.Form)
		}
	})
}

// endless lists instances on an endless number of pages.
type endless struct {
	*plane
	pages int
}

func (e *endless) DescribeDBInstances(context.Context, *neptune.DescribeDBInstancesInput, ...func(*neptune.Options)) (*neptune.DescribeDBInstancesOutput, error) {
	e.pages++
	out := &neptune.DescribeDBInstancesOutput{DBInstances: []types.DBInstance{{DBInstanceIdentifier: ptr("i"), DBInstanceStatus: ptr("available")}}}
	if e.pages < 5000 {
		out.Marker = ptr(fmt.Sprint("marker-", e.pages))
	}
	return out, nil
}

func (e *endless) DescribeDBClusters(ctx context.Context, in *neptune.DescribeDBClustersInput, optFns ...func(*neptune.Options)) (*neptune.DescribeDBClustersOutput, error) {
	out, err := e.plane.DescribeDBClusters(ctx, in, optFns...)
	for i := range out.DBClusters {
		out.DBClusters[i].DBClusterMembers = make([]types.DBClusterMember, 1)
	}
	return out, err
}

// EnsureStopped reports a cluster that cannot be stopped, even if the list of instances is endless.
func TestEnsureFollowsMarkersToAnEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &endless{plane: newPlane("available", "graph")}
		if _, err := p.StopDBCluster(t.Context(), &neptune.StopDBClusterInput{DBClusterIdentifier: ptr("graph")}); err != nil {
			t.Fatal(err)
		}
		if _, err := neptune.EnsureStopped(t.Context(), p, "graph", time.Hour, fastEnsure); err != nil {
			t.Error(err)
		}
		if p.pages == 0 || p.pages > 500 {
			t.Errorf("%d pages of instances", p.pages)
		}
	})
}
