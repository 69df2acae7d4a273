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

// refused reports whether AWS has said no to the start of an export, so that a
// task of that name is not ours. What another try may change says nothing: a try
// before it may have got no answer.
func refused(client *rds.Client, err error) bool {
	return nereid.IsServiceError(err) && !errors.Is(err, context.Canceled) && !client.Options().Retryer.IsErrorRetryable(err)
}

// ours finds out what became of the start of an export that got no answer. It
// returns nil if the export runs and is to be cancelled, else an error that says
// why there is nothing to cancel. Since is when this program began.
//
// One that another caller started a moment ago, in all as it was asked for, is
// taken for ours: nothing tells the two apart.
func ours(ctx context.Context, client *rds.Client, in *rds.StartExportTaskInput, since time.Time) error {
	out, err := client.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: in.ExportTaskIdentifier})
	switch {
	case errors.Is(err, nereid.ErrNotFound), err == nil && len(out.ExportTasks) == 0:
		return fmt.Errorf("there is no export task %s to cancel", *in.ExportTaskIdentifier)
	case err != nil:
		return fmt.Errorf("the export task %s may be running, which could not be found out: %w", *in.ExportTaskIdentifier, err)
	}
	task := &out.ExportTasks[0]
	status, other := nereid.ToString(task.Status), differs(task, in)
	const skew = 5 * time.Minute // by which the clocks may differ, or AWS takes no signature
	if other == "" && task.TaskStartTime != nil && task.TaskStartTime.Before(since.Add(-skew)) {
		other = "start time"
	}
	switch {
	case other != "":
		return fmt.Errorf("the export task %s is %s, but not ours, as it has another %s: it was left alone", *in.ExportTaskIdentifier, status, other)
	case slices.Contains([]string{"COMPLETE", "FAILED", "CANCELED"}, status):
		return fmt.Errorf("the export task %s is %s: there is nothing to cancel", *in.ExportTaskIdentifier, status)
	}
	return nil
}

// differs names what a task has that is not as a request asks for it, "" if all
// is that the two show.
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

// sameKey reports whether two KMS keys, given by ARN or id, may be the same. What
// key an alias stands for does not show.
func sameKey(a, b string) bool {
	return strings.Contains(a+b, "alias/") || a[strings.LastIndex(a, "/")+1:] == b[strings.LastIndex(b, "/")+1:]
}
