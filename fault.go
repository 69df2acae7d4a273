package nereid

import (
	"reflect"
	"strings"

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
//
// A *Fault comes into being when errors.As or errors.AsType asks for it: what a
// client returns for a modelled code is one and the same type for all codes,
// which has all of the above, so that a program only contains the faults that it
// names. A type switch or type assertion on an unwrapped error therefore does not
// find a *Fault, and %T does not tell which it is; ErrorCode does.
type Fault[C FaultCode] struct {
	// Message is what the service says about this occurrence.
	Message *string

	// ErrorCodeOverride is the code that the service sent, where that differs
	// from the documented one.
	ErrorCodeOverride *string
}

var _ smithy.APIError = (*Fault[FaultCode])(nil)

func (e *Fault[C]) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
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

// fill makes the fault that a service answered with a *Fault and stores it in
// target, if its type is the one for the code. It is called on nil.
func (*Fault[C]) fill(target any, from *answeredFault) bool {
	var documented C
	t := reflect.TypeOf(documented)
	if t == nil || t.PkgPath() != reflect.TypeOf(from.model).PkgPath() || !sameFault(documented.ErrorCode(), from.code) {
		return false
	}
	f := &Fault[C]{Message: &from.message}
	if documented.ErrorCode() != from.code {
		f.ErrorCodeOverride = &from.code
	}
	*target.(**Fault[C]) = f
	return true
}

// sameFault reports whether two codes are those of the same fault. The codes of
// the models drop the ending "Fault" in some cases and keep it in others, so
// that both forms are taken for the same, in any letter case.
func sameFault(a, b string) bool { return strings.EqualFold(stem(a), stem(b)) }

func stem(code string) string {
	const ending = "Fault"
	if hasSuffix(code, ending) {
		return code[:len(code)-len(ending)]
	}
	return code
}

// hasPrefix is strings.HasPrefix in any letter case.
func hasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// hasSuffix is strings.HasSuffix in any letter case.
func hasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// NewFault returns the error for a code that a service has answered with, in
// which errors.As finds the [Fault] of the code. The marker types of the faults
// of the service are in the same package as the type of model.
//
// It is for the types packages. Whoever plays the service in a test returns a
// Fault, such as &types.DBClusterNotFoundFault{}.
func NewFault(model any, code, message string) error {
	return &answeredFault{model, code, message}
}

// An answeredFault is any fault, as long as nobody asks which. The faults could
// be found in a table just as well, but then all would be part of each program.
type answeredFault struct {
	model         any
	code, message string
}

func (e *answeredFault) Error() string                 { return e.code + ": " + e.message }
func (e *answeredFault) ErrorCode() string             { return e.code }
func (e *answeredFault) ErrorMessage() string          { return e.message }
func (e *answeredFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// Is reports whether target is the category of this fault.
func (e *answeredFault) Is(target error) bool {
	category, ok := target.(ErrorCategory)
	return ok && category != "" && categoryOf(e.code) == category
}

// As fills a **Fault whose code is that of this one. What the fault is asked for
// by is known to the compiler at the place of the question alone, hence the
// reflection: no type of a fault is named here.
func (e *answeredFault) As(target any) bool {
	v := reflect.ValueOf(target)
	if v.Kind() != reflect.Pointer || v.Type().Elem().Kind() != reflect.Pointer {
		return false
	}
	fault, ok := reflect.TypeAssert[interface {
		fill(target any, from *answeredFault) bool
	}](reflect.Zero(v.Type().Elem()))
	return ok && fault.fill(target, e)
}
