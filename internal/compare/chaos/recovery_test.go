package main

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// TestRecoveryDecides starts an export whose name is taken, and checks the
// result for each export that may exist.
func TestRecoveryDecides(t *testing.T) {
	lost := nereidtest.LostAnswer("StartExportTask")
	reset := nereidtest.Fault{Action: "StartExportTask", Err: nereidtest.ErrConnectionReset}
	refused := nereidtest.Fault{Action: "StartExportTask", Err: nereidtest.ErrConnectionRefused}
	denied := nereidtest.Fault{Action: "DescribeExportTasks", Code: "AccessDenied", Status: 403, Times: -1}
	running := nereidtest.ExportTask{Status: "IN_PROGRESS", Bucket: "bucket"}
	for name, test := range map[string]struct {
		earlier *nereidtest.ExportTask // of the same name, from an hour ago
		during  *nereidtest.ExportTask // started by another caller during the first attempt, which is reset
		faults  []nereidtest.Fault
		opt     func(*rds.Options)
		want    string
	}{
		"nothing in its way":           {want: "success"},
		"answer lost":                  {faults: []nereidtest.Fault{lost}, want: "recovered"},
		"answer lost, recovery off":    {faults: []nereidtest.Fault{lost}, opt: func(o *rds.Options) { o.DisableRecovery = true }, want: "exists"},
		"answer lost, describe denied": {faults: []nereidtest.Fault{lost, denied}, want: "unknown"},
		"reset before it acted":        {faults: []nereidtest.Fault{reset}, want: "success"},
		"name taken":                   {earlier: &running, want: "exists"},
		"name taken, never sent":       {earlier: &running, faults: []nereidtest.Fault{refused}, want: "exists"},
		"name taken, reset":            {earlier: &running, faults: []nereidtest.Fault{reset}, want: "exists"},
		"name taken by one that ended": {earlier: &nereidtest.ExportTask{Bucket: "bucket"}, faults: []nereidtest.Fault{reset}, want: "exists"},
		"another's, elsewhere":         {during: &nereidtest.ExportTask{Status: "IN_PROGRESS", Bucket: "other"}, want: "exists"},
		"another's, the very same":     {during: &running, want: "recovered"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				server.AddSnapshot(nereidtest.Snapshot{ID: source})
				add := func(task nereidtest.ExportTask, started time.Time) {
					task.ID, task.SourceArn, task.Prefix, task.Started = "nightly", sourceARN(), "nightly", started
					server.AddExportTask(task)
				}
				if test.earlier != nil {
					add(*test.earlier, time.Now().Add(-time.Hour))
				}
				if test.during != nil {
					server.Intercept(func(*nereidtest.Request) (*nereidtest.Response, bool) {
						server.Intercept(nil)
						add(*test.during, time.Now())
						return nil, true
					})
				}
				server.Inject(test.faults...)
				client := rds.NewFromConfig(server.Config())
				if test.opt != nil {
					client = rds.NewFromConfig(server.Config(), test.opt)
				}
				out, err := client.StartExportTask(context.Background(), &rds.StartExportTaskInput{
					ExportTaskIdentifier: nereid.String("nightly"), SourceArn: nereid.String(sourceARN()), S3BucketName: nereid.String("bucket"),
					S3Prefix: nereid.String("nightly"), IamRoleArn: nereid.String(role), KmsKeyId: nereid.String("alias/exports"),
				})
				if got := verdict(out != nil && nereid.Recovered(out.ResultMetadata), err); got != test.want {
					t.Errorf("%s, want %s: %v", got, test.want, err)
				}
			})
		})
	}
}

// TestLostGlobalCluster checks that a global cluster, whose description has no
// time, is never recognized as the call's own.
func TestLostGlobalCluster(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.Inject(nereidtest.LostAnswer("CreateGlobalCluster"))
		_, err := neptune.NewFromConfig(server.Config()).CreateGlobalCluster(context.Background(), &neptune.CreateGlobalClusterInput{
			GlobalClusterIdentifier: nereid.String("world"), Engine: nereid.String("neptune"),
		})
		if got := verdict(false, err); got != "unknown" {
			t.Errorf("%s, want unknown: %v", got, err)
		}
	})
}

func verdict(recovered bool, err error) string {
	var unknown *nereid.OutcomeUnknownError
	switch isUnknown := errors.As(err, &unknown); {
	case isUnknown && (errors.Is(err, nereid.ErrAlreadyExists) || unknown.Refusal == ""):
		return "unknown, but it passes for a refusal or does not tell it"
	case isUnknown:
		return "unknown"
	case errors.Is(err, nereid.ErrAlreadyExists):
		return "exists"
	case err != nil:
		return "error"
	case recovered:
		return "recovered"
	}
	return "success"
}
