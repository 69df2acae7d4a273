package nereid_test

import (
	"errors"
	"fmt"
	"net/http"
	"testing"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
)

// A teapot is a fault of a service that there is not.
type teapot = nereid.Fault[teapotCode]

type teapotCode struct{}

func (teapotCode) ErrorCode() string { return "TeapotNotFoundFault" }

func TestFault(t *testing.T) {
	var none *teapot
	for _, c := range []struct {
		fault         *teapot
		code, message string
	}{
		{none, "TeapotNotFoundFault", ""},
		{&teapot{}, "TeapotNotFoundFault", ""},
		{&teapot{Message: nereid.String("short and stout")}, "TeapotNotFoundFault", "short and stout"},
		{&teapot{ErrorCodeOverride: nereid.String("teapotnotfound")}, "teapotnotfound", ""},
	} {
		if c.fault.ErrorCode() != c.code || c.fault.ErrorMessage() != c.message || c.fault.ErrorFault() != smithy.FaultClient || c.fault.Error() != c.code+": "+c.message {
			t.Errorf("%s of the %s, want %s: %s", c.fault, c.fault.ErrorFault(), c.code, c.message)
		}
		err := fmt.Errorf("wrapped: %w", c.fault)
		var found *teapot
		if !errors.As(err, &found) || !errors.Is(err, nereid.ErrNotFound) || errors.Is(err, nereid.ErrAlreadyExists) || errors.Is(err, errors.New("not found")) {
			t.Errorf("%v is not what it is", err)
		}
	}
}

// What a service answered with becomes the fault that somebody asks for.
func TestNewFault(t *testing.T) {
	for _, c := range []struct {
		model any
		code  string
		typed bool
	}{
		{teapotCode{}, "TeapotNotFoundFault", true},
		{teapotCode{}, "TeapotNotFound", true},
		{teapotCode{}, "teapotNOTFOUNDfault", true},
		{teapotCode{}, "TeapotNotFoundFaultFault", false},
		{teapotCode{}, "KettleNotFoundFault", false},
		{nereid.Config{}, "TeapotNotFoundFault", false}, // another service's
	} {
		err := fmt.Errorf("wrapped: %w", nereid.NewFault(c.model, c.code, "short and stout"))
		var api smithy.APIError
		if !errors.As(err, &api) || api.ErrorCode() != c.code || api.ErrorMessage() != "short and stout" ||
			api.ErrorFault() != smithy.FaultClient || api.Error() != c.code+": short and stout" {
			t.Errorf("%s became %v", c.code, api)
		}
		if is := errors.Is(err, nereid.ErrNotFound); is != (c.code != "TeapotNotFoundFaultFault") || errors.Is(err, nereid.ErrInvalidState) {
			t.Errorf("%s is in the category: %t", c.code, is)
		}
		var fault *teapot
		if errors.As(err, &fault) != c.typed {
			t.Errorf("%s is a teapot: %t", c.code, !c.typed)
		} else if c.typed && (fault.ErrorCode() != c.code || fault.ErrorMessage() != "short and stout") {
			t.Errorf("%s became %v", c.code, fault)
		}
		for _, target := range []any{
			new(*nereid.Fault[nereid.FaultCode]), new(*smithy.GenericAPIError), new(*nereid.MaxAttemptsError), new(smithy.InvalidParamsError), new(nereid.HTTPClient),
		} {
			if errors.As(err, target) {
				t.Errorf("%s is found as %T", c.code, target)
			}
		}
		if !nereid.IsServiceError(err) {
			t.Errorf("%s is no answer", c.code)
		}
	}
	var fault *teapot
	if !errors.As(nereid.NewFault(teapotCode{}, "TeapotNotFoundFault", ""), &fault) || fault.ErrorCodeOverride != nil {
		t.Errorf("found %v", fault)
	}
}

func TestIsServiceError(t *testing.T) {
	for _, c := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{errors.New("no route"), false},
		{&teapot{}, true},
		{fmt.Errorf("wrapped: %w", &smithy.GenericAPIError{Code: "Throttling"}), true},
		{&smithy.GenericAPIError{Code: "UnknownError"}, false},
		{&smithy.DeserializationError{Err: errors.New("no XML")}, false},
		{smithy.InvalidParamsError{}, false},
	} {
		if got := nereid.IsServiceError(c.err); got != c.want {
			t.Errorf("%v: %t", c.err, got)
		}
	}
}

func TestResponseError(t *testing.T) {
	with := func(status int, err error) *nereid.ResponseError {
		return &nereid.ResponseError{ResponseError: &smithyhttp.ResponseError{
			Response: &smithyhttp.Response{Response: &http.Response{StatusCode: status}}, Err: err,
		}, RequestID: "id-1"}
	}
	err := with(404, &teapot{Message: nereid.String("gone")})
	const want = "https response error StatusCode: 404, RequestID: id-1, TeapotNotFoundFault: gone"
	if err.Error() != want || err.HTTPStatusCode() != 404 || err.ServiceRequestID() != "id-1" {
		t.Errorf("%s", err)
	}
	if got := with(500, nil).Error(); got != "https response error StatusCode: 500, RequestID: id-1" {
		t.Error(got)
	}
	var embedded *smithyhttp.ResponseError
	var fault *teapot
	if !errors.As(err, &embedded) || embedded != err.ResponseError || !errors.As(err, &fault) {
		t.Error("it does not hold what it holds")
	}
	for _, c := range []struct {
		status   int
		err      error
		category nereid.ErrorCategory
		want     bool
	}{
		{400, &smithy.GenericAPIError{Code: "ThrottlingException"}, nereid.ErrThrottled, true},
		{400, &smithy.GenericAPIError{Code: "ThrottlingException"}, nereid.ErrAccessDenied, false},
		{429, &smithy.GenericAPIError{Code: "UnknownError"}, nereid.ErrThrottled, true},
		{429, &smithy.GenericAPIError{Code: "AccessDenied"}, nereid.ErrThrottled, false},
		{503, &smithy.GenericAPIError{Code: "UnknownError"}, nereid.ErrThrottled, false},
		{404, &teapot{}, nereid.ErrNotFound, true},
		{404, errors.New("no"), nereid.ErrNotFound, false},
	} {
		if got := errors.Is(with(c.status, c.err), c.category); got != c.want {
			t.Errorf("status %d, %v is %q: %t", c.status, c.err, c.category, got)
		}
	}
	if errors.Is(with(404, &smithy.GenericAPIError{Code: "X"}), nereid.ErrorCategory("")) {
		t.Error("what has no category matches an empty one")
	}
}

// The words in codes that make a category, for codes of no type.
func TestCategories(t *testing.T) {
	for code, want := range map[string]nereid.ErrorCategory{
		"SomethingNotFound": nereid.ErrNotFound, "SomethingNotFoundFault": nereid.ErrNotFound, "NotFoundSomething": "",
		"SomethingAlreadyExists": nereid.ErrAlreadyExists, "SomethingAlreadyExistsFault": nereid.ErrAlreadyExists,
		"SomethingQuotaExceeded": nereid.ErrQuotaExceeded, "SomethingLimitExceeded": nereid.ErrQuotaExceeded, "RequestLimitExceeded": nereid.ErrThrottled,
		"InsufficientSomethingCapacity": nereid.ErrInsufficientCapacity, "InsufficientSomething": "",
		"InvalidSomethingState": nereid.ErrInvalidState, "InvalidSomethingStateFault": nereid.ErrInvalidState, "InvalidSomething": "",
		"Fault": "", "": "",
	} {
		err := &nereid.ResponseError{ResponseError: &smithyhttp.ResponseError{Err: &smithy.GenericAPIError{Code: code}}}
		for _, category := range []nereid.ErrorCategory{
			nereid.ErrNotFound, nereid.ErrAlreadyExists, nereid.ErrInvalidState, nereid.ErrQuotaExceeded, nereid.ErrInsufficientCapacity,
			nereid.ErrThrottled, nereid.ErrAccessDenied, nereid.ErrBadCredentials, nereid.ErrInvalidParameter,
		} {
			if got := errors.Is(err, category); got != (category == want) {
				t.Errorf("%q is %q: %t", code, category, got)
			}
		}
	}
}

func TestMaxAttemptsError(t *testing.T) {
	err := &nereid.MaxAttemptsError{Attempt: 3, Err: &teapot{}}
	if err.Error() != "exceeded maximum number of attempts, 3, TeapotNotFoundFault: " || !errors.Is(err, nereid.ErrNotFound) {
		t.Error(err)
	}
}
