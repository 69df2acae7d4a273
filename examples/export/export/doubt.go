package export

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// refused reports whether AWS rejected the start of an export. A rejection means that this program
// did not start the export. If a task with the same name exists, it was started earlier or by
// another caller. A retryable error does not count as a rejection: an earlier attempt may have
// started the export, although its response was lost.
func refused(client *rds.Client, err error) bool {
	return nereid.IsServiceError(err) && !errors.Is(err, context.Canceled) && !client.Options().Retryer.IsErrorRetryable(err)
}

// ours determines whether an export started although StartExportTask got no response. It returns
// nil if the export is running and must be canceled; otherwise, the error explains why there is
// nothing to cancel. since is when this program started.
//
// If another caller started an export with the same request at about the same time, ours cannot
// tell it from this program's export, and returns nil.
func ours(ctx context.Context, client *rds.Client, in *rds.StartExportTaskInput, since time.Time) error {
	out, err := client.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: in.ExportTaskIdentifier})
	switch {
	case errors.Is(err, nereid.ErrNotFound), err == nil && len(out.ExportTasks) == 0:
		return fmt.Errorf("there is no export task %s to cancel", *in.ExportTaskIdentifier)
	case err != nil:
		return fmt.Errorf("the export task %s may be running; its state is unknown: %w", *in.ExportTaskIdentifier, err)
	}
	task := &out.ExportTasks[0]
	status, other := nereid.ToString(task.Status), differs(task, in)
	const skew = 5 * time.Minute // AWS rejects signatures if the clocks differ by more
	if other == "" && task.TaskStartTime != nil && task.TaskStartTime.Before(since.Add(-skew)) {
		other = "start time"
	}
	switch {
	case other != "":
		return fmt.Errorf("the export task %s is %s, but belongs to another caller, because its %s is different: it was not canceled", *in.ExportTaskIdentifier, status, other)
	case slices.Contains([]string{"COMPLETE", "FAILED", "CANCELED"}, status):
		return fmt.Errorf("the export task %s is %s: there is nothing to cancel", *in.ExportTaskIdentifier, status)
	}
	return nil
}

// differs returns the name of a setting that differs between a task and a request, or "" if none
// differs.
func differs(task *types.ExportTask, in *rds.StartExportTaskInput) string {
	switch {
	case !strings.EqualFold(nereid.ToString(task.SourceArn), nereid.ToString(in.SourceArn)):
		return "source"
	case nereid.ToString(task.S3Bucket) != nereid.ToString(in.S3BucketName):
		return "bucket"
	case nereid.ToString(task.S3Prefix) != nereid.ToString(in.S3Prefix):
		return "prefix"
	case nereid.ToString(task.IamRoleArn) != nereid.ToString(in.IamRoleArn):
		return "role"
	case !sameKey(nereid.ToString(task.KmsKeyId), nereid.ToString(in.KmsKeyId)):
		return "key"
	case !slices.Equal(slices.Sorted(slices.Values(task.ExportOnly)), slices.Sorted(slices.Values(in.ExportOnly))):
		return "choice of parts"
	}
	return ""
}

// sameKey reports whether two KMS keys, given as ARN, ID or alias, may be the same. An alias may
// refer to any key.
func sameKey(a, b string) bool {
	return strings.Contains(a+b, "alias/") || a[strings.LastIndex(a, "/")+1:] == b[strings.LastIndex(b, "/")+1:]
}
