package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBSubnetGroupsInput is the input of [Client.DescribeDBSubnetGroups].
type DescribeDBSubnetGroupsInput struct {
	// Name of the group to list; all groups if nil. The name is case-insensitive.
	DBSubnetGroupName *string
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Groups per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBSubnetGroupsOutput is the output of
// [Client.DescribeDBSubnetGroups].
type DescribeDBSubnetGroupsOutput struct {
	// The groups of this page.
	DBSubnetGroups []types.DBSubnetGroup `query:",item=DBSubnetGroup"`
	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBSubnetGroupsOp = operation.Op{
	Name: "DescribeDBSubnetGroups",
	Faults: operation.Faults{
		(*types.DBSubnetGroupNotFoundFault)(nil),
	},
}

// DescribeDBSubnetGroups lists subnet groups with their subnets. RDS, Neptune and DocumentDB share
// subnet groups.
//
// It can fail with [types.DBSubnetGroupNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSubnetGroups.html
func (c *Client) DescribeDBSubnetGroups(ctx context.Context, in *DescribeDBSubnetGroupsInput, optFns ...func(*Options)) (*DescribeDBSubnetGroupsOutput, error) {
	return typed[DescribeDBSubnetGroupsOutput](c.invoke(ctx, &describeDBSubnetGroupsOp, in, new(DescribeDBSubnetGroupsOutput), optFns))
}

// DescribeDBSubnetGroupsAPIClient is the client interface that the paginator
// uses.
type DescribeDBSubnetGroupsAPIClient interface {
	DescribeDBSubnetGroups(context.Context, *DescribeDBSubnetGroupsInput, ...func(*Options)) (*DescribeDBSubnetGroupsOutput, error)
}

// DescribeDBSubnetGroupsPaginatorOptions are the options of a [DescribeDBSubnetGroupsPaginator].
type DescribeDBSubnetGroupsPaginatorOptions = PaginatorOptions

// A DescribeDBSubnetGroupsPaginator walks the pages of [Client.DescribeDBSubnetGroups].
type DescribeDBSubnetGroupsPaginator = Paginator[DescribeDBSubnetGroupsInput, DescribeDBSubnetGroupsOutput, types.DBSubnetGroup]

// NewDescribeDBSubnetGroupsPaginator returns a paginator that starts at params.Marker, or at the
// first page if params.Marker is nil.
func NewDescribeDBSubnetGroupsPaginator(client DescribeDBSubnetGroupsAPIClient, params *DescribeDBSubnetGroupsInput, optFns ...func(*DescribeDBSubnetGroupsPaginatorOptions)) *DescribeDBSubnetGroupsPaginator {
	return describe.NewPaginator[types.DBSubnetGroup](client.DescribeDBSubnetGroups, "DBSubnetGroups", params, optFns)
}
