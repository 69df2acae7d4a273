package vectortest

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
)

// An ExpectedError is what an error is expected to contain. Nil members are not
// checked.
type ExpectedError struct {
	Code, Message *string
	RequestID     *string `json:"request_id"`
}

type response struct {
	ID, Service, Operation string
	Status                 int
	Headers                map[string]string
	Body                   string
	RequestBody            string `json:"request_body"` // of a recording
	Expect                 struct {
		RequestID string `json:"request_id"`
		Result    map[string]any
	}
	Error *ExpectedError `json:"expect_error"`

	unmet string // member that is not to be as expected
}

// Responses tests the decoding of replies. It replies to calls with the bodies
// in service-responses.json or golden-responses.json, and compares the outputs
// and errors with the expected ones.
func (s *Service) Responses(t *testing.T, family string) {
	t.Helper()
	var cases []response
	Read(t, family+".json", &cases)
	tally := NewTally(family)
	for _, c := range cases {
		switch {
		case c.Service != s.Name:
			continue
		case !s.has(c.Operation):
			tally.Absent(c.Operation)
			continue
		}
		unmet, ok := s.Unmet[c.ID]
		if !ok {
			tally.Run(t, c.ID, func(t *testing.T) { c.run(t, s) })
			continue
		}
		tally.NotMet(t, c.ID, unmet.Reason, func(t *testing.T) {
			c.unmet = unmet.Member
			c.run(t, s)
		})
	}
	tally.Log(t, "operations")
}

func (c *response) run(t *testing.T, s *Service) {
	t.Helper()
	op, in, recorded := s.action(t, c.RequestBody)
	if !recorded {
		op, in = c.Operation, s.filled(c.Operation)
	}
	transport := &Transport{Replies: []Reply{{c.Status, c.Headers, c.Body}}}
	out, err := s.call(t.Context(), config(transport), op, in)
	if recorded {
		if diff := cmp.Diff(form(t, c.RequestBody), form(t, transport.only(t).Body)); diff != "" {
			t.Errorf("form (-want +got):\n%s", diff)
		}
	}
	if c.Error != nil {
		c.Error.Check(t, err, op, c.Status)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	c.check(t, out)
}

// check compares out with the expected output.
func (c *response) check(t *testing.T, out reflect.Value) {
	t.Helper()
	want := reflect.New(out.Type().Elem())
	if err := set(want.Elem(), c.Expect.Result); err != nil {
		t.Fatal(err)
	}
	differs := false
	options := cmp.Options{
		cmp.FilterPath(func(p cmp.Path) bool { return c.unmet != "" && p.Last().String() == "."+c.unmet },
			cmp.Comparer(func(a, b *string) bool {
				differs = differs || nereid.ToString(a) != nereid.ToString(b)
				return true
			})),
		// The expected times are in milliseconds, but the times in some bodies are
		// more precise.
		cmp.Comparer(func(a, b time.Time) bool { return a.Truncate(time.Millisecond).Equal(b.Truncate(time.Millisecond)) }),
		// The metadata is checked below.
		cmp.Comparer(func(middleware.Metadata, middleware.Metadata) bool { return true }),
	}
	if diff := cmp.Diff(want.Interface(), out.Interface(), options); diff != "" {
		t.Errorf("output (-want +got):\n%s", diff)
	}
	if c.unmet != "" && !differs {
		t.Errorf("%s is as expected: it does not belong among the cases that are not met", c.unmet)
	}
	md, ok := reflect.TypeAssert[middleware.Metadata](out.Elem().FieldByName("ResultMetadata"))
	if !ok || nereid.RequestID(md) != c.Expect.RequestID || nereid.Attempts(md) != 1 || nereid.Recovered(md) {
		t.Errorf("request id %q, want %q, %d attempts, recovered %t",
			nereid.RequestID(md), c.Expect.RequestID, nereid.Attempts(md), nereid.Recovered(md))
	}
}

// Check compares the error of a call with the expectation.
func (want *ExpectedError) Check(t *testing.T, err error, op string, status int) {
	t.Helper()
	var (
		api      smithy.APIError
		response *nereid.ResponseError
		call     *smithy.OperationError
	)
	if !errors.As(err, &api) || !errors.As(err, &response) || !errors.As(err, &call) {
		t.Fatalf("got the error %v, want one that came as a response", err)
	}
	// An unreadable response does not count as a response from the service.
	if known := api.ErrorCode() != "UnknownError"; nereid.IsServiceError(err) != known || want.Code != nil && !known {
		t.Errorf("%v is an answer of the service: %t", err, nereid.IsServiceError(err))
	}
	for _, text := range []struct {
		what string
		want *string
		got  string
	}{
		{"code", want.Code, api.ErrorCode()},
		{"message", want.Message, api.ErrorMessage()},
		{"request id", want.RequestID, response.RequestID},
	} {
		if text.want != nil && *text.want != text.got {
			t.Errorf("%s %q, want %q", text.what, text.got, *text.want)
		}
	}
	if api.ErrorCode() == "" {
		t.Error("the error has no code")
	}
	if response.HTTPStatusCode() != status {
		t.Errorf("status %d, want %d", response.HTTPStatusCode(), status)
	}
	if call.Operation() != op {
		t.Errorf("the error is of %s, want %s", call.Operation(), op)
	}
	if fault := api.ErrorFault(); (fault == smithy.FaultServer) != (status >= 500) || fault == smithy.FaultUnknown {
		t.Errorf("status %d is the fault of the %s", status, fault)
	}
}
