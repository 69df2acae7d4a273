package chaostest_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

const loadRole = "arn:aws:iam::123456789012:role/load"

// modifyMutations are for instances and roles of clusters.
func modifyMutations() []mutation {
	modify := func(change func(in *neptune.ModifyDBInstanceInput, id string)) func(context.Context, clients, string) (*string, middleware.Metadata, error) {
		return func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			in := &neptune.ModifyDBInstanceInput{DBInstanceIdentifier: ptr(id + "-1")}
			change(in, id)
			out, err := c.neptune.ModifyDBInstance(ctx, in)
			if err != nil || out.DBInstance == nil {
				return nil, md, err
			}
			if nereid.ToString(out.DBInstance.DBInstanceIdentifier) == "new-"+id {
				return ptr(id + "-1"), out.ResultMetadata, nil // shown by a recovery
			}
			return out.DBInstance.DBInstanceIdentifier, out.ResultMetadata, nil
		}
	}
	first := func(ctx context.Context, c clients, id string) error { return instanceIs(ctx, c, id+"-1") }
	role := func(want string) func(context.Context, clients, string) error {
		return func(ctx context.Context, c clients, id string) error {
			out, err := c.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id})
			if err != nil {
				return err
			}
			got := ""
			for _, r := range out.DBClusters[0].AssociatedRoles {
				got += *r.RoleArn + " " + *r.Status
			}
			if got != want {
				return fmt.Errorf("roles %q, want %q", got, want)
			}
			return nil
		}
	}
	add := func(ctx context.Context, c clients, id string) (*string, middleware.Metadata, error) {
		out, err := c.neptune.AddRoleToDBCluster(ctx, &neptune.AddRoleToDBClusterInput{DBClusterIdentifier: &id, RoleArn: ptr(loadRole)})
		if err != nil {
			return nil, middleware.Metadata{}, err
		}
		return &id, out.ResultMetadata, nil
	}
	setUp := func(s *nereidtest.Server, id string, do func(clients) error) {
		if err := do(clients{neptune: neptune.NewFromConfig(s.Config())}); err != nil {
			panic(err)
		}
		s.SetClusterStatus(id, "available")
	}
	return []mutation{
		{name: "neptune.ModifyDBInstance", prepare: addCluster, shows: "%-1", again: true, held: first, do: modify(func(in *neptune.ModifyDBInstanceInput, _ string) {
			in.PromotionTier = ptr(int32(3))
		})},
		{name: "neptune.ModifyDBInstance, new class", prepare: addCluster, shows: "%-1", held: first, do: modify(func(in *neptune.ModifyDBInstanceInput, _ string) {
			in.DBInstanceClass, in.ApplyImmediately = ptr("db.r6g.xlarge"), ptr(true)
		})},
		{name: "neptune.ModifyDBInstance, new name", prepare: addCluster, shows: "%-1", held: func(ctx context.Context, c clients, id string) error {
			_, err := c.neptune.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: ptr(id + "-1")})
			return errors.Join(gone(err), instanceIs(ctx, c, "new-"+id))
		}, do: modify(func(in *neptune.ModifyDBInstanceInput, id string) {
			in.NewDBInstanceIdentifier, in.ApplyImmediately = ptr("New-"+id), ptr(true)
		})},
		{name: "neptune.AddRoleToDBCluster", prepare: addCluster, held: role(loadRole + " ACTIVE"), do: add},
		{name: "neptune.RemoveRoleFromDBCluster", prepare: func(s *nereidtest.Server, id string) {
			addCluster(s, id)
			setUp(s, id, func(c clients) error {
				_, _, err := add(context.Background(), c, id)
				return err
			})
		}, again: true, held: role(""), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.RemoveRoleFromDBCluster(ctx, &neptune.RemoveRoleFromDBClusterInput{DBClusterIdentifier: &id, RoleArn: ptr(loadRole)})
			if err != nil {
				return nil, md, err
			}
			return &id, out.ResultMetadata, nil
		}},
		{name: "neptune.PromoteReadReplicaDBCluster", prepare: func(s *nereidtest.Server, id string) {
			setUp(s, id, func(c clients) error {
				_, err := c.neptune.CreateDBCluster(context.Background(), &neptune.CreateDBClusterInput{
					DBClusterIdentifier: &id, Engine: ptr("neptune"), ReplicationSourceIdentifier: arnOf("us-east-1", "cluster", "source"),
				})
				return err
			})
		}, held: func(ctx context.Context, c clients, id string) error {
			out, err := c.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id})
			if err == nil && out.DBClusters[0].ReplicationSourceIdentifier != nil {
				err = errors.New("it is still a replica")
			}
			return err
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.PromoteReadReplicaDBCluster(ctx, &neptune.PromoteReadReplicaDBClusterInput{DBClusterIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}},
	}
}

// restoreMutations are for clusters that are restored.
func restoreMutations() []mutation {
	return []mutation{
		{name: "neptune.RestoreDBClusterFromSnapshot", held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.RestoreDBClusterFromSnapshot(ctx, &neptune.RestoreDBClusterFromSnapshotInput{
				DBClusterIdentifier: &id, Engine: ptr("neptune"), SnapshotIdentifier: ptr("source"), Port: ptr(int32(8183)),
			})
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}},
		{name: "neptune.RestoreDBClusterToPointInTime", held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.RestoreDBClusterToPointInTime(ctx, &neptune.RestoreDBClusterToPointInTimeInput{
				DBClusterIdentifier: &id, SourceDBClusterIdentifier: ptr("source"), UseLatestRestorableTime: ptr(true),
			})
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}},
		{name: "rds.RestoreDBClusterFromSnapshot", held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.RestoreDBClusterFromSnapshot(ctx, &rds.RestoreDBClusterFromSnapshotInput{
				DBClusterIdentifier: &id, Engine: ptr("neptune"), SnapshotIdentifier: ptr("source"), Port: ptr(int32(8183)),
			})
			if err != nil || out.DBCluster == nil {
				return nil, md, err
			}
			return out.DBCluster.DBClusterIdentifier, out.ResultMetadata, nil
		}},
		{name: "rds.RestoreDBClusterToPointInTime", held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.RestoreDBClusterToPointInTime(ctx, &rds.RestoreDBClusterToPointInTimeInput{
				DBClusterIdentifier: &id, SourceDBClusterIdentifier: ptr("source"), UseLatestRestorableTime: ptr(true),
			})
			if err != nil || out.DBCluster == nil {
				return nil, md, err
			}
			return out.DBCluster.DBClusterIdentifier, out.ResultMetadata, nil
		}},
	}
}
