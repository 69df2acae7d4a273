package main

import (
	"bytes"
	"io"
	"net"
	"os"
	"sync"
	"time"
)

// A stream is one direction of a connection in memory. Its buffer is unlimited.
type stream struct {
	mu       sync.Mutex
	changed  *sync.Cond
	data     bytes.Buffer
	err      error // what reads return once data is empty
	deadline time.Time
	timer    *time.Timer
}

func newStream() *stream {
	s := new(stream)
	s.changed = sync.NewCond(&s.mu)
	return s
}

func (s *stream) read(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		switch {
		case !s.deadline.IsZero() && !time.Now().Before(s.deadline):
			return 0, os.ErrDeadlineExceeded
		case s.data.Len() > 0:
			return s.data.Read(p)
		case s.err != nil:
			return 0, s.err
		}
		s.changed.Wait()
	}
}

func (s *stream) write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return 0, io.ErrClosedPipe
	}
	s.changed.Broadcast()
	return s.data.Write(p)
}

// end makes reads return err: immediately if atOnce is true, and otherwise after
// the remaining data.
func (s *stream) end(err error, atOnce bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = err
	}
	if atOnce {
		s.data.Reset()
	}
	if s.timer != nil {
		s.timer.Stop()
	}
	s.changed.Broadcast()
}

func (s *stream) setDeadline(t time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.deadline = t
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
	if !t.IsZero() && s.err == nil {
		s.timer = time.AfterFunc(time.Until(t), func() {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.changed.Broadcast()
		})
	}
	s.changed.Broadcast()
}

// A conn is one end of a connection in memory. It works inside a
// testing/synctest bubble.
type conn struct {
	in, out *stream
	link    *link
}

// A link has what both ends of a connection share.
type link struct {
	client  *client // the owner of the connection
	address string  // the dialed address
}

// newLink returns the two ends of a new connection.
func newLink(l *link) (near, far *conn) {
	a, b := newStream(), newStream()
	return &conn{a, b, l}, &conn{b, a, l}
}

func (c *conn) Read(p []byte) (int, error)  { return c.in.read(p) }
func (c *conn) Write(p []byte) (int, error) { return c.out.write(p) }

func (c *conn) Close() error {
	c.out.end(io.EOF, false)
	c.in.end(net.ErrClosed, true)
	return nil
}

// reset breaks the connection. Reads at the other end return err, even if there
// is unread data.
func (c *conn) reset(err error) {
	c.out.end(err, true)
	c.in.end(net.ErrClosed, true)
}

func (c *conn) LocalAddr() net.Addr  { return address("client") }
func (c *conn) RemoteAddr() net.Addr { return address(c.link.address) }

func (c *conn) SetDeadline(t time.Time) error {
	c.in.setDeadline(t)
	return nil
}
func (c *conn) SetReadDeadline(t time.Time) error { return c.SetDeadline(t) }
func (c *conn) SetWriteDeadline(time.Time) error  { return nil } // writes never block

type address string

func (a address) Network() string { return "memory" }
func (a address) String() string  { return string(a) }

// A listener hands out the far ends of connections.
type listener struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func newListener() *listener {
	return &listener{conns: make(chan net.Conn), closed: make(chan struct{})}
}

func (l *listener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *listener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func (l *listener) Addr() net.Addr { return address("service") }

// give passes the far end of a connection to the server, or closes it if the
// server is closed.
func (l *listener) give(c *conn, wrapped net.Conn) {
	select {
	case l.conns <- wrapped:
	case <-l.closed:
		_ = c.Close()
	}
}

// wait waits until the other end closes the stream. It reads no data.
func (s *stream) wait() (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.err == nil {
		s.changed.Wait()
	}
	return 0, s.err
}
