package operation

import (
	"context"
	"fmt"
	"net/url"
	"reflect"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"

	"github.com/nereid-go/nereid"
)

// A call is the state of one call. It is the context that the middlewares of
// the chain get, and they find it there with callOf.
type call struct {
	context.Context

	client *Client
	opts   *Options
	chain  *chain
	target *target
	in     any // what the serializer was given
	out    any // what the deserializer fills

	sourceRegion  string // where the presigned URL is made for, "" without one
	form          string // the request body
	attempts      int
	sent          time.Time     // when the last attempt began
	appliedSkew   time.Duration // what its date was corrected by
	skewCorrected bool
	requestID     string

	url    url.URL
	values [headerCount][1]string // backing the header values we set
}

// The headers that a call sets itself, as indices of call.values.
const (
	headerContentType = iota
	headerUserAgent
	headerInvocationID
	headerRequest
	headerCount
)

type callKey struct{}

// Value finds the call itself, and all that the caller's context holds.
func (c *call) Value(key any) any {
	if _, ok := key.(callKey); ok {
		return c
	}
	return c.Context.Value(key)
}

func callOf(ctx context.Context) *call {
	if c, ok := ctx.(*call); ok {
		return c
	}
	return ctx.Value(callKey{}).(*call)
}

// Call makes one call of the operation with that name. perCall are the options
// of this call, nil for those of the client.
func Call[Out, In any](ctx context.Context, c *Client, name string, in *In, perCall *Options) (*Out, error) {
	if in == nil {
		in = new(In)
	}
	out := new(Out)
	res, err := c.call(ctx, name, in, out, perCall)
	if err != nil {
		return nil, &smithy.OperationError{ServiceID: c.service.ID, OperationName: name, Err: err}
	}
	if res == any(out) {
		return out, nil
	}
	// A middleware gave a result of its own.
	typed, ok := res.(*Out)
	if !ok {
		return nil, &smithy.OperationError{ServiceID: c.service.ID, OperationName: name,
			Err: fmt.Errorf("a middleware returned %T as the result, want %T", res, out)}
	}
	return typed, nil
}

func (c *Client) call(ctx context.Context, name string, in, out any, perCall *Options) (any, error) {
	opts, tgt := &c.opts, &c.target
	ch, err := c.chain(name, in, out)
	if perCall != nil {
		resolved := perCall.resolveCall(opts)
		opts = &resolved
		if !sameTarget(opts, &c.opts) {
			t := resolveTarget(opts)
			tgt = &t
		}
		if len(opts.APIOptions) != len(c.opts.APIOptions) {
			ch, err = newChain(name, reflect.TypeOf(in).Elem(), reflect.TypeOf(out).Elem(), opts.APIOptions)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("an APIOptions function failed: %w", err)
	}

	s := &call{Context: ctx, client: c, opts: opts, chain: ch, target: tgt, in: in, out: out}
	ctx = s
	if ch.custom {
		ctx = withFamiliarValues(ctx, s)
	}
	var finish func(error)
	if opts.TracerProvider != nil || opts.MeterProvider != nil {
		ctx, finish = s.observe(ctx)
	}
	res, md, err := ch.head.HandleInitialize(ctx, middleware.InitializeInput{Parameters: in})
	if finish != nil {
		finish(err)
	}
	if err != nil {
		return nil, err
	}
	s.setMetadata(res.Result, md)
	return res.Result, nil
}

// withFamiliarValues gives the middlewares of a user what they find in the
// context of an SDK client. Without such middlewares nobody would look.
func withFamiliarValues(ctx context.Context, s *call) context.Context {
	ctx = middleware.ClearStackValues(ctx)
	ctx = middleware.WithServiceID(ctx, s.client.service.ID)
	ctx = middleware.WithOperationName(ctx, s.chain.name)
	return middleware.SetLogger(ctx, s.opts.Logger)
}

// setMetadata completes the metadata and puts it into the output.
func (s *call) setMetadata(result any, md middleware.Metadata) {
	if s.chain.metadata < 0 {
		return
	}
	v := reflect.ValueOf(result)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Type() != reflect.TypeOf(s.out) {
		return
	}
	nereid.SetCallInfo(&md, &nereid.CallInfo{RequestID: s.requestID, Attempts: s.attempts})
	*v.Elem().Field(s.chain.metadata).Addr().Interface().(*middleware.Metadata) = md
}

// resetOutput clears what an earlier attempt may have left in the output.
func (s *call) resetOutput() { reflect.ValueOf(s.out).Elem().SetZero() }

// observe starts the span and the measurements of the call. The returned
// function ends them.
func (s *call) observe(ctx context.Context) (context.Context, func(error)) {
	service, name := s.client.service.ID, s.chain.name
	start := time.Now()
	var span tracing.Span
	if s.opts.TracerProvider != nil {
		tracer := s.opts.TracerProvider.Tracer("github.com/nereid-go/nereid")
		ctx, span = tracer.StartSpan(ctx, service+"."+name, func(o *tracing.SpanOptions) {
			o.Kind = tracing.SpanKindClient
			o.Properties.Set("rpc.system", "aws-api")
			o.Properties.Set("rpc.service", service)
			o.Properties.Set("rpc.method", name)
		})
		ctx = tracing.WithOperationTracer(ctx, tracer)
	}
	return ctx, func(err error) {
		if span != nil {
			span.SetProperty("aws.request_id", s.requestID)
			span.SetProperty("operation.attempts", s.attempts)
			if err != nil {
				span.SetStatus(tracing.SpanStatusError)
			} else {
				span.SetStatus(tracing.SpanStatusOK)
			}
			span.End()
		}
		if s.opts.MeterProvider != nil {
			s.measure(time.Since(start), err)
		}
	}
}

func (s *call) measure(elapsed time.Duration, err error) {
	labels := func(o *metrics.RecordMetricOptions) {
		o.Properties.Set("rpc.service", s.client.service.ID)
		o.Properties.Set("rpc.method", s.chain.name)
	}
	meter := s.opts.MeterProvider.Meter("github.com/nereid-go/nereid")
	if h, e := meter.Float64Histogram("client.call.duration", func(o *metrics.InstrumentOptions) { o.UnitLabel = "s" }); e == nil {
		h.Record(s, elapsed.Seconds(), labels)
	}
	if n, e := meter.Int64Counter("client.call.attempts"); e == nil {
		n.Add(s, int64(s.attempts), labels)
	}
	if err == nil {
		return
	}
	if n, e := meter.Int64Counter("client.call.errors"); e == nil {
		n.Add(s, 1, labels)
	}
}
