package types

import (
	"time"
)

// DBCluster is a database cluster: an Aurora or a Multi-AZ cluster of RDS, and also a Neptune or
// DocumentDB cluster, because the three services share one control plane. Engine tells them apart
// ("neptune"), and many members below are never set for Neptune.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html
type DBCluster struct {
	// Kinesis data stream that the database activity stream is written to.
	ActivityStreamKinesisStreamName *string
	// Key that encrypts the messages of the activity stream.
	ActivityStreamKmsKeyId *string
	// Whether a session waits until its activity event is durable (sync) or goes on (async).
	ActivityStreamMode   ActivityStreamMode
	ActivityStreamStatus ActivityStreamStatus
	// GiB. For Aurora and Neptune, whose storage grows by itself, always 1.
	AllocatedStorage *int32
	// IAM roles that the cluster may assume, for example to load data from S3.
	AssociatedRoles []DBClusterRole `query:",item=DBClusterRole"`
	// Whether minor versions are installed in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// When a stopped cluster will be started again by AWS: seven days after it was stopped. Nil
	// unless it is stopped.
	AutomaticRestartTime *time.Time
	// Zones in which instances of the cluster can be created.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// Recovery point in AWS Backup.
	AwsBackupRecoveryPointArn *string
	// Change records kept for backtracking (Aurora MySQL).
	BacktrackConsumedChangeRecords *int64
	// Seconds that the cluster can be backtracked; 0 when backtracking is off.
	BacktrackWindow *int64
	// Days for which automated snapshots are kept.
	BackupRetentionPeriod *int32
	// Current capacity units of an Aurora Serverless v1 cluster; 0 while it is paused.
	Capacity           *int32
	CertificateDetails *CertificateDetails
	// Character set of the databases, where the engine has one per cluster.
	CharacterSetName *string
	// Shared by a cluster and all its clones.
	CloneGroupId           *string
	ClusterCreateTime      *time.Time
	ClusterScalabilityType ClusterScalabilityType
	// Whether snapshots get the tags of the cluster.
	CopyTagsToSnapshot *bool
	// Whether the cluster is a clone of a cluster of another account.
	CrossAccountClone *bool
	// Host names of the custom endpoints.
	CustomEndpoints []string
	DBClusterArn    *string
	// The name, always in lower case. Unique per account and region among all engines.
	DBClusterIdentifier *string
	// Class of the instances of a Multi-AZ cluster.
	DBClusterInstanceClass *string
	// The instances of the cluster. It can be empty: a cluster lives without any.
	DBClusterMembers []DBClusterMember `query:",item=DBClusterMember"`
	// Option groups in use.
	DBClusterOptionGroupMemberships []DBClusterOptionGroupStatus `query:",item=DBClusterOptionGroup"`
	// Name of the cluster parameter group.
	DBClusterParameterGroup *string
	// Name of the subnet group, which determines the VPC.
	DBSubnetGroup *string
	// The Oracle system ID (SID), for RDS Custom only.
	DBSystemId           *string
	DatabaseInsightsMode DatabaseInsightsMode
	// Name of the database made along with the cluster, if any.
	DatabaseName *string
	// Never changes, also not when the cluster is renamed. It is what IAM policies for database
	// access and CloudTrail logs name.
	DbClusterResourceId *string
	// While true, deleting the cluster is refused.
	DeletionProtection *bool
	DomainMemberships  []DomainMembership `query:",item=DomainMembership"`
	// Furthest moment in the past to which the cluster can be backtracked.
	EarliestBacktrackTime *time.Time
	// From this moment on a point-in-time restore is possible.
	EarliestRestorableTime *time.Time
	// Kinds of log that are sent to CloudWatch Logs, such as audit.
	EnabledCloudwatchLogsExports []string
	// Host name of the writer. It stays the same over a failover.
	Endpoint *string
	// For example aurora-mysql, aurora-postgresql, postgres, neptune or docdb.
	Engine *string
	// Whether the cluster is enrolled for extended support after the end of standard support.
	EngineLifecycleSupport *string
	// provisioned, serverless or parallelquery, where the engine has modes.
	EngineMode    *string
	EngineVersion *string
	// The global cluster that this cluster is a member of.
	GlobalClusterIdentifier *string
	// Whether a secondary cluster of a global database is to forward writes to the primary.
	// GlobalWriteForwardingStatus says whether it does already.
	GlobalWriteForwardingRequested *bool
	GlobalWriteForwardingStatus    WriteForwardingStatus
	// Route 53 hosted zone of the endpoints, for alias records.
	HostedZoneId *string
	// Whether the Data API is on.
	HttpEndpointEnabled *bool
	// Whether database users may sign in with IAM credentials. On Neptune, requests to the graph
	// endpoint then have to be signed.
	IAMDatabaseAuthenticationEnabled *bool
	// From then on the cluster may change to I/O-optimized storage again.
	IOOptimizedNextAllowedModificationTime *time.Time
	// Whether the cluster is reachable through the internet access gateway.
	InternetAccessGatewayEnabled *bool
	// Provisioned I/O operations per second of a Multi-AZ cluster.
	Iops *int32
	// Key of the storage, when StorageEncrypted is true.
	KmsKeyId *string
	// Up to this moment a point-in-time restore is possible; usually within the last five minutes.
	LatestRestorableTime *time.Time
	LimitlessDatabase    *LimitlessDatabase
	// Whether readers of this cluster forward writes to its own writer.
	LocalWriteForwardingStatus LocalWriteForwardingStatus
	// Set when Secrets Manager keeps the password of the master user.
	MasterUserSecret *MasterUserSecret
	MasterUsername   *string
	// Seconds between two points of Enhanced Monitoring; 0 when it is off.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs.
	MonitoringRoleArn *string
	// Whether the cluster has instances in more than one zone.
	MultiAZ *bool
	// IPV4, or DUAL for IPv4 and IPv6.
	NetworkType *string
	// Accepted changes that do not apply yet. Elements are set for pending changes only.
	PendingModifiedValues *ClusterPendingModifiedValues
	// Progress of the running operation, as text: unlike with snapshots it is no number.
	PercentProgress            *string
	PerformanceInsightsEnabled *bool
	// Key that encrypts the Performance Insights data.
	PerformanceInsightsKMSKeyId *string
	// Days for which Performance Insights data are kept.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port of the endpoints. Neptune's default is 8182.
	Port *int32
	// Daily, in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly, in UTC: ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	// Whether the endpoint resolves to a public address outside the VPC.
	PubliclyAccessible *bool
	// For RDS Custom only.
	RdsCustomClusterConfiguration *RdsCustomClusterConfiguration
	// Read replicas that follow this cluster.
	ReadReplicaIdentifiers []string `query:",item=ReadReplicaIdentifier"`
	// Host name that spreads connections over the read replicas, or leads to the writer when there
	// are none.
	ReaderEndpoint *string
	// The cluster that this one is a read replica of.
	ReplicationSourceIdentifier *string
	// For Aurora Serverless v1 only.
	ScalingConfigurationInfo *ScalingConfigurationInfo
	// Version of the platform that serverless instances run on.
	ServerlessV2PlatformVersion *string
	// Capacity range of serverless instances, for Neptune in Neptune capacity units.
	ServerlessV2ScalingConfiguration *ServerlessV2ScalingConfigurationInfo
	// An open set of words in lower case: available, creating, deleting, stopped, modifying and
	// more.
	Status *string
	// State of read replication of the cluster's members.
	StatusInfos []DBClusterStatusInfo `query:",item=DBClusterStatusInfo"`
	// Whether the storage is encrypted; it cannot be changed later.
	StorageEncrypted *bool
	// What kind of key encrypts the storage.
	StorageEncryptionType StorageEncryptionType
	// MiB per second, where it can be chosen.
	StorageThroughput *int32
	// For example aurora, aurora-iopt1, gp3 or io1. Neptune has standard, which is left out of
	// answers, and iopt1.
	StorageType *string
	TagList     []Tag `query:",item=Tag"`
	// Place of the cluster in a rollout of minor versions.
	UpgradeRolloutOrder UpgradeRolloutOrder
	// Whether VPC networking is on for a cluster that has an internet access gateway.
	VPCNetworkingEnabled *bool
	VpcSecurityGroups    []VpcSecurityGroupMembership `query:",item=VpcSecurityGroupMembership"`
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
	// The feature that the role is for; the engine versions list the names that they know.
	FeatureName *string
	RoleArn     *string
	// ACTIVE once the cluster can use the role, PENDING while it is being attached, and INVALID
	// when the cluster is not able to assume it.
	Status *string
}

// DBClusterOptionGroupStatus is an option group of a cluster.
type DBClusterOptionGroupStatus struct {
	DBClusterOptionGroupName *string
	Status                   *string
}

// DBClusterStatusInfo tells how one activity of a cluster is doing.
type DBClusterStatusInfo struct {
	// Details of the error, if there is one.
	Message *string
	// False while the activity is in an error state.
	Normal *bool
	// Of read replication: replicating, error, stopped or terminated, for instance.
	Status *string
	// The activity, at present read replication.
	StatusType *string
}

// ClusterPendingModifiedValues holds the new values of what is about to change in a cluster; the
// rest is nil.
type ClusterPendingModifiedValues struct {
	AllocatedStorage      *int32
	BackupRetentionPeriod *int32
	CertificateDetails    *CertificateDetails
	// The new name of the cluster.
	DBClusterIdentifier              *string
	EngineVersion                    *string
	IAMDatabaseAuthenticationEnabled *bool
	Iops                             *int32
	// A mask, never the password itself.
	MasterUserPassword            *string
	PendingCloudwatchLogsExports  *PendingCloudwatchLogsExports
	RdsCustomClusterConfiguration *RdsCustomClusterConfiguration
	StorageType                   *string
}

// LimitlessDatabase is the state of Aurora Limitless Database in a cluster.
type LimitlessDatabase struct {
	// Aurora capacity units that it takes at least.
	MinRequiredACU *float64
	Status         LimitlessDatabaseStatus
}

// RdsCustomClusterConfiguration holds what only clusters of RDS Custom have.
type RdsCustomClusterConfiguration struct {
	InterconnectSubnetId *string
	// Whether replicas can be read.
	ReplicaMode                     ReplicaMode
	TransitGatewayMulticastDomainId *string
}

// ScalingConfigurationInfo tells how an Aurora Serverless v1 cluster scales.
type ScalingConfigurationInfo struct {
	// Whether the cluster pauses when it has had no connection for SecondsUntilAutoPause.
	AutoPause *bool
	// Aurora capacity units.
	MaxCapacity *int32
	// Aurora capacity units.
	MinCapacity *int32
	// How long to look for a moment at which scaling disturbs nobody, before TimeoutAction.
	SecondsBeforeTimeout  *int32
	SecondsUntilAutoPause *int32
	// ForceApplyCapacityChange, or RollbackCapacityChange to keep the capacity.
	TimeoutAction *string
}

// ServerlessV2ScalingConfigurationInfo is the range in which serverless instances of a cluster
// scale.
type ServerlessV2ScalingConfigurationInfo struct {
	// Aurora capacity units, or Neptune capacity units for a Neptune cluster, in steps of 0.5.
	MaxCapacity *float64
	// In the same units; 0 allows an Aurora instance to pause.
	MinCapacity *float64
	// Idle time after which an instance pauses, when MinCapacity is 0.
	SecondsUntilAutoPause *int32
}
