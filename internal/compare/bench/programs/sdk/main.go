// Command sdk makes eight calls with the SDK's clients.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
	"github.com/aws/aws-sdk-go-v2/service/rds"
)

func main() {
	if len(os.Args) != 3 {
		os.Exit(2) // exit immediately, to measure only what happens before main
	}
	if err := run(context.Background(), os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, region, id string) error {
	provider := credentials.NewStaticCredentialsProvider(os.Getenv("AWS_ACCESS_KEY_ID"), os.Getenv("AWS_SECRET_ACCESS_KEY"), "")
	graphs := neptune.New(neptune.Options{Region: region, Credentials: provider})
	exports := rds.New(rds.Options{Region: region, Credentials: provider})
	if _, err := graphs.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: &id}); err != nil {
		return err
	}
	if _, err := graphs.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: &id}); err != nil {
		return err
	}
	if _, err := graphs.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: &id, DBClusterSnapshotIdentifier: &id,
	}); err != nil {
		return err
	}
	if _, err := graphs.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: &id, TargetDBClusterSnapshotIdentifier: &id, SourceRegion: &region,
	}); err != nil {
		return err
	}
	if _, err := graphs.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{GlobalClusterIdentifier: &id}); err != nil {
		return err
	}
	if _, err := exports.StartExportTask(ctx, &rds.StartExportTaskInput{
		ExportTaskIdentifier: &id, IamRoleArn: &id, KmsKeyId: &id, S3BucketName: &id, SourceArn: &id,
	}); err != nil {
		return err
	}
	tasks, err := exports.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{})
	if err != nil {
		return err
	}
	for _, task := range tasks.ExportTasks {
		fmt.Fprintln(os.Stdout, *task.ExportTaskIdentifier, *task.Status)
	}
	_, err = exports.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: &id})
	return err
}
