package nereid

import (
	"errors"
	"reflect"
	"strings"
	"time"

	"github.com/aws/smithy-go"
)

// An OutcomeUnknownError says that the operation may have been carried out: an attempt
// got no answer, and nothing afterwards told what became of it. Either the operation must
// not be repeated (a failover would fail back), or a later attempt met something that
// says nothing about the earlier one (throttling, expired credentials), or describing the
// resource did not explain why the service refused the repetition. Look at LookAt before
// another call.
//
// If the last attempt itself is in doubt, as after three attempts that were all cut off,
// the error of the call is what that attempt failed with, and errors.As finds both that and
// an OutcomeUnknownError. [IsServiceError] is false then, also for a coded reply with a 5xx
// status: the service may have done its work before it failed.
//
// Otherwise errors.Is and errors.As find in it the errors of contexts, of sending and of reading,
// and a [*MaxAttemptsError]. They do not find a category, a fault or a response of the
// service, because the service said nothing about the attempt in doubt: a loop that
// repeats a throttled call would fail over twice.
type OutcomeUnknownError struct {
	// Refusal is what the service answered to a later attempt, in its words; "" if
	// there was no answer.
	Refusal string

	// Err is why the outcome is unknown: what the description of the resource lacks,
	// why there is no description, or Last.
	Err error

	// Last is what the last attempt failed with.
	Last error

	// Doubtful is what the first attempt failed with that may have been carried out.
	// It can be the same as Last.
	Doubtful error

	// Since is when that attempt began, by the local clock.
	Since time.Time

	// LookAt names the resources that show the outcome, such as "DB cluster prod".
	LookAt string

	// Retryable reports whether it makes sense to call again. It is false for an
	// operation whose repetition does the same a second time.
	Retryable bool
}

func (e *OutcomeUnknownError) Error() string {
	var b strings.Builder
	b.WriteString("the outcome is unknown: ")
	switch {
	case e.Doubtful == nil || e.Doubtful == e.Err: //nolint:errorlint // the same error, not one like it
		if e.Refusal != "" {
			b.WriteString("an attempt got no answer, a later one was refused (" + e.Refusal + "), and ")
		}
		b.WriteString(text(e.Err))
	case e.Err == nil || e.Err == e.Last: //nolint:errorlint // the same error, not one like it
		b.WriteString("an attempt may have been carried out (" + e.Doubtful.Error() + "), and a later one failed: " + text(e.Last))
	case e.Refusal != "":
		b.WriteString("an attempt may have been carried out (" + e.Doubtful.Error() + "), a later one was refused (" + e.Refusal + "), and " + e.Err.Error())
	default:
		b.WriteString("an attempt may have been carried out (" + e.Doubtful.Error() + "), and " + e.Err.Error())
	}
	if e.LookAt != "" {
		b.WriteString("; look at " + e.LookAt + " before another call")
	}
	return b.String()
}

func text(err error) string {
	if err == nil {
		return "the service gave no answer"
	}
	return err.Error()
}

// RetryableError returns Retryable.
func (e *OutcomeUnknownError) RetryableError() bool { return e.Retryable }

// ServiceRequestID returns the id of the last response, or "" if there was none.
func (e *OutcomeUnknownError) ServiceRequestID() string {
	for _, err := range [...]error{e.Last, e.Err, e.Doubtful} {
		var response interface{ ServiceRequestID() string }
		if errors.As(err, &response) && response.ServiceRequestID() != "" {
			return response.ServiceRequestID()
		}
	}
	return ""
}

// Unwrap returns an error in which errors.Is and errors.As find what does not come from
// the service.
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

// As stores the first cause of the type of target.
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

// passes reports whether an error matches, or one that it wraps, except for the answers
// of a service.
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
