package nereidtest

import (
	"fmt"

	"github.com/aws/smithy-go"
)

// Operations fail with the wire codes that the API models, or with the common codes
// that AWS has for every operation and does not model. The status follows from the
// code.

// apiError is a refusal with a code.
func apiError(code, format string, args ...any) error {
	return &smithy.GenericAPIError{Code: code, Message: fmt.Sprintf(format, args...)}
}

// A statusError has another HTTP status than its code goes with.
type statusError struct {
	error
	status int
}

func (e statusError) Unwrap() error { return e.error }

// withStatus gives an error a status, unless that is 0.
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

// missing is the refusal of a request without a parameter.
func missing(param string) error {
	return apiError("MissingParameter", "The request must contain the parameter %s.", param)
}
