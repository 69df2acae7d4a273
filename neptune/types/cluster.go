package types

import (
	"time"
)

// DBCluster is a Neptune cluster: a storage volume with up to 16 instances that read it, one of
// which writes. DescribeDBClusters lists clusters of RDS and DocumentDB as well; Engine tells them
// apart.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBCluster.html
type DBCluster struct {
	// Always 1 for Neptune, whose storage grows by itself.
	AllocatedStorage *int32
	// IAM roles that the cluster may assume, for example for the bulk loader to read from S3.
	AssociatedRoles []DBClusterRole `query:",item=DBClusterRole"`
	// When a stopped cluster will be started again by AWS: seven days after it was stopped. Nil
	// unless it is stopped.
	AutomaticRestartTime *time.Time
	// Zones in which instances of the cluster can be created.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// Days for which automated snapshots are kept.
	BackupRetentionPeriod *int32
	// Not used by Neptune.
	CharacterSetName *string
	// Shared by a cluster and all its clones.
	CloneGroupId      *string
	ClusterCreateTime *time.Time
	// Whether snapshots get the tags of the cluster.
	CopyTagsToSnapshot *bool
	// Whether the cluster is a clone of a cluster of another account.
	CrossAccountClone *bool
	// Has rds as the service, also for Neptune: arn:aws:rds:region:account:cluster:name.
	DBClusterArn *string
	// The name, always in lower case. Unique per account and region, also among the clusters of RDS
	// and DocumentDB.
	DBClusterIdentifier *string
	// The instances of the cluster. It can be empty: a cluster lives without any.
	DBClusterMembers []DBClusterMember `query:",item=DBClusterMember"`
	// Not used by Neptune.
	DBClusterOptionGroupMemberships []DBClusterOptionGroupStatus `query:",item=DBClusterOptionGroup"`
	// Name of the cluster parameter group.
	DBClusterParameterGroup *string
	// Name of the subnet group, which determines the VPC.
	DBSubnetGroup *string
	// The name given when the cluster was created, if any.
	DatabaseName *string
	// Never changes, also not when the cluster is renamed. It is what IAM policies for data access
	// name, and CloudTrail logs.
	DbClusterResourceId *string
	// While true, deleting the cluster is refused.
	DeletionProtection *bool
	// From this moment on a point-in-time restore is possible.
	EarliestRestorableTime *time.Time
	// Kinds of log that are sent to CloudWatch Logs: audit, slowquery.
	EnabledCloudwatchLogsExports []string
	// Host name of the writer. It stays the same over a failover.
	Endpoint *string
	// neptune, unless the cluster belongs to another service.
	Engine        *string
	EngineVersion *string
	// The global database that this cluster is a member of.
	GlobalClusterIdentifier *string
	// Route 53 hosted zone of the endpoints, for alias records.
	HostedZoneId *string
	// Whether requests to the graph endpoint have to be signed with IAM credentials.
	IAMDatabaseAuthenticationEnabled *bool
	// From then on the cluster may change its StorageType to iopt1 again.
	IOOptimizedNextAllowedModificationTime *time.Time
	// Key of the storage, when StorageEncrypted is true.
	KmsKeyId *string
	// Up to this moment a point-in-time restore is possible; usually within the last five minutes.
	LatestRestorableTime *time.Time
	// Not used by Neptune, which has no database users.
	MasterUsername *string
	// Whether the cluster has instances in more than one zone.
	MultiAZ *bool
	// IPV4, or DUAL for IPv4 and IPv6.
	NetworkType *string
	// Accepted changes that do not apply yet. Elements are set for pending changes only.
	PendingModifiedValues *ClusterPendingModifiedValues
	// Progress of the running operation, as text: unlike with snapshots it is no number.
	PercentProgress *string
	// TCP port of the endpoints.
	Port *int32
	// Daily, in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly, in UTC: ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	// Clusters that replicate this one.
	ReadReplicaIdentifiers []string `query:",item=ReadReplicaIdentifier"`
	// Host name that spreads connections over the read replicas, or leads to the writer when there
	// are none.
	ReaderEndpoint *string
	// Not used by Neptune.
	ReplicationSourceIdentifier *string
	// Capacity range of the serverless instances.
	ServerlessV2ScalingConfiguration *ServerlessV2ScalingConfigurationInfo
	// An open set of words in lower case: available, creating, deleting, starting, stopping,
	// stopped, modifying, upgrading, promoting and more.
	Status *string
	// Whether the storage is encrypted; it cannot be changed later.
	StorageEncrypted *bool
	// iopt1 for I/O-optimized storage. Clusters with standard storage have none here.
	StorageType       *string
	VpcSecurityGroups []VpcSecurityGroupMembership `query:",item=VpcSecurityGroupMembership"`
}

// DBClusterMember is an instance, as its cluster sees it.
type DBClusterMember struct {
	// in-sync, or pending-reboot when a parameter needs a restart of the instance.
	DBClusterParameterGroupStatus *string
	DBInstanceIdentifier          *string
	// True for the writer, false for read replicas.
	IsClusterWriter *bool
	// Order of failover: 0 is promoted first, 15 last.
	PromotionTier *int32
}

// DBClusterRole is an IAM role that a cluster may assume.
type DBClusterRole struct {
	// The feature that the role is for.
	FeatureName *string
	RoleArn     *string
	// ACTIVE once the cluster can use the role, PENDING while it is being attached, and INVALID
	// when the cluster is not able to assume it.
	Status *string
}

// DBClusterOptionGroupStatus is an option group of a cluster. Neptune has none.
type DBClusterOptionGroupStatus struct {
	DBClusterOptionGroupName *string
	Status                   *string
}

// ClusterPendingModifiedValues holds the new values of what is about to change in a cluster; the
// rest is nil.
type ClusterPendingModifiedValues struct {
	// Not used by Neptune.
	AllocatedStorage      *int32
	BackupRetentionPeriod *int32
	// The new name of the cluster.
	DBClusterIdentifier              *string
	EngineVersion                    *string
	IAMDatabaseAuthenticationEnabled *bool
	// Not used by Neptune.
	Iops                         *int32
	NetworkType                  *string
	PendingCloudwatchLogsExports *PendingCloudwatchLogsExports
	StorageType                  *string
}

// ServerlessV2ScalingConfiguration sets the range in which the serverless instances of a cluster
// scale, in Neptune capacity units (NCU) in steps of 0.5.
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_ServerlessV2ScalingConfiguration.html
type ServerlessV2ScalingConfiguration struct {
	// 2.5 to 128, not below MinCapacity.
	MaxCapacity *float64
	// 1 or more.
	MinCapacity *float64
}

// ServerlessV2ScalingConfigurationInfo is the range in which the serverless instances of a cluster
// scale, in Neptune capacity units (NCU).
type ServerlessV2ScalingConfigurationInfo struct {
	MaxCapacity *float64
	MinCapacity *float64
}
