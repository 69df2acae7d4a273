package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/rds/types"
)

// ModifyDBClusterInput is the input of [Client.ModifyDBCluster].
type ModifyDBClusterInput struct {
	// Required. Name of an existing cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required" recover:",aside"`
	// Storage in GiB. It does not apply to Aurora, whose storage grows automatically.
	AllocatedStorage *int32
	// Aurora Serverless v1 only: whether the engine mode may change. It must be true if
	// EngineMode differs from the cluster's current engine mode.
	AllowEngineModeChange *bool `recover:",aside"`
	// Must be true if EngineVersion changes the major version.
	AllowMajorVersionUpgrade *bool `recover:",aside"`
	// Whether AWS applies this change and all pending changes immediately instead of in the next
	// maintenance window. AWS always applies some settings immediately.
	ApplyImmediately *bool `recover:",aside"`
	// Whether AWS upgrades the cluster to new minor versions in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// ARN of the recovery point in AWS Backup. An empty string stops AWS Backup from managing the
	// cluster's backups.
	AwsBackupRecoveryPointArn *string
	// Aurora MySQL only: how far back the cluster can be backtracked, in seconds, from 0 (off) to
	// 259200.
	BacktrackWindow *int64
	// Days to keep automated backups, 1 to 35.
	BackupRetentionPeriod *int32
	// Identifier of the certificate authority (CA) that signs the server certificate.
	CACertificateIdentifier *string
	// Types of logs that AWS starts or stops exporting to CloudWatch Logs.
	CloudwatchLogsExportConfiguration *types.CloudwatchLogsExportConfiguration
	// Whether AWS copies the cluster's tags to its snapshots.
	CopyTagsToSnapshot *bool
	// Multi-AZ clusters only: instance class, for example db.m6gd.xlarge.
	DBClusterInstanceClass *string
	// Name of an existing cluster parameter group. Static parameters take effect after the
	// instances reboot.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// Parameter group to apply to all instances immediately. AWS does not reboot the instances.
	// This member is valid only for a major version upgrade, for which AllowMajorVersionUpgrade
	// must be true.
	DBInstanceParameterGroupName *string
	// Database Insights mode: standard or advanced.
	DatabaseInsightsMode types.DatabaseInsightsMode
	// Whether AWS rejects the deletion of the cluster.
	DeletionProtection *bool
	// The Active Directory domain to join.
	Domain *string
	// Name of the IAM role that RDS uses to call AWS Directory Service.
	DomainIAMRoleName *string
	// Secondary clusters of a global database only: whether the cluster forwards writes to the
	// primary cluster.
	EnableGlobalWriteForwarding *bool `recover:"GlobalWriteForwardingRequested"`
	// Whether the Data API is enabled.
	EnableHttpEndpoint *bool `recover:"HttpEndpointEnabled"`
	// Whether database users can sign in with IAM credentials.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// No longer used: set ClusterScalabilityType to limitless instead.
	EnableLimitlessDatabase *bool
	// Whether the cluster's readers forward writes to its writer.
	EnableLocalWriteForwarding *bool
	// Whether Performance Insights is enabled.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Either open-source-rds-extended-support or open-source-rds-extended-support-disabled. The
	// value determines whether the cluster uses RDS Extended Support once standard support for its
	// engine version has ended. AWS charges for Extended Support.
	EngineLifecycleSupport *string
	// provisioned or serverless (Aurora Serverless v1).
	EngineMode *string
	// Version to upgrade to. The upgrade begins in the next maintenance window, or immediately if
	// ApplyImmediately is true.
	EngineVersion *string
	// Provisioned I/O operations per second. Required for the storage types io1 and io2.
	Iops *int32
	// Whether Secrets Manager manages the master user's password. If true, MasterUserPassword
	// must be nil, and DescribeDBClusters shows the ARN of the secret.
	ManageMasterUserPassword *bool
	// How the master user signs in: password, or iam-db-auth for IAM credentials.
	MasterUserAuthenticationType types.MasterUserAuthenticationType `recover:"-"`
	// Password of the master user: printable ASCII characters except slash, double quote, at sign
	// and space. The length is 8 to 41 for MySQL and MariaDB, 8 to 30 for Oracle and 8 to 128 for
	// other engines. The password never appears in logs or errors.
	MasterUserPassword *string
	// KMS key that encrypts the master user's secret if ManageMasterUserPassword is true.
	MasterUserSecretKmsKeyId *string
	// Interval of Enhanced Monitoring in seconds: 0 (off), 1, 5, 10, 15, 30 or 60. A value other
	// than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch Logs.
	MonitoringRoleArn *string
	// Network type: IPV4, or DUAL for both IPv4 and IPv6. DUAL requires a subnet group that
	// supports it.
	NetworkType *string
	// New name: 1 to 63 letters, digits and hyphens, beginning with a letter, without a trailing
	// hyphen or two consecutive hyphens. The endpoints change with the name.
	NewDBClusterIdentifier *string `recover:"DBClusterIdentifier"`
	// Name of an existing option group.
	OptionGroupName *string
	// KMS key that encrypts the Performance Insights data.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days to keep Performance Insights data: 7, 731, or 31 × n, with n from 1 to 23.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port of all endpoints, 1150 to 65535.
	Port *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi. It must be at least
	// 30 minutes long.
	PreferredMaintenanceWindow *string
	// Whether Secrets Manager creates a new password for the master user. If true,
	// ApplyImmediately must also be true.
	RotateMasterUserPassword *bool
	// Scaling settings of an Aurora Serverless v1 cluster.
	ScalingConfiguration *types.ScalingConfiguration
	// Capacity range for Aurora Serverless v2. Required for a cluster with db.serverless instances.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// Storage type: aurora or aurora-iopt1 for Aurora, standard or iopt1 for Neptune, and gp3, io1
	// or io2 for a Multi-AZ cluster.
	StorageType *string
	// Security groups to use instead of the present ones.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// ModifyDBClusterOutput is the output of [Client.ModifyDBCluster].
type ModifyDBClusterOutput struct {
	// Description of the cluster. It may not show the effect of the call yet.
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

// ModifyDBCluster changes settings of an available cluster. If a field of the input is nil, its
// setting does not change. ModifyDBCluster returns immediately; the response usually still shows
// Status available. PendingModifiedValues shows changes that are not yet in effect.
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
	// Required. Name of an existing cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
	// Whether AWS deletes the automated backups immediately; true if nil. If false, AWS keeps
	// them until their retention period ends. If the response to the call is lost, the client
	// can determine whether the cluster is being deleted, but not whether AWS keeps the backups.
	DeleteAutomatedBackups *bool
	// Name of the manual snapshot that AWS takes before the deletion: 1 to 255 letters, digits and
	// hyphens, beginning with a letter, without a trailing hyphen or two consecutive hyphens.
	// Required if SkipFinalSnapshot is nil or false; AWS rejects the name if SkipFinalSnapshot is
	// true.
	FinalDBSnapshotIdentifier *string
	// Whether to delete the cluster without a final snapshot; false if nil.
	SkipFinalSnapshot *bool
}

// DeleteDBClusterOutput is the output of [Client.DeleteDBCluster].
type DeleteDBClusterOutput struct {
	// The cluster as it was when the deletion began.
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

// DeleteDBCluster starts deleting a cluster. Manual snapshots are kept. Before the call, delete the
// cluster's instances, turn off DeletionProtection, and, if the cluster is a member of a global
// database, remove it from the global database. The response shows the status that the cluster had
// before the call. The cluster stays available while AWS takes a final snapshot. Then its status is
// deleting until it no longer exists.
//
// It can fail with [types.DBClusterAutomatedBackupQuotaExceededFault], [types.DBClusterNotFoundFault],
// [types.DBClusterSnapshotAlreadyExistsFault], [types.InvalidDBClusterSnapshotStateFault],
// [types.InvalidDBClusterStateFault], [types.InvalidGlobalClusterStateFault],
// [types.KMSKeyNotAccessibleFault] or [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html
func (c *Client) DeleteDBCluster(ctx context.Context, in *DeleteDBClusterInput, optFns ...func(*Options)) (*DeleteDBClusterOutput, error) {
	return typed[DeleteDBClusterOutput](c.invoke(ctx, &deleteDBClusterOp, in, new(DeleteDBClusterOutput), optFns))
}

// FailoverDBClusterInput is the input of [Client.FailoverDBCluster].
type FailoverDBClusterInput struct {
	// Required. Name of an existing cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
	// Name of the reader that becomes the writer. If nil, AWS chooses the reader with the lowest
	// PromotionTier. Required for a Multi-AZ cluster.
	TargetDBInstanceIdentifier *string
}

// FailoverDBClusterOutput is the output of [Client.FailoverDBCluster].
type FailoverDBClusterOutput struct {
	// Description of the cluster. It may not show the effect of the call yet.
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
		Writer:   resource.IsWriter,
	},
}

// FailoverDBCluster promotes a reader of an available cluster to writer; the old writer becomes a
// reader. Connections to both instances break. After the failover, the cluster endpoint resolves to
// the new writer. FailoverDBCluster returns immediately, before the failover.
//
// If TargetDBInstanceIdentifier is nil, the client does not repeat an attempt whose outcome is
// unknown, because a second failover could make the old writer the writer again; see
// [nereid.OutcomeUnknownError].
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
	// Required. Name of an available read replica, that is, a cluster whose
	// ReplicationSourceIdentifier is set; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
}

// PromoteReadReplicaDBClusterOutput is the output of
// [Client.PromoteReadReplicaDBCluster].
type PromoteReadReplicaDBClusterOutput struct {
	// The cluster, with Status promoting.
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
		From:     []string{resource.Replicating},
	},
}

// PromoteReadReplicaDBCluster starts promoting a read replica cluster to an independent cluster. It
// returns immediately; the cluster's Status is promoting at first. Do not use
// PromoteReadReplicaDBCluster for a secondary cluster of a global database: AWS promotes that
// cluster when it is removed from the global database.
//
// It can fail with [types.DBClusterNotFoundFault] or [types.InvalidDBClusterStateFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_PromoteReadReplicaDBCluster.html
func (c *Client) PromoteReadReplicaDBCluster(ctx context.Context, in *PromoteReadReplicaDBClusterInput, optFns ...func(*Options)) (*PromoteReadReplicaDBClusterOutput, error) {
	return typed[PromoteReadReplicaDBClusterOutput](c.invoke(ctx, &promoteReadReplicaDBClusterOp, in, new(PromoteReadReplicaDBClusterOutput), optFns))
}
