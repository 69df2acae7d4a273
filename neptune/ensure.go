package neptune

import (
	"context"
	"errors"
	"fmt"
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
	e := &ensure{
		operation: "StopDBCluster", from: "available", wanted: "stopped", clusters: client, instances: client,
		call: func(ctx context.Context, optFns ...func(*Options)) (requestID string, err error) {
			out, err := client.StopDBCluster(ctx, &StopDBClusterInput{DBClusterIdentifier: &id}, optFns...)
			if err != nil || out == nil {
				return "", err
			}
			return nereid.RequestID(out.ResultMetadata), nil
		},
	}
	return e.run(ctx, id, maxWait, optFns)
}

// EnsureStarted brings a cluster to where it is available, whatever it is doing: it does nothing if
// the cluster is available, waits if it is about to be, and starts it when it is stopped. A cluster
// that is stopped meanwhile is started again. One that AWS had to stop for want of its key, and that is
// inaccessible-encryption-credentials-recoverable, is started once. Instances may become available a
// little later than their cluster, see [NewDBInstanceAvailableWaiter].
//
// When it repeats a call, when it ends and what it returns is told at [EnsureStopped].
func EnsureStarted(ctx context.Context, client EnsureStartedAPIClient, id string, maxWait time.Duration, optFns ...func(*EnsureOptions)) (*EnsureResult, error) {
	e := &ensure{
		operation: "StartDBCluster", from: "stopped", also: status.Inaccessible, wanted: "available", clusters: client, instances: client,
		call: func(ctx context.Context, optFns ...func(*Options)) (requestID string, err error) {
			out, err := client.StartDBCluster(ctx, &StartDBClusterInput{DBClusterIdentifier: &id}, optFns...)
			if err != nil || out == nil {
				return "", err
			}
			return nereid.RequestID(out.ResultMetadata), nil
		},
	}
	return e.run(ctx, id, maxWait, optFns)
}

// patience is for how many polls a cluster may stay where it is: after a call that was accepted
// before it is made again, and after calls that were refused before it is given up.
const patience = 3

// ensure is a waiter that acts when a poll finds the cluster in the state to act on.
type ensure struct {
	operation    string
	from, wanted string // statuses
	also         string // another to start from, until something has come of a call
	clusters     DescribeDBClustersAPIClient
	instances    DescribeDBInstancesAPIClient
	call         func(context.Context, ...func(*Options)) (requestID string, err error)

	options  EnsureOptions
	fallback func(context.Context, *DescribeDBClustersInput, *DescribeDBClustersOutput, error) (bool, error)
	result   EnsureResult
	action   *EnsureAction // of the last poll
	accepted int           // polls since a call was accepted that saw no change, 0 without such a call
	moved    bool          // a poll has seen another status after a call was accepted
	refused  int           // polls in a row that ended with the same fault
	fault    error         // that fault
	reason   string        // its code, with the states of the instances
}

func (e *ensure) run(ctx context.Context, id string, maxWait time.Duration, optFns []func(*EnsureOptions)) (*EnsureResult, error) {
	for _, fn := range optFns {
		fn(&e.options)
	}
	if id == "" {
		return &e.result, errors.New("the identifier of the cluster is empty")
	}
	start := time.Now()
	waiter := describe.NewWaiter(e.clusters.DescribeDBClusters, core, &clusters, &wait.Condition{
		Wanted: e.wanted, Success: []string{e.wanted}, Failure: status.ClusterFailures(), Stale: []string{status.Inaccessible},
	}, []func(*DBClusterStoppedWaiterOptions){e.configure})
	_, err := waiter.WaitForOutput(ctx, &DescribeDBClustersInput{DBClusterIdentifier: &id}, maxWait)
	e.result.Waited = time.Since(start)

	// What the service had against the call explains a timeout, unless the last poll failed too.
	var failed *nereid.WaitError
	if errors.As(err, &failed) && failed.Outcome == nereid.ErrWaitTimeout && failed.Cause == nil {
		failed.Cause = e.fault
	}
	return &e.result, err
}

func (e *ensure) configure(o *DBClusterStoppedWaiterOptions) {
	o.MinDelay, o.MaxDelay = e.options.MinDelay, e.options.MaxDelay
	o.FailureStates, o.ClientOptions = e.options.FailureStates, e.options.ClientOptions
	e.fallback, o.Retryable = o.Retryable, e.step
	o.OnPoll = e.report
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
	fresh := !e.result.Changed() || e.accepted > 0 && e.accepted < patience // or the description may be behind the call
	locked := e.also != "" && strings.EqualFold(status, e.also) && !e.moved && fresh
	if !strings.EqualFold(status, e.from) && !locked {
		e.moved = e.moved || e.result.Changed()
		e.accepted, e.refused, e.fault = 0, 0, nil
		return e.fallback(ctx, in, out, err)
	}
	if e.accepted > 0 && e.accepted < patience {
		e.accepted++ // the description may be behind the call
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
	action.RequestID, action.Err = e.call(ctx, append(slices.Clip(e.options.ClientOptions), borrow)...)
	e.result.Actions = append(e.result.Actions, action)
	e.action = &action
	err := action.Err
	switch {
	case err == nil:
		e.accepted, e.refused, e.fault = 1, 0, nil
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, nereid.ErrInvalidState), errors.Is(err, nereid.ErrNotFound):
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
		e.refused = 1
	}
	e.fault, e.reason = fault, reason
	if e.refused >= patience {
		return fault
	}
	return nil
}

// instanceStates tells the states of a cluster's instances and whether all of them are such that
// they last. An available cluster with an instance that is being created cannot be stopped yet. Who
// may not see the instances does without.
func (e *ensure) instanceStates(ctx context.Context, c *types.DBCluster) (states string, atRest bool) {
	if len(c.DBClusterMembers) == 0 {
		return "", true
	}
	in := &DescribeDBInstancesInput{Filters: filter("db-cluster-id", []string{nereid.ToString(c.DBClusterIdentifier)})}
	var b strings.Builder
	atRest = true
	for item, err := range NewDescribeDBInstancesPaginator(e.instances, in).All(ctx, e.options.ClientOptions...) {
		if err != nil {
			return "", true
		}
		state := strings.ToLower(nereid.ToString(item.DBInstanceStatus))
		b.WriteString(nereid.ToString(item.DBInstanceIdentifier) + "=" + state + " ")
		atRest = atRest && (state == "available" || state == "stopped" || state == "storage-full" ||
			slices.Contains(status.InstanceFailures(), state) && state != "deleting")
	}
	return b.String(), atRest
}
