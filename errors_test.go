package nereid_test

import (
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"testing"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	neptunetypes "github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/rds/types"
)

type clusterNotFound = types.DBClusterNotFoundFault

func TestFault(t *testing.T) {
	var none *clusterNotFound
	for _, c := range []struct {
		fault         *clusterNotFound
		code, message string
	}{
		{none, "DBClusterNotFoundFault", ""},
		{&clusterNotFound{}, "DBClusterNotFoundFault", ""},
		{&clusterNotFound{Message: nereid.String("no such cluster")}, "DBClusterNotFoundFault", "no such cluster"},
		{&clusterNotFound{ErrorCodeOverride: nereid.String("dbclusternotfound")}, "dbclusternotfound", ""},
	} {
		if c.fault.ErrorCode() != c.code || c.fault.ErrorMessage() != c.message || c.fault.ErrorFault() != smithy.FaultClient || c.fault.Error() != c.code+": "+c.message {
			t.Errorf("%s of the %s, want %s: %s", c.fault, c.fault.ErrorFault(), c.code, c.message)
		}
		err := fmt.Errorf("wrapped: %w", c.fault)
		var found *clusterNotFound
		if !errors.As(err, &found) || !errors.Is(err, nereid.ErrNotFound) || errors.Is(err, nereid.ErrAlreadyExists) || errors.Is(err, errors.New("not found")) {
			t.Errorf("%v is not what it is", err)
		}
	}
}

// A response with a listed code has the type of the fault.
func TestNewFault(t *testing.T) {
	listed := []smithy.APIError{(*types.InvalidDBClusterStateFault)(nil), (*clusterNotFound)(nil)}
	for code, typed := range map[string]bool{
		"DBClusterNotFoundFault": true, "DBClusterNotFound": true, "dbclusterNOTFOUNDfault": true,
		"DBClusterNotFoundFaultFault": false, "DBInstanceNotFound": false, "": false,
	} {
		api := nereid.NewFault(listed, code, "no such cluster")
		if !typed {
			if api != nil {
				t.Errorf("%s became %T", code, api)
			}
			continue
		}
		fault, ok := api.(*clusterNotFound)
		if !ok || fault.Error() != code+": no such cluster" || (fault.ErrorCodeOverride == nil) != (code == "DBClusterNotFoundFault") {
			t.Errorf("%s became %#v", code, api)
		}
	}
}

// A fault that is not in the list is found only in a response of the same service.
func TestResponseErrorMakesFaults(t *testing.T) {
	generic := &smithy.GenericAPIError{Code: "DBClusterNotFound", Message: "no such cluster"}
	pkgPath := reflect.TypeFor[clusterNotFound]().PkgPath()
	err := nereid.NewResponseError(&smithyhttp.ResponseError{Err: generic}, "id-1", pkgPath)
	var fault *clusterNotFound
	if !errors.As(err, &fault) || fault.Error() != "DBClusterNotFound: no such cluster" || !errors.Is(fault, nereid.ErrNotFound) {
		t.Errorf("found %v", fault)
	}
	var api smithy.APIError
	if !errors.As(err, &api) || api != smithy.APIError(generic) || !nereid.IsServiceError(err) || err.RequestID != "id-1" {
		t.Errorf("%v became %v", err, api)
	}
	for _, target := range []any{
		new(*types.DBInstanceNotFoundFault), new(*neptunetypes.DBClusterNotFoundFault),
		new(*nereid.MaxAttemptsError), new(smithy.InvalidParamsError), new(nereid.HTTPClient),
	} {
		if errors.As(err, target) {
			t.Errorf("%v is found as %T", err, target)
		}
	}
	for _, other := range []error{
		nereid.NewResponseError(&smithyhttp.ResponseError{Err: generic}, "", ""),
		nereid.NewResponseError(&smithyhttp.ResponseError{Err: errors.New("DBClusterNotFound")}, "", pkgPath),
		generic,
	} {
		if errors.As(other, &fault) {
			t.Errorf("%v is found as %T", other, fault)
		}
	}
}

// CategoryOf finds the category of errors of clients and of mocks.
func TestCategoryOf(t *testing.T) {
	with := func(status int, err error) error {
		return &smithy.OperationError{Err: &nereid.ResponseError{ResponseError: &smithyhttp.ResponseError{
			Response: &smithyhttp.Response{Response: &http.Response{StatusCode: status}}, Err: err,
		}}}
	}
	for _, c := range []struct {
		err  error
		want nereid.ErrorCategory
	}{
		{nil, ""},
		{errors.New("not found"), ""},
		{&clusterNotFound{}, nereid.ErrNotFound},
		{(*clusterNotFound)(nil), nereid.ErrNotFound},
		{fmt.Errorf("wrapped: %w", &smithy.GenericAPIError{Code: "DBClusterNotFoundFault"}), nereid.ErrNotFound},
		{&smithy.GenericAPIError{Code: "AccessDenied"}, nereid.ErrAccessDenied},
		{with(404, &clusterNotFound{}), nereid.ErrNotFound},
		{with(400, &smithy.GenericAPIError{Code: "Throttling"}), nereid.ErrThrottled},
		{with(429, &smithy.GenericAPIError{Code: "UnknownError"}), nereid.ErrThrottled},
		{with(503, &smithy.GenericAPIError{Code: "UnknownError"}), ""},
		{&nereid.WaitError{Outcome: nereid.ErrWaitPoll, Cause: &clusterNotFound{}}, nereid.ErrNotFound},
		{&nereid.OutcomeUnknownError{Refusal: "no", Err: &clusterNotFound{}}, ""},
	} {
		if got := nereid.CategoryOf(c.err); got != c.want {
			t.Errorf("%v is %q, want %q", c.err, got, c.want)
		}
	}
}

func TestIsServiceError(t *testing.T) {
	for _, c := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{errors.New("no route"), false},
		{&clusterNotFound{}, true},
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
	err := with(404, &clusterNotFound{Message: nereid.String("gone")})
	const want = "https response error StatusCode: 404, RequestID: id-1, DBClusterNotFoundFault: gone"
	if err.Error() != want || err.HTTPStatusCode() != 404 || err.ServiceRequestID() != "id-1" {
		t.Errorf("%s", err)
	}
	if got := with(500, nil).Error(); got != "https response error StatusCode: 500, RequestID: id-1" {
		t.Error(got)
	}
	var embedded *smithyhttp.ResponseError
	var fault *clusterNotFound
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
		{404, &clusterNotFound{}, nereid.ErrNotFound, true},
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

// The words in codes that determine the category of a code without a type.
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
	err := &nereid.MaxAttemptsError{Attempt: 3, Err: &clusterNotFound{}}
	if err.Error() != "exceeded maximum number of attempts, 3, DBClusterNotFoundFault: " || !errors.Is(err, nereid.ErrNotFound) {
		t.Error(err)
	}
}

// A mock with generic errors ends a wait in the same way as a response.
func TestWaitErrorOfAMock(t *testing.T) {
	err := fmt.Errorf("nightly: %w", &nereid.WaitError{Outcome: nereid.ErrWaitPoll, Cause: &smithy.GenericAPIError{Code: "AccessDenied"}})
	if !errors.Is(err, nereid.ErrAccessDenied) || errors.Is(err, nereid.ErrNotFound) || errors.Is(err, nereid.ErrorCategory("")) {
		t.Error(err)
	}
}
