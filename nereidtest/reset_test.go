package nereidtest_test

import (
	"testing"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestReset fills a server, resets it and fills it again.
func TestReset(t *testing.T) {
	e := newEstate(t)
	create := func() string {
		out := must(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
			DBClusterIdentifier: str("graph"), Engine: str("neptune"),
		}))(t)
		return *out.DBCluster.DbClusterResourceId
	}
	first := create()
	e.AddSnapshot(nereidtest.Snapshot{ID: "a"})
	e.AddGlobalCluster("world")
	e.Inject(nereidtest.Fault{Times: -1, Code: "Throttling"})
	e.Intercept(func(*nereidtest.Request) (*nereidtest.Response, bool) { return nil, true })
	e.Advance(time.Hour)

	e.Reset()
	if n := len(e.Requests()); n != 0 || e.Count("") != 0 {
		t.Errorf("%d requests", n)
	}
	if now := e.Now(); !now.Equal(epoch.Add(time.Hour)) {
		t.Errorf("it is %v", now)
	}
	clusters := must(e.neptune.DescribeDBClusters(ctx, nil))(t).DBClusters
	snapshots := must(e.neptune.DescribeDBClusterSnapshots(ctx, nil))(t).DBClusterSnapshots
	globals := must(e.neptune.DescribeGlobalClusters(ctx, nil))(t).GlobalClusters
	if len(clusters)+len(snapshots)+len(globals) != 0 {
		t.Errorf("left: %v %v %v", clusters, snapshots, globals)
	}
	if again := create(); again != first {
		t.Errorf("resource id %s, then %s", first, again)
	}
	e.Advance(time.Hour)
	if out := must(e.neptune.DescribeDBClusters(ctx, nil))(t); *out.DBClusters[0].Status != "available" {
		t.Errorf("an hour later it is %s", *out.DBClusters[0].Status)
	}
}
