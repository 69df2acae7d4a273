package nereidtest

import (
	"net"
	"net/http"
	"os"
	"syscall"
	"time"

	"github.com/nereid-go/nereid/internal/awsquery"
)

// A Fault makes requests fail, or delays or damages their responses. The fields
// from Action to Probability select the requests. If all of these fields are
// zero, the fault applies to the next request. The other fields determine what
// happens to the selected requests.
//
//	s.Inject(nereidtest.Fault{Action: "StartExportTask", AfterCommit: true, Err: nereidtest.ErrConnectionReset})
//
// Err, Code and Status replace the response. If one of them is set, the
// operation runs only if AfterCommit is set. If none of them is set, the
// operation always runs.
type Fault struct {
	Action string              // if set, only requests for this action
	Region string              // if set, only requests signed for this region
	Match  func(*Request) bool // if not nil, only requests for which Match returns true; it must not call the server

	Skip        int     // the number of matching requests before the fault applies
	Times       int     // the number of requests that the fault applies to; 0 means 1, a negative number all
	Probability float64 // the probability that the fault applies to a matching request; 0 means 1

	AfterCommit bool // the operation takes effect first, before Delay, even if the response is replaced

	Delay time.Duration // before the response; ends when the request's context is done
	Err   error         // breaks the connection; within the process, Do returns this error

	Code    string // an AWS error code, with its usual HTTP status unless Status is set
	Message string

	Status      int    // HTTP status of a response that need not look like AWS's
	Body        string // body of that response
	ContentType string // of that response; text/html by default

	Edit func(*Request, *Response) // changes the response, even if it was replaced; it must not call the server
}

// A Response is a response of the server.
type Response struct {
	StatusCode int         // 0 means 200
	Header     http.Header // HTTP headers
	Body       []byte      // XML, if the response looks like AWS's

	// Length is the Content-Length. 0 means the length of Body. If Length is
	// larger than the length of Body, the connection breaks at the end of Body.
	// If Length is -1, the response has no Content-Length.
	Length int64

	// Drip is a pause before each byte of the body.
	Drip time.Duration

	// Err breaks the connection without a response.
	Err error
}

// Errors for [Fault.Err]. A client within the process gets the error itself.
// For a client that is connected through TCP, every error resets the
// connection.
var (
	// ErrConnectionReset means that the connection was reset after the request
	// was sent. The client cannot know whether the operation took effect.
	ErrConnectionReset error = &net.OpError{Op: "read", Net: "tcp", Err: os.NewSyscallError("read", syscall.ECONNRESET)}

	// ErrConnectionRefused means that the request could not be sent.
	ErrConnectionRefused error = &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
)

// Throttled returns a fault that rejects the next request for an action, as AWS
// does if there are too many requests. An empty action matches any request.
func Throttled(action string) Fault {
	return Fault{Action: action, Code: "Throttling", Message: "Rate exceeded"}
}

// Unavailable returns a fault that responds to the next request for an action
// with status 502 and an HTML page, as a proxy does when the service is down.
func Unavailable(action string) Fault {
	return Fault{
		Action: action,
		Status: http.StatusBadGateway,
		Body:   "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>",
	}
}

// LostAnswer returns a fault that lets the next request for an action take
// effect and then resets the connection.
func LostAnswer(action string) Fault {
	return Fault{Action: action, AfterCommit: true, Err: ErrConnectionReset}
}

// CutAnswer returns a fault that lets the next request for an action take
// effect and then breaks the connection after n bytes of the body.
func CutAnswer(action string, n int) Fault {
	return Fault{Action: action, Edit: func(_ *Request, r *Response) {
		if n < len(r.Body) {
			r.Length = int64(len(r.Body))
			r.Body = r.Body[:n]
		}
	}}
}

// replaces reports whether the fault replaces the response.
func (f *Fault) replaces() bool { return f.Err != nil || f.Code != "" || f.Status != 0 }

func (f *Fault) response(requestID string) *Response {
	switch {
	case f.Err != nil:
		return &Response{Err: f.Err}
	case f.Code != "" && f.Body == "":
		r := errorResponse(apiError(f.Code, "%s", f.Message), requestID)
		if f.Status != 0 {
			status, e := f.Status, awsquery.ErrorResponse{Code: f.Code, Message: f.Message, Type: "Sender", RequestID: requestID}
			if status >= 500 {
				e.Type = "Receiver"
			}
			r = xmlResponse(status, awsquery.AppendError(nil, namespace, e))
		}
		return r
	}
	contentType := f.ContentType
	if contentType == "" {
		contentType = "text/html"
	}
	return &Response{
		StatusCode: f.Status,
		Header:     http.Header{"Content-Type": {contentType}},
		Body:       []byte(f.Body),
	}
}

// An armedFault is an injected fault with its remaining Skip and Times counts.
type armedFault struct {
	Fault
	skip, left int // left < 0 means that the fault never expires
}

// Inject adds faults. If several faults match a request, the fault that was
// added first applies.
func (s *Server) Inject(faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range faults {
		armed := &armedFault{Fault: f, skip: f.Skip, left: f.Times}
		if armed.left == 0 {
			armed.left = 1
		}
		s.faults = append(s.faults, armed)
	}
}

// ClearFaults removes all faults.
func (s *Server) ClearFaults() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// Intercept sets a function that is called with every request before the server
// handles it. If the function returns true, the server does not handle the
// request itself. It sends the returned response or, if that is nil, resets the
// connection. The function may be called concurrently, and may call the server.
// If hook is nil, no function is called.
func (s *Server) Intercept(hook func(*Request) (*Response, bool)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hook = hook
}

// pick returns the fault to apply to a request, or nil if there is none. If a
// Match function panics or calls runtime.Goexit, as t.FailNow does, the server
// can still be used.
func (s *Server) pick(r *Request) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		switch {
		case f.Action != "" && f.Action != r.Action,
			f.Region != "" && f.Region != r.Region,
			f.Match != nil && !f.Match(r):
			continue
		case f.skip > 0:
			f.skip--
			continue
		case f.Probability > 0 && s.random.Float64() >= f.Probability:
			continue
		}
		if f.left > 0 {
			if f.left--; f.left == 0 {
				s.faults = append(s.faults[:i:i], s.faults[i+1:]...)
			}
		}
		return &f.Fault
	}
	return nil
}
