package neptune_test

import (
	"context"
	"errors"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// estate returns a server with resources of each engine in us-east-1.
func estate(t *testing.T) (*nereidtest.Server, *neptune.Client) {
	t.Helper()
	server := nereidtest.NewServer(t)
	for id, engine := range map[string]string{"graph": "neptune", "graph-2": "neptune", "documents": "docdb", "rows": "aurora-postgresql"} {
		arn := server.AddCluster(nereidtest.Cluster{ID: id, Engine: engine, Instances: 1})
		server.AddSnapshot(nereidtest.Snapshot{ID: id + "-snapshot", Cluster: id})
		if id != "graph-2" {
			server.AddGlobalCluster(id+"-world", arn)
		}
	}
	return server, neptune.NewFromConfig(server.Config())
}

// collect returns the names of the yielded items.
func collect[Item any](t *testing.T, items iter.Seq2[Item, error], name func(Item) *string) []string {
	t.Helper()
	var names []string
	for item, err := range items {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, *name(item))
	}
	return names
}

func clusterName(c types.DBCluster) *string          { return c.DBClusterIdentifier }
func instanceName(i types.DBInstance) *string        { return i.DBInstanceIdentifier }
func snapshotName(s types.DBClusterSnapshot) *string { return s.DBClusterSnapshotIdentifier }
func globalName(g types.GlobalCluster) *string       { return g.GlobalClusterIdentifier }

func anyEngine(o *neptune.ListOptions) { o.AnyEngine = true }

func TestListsAreOfNeptune(t *testing.T) {
	server, client := estate(t)
	tests := []struct {
		name, operation string
		filters         bool // whether the server can filter
		list            func(...func(*neptune.ListOptions)) []string
		neptune, all    []string
	}{
		{"Clusters", "DescribeDBClusters", true, func(optFns ...func(*neptune.ListOptions)) []string {
			return collect(t, neptune.Clusters(t.Context(), client, nil, optFns...), clusterName)
		}, []string{"graph", "graph-2"}, []string{"documents", "graph", "graph-2", "rows"}},
		{"Instances", "DescribeDBInstances", true, func(optFns ...func(*neptune.ListOptions)) []string {
			return collect(t, neptune.Instances(t.Context(), client, nil, optFns...), instanceName)
		}, []string{"graph-1", "graph-2-1"}, []string{"documents-1", "graph-1", "graph-2-1", "rows-1"}},
		{"ClusterSnapshots", "DescribeDBClusterSnapshots", false, func(optFns ...func(*neptune.ListOptions)) []string {
			return collect(t, neptune.ClusterSnapshots(t.Context(), client, nil, optFns...), snapshotName)
		}, []string{"graph-2-snapshot", "graph-snapshot"}, []string{"documents-snapshot", "graph-2-snapshot", "graph-snapshot", "rows-snapshot"}},
		{"GlobalClusters", "DescribeGlobalClusters", false, func(optFns ...func(*neptune.ListOptions)) []string {
			return collect(t, neptune.GlobalClusters(t.Context(), client, nil, optFns...), globalName)
		}, []string{"graph-world"}, []string{"documents-world", "graph-world", "rows-world"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server.ResetRequests()
			if diff := cmp.Diff(test.neptune, test.list()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if diff := cmp.Diff(test.all, test.list(anyEngine)); diff != "" {
				t.Errorf("with AnyEngine, -want +got:\n%s", diff)
			}
			for i, r := range server.Requests() {
				if r.Action != test.operation {
					t.Errorf("%s was called", r.Action)
				}
				filtered := r.Parameter("Filters.Filter.1.Name") == "engine" && r.Parameter("Filters.Filter.1.Values.Value.1") == "neptune"
				if want := test.filters && i == 0; filtered != want || r.Form.Has("Filters.Filter.2.Name") {
					t.Errorf("request %d has the filter: %t, want %t: %v", i+1, filtered, want, r.Form)
				}
			}
		})
	}
}

// pagesOfClusters is a client that always returns the same list.
type pagesOfClusters struct {
	pages []neptune.DescribeDBClustersOutput
	err   error // after the last page
	asked []neptune.DescribeDBClustersInput
}

func (c *pagesOfClusters) DescribeDBClusters(_ context.Context, in *neptune.DescribeDBClustersInput, _ ...func(*neptune.Options)) (*neptune.DescribeDBClustersOutput, error) {
	c.asked = append(c.asked, *in)
	n := len(nereid.ToString(in.Marker))
	if n >= len(c.pages) {
		return nil, c.err
	}
	return &c.pages[n], nil
}

func ofEngine(id, engine string) types.DBCluster {
	return types.DBCluster{DBClusterIdentifier: &id, Engine: &engine}
}

// threePages has Neptune clusters on the first and the third page. A page's marker has one
// character for each earlier page.
func threePages() *pagesOfClusters {
	return &pagesOfClusters{pages: []neptune.DescribeDBClustersOutput{
		{DBClusters: []types.DBCluster{ofEngine("a", "neptune"), ofEngine("b", "docdb")}, Marker: ptr("+")},
		{DBClusters: []types.DBCluster{ofEngine("c", "mysql")}, Marker: ptr("++")},
		{DBClusters: []types.DBCluster{ofEngine("d", "Neptune"), {DBClusterIdentifier: ptr("e")}}},
	}}
}

// Resources of other engines are not yielded, even if the service ignores the filter.
func TestListOfServiceWithoutFilter(t *testing.T) {
	client := threePages()
	clusters := neptune.Clusters(t.Context(), client, nil, func(o *neptune.ListOptions) { o.Limit = 20 })
	for range 2 { // a sequence can be ranged over again
		client.asked = nil
		if diff := cmp.Diff([]string{"a", "d"}, collect(t, clusters, clusterName)); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
		if len(client.asked) != 3 || *client.asked[2].MaxRecords != 20 || len(client.asked[2].Filters) != 1 {
			t.Errorf("asked for %+v", client.asked)
		}
	}
	for range clusters {
		break // a break is allowed
	}
}

func TestListKeepsTheInput(t *testing.T) {
	mine := types.Filter{Name: ptr("db-cluster-id"), Values: []string{"a", "d"}}
	byEngine := types.Filter{Name: ptr("engine"), Values: []string{"neptune", "docdb"}}
	ours := types.Filter{Name: ptr("engine"), Values: []string{"neptune"}}
	tests := map[string]struct {
		in    *neptune.DescribeDBClustersInput
		sent  []types.Filter
		names []string
	}{
		"none":           {&neptune.DescribeDBClustersInput{}, []types.Filter{ours}, []string{"a", "d"}},
		"another filter": {&neptune.DescribeDBClustersInput{Filters: append(make([]types.Filter, 0, 8), mine)}, []types.Filter{mine, ours}, []string{"a", "d"}},
		"own filter":     {&neptune.DescribeDBClustersInput{Filters: []types.Filter{byEngine}}, []types.Filter{byEngine}, []string{"a", "d"}},
		"identifier":     {&neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("a")}, nil, []string{"a", "d"}},
		"from a marker":  {&neptune.DescribeDBClustersInput{Marker: ptr("+"), MaxRecords: ptr(int32(50))}, []types.Filter{ours}, []string{"d"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			client := threePages()
			before := *test.in
			got := collect(t, neptune.Clusters(t.Context(), client, test.in), clusterName)
			if diff := cmp.Diff(test.names, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if diff := cmp.Diff(before, *test.in); diff != "" {
				t.Errorf("the input was changed:\n%s", diff)
			}
			if diff := cmp.Diff(types.Filter{}, spare(test.in.Filters)); diff != "" {
				t.Errorf("the room behind the filters was written to:\n%s", diff)
			}
			for _, in := range client.asked {
				if diff := cmp.Diff(test.sent, in.Filters); diff != "" {
					t.Errorf("filters, -want +got:\n%s", diff)
				}
				if diff := cmp.Diff([]any{before.DBClusterIdentifier, before.MaxRecords}, []any{in.DBClusterIdentifier, in.MaxRecords}); diff != "" {
					t.Errorf("-want +got:\n%s", diff)
				}
			}
		})
	}
}

// spare returns the filter in the spare capacity of a slice.
func spare(filters []types.Filter) types.Filter {
	if cap(filters) == len(filters) {
		return types.Filter{}
	}
	return filters[:len(filters)+1][len(filters)]
}

func TestListEndsWithError(t *testing.T) {
	client := threePages()
	client.pages, client.err = client.pages[:2], errors.New("no more")
	var names []string
	var failure error
	for cluster, err := range neptune.Clusters(t.Context(), client, nil, anyEngine) {
		if failure != nil {
			t.Error("it goes on after an error")
		}
		if failure = err; err == nil {
			names = append(names, *cluster.DBClusterIdentifier)
		}
	}
	if !errors.Is(failure, client.err) {
		t.Errorf("the error is %v", failure)
	}
	if diff := cmp.Diff([]string{"a", "b", "c"}, names); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestListRepeatedMarker(t *testing.T) {
	client := threePages()
	client.pages[1].Marker = ptr("+")
	var last error
	for _, err := range neptune.Clusters(t.Context(), client, nil) {
		last = err
	}
	if last == nil {
		t.Error("a repeated marker is not an error")
	}
	stop := func(o *neptune.ListOptions) { o.StopOnDuplicateToken = true }
	if diff := cmp.Diff([]string{"a"}, collect(t, neptune.Clusters(t.Context(), client, nil, stop), clusterName)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestListUsesClientOptions(t *testing.T) {
	server, client := estate(t)
	elsewhere := func(o *neptune.ListOptions) {
		o.ClientOptions = append(o.ClientOptions, func(o *neptune.Options) { o.Region = "eu-west-1" })
	}
	if got := collect(t, neptune.Clusters(t.Context(), client, nil, elsewhere), clusterName); got != nil {
		t.Errorf("found %q in eu-west-1", got)
	}
	if r := server.Requests(); r[len(r)-1].Region != "eu-west-1" {
		t.Errorf("asked in %s", r[len(r)-1].Region)
	}
}
