package rds

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
	"github.com/nereid-go/nereid/rds/types"
)

// CreateDBSnapshotInput is the request of [Client.CreateDBSnapshot].
type CreateDBSnapshotInput struct {
	// Required. An existing instance; letter case does not matter.
	DBInstanceIdentifier *string `query:",required"`
	// Required. Name of the snapshot: 1 to 255 letters, digits and hyphens, beginning with a
	// letter, without a hyphen at the end or two in a row. It is stored in lower case.
	DBSnapshotIdentifier *string `query:",required"`
	// Tags of the snapshot.
	Tags []types.Tag `query:",item=Tag" recover:"TagList"`
}

// CreateDBSnapshotOutput is the answer to [Client.CreateDBSnapshot].
type CreateDBSnapshotOutput struct {
	DBSnapshot     *types.DBSnapshot
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
		Tag: func(in any, key, value string) any {
			c := *in.(*CreateDBSnapshotInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// CreateDBSnapshot begins a manual snapshot of an instance, which has to be available or
// storage-optimization. It returns at once with Status creating. For instances of a cluster there
// is [Client.CreateDBClusterSnapshot].
//
// It can fail with [types.DBInstanceNotFoundFault], [types.DBSnapshotAlreadyExistsFault],
// [types.InvalidDBInstanceStateFault] or [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSnapshot.html
func (c *Client) CreateDBSnapshot(ctx context.Context, in *CreateDBSnapshotInput, optFns ...func(*Options)) (*CreateDBSnapshotOutput, error) {
	return typed[CreateDBSnapshotOutput](c.invoke(ctx, &createDBSnapshotOp, in, new(CreateDBSnapshotOutput), optFns))
}

// CopyDBSnapshotInput is the request of [Client.CopyDBSnapshot].
type CopyDBSnapshotInput struct {
	// Required. Name of a snapshot in the same account and region, else its ARN.
	SourceDBSnapshotIdentifier *string `query:",required,source" recover:",late"`
	// Required. Name of the copy: 1 to 255 letters, digits and hyphens, beginning with a letter,
	// without a hyphen at the end or two in a row. It is stored in lower case.
	TargetDBSnapshotIdentifier *string `query:",required" recover:"DBSnapshotIdentifier"`
	// Whether the option group is copied as well, when the source belongs to another account; false
	// when nil.
	CopyOptionGroup *bool
	// Whether the copy gets the tags of the source; false when nil.
	CopyTags *bool
	// Key of the copy, as ID, ARN or alias; that of the source when nil. Required if an encrypted
	// source belongs to another account or, since keys do not leave their region, lies in another
	// region. With a source that is not encrypted, the copy will be.
	KmsKeyId *string
	// Option group of the copy. Needed across regions when the source has one that is not a
	// default.
	OptionGroupName *string
	// Leave it nil: it is filled in when the source is in another region.
	PreSignedUrl *string `query:",nopresign"`
	// Local Zone of the copy, with SnapshotTarget local.
	SnapshotAvailabilityZone *string
	// Where the copy goes: region or local.
	SnapshotTarget *string
	// Region of the source. Never sent: it is there to make PreSignedUrl.
	SourceRegion *string `query:"-"`
	// Tags by kind of resource.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the copy.
	Tags []types.Tag `query:",item=Tag" recover:"TagList"`
	// Custom zone of the copy, for RDS on VMware.
	TargetCustomAvailabilityZone *string
}

// CopyDBSnapshotOutput is the answer to [Client.CopyDBSnapshot].
type CopyDBSnapshotOutput struct {
	DBSnapshot     *types.DBSnapshot
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
		// The time at which the copy was complete.
		Made:  func(item any) *time.Time { return item.(*types.DBSnapshot).SnapshotCreateTime },
		Later: func(any) bool { return true },
		Tag: func(in any, key, value string) any {
			c := *in.(*CopyDBSnapshotInput)
			if nereid.ToBool(c.CopyTags) {
				return nil
			}
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
	Presign: &operation.CrossRegion,
}

// CopyDBSnapshot begins to copy an available snapshot, manual or automated, to a manual one in the
// region of the client. The source can be in another region or belong to another account that
// shares it. It returns at once; the Status goes over copying, or pending, to available.
//
// A limited number of copies to one region, 20 by default, can be in flight per account: another
// one is a [types.SnapshotQuotaExceededFault].
//
// It can fail with [types.CustomAvailabilityZoneNotFoundFault],
// [types.DBSnapshotAlreadyExistsFault], [types.DBSnapshotNotFoundFault],
// [types.InvalidDBSnapshotStateFault], [types.KMSKeyNotAccessibleFault] or
// [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html
func (c *Client) CopyDBSnapshot(ctx context.Context, in *CopyDBSnapshotInput, optFns ...func(*Options)) (*CopyDBSnapshotOutput, error) {
	return typed[CopyDBSnapshotOutput](c.invoke(ctx, &copyDBSnapshotOp, in, new(CopyDBSnapshotOutput), optFns))
}

// DescribeDBSnapshotsInput is the request of [Client.DescribeDBSnapshots].
type DescribeDBSnapshotsInput struct {
	// Only snapshots of this instance. Not together with DBSnapshotIdentifier.
	DBInstanceIdentifier *string
	// Only this snapshot; if it is an automated one, SnapshotType has to be automated. Not together
	// with DBInstanceIdentifier.
	DBSnapshotIdentifier *string
	// Only snapshots of the instance with this resource ID, which a later instance of the same name
	// does not share.
	DbiResourceId *string
	// Their names are listed at [Client.DescribeDBSnapshots]; a snapshot has to pass all of them.
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
	// automated, manual, shared, public or awsbackup. When nil: automated and manual ones, but not
	// shared or public ones.
	SnapshotType *string
}

// DescribeDBSnapshotsOutput is the answer to [Client.DescribeDBSnapshots].
type DescribeDBSnapshotsOutput struct {
	DBSnapshots []types.DBSnapshot `query:",item=DBSnapshot"`
	// Set when there are more snapshots.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBSnapshotsOp = operation.Op{
	Name: "DescribeDBSnapshots",
	Faults: operation.Faults{
		(*types.DBSnapshotNotFoundFault)(nil),
	},
}

// DescribeDBSnapshots lists snapshots of instances that belong to no cluster;
// [Client.DescribeDBClusterSnapshots] has the others.
//
// Filters are db-instance-id (names or ARNs), db-snapshot-id, dbi-resource-id, snapshot-type, and
// engine.
//
// It can fail with [types.DBSnapshotNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshots.html
func (c *Client) DescribeDBSnapshots(ctx context.Context, in *DescribeDBSnapshotsInput, optFns ...func(*Options)) (*DescribeDBSnapshotsOutput, error) {
	return typed[DescribeDBSnapshotsOutput](c.invoke(ctx, &describeDBSnapshotsOp, in, new(DescribeDBSnapshotsOutput), optFns))
}

// DeleteDBSnapshotInput is the request of [Client.DeleteDBSnapshot].
type DeleteDBSnapshotInput struct {
	// Required. A snapshot with Status available.
	DBSnapshotIdentifier *string `query:",required"`
}

// DeleteDBSnapshotOutput is the answer to [Client.DeleteDBSnapshot].
type DeleteDBSnapshotOutput struct {
	DBSnapshot     *types.DBSnapshot
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

// DeleteDBSnapshot deletes a manual snapshot, which has to be available; a copy in progress is
// ended.
//
// It can fail with [types.DBSnapshotNotFoundFault] or [types.InvalidDBSnapshotStateFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBSnapshot.html
func (c *Client) DeleteDBSnapshot(ctx context.Context, in *DeleteDBSnapshotInput, optFns ...func(*Options)) (*DeleteDBSnapshotOutput, error) {
	return typed[DeleteDBSnapshotOutput](c.invoke(ctx, &deleteDBSnapshotOp, in, new(DeleteDBSnapshotOutput), optFns))
}

// DescribeDBSnapshotsAPIClient is what the paginator and the waiters need of a client.
type DescribeDBSnapshotsAPIClient interface {
	DescribeDBSnapshots(context.Context, *DescribeDBSnapshotsInput, ...func(*Options)) (*DescribeDBSnapshotsOutput, error)
}

// DescribeDBSnapshotsPaginatorOptions are the options of a [DescribeDBSnapshotsPaginator].
type DescribeDBSnapshotsPaginatorOptions = PaginatorOptions

// A DescribeDBSnapshotsPaginator walks the pages of [Client.DescribeDBSnapshots].
type DescribeDBSnapshotsPaginator = Paginator[DescribeDBSnapshotsInput, DescribeDBSnapshotsOutput, types.DBSnapshot]

// NewDescribeDBSnapshotsPaginator returns a paginator that begins where params
// say.
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
	Many:     func(ids []string) any { return &DescribeDBSnapshotsInput{Filters: filter("db-snapshot-id", ids)} },
	NotFound: "DBSnapshotNotFound",
}

// DBSnapshotAvailableWaiterOptions are the options of a [DBSnapshotAvailableWaiter].
type DBSnapshotAvailableWaiterOptions = WaiterOptions[DescribeDBSnapshotsInput, DescribeDBSnapshotsOutput, types.DBSnapshot]

// A DBSnapshotAvailableWaiter waits until a snapshot, or a copy of one, can be used.
type DBSnapshotAvailableWaiter = Waiter[DescribeDBSnapshotsInput, DescribeDBSnapshotsOutput, types.DBSnapshot]

// NewDBSnapshotAvailableWaiter returns a waiter for snapshots to become available. Deleting,
// failed and incompatible ones end the wait.
func NewDBSnapshotAvailableWaiter(client DescribeDBSnapshotsAPIClient, optFns ...func(*DBSnapshotAvailableWaiterOptions)) *DBSnapshotAvailableWaiter {
	return describe.NewWaiter(client.DescribeDBSnapshots, core, &snapshots, &wait.Condition{
		Wanted: "available", Success: []string{"available"}, Failure: status.SnapshotFailures(),
	}, optFns)
}

// DBSnapshotDeletedWaiterOptions are the options of a [DBSnapshotDeletedWaiter].
type DBSnapshotDeletedWaiterOptions = WaiterOptions[DescribeDBSnapshotsInput, DescribeDBSnapshotsOutput, types.DBSnapshot]

// A DBSnapshotDeletedWaiter waits until there is no such snapshot any more.
type DBSnapshotDeletedWaiter = Waiter[DescribeDBSnapshotsInput, DescribeDBSnapshotsOutput, types.DBSnapshot]

// NewDBSnapshotDeletedWaiter returns a waiter for snapshots to be gone. A snapshot of that
// name that is being created ends the wait: it is another one.
func NewDBSnapshotDeletedWaiter(client DescribeDBSnapshotsAPIClient, optFns ...func(*DBSnapshotDeletedWaiterOptions)) *DBSnapshotDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBSnapshots, core, &snapshots, &wait.Condition{
		Wanted: "deleted", Gone: true, Success: []string{"deleted"}, Failure: status.DeletionFailures(),
	}, optFns)
}
