package bench

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// memory is a transport that returns responses from memory. It is safe for
// concurrent use, unless the field keep is true.
type memory struct {
	status int
	header http.Header
	pages  [][]byte   // indexed by the Marker of a request
	keep   bool       // keep requests in sent
	sent   url.Values // the last form
}

func newMemory(status int, pages ...[]byte) *memory {
	return &memory{status: status, pages: pages, header: http.Header{
		"Content-Type":     {"text/xml"},
		"Date":             {time.Now().UTC().Format(http.TimeFormat)},
		"X-Amzn-Requestid": {requestID},
	}}
}

// client returns an http.Client that uses the transport.
func (m *memory) client() *http.Client { return &http.Client{Transport: m} }

// RoundTrip reads the request, as a connection would, and returns a response.
func (m *memory) RoundTrip(req *http.Request) (*http.Response, error) {
	page, err := m.read(req.Body)
	if err != nil {
		return nil, err
	}
	if err := req.Body.Close(); err != nil {
		return nil, err
	}
	body := &memoryBody{}
	body.Reset(page)
	return &http.Response{
		Status: http.StatusText(m.status), StatusCode: m.status,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: m.header, Body: body, ContentLength: int64(len(page)), Request: req,
	}, nil
}

// read reads a request and returns the page that its marker selects.
func (m *memory) read(body io.Reader) ([]byte, error) {
	if !m.keep && len(m.pages) == 1 {
		_, err := io.Copy(io.Discard, body)
		return m.pages[0], err
	}
	text, err := io.ReadAll(body)
	if err != nil {
		return nil, err
	}
	form, err := url.ParseQuery(string(text))
	if err != nil {
		return nil, err
	}
	if m.keep {
		m.sent = form
	}
	if form.Get("Marker") == "" {
		return m.pages[0], nil
	}
	i, err := strconv.Atoi(form.Get("Marker"))
	if err != nil {
		return nil, err
	}
	return m.pages[i], nil
}

type memoryBody struct{ bytes.Reader }

func (*memoryBody) Close() error { return nil }
