package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeOrderableDBInstanceOptionsInput is the input of
// [Client.DescribeOrderableDBInstanceOptions].
type DescribeOrderableDBInstanceOptionsInput struct {
	// Required. The engine, for example aurora-postgresql.
	Engine *string `query:",required"`
	// Availability Zone group whose options are listed: the region, or a group of Local Zones; the
	// region if nil.
	AvailabilityZoneGroup *string
	// Instance class whose options are listed, for example db.r6g.large; all classes if nil.
	DBInstanceClass *string
	// Engine version whose options are listed; all versions if nil.
	EngineVersion *string
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// License model whose options are listed; all models if nil. Oracle and Db2, for example, have
	// bring-your-own-license and license-included.
	LicenseModel *string
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Options per page, 20 to 1000; 100 if nil.
	MaxRecords *int32
	// If true, AWS lists only options for instances in a VPC. If false, AWS lists only options for
	// instances outside a VPC. If nil, AWS lists all options.
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
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeOrderableDBInstanceOptions.html
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

// NewDescribeOrderableDBInstanceOptionsPaginator returns a paginator that starts at params.Marker,
// or at the first page if params.Marker is nil.
func NewDescribeOrderableDBInstanceOptionsPaginator(client DescribeOrderableDBInstanceOptionsAPIClient, params *DescribeOrderableDBInstanceOptionsInput, optFns ...func(*DescribeOrderableDBInstanceOptionsPaginatorOptions)) *DescribeOrderableDBInstanceOptionsPaginator {
	return describe.NewPaginator[types.OrderableDBInstanceOption](client.DescribeOrderableDBInstanceOptions, "OrderableDBInstanceOptions", params, optFns)
}
