package types

import (
	"time"
)

// DBInstanceAutomatedBackup describes the automated backups of a standalone instance: snapshots,
// transaction logs, and the properties that a restore needs. The backups belong to an existing
// instance in the same region, were retained after the instance was deleted, or are replicas of the
// backups of an instance in another region.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstanceAutomatedBackup.html
type DBInstanceAutomatedBackup struct {
	// Storage volumes in addition to the main volume.
	AdditionalStorageVolumes []AdditionalStorageVolume
	// Storage in GiB.
	AllocatedStorage *int32
	// Availability Zone of the instance, for example eu-west-1d.
	AvailabilityZone *string
	// ARN of the recovery point in AWS Backup, if AWS Backup manages the backups.
	AwsBackupRecoveryPointArn *string
	// Days to keep the backups.
	BackupRetentionPeriod *int32
	// Location of the backups: region (an AWS Region) or outposts (an AWS Outpost).
	BackupTarget *string
	// ARN of the instance. For replicated backups, the instance is in another region.
	DBInstanceArn *string
	// ARN of the backups. A restore request identifies replicated backups by this ARN.
	DBInstanceAutomatedBackupsArn *string
	// Copies of the backups in other regions.
	DBInstanceAutomatedBackupsReplications []DBInstanceAutomatedBackupsReplication `query:",item=DBInstanceAutomatedBackupsReplication"`
	// Name of the instance. After the instance is deleted, a new instance can reuse the name.
	DBInstanceIdentifier *string
	// Unique resource ID (db-…) of the instance. Describe, delete and restore requests identify the
	// backups by this ID.
	DbiResourceId *string
	// Whether the transaction logs are on a separate volume.
	DedicatedLogVolume *bool
	// Whether the backups are encrypted.
	Encrypted *bool
	// Engine of the instance, for example postgres.
	Engine *string
	// Engine version. The format depends on the engine.
	EngineVersion *string
	// Whether IAM database authentication is enabled.
	IAMDatabaseAuthenticationEnabled *bool
	// When the instance was created. It can be nil.
	InstanceCreateTime *time.Time
	// Provisioned I/O operations per second.
	Iops *int32
	// KMS key that encrypts the backups, if Encrypted is true.
	KmsKeyId *string
	// License model, for example license-included.
	LicenseModel *string
	// Name of the master user, who administers the databases.
	MasterUsername *string
	// Oracle only: whether the instance uses the multi-tenant configuration.
	MultiTenant *bool
	// Option group of the instance, in lower case.
	OptionGroupName *string
	// TCP port of the instance.
	Port *int32
	// Daily backup window of the instance in UTC, in the format hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Region of the instance, for example us-east-1.
	Region *string
	// Time range to which the instance can be restored. EarliestTime and LatestTime are nil until
	// the first backup exists.
	RestoreWindow *RestoreWindow
	// Status of the backups. Backups of an instance in the same region: creating until the first
	// snapshot is available, then active; retained after the instance is deleted. Backups from
	// another region: pending (sometimes Pending) at first, then replicating; retained after the
	// replication is stopped. Backups that AWS is deleting: deleting.
	Status *string
	// Type of key that encrypts the backups.
	StorageEncryptionType StorageEncryptionType
	// Throughput of gp3 storage, in MiB per second.
	StorageThroughput *int32
	// Storage type, for example gp3 or io1.
	StorageType *string
	// Tags of the backups, at most 50.
	TagList []Tag `query:",item=Tag"`
	// ARN of the key store for Transparent Data Encryption (TDE).
	TdeCredentialArn *string
	// SQL Server only: time zone of the instance, if one was chosen when the instance was created.
	Timezone *string
	// VPC of the instance, for example vpc-0123456789abcdef0.
	VpcId *string
}

// RestoreWindow is the time range to which an instance or a cluster can be restored.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreWindow.html
type RestoreWindow struct {
	// Earliest possible restore time.
	EarliestTime *time.Time
	// Latest possible restore time.
	LatestTime *time.Time
}
