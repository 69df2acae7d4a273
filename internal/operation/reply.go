package operation

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strings"
	"sync"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/recovery"
)

// maxBody is the maximum size of a response in bytes. The largest known page,
// with 100 clusters, is about 600 kB.
const maxBody = 32 << 20

// deserializer decodes the response into the output or an error.
type deserializer struct{}

func (*deserializer) ID() string { return "OperationDeserializer" }

func (*deserializer) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (
	out middleware.DeserializeOutput, md middleware.Metadata, err error,
) {
	out, md, err = next.HandleDeserialize(ctx, in)
	if err != nil {
		return out, md, err
	}
	c := callOf(ctx)
	if c == nil {
		return out, md, errForeignContext
	}
	resp, ok := out.RawResponse.(*smithyhttp.Response)
	if !ok || resp == nil || resp.Response == nil || resp.Body == nil {
		return out, md, fmt.Errorf("a middleware returned %T as the response, want %T with a body", out.RawResponse, resp)
	}
	r := bodyReaders.Get().(*bodyReader)
	defer r.recycle()
	body, readErr := r.readAll(resp.Response)
	c.reply.body, c.attempts.answered = nil, true
	if c.recovery != nil {
		c.recovery.Responded()
	}
	if readErr != nil {
		readErr = c.interrupted(ctx, readErr)
		if canceled := (*smithy.CanceledError)(nil); errors.As(readErr, &canceled) {
			return out, md, readErr
		}
	}
	// Keep the body readable for others that receive the response: a user's
	// middleware, and the caller if there is an error.
	if c.chain.custom {
		resp.Body = newReadBody(body)
	}
	c.reply.requestID = c.withoutSecretsInID(headerRequestID(resp.Header))
	if c.chain.custom {
		defer func() {
			nereid.SetCallInfo(&md, &nereid.CallInfo{RequestID: c.reply.requestID, Attempts: c.attempts.n})
		}()
	}

	switch {
	case resp.StatusCode >= 200 && resp.StatusCode < 300:
		if err = c.decode(resp.Response, body, readErr); err == nil {
			out.Result = c.out
			return out, md, nil
		}
	case resp.StatusCode >= 300 && resp.StatusCode < 400:
		err = c.redirectError(resp.Response)
	default:
		err = c.apiError(resp.Response, body, readErr)
		if c.recovery != nil && recovery.Answered(resp.StatusCode) {
			c.recovery.Refused(false)
		}
	}
	resp.Body = newReadBody(body)
	return out, md, c.responseError(resp, err)
}

// decode decodes a body into the output. readErr is the error from reading the
// body, or nil. If readErr is not nil, decode returns a deserialization error
// that wraps it.
func (c *call) decode(resp *http.Response, body []byte, readErr error) error {
	if readErr == nil {
		var id string
		c.resetOutput() // an earlier attempt may have filled a part of it
		if id, readErr = awsquery.DecodeResponse(body, c.chain.op.Name, c.out); readErr != nil {
			if kind := compression(resp, body); kind != "" {
				readErr = errors.New("the response is compressed with " + kind + ", which was not requested")
			}
			readErr = &unreadableError{readErr}
		}
		if c.reply.requestID == "" {
			c.reply.requestID = c.withoutSecretsInID(id)
		}
	}
	if readErr != nil {
		return &smithy.DeserializationError{Err: c.hideSecrets(readErr)}
	}
	return nil
}

func (c *call) responseError(resp *smithyhttp.Response, err error) error {
	faults := reflect.TypeOf(c.client.service.Types).Elem().PkgPath()
	return nereid.NewResponseError(&smithyhttp.ResponseError{Response: resp, Err: err}, c.reply.requestID, faults)
}

func headerRequestID(h http.Header) string {
	if id := h.Get("X-Amzn-Requestid"); id != "" {
		return id
	}
	return h.Get("X-Amz-Requestid")
}

// An unreadableError means that a response with status 200 is not a valid reply
// to the call. An intermediary sent or damaged it.
type unreadableError struct{ err error }

func (e *unreadableError) Error() string { return e.err.Error() }

// Unwrap returns the decoder's error.
func (e *unreadableError) Unwrap() error { return e.err }

// RetryableError returns false if the response exceeds the decoder's memory
// limit. Otherwise it returns true, because another attempt may succeed.
func (e *unreadableError) RetryableError() bool { return !errors.Is(e.err, awsquery.ErrTooLarge) }

// A bodyReader holds reusable buffers for reading a response body. Decoded
// values are copied out of the buffer. If they referred to it, each page of a
// hundred resources would need its own buffer of half a megabyte, and each
// value in use would keep the whole buffer in memory.
type bodyReader struct {
	buf     bytes.Buffer
	limited io.LimitedReader
}

var bodyReaders = sync.Pool{New: func() any { return new(bodyReader) }}

const (
	maxPooled  = 16 << 20 // the largest buffer that is kept for another response
	maxTrusted = 1 << 20  // the largest buffer that is allocated before any data arrives
)

// recycle keeps the buffer for another response. Afterwards, the caller must
// not use the buffer's contents.
func (r *bodyReader) recycle() {
	if r.limited.R = nil; r.buf.Cap() <= maxPooled {
		bodyReaders.Put(r)
	}
}

// readAll reads the response to its end and closes it, so that the connection
// can be reused. It stops at maxBody bytes.
func (r *bodyReader) readAll(resp *http.Response) ([]byte, error) {
	defer func() { _ = resp.Body.Close() }()
	if resp.ContentLength > maxBody {
		return nil, errTooLong
	}
	buf := &r.buf
	buf.Reset()
	if n := resp.ContentLength; n > 0 { // may be wrong
		buf.Grow(int(min(n, maxTrusted)) + bytes.MinRead) // ReadFrom needs this room to find the end without growing the buffer
	}
	r.limited = io.LimitedReader{R: resp.Body, N: maxBody + 1}
	n, err := buf.ReadFrom(&r.limited)
	switch {
	case err != nil:
		return buf.Bytes(), &bodyError{err}
	case n > maxBody:
		return nil, errTooLong
	case resp.ContentLength > n:
		return buf.Bytes(), &bodyError{io.ErrUnexpectedEOF}
	}
	return buf.Bytes(), nil
}

var errTooLong = errors.New("the response is longer than 32 MiB") // maxBody

// A bodyError means that the response was truncated.
type bodyError struct{ err error }

func (e *bodyError) Error() string { return "read the response: " + e.err.Error() }

// Unwrap returns net/http's error.
func (e *bodyError) Unwrap() error { return e.err }

// RetryableError returns true, because another attempt may succeed.
func (e *bodyError) RetryableError() bool { return true }

// A readBody is a response body that is kept in memory and can be read again.
type readBody struct{ strings.Reader }

// newReadBody returns a readBody with a copy of text, because the buffer that
// contains text is reused.
func newReadBody(text []byte) *readBody {
	b := new(readBody)
	b.Reset(string(text))
	return b
}

func (*readBody) Close() error { return nil }
