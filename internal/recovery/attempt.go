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
	Operation string        // its name
	Describe  Describer     // nil if the call must not describe anything
	Time      time.Duration // how long to look for the effect: 0 means [DefaultTime], a negative time means no look
	NewTag    func() string // returns the value of the tag for a created resource; nil for no tag
}

// A Tracker follows the attempts of a call. It is the interface of a [State].
// Because of it, only programs that call an operation with an effect contain
// the code of State.
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

// A State is the knowledge of a call with an effect about its attempts. Only
// the goroutine of the call uses it.
type State struct {
	Config

	effect  behavior
	in      any
	pending *PendingOutcome

	began   time.Time // the last attempt
	skew    time.Duration
	open    bool      // the last attempt was handed over and is not answered
	refused bool      // the last attempt was answered with an error of the service
	sent    *handover // the last request

	unanswered bool      // the last attempt is in doubt
	inDoubt    bool      // any attempt is
	inherited  bool      // an earlier call left the doubt
	first      time.Time // when the first attempt in doubt began
	doubtful   error     // the error of that attempt
	doubts     int       // how many attempts of this call are in doubt

	callTag string      // value of the tag that the created resource bears
	before  *beforehand // for a rename: the resources before the first attempt
}

// A handover holds the reports of net/http about one request. Its hooks can run
// in other goroutines, and after the end of the attempt.
type handover struct {
	traced  atomic.Bool // net/http reports about this request
	written atomic.Bool // the request was written, at least to a buffer that will be sent
	again   atomic.Bool // it was written before, within the same request
	resend  bool        // net/http alone decides whether to use another connection
	trace   httptrace.ClientTrace
}

// getConn is called when net/http starts to get a connection. The transport of
// net/http only uses another connection if it has written nothing of the
// request or if the server did not process it. A custom transport can have
// other reasons.
func (h *handover) getConn(string) {
	if h.traced.Store(true); h.resend {
		h.written.Store(false)
	} else if h.written.Load() {
		h.again.Store(true)
	}
}

func (h *handover) wroteHeaders() { h.written.Store(true) }

// Begin starts an attempt. skew is the lead of the service's clock over the
// local one, as far as the client knows.
func (s *State) Begin(at time.Time, skew time.Duration) {
	if s.open {
		s.settle(errSentAgain) // a middleware around the attempts makes another attempt after a reply
	}
	s.began, s.skew, s.open, s.refused, s.unanswered, s.sent = at, skew, false, false, false, nil
}

// Trace returns the context for a request. netHTTP says that the transport of
// net/http sends the request, not a custom one.
func (s *State) Trace(ctx context.Context, netHTTP bool) context.Context {
	if s.open {
		// A middleware sends the request again within an attempt, and the first
		// time got no answer.
		s.settle(errSentAgain)
	}
	h := &handover{resend: netHTTP}
	h.trace.GetConn, h.trace.WroteHeaders = h.getConn, h.wroteHeaders
	s.sent, s.refused, s.unanswered = h, false, false
	return httptrace.WithClientTrace(ctx, &h.trace)
}

var errSentAgain = errors.New("the request got no answer and was sent again within the attempt")

// Sent reports that the HTTP client returned, with an error unless there is a
// response. body is the body that the client had to send, or nil if it is not
// known.
func (s *State) Sent(err error, body *bytes.Reader) {
	if h := s.sent; h != nil && h.again.Load() {
		// A custom transport sent the request again, because it got no answer
		// or did not accept the answer.
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
		// The transport of net/http reports a request before it gets a
		// connection for the request. There was no report and the body is
		// unread, so the request was not sent. The body matters because another
		// transport can be registered with this one.
		s.open = false
	default:
		s.open = !neverSent(err)
	}
}

// Responded reports that there is a response, from the service or from a
// middleware.
func (s *State) Responded() { s.open = true }

// Refused reports that the attempt was answered: the service or an intermediary
// said that it did not carry out the request. coded says that the answer is an
// error reply of the service with a code.
func (s *State) Refused(coded bool) { s.open, s.refused = false, coded }

// InDoubt reports whether an attempt may have been carried out.
func (s *State) InDoubt() bool { return s.inDoubt }

// Failed ends an attempt that failed with err. If the operation must not be
// repeated now, it returns the error that ends the call.
func (s *State) Failed(err error) error {
	if s.settle(err); !s.inDoubt || s.effect.repeatable(s.in) {
		return nil
	}
	return s.unknown(err, nil)
}

// settle records an attempt without an answer as in doubt.
func (s *State) settle(err error) {
	if !s.open || err == nil {
		return
	}
	s.open, s.unanswered = false, true
	s.doubts++
	if !s.inDoubt {
		s.inDoubt, s.first, s.doubtful = true, s.began, err
	}
}

// Answered reports whether a 4xx or 5xx status means that the request did not
// get through, and so was not carried out, whatever the body says.
func Answered(status int) bool {
	switch status {
	case http.StatusProxyAuthRequired, http.StatusLengthRequired, http.StatusRequestEntityTooLarge, http.StatusRequestURITooLong,
		http.StatusMisdirectedRequest, http.StatusTooManyRequests, http.StatusRequestHeaderFieldsTooLarge:
		return true
	}
	return false
}

// neverSent reports whether an error proves that there was no connection, to
// the service or to a proxy, or because of TLS. It is for HTTP clients without
// reports. A TLS alert of the other side is not a proof, because it can arrive
// after the request was sent.
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
