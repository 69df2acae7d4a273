package neptune

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/neptune/types"
)

// StartDBClusterInput is the input of [Client.StartDBCluster].
type StartDBClusterInput struct {
	// Required. Name of a cluster with Status stopped. The name is case-insensitive.
	DBClusterIdentifier *string `query:",required"`
}

// StartDBClusterOutput is the output of [Client.StartDBCluster].
type StartDBClusterOutput struct {
	// Description of the cluster. It may not show the effect of the call yet.
	DBCluster *types.DBCluster

	ResultMetadata middleware.Metadata `query:"-"`
}

var startDBClusterOp = operation.Op{
	Name: "StartDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.KMSKeyNotAccessibleFault)(nil),
	},
	Effect: &recovery.Change{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*StartDBClusterInput).DBClusterIdentifier },
		To:       []string{"starting", "available"},
		From:     []string{"stopped", status.Inaccessible},
	},
}

// StartDBCluster starts a stopped cluster and its instances. It returns immediately. The response
// still shows Status stopped; DescribeDBClusters shows Status starting a few seconds later.
//
// It can fail with [types.DBClusterNotFoundFault], [types.InvalidDBClusterStateFault] or
// [types.InvalidDBInstanceStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_StartDBCluster.html
func (c *Client) StartDBCluster(ctx context.Context, in *StartDBClusterInput, optFns ...func(*Options)) (*StartDBClusterOutput, error) {
	return typed[StartDBClusterOutput](c.invoke(ctx, &startDBClusterOp, in, new(StartDBClusterOutput), optFns))
}

// StopDBClusterInput is the input of [Client.StopDBCluster].
type StopDBClusterInput struct {
	// Required. Name of a cluster with Status available. The name is case-insensitive.
	DBClusterIdentifier *string `query:",required"`
}

// StopDBClusterOutput is the output of [Client.StopDBCluster].
type StopDBClusterOutput struct {
	// Description of the cluster. It may not show the effect of the call yet.
	DBCluster *types.DBCluster

	ResultMetadata middleware.Metadata `query:"-"`
}

var stopDBClusterOp = operation.Op{
	Name: "StopDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil),
	},
	Effect: &recovery.Change{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*StopDBClusterInput).DBClusterIdentifier },
		To:       []string{"stopping", "stopped"},
		From:     []string{"available"},
	},
}

// StopDBCluster stops an available cluster and its instances, which must be available too. While
// the cluster is stopped, AWS charges for storage and snapshots, but not for instances.
// StopDBCluster returns immediately. The response still shows Status available; DescribeDBClusters
// shows Status stopping a few seconds later.
//
// AWS starts the cluster again after seven days; see [types.DBCluster.AutomaticRestartTime]. A
// stopped cluster cannot be modified or deleted. Members of a global database cannot be stopped.
//
// It can fail with [types.DBClusterNotFoundFault], [types.InvalidDBClusterStateFault] or
// [types.InvalidDBInstanceStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_StopDBCluster.html
func (c *Client) StopDBCluster(ctx context.Context, in *StopDBClusterInput, optFns ...func(*Options)) (*StopDBClusterOutput, error) {
	return typed[StopDBClusterOutput](c.invoke(ctx, &stopDBClusterOp, in, new(StopDBClusterOutput), optFns))
}

// CreateDBClusterInput is the input of [Client.CreateDBCluster].
type CreateDBClusterInput struct {
	// Required. Name of the cluster: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBClusterIdentifier *string `query:",required"`
	// Required. Database engine: neptune.
	Engine *string `query:",required"`
	// Availability Zones where AWS can create instances. If nil, AWS chooses three.
	AvailabilityZones []string `query:",item=AvailabilityZone" recover:"-"`
	// Days to keep automated backups, 1 to 35; 1 if nil.
	BackupRetentionPeriod *int32
	// Not supported by Neptune.
	CharacterSetName *string
	// Whether AWS copies the cluster's tags to its snapshots; false if nil.
	CopyTagsToSnapshot *bool
	// Name of an existing cluster parameter group; the engine version's default group if nil.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// Name of an existing subnet group, which determines the VPC; the default group if nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// Name of a database to create: at most 64 letters and digits. If nil, AWS does not create a
	// database; Neptune does not need one.
	DatabaseName *string
	// Whether the cluster is protected from deletion; false if nil, although the default in the
	// console is true.
	DeletionProtection *bool
	// Types of logs to export to CloudWatch Logs: audit, slowquery.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether requests to the graph endpoint must be signed with IAM credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Engine version, for example 1.3.2.1; the engine's default version if nil.
	EngineVersion *string
	// The global database that the new cluster joins.
	GlobalClusterIdentifier *string
	// KMS key that encrypts the storage: ID, ARN or alias. If nil and StorageEncrypted is true, AWS
	// uses the account's default key. A key of another account must be identified by its ARN. A
	// secondary cluster of an encrypted global database needs a key in its own region.
	KmsKeyId *string
	// Not supported by Neptune.
	MasterUserPassword *string
	// Not supported by Neptune.
	MasterUsername *string
	// Network type: IPV4, or DUAL for both IPv4 and IPv6; IPV4 if nil. DUAL requires a subnet group
	// that supports it.
	NetworkType *string
	// Not supported by Neptune.
	OptionGroupName *string
	// TCP port of all endpoints; 8182 if nil.
	Port *int32
	// Leave it nil: the client adds the URL to the request if the source is in another region.
	PreSignedUrl *string `query:",nopresign"`
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window. AWS chooses a window if nil.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi, for example
	// sun:05:00-sun:06:00. It must be at least 30 minutes long. AWS chooses a window if nil.
	PreferredMaintenanceWindow *string
	// ARN of the cluster or instance to replicate, if the new cluster is a read replica.
	ReplicationSourceIdentifier *string `query:",source"`
	// Capacity range of Neptune Serverless. Required for instances of the class db.serverless.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// Region of the source; the region in ReplicationSourceIdentifier if nil. The client does not
	// send SourceRegion, but uses it to create PreSignedUrl.
	SourceRegion *string `query:"-"`
	// Whether to encrypt the storage. This setting cannot be changed later.
	StorageEncrypted *bool
	// Storage type: standard, or iopt1 for I/O-optimized storage; standard if nil. iopt1 requires
	// engine version 1.3.0.0 or later.
	StorageType *string
	// Tags of the new cluster, at most 50.
	Tags []types.Tag `query:",item=Tag"`
	// Security groups; the VPC's default security group if nil.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// CreateDBClusterOutput is the output of [Client.CreateDBCluster].
type CreateDBClusterOutput struct {
	// The new cluster, with Status creating.
	DBCluster *types.DBCluster

	ResultMetadata middleware.Metadata `query:"-"`
}

var createDBClusterOp = operation.Op{
	Name: "CreateDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterAlreadyExistsFault)(nil), (*types.DBClusterNotFoundFault)(nil),
		(*types.DBClusterParameterGroupNotFoundFault)(nil), (*types.DBClusterQuotaExceededFault)(nil),
		(*types.DBInstanceNotFoundFault)(nil), (*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil),
		(*types.DBSubnetGroupNotFoundFault)(nil), (*types.GlobalClusterNotFoundFault)(nil),
		(*types.InsufficientStorageClusterCapacityFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil), (*types.InvalidDBSubnetGroupStateFault)(nil),
		(*types.InvalidGlobalClusterStateFault)(nil), (*types.InvalidSubnet)(nil),
		(*types.InvalidVPCNetworkStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
		(*types.NetworkTypeNotSupportedFault)(nil), (*types.StorageQuotaExceededFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.DBClusterRoleQuotaExceededFault)(nil), (*types.DomainNotFoundFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil), (*types.OptionGroupNotFoundFault)(nil),
		(*types.StorageTypeNotSupportedFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*CreateDBClusterInput).DBClusterIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBCluster).ClusterCreateTime },
	},
	Presign: &operation.CrossRegion,
}

// CreateDBCluster starts creating a cluster. It returns immediately; the cluster's Status is
// creating at first. If GlobalClusterIdentifier is set, the cluster becomes the primary cluster or
// a secondary cluster of the global database. A new cluster has no instances: add them with
// [Client.CreateDBInstance]. The first instance becomes the writer.
//
// It can fail with [types.DBClusterAlreadyExistsFault], [types.DBClusterNotFoundFault],
// [types.DBClusterParameterGroupNotFoundFault], [types.DBClusterQuotaExceededFault],
// [types.DBInstanceNotFoundFault], [types.DBSubnetGroupDoesNotCoverEnoughAZs],
// [types.DBSubnetGroupNotFoundFault], [types.GlobalClusterNotFoundFault],
// [types.InsufficientStorageClusterCapacityFault], [types.InvalidDBClusterStateFault],
// [types.InvalidDBInstanceStateFault], [types.InvalidDBSubnetGroupStateFault],
// [types.InvalidGlobalClusterStateFault], [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.NetworkTypeNotSupportedFault] or
// [types.StorageQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBCluster.html
func (c *Client) CreateDBCluster(ctx context.Context, in *CreateDBClusterInput, optFns ...func(*Options)) (*CreateDBClusterOutput, error) {
	return typed[CreateDBClusterOutput](c.invoke(ctx, &createDBClusterOp, in, new(CreateDBClusterOutput), optFns))
}

// ModifyDBClusterInput is the input of [Client.ModifyDBCluster].
type ModifyDBClusterInput struct {
	// Required. Name of an existing cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required" recover:",aside"`
	// Must be true if EngineVersion changes the major version.
	AllowMajorVersionUpgrade *bool `recover:",aside"`
	// Whether AWS applies the new name and the new engine version immediately instead of in the
	// next maintenance window; false if nil. AWS always applies other changes immediately.
	ApplyImmediately *bool `recover:",aside"`
	// Days to keep automated backups, 1 to 35.
	BackupRetentionPeriod *int32
	// Types of logs that AWS starts or stops exporting to CloudWatch Logs.
	CloudwatchLogsExportConfiguration *types.CloudwatchLogsExportConfiguration
	// Whether AWS copies the cluster's tags to its snapshots.
	CopyTagsToSnapshot *bool
	// Name of an existing cluster parameter group. Static parameters take effect after the
	// instances reboot.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// Instance parameter group for all instances of the cluster. AWS does not reboot the instances.
	// Must be nil unless AllowMajorVersionUpgrade is true.
	DBInstanceParameterGroupName *string
	// Whether the cluster is protected from deletion.
	DeletionProtection *bool
	// Whether requests to the graph endpoint must be signed with IAM
	// credentials.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Version to upgrade to. The upgrade begins in the next maintenance window, or immediately if
	// ApplyImmediately is true. The cluster is down during the upgrade.
	EngineVersion *string
	// Not supported by Neptune.
	MasterUserPassword *string
	// Network type: IPV4, or DUAL for both IPv4 and IPv6. DUAL requires a subnet group that
	// supports it.
	NetworkType *string
	// New name of the cluster; the same rules as in [CreateDBClusterInput] apply. The addresses of
	// the cluster's endpoints change with the name.
	NewDBClusterIdentifier *string `recover:"DBClusterIdentifier"`
	// Not supported by Neptune.
	OptionGroupName *string
	// TCP port of all endpoints, 1150 to 65535.
	Port *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi. It must be at least
	// 30 minutes long.
	PreferredMaintenanceWindow *string
	// Capacity range of serverless instances.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// Storage type: standard or iopt1. A cluster can change to iopt1 only once every 30 days.
	StorageType *string
	// Security groups to use instead of the current ones.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// ModifyDBClusterOutput is the output of [Client.ModifyDBCluster].
type ModifyDBClusterOutput struct {
	// Description of the cluster. It may not show the effect of the call yet.
	DBCluster *types.DBCluster

	ResultMetadata middleware.Metadata `query:"-"`
}

var modifyDBClusterOp = operation.Op{
	Name: "ModifyDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterAlreadyExistsFault)(nil), (*types.DBClusterNotFoundFault)(nil),
		(*types.DBClusterParameterGroupNotFoundFault)(nil), (*types.DBSubnetGroupNotFoundFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.InvalidDBSecurityGroupStateFault)(nil), (*types.InvalidDBSubnetGroupStateFault)(nil),
		(*types.InvalidSubnet)(nil), (*types.InvalidVPCNetworkStateFault)(nil),
		(*types.NetworkTypeNotSupportedFault)(nil), (*types.StorageQuotaExceededFault)(nil),
		(*types.StorageTypeNotSupportedFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.DBInstanceAlreadyExistsFault)(nil), (*types.DBParameterGroupNotFoundFault)(nil),
		(*types.DomainNotFoundFault)(nil), (*types.InvalidGlobalClusterStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.OptionGroupNotFoundFault)(nil),
	},
	Effect: &recovery.Modify{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*ModifyDBClusterInput).DBClusterIdentifier },
		NewID:    func(in any) *string { return in.(*ModifyDBClusterInput).NewDBClusterIdentifier },
		During:   []string{"modifying", "renaming", "upgrading"},
	},
}

// ModifyDBCluster changes settings of an available cluster. If a field of the input is nil, its
// setting does not change. ModifyDBCluster returns immediately; the Status in the response is
// usually still available. The cluster's PendingModifiedValues contains the changes that are not
// yet in effect.
//
// It can fail with [types.DBClusterAlreadyExistsFault], [types.DBClusterNotFoundFault],
// [types.DBClusterParameterGroupNotFoundFault], [types.DBSubnetGroupNotFoundFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBInstanceStateFault],
// [types.InvalidDBSecurityGroupStateFault], [types.InvalidDBSubnetGroupStateFault],
// [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault], [types.NetworkTypeNotSupportedFault],
// [types.StorageQuotaExceededFault] or [types.StorageTypeNotSupportedFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBCluster.html
func (c *Client) ModifyDBCluster(ctx context.Context, in *ModifyDBClusterInput, optFns ...func(*Options)) (*ModifyDBClusterOutput, error) {
	return typed[ModifyDBClusterOutput](c.invoke(ctx, &modifyDBClusterOp, in, new(ModifyDBClusterOutput), optFns))
}

// FailoverDBClusterInput is the input of [Client.FailoverDBCluster].
type FailoverDBClusterInput struct {
	// Name of the cluster to fail over. The name is case-insensitive. The service requires
	// DBClusterIdentifier; the client does not, because AWS's API model does not mark it as
	// required.
	DBClusterIdentifier *string
	// Name of the instance that becomes the cluster's writer. If nil, AWS chooses the reader with
	// the lowest PromotionTier.
	TargetDBInstanceIdentifier *string
}

// FailoverDBClusterOutput is the output of [Client.FailoverDBCluster].
type FailoverDBClusterOutput struct {
	// Description of the cluster. It may not show the effect of the call yet.
	DBCluster *types.DBCluster

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
// the new writer. FailoverDBCluster returns immediately, before the failover. AWS also fails over
// automatically if the writer fails.
//
// If TargetDBInstanceIdentifier is nil, the client does not repeat an attempt whose outcome is
// unknown, because a second failover could make the old writer the writer again; see
// [nereid.OutcomeUnknownError]. For a failover to another region, see
// [Client.FailoverGlobalCluster].
//
// It can fail with [types.DBClusterNotFoundFault], [types.InvalidDBClusterStateFault] or
// [types.InvalidDBInstanceStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_FailoverDBCluster.html
func (c *Client) FailoverDBCluster(ctx context.Context, in *FailoverDBClusterInput, optFns ...func(*Options)) (*FailoverDBClusterOutput, error) {
	return typed[FailoverDBClusterOutput](c.invoke(ctx, &failoverDBClusterOp, in, new(FailoverDBClusterOutput), optFns))
}

// PromoteReadReplicaDBClusterInput is the input of
// [Client.PromoteReadReplicaDBCluster].
type PromoteReadReplicaDBClusterInput struct {
	// Required. Name of an available cluster that has a ReplicationSourceIdentifier. The name is
	// case-insensitive.
	DBClusterIdentifier *string `query:",required"`
}

// PromoteReadReplicaDBClusterOutput is the output of
// [Client.PromoteReadReplicaDBCluster].
type PromoteReadReplicaDBClusterOutput struct {
	// Description of the cluster.
	DBCluster *types.DBCluster

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

// PromoteReadReplicaDBCluster starts promoting a read replica cluster to an independent cluster.
// Neptune does not support this operation. RDS, which has the same API, supports it for RDS
// clusters. To promote a secondary cluster of a global database, use
// [Client.RemoveFromGlobalCluster] or [Client.FailoverGlobalCluster].
//
// It can fail with [types.DBClusterNotFoundFault] or [types.InvalidDBClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_PromoteReadReplicaDBCluster.html
func (c *Client) PromoteReadReplicaDBCluster(ctx context.Context, in *PromoteReadReplicaDBClusterInput, optFns ...func(*Options)) (*PromoteReadReplicaDBClusterOutput, error) {
	return typed[PromoteReadReplicaDBClusterOutput](c.invoke(ctx, &promoteReadReplicaDBClusterOp, in, new(PromoteReadReplicaDBClusterOutput), optFns))
}

// DeleteDBClusterInput is the input of [Client.DeleteDBCluster].
type DeleteDBClusterInput struct {
	// Required. Name of an existing cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
	// Name of the manual snapshot that AWS takes before the deletion: 1 to 255 letters, digits and
	// hyphens, beginning with a letter, without a trailing hyphen or two consecutive hyphens.
	// Required if SkipFinalSnapshot is nil or false; must be nil if SkipFinalSnapshot is true.
	FinalDBSnapshotIdentifier *string
	// Whether to delete the cluster without a final snapshot; false if nil.
	SkipFinalSnapshot *bool
}

// DeleteDBClusterOutput is the output of [Client.DeleteDBCluster].
type DeleteDBClusterOutput struct {
	// The cluster as it was when the deletion began.
	DBCluster *types.DBCluster

	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteDBClusterOp = operation.Op{
	Name: "DeleteDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.DBClusterSnapshotAlreadyExistsFault)(nil),
		(*types.InvalidDBClusterSnapshotStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.SnapshotQuotaExceededFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.InvalidGlobalClusterStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*DeleteDBClusterInput).DBClusterIdentifier },
		Snapshot: &finalClusterSnapshot,
	},
}

// DeleteDBCluster starts deleting a cluster and its automated snapshots, and returns immediately.
// Manual snapshots are kept. Before the call, delete the cluster's instances, turn off
// DeletionProtection, and, if the cluster is a member of a global database, remove it from the
// global database.
//
// The response shows the status that the cluster had before the call. The cluster stays available
// while AWS takes a final snapshot. Then its status is deleting until the cluster no longer exists.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBClusterSnapshotAlreadyExistsFault],
// [types.InvalidDBClusterSnapshotStateFault], [types.InvalidDBClusterStateFault] or
// [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBCluster.html
func (c *Client) DeleteDBCluster(ctx context.Context, in *DeleteDBClusterInput, optFns ...func(*Options)) (*DeleteDBClusterOutput, error) {
	return typed[DeleteDBClusterOutput](c.invoke(ctx, &deleteDBClusterOp, in, new(DeleteDBClusterOutput), optFns))
}

// DescribeDBClustersInput is the input of [Client.DescribeDBClusters].
type DescribeDBClustersInput struct {
	// Name of the cluster to list; all clusters if nil. The name is case-insensitive. If the
	// cluster does not exist, the call fails or, if Filters are set, returns an empty list.
	DBClusterIdentifier *string
	// Filters to apply. A cluster must match all filters. For the filter names, see
	// [Client.DescribeDBClusters].
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Clusters per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBClustersOutput is the output of [Client.DescribeDBClusters].
type DescribeDBClustersOutput struct {
	// The clusters of this page.
	DBClusters []types.DBCluster `query:",item=DBCluster"`

	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClustersOp = operation.Op{
	Name: "DescribeDBClusters",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil),
	},
}

// DescribeDBClusters lists clusters, including RDS and DocumentDB clusters. To list only Neptune
// clusters, use the filter named engine with the value neptune.
//
// The filter names are db-cluster-id (values: names or ARNs of clusters) and engine.
//
// It can fail with [types.DBClusterNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBClusters.html
func (c *Client) DescribeDBClusters(ctx context.Context, in *DescribeDBClustersInput, optFns ...func(*Options)) (*DescribeDBClustersOutput, error) {
	return typed[DescribeDBClustersOutput](c.invoke(ctx, &describeDBClustersOp, in, new(DescribeDBClustersOutput), optFns))
}

// DescribeDBClustersAPIClient is the client interface that the paginator and
// the waiters use.
type DescribeDBClustersAPIClient interface {
	DescribeDBClusters(context.Context, *DescribeDBClustersInput, ...func(*Options)) (*DescribeDBClustersOutput, error)
}

// DescribeDBClustersPaginatorOptions are the options of a [DescribeDBClustersPaginator].
type DescribeDBClustersPaginatorOptions = PaginatorOptions

// A DescribeDBClustersPaginator walks the pages of [Client.DescribeDBClusters].
type DescribeDBClustersPaginator = Paginator[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// NewDescribeDBClustersPaginator returns a paginator that starts at params.Marker, or at the first
// page if params.Marker is nil.
func NewDescribeDBClustersPaginator(client DescribeDBClustersAPIClient, params *DescribeDBClustersInput, optFns ...func(*DescribeDBClustersPaginatorOptions)) *DescribeDBClustersPaginator {
	return describe.NewPaginator[types.DBCluster](client.DescribeDBClusters, resource.Clusters.Items, params, optFns)
}

// DBClusterAvailableWaiterOptions are the options of a [DBClusterAvailableWaiter].
type DBClusterAvailableWaiterOptions = WaiterOptions[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// A DBClusterAvailableWaiter waits until a cluster is available. If the option RequirePendingEmpty
// is true, it also waits until the cluster's PendingModifiedValues is empty.
type DBClusterAvailableWaiter = Waiter[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// NewDBClusterAvailableWaiter returns a waiter that waits until clusters are available. The wait
// fails for statuses such as deleting, failed and migration-failed; the package documentation lists
// all these statuses.
func NewDBClusterAvailableWaiter(client DescribeDBClustersAPIClient, optFns ...func(*DBClusterAvailableWaiterOptions)) *DBClusterAvailableWaiter {
	return describe.NewWaiter(client.DescribeDBClusters, core, &resource.Clusters, resource.ClusterAvailable(), optFns)
}

// DBClusterStoppedWaiterOptions are the options of a [DBClusterStoppedWaiter].
type DBClusterStoppedWaiterOptions = WaiterOptions[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// A DBClusterStoppedWaiter waits until a cluster is stopped.
type DBClusterStoppedWaiter = Waiter[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// NewDBClusterStoppedWaiter returns a waiter that waits until clusters are stopped. The wait fails
// for the same statuses as that of a [DBClusterAvailableWaiter]. AWS starts a stopped cluster
// again after seven days.
func NewDBClusterStoppedWaiter(client DescribeDBClustersAPIClient, optFns ...func(*DBClusterStoppedWaiterOptions)) *DBClusterStoppedWaiter {
	return describe.NewWaiter(client.DescribeDBClusters, core, &resource.Clusters, resource.ClusterStopped(), optFns)
}

// DBClusterDeletedWaiterOptions are the options of a [DBClusterDeletedWaiter].
type DBClusterDeletedWaiterOptions = WaiterOptions[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// A DBClusterDeletedWaiter waits until a cluster no longer exists.
type DBClusterDeletedWaiter = Waiter[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// NewDBClusterDeletedWaiter returns a waiter that waits until clusters no longer exist. The wait
// fails if a cluster's status is creating, rebooting or resetting-master-credentials. These
// statuses mean that a new cluster has the same name.
func NewDBClusterDeletedWaiter(client DescribeDBClustersAPIClient, optFns ...func(*DBClusterDeletedWaiterOptions)) *DBClusterDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBClusters, core, &resource.Clusters, resource.Deleted(), optFns)
}
