package nereidtest_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

func (e estate) cluster(t testing.TB, id string) types.DBCluster {
	t.Helper()
	return describeCluster(t, e.neptune, id)
}

func describeCluster(t testing.TB, c *neptune.Client, id string) types.DBCluster {
	t.Helper()
	out := must(c.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id}))(t)
	if len(out.DBClusters) != 1 {
		t.Fatalf("%d clusters with the id %s, want 1", len(out.DBClusters), id)
	}
	return out.DBClusters[0]
}

// wantStatus checks the status of a cluster of us-east-1.
func (e estate) wantStatus(t testing.TB, id, want string) {
	t.Helper()
	if got := *e.cluster(t, id).Status; got != want {
		t.Errorf("%s is %s, want %s", id, got, want)
	}
}

func (e estate) gone(t testing.TB, id string) {
	t.Helper()
	err := fail(e.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id}))
	if code, status := codeOf(err); code != "DBClusterNotFoundFault" || status != 404 {
		t.Errorf("%s: %v, want DBClusterNotFoundFault", id, err)
	}
}

func TestClusterLife(t *testing.T) {
	e := newEstate(t)
	out := must(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
		DBClusterIdentifier: str("Graph"), Engine: str("neptune"), EngineVersion: str("1.3.2.1"), StorageEncrypted: yes(),
		Tags:                             []types.Tag{{Key: str("env"), Value: str("dev")}},
		ServerlessV2ScalingConfiguration: &types.ServerlessV2ScalingConfiguration{MinCapacity: f64(1), MaxCapacity: f64(2.5)},
		PreferredMaintenanceWindow:       str("Mon:10:00-Mon:10:30"),
	}))(t)
	c := out.DBCluster
	if *c.DBClusterIdentifier != "graph" || *c.Status != "creating" || *c.DBClusterArn != "arn:aws:rds:us-east-1:123456789012:cluster:graph" ||
		*c.Port != 8182 || *c.EngineVersion != "1.3.2.1" || *c.KmsKeyId == "" || *c.PreferredMaintenanceWindow != "mon:10:00-mon:10:30" ||
		*c.ServerlessV2ScalingConfiguration.MaxCapacity != 2.5 || !c.ClusterCreateTime.Equal(epoch) || c.AutomaticRestartTime != nil {
		t.Errorf("created %+v", c)
	}
	e.Advance(75*time.Second - time.Millisecond)
	e.wantStatus(t, "graph", "creating")
	e.Advance(time.Millisecond)
	e.wantStatus(t, "graph", "available")

	stopped := must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("GRAPH")}))(t)
	if *stopped.DBCluster.Status != "available" {
		t.Errorf("StopDBCluster returned %s", *stopped.DBCluster.Status)
	}
	e.wantStatus(t, "graph", "stopping")
	e.Advance(5 * time.Minute)
	c2 := e.cluster(t, "graph")
	if want := epoch.Add(75*time.Second + 5*time.Minute + 7*24*time.Hour); *c2.Status != "stopped" || !c2.AutomaticRestartTime.Equal(want) {
		t.Errorf("%s until %v, want stopped until %v", *c2.Status, c2.AutomaticRestartTime, want)
	}

	started := must(e.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
	if *started.DBCluster.Status != "stopped" || started.DBCluster.AutomaticRestartTime == nil {
		t.Errorf("StartDBCluster returned %s, restart %v", *started.DBCluster.Status, started.DBCluster.AutomaticRestartTime)
	}
	if c := e.cluster(t, "graph"); *c.Status != "starting" || c.AutomaticRestartTime != nil {
		t.Errorf("%s, restart %v", *c.Status, c.AutomaticRestartTime)
	}
	e.Advance(8 * time.Minute)
	e.wantStatus(t, "graph", "available")
	e.Advance(30 * 24 * time.Hour)
	e.wantStatus(t, "graph", "available")

	deleted := must(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("graph"), SkipFinalSnapshot: yes()}))(t)
	if *deleted.DBCluster.Status != "available" {
		t.Errorf("DeleteDBCluster returned %s", *deleted.DBCluster.Status)
	}
	e.wantStatus(t, "graph", "deleting")
	e.Advance(2 * time.Minute)
	e.gone(t, "graph")
}

func TestAutomaticRestart(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2})
	must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
	if got := e.instances(t, "graph"); got != "graph-1:stopping graph-2:stopping" {
		t.Error(got)
	}
	e.Advance(5 * time.Minute)
	if got := e.instances(t, "graph"); got != "graph-1:stopped graph-2:stopped" {
		t.Error(got)
	}
	e.Advance(7*24*time.Hour - time.Second)
	e.wantStatus(t, "graph", "stopped")
	e.Advance(time.Second)
	e.wantStatus(t, "graph", "starting")
	if got := e.instances(t, "graph"); got != "graph-1:starting graph-2:starting" {
		t.Error(got)
	}
	e.Advance(8 * time.Minute)
	e.wantStatus(t, "graph", "available")
	if got := e.instances(t, "graph"); got != "graph-1:available graph-2:available" {
		t.Error(got)
	}

	// A start in the meantime cancels the restart, and a second stop has its
	// own restart.
	for range 2 {
		must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
		e.Advance(4 * 24 * time.Hour)
		e.wantStatus(t, "graph", "stopped")
		must(e.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
		e.Advance(time.Hour)
		e.wantStatus(t, "graph", "available")
	}
}

// TestStartWithKeyBack starts a cluster that AWS stopped because its key was
// disabled.
func TestStartWithKeyBack(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1, Status: "inaccessible-encryption-credentials-recoverable"})
	must(e.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
	e.wantStatus(t, "graph", "starting")
	e.Advance(8 * time.Minute)
	e.wantStatus(t, "graph", "available")
	if got := e.instances(t, "graph"); got != "graph-1:available" {
		t.Error(got)
	}

	err := fail(e.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: str("graph")}))
	if want := "expected it to be one of stopped,inaccessible-encryption-credentials-recoverable"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %q", err, want)
	}
	e.SetClusterStatus("graph", "inaccessible-encryption-credentials") // permanently
	err = fail(e.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: str("graph")}))
	if code, _ := codeOf(err); code != "InvalidDBClusterStateFault" {
		t.Error(err)
	}
}

func TestStatusLag(t *testing.T) {
	e := newEstate(t, nereidtest.WithTimings(func(t *nereidtest.Timings) { t.StatusLag = 2 * time.Second }))
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	out := must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
	if *out.DBCluster.Status != "available" {
		t.Errorf("StopDBCluster returned %s", *out.DBCluster.Status)
	}
	e.Advance(time.Second)
	e.wantStatus(t, "graph", "available")
	e.Advance(time.Second)
	e.wantStatus(t, "graph", "stopping")
}

func TestModifyCluster(t *testing.T) {
	modify := func(t *testing.T, e estate, in neptune.ModifyDBClusterInput) types.DBCluster {
		t.Helper()
		in.DBClusterIdentifier = str("graph")
		return *must(e.neptune.ModifyDBCluster(ctx, &in))(t).DBCluster
	}
	setup := func(t *testing.T) estate {
		e := newEstate(t)
		e.AddCluster(nereidtest.Cluster{ID: "graph", EngineVersion: "1.3.2.1", Instances: 1})
		return e
	}
	t.Run("at once", func(t *testing.T) {
		e := setup(t)
		got := modify(t, e, neptune.ModifyDBClusterInput{DeletionProtection: yes(), CopyTagsToSnapshot: yes(), BackupRetentionPeriod: i32(7)})
		if *got.Status != "available" || !*got.DeletionProtection || !*got.CopyTagsToSnapshot || *got.BackupRetentionPeriod != 7 {
			t.Errorf("%+v", got)
		}
	})
	t.Run("modifying", func(t *testing.T) {
		e := setup(t)
		e.AddParameterGroup(nereidtest.ParameterGroup{ID: "tuned", OfClusters: true, Family: "neptune1.3"})
		got := modify(t, e, neptune.ModifyDBClusterInput{
			DBClusterParameterGroupName: str("tuned"),
			CloudwatchLogsExportConfiguration: &types.CloudwatchLogsExportConfiguration{
				EnableLogTypes: []string{"slowquery", "audit"}, DisableLogTypes: []string{"slowquery"},
			},
		})
		if *got.Status != "available" || got.PendingModifiedValues != nil {
			t.Errorf("%s, pending %v", *got.Status, got.PendingModifiedValues)
		}
		e.wantStatus(t, "graph", "modifying")
		if diff := cmp.Diff([]string{"audit"}, got.EnabledCloudwatchLogsExports); diff != "" {
			t.Errorf("logs (-want +got):\n%s", diff)
		}
		e.Advance(time.Minute)
		e.wantStatus(t, "graph", "available")
	})
	t.Run("IAM authentication", func(t *testing.T) {
		e := setup(t)
		got := modify(t, e, neptune.ModifyDBClusterInput{EnableIAMDatabaseAuthentication: yes()}) // does not wait for the window
		if *got.Status != "available" || !*got.IAMDatabaseAuthenticationEnabled || got.PendingModifiedValues != nil {
			t.Errorf("%s, %t, pending %+v", *got.Status, *got.IAMDatabaseAuthenticationEnabled, got.PendingModifiedValues)
		}
		e.wantStatus(t, "graph", "modifying")
		e.Advance(time.Minute)
		e.wantStatus(t, "graph", "available")
		modify(t, e, neptune.ModifyDBClusterInput{EnableIAMDatabaseAuthentication: yes()}) // it is already on
		e.wantStatus(t, "graph", "available")
	})
	t.Run("upgrading", func(t *testing.T) {
		e := setup(t)
		got := modify(t, e, neptune.ModifyDBClusterInput{EngineVersion: str("1.3.4.0"), ApplyImmediately: yes()})
		e.wantStatus(t, "graph", "upgrading")
		if *got.Status != "available" || *got.PendingModifiedValues.EngineVersion != "1.3.4.0" || *got.EngineVersion != "1.3.2.1" {
			t.Errorf("%s, pending %+v", *got.Status, got.PendingModifiedValues)
		}
		e.Advance(15 * time.Minute)
		if got := e.cluster(t, "graph"); *got.Status != "available" || *got.EngineVersion != "1.3.4.0" || got.PendingModifiedValues != nil {
			t.Errorf("afterwards %s %s, pending %+v", *got.Status, *got.EngineVersion, got.PendingModifiedValues)
		}
	})
	t.Run("in the window", func(t *testing.T) {
		e := setup(t)
		got := modify(t, e, neptune.ModifyDBClusterInput{NewDBClusterIdentifier: str("later"), PreferredMaintenanceWindow: str("sun:04:00-sun:05:00")})
		if *got.Status != "available" || *got.PendingModifiedValues.DBClusterIdentifier != "later" || *got.DBClusterIdentifier != "graph" {
			t.Errorf("%s, pending %+v", *got.Status, got.PendingModifiedValues)
		}
		e.Advance(40*time.Hour - time.Second) // from Friday noon to Sunday, four o'clock
		e.wantStatus(t, "graph", "available")
		e.Advance(time.Second)
		e.wantStatus(t, "graph", "renaming")
		e.Advance(time.Minute)
		if got := e.cluster(t, "later"); *got.Status != "available" || got.PendingModifiedValues != nil {
			t.Errorf("afterwards %s, pending %+v", *got.Status, got.PendingModifiedValues)
		}
	})
	t.Run("in the window after", func(t *testing.T) {
		e := setup(t)
		modify(t, e, neptune.ModifyDBClusterInput{EngineVersion: str("1.3.4.0"), PreferredMaintenanceWindow: str("sun:04:00-sun:05:00")})
		must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
		e.Advance(41 * time.Hour)
		if got := e.cluster(t, "graph"); *got.Status != "stopped" || got.PendingModifiedValues == nil {
			t.Errorf("in the first window %s, pending %+v", *got.Status, got.PendingModifiedValues)
		}
		must(e.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
		e.Advance(7 * 24 * time.Hour)
		if got := e.cluster(t, "graph"); *got.EngineVersion != "1.3.4.0" || got.PendingModifiedValues != nil {
			t.Errorf("after the second %s, pending %+v", *got.EngineVersion, got.PendingModifiedValues)
		}
	})
	t.Run("renaming", func(t *testing.T) {
		e := setup(t)
		got := modify(t, e, neptune.ModifyDBClusterInput{NewDBClusterIdentifier: str("Knowledge"), ApplyImmediately: yes()})
		e.wantStatus(t, "graph", "renaming")
		if *got.Status != "available" || *got.PendingModifiedValues.DBClusterIdentifier != "knowledge" {
			t.Errorf("%s, pending %+v", *got.Status, got.PendingModifiedValues)
		}
		e.Advance(time.Minute)
		e.gone(t, "graph")
		e.wantStatus(t, "knowledge", "available")
		if got := e.instances(t, "knowledge"); got != "graph-1:available" {
			t.Error(got)
		}
	})
}

func TestFinalSnapshot(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Tags: map[string]string{"env": "dev"}, CopyTagsToSnapshot: true})
	must(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("graph"), FinalDBSnapshotIdentifier: str("Last")}))(t)
	s := e.snapshot(t, "last")
	if *s.Status != "creating" || *s.DBClusterIdentifier != "graph" {
		t.Errorf("%+v", s)
	}
	e.wantStatus(t, "graph", "available")
	testRefusals(t, []refusal{
		{name: "another snapshot", call: func() error {
			return fail(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("graph"), FinalDBSnapshotIdentifier: str("Other")}))
		}, code: "InvalidDBClusterStateFault"},
		{name: "no snapshot", call: func() error {
			return fail(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("graph"), SkipFinalSnapshot: yes()}))
		}, code: "InvalidDBClusterStateFault"},
		{name: "stop", call: func() error {
			return fail(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("graph")}))
		}, code: "InvalidDBClusterStateFault"},
	})
	e.Advance(2 * time.Minute)
	e.wantStatus(t, "graph", "deleting")
	if s := e.snapshot(t, "last"); *s.Status != "available" {
		t.Errorf("the final snapshot is %s", *s.Status)
	}
	e.Advance(2 * time.Minute)
	e.gone(t, "graph")
}

func TestClusterRefusals(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1, EngineVersion: "1.3.2.1"})
	e.AddCluster(nereidtest.Cluster{ID: "empty"})
	e.AddCluster(nereidtest.Cluster{ID: "stopped", Instances: 1, Status: "stopped"})
	e.AddCluster(nereidtest.Cluster{ID: "protected", DeletionProtection: true})
	e.AddCluster(nereidtest.Cluster{ID: "rebooting", Instances: 1})
	e.SetInstanceStatus("rebooting-1", "rebooting")
	e.AddCluster(nereidtest.Cluster{ID: "odd", Status: "maintenance"})
	e.AddGlobalCluster("world", e.AddCluster(nereidtest.Cluster{ID: "primary", Instances: 1}), e.AddCluster(nereidtest.Cluster{ID: "second", Region: "eu-west-1"}))
	e.AddGlobalCluster("other", e.AddCluster(nereidtest.Cluster{ID: "lonely", Region: "eu-west-1"}))
	e.AddSnapshot(nereidtest.Snapshot{ID: "taken"})

	create := func(change func(*neptune.CreateDBClusterInput)) func() error {
		return func() error {
			in := &neptune.CreateDBClusterInput{DBClusterIdentifier: str("new"), Engine: str("neptune")}
			change(in)
			return fail(e.neptune.CreateDBCluster(ctx, in))
		}
	}
	modify := func(id string, change func(*neptune.ModifyDBClusterInput)) func() error {
		return func() error {
			in := &neptune.ModifyDBClusterInput{DBClusterIdentifier: &id, ApplyImmediately: yes()}
			change(in)
			return fail(e.neptune.ModifyDBCluster(ctx, in))
		}
	}
	start := func(id string) func() error {
		return func() error {
			return fail(e.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: &id}))
		}
	}
	stop := func(id string) func() error {
		return func() error {
			return fail(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: &id}))
		}
	}
	remove := func(id string, skip *bool, final *string) func() error {
		return func() error {
			return fail(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{
				DBClusterIdentifier: &id, SkipFinalSnapshot: skip, FinalDBSnapshotIdentifier: final,
			}))
		}
	}
	type createInput = neptune.CreateDBClusterInput
	type modifyInput = neptune.ModifyDBClusterInput
	testRefusals(t, []refusal{
		{name: "start unknown", call: start("x"), code: "DBClusterNotFoundFault", status: 404},
		{name: "start available", call: start("graph"), code: "InvalidDBClusterStateFault"},
		{name: "stop unknown", call: stop("x"), code: "DBClusterNotFoundFault", status: 404},
		{name: "stop ARN of another region", call: stop("arn:aws:rds:eu-west-1:123456789012:cluster:graph"), code: "DBClusterNotFoundFault", status: 404},
		{name: "stop ARN of another partition", call: stop("arn:aws-cn:rds:us-east-1:123456789012:cluster:graph"), code: "DBClusterNotFoundFault", status: 404},
		{name: "stop stopped", call: stop("stopped"), code: "InvalidDBClusterStateFault"},
		{name: "stop in maintenance", call: stop("odd"), code: "InvalidDBClusterStateFault"},
		{name: "stop with busy instance", call: stop("rebooting"), code: "InvalidDBInstanceState"},
		{name: "stop member of global cluster", call: stop("primary"), code: "InvalidDBClusterStateFault"},

		{name: "create with bad name", call: create(func(in *createInput) { in.DBClusterIdentifier = str("my_graph") }), code: "InvalidParameterValue"},
		{name: "create with name taken in capitals", call: create(func(in *createInput) { in.DBClusterIdentifier = str("GRAPH") }), code: "DBClusterAlreadyExistsFault"},
		{name: "create with unknown engine", call: create(func(in *createInput) { in.Engine = str("oracle") }), code: "InvalidParameterValue"},
		{name: "create with bad retention", call: create(func(in *createInput) { in.BackupRetentionPeriod = i32(36) }), code: "InvalidParameterValue"},
		{name: "create with bad port", call: create(func(in *createInput) { in.Port = i32(80) }), code: "InvalidParameterValue"},
		{name: "create with bad window", call: create(func(in *createInput) { in.PreferredMaintenanceWindow = str("sunday") }), code: "InvalidParameterValue"},
		{name: "create with short window", call: create(func(in *createInput) { in.PreferredMaintenanceWindow = str("sat:23:45-sun:00:14") }), code: "InvalidParameterValue"},
		{name: "create with empty window", call: create(func(in *createInput) { in.PreferredMaintenanceWindow = str("sun:04:00-sun:04:00") }), code: "InvalidParameterValue"},
		{name: "create with short backup window", call: create(func(in *createInput) { in.PreferredBackupWindow = str("23:45-00:14") }), code: "InvalidParameterValue"},
		{name: "create in a zone of another region", call: create(func(in *createInput) { in.AvailabilityZones = []string{"us-east-1a", "eu-west-1a"} }), code: "InvalidParameterValue"},
		{name: "create in unknown zone", call: create(func(in *createInput) { in.AvailabilityZones = []string{"us-east-1"} }), code: "InvalidParameterValue"},
		{name: "create with unknown version", call: create(func(in *createInput) { in.EngineVersion = str("latest") }), code: "InvalidParameterCombination"},
		{name: "create with version of words", call: create(func(in *createInput) { in.EngineVersion = str("1.4.x") }), code: "InvalidParameterCombination"},
		{name: "create with bad backup window", call: create(func(in *createInput) { in.PreferredBackupWindow = str("3:00-4:00") }), code: "InvalidParameterValue"},
		{name: "create with key but no encryption", call: create(func(in *createInput) { in.KmsKeyId = str("k") }), code: "InvalidParameterCombination"},
		{name: "create with key of another region", call: create(func(in *createInput) {
			in.StorageEncrypted, in.KmsKeyId = yes(), str("arn:aws:kms:eu-west-1:123456789012:key/k")
		}), code: "KMSKeyNotAccessibleFault"},
		{name: "create with bad network", call: create(func(in *createInput) { in.NetworkType = str("IPV6") }), code: "NetworkTypeNotSupported"},
		{name: "create with capacity out of range", call: create(func(in *createInput) {
			in.ServerlessV2ScalingConfiguration = &types.ServerlessV2ScalingConfiguration{MinCapacity: f64(0.5), MaxCapacity: f64(8)}
		}), code: "InvalidParameterValue"},
		{name: "create in unknown global cluster", call: create(func(in *createInput) { in.GlobalClusterIdentifier = str("x") }), code: "GlobalClusterNotFoundFault", status: 404},
		{name: "create in global cluster of the region", call: create(func(in *createInput) { in.GlobalClusterIdentifier = str("world") }), code: "InvalidParameterCombination"},
		{name: "create in global cluster without ready instance", call: create(func(in *createInput) { in.GlobalClusterIdentifier = str("other") }), code: "InvalidDBClusterStateFault"},
		{name: "create replica of unknown cluster", call: create(func(in *createInput) { in.ReplicationSourceIdentifier = str("x") }), code: "DBClusterNotFoundFault", status: 404},
		{name: "create with reserved tag", call: create(func(in *createInput) { in.Tags = []types.Tag{{Key: str("aws:x")}} }), code: "InvalidParameterValue"},

		{name: "modify unknown", call: modify("x", func(*modifyInput) {}), code: "DBClusterNotFoundFault", status: 404},
		{name: "modify stopped", call: modify("stopped", func(*modifyInput) {}), code: "InvalidDBClusterStateFault"},
		{name: "rename to existing", call: modify("graph", func(in *modifyInput) { in.NewDBClusterIdentifier = str("empty") }), code: "DBClusterAlreadyExistsFault"},
		{name: "major upgrade", call: modify("graph", func(in *modifyInput) { in.EngineVersion = str("1.4.0.0") }), code: "InvalidParameterCombination"},
		{name: "older version", call: modify("graph", func(in *modifyInput) { in.EngineVersion = str("1.3.2.0") }), code: "InvalidParameterCombination"},
		{name: "older major version", call: modify("graph", func(in *modifyInput) {
			in.EngineVersion, in.AllowMajorVersionUpgrade = str("1.2.10.0"), yes()
		}), code: "InvalidParameterCombination"},
		{name: "unknown version", call: modify("graph", func(in *modifyInput) {
			in.EngineVersion, in.AllowMajorVersionUpgrade = str("v1.4"), yes()
		}), code: "InvalidParameterCombination"},
		{name: "modify storage type", call: modify("graph", func(in *modifyInput) { in.StorageType = str("gp3") }), code: "StorageTypeNotSupported"},

		{name: "delete unknown", call: remove("x", yes(), nil), code: "DBClusterNotFoundFault", status: 404},
		{name: "delete without a decision about the final snapshot", call: remove("empty", nil, nil), code: "InvalidParameterCombination"},
		{name: "delete with both", call: remove("empty", yes(), str("last")), code: "InvalidParameterCombination"},
		{name: "delete protected", call: remove("protected", yes(), nil), code: "InvalidParameterCombination"},
		{name: "delete stopped", call: remove("stopped", yes(), nil), code: "InvalidDBClusterStateFault"},
		{name: "delete with instances", call: remove("graph", yes(), nil), code: "InvalidDBClusterStateFault"},
		{name: "delete member of global cluster", call: remove("primary", yes(), nil), code: "InvalidGlobalClusterStateFault"},
		{name: "delete to existing snapshot", call: remove("empty", nil, str("taken")), code: "DBClusterSnapshotAlreadyExistsFault"},
	})
	e.wantStatus(t, "empty", "available")

	full := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.Clusters, l.ManualSnapshots = 1, 0 }))
	full.AddCluster(nereidtest.Cluster{ID: "graph"})
	testRefusals(t, []refusal{
		{name: "too many clusters", call: func() error {
			return fail(full.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: str("new"), Engine: str("neptune")}))
		}, code: "DBClusterQuotaExceededFault", status: 403},
		{name: "too many snapshots", call: func() error {
			return fail(full.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: str("graph"), FinalDBSnapshotIdentifier: str("last")}))
		}, code: "SnapshotQuotaExceeded"},
	})
}

func TestOneNamespace(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	e.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-postgresql"})
	e.AddCluster(nereidtest.Cluster{ID: "graph", Region: "eu-west-1"})

	list := func(filters ...rdstypes.Filter) (ids []string) {
		for _, c := range must(e.rds.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{Filters: filters}))(t).DBClusters {
			ids = append(ids, *c.DBClusterIdentifier)
		}
		return ids
	}
	name := func(n string, values ...string) rdstypes.Filter { return rdstypes.Filter{Name: &n, Values: values} }
	for _, test := range []struct {
		name   string
		filter []rdstypes.Filter
		want   []string
	}{
		{"all", nil, []string{"graph", "orders"}},
		{"engine", []rdstypes.Filter{name("engine", "neptune")}, []string{"graph"}},
		{"ids", []rdstypes.Filter{name("db-cluster-id", "Graph", "arn:aws:rds:us-east-1:123456789012:cluster:orders")}, []string{"graph", "orders"}},
		{"both", []rdstypes.Filter{name("db-cluster-id", "graph", "orders"), name("engine", "docdb", "aurora-postgresql")}, []string{"orders"}},
		{"none", []rdstypes.Filter{name("domain", "x")}, nil},
	} {
		if diff := cmp.Diff(test.want, list(test.filter...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
	for _, bad := range []rdstypes.Filter{name("status", "available"), name("engine", "oracle")} {
		err := fail(e.rds.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{Filters: []rdstypes.Filter{bad}}))
		if code, _ := codeOf(err); code != "InvalidParameterValue" {
			t.Errorf("filter %s: %v, want InvalidParameterValue", *bad.Name, err)
		}
	}
	err := fail(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: str("orders"), Engine: str("neptune")}))
	if code, _ := codeOf(err); code != "DBClusterAlreadyExistsFault" {
		t.Errorf("the name of an Aurora cluster: %v, want DBClusterAlreadyExistsFault", err)
	}
}

// TestReplica creates a replica of a cluster in another region. The client
// presigns a URL for that region.
func TestReplica(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "home"})
	in := &neptune.CreateDBClusterInput{
		DBClusterIdentifier: str("replica"), Engine: str("neptune"), ReplicationSourceIdentifier: str(homeARN), SourceRegion: str("us-east-1"),
	}
	out := must(e.away.CreateDBCluster(ctx, in))(t)
	if *out.DBCluster.ReplicationSourceIdentifier != homeARN || e.Requests()[0].Parameter("PreSignedUrl") == "" {
		t.Errorf("%+v", out.DBCluster)
	}
	in.DBClusterIdentifier, in.PreSignedUrl = str("other"), str(e.Requests()[0].Parameter("PreSignedUrl"))
	if code, _ := codeOf(fail(e.away.CreateDBCluster(ctx, in))); code != "InvalidParameterValue" {
		t.Errorf("with the URL of another request: %q, want InvalidParameterValue", code)
	}
	in.ReplicationSourceIdentifier, in.PreSignedUrl = str(homeARN+"x"), nil
	if code, _ := codeOf(fail(e.away.CreateDBCluster(ctx, in))); code != "DBClusterNotFoundFault" {
		t.Errorf("of an unknown cluster: %q, want DBClusterNotFoundFault", code)
	}
}

// TestPartition uses a region of another partition. All ARNs show the
// partition.
func TestPartition(t *testing.T) {
	s := nereidtest.NewServer(t, nereidtest.WithRegion("cn-north-1"), nereidtest.WithAccount("111122223333"), nereidtest.WithClock(epoch))
	source := s.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1, KmsKeyID: "k"})
	c := neptune.NewFromConfig(s.Config())
	got := describeCluster(t, c, source)
	if *got.DBClusterArn != "arn:aws-cn:rds:cn-north-1:111122223333:cluster:graph" || *got.KmsKeyId != "arn:aws-cn:kms:cn-north-1:111122223333:key/k" {
		t.Errorf("ARN %s, key %s", *got.DBClusterArn, *got.KmsKeyId)
	}
	in := exportInput("e", source)
	in.IamRoleArn = str("arn:aws-cn:iam::111122223333:role/export")
	must(rds.NewFromConfig(s.Config()).StartExportTask(ctx, in))(t)
	out := must(c.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{}))(t)
	if want := "arn:aws-cn:rds:cn-north-1:111122223333:db:graph-1"; *out.DBInstances[0].DBInstanceArn != want {
		t.Errorf("ARN %s, want %s", *out.DBInstances[0].DBInstanceArn, want)
	}
}

func f64(v float64) *float64 { return &v }

func TestFailoverCluster(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 3})
	e.AddCluster(nereidtest.Cluster{ID: "alone", Instances: 1})
	e.AddCluster(nereidtest.Cluster{ID: "stopped", Instances: 2, Status: "stopped"})
	failover := func(id, to *string) func() error {
		return func() error {
			return fail(e.neptune.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{DBClusterIdentifier: id, TargetDBInstanceIdentifier: to}))
		}
	}
	testRefusals(t, []refusal{
		{name: "none named", call: failover(nil, nil), code: "MissingParameter"},
		{name: "unknown", call: failover(str("x"), nil), code: "DBClusterNotFoundFault", status: 404},
		{name: "stopped", call: failover(str("stopped"), nil), code: "InvalidDBClusterStateFault"},
		{name: "without a reader", call: failover(str("alone"), nil), code: "InvalidDBClusterStateFault"},
		{name: "to the writer", call: failover(str("graph"), str("graph-1")), code: "InvalidDBInstanceState"},
		{name: "to an instance of another cluster", call: failover(str("graph"), str("alone-1")), code: "InvalidDBInstanceState"},
	})
	e.SetInstanceStatus("graph-2", "rebooting")
	testRefusals(t, []refusal{{name: "to a busy instance", call: failover(str("graph"), str("graph-2")), code: "InvalidDBInstanceState"}})

	writer := func() string {
		for _, m := range e.cluster(t, "graph").DBClusterMembers {
			if *m.IsClusterWriter {
				return *m.DBInstanceIdentifier
			}
		}
		return ""
	}
	for _, step := range []struct {
		to   *string
		want string
	}{{nil, "graph-3"}, {str("graph-1"), "graph-1"}} {
		before := writer()
		if err := failover(str("graph"), step.to)(); err != nil {
			t.Fatal(err)
		}
		if got := *e.cluster(t, "graph").Status; got != "failing-over" || writer() != before {
			t.Errorf("%s, writer %s", got, writer())
		}
		if err := failover(str("graph"), nil)(); !errors.Is(err, nereid.ErrInvalidState) {
			t.Errorf("a second failover meanwhile: %v", err)
		}
		e.Advance(time.Minute)
		if got := *e.cluster(t, "graph").Status; got != "available" || writer() != step.want {
			t.Errorf("%s, writer %s, want %s", got, writer(), step.want)
		}
	}
}

// Engines differ in the format of their versions. Windows may span the end of a
// day or of the week. Zones that the fake would not choose are accepted.
func TestAcceptedSettings(t *testing.T) {
	e := newEstate(t)
	for n, in := range []neptune.CreateDBClusterInput{
		{Engine: str("neptune"), EngineVersion: str("1.4.7.1")},
		{Engine: str("aurora-mysql"), EngineVersion: str("8.0.mysql_aurora.3.08.2")},
		{Engine: str("aurora-postgresql"), EngineVersion: str("16.8-limitless")},
		{Engine: str("neptune"), PreferredMaintenanceWindow: str("Sat:23:45-Sun:00:15"), PreferredBackupWindow: str("23:15-23:45")},
		{Engine: str("neptune"), AvailabilityZones: []string{"us-east-1f", "us-east-1-bos-1a"}},
	} {
		in.DBClusterIdentifier = str(fmt.Sprint("c", n))
		if *in.Engine != "neptune" {
			in.MasterUsername, in.MasterUserPassword = str("graph"), str("long-enough")
		}
		if _, err := e.neptune.CreateDBCluster(ctx, &in); err != nil {
			t.Error(err)
		}
	}
	e.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-mysql", EngineVersion: "8.0.mysql_aurora.3.04.2", Instances: 1})
	for version, want := range map[string]string{"8.0.mysql_aurora.3.08.2": "", "8.0.mysql_aurora.2.12.0": "InvalidParameterCombination"} {
		err := fail(e.neptune.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{DBClusterIdentifier: str("orders"), EngineVersion: &version}))
		if code, _ := codeOf(err); code != want {
			t.Errorf("upgrade to %s: %v", version, err)
		}
	}
}

// TestSetStatus sets the status of resources of several types, given by their
// ARNs.
func TestSetStatus(t *testing.T) {
	e := newEstate(t)
	cluster := e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	snapshot := e.AddSnapshot(nereidtest.Snapshot{ID: "nightly"})
	e.AddGlobalCluster("world")

	e.SetStatus(snapshot, "failed")
	if got := *e.snapshot(t, "nightly").Status; got != "failed" {
		t.Errorf("the snapshot is %s", got)
	}
	e.SetStatus("arn:aws:rds::123456789012:global-cluster:world", "upgrading")
	if got := *e.global(t, "world").Status; got != "upgrading" {
		t.Errorf("the global cluster is %s", got)
	}
	e.SetStatus(cluster, "stopped")
	if c := e.cluster(t, "graph"); *c.Status != "stopped" || c.AutomaticRestartTime == nil {
		t.Errorf("the cluster is %s until %v", *c.Status, c.AutomaticRestartTime)
	}
	e.Advance(8 * 24 * time.Hour)
	e.wantStatus(t, "graph", "available")
}
