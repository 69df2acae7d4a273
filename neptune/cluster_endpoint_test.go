package neptune_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// endpointsOf lists a cluster's endpoints in a short form.
func endpointsOf(t *testing.T, client *neptune.Client, in *neptune.DescribeDBClusterEndpointsInput) (list []string) {
	t.Helper()
	out, err := client.DescribeDBClusterEndpoints(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range out.DBClusterEndpoints {
		text := fmt.Sprint(*e.EndpointType, " ", *e.Status)
		if e.DBClusterEndpointIdentifier != nil {
			text += fmt.Sprint(" ", *e.DBClusterEndpointIdentifier, " ", *e.CustomEndpointType, e.StaticMembers, e.ExcludedMembers)
		}
		list = append(list, text)
	}
	return list
}

func TestClusterEndpointLife(t *testing.T) {
	ctx := t.Context()
	server := nereidtest.NewServer(t, nereidtest.WithClock(time.Time{}))
	server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 3})
	server.AddCluster(nereidtest.Cluster{ID: "other", Status: "creating"})
	client := neptune.NewFromConfig(server.Config())
	of := &neptune.DescribeDBClusterEndpointsInput{DBClusterIdentifier: nereid.String("Graph")}
	want := func(lines ...string) {
		t.Helper()
		if diff := cmp.Diff(lines, endpointsOf(t, client, of)); diff != "" {
			t.Errorf("endpoints, -want +got:\n%s", diff)
		}
	}
	want("READER available", "WRITER available")
	made, err := client.CreateDBClusterEndpoint(ctx, &neptune.CreateDBClusterEndpointInput{
		DBClusterEndpointIdentifier: nereid.String("Reports"), DBClusterIdentifier: nereid.String("graph"), EndpointType: nereid.String("reader"),
		StaticMembers: []string{"graph-2", "Graph-3"}, Tags: []types.Tag{{Key: nereid.String("team"), Value: nereid.String("reports")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if *made.Status != "creating" || *made.CustomEndpointType != "READER" || *made.EndpointType != "CUSTOM" ||
		*made.Endpoint != "reports.cluster-custom-c123456789012.us-east-1.neptune.amazonaws.com" ||
		*made.DBClusterEndpointArn != "arn:aws:rds:us-east-1:123456789012:cluster-endpoint:reports" ||
		!strings.HasPrefix(*made.DBClusterEndpointResourceIdentifier, "cluster-endpoint-") || made.ExcludedMembers == nil {
		t.Errorf("made %s %s %s %s %s %s", *made.Status, *made.CustomEndpointType, *made.EndpointType, *made.Endpoint, *made.DBClusterEndpointArn,
			*made.DBClusterEndpointResourceIdentifier)
	}
	want("CUSTOM creating reports READER[graph-2 graph-3] []", "READER available", "WRITER available")
	modify := &neptune.ModifyDBClusterEndpointInput{
		DBClusterEndpointIdentifier: nereid.String("reports"), EndpointType: nereid.String("any"), ExcludedMembers: []string{"graph-1"},
	}
	if _, err := client.ModifyDBClusterEndpoint(ctx, modify); !isFault[*types.InvalidDBClusterEndpointStateFault](err) {
		t.Errorf("of one that is creating: %v", err)
	}
	server.Advance(time.Hour)
	if out, err := client.ModifyDBClusterEndpoint(ctx, modify); err != nil || *out.Status != "modifying" || *out.CustomEndpointType != "ANY" {
		t.Errorf("modified: %v", err)
	}
	server.Advance(time.Hour)
	want("CUSTOM available reports ANY[] [graph-1]", "READER available", "WRITER available")
	for filter, lines := range map[string]int{
		"db-cluster-endpoint-type=custom": 1, "db-cluster-endpoint-type=writer": 2, "db-cluster-endpoint-custom-type=any": 1,
		"db-cluster-endpoint-id=Reports": 1, "db-cluster-endpoint-status=creating": 2,
	} {
		name, value, _ := strings.Cut(filter, "=")
		in := &neptune.DescribeDBClusterEndpointsInput{Filters: []types.Filter{{Name: &name, Values: []string{value}}}}
		if got := endpointsOf(t, client, in); len(got) != lines {
			t.Errorf("%s: %q", filter, got)
		}
	}
	if got := endpointsOf(t, client, &neptune.DescribeDBClusterEndpointsInput{DBClusterEndpointIdentifier: nereid.String("none")}); got != nil {
		t.Errorf("an endpoint that does not exist: %q", got)
	}
	if out, err := client.DeleteDBClusterEndpoint(ctx, &neptune.DeleteDBClusterEndpointInput{DBClusterEndpointIdentifier: nereid.String("reports")}); err != nil || *out.Status != "deleting" {
		t.Errorf("deleted: %v", err)
	}
	server.Advance(time.Hour)
	want("READER available", "WRITER available")
}

func TestClusterEndpointRefusals(t *testing.T) {
	ctx := t.Context()
	server := nereidtest.NewServer(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.CustomEndpoints = 2 }))
	server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
	server.AddCluster(nereidtest.Cluster{ID: "other", Instances: 1})
	server.AddCluster(nereidtest.Cluster{ID: "stopped", Status: "stopped", Instances: 1})
	server.SetInstanceStatus("graph-2", "rebooting")
	client := neptune.NewFromConfig(server.Config())
	create := func(name, cluster, kind string, static, excluded []string) error {
		_, err := client.CreateDBClusterEndpoint(ctx, &neptune.CreateDBClusterEndpointInput{
			DBClusterEndpointIdentifier: &name, DBClusterIdentifier: &cluster, EndpointType: &kind, StaticMembers: static, ExcludedMembers: excluded,
		})
		return err
	}
	if err := create("first", "graph", "ANY", nil, nil); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, cluster, kind string
		static, excluded    []string
		code                string
	}{
		{"w", "graph", "WRITER", nil, nil, "InvalidParameterValue"},
		{"w", "graph", "CUSTOM", nil, nil, "InvalidParameterValue"},
		{"w", "graph", "ANY", []string{"graph-1"}, []string{"graph-1"}, "InvalidParameterCombination"},
		{"w", "graph", "ANY", []string{"graph-9"}, nil, "DBInstanceNotFound"},
		{"w", "graph", "ANY", []string{"other-1"}, nil, "InvalidParameterValue"},
		{"w", "graph", "ANY", nil, []string{"graph-2"}, "InvalidDBInstanceState"},
		{"w", "none", "ANY", nil, nil, "DBClusterNotFoundFault"},
		{"w", "stopped", "ANY", nil, nil, "InvalidDBClusterStateFault"},
		{"first", "other", "ANY", nil, nil, "DBClusterEndpointAlreadyExistsFault"},
		{"1st", "graph", "ANY", nil, nil, "InvalidParameterValue"},
	} {
		if err := create(tt.name, tt.cluster, tt.kind, tt.static, tt.excluded); !hasCode(err, tt.code) {
			t.Errorf("%+v: %v", tt, err)
		}
	}
	if err := create("second", "graph", "READER", nil, nil); err != nil {
		t.Error(err)
	}
	if err := create("third", "graph", "READER", nil, nil); !isFault[*types.DBClusterEndpointQuotaExceededFault](err) {
		t.Errorf("one too many: %v", err)
	}
	_, err := client.DeleteDBClusterEndpoint(ctx, &neptune.DeleteDBClusterEndpointInput{DBClusterEndpointIdentifier: nereid.String("none")})
	if !isFault[*types.DBClusterEndpointNotFoundFault](err) {
		t.Errorf("none: %v", err)
	}
}

// A cluster's endpoints take the cluster's new name, and are deleted with the cluster.
func TestClusterEndpointsFollowTheirCluster(t *testing.T) {
	ctx := t.Context()
	server := nereidtest.NewServer(t, nereidtest.WithClock(time.Time{}))
	server.AddCluster(nereidtest.Cluster{ID: "graph"})
	client := neptune.NewFromConfig(server.Config())
	if _, err := client.CreateDBClusterEndpoint(ctx, &neptune.CreateDBClusterEndpointInput{
		DBClusterEndpointIdentifier: nereid.String("all"), DBClusterIdentifier: nereid.String("graph"), EndpointType: nereid.String("ANY"),
	}); err != nil {
		t.Fatal(err)
	}
	server.Advance(time.Hour)
	if _, err := client.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{
		DBClusterIdentifier: nereid.String("graph"), NewDBClusterIdentifier: nereid.String("map"), ApplyImmediately: nereid.Bool(true),
	}); err != nil {
		t.Fatal(err)
	}
	server.Advance(time.Hour)
	out, err := client.DescribeDBClusterEndpoints(ctx, &neptune.DescribeDBClusterEndpointsInput{DBClusterEndpointIdentifier: nereid.String("all")})
	if err != nil || len(out.DBClusterEndpoints) != 1 || *out.DBClusterEndpoints[0].DBClusterIdentifier != "map" {
		t.Errorf("after the rename: %v", err)
	}
	if _, err := client.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: nereid.String("map"), SkipFinalSnapshot: nereid.Bool(true)}); err != nil {
		t.Fatal(err)
	}
	server.Advance(time.Hour)
	if got := endpointsOf(t, client, &neptune.DescribeDBClusterEndpointsInput{}); got != nil {
		t.Errorf("after the deletion: %q", got)
	}
}

// After a lost response, the client finds its change in the description, although the request
// spells the name differently.
func TestClusterEndpointModifiedAfterALostAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // recovery looks again after pauses
		ctx := t.Context()
		server := nereidtest.NewServer(t, nereidtest.WithTimings(func(d *nereidtest.Timings) { d.EndpointCreate = 0 }))
		server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
		client := neptune.NewFromConfig(server.Config())
		if _, err := client.CreateDBClusterEndpoint(ctx, &neptune.CreateDBClusterEndpointInput{
			DBClusterEndpointIdentifier: nereid.String("all"), DBClusterIdentifier: nereid.String("graph"), EndpointType: nereid.String("ANY"),
		}); err != nil {
			t.Fatal(err)
		}
		server.Inject(nereidtest.Fault{Action: "ModifyDBClusterEndpoint", Times: 1, AfterCommit: true, Err: nereidtest.ErrConnectionReset})
		out, err := client.ModifyDBClusterEndpoint(ctx, &neptune.ModifyDBClusterEndpointInput{
			DBClusterEndpointIdentifier: nereid.String("All"), EndpointType: nereid.String("reader"), StaticMembers: []string{"Graph-2"},
		})
		if err != nil || !nereid.Recovered(out.ResultMetadata) || *out.CustomEndpointType != "READER" || *out.Status != "modifying" {
			t.Errorf("%v", err)
		}
	})
}

func ExampleNewDBClusterEndpointAvailableWaiter() {
	ctx := context.Background()
	server, err := nereidtest.Start(nereidtest.WithSpeed(100000))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer server.Close()
	server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 3})
	client := neptune.NewFromConfig(server.Config())
	endpoint, err := client.CreateDBClusterEndpoint(ctx, &neptune.CreateDBClusterEndpointInput{
		DBClusterEndpointIdentifier: nereid.String("reports"),
		DBClusterIdentifier:         nereid.String("graph"),
		EndpointType:                nereid.String("READER"),
		ExcludedMembers:             []string{"graph-3"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	waiter := neptune.NewDBClusterEndpointAvailableWaiter(client, func(o *neptune.DBClusterEndpointAvailableWaiterOptions) {
		o.MinDelay, o.MaxDelay = time.Millisecond, time.Second
	})
	err = waiter.Wait(ctx, &neptune.DescribeDBClusterEndpointsInput{DBClusterEndpointIdentifier: endpoint.DBClusterEndpointIdentifier}, time.Hour)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*endpoint.Endpoint)
	// Output: reports.cluster-custom-c123456789012.us-east-1.neptune.amazonaws.com
}
