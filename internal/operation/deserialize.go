package operation

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
)

// maxBody is the largest response that is read. The largest page there is (100
// clusters) has some 600 kB.
const maxBody = 32 << 20

// deserializer reads the response into the output, or into an error.
type deserializer struct{}

func (deserializer) ID() string { return "OperationDeserializer" }

func (deserializer) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (
	out middleware.DeserializeOutput, md middleware.Metadata, err error,
) {
	out, md, err = next.HandleDeserialize(ctx, in)
	if err != nil {
		return out, md, err
	}
	resp, ok := out.RawResponse.(*smithyhttp.Response)
	if !ok {
		return out, md, fmt.Errorf("a middleware returned %T as the response, want %T", out.RawResponse, resp)
	}
	c := callOf(ctx)
	body, readErr := readBody(resp.Response)
	if readErr != nil && c.Err() != nil {
		return out, md, &smithy.CanceledError{Err: c.Err()}
	}
	if readErr != nil && ctx.Err() != nil {
		readErr = &attemptTimeoutError{c.opts.AttemptTimeout}
	}
	// What was read stays readable for whoever gets the response in an error.
	resp.Body = io.NopCloser(strings.NewReader(body))
	c.requestID = headerRequestID(resp.Header)

	if resp.StatusCode >= 200 && resp.StatusCode < 300 {
		if readErr == nil {
			var id string
			id, readErr = awsquery.DecodeResponse(body, c.chain.name, c.out)
			if c.requestID == "" {
				c.requestID = id
			}
		}
		if readErr != nil {
			return out, md, c.responseError(resp, &smithy.DeserializationError{Err: readErr})
		}
		out.Result = c.out
		return out, md, nil
	}
	if resp.StatusCode >= 300 && resp.StatusCode < 400 {
		return out, md, c.responseError(resp, newRedirectError(resp.Response))
	}
	return out, md, c.responseError(resp, c.apiError(resp, body))
}

func (c *call) responseError(resp *smithyhttp.Response, err error) error {
	return &nereid.ResponseError{
		ResponseError: &smithyhttp.ResponseError{Response: resp, Err: err},
		RequestID:     c.requestID,
	}
}

// apiError makes the fault that the body describes. A body that describes none
// comes from a proxy or a load balancer, or broke off; the status is all that is
// known then.
func (c *call) apiError(resp *smithyhttp.Response, body string) error {
	e, err := awsquery.ParseError(body)
	if err != nil {
		return &smithy.GenericAPIError{
			Code:    "UnknownError",
			Message: describeBody(resp.Response, body),
			Fault:   faultOf(resp.StatusCode),
		}
	}
	if e.RequestID != "" {
		c.requestID = e.RequestID
	}
	if fault := c.client.service.FaultFor(e.Code, e.Message); fault != nil {
		return fault
	}
	return &smithy.GenericAPIError{Code: e.Code, Message: e.Message, Fault: faultOf(resp.StatusCode)}
}

func faultOf(status int) smithy.ErrorFault {
	if status >= 500 {
		return smithy.FaultServer
	}
	return smithy.FaultClient
}

// describeBody says what came instead of an error reply.
func describeBody(resp *http.Response, body string) string {
	s := fmt.Sprintf("status %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	if body == "" {
		return s + " without a body"
	}
	if kind := resp.Header.Get("Content-Type"); kind != "" {
		s += ", " + kind
	}
	return s + fmt.Sprintf(" of %d bytes that is no error reply", len(body))
}

func headerRequestID(h http.Header) string {
	if id := h.Get("X-Amzn-Requestid"); id != "" {
		return id
	}
	return h.Get("X-Amz-Request-Id")
}

func newRedirectError(resp *http.Response) error {
	e := &redirectError{status: resp.StatusCode}
	if u, err := url.Parse(resp.Header.Get("Location")); err == nil {
		e.host = u.Host
	}
	return e
}

// bodies are buffers to read into before the size of a body is known for sure.
var bodies = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// maxPooled is the largest buffer that is kept for another response.
const maxPooled = 4 << 20

// readBody reads the response to its end and closes it, so that the connection
// can be used again. Of one that is too long it reads no more than the limit.
func readBody(resp *http.Response) (string, error) {
	defer func() { _ = resp.Body.Close() }()
	if resp.ContentLength > maxBody {
		return "", errTooLong
	}
	buf := bodies.Get().(*bytes.Buffer)
	defer func() {
		if buf.Cap() <= maxPooled {
			bodies.Put(buf)
		}
	}()
	buf.Reset()
	if n := resp.ContentLength; n > 0 {
		buf.Grow(int(n) + bytes.MinRead) // ReadFrom wants room to see the end
	}
	n, err := buf.ReadFrom(io.LimitReader(resp.Body, maxBody+1))
	switch {
	case err != nil:
		return buf.String(), &bodyError{err}
	case n > maxBody:
		return "", errTooLong
	case resp.ContentLength > n:
		return buf.String(), &bodyError{io.ErrUnexpectedEOF}
	}
	return buf.String(), nil
}
