package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBClusterParameterGroupsInput is the input of
// [Client.DescribeDBClusterParameterGroups].
type DescribeDBClusterParameterGroupsInput struct {
	// Name of the group to list; all groups if nil. The name is case-insensitive.
	DBClusterParameterGroupName *string
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Groups per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBClusterParameterGroupsOutput is the output of
// [Client.DescribeDBClusterParameterGroups].
type DescribeDBClusterParameterGroupsOutput struct {
	// The groups of this page.
	DBClusterParameterGroups []types.DBClusterParameterGroup `query:",item=DBClusterParameterGroup"`
	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClusterParameterGroupsOp = operation.Op{
	Name: "DescribeDBClusterParameterGroups",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil),
	},
}

// DescribeDBClusterParameterGroups lists the cluster parameter groups of all engines, including the
// default groups. The name of a default group is "default." followed by its DBParameterGroupFamily.
// A group that is used to restore a cluster must have a DBParameterGroupFamily that matches the
// snapshot's engine version.
//
// It can fail with [types.DBParameterGroupNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterParameterGroups.html
func (c *Client) DescribeDBClusterParameterGroups(ctx context.Context, in *DescribeDBClusterParameterGroupsInput, optFns ...func(*Options)) (*DescribeDBClusterParameterGroupsOutput, error) {
	return typed[DescribeDBClusterParameterGroupsOutput](c.invoke(ctx, &describeDBClusterParameterGroupsOp, in, new(DescribeDBClusterParameterGroupsOutput), optFns))
}

// DescribeDBClusterParameterGroupsAPIClient is the client interface that the
// paginator uses.
type DescribeDBClusterParameterGroupsAPIClient interface {
	DescribeDBClusterParameterGroups(context.Context, *DescribeDBClusterParameterGroupsInput, ...func(*Options)) (*DescribeDBClusterParameterGroupsOutput, error)
}

// DescribeDBClusterParameterGroupsPaginatorOptions are the options of a [DescribeDBClusterParameterGroupsPaginator].
type DescribeDBClusterParameterGroupsPaginatorOptions = PaginatorOptions

// A DescribeDBClusterParameterGroupsPaginator walks the pages of [Client.DescribeDBClusterParameterGroups].
type DescribeDBClusterParameterGroupsPaginator = Paginator[DescribeDBClusterParameterGroupsInput, DescribeDBClusterParameterGroupsOutput, types.DBClusterParameterGroup]

// NewDescribeDBClusterParameterGroupsPaginator returns a paginator that starts at params.Marker, or
// at the first page if params.Marker is nil.
func NewDescribeDBClusterParameterGroupsPaginator(client DescribeDBClusterParameterGroupsAPIClient, params *DescribeDBClusterParameterGroupsInput, optFns ...func(*DescribeDBClusterParameterGroupsPaginatorOptions)) *DescribeDBClusterParameterGroupsPaginator {
	return describe.NewPaginator[types.DBClusterParameterGroup](client.DescribeDBClusterParameterGroups, "DBClusterParameterGroups", params, optFns)
}
