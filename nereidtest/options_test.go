package nereidtest_test

import (
	"slices"
	"testing"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// TestNamesCheckedLast creates each resource twice, and a third time when all
// events are over, with a quota of one. By default, the name is always rejected
// first. With the option, every other problem is reported first.
func TestNamesCheckedLast(t *testing.T) {
	const (
		snapshot   = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:source"
		noneOfThem = -1
	)
	limits := func(n int) nereidtest.Option {
		return nereidtest.WithLimits(func(l *nereidtest.Limits) {
			l.Clusters, l.GlobalClusters, l.InstancesPerCluster = n, n, n
			l.ManualSnapshots, l.ManualDBSnapshots, l.SnapshotExports = n, n, n
			l.SnapshotCopies, l.DBSnapshotCopies = n, n
		})
	}
	for name, test := range map[string]struct {
		create func(estate) error
		taken  string
		busy   string // right after the first, without quotas; the name's if ""
		quota  string
	}{
		"CreateDBCluster": {create: func(e estate) error {
			return fail(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: str("new"), Engine: str("neptune")}))
		}, taken: "DBClusterAlreadyExistsFault", quota: "DBClusterQuotaExceededFault"},
		"CreateDBInstance": {create: func(e estate) error {
			return fail(e.neptune.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
				DBInstanceIdentifier: str("new"), DBClusterIdentifier: str("graph"), DBInstanceClass: str("db.r6g.large"), Engine: str("neptune"),
			}))
		}, taken: "DBInstanceAlreadyExists", quota: "InstanceQuotaExceeded"},
		"CreateGlobalCluster": {create: func(e estate) error {
			return fail(e.neptune.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{GlobalClusterIdentifier: str("new"), Engine: str("neptune")}))
		}, taken: "GlobalClusterAlreadyExistsFault", quota: "GlobalClusterQuotaExceededFault"},
		"CreateGlobalCluster of a cluster": {create: func(e estate) error {
			return fail(e.neptune.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
				GlobalClusterIdentifier: str("new"), SourceDBClusterIdentifier: str("arn:aws:rds:us-east-1:123456789012:cluster:graph"),
			}))
		}, taken: "GlobalClusterAlreadyExistsFault", busy: "InvalidDBClusterStateFault", quota: "GlobalClusterQuotaExceededFault"},
		"CreateDBClusterSnapshot": {create: func(e estate) error {
			return fail(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: str("graph"), DBClusterSnapshotIdentifier: str("new"),
			}))
		}, taken: "DBClusterSnapshotAlreadyExistsFault", busy: "InvalidDBClusterStateFault", quota: "SnapshotQuotaExceeded"},
		"CopyDBClusterSnapshot": {create: func(e estate) error {
			return fail(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: str("source"), TargetDBClusterSnapshotIdentifier: str("new"),
			}))
		}, taken: "DBClusterSnapshotAlreadyExistsFault", quota: "SnapshotQuotaExceeded"},
		"CreateDBSnapshot": {create: func(e estate) error {
			return fail(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: str("orders"), DBSnapshotIdentifier: str("new")}))
		}, taken: "DBSnapshotAlreadyExists", busy: "InvalidDBInstanceState", quota: "SnapshotQuotaExceeded"},
		"CopyDBSnapshot": {create: func(e estate) error {
			return fail(e.rds.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{
				SourceDBSnapshotIdentifier: str("source"), TargetDBSnapshotIdentifier: str("new"),
			}))
		}, taken: "DBSnapshotAlreadyExists", quota: "SnapshotQuotaExceeded"},
		"StartExportTask": {create: func(e estate) error { return fail(e.rds.StartExportTask(ctx, exportInput("new", snapshot))) },
			taken: "ExportTaskAlreadyExists", quota: "ExportTaskLimitReachedFault"},
	} {
		if test.busy == "" {
			test.busy = test.taken
		}
		for _, last := range []bool{false, true} {
			for _, limit := range []int{noneOfThem, 1} {
				want := test.taken
				switch {
				case last && limit == 1:
					want = test.quota
				case last:
					want = test.busy
				}
				options := []nereidtest.Option{limits(limit)}
				if last {
					options = append(options, nereidtest.WithNamesCheckedLast())
				}
				e := newEstate(t, options...)
				e.AddSnapshot(nereidtest.Snapshot{ID: "source", Type: "automated"})
				e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "source", Type: "automated"})
				if name != "CreateDBCluster" {
					e.AddCluster(nereidtest.Cluster{ID: "graph"})
				}
				e.AddInstance(nereidtest.Instance{ID: "orders"})
				if err := test.create(e); err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if code, _ := codeOf(test.create(e)); code != want {
					t.Errorf("%s with limit %d, name last %t: %q, want %q", name, limit, last, code, want)
				}
				e.Advance(time.Hour)
				if name == "CreateGlobalCluster of a cluster" || limit == 1 {
					continue
				}
				if code, _ := codeOf(test.create(e)); code != test.taken {
					t.Errorf("%s an hour later, name last %t: %q, want %q", name, last, code, test.taken)
				}
			}
		}
	}
}

// TestBackingUp checks that resources are shown as backing-up during a
// snapshot, if the option is set.
func TestBackingUp(t *testing.T) {
	for _, wanted := range []bool{false, true} {
		options, want := []nereidtest.Option(nil), "available"
		if wanted {
			options, want = append(options, nereidtest.WithNamesCheckedLast()), "backing-up"
		}
		e := newEstate(t, options...)
		e.AddCluster(nereidtest.Cluster{ID: "graph"})
		must(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
			DBClusterIdentifier: str("graph"), DBClusterSnapshotIdentifier: str("new"),
		}))(t)
		e.wantStatus(t, "graph", want)
		e.Advance(2 * time.Minute)
		e.wantStatus(t, "graph", "available")
	}
}

// TestFirstBackupAtOnce checks that the first automated snapshot of a new or
// restored resource is taken when the resource becomes available.
func TestFirstBackupAtOnce(t *testing.T) {
	for _, atOnce := range []bool{false, true} {
		var opts []nereidtest.Option
		if atOnce {
			opts = append(opts, nereidtest.WithFirstBackupAtOnce())
		}
		e := newEstate(t, opts...)
		must(e.rds.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
			DBInstanceIdentifier: str("rows"), DBInstanceClass: str("db.m6i.large"), Engine: str("postgres"), AllocatedStorage: i32(20),
			MasterUsername: str("boss"), MasterUserPassword: str("hunter2hunter2"),
		}))(t)
		must(e.rds.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
			DBInstanceIdentifier: str("plain"), DBInstanceClass: str("db.m6i.large"), Engine: str("postgres"), AllocatedStorage: i32(20),
			MasterUsername: str("boss"), MasterUserPassword: str("hunter2hunter2"), BackupRetentionPeriod: i32(0),
		}))(t)
		must(e.rds.CreateDBCluster(ctx, &rds.CreateDBClusterInput{DBClusterIdentifier: str("graph"), Engine: str("neptune")}))(t)
		e.Advance(time.Hour)
		must(e.rds.RestoreDBClusterToPointInTime(ctx, &rds.RestoreDBClusterToPointInTimeInput{
			DBClusterIdentifier: str("again"), SourceDBClusterIdentifier: str("graph"), UseLatestRestorableTime: yes(),
		}))(t)
		e.Advance(time.Hour)
		var got []string
		for _, s := range must(e.rds.DescribeDBSnapshots(ctx, nil))(t).DBSnapshots {
			got = append(got, *s.DBInstanceIdentifier+" "+*s.SnapshotType+" "+*s.Status)
		}
		for _, s := range must(e.rds.DescribeDBClusterSnapshots(ctx, nil))(t).DBClusterSnapshots {
			got = append(got, *s.DBClusterIdentifier+" "+*s.SnapshotType+" "+*s.Status)
		}
		var want []string
		if atOnce {
			want = []string{"rows automated available", "again automated available", "graph automated available"}
		}
		if !slices.Equal(got, want) {
			t.Errorf("at once %t: %q, want %q", atOnce, got, want)
		}
	}
}
