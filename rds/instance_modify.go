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
	// Required. Name of an existing instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required" recover:",aside"`
	// Oracle and SQL Server only: up to 3 volumes in addition to the main volume.
	AdditionalStorageVolumes []types.ModifyAdditionalStorageVolume
	// Storage in GiB. It must be at least 10 % more than the current storage; storage cannot
	// shrink. It changes in the next maintenance window, or immediately if ApplyImmediately is
	// true.
	AllocatedStorage *int32
	// Must be true if EngineVersion changes the major version.
	AllowMajorVersionUpgrade *bool `recover:",aside"`
	// Whether AWS applies this change and all pending changes immediately instead of in the next
	// maintenance window. AWS always applies some settings immediately.
	ApplyImmediately *bool `recover:",aside"`
	// Whether AWS upgrades the instance to new minor versions in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// Automation mode of RDS Custom: full or all-paused. The value all-paused pauses automation for
	// ResumeFullAutomationModeMinutes.
	AutomationMode types.AutomationMode
	// ARN of the recovery point in AWS Backup. An empty string stops AWS Backup from managing the
	// instance's backups.
	AwsBackupRecoveryPointArn *string
	// Days to keep automated backups, 0 to 35. With 0, AWS deletes the existing automated backups.
	BackupRetentionPeriod *int32
	// Identifier of the certificate authority (CA) that signs the server certificate.
	CACertificateIdentifier *string
	// Whether the instance restarts when AWS changes its server certificate.
	CertificateRotationRestart *bool
	// Types of logs that AWS starts or stops exporting to CloudWatch Logs.
	CloudwatchLogsExportConfiguration *types.CloudwatchLogsExportConfiguration
	// Whether AWS copies the instance's tags to its snapshots.
	CopyTagsToSnapshot *bool
	// Capacity reservation for the instance to run in.
	DBCapacityReservationIdentifier *string
	// Instance class, for example db.r6g.xlarge. The class changes in the next maintenance window,
	// or immediately if ApplyImmediately is true. The instance is down during the change.
	DBInstanceClass *string
	// Name of an existing parameter group for the engine version. Static parameters take effect
	// when the instance reboots. AWS does not reboot it automatically.
	DBParameterGroupName *string
	// Port of the instance, 1150 to 65535. For SQL Server, it cannot be 1234, 1434, 3260, 3343,
	// 3389, 47001 or 49152 to 49156. Changing the port restarts the instance immediately.
	DBPortNumber *int32
	// Not used in a VPC: see VpcSecurityGroupIds.
	DBSecurityGroups []string `query:",item=DBSecurityGroupName"`
	// Name of an existing subnet group, which can be in another VPC. The instance is down while AWS
	// moves it to the subnet group.
	DBSubnetGroupName *string
	// Database Insights mode: standard or advanced.
	DatabaseInsightsMode types.DatabaseInsightsMode
	// Whether transaction logs have a separate volume.
	DedicatedLogVolume *bool
	// Whether AWS rejects the deletion of the instance.
	DeletionProtection *bool
	// Whether the instance leaves its Active Directory domain.
	DisableDomain *bool
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
	// Whether the instance has a customer-owned IP address on its AWS Outpost.
	EnableCustomerOwnedIp *bool `recover:"CustomerOwnedIpEnabled"`
	// Whether database users may sign in with IAM credentials.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Whether Performance Insights is enabled.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Oracle only: new engine, oracle-ee-cdb or oracle-se2-cdb. AWS converts the instance to a
	// container database (CDB) with this engine.
	Engine *string
	// Either open-source-rds-extended-support or open-source-rds-extended-support-disabled. The
	// value determines whether the instance uses RDS Extended Support once standard support for its
	// engine version has ended. AWS charges for Extended Support.
	EngineLifecycleSupport *string
	// Version to upgrade to. The upgrade begins in the next maintenance window, or immediately if
	// ApplyImmediately is true.
	EngineVersion *string
	// Provisioned I/O operations per second. An increase must be at least 10 %. Required if
	// StorageType is io1 or io2.
	Iops *int32
	// License model, for example license-included or bring-your-own-license, if the engine allows a
	// choice.
	LicenseModel *string
	// Whether Secrets Manager manages the master user's password. If true, MasterUserPassword must
	// be nil, and DescribeDBInstances shows the ARN of the secret.
	ManageMasterUserPassword *bool
	// How the master user signs in: password, or iam-db-auth for IAM credentials.
	MasterUserAuthenticationType types.MasterUserAuthenticationType `recover:"-"`
	// Password of the master user: printable ASCII characters except slash, double quote, at sign
	// and space. It must have at least 8 characters, and at most 41 (MySQL, MariaDB), 30 (Oracle),
	// 255 (Db2) or 128 (other engines). It never appears in logs or errors.
	MasterUserPassword *string
	// KMS key that encrypts the master user's secret if ManageMasterUserPassword is true.
	MasterUserSecretKmsKeyId *string
	// Maximum size, in GiB, to which AWS automatically increases the storage.
	MaxAllocatedStorage *int32
	// Seconds between Enhanced Monitoring measurements: 0 (off), 1, 5, 10, 15, 30 or 60. A value
	// other than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch Logs.
	MonitoringRoleArn *string
	// Whether the instance has a standby in another Availability Zone. MultiAZ does not apply to
	// instances of a cluster.
	MultiAZ *bool
	// Oracle only: whether AWS converts the instance to the multi-tenant configuration. The
	// conversion cannot be undone.
	MultiTenant *bool
	// Network type: IPV4, or DUAL for both IPv4 and IPv6. DUAL requires a subnet group that
	// supports it.
	NetworkType *string
	// New name of the instance; the same rules as in [CreateDBInstanceInput] apply. The instance
	// reboots when its name changes.
	NewDBInstanceIdentifier *string `recover:"DBInstanceIdentifier"`
	// Name of an existing option group.
	OptionGroupName *string
	// KMS key that encrypts the Performance Insights data.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days to keep Performance Insights data: 7, 731, or 31 × n, with n from 1 to 23.
	PerformanceInsightsRetentionPeriod *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi. It must be at least
	// 30 minutes long.
	PreferredMaintenanceWindow *string
	// Number of CPU cores and of threads per core, if the instance class allows a choice.
	ProcessorFeatures []types.ProcessorFeature `query:",item=ProcessorFeature"`
	// Failover priority for an instance of a cluster: 0 (promoted first) to 15 (last). The priority
	// is 1 if it was never set.
	PromotionTier *int32
	// Whether the endpoint resolves to a public IP address for clients outside the VPC.
	PubliclyAccessible *bool
	// Oracle and Db2 only: mode of a replica, open-read-only or mounted. A mounted replica does not
	// serve queries.
	ReplicaMode types.ReplicaMode
	// If AutomationMode is all-paused: minutes until RDS Custom resumes automation, 60 to 1440; 60
	// if nil.
	ResumeFullAutomationModeMinutes *int32
	// Whether Secrets Manager creates a new password for the master user. If true, ApplyImmediately
	// must also be true.
	RotateMasterUserPassword *bool
	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32
	// Storage type. Aurora: aurora or aurora-iopt1. Neptune: standard or iopt1. Other engines:
	// standard, gp2, gp3, io1 or io2.
	StorageType *string
	// Tags of the instance's automated backup. Their ResourceType must be auto-backup.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// ARN of the key store for transparent data encryption (TDE).
	TdeCredentialArn *string
	// Password of the key store for transparent data encryption (TDE). It never appears in logs or
	// errors.
	TdeCredentialPassword *string
	// Whether the instance gets the default number of cores and threads of its class.
	UseDefaultProcessorFeatures *bool
	// Security groups to use instead of the present ones.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// ModifyDBInstanceOutput is the output of [Client.ModifyDBInstance].
type ModifyDBInstanceOutput struct {
	// Description of the instance. It may not show the effect of the call yet.
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

// ModifyDBInstance changes settings of an available instance. If a field of the input is nil, its
// setting does not change. ModifyDBInstance returns immediately; the response shows the old values.
// The response's PendingModifiedValues shows the changes that are not yet in effect, with masked
// passwords.
//
// For an instance of a cluster, [Client.ModifyDBCluster] changes the cluster's settings, for
// example the backup retention period and the port.
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
	// Required. Name of an existing instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required"`
	// Whether AWS deletes the automated backups immediately; true if nil. If false, AWS keeps them
	// until their retention period ends. If the response to the call is lost, the client can
	// determine whether the instance is being deleted, but not whether AWS keeps the backups.
	DeleteAutomatedBackups *bool
	// Name of the manual snapshot that AWS takes before the deletion: 1 to 255 letters, digits and
	// hyphens, beginning with a letter, without a trailing hyphen or two consecutive hyphens. For a
	// standalone instance, it is required unless SkipFinalSnapshot is true. AWS rejects the name if
	// SkipFinalSnapshot is true or if the instance belongs to a cluster.
	FinalDBSnapshotIdentifier *string
	// Whether to delete the instance without a final snapshot; false if nil.
	SkipFinalSnapshot *bool
}

// DeleteDBInstanceOutput is the output of [Client.DeleteDBInstance].
type DeleteDBInstanceOutput struct {
	// The instance as it was when the deletion began.
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

// DeleteDBInstance starts deleting an instance. It returns immediately; the instance's
// DBInstanceStatus is deleting until the instance no longer exists. For a standalone instance,
// either set FinalDBSnapshotIdentifier, or set SkipFinalSnapshot to true. Deleting an instance of a
// cluster does not delete the cluster or its data.
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
	// Required. Name of an existing instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required"`
	// Whether a Multi-AZ instance fails over to its standby during the reboot; false if nil.
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

// RebootDBInstance restarts the database engine of an instance, which closes all connections. It
// returns immediately; the instance's DBInstanceStatus is rebooting at first. Changes to static
// parameters take effect when the instance reboots.
//
// The client does not repeat an attempt whose outcome is unknown, because a second attempt could
// reboot the instance again; see [nereid.OutcomeUnknownError].
//
// It can fail with [types.DBInstanceNotFoundFault], [types.InvalidDBInstanceStateFault] or
// [types.KMSKeyNotAccessibleFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RebootDBInstance.html
func (c *Client) RebootDBInstance(ctx context.Context, in *RebootDBInstanceInput, optFns ...func(*Options)) (*RebootDBInstanceOutput, error) {
	return typed[RebootDBInstanceOutput](c.invoke(ctx, &rebootDBInstanceOp, in, new(RebootDBInstanceOutput), optFns))
}
