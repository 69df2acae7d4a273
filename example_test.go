package nereid_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// fakeAWS is a fake of both services.
func fakeAWS() *nereidtest.Server {
	server, err := nereidtest.Start()
	if err != nil {
		panic(err) // only opening a port can fail
	}
	return server
}

// One Config makes the clients of both services.
func Example() {
	server := fakeAWS()
	defer server.Close()
	server.AddCluster(nereidtest.Cluster{ID: "graph"})
	cfg := server.Config() // in programs, LoadEnvConfig or package awsconfig returns it

	out, err := rds.NewFromConfig(cfg).DescribeDBClusters(context.Background(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBClusters[0].DBClusterIdentifier, nereid.Attempts(out.ResultMetadata))
	// Output: graph 1
}

func ExampleLoadEnvConfig() {
	for name, value := range map[string]string{
		"AWS_REGION": "eu-central-1", "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "SECRETEXAMPLE", "AWS_SESSION_TOKEN": "",
	} {
		os.Setenv(name, value)
	}

	cfg, err := nereid.LoadEnvConfig()
	if err != nil {
		fmt.Println(err)
		return
	}
	creds, err := cfg.Credentials.Retrieve(context.Background())
	fmt.Println(cfg.Region, creds, err)
	// Output: eu-central-1 Credentials{AccessKeyID:AKIDEXAMPLE SecretAccessKey:REDACTED SessionToken:none Source:EnvCredentials} <nil>
}

// Credentials do not print their secrets.
func ExampleStaticCredentials() {
	cfg := nereid.Config{Region: "eu-central-1", Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", "")}

	fmt.Printf("%+v\n", cfg.Credentials)
	// Output: Credentials{AccessKeyID:AKIDEXAMPLE SecretAccessKey:REDACTED SessionToken:none Source:StaticCredentials}
}

func ExampleEnvCredentials() {
	os.Unsetenv("AWS_ACCESS_KEY_ID")
	os.Unsetenv("AWS_ACCESS_KEY")

	_, err := nereid.EnvCredentials().Retrieve(context.Background())
	fmt.Println(err)
	// Output: environment credentials: AWS_ACCESS_KEY_ID is not set
}

// Your own provider is called again shortly before its credentials expire.
func ExampleNewCredentialsCache() {
	asked := 0
	vault := nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
		asked++
		return nereid.Credentials{
			AccessKeyID: "ASIAEXAMPLE", SecretAccessKey: "SECRETEXAMPLE", SessionToken: "TOKEN", Source: "vault",
			CanExpire: true, Expires: time.Now().Add(time.Hour),
		}, nil
	})
	cache := nereid.NewCredentialsCache(vault) // each client has its own cache; this cache is shared by several clients
	for range 3 {
		if _, err := cache.Retrieve(context.Background()); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(asked)
	// Output: 1
}

// Categories apply to the operations of both services.
func ExampleErrorCategory() {
	server := fakeAWS()
	defer server.Close()
	client := rds.NewFromConfig(server.Config())

	_, err := client.CancelExportTask(context.Background(), &rds.CancelExportTaskInput{
		ExportTaskIdentifier: nereid.String("nightly-1"),
	})
	switch {
	case errors.Is(err, nereid.ErrNotFound):
		fmt.Println("there is no such task")
	case errors.Is(err, nereid.ErrInvalidState):
		fmt.Println("it has ended by itself")
	case err != nil && !nereid.IsServiceError(err):
		fmt.Println("AWS could not be asked")
	}
	// Output: there is no such task
}

func ExampleIsServiceError() {
	client := rds.New(rds.Options{Region: "us-east-1a"})

	_, err := client.DescribeExportTasks(context.Background(), nil)
	fmt.Println(nereid.IsServiceError(err))
	fmt.Println(errors.Unwrap(err))
	// Output:
	// false
	// resolve endpoint: invalid region "us-east-1a": this is an Availability Zone, use us-east-1
}

// withoutPause is a retryer for tests with the fake, which does not need pauses.
type withoutPause struct{ nereid.Retryer }

func (withoutPause) RetryDelay(int, error) (time.Duration, error) { return 0, nil }

// The request ID for AWS support, and the number of attempts.
func ExampleRequestID() {
	server := fakeAWS()
	defer server.Close()
	server.Inject(nereidtest.Throttled("")) // once

	client := rds.NewFromConfig(server.Config(), func(o *rds.Options) { o.Retryer = withoutPause{o.Retryer} })
	out, err := client.DescribeExportTasks(context.Background(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(nereid.RequestID(out.ResultMetadata) == server.Requests()[1].ID)
	fmt.Println(nereid.Attempts(out.ResultMetadata), nereid.Recovered(out.ResultMetadata))
	// Output:
	// true
	// 2 false
}

// A mock of a client adds the metadata of a client to its outputs.
func ExampleSetCallInfo() {
	var md middleware.Metadata
	nereid.SetCallInfo(&md, &nereid.CallInfo{RequestID: "5e1b3f0c", Attempts: 2})

	out := rds.StartExportTaskOutput{ResultMetadata: md}
	fmt.Println(nereid.RequestID(out.ResultMetadata), nereid.Attempts(out.ResultMetadata))
	// Output: 5e1b3f0c 2
}

func ExampleNewLogger() {
	handler := slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		Level: slog.LevelDebug,
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	})
	logger := nereid.NewLogger(slog.New(handler)) // for the Logger of a Config
	logger.Logf(logging.Warn, "%d exports failed", 2)
	// Output: level=WARN msg="2 exports failed"
}

func ExampleString() {
	in := rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("nightly-1")}
	var out rds.CancelExportTaskOutput

	fmt.Println(nereid.ToString(in.ExportTaskIdentifier), nereid.ToString(out.Status) == "")
	// Output: nightly-1 true
}
