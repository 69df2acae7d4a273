package rds_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// exportStates runs exports and returns the state of each.
func exportStates(ctx context.Context, client *rds.Client, inputs []*rds.StartExportTaskInput) (map[string]rds.ExportState, error) {
	states := make(map[string]rds.ExportState)
	var errs []error
	for r := range rds.ExportAll(ctx, client, inputs, 24*time.Hour, func(o *rds.ExportAllOptions) { o.SkipExported = client }) {
		states[*r.Input.ExportTaskIdentifier] = r.State
		if errs = append(errs, r.Err); r.State == rds.ExportSkipped && (r.Task == nil || *r.Task.Status != "COMPLETE" || *r.Task.SourceArn != *r.Input.SourceArn) {
			errs = append(errs, fmt.Errorf("skipped because of %+v", r.Task))
		}
	}
	return states, errors.Join(errs...)
}

// A cluster or instance snapshot that is already in the bucket is not exported again, unless the
// export differs in any way.
func TestExportAllSkipsExported(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		cluster := server.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-mysql"})
		ofCluster := server.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Cluster: "orders"})
		server.AddInstance(nereidtest.Instance{ID: "shop"})
		ofInstance := server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "last", Instance: "shop"})
		fail := startInput("slash", ofCluster)
		fail.S3Prefix = nereid.String("slash/")
		first := []*rds.StartExportTaskInput{startInput("a", ofCluster), startInput("b", ofInstance), startInput("c", cluster), fail}
		states, err := exportStates(t.Context(), client, first)
		want := map[string]rds.ExportState{"a": rds.ExportComplete, "b": rds.ExportComplete, "c": rds.ExportComplete, "slash": rds.ExportFailed}
		if diff := cmp.Diff(want, states); diff != "" || !errors.Is(err, nereid.ErrWaitFailed) {
			t.Fatalf("%v (-want +got):\n%s", err, diff)
		}

		// The instance snapshot is deleted and replaced by one with the same name.
		if _, err := client.DeleteDBSnapshot(t.Context(), &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: nereid.String("last")}); err != nil {
			t.Fatal(err)
		}
		if err := rds.NewDBSnapshotDeletedWaiter(client).Wait(t.Context(), &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: nereid.String("last")}, time.Hour); err != nil {
			t.Fatal(err)
		}
		server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "last", Instance: "shop"})
		part, elsewhere, again := startInput("part", ofCluster), startInput("elsewhere", ofCluster), startInput("again", ofCluster)
		part.ExportOnly = []string{"shop.orders"}
		elsewhere.S3Prefix = nil
		second := []*rds.StartExportTaskInput{again, startInput("newer", ofInstance), startInput("cluster", cluster), part, elsewhere}
		server.Inject(nereidtest.Unavailable("DescribeExportTasks"), nereidtest.Throttled("DescribeExportTasks"))
		states, err = exportStates(t.Context(), client, second)
		want = map[string]rds.ExportState{
			"again": rds.ExportSkipped, "newer": rds.ExportComplete, "cluster": rds.ExportComplete, "part": rds.ExportComplete, "elsewhere": rds.ExportComplete,
		}
		if diff := cmp.Diff(want, states); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}

		third := []*rds.StartExportTaskInput{startInput("x", ofCluster), startInput("y", ofInstance)}
		server.ResetRequests()
		states, err = exportStates(t.Context(), client, third)
		if err != nil || !maps.Equal(states, map[string]rds.ExportState{"x": rds.ExportSkipped, "y": rds.ExportSkipped}) || server.Count("StartExportTask") != 0 {
			t.Errorf("%v, %v, %d starts", states, err, server.Count("StartExportTask"))
		}
	})
}

// An automated snapshot is described with its type, ARNs are compared case-insensitively, and a
// snapshot that cannot be described does not prevent other exports.
func TestExportAllSkipsEachByItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		server.AddInstance(nereidtest.Instance{ID: "shop"})
		nightly := server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "rds:shop-2026-01-02-03-04", Instance: "shop"})
		last := server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "last", Instance: "shop"})
		ofCluster := server.AddSnapshot(nereidtest.Snapshot{ID: "kept"})
		if _, err := exportStates(t.Context(), client, []*rds.StartExportTaskInput{startInput("a", nightly), startInput("b", last), startInput("c", ofCluster)}); err != nil {
			t.Fatal(err)
		}
		server.ResetRequests()
		server.Inject(nereidtest.Fault{Action: "DescribeDBClusterSnapshots", Code: "AccessDenied", Status: 403, Times: -1})
		states, err := exportStates(t.Context(), client, []*rds.StartExportTaskInput{
			startInput("denied", ofCluster), startInput("nightly", nightly), startInput("upper", strings.Replace(last, ":last", ":LAST", 1)),
			startInput("new", server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "new", Instance: "shop"})),
		})
		want := map[string]rds.ExportState{
			"denied": rds.ExportNotStarted, "nightly": rds.ExportSkipped, "upper": rds.ExportSkipped, "new": rds.ExportComplete,
		}
		if diff := cmp.Diff(want, states); diff != "" || !errors.Is(err, nereid.ErrAccessDenied) {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
		types := map[string]string{}
		for _, r := range server.Requests() {
			if r.Action == "DescribeDBSnapshots" {
				types[r.Form.Get("DBSnapshotIdentifier")] = r.Form.Get("SnapshotType")
			}
		}
		if types[nightly] != "automated" || len(types) != 2 {
			t.Errorf("the types are %q", types)
		}
	})
}

// If the existing exports cannot be listed, no export is started, because it might already be
// complete.
func TestExportAllCannotSkip(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config())
		source := server.AddSnapshot(nereidtest.Snapshot{ID: "nightly"})
		server.Inject(nereidtest.Fault{Action: "DescribeExportTasks", Code: "AccessDenied", Times: -1})
		states, err := exportStates(t.Context(), client, []*rds.StartExportTaskInput{startInput("a", source), startInput("b", source)})
		if !errors.Is(err, nereid.ErrAccessDenied) || states["a"] != rds.ExportNotStarted || states["b"] != rds.ExportNotStarted || server.Count("StartExportTask") != 0 {
			t.Errorf("%v, %v", states, err)
		}
		server.ClearFaults()
		outage := nereidtest.Unavailable("DescribeExportTasks")
		outage.Times = -1
		server.Inject(outage)
		states, err = exportStates(t.Context(), client, []*rds.StartExportTaskInput{startInput("a", source)})
		if !errors.Is(err, nereid.ErrWaitTimeout) || states["a"] != rds.ExportNotStarted || server.Count("StartExportTask") != 0 {
			t.Errorf("%v, %v", states, err)
		}
	})
}

// The snapshots of a cluster and an instance are exported every night. Snapshots that are already
// exported are skipped.
func ExampleExportAllOptions_skipExported() {
	server := fastDemo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	for _, night := range []string{"monday", "tuesday"} {
		var exports []*rds.StartExportTaskInput
		for id, source := range map[string]string{
			"shop":    "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:nightly",
			"billing": "arn:aws:rds:us-east-1:123456789012:snapshot:billing-last",
		} {
			exports = append(exports, &rds.StartExportTaskInput{
				ExportTaskIdentifier: nereid.String(id + "-" + night),
				SourceArn:            &source,
				S3BucketName:         nereid.String("exports"),
				IamRoleArn:           nereid.String("arn:aws:iam::123456789012:role/export"),
				KmsKeyId:             nereid.String("alias/exports"),
			})
		}
		for result := range rds.ExportAll(context.Background(), client, exports, 24*time.Hour, func(o *rds.ExportAllOptions) {
			o.MinDelay = quickly
			o.SkipExported = client
		}) {
			fmt.Println(*result.Input.ExportTaskIdentifier, result.State)
		}
	}
	// Unordered output:
	// shop-monday complete
	// billing-monday complete
	// shop-tuesday skipped
	// billing-tuesday skipped
}
