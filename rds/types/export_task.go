package types

import (
	"time"
)

// ExportTask is an export of a snapshot or a cluster to S3. DescribeExportTasks also lists
// tasks that have ended.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ExportTask.html
type ExportTask struct {
	// Parts of the source to export, in the form database, database.schema or database.schema.table
	// (database.table for engines without schemas). Empty if everything is exported.
	ExportOnly []string

	// Name of the task, unique per account and region.
	ExportTaskIdentifier *string

	// Why the task failed, if Status is FAILED.
	FailureCause *string
	// ARN of the IAM role that RDS uses to write the files.
	IamRoleArn *string
	// KMS key that encrypts the files.
	KmsKeyId *string
	// Progress of the export, 0 to 100.
	PercentProgress *int32
	// S3 bucket that receives the files. StartExportTaskInput calls it S3BucketName.
	S3Bucket *string
	// Key prefix of the files in the bucket.
	S3Prefix *string
	// When the exported snapshot was taken.
	SnapshotTime *time.Time

	// ARN of the snapshot or cluster that the task exports.
	SourceArn *string

	// Whether SourceArn is a snapshot or a cluster.
	SourceType ExportSourceType
	// Status of the task, in upper case: STARTING, IN_PROGRESS, COMPLETE, FAILED, CANCELING or
	// CANCELED. A task can be STARTING for most of its duration, because RDS first restores the
	// source internally.
	Status *string
	// When the task ended; nil while it is running.
	TaskEndTime *time.Time

	// When the export began; nil while the task is starting.
	TaskStartTime *time.Time

	// Data read from the source so far, in GB. The exported files have a different size, because
	// they are compressed.
	TotalExtractedDataInGB *int32
	// Description of a problem that did not stop the export, for example a skipped table.
	WarningMessage *string
}
