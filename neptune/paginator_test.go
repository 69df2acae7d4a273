package neptune_test

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// A pager is a paginator of any type.
type pager[Out, Item any] interface {
	HasMorePages() bool
	NextPage(ctx context.Context, optFns ...func(*neptune.Options)) (*Out, error)
	Pages(ctx context.Context, optFns ...func(*neptune.Options)) iter.Seq2[*Out, error]
	All(ctx context.Context, optFns ...func(*neptune.Options)) iter.Seq2[Item, error]
}

// walk checks that all methods of a paginator return the same 45 items.
func walk[Out, Item any](t *testing.T, paginator func() pager[Out, Item], count func(*Out) int, name func(Item) *string) {
	t.Helper()
	want := []int{20, 20, 5}
	var sizes []int
	for p := paginator(); p.HasMorePages(); {
		out, err := p.NextPage(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		sizes = append(sizes, count(out))
	}
	if diff := cmp.Diff(want, sizes); diff != "" {
		t.Errorf("NextPage, -want +got:\n%s", diff)
	}
	sizes = nil
	for out, err := range paginator().Pages(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		sizes = append(sizes, count(out))
	}
	if diff := cmp.Diff(want, sizes); diff != "" {
		t.Errorf("Pages, -want +got:\n%s", diff)
	}
	names := collect(t, paginator().All(t.Context()), name)
	if len(names) != 45 || !slices.IsSorted(names) {
		t.Errorf("All yields %q", names)
	}
}

func TestPaginators(t *testing.T) {
	server := nereidtest.NewServer(t)
	for n := range 45 {
		id := fmt.Sprintf("graph-%02d", n)
		arn := server.AddCluster(nereidtest.Cluster{ID: id, Instances: 1})
		server.AddSnapshot(nereidtest.Snapshot{ID: id, Cluster: id})
		server.AddGlobalCluster(id, arn)
	}
	client := neptune.NewFromConfig(server.Config())
	limit := func(o *neptune.PaginatorOptions) { o.Limit = 20 }
	t.Run("clusters", func(t *testing.T) {
		walk(t, func() pager[neptune.DescribeDBClustersOutput, types.DBCluster] {
			return neptune.NewDescribeDBClustersPaginator(client, nil, limit)
		}, func(out *neptune.DescribeDBClustersOutput) int { return len(out.DBClusters) }, clusterName)
	})
	t.Run("instances", func(t *testing.T) {
		walk(t, func() pager[neptune.DescribeDBInstancesOutput, types.DBInstance] {
			return neptune.NewDescribeDBInstancesPaginator(client, &neptune.DescribeDBInstancesInput{MaxRecords: nereid.Int32(20)})
		}, func(out *neptune.DescribeDBInstancesOutput) int { return len(out.DBInstances) }, instanceName)
	})
	t.Run("snapshots", func(t *testing.T) {
		walk(t, func() pager[neptune.DescribeDBClusterSnapshotsOutput, types.DBClusterSnapshot] {
			return neptune.NewDescribeDBClusterSnapshotsPaginator(client, &neptune.DescribeDBClusterSnapshotsInput{MaxRecords: nereid.Int32(50)}, limit)
		}, func(out *neptune.DescribeDBClusterSnapshotsOutput) int { return len(out.DBClusterSnapshots) }, snapshotName)
	})
	t.Run("globals", func(t *testing.T) {
		walk(t, func() pager[neptune.DescribeGlobalClustersOutput, types.GlobalCluster] {
			return neptune.NewDescribeGlobalClustersPaginator(client, &neptune.DescribeGlobalClustersInput{}, limit)
		}, func(out *neptune.DescribeGlobalClustersOutput) int { return len(out.GlobalClusters) }, globalName)
	})
}

// A paginator does not loop forever if the service always returns the same
// marker.
func TestPaginatorRepeatedMarker(t *testing.T) {
	client, w := canned(t, http.StatusOK, clienttest.Reply("DescribeGlobalClusters", "<GlobalClusters/><Marker>again</Marker>"))
	pages := neptune.NewDescribeGlobalClustersPaginator(client, nil)
	var err error
	for pages.HasMorePages() && err == nil {
		_, err = pages.NextPage(t.Context())
	}
	if err == nil || len(w.Sent) != 2 {
		t.Errorf("%v after %d requests", err, len(w.Sent))
	}
	quiet := neptune.NewDescribeGlobalClustersPaginator(client, nil, func(o *neptune.DescribeGlobalClustersPaginatorOptions) {
		o.StopOnDuplicateToken = true
	})
	for _, err := range quiet.Pages(t.Context()) {
		if err != nil {
			t.Error(err)
		}
	}
	if len(w.Sent) != 4 {
		t.Errorf("%d more requests", len(w.Sent)-2)
	}
}
