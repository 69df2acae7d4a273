package bench

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
)

// Loopback calls a function with cases whose clients are connected to servers
// in the same process, with TLS and HTTP/1.1 as with AWS. Measurements of these
// cases include the servers.
func Loopback(use func([]Case) error) error {
	task := tasks(1)[0]
	small, closeSmall := newLoopback(reply("StartExportTask", exportOutput(&task)))
	defer closeSmall()
	large, closeLarge := newLoopback(clusterPage(100))
	defer closeLarge()
	return use([]Case{
		startExportTask("StartExportTask", small),
		describeDBClusters("DescribeDBClusters, 100 clusters", large, 100),
	})
}

// newLoopback starts a server for each library.
func newLoopback(page []byte) (b *both, stop func()) {
	b = newBoth(http.StatusOK, page)
	ours, theirs := httptest.NewTLSServer(b.ours), httptest.NewTLSServer(b.theirs)
	client := theirs.Client()
	client.Transport = bodyFirst{client.Transport}
	b.connect(ours.Client(), client, ours.URL, theirs.URL)
	return b, func() { ours.Close(); theirs.Close() }
}

// bodyFirst reads a request's whole body before it sends the request. The SDK
// closes the request's body as soon as the response begins. Over loopback,
// net/http would often still be reading the body at that time, and would then
// drop the connection in the middle of the response.
type bodyFirst struct{ next http.RoundTripper }

func (t bodyFirst) RoundTrip(req *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	req = req.WithContext(req.Context()) // a shallow copy, because a RoundTripper must not change the request
	req.Body = io.NopCloser(bytes.NewReader(body))
	return t.next.RoundTrip(req)
}

// ServeHTTP answers like RoundTrip.
func (m *memory) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	page, err := m.read(req.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	for name, values := range m.header {
		if name != "Date" {
			w.Header()[name] = values
		}
	}
	w.Header()["Content-Length"] = []string{strconv.Itoa(len(page))}
	w.WriteHeader(m.status)
	_, _ = w.Write(page)
}
