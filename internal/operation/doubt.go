package operation

import (
	"context"
	"time"
)

// A Doubt is what calls for the same resource, one after the other, know of each
// other. When one of them failed and nobody can know whether it was carried out,
// a later one that is refused because the resource exists recovers as if it had
// made the earlier attempt itself. Only operations that create take notice.
//
// One with nothing but the name of the operation is that of the first call. The
// calls must not overlap; those of other operations take no notice of it.
type Doubt struct {
	Operation string

	open  bool
	first time.Time // when the first attempt of the call that left it began
}

// Open reports whether a call that failed may have been carried out.
func (d *Doubt) Open() bool { return d.open }

type doubtKey struct{}

// WithDoubt returns a context for the next call.
func WithDoubt(ctx context.Context, d *Doubt) context.Context {
	return context.WithValue(ctx, doubtKey{}, d)
}

// inherit takes over the doubt that earlier calls left. It returns nil if there
// were to be none.
func (c *call) inherit() *Doubt {
	if c.mark.action != creates {
		return nil
	}
	d, _ := c.Context.Value(doubtKey{}).(*Doubt)
	if d == nil || d.Operation != c.chain.op.Name {
		return nil
	}
	if d.open {
		c.inDoubt, c.inherited, c.attempts.first = true, true, d.first
	}
	return d
}

// bequeath leaves the doubt of a call to the next.
func (c *call) bequeath(d *Doubt) {
	if d != nil {
		d.open, d.first = c.inDoubt, c.attempts.first
	}
}
