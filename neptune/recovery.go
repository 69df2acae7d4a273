package neptune

import (
	"slices"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
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

// replicaResource describes a read replica cluster that a call promotes. The cluster has the status
// available both before and after the promotion. To distinguish the two, [resource.Replicas]
// reports the state [resource.Replicating] before the promotion.
var replicaResource = recovery.Resource{
	Kind:      &resource.Replicas,
	Operation: &describeDBClustersOp,
	New:       func() (in, out any) { return new(DescribeDBClustersInput), new(DescribeDBClustersOutput) },
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

var globalClusterResource = recovery.Resource{
	Kind:       &globalClusters,
	Operation:  &describeGlobalClustersOp,
	New:        func() (in, out any) { return new(DescribeGlobalClustersInput), new(DescribeGlobalClustersOutput) },
	ResourceID: func(item any) *string { return item.(*types.GlobalCluster).GlobalClusterResourceId },
	Tags:       &taggedResource,
}

var parameterGroupResource = recovery.Resource{
	Kind:      &parameterGroups,
	Operation: &describeDBParameterGroupsOp,
	New: func() (in, out any) {
		return new(DescribeDBParameterGroupsInput), new(DescribeDBParameterGroupsOutput)
	},
	Tags: &taggedResource,
}

var clusterParameterGroupResource = recovery.Resource{
	Kind:      &clusterParameterGroups,
	Operation: &describeDBClusterParameterGroupsOp,
	New: func() (in, out any) {
		return new(DescribeDBClusterParameterGroupsInput), new(DescribeDBClusterParameterGroupsOutput)
	},
	Tags: &taggedResource,
}

// finalClusterSnapshot describes the final snapshot that DeleteDBCluster takes.
var finalClusterSnapshot = recovery.Snapshot{
	Resource: &clusterSnapshotResource,
	ID:       func(in any) *string { return in.(*DeleteDBClusterInput).FinalDBSnapshotIdentifier },
	Of:       func(in any) *string { return in.(*DeleteDBClusterInput).DBClusterIdentifier },
	Source:   func(item any) *string { return item.(*types.DBClusterSnapshot).DBClusterIdentifier },
	Made:     func(item any) *time.Time { return item.(*types.DBClusterSnapshot).SnapshotCreateTime },
}

// finalSnapshot describes the final snapshot that DeleteDBInstance takes of an RDS or DocumentDB
// instance. The Neptune API has no operation that describes instance snapshots, but its endpoint
// accepts RDS's DescribeDBSnapshots.
var finalSnapshot = recovery.Snapshot{
	Resource: &recovery.Resource{
		Kind:      &snapshots,
		Operation: &describeDBSnapshotsOp,
		New:       func() (in, out any) { return new(describeDBSnapshotsInput), new(describeDBSnapshotsOutput) },
	},
	ID:     func(in any) *string { return in.(*DeleteDBInstanceInput).FinalDBSnapshotIdentifier },
	Of:     func(in any) *string { return in.(*DeleteDBInstanceInput).DBInstanceIdentifier },
	Source: func(item any) *string { return item.(*snapshot).DBInstanceIdentifier },
	Made:   func(item any) *time.Time { return item.(*snapshot).SnapshotCreateTime },
}

var snapshots = wait.Resource{
	Noun:     "snapshot",
	Items:    "DBSnapshots",
	NotFound: "DBSnapshotNotFound",
	ID:       "DBSnapshotIdentifier",
	Names:    []string{"DBSnapshotIdentifier"},
	Status:   "Status",
}

var describeDBSnapshotsOp = operation.Op{Name: "DescribeDBSnapshots"}

type (
	describeDBSnapshotsInput  struct{ DBSnapshotIdentifier *string }
	describeDBSnapshotsOutput struct {
		DBSnapshots []snapshot `query:",item=DBSnapshot"`
	}
	snapshot struct {
		DBInstanceIdentifier *string
		DBSnapshotIdentifier *string
		SnapshotCreateTime   *time.Time
		Status               *string
	}
)

// taggedResource stands for a resource of any type. To look it up, package recovery lists its tags.
var taggedResource = recovery.Resource{
	Kind:      &recovery.ByTags,
	Operation: &listTagsForResourceOp,
	New:       func() (in, out any) { return new(ListTagsForResourceInput), new(ListTagsForResourceOutput) },
}

// hasMember reports whether a global database has a member with the given identifier or ARN. If
// writer is true, the member must be the primary cluster.
func hasMember(global any, id string, writer bool) bool {
	return slices.ContainsFunc(global.(*types.GlobalCluster).GlobalClusterMembers, func(m types.GlobalClusterMember) bool {
		return recovery.SameName(id, nereid.ToString(m.DBClusterArn)) && (!writer || nereid.ToBool(m.IsWriter))
	})
}
