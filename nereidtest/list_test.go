package nereidtest_test

import (
	"fmt"
	"testing"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestForeignMarkers takes a marker to lists that it is not of.
func TestForeignMarkers(t *testing.T) {
	e := newEstate(t)
	for n := range 21 {
		for _, cluster := range []string{"graph", "other"} {
			e.AddSnapshot(nereidtest.Snapshot{ID: fmt.Sprint(cluster, n), Cluster: cluster})
			e.AddSnapshot(nereidtest.Snapshot{ID: fmt.Sprint(cluster, n), Cluster: cluster, Region: "eu-west-1"})
		}
	}
	type input = neptune.DescribeDBClusterSnapshotsInput
	engine := func(names ...string) []types.Filter { return []types.Filter{{Name: str("engine"), Values: names}} }
	first := must(e.neptune.DescribeDBClusterSnapshots(ctx, &input{
		DBClusterIdentifier: str("graph"), Filters: engine("neptune"), MaxRecords: i32(20),
	}))(t)
	describe := func(c *neptune.Client, in input) func() error {
		in.Marker = first.Marker
		return func() error { return fail(c.DescribeDBClusterSnapshots(ctx, &in)) }
	}
	testRefusals(t, []refusal{
		{name: "operation", call: func() error {
			return fail(e.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{Filters: engine("neptune"), Marker: first.Marker}))
		}, code: "InvalidParameterValue"},
		{name: "region", call: describe(e.away, input{DBClusterIdentifier: str("graph"), Filters: engine("neptune")}), code: "InvalidParameterValue"},
		{name: "identifier", call: describe(e.neptune, input{DBClusterIdentifier: str("other"), Filters: engine("neptune")}), code: "InvalidParameterValue"},
		{name: "filter", call: describe(e.neptune, input{DBClusterIdentifier: str("graph"), Filters: engine("neptune", "docdb")}), code: "InvalidParameterValue"},
		{name: "no filter", call: describe(e.neptune, input{DBClusterIdentifier: str("graph")}), code: "InvalidParameterValue"},
	})
	second := must(e.neptune.DescribeDBClusterSnapshots(ctx, &input{ // of another size, which is allowed
		DBClusterIdentifier: str("graph"), Filters: engine("neptune"), Marker: first.Marker, MaxRecords: i32(30),
	}))(t)
	if got := len(second.DBClusterSnapshots); got != 1 || second.Marker != nil {
		t.Errorf("%d snapshots on the second page, want the last one", got)
	}
}
