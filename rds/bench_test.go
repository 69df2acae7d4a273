package rds_test

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// wired returns a client with a transport that is as cheap as possible.
func wired(status int, body string) *rds.Client {
	return serve(nil, func(o *rds.Options) {
		o.Retryer = nil
		o.HTTPClient = doFunc(func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: status, ContentLength: int64(len(body)), Body: io.NopCloser(strings.NewReader(body))}, nil
		})
	})
}

// exportTask is a running task, as RDS describes it.
const exportTask = `<ExportTaskIdentifier>nightly-2026-11-21</ExportTaskIdentifier>` +
	`<SourceArn>arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:nightly-2026-11-21</SourceArn><SourceType>SNAPSHOT</SourceType>` +
	`<ExportOnly><member>shop.public</member><member>shop.audit</member></ExportOnly>` +
	`<SnapshotTime>2026-11-21T01:02:03.456Z</SnapshotTime><TaskStartTime>2026-11-21T01:10:00.001Z</TaskStartTime>` +
	`<S3Bucket>exports-eu-central-1</S3Bucket><S3Prefix>nightly/2026/11</S3Prefix>` +
	`<IamRoleArn>arn:aws:iam::123456789012:role/export</IamRoleArn><KmsKeyId>arn:aws:kms:eu-central-1:123456789012:key/0d3f</KmsKeyId>` +
	`<Status>IN_PROGRESS</Status><PercentProgress>42</PercentProgress><TotalExtractedDataInGB>17</TotalExtractedDataInGB>`

func exportTasks(n int) string {
	return clienttest.Reply("DescribeExportTasks", "<ExportTasks>"+strings.Repeat("<ExportTask>"+exportTask+"</ExportTask>", n)+"</ExportTasks>")
}

// costs lists calls with a limit on their allocations. allocs is the maximum number, including the
// transport's three allocations.
var costs = []struct {
	name   string
	allocs float64
	call   func(testing.TB) func()
}{
	{"StartExportTask", 36, func(tb testing.TB) func() {
		client := wired(200, clienttest.Reply("StartExportTask", exportTask))
		in := &rds.StartExportTaskInput{
			ExportTaskIdentifier: nereid.String("nightly-2026-11-21"), IamRoleArn: nereid.String("arn:aws:iam::123456789012:role/export"),
			KmsKeyId: nereid.String("alias/export"), S3BucketName: nereid.String("exports-eu-central-1"),
			SourceArn: nereid.String("arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:nightly-2026-11-21"),
		}
		return func() {
			if out, err := client.StartExportTask(tb.Context(), in); err != nil || *out.PercentProgress != 42 {
				tb.Fatal(out, err)
			}
		}
	}},
	{"DescribeExportTasks1", 34, describe(1)},
	{"DescribeExportTasks100", 44, describe(100)},
	{"Fault", 56, func(tb testing.TB) func() {
		client := wired(404, clienttest.FaultReply("ExportTaskNotFound", "The export task nightly-1 is not found."))
		in := &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("nightly-1")}
		return func() {
			_, err := client.CancelExportTask(tb.Context(), in)
			var fault *types.ExportTaskNotFoundFault
			if !errors.As(err, &fault) {
				tb.Fatal(err)
			}
		}
	}},
	{"PerCallOptions", 42, func(tb testing.TB) func() {
		client := wired(200, clienttest.Reply("CancelExportTask", exportTask))
		in := &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("nightly-1")}
		return func() {
			if _, err := client.CancelExportTask(tb.Context(), in, func(o *rds.Options) { o.Region = "eu-west-1" }); err != nil {
				tb.Fatal(err)
			}
		}
	}},
}

func describe(n int) func(testing.TB) func() {
	return func(tb testing.TB) func() {
		client := wired(200, exportTasks(n))
		return func() {
			if out, err := client.DescribeExportTasks(tb.Context(), nil); err != nil || len(out.ExportTasks) != n {
				tb.Fatal(out, err)
			}
		}
	}
}

func BenchmarkCall(b *testing.B) {
	for _, c := range costs {
		b.Run(c.name, func(b *testing.B) {
			call := c.call(b)
			b.ReportAllocs()
			for b.Loop() {
				call()
			}
		})
	}
}
