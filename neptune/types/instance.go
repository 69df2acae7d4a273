package types

import (
	"time"
)

// DBInstance describes an instance of a cluster. An instance provides only compute, because the
// storage belongs to the cluster. Some fields repeat settings of the cluster, for example the
// backup settings, the encryption and the port. DescribeDBInstances also lists RDS and DocumentDB
// instances, which have a different Engine.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBInstance.html
type DBInstance struct {
	// Always 1 for Neptune, which does not use it.
	AllocatedStorage *int32
	// Whether AWS installs minor engine versions automatically during the maintenance window.
	AutoMinorVersionUpgrade *bool
	// Availability Zone of the instance; nil while the instance is being
	// created.
	AvailabilityZone *string
	// Days to keep the cluster's automated backups.
	BackupRetentionPeriod *int32
	// Identifier of the certificate authority (CA) that signs the server certificate.
	CACertificateIdentifier *string
	// Neptune does not use it.
	CharacterSetName *string
	// Whether AWS copies the instance's tags to its snapshots.
	CopyTagsToSnapshot *bool
	// The cluster that the instance belongs to.
	DBClusterIdentifier *string

	// ARN of the instance, in the form arn:aws:rds:region:account:db:name.
	DBInstanceArn *string

	// Instance class, for example db.r6g.large or db.serverless.
	DBInstanceClass *string
	// Name of the instance, always in lower case. The name is unique in the account and region,
	// across Neptune, RDS and DocumentDB.
	DBInstanceIdentifier *string
	// Status of the instance, in lower case, for example available, creating, deleting, modifying
	// or rebooting.
	DBInstanceStatus *string
	// Neptune does not use it.
	DBName *string
	// Parameter group of the instance, and whether changes to the group have been applied.
	DBParameterGroups []DBParameterGroupStatus `query:",item=DBParameterGroup"`
	// DB security groups of the instance. Instances in a VPC use VpcSecurityGroups instead.
	DBSecurityGroups []DBSecurityGroupMembership `query:",item=DBSecurityGroup"`
	// Subnet group with its subnets. The description of a cluster has only the group's name.
	DBSubnetGroup *DBSubnetGroup
	// Port of the instance, often 0 for an instance in a cluster. Endpoint has the port to connect
	// to.
	DbInstancePort *int32
	// Permanent ID of the instance; a rename does not change it. CloudTrail and CloudWatch use this
	// ID.
	DbiResourceId *string
	// Whether the instance is protected from deletion. The cluster's DeletionProtection protects
	// only the last instance in the cluster.
	DeletionProtection *bool
	// Neptune does not use it.
	DomainMemberships []DomainMembership `query:",item=DomainMembership"`
	// Types of logs exported to CloudWatch Logs.
	EnabledCloudwatchLogsExports []string
	// Address and port of the instance; nil until the instance accepts connections.
	Endpoint *Endpoint
	// Engine of the instance: neptune, or an RDS or DocumentDB engine.
	Engine *string

	// Version of the engine, for example 1.3.2.1.
	EngineVersion *string

	// CloudWatch log stream of Enhanced Monitoring.
	EnhancedMonitoringResourceArn *string
	// Whether IAM database authentication is enabled.
	IAMDatabaseAuthenticationEnabled *bool

	// When AWS finished creating the instance.
	InstanceCreateTime *time.Time

	// Neptune does not use it.
	Iops *int32
	// KMS key that encrypts the cluster's storage.
	KmsKeyId *string
	// Latest time to which the cluster can be restored.
	LatestRestorableTime *time.Time
	// License model; amazon-license for Neptune.
	LicenseModel *string
	// Neptune does not use it.
	MasterUsername *string
	// Seconds between Enhanced Monitoring measurements; 0 if Enhanced Monitoring is off.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch Logs.
	MonitoringRoleArn *string
	// Not meaningful for Neptune. See the cluster's MultiAZ instead.
	MultiAZ *bool
	// Network type: IPV4, or DUAL for both IPv4 and IPv6.
	NetworkType *string
	// Neptune does not use it.
	OptionGroupMemberships []OptionGroupMembership `query:",item=OptionGroupMembership"`
	// Changes that AWS has accepted but not applied yet. Fields without a pending change are nil.
	PendingModifiedValues *PendingModifiedValues
	// Neptune does not use it.
	PerformanceInsightsEnabled *bool
	// Neptune does not use it.
	PerformanceInsightsKMSKeyId *string
	// Daily backup window of the cluster in UTC, in the format hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	// Failover priority: 0 (promoted first) to 15 (promoted last).
	PromotionTier *int32
	// Whether the instance has a public IP address.
	//
	// Deprecated: the service no longer uses this field.
	PubliclyAccessible *bool
	// Clusters that are read replicas of this instance.
	ReadReplicaDBClusterIdentifiers []string `query:",item=ReadReplicaDBClusterIdentifier"`
	// Neptune does not use it.
	ReadReplicaDBInstanceIdentifiers []string `query:",item=ReadReplicaDBInstanceIdentifier"`
	// Neptune does not use it.
	ReadReplicaSourceDBInstanceIdentifier *string
	// Neptune does not use it.
	SecondaryAvailabilityZone *string
	// State of read replication; nil if the instance is not a read replica.
	StatusInfos []DBInstanceStatusInfo `query:",item=DBInstanceStatusInfo"`
	// Whether the cluster's storage is encrypted.
	StorageEncrypted *bool
	// Storage type of the cluster.
	StorageType *string
	// Neptune does not use it.
	TdeCredentialArn *string
	// Neptune does not use it.
	Timezone *string

	// VPC security groups, with the state of their changes.
	VpcSecurityGroups []VpcSecurityGroupMembership `query:",item=VpcSecurityGroupMembership"`
}

// DBInstanceStatusInfo describes the state of an activity of an instance. The only known activity
// is read replication.
type DBInstanceStatusInfo struct {
	// Details of the error, or nil if there is no error.
	Message *string
	// Whether the activity works normally; false during an error.
	Normal *bool
	// For read replication: replicating, error, stopped or terminated.
	Status *string
	// Name of the activity. The only known activity is "read replication".
	StatusType *string
}

// DBParameterGroupStatus describes the parameter group of an instance.
type DBParameterGroupStatus struct {
	// Name of the parameter group, in lower case.
	DBParameterGroupName *string

	// State of the parameter group: in-sync, applying, or pending-reboot if a parameter change will
	// not take effect until the instance reboots.
	ParameterApplyStatus *string
}

// DBSecurityGroupMembership describes a DB security group of an instance. DB security groups are a
// legacy alternative to VPC security groups.
type DBSecurityGroupMembership struct {
	// Name of the DB security group. Neptune does not use it.
	DBSecurityGroupName *string

	// Status of the membership, for example active.
	Status *string
}

// DomainMembership describes an instance's membership in an Active Directory domain. Neptune does
// not use it.
type DomainMembership struct {
	// Identifier of the Active Directory domain.
	Domain *string
	// Fully qualified name of the domain.
	FQDN *string
	// Name of the IAM role that AWS uses to call AWS Directory Service.
	IAMRoleName *string
	// State of the membership, for example joined or pending-join.
	Status *string
}

// OptionGroupMembership describes an option group of an instance. Neptune does not use it.
type OptionGroupMembership struct {
	// Name of the option group. Neptune does not use it.
	OptionGroupName *string

	// State of the option group's changes, for example in-sync, pending-apply, applying or failed.
	Status *string
}

// PendingModifiedValues holds the new values of an instance's pending changes. Fields without a
// pending change are nil.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_PendingModifiedValues.html
type PendingModifiedValues struct {
	// New storage in GiB.
	AllocatedStorage *int32

	// New number of days to keep automated backups.
	BackupRetentionPeriod *int32

	// Identifier of the certificate authority (CA) that signs the new server certificate.
	CACertificateIdentifier *string

	// New instance class, for example db.r6g.xlarge.
	DBInstanceClass *string

	// New name of the instance.
	DBInstanceIdentifier *string

	// Name of the subnet group to which the instance will move.
	DBSubnetGroupName *string

	// New engine version, to which AWS upgrades.
	EngineVersion *string

	// New number of provisioned I/O operations per second.
	Iops *int32

	// Neptune does not use it.
	LicenseModel *string
	// Neptune does not use it.
	MasterUserPassword *string

	// Whether the instance will have a standby in another Availability Zone.
	MultiAZ *bool

	// Types of logs whose export is being enabled or disabled.
	PendingCloudwatchLogsExports *PendingCloudwatchLogsExports

	// New TCP port.
	Port *int32

	// New storage type, for example iopt1.
	StorageType *string
}

// ValidDBInstanceModificationsMessage lists the possible changes to an instance.
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_ValidDBInstanceModificationsMessage.html
type ValidDBInstanceModificationsMessage struct {
	// Not applicable to Neptune, whose storage belongs to the cluster.
	Storage []ValidStorageOptions `query:",item=ValidStorageOptions"`
}

// ValidStorageOptions lists the valid values for one storage type. Neptune does not use it, because
// its instances have no storage.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ValidStorageOptions.html
type ValidStorageOptions struct {
	// Ratio of provisioned IOPS to GiB of storage.
	IopsToStorageRatio []DoubleRange `query:",item=DoubleRange"`
	// Provisioned IOPS of an instance.
	ProvisionedIops []Range `query:",item=Range"`
	// Storage in GiB.
	StorageSize []Range `query:",item=Range"`

	// The storage type to which the values apply.
	StorageType *string
}

// DoubleRange is a range of numbers, including both ends.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DoubleRange.html
type DoubleRange struct {
	// Smallest valid number.
	From *float64

	// Largest valid number.
	To *float64
}

// Range is a range of integers, including both ends.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Range.html
type Range struct {
	// Smallest valid number.
	From *int32

	// Difference between consecutive valid numbers, starting at From.
	Step *int32

	// Largest valid number.
	To *int32
}
