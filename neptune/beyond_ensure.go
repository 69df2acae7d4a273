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

// StopDBClusterAPIClient is the client interface that stops clusters.
type StopDBClusterAPIClient interface {
	StopDBCluster(context.Context, *StopDBClusterInput, ...func(*Options)) (*StopDBClusterOutput, error)
}

// StartDBClusterAPIClient is the client interface that starts clusters.
type StartDBClusterAPIClient interface {
	StartDBCluster(context.Context, *StartDBClusterInput, ...func(*Options)) (*StartDBClusterOutput, error)
}

// EnsureStoppedAPIClient is the client interface that [EnsureStopped] uses. EnsureStopped
// describes instances only after the service rejects a stop.
type EnsureStoppedAPIClient interface {
	DescribeDBClustersAPIClient
	DescribeDBInstancesAPIClient
	StopDBClusterAPIClient
}

// EnsureStartedAPIClient is the client interface that [EnsureStarted] uses. EnsureStarted
// describes instances only after the service rejects a start.
type EnsureStartedAPIClient interface {
	DescribeDBClustersAPIClient
	DescribeDBInstancesAPIClient
	StartDBClusterAPIClient
}

// ErrOtherEngine is the cause of the error that [EnsureStopped] and [EnsureStarted] return for a
// cluster that does not belong to Neptune.
var ErrOtherEngine = errors.New("the cluster does not belong to Neptune")

// EnsureOptions are the options of [EnsureStopped] and [EnsureStarted].
type EnsureOptions struct {
	// AnyEngine accepts a cluster whose Engine is not neptune. RDS and DocumentDB share the
	// control plane, so the calls would also stop or start their clusters.
	AnyEngine bool

	// MinDelay is the minimum time between two polls, by default 30 seconds.
	MinDelay time.Duration

	// MaxDelay is the maximum time between two polls, by default 2 minutes. See
	// [WaiterOptions].
	MaxDelay time.Duration

	// ConsecutiveHits is the number of consecutive polls that must find the wanted state, by
	// default 1. With 2, a cluster that has the wanted state at the first poll is described again
	// after MinDelay. Descriptions were seen to lag by up to 20 seconds: a cluster that was started
	// or stopped just before may still show its previous state.
	ConsecutiveHits int

	// FailureStates are statuses that end the wait with an error, in addition
	// to those that end the waiters for clusters.
	FailureStates []string

	// ClientOptions change the client's options for all calls.
	ClientOptions []func(*Options)

	// OnProgress is called after each poll, with the poll's result and the call that followed it.
	// It runs in the caller's goroutine.
	OnProgress func(EnsureProgress)
}

// EnsureProgress describes one poll and the call that followed it.
type EnsureProgress struct {
	Poll[types.DBCluster]

	// Action is the call that followed the poll, or nil if there was none.
	Action *EnsureAction
}

// An EnsureAction is a call of StopDBCluster or StartDBCluster.
type EnsureAction struct {
	// Operation is the name of the operation.
	Operation string

	// Time is the time of the call.
	Time time.Time

	// RequestID identifies the call, for example for AWS support. It is empty if the service did
	// not accept the call.
	RequestID string

	// Err is the error of the call, or nil if the service accepted it.
	Err error
}

// EnsureResult is the result of [EnsureStopped] or [EnsureStarted].
type EnsureResult struct {
	// ID is the identifier of the cluster, as given by the caller.
	ID string

	// InitialStatus is the status of the cluster at the first poll that found
	// it, or "" if none did.
	InitialStatus string

	// Actions are the calls that were made. There are none if the cluster had the wanted
	// state already or reached it on its own.
	Actions []EnsureAction

	// Polls is the number of times that the cluster was described.
	Polls int

	// Waited is how long the function ran.
	Waited time.Duration

	// Cluster is the last description of the cluster, or nil if the cluster was never described.
	Cluster *types.DBCluster
}

// Changed reports whether the service accepted a call. If not, the cluster had the wanted state
// already or reached it on its own.
func (r *EnsureResult) Changed() bool {
	return slices.ContainsFunc(r.Actions, func(a EnsureAction) bool { return a.Err == nil })
}

// EnsureStopped stops a cluster from any state. It does nothing if the cluster is stopped, and waits
// if the cluster is stopping. Otherwise it waits until the cluster is available, and stops it. If AWS
// or another caller starts the cluster during the wait, EnsureStopped stops it again. The caller can
// repeat EnsureStopped at any time, and must do so to keep a cluster stopped, because AWS starts a
// stopped cluster after seven days.
//
// If the service rejects the stop because of the state of the cluster or of its instances
// ([nereid.ErrInvalidState]), EnsureStopped repeats the call after the next poll. It returns the fault
// after three polls in a row with the same rejection, if neither the cluster nor an instance is
// changing. For example, AWS always rejects the stop of a member of a global database.
//
// EnsureStopped fails if maxWait has passed, or if three polls in a row do not find the cluster. It
// fails at once if the cluster is not a Neptune cluster ([ErrOtherEngine]), if the cluster is in a
// state that ends [NewDBClusterStoppedWaiter] with an error, or if the caller may not stop the
// cluster. The error is a [*nereid.WaitError], unless the arguments were invalid. The result is set
// even if there is an error.
func EnsureStopped(ctx context.Context, client EnsureStoppedAPIClient, id string, maxWait time.Duration, optFns ...func(*EnsureOptions)) (*EnsureResult, error) {
	return stopping(client).one(ctx, id, maxWait, optFns)
}

// EnsureStarted starts a cluster from any state. It does nothing if the cluster is available, waits if
// the cluster is becoming available, and starts the cluster if it is stopped. If the cluster is
// stopped during the wait, EnsureStarted starts it again. A cluster that AWS stopped because its key
// was missing has the status inaccessible-encryption-credentials-recoverable; EnsureStarted tries once
// to start such a cluster. Instances may become available a little later than their cluster; see
// [NewDBInstanceAvailableWaiter].
//
// Repetitions, failures and results are those of [EnsureStopped].
func EnsureStarted(ctx context.Context, client EnsureStartedAPIClient, id string, maxWait time.Duration, optFns ...func(*EnsureOptions)) (*EnsureResult, error) {
	return starting(client).one(ctx, id, maxWait, optFns)
}

// EnsureAllStopped is [EnsureStopped] for many clusters at once. It yields the result of each cluster
// as soon as that cluster is stopped or has failed, with the error that EnsureStopped would have
// returned. Like the WaitAll method of a waiter, it describes up to 100 clusters with one request. It
// stops each cluster once a poll finds that the cluster can be stopped. The failure of one cluster
// does not affect the others. Duplicate identifiers count once.
//
// Calls are sequential, in the goroutine of the caller. Once a cluster is stopped, EnsureAllStopped
// does not describe it again, even if it is still waiting for other clusters. A break out of the loop
// ends the procedure; clusters that are stopping by then still become stopped.
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

// ensuring holds the differences between EnsureStopped and EnsureStarted.
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

// members returns the states of the instances of a cluster, and whether all are permanent.
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
