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

// AddRoleToDBClusterInput is the request of [Client.AddRoleToDBCluster].
type AddRoleToDBClusterInput struct {
	// Required. An available cluster, in any letter case.
	DBClusterIdentifier *string `query:",required"`
	// Required. ARN of the IAM role, as in arn:aws:iam::123456789012:role/load. The service has to be
	// allowed to assume it.
	RoleArn *string `query:",required"`
	// The feature that the role is for. AWS names none for Neptune.
	FeatureName *string
}

// AddRoleToDBClusterOutput is the answer to [Client.AddRoleToDBCluster].
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
			return roleOf(item.(*types.DBCluster), add.RoleArn, add.FeatureName) != nil
		},
	},
}

// AddRoleToDBCluster begins to give an available cluster an IAM role, which the bulk loader, for
// example, reads from S3 with. The role is in AssociatedRoles of the cluster with Status PENDING, and
// can be used once it is ACTIVE. A cluster has up to 5 roles. [EnsureRole] also waits.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBClusterRoleAlreadyExistsFault],
// [types.DBClusterRoleQuotaExceededFault] or [types.InvalidDBClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_AddRoleToDBCluster.html
func (c *Client) AddRoleToDBCluster(ctx context.Context, in *AddRoleToDBClusterInput, optFns ...func(*Options)) (*AddRoleToDBClusterOutput, error) {
	return typed[AddRoleToDBClusterOutput](c.invoke(ctx, &addRoleToDBClusterOp, in, new(AddRoleToDBClusterOutput), optFns))
}

// RemoveRoleFromDBClusterInput is the request of [Client.RemoveRoleFromDBCluster].
type RemoveRoleFromDBClusterInput struct {
	// Required. An available cluster, in any letter case.
	DBClusterIdentifier *string `query:",required"`
	// Required. ARN of a role that the cluster has.
	RoleArn *string `query:",required"`
	// The feature that the role is for, if it was added for one.
	FeatureName *string
}

// RemoveRoleFromDBClusterOutput is the answer to [Client.RemoveRoleFromDBCluster].
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
			return roleOf(item.(*types.DBCluster), remove.RoleArn, remove.FeatureName) != nil
		},
	},
}

// RemoveRoleFromDBCluster begins to take an IAM role from an available cluster. The role is in
// AssociatedRoles of the cluster until it is removed.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBClusterRoleNotFoundFault] or
// [types.InvalidDBClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_RemoveRoleFromDBCluster.html
func (c *Client) RemoveRoleFromDBCluster(ctx context.Context, in *RemoveRoleFromDBClusterInput, optFns ...func(*Options)) (*RemoveRoleFromDBClusterOutput, error) {
	return typed[RemoveRoleFromDBClusterOutput](c.invoke(ctx, &removeRoleFromDBClusterOp, in, new(RemoveRoleFromDBClusterOutput), optFns))
}

// roleOf returns a role of a cluster, or nil if the cluster does not have it. Without a feature that of
// any feature is meant.
func roleOf(c *types.DBCluster, arn, feature *string) *types.DBClusterRole {
	i := slices.IndexFunc(c.AssociatedRoles, func(r types.DBClusterRole) bool {
		return nereid.ToString(r.RoleArn) == nereid.ToString(arn) &&
			(nereid.ToString(feature) == "" || nereid.ToString(r.FeatureName) == nereid.ToString(feature))
	})
	if i < 0 {
		return nil
	}
	return &c.AssociatedRoles[i]
}
