package neptune_test

import (
	"context"
	"fmt"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// goGlobal makes the demo cluster the primary cluster of a global database with a second cluster in
// Ireland.
func goGlobal(server *nereidtest.Server) {
	far := server.AddCluster(nereidtest.Cluster{ID: "graph-ireland", Region: "eu-west-1", Instances: 1})
	server.AddGlobalCluster("world", "arn:aws:rds:us-east-1:123456789012:cluster:graph", far)
}

func ExampleClient_AddTagsToResource() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.AddTagsToResource(context.Background(), &neptune.AddTagsToResourceInput{
		ResourceName: nereid.String("arn:aws:rds:us-east-1:123456789012:cluster:graph"),
		Tags:         []types.Tag{{Key: nereid.String("team"), Value: nereid.String("search")}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(nereid.RequestID(out.ResultMetadata) != "")
	// Output: true
}

// CreateDBCluster creates the storage; CreateDBInstance adds instances.
func ExampleClient_CreateDBCluster() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.CreateDBCluster(context.Background(), &neptune.CreateDBClusterInput{
		DBClusterIdentifier: nereid.String("people"),
		Engine:              nereid.String("neptune"),
		StorageEncrypted:    nereid.Bool(true),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.DBClusterArn, *out.DBCluster.Status)
	// Output: arn:aws:rds:us-east-1:123456789012:cluster:people creating
}

func ExampleClient_CreateDBClusterSnapshot() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.CreateDBClusterSnapshot(context.Background(), &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier:         nereid.String("graph"),
		DBClusterSnapshotIdentifier: nereid.String("graph-monday"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBClusterSnapshot.Status, *out.DBClusterSnapshot.PercentProgress)
	// Output: creating 0
}

func ExampleClient_CreateDBInstance() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.CreateDBInstance(context.Background(), &neptune.CreateDBInstanceInput{
		DBClusterIdentifier:  nereid.String("graph"),
		DBInstanceIdentifier: nereid.String("graph-3"),
		DBInstanceClass:      nereid.String("db.r6g.large"),
		Engine:               nereid.String("neptune"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBInstance.DBInstanceIdentifier, *out.DBInstance.DBInstanceStatus)
	// Output: graph-3 creating
}

// A cluster without instances is deleted with a final snapshot.
func ExampleClient_DeleteDBCluster() {
	server := demo()
	defer server.Close()
	server.AddCluster(nereidtest.Cluster{ID: "empty"})
	client := neptune.NewFromConfig(server.Config())

	out, err := client.DeleteDBCluster(context.Background(), &neptune.DeleteDBClusterInput{
		DBClusterIdentifier:       nereid.String("empty"),
		FinalDBSnapshotIdentifier: nereid.String("empty-last"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.Status) // the old status: a description shows the new one
	// Output: available
}

func ExampleClient_DeleteDBClusterSnapshot() {
	server := demo()
	defer server.Close()
	server.AddSnapshot(nereidtest.Snapshot{ID: "graph-monday", Cluster: "graph"})
	client := neptune.NewFromConfig(server.Config())

	out, err := client.DeleteDBClusterSnapshot(context.Background(), &neptune.DeleteDBClusterSnapshotInput{
		DBClusterSnapshotIdentifier: nereid.String("graph-monday"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBClusterSnapshot.DBClusterSnapshotIdentifier)
	// Output: graph-monday
}

func ExampleClient_DeleteDBInstance() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.DeleteDBInstance(context.Background(), &neptune.DeleteDBInstanceInput{
		DBInstanceIdentifier: nereid.String("graph-2"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBInstance.DBInstanceStatus)
	// Output: deleting
}

func ExampleClient_RebootDBInstance() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.RebootDBInstance(context.Background(), &neptune.RebootDBInstanceInput{
		DBInstanceIdentifier: nereid.String("graph-2"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBInstance.DBInstanceStatus)
	// Output: rebooting
}

func ExampleClient_FailoverDBCluster() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.FailoverDBCluster(context.Background(), &neptune.FailoverDBClusterInput{
		DBClusterIdentifier:        nereid.String("graph"),
		TargetDBInstanceIdentifier: nereid.String("graph-2"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.Status) // the old status: a description shows the new one
	// Output: available
}

func ExampleClient_DeleteGlobalCluster() {
	server := demo()
	defer server.Close()
	server.AddGlobalCluster("world")
	client := neptune.NewFromConfig(server.Config())

	out, err := client.DeleteGlobalCluster(context.Background(), &neptune.DeleteGlobalClusterInput{
		GlobalClusterIdentifier: nereid.String("world"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.GlobalCluster.Status) // the old status: a description shows the new one
	// Output: available
}

// The list contains clusters of all engines, unless a filter excludes some.
func ExampleClient_DescribeDBClusters() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.DescribeDBClusters(context.Background(), &neptune.DescribeDBClustersInput{
		Filters: []types.Filter{{Name: nereid.String("db-cluster-id"), Values: []string{"graph", "documents"}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(out.DBClusters))
	// Output: 2
}

func ExampleClient_DescribeDBInstances() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.DescribeDBInstances(context.Background(), &neptune.DescribeDBInstancesInput{
		DBInstanceIdentifier: nereid.String("graph-1"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBInstances[0].DBInstanceClass)
	// Output: db.r6g.large
}

func ExampleClient_DescribeDBClusterSnapshots() {
	server := demo()
	defer server.Close()
	server.AddSnapshot(nereidtest.Snapshot{ID: "graph-monday", Cluster: "graph"})
	client := neptune.NewFromConfig(server.Config())

	out, err := client.DescribeDBClusterSnapshots(context.Background(), &neptune.DescribeDBClusterSnapshotsInput{
		DBClusterIdentifier: nereid.String("graph"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBClusterSnapshots[0].DBClusterSnapshotIdentifier)
	// Output: graph-monday
}

func ExampleClient_DescribeGlobalClusters() {
	server := demo()
	defer server.Close()
	server.AddGlobalCluster("world", "arn:aws:rds:us-east-1:123456789012:cluster:graph")
	client := neptune.NewFromConfig(server.Config())

	out, err := client.DescribeGlobalClusters(context.Background(), &neptune.DescribeGlobalClustersInput{
		GlobalClusterIdentifier: nereid.String("world"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.GlobalClusters[0].GlobalClusterMembers[0].DBClusterArn)
	// Output: arn:aws:rds:us-east-1:123456789012:cluster:graph
}

func ExampleClient_FailoverGlobalCluster() {
	server := demo()
	defer server.Close()
	goGlobal(server)
	client := neptune.NewFromConfig(server.Config())

	out, err := client.FailoverGlobalCluster(context.Background(), &neptune.FailoverGlobalClusterInput{
		GlobalClusterIdentifier:   nereid.String("world"),
		TargetDbClusterIdentifier: nereid.String("arn:aws:rds:eu-west-1:123456789012:cluster:graph-ireland"),
		AllowDataLoss:             nereid.Bool(true), // the primary region is down
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.GlobalCluster.FailoverState.ToDbClusterArn)
	// Output: arn:aws:rds:eu-west-1:123456789012:cluster:graph-ireland
}

func ExampleClient_ListTagsForResource() {
	server := demo()
	defer server.Close()
	server.AddCluster(nereidtest.Cluster{ID: "people", Tags: map[string]string{"team": "search"}})
	client := neptune.NewFromConfig(server.Config())

	out, err := client.ListTagsForResource(context.Background(), &neptune.ListTagsForResourceInput{
		ResourceName: nereid.String("arn:aws:rds:us-east-1:123456789012:cluster:people"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.TagList[0].Key, *out.TagList[0].Value)
	// Output: team search
}

func ExampleClient_ModifyDBCluster() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.ModifyDBCluster(context.Background(), &neptune.ModifyDBClusterInput{
		DBClusterIdentifier:   nereid.String("graph"),
		BackupRetentionPeriod: nereid.Int32(14),
		ApplyImmediately:      nereid.Bool(true),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.DBClusterIdentifier)
	// Output: graph
}

func ExampleClient_ModifyGlobalCluster() {
	server := demo()
	defer server.Close()
	goGlobal(server)
	client := neptune.NewFromConfig(server.Config())

	out, err := client.ModifyGlobalCluster(context.Background(), &neptune.ModifyGlobalClusterInput{
		GlobalClusterIdentifier: nereid.String("world"),
		DeletionProtection:      nereid.Bool(true),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.GlobalCluster.DeletionProtection)
	// Output: true
}

// The cluster is still listed when the call returns; NewGlobalClusterMemberRemovedWaiter waits until
// it is removed.
func ExampleClient_RemoveFromGlobalCluster() {
	server := demo()
	defer server.Close()
	goGlobal(server)
	client := neptune.NewFromConfig(server.Config())

	out, err := client.RemoveFromGlobalCluster(context.Background(), &neptune.RemoveFromGlobalClusterInput{
		GlobalClusterIdentifier: nereid.String("world"),
		DbClusterIdentifier:     nereid.String("arn:aws:rds:eu-west-1:123456789012:cluster:graph-ireland"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(out.GlobalCluster.GlobalClusterMembers))
	// Output: 2
}

func ExampleClient_RemoveTagsFromResource() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.RemoveTagsFromResource(context.Background(), &neptune.RemoveTagsFromResourceInput{
		ResourceName: nereid.String("arn:aws:rds:us-east-1:123456789012:cluster:graph"),
		TagKeys:      []string{"team"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(nereid.RequestID(out.ResultMetadata) != "")
	// Output: true
}

func ExampleClient_StartDBCluster() {
	server := demo()
	defer server.Close()
	server.SetClusterStatus("graph", "stopped")
	client := neptune.NewFromConfig(server.Config())

	out, err := client.StartDBCluster(context.Background(), &neptune.StartDBClusterInput{
		DBClusterIdentifier: nereid.String("graph"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.Status) // the old status: a description shows the new one
	// Output: stopped
}

func ExampleClient_StopDBCluster() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	out, err := client.StopDBCluster(context.Background(), &neptune.StopDBClusterInput{
		DBClusterIdentifier: nereid.String("graph"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.Status) // the old status: a description shows the new one
	// Output: available
}

func ExampleClient_SwitchoverGlobalCluster() {
	server := demo()
	defer server.Close()
	goGlobal(server)
	client := neptune.NewFromConfig(server.Config())

	out, err := client.SwitchoverGlobalCluster(context.Background(), &neptune.SwitchoverGlobalClusterInput{
		GlobalClusterIdentifier:   nereid.String("world"),
		TargetDbClusterIdentifier: nereid.String("arn:aws:rds:eu-west-1:123456789012:cluster:graph-ireland"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(out.GlobalCluster.FailoverState.Status)
	// Output: pending
}
