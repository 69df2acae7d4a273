package neptune

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
)

// StartDBClusterInput is the request of [Client.StartDBCluster].
type StartDBClusterInput struct {
	// Required. A cluster with Status stopped; letter case does not matter.
	DBClusterIdentifier *string `query:",required"`
}

// StartDBClusterOutput is the answer to [Client.StartDBCluster].
type StartDBClusterOutput struct {
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var startDBClusterOp = operation.Op{
	Name: "StartDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil),
		// Beyond the documentation of this operation, from that of RDS:
		(*types.KMSKeyNotAccessibleFault)(nil),
	},
	Effect: &recovery.Change{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*StartDBClusterInput).DBClusterIdentifier },
		To:       []string{"starting", "available"},
		From:     []string{"stopped", status.Inaccessible},
	},
}

// StartDBCluster starts a stopped cluster with its instances. It returns at once with Status
// starting; right after the call a cluster can still show as stopped.
//
// It can fail with [types.DBClusterNotFoundFault], [types.InvalidDBClusterStateFault] or
// [types.InvalidDBInstanceStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_StartDBCluster.html
func (c *Client) StartDBCluster(ctx context.Context, in *StartDBClusterInput, optFns ...func(*Options)) (*StartDBClusterOutput, error) {
	return typed[StartDBClusterOutput](c.invoke(ctx, &startDBClusterOp, in, new(StartDBClusterOutput), optFns))
}

// StopDBClusterInput is the request of [Client.StopDBCluster].
type StopDBClusterInput struct {
	// Required. A cluster with Status available; letter case does not matter.
	DBClusterIdentifier *string `query:",required"`
}

// StopDBClusterOutput is the answer to [Client.StopDBCluster].
type StopDBClusterOutput struct {
	DBCluster      *types.DBCluster
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

// StopDBCluster stops an available cluster with its instances, which have to be available too.
// Storage and snapshots stay and are paid for, instances are not. It returns at once with Status
// stopping.
//
// AWS starts the cluster again after seven days, see [types.DBCluster.AutomaticRestartTime]. A
// stopped cluster can be neither modified nor deleted. Members of a global database cannot be
// stopped.
//
// It can fail with [types.DBClusterNotFoundFault], [types.InvalidDBClusterStateFault] or
// [types.InvalidDBInstanceStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_StopDBCluster.html
func (c *Client) StopDBCluster(ctx context.Context, in *StopDBClusterInput, optFns ...func(*Options)) (*StopDBClusterOutput, error) {
	return typed[StopDBClusterOutput](c.invoke(ctx, &stopDBClusterOp, in, new(StopDBClusterOutput), optFns))
}

// CreateDBClusterInput is the request of [Client.CreateDBCluster].
type CreateDBClusterInput struct {
	// Required. Name of the cluster: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a hyphen at the end or two in a row. It is stored in lower case.
	DBClusterIdentifier *string `query:",required"`
	// Required: neptune.
	Engine *string `query:",required"`
	// Zones in which instances can be created; AWS chooses three when nil.
	AvailabilityZones []string `query:",item=AvailabilityZone" recover:"-"`
	// Days to keep automated snapshots, 1 to 35; 1 when nil.
	BackupRetentionPeriod *int32
	// Not supported by Neptune.
	CharacterSetName *string
	// Whether snapshots get the tags of the cluster; false when nil.
	CopyTagsToSnapshot *bool
	// An existing cluster parameter group; the default one of the engine version when nil.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// An existing subnet group, which determines the VPC; the default one when nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// Up to 64 letters and digits. No database is made when nil, and Neptune needs none.
	DatabaseName *string
	// Whether deleting the cluster is refused; false when nil, unlike in the console.
	DeletionProtection *bool
	// Logs to send to CloudWatch Logs: audit, slowquery.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether requests to the graph endpoint have to be signed with IAM credentials; false when
	// nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// For example 1.3.2.1; the default version when nil.
	EngineVersion *string
	// The global database that the new cluster joins.
	GlobalClusterIdentifier *string
	// Key of the storage, as ID, ARN or alias; the default key of the account when nil and
	// StorageEncrypted is true. Of another account, only the ARN will do. A secondary cluster of an
	// encrypted global database needs a key of its own region.
	KmsKeyId *string
	// Not supported by Neptune.
	MasterUserPassword *string
	// Not supported by Neptune.
	MasterUsername *string
	// IPV4, or DUAL for IPv4 and IPv6, which the subnet group has to support; IPV4 when nil.
	NetworkType *string
	// Not supported by Neptune.
	OptionGroupName *string
	// TCP port of all endpoints; 8182 when nil.
	Port *int32
	// Leave it nil: it is filled in when SourceRegion is set.
	PreSignedUrl *string `query:",nopresign"`
	// Daily, in UTC, at least 30 minutes, apart from the maintenance window: hh24:mi-hh24:mi. AWS
	// chooses it when nil.
	PreferredBackupWindow *string
	// Weekly, in UTC, at least 30 minutes: ddd:hh24:mi-ddd:hh24:mi, as in sun:05:00-sun:06:00. AWS
	// chooses it when nil.
	PreferredMaintenanceWindow *string
	// ARN of a cluster or instance to create a read replica of.
	ReplicationSourceIdentifier *string `query:",source"`
	// Capacity range; needed for instances of the class db.serverless.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// Region of ReplicationSourceIdentifier, when it is another one than the client's. Never sent:
	// it is there to make PreSignedUrl.
	SourceRegion *string `query:"-"`
	// Whether to encrypt the storage. It cannot be changed later.
	StorageEncrypted *bool
	// standard, or iopt1 for I/O-optimized storage from engine version 1.3.0.0 on; standard when
	// nil.
	StorageType *string
	// Tags of the cluster.
	Tags []types.Tag `query:",item=Tag"`
	// Security groups of the cluster; the default one of the VPC when nil.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// CreateDBClusterOutput is the answer to [Client.CreateDBCluster].
type CreateDBClusterOutput struct {
	DBCluster      *types.DBCluster
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
		// Beyond the documentation of this operation, from that of RDS:
		(*types.DBClusterRoleQuotaExceededFault)(nil), (*types.DomainNotFoundFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil), (*types.OptionGroupNotFoundFault)(nil),
		(*types.StorageTypeNotSupportedFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*CreateDBClusterInput).DBClusterIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBCluster).ClusterCreateTime },
		Tag: func(in any, key, value string) any {
			c := *in.(*CreateDBClusterInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
	Presign: &operation.CrossRegion,
}

// CreateDBCluster begins to create a cluster, as the first or a secondary one of a global database
// if GlobalClusterIdentifier says so. It returns at once with Status creating. The cluster has no
// instances: [Client.CreateDBInstance] adds them, and the first one becomes the writer.
//
// It can fail with [types.DBClusterAlreadyExistsFault], [types.DBClusterNotFoundFault],
// [types.DBClusterParameterGroupNotFoundFault], [types.DBClusterQuotaExceededFault],
// [types.DBInstanceNotFoundFault], [types.DBSubnetGroupDoesNotCoverEnoughAZs],
// [types.DBSubnetGroupNotFoundFault], [types.GlobalClusterNotFoundFault],
// [types.InsufficientStorageClusterCapacityFault], [types.InvalidDBClusterStateFault],
// [types.InvalidDBInstanceStateFault], [types.InvalidDBSubnetGroupStateFault],
// [types.InvalidGlobalClusterStateFault], [types.InvalidSubnet],
// [types.InvalidVPCNetworkStateFault], [types.KMSKeyNotAccessibleFault],
// [types.NetworkTypeNotSupportedFault] or [types.StorageQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBCluster.html
func (c *Client) CreateDBCluster(ctx context.Context, in *CreateDBClusterInput, optFns ...func(*Options)) (*CreateDBClusterOutput, error) {
	return typed[CreateDBClusterOutput](c.invoke(ctx, &createDBClusterOp, in, new(CreateDBClusterOutput), optFns))
}

// ModifyDBClusterInput is the request of [Client.ModifyDBCluster].
type ModifyDBClusterInput struct {
	// Required. An existing cluster; letter case does not matter.
	DBClusterIdentifier *string `query:",required" recover:",aside"`
	// Has to be true when EngineVersion is another major version.
	AllowMajorVersionUpgrade *bool `recover:",aside"`
	// Whether the new name and the new engine version apply now instead of in the next maintenance
	// window; false when nil. Other changes apply now in any case.
	ApplyImmediately *bool `recover:",aside"`
	// Days to keep automated snapshots, 1 to 35.
	BackupRetentionPeriod *int32
	// Which log exports to switch on and off.
	CloudwatchLogsExportConfiguration *types.CloudwatchLogsExportConfiguration
	// Whether snapshots get the tags of the cluster.
	CopyTagsToSnapshot *bool
	// An existing cluster parameter group; static parameters apply after a restart of the
	// instances.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// Parameter group for all instances, applied without a restart. Only with
	// AllowMajorVersionUpgrade.
	DBInstanceParameterGroupName *string
	// Whether deleting the cluster is refused.
	DeletionProtection *bool
	// Whether requests to the graph endpoint have to be signed with IAM credentials.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Version to upgrade to, in the next maintenance window or, with ApplyImmediately, now. The
	// cluster is down meanwhile.
	EngineVersion *string
	// Not supported by Neptune.
	MasterUserPassword *string
	// IPV4, or DUAL for IPv4 and IPv6, which the subnet group has to support.
	NetworkType *string
	// New name, with the rules of that of [CreateDBClusterInput]. The endpoints change with it.
	NewDBClusterIdentifier *string `recover:"DBClusterIdentifier"`
	// Not supported by Neptune.
	OptionGroupName *string
	// TCP port of all endpoints.
	Port *int32
	// Daily, in UTC, at least 30 minutes, apart from the maintenance window: hh24:mi-hh24:mi.
	PreferredBackupWindow *string
	// Weekly, in UTC, at least 30 minutes: ddd:hh24:mi-ddd:hh24:mi.
	PreferredMaintenanceWindow *string
	// Capacity range of serverless instances.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// standard or iopt1. A change to iopt1 is possible once in 30 days.
	StorageType *string
	// The security groups that the cluster is to have, in place of the present ones.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// ModifyDBClusterOutput is the answer to [Client.ModifyDBCluster].
type ModifyDBClusterOutput struct {
	DBCluster      *types.DBCluster
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
		// Beyond the documentation of this operation, from that of RDS:
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

// ModifyDBCluster changes settings of an available cluster; members of the request that are nil
// stay as they are. It returns at once, mostly with Status available still; what does not apply yet
// is in PendingModifiedValues.
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

// FailoverDBClusterInput is the request of [Client.FailoverDBCluster].
type FailoverDBClusterInput struct {
	// The cluster; letter case does not matter. The API does not require it, but a failover is always
	// that of one cluster.
	DBClusterIdentifier *string
	// Name of the instance of the cluster that becomes the writer. AWS chooses the one with the lowest
	// promotion tier when nil.
	TargetDBInstanceIdentifier *string
}

// FailoverDBClusterOutput is the answer to [Client.FailoverDBCluster].
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
// afterwards. AWS does the same by itself when the writer fails. It returns at once.
//
// Since a repetition could fail back, an attempt whose outcome is not known is not repeated, see
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

// PromoteReadReplicaDBClusterInput is the request of [Client.PromoteReadReplicaDBCluster].
type PromoteReadReplicaDBClusterInput struct {
	// Required. An available cluster with a ReplicationSourceIdentifier, in any letter case.
	DBClusterIdentifier *string `query:",required"`
}

// PromoteReadReplicaDBClusterOutput is the answer to [Client.PromoteReadReplicaDBCluster].
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
// own. Neptune does not support it: it is there for the clusters of RDS that share the control plane.
// The secondary cluster of a global database is promoted by [Client.RemoveFromGlobalCluster], or by
// [Client.FailoverGlobalCluster].
//
// It can fail with [types.DBClusterNotFoundFault] or [types.InvalidDBClusterStateFault].
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_PromoteReadReplicaDBCluster.html
func (c *Client) PromoteReadReplicaDBCluster(ctx context.Context, in *PromoteReadReplicaDBClusterInput, optFns ...func(*Options)) (*PromoteReadReplicaDBClusterOutput, error) {
	return typed[PromoteReadReplicaDBClusterOutput](c.invoke(ctx, &promoteReadReplicaDBClusterOp, in, new(PromoteReadReplicaDBClusterOutput), optFns))
}

// DeleteDBClusterInput is the request of [Client.DeleteDBCluster].
type DeleteDBClusterInput struct {
	// Required. An existing cluster; letter case does not matter.
	DBClusterIdentifier *string `query:",required"`
	// Name of a last manual snapshot: 1 to 255 letters, digits and hyphens, beginning with a
	// letter, without a hyphen at the end or two in a row. Required unless SkipFinalSnapshot is
	// true, refused if it is.
	FinalDBSnapshotIdentifier *string
	// True to delete without a last snapshot; false when nil.
	SkipFinalSnapshot *bool
}

// DeleteDBClusterOutput is the answer to [Client.DeleteDBCluster].
type DeleteDBClusterOutput struct {
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteDBClusterOp = operation.Op{
	Name: "DeleteDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.DBClusterSnapshotAlreadyExistsFault)(nil),
		(*types.InvalidDBClusterSnapshotStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.SnapshotQuotaExceededFault)(nil),
		// Beyond the documentation of this operation, from that of RDS:
		(*types.InvalidGlobalClusterStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*DeleteDBClusterInput).DBClusterIdentifier },
		Snapshot: &finalClusterSnapshot,
	},
}

// DeleteDBCluster begins to delete a cluster together with its automated snapshots; manual
// snapshots stay. The instances have to be deleted before, DeletionProtection has to be off, and a
// member of a global database has to be removed from it. It returns at once with Status deleting;
// the end of it is that the cluster is not found.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBClusterSnapshotAlreadyExistsFault],
// [types.InvalidDBClusterSnapshotStateFault], [types.InvalidDBClusterStateFault] or
// [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBCluster.html
func (c *Client) DeleteDBCluster(ctx context.Context, in *DeleteDBClusterInput, optFns ...func(*Options)) (*DeleteDBClusterOutput, error) {
	return typed[DeleteDBClusterOutput](c.invoke(ctx, &deleteDBClusterOp, in, new(DeleteDBClusterOutput), optFns))
}

// DescribeDBClustersInput is the request of [Client.DescribeDBClusters].
type DescribeDBClustersInput struct {
	// Only this cluster; letter case does not matter. Unlike a filter, one that does not exist is a
	// fault.
	DBClusterIdentifier *string
	// Their names are listed at [Client.DescribeDBClusters]; a cluster has to pass all of them.
	Filters []types.Filter `query:",item=Filter"`
	// Where to go on: the Marker of the page before.
	Marker *string
	// Clusters per page, 20 to 100; 100 when nil.
	MaxRecords *int32
}

// DescribeDBClustersOutput is the answer to [Client.DescribeDBClusters].
type DescribeDBClustersOutput struct {
	DBClusters []types.DBCluster `query:",item=DBCluster"`
	// Set when there are more clusters.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClustersOp = operation.Op{
	Name: "DescribeDBClusters",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil),
	},
}

// DescribeDBClusters lists clusters. Those of RDS and DocumentDB are among them: the filter engine
// with value neptune leaves them out.
//
// Filters are db-cluster-id (names or ARNs) and engine.
//
// It can fail with [types.DBClusterNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBClusters.html
func (c *Client) DescribeDBClusters(ctx context.Context, in *DescribeDBClustersInput, optFns ...func(*Options)) (*DescribeDBClustersOutput, error) {
	return typed[DescribeDBClustersOutput](c.invoke(ctx, &describeDBClustersOp, in, new(DescribeDBClustersOutput), optFns))
}

// DescribeDBClustersAPIClient is what the paginator and the waiters need of a client.
type DescribeDBClustersAPIClient interface {
	DescribeDBClusters(context.Context, *DescribeDBClustersInput, ...func(*Options)) (*DescribeDBClustersOutput, error)
}

// DescribeDBClustersPaginatorOptions are the options of a [DescribeDBClustersPaginator].
type DescribeDBClustersPaginatorOptions = PaginatorOptions

// A DescribeDBClustersPaginator walks the pages of [Client.DescribeDBClusters].
type DescribeDBClustersPaginator = Paginator[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// NewDescribeDBClustersPaginator returns a paginator that begins where params
// say.
func NewDescribeDBClustersPaginator(client DescribeDBClustersAPIClient, params *DescribeDBClustersInput, optFns ...func(*DescribeDBClustersPaginatorOptions)) *DescribeDBClustersPaginator {
	return describe.NewPaginator[types.DBCluster](client.DescribeDBClusters, clusters.Items, params, optFns)
}

var clusters = wait.Resource{
	Noun:     "cluster",
	Items:    "DBClusters",
	ID:       "DBClusterIdentifier",
	Names:    []string{"DBClusterIdentifier", "DBClusterArn"},
	Status:   "Status",
	Many:     func(ids []string) any { return &DescribeDBClustersInput{Filters: filter("db-cluster-id", ids)} },
	NotFound: "DBClusterNotFound",
}

// DBClusterAvailableWaiterOptions are the options of a [DBClusterAvailableWaiter].
type DBClusterAvailableWaiterOptions = WaiterOptions[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// A DBClusterAvailableWaiter waits until a cluster is available; with RequirePendingEmpty, also until
// no modification of it is pending.
type DBClusterAvailableWaiter = Waiter[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// NewDBClusterAvailableWaiter returns a waiter for clusters to become available. Deleting,
// failed, incompatible and inaccessible clusters, and failed migrations and clones, end
// the wait.
func NewDBClusterAvailableWaiter(client DescribeDBClustersAPIClient, optFns ...func(*DBClusterAvailableWaiterOptions)) *DBClusterAvailableWaiter {
	return describe.NewWaiter(client.DescribeDBClusters, core, &clusters, &wait.Condition{
		Wanted: "available", Success: []string{"available"}, Failure: status.ClusterFailures(), Stale: []string{status.Inaccessible},
		Settled: func(item any) bool { return wait.Empty(item.(*types.DBCluster).PendingModifiedValues) },
	}, optFns)
}

// DBClusterStoppedWaiterOptions are the options of a [DBClusterStoppedWaiter].
type DBClusterStoppedWaiterOptions = WaiterOptions[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// A DBClusterStoppedWaiter waits until a cluster is stopped.
type DBClusterStoppedWaiter = Waiter[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// NewDBClusterStoppedWaiter returns a waiter for clusters to become stopped. The statuses that
// end the wait are those of [NewDBClusterAvailableWaiter].
func NewDBClusterStoppedWaiter(client DescribeDBClustersAPIClient, optFns ...func(*DBClusterStoppedWaiterOptions)) *DBClusterStoppedWaiter {
	return describe.NewWaiter(client.DescribeDBClusters, core, &clusters, &wait.Condition{
		Wanted: "stopped", Success: []string{"stopped"}, Failure: status.ClusterFailures(), Stale: []string{status.Inaccessible},
	}, optFns)
}

// DBClusterDeletedWaiterOptions are the options of a [DBClusterDeletedWaiter].
type DBClusterDeletedWaiterOptions = WaiterOptions[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// A DBClusterDeletedWaiter waits until there is no such cluster any more.
type DBClusterDeletedWaiter = Waiter[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]

// NewDBClusterDeletedWaiter returns a waiter for clusters to be gone. A cluster of that name
// that is being created or restarted ends the wait: it is another one.
func NewDBClusterDeletedWaiter(client DescribeDBClustersAPIClient, optFns ...func(*DBClusterDeletedWaiterOptions)) *DBClusterDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBClusters, core, &clusters, &wait.Condition{
		Wanted: "deleted", Gone: true, Success: []string{"deleted"}, Failure: status.DeletionFailures(),
	}, optFns)
}
