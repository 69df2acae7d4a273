package neptune

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
)

// CreateDBClusterSnapshotInput is the request of [Client.CreateDBClusterSnapshot].
type CreateDBClusterSnapshotInput struct {
	// Required. An existing cluster; letter case does not matter.
	DBClusterIdentifier *string `query:",required"`
	// Required. Name of the snapshot: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a hyphen at the end or two in a row. It is stored in lower case.
	DBClusterSnapshotIdentifier *string `query:",required"`
	// Tags of the snapshot.
	Tags []types.Tag `query:",item=Tag" recover:"TagList"`
}

// CreateDBClusterSnapshotOutput is the answer to [Client.CreateDBClusterSnapshot].
type CreateDBClusterSnapshotOutput struct {
	DBClusterSnapshot *types.DBClusterSnapshot
	ResultMetadata    middleware.Metadata `query:"-"`
}

var createDBClusterSnapshotOp = operation.Op{
	Name: "CreateDBClusterSnapshot",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.DBClusterSnapshotAlreadyExistsFault)(nil),
		(*types.InvalidDBClusterSnapshotStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.SnapshotQuotaExceededFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterSnapshotResource,
		ID:       func(in any) *string { return in.(*CreateDBClusterSnapshotInput).DBClusterSnapshotIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBClusterSnapshot).SnapshotCreateTime },
		Tag: func(in any, key, value string) any {
			c := *in.(*CreateDBClusterSnapshotInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// CreateDBClusterSnapshot begins a manual snapshot of a cluster, which has to be available. It
// returns at once with Status creating. Manual snapshots are kept until they are deleted, also when
// the cluster is.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBClusterSnapshotAlreadyExistsFault],
// [types.InvalidDBClusterSnapshotStateFault], [types.InvalidDBClusterStateFault] or
// [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBClusterSnapshot.html
func (c *Client) CreateDBClusterSnapshot(ctx context.Context, in *CreateDBClusterSnapshotInput, optFns ...func(*Options)) (*CreateDBClusterSnapshotOutput, error) {
	return typed[CreateDBClusterSnapshotOutput](c.invoke(ctx, &createDBClusterSnapshotOp, in, new(CreateDBClusterSnapshotOutput), optFns))
}

// CopyDBClusterSnapshotInput is the request of [Client.CopyDBClusterSnapshot].
type CopyDBClusterSnapshotInput struct {
	// Required. Name of a snapshot in the same account and region, else its ARN.
	SourceDBClusterSnapshotIdentifier *string `query:",required,source" recover:"SourceDBClusterSnapshotArn"`
	// Required. Name of the copy: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a hyphen at the end or two in a row. It is stored in lower case.
	TargetDBClusterSnapshotIdentifier *string `query:",required" recover:"DBClusterSnapshotIdentifier"`
	// Whether the copy gets the tags of the source; false when nil.
	CopyTags *bool
	// Key of the copy, as ID, ARN or alias; that of the source when nil. Required if an encrypted
	// source belongs to another account or, since keys do not leave their region, lies in another
	// region. Refused if the source is not encrypted: copying does not encrypt.
	KmsKeyId *string
	// Leave it nil: it is filled in when the source is in another region.
	PreSignedUrl *string `query:",nopresign"`
	// Region of the source. Never sent: it is there to make PreSignedUrl.
	SourceRegion *string `query:"-"`
	// Tags of the copy.
	Tags []types.Tag `query:",item=Tag" recover:"TagList"`
}

// CopyDBClusterSnapshotOutput is the answer to [Client.CopyDBClusterSnapshot].
type CopyDBClusterSnapshotOutput struct {
	DBClusterSnapshot *types.DBClusterSnapshot
	ResultMetadata    middleware.Metadata `query:"-"`
}

var copyDBClusterSnapshotOp = operation.Op{
	Name: "CopyDBClusterSnapshot",
	Faults: operation.Faults{
		(*types.DBClusterSnapshotAlreadyExistsFault)(nil), (*types.DBClusterSnapshotNotFoundFault)(nil),
		(*types.InvalidDBClusterSnapshotStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.SnapshotQuotaExceededFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterSnapshotResource,
		ID:       func(in any) *string { return in.(*CopyDBClusterSnapshotInput).TargetDBClusterSnapshotIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBClusterSnapshot).SnapshotCreateTime },
		Earlier:  true, // a copy keeps the time of its source
		Tag: func(in any, key, value string) any {
			c := *in.(*CopyDBClusterSnapshotInput)
			if nereid.ToBool(c.CopyTags) {
				return nil
			}
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
	Presign: &operation.CrossRegion,
}

// CopyDBClusterSnapshot begins to copy an available snapshot, manual or automated, to a manual one
// in the region of the client. The source can be in another region or belong to another account
// that shares it. It returns at once; the Status goes over copying to available.
//
// At most five copies to one region can be in flight per account: another one is a
// [types.SnapshotQuotaExceededFault].
//
// It can fail with [types.DBClusterSnapshotAlreadyExistsFault],
// [types.DBClusterSnapshotNotFoundFault], [types.InvalidDBClusterSnapshotStateFault],
// [types.InvalidDBClusterStateFault], [types.KMSKeyNotAccessibleFault] or
// [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CopyDBClusterSnapshot.html
func (c *Client) CopyDBClusterSnapshot(ctx context.Context, in *CopyDBClusterSnapshotInput, optFns ...func(*Options)) (*CopyDBClusterSnapshotOutput, error) {
	return typed[CopyDBClusterSnapshotOutput](c.invoke(ctx, &copyDBClusterSnapshotOp, in, new(CopyDBClusterSnapshotOutput), optFns))
}

// DescribeDBClusterSnapshotsInput is the request of [Client.DescribeDBClusterSnapshots].
type DescribeDBClusterSnapshotsInput struct {
	// Only snapshots of this cluster; letter case does not matter. Not together with
	// DBClusterSnapshotIdentifier.
	DBClusterIdentifier *string
	// Only this snapshot; letter case does not matter. If it is an automated one, SnapshotType has
	// to be automated. Not together with DBClusterIdentifier.
	DBClusterSnapshotIdentifier *string
	// Not supported by the service at present.
	Filters []types.Filter `query:",item=Filter"`
	// Also snapshots that anybody may restore; false when nil. Without meaning when SnapshotType is
	// given.
	IncludePublic *bool
	// Also snapshots that other accounts share with this one; false when nil. Without meaning when
	// SnapshotType is given.
	IncludeShared *bool
	// Where to go on: the Marker of the page before.
	Marker *string
	// Snapshots per page, 20 to 100; 100 when nil.
	MaxRecords *int32
	// automated, manual, shared or public. When nil: automated and manual ones, but not shared or
	// public ones.
	SnapshotType *string
}

// DescribeDBClusterSnapshotsOutput is the answer to [Client.DescribeDBClusterSnapshots].
type DescribeDBClusterSnapshotsOutput struct {
	DBClusterSnapshots []types.DBClusterSnapshot `query:",item=DBClusterSnapshot"`
	// Set when there are more snapshots.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClusterSnapshotsOp = operation.Op{
	Name: "DescribeDBClusterSnapshots",
	Faults: operation.Faults{
		(*types.DBClusterSnapshotNotFoundFault)(nil),
	},
}

// DescribeDBClusterSnapshots lists cluster snapshots. Those of RDS and DocumentDB are among them,
// and there is no filter against that: look at Engine.
//
// It can fail with [types.DBClusterSnapshotNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBClusterSnapshots.html
func (c *Client) DescribeDBClusterSnapshots(ctx context.Context, in *DescribeDBClusterSnapshotsInput, optFns ...func(*Options)) (*DescribeDBClusterSnapshotsOutput, error) {
	return typed[DescribeDBClusterSnapshotsOutput](c.invoke(ctx, &describeDBClusterSnapshotsOp, in, new(DescribeDBClusterSnapshotsOutput), optFns))
}

// DeleteDBClusterSnapshotInput is the request of [Client.DeleteDBClusterSnapshot].
type DeleteDBClusterSnapshotInput struct {
	// Required. A snapshot with Status available.
	DBClusterSnapshotIdentifier *string `query:",required"`
}

// DeleteDBClusterSnapshotOutput is the answer to [Client.DeleteDBClusterSnapshot].
type DeleteDBClusterSnapshotOutput struct {
	DBClusterSnapshot *types.DBClusterSnapshot
	ResultMetadata    middleware.Metadata `query:"-"`
}

var deleteDBClusterSnapshotOp = operation.Op{
	Name: "DeleteDBClusterSnapshot",
	Faults: operation.Faults{
		(*types.DBClusterSnapshotNotFoundFault)(nil), (*types.InvalidDBClusterSnapshotStateFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &clusterSnapshotResource,
		ID:       func(in any) *string { return in.(*DeleteDBClusterSnapshotInput).DBClusterSnapshotIdentifier },
	},
}

// DeleteDBClusterSnapshot deletes a manual snapshot, which has to be available; a copy in progress
// is ended. Automated snapshots go by the retention period of their cluster.
//
// It can fail with [types.DBClusterSnapshotNotFoundFault] or
// [types.InvalidDBClusterSnapshotStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBClusterSnapshot.html
func (c *Client) DeleteDBClusterSnapshot(ctx context.Context, in *DeleteDBClusterSnapshotInput, optFns ...func(*Options)) (*DeleteDBClusterSnapshotOutput, error) {
	return typed[DeleteDBClusterSnapshotOutput](c.invoke(ctx, &deleteDBClusterSnapshotOp, in, new(DeleteDBClusterSnapshotOutput), optFns))
}

// DescribeDBClusterSnapshotsAPIClient is what the paginator and the waiters need of a client.
type DescribeDBClusterSnapshotsAPIClient interface {
	DescribeDBClusterSnapshots(context.Context, *DescribeDBClusterSnapshotsInput, ...func(*Options)) (*DescribeDBClusterSnapshotsOutput, error)
}

// DescribeDBClusterSnapshotsPaginatorOptions are the options of a [DescribeDBClusterSnapshotsPaginator].
type DescribeDBClusterSnapshotsPaginatorOptions = PaginatorOptions

// A DescribeDBClusterSnapshotsPaginator walks the pages of [Client.DescribeDBClusterSnapshots].
type DescribeDBClusterSnapshotsPaginator = Paginator[DescribeDBClusterSnapshotsInput, DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot]

// NewDescribeDBClusterSnapshotsPaginator returns a paginator that begins where params
// say.
func NewDescribeDBClusterSnapshotsPaginator(client DescribeDBClusterSnapshotsAPIClient, params *DescribeDBClusterSnapshotsInput, optFns ...func(*DescribeDBClusterSnapshotsPaginatorOptions)) *DescribeDBClusterSnapshotsPaginator {
	return describe.NewPaginator[types.DBClusterSnapshot](client.DescribeDBClusterSnapshots, clusterSnapshots.Items, params, optFns)
}

var clusterSnapshots = wait.Resource{
	Noun:     "cluster snapshot",
	Items:    "DBClusterSnapshots",
	ID:       "DBClusterSnapshotIdentifier",
	Names:    []string{"DBClusterSnapshotIdentifier", "DBClusterSnapshotArn"},
	Status:   "Status",
	Percent:  "PercentProgress",
	NotFound: "DBClusterSnapshotNotFound",
}

// DBClusterSnapshotAvailableWaiterOptions are the options of a [DBClusterSnapshotAvailableWaiter].
type DBClusterSnapshotAvailableWaiterOptions = WaiterOptions[DescribeDBClusterSnapshotsInput, DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot]

// A DBClusterSnapshotAvailableWaiter waits until a snapshot, or a copy of one, can be
// used.
type DBClusterSnapshotAvailableWaiter = Waiter[DescribeDBClusterSnapshotsInput, DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot]

// NewDBClusterSnapshotAvailableWaiter returns a waiter for cluster snapshots to become available.
// Deleting, failed and incompatible ones end the wait.
func NewDBClusterSnapshotAvailableWaiter(client DescribeDBClusterSnapshotsAPIClient, optFns ...func(*DBClusterSnapshotAvailableWaiterOptions)) *DBClusterSnapshotAvailableWaiter {
	return describe.NewWaiter(client.DescribeDBClusterSnapshots, core, &clusterSnapshots, &wait.Condition{
		Wanted: "available", Success: []string{"available"}, Failure: status.SnapshotFailures(),
	}, optFns)
}

// DBClusterSnapshotDeletedWaiterOptions are the options of a [DBClusterSnapshotDeletedWaiter].
type DBClusterSnapshotDeletedWaiterOptions = WaiterOptions[DescribeDBClusterSnapshotsInput, DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot]

// A DBClusterSnapshotDeletedWaiter waits until there is no such snapshot any more.
type DBClusterSnapshotDeletedWaiter = Waiter[DescribeDBClusterSnapshotsInput, DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot]

// NewDBClusterSnapshotDeletedWaiter returns a waiter for cluster snapshots to be gone. A
// snapshot of that name that is being created ends the wait: it is another one.
func NewDBClusterSnapshotDeletedWaiter(client DescribeDBClusterSnapshotsAPIClient, optFns ...func(*DBClusterSnapshotDeletedWaiterOptions)) *DBClusterSnapshotDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBClusterSnapshots, core, &clusterSnapshots, &wait.Condition{
		Wanted: "deleted", Gone: true, Success: []string{"deleted"}, Failure: status.DeletionFailures(),
	}, optFns)
}
