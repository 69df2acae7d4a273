package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBClusterAutomatedBackupsInput is the input of
// [Client.DescribeDBClusterAutomatedBackups].
type DescribeDBClusterAutomatedBackupsInput struct {
	// Name of the cluster whose backups are listed; case-insensitive. AWS documents this field
	// only for existing clusters.
	DBClusterIdentifier *string
	// Resource ID (cluster-…) of the cluster whose backups are listed; case-insensitive. The
	// cluster may already have been deleted.
	DbClusterResourceId *string
	// Filters to apply. A backup must match all filters. For the filter names, see
	// [Client.DescribeDBClusterAutomatedBackups].
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Backups per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBClusterAutomatedBackupsOutput is the output of
// [Client.DescribeDBClusterAutomatedBackups].
type DescribeDBClusterAutomatedBackupsOutput struct {
	// The backups of this page.
	DBClusterAutomatedBackups []types.DBClusterAutomatedBackup `query:",item=DBClusterAutomatedBackup"`

	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClusterAutomatedBackupsOp = operation.Op{
	Name: "DescribeDBClusterAutomatedBackups",
	Faults: operation.Faults{
		(*types.DBClusterAutomatedBackupNotFoundFault)(nil),
	},
}

// DescribeDBClusterAutomatedBackups lists the automated backups of existing clusters, and the
// retained backups of deleted clusters. To restore a deleted cluster, find its resource ID in the
// output and pass this ID to [Client.RestoreDBClusterToPointInTime].
//
// The filters are status (with the value retained), db-cluster-id (names or ARNs) and
// db-cluster-resource-id.
//
// It can fail with [types.DBClusterAutomatedBackupNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterAutomatedBackups.html
func (c *Client) DescribeDBClusterAutomatedBackups(ctx context.Context, in *DescribeDBClusterAutomatedBackupsInput, optFns ...func(*Options)) (*DescribeDBClusterAutomatedBackupsOutput, error) {
	return typed[DescribeDBClusterAutomatedBackupsOutput](c.invoke(ctx, &describeDBClusterAutomatedBackupsOp, in, new(DescribeDBClusterAutomatedBackupsOutput), optFns))
}

// DeleteDBClusterAutomatedBackupInput is the input of [Client.DeleteDBClusterAutomatedBackup].
type DeleteDBClusterAutomatedBackupInput struct {
	// Required. Resource ID (cluster-…) of the deleted cluster whose retained backups are to be
	// deleted.
	DbClusterResourceId *string `query:",required"`
}

// DeleteDBClusterAutomatedBackupOutput is the output of [Client.DeleteDBClusterAutomatedBackup].
type DeleteDBClusterAutomatedBackupOutput struct {
	// The deleted backups, with Status deleted and an empty RestoreWindow.
	DBClusterAutomatedBackup *types.DBClusterAutomatedBackup
	ResultMetadata           middleware.Metadata `query:"-"`
}

var deleteDBClusterAutomatedBackupOp = operation.Op{
	Name: "DeleteDBClusterAutomatedBackup",
	Faults: operation.Faults{
		(*types.DBClusterAutomatedBackupNotFoundFault)(nil),
		(*types.InvalidDBClusterAutomatedBackupStateFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &clusterAutomatedBackupResource,
		ID:       func(in any) *string { return in.(*DeleteDBClusterAutomatedBackupInput).DbClusterResourceId },
		Kept:     []string{"active"},
	},
}

// DeleteDBClusterAutomatedBackup deletes the retained backups of a deleted cluster, and their
// automated snapshots. Manual snapshots are kept. The backups of an existing cluster cannot be
// deleted.
//
// It can fail with [types.DBClusterAutomatedBackupNotFoundFault] or
// [types.InvalidDBClusterAutomatedBackupStateFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBClusterAutomatedBackup.html
func (c *Client) DeleteDBClusterAutomatedBackup(ctx context.Context, in *DeleteDBClusterAutomatedBackupInput, optFns ...func(*Options)) (*DeleteDBClusterAutomatedBackupOutput, error) {
	return typed[DeleteDBClusterAutomatedBackupOutput](c.invoke(ctx, &deleteDBClusterAutomatedBackupOp, in, new(DeleteDBClusterAutomatedBackupOutput), optFns))
}

// DescribeDBClusterAutomatedBackupsAPIClient is the client interface that the paginator and
// the waiters use.
type DescribeDBClusterAutomatedBackupsAPIClient interface {
	DescribeDBClusterAutomatedBackups(context.Context, *DescribeDBClusterAutomatedBackupsInput, ...func(*Options)) (*DescribeDBClusterAutomatedBackupsOutput, error)
}

// DescribeDBClusterAutomatedBackupsPaginatorOptions are the options of a
// [DescribeDBClusterAutomatedBackupsPaginator].
type DescribeDBClusterAutomatedBackupsPaginatorOptions = PaginatorOptions

// A DescribeDBClusterAutomatedBackupsPaginator walks the pages of
// [Client.DescribeDBClusterAutomatedBackups].
type DescribeDBClusterAutomatedBackupsPaginator = Paginator[DescribeDBClusterAutomatedBackupsInput, DescribeDBClusterAutomatedBackupsOutput, types.DBClusterAutomatedBackup]

// NewDescribeDBClusterAutomatedBackupsPaginator returns a paginator that starts at params.Marker,
// or at the first page if params.Marker is nil.
func NewDescribeDBClusterAutomatedBackupsPaginator(client DescribeDBClusterAutomatedBackupsAPIClient, params *DescribeDBClusterAutomatedBackupsInput, optFns ...func(*DescribeDBClusterAutomatedBackupsPaginatorOptions)) *DescribeDBClusterAutomatedBackupsPaginator {
	return describe.NewPaginator[types.DBClusterAutomatedBackup](client.DescribeDBClusterAutomatedBackups, clusterAutomatedBackups.Items, params, optFns)
}

var clusterAutomatedBackups = wait.Resource{
	Noun:     "automated backups of cluster",
	Items:    "DBClusterAutomatedBackups",
	ID:       "DbClusterResourceId",
	Names:    []string{"DbClusterResourceId", "DBClusterAutomatedBackupsArn"},
	Status:   "Status",
	NotFound: "DBClusterAutomatedBackupNotFound",
}

var clusterAutomatedBackupResource = recovery.Resource{
	Kind:      &clusterAutomatedBackups,
	Operation: &describeDBClusterAutomatedBackupsOp,
	New: func() (in, out any) {
		return new(DescribeDBClusterAutomatedBackupsInput), new(DescribeDBClusterAutomatedBackupsOutput)
	},
}

// DBClusterAutomatedBackupRetainedWaiterOptions are the options of a
// [DBClusterAutomatedBackupRetainedWaiter].
type DBClusterAutomatedBackupRetainedWaiterOptions = WaiterOptions[DescribeDBClusterAutomatedBackupsInput, DescribeDBClusterAutomatedBackupsOutput, types.DBClusterAutomatedBackup]

// A DBClusterAutomatedBackupRetainedWaiter waits until a deleted cluster's automated backups are
// retained.
type DBClusterAutomatedBackupRetainedWaiter = Waiter[DescribeDBClusterAutomatedBackupsInput, DescribeDBClusterAutomatedBackupsOutput, types.DBClusterAutomatedBackup]

// NewDBClusterAutomatedBackupRetainedWaiter returns a waiter that waits until backups are retained.
// AWS retains backups after their cluster is deleted with DeleteAutomatedBackups set to false.
// The wait fails if the backups are deleted. WaitAll takes the resource IDs (cluster-…) of the
// clusters.
func NewDBClusterAutomatedBackupRetainedWaiter(client DescribeDBClusterAutomatedBackupsAPIClient, optFns ...func(*DBClusterAutomatedBackupRetainedWaiterOptions)) *DBClusterAutomatedBackupRetainedWaiter {
	return describe.NewWaiter(client.DescribeDBClusterAutomatedBackups, core, &clusterAutomatedBackups, &wait.Condition{
		Wanted: "retained", Success: []string{"retained"}, Failure: []string{"deleting", "deleted"},
	}, optFns)
}

// DBClusterAutomatedBackupDeletedWaiterOptions are the options of a
// [DBClusterAutomatedBackupDeletedWaiter].
type DBClusterAutomatedBackupDeletedWaiterOptions = WaiterOptions[DescribeDBClusterAutomatedBackupsInput, DescribeDBClusterAutomatedBackupsOutput, types.DBClusterAutomatedBackup]

// A DBClusterAutomatedBackupDeletedWaiter waits until a cluster's automated backups no longer
// exist.
type DBClusterAutomatedBackupDeletedWaiter = Waiter[DescribeDBClusterAutomatedBackupsInput, DescribeDBClusterAutomatedBackupsOutput, types.DBClusterAutomatedBackup]

// NewDBClusterAutomatedBackupDeletedWaiter returns a waiter that waits until backups no longer
// exist, because they were deleted or have expired. The wait fails for backups of an existing
// cluster. WaitAll takes the resource IDs (cluster-…) of the clusters.
func NewDBClusterAutomatedBackupDeletedWaiter(client DescribeDBClusterAutomatedBackupsAPIClient, optFns ...func(*DBClusterAutomatedBackupDeletedWaiterOptions)) *DBClusterAutomatedBackupDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBClusterAutomatedBackups, core, &clusterAutomatedBackups, &wait.Condition{
		Wanted: "deleted", Success: []string{"deleted"}, Failure: []string{"active"}, Gone: true,
	}, optFns)
}
