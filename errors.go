package nereid

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// An ErrorCategory groups faults of many operations and of both services. Match
// it with errors.Is.
type ErrorCategory string

func (c ErrorCategory) Error() string { return string(c) }

// The categories of the errors of a service.
const (
	// ErrNotFound means that a resource that the request names, for example a cluster, snapshot,
	// task or key, does not exist in this region and account.
	ErrNotFound ErrorCategory = "not found"

	// ErrAlreadyExists means that the name of the new resource is already in use.
	ErrAlreadyExists ErrorCategory = "already exists"

	// ErrInvalidState means that the resource exists, but its current state does not allow
	// the operation. Most such states are temporary.
	ErrInvalidState ErrorCategory = "invalid state"

	// ErrQuotaExceeded means that the account has reached its quota for this type of
	// resource.
	ErrQuotaExceeded ErrorCategory = "quota exceeded"

	// ErrInsufficientCapacity means that AWS currently has no capacity for the resource.
	ErrInsufficientCapacity ErrorCategory = "insufficient capacity"

	// ErrThrottled means that the caller sent too many requests in too short a time.
	ErrThrottled ErrorCategory = "throttled"

	// ErrAccessDenied means that the credentials are valid but do not allow the operation.
	ErrAccessDenied ErrorCategory = "access denied"

	// ErrBadCredentials means that the credentials are unknown or expired, or the
	// signature is not valid.
	ErrBadCredentials ErrorCategory = "bad credentials"

	// ErrInvalidParameter means that a parameter, or a combination of parameters, is not
	// valid for the operation.
	ErrInvalidParameter ErrorCategory = "invalid parameter"
)

// categoryOf returns the category of a wire code, or "" if the code has none. It compares codes of
// AWS's common errors exactly, and the codes of faults with case-insensitive patterns.
func categoryOf(code string) ErrorCategory {
	switch code {
	case "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
		"TooManyRequestsException", "RequestLimitExceeded", "BandwidthLimitExceeded",
		"LimitExceededException", "RequestThrottled", "SlowDown", "PriorRequestNotComplete",
		"EC2ThrottledException", "TransactionInProgressException", "ProvisionedThroughputExceededException":
		return ErrThrottled
	case "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized", "OptInRequired":
		return ErrAccessDenied
	case "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException",
		"SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature", "MissingAuthenticationToken",
		"MissingAuthenticationTokenException", "AuthFailure", "RequestExpired", "RequestInTheFuture",
		"RequestTimeTooSkewed", "InvalidAccessKeyId":
		return ErrBadCredentials
	case "InvalidParameterValue", "InvalidParameterCombination", "InvalidQueryParameter", "MissingParameter",
		"ValidationError", "ValidationException", "MalformedQueryString":
		return ErrInvalidParameter
	}
	name := stem(code)
	switch {
	case hasSuffix(name, "NotFound"):
		return ErrNotFound
	case hasSuffix(name, "AlreadyExists"), hasSuffix(name, "AlreadyExist"):
		return ErrAlreadyExists
	case hasSuffix(name, "QuotaExceeded"), hasPrefix(name, "QuotaExceeded."),
		hasSuffix(name, "LimitExceeded"), hasSuffix(name, "LimitReached"):
		return ErrQuotaExceeded
	case hasPrefix(name, "Insufficient") && hasSuffix(name, "Capacity"):
		return ErrInsufficientCapacity
	case hasPrefix(name, "Invalid") && hasSuffix(name, "State"):
		return ErrInvalidState
	}
	return ""
}

// IsServiceError reports whether err is an error response of the service. It returns false if the
// client rejected the request before sending it, if there was no response or an unreadable
// response, or if the outcome is unknown. It also returns false if a call that changes something
// ended with an internal failure of the service, because the service may have made the change.
func IsServiceError(err error) bool {
	var before interface{ NotSent() bool } // a credentials provider can call another service
	var unknown *OutcomeUnknownError
	if errors.As(err, &before) && before.NotSent() || errors.As(err, &unknown) {
		return false
	}
	var api smithy.APIError
	return errors.As(err, &api) && api.ErrorCode() != unknownCode
}

// unknownCode is the code of an error whose response contains no code, for example because a proxy
// sent the response.
const unknownCode = "UnknownError"

// A ResponseError is an error that came with an HTTP response. errors.As also finds the embedded
// *smithyhttp.ResponseError, and the service's fault for the error code, even if the operation's
// documentation does not list that fault.
type ResponseError struct {
	*smithyhttp.ResponseError

	// RequestID is the ID that AWS gave the request; AWS support asks for it. RequestID is empty if
	// the response contained no ID.
	RequestID string

	faults string // path of the package with the faults of the service
}

// NewResponseError returns a ResponseError. faults is the import path of the package with the
// service's fault types, which errors.As can find in the error. Only the clients of this module
// need NewResponseError.
func NewResponseError(err *smithyhttp.ResponseError, requestID, faults string) *ResponseError {
	return &ResponseError{ResponseError: err, RequestID: requestID, faults: faults}
}

func (e *ResponseError) Error() string {
	var b strings.Builder
	b.WriteString("https response error StatusCode: ")
	b.WriteString(strconv.Itoa(e.HTTPStatusCode()))
	b.WriteString(", RequestID: ")
	b.WriteString(e.RequestID)
	if e.Err != nil {
		b.WriteString(", ")
		b.WriteString(e.Err.Error())
	}
	return b.String()
}

// ServiceRequestID returns RequestID. The SDK's errors have a method of this name.
func (e *ResponseError) ServiceRequestID() string { return e.RequestID }

// As finds the embedded *smithyhttp.ResponseError and the fault for the response's error code. It
// can also convert e to another package's ResponseError type, such as the AWS SDK's, if that type
// has the same fields.
func (e *ResponseError) As(target any) bool {
	if t, ok := target.(**smithyhttp.ResponseError); ok {
		*t = e.ResponseError
		return true
	}
	if wantsTwin(target, "ResponseError") && asTwin(target, e.ResponseError, e.RequestID) {
		return true
	}
	generic, ok := e.Err.(*smithy.GenericAPIError) //nolint:errorlint // errors.As asks what it wraps by itself
	return ok && asFault(target, e.faults, generic.Code, generic.Message)
}

// Is reports whether target is the category of the response's error code. This also works for a
// code that has no fault type.
func (e *ResponseError) Is(target error) bool {
	category, ok := target.(ErrorCategory)
	if !ok || category == "" {
		return false
	}
	var api smithy.APIError
	if !errors.As(e.Err, &api) || api.ErrorCode() == unknownCode {
		return category == ErrThrottled && e.HTTPStatusCode() == http.StatusTooManyRequests
	}
	return categoryOf(api.ErrorCode()) == category
}
