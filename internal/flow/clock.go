package flow

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid/internal/retry"
)

// A ServiceClock converts local times to the service's clock, once a response
// with a usable Date has arrived. It is safe for concurrent use.
type ServiceClock struct {
	skew atomic.Pointer[time.Duration] // how far the service's clock is ahead; nil if that is unknown
}

// Read is an APIOption. It makes the clock read the Date of each response; see
// [retry.SkewFrom].
func (c *ServiceClock) Read(stack *middleware.Stack) error {
	read := func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
		sent := time.Now()
		out, md, err := next.HandleDeserialize(ctx, in)
		if resp, ok := out.RawResponse.(*smithyhttp.Response); ok && resp != nil {
			if skew, ok := retry.SkewFrom(resp.Response, sent, time.Now()); ok {
				c.skew.Store(&skew)
			}
		}
		return out, md, err
	}
	return stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("NereidServiceClock", read), middleware.After)
}

// service converts a local time to the service's clock. It returns false if no
// response with a usable Date has arrived yet.
func (c *ServiceClock) service(local time.Time) (time.Time, bool) {
	if c == nil {
		return local, false
	}
	skew := c.skew.Load()
	if skew == nil {
		return local, false
	}
	return local.Add(*skew), true
}
