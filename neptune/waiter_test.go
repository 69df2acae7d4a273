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
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// These clients have one method, because a waiter needs no more.
type (
	describeClusters  func(*neptune.DescribeDBClustersInput) (*neptune.DescribeDBClustersOutput, error)
	describeInstances func() (*neptune.DescribeDBInstancesOutput, error)
	describeSnapshots func() (*neptune.DescribeDBClusterSnapshotsOutput, error)
	describeGlobals   func() (*neptune.DescribeGlobalClustersOutput, error)
)

func (f describeClusters) DescribeDBClusters(_ context.Context, in *neptune.DescribeDBClustersInput, _ ...func(*neptune.Options)) (*neptune.DescribeDBClustersOutput, error) {
	return f(in)
}

func (f describeInstances) DescribeDBInstances(context.Context, *neptune.DescribeDBInstancesInput, ...func(*neptune.Options)) (*neptune.DescribeDBInstancesOutput, error) {
	return f()
}

func (f describeSnapshots) DescribeDBClusterSnapshots(context.Context, *neptune.DescribeDBClusterSnapshotsInput, ...func(*neptune.Options)) (*neptune.DescribeDBClusterSnapshotsOutput, error) {
	return f()
}

func (f describeGlobals) DescribeGlobalClusters(context.Context, *neptune.DescribeGlobalClustersInput, ...func(*neptune.Options)) (*neptune.DescribeGlobalClustersOutput, error) {
	return f()
}

// statuses are the known statuses of clusters, instances, snapshots and global databases, and an
// unknown one.
var statuses = []string{
	"available", "backing-up", "backtracking", "cancelling", "cloning-failed", "configuring-enhanced-monitoring",
	"configuring-iam-database-auth", "configuring-log-exports", "copying", "creating", "deleted", "deleting", "failed",
	"failing-over", "inaccessible-encryption-credentials", "inaccessible-encryption-credentials-recoverable",
	"incompatible-create", "incompatible-credentials", "incompatible-option-group", "insufficient-capacity", "restore-error", "storage-full",
	"incompatible-network", "incompatible-parameters", "incompatible-restore", "maintenance", "migrating", "migration-failed",
	"modifying", "pending", "polishing", "preparing-data-migration", "promoting", "rebooting", "renaming",
	"resetting-master-credentials", "scaling-compute", "scaling-storage", "starting", "stopped", "stopping",
	"storage-optimization", "switching-over", "update-iam-db-auth", "upgrading",
}

// Each waiter ends in the statuses that its documentation lists, and in no other.
func TestWaiterStates(t *testing.T) {
	unusable := []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"inaccessible-encryption-credentials", "inaccessible-encryption-credentials-recoverable",
	}
	unusableCluster := append(slices.Clone(unusable), "migration-failed", "cloning-failed")
	unusable = append(unusable, "incompatible-create", "incompatible-credentials", "incompatible-option-group", "restore-error", "insufficient-capacity")
	made := []string{"creating", "rebooting", "resetting-master-credentials"}

	type wait = func(ctx context.Context, status string) error
	ofCluster := func(waiter func(neptune.DescribeDBClustersAPIClient, ...func(*neptune.DBClusterAvailableWaiterOptions)) *neptune.DBClusterAvailableWaiter) wait {
		return func(ctx context.Context, status string) error {
			return waiter(describeClusters(func(*neptune.DescribeDBClustersInput) (*neptune.DescribeDBClustersOutput, error) {
				return &neptune.DescribeDBClustersOutput{DBClusters: []types.DBCluster{{Status: &status}}}, nil
			})).Wait(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("x")}, time.Minute)
		}
	}
	ofInstance := func(waiter func(neptune.DescribeDBInstancesAPIClient, ...func(*neptune.DBInstanceAvailableWaiterOptions)) *neptune.DBInstanceAvailableWaiter) wait {
		return func(ctx context.Context, status string) error {
			return waiter(describeInstances(func() (*neptune.DescribeDBInstancesOutput, error) {
				return &neptune.DescribeDBInstancesOutput{DBInstances: []types.DBInstance{{DBInstanceStatus: &status}}}, nil
			})).Wait(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: ptr("x")}, time.Minute)
		}
	}
	ofSnapshot := func(waiter func(neptune.DescribeDBClusterSnapshotsAPIClient, ...func(*neptune.DBClusterSnapshotAvailableWaiterOptions)) *neptune.DBClusterSnapshotAvailableWaiter) wait {
		return func(ctx context.Context, status string) error {
			return waiter(describeSnapshots(func() (*neptune.DescribeDBClusterSnapshotsOutput, error) {
				return &neptune.DescribeDBClusterSnapshotsOutput{DBClusterSnapshots: []types.DBClusterSnapshot{{Status: &status}}}, nil
			})).Wait(ctx, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: ptr("x")}, time.Minute)
		}
	}
	ofGlobal := func(waiter func(neptune.DescribeGlobalClustersAPIClient, ...func(*neptune.GlobalClusterAvailableWaiterOptions)) *neptune.GlobalClusterAvailableWaiter) wait {
		return func(ctx context.Context, status string) error {
			return waiter(describeGlobals(func() (*neptune.DescribeGlobalClustersOutput, error) {
				return &neptune.DescribeGlobalClustersOutput{GlobalClusters: []types.GlobalCluster{{Status: &status}}}, nil
			})).Wait(ctx, &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: ptr("x")}, time.Minute)
		}
	}
	documented := clienttest.WaiterFailures(t, append(slices.Clone(statuses), "inactive", "no-permission", "topic-not-exist"))
	for _, test := range []struct {
		name             string
		wait             wait
		success, failure []string
	}{
		{"DBClusterAvailable", ofCluster(neptune.NewDBClusterAvailableWaiter), []string{"available"}, unusableCluster},
		{"DBClusterStopped", ofCluster(neptune.NewDBClusterStoppedWaiter), []string{"stopped"}, unusableCluster},
		{"DBClusterDeleted", ofCluster(neptune.NewDBClusterDeletedWaiter), []string{"deleted"}, made},
		{"DBInstanceAvailable", ofInstance(neptune.NewDBInstanceAvailableWaiter), []string{"available"}, unusable},
		{"DBInstanceDeleted", ofInstance(neptune.NewDBInstanceDeletedWaiter), []string{"deleted"}, made},
		{"DBClusterSnapshotAvailable", ofSnapshot(neptune.NewDBClusterSnapshotAvailableWaiter), []string{"available"},
			[]string{"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters"}},
		{"DBClusterSnapshotDeleted", ofSnapshot(neptune.NewDBClusterSnapshotDeletedWaiter), []string{"deleted"}, made},
		{"GlobalClusterAvailable", ofGlobal(neptune.NewGlobalClusterAvailableWaiter), []string{"available"}, []string{"deleting", "deleted"}},
		{"GlobalClusterDeleted", ofGlobal(neptune.NewGlobalClusterDeletedWaiter), []string{"deleted"}, []string{"creating"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := documented[test.name]; !slices.Equal(got, slices.Sorted(slices.Values(test.failure))) {
				t.Errorf("doc.go lists the failures %q, want %q", got, test.failure)
			}
			for _, status := range statuses {
				synctest.Test(t, func(t *testing.T) {
					var want error = nereid.ErrWaitTimeout
					switch {
					case slices.Contains(test.success, status):
						want = nil
					case slices.Contains(test.failure, status):
						want = nereid.ErrWaitFailed
					}
					err := test.wait(t.Context(), status)
					if !errors.Is(err, want) {
						t.Errorf("%s: %v, want %v", status, err, want)
					}
					var failed *nereid.WaitError
					if err != nil && (!errors.As(err, &failed) || failed.LastStatus != status) {
						t.Errorf("%s: %v does not tell the status", status, err)
					}
				})
			}
		})
	}
}

// If a resource is not found, a wait for its deletion succeeds immediately, and any other wait
// fails after the third poll. The service returns a fault or an empty list.
func TestWaiterFindsNothing(t *testing.T) {
	for _, fault := range []bool{true, false} {
		clusters := func() (*neptune.DescribeDBClustersOutput, error) {
			if fault {
				return nil, &types.DBClusterNotFoundFault{Message: ptr("DBCluster x not found.")}
			}
			return &neptune.DescribeDBClustersOutput{}, nil
		}
		polls := 0
		client := describeClusters(func(*neptune.DescribeDBClustersInput) (*neptune.DescribeDBClustersOutput, error) {
			polls++
			return clusters()
		})
		synctest.Test(t, func(t *testing.T) {
			in := &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("x")}
			if err := neptune.NewDBClusterDeletedWaiter(client).Wait(t.Context(), in, time.Hour); err != nil || polls != 1 {
				t.Errorf("deleted: %v after %d polls", err, polls)
			}
			polls = 0
			err := neptune.NewDBClusterAvailableWaiter(client).Wait(t.Context(), in, time.Hour)
			if !errors.Is(err, nereid.ErrWaitFailed) || !errors.Is(err, nereid.ErrNotFound) || polls != 3 {
				t.Errorf("available: %v after %d polls", err, polls)
			}
		})
	}
}

// With RequirePendingEmpty, the wait continues while a modification is pending.
func TestWaiterRequirePendingEmpty(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
		client := neptune.NewFromConfig(server.Config())
		if _, err := client.ModifyDBCluster(t.Context(), &neptune.ModifyDBClusterInput{
			DBClusterIdentifier: ptr("graph"), NewDBClusterIdentifier: ptr("graph-2"),
		}); err != nil {
			t.Fatal(err)
		}
		in := &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")}
		waiter := neptune.NewDBClusterAvailableWaiter(client, func(o *neptune.DBClusterAvailableWaiterOptions) { o.RequirePendingEmpty = true })
		err := waiter.Wait(t.Context(), in, 10*time.Minute)
		if !errors.Is(err, nereid.ErrWaitTimeout) {
			t.Errorf("%v, want a timeout: the new name waits for the maintenance window", err)
		}
		if err := neptune.NewDBClusterAvailableWaiter(client).Wait(t.Context(), in, time.Minute); err != nil {
			t.Errorf("without the option: %v", err)
		}
	})
}

func TestWaiterRequirePendingEmptyOfInstance(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		polls := 0
		client := describeInstances(func() (*neptune.DescribeDBInstancesOutput, error) {
			polls++
			instance := types.DBInstance{DBInstanceStatus: ptr("available"), PendingModifiedValues: new(types.PendingModifiedValues)}
			if polls < 3 {
				instance.PendingModifiedValues.DBInstanceClass = ptr("db.r6g.xlarge")
			}
			return &neptune.DescribeDBInstancesOutput{DBInstances: []types.DBInstance{instance}}, nil
		})
		in := &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: ptr("graph-1")}
		if err := neptune.NewDBInstanceAvailableWaiter(client).Wait(t.Context(), in, time.Hour); err != nil || polls != 1 {
			t.Errorf("without the option: %v after %d polls", err, polls)
		}
		polls = 0
		err := neptune.NewDBInstanceAvailableWaiter(client).Wait(t.Context(), in, time.Hour, func(o *neptune.DBInstanceAvailableWaiterOptions) {
			o.RequirePendingEmpty = true
		})
		if err != nil || polls != 3 {
			t.Errorf("%v after %d polls, want 3", err, polls)
		}
	})
}

// Waiters follow a cluster with an instance and a snapshot from creation to deletion.
func TestWaitersThroughALife(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := neptune.NewFromConfig(nereidtest.NewServer(t).Config())
		ctx := t.Context()
		cluster := &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")}
		instance := &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: ptr("graph-1")}
		snapshot := &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: ptr("graph-monday")}
		var seen []string
		watch := func(o *neptune.DBClusterAvailableWaiterOptions) {
			o.OnPoll = func(p neptune.Poll[types.DBCluster]) {
				if len(seen) == 0 || seen[len(seen)-1] != p.Status {
					seen = append(seen, p.Status)
				}
			}
		}
		for _, step := range []struct {
			name string
			act  func() error
			wait func() error
		}{
			{"create cluster", func() error {
				_, err := client.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: ptr("graph"), Engine: ptr("neptune")})
				return err
			}, func() error { return neptune.NewDBClusterAvailableWaiter(client, watch).Wait(ctx, cluster, time.Hour) }},
			{"create instance", func() error {
				_, err := client.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
					DBClusterIdentifier: ptr("graph"), DBInstanceIdentifier: ptr("graph-1"), DBInstanceClass: ptr("db.r6g.large"), Engine: ptr("neptune"),
				})
				return err
			}, func() error { return neptune.NewDBInstanceAvailableWaiter(client).Wait(ctx, instance, time.Hour) }},
			{"create snapshot", func() error {
				_, err := client.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
					DBClusterIdentifier: ptr("graph"), DBClusterSnapshotIdentifier: ptr("graph-monday"),
				})
				return err
			}, func() error {
				percent := 0
				err := neptune.NewDBClusterSnapshotAvailableWaiter(client).Wait(ctx, snapshot, time.Hour, func(o *neptune.DBClusterSnapshotAvailableWaiterOptions) {
					o.OnPoll = func(p neptune.Poll[types.DBClusterSnapshot]) {
						if p.Percent < percent {
							t.Errorf("progress went back from %d to %d", percent, p.Percent)
						}
						percent = p.Percent
					}
				})
				if percent != 100 {
					t.Errorf("the progress at the end is %d", percent)
				}
				return err
			}},
			{"stop", func() error {
				_, err := client.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: ptr("graph")})
				return err
			}, func() error { return neptune.NewDBClusterStoppedWaiter(client, watch).Wait(ctx, cluster, time.Hour) }},
			{"start", func() error {
				_, err := client.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: ptr("graph")})
				return err
			}, func() error { return neptune.NewDBClusterAvailableWaiter(client, watch).Wait(ctx, cluster, time.Hour) }},
			{"delete instance", func() error {
				_, err := client.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: ptr("graph-1")})
				return err
			}, func() error { return neptune.NewDBInstanceDeletedWaiter(client).Wait(ctx, instance, time.Hour) }},
			{"delete cluster", func() error {
				_, err := client.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: ptr("graph"), SkipFinalSnapshot: ptr(true)})
				return err
			}, func() error { return neptune.NewDBClusterDeletedWaiter(client, watch).Wait(ctx, cluster, time.Hour) }},
			{"delete snapshot", func() error {
				_, err := client.DeleteDBClusterSnapshot(ctx, &neptune.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: ptr("graph-monday")})
				return err
			}, func() error { return neptune.NewDBClusterSnapshotDeletedWaiter(client).Wait(ctx, snapshot, time.Hour) }},
		} {
			if err := step.act(); err != nil {
				t.Fatalf("%s: %v", step.name, err)
			}
			if err := step.wait(); err != nil {
				t.Fatalf("wait after %s: %v", step.name, err)
			}
		}
		want := []string{"creating", "available", "stopping", "stopped", "starting", "available", "deleting", ""}
		if diff := cmp.Diff(want, seen); diff != "" {
			t.Errorf("the states seen differ (-want +got):\n%s", diff)
		}
	})
}

// A wait continues during an unknown status and, with ConsecutiveHits, if the wanted status appears
// only temporarily.
func TestWaiterFlapping(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddCluster(nereidtest.Cluster{ID: "graph", Status: "polishing"})
		next := []string{"available", "modifying", "waxing", "available", "available"}
		var seen []string
		err := neptune.NewDBClusterAvailableWaiter(neptune.NewFromConfig(server.Config())).Wait(t.Context(),
			&neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")}, time.Hour,
			func(o *neptune.DBClusterAvailableWaiterOptions) {
				o.ConsecutiveHits = 2
				o.OnPoll = func(p neptune.Poll[types.DBCluster]) {
					seen = append(seen, p.Status)
					if len(next) > 0 {
						server.SetClusterStatus("graph", next[0])
						next = next[1:]
					}
				}
			})
		if err != nil {
			t.Error(err)
		}
		want := []string{"polishing", "available", "modifying", "waxing", "available", "available"}
		if diff := cmp.Diff(want, seen); diff != "" {
			t.Errorf("the states seen differ (-want +got):\n%s", diff)
		}
	})
}

func TestWaiterOutlastsThrottling(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddCluster(nereidtest.Cluster{ID: "graph", Status: "creating"})
		throttled := nereidtest.Throttled("DescribeDBClusters")
		throttled.Times = 4
		server.Inject(throttled, nereidtest.Unavailable("DescribeDBClusters"))
		failed := 0
		err := neptune.NewDBClusterAvailableWaiter(neptune.NewFromConfig(server.Config())).Wait(t.Context(),
			&neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")}, time.Hour,
			func(o *neptune.DBClusterAvailableWaiterOptions) {
				o.OnPoll = func(p neptune.Poll[types.DBCluster]) {
					if p.Err != nil {
						failed++
					} else {
						server.SetClusterStatus("graph", "available")
					}
				}
			})
		if err != nil || failed != 5 {
			t.Errorf("%v after %d polls that failed, want 5", err, failed)
		}
		if n := server.Count("DescribeDBClusters"); n != 7 {
			t.Errorf("%d requests, want one for each of 7 polls", n)
		}
	})
}

func TestWaiterEndsWithDeniedAccess(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddCluster(nereidtest.Cluster{ID: "graph"})
		server.Inject(nereidtest.Fault{Code: "AccessDenied", Message: "no"})
		err := neptune.NewDBClusterAvailableWaiter(neptune.NewFromConfig(server.Config())).Wait(t.Context(),
			&neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph")}, time.Hour)
		if !errors.Is(err, nereid.ErrWaitPoll) || !errors.Is(err, nereid.ErrAccessDenied) {
			t.Error(err)
		}
	})
}

// A failed resource does not end the wait for the others. One request describes all of them.
func TestWaitAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		for _, id := range []string{"a", "b", "c"} {
			server.AddCluster(nereidtest.Cluster{ID: id})
		}
		server.SetClusterStatus("c", "failed")
		client := neptune.NewFromConfig(server.Config())
		for _, id := range []string{"a", "b"} {
			if _, err := client.StopDBCluster(t.Context(), &neptune.StopDBClusterInput{DBClusterIdentifier: &id}); err != nil {
				t.Fatal(err)
			}
		}
		got := make(map[string]string)
		for id, err := range neptune.NewDBClusterStoppedWaiter(client).WaitAll(t.Context(), []string{"a", "B", "c", "d"}, time.Hour) {
			switch {
			case err == nil:
				got[id] = "stopped"
			case errors.Is(err, nereid.ErrNotFound):
				got[id] = "missing"
			case errors.Is(err, nereid.ErrWaitFailed) && strings.Contains(err.Error(), "cluster "+id):
				got[id] = "failed"
			}
		}
		if diff := cmp.Diff(map[string]string{"a": "stopped", "B": "stopped", "c": "failed", "d": "missing"}, got); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
		if r := server.Requests()[2]; r.Parameter("Filters.Filter.1.Values.Value.4") != "d" {
			t.Errorf("asked for %v", r.Form)
		}
	})
}
