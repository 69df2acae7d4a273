package rds

import (
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/rds/types"
)

// If the response to a request is lost, the client looks up the resource to find out whether the
// request took effect. Each of the following variables tells package recovery how to look up one
// type of resource.

var clusterResource = recovery.Resource{
	Kind:       &resource.Clusters,
	Operation:  &describeDBClustersOp,
	New:        func() (in, out any) { return new(DescribeDBClustersInput), new(DescribeDBClustersOutput) },
	ResourceID: func(item any) *string { return item.(*types.DBCluster).DbClusterResourceId },
	Tags:       &taggedResource,
}

var clusterSnapshotResource = recovery.Resource{
	Kind:      &clusterSnapshots,
	Operation: &describeDBClusterSnapshotsOp,
	New: func() (in, out any) {
		return new(DescribeDBClusterSnapshotsInput), new(DescribeDBClusterSnapshotsOutput)
	},
	Tags: &taggedResource,
}

var instanceResource = recovery.Resource{
	Kind:       &resource.Instances,
	Operation:  &describeDBInstancesOp,
	New:        func() (in, out any) { return new(DescribeDBInstancesInput), new(DescribeDBInstancesOutput) },
	ResourceID: func(item any) *string { return item.(*types.DBInstance).DbiResourceId },
	Tags:       &taggedResource,
}

var snapshotResource = recovery.Resource{
	Kind:      &snapshots,
	Operation: &describeDBSnapshotsOp,
	New:       func() (in, out any) { return new(DescribeDBSnapshotsInput), new(DescribeDBSnapshotsOutput) },
	Tags:      &taggedResource,
}

var exportResource = recovery.Resource{
	Kind:      &exportTasks,
	Operation: &describeExportTasksOp,
	New:       func() (in, out any) { return new(DescribeExportTasksInput), new(DescribeExportTasksOutput) },
}

// snapshotOfStop describes the snapshot that StopDBInstance takes before it stops the instance.
var snapshotOfStop = recovery.Snapshot{
	Resource: &snapshotResource,
	ID:       func(in any) *string { return in.(*StopDBInstanceInput).DBSnapshotIdentifier },
	Of:       func(in any) *string { return in.(*StopDBInstanceInput).DBInstanceIdentifier },
	Source:   func(item any) *string { return item.(*types.DBSnapshot).DBInstanceIdentifier },
	Made:     func(item any) *time.Time { return item.(*types.DBSnapshot).SnapshotCreateTime },
}

// taggedResource stands for a resource of any type. To look it up, package recovery lists its tags.
var taggedResource = recovery.Resource{
	Kind:      &recovery.ByTags,
	Operation: &listTagsForResourceOp,
	New:       func() (in, out any) { return new(ListTagsForResourceInput), new(ListTagsForResourceOutput) },
}

// snapshotInMaking reports whether a snapshot is still being created, and therefore has no
// SnapshotCreateTime yet.
func snapshotInMaking(item any) bool {
	status := nereid.ToString(item.(*types.DBSnapshot).Status)
	return status == "creating" || status == "pending"
}

// exportStarted returns the start time of an export, or the end time if the export was canceled
// before it started.
func exportStarted(item any) *time.Time {
	task := item.(*types.ExportTask)
	if task.TaskStartTime == nil {
		return task.TaskEndTime
	}
	return task.TaskStartTime
}

// replicaResource describes a read replica cluster that a call promotes. The cluster has the status
// available both before and after the promotion. To distinguish the two, [resource.Replicas]
// reports the state [resource.Replicating] before the promotion.
var replicaResource = recovery.Resource{
	Kind:      &resource.Replicas,
	Operation: &describeDBClustersOp,
	New:       func() (in, out any) { return new(DescribeDBClustersInput), new(DescribeDBClustersOutput) },
}

// finalClusterSnapshot describes the final snapshot that DeleteDBCluster takes.
var finalClusterSnapshot = recovery.Snapshot{
	Resource: &clusterSnapshotResource,
	ID:       func(in any) *string { return in.(*DeleteDBClusterInput).FinalDBSnapshotIdentifier },
	Of:       func(in any) *string { return in.(*DeleteDBClusterInput).DBClusterIdentifier },
	Source:   func(item any) *string { return item.(*types.DBClusterSnapshot).DBClusterIdentifier },
	Made:     func(item any) *time.Time { return item.(*types.DBClusterSnapshot).SnapshotCreateTime },
}

// finalSnapshot describes the final snapshot that DeleteDBInstance takes.
var finalSnapshot = recovery.Snapshot{
	Resource: &snapshotResource,
	ID:       func(in any) *string { return in.(*DeleteDBInstanceInput).FinalDBSnapshotIdentifier },
	Of:       func(in any) *string { return in.(*DeleteDBInstanceInput).DBInstanceIdentifier },
	Source:   func(item any) *string { return item.(*types.DBSnapshot).DBInstanceIdentifier },
	Made:     func(item any) *time.Time { return item.(*types.DBSnapshot).SnapshotCreateTime },
}
