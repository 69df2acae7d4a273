package types

// DBParameterGroup is a parameter group for instances. Cluster parameter groups have a separate
// namespace, so one of them can have the same name.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBParameterGroup.html
type DBParameterGroup struct {
	DBParameterGroupArn *string
	// Family of engine versions that the group is for, for example neptune1.4
	// for all versions 1.4.
	DBParameterGroupFamily *string
	// Name of the group, in lower case. Groups whose names begin with default.
	// belong to AWS.
	DBParameterGroupName *string
	Description          *string
}

// Parameter is a setting of the engine in a parameter group. To modify a parameter, set
// ParameterName, ParameterValue and ApplyMethod. To reset a parameter, set ParameterName and
// ApplyMethod. Only the service sets the other members.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Parameter.html
type Parameter struct {
	// A range of numbers, for example 10-2147483647, or a list, for example enabled,viaQueryHint.
	// It is nil if any value is allowed.
	AllowedValues *string
	// When a change takes effect. Static parameters accept only pending-reboot.
	ApplyMethod ApplyMethod
	// static if a change takes effect when an instance is rebooted; dynamic if
	// it can take effect at once.
	ApplyType *string
	// string, integer, boolean and others.
	DataType    *string
	Description *string
	// Whether the value can be changed at all.
	IsModifiable *bool
	// The first version of the engine that has the parameter.
	MinimumEngineVersion *string
	ParameterName        *string
	// The value as text, or nil if there is none.
	ParameterValue *string
	// Where the value comes from: user after a change; system or engine-default before.
	Source *string
}

// EngineDefaults are the parameters of a family, with the values of a new parameter group.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_EngineDefaults.html
type EngineDefaults struct {
	DBParameterGroupFamily *string
	// Marker of the next page, or nil on the last page.
	Marker     *string
	Parameters []Parameter `query:",item=Parameter"`
}

// DBClusterParameterGroup is a parameter group for clusters. Parameter groups for instances have a
// separate namespace, so one of them can have the same name.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBClusterParameterGroup.html
type DBClusterParameterGroup struct {
	DBClusterParameterGroupArn *string
	// Name of the group, in lower case. Groups whose names begin with default.
	// belong to AWS.
	DBClusterParameterGroupName *string
	// Family of engine versions that the group is for, for example neptune1.4
	// for all versions 1.4.
	DBParameterGroupFamily *string
	Description            *string
}
