package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// demo returns a fake of AWS with accelerated time: a minute takes less than a
// millisecond. It has a Neptune cluster and a DocumentDB cluster in us-east-1.
func demo() *nereidtest.Server {
	server, err := nereidtest.Start(nereidtest.WithSpeed(1e5))
	if err != nil {
		panic(err) // only opening a port can fail
	}
	server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
	server.AddCluster(nereidtest.Cluster{ID: "documents", Engine: "docdb", Instances: 1})
	return server
}

// quickly is the time between two polls of the demo, instead of 30 seconds.
const quickly = time.Millisecond

func ExampleNewFromConfig() {
	server := demo() // in programs, nereid.LoadEnvConfig or package awsconfig returns the Config
	defer server.Close()

	client := neptune.NewFromConfig(server.Config())
	out, err := client.DescribeDBClusters(context.Background(), &neptune.DescribeDBClustersInput{
		DBClusterIdentifier: nereid.String("graph"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	cluster := out.DBClusters[0]
	fmt.Println(*cluster.DBClusterArn, *cluster.Status)
	// Output: arn:aws:rds:us-east-1:123456789012:cluster:graph available
}

func ExampleNew() {
	client := neptune.New(neptune.Options{
		Region:           "eu-central-1",
		Credentials:      nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", ""),
		RetryMaxAttempts: 5,
	})
	fmt.Println(client.Options().Region)
	// Output: eu-central-1
}

func ExampleWithAPIOptions() {
	server := demo()
	defer server.Close()

	// A middleware that sets a header before the request is signed.
	header := middleware.BuildMiddlewareFunc("Ticket", func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (
		middleware.BuildOutput, middleware.Metadata, error,
	) {
		in.Request.(*smithyhttp.Request).Header.Set("X-Ticket", "OPS-7")
		return next.HandleBuild(ctx, in)
	})
	client := neptune.NewFromConfig(server.Config(), neptune.WithAPIOptions(func(stack *middleware.Stack) error {
		return stack.Build.Add(header, middleware.After)
	}))
	if _, err := client.DescribeDBClusters(context.Background(), nil); err != nil {
		fmt.Println(err)
	}
	fmt.Println(server.Requests()[0].Header.Get("X-Ticket"))
	// Output: OPS-7
}

// errors.As finds typed faults, and errors.Is finds the category of an error.
func Example_errors() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	_, err := client.StartDBCluster(context.Background(), &neptune.StartDBClusterInput{DBClusterIdentifier: nereid.String("graph")})
	var fault *types.InvalidDBClusterStateFault
	if errors.As(err, &fault) {
		fmt.Println(fault.ErrorCode())
	}
	fmt.Println(errors.Is(err, nereid.ErrInvalidState), errors.Is(err, nereid.ErrNotFound))
	// Output:
	// InvalidDBClusterStateFault
	// true false
}

func ExampleClusters() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	for cluster, err := range neptune.Clusters(context.Background(), client, nil) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*cluster.DBClusterIdentifier, *cluster.Engine)
	}
	// Output: graph neptune
}

func ExampleInstances() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	all := func(o *neptune.ListOptions) { o.AnyEngine = true }
	for instance, err := range neptune.Instances(context.Background(), client, nil, all) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*instance.DBInstanceIdentifier, *instance.Engine)
	}
	// Output:
	// documents-1 docdb
	// graph-1 neptune
	// graph-2 neptune
}

func ExampleClusterSnapshots() {
	server := demo()
	defer server.Close()
	for _, id := range []string{"graph", "documents"} {
		server.AddSnapshot(nereidtest.Snapshot{ID: id + "-monday", Cluster: id})
	}
	client := neptune.NewFromConfig(server.Config())

	for snapshot, err := range neptune.ClusterSnapshots(context.Background(), client, &neptune.DescribeDBClusterSnapshotsInput{
		SnapshotType: nereid.String("manual"),
	}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*snapshot.DBClusterSnapshotIdentifier)
	}
	// Output: graph-monday
}

func ExampleGlobalClusters() {
	server := demo()
	defer server.Close()
	server.AddGlobalCluster("world", "arn:aws:rds:us-east-1:123456789012:cluster:graph")
	client := neptune.NewFromConfig(server.Config())

	for global, err := range neptune.GlobalClusters(context.Background(), client, nil) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*global.GlobalClusterIdentifier, len(global.GlobalClusterMembers))
	}
	// Output: world 1
}

func ExampleNewDescribeDBClustersPaginator() {
	server := demo()
	defer server.Close()
	for n := range 30 {
		server.AddCluster(nereidtest.Cluster{ID: fmt.Sprintf("more-%d", n)})
	}
	client := neptune.NewFromConfig(server.Config())

	pages := neptune.NewDescribeDBClustersPaginator(client, &neptune.DescribeDBClustersInput{MaxRecords: nereid.Int32(20)})
	for pages.HasMorePages() {
		page, err := pages.NextPage(context.Background())
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(len(page.DBClusters), "clusters")
	}
	// Output:
	// 20 clusters
	// 12 clusters
}

func ExampleEnsureStopped() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	for range 2 { // the second call has nothing to do
		result, err := neptune.EnsureStopped(context.Background(), client, "graph", time.Hour, func(o *neptune.EnsureOptions) {
			o.MinDelay = quickly
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("it was %s and is %s: %d calls\n", result.InitialStatus, *result.Cluster.Status, len(result.Actions))
	}
	// Output:
	// it was available and is stopped: 1 calls
	// it was stopped and is stopped: 0 calls
}

func ExampleEnsureAllStopped() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	ids := []string{"graph", "documents"}
	for result, err := range neptune.EnsureAllStopped(context.Background(), client, ids, time.Hour, func(o *neptune.EnsureOptions) {
		o.MinDelay = quickly
	}) {
		if err != nil {
			fmt.Println(result.ID, "is not stopped:", errors.Is(err, neptune.ErrOtherEngine)) // the other clusters are not affected
			continue
		}
		fmt.Println(result.ID, "is", *result.Cluster.Status)
	}
	// Unordered output:
	// documents is not stopped: true
	// graph is stopped
}

func ExampleEnsureStopped_refused() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	_, err := neptune.EnsureStopped(context.Background(), client, "documents", time.Hour, func(o *neptune.EnsureOptions) {
		o.MinDelay = quickly
	})
	fmt.Println(errors.Is(err, neptune.ErrOtherEngine))
	// Output: true
}

func ExampleEnsureStarted() {
	server := demo()
	defer server.Close()
	server.SetClusterStatus("graph", "stopped")
	client := neptune.NewFromConfig(server.Config())

	result, err := neptune.EnsureStarted(context.Background(), client, "graph", time.Hour, func(o *neptune.EnsureOptions) {
		o.MinDelay = quickly
		o.OnProgress = func(p neptune.EnsureProgress) {
			if p.Action != nil {
				fmt.Println(p.Status, "->", p.Action.Operation)
			}
		}
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*result.Cluster.Status)
	// Output:
	// stopped -> StartDBCluster
	// available
}

func ExampleNewDBClusterStoppedWaiter() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())
	ctx := context.Background()

	if _, err := client.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: nereid.String("graph")}); err != nil {
		fmt.Println(err)
		return
	}
	out, err := neptune.NewDBClusterStoppedWaiter(client).WaitForOutput(ctx, &neptune.DescribeDBClustersInput{
		DBClusterIdentifier: nereid.String("graph"),
	}, time.Hour, func(o *neptune.DBClusterStoppedWaiterOptions) { o.MinDelay = quickly })
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBClusters[0].Status)
	// Output: stopped
}

// The error of a wait contains the last status.
func ExampleNewDBClusterAvailableWaiter() {
	server := demo()
	defer server.Close()
	server.SetClusterStatus("graph", "inaccessible-encryption-credentials")
	client := neptune.NewFromConfig(server.Config())

	err := neptune.NewDBClusterAvailableWaiter(client).Wait(context.Background(), &neptune.DescribeDBClustersInput{
		DBClusterIdentifier: nereid.String("graph"),
	}, time.Hour, func(o *neptune.DBClusterAvailableWaiterOptions) { o.MinDelay = quickly })
	var failed *nereid.WaitError
	if errors.As(err, &failed) {
		fmt.Println(failed.Resource, "is", failed.LastStatus)
	}
	fmt.Println(errors.Is(err, nereid.ErrWaitFailed))
	// Output:
	// cluster graph is inaccessible-encryption-credentials
	// true
}

func ExampleWaiter_WaitAll() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())
	ctx := context.Background()

	ids := []string{"graph-1", "graph-2"}
	for _, id := range ids {
		if _, err := client.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: &id}); err != nil {
			fmt.Println(err)
			return
		}
	}
	waiter := neptune.NewDBInstanceDeletedWaiter(client, func(o *neptune.DBInstanceDeletedWaiterOptions) { o.MinDelay = quickly })
	for id, err := range waiter.WaitAll(ctx, ids, time.Hour) {
		fmt.Println(id, "is gone:", err == nil)
	}
	// Unordered output:
	// graph-1 is gone: true
	// graph-2 is gone: true
}

// A copy is requested in the region of the copy. The source's ARN contains the
// source region.
func ExampleClient_CopyDBClusterSnapshot() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())
	far := neptune.NewFromConfig(server.ConfigFor("eu-west-1"))
	ctx := context.Background()
	soon := func(o *neptune.DBClusterSnapshotAvailableWaiterOptions) { o.MinDelay = quickly }

	made, err := client.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier:         nereid.String("graph"),
		DBClusterSnapshotIdentifier: nereid.String("graph-monday"),
	})
	if err == nil {
		err = neptune.NewDBClusterSnapshotAvailableWaiter(client, soon).Wait(ctx, &neptune.DescribeDBClusterSnapshotsInput{
			DBClusterSnapshotIdentifier: made.DBClusterSnapshot.DBClusterSnapshotIdentifier,
		}, time.Hour)
	}
	if err != nil {
		fmt.Println(err)
		return
	}

	_, err = far.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: made.DBClusterSnapshot.DBClusterSnapshotArn,
		TargetDBClusterSnapshotIdentifier: nereid.String("graph-monday-copy"),
	})
	if err == nil {
		err = neptune.NewDBClusterSnapshotAvailableWaiter(far, soon).Wait(ctx, &neptune.DescribeDBClusterSnapshotsInput{
			DBClusterSnapshotIdentifier: nereid.String("graph-monday-copy"),
		}, time.Hour)
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	for snapshot, err := range neptune.ClusterSnapshots(ctx, far, nil) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*snapshot.DBClusterSnapshotArn, *snapshot.Status)
	}
	// Output: arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:graph-monday-copy available
}

// A cluster becomes the primary cluster of a global database, and then swaps
// roles with a secondary cluster in Ireland.
func ExampleClient_CreateGlobalCluster() {
	server := demo()
	defer server.Close()
	near, far := neptune.NewFromConfig(server.Config()), neptune.NewFromConfig(server.ConfigFor("eu-west-1"))
	ctx := context.Background()
	world := &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: nereid.String("world")}
	if err := func() error {
		if _, err := near.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
			GlobalClusterIdentifier:   nereid.String("world"),
			SourceDBClusterIdentifier: nereid.String("arn:aws:rds:us-east-1:123456789012:cluster:graph"),
		}); err != nil {
			return err
		}
		if err := neptune.NewGlobalClusterAvailableWaiter(near).Wait(ctx, world, time.Hour, func(o *neptune.GlobalClusterAvailableWaiterOptions) {
			o.MinDelay = quickly
		}); err != nil {
			return err
		}
		added, err := far.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
			DBClusterIdentifier:     nereid.String("graph-ireland"),
			Engine:                  nereid.String("neptune"),
			GlobalClusterIdentifier: nereid.String("world"),
		})
		if err != nil {
			return err
		}
		if err := neptune.NewDBClusterAvailableWaiter(far).Wait(ctx, &neptune.DescribeDBClustersInput{
			DBClusterIdentifier: added.DBCluster.DBClusterIdentifier,
		}, time.Hour, func(o *neptune.DBClusterAvailableWaiterOptions) { o.MinDelay = quickly }); err != nil {
			return err
		}
		if _, err := near.SwitchoverGlobalCluster(ctx, &neptune.SwitchoverGlobalClusterInput{
			GlobalClusterIdentifier:   nereid.String("world"),
			TargetDbClusterIdentifier: added.DBCluster.DBClusterArn,
		}); err != nil {
			return err
		}
		out, err := neptune.NewGlobalClusterFailoverDoneWaiter(near, *added.DBCluster.DBClusterArn).WaitForOutput(ctx, world, time.Hour,
			func(o *neptune.GlobalClusterFailoverDoneWaiterOptions) { o.MinDelay = quickly })
		if err != nil {
			return err
		}
		for _, member := range out.GlobalClusters[0].GlobalClusterMembers {
			fmt.Println(*member.DBClusterArn, *member.IsWriter)
		}
		return nil
	}(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// arn:aws:rds:us-east-1:123456789012:cluster:graph false
	// arn:aws:rds:eu-west-1:123456789012:cluster:graph-ireland true
}
