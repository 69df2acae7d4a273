package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBParameterGroupsInput is the request of [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsInput struct {
	// Only this group; letter case does not matter.
	DBParameterGroupName *string
	// Not supported by the service at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to go on: the Marker of the page before.
	Marker *string
	// Groups per page, 20 to 100; 100 when nil.
	MaxRecords *int32
}

// DescribeDBParameterGroupsOutput is the answer to [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsOutput struct {
	DBParameterGroups []types.DBParameterGroup `query:",item=DBParameterGroup"`
	// Set when there are more groups.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBParameterGroupsOp = operation.Op{
	Name: "DescribeDBParameterGroups",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil),
	},
}

// DescribeDBParameterGroups lists the parameter groups for instances, of all engines. The default
// groups are among them: their names begin with default., and the family follows. The restore of an
// instance takes a group whose DBParameterGroupFamily fits the engine version of the snapshot.
//
// It can fail with [types.DBParameterGroupNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBParameterGroups.html
func (c *Client) DescribeDBParameterGroups(ctx context.Context, in *DescribeDBParameterGroupsInput, optFns ...func(*Options)) (*DescribeDBParameterGroupsOutput, error) {
	return typed[DescribeDBParameterGroupsOutput](c.invoke(ctx, &describeDBParameterGroupsOp, in, new(DescribeDBParameterGroupsOutput), optFns))
}

// DescribeDBParameterGroupsAPIClient is what the paginator needs of a client.
type DescribeDBParameterGroupsAPIClient interface {
	DescribeDBParameterGroups(context.Context, *DescribeDBParameterGroupsInput, ...func(*Options)) (*DescribeDBParameterGroupsOutput, error)
}

// DescribeDBParameterGroupsPaginatorOptions are the options of a [DescribeDBParameterGroupsPaginator].
type DescribeDBParameterGroupsPaginatorOptions = PaginatorOptions

// A DescribeDBParameterGroupsPaginator walks the pages of [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsPaginator = Paginator[DescribeDBParameterGroupsInput, DescribeDBParameterGroupsOutput, types.DBParameterGroup]

// NewDescribeDBParameterGroupsPaginator returns a paginator that begins where params say.
func NewDescribeDBParameterGroupsPaginator(client DescribeDBParameterGroupsAPIClient, params *DescribeDBParameterGroupsInput, optFns ...func(*DescribeDBParameterGroupsPaginatorOptions)) *DescribeDBParameterGroupsPaginator {
	return describe.NewPaginator[types.DBParameterGroup](client.DescribeDBParameterGroups, "DBParameterGroups", params, optFns)
}
