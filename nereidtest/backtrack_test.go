package nereidtest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

func (e estate) backtrack(id string, to time.Time, earliest bool) (*rds.BacktrackDBClusterOutput, error) {
	return e.rds.BacktrackDBCluster(ctx, &rds.BacktrackDBClusterInput{
		DBClusterIdentifier: &id, BacktrackTo: &to, UseEarliestTimeOnPointInTimeUnavailable: &earliest,
	})
}

// A backtrack is pending, applied and completed, while its cluster is backtracking.
func TestBacktrack(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-mysql", BacktrackWindow: 3600, Created: epoch.Add(-24 * time.Hour)})
	cluster := func() types.DBCluster {
		return must(e.rds.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: str("shop")}))(t).DBClusters[0]
	}
	look := func(of types.DBClusterBacktrack) string {
		from := "-"
		if of.BacktrackedFrom != nil {
			from = of.BacktrackedFrom.Sub(epoch).String()
		}
		return fmt.Sprintf("%s requested %s to %s from %s, cluster %s", *of.Status, of.BacktrackRequestCreationTime.Sub(epoch), of.BacktrackTo.Sub(epoch), from, *cluster().Status)
	}
	if c := cluster(); *c.BacktrackWindow != 3600 || !c.EarliestBacktrackTime.Equal(epoch.Add(-time.Hour)) {
		t.Errorf("a window of %d, back to %s", *c.BacktrackWindow, c.EarliestBacktrackTime)
	}
	out := must(e.backtrack("Shop", epoch.Add(-time.Minute), false))(t)
	got := []string{look(types.DBClusterBacktrack{
		BacktrackRequestCreationTime: out.BacktrackRequestCreationTime, BacktrackTo: out.BacktrackTo, BacktrackedFrom: out.BacktrackedFrom, Status: out.Status,
	})}
	described := func() types.DBClusterBacktrack {
		return must(e.rds.DescribeDBClusterBacktracks(ctx, &rds.DescribeDBClusterBacktracksInput{
			DBClusterIdentifier: str("shop"), BacktrackIdentifier: str(strings.ToUpper(*out.BacktrackIdentifier)),
		}))(t).DBClusterBacktracks[0]
	}
	for range 3 {
		e.Advance(90 * time.Second)
		got = append(got, look(described()))
	}
	if diff := cmp.Diff([]string{
		"PENDING requested 0s to -1m0s from -, cluster backtracking",
		"APPLYING requested 0s to -1m0s from 1m0s, cluster backtracking",
		"COMPLETED requested 0s to -1m0s from 1m0s, cluster available",
		"COMPLETED requested 0s to -1m0s from 1m0s, cluster available",
	}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	// With UseEarliestTimeOnPointInTimeUnavailable, a time before the window
	// means the beginning of the window.
	early := must(e.backtrack("shop", epoch.Add(-24*time.Hour), true))(t)
	if want := e.Now().Add(-time.Hour); !early.BacktrackTo.Equal(want) {
		t.Errorf("to %s, want %s", early.BacktrackTo, want)
	}
	// A change of the cluster's status ends the backtrack.
	e.SetClusterStatus("shop", "available")
	out.BacktrackIdentifier = early.BacktrackIdentifier
	if d := described(); *d.Status != "FAILED" {
		t.Errorf("it is %s", *d.Status)
	}
}

// The list begins with the newest backtrack. New backtracks do not disturb the
// following pages.
func TestBacktrackList(t *testing.T) {
	e := newEstate(t, nereidtest.WithTimings(func(d *nereidtest.Timings) { d.ClusterBacktrack = time.Second }))
	e.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-mysql", BacktrackWindow: 3600})
	e.AddCluster(nereidtest.Cluster{ID: "other", Engine: "aurora-mysql", BacktrackWindow: 3600})
	e.AddCluster(nereidtest.Cluster{ID: "never", Engine: "aurora-mysql"})
	ids := map[string]int{}
	backtrack := func(n int) {
		out := must(e.backtrack("shop", e.Now(), false))(t)
		ids[*out.BacktrackIdentifier] = n
		e.Advance(time.Minute)
	}
	must(e.backtrack("other", e.Now(), false))(t)
	for n := range 22 {
		backtrack(n)
	}
	in := &rds.DescribeDBClusterBacktracksInput{DBClusterIdentifier: str("shop"), MaxRecords: i32(20)}
	list := func() (numbers []int, marker *string) {
		out := must(e.rds.DescribeDBClusterBacktracks(ctx, in))(t)
		for _, b := range out.DBClusterBacktracks {
			numbers = append(numbers, ids[*b.BacktrackIdentifier])
		}
		return numbers, out.Marker
	}
	first, marker := list()
	backtrack(22)
	in.Marker = marker
	rest, last := list()
	if len(first) != 20 || first[0] != 21 || first[19] != 2 || len(rest) != 2 || rest[0] != 1 || last != nil {
		t.Errorf("pages %v and %v, %v", first, rest, last)
	}
	running := must(e.backtrack("shop", e.Now(), false))(t)
	ids[*running.BacktrackIdentifier] = 23
	for _, tt := range []struct {
		name   string
		values []string
		want   int
	}{
		{"db-cluster-backtrack-status", []string{"pending"}, 1},
		{"db-cluster-backtrack-status", []string{"completed", "failed"}, 23},
		{"db-cluster-backtrack-status", []string{"applying"}, 0},
		{"db-cluster-backtrack-id", []string{*running.BacktrackIdentifier, "none"}, 1},
	} {
		in := &rds.DescribeDBClusterBacktracksInput{DBClusterIdentifier: str("shop"), Filters: []types.Filter{{Name: &tt.name, Values: tt.values}}}
		if out := must(e.rds.DescribeDBClusterBacktracks(ctx, in))(t); len(out.DBClusterBacktracks) != tt.want {
			t.Errorf("%s %v: %d of them, want %d", tt.name, tt.values, len(out.DBClusterBacktracks), tt.want)
		}
	}
	none := must(e.rds.DescribeDBClusterBacktracks(ctx, &rds.DescribeDBClusterBacktracksInput{DBClusterIdentifier: str("never")}))(t)
	if len(none.DBClusterBacktracks) != 0 {
		t.Errorf("%d backtracks of a cluster that had none", len(none.DBClusterBacktracks))
	}
}

func TestBacktrackRefusals(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-mysql", BacktrackWindow: 3600})
	e.AddCluster(nereidtest.Cluster{ID: "stopped", Engine: "aurora-mysql", BacktrackWindow: 3600, Status: "stopped"})
	e.AddCluster(nereidtest.Cluster{ID: "never", Engine: "aurora-mysql"})
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	now := e.Now()
	backtrack := func(id string, to time.Time) func() error {
		return func() error { return fail(e.backtrack(id, to, false)) }
	}
	describe := func(id, backtrack string, filters ...types.Filter) func() error {
		in := &rds.DescribeDBClusterBacktracksInput{DBClusterIdentifier: &id, Filters: filters}
		if backtrack != "" {
			in.BacktrackIdentifier = &backtrack
		}
		return func() error { return fail(e.rds.DescribeDBClusterBacktracks(ctx, in)) }
	}
	create := func(engine string, window int64) func() error {
		return func() error {
			return fail(e.rds.CreateDBCluster(ctx, &rds.CreateDBClusterInput{
				DBClusterIdentifier: str("new"), Engine: &engine, BacktrackWindow: &window, MasterUsername: str("admin"), MasterUserPassword: str("long enough"),
			}))
		}
	}
	window := int64(60)
	testRefusals(t, []refusal{
		{name: "no cluster", call: backtrack("none", now), code: "DBClusterNotFoundFault", status: 404},
		{name: "the future", call: backtrack("shop", now.Add(time.Second)), code: "InvalidParameterValue"},
		{name: "before the cluster", call: backtrack("shop", now.Add(-time.Second)), code: "InvalidParameterValue"},
		{name: "stopped", call: backtrack("stopped", now), code: "InvalidDBClusterStateFault"},
		{name: "no window", call: backtrack("never", now), code: "InvalidDBClusterStateFault"},
		{name: "another engine", call: backtrack("graph", now), code: "InvalidParameterCombination"},
		{name: "list of no cluster", call: describe("none", ""), code: "DBClusterNotFoundFault", status: 404},
		{name: "list of another engine", call: describe("graph", ""), code: "InvalidParameterCombination"},
		{name: "no backtrack", call: describe("shop", "123e4567-e89b-12d3-a456-426655440000"), code: "DBClusterBacktrackNotFoundFault", status: 404},
		{name: "status", call: describe("shop", "", types.Filter{Name: str("db-cluster-backtrack-status"), Values: []string{"done"}}), code: "InvalidParameterValue"},
		{name: "filter", call: describe("shop", "", types.Filter{Name: str("engine"), Values: []string{"x"}}), code: "InvalidParameterValue"},
		{name: "create for another engine", call: create("aurora-postgresql", 60), code: "InvalidParameterValue"},
		{name: "create with four days", call: create("aurora-mysql", 345600), code: "InvalidParameterValue"},
		{name: "turn on", call: func() error {
			return fail(e.rds.ModifyDBCluster(ctx, &rds.ModifyDBClusterInput{DBClusterIdentifier: str("never"), BacktrackWindow: &window}))
		}, code: "InvalidParameterCombination"},
	})
	must(e.backtrack("shop", now, false))(t)
	testRefusals(t, []refusal{{name: "twice", call: backtrack("shop", now), code: "InvalidDBClusterStateFault"}})
	e.Advance(time.Hour)

	// A window of 0 turns backtracking off permanently.
	off, on := int64(0), int64(7200)
	must(e.rds.ModifyDBCluster(ctx, &rds.ModifyDBClusterInput{DBClusterIdentifier: str("shop"), BacktrackWindow: &on}))(t)
	must(e.rds.ModifyDBCluster(ctx, &rds.ModifyDBClusterInput{DBClusterIdentifier: str("shop"), BacktrackWindow: &off}))(t)
	testRefusals(t, []refusal{
		{name: "off", call: backtrack("shop", e.Now()), code: "InvalidDBClusterStateFault"},
		{name: "on again", call: func() error {
			return fail(e.rds.ModifyDBCluster(ctx, &rds.ModifyDBClusterInput{DBClusterIdentifier: str("shop"), BacktrackWindow: &on}))
		}, code: "InvalidParameterCombination"},
	})
}
