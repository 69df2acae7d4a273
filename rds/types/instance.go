package types

import (
	"time"
)

// DBInstance is a database instance, standalone or in a cluster.
// DescribeDBInstances also lists Neptune and DocumentDB instances, whose Engine
// is neptune or docdb. In a cluster, storage, backups and encryption belong to
// the cluster, not to the instance.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html
type DBInstance struct {
	// Whether the activity stream includes the engine's native audit fields.
	ActivityStreamEngineNativeAuditFieldsIncluded *bool
	// Name of the Kinesis data stream that receives the database activity
	// stream.
	ActivityStreamKinesisStreamName *string
	// KMS key that encrypts the activity stream.
	ActivityStreamKmsKeyId *string
	// Mode of the database activity stream. In sync mode, a database session
	// waits until the stream has durably stored the session's activity event.
	// In async mode, the session does not wait.
	ActivityStreamMode ActivityStreamMode

	// Whether the audit policy of the activity stream is locked, unlocked or
	// changing between the two.
	ActivityStreamPolicyStatus ActivityStreamPolicyStatus

	// State of the database activity stream.
	ActivityStreamStatus ActivityStreamStatus

	// Storage volumes in addition to the main volume.
	AdditionalStorageVolumes []AdditionalStorageVolumeOutput
	// Storage in GiB; always 1 for instances of Aurora and Neptune clusters.
	AllocatedStorage *int32
	// IAM roles that the instance may assume.
	AssociatedRoles []DBInstanceRole `query:",item=DBInstanceRole"`
	// Whether AWS installs minor engine versions automatically during the
	// maintenance window.
	AutoMinorVersionUpgrade *bool
	// Time at which AWS automatically restarts a stopped instance, seven days
	// after it was stopped.
	AutomaticRestartTime *time.Time
	// Automation mode of RDS Custom: full (RDS manages the instance), or
	// all-paused (RDS does not manage the instance until
	// ResumeFullAutomationModeTime).
	AutomationMode AutomationMode
	// Availability Zone of the instance, for example eu-west-1d.
	AvailabilityZone *string
	// ARN of the recovery point in AWS Backup, if AWS Backup manages the
	// backups.
	AwsBackupRecoveryPointArn *string
	// Days to keep automated backups; 0 if there are none.
	BackupRetentionPeriod *int32
	// Location of the backups: region (an AWS Region) or outposts (an AWS
	// Outpost).
	BackupTarget *string
	// Identifier of the certificate authority (CA) that signed the server
	// certificate.
	CACertificateIdentifier *string

	// Certificate authority and expiry of the server certificate.
	CertificateDetails *CertificateDetails

	// Character set of the databases, if the engine sets it for a whole instance.
	CharacterSetName *string
	// Whether AWS copies the instance's tags to its snapshots.
	CopyTagsToSnapshot *bool
	// RDS Custom only: instance profile of the underlying EC2 instance.
	CustomIamInstanceProfile *string
	// Whether the instance has a customer-owned IP address on its AWS Outpost.
	CustomerOwnedIpEnabled *bool
	// Capacity reservation that the instance uses.
	DBCapacityReservationIdentifier *string
	// Cluster that contains the instance, if any.
	DBClusterIdentifier *string

	// ARN of the instance, in the form arn:aws:rds:region:account:db:name.
	DBInstanceArn *string

	// Copies of the automated backups in other regions.
	DBInstanceAutomatedBackupsReplications []DBInstanceAutomatedBackupsReplication `query:",item=DBInstanceAutomatedBackupsReplication"`
	// Instance class, for example db.r6g.large.
	DBInstanceClass *string
	// Name of the instance, always in lower case. It is unique per account and
	// region, across all engines.
	DBInstanceIdentifier *string
	// Status of the instance, in lower case, for example available, creating,
	// deleting, modifying or stopped.
	DBInstanceStatus *string
	// Name of the initial database; for Oracle, the system ID.
	DBName *string
	// Parameter group of the instance, with a status that shows whether changes
	// to the group have been applied to the instance.
	DBParameterGroups []DBParameterGroupStatus `query:",item=DBParameterGroup"`
	// DB security groups of the instance. Instances in a VPC use
	// VpcSecurityGroups instead.
	DBSecurityGroups []DBSecurityGroupMembership `query:",item=DBSecurityGroup"`

	// Subnet group of the instance, with its subnets.
	DBSubnetGroup *DBSubnetGroup

	// The Oracle system ID (SID).
	DBSystemId *string

	// Mode of CloudWatch Database Insights.
	DatabaseInsightsMode DatabaseInsightsMode

	// Port of the instance. For an instance in a cluster, AWS often sends 0.
	// Clients connect to the port in Endpoint.
	DbInstancePort *int32
	// Permanent ID of the instance; a rename does not change it. CloudTrail and
	// CloudWatch use this ID.
	DbiResourceId *string
	// Whether the transaction logs are on a separate volume.
	DedicatedLogVolume *bool
	// Whether the instance is protected from deletion.
	DeletionProtection *bool

	// Active Directory domains that the instance has joined.
	DomainMemberships []DomainMembership `query:",item=DomainMembership"`

	// Types of logs exported to CloudWatch Logs.
	EnabledCloudwatchLogsExports []string
	// Address and port of the instance; nil until the instance accepts
	// connections.
	Endpoint *Endpoint
	// Database engine, for example postgres, mysql, aurora-postgresql or
	// neptune.
	Engine *string
	// Either open-source-rds-extended-support if the instance is enrolled in
	// RDS Extended Support, or open-source-rds-extended-support-disabled.
	// Extended Support begins when standard support ends.
	EngineLifecycleSupport *string

	// Engine version. The format depends on the engine.
	EngineVersion *string

	// CloudWatch log stream of Enhanced Monitoring.
	EnhancedMonitoringResourceArn *string
	// Whether database users can sign in with IAM credentials.
	IAMDatabaseAuthenticationEnabled *bool

	// When AWS finished creating the instance.
	InstanceCreateTime *time.Time

	// Provisioned I/O operations per second.
	Iops *int32
	// Whether the storage configuration can be upgraded.
	IsStorageConfigUpgradeAvailable *bool
	// KMS key that encrypts the storage, if StorageEncrypted is true.
	KmsKeyId *string
	// Latest time to which the instance can be restored.
	LatestRestorableTime *time.Time

	// License model, for example license-included.
	LicenseModel *string

	// Listener endpoint of SQL Server Always On.
	ListenerEndpoint *Endpoint
	// Secret with the master user's password, or nil if Secrets Manager does
	// not manage the password.
	MasterUserSecret *MasterUserSecret

	// Name of the master user of the database.
	MasterUsername *string

	// Maximum size in GiB to which the storage grows automatically.
	MaxAllocatedStorage *int32
	// Seconds between Enhanced Monitoring measurements; 0 if Enhanced
	// Monitoring is off.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch
	// Logs.
	MonitoringRoleArn *string
	// Whether the instance has a standby in another Availability Zone. For an
	// instance in a cluster, see DBCluster.MultiAZ.
	MultiAZ *bool
	// Oracle only: whether the instance uses the multi-tenant configuration.
	MultiTenant *bool
	// Oracle only: character set of NCHAR columns.
	NcharCharacterSetName *string
	// Network type: IPV4, or DUAL for both IPv4 and IPv6.
	NetworkType *string

	// Option groups of the instance, with their state.
	OptionGroupMemberships []OptionGroupMembership `query:",item=OptionGroupMembership"`

	// Changes that AWS has accepted but not applied yet. Fields without a
	// pending change are nil.
	PendingModifiedValues *PendingModifiedValues
	// Progress of a storage operation, as text.
	PercentProgress *string

	// Whether Performance Insights is enabled.
	PerformanceInsightsEnabled *bool

	// KMS key that encrypts the Performance Insights data.
	PerformanceInsightsKMSKeyId *string
	// Days to keep Performance Insights data.
	PerformanceInsightsRetentionPeriod *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string

	// Processor settings that differ from the defaults of the instance class.
	ProcessorFeatures []ProcessorFeature `query:",item=ProcessorFeature"`

	// Failover priority in a cluster: 0 (promoted first) to 15 (promoted last).
	PromotionTier *int32
	// Whether the endpoint resolves to a public IP address for clients outside
	// the VPC.
	PubliclyAccessible *bool
	// Clusters that are read replicas of this instance.
	ReadReplicaDBClusterIdentifiers []string `query:",item=ReadReplicaDBClusterIdentifier"`
	// Instances that are read replicas of this instance.
	ReadReplicaDBInstanceIdentifiers []string `query:",item=ReadReplicaDBInstanceIdentifier"`
	// Cluster that the instance replicates.
	ReadReplicaSourceDBClusterIdentifier *string
	// The instance that this instance replicates.
	ReadReplicaSourceDBInstanceIdentifier *string
	// Oracle and Db2 only: whether a replica serves queries.
	ReplicaMode ReplicaMode
	// When the automation of RDS Custom resumes.
	ResumeFullAutomationModeTime *time.Time
	// Availability Zone of the standby.
	SecondaryAvailabilityZone *string
	// State of read replication; nil for an instance that is not a read
	// replica.
	StatusInfos []DBInstanceStatusInfo `query:",item=DBInstanceStatusInfo"`

	// Whether the storage is encrypted.
	StorageEncrypted *bool

	// Type of key that encrypts the storage.
	StorageEncryptionType StorageEncryptionType
	// Progress of a storage change, 0 to 100.
	StorageOperationPercentProgress *int32

	// State of a storage change.
	StorageOperationStatus *string

	// Throughput of gp3 storage, in MiB per second.
	StorageThroughput *int32
	// Storage type, for example gp3, io2 or aurora.
	StorageType *string

	// State of the volume.
	StorageVolumeStatus *string

	// Tags of the resource.
	TagList []Tag `query:",item=Tag"`

	// ARN of the key store for Transparent Data Encryption (TDE).
	TdeCredentialArn *string
	// Time zone, if the engine sets it for a whole instance.
	Timezone *string
	// Position of the instance in rollouts of minor engine versions: first,
	// second or last.
	UpgradeRolloutOrder UpgradeRolloutOrder

	// VPC security groups, with the state of their changes.
	VpcSecurityGroups []VpcSecurityGroupMembership `query:",item=VpcSecurityGroupMembership"`
}

// DBInstanceRole is an IAM role that an instance may assume.
type DBInstanceRole struct {
	// Feature that uses the role. DBEngineVersion.SupportedFeatureNames lists
	// the possible features.
	FeatureName *string

	// ARN of the IAM role.
	RoleArn *string

	// Status of the role: ACTIVE if the instance can use the role, PENDING
	// while AWS attaches the role, and INVALID if the instance cannot assume
	// the role.
	Status *string
}

// DBInstanceAutomatedBackupsReplication identifies a copy of an instance's
// automated backups. The copy is in a different region from the instance.
type DBInstanceAutomatedBackupsReplication struct {
	// ARN of the copied backups.
	DBInstanceAutomatedBackupsArn *string
}

// DBInstanceStatusInfo describes the state of an activity of an instance. The
// only known activity is read replication.
type DBInstanceStatusInfo struct {
	// Details of the error, or nil if there is none.
	Message *string
	// False while the activity is in an error state.
	Normal *bool
	// State of the activity. The states of read replication are, for example,
	// replicating, error, stopped and terminated.
	Status *string
	// Name of the activity. The only known activity is "read replication".
	StatusType *string
}

// PendingModifiedValues holds the new values of an instance's pending changes.
// Fields without a pending change are nil.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_PendingModifiedValues.html
type PendingModifiedValues struct {
	// New settings of additional volumes.
	AdditionalStorageVolumes []AdditionalStorageVolume

	// New storage in GiB.
	AllocatedStorage *int32

	// New automation mode of RDS Custom.
	AutomationMode AutomationMode

	// New number of days to keep automated backups.
	BackupRetentionPeriod *int32

	// Identifier of the certificate authority (CA) that signs the new server
	// certificate.
	CACertificateIdentifier *string

	// Capacity reservation that the instance will use.
	DBCapacityReservationIdentifier *string

	// New instance class, for example db.r6g.xlarge.
	DBInstanceClass *string

	// The new name of the instance.
	DBInstanceIdentifier *string

	// Name of the subnet group to which the instance will move.
	DBSubnetGroupName *string

	// Whether the transaction logs will be on a separate volume.
	DedicatedLogVolume *bool

	// New database engine.
	Engine *string

	// Engine version after the pending upgrade.
	EngineVersion *string

	// Whether IAM database authentication will be enabled.
	IAMDatabaseAuthenticationEnabled *bool

	// New number of provisioned I/O operations per second.
	Iops *int32

	// New license model, for example bring-your-own-license.
	LicenseModel *string

	// Asterisks instead of the password.
	MasterUserPassword *string

	// Whether the instance will have a standby in another Availability Zone.
	MultiAZ *bool

	// Oracle only: whether the instance will use the multi-tenant
	// configuration.
	MultiTenant *bool

	// Types of logs whose export is being enabled or disabled.
	PendingCloudwatchLogsExports *PendingCloudwatchLogsExports

	// New TCP port.
	Port *int32

	// New processor settings.
	ProcessorFeatures []ProcessorFeature `query:",item=ProcessorFeature"`

	// When the automation of RDS Custom resumes.
	ResumeFullAutomationModeTime *time.Time

	// New storage throughput, in MiB per second.
	StorageThroughput *int32

	// New storage type, for example gp3.
	StorageType *string
}

// AdditionalStorageVolume describes an additional storage volume to create for
// an instance.
type AdditionalStorageVolume struct {
	// Required. Name of the volume, for example rdsdbdata2.
	VolumeName *string `query:",required"`
	// Storage in GiB.
	AllocatedStorage *int32

	// Provisioned I/O operations per second of the volume.
	IOPS *int32

	// Maximum size in GiB to which the volume grows automatically.
	MaxAllocatedStorage *int32
	// Throughput of gp3 storage, in MiB per second.
	StorageThroughput *int32
	// Storage type: gp3 or io2.
	StorageType *string
}

// AdditionalStorageVolumeOutput describes an existing additional storage
// volume.
type AdditionalStorageVolumeOutput struct {
	// Storage in GiB.
	AllocatedStorage *int32

	// Provisioned I/O operations per second of the volume.
	IOPS *int32

	// Maximum size in GiB to which the volume grows automatically.
	MaxAllocatedStorage *int32
	// Progress of a change to the volume, 0 to 100.
	StorageOperationPercentProgress *int32

	// State of a storage change.
	StorageOperationStatus *string

	// Throughput of gp3 storage, in MiB per second.
	StorageThroughput *int32
	// Storage type: gp3 or io2.
	StorageType *string

	// State of the volume.
	StorageVolumeStatus *string

	// Name of the volume, for example rdsdbdata2.
	VolumeName *string
}

// ModifyAdditionalStorageVolume describes a change to one of an instance's
// additional storage volumes.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyAdditionalStorageVolume.html
type ModifyAdditionalStorageVolume struct {
	// Required. Name of the volume: rdsdbdata2, rdsdbdata3 or rdsdbdata4.
	VolumeName *string `query:",required"`
	// Storage in GiB.
	AllocatedStorage *int32
	// Provisioned I/O operations per second.
	IOPS *int32
	// Maximum size in GiB to which the storage grows automatically.
	MaxAllocatedStorage *int32
	// Whether to delete the volume.
	SetForDelete *bool
	// Throughput of gp3 storage, in MiB per second.
	StorageThroughput *int32
	// Storage type: aurora or aurora-iopt1 for Aurora, standard or iopt1 for
	// Neptune, and, for example, gp3, io1 or io2 for other engines.
	StorageType *string
}
