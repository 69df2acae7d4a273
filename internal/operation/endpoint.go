package operation

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strings"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/endpoint"
)

// A target is the address that requests are sent to, or the error that occurred
// when it was resolved.
type target struct {
	url           url.URL
	signingRegion string
	open          bool // requests are sent to another machine without TLS
	err           error
}

func resolveTarget(o *Options) target {
	e, err := endpoint.Resolve(o.Region, endpoint.Options{
		FIPS:         o.EndpointOptions.UseFIPSEndpoint == nereid.FIPSEndpointStateEnabled,
		DualStack:    o.EndpointOptions.UseDualStackEndpoint == nereid.DualStackEndpointStateEnabled,
		DisableHTTPS: o.EndpointOptions.DisableHTTPS,
	}, o.BaseEndpoint)
	if err == nil && e.SigningRegion == "" {
		err = endpoint.CheckRegion("")
	}
	if err != nil {
		return target{err: err}
	}
	u, err := url.Parse(e.URL)
	if err != nil {
		return target{err: errors.New("the endpoint is not a URL")}
	}
	if u.Path == "" {
		u.Path = "/"
	}
	return target{url: *u, signingRegion: e.SigningRegion, open: u.Scheme == "http" && !isLoopback(u.Hostname())}
}

// sameTarget reports whether requests with the options a and requests with the
// options b have the same target.
func sameTarget(a, b *Options) bool {
	return a.Region == b.Region && a.EndpointOptions == b.EndpointOptions &&
		(a.BaseEndpoint == b.BaseEndpoint || a.BaseEndpoint != nil && b.BaseEndpoint != nil && *a.BaseEndpoint == *b.BaseEndpoint)
}

// resolveEndpoint sets the request's URL to the region's endpoint or to the
// custom endpoint.
type resolveEndpoint struct{}

func (*resolveEndpoint) ID() string { return "ResolveEndpointV2" }

func (*resolveEndpoint) HandleFinalize(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, md middleware.Metadata, err error,
) {
	c, req, err := callAndRequest(ctx, in.Request)
	if err != nil {
		return out, md, err
	}
	if c.target.err != nil {
		return out, md, fmt.Errorf("resolve endpoint: %w", c.target.err)
	}
	req.URL.Scheme = c.target.url.Scheme
	req.URL.Host = c.target.url.Host
	req.URL.Path = c.target.url.Path
	req.URL.RawPath = c.target.url.RawPath
	return next.HandleFinalize(ctx, in)
}

// isLoopback reports whether a host name refers to this machine. It does not
// resolve the name.
func isLoopback(host string) bool {
	name := strings.ToLower(strings.TrimSuffix(host, "."))
	if name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	addr, err := netip.ParseAddr(name)
	return err == nil && addr.Unmap().IsLoopback()
}

// warnOfPlainHTTP logs a warning, once per client, if requests are sent to
// another machine without TLS. This is not an error, because plain HTTP is only
// used if the caller asks for it.
func (c *call) warnOfPlainHTTP() {
	if c.client.warned.Swap(true) {
		return
	}
	c.event(logging.Warn, "the service is called without TLS: others on the network can read session tokens and passwords, and change responses",
		"host", c.target.url.Host)
}
