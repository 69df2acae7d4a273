package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
)

const (
	region  = "us-east-1"
	abroad  = "eu-west-1"
	account = "123456789012"
	secret  = "nightSecretNightSecret/Night+Secret%02d"
	session = "nightToken//Night+Token=%02d"
	keyID   = "AKIANIGHT%07d"
	keys    = 64 // number of keys that the service accepts
)

// A world has the service, its network, and its users.
type world struct {
	t        *testing.T
	plan     *Plan
	fake     *nereidtest.Server
	journal  journal
	ring     *ring
	server   *http.Server
	plain    *listener
	secure   *listener
	life     context.Context // canceled at the end of the night
	stop     context.CancelFunc
	ended    chan struct{}   // closed at the end of the night, to release what hangs
	prepared map[string]bool // programs whose resources exist
	late     sync.WaitGroup  // late requests, connections and scheduled events
	clients  []*client
	skew     atomic.Int64 // how far the service's clock is ahead, in nanoseconds
	count    atomic.Int64 // number of invented markers
}

func newWorld(t *testing.T, p *Plan) *world {
	t.Helper()
	w := &world{t: t, plan: p, ended: make(chan struct{}), prepared: map[string]bool{}, plain: newListener(), secure: newListener()}
	w.journal.start = time.Now()
	w.life, w.stop = context.WithCancel(context.Background())
	w.skew.Store(int64(p.World.Skew) * int64(time.Second))
	w.fake = newFake(t, p)
	w.ring = newRing(w)
	w.server = &http.Server{
		Handler:           http.HandlerFunc(w.serve),
		ReadHeaderTimeout: time.Minute,
		ErrorLog:          silent(),
		ConnContext: func(ctx context.Context, c net.Conn) context.Context {
			if secured, ok := c.(*tls.Conn); ok {
				c = secured.NetConn()
			}
			return context.WithValue(ctx, connKey{}, c)
		},
	}
	go func() { _ = w.server.Serve(w.plain) }()
	if p.World.TLS {
		go func() {
			_ = w.server.Serve(tls.NewListener(w.secure, &tls.Config{Certificates: []tls.Certificate{certificate()}, MinVersion: tls.VersionTLS12}))
		}()
	}
	return w
}

type connKey struct{}

// close ends the night. It ends everything that still hangs, and closes all
// connections.
func (w *world) close() {
	w.stop()
	close(w.ended)
	for _, c := range w.clients {
		c.transport.CloseIdleConnections()
	}
	_ = w.server.Close()
	_ = w.plain.Close()
	_ = w.secure.Close()
	w.late.Wait()
}

// now returns the time of the service's clock.
func (w *world) now() time.Time { return time.Now().Add(time.Duration(w.skew.Load())) }

// pause waits for d, or until ctx is done or the night is over.
func (w *world) pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	case <-w.ended:
	}
}

// A client is a process that uses the service.
type client struct {
	world     *world
	id        int
	transport *http.Transport
	killed    atomic.Bool
	step      atomic.Pointer[stepRun]

	mu    sync.Mutex
	conns map[*conn]bool
}

// newClient returns a client with connections of its own.
func (w *world) newClient() *client {
	c := &client{world: w, id: len(w.clients), conns: map[*conn]bool{}}
	c.transport = &http.Transport{
		DialContext:           c.dial,
		TLSHandshakeTimeout:   10 * time.Second,
		ResponseHeaderTimeout: 0,
		IdleConnTimeout:       90 * time.Second,
		MaxIdleConnsPerHost:   10,
	}
	if w.plan.World.TLS {
		c.transport.TLSClientConfig = &tls.Config{RootCAs: authority(), ServerName: "night.test", MinVersion: tls.VersionTLS12}
		if w.plan.World.Proxy {
			c.transport.Proxy = http.ProxyURL(proxyURL())
		}
	}
	w.clients = append(w.clients, c)
	return c
}

// config returns a configuration that uses the client's connections. at is the
// region.
func (c *client) config(at string) nereid.Config {
	cfg := nereid.Config{
		Region:      at,
		Credentials: c.world.ring,
		HTTPClient:  &http.Client{Transport: c.transport},
		Logger:      silentLogger{},
	}
	cfg.EndpointOptions.DisableHTTPS = !c.world.plan.World.TLS
	return cfg
}

var errReset = &net.OpError{Op: "read", Net: "tcp", Err: syscall.ECONNRESET}

// dial connects to the service, unless an event prevents it.
func (c *client) dial(ctx context.Context, _, addr string) (net.Conn, error) {
	failed := func(err error) (net.Conn, error) {
		return nil, &net.OpError{Op: "dial", Net: "tcp", Addr: address(addr), Err: err}
	}
	if c.killed.Load() {
		return failed(syscall.ENETUNREACH)
	}
	w := c.world
	ev := c.step.Load().happens("dial", "")
	ev.act(w)
	fault := ev.fault()
	w.pause(ctx, 3*time.Millisecond)
	select {
	case <-w.ended:
		return failed(errors.New("the night is over"))
	default:
	}
	near, far := newLink(&link{client: c, address: addr})
	c.mu.Lock()
	c.conns[near] = true
	c.mu.Unlock()
	switch fault.Do {
	case "refuse-dial":
		return failed(syscall.ECONNREFUSED)
	case "dns":
		return failed(&net.DNSError{Err: "server misbehaving", Name: addr, IsTemporary: true})
	case "slow-dial":
		w.pause(ctx, time.Duration(fault.Num)*time.Second)
		if err := ctx.Err(); err != nil {
			return failed(err)
		}
	case "hang":
		w.pause(ctx, 24*time.Hour)
		if err := ctx.Err(); err != nil {
			return failed(err)
		}
		return failed(errors.New("the night is over"))
	}
	w.late.Go(func() { w.accept(far, fault) })
	return near, nil
}

// accept handles the far end of a new connection.
func (w *world) accept(far *conn, fault Event) {
	over := func(d time.Duration) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		go func() { // ends the pause when the client closes the connection
			_, _ = far.in.wait()
			cancel()
		}()
		w.pause(ctx, d)
		_ = far.Close()
	}
	switch fault.Do {
	case "reset-first":
		_, _ = far.Read(make([]byte, 1))
		far.reset(errReset)
		return
	case "tls-garbage":
		_, _ = far.Read(make([]byte, 1))
		_, _ = far.Write([]byte("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"))
		_ = far.Close()
		return
	}
	if !w.plan.World.TLS {
		w.plain.give(far, far)
		return
	}
	if w.plan.World.Proxy && !w.tunnel(far, fault, over) {
		return
	}
	switch fault.Do {
	case "tls-close":
		_, _ = far.Read(make([]byte, 64))
		far.reset(errReset)
	case "tls-stall":
		over(24 * time.Hour)
	default:
		w.secure.give(far, far)
	}
}

// tunnel responds to CONNECT as a proxy does, unless the fault prevents it. It
// reports whether the tunnel is open.
func (w *world) tunnel(far *conn, fault Event, over func(time.Duration)) bool {
	head := make([]byte, 0, 1024)
	for b := make([]byte, 1); len(head) < 4 || string(head[len(head)-4:]) != "\r\n\r\n"; head = append(head, b[0]) {
		if _, err := far.Read(b); err != nil {
			_ = far.Close()
			return false
		}
	}
	switch fault.Do {
	case "proxy-status":
		fmt.Fprintf(far, "HTTP/1.1 %d %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", fault.Num, http.StatusText(fault.Num))
		_ = far.Close()
		return false
	case "proxy-stall":
		over(24 * time.Hour)
		return false
	}
	fmt.Fprint(far, "HTTP/1.1 200 Connection established\r\n\r\n")
	return true
}

// kill ends the process. Its connections break, and it cannot open others.
func (c *client) kill() {
	c.killed.Store(true)
	c.mu.Lock()
	defer c.mu.Unlock()
	for n := range c.conns {
		n.reset(net.ErrClosed)
		_ = n.Close()
	}
}
