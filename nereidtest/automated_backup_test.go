package nereidtest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// at returns the time since the beginning of the test, or - for none.
func at(t *time.Time) string {
	if t == nil {
		return "-"
	}
	return strings.ReplaceAll(t.Sub(epoch).String(), "h0m0s", "h")
}

// instanceBackups returns the backups of instances in a region, each as name,
// status and window.
func (e estate) instanceBackups(t *testing.T, region string) (list []string) {
	t.Helper()
	for _, b := range must(rds.NewFromConfig(e.ConfigFor(region)).DescribeDBInstanceAutomatedBackups(ctx, nil))(t).DBInstanceAutomatedBackups {
		list = append(list, fmt.Sprintf("%s %s %s..%s", *b.DBInstanceIdentifier, *b.Status, at(b.RestoreWindow.EarliestTime), at(b.RestoreWindow.LatestTime)))
	}
	return list
}

// automated returns the names of the automated snapshots, of instances first
// and then of clusters.
func (e estate) automated(t *testing.T) (list []string) {
	t.Helper()
	for _, s := range must(e.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{SnapshotType: str("automated")}))(t).DBSnapshots {
		list = append(list, *s.DBSnapshotIdentifier+" "+*s.Status)
	}
	for _, s := range must(e.rds.DescribeDBClusterSnapshots(ctx, &rds.DescribeDBClusterSnapshotsInput{SnapshotType: str("automated")}))(t).DBClusterSnapshots {
		list = append(list, *s.DBClusterSnapshotIdentifier+" "+*s.Status)
	}
	return list
}

func compare(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// Snapshots of available resources are taken each day at the beginning of the
// backup window, and kept for the retention period.
func TestAutomatedSnapshots(t *testing.T) {
	e := newEstate(t)
	e.AddInstance(nereidtest.Instance{ID: "db", CopyTagsToSnapshot: true, Tags: map[string]string{"k": "v"}})
	e.AddInstance(nereidtest.Instance{ID: "off", Status: "stopped"})
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "rds:graph-by-hand", Cluster: "graph"})
	must(e.rds.ModifyDBCluster(ctx, &rds.ModifyDBClusterInput{DBClusterIdentifier: str("graph"), BackupRetentionPeriod: i32(2), PreferredBackupWindow: str("14:00-15:00")}))(t)

	compare(t, "at noon", e.automated(t), "rds:graph-by-hand available")
	e.Advance(2*time.Hour + time.Minute)
	compare(t, "in the window of the cluster", e.automated(t), "rds:graph-2026-05-01-14-00 creating", "rds:graph-by-hand available")
	e.Advance(13 * time.Hour)
	compare(t, "on the next day", e.automated(t), "rds:db-2026-05-02-03-00 creating", "rds:graph-2026-05-01-14-00 available", "rds:graph-by-hand available")
	if s := must(e.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: str("rds:db-2026-05-02-03-00")}))(t).DBSnapshots[0]; len(s.TagList) != 1 {
		t.Errorf("tags %v", s.TagList)
	}
	e.Advance(3 * 24 * time.Hour)
	compare(t, "three days later", e.automated(t),
		"rds:db-2026-05-04-03-00 available", "rds:db-2026-05-05-03-00 creating",
		"rds:graph-2026-05-03-14-00 available", "rds:graph-2026-05-04-14-00 available", "rds:graph-by-hand available")

	// A window that begins earlier applies from now on. A retention period of 0
	// is pending at first, and then removes all backups.
	must(e.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: str("db"), PreferredBackupWindow: str("09:00-09:30")}))(t)
	e.Advance(8 * time.Hour)
	compare(t, "in another window", e.automated(t)[:2], "rds:db-2026-05-05-03-00 available", "rds:db-2026-05-05-09-00 available")
	must(e.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: str("db"), BackupRetentionPeriod: i32(0), ApplyImmediately: yes()}))(t)
	if i := must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: str("db")}))(t).DBInstances[0]; *i.PendingModifiedValues.BackupRetentionPeriod != 0 || *i.BackupRetentionPeriod != 1 {
		t.Errorf("kept for %d days", *i.BackupRetentionPeriod)
	}
	e.Advance(48 * time.Hour)
	for _, name := range e.automated(t) {
		if strings.HasPrefix(name, "rds:db") {
			t.Errorf("%s is left", name)
		}
	}
	compare(t, "of stopped instances", e.instanceBackups(t, "us-east-1"), "off active 0s..0s")
}

// The lifecycle of the backups of an instance: they are created, retained,
// restored and deleted.
func TestInstanceBackupLife(t *testing.T) {
	e := newEstate(t)
	must(e.rds.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: str("db"), Engine: str("postgres"), DBInstanceClass: str("db.r6g.large"), AllocatedStorage: i32(50),
		MasterUsername: str("master"), MasterUserPassword: str("long-enough"), BackupRetentionPeriod: i32(3), Port: i32(6000),
	}))(t)
	compare(t, "while it is created", e.instanceBackups(t, "us-east-1"), "db creating -..-")
	e.Advance(7 * time.Minute)
	compare(t, "before the first backup", e.instanceBackups(t, "us-east-1"), "db creating -..-")
	e.Advance(2 * time.Minute)
	compare(t, "after it", e.instanceBackups(t, "us-east-1"), "db active 6m0s..9m0s")
	e.Advance(5*24*time.Hour - 9*time.Minute)
	compare(t, "days later", e.instanceBackups(t, "us-east-1"), "db active 48h..120h")
	before := must(e.rds.DescribeDBInstanceAutomatedBackups(ctx, &rds.DescribeDBInstanceAutomatedBackupsInput{DBInstanceIdentifier: str("DB")}))(t).DBInstanceAutomatedBackups[0]
	testRefusals(t, []refusal{{name: "delete of a living one", call: func() error {
		return fail(e.rds.DeleteDBInstanceAutomatedBackup(ctx, &rds.DeleteDBInstanceAutomatedBackupInput{DbiResourceId: before.DbiResourceId}))
	}, code: "InvalidDBInstanceAutomatedBackupState"}})

	no := false
	must(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: str("db"), SkipFinalSnapshot: yes(), DeleteAutomatedBackups: &no}))(t)
	e.Advance(time.Hour)
	compare(t, "retained", e.instanceBackups(t, "us-east-1"), "db retained 49h..120h4m0s")
	snapshots := []string{"rds:db-2026-05-04-03-00 available", "rds:db-2026-05-05-03-00 available", "rds:db-2026-05-06-03-00 available"}
	compare(t, "their snapshots", e.automated(t), snapshots...)

	// A new instance with the same name does not change the backups.
	e.AddInstance(nereidtest.Instance{ID: "db", Engine: "mysql"})
	if n := len(e.instanceBackups(t, "us-east-1")); n != 2 {
		t.Errorf("%d backups", n)
	}
	restore := func(name string, change func(*rds.RestoreDBInstanceToPointInTimeInput)) (*rds.RestoreDBInstanceToPointInTimeOutput, error) {
		in := &rds.RestoreDBInstanceToPointInTimeInput{TargetDBInstanceIdentifier: &name}
		change(in)
		return e.rds.RestoreDBInstanceToPointInTime(ctx, in)
	}
	byID := must(restore("by-id", func(in *rds.RestoreDBInstanceToPointInTimeInput) {
		in.SourceDbiResourceId, in.UseLatestRestorableTime = before.DbiResourceId, yes()
	}))(t).DBInstance
	if *byID.Engine != "postgres" || *byID.AllocatedStorage != 50 || *byID.DBInstanceStatus != "creating" || *byID.DbiResourceId == *before.DbiResourceId || *byID.MasterUsername != "master" {
		t.Errorf("restored: %s %d %s", *byID.Engine, *byID.AllocatedStorage, *byID.DBInstanceStatus)
	}
	moment := epoch.Add(100 * time.Hour)
	must(restore("by-arn", func(in *rds.RestoreDBInstanceToPointInTimeInput) {
		in.SourceDBInstanceAutomatedBackupsArn, in.RestoreTime = before.DBInstanceAutomatedBackupsArn, &moment
	}))(t)
	for name, wrong := range map[string]time.Time{"too early": epoch.Add(48 * time.Hour), "too late": epoch.Add(121 * time.Hour)} {
		testRefusals(t, []refusal{{name: name, call: func() error {
			return fail(restore("wrong", func(in *rds.RestoreDBInstanceToPointInTimeInput) {
				in.SourceDbiResourceId, in.RestoreTime = before.DbiResourceId, &wrong
			}))
		}, code: "InvalidParameterValue"}})
	}

	e.Advance(time.Hour)
	out := must(e.rds.DeleteDBInstanceAutomatedBackup(ctx, &rds.DeleteDBInstanceAutomatedBackupInput{DBInstanceAutomatedBackupsArn: before.DBInstanceAutomatedBackupsArn}))(t)
	if b := out.DBInstanceAutomatedBackup; *b.Status != "deleting" || b.RestoreWindow.EarliestTime != nil || *b.DbiResourceId != *before.DbiResourceId {
		t.Errorf("deleted: %s, %v", *b.Status, b.RestoreWindow)
	}
	testRefusals(t, []refusal{{name: "delete twice", call: func() error {
		return fail(e.rds.DeleteDBInstanceAutomatedBackup(ctx, &rds.DeleteDBInstanceAutomatedBackupInput{DbiResourceId: before.DbiResourceId}))
	}, code: "InvalidDBInstanceAutomatedBackupState"}})
	e.Advance(2 * time.Minute)
	if list := e.automated(t); len(list) != 0 {
		t.Errorf("snapshots %v are left", list)
	}
	testRefusals(t, []refusal{{name: "restore of what is gone", call: func() error {
		return fail(restore("late", func(in *rds.RestoreDBInstanceToPointInTimeInput) {
			in.SourceDbiResourceId, in.UseLatestRestorableTime = before.DbiResourceId, yes()
		}))
	}, code: "DBInstanceAutomatedBackupNotFound", status: 404}})
}

// Retained backups expire day by day, and completely with the last snapshot.
func TestRetainedBackupsExpire(t *testing.T) {
	e := newEstate(t)
	no := false
	e.AddInstance(nereidtest.Instance{ID: "db"})
	must(e.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: str("db"), BackupRetentionPeriod: i32(2)}))(t)
	e.Advance(3 * 24 * time.Hour) // to noon of the fourth
	must(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: str("db"), SkipFinalSnapshot: yes(), DeleteAutomatedBackups: &no}))(t)
	e.Advance(12 * time.Hour)
	compare(t, "after the deletion", e.automated(t), "rds:db-2026-05-03-03-00 available", "rds:db-2026-05-04-03-00 available")
	e.Advance(4 * time.Hour)
	compare(t, "a day later", e.automated(t), "rds:db-2026-05-04-03-00 available")
	compare(t, "the backups", e.instanceBackups(t, "us-east-1"), "db retained 40h..72h4m0s")
	e.Advance(24 * time.Hour)
	compare(t, "after the last snapshot", append(e.automated(t), e.instanceBackups(t, "us-east-1")...))

	arn, _ := e.AddRetainedBackup(nereidtest.RetainedBackup{Source: "old", OfCluster: true, Days: 1})
	e.AddRetainedBackup(nereidtest.RetainedBackup{Source: "old", Deleted: e.Now().Add(-time.Hour)})
	if tags := must(e.rds.ListTagsForResource(ctx, &rds.ListTagsForResourceInput{ResourceName: &arn}))(t); len(tags.TagList) != 0 {
		t.Errorf("tags %v", tags)
	}
	e.Advance(8 * 24 * time.Hour)
	compare(t, "what was added", e.instanceBackups(t, "us-east-1"))
	if out := must(e.rds.DescribeDBClusterAutomatedBackups(ctx, nil))(t); len(out.DBClusterAutomatedBackups) != 0 {
		t.Errorf("%d backups of clusters", len(out.DBClusterAutomatedBackups))
	}
}

// The lifecycle of the backups of a cluster, which is restored after its
// deletion.
func TestClusterBackupLife(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-postgresql", Created: epoch.Add(-time.Hour), SizeGB: 7, KmsKeyID: "alias/shop"})
	describe := func() types.DBClusterAutomatedBackup {
		return must(e.rds.DescribeDBClusterAutomatedBackups(ctx, &rds.DescribeDBClusterAutomatedBackupsInput{DBClusterIdentifier: str("Shop")}))(t).DBClusterAutomatedBackups[0]
	}
	look := func(b types.DBClusterAutomatedBackup) string {
		return fmt.Sprintf("%s %s..%s", *b.Status, at(b.RestoreWindow.EarliestTime), at(b.RestoreWindow.LatestTime))
	}
	got := []string{look(describe())}
	e.Advance(48 * time.Hour)
	got = append(got, look(describe()))
	before, no := describe(), false
	id := before.DbClusterResourceId
	if !strings.HasPrefix(*before.DBClusterAutomatedBackupsArn, "arn:aws:rds:us-east-1:123456789012:cluster-auto-backup:cab-") || before.StorageEncryptionType != types.StorageEncryptionTypeCmk {
		t.Errorf("%s %s", *before.DBClusterAutomatedBackupsArn, before.StorageEncryptionType)
	}
	remove := func() (*rds.DeleteDBClusterAutomatedBackupOutput, error) {
		return e.rds.DeleteDBClusterAutomatedBackup(ctx, &rds.DeleteDBClusterAutomatedBackupInput{DbClusterResourceId: id})
	}
	testRefusals(t, []refusal{{name: "delete of a living one", call: func() error { return fail(remove()) }, code: "InvalidDBClusterAutomatedBackupStateFault"}})
	must(e.rds.DeleteDBCluster(ctx, &rds.DeleteDBClusterInput{DBClusterIdentifier: str("shop"), FinalDBSnapshotIdentifier: str("last"), DeleteAutomatedBackups: &no}))(t)
	e.Advance(time.Hour)
	got = append(got, look(describe()))
	compare(t, "the backups", got, "active -1h..0s", "active 24h..48h", "retained 25h..48h4m0s")

	restore := func(kind *string) (*rds.RestoreDBClusterToPointInTimeOutput, error) {
		return e.rds.RestoreDBClusterToPointInTime(ctx, &rds.RestoreDBClusterToPointInTimeInput{
			DBClusterIdentifier: str("shop"), SourceDbClusterResourceId: id, UseLatestRestorableTime: yes(), RestoreType: kind,
		})
	}
	testRefusals(t, []refusal{
		{name: "by its name", call: func() error {
			return fail(e.rds.RestoreDBClusterToPointInTime(ctx, &rds.RestoreDBClusterToPointInTimeInput{
				DBClusterIdentifier: str("again"), SourceDBClusterIdentifier: str("shop"), UseLatestRestorableTime: yes(),
			}))
		}, code: "DBClusterNotFoundFault", status: 404},
		{name: "as a clone", call: func() error { return fail(restore(str("copy-on-write"))) }, code: "InvalidParameterCombination"},
	})
	c := must(restore(nil))(t).DBCluster
	if *c.DBClusterIdentifier != "shop" || *c.Engine != "aurora-postgresql" || *c.DbClusterResourceId == *id || *c.KmsKeyId != *before.KmsKeyId {
		t.Errorf("restored: %s %s", *c.DBClusterIdentifier, *c.Engine)
	}
	e.Advance(time.Hour)
	if n := len(must(e.rds.DescribeDBClusterAutomatedBackups(ctx, nil))(t).DBClusterAutomatedBackups); n != 2 {
		t.Errorf("%d backups", n)
	}
	compare(t, "snapshots of both", e.automated(t), "rds:shop-2026-05-03-03-00 available")
	out := must(remove())(t).DBClusterAutomatedBackup
	if *out.Status != "deleted" || out.RestoreWindow.LatestTime != nil {
		t.Errorf("deleted: %s", look(*out))
	}
	compare(t, "snapshots without those of the first", e.automated(t))
	testRefusals(t, []refusal{
		{name: "delete twice", call: func() error { return fail(remove()) }, code: "DBClusterAutomatedBackupNotFoundFault", status: 404},
		{name: "restore of what is gone", call: func() error { return fail(restore(nil)) }, code: "DBClusterAutomatedBackupNotFoundFault", status: 404},
	})
	if snapshots := must(e.rds.DescribeDBClusterSnapshots(ctx, nil))(t).DBClusterSnapshots; len(snapshots) != 1 || *snapshots[0].DBClusterSnapshotIdentifier != "last" {
		t.Errorf("%d snapshots", len(snapshots))
	}
}

// If the request does not mention automated backups, they are deleted with
// their source.
func TestBackupsGoWithTheirSource(t *testing.T) {
	e := newEstate(t)
	e.AddInstance(nereidtest.Instance{ID: "db"})
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	e.AddInstance(nereidtest.Instance{ID: "removed"})
	e.AddCluster(nereidtest.Cluster{ID: "removed"})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "rds:db-by-hand", Instance: "db"})
	e.Advance(24 * time.Hour)
	if n := len(e.automated(t)); n != 5 {
		t.Errorf("%d automated snapshots", n)
	}
	e.Remove("arn:aws:rds:us-east-1:123456789012:db:removed")
	e.Remove("arn:aws:rds:us-east-1:123456789012:cluster:removed")
	must(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: str("db"), SkipFinalSnapshot: yes()}))(t)
	must(e.rds.DeleteDBCluster(ctx, &rds.DeleteDBClusterInput{DBClusterIdentifier: str("graph"), SkipFinalSnapshot: yes()}))(t)
	e.Advance(time.Hour)
	compare(t, "left", append(e.automated(t), e.instanceBackups(t, "us-east-1")...))
	if out := must(e.rds.DescribeDBClusterAutomatedBackups(ctx, nil))(t); len(out.DBClusterAutomatedBackups) != 0 {
		t.Errorf("%d backups of clusters", len(out.DBClusterAutomatedBackups))
	}
}

// Filters and pages of both lists, and requests that are rejected.
func TestBackupLists(t *testing.T) {
	e := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.Instances, l.Clusters = -1, -1 }))
	for n := range 25 {
		e.AddRetainedBackup(nereidtest.RetainedBackup{Source: fmt.Sprintf("db-%02d", n), ResourceID: fmt.Sprintf("db-ID%02d", n)})
		e.AddRetainedBackup(nereidtest.RetainedBackup{Source: fmt.Sprintf("c-%02d", n), ResourceID: fmt.Sprintf("cluster-ID%02d", n), OfCluster: true})
	}
	living := e.AddInstance(nereidtest.Instance{ID: "living", Created: epoch.Add(-time.Hour)})
	e.AddInstance(nereidtest.Instance{ID: "new"})
	e.AddCluster(nereidtest.Cluster{ID: "living"})
	filters := func(pairs ...string) (list []types.Filter) {
		for i := 0; i < len(pairs); i += 2 {
			list = append(list, types.Filter{Name: &pairs[i], Values: strings.Split(pairs[i+1], ",")})
		}
		return list
	}
	for name, tt := range map[string]struct {
		instances, clusters []types.Filter
		wantI, wantC        int
	}{
		"all":        {nil, nil, 27, 26},
		"retained":   {filters("status", "retained"), filters("status", "retained"), 25, 25},
		"active":     {filters("status", "active"), filters("status", "active"), 1, 1},
		"creating":   {filters("status", "creating"), nil, 1, 26},
		"names":      {filters("db-instance-id", "LIVING,db-03,none"), filters("db-cluster-id", "c-03,arn:aws:rds:us-east-1:123456789012:cluster:living"), 2, 2},
		"ARN":        {filters("db-instance-id", living), nil, 1, 26},
		"ids":        {filters("dbi-resource-id", "db-id01,db-ID02,db-none"), filters("db-cluster-resource-id", "cluster-ID07"), 2, 1},
		"both":       {filters("status", "retained", "db-instance-id", "living"), filters("status", "active", "db-cluster-id", "living"), 0, 1},
		"other type": {filters("db-instance-id", "none"), filters("db-cluster-id", "none"), 0, 0},
	} {
		instances := must(e.rds.DescribeDBInstanceAutomatedBackups(ctx, &rds.DescribeDBInstanceAutomatedBackupsInput{Filters: tt.instances}))(t)
		clusters := must(e.rds.DescribeDBClusterAutomatedBackups(ctx, &rds.DescribeDBClusterAutomatedBackupsInput{Filters: tt.clusters}))(t)
		if i, c := len(instances.DBInstanceAutomatedBackups), len(clusters.DBClusterAutomatedBackups); i != tt.wantI || c != tt.wantC {
			t.Errorf("%s: %d instances and %d clusters, want %d and %d", name, i, c, tt.wantI, tt.wantC)
		}
	}
	var seen []string
	for b, err := range rds.NewDescribeDBInstanceAutomatedBackupsPaginator(e.rds, &rds.DescribeDBInstanceAutomatedBackupsInput{MaxRecords: i32(20)}).All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		seen = append(seen, *b.DBInstanceIdentifier)
	}
	if n := len(slices.Compact(slices.Sorted(slices.Values(seen)))); n != 27 || len(seen) != 27 {
		t.Errorf("%d backups on all pages, %d of them different", len(seen), n)
	}
	instance := func(in rds.DescribeDBInstanceAutomatedBackupsInput) func() error {
		return func() error { return fail(e.rds.DescribeDBInstanceAutomatedBackups(ctx, &in)) }
	}
	cluster := func(in rds.DescribeDBClusterAutomatedBackupsInput) func() error {
		return func() error { return fail(e.rds.DescribeDBClusterAutomatedBackups(ctx, &in)) }
	}
	const notFound, clusterNotFound = "DBInstanceAutomatedBackupNotFound", "DBClusterAutomatedBackupNotFoundFault"
	testRefusals(t, []refusal{
		{name: "name", call: instance(rds.DescribeDBInstanceAutomatedBackupsInput{DBInstanceIdentifier: str("none")}), code: notFound, status: 404},
		{name: "id", call: instance(rds.DescribeDBInstanceAutomatedBackupsInput{DbiResourceId: str("db-NONE")}), code: notFound, status: 404},
		{name: "ARN", call: instance(rds.DescribeDBInstanceAutomatedBackupsInput{DBInstanceAutomatedBackupsArn: str("arn:aws:rds:us-east-1:123456789012:auto-backup:ab-none")}), code: notFound, status: 404},
		{name: "filter", call: instance(rds.DescribeDBInstanceAutomatedBackupsInput{Filters: filters("engine", "postgres")}), code: "InvalidParameterValue"},
		{name: "name of a cluster", call: cluster(rds.DescribeDBClusterAutomatedBackupsInput{DBClusterIdentifier: str("none")}), code: clusterNotFound, status: 404},
		{name: "id of a cluster", call: cluster(rds.DescribeDBClusterAutomatedBackupsInput{DbClusterResourceId: str("cluster-NONE")}), code: clusterNotFound, status: 404},
		{name: "filter of clusters", call: cluster(rds.DescribeDBClusterAutomatedBackupsInput{Filters: filters("db-instance-id", "x")}), code: "InvalidParameterValue"},
		{name: "delete nothing", call: func() error {
			return fail(e.rds.DeleteDBInstanceAutomatedBackup(ctx, &rds.DeleteDBInstanceAutomatedBackupInput{}))
		}, code: "InvalidParameterCombination"},
	})
}

// Retained backups of clusters and of instances have separate quotas.
func TestBackupQuota(t *testing.T) {
	e := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.Instances, l.Clusters = 1, 1 }))
	e.AddInstance(nereidtest.Instance{ID: "db"})
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	e.AddRetainedBackup(nereidtest.RetainedBackup{Source: "old"})
	e.AddRetainedBackup(nereidtest.RetainedBackup{Source: "old", OfCluster: true})
	no := false
	testRefusals(t, []refusal{
		{name: "instance", call: func() error {
			return fail(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: str("db"), SkipFinalSnapshot: yes(), DeleteAutomatedBackups: &no}))
		}, code: "DBInstanceAutomatedBackupQuotaExceeded"},
		{name: "cluster", call: func() error {
			return fail(e.rds.DeleteDBCluster(ctx, &rds.DeleteDBClusterInput{DBClusterIdentifier: str("graph"), SkipFinalSnapshot: yes(), DeleteAutomatedBackups: &no}))
		}, code: "DBClusterAutomatedBackupQuotaExceededFault"},
	})
	must(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: str("db"), SkipFinalSnapshot: yes()}))(t)
	must(e.rds.DeleteDBCluster(ctx, &rds.DeleteDBClusterInput{DBClusterIdentifier: str("graph"), SkipFinalSnapshot: yes()}))(t)
}

// Descriptions of backups lag like others: retained backups may still be shown
// as active, and deleted backups may still be listed.
func TestBackupsLag(t *testing.T) {
	e := newEstate(t, append(lagging(3), nereidtest.WithTimings(func(d *nereidtest.Timings) {
		d.InstanceDelete, d.ClusterDelete = time.Second, time.Second
	}))...)
	e.AddInstance(nereidtest.Instance{ID: "db", Created: epoch.Add(-time.Hour)})
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	instances := func() string {
		list := e.instanceBackups(t, "us-east-1")
		if len(list) == 0 {
			return "gone"
		}
		return strings.Fields(list[0])[1]
	}
	clusters := func() string {
		list := must(e.rds.DescribeDBClusterAutomatedBackups(ctx, nil))(t).DBClusterAutomatedBackups
		if len(list) == 0 {
			return "gone"
		}
		return *list[0].Status
	}
	if i, c := instances(), clusters(); i != "active" || c != "active" {
		t.Errorf("what was added shows as %s and %s", i, c)
	}
	id := must(e.rds.DescribeDBInstanceAutomatedBackups(ctx, nil))(t).DBInstanceAutomatedBackups[0].DbiResourceId
	clusterID := must(e.rds.DescribeDBClusterAutomatedBackups(ctx, nil))(t).DBClusterAutomatedBackups[0].DbClusterResourceId
	no := false
	for _, tt := range []struct {
		do   func()
		look func() string
		want string
	}{
		{func() {
			must(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: str("db"), SkipFinalSnapshot: yes(), DeleteAutomatedBackups: &no}))(t)
		}, instances, "active retained"},
		{func() {
			must(e.rds.DeleteDBCluster(ctx, &rds.DeleteDBClusterInput{DBClusterIdentifier: str("graph"), SkipFinalSnapshot: yes(), DeleteAutomatedBackups: &no}))(t)
		}, clusters, "active retained"},
		{func() {
			must(e.rds.DeleteDBInstanceAutomatedBackup(ctx, &rds.DeleteDBInstanceAutomatedBackupInput{DbiResourceId: id}))(t)
		}, instances, "retained deleting gone"},
		{func() {
			must(e.rds.DeleteDBClusterAutomatedBackup(ctx, &rds.DeleteDBClusterAutomatedBackupInput{DbClusterResourceId: clusterID}))(t)
		}, clusters, "retained gone"},
	} {
		tt.do()
		if h := e.history(tt.look); values(h) != tt.want {
			t.Errorf("%s, want %s", h, tt.want)
		}
	}
}
