package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeOptionGroupsInput is the input of [Client.DescribeOptionGroups].
type DescribeOptionGroupsInput struct {
	// Engine whose groups are listed, for example mysql or oracle-ee; all engines if nil. It must
	// be nil if OptionGroupName is set.
	EngineName *string
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Major engine version whose groups are listed, for example 8.0; all versions if nil. If it is
	// set, EngineName must also be set.
	MajorEngineVersion *string
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Groups per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// Name of the group to list; all groups if nil. It must be nil if EngineName or
	// MajorEngineVersion is set.
	OptionGroupName *string
}

// DescribeOptionGroupsOutput is the output of [Client.DescribeOptionGroups].
type DescribeOptionGroupsOutput struct {
	// Marker of the next page, or nil on the last page.
	Marker *string
	// The groups of this page.
	OptionGroupsList []types.OptionGroup `query:",item=OptionGroup"`
	ResultMetadata   middleware.Metadata `query:"-"`
}

var describeOptionGroupsOp = operation.Op{
	Name: "DescribeOptionGroups",
	Faults: operation.Faults{
		(*types.OptionGroupNotFoundFault)(nil),
	},
}

// DescribeOptionGroups lists option groups, including the default groups, whose names begin with
// "default:". A snapshot of an instance with a custom option group can be copied to another region,
// and restored there, only if that region has an option group with the same options.
//
// It can fail with [types.OptionGroupNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeOptionGroups.html
func (c *Client) DescribeOptionGroups(ctx context.Context, in *DescribeOptionGroupsInput, optFns ...func(*Options)) (*DescribeOptionGroupsOutput, error) {
	return typed[DescribeOptionGroupsOutput](c.invoke(ctx, &describeOptionGroupsOp, in, new(DescribeOptionGroupsOutput), optFns))
}

// DescribeOptionGroupsAPIClient is the client interface that the paginator
// uses.
type DescribeOptionGroupsAPIClient interface {
	DescribeOptionGroups(context.Context, *DescribeOptionGroupsInput, ...func(*Options)) (*DescribeOptionGroupsOutput, error)
}

// DescribeOptionGroupsPaginatorOptions are the options of a [DescribeOptionGroupsPaginator].
type DescribeOptionGroupsPaginatorOptions = PaginatorOptions

// A DescribeOptionGroupsPaginator walks the pages of [Client.DescribeOptionGroups].
type DescribeOptionGroupsPaginator = Paginator[DescribeOptionGroupsInput, DescribeOptionGroupsOutput, types.OptionGroup]

// NewDescribeOptionGroupsPaginator returns a paginator that starts at params.Marker, or at the
// first page if params.Marker is nil.
func NewDescribeOptionGroupsPaginator(client DescribeOptionGroupsAPIClient, params *DescribeOptionGroupsInput, optFns ...func(*DescribeOptionGroupsPaginatorOptions)) *DescribeOptionGroupsPaginator {
	return describe.NewPaginator[types.OptionGroup](client.DescribeOptionGroups, "OptionGroupsList", params, optFns)
}
