package rds_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// A cluster is restored from a snapshot of its own engine, and an Aurora cluster also from an instance
// snapshot.
func TestRestoreCluster(t *testing.T) {
	server := nereidtest.NewServer(t, nereidtest.WithClock(*at("2026-03-01T12:00:00Z")))
	server.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-postgresql", Created: *at("2026-02-01T12:00:00Z")})
	server.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Cluster: "orders"})
	server.AddInstance(nereidtest.Instance{ID: "shop"})
	ofInstance := server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "shop-last", Instance: "shop"})
	client := rds.NewFromConfig(server.Config())
	for id, snapshot := range map[string]string{"from-cluster": "nightly", "from-instance": ofInstance} {
		out, err := client.RestoreDBClusterFromSnapshot(t.Context(), &rds.RestoreDBClusterFromSnapshotInput{
			DBClusterIdentifier: &id, Engine: nereid.String("aurora-postgresql"), SnapshotIdentifier: &snapshot, BackupRetentionPeriod: nereid.Int32(9),
		})
		if err != nil || *out.DBCluster.Status != "creating" || len(out.DBCluster.DBClusterMembers) > 0 {
			t.Fatalf("%s: %v, %v", id, out, err)
		}
	}
	_, err := client.RestoreDBClusterToPointInTime(t.Context(), &rds.RestoreDBClusterToPointInTimeInput{
		DBClusterIdentifier: nereid.String("from-time"), SourceDBClusterIdentifier: nereid.String("orders"), RestoreToTime: at("2026-03-01T11:00:00Z"),
	})
	if err != nil {
		t.Fatal(err)
	}
	server.Advance(time.Hour)
	for _, id := range []string{"from-cluster", "from-instance", "from-time"} {
		out, err := client.DescribeDBClusters(t.Context(), &rds.DescribeDBClustersInput{DBClusterIdentifier: &id})
		if err != nil {
			t.Fatal(err)
		}
		if c := out.DBClusters[0]; *c.Status != "available" || *c.Engine != "aurora-postgresql" || id != "from-time" && *c.BackupRetentionPeriod != 9 {
			t.Errorf("%s is %s, %s, kept for %d days", id, *c.Status, *c.Engine, *c.BackupRetentionPeriod)
		}
	}
}

// A rejected restore returns the fault, and does not create a cluster.
func TestRestoreClusterRefused(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-postgresql"})
	server.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Cluster: "orders"})
	server.AddSnapshot(nereidtest.Snapshot{ID: "unready", Cluster: "orders", Status: "creating"})
	oracle := server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "oracle", Engine: "oracle-ee"})
	client := rds.NewFromConfig(server.Config())
	restore := func(change func(*rds.RestoreDBClusterFromSnapshotInput)) error {
		in := &rds.RestoreDBClusterFromSnapshotInput{
			DBClusterIdentifier: nereid.String("copy"), Engine: nereid.String("aurora-postgresql"), SnapshotIdentifier: nereid.String("nightly"),
		}
		change(in)
		_, err := client.RestoreDBClusterFromSnapshot(t.Context(), in)
		return err
	}
	for _, test := range []struct {
		name   string
		change func(*rds.RestoreDBClusterFromSnapshotInput)
		fault  any
	}{
		{"no such snapshot", func(in *rds.RestoreDBClusterFromSnapshotInput) { in.SnapshotIdentifier = nereid.String("none") }, new(*types.DBClusterSnapshotNotFoundFault)},
		{"unfinished snapshot", func(in *rds.RestoreDBClusterFromSnapshotInput) { in.SnapshotIdentifier = nereid.String("unready") }, new(*types.InvalidDBClusterSnapshotStateFault)},
		{"snapshot of Oracle", func(in *rds.RestoreDBClusterFromSnapshotInput) { in.SnapshotIdentifier = &oracle }, new(*types.InvalidRestoreFault)},
		{"name of another", func(in *rds.RestoreDBClusterFromSnapshotInput) { in.DBClusterIdentifier = nereid.String("Orders") }, new(*types.DBClusterAlreadyExistsFault)},
		{"no such group", func(in *rds.RestoreDBClusterFromSnapshotInput) {
			in.DBClusterParameterGroupName = nereid.String("none")
		}, new(*types.DBClusterParameterGroupNotFoundFault)},
	} {
		if err := restore(test.change); !errors.As(err, test.fault) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	_, err := client.RestoreDBClusterToPointInTime(t.Context(), &rds.RestoreDBClusterToPointInTimeInput{
		DBClusterIdentifier: nereid.String("copy"), SourceDbClusterResourceId: nereid.String("cluster-NONE"), UseLatestRestorableTime: nereid.Bool(true),
	})
	if !errors.Is(err, nereid.ErrNotFound) {
		t.Errorf("no such source: %v", err)
	}
	_, err = client.RestoreDBClusterToPointInTime(t.Context(), &rds.RestoreDBClusterToPointInTimeInput{
		DBClusterIdentifier: nereid.String("copy"), SourceDBClusterIdentifier: nereid.String("orders"), UseLatestRestorableTime: nereid.Bool(true),
		EnablePerformanceInsights: nereid.Bool(true),
	})
	if fault := smithy.APIError(nil); !errors.As(err, &fault) || fault.ErrorCode() != "InvalidParameterCombination" {
		t.Errorf("Performance Insights: %v", err)
	}
	if out, err := client.DescribeDBClusters(t.Context(), nil); err != nil || len(out.DBClusters) != 1 {
		t.Errorf("%v, %v", out, err)
	}
}

// A cluster is restored, and gets its first instance once it is available.
func ExampleClient_RestoreDBClusterFromSnapshot() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.RestoreDBClusterFromSnapshot(context.Background(), &rds.RestoreDBClusterFromSnapshotInput{
		DBClusterIdentifier: nereid.String("trial"),
		Engine:              nereid.String("aurora-postgresql"),
		SnapshotIdentifier:  nereid.String("nightly"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.DBClusterIdentifier, *out.DBCluster.Status, len(out.DBCluster.DBClusterMembers))
	// Output: trial creating 0
}

// A clone and its source share storage until one of them changes the data.
func ExampleClient_RestoreDBClusterToPointInTime() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.RestoreDBClusterToPointInTime(context.Background(), &rds.RestoreDBClusterToPointInTimeInput{
		DBClusterIdentifier:       nereid.String("trial"),
		SourceDBClusterIdentifier: nereid.String("shop"),
		RestoreType:               nereid.String("copy-on-write"),
		UseLatestRestorableTime:   nereid.Bool(true),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.Status, out.DBCluster.CloneGroupId != nil)
	// Output: creating true
}
