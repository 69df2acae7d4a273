package operation_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/jarcoal/httpmock"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/rds"
)

const (
	region = "eu-central-1"
	host   = "rds.eu-central-1.amazonaws.com"

	key     = "AKIDEXAMPLE"
	secret  = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
	session = "FwoGZXIvYXdzEBYaDH7+session/token=="
)

// newClient returns an rds client. respond answers all its requests, to any
// host.
func newClient(respond httpmock.Responder, optFns ...func(*rds.Options)) *rds.Client {
	mock := httpmock.NewMockTransport()
	mock.RegisterNoResponder(respond)
	return rds.New(rds.Options{
		Region:      region,
		Credentials: nereid.StaticCredentials(key, secret, ""),
		HTTPClient:  &http.Client{Transport: mock},
	}, optFns...)
}

// A doFunc is a custom HTTP client.
type doFunc func(*http.Request) (*http.Response, error)

func (f doFunc) Do(req *http.Request) (*http.Response, error) { return f(req) }

func (f doFunc) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

func withHTTPClient(c nereid.HTTPClient) func(*rds.Options) {
	return func(o *rds.Options) { o.HTTPClient = c }
}

func once(o *rds.Options) { o.Retryer = nereid.NopRetryer{} }

// answer returns a responder that always returns the same answer.
func answer(status int, body string) httpmock.Responder {
	return httpmock.NewStringResponder(status, body)
}

// ok answers a CancelExportTask with a task of that name.
func ok(id string) httpmock.Responder { return answer(200, okBody(id)) }

func okBody(id string) string {
	return "<CancelExportTaskResponse><CancelExportTaskResult><ExportTaskIdentifier>" + id + "</ExportTaskIdentifier>" +
		"</CancelExportTaskResult><ResponseMetadata><RequestId>req-" + id + "</RequestId></ResponseMetadata></CancelExportTaskResponse>"
}

func fault(status int, code, message string) httpmock.Responder {
	return answer(status, "<ErrorResponse><Error><Code>"+code+"</Code><Message>"+message+"</Message></Error><RequestId>req-fault</RequestId></ErrorResponse>")
}

// script answers the first request with the first responder, and so on. The
// last responder answers all remaining requests.
func script(responders ...httpmock.Responder) httpmock.Responder {
	n := 0
	return func(req *http.Request) (*http.Response, error) {
		respond := responders[min(n, len(responders)-1)]
		n++
		return respond(req)
	}
}

// A recorder keeps the requests that it passes on, with their bodies.
type recorder struct {
	requests []*http.Request
	bodies   []string
	times    []time.Time
}

func (r *recorder) then(respond httpmock.Responder) httpmock.Responder {
	return func(req *http.Request) (*http.Response, error) {
		body := ""
		if req.Body != nil {
			data, err := io.ReadAll(req.Body)
			if err != nil {
				return nil, err
			}
			body = string(data)
		}
		clone := req.Clone(req.Context())
		r.requests, r.bodies, r.times = append(r.requests, clone), append(r.bodies, body), append(r.times, time.Now())
		return respond(req)
	}
}

// verify checks the signature of a recorded request as the service does.
func (r *recorder) verify(t *testing.T, i int) sigv4.VerifyResult {
	t.Helper()
	res, err := sigv4.Verify(r.requests[i], []byte(r.bodies[i]), lookup, "rds", r.times[i], 0)
	if err != nil {
		t.Errorf("request %d: %v", i, err)
	}
	return res
}

func lookup(id string) (nereid.Credentials, bool) {
	c := nereid.Credentials{AccessKeyID: id, SecretAccessKey: secret}
	if strings.HasPrefix(id, "ASIA") {
		c.SessionToken = session
	}
	return c, true
}

// cancel makes the call that most tests use.
func cancel(t testing.TB, c *rds.Client, optFns ...func(*rds.Options)) (*rds.CancelExportTaskOutput, error) {
	t.Helper()
	return c.CancelExportTask(t.Context(), &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("t1")}, optFns...)
}

// mustCancel is cancel for calls that must succeed.
func mustCancel(t testing.TB, c *rds.Client, optFns ...func(*rds.Options)) *rds.CancelExportTaskOutput {
	t.Helper()
	out, err := cancel(t, c, optFns...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// mention checks that an error contains all of these texts.
func mention(t testing.TB, err error, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(fmt.Sprint(err), text) {
			t.Errorf("the error does not mention %q: %v", text, err)
		}
	}
}

// addPerAttempt adds a header value at each attempt.
func addPerAttempt(stack *middleware.Stack) error {
	return stack.Finalize.Insert(spy{"PerAttempt", func(_ context.Context, req *smithyhttp.Request) {
		req.Header.Add("X-Attempt", "one")
	}}, "Signing", middleware.Before)
}

// replaceBody replaces the serializer's body.
func replaceBody(stream io.Reader) func(*middleware.Stack) error {
	return func(stack *middleware.Stack) error {
		return stack.Build.Add(middleware.BuildMiddlewareFunc("Test", func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
			req, err := in.Request.(*smithyhttp.Request).SetStream(stream)
			if err != nil {
				return middleware.BuildOutput{}, middleware.Metadata{}, err
			}
			in.Request = req
			return next.HandleBuild(ctx, in)
		}), middleware.After)
	}
}
