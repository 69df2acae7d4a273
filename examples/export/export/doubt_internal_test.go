package export

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/examples/internal/try"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// estate returns a fake with a snapshot, and the options to export it as nightly. The export tasks of
// the fake have the same target.
func estate(t *testing.T) (*nereidtest.Server, *options) {
	fake := nereidtest.NewServer(t)
	cluster := fake.AddCluster(nereidtest.Cluster{ID: "orders"})
	o := &options{
		Target: cli.Target{Region: "us-east-1", Poll: time.Second},
		source: fake.AddSnapshot(nereidtest.Snapshot{ID: "a", Cluster: "orders"}),
		bucket: "exports", role: "arn:aws:iam::123456789012:role/export", key: "alias/exports",
		task: "nightly", timeout: time.Hour,
	}
	if t.Name()[:7] == "TestAll" {
		fake.AddSnapshot(nereidtest.Snapshot{ID: "b", Cluster: "orders"})
		o.all, o.source = true, cluster
	}
	return fake, o
}

// inDoubt makes fake interrupt the program during the next request to start an export, which gets no
// response.
func inDoubt(fake *nereidtest.Server, carriedOut bool, interrupt func()) {
	fake.Inject(nereidtest.Fault{
		Action: "StartExportTask", AfterCommit: carriedOut, Err: nereidtest.ErrConnectionReset,
		Edit: func(*nereidtest.Request, *nereidtest.Response) { interrupt() },
	})
}

// statuses returns the names of the export tasks with their statuses.
func statuses(t *testing.T, fake *nereidtest.Server) string {
	t.Helper()
	fake.ClearFaults()
	out, err := rds.NewFromConfig(fake.Config()).DescribeExportTasks(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var tasks []string
	for _, task := range out.ExportTasks {
		tasks = append(tasks, *task.ExportTaskIdentifier+" "+*task.Status)
	}
	return strings.Join(tasks, ", ")
}

// TestInterruptedCall interrupts the program during the call that starts the export, so that the
// program does not know whether the export started.
func TestInterruptedCall(t *testing.T) {
	for _, tt := range []struct {
		name       string
		carriedOut bool
		task       nereidtest.ExportTask // an existing task
		want       string
		tasks      string
	}{
		{name: "started", carriedOut: true, want: "the export was canceled", tasks: "nightly CANCELED"},
		{name: "not started", want: "there is no export task nightly to cancel"},
		{
			name: "another's", task: nereidtest.ExportTask{Status: "IN_PROGRESS", SourceArn: "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:b"},
			want: "the export task nightly is IN_PROGRESS, but belongs to another caller, because its source is different: it was not canceled", tasks: "nightly IN_PROGRESS",
		},
		{
			name: "another's with the same request, of an hour ago", task: nereidtest.ExportTask{Status: "IN_PROGRESS"},
			want: "the export task nightly is IN_PROGRESS, but belongs to another caller, because its start time is different: it was not canceled", tasks: "nightly IN_PROGRESS",
		},
		{
			name: "over", task: nereidtest.ExportTask{Status: "FAILED", Started: time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)},
			want: "the export task nightly is FAILED: there is nothing to cancel", tasks: "nightly FAILED",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				fake, o := estate(t)
				if tt.task.Status != "" {
					tt.task.ID = "nightly"
					if tt.task.SourceArn == "" {
						tt.task.SourceArn = o.source
					}
					fake.AddExportTask(tt.task)
				}
				inDoubt(fake, tt.carriedOut, cancel)
				err := exportOne(ctx, rds.NewFromConfig(fake.Config()), o, io.Discard)
				if err == nil || err.Error() != "interrupted: "+tt.want {
					t.Errorf("%v, want %s", err, tt.want)
				}
				if got := statuses(t, fake); got != tt.tasks {
					t.Errorf("tasks %q, want %q", got, tt.tasks)
				}
			})
		})
	}
}

// TestInterruptedUnasked denies the program the description, so that it cannot find out the outcome.
func TestInterruptedUnasked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		fake, o := estate(t)
		inDoubt(fake, true, cancel)
		fake.Inject(nereidtest.Fault{Action: "DescribeExportTasks", Code: "AccessDenied"})
		err := exportOne(ctx, rds.NewFromConfig(fake.Config()), o, io.Discard)
		if !errors.Is(err, nereid.ErrAccessDenied) || !strings.Contains(err.Error(), "interrupted: the export task nightly may be running; its state is unknown: ") {
			t.Error(err)
		}
		if got := statuses(t, fake); got != "nightly STARTING" {
			t.Errorf("tasks %q", got)
		}
	})
}

// TestInterruptedAnswer interrupts the program when the rejection of the export arrives: the task of
// that name does not belong to the program.
func TestInterruptedAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		fake, o := estate(t)
		if _, err := rds.NewFromConfig(fake.Config()).StartExportTask(t.Context(), o.request(o.task, o.source)); err != nil {
			t.Fatal(err)
		}
		cfg := fake.Config()
		cfg.HTTPClient = thenDo{cfg.HTTPClient, cancel}
		err := exportOne(ctx, rds.NewFromConfig(cfg), o, io.Discard)
		if !errors.Is(err, nereid.ErrAlreadyExists) || ctx.Err() == nil {
			t.Errorf("%v, context %v", err, ctx.Err())
		}
		if got := statuses(t, fake); got != "nightly STARTING" {
			t.Errorf("tasks %q", got)
		}
	})
}

// A thenDo does something after a response was read.
type thenDo struct {
	nereid.HTTPClient
	do func()
}

func (c thenDo) Do(r *http.Request) (*http.Response, error) {
	resp, err := c.HTTPClient.Do(r)
	if err == nil {
		resp.Body = &closer{resp.Body, c.do}
	}
	return resp, err
}

type closer struct {
	io.ReadCloser
	do func()
}

func (c *closer) Close() error {
	c.do()
	return c.ReadCloser.Close()
}

func TestAllInterruptedCall(t *testing.T) {
	for _, tt := range []struct {
		name       string
		carriedOut bool
		task       string // an existing task of another caller
		want       string
		stderr     string
		tasks      string
	}{
		{
			name: "started", carriedOut: true, want: "interrupted: of 2 exports, 0 are complete and 1 canceled", tasks: "nightly-1 CANCELED",
		},
		{
			name: "not started", want: "interrupted: of 2 exports, 0 are complete and 0 canceled",
			stderr: "export: a: there is no export task nightly-1 to cancel\n",
		},
		{
			name: "another's", task: "nightly-1", want: "interrupted: of 2 exports, 0 are complete and 0 canceled",
			stderr: "export: a: the export task nightly-1 is STARTING, but belongs to another caller, because its source is different: it was not canceled\n",
			tasks:  "nightly-1 STARTING",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				fake, o := estate(t)
				if tt.task != "" {
					fake.AddExportTask(nereidtest.ExportTask{ID: tt.task, Status: "STARTING"})
				}
				inDoubt(fake, tt.carriedOut, cancel)
				var stdout, stderr strings.Builder
				err := exportAll(ctx, rds.NewFromConfig(fake.Config()), o, &stdout, &stderr)
				if err == nil || err.Error() != tt.want || stderr.String() != tt.stderr {
					t.Errorf("%v, %q, want %s, %q", err, stderr.String(), tt.want, tt.stderr)
				}
				if tt.carriedOut {
					try.Contains(t, stdout.String(), "The export task nightly-1 started, although its response was lost: it is canceled too.\n", "a    0 %  ")
				}
				if got := statuses(t, fake); got != tt.tasks {
					t.Errorf("tasks %q, want %q", got, tt.tasks)
				}
			})
		})
	}
}

// TestAllUnknown loses a response, and denies the program the description of the export.
func TestAllUnknown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake, o := estate(t)
		fake.Inject(nereidtest.LostAnswer("StartExportTask"), nereidtest.Fault{
			Action: "DescribeExportTasks", Code: "AccessDenied", Times: -1,
			Match: func(r *nereidtest.Request) bool { return r.Parameter("ExportTaskIdentifier") == "nightly-1" },
		})
		var stderr strings.Builder
		err := exportAll(t.Context(), rds.NewFromConfig(fake.Config()), o, io.Discard, &stderr)
		if err == nil || err.Error() != "1 of 2 exports are not complete" {
			t.Error(err)
		}
		try.Contains(t, stderr.String(), "export: the export of a may have started: look for the export task nightly-1 before you start it again: ", "outcome is unknown")
	})
}

func TestDiffers(t *testing.T) {
	of := func(source, bucket, prefix, role, key string, only ...string) *rds.StartExportTaskInput {
		o := options{bucket: bucket, prefix: prefix, role: role, key: key, only: only}
		return o.request("nightly", source)
	}
	task := &types.ExportTask{
		SourceArn: nereid.String("s"), S3Bucket: nereid.String("b"), S3Prefix: nereid.String("p"), IamRoleArn: nereid.String("r"),
		KmsKeyId: nereid.String("arn:aws:kms:us-east-1:123456789012:key/k"), ExportOnly: []string{"x", "y"},
	}
	for want, inputs := range map[string][]*rds.StartExportTaskInput{
		"":                {of("S", "b", "p", "r", "k", "y", "x"), of("s", "b", "p", "r", "alias/k", "x", "y"), of("s", "b", "p", "r", *task.KmsKeyId, "x", "y")},
		"source":          {of("t", "b", "p", "r", "k", "x", "y")},
		"bucket":          {of("s", "c", "p", "r", "k", "x", "y")},
		"prefix":          {of("s", "b", "q", "r", "k", "x", "y"), of("s", "b", "", "r", "k", "x", "y")},
		"role":            {of("s", "b", "p", "q", "k", "x", "y")},
		"key":             {of("s", "b", "p", "r", "l", "x", "y"), of("s", "b", "p", "r", "arn:aws:kms:us-east-1:123456789012:key/l", "x", "y")},
		"choice of parts": {of("s", "b", "p", "r", "k"), of("s", "b", "p", "r", "k", "x", "x")},
	} {
		for _, in := range inputs {
			if got := differs(task, in); got != want {
				t.Errorf("%v differs by %q, want %q", in, got, want)
			}
		}
	}
}
