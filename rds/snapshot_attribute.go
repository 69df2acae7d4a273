package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeDBSnapshotAttributesInput is the input of
// [Client.DescribeDBSnapshotAttributes].
type DescribeDBSnapshotAttributesInput struct {
	// Required. Name of a manual snapshot in this account. The name is case-insensitive.
	DBSnapshotIdentifier *string `query:",required"`
}

// DescribeDBSnapshotAttributesOutput is the output of
// [Client.DescribeDBSnapshotAttributes].
type DescribeDBSnapshotAttributesOutput struct {
	// The snapshot's attributes, with the accounts.
	DBSnapshotAttributesResult *types.DBSnapshotAttributesResult
	ResultMetadata             middleware.Metadata `query:"-"`
}

var describeDBSnapshotAttributesOp = operation.Op{
	Name: "DescribeDBSnapshotAttributes",
	Faults: operation.Faults{
		(*types.DBSnapshotNotFoundFault)(nil),
	},
}

// DescribeDBSnapshotAttributes lists the accounts that may copy and restore a manual instance
// snapshot.
//
// It can fail with [types.DBSnapshotNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshotAttributes.html
func (c *Client) DescribeDBSnapshotAttributes(ctx context.Context, in *DescribeDBSnapshotAttributesInput, optFns ...func(*Options)) (*DescribeDBSnapshotAttributesOutput, error) {
	return typed[DescribeDBSnapshotAttributesOutput](c.invoke(ctx, &describeDBSnapshotAttributesOp, in, new(DescribeDBSnapshotAttributesOutput), optFns))
}

// ModifyDBSnapshotAttributeInput is the input of
// [Client.ModifyDBSnapshotAttribute].
type ModifyDBSnapshotAttributeInput struct {
	// Required. The only valid value is restore.
	AttributeName *string `query:",required"`
	// Required. Name of an available manual snapshot in this account. The name is case-insensitive.
	DBSnapshotIdentifier *string `query:",required"`
	// 12-digit IDs of accounts that get permission to copy and restore the snapshot. The value
	// "all" means every account; AWS rejects it for an encrypted snapshot. A snapshot can be shared
	// with up to 20 accounts.
	ValuesToAdd []string `query:",item=AttributeValue"`
	// IDs of accounts that lose the permission to copy and restore the snapshot. The value "all"
	// makes a public snapshot private again, but accounts that were added by their IDs keep the
	// permission.
	ValuesToRemove []string `query:",item=AttributeValue"`
}

// ModifyDBSnapshotAttributeOutput is the output of
// [Client.ModifyDBSnapshotAttribute].
type ModifyDBSnapshotAttributeOutput struct {
	// The attributes after the change.
	DBSnapshotAttributesResult *types.DBSnapshotAttributesResult
	ResultMetadata             middleware.Metadata `query:"-"`
}

var modifyDBSnapshotAttributeOp = operation.Op{
	Name: "ModifyDBSnapshotAttribute",
	Faults: operation.Faults{
		(*types.DBSnapshotNotFoundFault)(nil), (*types.InvalidDBSnapshotStateFault)(nil),
		(*types.SharedSnapshotQuotaExceededFault)(nil),
	},
	Effect: &recovery.LastWriter{
		Noun:     "snapshot",
		ID:       func(in any) *string { return in.(*ModifyDBSnapshotAttributeInput).DBSnapshotIdentifier },
		NotFound: []string{"DBSnapshotNotFound"},
	},
}

// ModifyDBSnapshotAttribute shares a manual instance snapshot with other accounts, or stops sharing
// it. An automated snapshot cannot be shared: copy it and share the copy. The other accounts must
// identify the snapshot by its ARN. If the snapshot is encrypted, the policy of its KMS key must
// also allow them to use the key. AWS accepts the call if the snapshot is encrypted with the AWS
// managed key alias/aws/rds, but other accounts cannot use that snapshot. [ShareSnapshot] can check
// the key before it shares a snapshot.
//
// It can fail with [types.DBSnapshotNotFoundFault], [types.InvalidDBSnapshotStateFault] or
// [types.SharedSnapshotQuotaExceededFault].
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBSnapshotAttribute.html
func (c *Client) ModifyDBSnapshotAttribute(ctx context.Context, in *ModifyDBSnapshotAttributeInput, optFns ...func(*Options)) (*ModifyDBSnapshotAttributeOutput, error) {
	return typed[ModifyDBSnapshotAttributeOutput](c.invoke(ctx, &modifyDBSnapshotAttributeOp, in, new(ModifyDBSnapshotAttributeOutput), optFns))
}
