package neptune

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
)

// A resource is a kind of resource in which a call finds its own work when the
// answer to an attempt was lost.
type resource[In, Out, Item any] struct {
	kind     *wait.Resource
	describe func(*Client, context.Context, *In, ...func(*Options)) (*Out, error)
	older    func(item *Item, than time.Time) (older, known bool)
	has      func(item *Item, member string) bool // of resources with members
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
func (r *resource[In, Out, Item]) Older(item any, than time.Time, _ bool) (older, known bool) {
	return r.older(item.(*Item), than)
}

// Status implements operation.Resource.
func (r *resource[In, Out, Item]) Status(item any) string {
	return r.kind.StatusOf(item)
}

// Has implements operation.Group.
func (r *resource[In, Out, Item]) Has(item any, member string) bool {
	return r.has(item.(*Item), member)
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
		if item.InstanceCreateTime == nil && nereid.ToString(item.DBInstanceStatus) == "creating" {
			return false, true // the time is that at which creating ends
		}
		return madeBefore(item.InstanceCreateTime, than)
	},
}

// globalClusterResource has no time of its making, so that the outcome of a lost
// creation stays unknown.
var globalClusterResource = resource[DescribeGlobalClustersInput, DescribeGlobalClustersOutput, types.GlobalCluster]{
	kind: &globalClusters, describe: (*Client).DescribeGlobalClusters,
	older: func(_ *types.GlobalCluster, _ time.Time) (bool, bool) { return false, false },
	has: func(item *types.GlobalCluster, member string) bool {
		return slices.ContainsFunc(item.GlobalClusterMembers, func(m types.GlobalClusterMember) bool {
			arn := nereid.ToString(m.DBClusterArn)
			return strings.EqualFold(arn, member) || strings.EqualFold(arn[strings.LastIndexByte(arn, ':')+1:], member)
		})
	},
}
