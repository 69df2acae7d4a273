package nereidtest_test

import (
	"testing"
	"time"

	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// TestMultiAZ creates a Multi-AZ DB cluster, which has its instances from the start, restores its
// snapshot to a cluster and to an instance, and deletes it.
func TestMultiAZ(t *testing.T) {
	e := newEstate(t)
	e.AddInstance(nereidtest.Instance{ID: "shop-instance-2"}) // a name that AWS cannot take
	create := rds.CreateDBClusterInput{
		DBClusterIdentifier: str("shop"), Engine: str("postgres"), EngineVersion: str("17"), MasterUsername: str("boss"), MasterUserPassword: str("long-enough"),
		DBClusterInstanceClass: str("db.m6gd.large"), AllocatedStorage: i32(200), StorageType: str("io1"), Iops: i32(3000),
	}
	for name, tt := range map[string]struct {
		change func(*rds.CreateDBClusterInput)
		code   string
		text   string
	}{
		"no class":      {func(in *rds.CreateDBClusterInput) { in.DBClusterInstanceClass = nil }, badValue, "The parameter DBClusterInstanceClass must be provided and must not be blank."},
		"no storage":    {func(in *rds.CreateDBClusterInput) { in.AllocatedStorage = nil }, badValue, "The parameter AllocatedStorage must be provided and must not be blank."},
		"no Iops":       {func(in *rds.CreateDBClusterInput) { in.Iops = nil }, badValue, "The parameter Iops must be provided and must not be blank."},
		"bad class":     {func(in *rds.CreateDBClusterInput) { in.DBClusterInstanceClass = str("large") }, badValue, ""},
		"Aurora's type": {func(in *rds.CreateDBClusterInput) { in.StorageType = str("aurora-iopt1") }, "StorageTypeNotSupported", ""},
		"tiny storage":  {func(in *rds.CreateDBClusterInput) { in.AllocatedStorage = i32(1) }, badValue, ""},
	} {
		in := create
		tt.change(&in)
		err := fail(e.rds.CreateDBCluster(ctx, &in))
		if err == nil {
			t.Errorf("%s is accepted", name)
			continue
		}
		says(t, err, 400, tt.code, tt.text)
	}
	must(e.rds.CreateDBCluster(ctx, &create))(t)
	names := func(cluster, status string) map[string]bool {
		t.Helper()
		out := must(e.rds.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: &cluster}))(t)
		c := out.DBClusters[0]
		if *c.Status != status || *c.DBClusterInstanceClass != "db.m6gd.large" || !*c.MultiAZ || *c.AllocatedStorage != 200 || *c.StorageType != "io1" || *c.Iops != 3000 {
			t.Errorf("%+v", c)
		}
		writers, names := 0, map[string]bool{}
		for _, m := range c.DBClusterMembers {
			names[*m.DBInstanceIdentifier] = true
			if *m.IsClusterWriter {
				writers++
			}
			i := must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: m.DBInstanceIdentifier}))(t).DBInstances[0]
			if *i.DBInstanceStatus != status || *i.DBInstanceClass != "db.m6gd.large" || (i.Endpoint == nil) != (status == "creating") {
				t.Errorf("%+v", i)
			}
		}
		if len(names) != 3 || writers != 1 {
			t.Errorf("members %v, %d writers", names, writers)
		}
		return names
	}
	names("shop", "creating")
	e.Advance(time.Hour)
	if got := names("shop", "available"); !got["shop-instance-1"] || !got["shop-instance-3"] || !got["shop-instance-4"] {
		t.Errorf("%v", got)
	}

	const mixed = "InvalidParameterCombination"
	says(t, fail(e.rds.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: str("more"), DBClusterIdentifier: str("shop"), Engine: str("postgres"), DBInstanceClass: str("db.m6gd.large"),
	})), 400, mixed, "")
	says(t, fail(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: str("shop-instance-1")})), 400, mixed, "")

	must(e.rds.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{DBClusterIdentifier: str("shop"), DBClusterSnapshotIdentifier: str("last")}))(t)
	e.Advance(time.Hour)
	restore := rds.RestoreDBClusterFromSnapshotInput{DBClusterIdentifier: str("copy"), Engine: str("postgres"), SnapshotIdentifier: str("last")}
	says(t, fail(e.rds.RestoreDBClusterFromSnapshot(ctx, &restore)), 400, badValue, "The parameter DBClusterInstanceClass must be provided and must not be blank.")
	restore.DBClusterInstanceClass = str("db.m6gd.large")
	must(e.rds.RestoreDBClusterFromSnapshot(ctx, &restore))(t)
	must(e.rds.RestoreDBClusterToPointInTime(ctx, &rds.RestoreDBClusterToPointInTimeInput{
		DBClusterIdentifier: str("earlier"), SourceDBClusterIdentifier: str("shop"), UseLatestRestorableTime: yes(), DBClusterInstanceClass: str("db.m6gd.large"),
	}))(t)
	must(e.rds.RestoreDBInstanceFromDBSnapshot(ctx, &rds.RestoreDBInstanceFromDBSnapshotInput{DBInstanceIdentifier: str("single"), DBClusterSnapshotIdentifier: str("last")}))(t)
	e.Advance(time.Hour)
	names("copy", "available")
	names("earlier", "available")
	i := must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: str("single")}))(t).DBInstances[0]
	if i.DBClusterIdentifier != nil || *i.Engine != "postgres" || *i.AllocatedStorage != 200 || *i.DBInstanceClass != "db.m6gd.large" || *i.DBInstanceStatus != "available" {
		t.Errorf("%+v", i)
	}

	must(e.rds.DeleteDBCluster(ctx, &rds.DeleteDBClusterInput{DBClusterIdentifier: str("shop"), SkipFinalSnapshot: yes()}))(t)
	i = must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: str("shop-instance-1")}))(t).DBInstances[0]
	if *i.DBInstanceStatus != "deleting" {
		t.Errorf("%+v", i)
	}
	e.Advance(time.Hour)
	says(t, fail(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: str("shop-instance-1")})), 404, "DBInstanceNotFound", "")
	says(t, fail(e.rds.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: str("shop")})), 404, "DBClusterNotFoundFault", "")
}
