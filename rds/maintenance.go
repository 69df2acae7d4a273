package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribePendingMaintenanceActionsInput is the input of
// [Client.DescribePendingMaintenanceActions].
type DescribePendingMaintenanceActionsInput struct {
	// Filters to apply. The filter names are db-cluster-id and db-instance-id; the values are names
	// or ARNs of clusters or instances.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Resources per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// ARN of the resource whose actions are listed; all resources if nil.
	ResourceIdentifier *string
}

// DescribePendingMaintenanceActionsOutput is the output of
// [Client.DescribePendingMaintenanceActions].
type DescribePendingMaintenanceActionsOutput struct {
	// Marker of the next page, or nil on the last page.
	Marker *string
	// The resources of this page, with their actions.
	PendingMaintenanceActions []types.ResourcePendingMaintenanceActions `query:",item=ResourcePendingMaintenanceActions"`
	ResultMetadata            middleware.Metadata                       `query:"-"`
}

var describePendingMaintenanceActionsOp = operation.Op{
	Name:   "DescribePendingMaintenanceActions",
	Faults: operation.Faults{(*types.ResourceNotFoundFault)(nil)},
}

// DescribePendingMaintenanceActions lists the resources that have pending maintenance actions. For
// each resource, it returns the actions and their dates.
//
// It can fail with [types.ResourceNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribePendingMaintenanceActions.html
func (c *Client) DescribePendingMaintenanceActions(ctx context.Context, in *DescribePendingMaintenanceActionsInput, optFns ...func(*Options)) (*DescribePendingMaintenanceActionsOutput, error) {
	return typed[DescribePendingMaintenanceActionsOutput](c.invoke(ctx, &describePendingMaintenanceActionsOp, in, new(DescribePendingMaintenanceActionsOutput), optFns))
}

// DescribePendingMaintenanceActionsAPIClient is the client interface that the
// paginator uses.
type DescribePendingMaintenanceActionsAPIClient interface {
	DescribePendingMaintenanceActions(context.Context, *DescribePendingMaintenanceActionsInput, ...func(*Options)) (*DescribePendingMaintenanceActionsOutput, error)
}

// DescribePendingMaintenanceActionsPaginatorOptions are the options of a
// [DescribePendingMaintenanceActionsPaginator].
type DescribePendingMaintenanceActionsPaginatorOptions = PaginatorOptions

// A DescribePendingMaintenanceActionsPaginator walks the pages of
// [Client.DescribePendingMaintenanceActions].
type DescribePendingMaintenanceActionsPaginator = Paginator[DescribePendingMaintenanceActionsInput, DescribePendingMaintenanceActionsOutput, types.ResourcePendingMaintenanceActions]

// NewDescribePendingMaintenanceActionsPaginator returns a paginator that starts at params.Marker,
// or at the first page if params.Marker is nil.
func NewDescribePendingMaintenanceActionsPaginator(client DescribePendingMaintenanceActionsAPIClient, params *DescribePendingMaintenanceActionsInput, optFns ...func(*DescribePendingMaintenanceActionsPaginatorOptions)) *DescribePendingMaintenanceActionsPaginator {
	return describe.NewPaginator[types.ResourcePendingMaintenanceActions](client.DescribePendingMaintenanceActions, "PendingMaintenanceActions", params, optFns)
}

// ApplyPendingMaintenanceActionInput is the input of
// [Client.ApplyPendingMaintenanceAction].
type ApplyPendingMaintenanceActionInput struct {
	// Required. The action to apply: system-update, db-upgrade, hardware-maintenance,
	// ca-certificate-rotation or os-upgrade.
	ApplyAction *string `query:",required"`
	// Required. When to apply the action: immediate, or next-maintenance for the resource's next
	// maintenance window. The value undo-opt-in cancels an earlier call with next-maintenance; a
	// call with immediate cannot be canceled.
	OptInType *string `query:",required"`
	// Required. ARN of an instance or a cluster.
	ResourceIdentifier *string `query:",required"`
}

// ApplyPendingMaintenanceActionOutput is the output of
// [Client.ApplyPendingMaintenanceAction].
type ApplyPendingMaintenanceActionOutput struct {
	// The resource with all its pending actions.
	ResourcePendingMaintenanceActions *types.ResourcePendingMaintenanceActions
	ResultMetadata                    middleware.Metadata `query:"-"`
}

var applyPendingMaintenanceActionOp = operation.Op{
	Name: "ApplyPendingMaintenanceAction",
	Faults: operation.Faults{
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.ResourceNotFoundFault)(nil),
	},
	Effect: &recovery.LastWriter{
		Noun:     "pending maintenance of",
		ID:       func(in any) *string { return in.(*ApplyPendingMaintenanceActionInput).ResourceIdentifier },
		NotFound: []string{"ResourceNotFound"},
	},
}

// ApplyPendingMaintenanceAction applies a pending maintenance action immediately, or schedules it
// for the next maintenance window.
//
// It can fail with [types.InvalidDBClusterStateFault], [types.InvalidDBInstanceStateFault] or
// [types.ResourceNotFoundFault] (the resource does not exist, or the action is not pending for it).
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ApplyPendingMaintenanceAction.html
func (c *Client) ApplyPendingMaintenanceAction(ctx context.Context, in *ApplyPendingMaintenanceActionInput, optFns ...func(*Options)) (*ApplyPendingMaintenanceActionOutput, error) {
	return typed[ApplyPendingMaintenanceActionOutput](c.invoke(ctx, &applyPendingMaintenanceActionOp, in, new(ApplyPendingMaintenanceActionOutput), optFns))
}
