package neptune

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/neptune/types"
)

// DescribeDBEngineVersionsInput is the input of
// [Client.DescribeDBEngineVersions].
type DescribeDBEngineVersionsInput struct {
	// Only versions of this family of parameter groups, for example neptune1.4.
	DBParameterGroupFamily *string
	// Only the version that is taken where a request names none: of each engine, of Engine, or of
	// Engine and the major version in EngineVersion.
	DefaultOnly *bool
	// Only versions of this engine, for example neptune. Without it the versions of all engines of
	// Neptune, RDS and DocumentDB are listed.
	Engine *string
	// Only this version, for example 1.4.7.1.
	EngineVersion *string
	// The service does not support filters for this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Also list the character sets of each version. Neptune has none.
	ListSupportedCharacterSets *bool
	// Also list the time zones of each version. Neptune has none.
	ListSupportedTimezones *bool
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Versions per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBEngineVersionsOutput is the output of
// [Client.DescribeDBEngineVersions].
type DescribeDBEngineVersionsOutput struct {
	DBEngineVersions []types.DBEngineVersion `query:",item=DBEngineVersion"`
	// Set when there are more versions.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBEngineVersionsOp = operation.Op{
	Name: "DescribeDBEngineVersions",
}

// DescribeDBEngineVersions lists the engine versions that clusters and instances can be made with,
// and the versions to which each can be upgraded. AWS does not document faults of this operation.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBEngineVersions.html
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

// NewDescribeDBEngineVersionsPaginator returns a paginator that starts at the
// Marker of params, or at the first page if params has none.
func NewDescribeDBEngineVersionsPaginator(client DescribeDBEngineVersionsAPIClient, params *DescribeDBEngineVersionsInput, optFns ...func(*DescribeDBEngineVersionsPaginatorOptions)) *DescribeDBEngineVersionsPaginator {
	return describe.NewPaginator[types.DBEngineVersion](client.DescribeDBEngineVersions, "DBEngineVersions", params, optFns)
}
