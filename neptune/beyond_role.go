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

// EnsureRole attaches an IAM role to a cluster and waits until the cluster can use the role. If the
// cluster does not have the role, EnsureRole calls AddRoleToDBCluster with the input as soon as the
// cluster is available. The caller can repeat it at any time.
//
// EnsureRole fails if maxWait has passed, if the status of the role is INVALID, if the cluster is in a
// state that ends [NewDBClusterAvailableWaiter] with an error, or if the service rejects the call for
// a reason other than the state of the cluster. The error is a [*nereid.WaitError], unless the input
// was invalid.
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
