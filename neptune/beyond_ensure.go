package neptune

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/flow"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/neptune/types"
)

// StopDBClusterAPIClient is the client interface for stopping clusters.
type StopDBClusterAPIClient interface {
	StopDBCluster(context.Context, *StopDBClusterInput, ...func(*Options)) (*StopDBClusterOutput, error)
}

// StartDBClusterAPIClient is the client interface for starting clusters.
type StartDBClusterAPIClient interface {
	StartDBCluster(context.Context, *StartDBClusterInput, ...func(*Options)) (*StartDBClusterOutput, error)
}

// EnsureStoppedAPIClient is the client interface that [EnsureStopped] uses. EnsureStopped calls
// DescribeDBInstances only if the service rejects StopDBCluster.
type EnsureStoppedAPIClient interface {
	DescribeDBClustersAPIClient
	DescribeDBInstancesAPIClient
	StopDBClusterAPIClient
}

// EnsureStartedAPIClient is the client interface that [EnsureStarted] uses. EnsureStarted calls
// DescribeDBInstances only if the service rejects StartDBCluster.
type EnsureStartedAPIClient interface {
	DescribeDBClustersAPIClient
	DescribeDBInstancesAPIClient
	StartDBClusterAPIClient
}

// ErrOtherEngine means that a cluster belongs to RDS or DocumentDB. The errors that [EnsureStopped]
// and [EnsureStarted] return for such a cluster match ErrOtherEngine.
var ErrOtherEngine = errors.New("the cluster does not belong to Neptune")

// EnsureOptions are the options of [EnsureStopped] and [EnsureStarted].
type EnsureOptions struct {
	// AnyEngine makes [EnsureStopped] and [EnsureStarted] also accept RDS and DocumentDB clusters,
	// which have the same API. By default, the functions fail with [ErrOtherEngine] for such
	// clusters.
	AnyEngine bool

	// MinDelay is the minimum time between polls. The default is 30 seconds.
	MinDelay time.Duration

	// MaxDelay is the maximum time between polls. The default is 2 minutes. See [WaiterOptions].
	MaxDelay time.Duration

	// ConsecutiveHits is how many consecutive polls must find the desired state. The default is 1.
	// For up to 20 seconds after a start or stop call, AWS may still return the previous state of
	// the cluster. If ConsecutiveHits is at least 2, one such out-of-date description does not end
	// the wait.
	ConsecutiveHits int

	// FailureStates are statuses for which the wait fails, in addition to the statuses for which a
	// [DBClusterStoppedWaiter] fails.
	FailureStates []string

	// ClientOptions change the client's options for all calls.
	ClientOptions []func(*Options)

	// OnProgress, if set, is called for each poll, in the caller's goroutine. If the poll leads to
	// a start or stop call, OnProgress is called after that call.
	OnProgress func(EnsureProgress)
}

// EnsureProgress describes one poll and, if the poll led to a start or stop call, that call.
type EnsureProgress struct {
	Poll[types.DBCluster]

	// Action is the start or stop call that the poll led to, or nil if there was none.
	Action *EnsureAction
}

// An EnsureAction describes a call to StopDBCluster or StartDBCluster.
type EnsureAction struct {
	// Operation is the name of the operation.
	Operation string

	// Time is the time of the call.
	Time time.Time

	// RequestID identifies the call, for example for AWS support. It is empty if the service did
	// not accept the call.
	RequestID string

	// Err is the error that the call returned, or nil if the service accepted it.
	Err error
}

// EnsureResult is the result of [EnsureStopped] or [EnsureStarted].
type EnsureResult struct {
	// ID is the cluster's identifier, as passed by the caller.
	ID string

	// InitialStatus is the cluster's status in the first poll that found the cluster, or "" if no
	// poll did.
	InitialStatus string

	// Actions are the start or stop calls that were made. Actions is empty if the cluster was
	// already in the desired state or reached it without a call.
	Actions []EnsureAction

	// Polls is the number of times that the cluster was described.
	Polls int

	// Waited is how long the function ran.
	Waited time.Duration

	// Cluster is the latest description of the cluster, or nil if the cluster was never described.
	Cluster *types.DBCluster
}

// Changed reports whether the service accepted a start or stop call. It returns false if the
// cluster was already in the desired state or reached it without a call.
func (r *EnsureResult) Changed() bool {
	return slices.ContainsFunc(r.Actions, func(a EnsureAction) bool { return a.Err == nil })
}

// EnsureStopped stops a cluster, whatever state it is in. It does nothing if the cluster is
// stopped, and waits if the cluster is stopping. Otherwise it waits until the cluster is available,
// and then stops the cluster. If AWS or another caller starts the cluster during the wait,
// EnsureStopped stops it again. To keep a cluster stopped, call EnsureStopped at least every seven
// days, because AWS starts a stopped cluster after seven days.
//
// If the service rejects StopDBCluster because of the state of the cluster or its instances
// ([nereid.ErrInvalidState]), EnsureStopped repeats the call after the next poll. It gives up if
// the service rejects three consecutive calls for the same reason while neither the cluster nor its
// instances are changing. The error then contains the service's fault. For example, AWS always
// rejects StopDBCluster for a member of a global database.
//
// EnsureStopped fails if maxWait has passed, or if three consecutive polls do not find the cluster.
// It fails immediately if the cluster is not a Neptune cluster ([ErrOtherEngine]), if the cluster
// has a status for which a [DBClusterStoppedWaiter] fails, or if the caller is not allowed to stop
// the cluster. The error is a [*nereid.WaitError], unless the arguments are invalid. The result is
// not nil even if there is an error.
func EnsureStopped(ctx context.Context, client EnsureStoppedAPIClient, id string, maxWait time.Duration, optFns ...func(*EnsureOptions)) (*EnsureResult, error) {
	return stopping(client).one(ctx, id, maxWait, optFns)
}

// EnsureStarted starts a cluster, whatever state it is in. It does nothing if the cluster is
// available, waits if the cluster is becoming available, and starts the cluster if it is stopped.
// If another caller stops the cluster during the wait, EnsureStarted starts it again. AWS stops a
// cluster whose KMS key is not accessible, and gives it the status
// inaccessible-encryption-credentials-recoverable. EnsureStarted starts such a cluster only once:
// it fails if the cluster still has that status after the start, or has it again later. Instances
// may become available slightly later than their cluster; see [NewDBInstanceAvailableWaiter].
//
// In all other respects, EnsureStarted works like [EnsureStopped].
func EnsureStarted(ctx context.Context, client EnsureStartedAPIClient, id string, maxWait time.Duration, optFns ...func(*EnsureOptions)) (*EnsureResult, error) {
	return starting(client).one(ctx, id, maxWait, optFns)
}

// EnsureAllStopped is [EnsureStopped] for many clusters at the same time. It yields each cluster's
// result as soon as the cluster is stopped or the attempt to stop it has failed, together with the
// error that EnsureStopped would return. Like a waiter's WaitAll method, it describes up to 100
// clusters with one request. It stops each cluster as soon as a poll shows that the cluster is
// available. A failure of one cluster does not affect the other clusters. Duplicate identifiers are
// ignored.
//
// EnsureAllStopped makes its calls one after another, in the caller's goroutine. It does not
// describe a cluster again once the cluster is stopped. If the caller breaks out of the loop,
// EnsureAllStopped does not stop any more clusters. AWS still stops the clusters that are already
// stopping.
func EnsureAllStopped(ctx context.Context, client EnsureStoppedAPIClient, ids []string, maxWait time.Duration, optFns ...func(*EnsureOptions)) iter.Seq2[*EnsureResult, error] {
	return stopping(client).all(ctx, ids, maxWait, optFns)
}

// EnsureAllStarted is [EnsureStarted] for many clusters at the same time. It works like
// [EnsureAllStopped].
func EnsureAllStarted(ctx context.Context, client EnsureStartedAPIClient, ids []string, maxWait time.Duration, optFns ...func(*EnsureOptions)) iter.Seq2[*EnsureResult, error] {
	return starting(client).all(ctx, ids, maxWait, optFns)
}

func stopping(client EnsureStoppedAPIClient) ensuring {
	return ensuring{"StopDBCluster", "available", "stopped", "", client, client,
		func(ctx context.Context, id string, optFns ...func(*Options)) (requestID string, err error) {
			out, err := client.StopDBCluster(ctx, &StopDBClusterInput{DBClusterIdentifier: &id}, optFns...)
			if err != nil || out == nil {
				return "", err
			}
			return nereid.RequestID(out.ResultMetadata), nil
		},
	}
}

func starting(client EnsureStartedAPIClient) ensuring {
	return ensuring{"StartDBCluster", "stopped", "available", status.Inaccessible, client, client,
		func(ctx context.Context, id string, optFns ...func(*Options)) (requestID string, err error) {
			out, err := client.StartDBCluster(ctx, &StartDBClusterInput{DBClusterIdentifier: &id}, optFns...)
			if err != nil || out == nil {
				return "", err
			}
			return nereid.RequestID(out.ResultMetadata), nil
		},
	}
}

// ensuring contains what differs between EnsureStopped and EnsureStarted: the name of the start or
// stop operation, the statuses that matter, and the client methods.
type ensuring struct {
	operation          string
	from, wanted, also string
	clusters           DescribeDBClustersAPIClient
	instances          DescribeDBInstancesAPIClient
	call               func(ctx context.Context, id string, optFns ...func(*Options)) (requestID string, err error)
}

// one implements EnsureStopped and EnsureStarted.
func (s ensuring) one(ctx context.Context, id string, maxWait time.Duration, optFns []func(*EnsureOptions)) (*EnsureResult, error) {
	if id == "" {
		return new(EnsureResult), errors.New("the identifier of the cluster is empty")
	}
	return flow.One(s.all(ctx, []string{id}, maxWait, optFns))
}

// all implements EnsureAllStopped and EnsureAllStarted.
func (s ensuring) all(ctx context.Context, ids []string, maxWait time.Duration, optFns []func(*EnsureOptions)) iter.Seq2[*EnsureResult, error] {
	var o EnsureOptions
	for _, fn := range optFns {
		fn(&o)
	}
	engine := flow.Ensure[*DescribeDBClustersInput, *DescribeDBClustersOutput, *types.DBCluster, *Options]{
		Operation: s.operation, From: s.from, Wanted: s.wanted, Also: s.also, Call: s.call,
		Describe: s.clusters.DescribeDBClusters, Core: core, Resource: &resource.Clusters, Failures: status.ClusterFailures(),
		MinDelay: o.MinDelay, MaxDelay: o.MaxDelay, ConsecutiveHits: o.ConsecutiveHits, FailureStates: o.FailureStates, ClientOptions: o.ClientOptions,
		Accept: func(c *types.DBCluster) error {
			if !o.AnyEngine && !isNeptune(c.Engine) {
				return fmt.Errorf("%w: its Engine is %q", ErrOtherEngine, nereid.ToString(c.Engine))
			}
			return nil
		},
		Parts: func(ctx context.Context, c *types.DBCluster) (states string, atRest bool) {
			return s.members(ctx, c, o.ClientOptions)
		},
		OnPoll: func(p Poll[types.DBCluster], action *flow.Action) {
			if o.OnProgress != nil {
				o.OnProgress(EnsureProgress{p, (*EnsureAction)(action)})
			}
		},
	}
	return func(yield func(*EnsureResult, error) bool) {
		for r, err := range engine.All(ctx, ids, maxWait) {
			result := &EnsureResult{ID: r.ID, InitialStatus: r.InitialStatus, Polls: r.Polls, Waited: r.Waited, Cluster: r.Last}
			for _, a := range r.Actions {
				result.Actions = append(result.Actions, EnsureAction(a))
			}
			if !yield(result, err) {
				return
			}
		}
	}
}

// members returns the states of a cluster's instances. The result atRest reports whether none of
// the instances is changing.
func (s ensuring) members(ctx context.Context, c *types.DBCluster, optFns []func(*Options)) (states string, atRest bool) {
	if len(c.DBClusterMembers) == 0 {
		return "", true
	}
	in := &DescribeDBInstancesInput{Filters: filter("db-cluster-id", []string{nereid.ToString(c.DBClusterIdentifier)})}
	return flow.States(NewDescribeDBInstancesPaginator(s.instances, in).Pages(ctx, optFns...), func(page *DescribeDBInstancesOutput) []flow.Part {
		parts := make([]flow.Part, len(page.DBInstances))
		for i, item := range page.DBInstances {
			parts[i] = flow.Part{ID: nereid.ToString(item.DBInstanceIdentifier), Status: nereid.ToString(item.DBInstanceStatus)}
		}
		return parts
	})
}
