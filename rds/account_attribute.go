package rds

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/rds/types"
)

// DescribeAccountAttributesInput is the input of [Client.DescribeAccountAttributes]. It has no
// members.
type DescribeAccountAttributesInput struct{}

// DescribeAccountAttributesOutput is the output of
// [Client.DescribeAccountAttributes].
type DescribeAccountAttributesOutput struct {
	// The quotas, each with its name, its maximum and its current use.
	AccountQuotas  []types.AccountQuota `query:",item=AccountQuota"`
	ResultMetadata middleware.Metadata  `query:"-"`
}

var describeAccountAttributesOp = operation.Op{
	Name: "DescribeAccountAttributes",
}

// DescribeAccountAttributes lists the account's quotas in the region, and how much of each quota is
// used. It is not paginated. A program can use it to check whether the quotas allow another
// snapshot (ManualClusterSnapshots), or another restored cluster or instance (DBClusters,
// DBInstances).
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeAccountAttributes.html
func (c *Client) DescribeAccountAttributes(ctx context.Context, in *DescribeAccountAttributesInput, optFns ...func(*Options)) (*DescribeAccountAttributesOutput, error) {
	return typed[DescribeAccountAttributesOutput](c.invoke(ctx, &describeAccountAttributesOp, in, new(DescribeAccountAttributesOutput), optFns))
}
