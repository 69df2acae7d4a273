package operation_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// echo is a service that checks the signature of each request and answers with
// the requested resource. Ids that begin with fail are not found. Ids that
// begin with flaky are answered at the second attempt.
func echo(t *testing.T) doFunc {
	verifier := &sigv4.Verifier{Lookup: lookup, Service: "rds"}
	return func(req *http.Request) (*http.Response, error) {
		data, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		if _, err := verifier.Verify(req, data, time.Now()); err != nil {
			t.Error(err)
		}
		form, err := url.ParseQuery(string(data))
		if err != nil {
			return nil, err
		}
		runtime.Gosched()
		id, op := "", form.Get("Action")
		for _, name := range []string{"ExportTaskIdentifier", "DBClusterIdentifier", "ResourceName", "DBSnapshotIdentifier"} {
			id += form.Get(name)
		}
		switch {
		case id[:4] == "fail":
			return fault(404, "DBClusterNotFoundFault", id)(req)
		case id[:4] == "flak" && req.Header.Get("Amz-Sdk-Request")[:9] == "attempt=1":
			return answer(503, "busy")(req)
		}
		inside := map[string]string{
			"CancelExportTask":    "<ExportTaskIdentifier>" + id + "</ExportTaskIdentifier>",
			"DescribeExportTasks": "<ExportTasks><ExportTask><ExportTaskIdentifier>" + id + "</ExportTaskIdentifier></ExportTask></ExportTasks>",
			"StartDBCluster":      "<DBCluster><DBClusterIdentifier>" + id + "</DBClusterIdentifier></DBCluster>",
			"DescribeDBClusters":  "<DBClusters><DBCluster><DBClusterIdentifier>" + id + "</DBClusterIdentifier></DBCluster></DBClusters>",
			"ListTagsForResource": "<TagList><Tag><Key>" + id + "</Key></Tag></TagList>",
			"DeleteDBSnapshot":    "<DBSnapshot><DBSnapshotIdentifier>" + id + "</DBSnapshotIdentifier></DBSnapshot>",
		}[op]
		return answer(200, fmt.Sprintf("<%[1]sResponse><%[1]sResult>%[2]s</%[1]sResult><ResponseMetadata><RequestId>req-%[3]s</RequestId></ResponseMetadata></%[1]sResponse>", op, inside, id))(req)
	}
}

// calls are functions that make one call of an operation and return the id in
// the answer.
var calls = []func(context.Context, *rds.Client, *string, ...func(*rds.Options)) (string, middleware.Metadata, error){
	func(ctx context.Context, c *rds.Client, id *string, o ...func(*rds.Options)) (string, middleware.Metadata, error) {
		out, err := c.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: id}, o...)
		if err != nil {
			return "", middleware.Metadata{}, err
		}
		return nereid.ToString(out.ExportTaskIdentifier), out.ResultMetadata, nil
	},
	func(ctx context.Context, c *rds.Client, id *string, o ...func(*rds.Options)) (string, middleware.Metadata, error) {
		out, err := c.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: id}, o...)
		if err != nil {
			return "", middleware.Metadata{}, err
		}
		return nereid.ToString(out.ExportTasks[0].ExportTaskIdentifier), out.ResultMetadata, nil
	},
	func(ctx context.Context, c *rds.Client, id *string, o ...func(*rds.Options)) (string, middleware.Metadata, error) {
		out, err := c.StartDBCluster(ctx, &rds.StartDBClusterInput{DBClusterIdentifier: id}, o...)
		if err != nil {
			return "", middleware.Metadata{}, err
		}
		return nereid.ToString(out.DBCluster.DBClusterIdentifier), out.ResultMetadata, nil
	},
	func(ctx context.Context, c *rds.Client, id *string, o ...func(*rds.Options)) (string, middleware.Metadata, error) {
		out, err := c.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: id}, o...)
		if err != nil {
			return "", middleware.Metadata{}, err
		}
		return nereid.ToString(out.DBClusters[0].DBClusterIdentifier), out.ResultMetadata, nil
	},
	func(ctx context.Context, c *rds.Client, id *string, o ...func(*rds.Options)) (string, middleware.Metadata, error) {
		out, err := c.ListTagsForResource(ctx, &rds.ListTagsForResourceInput{ResourceName: id}, o...)
		if err != nil {
			return "", middleware.Metadata{}, err
		}
		return nereid.ToString(out.TagList[0].Key), out.ResultMetadata, nil
	},
	func(ctx context.Context, c *rds.Client, id *string, o ...func(*rds.Options)) (string, middleware.Metadata, error) {
		out, err := c.DeleteDBSnapshot(ctx, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: id}, o...)
		if err != nil {
			return "", middleware.Metadata{}, err
		}
		return nereid.ToString(out.DBSnapshot.DBSnapshotIdentifier), out.ResultMetadata, nil
	},
}

// eager retries immediately and without a limit.
type eager struct{ nereid.NopRetryer }

func (eager) MaxAttempts() int                             { return 3 }
func (eager) IsErrorRetryable(err error) bool              { return !nereid.IsServiceError(err) }
func (eager) RetryDelay(int, error) (time.Duration, error) { return 0, nil }

// One client serves a hundred goroutines, with and without their own
// middlewares and options. Each goroutine gets its own replies.
func TestConcurrentCalls(t *testing.T) {
	tag := func(stack *middleware.Stack) error {
		return stack.Build.Add(middleware.BuildMiddlewareFunc("Tag", func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
			in.Request.(*smithyhttp.Request).Header.Add("X-Tag", middleware.GetOperationName(ctx))
			return next.HandleBuild(ctx, in)
		}), middleware.After)
	}
	for name, apiOptions := range map[string][]func(*middleware.Stack) error{"plain": nil, "with middlewares": {tag}} {
		t.Run(name, func(t *testing.T) {
			client := newClient(nil, withHTTPClient(echo(t)), func(o *rds.Options) { o.APIOptions, o.Retryer = apiOptions, eager{} })
			var wg sync.WaitGroup
			for g := range longtest.Calls(100, 25) {
				wg.Go(func() {
					random := rand.New(rand.NewPCG(uint64(g), 1))
					for n := range 10 {
						kind := []string{"good", "fail", "flaky"}[random.IntN(3)]
						id := fmt.Sprintf("%s-%d-%d", kind, g, n)
						var own []func(*rds.Options)
						switch random.IntN(4) {
						case 0:
							own = append(own, func(o *rds.Options) { o.Region = "us-west-2" })
						case 1:
							own = append(own, rds.WithAPIOptions(smithyhttp.AddHeaderValue("X-Own", id)))
						}
						got, md, err := calls[random.IntN(len(calls))](t.Context(), client, &id, own...)
						var notFound *types.DBClusterNotFoundFault
						switch {
						case kind == "fail":
							if !errors.As(err, &notFound) || *notFound.Message != id {
								t.Errorf("%s: %v", id, err)
							}
						case err != nil:
							t.Errorf("%s: %v", id, err)
						case got != id || nereid.RequestID(md) != "req-"+id || (nereid.Attempts(md) == 2) != (kind == "flaky"):
							t.Errorf("%s: got %s with request %s after %d attempts", id, got, nereid.RequestID(md), nereid.Attempts(md))
						}
					}
				})
			}
			wg.Wait()
		})
	}
}
