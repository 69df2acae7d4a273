package rds

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeSnapshotsAPIClient is the client interface that [ExportAllOptions].SkipExported uses.
type DescribeSnapshotsAPIClient interface {
	DescribeDBClusterSnapshotsAPIClient
	DescribeDBSnapshotsAPIClient
}

// An exported identifies what an export writes, and where: the source, the bucket, the prefix and
// the parts.
type exported struct{ source, bucket, prefix, parts string }

// exportedBy returns the key of an export.
func exportedBy(source, bucket, prefix *string, only []string) exported {
	parts := slices.Clone(only)
	slices.Sort(parts)
	return exported{nereid.ToString(source), nereid.ToString(bucket), nereid.ToString(prefix), strings.Join(parts, " ")}
}

// skip moves the exports that are complete already from the waiting exports to the results. It
// reports whether the exports can start. If it cannot list or describe for a reason that may pass,
// the next poll tries again. For any other reason, no export starts.
func (q *exportQueue) skip(ctx context.Context) (ready bool) {
	if q.options.SkipExported == nil || q.looked {
		return true
	}
	err := q.lookForExported(ctx)
	if err == nil {
		q.looked = true
		return true
	}
	if ctx.Err() != nil || q.withoutKeys(err) || retry.IsRetryable(err) || nereid.CategoryOf(err) == nereid.ErrThrottled {
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
	skipped := make(map[*waitingExport]*types.ExportTask)
	for _, w := range q.waiting {
		if w.in == nil || sourceType(w.in) != types.ExportSourceTypeSnapshot {
			continue // a cluster changes
		}
		source := nereid.ToString(w.in.SourceArn)
		for _, task := range done[exportedBy(w.in.SourceArn, w.in.S3BucketName, w.in.S3Prefix, w.in.ExportOnly)] {
			at, known := taken[source]
			if !known {
				var err error
				if at, err = q.snapshotTime(ctx, source); err != nil {
					return err
				}
				taken[source] = at
			}
			// A snapshot that was deleted and taken again has the same ARN.
			if at != nil && task.SnapshotTime != nil && at.Truncate(time.Second).Equal(task.SnapshotTime.Truncate(time.Second)) {
				skipped[w] = &task
			}
		}
	}
	q.waiting = slices.DeleteFunc(q.waiting, func(w *waitingExport) bool {
		task := skipped[w]
		if task != nil {
			q.refused = append(q.refused, ExportResult{Input: w.in, State: ExportSkipped, Task: task})
		}
		return task != nil
	})
	return nil
}

// snapshotTime returns the time of a snapshot, or nil if the snapshot does not exist or shows none.
func (q *exportQueue) snapshotTime(ctx context.Context, arn string) (*time.Time, error) {
	shared := nereid.Bool(true)
	if strings.Contains(arn, ":cluster-snapshot:") {
		out, err := q.options.SkipExported.DescribeDBClusterSnapshots(ctx,
			&DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &arn, IncludeShared: shared}, q.options.ClientOptions...)
		switch {
		case clusterSnapshots.IsNotFound(err), err == nil && len(out.DBClusterSnapshots) == 0:
			return nil, nil //nolint:nilnil // there is none
		case err != nil:
			return nil, err
		}
		return out.DBClusterSnapshots[0].SnapshotCreateTime, nil
	}
	out, err := q.options.SkipExported.DescribeDBSnapshots(ctx, &DescribeDBSnapshotsInput{DBSnapshotIdentifier: &arn, IncludeShared: shared}, q.options.ClientOptions...)
	switch {
	case snapshots.IsNotFound(err), err == nil && len(out.DBSnapshots) == 0:
		return nil, nil //nolint:nilnil // there is none
	case err != nil:
		return nil, err
	}
	return out.DBSnapshots[0].SnapshotCreateTime, nil
}
