package operation

import (
	"context"
	"errors"
	"time"

	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/tracing"
)

// observe starts the span and the measurements of the call. The returned
// function ends them.
func (c *call) observe(ctx context.Context) (context.Context, func(error)) {
	service, name := c.client.service.ID, c.chain.op.Name
	start := time.Now()
	var span tracing.Span
	if c.opts.TracerProvider != nil {
		tracer := c.opts.TracerProvider.Tracer("github.com/nereid-go/nereid")
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
			span.SetProperty("aws.request_id", c.reply.requestID)
			span.SetProperty("operation.attempts", c.attempts.n)
			if err != nil {
				span.SetStatus(tracing.SpanStatusError)
			} else {
				span.SetStatus(tracing.SpanStatusOK)
			}
			span.End()
		}
		if c.opts.MeterProvider != nil {
			c.measure(time.Since(start), err)
		}
	}
}

var errPanicked = errors.New("a middleware panicked") // nothing returns it, but tracing and metrics get it

func (c *call) measure(elapsed time.Duration, err error) {
	labels := func(o *metrics.RecordMetricOptions) {
		o.Properties.Set("rpc.service", c.client.service.ID)
		o.Properties.Set("rpc.method", c.chain.op.Name)
	}
	meter := c.opts.MeterProvider.Meter("github.com/nereid-go/nereid")
	if h, e := meter.Float64Histogram("client.call.duration", func(o *metrics.InstrumentOptions) { o.UnitLabel = "s" }); e == nil {
		h.Record(c, elapsed.Seconds(), labels)
	}
	if n, e := meter.Int64Counter("client.call.attempts"); e == nil {
		n.Add(c, int64(c.attempts.n), labels)
	}
	if err == nil {
		return
	}
	if n, e := meter.Int64Counter("client.call.errors"); e == nil {
		n.Add(c, 1, labels)
	}
}
