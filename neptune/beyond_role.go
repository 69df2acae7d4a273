package neptune

import (
	"context"
	"errors"
	"time"

	"github.com/nereid-go/nereid"
)

// EnsureRoleAPIClient is the client interface that [EnsureRole] uses.
type EnsureRoleAPIClient interface {
	DescribeDBClustersAPIClient
	AddRoleToDBCluster(context.Context, *AddRoleToDBClusterInput, ...func(*Options)) (*AddRoleToDBClusterOutput, error)
}

// EnsureRole attaches an IAM role to a cluster, and waits until the cluster can use the role. If
// the cluster does not have the role, EnsureRole waits until the cluster is available and calls
// AddRoleToDBCluster with the given input. It is safe to call EnsureRole again.
//
// EnsureRole fails if maxWait has passed, if the role's status is INVALID, if the cluster has a
// status for which a [DBClusterAvailableWaiter] fails, or if the service rejects
// AddRoleToDBCluster for a reason other than the cluster's state. The error is a
// [*nereid.WaitError], unless the input is invalid.
func EnsureRole(ctx context.Context, client EnsureRoleAPIClient, in *AddRoleToDBClusterInput, maxWait time.Duration, optFns ...func(*DBClusterAvailableWaiterOptions)) error {
	if in == nil || nereid.ToString(in.DBClusterIdentifier) == "" || nereid.ToString(in.RoleArn) == "" {
		return errors.New("the cluster or the role is empty")
	}
	target := newClusterTarget(client, in.DBClusterIdentifier, func() time.Duration { return maxWait }, optFns...)
	return target.Attach(ctx, in.RoleArn, in.FeatureName, func(ctx context.Context, optFns []func(*Options)) error {
		_, err := client.AddRoleToDBCluster(ctx, in, optFns...)
		return err
	})
}
