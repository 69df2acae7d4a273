package types

import (
	"time"
)

// DBInstance is a database instance, standalone or in a cluster. The list includes instances of
// Neptune and DocumentDB, which have another Engine. For an instance of a cluster, storage, backups
// and encryption belong to the cluster.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html
type DBInstance struct {
	// Whether the activity stream includes the audit fields of the engine.
	ActivityStreamEngineNativeAuditFieldsIncluded *bool
	// Kinesis data stream that the database activity stream is written to.
	ActivityStreamKinesisStreamName *string
	// Key that encrypts the messages of the activity stream.
	ActivityStreamKmsKeyId *string
	// Whether a session waits until its activity event is durable (sync) or continues at once (async).
	ActivityStreamMode ActivityStreamMode

	// Whether the audit policy of the activity stream is locked.
	ActivityStreamPolicyStatus ActivityStreamPolicyStatus

	// State of the database activity stream.
	ActivityStreamStatus ActivityStreamStatus

	// Volumes in addition to the main one.
	AdditionalStorageVolumes []AdditionalStorageVolumeOutput
	// Storage in GiB; always 1 for instances of Aurora and Neptune clusters.
	AllocatedStorage *int32
	// IAM roles that the instance may assume.
	AssociatedRoles []DBInstanceRole `query:",item=DBInstanceRole"`
	// Whether AWS installs minor versions in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// When AWS starts a stopped instance again: seven days after it was
	// stopped.
	AutomaticRestartTime *time.Time
	// For RDS Custom: full, or all-paused until ResumeFullAutomationModeTime.
	AutomationMode AutomationMode
	// Availability Zone of the instance, for example eu-west-1d.
	AvailabilityZone *string
	// Recovery point in AWS Backup, if AWS Backup manages the backups.
	AwsBackupRecoveryPointArn *string
	// Days for which automated snapshots are kept; 0 if there are none.
	BackupRetentionPeriod *int32
	// region, or outposts for backups on an AWS Outpost.
	BackupTarget *string
	// Certificate authority of the server certificate.
	CACertificateIdentifier *string

	// The server certificate: its authority and expiry.
	CertificateDetails *CertificateDetails

	// Character set if the engine has one per instance.
	CharacterSetName *string
	// Whether snapshots get the tags of the instance.
	CopyTagsToSnapshot *bool
	// For RDS Custom: profile of the EC2 instance.
	CustomIamInstanceProfile *string
	// Whether the instance has a customer-owned IP address on its AWS Outpost.
	CustomerOwnedIpEnabled *bool
	// Capacity reservation in which the instance runs.
	DBCapacityReservationIdentifier *string
	// The cluster that the instance belongs to, if any.
	DBClusterIdentifier *string

	// ARN of the instance, arn:aws:rds:region:account:db:name.
	DBInstanceArn *string

	// Copies of the automated backups in other regions.
	DBInstanceAutomatedBackupsReplications []DBInstanceAutomatedBackupsReplication `query:",item=DBInstanceAutomatedBackupsReplication"`
	// Instance class, for example db.r6g.large.
	DBInstanceClass *string
	// Name of the resource, always in lower case. It is unique per account and
	// region, across all engines.
	DBInstanceIdentifier *string
	// Status of the instance, in lower case: available, creating, stopped, deleting, modifying and
	// others.
	DBInstanceStatus *string
	// Name of the initial database; for Oracle, the system ID.
	DBName *string
	// The parameter group of the instance, with the state of its changes.
	DBParameterGroups []DBParameterGroupStatus `query:",item=DBParameterGroup"`
	// Not used in a VPC, where VpcSecurityGroups apply.
	DBSecurityGroups []DBSecurityGroupMembership `query:",item=DBSecurityGroup"`

	// Subnet group of the instance, with its subnets.
	DBSubnetGroup *DBSubnetGroup

	// The Oracle system ID (SID).
	DBSystemId *string

	// Mode of CloudWatch Database Insights.
	DatabaseInsightsMode DatabaseInsightsMode

	// Often 0 for instances of a cluster. Clients connect to the port in Endpoint.
	DbInstancePort *int32
	// ID of the instance that never changes, even if the instance is renamed.
	// CloudTrail and CloudWatch use it.
	DbiResourceId *string
	// Whether transaction logs have a separate volume.
	DedicatedLogVolume *bool
	// Whether AWS rejects the deletion of the instance.
	DeletionProtection *bool

	// Active Directory domains that the resource has joined.
	DomainMemberships []DomainMembership `query:",item=DomainMembership"`

	// Log types that are exported to CloudWatch Logs.
	EnabledCloudwatchLogsExports []string
	// Address of the instance; nil until the instance can be reached.
	Endpoint *Endpoint
	// The engine, for example postgres, mysql, aurora-postgresql or neptune.
	Engine *string
	// Whether the instance is enrolled for extended support after the end of standard support.
	EngineLifecycleSupport *string

	// Version of the engine, in the format of that engine.
	EngineVersion *string

	// CloudWatch log stream of Enhanced Monitoring.
	EnhancedMonitoringResourceArn *string
	// Whether database users may sign in with IAM credentials.
	IAMDatabaseAuthenticationEnabled *bool

	// When the creation of the instance ended.
	InstanceCreateTime *time.Time

	// Provisioned I/O operations per second.
	Iops *int32
	// Whether the storage configuration can be upgraded.
	IsStorageConfigUpgradeAvailable *bool
	// Key of the storage if StorageEncrypted is true.
	KmsKeyId *string
	// Latest time to which a point-in-time restore is possible.
	LatestRestorableTime *time.Time

	// License model of the engine.
	LicenseModel *string

	// The listener of SQL Server Always On.
	ListenerEndpoint *Endpoint
	// Set if Secrets Manager keeps the password of the master user.
	MasterUserSecret *MasterUserSecret

	// Name of the master user of the database.
	MasterUsername *string

	// Maximum storage in GiB for automatic growth.
	MaxAllocatedStorage *int32
	// Seconds between two measurements of Enhanced Monitoring; 0 if it is off.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs.
	MonitoringRoleArn *string
	// Whether there is a standby in another Availability Zone. For an instance of a cluster, see
	// MultiAZ of the cluster.
	MultiAZ *bool
	// Whether the instance is in the multi-tenant configuration (Oracle).
	MultiTenant *bool
	// Character set of NCHAR columns (Oracle).
	NcharCharacterSetName *string
	// IPV4, or DUAL for IPv4 and IPv6.
	NetworkType *string

	// Option groups of the instance, with their state.
	OptionGroupMemberships []OptionGroupMembership `query:",item=OptionGroupMembership"`

	// Accepted changes that do not apply yet. Only members with a pending
	// change are set.
	PendingModifiedValues *PendingModifiedValues
	// Progress of a storage operation, as text.
	PercentProgress *string

	// Whether Performance Insights is enabled.
	PerformanceInsightsEnabled *bool

	// Key that encrypts the Performance Insights data.
	PerformanceInsightsKMSKeyId *string
	// Days for which Performance Insights data are kept.
	PerformanceInsightsRetentionPeriod *int32
	// Daily window in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly window in UTC: ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string

	// Processor settings, if they differ from those of the class.
	ProcessorFeatures []ProcessorFeature `query:",item=ProcessorFeature"`

	// Order of failover in a cluster: 0 is promoted first, 15 last.
	PromotionTier *int32
	// Whether the endpoint resolves to a public address outside the VPC.
	PubliclyAccessible *bool
	// Clusters that are read replicas of the instance.
	ReadReplicaDBClusterIdentifiers []string `query:",item=ReadReplicaDBClusterIdentifier"`
	// Instances that are read replicas of the instance.
	ReadReplicaDBInstanceIdentifiers []string `query:",item=ReadReplicaDBInstanceIdentifier"`
	// The cluster that the instance replicates.
	ReadReplicaSourceDBClusterIdentifier *string
	// The instance that this instance replicates.
	ReadReplicaSourceDBInstanceIdentifier *string
	// Whether a replica can be read (Oracle, Db2).
	ReplicaMode ReplicaMode
	// For RDS Custom: when automation resumes.
	ResumeFullAutomationModeTime *time.Time
	// Availability Zone of the standby.
	SecondaryAvailabilityZone *string
	// State of read replication; nil for an instance that is not a read
	// replica.
	StatusInfos []DBInstanceStatusInfo `query:",item=DBInstanceStatusInfo"`

	// Whether the storage is encrypted.
	StorageEncrypted *bool

	// The kind of key that encrypts the storage.
	StorageEncryptionType StorageEncryptionType
	// Progress of the change of the storage, 0 to 100.
	StorageOperationPercentProgress *int32

	// State of the change of the storage.
	StorageOperationStatus *string

	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32
	// Storage type, for example gp3, io2 or aurora.
	StorageType *string

	// State of the volume.
	StorageVolumeStatus *string

	// Tags of the resource.
	TagList []Tag `query:",item=Tag"`

	// Key store of transparent data encryption.
	TdeCredentialArn *string
	// Time zone of the engine if it is set per instance.
	Timezone *string
	// Place of the instance in a rollout of minor versions.
	UpgradeRolloutOrder UpgradeRolloutOrder

	// VPC security groups, with the state of their changes.
	VpcSecurityGroups []VpcSecurityGroupMembership `query:",item=VpcSecurityGroupMembership"`
}

// DBInstanceRole is an IAM role that an instance may assume.
type DBInstanceRole struct {
	// The feature that the role is for. SupportedFeatureNames of an engine version lists the features.
	FeatureName *string

	// ARN of the IAM role.
	RoleArn *string

	// ACTIVE once the instance can use the role, PENDING while the role is being attached, and INVALID
	// if the instance cannot assume the role.
	Status *string
}

// DBInstanceAutomatedBackupsReplication is a copy of the automated backups of an instance in
// another region.
type DBInstanceAutomatedBackupsReplication struct {
	// ARN of the copied backups.
	DBInstanceAutomatedBackupsArn *string
}

// DBInstanceStatusInfo is the state of an activity of an instance.
type DBInstanceStatusInfo struct {
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

// PendingModifiedValues holds the new values of the pending changes of an instance. The other
// members are nil.
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

	// New number of days to keep automated snapshots.
	BackupRetentionPeriod *int32

	// Certificate authority of the new server certificate.
	CACertificateIdentifier *string

	// Capacity reservation after the change.
	DBCapacityReservationIdentifier *string

	// Instance class after the change, for example db.r6g.xlarge.
	DBInstanceClass *string

	// The new name of the instance.
	DBInstanceIdentifier *string

	// Name of the subnet group after the move.
	DBSubnetGroupName *string

	// New setting of the separate volume for transaction logs.
	DedicatedLogVolume *bool

	// New database engine.
	Engine *string

	// Engine version after the upgrade.
	EngineVersion *string

	// New setting of IAM database authentication.
	IAMDatabaseAuthenticationEnabled *bool

	// New number of provisioned I/O operations per second.
	Iops *int32

	// License model after the change.
	LicenseModel *string

	// A mask instead of the password.
	MasterUserPassword *string

	// Whether the instance will have a standby in another Availability Zone.
	MultiAZ *bool

	// Whether the instance will use the multi-tenant configuration (Oracle).
	MultiTenant *bool

	// Log types whose export is being enabled or disabled.
	PendingCloudwatchLogsExports *PendingCloudwatchLogsExports

	// New TCP port.
	Port *int32

	// New processor settings.
	ProcessorFeatures []ProcessorFeature `query:",item=ProcessorFeature"`

	// For RDS Custom: when automation resumes.
	ResumeFullAutomationModeTime *time.Time

	// New throughput of the storage in MiB per second.
	StorageThroughput *int32

	// Storage type after the change.
	StorageType *string
}

// AdditionalStorageVolume is an additional volume, as requested.
type AdditionalStorageVolume struct {
	// Required. Name of the volume, for example rdsdbdata2.
	VolumeName *string `query:",required"`
	// Storage in GiB.
	AllocatedStorage *int32

	// Provisioned I/O operations per second of the volume.
	IOPS *int32

	// Maximum size of the volume in GiB for automatic growth.
	MaxAllocatedStorage *int32
	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32
	// Storage type: gp3 or io2.
	StorageType *string
}

// AdditionalStorageVolumeOutput is the present state of an additional volume.
type AdditionalStorageVolumeOutput struct {
	// Storage in GiB.
	AllocatedStorage *int32

	// Provisioned I/O operations per second of the volume.
	IOPS *int32

	// Maximum size of the volume in GiB for automatic growth.
	MaxAllocatedStorage *int32
	// Progress of the change of the volume, 0 to 100.
	StorageOperationPercentProgress *int32

	// State of the change of the storage.
	StorageOperationStatus *string

	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32
	// Storage type: gp3 or io2.
	StorageType *string

	// State of the volume.
	StorageVolumeStatus *string

	// Name of the volume, for example rdsdbdata2.
	VolumeName *string
}

// ModifyAdditionalStorageVolume changes an additional volume of an instance.
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
	// Maximum storage in GiB for automatic growth.
	MaxAllocatedStorage *int32
	// Whether AWS deletes the volume.
	SetForDelete *bool
	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32
	// Storage type: aurora or aurora-iopt1 for Aurora, standard or iopt1 for Neptune, and for example
	// gp3, io1 or io2 for other engines.
	StorageType *string
}
