package neptune_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"
	"github.com/jarcoal/httpmock"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

func ptr[T any](v T) *T { return &v }

// at is noon of a day in May 2026.
func at(day int) *time.Time { return ptr(time.Date(2026, time.May, day, 12, 0, 0, 0, time.UTC)) }

// ignoreMetadata compares outputs by what the service sent.
var ignoreMetadata = cmp.Comparer(func(_, _ middleware.Metadata) bool { return true })

// A wire keeps what a client sent.
type wire struct{ sent []sentRequest }

type sentRequest struct {
	*http.Request
	form url.Values
}

// form is the form of the only request, sorted, in the notation of operation.
func (w *wire) form(t *testing.T) string {
	t.Helper()
	if len(w.sent) != 1 {
		t.Fatalf("%d requests were sent, want 1", len(w.sent))
	}
	var pairs []string
	for name, values := range w.sent[0].form {
		for _, v := range values {
			pairs = append(pairs, name+"="+v)
		}
	}
	slices.Sort(pairs)
	return strings.Join(pairs, "\n")
}

// canned returns a client in eu-west-1 that gets the same answer to all that it
// sends.
func canned(t *testing.T, status int, body string, optFns ...func(*neptune.Options)) (*neptune.Client, *wire) {
	t.Helper()
	w := new(wire)
	transport := httpmock.NewMockTransport()
	transport.RegisterNoResponder(func(req *http.Request) (*http.Response, error) {
		data, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		form, err := url.ParseQuery(string(data))
		if err != nil {
			return nil, err
		}
		w.sent = append(w.sent, sentRequest{req, form})
		return httpmock.NewStringResponse(status, body), nil
	})
	return neptune.New(neptune.Options{
		Region:      "eu-west-1",
		Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", ""),
		HTTPClient:  &http.Client{Transport: transport},
	}, optFns...), w
}

func reply(op, result string) string {
	if result != "" {
		result = fmt.Sprintf("<%sResult>%s</%[1]sResult>", op, result)
	}
	return fmt.Sprintf(`<%sResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">%s`+
		`<ResponseMetadata><RequestId>4d8b</RequestId></ResponseMetadata></%[1]sResponse>`, op, result)
}

func errorReply(code, message string) string {
	return fmt.Sprintf(`<ErrorResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><Error><Type>Sender</Type>`+
		`<Code>%s</Code><Message>%s</Message></Error><RequestId>4d8b</RequestId></ErrorResponse>`, code, message)
}

// An operation is one as a test sees it.
type operation struct {
	in     any    // a pointer to the input, with every member set
	form   string // that it becomes, sorted
	result string // what the Result element of the answer has in it
	want   any    // a pointer to the output
	faults []smithy.APIError
}

// operations are all that the client has.
func operations() []operation {
	return slices.Concat(clusterOperations(), instanceOperations(), clusterSnapshotOperations(), globalClusterOperations(), tagsOperations())
}

func (o operation) name() string {
	return strings.TrimSuffix(reflect.TypeOf(o.in).Elem().Name(), "Input")
}

func (o operation) run(t *testing.T) {
	t.Run("success", o.testSuccess)
	for _, fault := range o.faults {
		t.Run(fault.ErrorCode(), func(t *testing.T) { o.testFault(t, fault) })
	}
}

// invoke calls the method of the client that the input is for.
func (o operation) invoke(t *testing.T, client *neptune.Client) (out any, err error) {
	t.Helper()
	results := reflect.ValueOf(client).MethodByName(o.name()).Call([]reflect.Value{
		reflect.ValueOf(t.Context()), reflect.ValueOf(o.in),
	})
	err, _ = reflect.TypeAssert[error](results[1])
	return results[0].Interface(), err
}

func (o operation) testSuccess(t *testing.T) {
	requireFull(t, o.name(), reflect.ValueOf(o.in))
	requireFull(t, o.name(), reflect.ValueOf(o.want))
	client, w := canned(t, http.StatusOK, reply(o.name(), o.result))
	out, err := o.invoke(t, client)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(o.form, w.form(t)); diff != "" {
		t.Errorf("the request differs (-want +got):\n%s", diff)
	}
	req := w.sent[0]
	if req.Method != http.MethodPost || req.URL.String() != "https://rds.eu-west-1.amazonaws.com/" {
		t.Errorf("sent %s %s", req.Method, req.URL)
	}
	if got, want := req.Header.Get("Content-Type"), "application/x-www-form-urlencoded"; got != want {
		t.Errorf("Content-Type is %q, want %q", got, want)
	}
	if got := req.Header.Get("Authorization"); !strings.Contains(got, "/eu-west-1/rds/aws4_request") {
		t.Errorf("signed for something else: %s", got)
	}
	if diff := cmp.Diff(o.want, out, ignoreMetadata); diff != "" {
		t.Errorf("the output differs (-want +got):\n%s", diff)
	}
	md := reflect.ValueOf(out).Elem().FieldByName("ResultMetadata").Interface().(middleware.Metadata)
	if id, n := nereid.RequestID(md), nereid.Attempts(md); id != "4d8b" || n != 1 {
		t.Errorf("request id is %q after %d attempts, want 4d8b after 1", id, n)
	}
}

func (o operation) testFault(t *testing.T, fault smithy.APIError) {
	category := categoryOf(t, fault)
	status := http.StatusBadRequest
	if category == nereid.ErrNotFound {
		status = http.StatusNotFound
	}
	client, w := canned(t, status, errorReply(fault.ErrorCode(), "what is wrong"))
	out, err := o.invoke(t, client)
	if err == nil {
		t.Fatal("no error")
	}
	if !reflect.ValueOf(out).IsNil() {
		t.Errorf("there is an output with the error: %v", out)
	}
	typed := reflect.New(reflect.TypeOf(fault))
	if !errors.As(err, typed.Interface()) {
		t.Fatalf("%v is no %T", err, fault)
	}
	got := typed.Elem().Interface().(smithy.APIError)
	if got.ErrorCode() != fault.ErrorCode() || got.ErrorMessage() != "what is wrong" || got.ErrorFault() != smithy.FaultClient {
		t.Errorf("the fault is %s: %s (%s)", got.ErrorCode(), got.ErrorMessage(), got.ErrorFault())
	}
	for _, c := range []nereid.ErrorCategory{
		nereid.ErrNotFound, nereid.ErrAlreadyExists, nereid.ErrInvalidState, nereid.ErrQuotaExceeded, nereid.ErrInsufficientCapacity,
		nereid.ErrThrottled, nereid.ErrAccessDenied, nereid.ErrBadCredentials, nereid.ErrInvalidParameter,
	} {
		if is, want := errors.Is(err, c), c == category; is != want {
			t.Errorf("errors.Is(err, %q) is %t", c, is)
		}
	}
	if !nereid.IsServiceError(err) {
		t.Error("it does not count as an answer of the service")
	}
	var call *smithy.OperationError
	if !errors.As(err, &call) || call.Service() != "Neptune" || call.Operation() != o.name() {
		t.Errorf("%v does not name the operation", err)
	}
	var response *smithyhttp.ResponseError
	if !errors.As(err, &response) || response.HTTPStatusCode() != status {
		t.Errorf("%v lacks the response", err)
	}
	var identified interface{ ServiceRequestID() string }
	if !errors.As(err, &identified) || identified.ServiceRequestID() != "4d8b" {
		t.Errorf("%v lacks the request id", err)
	}
	if len(w.sent) != 1 {
		t.Errorf("it was sent %d times, want once", len(w.sent))
	}
}

// categoryOf is the category that a fault is to have, "" for none.
func categoryOf(t *testing.T, fault smithy.APIError) nereid.ErrorCategory {
	t.Helper()
	switch fault.(type) {
	case *types.AuthorizationNotFoundFault, *types.DBClusterNotFoundFault, *types.DBClusterParameterGroupNotFoundFault,
		*types.DBClusterSnapshotNotFoundFault, *types.DBInstanceNotFoundFault, *types.DBParameterGroupNotFoundFault,
		*types.DBSecurityGroupNotFoundFault, *types.DBSnapshotNotFoundFault, *types.DBSubnetGroupNotFoundFault,
		*types.DomainNotFoundFault, *types.GlobalClusterNotFoundFault, *types.OptionGroupNotFoundFault:
		return nereid.ErrNotFound
	case *types.DBClusterAlreadyExistsFault, *types.DBClusterSnapshotAlreadyExistsFault, *types.DBInstanceAlreadyExistsFault,
		*types.DBSnapshotAlreadyExistsFault, *types.GlobalClusterAlreadyExistsFault:
		return nereid.ErrAlreadyExists
	case *types.InvalidDBClusterSnapshotStateFault, *types.InvalidDBClusterStateFault, *types.InvalidDBInstanceStateFault,
		*types.InvalidDBSecurityGroupStateFault, *types.InvalidDBSubnetGroupStateFault, *types.InvalidGlobalClusterStateFault,
		*types.InvalidVPCNetworkStateFault:
		return nereid.ErrInvalidState
	case *types.DBClusterQuotaExceededFault, *types.GlobalClusterQuotaExceededFault, *types.InstanceQuotaExceededFault,
		*types.SnapshotQuotaExceededFault, *types.StorageQuotaExceededFault:
		return nereid.ErrQuotaExceeded
	case *types.InsufficientDBInstanceCapacityFault, *types.InsufficientStorageClusterCapacityFault:
		return nereid.ErrInsufficientCapacity
	case *types.DBSubnetGroupDoesNotCoverEnoughAZs, *types.InvalidSubnet, *types.KMSKeyNotAccessibleFault,
		*types.NetworkTypeNotSupportedFault, *types.ProvisionedIopsNotAvailableInAZFault, *types.StorageTypeNotSupportedFault:
		return ""
	}
	t.Fatalf("which category is the fault %s to have? categoryOf does not say", fault.ErrorCode())
	return ""
}

// requireFull fails unless every member is set, at any depth, so that a new
// member is tested too.
func requireFull(t *testing.T, path string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			t.Errorf("the test does not set %s", path)
			return
		}
		requireFull(t, path, v.Elem())
	case reflect.Slice:
		if v.Len() == 0 {
			t.Errorf("the test has nothing in %s", path)
		}
		for i := range v.Len() {
			requireFull(t, fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() || v.Type() == reflect.TypeFor[middleware.Metadata]() {
			return
		}
		for i := range v.NumField() {
			requireFull(t, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.String:
		if v.Len() == 0 {
			t.Errorf("the test leaves %s empty", path)
		}
	}
}
