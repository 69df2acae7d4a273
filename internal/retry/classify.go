package retry

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
)

// statusBandwidthLimitExceeded is an unregistered status that some proxies
// return.
const statusBandwidthLimitExceeded = 509

// IsRetryable reports whether an attempt that failed with err may be repeated,
// regardless of the number of earlier attempts. If err is due to an expired
// deadline, IsRetryable assumes that it was the attempt's deadline. The caller
// must check whether its own context has ended.
func IsRetryable(err error) bool {
	if err == nil || isCanceled(err) {
		return false
	}
	var self interface{ RetryableError() bool }
	if errors.As(err, &self) {
		return self.RetryableError()
	}
	return isConnection(err) || IsThrottle(err) || isTransientStatus(err) || IsTimeout(err)
}

// IsThrottle reports whether the service rejected the request because it
// received too many requests.
func IsThrottle(err error) bool {
	if err == nil {
		return false
	}
	var self interface{ ThrottleError() bool }
	if errors.As(err, &self) {
		return self.ThrottleError()
	}
	switch statusOf(err) {
	case http.StatusTooManyRequests, statusBandwidthLimitExceeded:
		return true
	}
	switch codeOf(err) {
	case "Throttling", "ThrottlingException", "ThrottledException",
		"RequestThrottledException", "RequestThrottled",
		"TooManyRequestsException", "RequestLimitExceeded",
		"BandwidthLimitExceeded", "LimitExceededException",
		"SlowDown", "PriorRequestNotComplete", "EC2ThrottledException",
		"TransactionInProgressException", "ProvisionedThroughputExceededException":
		return true
	}
	return false
}

// IsTimeout reports whether err is a timeout, reported by the service or caused
// by a deadline of the client.
func IsTimeout(err error) bool {
	switch codeOf(err) {
	case "RequestTimeout", "RequestTimeoutException":
		return true
	}
	return anyOf(err, func(e error) bool {
		v, ok := e.(interface{ Timeout() bool })
		return ok && v.Timeout()
	})
}

// isCanceled reports whether the caller canceled the request. Such a request
// must not be retried.
func isCanceled(err error) bool {
	return errors.Is(err, context.Canceled) || anyOf(err, func(e error) bool {
		v, ok := e.(interface{ CanceledError() bool })
		return ok && v.CanceledError()
	})
}

// isConnection reports whether a connection failed: it could not be made, or it
// broke.
func isConnection(err error) bool {
	var dns *net.DNSError
	if errors.As(err, &dns) && dns.IsNotFound {
		return false // the host does not exist, and will not exist soon
	}
	var cert *tls.CertificateVerificationError
	if errors.As(err, &cert) {
		return false
	}
	for _, target := range [...]error{
		io.ErrUnexpectedEOF, net.ErrClosed, syscall.ECONNRESET, syscall.ECONNREFUSED, syscall.EPIPE,
		syscall.ECONNABORTED, syscall.EHOSTUNREACH, syscall.ENETUNREACH, syscall.ENETDOWN,
	} {
		if errors.Is(err, target) {
			return true
		}
	}
	return anyOf(err, func(e error) bool {
		switch e.(type) { //nolint:errorlint // anyOf unwraps
		case syscall.Errno:
			return false // has the methods of a net.Error even for a file
		case *url.Error, net.Error:
			return true
		}
		if v, ok := e.(interface{ ConnectionError() bool }); ok && v.ConnectionError() {
			return true
		}
		v, ok := e.(interface{ Temporary() bool })
		return ok && v.Temporary()
	}) || codeOf(err) == "" && strings.Contains(err.Error(), "connection reset") // as text, if a proxy or a test wraps it this way
}

func isTransientStatus(err error) bool {
	switch statusOf(err) {
	case http.StatusInternalServerError, http.StatusBadGateway,
		http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// statusOf returns the HTTP status of the response in err, or 0 if there is
// none.
func statusOf(err error) int {
	var v interface{ HTTPStatusCode() int }
	if errors.As(err, &v) {
		return v.HTTPStatusCode()
	}
	return 0
}

// codeOf returns the service's error code from err, or "".
func codeOf(err error) string {
	var v interface{ ErrorCode() string }
	if errors.As(err, &v) {
		return v.ErrorCode()
	}
	return ""
}

// anyOf reports whether match returns true for err or any error that it wraps.
// Unlike errors.As, it does not stop at the first error of a type.
func anyOf(err error, match func(error) bool) bool {
	for err != nil {
		if match(err) {
			return true
		}
		switch v := err.(type) { //nolint:errorlint // this is the unwrapping
		case interface{ Unwrap() error }:
			err = v.Unwrap()
		case interface{ Unwrap() []error }:
			for _, e := range v.Unwrap() {
				if anyOf(e, match) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}
