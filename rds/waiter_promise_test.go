package rds_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// Only the resource's own not-found fault means that the resource does not exist; the not-found
// errors of a gateway, a KMS key or another type of resource do not.
func TestWaitersTakeOnlyTheirOwnCodeForNotFound(t *testing.T) {
	cases := waitCases()
	codes := []string{"RouteNotFound", "KMSKeyNotFoundFault", "DBSubnetGroupNotFoundFault"}
	for _, c := range cases {
		codes = append(codes, c.fault)
	}
	for _, c := range cases {
		for _, code := range codes {
			if code == c.fault {
				continue
			}
			synctest.Test(t, func(t *testing.T) {
				polls := 0
				err := c.wait(t.Context(), serve(func(req *http.Request) (*http.Response, error) {
					polls++
					return answer(404, clienttest.FaultReply(code, "x is not found"))(req)
				}))
				if errors.Is(err, nereid.ErrWaitFailed) || err == nil || polls < 2 {
					t.Errorf("%s, %s: %v after %d polls", c.name, code, err, polls)
				}
			})
		}
	}
}

// ExportAll continues after a quarter of an hour without credentials.
func TestExportAllOutlastsTroubleWithCredentials(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
		keys, err := server.Config().Credentials.Retrieve(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		client := rds.NewFromConfig(server.Config(), func(o *rds.Options) {
			o.Credentials = nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
				if at := time.Since(start); at > 9*time.Minute && at < 24*time.Minute {
					return nereid.Credentials{}, errors.New("exit status 1")
				}
				c := keys
				c.CanExpire, c.Expires = true, time.Now().Add(10*time.Minute)
				return c, nil
			})
		})
		var exports []*rds.StartExportTaskInput
		for i := range 12 {
			exports = append(exports, startInput(fmt.Sprintf("task-%02d", i), source))
		}
		n := 0
		for r := range rds.ExportAll(t.Context(), client, exports, 12*time.Hour) {
			if n++; r.State != rds.ExportComplete {
				t.Errorf("%s: %s, %v", *r.Input.ExportTaskIdentifier, r.State, r.Err)
			}
		}
		if n != len(exports) || server.CountSucceeded("StartExportTask") != len(exports) {
			t.Errorf("%d results, %d started", n, server.CountSucceeded("StartExportTask"))
		}
	})
}

// ExportAll ends immediately if there will never be credentials.
func TestExportAllEndsWithoutCredentials(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		client := rds.NewFromConfig(server.Config(), func(o *rds.Options) { o.Credentials = nereid.StaticCredentials("", "", "") })
		start := time.Now()
		exports := []*rds.StartExportTaskInput{startInput("task-1", "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:x")}
		for r := range rds.ExportAll(t.Context(), client, exports, 12*time.Hour) {
			if r.State != rds.ExportNotStarted || r.Err == nil || time.Since(start) > time.Minute {
				t.Errorf("%s after %s: %v", r.State, time.Since(start), r.Err)
			}
		}
	})
}

// lateExporter runs up to five exports at the same time, and lists them with a delay.
type lateExporter struct {
	started map[string]time.Time
	refused int
}

const exporterLag, exportTime = 20 * time.Second, 5 * time.Minute

func (e *lateExporter) StartExportTask(_ context.Context, in *rds.StartExportTaskInput, _ ...func(*rds.Options)) (*rds.StartExportTaskOutput, error) {
	running := 0
	for _, at := range e.started {
		if time.Since(at) < exportTime {
			running++
		}
	}
	if running >= 5 {
		e.refused++
		return nil, &types.InvalidExportSourceStateFault{Message: nereid.String("You have reached the limit of 5 concurrent export tasks")}
	}
	e.started[*in.ExportTaskIdentifier] = time.Now()
	return &rds.StartExportTaskOutput{ExportTaskIdentifier: in.ExportTaskIdentifier, Status: nereid.String("STARTING")}, nil
}

func (e *lateExporter) DescribeExportTasks(_ context.Context, in *rds.DescribeExportTasksInput, _ ...func(*rds.Options)) (*rds.DescribeExportTasksOutput, error) {
	out := new(rds.DescribeExportTasksOutput)
	byStatus := len(in.Filters) > 0 && *in.Filters[0].Name == "status"
	for id, at := range e.started {
		if shown := time.Now().Add(-exporterLag); shown.Before(at) {
			continue
		} else if status := "COMPLETE"; !byStatus || shown.Sub(at) < exportTime {
			if shown.Sub(at) < exportTime {
				status = "IN_PROGRESS"
			}
			out.ExportTasks = append(out.ExportTasks, types.ExportTask{
				ExportTaskIdentifier: &id, Status: &status, SourceType: types.ExportSourceTypeSnapshot,
			})
		}
	}
	return out, nil
}

// ExportAll does not start a sixth export even if the list does not yet show the first five, and
// waits for exports that are listed late.
func TestExportAllKnowsWhatItStarted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := &lateExporter{started: make(map[string]time.Time)}
		var exports []*rds.StartExportTaskInput
		for i := range 12 {
			exports = append(exports, startInput(fmt.Sprintf("task-%02d", i), "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:x"))
		}
		n := 0
		for r := range rds.ExportAll(t.Context(), e, exports, 12*time.Hour, func(o *rds.ExportAllOptions) {
			o.MinDelay, o.MaxDelay = time.Second, time.Second
		}) {
			if n++; r.State != rds.ExportComplete {
				t.Errorf("%s: %s, %v", *r.Input.ExportTaskIdentifier, r.State, r.Err)
			}
		}
		if n != len(exports) || e.refused != 0 {
			t.Errorf("%d results, %d starts were refused", n, e.refused)
		}
	})
}

// endlessList lists running exports on an endless number of pages.
type endlessList struct {
	*lateExporter
	pages int
}

func (e *endlessList) DescribeExportTasks(ctx context.Context, in *rds.DescribeExportTasksInput, optFns ...func(*rds.Options)) (*rds.DescribeExportTasksOutput, error) {
	out, err := e.lateExporter.DescribeExportTasks(ctx, in, optFns...)
	if in.ExportTaskIdentifier == nil && *in.Filters[0].Name == "status" {
		if e.pages++; e.pages%5000 != 0 {
			out.Marker = nereid.String(fmt.Sprint("marker-", e.pages))
		}
	}
	return out, err
}

// ExportAll continues although the list of running exports is endless.
func TestExportAllFollowsMarkersToAnEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := &endlessList{lateExporter: &lateExporter{started: make(map[string]time.Time)}}
		exports := []*rds.StartExportTaskInput{startInput("task-1", "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:x")}
		for r := range rds.ExportAll(t.Context(), e, exports, 12*time.Hour) {
			if r.State != rds.ExportComplete {
				t.Errorf("%s, %v", r.State, r.Err)
			}
		}
		if e.pages == 0 || e.pages > 100 {
			t.Errorf("%d pages", e.pages)
		}
	})
}
