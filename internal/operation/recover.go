package operation

import (
	"context"
	"net/http"

	"github.com/nereid-go/nereid/internal/recovery"
)

// begin starts to record the call's attempts, so that the call can recover from
// a lost response. It returns the input to send, which may have an additional
// tag.
func (c *call) begin(op *Op, in any) any {
	config := recovery.Config{Operation: op.Name, Time: c.opts.RecoveryTime}
	if !c.opts.DisableRecovery {
		config.Describe = c
	}
	if c.opts.TagCreations {
		config.NewTag = newUUID
	}
	c.recovery = op.Effect.Track(config)
	c.in = c.recovery.Start(c.Context, in)
	return c.in
}

// conclude returns the error to report for a call that failed with err, or nil
// if an earlier attempt succeeded. It may make describe calls to find that out.
// Their spans are children of the call's span, which is in ctx.
func (c *call) conclude(ctx context.Context, err error) error {
	if c.recovery == nil {
		return err
	}
	if c.opts.TracerProvider == nil {
		ctx = c.Context
	}
	err = c.recovery.Conclude(ctx, c.out, err, !c.opts.DisableRecovery)
	c.recovered = err == nil
	return err
}

// Describe implements [recovery.Describer].
func (c *call) Describe(ctx context.Context, op, in, out any) error {
	_, err := c.client.Call(ctx, op.(*Op), in, out, c.sameOptions())
	return err
}

// In implements [recovery.Describer].
func (c *call) In(region string) recovery.Describer { return elsewhere{c, region} }

// elsewhere describes in another region.
type elsewhere struct {
	*call

	region string
}

// Describe implements [recovery.Describer].
func (e elsewhere) Describe(ctx context.Context, op, in, out any) error {
	same := e.sameOptions()
	_, err := e.client.Call(ctx, op.(*Op), in, out, func(o *Options) {
		if same != nil {
			same(o)
		}
		o.Region = e.region
	})
	return err
}

// sameOptions returns a function that gives a describe call the options of c.
// The result is nil if c uses the client's options. If neither the client nor c
// has APIOptions, c uses the client's chain of middlewares. In that case, the
// function does not change the describe call's APIOptions, so that the describe
// call uses the client's chain, too.
func (c *call) sameOptions() func(*Options) {
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

// usesNetHTTP reports whether net/http's transport sends the requests.
func (c *call) usesNetHTTP() bool {
	client, ok := c.opts.HTTPClient.(*http.Client)
	if !ok {
		return false
	}
	transport := client.Transport
	if transport == nil {
		transport = http.DefaultTransport
	}
	_, ok = transport.(*http.Transport)
	return ok
}
