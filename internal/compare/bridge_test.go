package compare_test

import (
	"context"
	"errors"
	"net/http"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	sdkaws "github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/credentials"
	sdkneptune "github.com/aws/aws-sdk-go-v2/service/neptune"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	aws "github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/awsconfig"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

const migrationPage = "../../docs/migration.md"

// An observer keeps the values that programs read.
type observer struct {
	failed, throttled, canceled error

	ctx context.Context     //nolint:containedctx // of a middleware
	md  middleware.Metadata // of a success
	raw any                 // the last response that a middleware saw
}

func (o *observer) add(stack *middleware.Stack) error {
	return errors.Join(
		stack.Initialize.Add(middleware.InitializeMiddlewareFunc("Observer", func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			o.ctx = ctx
			return next.HandleInitialize(ctx, in)
		}), middleware.After),
		stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("Raw", func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
			out, md, err := next.HandleDeserialize(ctx, in)
			o.raw = out.RawResponse
			return out, md, err
		}), middleware.After))
}

// run makes four calls: one succeeds, one is rejected, one is throttled at
// every attempt, and one is canceled.
func (o *observer) run(t *testing.T, server *nereidtest.Server, describe func(context.Context, *string) (middleware.Metadata, error)) {
	t.Helper()
	var err error
	if o.md, err = describe(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	_, o.failed = describe(t.Context(), aws.String("nothing"))
	server.Inject(nereidtest.Fault{Status: http.StatusServiceUnavailable, Code: "ServiceUnavailable", Times: 3})
	_, o.throttled = describe(t.Context(), nil)
	server.Inject(nereidtest.Fault{Status: http.StatusServiceUnavailable, Code: "ServiceUnavailable", Times: 3})
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(1, cancel) // in the pause before the second attempt
	_, o.canceled = describe(ctx, nil)
	server.ClearFaults()
}

func found[E error](err error) bool {
	var e E
	return errors.As(err, &e)
}

// A bridge is a row of the page: what programs read through the SDK's packages,
// and the equivalent for our clients without the module awsconfig.
type bridge struct {
	there   string
	sdk     func(o *observer) bool
	here    string
	instead func(o *observer) bool
	always  bool // the SDK's packages work without awsconfig too
	never   bool // they do not find it with awsconfig either
}

var bridges = []bridge{
	{
		there: "`errors.As` with `*awshttp.ResponseError`",
		sdk: func(o *observer) bool {
			var e *awshttp.ResponseError
			return errors.As(o.failed, &e) && e.ServiceRequestID() == e.RequestID && e.RequestID != "" && e.HTTPStatusCode() == http.StatusNotFound
		},
		here: "`*aws.ResponseError`, which has the same members",
		instead: func(o *observer) bool {
			var e *aws.ResponseError
			return errors.As(o.failed, &e) && e.ServiceRequestID() == e.RequestID && e.RequestID != "" && e.HTTPStatusCode() == http.StatusNotFound
		},
		always: true,
	},
	{
		there: "`errors.As` with `*retry.MaxAttemptsError`",
		sdk: func(o *observer) bool {
			var e *retry.MaxAttemptsError
			return errors.As(o.throttled, &e) && e.Attempt == 3 && found[*awshttp.ResponseError](e.Err)
		},
		here:    "`*aws.MaxAttemptsError`",
		instead: func(o *observer) bool { return found[*aws.MaxAttemptsError](o.throttled) },
		always:  true,
	},
	{
		there:   "`errors.As` with the SDK's `*aws.RequestCanceledError`",
		sdk:     func(o *observer) bool { return found[*sdkaws.RequestCanceledError](o.canceled) },
		here:    "`errors.Is(err, context.Canceled)`",
		instead: func(o *observer) bool { return errors.Is(o.canceled, context.Canceled) },
		never:   true,
	},
	{
		there: "`awsmiddleware.GetServiceID(ctx)`, `GetOperationName(ctx)`",
		sdk: func(o *observer) bool {
			return awsmiddleware.GetServiceID(o.ctx) == "Neptune" && awsmiddleware.GetOperationName(o.ctx) == "DescribeDBClusters"
		},
		here: "`GetServiceID` and `GetOperationName` of `github.com/aws/smithy-go/middleware`",
		instead: func(o *observer) bool {
			return middleware.GetServiceID(o.ctx) == "Neptune" && middleware.GetOperationName(o.ctx) == "DescribeDBClusters"
		},
	},
	{
		there:   "`awsmiddleware.GetRegion(ctx)`",
		sdk:     func(o *observer) bool { return awsmiddleware.GetRegion(o.ctx) == "us-east-1" },
		here:    "`aws.GetRegion(ctx)`",
		instead: func(o *observer) bool { return aws.GetRegion(o.ctx) == "us-east-1" },
	},
	{
		there: "`awsmiddleware.GetRequestIDMetadata(md)`",
		sdk: func(o *observer) bool {
			id, ok := awsmiddleware.GetRequestIDMetadata(o.md)
			return ok && id != ""
		},
		here:    "`aws.RequestID(md)`",
		instead: func(o *observer) bool { return aws.RequestID(o.md) != "" },
	},
	{
		there: "`retry.GetAttemptResults(md)`",
		sdk: func(o *observer) bool {
			r, ok := retry.GetAttemptResults(o.md)
			return ok && len(r.Results) == 1
		},
		here:    "`aws.Attempts(md)`",
		instead: func(o *observer) bool { return aws.Attempts(o.md) == 1 },
	},
	{
		there: "`awsmiddleware.GetRawResponse(md)`",
		sdk: func(o *observer) bool {
			_, ok := awsmiddleware.GetRawResponse(o.md).(*smithyhttp.Response)
			return ok
		},
		here: "`RawResponse` in the output of a middleware in the step Deserialize",
		instead: func(o *observer) bool {
			_, ok := o.raw.(*smithyhttp.Response)
			return ok
		},
	},
}

// TestBridges compares the values of the SDK's client, of ours with a
// configuration of awsconfig, and of ours without it. It reads them as programs
// for the SDK do, and as the page says for programs without awsconfig.
func TestBridges(t *testing.T) {
	page, err := os.ReadFile(migrationPage)
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(page), "\n## Without awsconfig")
	section, _, _ = strings.Cut(section, "\n## ")
	if rows := strings.Count(section, "\n| ") - 1; rows != len(bridges) {
		t.Errorf("the page has %d rows, and %d are tested", rows, len(bridges))
	}
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		var theirs, ours, without observer
		cfg := sdkaws.Config{
			Region: "us-east-1", HTTPClient: server.Config().HTTPClient,
			Credentials: credentials.NewStaticCredentialsProvider(fakeKey(t, server)),
		}
		sdk := sdkneptune.NewFromConfig(cfg, sdkneptune.WithAPIOptions(theirs.add))
		theirs.run(t, server, func(ctx context.Context, id *string) (md middleware.Metadata, err error) {
			out, err := sdk.DescribeDBClusters(ctx, &sdkneptune.DescribeDBClustersInput{DBClusterIdentifier: id})
			if out != nil {
				md = out.ResultMetadata
			}
			return md, err
		})
		own := func(o *observer, cfg aws.Config) {
			client := neptune.NewFromConfig(cfg, neptune.WithAPIOptions(o.add))
			o.run(t, server, func(ctx context.Context, id *string) (md middleware.Metadata, err error) {
				out, err := client.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: id})
				if out != nil {
					md = out.ResultMetadata
				}
				return md, err
			})
		}
		own(&ours, awsconfig.FromAWS(cfg))
		own(&without, server.Config())
		for _, b := range bridges {
			if !strings.Contains(section, "\n| "+b.there+" | "+b.here+" |") {
				t.Errorf("the page does not say: | %s | %s |", b.there, b.here)
			}
			if !b.sdk(&theirs) || b.sdk(&ours) == b.never || b.sdk(&without) != b.always {
				t.Errorf("%s: with the SDK %t, with awsconfig %t, without %t", b.there, b.sdk(&theirs), b.sdk(&ours), b.sdk(&without))
			}
			if !b.instead(&ours) || !b.instead(&without) {
				t.Errorf("%s: with awsconfig %t, without %t", b.here, b.instead(&ours), b.instead(&without))
			}
		}
	})
	t.Logf("%d cases", len(bridges))
}

// fakeKey are the credentials that the fake accepts.
func fakeKey(t *testing.T, server *nereidtest.Server) (key, secret, session string) {
	t.Helper()
	c, err := server.Config().Credentials.Retrieve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return c.AccessKeyID, c.SecretAccessKey, c.SessionToken
}
