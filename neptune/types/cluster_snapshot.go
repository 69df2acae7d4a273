package types

import (
	"time"
)

// DBClusterSnapshot is a snapshot of a whole cluster, automated or manual.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBClusterSnapshot.html
type DBClusterSnapshot struct {
	// Storage of the snapshot in GiB.
	AllocatedStorage *int32
	// Availability Zones in which a cluster restored from the snapshot can have instances.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// When the cluster was created. It can be nil.
	ClusterCreateTime *time.Time
	// Name of the cluster that the snapshot was taken from. The cluster may no longer exist.
	DBClusterIdentifier *string
	// ARN of the snapshot. Copies to other regions and accounts use it as their
	// source.
	DBClusterSnapshotArn *string
	// Name of the snapshot, in lower case. Names of automated snapshots begin with "rds:".
	DBClusterSnapshotIdentifier *string
	// neptune, or the engine of another service that the snapshot belongs to.
	Engine *string

	// Version of the engine, for example 1.3.2.1.
	EngineVersion *string

	// Whether the cluster had IAM database authentication.
	IAMDatabaseAuthenticationEnabled *bool
	// KMS key that encrypts the snapshot, if StorageEncrypted is true.
	KmsKeyId *string
	// License model; amazon-license for Neptune.
	LicenseModel *string
	// Neptune does not use it.
	MasterUsername *string
	// Estimated progress, 0 to 100.
	PercentProgress *int32
	// TCP port of the cluster at the time of the snapshot.
	Port *int32
	// When the snapshot was taken. AWS does not document whether a copy has its own time or the
	// time of its source; AWS's examples show both.
	SnapshotCreateTime *time.Time
	// manual or automated.
	SnapshotType *string
	// For a copy, the ARN of the source snapshot.
	SourceDBClusterSnapshotArn *string
	// Status of the snapshot, in lower case: creating, copying, available, failed and others.
	Status *string

	// Whether the snapshot is encrypted.
	StorageEncrypted *bool

	// Storage type of the cluster: standard or iopt1.
	StorageType *string
	// VPC of the cluster, for example vpc-0123456789abcdef0.
	VpcId *string
}
