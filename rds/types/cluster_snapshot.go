package types

import (
	"time"
)

// DBClusterSnapshot is a snapshot of a whole cluster, automated or manual. Snapshots of Neptune
// clusters are listed along with those of Aurora; Engine tells them apart.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterSnapshot.html
type DBClusterSnapshot struct {
	// GiB.
	AllocatedStorage *int32
	// Zones in which a cluster restored from the snapshot can have instances.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// Days for which automated snapshots of the cluster are kept.
	BackupRetentionPeriod *int32
	// When the cluster was created, as far as the snapshot knows.
	ClusterCreateTime *time.Time
	// The cluster that the snapshot was taken of. It may exist no more.
	DBClusterIdentifier *string
	// The form in which other regions and StartExportTask want the snapshot.
	DBClusterSnapshotArn *string
	// The name, in lower case. Automated snapshots begin with rds:.
	DBClusterSnapshotIdentifier *string
	// The Oracle system ID (SID), for RDS Custom only.
	DBSystemId *string
	// Tells clusters of the same name apart that existed one after the other.
	DbClusterResourceId *string
	Engine              *string
	// The mode of the engine of the cluster, such as provisioned.
	EngineMode                       *string
	EngineVersion                    *string
	IAMDatabaseAuthenticationEnabled *bool
	// Key of the snapshot, when StorageEncrypted is true.
	KmsKeyId       *string
	LicenseModel   *string
	MasterUsername *string
	// Estimate, 0 to 100.
	PercentProgress *int32
	// The port that the cluster listened on at the time of the snapshot.
	Port *int32
	// Daily, in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// When the snapshot was taken. Of a copy, the time of the copy or of its source: AWS does not say,
	// and its examples show both.
	SnapshotCreateTime *time.Time
	// manual, automated, or awsbackup for those of AWS Backup.
	SnapshotType *string
	// For a copy, the snapshot that it was copied from.
	SourceDBClusterSnapshotArn *string
	// An open set of words in lower case: creating, copying, available, failed and more.
	Status           *string
	StorageEncrypted *bool
	// What kind of key encrypts the snapshot.
	StorageEncryptionType StorageEncryptionType
	// MiB per second, where it can be chosen.
	StorageThroughput *int32
	StorageType       *string
	TagList           []Tag `query:",item=Tag"`
	// The VPC of the cluster.
	VpcId *string
}
