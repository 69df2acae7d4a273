package nereidtest_test

import (
	"encoding/base64"
	"fmt"
	"testing"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestMarker reads a list in pages. The marker is the name of the last item of
// a page in standard base64, and also works with another page size.
func TestMarker(t *testing.T) {
	e := newEstate(t)
	for n := range 21 {
		for _, cluster := range []string{"graph", "other"} {
			e.AddSnapshot(nereidtest.Snapshot{ID: fmt.Sprintf("%s%02d", cluster, n), Cluster: cluster})
		}
	}
	type input = neptune.DescribeDBClusterSnapshotsInput
	engine := []types.Filter{{Name: str("engine"), Values: []string{"neptune"}}}
	first := must(e.neptune.DescribeDBClusterSnapshots(ctx, &input{
		DBClusterIdentifier: str("graph"), Filters: engine, MaxRecords: i32(20),
	}))(t)
	if want := base64.StdEncoding.EncodeToString([]byte("graph19")); first.Marker == nil || *first.Marker != want {
		t.Fatalf("the marker is %v, want %s", first.Marker, want)
	}
	second := must(e.neptune.DescribeDBClusterSnapshots(ctx, &input{
		DBClusterIdentifier: str("graph"), Filters: engine, Marker: first.Marker, MaxRecords: i32(30),
	}))(t)
	if got := len(second.DBClusterSnapshots); got != 1 || second.Marker != nil {
		t.Errorf("%d snapshots on the second page, want the last one", got)
	}
	testRefusals(t, []refusal{{name: "not base64", call: func() error {
		return fail(e.neptune.DescribeDBClusterSnapshots(ctx, &input{Marker: str("graph19!")}))
	}, code: "InvalidParameterValue"}})
}
