package nereidtest_test

import (
	"testing"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

// A change that takes time is pending until the maintenance window, or while it
// is applied.
func TestModifyInstancePending(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	in := &neptune.ModifyDBInstanceInput{DBInstanceIdentifier: str("graph-1"), DBInstanceClass: str("db.r6g.4xlarge"), PromotionTier: i32(7)}
	out := must(e.neptune.ModifyDBInstance(ctx, in))(t).DBInstance
	if *out.DBInstanceStatus != "available" || *out.DBInstanceClass != "db.r6g.large" || *out.PendingModifiedValues.DBInstanceClass != "db.r6g.4xlarge" || *out.PromotionTier != 7 {
		t.Errorf("the reply is %s, %s, pending %v, tier %d", *out.DBInstanceStatus, *out.DBInstanceClass, *out.PendingModifiedValues.DBInstanceClass, *out.PromotionTier)
	}
	e.Advance(time.Hour)
	if got := e.instance(t, "graph-1"); *got.DBInstanceStatus != "available" || *got.DBInstanceClass != "db.r6g.large" {
		t.Errorf("before the window: %s, %s", *got.DBInstanceStatus, *got.DBInstanceClass)
	}
	e.Advance(7 * 24 * time.Hour)
	if got := e.instance(t, "graph-1"); *got.DBInstanceClass != "db.r6g.4xlarge" || got.PendingModifiedValues.DBInstanceClass != nil {
		t.Errorf("after the window: %s, pending %v", *got.DBInstanceClass, got.PendingModifiedValues.DBInstanceClass)
	}

	// Changes that wait for the window are applied together with an immediate
	// change.
	in = &neptune.ModifyDBInstanceInput{DBInstanceIdentifier: str("graph-1"), DBInstanceClass: str("db.serverless")}
	must(e.neptune.ModifyDBInstance(ctx, in))(t)
	must(e.neptune.ModifyDBInstance(ctx, &neptune.ModifyDBInstanceInput{DBInstanceIdentifier: str("graph-1"), ApplyImmediately: yes()}))(t)
	if got := e.instance(t, "graph-1"); *got.DBInstanceStatus != "modifying" || *got.DBInstanceClass != "db.r6g.4xlarge" {
		t.Errorf("while it applies: %s, %s", *got.DBInstanceStatus, *got.DBInstanceClass)
	}
	e.Advance(time.Hour)
	if got := e.instance(t, "graph-1"); *got.DBInstanceStatus != "available" || *got.DBInstanceClass != "db.serverless" {
		t.Errorf("in the end: %s, %s", *got.DBInstanceStatus, *got.DBInstanceClass)
	}
}

// A renamed instance reboots, keeps its resource ID, and stays the writer.
func TestRenameInstance(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
	before := e.instance(t, "graph-1")
	must(e.neptune.ModifyDBInstance(ctx, &neptune.ModifyDBInstanceInput{
		DBInstanceIdentifier: str("graph-1"), NewDBInstanceIdentifier: str("Head"), ApplyImmediately: yes(),
	}))(t)
	var statuses []string
	for range 8 {
		for _, i := range must(e.neptune.DescribeDBInstances(ctx, nil))(t).DBInstances {
			if *i.DbiResourceId == *before.DbiResourceId {
				statuses = append(statuses, *i.DBInstanceIdentifier+" "+*i.DBInstanceStatus)
			}
		}
		e.Advance(time.Minute)
	}
	if statuses[0] != "graph-1 renaming" || statuses[3] != "head rebooting" || statuses[7] != "head available" {
		t.Errorf("%q", statuses)
	}
	for _, m := range e.cluster(t, "graph").DBClusterMembers {
		if *m.IsClusterWriter != (*m.DBInstanceIdentifier == "head") {
			t.Errorf("member %s: writer %t", *m.DBInstanceIdentifier, *m.IsClusterWriter)
		}
	}
}

// A new parameter group is assigned immediately, but its values take effect
// only after a reboot.
func TestParameterGroupsWaitForReboot(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	e.AddParameterGroup(nereidtest.ParameterGroup{ID: "fast"})
	e.AddParameterGroup(nereidtest.ParameterGroup{ID: "logged", OfClusters: true})
	states := func() string {
		group := e.instance(t, "graph-1").DBParameterGroups[0]
		return *group.DBParameterGroupName + " " + *group.ParameterApplyStatus + ", " + *e.cluster(t, "graph").DBClusterMembers[0].DBClusterParameterGroupStatus
	}
	must(e.neptune.ModifyDBInstance(ctx, &neptune.ModifyDBInstanceInput{DBInstanceIdentifier: str("graph-1"), DBParameterGroupName: str("fast")}))(t)
	must(e.neptune.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{DBClusterIdentifier: str("graph"), DBClusterParameterGroupName: str("logged")}))(t)
	if got := states(); got != "fast applying, applying" {
		t.Error(got)
	}
	e.Advance(time.Hour)
	if got := states(); got != "fast pending-reboot, pending-reboot" {
		t.Error(got)
	}
	must(e.neptune.RebootDBInstance(ctx, &neptune.RebootDBInstanceInput{DBInstanceIdentifier: str("graph-1")}))(t)
	e.Advance(time.Hour)
	if got := states(); got != "fast in-sync, in-sync" {
		t.Error(got)
	}
}

func TestModifyInstanceRefusals(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
	e.SetInstanceStatus("graph-2", "rebooting")
	modify := func(id string, change func(in *neptune.ModifyDBInstanceInput)) func() error {
		return func() error {
			in := &neptune.ModifyDBInstanceInput{DBInstanceIdentifier: &id}
			change(in)
			return fail(e.neptune.ModifyDBInstance(ctx, in))
		}
	}
	testRefusals(t, []refusal{
		{name: "unknown", call: modify("x", func(*neptune.ModifyDBInstanceInput) {}), code: "DBInstanceNotFound", status: 404},
		{name: "busy", call: modify("graph-2", func(*neptune.ModifyDBInstanceInput) {}), code: "InvalidDBInstanceState"},
		{name: "name taken", call: modify("graph-1", func(in *neptune.ModifyDBInstanceInput) { in.NewDBInstanceIdentifier = str("GRAPH-2") }), code: "DBInstanceAlreadyExists"},
		{name: "bad name", call: modify("graph-1", func(in *neptune.ModifyDBInstanceInput) { in.NewDBInstanceIdentifier = str("a--b") }), code: "InvalidParameterValue"},
		{name: "bad class", call: modify("graph-1", func(in *neptune.ModifyDBInstanceInput) { in.DBInstanceClass = str("r6g.large") }), code: "InvalidParameterValue"},
		{name: "bad tier", call: modify("graph-1", func(in *neptune.ModifyDBInstanceInput) { in.PromotionTier = i32(16) }), code: "InvalidParameterValue"},
		{name: "bad window", call: modify("graph-1", func(in *neptune.ModifyDBInstanceInput) { in.PreferredMaintenanceWindow = str("now") }), code: "InvalidParameterValue"},
		{name: "bad interval", call: modify("graph-1", func(in *neptune.ModifyDBInstanceInput) { in.MonitoringInterval = i32(7) }), code: "InvalidParameterValue"},
		{name: "interval without a role", call: modify("graph-1", func(in *neptune.ModifyDBInstanceInput) { in.MonitoringInterval = i32(60) }), code: "InvalidParameterCombination"},
		{name: "role without an interval", call: modify("graph-1", func(in *neptune.ModifyDBInstanceInput) { in.MonitoringRoleArn = str("r") }), code: "InvalidParameterCombination"},
		{name: "the cluster's backups", call: modify("graph-1", func(in *neptune.ModifyDBInstanceInput) { in.BackupRetentionPeriod = i32(3) }), code: "InvalidParameterCombination"},
	})
}
