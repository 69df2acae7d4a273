package types

import (
	"time"
)

// DBInstance is an instance of a cluster: computing power without data of its own, since the
// storage belongs to the cluster. What the cluster decides, such as backups, encryption or the
// port, is repeated here for information. DescribeDBInstances lists instances of RDS and DocumentDB
// as well; Engine tells them apart.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBInstance.html
type DBInstance struct {
	// Not used by Neptune: always 1.
	AllocatedStorage *int32
	// Whether minor versions are installed in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// The zone that the instance is in; nil while it is being created.
	AvailabilityZone *string
	// Days for which automated snapshots of the cluster are kept.
	BackupRetentionPeriod *int32
	// Certificate authority of the server certificate.
	CACertificateIdentifier *string
	// Not used by Neptune.
	CharacterSetName *string
	// Whether snapshots get the tags of the instance.
	CopyTagsToSnapshot *bool
	// The cluster that the instance belongs to.
	DBClusterIdentifier *string
	DBInstanceArn       *string
	// For example db.r6g.large or db.serverless.
	DBInstanceClass *string
	// The name, always in lower case. Unique per account and region, also among the instances of
	// RDS and DocumentDB.
	DBInstanceIdentifier *string
	// An open set of words in lower case: available, creating, deleting, modifying, rebooting and
	// more.
	DBInstanceStatus *string
	// Not used by Neptune.
	DBName *string
	// The parameter group of the instance, with the state of its changes.
	DBParameterGroups []DBParameterGroupStatus `query:",item=DBParameterGroup"`
	// Not used in a VPC, where VpcSecurityGroups take their place.
	DBSecurityGroups []DBSecurityGroupMembership `query:",item=DBSecurityGroup"`
	// The subnet group with its subnets, of which a cluster gives the name only.
	DBSubnetGroup *DBSubnetGroup
	// Often 0 for instances of a cluster: Endpoint.Port is the one to connect to.
	DbInstancePort *int32
	// Never changes, also not when the instance is renamed; CloudTrail and CloudWatch name it.
	DbiResourceId *string
	// That of the instance itself. The cluster's protects its last instance only.
	DeletionProtection *bool
	// Not used by Neptune.
	DomainMemberships []DomainMembership `query:",item=DomainMembership"`
	// Kinds of log that are sent to CloudWatch Logs.
	EnabledCloudwatchLogsExports []string
	// Nil until the instance can be reached.
	Endpoint *Endpoint
	// neptune, unless the instance belongs to another service.
	Engine        *string
	EngineVersion *string
	// CloudWatch log stream of Enhanced Monitoring.
	EnhancedMonitoringResourceArn *string
	// As the cluster has it.
	IAMDatabaseAuthenticationEnabled *bool
	InstanceCreateTime               *time.Time
	// Not used by Neptune.
	Iops *int32
	// Key of the storage of the cluster.
	KmsKeyId *string
	// Up to this moment a point-in-time restore of the cluster is possible.
	LatestRestorableTime *time.Time
	// For Neptune amazon-license.
	LicenseModel *string
	// Not used by Neptune.
	MasterUsername *string
	// Seconds between two points of Enhanced Monitoring; 0 when it is off.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs.
	MonitoringRoleArn *string
	// The cluster's MultiAZ is the one that counts.
	MultiAZ *bool
	// IPV4, or DUAL for IPv4 and IPv6.
	NetworkType *string
	// Not used by Neptune.
	OptionGroupMemberships []OptionGroupMembership `query:",item=OptionGroupMembership"`
	// Accepted changes that do not apply yet. Elements are set for pending changes only.
	PendingModifiedValues *PendingModifiedValues
	// Not used by Neptune.
	PerformanceInsightsEnabled *bool
	// Not used by Neptune.
	PerformanceInsightsKMSKeyId *string
	// That of the cluster, in UTC: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly, in UTC: ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	// Order of failover: 0 is promoted first, 15 last.
	PromotionTier *int32
	// Whether the instance has a public address.
	//
	// Deprecated: the service does not use it any more.
	PubliclyAccessible *bool
	// Clusters that are read replicas of the instance.
	ReadReplicaDBClusterIdentifiers []string `query:",item=ReadReplicaDBClusterIdentifier"`
	// Not used by Neptune.
	ReadReplicaDBInstanceIdentifiers []string `query:",item=ReadReplicaDBInstanceIdentifier"`
	// Not used by Neptune.
	ReadReplicaSourceDBInstanceIdentifier *string
	// Not used by Neptune.
	SecondaryAvailabilityZone *string
	// State of read replication; nil for an instance that is no read replica.
	StatusInfos []DBInstanceStatusInfo `query:",item=DBInstanceStatusInfo"`
	// As the cluster has it.
	StorageEncrypted *bool
	// Storage type of the cluster.
	StorageType *string
	// Not used by Neptune.
	TdeCredentialArn *string
	// Not used by Neptune.
	Timezone          *string
	VpcSecurityGroups []VpcSecurityGroupMembership `query:",item=VpcSecurityGroupMembership"`
}

// DBInstanceStatusInfo tells how one activity of an instance is doing.
type DBInstanceStatusInfo struct {
	// Details of the error, if there is one.
	Message *string
	// False while the activity is in an error state.
	Normal *bool
	// Of read replication: replicating, error, stopped or terminated.
	Status *string
	// The activity, at present read replication.
	StatusType *string
}

// DBParameterGroupStatus is the parameter group of an instance.
type DBParameterGroupStatus struct {
	DBParameterGroupName *string
	// in-sync, applying, or pending-reboot when changes wait for a restart of the instance.
	ParameterApplyStatus *string
}

// DBSecurityGroupMembership is a DB security group, as they were in use before VPCs.
type DBSecurityGroupMembership struct {
	DBSecurityGroupName *string
	Status              *string
}

// DomainMembership is an Active Directory domain. Neptune does not use it.
type DomainMembership struct {
	// Identifier of the directory.
	Domain *string
	// Fully qualified name of the domain.
	FQDN *string
	// Role for calls of the Directory Service.
	IAMRoleName *string
	// For example joined or pending-join.
	Status *string
}

// OptionGroupMembership is an option group of an instance. Neptune does not use it.
type OptionGroupMembership struct {
	OptionGroupName *string
	// For example in-sync, pending-apply, applying or failed.
	Status *string
}

// PendingModifiedValues holds the new values of what is about to change in an instance; the rest is
// nil.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_PendingModifiedValues.html
type PendingModifiedValues struct {
	AllocatedStorage        *int32
	BackupRetentionPeriod   *int32
	CACertificateIdentifier *string
	DBInstanceClass         *string
	// The new name of the instance.
	DBInstanceIdentifier *string
	DBSubnetGroupName    *string
	EngineVersion        *string
	Iops                 *int32
	// Not used by Neptune.
	LicenseModel *string
	// Not used by Neptune.
	MasterUserPassword           *string
	MultiAZ                      *bool
	PendingCloudwatchLogsExports *PendingCloudwatchLogsExports
	Port                         *int32
	StorageType                  *string
}

// ValidDBInstanceModificationsMessage tells what an instance can be changed to.
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_ValidDBInstanceModificationsMessage.html
type ValidDBInstanceModificationsMessage struct {
	// Not applicable: the storage of Neptune belongs to the cluster.
	Storage []ValidStorageOptions `query:",item=ValidStorageOptions"`
}

// ValidStorageOptions are what is possible with a type of storage. Neptune has none for instances.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ValidStorageOptions.html
type ValidStorageOptions struct {
	// Provisioned IOPS for each GiB of storage.
	IopsToStorageRatio []DoubleRange `query:",item=DoubleRange"`
	// Provisioned IOPS.
	ProvisionedIops []Range `query:",item=Range"`
	// GiB.
	StorageSize []Range `query:",item=Range"`
	StorageType *string
}

// DoubleRange is a range of numbers, both ends included.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DoubleRange.html
type DoubleRange struct {
	From *float64
	To   *float64
}

// Range is a range of whole numbers, both ends included.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Range.html
type Range struct {
	From *int32
	// Distance between two valid numbers, counted from From.
	Step *int32
	To   *int32
}
