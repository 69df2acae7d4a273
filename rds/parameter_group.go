package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBParameterGroupsInput is the input of
// [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsInput struct {
	// Name of the group to list; all groups if nil. The name is case-insensitive.
	DBParameterGroupName *string
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Groups per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBParameterGroupsOutput is the output of
// [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsOutput struct {
	// The groups of this page.
	DBParameterGroups []types.DBParameterGroup `query:",item=DBParameterGroup"`
	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBParameterGroupsOp = operation.Op{
	Name: "DescribeDBParameterGroups",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil),
	},
}

// DescribeDBParameterGroups lists the instance parameter groups of all engines, including the
// default groups. The name of a default group is "default." followed by its DBParameterGroupFamily.
// When an instance is restored with a parameter group, the group's DBParameterGroupFamily must
// match the snapshot's engine version.
//
// It can fail with [types.DBParameterGroupNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBParameterGroups.html
func (c *Client) DescribeDBParameterGroups(ctx context.Context, in *DescribeDBParameterGroupsInput, optFns ...func(*Options)) (*DescribeDBParameterGroupsOutput, error) {
	return typed[DescribeDBParameterGroupsOutput](c.invoke(ctx, &describeDBParameterGroupsOp, in, new(DescribeDBParameterGroupsOutput), optFns))
}

// DescribeDBParameterGroupsAPIClient is the client interface that the paginator
// uses.
type DescribeDBParameterGroupsAPIClient interface {
	DescribeDBParameterGroups(context.Context, *DescribeDBParameterGroupsInput, ...func(*Options)) (*DescribeDBParameterGroupsOutput, error)
}

// DescribeDBParameterGroupsPaginatorOptions are the options of a [DescribeDBParameterGroupsPaginator].
type DescribeDBParameterGroupsPaginatorOptions = PaginatorOptions

// A DescribeDBParameterGroupsPaginator walks the pages of [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsPaginator = Paginator[DescribeDBParameterGroupsInput, DescribeDBParameterGroupsOutput, types.DBParameterGroup]

// NewDescribeDBParameterGroupsPaginator returns a paginator that starts at params.Marker, or at the
// first page if params.Marker is nil.
func NewDescribeDBParameterGroupsPaginator(client DescribeDBParameterGroupsAPIClient, params *DescribeDBParameterGroupsInput, optFns ...func(*DescribeDBParameterGroupsPaginatorOptions)) *DescribeDBParameterGroupsPaginator {
	return describe.NewPaginator[types.DBParameterGroup](client.DescribeDBParameterGroups, "DBParameterGroups", params, optFns)
}
