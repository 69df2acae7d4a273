package rds

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/rds/types"
)

// BacktrackDBClusterInput is the input of [Client.BacktrackDBCluster].
type BacktrackDBClusterInput struct {
	// Required. Time to which the cluster is rewound. It cannot be in the future. Aurora uses the
	// nearest consistent time.
	BacktrackTo *time.Time `query:",required"`
	// Required. Name of an available Aurora MySQL cluster with a BacktrackWindow above 0;
	// case-insensitive.
	DBClusterIdentifier *string `query:",required"`
	// Whether to backtrack even if binary logging is enabled; false if nil. If false, AWS rejects
	// the request if binary logging is enabled.
	Force *bool
	// Whether AWS uses the cluster's EarliestBacktrackTime if BacktrackTo is earlier than that
	// time; false if nil. If false, AWS rejects a BacktrackTo that is too early.
	UseEarliestTimeOnPointInTimeUnavailable *bool
}

// BacktrackDBClusterOutput is the output of [Client.BacktrackDBCluster]. It has the fields of
// [types.DBClusterBacktrack].
type BacktrackDBClusterOutput struct {
	// UUID of the backtrack.
	BacktrackIdentifier *string
	// When the backtrack was requested.
	BacktrackRequestCreationTime *time.Time
	// The time to which the cluster returned.
	BacktrackTo *time.Time
	// The time from which the cluster returned.
	BacktrackedFrom *time.Time
	// The cluster, in lower case.
	DBClusterIdentifier *string
	// Usually pending or applying.
	Status         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var backtrackDBClusterOp = operation.Op{
	Name: "BacktrackDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
	},
	// A second backtrack to the same time would lose data that was written after the first
	// backtrack.
	Effect: &recovery.Once{
		Noun: "the backtracks of cluster",
		ID:   func(in any) *string { return in.(*BacktrackDBClusterInput).DBClusterIdentifier },
	},
}

// BacktrackDBCluster starts rewinding an available Aurora MySQL cluster to an earlier time, in
// place. Connections break. Data that was written after that time is lost, unless a later backtrack
// moves the cluster forward again.
//
// BacktrackDBCluster returns immediately. The cluster's Status changes to backtracking and then to
// available. A [DBClusterBacktrackCompletedWaiter] waits until the backtrack is completed. Only a
// cluster that was created or restored with a BacktrackWindow can be backtracked.
//
// The client does not repeat an attempt whose outcome is unknown, because a second backtrack would
// lose data that was written after the first backtrack; see [nereid.OutcomeUnknownError].
// [Client.DescribeDBClusterBacktracks] shows whether the cluster was backtracked to BacktrackTo.
//
// It can fail with [types.DBClusterNotFoundFault] or [types.InvalidDBClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_BacktrackDBCluster.html
func (c *Client) BacktrackDBCluster(ctx context.Context, in *BacktrackDBClusterInput, optFns ...func(*Options)) (*BacktrackDBClusterOutput, error) {
	return typed[BacktrackDBClusterOutput](c.invoke(ctx, &backtrackDBClusterOp, in, new(BacktrackDBClusterOutput), optFns))
}

// DescribeDBClusterBacktracksInput is the input of [Client.DescribeDBClusterBacktracks].
type DescribeDBClusterBacktracksInput struct {
	// Required. Name of an existing Aurora MySQL cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
	// UUID of the backtrack to list; all backtracks if nil.
	BacktrackIdentifier *string
	// Filters to apply. A backtrack must match all filters. For the filter names, see
	// [Client.DescribeDBClusterBacktracks].
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Backtracks per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBClusterBacktracksOutput is the output of [Client.DescribeDBClusterBacktracks].
type DescribeDBClusterBacktracksOutput struct {
	// The backtracks of this page.
	DBClusterBacktracks []types.DBClusterBacktrack `query:",item=DBClusterBacktrack"`

	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClusterBacktracksOp = operation.Op{
	Name: "DescribeDBClusterBacktracks",
	Faults: operation.Faults{
		(*types.DBClusterBacktrackNotFoundFault)(nil), (*types.DBClusterNotFoundFault)(nil),
	},
}

// DescribeDBClusterBacktracks lists the backtracks of an Aurora MySQL cluster. If the cluster cannot
// be backtracked, AWS rejects the call with the code InvalidParameterCombination.
//
// The filters are db-cluster-backtrack-id and db-cluster-backtrack-status (applying, completed,
// failed, pending).
//
// It can fail with [types.DBClusterBacktrackNotFoundFault] or [types.DBClusterNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterBacktracks.html
func (c *Client) DescribeDBClusterBacktracks(ctx context.Context, in *DescribeDBClusterBacktracksInput, optFns ...func(*Options)) (*DescribeDBClusterBacktracksOutput, error) {
	return typed[DescribeDBClusterBacktracksOutput](c.invoke(ctx, &describeDBClusterBacktracksOp, in, new(DescribeDBClusterBacktracksOutput), optFns))
}

// DescribeDBClusterBacktracksAPIClient is the client interface that the paginator and
// the waiter use.
type DescribeDBClusterBacktracksAPIClient interface {
	DescribeDBClusterBacktracks(context.Context, *DescribeDBClusterBacktracksInput, ...func(*Options)) (*DescribeDBClusterBacktracksOutput, error)
}

// DescribeDBClusterBacktracksPaginatorOptions are the options of a
// [DescribeDBClusterBacktracksPaginator].
type DescribeDBClusterBacktracksPaginatorOptions = PaginatorOptions

// A DescribeDBClusterBacktracksPaginator walks the pages of [Client.DescribeDBClusterBacktracks].
type DescribeDBClusterBacktracksPaginator = Paginator[DescribeDBClusterBacktracksInput, DescribeDBClusterBacktracksOutput, types.DBClusterBacktrack]

// NewDescribeDBClusterBacktracksPaginator returns a paginator that starts at params.Marker, or at
// the first page if params.Marker is nil.
func NewDescribeDBClusterBacktracksPaginator(client DescribeDBClusterBacktracksAPIClient, params *DescribeDBClusterBacktracksInput, optFns ...func(*DescribeDBClusterBacktracksPaginatorOptions)) *DescribeDBClusterBacktracksPaginator {
	return describe.NewPaginator[types.DBClusterBacktrack](client.DescribeDBClusterBacktracks, backtracks.Items, params, optFns)
}

var backtracks = wait.Resource{
	Noun:     "backtrack",
	Items:    "DBClusterBacktracks",
	ID:       "BacktrackIdentifier",
	Names:    []string{"BacktrackIdentifier"},
	Of:       "DBClusterIdentifier",
	Status:   "Status",
	NotFound: "DBClusterBacktrackNotFound",
}

// DBClusterBacktrackCompletedWaiterOptions are the options of a
// [DBClusterBacktrackCompletedWaiter].
type DBClusterBacktrackCompletedWaiterOptions = WaiterOptions[DescribeDBClusterBacktracksInput, DescribeDBClusterBacktracksOutput, types.DBClusterBacktrack]

// A DBClusterBacktrackCompletedWaiter waits until a backtrack is completed.
type DBClusterBacktrackCompletedWaiter = Waiter[DescribeDBClusterBacktracksInput, DescribeDBClusterBacktracksOutput, types.DBClusterBacktrack]

// NewDBClusterBacktrackCompletedWaiter returns a waiter that waits until backtracks are completed.
// The wait fails if a backtrack fails. WaitAll takes identifiers of the form CLUSTER/BACKTRACK, for
// example shop/123e4567-e89b-12d3-a456-426655440000.
func NewDBClusterBacktrackCompletedWaiter(client DescribeDBClusterBacktracksAPIClient, optFns ...func(*DBClusterBacktrackCompletedWaiterOptions)) *DBClusterBacktrackCompletedWaiter {
	return describe.NewWaiter(client.DescribeDBClusterBacktracks, core, &backtracks, &wait.Condition{
		Wanted: "completed", Success: []string{"completed"}, Failure: []string{"failed"},
	}, optFns)
}
