package types

import (
	"time"
)

// ExportTask is an export of a snapshot or a cluster to S3. Tasks stay listed after they have
// ended.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ExportTask.html
type ExportTask struct {
	// The parts that are exported: database, database.schema or database.schema.table (and
	// database.table for engines without schemas). Empty when everything is.
	ExportOnly           []string
	ExportTaskIdentifier *string
	// Why the task failed; set with Status FAILED.
	FailureCause *string
	// The role with which the files are written.
	IamRoleArn *string
	// The key that the files are encrypted with.
	KmsKeyId *string
	// 0 to 100.
	PercentProgress *int32
	// The bucket of the files. In the request this is S3BucketName.
	S3Bucket *string
	// Path in the bucket before the files.
	S3Prefix *string
	// When the exported snapshot was taken.
	SnapshotTime *time.Time
	SourceArn    *string
	// Whether SourceArn is a snapshot or a cluster.
	SourceType ExportSourceType
	// In upper case: STARTING, IN_PROGRESS, COMPLETE, FAILED, CANCELING or CANCELED. STARTING can
	// last longest, since RDS restores the source behind the scenes first.
	Status *string
	// Nil until the task has ended.
	TaskEndTime   *time.Time
	TaskStartTime *time.Time
	// Read from the source so far. Not the size of the files, which are compressed.
	TotalExtractedDataInGB *int32
	// What went wrong without stopping the export, such as a table that was left out.
	WarningMessage *string
}
