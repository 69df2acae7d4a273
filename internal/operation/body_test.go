package operation_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/rds"
)

// A response is read to its end, with any length header and however it is
// delivered. A response that is shorter than its Content-Length is an error.
func TestResponseLengths(t *testing.T) {
	readers := map[string]func(io.Reader) io.Reader{
		"whole":        func(r io.Reader) io.Reader { return r },
		"by halves":    iotest.HalfReader,
		"with its end": iotest.DataErrReader,
	}
	sizes := []int{0, 100, 32<<10 - 1, 32 << 10, 32<<10 + 1, 100_000, 1<<20 + 1}
	if longtest.Enabled() {
		sizes = append(sizes, 1<<20, 4<<20)
	}
	for _, size := range sizes {
		id := "t" + strings.Repeat("x", size)
		body := okBody(id)
		for how, reader := range readers {
			if size > 100_000 && how != "whole" {
				continue // the same, and slow
			}
			for _, c := range []struct {
				length int
				ok     bool
			}{{-1, true}, {0, true}, {1, true}, {len(body) - 1, true}, {len(body), true}, {len(body) + 1, false}, {2 * len(body), false}} {
				client := newClient(nil, once, withHTTPClient(doFunc(func(*http.Request) (*http.Response, error) {
					return &http.Response{StatusCode: 200, ContentLength: int64(c.length), Body: io.NopCloser(reader(strings.NewReader(body)))}, nil
				})))
				out, err := cancel(t, client)
				switch {
				case c.ok && (err != nil || *out.ExportTaskIdentifier != id):
					t.Errorf("%d bytes, %s, length %d: %v", len(body), how, c.length, err)
				case !c.ok && !errors.Is(err, io.ErrUnexpectedEOF):
					t.Errorf("%d bytes, %s, length %d: %v, want an unexpected end", len(body), how, c.length, err)
				}
			}
		}
	}
	broken := errors.New("broken")
	for _, length := range []int64{-1, 1000, 2 << 20} {
		client := newClient(nil, once, withHTTPClient(doFunc(func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 200, ContentLength: length, Body: io.NopCloser(io.MultiReader(strings.NewReader("<a>"), iotest.ErrReader(broken)))}, nil
		})))
		var unreadable *smithy.DeserializationError
		if _, err := cancel(t, client); !errors.Is(err, broken) || !errors.As(err, &unreadable) {
			t.Errorf("length %d: %v", length, err)
		}
	}
}

// Each attempt has its own body, and so does each connection that net/http
// tries. A connection that still reads an earlier body does not affect it.
func TestRequestBodies(t *testing.T) {
	var bodies []io.ReadCloser
	client := newClient(nil, withHTTPClient(&http.Client{Transport: doFunc(func(req *http.Request) (*http.Response, error) {
		again, err := req.GetBody()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(req.Body, make([]byte, 6)); err != nil {
			t.Fatal(err)
		}
		bodies = append(bodies, req.Body, again)
		return nil, io.ErrUnexpectedEOF
	})}))
	if _, err := cancel(t, client, func(o *rds.Options) { o.Retryer = impatient{o.Retryer} }); err == nil {
		t.Fatal("no error")
	}
	const want = "Action=CancelExportTask&Version=2014-10-31&ExportTaskIdentifier=t1"
	for i, body := range bodies {
		text, err := io.ReadAll(body)
		if i%2 == 0 {
			text = append([]byte(want[:6]), text...)
		}
		if string(text) != want || err != nil || body.Close() != nil {
			t.Errorf("body %d is %q, %v", i, text, err)
		}
	}
	if len(bodies) != 6 {
		t.Errorf("%d bodies of three attempts", len(bodies))
	}
}

// countingConn counts what is written to a connection.
type countingConn struct {
	net.Conn
	writes *atomic.Int32
}

func (c countingConn) Write(p []byte) (int, error) {
	c.writes.Add(1)
	return c.Conn.Write(p)
}

// A request is sent in one piece: net/http recognizes that its body is in
// memory, and does not send the header first.
func TestRequestInOnePiece(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		form, err := io.ReadAll(req.Body)
		if req.ContentLength != int64(len(form)) || err != nil {
			t.Errorf("length %d of %d: %v", req.ContentLength, len(form), err)
		}
		_, _ = io.WriteString(w, okBody("t1"))
	}))
	defer server.Close()
	var writes atomic.Int32
	transport := &http.Transport{DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := new(net.Dialer).DialContext(ctx, network, address)
		return countingConn{conn, &writes}, err
	}}
	defer transport.CloseIdleConnections()
	client := newClient(nil, withHTTPClient(&http.Client{Transport: transport}), func(o *rds.Options) { o.BaseEndpoint = nereid.String(server.URL) })
	for range 3 {
		mustCancel(t, client)
	}
	if n := writes.Load(); n != 3 {
		t.Errorf("%d writes for 3 requests", n)
	}
}

// Outputs are independent of each other, although the responses are read into
// the same buffer.
func TestAnswersShareNothing(t *testing.T) {
	var bodies []string
	client := newClient(nil, once, withHTTPClient(doFunc(func(*http.Request) (*http.Response, error) {
		body := bodies[0]
		bodies = bodies[1:]
		status := 200
		if strings.Contains(body, "<ErrorResponse") {
			status = 404
		}
		return &http.Response{StatusCode: status, ContentLength: int64(len(body)), Body: io.NopCloser(strings.NewReader(body))}, nil
	})))
	answer := func(c string) string { return okBody("task-" + strings.Repeat(c, 100)) }
	fault := func(c string) string {
		return "<ErrorResponse><Error><Code>ExportTaskNotFound</Code><Message>" + strings.Repeat(c, 100) + "</Message></Error></ErrorResponse>"
	}
	bodies = []string{answer("a"), fault("b"), `<html id="c">`, answer("d")}
	first, err := cancel(t, client)
	if err != nil {
		t.Fatal(err)
	}
	_, refused := cancel(t, client)
	_, unreadable := cancel(t, client)
	texts := []string{refused.Error(), unreadable.Error()}
	if _, err := cancel(t, client); err != nil {
		t.Fatal(err)
	}
	if want := "task-" + strings.Repeat("a", 100); *first.ExportTaskIdentifier != want {
		t.Errorf("the first answer has become %q", *first.ExportTaskIdentifier)
	}
	if again := []string{refused.Error(), unreadable.Error()}; !slices.Equal(again, texts) {
		t.Errorf("errors have become %q, were %q", again, texts)
	}
	for err, want := range map[error]string{refused: fault("b"), unreadable: `<html id="c">`} {
		var re *smithyhttp.ResponseError
		if !errors.As(err, &re) {
			t.Fatal(err)
		}
		if body, readErr := io.ReadAll(re.Response.Body); readErr != nil || string(body) != want {
			t.Errorf("the response of %v can be read as %q, %v", err, body, readErr)
		}
	}
}
