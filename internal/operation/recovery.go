package operation

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"reflect"
	"slices"
	"time"

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
	states   []string // of a resource on which the action has been taken
}

type action uint8

const (
	repeatable action = iota
	creates
	changes
	deletes
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

// Deletes marks an operation that deletes the resource. When there is no such
// resource after an attempt with an unknown outcome, that is what was wanted.
func Deletes(r Resource, id string) Mark { return Mark{action: deletes, resource: r, id: id} }

// Once marks an operation whose repetition would undo or redo what it did, such
// as a failover. It is not repeated after an attempt with an unknown outcome.
func Once() Mark { return Mark{action: unrepeatable} }

// A Resource is a kind of resource that can be described.
type Resource interface {
	// Describe returns a pointer to the description of the resource, if there is
	// one. owner is the service client; opts are those of the call.
	Describe(ctx context.Context, owner any, opts *Options, id string) (item any, found bool, err error)

	// Older reports whether the resource was made before that time, by its own
	// account. It is not known if it does not tell.
	Older(item any, than time.Time) (older, known bool)

	// Status returns the resource's status.
	Status(item any) string
}

// refusedForDone reports whether the error is what the operation answers when
// it has been done before.
func (m *Mark) refusedForDone(err error) bool {
	switch m.action {
	case creates:
		return errors.Is(err, nereid.ErrAlreadyExists)
	case changes:
		return errors.Is(err, nereid.ErrInvalidState)
	case deletes:
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
	item, found, err := m.resource.Describe(ctx, c.client.Owner, c.opts, id)
	switch {
	case m.action == deletes && (errors.Is(err, nereid.ErrNotFound) || err == nil && !found):
		c.resetOutput()
		return nil
	case err != nil:
		return &nereid.OutcomeUnknownError{Refusal: refusal.Error(), Err: fmt.Errorf("describe it: %w", err)}
	case !found && m.action == creates:
		return &nereid.OutcomeUnknownError{Refusal: refusal.Error(), Err: errNotShown}
	case !found:
		return refusal // what is gone is in no state
	}
	switch m.action {
	case creates:
		if recovery.Differs(c.in, item) != "" {
			return refusal
		}
		// Times of the service may be cut off to seconds.
		older, known := m.resource.Older(item, first.Truncate(time.Second))
		if !known {
			return &nereid.OutcomeUnknownError{Refusal: refusal.Error(), Err: errNoBirth}
		}
		if older {
			return refusal
		}
	case changes:
		if !slices.Contains(m.states, m.resource.Status(item)) {
			return refusal
		}
	case deletes:
		if m.resource.Status(item) != "deleting" {
			return refusal
		}
	}
	c.resetOutput()
	fill(reflect.ValueOf(c.out).Elem(), reflect.ValueOf(item))
	return nil
}

var (
	errNoBirth  = errors.New("its description does not tell when it was made")
	errNotShown = errors.New("it cannot be described: it is gone again, or does not show yet")
)

// firstBy returns when the first attempt began, by the clock of the service that
// sent the refusal. Without a date in it the clocks are taken to agree.
func (c *call) firstBy(refusal error) time.Time {
	var re *smithyhttp.ResponseError
	if errors.As(refusal, &re) && re.Response != nil {
		if skew, ok := retry.SkewFrom(re.Response.Response, c.sent, time.Now()); ok {
			// The date has whole seconds, so the clock may be ahead by one more
			// or less than it shows.
			return c.first.Add(skew - time.Second)
		}
	}
	return c.first
}

// doubtful reports whether an attempt that failed with err may have been carried
// out all the same.
func doubtful(err error) bool {
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
	return errors.As(err, &send) && !neverSent(send.Err)
}

// neverSent reports whether the connection could not even be made.
func neverSent(err error) bool {
	var op *net.OpError
	if errors.As(err, &op) && op.Op == "dial" {
		return true
	}
	var dns *net.DNSError
	if errors.As(err, &dns) {
		return true
	}
	var cert *tls.CertificateVerificationError
	return errors.As(err, &cert)
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
