package nereidtest

import rdstypes "github.com/nereid-go/nereid/rds/types"

// The operations on cluster parameter groups return the same faults as the
// operations on DB parameter groups. [parameterGroup] implements the behavior
// that both types of groups share.
var clusterParameterGroupKind = kind{
	arn:      "cluster-pg",
	notFound: refusal{"DBParameterGroupNotFound", "DBClusterParameterGroup not found: %s"},
	exists:   refusal{"DBParameterGroupAlreadyExists", "Parameter group %s already exists"},
	quota:    refusal{"DBParameterGroupQuotaExceeded", "You cannot have more than %d cluster parameter groups."},
}

func (r *region) clusterParameterGroups() *collection[*parameterGroup] {
	return collectionOf[*parameterGroup](r, &clusterParameterGroupKind)
}

func (r *region) describeClusterParameterGroup(g *parameterGroup) *rdstypes.DBClusterParameterGroup {
	return &rdstypes.DBClusterParameterGroup{
		DBClusterParameterGroupArn: str(g.arn()), DBClusterParameterGroupName: str(g.name),
		DBParameterGroupFamily: str(g.family), Description: str(g.description),
	}
}

// clusterParameterGroupOutput is the output of the operations on one group.
type clusterParameterGroupOutput struct {
	DBClusterParameterGroup *rdstypes.DBClusterParameterGroup
}

// clusterParameterGroupNameOutput is the output of the operations that change a
// group's parameters.
type clusterParameterGroupNameOutput struct{ DBClusterParameterGroupName *string }

// A createDBClusterParameterGroupInput is the input of
// [region.CreateDBClusterParameterGroup].
type createDBClusterParameterGroupInput struct {
	DBParameterGroupFamily      *string `query:",required"`
	DBClusterParameterGroupName *string `query:",required"`
	Description                 *string `query:",required"`
	Tags                        []tag   `query:",item=Tag"`
}

// CreateDBClusterParameterGroup creates a group with the default parameters of
// a family.
//
// Behavior:
//   - The operation rejects an unknown family, an invalid name, a name that is
//     already in use, a blank description, and a group beyond the quota.
//     Default groups do not count towards the quota.
func (r *region) CreateDBClusterParameterGroup(in *createDBClusterParameterGroupInput) (*clusterParameterGroupOutput, error) {
	g, err := r.createGroup(r.clusterParameterGroups(), "DBClusterParameterGroupName", *in.DBClusterParameterGroupName, *in.DBParameterGroupFamily, *in.Description, in.Tags)
	if err != nil {
		return nil, err
	}
	return &clusterParameterGroupOutput{r.describeClusterParameterGroup(g)}, nil
}

// A copyDBClusterParameterGroupInput is the input of
// [region.CopyDBClusterParameterGroup].
type copyDBClusterParameterGroupInput struct {
	SourceDBClusterParameterGroupIdentifier  *string `query:",required"`
	TargetDBClusterParameterGroupDescription *string `query:",required"`
	TargetDBClusterParameterGroupIdentifier  *string `query:",required"`
	Tags                                     []tag   `query:",item=Tag"`
}

// CopyDBClusterParameterGroup copies a group within the region.
//
// Behavior:
//   - The family and the parameter values are copied, but not the tags.
//   - The source is given by its name or its ARN.
func (r *region) CopyDBClusterParameterGroup(in *copyDBClusterParameterGroupInput) (*clusterParameterGroupOutput, error) {
	g, err := r.copyGroup(r.clusterParameterGroups(), *in.SourceDBClusterParameterGroupIdentifier, "TargetDBClusterParameterGroupIdentifier",
		*in.TargetDBClusterParameterGroupIdentifier, *in.TargetDBClusterParameterGroupDescription, in.Tags)
	if err != nil {
		return nil, err
	}
	return &clusterParameterGroupOutput{r.describeClusterParameterGroup(g)}, nil
}

// A deleteDBClusterParameterGroupInput is the input of
// [region.DeleteDBClusterParameterGroup].
type deleteDBClusterParameterGroupInput struct {
	DBClusterParameterGroupName *string `query:",required"`
}

// DeleteDBClusterParameterGroup deletes a group.
//
// Behavior:
//   - Default groups and groups in use by a cluster are rejected.
//   - After a cluster switches to another group, the old group still counts as
//     in use for the duration Timings.ParameterGroupRelease.
func (r *region) DeleteDBClusterParameterGroup(in *deleteDBClusterParameterGroupInput) (*noOutput, error) {
	if err := r.deleteGroup(r.clusterParameterGroups(), *in.DBClusterParameterGroupName); err != nil {
		return nil, err
	}
	return &noOutput{}, nil
}

type describeDBClusterParameterGroupsOutput struct {
	DBClusterParameterGroups []rdstypes.DBClusterParameterGroup `query:",item=DBClusterParameterGroup"`
	Marker                   *string
}

// A describeDBClusterParameterGroupsInput is the input of
// [region.DescribeDBClusterParameterGroups].
type describeDBClusterParameterGroupsInput struct {
	DBClusterParameterGroupName *string
	Filters                     []filter `query:",item=Filter"`
	Marker                      *string
	MaxRecords                  *int32
}

// DescribeDBClusterParameterGroups lists cluster parameter groups.
//
// Behavior:
//   - The list always contains the default groups of all Neptune families. The
//     default groups of other engines are listed after a cluster first uses
//     them.
func (r *region) DescribeDBClusterParameterGroups(in *describeDBClusterParameterGroupsInput) (*describeDBClusterParameterGroupsOutput, error) {
	page, marker, err := r.clusterParameterGroups().page(query{in.Filters, in.Marker, in.MaxRecords}, in.DBClusterParameterGroupName, nil, nil)
	if err != nil {
		return nil, err
	}
	return &describeDBClusterParameterGroupsOutput{each(page, r.describeClusterParameterGroup), marker}, nil
}

type describeDBClusterParametersOutput struct {
	Marker     *string
	Parameters []apiParameter `query:",item=Parameter"`
}

// A describeDBClusterParametersInput is the input of
// [region.DescribeDBClusterParameters].
type describeDBClusterParametersInput struct {
	DBClusterParameterGroupName *string  `query:",required"`
	Filters                     []filter `query:",item=Filter"`
	Marker                      *string
	MaxRecords                  *int32
	Source                      *string
}

// DescribeDBClusterParameters lists the parameters of a group.
//
// Behavior:
//   - If Source is given, only parameters whose value comes from that source
//     are listed.
func (r *region) DescribeDBClusterParameters(in *describeDBClusterParametersInput) (*describeDBClusterParametersOutput, error) {
	page, marker, err := r.groupParameters(r.clusterParameterGroups(), *in.DBClusterParameterGroupName, in.Source, query{in.Filters, in.Marker, in.MaxRecords})
	if err != nil {
		return nil, err
	}
	return &describeDBClusterParametersOutput{marker, page}, nil
}

// A modifyDBClusterParameterGroupInput is the input of
// [region.ModifyDBClusterParameterGroup].
type modifyDBClusterParameterGroupInput struct {
	DBClusterParameterGroupName *string        `query:",required"`
	Parameters                  []apiParameter `query:",required,item=Parameter"`
}

// ModifyDBClusterParameterGroup changes parameters of a group.
//
// Behavior:
//   - The operation rejects default groups, more than 20 parameters, unknown
//     parameter names, invalid values, and the apply method immediate for a
//     static parameter. The message for a static parameter does not name the
//     parameter. If there is an error, nothing is changed.
//   - A new apply method with an unchanged value has no effect.
//   - On instances of clusters that use the group, the group's status is
//     applying for the duration Timings.ParameterApply. After that, the status
//     is pending-reboot if a parameter that was changed since the last reboot
//     has the apply method pending-reboot, and in-sync otherwise.
func (r *region) ModifyDBClusterParameterGroup(in *modifyDBClusterParameterGroupInput) (*clusterParameterGroupNameOutput, error) {
	name, err := r.modifyGroup(r.clusterParameterGroups(), *in.DBClusterParameterGroupName, in.Parameters)
	if err != nil {
		return nil, err
	}
	return &clusterParameterGroupNameOutput{name}, nil
}

// A resetDBClusterParameterGroupInput is the input of
// [region.ResetDBClusterParameterGroup].
type resetDBClusterParameterGroupInput struct {
	DBClusterParameterGroupName *string        `query:",required"`
	Parameters                  []apiParameter `query:",item=Parameter"`
	ResetAllParameters          *bool
}

// ResetDBClusterParameterGroup resets the listed parameters, or all of them, to
// their defaults.
//
// Behavior:
//   - ResetAllParameters is required if no parameters are listed, and rejected
//     otherwise.
//   - After a parameter is changed, resets are rejected until
//     Timings.ParameterApply has elapsed.
func (r *region) ResetDBClusterParameterGroup(in *resetDBClusterParameterGroupInput) (*clusterParameterGroupNameOutput, error) {
	name, err := r.resetGroup(r.clusterParameterGroups(), *in.DBClusterParameterGroupName, in.Parameters, deref(in.ResetAllParameters, false))
	if err != nil {
		return nil, err
	}
	return &clusterParameterGroupNameOutput{name}, nil
}

// A describeEngineDefaultClusterParametersInput is the input of
// [region.DescribeEngineDefaultClusterParameters].
type describeEngineDefaultClusterParametersInput struct {
	DBParameterGroupFamily *string  `query:",required"`
	Filters                []filter `query:",item=Filter"`
	Marker                 *string
	MaxRecords             *int32
}

type describeEngineDefaultClusterParametersOutput struct {
	EngineDefaults *engineDefaults
}

// DescribeEngineDefaultClusterParameters lists the default cluster parameters
// of a family.
//
// Behavior:
//   - An unknown family is rejected.
//   - The parameters have no ApplyMethod.
func (r *region) DescribeEngineDefaultClusterParameters(in *describeEngineDefaultClusterParametersInput) (*describeEngineDefaultClusterParametersOutput, error) {
	defaults, err := defaultsOf(*in.DBParameterGroupFamily, true, query{in.Filters, in.Marker, in.MaxRecords})
	if err != nil {
		return nil, err
	}
	return &describeEngineDefaultClusterParametersOutput{defaults}, nil
}
