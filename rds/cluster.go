package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBClustersInput is the input of [Client.DescribeDBClusters].
type DescribeDBClustersInput struct {
	// Name or ARN of the cluster to list; all clusters if nil. If the cluster does not exist, the
	// call fails or, if Filters are set, returns an empty list.
	DBClusterIdentifier *string
	// Filters to apply. A cluster must match all filters. For the filter names, see
	// [Client.DescribeDBClusters].
	Filters []types.Filter `query:",item=Filter"`
	// Whether to include clusters that other accounts share with this account.
	IncludeShared *bool
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

// DescribeDBClusters lists Aurora clusters and Multi-AZ clusters. It also lists Neptune and
// DocumentDB clusters, unless a filter with the name engine excludes them.
//
// The filters are clone-group-id, db-cluster-id (names or ARNs), db-cluster-resource-id, domain,
// and engine.
//
// It can fail with [types.DBClusterNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusters.html
func (c *Client) DescribeDBClusters(ctx context.Context, in *DescribeDBClustersInput, optFns ...func(*Options)) (*DescribeDBClustersOutput, error) {
	return typed[DescribeDBClustersOutput](c.invoke(ctx, &describeDBClustersOp, in, new(DescribeDBClustersOutput), optFns))
}

// StartDBClusterInput is the input of [Client.StartDBCluster].
type StartDBClusterInput struct {
	// Required. Name of a cluster with Status stopped; case-insensitive.
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
		(*types.InvalidDBInstanceStateFault)(nil), (*types.InvalidDBShardGroupStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.VpcEncryptionControlViolationException)(nil),
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
// It can fail with [types.DBClusterNotFoundFault], [types.InvalidDBClusterStateFault],
// [types.InvalidDBInstanceStateFault], [types.InvalidDBShardGroupStateFault],
// [types.KMSKeyNotAccessibleFault] or [types.VpcEncryptionControlViolationException].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartDBCluster.html
func (c *Client) StartDBCluster(ctx context.Context, in *StartDBClusterInput, optFns ...func(*Options)) (*StartDBClusterOutput, error) {
	return typed[StartDBClusterOutput](c.invoke(ctx, &startDBClusterOp, in, new(StartDBClusterOutput), optFns))
}

// StopDBClusterInput is the input of [Client.StopDBCluster].
type StopDBClusterInput struct {
	// Required. Name of a cluster with Status available; case-insensitive.
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
		(*types.InvalidDBInstanceStateFault)(nil), (*types.InvalidDBShardGroupStateFault)(nil),
	},
	Effect: &recovery.Change{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*StopDBClusterInput).DBClusterIdentifier },
		To:       []string{"stopping", "stopped"},
		From:     []string{"available"},
	},
}

// StopDBCluster stops an available cluster and its instances, which must be available too. AWS
// continues to charge for storage and snapshots, but not for instances. StopDBCluster returns
// immediately. The response still shows Status available; DescribeDBClusters shows Status stopping
// a few seconds later.
//
// AWS starts the cluster again after seven days; see [types.DBCluster.AutomaticRestartTime]. A stopped
// cluster cannot be modified. Members of a global database and Aurora Serverless v1 clusters cannot be
// stopped.
//
// It can fail with [types.DBClusterNotFoundFault], [types.InvalidDBClusterStateFault],
// [types.InvalidDBInstanceStateFault] or [types.InvalidDBShardGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StopDBCluster.html
func (c *Client) StopDBCluster(ctx context.Context, in *StopDBClusterInput, optFns ...func(*Options)) (*StopDBClusterOutput, error) {
	return typed[StopDBClusterOutput](c.invoke(ctx, &stopDBClusterOp, in, new(StopDBClusterOutput), optFns))
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
