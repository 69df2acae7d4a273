package operation

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/metrics"
	"github.com/aws/smithy-go/tracing"
)

// scope is the name of the tracer and of the meter.
const scope = "github.com/nereid-go/nereid"

// observe starts the call's span and measurements. The returned function ends
// them.
func (c *call) observe(ctx context.Context) (context.Context, func(error)) {
	service, name := c.client.service.ID, c.chain.op.Name
	start := time.Now()
	var span tracing.Span
	if c.opts.TracerProvider != nil {
		tracer := c.opts.TracerProvider.Tracer(scope)
		ctx, span = tracer.StartSpan(ctx, service+"."+name, func(o *tracing.SpanOptions) {
			o.Kind = tracing.SpanKindClient
			o.Properties.Set("rpc.system", "aws-api")
			o.Properties.Set("rpc.service", service)
			o.Properties.Set("rpc.method", name)
			o.Properties.Set("cloud.region", c.opts.Region)
		})
		ctx = tracing.WithOperationTracer(ctx, tracer)
	}
	return ctx, func(err error) {
		if span != nil {
			span.SetProperty("operation.attempts", c.attempts.n)
			if c.recovered {
				span.SetProperty("operation.recovered", true)
			}
			c.end(span, err)
		}
		if c.opts.MeterProvider != nil {
			c.record("client.call.duration", "The duration of a call, including retries", time.Since(start))
		}
	}
}

// end ends the span of the call or of an attempt.
func (c *call) end(span tracing.Span, err error) {
	if c.reply.requestID != "" {
		span.SetProperty("aws.request_id", c.reply.requestID)
	}
	if err == nil {
		span.SetStatus(tracing.SpanStatusOK)
		span.End()
		return
	}
	span.SetProperty("exception.type", fmt.Sprintf("%T", err))
	span.SetProperty("exception.message", err.Error())
	if api := smithy.APIError(nil); errors.As(err, &api) {
		span.SetProperty("api.error_code", api.ErrorCode())
		span.SetProperty("api.error_message", api.ErrorMessage())
		span.SetProperty("api.error_fault", api.ErrorFault().String())
	}
	span.SetStatus(tracing.SpanStatusError)
	span.End()
}

// observeAttempt starts an attempt's span and measurements. The returned
// function ends them.
func (c *call) observeAttempt(ctx context.Context) (context.Context, func(error)) {
	start := time.Now()
	var span tracing.Span
	if c.opts.TracerProvider != nil {
		ctx, span = tracing.StartSpan(ctx, "Attempt", func(o *tracing.SpanOptions) {
			o.Properties.Set("operation.attempt", c.attempts.n)
		})
	}
	return ctx, func(err error) {
		if span != nil {
			c.end(span, err)
		}
		if c.opts.MeterProvider == nil {
			return
		}
		c.count("client.call.attempts", "{attempt}", "The number of attempts")
		c.record("client.call.attempt_duration", "The duration of an attempt, until its answer is read", time.Since(start))
		if err != nil {
			c.count("client.call.errors", "{error}", "The number of failed attempts", func(o *metrics.RecordMetricOptions) {
				o.Properties.Set("exception.type", errorType(err))
			})
		}
	}
}

// errorType returns the service's error code, or the type of err if it is not
// from the service.
func errorType(err error) string {
	if api := smithy.APIError(nil); errors.As(err, &api) {
		return api.ErrorCode()
	}
	return fmt.Sprintf("%T", err)
}

var errPanicked = errors.New("a middleware panicked") // only for tracing and metrics; no function returns it

// labels are the attributes of each measurement.
func (c *call) labels(o *metrics.RecordMetricOptions) {
	o.Properties.Set("rpc.service", c.client.service.ID)
	o.Properties.Set("rpc.method", c.chain.op.Name)
}

func (c *call) record(name, description string, d time.Duration) {
	h, err := c.opts.MeterProvider.Meter(scope).Float64Histogram(name, func(o *metrics.InstrumentOptions) {
		o.UnitLabel, o.Description = "s", description
	})
	if err == nil {
		h.Record(c, d.Seconds(), c.labels)
	}
}

func (c *call) count(name, unit, description string, more ...metrics.RecordMetricOption) {
	n, err := c.opts.MeterProvider.Meter(scope).Int64Counter(name, func(o *metrics.InstrumentOptions) {
		o.UnitLabel, o.Description = unit, description
	})
	if err == nil {
		n.Add(c, 1, append(more, c.labels)...)
	}
}
