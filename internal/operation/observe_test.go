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
	"github.com/nereid-go/nereid/rds"
)

// spans is a TracerProvider, Tracer and Span in one, which notes what happens.
type spans struct{ log []string }

func (s *spans) note(format string, args ...any) { s.log = append(s.log, fmt.Sprintf(format, args...)) }

func (s *spans) Tracer(scope string, _ ...tracing.TracerOption) tracing.Tracer {
	s.note("tracer %s", scope)
	return s
}

func (s *spans) StartSpan(ctx context.Context, name string, opts ...tracing.SpanOption) (context.Context, tracing.Span) {
	var o tracing.SpanOptions
	for _, opt := range opts {
		opt(&o)
	}
	s.note("start %s kind %d", name, o.Kind)
	for _, k := range []string{"rpc.system", "rpc.service", "rpc.method"} {
		s.note("%s %v", k, o.Properties.Get(k))
	}
	return tracing.WithSpan(ctx, s), s
}

func (s *spans) Name() string                            { return "span" }
func (s *spans) Context() tracing.SpanContext            { return tracing.SpanContext{} }
func (s *spans) AddEvent(string, ...tracing.EventOption) {}
func (s *spans) SetStatus(status tracing.SpanStatus)     { s.note("status %d", status) }
func (s *spans) SetProperty(k, v any)                    { s.note("%v %v", k, v) }
func (s *spans) End()                                    { s.note("end") }

// meter is a MeterProvider that notes what is measured with two kinds of
// instruments.
type meter struct {
	otherInstruments
	log *[]string
}

type otherInstruments = metrics.Meter

func (m meter) Meter(string, ...metrics.MeterOption) metrics.Meter { return m }

func (m meter) Int64Counter(name string, _ ...metrics.InstrumentOption) (metrics.Int64Counter, error) {
	return instrument{name, "", m.log}, nil
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
	*i.log = append(*i.log, fmt.Sprintf("%s %v%s %v.%v", i.name, v, i.unit, o.Properties.Get("rpc.service"), o.Properties.Get("rpc.method")))
}

func (i instrument) Add(_ context.Context, n int64, opts ...metrics.RecordMetricOption) {
	i.note(n, opts)
}

func (i instrument) Record(_ context.Context, v float64, opts ...metrics.RecordMetricOption) {
	i.note(v, opts)
}

// slow answers a second later.
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
	start := []string{
		"tracer github.com/nereid-go/nereid", "start RDS.CancelExportTask kind 1", "rpc.system aws-api", "rpc.service RDS", "rpc.method CancelExportTask",
	}
	for name, c := range map[string]struct {
		respond  func(*http.Request) (*http.Response, error)
		end      []string
		measured []string
	}{
		"success": {
			ok("t1"),
			[]string{"aws.request_id req-t1", "operation.attempts 1", "status 1", "end"},
			[]string{"client.call.duration 1s RDS.CancelExportTask", "client.call.attempts 1 RDS.CancelExportTask"},
		},
		"retried": {
			script(answer(503, ""), ok("t1")),
			[]string{"aws.request_id req-t1", "operation.attempts 2", "status 1", "end"},
			[]string{"client.call.duration 2s RDS.CancelExportTask", "client.call.attempts 2 RDS.CancelExportTask"},
		},
		"fault": {
			fault(404, "ExportTaskNotFound", ""),
			[]string{"aws.request_id req-fault", "operation.attempts 1", "status 2", "end"},
			[]string{"client.call.duration 1s RDS.CancelExportTask", "client.call.attempts 1 RDS.CancelExportTask", "client.call.errors 1 RDS.CancelExportTask"},
		},
		"answer, then none": {
			script(answer(503, "").HeaderSet(http.Header{"X-Amzn-Requestid": {"first"}}),
				func(*http.Request) (*http.Response, error) { return nil, errors.New("no route") }),
			[]string{"aws.request_id ", "operation.attempts 3", "status 2", "end"},
			[]string{"client.call.duration 3s RDS.CancelExportTask", "client.call.attempts 3 RDS.CancelExportTask", "client.call.errors 1 RDS.CancelExportTask"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var traced spans
				var measured []string
				client := newClient(nil, withHTTPClient(slow(c.respond)), func(o *rds.Options) {
					o.Retryer, o.TracerProvider, o.MeterProvider = eager{}, &traced, meter{log: &measured}
				})
				_, _ = cancel(t, client)
				if diff := cmp.Diff(slices.Concat(start, c.end), traced.log); diff != "" {
					t.Errorf("trace (-want +got):\n%s", diff)
				}
				if diff := cmp.Diff(c.measured, measured); diff != "" {
					t.Errorf("measurements (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// A span ends with an error also when a middleware panics.
func TestSpanEndsWithPanic(t *testing.T) {
	var traced spans
	client := newClient(nil, func(o *rds.Options) { o.TracerProvider = &traced },
		inBuild(func(context.Context, middleware.BuildInput, middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
			panic("mine")
		}))
	func() {
		defer func() { _ = recover() }()
		_, _ = cancel(t, client)
	}()
	if got := strings.Join(traced.log, "\n"); !strings.HasSuffix(got, "status 2\nend") {
		t.Error(got)
	}
}

// The span of the call is the one around what middlewares and the HTTP client
// do.
func TestSpanInContext(t *testing.T) {
	var traced spans
	seen := 0
	look := func(ctx context.Context) {
		seen++
		if span, ok := tracing.GetSpan(ctx); !ok || span != tracing.Span(&traced) {
			t.Errorf("span %v", span)
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
