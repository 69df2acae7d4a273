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
	// One element for each quota, with its name, maximum and present use.
	AccountQuotas  []types.AccountQuota `query:",item=AccountQuota"`
	ResultMetadata middleware.Metadata  `query:"-"`
}

var describeAccountAttributesOp = operation.Op{
	Name: "DescribeAccountAttributes",
}

// DescribeAccountAttributes lists the quotas of the account in the region, and the used part of each
// quota. It is not paginated. A program that restores or deletes snapshots can use it to check the
// available room: for example ManualClusterSnapshots for snapshots, and DBClusters and DBInstances for
// restored resources.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeAccountAttributes.html
func (c *Client) DescribeAccountAttributes(ctx context.Context, in *DescribeAccountAttributesInput, optFns ...func(*Options)) (*DescribeAccountAttributesOutput, error) {
	return typed[DescribeAccountAttributesOutput](c.invoke(ctx, &describeAccountAttributesOp, in, new(DescribeAccountAttributesOutput), optFns))
}
