package chaostest_test

import (
	"context"
	"fmt"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// backupMutations are for backtracks and automated backups.
func backupMutations() []mutation {
	retained := func(ofCluster bool) func(*nereidtest.Server, string) {
		return func(s *nereidtest.Server, id string) {
			s.AddRetainedBackup(nereidtest.RetainedBackup{Source: id, OfCluster: ofCluster, ResourceID: "id-" + id})
		}
	}
	abroad := func(s *nereidtest.Server, id string) { s.AddInstance(nereidtest.Instance{ID: id, Region: "eu-west-1"}) }
	backup := func(item *types.DBInstanceAutomatedBackup, md middleware.Metadata) (*string, middleware.Metadata, error) {
		if item == nil {
			return nil, md, nil
		}
		return item.DBInstanceIdentifier, md, nil
	}
	is := func(status string) func(context.Context, clients, string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.rds.DescribeDBInstanceAutomatedBackups(ctx, &rds.DescribeDBInstanceAutomatedBackupsInput{DBInstanceIdentifier: &id})
			if err != nil {
				return err
			}
			return found(out.DBInstanceAutomatedBackups, nil, func(item *types.DBInstanceAutomatedBackup) *string { return item.Status }, status)
		}
	}
	start := func(ctx context.Context, c clients, id string) (*rds.StartDBInstanceAutomatedBackupsReplicationOutput, error) {
		return c.rds.StartDBInstanceAutomatedBackupsReplication(ctx, &rds.StartDBInstanceAutomatedBackupsReplicationInput{
			SourceDBInstanceArn: arnOf("eu-west-1", "db", id), BackupRetentionPeriod: ptr[int32](14), Tags: []types.Tag{{Key: ptr("k"), Value: ptr("v")}},
		})
	}
	return []mutation{
		{
			name: "rds.DeleteDBInstanceAutomatedBackup", prepare: retained(false), shows: "-",
			held: func(ctx context.Context, c clients, id string) error { return gone(is("")(ctx, c, id)) },
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				out, err := c.rds.DeleteDBInstanceAutomatedBackup(ctx, &rds.DeleteDBInstanceAutomatedBackupInput{DbiResourceId: ptr("id-" + id)})
				if err != nil {
					return nil, md, err
				}
				return backup(out.DBInstanceAutomatedBackup, out.ResultMetadata)
			},
		},
		{
			name: "rds.DeleteDBClusterAutomatedBackup", prepare: retained(true), shows: "-",
			held: func(ctx context.Context, c clients, id string) error {
				_, err := c.rds.DescribeDBClusterAutomatedBackups(ctx, &rds.DescribeDBClusterAutomatedBackupsInput{DBClusterIdentifier: &id})
				return gone(err)
			},
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				out, err := c.rds.DeleteDBClusterAutomatedBackup(ctx, &rds.DeleteDBClusterAutomatedBackupInput{DbClusterResourceId: ptr("id-" + id)})
				switch {
				case err != nil:
					return nil, md, err
				case out.DBClusterAutomatedBackup == nil:
					return nil, out.ResultMetadata, nil
				}
				return out.DBClusterAutomatedBackup.DBClusterIdentifier, out.ResultMetadata, nil
			},
		},
		{
			name: "rds.StartDBInstanceAutomatedBackupsReplication", prepare: abroad, held: is("replicating"),
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				out, err := start(ctx, c, id)
				if err != nil {
					return nil, md, err
				}
				return backup(out.DBInstanceAutomatedBackup, out.ResultMetadata)
			},
		},
		{
			name: "rds.StopDBInstanceAutomatedBackupsReplication", held: is("retained"),
			prepare: func(s *nereidtest.Server, id string) {
				abroad(s, id)
				out, err := start(context.Background(), clients{rds: rds.NewFromConfig(s.Config())}, id)
				if err != nil {
					panic(err)
				}
				s.SetStatus(*out.DBInstanceAutomatedBackup.DBInstanceAutomatedBackupsArn, "replicating")
			},
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				out, err := c.rds.StopDBInstanceAutomatedBackupsReplication(ctx, &rds.StopDBInstanceAutomatedBackupsReplicationInput{
					SourceDBInstanceArn: arnOf("eu-west-1", "db", id),
				})
				if err != nil {
					return nil, md, err
				}
				return backup(out.DBInstanceAutomatedBackup, out.ResultMetadata)
			},
		},
		{
			name: "rds.BacktrackDBCluster",
			prepare: func(s *nereidtest.Server, id string) {
				s.AddCluster(nereidtest.Cluster{ID: id, Engine: "aurora-mysql", BacktrackWindow: 3600})
			},
			held: func(ctx context.Context, c clients, id string) error {
				out, err := c.rds.DescribeDBClusterBacktracks(ctx, &rds.DescribeDBClusterBacktracksInput{DBClusterIdentifier: &id})
				if err == nil && (len(out.DBClusterBacktracks) != 1 || *out.DBClusterBacktracks[0].Status != "COMPLETED") {
					err = fmt.Errorf("%d backtracks", len(out.DBClusterBacktracks))
				}
				return err
			},
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				out, err := c.rds.BacktrackDBCluster(ctx, &rds.BacktrackDBClusterInput{
					DBClusterIdentifier: &id, BacktrackTo: ptr(time.Unix(0, 0)), UseEarliestTimeOnPointInTimeUnavailable: ptr(true),
				})
				if err != nil {
					return nil, md, err
				}
				return out.DBClusterIdentifier, out.ResultMetadata, nil
			},
		},
	}
}
