package nereidtest_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

func exportInput(id, source string) *rds.StartExportTaskInput {
	return &rds.StartExportTaskInput{
		ExportTaskIdentifier: &id,
		SourceArn:            &source,
		S3BucketName:         str("exports"),
		IamRoleArn:           str("arn:aws:iam::123456789012:role/export"),
		KmsKeyId:             str("alias/exports"),
	}
}

func (e estate) export(t testing.TB, id string) types.ExportTask {
	t.Helper()
	out := must(e.rds.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: &id}))(t)
	if len(out.ExportTasks) != 1 {
		t.Fatalf("%d tasks with the id %s, want 1", len(out.ExportTasks), id)
	}
	return out.ExportTasks[0]
}

// progress contains the fields of a task that change.
type progress struct {
	Status      string
	Percent, GB int32
	Start, End  time.Duration // since the epoch; -1 for nil
	Cause       string
}

func progressOf(task types.ExportTask) progress {
	since := func(t *time.Time) time.Duration {
		if t == nil {
			return -1
		}
		return t.Sub(epoch)
	}
	p := progress{
		Status: *task.Status, Percent: *task.PercentProgress, GB: *task.TotalExtractedDataInGB,
		Start: since(task.TaskStartTime), End: since(task.TaskEndTime),
	}
	if task.FailureCause != nil {
		p.Cause = *task.FailureCause
	}
	return p
}

func TestExportTaskStates(t *testing.T) {
	e := newEstate(t)
	source := e.AddSnapshot(nereidtest.Snapshot{ID: "nightly", SizeGB: 50, Created: epoch.Add(-time.Hour)})
	in := exportInput("e1", source)
	in.ExportOnly = []string{"graph", "graph.public.people"}
	in.S3Prefix = str("nightly/1")
	out := must(e.rds.StartExportTask(ctx, in))(t)
	want := &rds.StartExportTaskOutput{
		ExportTaskIdentifier: str("e1"), SourceArn: &source, SourceType: types.ExportSourceTypeSnapshot, S3Bucket: str("exports"),
		S3Prefix: str("nightly/1"), IamRoleArn: in.IamRoleArn, KmsKeyId: out.KmsKeyId,
		ExportOnly: in.ExportOnly, Status: str("STARTING"), PercentProgress: i32(0), TotalExtractedDataInGB: i32(0),
	}
	if !regexp.MustCompile(`^arn:aws:kms:us-east-1:123456789012:key/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`).MatchString(*out.KmsKeyId) {
		t.Errorf("the key is %s, want the ARN of the alias's key", *out.KmsKeyId)
	}
	taken := epoch.Add(-time.Hour)
	want.SnapshotTime = &taken
	want.ResultMetadata = out.ResultMetadata
	if diff := cmp.Diff(want, out, cmp.AllowUnexported(out.ResultMetadata)); diff != "" {
		t.Errorf("StartExportTask (-want +got):\n%s", diff)
	}

	for _, step := range []struct {
		advance time.Duration
		want    progress
	}{
		{0, progress{Status: "STARTING", Start: -1, End: -1}},
		{13 * time.Minute, progress{Status: "STARTING", Start: -1, End: -1}},
		{time.Minute, progress{Status: "IN_PROGRESS", Start: 14 * time.Minute, End: -1}},
		{3 * time.Minute, progress{Status: "IN_PROGRESS", Percent: 50, GB: 25, Start: 14 * time.Minute, End: -1}},
		{3*time.Minute - time.Second, progress{Status: "IN_PROGRESS", Percent: 99, GB: 49, Start: 14 * time.Minute, End: -1}},
		{time.Hour, progress{Status: "COMPLETE", Percent: 100, GB: 50, Start: 14 * time.Minute, End: 20 * time.Minute}},
	} {
		e.Advance(step.advance)
		if diff := cmp.Diff(step.want, progressOf(e.export(t, "E1"))); diff != "" {
			t.Errorf("%v later (-want +got):\n%s", step.advance, diff)
		}
	}
}

func TestExportTaskOfCluster(t *testing.T) {
	e := newEstate(t)
	source := e.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-postgresql"})
	out := must(e.rds.StartExportTask(ctx, exportInput("e1", source)))(t)
	if out.SourceType != types.ExportSourceTypeCluster || out.SnapshotTime != nil {
		t.Errorf("source type %s, snapshot time %v; want CLUSTER, none", out.SourceType, out.SnapshotTime)
	}
}

func TestExportTaskFails(t *testing.T) {
	e := newEstate(t)
	source := e.AddSnapshot(nereidtest.Snapshot{ID: "nightly"})

	in := exportInput("slash", source)
	in.S3Prefix = str("nightly/")
	must(e.rds.StartExportTask(ctx, in))(t)
	must(e.rds.StartExportTask(ctx, exportInput("by-hand", source)))(t)
	e.Advance(17 * time.Minute)
	e.SetExportTaskStatus("by-hand", "FAILED", "The bucket is gone.")
	e.Advance(time.Hour)

	want := progress{Status: "FAILED", Start: 14 * time.Minute, End: 14 * time.Minute, Cause: "The S3 prefix must not end with a slash (/)."}
	if diff := cmp.Diff(want, progressOf(e.export(t, "slash"))); diff != "" {
		t.Errorf("prefix with a slash at the end (-want +got):\n%s", diff)
	}
	want = progress{Status: "FAILED", Percent: 50, GB: 12, Start: 14 * time.Minute, End: 17 * time.Minute, Cause: "The bucket is gone."}
	if diff := cmp.Diff(want, progressOf(e.export(t, "by-hand"))); diff != "" {
		t.Errorf("failed by hand (-want +got):\n%s", diff)
	}
}

func TestCancelExportTask(t *testing.T) {
	e := newEstate(t)
	source := e.AddSnapshot(nereidtest.Snapshot{ID: "nightly"})
	must(e.rds.StartExportTask(ctx, exportInput("e1", source)))(t)
	e.Advance(15*time.Minute + 30*time.Second)

	out := must(e.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: str("e1")}))(t)
	if *out.Status != "CANCELING" || *out.PercentProgress != 25 {
		t.Errorf("cancel returned %s at %d%%, want CANCELING at 25%%", *out.Status, *out.PercentProgress)
	}
	err := fail(e.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: str("e1")}))
	if code, _ := codeOf(err); code != "InvalidExportTaskStateFault" {
		t.Errorf("cancelling twice: %v, want InvalidExportTaskStateFault", err)
	}
	e.Advance(89 * time.Second)
	if got := progressOf(e.export(t, "e1")); got.Status != "CANCELING" || got.End != -1 {
		t.Errorf("before the time is over: %+v", got)
	}
	e.Advance(time.Hour)
	want := progress{Status: "CANCELED", Percent: 25, GB: 6, Start: 14 * time.Minute, End: 17 * time.Minute}
	if diff := cmp.Diff(want, progressOf(e.export(t, "e1"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestExportTaskAdded checks that tasks added by AddExportTask keep their
// status and progress.
func TestExportTaskAdded(t *testing.T) {
	e := newEstate(t)
	e.AddExportTask(nereidtest.ExportTask{ID: "e", Status: "IN_PROGRESS", Percent: 80, SizeGB: 100})
	want := progress{Status: "IN_PROGRESS", Percent: 80, GB: 80, Start: -time.Hour, End: -1}
	for range 2 {
		if diff := cmp.Diff(want, progressOf(e.export(t, "e"))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		e.Advance(time.Hour)
	}
	must(e.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: str("e")}))(t)
	e.Advance(time.Hour)
	want.Status, want.End = "CANCELED", 2*time.Hour+90*time.Second
	if diff := cmp.Diff(want, progressOf(e.export(t, "e"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	// A task that stops in the middle keeps its progress.
	source := e.AddSnapshot(nereidtest.Snapshot{ID: "nightly", SizeGB: 50})
	must(e.rds.StartExportTask(ctx, exportInput("f", source)))(t)
	e.Advance(17 * time.Minute)
	e.SetExportTaskStatus("f", "IN_PROGRESS", "slow")
	e.Advance(time.Hour)
	if got := e.export(t, "f"); *got.PercentProgress != 50 || *got.TotalExtractedDataInGB != 25 {
		t.Errorf("%d %% and %d GB", *got.PercentProgress, *got.TotalExtractedDataInGB)
	}
}

func TestExportTaskRefusals(t *testing.T) {
	e := newEstate(t)
	source := e.AddSnapshot(nereidtest.Snapshot{ID: "nightly"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "busy", Status: "creating"})
	e.AddCluster(nereidtest.Cluster{ID: "stopped", Status: "stopped"})
	e.AddExportTask(nereidtest.ExportTask{ID: "done"})
	e.AddExportTask(nereidtest.ExportTask{ID: "failed", Status: "FAILED"})

	start := func(change func(*rds.StartExportTaskInput)) func() error {
		return func() error {
			in := exportInput("new", source)
			change(in)
			return fail(e.rds.StartExportTask(ctx, in))
		}
	}
	arn := func(kind, name string) string { return "arn:aws:rds:us-east-1:123456789012:" + kind + ":" + name }
	cancel := func(id string) func() error {
		return func() error {
			return fail(e.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: &id}))
		}
	}
	describe := func(in rds.DescribeExportTasksInput) func() error {
		return func() error { return fail(e.rds.DescribeExportTasks(ctx, &in)) }
	}
	filter := func(name string, values ...string) func() error {
		return describe(rds.DescribeExportTasksInput{Filters: []types.Filter{{Name: &name, Values: values}}})
	}
	testRefusals(t, []refusal{
		{name: "id begins with a digit", call: start(func(in *rds.StartExportTaskInput) { in.ExportTaskIdentifier = str("1a") }), code: "InvalidParameterValue"},
		{name: "id ends with a hyphen", call: start(func(in *rds.StartExportTaskInput) { in.ExportTaskIdentifier = str("a-") }), code: "InvalidParameterValue"},
		{name: "id with two hyphens", call: start(func(in *rds.StartExportTaskInput) { in.ExportTaskIdentifier = str("a--b") }), code: "InvalidParameterValue"},
		{name: "id of 61 characters", call: start(func(in *rds.StartExportTaskInput) { in.ExportTaskIdentifier = str(strings.Repeat("a", 61)) }), code: "InvalidParameterValue"},
		{name: "empty id", call: start(func(in *rds.StartExportTaskInput) { in.ExportTaskIdentifier = str("") }), code: "InvalidParameterValue"},
		{name: "id taken by a task that ended", call: start(func(in *rds.StartExportTaskInput) { in.ExportTaskIdentifier = str("Done") }), code: "ExportTaskAlreadyExists"},
		{name: "source is not an ARN", call: start(func(in *rds.StartExportTaskInput) { in.SourceArn = str("nightly") }), code: "InvalidParameterValue"},
		{name: "source in another region", call: start(func(in *rds.StartExportTaskInput) {
			in.SourceArn = str(strings.Replace(source, "us-east-1", "eu-west-1", 1))
		}), code: "InvalidParameterValue"},
		{name: "source of another kind", call: start(func(in *rds.StartExportTaskInput) { in.SourceArn = str(arn("db", "x")) }), code: "InvalidParameterValue"},
		{name: "no such cluster snapshot", call: start(func(in *rds.StartExportTaskInput) { in.SourceArn = str(arn("cluster-snapshot", "x")) }), code: "DBClusterSnapshotNotFoundFault", status: 404},
		{name: "no such snapshot", call: start(func(in *rds.StartExportTaskInput) { in.SourceArn = str(arn("snapshot", "x")) }), code: "DBSnapshotNotFound", status: 404},
		{name: "no such cluster", call: start(func(in *rds.StartExportTaskInput) { in.SourceArn = str(arn("cluster", "x")) }), code: "DBClusterNotFoundFault", status: 404},
		{name: "snapshot not available", call: start(func(in *rds.StartExportTaskInput) { in.SourceArn = str(arn("cluster-snapshot", "busy")) }), code: "InvalidExportSourceState"},
		{name: "cluster not available", call: start(func(in *rds.StartExportTaskInput) { in.SourceArn = str(arn("cluster", "stopped")) }), code: "InvalidExportSourceState"},
		{name: "bucket with capitals", call: start(func(in *rds.StartExportTaskInput) { in.S3BucketName = str("Exports") }), code: "InvalidS3BucketFault"},
		{name: "bucket with a path", call: start(func(in *rds.StartExportTaskInput) { in.S3BucketName = str("exports/a") }), code: "InvalidS3BucketFault"},
		{name: "prefix begins with a slash", call: start(func(in *rds.StartExportTaskInput) { in.S3Prefix = str("/a") }), code: "InvalidParameterValue"},
		{name: "role is a name", call: start(func(in *rds.StartExportTaskInput) { in.IamRoleArn = str("export") }), code: "InvalidParameterValue"},
		{name: "role is a user", call: start(func(in *rds.StartExportTaskInput) { in.IamRoleArn = str("arn:aws:iam::123456789012:user/export") }), code: "InvalidParameterValue"},
		{name: "role of another account", call: start(func(in *rds.StartExportTaskInput) { in.IamRoleArn = str("arn:aws:iam::999999999999:role/export") }), code: "IamRoleNotFound", status: 404},
		{name: "key of another region", call: start(func(in *rds.StartExportTaskInput) { in.KmsKeyId = str("arn:aws:kms:eu-west-1:123456789012:key/k") }), code: "KMSKeyNotAccessibleFault"},
		{name: "key is not a key", call: start(func(in *rds.StartExportTaskInput) { in.KmsKeyId = str("arn:aws:s3:::bucket") }), code: "KMSKeyNotAccessibleFault"},
		{name: "export of four parts", call: start(func(in *rds.StartExportTaskInput) { in.ExportOnly = []string{"a.b.c.d"} }), code: "InvalidExportOnly"},
		{name: "export of an empty part", call: start(func(in *rds.StartExportTaskInput) { in.ExportOnly = []string{"a", "a..b"} }), code: "InvalidExportOnly"},

		{name: "cancel unknown", call: cancel("x"), code: "ExportTaskNotFound", status: 404},
		{name: "cancel complete", call: cancel("done"), code: "InvalidExportTaskStateFault"},
		{name: "cancel failed", call: cancel("failed"), code: "InvalidExportTaskStateFault"},

		{name: "describe unknown", call: describe(rds.DescribeExportTasksInput{ExportTaskIdentifier: str("x")}), code: "ExportTaskNotFound", status: 404},
		{name: "19 records", call: describe(rds.DescribeExportTasksInput{MaxRecords: i32(19)}), code: "InvalidParameterValue"},
		{name: "101 records", call: describe(rds.DescribeExportTasksInput{MaxRecords: i32(101)}), code: "InvalidParameterValue"},
		{name: "marker", call: describe(rds.DescribeExportTasksInput{Marker: str("x")}), code: "InvalidParameterValue"},
		{name: "source type", call: describe(rds.DescribeExportTasksInput{SourceType: "snapshot"}), code: "InvalidParameterValue"},
		{name: "unknown filter", call: filter("engine", "neptune"), code: "InvalidParameterValue"},
		{name: "status in upper case", call: filter("status", "COMPLETE"), code: "InvalidParameterValue"},
	})
}

func TestExportTaskLimits(t *testing.T) {
	e := newEstate(t)
	snapshot := e.AddSnapshot(nereidtest.Snapshot{ID: "nightly"})
	cluster := e.AddCluster(nereidtest.Cluster{ID: "graph"})
	start := func(id, source string) error { return fail(e.rds.StartExportTask(ctx, exportInput(id, source))) }
	for n := range 5 {
		for kind, source := range map[string]string{"s": snapshot, "c": cluster} {
			if err := start(fmt.Sprint(kind, n), source); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, source := range []string{snapshot, cluster} {
		if code, _ := codeOf(start("sixth", source)); code != "ExportTaskLimitReachedFault" {
			t.Errorf("the sixth export of %s: %q, want ExportTaskLimitReachedFault", source, code)
		}
	}
	must(e.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: str("s0")}))(t)
	e.Advance(2 * time.Minute)
	if err := start("sixth", snapshot); err != nil {
		t.Errorf("after one export was cancelled: %v", err)
	}
	if err := start("seventh", cluster); err == nil {
		t.Error("a cancelled export of a snapshot made room for one of a cluster")
	}

	other := newEstate(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.SnapshotExports, l.ExportLimitCode = 0, "Full" }))
	source := other.AddSnapshot(nereidtest.Snapshot{ID: "nightly"})
	if code, status := codeOf(fail(other.rds.StartExportTask(ctx, exportInput("e", source)))); code != "Full" || status != 400 {
		t.Errorf("with a custom code: %s, %d", code, status)
	}
}

func TestDescribeExportTasksSelects(t *testing.T) {
	e := newEstate(t, nereidtest.WithUnknownExportTaskEmpty())
	cluster := e.AddCluster(nereidtest.Cluster{ID: "graph"})
	e.AddExportTask(nereidtest.ExportTask{ID: "a", Bucket: "one"})
	e.AddExportTask(nereidtest.ExportTask{ID: "b", Bucket: "two", Status: "FAILED"})
	e.AddExportTask(nereidtest.ExportTask{ID: "C", Bucket: "two", Status: "IN_PROGRESS", SourceArn: cluster})

	filters := func(pairs ...string) (in rds.DescribeExportTasksInput) {
		for ; len(pairs) > 0; pairs = pairs[2:] {
			in.Filters = append(in.Filters, types.Filter{Name: &pairs[0], Values: strings.Split(pairs[1], ",")})
		}
		return in
	}
	for _, test := range []struct {
		name string
		in   rds.DescribeExportTasksInput
		want string
	}{
		{"all", rds.DescribeExportTasksInput{}, "a b C"},
		{"id", rds.DescribeExportTasksInput{ExportTaskIdentifier: str("c")}, "C"},
		{"unknown id", rds.DescribeExportTasksInput{ExportTaskIdentifier: str("x")}, ""},
		{"source", rds.DescribeExportTasksInput{SourceArn: &cluster}, "C"},
		{"source type", rds.DescribeExportTasksInput{SourceType: types.ExportSourceTypeSnapshot}, "a b"},
		{"status", filters("status", "failed,in_progress"), "b C"},
		{"bucket", filters("s3-bucket", "one"), "a"},
		{"source filter", filters("source-arn", cluster), "C"},
		{"id filter", filters("export-task-identifier", "a,b,x"), "a b"},
		{"two filters", filters("s3-bucket", "two", "status", "failed,complete"), "b"},
		{"nothing", filters("status", "starting"), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := must(e.rds.DescribeExportTasks(ctx, &test.in))(t)
			var ids []string
			for _, task := range out.ExportTasks {
				ids = append(ids, *task.ExportTaskIdentifier)
			}
			if got := strings.Join(ids, " "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestPagination(t *testing.T) {
	e := newEstate(t)
	for n := range 45 {
		e.AddExportTask(nereidtest.ExportTask{ID: fmt.Sprintf("e%02d", n)})
	}
	in := &rds.DescribeExportTasksInput{MaxRecords: i32(20)}
	var got []string
	for range 5 {
		out := must(e.rds.DescribeExportTasks(ctx, in))(t)
		for _, task := range out.ExportTasks {
			got = append(got, *task.ExportTaskIdentifier)
		}
		if len(got) == 20 {
			// An item that is added before the marker is not on a later page,
			// but an item that is added after the marker is. No item is listed
			// twice.
			e.AddExportTask(nereidtest.ExportTask{ID: "e00a"})
			e.AddExportTask(nereidtest.ExportTask{ID: "e30a"})
		}
		if in.Marker = out.Marker; in.Marker == nil {
			break
		}
	}
	var want []string
	for n := range 45 {
		want = append(want, fmt.Sprintf("e%02d", n))
		if n == 30 {
			want = append(want, "e30a")
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if all := must(e.rds.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{}))(t); len(all.ExportTasks) != 47 || all.Marker != nil {
		t.Errorf("%d tasks and marker %v on a page of the default size, want 47 and none", len(all.ExportTasks), all.Marker)
	}
}
