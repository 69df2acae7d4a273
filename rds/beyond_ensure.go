package rds

import (
	"context"
	"errors"
	"iter"
	"slices"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/flow"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/rds/types"
)

// EnsureClusterStoppedAPIClient is the client interface that [EnsureClusterStopped] uses.
// EnsureClusterStopped calls DescribeDBInstances only if the service rejects StopDBCluster.
type EnsureClusterStoppedAPIClient interface {
	DescribeDBClustersAPIClient
	DescribeDBInstancesAPIClient
	StopDBCluster(context.Context, *StopDBClusterInput, ...func(*Options)) (*StopDBClusterOutput, error)
}

// EnsureClusterStartedAPIClient is the client interface that [EnsureClusterStarted] uses.
// EnsureClusterStarted calls DescribeDBInstances only if the service rejects StartDBCluster.
type EnsureClusterStartedAPIClient interface {
	DescribeDBClustersAPIClient
	DescribeDBInstancesAPIClient
	StartDBCluster(context.Context, *StartDBClusterInput, ...func(*Options)) (*StartDBClusterOutput, error)
}

// EnsureInstanceStoppedAPIClient is the client interface that [EnsureInstanceStopped] uses.
type EnsureInstanceStoppedAPIClient interface {
	DescribeDBInstancesAPIClient
	StopDBInstance(context.Context, *StopDBInstanceInput, ...func(*Options)) (*StopDBInstanceOutput, error)
}

// EnsureInstanceStartedAPIClient is the client interface that [EnsureInstanceStarted] uses.
type EnsureInstanceStartedAPIClient interface {
	DescribeDBInstancesAPIClient
	StartDBInstance(context.Context, *StartDBInstanceInput, ...func(*Options)) (*StartDBInstanceOutput, error)
}

// EnsureOptions are the options of the functions that stop and start clusters or instances. Item is
// types.DBCluster or types.DBInstance.
type EnsureOptions[Item any] struct {
	// MinDelay is the minimum time between polls. The default is 30 seconds.
	MinDelay time.Duration

	// MaxDelay is the maximum time between polls. The default is 2 minutes. See [WaiterOptions].
	MaxDelay time.Duration

	// ConsecutiveHits is how many consecutive polls must find the desired state. The default is 1.
	// For up to 20 seconds after a start or stop call, AWS may still return the previous state of
	// the resource. If ConsecutiveHits is at least 2, one such out-of-date description does not end
	// the wait.
	ConsecutiveHits int

	// FailureStates are statuses for which the wait fails, in addition to the statuses for which
	// the corresponding waiter fails, for example [DBClusterStoppedWaiter].
	FailureStates []string

	// ClientOptions change the client's options for all calls.
	ClientOptions []func(*Options)

	// OnProgress, if set, is called for each poll, in the caller's goroutine. If the poll leads to
	// a start or stop call, OnProgress is called after that call.
	OnProgress func(EnsureProgress[Item])
}

// EnsureProgress describes one poll and the start or stop call that it led to, if any.
type EnsureProgress[Item any] struct {
	Poll[Item]

	// Action is the start or stop call that the poll led to, or nil if there was none.
	Action *EnsureAction
}

// An EnsureAction is a call that stops or starts a cluster or an instance.
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

// EnsureResult is the result for one cluster or instance. Item is types.DBCluster or
// types.DBInstance.
type EnsureResult[Item any] struct {
	// ID is the identifier, as given by the caller.
	ID string

	// InitialStatus is the resource's status in the first poll that found it, or "" if no poll did.
	InitialStatus string

	// Actions are the start or stop calls that were made. Actions is empty if the resource was
	// already in the desired state or reached it without a call.
	Actions []EnsureAction

	// Polls is the number of times that the resource was described.
	Polls int

	// Waited is how long the function ran.
	Waited time.Duration

	// Item is the latest description of the resource, or nil if the resource was never described.
	Item *Item
}

// Changed reports whether the service accepted a start or stop call. It returns false if the
// resource was already in the desired state or reached it without a call.
func (r *EnsureResult[Item]) Changed() bool {
	return slices.ContainsFunc(r.Actions, func(a EnsureAction) bool { return a.Err == nil })
}

// The options and results for clusters and for instances.
type (
	// EnsureClusterOptions are the options of the functions that stop or start clusters.
	EnsureClusterOptions = EnsureOptions[types.DBCluster]
	// EnsureClusterResult is the result of the functions that stop or start clusters.
	EnsureClusterResult = EnsureResult[types.DBCluster]
	// EnsureInstanceOptions are the options of the functions that stop or start instances.
	EnsureInstanceOptions = EnsureOptions[types.DBInstance]
	// EnsureInstanceResult is the result of the functions that stop or start instances.
	EnsureInstanceResult = EnsureResult[types.DBInstance]
)

// EnsureClusterStopped stops a cluster, whatever state it is in. It does nothing if the cluster is
// stopped, and waits if the cluster is stopping. Otherwise it waits until the cluster is available,
// and then stops the cluster. If AWS or another caller starts the cluster during the wait,
// EnsureClusterStopped stops it again. To keep a cluster stopped, call EnsureClusterStopped at
// least every seven days, because AWS starts a stopped cluster after seven days.
//
// If the service rejects StopDBCluster because of the state of the cluster or its instances
// ([nereid.ErrInvalidState]), EnsureClusterStopped repeats the call after the next poll. It gives
// up if the service rejects three consecutive calls for the same reason while neither the cluster
// nor its instances are changing. The error then contains the service's fault.
//
// EnsureClusterStopped fails if maxWait has passed, or if three consecutive polls do not find the
// cluster. It fails immediately if the cluster has a status for which a [DBClusterStoppedWaiter]
// fails, or if the caller is not allowed to stop the cluster. The error is a [*nereid.WaitError],
// unless the arguments are invalid. The result is not nil even if there is an error.
func EnsureClusterStopped(ctx context.Context, client EnsureClusterStoppedAPIClient, id string, maxWait time.Duration, optFns ...func(*EnsureClusterOptions)) (*EnsureClusterResult, error) {
	if id == "" {
		return new(EnsureClusterResult), errNoClusterID
	}
	return flow.One(EnsureAllClustersStopped(ctx, client, []string{id}, maxWait, optFns...))
}

// EnsureClusterStarted starts a cluster, whatever state it is in. It does nothing if the cluster is
// available, waits if the cluster is becoming available, and starts the cluster if it is stopped.
// If another caller stops the cluster during the wait, EnsureClusterStarted starts it again. AWS
// stops a cluster whose KMS key is not accessible, and gives it the status
// inaccessible-encryption-credentials-recoverable. EnsureClusterStarted starts such a cluster only
// once: it fails if the cluster still has that status after the start, or has it again later.
// Instances may become available slightly later than their cluster; see
// [NewDBInstanceAvailableWaiter].
//
// In all other respects, EnsureClusterStarted works like [EnsureClusterStopped].
func EnsureClusterStarted(ctx context.Context, client EnsureClusterStartedAPIClient, id string, maxWait time.Duration, optFns ...func(*EnsureClusterOptions)) (*EnsureClusterResult, error) {
	if id == "" {
		return new(EnsureClusterResult), errNoClusterID
	}
	return flow.One(EnsureAllClustersStarted(ctx, client, []string{id}, maxWait, optFns...))
}

// EnsureInstanceStopped stops an instance that does not belong to a cluster. It works like
// [EnsureClusterStopped], but fails immediately for an instance of a cluster. It does not take a
// snapshot.
func EnsureInstanceStopped(ctx context.Context, client EnsureInstanceStoppedAPIClient, id string, maxWait time.Duration, optFns ...func(*EnsureInstanceOptions)) (*EnsureInstanceResult, error) {
	if id == "" {
		return new(EnsureInstanceResult), errNoInstanceID
	}
	return flow.One(EnsureAllInstancesStopped(ctx, client, []string{id}, maxWait, optFns...))
}

// EnsureInstanceStarted starts an instance that does not belong to a cluster. It works like
// [EnsureClusterStarted].
func EnsureInstanceStarted(ctx context.Context, client EnsureInstanceStartedAPIClient, id string, maxWait time.Duration, optFns ...func(*EnsureInstanceOptions)) (*EnsureInstanceResult, error) {
	if id == "" {
		return new(EnsureInstanceResult), errNoInstanceID
	}
	return flow.One(EnsureAllInstancesStarted(ctx, client, []string{id}, maxWait, optFns...))
}

var (
	errNoClusterID  = errors.New("the identifier of the cluster is empty")
	errNoInstanceID = errors.New("the identifier of the instance is empty")
)

// EnsureAllClustersStopped is [EnsureClusterStopped] for many clusters at the same time. It yields
// each cluster's result as soon as the cluster is stopped or the attempt to stop it has failed,
// together with the error that EnsureClusterStopped would return. Like a waiter's WaitAll method,
// it describes up to 100 clusters with one request. It stops each cluster as soon as a poll shows
// that the cluster is available. A failure of one cluster does not affect the other clusters.
// Duplicate identifiers are ignored.
//
// EnsureAllClustersStopped makes its calls one after another, in the caller's goroutine. It does
// not describe a cluster again once the cluster is stopped. If the caller breaks out of the loop,
// EnsureAllClustersStopped does not stop any more clusters. AWS still stops the clusters that are
// already stopping.
func EnsureAllClustersStopped(ctx context.Context, client EnsureClusterStoppedAPIClient, ids []string, maxWait time.Duration, optFns ...func(*EnsureClusterOptions)) iter.Seq2[*EnsureClusterResult, error] {
	return ensureClusters(ctx, client, client, clusterEngine{
		Operation: "StopDBCluster", From: "available", Wanted: "stopped",
		Call: func(ctx context.Context, id string, optFns ...func(*Options)) (requestID string, err error) {
			out, err := client.StopDBCluster(ctx, &StopDBClusterInput{DBClusterIdentifier: &id}, optFns...)
			if err != nil || out == nil {
				return "", err
			}
			return nereid.RequestID(out.ResultMetadata), nil
		},
	}, ids, maxWait, optFns)
}

// EnsureAllClustersStarted is [EnsureClusterStarted] for many clusters at the same time. It works
// like [EnsureAllClustersStopped].
func EnsureAllClustersStarted(ctx context.Context, client EnsureClusterStartedAPIClient, ids []string, maxWait time.Duration, optFns ...func(*EnsureClusterOptions)) iter.Seq2[*EnsureClusterResult, error] {
	return ensureClusters(ctx, client, client, clusterEngine{
		Operation: "StartDBCluster", From: "stopped", Also: status.Inaccessible, Wanted: "available",
		Call: func(ctx context.Context, id string, optFns ...func(*Options)) (requestID string, err error) {
			out, err := client.StartDBCluster(ctx, &StartDBClusterInput{DBClusterIdentifier: &id}, optFns...)
			if err != nil || out == nil {
				return "", err
			}
			return nereid.RequestID(out.ResultMetadata), nil
		},
	}, ids, maxWait, optFns)
}

// EnsureAllInstancesStopped is [EnsureInstanceStopped] for many instances at the same time. It
// works like [EnsureAllClustersStopped].
func EnsureAllInstancesStopped(ctx context.Context, client EnsureInstanceStoppedAPIClient, ids []string, maxWait time.Duration, optFns ...func(*EnsureInstanceOptions)) iter.Seq2[*EnsureInstanceResult, error] {
	return ensureInstances(ctx, client, instanceEngine{
		Operation: "StopDBInstance", From: "available", Wanted: "stopped",
		Call: func(ctx context.Context, id string, optFns ...func(*Options)) (requestID string, err error) {
			out, err := client.StopDBInstance(ctx, &StopDBInstanceInput{DBInstanceIdentifier: &id}, optFns...)
			if err != nil || out == nil {
				return "", err
			}
			return nereid.RequestID(out.ResultMetadata), nil
		},
	}, ids, maxWait, optFns)
}

// EnsureAllInstancesStarted is [EnsureInstanceStarted] for many instances at the same time. It
// works like [EnsureAllClustersStopped].
func EnsureAllInstancesStarted(ctx context.Context, client EnsureInstanceStartedAPIClient, ids []string, maxWait time.Duration, optFns ...func(*EnsureInstanceOptions)) iter.Seq2[*EnsureInstanceResult, error] {
	return ensureInstances(ctx, client, instanceEngine{
		Operation: "StartDBInstance", From: "stopped", Also: status.Inaccessible, Wanted: "available",
		Call: func(ctx context.Context, id string, optFns ...func(*Options)) (requestID string, err error) {
			out, err := client.StartDBInstance(ctx, &StartDBInstanceInput{DBInstanceIdentifier: &id}, optFns...)
			if err != nil || out == nil {
				return "", err
			}
			return nereid.RequestID(out.ResultMetadata), nil
		},
	}, ids, maxWait, optFns)
}

type (
	clusterEngine  = flow.Ensure[*DescribeDBClustersInput, *DescribeDBClustersOutput, *types.DBCluster, *Options]
	instanceEngine = flow.Ensure[*DescribeDBInstancesInput, *DescribeDBInstancesOutput, *types.DBInstance, *Options]
)

func ensureClusters(
	ctx context.Context, client DescribeDBClustersAPIClient, members DescribeDBInstancesAPIClient, e clusterEngine, ids []string, maxWait time.Duration, optFns []func(*EnsureClusterOptions),
) iter.Seq2[*EnsureClusterResult, error] {
	e.Describe, e.Core, e.Resource, e.Failures = client.DescribeDBClusters, core, &resource.Clusters, status.ClusterFailures()
	e.Parts = func(ctx context.Context, c *types.DBCluster) (states string, atRest bool) {
		if len(c.DBClusterMembers) == 0 {
			return "", true
		}
		in := &DescribeDBInstancesInput{Filters: filter("db-cluster-id", []string{nereid.ToString(c.DBClusterIdentifier)})}
		return flow.States(NewDescribeDBInstancesPaginator(members, in).Pages(ctx, e.ClientOptions...), func(page *DescribeDBInstancesOutput) []flow.Part {
			parts := make([]flow.Part, len(page.DBInstances))
			for i, item := range page.DBInstances {
				parts[i] = flow.Part{ID: nereid.ToString(item.DBInstanceIdentifier), Status: nereid.ToString(item.DBInstanceStatus)}
			}
			return parts
		})
	}
	return ensureAll(ctx, &e, ids, maxWait, optFns)
}

func ensureInstances(
	ctx context.Context, client DescribeDBInstancesAPIClient, e instanceEngine, ids []string, maxWait time.Duration, optFns []func(*EnsureInstanceOptions),
) iter.Seq2[*EnsureInstanceResult, error] {
	e.Describe, e.Core, e.Resource, e.Failures = client.DescribeDBInstances, core, &resource.Instances, status.InstanceFailures()
	return ensureAll(ctx, &e, ids, maxWait, optFns)
}

// ensureAll runs e with the caller's options.
func ensureAll[In, Out, Item any](
	ctx context.Context, e *flow.Ensure[*In, *Out, *Item, *Options], ids []string, maxWait time.Duration, optFns []func(*EnsureOptions[Item]),
) iter.Seq2[*EnsureResult[Item], error] {
	var o EnsureOptions[Item]
	for _, fn := range optFns {
		fn(&o)
	}
	e.MinDelay, e.MaxDelay, e.ConsecutiveHits, e.FailureStates, e.ClientOptions = o.MinDelay, o.MaxDelay, o.ConsecutiveHits, o.FailureStates, o.ClientOptions
	e.OnPoll = func(p Poll[Item], action *flow.Action) {
		if o.OnProgress != nil {
			o.OnProgress(EnsureProgress[Item]{p, (*EnsureAction)(action)})
		}
	}
	return func(yield func(*EnsureResult[Item], error) bool) {
		for r, err := range e.All(ctx, ids, maxWait) {
			result := &EnsureResult[Item]{ID: r.ID, InitialStatus: r.InitialStatus, Polls: r.Polls, Waited: r.Waited, Item: r.Last}
			for _, a := range r.Actions {
				result.Actions = append(result.Actions, EnsureAction(a))
			}
			if !yield(result, err) {
				return
			}
		}
	}
}
