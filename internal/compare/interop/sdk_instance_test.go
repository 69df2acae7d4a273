package interop_test

import (
	"context"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	rdstypes "github.com/aws/aws-sdk-go-v2/service/rds/types"
)

func (c clients) dbSnapshotAvailable(t *testing.T, id string) {
	t.Helper()
	waitFor(t, func(ctx context.Context) error {
		return rds.NewDBSnapshotAvailableWaiter(c.rds, func(o *rds.DBSnapshotAvailableWaiterOptions) { o.MinDelay, o.MaxDelay = 1, 1 }).
			Wait(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &id}, patience)
	})
}

// TestSDKDBSnapshot creates an instance that belongs to no cluster, takes a snapshot of
// it, and copies, shares, exports and deletes the snapshot.
func TestSDKDBSnapshot(t *testing.T) {
	t.Parallel()
	s := serveTwo(t)
	c, guest := connect(s.URL(), east, secret), connectAs(s.URL(), east, otherKeyID, otherSecret)
	id := aws.String("bills")
	create := &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: id, DBInstanceClass: aws.String("db.m6i.large"), Engine: aws.String("postgres"), AllocatedStorage: aws.Int32(20),
		DBName: aws.String("bills"), MasterUsername: aws.String("clerk"), MasterUserPassword: aws.String("not-shown-again"),
		StorageEncrypted: aws.Bool(true), KmsKeyId: aws.String("alias/graph"),
	}
	made := do(t, c.rds.CreateDBInstance, create).DBInstance
	equal(t, "new instance", []any{*made.DBInstanceStatus, made.Endpoint, made.PendingModifiedValues.MasterUserPassword},
		[]any{"creating", (*rdstypes.Endpoint)(nil), (*string)(nil)})
	refused[*rdstypes.DBInstanceAlreadyExistsFault](t, c.rds.CreateDBInstance, create)
	snapshot := &rds.CreateDBSnapshotInput{DBInstanceIdentifier: id, DBSnapshotIdentifier: aws.String("bills-now")}
	refused[*rdstypes.InvalidDBInstanceStateFault](t, c.rds.CreateDBSnapshot, snapshot)
	c.instanceAvailable(t, *id)

	taken := do(t, c.rds.CreateDBSnapshot, snapshot).DBSnapshot
	c.dbSnapshotAvailable(t, "bills-now")
	do(t, c.rds.CopyDBSnapshot, &rds.CopyDBSnapshotInput{
		SourceDBSnapshotIdentifier: aws.String("bills-now"), TargetDBSnapshotIdentifier: aws.String("bills-twin"),
	})
	c.dbSnapshotAvailable(t, "bills-twin")

	copyIt := &rds.CopyDBSnapshotInput{
		SourceDBSnapshotIdentifier: taken.DBSnapshotArn, TargetDBSnapshotIdentifier: aws.String("mine"), KmsKeyId: aws.String("alias/mine"),
	}
	refused[*rdstypes.DBSnapshotNotFoundFault](t, guest.rds.CopyDBSnapshot, copyIt)
	share := &rds.ModifyDBSnapshotAttributeInput{
		DBSnapshotIdentifier: aws.String("bills-now"), AttributeName: aws.String("restore"), ValuesToAdd: []string{other},
	}
	do(t, c.rds.ModifyDBSnapshotAttribute, share)
	result := do(t, c.rds.DescribeDBSnapshotAttributes, &rds.DescribeDBSnapshotAttributesInput{
		DBSnapshotIdentifier: share.DBSnapshotIdentifier,
	}).DBSnapshotAttributesResult
	equal(t, "accounts", result.DBSnapshotAttributes[0].AttributeValues, []string{other})
	do(t, guest.rds.CopyDBSnapshot, copyIt)
	guest.dbSnapshotAvailable(t, "mine")

	task := &rds.StartExportTaskInput{
		ExportTaskIdentifier: aws.String("bills-tonight"), SourceArn: taken.DBSnapshotArn, S3BucketName: aws.String("exports"),
		IamRoleArn: aws.String("arn:aws:iam::123456789012:role/export"), KmsKeyId: aws.String("alias/exports"),
	}
	equal(t, "new task", do(t, c.rds.StartExportTask, task).SourceType, rdstypes.ExportSourceTypeSnapshot)
	seen := become(t, "COMPLETE", func() string {
		return *do(t, c.rds.DescribeExportTasks, &rds.DescribeExportTasksInput{ExportTaskIdentifier: task.ExportTaskIdentifier}).ExportTasks[0].Status
	})
	equal(t, "statuses", seen, []string{"STARTING", "IN_PROGRESS", "COMPLETE"})

	for _, name := range []string{"bills-now", "bills-twin"} {
		equal(t, "deleted", *do(t, c.rds.DeleteDBSnapshot, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: &name}).DBSnapshot.Status, "deleted")
		waitFor(t, func(ctx context.Context) error {
			return rds.NewDBSnapshotDeletedWaiter(c.rds, func(o *rds.DBSnapshotDeletedWaiterOptions) { o.MinDelay, o.MaxDelay = 1, 1 }).
				Wait(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &name}, patience)
		})
	}
	do(t, c.rds.DeleteDBInstance, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: id, SkipFinalSnapshot: aws.Bool(true)})
	c.instanceDeleted(t, *id)
	refused[*rdstypes.DBInstanceNotFoundFault](t, c.rds.DescribeDBInstances, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: id})
}
