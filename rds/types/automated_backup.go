package types

import (
	"time"
)

// DBInstanceAutomatedBackup is the automated backups of an instance that does not belong to a
// cluster: snapshots, transaction logs, and the properties that a restore needs. The instance
// exists, or it was deleted and its backups are retained, or it is in another region and its
// backups are replicated.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstanceAutomatedBackup.html
type DBInstanceAutomatedBackup struct {
	// Volumes in addition to the main one.
	AdditionalStorageVolumes []AdditionalStorageVolume
	// GiB.
	AllocatedStorage *int32
	// Availability Zone of the instance.
	AvailabilityZone *string
	// Recovery point in AWS Backup.
	AwsBackupRecoveryPointArn *string
	// Days for which the backups are kept.
	BackupRetentionPeriod *int32
	// Where the backups are stored, for example region or outposts.
	BackupTarget *string
	// ARN of the instance, which is in another region if the backups are replicated.
	DBInstanceArn *string
	// ARN of the backups. A restore in the region of replicated backups uses it.
	DBInstanceAutomatedBackupsArn *string
	// The copies of the backups in other regions.
	DBInstanceAutomatedBackupsReplications []DBInstanceAutomatedBackupsReplication `query:",item=DBInstanceAutomatedBackupsReplication"`
	// Name of the instance. Another instance may have it after the instance was deleted.
	DBInstanceIdentifier *string
	// Resource ID (db-…) of the instance, which no other instance has. It names the backups in
	// describe, delete and restore requests.
	DbiResourceId *string
	// Whether transaction logs have a separate volume.
	DedicatedLogVolume *bool
	// Whether the backups are encrypted.
	Encrypted *bool
	// Engine of the instance, for example postgres.
	Engine *string
	// Version of the engine, in the format of that engine.
	EngineVersion *string
	// Whether the instance has IAM database authentication.
	IAMDatabaseAuthenticationEnabled *bool
	// When the instance was created. It can be nil.
	InstanceCreateTime *time.Time
	// Provisioned I/O operations per second.
	Iops *int32
	// Key of the backups if Encrypted is true.
	KmsKeyId *string
	// License model of the engine.
	LicenseModel *string
	// Master user of the instance.
	MasterUsername *string
	// Whether the instance has the multi-tenant configuration (Oracle).
	MultiTenant *bool
	// Option group of the instance.
	OptionGroupName *string
	// Port of the instance.
	Port *int32
	// Daily, in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Region of the instance.
	Region *string
	// The times between which the instance can be restored. It is empty while there is nothing to
	// restore.
	RestoreWindow *RestoreWindow
	// creating until the first snapshot is available, active for an existing instance, retained for
	// a deleted one and after the end of a replication, pending and replicating in another region,
	// or deleting. AWS was seen to show pending as Pending.
	Status *string
	// What kind of key encrypts the backups.
	StorageEncryptionType StorageEncryptionType
	// MiB per second, for gp3.
	StorageThroughput *int32
	// For example gp3 or io1.
	StorageType *string
	// Tags of the backups.
	TagList []Tag `query:",item=Tag"`
	// Key store of transparent data encryption.
	TdeCredentialArn *string
	// Time zone of the instance (SQL Server), usually empty.
	Timezone *string
	// VPC of the instance.
	VpcId *string
}

// RestoreWindow is the time to which an instance or a cluster can be restored.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreWindow.html
type RestoreWindow struct {
	// The earliest time.
	EarliestTime *time.Time
	// The latest time.
	LatestTime *time.Time
}
