package nereidtest

import (
	"fmt"

	"github.com/aws/smithy-go"
)

// Operations fail with the error codes of the API model, or with AWS's common
// error codes, which the model does not list. The code determines the HTTP
// status.

// apiError returns an error with an AWS error code.
func apiError(code, format string, args ...any) error {
	return &smithy.GenericAPIError{Code: code, Message: fmt.Sprintf(format, args...)}
}

// A statusError is an error with an HTTP status that differs from its code's
// usual status.
type statusError struct {
	error
	status int
}

func (e statusError) Unwrap() error { return e.error }

// withStatus sets the HTTP status of an error, unless status is 0.
func withStatus(err error, status int) error {
	if status == 0 {
		return err
	}
	return statusError{err, status}
}

func invalidValue(format string, args ...any) error {
	return apiError("InvalidParameterValue", format, args...)
}

func invalidCombination(format string, args ...any) error {
	return apiError("InvalidParameterCombination", format, args...)
}

// missing returns the error for a request without a required parameter.
func missing(param string) error {
	return apiError("MissingParameter", "The request must contain the parameter %s.", param)
}
