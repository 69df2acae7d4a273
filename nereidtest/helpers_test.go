package nereidtest_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

var ctx = context.Background()

// epoch is the start of the manual clocks of tests: a Friday.
var epoch = time.Date(2026, time.May, 1, 12, 0, 0, 0, time.UTC)

// estate is a server with clients for two of its regions.
type estate struct {
	*nereidtest.Server
	neptune, away *neptune.Client
	rds           *rds.Client
}

// newEstate starts a server whose state clock only Advance moves. Its clients
// do not retry.
func newEstate(t testing.TB, opts ...nereidtest.Option) estate {
	t.Helper()
	s := nereidtest.NewServer(t, append([]nereidtest.Option{nereidtest.WithClock(epoch)}, opts...)...)
	once := func(region string) nereid.Config {
		cfg := s.ConfigFor(region)
		cfg.Retryer = func() nereid.Retryer { return nereid.NopRetryer{} }
		return cfg
	}
	return estate{
		Server:  s,
		neptune: neptune.NewFromConfig(once("us-east-1")),
		away:    neptune.NewFromConfig(once("eu-west-1")),
		rds:     rds.NewFromConfig(once("us-east-1")),
	}
}

func str(s string) *string { return &s }
func yes() *bool           { b := true; return &b }
func i32(n int32) *int32   { return &n }

// must returns the output of a call, and fails the test if the call failed.
func must[T any](out T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}

// codeOf returns the code and the HTTP status of an error reply.
func codeOf(err error) (code string, status int) {
	var api smithy.APIError
	if errors.As(err, &api) {
		code = api.ErrorCode()
	}
	var resp *smithyhttp.ResponseError
	if errors.As(err, &resp) {
		status = resp.HTTPStatusCode()
	}
	return code, status
}

// A refusal is a call that the service must reject.
type refusal struct {
	name   string
	call   func() error
	code   string
	status int // 0 is 400
}

func testRefusals(t *testing.T, refusals []refusal) {
	for _, r := range refusals {
		t.Run(r.name, func(t *testing.T) {
			if r.status == 0 {
				r.status = 400
			}
			err := r.call()
			if err == nil {
				t.Fatalf("succeeded, want %s", r.code)
			}
			if code, status := codeOf(err); code != r.code || status != r.status {
				t.Errorf("got %s with status %d, want %s with %d: %v", code, status, r.code, r.status, err)
			}
		})
	}
}

// fail drops the output of a call that is expected to fail.
func fail[T any](_ T, err error) error { return err }
