package types

import (
	"time"
)

// DBClusterSnapshot is a snapshot of a whole cluster, automated or manual. The list includes snapshots
// of Neptune clusters, which have another Engine.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterSnapshot.html
type DBClusterSnapshot struct {
	// Storage in GiB.
	AllocatedStorage *int32
	// Availability Zones in which a cluster restored from the snapshot can have instances.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// Days for which automated snapshots of the cluster are kept.
	BackupRetentionPeriod *int32
	// When the cluster was created. It can be nil.
	ClusterCreateTime *time.Time
	// The cluster that the snapshot was taken of. The cluster may no longer
	// exist.
	DBClusterIdentifier *string
	// ARN of the snapshot. Copies to other regions and StartExportTask use it.
	DBClusterSnapshotArn *string
	// Name of the snapshot, in lower case. Names of automated snapshots begin
	// with rds:.
	DBClusterSnapshotIdentifier *string
	// The Oracle system ID (SID), for RDS Custom only.
	DBSystemId *string
	// Resource ID of the cluster. It distinguishes clusters that had the same name at different times.
	DbClusterResourceId *string

	// Engine of the cluster, for example aurora-mysql or neptune.
	Engine *string

	// Engine mode of the cluster, for example provisioned.
	EngineMode *string

	// Version of the engine, in the format of that engine.
	EngineVersion *string

	// Whether the source had IAM database authentication.
	IAMDatabaseAuthenticationEnabled *bool

	// Key of the snapshot if StorageEncrypted is true.
	KmsKeyId *string

	// License model of the engine.
	LicenseModel *string

	// Name of the master user of the database.
	MasterUsername *string

	// Estimated progress, 0 to 100.
	PercentProgress *int32
	// The port that the cluster listened on at the time of the snapshot.
	Port *int32
	// Daily window in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// When the snapshot was taken. For a copy, it is the time of the copy or of its source: AWS
	// does not document which, and its examples show both.
	SnapshotCreateTime *time.Time
	// manual, automated, or awsbackup for a snapshot that AWS Backup manages.
	SnapshotType *string
	// For a copy, the snapshot that it was copied from.
	SourceDBClusterSnapshotArn *string
	// Status of the snapshot, in lower case: creating, copying, available, failed and others.
	Status *string

	// Whether the snapshot is encrypted.
	StorageEncrypted *bool

	// The kind of key that encrypts the snapshot.
	StorageEncryptionType StorageEncryptionType
	// Throughput in MiB per second, if the storage type has a configurable throughput.
	StorageThroughput *int32

	// Storage type of the cluster, for example aurora or aurora-iopt1.
	StorageType *string

	// Tags of the resource.
	TagList []Tag `query:",item=Tag"`

	// VPC of the cluster, for example vpc-0123456789abcdef0.
	VpcId *string
}
