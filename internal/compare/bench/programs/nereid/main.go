// Command nereid makes eight calls with this library's clients.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
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
	credentials := nereid.StaticCredentials(os.Getenv("AWS_ACCESS_KEY_ID"), os.Getenv("AWS_SECRET_ACCESS_KEY"), "")
	graphs := neptune.New(neptune.Options{Region: region, Credentials: credentials})
	exports := rds.New(rds.Options{Region: region, Credentials: credentials})
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
