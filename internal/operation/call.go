package operation

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/recovery"
)

// A call is the state of one call of an operation. It is also the context that
// the middlewares get. callOf finds the call in a context derived from it.
type call struct {
	context.Context

	client *Client
	opts   *Options
	chain  *chain
	target *target

	ownChain bool // the call has its own chain, because of its APIOptions
	in       any  // input of the serializer
	out      any  // output of the deserializer

	form struct {
		sourceRegion string // the region that the presigned URL is for, or ""
		body         []byte
		hash         string
		unsigned     error         // why there is no presigned URL; nil if it exists or is not needed
		sending      *bytes.Reader // body of the last attempt, or nil if a middleware replaced it
	}
	attempts struct {
		n        int
		sent     time.Time // when the last attempt began, by the local clock
		answered bool      // the last attempt got a response
	}
	timeout attemptTimeoutError
	clock   struct {
		skew      time.Duration // correction of the local clock for the last attempt
		corrected bool
	}
	secrets secrets
	reply   struct {
		requestID string
		code      string    // the error code, or ""
		body      io.Closer // the open body of the response, or nil
	}

	recovery  recovery.Tracker // nil for operations without an effect
	recovered bool

	url    url.URL
	values [headerCount][1]string // backs the header values that setHeader sets
}

// These are indices into call.values, where a call keeps the values of the
// headers that it sets.
const (
	headerContentType = iota
	headerUserAgent
	headerInvocationID
	headerRequest
	headerCount
)

// setHeader sets a header. It stores the value in c.values[slot] to avoid
// allocating a slice.
func (c *call) setHeader(h http.Header, canonicalName string, slot int, value string) {
	c.values[slot][0] = value
	h[canonicalName] = c.values[slot][:]
}

// Format prints only the operation's name, because a call holds secrets and a
// middleware may print its context.
func (c *call) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "call of "+c.chain.op.Name) }

type callKey struct{}

// Value returns the call itself for a callKey. For other keys it returns the
// value in the caller's context.
func (c *call) Value(key any) any {
	if _, ok := key.(callKey); ok {
		return c
	}
	return c.Context.Value(key)
}

var errForeignContext = errors.New("a middleware passed on a context that is not derived from the given one")

// callOf returns the call that ctx belongs to, or nil if ctx is not derived
// from a call.
func callOf(ctx context.Context) *call {
	if c, ok := ctx.(*call); ok {
		return c
	}
	c, _ := ctx.Value(callKey{}).(*call)
	return c
}

// callAndRequest returns the call that ctx belongs to, and the request as an
// HTTP request. It returns an error if a middleware passed on an unrelated
// context or a request of another type.
func callAndRequest(ctx context.Context, request any) (*call, *smithyhttp.Request, error) {
	c := callOf(ctx)
	if c == nil {
		return nil, nil, errForeignContext
	}
	req, ok := request.(*smithyhttp.Request)
	if !ok || req == nil || req.Request == nil {
		return nil, nil, fmt.Errorf("a middleware passed on %T as the request, want %T", request, req)
	}
	return c, req, nil
}

// errNotMade is the error of a zero client.
var errNotMade = errors.New("the client was not made by New or NewFromConfig")

// Call calls an operation. in is a pointer to the input, which may be nil. out
// is a pointer to an empty output. The result has the type of out, and is nil
// only if there is an error. perCall, if not nil, changes the options for this
// call.
//
// Call is not generic, so that the compiler does not make a copy for each
// operation.
func (c *Client) Call(ctx context.Context, op *Op, in, out any, perCall func(*Options)) (any, error) {
	if c == nil {
		return nil, &smithy.OperationError{OperationName: op.Name, Err: errNotMade}
	}
	if v := reflect.ValueOf(in); v.IsNil() {
		in = reflect.New(v.Type().Elem()).Interface()
	}
	res, err := c.call(ctx, op, in, out, perCall)
	if err == nil && res != out {
		// A middleware replaced the result.
		if v := reflect.ValueOf(res); !v.IsValid() || v.Type() != reflect.TypeOf(out) || v.IsNil() {
			err = fmt.Errorf("a middleware returned %T as the result, want %T that is not nil", res, out)
		}
	}
	if err != nil {
		return nil, &smithy.OperationError{ServiceID: c.service.ID, OperationName: op.Name, Err: err}
	}
	return res, nil
}

func (c *Client) call(ctx context.Context, op *Op, in, out any, perCall func(*Options)) (result any, err error) {
	s := &call{Context: ctx, client: c, opts: &c.opts, target: &c.target, in: in, out: out}
	if perCall == nil {
		s.chain, err = c.chain(op, in, out)
	} else {
		err = s.customize(op, perCall)
	}
	if err != nil {
		return nil, fmt.Errorf("an APIOptions function failed: %w", err)
	}
	if s.target.open {
		s.warnOfPlainHTTP()
	}
	s.clock.skew, s.timeout = s.clockOffset(), attemptTimeoutError{s.opts.AttemptTimeout}
	if op.Effect != nil {
		in = s.begin(op, in)
	}

	ctx = s
	if s.chain.custom {
		ctx = withFamiliarValues(ctx, s)
	}
	if s.opts.TracerProvider != nil || s.opts.MeterProvider != nil {
		var finish func(error)
		ctx, finish = s.observe(ctx)
		err = errPanicked // unless it is overwritten
		defer func() { finish(err) }()
	}
	if s.chain.custom {
		defer s.closeBody() // the Retry step closes it, unless a user removed that step
	}
	res, md, err := s.chain.head.HandleInitialize(ctx, middleware.InitializeInput{Parameters: in})
	if err != nil {
		if err = s.conclude(ctx, err); err != nil {
			return nil, err
		}
		res.Result = out
	}
	s.setMetadata(res.Result, md)
	return res.Result, nil
}

// customize applies the options of one call. If the client or the call has
// APIOptions, the call gets its own chain: perCall may have changed the
// APIOptions, and Go cannot compare functions.
func (c *call) customize(op *Op, perCall func(*Options)) (err error) {
	base := &c.client.opts
	o := base.Copy()
	perCall(&o)
	o.Complete(base)
	c.opts = &o
	if !sameTarget(&o, base) {
		t := resolveTarget(&o)
		c.target = &t
	}
	if len(o.APIOptions) == 0 && len(base.APIOptions) == 0 {
		c.chain, err = c.client.chain(op, c.in, c.out)
	} else {
		c.ownChain = true
		c.chain, err = newChain(op, reflect.TypeOf(c.in).Elem(), reflect.TypeOf(c.out).Elem(), o.APIOptions)
	}
	return err
}

// withFamiliarValues adds the context values that an SDK client would set for
// middlewares, such as the service ID and the region. They are only needed if
// the chain has custom middlewares.
func withFamiliarValues(ctx context.Context, s *call) context.Context {
	ctx = middleware.ClearStackValues(ctx)
	ctx = middleware.WithServiceID(ctx, s.client.service.ID)
	ctx = middleware.WithOperationName(ctx, s.chain.op.Name)
	ctx = nereid.WithRegion(ctx, s.opts.Region)
	return middleware.SetLogger(ctx, s.opts.Logger)
}

// setMetadata completes md and stores it in the output.
func (c *call) setMetadata(result any, md middleware.Metadata) {
	if c.chain.metadata < 0 {
		return
	}
	v := reflect.ValueOf(result)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Type() != reflect.TypeOf(c.out) {
		return
	}
	nereid.SetCallInfo(&md, &nereid.CallInfo{RequestID: c.reply.requestID, Attempts: c.attempts.n, Recovered: c.recovered})
	*v.Elem().Field(c.chain.metadata).Addr().Interface().(*middleware.Metadata) = md
}

// resetOutput clears the output, which may contain results of an earlier
// attempt.
func (c *call) resetOutput() { reflect.ValueOf(c.out).Elem().SetZero() }
