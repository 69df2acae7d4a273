package rds_test

import (
	"context"
	"fmt"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

const (
	clusterARN  = "arn:aws:rds:us-east-1:123456789012:cluster:shop"
	snapshotARN = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:nightly"
)

func ExampleClient_StartExportTask() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.StartExportTask(context.Background(), &rds.StartExportTaskInput{
		ExportTaskIdentifier: nereid.String("nightly-2"),
		SourceArn:            nereid.String(snapshotARN),
		S3BucketName:         nereid.String("exports"),
		S3Prefix:             nereid.String("nightly/2026"),
		IamRoleArn:           nereid.String("arn:aws:iam::123456789012:role/export"),
		KmsKeyId:             nereid.String("alias/exports"),
		ExportOnly:           []string{"shop.public"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.Status, out.SourceType, *out.S3Prefix)
	// Output: STARTING SNAPSHOT nightly/2026
}

func ExampleClient_DescribeExportTasks() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.DescribeExportTasks(context.Background(), &rds.DescribeExportTasksInput{
		Filters: []types.Filter{{Name: nereid.String("status"), Values: []string{"complete"}}}, // filters use lower case
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, task := range out.ExportTasks {
		fmt.Printf("%s %s %d %%\n", *task.ExportTaskIdentifier, *task.Status, nereid.ToInt32(task.PercentProgress))
	}
	// Output: nightly-1 COMPLETE 100 %
}

func ExampleClient_CancelExportTask() {
	server, client := exporting(map[string]string{"nightly-2": ""})
	defer server.Close()

	out, err := client.CancelExportTask(context.Background(), &rds.CancelExportTaskInput{
		ExportTaskIdentifier: nereid.String("nightly-2"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.Status)
	// Output: CANCELING
}

func ExampleClient_CreateDBClusterSnapshot() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.CreateDBClusterSnapshot(context.Background(), &rds.CreateDBClusterSnapshotInput{
		DBClusterIdentifier:         nereid.String("shop"),
		DBClusterSnapshotIdentifier: nereid.String("before-migration"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBClusterSnapshot.Status, *out.DBClusterSnapshot.PercentProgress)
	// Output: creating 0
}

func ExampleClient_DescribeDBClusterSnapshots() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.DescribeDBClusterSnapshots(context.Background(), &rds.DescribeDBClusterSnapshotsInput{
		DBClusterIdentifier: nereid.String("shop"),
		SnapshotType:        nereid.String("manual"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range out.DBClusterSnapshots {
		fmt.Println(*s.DBClusterSnapshotIdentifier, *s.Status)
	}
	// Output: nightly available
}

// The source's ARN names another region. The client therefore creates the
// presigned URL that the copy requires.
func ExampleClient_CopyDBClusterSnapshot() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.ConfigFor("eu-west-1"))

	out, err := client.CopyDBClusterSnapshot(context.Background(), &rds.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: nereid.String(snapshotARN),
		TargetDBClusterSnapshotIdentifier: nereid.String("nightly-abroad"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBClusterSnapshot.DBClusterSnapshotArn, *out.DBClusterSnapshot.Status)
	// Output: arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:nightly-abroad pending
}

func ExampleClient_DeleteDBClusterSnapshot() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.DeleteDBClusterSnapshot(context.Background(), &rds.DeleteDBClusterSnapshotInput{
		DBClusterSnapshotIdentifier: nereid.String("nightly"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBClusterSnapshot.DBClusterSnapshotIdentifier)
	// Output: nightly
}

func ExampleClient_DescribeDBClusters() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.DescribeDBClusters(context.Background(), &rds.DescribeDBClustersInput{
		DBClusterIdentifier: nereid.String("shop"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBClusters[0].Engine, *out.DBClusters[0].Status)
	// Output: aurora-postgresql available
}

func ExampleClient_StopDBCluster() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.StopDBCluster(context.Background(), &rds.StopDBClusterInput{DBClusterIdentifier: nereid.String("shop")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.Status) // the old status; Describe responses show the new status
	// Output: available
}

func ExampleClient_StartDBCluster() {
	server := demo()
	defer server.Close()
	server.SetClusterStatus("shop", "stopped")
	client := rds.NewFromConfig(server.Config())

	out, err := client.StartDBCluster(context.Background(), &rds.StartDBClusterInput{DBClusterIdentifier: nereid.String("shop")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBCluster.Status) // the old status; Describe responses show the new status
	// Output: stopped
}

func ExampleClient_DescribeDBInstances() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	out, err := client.DescribeDBInstances(context.Background(), &rds.DescribeDBInstancesInput{
		Filters: []types.Filter{{Name: nereid.String("db-cluster-id"), Values: []string{"shop"}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBInstances[0].DBInstanceIdentifier, *out.DBInstances[0].DBInstanceStatus)
	// Output: shop-1 available
}

func ExampleClient_StartDBInstance() {
	client := says("StartDBInstance", "<DBInstance><DBInstanceStatus>starting</DBInstanceStatus></DBInstance>")

	out, err := client.StartDBInstance(context.Background(), &rds.StartDBInstanceInput{DBInstanceIdentifier: nereid.String("reports")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBInstance.DBInstanceStatus)
	// Output: starting
}

func ExampleClient_StopDBInstance() {
	client := says("StopDBInstance", "<DBInstance><DBInstanceStatus>stopping</DBInstanceStatus></DBInstance>")

	out, err := client.StopDBInstance(context.Background(), &rds.StopDBInstanceInput{
		DBInstanceIdentifier: nereid.String("reports"),
		DBSnapshotIdentifier: nereid.String("reports-before-stop"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBInstance.DBInstanceStatus)
	// Output: stopping
}

func ExampleClient_CreateDBSnapshot() {
	client := says("CreateDBSnapshot", "<DBSnapshot><Status>creating</Status></DBSnapshot>")

	out, err := client.CreateDBSnapshot(context.Background(), &rds.CreateDBSnapshotInput{
		DBInstanceIdentifier: nereid.String("reports"),
		DBSnapshotIdentifier: nereid.String("reports-monday"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBSnapshot.Status)
	// Output: creating
}

func ExampleClient_CopyDBSnapshot() {
	client := says("CopyDBSnapshot", "<DBSnapshot><SourceRegion>eu-west-1</SourceRegion><Status>pending</Status></DBSnapshot>")

	out, err := client.CopyDBSnapshot(context.Background(), &rds.CopyDBSnapshotInput{
		SourceDBSnapshotIdentifier: nereid.String("arn:aws:rds:eu-west-1:123456789012:snapshot:reports-monday"),
		TargetDBSnapshotIdentifier: nereid.String("reports-monday"),
		CopyTags:                   nereid.Bool(true),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBSnapshot.SourceRegion, *out.DBSnapshot.Status)
	// Output: eu-west-1 pending
}

func ExampleClient_DescribeDBSnapshots() {
	client := says("DescribeDBSnapshots", "<DBSnapshots><DBSnapshot><DBSnapshotIdentifier>reports-monday</DBSnapshotIdentifier></DBSnapshot></DBSnapshots>")

	out, err := client.DescribeDBSnapshots(context.Background(), &rds.DescribeDBSnapshotsInput{DBInstanceIdentifier: nereid.String("reports")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBSnapshots[0].DBSnapshotIdentifier)
	// Output: reports-monday
}

func ExampleClient_DeleteDBSnapshot() {
	client := says("DeleteDBSnapshot", "<DBSnapshot><Status>deleted</Status></DBSnapshot>")

	out, err := client.DeleteDBSnapshot(context.Background(), &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: nereid.String("reports-monday")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBSnapshot.Status)
	// Output: deleted
}

func ExampleClient_DescribeEvents() {
	client := says("DescribeEvents", "<Events><Event><Date>2026-11-21T06:00:00Z</Date><Message>Backing up DB instance</Message></Event></Events>")

	out, err := client.DescribeEvents(context.Background(), &rds.DescribeEventsInput{
		SourceType: types.SourceTypeDbInstance,
		Duration:   nereid.Int32(24 * 60), // in minutes
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range out.Events {
		fmt.Println(e.Date.Format("15:04"), *e.Message)
	}
	// Output: 06:00 Backing up DB instance
}

func ExampleClient_AddTagsToResource() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	_, err := client.AddTagsToResource(context.Background(), &rds.AddTagsToResourceInput{
		ResourceName: nereid.String(clusterARN),
		Tags:         []types.Tag{{Key: nereid.String("team"), Value: nereid.String("shop")}},
	})
	fmt.Println(err)
	// Output: <nil>
}

func ExampleClient_ListTagsForResource() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())
	if _, err := client.AddTagsToResource(context.Background(), &rds.AddTagsToResourceInput{
		ResourceName: nereid.String(clusterARN),
		Tags:         []types.Tag{{Key: nereid.String("team"), Value: nereid.String("shop")}},
	}); err != nil {
		fmt.Println(err)
		return
	}

	out, err := client.ListTagsForResource(context.Background(), &rds.ListTagsForResourceInput{ResourceName: nereid.String(clusterARN)})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, tag := range out.TagList {
		fmt.Println(*tag.Key, *tag.Value)
	}
	// Output: team shop
}

func ExampleClient_RemoveTagsFromResource() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	_, err := client.RemoveTagsFromResource(context.Background(), &rds.RemoveTagsFromResourceInput{
		ResourceName: nereid.String(clusterARN),
		TagKeys:      []string{"team"},
	})
	fmt.Println(err)
	// Output: <nil>
}
