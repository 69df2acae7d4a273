package flow

import (
	"context"
	"fmt"
)

// A Step is a step of a flow.
type Step[Name ~string] struct {
	Name Name
	Some bool // whether the step has anything to do
	Do   func(context.Context) error
}

// Run does the steps one after the other, and calls started, which may be nil, before each. Its
// error names the flow and the step.
func Run[Name ~string](ctx context.Context, flow string, started func(Name), steps ...Step[Name]) error {
	for _, s := range steps {
		if !s.Some {
			continue
		}
		if started != nil {
			started(s.Name)
		}
		if err := s.Do(ctx); err != nil {
			return fmt.Errorf("%s: %s: %w", flow, s.Name, err)
		}
	}
	return nil
}
