package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBSnapshotTenantDatabasesInput is the request of [Client.DescribeDBSnapshotTenantDatabases].
type DescribeDBSnapshotTenantDatabasesInput struct {
	// Only in snapshots of this instance; case-insensitive.
	DBInstanceIdentifier *string
	// Only in this snapshot; case-insensitive.
	DBSnapshotIdentifier *string
	// Only in snapshots of the instance with this resource id.
	DbiResourceId *string
	// Names: tenant-db-name, tenant-database-resource-id, dbi-resource-id, db-instance-id,
	// db-snapshot-id, snapshot-type.
	Filters []types.Filter `query:",item=Filter"`
	// Where to go on: the Marker of the page before.
	Marker *string
	// Tenant databases per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// automated, manual, shared, public or awsbackup. When nil: automated and manual ones.
	SnapshotType *string
}

// DescribeDBSnapshotTenantDatabasesOutput is the answer to [Client.DescribeDBSnapshotTenantDatabases].
type DescribeDBSnapshotTenantDatabasesOutput struct {
	DBSnapshotTenantDatabases []types.DBSnapshotTenantDatabase `query:",item=DBSnapshotTenantDatabase"`
	// Set when there are more tenant databases.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBSnapshotTenantDatabasesOp = operation.Op{
	Name: "DescribeDBSnapshotTenantDatabases",
	Faults: operation.Faults{
		(*types.DBSnapshotNotFoundFault)(nil),
	},
}

// DescribeDBSnapshotTenantDatabases lists the tenant databases in snapshots of instances. Only
// Oracle in its multi-tenant configuration has some.
//
// It can fail with [types.DBSnapshotNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshotTenantDatabases.html
func (c *Client) DescribeDBSnapshotTenantDatabases(ctx context.Context, in *DescribeDBSnapshotTenantDatabasesInput, optFns ...func(*Options)) (*DescribeDBSnapshotTenantDatabasesOutput, error) {
	return typed[DescribeDBSnapshotTenantDatabasesOutput](c.invoke(ctx, &describeDBSnapshotTenantDatabasesOp, in, new(DescribeDBSnapshotTenantDatabasesOutput), optFns))
}

// DescribeDBSnapshotTenantDatabasesAPIClient is what the paginator needs of a client.
type DescribeDBSnapshotTenantDatabasesAPIClient interface {
	DescribeDBSnapshotTenantDatabases(context.Context, *DescribeDBSnapshotTenantDatabasesInput, ...func(*Options)) (*DescribeDBSnapshotTenantDatabasesOutput, error)
}

// DescribeDBSnapshotTenantDatabasesPaginatorOptions are the options of a [DescribeDBSnapshotTenantDatabasesPaginator].
type DescribeDBSnapshotTenantDatabasesPaginatorOptions = PaginatorOptions

// A DescribeDBSnapshotTenantDatabasesPaginator walks the pages of [Client.DescribeDBSnapshotTenantDatabases].
type DescribeDBSnapshotTenantDatabasesPaginator = Paginator[DescribeDBSnapshotTenantDatabasesInput, DescribeDBSnapshotTenantDatabasesOutput, types.DBSnapshotTenantDatabase]

// NewDescribeDBSnapshotTenantDatabasesPaginator returns a paginator that begins where params say.
func NewDescribeDBSnapshotTenantDatabasesPaginator(client DescribeDBSnapshotTenantDatabasesAPIClient, params *DescribeDBSnapshotTenantDatabasesInput, optFns ...func(*DescribeDBSnapshotTenantDatabasesPaginatorOptions)) *DescribeDBSnapshotTenantDatabasesPaginator {
	return describe.NewPaginator[types.DBSnapshotTenantDatabase](client.DescribeDBSnapshotTenantDatabases, "DBSnapshotTenantDatabases", params, optFns)
}
