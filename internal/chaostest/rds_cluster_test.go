package chaostest_test

import (
	"context"
	"errors"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// rdsMutations are for clusters and instances of RDS.
func rdsMutations() []mutation {
	cluster := func(item *rdstypes.DBCluster, md middleware.Metadata, err error) (*string, middleware.Metadata, error) {
		if err != nil || item == nil {
			return nil, md, err
		}
		return item.DBClusterIdentifier, md, nil
	}
	instance := func(item *rdstypes.DBInstance, md middleware.Metadata, err error) (*string, middleware.Metadata, error) {
		if err != nil || item == nil {
			return nil, md, err
		}
		return item.DBInstanceIdentifier, md, nil
	}
	own := func(s *nereidtest.Server, id string) { s.AddInstance(nereidtest.Instance{ID: id}) }
	empty := func(s *nereidtest.Server, id string) { s.AddCluster(nereidtest.Cluster{ID: id}) }
	described := func(ctx context.Context, c clients, id string) (*rdstypes.DBInstance, error) {
		out, err := c.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: &id})
		if err != nil {
			return nil, err
		}
		return &out.DBInstances[0], nil
	}
	available := func(ctx context.Context, c clients, id string) error {
		i, err := described(ctx, c, id)
		if err == nil && *i.DBInstanceStatus != "available" {
			err = errors.New("it is " + *i.DBInstanceStatus)
		}
		return err
	}
	const feature = "s3Import"
	roles := func(want int) func(context.Context, clients, string) error {
		return func(ctx context.Context, c clients, id string) error {
			i, err := described(ctx, c, id)
			if err == nil && len(i.AssociatedRoles) != want {
				err = errors.New("the roles differ")
			}
			return err
		}
	}
	clusterRole := func(id string) *rds.AddRoleToDBClusterInput {
		return &rds.AddRoleToDBClusterInput{DBClusterIdentifier: &id, RoleArn: ptr(loadRole)}
	}
	instanceRole := func(id string) *rds.AddRoleToDBInstanceInput {
		return &rds.AddRoleToDBInstanceInput{DBInstanceIdentifier: &id, RoleArn: ptr(loadRole), FeatureName: ptr(feature)}
	}
	must := func(err error) {
		if err != nil {
			panic(err)
		}
	}
	return []mutation{
		{name: "rds.CreateDBCluster", held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CreateDBCluster(ctx, &rds.CreateDBClusterInput{
				DBClusterIdentifier: &id, Engine: ptr("aurora-postgresql"), MasterUsername: ptr("boss"), MasterUserPassword: ptr("hunter2hunter2"), Port: ptr(int32(5433)),
			})
			if err != nil {
				return nil, md, err
			}
			return cluster(out.DBCluster, out.ResultMetadata, err)
		}},
		{name: "rds.RestoreDBClusterFromS3", held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.RestoreDBClusterFromS3(ctx, &rds.RestoreDBClusterFromS3Input{
				DBClusterIdentifier: &id, Engine: ptr("aurora-mysql"), MasterUsername: ptr("boss"), MasterUserPassword: ptr("hunter2hunter2"),
				S3BucketName: ptr("backups"), S3IngestionRoleArn: ptr(loadRole), SourceEngine: ptr("mysql"), SourceEngineVersion: ptr("8.0.28"),
			})
			if err != nil {
				return nil, md, err
			}
			return cluster(out.DBCluster, out.ResultMetadata, err)
		}},
		{name: "rds.ModifyDBCluster", prepare: addCluster, again: true, held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.ModifyDBCluster(ctx, &rds.ModifyDBClusterInput{DBClusterIdentifier: &id, BackupRetentionPeriod: ptr(int32(9))})
			if err != nil {
				return nil, md, err
			}
			return cluster(out.DBCluster, out.ResultMetadata, err)
		}},
		{name: "rds.DeleteDBCluster", prepare: empty, shows: "-", held: clusterGone, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.DeleteDBCluster(ctx, &rds.DeleteDBClusterInput{DBClusterIdentifier: &id, SkipFinalSnapshot: ptr(true)})
			if err != nil {
				return nil, md, err
			}
			return cluster(out.DBCluster, out.ResultMetadata, err)
		}},
		{name: "rds.FailoverDBCluster", prepare: addCluster, held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.FailoverDBCluster(ctx, &rds.FailoverDBClusterInput{DBClusterIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return cluster(out.DBCluster, out.ResultMetadata, err)
		}},
		{name: "rds.PromoteReadReplicaDBCluster", prepare: func(s *nereidtest.Server, id string) {
			_, err := rds.NewFromConfig(s.Config()).CreateDBCluster(context.Background(), &rds.CreateDBClusterInput{
				DBClusterIdentifier: &id, Engine: ptr("aurora-mysql"), ReplicationSourceIdentifier: arnOf("us-east-1", "cluster", "source"),
			})
			must(err)
			s.SetClusterStatus(id, "available")
		}, held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.PromoteReadReplicaDBCluster(ctx, &rds.PromoteReadReplicaDBClusterInput{DBClusterIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return cluster(out.DBCluster, out.ResultMetadata, err)
		}},
		{name: "rds.CreateDBInstance", held: available, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
				DBInstanceIdentifier: &id, DBInstanceClass: ptr("db.t4g.large"), Engine: ptr("postgres"), AllocatedStorage: ptr(int32(20)),
				MasterUsername: ptr("boss"), ManageMasterUserPassword: ptr(true),
			})
			if err != nil {
				return nil, md, err
			}
			return instance(out.DBInstance, out.ResultMetadata, err)
		}},
		{name: "rds.ModifyDBInstance", prepare: own, held: available, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: &id, AllocatedStorage: ptr(int32(200)), ApplyImmediately: ptr(true)})
			if err != nil {
				return nil, md, err
			}
			return instance(out.DBInstance, out.ResultMetadata, err)
		}},
		{name: "rds.DeleteDBInstance", prepare: own, shows: "-", held: func(ctx context.Context, c clients, id string) error {
			_, err := described(ctx, c, id)
			return gone(err)
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: &id, SkipFinalSnapshot: ptr(true)})
			if err != nil {
				return nil, md, err
			}
			return instance(out.DBInstance, out.ResultMetadata, err)
		}},
		{name: "rds.RebootDBInstance", prepare: own, held: available, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.RebootDBInstance(ctx, &rds.RebootDBInstanceInput{DBInstanceIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return instance(out.DBInstance, out.ResultMetadata, err)
		}},
		{name: "rds.AddRoleToDBCluster", prepare: empty, held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.AddRoleToDBCluster(ctx, clusterRole(id))
			if err != nil {
				return nil, md, err
			}
			return &id, out.ResultMetadata, nil
		}},
		{name: "rds.RemoveRoleFromDBCluster", prepare: func(s *nereidtest.Server, id string) {
			empty(s, id)
			_, err := rds.NewFromConfig(s.Config()).AddRoleToDBCluster(context.Background(), clusterRole(id))
			must(err)
			s.SetClusterStatus(id, "available")
		}, again: true, held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.RemoveRoleFromDBCluster(ctx, &rds.RemoveRoleFromDBClusterInput{DBClusterIdentifier: &id, RoleArn: ptr(loadRole)})
			if err != nil {
				return nil, md, err
			}
			return &id, out.ResultMetadata, nil
		}},
		{name: "rds.AddRoleToDBInstance", prepare: own, held: roles(1), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.AddRoleToDBInstance(ctx, instanceRole(id))
			if err != nil {
				return nil, md, err
			}
			return &id, out.ResultMetadata, nil
		}},
		{name: "rds.RemoveRoleFromDBInstance", prepare: func(s *nereidtest.Server, id string) {
			own(s, id)
			_, err := rds.NewFromConfig(s.Config()).AddRoleToDBInstance(context.Background(), instanceRole(id))
			must(err)
			s.SetInstanceStatus(id, "available")
		}, held: roles(0), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.RemoveRoleFromDBInstance(ctx, &rds.RemoveRoleFromDBInstanceInput{DBInstanceIdentifier: &id, RoleArn: ptr(loadRole), FeatureName: ptr(feature)})
			if err != nil {
				return nil, md, err
			}
			return &id, out.ResultMetadata, nil
		}},
	}
}
