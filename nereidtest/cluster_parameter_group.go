package nereidtest

import rdstypes "github.com/nereid-go/nereid/rds/types"

// The operations on groups of clusters answer with the faults of those of instances.
// What [parameterGroup] does is the same for both.
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
