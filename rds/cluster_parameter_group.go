package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBClusterParameterGroupsInput is the request of [Client.DescribeDBClusterParameterGroups].
type DescribeDBClusterParameterGroupsInput struct {
	// Only this group; letter case does not matter.
	DBClusterParameterGroupName *string
	// Not supported by the service at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to go on: the Marker of the page before.
	Marker *string
	// Groups per page, 20 to 100; 100 when nil.
	MaxRecords *int32
}

// DescribeDBClusterParameterGroupsOutput is the answer to [Client.DescribeDBClusterParameterGroups].
type DescribeDBClusterParameterGroupsOutput struct {
	DBClusterParameterGroups []types.DBClusterParameterGroup `query:",item=DBClusterParameterGroup"`
	// Set when there are more groups.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClusterParameterGroupsOp = operation.Op{
	Name: "DescribeDBClusterParameterGroups",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil),
	},
}

// DescribeDBClusterParameterGroups lists the parameter groups for clusters, of all engines. The
// default groups are among them: their names begin with default., and the family follows. The restore
// of a cluster takes a group whose DBParameterGroupFamily fits the engine version of the snapshot.
//
// It can fail with [types.DBParameterGroupNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterParameterGroups.html
func (c *Client) DescribeDBClusterParameterGroups(ctx context.Context, in *DescribeDBClusterParameterGroupsInput, optFns ...func(*Options)) (*DescribeDBClusterParameterGroupsOutput, error) {
	return typed[DescribeDBClusterParameterGroupsOutput](c.invoke(ctx, &describeDBClusterParameterGroupsOp, in, new(DescribeDBClusterParameterGroupsOutput), optFns))
}

// DescribeDBClusterParameterGroupsAPIClient is what the paginator needs of a client.
type DescribeDBClusterParameterGroupsAPIClient interface {
	DescribeDBClusterParameterGroups(context.Context, *DescribeDBClusterParameterGroupsInput, ...func(*Options)) (*DescribeDBClusterParameterGroupsOutput, error)
}

// DescribeDBClusterParameterGroupsPaginatorOptions are the options of a [DescribeDBClusterParameterGroupsPaginator].
type DescribeDBClusterParameterGroupsPaginatorOptions = PaginatorOptions

// A DescribeDBClusterParameterGroupsPaginator walks the pages of [Client.DescribeDBClusterParameterGroups].
type DescribeDBClusterParameterGroupsPaginator = Paginator[DescribeDBClusterParameterGroupsInput, DescribeDBClusterParameterGroupsOutput, types.DBClusterParameterGroup]

// NewDescribeDBClusterParameterGroupsPaginator returns a paginator that begins where params say.
func NewDescribeDBClusterParameterGroupsPaginator(client DescribeDBClusterParameterGroupsAPIClient, params *DescribeDBClusterParameterGroupsInput, optFns ...func(*DescribeDBClusterParameterGroupsPaginatorOptions)) *DescribeDBClusterParameterGroupsPaginator {
	return describe.NewPaginator[types.DBClusterParameterGroup](client.DescribeDBClusterParameterGroups, "DBClusterParameterGroups", params, optFns)
}
