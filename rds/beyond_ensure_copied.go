package rds

import (
	"context"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/flow"
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
	var options EnsureSnapshotCopiedOptions
	for _, fn := range optFns {
		fn(&options)
	}
	if in == nil {
		in = new(CopyDBClusterSnapshotInput)
	}
	target := &DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: in.TargetDBClusterSnapshotIdentifier}
	c := flow.Copy[*DescribeDBClusterSnapshotsInput, *DescribeDBClusterSnapshotsOutput, *types.DBClusterSnapshot, *Options]{
		Describe: client.DescribeDBClusterSnapshots, Core: core, Resource: &clusterSnapshots, Options: options.ClientOptions,
		From: &DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: in.SourceDBClusterSnapshotIdentifier}, To: target,
		Region: nereid.ToString(in.SourceRegion),
		Begin: func(ctx context.Context) (*types.DBClusterSnapshot, error) {
			out, err := client.CopyDBClusterSnapshot(ctx, in, options.ClientOptions...)
			if out == nil {
				return nil, err
			}
			return out.DBClusterSnapshot, err
		},
		Wait: func(ctx context.Context, left time.Duration) (*DescribeDBClusterSnapshotsOutput, error) {
			return NewDBClusterSnapshotAvailableWaiter(client, func(o *DBClusterSnapshotAvailableWaiterOptions) {
				o.MinDelay, o.MaxDelay, o.ClientOptions, o.OnPoll = options.MinDelay, options.MaxDelay, options.ClientOptions, options.OnPoll
			}).WaitForOutput(ctx, target, left)
		},
		Look: func(s *types.DBClusterSnapshot) flow.Snapshot {
			return flow.Snapshot{ARN: s.DBClusterSnapshotArn, CopyOf: s.SourceDBClusterSnapshotArn, Taken: s.SnapshotCreateTime}
		},
	}
	err := c.Run(ctx, maxWait)
	return &EnsureSnapshotCopiedResult{Source: c.Source, Snapshot: c.Target, Copied: c.Copied, CopyErr: c.Err}, err
}
