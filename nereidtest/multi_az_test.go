package nereidtest_test

import (
	"strings"
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
		DBClusterInstanceClass: str("db.m6gd.large"), AllocatedStorage: i32(200), StorageType: str("io1"), Iops: i32(3000), PubliclyAccessible: yes(),
	}
	for name, tt := range map[string]struct {
		change func(*rds.CreateDBClusterInput)
		code   string
		text   string
	}{
		"no class":      {func(in *rds.CreateDBClusterInput) { in.DBClusterInstanceClass = nil }, badValue, "DBClusterInstanceClass is required."},
		"no storage":    {func(in *rds.CreateDBClusterInput) { in.AllocatedStorage = nil }, badValue, "AllocatedStorage is required."},
		"no type":       {func(in *rds.CreateDBClusterInput) { in.StorageType = nil }, badValue, "StorageType is required."},
		"no Iops":       {func(in *rds.CreateDBClusterInput) { in.Iops = nil }, badValue, "Iops is required."},
		"bad class":     {func(in *rds.CreateDBClusterInput) { in.DBClusterInstanceClass = str("large") }, badValue, ""},
		"Aurora's type": {func(in *rds.CreateDBClusterInput) { in.StorageType = str("aurora-iopt1") }, "StorageTypeNotSupported", ""},
		"tiny storage":  {func(in *rds.CreateDBClusterInput) { in.AllocatedStorage = i32(99) }, badTogether, "Invalid storage size for engine name postgres and storage type io1: 99"},
		"tiny gp3":      {func(in *rds.CreateDBClusterInput) { in.StorageType, in.AllocatedStorage = str("gp3"), i32(19) }, badTogether, "Invalid storage size for engine name postgres and storage type gp3: 19"},
		"small gp3":     {func(in *rds.CreateDBClusterInput) { in.StorageType, in.Iops = str("gp3"), i32(4000) }, badTogether, "You can't specify IOPS or storage throughput for engine postgres and a storage size less than 400."},
		"ratio":         {func(in *rds.CreateDBClusterInput) { in.Iops = i32(20000) }, badTogether, "Invalid iops to storage (GB) ratio for engine name postgres and storage type io1: 100.0000"},
		"long name":     {func(in *rds.CreateDBClusterInput) { in.DBClusterIdentifier = str(strings.Repeat("a", 53)) }, badValue, "The parameter DBClusterIdentifier" + notValid},
		"Aurora":        {func(in *rds.CreateDBClusterInput) { in.Engine, in.EngineVersion = str("aurora-mysql"), nil }, "StorageTypeNotSupported", ""},
		"Aurora class": {func(in *rds.CreateDBClusterInput) {
			in.Engine, in.EngineVersion, in.StorageType = str("aurora-mysql"), nil, nil
		}, badTogether, "DBClusterInstanceClass isn't supported for DB engine aurora-mysql."},
		"Aurora size": {func(in *rds.CreateDBClusterInput) {
			in.Engine, in.EngineVersion, in.StorageType, in.DBClusterInstanceClass = str("aurora-postgresql"), nil, nil, nil
		}, badTogether, "AllocatedStorage isn't supported for DB engine aurora-postgresql."},
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
	if c := must(e.rds.CreateDBCluster(ctx, &create))(t).DBCluster; c.PubliclyAccessible == nil || !*c.PubliclyAccessible {
		t.Error("the cluster is not publicly accessible")
	}
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

	says(t, fail(e.rds.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: str("more"), DBClusterIdentifier: str("shop"), Engine: str("postgres"), DBInstanceClass: str("db.m6gd.large"),
	})), 400, badValue, "CreateDBInstance can't be used to create a DB instance in a Multi-AZ DB cluster. Use CreateDBCluster instead.")
	says(t, fail(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: str("shop-instance-1")})), 400, badTogether,
		"DeleteDBInstance isn't supported for a DB instance in a Multi-AZ DB cluster.")
	says(t, fail(e.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: str("shop-instance-1"), CopyTagsToSnapshot: yes()})), 400, badTogether,
		"ModifyDBInstance isn't supported for a DB instance in a Multi-AZ DB cluster.")

	must(e.rds.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{DBClusterIdentifier: str("shop"), DBClusterSnapshotIdentifier: str("last")}))(t)
	e.Advance(time.Hour)
	if s := e.clusterSnapshot(t, "last"); *s.Status != "available" || *s.AllocatedStorage != 200 {
		t.Errorf("the snapshot is %s, %d GiB", *s.Status, *s.AllocatedStorage)
	}
	restore := rds.RestoreDBClusterFromSnapshotInput{DBClusterIdentifier: str("copy"), Engine: str("postgres"), SnapshotIdentifier: str("last"), StorageType: str("io2")}
	says(t, fail(e.rds.RestoreDBClusterFromSnapshot(ctx, &restore)), 400, badValue, "Iops is required.")
	restore.StorageType = nil
	must(e.rds.RestoreDBClusterFromSnapshot(ctx, &restore))(t)
	must(e.rds.RestoreDBClusterToPointInTime(ctx, &rds.RestoreDBClusterToPointInTimeInput{
		DBClusterIdentifier: str("earlier"), SourceDBClusterIdentifier: str("shop"), UseLatestRestorableTime: yes(),
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

// TestModifyMultiAZ changes the class and the storage of a Multi-AZ DB cluster,
// in the maintenance window and immediately.
func TestModifyMultiAZ(t *testing.T) {
	e := newEstate(t)
	must(e.rds.CreateDBCluster(ctx, &rds.CreateDBClusterInput{
		DBClusterIdentifier: str("shop"), Engine: str("mysql"), MasterUsername: str("boss"), MasterUserPassword: str("long-enough"),
		DBClusterInstanceClass: str("db.m6gd.large"), AllocatedStorage: i32(100), StorageType: str("io1"), Iops: i32(1000),
	}))(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	e.Advance(time.Hour)
	type in = rds.ModifyDBClusterInput
	for _, tt := range []struct {
		id, code, text string
		change         func(*in)
	}{
		{"shop", badTogether, "When modifying Provisioned IOPS storage, specify a value for both allocated storage and iops.", func(in *in) { in.Iops = i32(4000) }},
		{"shop", badTogether, "When modifying Provisioned IOPS storage, specify a value for both allocated storage and iops.", func(in *in) { in.AllocatedStorage = i32(200) }},
		{"shop", badValue, "Iops is required.", func(in *in) { in.StorageType = str("io2") }},
		{"shop", badValue, "", func(in *in) { in.AllocatedStorage, in.Iops = i32(99), i32(1000) }},
		{"shop", "StorageTypeNotSupported", "", func(in *in) { in.StorageType, in.AllocatedStorage, in.Iops = str("gp2"), i32(100), i32(1000) }},
		{"shop", badTogether, "Invalid iops to storage (GB) ratio for engine name mysql and storage type io1: 60.0000", func(in *in) { in.AllocatedStorage, in.Iops = i32(100), i32(6000) }},
		{"shop", badValue, "", func(in *in) { in.DBClusterInstanceClass = str("large") }},
		{"shop", badTogether, "Port isn't supported for DB engine mysql.", func(in *in) { in.Port = i32(3307) }},
		{"graph", badTogether, "DBClusterInstanceClass isn't supported for DB engine neptune.", func(in *in) { in.DBClusterInstanceClass = str("db.r6g.large") }},
		{"graph", badTogether, "Iops isn't supported for DB engine neptune.", func(in *in) { in.Iops = i32(1000) }},
	} {
		input := in{DBClusterIdentifier: &tt.id, ApplyImmediately: yes()}
		tt.change(&input)
		says(t, fail(e.rds.ModifyDBCluster(ctx, &input)), 400, tt.code, tt.text)
	}

	show := func(when, id, status, class, kind string, size, iops int32) {
		t.Helper()
		c := must(e.rds.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: &id}))(t).DBClusters[0]
		if *c.Status != status || *c.DBClusterInstanceClass != class || *c.StorageType != kind || *c.AllocatedStorage != size || *c.Iops != iops {
			t.Errorf("%s: %s, %s, %s, %d GiB, %d IOPS", when, *c.Status, *c.DBClusterInstanceClass, *c.StorageType, *c.AllocatedStorage, *c.Iops)
		}
		writers := 0
		for _, m := range c.DBClusterMembers {
			if *m.IsClusterWriter {
				writers++
			}
			i := e.instance(t, *m.DBInstanceIdentifier)
			if !strings.HasPrefix(*m.DBInstanceIdentifier, id+"-") || *i.DBInstanceStatus != status || *i.DBInstanceClass != class || *i.StorageType != kind || *i.AllocatedStorage != size || *i.Iops != iops {
				t.Errorf("%s: %s is %s, %s, %s, %d GiB, %d IOPS", when, *m.DBInstanceIdentifier, *i.DBInstanceStatus, *i.DBInstanceClass, *i.StorageType, *i.AllocatedStorage, *i.Iops)
			}
		}
		if len(c.DBClusterMembers) != 3 || writers != 1 {
			t.Errorf("%s: %d members, %d writers", when, len(c.DBClusterMembers), writers)
		}
	}
	reply := must(e.rds.ModifyDBCluster(ctx, &in{
		DBClusterIdentifier: str("shop"), DBClusterInstanceClass: str("db.r6gd.large"), AllocatedStorage: i32(200), Iops: i32(4000),
	}))(t).DBCluster
	if p := reply.PendingModifiedValues; p == nil || *p.AllocatedStorage != 200 || *p.Iops != 4000 || p.StorageType != nil || *reply.AllocatedStorage != 100 {
		t.Errorf("pending %+v", p)
	}
	e.Advance(time.Hour)
	show("before the window", "shop", "available", "db.m6gd.large", "io1", 100, 1000)
	e.Advance(7 * 24 * time.Hour)
	show("after the window", "shop", "available", "db.r6gd.large", "io1", 200, 4000)

	must(e.rds.ModifyDBCluster(ctx, &in{DBClusterIdentifier: str("shop"), DBClusterInstanceClass: str("db.m6gd.xlarge"), ApplyImmediately: yes()}))(t)
	show("another class", "shop", "modifying", "db.r6gd.large", "io1", 200, 4000)
	e.Advance(time.Hour)
	must(e.rds.ModifyDBCluster(ctx, &in{
		DBClusterIdentifier: str("shop"), StorageType: str("gp3"), AllocatedStorage: i32(300), Iops: i32(3000), ApplyImmediately: yes(),
	}))(t)
	e.Advance(time.Hour)
	show("gp3", "shop", "available", "db.m6gd.xlarge", "gp3", 300, 3000)
	must(e.rds.ModifyDBCluster(ctx, &in{DBClusterIdentifier: str("shop"), AllocatedStorage: i32(400), ApplyImmediately: yes()}))(t)
	e.Advance(time.Hour)
	show("striped", "shop", "available", "db.m6gd.xlarge", "gp3", 400, 12000)
	must(e.rds.ModifyDBCluster(ctx, &in{DBClusterIdentifier: str("shop"), NewDBClusterIdentifier: str("store"), ApplyImmediately: yes()}))(t)
	e.Advance(time.Hour)
	show("renamed", "store", "available", "db.m6gd.xlarge", "gp3", 400, 12000)
}

// TestInstanceToMultiAZ restores the snapshot of an instance to a Multi-AZ DB cluster.
func TestInstanceToMultiAZ(t *testing.T) {
	e := newEstate(t)
	e.store(t, "orders", "postgres", "io1", 100, 3000)
	s := must(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: str("orders"), DBSnapshotIdentifier: str("s")}))(t).DBSnapshot
	e.Advance(time.Hour)
	restore := rds.RestoreDBClusterFromSnapshotInput{DBClusterIdentifier: str("shop"), Engine: str("postgres"), SnapshotIdentifier: s.DBSnapshotArn}
	says(t, fail(e.rds.RestoreDBClusterFromSnapshot(ctx, &restore)), 400, badValue, "DBClusterInstanceClass is required.")
	restore.DBClusterInstanceClass = str("db.r6gd.large")
	c := must(e.rds.RestoreDBClusterFromSnapshot(ctx, &restore))(t).DBCluster
	if *c.Engine != "postgres" || len(c.DBClusterMembers) != 3 || *c.AllocatedStorage != 100 || *c.StorageType != "io1" || *c.Iops != 3000 || *c.MasterUsername != "boss" {
		t.Errorf("%+v", c)
	}
	restore.DBClusterIdentifier, restore.Engine = str("aurora"), str("aurora-postgresql")
	says(t, fail(e.rds.RestoreDBClusterFromSnapshot(ctx, &restore)), 400, badTogether, "DBClusterInstanceClass isn't supported for DB engine aurora-postgresql.")
	restore.DBClusterInstanceClass = nil
	if c := must(e.rds.RestoreDBClusterFromSnapshot(ctx, &restore))(t).DBCluster; *c.Engine != "aurora-postgresql" || len(c.DBClusterMembers) > 0 {
		t.Errorf("%+v", c)
	}
}
