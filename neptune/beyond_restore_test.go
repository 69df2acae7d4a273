package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/chaostest"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// nightly returns a restore request with roles, settings and instances.
func nightly() *neptune.ClusterRestore {
	return &neptune.ClusterRestore{
		FromSnapshot: &neptune.RestoreDBClusterFromSnapshotInput{DBClusterIdentifier: ptr("copy"), Engine: ptr("neptune"), SnapshotIdentifier: ptr("nightly")},
		Roles:        []string{loadRole, "arn:aws:iam::123456789012:role/export"},
		Settings:     &neptune.ModifyDBClusterInput{BackupRetentionPeriod: ptr(int32(9)), PreferredMaintenanceWindow: ptr("mon:01:00-mon:02:00")},
		Instances: []neptune.CreateDBInstanceInput{
			{DBInstanceIdentifier: ptr("copy-1"), DBInstanceClass: ptr("db.r6g.large")},
			{DBInstanceIdentifier: ptr("copy-2"), DBInstanceClass: ptr("db.r6g.large"), PromotionTier: ptr(int32(5))},
		},
	}
}

// complete reports what is missing from the restored cluster.
func complete(t *testing.T, server *nereidtest.Server, c *types.DBCluster) {
	t.Helper()
	got := []string{*c.DBClusterIdentifier, *c.Status, *c.PreferredMaintenanceWindow, fmt.Sprint(*c.BackupRetentionPeriod)}
	for _, r := range c.AssociatedRoles {
		got = append(got, *r.RoleArn+" "+*r.Status)
	}
	var members []string
	for _, m := range c.DBClusterMembers {
		members = append(members, fmt.Sprint(*m.DBInstanceIdentifier, *m.IsClusterWriter))
	}
	slices.Sort(members)
	want := []string{"copy", "available", "mon:01:00-mon:02:00", "9", loadRole + " ACTIVE", "arn:aws:iam::123456789012:role/export ACTIVE", "copy-1true", "copy-2false"}
	if diff := cmp.Diff(want, append(got, members...)); diff != "" {
		t.Errorf("the cluster (-want +got):\n%s", diff)
	}
	if n := server.CountSucceeded("RestoreDBClusterFromSnapshot"); n > 1 {
		t.Errorf("it was restored %d times", n)
	}
}

// breaking forwards a number of requests, and then fails.
type breaking struct {
	nereid.HTTPClient
	left int
	stop context.CancelFunc
}

func (b *breaking) Do(req *http.Request) (*http.Response, error) {
	if b.left--; b.left == 0 {
		defer b.stop() // after the service acted
	}
	return b.HTTPClient.Do(req)
}

// A restore that is interrupted after any of its requests (in short mode, after every third) is
// completed by the same call.
func TestRestoreClusterGoesOn(t *testing.T) {
	for n := 1; n < 60; n += longtest.Calls(1, 3) {
		ended := false
		synctest.Test(t, func(t *testing.T) {
			server := nereidtest.NewServer(t)
			server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
			server.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Cluster: "graph"})
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			config := server.Config()
			config.HTTPClient = &breaking{config.HTTPClient, n, stop}
			c, err := neptune.RestoreCluster(ctx, neptune.NewFromConfig(config), nightly(), 3*time.Hour)
			if ended = err == nil; !ended {
				if !errors.Is(err, context.Canceled) {
					t.Fatalf("after %d requests: %v", n, err)
				}
				<-time.After(time.Duration(n) * time.Minute)
				if c, err = neptune.RestoreCluster(t.Context(), neptune.NewFromConfig(server.Config()), nightly(), 3*time.Hour); err != nil {
					t.Fatalf("again, after %d requests: %v", n, err)
				}
			}
			complete(t, server, c)
		})
		if ended {
			t.Logf("%d requests", n)
			return
		}
	}
	t.Error("it does not end")
}

func TestRestoreCluster(t *testing.T) {
	clone := &neptune.ClusterRestore{ToPointInTime: &neptune.RestoreDBClusterToPointInTimeInput{
		DBClusterIdentifier: ptr("copy"), SourceDBClusterIdentifier: ptr("graph"), RestoreType: ptr("copy-on-write"), UseLatestRestorableTime: ptr(true),
	}}
	for name, test := range map[string]struct {
		request *neptune.ClusterRestore
		before  func(*nereidtest.Server, *neptune.Client)
		options []nereidtest.Option
		fails   func(error) bool
		steps   []neptune.RestoreStep
	}{
		"all": {request: nightly(), steps: []neptune.RestoreStep{
			neptune.RestoreStepCluster, neptune.RestoreStepRoles, neptune.RestoreStepSettings, neptune.RestoreStepInstances,
		}},
		"clone":                {request: clone, steps: []neptune.RestoreStep{neptune.RestoreStepCluster}},
		"descriptions lag":     {request: nightly(), options: []nereidtest.Option{nereidtest.WithLags(func(l *nereidtest.Lags) { l.SetAll(25 * time.Second) })}},
		"on a bad day":         {request: nightly(), before: func(s *nereidtest.Server, _ *neptune.Client) { s.Inject(chaostest.Faults("", 0.2)...) }},
		"snapshot in progress": {request: nightly(), before: snapshotInProgress},
		"no snapshot": {
			request: nightly(), before: func(s *nereidtest.Server, _ *neptune.Client) {
				s.Remove("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:nightly")
			}, fails: func(err error) bool { return errors.Is(err, nereid.ErrNotFound) },
		},
		"another cluster": {
			request: nightly(), before: func(s *nereidtest.Server, _ *neptune.Client) { s.AddCluster(nereidtest.Cluster{ID: "copy"}) },
			fails: func(err error) bool { return errors.Is(err, neptune.ErrOtherCluster) },
		},
		"another restore": {
			request: nightly(), before: func(s *nereidtest.Server, _ *neptune.Client) {
				s.AddCluster(nereidtest.Cluster{ID: "copy", Tags: map[string]string{neptune.RestoreTag: "snapshot older"}})
			}, fails: func(err error) bool { return errors.Is(err, neptune.ErrOtherCluster) },
		},
		"instance of another": {
			request: nightly(), before: func(s *nereidtest.Server, _ *neptune.Client) {
				s.AddInstance(nereidtest.Instance{ID: "copy-2"})
			}, fails: func(err error) bool { return errors.Is(err, neptune.ErrOtherCluster) },
		},
		"nothing to restore": {request: &neptune.ClusterRestore{}, fails: func(err error) bool { return err != nil }},
		"new name": {request: &neptune.ClusterRestore{FromSnapshot: nightly().FromSnapshot, Settings: &neptune.ModifyDBClusterInput{NewDBClusterIdentifier: ptr("x")}},
			fails: func(err error) bool { return err != nil }},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t, append(test.options, nereidtest.WithTimings(func(of *nereidtest.Timings) { of.SnapshotCreate = 10 * time.Minute }))...)
				server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
				server.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Cluster: "graph"})
				client := neptune.NewFromConfig(server.Config())
				if test.before != nil {
					test.before(server, client)
				}
				var steps []neptune.RestoreStep
				c, err := neptune.RestoreCluster(t.Context(), client, test.request, 3*time.Hour, func(o *neptune.RestoreOptions) {
					o.OnStep = func(s neptune.RestoreStep) { steps = append(steps, s) }
				})
				switch {
				case test.fails != nil:
					if !test.fails(err) {
						t.Errorf("it ended with %v", err)
					}
					return
				case err != nil:
					t.Fatal(err)
				case test.steps != nil && !slices.Equal(steps, test.steps):
					t.Errorf("steps %q, want %q", steps, test.steps)
				case test.request != clone:
					complete(t, server, c)
				case c.CloneGroupId == nil:
					t.Error("the clone has no CloneGroupId")
				}
			})
		})
	}
}

func snapshotInProgress(s *nereidtest.Server, c *neptune.Client) {
	s.Remove("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:nightly")
	if _, err := c.CreateDBClusterSnapshot(context.Background(), &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: ptr("graph"), DBClusterSnapshotIdentifier: ptr("nightly"),
	}); err != nil {
		panic(err)
	}
}

// A cluster is restored with an instance and a role. The same call continues if the program was
// interrupted.
func ExampleRestoreCluster() {
	server := demo()
	defer server.Close()
	server.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Cluster: "graph"})
	client := neptune.NewFromConfig(server.Config())

	cluster, err := neptune.RestoreCluster(context.Background(), client, &neptune.ClusterRestore{
		FromSnapshot: &neptune.RestoreDBClusterFromSnapshotInput{
			DBClusterIdentifier: nereid.String("restored"),
			Engine:              nereid.String("neptune"),
			SnapshotIdentifier:  nereid.String("nightly"),
		},
		Roles: []string{"arn:aws:iam::123456789012:role/load"},
		Instances: []neptune.CreateDBInstanceInput{{
			DBInstanceIdentifier: nereid.String("restored-1"),
			DBInstanceClass:      nereid.String("db.r6g.large"),
		}},
	}, 2*time.Hour, func(o *neptune.RestoreOptions) {
		o.MinDelay = quickly
		o.OnStep = func(s neptune.RestoreStep) { fmt.Println(s) }
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*cluster.Status, *cluster.DBClusterMembers[0].DBInstanceIdentifier, *cluster.AssociatedRoles[0].Status)
	// Output:
	// restore the cluster
	// add roles
	// create instances
	// available restored-1 ACTIVE
}

// A clone and its source share storage until one of them changes the data.
func ExampleClient_RestoreDBClusterToPointInTime() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.RestoreDBClusterToPointInTime(context.Background(), &neptune.RestoreDBClusterToPointInTimeInput{
		DBClusterIdentifier:       nereid.String("trial"),
		SourceDBClusterIdentifier: nereid.String("graph"),
		RestoreType:               nereid.String("copy-on-write"),
		UseLatestRestorableTime:   nereid.Bool(true),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.Status, len(out.DBCluster.DBClusterMembers), out.DBCluster.CloneGroupId != nil)
	// Output: creating 0 true
}
