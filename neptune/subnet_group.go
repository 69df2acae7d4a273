package neptune

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
)

// CreateDBSubnetGroupInput is the input of [Client.CreateDBSubnetGroup].
type CreateDBSubnetGroupInput struct {
	// Required. A description of the group.
	DBSubnetGroupDescription *string `query:",required"`
	// Required. Name of the group: 1 to 255 letters, digits, spaces, periods, underscores and
	// hyphens, but not "default". It is stored in lower case.
	DBSubnetGroupName *string `query:",required"`
	// Required. IDs of 2 to 20 subnets of one VPC, in at least two Availability Zones.
	SubnetIds []string `query:",required,item=SubnetIdentifier"`
	// Tags of the new group, at most 50.
	Tags []types.Tag `query:",item=Tag"`
}

// CreateDBSubnetGroupOutput is the output of [Client.CreateDBSubnetGroup].
type CreateDBSubnetGroupOutput struct {
	// The new group, with its ARN.
	DBSubnetGroup  *types.DBSubnetGroup
	ResultMetadata middleware.Metadata `query:"-"`
}

var createDBSubnetGroupOp = operation.Op{
	Name: "CreateDBSubnetGroup",
	Faults: operation.Faults{
		(*types.DBSubnetGroupAlreadyExistsFault)(nil),
		(*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil),
		(*types.DBSubnetGroupQuotaExceededFault)(nil), (*types.DBSubnetQuotaExceededFault)(nil),
		(*types.InvalidSubnet)(nil),
	},
	// The description of a subnet group does not contain a creation time. Therefore, only the tag
	// that the option TagCreations adds to the request shows which call created the group.
	Effect: &recovery.Create{
		Resource: &subnetGroupResource,
		ID:       func(in any) *string { return in.(*CreateDBSubnetGroupInput).DBSubnetGroupName },
	},
}

// CreateDBSubnetGroup creates a subnet group. Clusters can use it immediately. An account can have
// at most 50 subnet groups in a region.
//
// It can fail with [types.DBSubnetGroupAlreadyExistsFault],
// [types.DBSubnetGroupDoesNotCoverEnoughAZs], [types.DBSubnetGroupQuotaExceededFault],
// [types.DBSubnetQuotaExceededFault] or [types.InvalidSubnet].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBSubnetGroup.html
func (c *Client) CreateDBSubnetGroup(ctx context.Context, in *CreateDBSubnetGroupInput, optFns ...func(*Options)) (*CreateDBSubnetGroupOutput, error) {
	return typed[CreateDBSubnetGroupOutput](c.invoke(ctx, &createDBSubnetGroupOp, in, new(CreateDBSubnetGroupOutput), optFns))
}

// ModifyDBSubnetGroupInput is the input of [Client.ModifyDBSubnetGroup].
type ModifyDBSubnetGroupInput struct {
	// Required. Name of an existing group, but not "default". The name is case-insensitive.
	DBSubnetGroupName *string `query:",required"`
	// Required. IDs of all subnets that the group will contain, in at least two Availability Zones.
	// AWS removes all other subnets from the group.
	SubnetIds []string `query:",required,item=SubnetIdentifier"`
	// New description. If nil, the description does not change.
	DBSubnetGroupDescription *string
}

// ModifyDBSubnetGroupOutput is the output of [Client.ModifyDBSubnetGroup].
type ModifyDBSubnetGroupOutput struct {
	// The group after the change.
	DBSubnetGroup  *types.DBSubnetGroup
	ResultMetadata middleware.Metadata `query:"-"`
}

var modifyDBSubnetGroupOp = operation.Op{
	Name: "ModifyDBSubnetGroup",
	Faults: operation.Faults{
		(*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil), (*types.DBSubnetGroupNotFoundFault)(nil),
		(*types.DBSubnetQuotaExceededFault)(nil), (*types.InvalidSubnet)(nil),
		(*types.SubnetAlreadyInUse)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.InvalidDBSubnetGroupStateFault)(nil),
	},
	Effect: &recovery.Modify{
		Resource: &subnetGroupResource,
		ID:       func(in any) *string { return in.(*ModifyDBSubnetGroupInput).DBSubnetGroupName },
		During:   []string{"Complete"}, // the only status that a subnet group has
	},
}

// ModifyDBSubnetGroup replaces a group's subnets, and its description if DBSubnetGroupDescription
// is set. The change takes effect immediately. Subnets that instances use cannot be removed.
//
// It can fail with [types.DBSubnetGroupDoesNotCoverEnoughAZs], [types.DBSubnetGroupNotFoundFault],
// [types.DBSubnetQuotaExceededFault], [types.InvalidSubnet] or [types.SubnetAlreadyInUse].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBSubnetGroup.html
func (c *Client) ModifyDBSubnetGroup(ctx context.Context, in *ModifyDBSubnetGroupInput, optFns ...func(*Options)) (*ModifyDBSubnetGroupOutput, error) {
	return typed[ModifyDBSubnetGroupOutput](c.invoke(ctx, &modifyDBSubnetGroupOp, in, new(ModifyDBSubnetGroupOutput), optFns))
}

// DeleteDBSubnetGroupInput is the input of [Client.DeleteDBSubnetGroup].
type DeleteDBSubnetGroupInput struct {
	// Required. Name of the group to delete, but not "default". The group must not be in use by a
	// cluster or instance.
	DBSubnetGroupName *string `query:",required"`
}

// DeleteDBSubnetGroupOutput is the output of [Client.DeleteDBSubnetGroup]. It is empty.
type DeleteDBSubnetGroupOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteDBSubnetGroupOp = operation.Op{
	Name: "DeleteDBSubnetGroup",
	Faults: operation.Faults{
		(*types.DBSubnetGroupNotFoundFault)(nil), (*types.InvalidDBSubnetGroupStateFault)(nil),
		(*types.InvalidDBSubnetStateFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &subnetGroupResource,
		ID:       func(in any) *string { return in.(*DeleteDBSubnetGroupInput).DBSubnetGroupName },
	},
}

// DeleteDBSubnetGroup immediately deletes a subnet group that is not in use.
//
// It can fail with [types.DBSubnetGroupNotFoundFault], [types.InvalidDBSubnetGroupStateFault] or
// [types.InvalidDBSubnetStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBSubnetGroup.html
func (c *Client) DeleteDBSubnetGroup(ctx context.Context, in *DeleteDBSubnetGroupInput, optFns ...func(*Options)) (*DeleteDBSubnetGroupOutput, error) {
	return typed[DeleteDBSubnetGroupOutput](c.invoke(ctx, &deleteDBSubnetGroupOp, in, new(DeleteDBSubnetGroupOutput), optFns))
}

// DescribeDBSubnetGroupsInput is the input of [Client.DescribeDBSubnetGroups].
type DescribeDBSubnetGroupsInput struct {
	// Name of the group to list; all groups if nil. The name is case-insensitive.
	DBSubnetGroupName *string
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Groups per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBSubnetGroupsOutput is the output of
// [Client.DescribeDBSubnetGroups].
type DescribeDBSubnetGroupsOutput struct {
	// The groups of this page.
	DBSubnetGroups []types.DBSubnetGroup `query:",item=DBSubnetGroup"`
	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBSubnetGroupsOp = operation.Op{
	Name: "DescribeDBSubnetGroups",
	Faults: operation.Faults{
		(*types.DBSubnetGroupNotFoundFault)(nil),
	},
}

// DescribeDBSubnetGroups lists subnet groups and their subnets. Neptune, RDS and DocumentDB share
// these groups.
//
// It can fail with [types.DBSubnetGroupNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBSubnetGroups.html
func (c *Client) DescribeDBSubnetGroups(ctx context.Context, in *DescribeDBSubnetGroupsInput, optFns ...func(*Options)) (*DescribeDBSubnetGroupsOutput, error) {
	return typed[DescribeDBSubnetGroupsOutput](c.invoke(ctx, &describeDBSubnetGroupsOp, in, new(DescribeDBSubnetGroupsOutput), optFns))
}

// DescribeDBSubnetGroupsAPIClient is the client interface that the paginator
// uses.
type DescribeDBSubnetGroupsAPIClient interface {
	DescribeDBSubnetGroups(context.Context, *DescribeDBSubnetGroupsInput, ...func(*Options)) (*DescribeDBSubnetGroupsOutput, error)
}

// DescribeDBSubnetGroupsPaginatorOptions are the options of a [DescribeDBSubnetGroupsPaginator].
type DescribeDBSubnetGroupsPaginatorOptions = PaginatorOptions

// A DescribeDBSubnetGroupsPaginator walks the pages of [Client.DescribeDBSubnetGroups].
type DescribeDBSubnetGroupsPaginator = Paginator[DescribeDBSubnetGroupsInput, DescribeDBSubnetGroupsOutput, types.DBSubnetGroup]

// NewDescribeDBSubnetGroupsPaginator returns a paginator that starts at params.Marker, or at the
// first page if params.Marker is nil.
func NewDescribeDBSubnetGroupsPaginator(client DescribeDBSubnetGroupsAPIClient, params *DescribeDBSubnetGroupsInput, optFns ...func(*DescribeDBSubnetGroupsPaginatorOptions)) *DescribeDBSubnetGroupsPaginator {
	return describe.NewPaginator[types.DBSubnetGroup](client.DescribeDBSubnetGroups, subnetGroups.Items, params, optFns)
}

var subnetGroups = wait.Resource{
	Noun:     "subnet group",
	Items:    "DBSubnetGroups",
	ID:       "DBSubnetGroupName",
	Names:    []string{"DBSubnetGroupName", "DBSubnetGroupArn"},
	Status:   "SubnetGroupStatus",
	NotFound: "DBSubnetGroupNotFound",
}

var subnetGroupResource = recovery.Resource{
	Kind:      &subnetGroups,
	Operation: &describeDBSubnetGroupsOp,
	New:       func() (in, out any) { return new(DescribeDBSubnetGroupsInput), new(DescribeDBSubnetGroupsOutput) },
	Tags:      &taggedResource,
}
