package types

import (
	"time"
)

// DBClusterSnapshot is a snapshot of a whole cluster, automated or manual.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBClusterSnapshot.html
type DBClusterSnapshot struct {
	// GiB.
	AllocatedStorage *int32
	// Zones in which a cluster restored from the snapshot can have instances.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// When the cluster was created, as far as the snapshot knows.
	ClusterCreateTime *time.Time
	// The cluster that the snapshot was taken of. It may exist no more.
	DBClusterIdentifier *string
	// The form in which copies from other regions and accounts name the snapshot.
	DBClusterSnapshotArn *string
	// The name, in lower case. Automated snapshots begin with rds:.
	DBClusterSnapshotIdentifier *string
	// neptune, unless the snapshot belongs to another service.
	Engine        *string
	EngineVersion *string
	// As the cluster had it.
	IAMDatabaseAuthenticationEnabled *bool
	// Key of the snapshot, when StorageEncrypted is true.
	KmsKeyId *string
	// For Neptune amazon-license.
	LicenseModel *string
	// Not used by Neptune.
	MasterUsername *string
	// Estimate, 0 to 100.
	PercentProgress *int32
	// The port that the cluster listened on at the time of the snapshot.
	Port *int32
	// When the snapshot was taken. Of a copy, the time of the copy or of its source: AWS does not say,
	// and its examples show both.
	SnapshotCreateTime *time.Time
	// manual or automated.
	SnapshotType *string
	// For a copy, the snapshot that it was copied from.
	SourceDBClusterSnapshotArn *string
	// An open set of words in lower case: creating, copying, available, failed and more.
	Status           *string
	StorageEncrypted *bool
	// Storage type of the cluster.
	StorageType *string
	// The VPC of the cluster.
	VpcId *string
}
