package operation_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/rds"
)

// meter is a MeterProvider that records the values of two kinds of instruments.
type meter struct {
	otherInstruments
	log *[]string
}

type otherInstruments = metrics.Meter

func (m meter) Meter(string, ...metrics.MeterOption) metrics.Meter { return m }

func (m meter) Int64Counter(name string, opts ...metrics.InstrumentOption) (metrics.Int64Counter, error) {
	var o metrics.InstrumentOptions
	for _, opt := range opts {
		opt(&o)
	}
	return instrument{name, o.UnitLabel, m.log}, nil
}

func (m meter) Float64Histogram(name string, opts ...metrics.InstrumentOption) (metrics.Float64Histogram, error) {
	var o metrics.InstrumentOptions
	for _, opt := range opts {
		opt(&o)
	}
	return instrument{name, o.UnitLabel, m.log}, nil
}

type instrument struct {
	name, unit string
	log        *[]string
}

func (i instrument) note(v any, opts []metrics.RecordMetricOption) {
	var o metrics.RecordMetricOptions
	for _, opt := range opts {
		opt(&o)
	}
	text := fmt.Sprintf("%s %v%s %v.%v", i.name, v, i.unit, o.Properties.Get("rpc.service"), o.Properties.Get("rpc.method"))
	if kind := o.Properties.Get("exception.type"); kind != nil {
		text += fmt.Sprintf(" %v", kind)
	}
	*i.log = append(*i.log, text)
}

func (i instrument) Add(_ context.Context, n int64, opts ...metrics.RecordMetricOption) {
	i.note(n, opts)
}

func (i instrument) Record(_ context.Context, v float64, opts ...metrics.RecordMetricOption) {
	i.note(v, opts)
}

// slow answers after a second.
func slow(respond func(*http.Request) (*http.Response, error)) doFunc {
	return func(req *http.Request) (*http.Response, error) {
		select {
		case <-req.Context().Done():
			return nil, req.Context().Err()
		case <-time.After(time.Second):
			return respond(req)
		}
	}
}

func TestTracingAndMetrics(t *testing.T) {
	const (
		call     = "RDS.CancelExportTask (client)"
		about    = " rpc.method=CancelExportTask rpc.service=RDS rpc.system=aws-api: "
		attempt  = call + " > Attempt"
		attempts = "client.call.attempts 1{attempt} RDS.CancelExportTask"
		lasted   = "client.call.attempt_duration 1s RDS.CancelExportTask"
		failed   = "client.call.errors 1{error} RDS.CancelExportTask "
	)
	for name, c := range map[string]struct {
		respond  func(*http.Request) (*http.Response, error)
		traced   []string
		measured []string
	}{
		"success": {
			ok("t1"),
			[]string{attempt + " aws.request_id=req-t1 operation.attempt=1: 1", call + " aws.request_id=req-t1 cloud.region=eu-central-1 operation.attempts=1" + about + "1"},
			[]string{attempts, lasted, "client.call.duration 1s RDS.CancelExportTask"},
		},
		"retried": {
			script(answer(503, ""), ok("t1")),
			[]string{
				attempt + " api.error_code=UnknownError api.error_fault=server api.error_message=status 503 Service Unavailable without a body operation.attempt=1: 2",
				attempt + " aws.request_id=req-t1 operation.attempt=2: 1", call + " aws.request_id=req-t1 cloud.region=eu-central-1 operation.attempts=2" + about + "1",
			},
			[]string{attempts, lasted, failed + "UnknownError", attempts, lasted, "client.call.duration 2s RDS.CancelExportTask"},
		},
		"fault": {
			fault(404, "ExportTaskNotFound", ""),
			[]string{
				attempt + " api.error_code=ExportTaskNotFound api.error_fault=client api.error_message= aws.request_id=req-fault operation.attempt=1: 2",
				call + " api.error_code=ExportTaskNotFound api.error_fault=client api.error_message= aws.request_id=req-fault cloud.region=eu-central-1 operation.attempts=1" + about + "2",
			},
			[]string{attempts, lasted, failed + "ExportTaskNotFound", "client.call.duration 1s RDS.CancelExportTask"},
		},
		"no answer": {
			func(*http.Request) (*http.Response, error) { return nil, errors.New("no route") },
			[]string{
				attempt + " operation.attempt=1: 2", attempt + " operation.attempt=2: 2", attempt + " operation.attempt=3: 2",
				call + " cloud.region=eu-central-1 operation.attempts=3" + about + "2",
			},
			[]string{
				attempts, lasted, failed + "*http.RequestSendError", attempts, lasted, failed + "*http.RequestSendError",
				attempts, lasted, failed + "*http.RequestSendError", "client.call.duration 3s RDS.CancelExportTask",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var traced clienttest.Spans
				var measured []string
				client := newClient(nil, withHTTPClient(slow(c.respond)), func(o *rds.Options) {
					o.Retryer, o.TracerProvider, o.MeterProvider = eager{}, &traced, meter{log: &measured}
				})
				_, _ = cancel(t, client)
				if diff := cmp.Diff(c.traced, traced.Log); diff != "" || len(traced.Open) > 0 || traced.Scope != "github.com/nereid-go/nereid" {
					t.Errorf("trace (-want +got):\n%s", diff)
				}
				if diff := cmp.Diff(c.measured, measured); diff != "" {
					t.Errorf("measurements (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// A span also ends with an error if a middleware panics.
func TestSpanEndsWithPanic(t *testing.T) {
	var traced clienttest.Spans
	client := newClient(nil, func(o *rds.Options) { o.TracerProvider = &traced },
		inBuild(func(context.Context, middleware.BuildInput, middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
			panic("mine")
		}))
	func() {
		defer func() { _ = recover() }()
		_, _ = cancel(t, client)
	}()
	if len(traced.Log) != 1 || !strings.HasSuffix(traced.Log[0], ": 2") || len(traced.Open) > 0 {
		t.Errorf("%q, and %d spans have not ended", traced.Log, len(traced.Open))
	}
}

// Middlewares and the HTTP client run within the span of the call.
func TestSpanInContext(t *testing.T) {
	var traced clienttest.Spans
	seen := 0
	look := func(ctx context.Context) {
		seen++
		if s, ok := tracing.GetSpan(ctx); !ok || !slices.Contains(traced.Open, s.(*clienttest.Span)) {
			t.Errorf("span %v", s)
		}
	}
	client := newClient(nil, func(o *rds.Options) { o.TracerProvider = &traced },
		withHTTPClient(doFunc(func(req *http.Request) (*http.Response, error) {
			look(req.Context())
			return ok("t1")(req)
		})),
		inBuild(func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
			look(ctx)
			return next.HandleBuild(ctx, in)
		}))
	mustCancel(t, client, func(o *rds.Options) { o.Retryer = nereid.NopRetryer{} })
	if seen != 2 {
		t.Errorf("seen %d times", seen)
	}
}
