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

// EnsureRoleAPIClient is what [EnsureRole] needs of a client.
type EnsureRoleAPIClient interface {
	DescribeDBClustersAPIClient
	AddRoleToDBCluster(context.Context, *AddRoleToDBClusterInput, ...func(*Options)) (*AddRoleToDBClusterOutput, error)
}

// EnsureRole gives a cluster an IAM role and waits until the cluster can use it. It calls
// AddRoleToDBCluster with the input if the cluster does not have the role, and as soon as the cluster
// is available. It can be called at any time and any number of times.
//
// It ends without success when maxWait is over, when the status of the role is INVALID, when the
// cluster is in a state that ends [NewDBClusterAvailableWaiter], and when the service refuses the call
// for another reason than the state of the cluster. The error is a [*nereid.WaitError], unless the
// input was wrong.
func EnsureRole(ctx context.Context, client EnsureRoleAPIClient, in *AddRoleToDBClusterInput, maxWait time.Duration, optFns ...func(*DBClusterAvailableWaiterOptions)) error {
	if in == nil || nereid.ToString(in.DBClusterIdentifier) == "" || nereid.ToString(in.RoleArn) == "" {
		return errors.New("the cluster or the role is empty")
	}
	var last error // why the call was not accepted
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

// later decides about the error of a call that a poll made: whether the next poll tells more, or can
// make the call again.
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

// explained adds to a timeout what the service had against the call that the polls made.
func explained(err, last error) error {
	var failed *nereid.WaitError
	if errors.As(err, &failed) && failed.Outcome == nereid.ErrWaitTimeout && failed.Cause == nil {
		failed.Cause = last
	}
	return err
}
