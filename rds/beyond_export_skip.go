package rds

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/flow"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeSnapshotsAPIClient is the client interface for [ExportAllOptions].SkipExported.
type DescribeSnapshotsAPIClient interface {
	DescribeDBClusterSnapshotsAPIClient
	DescribeDBSnapshotsAPIClient
}

// exported identifies the data and the destination of an export: the source, the exported parts of
// the source, the bucket and the prefix.
type exported struct{ source, bucket, prefix, parts string }

// exportedBy returns the data and the destination of an export. It converts the source to lower
// case, because names in ARNs are case-insensitive.
func exportedBy(source, bucket, prefix *string, only []string) exported {
	parts := slices.Clone(only)
	slices.Sort(parts)
	return exported{strings.ToLower(nereid.ToString(source)), nereid.ToString(bucket), nereid.ToString(prefix), strings.Join(parts, " ")}
}

// skip takes the exports that are already complete out of q.waiting, and adds their results to
// q.refused. It reports whether the remaining exports can start. After a transient error, they
// cannot start until skip succeeds after a later poll. After any other error, all waiting exports
// fail.
func (q *exportQueue) skip(ctx context.Context) (ready bool) {
	if q.options.SkipExported == nil || q.looked {
		return true
	}
	err := q.lookForExported(ctx)
	if err == nil {
		q.looked = true
		return true
	}
	if q.passes(ctx, err) {
		for _, w := range q.waiting {
			w.err = err
		}
		return false
	}
	for _, w := range q.waiting {
		q.refused = append(q.refused, w.result(err))
	}
	q.waiting = nil
	return false
}

// passes reports whether err is transient. If so, ExportAll tries again after the next poll.
func (q *exportQueue) passes(ctx context.Context, err error) bool {
	return ctx.Err() != nil || q.withoutKeys(err) || retry.IsRetryable(err) || nereid.CategoryOf(err) == nereid.ErrThrottled
}

// lookForExported takes two kinds of exports out of q.waiting, and adds their results to q.refused:
// exports that are already complete, and exports whose snapshot cannot be described. If the tasks
// cannot be listed, or if describing a snapshot fails for a transient reason, it returns the error
// and does not change q.
func (q *exportQueue) lookForExported(ctx context.Context) error {
	done := make(map[exported][]types.ExportTask)
	in := &DescribeExportTasksInput{Filters: filter("status", []string{"complete"})}
	for task, err := range NewDescribeExportTasksPaginator(q.client, in).All(ctx, q.options.ClientOptions...) {
		if err != nil {
			return err
		}
		key := exportedBy(task.SourceArn, task.S3Bucket, task.S3Prefix, task.ExportOnly)
		done[key] = append(done[key], task)
	}
	taken := make(map[string]*time.Time) // by the ARN of the snapshot, nil if the snapshot does not exist
	skipped, failed := make(map[*waitingExport]*types.ExportTask), make(map[*waitingExport]error)
	for _, w := range q.waiting {
		if w.in == nil || sourceType(w.in) != types.ExportSourceTypeSnapshot {
			continue // a cluster changes
		}
		source := nereid.ToString(w.in.SourceArn)
		for _, task := range done[exportedBy(w.in.SourceArn, w.in.S3BucketName, w.in.S3Prefix, w.in.ExportOnly)] {
			at, known := taken[source]
			if !known {
				var err error
				at, err = q.snapshotTime(ctx, source)
				if err != nil && q.passes(ctx, err) {
					return err
				}
				if err != nil {
					failed[w] = err
					break
				}
				taken[source] = at
			}
			// A deleted snapshot and a new snapshot with the same name have the same ARN, but
			// different creation times.
			if at != nil && task.SnapshotTime != nil && at.Truncate(time.Second).Equal(task.SnapshotTime.Truncate(time.Second)) {
				skipped[w] = &task
			}
		}
	}
	q.waiting = slices.DeleteFunc(q.waiting, func(w *waitingExport) bool {
		task, err := skipped[w], failed[w]
		switch {
		case err != nil:
			q.refused = append(q.refused, w.result(err))
		case task != nil:
			q.refused = append(q.refused, ExportResult{Input: w.in, State: ExportSkipped, Task: task})
		}
		return err != nil || task != nil
	})
	return nil
}

// snapshotTime returns the SnapshotCreateTime of a snapshot, or nil if the snapshot does not exist
// or its description does not contain the time.
func (q *exportQueue) snapshotTime(ctx context.Context, arn string) (*time.Time, error) {
	shared, kind := nereid.Bool(true), flow.SnapshotType(arn)
	if strings.Contains(arn, ":cluster-snapshot:") {
		out, err := q.options.SkipExported.DescribeDBClusterSnapshots(ctx,
			&DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &arn, IncludeShared: shared, SnapshotType: kind}, q.options.ClientOptions...)
		switch {
		case clusterSnapshots.IsNotFound(err), err == nil && len(out.DBClusterSnapshots) == 0:
			return nil, nil //nolint:nilnil // the snapshot does not exist
		case err != nil:
			return nil, err
		}
		return out.DBClusterSnapshots[0].SnapshotCreateTime, nil
	}
	out, err := q.options.SkipExported.DescribeDBSnapshots(ctx, &DescribeDBSnapshotsInput{DBSnapshotIdentifier: &arn, IncludeShared: shared, SnapshotType: kind}, q.options.ClientOptions...)
	switch {
	case snapshots.IsNotFound(err), err == nil && len(out.DBSnapshots) == 0:
		return nil, nil //nolint:nilnil // the snapshot does not exist
	case err != nil:
		return nil, err
	}
	return out.DBSnapshots[0].SnapshotCreateTime, nil
}
