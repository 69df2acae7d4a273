package rds_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/chaostest"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// cuts are the ways in which a response can end prematurely after n bytes.
var cuts = []struct {
	name string
	cut  func(r *nereidtest.Response, n int)
}{
	{"broken off", func(r *nereidtest.Response, n int) { r.Length, r.Body = int64(len(r.Body)), r.Body[:n] }},
	{"without a length", func(r *nereidtest.Response, n int) { r.Length, r.Body = -1, r.Body[:n] }},
	{"with the length of what came", func(r *nereidtest.Response, n int) { r.Body = r.Body[:n] }},
}

// step is the distance between the positions at which responses are cut. It has no common factor
// with any length in the responses.
func step() int { return longtest.Calls(1, 31) }

// TestEveryByte cuts the responses of calls at every byte, in every way. If one response is cut, the
// call must succeed with the right result, or fail with the right fault. If every response is cut, the
// call must fail with a retryable error.
func TestEveryByte(t *testing.T) {
	const source = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:source"
	for _, test := range []struct {
		name, action string
		call         func(context.Context, *rds.Client, string) (string, error) // call for a resource of the given name
		want         string                                                     // "" for the fault
	}{
		{"StartExportTask", "StartExportTask", func(ctx context.Context, c *rds.Client, id string) (string, error) {
			out, err := c.StartExportTask(ctx, startInput(id, source))
			if err != nil {
				return "", err
			}
			return strings.Replace(nereid.ToString(out.ExportTaskIdentifier), id, "id", 1) + " " + nereid.ToString(out.Status), nil
		}, "id STARTING"},
		{"DescribeExportTasks", "DescribeExportTasks", func(ctx context.Context, c *rds.Client, _ string) (string, error) {
			out, err := c.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{SourceArn: nereid.String("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:seed")})
			if err != nil {
				return "", err
			}
			return fmt.Sprintf("%d tasks, more: %t", len(out.ExportTasks), out.Marker != nil), nil
		}, "1 tasks, more: false"},
		{"DescribeDBClusters", "DescribeDBClusters", func(ctx context.Context, c *rds.Client, _ string) (string, error) {
			out, err := c.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{})
			if err != nil {
				return "", err
			}
			return fmt.Sprintf("%d clusters", len(out.DBClusters)), nil
		}, "1 clusters"},
		{"an error", "CancelExportTask", func(ctx context.Context, c *rds.Client, _ string) (string, error) {
			_, err := c.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("nothing")})
			return "", err
		}, ""},
	} {
		for _, way := range cuts {
			t.Run(test.name+", "+way.name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					server := nereidtest.NewServer(t, nereidtest.WithLimits(func(l *nereidtest.Limits) { l.SnapshotExports = -1 }))
					server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
					server.AddCluster(nereidtest.Cluster{ID: "graph"})
					server.AddExportTask(nereidtest.ExportTask{ID: "seed", SourceArn: "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:seed"})
					client := rds.NewFromConfig(server.Config())
					whole, first := 2, 0
					if test.want == "" && way.name != "broken off" {
						first = 1 // an error without a body is from a proxy
					}
					for n := first; n < whole; n += step() {
						server.ResetRequests()
						server.Inject(nereidtest.Fault{Action: test.action, Edit: func(_ *nereidtest.Request, r *nereidtest.Response) {
							if whole = len(r.Body); n < whole {
								way.cut(r, n)
							}
						}})
						if test.want == "" { // a failed call returns no token to the quota
							client = rds.NewFromConfig(server.Config())
						}
						id := fmt.Sprintf("once-%d", n)
						got, err := test.call(t.Context(), client, id)
						switch {
						case test.want == "" && !errors.Is(err, nereid.ErrNotFound), test.want != "" && err != nil:
							t.Fatalf("cut once after %d bytes of %d: %v", n, whole, err)
						case got != test.want:
							t.Fatalf("cut once after %d bytes of %d: %q, want %q", n, whole, got, test.want)
						}
						if done := server.CountSucceeded("StartExportTask"); done > 1 {
							t.Fatalf("cut once after %d bytes of %d: started %d times", n, whole, done)
						}
						if server.Count(test.action) < 2 && n < whole {
							t.Fatalf("cut once after %d bytes of %d: not tried again", n, whole)
						}
					}
					t.Logf("%d bytes", whole)
				})
			})
		}
	}
}

// TestEveryByteAlways cuts every response, so that all attempts fail.
func TestEveryByteAlways(t *testing.T) {
	calls := 0
	for _, x := range []struct {
		op, body string
		status   int
		in       any
	}{
		{"StartExportTask", clienttest.Reply("StartExportTask", "<ExportTaskIdentifier>t1</ExportTaskIdentifier><Status>STARTING</Status>"), 200, startInput("t1", "arn")},
		{"DescribeExportTasks", clienttest.Reply("DescribeExportTasks", "<ExportTasks><ExportTask><ExportTaskIdentifier>t1</ExportTaskIdentifier></ExportTask></ExportTasks><Marker>m</Marker>"), 200, &rds.DescribeExportTasksInput{}},
		{"DescribeDBClusters", clienttest.Reply("DescribeDBClusters", "<DBClusters><DBCluster><Status>available</Status></DBCluster></DBClusters>"), 200, &rds.DescribeDBClustersInput{}},
		{"StartExportTask", clienttest.FaultReply("ExportTaskAlreadyExists", "there is one"), 400, startInput("t1", "arn")},
		{"CancelExportTask", clienttest.FaultReply("ExportTaskNotFound", "there is none"), 404, &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("t1")}},
	} {
		for _, broken := range []bool{true, false} {
			synctest.Test(t, func(t *testing.T) {
				for n := 0; n < len(x.body); n += step() {
					calls++
					requests := 0
					client := rds.New(rds.Options{
						Region: "eu-central-1", Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", ""),
						HTTPClient: doer(func(*http.Request) (*http.Response, error) {
							requests++
							resp := &http.Response{StatusCode: x.status, Header: http.Header{}, ContentLength: -1}
							resp.Body = io.NopCloser(strings.NewReader(x.body[:n]))
							if broken {
								resp.ContentLength = int64(len(x.body))
							}
							return resp, nil
						}),
					})
					_, err := clienttest.Of(x.in).Call(t.Context(), client, x.in)
					where := fmt.Sprintf("%s with status %d, %d bytes of %d, broken %t", x.op, x.status, n, len(x.body), broken)
					var unreadable *smithy.DeserializationError
					var most *nereid.MaxAttemptsError
					if n == 0 && x.status >= 400 && !broken {
						// The complete response has no content.
						if err == nil || requests != 1 {
							t.Errorf("%s: %d requests, %v", where, requests, err)
						}
						continue
					}
					if !errors.As(err, &unreadable) || !errors.As(err, &most) || requests != 3 {
						t.Errorf("%s: %d requests, %v", where, requests, err)
					}
					if errors.Is(err, nereid.ErrAlreadyExists) || errors.Is(err, nereid.ErrNotFound) {
						t.Errorf("%s: it passes for a fault: %v", where, err)
					}
				}
			})
		}
	}
	t.Logf("%d calls", calls)
}

type doer func(*http.Request) (*http.Response, error)

func (d doer) Do(req *http.Request) (*http.Response, error) { return d(req) }

// TestLengthTooLong sends complete responses with a Content-Length that is too large, which is
// equivalent to a broken connection.
func TestLengthTooLong(t *testing.T) {
	for _, more := range []int64{1, 2, 1000, 31 << 20} {
		synctest.Test(t, func(t *testing.T) {
			server := nereidtest.NewServer(t)
			source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
			server.Inject(nereidtest.Fault{Edit: func(_ *nereidtest.Request, r *nereidtest.Response) { r.Length = int64(len(r.Body)) + more }})
			out, err := rds.NewFromConfig(server.Config()).StartExportTask(t.Context(), startInput("t1", source))
			if err != nil || nereid.ToString(out.ExportTaskIdentifier) != "t1" || !nereid.Recovered(out.ResultMetadata) || server.CountSucceeded("StartExportTask") != 1 {
				t.Errorf("%d bytes more: %+v, %v", more, out, err)
			}
		})
	}
}

// TestDrip sends responses byte by byte, until the time limit of an attempt ends it.
func TestDrip(t *testing.T) {
	drip := nereidtest.Fault{Action: "StartExportTask", Edit: func(_ *nereidtest.Request, r *nereidtest.Response) { r.Drip = time.Second }}
	limit := func(o *rds.Options) { o.AttemptTimeout = 10 * time.Second }
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		source := server.AddSnapshot(nereidtest.Snapshot{ID: "source"})
		client := rds.NewFromConfig(server.Config(), limit)
		server.Inject(drip)
		start := time.Now()
		out, err := client.StartExportTask(t.Context(), startInput("t1", source))
		if err != nil || !nereid.Recovered(out.ResultMetadata) {
			t.Errorf("once: %+v, %v", out, err)
		}
		if took := time.Since(start); took < 10*time.Second || took > 12*time.Second {
			t.Errorf("once: it took %s", took)
		}

		drip.Times = -1
		server.Inject(drip)
		start = time.Now()
		_, err = client.StartExportTask(t.Context(), startInput("t2", source))
		var most *nereid.MaxAttemptsError
		var timeout interface{ Timeout() bool }
		if !errors.As(err, &most) || !errors.As(err, &timeout) || !timeout.Timeout() || errors.Is(err, nereid.ErrAlreadyExists) {
			t.Errorf("always: %v", err)
		}
		if took := time.Since(start); took < 30*time.Second || took > 36*time.Second || server.Count("StartExportTask") != 2+3 {
			t.Errorf("always: it took %s and %d requests", took, server.Count("StartExportTask")-2)
		}
	})
}

// A marker makes a paginator read a page other than the next one.
type marker struct {
	nereid.HTTPClient
	change func(string) string
}

func (m marker) Do(req *http.Request) (*http.Response, error) {
	resp, err := m.HTTPClient.Do(req)
	if err != nil {
		return resp, err
	}
	body, err := io.ReadAll(resp.Body)
	head, rest, found := bytes.Cut(body, []byte("<Marker>"))
	if before, after, closed := bytes.Cut(rest, []byte("</Marker>")); found && closed {
		body = fmt.Appendf(nil, "%s<Marker>%s</Marker>%s", head, m.change(string(before)), after)
		resp.ContentLength = int64(len(body))
	}
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(body), failing{err}), resp.Body}
	return resp, nil
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) {
	if f.err == nil {
		return 0, io.EOF
	}
	return 0, f.err
}

// TestMarkersUnderFaults reads pages while every third request fails. Each item is returned once,
// in order, and the paginator ends even if the markers are circular.
func TestMarkersUnderFaults(t *testing.T) {
	const tasks = 95
	var want []string
	for i := range tasks {
		want = append(want, fmt.Sprintf("task-%02d", i))
	}
	for name, test := range map[string]struct {
		change func(seen []string, marker string) string
		items  int
		fails  bool
	}{
		"right":                {func(_ []string, m string) string { return m }, tasks, false},
		"the same again":       {func(seen []string, _ string) string { return seen[0] }, 40, true},
		"the one before":       {func(seen []string, m string) string { return before(seen, m, 1) }, 40, true},
		"round after three":    {func(seen []string, m string) string { return before(seen, m, 3) }, 80, true},
		"an end that is empty": {func([]string, string) string { return "" }, 20, false},
	} {
		for seed := range uint64(longtest.Calls(20, 4)) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t, nereidtest.WithSeed(seed+1))
				for _, id := range want {
					server.AddExportTask(nereidtest.ExportTask{ID: id})
				}
				server.Inject(chaostest.Faults("DescribeExportTasks", 0.3)...)
				var seen []string
				client := rds.NewFromConfig(server.Config(), func(o *rds.Options) {
					o.RetryMaxAttempts = 20
					o.HTTPClient = marker{o.HTTPClient, func(m string) string {
						if len(seen) == 0 || seen[len(seen)-1] != m {
							seen = append(seen, m)
						}
						return test.change(seen, m)
					}}
				})
				var got []string
				var failed error
				pages := rds.NewDescribeExportTasksPaginator(client, &rds.DescribeExportTasksInput{MaxRecords: nereid.Int32(20)})
				for task, err := range pages.All(t.Context()) {
					if err != nil {
						failed = err
						break
					}
					got = append(got, nereid.ToString(task.ExportTaskIdentifier))
				}
				if (failed != nil) != test.fails || len(got) != test.items {
					t.Errorf("%s: %d items, %v", name, len(got), failed)
				}
				if diff := cmp.Diff(want[:min(tasks, len(got))], got); !test.fails && diff != "" {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
			})
		}
	}
}

// before returns the marker n positions before m, or m if there are fewer.
func before(seen []string, m string, n int) string {
	if len(seen) <= n {
		return m
	}
	return seen[len(seen)-1-n]
}
