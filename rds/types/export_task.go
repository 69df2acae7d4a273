package types

import (
	"time"
)

// ExportTask is an export of a snapshot or a cluster to S3. DescribeExportTasks also lists
// tasks that have ended.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ExportTask.html
type ExportTask struct {
	// The parts that are exported: database, database.schema or database.schema.table (database.table
	// for engines without schemas). Empty if everything is exported.
	ExportOnly []string

	// Name of the task, unique per account and region.
	ExportTaskIdentifier *string

	// Why the task failed; set with Status FAILED.
	FailureCause *string
	// Role with which RDS writes the files.
	IamRoleArn *string
	// Key that encrypts the files.
	KmsKeyId *string
	// Progress of the export, 0 to 100.
	PercentProgress *int32
	// Bucket of the files. The input of StartExportTask calls it S3BucketName.
	S3Bucket *string
	// Path in the bucket before the files.
	S3Prefix *string
	// When the exported snapshot was taken.
	SnapshotTime *time.Time

	// ARN of the snapshot or cluster that the task exports.
	SourceArn *string

	// Whether SourceArn is a snapshot or a cluster.
	SourceType ExportSourceType
	// Status of the task, in upper case: STARTING, IN_PROGRESS, COMPLETE, FAILED, CANCELING or
	// CANCELED. STARTING can take most of the time, because RDS first restores the source internally.
	Status *string
	// When the task ended; nil until then.
	TaskEndTime *time.Time

	// When the export began; nil while the task is starting.
	TaskStartTime *time.Time

	// GB read from the source so far. This is not the size of the files, which
	// are compressed.
	TotalExtractedDataInGB *int32
	// A problem that did not stop the export, for example a skipped table.
	WarningMessage *string
}
