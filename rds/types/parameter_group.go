package types

// DBParameterGroup is a parameter group for instances. Its name is in a namespace of its own: a
// cluster parameter group can have the same one.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBParameterGroup.html
type DBParameterGroup struct {
	DBParameterGroupArn *string
	// The engine and the versions that the group is for, as in postgres16.
	DBParameterGroupFamily *string
	// The name, in lower case. Those that begin with default. belong to AWS.
	DBParameterGroupName *string
	Description          *string
}

// DBClusterParameterGroup is a parameter group for clusters. Its name is in a namespace of its own:
// a parameter group for instances can have the same one.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterParameterGroup.html
type DBClusterParameterGroup struct {
	DBClusterParameterGroupArn *string
	// The name, in lower case. Those that begin with default. belong to AWS.
	DBClusterParameterGroupName *string
	// The engine and the versions that the group is for, as in aurora-postgresql16.
	DBParameterGroupFamily *string
	Description            *string
}
