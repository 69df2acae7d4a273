package nereidtest_test

import (
	"testing"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

type (
	restoreSnapshotInput = neptune.RestoreDBClusterFromSnapshotInput
	restoreTimeInput     = neptune.RestoreDBClusterToPointInTimeInput
)

// A restore takes over the data and some settings of a cluster, but no others.
func TestRestoreFromSnapshot(t *testing.T) {
	e := newEstate(t)
	must(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
		DBClusterIdentifier: str("graph"), Engine: str("neptune"), EngineVersion: str("1.3.2.1"), Port: i32(8999), BackupRetentionPeriod: i32(5),
		PreferredBackupWindow: str("10:00-11:00"), PreferredMaintenanceWindow: str("tue:04:00-tue:05:00"),
		VpcSecurityGroupIds: []string{"sg-own"}, StorageEncrypted: yes(), DeletionProtection: yes(), EnableIAMDatabaseAuthentication: yes(),
	}))(t)
	e.Advance(time.Hour)
	if err := e.addRole("graph", loadRole); err != nil {
		t.Fatal(err)
	}
	must(e.neptune.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
		DBClusterIdentifier: str("graph"), DBInstanceIdentifier: str("graph-1"), DBInstanceClass: str("db.r6g.large"), Engine: str("neptune"),
	}))(t)
	e.Advance(time.Hour)
	must(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{DBClusterIdentifier: str("graph"), DBClusterSnapshotIdentifier: str("nightly")}))(t)
	e.Advance(time.Hour)
	e.Remove("arn:aws:rds:us-east-1:123456789012:cluster:graph") // the snapshot outlives its cluster

	in := &restoreSnapshotInput{DBClusterIdentifier: str("Copy"), Engine: str("neptune"), SnapshotIdentifier: str("nightly")}
	out := must(e.neptune.RestoreDBClusterFromSnapshot(ctx, in))(t).DBCluster
	if *out.Status != "creating" || len(out.DBClusterMembers) > 0 {
		t.Errorf("the reply is %s with %d members", *out.Status, len(out.DBClusterMembers))
	}
	if got := *e.cluster(t, "copy").Status; got != "creating" {
		t.Error(got)
	}
	e.Advance(time.Hour)
	c := e.cluster(t, "copy")
	if *c.Status != "available" || *c.EngineVersion != "1.3.2.1" || *c.Port != 8999 || *c.BackupRetentionPeriod != 5 || *c.PreferredBackupWindow != "10:00-11:00" ||
		*c.PreferredMaintenanceWindow != "tue:04:00-tue:05:00" || !*c.StorageEncrypted {
		t.Errorf("taken over: %+v", c)
	}
	if *c.DBClusterParameterGroup != "default.neptune1.3" || *c.VpcSecurityGroups[0].VpcSecurityGroupId == "sg-own" || len(c.AssociatedRoles) > 0 ||
		len(c.DBClusterMembers) > 0 || *c.DeletionProtection || *c.IAMDatabaseAuthenticationEnabled {
		t.Errorf("not taken over: %+v", c)
	}
}

// A clone and its source show one clone group.
func TestRestoreToPointInTime(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1, Created: epoch.Add(-240 * time.Hour)})
	restore := func(id string, change func(*restoreTimeInput)) error {
		in := &restoreTimeInput{DBClusterIdentifier: &id, SourceDBClusterIdentifier: str("graph")}
		change(in)
		return fail(e.neptune.RestoreDBClusterToPointInTime(ctx, in))
	}
	ago := func(d time.Duration) *time.Time { at := epoch.Add(-d); return &at }
	for id, change := range map[string]func(*restoreTimeInput){
		"latest": func(in *restoreTimeInput) { in.UseLatestRestorableTime = yes() },
		"hour":   func(in *restoreTimeInput) { in.RestoreToTime = ago(time.Hour) },
		"clone":  func(in *restoreTimeInput) { in.UseLatestRestorableTime, in.RestoreType = yes(), str("copy-on-write") },
	} {
		if err := restore(id, change); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
	e.Advance(6 * time.Minute)
	if got := *e.cluster(t, "clone").Status + " " + *e.cluster(t, "latest").Status; got != "available creating" {
		t.Errorf("the clone and the copy are %s", got)
	}
	e.Advance(time.Hour)
	if a, b := e.cluster(t, "graph").CloneGroupId, e.cluster(t, "clone").CloneGroupId; a == nil || b == nil || *a != *b || e.cluster(t, "hour").CloneGroupId != nil {
		t.Errorf("clone groups %v and %v", a, b)
	}
	latest := func(in *restoreTimeInput) { in.UseLatestRestorableTime = yes() }
	with := func(id string, changes ...func(*restoreTimeInput)) func() error {
		return func() error {
			return restore(id, func(in *restoreTimeInput) {
				for _, change := range changes {
					change(in)
				}
			})
		}
	}
	testRefusals(t, []refusal{
		{name: "no time", call: with("x"), code: "InvalidParameterCombination"},
		{name: "two times", call: with("x", latest, func(in *restoreTimeInput) { in.RestoreToTime = ago(time.Hour) }), code: "InvalidParameterCombination"},
		{name: "too early", call: with("x", func(in *restoreTimeInput) { in.RestoreToTime = ago(48 * time.Hour) }), code: "InvalidParameterValue"},
		{name: "in the future", call: with("x", func(in *restoreTimeInput) { in.RestoreToTime = ago(-48 * time.Hour) }), code: "InvalidParameterValue"},
		{name: "clone of the past", call: with("x", func(in *restoreTimeInput) { in.RestoreType, in.RestoreToTime = str("copy-on-write"), ago(time.Hour) }), code: "InvalidParameterCombination"},
		{name: "unknown type", call: with("x", latest, func(in *restoreTimeInput) { in.RestoreType = str("x") }), code: "InvalidParameterValue"},
		{name: "key without encryption", call: with("x", latest, func(in *restoreTimeInput) { in.KmsKeyId = str("alias/x") }), code: "InvalidParameterCombination"},
		{name: "unknown source", call: with("x", latest, func(in *restoreTimeInput) { in.SourceDBClusterIdentifier = str("x") }), code: "DBClusterNotFoundFault", status: 404},
		{name: "name taken", call: with("GRAPH", latest), code: "DBClusterAlreadyExistsFault"},
	})
}

func TestRestoreRefusals(t *testing.T) {
	e := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.Clusters = 2 }))
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Cluster: "graph"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "busy", Status: "creating"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "locked", KmsKeyID: "alias/locked"})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "rows", Engine: "mysql"})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "tables", Engine: "oracle-ee"})
	e.DisableKey("alias/locked")
	const dbSnapshot = "arn:aws:rds:us-east-1:123456789012:snapshot:"
	restore := func(id, snapshot, engine string, change func(*restoreSnapshotInput)) func() error {
		return func() error {
			in := &restoreSnapshotInput{DBClusterIdentifier: &id, Engine: &engine, SnapshotIdentifier: &snapshot}
			if change != nil {
				change(in)
			}
			return fail(e.neptune.RestoreDBClusterFromSnapshot(ctx, in))
		}
	}
	testRefusals(t, []refusal{
		{name: "unknown", call: restore("x", "x", "neptune", nil), code: "DBClusterSnapshotNotFoundFault", status: 404},
		{name: "not available", call: restore("x", "busy", "neptune", nil), code: "InvalidDBClusterSnapshotStateFault"},
		{name: "key disabled", call: restore("x", "locked", "neptune", nil), code: "KMSKeyNotAccessibleFault"},
		{name: "name taken", call: restore("graph", "nightly", "neptune", nil), code: "DBClusterAlreadyExistsFault"},
		{name: "bad name", call: restore("1", "nightly", "neptune", nil), code: "InvalidParameterValue"},
		{name: "another engine", call: restore("x", "nightly", "docdb", nil), code: "InvalidParameterCombination"},
		{name: "unknown group", call: restore("x", "nightly", "neptune", func(in *restoreSnapshotInput) { in.DBClusterParameterGroupName = str("x") }), code: "DBClusterParameterGroupNotFound", status: 404},
		{name: "bad port", call: restore("x", "nightly", "neptune", func(in *restoreSnapshotInput) { in.Port = i32(80) }), code: "InvalidParameterValue"},
		{name: "older version", call: restore("x", "nightly", "neptune", func(in *restoreSnapshotInput) { in.EngineVersion = str("1.2.0.0") }), code: "InvalidParameterCombination"},
		{name: "snapshot of an instance by name", call: restore("x", "rows", "aurora-mysql", nil), code: "DBClusterSnapshotNotFoundFault", status: 404},
		{name: "unknown snapshot of an instance", call: restore("x", dbSnapshot+"x", "aurora-mysql", nil), code: "DBSnapshotNotFound", status: 404},
		{name: "snapshot of another engine", call: restore("x", dbSnapshot+"tables", "aurora-mysql", nil), code: "InvalidRestoreFault"},
	})
	if err := restore("rows", dbSnapshot+"rows", "aurora-mysql", nil)(); err != nil {
		t.Fatal(err)
	}
	if got := e.cluster(t, "rows"); *got.Engine != "aurora-mysql" || *got.MasterUsername != "admin" {
		t.Errorf("restored %s of %s", *got.Engine, *got.MasterUsername)
	}
	testRefusals(t, []refusal{{name: "beyond the quota", call: restore("x", "nightly", "neptune", nil), code: "DBClusterQuotaExceededFault", status: 403}})
}
