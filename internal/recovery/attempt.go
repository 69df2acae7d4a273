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

// A Config is what a call gives its state.
type Config struct {
	Operation string        // its name
	Describe  Describer     // nil if nothing is to be described
	Time      time.Duration // for how long to look again: 0 is [DefaultTime], a negative time means not at all
	NewTag    func() string // makes the value of the tag that a created resource bears; nil for no tag
}

// A Tracker follows the attempts of a call. It is the interface of a [State], so that only
// programs that call an operation with an effect contain the code.
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

// A State is what a call with an effect knows about its attempts. One goroutine uses
// it, that of the call.
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
	doubtful   error     // what that attempt failed with
	doubts     int       // how many attempts of this call are in doubt

	callTag string      // value of the tag that the created resource bears
	before  *beforehand // what a rename saw before the first attempt
}

// A handover is what net/http reports about one request. Its hooks can run in other
// goroutines, and after the attempt has ended.
type handover struct {
	traced  atomic.Bool // net/http reports about this request
	written atomic.Bool // the request was written, or handed to a buffer that is about to be
	again   atomic.Bool // it was written before, within the same request
	resend  bool        // net/http alone decides whether to take another connection
	trace   httptrace.ClientTrace
}

// getConn begins an attempt of net/http to get a connection. The transport of net/http
// takes another connection only for a request of which it has written nothing, or which
// the server did not process. A transport of the user's can have other reasons.
func (h *handover) getConn(string) {
	if h.traced.Store(true); h.resend {
		h.written.Store(false)
	} else if h.written.Load() {
		h.again.Store(true)
	}
}

func (h *handover) wroteHeaders() { h.written.Store(true) }

// Begin starts an attempt. Skew is how far the clock of the service is ahead of the local
// one, as far as the client knows.
func (s *State) Begin(at time.Time, skew time.Duration) {
	if s.open {
		s.settle(errSentAgain) // a middleware around the attempts makes others after a reply
	}
	s.began, s.skew, s.open, s.refused, s.unanswered, s.sent = at, skew, false, false, false, nil
}

// Trace returns the context for a request. netHTTP says that the transport of net/http
// sends it, and not one of the user's.
func (s *State) Trace(ctx context.Context, netHTTP bool) context.Context {
	if s.open {
		// A middleware sends the request a second time within an attempt, after a
		// first time without an answer.
		s.settle(errSentAgain)
	}
	h := &handover{resend: netHTTP}
	h.trace.GetConn, h.trace.WroteHeaders = h.getConn, h.wroteHeaders
	s.sent, s.refused, s.unanswered = h, false, false
	return httptrace.WithClientTrace(ctx, &h.trace)
}

var errSentAgain = errors.New("the request got no answer and was sent again within the attempt")

// Sent tells that the HTTP client returned, with err unless there is a response. body is
// what the client was to send, or nil if that is not known.
func (s *State) Sent(err error, body *bytes.Reader) {
	if h := s.sent; h != nil && h.again.Load() {
		// A transport of the user's sent the request again, since it got no answer or
		// did not like it.
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
		// The transport of net/http reports a request before it takes a connection for
		// it: it did not come to that. Another transport can be registered with it.
		s.open = false
	default:
		s.open = !neverSent(err)
	}
}

// Responded tells that there is a response, also if a middleware made it.
func (s *State) Responded() { s.open = true }

// Refused tells that the attempt was answered: the service, or something on the way to
// it, told that it did not carry out the request. coded says that this is an error reply
// of the service with a code.
func (s *State) Refused(coded bool) { s.open, s.refused = false, coded }

// InDoubt reports whether an attempt may have been carried out.
func (s *State) InDoubt() bool { return s.inDoubt }

// Failed ends an attempt that failed with err. It returns the error that ends the call
// if the operation must not be repeated now.
func (s *State) Failed(err error) error {
	if s.settle(err); !s.inDoubt || s.effect.repeatable(s.in) {
		return nil
	}
	return s.unknown(err, nil)
}

// settle notes the doubt about an attempt that is not answered.
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

// Answered reports whether a 4xx or 5xx status means that the request was not carried
// out, whatever the body says: the request did not get through.
func Answered(status int) bool {
	switch status {
	case http.StatusProxyAuthRequired, http.StatusLengthRequired, http.StatusRequestEntityTooLarge, http.StatusRequestURITooLong,
		http.StatusMisdirectedRequest, http.StatusTooManyRequests, http.StatusRequestHeaderFieldsTooLarge:
		return true
	}
	return false
}

// neverSent reports whether the error of an HTTP client that reports nothing proves that
// there was no connection: to the service or to a proxy, or because of TLS. An alert of
// the other side does not prove it, because it can come after the request was sent.
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
		errors.As(err, &record) && record.Conn != nil // the first record was not one of TLS
}
