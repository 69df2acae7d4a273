package nereidtest_test

import (
	"testing"
	"time"

	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// store creates an instance with the given storage; no IOPS are the default.
func (e estate) store(t *testing.T, id, engine, kind string, size, iops int32) types.DBInstance {
	t.Helper()
	in := &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: &id, DBInstanceClass: str("db.m6i.large"), Engine: &engine, AllocatedStorage: &size, StorageType: &kind,
		MasterUsername: str("boss"), MasterUserPassword: str("hunter2hunter2"),
	}
	if iops > 0 {
		in.Iops = &iops
	}
	must(e.rds.CreateDBInstance(ctx, in))(t)
	e.Advance(time.Hour)
	return e.instance(t, id)
}

// TestChangeStorageRefusals changes the storage of instances in ways that AWS rejects.
func TestChangeStorageRefusals(t *testing.T) {
	e := newEstate(t)
	e.store(t, "plain", "postgres", "gp2", 100, 0)
	e.store(t, "small", "postgres", "gp3", 100, 0)
	e.store(t, "large", "mysql", "gp3", 500, 0)
	e.store(t, "fast", "postgres", "io1", 100, 3000)
	e.store(t, "microsoft", "sqlserver-se", "gp2", 100, 0)
	const (
		both    = "You must specify both the storage size and iops when modifying the storage size or iops on a DB instance that has iops."
		growing = " increased by at least 10 percent."
	)
	type in = rds.ModifyDBInstanceInput
	for _, tt := range []struct {
		id, code, text string
		change         func(*in)
	}{
		{"plain", badValue, "", func(in *in) { in.AllocatedStorage = i32(99) }},
		{"plain", "StorageTypeNotSupported", "Invalid storage type: disk", func(in *in) { in.StorageType = str("disk") }},
		{"plain", badTogether, "The storage type io1 requires iops to be specified.", func(in *in) { in.StorageType = str("io1") }},
		{"plain", badTogether, "The storage type gp3 requires iops to be specified.", func(in *in) { in.StorageType, in.AllocatedStorage = str("gp3"), i32(400) }},
		{"plain", badTogether, "Invalid iops value for engine name postgres and storage type gp2: 4000", func(in *in) { in.Iops = i32(4000) }},
		{"plain", badTogether, "", func(in *in) { in.StorageThroughput = i32(500) }},
		{"plain", badTogether, "Invalid storage size for engine name postgres and storage type gp2: 65537", func(in *in) { in.AllocatedStorage = i32(65537) }},
		{"plain", badTogether, "Invalid iops to storage (GB) ratio for engine name postgres and storage type io1: 50.0100", func(in *in) { in.StorageType, in.Iops = str("io1"), i32(5001) }},
		{"plain", badTogether, "The maximum allocated storage must be" + growing, func(in *in) { in.MaxAllocatedStorage = i32(109) }},
		{"plain", badTogether, "Max storage size must be greater than storage size", func(in *in) { in.AllocatedStorage, in.MaxAllocatedStorage = i32(300), i32(200) }},
		{"small", badTogether, "You can't specify IOPS or storage throughput for engine postgres and a storage size less than 400.", func(in *in) { in.Iops = i32(3000) }},
		{"small", badTogether, "The storage type gp3 requires iops to be specified.", func(in *in) { in.AllocatedStorage, in.Iops = i32(200), i32(0) }},
		{"large", badTogether, both, func(in *in) { in.Iops = i32(13000) }},
		{"large", badTogether, both, func(in *in) { in.AllocatedStorage = i32(1000) }},
		{"large", badTogether, both, func(in *in) { in.StorageThroughput = i32(600) }},
		{"large", badTogether, "Invalid iops value for engine name mysql and storage type gp3: 3000", func(in *in) { in.AllocatedStorage, in.Iops = i32(500), i32(3000) }},
		{"fast", badTogether, both, func(in *in) { in.Iops = i32(4000) }},
		{"fast", badTogether, both, func(in *in) { in.StorageType = str("gp3") }},
		{"fast", badTogether, "You can't specify IOPS or storage throughput for engine postgres and a storage size less than 400.", func(in *in) { in.StorageType, in.AllocatedStorage, in.Iops = str("gp3"), i32(100), i32(3000) }},
		{"microsoft", badTogether, "The allocated storage must be" + growing, func(in *in) { in.AllocatedStorage = i32(109) }},
	} {
		input := in{DBInstanceIdentifier: &tt.id, ApplyImmediately: yes()}
		tt.change(&input)
		says(t, fail(e.rds.ModifyDBInstance(ctx, &input)), 400, tt.code, tt.text)
	}
	for _, i := range e.all(t) {
		if *i.DBInstanceStatus != "available" {
			t.Errorf("%s is %s: a rejected request has changed it", *i.DBInstanceIdentifier, *i.DBInstanceStatus)
		}
	}
}

// TestChangeStorage changes the storage of instances, and looks at what is pending and what
// they show in the end.
func TestChangeStorage(t *testing.T) {
	e := newEstate(t)
	type volume struct {
		kind             string
		size             int32
		iops, throughput int32
	}
	of := func(i types.DBInstance) volume {
		v := volume{kind: *i.StorageType, size: *i.AllocatedStorage}
		if i.Iops != nil {
			v.iops = *i.Iops
		}
		if i.StorageThroughput != nil {
			v.throughput = *i.StorageThroughput
		}
		return v
	}
	type in = rds.ModifyDBInstanceInput
	for id, tt := range map[string]struct {
		engine      string
		have        volume
		change      func(*in)
		now, become volume
	}{
		"growth":       {"postgres", volume{"gp2", 100, 0, 0}, func(in *in) { in.AllocatedStorage = i32(200) }, volume{"gp2", 100, 0, 0}, volume{"gp2", 200, 0, 0}},
		"rounded":      {"mysql", volume{"gp3", 95, 0, 0}, func(in *in) { in.AllocatedStorage = i32(96) }, volume{"gp3", 95, 3000, 125}, volume{"gp3", 105, 3000, 125}},
		"striped":      {"mariadb", volume{"gp3", 300, 0, 0}, func(in *in) { in.AllocatedStorage = i32(400) }, volume{"gp3", 300, 3000, 125}, volume{"gp3", 400, 12000, 500}},
		"faster":       {"postgres", volume{"gp3", 400, 0, 0}, func(in *in) { in.AllocatedStorage, in.Iops, in.StorageThroughput = i32(400), i32(20000), i32(1000) }, volume{"gp3", 400, 12000, 500}, volume{"gp3", 400, 20000, 1000}},
		"microsoft":    {"sqlserver-se", volume{"gp3", 20, 0, 0}, func(in *in) { in.AllocatedStorage, in.Iops = i32(22), i32(4000) }, volume{"gp3", 20, 3000, 125}, volume{"gp3", 22, 4000, 125}},
		"provisioned":  {"oracle-ee", volume{"gp3", 100, 0, 0}, func(in *in) { in.StorageType, in.Iops = str("io1"), i32(2000) }, volume{"gp3", 100, 3000, 125}, volume{"io1", 100, 2000, 0}},
		"io2":          {"postgres", volume{"io1", 100, 5000, 0}, func(in *in) { in.StorageType, in.AllocatedStorage, in.Iops = str("io2"), i32(100), i32(100000) }, volume{"io1", 100, 5000, 0}, volume{"io2", 100, 100000, 0}},
		"general":      {"postgres", volume{"io1", 100, 5000, 0}, func(in *in) { in.StorageType, in.AllocatedStorage = str("gp3"), i32(100) }, volume{"io1", 100, 5000, 0}, volume{"gp3", 100, 3000, 125}},
		"without-iops": {"postgres", volume{"io1", 100, 5000, 0}, func(in *in) { in.StorageType, in.AllocatedStorage, in.Iops = str("gp2"), i32(100), i32(0) }, volume{"io1", 100, 5000, 0}, volume{"gp2", 100, 0, 0}},
	} {
		t.Run(id, func(t *testing.T) {
			e.store(t, id, tt.engine, tt.have.kind, tt.have.size, tt.have.iops)
			input := in{DBInstanceIdentifier: &id, ApplyImmediately: yes()}
			tt.change(&input)
			reply := *must(e.rds.ModifyDBInstance(ctx, &input))(t).DBInstance
			if p := reply.PendingModifiedValues; of(reply) != tt.now || p.StorageType == nil && p.AllocatedStorage == nil && p.Iops == nil && p.StorageThroughput == nil {
				t.Errorf("the reply shows %+v, pending %+v, want %+v", of(reply), *p, tt.now)
			}
			e.Advance(10 * time.Minute)
			if got := e.instance(t, id); *got.DBInstanceStatus != "storage-optimization" || of(got) != tt.become || got.PendingModifiedValues.AllocatedStorage != nil {
				t.Errorf("%s %+v, want storage-optimization %+v", *got.DBInstanceStatus, of(got), tt.become)
			}

			// Other settings can be changed meanwhile, the storage not for six hours.
			must(e.rds.ModifyDBInstance(ctx, &in{DBInstanceIdentifier: &id, CopyTagsToSnapshot: yes()}))(t)
			again := in{DBInstanceIdentifier: &id, AllocatedStorage: i32(1000), Iops: i32(64000), StorageType: str("io2"), ApplyImmediately: yes()}
			const optimized = "You can't currently modify the storage of this DB instance because the previous storage change is being optimized."
			says(t, fail(e.rds.ModifyDBInstance(ctx, &again)), 400, badTogether, optimized)
			e.Advance(time.Hour)
			if got := *e.instance(t, id).DBInstanceStatus; got != "available" {
				t.Errorf("in the end it is %s", got)
			}
			says(t, fail(e.rds.ModifyDBInstance(ctx, &again)), 400, badTogether, optimized)
			e.Advance(5 * time.Hour)
			must(e.rds.ModifyDBInstance(ctx, &again))(t)
		})
	}
}

// TestRestoreStorage restores an instance whose IOPS its new storage cannot have.
func TestRestoreStorage(t *testing.T) {
	e := newEstate(t)
	e.store(t, "fast", "postgres", "io1", 100, 3000)
	s := must(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: str("fast"), DBSnapshotIdentifier: str("s")}))(t).DBSnapshot
	if s.Iops == nil || *s.Iops != 3000 || s.StorageThroughput != nil {
		t.Errorf("the snapshot has %v IOPS", s.Iops)
	}
	e.Advance(time.Hour)
	restore := rds.RestoreDBInstanceFromDBSnapshotInput{DBInstanceIdentifier: str("same"), DBSnapshotIdentifier: str("s")}
	if got := must(e.rds.RestoreDBInstanceFromDBSnapshot(ctx, &restore))(t).DBInstance; *got.StorageType != "io1" || *got.Iops != 3000 {
		t.Errorf("%s, %d IOPS", *got.StorageType, *got.Iops)
	}
	restore.DBInstanceIdentifier, restore.StorageType = str("other"), str("gp3")
	if got := must(e.rds.RestoreDBInstanceFromDBSnapshot(ctx, &restore))(t).DBInstance; *got.StorageType != "gp3" || *got.Iops != 3000 || *got.StorageThroughput != 125 {
		t.Errorf("%s, %d IOPS", *got.StorageType, *got.Iops)
	}
}
