package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeOrderableDBInstanceOptionsInput is the request of
// [Client.DescribeOrderableDBInstanceOptions].
type DescribeOrderableDBInstanceOptionsInput struct {
	// Required. For example aurora-postgresql.
	Engine *string `query:",required"`
	// Only options in this group of zones: the name of the region or of a Local Zone.
	AvailabilityZoneGroup *string
	// Only options of this class, for example db.r6g.large.
	DBInstanceClass *string
	// Only options of this version of the engine.
	EngineVersion *string
	// Not supported by the service at present.
	Filters []types.Filter `query:",item=Filter"`
	// Only options with this license; bring-your-own-license and license-included for Oracle and Db2.
	LicenseModel *string
	// Where to go on: the Marker of the page before.
	Marker *string
	// Options per page, 20 to 100; 100 when nil.
	MaxRecords *int32
	// Only options in a VPC if true, and only those outside of one if false.
	Vpc *bool
}

// DescribeOrderableDBInstanceOptionsOutput is the answer to
// [Client.DescribeOrderableDBInstanceOptions].
type DescribeOrderableDBInstanceOptionsOutput struct {
	// Set when there are more options.
	Marker                     *string
	OrderableDBInstanceOptions []types.OrderableDBInstanceOption `query:",item=OrderableDBInstanceOption"`
	ResultMetadata             middleware.Metadata               `query:"-"`
}

var describeOrderableDBInstanceOptionsOp = operation.Op{
	Name: "DescribeOrderableDBInstanceOptions",
}

// DescribeOrderableDBInstanceOptions lists the combinations of instance class, engine version and
// storage type that instances of an engine can be made with in the region. There are thousands, so
// name the class or the version. No fault of its own is modelled.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeOrderableDBInstanceOptions.html
func (c *Client) DescribeOrderableDBInstanceOptions(ctx context.Context, in *DescribeOrderableDBInstanceOptionsInput, optFns ...func(*Options)) (*DescribeOrderableDBInstanceOptionsOutput, error) {
	return typed[DescribeOrderableDBInstanceOptionsOutput](c.invoke(ctx, &describeOrderableDBInstanceOptionsOp, in, new(DescribeOrderableDBInstanceOptionsOutput), optFns))
}

// DescribeOrderableDBInstanceOptionsAPIClient is what the paginator needs of a client.
type DescribeOrderableDBInstanceOptionsAPIClient interface {
	DescribeOrderableDBInstanceOptions(context.Context, *DescribeOrderableDBInstanceOptionsInput, ...func(*Options)) (*DescribeOrderableDBInstanceOptionsOutput, error)
}

// DescribeOrderableDBInstanceOptionsPaginatorOptions are the options of a
// [DescribeOrderableDBInstanceOptionsPaginator].
type DescribeOrderableDBInstanceOptionsPaginatorOptions = PaginatorOptions

// A DescribeOrderableDBInstanceOptionsPaginator walks the pages of
// [Client.DescribeOrderableDBInstanceOptions].
type DescribeOrderableDBInstanceOptionsPaginator = Paginator[DescribeOrderableDBInstanceOptionsInput, DescribeOrderableDBInstanceOptionsOutput, types.OrderableDBInstanceOption]

// NewDescribeOrderableDBInstanceOptionsPaginator returns a paginator that begins where params say.
func NewDescribeOrderableDBInstanceOptionsPaginator(client DescribeOrderableDBInstanceOptionsAPIClient, params *DescribeOrderableDBInstanceOptionsInput, optFns ...func(*DescribeOrderableDBInstanceOptionsPaginatorOptions)) *DescribeOrderableDBInstanceOptionsPaginator {
	return describe.NewPaginator[types.OrderableDBInstanceOption](client.DescribeOrderableDBInstanceOptions, "OrderableDBInstanceOptions", params, optFns)
}
