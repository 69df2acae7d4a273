package export

import (
	"context"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid/examples/internal/try"
	"github.com/nereid-go/nereid/nereidtest"
)

var program try.Program = func(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return Run(ctx, args, nil, stdout, stderr)
}

func TestEmbedded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := program.Run(t, "-task", "nightly", "-prefix", "orders", "-only", "shop.public.orders,shop.public.lines")
		if r.Code != 0 || r.Stderr != "" {
			t.Errorf("code %d: %s", r.Code, r.Stderr)
		}
		try.Contains(t, r.Stdout,
			"Export task nightly to s3://company-exports/orders\n",
			"snapshot    0 %  0s  creating\n", "STARTING\n", "IN_PROGRESS\n", "\nexport  100 %  240 GB  0s  COMPLETE\n",
			"TASK               STATUS    DONE   DATA    TOOK   SOURCE\n"+
				"nightly            COMPLETE  100 %  240 GB  0s  nightly\n"+
				"orders-second-try  COMPLETE  100 %  226 GB  0s  orders-month-7\n")
	})
}

func TestAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := program.Run(t, "-all", "-task", "monthly")
		if r.Code != 0 || r.Stderr != "" {
			t.Errorf("code %d: %s", r.Code, r.Stderr)
		}
		if n := strings.Count(r.Stdout, "COMPLETE\n"); n != 7 {
			t.Errorf("%d exports were complete, want 7:\n%s", n, r.Stdout)
		}
		try.Contains(t, r.Stdout, "7 exports to s3://company-exports/, at most 5 at a time\n", "monthly-7          COMPLETE  100 %  226 GB")
		if five, sixth := strings.Index(r.Stdout, "orders-month-1  100 %"), strings.Index(r.Stdout, "orders-month-6"); sixth < five {
			t.Errorf("the sixth export did not wait:\n%s", r.Stdout)
		}

		r = program.Interrupted(t, "IN_PROGRESS", "-all", "-task", "monthly")
		if r.Code != 1 {
			t.Errorf("code %d", r.Code)
		}
		try.Contains(t, r.Stdout, "monthly-5          CANCELED")
		try.Contains(t, r.Stderr, "export: interrupted: of 7 exports, 0 are complete and 5 canceled\n")

		r = program.Run(t, "-all", "-prefix", "monthly/")
		if r.Code != 1 {
			t.Errorf("code %d", r.Code)
		}
		try.Contains(t, r.Stderr, "export: orders-month-7 is failed: ", "must not end with a slash (/).\n", "export: 7 of 7 exports are not complete\n")
	})
}

func TestFailed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := program.Run(t, "-task", "nightly", "-prefix", "orders/")
		if r.Code != 1 {
			t.Errorf("code %d", r.Code)
		}
		try.Contains(t, r.Stdout, "nightly            FAILED")
		try.Contains(t, r.Stderr, "warning: -prefix ends with a slash", "last status FAILED: The S3 prefix must not end with a slash (/).\n")
		if n := strings.Count(r.Stderr, "\n"); n != 2 {
			t.Errorf("%d lines, want a warning and an error:\n%s", n, r.Stderr)
		}
	})
}

func TestTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := program.Run(t, "-timeout", "1s")
		if r.Code != 1 {
			t.Errorf("code %d", r.Code)
		}
		try.Contains(t, r.Stderr, "the export continues", "timed out (exceeded max wait time) after 1s")
	})
}

func TestInterrupted(t *testing.T) {
	for _, tt := range []struct {
		name, when, table, report string
	}{
		{"snapshot", "creating", "", "nothing was exported, but the snapshot nightly may exist or be in progress\n"},
		{"starting", "STARTING", "nightly            CANCELED  0 %", "export: interrupted: the export was canceled\n"},
		{"in progress", "IN_PROGRESS", "nightly            CANCELED", "export: interrupted: the export was canceled\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := program.Interrupted(t, tt.when, "-task", "nightly")
				if r.Code != 1 {
					t.Errorf("code %d", r.Code)
				}
				try.Contains(t, r.Stdout, tt.table)
				try.Contains(t, r.Stderr, tt.report)
			})
		})
	}
}

func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		args, want string
	}{
		{"-nope", "not defined: -nope"},
		{"now", `unknown argument "now"`},
		{"-timeout soon", "-timeout"},
		{"-timeout 0s", "-timeout must be more than 0"},
		{"-poll -1s", "-poll must not be negative"},
		{"-snapshot -source arn:aws:rds:us-east-1:123456789012:cluster-snapshot:weekly", "ARN of a cluster"},
		{"-source weekly", "-source must be an ARN"},
		{"-snapshot -all", "cannot be used together"},
		{"-live -endpoint http://127.0.0.1:8182", "cannot be used together"},
		{"-endpoint 127.0.0.1:8182", "is not a URL"},
		{"-endpoint http://127.0.0.1:8182 -source arn:aws:rds:us-east-1:123456789012:cluster:orders", "require -source, -bucket, -role and -kms-key"},
	} {
		t.Run(tt.args, func(t *testing.T) {
			r := program.Run(t, strings.Fields(tt.args)...)
			if r.Code != 2 || r.Stdout != "" {
				t.Errorf("code %d, output %q", r.Code, r.Stdout)
			}
			try.Contains(t, r.Stderr, tt.want, "(-h shows the flags)\n")
		})
	}
	r := program.Run(t, "-h")
	if r.Code != 0 || r.Stderr != "" {
		t.Errorf("code %d: %s", r.Code, r.Stderr)
	}
	try.Contains(t, r.Stdout, "export -live -source arn:aws:", "-kms-key", "-only")
}

// endpoint starts a fake on a port, and returns it with the arguments to export a snapshot of its
// cluster.
func endpoint(t *testing.T, opts ...nereidtest.Option) (*nereidtest.Server, []string) {
	t.Setenv("AWS_ACCESS_KEY_ID", "")
	fake := nereidtest.NewServer(t, append(opts, nereidtest.WithRegion("eu-west-1"))...)
	cluster := fake.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-mysql"})
	return fake, []string{
		"-endpoint", fake.URL(), "-region", "eu-west-1", "-poll", "1ms", "-task", "nightly", "-source", cluster,
		"-bucket", "exports", "-role", "arn:aws:iam::123456789012:role/export", "-kms-key", "alias/exports",
	}
}

func TestEndpoint(t *testing.T) {
	_, args := endpoint(t, nereidtest.WithSpeed(1e5))
	r := program.Run(t, append(args, "-snapshot")...)
	if r.Code != 0 || r.Stderr != "" {
		t.Errorf("code %d: %s", r.Code, r.Stderr)
	}
	try.Contains(t, r.Stdout, "nightly  COMPLETE  100 %")

	r = program.Run(t, args...)
	if r.Code != 1 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stderr, "ExportTaskAlreadyExists")
}

// TestSnapshotWithoutExport checks that the error mentions a snapshot that was taken for a rejected
// export.
func TestSnapshotWithoutExport(t *testing.T) {
	fake, args := endpoint(t, nereidtest.WithSpeed(1e5))
	fake.Inject(nereidtest.Fault{Action: "StartExportTask", Code: "InvalidS3BucketFault"})
	r := program.Run(t, append(args, "-snapshot")...)
	if r.Code != 1 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stderr, "export: the snapshot nightly was taken and is kept: ", "InvalidS3BucketFault")
}

// TestElsewhere has a cluster of the same name in another region or account than the source.
func TestElsewhere(t *testing.T) {
	for _, tt := range []struct {
		source, want string
	}{
		{"arn:aws:rds:us-east-1:123456789012:cluster:orders", "export: -source is in the region us-east-1, but the configured region is eu-west-1: use -region "},
		{"arn:aws:rds:eu-west-1:210987654321:cluster:orders", "export: -source belongs to the account 210987654321, but the credentials belong to 123456789012 "},
	} {
		for _, what := range []string{"-snapshot", "-all"} {
			fake, args := endpoint(t, nereidtest.WithSpeed(1e5))
			fake.AddSnapshot(nereidtest.Snapshot{ID: "a", Cluster: "orders"})
			r := program.Run(t, append(args, what, "-source", tt.source)...)
			if r.Code != 2 || fake.Count("CreateDBClusterSnapshot") > 0 || fake.Count("StartExportTask") > 0 {
				t.Errorf("%s %s: code %d, %d exports", what, tt.source, r.Code, fake.Count("StartExportTask"))
			}
			try.Contains(t, r.Stderr, tt.want)
		}
	}
}

func TestCredentials(t *testing.T) {
	fake, args := endpoint(t)
	t.Setenv("AWS_ACCESS_KEY_ID", "AKIDOTHER")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "other-secret")
	r := program.Run(t, args...)
	if r.Code != 1 || fake.Count("StartExportTask") != 1 {
		t.Errorf("code %d, %d requests", r.Code, fake.Count("StartExportTask"))
	}
	try.Contains(t, r.Stderr, "InvalidClientTokenId")
}

// TestAllEndpoint has an export that is rejected, and earlier exports of another caller.
func TestAllEndpoint(t *testing.T) {
	fake, args := endpoint(t, nereidtest.WithSpeed(1e5))
	args = append(args, "-all")
	r := program.Run(t, args...)
	if r.Code != 1 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stderr, "export: the cluster orders has no available snapshots\n")

	for _, id := range []string{"a", "b", "c"} {
		fake.AddSnapshot(nereidtest.Snapshot{ID: id, Cluster: "orders"})
	}
	fake.AddSnapshot(nereidtest.Snapshot{ID: "d", Cluster: "orders", Status: "creating"})
	fake.AddExportTask(nereidtest.ExportTask{ID: "nightly-2"})
	r = program.Run(t, args...)
	if r.Code != 1 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stdout, "nightly-1  COMPLETE", "nightly-3  COMPLETE")
	try.Contains(t, r.Stderr, "export: b is not started: ", "ExportTaskAlreadyExists", "\nexport: 1 of 3 exports are not complete\n")
}

// TestOverBeforeCancelled interrupts the program after the export is complete, before the request to
// cancel it arrives.
func TestOverBeforeCancelled(t *testing.T) {
	fake, args := endpoint(t, nereidtest.WithClock(time.Time{}))
	fake.Intercept(func(r *nereidtest.Request) (*nereidtest.Response, bool) {
		if r.Action == "CancelExportTask" {
			fake.Advance(time.Hour)
		}
		return nil, false
	})
	r := program.Interrupted(t, "STARTING", args...)
	if r.Code != 1 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stdout, "nightly  COMPLETE")
	try.Contains(t, r.Stderr, "interrupted: ", "last status COMPLETE")
}
