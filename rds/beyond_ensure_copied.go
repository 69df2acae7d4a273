package rds

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/rds/types"
)

// EnsureSnapshotCopiedAPIClient is the client interface that
// [EnsureSnapshotCopied] uses.
type EnsureSnapshotCopiedAPIClient interface {
	DescribeDBClusterSnapshotsAPIClient
	CopyDBClusterSnapshot(context.Context, *CopyDBClusterSnapshotInput, ...func(*Options)) (*CopyDBClusterSnapshotOutput, error)
}

// EnsureSnapshotCopiedOptions are the options of [EnsureSnapshotCopied].
type EnsureSnapshotCopiedOptions struct {
	// MinDelay and MaxDelay are the bounds of the time between two polls, by default 30
	// seconds and 2 minutes.
	MinDelay, MaxDelay time.Duration

	// ClientOptions change the options of the client for all calls.
	ClientOptions []func(*Options)

	// OnPoll is called with the result of each poll, in the goroutine of the
	// caller.
	OnPoll func(Poll[types.DBClusterSnapshot])
}

// EnsureSnapshotCopiedResult is the result of [EnsureSnapshotCopied].
type EnsureSnapshotCopiedResult struct {
	// Source is the snapshot to copy, or nil if it was not described.
	Source *types.DBClusterSnapshot

	// Snapshot is the last description of the copy, or nil if it was never
	// described.
	Snapshot *types.DBClusterSnapshot

	// Copied reports whether the service accepted a request of this call to copy.
	Copied bool

	// CopyErr is the error of the request to copy, or nil if there was none.
	CopyErr error
}

// Changed reports whether this call is known to have changed something, that is, whether the service
// accepted a request to copy.
func (r *EnsureSnapshotCopiedResult) Changed() bool { return r.Copied }

// EnsureSnapshotCopied waits until a copy of a cluster snapshot exists under the name of the target.
// It describes the target first, and copies the snapshot only if the target does not exist. It
// succeeds if the target is a copy of this source, even if another caller made the copy. It recognizes
// the copy by the ARN of the source and by the time of the source, which copies keep. It does not
// compare keys and tags. The caller can therefore repeat EnsureSnapshotCopied at any time, even after
// the response to a copy was lost.
//
// EnsureSnapshotCopied describes the source in SourceRegion, or in the region of its ARN if
// SourceRegion is nil. If the target is another snapshot, the error is [nereid.ErrAlreadyExists]. If
// it is impossible to tell whether the target is a copy of the source, for example because the source
// was deleted, the error is a [*nereid.OutcomeUnknownError] that gives the reason. The wait ends like
// that of [NewDBClusterSnapshotAvailableWaiter]. The result is set even if there is an error.
func EnsureSnapshotCopied(
	ctx context.Context, client EnsureSnapshotCopiedAPIClient, in *CopyDBClusterSnapshotInput, maxWait time.Duration, optFns ...func(*EnsureSnapshotCopiedOptions),
) (*EnsureSnapshotCopiedResult, error) {
	e := &ensureCopied{client: client, in: in}
	for _, fn := range optFns {
		fn(&e.options)
	}
	switch {
	case in == nil || nereid.ToString(in.SourceDBClusterSnapshotIdentifier) == "":
		return &e.result, errors.New("the source of the copy is empty")
	case nereid.ToString(in.TargetDBClusterSnapshotIdentifier) == "":
		return &e.result, errors.New("the target of the copy is empty")
	case maxWait <= 0:
		return &e.result, fmt.Errorf("the maximum wait of %s is not positive", maxWait)
	}
	return &e.result, e.run(ctx, maxWait)
}

type ensureCopied struct {
	client  EnsureSnapshotCopiedAPIClient
	in      *CopyDBClusterSnapshotInput
	options EnsureSnapshotCopiedOptions
	result  EnsureSnapshotCopiedResult
}

func (e *ensureCopied) run(ctx context.Context, maxWait time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, maxWait)
	defer cancel()
	started := time.Now()
	if err := e.lookAtTarget(ctx); err != nil {
		return err
	}
	if e.result.Snapshot == nil {
		if err := e.copy(ctx); err != nil {
			return err
		}
	} else if err := e.check(ctx); err != nil {
		return err
	}
	return e.wait(ctx, maxWait-time.Since(started))
}

// lookAtTarget describes the target, if it exists.
func (e *ensureCopied) lookAtTarget(ctx context.Context) error {
	target, err := e.find(ctx, &DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: e.in.TargetDBClusterSnapshotIdentifier}, "")
	e.result.Snapshot = target
	return err
}

// find describes a snapshot, in the given region if that is not empty. It
// returns nil if the snapshot does not exist.
func (e *ensureCopied) find(ctx context.Context, in *DescribeDBClusterSnapshotsInput, region string) (*types.DBClusterSnapshot, error) {
	optFns := append(slices.Clone(e.options.ClientOptions), func(o *Options) {
		if region != "" {
			o.Region = region
		}
	})
	out, err := e.client.DescribeDBClusterSnapshots(ctx, in, optFns...)
	switch {
	case err != nil && clusterSnapshots.IsNotFound(err), err == nil && len(out.DBClusterSnapshots) == 0:
		return nil, nil //nolint:nilnil // there is none
	case err != nil:
		return nil, err
	}
	return &out.DBClusterSnapshots[0], nil
}

// copy requests the copy. A rejection may be due to a copy that another call began and that
// descriptions do not show yet.
func (e *ensureCopied) copy(ctx context.Context) error {
	out, err := e.client.CopyDBClusterSnapshot(ctx, e.in, e.options.ClientOptions...)
	if err == nil {
		e.result.Copied = true
		if out != nil {
			e.result.Snapshot = out.DBClusterSnapshot
		}
		return nil
	}
	e.result.CopyErr = err
	var unknown *nereid.OutcomeUnknownError
	if !errors.As(err, &unknown) && nereid.CategoryOf(err) != nereid.ErrAlreadyExists {
		return err
	}
	for _, pause := range [...]time.Duration{0, time.Second, 2 * time.Second, 4 * time.Second, 8 * time.Second, 15 * time.Second} {
		if sleepErr := retry.Sleep(ctx, pause); sleepErr != nil {
			break
		}
		if lookErr := e.lookAtTarget(ctx); lookErr == nil && e.result.Snapshot != nil {
			return e.check(ctx)
		}
	}
	return err
}

// check returns nil if the target is a copy of the source.
func (e *ensureCopied) check(ctx context.Context) error {
	source, target := nereid.ToString(e.in.SourceDBClusterSnapshotIdentifier), e.result.Snapshot
	from := nereid.ToString(target.SourceDBClusterSnapshotArn)
	if from != "" && !recovery.SameName(source, from) {
		return e.another("a copy of " + from)
	}
	if e.result.Source == nil {
		in := &DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: e.in.SourceDBClusterSnapshotIdentifier}
		region := nereid.ToString(e.in.SourceRegion)
		if of := recovery.RegionOf(source); of != "" {
			in.IncludeShared = nereid.Bool(true)
			if region == "" {
				region = of
			}
		}
		found, err := e.find(ctx, in, region)
		switch {
		case err != nil:
			return e.unknown(fmt.Errorf("the source cannot be described: %w", err))
		case found == nil:
			return e.unknown(errors.New("the source is gone, so that nothing tells whether the target is its copy"))
		}
		e.result.Source = found
	}
	taken, copied := e.result.Source.SnapshotCreateTime, target.SnapshotCreateTime
	switch {
	case from == "":
		return e.unknown(errors.New("the target does not show what it is a copy of"))
	case nereid.ToString(e.result.Source.DBClusterSnapshotArn) != "" && !recovery.SameName(*e.result.Source.DBClusterSnapshotArn, from):
		return e.another("a copy of " + from)
	case taken == nil || copied == nil:
		return e.unknown(errors.New("the source and the target do not show when they were taken"))
	case !taken.Equal(*copied):
		return e.another(fmt.Sprintf("of %s, and the source is of %s", copied.Format(time.RFC3339), taken.Format(time.RFC3339)))
	}
	return nil
}

func (e *ensureCopied) another(what string) error {
	return fmt.Errorf("the target %s %w as another snapshot: it is %s", nereid.ToString(e.in.TargetDBClusterSnapshotIdentifier), nereid.ErrAlreadyExists, what)
}

func (e *ensureCopied) unknown(why error) error {
	err := &nereid.OutcomeUnknownError{
		Err: why, Last: e.result.CopyErr,
		LookAt: "cluster snapshot " + nereid.ToString(e.in.TargetDBClusterSnapshotIdentifier), Retryable: true,
	}
	if nereid.IsServiceError(e.result.CopyErr) {
		err.Refusal = e.result.CopyErr.Error()
	}
	return err
}

// wait waits until the copy is available.
func (e *ensureCopied) wait(ctx context.Context, left time.Duration) error {
	waiter := NewDBClusterSnapshotAvailableWaiter(e.client, func(o *DBClusterSnapshotAvailableWaiterOptions) {
		o.MinDelay, o.MaxDelay, o.ClientOptions, o.OnPoll = e.options.MinDelay, e.options.MaxDelay, e.options.ClientOptions, e.options.OnPoll
	})
	out, err := waiter.WaitForOutput(ctx, &DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: e.in.TargetDBClusterSnapshotIdentifier}, left)
	if err == nil && len(out.DBClusterSnapshots) > 0 {
		e.result.Snapshot = &out.DBClusterSnapshots[0]
	}
	return err
}
