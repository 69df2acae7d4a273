package rds

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
	"github.com/nereid-go/nereid/rds/types"
)

// CreateDBSnapshotInput is the input of [Client.CreateDBSnapshot].
type CreateDBSnapshotInput struct {
	// Required. Name of an existing instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required"`
	// Required. Name of the snapshot: 1 to 255 letters, digits and hyphens, beginning with a
	// letter, without a trailing hyphen or two consecutive hyphens. It is stored in lower
	// case.
	DBSnapshotIdentifier *string `query:",required"`
	// Tags of the new snapshot, at most 50.
	Tags []types.Tag `query:",item=Tag" recover:"TagList"`
}

// CreateDBSnapshotOutput is the output of [Client.CreateDBSnapshot].
type CreateDBSnapshotOutput struct {
	// The new snapshot, usually still with Status creating.
	DBSnapshot *types.DBSnapshot

	ResultMetadata middleware.Metadata `query:"-"`
}

var createDBSnapshotOp = operation.Op{
	Name: "CreateDBSnapshot",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.DBSnapshotAlreadyExistsFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil), (*types.SnapshotQuotaExceededFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &snapshotResource,
		ID:       func(in any) *string { return in.(*CreateDBSnapshotInput).DBSnapshotIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBSnapshot).SnapshotCreateTime },
		Making:   snapshotInMaking,
	},
}

// CreateDBSnapshot starts taking a manual snapshot of an instance whose DBInstanceStatus is
// available or storage-optimization. It returns immediately; the snapshot's Status is creating at
// first. To take a snapshot of a cluster, use [Client.CreateDBClusterSnapshot].
//
// It can fail with [types.DBInstanceNotFoundFault], [types.DBSnapshotAlreadyExistsFault],
// [types.InvalidDBInstanceStateFault] or [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSnapshot.html
func (c *Client) CreateDBSnapshot(ctx context.Context, in *CreateDBSnapshotInput, optFns ...func(*Options)) (*CreateDBSnapshotOutput, error) {
	return typed[CreateDBSnapshotOutput](c.invoke(ctx, &createDBSnapshotOp, in, new(CreateDBSnapshotOutput), optFns))
}

// CopyDBSnapshotInput is the input of [Client.CopyDBSnapshot].
type CopyDBSnapshotInput struct {
	// Required. Snapshot to copy: the name of a snapshot in this account and the client's region,
	// or the ARN of any snapshot.
	SourceDBSnapshotIdentifier *string `query:",required,source" recover:",late"`
	// Required. Name of the copy: 1 to 255 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	TargetDBSnapshotIdentifier *string `query:",required" recover:"DBSnapshotIdentifier"`
	// Whether AWS also copies the source's option group to the account and region of the copy, and
	// uses it for the copy; false if nil.
	CopyOptionGroup *bool
	// Whether AWS copies the source's tags to the copy; false if nil.
	CopyTags *bool
	// KMS key that encrypts the copy: ID, ARN or alias. If nil, AWS uses the source's key. Required
	// for an encrypted source in another account or region. With a key, the copy is encrypted even
	// if the source is not.
	KmsKeyId *string
	// Option group of the copy. Required for a copy to another region, unless the source has a
	// default option group.
	OptionGroupName *string
	// Leave it nil: the client adds the URL to the request if the source is in another region.
	PreSignedUrl *string `query:",nopresign"`
	// Local Zone of the copy, if SnapshotTarget is local.
	SnapshotAvailabilityZone *string
	// Where AWS stores the copy: region or local.
	SnapshotTarget *string
	// Region of the source; the region in the source's ARN if nil. The client does not send
	// SourceRegion, but uses it to create PreSignedUrl.
	SourceRegion *string `query:"-"`
	// Tags of the copied option group. Their ResourceType must be og. Tags are allowed only if
	// CopyOptionGroup is true.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the copy. If set, AWS ignores CopyTags.
	Tags []types.Tag `query:",item=Tag" recover:"TagList"`
	// Custom zone of the copy, for RDS on VMware.
	TargetCustomAvailabilityZone *string
}

// CopyDBSnapshotOutput is the output of [Client.CopyDBSnapshot].
type CopyDBSnapshotOutput struct {
	// The copy, usually still with Status copying or pending.
	DBSnapshot *types.DBSnapshot

	ResultMetadata middleware.Metadata `query:"-"`
}

var copyDBSnapshotOp = operation.Op{
	Name: "CopyDBSnapshot",
	Faults: operation.Faults{
		(*types.CustomAvailabilityZoneNotFoundFault)(nil), (*types.DBSnapshotAlreadyExistsFault)(nil),
		(*types.DBSnapshotNotFoundFault)(nil), (*types.InvalidDBSnapshotStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.SnapshotQuotaExceededFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &snapshotResource,
		ID:       func(in any) *string { return in.(*CopyDBSnapshotInput).TargetDBSnapshotIdentifier },
		// The service sets SnapshotCreateTime when the copy is complete.
		Made:     func(item any) *time.Time { return item.(*types.DBSnapshot).SnapshotCreateTime },
		Later:    func(any) bool { return true },
		Untagged: func(in any) bool { return nereid.ToBool(in.(*CopyDBSnapshotInput).CopyTags) },
	},
	Presign: &operation.CrossRegion,
}

// CopyDBSnapshot starts copying an available manual or automated snapshot. The copy is a manual
// snapshot in the client's region. The source can be in another region, or be shared by another
// account. CopyDBSnapshot returns immediately; the copy's Status is copying or pending until the
// copy is available.
//
// For each destination region, AWS limits how many copies an account can have in progress; the
// default limit is 20. Beyond the limit, CopyDBSnapshot fails with
// [types.SnapshotQuotaExceededFault].
//
// It can fail with [types.CustomAvailabilityZoneNotFoundFault], [types.DBSnapshotAlreadyExistsFault],
// [types.DBSnapshotNotFoundFault], [types.InvalidDBSnapshotStateFault],
// [types.KMSKeyNotAccessibleFault] or [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html
func (c *Client) CopyDBSnapshot(ctx context.Context, in *CopyDBSnapshotInput, optFns ...func(*Options)) (*CopyDBSnapshotOutput, error) {
	return typed[CopyDBSnapshotOutput](c.invoke(ctx, &copyDBSnapshotOp, in, new(CopyDBSnapshotOutput), optFns))
}

// DescribeDBSnapshotsInput is the input of [Client.DescribeDBSnapshots].
type DescribeDBSnapshotsInput struct {
	// Name of the instance whose snapshots are listed; all instances if nil. It must be nil if
	// DBSnapshotIdentifier is set.
	DBInstanceIdentifier *string
	// Identifier of the snapshot to list; all snapshots if nil. It must be nil if
	// DBInstanceIdentifier is set. To list an automated snapshot, set SnapshotType to automated.
	DBSnapshotIdentifier *string
	// Resource ID of the instance whose snapshots are listed; all instances if nil. If an instance
	// is deleted, a later instance with the same name has a different resource ID.
	DbiResourceId *string
	// Filters to apply. A snapshot must match all filters. For the filter names, see
	// [Client.DescribeDBSnapshots].
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
	// Type of the snapshots to list: automated, manual, shared, public or awsbackup. If nil, AWS
	// lists automated and manual snapshots, and also shared or public snapshots if IncludeShared or
	// IncludePublic is true.
	SnapshotType *string
}

// DescribeDBSnapshotsOutput is the output of [Client.DescribeDBSnapshots].
type DescribeDBSnapshotsOutput struct {
	// The snapshots of this page.
	DBSnapshots []types.DBSnapshot `query:",item=DBSnapshot"`

	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBSnapshotsOp = operation.Op{
	Name: "DescribeDBSnapshots",
	Faults: operation.Faults{
		(*types.DBSnapshotNotFoundFault)(nil),
	},
}

// DescribeDBSnapshots lists snapshots of instances that do not belong to a cluster.
// [Client.DescribeDBClusterSnapshots] lists the snapshots of clusters.
//
// The filters are db-instance-id (names or ARNs of instances), db-snapshot-id, dbi-resource-id,
// snapshot-type, and engine.
//
// It can fail with [types.DBSnapshotNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshots.html
func (c *Client) DescribeDBSnapshots(ctx context.Context, in *DescribeDBSnapshotsInput, optFns ...func(*Options)) (*DescribeDBSnapshotsOutput, error) {
	return typed[DescribeDBSnapshotsOutput](c.invoke(ctx, &describeDBSnapshotsOp, in, new(DescribeDBSnapshotsOutput), optFns))
}

// DeleteDBSnapshotInput is the input of [Client.DeleteDBSnapshot].
type DeleteDBSnapshotInput struct {
	// Required. Name of a snapshot with Status available.
	DBSnapshotIdentifier *string `query:",required"`
}

// DeleteDBSnapshotOutput is the output of [Client.DeleteDBSnapshot].
type DeleteDBSnapshotOutput struct {
	// The snapshot as it was before the deletion.
	DBSnapshot *types.DBSnapshot

	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteDBSnapshotOp = operation.Op{
	Name: "DeleteDBSnapshot",
	Faults: operation.Faults{
		(*types.DBSnapshotNotFoundFault)(nil), (*types.InvalidDBSnapshotStateFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &snapshotResource,
		ID:       func(in any) *string { return in.(*DeleteDBSnapshotInput).DBSnapshotIdentifier },
	},
}

// DeleteDBSnapshot deletes an available manual snapshot. It can also delete a copy that is still in
// progress; this stops the copying.
//
// It can fail with [types.DBSnapshotNotFoundFault] or [types.InvalidDBSnapshotStateFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBSnapshot.html
func (c *Client) DeleteDBSnapshot(ctx context.Context, in *DeleteDBSnapshotInput, optFns ...func(*Options)) (*DeleteDBSnapshotOutput, error) {
	return typed[DeleteDBSnapshotOutput](c.invoke(ctx, &deleteDBSnapshotOp, in, new(DeleteDBSnapshotOutput), optFns))
}

// DescribeDBSnapshotsAPIClient is the client interface that the paginator and
// the waiters use.
type DescribeDBSnapshotsAPIClient interface {
	DescribeDBSnapshots(context.Context, *DescribeDBSnapshotsInput, ...func(*Options)) (*DescribeDBSnapshotsOutput, error)
}

// DescribeDBSnapshotsPaginatorOptions are the options of a [DescribeDBSnapshotsPaginator].
type DescribeDBSnapshotsPaginatorOptions = PaginatorOptions

// A DescribeDBSnapshotsPaginator walks the pages of [Client.DescribeDBSnapshots].
type DescribeDBSnapshotsPaginator = Paginator[DescribeDBSnapshotsInput, DescribeDBSnapshotsOutput, types.DBSnapshot]

// NewDescribeDBSnapshotsPaginator returns a paginator that starts at params.Marker, or at the first
// page if params.Marker is nil.
func NewDescribeDBSnapshotsPaginator(client DescribeDBSnapshotsAPIClient, params *DescribeDBSnapshotsInput, optFns ...func(*DescribeDBSnapshotsPaginatorOptions)) *DescribeDBSnapshotsPaginator {
	return describe.NewPaginator[types.DBSnapshot](client.DescribeDBSnapshots, snapshots.Items, params, optFns)
}

var snapshots = wait.Resource{
	Noun:     "snapshot",
	Items:    "DBSnapshots",
	ID:       "DBSnapshotIdentifier",
	Names:    []string{"DBSnapshotIdentifier", "DBSnapshotArn"},
	Status:   "Status",
	Percent:  "PercentProgress",
	Filter:   "db-snapshot-id",
	NotFound: "DBSnapshotNotFound",
}

// DBSnapshotAvailableWaiterOptions are the options of a [DBSnapshotAvailableWaiter].
type DBSnapshotAvailableWaiterOptions = WaiterOptions[DescribeDBSnapshotsInput, DescribeDBSnapshotsOutput, types.DBSnapshot]

// A DBSnapshotAvailableWaiter waits until a new snapshot or copy is available.
type DBSnapshotAvailableWaiter = Waiter[DescribeDBSnapshotsInput, DescribeDBSnapshotsOutput, types.DBSnapshot]

// NewDBSnapshotAvailableWaiter returns a waiter that waits until snapshots are available. The wait
// fails if a snapshot's status is deleted, deleting, failed, incompatible-restore or
// incompatible-parameters.
func NewDBSnapshotAvailableWaiter(client DescribeDBSnapshotsAPIClient, optFns ...func(*DBSnapshotAvailableWaiterOptions)) *DBSnapshotAvailableWaiter {
	return describe.NewWaiter(client.DescribeDBSnapshots, core, &snapshots, resource.SnapshotAvailable(), optFns)
}

// DBSnapshotDeletedWaiterOptions are the options of a [DBSnapshotDeletedWaiter].
type DBSnapshotDeletedWaiterOptions = WaiterOptions[DescribeDBSnapshotsInput, DescribeDBSnapshotsOutput, types.DBSnapshot]

// A DBSnapshotDeletedWaiter waits until a snapshot no longer exists.
type DBSnapshotDeletedWaiter = Waiter[DescribeDBSnapshotsInput, DescribeDBSnapshotsOutput, types.DBSnapshot]

// NewDBSnapshotDeletedWaiter returns a waiter that waits until snapshots no longer exist. The wait
// fails if a new snapshot with the same name is being created.
func NewDBSnapshotDeletedWaiter(client DescribeDBSnapshotsAPIClient, optFns ...func(*DBSnapshotDeletedWaiterOptions)) *DBSnapshotDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBSnapshots, core, &snapshots, resource.Deleted(), optFns)
}
