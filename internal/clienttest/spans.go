package clienttest

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/aws/smithy-go/tracing"
)

// Spans is both a TracerProvider and a Tracer. It records spans when they end.
type Spans struct {
	Scope string   // of the tracer
	Log   []string // a line for each span: the surrounding spans, its attributes and its status
	Open  []*Span
}

// A Span is a span of [Spans].
type Span struct {
	tracing.Span

	of     *Spans
	name   string
	parent *Span
	props  map[string]any
	status tracing.SpanStatus
}

// Tracer returns s.
func (s *Spans) Tracer(scope string, _ ...tracing.TracerOption) tracing.Tracer {
	s.Scope = scope
	return s
}

// StartSpan starts a child span of the context's span.
func (s *Spans) StartSpan(ctx context.Context, name string, opts ...tracing.SpanOption) (context.Context, tracing.Span) {
	var o tracing.SpanOptions
	for _, opt := range opts {
		opt(&o)
	}
	made := &Span{of: s, name: name, props: make(map[string]any)}
	if parent, ok := tracing.GetSpan(ctx); ok {
		made.parent = parent.(*Span)
	}
	for key, value := range o.Properties.Values() {
		made.props[key.(string)] = value
	}
	if o.Kind == tracing.SpanKindClient {
		made.name += " (client)"
	}
	s.Open = append(s.Open, made)
	return tracing.WithSpan(ctx, made), made
}

// SetStatus sets the status.
func (s *Span) SetStatus(status tracing.SpanStatus) { s.status = status }

// SetProperty sets an attribute.
func (s *Span) SetProperty(k, v any) { s.props[k.(string)] = v }

// End records the span. It does not record an error's text or type.
func (s *Span) End() {
	name := s.name
	for parent := s.parent; parent != nil; parent = parent.parent {
		name = parent.name + " > " + name
	}
	var text strings.Builder
	text.WriteString(name)
	for _, key := range slices.Sorted(maps.Keys(s.props)) {
		if key != "exception.message" && key != "exception.type" {
			fmt.Fprintf(&text, " %s=%v", key, s.props[key])
		}
	}
	if message := fmt.Sprint(s.props["exception.message"]); s.status == tracing.SpanStatusError && (message == "" || s.props["exception.type"] == nil) {
		text.WriteString(" without its error")
	}
	s.of.Log = append(s.of.Log, fmt.Sprintf("%s: %d", text.String(), s.status))
	s.of.Open = slices.DeleteFunc(s.of.Open, func(o *Span) bool { return o == s })
}
