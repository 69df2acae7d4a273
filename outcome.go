package nereid

import (
	"errors"
	"reflect"
	"strings"
	"time"

	"github.com/aws/smithy-go"
)

// An OutcomeUnknownError means that the operation may have succeeded: an attempt got no response, and
// the client could not determine its outcome afterwards. There are three causes:
//
//   - The operation must not be repeated. For example, a second failover would undo the first.
//   - A later attempt failed for a reason unrelated to the earlier attempt, for example throttling or
//     expired credentials.
//   - The service rejected a later attempt, and the resource's description does not show whether an
//     earlier attempt is the reason.
//
// Check the resources in LookAt before you repeat the call.
//
// If the outcome of the last attempt is unknown, for example because every attempt lost its
// connection, the call returns the error of the last attempt, and errors.As finds both that error
// and an OutcomeUnknownError. [IsServiceError] then returns false, even for a response with an
// error code and a 5xx status, because the service may have done its work before it failed.
//
// If only the outcome of an earlier attempt is unknown, errors.Is and errors.As find context
// errors, errors from sending requests and reading responses, and a [*MaxAttemptsError]. They do
// not find the service's faults, responses or error categories, because these are not about the
// attempt whose outcome is unknown. For example, if errors.Is matched the category of a later,
// throttled attempt, a loop that repeats throttled calls could start a second failover.
type OutcomeUnknownError struct {
	// Refusal is the text of the service's error for an attempt after the one whose outcome is
	// unknown, or "" if the service returned no such error.
	Refusal string

	// Err is the reason why the outcome is unknown: a difference between the request and the
	// description of the resource, an error from the describe operation, or the error in Last.
	Err error

	// Last is the error of the last attempt.
	Last error

	// Doubtful is the error of the first attempt whose outcome is unknown. It can be the same error
	// as Last.
	Doubtful error

	// Since is the start, by the local clock, of the attempt whose error is Doubtful.
	Since time.Time

	// LookAt names the resources that show the outcome, for example "DB cluster
	// prod".
	LookAt string

	// Retryable reports whether it is safe to repeat the call. It is false if the operation could
	// take effect a second time.
	Retryable bool
}

func (e *OutcomeUnknownError) Error() string {
	var b strings.Builder
	b.WriteString("the outcome is unknown: ")
	switch {
	case e.Doubtful == nil || e.Doubtful == e.Err: //nolint:errorlint // the same error, not one like it
		if e.Refusal != "" {
			b.WriteString("an attempt got no response, a later one was rejected (" + e.Refusal + "), and ")
		}
		b.WriteString(text(e.Err))
	case e.Err == nil || e.Err == e.Last: //nolint:errorlint // the same error, not one like it
		b.WriteString("an attempt may have succeeded (" + e.Doubtful.Error() + "), and a later one failed: " + text(e.Last))
	case e.Refusal != "":
		b.WriteString("an attempt may have succeeded (" + e.Doubtful.Error() + "), a later one was rejected (" + e.Refusal + "), and " + e.Err.Error())
	default:
		b.WriteString("an attempt may have succeeded (" + e.Doubtful.Error() + "), and " + e.Err.Error())
	}
	if e.LookAt != "" {
		b.WriteString("; look at " + e.LookAt + " before you repeat the call")
	}
	return b.String()
}

func text(err error) string {
	if err == nil {
		return "no response from the service"
	}
	return err.Error()
}

// RetryableError returns Retryable, for retryers.
func (e *OutcomeUnknownError) RetryableError() bool { return e.Retryable }

// ServiceRequestID returns the request ID of the last response, or "" if there was none.
func (e *OutcomeUnknownError) ServiceRequestID() string {
	for _, err := range [...]error{e.Last, e.Err, e.Doubtful} {
		var response interface{ ServiceRequestID() string }
		if errors.As(err, &response) && response.ServiceRequestID() != "" {
			return response.ServiceRequestID()
		}
	}
	return ""
}

// Unwrap returns an error that wraps only the causes that do not come from the service.
func (e *OutcomeUnknownError) Unwrap() error { return unknownCauses{e} }

// unknownCauses are the errors in an OutcomeUnknownError.
type unknownCauses struct{ e *OutcomeUnknownError }

func (c unknownCauses) Error() string { return text(c.e.Err) }

func (c unknownCauses) each(match func(error) bool) bool {
	return passes(c.e.Err, match) || passes(c.e.Last, match) || passes(c.e.Doubtful, match)
}

// Is reports whether target is among the causes.
func (c unknownCauses) Is(target error) bool {
	if _, ok := target.(ErrorCategory); ok || target == nil {
		return false
	}
	canCompare := reflect.TypeOf(target).Comparable()
	return c.each(func(err error) bool {
		if canCompare && err == target {
			return true
		}
		is, ok := err.(interface{ Is(error) bool })
		return ok && is.Is(target)
	})
}

// As stores the first cause that has the type of target.
func (c unknownCauses) As(target any) bool {
	v := reflect.ValueOf(target).Elem()
	return c.each(func(err error) bool {
		if attempts, ok := err.(*MaxAttemptsError); ok { //nolint:errorlint // passes unwraps
			err = &MaxAttemptsError{Attempt: attempts.Attempt, Err: errors.New(text(attempts.Err))}
		}
		if reflect.TypeOf(err).AssignableTo(v.Type()) {
			v.Set(reflect.ValueOf(err))
			return true
		}
		as, ok := err.(interface{ As(any) bool })
		return ok && as.As(target)
	})
}

// passes reports whether match returns true for err or for an error in its tree of wrapped errors.
// It skips errors from a service and the errors that they wrap.
func passes(err error, match func(error) bool) bool {
	for err != nil {
		if _, ok := err.(smithy.APIError); ok { //nolint:errorlint // this is the unwrapping
			return false
		}
		if _, ok := err.(interface{ HTTPStatusCode() int }); !ok && match(err) {
			return true
		}
		switch e := err.(type) { //nolint:errorlint // this is the unwrapping
		case interface{ Unwrap() error }:
			err = e.Unwrap()
		case interface{ Unwrap() []error }:
			for _, wrapped := range e.Unwrap() {
				if passes(wrapped, match) {
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
