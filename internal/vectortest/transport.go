package vectortest

import (
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// A Reply is a canned response.
type Reply struct {
	Status  int
	Headers map[string]string
	Body    string
}

// A Request is a request that a client sent.
type Request struct {
	*http.Request

	Body string
	At   time.Time
}

// A Transport is an HTTP client that stores the requests and returns the
// replies in order. After the last reply, it repeats that reply.
type Transport struct {
	Replies  []Reply
	Requests []Request

	// OnRequest is called before each request is answered.
	OnRequest func()
}

// Do answers a request.
func (t *Transport) Do(req *http.Request) (*http.Response, error) {
	var body []byte
	if req.Body != nil {
		var err error
		if body, err = io.ReadAll(req.Body); err != nil {
			return nil, err
		}
	}
	if t.OnRequest != nil {
		t.OnRequest()
	}
	t.Requests = append(t.Requests, Request{req, string(body), time.Now()})
	reply := t.Replies[min(len(t.Requests), len(t.Replies))-1]
	resp := &http.Response{
		StatusCode: reply.Status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{},
		Body: io.NopCloser(strings.NewReader(reply.Body)), ContentLength: int64(len(reply.Body)), Request: req,
	}
	for name, value := range reply.Headers {
		resp.Header.Set(name, value)
	}
	return resp, nil
}

// t.only returns the request that was sent. It fails the test unless exactly
// one request was sent.
func (t *Transport) only(tb testing.TB) Request {
	tb.Helper()
	if len(t.Requests) != 1 {
		tb.Fatalf("%d requests were sent, want 1", len(t.Requests))
	}
	return t.Requests[0]
}

// succeed returns an operation's successful reply with an empty result.
func succeed(op string) Reply {
	return Reply{Status: http.StatusOK, Body: "<" + op + "Response><" + op + "Result/></" + op + "Response>"}
}

// form parses a form, or the query of a URL, and sorts it.
func form(tb testing.TB, encoded string) [][2]string {
	tb.Helper()
	var pairs [][2]string
	for pair := range strings.SplitSeq(encoded, "&") {
		name, value, ok := strings.Cut(pair, "=")
		key, err := url.QueryUnescape(name)
		text, err2 := url.QueryUnescape(value)
		if err != nil || err2 != nil || !ok {
			tb.Fatalf("the form has the bad pair %q", pair)
		}
		pairs = append(pairs, [2]string{key, text})
	}
	return sorted(pairs)
}

func sorted(pairs [][2]string) [][2]string {
	return slices.SortedFunc(slices.Values(pairs), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
}

// without(pairs, key) splits the pairs of a form in two: values contains the
// values of the pairs with the given key, and rest contains all other pairs.
func without(pairs [][2]string, key string) (rest [][2]string, values []string) {
	for _, pair := range pairs {
		if pair[0] == key {
			values = append(values, pair[1])
		} else {
			rest = append(rest, pair)
		}
	}
	return rest, values
}
