package neptune

import (
	"context"
	"errors"
	"fmt"
	"iter"
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

// StopDBClusterAPIClient is the client interface that stops clusters.
type StopDBClusterAPIClient interface {
	StopDBCluster(context.Context, *StopDBClusterInput, ...func(*Options)) (*StopDBClusterOutput, error)
}

// StartDBClusterAPIClient is the client interface that starts clusters.
type StartDBClusterAPIClient interface {
	StartDBCluster(context.Context, *StartDBClusterInput, ...func(*Options)) (*StartDBClusterOutput, error)
}

// EnsureStoppedAPIClient is the client interface that [EnsureStopped] uses. It describes
// instances only after the service rejects a stop.
type EnsureStoppedAPIClient interface {
	DescribeDBClustersAPIClient
	DescribeDBInstancesAPIClient
	StopDBClusterAPIClient
}

// EnsureStartedAPIClient is the client interface that [EnsureStarted] uses. It describes
// instances only after the service rejects a start.
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

	// ClientOptions change the options of the client for all calls.
	ClientOptions []func(*Options)

	// OnProgress is called after each poll with the result of the poll and the call that followed. It
	// runs in the goroutine of the caller.
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

	// RequestID identifies the call to AWS support. It is empty if the service
	// did not accept the call.
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

	// Waited is the total duration.
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

// EnsureAllStarted is [EnsureStarted] for many clusters at once. It works like
// [EnsureAllStopped].
func EnsureAllStarted(ctx context.Context, client EnsureStartedAPIClient, ids []string, maxWait time.Duration, optFns ...func(*EnsureOptions)) iter.Seq2[*EnsureResult, error] {
	return starting(client).all(ctx, ids, maxWait, optFns)
}

// patience and lag are the number of polls and the time for which a cluster may stay in its old state,
// because descriptions can lag. After an accepted call, the call is repeated once both have passed.
// After rejected calls, the cluster fails once both have passed.
const (
	patience = 3
	lag      = 30 * time.Second
)

// ensure is a waiter that acts when a poll finds the cluster in the state to act on.
type ensure struct {
	ensuring
	options  EnsureOptions
	began    time.Time
	fallback func(context.Context, *DescribeDBClustersInput, *DescribeDBClustersOutput, error) (bool, error)
	result   EnsureResult
	action   *EnsureAction // the call after the last poll, or nil
	accepted int           // polls without a change since a call was accepted, or 0 if no call was accepted
	moved    bool          // whether a poll found another status after a call was accepted
	refused  int           // consecutive polls that ended with the same fault
	fault    error         // the fault of these polls
	reason   string        // code of the fault, with the states of the instances
	since    time.Time     // time of the accepted call, or of the first rejected one
}

// ensuring holds the differences between EnsureStopped and EnsureStarted.
type ensuring struct {
	operation    string
	from, wanted string // the status to act on, and the status to reach
	also         string // another status to act on, until a call has had an effect
	clusters     DescribeDBClustersAPIClient
	instances    DescribeDBInstancesAPIClient
	call         func(ctx context.Context, id string, optFns ...func(*Options)) (requestID string, err error)
}

func stopping(client EnsureStoppedAPIClient) ensuring {
	return ensuring{
		operation: "StopDBCluster", from: "available", wanted: "stopped", clusters: client, instances: client,
		call: func(ctx context.Context, id string, optFns ...func(*Options)) (requestID string, err error) {
			out, err := client.StopDBCluster(ctx, &StopDBClusterInput{DBClusterIdentifier: &id}, optFns...)
			if err != nil || out == nil {
				return "", err
			}
			return nereid.RequestID(out.ResultMetadata), nil
		},
	}
}

func starting(client EnsureStartedAPIClient) ensuring {
	return ensuring{
		operation: "StartDBCluster", from: "stopped", also: status.Inaccessible, wanted: "available", clusters: client, instances: client,
		call: func(ctx context.Context, id string, optFns ...func(*Options)) (requestID string, err error) {
			out, err := client.StartDBCluster(ctx, &StartDBClusterInput{DBClusterIdentifier: &id}, optFns...)
			if err != nil || out == nil {
				return "", err
			}
			return nereid.RequestID(out.ResultMetadata), nil
		},
	}
}

// one implements EnsureStopped and EnsureStarted.
func (s ensuring) one(ctx context.Context, id string, maxWait time.Duration, optFns []func(*EnsureOptions)) (*EnsureResult, error) {
	if id == "" {
		return new(EnsureResult), errors.New("the identifier of the cluster is empty")
	}
	var result *EnsureResult
	var failure error
	for r, err := range s.all(ctx, []string{id}, maxWait, optFns) {
		result, failure = r, err
	}
	return result, failure
}

// all implements EnsureAllStopped and EnsureAllStarted with one wait. Each poll may act on its
// cluster.
func (s ensuring) all(ctx context.Context, ids []string, maxWait time.Duration, optFns []func(*EnsureOptions)) iter.Seq2[*EnsureResult, error] {
	var options EnsureOptions
	for _, fn := range optFns {
		fn(&options)
	}
	return func(yield func(*EnsureResult, error) bool) {
		start := time.Now()
		all := make(map[string]*ensure, len(ids))
		for _, id := range ids {
			all[id] = &ensure{ensuring: s, options: options, began: start, result: EnsureResult{ID: id}}
		}
		for id, err := range s.waiter(options, all).WaitAll(ctx, ids, maxWait) {
			e := all[id]
			e.result.Waited = time.Since(start)
			// The rejection of the call explains a timeout better, unless the last poll failed too.
			var failed *nereid.WaitError
			if errors.As(err, &failed) && failed.Outcome == nereid.ErrWaitTimeout && failed.Cause == nil {
				failed.Cause = e.fault
			}
			if !yield(&e.result, err) {
				return
			}
		}
	}
}

// waiter returns a waiter that hands each poll to the ensure of its cluster.
func (s ensuring) waiter(o EnsureOptions, all map[string]*ensure) *DBClusterStoppedWaiter {
	condition := wait.Condition{Wanted: s.wanted, Success: []string{s.wanted}, Failure: status.ClusterFailures(), Stale: []string{status.Inaccessible}}
	return describe.NewWaiter(s.clusters.DescribeDBClusters, core, &clusters, &condition, []func(*DBClusterStoppedWaiterOptions){func(w *DBClusterStoppedWaiterOptions) {
		w.MinDelay, w.MaxDelay, w.ConsecutiveHits = o.MinDelay, o.MaxDelay, o.ConsecutiveHits
		w.FailureStates, w.ClientOptions = o.FailureStates, o.ClientOptions
		fallback := w.Retryable
		for _, e := range all {
			e.fallback = fallback
		}
		w.Retryable = func(ctx context.Context, in *DescribeDBClustersInput, out *DescribeDBClustersOutput, err error) (bool, error) {
			return all[nereid.ToString(in.DBClusterIdentifier)].step(ctx, in, out, err)
		}
		w.OnPoll = func(p Poll[types.DBCluster]) { all[p.Resource].report(p) }
	}})
}

func (e *ensure) report(p Poll[types.DBCluster]) {
	e.result.Polls = p.Attempt
	if p.Item != nil {
		e.result.Cluster = p.Item
	}
	action := e.action
	e.action = nil
	if e.options.OnProgress != nil {
		e.options.OnProgress(EnsureProgress{p, action})
	}
}

// step decides after a poll whether to go on, as WaiterOptions.Retryable does.
func (e *ensure) step(ctx context.Context, in *DescribeDBClustersInput, out *DescribeDBClustersOutput, err error) (bool, error) {
	if err != nil || len(out.DBClusters) == 0 {
		return e.fallback(ctx, in, out, err)
	}
	c := &out.DBClusters[0]
	status := nereid.ToString(c.Status)
	if e.result.InitialStatus == "" {
		e.result.InitialStatus = status
	}
	if !e.options.AnyEngine && !isNeptune(c.Engine) {
		return false, fmt.Errorf("%w: its Engine is %q", ErrOtherEngine, nereid.ToString(c.Engine))
	}
	behind := e.accepted > 0 && (e.accepted < patience || time.Since(e.since) < lag) // the description may lag
	fresh := !e.result.Changed() || behind
	locked := e.also != "" && strings.EqualFold(status, e.also) && !e.moved && fresh
	if !strings.EqualFold(status, e.from) && !locked {
		e.moved = e.moved || e.result.Changed()
		e.accepted, e.refused, e.fault = 0, 0, nil
		return e.fallback(ctx, in, out, err)
	}
	if behind {
		e.accepted++
		return true, nil
	}
	return true, e.act(ctx, c)
}

// act makes the call. It returns an error only if that error ends the procedure.
func (e *ensure) act(ctx context.Context, c *types.DBCluster) error {
	e.accepted = 0
	action := EnsureAction{Operation: e.operation, Time: time.Now()}
	var b wait.PollClient
	borrow := func(o *Options) { b.Retryer = o.Retryer }
	action.RequestID, action.Err = e.call(ctx, e.result.ID, append(slices.Clip(e.options.ClientOptions), borrow)...)
	e.result.Actions = append(e.result.Actions, action)
	e.action = &action
	err := action.Err
	trouble, passing := retry.Credentials(err, e.began)
	var unknown *nereid.OutcomeUnknownError
	switch {
	case err == nil:
		e.accepted, e.refused, e.fault, e.since = 1, 0, nil, time.Now()
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case trouble && !passing:
		return err
	case trouble, errors.As(err, &unknown): // the next poll shows whether the service accepted the call
		e.refused, e.fault = 0, err
		return nil
	case nereid.CategoryOf(err) == nereid.ErrInvalidState, nereid.CategoryOf(err) == nereid.ErrNotFound:
		return e.bounced(ctx, c, err)
	case b.Retryer != nil && b.Retryer.IsErrorRetryable(err), retry.IsRetryable(err):
		// The client has used up its retries. The next poll repeats the call.
		e.refused, e.fault = 0, err
		return nil
	}
	return err
}

// bounced returns the fault of a rejected call if enough polls ended with that fault and neither the
// cluster nor an instance is changing.
func (e *ensure) bounced(ctx context.Context, c *types.DBCluster, fault error) error {
	instances, atRest := e.instanceStates(ctx, c)
	reason := instances
	var coded interface{ ErrorCode() string }
	if errors.As(fault, &coded) {
		reason = coded.ErrorCode() + " " + instances
	}
	switch {
	case !atRest:
		e.refused = 0
	case e.refused > 0 && reason == e.reason:
		e.refused++
	default:
		e.refused, e.since = 1, time.Now()
	}
	e.fault, e.reason = fault, reason
	if e.refused >= patience && time.Since(e.since) >= lag {
		return fault
	}
	return nil
}

// maxPages is the maximum number of pages of instances to read. A cluster has
// at most 16 instances.
const maxPages = 10

// instanceStates returns the states of the instances of a cluster, and whether all these states are
// permanent. An available cluster with an instance that is being created, for example, cannot be
// stopped yet. If the caller may not describe instances, the result is empty.
func (e *ensure) instanceStates(ctx context.Context, c *types.DBCluster) (states string, atRest bool) {
	if len(c.DBClusterMembers) == 0 {
		return "", true
	}
	in := &DescribeDBInstancesInput{Filters: filter("db-cluster-id", []string{nereid.ToString(c.DBClusterIdentifier)})}
	var b strings.Builder
	atRest = true
	pages := NewDescribeDBInstancesPaginator(e.instances, in)
	for n := 0; pages.HasMorePages(); n++ {
		page, err := pages.NextPage(ctx, e.options.ClientOptions...)
		if err != nil || n == maxPages {
			return "", true
		}
		for _, item := range page.DBInstances {
			state := strings.ToLower(nereid.ToString(item.DBInstanceStatus))
			b.WriteString(nereid.ToString(item.DBInstanceIdentifier) + "=" + state + " ")
			atRest = atRest && (state == "available" || state == "stopped" || state == "storage-full" ||
				slices.Contains(status.InstanceFailures(), state) && state != "deleting")
		}
	}
	return b.String(), atRest
}
