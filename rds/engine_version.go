package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBEngineVersionsInput is the input of
// [Client.DescribeDBEngineVersions].
type DescribeDBEngineVersionsInput struct {
	// Parameter group family whose versions are listed, for example aurora-postgresql16; all
	// families if nil.
	DBParameterGroupFamily *string
	// Whether to list only default versions, which AWS uses if a request does not name a version.
	// If Engine is set, only that engine's default version is listed. If EngineVersion is a major
	// version, only that major version's default is listed.
	DefaultOnly *bool
	// Engine whose versions are listed, for example aurora-postgresql. If nil, AWS lists the
	// versions of all RDS, Neptune and DocumentDB engines.
	Engine *string
	// Version to list, for example 16.8; all versions if nil.
	EngineVersion *string
	// Filters to apply. The filter names are db-parameter-group-family, engine, engine-mode
	// (provisioned, serverless, parallelquery, global), engine-version and status (available,
	// deprecated).
	Filters []types.Filter `query:",item=Filter"`
	// Whether to include versions that are no longer available for new clusters and instances.
	IncludeAll *bool
	// Whether to list the character sets of each version.
	ListSupportedCharacterSets *bool
	// Whether to list the time zones of each version.
	ListSupportedTimezones *bool
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Versions per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBEngineVersionsOutput is the output of
// [Client.DescribeDBEngineVersions].
type DescribeDBEngineVersionsOutput struct {
	// The engine versions of this page.
	DBEngineVersions []types.DBEngineVersion `query:",item=DBEngineVersion"`
	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBEngineVersionsOp = operation.Op{
	Name: "DescribeDBEngineVersions",
}

// DescribeDBEngineVersions lists the engine versions that are available for new clusters and
// instances, and the upgrade targets of each version. AWS documents no faults for this operation.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBEngineVersions.html
func (c *Client) DescribeDBEngineVersions(ctx context.Context, in *DescribeDBEngineVersionsInput, optFns ...func(*Options)) (*DescribeDBEngineVersionsOutput, error) {
	return typed[DescribeDBEngineVersionsOutput](c.invoke(ctx, &describeDBEngineVersionsOp, in, new(DescribeDBEngineVersionsOutput), optFns))
}

// DescribeDBEngineVersionsAPIClient is the client interface that the paginator
// uses.
type DescribeDBEngineVersionsAPIClient interface {
	DescribeDBEngineVersions(context.Context, *DescribeDBEngineVersionsInput, ...func(*Options)) (*DescribeDBEngineVersionsOutput, error)
}

// DescribeDBEngineVersionsPaginatorOptions are the options of a
// [DescribeDBEngineVersionsPaginator].
type DescribeDBEngineVersionsPaginatorOptions = PaginatorOptions

// A DescribeDBEngineVersionsPaginator walks the pages of
// [Client.DescribeDBEngineVersions].
type DescribeDBEngineVersionsPaginator = Paginator[DescribeDBEngineVersionsInput, DescribeDBEngineVersionsOutput, types.DBEngineVersion]

// NewDescribeDBEngineVersionsPaginator returns a paginator that starts at params.Marker, or at the
// first page if params.Marker is nil.
func NewDescribeDBEngineVersionsPaginator(client DescribeDBEngineVersionsAPIClient, params *DescribeDBEngineVersionsInput, optFns ...func(*DescribeDBEngineVersionsPaginatorOptions)) *DescribeDBEngineVersionsPaginator {
	return describe.NewPaginator[types.DBEngineVersion](client.DescribeDBEngineVersions, "DBEngineVersions", params, optFns)
}
