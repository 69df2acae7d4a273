package flow

import (
	"context"
	"fmt"
)

// A Step is a step of a flow.
type Step[Name ~string] struct {
	Name Name
	Some bool // the step has something to do
	Do   func(context.Context) error
}

// Run executes the steps one after the other. It calls started, if not nil,
// before each step. The returned error names the flow and the step.
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
