package recovery

import (
	"context"
	"time"
)

// A PendingOutcome passes the doubt about one call on to the next call for the
// same resource. If a call fails and its outcome is unknown, and a later call
// is rejected, the later call recovers as if it had made the earlier attempt
// itself. Only operations with the effect [Create] use it.
//
// For the first call, only Operation is set. The calls must not overlap. Calls
// of other operations ignore the PendingOutcome.
type PendingOutcome struct {
	Operation string

	open     bool
	first    time.Time // when the first attempt in doubt began
	doubtful error     // the error of that attempt
	callTag  string
}

// Open reports whether a call that failed may have been carried out.
func (p *PendingOutcome) Open() bool { return p.open }

type pendingKey struct{}

// WithPendingOutcome returns a context for the next call.
func WithPendingOutcome(ctx context.Context, p *PendingOutcome) context.Context {
	return context.WithValue(ctx, pendingKey{}, p)
}

// resume takes over the doubt of earlier calls.
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

// save leaves the doubt of the call to the next.
func (s *State) save() {
	if p := s.pending; p != nil {
		p.open, p.first, p.doubtful, p.callTag = s.inDoubt, s.first, s.doubtful, s.callTag
	}
}
