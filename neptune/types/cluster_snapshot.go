package types

import (
	"time"
)

// DBClusterSnapshot describes an automated or manual snapshot of a cluster.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBClusterSnapshot.html
type DBClusterSnapshot struct {
	// Storage of the snapshot in GiB.
	AllocatedStorage *int32
	// Availability Zones in which instances of a restored cluster can be created.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// When the cluster was created. It can be nil.
	ClusterCreateTime *time.Time
	// Name of the cluster that the snapshot was taken from. The cluster may no longer exist.
	DBClusterIdentifier *string
	// ARN of the snapshot. To copy the snapshot to another region or account, use the ARN as the
	// source.
	DBClusterSnapshotArn *string
	// Name of the snapshot, in lower case. Names of automated snapshots begin with "rds:".
	DBClusterSnapshotIdentifier *string
	// Engine of the cluster: neptune, or an RDS or DocumentDB engine.
	Engine *string

	// Version of the engine, for example 1.3.2.1.
	EngineVersion *string

	// Whether IAM database authentication was enabled for the cluster.
	IAMDatabaseAuthenticationEnabled *bool
	// KMS key that encrypts the snapshot, if StorageEncrypted is true.
	KmsKeyId *string
	// License model; amazon-license for Neptune.
	LicenseModel *string
	// Neptune does not use it.
	MasterUsername *string
	// Estimated progress, 0 to 100.
	PercentProgress *int32
	// TCP port of the cluster when the snapshot was taken.
	Port *int32
	// When the snapshot was taken. A copy has the same SnapshotCreateTime as its source snapshot.
	// (AWS does not document this.)
	SnapshotCreateTime *time.Time
	// Type of the snapshot: manual or automated.
	SnapshotType *string
	// For a copy, the ARN of the source snapshot.
	SourceDBClusterSnapshotArn *string
	// Status of the snapshot, in lower case, for example creating, copying, available or failed.
	Status *string

	// Whether the snapshot is encrypted.
	StorageEncrypted *bool

	// Storage type of the cluster: standard or iopt1.
	StorageType *string
	// VPC of the cluster, for example vpc-0123456789abcdef0.
	VpcId *string
}
