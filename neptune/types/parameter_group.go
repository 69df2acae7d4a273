package types

// DBParameterGroup is a parameter group for instances. Its name is in a namespace of its own: a
// cluster parameter group can have the same one.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBParameterGroup.html
type DBParameterGroup struct {
	DBParameterGroupArn *string
	// The versions of the engine that the group is for, as in neptune1.4 for all of 1.4.
	DBParameterGroupFamily *string
	// The name, in lower case. Those that begin with default. belong to AWS.
	DBParameterGroupName *string
	Description          *string
}

// Parameter is a setting of the engine, as a parameter group has it. To modify one, ParameterName,
// ParameterValue and ApplyMethod are given; to reset one, ParameterName and ApplyMethod. The other
// members are the service's.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Parameter.html
type Parameter struct {
	// A range of numbers as in 10-2147483647, or a list as in enabled,viaQueryHint. It is nil if any
	// value is taken.
	AllowedValues *string
	// When a change takes effect. Static parameters take pending-reboot alone.
	ApplyMethod ApplyMethod
	// static: a change takes effect when an instance is rebooted. dynamic: it can do so at once.
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
	// Set when there are more parameters.
	Marker     *string
	Parameters []Parameter `query:",item=Parameter"`
}

// DBClusterParameterGroup is a parameter group for clusters. Its name is in a namespace of its own: a
// parameter group for instances can have the same one.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBClusterParameterGroup.html
type DBClusterParameterGroup struct {
	DBClusterParameterGroupArn *string
	// The name, in lower case. Those that begin with default. belong to AWS.
	DBClusterParameterGroupName *string
	// The versions of the engine that the group is for, as in neptune1.4 for all of 1.4.
	DBParameterGroupFamily *string
	Description            *string
}
