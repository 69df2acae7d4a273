package neptune_test

import (
	"context"
	"fmt"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

func ExampleNewDBClusterDeletedWaiter() {
	server := demo()
	defer server.Close()
	server.AddCluster(nereidtest.Cluster{ID: "empty"})
	client := neptune.NewFromConfig(server.Config())
	ctx := context.Background()

	_, err := client.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{
		DBClusterIdentifier: nereid.String("empty"),
		SkipFinalSnapshot:   nereid.Bool(true),
	})
	if err == nil {
		err = neptune.NewDBClusterDeletedWaiter(client).Wait(ctx, &neptune.DescribeDBClustersInput{
			DBClusterIdentifier: nereid.String("empty"),
		}, time.Hour, func(o *neptune.DBClusterDeletedWaiterOptions) { o.MinDelay = quickly })
	}
	fmt.Println(err)
	// Output: <nil>
}

func ExampleNewDBInstanceAvailableWaiter() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())
	ctx := context.Background()

	_, err := client.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
		DBClusterIdentifier:  nereid.String("graph"),
		DBInstanceIdentifier: nereid.String("graph-3"),
		DBInstanceClass:      nereid.String("db.serverless"),
		Engine:               nereid.String("neptune"),
	})
	if err == nil {
		err = neptune.NewDBInstanceAvailableWaiter(client).Wait(ctx, &neptune.DescribeDBInstancesInput{
			DBInstanceIdentifier: nereid.String("graph-3"),
		}, time.Hour, func(o *neptune.DBInstanceAvailableWaiterOptions) { o.MinDelay = quickly })
	}
	fmt.Println(err)
	// Output: <nil>
}

func ExampleNewDBInstanceDeletedWaiter() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())
	ctx := context.Background()

	_, err := client.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: nereid.String("graph-2")})
	if err == nil {
		err = neptune.NewDBInstanceDeletedWaiter(client).Wait(ctx, &neptune.DescribeDBInstancesInput{
			DBInstanceIdentifier: nereid.String("graph-2"),
		}, time.Hour, func(o *neptune.DBInstanceDeletedWaiterOptions) { o.MinDelay = quickly })
	}
	fmt.Println(err)
	// Output: <nil>
}

// OnPoll shows the progress of a snapshot.
func ExampleNewDBClusterSnapshotAvailableWaiter() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())
	ctx := context.Background()

	_, err := client.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier:         nereid.String("graph"),
		DBClusterSnapshotIdentifier: nereid.String("graph-monday"),
	})
	percent := 0
	if err == nil {
		err = neptune.NewDBClusterSnapshotAvailableWaiter(client).Wait(ctx, &neptune.DescribeDBClusterSnapshotsInput{
			DBClusterSnapshotIdentifier: nereid.String("graph-monday"),
		}, time.Hour, func(o *neptune.DBClusterSnapshotAvailableWaiterOptions) {
			o.MinDelay = quickly
			o.OnPoll = func(p neptune.Poll[types.DBClusterSnapshot]) { percent = p.Percent }
		})
	}
	fmt.Println(percent, err)
	// Output: 100 <nil>
}

func ExampleNewDBClusterSnapshotDeletedWaiter() {
	server := demo()
	defer server.Close()
	server.AddSnapshot(nereidtest.Snapshot{ID: "graph-monday", Cluster: "graph"})
	client := neptune.NewFromConfig(server.Config())
	ctx := context.Background()

	_, err := client.DeleteDBClusterSnapshot(ctx, &neptune.DeleteDBClusterSnapshotInput{
		DBClusterSnapshotIdentifier: nereid.String("graph-monday"),
	})
	if err == nil {
		err = neptune.NewDBClusterSnapshotDeletedWaiter(client).Wait(ctx, &neptune.DescribeDBClusterSnapshotsInput{
			DBClusterSnapshotIdentifier: nereid.String("graph-monday"),
		}, time.Hour, func(o *neptune.DBClusterSnapshotDeletedWaiterOptions) { o.MinDelay = quickly })
	}
	fmt.Println(err)
	// Output: <nil>
}

func ExampleNewGlobalClusterAvailableWaiter() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())
	ctx := context.Background()

	_, err := client.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
		GlobalClusterIdentifier: nereid.String("world"),
		Engine:                  nereid.String("neptune"),
	})
	if err == nil {
		err = neptune.NewGlobalClusterAvailableWaiter(client).Wait(ctx, &neptune.DescribeGlobalClustersInput{
			GlobalClusterIdentifier: nereid.String("world"),
		}, time.Hour, func(o *neptune.GlobalClusterAvailableWaiterOptions) { o.MinDelay = quickly })
	}
	fmt.Println(err)
	// Output: <nil>
}

func ExampleNewGlobalClusterDeletedWaiter() {
	server := demo()
	defer server.Close()
	server.AddGlobalCluster("world")
	client := neptune.NewFromConfig(server.Config())
	ctx := context.Background()

	_, err := client.DeleteGlobalCluster(ctx, &neptune.DeleteGlobalClusterInput{GlobalClusterIdentifier: nereid.String("world")})
	if err == nil {
		err = neptune.NewGlobalClusterDeletedWaiter(client).Wait(ctx, &neptune.DescribeGlobalClustersInput{
			GlobalClusterIdentifier: nereid.String("world"),
		}, time.Hour, func(o *neptune.GlobalClusterDeletedWaiterOptions) { o.MinDelay = quickly })
	}
	fmt.Println(err)
	// Output: <nil>
}

// A removed cluster is promoted to an independent cluster. It can be used when
// it is available again.
func ExampleNewGlobalClusterMemberRemovedWaiter() {
	server := demo()
	defer server.Close()
	goGlobal(server)
	client, ireland := neptune.NewFromConfig(server.Config()), neptune.NewFromConfig(server.ConfigFor("eu-west-1"))
	ctx := context.Background()

	const member = "arn:aws:rds:eu-west-1:123456789012:cluster:graph-ireland"
	_, err := client.RemoveFromGlobalCluster(ctx, &neptune.RemoveFromGlobalClusterInput{
		GlobalClusterIdentifier: nereid.String("world"),
		DbClusterIdentifier:     nereid.String(member),
	})
	if err == nil {
		err = neptune.NewGlobalClusterMemberRemovedWaiter(client, member).Wait(ctx, &neptune.DescribeGlobalClustersInput{
			GlobalClusterIdentifier: nereid.String("world"),
		}, time.Hour, func(o *neptune.GlobalClusterMemberRemovedWaiterOptions) { o.MinDelay = quickly })
	}
	if err == nil {
		err = neptune.NewDBClusterAvailableWaiter(ireland).Wait(ctx, &neptune.DescribeDBClustersInput{
			DBClusterIdentifier: nereid.String(member),
		}, time.Hour, func(o *neptune.DBClusterAvailableWaiterOptions) { o.MinDelay = quickly })
	}
	fmt.Println(err)
	// Output: <nil>
}

func ExampleNewGlobalClusterFailoverDoneWaiter() {
	server := demo()
	defer server.Close()
	goGlobal(server)
	client := neptune.NewFromConfig(server.Config())
	ctx := context.Background()

	const target = "arn:aws:rds:eu-west-1:123456789012:cluster:graph-ireland"
	_, err := client.SwitchoverGlobalCluster(ctx, &neptune.SwitchoverGlobalClusterInput{
		GlobalClusterIdentifier:   nereid.String("world"),
		TargetDbClusterIdentifier: nereid.String(target),
	})
	if err == nil {
		err = neptune.NewGlobalClusterFailoverDoneWaiter(client, target).Wait(ctx, &neptune.DescribeGlobalClustersInput{
			GlobalClusterIdentifier: nereid.String("world"),
		}, time.Hour, func(o *neptune.GlobalClusterFailoverDoneWaiterOptions) { o.MinDelay = quickly })
	}
	fmt.Println(err)
	// Output: <nil>
}

func ExampleNewDescribeDBInstancesPaginator() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	for instance, err := range neptune.NewDescribeDBInstancesPaginator(client, nil).All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*instance.DBInstanceIdentifier)
	}
	// Output:
	// documents-1
	// graph-1
	// graph-2
}

func ExampleNewDescribeDBClusterSnapshotsPaginator() {
	server := demo()
	defer server.Close()
	server.AddSnapshot(nereidtest.Snapshot{ID: "graph-monday", Cluster: "graph"})
	client := neptune.NewFromConfig(server.Config())

	for page, err := range neptune.NewDescribeDBClusterSnapshotsPaginator(client, nil).Pages(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(len(page.DBClusterSnapshots))
	}
	// Output: 1
}

func ExampleNewDescribeGlobalClustersPaginator() {
	server := demo()
	defer server.Close()
	goGlobal(server)
	client := neptune.NewFromConfig(server.Config())

	for global, err := range neptune.NewDescribeGlobalClustersPaginator(client, nil).All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*global.GlobalClusterIdentifier)
	}
	// Output: world
}
