package nereidtest_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestJournal follows a cluster through changes made by the test, by a request,
// by time, and by a request whose response is lost. Rejected requests and reads
// are not in the journal.
func TestJournal(t *testing.T) {
	e := newEstate(t)
	arn := e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	graph := str("graph")
	must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: graph}))(t)
	if _, err := e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: graph}); err == nil {
		t.Error("a cluster that is stopping was stopped")
	}
	must(e.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{}))(t)
	e.Advance(time.Hour)
	e.Inject(nereidtest.LostAnswer("AddTagsToResource"))
	if _, err := e.neptune.AddTagsToResource(ctx, &neptune.AddTagsToResourceInput{
		ResourceName: &arn, Tags: []types.Tag{{Key: str("k"), Value: str("v")}},
	}); err == nil {
		t.Error("the answer was not lost")
	}

	requests := e.Requests()
	entry := func(at time.Duration, resource, effect string, r *nereidtest.Request) nereidtest.Entry {
		x := nereidtest.Entry{Time: epoch.Add(at), Region: "us-east-1", Resource: resource, Effect: effect}
		if r != nil {
			x.Operation, x.RequestID, x.AccessKeyID = r.Action, r.ID, "AKIDEXAMPLE"
		}
		return x
	}
	const instance = "arn:aws:rds:us-east-1:123456789012:db:graph-1"
	stops := nereidtest.DefaultTimings().ClusterStop
	want := []nereidtest.Entry{
		entry(0, instance, "available", nil),
		entry(0, arn, "available", nil),
		entry(0, instance, "stopping", requests[0]),
		entry(0, arn, "stopping", requests[0]),
		entry(stops, instance, "stopped", nil),
		entry(stops, arn, "stopped", nil),
		entry(time.Hour, arn, "tagged", requests[3]),
	}
	if diff := cmp.Diff(want, e.Journal()); diff != "" {
		t.Errorf("the journal (-want +got):\n%s", diff)
	}
}
