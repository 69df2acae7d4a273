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

// CreateDBClusterParameterGroupInput is the input of
// [Client.CreateDBClusterParameterGroup].
type CreateDBClusterParameterGroupInput struct {
	// Required. Name of the group: 1 to 255 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBClusterParameterGroupName *string `query:",required"`
	// Required. The parameter group family: neptune1.4 for engine version 1.4, neptune1.3 for 1.3,
	// neptune1.2 for 1.2, and neptune1 for older versions; see [ParameterGroupFamily].
	DBParameterGroupFamily *string `query:",required"`
	// Required. A description of the group.
	Description *string `query:",required"`
	// Tags of the new group, at most 50.
	Tags []types.Tag `query:",item=Tag" recover:"-"`
}

// CreateDBClusterParameterGroupOutput is the output of
// [Client.CreateDBClusterParameterGroup].
type CreateDBClusterParameterGroupOutput struct {
	// The new group, with its ARN.
	DBClusterParameterGroup *types.DBClusterParameterGroup
	ResultMetadata          middleware.Metadata `query:"-"`
}

var createDBClusterParameterGroupOp = operation.Op{
	Name: "CreateDBClusterParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupAlreadyExistsFault)(nil), (*types.DBParameterGroupQuotaExceededFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterParameterGroupResource,
		ID:       func(in any) *string { return in.(*CreateDBClusterParameterGroupInput).DBClusterParameterGroupName },
	},
}

// CreateDBClusterParameterGroup creates a cluster parameter group. The parameters of the new group
// have the family's default values; [Client.ModifyDBClusterParameterGroup] changes them. An account
// can have 50 cluster parameter groups in a region, in addition to the default groups that AWS
// creates.
//
// AWS takes some time to complete a new group, and recommends waiting 5 minutes before creating the
// first cluster with it. Instance parameter groups are different resources with separate names; see
// [Client.CreateDBParameterGroup].
//
// It can fail with [types.DBParameterGroupAlreadyExistsFault] or
// [types.DBParameterGroupQuotaExceededFault]. The service rejects an unknown family with the code
// InvalidParameterValue.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBClusterParameterGroup.html
func (c *Client) CreateDBClusterParameterGroup(ctx context.Context, in *CreateDBClusterParameterGroupInput, optFns ...func(*Options)) (*CreateDBClusterParameterGroupOutput, error) {
	return typed[CreateDBClusterParameterGroupOutput](c.invoke(ctx, &createDBClusterParameterGroupOp, in, new(CreateDBClusterParameterGroupOutput), optFns))
}

// CopyDBClusterParameterGroupInput is the input of
// [Client.CopyDBClusterParameterGroup].
type CopyDBClusterParameterGroupInput struct {
	// Required. Name or ARN of the group to copy, which must be in the client's region.
	SourceDBClusterParameterGroupIdentifier *string `query:",required" recover:"-"`
	// Required. A description of the copy.
	TargetDBClusterParameterGroupDescription *string `query:",required" recover:"Description"`
	// Required. Name of the copy: 1 to 255 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	TargetDBClusterParameterGroupIdentifier *string `query:",required" recover:"DBClusterParameterGroupName"`
	// Tags of the copy. AWS does not copy the source's tags.
	Tags []types.Tag `query:",item=Tag" recover:"-"`
}

// CopyDBClusterParameterGroupOutput is the output of
// [Client.CopyDBClusterParameterGroup].
type CopyDBClusterParameterGroupOutput struct {
	// The copy, with its ARN.
	DBClusterParameterGroup *types.DBClusterParameterGroup
	ResultMetadata          middleware.Metadata `query:"-"`
}

var copyDBClusterParameterGroupOp = operation.Op{
	Name: "CopyDBClusterParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupAlreadyExistsFault)(nil), (*types.DBParameterGroupNotFoundFault)(nil),
		(*types.DBParameterGroupQuotaExceededFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterParameterGroupResource,
		ID: func(in any) *string {
			return in.(*CopyDBClusterParameterGroupInput).TargetDBClusterParameterGroupIdentifier
		},
	},
}

// CopyDBClusterParameterGroup creates a cluster parameter group with the same family and values as
// another group, which may be a default group. A group cannot be copied to another region or
// account.
//
// It can fail with [types.DBParameterGroupAlreadyExistsFault], [types.DBParameterGroupNotFoundFault]
// or [types.DBParameterGroupQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CopyDBClusterParameterGroup.html
func (c *Client) CopyDBClusterParameterGroup(ctx context.Context, in *CopyDBClusterParameterGroupInput, optFns ...func(*Options)) (*CopyDBClusterParameterGroupOutput, error) {
	return typed[CopyDBClusterParameterGroupOutput](c.invoke(ctx, &copyDBClusterParameterGroupOp, in, new(CopyDBClusterParameterGroupOutput), optFns))
}

// DeleteDBClusterParameterGroupInput is the input of
// [Client.DeleteDBClusterParameterGroup].
type DeleteDBClusterParameterGroupInput struct {
	// Required. Name of the group to delete. The group must not be in use by a cluster.
	DBClusterParameterGroupName *string `query:",required"`
}

// DeleteDBClusterParameterGroupOutput is the output of [Client.DeleteDBClusterParameterGroup]. It is
// empty.
type DeleteDBClusterParameterGroupOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteDBClusterParameterGroupOp = operation.Op{
	Name: "DeleteDBClusterParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.InvalidDBParameterGroupStateFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &clusterParameterGroupResource,
		ID:       func(in any) *string { return in.(*DeleteDBClusterParameterGroupInput).DBClusterParameterGroupName },
	},
}

// DeleteDBClusterParameterGroup deletes a cluster parameter group. A default group, or a group that
// a cluster uses, cannot be deleted: the call fails with [types.InvalidDBParameterGroupStateFault].
// AWS also rejects the deletion for a few minutes after the last cluster switched to a different
// group. [DeleteClusterParameterGroup] repeats the call during this time.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBClusterParameterGroup.html
func (c *Client) DeleteDBClusterParameterGroup(ctx context.Context, in *DeleteDBClusterParameterGroupInput, optFns ...func(*Options)) (*DeleteDBClusterParameterGroupOutput, error) {
	return typed[DeleteDBClusterParameterGroupOutput](c.invoke(ctx, &deleteDBClusterParameterGroupOp, in, new(DeleteDBClusterParameterGroupOutput), optFns))
}

// DescribeDBClusterParameterGroupsInput is the input of
// [Client.DescribeDBClusterParameterGroups].
type DescribeDBClusterParameterGroupsInput struct {
	// Name of the group to list; all groups if nil. The name is case-insensitive.
	DBClusterParameterGroupName *string
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Groups per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBClusterParameterGroupsOutput is the output of
// [Client.DescribeDBClusterParameterGroups].
type DescribeDBClusterParameterGroupsOutput struct {
	// The groups of this page.
	DBClusterParameterGroups []types.DBClusterParameterGroup `query:",item=DBClusterParameterGroup"`
	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClusterParameterGroupsOp = operation.Op{
	Name: "DescribeDBClusterParameterGroups",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil),
	},
}

// DescribeDBClusterParameterGroups lists cluster parameter groups, including the default groups and
// the groups of RDS and DocumentDB. [ClusterParameterGroups] yields only Neptune groups, without
// the default groups.
//
// It can fail with [types.DBParameterGroupNotFoundFault].
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBClusterParameterGroups.html
func (c *Client) DescribeDBClusterParameterGroups(ctx context.Context, in *DescribeDBClusterParameterGroupsInput, optFns ...func(*Options)) (*DescribeDBClusterParameterGroupsOutput, error) {
	return typed[DescribeDBClusterParameterGroupsOutput](c.invoke(ctx, &describeDBClusterParameterGroupsOp, in, new(DescribeDBClusterParameterGroupsOutput), optFns))
}

// DescribeDBClusterParametersInput is the input of
// [Client.DescribeDBClusterParameters].
type DescribeDBClusterParametersInput struct {
	// Required. Name of a group.
	DBClusterParameterGroupName *string `query:",required"`
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Parameters per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// Source of the parameters to list: user (for values that a user changed), system or
	// engine-default; all parameters if nil.
	Source *string
}

// DescribeDBClusterParametersOutput is the output of
// [Client.DescribeDBClusterParameters].
type DescribeDBClusterParametersOutput struct {
	// Marker of the next page, or nil on the last page.
	Marker *string
	// The parameters of this page.
	Parameters     []types.Parameter   `query:",item=Parameter"`
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClusterParametersOp = operation.Op{
	Name: "DescribeDBClusterParameters",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil),
	},
}

// DescribeDBClusterParameters lists the parameters of a cluster parameter group: their values,
// whether they can be changed, and when a change takes effect.
//
// It can fail with [types.DBParameterGroupNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBClusterParameters.html
func (c *Client) DescribeDBClusterParameters(ctx context.Context, in *DescribeDBClusterParametersInput, optFns ...func(*Options)) (*DescribeDBClusterParametersOutput, error) {
	return typed[DescribeDBClusterParametersOutput](c.invoke(ctx, &describeDBClusterParametersOp, in, new(DescribeDBClusterParametersOutput), optFns))
}

// DescribeEngineDefaultClusterParametersInput is the input of
// [Client.DescribeEngineDefaultClusterParameters].
type DescribeEngineDefaultClusterParametersInput struct {
	// Required. The parameter group family, for example neptune1.4.
	DBParameterGroupFamily *string `query:",required"`
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker in the previous page's EngineDefaults.
	Marker *string
	// Parameters per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeEngineDefaultClusterParametersOutput is the output of
// [Client.DescribeEngineDefaultClusterParameters].
type DescribeEngineDefaultClusterParametersOutput struct {
	// The parameters, and the Marker of the next page.
	EngineDefaults *types.EngineDefaults
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeEngineDefaultClusterParametersOp = operation.Op{
	Name: "DescribeEngineDefaultClusterParameters",
}

// DescribeEngineDefaultClusterParameters lists the cluster parameters of a family and their default
// values. The parameters of a new group have these values. AWS documents no faults for this
// operation, but the service rejects an unknown family with the code InvalidParameterValue. Like
// the AWS SDK, this package has no paginator for this operation, because Neptune's cluster
// parameters fit on one page.
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeEngineDefaultClusterParameters.html
func (c *Client) DescribeEngineDefaultClusterParameters(ctx context.Context, in *DescribeEngineDefaultClusterParametersInput, optFns ...func(*Options)) (*DescribeEngineDefaultClusterParametersOutput, error) {
	return typed[DescribeEngineDefaultClusterParametersOutput](c.invoke(ctx, &describeEngineDefaultClusterParametersOp, in, new(DescribeEngineDefaultClusterParametersOutput), optFns))
}

// ModifyDBClusterParameterGroupInput is the input of
// [Client.ModifyDBClusterParameterGroup].
type ModifyDBClusterParameterGroupInput struct {
	// Required. Name of the group to change. It must not be a default group.
	DBClusterParameterGroupName *string `query:",required"`
	// Required. 1 to 20 parameters, each with ParameterName, ParameterValue and ApplyMethod. The
	// service ignores a parameter's other fields.
	Parameters []types.Parameter `query:",required,item=Parameter"`
}

// ModifyDBClusterParameterGroupOutput is the output of
// [Client.ModifyDBClusterParameterGroup].
type ModifyDBClusterParameterGroupOutput struct {
	// Name of the changed group.
	DBClusterParameterGroupName *string
	ResultMetadata              middleware.Metadata `query:"-"`
}

var modifyDBClusterParameterGroupOp = operation.Op{
	Name: "ModifyDBClusterParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.InvalidDBParameterGroupStateFault)(nil),
	},
	Effect: &recovery.LastWriter{
		Noun:     "cluster parameter group",
		ID:       func(in any) *string { return in.(*ModifyDBClusterParameterGroupInput).DBClusterParameterGroupName },
		NotFound: []string{"DBClusterParameterGroupNotFound", "DBParameterGroupNotFound"},
	},
}

// ModifyDBClusterParameterGroup changes values of a group's parameters. DescribeDBClusterParameters
// returns the new values immediately. A change to a dynamic parameter takes effect immediately if
// its ApplyMethod is immediate. Other changes take effect when an instance reboots. Until then, the
// cluster's DBClusterMembers show the DBClusterParameterGroupStatus pending-reboot for the
// instance.
//
// The service accepts at most 20 parameters per call. If one parameter is invalid, it rejects the
// whole call without naming the parameter. The code of the error is InvalidParameterCombination if
// a static parameter has the ApplyMethod immediate, and InvalidParameterValue if a name is unknown
// or a value is invalid. A call that changes only ApplyMethod succeeds, but has no effect.
// [ModifyClusterParameters] handles all these cases.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBClusterParameterGroup.html
func (c *Client) ModifyDBClusterParameterGroup(ctx context.Context, in *ModifyDBClusterParameterGroupInput, optFns ...func(*Options)) (*ModifyDBClusterParameterGroupOutput, error) {
	return typed[ModifyDBClusterParameterGroupOutput](c.invoke(ctx, &modifyDBClusterParameterGroupOp, in, new(ModifyDBClusterParameterGroupOutput), optFns))
}

// ResetDBClusterParameterGroupInput is the input of
// [Client.ResetDBClusterParameterGroup].
type ResetDBClusterParameterGroupInput struct {
	// Required. Name of the group to reset. It must not be a default group.
	DBClusterParameterGroupName *string `query:",required"`
	// 1 to 20 parameters to reset, each with ParameterName and ApplyMethod. Leave Parameters empty
	// if ResetAllParameters is true.
	Parameters []types.Parameter `query:",item=Parameter"`
	// Whether to reset all parameters. Must be true if Parameters is empty.
	ResetAllParameters *bool
}

// ResetDBClusterParameterGroupOutput is the output of
// [Client.ResetDBClusterParameterGroup].
type ResetDBClusterParameterGroupOutput struct {
	// Name of the changed group.
	DBClusterParameterGroupName *string
	ResultMetadata              middleware.Metadata `query:"-"`
}

var resetDBClusterParameterGroupOp = operation.Op{
	Name: "ResetDBClusterParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.InvalidDBParameterGroupStateFault)(nil),
	},
	Effect: &recovery.LastWriter{
		Noun:     "cluster parameter group",
		ID:       func(in any) *string { return in.(*ResetDBClusterParameterGroupInput).DBClusterParameterGroupName },
		NotFound: []string{"DBClusterParameterGroupNotFound", "DBParameterGroupNotFound"},
	},
}

// ResetDBClusterParameterGroup resets a group's parameters to the family's default values. If
// ResetAllParameters is true, changes to dynamic parameters take effect immediately, and changes to
// static parameters take effect when an instance reboots. Otherwise, each parameter's ApplyMethod
// determines when its change takes effect.
//
// For about 30 seconds after a [Client.ModifyDBClusterParameterGroup] call, the service rejects
// ResetDBClusterParameterGroup with [types.InvalidDBParameterGroupStateFault], because the group
// has pending changes. [ResetClusterParameters] repeats the call during this time.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ResetDBClusterParameterGroup.html
func (c *Client) ResetDBClusterParameterGroup(ctx context.Context, in *ResetDBClusterParameterGroupInput, optFns ...func(*Options)) (*ResetDBClusterParameterGroupOutput, error) {
	return typed[ResetDBClusterParameterGroupOutput](c.invoke(ctx, &resetDBClusterParameterGroupOp, in, new(ResetDBClusterParameterGroupOutput), optFns))
}

// clusterParameterGroups is the resource type of cluster parameter groups. The groups do not have a
// status.
var clusterParameterGroups = wait.Resource{
	Noun:     "cluster parameter group",
	Items:    "DBClusterParameterGroups",
	ID:       "DBClusterParameterGroupName",
	Names:    []string{"DBClusterParameterGroupName", "DBClusterParameterGroupArn"},
	NotFound: "DBParameterGroupNotFound",
}

// DescribeDBClusterParameterGroupsAPIClient is the client interface that the
// paginator uses.
type DescribeDBClusterParameterGroupsAPIClient interface {
	DescribeDBClusterParameterGroups(context.Context, *DescribeDBClusterParameterGroupsInput, ...func(*Options)) (*DescribeDBClusterParameterGroupsOutput, error)
}

// DescribeDBClusterParameterGroupsPaginatorOptions are the options of a [DescribeDBClusterParameterGroupsPaginator].
type DescribeDBClusterParameterGroupsPaginatorOptions = PaginatorOptions

// A DescribeDBClusterParameterGroupsPaginator walks the pages of [Client.DescribeDBClusterParameterGroups].
type DescribeDBClusterParameterGroupsPaginator = Paginator[DescribeDBClusterParameterGroupsInput, DescribeDBClusterParameterGroupsOutput, types.DBClusterParameterGroup]

// NewDescribeDBClusterParameterGroupsPaginator returns a paginator that starts at params.Marker, or
// at the first page if params.Marker is nil.
func NewDescribeDBClusterParameterGroupsPaginator(client DescribeDBClusterParameterGroupsAPIClient, params *DescribeDBClusterParameterGroupsInput, optFns ...func(*DescribeDBClusterParameterGroupsPaginatorOptions)) *DescribeDBClusterParameterGroupsPaginator {
	return describe.NewPaginator[types.DBClusterParameterGroup](client.DescribeDBClusterParameterGroups, clusterParameterGroups.Items, params, optFns)
}

// DescribeDBClusterParametersAPIClient is the client interface that the
// paginator uses.
type DescribeDBClusterParametersAPIClient interface {
	DescribeDBClusterParameters(context.Context, *DescribeDBClusterParametersInput, ...func(*Options)) (*DescribeDBClusterParametersOutput, error)
}

// DescribeDBClusterParametersPaginatorOptions are the options of a [DescribeDBClusterParametersPaginator].
type DescribeDBClusterParametersPaginatorOptions = PaginatorOptions

// A DescribeDBClusterParametersPaginator walks the pages of [Client.DescribeDBClusterParameters].
type DescribeDBClusterParametersPaginator = Paginator[DescribeDBClusterParametersInput, DescribeDBClusterParametersOutput, types.Parameter]

// NewDescribeDBClusterParametersPaginator returns a paginator that starts at params.Marker, or at
// the first page if params.Marker is nil.
func NewDescribeDBClusterParametersPaginator(client DescribeDBClusterParametersAPIClient, params *DescribeDBClusterParametersInput, optFns ...func(*DescribeDBClusterParametersPaginatorOptions)) *DescribeDBClusterParametersPaginator {
	return describe.NewPaginator[types.Parameter](client.DescribeDBClusterParameters, "Parameters", params, optFns)
}
