package neptune

import (
	"context"
	"slices"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/neptune/types"
)

// AddTagsToResourceInput is the input of [Client.AddTagsToResource].
type AddTagsToResourceInput struct {
	// Required. ARN of the resource. The service in the ARN is rds, for example in
	// arn:aws:rds:eu-west-1:123456789012:cluster:graph.
	ResourceName *string `query:",required"`
	// Required. Tags to add. A tag replaces an existing tag with the same key. A resource can have
	// at most 50 tags.
	Tags []types.Tag `query:",required,item=Tag"`
}

// AddTagsToResourceOutput is the output of [Client.AddTagsToResource]. It is empty.
type AddTagsToResourceOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

var addTagsToResourceOp = operation.Op{
	Name: "AddTagsToResource",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.DBInstanceNotFoundFault)(nil),
		(*types.DBSnapshotNotFoundFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.InvalidDBClusterEndpointStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil),
	},
	Effect: &recovery.Add{
		Resource: &taggedResource,
		ID:       func(in any) *string { return in.(*AddTagsToResourceInput).ResourceName },
		Has: func(in, item any) bool {
			return !slices.ContainsFunc(in.(*AddTagsToResourceInput).Tags, func(t types.Tag) bool {
				return !recovery.HasTag(item, nereid.ToString(t.Key), nereid.ToString(t.Value))
			})
		},
	},
}

// AddTagsToResource adds tags to a resource. A tag replaces an existing tag with the same key.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBInstanceNotFoundFault] or
// [types.DBSnapshotNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_AddTagsToResource.html
func (c *Client) AddTagsToResource(ctx context.Context, in *AddTagsToResourceInput, optFns ...func(*Options)) (*AddTagsToResourceOutput, error) {
	return typed[AddTagsToResourceOutput](c.invoke(ctx, &addTagsToResourceOp, in, new(AddTagsToResourceOutput), optFns))
}

// ListTagsForResourceInput is the input of [Client.ListTagsForResource].
type ListTagsForResourceInput struct {
	// Required. ARN of the resource. The service in the ARN is rds, for example in
	// arn:aws:rds:eu-west-1:123456789012:cluster:graph.
	ResourceName *string `query:",required"`
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
}

// ListTagsForResourceOutput is the output of [Client.ListTagsForResource].
type ListTagsForResourceOutput struct {
	// All tags of the resource.
	TagList []types.Tag `query:",item=Tag"`

	ResultMetadata middleware.Metadata `query:"-"`
}

var listTagsForResourceOp = operation.Op{
	Name: "ListTagsForResource",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.DBInstanceNotFoundFault)(nil),
		(*types.DBSnapshotNotFoundFault)(nil),
	},
}

// ListTagsForResource lists the tags of a resource. It is not paginated: the output contains all tags.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBInstanceNotFoundFault] or
// [types.DBSnapshotNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ListTagsForResource.html
func (c *Client) ListTagsForResource(ctx context.Context, in *ListTagsForResourceInput, optFns ...func(*Options)) (*ListTagsForResourceOutput, error) {
	return typed[ListTagsForResourceOutput](c.invoke(ctx, &listTagsForResourceOp, in, new(ListTagsForResourceOutput), optFns))
}

// RemoveTagsFromResourceInput is the input of [Client.RemoveTagsFromResource].
type RemoveTagsFromResourceInput struct {
	// Required. ARN of the resource. The service in the ARN is rds, for example in
	// arn:aws:rds:eu-west-1:123456789012:cluster:graph.
	ResourceName *string `query:",required"`
	// Required. Keys of the tags to remove.
	TagKeys []string `query:",required"`
}

// RemoveTagsFromResourceOutput is the output of [Client.RemoveTagsFromResource]. It is empty.
type RemoveTagsFromResourceOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

var removeTagsFromResourceOp = operation.Op{
	Name: "RemoveTagsFromResource",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.DBInstanceNotFoundFault)(nil),
		(*types.DBSnapshotNotFoundFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.InvalidDBClusterEndpointStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil),
	},
	Effect: &recovery.Remove{
		Resource: &taggedResource,
		ID:       func(in any) *string { return in.(*RemoveTagsFromResourceInput).ResourceName },
		Has: func(in, item any) bool {
			return slices.ContainsFunc(item.(*ListTagsForResourceOutput).TagList, func(t types.Tag) bool {
				return slices.Contains(in.(*RemoveTagsFromResourceInput).TagKeys, nereid.ToString(t.Key))
			})
		},
	},
}

// RemoveTagsFromResource removes tags from a resource. The service ignores a key if the resource
// does not have a tag with that key.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBInstanceNotFoundFault] or
// [types.DBSnapshotNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_RemoveTagsFromResource.html
func (c *Client) RemoveTagsFromResource(ctx context.Context, in *RemoveTagsFromResourceInput, optFns ...func(*Options)) (*RemoveTagsFromResourceOutput, error) {
	return typed[RemoveTagsFromResourceOutput](c.invoke(ctx, &removeTagsFromResourceOp, in, new(RemoveTagsFromResourceOutput), optFns))
}
