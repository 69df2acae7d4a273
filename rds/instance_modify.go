package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// ModifyDBInstanceInput is the input of [Client.ModifyDBInstance].
type ModifyDBInstanceInput struct {
	// Required. An existing instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required" recover:",aside"`
	// Volumes in addition to the main one, up to 3 (Oracle, SQL Server).
	AdditionalStorageVolumes []types.ModifyAdditionalStorageVolume
	// Storage in GiB, at least 10 % more than now, because storage cannot shrink. It changes in the
	// next maintenance window or, with ApplyImmediately, now.
	AllocatedStorage *int32
	// Must be true if EngineVersion is another major version.
	AllowMajorVersionUpgrade *bool `recover:",aside"`
	// Whether this change and all pending changes apply now instead of in the next maintenance window.
	// Some settings always apply now.
	ApplyImmediately *bool `recover:",aside"`
	// Whether AWS installs minor versions in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// For RDS Custom: full, or all-paused for ResumeFullAutomationModeMinutes.
	AutomationMode types.AutomationMode
	// Recovery point in AWS Backup. If empty, AWS Backup no longer owns the backups.
	AwsBackupRecoveryPointArn *string
	// Days to keep automated snapshots, 0 to 35. With 0, AWS deletes the existing ones.
	BackupRetentionPeriod *int32
	// Certificate authority of the server certificate.
	CACertificateIdentifier *string
	// Whether the instance restarts when its certificate changes.
	CertificateRotationRestart *bool
	// Logs whose export to CloudWatch Logs is switched on or off.
	CloudwatchLogsExportConfiguration *types.CloudwatchLogsExportConfiguration
	// Whether snapshots get the tags of the instance.
	CopyTagsToSnapshot *bool
	// Capacity reservation in which the instance runs.
	DBCapacityReservationIdentifier *string
	// Instance class, for example db.r6g.xlarge. The class changes in the next maintenance window or,
	// with ApplyImmediately, now. The instance is down during the change.
	DBInstanceClass *string
	// An existing parameter group of the family of the engine version. The values of static parameters
	// apply after a reboot, which AWS does not do automatically.
	DBParameterGroupName *string
	// Port of the instance, 1150 to 65535. For SQL Server, it cannot be 1234, 1434, 3260, 3343, 3389,
	// 47001 or 49152 to 49156. A change restarts the instance at once.
	DBPortNumber *int32
	// Not used in a VPC: see VpcSecurityGroupIds.
	DBSecurityGroups []string `query:",item=DBSecurityGroupName"`
	// An existing subnet group, which can be in another VPC. The instance is down while it moves.
	DBSubnetGroupName *string
	// standard or advanced.
	DatabaseInsightsMode types.DatabaseInsightsMode
	// Whether transaction logs have a separate volume.
	DedicatedLogVolume *bool
	// Whether AWS rejects the deletion of the instance.
	DeletionProtection *bool
	// Whether the instance leaves its Active Directory domain.
	DisableDomain *bool
	// The Active Directory domain to join.
	Domain *string
	// Secret with the credentials of the user that joins the domain.
	DomainAuthSecretArn *string
	// IPv4 addresses of two DNS servers of the domain. If there is only one server, give its address
	// twice.
	DomainDnsIps []string
	// Fully qualified name of the domain, at most 64 characters.
	DomainFqdn *string
	// Role for calls to the Directory Service.
	DomainIAMRoleName *string
	// Organizational unit in the domain, at most 64 characters.
	DomainOu *string
	// Whether the instance has a customer-owned IP address on its AWS Outpost.
	EnableCustomerOwnedIp *bool `recover:"CustomerOwnedIpEnabled"`
	// Whether database users may sign in with IAM credentials.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Whether Performance Insights is enabled.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Another engine, for a multi-tenant Oracle database.
	Engine *string
	// open-source-rds-extended-support, which is charged after the end of standard support, or
	// open-source-rds-extended-support-disabled, with which AWS rejects a version after that end.
	EngineLifecycleSupport *string
	// Version to upgrade to, in the next maintenance window or, with ApplyImmediately, now.
	EngineVersion *string
	// Provisioned I/O operations per second. An increase must be at least 10 %. Required for io1 and
	// io2.
	Iops *int32
	// License model, for example license-included or bring-your-own-license, if the engine allows a
	// choice.
	LicenseModel *string
	// Whether Secrets Manager keeps the password of the master user. Rejected together with
	// MasterUserPassword. The description then shows the ARN of the secret.
	ManageMasterUserPassword *bool
	// password, or iam-db-auth for a master user who signs in with IAM credentials.
	MasterUserAuthenticationType types.MasterUserAuthenticationType `recover:"-"`
	// Password of the master user: 8 or more printable ASCII characters, but not slash, double quote,
	// at sign or space. The maximum is 41 (MySQL, MariaDB), 30 (Oracle), 255 (Db2) or 128 (other
	// engines). It never appears in logs or errors.
	MasterUserPassword *string
	// Key of the secret of ManageMasterUserPassword.
	MasterUserSecretKmsKeyId *string
	// Maximum storage in GiB for automatic growth.
	MaxAllocatedStorage *int32
	// Seconds between two measurements of Enhanced Monitoring: 0 (off), 1, 5, 10, 15, 30 or 60. A
	// value other than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs.
	MonitoringRoleArn *string
	// Whether the instance has a standby in another Availability Zone. Not for instances of a cluster.
	MultiAZ *bool
	// Whether the instance is in the multi-tenant configuration (Oracle).
	MultiTenant *bool
	// IPV4, or DUAL for IPv4 and IPv6, which the subnet group must support.
	NetworkType *string
	// New name, with the same rules as in [CreateDBInstanceInput]. The instance reboots when its name
	// changes.
	NewDBInstanceIdentifier *string `recover:"DBInstanceIdentifier"`
	// An existing option group.
	OptionGroupName *string
	// Key that encrypts the Performance Insights data.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days for which Performance Insights data are kept: 7, 731, or 31 times the number of months (1
	// to 23).
	PerformanceInsightsRetentionPeriod *int32
	// Daily window in UTC, at least 30 minutes, which must not overlap the
	// maintenance window: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly window in UTC, at least 30 minutes: ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	// Number of cores and threads, if the class allows a choice.
	ProcessorFeatures []types.ProcessorFeature `query:",item=ProcessorFeature"`
	// Order of failover in a cluster, 0 (promoted first) to 15; 1 if it was never set.
	PromotionTier *int32
	// Whether the endpoint resolves to a public address outside the VPC.
	PubliclyAccessible *bool
	// Whether a replica can be read: open-read-only or mounted (Oracle, Db2).
	ReplicaMode types.ReplicaMode
	// For RDS Custom: minutes until automation resumes, 60 to 1440.
	ResumeFullAutomationModeMinutes *int32
	// Whether Secrets Manager creates a new password now. Requires ApplyImmediately.
	RotateMasterUserPassword *bool
	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32
	// Storage type: aurora or aurora-iopt1 for Aurora, standard or iopt1 for Neptune, and for example
	// gp2, gp3, io1 or io2 for other engines.
	StorageType *string
	// Tags of resources that AWS creates together with the new resource, for example its volumes.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Key store of transparent data encryption.
	TdeCredentialArn *string
	// Password of the key store. It never appears in logs or errors.
	TdeCredentialPassword *string
	// Whether the instance gets the default processor features of its class.
	UseDefaultProcessorFeatures *bool
	// Security groups that replace the present ones.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// ModifyDBInstanceOutput is the output of [Client.ModifyDBInstance].
type ModifyDBInstanceOutput struct {
	// The instance after the call, as DescribeDBInstances shows it.
	DBInstance     *types.DBInstance
	ResultMetadata middleware.Metadata `query:"-"`
}

var modifyDBInstanceOp = operation.Op{
	Name: "ModifyDBInstance",
	Faults: operation.Faults{
		(*types.AuthorizationNotFoundFault)(nil), (*types.BackupPolicyNotFoundFault)(nil),
		(*types.CertificateNotFoundFault)(nil), (*types.DBCapacityReservationNotFoundFault)(nil),
		(*types.DBInstanceAlreadyExistsFault)(nil), (*types.DBInstanceNotFoundFault)(nil),
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.DBSecurityGroupNotFoundFault)(nil),
		(*types.DBUpgradeDependencyFailureFault)(nil), (*types.DomainNotFoundFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil),
		(*types.InvalidDBCapacityReservationStateFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.InvalidDBSecurityGroupStateFault)(nil), (*types.InvalidVPCNetworkStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.NetworkTypeNotSupported)(nil),
		(*types.OptionGroupNotFoundFault)(nil), (*types.ProvisionedIopsNotAvailableInAZFault)(nil),
		(*types.StorageQuotaExceededFault)(nil), (*types.StorageTypeNotSupportedFault)(nil),
		(*types.TenantDatabaseQuotaExceededFault)(nil),
		(*types.VpcEncryptionControlViolationException)(nil),
	},
	Effect: &recovery.Modify{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*ModifyDBInstanceInput).DBInstanceIdentifier },
		NewID:    func(in any) *string { return in.(*ModifyDBInstanceInput).NewDBInstanceIdentifier },
		During:   []string{"modifying", "renaming", "rebooting", "upgrading", "resetting-master-credentials"},
	},
}

// ModifyDBInstance changes settings of an available instance; nil members keep their settings. It
// returns at once, with the old values. PendingModifiedValues shows the changes that do not apply yet,
// with a mask instead of a password.
//
// [Client.ModifyDBCluster] changes the settings that belong to the cluster, for example backups and
// the port.
//
// It can fail with [types.AuthorizationNotFoundFault], [types.BackupPolicyNotFoundFault],
// [types.CertificateNotFoundFault], [types.DBCapacityReservationNotFoundFault],
// [types.DBInstanceAlreadyExistsFault], [types.DBInstanceNotFoundFault],
// [types.DBParameterGroupNotFoundFault], [types.DBSecurityGroupNotFoundFault],
// [types.DBUpgradeDependencyFailureFault], [types.DomainNotFoundFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InvalidDBCapacityReservationStateFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBInstanceStateFault],
// [types.InvalidDBSecurityGroupStateFault], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.NetworkTypeNotSupported], [types.OptionGroupNotFoundFault],
// [types.ProvisionedIopsNotAvailableInAZFault], [types.StorageQuotaExceededFault],
// [types.StorageTypeNotSupportedFault], [types.TenantDatabaseQuotaExceededFault] or
// [types.VpcEncryptionControlViolationException].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html
func (c *Client) ModifyDBInstance(ctx context.Context, in *ModifyDBInstanceInput, optFns ...func(*Options)) (*ModifyDBInstanceOutput, error) {
	return typed[ModifyDBInstanceOutput](c.invoke(ctx, &modifyDBInstanceOp, in, new(ModifyDBInstanceOutput), optFns))
}

// DeleteDBInstanceInput is the input of [Client.DeleteDBInstance].
type DeleteDBInstanceInput struct {
	// Required. An existing instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required"`
	// Whether AWS deletes the automated backups at once; true if nil. Otherwise AWS keeps them until
	// the end of their retention period. After a lost response, the success of the call does not include
	// the backups: another caller may have deleted the instance together with them.
	DeleteAutomatedBackups *bool
	// Name of a final manual snapshot: 1 to 255 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. Required unless SkipFinalSnapshot is true;
	// rejected if SkipFinalSnapshot is true.
	FinalDBSnapshotIdentifier *string
	// True to delete the instance without a final snapshot; false if nil.
	SkipFinalSnapshot *bool
}

// DeleteDBInstanceOutput is the output of [Client.DeleteDBInstance].
type DeleteDBInstanceOutput struct {
	// The instance at the start of the deletion.
	DBInstance     *types.DBInstance
	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteDBInstanceOp = operation.Op{
	Name: "DeleteDBInstance",
	Faults: operation.Faults{
		(*types.DBInstanceAutomatedBackupQuotaExceededFault)(nil),
		(*types.DBInstanceNotFoundFault)(nil), (*types.DBSnapshotAlreadyExistsFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.SnapshotQuotaExceededFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*DeleteDBInstanceInput).DBInstanceIdentifier },
		Snapshot: &finalSnapshot,
	},
}

// DeleteDBInstance begins to delete an instance, and returns at once with DBInstanceStatus deleting.
// For a standalone instance, the input must request or skip a final snapshot. The data of an instance
// of a cluster stay in the cluster, which is not deleted.
//
// It can fail with [types.DBInstanceAutomatedBackupQuotaExceededFault],
// [types.DBInstanceNotFoundFault], [types.DBSnapshotAlreadyExistsFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBInstanceStateFault],
// [types.KMSKeyNotAccessibleFault] or [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html
func (c *Client) DeleteDBInstance(ctx context.Context, in *DeleteDBInstanceInput, optFns ...func(*Options)) (*DeleteDBInstanceOutput, error) {
	return typed[DeleteDBInstanceOutput](c.invoke(ctx, &deleteDBInstanceOp, in, new(DeleteDBInstanceOutput), optFns))
}

// RebootDBInstanceInput is the input of [Client.RebootDBInstance].
type RebootDBInstanceInput struct {
	// Required. An existing instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required"`
	// Whether the reboot includes a failover to the standby of a Multi-AZ instance; false if nil.
	ForceFailover *bool
}

// RebootDBInstanceOutput is the output of [Client.RebootDBInstance].
type RebootDBInstanceOutput struct {
	// The instance, with DBInstanceStatus rebooting.
	DBInstance     *types.DBInstance
	ResultMetadata middleware.Metadata `query:"-"`
}

var rebootDBInstanceOp = operation.Op{
	Name: "RebootDBInstance",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil),
	},
	Effect: &recovery.Once{
		Noun: "instance",
		ID:   func(in any) *string { return in.(*RebootDBInstanceInput).DBInstanceIdentifier },
	},
}

// RebootDBInstance restarts the database engine of an instance, and returns at once with
// DBInstanceStatus rebooting. Connections break. Changes of static parameters require a reboot.
//
// An attempt whose outcome is unknown is not repeated, because the repetition would reboot the
// instance again; see [nereid.OutcomeUnknownError].
//
// It can fail with [types.DBInstanceNotFoundFault], [types.InvalidDBInstanceStateFault] or
// [types.KMSKeyNotAccessibleFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RebootDBInstance.html
func (c *Client) RebootDBInstance(ctx context.Context, in *RebootDBInstanceInput, optFns ...func(*Options)) (*RebootDBInstanceOutput, error) {
	return typed[RebootDBInstanceOutput](c.invoke(ctx, &rebootDBInstanceOp, in, new(RebootDBInstanceOutput), optFns))
}
