package recovery

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/http/httptrace"
	"sync/atomic"
	"time"
)

// A Config is the configuration of a call's [State].
type Config struct {
	Operation string        // name of the operation
	Describe  Describer     // nil if the call must not describe anything
	Time      time.Duration // how long to poll for the effect: 0 means [DefaultTime], a negative value means one poll
	NewTag    func() string // returns the value of the tag that is added to a created resource; nil for no tag
}

// A Tracker follows the attempts of a call. Its only implementation is [State].
// Callers use the interface, so that programs without state-changing calls do
// not link the code of State.
type Tracker interface {
	Start(ctx context.Context, in any) any
	Begin(at time.Time, skew time.Duration)
	Trace(ctx context.Context, netHTTP bool) context.Context
	Sent(err error, body *bytes.Reader)
	Responded()
	Refused(coded bool)
	Failed(err error) error
	Expected(err error) bool
	InDoubt() bool
	Conclude(ctx context.Context, out any, err error, look bool) error
}

// A State records the attempts of a call that can change something, and their
// outcomes. It is not safe for concurrent use.
type State struct {
	Config

	effect  behavior
	in      any
	pending *PendingOutcome

	began   time.Time // when the last attempt began
	skew    time.Duration
	open    bool      // the last attempt may have been sent, and was not answered
	refused bool      // the service answered the last attempt with an error
	sent    *handover // the last request

	unanswered bool      // the last attempt's outcome is unknown
	inDoubt    bool      // the outcome of any attempt is unknown
	inherited  bool      // an earlier call made the attempt with the unknown outcome
	first      time.Time // when the first attempt with an unknown outcome began
	doubtful   error     // that attempt's error
	doubts     int       // how many attempts of this call have an unknown outcome

	callTag string      // value of the tag on the created resource
	before  *beforehand // for a rename: the resources before the first attempt
}

// A handover holds what net/http reports about sending one request. Its hooks
// may run in other goroutines, and after the attempt has ended.
type handover struct {
	traced  atomic.Bool  // net/http reports on this request
	written atomic.Bool  // the request was written, at least to a send buffer
	again   atomic.Bool  // net/http got another connection after the request was written
	waited  atomic.Int64 // how long the request waited for its connection, in nanoseconds; 0 if unknown
	start   time.Time
	resend  bool // net/http alone decides whether to use another connection
	trace   httptrace.ClientTrace
}

// getConn is called when net/http starts to get a connection for a request. The
// transport of net/http gets a second connection for a request only if it has
// not written any part of the request, or if the server has not processed the
// request. In that case, the first connection no longer matters. A custom
// transport may get a second connection for other reasons.
func (h *handover) getConn(string) {
	if h.traced.Store(true); h.resend {
		h.written.Store(false)
		h.waited.Store(0)
	} else if h.written.Load() {
		h.again.Store(true)
	}
}

// gotConn is called when net/http has a connection for a request. If a custom
// transport sends the request on several connections, the time of the first one
// counts.
func (h *handover) gotConn(httptrace.GotConnInfo) {
	h.waited.CompareAndSwap(0, max(1, int64(time.Since(h.start))))
}

func (h *handover) wroteHeaders() { h.written.Store(true) }

// Begin starts an attempt. skew is how far the service's clock is ahead of the
// local clock, by the client's estimate.
func (s *State) Begin(at time.Time, skew time.Duration) {
	if s.open {
		s.settle(errSentAgain) // a middleware around the attempts makes another one after a response
	}
	s.began, s.skew, s.open, s.refused, s.unanswered, s.sent = at, skew, false, false, false, nil
}

// Trace returns a context for sending one request. With this context, net/http
// informs s of its connections and of what it has written. netHTTP is true if
// net/http's own transport sends the request, and false for a custom transport.
func (s *State) Trace(ctx context.Context, netHTTP bool) context.Context {
	if s.open {
		// A middleware is sending a second request within the attempt. The service
		// may have received the first request, which was not answered.
		s.settle(errSentAgain)
	}
	s.began = time.Now() // the retrieval of credentials may have taken a while
	h := &handover{start: s.began, resend: netHTTP}
	h.trace.GetConn, h.trace.GotConn, h.trace.WroteHeaders = h.getConn, h.gotConn, h.wroteHeaders
	s.sent, s.refused, s.unanswered = h, false, false
	return httptrace.WithClientTrace(ctx, &h.trace)
}

var errSentAgain = errors.New("the request was not answered and was sent again within the attempt")

// Sent records the result of sending the request. err is the HTTP client's
// error, or nil if the client returned a response. body is the request body
// that was passed to the client, or nil if that is unknown.
func (s *State) Sent(err error, body *bytes.Reader) {
	if h := s.sent; h != nil && h.again.Load() {
		// A custom transport sent the request again, because the first request got
		// no answer or an answer that the transport did not accept.
		s.open = true
		s.settle(errSentAgain)
		s.unanswered = false
	}
	switch h := s.sent; {
	case err == nil:
		s.open = true
	case h != nil && h.traced.Load():
		s.open = h.written.Load()
	case h != nil && h.resend && body != nil && int64(body.Len()) == body.Size():
		// The transport of net/http calls getConn before it gets a connection. Here
		// it has not called getConn and has not read the body, so the request was not
		// sent. A missing call of getConn alone does not prove this, because the
		// transport may pass a request to a registered protocol, which does not call
		// getConn.
		s.open = false
	default:
		s.open = !neverSent(err)
	}
}

// Responded records that there is a response, from the service or from a
// middleware.
func (s *State) Responded() { s.open = true }

// Refused records an answer, from the service or an intermediary, which means
// that the request was not carried out. coded reports whether the answer is the
// service's own error reply, with an error code.
func (s *State) Refused(coded bool) { s.open, s.refused = false, coded }

// InDoubt reports whether the outcome of at least one attempt is unknown. The
// service may have carried out such an attempt.
func (s *State) InDoubt() bool { return s.inDoubt }

// Failed ends an attempt that failed with err. It returns nil if the operation
// may be repeated, and otherwise the error that ends the call.
func (s *State) Failed(err error) error {
	if s.settle(err); !s.inDoubt || s.effect.repeatable(s.in) {
		return nil
	}
	return s.unknown(err, nil)
}

// settle ends an attempt that failed with err. If the attempt may have been
// sent and was not answered, settle records that its outcome is unknown.
func (s *State) settle(err error) {
	if !s.open || err == nil {
		return
	}
	s.open, s.unanswered = false, true
	s.doubts++
	if !s.inDoubt {
		s.inDoubt, s.first, s.doubtful = true, s.began, err
		if s.sent != nil { // making the connection may have taken a while
			s.first = s.began.Add(time.Duration(s.sent.waited.Load()))
		}
	}
}

// Answered reports whether an HTTP status means that the request was not
// carried out, whatever the body contains. It returns true for statuses of
// intermediaries that did not forward the request.
func Answered(status int) bool {
	switch status {
	case http.StatusProxyAuthRequired, http.StatusLengthRequired, http.StatusRequestEntityTooLarge, http.StatusRequestURITooLong,
		http.StatusMisdirectedRequest, http.StatusTooManyRequests, http.StatusRequestHeaderFieldsTooLarge:
		return true
	}
	return false
}

// neverSent reports whether err proves that the request was not sent: the
// connection to the service or proxy could not be made, or the client did not
// accept the server's certificate or protocol. It is used for HTTP clients that
// do not call the hooks from Trace. A TLS alert from the server proves nothing,
// because it can arrive after the request was sent.
func neverSent(err error) bool {
	var op *net.OpError
	if errors.As(err, &op) && (op.Op == "dial" || op.Op == "proxyconnect") {
		return true
	}
	var dns *net.DNSError
	if errors.As(err, &dns) {
		return true
	}
	var cert *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	return errors.As(err, &cert) || errors.Is(err, http.ErrSchemeMismatch) ||
		errors.As(err, &record) && record.Conn != nil // the first record was not a TLS record
}
