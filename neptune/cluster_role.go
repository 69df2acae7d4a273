package neptune

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/neptune/types"
)

// AddRoleToDBClusterInput is the input of [Client.AddRoleToDBCluster].
type AddRoleToDBClusterInput struct {
	// Required. An available cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
	// Required. ARN of the IAM role, for example arn:aws:iam::123456789012:role/load. The role's
	// trust policy must allow rds.amazonaws.com to assume the role.
	RoleArn *string `query:",required"`
	// Name of the feature that uses the role. AWS documents no feature names for Neptune.
	FeatureName *string
}

// AddRoleToDBClusterOutput is the output of [Client.AddRoleToDBCluster].
type AddRoleToDBClusterOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

var addRoleToDBClusterOp = operation.Op{
	Name: "AddRoleToDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.DBClusterRoleAlreadyExistsFault)(nil),
		(*types.DBClusterRoleQuotaExceededFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
	},
	Effect: &recovery.Add{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*AddRoleToDBClusterInput).DBClusterIdentifier },
		Has: func(in, item any) bool {
			add := in.(*AddRoleToDBClusterInput)
			return resource.RoleStatus(item, add.RoleArn, add.FeatureName) != nil
		},
	},
}

// AddRoleToDBCluster starts attaching an IAM role to an available cluster. The bulk loader, for
// example, uses a role to read from S3. In the cluster's AssociatedRoles, the role has Status
// PENDING at first. The cluster can use the role when the role's Status is ACTIVE. A cluster can
// have at most 5 roles. [EnsureRole] adds a role and waits until the cluster can use it.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBClusterRoleAlreadyExistsFault],
// [types.DBClusterRoleQuotaExceededFault] or [types.InvalidDBClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_AddRoleToDBCluster.html
func (c *Client) AddRoleToDBCluster(ctx context.Context, in *AddRoleToDBClusterInput, optFns ...func(*Options)) (*AddRoleToDBClusterOutput, error) {
	return typed[AddRoleToDBClusterOutput](c.invoke(ctx, &addRoleToDBClusterOp, in, new(AddRoleToDBClusterOutput), optFns))
}

// RemoveRoleFromDBClusterInput is the input of
// [Client.RemoveRoleFromDBCluster].
type RemoveRoleFromDBClusterInput struct {
	// Required. An available cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
	// Required. ARN of a role that the cluster has.
	RoleArn *string `query:",required"`
	// The FeatureName that the role was added with, or nil if the role was added without a
	// FeatureName.
	FeatureName *string
}

// RemoveRoleFromDBClusterOutput is the output of
// [Client.RemoveRoleFromDBCluster].
type RemoveRoleFromDBClusterOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

var removeRoleFromDBClusterOp = operation.Op{
	Name: "RemoveRoleFromDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterNotFoundFault)(nil), (*types.DBClusterRoleNotFoundFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil),
	},
	Effect: &recovery.Remove{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*RemoveRoleFromDBClusterInput).DBClusterIdentifier },
		Has: func(in, item any) bool {
			remove := in.(*RemoveRoleFromDBClusterInput)
			return resource.RoleStatus(item, remove.RoleArn, remove.FeatureName) != nil
		},
	},
}

// RemoveRoleFromDBCluster starts detaching an IAM role from an available cluster. The cluster's
// AssociatedRoles contains the role until the role is detached.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBClusterRoleNotFoundFault] or
// [types.InvalidDBClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_RemoveRoleFromDBCluster.html
func (c *Client) RemoveRoleFromDBCluster(ctx context.Context, in *RemoveRoleFromDBClusterInput, optFns ...func(*Options)) (*RemoveRoleFromDBClusterOutput, error) {
	return typed[RemoveRoleFromDBClusterOutput](c.invoke(ctx, &removeRoleFromDBClusterOp, in, new(RemoveRoleFromDBClusterOutput), optFns))
}
