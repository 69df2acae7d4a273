package nereidtest

import (
	"net"
	"net/http"
	"os"
	"syscall"
	"time"

	"github.com/nereid-go/nereid/internal/awsquery"
)

// A Fault makes requests fail, or their answers arrive late or damaged. Which
// ones, and how often, the first group of fields says, and what happens the
// second. The zero value of the first group is: the next request.
//
//	s.Inject(nereidtest.Fault{Action: "StartExportTask", AfterCommit: true, Err: nereidtest.ErrConnectionReset})
//
// Err, Code and Status replace the answer. The operation does not run then,
// unless AfterCommit says so. With Delay and Edit alone it runs.
type Fault struct {
	Action string              // only requests for this action
	Region string              // only requests signed for this region
	Match  func(*Request) bool // only requests for which it returns true; it must not call the server

	Skip        int     // requests that are let through first
	Times       int     // requests that it hits; 0 is one, a negative number all
	Probability float64 // chance to hit each of the others; 0 is 1

	AfterCommit bool // the operation runs first, before the Delay and whatever becomes of its answer

	Delay time.Duration // ends with the context of the request
	Err   error         // the connection breaks; in the process it is what Do returns

	Code    string // AWS error code, with the status that belongs to it unless Status is set
	Message string

	Status      int    // of an answer that need not be AWS's
	Body        string // of that answer
	ContentType string // of that answer, by default text/html

	Edit func(*Request, *Response) // changes the answer, whatever it is; it must not call the server
}

// A Response is an answer of the server.
type Response struct {
	StatusCode int // 0 is 200
	Header     http.Header
	Body       []byte

	// Length is the Content-Length. 0 is that of Body. If it is larger, the
	// connection breaks at the end of Body; -1 leaves the length open.
	Length int64

	// Drip is a pause before each byte of the body.
	Drip time.Duration

	// Err is a connection that breaks without an answer.
	Err error
}

// Errors for [Fault.Err]. On a port every one of them resets the connection.
var (
	// ErrConnectionReset is a reset after the request was sent, when no client
	// can know whether the service acted.
	ErrConnectionReset error = &net.OpError{Op: "read", Net: "tcp", Err: os.NewSyscallError("read", syscall.ECONNRESET)}

	// ErrConnectionRefused is that nothing could be sent.
	ErrConnectionRefused error = &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
)

// Throttled is a fault that answers the next request for an action as AWS does
// when there are too many. An empty action is any.
func Throttled(action string) Fault {
	return Fault{Action: action, Code: "Throttling", Message: "Rate exceeded"}
}

// Unavailable is a fault that answers the next request for an action as a proxy
// does when the service is away, with status 502 and HTML.
func Unavailable(action string) Fault {
	return Fault{
		Action: action,
		Status: http.StatusBadGateway,
		Body:   "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>",
	}
}

// LostAnswer is a fault that lets the next request for an action take effect and
// then resets the connection.
func LostAnswer(action string) Fault {
	return Fault{Action: action, AfterCommit: true, Err: ErrConnectionReset}
}

// CutAnswer is a fault that lets the next request for an action take effect and
// then breaks the connection after n bytes of the body.
func CutAnswer(action string, n int) Fault {
	return Fault{Action: action, Edit: func(_ *Request, r *Response) {
		if n < len(r.Body) {
			r.Length = int64(len(r.Body))
			r.Body = r.Body[:n]
		}
	}}
}

// replaces reports whether the fault has an answer of its own.
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

// An armedFault counts what is left of a fault.
type armedFault struct {
	Fault
	skip, left int // left < 0 is without an end
}

// Inject adds faults. Of those that are for a request, the one that was added
// first acts.
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

// ClearFaults takes all faults away that are still there.
func (s *Server) ClearFaults() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// Intercept sets a function that sees every request first. If it returns true,
// its response is the answer and nothing else happens; a nil response resets
// the connection. It is called by many goroutines at once and may call the
// server. A nil function ends it.
func (s *Server) Intercept(hook func(*Request) (*Response, bool)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hook = hook
}

// pick takes the fault for a request, nil if there is none. A Match that panics, or
// ends its test, leaves the server in order.
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
