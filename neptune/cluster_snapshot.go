package neptune

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
)

// CreateDBClusterSnapshotInput is the input of
// [Client.CreateDBClusterSnapshot].
type CreateDBClusterSnapshotInput struct {
	// Required. Name of an existing cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
	// Required. Name of the snapshot: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBClusterSnapshotIdentifier *string `query:",required"`
	// Tags of the new snapshot, at most 50.
	Tags []types.Tag `query:",item=Tag" recover:"TagList"`
}

// CreateDBClusterSnapshotOutput is the output of
// [Client.CreateDBClusterSnapshot].
type CreateDBClusterSnapshotOutput struct {
	// The new snapshot, usually still with Status creating.
	DBClusterSnapshot *types.DBClusterSnapshot

	ResultMetadata middleware.Metadata `query:"-"`
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
	},
}

// CreateDBClusterSnapshot starts taking a manual snapshot of an available cluster. It returns
// immediately; the snapshot's Status is creating at first. Manual snapshots stay until they are
// deleted, even after the cluster is deleted.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBClusterSnapshotAlreadyExistsFault],
// [types.InvalidDBClusterSnapshotStateFault], [types.InvalidDBClusterStateFault] or
// [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBClusterSnapshot.html
func (c *Client) CreateDBClusterSnapshot(ctx context.Context, in *CreateDBClusterSnapshotInput, optFns ...func(*Options)) (*CreateDBClusterSnapshotOutput, error) {
	return typed[CreateDBClusterSnapshotOutput](c.invoke(ctx, &createDBClusterSnapshotOp, in, new(CreateDBClusterSnapshotOutput), optFns))
}

// CopyDBClusterSnapshotInput is the input of [Client.CopyDBClusterSnapshot].
type CopyDBClusterSnapshotInput struct {
	// Required. Snapshot to copy: the name of a snapshot in this account and the client's region,
	// or the ARN of any snapshot.
	SourceDBClusterSnapshotIdentifier *string `query:",required,source" recover:"SourceDBClusterSnapshotArn"`
	// Required. Name of the copy: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	TargetDBClusterSnapshotIdentifier *string `query:",required" recover:"DBClusterSnapshotIdentifier"`
	// Whether AWS copies the source's tags to the copy; false if nil.
	CopyTags *bool
	// KMS key that encrypts the copy: ID, ARN or alias. If nil, AWS uses the source's key. Required
	// for an encrypted source in another account or region. KmsKeyId must be nil if the source is
	// not encrypted.
	KmsKeyId *string
	// Leave it nil: the client adds the URL to the request if the source is in another region.
	PreSignedUrl *string `query:",nopresign"`
	// Region of the source; the region in the source's ARN if nil. The client does not send
	// SourceRegion, but uses it to create PreSignedUrl.
	SourceRegion *string `query:"-"`
	// Tags of the copy. If set, AWS ignores CopyTags.
	Tags []types.Tag `query:",item=Tag" recover:"TagList"`
}

// CopyDBClusterSnapshotOutput is the output of [Client.CopyDBClusterSnapshot].
type CopyDBClusterSnapshotOutput struct {
	// The copy, usually still with Status copying.
	DBClusterSnapshot *types.DBClusterSnapshot

	ResultMetadata middleware.Metadata `query:"-"`
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
		Earlier:  true, // a copy shows the creation time of its source
		Untagged: func(in any) bool { return nereid.ToBool(in.(*CopyDBClusterSnapshotInput).CopyTags) },
	},
	Presign: &operation.CrossRegion,
}

// CopyDBClusterSnapshot starts copying an available manual or automated snapshot. The copy is a
// manual snapshot in the client's region. The source can be in another region, or be shared by
// another account. CopyDBClusterSnapshot returns immediately; the Status of the copy changes from
// copying to available.
//
// An account can have at most five copies to the same region in progress at the same time. A sixth
// copy fails with [types.SnapshotQuotaExceededFault].
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

// DescribeDBClusterSnapshotsInput is the input of
// [Client.DescribeDBClusterSnapshots].
type DescribeDBClusterSnapshotsInput struct {
	// Name of the cluster whose snapshots are listed; all clusters if nil. The name is
	// case-insensitive. It must be nil if DBClusterSnapshotIdentifier is set.
	DBClusterIdentifier *string
	// Name of the snapshot to list; all snapshots if nil. The name is case-insensitive. It must be
	// nil if DBClusterIdentifier is set. To list an automated snapshot by name, also set
	// SnapshotType to automated.
	DBClusterSnapshotIdentifier *string
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Whether to include public snapshots, which all AWS accounts may restore; false if nil. It has
	// no effect if SnapshotType is set.
	IncludePublic *bool
	// Whether to include snapshots that other accounts share with this account; false if nil. It
	// has no effect if SnapshotType is set.
	IncludeShared *bool
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Snapshots per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// Type of the snapshots to list: automated, manual, shared or public. If nil, AWS lists
	// automated and manual snapshots, and also shared or public snapshots if IncludeShared or
	// IncludePublic is true.
	SnapshotType *string
}

// DescribeDBClusterSnapshotsOutput is the output of
// [Client.DescribeDBClusterSnapshots].
type DescribeDBClusterSnapshotsOutput struct {
	// The cluster snapshots of this page.
	DBClusterSnapshots []types.DBClusterSnapshot `query:",item=DBClusterSnapshot"`

	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClusterSnapshotsOp = operation.Op{
	Name: "DescribeDBClusterSnapshots",
	Faults: operation.Faults{
		(*types.DBClusterSnapshotNotFoundFault)(nil),
	},
}

// DescribeDBClusterSnapshots lists cluster snapshots, including RDS and DocumentDB snapshots, which
// have a different Engine. The operation cannot filter by engine; [ClusterSnapshots] yields only
// Neptune snapshots.
//
// It can fail with [types.DBClusterSnapshotNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBClusterSnapshots.html
func (c *Client) DescribeDBClusterSnapshots(ctx context.Context, in *DescribeDBClusterSnapshotsInput, optFns ...func(*Options)) (*DescribeDBClusterSnapshotsOutput, error) {
	return typed[DescribeDBClusterSnapshotsOutput](c.invoke(ctx, &describeDBClusterSnapshotsOp, in, new(DescribeDBClusterSnapshotsOutput), optFns))
}

// DeleteDBClusterSnapshotInput is the input of
// [Client.DeleteDBClusterSnapshot].
type DeleteDBClusterSnapshotInput struct {
	// Required. Name of a snapshot with Status available.
	DBClusterSnapshotIdentifier *string `query:",required"`
}

// DeleteDBClusterSnapshotOutput is the output of
// [Client.DeleteDBClusterSnapshot].
type DeleteDBClusterSnapshotOutput struct {
	// The snapshot as it was before the deletion.
	DBClusterSnapshot *types.DBClusterSnapshot

	ResultMetadata middleware.Metadata `query:"-"`
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

// DeleteDBClusterSnapshot deletes an available manual snapshot. It can also delete a copy that is
// still in progress; this stops the copying. Automated snapshots cannot be deleted: AWS deletes
// them at the end of the cluster's backup retention period.
//
// It can fail with [types.DBClusterSnapshotNotFoundFault] or
// [types.InvalidDBClusterSnapshotStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBClusterSnapshot.html
func (c *Client) DeleteDBClusterSnapshot(ctx context.Context, in *DeleteDBClusterSnapshotInput, optFns ...func(*Options)) (*DeleteDBClusterSnapshotOutput, error) {
	return typed[DeleteDBClusterSnapshotOutput](c.invoke(ctx, &deleteDBClusterSnapshotOp, in, new(DeleteDBClusterSnapshotOutput), optFns))
}

// DescribeDBClusterSnapshotsAPIClient is the client interface that the
// paginator and the waiters use.
type DescribeDBClusterSnapshotsAPIClient interface {
	DescribeDBClusterSnapshots(context.Context, *DescribeDBClusterSnapshotsInput, ...func(*Options)) (*DescribeDBClusterSnapshotsOutput, error)
}

// DescribeDBClusterSnapshotsPaginatorOptions are the options of a [DescribeDBClusterSnapshotsPaginator].
type DescribeDBClusterSnapshotsPaginatorOptions = PaginatorOptions

// A DescribeDBClusterSnapshotsPaginator walks the pages of [Client.DescribeDBClusterSnapshots].
type DescribeDBClusterSnapshotsPaginator = Paginator[DescribeDBClusterSnapshotsInput, DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot]

// NewDescribeDBClusterSnapshotsPaginator returns a paginator that starts at params.Marker, or at
// the first page if params.Marker is nil.
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

// A DBClusterSnapshotAvailableWaiter waits until a new snapshot or copy is available.
type DBClusterSnapshotAvailableWaiter = Waiter[DescribeDBClusterSnapshotsInput, DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot]

// NewDBClusterSnapshotAvailableWaiter returns a waiter that waits until cluster snapshots are
// available. The wait fails if a snapshot's status is deleted, deleting, failed,
// incompatible-restore or incompatible-parameters.
func NewDBClusterSnapshotAvailableWaiter(client DescribeDBClusterSnapshotsAPIClient, optFns ...func(*DBClusterSnapshotAvailableWaiterOptions)) *DBClusterSnapshotAvailableWaiter {
	return describe.NewWaiter(client.DescribeDBClusterSnapshots, core, &clusterSnapshots, resource.SnapshotAvailable(), optFns)
}

// DBClusterSnapshotDeletedWaiterOptions are the options of a [DBClusterSnapshotDeletedWaiter].
type DBClusterSnapshotDeletedWaiterOptions = WaiterOptions[DescribeDBClusterSnapshotsInput, DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot]

// A DBClusterSnapshotDeletedWaiter waits until a snapshot no longer exists.
type DBClusterSnapshotDeletedWaiter = Waiter[DescribeDBClusterSnapshotsInput, DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot]

// NewDBClusterSnapshotDeletedWaiter returns a waiter that waits until cluster snapshots no longer
// exist. The wait fails if a new snapshot with the same name is being created.
func NewDBClusterSnapshotDeletedWaiter(client DescribeDBClusterSnapshotsAPIClient, optFns ...func(*DBClusterSnapshotDeletedWaiterOptions)) *DBClusterSnapshotDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBClusterSnapshots, core, &clusterSnapshots, resource.Deleted(), optFns)
}
