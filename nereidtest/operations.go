package nereidtest

// operationOf returns the implementation of an action, nil for an unknown one.
// A new operation is a method of region and a line here.
//
// The wire does not tell whether a client of RDS or of Neptune calls: what both
// have is answered in the shape of RDS, which has all that Neptune's has.
func operationOf(action string) operation {
	switch action {
	case "AddTagsToResource":
		return op((*region).addTagsToResource)
	case "CancelExportTask":
		return op((*region).cancelExportTask)
	case "CopyDBClusterSnapshot":
		return op((*region).copyDBClusterSnapshot)
	case "CopyDBSnapshot":
		return op((*region).copyDBSnapshot)
	case "CreateDBCluster":
		return op((*region).createDBCluster)
	case "CreateDBClusterSnapshot":
		return op((*region).createDBClusterSnapshot)
	case "CreateDBInstance":
		return inCluster(op((*region).createDBInstance))
	case "CreateDBSnapshot":
		return op((*region).createDBSnapshot)
	case "CreateGlobalCluster":
		return op((*region).createGlobalCluster)
	case "DeleteDBCluster":
		return op((*region).deleteDBCluster)
	case "DeleteDBClusterSnapshot":
		return op((*region).deleteDBClusterSnapshot)
	case "DeleteDBInstance":
		return op((*region).deleteDBInstance)
	case "DeleteDBSnapshot":
		return op((*region).deleteDBSnapshot)
	case "DeleteGlobalCluster":
		return op((*region).deleteGlobalCluster)
	case "DescribeDBClusterSnapshots":
		return op((*region).describeDBClusterSnapshots)
	case "DescribeDBClusters":
		return op((*region).describeDBClusters)
	case "DescribeDBInstances":
		return op((*region).describeDBInstances)
	case "DescribeDBSnapshots":
		return op((*region).describeDBSnapshots)
	case "DescribeEvents":
		return op((*region).describeEvents)
	case "DescribeExportTasks":
		return op((*region).describeExportTasks)
	case "DescribeGlobalClusters":
		return op((*region).describeGlobalClusters)
	case "FailoverDBCluster":
		return op((*region).failoverDBCluster)
	case "FailoverGlobalCluster":
		return op((*region).failoverGlobalCluster)
	case "ListTagsForResource":
		return op((*region).listTagsForResource)
	case "ModifyDBCluster":
		return op((*region).modifyDBCluster)
	case "ModifyGlobalCluster":
		return op((*region).modifyGlobalCluster)
	case "RebootDBInstance":
		return op((*region).rebootDBInstance)
	case "RemoveFromGlobalCluster":
		return op((*region).removeFromGlobalCluster)
	case "RemoveTagsFromResource":
		return op((*region).removeTagsFromResource)
	case "StartDBCluster":
		return op((*region).startDBCluster)
	case "StartDBInstance":
		return op((*region).startDBInstance)
	case "StartExportTask":
		return op((*region).startExportTask)
	case "StopDBCluster":
		return op((*region).stopDBCluster)
	case "StopDBInstance":
		return op((*region).stopDBInstance)
	case "SwitchoverGlobalCluster":
		return op((*region).switchoverGlobalCluster)
	}
	return nil
}
