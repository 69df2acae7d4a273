package clienttest

import (
	"errors"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
)

// A Service describes a service package that contains the client to test. The
// package is in the current directory.
type Service struct {
	ID   string // as in error messages
	Page string // address of AWS's pages about operations, without the name and .html
	New  func(nereid.HTTPClient) any
}

// EveryOperation tests all operations of the client.
func (s Service) EveryOperation(t *testing.T) {
	source := read(t)
	ops := Operations(reflect.TypeOf(s.New(new(Wire))))
	if len(ops) < 20 {
		t.Errorf("found only %d operations", len(ops))
	}
	for _, o := range ops {
		t.Run(o.Name, func(t *testing.T) {
			s.request(t, o)
			s.reply(t, o)
			s.required(t, o, source)
			s.presigned(t, o)
			s.faults(t, o, source)
			s.comments(t, o, source)
		})
	}
}

// request sends an input and reads the form back.
func (s Service) request(t *testing.T, o Operation) {
	t.Helper()
	wire := &Wire{Status: http.StatusOK, Body: Reply(o.Name, "")}
	in := o.Input()
	_, _ = o.Call(t.Context(), s.New(wire), in) // a reply without a result is an error of some
	if len(wire.Sent) != 1 {
		t.Fatalf("%d requests were sent, want 1", len(wire.Sent))
	}
	if diff := cmp.Diff(o.Input(), in); diff != "" {
		t.Errorf("the call changed its input (-before +after):\n%s", diff)
	}
	req := wire.Sent[0]
	back := reflect.New(o.In).Interface()
	if err := awsquery.DecodeRequest(req.Text, back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in, back); diff != "" {
		t.Errorf("the request differs (-input +sent):\n%s", diff)
	}
	if !strings.HasPrefix(req.Text, "Action="+o.Name+"&Version=2014-10-31") {
		t.Errorf("the form begins with %.60s", req.Text)
	}
	if int(req.ContentLength) != len(req.Text) {
		t.Errorf("the form has %d bytes, Content-Length is %d", len(req.Text), req.ContentLength)
	}
	if got := req.Header.Get("Content-Type"); req.Method != http.MethodPost || req.URL.Path != "/" || got != "application/x-www-form-urlencoded" {
		t.Errorf("sent %s %s with Content-Type %q", req.Method, req.URL, got)
	}
	if got := req.Header.Get("Authorization"); !strings.Contains(got, "/rds/aws4_request") {
		t.Errorf("signed for something else: %s", got)
	}
	api := " api/" + strings.ToLower(s.ID) + "#2014-10-31"
	if got := req.Header.Get("User-Agent"); !strings.HasPrefix(got, "nereid/"+nereid.Version+" ") || !strings.Contains(got, api) {
		t.Errorf("User-Agent: %s", got)
	}
}

// reply writes an output as the service does and reads it.
func (s Service) reply(t *testing.T, o Operation) {
	t.Helper()
	want := o.Output()
	body := string(awsquery.AppendResponse(nil, o.Name, Namespace, RequestID, want))
	out, err := o.Call(t.Context(), s.New(&Wire{Status: http.StatusOK, Body: body}), o.Input())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, out, WithoutMetadata); diff != "" {
		t.Errorf("the output differs (-sent +read):\n%s", diff)
	}
	if md := Metadata(out); nereid.RequestID(md) != RequestID || nereid.Attempts(md) != 1 || nereid.Recovered(md) {
		t.Errorf("metadata: request %s, %d attempts, recovered %t", nereid.RequestID(md), nereid.Attempts(md), nereid.Recovered(md))
	}
}

// required tests which input members an operation requires. It calls the
// operation with an empty input and with a nil input. It checks that the error
// names exactly the members whose comments begin with Required, and that a
// request is sent only if there are no such members.
func (s Service) required(t *testing.T, o Operation, source *source) {
	t.Helper()
	for _, in := range []any{reflect.New(o.In).Interface(), reflect.Zero(reflect.PointerTo(o.In)).Interface()} {
		wire := &Wire{Status: http.StatusOK, Body: Reply(o.Name, "")}
		_, err := o.Call(t.Context(), s.New(wire), in)
		missing := Missing(err)
		if diff := cmp.Diff(source.required[o.In.Name()], missing); diff != "" {
			t.Errorf("missing members (-commented as required +refused):\n%s", diff)
		}
		if sent := len(wire.Sent) > 0; sent == (len(missing) > 0) {
			t.Errorf("a request without %v was sent: %t", missing, sent)
		}
	}
}

// presigned tests whether the client sets PreSignedUrl. It does nothing if the
// operation's input does not have that member. Otherwise, it calls the
// operation with the ARN of a source resource in another region.
func (s Service) presigned(t *testing.T, o Operation) {
	t.Helper()
	if _, ok := o.In.FieldByName("PreSignedUrl"); !ok {
		return
	}
	in := o.Input()
	v := reflect.ValueOf(in).Elem()
	v.FieldByName("PreSignedUrl").SetZero()
	v.FieldByName("SourceRegion").Set(reflect.ValueOf(nereid.String("us-east-1")))
	source := awsquery.Source(o.In)
	if source < 0 {
		t.Error("no member has the option source in its tag")
		return
	}
	v.Field(source).Set(reflect.ValueOf(nereid.String("arn:aws:rds:us-east-1:123456789012:thing:t")))
	wire := &Wire{Status: http.StatusOK, Body: Reply(o.Name, "")}
	_, err := o.Call(t.Context(), s.New(wire), in)
	if len(wire.Sent) != 1 || !strings.Contains(wire.Sent[0].Form.Get("PreSignedUrl"), "Action="+o.Name+"&") {
		t.Errorf("the request is not presigned: %v", err)
	}
}

// Missing returns the members that err reports as missing, sorted.
func Missing(err error) []string {
	var invalid smithy.InvalidParamsError
	if !errors.As(err, &invalid) {
		return nil
	}
	var members []string
	for _, e := range invalid.Errs() {
		var missing *smithy.ParamRequiredError
		if errors.As(e, &missing) {
			_, member, _ := strings.Cut(missing.Field(), ".") // behind the name of the shape
			members = append(members, member)
		}
	}
	slices.Sort(members)
	return members
}

// The method faults tests each fault that the operation's comment lists. It
// replies to a call with the fault, and checks that the call's error has the
// fault's type and all its details.
func (s Service) faults(t *testing.T, o Operation, source *source) {
	t.Helper()
	for _, name := range source.faults[o.Name] {
		fault, ok := source.codes[name]
		if !ok {
			t.Errorf("the comment lists %s, whose own comment has no wire code", name)
			continue
		}
		wire := &Wire{Status: fault.status, Body: FaultReply(fault.code, "It is so &amp; so.")}
		out, err := o.Call(t.Context(), s.New(wire), o.Input())
		if err == nil || !reflect.ValueOf(out).IsNil() {
			t.Errorf("%s: %v with the output %v", name, err, out)
			continue
		}
		s.fault(t, o, name, fault, err)
	}
}

func (s Service) fault(t *testing.T, o Operation, name string, fault fault, err error) {
	t.Helper()
	var api smithy.APIError
	if !errors.As(err, &api) || api.ErrorCode() != fault.code || api.ErrorMessage() != "It is so & so." || api.ErrorFault() != smithy.FaultClient {
		t.Errorf("%s: the service's error is %#v", name, api)
		return
	}
	if got := reflect.TypeOf(api).Elem().Name(); got != name {
		t.Errorf("%s: a type switch finds %s: the descriptor does not list the fault", name, got)
	}
	category := nereid.CategoryOf(api)
	for _, c := range []nereid.ErrorCategory{
		nereid.ErrNotFound, nereid.ErrAlreadyExists, nereid.ErrInvalidState, nereid.ErrQuotaExceeded, nereid.ErrInsufficientCapacity,
		nereid.ErrThrottled, nereid.ErrAccessDenied, nereid.ErrBadCredentials, nereid.ErrInvalidParameter,
	} {
		if is := errors.Is(err, c); is != (c == category) {
			t.Errorf("%s: errors.Is(err, %q) is %t", name, c, is)
		}
	}
	var call *smithy.OperationError
	if !errors.As(err, &call) || call.Service() != s.ID || call.Operation() != o.Name {
		t.Errorf("%s: %v does not name the operation", name, err)
	}
	var response *smithyhttp.ResponseError
	if !errors.As(err, &response) || response.HTTPStatusCode() != fault.status {
		t.Errorf("%s: %v lacks the response", name, err)
	}
	var identified interface{ ServiceRequestID() string }
	if !errors.As(err, &identified) || identified.ServiceRequestID() != RequestID {
		t.Errorf("%s: %v lacks the request id", name, err)
	}
	if !nereid.IsServiceError(err) {
		t.Errorf("%s: it does not count as an answer of the service", name)
	}
	for _, text := range []string{s.ID, o.Name, strconv.Itoa(fault.status), RequestID, fault.code, "It is so & so."} {
		if !strings.Contains(err.Error(), text) {
			t.Errorf("%s: the text lacks %s: %v", name, text, err)
		}
	}
}

// comments tests what the source code says about an operation. The operation's
// comment must begin with the operation's name and contain the address of the
// AWS page. The field Effect of the operation's descriptor must be set unless
// the operation only reads.
func (s Service) comments(t *testing.T, o Operation, source *source) {
	t.Helper()
	effect, ok := source.descriptors[o.Name]
	if reads := strings.HasPrefix(o.Name, "Describe") || strings.HasPrefix(o.Name, "List"); !ok {
		t.Error("there is no descriptor with this name")
	} else if effect == reads {
		t.Errorf("the descriptor has an effect: %t; an operation that changes something needs one", effect)
	}
	comment := source.comments[o.Name]
	if !strings.HasPrefix(comment, o.Name+" ") || strings.Contains(comment, "…") {
		t.Errorf("the comment does not say what the operation does: %.80q", comment)
	}
	if want := s.Page + o.Name + ".html"; !strings.Contains(comment, want) {
		t.Errorf("the comment lacks the AWS page %s", want)
	}
}
