package recovery

import (
	"context"
	"time"
)

// A PendingOutcome links calls that create the same resource. If a call fails
// with an unknown outcome and the service rejects a later call, the later
// call's recovery also considers the attempts of the earlier call. Only
// operations with the effect [Create] use it.
//
// Operation must be set before the first call. Calls must not overlap. A call
// of another operation ignores the PendingOutcome.
type PendingOutcome struct {
	Operation string

	open     bool
	first    time.Time // when the first attempt with an unknown outcome began
	doubtful error     // that attempt's error
	callTag  string
}

// Open reports whether a call has failed although the service may have carried
// it out.
func (p *PendingOutcome) Open() bool { return p.open }

type pendingKey struct{}

// WithPendingOutcome returns a context for the next call.
func WithPendingOutcome(ctx context.Context, p *PendingOutcome) context.Context {
	return context.WithValue(ctx, pendingKey{}, p)
}

// resume copies the unknown outcome of an earlier call to s, if the context has
// a PendingOutcome with one.
func (s *State) resume(ctx context.Context) {
	p, _ := ctx.Value(pendingKey{}).(*PendingOutcome)
	if p == nil || p.Operation != s.Operation {
		return
	}
	s.pending = p
	if p.open {
		s.inDoubt, s.inherited, s.first, s.doubtful, s.callTag = true, true, p.first, p.doubtful, p.callTag
	}
}

// save stores the unknown outcome for the next call.
func (s *State) save() {
	if p := s.pending; p != nil {
		p.open, p.first, p.doubtful, p.callTag = s.inDoubt, s.first, s.doubtful, s.callTag
	}
}
