package neptune

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
)

// CreateGlobalClusterInput is the input of [Client.CreateGlobalCluster].
type CreateGlobalClusterInput struct {
	// Required. Name of the global database: at most 63 letters, digits and hyphens, beginning with
	// a letter. It must be unique in the account, and is stored in lower case.
	GlobalClusterIdentifier *string `query:",required"`
	// Name of a database to create: at most 64 letters and digits. No database
	// is created if nil.
	DatabaseName *string
	// Whether the global database is protected from deletion.
	DeletionProtection *bool
	// Engine of the global database: neptune. Leave Engine nil if SourceDBClusterIdentifier is set:
	// the global database has the source's engine.
	Engine *string
	// Engine version of the member clusters. Leave EngineVersion nil if SourceDBClusterIdentifier
	// is set: the global database has the source's version.
	EngineVersion *string
	// ARN of the cluster to make the primary cluster. The cluster must be available. Its engine,
	// version and encryption also apply to the global database.
	SourceDBClusterIdentifier *string
	// Whether to encrypt the storage of all member clusters. Leave StorageEncrypted nil if
	// SourceDBClusterIdentifier is set.
	StorageEncrypted *bool
	// Tags of the global database.
	Tags []types.Tag `query:",item=Tag" recover:"TagList"`
}

// CreateGlobalClusterOutput is the output of [Client.CreateGlobalCluster].
type CreateGlobalClusterOutput struct {
	// The global database after the call.
	GlobalCluster *types.GlobalCluster

	ResultMetadata middleware.Metadata `query:"-"`
}

var createGlobalClusterOp = operation.Op{
	Name: "CreateGlobalCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.GlobalClusterAlreadyExistsFault)(nil),
		(*types.GlobalClusterQuotaExceededFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.ResourceNotFoundFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &globalClusterResource,
		ID:       func(in any) *string { return in.(*CreateGlobalClusterInput).GlobalClusterIdentifier },
	},
}

// CreateGlobalCluster creates a global database. If SourceDBClusterIdentifier is set, the existing
// cluster with this ARN becomes the primary cluster. Otherwise, the global database is empty at
// first. To add clusters, set GlobalClusterIdentifier in calls of [Client.CreateDBCluster]; the
// first cluster becomes the primary cluster. Global databases require engine version 1.2.0.0 or
// later, and cannot have burstable (db.t) instances.
//
// It can fail with [types.DBClusterNotFoundFault], [types.GlobalClusterAlreadyExistsFault],
// [types.GlobalClusterQuotaExceededFault] or [types.InvalidDBClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateGlobalCluster.html
func (c *Client) CreateGlobalCluster(ctx context.Context, in *CreateGlobalClusterInput, optFns ...func(*Options)) (*CreateGlobalClusterOutput, error) {
	return typed[CreateGlobalClusterOutput](c.invoke(ctx, &createGlobalClusterOp, in, new(CreateGlobalClusterOutput), optFns))
}

// DescribeGlobalClustersInput is the input of [Client.DescribeGlobalClusters].
type DescribeGlobalClustersInput struct {
	// Name of the global database to list; all global databases if nil. The name is
	// case-insensitive.
	GlobalClusterIdentifier *string
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Global databases per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeGlobalClustersOutput is the output of
// [Client.DescribeGlobalClusters].
type DescribeGlobalClustersOutput struct {
	// The global databases of this page.
	GlobalClusters []types.GlobalCluster `query:",item=GlobalClusterMember"`

	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeGlobalClustersOp = operation.Op{
	Name: "DescribeGlobalClusters",
	Faults: operation.Faults{
		(*types.GlobalClusterNotFoundFault)(nil),
	},
}

// DescribeGlobalClusters lists the account's global databases, including RDS and DocumentDB global
// databases, which have a different Engine.
//
// It can fail with [types.GlobalClusterNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeGlobalClusters.html
func (c *Client) DescribeGlobalClusters(ctx context.Context, in *DescribeGlobalClustersInput, optFns ...func(*Options)) (*DescribeGlobalClustersOutput, error) {
	return typed[DescribeGlobalClustersOutput](c.invoke(ctx, &describeGlobalClustersOp, in, new(DescribeGlobalClustersOutput), optFns))
}

// ModifyGlobalClusterInput is the input of [Client.ModifyGlobalCluster].
type ModifyGlobalClusterInput struct {
	// Required. An existing global database; case-insensitive.
	GlobalClusterIdentifier *string `query:",required" recover:",aside"`
	// Must be true if EngineVersion changes the major version. The member clusters and their
	// instances then get the new version's default parameter groups.
	AllowMajorVersionUpgrade *bool `recover:",aside"`
	// Whether the global database is protected from deletion.
	DeletionProtection *bool
	// Version to which AWS upgrades all member clusters. The clusters are down during the upgrade.
	EngineVersion *string
	// New name of the global database; the same rules as in [CreateGlobalClusterInput] apply.
	NewGlobalClusterIdentifier *string `recover:"GlobalClusterIdentifier"`
}

// ModifyGlobalClusterOutput is the output of [Client.ModifyGlobalCluster].
type ModifyGlobalClusterOutput struct {
	// The global database after the call.
	GlobalCluster *types.GlobalCluster

	ResultMetadata middleware.Metadata `query:"-"`
}

var modifyGlobalClusterOp = operation.Op{
	Name: "ModifyGlobalCluster",
	Faults: operation.Faults{
		(*types.GlobalClusterAlreadyExistsFault)(nil), (*types.GlobalClusterNotFoundFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.InvalidGlobalClusterStateFault)(nil),
	},
	Effect: &recovery.Modify{
		Resource: &globalClusterResource,
		ID:       func(in any) *string { return in.(*ModifyGlobalClusterInput).GlobalClusterIdentifier },
		NewID:    func(in any) *string { return in.(*ModifyGlobalClusterInput).NewGlobalClusterIdentifier },
		During:   []string{"modifying", "upgrading"},
	},
}

// ModifyGlobalCluster changes settings of a global database. If a field of the input is nil, its
// setting does not change. ModifyGlobalCluster returns immediately. If EngineVersion is set, AWS
// upgrades the member clusters after the response.
//
// It can fail with [types.GlobalClusterAlreadyExistsFault], [types.GlobalClusterNotFoundFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBInstanceStateFault] or
// [types.InvalidGlobalClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyGlobalCluster.html
func (c *Client) ModifyGlobalCluster(ctx context.Context, in *ModifyGlobalClusterInput, optFns ...func(*Options)) (*ModifyGlobalClusterOutput, error) {
	return typed[ModifyGlobalClusterOutput](c.invoke(ctx, &modifyGlobalClusterOp, in, new(ModifyGlobalClusterOutput), optFns))
}

// RemoveFromGlobalClusterInput is the input of
// [Client.RemoveFromGlobalCluster].
type RemoveFromGlobalClusterInput struct {
	// Required. ARN of the cluster to remove. The field's name begins with Db, not DB, as in AWS's
	// API.
	DbClusterIdentifier *string `query:",required"`
	// Required. The global database; case-insensitive.
	GlobalClusterIdentifier *string `query:",required"`
}

// RemoveFromGlobalClusterOutput is the output of
// [Client.RemoveFromGlobalCluster].
type RemoveFromGlobalClusterOutput struct {
	// The global database. GlobalClusterMembers can still contain the removed cluster, because
	// AWS continues to detach it after the response.
	GlobalCluster  *types.GlobalCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var removeFromGlobalClusterOp = operation.Op{
	Name: "RemoveFromGlobalCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.GlobalClusterNotFoundFault)(nil),
		(*types.InvalidGlobalClusterStateFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.InvalidDBClusterStateFault)(nil),
	},
	Effect: &recovery.Remove{
		Resource: &globalClusterResource,
		ID:       func(in any) *string { return in.(*RemoveFromGlobalClusterInput).GlobalClusterIdentifier },
		Has: func(in, item any) bool {
			return hasMember(item, nereid.ToString(in.(*RemoveFromGlobalClusterInput).DbClusterIdentifier), false)
		},
		Member:   &clusterResource,
		MemberID: func(in any) *string { return in.(*RemoveFromGlobalClusterInput).DbClusterIdentifier },
	},
}

// RemoveFromGlobalCluster detaches a cluster from a global database. A secondary cluster stops
// replicating the primary cluster. Its Status is promoting for some time; then the cluster is
// independent and accepts writes. The primary cluster can be detached only after all secondary
// clusters have been detached.
//
// It can fail with [types.DBClusterNotFoundFault], [types.GlobalClusterNotFoundFault] or
// [types.InvalidGlobalClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_RemoveFromGlobalCluster.html
func (c *Client) RemoveFromGlobalCluster(ctx context.Context, in *RemoveFromGlobalClusterInput, optFns ...func(*Options)) (*RemoveFromGlobalClusterOutput, error) {
	return typed[RemoveFromGlobalClusterOutput](c.invoke(ctx, &removeFromGlobalClusterOp, in, new(RemoveFromGlobalClusterOutput), optFns))
}

// FailoverGlobalClusterInput is the input of [Client.FailoverGlobalCluster].
type FailoverGlobalClusterInput struct {
	// Required. An existing global database.
	GlobalClusterIdentifier *string `query:",required"`
	// Required. ARN of the secondary cluster to promote.
	TargetDbClusterIdentifier *string `query:",required"`
	// Whether to perform a failover, which can lose data; false if nil. AllowDataLoss cannot be
	// used together with Switchover.
	AllowDataLoss *bool
	// Whether to perform a switchover. Switchover cannot be used together with AllowDataLoss. If
	// neither Switchover nor AllowDataLoss is set, AWS performs a switchover.
	Switchover *bool
}

// FailoverGlobalClusterOutput is the output of [Client.FailoverGlobalCluster].
type FailoverGlobalClusterOutput struct {
	// The global database after the call.
	GlobalCluster *types.GlobalCluster

	ResultMetadata middleware.Metadata `query:"-"`
}

var failoverGlobalClusterOp = operation.Op{
	Name: "FailoverGlobalCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.GlobalClusterNotFoundFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidGlobalClusterStateFault)(nil),
	},
	Effect: &recovery.Failover{
		Resource: &globalClusterResource,
		ID:       func(in any) *string { return in.(*FailoverGlobalClusterInput).GlobalClusterIdentifier },
		Target:   func(in any) *string { return in.(*FailoverGlobalClusterInput).TargetDbClusterIdentifier },
		Writer:   func(item any, id string) bool { return hasMember(item, id, true) },
	},
}

// FailoverGlobalCluster makes a secondary cluster the primary cluster. It returns immediately; the
// global database's FailoverState shows the progress.
//
// By default, FailoverGlobalCluster performs a switchover, like [Client.SwitchoverGlobalCluster]. A
// switchover does not lose data, but both clusters must be healthy. If AllowDataLoss is true,
// FailoverGlobalCluster performs a failover, which is for an outage of the primary region. A
// failover loses data that AWS has not replicated yet.
//
// It can fail with [types.DBClusterNotFoundFault], [types.GlobalClusterNotFoundFault],
// [types.InvalidDBClusterStateFault] or [types.InvalidGlobalClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_FailoverGlobalCluster.html
func (c *Client) FailoverGlobalCluster(ctx context.Context, in *FailoverGlobalClusterInput, optFns ...func(*Options)) (*FailoverGlobalClusterOutput, error) {
	return typed[FailoverGlobalClusterOutput](c.invoke(ctx, &failoverGlobalClusterOp, in, new(FailoverGlobalClusterOutput), optFns))
}

// SwitchoverGlobalClusterInput is the input of
// [Client.SwitchoverGlobalCluster].
type SwitchoverGlobalClusterInput struct {
	// Required. An existing global database; case-insensitive.
	GlobalClusterIdentifier *string `query:",required"`
	// Required. ARN of the secondary cluster to promote.
	TargetDbClusterIdentifier *string `query:",required"`
}

// SwitchoverGlobalClusterOutput is the output of
// [Client.SwitchoverGlobalCluster].
type SwitchoverGlobalClusterOutput struct {
	// The global database after the call.
	GlobalCluster *types.GlobalCluster

	ResultMetadata middleware.Metadata `query:"-"`
}

var switchoverGlobalClusterOp = operation.Op{
	Name: "SwitchoverGlobalCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.GlobalClusterNotFoundFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidGlobalClusterStateFault)(nil),
	},
	Effect: &recovery.Failover{
		Resource: &globalClusterResource,
		ID:       func(in any) *string { return in.(*SwitchoverGlobalClusterInput).GlobalClusterIdentifier },
		Target:   func(in any) *string { return in.(*SwitchoverGlobalClusterInput).TargetDbClusterIdentifier },
		Writer:   func(item any, id string) bool { return hasMember(item, id, true) },
	},
}

// SwitchoverGlobalCluster swaps the roles of the primary cluster and a secondary cluster without
// loss of data, for example to move the writer to another region. It returns immediately; the
// global database's FailoverState shows the progress. Both clusters must be healthy. If the primary
// cluster is not healthy, use [Client.FailoverGlobalCluster].
//
// It can fail with [types.DBClusterNotFoundFault], [types.GlobalClusterNotFoundFault],
// [types.InvalidDBClusterStateFault] or [types.InvalidGlobalClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_SwitchoverGlobalCluster.html
func (c *Client) SwitchoverGlobalCluster(ctx context.Context, in *SwitchoverGlobalClusterInput, optFns ...func(*Options)) (*SwitchoverGlobalClusterOutput, error) {
	return typed[SwitchoverGlobalClusterOutput](c.invoke(ctx, &switchoverGlobalClusterOp, in, new(SwitchoverGlobalClusterOutput), optFns))
}

// DeleteGlobalClusterInput is the input of [Client.DeleteGlobalCluster].
type DeleteGlobalClusterInput struct {
	// Required. A global database without members.
	GlobalClusterIdentifier *string `query:",required"`
}

// DeleteGlobalClusterOutput is the output of [Client.DeleteGlobalCluster].
type DeleteGlobalClusterOutput struct {
	// The global database as it was when the deletion began.
	GlobalCluster *types.GlobalCluster

	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteGlobalClusterOp = operation.Op{
	Name: "DeleteGlobalCluster",
	Faults: operation.Faults{
		(*types.GlobalClusterNotFoundFault)(nil), (*types.InvalidGlobalClusterStateFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &globalClusterResource,
		ID:       func(in any) *string { return in.(*DeleteGlobalClusterInput).GlobalClusterIdentifier },
	},
}

// DeleteGlobalCluster deletes a global database. Before the call, remove all member clusters and
// turn off DeletionProtection.
//
// It can fail with [types.GlobalClusterNotFoundFault] or [types.InvalidGlobalClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteGlobalCluster.html
func (c *Client) DeleteGlobalCluster(ctx context.Context, in *DeleteGlobalClusterInput, optFns ...func(*Options)) (*DeleteGlobalClusterOutput, error) {
	return typed[DeleteGlobalClusterOutput](c.invoke(ctx, &deleteGlobalClusterOp, in, new(DeleteGlobalClusterOutput), optFns))
}

// DescribeGlobalClustersAPIClient is the client interface that the paginator
// and the waiters use.
type DescribeGlobalClustersAPIClient interface {
	DescribeGlobalClusters(context.Context, *DescribeGlobalClustersInput, ...func(*Options)) (*DescribeGlobalClustersOutput, error)
}

// DescribeGlobalClustersPaginatorOptions are the options of a [DescribeGlobalClustersPaginator].
type DescribeGlobalClustersPaginatorOptions = PaginatorOptions

// A DescribeGlobalClustersPaginator walks the pages of [Client.DescribeGlobalClusters].
type DescribeGlobalClustersPaginator = Paginator[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// NewDescribeGlobalClustersPaginator returns a paginator that starts at params.Marker, or at the
// first page if params.Marker is nil.
func NewDescribeGlobalClustersPaginator(client DescribeGlobalClustersAPIClient, params *DescribeGlobalClustersInput, optFns ...func(*DescribeGlobalClustersPaginatorOptions)) *DescribeGlobalClustersPaginator {
	return describe.NewPaginator[types.GlobalCluster](client.DescribeGlobalClusters, globalClusters.Items, params, optFns)
}

var globalClusters = wait.Resource{
	Noun:     "global cluster",
	Items:    "GlobalClusters",
	ID:       "GlobalClusterIdentifier",
	Names:    []string{"GlobalClusterIdentifier", "GlobalClusterArn"},
	Status:   "Status",
	NotFound: "GlobalClusterNotFound",
}

// GlobalClusterAvailableWaiterOptions are the options of a [GlobalClusterAvailableWaiter].
type GlobalClusterAvailableWaiterOptions = WaiterOptions[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// A GlobalClusterAvailableWaiter waits until a global database is available.
type GlobalClusterAvailableWaiter = Waiter[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// NewGlobalClusterAvailableWaiter returns a waiter that waits until global databases are available,
// for example after they were created, modified or upgraded. The wait fails only if the global
// database is being deleted. The waiter does not check the member clusters.
func NewGlobalClusterAvailableWaiter(client DescribeGlobalClustersAPIClient, optFns ...func(*GlobalClusterAvailableWaiterOptions)) *GlobalClusterAvailableWaiter {
	return describe.NewWaiter(client.DescribeGlobalClusters, core, &globalClusters, &wait.Condition{
		Wanted: "available", Success: []string{"available"}, Failure: []string{"deleting", "deleted"},
	}, optFns)
}

// GlobalClusterDeletedWaiterOptions are the options of a [GlobalClusterDeletedWaiter].
type GlobalClusterDeletedWaiterOptions = WaiterOptions[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// A GlobalClusterDeletedWaiter waits until a global database no longer exists.
type GlobalClusterDeletedWaiter = Waiter[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// NewGlobalClusterDeletedWaiter returns a waiter that waits until global databases no longer exist.
// The wait fails if a new global database with the same name is being created.
func NewGlobalClusterDeletedWaiter(client DescribeGlobalClustersAPIClient, optFns ...func(*GlobalClusterDeletedWaiterOptions)) *GlobalClusterDeletedWaiter {
	return describe.NewWaiter(client.DescribeGlobalClusters, core, &globalClusters, resource.Removed(), optFns)
}

// GlobalClusterMemberRemovedWaiterOptions are the options of a [GlobalClusterMemberRemovedWaiter].
type GlobalClusterMemberRemovedWaiterOptions = WaiterOptions[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// A GlobalClusterMemberRemovedWaiter waits until a cluster is no longer a member of a global
// database.
type GlobalClusterMemberRemovedWaiter = Waiter[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// NewGlobalClusterMemberRemovedWaiter returns a waiter that waits until the GlobalClusterMembers of
// a global database no longer contain the cluster with the ARN memberARN. The wait also succeeds if
// the global database does not exist. No status makes the wait fail.
//
// After the removal, the cluster may have the Status promoting for some time, and cannot be
// modified or deleted until it is available. To wait until the cluster is available, use a
// [DBClusterAvailableWaiter] with a client for the cluster's region.
func NewGlobalClusterMemberRemovedWaiter(client DescribeGlobalClustersAPIClient, memberARN string, optFns ...func(*GlobalClusterMemberRemovedWaiterOptions)) *GlobalClusterMemberRemovedWaiter {
	return describe.NewWaiter(describeMember(client, memberARN), core, &globalClusters, &wait.Condition{
		Wanted: "free of " + memberARN, Gone: true,
		Evaluate: func(item any) wait.Outcome {
			if memberOf(item.(*types.GlobalCluster), memberARN) != nil {
				return wait.Pending
			}
			return wait.Success
		},
	}, optFns)
}

// GlobalClusterFailoverDoneWaiterOptions are the options of a [GlobalClusterFailoverDoneWaiter].
type GlobalClusterFailoverDoneWaiterOptions = WaiterOptions[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// A GlobalClusterFailoverDoneWaiter waits until a failover or switchover of a global database has
// ended. A [Poll] or a nereid.WaitError of this waiter contains the FailoverState's status, or the
// global database's status if there is no FailoverState.
type GlobalClusterFailoverDoneWaiter = Waiter[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// NewGlobalClusterFailoverDoneWaiter returns a waiter that waits until the cluster with the ARN
// targetARN is the primary cluster and no failover or switchover is in progress. The wait fails if
// the failover or switchover is being canceled.
//
// Immediately after [Client.FailoverGlobalCluster] or [Client.SwitchoverGlobalCluster], the
// FailoverState may not be set yet. Without a FailoverState, the wait therefore continues until the
// target is the primary cluster. If the service cancels a failover and clears the FailoverState
// between two polls, the wait does not notice this, and continues until its maximum duration has
// passed.
func NewGlobalClusterFailoverDoneWaiter(client DescribeGlobalClustersAPIClient, targetARN string, optFns ...func(*GlobalClusterFailoverDoneWaiterOptions)) *GlobalClusterFailoverDoneWaiter {
	failovers := globalClusters
	failovers.State = func(item any) string { return string(failoverStatus(item.(*types.GlobalCluster))) }
	return describe.NewWaiter(describeMember(client, targetARN), core, &failovers, &wait.Condition{
		Wanted: "led by " + targetARN,
		Evaluate: func(described any) wait.Outcome {
			item := described.(*types.GlobalCluster)
			member := memberOf(item, targetARN)
			switch {
			case strings.EqualFold(string(failoverStatus(item)), string(types.FailoverStatusCancelling)):
				return wait.Failure
			case !failingOver(item) && member != nil && nereid.ToBool(member.IsWriter):
				return wait.Success
			}
			return wait.Pending
		},
	}, optFns)
}

func failoverStatus(item *types.GlobalCluster) types.FailoverStatus {
	if item.FailoverState == nil {
		return ""
	}
	return item.FailoverState.Status
}

// failingOver reports whether a failover or switchover is in progress. It ignores a FailoverState
// that has neither a status nor a target.
func failingOver(item *types.GlobalCluster) bool {
	return failoverStatus(item) != "" || item.FailoverState != nil && nereid.ToString(item.FailoverState.ToDbClusterArn) != ""
}

// memberOf returns the global database's member with the given ARN, or nil if there is none.
func memberOf(item *types.GlobalCluster, arn string) *types.GlobalClusterMember {
	for i := range item.GlobalClusterMembers {
		if member := &item.GlobalClusterMembers[i]; strings.EqualFold(nereid.ToString(member.DBClusterArn), arn) {
			return member
		}
	}
	return nil
}

// describeMember returns the function that a waiter calls to describe global databases. arn
// identifies the member that the waiter looks for. If arn is not an ARN, the returned function
// fails. Without this check, a wait for the member's removal would succeed immediately, because no
// member has an invalid ARN.
func describeMember(client DescribeGlobalClustersAPIClient, arn string) func(context.Context, *DescribeGlobalClustersInput, ...func(*Options)) (*DescribeGlobalClustersOutput, error) {
	if strings.HasPrefix(arn, "arn:") {
		return client.DescribeGlobalClusters
	}
	return func(context.Context, *DescribeGlobalClustersInput, ...func(*Options)) (*DescribeGlobalClustersOutput, error) {
		return nil, fmt.Errorf("%q is not a valid ARN of a cluster: members of a global database are identified by their ARN", arn)
	}
}
