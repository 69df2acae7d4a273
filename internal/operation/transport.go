package operation

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// transport is the end of the chain: it sends the request.
type transport struct{}

func (*transport) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput) (
	out middleware.DeserializeOutput, md middleware.Metadata, err error,
) {
	c, req, err := callAndRequest(ctx, in.Request)
	if err != nil {
		return out, md, err
	}
	c.attempts.n = max(c.attempts.n, 1) // if a user removed the Retry step, this is the only attempt
	sending := ctx
	if c.recovery != nil {
		sending = c.recovery.Trace(ctx, c.usesNetHTTP())
	}
	hr, err := c.newHTTPRequest(sending, req)
	if err != nil {
		return out, md, &smithy.SerializationError{Err: err}
	}
	resp, err := c.do(ctx, hr)
	if err != nil {
		if resp != nil && resp.Body != nil {
			_ = resp.Body.Close() // net/http returns both a response and an error if CheckRedirect fails
		}
		err = c.interrupted(ctx, err)
		if canceled := (*smithy.CanceledError)(nil); errors.As(err, &canceled) {
			return out, md, err
		}
		return out, md, &smithyhttp.RequestSendError{Err: c.hideSecrets(err)}
	}
	if resp.Body == nil {
		resp.Body = http.NoBody
	}
	if err := c.followed(resp); err != nil {
		_ = resp.Body.Close()
		return out, md, err
	}
	c.reply.body = resp.Body
	out.RawResponse = &smithyhttp.Response{Response: resp}
	return out, md, nil
}

// do passes the request to the HTTP client, unless the context has ended. It
// checks the context first, because an error from the HTTP client may not show
// whether the request was sent.
func (c *call) do(ctx context.Context, hr *http.Request) (*http.Response, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	resp, err := c.opts.HTTPClient.Do(hr)
	if err == nil && resp == nil {
		err = errors.New("the HTTP client returned neither a response nor an error")
	}
	if c.recovery != nil {
		c.recovery.Sent(err, c.form.sending)
	}
	return resp, err
}

// followed returns an error if the HTTP client has followed a redirect.
// newHTTPRequest cannot prevent every redirect, because a client can follow one
// with a new request that has no body. If the HTTP client is an *http.Client,
// followed returns nil, because an *http.Client follows redirects only if its
// user configured that.
func (c *call) followed(resp *http.Response) error {
	if resp.Request == nil || resp.Request.Response == nil || resp.Request.URL == nil || c.ownHTTPClient() {
		return nil
	}
	return &redirectError{status: resp.Request.Response.StatusCode, host: bounded(c.withoutSecrets(resp.Request.URL.Host), maxLine), followed: true}
}

// ownHTTPClient reports whether the HTTP client is an *http.Client, whose
// handling of redirects is known.
func (c *call) ownHTTPClient() bool {
	_, ok := c.opts.HTTPClient.(*http.Client)
	return ok
}

// newHTTPRequest returns the request for one attempt. Its body can be read
// again, so that net/http can send it on a second connection if the first one
// is closed. If the HTTP client is not an *http.Client, the body can be read
// only once, so that the client cannot send it to the target of a redirect. If
// a middleware replaced the body, the request has the length of the new body.
func (c *call) newHTTPRequest(ctx context.Context, req *smithyhttp.Request) (*http.Request, error) {
	body, ok := req.GetStream().(*formBody)
	if c.form.sending = nil; !ok {
		switch n, known, err := req.StreamLength(); {
		case err != nil:
			return nil, err
		case known:
			req.ContentLength = n
		case req.ContentLength == int64(len(c.form.body)): // the length of the form, not of the middleware's body
			req.ContentLength = -1
		}
		return req.Build(ctx), nil
	}
	hr := req.WithContext(ctx)
	hr.ContentLength = int64(len(body.form))
	c.form.sending = body.reader()
	hr.Body = io.NopCloser(c.form.sending)
	if c.ownHTTPClient() {
		hr.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(body.reader()), nil }
	}
	return hr, nil
}

func (c *call) redirectError(resp *http.Response) error {
	e := &redirectError{status: resp.StatusCode}
	if location := resp.Header.Get("Location"); location != "" {
		e.host = "an unreadable location"
		if u, err := url.Parse(location); err == nil {
			e.host = bounded(c.withoutSecrets(cmp.Or(u.Host, c.target.url.Host)), maxLine) // a location without a host is a path on the same host
		}
	}
	return e
}

// A redirectError means that the service answered with a redirect. host is the
// host that the redirect leads to.
type redirectError struct {
	status   int
	host     string
	followed bool
}

func (e *redirectError) Error() string {
	if e.host == "" {
		return fmt.Sprintf("redirect (status %d) rejected: it has no location", e.status)
	}
	if e.followed {
		return fmt.Sprintf("redirect (status %d) to %s: the HTTP client followed it, and the response is not the service's", e.status, e.host)
	}
	return fmt.Sprintf("redirect (status %d) to %s rejected: redirects are never followed, because they would carry the signed request there", e.status, e.host)
}
