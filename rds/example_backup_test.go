package rds_test

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// hour returns an option that makes a waiter poll without pauses, and advances the fake's clock by
// an hour at each poll.
func hour[In, Out, Item any](server *nereidtest.Server) func(*rds.WaiterOptions[In, Out, Item]) {
	return func(o *rds.WaiterOptions[In, Out, Item]) {
		o.MinDelay, o.MaxDelay = time.Millisecond, time.Millisecond
		o.OnPoll = func(rds.Poll[Item]) { server.Advance(time.Hour) }
	}
}

// A table was dropped a quarter of an hour ago. A backtrack returns the cluster to its earlier
// data.
func ExampleClient_BacktrackDBCluster() {
	server, err := nereidtest.Start(nereidtest.WithClock(time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	server.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-mysql", BacktrackWindow: 24 * 60 * 60, Created: server.Now().AddDate(0, -1, 0)})
	client, ctx := rds.NewFromConfig(server.Config()), context.Background()

	out, err := client.BacktrackDBCluster(ctx, &rds.BacktrackDBClusterInput{
		DBClusterIdentifier: nereid.String("shop"),
		BacktrackTo:         nereid.Time(server.Now().Add(-15 * time.Minute)),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.Status)
	waiter := rds.NewDBClusterBacktrackCompletedWaiter(client, hour[rds.DescribeDBClusterBacktracksInput, rds.DescribeDBClusterBacktracksOutput, types.DBClusterBacktrack](server))
	list, err := waiter.WaitForOutput(ctx, &rds.DescribeDBClusterBacktracksInput{
		DBClusterIdentifier: out.DBClusterIdentifier,
		BacktrackIdentifier: out.BacktrackIdentifier,
	}, time.Hour)
	if err != nil {
		fmt.Println(err)
		return
	}
	b := list.DBClusterBacktracks[0]
	fmt.Println(*b.Status, b.BacktrackedFrom.Format("from 15:04"), b.BacktrackTo.Format("to 15:04"))
	// Output:
	// PENDING
	// COMPLETED from 12:01 to 11:45
}

// A cluster was deleted by mistake, but its automated backups are retained. A new cluster is
// restored from them, and then the backups are deleted.
func ExampleClient_DescribeDBClusterAutomatedBackups() {
	server, err := nereidtest.Start(nereidtest.WithClock(time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	server.AddRetainedBackup(nereidtest.RetainedBackup{Source: "shop", OfCluster: true, Engine: "aurora-postgresql"})
	client, ctx := rds.NewFromConfig(server.Config()), context.Background()

	list, err := client.DescribeDBClusterAutomatedBackups(ctx, &rds.DescribeDBClusterAutomatedBackupsInput{
		Filters: []types.Filter{
			{Name: nereid.String("status"), Values: []string{"retained"}},
			{Name: nereid.String("db-cluster-id"), Values: []string{"shop"}},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	backup := list.DBClusterAutomatedBackups[0]
	fmt.Println(backup.RestoreWindow.LatestTime.Format(time.DateTime))
	restored, err := client.RestoreDBClusterToPointInTime(ctx, &rds.RestoreDBClusterToPointInTimeInput{
		DBClusterIdentifier:       nereid.String("shop"),
		SourceDbClusterResourceId: backup.DbClusterResourceId,
		UseLatestRestorableTime:   nereid.Bool(true),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*restored.DBCluster.Status, *restored.DBCluster.DbClusterResourceId != *backup.DbClusterResourceId)
	deleted, err := client.DeleteDBClusterAutomatedBackup(ctx, &rds.DeleteDBClusterAutomatedBackupInput{DbClusterResourceId: backup.DbClusterResourceId})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*deleted.DBClusterAutomatedBackup.Status)
	// Output:
	// 2026-05-01 12:00:00
	// creating true
	// deleted
}

// The backups of an instance are replicated to another region, where the instance can be restored.
func ExampleClient_StartDBInstanceAutomatedBackupsReplication() {
	server, err := nereidtest.Start(nereidtest.WithClock(time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	source := server.AddInstance(nereidtest.Instance{ID: "orders", Region: "us-east-1"})
	client, ctx := rds.NewFromConfig(server.ConfigFor("eu-west-1")), context.Background() // the region of the replicated backups

	out, err := client.StartDBInstanceAutomatedBackupsReplication(ctx, &rds.StartDBInstanceAutomatedBackupsReplicationInput{
		SourceDBInstanceArn:   &source,
		BackupRetentionPeriod: nereid.Int32(14),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	backup := out.DBInstanceAutomatedBackup
	fmt.Println(*backup.Status, "from", *backup.Region)
	waiter := rds.NewDBInstanceAutomatedBackupReplicatingWaiter(client, hour[rds.DescribeDBInstanceAutomatedBackupsInput, rds.DescribeDBInstanceAutomatedBackupsOutput, types.DBInstanceAutomatedBackup](server))
	if err := waiter.Wait(ctx, &rds.DescribeDBInstanceAutomatedBackupsInput{DBInstanceAutomatedBackupsArn: backup.DBInstanceAutomatedBackupsArn}, 6*time.Hour); err != nil {
		fmt.Println(err)
		return
	}
	restored, err := client.RestoreDBInstanceToPointInTime(ctx, &rds.RestoreDBInstanceToPointInTimeInput{
		TargetDBInstanceIdentifier:          nereid.String("orders-copy"),
		SourceDBInstanceAutomatedBackupsArn: backup.DBInstanceAutomatedBackupsArn,
		UseLatestRestorableTime:             nereid.Bool(true),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*restored.DBInstance.DBInstanceArn)
	stopped, err := client.StopDBInstanceAutomatedBackupsReplication(ctx, &rds.StopDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &source})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*stopped.DBInstanceAutomatedBackup.Status)
	// Output:
	// pending from us-east-1
	// arn:aws:rds:eu-west-1:123456789012:db:orders-copy
	// replicating
}

// Retained backups of deleted instances cost money. This example deletes the retained backups of
// test instances.
func ExampleClient_DeleteDBInstanceAutomatedBackup() {
	server, err := nereidtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	server.AddInstance(nereidtest.Instance{ID: "orders"})
	server.AddRetainedBackup(nereidtest.RetainedBackup{Source: "orders-test"})
	server.AddRetainedBackup(nereidtest.RetainedBackup{Source: "shop"})
	client, ctx := rds.NewFromConfig(server.Config()), context.Background()

	for backup, err := range rds.NewDescribeDBInstanceAutomatedBackupsPaginator(client, nil).All(ctx) {
		if err != nil {
			fmt.Println(err)
			return
		}
		if *backup.Status != "retained" || !strings.HasSuffix(*backup.DBInstanceIdentifier, "-test") {
			continue
		}
		out, err := client.DeleteDBInstanceAutomatedBackup(ctx, &rds.DeleteDBInstanceAutomatedBackupInput{DbiResourceId: backup.DbiResourceId})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*out.DBInstanceAutomatedBackup.DBInstanceIdentifier, *out.DBInstanceAutomatedBackup.Status)
	}
	// Output: orders-test deleting
}

// Which backtracks of a cluster are not finished?
func ExampleClient_DescribeDBClusterBacktracks() {
	server, err := nereidtest.Start(nereidtest.WithClock(time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	server.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-mysql", BacktrackWindow: 24 * 60 * 60, Created: server.Now().AddDate(0, -1, 0)})
	client, ctx := rds.NewFromConfig(server.Config()), context.Background()
	if _, err := client.BacktrackDBCluster(ctx, &rds.BacktrackDBClusterInput{
		DBClusterIdentifier: nereid.String("shop"),
		BacktrackTo:         nereid.Time(server.Now().Add(-time.Hour)),
	}); err != nil {
		fmt.Println(err)
		return
	}

	out, err := client.DescribeDBClusterBacktracks(ctx, &rds.DescribeDBClusterBacktracksInput{
		DBClusterIdentifier: nereid.String("shop"),
		Filters:             []types.Filter{{Name: nereid.String("db-cluster-backtrack-status"), Values: []string{"pending", "applying"}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range out.DBClusterBacktracks {
		fmt.Println(*b.Status, b.BacktrackTo.Format("to 15:04"))
	}
	// Output: PENDING to 11:00
}

// The automated backups of clusters that do not exist any more are deleted.
func ExampleClient_DeleteDBClusterAutomatedBackup() {
	server, err := nereidtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	server.AddRetainedBackup(nereidtest.RetainedBackup{Source: "shop", OfCluster: true, Engine: "aurora-postgresql"})
	client, ctx := rds.NewFromConfig(server.Config()), context.Background()

	for backup, err := range rds.NewDescribeDBClusterAutomatedBackupsPaginator(client, nil).All(ctx) {
		if err != nil {
			fmt.Println(err)
			return
		}
		if *backup.Status != "retained" {
			continue // the cluster exists, and AWS rejects the deletion of its backups
		}
		out, err := client.DeleteDBClusterAutomatedBackup(ctx, &rds.DeleteDBClusterAutomatedBackupInput{DbClusterResourceId: backup.DbClusterResourceId})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*out.DBClusterAutomatedBackup.DBClusterIdentifier, *out.DBClusterAutomatedBackup.Status)
	}
	// Output: shop deleted
}

// The replication of an instance's backups ends. The backups that the other region has are retained.
func ExampleClient_StopDBInstanceAutomatedBackupsReplication() {
	server, err := nereidtest.Start(nereidtest.WithClock(time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	source := server.AddInstance(nereidtest.Instance{ID: "orders", Region: "us-east-1"})
	client, ctx := rds.NewFromConfig(server.ConfigFor("eu-west-1")), context.Background() // where the backups are
	if _, err := client.StartDBInstanceAutomatedBackupsReplication(ctx, &rds.StartDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &source}); err != nil {
		fmt.Println(err)
		return
	}
	server.Advance(24 * time.Hour)

	if _, err := client.StopDBInstanceAutomatedBackupsReplication(ctx, &rds.StopDBInstanceAutomatedBackupsReplicationInput{SourceDBInstanceArn: &source}); err != nil {
		fmt.Println(err)
		return
	}
	server.Advance(time.Hour)
	list, err := client.DescribeDBInstanceAutomatedBackups(ctx, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, backup := range list.DBInstanceAutomatedBackups {
		fmt.Println(*backup.DBInstanceIdentifier, *backup.Status, "from", *backup.Region)
	}
	// Output: orders retained from us-east-1
}
