package rds_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// A restored instance has its source's class, storage and windows and, if restored from a snapshot,
// its tags. It does not have the source's protection settings, or the groups that the source shares
// with other instances.
func TestRestoreInstance(t *testing.T) {
	server := nereidtest.NewServer(t, nereidtest.WithClock(*at("2026-03-01T12:00:00Z")))
	client := rds.NewFromConfig(server.Config())
	_, err := client.CreateDBInstance(t.Context(), &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: nereid.String("shop"), DBInstanceClass: nereid.String("db.m6i.large"), Engine: nereid.String("mysql"),
		AllocatedStorage: nereid.Int32(200), BackupRetentionPeriod: nereid.Int32(5), Port: nereid.Int32(3307), StorageEncrypted: nereid.Bool(true),
		MasterUsername: nereid.String("boss"), MasterUserPassword: nereid.String("hunter2hunter2"), DeletionProtection: nereid.Bool(true),
		VpcSecurityGroupIds: []string{"sg-own"}, Tags: []types.Tag{{Key: nereid.String("team"), Value: nereid.String("sales")}}, MultiAZ: nereid.Bool(true),
	})
	if err != nil {
		t.Fatal(err)
	}
	server.Advance(2 * time.Hour)
	if _, err := client.CreateDBSnapshot(t.Context(), &rds.CreateDBSnapshotInput{DBInstanceIdentifier: nereid.String("shop"), DBSnapshotIdentifier: nereid.String("last")}); err != nil {
		t.Fatal(err)
	}
	server.Advance(time.Hour)
	out, err := client.RestoreDBInstanceFromDBSnapshot(t.Context(), &rds.RestoreDBInstanceFromDBSnapshotInput{
		DBInstanceIdentifier: nereid.String("from-snapshot"), DBSnapshotIdentifier: nereid.String("last"),
	})
	if err != nil || *out.DBInstance.DBInstanceStatus != "creating" || out.DBInstance.Endpoint != nil {
		t.Fatalf("%v, %v", out, err)
	}
	for id, in := range map[string]*rds.RestoreDBInstanceToPointInTimeInput{
		"latest": {SourceDBInstanceIdentifier: nereid.String("Shop"), UseLatestRestorableTime: nereid.Bool(true)},
		"moment": {SourceDBInstanceIdentifier: nereid.String("shop"), RestoreTime: at("2026-03-01T13:00:00Z")},
	} {
		in.TargetDBInstanceIdentifier = &id
		if _, err := client.RestoreDBInstanceToPointInTime(t.Context(), in); err != nil {
			t.Fatalf("%s: %v", id, err)
		}
	}
	server.Advance(time.Hour)
	for id, tags := range map[string]int{"from-snapshot": 1, "latest": 0, "moment": 0} {
		out, err := client.DescribeDBInstances(t.Context(), dbInstance(id))
		if err != nil {
			t.Fatal(err)
		}
		i := out.DBInstances[0]
		if *i.DBInstanceStatus != "available" || *i.DBInstanceClass != "db.m6i.large" || *i.Engine != "mysql" || *i.AllocatedStorage != 200 || *i.Endpoint.Port != 3307 ||
			*i.BackupRetentionPeriod != 5 || !*i.StorageEncrypted || *i.MasterUsername != "boss" || len(i.TagList) != tags {
			t.Errorf("%s: what comes along: %+v", id, i)
		}
		if *i.DeletionProtection || *i.MultiAZ || *i.VpcSecurityGroups[0].VpcSecurityGroupId == "sg-own" {
			t.Errorf("%s: what does not: %+v", id, i)
		}
	}
}

// The tag that TagCreations adds does not prevent AWS from copying the source's tags.
func TestRestoreInstanceKeepsTags(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddInstance(nereidtest.Instance{ID: "shop", Tags: map[string]string{"team": "sales"}})
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "last", Instance: "shop"})
	client := rds.NewFromConfig(server.Config(), func(o *rds.Options) { o.TagCreations = true })
	out, err := client.RestoreDBInstanceFromDBSnapshot(t.Context(), &rds.RestoreDBInstanceFromDBSnapshotInput{
		DBInstanceIdentifier: nereid.String("copy"), DBSnapshotIdentifier: nereid.String("last"),
	})
	if err != nil {
		t.Fatal(err)
	}
	if tags := out.DBInstance.TagList; len(tags) != 1 || *tags[0].Key != "team" {
		t.Errorf("%+v", tags)
	}
}

// A rejected restore returns the fault, and does not create an instance.
func TestRestoreInstanceRefused(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddInstance(nereidtest.Instance{ID: "shop"})
	server.AddInstance(nereidtest.Instance{ID: "plain"})
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "last", Instance: "shop"})
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "unready", Instance: "shop", Status: "creating"})
	client := rds.NewFromConfig(server.Config())
	if _, err := client.ModifyDBInstance(t.Context(), &rds.ModifyDBInstanceInput{
		DBInstanceIdentifier: nereid.String("plain"), BackupRetentionPeriod: nereid.Int32(0), ApplyImmediately: nereid.Bool(true),
	}); err != nil {
		t.Fatal(err)
	}
	server.Advance(time.Hour) // until the change is applied
	for _, test := range []struct {
		name     string
		snapshot *rds.RestoreDBInstanceFromDBSnapshotInput
		moment   *rds.RestoreDBInstanceToPointInTimeInput
		fault    any
	}{
		{name: "no such snapshot", snapshot: &rds.RestoreDBInstanceFromDBSnapshotInput{DBSnapshotIdentifier: nereid.String("none")}, fault: new(*types.DBSnapshotNotFoundFault)},
		{name: "unfinished snapshot", snapshot: &rds.RestoreDBInstanceFromDBSnapshotInput{DBSnapshotIdentifier: nereid.String("unready")}, fault: new(*types.InvalidDBSnapshotStateFault)},
		{name: "no source", moment: &rds.RestoreDBInstanceToPointInTimeInput{SourceDbiResourceId: nereid.String("db-NONE"), UseLatestRestorableTime: nereid.Bool(true)}, fault: new(*types.DBInstanceAutomatedBackupNotFoundFault)},
		{name: "no backups", moment: &rds.RestoreDBInstanceToPointInTimeInput{SourceDBInstanceIdentifier: nereid.String("plain"), UseLatestRestorableTime: nereid.Bool(true)}, fault: new(*types.PointInTimeRestoreNotEnabledFault)},
	} {
		var err error
		if in := test.snapshot; in != nil {
			in.DBInstanceIdentifier = nereid.String("copy")
			_, err = client.RestoreDBInstanceFromDBSnapshot(t.Context(), in)
		} else {
			test.moment.TargetDBInstanceIdentifier = nereid.String("copy")
			_, err = client.RestoreDBInstanceToPointInTime(t.Context(), test.moment)
		}
		if !errors.As(err, test.fault) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	_, err := client.RestoreDBInstanceFromDBSnapshot(t.Context(), &rds.RestoreDBInstanceFromDBSnapshotInput{
		DBInstanceIdentifier: nereid.String("plain"), DBSnapshotIdentifier: nereid.String("last"),
	})
	if !errors.Is(err, nereid.ErrAlreadyExists) {
		t.Errorf("a name that is taken: %v", err)
	}
	if out, err := client.DescribeDBInstances(t.Context(), nil); err != nil || len(out.DBInstances) != 2 {
		t.Errorf("%v, %v", out, err)
	}
}

// An instance is restored from a snapshot with another class.
func ExampleClient_RestoreDBInstanceFromDBSnapshot() {
	server := demo()
	defer server.Close()
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "orders-last", Engine: "mysql"})
	client := rds.NewFromConfig(server.Config())

	out, err := client.RestoreDBInstanceFromDBSnapshot(context.Background(), &rds.RestoreDBInstanceFromDBSnapshotInput{
		DBInstanceIdentifier: nereid.String("trial"),
		DBSnapshotIdentifier: nereid.String("orders-last"),
		DBInstanceClass:      nereid.String("db.t4g.medium"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBInstance.DBInstanceIdentifier, *out.DBInstance.DBInstanceStatus, *out.DBInstance.DBInstanceClass)
	// Output: trial creating db.t4g.medium
}

// An instance is restored to its state an hour ago.
func ExampleClient_RestoreDBInstanceToPointInTime() {
	server := demo()
	defer server.Close()
	server.AddInstance(nereidtest.Instance{ID: "billing", Engine: "mysql", Created: server.Now().Add(-24 * time.Hour)})
	client := rds.NewFromConfig(server.Config())

	out, err := client.RestoreDBInstanceToPointInTime(context.Background(), &rds.RestoreDBInstanceToPointInTimeInput{
		TargetDBInstanceIdentifier: nereid.String("trial"),
		SourceDBInstanceIdentifier: nereid.String("billing"),
		RestoreTime:                nereid.Time(server.Now().Add(-time.Hour)),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBInstance.DBInstanceIdentifier, *out.DBInstance.DBInstanceStatus)
	// Output: trial creating
}
