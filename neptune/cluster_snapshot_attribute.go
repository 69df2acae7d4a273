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
	// Required. Name of a manual snapshot in this account. The name is case-insensitive.
	DBClusterSnapshotIdentifier *string `query:",required"`
}

// DescribeDBClusterSnapshotAttributesOutput is the output of
// [Client.DescribeDBClusterSnapshotAttributes].
type DescribeDBClusterSnapshotAttributesOutput struct {
	// The snapshot's attributes, with the accounts.
	DBClusterSnapshotAttributesResult *types.DBClusterSnapshotAttributesResult
	ResultMetadata                    middleware.Metadata `query:"-"`
}

var describeDBClusterSnapshotAttributesOp = operation.Op{
	Name: "DescribeDBClusterSnapshotAttributes",
	Faults: operation.Faults{
		(*types.DBClusterSnapshotNotFoundFault)(nil),
	},
}

// DescribeDBClusterSnapshotAttributes lists the accounts that may copy and restore a manual cluster
// snapshot.
//
// It can fail with [types.DBClusterSnapshotNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBClusterSnapshotAttributes.html
func (c *Client) DescribeDBClusterSnapshotAttributes(ctx context.Context, in *DescribeDBClusterSnapshotAttributesInput, optFns ...func(*Options)) (*DescribeDBClusterSnapshotAttributesOutput, error) {
	return typed[DescribeDBClusterSnapshotAttributesOutput](c.invoke(ctx, &describeDBClusterSnapshotAttributesOp, in, new(DescribeDBClusterSnapshotAttributesOutput), optFns))
}

// ModifyDBClusterSnapshotAttributeInput is the input of
// [Client.ModifyDBClusterSnapshotAttribute].
type ModifyDBClusterSnapshotAttributeInput struct {
	// Required. The only valid value is restore.
	AttributeName *string `query:",required"`
	// Required. Name of an available manual snapshot in this account. The name is case-insensitive.
	DBClusterSnapshotIdentifier *string `query:",required"`
	// 12-digit IDs of accounts that get permission to copy and restore the snapshot. The value
	// "all" means every account; AWS rejects it for an encrypted snapshot. A snapshot can be shared
	// with up to 20 accounts.
	ValuesToAdd []string `query:",item=AttributeValue"`
	// IDs of accounts that lose the permission to copy and restore the snapshot. The value "all"
	// makes a public snapshot private again, but accounts that were added by their IDs keep the
	// permission.
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
		Noun:     "cluster snapshot",
		ID:       func(in any) *string { return in.(*ModifyDBClusterSnapshotAttributeInput).DBClusterSnapshotIdentifier },
		NotFound: []string{"DBClusterSnapshotNotFound"},
	},
}

// ModifyDBClusterSnapshotAttribute shares a manual cluster snapshot with other accounts, or stops
// sharing it. An automated snapshot cannot be shared: copy it and share the copy. The other
// accounts must identify the snapshot by its ARN. If the snapshot is encrypted, the policy of
// its KMS key must also allow them to use the key. AWS accepts the call if the snapshot is encrypted
// with the AWS managed key alias/aws/rds, but other accounts cannot use that snapshot.
//
// It can fail with [types.DBClusterSnapshotNotFoundFault], [types.InvalidDBClusterSnapshotStateFault]
// or [types.SharedSnapshotQuotaExceededFault].
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBClusterSnapshotAttribute.html
func (c *Client) ModifyDBClusterSnapshotAttribute(ctx context.Context, in *ModifyDBClusterSnapshotAttributeInput, optFns ...func(*Options)) (*ModifyDBClusterSnapshotAttributeOutput, error) {
	return typed[ModifyDBClusterSnapshotAttributeOutput](c.invoke(ctx, &modifyDBClusterSnapshotAttributeOp, in, new(ModifyDBClusterSnapshotAttributeOutput), optFns))
}
