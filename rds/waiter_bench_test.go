package rds_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/waiter"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/rds"
)

// onVirtualTime runs f in a bubble of testing/synctest. Only tests can create a bubble, so it runs a
// test.
func onVirtualTime(b *testing.B, f func(t *testing.T)) {
	b.Helper()
	procs, ran := runtime.GOMAXPROCS(0), false
	ok := testing.RunTests(func(string, string) (bool, error) { return true, nil }, []testing.InternalTest{{
		Name: "bubble",
		F: func(t *testing.T) {
			if !ran && runtime.GOMAXPROCS(0) == procs { // the benchmark runs for each value of -count and -cpu
				ran = true
				synctest.Test(t, f)
			}
		},
	}})
	runtime.GOMAXPROCS(procs)
	if !ok || !ran {
		b.Fatal("the bubble burst")
	}
}

// An exporter is a transport that simulates a service with all requested exports. Each export takes
// the given time.
type exporter struct {
	took     time.Duration
	requests atomic.Int64
}

func (e *exporter) client(start time.Time) *rds.Client {
	return rds.New(rds.Options{
		Region:      "eu-central-1",
		Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", ""),
		HTTPClient:  doFunc(func(req *http.Request) (*http.Response, error) { return e.do(req, start) }),
	})
}

func (e *exporter) do(req *http.Request, start time.Time) (*http.Response, error) {
	e.requests.Add(1)
	form, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	status := "IN_PROGRESS"
	if time.Since(start) >= e.took {
		status = "COMPLETE"
	}
	const rest = `<SourceArn>arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:nightly-2026-11-21</SourceArn><SourceType>SNAPSHOT</SourceType>` +
		`<SnapshotTime>2026-11-21T01:02:03.456Z</SnapshotTime><TaskStartTime>2026-11-21T01:10:00.001Z</TaskStartTime>` +
		`<S3Bucket>exports-eu-central-1</S3Bucket><S3Prefix>nightly/2026/11</S3Prefix>` +
		`<IamRoleArn>arn:aws:iam::123456789012:role/export</IamRoleArn><KmsKeyId>arn:aws:kms:eu-central-1:123456789012:key/0d3f</KmsKeyId>` +
		`<PercentProgress>42</PercentProgress><TotalExtractedDataInGB>17</TotalExtractedDataInGB></ExportTask>`
	// The transport must be cheap compared with the measured code.
	head, tail, _ := strings.Cut(clienttest.Reply("DescribeExportTasks", "<ExportTasks>|</ExportTasks>"), "|")
	var body strings.Builder
	body.Grow(len(head) + len(tail) + (bytes.Count(form, []byte(".Value."))+1)*(len(rest)+128))
	body.WriteString(head)
	for pair := range strings.SplitSeq(string(form), "&") {
		name, value, _ := strings.Cut(pair, "=")
		if name == "ExportTaskIdentifier" || strings.HasPrefix(name, "Filters.Filter.1.Values.") {
			id, err := url.QueryUnescape(value)
			if err != nil {
				return nil, err
			}
			for _, text := range []string{"<ExportTask><ExportTaskIdentifier>", id, "</ExportTaskIdentifier><Status>", status, "</Status>", rest} {
				body.WriteString(text)
			}
		}
	}
	body.WriteString(tail)
	return &http.Response{StatusCode: 200, ContentLength: int64(body.Len()), Body: io.NopCloser(strings.NewReader(body.String()))}, nil
}

// waitAll waits for exports with one waiter.
func waitAll(t *testing.T, client *rds.Client, ids []string) {
	n := 0
	for _, err := range rds.NewExportTaskCompleteWaiter(client, every(30*time.Second)).WaitAll(t.Context(), ids, time.Hour) {
		if err != nil {
			t.Error(err)
		}
		n++
	}
	if n != len(ids) {
		t.Errorf("%d results", n)
	}
}

// waitForEach waits for the exports like programs that use the SDK: each export has its own waiter
// and goroutine, with the SDK's loop.
func waitForEach(t *testing.T, client *rds.Client, ids []string) {
	const delay, maxWait = 30 * time.Second, time.Hour
	var wg sync.WaitGroup
	for _, id := range ids {
		wg.Go(func() {
			remaining := maxWait
			for attempt := int64(1); ; attempt++ {
				out, err := client.DescribeExportTasks(t.Context(), &rds.DescribeExportTasksInput{ExportTaskIdentifier: &id})
				if err != nil {
					t.Error(err)
					return
				}
				if *out.ExportTasks[0].Status == "COMPLETE" {
					return
				}
				d, err := waiter.ComputeDelay(attempt, delay, delay, remaining)
				if err != nil {
					t.Error(err)
					return
				}
				remaining -= d
				<-time.After(d)
			}
		})
	}
	wg.Wait()
}

// BenchmarkWait waits for exports that take ten minutes, with a poll every half minute, with WaitAll
// and with one SDK-style waiter for each export. In addition to the time and the allocations of a
// complete wait, it reports the number of requests and the memory in use in the middle.
func BenchmarkWait(b *testing.B) {
	for _, n := range []int{1, 10, 100, 1000, 10000} {
		ids := make([]string, n)
		for i := range ids {
			ids[i] = fmt.Sprintf("nightly-2026-11-21-%05d", i)
		}
		for _, way := range []struct {
			name string
			wait func(*testing.T, *rds.Client, []string)
		}{{"WaitAll", waitAll}, {"ForEach", waitForEach}} {
			b.Run(fmt.Sprintf("%s/%d", way.name, n), func(b *testing.B) {
				b.ReportAllocs()
				e := &exporter{took: 10 * time.Minute}
				var live int64
				for b.Loop() {
					onVirtualTime(b, func(t *testing.T) {
						before := memory()
						go func() {
							<-time.After(5*time.Minute + 15*time.Second)
							live = max(live, memory()-before)
						}()
						way.wait(t, e.client(time.Now()), ids)
						if time.Since(time.Unix(946684800, 0)) != 10*time.Minute { // the start time of bubbles
							t.Errorf("it ended at %v", time.Now())
						}
					})
				}
				requests := float64(e.requests.Load()) / float64(b.N)
				b.ReportMetric(requests, "requests/op")
				b.ReportMetric(requests/21, "requests/tick")
				b.ReportMetric(float64(live), "B-live")
			})
		}
	}
}

// memory returns the memory in use.
func memory() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc + m.StackInuse)
}
