package nereidtest_test

import (
	"regexp"
	"testing"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// timeFacts are the facts about times. Recovery depends on these times.
func timeFacts() []fact {
	timings := nereidtest.DefaultTimings()
	return []fact{
		{"f6846f35", "an instance has no creation time, endpoint and zone until it is created, and its creation time is the end of creating", func(t *testing.T) {
			e := realEstate(t)
			out := must(e.neptune.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
				DBInstanceIdentifier: str("new"), DBInstanceClass: str("db.r6g.large"), Engine: str("neptune"), DBClusterIdentifier: str("c1"),
			}))(t).DBInstance
			if out.InstanceCreateTime != nil || out.Endpoint != nil || out.AvailabilityZone != nil {
				t.Errorf("the reply shows %v, %+v, %v", out.InstanceCreateTime, out.Endpoint, out.AvailabilityZone)
			}
			e.Advance(timings.InstanceCreate / 2)
			if i := e.instance(t, "new"); i.InstanceCreateTime != nil || i.Endpoint != nil || i.AvailabilityZone != nil {
				t.Errorf("while it is created: %v, %+v, %v", i.InstanceCreateTime, i.Endpoint, i.AvailabilityZone)
			}
			e.Advance(timings.InstanceCreate)
			want := epoch.Add(timings.InstanceCreate)
			if i := e.instance(t, "new"); i.InstanceCreateTime == nil || !i.InstanceCreateTime.Equal(want) || i.Endpoint == nil || i.AvailabilityZone == nil {
				t.Errorf("then: %v, %+v, %v; want %v", i.InstanceCreateTime, i.Endpoint, i.AvailabilityZone, want)
			}
		}},
		{"7921cd5e", "a copy of a cluster snapshot keeps the time of its source, a copy of a DB snapshot gets its own at the end", func(t *testing.T) {
			e := realEstate(t)
			source := e.clusterSnapshot(t, "s1")
			c := must(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: str("s1"), TargetDBClusterSnapshotIdentifier: str("s2"),
			}))(t).DBClusterSnapshot
			if !c.SnapshotCreateTime.Equal(*source.SnapshotCreateTime) {
				t.Errorf("the copy has %v, the source %v", c.SnapshotCreateTime, source.SnapshotCreateTime)
			}
			if d := e.clusterSnapshot(t, "s2"); d.DbClusterResourceId != nil || source.DbClusterResourceId == nil {
				t.Errorf("resource id of the copy %v, of the source %v", d.DbClusterResourceId, source.DbClusterResourceId)
			}
			d := must(e.rds.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{
				SourceDBSnapshotIdentifier: str("d1"), TargetDBSnapshotIdentifier: str("d2"),
			}))(t).DBSnapshot
			if d.SnapshotCreateTime != nil {
				t.Errorf("the copy has %v", d.SnapshotCreateTime)
			}
			e.Advance(time.Hour)
			if at := e.dbSnapshot(t, "d2").SnapshotCreateTime; at == nil || at.Before(epoch) {
				t.Errorf("the copy has %v, want its own time", at)
			}
		}},
		{"8fea2449", "a cluster snapshot has its time at once, a DB snapshot when it is taken", func(t *testing.T) {
			e := realEstate(t)
			s := must(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: str("c1"), DBClusterSnapshotIdentifier: str("s2"),
			}))(t).DBClusterSnapshot
			if s.SnapshotCreateTime == nil || !s.SnapshotCreateTime.Equal(epoch) {
				t.Errorf("cluster snapshot: %v", s.SnapshotCreateTime)
			}
			d := must(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: str("i1"), DBSnapshotIdentifier: str("d2")}))(t).DBSnapshot
			if d.SnapshotCreateTime != nil || e.dbSnapshot(t, "d2").SnapshotCreateTime != nil {
				t.Errorf("DB snapshot: %v", d.SnapshotCreateTime)
			}
			e.Advance(time.Hour)
			if at := e.dbSnapshot(t, "d2").SnapshotCreateTime; at == nil || at.Before(epoch) || at.After(epoch.Add(timings.SnapshotCreate)) {
				t.Errorf("DB snapshot, taken: %v", at)
			}
		}},
		{"3c31dac9", "an export has no start time while it is starting, and an export of a cluster has no snapshot time", func(t *testing.T) {
			e := realEstate(t)
			if err := e.startExport("e1", clusterSnapshotARN+"s1"); err != nil {
				t.Fatal(err)
			}
			if task := e.exportTask(t, "e1"); task.TaskStartTime != nil || task.SnapshotTime == nil {
				t.Errorf("%+v", task)
			}
			must(e.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: str("e1")}))(t)
			e.Advance(time.Hour)
			if task := e.exportTask(t, "e1"); *task.Status != "CANCELED" || task.TaskStartTime != nil || task.TaskEndTime == nil {
				t.Errorf("%+v", task)
			}
			if err := e.startExport("e2", "arn:aws:rds:us-east-1:123456789012:cluster:c1"); err != nil {
				t.Fatal(err)
			}
			if task := e.exportTask(t, "e2"); task.SnapshotTime != nil {
				t.Errorf("%+v", task)
			}
		}},
		{"23716893", "the restorable time of a stopped cluster stands still, and its instances show the restart time", func(t *testing.T) {
			e := realEstate(t)
			before := e.cluster(t, "c2").LatestRestorableTime
			e.Advance(time.Hour)
			if after := e.cluster(t, "c2").LatestRestorableTime; before == nil || after == nil || !after.Equal(*before) {
				t.Errorf("%v, an hour later %v", before, after)
			}
			must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("c1")}))(t)
			e.Advance(time.Hour)
			c, i := e.cluster(t, "c1").AutomaticRestartTime, e.instance(t, "c1-1").AutomaticRestartTime
			if c == nil || i == nil || !c.Equal(*i) {
				t.Errorf("restart of the cluster %v, of an instance %v", c, i)
			}
		}},
		{"c1ec40cc", "times have at most three digits of a fraction, and Z", func(t *testing.T) {
			e := realEstate(t)
			body := post(t, e.Server, "Action=DescribeDBClusterSnapshots&Version=2014-10-31", nil).body
			times := regexp.MustCompile(`<\w+Time>([^<]*)<`).FindAllStringSubmatch(body, -1)
			if len(times) == 0 {
				t.Fatal("no times")
			}
			for _, at := range times {
				if !regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$`).MatchString(at[1]) {
					t.Errorf("%s", at[1])
				}
			}
		}},
	}
}
