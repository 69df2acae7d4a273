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
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
)

// CreateGlobalClusterInput is the request of [Client.CreateGlobalCluster].
type CreateGlobalClusterInput struct {
	// Required. Name of the global database, stored in lower case: up to 63 letters, digits and
	// hyphens, beginning with a letter. Unique per account.
	GlobalClusterIdentifier *string `query:",required"`
	// Name of the database, up to 64 letters and digits. None is made when nil.
	DatabaseName *string
	// Whether deleting the global database is refused.
	DeletionProtection *bool
	// neptune. Leave it nil with SourceDBClusterIdentifier, whose engine counts.
	Engine *string
	// Version for the clusters to come. Leave it nil with SourceDBClusterIdentifier, whose version
	// counts.
	EngineVersion *string
	// ARN of an available cluster that becomes the primary one. Its engine, version and encryption
	// then are those of the global database.
	SourceDBClusterIdentifier *string
	// Whether the storage of all members is encrypted. Leave it nil with SourceDBClusterIdentifier.
	StorageEncrypted *bool
	// Tags of the global database.
	Tags []types.Tag `query:",item=Tag" recover:"TagList"`
}

// CreateGlobalClusterOutput is the answer to [Client.CreateGlobalCluster].
type CreateGlobalClusterOutput struct {
	GlobalCluster  *types.GlobalCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var createGlobalClusterOp = operation.Op{
	Name: "CreateGlobalCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.GlobalClusterAlreadyExistsFault)(nil),
		(*types.GlobalClusterQuotaExceededFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		// Beyond the documentation of this operation, from that of RDS:
		(*types.ResourceNotFoundFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &globalClusterResource,
		ID:       func(in any) *string { return in.(*CreateGlobalClusterInput).GlobalClusterIdentifier },
		Tag: func(in any, key, value string) any {
			c := *in.(*CreateGlobalClusterInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// CreateGlobalCluster creates a global database: of an existing cluster that becomes the primary
// one, or empty, to be joined by clusters that [Client.CreateDBCluster] creates with its
// GlobalClusterIdentifier, the primary one first. Neptune wants engine version 1.2.0.0 or later and
// no burstable (db.t) instances.
//
// It can fail with [types.DBClusterNotFoundFault], [types.GlobalClusterAlreadyExistsFault],
// [types.GlobalClusterQuotaExceededFault] or [types.InvalidDBClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateGlobalCluster.html
func (c *Client) CreateGlobalCluster(ctx context.Context, in *CreateGlobalClusterInput, optFns ...func(*Options)) (*CreateGlobalClusterOutput, error) {
	return typed[CreateGlobalClusterOutput](c.invoke(ctx, &createGlobalClusterOp, in, new(CreateGlobalClusterOutput), optFns))
}

// DescribeGlobalClustersInput is the request of [Client.DescribeGlobalClusters].
type DescribeGlobalClustersInput struct {
	// Only this global database; letter case does not matter.
	GlobalClusterIdentifier *string
	// Where to go on: the Marker of the page before.
	Marker *string
	// Global databases per page, 20 to 100; 100 when nil.
	MaxRecords *int32
}

// DescribeGlobalClustersOutput is the answer to [Client.DescribeGlobalClusters].
type DescribeGlobalClustersOutput struct {
	GlobalClusters []types.GlobalCluster `query:",item=GlobalClusterMember"`
	// Set when there are more global databases.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeGlobalClustersOp = operation.Op{
	Name: "DescribeGlobalClusters",
	Faults: operation.Faults{
		(*types.GlobalClusterNotFoundFault)(nil),
	},
}

// DescribeGlobalClusters lists global databases of the account. Those of RDS and DocumentDB are
// among them: look at Engine.
//
// It can fail with [types.GlobalClusterNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeGlobalClusters.html
func (c *Client) DescribeGlobalClusters(ctx context.Context, in *DescribeGlobalClustersInput, optFns ...func(*Options)) (*DescribeGlobalClustersOutput, error) {
	return typed[DescribeGlobalClustersOutput](c.invoke(ctx, &describeGlobalClustersOp, in, new(DescribeGlobalClustersOutput), optFns))
}

// ModifyGlobalClusterInput is the request of [Client.ModifyGlobalCluster].
type ModifyGlobalClusterInput struct {
	// Required. An existing global database; letter case does not matter.
	GlobalClusterIdentifier *string `query:",required" recover:",aside"`
	// Has to be true when EngineVersion is another major version. The clusters and instances then
	// get the default parameter groups of the new version.
	AllowMajorVersionUpgrade *bool `recover:",aside"`
	// Whether deleting the global database is refused.
	DeletionProtection *bool
	// Version to upgrade all members to. They are down meanwhile.
	EngineVersion *string
	// New name, with the rules of that of [CreateGlobalClusterInput].
	NewGlobalClusterIdentifier *string `recover:"GlobalClusterIdentifier"`
}

// ModifyGlobalClusterOutput is the answer to [Client.ModifyGlobalCluster].
type ModifyGlobalClusterOutput struct {
	GlobalCluster  *types.GlobalCluster
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

// ModifyGlobalCluster changes settings of a global database; members of the request that are nil
// stay as they are. It returns at once; an upgrade of the engine version takes its time in all
// member clusters.
//
// It can fail with [types.GlobalClusterAlreadyExistsFault], [types.GlobalClusterNotFoundFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBInstanceStateFault] or
// [types.InvalidGlobalClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyGlobalCluster.html
func (c *Client) ModifyGlobalCluster(ctx context.Context, in *ModifyGlobalClusterInput, optFns ...func(*Options)) (*ModifyGlobalClusterOutput, error) {
	return typed[ModifyGlobalClusterOutput](c.invoke(ctx, &modifyGlobalClusterOp, in, new(ModifyGlobalClusterOutput), optFns))
}

// RemoveFromGlobalClusterInput is the request of [Client.RemoveFromGlobalCluster].
type RemoveFromGlobalClusterInput struct {
	// Required. ARN of the cluster. Note the spelling Db of this member.
	DbClusterIdentifier *string `query:",required"`
	// Required. The global database; letter case does not matter.
	GlobalClusterIdentifier *string `query:",required"`
}

// RemoveFromGlobalClusterOutput is the answer to [Client.RemoveFromGlobalCluster].
type RemoveFromGlobalClusterOutput struct {
	// The cluster can still be among its members: detaching goes on after the answer.
	GlobalCluster  *types.GlobalCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var removeFromGlobalClusterOp = operation.Op{
	Name: "RemoveFromGlobalCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.GlobalClusterNotFoundFault)(nil),
		(*types.InvalidGlobalClusterStateFault)(nil),
		// Beyond the documentation of this operation, from that of RDS:
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
// following the primary one and becomes a cluster of its own that writes (its Status is promoting
// meanwhile); the primary one can be detached only after all others.
//
// It can fail with [types.DBClusterNotFoundFault], [types.GlobalClusterNotFoundFault] or
// [types.InvalidGlobalClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_RemoveFromGlobalCluster.html
func (c *Client) RemoveFromGlobalCluster(ctx context.Context, in *RemoveFromGlobalClusterInput, optFns ...func(*Options)) (*RemoveFromGlobalClusterOutput, error) {
	return typed[RemoveFromGlobalClusterOutput](c.invoke(ctx, &removeFromGlobalClusterOp, in, new(RemoveFromGlobalClusterOutput), optFns))
}

// FailoverGlobalClusterInput is the request of [Client.FailoverGlobalCluster].
type FailoverGlobalClusterInput struct {
	// Required. An existing global database.
	GlobalClusterIdentifier *string `query:",required"`
	// Required. ARN of the secondary cluster to promote.
	TargetDbClusterIdentifier *string `query:",required"`
	// True for a failover. Not together with Switchover.
	AllowDataLoss *bool
	// True for a switchover, which is also what happens when both are nil. Not together with
	// AllowDataLoss.
	Switchover *bool
}

// FailoverGlobalClusterOutput is the answer to [Client.FailoverGlobalCluster].
type FailoverGlobalClusterOutput struct {
	GlobalCluster  *types.GlobalCluster
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

// FailoverGlobalCluster makes a secondary cluster the primary one. As a switchover, which is the
// default, both clusters have to be healthy, and no data are lost; [Client.SwitchoverGlobalCluster]
// does the same. As a failover, for when the primary region is down, data that had not been
// replicated are lost.
//
// It returns at once with the FailoverState of the global database set.
//
// It can fail with [types.DBClusterNotFoundFault], [types.GlobalClusterNotFoundFault],
// [types.InvalidDBClusterStateFault] or [types.InvalidGlobalClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_FailoverGlobalCluster.html
func (c *Client) FailoverGlobalCluster(ctx context.Context, in *FailoverGlobalClusterInput, optFns ...func(*Options)) (*FailoverGlobalClusterOutput, error) {
	return typed[FailoverGlobalClusterOutput](c.invoke(ctx, &failoverGlobalClusterOp, in, new(FailoverGlobalClusterOutput), optFns))
}

// SwitchoverGlobalClusterInput is the request of [Client.SwitchoverGlobalCluster].
type SwitchoverGlobalClusterInput struct {
	// Required. An existing global database; letter case does not matter.
	GlobalClusterIdentifier *string `query:",required"`
	// Required. ARN of the secondary cluster to promote.
	TargetDbClusterIdentifier *string `query:",required"`
}

// SwitchoverGlobalClusterOutput is the answer to [Client.SwitchoverGlobalCluster].
type SwitchoverGlobalClusterOutput struct {
	GlobalCluster  *types.GlobalCluster
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

// SwitchoverGlobalCluster swaps the roles of the primary and a secondary cluster without loss of
// data, for instance to move the writer to another region. Both have to be healthy;
// [Client.FailoverGlobalCluster] is for when the primary one is not.
//
// It returns at once with the FailoverState of the global database set.
//
// It can fail with [types.DBClusterNotFoundFault], [types.GlobalClusterNotFoundFault],
// [types.InvalidDBClusterStateFault] or [types.InvalidGlobalClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_SwitchoverGlobalCluster.html
func (c *Client) SwitchoverGlobalCluster(ctx context.Context, in *SwitchoverGlobalClusterInput, optFns ...func(*Options)) (*SwitchoverGlobalClusterOutput, error) {
	return typed[SwitchoverGlobalClusterOutput](c.invoke(ctx, &switchoverGlobalClusterOp, in, new(SwitchoverGlobalClusterOutput), optFns))
}

// DeleteGlobalClusterInput is the request of [Client.DeleteGlobalCluster].
type DeleteGlobalClusterInput struct {
	// Required. A global database without members.
	GlobalClusterIdentifier *string `query:",required"`
}

// DeleteGlobalClusterOutput is the answer to [Client.DeleteGlobalCluster].
type DeleteGlobalClusterOutput struct {
	GlobalCluster  *types.GlobalCluster
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

// DeleteGlobalCluster deletes a global database from which all clusters have been removed before.
// DeletionProtection has to be off.
//
// It can fail with [types.GlobalClusterNotFoundFault] or [types.InvalidGlobalClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteGlobalCluster.html
func (c *Client) DeleteGlobalCluster(ctx context.Context, in *DeleteGlobalClusterInput, optFns ...func(*Options)) (*DeleteGlobalClusterOutput, error) {
	return typed[DeleteGlobalClusterOutput](c.invoke(ctx, &deleteGlobalClusterOp, in, new(DeleteGlobalClusterOutput), optFns))
}

// DescribeGlobalClustersAPIClient is what the paginator and the waiters need of a client.
type DescribeGlobalClustersAPIClient interface {
	DescribeGlobalClusters(context.Context, *DescribeGlobalClustersInput, ...func(*Options)) (*DescribeGlobalClustersOutput, error)
}

// DescribeGlobalClustersPaginatorOptions are the options of a [DescribeGlobalClustersPaginator].
type DescribeGlobalClustersPaginatorOptions = PaginatorOptions

// A DescribeGlobalClustersPaginator walks the pages of [Client.DescribeGlobalClusters].
type DescribeGlobalClustersPaginator = Paginator[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// NewDescribeGlobalClustersPaginator returns a paginator that begins where params
// say.
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

// NewGlobalClusterAvailableWaiter returns a waiter for global databases to become available, as
// after they were created, modified or upgraded. Only one that is being deleted ends the wait. The
// clusters of it are not looked at.
func NewGlobalClusterAvailableWaiter(client DescribeGlobalClustersAPIClient, optFns ...func(*GlobalClusterAvailableWaiterOptions)) *GlobalClusterAvailableWaiter {
	return describe.NewWaiter(client.DescribeGlobalClusters, core, &globalClusters, &wait.Condition{
		Wanted: "available", Success: []string{"available"}, Failure: []string{"deleting", "deleted"},
	}, optFns)
}

// GlobalClusterDeletedWaiterOptions are the options of a [GlobalClusterDeletedWaiter].
type GlobalClusterDeletedWaiterOptions = WaiterOptions[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// A GlobalClusterDeletedWaiter waits until there is no such global database any more.
type GlobalClusterDeletedWaiter = Waiter[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// NewGlobalClusterDeletedWaiter returns a waiter for global databases to be gone. One of that name
// that is being created ends the wait: it is another one.
func NewGlobalClusterDeletedWaiter(client DescribeGlobalClustersAPIClient, optFns ...func(*GlobalClusterDeletedWaiterOptions)) *GlobalClusterDeletedWaiter {
	return describe.NewWaiter(client.DescribeGlobalClusters, core, &globalClusters, &wait.Condition{
		Wanted: "deleted", Gone: true, Success: []string{"deleted"}, Failure: []string{"creating"},
	}, optFns)
}

// GlobalClusterMemberRemovedWaiterOptions are the options of a [GlobalClusterMemberRemovedWaiter].
type GlobalClusterMemberRemovedWaiterOptions = WaiterOptions[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// A GlobalClusterMemberRemovedWaiter waits until a cluster is no member of a global database any
// more.
type GlobalClusterMemberRemovedWaiter = Waiter[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// NewGlobalClusterMemberRemovedWaiter returns a waiter for the cluster with the ARN memberARN to be
// gone from the GlobalClusterMembers of a global database; or for the global database to be gone.
// No status ends the wait.
//
// The cluster itself may be promoting for some time after that, and can be neither modified nor
// deleted meanwhile. The global database does not tell: wait for it with
// [NewDBClusterAvailableWaiter] and a client of its region.
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
// ended. What it reports as the status is that of the FailoverState while there is one, and
// otherwise that of the global database.
type GlobalClusterFailoverDoneWaiter = Waiter[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]

// NewGlobalClusterFailoverDoneWaiter returns a waiter for the cluster with the ARN targetARN to be
// the primary one, with no failover or switchover under way any more. One that is being cancelled
// ends the wait.
//
// Right after [Client.FailoverGlobalCluster] or [Client.SwitchoverGlobalCluster] the FailoverState
// may not be there yet: as long as the target is not the primary cluster, the wait goes on. So it
// does if a failover is cancelled and forgotten between two polls.
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

// failingOver reports whether a failover or switchover is under way. A FailoverState that names
// neither a stage nor a target is as good as none.
func failingOver(item *types.GlobalCluster) bool {
	return failoverStatus(item) != "" || item.FailoverState != nil && nereid.ToString(item.FailoverState.ToDbClusterArn) != ""
}

// memberOf returns the member of a global database that has the ARN, nil if there is none.
func memberOf(item *types.GlobalCluster, arn string) *types.GlobalClusterMember {
	for i := range item.GlobalClusterMembers {
		if member := &item.GlobalClusterMembers[i]; strings.EqualFold(nereid.ToString(member.DBClusterArn), arn) {
			return member
		}
	}
	return nil
}

// describeMember returns the operation that a wait for that member polls. What is no ARN is the name of
// no member of anything, so that a wait for it to be removed would end at once: it is refused.
func describeMember(client DescribeGlobalClustersAPIClient, arn string) func(context.Context, *DescribeGlobalClustersInput, ...func(*Options)) (*DescribeGlobalClustersOutput, error) {
	if strings.HasPrefix(arn, "arn:") {
		return client.DescribeGlobalClusters
	}
	return func(context.Context, *DescribeGlobalClustersInput, ...func(*Options)) (*DescribeGlobalClustersOutput, error) {
		return nil, fmt.Errorf("the members of a global cluster are named by ARN, which %q is not", arn)
	}
}
