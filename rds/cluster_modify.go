package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// ModifyDBClusterInput is the input of [Client.ModifyDBCluster].
type ModifyDBClusterInput struct {
	// Required. An existing cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required" recover:",aside"`
	// GiB. Not for Aurora, whose storage grows by itself.
	AllocatedStorage *int32
	// Has to be true when EngineMode is another mode (Aurora Serverless v1).
	AllowEngineModeChange *bool `recover:",aside"`
	// Must be true if EngineVersion is another major version.
	AllowMajorVersionUpgrade *bool `recover:",aside"`
	// Whether the change, and all that is pending, applies now instead of in the next maintenance
	// window. Some settings apply now in any case.
	ApplyImmediately *bool `recover:",aside"`
	// Whether AWS installs minor versions in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// Recovery point in AWS Backup, which is no longer the owner of the backups if this is empty.
	AwsBackupRecoveryPointArn *string
	// Seconds that the cluster can be backtracked, 0 to 259200. For Aurora MySQL.
	BacktrackWindow *int64
	// Days to keep automated snapshots, 1 to 35.
	BackupRetentionPeriod *int32
	// Certificate authority of the server certificate.
	CACertificateIdentifier *string
	// Which log exports to switch on and off.
	CloudwatchLogsExportConfiguration *types.CloudwatchLogsExportConfiguration
	// Whether snapshots get the tags.
	CopyTagsToSnapshot *bool
	// Class of the instances of a Multi-AZ cluster, such as db.m6gd.xlarge. Required for those.
	DBClusterInstanceClass *string
	// An existing cluster parameter group. Static parameters apply after a reboot of the
	// instances.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// Parameter group for all instances, which apply it without a reboot. It
	// can be set only together with AllowMajorVersionUpgrade.
	DBInstanceParameterGroupName *string
	// standard or advanced.
	DatabaseInsightsMode types.DatabaseInsightsMode
	// Whether deleting is refused.
	DeletionProtection *bool
	// Active Directory to join.
	Domain *string
	// Role for calls to the Directory Service.
	DomainIAMRoleName *string
	// Whether a secondary cluster of a global database forwards writes to the primary.
	EnableGlobalWriteForwarding *bool `recover:"GlobalWriteForwardingRequested"`
	// Whether the Data API is on.
	EnableHttpEndpoint *bool `recover:"HttpEndpointEnabled"`
	// Whether database users may sign in with IAM credentials.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Old form of ClusterScalabilityType limitless.
	EnableLimitlessDatabase *bool
	// Whether readers forward writes to the writer of the cluster.
	EnableLocalWriteForwarding *bool
	// Whether Performance Insights is on.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// open-source-rds-extended-support, which is charged after the end of standard support, or
	// open-source-rds-extended-support-disabled, with which a version beyond it is refused.
	EngineLifecycleSupport *string
	// provisioned or serverless (Aurora Serverless v1).
	EngineMode *string
	// Version to upgrade to, in the next maintenance window or, with ApplyImmediately, now.
	EngineVersion *string
	// Provisioned I/O operations per second. Needed for io1 and io2.
	Iops *int32
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
	// Seconds between two points of Enhanced Monitoring: 0 (off), 1, 5, 10, 15, 30 or 60. A value
	// other than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs.
	MonitoringRoleArn *string
	// IPV4, or DUAL for IPv4 and IPv6, which the subnet group must support.
	NetworkType *string
	// New name: 1 to 63 letters, digits and hyphens, beginning with a letter, without a hyphen at
	// the end or two in a row. The endpoints change with it.
	NewDBClusterIdentifier *string `recover:"DBClusterIdentifier"`
	// An existing option group.
	OptionGroupName *string
	// Key that encrypts the Performance Insights data.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days for which Performance Insights data are kept: 7, 731, or a month multiple of 31.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port the default of the engine, such as 5432 or 3306.
	Port *int32
	// Daily window in UTC, at least 30 minutes, which must not overlap the
	// maintenance window: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly window in UTC, at least 30 minutes: ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	// Whether Secrets Manager makes a new password now. It needs ApplyImmediately.
	RotateMasterUserPassword *bool
	// For Aurora Serverless v1 only.
	ScalingConfiguration *types.ScalingConfiguration
	// Capacity range; needed for instances of the class db.serverless.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// For example gp3, io1 or io2; for Aurora aurora or aurora-iopt1, for Neptune standard or
	// iopt1.
	StorageType *string
	// Security groups that replace the present ones.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// ModifyDBClusterOutput is the output of [Client.ModifyDBCluster].
type ModifyDBClusterOutput struct {
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var modifyDBClusterOp = operation.Op{
	Name: "ModifyDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterAlreadyExistsFault)(nil), (*types.DBClusterNotFoundFault)(nil),
		(*types.DBClusterParameterGroupNotFoundFault)(nil),
		(*types.DBInstanceAlreadyExistsFault)(nil), (*types.DBParameterGroupNotFoundFault)(nil),
		(*types.DBSubnetGroupNotFoundFault)(nil), (*types.DomainNotFoundFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.InvalidDBSecurityGroupStateFault)(nil),
		(*types.InvalidDBSubnetGroupStateFault)(nil), (*types.InvalidGlobalClusterStateFault)(nil),
		(*types.InvalidSubnet)(nil), (*types.InvalidVPCNetworkStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.NetworkTypeNotSupported)(nil),
		(*types.OptionGroupNotFoundFault)(nil), (*types.StorageQuotaExceededFault)(nil),
		(*types.StorageTypeNotAvailableFault)(nil), (*types.StorageTypeNotSupportedFault)(nil),
		(*types.VpcEncryptionControlViolationException)(nil),
	},
	Effect: &recovery.Modify{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*ModifyDBClusterInput).DBClusterIdentifier },
		NewID:    func(in any) *string { return in.(*ModifyDBClusterInput).NewDBClusterIdentifier },
		During:   []string{"modifying", "renaming", "upgrading"},
	},
}

// ModifyDBCluster changes settings of an available cluster; nil members keep their settings. It
// returns at once, usually still with Status available. PendingModifiedValues shows the changes
// that do not apply yet.
//
// It can fail with [types.DBClusterAlreadyExistsFault], [types.DBClusterNotFoundFault],
// [types.DBClusterParameterGroupNotFoundFault], [types.DBInstanceAlreadyExistsFault],
// [types.DBParameterGroupNotFoundFault], [types.DBSubnetGroupNotFoundFault],
// [types.DomainNotFoundFault], [types.InvalidDBClusterStateFault],
// [types.InvalidDBInstanceStateFault], [types.InvalidDBSecurityGroupStateFault],
// [types.InvalidDBSubnetGroupStateFault], [types.InvalidGlobalClusterStateFault],
// [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault], [types.KMSKeyNotAccessibleFault],
// [types.NetworkTypeNotSupported], [types.OptionGroupNotFoundFault],
// [types.StorageQuotaExceededFault], [types.StorageTypeNotAvailableFault],
// [types.StorageTypeNotSupportedFault] or [types.VpcEncryptionControlViolationException].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBCluster.html
func (c *Client) ModifyDBCluster(ctx context.Context, in *ModifyDBClusterInput, optFns ...func(*Options)) (*ModifyDBClusterOutput, error) {
	return typed[ModifyDBClusterOutput](c.invoke(ctx, &modifyDBClusterOp, in, new(ModifyDBClusterOutput), optFns))
}

// DeleteDBClusterInput is the input of [Client.DeleteDBCluster].
type DeleteDBClusterInput struct {
	// Required. An existing cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
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

// DeleteDBClusterOutput is the output of [Client.DeleteDBCluster].
type DeleteDBClusterOutput struct {
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteDBClusterOp = operation.Op{
	Name: "DeleteDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterAutomatedBackupQuotaExceededFault)(nil),
		(*types.DBClusterNotFoundFault)(nil), (*types.DBClusterSnapshotAlreadyExistsFault)(nil),
		(*types.InvalidDBClusterSnapshotStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidGlobalClusterStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
		(*types.SnapshotQuotaExceededFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*DeleteDBClusterInput).DBClusterIdentifier },
		Snapshot: &finalClusterSnapshot,
	},
}

// DeleteDBCluster begins to delete a cluster; manual snapshots stay. The instances have to be
// deleted before, DeletionProtection has to be off, and a member of a global database has to be
// removed from it. The reply shows the status from before; while a last snapshot is taken, the
// cluster stays available. The end of it is that the cluster is not found.
//
// It can fail with [types.DBClusterAutomatedBackupQuotaExceededFault],
// [types.DBClusterNotFoundFault], [types.DBClusterSnapshotAlreadyExistsFault],
// [types.InvalidDBClusterSnapshotStateFault], [types.InvalidDBClusterStateFault],
// [types.InvalidGlobalClusterStateFault], [types.KMSKeyNotAccessibleFault] or
// [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html
func (c *Client) DeleteDBCluster(ctx context.Context, in *DeleteDBClusterInput, optFns ...func(*Options)) (*DeleteDBClusterOutput, error) {
	return typed[DeleteDBClusterOutput](c.invoke(ctx, &deleteDBClusterOp, in, new(DeleteDBClusterOutput), optFns))
}

// FailoverDBClusterInput is the input of [Client.FailoverDBCluster].
type FailoverDBClusterInput struct {
	// Required. An existing cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
	// Name of the instance of the cluster that becomes the writer; AWS chooses the one with the
	// lowest promotion tier if nil. Required for a Multi-AZ cluster.
	TargetDBInstanceIdentifier *string
}

// FailoverDBClusterOutput is the output of [Client.FailoverDBCluster].
type FailoverDBClusterOutput struct {
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var failoverDBClusterOp = operation.Op{
	Name: "FailoverDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil),
	},
	Effect: &recovery.Failover{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*FailoverDBClusterInput).DBClusterIdentifier },
		Target:   func(in any) *string { return in.(*FailoverDBClusterInput).TargetDBInstanceIdentifier },
		Writer:   isWriter,
	},
}

// FailoverDBCluster makes another instance of an available cluster the writer; the present one
// becomes a reader. Connections to both break, and the cluster endpoint leads to the new writer
// afterwards. It returns at once.
//
// Since a repetition without a target could fail back, an attempt whose outcome is not known is not
// repeated then, see [nereid.OutcomeUnknownError].
//
// It can fail with [types.DBClusterNotFoundFault], [types.InvalidDBClusterStateFault] or
// [types.InvalidDBInstanceStateFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_FailoverDBCluster.html
func (c *Client) FailoverDBCluster(ctx context.Context, in *FailoverDBClusterInput, optFns ...func(*Options)) (*FailoverDBClusterOutput, error) {
	return typed[FailoverDBClusterOutput](c.invoke(ctx, &failoverDBClusterOp, in, new(FailoverDBClusterOutput), optFns))
}

// PromoteReadReplicaDBClusterInput is the input of
// [Client.PromoteReadReplicaDBCluster].
type PromoteReadReplicaDBClusterInput struct {
	// Required. An available cluster with a ReplicationSourceIdentifier;
	// case-insensitive.
	DBClusterIdentifier *string `query:",required"`
}

// PromoteReadReplicaDBClusterOutput is the output of
// [Client.PromoteReadReplicaDBCluster].
type PromoteReadReplicaDBClusterOutput struct {
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var promoteReadReplicaDBClusterOp = operation.Op{
	Name: "PromoteReadReplicaDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
	},
	Effect: &recovery.Change{
		Resource: &replicaResource,
		ID:       func(in any) *string { return in.(*PromoteReadReplicaDBClusterInput).DBClusterIdentifier },
		To:       []string{"promoting", "available"},
		From:     []string{replicating},
	},
}

// PromoteReadReplicaDBCluster begins to make a cluster that replicates another one a cluster of its
// own. It returns at once with Status promoting. The secondary cluster of a global database is
// promoted by removing it from that.
//
// It can fail with [types.DBClusterNotFoundFault] or [types.InvalidDBClusterStateFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_PromoteReadReplicaDBCluster.html
func (c *Client) PromoteReadReplicaDBCluster(ctx context.Context, in *PromoteReadReplicaDBClusterInput, optFns ...func(*Options)) (*PromoteReadReplicaDBClusterOutput, error) {
	return typed[PromoteReadReplicaDBClusterOutput](c.invoke(ctx, &promoteReadReplicaDBClusterOp, in, new(PromoteReadReplicaDBClusterOutput), optFns))
}
