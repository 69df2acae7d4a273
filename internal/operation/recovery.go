package operation

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"reflect"
	"slices"
	"time"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/retry"
)

// A Mark says what a repetition of an operation may do. The zero Mark is that of
// operations that may be repeated at will: those that only read, and those that
// leave everything as it is when they run a second time.
type Mark struct {
	action   action
	resource Resource
	id       string   // the member of the input that names the resource
	other    string   // the one with the new name, or with the member to remove
	states   []string // of a resource on which the action has been taken
	from     []string // states in which the action can be taken, so that they do not explain a refusal
}

type action uint8

const (
	repeatable action = iota
	creates
	changes
	modifies
	deletes
	removes
	unrepeatable
)

// Creates marks an operation that makes the resource that its input member id
// names. When it is refused because there is one already, after an attempt with
// an unknown outcome, it may have been made by that attempt.
func Creates(r Resource, id string) Mark { return Mark{action: creates, resource: r, id: id} }

// Changes marks an operation that brings the resource from one state to another.
// When it is refused because of the state, after an attempt with an unknown
// outcome, that attempt may have begun the change. The states are the wanted one
// and those on the way there.
func Changes(r Resource, id string, states ...string) Mark {
	return Mark{action: changes, resource: r, id: id, states: states}
}

// From returns the mark with the states that the action starts from. A resource
// that still shows one when the action is refused for its state shows it too late,
// or something else is in the way: nobody can tell.
func (m Mark) From(states ...string) Mark {
	m.from = states
	return m
}

// Modifies marks an operation that gives a resource other settings, and, with its
// input member newID, another name. After an attempt with an unknown outcome there
// may be nothing under the old name any more, or a state that refuses to be
// modified. The states are those of a resource that is being modified, whose
// description may not show the new settings yet.
func Modifies(r Resource, id, newID string, states ...string) Mark {
	return Mark{action: modifies, resource: r, id: id, other: newID, states: states, from: []string{"available"}}
}

// Deletes marks an operation that deletes the resource. When there is no such
// resource after an attempt with an unknown outcome, that is what was wanted.
func Deletes(r Resource, id string) Mark {
	return Mark{action: deletes, resource: r, id: id, states: []string{"deleting"}, from: []string{"available"}}
}

// Removes marks an operation that takes what its input member
// names out of the resource. After an attempt with an unknown outcome it may be no
// member any more.
func Removes(r Group, id, member string) Mark {
	return Mark{action: removes, resource: r, id: id, other: member}
}

// Once marks an operation whose repetition would undo or redo what it did, such
// as a failover. It is not repeated after an attempt with an unknown outcome.
func Once() Mark { return Mark{action: unrepeatable} }

// A Resource is a kind of resource that can be described.
type Resource interface {
	// Describe returns a pointer to the description of the resource, if there is
	// one. owner is the service client; like gives its call the options of the
	// one that recovers, and is nil if those are the client's.
	Describe(ctx context.Context, owner any, like func(*Options), id string) (item any, found bool, err error)

	// Older reports whether the resource was made before that time, by its own
	// account. It is not known if it does not tell. The doubt is inherited if an
	// earlier call left it, so that time enough may have passed for anything.
	Older(item any, than time.Time, inherited bool) (older, known bool)

	// Status returns the resource's status.
	Status(item any) string
}

// A Group is a resource with members.
type Group interface {
	Resource

	// Has reports whether the described resource has that member.
	Has(item any, member string) bool
}

// refusedForDone reports whether the error is what the operation answers when
// it has been done before.
func (m *Mark) refusedForDone(err error) bool {
	switch m.action {
	case creates:
		// What it is made from may be busy with just that, or it was the last that
		// there could be. AWS does not tell what it looks at first.
		return errors.Is(err, nereid.ErrAlreadyExists) || errors.Is(err, nereid.ErrInvalidState) || errors.Is(err, nereid.ErrQuotaExceeded)
	case changes:
		// A snapshot that is to be taken first may be there already.
		return errors.Is(err, nereid.ErrInvalidState) || errors.Is(err, nereid.ErrAlreadyExists)
	case deletes, modifies:
		// A last snapshot, or the new name, may be there already.
		return errors.Is(err, nereid.ErrNotFound) || errors.Is(err, nereid.ErrInvalidState) || errors.Is(err, nereid.ErrAlreadyExists)
	case removes:
		return errors.Is(err, nereid.ErrNotFound) || errors.Is(err, nereid.ErrInvalidState)
	}
	return false
}

// recover finds out whether the refusal is for what an earlier attempt of this
// call did. It returns nil if so, and the output is filled in then; the refusal
// itself, if it stands; or an error that says that the outcome is unknown.
func (c *call) recover(ctx context.Context, refusal error) error {
	m := &c.mark
	if m.action == deletes && errors.Is(refusal, nereid.ErrNotFound) {
		c.resetOutput()
		return nil
	}
	id, ok := memberString(c.in, m.id)
	if !ok {
		return refusal
	}
	first := c.firstBy(refusal) // now, while it is known when the refusal came
	item, found, err := c.describe(ctx, id)
	renamed := false
	if to, ok := memberString(c.in, m.other); m.action == modifies && ok && err == nil && !found {
		renamed = true
		item, found, err = c.describe(ctx, to)
	}
	switch {
	case err != nil:
		return unknown(refusal, &describeError{err})
	case !found:
		switch {
		case m.action == creates && errors.Is(refusal, nereid.ErrAlreadyExists), renamed:
			return unknown(refusal, errNotShown)
		case m.action == deletes:
			c.resetOutput()
			return nil
		}
		return refusal // what is gone is in no state
	}
	switch m.action {
	case creates:
		err = c.madeByUs(item, first, refusal)
	case changes, deletes:
		err = c.changedByUs(item, refusal)
	case modifies:
		err = c.modifiedByUs(item, renamed, refusal)
	case removes:
		if member, _ := memberString(c.in, m.other); m.resource.(Group).Has(item, member) {
			err = unknown(refusal, errStillMember)
		}
	}
	if err != nil {
		return err
	}
	c.resetOutput()
	fill(reflect.ValueOf(c.out).Elem(), reflect.ValueOf(item))
	return nil
}

// describe describes the resource of the mark that has this name.
func (c *call) describe(ctx context.Context, id string) (item any, found bool, err error) {
	item, found, err = c.mark.resource.Describe(ctx, c.client.Owner, c.like(), id)
	if errors.Is(err, nereid.ErrNotFound) {
		return nil, false, nil
	}
	return item, found, err
}

// like returns the function that gives another call the options of this one, nil
// if they are the client's. Unless this call had APIOptions of its own, the other
// one keeps those of the client, and with them the client's chain.
func (c *call) like() func(*Options) {
	if c.opts == &c.client.opts {
		return nil
	}
	return func(o *Options) {
		given := o.APIOptions
		if *o = *c.opts; !c.ownChain {
			o.APIOptions = given
		}
	}
}

// madeByUs returns nil if what is described is what the call was to create, and
// not older than its first attempt.
func (c *call) madeByUs(item any, first time.Time, refusal error) error {
	differs, hidden := recovery.Differs(c.in, item)
	// Times of the service may be cut off to seconds.
	switch older, known := c.mark.resource.Older(item, first.Truncate(time.Second), c.inherited); {
	case differs != "", known && older:
		return refusal
	case !known:
		return unknown(refusal, errNoBirth)
	case hidden != "":
		return unknown(refusal, fmt.Errorf("its description does not show %s", hidden))
	}
	return nil
}

// changedByUs returns nil if what is described is in a state that the call was to
// bring about.
func (c *call) changedByUs(item any, refusal error) error {
	switch status := c.mark.resource.Status(item); {
	case slices.Contains(c.mark.states, status):
		return nil
	case slices.Contains(c.mark.from, status) && (errors.Is(refusal, nereid.ErrInvalidState) ||
		// It stays as it was while the last snapshot is taken, whose name is taken then.
		c.mark.action == deletes && errors.Is(refusal, nereid.ErrAlreadyExists)):
		return unknown(refusal, fmt.Errorf("it shows as %s, as before", status))
	}
	return refusal
}

// modifiedByUs returns nil if what is described is as the call was to make it. If
// it is still under its old name, only a refusal for its state can come from what
// the call did: a name that is taken, or something else that is missing, has
// been so before.
func (c *call) modifiedByUs(item any, renamed bool, refusal error) error {
	if !renamed && !errors.Is(refusal, nereid.ErrInvalidState) {
		return refusal
	}
	differs, hidden := recovery.Shows(c.in, item)
	status := c.mark.resource.Status(item)
	switch {
	case differs != "" && (slices.Contains(c.mark.states, status) || !renamed && slices.Contains(c.mark.from, status)):
		return unknown(refusal, fmt.Errorf("it is %s, and %s does not show yet", status, differs))
	case differs != "":
		return refusal
	case hidden != "" && !renamed:
		return unknown(refusal, fmt.Errorf("its description does not show %s", hidden))
	}
	return nil
}

// A describeError is why a resource could not be described. It is not found as the
// fault that it is, since that was no answer to the call.
type describeError struct{ err error }

func (e *describeError) Error() string { return "describe it: " + e.err.Error() }

// Is finds the errors of contexts, which say who gave up.
func (e *describeError) Is(target error) bool {
	return (target == context.Canceled || target == context.DeadlineExceeded) && errors.Is(e.err, target)
}

// RetryableError reports whether another call may find out.
func (e *describeError) RetryableError() bool { return retry.IsRetryable(e.err) }

func unknown(refusal, why error) error {
	return &nereid.OutcomeUnknownError{Refusal: refusal.Error(), Err: why}
}

var (
	errNoBirth  = errors.New("its description does not tell for sure when it was made")
	errNotShown = errors.New("it cannot be described: it is gone again, or does not show yet")

	errStillMember = errors.New("it is still a member: nobody knows whether it is leaving")
)

// firstBy returns when the first attempt began, by the clock of the service that
// sent the refusal, or a little before: when the service wrote the Date of it, no
// more time had passed since then than has by now. Only time that has passed
// counts, not what the local clock shows, which may be set in between. Without a
// Date the clocks differ by what the client knows of already.
func (c *call) firstBy(refusal error) time.Time {
	var re *smithyhttp.ResponseError
	if errors.As(refusal, &re) && re.Response != nil {
		now := time.Now()
		if date, ok := retry.Date(re.Response.Response, c.attempts.sent, now); ok {
			return date.Add(-now.Sub(c.attempts.first))
		}
	}
	return c.attempts.first.Add(c.clock.skew)
}

// doubtful reports whether the last attempt, which failed with err, may have been
// carried out all the same. What was not sent was not, whatever the error looks
// like: one of a credentials provider can be that of a call of its own.
func (c *call) doubtful(err error) bool {
	if !c.attempts.onWire {
		return false
	}
	var re *smithyhttp.ResponseError
	if errors.As(err, &re) {
		status := re.HTTPStatusCode()
		switch {
		case status >= 200 && status < 300:
			return true // it was, or a proxy says so
		case status >= 500:
			return !retry.IsThrottle(err)
		}
		return false
	}
	var send *smithyhttp.RequestSendError
	var canceled *smithy.CanceledError
	return errors.As(err, &send) || errors.As(err, &canceled)
}

// neverSent reports whether the connection could not even be made: to the service
// or to a proxy, or because of TLS. An alert of the other side is not among that,
// since it can come after the request has been sent.
func neverSent(err error) bool {
	var op *net.OpError
	if errors.As(err, &op) && (op.Op == "dial" || op.Op == "proxyconnect") {
		return true
	}
	var dns *net.DNSError
	if errors.As(err, &dns) {
		return true
	}
	var cert *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	return errors.As(err, &cert) || errors.Is(err, http.ErrSchemeMismatch) ||
		errors.As(err, &record) && record.Conn != nil // the very first record was no TLS
}

// fill puts a description into an output: into the member of its type, or, where
// the output has the members of the description itself, into those.
func fill(out, item reflect.Value) {
	for i := range out.NumField() {
		if out.Field(i).Type() == item.Type() {
			out.Field(i).Set(item)
			return
		}
	}
	for i := range item.Elem().NumField() {
		if f := out.FieldByName(item.Type().Elem().Field(i).Name); f.IsValid() && f.Type() == item.Elem().Field(i).Type() {
			f.Set(item.Elem().Field(i))
		}
	}
}

func memberString(in any, name string) (string, bool) {
	v := reflect.ValueOf(in)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return "", false
	}
	f := v.Elem().FieldByName(name)
	if !f.IsValid() {
		return "", false
	}
	p, ok := reflect.TypeAssert[*string](f)
	return nereid.ToString(p), ok && p != nil
}
