package rds

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// RestoreDBInstanceFromDBSnapshotInput is the request of [Client.RestoreDBInstanceFromDBSnapshot].
type RestoreDBInstanceFromDBSnapshotInput struct {
	// Required. Name of the new instance: 1 to 63 letters, digits and hyphens, beginning with a
	// letter, without a hyphen at the end or two in a row. It is stored in lower case.
	DBInstanceIdentifier *string `query:",required"`
	// Volumes beside the main one, up to three (Oracle, SQL Server).
	AdditionalStorageVolumes []types.AdditionalStorageVolume
	// GiB, at least those of the source; those of the source when nil.
	AllocatedStorage *int32
	// Whether minor versions are installed in the maintenance window; true when nil.
	AutoMinorVersionUpgrade *bool
	// Zone of the instance, such as eu-west-1d; AWS chooses one when nil. Refused along with
	// MultiAZ.
	AvailabilityZone *string `recover:",late"`
	// Days to keep automated snapshots, 0 (none) to 35; as many as the source does when nil.
	BackupRetentionPeriod *int32
	// region, or outposts for backups on an AWS Outpost; region when nil.
	BackupTarget *string
	// Certificate authority of the server certificate.
	CACertificateIdentifier *string
	// Whether snapshots get the tags; false when nil.
	CopyTagsToSnapshot *bool
	// For RDS Custom, where it is required: profile of the EC2 instance. It begins with
	// AWSRDSCustom.
	CustomIamInstanceProfile *string
	// The capacity reservation that the instance runs in.
	DBCapacityReservationIdentifier *string
	// Name or ARN of the snapshot of a Multi-AZ cluster to restore. Not along with
	// DBSnapshotIdentifier, and not for snapshots of Aurora.
	DBClusterSnapshotIdentifier *string
	// For example db.r6g.large; that of the source when nil.
	DBInstanceClass *string
	// Name of the database, for Oracle and Db2; that of the source when nil.
	DBName *string `recover:"-"`
	// An existing parameter group of the family of the engine version; the default one when nil,
	// whatever the source has.
	DBParameterGroupName *string
	// Name of the available snapshot to restore, such as rds:… for an automated one, or its ARN,
	// which a shared snapshot needs. Either it or DBClusterSnapshotIdentifier is needed.
	DBSnapshotIdentifier *string
	// An existing subnet group, which determines the VPC; the default one when nil.
	DBSubnetGroupName *string
	// Whether transaction logs have a volume of their own; false when nil.
	DedicatedLogVolume *bool
	// Whether deleting is refused; false when nil.
	DeletionProtection *bool
	// Active Directory to join.
	Domain *string
	// Secret with the credentials of the user who joins the domain.
	DomainAuthSecretArn *string
	// IPv4 addresses of two DNS servers of the domain; the same address twice if there is one.
	DomainDnsIps []string
	// Fully qualified name of the domain.
	DomainFqdn *string
	// Role for calls of the Directory Service.
	DomainIAMRoleName *string
	// Organizational unit of the domain.
	DomainOu *string
	// Logs to send to CloudWatch Logs. The kinds depend on the engine, for example postgresql or
	// audit.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether the instance has a customer-owned IP address on its AWS Outpost.
	EnableCustomerOwnedIp *bool `recover:"CustomerOwnedIpEnabled"`
	// Whether database users may sign in with IAM credentials; false when nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// An engine that can take the data of the source, such as another edition; that of the source
	// when nil.
	Engine *string
	// open-source-rds-extended-support, which is charged after the end of standard support, or
	// open-source-rds-extended-support-disabled, with which a version beyond it is refused; the
	// first one when nil.
	EngineLifecycleSupport *string
	// Provisioned I/O operations per second. Needed for io1 and io2; as many as the source has when
	// nil.
	Iops *int32
	// For example license-included or bring-your-own-license, where the engine leaves a choice;
	// that of the source when nil.
	LicenseModel *string
	// Whether Secrets Manager keeps a new password of the master user; when nil the password is
	// that of the source. The description then shows the ARN of the secret.
	ManageMasterUserPassword *bool
	// Key of the secret of ManageMasterUserPassword; the key aws/secretsmanager when nil.
	MasterUserSecretKmsKeyId *string
	// Whether there is a standby in another zone; false when nil. Not for instances of a cluster.
	MultiAZ *bool
	// IPV4, or DUAL for IPv4 and IPv6, which the subnet group has to support; IPV4 when nil.
	NetworkType *string
	// An existing option group; when nil that of the source, or the default one in another VPC.
	OptionGroupName *string
	// TCP port; that of the source when nil.
	Port *int32
	// Daily, in UTC, at least 30 minutes, apart from the maintenance window: hh24:mi-hh24:mi; that
	// of the source when nil.
	PreferredBackupWindow *string
	// Number of cores and threads, where the class leaves a choice.
	ProcessorFeatures []types.ProcessorFeature `query:",item=ProcessorFeature"`
	// Whether the endpoint resolves to a public address outside the VPC.
	PubliclyAccessible *bool
	// MiB per second, for gp3.
	StorageThroughput *int32
	// For example gp2, gp3, io1 or io2; that of the source when nil.
	StorageType *string
	// Tags of what is made along with it, such as its volumes.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new instance; those of the instance that the snapshot is of when there are none.
	Tags []types.Tag `query:",item=Tag"`
	// Key store of transparent data encryption.
	TdeCredentialArn *string
	// Password of that key store. It is in no log and no error.
	TdeCredentialPassword *string
	// Whether the class has its default number of cores and threads; false when nil.
	UseDefaultProcessorFeatures *bool
	// Security groups of the new instance; the default one of the VPC when nil, whatever the source
	// has.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBInstanceFromDBSnapshotOutput is the answer to [Client.RestoreDBInstanceFromDBSnapshot].
type RestoreDBInstanceFromDBSnapshotOutput struct {
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
		// The time at which the creation ended.
		Made:  func(item any) *time.Time { return item.(*types.DBInstance).InstanceCreateTime },
		Later: func(any) bool { return true },
		Tag: func(in any, key, value string) any {
			c := *in.(*RestoreDBInstanceFromDBSnapshotInput)
			if len(c.Tags) == 0 { // then those of the source come along
				return nil
			}
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// RestoreDBInstanceFromDBSnapshot begins to make a new instance from a snapshot of an instance, or
// of a Multi-AZ cluster. It returns at once with DBInstanceStatus creating. Until that ends there is
// no endpoint.
//
// The class and the storage are those of the source unless the request has others. The parameter
// group, the security groups, roles and the standby of MultiAZ do not come along. The tags do,
// unless the request has some. The password of the key store is in no log and no error.
//
// It can fail with [types.AuthorizationNotFoundFault], [types.BackupPolicyNotFoundFault],
// [types.CertificateNotFoundFault], [types.DBCapacityReservationNotFoundFault],
// [types.DBClusterSnapshotNotFoundFault], [types.DBInstanceAlreadyExistsFault],
// [types.DBParameterGroupNotFoundFault], [types.DBSecurityGroupNotFoundFault],
// [types.DBSnapshotNotFoundFault], [types.DBSubnetGroupDoesNotCoverEnoughAZs],
// [types.DBSubnetGroupNotFoundFault], [types.DomainNotFoundFault],
// [types.InstanceQuotaExceededFault], [types.InsufficientDBInstanceCapacityFault],
// [types.InvalidDBCapacityReservationStateFault], [types.InvalidDBSnapshotStateFault],
// [types.InvalidRestoreFault], [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.NetworkTypeNotSupported],
// [types.OptionGroupNotFoundFault], [types.ProvisionedIopsNotAvailableInAZFault],
// [types.StorageQuotaExceededFault], [types.StorageTypeNotSupportedFault],
// [types.TenantDatabaseQuotaExceededFault] or [types.VpcEncryptionControlViolationException].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromDBSnapshot.html
func (c *Client) RestoreDBInstanceFromDBSnapshot(ctx context.Context, in *RestoreDBInstanceFromDBSnapshotInput, optFns ...func(*Options)) (*RestoreDBInstanceFromDBSnapshotOutput, error) {
	return typed[RestoreDBInstanceFromDBSnapshotOutput](c.invoke(ctx, &restoreDBInstanceFromDBSnapshotOp, in, new(RestoreDBInstanceFromDBSnapshotOutput), optFns))
}

// RestoreDBInstanceToPointInTimeInput is the request of [Client.RestoreDBInstanceToPointInTime].
type RestoreDBInstanceToPointInTimeInput struct {
	// Required. Name of the new instance: 1 to 63 letters, digits and hyphens, beginning with a
	// letter, without a hyphen at the end or two in a row. It is stored in lower case.
	TargetDBInstanceIdentifier *string `query:",required" recover:"DBInstanceIdentifier"`
	// Volumes beside the main one, up to three (Oracle, SQL Server).
	AdditionalStorageVolumes []types.AdditionalStorageVolume
	// GiB, at least those of the source; those of the source when nil.
	AllocatedStorage *int32
	// Whether minor versions are installed in the maintenance window; true when nil.
	AutoMinorVersionUpgrade *bool
	// Zone of the instance, such as eu-west-1d; AWS chooses one when nil. Refused along with
	// MultiAZ.
	AvailabilityZone *string `recover:",late"`
	// Days to keep automated snapshots, 0 (none) to 35; as many as the source does when nil.
	BackupRetentionPeriod *int32
	// region, or outposts for backups on an AWS Outpost; region when nil.
	BackupTarget *string
	// Certificate authority of the server certificate.
	CACertificateIdentifier *string
	// Whether snapshots get the tags; false when nil.
	CopyTagsToSnapshot *bool
	// For RDS Custom, where it is required: profile of the EC2 instance. It begins with
	// AWSRDSCustom.
	CustomIamInstanceProfile *string
	// The capacity reservation that the instance runs in.
	DBCapacityReservationIdentifier *string
	// For example db.r6g.large; that of the source when nil.
	DBInstanceClass *string
	// Name of the database, for Oracle and Db2; that of the source when nil.
	DBName *string `recover:"-"`
	// An existing parameter group of the family of the engine version; the default one when nil,
	// whatever the source has.
	DBParameterGroupName *string
	// An existing subnet group, which determines the VPC; the default one when nil.
	DBSubnetGroupName *string
	// Whether transaction logs have a volume of their own; false when nil.
	DedicatedLogVolume *bool
	// Whether deleting is refused; false when nil.
	DeletionProtection *bool
	// Active Directory to join.
	Domain *string
	// Secret with the credentials of the user who joins the domain.
	DomainAuthSecretArn *string
	// IPv4 addresses of two DNS servers of the domain; the same address twice if there is one.
	DomainDnsIps []string
	// Fully qualified name of the domain.
	DomainFqdn *string
	// Role for calls of the Directory Service.
	DomainIAMRoleName *string
	// Organizational unit of the domain.
	DomainOu *string
	// Logs to send to CloudWatch Logs. The kinds depend on the engine, for example postgresql or
	// audit.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether the instance has a customer-owned IP address on its AWS Outpost.
	EnableCustomerOwnedIp *bool `recover:"CustomerOwnedIpEnabled"`
	// Whether database users may sign in with IAM credentials; false when nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// An engine that can take the data of the source, such as another edition; that of the source
	// when nil.
	Engine *string
	// open-source-rds-extended-support, which is charged after the end of standard support, or
	// open-source-rds-extended-support-disabled, with which a version beyond it is refused; the
	// first one when nil.
	EngineLifecycleSupport *string
	// Provisioned I/O operations per second. Needed for io1 and io2; as many as the source has when
	// nil.
	Iops *int32
	// For example license-included or bring-your-own-license, where the engine leaves a choice;
	// that of the source when nil.
	LicenseModel *string
	// Whether Secrets Manager keeps a new password of the master user; when nil the password is
	// that of the source. The description then shows the ARN of the secret.
	ManageMasterUserPassword *bool
	// Key of the secret of ManageMasterUserPassword; the key aws/secretsmanager when nil.
	MasterUserSecretKmsKeyId *string
	// GiB up to which the storage grows by itself.
	MaxAllocatedStorage *int32
	// Whether there is a standby in another zone; false when nil. Not for instances of a cluster.
	MultiAZ *bool
	// IPV4, or DUAL for IPv4 and IPv6, which the subnet group has to support; IPV4 when nil.
	NetworkType *string
	// An existing option group; when nil that of the source, or the default one in another VPC.
	OptionGroupName *string
	// TCP port; that of the source when nil.
	Port *int32
	// Daily, in UTC, at least 30 minutes, apart from the maintenance window: hh24:mi-hh24:mi; that
	// of the source when nil.
	PreferredBackupWindow *string
	// Number of cores and threads, where the class leaves a choice.
	ProcessorFeatures []types.ProcessorFeature `query:",item=ProcessorFeature"`
	// Whether the endpoint resolves to a public address outside the VPC.
	PubliclyAccessible *bool
	// The moment to restore, up to LatestRestorableTime of the source. Either it or
	// UseLatestRestorableTime is needed.
	RestoreTime *time.Time
	// ARN of the automated backup to restore, for example one that is replicated from another
	// region.
	SourceDBInstanceAutomatedBackupsArn *string
	// Name of the existing instance to restore; case-insensitive. One of the three sources is
	// needed.
	SourceDBInstanceIdentifier *string
	// Resource ID (db-…) of the instance to restore. It also names an instance of which a retained
	// backup is left.
	SourceDbiResourceId *string
	// MiB per second, for gp3.
	StorageThroughput *int32
	// For example gp2, gp3, io1 or io2; that of the source when nil.
	StorageType *string
	// Tags of what is made along with it, such as its volumes.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new instance. Those of the source do not come along.
	Tags []types.Tag `query:",item=Tag"`
	// Key store of transparent data encryption.
	TdeCredentialArn *string
	// Password of that key store. It is in no log and no error.
	TdeCredentialPassword *string
	// Whether the class has its default number of cores and threads; false when nil.
	UseDefaultProcessorFeatures *bool
	// True for the latest moment that can be restored; false when nil.
	UseLatestRestorableTime *bool
	// Security groups of the new instance; the default one of the VPC when nil, whatever the source
	// has.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBInstanceToPointInTimeOutput is the answer to [Client.RestoreDBInstanceToPointInTime].
type RestoreDBInstanceToPointInTimeOutput struct {
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
		// The time at which the creation ended.
		Made:  func(item any) *time.Time { return item.(*types.DBInstance).InstanceCreateTime },
		Later: func(any) bool { return true },
		Tag: func(in any, key, value string) any {
			c := *in.(*RestoreDBInstanceToPointInTimeInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// RestoreDBInstanceToPointInTime begins to make a new instance with the data that another instance
// had at a moment. It returns at once with DBInstanceStatus creating. Until that ends there is no
// endpoint. The source needs automated backups: a BackupRetentionPeriod other than 0.
//
// The class and the storage are those of the source unless the request has others. The parameter
// group, the security groups, roles, tags and the standby of MultiAZ do not come along. The password
// of the key store is in no log and no error.
//
// It can fail with [types.AuthorizationNotFoundFault], [types.BackupPolicyNotFoundFault],
// [types.CertificateNotFoundFault], [types.DBCapacityReservationNotFoundFault],
// [types.DBInstanceAlreadyExistsFault], [types.DBInstanceAutomatedBackupNotFoundFault],
// [types.DBInstanceNotFoundFault], [types.DBParameterGroupNotFoundFault],
// [types.DBSecurityGroupNotFoundFault], [types.DBSubnetGroupDoesNotCoverEnoughAZs],
// [types.DBSubnetGroupNotFoundFault], [types.DomainNotFoundFault],
// [types.InstanceQuotaExceededFault], [types.InsufficientDBInstanceCapacityFault],
// [types.InvalidDBCapacityReservationStateFault], [types.InvalidDBInstanceStateFault],
// [types.InvalidRestoreFault], [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.NetworkTypeNotSupported],
// [types.OptionGroupNotFoundFault], [types.PointInTimeRestoreNotEnabledFault],
// [types.ProvisionedIopsNotAvailableInAZFault], [types.StorageQuotaExceededFault],
// [types.StorageTypeNotSupportedFault], [types.TenantDatabaseQuotaExceededFault] or
// [types.VpcEncryptionControlViolationException].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceToPointInTime.html
func (c *Client) RestoreDBInstanceToPointInTime(ctx context.Context, in *RestoreDBInstanceToPointInTimeInput, optFns ...func(*Options)) (*RestoreDBInstanceToPointInTimeOutput, error) {
	return typed[RestoreDBInstanceToPointInTimeOutput](c.invoke(ctx, &restoreDBInstanceToPointInTimeOp, in, new(RestoreDBInstanceToPointInTimeOutput), optFns))
}
