package neptune

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/neptune/types"
)

// DescribeDBClusterSnapshotAttributesInput is the input of
// [Client.DescribeDBClusterSnapshotAttributes].
type DescribeDBClusterSnapshotAttributesInput struct {
	// Required. A manual snapshot of this account; case-insensitive.
	DBClusterSnapshotIdentifier *string `query:",required"`
}

// DescribeDBClusterSnapshotAttributesOutput is the output of
// [Client.DescribeDBClusterSnapshotAttributes].
type DescribeDBClusterSnapshotAttributesOutput struct {
	DBClusterSnapshotAttributesResult *types.DBClusterSnapshotAttributesResult
	ResultMetadata                    middleware.Metadata `query:"-"`
}

var describeDBClusterSnapshotAttributesOp = operation.Op{
	Name: "DescribeDBClusterSnapshotAttributes",
	Faults: operation.Faults{
		(*types.DBClusterSnapshotNotFoundFault)(nil),
	},
}

// DescribeDBClusterSnapshotAttributes tells which accounts may copy and restore a manual snapshot
// of a cluster.
//
// It can fail with [types.DBClusterSnapshotNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBClusterSnapshotAttributes.html
func (c *Client) DescribeDBClusterSnapshotAttributes(ctx context.Context, in *DescribeDBClusterSnapshotAttributesInput, optFns ...func(*Options)) (*DescribeDBClusterSnapshotAttributesOutput, error) {
	return typed[DescribeDBClusterSnapshotAttributesOutput](c.invoke(ctx, &describeDBClusterSnapshotAttributesOp, in, new(DescribeDBClusterSnapshotAttributesOutput), optFns))
}

// ModifyDBClusterSnapshotAttributeInput is the input of
// [Client.ModifyDBClusterSnapshotAttribute].
type ModifyDBClusterSnapshotAttributeInput struct {
	// Required. restore, the only attribute.
	AttributeName *string `query:",required"`
	// Required. An available manual snapshot of this account; case-insensitive.
	DBClusterSnapshotIdentifier *string `query:",required"`
	// Ids of accounts, of 12 digits, that may copy and restore the snapshot from now on; all is any
	// account, and is not possible for an encrypted snapshot. A snapshot is shared with up to 20
	// accounts.
	ValuesToAdd []string `query:",item=AttributeValue"`
	// Ids of accounts that may do so no longer. all makes a public snapshot private again, and leaves
	// the accounts that are named.
	ValuesToRemove []string `query:",item=AttributeValue"`
}

// ModifyDBClusterSnapshotAttributeOutput is the output of
// [Client.ModifyDBClusterSnapshotAttribute].
type ModifyDBClusterSnapshotAttributeOutput struct {
	// The attributes after the change.
	DBClusterSnapshotAttributesResult *types.DBClusterSnapshotAttributesResult
	ResultMetadata                    middleware.Metadata `query:"-"`
}

var modifyDBClusterSnapshotAttributeOp = operation.Op{
	Name: "ModifyDBClusterSnapshotAttribute",
	Faults: operation.Faults{
		(*types.DBClusterSnapshotNotFoundFault)(nil), (*types.InvalidDBClusterSnapshotStateFault)(nil),
		(*types.SharedSnapshotQuotaExceededFault)(nil),
	},
	Effect: &recovery.LastWriter{
		Noun: "cluster snapshot",
		ID:   func(in any) *string { return in.(*ModifyDBClusterSnapshotAttributeInput).DBClusterSnapshotIdentifier },
	},
}

// ModifyDBClusterSnapshotAttribute shares a manual snapshot of a cluster with other accounts, or
// ends that. Automated snapshots cannot be shared: copy them first. The other accounts name the
// snapshot by its ARN. If it is encrypted they need the key too, which its policy has to allow. A
// snapshot that is encrypted with the key that AWS manages, alias/aws/rds, can be shared, but no
// other account can use it.
//
// It can fail with [types.DBClusterSnapshotNotFoundFault],
// [types.InvalidDBClusterSnapshotStateFault] or [types.SharedSnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBClusterSnapshotAttribute.html
func (c *Client) ModifyDBClusterSnapshotAttribute(ctx context.Context, in *ModifyDBClusterSnapshotAttributeInput, optFns ...func(*Options)) (*ModifyDBClusterSnapshotAttributeOutput, error) {
	return typed[ModifyDBClusterSnapshotAttributeOutput](c.invoke(ctx, &modifyDBClusterSnapshotAttributeOp, in, new(ModifyDBClusterSnapshotAttributeOutput), optFns))
}
