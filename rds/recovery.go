package rds

import (
	"context"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/rds/types"
)

// A resource is a kind of resource in which a call finds its own work when the
// answer to an attempt was lost.
type resource[In, Out, Item any] struct {
	kind     *wait.Resource
	describe func(*Client, context.Context, *In, ...func(*Options)) (*Out, error)
	older    func(item *Item, than time.Time) (older, known bool)
	ended    func(item *Item) bool // so that it is not what a call has just made; nil if nothing tells
}

// Describe implements operation.Resource.
func (r *resource[In, Out, Item]) Describe(ctx context.Context, owner any, like func(*operation.Options), id string) (item any, found bool, err error) {
	in := new(In)
	r.kind.Name(in, id)
	var optFns []func(*Options)
	if like != nil {
		optFns = append(optFns, func(o *Options) { like((*operation.Options)(o)) })
	}
	out, err := r.describe(owner.(*Client), ctx, in, optFns...)
	if err != nil {
		return nil, false, err
	}
	item = r.kind.First(out)
	return item, item != nil, nil
}

// Older implements operation.Resource.
func (r *resource[In, Out, Item]) Older(item any, than time.Time, inherited bool) (older, known bool) {
	if r.ended != nil && !inherited && r.ended(item.(*Item)) {
		return true, true
	}
	return r.older(item.(*Item), than)
}

// Status implements operation.Resource.
func (r *resource[In, Out, Item]) Status(item any) string {
	return r.kind.StatusOf(item)
}

// madeBefore compares the time at which a resource was made.
func madeBefore(made *time.Time, than time.Time) (older, known bool) {
	return made != nil && made.Before(than), made != nil
}

var clusterResource = resource[DescribeDBClustersInput, DescribeDBClustersOutput, types.DBCluster]{
	kind: &clusters, describe: (*Client).DescribeDBClusters,
	older: func(item *types.DBCluster, than time.Time) (bool, bool) {
		return madeBefore(item.ClusterCreateTime, than)
	},
}

var clusterSnapshotResource = resource[DescribeDBClusterSnapshotsInput, DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot]{
	kind: &clusterSnapshots, describe: (*Client).DescribeDBClusterSnapshots,
	older: func(item *types.DBClusterSnapshot, than time.Time) (bool, bool) {
		return madeBefore(item.SnapshotCreateTime, than)
	},
}

// clusterSnapshotCopyResource is a cluster snapshot that was copied. No page of AWS
// says whether its time is that of the copy or of its source, and the examples
// differ: one that is older than the call may still be the call's own.
var clusterSnapshotCopyResource = resource[DescribeDBClusterSnapshotsInput, DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot]{
	kind: &clusterSnapshots, describe: (*Client).DescribeDBClusterSnapshots,
	older: func(item *types.DBClusterSnapshot, than time.Time) (bool, bool) {
		older, known := madeBefore(item.SnapshotCreateTime, than)
		return false, known && !older
	},
}

var instanceResource = resource[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]{
	kind: &instances, describe: (*Client).DescribeDBInstances,
	older: func(item *types.DBInstance, than time.Time) (bool, bool) {
		return madeBefore(item.InstanceCreateTime, than)
	},
}

var snapshotResource = resource[DescribeDBSnapshotsInput, DescribeDBSnapshotsOutput, types.DBSnapshot]{
	kind: &snapshots, describe: (*Client).DescribeDBSnapshots,
	older: func(item *types.DBSnapshot, than time.Time) (bool, bool) {
		return madeBefore(item.SnapshotCreateTime, than)
	},
}

var exportResource = resource[DescribeExportTasksInput, DescribeExportTasksOutput, types.ExportTask]{
	kind: &exportTasks, describe: (*Client).DescribeExportTasks,
	older: func(task *types.ExportTask, than time.Time) (bool, bool) {
		switch {
		case task.TaskStartTime != nil:
			return madeBefore(task.TaskStartTime, than)
		case task.TaskEndTime != nil:
			older, _ := madeBefore(task.TaskEndTime, than)
			return older, older
		}
		return false, nereid.ToString(task.Status) == "STARTING" // it has not even begun
	},
	ended: func(task *types.ExportTask) bool { return task.TaskEndTime != nil },
}
