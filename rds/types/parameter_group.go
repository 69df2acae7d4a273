package types

// DBParameterGroup is an instance parameter group. An instance parameter group and a cluster
// parameter group can have the same name.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBParameterGroup.html
type DBParameterGroup struct {
	// ARN of the group, in the form arn:aws:rds:region:account:pg:name.
	DBParameterGroupArn *string
	// Family of engine versions that the group supports, for example postgres16.
	DBParameterGroupFamily *string
	// Name of the group, in lower case. AWS owns the groups whose names begin with "default.".
	DBParameterGroupName *string
	// Description of the group, set when the group was created.
	Description *string
}

// DBClusterParameterGroup is a cluster parameter group. A cluster parameter group and an instance
// parameter group can have the same name.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterParameterGroup.html
type DBClusterParameterGroup struct {
	// ARN of the group, in the form arn:aws:rds:region:account:cluster-pg:name.
	DBClusterParameterGroupArn *string
	// Name of the group, in lower case. AWS owns the groups whose names begin with "default.".
	DBClusterParameterGroupName *string
	// Family of engine versions that the group supports, for example aurora-postgresql16.
	DBParameterGroupFamily *string
	// Description of the group, set when the group was created.
	Description *string
}
