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

// Start returns the input that the call sends. It runs before the first attempt.
func (s *State) Start(ctx context.Context, in any) any {
	s.in = in
	s.in = s.effect.prepare(ctx, s, in)
	return s.in
}

// Conclude returns the error of a call whose last attempt failed with err. It is nil if
// the effect of the call is there: the output is filled in then. If an attempt is in doubt,
// and err does not decide about it, a [*nereid.OutcomeUnknownError] is found in the error;
// err too is found in it if that is what the attempt in doubt failed with. With
// look false nothing is described, and only an operation that must not be repeated gets
// another error.
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
		// What the attempt in doubt failed with tells that there was no answer, unless it
		// looks like a refusal. A failover is not to be repeated without a look.
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
	l.window = s.windowBy(err, time.Now()) // now, while it is known when the refusal came
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

// A doubtError is the error of a call whose last attempt is in doubt: what that attempt
// failed with, as callers know it, and the outcome that is unknown.
type doubtError struct {
	err, unknown error
	lookAt       string
}

func (e *doubtError) Error() string {
	return e.err.Error() + " (the outcome is unknown; look at " + e.lookAt + " before another call)"
}

// Unwrap returns both.
func (e *doubtError) Unwrap() []error { return []error{e.err, e.unknown} }

// Unanswered reports whether the last attempt of a call is itself in doubt, so that err
// is what that attempt failed with.
func Unanswered(err error) bool {
	var doubt *doubtError
	return errors.As(err, &doubt)
}

// looksRefused reports whether the status of a reply without a code is that of a refusal.
func looksRefused(err error) bool {
	var api smithy.APIError
	var response interface{ HTTPStatusCode() int }
	return errors.As(err, &api) && errors.As(err, &response) && response.HTTPStatusCode() < 500
}

// unknown makes the error of a call whose outcome is unknown after the last error. Why
// tells what the description lacks; it may be nil.
func (s *State) unknown(last, why error) error {
	e := &nereid.OutcomeUnknownError{
		Err: why, Last: last, Doubtful: s.doubtful, Since: s.first, LookAt: s.effect.target(s.in),
		Retryable: s.effect.repeatable(s.in) && retry.IsRetryable(last),
	}
	if nereid.IsServiceError(last) {
		e.Refusal = last.Error()
	}
	if e.Err == nil {
		e.Err = last
	}
	return e
}

// A verdict is what one look decides.
type verdict int

const (
	undecided verdict = iota
	done              // the effect is there
	stands            // the refusal is the truth
	unknown           // looking again would not help
)

// A finding is a verdict and its reason.
type finding struct {
	verdict verdict
	end     verdict // of an undecided one if there is no other look; undecided means unknown
	why     error   // of an unknown outcome
	item    any     // of a success, nil if there is none
}

// A lookup finds out whether the refusal of an attempt is due to an earlier one.
type lookup struct {
	*State
	out     any
	refusal error
	window  window
}

// pauses are those between two looks; the last one is repeated.
var pauses = [...]time.Duration{time.Second, 2 * time.Second, 4 * time.Second, 8 * time.Second, 15 * time.Second}

// DefaultTime is for how long a call looks for its effect.
const DefaultTime = 30 * time.Second

// until looks until a look decides, or the time is over. Descriptions lag.
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

// found describes the resource. The finding is that of a failed description, if ok is
// false.
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

// orUnknown is how a resource that looks as before the call counts in the end. A refusal
// about the request itself stands.
func (l *lookup) orUnknown() verdict {
	if aboutParameters(l.refusal) {
		return stands
	}
	return unknown
}

// absent is what a resource that cannot be described means when the refusal did not say
// that it is missing. It may be gone again, or does not show yet.
func (l *lookup) absent() finding {
	return finding{end: l.orUnknown(), why: errNotShown}
}

// ifItStays is the success of a call that finds the end state, if a description from
// before a change that another call has just made could show it as well: then it counts
// only if it stays.
func (l *lookup) ifItStays(item any) finding {
	return finding{end: done, item: item, why: errFormer}
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

// byTag decides by the tag that the call gives the resource.
func (e *Create) byTag(ctx context.Context, l *lookup, item any) finding {
	switch has, err := e.Resource.Tagged(ctx, l.Describe, item, CallTag, l.callTag); {
	case err != nil && !e.Resource.Kind.IsNotFound(err):
		f := finding{why: &describeError{err}}
		if !retry.IsRetryable(err) {
			f.verdict = unknown
		}
		return f
	case has:
		return finding{verdict: done, item: item}
	}
	return finding{end: stands, why: errors.New("it does not bear the tag of the call")}
}

// own decides whether what is described is what the call was to make, and not older than
// its first attempt in doubt.
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
		return finding{why: errNoBirth} // it may show later
	case hidden != "":
		return finding{why: hiddenError(hidden)}
	}
	return finding{verdict: done, item: item}
}

func (e *Change) resolve(ctx context.Context, l *lookup) finding {
	if e.Resource.Kind.IsNotFound(l.refusal) {
		return finding{verdict: stands}
	}
	return l.until(ctx, func(ctx context.Context) finding {
		item, f, ok := l.found(ctx, e.Resource, l.Describe, given(e.ID, l.in))
		switch {
		case !ok:
			return f
		case item == nil:
			return l.absent()
		}
		switch status := e.Resource.Kind.StatusOf(item); {
		case is(e.To, status) && (!is([]string{"available", "stopped"}, status) || l.saysState(e.To)):
			f = finding{verdict: done, item: item}
		case is(e.To, status):
			f = l.ifItStays(item) // another call may be changing it back
		case is(e.From, status):
			f = finding{end: l.orUnknown(), why: asBefore(status)}
		default:
			f = finding{end: stands}
		}
		return e.Snapshot.with(ctx, l, f)
	})
}

// settled are statuses from which a resource can be deleted, those of event subscriptions
// among them. A description may still show one while the deletion is under way.
var settled = []string{"available", "backing-up", "active", "all-sources-deleted", "no-permission", "topic-not-exist"}

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
			case is(settled, status):
				f = finding{end: l.orUnknown(), why: asBefore(status)}
			default:
				f = finding{end: stands}
			}
		}
		return e.Snapshot.with(ctx, l, f)
	})
}

// with adds to the finding about a resource whether the snapshot that precedes the
// operation exists.
func (s *Snapshot) with(ctx context.Context, l *lookup, f finding) finding {
	if s == nil || given(s.ID, l.in) == "" {
		return f
	}
	reached := f.verdict == done || f.end == done
	snapshot, failed, ok := l.found(ctx, s.Resource, l.Describe, given(s.ID, l.in))
	if !ok {
		return failed
	}
	if snapshot == nil {
		if reached {
			return finding{why: errNoSnapshot} // another call may have got the resource there
		}
		return finding{end: l.orUnknown(), why: errNoSnapshot}
	}
	if !SameName(given(s.Source, snapshot), given(s.Of, l.in)) {
		return finding{end: stands, why: errFormer}
	}
	// A snapshot without a time is being made. A resource is not stopped or deleted
	// while another call makes a snapshot of it.
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
		f.why = fmt.Errorf("the snapshot is there, and the rest does not show yet (%w)", cmp.Or(f.why, errNotThere))
	}
	return f
}

func (e *Add) resolve(ctx context.Context, l *lookup) finding {
	if e.Resource.Kind.IsNotFound(l.refusal) {
		return finding{verdict: stands}
	}
	return l.until(ctx, func(ctx context.Context) finding {
		item, f, ok := l.found(ctx, e.Resource, l.Describe, given(e.ID, l.in))
		switch {
		case !ok:
			return f
		case item == nil:
			return l.absent()
		case e.Has(l.in, item) && strings.HasSuffix(codeOf(l.refusal), "alreadyexists"):
			return finding{verdict: done, item: item}
		case e.Has(l.in, item):
			return l.ifItStays(item)
		}
		return finding{end: l.orUnknown(), why: errors.New("its description does not show what was to be added")}
	})
}

func (e *Remove) resolve(ctx context.Context, l *lookup) finding {
	if e.Resource.Kind.IsNotFound(l.refusal) {
		return finding{verdict: stands}
	}
	return l.until(ctx, func(ctx context.Context) finding {
		item, f, ok := l.found(ctx, e.Resource, l.Describe, given(e.ID, l.in))
		switch {
		case !ok:
			return f
		case item == nil:
			return l.absent()
		case e.Has(l.in, item):
			return finding{end: unknown, why: errStillMember}
		}
		without := l.ifItStays(item) // it may have been added just now
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
	return l.until(ctx, func(ctx context.Context) finding {
		item, f, ok := l.found(ctx, e.Resource, l.Describe, given(e.ID, l.in))
		switch {
		case !ok:
			return f
		case item == nil:
			return l.absent()
		case e.Writer(item, given(e.Target, l.in)):
			return l.ifItStays(item) // another failover may have begun
		}
		// A failover takes minutes, so that this does not contradict it.
		return finding{end: unknown, why: errors.New("the target is not the writer")}
	})
}

// A beforehand is what was under the old name before a rename.
type beforehand struct {
	err error  // why that is not known
	id  string // the identifier that does not change; "" if there was nothing
	new string // that of what had the new name already, if there was nothing under the old one
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
	if missing && (to == "" || nothing && l.before.new != "") {
		return finding{verdict: stands} // there was nothing before the first attempt
	}
	return l.until(ctx, func(ctx context.Context) finding {
		if to != "" {
			renamed, f, ok := l.found(ctx, e.Resource, l.Describe, to)
			switch {
			case !ok:
				return f
			case renamed == nil: // or not yet
			case l.before == nil || l.before.err != nil || l.before.id == "":
				return finding{verdict: unknown, why: errUnknownBefore}
			case given(e.Resource.ResourceID, renamed) != l.before.id:
				return finding{end: stands, why: errFormer} // the name is that of another
			default:
				return e.settings(l, renamed, true)
			}
		}
		item, f, ok := l.found(ctx, e.Resource, l.Describe, given(e.ID, l.in))
		switch {
		case !ok:
			return f
		case item == nil && missing && nothing:
			return finding{end: stands} // there was nothing all the time
		case item == nil && to != "":
			return finding{end: unknown, why: errNotShown}
		case item == nil:
			return l.absent()
		}
		return e.settings(l, item, false)
	})
}

// settings decides whether the resource is as the call was to make it.
func (e *Modify) settings(l *lookup, item any, renamed bool) finding {
	differs, hidden := Shows(l.in, item)
	status := e.Resource.Kind.StatusOf(item)
	switch {
	case differs != "" && renamed:
		return finding{end: unknown, why: fmt.Errorf("it has its new name, and %s does not show yet", differs)}
	case differs != "" && (is(e.During, status) || is([]string{"available"}, status)):
		return finding{end: l.orUnknown(), why: fmt.Errorf("it is %s, and %s does not show yet", status, differs)}
	case differs != "":
		return finding{end: stands}
	case hidden != "" && !renamed:
		return finding{verdict: unknown, why: hiddenError(hidden)}
	case !renamed && !is(e.During, status):
		return l.ifItStays(item) // another call may be changing it back
	}
	return finding{verdict: done, item: item}
}

func (e *LastWriter) resolve(_ context.Context, l *lookup) finding {
	code := codeOf(l.refusal)
	state := strings.HasPrefix(code, "invalid") && strings.HasSuffix(code, "state")
	kind, missing := strings.CutSuffix(code, "notfound")
	if state || missing && !e.isKind(kind) {
		return finding{verdict: unknown, why: errors.New("no description shows whether it was done")}
	}
	return finding{verdict: stands} // the last word about this setting
}

// isKind reports whether a code names the kind of the resource. Operations on the parameter groups
// of clusters answer with the codes of those of instances.
func (e *LastWriter) isKind(code string) bool {
	noun := strings.ToLower(strings.ReplaceAll(e.Noun, " ", ""))
	return code == noun || code == strings.Replace(noun, "cluster", "", 1)
}

func (*Once) resolve(context.Context, *lookup) finding { return finding{verdict: unknown} }

// CallTag is the key of the tag that a created resource bears if the options ask for it.
const CallTag = "nereid:call"

func (e *Create) prepare(ctx context.Context, s *State, in any) any {
	s.resume(ctx)
	if s.NewTag == nil || e.Tag == nil || e.Resource.Tagged == nil {
		return in
	}
	value := s.callTag
	if value == "" && !s.inherited {
		value = s.NewTag()
	}
	if value == "" {
		return in
	}
	tagged := e.Tag(in, CallTag, value)
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

func asBefore(status string) error { return fmt.Errorf("it shows as %s, as before", status) }

func hiddenError(member string) error {
	return fmt.Errorf("its description does not show %s", member)
}

var (
	errNoName        = errors.New("the request does not name it")
	errNoBirth       = errors.New("its description does not tell for sure when it was made")
	errClock         = errors.New("it was made about then by the local clock, and the service did not tell its time")
	errNotShown      = errors.New("it cannot be described: it is gone again, or does not show yet")
	errStillMember   = errors.New("it is still a member, and may be leaving")
	errNotThere      = errors.New("the resource is in another state")
	errNoSnapshot    = errors.New("the snapshot that was to be taken does not show")
	errFormer        = errors.New("its description may be that of before")
	errUnknownBefore = errors.New("it is not known what had the old name before")
)

// An interruptedError says that the context ended the search.
type interruptedError struct{ err error }

func (e *interruptedError) Error() string { return e.err.Error() + " while looking for the effect" }

// Unwrap returns the error of the context.
func (e *interruptedError) Unwrap() error { return e.err }

// A describeError is why a resource could not be described. It is not found as the fault
// that it is, because that was not an answer to the call.
type describeError struct{ err error }

func (e *describeError) Error() string { return "describe it: " + e.err.Error() }

// Is finds the errors of contexts, which say who gave up.
func (e *describeError) Is(target error) bool {
	return (target == context.Canceled || target == context.DeadlineExceeded) && errors.Is(e.err, target)
}

// fill empties an output and puts a description into it: into the member of its type, or,
// if the output has the members of the description itself, into those.
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
