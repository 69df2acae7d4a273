package types

import (
	"time"
)

// DBSnapshot is a snapshot of an instance that belongs to no cluster; [DBClusterSnapshot] is the
// other kind.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshot.html
type DBSnapshot struct {
	// Volumes beside the main one.
	AdditionalStorageVolumes []AdditionalStorageVolume
	// GiB.
	AllocatedStorage *int32
	// The zone of the instance at the time of the snapshot.
	AvailabilityZone *string
	// Days for which automated snapshots of the instance are kept.
	BackupRetentionPeriod *int32
	// The instance that the snapshot was taken of. It may exist no more.
	DBInstanceIdentifier *string
	// The form in which other regions and StartExportTask want the snapshot.
	DBSnapshotArn *string
	// The name, in lower case. Automated snapshots begin with rds:.
	DBSnapshotIdentifier *string
	// The Oracle system ID (SID).
	DBSystemId *string
	// Tells instances of the same name apart that existed one after the other.
	DbiResourceId *string
	// Whether transaction logs have a volume of their own.
	DedicatedLogVolume *bool
	Encrypted          *bool
	Engine             *string
	EngineVersion      *string
	// Size of all that the snapshot refers to, not only of what changed since the one before.
	FullSnapshotSizeInBytes          *int64
	IAMDatabaseAuthenticationEnabled *bool
	// When the instance was created, as far as the snapshot knows.
	InstanceCreateTime *time.Time
	// Provisioned I/O operations per second of the instance.
	Iops *int32
	// Key of the snapshot, when Encrypted is true.
	KmsKeyId       *string
	LicenseModel   *string
	MasterUsername *string
	// Whether the instance is in the multi-tenant configuration (Oracle).
	MultiTenant     *bool
	OptionGroupName *string
	// When the data are from. Unlike SnapshotCreateTime, copying does not change it.
	OriginalSnapshotCreateTime *time.Time
	// Estimate, 0 to 100.
	PercentProgress *int32
	// The port that the instance listened on at the time of the snapshot.
	Port *int32
	// Daily, in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	ProcessorFeatures     []ProcessorFeature `query:",item=ProcessorFeature"`
	// The Local Zone of the snapshot, with SnapshotTarget local.
	SnapshotAvailabilityZone *string
	// When the snapshot was taken. Of a copy, the time of the copy. It can be missing until the
	// snapshot is there.
	SnapshotCreateTime *time.Time
	// The time in the transaction log of the engine up to which the snapshot goes.
	SnapshotDatabaseTime *time.Time
	// Where the snapshot is: region, local or outposts.
	SnapshotTarget *string
	// manual, automated, or awsbackup for those of AWS Backup.
	SnapshotType *string
	// For a copy from elsewhere, the ARN of the snapshot that it was copied from.
	SourceDBSnapshotIdentifier *string
	// For a copy, the region that it came from.
	SourceRegion *string
	// An open set of words in lower case: creating, copying, pending, available, failed and more.
	Status *string
	// What kind of key encrypts the snapshot.
	StorageEncryptionType StorageEncryptionType
	// MiB per second, for gp3.
	StorageThroughput *int32
	StorageType       *string
	TagList           []Tag `query:",item=Tag"`
	// Key store of transparent data encryption.
	TdeCredentialArn *string
	// Time zone of the engine, where it is set per instance.
	Timezone *string
	// The VPC of the instance.
	VpcId *string
}
