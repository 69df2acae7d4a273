package types

import (
	"time"
)

// DBCluster is a database cluster: an Aurora or Multi-AZ cluster of RDS, or a cluster of Neptune or
// DocumentDB, because the three services share one control plane. Engine shows the engine, for example
// neptune. Many members are never set for Neptune.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html
type DBCluster struct {
	// Kinesis data stream that the database activity stream is written to.
	ActivityStreamKinesisStreamName *string
	// Key that encrypts the messages of the activity stream.
	ActivityStreamKmsKeyId *string
	// Whether a session waits until its activity event is durable (sync) or continues at once (async).
	ActivityStreamMode ActivityStreamMode

	// State of the database activity stream.
	ActivityStreamStatus ActivityStreamStatus

	// GiB. Always 1 for Aurora and Neptune, because their storage grows
	// automatically.
	AllocatedStorage *int32
	// IAM roles that the cluster may assume, for example to load data from S3.
	AssociatedRoles []DBClusterRole `query:",item=DBClusterRole"`
	// Whether AWS installs minor versions in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// When AWS starts a stopped cluster again: seven days after it was stopped. Nil unless the
	// cluster is stopped.
	AutomaticRestartTime *time.Time
	// Availability Zones in which instances of the cluster can be created.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// Recovery point in AWS Backup, if AWS Backup manages the backups.
	AwsBackupRecoveryPointArn *string
	// Change records kept for backtracking (Aurora MySQL).
	BacktrackConsumedChangeRecords *int64
	// Seconds that the cluster can be backtracked; 0 if backtracking is off.
	BacktrackWindow *int64
	// Days for which automated snapshots are kept.
	BackupRetentionPeriod *int32
	// Current capacity units of an Aurora Serverless v1 cluster; 0 while it is paused.
	Capacity *int32

	// The server certificate: its authority and expiry.
	CertificateDetails *CertificateDetails

	// Character set of the databases if the engine has one per cluster.
	CharacterSetName *string
	// An ID that a cluster and all its clones share.
	CloneGroupId *string

	// When the cluster was created.
	ClusterCreateTime *time.Time

	// Whether the cluster is an Aurora Limitless Database.
	ClusterScalabilityType ClusterScalabilityType

	// Whether snapshots get the tags of the cluster.
	CopyTagsToSnapshot *bool
	// Whether the cluster is a clone of a cluster of another account.
	CrossAccountClone *bool
	// Host names of the custom endpoints.
	CustomEndpoints []string

	// ARN of the cluster, arn:aws:rds:region:account:cluster:name.
	DBClusterArn *string

	// Name of the resource, always in lower case. It is unique per account and
	// region, across all engines.
	DBClusterIdentifier *string
	// Class of the instances of a Multi-AZ cluster.
	DBClusterInstanceClass *string
	// Instances of the cluster. It can be empty, because a cluster can exist
	// without instances.
	DBClusterMembers []DBClusterMember `query:",item=DBClusterMember"`
	// Option groups of the cluster, with their states.
	DBClusterOptionGroupMemberships []DBClusterOptionGroupStatus `query:",item=DBClusterOptionGroup"`
	// Name of the cluster parameter group.
	DBClusterParameterGroup *string
	// Name of the subnet group, which determines the VPC.
	DBSubnetGroup *string
	// The Oracle system ID (SID), for RDS Custom only.
	DBSystemId *string

	// Mode of CloudWatch Database Insights.
	DatabaseInsightsMode DatabaseInsightsMode

	// Name of the database that was created with the cluster, if any.
	DatabaseName *string
	// ID of the cluster that never changes, even if the cluster is renamed. IAM policies for
	// database access and CloudTrail logs use it.
	DbClusterResourceId *string
	// Whether AWS rejects the deletion of the cluster.
	DeletionProtection *bool

	// Active Directory domains that the resource has joined.
	DomainMemberships []DomainMembership `query:",item=DomainMembership"`

	// Earliest time to which the cluster can be backtracked.
	EarliestBacktrackTime *time.Time
	// Earliest time to which a point-in-time restore is possible.
	EarliestRestorableTime *time.Time
	// Log types that are exported to CloudWatch Logs, for example audit.
	EnabledCloudwatchLogsExports []string
	// Host name of the writer. A failover does not change it.
	Endpoint *string
	// The engine, for example aurora-mysql, aurora-postgresql, postgres, neptune or docdb.
	Engine *string
	// Whether the cluster is enrolled for extended support after the end of standard support.
	EngineLifecycleSupport *string
	// provisioned, serverless or parallelquery if the engine has modes.
	EngineMode *string

	// Version of the engine, in the format of that engine.
	EngineVersion *string

	// The global cluster that this cluster is a member of.
	GlobalClusterIdentifier *string
	// Whether write forwarding to the primary cluster was requested for a secondary cluster
	// of a global database. GlobalWriteForwardingStatus shows whether it is enabled.
	GlobalWriteForwardingRequested *bool

	// State of write forwarding from this secondary cluster to the primary
	// cluster.
	GlobalWriteForwardingStatus WriteForwardingStatus

	// Route 53 hosted zone of the endpoints, for alias records.
	HostedZoneId *string
	// Whether the Data API is enabled.
	HttpEndpointEnabled *bool
	// Whether database users may sign in with IAM credentials. For Neptune, it means that
	// requests to the graph endpoint must be signed.
	IAMDatabaseAuthenticationEnabled *bool
	// Earliest time at which the cluster can change to I/O-optimized storage
	// again.
	IOOptimizedNextAllowedModificationTime *time.Time
	// Whether the cluster is reachable through the internet access gateway.
	InternetAccessGatewayEnabled *bool
	// Provisioned I/O operations per second of a Multi-AZ cluster.
	Iops *int32
	// Key of the storage if StorageEncrypted is true.
	KmsKeyId *string
	// Latest time to which a point-in-time restore is possible; usually within
	// the last five minutes.
	LatestRestorableTime *time.Time

	// State and capacity of Aurora Limitless Database.
	LimitlessDatabase *LimitlessDatabase

	// Whether readers of this cluster forward writes to its own writer.
	LocalWriteForwardingStatus LocalWriteForwardingStatus
	// Set if Secrets Manager keeps the password of the master user.
	MasterUserSecret *MasterUserSecret

	// Name of the master user of the database.
	MasterUsername *string

	// Seconds between two measurements of Enhanced Monitoring; 0 if it is off.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs.
	MonitoringRoleArn *string
	// Whether the cluster has instances in more than one Availability Zone.
	MultiAZ *bool
	// IPV4, or DUAL for IPv4 and IPv6.
	NetworkType *string
	// Accepted changes that do not apply yet. Only members with a pending
	// change are set.
	PendingModifiedValues *ClusterPendingModifiedValues
	// Progress of the current operation as text. Unlike the progress of a snapshot, it is not a
	// number.
	PercentProgress *string

	// Whether Performance Insights is enabled.
	PerformanceInsightsEnabled *bool

	// Key that encrypts the Performance Insights data.
	PerformanceInsightsKMSKeyId *string
	// Days for which Performance Insights data are kept.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port of the endpoints. Neptune's default is 8182.
	Port *int32
	// Daily window in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly window in UTC: ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	// Whether the endpoint resolves to a public address outside the VPC.
	PubliclyAccessible *bool
	// Settings of an RDS Custom cluster.
	RdsCustomClusterConfiguration *RdsCustomClusterConfiguration
	// Clusters that replicate this cluster.
	ReadReplicaIdentifiers []string `query:",item=ReadReplicaIdentifier"`
	// Host name that spreads connections over the read replicas. Without read replicas it resolves
	// to the writer.
	ReaderEndpoint *string
	// The cluster that this one is a read replica of.
	ReplicationSourceIdentifier *string
	// Scaling of an Aurora Serverless v1 cluster.
	ScalingConfigurationInfo *ScalingConfigurationInfo
	// Version of the platform that serverless instances run on.
	ServerlessV2PlatformVersion *string
	// Capacity range of serverless instances, for Neptune in Neptune capacity units.
	ServerlessV2ScalingConfiguration *ServerlessV2ScalingConfigurationInfo
	// Status of the cluster, in lower case: available, creating, deleting, stopped, modifying and
	// others.
	Status *string
	// State of read replication of the cluster's members.
	StatusInfos []DBClusterStatusInfo `query:",item=DBClusterStatusInfo"`
	// Whether the storage is encrypted; it cannot be changed later.
	StorageEncrypted *bool
	// The kind of key that encrypts the storage.
	StorageEncryptionType StorageEncryptionType
	// Throughput in MiB per second, if the storage type has a configurable throughput.
	StorageThroughput *int32
	// Storage type, for example aurora, aurora-iopt1, gp3 or io1. Neptune has standard, which
	// responses omit, and iopt1.
	StorageType *string

	// Tags of the resource.
	TagList []Tag `query:",item=Tag"`

	// Place of the cluster in a rollout of minor versions.
	UpgradeRolloutOrder UpgradeRolloutOrder
	// Whether VPC networking is enabled for a cluster that has an internet access gateway.
	VPCNetworkingEnabled *bool

	// VPC security groups, with the state of their changes.
	VpcSecurityGroups []VpcSecurityGroupMembership `query:",item=VpcSecurityGroupMembership"`
}

// DBClusterMember is an instance in the description of its cluster.
type DBClusterMember struct {
	// in-sync, or pending-reboot if a parameter needs a reboot of the instance.
	DBClusterParameterGroupStatus *string

	// Name of the instance.
	DBInstanceIdentifier *string

	// True for the writer, false for read replicas.
	IsClusterWriter *bool
	// Order of failover: 0 is promoted first, 15 last.
	PromotionTier *int32
}

// DBClusterRole is an IAM role that a cluster may assume.
type DBClusterRole struct {
	// The feature that the role is for. SupportedFeatureNames of an engine version lists the features.
	FeatureName *string

	// ARN of the IAM role.
	RoleArn *string

	// ACTIVE once the cluster can use the role, PENDING while the role is being attached, and INVALID
	// if the cluster cannot assume the role.
	Status *string
}

// DBClusterOptionGroupStatus is the state of an option group in a cluster.
type DBClusterOptionGroupStatus struct {
	// Name of the option group, in lower case.
	DBClusterOptionGroupName *string

	// State of the option group in the cluster.
	Status *string
}

// DBClusterStatusInfo is the state of an activity of a cluster.
type DBClusterStatusInfo struct {
	// Details of the error, or nil if there is none.
	Message *string
	// False while the activity is in an error state.
	Normal *bool
	// For read replication, for example replicating, error, stopped or
	// terminated.
	Status *string
	// The activity, at present read replication.
	StatusType *string
}

// ClusterPendingModifiedValues holds the new values of the pending changes of a cluster. The
// other members are nil.
type ClusterPendingModifiedValues struct {
	// New storage in GiB.
	AllocatedStorage *int32

	// New number of days to keep automated snapshots.
	BackupRetentionPeriod *int32

	// Details of the new server certificate.
	CertificateDetails *CertificateDetails

	// The new name of the cluster.
	DBClusterIdentifier *string

	// Engine version after the upgrade.
	EngineVersion *string

	// New setting of IAM database authentication.
	IAMDatabaseAuthenticationEnabled *bool

	// New number of provisioned I/O operations per second.
	Iops *int32

	// A mask instead of the password.
	MasterUserPassword *string

	// Log types whose export is being enabled or disabled.
	PendingCloudwatchLogsExports *PendingCloudwatchLogsExports

	// New settings of an RDS Custom cluster.
	RdsCustomClusterConfiguration *RdsCustomClusterConfiguration

	// Storage type after the change.
	StorageType *string
}

// LimitlessDatabase is the state of Aurora Limitless Database in a cluster.
type LimitlessDatabase struct {
	// Minimum Aurora capacity units that are required.
	MinRequiredACU *float64

	// State of the feature, for example enabled.
	Status LimitlessDatabaseStatus
}

// RdsCustomClusterConfiguration holds the settings that only clusters of RDS
// Custom have.
type RdsCustomClusterConfiguration struct {
	// AWS reserves it for future use.
	InterconnectSubnetId *string

	// Whether replicas can be read.
	ReplicaMode ReplicaMode

	// AWS reserves it for future use.
	TransitGatewayMulticastDomainId *string
}

// ScalingConfigurationInfo describes the scaling of an Aurora Serverless v1
// cluster.
type ScalingConfigurationInfo struct {
	// Whether the cluster pauses after SecondsUntilAutoPause without a
	// connection.
	AutoPause *bool
	// Capacity in Aurora capacity units (ACU).
	MaxCapacity *int32
	// Capacity in Aurora capacity units (ACU).
	MinCapacity *int32
	// Seconds to look for a point in time at which scaling does not disturb sessions, before
	// TimeoutAction.
	SecondsBeforeTimeout *int32

	// Idle seconds after which the cluster pauses if AutoPause is true.
	SecondsUntilAutoPause *int32

	// ForceApplyCapacityChange, or RollbackCapacityChange to keep the capacity.
	TimeoutAction *string
}

// ServerlessV2ScalingConfigurationInfo is the range in which serverless instances of a cluster
// scale.
type ServerlessV2ScalingConfigurationInfo struct {
	// Maximum capacity in Aurora capacity units, or in Neptune capacity units for a Neptune cluster,
	// in steps of 0.5.
	MaxCapacity *float64
	// Minimum capacity in the same units; 0 allows an Aurora instance to pause.
	MinCapacity *float64
	// Idle seconds after which an instance pauses if MinCapacity is 0.
	SecondsUntilAutoPause *int32
}

// DBClusterAssociatedRole is an IAM role for a new cluster.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterAssociatedRole.html
type DBClusterAssociatedRole struct {
	// Required. ARN of the IAM role.
	RoleArn *string `query:",required"`
	// The feature that the role is for, for example s3Import. SupportedFeatureNames of an engine
	// version lists the features.
	FeatureName *string
}

// ScalingConfiguration sets how an Aurora Serverless v1 cluster scales.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ScalingConfiguration.html
type ScalingConfiguration struct {
	// Whether the cluster pauses when it is idle; true if nil.
	AutoPause *bool
	// Capacity in Aurora capacity units (ACU).
	MaxCapacity *int32
	// Capacity in Aurora capacity units (ACU).
	MinCapacity *int32
	// Seconds to look for a point in time at which scaling does not disturb sessions, 60 to 600; 300
	// if nil.
	SecondsBeforeTimeout *int32
	// Idle seconds after which the cluster pauses if AutoPause is true.
	SecondsUntilAutoPause *int32
	// Action after SecondsBeforeTimeout: RollbackCapacityChange or ForceApplyCapacityChange.
	TimeoutAction *string
}

// ServerlessV2ScalingConfiguration sets the range in which the serverless instances of a cluster
// scale, in Aurora or Neptune capacity units.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ServerlessV2ScalingConfiguration.html
type ServerlessV2ScalingConfiguration struct {
	// Maximum capacity in steps of 0.5, at least MinCapacity.
	MaxCapacity *float64
	// Minimum capacity in steps of 0.5; 0 allows the cluster to pause.
	MinCapacity *float64
	// Idle seconds after which an instance pauses if MinCapacity is 0.
	SecondsUntilAutoPause *int32
}
