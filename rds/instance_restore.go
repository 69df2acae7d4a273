package rds

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// RestoreDBInstanceFromDBSnapshotInput is the input of [Client.RestoreDBInstanceFromDBSnapshot].
type RestoreDBInstanceFromDBSnapshotInput struct {
	// Required. Name of the new instance: 1 to 63 letters, digits and hyphens, beginning with a
	// letter, without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBInstanceIdentifier *string `query:",required"`
	// Oracle and SQL Server only: up to three volumes in addition to the main volume.
	AdditionalStorageVolumes []types.AdditionalStorageVolume
	// Storage in GiB, at least the snapshot's storage; the snapshot's storage if nil.
	AllocatedStorage *int32
	// Whether AWS upgrades the instance to new minor versions in the maintenance window; true if
	// nil.
	AutoMinorVersionUpgrade *bool
	// Availability Zone of the instance, for example eu-west-1d; AWS chooses one if nil.
	// AvailabilityZone must be nil if MultiAZ is true.
	AvailabilityZone *string `recover:",late"`
	// Days to keep automated backups, 0 (no backups) to 35. If nil, AWS uses the value of the
	// instance that the snapshot was taken from.
	BackupRetentionPeriod *int32
	// Where AWS keeps automated backups and manual snapshots: region, outposts (on an AWS Outpost)
	// or local (in a Dedicated Local Zone); region if nil.
	BackupTarget *string
	// Identifier of the certificate authority (CA) that signs the server certificate.
	CACertificateIdentifier *string
	// Whether AWS copies the instance's tags to its snapshots; false if nil.
	CopyTagsToSnapshot *bool
	// RDS Custom only: instance profile of the underlying EC2 instance. RDS Custom requires a
	// profile, whose name must begin with AWSRDSCustom.
	CustomIamInstanceProfile *string
	// Capacity reservation for the instance to run in.
	DBCapacityReservationIdentifier *string
	// Name or ARN of the cluster snapshot to restore. It must be a snapshot of a Multi-AZ cluster,
	// not of an Aurora cluster. DBClusterSnapshotIdentifier must be nil if DBSnapshotIdentifier is
	// set.
	DBClusterSnapshotIdentifier *string
	// Instance class, for example db.r6g.large. If nil, AWS uses the class of the instance that the
	// snapshot was taken from.
	DBInstanceClass *string
	// Oracle and Db2 only: name of the new instance's database; the name in the snapshot if nil.
	DBName *string `recover:"-"`
	// Name of an existing parameter group for the engine version. If nil, AWS uses the default
	// group, not the group of the instance that the snapshot was taken from.
	DBParameterGroupName *string
	// Name or ARN of the available snapshot to restore. Names of automated snapshots begin with
	// "rds:". For a shared snapshot, use the ARN. Either DBSnapshotIdentifier or
	// DBClusterSnapshotIdentifier is required.
	DBSnapshotIdentifier *string
	// Name of an existing subnet group, which determines the VPC; the default group if nil.
	DBSubnetGroupName *string
	// Whether transaction logs are stored on a separate volume; false if nil.
	DedicatedLogVolume *bool
	// Whether AWS rejects the deletion of the instance; false if nil.
	DeletionProtection *bool
	// The Active Directory domain to join.
	Domain *string
	// ARN of the Secrets Manager secret with the credentials that the instance uses to join the
	// Active Directory domain.
	DomainAuthSecretArn *string
	// IPv4 addresses of two DNS servers of the Active Directory domain. If there is only one
	// server, give its address twice.
	DomainDnsIps []string
	// Fully qualified name of the Active Directory domain, at most 64 characters.
	DomainFqdn *string
	// Name of the IAM role that RDS uses to call AWS Directory Service.
	DomainIAMRoleName *string
	// Organizational unit in the Active Directory domain, at most 64 characters.
	DomainOu *string
	// Types of logs to export to CloudWatch Logs, for example postgresql or audit. The valid
	// types depend on the engine.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether the instance has a customer-owned IP address on its AWS Outpost.
	EnableCustomerOwnedIp *bool `recover:"CustomerOwnedIpEnabled"`
	// Whether database users may sign in with IAM credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Engine of the new instance; the snapshot's engine if nil. A different engine, for example
	// another edition, must be compatible with the snapshot's engine.
	Engine *string
	// Either open-source-rds-extended-support (the default) or
	// open-source-rds-extended-support-disabled. By default, the new instance uses RDS Extended
	// Support once standard support for its engine version has ended. AWS charges for Extended
	// Support. If Extended Support is disabled and standard support has already ended, AWS upgrades
	// the new instance.
	EngineLifecycleSupport *string
	// Provisioned I/O operations per second; the snapshot's value if nil. Required if StorageType
	// is io1 or io2.
	Iops *int32
	// License model, for example license-included or bring-your-own-license, if the engine allows a
	// choice; the snapshot's model if nil.
	LicenseModel *string
	// Oracle only: whether Secrets Manager creates and manages a new password for the master user.
	// If true, DescribeDBInstances shows the ARN of the secret. If nil, the master user keeps the
	// password from the snapshot.
	ManageMasterUserPassword *bool
	// KMS key that encrypts the master user's secret if ManageMasterUserPassword is true. If nil,
	// AWS uses the key aws/secretsmanager.
	MasterUserSecretKmsKeyId *string
	// Whether the instance has a standby in another Availability Zone; false if nil. MultiAZ does
	// not apply to RDS Custom.
	MultiAZ *bool
	// Network type: IPV4, or DUAL for both IPv4 and IPv6; IPV4 if nil. DUAL requires a subnet group
	// that supports it.
	NetworkType *string
	// Name of an existing option group. If nil, AWS uses the snapshot's option group, or the
	// default group if the new instance is in a different VPC than the instance that the snapshot
	// was taken from.
	OptionGroupName *string
	// TCP port, 1150 to 65535. If nil, AWS uses the port of the instance that the snapshot was
	// taken from.
	Port *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window. If nil, AWS uses the window of the instance
	// that the snapshot was taken from.
	PreferredBackupWindow *string
	// Number of CPU cores and of threads per core, if the instance class allows a choice.
	ProcessorFeatures []types.ProcessorFeature `query:",item=ProcessorFeature"`
	// Whether the endpoint resolves to a public IP address for clients outside the VPC.
	PubliclyAccessible *bool
	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32
	// Storage type, for example gp2, gp3, io1, io2 or standard; the snapshot's type if nil.
	StorageType *string
	// Tags of the instance's automated backup. Their ResourceType must be auto-backup.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new instance. If empty, AWS copies the tags of the instance that the snapshot was
	// taken from.
	Tags []types.Tag `query:",item=Tag"`
	// ARN of the key store for transparent data encryption (TDE).
	TdeCredentialArn *string
	// Password of the key store for transparent data encryption (TDE). It never appears in logs or
	// errors.
	TdeCredentialPassword *string
	// Whether the instance gets the default number of cores and threads of its class; false if nil.
	UseDefaultProcessorFeatures *bool
	// Security groups of the new instance. If nil, AWS uses the VPC's default security group, not
	// the groups of the instance that the snapshot was taken from.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBInstanceFromDBSnapshotOutput is the output of [Client.RestoreDBInstanceFromDBSnapshot].
type RestoreDBInstanceFromDBSnapshotOutput struct {
	// The new instance, with DBInstanceStatus creating.
	DBInstance     *types.DBInstance
	ResultMetadata middleware.Metadata `query:"-"`
}

var restoreDBInstanceFromDBSnapshotOp = operation.Op{
	Name: "RestoreDBInstanceFromDBSnapshot",
	Faults: operation.Faults{
		(*types.AuthorizationNotFoundFault)(nil), (*types.BackupPolicyNotFoundFault)(nil),
		(*types.CertificateNotFoundFault)(nil), (*types.DBCapacityReservationNotFoundFault)(nil),
		(*types.DBClusterSnapshotNotFoundFault)(nil), (*types.DBInstanceAlreadyExistsFault)(nil),
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.DBSecurityGroupNotFoundFault)(nil),
		(*types.DBSnapshotNotFoundFault)(nil), (*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil),
		(*types.DBSubnetGroupNotFoundFault)(nil), (*types.DomainNotFoundFault)(nil),
		(*types.InstanceQuotaExceededFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil),
		(*types.InvalidDBCapacityReservationStateFault)(nil),
		(*types.InvalidDBSnapshotStateFault)(nil), (*types.InvalidRestoreFault)(nil),
		(*types.InvalidSubnet)(nil), (*types.InvalidVPCNetworkStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.NetworkTypeNotSupported)(nil),
		(*types.OptionGroupNotFoundFault)(nil), (*types.ProvisionedIopsNotAvailableInAZFault)(nil),
		(*types.StorageQuotaExceededFault)(nil), (*types.StorageTypeNotSupportedFault)(nil),
		(*types.TenantDatabaseQuotaExceededFault)(nil),
		(*types.VpcEncryptionControlViolationException)(nil),
	},
	Effect: &recovery.Create{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*RestoreDBInstanceFromDBSnapshotInput).DBInstanceIdentifier },
		// The service sets InstanceCreateTime when it has finished creating the instance.
		Made:     func(item any) *time.Time { return item.(*types.DBInstance).InstanceCreateTime },
		Later:    func(any) bool { return true },
		Untagged: func(in any) bool { return len(in.(*RestoreDBInstanceFromDBSnapshotInput).Tags) == 0 }, // AWS then copies the tags of the source
	},
}

// RestoreDBInstanceFromDBSnapshot starts creating an instance from a snapshot of an instance or a
// Multi-AZ cluster. It returns immediately; the instance's DBInstanceStatus is creating at first.
// The instance has no endpoint until it is available.
//
// The new instance gets the instance class, storage and tags of the snapshot's source, unless the
// request specifies different ones. It does not get the source's parameter group, security groups
// or IAM roles. It gets a standby only if MultiAZ is true. The password of the key store never
// appears in logs or errors.
//
// It can fail with [types.AuthorizationNotFoundFault], [types.BackupPolicyNotFoundFault],
// [types.CertificateNotFoundFault], [types.DBCapacityReservationNotFoundFault],
// [types.DBClusterSnapshotNotFoundFault], [types.DBInstanceAlreadyExistsFault],
// [types.DBParameterGroupNotFoundFault], [types.DBSecurityGroupNotFoundFault],
// [types.DBSnapshotNotFoundFault], [types.DBSubnetGroupDoesNotCoverEnoughAZs],
// [types.DBSubnetGroupNotFoundFault], [types.DomainNotFoundFault], [types.InstanceQuotaExceededFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InvalidDBCapacityReservationStateFault],
// [types.InvalidDBSnapshotStateFault], [types.InvalidRestoreFault], [types.InvalidSubnet],
// [types.InvalidVPCNetworkStateFault], [types.KMSKeyNotAccessibleFault],
// [types.NetworkTypeNotSupported], [types.OptionGroupNotFoundFault],
// [types.ProvisionedIopsNotAvailableInAZFault], [types.StorageQuotaExceededFault],
// [types.StorageTypeNotSupportedFault], [types.TenantDatabaseQuotaExceededFault] or
// [types.VpcEncryptionControlViolationException].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromDBSnapshot.html
func (c *Client) RestoreDBInstanceFromDBSnapshot(ctx context.Context, in *RestoreDBInstanceFromDBSnapshotInput, optFns ...func(*Options)) (*RestoreDBInstanceFromDBSnapshotOutput, error) {
	return typed[RestoreDBInstanceFromDBSnapshotOutput](c.invoke(ctx, &restoreDBInstanceFromDBSnapshotOp, in, new(RestoreDBInstanceFromDBSnapshotOutput), optFns))
}

// RestoreDBInstanceToPointInTimeInput is the input of [Client.RestoreDBInstanceToPointInTime].
type RestoreDBInstanceToPointInTimeInput struct {
	// Required. Name of the new instance: 1 to 63 letters, digits and hyphens, beginning with a
	// letter, without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	TargetDBInstanceIdentifier *string `query:",required" recover:"DBInstanceIdentifier"`
	// Oracle and SQL Server only: up to three volumes in addition to the main volume.
	AdditionalStorageVolumes []types.AdditionalStorageVolume
	// Storage in GiB, at least the source instance's storage; the source instance's storage if nil.
	AllocatedStorage *int32
	// Whether AWS upgrades the instance to new minor versions in the maintenance window; true if
	// nil.
	AutoMinorVersionUpgrade *bool
	// Availability Zone of the instance, for example eu-west-1d; AWS chooses one if nil.
	// AvailabilityZone must be nil if MultiAZ is true.
	AvailabilityZone *string `recover:",late"`
	// Days to keep automated backups, 0 (no backups) to 35; the source instance's value if nil.
	BackupRetentionPeriod *int32
	// Where AWS keeps automated backups and manual snapshots: region, outposts (on an AWS Outpost)
	// or local (in a Dedicated Local Zone); region if nil.
	BackupTarget *string
	// Identifier of the certificate authority (CA) that signs the server certificate.
	CACertificateIdentifier *string
	// Whether AWS copies the instance's tags to its snapshots; false if nil.
	CopyTagsToSnapshot *bool
	// RDS Custom only: instance profile of the underlying EC2 instance. RDS Custom requires a
	// profile, whose name must begin with AWSRDSCustom.
	CustomIamInstanceProfile *string
	// Capacity reservation for the instance to run in.
	DBCapacityReservationIdentifier *string
	// Instance class, for example db.r6g.large; the source instance's class if nil.
	DBInstanceClass *string
	// Oracle and Db2 only: name of the new instance's database; the source instance's database name
	// if nil.
	DBName *string `recover:"-"`
	// Name of an existing parameter group for the engine version. If nil, AWS uses the default
	// group, not the source instance's group.
	DBParameterGroupName *string
	// Name of an existing subnet group, which determines the VPC; the default group if nil.
	DBSubnetGroupName *string
	// Whether transaction logs are stored on a separate volume; false if nil.
	DedicatedLogVolume *bool
	// Whether AWS rejects the deletion of the instance; false if nil.
	DeletionProtection *bool
	// The Active Directory domain to join.
	Domain *string
	// ARN of the Secrets Manager secret with the credentials that the instance uses to join the
	// Active Directory domain.
	DomainAuthSecretArn *string
	// IPv4 addresses of two DNS servers of the Active Directory domain. If there is only one
	// server, give its address twice.
	DomainDnsIps []string
	// Fully qualified name of the Active Directory domain, at most 64 characters.
	DomainFqdn *string
	// Name of the IAM role that RDS uses to call AWS Directory Service.
	DomainIAMRoleName *string
	// Organizational unit in the Active Directory domain, at most 64 characters.
	DomainOu *string
	// Types of logs to export to CloudWatch Logs, for example postgresql or audit. The valid
	// types depend on the engine.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether the instance has a customer-owned IP address on its AWS Outpost.
	EnableCustomerOwnedIp *bool `recover:"CustomerOwnedIpEnabled"`
	// Whether database users may sign in with IAM credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Engine of the new instance; the source instance's engine if nil. A different engine, for
	// example another edition, must be compatible with the source instance's engine.
	Engine *string
	// Either open-source-rds-extended-support (the default) or
	// open-source-rds-extended-support-disabled. By default, the new instance uses RDS Extended
	// Support once standard support for its engine version has ended. AWS charges for Extended
	// Support. If Extended Support is disabled and standard support has already ended, AWS upgrades
	// the new instance.
	EngineLifecycleSupport *string
	// Provisioned I/O operations per second; the source instance's value if nil. Required if
	// StorageType is io1 or io2.
	Iops *int32
	// License model, for example license-included or bring-your-own-license, if the engine allows a
	// choice; the source instance's model if nil.
	LicenseModel *string
	// Oracle only: whether Secrets Manager creates and manages a new password for the master user.
	// If true, DescribeDBInstances shows the ARN of the secret. If nil, the master user keeps the
	// password from the source instance.
	ManageMasterUserPassword *bool
	// KMS key that encrypts the master user's secret if ManageMasterUserPassword is true. If nil,
	// AWS uses the key aws/secretsmanager.
	MasterUserSecretKmsKeyId *string
	// Maximum size, in GiB, to which AWS automatically increases the storage.
	MaxAllocatedStorage *int32
	// Whether the instance has a standby in another Availability Zone; false if nil. MultiAZ does
	// not apply to RDS Custom.
	MultiAZ *bool
	// Network type: IPV4, or DUAL for both IPv4 and IPv6; IPV4 if nil. DUAL requires a subnet group
	// that supports it.
	NetworkType *string
	// Name of an existing option group. If nil, AWS uses the source instance's option group, or the
	// default group if the new instance is in a different VPC than the source instance.
	OptionGroupName *string
	// TCP port, 1150 to 65535; the source instance's port if nil.
	Port *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window. If nil, AWS uses the source instance's
	// window.
	PreferredBackupWindow *string
	// Number of CPU cores and of threads per core, if the instance class allows a choice.
	ProcessorFeatures []types.ProcessorFeature `query:",item=ProcessorFeature"`
	// Whether the endpoint resolves to a public IP address for clients outside the VPC.
	PubliclyAccessible *bool
	// Time to restore to, not later than the source instance's LatestRestorableTime. Either
	// RestoreTime or UseLatestRestorableTime is required.
	RestoreTime *time.Time
	// ARN of the automated backups to restore from, for example backups that were replicated from
	// another region.
	SourceDBInstanceAutomatedBackupsArn *string
	// Name of the source instance, which must exist. The name is case-insensitive. One of
	// SourceDBInstanceAutomatedBackupsArn, SourceDBInstanceIdentifier and SourceDbiResourceId is
	// required.
	SourceDBInstanceIdentifier *string
	// Resource ID (db-…) of the source instance. Unlike the name, the ID can also identify a
	// deleted instance with retained backups.
	SourceDbiResourceId *string
	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32
	// Storage type, for example gp2, gp3, io1, io2 or standard; the source instance's type if nil.
	StorageType *string
	// Tags of the instance's automated backup. Their ResourceType must be auto-backup.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new instance. AWS does not copy the source instance's tags.
	Tags []types.Tag `query:",item=Tag"`
	// ARN of the key store for transparent data encryption (TDE).
	TdeCredentialArn *string
	// Password of the key store for transparent data encryption (TDE). It never appears in logs or
	// errors.
	TdeCredentialPassword *string
	// Whether the instance gets the default number of cores and threads of its class; false if nil.
	UseDefaultProcessorFeatures *bool
	// Whether to restore to the latest restorable time; false if nil.
	UseLatestRestorableTime *bool
	// Security groups of the new instance. If nil, AWS uses the VPC's default security group, not
	// the source instance's groups.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBInstanceToPointInTimeOutput is the output of [Client.RestoreDBInstanceToPointInTime].
type RestoreDBInstanceToPointInTimeOutput struct {
	// The new instance, with DBInstanceStatus creating.
	DBInstance     *types.DBInstance
	ResultMetadata middleware.Metadata `query:"-"`
}

var restoreDBInstanceToPointInTimeOp = operation.Op{
	Name: "RestoreDBInstanceToPointInTime",
	Faults: operation.Faults{
		(*types.AuthorizationNotFoundFault)(nil), (*types.BackupPolicyNotFoundFault)(nil),
		(*types.CertificateNotFoundFault)(nil), (*types.DBCapacityReservationNotFoundFault)(nil),
		(*types.DBInstanceAlreadyExistsFault)(nil),
		(*types.DBInstanceAutomatedBackupNotFoundFault)(nil),
		(*types.DBInstanceNotFoundFault)(nil), (*types.DBParameterGroupNotFoundFault)(nil),
		(*types.DBSecurityGroupNotFoundFault)(nil),
		(*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil), (*types.DBSubnetGroupNotFoundFault)(nil),
		(*types.DomainNotFoundFault)(nil), (*types.InstanceQuotaExceededFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil),
		(*types.InvalidDBCapacityReservationStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil), (*types.InvalidRestoreFault)(nil),
		(*types.InvalidSubnet)(nil), (*types.InvalidVPCNetworkStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.NetworkTypeNotSupported)(nil),
		(*types.OptionGroupNotFoundFault)(nil), (*types.PointInTimeRestoreNotEnabledFault)(nil),
		(*types.ProvisionedIopsNotAvailableInAZFault)(nil),
		(*types.StorageQuotaExceededFault)(nil), (*types.StorageTypeNotSupportedFault)(nil),
		(*types.TenantDatabaseQuotaExceededFault)(nil),
		(*types.VpcEncryptionControlViolationException)(nil),
	},
	Effect: &recovery.Create{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*RestoreDBInstanceToPointInTimeInput).TargetDBInstanceIdentifier },
		// The service sets InstanceCreateTime when it has finished creating the instance.
		Made:  func(item any) *time.Time { return item.(*types.DBInstance).InstanceCreateTime },
		Later: func(any) bool { return true },
	},
}

// RestoreDBInstanceToPointInTime starts creating an instance that contains a source instance's data
// from a point in time. The call returns immediately; the new instance's DBInstanceStatus is
// creating at first. The new instance has no endpoint until it is available. The source must have
// automated backups, that is, a BackupRetentionPeriod above 0.
//
// The new instance gets the source's instance class and storage, unless the request specifies
// different ones. It does not get the source's parameter group, security groups, IAM roles or tags.
// It gets a standby only if MultiAZ is true. The password of the key store never appears in logs or
// errors.
//
// It can fail with [types.AuthorizationNotFoundFault], [types.BackupPolicyNotFoundFault],
// [types.CertificateNotFoundFault], [types.DBCapacityReservationNotFoundFault],
// [types.DBInstanceAlreadyExistsFault], [types.DBInstanceAutomatedBackupNotFoundFault],
// [types.DBInstanceNotFoundFault], [types.DBParameterGroupNotFoundFault],
// [types.DBSecurityGroupNotFoundFault], [types.DBSubnetGroupDoesNotCoverEnoughAZs],
// [types.DBSubnetGroupNotFoundFault], [types.DomainNotFoundFault], [types.InstanceQuotaExceededFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InvalidDBCapacityReservationStateFault],
// [types.InvalidDBInstanceStateFault], [types.InvalidRestoreFault], [types.InvalidSubnet],
// [types.InvalidVPCNetworkStateFault], [types.KMSKeyNotAccessibleFault],
// [types.NetworkTypeNotSupported], [types.OptionGroupNotFoundFault],
// [types.PointInTimeRestoreNotEnabledFault], [types.ProvisionedIopsNotAvailableInAZFault],
// [types.StorageQuotaExceededFault], [types.StorageTypeNotSupportedFault],
// [types.TenantDatabaseQuotaExceededFault] or [types.VpcEncryptionControlViolationException].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceToPointInTime.html
func (c *Client) RestoreDBInstanceToPointInTime(ctx context.Context, in *RestoreDBInstanceToPointInTimeInput, optFns ...func(*Options)) (*RestoreDBInstanceToPointInTimeOutput, error) {
	return typed[RestoreDBInstanceToPointInTimeOutput](c.invoke(ctx, &restoreDBInstanceToPointInTimeOp, in, new(RestoreDBInstanceToPointInTimeOutput), optFns))
}
