package neptune

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune/types"
)

// engine is the Engine of what belongs to Neptune.
const engine = "neptune"

// ListOptions are the options of [Clusters], [Instances], [ClusterSnapshots], [GlobalClusters],
// [ParameterGroups] and [ClusterParameterGroups].
type ListOptions struct {
	PaginatorOptions

	// AnyEngine yields what belongs to RDS and DocumentDB too.
	AnyEngine bool

	// DefaultGroups yields the parameter groups that AWS makes too.
	DefaultGroups bool

	// ClientOptions change the options of the client for the calls.
	ClientOptions []func(*Options)
}

// Clusters yields the Neptune clusters that [Client.DescribeDBClusters] lists with params, of all
// pages. An error ends it. Nil params are empty ones.
//
// AWS lists the clusters of RDS and DocumentDB as well. Those are left out by a filter that is added
// to the ones in params, and by their Engine. The filter is not added where params ask for one
// cluster, or have a filter for the engine of their own.
func Clusters(ctx context.Context, client DescribeDBClustersAPIClient, params *DescribeDBClustersInput, optFns ...func(*ListOptions)) iter.Seq2[types.DBCluster, error] {
	o := listOptions(optFns)
	in := valueOf(params)
	if !o.AnyEngine && in.DBClusterIdentifier == nil {
		in.Filters = ofNeptune(in.Filters)
	}
	return list(&o, func(item *types.DBCluster) *string { return item.Engine }, func() iter.Seq2[types.DBCluster, error] {
		return NewDescribeDBClustersPaginator(client, &in, o.paginator).All(ctx, o.ClientOptions...)
	})
}

// Instances yields the Neptune instances that [Client.DescribeDBInstances] lists with params. It
// leaves out those of RDS and DocumentDB in the way in which [Clusters] does it.
func Instances(ctx context.Context, client DescribeDBInstancesAPIClient, params *DescribeDBInstancesInput, optFns ...func(*ListOptions)) iter.Seq2[types.DBInstance, error] {
	o := listOptions(optFns)
	in := valueOf(params)
	if !o.AnyEngine && in.DBInstanceIdentifier == nil {
		in.Filters = ofNeptune(in.Filters)
	}
	return list(&o, func(item *types.DBInstance) *string { return item.Engine }, func() iter.Seq2[types.DBInstance, error] {
		return NewDescribeDBInstancesPaginator(client, &in, o.paginator).All(ctx, o.ClientOptions...)
	})
}

// ClusterSnapshots yields the snapshots of Neptune clusters that
// [Client.DescribeDBClusterSnapshots] lists with params. That operation has no filter by engine: all
// snapshots are read, and those of RDS and DocumentDB left out.
func ClusterSnapshots(ctx context.Context, client DescribeDBClusterSnapshotsAPIClient, params *DescribeDBClusterSnapshotsInput, optFns ...func(*ListOptions)) iter.Seq2[types.DBClusterSnapshot, error] {
	o := listOptions(optFns)
	in := valueOf(params)
	return list(&o, func(item *types.DBClusterSnapshot) *string { return item.Engine }, func() iter.Seq2[types.DBClusterSnapshot, error] {
		return NewDescribeDBClusterSnapshotsPaginator(client, &in, o.paginator).All(ctx, o.ClientOptions...)
	})
}

// GlobalClusters yields the Neptune global databases that [Client.DescribeGlobalClusters] lists with
// params. That operation has no filter by engine: all are read, and those of RDS and DocumentDB left
// out.
func GlobalClusters(ctx context.Context, client DescribeGlobalClustersAPIClient, params *DescribeGlobalClustersInput, optFns ...func(*ListOptions)) iter.Seq2[types.GlobalCluster, error] {
	o := listOptions(optFns)
	in := valueOf(params)
	return list(&o, func(item *types.GlobalCluster) *string { return item.Engine }, func() iter.Seq2[types.GlobalCluster, error] {
		return NewDescribeGlobalClustersPaginator(client, &in, o.paginator).All(ctx, o.ClientOptions...)
	})
}

func listOptions(optFns []func(*ListOptions)) ListOptions {
	var o ListOptions
	for _, fn := range optFns {
		fn(&o)
	}
	return o
}

// paginator hands on the options of the paginator.
func (o *ListOptions) paginator(p *PaginatorOptions) {
	*p = o.PaginatorOptions
}

// list yields what of the items is Neptune's. It begins anew each time that it is ranged over.
func list[Item any](o *ListOptions, engineOf func(*Item) *string, items func() iter.Seq2[Item, error]) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		for item, err := range items() {
			if err == nil && !o.AnyEngine && !isNeptune(engineOf(&item)) {
				continue
			}
			if !yield(item, err) {
				return
			}
		}
	}
}

func isNeptune(e *string) bool { return strings.EqualFold(nereid.ToString(e), engine) }

// ofNeptune adds the filter by engine, unless there is one.
func ofNeptune(filters []types.Filter) []types.Filter {
	if slices.ContainsFunc(filters, func(f types.Filter) bool { return nereid.ToString(f.Name) == "engine" }) {
		return filters
	}
	return append(slices.Clip(filters), filter("engine", []string{engine})...)
}

// valueOf copies what the caller goes on to own.
func valueOf[In any](params *In) In {
	if params == nil {
		return *new(In)
	}
	return *params
}
