package recovery

import (
	"context"
	"time"
)

// An Effect describes what happens when an operation is repeated. Its
// implementations are [Create], [Change], [Delete], [Add], [Remove], [Modify],
// [Failover], [LastWriter] and [Once]. An operation's descriptor points to a
// literal of one of these types, so that the linker drops the code of effects
// that a program does not use.
//
// Some fields of an effect are functions that return a member of the
// operation's input. Their argument is a pointer to the input's struct, passed
// as any. They return nil if the input does not set the member.
type Effect interface {
	// Track returns the tracker for the attempts of a call.
	Track(c Config) Tracker
}

// behavior has the methods that differ between effects. It is separate from
// [Effect], because the linker keeps all types that occur in an interface's
// methods, even in programs that do not use these types.
type behavior interface {
	// repeatable reports whether the operation may be repeated while the outcome
	// of an attempt is unknown.
	repeatable(in any) bool

	// prepare returns the input to send. It runs before the first attempt.
	prepare(ctx context.Context, s *State, in any) any

	// target names the resource that shows the outcome.
	target(in any) string

	// resolve decides about a rejection.
	resolve(ctx context.Context, l *lookup) finding
}

// A Describer makes describe calls with the client and the options of the call
// whose outcome is unknown.
type Describer interface {
	// Describe calls the operation with the descriptor op.
	Describe(ctx context.Context, op, in, out any) error

	// In returns a Describer for another region.
	In(region string) Describer
}

// A Kind is a resource type. Waiters use it too.
type Kind interface {
	Label() string             // "DB cluster"
	Name(in any, id string)    // makes a describe input name the resource
	First(out any) any         // pointer to the first item of an output, or nil
	StatusOf(item any) string  // of an item
	ARNOf(item any) string     // of an item; "" if the item does not show its ARN
	IsNotFound(err error) bool // reports whether err is this type's not-found fault
}

// A Resource is a resource type together with the operation that describes it.
type Resource struct {
	Kind Kind

	// Operation is the descriptor of the describe operation. New returns an empty
	// input and an empty output for the operation.
	Operation any
	New       func() (in, out any)

	// ResourceID returns the identifier that stays the same when the resource is
	// renamed.
	ResourceID func(item any) *string

	// Tags is the resource type whose description is the list of the resource's
	// tags. It is nil for resources without tags.
	Tags *Resource
}

// find describes the resource named id. The item is nil if the resource does
// not exist.
func (r *Resource) find(ctx context.Context, d Describer, id string) (item any, err error) {
	in, out := r.New()
	r.Kind.Name(in, id)
	switch err := d.Describe(ctx, r.Operation, in, out); {
	case err == nil:
		return r.Kind.First(out), nil
	case r.Kind.IsNotFound(err):
		return nil, nil //nolint:nilnil // there is no item
	default:
		return nil, err
	}
}

// A Create makes a resource. It is the effect of operations that create, copy
// or restore a resource, and of StartExportTask.
type Create struct {
	Resource *Resource
	ID       func(in any) *string // the name of the new resource

	// Made returns the time at which the resource was made. The field is nil for
	// resource types whose description lacks such a time. For these types,
	// recovery does not compare times.
	Made func(item any) *time.Time

	// Later reports whether the time that Made returns is set late: not when the
	// creation starts, but some time afterwards. A late time can prove that a
	// resource is older than the call, but not that it is younger. If Later is
	// nil, the time is not late.
	Later func(item any) bool

	// Earlier is true if Made returns the creation time of the resource's source,
	// for example of the snapshot that was copied. If this time is after the start
	// of the call, the resource is younger than the call. If it is before, the
	// resource can be older or younger.
	Earlier bool

	// Making reports whether an item without a creation time is still being
	// created. If Making is nil, no item counts as being created.
	Making func(item any) bool

	// Over reports whether an item has a status that a new resource cannot have
	// yet, for example a completed export. If Over is nil, every item can be new.
	Over func(item any) bool

	// Untagged reports whether recovery must not add a tag to the input. If
	// Untagged is nil, recovery may add a tag to every input.
	Untagged func(in any) bool
}

// A Change moves a resource from one state to another.
type Change struct {
	Resource *Resource
	ID       func(in any) *string

	To   []string // the target state and the states on the way to it
	From []string // states in which the change can start

	// Settings is true if the input also contains settings. The call then counts
	// as successful only if a resource in the target state shows these settings.
	Settings bool

	Snapshot *Snapshot // taken before the change; may be nil
}

// A Delete removes a resource.
type Delete struct {
	Resource *Resource
	ID       func(in any) *string
	Snapshot *Snapshot // taken before the deletion; may be nil
	Kept     []string  // statuses of resources that AWS never deletes
}

// A Snapshot is the snapshot that AWS takes of a resource before it stops or
// deletes the resource.
type Snapshot struct {
	Resource *Resource
	ID       func(in any) *string      // its name; nil for no snapshot
	Of       func(in any) *string      // name of the resource in the input
	Source   func(item any) *string    // name of the resource in the description of the snapshot
	Made     func(item any) *time.Time // may return nil while the snapshot is being made
}

// An Add adds something to a resource: a role, an event source, tags.
type Add struct {
	Resource *Resource
	ID       func(in any) *string
	Has      func(in, item any) bool // reports whether the resource has everything that the call adds
}

// A Remove removes members from a resource.
type Remove struct {
	Resource *Resource
	ID       func(in any) *string
	Has      func(in, item any) bool // reports whether the resource still has anything that the call removes

	// Member is the type of the members that the call removes, if they are
	// resources themselves, and otherwise nil. If Member is not nil, a removal
	// counts as successful only if the resource no longer has the member, but the
	// member itself still exists. MemberID returns the identifier or ARN of the
	// member to remove.
	Member   *Resource
	MemberID func(in any) *string
}

// A Modify changes a resource's settings and can rename the resource.
type Modify struct {
	Resource *Resource
	ID       func(in any) *string
	NewID    func(in any) *string // nil for resource types that cannot be renamed
	During   []string             // states of a resource that is being modified
}

// A Failover makes another member the writer.
type Failover struct {
	Resource *Resource
	ID       func(in any) *string
	Target   func(in any) *string           // nil or "" if the service selects the new writer
	Writer   func(item any, id string) bool // reports whether the member with this ID is the writer
}

// A LastWriter is the effect of an operation that sets a value which Describe
// responses do not show. A repeated request sets the same value again.
type LastWriter struct {
	Noun     string // "parameter group"
	ID       func(in any) *string
	NotFound []string // error codes for a missing resource, without the suffix Fault
}

// A Once is the effect of an operation that must not be repeated while the
// outcome of an attempt is unknown, because a repetition would take effect a
// second time.
type Once struct {
	Noun string // "DB instance"
	ID   func(in any) *string
}

// Track implements [Effect].
func (e *Create) Track(c Config) Tracker { return &State{Config: c, effect: e} }

// Track implements [Effect].
func (e *Change) Track(c Config) Tracker { return &State{Config: c, effect: e} }

// Track implements [Effect].
func (e *Delete) Track(c Config) Tracker { return &State{Config: c, effect: e} }

// Track implements [Effect].
func (e *Add) Track(c Config) Tracker { return &State{Config: c, effect: e} }

// Track implements [Effect].
func (e *Remove) Track(c Config) Tracker { return &State{Config: c, effect: e} }

// Track implements [Effect].
func (e *Modify) Track(c Config) Tracker { return &State{Config: c, effect: e} }

// Track implements [Effect].
func (e *Failover) Track(c Config) Tracker { return &State{Config: c, effect: e} }

// Track implements [Effect].
func (e *LastWriter) Track(c Config) Tracker { return &State{Config: c, effect: e} }

// Track implements [Effect].
func (e *Once) Track(c Config) Tracker { return &State{Config: c, effect: e} }

func (*Create) repeatable(any) bool     { return true }
func (*Change) repeatable(any) bool     { return true }
func (*Delete) repeatable(any) bool     { return true }
func (*Add) repeatable(any) bool        { return true }
func (*Remove) repeatable(any) bool     { return true }
func (*Modify) repeatable(any) bool     { return true }
func (*LastWriter) repeatable(any) bool { return true }
func (*Once) repeatable(any) bool       { return false }

// repeatable returns true if the input names the new writer, because every
// attempt then has the same result.
func (e *Failover) repeatable(in any) bool { return given(e.Target, in) != "" }

func (e *Create) target(in any) string { return e.Resource.label(e.ID, in) }
func (e *Change) target(in any) string {
	return withSnapshot(e.Resource.label(e.ID, in), e.Snapshot, in)
}
func (e *Delete) target(in any) string {
	return withSnapshot(e.Resource.label(e.ID, in), e.Snapshot, in)
}
func (e *Add) target(in any) string        { return e.Resource.label(e.ID, in) }
func (e *Failover) target(in any) string   { return e.Resource.label(e.ID, in) }
func (e *LastWriter) target(in any) string { return label(e.Noun, given(e.ID, in)) }
func (e *Once) target(in any) string       { return label(e.Noun, given(e.ID, in)) }

func (e *Remove) target(in any) string {
	if e.Member == nil {
		return e.Resource.label(e.ID, in)
	}
	return e.Resource.label(e.ID, in) + " and its member " + given(e.MemberID, in)
}

func (e *Modify) target(in any) string {
	if to := given(e.NewID, in); to != "" {
		return e.Resource.label(e.ID, in) + " and " + label(e.Resource.Kind.Label(), to)
	}
	return e.Resource.label(e.ID, in)
}

func withSnapshot(what string, s *Snapshot, in any) string {
	if s == nil || given(s.ID, in) == "" {
		return what
	}
	return what + " and " + s.Resource.label(s.ID, in)
}

func (r *Resource) label(id func(any) *string, in any) string {
	return label(r.Kind.Label(), given(id, in))
}

func label(noun, id string) string {
	if id == "" {
		return noun
	}
	return noun + " " + id
}

// given returns the value of an input member, or "" if the member is not set.
func given(member func(any) *string, in any) string {
	if member == nil {
		return ""
	}
	if s := member(in); s != nil {
		return *s
	}
	return ""
}
