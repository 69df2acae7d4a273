package operation_test

import (
	"bytes"
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
)

// The changes of an option function apply only to its call.
func TestOptionsOfOneCall(t *testing.T) {
	const endpoint = "https://client.example/base"
	var requests []*http.Request
	respond := func(req *http.Request) (*http.Response, error) {
		requests = append(requests, req.Clone(req.Context()))
		return answer(503, "")(req)
	}
	client := newClient(respond, func(o *rds.Options) {
		base := endpoint
		o.BaseEndpoint, o.Retryer, o.AppID = &base, eager{}, "app"
		o.APIOptions = []func(*middleware.Stack) error{smithyhttp.AddHeaderValue("X-Client", "1")}
	})
	other := doFunc(func(req *http.Request) (*http.Response, error) {
		requests = append(requests, req)
		return fault(400, "InvalidParameterValue", "")(req)
	})
	// check looks at the requests of one call, n of them.
	type check func(t *testing.T, req *http.Request, n int)
	unchanged := func(t *testing.T, req *http.Request, n int) {
		auth := req.Header.Get("Authorization")
		if n != 3 || req.URL.String() != endpoint || !strings.Contains(auth, "Credential="+key+"/") || !strings.Contains(auth, "/"+region+"/rds/") ||
			!strings.HasSuffix(req.UserAgent(), " app/app") || req.Header.Get("X-Client") != "1" || req.Header.Get("X-Own") != "" {
			t.Errorf("%d requests: %s %v", n, req.URL, req.Header)
		}
	}
	for _, c := range []struct {
		name   string
		change func(*rds.Options)
		check  check
	}{
		{"nothing", func(*rds.Options) {}, unchanged},
		{"region", func(o *rds.Options) { o.Region, o.BaseEndpoint = "cn-north-1", nil }, func(t *testing.T, req *http.Request, _ int) {
			if req.URL.String() != "https://rds.cn-north-1.amazonaws.com.cn/" || !strings.Contains(req.Header.Get("Authorization"), "/cn-north-1/rds/") {
				t.Errorf("%s %v", req.URL, req.Header)
			}
		}},
		{"endpoint", func(o *rds.Options) { *o.BaseEndpoint = "http://127.0.0.1:9/x" }, func(t *testing.T, req *http.Request, _ int) {
			if req.URL.String() != "http://127.0.0.1:9/x" || !strings.Contains(req.Header.Get("Authorization"), "/"+region+"/rds/") {
				t.Errorf("%s %v", req.URL, req.Header)
			}
		}},
		{"FIPS and dual stack", func(o *rds.Options) {
			o.BaseEndpoint = nil
			o.EndpointOptions.UseFIPSEndpoint, o.EndpointOptions.UseDualStackEndpoint = nereid.FIPSEndpointStateEnabled, nereid.DualStackEndpointStateEnabled
		}, func(t *testing.T, req *http.Request, _ int) {
			if req.URL.Host != "rds-fips.eu-central-1.api.aws" {
				t.Error(req.URL)
			}
		}},
		{"credentials", func(o *rds.Options) { o.Credentials = nereid.StaticCredentials("ASIAOTHER", secret, session) }, func(t *testing.T, req *http.Request, _ int) {
			if !strings.Contains(req.Header.Get("Authorization"), "Credential=ASIAOTHER/") || req.Header.Get("X-Amz-Security-Token") != session {
				t.Error(req.Header)
			}
		}},
		{"retryer", func(o *rds.Options) { o.Retryer = nereid.NopRetryer{} }, func(t *testing.T, _ *http.Request, n int) {
			if n != 1 {
				t.Errorf("%d requests", n)
			}
		}},
		{"no retryer", func(o *rds.Options) { o.Retryer = nil }, unchanged},
		{"attempts", func(o *rds.Options) { o.RetryMaxAttempts = 5 }, func(t *testing.T, req *http.Request, n int) {
			if n != 5 || !strings.HasPrefix(req.Header.Get("Amz-Sdk-Request"), "attempt=5; max=5") {
				t.Errorf("%d requests: %v", n, req.Header)
			}
		}},
		{"application", func(o *rds.Options) { o.AppID = "other app/1" }, func(t *testing.T, req *http.Request, _ int) {
			if !strings.HasSuffix(req.UserAgent(), " app/other-app-1") {
				t.Error(req.UserAgent())
			}
		}},
		{"HTTP client", withHTTPClient(other), func(t *testing.T, _ *http.Request, n int) {
			if n != 1 { // answers a request that must not be repeated
				t.Errorf("%d requests", n)
			}
		}},
		{"no HTTP client", withHTTPClient(nil), unchanged},
		{"more APIOptions", rds.WithAPIOptions(smithyhttp.AddHeaderValue("X-Own", "1")), func(t *testing.T, req *http.Request, _ int) {
			if req.Header.Get("X-Own") != "1" || req.Header.Get("X-Client") != "1" {
				t.Error(req.Header)
			}
		}},
		{"other APIOptions", func(o *rds.Options) {
			o.APIOptions = []func(*middleware.Stack) error{smithyhttp.AddHeaderValue("X-Own", "2")}
		}, func(t *testing.T, req *http.Request, _ int) {
			if req.Header.Get("X-Own") != "2" || req.Header.Get("X-Client") != "" {
				t.Error(req.Header)
			}
		}},
		{"another in their place", func(o *rds.Options) { o.APIOptions[0] = func(*middleware.Stack) error { return nil } }, func(t *testing.T, req *http.Request, _ int) {
			if req.Header.Get("X-Client") != "" {
				t.Error(req.Header)
			}
		}},
		{"no APIOptions", func(o *rds.Options) { o.APIOptions = nil }, func(t *testing.T, req *http.Request, _ int) {
			if req.Header.Get("X-Client") != "" {
				t.Error(req.Header)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, step := range []struct {
				check  check
				optFns []func(*rds.Options)
			}{{c.check, []func(*rds.Options){c.change}}, {unchanged, nil}} {
				requests = nil
				if _, err := cancel(t, client, step.optFns...); err == nil {
					t.Fatal("no error")
				}
				step.check(t, requests[len(requests)-1], len(requests))
			}
			o := client.Options()
			if o.Region != region || *o.BaseEndpoint != endpoint || o.AppID != "app" || o.Retryer != nereid.Retryer(eager{}) || len(o.APIOptions) != 1 {
				t.Errorf("the client has %+v", o)
			}
		})
	}
}

// The options of a client can be read and used for another client.
func TestOptionsAreACopy(t *testing.T) {
	client := newClient(ok("t1"), func(o *rds.Options) {
		o.APIOptions = []func(*middleware.Stack) error{smithyhttp.AddHeaderValue("X-Client", "1")}
		o.RetryMaxAttempts = 7
	})
	o := client.Options()
	o.APIOptions[0] = nil
	if got := client.Options(); got.APIOptions[0] == nil {
		t.Error("the client was changed")
	}
	if got := rds.New(client.Options()).Options().Retryer.MaxAttempts(); got != 7 {
		t.Errorf("%d attempts", got)
	}
	mustCancel(t, rds.New(client.Options()))
}

// The APIOptions of a client are applied once per operation, for any number of
// calls. They are applied again for each call with its own options, which may
// replace an APIOptions function.
func TestAPIOptionsAreAppliedOnce(t *testing.T) {
	var applied []string
	count := func(name string) func(*middleware.Stack) error {
		return func(stack *middleware.Stack) error {
			applied = append(applied, name+" "+stack.ID())
			return nil
		}
	}
	client := newClient(ok("t1"), rds.WithAPIOptions(count("client")))
	for range 3 {
		mustCancel(t, client)
	}
	if want := []string{"client CancelExportTask"}; !slices.Equal(applied, want) {
		t.Errorf("applied %v, want %v", applied, want)
	}
	applied = nil
	for _, name := range []string{"one", "other"} {
		mustCancel(t, client, func(o *rds.Options) { o.APIOptions[0] = count(name) })
	}
	if want := []string{"one CancelExportTask", "other CancelExportTask"}; !slices.Equal(applied, want) {
		t.Errorf("applied %v, want %v", applied, want)
	}
	applied = nil
	mustCancel(t, client, rds.WithAPIOptions(count("call")))
	mustCancel(t, client)
	if want := []string{"client CancelExportTask", "call CancelExportTask"}; !slices.Equal(applied, want) {
		t.Errorf("applied %v, want %v", applied, want)
	}
}

// A single call can be logged even if the client logs nothing.
func TestLoggingOfOneCall(t *testing.T) {
	var log bytes.Buffer
	client := newClient(ok("t1"))
	mustCancel(t, client, func(o *rds.Options) {
		o.Logger, o.ClientLogMode = logging.NewStandardLogger(&log), nereid.LogResponse
	})
	if !strings.Contains(log.String(), "DEBUG response") {
		t.Errorf("logged %q", log.String())
	}
	logged := log.Len()
	mustCancel(t, client)
	if log.Len() != logged {
		t.Error("the next call was logged too")
	}
}

// If a call sets the time limit to zero, the default applies.
func TestAttemptTimeoutOfOneCall(t *testing.T) {
	for _, c := range []struct{ client, call, want time.Duration }{
		{0, 0, time.Minute}, {time.Second, 0, time.Minute}, {0, 5 * time.Second, 5 * time.Second}, {time.Second, -1, 0},
	} {
		synctest.Test(t, func(t *testing.T) {
			var left time.Duration
			client := newClient(nil, withHTTPClient(doFunc(func(req *http.Request) (*http.Response, error) {
				if deadline, has := req.Context().Deadline(); has {
					left = time.Until(deadline)
				}
				return ok("t1")(req)
			})), func(o *rds.Options) { o.AttemptTimeout = c.client })
			if _, err := client.CancelExportTask(context.Background(), &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("t1")},
				func(o *rds.Options) { o.AttemptTimeout = c.call }); err != nil {
				t.Fatal(err)
			}
			if left != c.want {
				t.Errorf("client %s, call %s: %s left, want %s", c.client, c.call, left, c.want)
			}
		})
	}
}
