package recovery

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/retry"
)

// Start returns the input to send. It runs before the first attempt.
func (s *State) Start(ctx context.Context, in any) any {
	s.in = in
	s.in = s.effect.prepare(ctx, s, in)
	return s.in
}

// Conclude returns the error to report for a call whose last attempt failed
// with err. If a description shows that the call had its effect, Conclude fills
// in the output and returns nil.
//
// If the outcome of an attempt remains unknown, the returned error contains a
// [*nereid.OutcomeUnknownError]. If this attempt is the last one, the returned
// error usually contains err, too.
//
// If look is false, Conclude makes no describe calls. It then returns err,
// unless the outcome is unknown and the operation must not be repeated.
func (s *State) Conclude(ctx context.Context, out any, err error, look bool) error {
	defer s.save()
	var known *nereid.OutcomeUnknownError
	if errors.As(err, &known) {
		return err
	}
	if stop := s.Failed(err); stop != nil {
		return stop
	}
	if !s.inDoubt || !look {
		return err
	}
	if s.unanswered {
		// Usually err shows that there was no answer, and is returned together
		// with the unknown outcome. Only the unknown outcome is returned if
		// several attempts have an unknown outcome and err looks like a
		// rejection, because err would mislead. After a failover, too, only the
		// unknown outcome is returned, because the caller has to check the
		// cluster before repeating the failover.
		if _, failover := s.effect.(*Failover); failover || s.doubts > 1 && looksRefused(err) {
			return s.unknown(err, nil)
		}
		return &doubtError{err: err, unknown: s.unknown(err, nil), lookAt: s.effect.target(s.in)}
	}
	switch s.meaningOf(err) {
	case saysRefused:
		s.inDoubt = false
		return err
	case saysNothing:
		return s.unknown(err, nil)
	}
	l := &lookup{State: s, out: out, refusal: err}
	l.window = s.windowBy(err, time.Now()) // the rejection has just arrived
	switch f := s.effect.resolve(ctx, l); f.verdict {
	case done:
		s.inDoubt = false
		return nil
	case stands:
		s.inDoubt = false
		return err
	default:
		return s.unknown(err, f.why)
	}
}

// A doubtError is the error of a call whose last attempt has an unknown
// outcome. It contains the error of that attempt and an OutcomeUnknownError.
type doubtError struct {
	err, unknown error
	lookAt       string
}

func (e *doubtError) Error() string {
	return e.err.Error() + " (the outcome is unknown; look at " + e.lookAt + " before you repeat the call)"
}

// Unwrap returns both errors.
func (e *doubtError) Unwrap() []error { return []error{e.err, e.unknown} }

// Unanswered reports whether err means that the outcome of the call's last
// attempt is unknown. If it does, err contains that attempt's error.
func Unanswered(err error) bool {
	var doubt *doubtError
	return errors.As(err, &doubt)
}

// looksRefused reports whether err is an error reply with a status below 500.
func looksRefused(err error) bool {
	var api smithy.APIError
	var response interface{ HTTPStatusCode() int }
	return errors.As(err, &api) && errors.As(err, &response) && response.HTTPStatusCode() < 500
}

// unknown returns the error of a call whose outcome is unknown. last is the
// last attempt's error. The argument why is the reason why a description did
// not show the outcome; it may be nil.
func (s *State) unknown(last, why error) error {
	e := &nereid.OutcomeUnknownError{
		Err: why, Last: last, Doubtful: s.doubtful, Since: s.first, LookAt: s.effect.target(s.in),
		Retryable: s.effect.repeatable(s.in) && retry.IsRetryable(last),
	}
	if !s.unanswered && nereid.IsServiceError(last) {
		e.Refusal = last.Error()
	}
	if e.Err == nil {
		e.Err = last
	}
	return e
}

// A verdict is the result of one poll.
type verdict int

const (
	undecided verdict = iota
	done              // the call had its effect
	stands            // the rejection is final
	unknown           // another poll would not help
)

// A finding is a verdict and its reason.
type finding struct {
	verdict verdict
	end     verdict // the verdict if this undecided poll is the last; undecided means unknown
	why     error   // the reason for an unknown outcome
	item    any     // the description after a success; nil if there is none
}

// A lookup finds out whether an attempt was rejected because an earlier attempt
// succeeded.
type lookup struct {
	*State
	out     any
	refusal error
	window  window
}

// pauses are the times between consecutive describe calls. After the last of
// these times has been used, every further pause is as long as that time.
var pauses = [...]time.Duration{time.Second, 2 * time.Second, 4 * time.Second, 8 * time.Second, 15 * time.Second}

// DefaultTime is how long a call polls for its effect if no other time is
// configured.
const DefaultTime = 30 * time.Second

// until repeatedly calls the function look. It ends when look returns a verdict
// other than undecided, or when the time for recovery has passed. A single
// description is not enough, because Describe responses lag behind changes.
func (l *lookup) until(ctx context.Context, look func(context.Context) finding) finding {
	left := l.Time
	if left == 0 {
		left = DefaultTime
	}
	for n := 0; ; n++ {
		f := look(ctx)
		if f.verdict == undecided && left <= 0 {
			if f.verdict = f.end; f.verdict == undecided {
				f.verdict = unknown
			}
		}
		switch {
		case f.verdict == done:
			fill(l.out, f.item)
			return f
		case f.verdict != undecided:
			return f
		}
		pause := min(pauses[min(n, len(pauses)-1)], left)
		left -= pause
		if err := retry.Sleep(ctx, pause); err != nil {
			return finding{verdict: unknown, why: fmt.Errorf("%w: %w", &interruptedError{ctx.Err()}, f.why)}
		}
	}
}

// existing is like until, for a resource that should exist. It describes the
// resource and passes the description to the function look. If the resource is
// missing or the describe call fails temporarily, it polls again without
// calling look.
func (l *lookup) existing(ctx context.Context, r *Resource, id string, look func(context.Context, any) finding) finding {
	return l.until(ctx, func(ctx context.Context) finding {
		switch item, f, ok := l.found(ctx, r, l.Describe, id); {
		case !ok:
			return f
		case item == nil:
			return l.absent()
		default:
			return look(ctx, item)
		}
	})
}

// found describes the resource. If ok is false, the describe call failed, and f
// contains the reason.
func (l *lookup) found(ctx context.Context, r *Resource, d Describer, id string) (item any, f finding, ok bool) {
	item, err := r.find(ctx, d, id)
	if err == nil {
		return item, f, true
	}
	f.why = &describeError{err}
	if !retry.IsRetryable(err) {
		f.verdict = unknown
	}
	return nil, f, false
}

// orUnknown returns the verdict for a resource that is still unchanged at the
// last poll: if the service rejected the call's parameters, the rejection is
// final; otherwise, the outcome is unknown.
func (l *lookup) orUnknown() verdict {
	if aboutParameters(l.refusal) {
		return stands
	}
	return unknown
}

// absent returns the finding for a resource that is missing, although the
// rejection was not about a missing resource. The resource may have been
// deleted in the meantime, or may not be visible yet.
func (l *lookup) absent() finding {
	return finding{end: l.orUnknown(), why: errNotShown}
}

// ifItStays returns the finding for a resource that is in the end state. It
// becomes a success only at the last poll. Before that, the description may be
// out of date, or another call may just have changed the resource.
func (l *lookup) ifItStays(item any) finding {
	return finding{end: done, item: item, why: errFormer}
}

// ifItShows returns the finding for a resource that is in the end state. The
// finding is a success if the resource has the settings in the input.
func (l *lookup) ifItShows(item any) finding {
	switch differs, hidden := Differs(l.in, item); {
	case differs != "":
		return finding{end: stands, why: errFormer}
	case hidden != "":
		return finding{why: hiddenError(hidden)}
	}
	return finding{verdict: done, item: item}
}

func (e *Create) resolve(ctx context.Context, l *lookup) finding {
	id := given(e.ID, l.in)
	if id == "" {
		return finding{verdict: unknown, why: errNoName}
	}
	return l.until(ctx, func(ctx context.Context) finding {
		item, f, ok := l.found(ctx, e.Resource, l.Describe, id)
		switch {
		case !ok:
			return f
		case item == nil:
			return finding{end: l.orUnknown(), why: errNotShown}
		case l.callTag != "":
			return e.byTag(ctx, l, item)
		}
		return e.own(l, item)
	})
}

// byTag decides whether the call made the resource. It looks for the tag that
// the call adds to the resource.
func (e *Create) byTag(ctx context.Context, l *lookup, item any) finding {
	switch has, err := e.Resource.hasTag(ctx, l.Describe, item, CallTag, l.callTag); {
	case err != nil && !e.Resource.Kind.IsNotFound(err):
		f := finding{why: &describeError{err}}
		if !retry.IsRetryable(err) {
			f.verdict = unknown
		}
		return f
	case has:
		return finding{verdict: done, item: item}
	}
	return finding{end: stands, why: errors.New("the resource does not have the call's tag")}
}

// own decides whether the call made the resource. It checks that the resource
// matches the request and is not older than the first attempt with an unknown
// outcome.
func (e *Create) own(l *lookup, item any) finding {
	differs, hidden := Differs(l.in, item)
	if e.Over != nil && !l.inherited && e.Over(item) {
		return finding{verdict: stands}
	}
	var made *time.Time
	if e.Made != nil {
		made = e.Made(item)
	}
	if made != nil {
		switch l.window.ageOf(*made) {
		case older:
			if e.Earlier && differs == "" {
				return finding{verdict: unknown, why: errNoBirth}
			}
			return finding{end: stands, why: errFormer}
		case younger:
			if differs != "" {
				return finding{verdict: stands}
			}
		case ageUnknown:
			if differs == "" {
				return finding{verdict: unknown, why: errClock}
			}
		}
	}
	if differs != "" {
		return finding{end: stands, why: errFormer}
	}
	making := made == nil && e.Making != nil && e.Making(item)
	switch {
	case e.Made == nil, !making && e.Later != nil && e.Later(item):
		return finding{verdict: unknown, why: errNoBirth}
	case made == nil && !making:
		return finding{why: errNoBirth} // the description may show the time later
	case hidden != "":
		return finding{why: hiddenError(hidden)}
	}
	return finding{verdict: done, item: item}
}

func (e *Change) resolve(ctx context.Context, l *lookup) finding {
	if e.Resource.Kind.IsNotFound(l.refusal) || !e.Snapshot.asked(l.in) && l.saysDeleting(given(e.ID, l.in)) {
		return finding{verdict: stands}
	}
	return l.existing(ctx, e.Resource, given(e.ID, l.in), func(ctx context.Context, item any) (f finding) {
		switch status := e.Resource.Kind.StatusOf(item); {
		case is(e.To, status) && e.Settings:
			f = l.ifItShows(item)
		case is(e.To, status) && (!is([]string{"available", "stopped"}, status) || l.saysState(e.To)):
			f = finding{verdict: done, item: item}
		case is(e.To, status):
			f = l.ifItStays(item) // another call may be changing the resource back
		case is(e.From, status):
			f = finding{end: l.orUnknown(), why: asBefore(status)}
		default:
			f = finding{end: stands}
		}
		return e.Snapshot.with(ctx, l, f)
	})
}

// idle lists the statuses in which resources, including event subscriptions and
// cluster endpoints, can be modified. A description may still show one of these
// statuses while the resource is being modified or deleted.
var idle = []string{"available", "active", "inactive", "all-sources-deleted", "no-permission", "topic-not-exist"}

// deletable lists statuses in which a resource can be deleted, in addition to
// the statuses in the list idle. It includes statuses of automated backups.
var deletable = []string{"backing-up", "failed", "retained"}

func (e *Delete) resolve(ctx context.Context, l *lookup) finding {
	gone := e.Resource.Kind.IsNotFound(l.refusal)
	return l.until(ctx, func(ctx context.Context) finding {
		if gone {
			return e.Snapshot.with(ctx, l, finding{verdict: done})
		}
		item, f, ok := l.found(ctx, e.Resource, l.Describe, given(e.ID, l.in))
		switch {
		case !ok:
			return f
		case item == nil:
			f = finding{end: done}
		default:
			switch status := e.Resource.Kind.StatusOf(item); {
			case is([]string{"deleting", "deleted"}, status):
				f = finding{verdict: done, item: item}
			case l.saysDeleting(given(e.ID, l.in)):
				f = finding{verdict: done, item: item} // the status does not change while AWS takes the final snapshot
			case is(e.Kept, status):
				f = finding{end: stands}
			case is(idle, status), is(deletable, status):
				f = finding{end: l.orUnknown(), why: asBefore(status)}
				if l.aboutCluster(e.Resource.Kind) {
					f.end = stands
				}
			default:
				f = finding{end: stands}
			}
		}
		return e.Snapshot.with(ctx, l, f)
	})
}

// asked reports whether the input requests a snapshot.
func (s *Snapshot) asked(in any) bool { return s != nil && given(s.ID, in) != "" }

// The with method adds a snapshot's state to f, the finding about a resource.
// AWS takes that snapshot before it stops or deletes the resource. If the input
// requests a snapshot, the call succeeds only if the snapshot exists.
func (s *Snapshot) with(ctx context.Context, l *lookup, f finding) finding {
	if !s.asked(l.in) {
		return f
	}
	reached := f.verdict == done || f.end == done
	snapshot, failed, ok := l.found(ctx, s.Resource, l.Describe, given(s.ID, l.in))
	if !ok {
		return failed
	}
	if snapshot == nil {
		if reached {
			return finding{why: errNoSnapshot} // another call may have changed the resource
		}
		return finding{end: l.orUnknown(), why: errNoSnapshot}
	}
	if !SameName(given(s.Source, snapshot), given(s.Of, l.in)) {
		return finding{end: stands, why: errFormer}
	}
	// A snapshot without a creation time is still being made. It must be the
	// snapshot that the input requests, because AWS does not stop or delete a
	// resource while it makes a snapshot of the resource for another call.
	if made := s.Made(snapshot); made != nil {
		switch l.window.ageOf(*made) {
		case older:
			return finding{end: stands, why: errFormer}
		case ageUnknown:
			return finding{verdict: unknown, why: errClock}
		}
	}
	if !reached {
		f.end = unknown
		f.why = fmt.Errorf("the snapshot exists, but the description does not show the change yet (%w)", cmp.Or(f.why, errNotThere))
	}
	return f
}

// leaving lists statuses of a resource for which the service rejects changes.
// Adding, modifying or removing something never leads to such a status. If an
// earlier attempt succeeded, it did so before the resource got such a status.
// So a description with such a status also shows the effect of that attempt.
var leaving = []string{"deleting", "deleted", "stopping", "stopped", "starting"}

func (e *Add) resolve(ctx context.Context, l *lookup) finding {
	if e.Resource.Kind.IsNotFound(l.refusal) || l.saysDeleting(given(e.ID, l.in)) {
		return finding{verdict: stands}
	}
	return l.existing(ctx, e.Resource, given(e.ID, l.in), func(_ context.Context, item any) finding {
		switch {
		case e.Has(l.in, item) && strings.HasSuffix(codeOf(l.refusal), "alreadyexists"):
			return finding{verdict: done, item: item}
		case e.Has(l.in, item):
			return l.ifItStays(item)
		case is(leaving, e.Resource.Kind.StatusOf(item)):
			return finding{end: stands}
		}
		return finding{end: l.orUnknown(), why: errors.New("the description does not show the addition")}
	})
}

func (e *Remove) resolve(ctx context.Context, l *lookup) finding {
	if e.Resource.Kind.IsNotFound(l.refusal) || l.saysDeleting(given(e.ID, l.in)) {
		return finding{verdict: stands}
	}
	return l.existing(ctx, e.Resource, given(e.ID, l.in), func(ctx context.Context, item any) finding {
		if e.Has(l.in, item) {
			return finding{end: unknown, why: errStillMember}
		}
		without := l.ifItStays(item) // another call may just have added the member
		if !isForeign(l.refusal) && strings.HasSuffix(codeOf(l.refusal), "notfound") {
			without = finding{verdict: done, item: item}
		}
		if e.Member == nil {
			return without
		}
		d, id := l.Describe, given(e.MemberID, l.in)
		if region := RegionOf(id); region != "" {
			d = d.In(region)
		}
		switch member, f, ok := l.found(ctx, e.Member, d, id); {
		case !ok:
			return f
		case member == nil:
			return l.absent()
		}
		return without
	})
}

func (e *Failover) resolve(ctx context.Context, l *lookup) finding {
	if e.Resource.Kind.IsNotFound(l.refusal) {
		return finding{verdict: stands}
	}
	return l.existing(ctx, e.Resource, given(e.ID, l.in), func(_ context.Context, item any) finding {
		if e.Writer(item, given(e.Target, l.in)) {
			return l.ifItStays(item) // another failover may have begun
		}
		// The failover may still be in progress, because a failover takes minutes.
		return finding{end: unknown, why: errors.New("the target is not the writer")}
	})
}

// A beforehand describes the resources before a rename.
type beforehand struct {
	err error  // why the resource is not known
	id  string // permanent identifier of the resource with the old name; "" if there was none
	new string // if there was none: permanent identifier of the resource that already had the new name
}

func (e *Modify) prepare(ctx context.Context, s *State, in any) any {
	if given(e.NewID, in) == "" || s.Describe == nil {
		return in
	}
	s.before = new(beforehand)
	item, err := e.Resource.find(ctx, s.Describe, given(e.ID, in))
	if s.before.err = err; item != nil {
		s.before.id = given(e.Resource.ResourceID, item)
	} else if err == nil {
		// It is missing, or its name is new and does not show yet.
		if item, s.before.err = e.Resource.find(ctx, s.Describe, given(e.NewID, in)); item != nil {
			s.before.new = given(e.Resource.ResourceID, item)
		}
	}
	return in
}

func (e *Modify) resolve(ctx context.Context, l *lookup) finding {
	to := given(e.NewID, l.in)
	missing := e.Resource.Kind.IsNotFound(l.refusal)
	nothing := l.before != nil && l.before.err == nil && l.before.id == ""
	if missing && (to == "" || nothing && l.before.new != "") || l.saysDeleting(given(e.ID, l.in)) {
		return finding{verdict: stands} // the resource did not exist before the first attempt, or is being deleted
	}
	return l.until(ctx, func(ctx context.Context) finding {
		if to != "" {
			renamed, f, ok := l.found(ctx, e.Resource, l.Describe, to)
			switch {
			case !ok:
				return f
			case renamed == nil: // the resource may be renamed later
			case l.before == nil || l.before.err != nil || l.before.id == "":
				return finding{verdict: unknown, why: errUnknownBefore}
			case given(e.Resource.ResourceID, renamed) != l.before.id:
				return finding{end: stands, why: errFormer} // another resource has the name
			default:
				return e.settings(l, renamed, true)
			}
		}
		item, f, ok := l.found(ctx, e.Resource, l.Describe, given(e.ID, l.in))
		switch {
		case !ok:
			return f
		case item == nil && missing && nothing:
			return finding{end: stands} // the resource never existed
		case item == nil && to != "":
			return finding{end: unknown, why: errNotShown}
		case item == nil:
			return l.absent()
		}
		return e.settings(l, item, false)
	})
}

// settings decides whether the resource has the requested settings.
func (e *Modify) settings(l *lookup, item any, renamed bool) finding {
	differs, hidden := Shows(l.in, item)
	status := e.Resource.Kind.StatusOf(item)
	switch {
	case differs != "" && renamed:
		return finding{end: unknown, why: fmt.Errorf("the resource has its new name, but the description does not show the new %s yet", differs)}
	case differs != "" && l.aboutCluster(e.Resource.Kind):
		return finding{end: stands}
	case differs != "" && (is(e.During, status) || is(idle, status)):
		return finding{end: l.orUnknown(), why: fmt.Errorf("the resource is %s, but the description does not show the new %s yet", status, differs)}
	case differs != "":
		return finding{end: stands}
	case hidden != "" && !renamed:
		return finding{verdict: unknown, why: hiddenError(hidden)}
	case !renamed && !is(e.During, status):
		return l.ifItStays(item) // another call may be changing the resource back
	}
	return finding{verdict: done, item: item}
}

func (e *LastWriter) resolve(_ context.Context, l *lookup) finding {
	code := codeOf(l.refusal)
	missing := strings.HasSuffix(code, "notfound")
	state := strings.HasPrefix(code, "invalid") && strings.HasSuffix(code, "state")
	switch {
	case missing && slices.ContainsFunc(e.NotFound, func(own string) bool { return strings.EqualFold(own, code) }), l.saysDeleting(given(e.ID, l.in)):
		return finding{verdict: stands} // the setting disappears with the resource
	case missing, state:
		return finding{verdict: unknown, why: errors.New("no description shows whether the service carried it out")}
	}
	return finding{verdict: stands} // the last call decides this setting
}

func (*Once) resolve(context.Context, *lookup) finding { return finding{verdict: unknown} }

func (e *Create) prepare(ctx context.Context, s *State, in any) any {
	s.resume(ctx)
	if s.NewTag == nil || e.Resource.Tags == nil || e.Untagged != nil && e.Untagged(in) {
		return in
	}
	value := s.callTag
	if value == "" && !s.inherited {
		value = s.NewTag()
	}
	if value == "" {
		return in
	}
	tagged := withTag(in, CallTag, value)
	if tagged == nil {
		return in
	}
	s.callTag = value
	return tagged
}

func (*Change) prepare(_ context.Context, _ *State, in any) any     { return in }
func (*Delete) prepare(_ context.Context, _ *State, in any) any     { return in }
func (*Add) prepare(_ context.Context, _ *State, in any) any        { return in }
func (*Remove) prepare(_ context.Context, _ *State, in any) any     { return in }
func (*Failover) prepare(_ context.Context, _ *State, in any) any   { return in }
func (*LastWriter) prepare(_ context.Context, _ *State, in any) any { return in }
func (*Once) prepare(_ context.Context, _ *State, in any) any       { return in }

func is(statuses []string, status string) bool {
	return slices.ContainsFunc(statuses, func(s string) bool { return strings.EqualFold(s, status) })
}

func asBefore(status string) error {
	return fmt.Errorf("the description shows the status %s, which it had before", status)
}

func hiddenError(member string) error {
	return fmt.Errorf("the description does not show %s", member)
}

var (
	errNoName        = errors.New("the request does not name the resource")
	errNoBirth       = errors.New("the description does not prove when the resource was made")
	errClock         = errors.New("by the local clock, the resource was made at about the time of the call, and the service did not send its own time")
	errNotShown      = errors.New("the resource cannot be described: it no longer exists, or does not show yet")
	errStillMember   = errors.New("the removed member is still listed, and may be leaving")
	errNotThere      = errors.New("the resource is in another state")
	errNoSnapshot    = errors.New("the requested snapshot does not show yet")
	errFormer        = errors.New("the description may be out of date")
	errUnknownBefore = errors.New("it is unknown which resource had the old name before the call")
)

// An interruptedError means that the context ended while the call was polling
// for its effect.
type interruptedError struct{ err error }

func (e *interruptedError) Error() string { return e.err.Error() + " while looking for the effect" }

// Unwrap returns the error of the context.
func (e *interruptedError) Unwrap() error { return e.err }

// A describeError is the reason why a resource could not be described.
// errors.As does not find the describe operation's fault in it, because the
// service did not return that fault to the caller's own call.
type describeError struct{ err error }

func (e *describeError) Error() string { return "describe it: " + e.err.Error() }

// Is finds context errors, which say who ended the call.
func (e *describeError) Is(target error) bool {
	return (target == context.Canceled || target == context.DeadlineExceeded) && errors.Is(e.err, target)
}

// fill clears an output and stores a description in it. The description is
// stored in the output member of the same type. If there is none, fill copies
// the members that the output and the description have in common.
func fill(output, item any) {
	out := reflect.ValueOf(output).Elem()
	out.SetZero()
	if item == nil {
		return
	}
	described := reflect.ValueOf(item)
	for i := range out.NumField() {
		if out.Field(i).Type() == described.Type() {
			out.Field(i).Set(described)
			return
		}
	}
	for i := range described.Elem().NumField() {
		name := described.Elem().Type().Field(i).Name
		if f := out.FieldByName(name); f.IsValid() && f.Type() == described.Elem().Field(i).Type() {
			f.Set(described.Elem().Field(i))
		}
	}
}
