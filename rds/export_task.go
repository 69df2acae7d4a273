package rds

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/rds/types"
)

// StartExportTaskInput is the input of [Client.StartExportTask].
type StartExportTaskInput struct {
	// Required. Name of the task, which must be unique per account and region, even among tasks
	// that have ended. It becomes part of the files' path in the bucket.
	ExportTaskIdentifier *string `query:",required"`
	// Required. ARN of the IAM role that RDS assumes to write to the bucket. RDS may be unable to
	// use a new role for some time after its creation.
	IamRoleArn *string `query:",required"`
	// Required. Symmetric KMS key that encrypts the files: ID, ARN or alias. It may differ from the
	// source's key.
	KmsKeyId *string `query:",required"`
	// Required. Name of a bucket in the source's region: only the name, without a path, and not
	// an ARN.
	S3BucketName *string `query:",required" recover:"S3Bucket"`
	// Required. ARN of a snapshot or a cluster.
	SourceArn *string `query:",required"`
	// Parts to export: database, database.schema (PostgreSQL), database.table (MySQL, MariaDB) or
	// database.schema.table (PostgreSQL). If empty, everything is exported.
	ExportOnly []string
	// Path prefix of the files in the bucket. It must not end with a slash: AWS accepts a trailing
	// slash, but the task fails later.
	S3Prefix *string
}

// StartExportTaskOutput is the output of [Client.StartExportTask]. It has the fields of
// [types.ExportTask].
type StartExportTaskOutput struct {
	// Parts to export; empty if the task exports everything.
	ExportOnly []string

	// Name of the task, unique per account and region.
	ExportTaskIdentifier *string

	// Why the task failed; set if Status is FAILED.
	FailureCause *string

	// ARN of the IAM role that RDS uses to write the files.
	IamRoleArn *string

	// KMS key that encrypts the files.
	KmsKeyId *string

	// Progress of the export, 0 to 100.
	PercentProgress *int32
	// Bucket of the files: the S3BucketName of the input.
	S3Bucket *string

	// Path prefix of the files in the bucket.
	S3Prefix *string

	// When the snapshot to export was taken.
	SnapshotTime *time.Time

	// ARN of the snapshot or cluster.
	SourceArn *string

	// Whether the source is a snapshot or a cluster.
	SourceType types.ExportSourceType

	// Status of the task: STARTING at first. [types.ExportTask] lists the other statuses.
	Status *string
	// When the task ended; nil if it has not ended.
	TaskEndTime *time.Time

	// When the export began; nil while the task is starting.
	TaskStartTime *time.Time

	// GB read from the source so far.
	TotalExtractedDataInGB *int32
	// A problem that did not stop the export.
	WarningMessage *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var startExportTaskOp = operation.Op{
	Name: "StartExportTask",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.DBClusterSnapshotNotFoundFault)(nil),
		(*types.DBSnapshotNotFoundFault)(nil), (*types.ExportTaskAlreadyExistsFault)(nil),
		(*types.IamRoleMissingPermissionsFault)(nil), (*types.IamRoleNotFoundFault)(nil),
		(*types.InvalidExportOnlyFault)(nil), (*types.InvalidExportSourceStateFault)(nil),
		(*types.InvalidS3BucketFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &exportResource,
		ID:       func(in any) *string { return in.(*StartExportTaskInput).ExportTaskIdentifier },
		Made:     exportStarted,
		Later:    func(item any) bool { return item.(*types.ExportTask).TaskStartTime == nil },
		Making:   func(item any) bool { return nereid.ToString(item.(*types.ExportTask).Status) == "STARTING" },
		Over:     func(item any) bool { return nereid.ToString(item.(*types.ExportTask).Status) == "COMPLETE" },
	},
}

// StartExportTask starts exporting a snapshot or a live cluster to S3, as Apache Parquet files. It
// returns immediately; the task's Status is STARTING at first. The export itself takes minutes to
// many hours.
//
// The bucket must be in the source's region, and the source must be available. The service
// export.rds.amazonaws.com assumes the role IamRoleArn, which needs s3:PutObject*, s3:GetObject*,
// s3:ListBucket, s3:DeleteObject* and s3:GetBucketLocation on the bucket. The caller needs
// iam:PassRole for the role, and kms:CreateGrant and kms:DescribeKey on the key. An account can run
// five snapshot exports and five cluster exports at the same time. RDS Custom sources cannot be
// exported.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBClusterSnapshotNotFoundFault],
// [types.DBSnapshotNotFoundFault], [types.ExportTaskAlreadyExistsFault],
// [types.IamRoleMissingPermissionsFault], [types.IamRoleNotFoundFault],
// [types.InvalidExportOnlyFault], [types.InvalidExportSourceStateFault], [types.InvalidS3BucketFault]
// or [types.KMSKeyNotAccessibleFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartExportTask.html
func (c *Client) StartExportTask(ctx context.Context, in *StartExportTaskInput, optFns ...func(*Options)) (*StartExportTaskOutput, error) {
	return typed[StartExportTaskOutput](c.invoke(ctx, &startExportTaskOp, in, new(StartExportTaskOutput), optFns))
}

// DescribeExportTasksInput is the input of [Client.DescribeExportTasks].
type DescribeExportTasksInput struct {
	// Name of the task to list; all tasks if nil.
	ExportTaskIdentifier *string
	// Filters to apply. A task must match all filters. For the filter names, see
	// [Client.DescribeExportTasks].
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Tasks per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// ARN of the snapshot or cluster whose export tasks are listed; all tasks if nil.
	SourceArn *string
	// Source type of the tasks to list: SNAPSHOT or CLUSTER; both types if nil.
	SourceType types.ExportSourceType
}

// DescribeExportTasksOutput is the output of [Client.DescribeExportTasks].
type DescribeExportTasksOutput struct {
	// The export tasks of this page.
	ExportTasks []types.ExportTask `query:",item=ExportTask"`

	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeExportTasksOp = operation.Op{
	Name: "DescribeExportTasks",
	Faults: operation.Faults{
		(*types.ExportTaskNotFoundFault)(nil),
	},
}

// DescribeExportTasks lists export tasks, including tasks that have ended. If ExportTaskIdentifier
// names a task that does not exist, AWS returns either an empty list or a fault; a program must
// expect both.
//
// The filters are export-task-identifier, s3-bucket, source-arn, and status. The values of the
// filter status are in lower case (starting, in_progress, complete, failed, canceling, canceled),
// although statuses in responses are in upper case.
//
// It can fail with [types.ExportTaskNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeExportTasks.html
func (c *Client) DescribeExportTasks(ctx context.Context, in *DescribeExportTasksInput, optFns ...func(*Options)) (*DescribeExportTasksOutput, error) {
	return typed[DescribeExportTasksOutput](c.invoke(ctx, &describeExportTasksOp, in, new(DescribeExportTasksOutput), optFns))
}

// CancelExportTaskInput is the input of [Client.CancelExportTask].
type CancelExportTaskInput struct {
	// Required. Name of the task, which must be starting or in progress.
	ExportTaskIdentifier *string `query:",required"`
}

// CancelExportTaskOutput is the output of [Client.CancelExportTask]. It has the fields of
// [types.ExportTask].
type CancelExportTaskOutput struct {
	// Parts that the task was to export; empty if it was to export everything.
	ExportOnly []string

	// Name of the task, unique per account and region.
	ExportTaskIdentifier *string

	// Why the task failed; set if Status is FAILED.
	FailureCause *string

	// ARN of the IAM role that RDS uses to write the files.
	IamRoleArn *string

	// KMS key that encrypts the files.
	KmsKeyId *string

	// Progress of the export, 0 to 100.
	PercentProgress *int32

	// Bucket of the files.
	S3Bucket *string

	// Path prefix of the files in the bucket.
	S3Prefix *string

	// When the exported snapshot was taken.
	SnapshotTime *time.Time

	// ARN of the snapshot or cluster.
	SourceArn *string

	// Whether the source is a snapshot or a cluster.
	SourceType types.ExportSourceType

	// Status of the task: CANCELING at first, and CANCELED once the export has stopped.
	Status *string
	// When the task ended; nil if it has not ended.
	TaskEndTime *time.Time

	// When the export began; nil while the task is starting.
	TaskStartTime *time.Time

	// GB read from the source so far.
	TotalExtractedDataInGB *int32
	// A problem that did not stop the export.
	WarningMessage *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var cancelExportTaskOp = operation.Op{
	Name: "CancelExportTask",
	Faults: operation.Faults{
		(*types.ExportTaskNotFoundFault)(nil), (*types.InvalidExportTaskStateFault)(nil),
	},
	Effect: &recovery.Change{
		Resource: &exportResource,
		ID:       func(in any) *string { return in.(*CancelExportTaskInput).ExportTaskIdentifier },
		To:       []string{"CANCELING", "CANCELED"},
		From:     []string{"STARTING", "IN_PROGRESS"},
	},
}

// CancelExportTask asks RDS to stop an export that is starting or in progress. The Status changes
// to CANCELING and then to CANCELED. Files that RDS has already written remain in the bucket.
//
// It can fail with [types.ExportTaskNotFoundFault] or [types.InvalidExportTaskStateFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CancelExportTask.html
func (c *Client) CancelExportTask(ctx context.Context, in *CancelExportTaskInput, optFns ...func(*Options)) (*CancelExportTaskOutput, error) {
	return typed[CancelExportTaskOutput](c.invoke(ctx, &cancelExportTaskOp, in, new(CancelExportTaskOutput), optFns))
}

// DescribeExportTasksAPIClient is the client interface that the paginator and
// the waiters use.
type DescribeExportTasksAPIClient interface {
	DescribeExportTasks(context.Context, *DescribeExportTasksInput, ...func(*Options)) (*DescribeExportTasksOutput, error)
}

// DescribeExportTasksPaginatorOptions are the options of a [DescribeExportTasksPaginator].
type DescribeExportTasksPaginatorOptions = PaginatorOptions

// A DescribeExportTasksPaginator walks the pages of [Client.DescribeExportTasks].
type DescribeExportTasksPaginator = Paginator[DescribeExportTasksInput, DescribeExportTasksOutput, types.ExportTask]

// NewDescribeExportTasksPaginator returns a paginator that starts at params.Marker, or at the first
// page if params.Marker is nil.
func NewDescribeExportTasksPaginator(client DescribeExportTasksAPIClient, params *DescribeExportTasksInput, optFns ...func(*DescribeExportTasksPaginatorOptions)) *DescribeExportTasksPaginator {
	return describe.NewPaginator[types.ExportTask](client.DescribeExportTasks, exportTasks.Items, params, optFns)
}

var exportTasks = wait.Resource{
	Noun:     "export task",
	Items:    "ExportTasks",
	ID:       "ExportTaskIdentifier",
	Names:    []string{"ExportTaskIdentifier"},
	Status:   "Status",
	Percent:  "PercentProgress",
	Reason:   exportReason,
	Filter:   "export-task-identifier",
	NotFound: "ExportTaskNotFound",
}

// exportReason returns the FailureCause and the WarningMessage of a task.
func exportReason(item any) string {
	task := item.(*types.ExportTask)
	cause, warning := nereid.ToString(task.FailureCause), nereid.ToString(task.WarningMessage)
	if cause != "" && warning != "" {
		return cause + " (warning: " + warning + ")"
	}
	return cause + warning
}

// ExportTaskCompleteWaiterOptions are the options of an [ExportTaskCompleteWaiter].
type ExportTaskCompleteWaiterOptions = WaiterOptions[DescribeExportTasksInput, DescribeExportTasksOutput, types.ExportTask]

// An ExportTaskCompleteWaiter waits until an export is complete.
type ExportTaskCompleteWaiter = Waiter[DescribeExportTasksInput, DescribeExportTasksOutput, types.ExportTask]

// NewExportTaskCompleteWaiter returns a waiter that waits until exports are COMPLETE. The wait
// fails if an export is FAILED, CANCELING or CANCELED. The error contains the FailureCause and
// WarningMessage of the task.
func NewExportTaskCompleteWaiter(client DescribeExportTasksAPIClient, optFns ...func(*ExportTaskCompleteWaiterOptions)) *ExportTaskCompleteWaiter {
	return describe.NewWaiter(client.DescribeExportTasks, core, &exportTasks, &wait.Condition{
		Wanted: "COMPLETE", Success: []string{"COMPLETE"}, Failure: []string{"FAILED", "CANCELING", "CANCELED"},
	}, optFns)
}

// ExportTaskCanceledWaiterOptions are the options of an [ExportTaskCanceledWaiter].
type ExportTaskCanceledWaiterOptions = WaiterOptions[DescribeExportTasksInput, DescribeExportTasksOutput, types.ExportTask]

// An ExportTaskCanceledWaiter waits until a canceled export has stopped.
type ExportTaskCanceledWaiter = Waiter[DescribeExportTasksInput, DescribeExportTasksOutput, types.ExportTask]

// NewExportTaskCanceledWaiter returns a waiter that waits until exports are CANCELED. The wait
// fails if an export ends with the status COMPLETE or FAILED.
func NewExportTaskCanceledWaiter(client DescribeExportTasksAPIClient, optFns ...func(*ExportTaskCanceledWaiterOptions)) *ExportTaskCanceledWaiter {
	return describe.NewWaiter(client.DescribeExportTasks, core, &exportTasks, &wait.Condition{
		Wanted: "CANCELED", Success: []string{"CANCELED"}, Failure: []string{"COMPLETE", "FAILED"},
	}, optFns)
}
