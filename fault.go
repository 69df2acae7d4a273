package nereid

import (
	"fmt"

	"github.com/aws/smithy-go"
)

// FaultCode is implemented by the marker types that give a [Fault] its code.
type FaultCode interface {
	ErrorCode() string
}

// A Fault is an error that a service names by a code. The types packages give
// each modelled fault of a service its name, so that it is found as SDK users
// expect:
//
//	var notFound *types.DBClusterNotFoundFault
//	if errors.As(err, &notFound) { … }
//
// A *Fault is a [smithy.APIError] and matches its [ErrorCategory] with
// errors.Is. All faults of these services are the caller's
// (smithy.FaultClient).
type Fault[C FaultCode] struct {
	// Message is what the service says about this occurrence.
	Message *string

	// ErrorCodeOverride is the code that the service sent, where that differs
	// from the documented one.
	ErrorCodeOverride *string
}

var _ smithy.APIError = (*Fault[FaultCode])(nil)

func (e *Fault[C]) Error() string {
	return fmt.Sprintf("%s: %s", e.ErrorCode(), e.ErrorMessage())
}

// ErrorCode returns the code as it is on the wire, which for many faults lacks
// the word Fault at the end of the type's name.
func (e *Fault[C]) ErrorCode() string {
	if e == nil || e.ErrorCodeOverride == nil {
		var code C
		return code.ErrorCode()
	}
	return *e.ErrorCodeOverride
}

// ErrorMessage returns the service's message, "" if it sent none.
func (e *Fault[C]) ErrorMessage() string {
	if e == nil {
		return ""
	}
	return ToString(e.Message)
}

// ErrorFault returns smithy.FaultClient.
func (e *Fault[C]) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// Is reports whether target is the category of this fault.
func (e *Fault[C]) Is(target error) bool {
	category, ok := target.(ErrorCategory)
	if !ok || category == "" {
		return false
	}
	var code C
	return categoryOf(code.ErrorCode()) == category
}
