package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeSourceRegionsInput is the input of [Client.DescribeSourceRegions].
type DescribeSourceRegionsInput struct {
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Regions per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// Name of the source region to list, for example us-east-1; all source regions if nil. It must
	// be the name of a valid region.
	RegionName *string
}

// DescribeSourceRegionsOutput is the output of [Client.DescribeSourceRegions].
type DescribeSourceRegionsOutput struct {
	// Marker of the next page, or nil on the last page.
	Marker *string
	// The regions of this page.
	SourceRegions  []types.SourceRegion `query:",item=SourceRegion"`
	ResultMetadata middleware.Metadata  `query:"-"`
}

var describeSourceRegionsOp = operation.Op{
	Name: "DescribeSourceRegions",
}

// DescribeSourceRegions lists the regions from which snapshots can be copied to the client's
// region. Instances and automated backups can be replicated from the same regions. Regions that are
// not enabled in the account are not listed.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeSourceRegions.html
func (c *Client) DescribeSourceRegions(ctx context.Context, in *DescribeSourceRegionsInput, optFns ...func(*Options)) (*DescribeSourceRegionsOutput, error) {
	return typed[DescribeSourceRegionsOutput](c.invoke(ctx, &describeSourceRegionsOp, in, new(DescribeSourceRegionsOutput), optFns))
}

// DescribeSourceRegionsAPIClient is the client interface that the paginator
// uses.
type DescribeSourceRegionsAPIClient interface {
	DescribeSourceRegions(context.Context, *DescribeSourceRegionsInput, ...func(*Options)) (*DescribeSourceRegionsOutput, error)
}

// DescribeSourceRegionsPaginatorOptions are the options of a [DescribeSourceRegionsPaginator].
type DescribeSourceRegionsPaginatorOptions = PaginatorOptions

// A DescribeSourceRegionsPaginator walks the pages of [Client.DescribeSourceRegions].
type DescribeSourceRegionsPaginator = Paginator[DescribeSourceRegionsInput, DescribeSourceRegionsOutput, types.SourceRegion]

// NewDescribeSourceRegionsPaginator returns a paginator that starts at params.Marker, or at the
// first page if params.Marker is nil.
func NewDescribeSourceRegionsPaginator(client DescribeSourceRegionsAPIClient, params *DescribeSourceRegionsInput, optFns ...func(*DescribeSourceRegionsPaginatorOptions)) *DescribeSourceRegionsPaginator {
	return describe.NewPaginator[types.SourceRegion](client.DescribeSourceRegions, "SourceRegions", params, optFns)
}
