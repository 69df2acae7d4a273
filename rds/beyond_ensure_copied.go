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
	// MinDelay and MaxDelay are the minimum and maximum time between polls. The defaults are 30
	// seconds and 2 minutes.
	MinDelay, MaxDelay time.Duration

	// ClientOptions change the client's options for all calls.
	ClientOptions []func(*Options)

	// OnPoll, if set, is called with the result of each poll, in the caller's goroutine.
	OnPoll func(Poll[types.DBClusterSnapshot])
}

// EnsureSnapshotCopiedResult is the result of [EnsureSnapshotCopied].
type EnsureSnapshotCopiedResult struct {
	// Source is the description of the snapshot to copy, or nil if the snapshot was not described.
	Source *types.DBClusterSnapshot

	// Snapshot is the latest description of the copy, or nil if the copy was never described.
	Snapshot *types.DBClusterSnapshot

	// Copied reports whether this call of EnsureSnapshotCopied made a copy request that the service
	// accepted.
	Copied bool

	// CopyErr is the error that the copy request returned, or nil if the request succeeded or was
	// not made.
	CopyErr error
}

// Changed reports whether the service accepted a copy request. It returns r.Copied.
func (r *EnsureSnapshotCopiedResult) Changed() bool { return r.Copied }

// EnsureSnapshotCopied ensures that an available copy of a cluster snapshot exists. The copy
// request, in, names the source (the snapshot to copy) and the target (the copy).
// EnsureSnapshotCopied describes the target first, and copies the source only if the target does
// not exist. It also succeeds if another caller made the copy. It recognizes a copy by two fields
// of the copy's description: SourceDBClusterSnapshotArn must be the source's ARN, and
// SnapshotCreateTime must be the source's SnapshotCreateTime. It does not compare KMS keys or tags.
// It is safe to call EnsureSnapshotCopied again, even if the response to an earlier copy request
// was lost.
//
// EnsureSnapshotCopied describes the source in the region that the request's SourceRegion names. If
// SourceRegion is nil, it uses the region in the source's ARN, or the client's region if the source
// is not given by ARN. If the target exists but is not a copy of the source, the error matches
// [nereid.ErrAlreadyExists]. If EnsureSnapshotCopied cannot determine whether the target is a copy
// of the source, for example because the source was deleted, the error is a
// [*nereid.OutcomeUnknownError] that contains the reason. The wait for the copy fails for the same
// statuses as that of a [DBClusterSnapshotAvailableWaiter]. The result is not nil even if there
// is an error.
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
