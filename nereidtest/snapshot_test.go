package nereidtest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

func describeDBSnapshot(t testing.TB, c *rds.Client, id string) types.DBSnapshot {
	t.Helper()
	out := must(c.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &id}))(t)
	if len(out.DBSnapshots) != 1 {
		t.Fatalf("%d snapshots with the id %s, want 1", len(out.DBSnapshots), id)
	}
	return out.DBSnapshots[0]
}

// dbState returns STATUS PERCENT TIME of a snapshot, with a dash for a missing
// time.
func dbState(s types.DBSnapshot) string {
	at := "-"
	if s.SnapshotCreateTime != nil {
		at = s.SnapshotCreateTime.Sub(epoch).String()
	}
	return fmt.Sprint(*s.Status, " ", *s.PercentProgress, " ", at)
}

// awayRDS returns an RDS client for eu-west-1.
func (e estate) awayRDS(optFns ...func(*rds.Options)) *rds.Client {
	return rds.NewFromConfig(withoutRetries(e.ConfigFor("eu-west-1")), optFns...)
}

func TestDBSnapshotLife(t *testing.T) {
	e := newEstate(t)
	e.AddInstance(nereidtest.Instance{
		ID: "Orders", Engine: "mysql", Tags: map[string]string{"env": "dev", "team": "shop"}, CopyTagsToSnapshot: true, KmsKeyID: "k", SizeGB: 3,
	})
	e.Advance(time.Hour)
	s := *must(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{
		DBInstanceIdentifier: str("orders"), DBSnapshotIdentifier: str("Before-Upgrade"), Tags: []types.Tag{{Key: str("env"), Value: str("prod")}},
	}))(t).DBSnapshot
	if *s.DBSnapshotIdentifier != "before-upgrade" || *s.SnapshotType != "manual" || *s.Engine != "mysql" || !*s.Encrypted || *s.Port != 3306 ||
		*s.DBSnapshotArn != "arn:aws:rds:us-east-1:123456789012:snapshot:before-upgrade" || !s.InstanceCreateTime.Equal(epoch) ||
		*s.DBInstanceIdentifier != "orders" || *s.FullSnapshotSizeInBytes != 3<<30 {
		t.Errorf("created %+v", s)
	}
	tags := must(e.rds.ListTagsForResource(ctx, &rds.ListTagsForResourceInput{ResourceName: s.DBSnapshotArn}))(t).TagList
	want := []types.Tag{{Key: str("env"), Value: str("prod")}} // the given tags replace those of the instance
	if diff := cmp.Diff(want, tags); diff != "" {
		t.Errorf("tags (-want +got):\n%s", diff)
	}
	for _, step := range []struct {
		advance time.Duration
		want    string
	}{{0, "creating 0 -"}, {time.Minute, "creating 50 -"}, {time.Minute, "available 100 1h0m30s"}} {
		e.Advance(step.advance)
		if got := dbState(describeDBSnapshot(t, e.rds, "before-upgrade")); got != step.want {
			t.Errorf("%s, want %s", got, step.want)
		}
	}
	deleted := must(e.rds.DeleteDBSnapshot(ctx, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: str("BEFORE-upgrade")}))(t)
	if *deleted.DBSnapshot.Status != "deleted" {
		t.Errorf("DeleteDBSnapshot returned %s", *deleted.DBSnapshot.Status)
	}
	e.Advance(10 * time.Second)
	err := fail(e.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: str("before-upgrade")}))
	if code, status := codeOf(err); code != "DBSnapshotNotFound" || status != 404 {
		t.Errorf("deleted: %v, want DBSnapshotNotFound", err)
	}
}

func TestDBSnapshotRefusals(t *testing.T) {
	e := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.ManualDBSnapshots = 3 }))
	e.AddInstance(nereidtest.Instance{ID: "orders"})
	e.AddInstance(nereidtest.Instance{ID: "stopped", Status: "stopped"})
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "taken"})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "busy", Status: "creating"})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "rds:nightly"})

	create := func(instance, id string) func() error {
		return func() error {
			return fail(e.rds.CreateDBSnapshot(ctx, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: &instance, DBSnapshotIdentifier: &id}))
		}
	}
	remove := func(id string) func() error {
		return func() error {
			return fail(e.rds.DeleteDBSnapshot(ctx, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: &id}))
		}
	}
	describe := func(in rds.DescribeDBSnapshotsInput) func() error {
		return func() error { return fail(e.rds.DescribeDBSnapshots(ctx, &in)) }
	}
	filter := func(name, value string) rds.DescribeDBSnapshotsInput {
		return rds.DescribeDBSnapshotsInput{Filters: []types.Filter{{Name: &name, Values: []string{value}}}}
	}
	export := func(source string) func() error {
		return func() error { return fail(e.rds.StartExportTask(ctx, exportInput("e", source))) }
	}
	arn := func(region, name string) string { return "arn:aws:rds:" + region + ":123456789012:snapshot:" + name }
	testRefusals(t, []refusal{
		{name: "no such instance", call: create("x", "new"), code: "DBInstanceNotFound", status: 404},
		{name: "instance elsewhere", call: create("arn:aws:rds:eu-west-1:123456789012:db:orders", "new"), code: "DBInstanceNotFound", status: 404},
		{name: "instance not available", call: create("stopped", "new"), code: "InvalidDBInstanceState"},
		{name: "instance of a cluster", call: create("graph-1", "new"), code: "InvalidParameterValue"},
		{name: "taken", call: create("orders", "Taken"), code: "DBSnapshotAlreadyExists"},
		{name: "bad name", call: create("orders", "a.b"), code: "InvalidParameterValue"},
		{name: "reserved name", call: create("orders", "rds:a"), code: "InvalidParameterValue"},
		{name: "long name", call: create("orders", strings.Repeat("a", 256)), code: "InvalidParameterValue"},
		{name: "delete unknown", call: remove("x"), code: "DBSnapshotNotFound", status: 404},
		{name: "delete busy", call: remove("busy"), code: "InvalidDBSnapshotState"},
		{name: "delete automated", call: remove("rds:nightly"), code: "InvalidDBSnapshotState"},
		{name: "describe bad type", call: describe(rds.DescribeDBSnapshotsInput{SnapshotType: str("x")}), code: "InvalidParameterValue"},
		{name: "describe unknown", call: describe(rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: str("x")}), code: "DBSnapshotNotFound", status: 404},
		{name: "filter of clusters", call: describe(filter("db-cluster-id", "a")), code: "InvalidParameterValue"},
		{name: "filter type", call: describe(filter("snapshot-type", "old")), code: "InvalidParameterValue"},
		{name: "filter engine", call: describe(filter("engine", "abacus")), code: "InvalidParameterValue"},
		{name: "export unknown", call: export(arn("us-east-1", "x")), code: "DBSnapshotNotFound", status: 404},
		{name: "export busy", call: export(arn("us-east-1", "busy")), code: "InvalidExportSourceState"},
		{name: "export from elsewhere", call: export(arn("eu-west-1", "taken")), code: "InvalidParameterValue"},
		{name: "tags of unknown", call: func() error {
			return fail(e.rds.ListTagsForResource(ctx, &rds.ListTagsForResourceInput{ResourceName: str(arn("us-east-1", "x"))}))
		}, code: "DBSnapshotNotFound", status: 404},
	})
	if err := create("orders", "third")(); err != nil {
		t.Error(err)
	}
	if code, _ := codeOf(create("orders", "fourth")()); code != "SnapshotQuotaExceeded" {
		t.Errorf("beyond the quota: %q, want SnapshotQuotaExceeded", code)
	}
}

func TestDescribeDBSnapshotsSelects(t *testing.T) {
	e := newEstate(t)
	e.AddInstance(nereidtest.Instance{ID: "orders"})
	resource := *must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{}))(t).DBInstances[0].DbiResourceId
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "a", Instance: "Orders"})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "rds:b", Instance: "orders"})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "c", Engine: "oracle-ee"})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "d", Type: "awsbackup", Engine: "mariadb"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "of-a-cluster"})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "away", Region: "eu-west-1"})

	filter := func(name string, values ...string) rds.DescribeDBSnapshotsInput {
		return rds.DescribeDBSnapshotsInput{Filters: []types.Filter{{Name: &name, Values: values}}}
	}
	for name, test := range map[string]struct {
		in   rds.DescribeDBSnapshotsInput
		want string
	}{
		"all":                  {rds.DescribeDBSnapshotsInput{}, "a c d rds:b"},
		"id":                   {rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: str("A")}, "a"},
		"ARN":                  {rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: str("arn:aws:rds:us-east-1:123456789012:snapshot:rds:b")}, "rds:b"},
		"instance":             {rds.DescribeDBSnapshotsInput{DBInstanceIdentifier: str("ORDERS")}, "a rds:b"},
		"instance's ARN":       {rds.DescribeDBSnapshotsInput{DBInstanceIdentifier: str("arn:aws:rds:us-east-1:123456789012:db:orders")}, "a rds:b"},
		"instance elsewhere":   {rds.DescribeDBSnapshotsInput{DBInstanceIdentifier: str("arn:aws:rds:eu-west-1:123456789012:db:orders")}, ""},
		"unknown instance":     {rds.DescribeDBSnapshotsInput{DBInstanceIdentifier: str("x")}, ""},
		"instance and type":    {rds.DescribeDBSnapshotsInput{DBInstanceIdentifier: str("orders"), SnapshotType: str("automated")}, "rds:b"},
		"instance and id":      {rds.DescribeDBSnapshotsInput{DBInstanceIdentifier: str("orders"), DBSnapshotIdentifier: str("a")}, "a"},
		"other instance's id":  {rds.DescribeDBSnapshotsInput{DBInstanceIdentifier: str("orders"), DBSnapshotIdentifier: str("c")}, ""},
		"resource":             {rds.DescribeDBSnapshotsInput{DbiResourceId: &resource}, "a rds:b"},
		"shared":               {rds.DescribeDBSnapshotsInput{SnapshotType: str("shared")}, ""},
		"filter id":            {filter("db-snapshot-id", "A", "c", "x"), "a c"},
		"filter instance":      {filter("db-instance-id", "arn:aws:rds:us-east-1:123456789012:db:ORDERS"), "a rds:b"},
		"filter resource":      {filter("dbi-resource-id", resource), "a rds:b"},
		"filter engine":        {filter("engine", "Oracle-EE", "mariadb", "neptune"), "c d"},
		"filter snapshot-type": {filter("snapshot-type", "awsbackup"), "d"},
	} {
		var ids []string
		for _, s := range must(e.rds.DescribeDBSnapshots(ctx, &test.in))(t).DBSnapshots {
			ids = append(ids, *s.DBSnapshotIdentifier)
		}
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}

	for n := range 30 {
		e.AddDBSnapshot(nereidtest.DBSnapshot{ID: fmt.Sprintf("page-%d", n)})
	}
	var got int
	for _, err := range rds.NewDescribeDBSnapshotsPaginator(e.rds, &rds.DescribeDBSnapshotsInput{MaxRecords: i32(20)}).All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		got++
	}
	if got != 34 {
		t.Errorf("%d on all pages, want 34", got)
	}
}

func TestCopyDBSnapshot(t *testing.T) {
	e := newEstate(t)
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "rds:a", Tags: map[string]string{"env": "dev"}, Created: epoch.Add(-time.Hour)})
	s := *must(e.rds.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{
		SourceDBSnapshotIdentifier: str("rds:a"), TargetDBSnapshotIdentifier: str("B"), CopyTags: yes(), KmsKeyId: str("k"), OptionGroupName: str("og"),
	}))(t).DBSnapshot
	if *s.DBSnapshotIdentifier != "b" || *s.SnapshotType != "manual" || !*s.Encrypted || *s.KmsKeyId != "arn:aws:kms:us-east-1:123456789012:key/k" ||
		*s.OptionGroupName != "og" || len(s.TagList) != 1 || *s.SourceDBSnapshotIdentifier != dbSnapshotARN+"rds:a" || *s.SourceRegion != "us-east-1" ||
		!s.OriginalSnapshotCreateTime.Equal(epoch.Add(-time.Hour)) {
		t.Errorf("copied %+v", s)
	}
	for _, step := range []struct {
		advance time.Duration
		want    string
	}{{0, "creating 0 -"}, {90 * time.Second, "creating 50 -"}, {90 * time.Second, "available 100 0s"}} {
		e.Advance(step.advance)
		if got := dbState(describeDBSnapshot(t, e.rds, "b")); got != step.want {
			t.Errorf("%s, want %s", got, step.want)
		}
	}
	if source := describeDBSnapshot(t, e.rds, "rds:a"); *source.Encrypted || *source.SnapshotType != "automated" {
		t.Errorf("the source is %+v", source)
	}
}

func TestCopyDBSnapshotFromElsewhere(t *testing.T) {
	e := newEstate(t)
	source := e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "a", KmsKeyID: "k1"})
	plain := e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "plain"})
	input := func() *rds.CopyDBSnapshotInput {
		return &rds.CopyDBSnapshotInput{SourceDBSnapshotIdentifier: &source, TargetDBSnapshotIdentifier: str("b"), KmsKeyId: str("k2")}
	}
	away := e.awayRDS()
	must(away.CopyDBSnapshot(ctx, input()))(t)
	for _, step := range []struct {
		advance time.Duration
		want    string
	}{{0, "pending 0 -"}, {72 * time.Second, "copying 10 -"}, {288 * time.Second, "copying 50 -"}, {6 * time.Minute, "available 100 0s"}} {
		e.Advance(step.advance)
		if got := dbState(describeDBSnapshot(t, away, "b")); got != step.want {
			t.Errorf("%s, want %s", got, step.want)
		}
	}
	s := describeDBSnapshot(t, away, "b")
	if *s.KmsKeyId != "arn:aws:kms:eu-west-1:123456789012:key/k2" || *s.SourceDBSnapshotIdentifier != source || *s.SourceRegion != "us-east-1" ||
		*s.AvailabilityZone != "eu-west-1a" {
		t.Errorf("%+v", s)
	}
	good := e.Requests()[0].Parameter("PreSignedUrl")
	if good == "" {
		t.Fatal("the client sent no URL")
	}

	bare := e.awayRDS(func(o *rds.Options) { o.DisableSourceRegionFromARN = true })
	copyWith := func(change func(*rds.CopyDBSnapshotInput)) func() error {
		return func() error {
			in := input()
			change(in)
			return fail(bare.CopyDBSnapshot(ctx, in))
		}
	}
	type copyInput = rds.CopyDBSnapshotInput
	const code = "InvalidParameterValue"
	testRefusals(t, []refusal{
		{name: "no URL", call: copyWith(func(*copyInput) {}), code: code},
		{name: "no key", call: copyWith(func(in *copyInput) { in.KmsKeyId, in.PreSignedUrl = nil, &good }), code: code},
		{name: "forged", call: copyWith(func(in *copyInput) {
			in.PreSignedUrl = str(strings.Replace(good, "X-Amz-Signature=", "X-Amz-Signature=0", 1))
		}), code: code},
		{name: "other action", call: copyWith(func(in *copyInput) {
			in.PreSignedUrl = str(strings.Replace(good, "CopyDBSnapshot", "CopyDBClusterSnapshot", 1))
		}), code: code},
		{name: "other source", call: copyWith(func(in *copyInput) { in.SourceDBSnapshotIdentifier, in.PreSignedUrl = &plain, &good }), code: code},
		{name: "other target", call: copyWith(func(in *copyInput) { in.TargetDBSnapshotIdentifier, in.PreSignedUrl = str("c"), &good }), code: code},
		{name: "taken", call: copyWith(func(in *copyInput) { in.PreSignedUrl = &good }), code: "DBSnapshotAlreadyExists"},
	})
	if err := copyWith(func(in *copyInput) {
		in.SourceDBSnapshotIdentifier, in.TargetDBSnapshotIdentifier, in.KmsKeyId = &plain, str("c"), nil
	})(); err != nil {
		t.Errorf("an unencrypted source needs no URL: %v", err)
	}
}

func TestCopyDBSnapshotRefusals(t *testing.T) {
	e := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.DBSnapshotCopies = 2 }))
	source := e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "a"})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "busy", Status: "creating"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "of-cluster"})
	cp := func(source, target string, changes ...func(*rds.CopyDBSnapshotInput)) func() error {
		return func() error {
			in := &rds.CopyDBSnapshotInput{SourceDBSnapshotIdentifier: &source, TargetDBSnapshotIdentifier: &target}
			for _, change := range changes {
				change(in)
			}
			return fail(e.rds.CopyDBSnapshot(ctx, in))
		}
	}
	type input = rds.CopyDBSnapshotInput
	testRefusals(t, []refusal{
		{name: "unknown source", call: cp("x", "new"), code: "DBSnapshotNotFound", status: 404},
		{name: "source elsewhere", call: cp(strings.Replace(source, "us-east-1", "eu-west-1", 1), "new"), code: "DBSnapshotNotFound", status: 404},
		{name: "source of another account", call: cp(strings.Replace(source, "123456789012", "999999999999", 1), "new"), code: "DBSnapshotNotFound", status: 404},
		{name: "source of a cluster", call: cp("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:of-cluster", "new"), code: "InvalidParameterValue"},
		{name: "source not available", call: cp("busy", "new"), code: "InvalidDBSnapshotState"},
		{name: "target taken", call: cp("a", "BUSY"), code: "DBSnapshotAlreadyExists"},
		{name: "target name", call: cp("a", "1"), code: "InvalidParameterValue"},
		{name: "invalid key", call: cp("a", "new", func(in *input) { in.KmsKeyId = str("None") }), code: "KMSKeyNotAccessibleFault"},
		{name: "custom zone", call: cp("a", "new", func(in *input) { in.TargetCustomAvailabilityZone = str("z") }), code: "CustomAvailabilityZoneNotFound", status: 404},
		{name: "snapshot target", call: cp("a", "new", func(in *input) { in.SnapshotTarget = str("moon") }), code: "InvalidParameterValue"},
		{name: "zone without local", call: cp("a", "new", func(in *input) { in.SnapshotAvailabilityZone = str("z") }), code: "InvalidParameterCombination"},
	})
	remote := e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "far", Region: "eu-west-1"})
	for _, id := range []string{"first", "second"} {
		if err := cp(remote, id)(); err != nil {
			t.Fatal(err)
		}
	}
	if err := cp("a", "near")(); err != nil {
		t.Errorf("a copy in the region: %v", err)
	}
	if code, _ := codeOf(cp(remote, "third")()); code != "SnapshotQuotaExceeded" {
		t.Errorf("the third copy: %q, want SnapshotQuotaExceeded", code)
	}
	if err := fail(e.awayRDS().CopyDBSnapshot(ctx, &input{SourceDBSnapshotIdentifier: &source, TargetDBSnapshotIdentifier: str("b")})); err != nil {
		t.Errorf("to another region: %v", err)
	}
	e.Advance(time.Hour)
	if err := cp(remote, "third")(); err != nil {
		t.Errorf("after the others are done: %v", err)
	}
}

func TestExportOfDBSnapshot(t *testing.T) {
	e := newEstate(t)
	source := e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "a", SizeGB: 50, Created: epoch.Add(-time.Hour)})
	task := must(e.rds.StartExportTask(ctx, exportInput("e", source)))(t)
	if task.SourceType != types.ExportSourceTypeSnapshot || *task.SourceArn != source || !task.SnapshotTime.Equal(epoch.Add(-time.Hour)) {
		t.Errorf("%+v", task)
	}
	e.Advance(time.Hour)
	if got := e.export(t, "e"); *got.Status != "COMPLETE" || *got.TotalExtractedDataInGB != 50 {
		t.Errorf("%s with %d GB", *got.Status, *got.TotalExtractedDataInGB)
	}
	e.SetDBSnapshotStatus("a", "failed")
	must(e.rds.DeleteDBSnapshot(ctx, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: str("a")}))(t)
	e.Remove(source)
	if left := must(e.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{}))(t).DBSnapshots; len(left) != 0 {
		t.Errorf("%d are left", len(left))
	}
}

func TestInstanceWithoutCluster(t *testing.T) {
	e := newEstate(t)
	arn := e.AddInstance(nereidtest.Instance{ID: "Orders", Engine: "mysql", Tags: map[string]string{"env": "dev"}})
	e.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	describe := func() types.DBInstance {
		return must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: &arn}))(t).DBInstances[0]
	}
	i := describe()
	if *i.DBInstanceIdentifier != "orders" || *i.DBInstanceStatus != "available" || i.DBClusterIdentifier != nil || *i.Engine != "mysql" ||
		*i.EngineVersion != "8.0.42" || *i.Endpoint.Port != 3306 || *i.Endpoint.Address != "orders.c123456789012.us-east-1.rds.amazonaws.com" ||
		*i.StorageType != "gp3" || len(i.TagList) != 1 || *i.StorageEncrypted {
		t.Errorf("%+v", i)
	}
	for filter, want := range map[string]int{"db-cluster-id=graph": 1, "engine=mysql": 1, "db-instance-id=orders": 1, "engine=mariadb": 0} {
		name, value, _ := strings.Cut(filter, "=")
		out := must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{Filters: []types.Filter{{Name: &name, Values: []string{value}}}}))(t)
		if len(out.DBInstances) != want {
			t.Errorf("%s: %d instances, want %d", filter, len(out.DBInstances), want)
		}
	}

	stop := func(id string, snapshot *string) error {
		return fail(e.rds.StopDBInstance(ctx, &rds.StopDBInstanceInput{DBInstanceIdentifier: &id, DBSnapshotIdentifier: snapshot}))
	}
	start := func(id string) error {
		return fail(e.rds.StartDBInstance(ctx, &rds.StartDBInstanceInput{DBInstanceIdentifier: &id}))
	}
	wantStatus := func(want string, restart time.Duration) {
		t.Helper()
		i := describe()
		var at time.Duration
		if i.AutomaticRestartTime != nil {
			at = i.AutomaticRestartTime.Sub(epoch)
		}
		if *i.DBInstanceStatus != want || at != restart {
			t.Errorf("%s, restarted after %s, want %s and %s", *i.DBInstanceStatus, at, want, restart)
		}
	}
	const week = 7 * 24 * time.Hour
	if err := stop("orders", str("last")); err != nil {
		t.Fatal(err)
	}
	wantStatus("stopping", 0)
	if s := describeDBSnapshot(t, e.rds, "last"); *s.Status != "creating" {
		t.Error(*s.Status)
	}
	e.Advance(4*time.Minute - time.Second)
	wantStatus("stopping", 0)
	e.Advance(time.Second)
	wantStatus("stopped", week+4*time.Minute)
	if err := start("ORDERS"); err != nil {
		t.Fatal(err)
	}
	wantStatus("starting", 0)
	e.Advance(5 * time.Minute)
	wantStatus("available", 0)
	if err := stop("orders", nil); err != nil {
		t.Fatal(err)
	}
	e.Advance(4*time.Minute + week - time.Second)
	wantStatus("stopped", week+13*time.Minute)
	e.Advance(time.Second)
	wantStatus("starting", 0)
	e.Advance(time.Hour)
	wantStatus("available", 0)

	e.SetInstanceStatus("orders", "inaccessible-encryption-credentials-recoverable")
	if err := start("orders"); err != nil {
		t.Error(err)
	}
	e.SetInstanceStatus("orders", "stopped")
	if i := describe(); i.AutomaticRestartTime == nil {
		t.Error("stopped by hand, it is not started again")
	}
	err := fail(e.rds.StartDBInstance(ctx, &rds.StartDBInstanceInput{DBInstanceIdentifier: str("orders"), DBCapacityReservationIdentifier: str("x")}))
	if code, status := codeOf(err); code != "DBCapacityReservationNotFound" || status != 404 {
		t.Error(err)
	}
	testRefusals(t, []refusal{
		{name: "stop unknown", call: func() error { return stop("x", nil) }, code: "DBInstanceNotFound", status: 404},
		{name: "stop elsewhere", call: func() error { return stop("arn:aws:rds:eu-west-1:123456789012:db:orders", nil) }, code: badValue},
		{name: "stop stopped", call: func() error { return stop("orders", nil) }, code: "InvalidDBInstanceState"},
		{name: "stop one of a cluster", call: func() error { return stop("graph-1", nil) }, code: "InvalidParameterCombination"},
		{name: "start unknown", call: func() error { return start("x") }, code: "DBInstanceNotFound", status: 404},
		{name: "start one of a cluster", call: func() error { return start("graph-1") }, code: "InvalidParameterCombination"},
	})
	e.SetInstanceStatus("orders", "available")
	testRefusals(t, []refusal{
		{name: "start available", call: func() error { return start("orders") }, code: "InvalidDBInstanceState"},
		{name: "stop with a name that is taken", call: func() error { return stop("orders", str("last")) }, code: "DBSnapshotAlreadyExists"},
	})
	wantStatus("available", 0)
	if err := start("orders"); err == nil || !strings.Contains(err.Error(), "one of stopped,inaccessible-encryption-credentials-recoverable") {
		t.Error(err)
	}
	e.Remove(arn)
}

func TestDeleteInstanceWithoutCluster(t *testing.T) {
	e := newEstate(t)
	e.AddInstance(nereidtest.Instance{ID: "a"})
	e.AddInstance(nereidtest.Instance{ID: "b", Status: "stopped"})
	e.AddInstance(nereidtest.Instance{ID: "c", Status: "starting"})
	e.AddInstance(nereidtest.Instance{ID: "kept", DeletionProtection: true})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "taken", Instance: "a"})
	remove := func(id string, final *string, skip *bool) func() error {
		return func() error {
			return fail(e.neptune.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{
				DBInstanceIdentifier: &id, FinalDBSnapshotIdentifier: final, SkipFinalSnapshot: skip,
			}))
		}
	}
	testRefusals(t, []refusal{
		{name: "undecided", call: remove("a", nil, nil), code: "InvalidParameterCombination"},
		{name: "both", call: remove("a", str("last"), yes()), code: "InvalidParameterCombination"},
		{name: "protected", call: remove("kept", nil, yes()), code: "InvalidParameterCombination"},
		{name: "starting", call: remove("c", nil, yes()), code: "InvalidDBInstanceState"},
		{name: "snapshot taken", call: remove("a", str("taken"), nil), code: "DBSnapshotAlreadyExists"},
	})
	for id, call := range map[string]func() error{"a": remove("a", str("last"), nil), "b": remove("b", nil, yes())} {
		if err := call(); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
	if code, _ := codeOf(remove("a", nil, yes())()); code != "InvalidDBInstanceState" {
		t.Errorf("twice: %s", code)
	}
	e.Advance(8 * 24 * time.Hour)
	var left []string
	for _, i := range must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{}))(t).DBInstances {
		left = append(left, *i.DBInstanceIdentifier)
	}
	if diff := cmp.Diff([]string{"c", "kept"}, left); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
	if got := dbState(describeDBSnapshot(t, e.rds, "last")); got != "available 100 30s" {
		t.Error(got)
	}
}
