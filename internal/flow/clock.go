package flow

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// A ServiceClock returns the time by the service's clock, once a response with
// a Date has arrived. It is safe for concurrent use.
type ServiceClock struct {
	mu       sync.Mutex
	date, at time.Time // of the last response, by the service's clock and by the local clock
}

// Read is an APIOption that reads the Date of each response.
func (c *ServiceClock) Read(stack *middleware.Stack) error {
	read := func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
		out, md, err := next.HandleDeserialize(ctx, in)
		if resp, ok := out.RawResponse.(*smithyhttp.Response); ok && resp != nil && resp.Response != nil {
			if date, err := http.ParseTime(resp.Header.Get("Date")); err == nil {
				c.set(date)
			}
		}
		return out, md, err
	}
	return stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("NereidServiceClock", read), middleware.After)
}

func (c *ServiceClock) set(date time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.date, c.at = date, time.Now()
}

// service converts a local time to the service's clock. It returns false if no
// response with a Date has arrived yet.
func (c *ServiceClock) service(local time.Time) (time.Time, bool) {
	if c == nil {
		return local, false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.at.IsZero() {
		return local, false
	}
	return c.date.Add(local.Sub(c.at)), true
}
