package nereidtest_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// events returns the events that a request finds, as TIME SOURCE (CATEGORY):
// MESSAGE.
func (e estate) events(t testing.TB, in *rds.DescribeEventsInput) []string {
	t.Helper()
	var list []string
	for ev, err := range rds.NewDescribeEventsPaginator(e.rds, in).All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, fmt.Sprintf("%s %s (%s): %s", ev.Date.Sub(epoch), strings.TrimPrefix(*ev.SourceArn, "arn:aws:rds:us-east-1:123456789012:"),
			strings.Join(ev.EventCategories, ","), *ev.Message))
		if !strings.HasSuffix(*ev.SourceArn, ":"+*ev.SourceIdentifier) {
			t.Errorf("%s of %s", *ev.SourceIdentifier, *ev.SourceArn)
		}
	}
	return list
}

func TestEvents(t *testing.T) {
	e := newEstate(t)
	e.AddInstance(nereidtest.Instance{ID: "orders"})
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "away", Region: "eu-west-1"})
	if got := e.events(t, nil); got != nil {
		t.Errorf("events of added resources: %v", got)
	}
	steps := []struct {
		do   func()
		want []string
	}{
		{func() {
			must(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: str("New"), Engine: str("neptune")}))(t)
			must(e.neptune.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
				DBInstanceIdentifier: str("new-1"), DBClusterIdentifier: str("new"), DBInstanceClass: str("db.r6g.large"), Engine: str("neptune"),
			}))(t)
		}, []string{
			"1m15s cluster:new (creation): DB cluster created",
			"6m0s db:new-1 (creation): DB instance created",
		}},
		{func() {
			must(e.neptune.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{
				DBClusterIdentifier: str("new"), NewDBClusterIdentifier: str("newer"), EngineVersion: str("1.4.6.3"), ApplyImmediately: yes(),
			}))(t)
			must(e.neptune.RebootDBInstance(ctx, &neptune.RebootDBInstanceInput{DBInstanceIdentifier: str("new-1")}))(t)
		}, []string{
			"1h0m0s db:new-1 (availability): DB instance shutdown",
			"1h2m0s db:new-1 (availability): DB instance restarted",
			"1h15m0s cluster:new (maintenance): Database cluster engine version has been upgraded",
			"1h15m0s cluster:newer (notification): Renamed cluster from new to newer",
		}},
		{func() {
			must(e.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: str("new-1")}))(t)
			must(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("newer"), FinalDBSnapshotIdentifier: str("last")}))(t)
		}, []string{
			"2h0m0s cluster-snapshot:last (backup): Creating manual cluster snapshot",
			"2h2m0s cluster-snapshot:last (backup): Manual cluster snapshot created",
			"2h4m0s db:new-1 (deletion): DB instance deleted",
			"2h4m0s cluster:newer (deletion): DB cluster deleted",
		}},
		{func() {
			must(e.neptune.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
			e.Advance(time.Minute)
			must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
			e.Advance(9 * time.Minute)
			must(e.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
		}, []string{
			"3h0m0s cluster:graph (failover): Started cross AZ failover to DB instance: graph-2",
			"3h0m30s cluster:graph (failover): Completed failover to DB instance: graph-2",
			"3h6m0s db:graph-1 (notification): DB instance stopped",
			"3h6m0s db:graph-2 (notification): DB instance stopped",
			"3h6m0s cluster:graph (notification): DB cluster stopped",
			"3h18m0s db:graph-1 (notification): DB instance started",
			"3h18m0s db:graph-2 (notification): DB instance started",
			"3h18m0s cluster:graph (notification): DB cluster started",
		}},
		{func() {
			must(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: str("orders"), DBSnapshotIdentifier: str("a")}))(t)
			e.Advance(10 * time.Minute)
			must(e.rds.DeleteDBSnapshot(ctx, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: str("a")}))(t)
			must(e.rds.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{
				SourceDBSnapshotIdentifier: str("arn:aws:rds:eu-west-1:123456789012:snapshot:away"), TargetDBSnapshotIdentifier: str("home"),
			}))(t)
		}, []string{
			"4h0m0s db:orders (backup): Backing up DB instance",
			"4h0m0s snapshot:a (creation): Creating manual snapshot",
			"4h2m0s db:orders (backup): Finished DB instance backup",
			"4h2m0s snapshot:a (creation): Manual snapshot created",
			"4h10m0s snapshot:home (notification): Started copy of snapshot home from region eu-west-1",
			"4h10m10s snapshot:a (deletion): Deleted manual snapshot",
			"4h22m0s snapshot:home (notification): Finished copy of snapshot home from region eu-west-1",
		}},
		{func() {
			must(e.rds.StartExportTask(ctx, exportInput("e", "arn:aws:rds:us-east-1:123456789012:snapshot:home")))(t)
			must(e.rds.StartExportTask(ctx, exportInput("f", "arn:aws:rds:us-east-1:123456789012:cluster:graph")))(t)
			must(e.rds.StartExportTask(ctx, exportInput("g", "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:last")))(t)
			must(e.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: str("f")}))(t)
			e.SetExportTaskStatus("g", "FAILED", "no permission")
		}, []string{
			"5h0m0s cluster-snapshot:last (notification): The cluster snapshot export task failed",
			"5h1m30s cluster:graph (notification): Export task canceled",
			"5h20m0s snapshot:home (notification): The snapshot export task completed",
		}},
		{func() {
			must(e.rds.StopDBInstance(ctx, &rds.StopDBInstanceInput{DBInstanceIdentifier: str("orders")}))(t)
			e.Advance(4*time.Minute + 7*24*time.Hour)
		}, []string{
			"174h4m0s db:orders (notification): DB instance is being started due to it exceeding the maximum allowed time being stopped",
			"174h9m0s db:orders (notification): DB instance started",
		}},
		{func() {
			must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
			e.Advance(5*time.Minute + 7*24*time.Hour)
		}, []string{
			"343h5m0s cluster:graph (notification): DB cluster is being started due to it exceeding the maximum allowed time being stopped",
			"343h13m0s db:graph-1 (notification): DB instance started",
			"343h13m0s db:graph-2 (notification): DB instance started",
			"343h13m0s cluster:graph (notification): DB cluster started",
		}},
	}
	for _, step := range steps {
		step.do()
		e.Advance(time.Hour - e.Now().Sub(epoch)%time.Hour)
		if diff := cmp.Diff(step.want, e.events(t, nil)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestDescribeEventsSelects(t *testing.T) {
	e := newEstate(t)
	for n := range 30 { // an event each at the full minute, from 0 to 29
		e.AddInstance(nereidtest.Instance{ID: fmt.Sprintf("i-%d", n)})
		must(e.neptune.RebootDBInstance(ctx, &neptune.RebootDBInstanceInput{DBInstanceIdentifier: str(fmt.Sprintf("i-%d", n))}))(t)
		e.SetInstanceStatus(fmt.Sprintf("i-%d", n), "available")
		e.Advance(time.Minute)
	}
	e.AddSnapshot(nereidtest.Snapshot{ID: "s"})
	must(e.rds.CopyDBClusterSnapshot(ctx, &rds.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: str("s"), TargetDBClusterSnapshotIdentifier: str("i-3"),
	}))(t)
	at := func(minutes int) *time.Time {
		t := epoch.Add(time.Duration(minutes) * time.Minute)
		return &t
	}
	type input = rds.DescribeEventsInput
	for name, test := range map[string]struct {
		in   input
		want int
	}{
		"all":                  {input{}, 31},
		"source":               {input{SourceIdentifier: str("I-3"), SourceType: types.SourceTypeDbInstance}, 1},
		"source type":          {input{SourceType: types.SourceTypeDbClusterSnapshot}, 1},
		"nothing of that type": {input{SourceType: types.SourceTypeDbProxy}, 0},
		"category":             {input{EventCategories: []string{"availability", "failover"}}, 30},
		"other category":       {input{EventCategories: []string{"failover"}}, 0},
		"duration":             {input{Duration: i32(10)}, 11},
		"from":                 {input{StartTime: at(20)}, 11},
		"until":                {input{EndTime: at(4)}, 5},
		"from and until":       {input{StartTime: at(3), EndTime: at(4)}, 2},
		"from for":             {input{StartTime: at(3), Duration: i32(5)}, 6},
		"until, for":           {input{EndTime: at(10), Duration: i32(5)}, 6},
		"for very long":        {input{Duration: i32(math.MaxInt32)}, 31},
		"from for very long":   {input{StartTime: at(-30 * 24 * 60), Duration: i32(math.MaxInt32)}, 31},
	} {
		test.in.MaxRecords = i32(20)
		if got := e.events(t, &test.in); len(got) != test.want {
			t.Errorf("%s: %d events, want %d: %v", name, len(got), test.want, got)
		}
	}
	describe := func(in input) func() error {
		return func() error { return fail(e.rds.DescribeEvents(ctx, &in)) }
	}
	testRefusals(t, []refusal{
		{name: "source without type", call: describe(input{SourceIdentifier: str("i-3")}), code: "InvalidParameterCombination"},
		{name: "type", call: describe(input{SourceType: "db"}), code: "InvalidParameterValue"},
		{name: "filter", call: describe(input{Filters: []types.Filter{{Name: str("engine"), Values: []string{"neptune"}}}}), code: "InvalidParameterValue"},
		{name: "end before start", call: describe(input{StartTime: at(4), EndTime: at(3)}), code: "InvalidParameterCombination"},
		{name: "duration", call: describe(input{Duration: i32(0)}), code: "InvalidParameterValue"},
		{name: "page", call: describe(input{MaxRecords: i32(19)}), code: "InvalidParameterValue"},
	})

	e.Advance(14*24*time.Hour - 10*time.Minute)
	if got := e.events(t, &input{StartTime: at(0), EventCategories: []string{"availability", "notification"}}); len(got) != 11 { // from 20 on
		t.Errorf("two weeks later %d events are left: %v", len(got), got)
	}
}
