package rds_test

import (
	"context"
	"fmt"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

func ExampleNewDescribeDBClustersPaginator() {
	server := demo()
	defer server.Close()

	paginator := rds.NewDescribeDBClustersPaginator(rds.NewFromConfig(server.Config()), &rds.DescribeDBClustersInput{
		Filters: []types.Filter{{Name: nereid.String("engine"), Values: []string{"aurora-postgresql"}}},
	})
	for cluster, err := range paginator.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*cluster.DBClusterIdentifier)
	}
	// Output: shop
}

func ExampleNewDescribeDBClusterSnapshotsPaginator() {
	server := demo()
	defer server.Close()

	paginator := rds.NewDescribeDBClusterSnapshotsPaginator(rds.NewFromConfig(server.Config()), nil)
	for snapshot, err := range paginator.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*snapshot.DBClusterSnapshotIdentifier, *snapshot.SnapshotType)
	}
	// Output: nightly manual
}

func ExampleNewDescribeDBInstancesPaginator() {
	server := demo()
	defer server.Close()

	paginator := rds.NewDescribeDBInstancesPaginator(rds.NewFromConfig(server.Config()), nil, func(o *rds.DescribeDBInstancesPaginatorOptions) {
		o.Limit = 20
	})
	for instance, err := range paginator.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*instance.DBInstanceIdentifier)
	}
	// Output: shop-1
}

func ExampleNewDescribeDBSnapshotsPaginator() {
	client := says("DescribeDBSnapshots", "<DBSnapshots><DBSnapshot><DBSnapshotIdentifier>reports-monday</DBSnapshotIdentifier></DBSnapshot></DBSnapshots>")

	for snapshot, err := range rds.NewDescribeDBSnapshotsPaginator(client, nil).All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*snapshot.DBSnapshotIdentifier)
	}
	// Output: reports-monday
}

func ExampleNewDescribeEventsPaginator() {
	client := says("DescribeEvents", "<Events><Event><Message>Backing up DB instance</Message></Event></Events>")

	for event, err := range rds.NewDescribeEventsPaginator(client, nil).All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*event.Message)
	}
	// Output: Backing up DB instance
}

func ExampleNewExportTaskCanceledWaiter() {
	server, client := exporting(map[string]string{"nightly-2": ""})
	defer server.Close()
	if _, err := client.CancelExportTask(context.Background(), &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("nightly-2")}); err != nil {
		fmt.Println(err)
		return
	}

	err := rds.NewExportTaskCanceledWaiter(client, func(o *rds.ExportTaskCanceledWaiterOptions) {
		o.MinDelay, o.MaxDelay = quickly, quickly
		o.OnPoll = func(p rds.Poll[types.ExportTask]) {
			fmt.Println(p.Status)
			server.Advance(time.Hour)
		}
	}).Wait(context.Background(), &rds.DescribeExportTasksInput{ExportTaskIdentifier: nereid.String("nightly-2")}, time.Hour)
	fmt.Println(err)
	// Output:
	// CANCELING
	// CANCELED
	// <nil>
}

func ExampleNewDBClusterSnapshotAvailableWaiter() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())
	if _, err := client.CreateDBClusterSnapshot(context.Background(), &rds.CreateDBClusterSnapshotInput{
		DBClusterIdentifier:         nereid.String("shop"),
		DBClusterSnapshotIdentifier: nereid.String("before-migration"),
	}); err != nil {
		fmt.Println(err)
		return
	}

	out, err := rds.NewDBClusterSnapshotAvailableWaiter(client, func(o *rds.DBClusterSnapshotAvailableWaiterOptions) {
		o.MinDelay, o.MaxDelay = quickly, quickly
		o.OnPoll = func(rds.Poll[types.DBClusterSnapshot]) { server.Advance(time.Hour) }
	}).WaitForOutput(context.Background(), &rds.DescribeDBClusterSnapshotsInput{
		DBClusterSnapshotIdentifier: nereid.String("before-migration"),
	}, time.Hour)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBClusterSnapshots[0].Status)
	// Output: available
}

func ExampleNewDBClusterSnapshotDeletedWaiter() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())
	if _, err := client.DeleteDBClusterSnapshot(context.Background(), &rds.DeleteDBClusterSnapshotInput{
		DBClusterSnapshotIdentifier: nereid.String("nightly"),
	}); err != nil {
		fmt.Println(err)
		return
	}

	err := rds.NewDBClusterSnapshotDeletedWaiter(client, func(o *rds.DBClusterSnapshotDeletedWaiterOptions) {
		o.MinDelay, o.MaxDelay = quickly, quickly
		o.OnPoll = func(rds.Poll[types.DBClusterSnapshot]) { server.Advance(time.Hour) }
	}).Wait(context.Background(), &rds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: nereid.String("nightly")}, time.Hour)
	fmt.Println(err)
	// Output: <nil>
}

// The cluster is stopped for the night, and started again in the morning.
func ExampleNewDBClusterStoppedWaiter() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())
	quick := func(o *rds.DBClusterStoppedWaiterOptions) {
		o.MinDelay, o.MaxDelay = quickly, quickly
		o.OnPoll = func(rds.Poll[types.DBCluster]) { server.Advance(time.Hour) }
	}
	shop := &rds.DescribeDBClustersInput{DBClusterIdentifier: nereid.String("shop")}

	_, err := client.StopDBCluster(context.Background(), &rds.StopDBClusterInput{DBClusterIdentifier: shop.DBClusterIdentifier})
	if err == nil {
		err = rds.NewDBClusterStoppedWaiter(client, quick).Wait(context.Background(), shop, time.Hour)
	}
	fmt.Println("stopped:", err)
	// Output: stopped: <nil>
}

func ExampleNewDBClusterAvailableWaiter() {
	server := demo()
	defer server.Close()
	server.SetClusterStatus("shop", "stopped")
	client := rds.NewFromConfig(server.Config())
	quick := func(o *rds.DBClusterAvailableWaiterOptions) {
		o.MinDelay, o.MaxDelay = quickly, quickly
		o.OnPoll = func(rds.Poll[types.DBCluster]) { server.Advance(time.Hour) }
	}
	shop := &rds.DescribeDBClustersInput{DBClusterIdentifier: nereid.String("shop")}

	_, err := client.StartDBCluster(context.Background(), &rds.StartDBClusterInput{DBClusterIdentifier: shop.DBClusterIdentifier})
	if err == nil {
		err = rds.NewDBClusterAvailableWaiter(client, quick).Wait(context.Background(), shop, time.Hour)
	}
	fmt.Println("available:", err)
	// Output: available: <nil>
}

// The waiter also works if another program deletes the cluster.
func ExampleNewDBClusterDeletedWaiter() {
	server := demo()
	defer server.Close()

	err := rds.NewDBClusterDeletedWaiter(rds.NewFromConfig(server.Config())).Wait(context.Background(), &rds.DescribeDBClustersInput{
		DBClusterIdentifier: nereid.String("gone"),
	}, time.Hour)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleNewDBInstanceAvailableWaiter() {
	server := demo()
	defer server.Close()

	err := rds.NewDBInstanceAvailableWaiter(rds.NewFromConfig(server.Config()), func(o *rds.DBInstanceAvailableWaiterOptions) {
		o.RequirePendingEmpty = true // after a modification
	}).Wait(context.Background(), &rds.DescribeDBInstancesInput{DBInstanceIdentifier: nereid.String("shop-1")}, time.Hour)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleNewDBInstanceDeletedWaiter() {
	server := demo()
	defer server.Close()

	err := rds.NewDBInstanceDeletedWaiter(rds.NewFromConfig(server.Config())).Wait(context.Background(), &rds.DescribeDBInstancesInput{
		DBInstanceIdentifier: nereid.String("gone"),
	}, time.Hour)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleNewDBSnapshotAvailableWaiter() {
	client := says("DescribeDBSnapshots", "<DBSnapshots><DBSnapshot><Status>available</Status></DBSnapshot></DBSnapshots>")

	err := rds.NewDBSnapshotAvailableWaiter(client).Wait(context.Background(), &rds.DescribeDBSnapshotsInput{
		DBSnapshotIdentifier: nereid.String("reports-monday"),
	}, time.Hour)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleNewDBSnapshotDeletedWaiter() {
	client := says("DescribeDBSnapshots", "<DBSnapshots/>")

	err := rds.NewDBSnapshotDeletedWaiter(client).Wait(context.Background(), &rds.DescribeDBSnapshotsInput{
		DBSnapshotIdentifier: nereid.String("reports-monday"),
	}, time.Hour)
	fmt.Println(err)
	// Output: <nil>
}

// AWS runs at most five of the seven exports at the same time.
func ExampleExportAll() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())
	var exports []*rds.StartExportTaskInput
	for n := range 7 {
		exports = append(exports, &rds.StartExportTaskInput{
			ExportTaskIdentifier: nereid.String(fmt.Sprintf("shop-%d", n)),
			SourceArn:            nereid.String(snapshotARN),
			S3BucketName:         nereid.String("exports"),
			IamRoleArn:           nereid.String("arn:aws:iam::123456789012:role/export"),
			KmsKeyId:             nereid.String("alias/exports"),
		})
	}

	complete := 0
	for result := range rds.ExportAll(context.Background(), client, exports, 24*time.Hour, func(o *rds.ExportAllOptions) {
		o.MinDelay, o.MaxDelay = quickly, quickly
		o.OnPoll = func(rds.Poll[types.ExportTask]) { server.Advance(10 * time.Minute) }
	}) {
		if result.Err != nil {
			fmt.Println(*result.Input.ExportTaskIdentifier, result.State, result.Err)
			continue
		}
		complete++
	}
	fmt.Println(complete, "exports are complete")
	// Output: 7 exports are complete
}
