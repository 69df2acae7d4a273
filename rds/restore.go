package rds

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// RestoreDBClusterFromSnapshotInput is the input of [Client.RestoreDBClusterFromSnapshot].
type RestoreDBClusterFromSnapshotInput struct {
	// Required. Name of the new cluster: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBClusterIdentifier *string `query:",required"`
	// Required. The engine of the new cluster. For a cluster snapshot, it is the snapshot's engine.
	// For an instance snapshot, it is aurora-mysql if the snapshot's engine is MySQL, or
	// aurora-postgresql if it is PostgreSQL.
	Engine *string `query:",required"`
	// Required. An available snapshot in the client's region: the name or ARN of a cluster
	// snapshot, or the ARN of an instance snapshot. Names of automated snapshots begin with "rds:".
	// For a snapshot of another account, use the ARN.
	SnapshotIdentifier *string `query:",required"`
	// IAM roles that the cluster may assume.
	AssociatedRoles []types.DBClusterAssociatedRole `query:",item=DBClusterAssociatedRole"`
	// Availability Zones where AWS can create instances. If nil, AWS chooses three.
	AvailabilityZones []string `query:",item=AvailabilityZone" recover:"-"`
	// Aurora MySQL only: how far back the cluster can be backtracked, in seconds, from 0 (off) to
	// 259200; 0 if nil.
	BacktrackWindow *int64
	// Days to keep automated backups, 1 to 35. If nil, AWS uses the value of the cluster that the
	// snapshot was taken from.
	BackupRetentionPeriod *int32
	// Whether AWS copies the new cluster's tags to its snapshots; false if nil.
	CopyTagsToSnapshot *bool
	// Instance class, for example db.m6gd.xlarge. Required for a Multi-AZ cluster, and only valid
	// for such a cluster.
	DBClusterInstanceClass *string
	// Name of an existing cluster parameter group. If nil, AWS uses the engine version's default
	// group, not the group of the cluster that the snapshot was taken from.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// Name of an existing subnet group, which determines the VPC; the default group if nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// Name of the database; the name in the snapshot if nil.
	DatabaseName *string
	// Whether AWS rejects the deletion of the new cluster; false if nil.
	DeletionProtection *bool
	// The Active Directory domain to join.
	Domain *string
	// Name of the IAM role that RDS uses to call AWS Directory Service.
	DomainIAMRoleName *string
	// Types of logs to export to CloudWatch Logs, for example postgresql or audit. The valid
	// types depend on the engine.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether database users may sign in with IAM credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Aurora PostgreSQL only: whether clients reach the cluster over the internet, through an
	// internet access gateway, and not through a VPC. If true, EnableVPCNetworking must be false
	// and EnableIAMDatabaseAuthentication must be true.
	EnableInternetAccessGateway *bool
	// Whether Performance Insights is enabled; false if nil.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Aurora PostgreSQL only: whether the cluster has a network interface in the VPC. If false,
	// EnableInternetAccessGateway must be true.
	EnableVPCNetworking *bool
	// Either open-source-rds-extended-support (the default) or
	// open-source-rds-extended-support-disabled. By default, the new cluster uses RDS Extended
	// Support once standard support for its engine version has ended. AWS charges for Extended
	// Support. If Extended Support is disabled and standard support has already ended, AWS upgrades
	// the new cluster.
	EngineLifecycleSupport *string
	// Engine mode: provisioned, or serverless for Aurora Serverless v1; provisioned if nil.
	EngineMode *string
	// Engine version of the new cluster; the version of the snapshot if nil.
	EngineVersion *string
	// Provisioned I/O operations per second. Required for the storage types io1 and io2.
	Iops *int32
	// KMS key that encrypts the storage: ID, ARN or alias; the snapshot's key if nil. With a key,
	// the new cluster is encrypted even if the snapshot is not.
	KmsKeyId *string
	// Seconds between Enhanced Monitoring measurements: 0 (off), 1, 5, 10, 15, 30 or 60; 0 if nil.
	// A value other than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch Logs.
	MonitoringRoleArn *string
	// Network type: IPV4, or DUAL for both IPv4 and IPv6; IPV4 if nil. DUAL requires a subnet group
	// that supports it.
	NetworkType *string
	// Name of an existing option group; the default group if nil.
	OptionGroupName *string
	// KMS key that encrypts the Performance Insights data; the account's default key if nil.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days to keep Performance Insights data: 7, 731, or 31 × n, with n from 1 to 23; 7 if nil.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port of all endpoints, 1150 to 65535. If nil, AWS uses the port of the cluster that the
	// snapshot was taken from.
	Port *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window. AWS chooses a window if nil.
	PreferredBackupWindow *string
	// Whether the endpoint resolves to a public IP address for clients outside the VPC.
	PubliclyAccessible *bool
	// Settings of an RDS Custom cluster.
	RdsCustomClusterConfiguration *types.RdsCustomClusterConfiguration
	// Scaling settings of an Aurora Serverless v1 cluster.
	ScalingConfiguration *types.ScalingConfiguration
	// Capacity range for Aurora Serverless v2. Required for a cluster with db.serverless instances.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// Storage type. Aurora: aurora or aurora-iopt1; aurora if nil. Neptune: standard or iopt1.
	// Multi-AZ clusters: io1, which requires Iops.
	StorageType *string
	// Tags of the cluster's automated backup. Their ResourceType must be cluster-auto-backup.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new cluster. AWS does not copy the tags of the cluster that the snapshot was
	// taken from.
	Tags []types.Tag `query:",item=Tag"`
	// Security groups of the new cluster. If nil, AWS uses the VPC's default security group, not
	// the groups of the cluster that the snapshot was taken from.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBClusterFromSnapshotOutput is the output of [Client.RestoreDBClusterFromSnapshot].
type RestoreDBClusterFromSnapshotOutput struct {
	// The new cluster, with Status creating.
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var restoreDBClusterFromSnapshotOp = operation.Op{
	Name: "RestoreDBClusterFromSnapshot",
	Faults: operation.Faults{
		(*types.DBClusterAlreadyExistsFault)(nil),
		(*types.DBClusterParameterGroupNotFoundFault)(nil),
		(*types.DBClusterQuotaExceededFault)(nil), (*types.DBClusterRoleQuotaExceededFault)(nil),
		(*types.DBClusterSnapshotNotFoundFault)(nil), (*types.DBSnapshotNotFoundFault)(nil),
		(*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil), (*types.DBSubnetGroupNotFoundFault)(nil),
		(*types.DomainNotFoundFault)(nil), (*types.InsufficientDBClusterCapacityFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil),
		(*types.InsufficientStorageClusterCapacityFault)(nil),
		(*types.InvalidDBClusterSnapshotStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil), (*types.InvalidDBSnapshotStateFault)(nil),
		(*types.InvalidRestoreFault)(nil), (*types.InvalidSubnet)(nil),
		(*types.InvalidVPCNetworkStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
		(*types.NetworkTypeNotSupported)(nil), (*types.OptionGroupNotFoundFault)(nil),
		(*types.StorageQuotaExceededFault)(nil), (*types.StorageTypeNotSupportedFault)(nil),
		(*types.VpcEncryptionControlViolationException)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*RestoreDBClusterFromSnapshotInput).DBClusterIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBCluster).ClusterCreateTime },
	},
}

// RestoreDBClusterFromSnapshot starts creating a cluster from a cluster snapshot, or from a MySQL
// or PostgreSQL instance snapshot. It returns immediately; the cluster's Status is creating at
// first. A new Aurora or Neptune cluster has no instances: add them with [Client.CreateDBInstance]
// once the cluster is available.
//
// The new cluster does not get the parameter group, security groups, IAM roles or tags of the
// snapshot's source.
//
// It can fail with [types.DBClusterAlreadyExistsFault], [types.DBClusterParameterGroupNotFoundFault],
// [types.DBClusterQuotaExceededFault], [types.DBClusterRoleQuotaExceededFault],
// [types.DBClusterSnapshotNotFoundFault], [types.DBSnapshotNotFoundFault],
// [types.DBSubnetGroupDoesNotCoverEnoughAZs], [types.DBSubnetGroupNotFoundFault],
// [types.DomainNotFoundFault], [types.InsufficientDBClusterCapacityFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InsufficientStorageClusterCapacityFault],
// [types.InvalidDBClusterSnapshotStateFault], [types.InvalidDBInstanceStateFault],
// [types.InvalidDBSnapshotStateFault], [types.InvalidRestoreFault], [types.InvalidSubnet],
// [types.InvalidVPCNetworkStateFault], [types.KMSKeyNotAccessibleFault],
// [types.NetworkTypeNotSupported], [types.OptionGroupNotFoundFault],
// [types.StorageQuotaExceededFault], [types.StorageTypeNotSupportedFault] or
// [types.VpcEncryptionControlViolationException].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromSnapshot.html
func (c *Client) RestoreDBClusterFromSnapshot(ctx context.Context, in *RestoreDBClusterFromSnapshotInput, optFns ...func(*Options)) (*RestoreDBClusterFromSnapshotOutput, error) {
	return typed[RestoreDBClusterFromSnapshotOutput](c.invoke(ctx, &restoreDBClusterFromSnapshotOp, in, new(RestoreDBClusterFromSnapshotOutput), optFns))
}

// RestoreDBClusterToPointInTimeInput is the input of [Client.RestoreDBClusterToPointInTime].
type RestoreDBClusterToPointInTimeInput struct {
	// Required. Name of the new cluster: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBClusterIdentifier *string `query:",required"`
	// IAM roles that the cluster may assume.
	AssociatedRoles []types.DBClusterAssociatedRole `query:",item=DBClusterAssociatedRole"`
	// Aurora MySQL only: how far back the cluster can be backtracked, in seconds, from 0 (off) to
	// 259200; 0 if nil.
	BacktrackWindow *int64
	// Days to keep automated backups, 1 to 35; the source cluster's value if nil.
	BackupRetentionPeriod *int32
	// Whether AWS copies the new cluster's tags to its snapshots; false if nil.
	CopyTagsToSnapshot *bool
	// Instance class, for example db.m6gd.xlarge. Required for a Multi-AZ cluster, and only valid
	// for such a cluster.
	DBClusterInstanceClass *string
	// Name of an existing cluster parameter group. If nil, AWS uses the engine version's default
	// group, not the source cluster's group.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// Name of an existing subnet group, which determines the VPC; the default group if nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// Whether AWS rejects the deletion of the new cluster; false if nil.
	DeletionProtection *bool
	// The Active Directory domain to join.
	Domain *string
	// Name of the IAM role that RDS uses to call AWS Directory Service.
	DomainIAMRoleName *string
	// Types of logs to export to CloudWatch Logs, for example postgresql or audit. The valid
	// types depend on the engine.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether database users may sign in with IAM credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Aurora PostgreSQL only: whether clients reach the cluster over the internet, through an
	// internet access gateway, and not through a VPC. If true, EnableVPCNetworking must be false
	// and EnableIAMDatabaseAuthentication must be true.
	EnableInternetAccessGateway *bool
	// Whether Performance Insights is enabled; false if nil.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Aurora PostgreSQL only: whether the cluster has a network interface in the VPC. If false,
	// EnableInternetAccessGateway must be true.
	EnableVPCNetworking *bool
	// Either open-source-rds-extended-support (the default) or
	// open-source-rds-extended-support-disabled. By default, the new cluster uses RDS Extended
	// Support once standard support for its engine version has ended. AWS charges for Extended
	// Support. If Extended Support is disabled and standard support has already ended, AWS upgrades
	// the new cluster.
	EngineLifecycleSupport *string
	// Engine mode: provisioned, or serverless for Aurora Serverless v1; provisioned if nil. For a
	// clone (RestoreType copy-on-write), serverless is valid only if the source is serverless, or
	// if the source is provisioned and encrypted.
	EngineMode *string
	// Provisioned I/O operations per second. Required for the storage types io1 and io2.
	Iops *int32
	// KMS key that encrypts the storage: ID, ARN or alias; the source cluster's key if nil.
	// KmsKeyId must be nil if the source cluster is not encrypted.
	KmsKeyId *string
	// Seconds between Enhanced Monitoring measurements: 0 (off), 1, 5, 10, 15, 30 or 60; 0 if nil.
	// A value other than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch Logs.
	MonitoringRoleArn *string
	// Network type: IPV4, or DUAL for both IPv4 and IPv6; IPV4 if nil. DUAL requires a subnet group
	// that supports it.
	NetworkType *string
	// Name of an existing option group; the default group if nil.
	OptionGroupName *string
	// KMS key that encrypts the Performance Insights data; the account's default key if nil.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days to keep Performance Insights data: 7, 731, or 31 × n, with n from 1 to 23; 7 if nil.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port of all endpoints, 1150 to 65535; the source cluster's port if nil.
	Port *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window. AWS chooses a window if nil.
	PreferredBackupWindow *string
	// Whether the endpoint resolves to a public IP address for clients outside the VPC.
	PubliclyAccessible *bool
	// Settings of an RDS Custom cluster.
	RdsCustomClusterConfiguration *types.RdsCustomClusterConfiguration
	// Time to restore to, between the source cluster's EarliestRestorableTime and
	// LatestRestorableTime. Either RestoreToTime or UseLatestRestorableTime is required. AWS
	// rejects RestoreToTime if RestoreType is copy-on-write.
	RestoreToTime *time.Time
	// Type of the restore: full-copy, or copy-on-write for a clone; full-copy if nil. A clone
	// shares the source's storage; AWS copies data only when the clone or the source changes it.
	RestoreType *string
	// Scaling settings of an Aurora Serverless v1 cluster.
	ScalingConfiguration *types.ScalingConfiguration
	// Capacity range for Aurora Serverless v2. Required for a cluster with db.serverless instances.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// Name of the source cluster, which must exist, or its ARN if the cluster belongs to another
	// account. The name is case-insensitive. Either SourceDBClusterIdentifier or
	// SourceDbClusterResourceId is required.
	SourceDBClusterIdentifier *string
	// Resource ID (cluster-…) of the source cluster. Unlike the name, the ID can also identify a
	// deleted cluster with retained backups.
	SourceDbClusterResourceId *string
	// Storage type. Aurora: aurora or aurora-iopt1; aurora if nil. Neptune: standard or iopt1.
	// Multi-AZ clusters: io1, which requires Iops.
	StorageType *string
	// Tags of the cluster's automated backup. Their ResourceType must be cluster-auto-backup.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new cluster. AWS does not copy the source cluster's tags.
	Tags []types.Tag `query:",item=Tag"`
	// Whether to restore to the latest restorable time; false if nil.
	UseLatestRestorableTime *bool
	// Security groups of the new cluster. If nil, AWS uses the VPC's default security group, not
	// the source cluster's groups.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBClusterToPointInTimeOutput is the output of [Client.RestoreDBClusterToPointInTime].
type RestoreDBClusterToPointInTimeOutput struct {
	// The new cluster, with Status creating.
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var restoreDBClusterToPointInTimeOp = operation.Op{
	Name: "RestoreDBClusterToPointInTime",
	Faults: operation.Faults{
		(*types.DBClusterAlreadyExistsFault)(nil),
		(*types.DBClusterAutomatedBackupNotFoundFault)(nil), (*types.DBClusterNotFoundFault)(nil),
		(*types.DBClusterParameterGroupNotFoundFault)(nil),
		(*types.DBClusterQuotaExceededFault)(nil), (*types.DBClusterRoleQuotaExceededFault)(nil),
		(*types.DBClusterSnapshotNotFoundFault)(nil), (*types.DBSubnetGroupNotFoundFault)(nil),
		(*types.DomainNotFoundFault)(nil), (*types.InsufficientDBClusterCapacityFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil),
		(*types.InsufficientStorageClusterCapacityFault)(nil),
		(*types.InvalidDBClusterSnapshotStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBSnapshotStateFault)(nil), (*types.InvalidRestoreFault)(nil),
		(*types.InvalidSubnet)(nil), (*types.InvalidVPCNetworkStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.NetworkTypeNotSupported)(nil),
		(*types.OptionGroupNotFoundFault)(nil), (*types.StorageQuotaExceededFault)(nil),
		(*types.StorageTypeNotSupportedFault)(nil),
		(*types.VpcEncryptionControlViolationException)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*RestoreDBClusterToPointInTimeInput).DBClusterIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBCluster).ClusterCreateTime },
	},
}

// RestoreDBClusterToPointInTime starts creating a cluster from a source cluster in the same region.
// The new cluster contains the source's data from a point in time, or is a clone of the source. The
// call returns immediately; the new cluster's Status is creating at first. A new Aurora or Neptune
// cluster has no instances: add them with [Client.CreateDBInstance] once the cluster is available.
//
// The new cluster does not get the source's parameter group, security groups, IAM roles or tags. A
// clone has the same CloneGroupId as its source.
//
// For Aurora PostgreSQL, AWS rejects MonitoringInterval, MonitoringRoleArn and
// EnablePerformanceInsights unless the cluster is an Aurora Limitless Database.
//
// It can fail with [types.DBClusterAlreadyExistsFault], [types.DBClusterAutomatedBackupNotFoundFault],
// [types.DBClusterNotFoundFault], [types.DBClusterParameterGroupNotFoundFault],
// [types.DBClusterQuotaExceededFault], [types.DBClusterRoleQuotaExceededFault],
// [types.DBClusterSnapshotNotFoundFault], [types.DBSubnetGroupNotFoundFault],
// [types.DomainNotFoundFault], [types.InsufficientDBClusterCapacityFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InsufficientStorageClusterCapacityFault],
// [types.InvalidDBClusterSnapshotStateFault], [types.InvalidDBClusterStateFault],
// [types.InvalidDBSnapshotStateFault], [types.InvalidRestoreFault], [types.InvalidSubnet],
// [types.InvalidVPCNetworkStateFault], [types.KMSKeyNotAccessibleFault],
// [types.NetworkTypeNotSupported], [types.OptionGroupNotFoundFault],
// [types.StorageQuotaExceededFault], [types.StorageTypeNotSupportedFault] or
// [types.VpcEncryptionControlViolationException].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterToPointInTime.html
func (c *Client) RestoreDBClusterToPointInTime(ctx context.Context, in *RestoreDBClusterToPointInTimeInput, optFns ...func(*Options)) (*RestoreDBClusterToPointInTimeOutput, error) {
	return typed[RestoreDBClusterToPointInTimeOutput](c.invoke(ctx, &restoreDBClusterToPointInTimeOp, in, new(RestoreDBClusterToPointInTimeOutput), optFns))
}
