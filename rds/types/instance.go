package types

import (
	"time"
)

// DBInstance is a database instance, on its own or in a cluster; those of Neptune and DocumentDB
// are listed along with those of RDS, and Engine tells them apart. For an instance of a cluster,
// storage, backups and encryption are the cluster's.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html
type DBInstance struct {
	// Whether the activity stream has the audit fields of the engine as well.
	ActivityStreamEngineNativeAuditFieldsIncluded *bool
	// Kinesis data stream that the database activity stream is written to.
	ActivityStreamKinesisStreamName *string
	// Key that encrypts the messages of the activity stream.
	ActivityStreamKmsKeyId *string
	// Whether a session waits until its activity event is durable (sync) or goes on (async).
	ActivityStreamMode         ActivityStreamMode
	ActivityStreamPolicyStatus ActivityStreamPolicyStatus
	ActivityStreamStatus       ActivityStreamStatus
	// Volumes beside the main one.
	AdditionalStorageVolumes []AdditionalStorageVolumeOutput
	// GiB. For instances of Aurora and Neptune clusters always 1.
	AllocatedStorage *int32
	// IAM roles that the instance may assume.
	AssociatedRoles []DBInstanceRole `query:",item=DBInstanceRole"`
	// Whether minor versions are installed in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// When a stopped instance will be started again by AWS: seven days after it was stopped.
	AutomaticRestartTime *time.Time
	// For RDS Custom: full, or all-paused until ResumeFullAutomationModeTime.
	AutomationMode AutomationMode
	// The zone that the instance is in.
	AvailabilityZone *string
	// Recovery point in AWS Backup.
	AwsBackupRecoveryPointArn *string
	// Days for which automated snapshots are kept; 0 when there are none.
	BackupRetentionPeriod *int32
	// region, or outposts for backups on an AWS Outpost.
	BackupTarget *string
	// Certificate authority of the server certificate.
	CACertificateIdentifier *string
	CertificateDetails      *CertificateDetails
	// Character set, where the engine has one per instance.
	CharacterSetName *string
	// Whether snapshots get the tags of the instance.
	CopyTagsToSnapshot *bool
	// For RDS Custom: profile of the EC2 instance.
	CustomIamInstanceProfile *string
	// Whether the instance has a customer-owned IP address on its AWS Outpost.
	CustomerOwnedIpEnabled *bool
	// The capacity reservation that the instance runs in.
	DBCapacityReservationIdentifier *string
	// The cluster that the instance belongs to, if any.
	DBClusterIdentifier *string
	DBInstanceArn       *string
	// Copies of the automated backups in other regions.
	DBInstanceAutomatedBackupsReplications []DBInstanceAutomatedBackupsReplication `query:",item=DBInstanceAutomatedBackupsReplication"`
	// For example db.r6g.large.
	DBInstanceClass *string
	// The name, always in lower case. Unique per account and region among all engines.
	DBInstanceIdentifier *string
	// An open set of words in lower case: available, creating, stopped, deleting, modifying and
	// more.
	DBInstanceStatus *string
	// Name of the initial database; the system ID with Oracle.
	DBName *string
	// The parameter group of the instance, with the state of its changes.
	DBParameterGroups []DBParameterGroupStatus `query:",item=DBParameterGroup"`
	// Not used in a VPC, where VpcSecurityGroups take their place.
	DBSecurityGroups []DBSecurityGroupMembership `query:",item=DBSecurityGroup"`
	DBSubnetGroup    *DBSubnetGroup
	// The Oracle system ID (SID).
	DBSystemId           *string
	DatabaseInsightsMode DatabaseInsightsMode
	// Often 0 for instances of a cluster: Endpoint.Port is the one to connect to.
	DbInstancePort *int32
	// Never changes, also not when the instance is renamed; CloudTrail and CloudWatch name it.
	DbiResourceId *string
	// Whether transaction logs have a volume of their own.
	DedicatedLogVolume *bool
	// While true, deleting the instance is refused.
	DeletionProtection *bool
	DomainMemberships  []DomainMembership `query:",item=DomainMembership"`
	// Kinds of log that are sent to CloudWatch Logs.
	EnabledCloudwatchLogsExports []string
	// Nil until the instance can be reached.
	Endpoint *Endpoint
	// For example postgres, mysql, aurora-postgresql or neptune.
	Engine *string
	// Whether the instance is enrolled for extended support after the end of standard support.
	EngineLifecycleSupport *string
	EngineVersion          *string
	// CloudWatch log stream of Enhanced Monitoring.
	EnhancedMonitoringResourceArn *string
	// Whether database users may sign in with IAM credentials.
	IAMDatabaseAuthenticationEnabled *bool
	InstanceCreateTime               *time.Time
	// Provisioned I/O operations per second.
	Iops *int32
	// Whether the layout of the storage can be brought up to date.
	IsStorageConfigUpgradeAvailable *bool
	// Key of the storage, when StorageEncrypted is true.
	KmsKeyId *string
	// Up to this moment a point-in-time restore is possible.
	LatestRestorableTime *time.Time
	LicenseModel         *string
	// The listener of SQL Server Always On.
	ListenerEndpoint *Endpoint
	// Set when Secrets Manager keeps the password of the master user.
	MasterUserSecret *MasterUserSecret
	MasterUsername   *string
	// GiB up to which the storage grows by itself.
	MaxAllocatedStorage *int32
	// Seconds between two points of Enhanced Monitoring; 0 when it is off.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs.
	MonitoringRoleArn *string
	// Whether there is a standby in another zone. In a cluster, the cluster's MultiAZ is the one
	// that counts.
	MultiAZ *bool
	// Whether the instance is in the multi-tenant configuration (Oracle).
	MultiTenant *bool
	// Character set of NCHAR columns (Oracle).
	NcharCharacterSetName *string
	// IPV4, or DUAL for IPv4 and IPv6.
	NetworkType            *string
	OptionGroupMemberships []OptionGroupMembership `query:",item=OptionGroupMembership"`
	// Accepted changes that do not apply yet. Elements are set for pending changes only.
	PendingModifiedValues *PendingModifiedValues
	// Progress of a storage operation, as text.
	PercentProgress            *string
	PerformanceInsightsEnabled *bool
	// Key that encrypts the Performance Insights data.
	PerformanceInsightsKMSKeyId *string
	// Days for which Performance Insights data are kept.
	PerformanceInsightsRetentionPeriod *int32
	// Daily, in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly, in UTC: ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	ProcessorFeatures          []ProcessorFeature `query:",item=ProcessorFeature"`
	// Order of failover in a cluster: 0 is promoted first, 15 last.
	PromotionTier *int32
	// Whether the endpoint resolves to a public address outside the VPC.
	PubliclyAccessible *bool
	// Clusters that are read replicas of the instance.
	ReadReplicaDBClusterIdentifiers []string `query:",item=ReadReplicaDBClusterIdentifier"`
	// Instances that are read replicas of the instance.
	ReadReplicaDBInstanceIdentifiers []string `query:",item=ReadReplicaDBInstanceIdentifier"`
	// The cluster that the instance is a read replica of.
	ReadReplicaSourceDBClusterIdentifier *string
	// The instance that this one is a read replica of.
	ReadReplicaSourceDBInstanceIdentifier *string
	// Whether a replica can be read (Oracle, Db2).
	ReplicaMode ReplicaMode
	// For RDS Custom: when automation goes on by itself.
	ResumeFullAutomationModeTime *time.Time
	// Zone of the standby.
	SecondaryAvailabilityZone *string
	// State of read replication; nil for an instance that is no read replica.
	StatusInfos      []DBInstanceStatusInfo `query:",item=DBInstanceStatusInfo"`
	StorageEncrypted *bool
	// What kind of key encrypts the storage.
	StorageEncryptionType StorageEncryptionType
	// Progress of the change of the storage, 0 to 100.
	StorageOperationPercentProgress *int32
	StorageOperationStatus          *string
	// MiB per second, for gp3.
	StorageThroughput *int32
	// For example gp3, io2 or aurora.
	StorageType         *string
	StorageVolumeStatus *string
	TagList             []Tag `query:",item=Tag"`
	// Key store of transparent data encryption.
	TdeCredentialArn *string
	// Time zone of the engine, where it is set per instance.
	Timezone *string
	// Place of the instance in a rollout of minor versions.
	UpgradeRolloutOrder UpgradeRolloutOrder
	VpcSecurityGroups   []VpcSecurityGroupMembership `query:",item=VpcSecurityGroupMembership"`
}

// DBInstanceRole is an IAM role that an instance may assume.
type DBInstanceRole struct {
	// The feature that the role is for; the engine versions list the names that they know.
	FeatureName *string
	RoleArn     *string
	// ACTIVE once the instance can use the role, PENDING while it is being attached, and INVALID
	// when the instance is not able to assume it.
	Status *string
}

// DBInstanceAutomatedBackupsReplication is a copy of the automated backups of an instance in
// another region.
type DBInstanceAutomatedBackupsReplication struct {
	DBInstanceAutomatedBackupsArn *string
}

// DBInstanceStatusInfo tells how one activity of an instance is doing.
type DBInstanceStatusInfo struct {
	// Details of the error, if there is one.
	Message *string
	// False while the activity is in an error state.
	Normal *bool
	// Of read replication: replicating, error, stopped or terminated, for instance.
	Status *string
	// The activity, at present read replication.
	StatusType *string
}

// PendingModifiedValues holds the new values of what is about to change in an instance; the rest is
// nil.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_PendingModifiedValues.html
type PendingModifiedValues struct {
	AdditionalStorageVolumes        []AdditionalStorageVolume
	AllocatedStorage                *int32
	AutomationMode                  AutomationMode
	BackupRetentionPeriod           *int32
	CACertificateIdentifier         *string
	DBCapacityReservationIdentifier *string
	DBInstanceClass                 *string
	// The new name of the instance.
	DBInstanceIdentifier             *string
	DBSubnetGroupName                *string
	DedicatedLogVolume               *bool
	Engine                           *string
	EngineVersion                    *string
	IAMDatabaseAuthenticationEnabled *bool
	Iops                             *int32
	LicenseModel                     *string
	// A mask, never the password itself.
	MasterUserPassword           *string
	MultiAZ                      *bool
	MultiTenant                  *bool
	PendingCloudwatchLogsExports *PendingCloudwatchLogsExports
	Port                         *int32
	ProcessorFeatures            []ProcessorFeature `query:",item=ProcessorFeature"`
	// For RDS Custom: when automation goes on by itself.
	ResumeFullAutomationModeTime *time.Time
	StorageThroughput            *int32
	StorageType                  *string
}

// AdditionalStorageVolume is a volume beside the main one, as it was asked for.
type AdditionalStorageVolume struct {
	// Required. For example rdsdbdata2.
	VolumeName *string `query:",required"`
	// GiB.
	AllocatedStorage *int32
	IOPS             *int32
	// GiB up to which the volume grows by itself.
	MaxAllocatedStorage *int32
	// MiB per second, for gp3.
	StorageThroughput *int32
	// gp3 or io2.
	StorageType *string
}

// AdditionalStorageVolumeOutput is a volume beside the main one, as it is.
type AdditionalStorageVolumeOutput struct {
	// GiB.
	AllocatedStorage *int32
	IOPS             *int32
	// GiB up to which the volume grows by itself.
	MaxAllocatedStorage *int32
	// Progress of the change of the volume, 0 to 100.
	StorageOperationPercentProgress *int32
	StorageOperationStatus          *string
	// MiB per second, for gp3.
	StorageThroughput *int32
	// gp3 or io2.
	StorageType         *string
	StorageVolumeStatus *string
	VolumeName          *string
}
