package operation

import (
	"maps"
	"reflect"
	"sync"
	"sync/atomic"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clientopt"
	"github.com/nereid-go/nereid/internal/sigv4"
)

// Options are the options of a client.
type Options = clientopt.Options

// FromConfig returns the options of a client, taken from a Config. serviceID is
// the ID of the client's service.
func FromConfig(cfg nereid.Config, serviceID string) Options {
	return clientopt.FromConfig(cfg, serviceID)
}

// A Service holds what the clients of one service share.
type Service struct {
	ID          string // for errors and metrics: "Neptune", "RDS"
	APIVersion  string
	SigningName string

	// Types is a nil pointer to any struct in the package that defines the
	// service's faults. Only the path of that package is used.
	Types any
}

// A Client makes the calls of a service client. It is safe for concurrent use.
type Client struct {
	service   *Service
	opts      Options
	target    target
	userAgent string
	signer    sigv4.Signer
	skew      atomic.Int64 // how far the service's clock is ahead of the local clock, in nanoseconds
	had       atomic.Bool  // the provider has returned credentials
	accepted  atomic.Bool  // the service has accepted credentials
	trouble   atomic.Int64 // when calls lost their credentials, in Unix nanoseconds; 0 if they have some
	warned    atomic.Bool  // the warning about requests without TLS was logged

	mu     sync.Mutex
	chains atomic.Pointer[map[*Op]*chain] // the map is replaced, never changed

	invocations sync.Map // from invocation to *Op
}

// New returns a client. If change is not nil, it is called to change the
// options. New fills in the defaults of options that are not set.
func New(service *Service, opts Options, change func(*Options)) *Client {
	c := &Client{service: service, opts: opts.Copy()}
	c.opts.Resolve(change)
	if c.opts.Credentials != nil {
		c.opts.Credentials = nereid.NewCredentialsCache(c.opts.Credentials, func(o *nereid.CredentialsCacheOptions) {
			o.ExpiryWindow = c.opts.RenewAhead
		})
	}
	c.target = resolveTarget(&c.opts)
	c.userAgent = buildUserAgent(service, c.opts.AppID)
	return c
}

// Options returns a copy of the client's options, including defaults.
func (c *Client) Options() Options {
	if c == nil {
		return Options{}
	}
	return c.opts.Copy()
}

// chain returns an operation's chain of middlewares, and builds it on first
// use.
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
