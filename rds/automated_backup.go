package rds

import (
	"context"
	"strings"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBInstanceAutomatedBackupsInput is the input of
// [Client.DescribeDBInstanceAutomatedBackups].
type DescribeDBInstanceAutomatedBackupsInput struct {
	// ARN of the automated backups to list, for example the ARN of replicated backups.
	DBInstanceAutomatedBackupsArn *string
	// Name of the instance whose backups are listed; case-insensitive. AWS documents this field
	// only for existing instances.
	DBInstanceIdentifier *string
	// Resource ID (db-…) of the instance whose backups are listed; case-insensitive. The
	// instance may already have been deleted.
	DbiResourceId *string
	// Filters to apply. A backup must match all filters. For the filter names, see
	// [Client.DescribeDBInstanceAutomatedBackups].
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Backups per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBInstanceAutomatedBackupsOutput is the output of
// [Client.DescribeDBInstanceAutomatedBackups].
type DescribeDBInstanceAutomatedBackupsOutput struct {
	// The backups of this page.
	DBInstanceAutomatedBackups []types.DBInstanceAutomatedBackup `query:",item=DBInstanceAutomatedBackup"`

	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBInstanceAutomatedBackupsOp = operation.Op{
	Name: "DescribeDBInstanceAutomatedBackups",
	Faults: operation.Faults{
		(*types.DBInstanceAutomatedBackupNotFoundFault)(nil),
	},
}

// DescribeDBInstanceAutomatedBackups lists the automated backups of existing instances with a
// BackupRetentionPeriod above 0, the retained backups of deleted instances, and backups that are
// replicated to the client's region. Instances of clusters do not have automated backups;
// [Client.DescribeDBClusterAutomatedBackups] lists the backups of clusters.
//
// The filters are status (active, creating or retained), db-instance-id (names or ARNs) and
// dbi-resource-id.
//
// It can fail with [types.DBInstanceAutomatedBackupNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstanceAutomatedBackups.html
func (c *Client) DescribeDBInstanceAutomatedBackups(ctx context.Context, in *DescribeDBInstanceAutomatedBackupsInput, optFns ...func(*Options)) (*DescribeDBInstanceAutomatedBackupsOutput, error) {
	return typed[DescribeDBInstanceAutomatedBackupsOutput](c.invoke(ctx, &describeDBInstanceAutomatedBackupsOp, in, new(DescribeDBInstanceAutomatedBackupsOutput), optFns))
}

// DeleteDBInstanceAutomatedBackupInput is the input of [Client.DeleteDBInstanceAutomatedBackup].
type DeleteDBInstanceAutomatedBackupInput struct {
	// ARN of the backups to delete. Either DBInstanceAutomatedBackupsArn or DbiResourceId is
	// required.
	DBInstanceAutomatedBackupsArn *string
	// Resource ID (db-…) of the deleted instance whose backups are to be deleted.
	DbiResourceId *string
}

// DeleteDBInstanceAutomatedBackupOutput is the output of [Client.DeleteDBInstanceAutomatedBackup].
type DeleteDBInstanceAutomatedBackupOutput struct {
	// The backups that AWS is deleting, with Status deleting and an empty RestoreWindow.
	DBInstanceAutomatedBackup *types.DBInstanceAutomatedBackup
	ResultMetadata            middleware.Metadata `query:"-"`
}

var deleteDBInstanceAutomatedBackupOp = operation.Op{
	Name: "DeleteDBInstanceAutomatedBackup",
	Faults: operation.Faults{
		(*types.DBInstanceAutomatedBackupNotFoundFault)(nil),
		(*types.InvalidDBInstanceAutomatedBackupStateFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &automatedBackupResource,
		ID: func(in any) *string {
			i := in.(*DeleteDBInstanceAutomatedBackupInput)
			if i.DBInstanceAutomatedBackupsArn != nil {
				return i.DBInstanceAutomatedBackupsArn
			}
			return i.DbiResourceId
		},
	},
}

// DeleteDBInstanceAutomatedBackup starts deleting the retained backups of an instance, including
// their automated snapshots. AWS retains backups if their instance was deleted with
// DeleteAutomatedBackups set to false, or if their replication to the client's region was stopped.
// Manual snapshots are kept. The backups of an existing instance cannot be deleted.
//
// It can fail with [types.DBInstanceAutomatedBackupNotFoundFault] or
// [types.InvalidDBInstanceAutomatedBackupStateFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstanceAutomatedBackup.html
func (c *Client) DeleteDBInstanceAutomatedBackup(ctx context.Context, in *DeleteDBInstanceAutomatedBackupInput, optFns ...func(*Options)) (*DeleteDBInstanceAutomatedBackupOutput, error) {
	return typed[DeleteDBInstanceAutomatedBackupOutput](c.invoke(ctx, &deleteDBInstanceAutomatedBackupOp, in, new(DeleteDBInstanceAutomatedBackupOutput), optFns))
}

// StartDBInstanceAutomatedBackupsReplicationInput is the input of
// [Client.StartDBInstanceAutomatedBackupsReplication].
type StartDBInstanceAutomatedBackupsReplicationInput struct {
	// Required. ARN of an available standalone instance in another region, with a
	// BackupRetentionPeriod above 0.
	SourceDBInstanceArn *string `query:",required,source" recover:",aside"`
	// Days to keep the replicated backups, 1 to 35; 7 if nil.
	BackupRetentionPeriod *int32
	// KMS key that encrypts the replicated backups: ARN of a key in the client's region. Required
	// if the instance is encrypted.
	KmsKeyId *string
	// Leave it nil: the client adds the URL to the request in all regions, although AWS uses it
	// only in GovCloud regions.
	PreSignedUrl *string `query:",nopresign"`
	// Region of the instance; the region in SourceDBInstanceArn if nil. The client does not send
	// SourceRegion, but uses it to create PreSignedUrl.
	SourceRegion *string `query:"-"`
	// Tags of the replicated backups.
	Tags []types.Tag `query:",item=Tag" recover:"TagList"`
}

// StartDBInstanceAutomatedBackupsReplicationOutput is the output of
// [Client.StartDBInstanceAutomatedBackupsReplication].
type StartDBInstanceAutomatedBackupsReplicationOutput struct {
	// The replicated backups, usually with Status pending and an empty RestoreWindow.
	DBInstanceAutomatedBackup *types.DBInstanceAutomatedBackup
	ResultMetadata            middleware.Metadata `query:"-"`
}

var startDBInstanceAutomatedBackupsReplicationOp = operation.Op{
	Name: "StartDBInstanceAutomatedBackupsReplication",
	Faults: operation.Faults{
		(*types.DBInstanceAutomatedBackupQuotaExceededFault)(nil),
		(*types.DBInstanceNotFoundFault)(nil),
		(*types.InvalidDBInstanceAutomatedBackupStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
		(*types.StorageTypeNotSupportedFault)(nil),
	},
	Effect: &recovery.Change{
		Resource: &backupsReplicationResource,
		ID: func(in any) *string {
			return in.(*StartDBInstanceAutomatedBackupsReplicationInput).SourceDBInstanceArn
		},
		To:       []string{"pending", "replicating"},
		From:     []string{"retained"},
		Settings: true,
	},
	Presign: &operation.CrossRegion,
}

// StartDBInstanceAutomatedBackupsReplication starts replicating an instance's automated backups
// from another region to the client's region. It returns immediately. The Status of the replicated
// backups is pending at first. A [DBInstanceAutomatedBackupReplicatingWaiter] waits until the
// Status is replicating. [Client.RestoreDBInstanceToPointInTime] restores the replicated backups in
// the client's region.
//
// The source instance's status changes from available to modifying some time after the call. A
// [DBInstanceAvailableWaiter] for the source instance needs the option InitialDelay, because
// without the delay it could succeed before the status changes.
//
// It can fail with [types.DBInstanceAutomatedBackupQuotaExceededFault],
// [types.DBInstanceNotFoundFault], [types.InvalidDBInstanceAutomatedBackupStateFault],
// [types.InvalidDBInstanceStateFault], [types.KMSKeyNotAccessibleFault] or
// [types.StorageTypeNotSupportedFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartDBInstanceAutomatedBackupsReplication.html
func (c *Client) StartDBInstanceAutomatedBackupsReplication(ctx context.Context, in *StartDBInstanceAutomatedBackupsReplicationInput, optFns ...func(*Options)) (*StartDBInstanceAutomatedBackupsReplicationOutput, error) {
	return typed[StartDBInstanceAutomatedBackupsReplicationOutput](c.invoke(ctx, &startDBInstanceAutomatedBackupsReplicationOp, in, new(StartDBInstanceAutomatedBackupsReplicationOutput), optFns))
}

// StopDBInstanceAutomatedBackupsReplicationInput is the input of
// [Client.StopDBInstanceAutomatedBackupsReplication].
type StopDBInstanceAutomatedBackupsReplicationInput struct {
	// Required. ARN of the instance in another region whose backups are replicated to the client's
	// region.
	SourceDBInstanceArn *string `query:",required"`
}

// StopDBInstanceAutomatedBackupsReplicationOutput is the output of
// [Client.StopDBInstanceAutomatedBackupsReplication].
type StopDBInstanceAutomatedBackupsReplicationOutput struct {
	// The replicated backups, usually still with Status replicating.
	DBInstanceAutomatedBackup *types.DBInstanceAutomatedBackup
	ResultMetadata            middleware.Metadata `query:"-"`
}

var stopDBInstanceAutomatedBackupsReplicationOp = operation.Op{
	Name: "StopDBInstanceAutomatedBackupsReplication",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
	},
	Effect: &recovery.Change{
		Resource: &backupsReplicationResource,
		ID: func(in any) *string {
			return in.(*StopDBInstanceAutomatedBackupsReplicationInput).SourceDBInstanceArn
		},
		To:   []string{"retained", "deleting"},
		From: []string{"pending", "replicating"},
	},
}

// StopDBInstanceAutomatedBackupsReplication stops the replication of an instance's automated
// backups to the client's region. The Status of the backups that are already in the client's region
// changes to retained, and the backups expire gradually. A
// [DBInstanceAutomatedBackupRetainedWaiter] waits until they are retained.
//
// The source instance's status changes from available to modifying some time after the call. A
// [DBInstanceAvailableWaiter] for the source instance needs the option InitialDelay, because
// without the delay it could succeed before the status changes. Until the instance is available
// again, AWS rejects a DeleteDBInstance call that requests a final snapshot.
//
// It can fail with [types.DBInstanceNotFoundFault] or [types.InvalidDBInstanceStateFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StopDBInstanceAutomatedBackupsReplication.html
func (c *Client) StopDBInstanceAutomatedBackupsReplication(ctx context.Context, in *StopDBInstanceAutomatedBackupsReplicationInput, optFns ...func(*Options)) (*StopDBInstanceAutomatedBackupsReplicationOutput, error) {
	return typed[StopDBInstanceAutomatedBackupsReplicationOutput](c.invoke(ctx, &stopDBInstanceAutomatedBackupsReplicationOp, in, new(StopDBInstanceAutomatedBackupsReplicationOutput), optFns))
}

// DescribeDBInstanceAutomatedBackupsAPIClient is the client interface that the paginator and
// the waiters use.
type DescribeDBInstanceAutomatedBackupsAPIClient interface {
	DescribeDBInstanceAutomatedBackups(context.Context, *DescribeDBInstanceAutomatedBackupsInput, ...func(*Options)) (*DescribeDBInstanceAutomatedBackupsOutput, error)
}

// DescribeDBInstanceAutomatedBackupsPaginatorOptions are the options of a
// [DescribeDBInstanceAutomatedBackupsPaginator].
type DescribeDBInstanceAutomatedBackupsPaginatorOptions = PaginatorOptions

// A DescribeDBInstanceAutomatedBackupsPaginator walks the pages of
// [Client.DescribeDBInstanceAutomatedBackups].
type DescribeDBInstanceAutomatedBackupsPaginator = Paginator[DescribeDBInstanceAutomatedBackupsInput, DescribeDBInstanceAutomatedBackupsOutput, types.DBInstanceAutomatedBackup]

// NewDescribeDBInstanceAutomatedBackupsPaginator returns a paginator that starts at params.Marker,
// or at the first page if params.Marker is nil.
func NewDescribeDBInstanceAutomatedBackupsPaginator(client DescribeDBInstanceAutomatedBackupsAPIClient, params *DescribeDBInstanceAutomatedBackupsInput, optFns ...func(*DescribeDBInstanceAutomatedBackupsPaginatorOptions)) *DescribeDBInstanceAutomatedBackupsPaginator {
	return describe.NewPaginator[types.DBInstanceAutomatedBackup](client.DescribeDBInstanceAutomatedBackups, automatedBackups.Items, params, optFns)
}

var automatedBackups = wait.Resource{
	Noun:     "automated backups of instance",
	Items:    "DBInstanceAutomatedBackups",
	ID:       "DbiResourceId",
	ARN:      "DBInstanceAutomatedBackupsArn",
	Names:    []string{"DbiResourceId", "DBInstanceAutomatedBackupsArn"},
	Status:   "Status",
	NotFound: "DBInstanceAutomatedBackupNotFound",
}

var automatedBackupResource = recovery.Resource{
	Kind:      &automatedBackups,
	Operation: &describeDBInstanceAutomatedBackupsOp,
	New:       newAutomatedBackups,
}

func newAutomatedBackups() (in, out any) {
	return new(DescribeDBInstanceAutomatedBackupsInput), new(DescribeDBInstanceAutomatedBackupsOutput)
}

// backupsReplicationResource is an instance's replicated backups, identified by the instance's ARN.
var backupsReplicationResource = recovery.Resource{
	Kind:      replicationKind{&automatedBackups},
	Operation: &describeDBInstanceAutomatedBackupsOp,
	New:       newAutomatedBackups,
}

// A replicationKind finds backups by their instance's ARN. Several backups can have the same
// instance ARN: replicated backups, and retained backups of an earlier instance with the same name.
type replicationKind struct{ *wait.Resource }

// Label implements [recovery.Kind].
func (replicationKind) Label() string { return "replicated backups of instance" }

// Name implements [recovery.Kind].
func (replicationKind) Name(in any, id string) {
	in.(*DescribeDBInstanceAutomatedBackupsInput).Filters = filter("db-instance-id", []string{id})
}

// First implements [recovery.Kind]. It returns the replicated backups in the output. If the output
// does not contain replicated backups, First returns the output's first element.
func (k replicationKind) First(out any) any {
	list := out.(*DescribeDBInstanceAutomatedBackupsOutput).DBInstanceAutomatedBackups
	for i := range list {
		if isReplicated(&list[i]) {
			return &list[i]
		}
	}
	return k.Resource.First(out)
}

func isReplicated(b *types.DBInstanceAutomatedBackup) bool {
	status := nereid.ToString(b.Status)
	return strings.EqualFold(status, "pending") || strings.EqualFold(status, "replicating")
}

// DBInstanceAutomatedBackupActiveWaiterOptions are the options of a
// [DBInstanceAutomatedBackupActiveWaiter].
type DBInstanceAutomatedBackupActiveWaiterOptions = WaiterOptions[DescribeDBInstanceAutomatedBackupsInput, DescribeDBInstanceAutomatedBackupsOutput, types.DBInstanceAutomatedBackup]

// A DBInstanceAutomatedBackupActiveWaiter waits until the automated backups of an existing instance
// are active.
type DBInstanceAutomatedBackupActiveWaiter = Waiter[DescribeDBInstanceAutomatedBackupsInput, DescribeDBInstanceAutomatedBackupsOutput, types.DBInstanceAutomatedBackup]

// NewDBInstanceAutomatedBackupActiveWaiter returns a waiter that waits until the automated backups
// of instances are active. An instance's backups become active when the first backup is complete;
// from then on, the instance can be restored to a point in time. The wait fails if the backups are
// retained or deleted. WaitAll takes the resource IDs (db-…) of the instances, or the ARNs of the
// backups.
func NewDBInstanceAutomatedBackupActiveWaiter(client DescribeDBInstanceAutomatedBackupsAPIClient, optFns ...func(*DBInstanceAutomatedBackupActiveWaiterOptions)) *DBInstanceAutomatedBackupActiveWaiter {
	return describe.NewWaiter(client.DescribeDBInstanceAutomatedBackups, core, &automatedBackups, &wait.Condition{
		Wanted: "active", Success: []string{"active"}, Failure: []string{"retained", "deleting", "deleted"},
	}, optFns)
}

// DBInstanceAutomatedBackupReplicatingWaiterOptions are the options of a
// [DBInstanceAutomatedBackupReplicatingWaiter].
type DBInstanceAutomatedBackupReplicatingWaiterOptions = WaiterOptions[DescribeDBInstanceAutomatedBackupsInput, DescribeDBInstanceAutomatedBackupsOutput, types.DBInstanceAutomatedBackup]

// A DBInstanceAutomatedBackupReplicatingWaiter waits until replicated backups have the Status
// replicating.
type DBInstanceAutomatedBackupReplicatingWaiter = Waiter[DescribeDBInstanceAutomatedBackupsInput, DescribeDBInstanceAutomatedBackupsOutput, types.DBInstanceAutomatedBackup]

// NewDBInstanceAutomatedBackupReplicatingWaiter returns a waiter that waits until replicated
// backups have the Status replicating. [Client.StartDBInstanceAutomatedBackupsReplication] starts
// the replication. The client must be in the region of the replicated backups. The wait fails if
// the backups are retained or deleted. WaitAll takes the ARNs of the backups.
func NewDBInstanceAutomatedBackupReplicatingWaiter(client DescribeDBInstanceAutomatedBackupsAPIClient, optFns ...func(*DBInstanceAutomatedBackupReplicatingWaiterOptions)) *DBInstanceAutomatedBackupReplicatingWaiter {
	return describe.NewWaiter(client.DescribeDBInstanceAutomatedBackups, core, &automatedBackups, &wait.Condition{
		Wanted: "replicating", Success: []string{"replicating"}, Failure: []string{"retained", "deleting", "deleted"},
		Stale: []string{"retained"}, // retained by an earlier replication
	}, optFns)
}

// DBInstanceAutomatedBackupRetainedWaiterOptions are the options of a
// [DBInstanceAutomatedBackupRetainedWaiter].
type DBInstanceAutomatedBackupRetainedWaiterOptions = WaiterOptions[DescribeDBInstanceAutomatedBackupsInput, DescribeDBInstanceAutomatedBackupsOutput, types.DBInstanceAutomatedBackup]

// A DBInstanceAutomatedBackupRetainedWaiter waits until automated backups are retained.
type DBInstanceAutomatedBackupRetainedWaiter = Waiter[DescribeDBInstanceAutomatedBackupsInput, DescribeDBInstanceAutomatedBackupsOutput, types.DBInstanceAutomatedBackup]

// NewDBInstanceAutomatedBackupRetainedWaiter returns a waiter that waits until backups are
// retained. AWS retains backups after their instance is deleted with DeleteAutomatedBackups set
// to false, or after their replication is stopped. The wait fails if the backups are deleted.
// WaitAll takes the resource IDs (db-…) of the instances, or the ARNs of the backups.
func NewDBInstanceAutomatedBackupRetainedWaiter(client DescribeDBInstanceAutomatedBackupsAPIClient, optFns ...func(*DBInstanceAutomatedBackupRetainedWaiterOptions)) *DBInstanceAutomatedBackupRetainedWaiter {
	return describe.NewWaiter(client.DescribeDBInstanceAutomatedBackups, core, &automatedBackups, &wait.Condition{
		Wanted: "retained", Success: []string{"retained"}, Failure: []string{"deleting", "deleted"},
	}, optFns)
}

// DBInstanceAutomatedBackupDeletedWaiterOptions are the options of a
// [DBInstanceAutomatedBackupDeletedWaiter].
type DBInstanceAutomatedBackupDeletedWaiterOptions = WaiterOptions[DescribeDBInstanceAutomatedBackupsInput, DescribeDBInstanceAutomatedBackupsOutput, types.DBInstanceAutomatedBackup]

// A DBInstanceAutomatedBackupDeletedWaiter waits until automated backups no longer exist.
type DBInstanceAutomatedBackupDeletedWaiter = Waiter[DescribeDBInstanceAutomatedBackupsInput, DescribeDBInstanceAutomatedBackupsOutput, types.DBInstanceAutomatedBackup]

// NewDBInstanceAutomatedBackupDeletedWaiter returns a waiter that waits until backups no longer
// exist, because they were deleted or have expired. The wait fails for backups of an existing
// instance and for replicated backups. WaitAll takes the resource IDs (db-…) of the instances, or
// the ARNs of the backups.
func NewDBInstanceAutomatedBackupDeletedWaiter(client DescribeDBInstanceAutomatedBackupsAPIClient, optFns ...func(*DBInstanceAutomatedBackupDeletedWaiterOptions)) *DBInstanceAutomatedBackupDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBInstanceAutomatedBackups, core, &automatedBackups, &wait.Condition{
		Wanted: "deleted", Success: []string{"deleted"}, Failure: []string{"creating", "active", "pending", "replicating"}, Gone: true,
	}, optFns)
}
