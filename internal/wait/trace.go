package wait

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/smithy-go/tracing"

	"github.com/nereid-go/nereid"
)

// A traceContext is the context of a wait. It has the span of the wait from the
// first poll on, because only then the client's options, including the
// TracerProvider, are known.
type traceContext struct {
	context.Context

	wait *Engine
	in   context.Context //nolint:containedctx // made from the same one, with the span
	span tracing.Span    // nil without a TracerProvider
}

type traceKey struct{}

// Value returns the wait itself, the span, or a value of the caller's context.
func (c *traceContext) Value(key any) any {
	if _, ok := key.(traceKey); ok {
		return c
	}
	if c.in != nil {
		return c.in.Value(key)
	}
	return c.Context.Value(key)
}

// traced returns the context of a wait that may get a span.
func (w *Engine) traced(ctx context.Context) (context.Context, *traceContext) {
	c := &traceContext{Context: ctx, wait: w}
	return c, c
}

// Trace starts the span of the wait that ctx belongs to, at the first poll. It
// does nothing without a provider.
func Trace(ctx context.Context, provider tracing.TracerProvider) {
	c, ok := ctx.Value(traceKey{}).(*traceContext)
	if !ok || provider == nil || c.span != nil {
		return
	}
	c.in, c.span = provider.Tracer("github.com/nereid-go/nereid").StartSpan(c.Context, "Wait", func(o *tracing.SpanOptions) {
		o.Properties.Set("wait.resource", c.wait.Resource.Noun)
		o.Properties.Set("wait.wanted", c.wait.Condition.Wanted)
	})
}

// errLeft is the error for a wait that the caller leaves early, by a break in
// the loop over the result or by a panic in OnPoll. Only its span receives the
// error.
var errLeft = &nereid.WaitError{Resource: "resources", Wanted: "done", Outcome: nereid.ErrWaitCanceled, Cause: errors.New("the caller left the wait")}

// end ends the span of a wait after the given number of polls and with err.
func (c *traceContext) end(polls int, err error) {
	if c.span == nil {
		return
	}
	c.span.SetProperty("wait.polls", polls)
	outcome, status := "success", tracing.SpanStatusOK
	if err != nil {
		outcome, status = "error", tracing.SpanStatusError
		var failed *nereid.WaitError
		if errors.As(err, &failed) {
			outcome = string(failed.Outcome)
			if failed.LastStatus != "" {
				c.span.SetProperty("wait.last_status", failed.LastStatus)
			}
		}
		c.span.SetProperty("exception.type", fmt.Sprintf("%T", err))
		c.span.SetProperty("exception.message", err.Error())
	}
	c.span.SetProperty("wait.outcome", outcome)
	c.span.SetStatus(status)
	c.span.End()
}
