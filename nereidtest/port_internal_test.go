package nereidtest

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// TestPortTimeouts has clients that stop in the middle of a request, stay idle
// after it, or wait long for a reply.
func TestPortTimeouts(t *testing.T) {
	const (
		half  = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nAction="
		whole = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\n\r\nAction=X"
	)
	for _, tt := range []struct {
		name, send string
		delay      time.Duration // of the reply
		replies    int
		ends       time.Duration // how long the connection stays after that
	}{
		{"half a header", "POST / HTTP/1.1\r\nHo", 0, 0, 10 * time.Second},
		{"half a body", half, 0, 0, 30 * time.Second},
		{"idle", whole, 0, 1, 2 * time.Minute},
		{"a slow reply", whole, time.Hour, 1, 2 * time.Minute},
		{"two requests", whole, time.Minute, 2, 2 * time.Minute},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := NewServer(t)
				s.Inject(Fault{Times: -1, Delay: tt.delay, Status: 500})
				client, conns := net.Pipe()
				listener := pipeListener{make(chan net.Conn, 1), make(chan struct{})}
				listener.conns <- conns
				server := newHTTPServer(s)
				go func() { _ = server.Serve(listener) }()
				defer func() { _ = server.Close() }()

				from := bufio.NewReader(client)
				go func() {
					for range max(tt.replies, 1) {
						_, _ = io.WriteString(client, tt.send)
					}
				}()
				for range tt.replies {
					resp, err := http.ReadResponse(from, nil)
					if err != nil || resp.StatusCode != http.StatusInternalServerError {
						t.Fatalf("%v, error %v", resp, err)
					}
					_, _ = io.Copy(io.Discard, resp.Body)
					_ = resp.Body.Close()
				}
				last := time.Now()
				_, _ = io.Copy(io.Discard, from) // a 408 or nothing
				if took := time.Since(last); took > tt.ends+time.Second {
					t.Errorf("the connection stays for %s, want %s", took, tt.ends)
				}
			})
		})
	}
}

// A pipeListener accepts one connection.
type pipeListener struct {
	conns  chan net.Conn
	closed chan struct{}
}

func (l pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l pipeListener) Close() error {
	close(l.closed)
	return nil
}

func (l pipeListener) Addr() net.Addr { return &net.TCPAddr{} }
