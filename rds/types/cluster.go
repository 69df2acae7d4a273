package types

import (
	"time"
)

// DBCluster is a database cluster: an Aurora or Multi-AZ cluster of RDS, or a cluster of Neptune or
// DocumentDB. The three services share one control plane. Engine is neptune for a Neptune cluster
// and docdb for a DocumentDB cluster. For a Neptune cluster, many fields are nil.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html
type DBCluster struct {
	// Name of the Kinesis data stream that receives the database activity stream.
	ActivityStreamKinesisStreamName *string
	// KMS key that encrypts the activity stream.
	ActivityStreamKmsKeyId *string
	// Mode of the database activity stream. In sync mode, a database session waits until the stream
	// has durably stored the session's activity event. In async mode, the session does not wait.
	ActivityStreamMode ActivityStreamMode

	// State of the database activity stream.
	ActivityStreamStatus ActivityStreamStatus

	// Storage in GiB; always 1 for Aurora and Neptune, because their storage grows automatically.
	AllocatedStorage *int32
	// IAM roles that the cluster may assume, for example to load data from S3.
	AssociatedRoles []DBClusterRole `query:",item=DBClusterRole"`
	// Whether AWS installs minor engine versions automatically during the maintenance window.
	AutoMinorVersionUpgrade *bool
	// Time at which AWS automatically restarts a stopped cluster, seven days after it was stopped.
	// Nil unless the cluster is stopped.
	AutomaticRestartTime *time.Time
	// Availability Zones in which instances of the cluster can be created.
	AvailabilityZones []string `query:",item=AvailabilityZone"`
	// ARN of the recovery point in AWS Backup, if AWS Backup manages the backups.
	AwsBackupRecoveryPointArn *string
	// Aurora MySQL only: number of change records kept for backtracking.
	BacktrackConsumedChangeRecords *int64
	// How far back the cluster can be backtracked, in seconds; 0 if backtracking is off.
	BacktrackWindow *int64
	// Days to keep automated backups.
	BackupRetentionPeriod *int32
	// Current capacity of an Aurora Serverless v1 cluster, in Aurora capacity units; 0 while the
	// cluster is paused.
	Capacity *int32

	// Certificate authority and expiry of the server certificate.
	CertificateDetails *CertificateDetails

	// Character set of the databases, if the engine sets it for a whole cluster.
	CharacterSetName *string
	// ID shared by a cluster and all its clones.
	CloneGroupId *string

	// When the cluster was created.
	ClusterCreateTime *time.Time

	// Whether the cluster is an Aurora Limitless Database.
	ClusterScalabilityType ClusterScalabilityType

	// Whether AWS copies the cluster's tags to its snapshots.
	CopyTagsToSnapshot *bool
	// Whether the cluster is a clone of a cluster in another account.
	CrossAccountClone *bool
	// Host names of the custom endpoints.
	CustomEndpoints []string

	// ARN of the cluster, in the form arn:aws:rds:region:account:cluster:name.
	DBClusterArn *string

	// Name of the cluster, always in lower case. It is unique per account and region, across all
	// engines.
	DBClusterIdentifier *string
	// Instance class of a Multi-AZ cluster, for example db.m6gd.xlarge.
	DBClusterInstanceClass *string
	// Instances of the cluster. Empty if the cluster does not have instances.
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
	// Permanent ID of the cluster; a rename does not change it. IAM policies for database access
	// and CloudTrail logs use this ID.
	DbClusterResourceId *string
	// Whether the cluster is protected from deletion.
	DeletionProtection *bool

	// Active Directory domains that the cluster has joined.
	DomainMemberships []DomainMembership `query:",item=DomainMembership"`

	// Earliest time to which the cluster can be backtracked.
	EarliestBacktrackTime *time.Time
	// Earliest time to which the cluster can be restored.
	EarliestRestorableTime *time.Time
	// Types of logs exported to CloudWatch Logs, for example audit.
	EnabledCloudwatchLogsExports []string
	// Host name that always connects to the writer. A failover does not change it.
	Endpoint *string
	// Database engine, for example aurora-mysql, aurora-postgresql, postgres, neptune or docdb.
	Engine *string
	// Either open-source-rds-extended-support if the cluster is enrolled in RDS Extended Support,
	// or open-source-rds-extended-support-disabled. Extended Support begins when standard support
	// ends.
	EngineLifecycleSupport *string
	// Engine mode, if the engine has modes: provisioned, serverless or parallelquery.
	EngineMode *string

	// Engine version. The format depends on the engine.
	EngineVersion *string

	// The global cluster that this cluster is a member of.
	GlobalClusterIdentifier *string
	// Whether write forwarding was requested for this secondary cluster of a global database.
	// GlobalWriteForwardingStatus shows whether write forwarding is enabled.
	GlobalWriteForwardingRequested *bool

	// State of write forwarding from this secondary cluster to the primary
	// cluster.
	GlobalWriteForwardingStatus WriteForwardingStatus

	// ID of the endpoints' Route 53 hosted zone, for use in alias records.
	HostedZoneId *string
	// Whether the Data API is enabled.
	HttpEndpointEnabled *bool
	// Whether IAM database authentication is enabled. Database users can then sign in with IAM
	// credentials; for Neptune, requests to the graph endpoint must be signed.
	IAMDatabaseAuthenticationEnabled *bool
	// Earliest time at which the cluster can switch to I/O-optimized storage again.
	IOOptimizedNextAllowedModificationTime *time.Time
	// Whether clients can reach the cluster through an internet access gateway.
	InternetAccessGatewayEnabled *bool
	// Provisioned I/O operations per second of a Multi-AZ cluster.
	Iops *int32
	// KMS key that encrypts the storage, if StorageEncrypted is true.
	KmsKeyId *string
	// Latest time to which the cluster can be restored, usually less than five minutes ago.
	LatestRestorableTime *time.Time

	// State and capacity of Aurora Limitless Database.
	LimitlessDatabase *LimitlessDatabase

	// State of write forwarding from the cluster's readers to its writer.
	LocalWriteForwardingStatus LocalWriteForwardingStatus
	// Secret with the master user's password, or nil if Secrets Manager does not manage the
	// password.
	MasterUserSecret *MasterUserSecret

	// Name of the master user of the database.
	MasterUsername *string

	// Seconds between Enhanced Monitoring measurements; 0 if Enhanced Monitoring is off.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch Logs.
	MonitoringRoleArn *string
	// Whether the cluster has instances in more than one Availability Zone.
	MultiAZ *bool
	// Network type: IPV4, or DUAL for both IPv4 and IPv6.
	NetworkType *string
	// Changes that AWS has accepted but not applied yet. Fields without a pending change are nil.
	PendingModifiedValues *ClusterPendingModifiedValues
	// Progress of the current operation in percent, as a string. (DBClusterSnapshot.PercentProgress
	// is a number.)
	PercentProgress *string

	// Whether Performance Insights is enabled.
	PerformanceInsightsEnabled *bool

	// KMS key that encrypts the Performance Insights data.
	PerformanceInsightsKMSKeyId *string
	// Days to keep Performance Insights data.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port of the endpoints. Neptune's default is 8182.
	Port *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	// Whether the endpoint resolves to a public IP address for clients outside the VPC.
	PubliclyAccessible *bool
	// Settings of an RDS Custom cluster.
	RdsCustomClusterConfiguration *RdsCustomClusterConfiguration
	// Clusters that are read replicas of this cluster.
	ReadReplicaIdentifiers []string `query:",item=ReadReplicaIdentifier"`
	// Host name that distributes connections among the read replicas. Without read replicas, it
	// resolves to the writer.
	ReaderEndpoint *string
	// The cluster that this one is a read replica of.
	ReplicationSourceIdentifier *string
	// Scaling of an Aurora Serverless v1 cluster.
	ScalingConfigurationInfo *ScalingConfigurationInfo
	// Version of the platform on which serverless instances run.
	ServerlessV2PlatformVersion *string
	// Capacity range of serverless instances, in Aurora capacity units, or in Neptune capacity
	// units for a Neptune cluster.
	ServerlessV2ScalingConfiguration *ServerlessV2ScalingConfigurationInfo
	// Status of the cluster, in lower case, for example available, creating, deleting, modifying or
	// stopped.
	Status *string
	// State of read replication of the cluster's members.
	StatusInfos []DBClusterStatusInfo `query:",item=DBClusterStatusInfo"`
	// Whether the storage is encrypted. This cannot be changed after creation.
	StorageEncrypted *bool
	// Type of key that encrypts the storage.
	StorageEncryptionType StorageEncryptionType
	// Storage throughput in MiB per second, for storage types whose throughput can be configured.
	StorageThroughput *int32
	// Storage type, for example aurora, aurora-iopt1, gp3 or io1. For a Neptune cluster: iopt1 if
	// the storage is I/O-optimized, or nil if the storage is standard.
	StorageType *string

	// Tags of the resource.
	TagList []Tag `query:",item=Tag"`

	// Position of the cluster in rollouts of minor engine versions: first, second or last.
	UpgradeRolloutOrder UpgradeRolloutOrder
	// For a cluster with an internet access gateway: whether VPC networking is enabled.
	VPCNetworkingEnabled *bool

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
	// Feature that uses the role. DBEngineVersion.SupportedFeatureNames lists the possible
	// features.
	FeatureName *string

	// ARN of the IAM role.
	RoleArn *string

	// Status of the role: ACTIVE if the cluster can use the role, PENDING while AWS attaches the
	// role, and INVALID if the cluster cannot assume the role.
	Status *string
}

// DBClusterOptionGroupStatus describes an option group of a cluster.
type DBClusterOptionGroupStatus struct {
	// Name of the option group, in lower case.
	DBClusterOptionGroupName *string

	// State of the option group in the cluster.
	Status *string
}

// DBClusterStatusInfo describes the state of an activity of a cluster. The only known activity is
// read replication.
type DBClusterStatusInfo struct {
	// Details of the error, or nil if there is none.
	Message *string
	// False while the activity is in an error state.
	Normal *bool
	// State of the activity. The states of read replication are, for example, replicating, error,
	// stopped and terminated.
	Status *string
	// Name of the activity. The only known activity is "read replication".
	StatusType *string
}

// ClusterPendingModifiedValues holds the new values of a cluster's pending changes. Fields without
// a pending change are nil.
type ClusterPendingModifiedValues struct {
	// New storage in GiB.
	AllocatedStorage *int32

	// New number of days to keep automated backups.
	BackupRetentionPeriod *int32

	// Details of the new server certificate.
	CertificateDetails *CertificateDetails

	// The new name of the cluster.
	DBClusterIdentifier *string

	// Engine version after the pending upgrade.
	EngineVersion *string

	// Whether IAM database authentication will be enabled.
	IAMDatabaseAuthenticationEnabled *bool

	// New number of provisioned I/O operations per second.
	Iops *int32

	// Asterisks instead of the password.
	MasterUserPassword *string

	// Types of logs whose export is being enabled or disabled.
	PendingCloudwatchLogsExports *PendingCloudwatchLogsExports

	// New settings of an RDS Custom cluster.
	RdsCustomClusterConfiguration *RdsCustomClusterConfiguration

	// New storage type, for example aurora-iopt1.
	StorageType *string
}

// LimitlessDatabase describes Aurora Limitless Database in a cluster.
type LimitlessDatabase struct {
	// Minimum capacity that Aurora Limitless Database requires, in Aurora capacity units (ACU).
	MinRequiredACU *float64

	// State of the feature, for example enabled.
	Status LimitlessDatabaseStatus
}

// RdsCustomClusterConfiguration holds the settings that only RDS Custom clusters have.
type RdsCustomClusterConfiguration struct {
	// Reserved for future use.
	InterconnectSubnetId *string

	// Whether replicas serve queries.
	ReplicaMode ReplicaMode

	// Reserved for future use.
	TransitGatewayMulticastDomainId *string
}

// ScalingConfigurationInfo describes the scaling of an Aurora Serverless v1
// cluster.
type ScalingConfigurationInfo struct {
	// Whether the cluster pauses after SecondsUntilAutoPause seconds without connections.
	AutoPause *bool
	// Maximum capacity in Aurora capacity units (ACU).
	MaxCapacity *int32
	// Minimum capacity in Aurora capacity units (ACU).
	MinCapacity *int32
	// How many seconds Aurora looks for a scaling point: a time at which scaling does not disrupt
	// sessions. If Aurora does not find a scaling point, it performs TimeoutAction.
	SecondsBeforeTimeout *int32

	// How many seconds the cluster must be without connections before it pauses, if AutoPause is
	// true.
	SecondsUntilAutoPause *int32

	// What Aurora does if it cannot scale within SecondsBeforeTimeout without disrupting sessions:
	// ForceApplyCapacityChange (scale and disrupt sessions) or RollbackCapacityChange (keep the
	// current capacity).
	TimeoutAction *string
}

// ServerlessV2ScalingConfigurationInfo is the capacity range of a cluster's serverless instances.
type ServerlessV2ScalingConfigurationInfo struct {
	// Maximum capacity in Aurora capacity units, or in Neptune capacity units for a Neptune cluster,
	// in steps of 0.5.
	MaxCapacity *float64
	// Minimum capacity, in the same units as MaxCapacity. If MinCapacity is 0, Aurora instances
	// pause when idle.
	MinCapacity *float64
	// How many seconds an instance must be without connections before it pauses, if MinCapacity is
	// 0.
	SecondsUntilAutoPause *int32
}

// DBClusterAssociatedRole is an IAM role to associate with a new cluster.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterAssociatedRole.html
type DBClusterAssociatedRole struct {
	// Required. ARN of the IAM role.
	RoleArn *string `query:",required"`
	// Feature that uses the role, for example s3Import. DBEngineVersion.SupportedFeatureNames lists
	// the possible features.
	FeatureName *string
}

// ScalingConfiguration sets how an Aurora Serverless v1 cluster scales.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ScalingConfiguration.html
type ScalingConfiguration struct {
	// Whether the cluster pauses when it is idle; true if nil.
	AutoPause *bool
	// Maximum capacity in Aurora capacity units (ACU).
	MaxCapacity *int32
	// Minimum capacity in Aurora capacity units (ACU).
	MinCapacity *int32
	// How many seconds Aurora looks for a scaling point (60 to 600; 300 if nil). At a scaling
	// point, scaling does not disrupt sessions. If Aurora does not find a scaling point, it
	// performs TimeoutAction.
	SecondsBeforeTimeout *int32
	// How many seconds the cluster must be without connections before it pauses, if AutoPause is
	// true.
	SecondsUntilAutoPause *int32
	// What Aurora does if it cannot scale within SecondsBeforeTimeout without disrupting sessions:
	// RollbackCapacityChange (keep the current capacity) or ForceApplyCapacityChange (scale and
	// disrupt sessions).
	TimeoutAction *string
}

// ServerlessV2ScalingConfiguration sets the capacity range of a cluster's serverless instances, in
// Aurora or Neptune capacity units.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ServerlessV2ScalingConfiguration.html
type ServerlessV2ScalingConfiguration struct {
	// Maximum capacity, in steps of 0.5; at least MinCapacity.
	MaxCapacity *float64
	// Minimum capacity, in steps of 0.5. If MinCapacity is 0, idle instances can pause.
	MinCapacity *float64
	// How many seconds an instance must be without connections before it pauses, if MinCapacity is
	// 0.
	SecondsUntilAutoPause *int32
}
