package nereidtest_test

import (
	"strings"
	"testing"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

const notValid = " is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters, digits, " +
	"and hyphens; and must not end with a hyphen or contain two consecutive hyphens."

// TestNewInstanceRefusals creates instances with settings that AWS rejects, and
// compares the code and the text.
func TestNewInstanceRefusals(t *testing.T) {
	e := newEstate(t)
	type in = rds.CreateDBInstanceInput
	const window = "Invalid maintenance window format: monday. Should be specified as a range ddd:hh24:mi-ddd:hh24:mi (24H Clock UTC). " +
		"Example: Sun:23:45-Mon:00:15"
	for _, tt := range []struct {
		change     func(*in)
		code, text string
	}{
		{func(in *in) { in.DBInstanceIdentifier = str("") }, badValue, "The parameter DBInstanceIdentifier must be provided and must not be blank."},
		{func(in *in) { in.DBInstanceIdentifier = str("arn:aws:rds:us-east-1:123456789012:db:d") }, badValue, "The parameter DBInstanceIdentifier" + notValid},
		{func(in *in) { in.DBInstanceIdentifier = str("taken") }, "DBInstanceAlreadyExists", "DB instance already exists"},
		{func(in *in) { in.Engine = str("abacus") }, badValue, "Value abacus for parameter Engine is invalid. Reason: engine abacus not supported"},
		{func(in *in) { in.AllocatedStorage = nil }, badValue, "The parameter AllocatedStorage must be provided and must not be null."},
		{func(in *in) { in.MaxAllocatedStorage = i32(20) }, badTogether, "Max storage size must be greater than storage size"},
		{func(in *in) { in.AllocatedStorage = i32(19) }, badTogether, "Invalid storage size for engine name postgres and storage type gp3: 19"},
		{func(in *in) { in.StorageType = str("io1") }, badTogether, "Invalid storage size for engine name postgres and storage type io1: 20"},
		{func(in *in) { in.StorageType, in.AllocatedStorage = str("standard"), i32(3073) }, badTogether, "Invalid storage size for engine name postgres and storage type standard: 3073"},
		{func(in *in) { in.Engine, in.DBName, in.AllocatedStorage = str("sqlserver-ee"), nil, i32(16385) }, badTogether, "Invalid storage size for engine name sqlserver-ee and storage type gp3: 16385"},
		{func(in *in) { in.StorageType, in.AllocatedStorage = str("io2"), i32(100) }, badTogether, "The storage type io2 requires iops to be specified."},
		{func(in *in) { in.StorageType, in.Iops = str("gp3"), i32(3000) }, badTogether, "You can't specify IOPS or storage throughput for engine postgres and a storage size less than 400."},
		{func(in *in) { in.Engine, in.DBName, in.StorageThroughput = str("oracle-ee"), nil, i32(500) }, badTogether, "You can't specify IOPS or storage throughput for engine oracle-ee and a storage size less than 200."},
		{func(in *in) { in.StorageType = str("disk") }, "StorageTypeNotSupported", ""},
		{func(in *in) { in.LicenseModel = str("license-included") }, badTogether, "Invalid license model 'license-included' for engine 'postgres'. Valid license models are: postgresql-license"},
		{func(in *in) { in.DBName = str("my-data") }, badValue, "DBName must begin with a letter and contain only alphanumeric characters."},
		{func(in *in) { in.DBName, in.Engine = str("my_data"), str("mysql") }, badValue, "DBName must begin with a letter and contain only alphanumeric characters."},
		{func(in *in) { in.OptionGroupName = str("mine") }, "OptionGroupNotFoundFault", "Specified OptionGroupName: mine not found."},
		{func(in *in) { in.KmsKeyId = str("alias/k") }, badTogether, "You must enable StorageEncrypted when you specify KmsKeyId"},
		{func(in *in) { in.MonitoringRoleArn = str("arn:aws:iam::123456789012:role/watch") }, badTogether, "You must specify a MonitoringInterval value other than 0 when you specify a MonitoringRoleARN value."},
		{func(in *in) { in.PreferredMaintenanceWindow = str("monday") }, badValue, window},
		{func(in *in) { in.PreferredMaintenanceWindow = str("mon:01:00-mon:24:00") }, badValue, "Invalid day:hour:minute value: mon:24:00"},
		{func(in *in) { in.PreferredMaintenanceWindow = str("mod:01:00-mon:02:00") }, badValue, "Invalid day:hour:minute value: mod:01:00"},
		{func(in *in) { in.PreferredMaintenanceWindow = str("sat:23:45-sun:00:14") }, badValue, "The maintenance window must be at least 30 minutes."},
		{func(in *in) { in.PreferredMaintenanceWindow = str("mon:16:00-tue:16:00") }, badValue, "Maintenance window must be less than 24 hours."},
		{func(in *in) { in.DBClusterIdentifier, in.Engine = str("gone"), str("aurora-mysql") }, "DBClusterNotFoundFault", "The source cluster could not be found or cannot be accessed: gone"},
	} {
		input := in{
			DBInstanceIdentifier: str("taken"), DBInstanceClass: str("db.m6i.large"), Engine: str("postgres"), AllocatedStorage: i32(20),
			MasterUsername: str("boss"), MasterUserPassword: str("hunter2hunter2"), DBName: str("my_data"),
		}
		if len(e.all(t)) == 0 {
			must(e.rds.CreateDBInstance(ctx, &input))(t)
			input.DBInstanceIdentifier = str("other")
			must(e.rds.CreateDBInstance(ctx, &input))(t)
		}
		input.DBInstanceIdentifier = str("new")
		tt.change(&input)
		status := 400
		if strings.HasSuffix(tt.code, "NotFoundFault") {
			status = 404
		}
		says(t, fail(e.rds.CreateDBInstance(ctx, &input)), status, tt.code, tt.text)
	}
	if all := e.all(t); len(all) != 2 {
		t.Errorf("%d instances, want the first two", len(all))
	}
}

func (e estate) all(t *testing.T) []rdstypes.DBInstance {
	t.Helper()
	return must(e.rds.DescribeDBInstances(ctx, nil))(t).DBInstances
}

// TestStorageOfInstance extends the storage of an instance, limits what AWS may
// extend it to, and restores it with less.
func TestStorageOfInstance(t *testing.T) {
	e := newEstate(t, nereidtest.WithTimings(func(t *nereidtest.Timings) { *t = nereidtest.Timings{} }))
	e.AddInstance(nereidtest.Instance{ID: "rows"})
	storage := *e.instance(t, "rows").AllocatedStorage
	limit := func(n int32) (*rds.ModifyDBInstanceOutput, error) {
		return e.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: str("rows"), MaxAllocatedStorage: &n})
	}
	if got := must(limit(500))(t).DBInstance.MaxAllocatedStorage; got == nil || *got != 500 {
		t.Errorf("at most %v, want 500", got)
	}
	says(t, fail(limit(storage-1)), 400, badTogether, "Max storage size must be greater than storage size")
	if got := must(limit(storage))(t).DBInstance.MaxAllocatedStorage; got != nil {
		t.Errorf("at most %d: the size of the storage removes the limit", *got)
	}

	must(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: str("rows"), DBSnapshotIdentifier: str("s")}))(t)
	less := storage - 1
	says(t, fail(e.rds.RestoreDBInstanceFromDBSnapshot(ctx, &rds.RestoreDBInstanceFromDBSnapshotInput{
		DBInstanceIdentifier: str("less"), DBSnapshotIdentifier: str("s"), AllocatedStorage: &less,
	})), 400, badValue, "The allocated storage size can't be less than the source snapshot or backup size.")
	says(t, fail(e.rds.RestoreDBInstanceToPointInTime(ctx, &rds.RestoreDBInstanceToPointInTimeInput{
		SourceDBInstanceIdentifier: str("rows"), TargetDBInstanceIdentifier: str("less"), UseLatestRestorableTime: yes(), AllocatedStorage: &less,
	})), 400, badValue, "Allocated storage size can't be less than the source instance size.")
}

// TestDefaultsOfInstance creates instances with few settings. The storage type
// follows from the IOPS, and the license model from the engine.
func TestDefaultsOfInstance(t *testing.T) {
	e := newEstate(t)
	for n, tt := range []struct {
		engine           string
		size             int32
		iops             *int32
		storage, license string
	}{
		{"postgres", 20, nil, "gp3", "postgresql-license"},
		{"mariadb", 100, i32(1000), "io1", "general-public-license"},
		{"oracle-ee", 20, nil, "gp3", "bring-your-own-license"},
		{"oracle-se2", 20, nil, "gp3", "license-included"},
		{"sqlserver-se", 20, nil, "gp3", "license-included"},
		{"db2-se", 20, nil, "gp3", "bring-your-own-license"},
	} {
		i := must(e.rds.CreateDBInstance(ctx, &rds.CreateDBInstanceInput{
			DBInstanceIdentifier: str("rows-" + string(rune('a'+n))), DBInstanceClass: str("db.m6i.large"), Engine: &tt.engine,
			AllocatedStorage: &tt.size, Iops: tt.iops, MasterUsername: str("boss"), MasterUserPassword: str("hunter2hunter2"),
		}))(t).DBInstance
		if *i.StorageType != tt.storage || *i.LicenseModel != tt.license || *i.CACertificateIdentifier != "rds-ca-rsa2048-g1" {
			t.Errorf("%s: storage %s, license %s, certificate %s", tt.engine, *i.StorageType, *i.LicenseModel, *i.CACertificateIdentifier)
		}
	}
	e.AddCluster(nereidtest.Cluster{ID: "sheets", Engine: "aurora-mysql", Instances: 1})
	if i := e.instance(t, "sheets-1"); i.MasterUsername == nil || *i.MasterUsername != "admin" {
		t.Errorf("the master user of an instance of a cluster is %v, want that of the cluster", i.MasterUsername)
	}
}

// TestNamesOfInstances calls operations with an ARN that AWS rejects in place
// of a name, and with invalid names of snapshots.
func TestNamesOfInstances(t *testing.T) {
	e := newEstate(t)
	arn := e.AddInstance(nereidtest.Instance{ID: "rows"})
	e.AddInstance(nereidtest.Instance{ID: "sql", Engine: "sqlserver-se"})
	for _, id := range []string{arn, strings.Repeat("a", 64)} {
		says(t, fail(e.rds.StartDBInstance(ctx, &rds.StartDBInstanceInput{DBInstanceIdentifier: &id})), 400, badValue, "The parameter DBInstanceIdentifier"+notValid)
		says(t, fail(e.rds.StopDBInstance(ctx, &rds.StopDBInstanceInput{DBInstanceIdentifier: &id})), 400, badValue, "The parameter DBInstanceIdentifier"+notValid)
		says(t, fail(e.rds.DeleteDBInstance(ctx, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: &id, SkipFinalSnapshot: yes()})), 400, badValue,
			"The parameter DBInstanceIdentifier"+notValid)
	}
	for name, text := range map[string]string{
		"":        "The parameter DBSnapshotIdentifier must be provided and must not be blank.",
		"-a":      "Invalid snapshot identifier:  -a",
		"1-a":     "Invalid snapshot identifier:  1-a",
		"a--b":    "The parameter DBSnapshotIdentifier" + notValid,
		"a-":      "The parameter DBSnapshotIdentifier" + notValid,
		"rds:a-b": "The parameter DBSnapshotIdentifier" + notValid,
	} {
		says(t, fail(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: str("rows"), DBSnapshotIdentifier: &name})), 400, badValue, text)
	}
	source := "arn:aws:rds:us-east-1:123456789012:db:rows"
	says(t, fail(e.rds.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{SourceDBSnapshotIdentifier: &source, TargetDBSnapshotIdentifier: str("b")})), 400, badValue,
		"The parameter SourceDBSnapshotIdentifier"+notValid)
	must(e.rds.ModifyDBInstance(ctx, &rds.ModifyDBInstanceInput{DBInstanceIdentifier: str("sql"), MultiAZ: yes(), ApplyImmediately: yes()}))(t)
	e.Advance(nereidtest.DefaultTimings().InstanceModify)
	says(t, fail(e.rds.StopDBInstance(ctx, &rds.StopDBInstanceInput{DBInstanceIdentifier: str("sql")})), 400, badTogether, "")
}

// TestFailoverTarget fails over to an instance that is unknown, stopped, or in
// no cluster. AWS checks the target before the cluster.
func TestFailoverTarget(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
	e.AddInstance(nereidtest.Instance{ID: "stopped", Status: "stopped"})
	e.AddInstance(nereidtest.Instance{ID: "alone"})
	failover := func(cluster, target string) error {
		return fail(e.rds.FailoverDBCluster(ctx, &rds.FailoverDBClusterInput{DBClusterIdentifier: &cluster, TargetDBInstanceIdentifier: &target}))
	}
	says(t, failover("gone", "unknown"), 400, badValue, "Cannot find target instance: unknown")
	says(t, failover("gone", "stopped"), 400, "InvalidDBInstanceState", "")
	says(t, failover("gone", "alone"), 404, "DBClusterNotFoundFault", "The source cluster could not be found or cannot be accessed: gone")
	says(t, failover("graph", "alone"), 400, "InvalidDBInstanceState", "")
	if err := failover("graph", "graph-2"); err != nil {
		t.Error(err)
	}
}

// TestTexts compares errors of other operations with AWS's texts.
func TestTexts(t *testing.T) {
	e := newEstate(t)
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "s"})
	says(t, fail(e.rds.DescribeEvents(ctx, &rds.DescribeEventsInput{SourceIdentifier: str("a")})), 400, badTogether,
		"Cannot specify source identifier without source type")
	says(t, fail(e.rds.DescribeEventSubscriptions(ctx, &rds.DescribeEventSubscriptionsInput{SubscriptionName: str("news")})), 404, "SubscriptionNotFound",
		"Event Subscription news not found.")
	says(t, fail(e.neptune.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{GlobalClusterIdentifier: str("world")})), 400, badValue,
		"When creating standalone global cluster, value for engineName should be specified")
	says(t, fail(e.neptune.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
		GlobalClusterIdentifier: str("world"), Engine: str("aurora-mysql"), SourceDBClusterIdentifier: str("arn:aws:rds:us-east-1:123456789012:cluster:c"),
	})), 400, badTogether, "When creating global cluster from existing db cluster, value for engineName should not be specified "+
		"since it will be inherited from source cluster")
	says(t, fail(e.neptune.CreateDBParameterGroup(ctx, &neptune.CreateDBParameterGroupInput{
		DBParameterGroupName: str("g"), DBParameterGroupFamily: str(""), Description: str("d"),
	})), 400, badValue, "The parameter DBParameterGroupFamily must be provided and must not be blank.")
	create := rds.CreateDBClusterInput{
		DBClusterIdentifier: str("c"), Engine: str("aurora-postgresql"), EngineMode: str("serverless"), AvailabilityZones: []string{"mars-1a"},
	}
	says(t, fail(e.rds.CreateDBCluster(ctx, &create)), 400, badValue, "The engine mode serverless you requested is currently unavailable.")
	window := int64(3600)
	create.EngineMode, create.BacktrackWindow = nil, &window
	says(t, fail(e.rds.CreateDBCluster(ctx, &create)), 400, badValue, "Backtrack is not enabled for the postgres engine.")
	share := func(add, remove []string) error {
		return fail(e.rds.ModifyDBSnapshotAttribute(ctx, &rds.ModifyDBSnapshotAttributeInput{
			DBSnapshotIdentifier: str("s"), AttributeName: str("restore"), ValuesToAdd: add, ValuesToRemove: remove,
		}))
	}
	says(t, share([]string{"1", "2"}, []string{"2"}), 400, badTogether, "")
	says(t, share(make21(), nil), 400, "SharedSnapshotQuotaExceeded", "")
	says(t, share([]string{"1"}, nil), 400, badValue, "")
}

// make21 returns more values than an attribute may have, none of them valid.
func make21() (values []string) {
	for n := range 21 {
		values = append(values, string(rune('a'+n)))
	}
	return values
}

// TestDefaultSubnetGroup lists the group default from its first use on.
func TestDefaultSubnetGroup(t *testing.T) {
	e := newEstate(t)
	list := func(name *string) (string, error) {
		out, err := e.rds.DescribeDBSubnetGroups(ctx, &rds.DescribeDBSubnetGroupsInput{DBSubnetGroupName: name})
		return names(out, err, func(o *rds.DescribeDBSubnetGroupsOutput) (list []*string) {
			for _, g := range o.DBSubnetGroups {
				list = append(list, g.DBSubnetGroupName)
			}
			return list
		})
	}
	if got, err := list(nil); got != "" || err != nil {
		t.Errorf("at first: %q, %v", got, err)
	}
	_, err := list(str("default"))
	says(t, err, 404, "DBSubnetGroupNotFoundFault", "DB subnet group 'default' does not exist.")
	must(e.rds.CreateDBCluster(ctx, &rds.CreateDBClusterInput{DBClusterIdentifier: str("c"), Engine: str("neptune")}))(t)
	e.Remove("arn:aws:rds:us-east-1:123456789012:cluster:c")
	for _, name := range []*string{nil, str("default")} {
		if got, err := list(name); got != "default" || err != nil {
			t.Errorf("after a cluster: %q, %v", got, err)
		}
	}
}
