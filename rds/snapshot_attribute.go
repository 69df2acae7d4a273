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
	// Required. A manual snapshot of this account; case-insensitive.
	DBSnapshotIdentifier *string `query:",required"`
}

// DescribeDBSnapshotAttributesOutput is the output of
// [Client.DescribeDBSnapshotAttributes].
type DescribeDBSnapshotAttributesOutput struct {
	DBSnapshotAttributesResult *types.DBSnapshotAttributesResult
	ResultMetadata             middleware.Metadata `query:"-"`
}

var describeDBSnapshotAttributesOp = operation.Op{
	Name: "DescribeDBSnapshotAttributes",
	Faults: operation.Faults{
		(*types.DBSnapshotNotFoundFault)(nil),
	},
}

// DescribeDBSnapshotAttributes tells which accounts may copy and restore a manual snapshot of an
// instance.
//
// It can fail with [types.DBSnapshotNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshotAttributes.html
func (c *Client) DescribeDBSnapshotAttributes(ctx context.Context, in *DescribeDBSnapshotAttributesInput, optFns ...func(*Options)) (*DescribeDBSnapshotAttributesOutput, error) {
	return typed[DescribeDBSnapshotAttributesOutput](c.invoke(ctx, &describeDBSnapshotAttributesOp, in, new(DescribeDBSnapshotAttributesOutput), optFns))
}

// ModifyDBSnapshotAttributeInput is the input of
// [Client.ModifyDBSnapshotAttribute].
type ModifyDBSnapshotAttributeInput struct {
	// Required. restore, the only attribute.
	AttributeName *string `query:",required"`
	// Required. An available manual snapshot of this account; case-insensitive.
	DBSnapshotIdentifier *string `query:",required"`
	// Ids of accounts, of 12 digits, that may copy and restore the snapshot from now on; all is any
	// account, and is not possible for an encrypted snapshot. A snapshot is shared with up to 20
	// accounts.
	ValuesToAdd []string `query:",item=AttributeValue"`
	// Ids of accounts that may do so no longer. all makes a public snapshot private again, and leaves
	// the accounts that are named.
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
		Noun: "snapshot",
		ID:   func(in any) *string { return in.(*ModifyDBSnapshotAttributeInput).DBSnapshotIdentifier },
	},
}

// ModifyDBSnapshotAttribute shares a manual snapshot of an instance with other accounts, or ends
// that. Automated snapshots cannot be shared: copy them first. The other accounts name the snapshot
// by its ARN. If it is encrypted they need the key too, which its policy has to allow. A snapshot
// that is encrypted with the key that AWS manages, alias/aws/rds, can be shared, but no other
// account can use it. [ShareSnapshot] looks at that first.
//
// It can fail with [types.DBSnapshotNotFoundFault], [types.InvalidDBSnapshotStateFault] or
// [types.SharedSnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBSnapshotAttribute.html
func (c *Client) ModifyDBSnapshotAttribute(ctx context.Context, in *ModifyDBSnapshotAttributeInput, optFns ...func(*Options)) (*ModifyDBSnapshotAttributeOutput, error) {
	return typed[ModifyDBSnapshotAttributeOutput](c.invoke(ctx, &modifyDBSnapshotAttributeOp, in, new(ModifyDBSnapshotAttributeOutput), optFns))
}
