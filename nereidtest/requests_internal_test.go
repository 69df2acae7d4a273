package nereidtest

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestRequestLog logs a hundred requests of nearly 1 MB, and then a small one.
func TestRequestLog(t *testing.T) {
	var l requestLog
	large := url.Values{"Action": {"Large"}, "Marker": {strings.Repeat("a", 1<<20-100)}}
	for range 100 {
		if r := l.add(&http.Request{Header: http.Header{}}, large); r.size < 1<<20-100 || r.size > 1<<20+1000 {
			t.Fatalf("a request of %d bytes", r.size)
		}
		size := 0
		for i := range l.kept {
			size += len(l.kept[i].Form.Get("Marker"))
		}
		if size > requestsBytes || len(l.kept) < min(50, int(l.total)) {
			t.Fatalf("%d requests of %d bytes are kept of %d", len(l.kept), size, l.total)
		}
	}
	l.done(l.add(&http.Request{Header: http.Header{}}, url.Values{"Action": {"Small"}}))
	if last := l.kept[len(l.kept)-1]; last.Action != "Small" || last.number != 101 || l.counts["Large"] != 100 || l.counts["Small"] != 1 {
		t.Errorf("the last of %d requests is %s, number %d; counted %v", l.total, last.Action, last.number, l.counts)
	}
}
