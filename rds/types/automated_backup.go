package types

import (
	"time"
)

// DBInstanceAutomatedBackup describes the automated backups of a standalone instance: snapshots,
// transaction logs, and the properties that a restore needs. The instance exists, or it was deleted
// and its backups are retained, or it is in another region and its backups are replicated.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstanceAutomatedBackup.html
type DBInstanceAutomatedBackup struct {
	// Volumes in addition to the main one.
	AdditionalStorageVolumes []AdditionalStorageVolume
	// Storage in GiB.
	AllocatedStorage *int32
	// Availability Zone of the instance, for example eu-west-1d.
	AvailabilityZone *string
	// Recovery point in AWS Backup, if AWS Backup manages the backups.
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
	// Name of the instance. After the instance was deleted, another instance may have the name.
	DBInstanceIdentifier *string
	// Resource ID (db-…) of the instance, which no other instance has. Describe, delete and restore
	// requests identify the backups by it.
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
	// Name of the user that administers the databases.
	MasterUsername *string
	// Whether the instance has the multi-tenant configuration (Oracle).
	MultiTenant *bool
	// Option group of the instance, in lower case.
	OptionGroupName *string
	// TCP port of the instance.
	Port *int32
	// Daily window in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Region of the instance, for example us-east-1.
	Region *string
	// Range of the times to which the instance can be restored. It is empty until the first backup
	// exists.
	RestoreWindow *RestoreWindow
	// creating until the first snapshot is available, active for an existing instance, retained for a
	// deleted one and after the end of a replication, pending and replicating in another region, or
	// deleting. AWS was also seen to send Pending instead of pending.
	Status *string
	// The kind of key that encrypts the backups.
	StorageEncryptionType StorageEncryptionType
	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32
	// Storage type, for example gp3 or io1.
	StorageType *string
	// Tags of the backups, at most 50.
	TagList []Tag `query:",item=Tag"`
	// Key store of transparent data encryption.
	TdeCredentialArn *string
	// Time zone of the instance (SQL Server), usually empty.
	Timezone *string
	// VPC of the instance, for example vpc-0123456789abcdef0.
	VpcId *string
}

// RestoreWindow is the range of the times to which an instance or a cluster can be restored.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreWindow.html
type RestoreWindow struct {
	// Earliest time to which a restore is possible.
	EarliestTime *time.Time
	// Latest time to which a restore is possible.
	LatestTime *time.Time
}
