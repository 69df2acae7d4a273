package rds

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// RestoreDBClusterFromSnapshotInput is the request of [Client.RestoreDBClusterFromSnapshot].
type RestoreDBClusterFromSnapshotInput struct {
	// Required. Name of the new cluster: 1 to 63 letters, digits and hyphens, beginning with a
	// letter, without a hyphen at the end or two in a row. It is stored in lower case.
	DBClusterIdentifier *string `query:",required"`
	// Required: the engine of the snapshot. For an instance snapshot of mysql or postgres it is
	// aurora-mysql or aurora-postgresql.
	Engine *string `query:",required"`
	// Required. An available snapshot of the region. A cluster snapshot is given by its name, such
	// as rds:… for an automated one, or by its ARN, which a shared snapshot needs. An instance
	// snapshot is given by its ARN.
	SnapshotIdentifier *string `query:",required"`
	// IAM roles that the cluster may assume.
	AssociatedRoles []types.DBClusterAssociatedRole `query:",item=DBClusterAssociatedRole"`
	// Zones in which instances can be created; AWS chooses three when nil.
	AvailabilityZones []string `query:",item=AvailabilityZone" recover:"-"`
	// Seconds that the cluster can be backtracked, 0 to 259200; 0 (off) when nil. For Aurora MySQL.
	BacktrackWindow *int64
	// Days to keep automated snapshots, 1 to 35; as many as the source does when nil.
	BackupRetentionPeriod *int32
	// Whether snapshots get the tags; false when nil.
	CopyTagsToSnapshot *bool
	// Class of the instances of a Multi-AZ cluster, such as db.m6gd.xlarge. Required for those.
	DBClusterInstanceClass *string
	// An existing cluster parameter group; the default one of the engine version when nil, whatever
	// the source has.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// An existing subnet group, which determines the VPC; the default one when nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// Name of the database; that of the source when nil.
	DatabaseName *string
	// Whether deleting the new cluster is refused; false when nil.
	DeletionProtection *bool
	// Active Directory to join.
	Domain *string
	// Role for calls of the Directory Service.
	DomainIAMRoleName *string
	// Logs to send to CloudWatch Logs. The kinds depend on the engine, for example postgresql or
	// audit.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether database users may sign in with IAM credentials; false when nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Whether clients reach the cluster through an internet access gateway, without a VPC (Aurora
	// PostgreSQL). It goes along with EnableVPCNetworking false and EnableIAMDatabaseAuthentication
	// true.
	EnableInternetAccessGateway *bool
	// Whether Performance Insights is on; false when nil.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// False for a cluster without an interface in the VPC (Aurora PostgreSQL). It goes along with
	// EnableInternetAccessGateway true.
	EnableVPCNetworking *bool
	// open-source-rds-extended-support, which is charged after the end of standard support, or
	// open-source-rds-extended-support-disabled, with which a version beyond it is refused; the
	// first one when nil.
	EngineLifecycleSupport *string
	// provisioned or serverless (Aurora Serverless v1); provisioned when nil.
	EngineMode *string
	// That of the snapshot when nil.
	EngineVersion *string
	// Provisioned I/O operations per second. Needed for io1 and io2.
	Iops *int32
	// Key of the storage, as ID, ARN or alias; that of the snapshot when nil. A cluster snapshot
	// that is not encrypted gives an encrypted cluster with a key.
	KmsKeyId *string
	// Seconds between two points of Enhanced Monitoring: 0 (off), 1, 5, 10, 15, 30 or 60; 0 when
	// nil. Another value than 0 needs MonitoringRoleArn.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs.
	MonitoringRoleArn *string
	// IPV4, or DUAL for IPv4 and IPv6, which the subnet group has to support; IPV4 when nil.
	NetworkType *string
	// An existing option group; the default one when nil.
	OptionGroupName *string
	// Key that encrypts the Performance Insights data; the default key of the account when nil.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days for which Performance Insights data are kept: 7, 731, or a month multiple of 31; 7 when
	// nil.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port of all endpoints, 1150 to 65535; that of the source when nil.
	Port *int32
	// Daily, in UTC, at least 30 minutes, apart from the maintenance window: hh24:mi-hh24:mi. AWS
	// chooses it when nil.
	PreferredBackupWindow *string
	// Whether the endpoint resolves to a public address outside the VPC.
	PubliclyAccessible *bool
	// For RDS Custom only.
	RdsCustomClusterConfiguration *types.RdsCustomClusterConfiguration
	// For Aurora Serverless v1 only.
	ScalingConfiguration *types.ScalingConfiguration
	// Capacity range; needed for instances of the class db.serverless.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// aurora or aurora-iopt1 for Aurora, aurora when nil; standard or iopt1 for Neptune; io1 for a
	// Multi-AZ cluster, along with Iops.
	StorageType *string
	// Tags of what is made along with it, such as its volumes.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new cluster. Those of the source do not come along.
	Tags []types.Tag `query:",item=Tag"`
	// Security groups of the new cluster; the default one of the VPC when nil, whatever the source
	// has.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBClusterFromSnapshotOutput is the answer to [Client.RestoreDBClusterFromSnapshot].
type RestoreDBClusterFromSnapshotOutput struct {
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
		Tag: func(in any, key, value string) any {
			c := *in.(*RestoreDBClusterFromSnapshotInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// RestoreDBClusterFromSnapshot begins to make a new cluster from a snapshot of a cluster, or from a
// snapshot of an instance of MySQL or PostgreSQL. It returns at once with Status creating. A
// cluster of Aurora or Neptune has no instances: [Client.CreateDBInstance] adds them once it is
// available.
//
// The parameter group, the security groups, roles and tags do not come along.
//
// It can fail with [types.DBClusterAlreadyExistsFault],
// [types.DBClusterParameterGroupNotFoundFault], [types.DBClusterQuotaExceededFault],
// [types.DBClusterRoleQuotaExceededFault], [types.DBClusterSnapshotNotFoundFault],
// [types.DBSnapshotNotFoundFault], [types.DBSubnetGroupDoesNotCoverEnoughAZs],
// [types.DBSubnetGroupNotFoundFault], [types.DomainNotFoundFault],
// [types.InsufficientDBClusterCapacityFault], [types.InsufficientDBInstanceCapacityFault],
// [types.InsufficientStorageClusterCapacityFault], [types.InvalidDBClusterSnapshotStateFault],
// [types.InvalidDBInstanceStateFault], [types.InvalidDBSnapshotStateFault],
// [types.InvalidRestoreFault], [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.NetworkTypeNotSupported],
// [types.OptionGroupNotFoundFault], [types.StorageQuotaExceededFault],
// [types.StorageTypeNotSupportedFault] or [types.VpcEncryptionControlViolationException].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromSnapshot.html
func (c *Client) RestoreDBClusterFromSnapshot(ctx context.Context, in *RestoreDBClusterFromSnapshotInput, optFns ...func(*Options)) (*RestoreDBClusterFromSnapshotOutput, error) {
	return typed[RestoreDBClusterFromSnapshotOutput](c.invoke(ctx, &restoreDBClusterFromSnapshotOp, in, new(RestoreDBClusterFromSnapshotOutput), optFns))
}

// RestoreDBClusterToPointInTimeInput is the request of [Client.RestoreDBClusterToPointInTime].
type RestoreDBClusterToPointInTimeInput struct {
	// Required. Name of the new cluster: 1 to 63 letters, digits and hyphens, beginning with a
	// letter, without a hyphen at the end or two in a row. It is stored in lower case.
	DBClusterIdentifier *string `query:",required"`
	// IAM roles that the cluster may assume.
	AssociatedRoles []types.DBClusterAssociatedRole `query:",item=DBClusterAssociatedRole"`
	// Seconds that the cluster can be backtracked, 0 to 259200; 0 (off) when nil. For Aurora MySQL.
	BacktrackWindow *int64
	// Days to keep automated snapshots, 1 to 35; as many as the source does when nil.
	BackupRetentionPeriod *int32
	// Whether snapshots get the tags; false when nil.
	CopyTagsToSnapshot *bool
	// Class of the instances of a Multi-AZ cluster, such as db.m6gd.xlarge. Required for those.
	DBClusterInstanceClass *string
	// An existing cluster parameter group; the default one of the engine version when nil, whatever
	// the source has.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// An existing subnet group, which determines the VPC; the default one when nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// Whether deleting the new cluster is refused; false when nil.
	DeletionProtection *bool
	// Active Directory to join.
	Domain *string
	// Role for calls of the Directory Service.
	DomainIAMRoleName *string
	// Logs to send to CloudWatch Logs. The kinds depend on the engine, for example postgresql or
	// audit.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether database users may sign in with IAM credentials; false when nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Whether clients reach the cluster through an internet access gateway, without a VPC (Aurora
	// PostgreSQL). It goes along with EnableVPCNetworking false and EnableIAMDatabaseAuthentication
	// true.
	EnableInternetAccessGateway *bool
	// Whether Performance Insights is on; false when nil.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// False for a cluster without an interface in the VPC (Aurora PostgreSQL). It goes along with
	// EnableInternetAccessGateway true.
	EnableVPCNetworking *bool
	// open-source-rds-extended-support, which is charged after the end of standard support, or
	// open-source-rds-extended-support-disabled, with which a version beyond it is refused; the
	// first one when nil.
	EngineLifecycleSupport *string
	// provisioned or serverless (Aurora Serverless v1), which needs a source of that mode;
	// provisioned when nil.
	EngineMode *string
	// Provisioned I/O operations per second. Needed for io1 and io2.
	Iops *int32
	// Another key for the storage of an encrypted cluster, as ID, ARN or alias; that of the source
	// when nil. It is refused for a source that is not encrypted.
	KmsKeyId *string
	// Seconds between two points of Enhanced Monitoring: 0 (off), 1, 5, 10, 15, 30 or 60; 0 when
	// nil. Another value than 0 needs MonitoringRoleArn.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs.
	MonitoringRoleArn *string
	// IPV4, or DUAL for IPv4 and IPv6, which the subnet group has to support; IPV4 when nil.
	NetworkType *string
	// An existing option group; the default one when nil.
	OptionGroupName *string
	// Key that encrypts the Performance Insights data; the default key of the account when nil.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days for which Performance Insights data are kept: 7, 731, or a month multiple of 31; 7 when
	// nil.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port of all endpoints, 1150 to 65535; that of the source when nil.
	Port *int32
	// Daily, in UTC, at least 30 minutes, apart from the maintenance window: hh24:mi-hh24:mi. AWS
	// chooses it when nil.
	PreferredBackupWindow *string
	// Whether the endpoint resolves to a public address outside the VPC.
	PubliclyAccessible *bool
	// For RDS Custom only.
	RdsCustomClusterConfiguration *types.RdsCustomClusterConfiguration
	// The moment to restore, between EarliestRestorableTime and LatestRestorableTime of the source.
	// Either it or UseLatestRestorableTime is needed. It is refused with RestoreType copy-on-write.
	RestoreToTime *time.Time
	// full-copy, or copy-on-write for a clone, which shares the storage with its source until one
	// of the two changes it; full-copy when nil.
	RestoreType *string
	// For Aurora Serverless v1 only.
	ScalingConfiguration *types.ScalingConfiguration
	// Capacity range; needed for instances of the class db.serverless.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// The existing cluster to restore, case-insensitive: its name, or its ARN if it belongs to
	// another account. Either it or SourceDbClusterResourceId is needed.
	SourceDBClusterIdentifier *string
	// Resource ID (cluster-…) of the cluster to restore. It is the only way to name a cluster of
	// which a retained backup is left.
	SourceDbClusterResourceId *string
	// aurora or aurora-iopt1 for Aurora, aurora when nil; standard or iopt1 for Neptune; io1 for a
	// Multi-AZ cluster, along with Iops.
	StorageType *string
	// Tags of what is made along with it, such as its volumes.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new cluster. Those of the source do not come along.
	Tags []types.Tag `query:",item=Tag"`
	// True for the latest moment that can be restored; false when nil.
	UseLatestRestorableTime *bool
	// Security groups of the new cluster; the default one of the VPC when nil, whatever the source
	// has.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBClusterToPointInTimeOutput is the answer to [Client.RestoreDBClusterToPointInTime].
type RestoreDBClusterToPointInTimeOutput struct {
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
		Tag: func(in any, key, value string) any {
			c := *in.(*RestoreDBClusterToPointInTimeInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// RestoreDBClusterToPointInTime begins to make a new cluster with the data that another cluster of
// the region had at a moment, or as a clone of it. It returns at once with Status creating. A
// cluster of Aurora or Neptune has no instances: [Client.CreateDBInstance] adds them once it is
// available.
//
// The parameter group, the security groups, roles and tags do not come along. A clone shows the
// CloneGroupId of its source.
//
// AWS refuses MonitoringInterval, MonitoringRoleArn and EnablePerformanceInsights for Aurora
// PostgreSQL, except for Aurora Limitless Database.
//
// It can fail with [types.DBClusterAlreadyExistsFault],
// [types.DBClusterAutomatedBackupNotFoundFault], [types.DBClusterNotFoundFault],
// [types.DBClusterParameterGroupNotFoundFault], [types.DBClusterQuotaExceededFault],
// [types.DBClusterRoleQuotaExceededFault], [types.DBClusterSnapshotNotFoundFault],
// [types.DBSubnetGroupNotFoundFault], [types.DomainNotFoundFault],
// [types.InsufficientDBClusterCapacityFault], [types.InsufficientDBInstanceCapacityFault],
// [types.InsufficientStorageClusterCapacityFault], [types.InvalidDBClusterSnapshotStateFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBSnapshotStateFault],
// [types.InvalidRestoreFault], [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.NetworkTypeNotSupported],
// [types.OptionGroupNotFoundFault], [types.StorageQuotaExceededFault],
// [types.StorageTypeNotSupportedFault] or [types.VpcEncryptionControlViolationException].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterToPointInTime.html
func (c *Client) RestoreDBClusterToPointInTime(ctx context.Context, in *RestoreDBClusterToPointInTimeInput, optFns ...func(*Options)) (*RestoreDBClusterToPointInTimeOutput, error) {
	return typed[RestoreDBClusterToPointInTimeOutput](c.invoke(ctx, &restoreDBClusterToPointInTimeOp, in, new(RestoreDBClusterToPointInTimeOutput), optFns))
}
