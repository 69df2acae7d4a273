package nereid

import (
	"errors"
	"reflect"
	"strings"

	"github.com/aws/smithy-go"
)

// CategoryOf returns the category of the service error in err, or "" if it has
// none. Use it for a switch over categories. Unlike errors.Is, it finds the
// category of every error with a code, including the *smithy.GenericAPIError of a
// mock.
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

// NewFault returns the listed fault that has the code, with the message of the service, or nil if no
// listed fault has the code. The list holds nil pointers to the fault types of a service. Only the
// clients of this module need NewFault: a mock returns a fault such as
// &types.DBClusterNotFoundFault{}.
func NewFault(listed []smithy.APIError, code, message string) smithy.APIError {
	for _, zero := range listed {
		if sameFault(zero.ErrorCode(), code) {
			return makeFault(zero, code, message)
		}
	}
	return nil
}

// makeFault returns a fault of the type of zero.
func makeFault(zero smithy.APIError, code, message string) smithy.APIError {
	v := reflect.New(reflect.TypeOf(zero).Elem())
	fault := v.Interface().(smithy.APIError)
	v.Elem().FieldByName("Message").Set(reflect.ValueOf(&message))
	if zero.ErrorCode() != code {
		v.Elem().FieldByName("ErrorCodeOverride").Set(reflect.ValueOf(&code))
	}
	return fault
}

// asFault stores the fault with the code in target, if target points to the type
// of that fault in the package with this path.
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

// wantsTwin reports whether target asks for a pointer to a struct of this name in another package. It
// does not allocate, because every errors.As on the error of a call reaches it.
func wantsTwin(target any, name string) bool {
	t := reflect.TypeOf(target).Elem()
	return t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct && t.Elem().Name() == name
}

// asTwin stores a new struct in target, which wantsTwin has accepted, if the members of the struct
// have the types of these values. The error types of the AWS SDK are such twins of the types of this
// package, which does not import them.
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

// sameFault reports whether two codes are codes of the same fault. The models
// drop the suffix "Fault" of some codes and keep it for others, so both forms
// count as the same. The comparison is case-insensitive.
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
