package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBSnapshotTenantDatabasesInput is the input of [Client.DescribeDBSnapshotTenantDatabases].
type DescribeDBSnapshotTenantDatabasesInput struct {
	// Name of the instance whose snapshots contain the tenant databases to list; all instances if
	// nil. The name is case-insensitive.
	DBInstanceIdentifier *string
	// Name of the snapshot that contains the tenant databases to list; all snapshots if nil. The
	// name is case-insensitive.
	DBSnapshotIdentifier *string
	// Resource ID of the instance whose snapshots contain the tenant databases to list; all
	// instances if nil.
	DbiResourceId *string
	// Filters to apply. The filter names are tenant-db-name, tenant-database-resource-id,
	// dbi-resource-id, db-instance-id, db-snapshot-id and snapshot-type.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Tenant databases per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// Type of the snapshots that contain the tenant databases: automated, manual, shared, public or
	// awsbackup; automated and manual snapshots if nil.
	SnapshotType *string
}

// DescribeDBSnapshotTenantDatabasesOutput is the output of [Client.DescribeDBSnapshotTenantDatabases].
type DescribeDBSnapshotTenantDatabasesOutput struct {
	// The tenant databases of this page.
	DBSnapshotTenantDatabases []types.DBSnapshotTenantDatabase `query:",item=DBSnapshotTenantDatabase"`
	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBSnapshotTenantDatabasesOp = operation.Op{
	Name: "DescribeDBSnapshotTenantDatabases",
	Faults: operation.Faults{
		(*types.DBSnapshotNotFoundFault)(nil),
	},
}

// DescribeDBSnapshotTenantDatabases lists the tenant databases in instance snapshots. Only
// snapshots of Oracle instances in the multi-tenant configuration contain tenant databases.
//
// It can fail with [types.DBSnapshotNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshotTenantDatabases.html
func (c *Client) DescribeDBSnapshotTenantDatabases(ctx context.Context, in *DescribeDBSnapshotTenantDatabasesInput, optFns ...func(*Options)) (*DescribeDBSnapshotTenantDatabasesOutput, error) {
	return typed[DescribeDBSnapshotTenantDatabasesOutput](c.invoke(ctx, &describeDBSnapshotTenantDatabasesOp, in, new(DescribeDBSnapshotTenantDatabasesOutput), optFns))
}

// DescribeDBSnapshotTenantDatabasesAPIClient is the client interface that the paginator uses.
type DescribeDBSnapshotTenantDatabasesAPIClient interface {
	DescribeDBSnapshotTenantDatabases(context.Context, *DescribeDBSnapshotTenantDatabasesInput, ...func(*Options)) (*DescribeDBSnapshotTenantDatabasesOutput, error)
}

// DescribeDBSnapshotTenantDatabasesPaginatorOptions are the options of a [DescribeDBSnapshotTenantDatabasesPaginator].
type DescribeDBSnapshotTenantDatabasesPaginatorOptions = PaginatorOptions

// A DescribeDBSnapshotTenantDatabasesPaginator walks the pages of [Client.DescribeDBSnapshotTenantDatabases].
type DescribeDBSnapshotTenantDatabasesPaginator = Paginator[DescribeDBSnapshotTenantDatabasesInput, DescribeDBSnapshotTenantDatabasesOutput, types.DBSnapshotTenantDatabase]

// NewDescribeDBSnapshotTenantDatabasesPaginator returns a paginator that starts at params.Marker,
// or at the first page if params.Marker is nil.
func NewDescribeDBSnapshotTenantDatabasesPaginator(client DescribeDBSnapshotTenantDatabasesAPIClient, params *DescribeDBSnapshotTenantDatabasesInput, optFns ...func(*DescribeDBSnapshotTenantDatabasesPaginatorOptions)) *DescribeDBSnapshotTenantDatabasesPaginator {
	return describe.NewPaginator[types.DBSnapshotTenantDatabase](client.DescribeDBSnapshotTenantDatabases, "DBSnapshotTenantDatabases", params, optFns)
}
