package wait

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/smithy-go/tracing"

	"github.com/nereid-go/nereid"
)

// A traceContext is the context of a wait. The wait's span starts with the
// first poll, because the TracerProvider and other client options are not known
// earlier.
type traceContext struct {
	context.Context

	wait *Engine
	in   context.Context //nolint:containedctx // derived from the same context, with the span
	span tracing.Span    // nil without a TracerProvider
}

type traceKey struct{}

// Value returns the traceContext itself for a traceKey. For other keys it
// returns the value in the span's context or in the caller's context.
func (c *traceContext) Value(key any) any {
	if _, ok := key.(traceKey); ok {
		return c
	}
	if c.in != nil {
		return c.in.Value(key)
	}
	return c.Context.Value(key)
}

// traced returns the context of a wait. Trace can add a span to it.
func (w *Engine) traced(ctx context.Context) (context.Context, *traceContext) {
	c := &traceContext{Context: ctx, wait: w}
	return c, c
}

// Trace starts the span of the wait that ctx belongs to, if the span has not
// started. It does nothing if provider is nil.
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

// errLeft is the error of a wait that the caller leaves early, by a break in
// the loop over the result or a panic in OnPoll. Only the wait's span receives
// it.
var errLeft = &nereid.WaitError{Resource: "resources", Wanted: "done", Outcome: nereid.ErrWaitCanceled, Cause: errors.New("the caller left the wait")}

// end ends the wait's span. polls is the number of polls, and err the error of
// the wait, or nil.
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
