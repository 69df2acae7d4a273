package chaostest_test

import (
	"context"
	"errors"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// standaloneMutations are for instances that belong to no cluster, and their snapshots.
func standaloneMutations() []mutation {
	is := func(status string) func(context.Context, clients, string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: &id})
			if err != nil {
				return err
			}
			return found(out.DBInstances, err, func(item *rdstypes.DBInstance) *string { return item.DBInstanceStatus }, status)
		}
	}
	taken := func(ctx context.Context, c clients, id string) error {
		out, err := c.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &id})
		if err != nil {
			return err
		}
		return found(out.DBSnapshots, err, func(item *rdstypes.DBSnapshot) *string { return item.Status }, "available")
	}
	add := func(status string) func(*nereidtest.Server, string) {
		return func(s *nereidtest.Server, id string) { s.AddInstance(nereidtest.Instance{ID: id, Status: status}) }
	}
	instance := func(item *rdstypes.DBInstance, md middleware.Metadata) (*string, middleware.Metadata, error) {
		if item == nil {
			return nil, md, nil
		}
		return item.DBInstanceIdentifier, md, nil
	}
	snapshot := func(item *rdstypes.DBSnapshot, md middleware.Metadata) (*string, middleware.Metadata, error) {
		if item == nil {
			return nil, md, nil
		}
		return item.DBSnapshotIdentifier, md, nil
	}
	stop := func(last bool) func(context.Context, clients, string) (*string, middleware.Metadata, error) {
		return func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			in := &rds.StopDBInstanceInput{DBInstanceIdentifier: &id}
			if last {
				in.DBSnapshotIdentifier = ptr(id + "-last")
			}
			out, err := c.rds.StopDBInstance(ctx, in)
			if err != nil {
				return nil, md, err
			}
			return instance(out.DBInstance, out.ResultMetadata)
		}
	}
	return []mutation{
		{name: "rds.StartDBInstance", prepare: add("stopped"), held: is("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.StartDBInstance(ctx, &rds.StartDBInstanceInput{DBInstanceIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return instance(out.DBInstance, out.ResultMetadata)
		}},
		{name: "rds.StopDBInstance", prepare: add("available"), held: is("stopped"), do: stop(false)},
		{name: "rds.StopDBInstance, with a snapshot", prepare: add("available"), held: func(ctx context.Context, c clients, id string) error {
			return errors.Join(is("stopped")(ctx, c, id), taken(ctx, c, id+"-last"))
		}, do: stop(true)},
		{name: "neptune.DeleteDBInstance, with a last snapshot", prepare: add("available"), shows: "-", held: func(ctx context.Context, c clients, id string) error {
			_, err := c.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: &id})
			return errors.Join(gone(err), taken(ctx, c, id+"-last"))
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: &id, FinalDBSnapshotIdentifier: ptr(id + "-last")})
			if err != nil || out.DBInstance == nil {
				return nil, md, err
			}
			return out.DBInstance.DBInstanceIdentifier, out.ResultMetadata, nil
		}},
		{name: "rds.RestoreDBInstanceFromDBSnapshot", held: is("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.RestoreDBInstanceFromDBSnapshot(ctx, &rds.RestoreDBInstanceFromDBSnapshotInput{
				DBInstanceIdentifier: &id, DBSnapshotIdentifier: ptr("source"), Tags: []rdstypes.Tag{{Key: ptr("k"), Value: ptr("v")}},
			})
			if err != nil {
				return nil, md, err
			}
			return instance(out.DBInstance, out.ResultMetadata)
		}},
		{name: "rds.RestoreDBInstanceToPointInTime", held: is("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.RestoreDBInstanceToPointInTime(ctx, &rds.RestoreDBInstanceToPointInTimeInput{
				TargetDBInstanceIdentifier: &id, SourceDBInstanceIdentifier: ptr("source"), UseLatestRestorableTime: ptr(true),
			})
			if err != nil {
				return nil, md, err
			}
			return instance(out.DBInstance, out.ResultMetadata)
		}},
		{name: "rds.RestoreDBInstanceFromS3", held: is("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.RestoreDBInstanceFromS3(ctx, &rds.RestoreDBInstanceFromS3Input{
				DBInstanceIdentifier: &id, DBInstanceClass: ptr("db.r6g.large"), Engine: ptr("mysql"), AllocatedStorage: ptr(int32(20)),
				MasterUsername: ptr("boss"), MasterUserPassword: ptr("hunter2hunter2"), S3BucketName: ptr("backups"), S3IngestionRoleArn: ptr(loadRole),
				SourceEngine: ptr("mysql"), SourceEngineVersion: ptr("8.0.32"),
			})
			if err != nil {
				return nil, md, err
			}
			return instance(out.DBInstance, out.ResultMetadata)
		}},
		{name: "rds.CreateDBSnapshot", held: taken, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{
				DBInstanceIdentifier: ptr("source"), DBSnapshotIdentifier: &id, Tags: []rdstypes.Tag{{Key: ptr("k"), Value: ptr("v")}},
			})
			if err != nil {
				return nil, md, err
			}
			return snapshot(out.DBSnapshot, out.ResultMetadata)
		}},
		{name: "rds.CopyDBSnapshot", held: taken, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{SourceDBSnapshotIdentifier: ptr("source"), TargetDBSnapshotIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return snapshot(out.DBSnapshot, out.ResultMetadata)
		}},
		{name: "rds.DeleteDBSnapshot", prepare: func(s *nereidtest.Server, id string) {
			s.AddDBSnapshot(nereidtest.DBSnapshot{ID: id})
		}, shows: "-", held: func(ctx context.Context, c clients, id string) error {
			_, err := c.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &id})
			return gone(err)
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.DeleteDBSnapshot(ctx, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return snapshot(out.DBSnapshot, out.ResultMetadata)
		}},
	}
}
