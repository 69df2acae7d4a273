package nereidtest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

func (e estate) snapshot(t testing.TB, id string) types.DBClusterSnapshot {
	t.Helper()
	return describeSnapshot(t, e.neptune, id)
}

func describeSnapshot(t testing.TB, c *neptune.Client, id string) types.DBClusterSnapshot {
	t.Helper()
	out := must(c.DescribeDBClusterSnapshots(ctx, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id}))(t)
	if len(out.DBClusterSnapshots) != 1 {
		t.Fatalf("%d snapshots with the id %s, want 1", len(out.DBClusterSnapshots), id)
	}
	return out.DBClusterSnapshots[0]
}

// state returns STATUS PERCENT of a snapshot.
func state(s types.DBClusterSnapshot) string { return fmt.Sprint(*s.Status, " ", *s.PercentProgress) }

func tagMap(tags []types.Tag) map[string]string {
	m := make(map[string]string)
	for _, t := range tags {
		m[*t.Key] = *t.Value
	}
	return m
}

func TestSnapshotLife(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph", Tags: map[string]string{"env": "dev", "team": "risk"}, CopyTagsToSnapshot: true, KmsKeyID: "k"})
	e.Advance(time.Hour)
	out := must(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: str("graph"), DBClusterSnapshotIdentifier: str("Before-Upgrade"),
		Tags: []types.Tag{{Key: str("env"), Value: str("prod")}},
	}))(t)
	s := *out.DBClusterSnapshot
	if *s.DBClusterSnapshotIdentifier != "before-upgrade" || *s.SnapshotType != "manual" || *s.Engine != "neptune" || !*s.StorageEncrypted ||
		*s.DBClusterSnapshotArn != "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:before-upgrade" ||
		!s.SnapshotCreateTime.Equal(epoch.Add(time.Hour)) || !s.ClusterCreateTime.Equal(epoch) {
		t.Errorf("created %+v", s)
	}
	tags := must(e.neptune.ListTagsForResource(ctx, &neptune.ListTagsForResourceInput{ResourceName: s.DBClusterSnapshotArn}))(t)
	if diff := cmp.Diff(map[string]string{"env": "prod"}, tagMap(tags.TagList)); diff != "" {
		t.Errorf("tags (-want +got):\n%s", diff)
	}
	for _, step := range []struct {
		advance time.Duration
		want    string
	}{{0, "creating 0"}, {time.Minute, "creating 50"}, {time.Minute, "available 100"}} {
		e.Advance(step.advance)
		if got := state(e.snapshot(t, "before-upgrade")); got != step.want {
			t.Errorf("%s, want %s", got, step.want)
		}
	}
	deleted := must(e.neptune.DeleteDBClusterSnapshot(ctx, &neptune.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: str("BEFORE-upgrade")}))(t)
	if *deleted.DBClusterSnapshot.Status != "available" {
		t.Errorf("DeleteDBClusterSnapshot returned %s", *deleted.DBClusterSnapshot.Status)
	}
	e.Advance(10 * time.Second)
	err := fail(e.neptune.DescribeDBClusterSnapshots(ctx, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: str("before-upgrade")}))
	if code, status := codeOf(err); code != "DBClusterSnapshotNotFoundFault" || status != 404 {
		t.Errorf("deleted: %v, want DBClusterSnapshotNotFoundFault", err)
	}
}

func TestSnapshotRefusals(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	e.AddCluster(nereidtest.Cluster{ID: "stopping", Status: "stopping"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "taken"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "busy", Status: "creating"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "rds:nightly"})

	create := func(cluster, id string) func() error {
		return func() error {
			return fail(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: &cluster, DBClusterSnapshotIdentifier: &id,
			}))
		}
	}
	remove := func(id string) func() error {
		return func() error {
			return fail(e.neptune.DeleteDBClusterSnapshot(ctx, &neptune.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: &id}))
		}
	}
	describe := func(in neptune.DescribeDBClusterSnapshotsInput) func() error {
		return func() error { return fail(e.neptune.DescribeDBClusterSnapshots(ctx, &in)) }
	}
	testRefusals(t, []refusal{
		{name: "no such cluster", call: create("x", "new"), code: "DBClusterNotFoundFault", status: 404},
		{name: "cluster not available", call: create("stopping", "new"), code: "InvalidDBClusterStateFault"},
		{name: "taken", call: create("graph", "Taken"), code: "DBClusterSnapshotAlreadyExistsFault"},
		{name: "bad name", call: create("graph", "a.b"), code: "InvalidParameterValue"},
		{name: "reserved name", call: create("graph", "rds:a"), code: "InvalidParameterValue"},
		{name: "delete unknown", call: remove("x"), code: "DBClusterSnapshotNotFoundFault", status: 404},
		{name: "delete busy", call: remove("busy"), code: "InvalidDBClusterSnapshotStateFault"},
		{name: "delete automated", call: remove("rds:nightly"), code: "InvalidDBClusterSnapshotStateFault"},
		{name: "describe by cluster and snapshot", call: describe(neptune.DescribeDBClusterSnapshotsInput{
			DBClusterIdentifier: str("graph"), DBClusterSnapshotIdentifier: str("taken"),
		}), code: "InvalidParameterCombination"},
		{name: "describe bad type", call: describe(neptune.DescribeDBClusterSnapshotsInput{SnapshotType: str("x")}), code: "InvalidParameterValue"},
		{name: "describe bad marker", call: describe(neptune.DescribeDBClusterSnapshotsInput{Marker: str("not base64")}), code: "InvalidParameterValue"},
	})
	full := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.ManualSnapshots = 1 }))
	full.AddCluster(nereidtest.Cluster{ID: "graph"})
	full.AddSnapshot(nereidtest.Snapshot{ID: "rds:nightly"})
	for i, want := range []string{"", "SnapshotQuotaExceeded"} {
		err := fail(full.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
			DBClusterIdentifier: str("graph"), DBClusterSnapshotIdentifier: str(fmt.Sprint("s", i)),
		}))
		if code, _ := codeOf(err); code != want {
			t.Errorf("snapshot %d of one allowed: %v, want %q", i+1, err, want)
		}
	}
}

func TestDescribeSnapshotsSelects(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "a", Cluster: "graph"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "b", Cluster: "orders", Engine: "aurora-mysql"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "rds:c", Cluster: "graph"})
	filter := func(name string, values ...string) []rdstypes.Filter {
		return []rdstypes.Filter{{Name: &name, Values: values}}
	}
	for _, test := range []struct {
		name string
		in   rds.DescribeDBClusterSnapshotsInput
		want string
	}{
		{"all", rds.DescribeDBClusterSnapshotsInput{}, "a b rds:c"},
		{"cluster", rds.DescribeDBClusterSnapshotsInput{DBClusterIdentifier: str("GRAPH")}, "a rds:c"},
		{"cluster by ARN", rds.DescribeDBClusterSnapshotsInput{DBClusterIdentifier: str("arn:aws:rds:us-east-1:123456789012:cluster:orders")}, "b"},
		{"unknown cluster", rds.DescribeDBClusterSnapshotsInput{DBClusterIdentifier: str("x")}, ""},
		{"manual", rds.DescribeDBClusterSnapshotsInput{SnapshotType: str("manual")}, "a b"},
		{"shared", rds.DescribeDBClusterSnapshotsInput{SnapshotType: str("shared")}, ""},
		{"engine filter", rds.DescribeDBClusterSnapshotsInput{Filters: filter("engine", "neptune")}, "a rds:c"},
		{"type filter", rds.DescribeDBClusterSnapshotsInput{Filters: filter("snapshot-type", "automated")}, "rds:c"},
		{"id filter", rds.DescribeDBClusterSnapshotsInput{Filters: filter("db-cluster-snapshot-id", "A", "rds:c")}, "a rds:c"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var ids []string
			for _, s := range must(e.rds.DescribeDBClusterSnapshots(ctx, &test.in))(t).DBClusterSnapshots {
				ids = append(ids, *s.DBClusterSnapshotIdentifier)
			}
			if got := strings.Join(ids, " "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestCopyWithinRegion(t *testing.T) {
	e := newEstate(t)
	taken := epoch.Add(-time.Hour)
	source := e.AddSnapshot(nereidtest.Snapshot{ID: "a", Tags: map[string]string{"env": "dev"}, KmsKeyID: "k1", Created: taken})
	for _, from := range []string{"A", source} {
		target := "copy-" + fmt.Sprint(len(from))
		out := must(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: &from, TargetDBClusterSnapshotIdentifier: &target, CopyTags: yes(),
			Tags: []types.Tag{{Key: str("copy"), Value: str("yes")}},
		}))(t)
		if got := state(*out.DBClusterSnapshot); got != "available 100" {
			t.Errorf("CopyDBClusterSnapshot returned %s", got)
		}
		if *out.DBClusterSnapshot.SourceDBClusterSnapshotArn != source || !strings.HasSuffix(*out.DBClusterSnapshot.KmsKeyId, "key/k1") {
			t.Errorf("source %s, key %s", *out.DBClusterSnapshot.SourceDBClusterSnapshotArn, *out.DBClusterSnapshot.KmsKeyId)
		}
		tags := must(e.neptune.ListTagsForResource(ctx, &neptune.ListTagsForResourceInput{ResourceName: out.DBClusterSnapshot.DBClusterSnapshotArn}))(t)
		if diff := cmp.Diff(map[string]string{"copy": "yes"}, tagMap(tags.TagList)); diff != "" {
			t.Errorf("tags (-want +got):\n%s", diff)
		}
		if got := e.snapshot(t, target); !got.SnapshotCreateTime.Equal(taken) {
			t.Errorf("taken at %v", got.SnapshotCreateTime)
		}
	}
	must(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: str("other-key"), KmsKeyId: str("k2"),
	}))(t)
	if got := state(e.snapshot(t, "other-key")); got != "copying 0" {
		t.Errorf("a copy with another key is %s", got)
	}
	e.Advance(3 * time.Minute)
	if got := state(e.snapshot(t, "other-key")); got != "available 100" {
		t.Error(got)
	}
}

func TestCopyAcrossRegions(t *testing.T) {
	e := newEstate(t)
	source := e.AddSnapshot(nereidtest.Snapshot{ID: "a", KmsKeyID: "k1"})
	must(e.away.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: str("b"),
		SourceRegion: str("us-east-1"), KmsKeyId: str("k2"),
	}))(t)
	for _, step := range []struct {
		advance time.Duration
		want    string
	}{{0, "pending 0"}, {72 * time.Second, "copying 10"}, {288 * time.Second, "copying 50"}, {6 * time.Minute, "available 100"}} {
		e.Advance(step.advance)
		if got := state(describeSnapshot(t, e.away, "b")); got != step.want {
			t.Errorf("%s, want %s", got, step.want)
		}
	}
	s := describeSnapshot(t, e.away, "b")
	if *s.KmsKeyId != "arn:aws:kms:eu-west-1:123456789012:key/k2" || *s.SourceDBClusterSnapshotArn != source || s.AvailabilityZones[0] != "eu-west-1a" {
		t.Errorf("%+v", s)
	}
	r := e.Requests()[0]
	if r.Region != "eu-west-1" || r.Parameter("DestinationRegion") != "" || r.Parameter("SourceRegion") != "" {
		t.Errorf("the copy was asked for with %v in %s", r.Form, r.Region)
	}
}

// TestPresignedURL sends copies with presigned URLs that are wrong in exactly
// one way.
func TestPresignedURL(t *testing.T) {
	e := newEstate(t)
	source := e.AddSnapshot(nereidtest.Snapshot{ID: "a", KmsKeyID: "k1"})
	plain := e.AddSnapshot(nereidtest.Snapshot{ID: "plain"})

	input := func() *neptune.CopyDBClusterSnapshotInput {
		return &neptune.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: str("b"), KmsKeyId: str("k2"),
		}
	}
	// The client creates a valid URL, but the request that contains it is
	// throttled.
	e.Inject(nereidtest.Throttled("CopyDBClusterSnapshot"))
	in := input()
	in.SourceRegion = str("us-east-1")
	if err := fail(e.away.CopyDBClusterSnapshot(ctx, in)); err == nil {
		t.Fatal("not throttled")
	}
	good := e.Requests()[0].Parameter("PreSignedUrl")
	if good == "" {
		t.Fatal("the client sent no URL")
	}

	copyWith := func(u string, change func(*neptune.CopyDBClusterSnapshotInput)) func() error {
		return func() error {
			in := input()
			in.PreSignedUrl = &u
			if change != nil {
				change(in)
			}
			return fail(e.away.CopyDBClusterSnapshot(ctx, in))
		}
	}
	edit := func(from, to string) string {
		if !strings.Contains(good, from) {
			t.Fatalf("%q is not in the URL", from)
		}
		return strings.Replace(good, from, to, 1)
	}
	type copyInput = neptune.CopyDBClusterSnapshotInput
	const code = "InvalidParameterValue"
	testRefusals(t, []refusal{
		{name: "none", call: func() error {
			in := input()
			e := neptune.NewFromConfig(withoutRetries(e.ConfigFor("eu-west-1")), func(o *neptune.Options) { o.DisableSourceRegionFromARN = true })
			return fail(e.CopyDBClusterSnapshot(ctx, in))
		}, code: code},
		{name: "empty", call: copyWith("https://rds.us-east-1.amazonaws.com/", nil), code: code},
		{name: "no URL", call: copyWith("%", nil), code: code},
		{name: "forged signature", call: copyWith(edit("X-Amz-Signature=", "X-Amz-Signature=0"), nil), code: code},
		{name: "other host", call: copyWith(edit("rds.us-east-1.amazonaws.com", "rds.us-west-2.amazonaws.com"), nil), code: code},
		{name: "strange host", call: copyWith(edit("rds.us-east-1.amazonaws.com", "example.com"), nil), code: code},
		{name: "other action", call: copyWith(edit("Action=CopyDBClusterSnapshot", "Action=CopyDBSnapshot"), nil), code: code},
		{name: "other destination", call: copyWith(edit("DestinationRegion=eu-west-1", "DestinationRegion=eu-west-2"), nil), code: code},
		{name: "other key", call: copyWith(good, func(in *copyInput) { in.KmsKeyId = str("k3") }), code: code},
		{name: "other target", call: copyWith(good, func(in *copyInput) { in.TargetDBClusterSnapshotIdentifier = str("c") }), code: code},
		{name: "other source", call: copyWith(good, func(in *copyInput) { in.SourceDBClusterSnapshotIdentifier = &plain }), code: code},
		{name: "no key", call: func() error {
			in := input()
			in.KmsKeyId = nil
			return fail(e.away.CopyDBClusterSnapshot(ctx, in))
		}, code: code},
		{name: "key for an unencrypted source", call: func() error {
			in := input()
			in.SourceDBClusterSnapshotIdentifier = &plain
			return fail(e.away.CopyDBClusterSnapshot(ctx, in))
		}, code: code},
	})

	if err := copyWith(good, nil)(); err != nil {
		t.Errorf("the valid URL: %v", err)
	}
	// These URLs are also accepted: the error is that the name is already in
	// use, which is checked later.
	const host = "rds.us-east-1.amazonaws.com"
	for _, other := range []string{host + ":8182", "RDS.us-east-1.AmazonAWS.com"} {
		if code, _ := codeOf(copyWith(edit(host, other), nil)()); code != "DBClusterSnapshotAlreadyExistsFault" {
			t.Errorf("a URL for %s: %s", other, code)
		}
	}
}

func TestPresignedURLExpires(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := newEstate(t)
		source := e.AddSnapshot(nereidtest.Snapshot{ID: "a"})
		in := &neptune.CopyDBClusterSnapshotInput{SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: str("b")}
		must(e.away.CopyDBClusterSnapshot(ctx, in))(t)
		in.PreSignedUrl = str(e.Requests()[0].Parameter("PreSignedUrl"))
		for _, test := range []struct {
			wait time.Duration
			want string
		}{{time.Hour, "DBClusterSnapshotAlreadyExistsFault"}, {time.Second, "InvalidParameterValue"}} {
			<-time.After(test.wait)
			if code, _ := codeOf(fail(e.away.CopyDBClusterSnapshot(ctx, in))); code != test.want {
				t.Errorf("%v later: %s, want %s", test.wait, code, test.want)
			}
		}
	})
}

func TestCopyRefusals(t *testing.T) {
	e := newEstate(t)
	e.AddSnapshot(nereidtest.Snapshot{ID: "a"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "busy", Status: "creating"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "locked", KmsKeyID: "k"})
	cp := func(source, target string, key *string) func() error {
		return func() error {
			return fail(e.neptune.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: &target, KmsKeyId: key,
			}))
		}
	}
	arn := func(account, kind, name string) string {
		return "arn:aws:rds:us-east-1:" + account + ":" + kind + ":" + name
	}
	testRefusals(t, []refusal{
		{name: "unknown source", call: cp("x", "new", nil), code: "DBClusterSnapshotNotFoundFault", status: 404},
		{name: "source of another account", call: cp(arn("999999999999", "cluster-snapshot", "a"), "new", nil), code: "DBClusterSnapshotNotFoundFault", status: 404},
		{name: "source is a cluster", call: cp(arn("123456789012", "cluster", "a"), "new", nil), code: "InvalidParameterValue"},
		{name: "source not available", call: cp("busy", "new", nil), code: "InvalidDBClusterSnapshotStateFault"},
		{name: "target taken", call: cp("a", "BUSY", nil), code: "DBClusterSnapshotAlreadyExistsFault"},
		{name: "target name", call: cp("a", "1", nil), code: "InvalidParameterValue"},
		{name: "key for an unencrypted source", call: cp("a", "new", str("k")), code: "InvalidParameterValue"},
		{name: "invalid key", call: cp("locked", "new", str("None")), code: "KMSKeyNotAccessibleFault"},
	})
}

func TestCopiesInFlight(t *testing.T) {
	e := newEstate(t)
	source := e.AddSnapshot(nereidtest.Snapshot{ID: "a"})
	cp := func(c *neptune.Client, target string) error {
		return fail(c.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: &target, SourceRegion: str("us-east-1"),
		}))
	}
	for n := range 5 {
		if err := cp(e.away, fmt.Sprint("b", n)); err != nil {
			t.Fatal(err)
		}
	}
	if code, _ := codeOf(cp(e.away, "sixth")); code != "SnapshotQuotaExceeded" {
		t.Errorf("the sixth copy: %q, want SnapshotQuotaExceeded", code)
	}
	if err := cp(e.neptune, "elsewhere"); err != nil {
		t.Errorf("to another region: %v", err)
	}
	e.Advance(12 * time.Minute)
	if err := cp(e.away, "sixth"); err != nil {
		t.Errorf("after the others are done: %v", err)
	}
}

func withoutRetries(cfg nereid.Config) nereid.Config {
	cfg.Retryer = func() nereid.Retryer { return nereid.NopRetryer{} }
	return cfg
}

// Deleting a copy in progress ends the copy, and makes room for another.
func TestDeleteCopyInProgress(t *testing.T) {
	e := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.SnapshotCopies, l.DBSnapshotCopies = 1, 1 }))
	far := rds.NewFromConfig(e.ConfigFor("eu-west-1"))
	snapshot := e.AddSnapshot(nereidtest.Snapshot{ID: "source"})
	dbSnapshot := e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "source"})
	for _, test := range []struct {
		name          string
		copy, discard func(id string) error
		find          func(id string) error
	}{
		{"cluster snapshot", func(id string) error {
			return fail(far.CopyDBClusterSnapshot(ctx, &rds.CopyDBClusterSnapshotInput{
				SourceDBClusterSnapshotIdentifier: &snapshot, TargetDBClusterSnapshotIdentifier: &id,
			}))
		}, func(id string) error {
			return fail(far.DeleteDBClusterSnapshot(ctx, &rds.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: &id}))
		}, func(id string) error {
			return fail(far.DescribeDBClusterSnapshots(ctx, &rds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id}))
		}},
		{"snapshot", func(id string) error {
			return fail(far.CopyDBSnapshot(ctx, &rds.CopyDBSnapshotInput{
				SourceDBSnapshotIdentifier: &dbSnapshot, TargetDBSnapshotIdentifier: &id,
			}))
		}, func(id string) error {
			return fail(far.DeleteDBSnapshot(ctx, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: &id}))
		}, func(id string) error {
			return fail(far.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &id}))
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for id, passed := range map[string]time.Duration{"pending": 0, "copying": 5 * time.Minute} {
				if err := test.copy(id); err != nil {
					t.Fatalf("copying: %v", err)
				}
				e.Advance(passed)
				if code, _ := codeOf(test.copy("another")); code != "SnapshotQuotaExceeded" {
					t.Errorf("a second copy: %q, want SnapshotQuotaExceeded", code)
				}
				if err := test.discard(id); err != nil {
					t.Fatalf("deleting a snapshot that is %s: %v", id, err)
				}
				if err := test.copy("next-" + id); err != nil {
					t.Errorf("after the deletion there is no room: %v", err)
				}
				e.Advance(time.Hour)
				if _, status := codeOf(test.find(id)); status != 404 {
					t.Errorf("%s is still there", id)
				}
			}
		})
	}
}
