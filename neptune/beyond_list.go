package neptune

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune/types"
)

// engine is the Engine of Neptune resources.
const engine = "neptune"

// ListOptions are the options of [Clusters], [Instances], [ClusterSnapshots], [GlobalClusters],
// [ParameterGroups] and [ClusterParameterGroups].
type ListOptions struct {
	PaginatorOptions

	// AnyEngine includes RDS and DocumentDB resources.
	AnyEngine bool

	// DefaultGroups makes [ParameterGroups] and [ClusterParameterGroups] also yield the default
	// parameter groups, which AWS creates.
	DefaultGroups bool

	// ClientOptions change the client's options for all calls.
	ClientOptions []func(*Options)
}

// Clusters yields the Neptune clusters that [Client.DescribeDBClusters] lists with params, from all
// pages. An error ends the sequence. Nil params have the same effect as an empty input.
//
// DescribeDBClusters also lists RDS and DocumentDB clusters. To exclude them, Clusters adds a
// filter on the engine to the request, and skips clusters with a different Engine. It does not add
// the filter if params name one cluster or already contain a filter on the engine.
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
// excludes RDS and DocumentDB instances in the same way as [Clusters].
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
// [Client.DescribeDBClusterSnapshots] lists with params. The operation cannot filter by engine.
// ClusterSnapshots therefore reads all snapshots and skips RDS and DocumentDB snapshots.
func ClusterSnapshots(ctx context.Context, client DescribeDBClusterSnapshotsAPIClient, params *DescribeDBClusterSnapshotsInput, optFns ...func(*ListOptions)) iter.Seq2[types.DBClusterSnapshot, error] {
	o := listOptions(optFns)
	in := valueOf(params)
	return list(&o, func(item *types.DBClusterSnapshot) *string { return item.Engine }, func() iter.Seq2[types.DBClusterSnapshot, error] {
		return NewDescribeDBClusterSnapshotsPaginator(client, &in, o.paginator).All(ctx, o.ClientOptions...)
	})
}

// GlobalClusters yields the Neptune global databases that [Client.DescribeGlobalClusters] lists
// with params. The operation cannot filter by engine. GlobalClusters therefore reads all global
// databases and skips RDS and DocumentDB global databases.
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

// paginator sets p to the pagination options.
func (o *ListOptions) paginator(p *PaginatorOptions) {
	*p = o.PaginatorOptions
}

// list yields the items that belong to Neptune, or all items if AnyEngine is set. Each loop over
// the sequence calls the function items again, and therefore starts at the first page.
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

// ofNeptune returns filters with one more filter, which selects the engine neptune. If filters
// already contains a filter on the engine, ofNeptune returns filters unchanged.
func ofNeptune(filters []types.Filter) []types.Filter {
	if slices.ContainsFunc(filters, func(f types.Filter) bool { return nereid.ToString(f.Name) == "engine" }) {
		return filters
	}
	return append(slices.Clip(filters), filter("engine", []string{engine})...)
}

// valueOf returns a copy of *params, or the zero value if params is nil.
func valueOf[In any](params *In) In {
	if params == nil {
		return *new(In)
	}
	return *params
}
