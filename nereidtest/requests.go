package nereidtest

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// A Request is a request that the server received, with its result.
//
// Form contains all parameters, including passwords and presigned URLs. Header
// does not contain the credentials in Authorization and X-Amz-Security-Token.
type Request struct {
	ID          string      // the request ID in the response
	Action      string      // such as "StartExportTask"; empty if the request had none
	Region      string      // the region that the request was signed for, or claims to be signed for if the signature is not valid
	AccessKeyID string      // empty unless the signature was valid
	Form        url.Values  // the parameters
	Header      http.Header // without the credentials
	Time        time.Time   // when the request was received, by the wall clock

	// InvocationID is the same for all attempts of a client's call, and Attempt
	// is the attempt's number, starting with 1. If the client does not send the
	// headers that contain them, InvocationID is empty and Attempt is 0.
	InvocationID string
	Attempt      int

	Succeeded  bool   // the operation took effect, even if the response was lost
	Injected   bool   // a fault, or the function set by Intercept, applied
	StatusCode int    // of the response; 0 if there was none
	ErrorCode  string // of the response

	account string // to which the access key belongs
	number  uint64
	size    int // approximate size in memory
}

func (r *Request) clone() *Request {
	c := *r
	c.Form = maps.Clone(r.Form)
	c.Header = r.Header.Clone()
	return &c
}

// Parameter returns a parameter, or "" if it was not sent.
func (r *Request) Parameter(name string) string { return r.Form.Get(name) }

// The request log keeps at most requestsKept requests, with a total size of at
// most requestsBytes bytes.
const (
	requestsKept  = 50000
	requestsBytes = 64 << 20
)

type requestLog struct {
	kept   []Request // the newest requests
	size   int       // size of the kept requests, in bytes
	total  uint64
	counts map[string]int // number of requests, by action
	took   map[string]int // number of requests that succeeded, by action
}

func (l *requestLog) add(hr *http.Request, form url.Values) *Request {
	l.total++
	r := Request{
		ID:           fmt.Sprintf("00000000-0000-4000-8000-%012x", l.total),
		Action:       form.Get("Action"),
		Region:       scopeRegion(hr, form),
		Form:         form,
		Header:       hr.Header.Clone(),
		Time:         time.Now(),
		InvocationID: hr.Header.Get("Amz-Sdk-Invocation-Id"),
		number:       l.total,
	}
	r.Header.Del("Authorization")
	r.Header.Del("X-Amz-Security-Token")
	for part := range strings.SplitSeq(hr.Header.Get("Amz-Sdk-Request"), ";") {
		if n, ok := strings.CutPrefix(strings.TrimSpace(part), "attempt="); ok {
			_, _ = fmt.Sscanf(n, "%d", &r.Attempt)
		}
	}
	r.size = sizeOf(r.Form) + sizeOf(r.Header)
	l.makeRoom(r.size)
	l.kept = append(l.kept, r)
	l.size += r.size
	if l.counts == nil {
		l.counts, l.took = make(map[string]int), make(map[string]int)
	}
	l.counts[r.Action]++
	return &r
}

// makeRoom removes the oldest requests if another request of the given size
// would exceed the limits. Each removal has to move all remaining requests. To
// make removals rare, makeRoom removes more requests than necessary.
func (l *requestLog) makeRoom(size int) {
	if len(l.kept) < requestsKept && l.size+size <= requestsBytes {
		return
	}
	n := 0
	for n < len(l.kept) && (len(l.kept)-n > requestsKept*9/10 || l.size+size > requestsBytes*9/10) {
		l.size -= l.kept[n].size
		n++
	}
	l.kept = slices.Delete(l.kept, 0, n)
}

// sizeOf estimates the memory used by the fields of a request.
func sizeOf[M ~map[string][]string](fields M) (n int) {
	const entry, value = 100, 16
	for name, values := range fields {
		n += entry + len(name)
		for _, v := range values {
			n += value + len(v)
		}
	}
	return n
}

// done stores the result of a request.
func (l *requestLog) done(r *Request) {
	if r.Succeeded && l.took != nil {
		l.took[r.Action]++
	}
	if i := len(l.kept) - 1 - int(l.total-r.number); i >= 0 {
		l.kept[i] = *r
	}
}

// scopeRegion returns the region in a request's credential scope. It does not
// verify the signature.
func scopeRegion(hr *http.Request, form url.Values) string {
	credential := form.Get("X-Amz-Credential")
	if _, rest, ok := strings.Cut(hr.Header.Get("Authorization"), "Credential="); ok {
		credential, _, _ = strings.Cut(rest, ",")
	}
	if parts := strings.Split(credential, "/"); len(parts) == 5 {
		return parts[2]
	}
	return ""
}

// Requests returns the requests received, including those in progress, with the
// oldest first. The server keeps only the newest requests: at most 50,000, with
// a total size of at most 64 MB.
func (s *Server) Requests() []*Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := make([]*Request, len(s.requests.kept))
	for i := range s.requests.kept {
		list[i] = s.requests.kept[i].clone()
	}
	return list
}

// Count returns the number of requests received for an action, or for all
// actions if action is empty.
func (s *Server) Count(action string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return count(s.requests.counts, action)
}

// CountSucceeded returns how many requests for an action took effect, whether
// or not the client received the response. If action is empty, it counts the
// requests for all actions.
func (s *Server) CountSucceeded(action string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return count(s.requests.took, action)
}

func count(counts map[string]int, action string) (n int) {
	for a, of := range counts {
		if action == "" || a == action {
			n += of
		}
	}
	return n
}

// ResetRequests removes all requests received so far from the log.
func (s *Server) ResetRequests() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = requestLog{total: s.requests.total}
}
