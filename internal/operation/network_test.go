package operation_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/rds"
)

// online returns a client for a server on a port of this machine. It makes as
// many attempts as standard mode, but does not wait.
func online(t *testing.T, handler http.HandlerFunc, optFns ...func(*rds.Options)) *rds.Client {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	client := server.Client()
	client.CheckRedirect = nil
	o := newClient(nil, withHTTPClient(client), func(o *rds.Options) { o.BaseEndpoint = &server.URL }).Options()
	o.Retryer = impatient{o.Retryer}
	return rds.New(o, optFns...)
}

// raw is a handler that writes these bytes and closes the connection.
func raw(t *testing.T, count *atomic.Int32, bytes string) http.HandlerFunc {
	return func(w http.ResponseWriter, req *http.Request) {
		count.Add(1)
		_, _ = io.Copy(io.Discard, req.Body)
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.Close()
		_, _ = io.WriteString(conn, bytes)
		_ = conn.(*net.TCPConn).CloseWrite() // the client sees an end, not a reset
		_, _ = io.Copy(io.Discard, conn)
	}
}

// Connections that break at any point are tried again, and the error says what
// happened.
func TestBrokenConnections(t *testing.T) {
	body := okBody("t1")
	head := "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n"
	for _, c := range []struct {
		name, bytes string
		attempts    int32
		read        bool // fails in reading the body, so there is a response
		mentions    string
	}{
		{"nothing", "", 3, false, "EOF"},
		{"half a status", "HTTP/1.1 2", 3, false, ""},
		{"half a header", head[:30], 3, false, "EOF"},
		{"no HTTP", "SSH-2.0-OpenSSH\r\n", 3, false, "malformed"},
		{"length too long", fmt.Sprintf("%sContent-Length: %d\r\n\r\n%s", head, len(body)+1, body), 3, true, "unexpected EOF"},
		{"half a chunk", head + "Transfer-Encoding: chunked\r\n\r\n100\r\n" + body[:50], 3, true, "unexpected EOF"},
		{"no last chunk", fmt.Sprintf("%sTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n", head, len(body), body), 3, true, "unexpected EOF"},
		{"half an error", "HTTP/1.1 400 Bad Request\r\nContent-Length: 500\r\n\r\n<ErrorResponse><Error><Code>Thr", 3, true, "unexpected EOF"},
		{"length too short", fmt.Sprintf("%sContent-Length: %d\r\n\r\n%s", head, len(body)-10, body), 0, true, "decode CancelExportTask"},
		{"no length and no end", head + "\r\n" + body[:50], 0, true, "decode CancelExportTask"},
		{"bad gzip", head + "Content-Encoding: gzip\r\nContent-Length: 12\r\n\r\nabcdefghijkl", 0, true, "gzip"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var count atomic.Int32
			_, err := cancel(t, online(t, raw(t, &count, c.bytes)))
			if c.attempts != 0 && count.Load() != c.attempts {
				t.Errorf("%d attempts", count.Load())
			}
			var response *smithyhttp.ResponseError
			var sending *smithyhttp.RequestSendError
			if errors.As(err, &response) != c.read || errors.As(err, &sending) == c.read || nereid.IsServiceError(err) {
				t.Errorf("%v", err)
			}
			mention(t, err, c.mentions, "CancelExportTask")
		})
	}
}

func TestDeadPort(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	dead := "http://" + l.Addr().String()
	_ = l.Close()
	for name, hc := range map[string]nereid.HTTPClient{"default": nil, "nil *http.Client": (*http.Client)(nil), "own": &http.Client{Transport: &http.Transport{}}} {
		client := newClient(nil, withHTTPClient(hc), func(o *rds.Options) { o.BaseEndpoint = &dead })
		_, err = cancel(t, client, func(o *rds.Options) { o.Retryer = impatient{o.Retryer} })
		var exceeded *nereid.MaxAttemptsError
		if !errors.Is(err, syscall.ECONNREFUSED) || !errors.As(err, &exceeded) || exceeded.Attempt != 3 || nereid.IsServiceError(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A host that does not exist is not retried. A busy resolver is.
func TestNameResolution(t *testing.T) {
	for _, c := range []struct {
		failure  *net.DNSError
		attempts int
	}{
		{&net.DNSError{Err: "no such host", Name: host, IsNotFound: true}, 1},
		{&net.DNSError{Err: "server misbehaving", Name: host, IsTemporary: true}, 3},
		{&net.DNSError{Err: "i/o timeout", Name: host, IsTimeout: true}, 3},
	} {
		dials := 0
		client := newClient(nil, withHTTPClient(&http.Client{Transport: &http.Transport{
			DialContext: func(context.Context, string, string) (net.Conn, error) {
				dials++
				return nil, &net.OpError{Op: "dial", Net: "tcp", Err: c.failure}
			},
		}}))
		_, err := cancel(t, client, func(o *rds.Options) { o.Retryer = impatient{o.Retryer} })
		var dns *net.DNSError
		if !errors.As(err, &dns) || dials != c.attempts {
			t.Errorf("%d dials, %v", dials, err)
		}
		mention(t, err, host, c.failure.Err)
	}
}

// endless is a body without an end. It counts the bytes that are read.
type endless struct{ read int64 }

func (e *endless) Read(p []byte) (int, error) {
	clear(p)
	e.read += int64(len(p))
	return len(p), nil
}

func (*endless) Close() error { return nil }

// A response that is too long is not read much beyond the limit, and not at all
// if its header says so.
func TestTooLongResponse(t *testing.T) {
	const limit = 32 << 20
	tests := map[string]struct{ status, length, most int64 }{
		"with its length": {200, limit + 1, 0},
		"error":           {400, -1, limit + 1},
	}
	if longtest.Enabled() {
		tests["without a length"], tests["with a smaller length"] = tests["error"], tests["error"]
	}
	for name, c := range tests {
		body, requests := &endless{}, 0
		client := newClient(nil, withHTTPClient(doFunc(func(*http.Request) (*http.Response, error) {
			requests++
			return &http.Response{StatusCode: int(c.status), ContentLength: c.length, Body: body}, nil
		})))
		_, err := cancel(t, client)
		if body.read > c.most || requests != 1 {
			t.Errorf("%s: read %d bytes of %d requests", name, body.read, requests)
		}
		mention(t, err, "longer than 32 MiB", fmt.Sprint(c.status))
		var unreadable *smithy.DeserializationError
		if !errors.As(err, &unreadable) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A complete reply that would take much more memory than its text is not
// retried.
func TestTooLargeReply(t *testing.T) {
	requests := 0
	client := newClient(func(req *http.Request) (*http.Response, error) {
		requests++
		return result("DescribeDBClusters", "<DBClusters>"+strings.Repeat("<DBCluster/>", 10_000)+"</DBClusters>")(req)
	})
	_, err := client.DescribeDBClusters(t.Context(), nil)
	if mention(t, err, "too much memory", "DBClusters["); requests != 1 {
		t.Errorf("%d requests", requests)
	}
}

// A large Content-Length costs nothing until data arrives.
func TestClaimedLength(t *testing.T) {
	body := strings.NewReader("")
	client := newClient(nil, once, withHTTPClient(doFunc(func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 200, ContentLength: 32 << 20, Body: io.NopCloser(body)}, nil
	})))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := cancel(t, client); err == nil {
		t.Error("no error")
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 8<<20 {
		t.Errorf("an empty answer that claims 32 MiB costs %d bytes", got)
	}
}

// Redirects to any target are not followed: only the first host sees the
// request.
func TestRedirects(t *testing.T) {
	var leaked atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { leaked.Add(1) }))
	defer other.Close()
	otherHost := strings.TrimPrefix(other.URL, "http://")
	own := &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}
	custom := &http.Client{Transport: own.Transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for name, hc := range map[string]nereid.HTTPClient{"default": nil, "http.Client": own, "custom": doFunc(custom.Do)} {
		for _, status := range []int{300, 301, 302, 303, 304, 307, 308} {
			for location, mentions := range map[string]string{
				other.URL + "/steal?X-Amz-Signature=0123abcd": otherHost, "//" + otherHost + "/": otherHost,
				"/elsewhere": "127.0.0.1:", "": "no location",
			} {
				requests := 0
				client := online(t, func(w http.ResponseWriter, req *http.Request) {
					requests++
					if location != "" {
						w.Header().Set("Location", location)
					}
					w.WriteHeader(status)
				}, withHTTPClient(hc), func(o *rds.Options) { o.Credentials = nereid.StaticCredentials("ASIAEXAMPLE", secret, session) })
				_, err := cancel(t, client)
				var response *smithyhttp.ResponseError
				if !errors.As(err, &response) || response.HTTPStatusCode() != status || requests != 1 || nereid.IsServiceError(err) {
					t.Errorf("%s: %d to %q: %d requests: %v", name, status, location, requests, err)
				}
				if mention(t, err, "redirect", mentions); strings.Contains(err.Error(), "0123abcd") {
					t.Errorf("the query is shown: %v", err)
				}
			}
		}
	}
	if leaked.Load() != 0 {
		t.Errorf("the other host got %d requests", leaked.Load())
	}
	if own.CheckRedirect != nil {
		t.Error("the user's client was changed")
	}
}

// A caller that sets CheckRedirect decides about redirects.
func TestOwnCheckRedirect(t *testing.T) {
	refused := errors.New("not there")
	for name, c := range map[string]struct {
		check func(*http.Request, []*http.Request) error
		fails error
	}{"follows": {func(*http.Request, []*http.Request) error { return nil }, nil}, "refuses": {func(*http.Request, []*http.Request) error { return refused }, refused}} {
		client := online(t, func(w http.ResponseWriter, req *http.Request) {
			if req.URL.Path == "/" {
				http.Redirect(w, req, "/there", http.StatusTemporaryRedirect)
				return
			}
			_, _ = io.WriteString(w, okBody("t1"))
		}, withHTTPClient(&http.Client{CheckRedirect: c.check}), once)
		if _, err := cancel(t, client); !errors.Is(err, c.fails) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Clients that break the rules of the interface do no harm.
func TestOddHTTPClients(t *testing.T) {
	failure := errors.New("with a response")
	for name, c := range map[string]struct {
		do    doFunc
		fails string
	}{
		"nothing":            {func(*http.Request) (*http.Response, error) { return nil, nil }, "neither a response nor an error"},
		"response and error": {func(*http.Request) (*http.Response, error) { return &http.Response{Body: &endless{}}, failure }, failure.Error()},
		"no status":          {func(*http.Request) (*http.Response, error) { return &http.Response{}, nil }, "status 0"},
		"informational":      {func(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: 102}, nil }, "status 102"},
		"no body":            {func(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: 200}, nil }, "decode"},
		"no content": {func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 204, Body: http.NoBody}, nil
		}, "decode"},
		"unreadable location": {func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 301, Header: http.Header{"Location": {"http://[::1?X-Amz-Signature=0"}}}, nil
		}, "unreadable location rejected"},
		"a header that is nil": {func(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: 302}, nil }, "no location"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := cancel(t, newClient(nil, once, withHTTPClient(c.do)))
			mention(t, err, c.fails)
		})
	}
}

// The connection can be reused after any response.
func TestConnectionIsReused(t *testing.T) {
	var conns atomic.Int32
	n := 0
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		switch n++; n % 5 {
		case 0:
			_, _ = io.WriteString(w, okBody("t1"))
		case 1:
			http.Error(w, "<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>", http.StatusBadRequest)
		case 2:
			http.Error(w, strings.Repeat("busy ", 10000), http.StatusServiceUnavailable)
		case 3:
			http.Redirect(w, req, "http://127.0.0.1:1/", http.StatusTemporaryRedirect)
		case 4:
			_, _ = io.WriteString(w, strings.Repeat(" ", 100000)+"{}")
		}
	}))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			conns.Add(1)
		}
	}
	server.Start()
	defer server.Close()
	client := newClient(nil, once, withHTTPClient(&http.Client{Transport: &http.Transport{}}), func(o *rds.Options) { o.BaseEndpoint = &server.URL })
	for range 20 {
		_, _ = cancel(t, client)
	}
	if n != 20 || conns.Load() != 1 {
		t.Errorf("%d requests on %d connections", n, conns.Load())
	}
}
