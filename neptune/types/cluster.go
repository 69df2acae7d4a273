package types

import (
	"time"
)

// DBCluster describes a Neptune cluster: a storage volume and up to 16 instances. All instances can
// read the volume, and one of them (the writer) can also write to it. DescribeDBClusters also lists
// RDS and DocumentDB clusters, which have a different Engine.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBCluster.html
type DBCluster struct {
	// Always 1 for Neptune, because its storage grows automatically.
	AllocatedStorage *int32
	// IAM roles that the cluster may assume, for example for the bulk loader to read from S3.
	AssociatedRoles []DBClusterRole `query:",item=DBClusterRole"`
	// Time at which AWS automatically restarts a stopped cluster, seven days after it was stopped.
	// Nil unless the cluster is stopped.
	AutomaticRestartTime *time.Time
	// Availability Zones where AWS can create instances of the cluster.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// Days to keep automated backups.
	BackupRetentionPeriod *int32
	// Neptune does not use it.
	CharacterSetName *string
	// ID shared by a cluster and all its clones.
	CloneGroupId *string

	// When the cluster was created.
	ClusterCreateTime *time.Time

	// Whether AWS copies the cluster's tags to its snapshots.
	CopyTagsToSnapshot *bool
	// Whether the cluster is a clone of a cluster in another account.
	CrossAccountClone *bool
	// ARN of the cluster. The service in the ARN is rds, even for Neptune:
	// arn:aws:rds:region:account:cluster:name.
	DBClusterArn *string
	// Name of the cluster, always in lower case. The name is unique in the account and region,
	// across Neptune, RDS and DocumentDB.
	DBClusterIdentifier *string
	// Instances of the cluster; empty if the cluster has no instances.
	DBClusterMembers []DBClusterMember `query:",item=DBClusterMember"`
	// Neptune does not use it.
	DBClusterOptionGroupMemberships []DBClusterOptionGroupStatus `query:",item=DBClusterOptionGroup"`
	// Name of the cluster parameter group.
	DBClusterParameterGroup *string
	// Name of the subnet group, which determines the VPC.
	DBSubnetGroup *string
	// Name of the database that was created with the cluster, if any.
	DatabaseName *string
	// Permanent ID of the cluster; a rename does not change it. IAM policies for data access and
	// CloudTrail logs use this ID.
	DbClusterResourceId *string
	// Whether the cluster is protected from deletion.
	DeletionProtection *bool
	// Earliest time to which the cluster can be restored.
	EarliestRestorableTime *time.Time
	// Types of logs exported to CloudWatch Logs: audit, slowquery.
	EnabledCloudwatchLogsExports []string
	// Host name that always connects to the writer. A failover does not change it.
	Endpoint *string
	// Engine of the cluster: neptune, or an RDS or DocumentDB engine.
	Engine *string

	// Version of the engine, for example 1.3.2.1.
	EngineVersion *string

	// The global database that this cluster is a member of.
	GlobalClusterIdentifier *string
	// ID of the endpoints' Route 53 hosted zone, for use in alias records.
	HostedZoneId *string
	// Whether requests to the graph endpoint must be signed with IAM
	// credentials.
	IAMDatabaseAuthenticationEnabled *bool
	// Earliest time at which the cluster's StorageType can change to iopt1 again.
	IOOptimizedNextAllowedModificationTime *time.Time
	// KMS key that encrypts the storage, if StorageEncrypted is true.
	KmsKeyId *string
	// Latest time to which the cluster can be restored, usually less than five minutes ago.
	LatestRestorableTime *time.Time
	// Not used by Neptune, because Neptune has no database users.
	MasterUsername *string
	// Whether the cluster has instances in more than one Availability Zone.
	MultiAZ *bool
	// Network type: IPV4, or DUAL for both IPv4 and IPv6.
	NetworkType *string
	// Changes that AWS has accepted but not applied yet. Fields without a pending change are nil.
	PendingModifiedValues *ClusterPendingModifiedValues
	// Progress of the current operation in percent, as a string. (DBClusterSnapshot.PercentProgress
	// is a number.)
	PercentProgress *string
	// TCP port of the endpoints.
	Port *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	// Clusters that are read replicas of this cluster.
	ReadReplicaIdentifiers []string `query:",item=ReadReplicaIdentifier"`
	// Host name that distributes connections among the read replicas. Without read replicas, it
	// resolves to the writer.
	ReaderEndpoint *string
	// Neptune does not use it.
	ReplicationSourceIdentifier *string
	// Capacity range of the serverless instances.
	ServerlessV2ScalingConfiguration *ServerlessV2ScalingConfigurationInfo
	// Status of the cluster, in lower case, for example available, creating, deleting, starting,
	// stopping, stopped, modifying, upgrading or promoting.
	Status *string
	// Whether the storage is encrypted. This cannot be changed after creation.
	StorageEncrypted *bool
	// Storage type: iopt1 for I/O-optimized storage, or nil for standard storage.
	StorageType *string

	// VPC security groups, with the state of their changes.
	VpcSecurityGroups []VpcSecurityGroupMembership `query:",item=VpcSecurityGroupMembership"`
}

// DBClusterMember describes an instance that is a member of a cluster.
type DBClusterMember struct {
	// State of the cluster parameter group on the instance: in-sync, or pending-reboot if a
	// parameter change will not take effect until the instance reboots.
	DBClusterParameterGroupStatus *string

	// Name of the instance.
	DBInstanceIdentifier *string

	// True for the writer, false for read replicas.
	IsClusterWriter *bool
	// Failover priority: 0 (promoted first) to 15 (promoted last).
	PromotionTier *int32
}

// DBClusterRole is an IAM role that a cluster may assume.
type DBClusterRole struct {
	// FeatureName of the call that added the role, or nil if the call did not set it.
	FeatureName *string

	// ARN of the IAM role.
	RoleArn *string

	// Status of the role: PENDING while AWS attaches it, ACTIVE if the cluster can use it, or
	// INVALID if the cluster cannot assume it.
	Status *string
}

// DBClusterOptionGroupStatus describes an option group of a cluster. Neptune clusters have none.
type DBClusterOptionGroupStatus struct {
	// Name of the option group. Neptune does not use it.
	DBClusterOptionGroupName *string

	// State of the option group's changes, for example in-sync.
	Status *string
}

// ClusterPendingModifiedValues holds the new values of a cluster's pending changes. Fields without
// a pending change are nil.
type ClusterPendingModifiedValues struct {
	// Neptune does not use it.
	AllocatedStorage *int32

	// New number of days to keep automated backups.
	BackupRetentionPeriod *int32

	// New name of the cluster.
	DBClusterIdentifier *string

	// New engine version, to which AWS upgrades.
	EngineVersion *string

	// Whether IAM database authentication will be enabled.
	IAMDatabaseAuthenticationEnabled *bool

	// Neptune does not use it.
	Iops *int32

	// New network type: IPV4 or DUAL.
	NetworkType *string

	// Types of logs whose export is being enabled or disabled.
	PendingCloudwatchLogsExports *PendingCloudwatchLogsExports

	// New storage type: standard or iopt1.
	StorageType *string
}

// ServerlessV2ScalingConfiguration sets the capacity range of a cluster's serverless instances, in
// Neptune capacity units (NCU), in steps of 0.5.
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_ServerlessV2ScalingConfiguration.html
type ServerlessV2ScalingConfiguration struct {
	// Maximum capacity: 2.5 to 128, at least MinCapacity.
	MaxCapacity *float64
	// Minimum capacity: 1 or more.
	MinCapacity *float64
}

// ServerlessV2ScalingConfigurationInfo is the capacity range of a cluster's serverless instances,
// in Neptune capacity units (NCU).
type ServerlessV2ScalingConfigurationInfo struct {
	// Maximum capacity of each instance.
	MaxCapacity *float64

	// Minimum capacity of each instance.
	MinCapacity *float64
}
