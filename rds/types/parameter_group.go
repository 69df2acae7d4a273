package types

// DBParameterGroup is a parameter group for instances. Cluster parameter groups have a separate
// namespace, so one of them can have the same name.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBParameterGroup.html
type DBParameterGroup struct {
	DBParameterGroupArn *string
	// Engine and versions that the group is for, for example postgres16.
	DBParameterGroupFamily *string
	// Name of the group, in lower case. Groups whose names begin with default.
	// belong to AWS.
	DBParameterGroupName *string
	Description          *string
}

// DBClusterParameterGroup is a parameter group for clusters. Parameter groups for instances have a
// separate namespace, so one of them can have the same name.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterParameterGroup.html
type DBClusterParameterGroup struct {
	DBClusterParameterGroupArn *string
	// Name of the group, in lower case. Groups whose names begin with default.
	// belong to AWS.
	DBClusterParameterGroupName *string
	// Engine and versions that the group is for, for example
	// aurora-postgresql16.
	DBParameterGroupFamily *string
	Description            *string
}
