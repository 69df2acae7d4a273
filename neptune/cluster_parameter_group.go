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
	// Required. The family of the group: neptune1.4 for clusters with an engine version 1.4, likewise
	// neptune1.3 and neptune1.2, and neptune1 for older ones. [ParameterGroupFamily] knows that of a
	// version.
	DBParameterGroupFamily *string `query:",required"`
	// Required. A text that says what the group is for.
	Description *string `query:",required"`
	// Tags of the group.
	Tags []types.Tag `query:",item=Tag" recover:"-"`
}

// CreateDBClusterParameterGroupOutput is the output of
// [Client.CreateDBClusterParameterGroup].
type CreateDBClusterParameterGroupOutput struct {
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
		Tag: func(in any, key, value string) any {
			c := *in.(*CreateDBClusterParameterGroupInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// CreateDBClusterParameterGroup makes a parameter group for clusters. It has the default values of
// its family, which [Client.ModifyDBClusterParameterGroup] changes. An account can have 50 such
// groups in a region, beside the default ones, which AWS makes.
//
// AWS advises to wait 5 minutes before the group is used by the first cluster with it, so that the
// group is complete. A group for instances is another kind of resource, with names of its own: see
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
	// Required. Name or ARN of the group to copy, which is in the region of the client.
	SourceDBClusterParameterGroupIdentifier *string `query:",required" recover:"-"`
	// Required. A text that says what the copy is for.
	TargetDBClusterParameterGroupDescription *string `query:",required" recover:"Description"`
	// Required. Name of the copy: 1 to 255 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	TargetDBClusterParameterGroupIdentifier *string `query:",required" recover:"DBClusterParameterGroupName"`
	// Tags of the copy. Those of the source are not copied.
	Tags []types.Tag `query:",item=Tag" recover:"-"`
}

// CopyDBClusterParameterGroupOutput is the output of
// [Client.CopyDBClusterParameterGroup].
type CopyDBClusterParameterGroupOutput struct {
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
		Tag: func(in any, key, value string) any {
			c := *in.(*CopyDBClusterParameterGroupInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// CopyDBClusterParameterGroup makes a cluster parameter group with the family and the values of
// another one. A default group can be copied too. A group cannot be copied to another region or
// account.
//
// It can fail with [types.DBParameterGroupAlreadyExistsFault],
// [types.DBParameterGroupNotFoundFault] or [types.DBParameterGroupQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CopyDBClusterParameterGroup.html
func (c *Client) CopyDBClusterParameterGroup(ctx context.Context, in *CopyDBClusterParameterGroupInput, optFns ...func(*Options)) (*CopyDBClusterParameterGroupOutput, error) {
	return typed[CopyDBClusterParameterGroupOutput](c.invoke(ctx, &copyDBClusterParameterGroupOp, in, new(CopyDBClusterParameterGroupOutput), optFns))
}

// DeleteDBClusterParameterGroupInput is the input of
// [Client.DeleteDBClusterParameterGroup].
type DeleteDBClusterParameterGroupInput struct {
	// Required. Name of a group that no cluster uses.
	DBClusterParameterGroupName *string `query:",required"`
}

// DeleteDBClusterParameterGroupOutput is the output of [Client.DeleteDBClusterParameterGroup]. The
// service sends nothing back.
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

// DeleteDBClusterParameterGroup deletes a cluster parameter group. Default groups cannot be deleted,
// and neither can groups that a cluster uses: both are refused with
// [types.InvalidDBParameterGroupStateFault]. That refusal goes on for some minutes after the last
// cluster has been given another group.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or
// [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBClusterParameterGroup.html
func (c *Client) DeleteDBClusterParameterGroup(ctx context.Context, in *DeleteDBClusterParameterGroupInput, optFns ...func(*Options)) (*DeleteDBClusterParameterGroupOutput, error) {
	return typed[DeleteDBClusterParameterGroupOutput](c.invoke(ctx, &deleteDBClusterParameterGroupOp, in, new(DeleteDBClusterParameterGroupOutput), optFns))
}

// DescribeDBClusterParameterGroupsInput is the input of
// [Client.DescribeDBClusterParameterGroups].
type DescribeDBClusterParameterGroupsInput struct {
	// Only this group; case-insensitive.
	DBClusterParameterGroupName *string
	// The service does not support filters for this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Groups per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBClusterParameterGroupsOutput is the output of
// [Client.DescribeDBClusterParameterGroups].
type DescribeDBClusterParameterGroupsOutput struct {
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

// DescribeDBClusterParameterGroups lists the parameter groups for clusters. The default groups and
// the groups of RDS and DocumentDB are among them: [ClusterParameterGroups] leaves those out.
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
	// The service does not support filters for this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Parameters per page, 20 to 100; 100 if nil.
	MaxRecords *int32
	// Only parameters with values from this source: user for changed values, or system or
	// engine-default. All parameters if nil.
	Source *string
}

// DescribeDBClusterParametersOutput is the output of
// [Client.DescribeDBClusterParameters].
type DescribeDBClusterParametersOutput struct {
	// Marker of the next page, or nil on the last page.
	Marker         *string
	Parameters     []types.Parameter   `query:",item=Parameter"`
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBClusterParametersOp = operation.Op{
	Name: "DescribeDBClusterParameters",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil),
	},
}

// DescribeDBClusterParameters lists the parameters of a cluster parameter group, with their values
// and with what can be changed and how.
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
	// Required. A family, such as neptune1.4.
	DBParameterGroupFamily *string `query:",required"`
	// The service does not support filters for this operation at present.
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker in the EngineDefaults of the previous page.
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

// DescribeEngineDefaultClusterParameters lists the parameters of clusters in a family, with the
// values that a new parameter group has. AWS documents no faults for it: the service rejects an
// unknown family with the code InvalidParameterValue. It has no paginator in the SDK, and Neptune
// has fewer parameters than a page.
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeEngineDefaultClusterParameters.html
func (c *Client) DescribeEngineDefaultClusterParameters(ctx context.Context, in *DescribeEngineDefaultClusterParametersInput, optFns ...func(*Options)) (*DescribeEngineDefaultClusterParametersOutput, error) {
	return typed[DescribeEngineDefaultClusterParametersOutput](c.invoke(ctx, &describeEngineDefaultClusterParametersOp, in, new(DescribeEngineDefaultClusterParametersOutput), optFns))
}

// ModifyDBClusterParameterGroupInput is the input of
// [Client.ModifyDBClusterParameterGroup].
type ModifyDBClusterParameterGroupInput struct {
	// Required. Name of a group that is not a default one.
	DBClusterParameterGroupName *string `query:",required"`
	// Required. 1 to 20 parameters, each with ParameterName, ParameterValue and ApplyMethod. The other
	// members do not matter.
	Parameters []types.Parameter `query:",required,item=Parameter"`
}

// ModifyDBClusterParameterGroupOutput is the output of
// [Client.ModifyDBClusterParameterGroup].
type ModifyDBClusterParameterGroupOutput struct {
	DBClusterParameterGroupName *string
	ResultMetadata              middleware.Metadata `query:"-"`
}

var modifyDBClusterParameterGroupOp = operation.Op{
	Name: "ModifyDBClusterParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.InvalidDBParameterGroupStateFault)(nil),
	},
	Effect: &recovery.LastWriter{
		Noun: "cluster parameter group",
		ID:   func(in any) *string { return in.(*ModifyDBClusterParameterGroupInput).DBClusterParameterGroupName },
	},
}

// ModifyDBClusterParameterGroup gives parameters of a group other values. The group has them at
// once. An instance of a cluster that uses the group takes the value of a static parameter when it is
// rebooted, and its DBClusterParameterGroupStatus among the members of the cluster shows
// pending-reboot until then; that of a dynamic one at once if ApplyMethod is immediate.
//
// The service takes 20 parameters a call. It refuses the whole call if one of them is wrong, without
// a word about which: a static parameter with ApplyMethod immediate (the code
// InvalidParameterCombination), a name that the family does not have, or a value that is not allowed
// (InvalidParameterValue). A call that changes nothing but ApplyMethod is accepted and has no effect.
// [ModifyClusterParameters] takes care of all that.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or
// [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBClusterParameterGroup.html
func (c *Client) ModifyDBClusterParameterGroup(ctx context.Context, in *ModifyDBClusterParameterGroupInput, optFns ...func(*Options)) (*ModifyDBClusterParameterGroupOutput, error) {
	return typed[ModifyDBClusterParameterGroupOutput](c.invoke(ctx, &modifyDBClusterParameterGroupOp, in, new(ModifyDBClusterParameterGroupOutput), optFns))
}

// ResetDBClusterParameterGroupInput is the input of
// [Client.ResetDBClusterParameterGroup].
type ResetDBClusterParameterGroupInput struct {
	// Required. Name of a group that is not a default one.
	DBClusterParameterGroupName *string `query:",required"`
	// 1 to 20 parameters to reset, each with ParameterName and ApplyMethod. It cannot be used
	// together with ResetAllParameters.
	Parameters []types.Parameter `query:",item=Parameter"`
	// Whether all parameters are reset. Required if there are no Parameters.
	ResetAllParameters *bool
}

// ResetDBClusterParameterGroupOutput is the output of
// [Client.ResetDBClusterParameterGroup].
type ResetDBClusterParameterGroupOutput struct {
	DBClusterParameterGroupName *string
	ResultMetadata              middleware.Metadata `query:"-"`
}

var resetDBClusterParameterGroupOp = operation.Op{
	Name: "ResetDBClusterParameterGroup",
	Faults: operation.Faults{
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.InvalidDBParameterGroupStateFault)(nil),
	},
	Effect: &recovery.LastWriter{
		Noun: "cluster parameter group",
		ID:   func(in any) *string { return in.(*ResetDBClusterParameterGroupInput).DBClusterParameterGroupName },
	},
}

// ResetDBClusterParameterGroup resets parameters of a group to the default values of its family. If
// all parameters are reset, dynamic parameters take effect at once, and static ones when an
// instance is rebooted.
//
// For about half a minute after a call of [Client.ModifyDBClusterParameterGroup] the service
// rejects it with [types.InvalidDBParameterGroupStateFault], because the group has pending changes.
//
// It can fail with [types.DBParameterGroupNotFoundFault] or
// [types.InvalidDBParameterGroupStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ResetDBClusterParameterGroup.html
func (c *Client) ResetDBClusterParameterGroup(ctx context.Context, in *ResetDBClusterParameterGroupInput, optFns ...func(*Options)) (*ResetDBClusterParameterGroupOutput, error) {
	return typed[ResetDBClusterParameterGroupOutput](c.invoke(ctx, &resetDBClusterParameterGroupOp, in, new(ResetDBClusterParameterGroupOutput), optFns))
}

// clusterParameterGroups is the kind of resource. It has no status.
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

// NewDescribeDBClusterParameterGroupsPaginator returns a paginator that starts
// at the Marker of params, or at the first page if params has none.
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

// NewDescribeDBClusterParametersPaginator returns a paginator that starts at
// the Marker of params, or at the first page if params has none.
func NewDescribeDBClusterParametersPaginator(client DescribeDBClusterParametersAPIClient, params *DescribeDBClusterParametersInput, optFns ...func(*DescribeDBClusterParametersPaginatorOptions)) *DescribeDBClusterParametersPaginator {
	return describe.NewPaginator[types.Parameter](client.DescribeDBClusterParameters, "Parameters", params, optFns)
}
