package rds_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// demo returns a fake of AWS whose clock stands still until it is advanced. It has a cluster, a
// snapshot of the cluster, and an export of the snapshot.
func demo() *nereidtest.Server {
	server, err := nereidtest.Start(nereidtest.WithClock(time.Date(2026, time.November, 21, 6, 0, 0, 0, time.UTC)))
	if err != nil {
		panic(err) // only opening a port can fail
	}
	server.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-postgresql", Instances: 1})
	server.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Cluster: "shop"})
	server.AddExportTask(nereidtest.ExportTask{ID: "nightly-1"})
	return server
}

// fastDemo returns a demo whose clock runs 100,000 times faster than real time. It also has an
// instance that does not belong to a cluster.
func fastDemo() *nereidtest.Server {
	server, err := nereidtest.Start(nereidtest.WithSpeed(1e5))
	if err != nil {
		panic(err) // only opening a port can fail
	}
	server.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-postgresql", Instances: 1})
	server.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Cluster: "shop"})
	server.AddInstance(nereidtest.Instance{ID: "billing", Engine: "mysql"})
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "billing-last", Instance: "billing"})
	return server
}

// says returns a client of a server that always returns the same response.
func says(op, result string) *rds.Client {
	return rds.New(rds.Options{
		Region:      "us-east-1",
		Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", ""),
		HTTPClient: doFunc(func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader(clienttest.Reply(op, result)))}, nil
		}),
	})
}

// quickly is the interval between two polls in examples, instead of 30 seconds.
const quickly = time.Millisecond

func ExampleNewFromConfig() {
	server := demo() // in programs, nereid.LoadEnvConfig or package awsconfig returns the Config
	defer server.Close()

	client := rds.NewFromConfig(server.Config())
	out, err := client.DescribeExportTasks(context.Background(), &rds.DescribeExportTasksInput{
		ExportTaskIdentifier: nereid.String("nightly-1"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.ExportTasks[0].ExportTaskIdentifier, *out.ExportTasks[0].Status)
	// Output: nightly-1 COMPLETE
}

func ExampleNew() {
	client := rds.New(rds.Options{
		Region:           "eu-central-1",
		Credentials:      nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", ""),
		RetryMaxAttempts: 5,
	})
	fmt.Println(client.Options().Region)
	// Output: eu-central-1
}

// Option functions of a call change the client for that call only.
func ExampleClient_Options() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	_, err := client.DescribeDBClusters(context.Background(), nil, func(o *rds.Options) { o.Region = "eu-west-1" })
	fmt.Println(server.Requests()[0].Region, client.Options().Region, err)
	// Output: eu-west-1 us-east-1 <nil>
}

func ExampleWithAPIOptions() {
	server := demo()
	defer server.Close()

	// A middleware that sets a header before the request is signed.
	header := middleware.BuildMiddlewareFunc("Ticket", func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (
		middleware.BuildOutput, middleware.Metadata, error,
	) {
		in.Request.(*smithyhttp.Request).Header.Set("X-Ticket", "OPS-7")
		return next.HandleBuild(ctx, in)
	})
	client := rds.NewFromConfig(server.Config(), rds.WithAPIOptions(func(stack *middleware.Stack) error {
		return stack.Build.Add(header, middleware.After)
	}))
	if _, err := client.DescribeExportTasks(context.Background(), nil); err != nil {
		fmt.Println(err)
	}
	fmt.Println(server.Requests()[0].Header.Get("X-Ticket"))
	// Output: OPS-7
}

// The service's errors have types, and match error categories; other errors do not.
func Example_errors() {
	server := demo()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	_, err := client.CancelExportTask(context.Background(), &rds.CancelExportTaskInput{
		ExportTaskIdentifier: nereid.String("nightly-2"),
	})
	var notFound *types.ExportTaskNotFoundFault
	var response *nereid.ResponseError
	fmt.Println(errors.As(err, &notFound), errors.Is(err, nereid.ErrNotFound), nereid.IsServiceError(err))
	fmt.Println(errors.As(err, &response) && response.RequestID != "")

	_, err = client.CancelExportTask(context.Background(), &rds.CancelExportTaskInput{})
	var invalid smithy.InvalidParamsError
	fmt.Println(errors.As(err, &invalid), nereid.IsServiceError(err))
	// Output:
	// true true true
	// true
	// true false
}
