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
	// Volumes beside the main one, up to three (Oracle, SQL Server).
	AdditionalStorageVolumes []types.ModifyAdditionalStorageVolume
	// GiB, at least a tenth more than now: storage cannot shrink. It applies in the next
	// maintenance window or, with ApplyImmediately, now.
	AllocatedStorage *int32
	// Must be true if EngineVersion is another major version.
	AllowMajorVersionUpgrade *bool `recover:",aside"`
	// Whether the change, and all that is pending, applies now instead of in the next maintenance
	// window. Some settings apply now in any case.
	ApplyImmediately *bool `recover:",aside"`
	// Whether AWS installs minor versions in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// For RDS Custom: full, or all-paused for ResumeFullAutomationModeMinutes.
	AutomationMode types.AutomationMode
	// Recovery point in AWS Backup, which is no longer the owner of the backups if this is empty.
	AwsBackupRecoveryPointArn *string
	// Days to keep automated snapshots, 0 to 35. 0 deletes those that there are.
	BackupRetentionPeriod *int32
	// Certificate authority of the server certificate.
	CACertificateIdentifier *string
	// Whether the instance restarts when its certificate changes.
	CertificateRotationRestart *bool
	// Which log exports to switch on and off.
	CloudwatchLogsExportConfiguration *types.CloudwatchLogsExportConfiguration
	// Whether snapshots get the tags.
	CopyTagsToSnapshot *bool
	// The capacity reservation that the instance runs in.
	DBCapacityReservationIdentifier *string
	// For example db.r6g.xlarge. The class changes in the next maintenance window or, with
	// ApplyImmediately, now. The instance is down during the change.
	DBInstanceClass *string
	// An existing parameter group of the family of the engine version. The values of static
	// parameters apply after a reboot, which is not by itself.
	DBParameterGroupName *string
	// Port of the instance. A change restarts the instance at once.
	DBPortNumber *int32
	// Not used in a VPC: see VpcSecurityGroupIds.
	DBSecurityGroups []string `query:",item=DBSecurityGroupName"`
	// An existing subnet group, also in another VPC. The instance is down while it moves.
	DBSubnetGroupName *string
	// standard or advanced.
	DatabaseInsightsMode types.DatabaseInsightsMode
	// Whether transaction logs have a separate volume.
	DedicatedLogVolume *bool
	// Whether deleting is refused.
	DeletionProtection *bool
	// Whether the instance leaves its Active Directory domain.
	DisableDomain *bool
	// Active Directory to join.
	Domain *string
	// Secret with the credentials of the user who joins the domain.
	DomainAuthSecretArn *string
	// IPv4 addresses of two DNS servers of the domain; the same address twice if there is one.
	DomainDnsIps []string
	// Fully qualified name of the domain.
	DomainFqdn *string
	// Role for calls to the Directory Service.
	DomainIAMRoleName *string
	// Organizational unit of the domain.
	DomainOu *string
	// Whether the instance has a customer-owned IP address on its AWS Outpost.
	EnableCustomerOwnedIp *bool `recover:"CustomerOwnedIpEnabled"`
	// Whether database users may sign in with IAM credentials.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Whether Performance Insights is on.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Another engine, for a multi-tenant Oracle database.
	Engine *string
	// open-source-rds-extended-support, which is charged after the end of standard support, or
	// open-source-rds-extended-support-disabled, with which a version beyond it is refused.
	EngineLifecycleSupport *string
	// Version to upgrade to, in the next maintenance window or, with ApplyImmediately, now.
	EngineVersion *string
	// Provisioned I/O operations per second. Needed for io1 and io2.
	Iops *int32
	// For example license-included or bring-your-own-license, where the engine leaves a choice.
	LicenseModel *string
	// Whether Secrets Manager keeps the password of the master user. Refused along with
	// MasterUserPassword. The description then shows the ARN of the secret.
	ManageMasterUserPassword *bool
	// password, or iam-db-auth for a master user who signs in with IAM credentials.
	MasterUserAuthenticationType types.MasterUserAuthenticationType `recover:"-"`
	// Password of the master user: printable ASCII characters besides slash, double quote, at sign
	// and space, 8 or more of them, at most 41 (MySQL, MariaDB), 30 (Oracle) or 128. It is in no
	// log and no error.
	MasterUserPassword *string
	// Key of the secret of ManageMasterUserPassword.
	MasterUserSecretKmsKeyId *string
	// Maximum storage in GiB for automatic growth.
	MaxAllocatedStorage *int32
	// Seconds between two points of Enhanced Monitoring: 0 (off), 1, 5, 10, 15, 30 or 60. A value
	// other than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs.
	MonitoringRoleArn *string
	// Whether there is a standby in another zone. Not for instances of a cluster.
	MultiAZ *bool
	// Whether the instance is in the multi-tenant configuration (Oracle).
	MultiTenant *bool
	// IPV4, or DUAL for IPv4 and IPv6, which the subnet group must support.
	NetworkType *string
	// New name, with the rules of that of [CreateDBInstanceInput]. The instance reboots when it
	// changes.
	NewDBInstanceIdentifier *string `recover:"DBInstanceIdentifier"`
	// An existing option group.
	OptionGroupName *string
	// Key that encrypts the Performance Insights data.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days for which Performance Insights data are kept: 7, 731, or a month multiple of 31.
	PerformanceInsightsRetentionPeriod *int32
	// Daily window in UTC, at least 30 minutes, which must not overlap the
	// maintenance window: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly window in UTC, at least 30 minutes: ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	// Number of cores and threads, if the class allows a choice.
	ProcessorFeatures []types.ProcessorFeature `query:",item=ProcessorFeature"`
	// Order of failover in a cluster, 0 (promoted first) to 15.
	PromotionTier *int32
	// Whether the endpoint resolves to a public address outside the VPC.
	PubliclyAccessible *bool
	// Whether a replica can be read: open-read-only or mounted (Oracle, Db2).
	ReplicaMode types.ReplicaMode
	// For RDS Custom: minutes after which automation goes on, 60 to 1440.
	ResumeFullAutomationModeMinutes *int32
	// Whether Secrets Manager makes a new password now. It needs ApplyImmediately.
	RotateMasterUserPassword *bool
	// MiB per second, for gp3.
	StorageThroughput *int32
	// For example gp3, io1 or io2; for Aurora aurora or aurora-iopt1, for Neptune standard or
	// iopt1.
	StorageType *string
	// Tags of what is made along with it, such as its volumes.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Key store of transparent data encryption.
	TdeCredentialArn *string
	// Password of that key store. It is in no log and no error.
	TdeCredentialPassword *string
	// Whether the instance gets the default processor features of its class.
	UseDefaultProcessorFeatures *bool
	// The security groups that the instance is to have, in place of the present ones.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// ModifyDBInstanceOutput is the output of [Client.ModifyDBInstance].
type ModifyDBInstanceOutput struct {
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

// ModifyDBInstance changes settings of an available instance; members of the request that are nil
// stay as they are. It returns at once, with the values from before. What does not apply yet is in
// PendingModifiedValues, where a password is a mask.
//
// What the cluster has, such as backups and the port, is changed by [Client.ModifyDBCluster].
//
// It can fail with [types.AuthorizationNotFoundFault], [types.BackupPolicyNotFoundFault],
// [types.CertificateNotFoundFault], [types.DBCapacityReservationNotFoundFault],
// [types.DBInstanceAlreadyExistsFault], [types.DBInstanceNotFoundFault],
// [types.DBParameterGroupNotFoundFault], [types.DBSecurityGroupNotFoundFault],
// [types.DBUpgradeDependencyFailureFault], [types.DomainNotFoundFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InvalidDBCapacityReservationStateFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBInstanceStateFault],
// [types.InvalidDBSecurityGroupStateFault], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.NetworkTypeNotSupported],
// [types.OptionGroupNotFoundFault], [types.ProvisionedIopsNotAvailableInAZFault],
// [types.StorageQuotaExceededFault], [types.StorageTypeNotSupportedFault],
// [types.TenantDatabaseQuotaExceededFault] or [types.VpcEncryptionControlViolationException].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html
func (c *Client) ModifyDBInstance(ctx context.Context, in *ModifyDBInstanceInput, optFns ...func(*Options)) (*ModifyDBInstanceOutput, error) {
	return typed[ModifyDBInstanceOutput](c.invoke(ctx, &modifyDBInstanceOp, in, new(ModifyDBInstanceOutput), optFns))
}

// DeleteDBInstanceInput is the input of [Client.DeleteDBInstance].
type DeleteDBInstanceInput struct {
	// Required. An existing instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required"`
	// Whether the automated backups go at once; true if nil. Otherwise they are retained until
	// their time is over.
	DeleteAutomatedBackups *bool
	// Name of a last manual snapshot: 1 to 255 letters, digits and hyphens, beginning with a
	// letter, without a trailing hyphen or two consecutive hyphens. Required unless
	// SkipFinalSnapshot is true; rejected if it is true.
	FinalDBSnapshotIdentifier *string
	// True to delete the cluster without a final snapshot; false if nil.
	SkipFinalSnapshot *bool
}

// DeleteDBInstanceOutput is the output of [Client.DeleteDBInstance].
type DeleteDBInstanceOutput struct {
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

// DeleteDBInstance begins to delete an instance. One of its own needs a decision about a last
// snapshot; of one in a cluster the data stay with the cluster, which lives on. It returns at once
// with DBInstanceStatus deleting.
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
	// Whether the reboot goes through a failover to the standby, which a Multi-AZ instance has;
	// false if nil.
	ForceFailover *bool
}

// RebootDBInstanceOutput is the output of [Client.RebootDBInstance].
type RebootDBInstanceOutput struct {
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

// RebootDBInstance restarts the database engine of an instance. Changes of static parameters
// require it. Connections break. It returns at once with DBInstanceStatus rebooting.
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
