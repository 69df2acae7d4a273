package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/rds/types"
)

// AddRoleToDBClusterInput is the input of [Client.AddRoleToDBCluster].
type AddRoleToDBClusterInput struct {
	// Required. An available cluster; case-insensitive.
	DBClusterIdentifier *string `query:",required"`
	// Required. ARN of the IAM role, for example arn:aws:iam::123456789012:role/import. The role's
	// trust policy must allow RDS to assume the role.
	RoleArn *string `query:",required"`
	// Name of the feature that uses the role, for example s3Import. For the feature names of an
	// engine version, see SupportedFeatureNames in the output of [Client.DescribeDBEngineVersions].
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

// AddRoleToDBCluster starts attaching an IAM role to an available cluster, for example to load data
// from S3. The cluster's AssociatedRoles show the role's Status, which is PENDING at first. The
// cluster can use the role when the role's Status is ACTIVE.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBClusterRoleAlreadyExistsFault],
// [types.DBClusterRoleQuotaExceededFault] or [types.InvalidDBClusterStateFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddRoleToDBCluster.html
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
	// Name of the feature that uses the role, for example s3Import. For the feature names of an
	// engine version, see SupportedFeatureNames in the output of [Client.DescribeDBEngineVersions].
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
// AssociatedRoles show the role until it is detached.
//
// It can fail with [types.DBClusterNotFoundFault], [types.DBClusterRoleNotFoundFault] or
// [types.InvalidDBClusterStateFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RemoveRoleFromDBCluster.html
func (c *Client) RemoveRoleFromDBCluster(ctx context.Context, in *RemoveRoleFromDBClusterInput, optFns ...func(*Options)) (*RemoveRoleFromDBClusterOutput, error) {
	return typed[RemoveRoleFromDBClusterOutput](c.invoke(ctx, &removeRoleFromDBClusterOp, in, new(RemoveRoleFromDBClusterOutput), optFns))
}

// AddRoleToDBInstanceInput is the input of [Client.AddRoleToDBInstance].
type AddRoleToDBInstanceInput struct {
	// Required. An available instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required"`
	// Required. Name of the feature that uses the role, for example s3Import. For the feature names
	// of an engine version, see SupportedFeatureNames in the output of
	// [Client.DescribeDBEngineVersions].
	FeatureName *string `query:",required"`
	// Required. ARN of the IAM role, for example arn:aws:iam::123456789012:role/import. The role's
	// trust policy must allow RDS to assume the role.
	RoleArn *string `query:",required"`
}

// AddRoleToDBInstanceOutput is the output of [Client.AddRoleToDBInstance].
type AddRoleToDBInstanceOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

var addRoleToDBInstanceOp = operation.Op{
	Name: "AddRoleToDBInstance",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.DBInstanceRoleAlreadyExistsFault)(nil),
		(*types.DBInstanceRoleQuotaExceededFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
	},
	Effect: &recovery.Add{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*AddRoleToDBInstanceInput).DBInstanceIdentifier },
		Has: func(in, item any) bool {
			add := in.(*AddRoleToDBInstanceInput)
			return resource.RoleStatus(item, add.RoleArn, add.FeatureName) != nil
		},
	},
}

// AddRoleToDBInstance starts attaching an IAM role to an available standalone instance, for the
// feature in FeatureName. The instance's AssociatedRoles show the role's Status, which is PENDING
// at first. When the Status is ACTIVE, the feature can use the role.
//
// It can fail with [types.DBInstanceNotFoundFault], [types.DBInstanceRoleAlreadyExistsFault],
// [types.DBInstanceRoleQuotaExceededFault] or [types.InvalidDBInstanceStateFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddRoleToDBInstance.html
func (c *Client) AddRoleToDBInstance(ctx context.Context, in *AddRoleToDBInstanceInput, optFns ...func(*Options)) (*AddRoleToDBInstanceOutput, error) {
	return typed[AddRoleToDBInstanceOutput](c.invoke(ctx, &addRoleToDBInstanceOp, in, new(AddRoleToDBInstanceOutput), optFns))
}

// RemoveRoleFromDBInstanceInput is the input of
// [Client.RemoveRoleFromDBInstance].
type RemoveRoleFromDBInstanceInput struct {
	// Required. An available instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required"`
	// Required. Name of the feature that uses the role, for example s3Import. For the feature names
	// of an engine version, see SupportedFeatureNames in the output of
	// [Client.DescribeDBEngineVersions].
	FeatureName *string `query:",required"`
	// Required. ARN of a role that the instance has.
	RoleArn *string `query:",required"`
}

// RemoveRoleFromDBInstanceOutput is the output of
// [Client.RemoveRoleFromDBInstance].
type RemoveRoleFromDBInstanceOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

var removeRoleFromDBInstanceOp = operation.Op{
	Name: "RemoveRoleFromDBInstance",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.DBInstanceRoleNotFoundFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil),
	},
	Effect: &recovery.Remove{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*RemoveRoleFromDBInstanceInput).DBInstanceIdentifier },
		Has: func(in, item any) bool {
			remove := in.(*RemoveRoleFromDBInstanceInput)
			return resource.RoleStatus(item, remove.RoleArn, remove.FeatureName) != nil
		},
	},
}

// RemoveRoleFromDBInstance starts detaching an IAM role from an available instance. FeatureName
// must name the feature that the role was attached for.
//
// It can fail with [types.DBInstanceNotFoundFault], [types.DBInstanceRoleNotFoundFault] or
// [types.InvalidDBInstanceStateFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RemoveRoleFromDBInstance.html
func (c *Client) RemoveRoleFromDBInstance(ctx context.Context, in *RemoveRoleFromDBInstanceInput, optFns ...func(*Options)) (*RemoveRoleFromDBInstanceOutput, error) {
	return typed[RemoveRoleFromDBInstanceOutput](c.invoke(ctx, &removeRoleFromDBInstanceOp, in, new(RemoveRoleFromDBInstanceOutput), optFns))
}
