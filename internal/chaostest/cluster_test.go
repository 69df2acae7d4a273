package chaostest_test

import (
	"context"
	"errors"
	"strings"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

func addCluster(s *nereidtest.Server, id string) {
	s.AddCluster(nereidtest.Cluster{ID: id, Instances: 2})
}

func addStopped(s *nereidtest.Server, id string) {
	s.AddCluster(nereidtest.Cluster{ID: id, Instances: 1, Status: "stopped"})
}

func clusterMutations() []mutation {
	modify := func(change func(in *neptune.ModifyDBClusterInput, id string)) func(context.Context, clients, string) (*string, middleware.Metadata, error) {
		return func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			in := &neptune.ModifyDBClusterInput{DBClusterIdentifier: &id}
			change(in, id)
			out, err := c.neptune.ModifyDBCluster(ctx, in)
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}
	}
	remove := func(final bool) func(context.Context, clients, string) (*string, middleware.Metadata, error) {
		return func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			in := &neptune.DeleteDBClusterInput{DBClusterIdentifier: &id, SkipFinalSnapshot: ptr(!final)}
			if final {
				in.FinalDBSnapshotIdentifier = ptr(id + "-last")
			}
			out, err := c.neptune.DeleteDBCluster(ctx, in)
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}
	}
	empty := func(s *nereidtest.Server, id string) { s.AddCluster(nereidtest.Cluster{ID: id}) }
	return []mutation{
		{name: "neptune.CreateDBCluster", held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: &id, Engine: ptr("neptune"), Port: ptr(int32(8183)), MasterUserPassword: ptr("hunter2")})
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}},
		{name: "neptune.DeleteDBCluster", prepare: empty, shows: "-", held: clusterGone, do: remove(false)},
		{name: "neptune.DeleteDBCluster, with a last snapshot", prepare: empty, shows: "-", held: func(ctx context.Context, c clients, id string) error {
			return errors.Join(clusterGone(ctx, c, id), snapshotIs(ctx, c, id+"-last"))
		}, do: remove(true)},
		{name: "neptune.StartDBCluster", prepare: addStopped, held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}},
		{name: "neptune.StopDBCluster", prepare: addCluster, held: clusterIs("stopped"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}},
		{name: "rds.StartDBCluster", prepare: addStopped, held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.StartDBCluster(ctx, &rds.StartDBClusterInput{DBClusterIdentifier: &id})
			if err != nil || out.DBCluster == nil {
				return nil, md, err
			}
			return out.DBCluster.DBClusterIdentifier, out.ResultMetadata, nil
		}},
		{name: "rds.StopDBCluster", prepare: addCluster, held: clusterIs("stopped"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.rds.StopDBCluster(ctx, &rds.StopDBClusterInput{DBClusterIdentifier: &id})
			if err != nil || out.DBCluster == nil {
				return nil, md, err
			}
			return out.DBCluster.DBClusterIdentifier, out.ResultMetadata, nil
		}},
		{name: "neptune.FailoverDBCluster", prepare: addCluster, held: clusterIs("available"), do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{DBClusterIdentifier: &id})
			if err != nil {
				return nil, md, err
			}
			return clusterOf(out.DBCluster, out.ResultMetadata)
		}},
		{name: "neptune.ModifyDBCluster", prepare: addCluster, again: true, held: clusterIs("available"), do: modify(func(in *neptune.ModifyDBClusterInput, _ string) {
			in.BackupRetentionPeriod = ptr(int32(9))
		})},
		{name: "neptune.ModifyDBCluster, which takes time", prepare: addCluster, held: clusterIs("available"), do: modify(func(in *neptune.ModifyDBClusterInput, _ string) {
			in.Port = ptr(int32(8183))
		})},
		{name: "neptune.ModifyDBCluster, hidden", prepare: addCluster, held: clusterIs("available"), do: modify(func(in *neptune.ModifyDBClusterInput, _ string) {
			in.VpcSecurityGroupIds = []string{"sg-1"}
		})},
		{name: "neptune.ModifyDBCluster, new name", prepare: addCluster, held: func(ctx context.Context, c clients, id string) error {
			return errors.Join(clusterGone(ctx, c, id), clusterIs("available")(ctx, c, "new-"+id))
		}, do: modify(func(in *neptune.ModifyDBClusterInput, id string) {
			in.NewDBClusterIdentifier, in.ApplyImmediately = ptr("New-"+id), ptr(true)
		})},
		{name: "neptune.ModifyDBCluster, new name in the window", prepare: addCluster, again: true, held: clusterIs("available"), do: modify(func(in *neptune.ModifyDBClusterInput, id string) {
			in.NewDBClusterIdentifier = ptr("new-" + id)
		})},
		{name: "neptune.ModifyDBCluster, new version", prepare: addCluster, held: clusterIs("available"), do: modify(func(in *neptune.ModifyDBClusterInput, _ string) {
			in.EngineVersion, in.ApplyImmediately, in.AllowMajorVersionUpgrade = ptr("1.4.7.1"), ptr(true), ptr(true)
		})},
		{name: "neptune.CreateDBInstance", prepare: empty, shows: "%-1", held: func(ctx context.Context, c clients, id string) error { return instanceIs(ctx, c, id+"-1") },
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				out, err := c.neptune.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
					DBInstanceIdentifier: ptr(id + "-1"), DBClusterIdentifier: &id, DBInstanceClass: ptr("db.r6g.large"), Engine: ptr("neptune"),
				})
				if err != nil || out.DBInstance == nil {
					return nil, md, err
				}
				return out.DBInstance.DBInstanceIdentifier, out.ResultMetadata, nil
			}},
		{name: "neptune.DeleteDBInstance", prepare: addCluster, shows: "-", held: func(ctx context.Context, c clients, id string) error {
			_, err := c.neptune.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: ptr(id + "-2")})
			return gone(err)
		}, do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
			out, err := c.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: ptr(id + "-2")})
			if err != nil {
				return nil, md, err
			}
			if out.DBInstance == nil {
				return nil, out.ResultMetadata, nil
			}
			return ptr(strings.TrimSuffix(*out.DBInstance.DBInstanceIdentifier, "-2")), out.ResultMetadata, nil
		}},
		{name: "neptune.RebootDBInstance", prepare: addCluster, shows: "%-1", held: func(ctx context.Context, c clients, id string) error { return instanceIs(ctx, c, id+"-1") },
			do: func(ctx context.Context, c clients, id string) (shown *string, md middleware.Metadata, err error) {
				out, err := c.neptune.RebootDBInstance(ctx, &neptune.RebootDBInstanceInput{DBInstanceIdentifier: ptr(id + "-1")})
				if err != nil || out.DBInstance == nil {
					return nil, md, err
				}
				return out.DBInstance.DBInstanceIdentifier, out.ResultMetadata, nil
			}},
	}
}
