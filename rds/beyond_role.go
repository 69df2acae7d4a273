package rds

import (
	"context"
	"errors"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/flow"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/rds/types"
)

// EnsureClusterRoleAPIClient is the client interface that [EnsureClusterRole] uses.
type EnsureClusterRoleAPIClient interface {
	DescribeDBClustersAPIClient
	AddRoleToDBCluster(context.Context, *AddRoleToDBClusterInput, ...func(*Options)) (*AddRoleToDBClusterOutput, error)
}

// EnsureInstanceRoleAPIClient is the client interface that [EnsureInstanceRole] uses.
type EnsureInstanceRoleAPIClient interface {
	DescribeDBInstancesAPIClient
	AddRoleToDBInstance(context.Context, *AddRoleToDBInstanceInput, ...func(*Options)) (*AddRoleToDBInstanceOutput, error)
}

// ErrOtherResource means that [RestoreCluster] or [RestoreInstance] failed because a cluster or
// instance that does not belong to this restore already has the requested name.
var ErrOtherResource = errors.New("another resource already has the requested name")

// EnsureClusterRole attaches an IAM role to a cluster, and waits until the cluster can use the
// role. If the cluster does not have the role, EnsureClusterRole waits until the cluster is
// available and calls AddRoleToDBCluster with the given input. It is safe to call EnsureClusterRole
// again.
//
// EnsureClusterRole fails if maxWait has passed, if the role's status is INVALID, if the cluster
// has a status for which a [DBClusterAvailableWaiter] fails, or if the service rejects
// AddRoleToDBCluster for a reason other than the cluster's state. The error is a
// [*nereid.WaitError], unless the input is invalid.
func EnsureClusterRole(ctx context.Context, client EnsureClusterRoleAPIClient, in *AddRoleToDBClusterInput, maxWait time.Duration, optFns ...func(*DBClusterAvailableWaiterOptions)) error {
	if in == nil || nereid.ToString(in.DBClusterIdentifier) == "" || nereid.ToString(in.RoleArn) == "" {
		return errors.New("the cluster or the role is empty")
	}
	target := newClusterTarget(client, in.DBClusterIdentifier, func() time.Duration { return maxWait }, optFns...)
	return target.Attach(ctx, in.RoleArn, in.FeatureName, func(ctx context.Context, optFns []func(*Options)) error {
		_, err := client.AddRoleToDBCluster(ctx, in, optFns...)
		return err
	})
}

// EnsureInstanceRole attaches an IAM role to a standalone instance, and waits until the instance
// can use the role. EnsureInstanceRole works like [EnsureClusterRole], but the input must also name
// the feature that uses the role.
func EnsureInstanceRole(ctx context.Context, client EnsureInstanceRoleAPIClient, in *AddRoleToDBInstanceInput, maxWait time.Duration, optFns ...func(*DBInstanceAvailableWaiterOptions)) error {
	if in == nil || nereid.ToString(in.DBInstanceIdentifier) == "" || nereid.ToString(in.RoleArn) == "" || nereid.ToString(in.FeatureName) == "" {
		return errors.New("the instance, the role or the feature is empty")
	}
	target := newInstanceTarget(client, in.DBInstanceIdentifier, func() time.Duration { return maxWait }, optFns...)
	return target.Attach(ctx, in.RoleArn, in.FeatureName, func(ctx context.Context, optFns []func(*Options)) error {
		_, err := client.AddRoleToDBInstance(ctx, in, optFns...)
		return err
	})
}

// A clusterTarget is a cluster that a function such as EnsureClusterRole polls and changes. An
// instanceTarget is such an instance. See [flow.Target].
type (
	clusterTarget  = flow.Target[*DescribeDBClustersInput, *DescribeDBClustersOutput, *types.DBCluster, *Options]
	instanceTarget = flow.Target[*DescribeDBInstancesInput, *DescribeDBInstancesOutput, *types.DBInstance, *Options]
)

func newClusterTarget(client DescribeDBClustersAPIClient, id *string, left func() time.Duration, optFns ...func(*DBClusterAvailableWaiterOptions)) *clusterTarget {
	return &clusterTarget{
		Describe: client.DescribeDBClusters, Core: core, Resource: &resource.Clusters, Params: &DescribeDBClustersInput{DBClusterIdentifier: id},
		Failures: status.ClusterFailures(), Left: left, Other: ErrOtherResource, Options: optFns,
	}
}

func newInstanceTarget(client DescribeDBInstancesAPIClient, id *string, left func() time.Duration, optFns ...func(*DBInstanceAvailableWaiterOptions)) *instanceTarget {
	return &instanceTarget{
		Describe: client.DescribeDBInstances, Core: core, Resource: &resource.Instances, Params: &DescribeDBInstancesInput{DBInstanceIdentifier: id},
		Failures: status.InstanceFailures(), Left: left, Other: ErrOtherResource, Options: optFns,
	}
}
