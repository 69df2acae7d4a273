package types

import (
	"time"
)

// DBClusterAutomatedBackup is the automated backups of a cluster: snapshots, logs, and the
// properties that a restore needs. The cluster exists, or it was deleted and its backups are
// retained.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterAutomatedBackup.html
type DBClusterAutomatedBackup struct {
	// GiB. Always 1 for Aurora.
	AllocatedStorage *int32
	// Availability Zones in which instances of the cluster can be created.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// Recovery point in AWS Backup.
	AwsBackupRecoveryPointArn *string
	// Days for which the backups are kept.
	BackupRetentionPeriod *int32
	// When the cluster was created.
	ClusterCreateTime *time.Time
	// ARN of the cluster.
	DBClusterArn *string
	// ARN of the backups.
	DBClusterAutomatedBackupsArn *string
	// Name of the cluster. Another cluster may have it after the cluster was deleted.
	DBClusterIdentifier *string
	// Resource ID (cluster-…) of the cluster, which no other cluster has. It names the backups in
	// describe, delete and restore requests.
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
	// Master user of the cluster.
	MasterUsername *string
	// Port of the cluster.
	Port *int32
	// Daily, in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Region of the cluster.
	Region *string
	// The times between which the cluster can be restored. It is empty in the reply to a deletion.
	RestoreWindow *RestoreWindow
	// active for an existing cluster, retained for a deleted one, and deleted in the reply to
	// DeleteDBClusterAutomatedBackup.
	Status *string
	// Whether the backups are encrypted.
	StorageEncrypted *bool
	// What kind of key encrypts the backups.
	StorageEncryptionType StorageEncryptionType
	// MiB per second, of a Multi-AZ cluster.
	StorageThroughput *int32
	// For example aurora-iopt1.
	StorageType *string
	// Tags of the backups.
	TagList []Tag `query:",item=Tag"`
	// VPC of the cluster.
	VpcId *string
}
