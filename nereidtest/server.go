package nereidtest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/sigv4"
)

// TB is the subset of [testing.TB] that [NewServer] uses.
type TB interface {
	Helper()
	Cleanup(func())
	Fatalf(format string, args ...any)
}

// A Server is a fake of the Neptune and RDS control planes for one or more
// accounts in all regions. Its methods are safe for concurrent use. Requests
// take effect one at a time.
type Server struct {
	options  *options
	verifier sigv4.Verifier
	tb       TB // nil if the server was started by Start

	mu       sync.Mutex // guards the fields below
	state    *state
	clock    *clock
	skew     time.Duration // offset of the wall clock
	requests requestLog
	faults   []*armedFault
	hook     func(*Request) (*Response, bool)
	random   *rand.Rand
	closed   bool
	port     *port // nil until the server listens
}

// NewServer starts a server, which is closed at the end of the test. A test
// that uses testing/synctest must call NewServer inside the bubble.
func NewServer(tb TB, opts ...Option) *Server {
	tb.Helper()
	s, err := Start(opts...)
	if err != nil {
		tb.Fatalf("nereidtest: %v", err)
		return nil
	}
	s.tb = tb
	tb.Cleanup(s.Close)
	return s
}

// Start starts a server without a test. It returns an error if an option has an
// invalid value (see, for example, [WithSpeed]), or if the server cannot listen
// on the address given to [WithAddr]. The caller must close the server.
func Start(opts ...Option) (*Server, error) {
	o := defaultOptions()
	for _, opt := range opts {
		opt(o)
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	if o.credentials == nil {
		o.credentials = []nereid.Credentials{{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "SECRETEXAMPLE", Source: "nereidtest"}}
	}
	if o.base.IsZero() {
		o.base = time.Now().Add(o.skew)
	}
	if o.manual {
		o.speed = 0
	}
	s := &Server{
		options: o,
		state:   newState(o),
		clock:   newClock(o.speed, o.base),
		skew:    o.skew,
		random:  rand.New(rand.NewPCG(o.seed, 0)),
	}
	s.verifier.Service = "rds"
	s.verifier.Lookup = s.credentials
	if o.addr != "" {
		if _, err := s.listen(o.addr); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *Server) credentials(accessKeyID string) (nereid.Credentials, bool) {
	keys := s.options.credentials
	for _, a := range s.options.others {
		keys = append(slices.Clip(keys), a.credentials...)
	}
	i := slices.IndexFunc(keys, func(c nereid.Credentials) bool { return c.AccessKeyID == accessKeyID })
	if i < 0 {
		return nereid.Credentials{}, false
	}
	return keys[i], true
}

// Format prints only the type, because a server contains secrets.
func (s *Server) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("nereidtest.Server")) }

// Config returns a configuration for clients of the server. It contains the
// region, credentials that the server accepts, and an HTTPClient that passes
// every request to the server within the process, whatever the request's host.
// The HTTPClient does not open a socket or start a goroutine, so it works
// inside a testing/synctest bubble.
func (s *Server) Config() nereid.Config { return s.ConfigFor(s.options.region) }

// ConfigFor is like [Server.Config], but for the given region.
func (s *Server) ConfigFor(region string) nereid.Config {
	return s.config(s.options.credentials[0], region)
}

// ConfigOf is like [Server.Config], but for an account that [WithAccount]
// added.
func (s *Server) ConfigOf(account string) nereid.Config {
	i := slices.IndexFunc(s.options.others, func(a otherAccount) bool { return a.id == account })
	if i < 0 {
		s.misusef("ConfigOf: there are no credentials for the account %q", account)
		return nereid.Config{}
	}
	return s.config(s.options.others[i].credentials[0], s.options.region)
}

func (s *Server) config(creds nereid.Credentials, region string) nereid.Config {
	return nereid.Config{
		Region:      region,
		Credentials: nereid.StaticCredentials(creds.AccessKeyID, creds.SecretAccessKey, creds.SessionToken),
		HTTPClient:  inProcess{s},
	}
}

// URL returns the URL at which other processes can reach the server. If the
// server is not listening yet, URL opens a free port on the loopback interface.
func (s *Server) URL() string {
	u, err := s.listen("127.0.0.1:0")
	if err != nil {
		s.misusef("%v", err)
	}
	return u
}

// Close closes the server. It closes TCP connections even if requests on them
// are in progress. Later requests fail.
func (s *Server) Close() {
	s.mu.Lock()
	p := s.port
	s.closed, s.port = true, nil
	s.mu.Unlock()
	if p != nil {
		p.close()
	}
}

// Advance moves the state clock forward by d, and applies the changes that
// become due, in chronological order. If d is negative, the test fails.
func (s *Server) Advance(d time.Duration) {
	if d < 0 {
		s.misusef("Advance: %s is negative", d)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clock.advance(d)
	s.settle()
}

// Now returns the time of the state clock.
func (s *Server) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.clock.now()
}

// SetClockSkew makes the clock for signatures and Date headers differ from
// time.Now by d. It does not change the state clock. To set the offset of both
// clocks, use [WithClockSkew].
func (s *Server) SetClockSkew(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.skew = d
}

// settle runs all events that are due. The caller must hold s.mu.
func (s *Server) settle() { s.state.settle(s.clock.now()) }

// misusef reports a misuse of the server. It fails the test, or panics if the
// server was started without a test.
func (s *Server) misusef(format string, args ...any) {
	if s.tb == nil {
		panic(fmt.Sprintf("nereidtest: "+format, args...))
	}
	s.tb.Helper()
	s.tb.Fatalf("nereidtest: "+format, args...)
}

// A port serves HTTP on a TCP port.
type port struct {
	url    string
	server *http.Server
	done   chan struct{} // closed when Serve has returned
}

func (s *Server) listen(addr string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return "", errClosed
	}
	if s.port != nil {
		return s.port.url, nil
	}
	l, err := new(net.ListenConfig).Listen(context.Background(), "tcp", addr)
	if err != nil {
		return "", err
	}
	p := &port{
		url:    (&url.URL{Scheme: "http", Host: l.Addr().String()}).String(),
		server: newHTTPServer(s),
		done:   make(chan struct{}),
	}
	s.port = p
	go func() {
		defer close(p.done)
		_ = p.server.Serve(l) // http.ErrServerClosed
	}()
	return p.url, nil
}

// newHTTPServer returns the HTTP server for a port. The server closes
// connections on which a client does not complete its request in time or stays
// idle. It does not have a write timeout, because tests slow down responses on
// purpose.
func newHTTPServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       2 * time.Minute,
	}
}

func (p *port) close() {
	_ = p.server.Close()
	<-p.done
}

var errClosed = errors.New("the server is closed")
