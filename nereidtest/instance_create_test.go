package nereidtest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// An instance of each engine is created, modified, backed up, exported and
// deleted through the API alone.
func TestLifeOfInstance(t *testing.T) {
	e := newEstate(t)
	for _, engine := range []string{"postgres", "mysql", "mariadb", "oracle-ee", "sqlserver-se", "db2-se"} {
		id := str("db-" + engine)
		out := must(e.rds.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
			DBInstanceIdentifier: id, DBInstanceClass: str("db.m6i.large"), Engine: &engine, AllocatedStorage: i32(100),
			MasterUsername: str("boss"), MasterUserPassword: str("hunter2hunter2"), StorageEncrypted: yes(), MultiAZ: yes(),
		}))(t).DBInstance
		if *out.DBInstanceStatus != "creating" || out.Endpoint != nil || out.InstanceCreateTime != nil || !*out.MultiAZ {
			t.Errorf("%s: %s, endpoint %v", engine, *out.DBInstanceStatus, out.Endpoint)
		}
		e.Advance(time.Hour)
		grow := rds.ModifyDBInstanceInput{
			DBInstanceIdentifier: id, AllocatedStorage: i32(200), MasterUserPassword: str("hunter3hunter3"), ApplyImmediately: yes(),
		}
		if engine == "sqlserver-se" {
			grow.Iops = out.Iops
		}
		modified := must(e.rds.ModifyDBInstance(ctx, &grow))(t).DBInstance
		if *modified.AllocatedStorage != 100 || *modified.PendingModifiedValues.AllocatedStorage != 200 || *modified.PendingModifiedValues.MasterUserPassword != "****" {
			t.Errorf("%s: pending %+v", engine, *modified.PendingModifiedValues)
		}
		e.Advance(time.Hour)
		if got := e.instance(t, *id); *got.AllocatedStorage != 200 || *got.DBInstanceStatus != "available" || got.Endpoint == nil {
			t.Errorf("%s: %d GiB, %s", engine, *got.AllocatedStorage, *got.DBInstanceStatus)
		}
		must(e.rds.RebootDBInstance(ctx, &rds.RebootDBInstanceInput{DBInstanceIdentifier: id, ForceFailover: yes()}))(t)
		e.Advance(time.Hour)
		snapshot := must(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: id, DBSnapshotIdentifier: str("last-" + engine)}))(t).DBSnapshot
		e.Advance(time.Hour)
		if engine == "postgres" {
			must(e.rds.StartExportTask(ctx, exportInput("export", *snapshot.DBSnapshotArn)))(t)
			e.Advance(time.Hour)
			if got := *e.exportTask(t, "export").Status; got != "COMPLETE" {
				t.Errorf("the export is %s", got)
			}
		}
		must(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: id, SkipFinalSnapshot: yes()}))(t)
		e.Advance(time.Hour)
	}
	if out := must(e.rds.DescribeDBInstances(ctx, nil))(t); len(out.DBInstances) > 0 {
		t.Errorf("%d instances are left", len(out.DBInstances))
	}
}

// Secrets Manager has the password; the API does not show it.
func TestManagedPassword(t *testing.T) {
	e := newEstate(t)
	must(e.rds.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: str("rows"), DBInstanceClass: str("db.m6i.large"), Engine: str("mysql"), AllocatedStorage: i32(20),
		MasterUsername: str("boss"), ManageMasterUserPassword: yes(),
	}))(t)
	must(e.rds.CreateDBCluster(ctx, &rds.CreateDBClusterInput{
		DBClusterIdentifier: str("tables"), Engine: str("aurora-mysql"), MasterUsername: str("boss"), ManageMasterUserPassword: yes(),
	}))(t)
	states := func() string {
		i := e.instance(t, "rows")
		c := must(e.rds.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: str("tables")}))(t).DBClusters[0]
		for _, arn := range []string{*i.MasterUserSecret.SecretArn, *c.MasterUserSecret.SecretArn} {
			if !strings.HasPrefix(arn, "arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!") {
				t.Error(arn)
			}
		}
		return *i.MasterUserSecret.SecretStatus + " " + *c.MasterUserSecret.SecretStatus
	}
	before := states()
	e.Advance(time.Hour)
	if after := states(); before != "creating creating" || after != "active active" {
		t.Errorf("%s, then %s", before, after)
	}
}

func TestCreateInstanceRefusals(t *testing.T) {
	e := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.Instances = 1 }))
	create := func(change func(*rds.CreateDBInstanceInput)) func() error {
		return func() error {
			in := &rds.CreateDBInstanceInput{
				DBInstanceIdentifier: str("rows"), DBInstanceClass: str("db.m6i.large"), Engine: str("postgres"), AllocatedStorage: i32(20),
				MasterUsername: str("boss"), MasterUserPassword: str("hunter2hunter2"),
			}
			change(in)
			err := fail(e.rds.CreateDBInstance(ctx, in))
			if p := in.MasterUserPassword; err != nil && p != nil && strings.Contains(fmt.Sprintf("%v %+v", err, err), *p) {
				t.Errorf("the password is in the error: %v", err)
			}
			return err
		}
	}
	testRefusals(t, []refusal{
		{name: "no storage", call: create(func(in *rds.CreateDBInstanceInput) { in.AllocatedStorage = nil }), code: "InvalidParameterValue"},
		{name: "no user", call: create(func(in *rds.CreateDBInstanceInput) { in.MasterUsername = nil }), code: "InvalidParameterValue"},
		{name: "no password", call: create(func(in *rds.CreateDBInstanceInput) { in.MasterUserPassword = nil }), code: "InvalidParameterValue"},
		{name: "short password", call: create(func(in *rds.CreateDBInstanceInput) { in.MasterUserPassword = str("hunter2") }), code: "InvalidParameterValue"},
		{name: "two passwords", call: create(func(in *rds.CreateDBInstanceInput) { in.ManageMasterUserPassword = yes() }), code: "InvalidParameterCombination"},
		{name: "reserved user", call: create(func(in *rds.CreateDBInstanceInput) { in.MasterUsername = str("rdsadmin") }), code: "InvalidParameterValue"},
		{name: "zone and Multi-AZ", call: create(func(in *rds.CreateDBInstanceInput) { in.AvailabilityZone, in.MultiAZ = str("us-east-1a"), yes() }), code: "InvalidParameterCombination"},
		{name: "database of SQL Server", call: create(func(in *rds.CreateDBInstanceInput) { in.Engine, in.DBName = str("sqlserver-ex"), str("x") }), code: "InvalidParameterValue"},
		{name: "storage type", call: create(func(in *rds.CreateDBInstanceInput) { in.StorageType = str("aurora") }), code: "StorageTypeNotSupported"},
		{name: "unknown group", call: create(func(in *rds.CreateDBInstanceInput) { in.DBParameterGroupName = str("x") }), code: "DBParameterGroupNotFound", status: 404},
		{name: "key without encryption", call: create(func(in *rds.CreateDBInstanceInput) { in.KmsKeyId = str("alias/x") }), code: "InvalidParameterCombination"},
	})
	if err := create(func(*rds.CreateDBInstanceInput) {})(); err != nil {
		t.Fatal(err)
	}
	testRefusals(t, []refusal{
		{name: "name taken", call: create(func(*rds.CreateDBInstanceInput) {}), code: "DBInstanceAlreadyExists"},
		{name: "beyond the quota", call: create(func(in *rds.CreateDBInstanceInput) { in.DBInstanceIdentifier = str("more") }), code: "InstanceQuotaExceeded"},
	})
}

// A standalone instance has a role for a feature.
func TestInstanceRole(t *testing.T) {
	e := newEstate(t)
	e.AddInstance(nereidtest.Instance{ID: "rows"})
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	add := func(id, feature string) func() error {
		return func() error {
			return fail(e.rds.AddRoleToDBInstance(ctx, &rds.AddRoleToDBInstanceInput{DBInstanceIdentifier: &id, FeatureName: &feature, RoleArn: str(loadRole)}))
		}
	}
	remove := func(id, feature string) func() error {
		return func() error {
			return fail(e.rds.RemoveRoleFromDBInstance(ctx, &rds.RemoveRoleFromDBInstanceInput{DBInstanceIdentifier: &id, FeatureName: &feature, RoleArn: str(loadRole)}))
		}
	}
	if err := add("rows", "s3Import")(); err != nil {
		t.Fatal(err)
	}
	if got := e.instance(t, "rows").AssociatedRoles[0]; *got.Status != "PENDING" || *got.FeatureName != "s3Import" {
		t.Errorf("%s for %s", *got.Status, *got.FeatureName)
	}
	e.Advance(time.Hour)
	if got := e.instance(t, "rows").AssociatedRoles[0]; *got.Status != "ACTIVE" {
		t.Error(*got.Status)
	}
	testRefusals(t, []refusal{
		{name: "again", call: add("rows", "s3Import"), code: "DBInstanceRoleAlreadyExists"},
		{name: "of a cluster", call: add("graph-1", "s3Import"), code: "InvalidParameterCombination"},
		{name: "unknown", call: add("x", "s3Import"), code: "DBInstanceNotFound", status: 404},
		{name: "other feature", call: remove("rows", "s3Export"), code: "DBInstanceRoleNotFound", status: 404},
	})
	if err := remove("rows", "s3Import")(); err != nil {
		t.Fatal(err)
	}
	if got := e.instance(t, "rows").AssociatedRoles; len(got) > 0 {
		t.Errorf("%d roles are left", len(got))
	}
}
