package neptune

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
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
	var last error // last error of the call that adds the role
	condition := wait.Condition{Wanted: "available with the role", Evaluate: func(item any) wait.Outcome {
		c := item.(*types.DBCluster)
		role := roleOf(c, in.RoleArn, in.FeatureName)
		switch {
		case role != nil && strings.EqualFold(nereid.ToString(role.Status), "ACTIVE"):
			return wait.Success
		case role != nil && strings.EqualFold(nereid.ToString(role.Status), "INVALID"),
			slices.Contains(status.ClusterFailures(), strings.ToLower(nereid.ToString(c.Status))):
			return wait.Failure
		}
		return wait.Pending
	}}
	waiter := describe.NewWaiter(client.DescribeDBClusters, core, &clusters, &condition, append(slices.Clip(optFns), func(o *DBClusterAvailableWaiterOptions) {
		decide := o.Retryable
		o.Retryable = func(ctx context.Context, asked *DescribeDBClustersInput, out *DescribeDBClustersOutput, err error) (bool, error) {
			again, failure := decide(ctx, asked, out, err)
			if !again || failure != nil || err != nil || len(out.DBClusters) == 0 {
				return again, failure
			}
			c := &out.DBClusters[0]
			if roleOf(c, in.RoleArn, in.FeatureName) != nil || !strings.EqualFold(nereid.ToString(c.Status), "available") {
				return true, nil
			}
			_, last = client.AddRoleToDBCluster(ctx, in, o.ClientOptions...)
			return later(ctx, last)
		}
	}))
	err := waiter.Wait(ctx, &DescribeDBClustersInput{DBClusterIdentifier: in.DBClusterIdentifier}, maxWait)
	return explained(err, last)
}

// later classifies the error of a call that followed a poll. It reports whether to go on, because the
// next poll may show the outcome or may repeat the call.
func later(ctx context.Context, err error) (again bool, failure error) {
	var unknown *nereid.OutcomeUnknownError
	switch {
	case err == nil, errors.As(err, &unknown), retry.IsRetryable(err):
		return true, nil
	case ctx.Err() != nil:
		return false, ctx.Err()
	}
	switch nereid.CategoryOf(err) {
	case nereid.ErrAlreadyExists, nereid.ErrInvalidState, nereid.ErrThrottled:
		return true, nil
	}
	return false, err
}

// explained adds the last error of the calls between polls to a timeout.
func explained(err, last error) error {
	var failed *nereid.WaitError
	if errors.As(err, &failed) && failed.Outcome == nereid.ErrWaitTimeout && failed.Cause == nil {
		failed.Cause = last
	}
	return err
}
