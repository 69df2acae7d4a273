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

// CreateDBParameterGroupInput is the request of [Client.CreateDBParameterGroup].
type CreateDBParameterGroupInput struct {
	// Required. The family of the group: neptune1.4 for instances with an engine version 1.4, likewise
	// neptune1.3 and neptune1.2, and neptune1 for older ones. [ParameterGroupFamily] knows that of a
	// version.
	DBParameterGroupFamily *string `query:",required"`
	// Required. Name of the group: 1 to 255 letters, digits and hyphens, beginning with a letter,
	// without a hyphen at the end or two in a row. It is stored in lower case.
	DBParameterGroupName *string `query:",required"`
	// Required. A text that says what the group is for.
	Description *string `query:",required"`
	// Tags of the group.
	Tags []types.Tag `query:",item=Tag" recover:"-"`
}

// CreateDBParameterGroupOutput is the answer to [Client.CreateDBParameterGroup].
type CreateDBParameterGroupOutput struct {
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
		Tag: func(in any, key, value string) any {
			c := *in.(*CreateDBParameterGroupInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// CreateDBParameterGroup makes a parameter group for instances. It has the default values of its
// family, which [Client.ModifyDBParameterGroup] changes. An account can have 50 such groups in a
// region, beside the default ones, which AWS makes.
//
// AWS advises to wait 5 minutes before the group is used by the first instance with it, so that the
// group is complete. A group for a whole cluster is another kind of resource: see
// [Client.CreateDBClusterParameterGroup].
//
// It can fail with [types.DBParameterGroupAlreadyExistsFault] or
// [types.DBParameterGroupQuotaExceededFault]. A family that does not exist is refused with the code
// InvalidParameterValue.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBParameterGroup.html
func (c *Client) CreateDBParameterGroup(ctx context.Context, in *CreateDBParameterGroupInput, optFns ...func(*Options)) (*CreateDBParameterGroupOutput, error) {
	return typed[CreateDBParameterGroupOutput](c.invoke(ctx, &createDBParameterGroupOp, in, new(CreateDBParameterGroupOutput), optFns))
}

// CopyDBParameterGroupInput is the request of [Client.CopyDBParameterGroup].
type CopyDBParameterGroupInput struct {
	// Required. Name or ARN of the group to copy, which is in the region of the client.
	SourceDBParameterGroupIdentifier *string `query:",required" recover:"-"`
	// Required. A text that says what the copy is for.
	TargetDBParameterGroupDescription *string `query:",required" recover:"Description"`
	// Required. Name of the copy: 1 to 255 letters, digits and hyphens, beginning with a letter,
	// without a hyphen at the end or two in a row. It is stored in lower case.
	TargetDBParameterGroupIdentifier *string `query:",required" recover:"DBParameterGroupName"`
	// Tags of the copy. Those of the source are not copied.
	Tags []types.Tag `query:",item=Tag" recover:"-"`
}

// CopyDBParameterGroupOutput is the answer to [Client.CopyDBParameterGroup].
type CopyDBParameterGroupOutput struct {
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
		Tag: func(in any, key, value string) any {
			c := *in.(*CopyDBParameterGroupInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// CopyDBParameterGroup makes a parameter group with the family and the values of another one. A
// default group can be copied too. There are no copies to another region or account.
//
// It can fail with [types.DBParameterGroupAlreadyExistsFault],
// [types.DBParameterGroupNotFoundFault] or [types.DBParameterGroupQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CopyDBParameterGroup.html
func (c *Client) CopyDBParameterGroup(ctx context.Context, in *CopyDBParameterGroupInput, optFns ...func(*Options)) (*CopyDBParameterGroupOutput, error) {
	return typed[CopyDBParameterGroupOutput](c.invoke(ctx, &copyDBParameterGroupOp, in, new(CopyDBParameterGroupOutput), optFns))
}

// DeleteDBParameterGroupInput is the request of [Client.DeleteDBParameterGroup].
type DeleteDBParameterGroupInput struct {
	// Required. Name of a group that no instance uses.
	DBParameterGroupName *string `query:",required"`
}

// DeleteDBParameterGroupOutput is the answer to [Client.DeleteDBParameterGroup]. The service sends
// nothing back.
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

// DeleteDBParameterGroup deletes a parameter group. Default groups cannot be deleted, and neither
// can groups that an instance uses: both are refused with
// [types.InvalidDBParameterGroupStateFault]. That refusal goes on for some minutes after the last
// instance has been given another group or has been deleted.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or
// [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBParameterGroup.html
func (c *Client) DeleteDBParameterGroup(ctx context.Context, in *DeleteDBParameterGroupInput, optFns ...func(*Options)) (*DeleteDBParameterGroupOutput, error) {
	return typed[DeleteDBParameterGroupOutput](c.invoke(ctx, &deleteDBParameterGroupOp, in, new(DeleteDBParameterGroupOutput), optFns))
}

// DescribeDBParameterGroupsInput is the request of [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsInput struct {
	// Only this group; letter case does not matter.
	DBParameterGroupName *string
	// Not supported by the service at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to go on: the Marker of the page before.
	Marker *string
	// Groups per page, 20 to 100; 100 when nil.
	MaxRecords *int32
}

// DescribeDBParameterGroupsOutput is the answer to [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsOutput struct {
	DBParameterGroups []types.DBParameterGroup `query:",item=DBParameterGroup"`
	// Set when there are more groups.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBParameterGroupsOp = operation.Op{
	Name: "DescribeDBParameterGroups",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil),
	},
}

// DescribeDBParameterGroups lists the parameter groups for instances. The default groups and the
// groups of RDS and DocumentDB are among them: [ParameterGroups] leaves those out.
//
// It can fail with [types.DBParameterGroupNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBParameterGroups.html
func (c *Client) DescribeDBParameterGroups(ctx context.Context, in *DescribeDBParameterGroupsInput, optFns ...func(*Options)) (*DescribeDBParameterGroupsOutput, error) {
	return typed[DescribeDBParameterGroupsOutput](c.invoke(ctx, &describeDBParameterGroupsOp, in, new(DescribeDBParameterGroupsOutput), optFns))
}

// DescribeDBParametersInput is the request of [Client.DescribeDBParameters].
type DescribeDBParametersInput struct {
	// Required. Name of a group.
	DBParameterGroupName *string `query:",required"`
	// Not supported by the service at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to go on: the Marker of the page before.
	Marker *string
	// Parameters per page, 20 to 100; 100 when nil.
	MaxRecords *int32
	// Only parameters with a value from there: user for those that were changed, or system or
	// engine-default. All of them when nil.
	Source *string
}

// DescribeDBParametersOutput is the answer to [Client.DescribeDBParameters].
type DescribeDBParametersOutput struct {
	// Set when there are more parameters.
	Marker         *string
	Parameters     []types.Parameter   `query:",item=Parameter"`
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBParametersOp = operation.Op{
	Name: "DescribeDBParameters",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil),
	},
}

// DescribeDBParameters lists the parameters of a parameter group for instances, with their values
// and with what can be changed and how.
//
// It can fail with [types.DBParameterGroupNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBParameters.html
func (c *Client) DescribeDBParameters(ctx context.Context, in *DescribeDBParametersInput, optFns ...func(*Options)) (*DescribeDBParametersOutput, error) {
	return typed[DescribeDBParametersOutput](c.invoke(ctx, &describeDBParametersOp, in, new(DescribeDBParametersOutput), optFns))
}

// DescribeEngineDefaultParametersInput is the request of [Client.DescribeEngineDefaultParameters].
type DescribeEngineDefaultParametersInput struct {
	// Required. A family, such as neptune1.4.
	DBParameterGroupFamily *string `query:",required"`
	// Not supported by the service at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to go on: the Marker in the EngineDefaults of the page before.
	Marker *string
	// Parameters per page, 20 to 100; 100 when nil.
	MaxRecords *int32
}

// DescribeEngineDefaultParametersOutput is the answer to [Client.DescribeEngineDefaultParameters].
type DescribeEngineDefaultParametersOutput struct {
	// The parameters, and the Marker of the next page.
	EngineDefaults *types.EngineDefaults
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeEngineDefaultParametersOp = operation.Op{
	Name: "DescribeEngineDefaultParameters",
}

// DescribeEngineDefaultParameters lists the parameters of instances in a family, with the values
// that a new parameter group has. AWS documents no faults for it: a family that does not exist is
// refused with the code InvalidParameterValue.
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeEngineDefaultParameters.html
func (c *Client) DescribeEngineDefaultParameters(ctx context.Context, in *DescribeEngineDefaultParametersInput, optFns ...func(*Options)) (*DescribeEngineDefaultParametersOutput, error) {
	return typed[DescribeEngineDefaultParametersOutput](c.invoke(ctx, &describeEngineDefaultParametersOp, in, new(DescribeEngineDefaultParametersOutput), optFns))
}

// ModifyDBParameterGroupInput is the request of [Client.ModifyDBParameterGroup].
type ModifyDBParameterGroupInput struct {
	// Required. Name of a group that is not a default one.
	DBParameterGroupName *string `query:",required"`
	// Required. 1 to 20 parameters, each with ParameterName, ParameterValue and ApplyMethod. The other
	// members do not matter.
	Parameters []types.Parameter `query:",required,item=Parameter"`
}

// ModifyDBParameterGroupOutput is the answer to [Client.ModifyDBParameterGroup].
type ModifyDBParameterGroupOutput struct {
	DBParameterGroupName *string
	ResultMetadata       middleware.Metadata `query:"-"`
}

var modifyDBParameterGroupOp = operation.Op{
	Name: "ModifyDBParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.InvalidDBParameterGroupStateFault)(nil),
	},
	Effect: &recovery.LastWriter{
		Noun: "parameter group",
		ID:   func(in any) *string { return in.(*ModifyDBParameterGroupInput).DBParameterGroupName },
	},
}

// ModifyDBParameterGroup gives parameters of a group other values. The group has them at once. An
// instance that uses the group takes the value of a static parameter when it is rebooted, and shows
// pending-reboot until then; that of a dynamic one at once if ApplyMethod is immediate.
//
// The service takes 20 parameters a call. It refuses the whole call if one of them is wrong, without
// a word about which: a static parameter with ApplyMethod immediate (the code
// InvalidParameterCombination), a name that the family does not have, or a value that is not allowed
// (InvalidParameterValue). A call that changes nothing but ApplyMethod is accepted and has no effect.
// [ModifyParameters] takes care of all that.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or
// [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBParameterGroup.html
func (c *Client) ModifyDBParameterGroup(ctx context.Context, in *ModifyDBParameterGroupInput, optFns ...func(*Options)) (*ModifyDBParameterGroupOutput, error) {
	return typed[ModifyDBParameterGroupOutput](c.invoke(ctx, &modifyDBParameterGroupOp, in, new(ModifyDBParameterGroupOutput), optFns))
}

// ResetDBParameterGroupInput is the request of [Client.ResetDBParameterGroup].
type ResetDBParameterGroupInput struct {
	// Required. Name of a group that is not a default one.
	DBParameterGroupName *string `query:",required"`
	// 1 to 20 parameters to reset, each with ParameterName and ApplyMethod. Not together with
	// ResetAllParameters.
	Parameters []types.Parameter `query:",item=Parameter"`
	// Whether all parameters are reset; true when nil, unless there are Parameters.
	ResetAllParameters *bool
}

// ResetDBParameterGroupOutput is the answer to [Client.ResetDBParameterGroup].
type ResetDBParameterGroupOutput struct {
	DBParameterGroupName *string
	ResultMetadata       middleware.Metadata `query:"-"`
}

var resetDBParameterGroupOp = operation.Op{
	Name: "ResetDBParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.InvalidDBParameterGroupStateFault)(nil),
	},
	Effect: &recovery.LastWriter{
		Noun: "parameter group",
		ID:   func(in any) *string { return in.(*ResetDBParameterGroupInput).DBParameterGroupName },
	},
}

// ResetDBParameterGroup gives parameters of a group the default values of its family again. When all
// are reset, dynamic ones take effect at once, and static ones when an instance is rebooted.
//
// For about half a minute after a call of [Client.ModifyDBParameterGroup] it is refused with
// [types.InvalidDBParameterGroupStateFault], since the group has pending changes.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or
// [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ResetDBParameterGroup.html
func (c *Client) ResetDBParameterGroup(ctx context.Context, in *ResetDBParameterGroupInput, optFns ...func(*Options)) (*ResetDBParameterGroupOutput, error) {
	return typed[ResetDBParameterGroupOutput](c.invoke(ctx, &resetDBParameterGroupOp, in, new(ResetDBParameterGroupOutput), optFns))
}

// parameterGroups is the kind of resource. It has no status.
var parameterGroups = wait.Resource{
	Noun:     "parameter group",
	Items:    "DBParameterGroups",
	ID:       "DBParameterGroupName",
	Names:    []string{"DBParameterGroupName", "DBParameterGroupArn"},
	NotFound: "DBParameterGroupNotFound",
}

// DescribeDBParameterGroupsAPIClient is what the paginator needs of a client.
type DescribeDBParameterGroupsAPIClient interface {
	DescribeDBParameterGroups(context.Context, *DescribeDBParameterGroupsInput, ...func(*Options)) (*DescribeDBParameterGroupsOutput, error)
}

// DescribeDBParameterGroupsPaginatorOptions are the options of a [DescribeDBParameterGroupsPaginator].
type DescribeDBParameterGroupsPaginatorOptions = PaginatorOptions

// A DescribeDBParameterGroupsPaginator walks the pages of [Client.DescribeDBParameterGroups].
type DescribeDBParameterGroupsPaginator = Paginator[DescribeDBParameterGroupsInput, DescribeDBParameterGroupsOutput, types.DBParameterGroup]

// NewDescribeDBParameterGroupsPaginator returns a paginator that begins where params say.
func NewDescribeDBParameterGroupsPaginator(client DescribeDBParameterGroupsAPIClient, params *DescribeDBParameterGroupsInput, optFns ...func(*DescribeDBParameterGroupsPaginatorOptions)) *DescribeDBParameterGroupsPaginator {
	return describe.NewPaginator[types.DBParameterGroup](client.DescribeDBParameterGroups, parameterGroups.Items, params, optFns)
}

// DescribeDBParametersAPIClient is what the paginator needs of a client.
type DescribeDBParametersAPIClient interface {
	DescribeDBParameters(context.Context, *DescribeDBParametersInput, ...func(*Options)) (*DescribeDBParametersOutput, error)
}

// DescribeDBParametersPaginatorOptions are the options of a [DescribeDBParametersPaginator].
type DescribeDBParametersPaginatorOptions = PaginatorOptions

// A DescribeDBParametersPaginator walks the pages of [Client.DescribeDBParameters].
type DescribeDBParametersPaginator = Paginator[DescribeDBParametersInput, DescribeDBParametersOutput, types.Parameter]

// NewDescribeDBParametersPaginator returns a paginator that begins where params say.
func NewDescribeDBParametersPaginator(client DescribeDBParametersAPIClient, params *DescribeDBParametersInput, optFns ...func(*DescribeDBParametersPaginatorOptions)) *DescribeDBParametersPaginator {
	return describe.NewPaginator[types.Parameter](client.DescribeDBParameters, "Parameters", params, optFns)
}

// DescribeEngineDefaultParametersAPIClient is what the paginator needs of a client.
type DescribeEngineDefaultParametersAPIClient interface {
	DescribeEngineDefaultParameters(context.Context, *DescribeEngineDefaultParametersInput, ...func(*Options)) (*DescribeEngineDefaultParametersOutput, error)
}

// DescribeEngineDefaultParametersPaginatorOptions are the options of a
// [DescribeEngineDefaultParametersPaginator].
type DescribeEngineDefaultParametersPaginatorOptions = PaginatorOptions

// A DescribeEngineDefaultParametersPaginator walks the pages of
// [Client.DescribeEngineDefaultParameters].
type DescribeEngineDefaultParametersPaginator = Paginator[DescribeEngineDefaultParametersInput, DescribeEngineDefaultParametersOutput, types.Parameter]

// NewDescribeEngineDefaultParametersPaginator returns a paginator that begins where params say.
func NewDescribeEngineDefaultParametersPaginator(client DescribeEngineDefaultParametersAPIClient, params *DescribeEngineDefaultParametersInput, optFns ...func(*DescribeEngineDefaultParametersPaginatorOptions)) *DescribeEngineDefaultParametersPaginator {
	return describe.NewPaginator[types.Parameter](client.DescribeEngineDefaultParameters, "EngineDefaults.Parameters", params, optFns)
}
