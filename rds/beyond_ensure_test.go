package rds_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/chaostest"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// An ensured is the result of one of the four EnsureX functions.
type ensured struct {
	initial, last string
	changed       bool
	calls         int // calls of the operation
	err           error
}

// ensure stops or starts a cluster or an instance.
func ensure(ctx context.Context, server *nereidtest.Server, instance, start bool) (got ensured) {
	client := rds.NewFromConfig(server.Config())
	operation := map[[2]bool]string{{false, false}: "StopDBCluster", {false, true}: "StartDBCluster", {true, false}: "StopDBInstance", {true, true}: "StartDBInstance"}
	if instance {
		run := func() (*rds.EnsureInstanceResult, error) {
			return rds.EnsureInstanceStopped(ctx, client, "x", 2*time.Hour)
		}
		if start {
			run = func() (*rds.EnsureInstanceResult, error) {
				return rds.EnsureInstanceStarted(ctx, client, "x", 2*time.Hour)
			}
		}
		r, err := run()
		got = ensured{initial: r.InitialStatus, changed: r.Changed(), err: err}
		if r.Item != nil {
			got.last = *r.Item.DBInstanceStatus
		}
	} else {
		run := func() (*rds.EnsureClusterResult, error) {
			return rds.EnsureClusterStopped(ctx, client, "x", 2*time.Hour)
		}
		if start {
			run = func() (*rds.EnsureClusterResult, error) {
				return rds.EnsureClusterStarted(ctx, client, "x", 2*time.Hour)
			}
		}
		r, err := run()
		got = ensured{initial: r.InitialStatus, changed: r.Changed(), err: err}
		if r.Item != nil {
			got.last = *r.Item.Status
		}
	}
	got.calls = server.CountSucceeded(operation[[2]bool{instance, start}])
	return got
}

// Clusters and instances reach the desired state from any state with at most one start or stop call,
// even if Describe responses lag and requests fail.
func TestEnsure(t *testing.T) {
	for _, instance := range []bool{false, true} {
		for _, start := range []bool{false, true} {
			wanted := map[bool]string{false: "stopped", true: "available"}[start]
			for _, initial := range []string{"available", "stopped", "starting", "stopping", "modifying", "backing-up"} {
				for name, options := range map[string][]nereidtest.Option{
					"good day": {}, "faults": nil, "lag": {nereidtest.WithLags(func(l *nereidtest.Lags) { l.SetAll(20 * time.Second) })},
				} {
					t.Run(fmt.Sprint(instance, start, initial, name), func(t *testing.T) {
						synctest.Test(t, func(t *testing.T) {
							server := nereidtest.NewServer(t, options...)
							set, end := server.SetClusterStatus, "available"
							if instance {
								server.AddInstance(nereidtest.Instance{ID: "x"})
								set = server.SetInstanceStatus
							} else {
								server.AddCluster(nereidtest.Cluster{ID: "x", Engine: "aurora-mysql", Instances: 1})
							}
							if initial == "stopping" {
								end = "stopped"
							}
							set("x", initial)
							if initial != "available" && initial != "stopped" {
								go func() {
									<-time.After(3*time.Minute + time.Second)
									set("x", end)
								}()
							}
							if options == nil {
								server.Inject(chaostest.Faults("", 0.2)...)
							}
							got := ensure(t.Context(), server, instance, start)
							if got.err != nil || got.initial != initial && options != nil || got.last != wanted || got.calls > 1 {
								t.Errorf("%+v", got)
							}
							if needed := initial != wanted && (end == "available") != start; name == "good day" && got.changed != (needed || initial == "stopped" && start) {
								t.Errorf("changed is %t", got.changed)
							}
						})
					})
				}
			}
		}
	}
}

// If a resource cannot be stopped or started, the wait fails immediately with the reason, or after
// some polls with the fault.
func TestEnsureRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		server.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-postgresql", Instances: 1})
		server.AddCluster(nereidtest.Cluster{ID: "lost", Engine: "aurora-postgresql", Status: "incompatible-network"})
		began := time.Now()
		_, err := rds.EnsureInstanceStopped(t.Context(), client, "orders-1", time.Hour)
		if !errors.Is(err, nereid.ErrInvalidParameter) || time.Since(began) != 0 {
			t.Errorf("an instance of a cluster: %v after %s", err, time.Since(began))
		}
		if _, err := rds.EnsureClusterStarted(t.Context(), client, "lost", time.Hour); !errors.Is(err, nereid.ErrWaitFailed) || time.Since(began) != 0 {
			t.Errorf("a lost cluster: %v after %s", err, time.Since(began))
		}
		var missing *types.DBInstanceNotFoundFault
		if r, err := rds.EnsureInstanceStarted(t.Context(), client, "none", time.Hour); !errors.As(err, &missing) || r.ID != "none" || r.Item != nil {
			t.Errorf("no instance: %v", err)
		}
		server.Inject(nereidtest.Fault{Action: "StopDBCluster", Code: "InvalidDBClusterStateFault", Times: -1})
		if r, err := rds.EnsureClusterStopped(t.Context(), client, "orders", time.Hour); !errors.Is(err, nereid.ErrInvalidState) || r.Changed() || len(r.Actions) != 3 || r.Waited > 5*time.Minute {
			t.Errorf("a cluster that is never stopped: %+v, %v", r, err)
		}
		for name, err := range map[string]error{
			"cluster stopped":  second(rds.EnsureClusterStopped(t.Context(), client, "", time.Hour)),
			"cluster started":  second(rds.EnsureClusterStarted(t.Context(), client, "", time.Hour)),
			"instance stopped": second(rds.EnsureInstanceStopped(t.Context(), client, "", time.Hour)),
			"instance started": second(rds.EnsureInstanceStarted(t.Context(), client, "", time.Hour)),
		} {
			if err == nil || errors.As(err, new(*nereid.WaitError)) {
				t.Errorf("%s without an identifier: %v", name, err)
			}
		}
	})
}

func second[T any](_ T, err error) error { return err }

// If an instance of the cluster is being created, the cluster is stopped when the instance is
// available.
func TestEnsureClusterStoppedWaitsForInstances(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		server.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-postgresql", Instances: 1})
		if _, err := client.CreateDBInstance(t.Context(), &rds.CreateDBInstanceInput{
			DBInstanceIdentifier: nereid.String("orders-2"), DBClusterIdentifier: nereid.String("orders"), DBInstanceClass: nereid.String("db.r6g.large"), Engine: nereid.String("aurora-postgresql"),
		}); err != nil {
			t.Fatal(err)
		}
		r, err := rds.EnsureClusterStopped(t.Context(), client, "orders", time.Hour, func(o *rds.EnsureClusterOptions) {
			o.MinDelay, o.MaxDelay = time.Minute, time.Minute
		})
		if err != nil {
			t.Fatal(err)
		}
		refused, last := r.Actions[:len(r.Actions)-1], r.Actions[len(r.Actions)-1]
		if len(refused) != 6 || last.Err != nil || last.Operation != "StopDBCluster" || last.RequestID == "" {
			t.Errorf("%d rejected calls, then %+v", len(refused), last)
		}
	})
}

// Many instances are stopped and started again, and a missing instance does not affect the others.
func TestEnsureAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		ids := []string{"none"}
		for n := range 30 {
			id := fmt.Sprintf("i-%d", n)
			ids = append(ids, id)
			server.AddInstance(nereidtest.Instance{ID: id})
			server.AddCluster(nereidtest.Cluster{ID: id, Engine: "aurora-mysql", Instances: 1})
		}
		var polled []string
		n := 0
		for r, err := range rds.EnsureAllInstancesStopped(t.Context(), client, ids, time.Hour, func(o *rds.EnsureInstanceOptions) {
			o.OnProgress = func(p rds.EnsureProgress[types.DBInstance]) {
				if p.Action != nil {
					polled = append(polled, p.Resource)
				}
			}
		}) {
			if n++; (err != nil) != (r.ID == "none") || err == nil && *r.Item.DBInstanceStatus != "stopped" {
				t.Errorf("%s: %v", r.ID, err)
			}
		}
		if slices.Sort(polled); n != 31 || len(slices.Compact(polled)) != 30 {
			t.Errorf("%d results, %d instances with a call", n, len(polled))
		}
		for r, err := range rds.EnsureAllInstancesStarted(t.Context(), client, ids[1:], time.Hour) {
			if n--; err != nil || *r.Item.DBInstanceStatus != "available" {
				t.Errorf("%s: %v", r.ID, err)
			}
		}
		for r, err := range rds.EnsureAllClustersStopped(t.Context(), client, ids[1:], time.Hour) {
			if n++; err != nil || *r.Item.Status != "stopped" {
				t.Errorf("%s: %v", r.ID, err)
			}
		}
		for r, err := range rds.EnsureAllClustersStarted(t.Context(), client, ids[1:], time.Hour) {
			if n--; err != nil || *r.Item.Status != "available" {
				t.Errorf("%s: %v", r.ID, err)
			}
		}
		if n != 1 {
			t.Errorf("%d results too many", n-1)
		}
	})
}

// An instance is stopped for the night, from any state.
func ExampleEnsureInstanceStopped() {
	server := fastDemo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	result, err := rds.EnsureInstanceStopped(context.Background(), client, "billing", time.Hour, func(o *rds.EnsureInstanceOptions) {
		o.MinDelay = quickly
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.InitialStatus, result.Changed(), *result.Item.DBInstanceStatus)
	// Output: available true stopped
}

// Clusters are started in the morning.
func ExampleEnsureAllClustersStarted() {
	server := fastDemo()
	defer server.Close()
	server.AddCluster(nereidtest.Cluster{ID: "dev", Engine: "aurora-mysql", Instances: 1, Status: "stopped"})
	client := rds.NewFromConfig(server.Config())

	ids := []string{"shop", "dev"}
	for result, err := range rds.EnsureAllClustersStarted(context.Background(), client, ids, time.Hour, func(o *rds.EnsureClusterOptions) {
		o.MinDelay = quickly
	}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(result.ID, result.Changed(), *result.Item.Status)
	}
	// Output:
	// shop false available
	// dev true available
}
