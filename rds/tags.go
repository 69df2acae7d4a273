package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/rds/types"
)

// AddTagsToResourceInput is the request of [Client.AddTagsToResource].
type AddTagsToResourceInput struct {
	// Required. ARN of the resource.
	ResourceName *string `query:",required"`
	// Required. Tags to add or replace. A resource has at most 50.
	Tags []types.Tag `query:",required,item=Tag"`
}

// AddTagsToResourceOutput is the answer to [Client.AddTagsToResource]. The service sends nothing
// back.
type AddTagsToResourceOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

// AddTagsToResource adds tags to a resource, or gives those that it has already new values.
//
// It can fail with [types.BlueGreenDeploymentNotFoundFault],
// [types.DBCapacityReservationNotFoundFault], [types.DBClusterNotFoundFault],
// [types.DBInstanceNotFoundFault], [types.DBProxyEndpointNotFoundFault],
// [types.DBProxyNotFoundFault], [types.DBProxyTargetGroupNotFoundFault],
// [types.DBShardGroupNotFoundFault], [types.DBSnapshotNotFoundFault],
// [types.DBSnapshotTenantDatabaseNotFoundFault], [types.IntegrationNotFoundFault],
// [types.InvalidDBClusterEndpointStateFault], [types.InvalidDBClusterStateFault],
// [types.InvalidDBInstanceStateFault] or [types.TenantDatabaseNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddTagsToResource.html
func (c *Client) AddTagsToResource(ctx context.Context, in *AddTagsToResourceInput, optFns ...func(*Options)) (*AddTagsToResourceOutput, error) {
	return call[AddTagsToResourceOutput](ctx, c, "AddTagsToResource", in, optFns)
}

// ListTagsForResourceInput is the request of [Client.ListTagsForResource].
type ListTagsForResourceInput struct {
	// Required. ARN of the resource.
	ResourceName *string `query:",required"`
	// Not supported by the service at present.
	Filters []types.Filter `query:",item=Filter"`
}

// ListTagsForResourceOutput is the answer to [Client.ListTagsForResource].
type ListTagsForResourceOutput struct {
	TagList        []types.Tag         `query:",item=Tag"`
	ResultMetadata middleware.Metadata `query:"-"`
}

// ListTagsForResource lists the tags of a resource. It has no pages: all tags come at once.
//
// It can fail with [types.BlueGreenDeploymentNotFoundFault],
// [types.DBCapacityReservationNotFoundFault], [types.DBClusterNotFoundFault],
// [types.DBInstanceNotFoundFault], [types.DBProxyEndpointNotFoundFault],
// [types.DBProxyNotFoundFault], [types.DBProxyTargetGroupNotFoundFault],
// [types.DBShardGroupNotFoundFault], [types.DBSnapshotNotFoundFault],
// [types.DBSnapshotTenantDatabaseNotFoundFault], [types.IntegrationNotFoundFault] or
// [types.TenantDatabaseNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ListTagsForResource.html
func (c *Client) ListTagsForResource(ctx context.Context, in *ListTagsForResourceInput, optFns ...func(*Options)) (*ListTagsForResourceOutput, error) {
	return call[ListTagsForResourceOutput](ctx, c, "ListTagsForResource", in, optFns)
}

// RemoveTagsFromResourceInput is the request of [Client.RemoveTagsFromResource].
type RemoveTagsFromResourceInput struct {
	// Required. ARN of the resource.
	ResourceName *string `query:",required"`
	// Required. Keys of the tags to remove.
	TagKeys []string `query:",required"`
}

// RemoveTagsFromResourceOutput is the answer to [Client.RemoveTagsFromResource]. The service sends
// nothing back.
type RemoveTagsFromResourceOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

// RemoveTagsFromResource removes tags from a resource. Keys that it does not have are no fault.
//
// It can fail with [types.BlueGreenDeploymentNotFoundFault],
// [types.DBCapacityReservationNotFoundFault], [types.DBClusterNotFoundFault],
// [types.DBInstanceNotFoundFault], [types.DBProxyEndpointNotFoundFault],
// [types.DBProxyNotFoundFault], [types.DBProxyTargetGroupNotFoundFault],
// [types.DBShardGroupNotFoundFault], [types.DBSnapshotNotFoundFault],
// [types.DBSnapshotTenantDatabaseNotFoundFault], [types.IntegrationNotFoundFault],
// [types.InvalidDBClusterEndpointStateFault], [types.InvalidDBClusterStateFault],
// [types.InvalidDBInstanceStateFault] or [types.TenantDatabaseNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RemoveTagsFromResource.html
func (c *Client) RemoveTagsFromResource(ctx context.Context, in *RemoveTagsFromResourceInput, optFns ...func(*Options)) (*RemoveTagsFromResourceOutput, error) {
	return call[RemoveTagsFromResourceOutput](ctx, c, "RemoveTagsFromResource", in, optFns)
}
