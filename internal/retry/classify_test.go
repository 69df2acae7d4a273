package retry_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"syscall"
	"testing"
	"time"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid/internal/retry"
)

type selfRetryable bool

func (e selfRetryable) Error() string        { return "asks for it" }
func (e selfRetryable) RetryableError() bool { return bool(e) }

type selfThrottle bool

func (e selfThrottle) Error() string       { return "asks for patience" }
func (e selfThrottle) ThrottleError() bool { return bool(e) }

type timeout bool

func (e timeout) Error() string { return "took long" }
func (e timeout) Timeout() bool { return bool(e) }

type temporary bool

func (e temporary) Error() string   { return "will pass" }
func (e temporary) Temporary() bool { return bool(e) }

type connection bool

func (e connection) Error() string         { return "no connection" }
func (e connection) ConnectionError() bool { return bool(e) }

type canceled bool

func (e canceled) Error() string       { return "canceled" }
func (e canceled) CanceledError() bool { return bool(e) }

// aggregate cannot be compared, as some errors of smithy-go.
type aggregate []error

func (e aggregate) Error() string   { return "several" }
func (e aggregate) Unwrap() []error { return e }

func TestClassify(t *testing.T) {
	code := func(c string) error { return &smithy.GenericAPIError{Code: c} }
	status := func(n int) error { return failure(n, nil, nil) }
	send := func(err error) error { return &smithyhttp.RequestSendError{Err: err} }
	get := func(err error) error { return &url.Error{Op: "Post", URL: "https://x/", Err: err} }
	tests := []struct {
		name                         string
		err                          error
		retryable, throttle, timeout bool
	}{
		{"nil", nil, false, false, false},
		{"anything", errors.New("x"), false, false, false},
		{"unknown code", code("DBClusterNotFoundFault"), false, false, false},
		{"code of the wrong case", code("throttling"), false, false, false},
		{"invalid parameters", smithy.InvalidParamsError{}, false, false, false},

		{"status 400", status(400), false, false, false},
		{"status 404", status(404), false, false, false},
		{"status 429", status(429), true, true, false},
		{"status 500", status(500), true, false, false},
		{"status 501", status(501), false, false, false},
		{"status 502", status(502), true, false, false},
		{"status 503", status(503), true, false, false},
		{"status 504", status(504), true, false, false},
		{"status 509", status(509), true, true, false},
		{"status 302", status(302), false, false, false},

		{"throttled", code("ThrottlingException"), true, true, false},
		{"transaction in progress", code("TransactionInProgressException"), true, true, false},
		{"timeout of the service", code("RequestTimeout"), true, false, true},
		{"timeout of the service with another name", code("RequestTimeoutException"), true, false, true},

		{"retryable by itself", selfRetryable(true), true, false, false},
		{"not retryable by itself", fmt.Errorf("%w, %w", selfRetryable(false), status(500)), false, false, false},
		{"throttled by itself", selfThrottle(true), true, true, false},
		{"not throttled by itself", errors.Join(selfThrottle(false), code("Throttling")), false, false, false},
		{"timeout", timeout(true), true, false, true},
		{"no timeout", timeout(false), false, false, false},
		{"temporary", temporary(true), true, false, false},
		{"not temporary", temporary(false), false, false, false},
		{"connection", connection(true), true, false, false},
		{"no connection error", connection(false), false, false, false},
		{"second of two", errors.Join(timeout(false), timeout(true)), true, false, true},
		{"deep", aggregate{errors.New("x"), aggregate{connection(true)}}, true, false, false},
		{"deep without", aggregate{errors.New("x"), aggregate{}}, false, false, false},

		{"sending", send(errors.New("x")), true, false, false},
		{"URL", get(errors.New("x")), true, false, false},
		{"connection closed before the reply", send(get(io.EOF)), true, false, false},
		{"body cut off", &smithy.DeserializationError{Err: io.ErrUnexpectedEOF}, true, false, false},
		{"end of a stream", io.EOF, false, false, false},
		{"reset", os.NewSyscallError("read", syscall.ECONNRESET), true, false, false},
		{"reset, as text", errors.New("read: connection reset by peer"), true, false, false},
		{"refused", &net.OpError{Op: "dial", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}, true, false, false},
		{"closed", fmt.Errorf("x: %w", net.ErrClosed), true, false, false},
		{"dial timeout", get(&net.OpError{Op: "dial", Err: os.ErrDeadlineExceeded}), true, false, true},
		{"no such host", send(get(&net.OpError{Op: "dial", Err: &net.DNSError{IsNotFound: true}})), false, false, false},
		{"no answer from DNS", send(get(&net.OpError{Op: "dial", Err: &net.DNSError{IsTimeout: true}})), true, false, true},
		{"wrong certificate", send(get(&tls.CertificateVerificationError{Err: x509.UnknownAuthorityError{}})), false, false, false},

		{"canceled by the caller", send(get(context.Canceled)), false, false, false},
		{"canceled, as smithy says it", &smithy.CanceledError{Err: errors.New("x")}, false, false, false},
		{"canceled by itself", errors.Join(status(500), canceled(true)), false, false, false},
		{"not canceled", errors.Join(status(500), canceled(false)), true, false, false},
		{"deadline of an attempt", send(get(context.DeadlineExceeded)), true, false, true},
		{"deadline of the caller", &smithy.CanceledError{Err: context.DeadlineExceeded}, false, false, true},
		{"canceled wins over retryable", errors.Join(selfRetryable(true), context.Canceled), false, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, err := range []error{tt.err, &smithy.OperationError{Err: tt.err}} {
				if tt.err == nil && err != nil {
					continue
				}
				if got := retry.IsRetryable(err); got != tt.retryable {
					t.Errorf("IsRetryable: %t", got)
				}
				if got := retry.IsThrottle(err); got != tt.throttle {
					t.Errorf("IsThrottle: %t", got)
				}
				if got := retry.IsTimeout(err); got != tt.timeout {
					t.Errorf("IsTimeout: %t", got)
				}
			}
		})
	}
}

// The timeout of a client is a timeout of an attempt.
func TestClassifyClientTimeout(t *testing.T) {
	stop := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-stop }))
	defer server.Close()
	defer close(stop)

	client := &http.Client{Timeout: time.Millisecond}
	if _, err := client.Get(server.URL); !retry.IsRetryable(err) || !retry.IsTimeout(err) {
		t.Errorf("timeout of the client: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := http.DefaultClient.Do(req); retry.IsRetryable(err) || retry.IsTimeout(err) {
		t.Errorf("canceled by the caller: %v", err)
	}
}

func TestIsClockSkew(t *testing.T) {
	for code, want := range map[string]bool{
		"InvalidSignatureException": true,
		"SignatureDoesNotMatch":     true,
		"AuthFailure":               true,
		"RequestTimeTooSkewed":      true,
		"AccessDeniedException":     true,
		"RequestExpired":            true,
		"RequestInTheFuture":        true,
		"InvalidClientTokenId":      false,
		"":                          false,
	} {
		if got := retry.IsClockSkew(&smithy.GenericAPIError{Code: code}); got != want {
			t.Errorf("%q: %t", code, got)
		}
	}
	if retry.IsClockSkew(nil) || retry.IsClockSkew(errors.New("SignatureDoesNotMatch")) {
		t.Error("errors without a code count")
	}
}
