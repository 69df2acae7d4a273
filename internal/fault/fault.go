// Package fault holds the code that all services' fault types share. A fault is
// an error that a service returns under a documented code.
package fault

import (
	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
)

// Members has the same members as every fault type, so that a pointer to a
// fault can be converted to a *Members.
type Members struct{ Message, ErrorCodeOverride *string }

// Code returns the code that the service sent. If the service did not send a
// code, Code returns the given documented code. m may be nil.
func (m *Members) Code(documented string) string {
	if m == nil || m.ErrorCodeOverride == nil {
		return documented
	}
	return *m.ErrorCodeOverride
}

// Said returns the service's message, or "" if there is none. m may be nil.
func (m *Members) Said() string {
	if m == nil {
		return ""
	}
	return nereid.ToString(m.Message)
}

// Text returns the error text of a fault.
func Text(fault smithy.APIError) string { return fault.ErrorCode() + ": " + fault.ErrorMessage() }

// Is reports whether target is the [nereid.ErrorCategory] of a fault type. zero
// is a nil pointer of that type. The ErrorCode method of a nil pointer returns
// the fault's documented code, and Is finds the category by this code. So the
// category does not depend on the code that the service sent.
func Is(zero smithy.APIError, target error) bool {
	category, ok := target.(nereid.ErrorCategory) //nolint:errorlint // the target of an Is is compared as it is
	return ok && category != "" && nereid.CategoryOf(zero) == category
}
