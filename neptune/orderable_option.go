package neptune

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/neptune/types"
)

// DescribeOrderableDBInstanceOptionsInput is the input of
// [Client.DescribeOrderableDBInstanceOptions].
type DescribeOrderableDBInstanceOptionsInput struct {
	// Required. Database engine, for example neptune.
	Engine *string `query:",required"`
	// Lists only options for this instance class, for example db.r6g.large.
	DBInstanceClass *string
	// Lists only options for this engine version.
	EngineVersion *string
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Lists only options with this license model: amazon-license for Neptune.
	LicenseModel *string
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Options per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// Lists only options in a VPC if true, and only options outside a VPC if false. If nil, both
	// are listed.
	Vpc *bool
}

// DescribeOrderableDBInstanceOptionsOutput is the output of
// [Client.DescribeOrderableDBInstanceOptions].
type DescribeOrderableDBInstanceOptionsOutput struct {
	// Marker of the next page, or nil on the last page.
	Marker *string
	// The options of this page.
	OrderableDBInstanceOptions []types.OrderableDBInstanceOption `query:",item=OrderableDBInstanceOption"`
	ResultMetadata             middleware.Metadata               `query:"-"`
}

var describeOrderableDBInstanceOptionsOp = operation.Op{
	Name: "DescribeOrderableDBInstanceOptions",
}

// DescribeOrderableDBInstanceOptions lists the combinations of instance class, engine version and
// storage type that are available for new instances of an engine in the region. There are thousands
// of combinations; set DBInstanceClass or EngineVersion to get fewer. AWS documents no faults for
// this operation.
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeOrderableDBInstanceOptions.html
func (c *Client) DescribeOrderableDBInstanceOptions(ctx context.Context, in *DescribeOrderableDBInstanceOptionsInput, optFns ...func(*Options)) (*DescribeOrderableDBInstanceOptionsOutput, error) {
	return typed[DescribeOrderableDBInstanceOptionsOutput](c.invoke(ctx, &describeOrderableDBInstanceOptionsOp, in, new(DescribeOrderableDBInstanceOptionsOutput), optFns))
}

// DescribeOrderableDBInstanceOptionsAPIClient is the client interface that the
// paginator uses.
type DescribeOrderableDBInstanceOptionsAPIClient interface {
	DescribeOrderableDBInstanceOptions(context.Context, *DescribeOrderableDBInstanceOptionsInput, ...func(*Options)) (*DescribeOrderableDBInstanceOptionsOutput, error)
}

// DescribeOrderableDBInstanceOptionsPaginatorOptions are the options of a
// [DescribeOrderableDBInstanceOptionsPaginator].
type DescribeOrderableDBInstanceOptionsPaginatorOptions = PaginatorOptions

// A DescribeOrderableDBInstanceOptionsPaginator walks the pages of
// [Client.DescribeOrderableDBInstanceOptions].
type DescribeOrderableDBInstanceOptionsPaginator = Paginator[DescribeOrderableDBInstanceOptionsInput, DescribeOrderableDBInstanceOptionsOutput, types.OrderableDBInstanceOption]

// NewDescribeOrderableDBInstanceOptionsPaginator returns a paginator that starts at the Marker of
// params, or at the first page if the Marker is nil.
func NewDescribeOrderableDBInstanceOptionsPaginator(client DescribeOrderableDBInstanceOptionsAPIClient, params *DescribeOrderableDBInstanceOptionsInput, optFns ...func(*DescribeOrderableDBInstanceOptionsPaginatorOptions)) *DescribeOrderableDBInstanceOptionsPaginator {
	return describe.NewPaginator[types.OrderableDBInstanceOption](client.DescribeOrderableDBInstanceOptions, "OrderableDBInstanceOptions", params, optFns)
}
