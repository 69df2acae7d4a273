package nereidtest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// maxBody is the maximum size of a request body in bytes.
const maxBody = 1 << 20

// inProcess is the HTTPClient in [Server.Config].
type inProcess struct{ s *Server }

// Do passes the request to the server in the caller's goroutine.
func (c inProcess) Do(req *http.Request) (*http.Response, error) {
	ctx := req.Context()
	resp, err := c.do(ctx, req)
	if err != nil {
		// The error looks like a net/http error, but does not include the
		// query, which may contain a signature.
		at := *req.URL
		at.RawQuery = ""
		return nil, &url.Error{Op: req.Method[:1] + lowerASCII(req.Method[1:]), URL: at.String(), Err: err}
	}
	return resp, nil
}

func (c inProcess) do(ctx context.Context, req *http.Request) (*http.Response, error) {
	var body []byte
	if req.Body != nil {
		var err error
		body, err = io.ReadAll(io.LimitReader(req.Body, maxBody+1))
		_ = req.Body.Close()
		if err != nil {
			return nil, err
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r := c.s.exchange(ctx, req, body)
	if r.Err != nil {
		return nil, r.Err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	length := r.Length
	if length == 0 {
		length = int64(len(r.Body))
	}
	return &http.Response{
		Status:        strconv.Itoa(r.StatusCode) + " " + http.StatusText(r.StatusCode),
		StatusCode:    r.StatusCode,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        r.Header,
		ContentLength: length,
		Body:          newReplyBody(ctx, r, length),
		Request:       req,
	}, nil
}

// A replyBody is a response body that behaves as if it were read from a
// connection.
type replyBody struct {
	ctx  context.Context
	data bytes.Reader
	end  error // returned after data
	drip time.Duration
}

func newReplyBody(ctx context.Context, r *Response, length int64) io.ReadCloser {
	b := &replyBody{ctx: ctx, end: io.EOF, drip: r.Drip}
	data := r.Body
	switch {
	case length > int64(len(data)):
		b.end = io.ErrUnexpectedEOF
	case length >= 0:
		data = data[:length]
	}
	b.data.Reset(data)
	return b
}

func (b *replyBody) Read(p []byte) (int, error) {
	if err := b.ctx.Err(); err != nil {
		return 0, err
	}
	if len(p) == 0 {
		return 0, nil
	}
	if b.drip > 0 && b.data.Len() > 0 {
		if err := sleep(b.ctx, b.drip); err != nil {
			return 0, err
		}
		p = p[:1]
	}
	n, err := b.data.Read(p)
	if errors.Is(err, io.EOF) {
		err = b.end
	}
	return n, err
}

func (b *replyBody) Close() error { return nil }

// sleep waits for d, or until the context is done.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// ServeHTTP implements http.Handler, so that the server can be part of another
// handler. The request must have the path and the Host header that the client
// signed.
func (s *Server) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	body, err := io.ReadAll(io.LimitReader(req.Body, maxBody+1))
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	r := s.exchange(req.Context(), req, body)
	if r.Err != nil {
		reset(w)
	}
	data := r.Body
	header := w.Header()
	maps.Copy(header, r.Header)
	switch {
	case r.Length > 0:
		header.Set("Content-Length", strconv.FormatInt(r.Length, 10))
		data = data[:min(int64(len(data)), r.Length)]
	case r.Length == 0:
		header.Set("Content-Length", strconv.Itoa(len(data)))
	}
	w.WriteHeader(r.StatusCode)
	flush := http.NewResponseController(w).Flush
	if r.Length != 0 || r.Drip > 0 {
		_ = flush()
	}
	for r.Drip > 0 && len(data) > 0 {
		if sleep(req.Context(), r.Drip) != nil {
			panic(http.ErrAbortHandler)
		}
		_, _ = w.Write(data[:1])
		_ = flush()
		data = data[1:]
	}
	_, _ = w.Write(data)
	if r.Length > int64(len(r.Body)) {
		_ = flush()
		panic(http.ErrAbortHandler)
	}
}

// reset breaks the connection, with a TCP reset if possible. It panics with
// [http.ErrAbortHandler].
func reset(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err == nil {
		if tcp, ok := conn.(*net.TCPConn); ok {
			_ = tcp.SetLinger(0)
		}
		_ = conn.Close()
	}
	panic(http.ErrAbortHandler)
}

func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
