package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBInstancesInput is the input of [Client.DescribeDBInstances].
type DescribeDBInstancesInput struct {
	// Name or ARN of the instance to list; all instances if nil. If the instance does not exist,
	// the call fails or, if Filters are set, returns an empty list.
	DBInstanceIdentifier *string
	// Filters to apply. An instance must match all filters. For the filter names, see
	// [Client.DescribeDBInstances].
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Instances per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBInstancesOutput is the output of [Client.DescribeDBInstances].
type DescribeDBInstancesOutput struct {
	// The instances of this page.
	DBInstances []types.DBInstance `query:",item=DBInstance"`

	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBInstancesOp = operation.Op{
	Name: "DescribeDBInstances",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil),
	},
}

// DescribeDBInstances lists instances, including the instances of Aurora, Neptune and DocumentDB
// clusters.
//
// The filters are db-cluster-id (names or ARNs of clusters), db-instance-id (names or ARNs of
// instances), dbi-resource-id, domain, and engine.
//
// It can fail with [types.DBInstanceNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html
func (c *Client) DescribeDBInstances(ctx context.Context, in *DescribeDBInstancesInput, optFns ...func(*Options)) (*DescribeDBInstancesOutput, error) {
	return typed[DescribeDBInstancesOutput](c.invoke(ctx, &describeDBInstancesOp, in, new(DescribeDBInstancesOutput), optFns))
}

// StartDBInstanceInput is the input of [Client.StartDBInstance].
type StartDBInstanceInput struct {
	// Required. An instance with DBInstanceStatus stopped.
	DBInstanceIdentifier *string `query:",required"`
	// Capacity reservation for the instance to run in.
	DBCapacityReservationIdentifier *string
}

// StartDBInstanceOutput is the output of [Client.StartDBInstance].
type StartDBInstanceOutput struct {
	// The instance, with DBInstanceStatus starting.
	DBInstance *types.DBInstance

	ResultMetadata middleware.Metadata `query:"-"`
}

var startDBInstanceOp = operation.Op{
	Name: "StartDBInstance",
	Faults: operation.Faults{
		(*types.AuthorizationNotFoundFault)(nil), (*types.DBCapacityReservationNotFoundFault)(nil),
		(*types.DBClusterNotFoundFault)(nil), (*types.DBInstanceNotFoundFault)(nil),
		(*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil), (*types.DBSubnetGroupNotFoundFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil), (*types.InvalidDBCapacityReservationStateFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.InvalidSubnet)(nil), (*types.InvalidVPCNetworkStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
		(*types.VpcEncryptionControlViolationException)(nil),
	},
	Effect: &recovery.Change{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*StartDBInstanceInput).DBInstanceIdentifier },
		To:       []string{"starting", "available"},
		From:     []string{"stopped", status.Inaccessible},
	},
}

// StartDBInstance starts a stopped instance. It returns immediately; the instance's
// DBInstanceStatus is starting at first. An instance of an Aurora cluster cannot be started
// individually; [Client.StartDBCluster] starts the cluster with all its instances.
//
// It can fail with [types.AuthorizationNotFoundFault], [types.DBCapacityReservationNotFoundFault],
// [types.DBClusterNotFoundFault], [types.DBInstanceNotFoundFault],
// [types.DBSubnetGroupDoesNotCoverEnoughAZs], [types.DBSubnetGroupNotFoundFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InvalidDBCapacityReservationStateFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBInstanceStateFault], [types.InvalidSubnet],
// [types.InvalidVPCNetworkStateFault], [types.KMSKeyNotAccessibleFault] or
// [types.VpcEncryptionControlViolationException].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartDBInstance.html
func (c *Client) StartDBInstance(ctx context.Context, in *StartDBInstanceInput, optFns ...func(*Options)) (*StartDBInstanceOutput, error) {
	return typed[StartDBInstanceOutput](c.invoke(ctx, &startDBInstanceOp, in, new(StartDBInstanceOutput), optFns))
}

// StopDBInstanceInput is the input of [Client.StopDBInstance].
type StopDBInstanceInput struct {
	// Required. An instance with DBInstanceStatus available.
	DBInstanceIdentifier *string `query:",required"`
	// Name of a snapshot to take before the instance stops. If nil, AWS does not take a snapshot.
	DBSnapshotIdentifier *string
	// Whether AWS removes the instance from its capacity reservation.
	DetachFromDBCapacityReservation *bool
}

// StopDBInstanceOutput is the output of [Client.StopDBInstance].
type StopDBInstanceOutput struct {
	// The instance, with DBInstanceStatus stopping.
	DBInstance *types.DBInstance

	ResultMetadata middleware.Metadata `query:"-"`
}

var stopDBInstanceOp = operation.Op{
	Name: "StopDBInstance",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.DBSnapshotAlreadyExistsFault)(nil),
		(*types.InvalidDBCapacityReservationStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil), (*types.SnapshotQuotaExceededFault)(nil),
	},
	Effect: &recovery.Change{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*StopDBInstanceInput).DBInstanceIdentifier },
		To:       []string{"stopping", "stopped"},
		From:     []string{"available"},
		Snapshot: &snapshotOfStop,
	},
}

// StopDBInstance stops an available instance. It returns immediately; the instance's
// DBInstanceStatus is stopping at first. While the instance is stopped, AWS continues to charge for
// its storage and snapshots. AWS starts the instance again after seven days. An instance of an
// Aurora cluster cannot be stopped individually; [Client.StopDBCluster] stops the cluster with all
// its instances.
//
// It can fail with [types.DBInstanceNotFoundFault], [types.DBSnapshotAlreadyExistsFault],
// [types.InvalidDBCapacityReservationStateFault], [types.InvalidDBClusterStateFault],
// [types.InvalidDBInstanceStateFault] or [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StopDBInstance.html
func (c *Client) StopDBInstance(ctx context.Context, in *StopDBInstanceInput, optFns ...func(*Options)) (*StopDBInstanceOutput, error) {
	return typed[StopDBInstanceOutput](c.invoke(ctx, &stopDBInstanceOp, in, new(StopDBInstanceOutput), optFns))
}

// DescribeDBInstancesAPIClient is the client interface that the paginator and
// the waiters use.
type DescribeDBInstancesAPIClient interface {
	DescribeDBInstances(context.Context, *DescribeDBInstancesInput, ...func(*Options)) (*DescribeDBInstancesOutput, error)
}

// DescribeDBInstancesPaginatorOptions are the options of a [DescribeDBInstancesPaginator].
type DescribeDBInstancesPaginatorOptions = PaginatorOptions

// A DescribeDBInstancesPaginator walks the pages of [Client.DescribeDBInstances].
type DescribeDBInstancesPaginator = Paginator[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// NewDescribeDBInstancesPaginator returns a paginator that starts at params.Marker, or at the first
// page if params.Marker is nil.
func NewDescribeDBInstancesPaginator(client DescribeDBInstancesAPIClient, params *DescribeDBInstancesInput, optFns ...func(*DescribeDBInstancesPaginatorOptions)) *DescribeDBInstancesPaginator {
	return describe.NewPaginator[types.DBInstance](client.DescribeDBInstances, resource.Instances.Items, params, optFns)
}

// DBInstanceAvailableWaiterOptions are the options of a [DBInstanceAvailableWaiter].
type DBInstanceAvailableWaiterOptions = WaiterOptions[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// A DBInstanceAvailableWaiter waits until an instance is available. If the option
// RequirePendingEmpty is true, it also waits until the instance's PendingModifiedValues is empty.
type DBInstanceAvailableWaiter = Waiter[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// NewDBInstanceAvailableWaiter returns a waiter that waits until instances are available. The wait
// fails for statuses such as deleting, failed and incompatible-network; the package documentation
// lists all these statuses.
func NewDBInstanceAvailableWaiter(client DescribeDBInstancesAPIClient, optFns ...func(*DBInstanceAvailableWaiterOptions)) *DBInstanceAvailableWaiter {
	return describe.NewWaiter(client.DescribeDBInstances, core, &resource.Instances, resource.InstanceAvailable(), optFns)
}

// DBInstanceStoppedWaiterOptions are the options of a [DBInstanceStoppedWaiter].
type DBInstanceStoppedWaiterOptions = WaiterOptions[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// A DBInstanceStoppedWaiter waits until an instance is stopped.
type DBInstanceStoppedWaiter = Waiter[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// NewDBInstanceStoppedWaiter returns a waiter that waits until instances are stopped. The wait
// fails for the same statuses as that of a [DBInstanceAvailableWaiter]. AWS starts a stopped
// instance again after seven days.
func NewDBInstanceStoppedWaiter(client DescribeDBInstancesAPIClient, optFns ...func(*DBInstanceStoppedWaiterOptions)) *DBInstanceStoppedWaiter {
	return describe.NewWaiter(client.DescribeDBInstances, core, &resource.Instances, resource.InstanceStopped(), optFns)
}

// DBInstanceDeletedWaiterOptions are the options of a [DBInstanceDeletedWaiter].
type DBInstanceDeletedWaiterOptions = WaiterOptions[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// A DBInstanceDeletedWaiter waits until an instance no longer exists.
type DBInstanceDeletedWaiter = Waiter[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// NewDBInstanceDeletedWaiter returns a waiter that waits until instances no longer exist. The wait
// fails if an instance's status is creating, rebooting or resetting-master-credentials. These
// statuses mean that a new instance has the same name.
func NewDBInstanceDeletedWaiter(client DescribeDBInstancesAPIClient, optFns ...func(*DBInstanceDeletedWaiterOptions)) *DBInstanceDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBInstances, core, &resource.Instances, resource.Deleted(), optFns)
}
