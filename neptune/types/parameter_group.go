package types

// DBParameterGroup describes an instance parameter group. An instance parameter group and a cluster
// parameter group can have the same name.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBParameterGroup.html
type DBParameterGroup struct {
	// ARN of the group, in the form arn:aws:rds:region:account:pg:name.
	DBParameterGroupArn *string
	// Family of engine versions that the group supports, for example neptune1.4 for all 1.4
	// versions.
	DBParameterGroupFamily *string
	// Name of the group, in lower case. AWS owns the groups whose names begin with "default.".
	DBParameterGroupName *string
	// Description of the group, set when the group was created.
	Description *string
}

// Parameter describes an engine setting in a parameter group. To modify a parameter, set
// ParameterName, ParameterValue and ApplyMethod. To reset a parameter, set ParameterName and
// ApplyMethod. Only the service sets the other fields.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Parameter.html
type Parameter struct {
	// Allowed values: a range of numbers, for example 10-2147483647, or a list, for example
	// enabled,viaQueryHint. Nil if any value is allowed.
	AllowedValues *string
	// When a change takes effect. Static parameters accept only pending-reboot.
	ApplyMethod ApplyMethod
	// Type of the parameter: static if a change takes effect only when an instance reboots, or
	// dynamic if a change can take effect immediately.
	ApplyType *string
	// Type of the value, for example string, integer or boolean.
	DataType *string
	// Description of the parameter, in English.
	Description *string
	// Whether the value can be changed.
	IsModifiable *bool
	// First engine version that has the parameter.
	MinimumEngineVersion *string
	// Name of the parameter, for example neptune_query_timeout.
	ParameterName *string
	// The value as text, or nil if there is none.
	ParameterValue *string
	// Source of the value: user if a user changed it, otherwise system or engine-default.
	Source *string
}

// EngineDefaults lists the parameters of a family with their default values.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_EngineDefaults.html
type EngineDefaults struct {
	// Family of the parameters, for example neptune1.4.
	DBParameterGroupFamily *string
	// Marker of the next page, or nil on the last page.
	Marker *string
	// The parameters of this page.
	Parameters []Parameter `query:",item=Parameter"`
}

// DBClusterParameterGroup describes a cluster parameter group. A cluster parameter group and an
// instance parameter group can have the same name.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBClusterParameterGroup.html
type DBClusterParameterGroup struct {
	// ARN of the group, in the form arn:aws:rds:region:account:cluster-pg:name.
	DBClusterParameterGroupArn *string
	// Name of the group, in lower case. AWS owns the groups whose names begin with "default.".
	DBClusterParameterGroupName *string
	// Family of engine versions that the group supports, for example neptune1.4 for all 1.4
	// versions.
	DBParameterGroupFamily *string
	// Description of the group, set when the group was created.
	Description *string
}
