package operation_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// An observer is a provider of tracers and meters that records everything:
// names, events, and properties with their keys. Instruments that it lacks are
// nil, so that a call which starts to use one of them fails.
type observer struct {
	metrics.Meter
	text  strings.Builder
	spans int
	ended int
}

func (o *observer) tell(what string, properties *smithy.Properties, v ...any) {
	fmt.Fprintf(&o.text, "%s %+v\n", what, v)
	for key, value := range properties.Values() {
		fmt.Fprintf(&o.text, "\t%#v: %+v %#v\n", key, value, value)
	}
}

func (o *observer) Tracer(scope string, opts ...tracing.TracerOption) tracing.Tracer {
	var to tracing.TracerOptions
	for _, opt := range opts {
		opt(&to)
	}
	o.tell("tracer", &to.Properties, scope)
	return observedTracer{o}
}

type observedTracer struct{ o *observer }

func (t observedTracer) StartSpan(ctx context.Context, name string, opts ...tracing.SpanOption) (context.Context, tracing.Span) {
	var so tracing.SpanOptions
	for _, opt := range opts {
		opt(&so)
	}
	t.o.spans++
	t.o.tell("span", &so.Properties, name, so.Kind)
	span := observedSpan{t.o, name}
	return tracing.WithSpan(ctx, span), span
}

type observedSpan struct {
	o    *observer
	name string
}

func (s observedSpan) Name() string                    { return s.name }
func (s observedSpan) Context() tracing.SpanContext    { return tracing.SpanContext{} }
func (s observedSpan) SetStatus(st tracing.SpanStatus) { s.o.tell("status", &smithy.Properties{}, st) }
func (s observedSpan) SetProperty(key, value any) {
	s.o.tell("property", &smithy.Properties{}, key, value)
}
func (s observedSpan) End() { s.o.ended++ }
func (s observedSpan) AddEvent(name string, opts ...tracing.EventOption) {
	var eo tracing.EventOptions
	for _, opt := range opts {
		opt(&eo)
	}
	s.o.tell("event", &eo.Properties, name)
}

// observedMeters is the MeterProvider of an observer.
type observedMeters struct{ o *observer }

func (m observedMeters) Meter(scope string, opts ...metrics.MeterOption) metrics.Meter {
	var mo metrics.MeterOptions
	for _, opt := range opts {
		opt(&mo)
	}
	m.o.tell("meter", &mo.Properties, scope)
	return m.o
}

func (o *observer) instrument(name string, opts []metrics.InstrumentOption) observedInstrument {
	var io metrics.InstrumentOptions
	for _, opt := range opts {
		opt(&io)
	}
	o.tell("instrument", &smithy.Properties{}, name, io)
	return observedInstrument{o}
}

func (o *observer) Int64Counter(name string, opts ...metrics.InstrumentOption) (metrics.Int64Counter, error) {
	return o.instrument(name, opts), nil
}

func (o *observer) Float64Histogram(name string, opts ...metrics.InstrumentOption) (metrics.Float64Histogram, error) {
	return o.instrument(name, opts), nil
}

type observedInstrument struct{ o *observer }

func (i observedInstrument) measured(v any, opts []metrics.RecordMetricOption) {
	var ro metrics.RecordMetricOptions
	for _, opt := range opts {
		opt(&ro)
	}
	i.o.tell("measured", &ro.Properties, v)
}

func (i observedInstrument) Add(_ context.Context, n int64, opts ...metrics.RecordMetricOption) {
	i.measured(n, opts)
}

func (i observedInstrument) Record(_ context.Context, v float64, opts ...metrics.RecordMetricOption) {
	i.measured(v, opts)
}

// TestNoSecretsInTraces makes calls with a session token, a password and a
// presigned URL. The service quotes all of them, with several statuses, and so
// does a connection error. The test looks for them in everything that a tracer
// and a meter receive.
func TestNoSecretsInTraces(t *testing.T) {
	var o observer
	var r recorder
	var urls []string
	calls := 0
	for _, status := range []int{200, 302, 400, 403, 502, 0} {
		respond := hostile(status)
		do := doFunc(func(req *http.Request) (*http.Response, error) {
			data, err := io.ReadAll(req.Body)
			if err != nil {
				return nil, err
			}
			req.Body = io.NopCloser(bytes.NewReader(data))
			if _, err := r.then(answer(200, ""))(req); err != nil {
				return nil, err
			}
			if status == 0 {
				return nil, &net.OpError{Op: "read", Err: fmt.Errorf("broken: %s %s", req.Header, data)}
			}
			req.Body = io.NopCloser(bytes.NewReader(data))
			return respond(req)
		})
		creds := nereid.StaticCredentials("ASIAEXAMPLE", secret, session)
		rdsClient := newClient(nil, withHTTPClient(do), func(ro *rds.Options) {
			ro.Credentials, ro.Retryer, ro.TracerProvider, ro.MeterProvider = creds, eager{}, &o, observedMeters{&o}
		})
		neptuneClient := neptune.New(neptune.Options{
			Region: region, Credentials: creds, HTTPClient: do, Retryer: eager{}, TracerProvider: &o, MeterProvider: observedMeters{&o},
		})
		_, copyErr := rdsClient.CopyDBClusterSnapshot(t.Context(), &rds.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: nereid.String(snapshotARN), TargetDBClusterSnapshotIdentifier: nereid.String("s2"),
		})
		_, createErr := neptuneClient.CreateDBCluster(t.Context(), &neptune.CreateDBClusterInput{
			DBClusterIdentifier: nereid.String("c1"), Engine: nereid.String("neptune"), MasterUserPassword: nereid.String(password),
		})
		_, modifyErr := neptuneClient.ModifyDBCluster(t.Context(), &neptune.ModifyDBClusterInput{
			DBClusterIdentifier: nereid.String("c1"), MasterUserPassword: nereid.String(password),
		})
		for _, err := range []error{copyErr, createErr, modifyErr} {
			if calls++; (err == nil) != (status == 200) {
				t.Errorf("status %d: %v", status, err)
			}
		}
	}
	for _, body := range r.bodies {
		form, err := url.ParseQuery(body)
		if err != nil {
			t.Error(err)
		}
		if presigned := form.Get("PreSignedUrl"); presigned != "" {
			urls = append(urls, presigned)
		}
	}
	if len(urls) == 0 || o.spans < 2*calls || o.ended != o.spans {
		t.Fatalf("%d calls, %d spans, %d ended, %d presigned URLs", calls, o.spans, o.ended, len(urls))
	}
	text := o.text.String()
	for _, s := range hidden(r.requests, urls) {
		if len(s) > 0 && strings.Contains(text, s) {
			t.Errorf("%q is told:\n%s", s, text)
			break
		}
	}
	for _, want := range []string{"RDS.CopyDBClusterSnapshot", `"rpc.method": CreateDBCluster`, "client.call.duration", "client.call.errors", "operation.attempts"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not told:\n%s", want, text)
		}
	}
}

// The observer sees what a middleware adds to a span, in every possible way, so
// it would find a secret.
func TestObserverFindsSecrets(t *testing.T) {
	for name, leak := range map[string]func(context.Context){
		"property": func(ctx context.Context) {
			span, _ := tracing.GetSpan(ctx)
			span.SetProperty("header", http.Header{"X-Amz-Security-Token": {session}})
		},
		"event": func(ctx context.Context) {
			span, _ := tracing.GetSpan(ctx)
			span.AddEvent("sent", func(o *tracing.EventOptions) { o.Properties.Set("error", errors.New(session)) })
		},
		"span": func(ctx context.Context) { _, span := tracing.StartSpan(ctx, "as "+session); span.End() },
		"span's property": func(ctx context.Context) {
			_, span := tracing.StartSpan(ctx, "inner", func(o *tracing.SpanOptions) { o.Properties.Set(session, 1) })
			span.End()
		},
	} {
		var o observer
		client := newClient(ok("t1"), func(ro *rds.Options) { ro.TracerProvider, ro.MeterProvider = &o, observedMeters{&o} },
			rds.WithAPIOptions(func(stack *middleware.Stack) error {
				return stack.Finalize.Add(middleware.FinalizeMiddlewareFunc("leak", func(
					ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler,
				) (middleware.FinalizeOutput, middleware.Metadata, error) {
					leak(ctx)
					return next.HandleFinalize(ctx, in)
				}), middleware.After)
			}))
		mustCancel(t, client)
		if !strings.Contains(o.text.String(), session) {
			t.Errorf("%s: the observer does not see it:\n%s", name, &o.text)
		}
	}
}
