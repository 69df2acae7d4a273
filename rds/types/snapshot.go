package types

import (
	"time"
)

// DBSnapshot is a snapshot of an instance that does not belong to a cluster. [DBClusterSnapshot]
// is a snapshot of a cluster.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshot.html
type DBSnapshot struct {
	// Storage volumes in addition to the main volume.
	AdditionalStorageVolumes []AdditionalStorageVolume
	// Storage in GiB.
	AllocatedStorage *int32
	// Availability Zone of the instance when the snapshot was taken.
	AvailabilityZone *string
	// Days to keep the instance's automated backups.
	BackupRetentionPeriod *int32
	// Name of the instance that the snapshot was taken from. The instance may no longer exist.
	DBInstanceIdentifier *string
	// ARN of the snapshot. Cross-region copies and StartExportTask identify the snapshot by its
	// ARN.
	DBSnapshotArn *string
	// Name of the snapshot, in lower case. Names of automated snapshots begin with "rds:".
	DBSnapshotIdentifier *string
	// The Oracle system ID (SID).
	DBSystemId *string
	// Resource ID of the instance. It distinguishes instances that had the same name at different
	// times.
	DbiResourceId *string
	// Whether the transaction logs are on a separate volume.
	DedicatedLogVolume *bool

	// Whether the snapshot is encrypted.
	Encrypted *bool

	// Engine of the instance, for example postgres.
	Engine *string

	// Engine version. The format depends on the engine.
	EngineVersion *string

	// Size of the full snapshot in bytes, not just of the changes since the previous snapshot.
	FullSnapshotSizeInBytes *int64

	// Whether IAM database authentication was enabled when the snapshot was taken.
	IAMDatabaseAuthenticationEnabled *bool

	// When the instance was created. It can be nil.
	InstanceCreateTime *time.Time
	// Provisioned I/O operations per second of the instance.
	Iops *int32
	// KMS key that encrypts the snapshot, if Encrypted is true.
	KmsKeyId *string

	// License model, for example license-included.
	LicenseModel *string

	// Name of the master user of the database.
	MasterUsername *string

	// Oracle only: whether the instance used the multi-tenant configuration when the snapshot was
	// taken.
	MultiTenant *bool

	// Option group of the instance.
	OptionGroupName *string

	// When the original snapshot was taken. All copies of the snapshot have the same
	// OriginalSnapshotCreateTime.
	OriginalSnapshotCreateTime *time.Time
	// Estimated progress, 0 to 100.
	PercentProgress *int32
	// TCP port of the instance when the snapshot was taken.
	Port *int32
	// Daily backup window of the instance in UTC, in the format hh24:mi-hh24:mi.
	PreferredBackupWindow *string

	// Processor settings of the instance class.
	ProcessorFeatures []ProcessorFeature `query:",item=ProcessorFeature"`

	// Local Zone that stores the snapshot, if SnapshotTarget is local.
	SnapshotAvailabilityZone *string
	// When the snapshot was taken or, for a copy, when the copy was made. It can be nil until the
	// snapshot is complete.
	SnapshotCreateTime *time.Time
	// Time of the last transaction in the snapshot, according to the engine's transaction log.
	SnapshotDatabaseTime *time.Time
	// Location of the snapshot: region (an AWS Region), local (a Local Zone) or outposts (an AWS
	// Outpost).
	SnapshotTarget *string
	// Type of the snapshot: manual, automated, or awsbackup if AWS Backup manages it.
	SnapshotType *string
	// For a copy from another account or region, the ARN of the source snapshot.
	SourceDBSnapshotIdentifier *string
	// For a copy, the region of the source snapshot.
	SourceRegion *string
	// Status of the snapshot, in lower case, for example creating, copying, pending, available or
	// failed.
	Status *string
	// Type of key that encrypts the snapshot.
	StorageEncryptionType StorageEncryptionType
	// Throughput of gp3 storage, in MiB per second.
	StorageThroughput *int32

	// Storage type of the instance.
	StorageType *string

	// Tags of the resource.
	TagList []Tag `query:",item=Tag"`

	// ARN of the key store for Transparent Data Encryption (TDE).
	TdeCredentialArn *string
	// Time zone, if the engine sets it for a whole instance.
	Timezone *string
	// The VPC of the instance.
	VpcId *string
}
