package nereidtest_test

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
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

// TestIdentifierWithFilters lists with an identifier and filters together. The identifier is added
// to the values of an identifier filter. Resources that the filters exclude are not found.
func TestIdentifierWithFilters(t *testing.T) {
	e := newEstate(t)
	for _, id := range []string{"a", "b"} {
		e.AddInstance(nereidtest.Instance{ID: id, Engine: "postgres"})
		e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "of-" + id, Instance: id, Engine: "postgres"})
		e.AddCluster(nereidtest.Cluster{ID: "c" + id})
		e.AddSnapshot(nereidtest.Snapshot{ID: "of-c" + id, Cluster: "c" + id})
	}
	const instanceID, snapshotID, clusterID, clusterSnapshotID = "db-instance-id", "db-snapshot-id", "db-cluster-id", "db-cluster-snapshot-id"
	filter := func(name string, values ...string) rdstypes.Filter {
		return rdstypes.Filter{Name: &name, Values: values}
	}
	type filters = []rdstypes.Filter
	kinds := map[string]struct {
		list     func(id string, f filters) (string, error)
		a, b     string // that exist
		filter   string
		notFound string
	}{
		"instances": {list: func(id string, f filters) (string, error) {
			out, err := e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: &id, Filters: f})
			return names(out, err, func(o *rds.DescribeDBInstancesOutput) (list []*string) {
				for _, i := range o.DBInstances {
					list = append(list, i.DBInstanceIdentifier)
				}
				return list
			})
		}, a: "a", b: "b", filter: instanceID, notFound: "DBInstanceNotFound"},
		"clusters": {list: func(id string, f filters) (string, error) {
			out, err := e.rds.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: &id, Filters: f})
			return names(out, err, func(o *rds.DescribeDBClustersOutput) (list []*string) {
				for _, c := range o.DBClusters {
					list = append(list, c.DBClusterIdentifier)
				}
				return list
			})
		}, a: "ca", b: "cb", filter: clusterID, notFound: "DBClusterNotFoundFault"},
		"snapshots": {list: func(id string, f filters) (string, error) {
			out, err := e.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &id, Filters: f})
			return names(out, err, func(o *rds.DescribeDBSnapshotsOutput) (list []*string) {
				for _, s := range o.DBSnapshots {
					list = append(list, s.DBSnapshotIdentifier)
				}
				return list
			})
		}, a: "of-a", b: "of-b", filter: snapshotID, notFound: "DBSnapshotNotFound"},
		"cluster snapshots": {list: func(id string, f filters) (string, error) {
			out, err := e.rds.DescribeDBClusterSnapshots(ctx, &rds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id, Filters: f})
			return names(out, err, func(o *rds.DescribeDBClusterSnapshotsOutput) (list []*string) {
				for _, s := range o.DBClusterSnapshots {
					list = append(list, s.DBClusterSnapshotIdentifier)
				}
				return list
			})
		}, a: "of-ca", b: "of-cb", filter: clusterSnapshotID, notFound: "DBClusterSnapshotNotFoundFault"},
	}
	for name, k := range kinds {
		t.Run(name, func(t *testing.T) {
			for _, c := range []struct {
				id      string
				filters filters
				want    string
			}{
				{k.a, filters{filter(k.filter, k.b)}, k.a + " " + k.b},
				{"unknown", filters{filter(k.filter, k.b)}, k.b},
				{k.a, filters{filter("engine", "postgres", "neptune")}, k.a},
			} {
				if got, err := k.list(c.id, c.filters); err != nil || got != c.want {
					t.Errorf("%s with %v: %q, %v; want %q", c.id, c.filters, got, err, c.want)
				}
			}
			for _, f := range []filters{{filter("engine", "mariadb")}, {filter(k.filter, "other"), filter("engine", "mariadb")}} {
				_, err := k.list(k.a, f)
				if code, _ := codeOf(err); code != k.notFound {
					t.Errorf("%s with %v: %v, want %s", k.a, f, err, k.notFound)
				}
			}
			_, err := k.list(k.a, filters{filter(k.filter, []string{}...)})
			if code, _ := codeOf(err); code != "InvalidParameterCombination" {
				t.Errorf("a filter without values: %v", err)
			}
		})
	}
	out := must(e.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{
		DBSnapshotIdentifier: str("unknown"), DBInstanceIdentifier: str("a"),
	}))(t)
	if len(out.DBSnapshots) != 0 {
		t.Errorf("an unknown snapshot of an instance: %d snapshots, want none", len(out.DBSnapshots))
	}
}

// TestPageSizes asks for pages of sizes that AWS accepts and rejects. Pages of orderable options
// may be larger than others.
func TestPageSizes(t *testing.T) {
	e := newEstate(t)
	options := func(n int32) (*rds.DescribeOrderableDBInstanceOptionsOutput, error) {
		return e.rds.DescribeOrderableDBInstanceOptions(ctx, &rds.DescribeOrderableDBInstanceOptionsInput{Engine: str("postgres"), MaxRecords: &n})
	}
	for _, n := range []int32{20, 100, 1000} {
		if got := must(options(n))(t); len(got.OrderableDBInstanceOptions) != int(n) || got.Marker == nil {
			t.Errorf("%d options, want %d", len(got.OrderableDBInstanceOptions), n)
		}
	}
	says(t, fail(options(3412)), 400, badValue, "Invalid value 3412 for MaxRecords. Must be between 20 and 1000")
	says(t, fail(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{MaxRecords: i32(101)})), 400, badValue,
		"Invalid value 101 for MaxRecords. Must be between 20 and 100")
}

// names joins the names in an output.
func names[T any](out T, err error, list func(T) []*string) (string, error) {
	if err != nil {
		return "", err
	}
	var words []string
	for _, s := range list(out) {
		words = append(words, *s)
	}
	return strings.Join(words, " "), nil
}
