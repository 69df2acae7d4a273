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
	// Only groups for this engine, such as mysql or oracle-ee. Not together with OptionGroupName.
	EngineName *string
	// The service does not support filters for this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Only groups for this major version, such as 8.0. It needs EngineName.
	MajorEngineVersion *string
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Groups per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// Only this group. Not together with EngineName and MajorEngineVersion.
	OptionGroupName *string
}

// DescribeOptionGroupsOutput is the output of [Client.DescribeOptionGroups].
type DescribeOptionGroupsOutput struct {
	// Marker of the next page, or nil on the last page.
	Marker           *string
	OptionGroupsList []types.OptionGroup `query:",item=OptionGroup"`
	ResultMetadata   middleware.Metadata `query:"-"`
}

var describeOptionGroupsOp = operation.Op{
	Name: "DescribeOptionGroups",
	Faults: operation.Faults{
		(*types.OptionGroupNotFoundFault)(nil),
	},
}

// DescribeOptionGroups lists the option groups of instances, the default ones included: their names
// begin with default:. A copy of a snapshot to another region, and a restore there, want an option
// group with the same options if the source has one that is not a default group.
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

// NewDescribeOptionGroupsPaginator returns a paginator that starts at the
// Marker of params, or at the first page if params has none.
func NewDescribeOptionGroupsPaginator(client DescribeOptionGroupsAPIClient, params *DescribeOptionGroupsInput, optFns ...func(*DescribeOptionGroupsPaginatorOptions)) *DescribeOptionGroupsPaginator {
	return describe.NewPaginator[types.OptionGroup](client.DescribeOptionGroups, "OptionGroupsList", params, optFns)
}
