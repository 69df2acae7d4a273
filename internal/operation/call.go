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

// A call is the state of one call. It is also the context of the middlewares in
// the chain, which use callOf to get it.
type call struct {
	context.Context

	client *Client
	opts   *Options
	chain  *chain
	target *target

	ownChain bool // whether the call has its own chain, because of other APIOptions
	in       any  // the input of the serializer
	out      any  // the output of the deserializer

	form struct {
		sourceRegion string // the region that the presigned URL is for, or ""
		body         []byte
		hash         string
		unsigned     error         // error of presigning, or nil if the URL exists or is not needed
		sending      *bytes.Reader // body of the last attempt, or nil if a middleware replaced it
	}
	attempts struct {
		n        int
		sent     time.Time // when the last one began, by the local clock
		answered bool      // the last one got a response
	}
	timeout attemptTimeoutError
	clock   struct {
		skew      time.Duration // the correction of the clock for the last attempt
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
	values [headerCount][1]string // backing the header values we set
}

// The headers that a call sets itself, as indices of call.values.
const (
	headerContentType = iota
	headerUserAgent
	headerInvocationID
	headerRequest
	headerCount
)

// setHeader sets a header without an allocation for its value.
func (c *call) setHeader(h http.Header, canonicalName string, slot int, value string) {
	c.values[slot][0] = value
	h[canonicalName] = c.values[slot][:]
}

// Format prints no details of the call: it holds secrets, and a middleware may
// print its context.
func (c *call) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "call of "+c.chain.op.Name) }

type callKey struct{}

// Value returns the call itself, or a value of the caller's context.
func (c *call) Value(key any) any {
	if _, ok := key.(callKey); ok {
		return c
	}
	return c.Context.Value(key)
}

var errForeignContext = errors.New("a middleware passed on a context that is not derived from the given one")

// callOf returns the call that ctx belongs to, or nil if a middleware passed on
// an unrelated context.
func callOf(ctx context.Context) *call {
	if c, ok := ctx.(*call); ok {
		return c
	}
	c, _ := ctx.Value(callKey{}).(*call)
	return c
}

// callAndRequest returns the call and the HTTP request of a step. It returns an
// error if a middleware passed on something else.
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

// errNotMade is the error of the zero value of a client.
var errNotMade = errors.New("the client was not made by New or NewFromConfig")

// Call makes one call of an operation. in is a pointer to the input, or nil.
// out is a pointer to an empty output. The result has the type of out; it is
// nil only with an error. perCall changes the options for this call; it may be
// nil.
//
// Call is not generic, because the compiler would make a copy for each
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
		// A middleware gave a result of its own.
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
		defer s.closeBody() // the Retry step does it, unless a user removed that step
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
// APIOptions, the call gets its own chain, because a changed APIOptions
// function cannot be recognized.
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

// withFamiliarValues adds the values that user middlewares find in the context
// of an SDK client. They are only needed if there are such middlewares.
func withFamiliarValues(ctx context.Context, s *call) context.Context {
	ctx = middleware.ClearStackValues(ctx)
	ctx = middleware.WithServiceID(ctx, s.client.service.ID)
	ctx = middleware.WithOperationName(ctx, s.chain.op.Name)
	ctx = nereid.WithRegion(ctx, s.opts.Region)
	return middleware.SetLogger(ctx, s.opts.Logger)
}

// setMetadata completes the metadata and stores it in the output.
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

// resetOutput clears the output, which may hold results of an earlier attempt.
func (c *call) resetOutput() { reflect.ValueOf(c.out).Elem().SetZero() }
