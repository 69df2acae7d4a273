package operation_test

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// The shapes of an operation that the package does not have.
type (
	windIn struct {
		Name    *string        `query:"ClockName,required"`
		Filters []types.Filter `query:",item=Filter"`
		Turns   *int32
	}
	windOut struct {
		Hands          []hand              `query:",item=Hand"`
		ResultMetadata middleware.Metadata `query:"-"`
	}
	hand struct{ Name *string }
)

const windReply = "<WindClockResponse><WindClockResult><Hands><Hand><Name>hour</Name></Hand><Hand/></Hands></WindClockResult>" +
	"<ResponseMetadata><RequestId>req-wind</RequestId></ResponseMetadata></WindClockResponse>"

func wind(ctx context.Context, c *rds.Client, op string, optFns ...func(*rds.Options)) (windOut, error) {
	out := windOut{Hands: []hand{{nereid.String("left over")}}}
	err := c.Invoke(ctx, op, &windIn{
		Name: nereid.String("big ben"), Turns: nereid.Int32(3), Filters: []types.Filter{{Name: nereid.String("f"), Values: []string{"v"}}},
	}, &out, optFns...)
	return out, err
}

func TestInvoke(t *testing.T) {
	var r recorder
	out, err := wind(t.Context(), newClient(r.then(answer(200, windReply))), "WindClock")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]hand{{nereid.String("hour")}, {}}, out.Hands); diff != "" {
		t.Errorf("output (-want +got):\n%s", diff)
	}
	if nereid.RequestID(out.ResultMetadata) != "req-wind" || nereid.Attempts(out.ResultMetadata) != 1 {
		t.Errorf("request id %q after %d attempts", nereid.RequestID(out.ResultMetadata), nereid.Attempts(out.ResultMetadata))
	}
	r.verify(t, 0)
	const want = "Action=WindClock&Version=2014-10-31&ClockName=big+ben&Filters.Filter.1.Name=f&Filters.Filter.1.Values.Value.1=v&Turns=3"
	if got, _ := url.QueryUnescape(r.bodies[0]); got != strings.ReplaceAll(want, "+", " ") {
		t.Errorf("sent %s", r.bodies[0])
	}
}

// Two shapes for the same operation do not interfere with each other.
func TestInvokeWithOtherShapes(t *testing.T) {
	c := newClient(answer(200, windReply))
	if _, err := wind(t.Context(), c, "WindClock"); err != nil {
		t.Error(err)
	}
	if err := c.Invoke(t.Context(), "WindClock", &struct{}{}, &struct{}{}); err != nil {
		t.Error(err)
	}
	var out struct {
		ResultMetadata middleware.Metadata     `query:"-"`
		Hands          []struct{ Name string } `query:",item=Hand"`
	}
	if err := c.Invoke(t.Context(), "WindClock", &struct{}{}, &out); err != nil || len(out.Hands) != 2 || out.Hands[0].Name != "hour" {
		t.Errorf("%v: %v", err, out)
	}
}

// errors.As finds a fault of the service, and errors.Is finds categories.
func TestInvokeFails(t *testing.T) {
	_, err := wind(t.Context(), newClient(fault(404, "DBClusterNotFoundFault", "no such clock")), "WindClock")
	var notFound *types.DBClusterNotFoundFault
	var call *smithy.OperationError
	if !errors.As(err, &notFound) || *notFound.Message != "no such clock" || !errors.Is(err, nereid.ErrNotFound) ||
		!errors.As(err, &call) || call.Operation() != "WindClock" || call.Service() != "RDS" {
		t.Errorf("got %v", err)
	}
	if err := newClient(answer(200, windReply)).Invoke(t.Context(), "WindClock", &windIn{}, &windOut{}); !strings.Contains(err.Error(), "windIn.Name") {
		t.Errorf("without a required member: %v", err)
	}
}

// Operations that only read are repeated. Operations that change something are
// not repeated if they may have been carried out.
func TestInvokeRepeats(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for op, want := range map[string]int{"DescribeClock": 3, "ListClocks": 3, "WindClock": 1} {
			var r recorder
			_, err := wind(t.Context(), newClient(r.then(answer(500, ""))), op)
			var unknown *nereid.OutcomeUnknownError
			if len(r.requests) != want || errors.As(err, &unknown) != (want == 1) {
				t.Errorf("%s: %d requests, %v", op, len(r.requests), err)
			}
			r = recorder{}
			if _, err = wind(t.Context(), newClient(r.then(fault(400, "Throttling", ""))), op); len(r.requests) != 3 || !errors.Is(err, nereid.ErrThrottled) {
				t.Errorf("%s, throttled: %d requests, %v", op, len(r.requests), err)
			}
		}
	})
}

func TestInvokePresigns(t *testing.T) {
	type copyIn struct {
		Source       *string `query:",required,source"`
		SourceRegion *string `query:"-"`
		PreSignedUrl *string
	}
	var r recorder
	c := newClient(r.then(answer(200, "<CopyClockResponse/>")))
	if err := c.Invoke(t.Context(), "CopyClock", &copyIn{Source: nereid.String("arn:aws:rds:us-east-1:123456789012:clock:c")}, &struct{}{}); err != nil {
		t.Fatal(err)
	}
	form, err := url.ParseQuery(r.bodies[0])
	if err != nil || !strings.HasPrefix(form.Get("PreSignedUrl"), "https://rds.us-east-1.amazonaws.com/?Action=CopyClock&") {
		t.Errorf("sent %s", r.bodies[0])
	}
}

// An invalid argument is an error before a request is sent.
func TestInvokeRefusesArguments(t *testing.T) {
	type tree struct{ Children []tree }
	type list []list
	type node struct{ Next *node }
	good := &windIn{Name: nereid.String("n")}
	var r recorder
	c := newClient(r.then(answer(200, windReply)))
	for _, x := range []struct {
		op      string
		in, out any
		want    string
	}{
		{"", good, &windOut{}, `"" is not the name of an operation`},
		{"Wind Clock", good, &windOut{}, `"Wind Clock" is not the name`},
		{"W&A=B", good, &windOut{}, "is not the name"},
		{"WindClock", nil, &windOut{}, "in: nil is not a pointer to a struct"},
		{"WindClock", good, nil, "out: nil is not a pointer to a struct"},
		{"WindClock", (*windIn)(nil), &windOut{}, "in: the *operation_test.windIn is nil"},
		{"WindClock", good, (*windOut)(nil), "out: the *operation_test.windOut is nil"},
		{"WindClock", *good, &windOut{}, "in: operation_test.windIn is not a pointer to a struct"},
		{"WindClock", good, windOut{}, "out: operation_test.windOut is not a pointer to a struct"},
		{"WindClock", nereid.String("x"), &windOut{}, "in: *string is not a pointer to a struct"},
		{"WindClock", map[string]string{}, &windOut{}, "is not a pointer to a struct"},
		{"WindClock", good, new(any), "is not a pointer to a struct"},
		{"WindClock", good, new(error), "is not a pointer to a struct"},
		{"WindClock", good, good, "in and out are the same struct"},
		{"WindClock", &struct{ C chan int }{}, &windOut{}, "C has the unsupported type chan int"},
		{"WindClock", &struct{ N int }{}, &windOut{}, "N has the unsupported type int"},
		{"WindClock", &struct{ F func() }{}, &windOut{}, "F has the unsupported type func()"},
		{"WindClock", good, &struct{ A any }{}, "A has the unsupported type interface"},
		{"WindClock", good, &struct{ P **string }{}, "P has the unsupported type **string"},
		{"WindClock", good, &struct{ M map[int]string }{}, "M has the unsupported type map[int]string"},
		{"WindClock", &struct {
			A *string `query:",requird"`
		}{}, &windOut{}, "A has the unknown option requird"},
		{"WindClock", &struct {
			A *string `query:"a b"`
		}{}, &windOut{}, `A: "a b" is not a valid wire name`},
		{"WindClock", &struct {
			A, B *string `query:"C"`
		}{}, &windOut{}, "are called C"},
		{"WindClock", &tree{}, &windOut{}, "tree is recursive"},
		{"WindClock", good, &node{}, "node is recursive"},
		{"WindClock", &struct{ L list }{}, &windOut{}, "list is recursive"},
	} {
		err := c.Invoke(t.Context(), x.op, x.in, x.out)
		var call *smithy.OperationError
		if err == nil || !strings.Contains(err.Error(), x.want) || !errors.As(err, &call) || nereid.IsServiceError(err) {
			t.Errorf("%q, %T, %T: %v, want %s", x.op, x.in, x.out, err, x.want)
		}
	}
	if len(r.requests) != 0 {
		t.Errorf("%d requests were sent", len(r.requests))
	}
}

// The result of a middleware becomes the output.
func TestInvokeTakesResultOfMiddleware(t *testing.T) {
	c := newClient(func(*http.Request) (*http.Response, error) { return nil, errors.New("not to be sent") })
	result := any(&windOut{Hands: []hand{{nereid.String("spare")}}})
	instead := rds.WithAPIOptions(func(stack *middleware.Stack) error {
		return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("Instead", func(context.Context, middleware.InitializeInput, middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			return middleware.InitializeOutput{Result: result}, middleware.Metadata{}, nil
		}), middleware.Before)
	})
	if out, err := wind(t.Context(), c, "WindClock", instead); err != nil || *out.Hands[0].Name != "spare" {
		t.Errorf("%v: %v", err, out)
	}
	result = &windIn{}
	if _, err := wind(t.Context(), c, "WindClock", instead); err == nil {
		t.Error("a result of another type is taken")
	}
}

// TestZeroClient uses a client that New did not make.
func TestZeroClient(t *testing.T) {
	c := new(rds.Client)
	if o := c.Options(); o.Region != "" || o.Credentials != nil {
		t.Errorf("the options are %v", o)
	}
	_, called := c.DescribeDBClusters(t.Context(), nil)
	for _, err := range []error{called, c.Invoke(t.Context(), "DescribeDBClusters", &struct{}{}, &struct{}{})} {
		var call *smithy.OperationError
		if !errors.As(err, &call) || call.OperationName != "DescribeDBClusters" || !strings.Contains(err.Error(), "New or NewFromConfig") {
			t.Errorf("the error is %v", err)
		}
	}
}
