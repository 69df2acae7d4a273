package types

import (
	"time"
)

// DBClusterAutomatedBackup describes the automated backups of a cluster: snapshots, logs, and the
// properties that a restore needs. The backups belong to an existing cluster, or were retained
// after the cluster was deleted.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterAutomatedBackup.html
type DBClusterAutomatedBackup struct {
	// Storage in GiB; always 1 for Aurora.
	AllocatedStorage *int32
	// Availability Zones in which instances of the cluster can be created.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// ARN of the recovery point in AWS Backup, if AWS Backup manages the backups.
	AwsBackupRecoveryPointArn *string
	// Days to keep the backups.
	BackupRetentionPeriod *int32
	// When the cluster was created.
	ClusterCreateTime *time.Time
	// ARN of the cluster, in the form arn:aws:rds:region:account:cluster:name.
	DBClusterArn *string
	// ARN that identifies the backups.
	DBClusterAutomatedBackupsArn *string
	// Name of the cluster. After the cluster is deleted, a new cluster can reuse the name.
	DBClusterIdentifier *string
	// Unique resource ID (cluster-…) of the cluster. Describe, delete and restore requests identify
	// the backups by this ID.
	DbClusterResourceId *string
	// Engine of the cluster, for example aurora-postgresql.
	Engine *string
	// Engine mode, for example provisioned.
	EngineMode *string
	// Engine version. The format depends on the engine.
	EngineVersion *string
	// Whether IAM database authentication is enabled.
	IAMDatabaseAuthenticationEnabled *bool
	// Provisioned I/O operations per second of a Multi-AZ cluster.
	Iops *int32
	// KMS key that encrypts the backups, if StorageEncrypted is true.
	KmsKeyId *string
	// License model, for example license-included.
	LicenseModel *string
	// Name of the master user, who administers the databases.
	MasterUsername *string
	// TCP port of the cluster.
	Port *int32
	// Daily backup window of the cluster in UTC, in the format hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Region of the cluster, for example us-east-1.
	Region *string
	// Time range to which the cluster can be restored. In the response to
	// DeleteDBClusterAutomatedBackup, EarliestTime and LatestTime are nil.
	RestoreWindow *RestoreWindow
	// Status of the backups: active if the cluster exists, retained if the cluster was deleted, and
	// deleted in the response to DeleteDBClusterAutomatedBackup.
	Status *string
	// Whether the backups are encrypted.
	StorageEncrypted *bool
	// Type of key that encrypts the backups.
	StorageEncryptionType StorageEncryptionType
	// Storage throughput of a Multi-AZ cluster, in MiB per second.
	StorageThroughput *int32
	// Storage type, for example aurora-iopt1.
	StorageType *string
	// Tags of the backups, at most 50.
	TagList []Tag `query:",item=Tag"`
	// VPC of the cluster, for example vpc-0123456789abcdef0.
	VpcId *string
}
