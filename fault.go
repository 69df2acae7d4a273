package nereid

import (
	"errors"
	"reflect"
	"strings"

	"github.com/aws/smithy-go"
)

// CategoryOf returns the category of the service error in err, or "" if there is none. Use it for a
// switch over categories. Unlike errors.Is, it finds the category of every error with a code,
// including the *smithy.GenericAPIError of a mock.
func CategoryOf(err error) ErrorCategory {
	if err == nil {
		return ""
	}
	if !IsServiceError(err) {
		var response *ResponseError
		if errors.As(err, &response) && response.Is(ErrThrottled) {
			return ErrThrottled // the HTTP status decides
		}
		return ""
	}
	var api smithy.APIError
	errors.As(err, &api)
	return categoryOf(api.ErrorCode())
}

// NewFault returns a new fault with the given error code and message. The fault has one of the
// types in the argument listed, which contains a nil pointer of each possible type. If none of
// these types has the code, NewFault returns nil. Only the clients of this module need NewFault. A
// mock can instead return a literal such as &types.DBClusterNotFoundFault{}.
func NewFault(listed []smithy.APIError, code, message string) smithy.APIError {
	for _, zero := range listed {
		if sameFault(zero.ErrorCode(), code) {
			return makeFault(zero, code, message)
		}
	}
	return nil
}

// makeFault returns a new fault of the same type as zero.
func makeFault(zero smithy.APIError, code, message string) smithy.APIError {
	v := reflect.New(reflect.TypeOf(zero).Elem())
	fault := v.Interface().(smithy.APIError)
	v.Elem().FieldByName("Message").Set(reflect.ValueOf(&message))
	if zero.ErrorCode() != code {
		v.Elem().FieldByName("ErrorCodeOverride").Set(reflect.ValueOf(&code))
	}
	return fault
}

// asFault implements errors.As for the fault types of a package. If target points to a variable
// whose type is the package's fault type for the code, asFault stores a new fault in the variable
// and returns true.
func asFault(target any, pkgPath, code, message string) bool {
	v := reflect.ValueOf(target).Elem()
	if pkgPath == "" || v.Kind() != reflect.Pointer || v.Type().Elem().Kind() != reflect.Struct || v.Type().Elem().PkgPath() != pkgPath {
		return false
	}
	zero, ok := reflect.TypeAssert[smithy.APIError](reflect.Zero(v.Type()))
	if !ok || !sameFault(zero.ErrorCode(), code) {
		return false
	}
	v.Set(reflect.ValueOf(makeFault(zero, code, message)))
	return true
}

// wantsTwin reports whether target, the target of errors.As, points to a variable whose type is a
// pointer to a struct type with the given name. The struct type can be in any package. Such a
// type is called a twin of this package's type with the same name; an example is the AWS SDK's
// MaxAttemptsError.
// wantsTwin does not allocate, because every errors.As on a call's error calls it.
func wantsTwin(target any, name string) bool {
	t := reflect.TypeOf(target).Elem()
	return t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct && t.Elem().Name() == name
}

// asTwin creates a struct of the type that target asks for, sets its fields to members, and stores
// a pointer to the struct in target. It returns false if the number or types of the fields do not
// match. The caller must have checked target with wantsTwin. asTwin uses reflection, because this
// package does not import the AWS SDK's error types.
func asTwin(target any, members ...any) bool {
	v := reflect.ValueOf(target).Elem()
	twin := v.Type().Elem()
	if twin.NumField() != len(members) {
		return false
	}
	made := reflect.New(twin)
	for i, member := range members {
		field := twin.Field(i)
		if !field.IsExported() || member == nil || !reflect.TypeOf(member).AssignableTo(field.Type) {
			return false
		}
		made.Elem().Field(i).Set(reflect.ValueOf(member))
	}
	v.Set(made)
	return true
}

// sameFault reports whether two codes belong to the same fault. AWS's models omit the suffix
// "Fault" from some codes and keep it in others, so the suffix does not matter. The comparison is
// case-insensitive.
func sameFault(a, b string) bool { return strings.EqualFold(stem(a), stem(b)) }

func stem(code string) string {
	const ending = "Fault"
	if hasSuffix(code, ending) {
		return code[:len(code)-len(ending)]
	}
	return code
}

// hasPrefix is a case-insensitive strings.HasPrefix.
func hasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// hasSuffix is a case-insensitive strings.HasSuffix.
func hasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}
