package types

import (
	"time"
)

// DBClusterSnapshot is a snapshot of a whole cluster, automated or manual.
// DescribeDBClusterSnapshots also lists snapshots of Neptune clusters, whose Engine is neptune.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterSnapshot.html
type DBClusterSnapshot struct {
	// Storage in GiB.
	AllocatedStorage *int32
	// Availability Zones in which instances of a restored cluster can be created.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// Days to keep the cluster's automated backups.
	BackupRetentionPeriod *int32
	// When the cluster was created. It can be nil.
	ClusterCreateTime *time.Time
	// Name of the cluster that the snapshot was taken from. The cluster may no longer exist.
	DBClusterIdentifier *string
	// ARN of the snapshot. Cross-region copies and StartExportTask identify the snapshot by its
	// ARN.
	DBClusterSnapshotArn *string
	// Name of the snapshot, in lower case. Names of automated snapshots begin with "rds:".
	DBClusterSnapshotIdentifier *string
	// The Oracle system ID (SID), for RDS Custom only.
	DBSystemId *string
	// Resource ID of the cluster. It distinguishes clusters that had the same name at different times.
	DbClusterResourceId *string

	// Engine of the cluster, for example aurora-mysql or neptune.
	Engine *string

	// Engine mode of the cluster, for example provisioned.
	EngineMode *string

	// Engine version. The format depends on the engine.
	EngineVersion *string

	// Whether IAM database authentication was enabled when the snapshot was taken.
	IAMDatabaseAuthenticationEnabled *bool

	// KMS key that encrypts the snapshot, if StorageEncrypted is true.
	KmsKeyId *string

	// License model, for example license-included.
	LicenseModel *string

	// Name of the master user of the database.
	MasterUsername *string

	// Estimated progress, 0 to 100.
	PercentProgress *int32
	// TCP port of the cluster when the snapshot was taken.
	Port *int32
	// Daily backup window of the cluster in UTC, in the format hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// When the snapshot was taken. A copy has the same SnapshotCreateTime as its source snapshot.
	// (AWS does not document this.)
	SnapshotCreateTime *time.Time
	// Type of the snapshot: manual, automated, or awsbackup if AWS Backup manages it.
	SnapshotType *string
	// For a copy, the ARN of the source snapshot.
	SourceDBClusterSnapshotArn *string
	// Status of the snapshot, in lower case, for example creating, copying, available or failed.
	Status *string

	// Whether the snapshot is encrypted.
	StorageEncrypted *bool

	// Type of key that encrypts the snapshot.
	StorageEncryptionType StorageEncryptionType
	// Storage throughput in MiB per second, for storage types whose throughput can be configured.
	StorageThroughput *int32

	// Storage type of the cluster, for example aurora or aurora-iopt1.
	StorageType *string

	// Tags of the resource.
	TagList []Tag `query:",item=Tag"`

	// VPC of the cluster, for example vpc-0123456789abcdef0.
	VpcId *string
}
