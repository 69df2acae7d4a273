package types

import (
	"time"
)

// DBSnapshot is a snapshot of an instance that does not belong to a cluster. [DBClusterSnapshot]
// is a snapshot of a cluster.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshot.html
type DBSnapshot struct {
	// Volumes in addition to the main one.
	AdditionalStorageVolumes []AdditionalStorageVolume
	// Storage in GiB.
	AllocatedStorage *int32
	// Availability Zone of the instance at the time of the snapshot.
	AvailabilityZone *string
	// Days for which automated snapshots of the instance are kept.
	BackupRetentionPeriod *int32
	// The instance that the snapshot was taken of. The instance may no longer
	// exist.
	DBInstanceIdentifier *string
	// ARN of the snapshot. Copies to other regions and StartExportTask use it.
	DBSnapshotArn *string
	// Name of the snapshot, in lower case. Names of automated snapshots begin
	// with rds:.
	DBSnapshotIdentifier *string
	// The Oracle system ID (SID).
	DBSystemId *string
	// Resource ID of the instance. It distinguishes instances that had the same name at different
	// times.
	DbiResourceId *string
	// Whether transaction logs have a separate volume.
	DedicatedLogVolume *bool

	// Whether the snapshot is encrypted.
	Encrypted *bool

	// Engine of the instance, for example postgres.
	Engine *string

	// Version of the engine, in the format of that engine.
	EngineVersion *string

	// Size of all data that the snapshot refers to, not only of the changes
	// since the previous snapshot.
	FullSnapshotSizeInBytes *int64

	// Whether the source had IAM database authentication.
	IAMDatabaseAuthenticationEnabled *bool

	// When the instance was created. It can be nil.
	InstanceCreateTime *time.Time
	// Provisioned I/O operations per second of the instance.
	Iops *int32
	// Key of the snapshot if Encrypted is true.
	KmsKeyId *string

	// License model of the engine.
	LicenseModel *string

	// Name of the master user of the database.
	MasterUsername *string

	// Whether the instance is in the multi-tenant configuration (Oracle).
	MultiTenant *bool

	// Option group of the instance.
	OptionGroupName *string

	// When the original snapshot was taken. Unlike SnapshotCreateTime, a copy
	// does not change it.
	OriginalSnapshotCreateTime *time.Time
	// Estimated progress, 0 to 100.
	PercentProgress *int32
	// The port that the instance listened on at the time of the snapshot.
	Port *int32
	// Daily window in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string

	// Processor settings of the instance class.
	ProcessorFeatures []ProcessorFeature `query:",item=ProcessorFeature"`

	// Local Zone of the snapshot, if SnapshotTarget is local.
	SnapshotAvailabilityZone *string
	// When the snapshot was taken. For a copy, it is the time of the copy. It can be nil until the
	// snapshot is complete.
	SnapshotCreateTime *time.Time
	// Time of the last transaction in the snapshot, according to the log of the
	// engine.
	SnapshotDatabaseTime *time.Time
	// Where the snapshot is: region, local or outposts.
	SnapshotTarget *string
	// manual, automated, or awsbackup for a snapshot that AWS Backup manages.
	SnapshotType *string
	// For a copy from another account or region, the ARN of the snapshot that it was copied from.
	SourceDBSnapshotIdentifier *string
	// For a copy, the region of the source.
	SourceRegion *string
	// Status of the snapshot, in lower case: creating, copying, pending, available, failed and others.
	Status *string
	// The kind of key that encrypts the snapshot.
	StorageEncryptionType StorageEncryptionType
	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32

	// Storage type of the instance.
	StorageType *string

	// Tags of the resource.
	TagList []Tag `query:",item=Tag"`

	// Key store of transparent data encryption.
	TdeCredentialArn *string
	// Time zone of the engine if it is set per instance.
	Timezone *string
	// The VPC of the instance.
	VpcId *string
}
