package operation

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
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
	c.attempts = max(c.attempts, 1) // there is no other count if Retry was removed
	hr, err := c.newHTTPRequest(ctx, req)
	if err != nil {
		return out, md, &smithy.SerializationError{Err: err}
	}
	c.onWire = true
	resp, err := c.opts.HTTPClient.Do(hr)
	if err == nil && resp == nil {
		err = errors.New("the HTTP client returned neither a response nor an error")
	}
	if err != nil {
		if resp != nil && resp.Body != nil {
			_ = resp.Body.Close() // net/http returns both if CheckRedirect fails
		}
		c.onWire = !neverSent(err)
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
	c.body = resp.Body
	out.RawResponse = &smithyhttp.Response{Response: resp}
	return out, md, nil
}

// followed returns an error if a client of the user's making followed a redirect,
// which it cannot be kept from where the request comes to have no body. An
// *http.Client that does it was told to.
func (c *call) followed(resp *http.Response) error {
	if resp.Request == nil || resp.Request.Response == nil || resp.Request.URL == nil || c.ownHTTPClient() {
		return nil
	}
	return &redirectError{status: resp.Request.Response.StatusCode, host: c.withoutSecrets(resp.Request.URL.Host), followed: true}
}

// ownHTTPClient reports whether it is known how the client treats redirects.
func (c *call) ownHTTPClient() bool {
	_, ok := c.opts.HTTPClient.(*http.Client)
	return ok
}

// newHTTPRequest returns the request for one attempt. Its body can be read again,
// so that net/http may take another connection when it finds one closed; but not
// by a client that would send it wherever a redirect says. A body that a
// middleware put in its place has a length of its own.
func (c *call) newHTTPRequest(ctx context.Context, req *smithyhttp.Request) (*http.Request, error) {
	body, ok := req.GetStream().(*formBody)
	if !ok {
		switch n, known, err := req.StreamLength(); {
		case err != nil:
			return nil, err
		case known:
			req.ContentLength = n
		case req.ContentLength == int64(len(c.form)): // which is that of the form
			req.ContentLength = -1
		}
		return req.Build(ctx), nil
	}
	hr := req.WithContext(ctx)
	hr.ContentLength = int64(len(body.form))
	hr.Body = body.reader()
	if c.ownHTTPClient() {
		hr.GetBody = func() (io.ReadCloser, error) { return body.reader(), nil }
	}
	return hr, nil
}

var shared struct {
	once   sync.Once // as a variable, sync.OnceValue would be made in package initialisation
	client *http.Client
}

// sharedHTTPClient returns what clients use that were given none, so that they
// share connections. Each has a copy that an option function may change.
func sharedHTTPClient() nereid.HTTPClient {
	shared.once.Do(func() {
		dialer := &net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}
		shared.client = &http.Client{
			CheckRedirect: refuseRedirect,
			Transport: &http.Transport{
				Proxy:                 http.ProxyFromEnvironment,
				DialContext:           dialer.DialContext,
				ForceAttemptHTTP2:     true,
				MaxIdleConns:          100,
				MaxIdleConnsPerHost:   16,
				IdleConnTimeout:       90 * time.Second,
				TLSHandshakeTimeout:   10 * time.Second,
				ExpectContinueTimeout: time.Second,
				TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS12},
			},
		}
	})
	client := *shared.client
	return &client
}

func refuseRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// withoutRedirects returns the client, or a copy of it that does not follow
// redirects: net/http would carry the session token and the body to the other
// host.
func withoutRedirects(client nereid.HTTPClient) nereid.HTTPClient {
	hc, ok := client.(*http.Client)
	switch {
	case !ok:
		return client
	case hc == nil:
		return sharedHTTPClient()
	case hc.CheckRedirect != nil:
		return client
	}
	return &http.Client{
		Transport:     hc.Transport,
		CheckRedirect: refuseRedirect,
		Jar:           hc.Jar,
		Timeout:       hc.Timeout,
	}
}
