package types

import (
	"time"
)

// DBClusterAutomatedBackup describes the automated backups of a cluster: snapshots, logs, and the
// properties that a restore needs. The cluster exists, or it was deleted and its backups are retained.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterAutomatedBackup.html
type DBClusterAutomatedBackup struct {
	// Storage in GiB; always 1 for Aurora.
	AllocatedStorage *int32
	// Availability Zones in which instances of the cluster can be created.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// Recovery point in AWS Backup, if AWS Backup manages the backups.
	AwsBackupRecoveryPointArn *string
	// Days for which the backups are kept.
	BackupRetentionPeriod *int32
	// When the cluster was created.
	ClusterCreateTime *time.Time
	// ARN of the cluster, arn:aws:rds:region:account:cluster:name.
	DBClusterArn *string
	// ARN that identifies the backups.
	DBClusterAutomatedBackupsArn *string
	// Name of the cluster. After the cluster was deleted, another cluster may have the name.
	DBClusterIdentifier *string
	// Resource ID (cluster-…) of the cluster, which no other cluster has. Describe, delete and restore
	// requests identify the backups by it.
	DbClusterResourceId *string
	// Engine of the cluster, for example aurora-postgresql.
	Engine *string
	// Mode of the engine, for example provisioned.
	EngineMode *string
	// Version of the engine, in the format of that engine.
	EngineVersion *string
	// Whether the cluster has IAM database authentication.
	IAMDatabaseAuthenticationEnabled *bool
	// Provisioned I/O operations per second, of a Multi-AZ cluster.
	Iops *int32
	// Key of the backups if StorageEncrypted is true.
	KmsKeyId *string
	// License model of the engine.
	LicenseModel *string
	// Name of the user that administers the databases.
	MasterUsername *string
	// TCP port of the cluster.
	Port *int32
	// Daily window in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Region of the cluster, for example us-east-1.
	Region *string
	// Range of the times to which the cluster can be restored. It is empty in the response to a
	// deletion.
	RestoreWindow *RestoreWindow
	// active for an existing cluster, retained for a deleted one, and deleted in the response of
	// DeleteDBClusterAutomatedBackup.
	Status *string
	// Whether the backups are encrypted.
	StorageEncrypted *bool
	// The kind of key that encrypts the backups.
	StorageEncryptionType StorageEncryptionType
	// Throughput of the storage of a Multi-AZ cluster in MiB per second.
	StorageThroughput *int32
	// Storage type, for example aurora-iopt1.
	StorageType *string
	// Tags of the backups, at most 50.
	TagList []Tag `query:",item=Tag"`
	// VPC of the cluster, for example vpc-0123456789abcdef0.
	VpcId *string
}
