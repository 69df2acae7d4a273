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

// CreateDBParameterGroupInput is the input of [Client.CreateDBParameterGroup].
type CreateDBParameterGroupInput struct {
	// Required. The parameter group family: neptune1.4 for engine version 1.4, neptune1.3 for 1.3,
	// neptune1.2 for 1.2, and neptune1 for older versions; see [ParameterGroupFamily].
	DBParameterGroupFamily *string `query:",required"`
	// Required. Name of the group: 1 to 255 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBParameterGroupName *string `query:",required"`
	// Required. A description of the group.
	Description *string `query:",required"`
	// Tags of the new group, at most 50.
	Tags []types.Tag `query:",item=Tag" recover:"-"`
}

// CreateDBParameterGroupOutput is the output of
// [Client.CreateDBParameterGroup].
type CreateDBParameterGroupOutput struct {
	// The new group, with its ARN.
	DBParameterGroup *types.DBParameterGroup
	ResultMetadata   middleware.Metadata `query:"-"`
}

var createDBParameterGroupOp = operation.Op{
	Name: "CreateDBParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupAlreadyExistsFault)(nil), (*types.DBParameterGroupQuotaExceededFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &parameterGroupResource,
		ID:       func(in any) *string { return in.(*CreateDBParameterGroupInput).DBParameterGroupName },
	},
}

// CreateDBParameterGroup creates an instance parameter group. The parameters of the new group have
// the family's default values; [Client.ModifyDBParameterGroup] changes them. An account can have 50
// instance parameter groups in a region, in addition to the default groups that AWS creates.
//
// AWS takes some time to complete a new group, and recommends waiting 5 minutes before the first
// instance uses it. Cluster parameter groups are different resources; see
// [Client.CreateDBClusterParameterGroup].
//
// It can fail with [types.DBParameterGroupAlreadyExistsFault] or
// [types.DBParameterGroupQuotaExceededFault]. The service rejects an unknown family with the code
// InvalidParameterValue.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBParameterGroup.html
func (c *Client) CreateDBParameterGroup(ctx context.Context, in *CreateDBParameterGroupInput, optFns ...func(*Options)) (*CreateDBParameterGroupOutput, error) {
	return typed[CreateDBParameterGroupOutput](c.invoke(ctx, &createDBParameterGroupOp, in, new(CreateDBParameterGroupOutput), optFns))
}

// CopyDBParameterGroupInput is the input of [Client.CopyDBParameterGroup].
type CopyDBParameterGroupInput struct {
	// Required. Name or ARN of the group to copy, which must be in the client's region.
	SourceDBParameterGroupIdentifier *string `query:",required" recover:"-"`
	// Required. A description of the copy.
	TargetDBParameterGroupDescription *string `query:",required" recover:"Description"`
	// Required. Name of the copy: 1 to 255 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	TargetDBParameterGroupIdentifier *string `query:",required" recover:"DBParameterGroupName"`
	// Tags of the copy. AWS does not copy the source's tags.
	Tags []types.Tag `query:",item=Tag" recover:"-"`
}

// CopyDBParameterGroupOutput is the output of [Client.CopyDBParameterGroup].
type CopyDBParameterGroupOutput struct {
	// The copy, with its ARN.
	DBParameterGroup *types.DBParameterGroup
	ResultMetadata   middleware.Metadata `query:"-"`
}

var copyDBParameterGroupOp = operation.Op{
	Name: "CopyDBParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupAlreadyExistsFault)(nil), (*types.DBParameterGroupNotFoundFault)(nil),
		(*types.DBParameterGroupQuotaExceededFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &parameterGroupResource,
		ID:       func(in any) *string { return in.(*CopyDBParameterGroupInput).TargetDBParameterGroupIdentifier },
	},
}

// CopyDBParameterGroup creates an instance parameter group with the same family and values as
// another group, which may be a default group. A group cannot be copied to another region or
// account.
//
// It can fail with [types.DBParameterGroupAlreadyExistsFault], [types.DBParameterGroupNotFoundFault]
// or [types.DBParameterGroupQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CopyDBParameterGroup.html
func (c *Client) CopyDBParameterGroup(ctx context.Context, in *CopyDBParameterGroupInput, optFns ...func(*Options)) (*CopyDBParameterGroupOutput, error) {
	return typed[CopyDBParameterGroupOutput](c.invoke(ctx, &copyDBParameterGroupOp, in, new(CopyDBParameterGroupOutput), optFns))
}

// DeleteDBParameterGroupInput is the input of [Client.DeleteDBParameterGroup].
type DeleteDBParameterGroupInput struct {
	// Required. Name of the group to delete. The group must not be in use by an instance.
	DBParameterGroupName *string `query:",required"`
}

// DeleteDBParameterGroupOutput is the output of [Client.DeleteDBParameterGroup]. It is empty.
type DeleteDBParameterGroupOutput struct {
	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteDBParameterGroupOp = operation.Op{
	Name: "DeleteDBParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.InvalidDBParameterGroupStateFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &parameterGroupResource,
		ID:       func(in any) *string { return in.(*DeleteDBParameterGroupInput).DBParameterGroupName },
	},
}

// DeleteDBParameterGroup deletes an instance parameter group. A default group, or a group that an
// instance uses, cannot be deleted: the call fails with [types.InvalidDBParameterGroupStateFault].
// AWS also rejects the deletion for a few minutes after the last instance switched to a different
// group or was deleted. [DeleteParameterGroup] repeats the call during this time.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBParameterGroup.html
func (c *Client) DeleteDBParameterGroup(ctx context.Context, in *DeleteDBParameterGroupInput, optFns ...func(*Options)) (*DeleteDBParameterGroupOutput, error) {
	return typed[DeleteDBParameterGroupOutput](c.invoke(ctx, &deleteDBParameterGroupOp, in, new(DeleteDBParameterGroupOutput), optFns))
}

// DescribeDBParameterGroupsInput is the input of
// [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsInput struct {
	// Name of the group to list; all groups if nil. The name is case-insensitive.
	DBParameterGroupName *string
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Groups per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBParameterGroupsOutput is the output of
// [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsOutput struct {
	// The groups of this page.
	DBParameterGroups []types.DBParameterGroup `query:",item=DBParameterGroup"`
	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBParameterGroupsOp = operation.Op{
	Name: "DescribeDBParameterGroups",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil),
	},
}

// DescribeDBParameterGroups lists instance parameter groups, including the default groups and the
// groups of RDS and DocumentDB. [ParameterGroups] yields only Neptune groups, without the default
// groups.
//
// It can fail with [types.DBParameterGroupNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBParameterGroups.html
func (c *Client) DescribeDBParameterGroups(ctx context.Context, in *DescribeDBParameterGroupsInput, optFns ...func(*Options)) (*DescribeDBParameterGroupsOutput, error) {
	return typed[DescribeDBParameterGroupsOutput](c.invoke(ctx, &describeDBParameterGroupsOp, in, new(DescribeDBParameterGroupsOutput), optFns))
}

// DescribeDBParametersInput is the input of [Client.DescribeDBParameters].
type DescribeDBParametersInput struct {
	// Required. Name of the group.
	DBParameterGroupName *string `query:",required"`
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

// DescribeDBParametersOutput is the output of [Client.DescribeDBParameters].
type DescribeDBParametersOutput struct {
	// Marker of the next page, or nil on the last page.
	Marker *string
	// The parameters of this page.
	Parameters     []types.Parameter   `query:",item=Parameter"`
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBParametersOp = operation.Op{
	Name: "DescribeDBParameters",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil),
	},
}

// DescribeDBParameters lists the parameters of an instance parameter group: their values, whether
// they can be changed, and when a change takes effect.
//
// It can fail with [types.DBParameterGroupNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBParameters.html
func (c *Client) DescribeDBParameters(ctx context.Context, in *DescribeDBParametersInput, optFns ...func(*Options)) (*DescribeDBParametersOutput, error) {
	return typed[DescribeDBParametersOutput](c.invoke(ctx, &describeDBParametersOp, in, new(DescribeDBParametersOutput), optFns))
}

// DescribeEngineDefaultParametersInput is the input of
// [Client.DescribeEngineDefaultParameters].
type DescribeEngineDefaultParametersInput struct {
	// Required. The parameter group family, for example neptune1.4.
	DBParameterGroupFamily *string `query:",required"`
	// Not supported by this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker in the previous page's EngineDefaults.
	Marker *string
	// Parameters per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeEngineDefaultParametersOutput is the output of
// [Client.DescribeEngineDefaultParameters].
type DescribeEngineDefaultParametersOutput struct {
	// The parameters, and the Marker of the next page.
	EngineDefaults *types.EngineDefaults
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeEngineDefaultParametersOp = operation.Op{
	Name: "DescribeEngineDefaultParameters",
}

// DescribeEngineDefaultParameters lists the instance parameters of a family and their default
// values. The parameters of a new group have these values. AWS documents no faults for this
// operation, but the service rejects an unknown family with the code InvalidParameterValue.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeEngineDefaultParameters.html
func (c *Client) DescribeEngineDefaultParameters(ctx context.Context, in *DescribeEngineDefaultParametersInput, optFns ...func(*Options)) (*DescribeEngineDefaultParametersOutput, error) {
	return typed[DescribeEngineDefaultParametersOutput](c.invoke(ctx, &describeEngineDefaultParametersOp, in, new(DescribeEngineDefaultParametersOutput), optFns))
}

// ModifyDBParameterGroupInput is the input of [Client.ModifyDBParameterGroup].
type ModifyDBParameterGroupInput struct {
	// Required. Name of the group to change. It must not be a default group.
	DBParameterGroupName *string `query:",required"`
	// Required. 1 to 20 parameters, each with ParameterName, ParameterValue and ApplyMethod. The
	// service ignores a parameter's other fields.
	Parameters []types.Parameter `query:",required,item=Parameter"`
}

// ModifyDBParameterGroupOutput is the output of
// [Client.ModifyDBParameterGroup].
type ModifyDBParameterGroupOutput struct {
	// Name of the changed group.
	DBParameterGroupName *string
	ResultMetadata       middleware.Metadata `query:"-"`
}

var modifyDBParameterGroupOp = operation.Op{
	Name: "ModifyDBParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.InvalidDBParameterGroupStateFault)(nil),
	},
	Effect: &recovery.LastWriter{
		Noun:     "parameter group",
		ID:       func(in any) *string { return in.(*ModifyDBParameterGroupInput).DBParameterGroupName },
		NotFound: []string{"DBParameterGroupNotFound"},
	},
}

// ModifyDBParameterGroup changes values of a group's parameters. DescribeDBParameters returns the
// new values immediately. A change to a dynamic parameter takes effect immediately if its
// ApplyMethod is immediate. Other changes take effect when an instance reboots. Until then, the
// instance's ParameterApplyStatus is pending-reboot.
//
// The service accepts at most 20 parameters per call. If one parameter is invalid, it rejects the
// whole call without naming the parameter. The code of the error is InvalidParameterCombination if
// a static parameter has the ApplyMethod immediate, and InvalidParameterValue if a name is unknown
// or a value is invalid. A call that changes only ApplyMethod succeeds, but has no effect.
// [ModifyParameters] handles all these cases.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBParameterGroup.html
func (c *Client) ModifyDBParameterGroup(ctx context.Context, in *ModifyDBParameterGroupInput, optFns ...func(*Options)) (*ModifyDBParameterGroupOutput, error) {
	return typed[ModifyDBParameterGroupOutput](c.invoke(ctx, &modifyDBParameterGroupOp, in, new(ModifyDBParameterGroupOutput), optFns))
}

// ResetDBParameterGroupInput is the input of [Client.ResetDBParameterGroup].
type ResetDBParameterGroupInput struct {
	// Required. Name of the group to reset. It must not be a default group.
	DBParameterGroupName *string `query:",required"`
	// 1 to 20 parameters to reset, each with ParameterName and ApplyMethod. Leave Parameters empty
	// if ResetAllParameters is true.
	Parameters []types.Parameter `query:",item=Parameter"`
	// Whether to reset all parameters. If nil, AWS resets all parameters only if Parameters is
	// empty.
	ResetAllParameters *bool
}

// ResetDBParameterGroupOutput is the output of [Client.ResetDBParameterGroup].
type ResetDBParameterGroupOutput struct {
	// Name of the changed group.
	DBParameterGroupName *string
	ResultMetadata       middleware.Metadata `query:"-"`
}

var resetDBParameterGroupOp = operation.Op{
	Name: "ResetDBParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.InvalidDBParameterGroupStateFault)(nil),
	},
	Effect: &recovery.LastWriter{
		Noun:     "parameter group",
		ID:       func(in any) *string { return in.(*ResetDBParameterGroupInput).DBParameterGroupName },
		NotFound: []string{"DBParameterGroupNotFound"},
	},
}

// ResetDBParameterGroup resets a group's parameters to the family's default values. If
// ResetAllParameters is true, changes to dynamic parameters take effect immediately, and changes to
// static parameters take effect when an instance reboots. Otherwise, each parameter's ApplyMethod
// determines when its change takes effect.
//
// For about 30 seconds after a [Client.ModifyDBParameterGroup] call, the service rejects
// ResetDBParameterGroup with [types.InvalidDBParameterGroupStateFault], because the group has
// pending changes. [ResetParameters] repeats the call during this time.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ResetDBParameterGroup.html
func (c *Client) ResetDBParameterGroup(ctx context.Context, in *ResetDBParameterGroupInput, optFns ...func(*Options)) (*ResetDBParameterGroupOutput, error) {
	return typed[ResetDBParameterGroupOutput](c.invoke(ctx, &resetDBParameterGroupOp, in, new(ResetDBParameterGroupOutput), optFns))
}

// parameterGroups is the resource type of instance parameter groups. The groups do not have a
// status.
var parameterGroups = wait.Resource{
	Noun:     "parameter group",
	Items:    "DBParameterGroups",
	ID:       "DBParameterGroupName",
	Names:    []string{"DBParameterGroupName", "DBParameterGroupArn"},
	NotFound: "DBParameterGroupNotFound",
}

// DescribeDBParameterGroupsAPIClient is the client interface that the paginator
// uses.
type DescribeDBParameterGroupsAPIClient interface {
	DescribeDBParameterGroups(context.Context, *DescribeDBParameterGroupsInput, ...func(*Options)) (*DescribeDBParameterGroupsOutput, error)
}

// DescribeDBParameterGroupsPaginatorOptions are the options of a [DescribeDBParameterGroupsPaginator].
type DescribeDBParameterGroupsPaginatorOptions = PaginatorOptions

// A DescribeDBParameterGroupsPaginator walks the pages of [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsPaginator = Paginator[DescribeDBParameterGroupsInput, DescribeDBParameterGroupsOutput, types.DBParameterGroup]

// NewDescribeDBParameterGroupsPaginator returns a paginator that starts at params.Marker, or at the
// first page if params.Marker is nil.
func NewDescribeDBParameterGroupsPaginator(client DescribeDBParameterGroupsAPIClient, params *DescribeDBParameterGroupsInput, optFns ...func(*DescribeDBParameterGroupsPaginatorOptions)) *DescribeDBParameterGroupsPaginator {
	return describe.NewPaginator[types.DBParameterGroup](client.DescribeDBParameterGroups, parameterGroups.Items, params, optFns)
}

// DescribeDBParametersAPIClient is the client interface that the paginator
// uses.
type DescribeDBParametersAPIClient interface {
	DescribeDBParameters(context.Context, *DescribeDBParametersInput, ...func(*Options)) (*DescribeDBParametersOutput, error)
}

// DescribeDBParametersPaginatorOptions are the options of a [DescribeDBParametersPaginator].
type DescribeDBParametersPaginatorOptions = PaginatorOptions

// A DescribeDBParametersPaginator walks the pages of [Client.DescribeDBParameters].
type DescribeDBParametersPaginator = Paginator[DescribeDBParametersInput, DescribeDBParametersOutput, types.Parameter]

// NewDescribeDBParametersPaginator returns a paginator that starts at params.Marker, or at the
// first page if params.Marker is nil.
func NewDescribeDBParametersPaginator(client DescribeDBParametersAPIClient, params *DescribeDBParametersInput, optFns ...func(*DescribeDBParametersPaginatorOptions)) *DescribeDBParametersPaginator {
	return describe.NewPaginator[types.Parameter](client.DescribeDBParameters, "Parameters", params, optFns)
}

// DescribeEngineDefaultParametersAPIClient is the client interface that the
// paginator uses.
type DescribeEngineDefaultParametersAPIClient interface {
	DescribeEngineDefaultParameters(context.Context, *DescribeEngineDefaultParametersInput, ...func(*Options)) (*DescribeEngineDefaultParametersOutput, error)
}

// DescribeEngineDefaultParametersPaginatorOptions are the options of a
// [DescribeEngineDefaultParametersPaginator].
type DescribeEngineDefaultParametersPaginatorOptions = PaginatorOptions

// A DescribeEngineDefaultParametersPaginator walks the pages of
// [Client.DescribeEngineDefaultParameters].
type DescribeEngineDefaultParametersPaginator = Paginator[DescribeEngineDefaultParametersInput, DescribeEngineDefaultParametersOutput, types.Parameter]

// NewDescribeEngineDefaultParametersPaginator returns a paginator that starts at params.Marker, or
// at the first page if params.Marker is nil.
func NewDescribeEngineDefaultParametersPaginator(client DescribeEngineDefaultParametersAPIClient, params *DescribeEngineDefaultParametersInput, optFns ...func(*DescribeEngineDefaultParametersPaginatorOptions)) *DescribeEngineDefaultParametersPaginator {
	return describe.NewPaginator[types.Parameter](client.DescribeEngineDefaultParameters, "EngineDefaults.Parameters", params, optFns)
}
