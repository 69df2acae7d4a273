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

// StopDBClusterAPIClient is the part of a client that stops clusters.
type StopDBClusterAPIClient interface {
	StopDBCluster(context.Context, *StopDBClusterInput, ...func(*Options)) (*StopDBClusterOutput, error)
}

// StartDBClusterAPIClient is the part of a client that starts clusters.
type StartDBClusterAPIClient interface {
	StartDBCluster(context.Context, *StartDBClusterInput, ...func(*Options)) (*StartDBClusterOutput, error)
}

// EnsureStoppedAPIClient is what [EnsureStopped] needs of a client. Instances are described only
// when a stop has been refused.
type EnsureStoppedAPIClient interface {
	DescribeDBClustersAPIClient
	DescribeDBInstancesAPIClient
	StopDBClusterAPIClient
}

// EnsureStartedAPIClient is what [EnsureStarted] needs of a client. Instances are described only
// when a start has been refused.
type EnsureStartedAPIClient interface {
	DescribeDBClustersAPIClient
	DescribeDBInstancesAPIClient
	StartDBClusterAPIClient
}

// ErrOtherEngine is the cause of the error with which [EnsureStopped] and [EnsureStarted] refuse a
// cluster that is not Neptune's.
var ErrOtherEngine = errors.New("the cluster does not belong to Neptune")

// EnsureOptions are the options of [EnsureStopped] and [EnsureStarted].
type EnsureOptions struct {
	// AnyEngine accepts a cluster whose Engine is not neptune. The control plane is that of RDS
	// and DocumentDB too, and would stop a cluster of theirs.
	AnyEngine bool

	// MinDelay is the least time between two polls, by default 30 seconds.
	MinDelay time.Duration

	// MaxDelay is the most time between two polls, by default 2 minutes. [WaiterOptions] tell
	// more.
	MaxDelay time.Duration

	// ConsecutiveHits is how many polls in a row must find the wanted state, by default 1. With 2, a
	// cluster that has the wanted state at first is described again after MinDelay: descriptions were
	// seen to lag by up to 20 seconds, so that a cluster that was started or stopped right before may
	// still show its state from before.
	ConsecutiveHits int

	// FailureStates are statuses that end it, besides those that end the waiters for clusters.
	FailureStates []string

	// ClientOptions change the options of the client for all its calls.
	ClientOptions []func(*Options)

	// OnProgress is called with what each poll found and what was done about it, in the goroutine
	// of the caller.
	OnProgress func(EnsureProgress)
}

// EnsureProgress is what one poll found, and what was done about it.
type EnsureProgress struct {
	Poll[types.DBCluster]

	// Action is the call that was made after the poll, nil if none was.
	Action *EnsureAction
}

// An EnsureAction is a call of StopDBCluster or StartDBCluster.
type EnsureAction struct {
	// Operation is the name of the operation.
	Operation string

	// Time is when it was called.
	Time time.Time

	// RequestID identifies the call to AWS support, if it was accepted.
	RequestID string

	// Err is why it was not accepted, nil if it was.
	Err error
}

// EnsureResult tells what [EnsureStopped] or [EnsureStarted] did.
type EnsureResult struct {
	// ID is the identifier of the cluster, as it was given.
	ID string

	// InitialStatus is the status that the cluster had at first, "" if it was never seen.
	InitialStatus string

	// Actions are the calls that were made, none if the cluster came to the wanted state by
	// itself or had it already.
	Actions []EnsureAction

	// Polls is how often the cluster was described.
	Polls int

	// Waited is how long it all took.
	Waited time.Duration

	// Cluster is the cluster as it was described last, nil if it never was.
	Cluster *types.DBCluster
}

// Changed reports whether a call was accepted, so that it was not by itself that the cluster came to
// where it is.
func (r *EnsureResult) Changed() bool {
	return slices.ContainsFunc(r.Actions, func(a EnsureAction) bool { return a.Err == nil })
}

// EnsureStopped brings a cluster to a stop, whatever it is doing: it does nothing if the cluster is
// stopped, waits if it is stopping, and else waits until it is available and stops it. It can be
// called again at any time, and has to be for a cluster to stay stopped, since AWS starts it after
// seven days. A cluster that is started meanwhile, by AWS or somebody else, is stopped again.
//
// A stop that the service refuses because of the state of the cluster or of its instances
// ([nereid.ErrInvalidState]) is repeated after the next poll. When it has been refused for the same
// reason on three polls in a row, and nothing about the cluster or its instances is about to change,
// as with the member of a global database, that fault is returned.
//
// It ends without success when maxWait is over, when three polls in a row do not find the cluster,
// and at once if it is not Neptune's ([ErrOtherEngine]), is in one of the states that end
// [NewDBClusterStoppedWaiter], or may not be stopped by the caller. The error is a
// [*nereid.WaitError], unless the arguments were wrong. The result is there with an error, too.
func EnsureStopped(ctx context.Context, client EnsureStoppedAPIClient, id string, maxWait time.Duration, optFns ...func(*EnsureOptions)) (*EnsureResult, error) {
	return stopping(client).one(ctx, id, maxWait, optFns)
}

// EnsureStarted brings a cluster to where it is available, whatever it is doing: it does nothing if
// the cluster is available, waits if it is about to be, and starts it when it is stopped. A cluster
// that is stopped meanwhile is started again. One that AWS had to stop for want of its key, and that is
// inaccessible-encryption-credentials-recoverable, is started once. Instances may become available a
// little later than their cluster, see [NewDBInstanceAvailableWaiter].
//
// When it repeats a call, when it ends and what it returns is told at [EnsureStopped].
func EnsureStarted(ctx context.Context, client EnsureStartedAPIClient, id string, maxWait time.Duration, optFns ...func(*EnsureOptions)) (*EnsureResult, error) {
	return starting(client).one(ctx, id, maxWait, optFns)
}

// EnsureAllStopped is [EnsureStopped] for many clusters at once, and yields the result of each as it
// ends, with the error that EnsureStopped would have returned. It describes up to a hundred clusters
// with one request, as the WaitAll of a waiter does, and stops each when a poll finds that it can be
// stopped. A cluster that fails does not end it for the others. It takes care once of an identifier
// that is given twice.
//
// Calls are made one after the other, in the goroutine of the caller. A cluster that is stopped has
// ended: it is not looked at again while the others are waited for. A break out of the loop ends it;
// clusters that were stopped by then still come to a stop.
func EnsureAllStopped(ctx context.Context, client EnsureStoppedAPIClient, ids []string, maxWait time.Duration, optFns ...func(*EnsureOptions)) iter.Seq2[*EnsureResult, error] {
	return stopping(client).all(ctx, ids, maxWait, optFns)
}

// EnsureAllStarted is [EnsureStarted] for many clusters at once, in the way of [EnsureAllStopped].
func EnsureAllStarted(ctx context.Context, client EnsureStartedAPIClient, ids []string, maxWait time.Duration, optFns ...func(*EnsureOptions)) iter.Seq2[*EnsureResult, error] {
	return starting(client).all(ctx, ids, maxWait, optFns)
}

// A cluster may stay where it is for so many polls, and so long: after a call that was accepted before
// the call is made again, and after calls that were refused before the cluster is given up. Meanwhile
// the description may be behind.
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
	action   *EnsureAction // of the last poll
	accepted int           // polls since a call was accepted that saw no change, 0 without such a call
	moved    bool          // a poll has seen another status after a call was accepted
	refused  int           // polls in a row that ended with the same fault
	fault    error         // that fault
	reason   string        // its code, with the states of the instances
	since    time.Time     // of the call that was accepted, or of the first that was refused
}

// ensuring is what EnsureStopped and EnsureStarted differ in.
type ensuring struct {
	operation    string
	from, wanted string // statuses
	also         string // another to start from, until something has come of a call
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

// one is EnsureStopped or EnsureStarted.
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

// all is EnsureAllStopped or EnsureAllStarted: one wait, in which a poll may act on each cluster.
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
			// What the service had against the call explains a timeout, unless the last poll failed too.
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

// waiter returns one that hands each poll to the cluster that it is of.
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

// step decides after a poll, as WaiterOptions.Retryable does.
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
	behind := e.accepted > 0 && (e.accepted < patience || time.Since(e.since) < lag) // the description, maybe
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

// act makes the call. It returns an error if that was the last word.
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
	case trouble, errors.As(err, &unknown): // the next poll tells whether it was accepted
		e.refused, e.fault = 0, err
		return nil
	case nereid.CategoryOf(err) == nereid.ErrInvalidState, nereid.CategoryOf(err) == nereid.ErrNotFound:
		return e.bounced(ctx, c, err)
	case b.Retryer != nil && b.Retryer.IsErrorRetryable(err), retry.IsRetryable(err):
		// The client has tried again as often as it would. The next poll does so.
		e.refused, e.fault = 0, err
		return nil
	}
	return err
}

// bounced returns the fault if it has come on enough polls while all was at rest.
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

// maxPages is how many pages of instances are looked at. A cluster has at most 16 instances.
const maxPages = 10

// instanceStates tells the states of a cluster's instances and whether all of them are such that
// they last. An available cluster with an instance that is being created cannot be stopped yet. A caller
// that may not see the instances does without.
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
