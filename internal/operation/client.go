package operation

import (
	"errors"
	"fmt"
	"maps"
	"net/netip"
	"net/url"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aws/smithy-go/logging"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/endpoint"
	"github.com/nereid-go/nereid/internal/sigv4"
)

// A Service is what the clients of one service have in common.
type Service struct {
	ID          string // in errors and metrics: "Neptune", "RDS"
	APIVersion  string
	SigningName string

	// Types is a nil pointer to any struct of the package that has the faults.
	Types any
}

// A Client makes the calls of one service client. It is safe for concurrent
// use.
type Client struct {
	// Owner is the service client, for the resources that describe themselves.
	Owner any

	service   *Service
	opts      Options
	target    target
	userAgent string
	signer    sigv4.Signer
	skew      atomic.Int64 // nanoseconds that the service's clock is ahead of ours
	warned    atomic.Bool  // that something goes over the network in the clear

	mu     sync.Mutex
	chains atomic.Pointer[map[*Op]*chain] // replaced, never written to
}

// New returns a client with these options, as change leaves them, whose defaults
// it fills in. change may be nil.
func New(service *Service, opts Options, change func(*Options)) *Client {
	c := &Client{service: service, opts: opts.Copy()}
	c.opts.resolve(change)
	if c.opts.Credentials != nil {
		c.opts.Credentials = nereid.NewCredentialsCache(c.opts.Credentials)
	}
	c.target = resolveTarget(&c.opts)
	c.userAgent = buildUserAgent(service, c.opts.AppID)
	return c
}

// Options returns a copy of the options, with the defaults filled in.
func (c *Client) Options() Options { return c.opts.Copy() }

// chain returns the chain of an operation, building it on first use.
func (c *Client) chain(op *Op, in, out any) (*chain, error) {
	if chains := c.chains.Load(); chains != nil {
		if ch, ok := (*chains)[op]; ok {
			return ch, nil
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	old := c.chains.Load()
	if old != nil {
		if ch, ok := (*old)[op]; ok {
			return ch, nil
		}
	}
	ch, err := newChain(op, reflect.TypeOf(in).Elem(), reflect.TypeOf(out).Elem(), c.opts.APIOptions)
	if err != nil {
		return nil, err
	}
	chains := map[*Op]*chain{op: ch}
	if old != nil {
		maps.Copy(chains, *old)
	}
	c.chains.Store(&chains)
	return ch, nil
}

// A target is where requests go, or why there is no such place.
type target struct {
	url           url.URL
	signingRegion string
	open          bool // without TLS, and to another machine
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
		return target{err: errors.New("the endpoint is no URL")}
	}
	if u.Path == "" {
		u.Path = "/"
	}
	return target{url: *u, signingRegion: e.SigningRegion, open: u.Scheme == "http" && !isLoopback(u.Hostname())}
}

// isLoopback reports whether the host is this machine by its name, without asking
// anybody.
func isLoopback(host string) bool {
	name := strings.ToLower(strings.TrimSuffix(host, "."))
	if name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	addr, err := netip.ParseAddr(name)
	return err == nil && addr.Unmap().IsLoopback()
}

// warnOfPlainHTTP says once in the life of a client that requests go to another
// machine in the clear. Plain http is never used unless somebody has asked for it
// by name, so it is not refused.
func (c *call) warnOfPlainHTTP() {
	if c.client.warned.Swap(true) {
		return
	}
	c.opts.Logger.Logf(logging.Warn, "%s is called at %s without TLS: anybody on the way can read session tokens and passwords, and change answers",
		c.client.service.ID, c.target.url.Host)
}

// sameTarget reports whether the options of a call leave the client's target.
func sameTarget(a, b *Options) bool {
	return a.Region == b.Region && a.EndpointOptions == b.EndpointOptions &&
		(a.BaseEndpoint == b.BaseEndpoint || a.BaseEndpoint != nil && b.BaseEndpoint != nil && *a.BaseEndpoint == *b.BaseEndpoint)
}

func buildUserAgent(s *Service, appID string) string {
	ua := fmt.Sprintf("nereid/%s ua/2.1 os/%s lang/go#%s md/GOOS#%s md/GOARCH#%s api/%s#%s",
		nereid.Version, runtime.GOOS, strings.Map(userAgentRune, strings.TrimPrefix(runtime.Version(), "go")),
		runtime.GOOS, runtime.GOARCH, strings.ToLower(s.ID), s.APIVersion)
	if appID != "" {
		ua += " app/" + strings.Map(userAgentRune, appID)
	}
	return ua
}

// userAgentRune replaces what a word of a User-Agent may not hold.
func userAgentRune(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune("!$%&'*+-.^_`|~", r):
		return r
	}
	return '-'
}

// clockOffset is what the dates of requests are to be corrected by.
func (c *call) clockOffset() time.Duration {
	if c.opts.DisableClockSkewCorrection {
		return 0
	}
	return time.Duration(c.client.skew.Load())
}

// now is the time by the service's clock, as it was known when the attempt
// began.
func (c *call) now() time.Time { return time.Now().Add(c.skew).UTC() }
