package nereidtest_test

import (
	"slices"
	"testing"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// shows checks a status in a reply and the status that Describe responses show
// right after it.
func shows(t *testing.T, reply, wantReply, description, wantDescription string) {
	t.Helper()
	if reply != wantReply || description != wantDescription {
		t.Errorf("the reply shows %s and the description %s, want %s and %s", reply, description, wantReply, wantDescription)
	}
}

func (e estate) status(t *testing.T, id string) string { t.Helper(); return *e.cluster(t, id).Status }

func (e estate) instanceStatus(t *testing.T, id string) string {
	t.Helper()
	out := must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: &id}))(t)
	return *out.DBInstances[0].DBInstanceStatus
}

func (e estate) globalStatus(t *testing.T, id string) (status string, members int) {
	t.Helper()
	out := must(e.neptune.DescribeGlobalClusters(ctx, &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: &id}))(t)
	return *out.GlobalClusters[0].Status, len(out.GlobalClusters[0].GlobalClusterMembers)
}

// stateFacts are the facts about states in replies.
func stateFacts() []fact {
	return []fact{
		{"330a1c76", "the reply of a stop shows available", func(t *testing.T) {
			e := realEstate(t)
			out := must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("c1")}))(t)
			shows(t, *out.DBCluster.Status, "available", e.status(t, "c1"), "stopping")
		}},
		{"5a95fdf9", "the reply of a start shows stopped", func(t *testing.T) {
			e := realEstate(t)
			out := must(e.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: str("c2")}))(t)
			shows(t, *out.DBCluster.Status, "stopped", e.status(t, "c2"), "starting")
		}},
		{"fd50ecce", "a cluster to be deleted shows available until its final snapshot is taken", func(t *testing.T) {
			e := newEstate(t)
			e.AddCluster(nereidtest.Cluster{ID: "c1"})
			e.AddCluster(nereidtest.Cluster{ID: "c2"})
			out := must(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("c1"), SkipFinalSnapshot: yes()}))(t)
			shows(t, *out.DBCluster.Status, "available", e.status(t, "c1"), "deleting")
			out = must(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("c2"), FinalDBSnapshotIdentifier: str("f")}))(t)
			shows(t, *out.DBCluster.Status, "available", e.status(t, "c2"), "available")
			timings := nereidtest.DefaultTimings()
			e.Advance(timings.SnapshotCreate)
			e.wantStatus(t, "c2", "deleting")
			e.Advance(timings.ClusterDelete)
			e.gone(t, "c2")
		}},
		{"d2f44e6b", "the reply of a failover shows available and the previous roles", func(t *testing.T) {
			e := realEstate(t)
			before := e.cluster(t, "c1").DBClusterMembers
			out := must(e.neptune.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{DBClusterIdentifier: str("c1")}))(t)
			shows(t, *out.DBCluster.Status, "available", e.status(t, "c1"), "failing-over")
			for _, m := range out.DBCluster.DBClusterMembers {
				for _, b := range before {
					if *m.DBInstanceIdentifier == *b.DBInstanceIdentifier && *m.IsClusterWriter != *b.IsClusterWriter {
						t.Errorf("the reply shows the new role of %s", *m.DBInstanceIdentifier)
					}
				}
			}
		}},
		{"8a53eb8c", "the reply of the deletion of a cluster snapshot shows available", func(t *testing.T) {
			e := realEstate(t)
			in := &neptune.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: str("s1")}
			out := must(e.neptune.DeleteDBClusterSnapshot(ctx, in))(t)
			if got := *out.DBClusterSnapshot.Status; got != "available" {
				t.Errorf("the reply shows %s", got)
			}
			e.Advance(time.Minute)
			says(t, fail(e.neptune.DeleteDBClusterSnapshot(ctx, in)), 404, "DBClusterSnapshotNotFoundFault", "DBClusterSnapshot not found: s1")
		}},
		{"b77c3cfc", "the reply of the deletion of a DB snapshot shows deleted", func(t *testing.T) {
			e := realEstate(t)
			out := must(e.rds.DeleteDBSnapshot(ctx, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: str("d1")}))(t)
			if got := *out.DBSnapshot.Status; got != "deleted" {
				t.Errorf("the reply shows %s", got)
			}
			e.Advance(time.Minute)
			if n := len(must(e.rds.DescribeDBSnapshots(ctx, nil))(t).DBSnapshots); n != 0 {
				t.Errorf("%d are left", n)
			}
		}},
		{"8eb8a053", "the replies of the creation and deletion of a global database show available", func(t *testing.T) {
			e := realEstate(t)
			made := must(e.neptune.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
				GlobalClusterIdentifier: str("world"), Engine: str("neptune"),
			}))(t)
			if got := *made.GlobalCluster.Status; got != "available" {
				t.Errorf("the reply of the creation shows %s", got)
			}
			e.Advance(time.Hour)
			ended := must(e.neptune.DeleteGlobalCluster(ctx, &neptune.DeleteGlobalClusterInput{GlobalClusterIdentifier: str("world")}))(t)
			if got := *ended.GlobalCluster.Status; got != "available" {
				t.Errorf("the reply of the deletion shows %s", got)
			}
		}},
		{"99f5ab18", "the reply of the removal of a member shows available and still lists the member", func(t *testing.T) {
			e := realEstate(t)
			_, secondary := e.world(t)
			out := must(e.neptune.RemoveFromGlobalCluster(ctx, &neptune.RemoveFromGlobalClusterInput{
				GlobalClusterIdentifier: str("world"), DbClusterIdentifier: &secondary,
			}))(t)
			if g := out.GlobalCluster; *g.Status != "available" || len(g.GlobalClusterMembers) != 2 {
				t.Errorf("the reply shows %s and %d members", *g.Status, len(g.GlobalClusterMembers))
			}
			e.Advance(time.Hour)
			if status, members := e.globalStatus(t, "world"); status != "available" || members != 1 {
				t.Errorf("an hour later it is %s with %d members", status, members)
			}
		}},
		{"8c6b9c68", "the replies of a global failover and switchover show switching-over and pending", func(t *testing.T) {
			e := realEstate(t)
			primary, secondary := e.world(t)
			failed := must(e.neptune.FailoverGlobalCluster(ctx, &neptune.FailoverGlobalClusterInput{
				GlobalClusterIdentifier: str("world"), TargetDbClusterIdentifier: &secondary, AllowDataLoss: yes(),
			}))(t).GlobalCluster
			if s := failed.FailoverState; *failed.Status != "switching-over" || s.Status != "pending" || s.IsDataLossAllowed == nil || !*s.IsDataLossAllowed {
				t.Errorf("failover: %s, %+v", *failed.Status, s)
			}
			e.Advance(time.Hour)
			switched := must(e.neptune.SwitchoverGlobalCluster(ctx, &neptune.SwitchoverGlobalClusterInput{
				GlobalClusterIdentifier: str("world"), TargetDbClusterIdentifier: &primary,
			}))(t).GlobalCluster
			if s := switched.FailoverState; *switched.Status != "switching-over" || s.Status != "pending" || s.IsDataLossAllowed == nil || *s.IsDataLossAllowed {
				t.Errorf("switchover: %s, %+v", *switched.Status, s)
			}
		}},
		{"3cdd8b39", "the reply of a modification shows available", func(t *testing.T) {
			e := realEstate(t)
			out := must(e.neptune.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{
				DBClusterIdentifier: str("c1"), BackupRetentionPeriod: i32(9), ApplyImmediately: yes(),
			}))(t)
			if got := *out.DBCluster.Status; got != "available" {
				t.Errorf("the reply shows %s", got)
			}
		}},
		{"d29abe53", "the replies of operations on instances show the new state", func(t *testing.T) {
			e := realEstate(t)
			id := str("i1")
			reboot := must(e.neptune.RebootDBInstance(ctx, &neptune.RebootDBInstanceInput{DBInstanceIdentifier: id}))(t)
			shows(t, *reboot.DBInstance.DBInstanceStatus, "rebooting", e.instanceStatus(t, "i1"), "rebooting")
			e.Advance(time.Hour)
			stop := must(e.rds.StopDBInstance(ctx, &rds.StopDBInstanceInput{DBInstanceIdentifier: id}))(t)
			shows(t, *stop.DBInstance.DBInstanceStatus, "stopping", e.instanceStatus(t, "i1"), "stopping")
			e.Advance(time.Hour)
			start := must(e.rds.StartDBInstance(ctx, &rds.StartDBInstanceInput{DBInstanceIdentifier: id}))(t)
			shows(t, *start.DBInstance.DBInstanceStatus, "starting", e.instanceStatus(t, "i1"), "starting")
			e.Advance(time.Hour)
			end := must(e.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: id, SkipFinalSnapshot: yes()}))(t)
			shows(t, *end.DBInstance.DBInstanceStatus, "deleting", e.instanceStatus(t, "i1"), "deleting")
		}},
		{"aa13742c", "a copy of a cluster snapshot in the region with the same key is available at once", func(t *testing.T) {
			e := realEstate(t)
			out := must(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: str("s1"), TargetDBClusterSnapshotIdentifier: str("s2"),
			}))(t)
			if s := out.DBClusterSnapshot; *s.Status != "available" || *s.PercentProgress != 100 {
				t.Errorf("the reply shows %s, %d %%", *s.Status, *s.PercentProgress)
			}
			out = must(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: str("s1"), TargetDBClusterSnapshotIdentifier: str("s3"), KmsKeyId: str("alias/other"),
			}))(t)
			if s := out.DBClusterSnapshot; slices.Contains([]string{"available", "failed"}, *s.Status) {
				t.Errorf("with another key the reply shows %s", *s.Status)
			}
		}},
		{"3166e21f", "descriptions show changes only after a while, if a test sets lags", func(t *testing.T) {
			e := newEstate(t, lagging(1)...)
			e.AddCluster(nereidtest.Cluster{ID: "c1"})
			must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("c1")}))(t)
			e.wantStatus(t, "c1", "available")
			e.Advance(time.Minute)
			e.wantStatus(t, "c1", "stopping")
		}},
	}
}
