package operation_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/rds"
)

// The documented middlewares, by step and in their order.
var documented = []struct{ step, id string }{
	{"Initialize", "OperationInputValidation"},
	{"Initialize", "Presign"},
	{"Serialize", "OperationSerializer"},
	{"Build", "ClientRequestID"},
	{"Build", "NereidUserAgent"},
	{"Finalize", "Retry"},
	{"Finalize", "ResolveEndpointV2"},
	{"Finalize", "Signing"},
	{"Deserialize", "OperationDeserializer"},
}

// A spy calls look before the rest of the chain, in any step.
type spy struct {
	id   string
	look func(ctx context.Context, request *smithyhttp.Request)
}

func (s spy) ID() string { return s.id }

func (s spy) HandleInitialize(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
	s.look(ctx, nil)
	return next.HandleInitialize(ctx, in)
}

func (s spy) HandleSerialize(ctx context.Context, in middleware.SerializeInput, next middleware.SerializeHandler) (middleware.SerializeOutput, middleware.Metadata, error) {
	s.look(ctx, in.Request.(*smithyhttp.Request))
	return next.HandleSerialize(ctx, in)
}

func (s spy) HandleBuild(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
	s.look(ctx, in.Request.(*smithyhttp.Request))
	return next.HandleBuild(ctx, in)
}

func (s spy) HandleFinalize(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
	s.look(ctx, in.Request.(*smithyhttp.Request))
	return next.HandleFinalize(ctx, in)
}

func (s spy) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
	s.look(ctx, in.Request.(*smithyhttp.Request))
	return next.HandleDeserialize(ctx, in)
}

// insert adds a spy to a step, next to the middleware with the given id.
func insert(stack *middleware.Stack, s spy, step, id string, pos middleware.RelativePosition) error {
	switch step {
	case "Initialize":
		return stack.Initialize.Insert(s, id, pos)
	case "Serialize":
		return stack.Serialize.Insert(s, id, pos)
	case "Build":
		return stack.Build.Insert(s, id, pos)
	case "Finalize":
		return stack.Finalize.Insert(s, id, pos)
	default:
		return stack.Deserialize.Insert(s, id, pos)
	}
}

// inBuild adds a function to the Build step.
func inBuild(f func(context.Context, middleware.BuildInput, middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error)) func(*rds.Options) {
	return rds.WithAPIOptions(func(stack *middleware.Stack) error {
		return stack.Build.Add(middleware.BuildMiddlewareFunc("Test", f), middleware.After)
	})
}

func inFinalize(id string, pos middleware.RelativePosition, f func(context.Context, middleware.FinalizeInput, middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error)) func(*rds.Options) {
	return rds.WithAPIOptions(func(stack *middleware.Stack) error {
		return stack.Finalize.Insert(middleware.FinalizeMiddlewareFunc("Test", f), id, pos)
	})
}

func inDeserialize(pos middleware.RelativePosition, f func(context.Context, middleware.DeserializeInput, middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error)) func(*rds.Options) {
	return rds.WithAPIOptions(func(stack *middleware.Stack) error {
		return stack.Deserialize.Insert(middleware.DeserializeMiddlewareFunc("Test", f), "OperationDeserializer", pos)
	})
}

// Middlewares can be inserted before and after each of ours, and see what the
// earlier ones did.
func TestInsertMiddlewares(t *testing.T) {
	for _, perCall := range []bool{false, true} {
		var seen []string
		withSpies := rds.WithAPIOptions(func(stack *middleware.Stack) error {
			for _, d := range documented {
				for _, pos := range []middleware.RelativePosition{middleware.Before, middleware.After} {
					name := map[middleware.RelativePosition]string{middleware.Before: "before ", middleware.After: "after "}[pos] + d.id
					look := func(_ context.Context, req *smithyhttp.Request) {
						if req == nil {
							seen = append(seen, name)
							return
						}
						var has []string
						for what, is := range map[string]bool{
							"body": req.GetStream() != nil, "agent": req.UserAgent() != "", "id": req.Header.Get("Amz-Sdk-Invocation-Id") != "",
							"attempt": req.Header.Get("Amz-Sdk-Request") != "", "host": req.URL.Host != "", "signature": req.Header.Get("Authorization") != "",
						} {
							if is {
								has = append(has, what)
							}
						}
						slices.Sort(has)
						seen = append(seen, fmt.Sprint(name, " ", has))
					}
					if err := insert(stack, spy{name, look}, d.step, d.id, pos); err != nil {
						return err
					}
				}
			}
			return nil
		})
		respond := script(answer(503, ""), func(req *http.Request) (*http.Response, error) {
			return answer(200, strings.ReplaceAll(okBody(""), "CancelExportTask", "CopyDBClusterSnapshot"))(req)
		})
		var client *rds.Client
		var optFns []func(*rds.Options)
		if perCall {
			client, optFns = newClient(respond, func(o *rds.Options) { o.Retryer = eager{} }), append(optFns, withSpies)
		} else {
			client = newClient(respond, withSpies, func(o *rds.Options) { o.Retryer = eager{} })
		}
		if _, err := client.CopyDBClusterSnapshot(t.Context(), &rds.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: nereid.String("a"), TargetDBClusterSnapshotIdentifier: nereid.String("b"),
		}, optFns...); err != nil {
			t.Fatal(err)
		}
		attempt := []string{
			"after Retry [agent attempt body id]",
			"before ResolveEndpointV2 [agent attempt body id]",
			"after ResolveEndpointV2 [agent attempt body host id]",
			"before Signing [agent attempt body host id]",
			"after Signing [agent attempt body host id signature]",
			"before OperationDeserializer [agent attempt body host id signature]",
			"after OperationDeserializer [agent attempt body host id signature]",
		}
		want := slices.Concat([]string{
			"before OperationInputValidation",
			"after OperationInputValidation",
			"before Presign",
			"after Presign",
			"before OperationSerializer []",
			"after OperationSerializer [body]",
			"before ClientRequestID [body]",
			"after ClientRequestID [body id]",
			"before NereidUserAgent [body id]",
			"after NereidUserAgent [agent body id]",
			"before Retry [agent body id]",
		}, attempt, attempt)
		if diff := cmp.Diff(want, seen); diff != "" {
			t.Errorf("per call: %t (-want +got):\n%s", perCall, diff)
		}
	}
}

// The error of an APIOptions function, for example about a missing id, is
// returned by each call.
func TestBadAPIOptions(t *testing.T) {
	for name, apiOption := range map[string]func(*middleware.Stack) error{
		"not found": func(stack *middleware.Stack) error {
			return stack.Build.Insert(spy{"Test", nil}, "Signing", middleware.After)
		},
		"no such thing": func(*middleware.Stack) error { return errors.New("no such thing") },
	} {
		client := newClient(ok("t1"), rds.WithAPIOptions(apiOption))
		for range 2 {
			_, err := cancel(t, client)
			var operation *smithy.OperationError
			if !errors.As(err, &operation) {
				t.Errorf("no *smithy.OperationError: %v", err)
			}
			mention(t, err, "CancelExportTask", "APIOptions", name)
		}
		mustCancel(t, client, func(o *rds.Options) { o.APIOptions = nil })
		if _, err := cancel(t, newClient(ok("t1")), rds.WithAPIOptions(apiOption)); err == nil {
			t.Error("no error when it is of one call")
		}
	}
}

// Several middlewares with the same ID are all called, including ours.
func TestDuplicateIDs(t *testing.T) {
	var seen []string
	client := newClient(ok("t1"), rds.WithAPIOptions(func(stack *middleware.Stack) error {
		for _, step := range []string{"Build", "Finalize"} {
			for _, pos := range []middleware.RelativePosition{middleware.Before, middleware.After} {
				note := func(context.Context, *smithyhttp.Request) { seen = append(seen, fmt.Sprint(step, " ", pos)) }
				id := map[string]string{"Build": "NereidUserAgent", "Finalize": "Signing"}[step]
				if err := insert(stack, spy{id, note}, step, id, pos); err != nil {
					return err
				}
			}
		}
		return nil
	}))
	mustCancel(t, client)
	if want := []string{"Build 1", "Build 0", "Finalize 1", "Finalize 0"}; !slices.Equal(seen, want) {
		t.Errorf("ran %v, want %v", seen, want)
	}
}

// Removing one of our middlewares only removes its effect.
func TestRemoveMiddlewares(t *testing.T) {
	remove := func(step, id string) func(*rds.Options) {
		return rds.WithAPIOptions(func(stack *middleware.Stack) (err error) {
			switch step {
			case "Initialize":
				_, err = stack.Initialize.Remove(id)
			case "Serialize":
				_, err = stack.Serialize.Remove(id)
			case "Build":
				_, err = stack.Build.Remove(id)
			case "Finalize":
				_, err = stack.Finalize.Remove(id)
			default:
				_, err = stack.Deserialize.Remove(id)
			}
			return err
		})
	}
	for _, c := range []struct {
		step, id, fails string
		respond         func(*http.Request) (*http.Response, error)
		check           func(*http.Request, string) bool
	}{
		{"Initialize", "OperationInputValidation", "", ok("t1"), func(_ *http.Request, body string) bool { return body == "Action=CancelExportTask&Version=2014-10-31" }},
		{"Serialize", "OperationSerializer", "", ok("t1"), func(r *http.Request, body string) bool { return body == "" && r.ContentLength == 0 }},
		{"Build", "NereidUserAgent", "", ok("t1"), func(r *http.Request, _ string) bool { return r.UserAgent() == "" }},
		{"Build", "ClientRequestID", "", ok("t1"), func(r *http.Request, _ string) bool { return r.Header.Get("Amz-Sdk-Invocation-Id") == "" }},
		{"Finalize", "Retry", "503", answer(503, ""), func(r *http.Request, _ string) bool { return r.Header.Get("Amz-Sdk-Request") == "" }},
		{"Finalize", "Retry", "", ok("t1"), func(*http.Request, string) bool { return true }},
		{"Finalize", "ResolveEndpointV2", "", ok("t1"), func(r *http.Request, _ string) bool { return r.URL.Host == "" }},
		{"Finalize", "Signing", "", ok("t1"), func(r *http.Request, _ string) bool { return r.Header.Get("Authorization") == "" }},
		{"Deserialize", "OperationDeserializer", "returned <nil> as the result", ok("t1"), func(*http.Request, string) bool { return true }},
		{"Deserialize", "RequestResponseLogger", "", ok("t1"), func(*http.Request, string) bool { return true }},
	} {
		t.Run(c.id, func(t *testing.T) {
			var r recorder
			client := newClient(r.then(c.respond), remove(c.step, c.id))
			in := &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("t1")}
			if c.id == "OperationInputValidation" {
				in = nil
			}
			out, err := client.CancelExportTask(t.Context(), in)
			if c.fails != "" {
				mention(t, err, c.fails)
			} else if err != nil || *out.ExportTaskIdentifier != "t1" || nereid.Attempts(out.ResultMetadata) != 1 {
				t.Errorf("%+v, %v", out, err)
			}
			if len(r.requests) != 1 || !c.check(r.requests[0], r.bodies[0]) {
				t.Errorf("%d requests: %v", len(r.requests), r.requests)
			}
		})
	}
	t.Run("all", func(t *testing.T) {
		client := newClient(ok("t1"), rds.WithAPIOptions(func(stack *middleware.Stack) error {
			stack.Initialize.Clear()
			stack.Serialize.Clear()
			stack.Build.Clear()
			stack.Finalize.Clear()
			stack.Deserialize.Clear()
			return nil
		}))
		if out, err := cancel(t, client); err == nil {
			t.Errorf("succeeds with %+v", out)
		}
	})
}

// A middleware of ours can be replaced.
func TestSwapMiddlewares(t *testing.T) {
	var r recorder
	client := newClient(r.then(ok("t1")), rds.WithAPIOptions(func(stack *middleware.Stack) error {
		anonymous := func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
			in.Request.(*smithyhttp.Request).Header.Set("Authorization", "Bearer x")
			return next.HandleFinalize(ctx, in)
		}
		if _, err := stack.Finalize.Swap("Signing", middleware.FinalizeMiddlewareFunc("Signing", anonymous)); err != nil {
			return err
		}
		_, err := stack.Build.Swap("NereidUserAgent", spy{"OtherAgent", func(_ context.Context, req *smithyhttp.Request) { req.Header.Set("User-Agent", "mine") }})
		return err
	}))
	mustCancel(t, client)
	if h := r.requests[0].Header; h.Get("Authorization") != "Bearer x" || h.Get("User-Agent") != "mine" {
		t.Error(h)
	}
}

// A result that a middleware returns is the result of the call, if it has the
// right type.
func TestMiddlewareResults(t *testing.T) {
	mine := &rds.CancelExportTaskOutput{Status: nereid.String("mine")}
	for name, c := range map[string]struct {
		result any
		fails  string
	}{
		"its own":    {mine, ""},
		"other type": {&rds.StartDBClusterOutput{}, "*rds.StartDBClusterOutput as the result, want *rds.CancelExportTaskOutput"},
		"a value":    {*mine, "rds.CancelExportTaskOutput as the result"},
		"none":       {nil, "<nil> as the result"},
		"typed nil":  {(*rds.CancelExportTaskOutput)(nil), "not nil"},
	} {
		client := newClient(nil, inFinalize("Retry", middleware.Before, func(context.Context, middleware.FinalizeInput, middleware.FinalizeHandler) (out middleware.FinalizeOutput, md middleware.Metadata, err error) {
			out.Result = c.result
			md.Set("key", "value")
			return out, md, nil
		}))
		out, err := cancel(t, client)
		if c.fails != "" {
			if mention(t, err, c.fails); out != nil {
				t.Errorf("%s: %+v", name, out)
			}
			continue
		}
		if err != nil || out != mine || out.ResultMetadata.Get("key") != "value" {
			t.Errorf("%s: %+v, %v", name, out, err)
		}
	}
}

// An error of a middleware is returned unchanged, and the client works for the
// next call.
func TestMiddlewareFailures(t *testing.T) {
	failure := errors.New("mine")
	fails := true
	fail := func() error {
		if !fails {
			return nil
		}
		return failure
	}
	crash := func() error {
		if fails {
			panic(failure)
		}
		return nil
	}
	for name, f := range map[string]func() error{"error": fail, "panic": crash} {
		for where, option := range map[string]func(*rds.Options){
			"Build": inBuild(func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
				if err := f(); err != nil {
					return middleware.BuildOutput{}, middleware.Metadata{}, err
				}
				return next.HandleBuild(ctx, in)
			}),
			"after the request": inDeserialize(middleware.After, func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
				out, md, err := next.HandleDeserialize(ctx, in)
				if err == nil {
					err = f()
				}
				return out, md, err
			}),
		} {
			t.Run(name+" in "+where, func(t *testing.T) {
				fails = true
				var bodies []*trackedBody
				client := newClient(nil, option, withHTTPClient(doFunc(func(req *http.Request) (*http.Response, error) {
					bodies = append(bodies, &trackedBody{Reader: strings.NewReader(okBody("t1"))})
					return &http.Response{StatusCode: 200, Body: bodies[len(bodies)-1]}, nil
				})))
				func() {
					defer func() {
						if got := recover(); (got != nil) != (name == "panic") {
							t.Errorf("panic %v", got)
						}
					}()
					if _, err := cancel(t, client); !errors.Is(err, failure) {
						t.Errorf("error %v", err)
					}
				}()
				fails = false
				mustCancel(t, client)
				for i, b := range bodies {
					if b.closed != 1 {
						t.Errorf("body %d is closed %d times", i, b.closed)
					}
				}
			})
		}
	}
}

type trackedBody struct {
	io.Reader
	closed int
}

func (b *trackedBody) Close() error {
	b.closed++
	return nil
}

// A violation of the protocol between middlewares is an error, not a panic.
func TestMiddlewarePassesOnSomethingElse(t *testing.T) {
	foreign := context.Background()
	for name, option := range map[string]func(*rds.Options){
		"as the input": rds.WithAPIOptions(func(stack *middleware.Stack) error {
			return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("Test", func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				in.Parameters = &rds.StartDBClusterInput{}
				return next.HandleInitialize(ctx, in)
			}), middleware.Before)
		}),
		"<nil> as the input": rds.WithAPIOptions(func(stack *middleware.Stack) error {
			return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("Test", func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				in.Parameters = nil
				return next.HandleInitialize(ctx, in)
			}), middleware.After)
		}),
		"string as the request": inBuild(func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
			in.Request = "request"
			return next.HandleBuild(ctx, in)
		}),
		"*http.Request as the request": inFinalize("Signing", middleware.Before, func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
			in.Request = (*smithyhttp.Request)(nil)
			return next.HandleFinalize(ctx, in)
		}),
		"as the response": inDeserialize(middleware.After, func(context.Context, middleware.DeserializeInput, middleware.DeserializeHandler) (out middleware.DeserializeOutput, md middleware.Metadata, err error) {
			return out, md, nil
		}),
		"*http.Response as the response": inDeserialize(middleware.After, func(context.Context, middleware.DeserializeInput, middleware.DeserializeHandler) (out middleware.DeserializeOutput, md middleware.Metadata, err error) {
			out.RawResponse = &smithyhttp.Response{}
			return out, md, nil
		}),
		"context": inBuild(func(_ context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
			return next.HandleBuild(foreign, in)
		}),
		"a context": inDeserialize(middleware.Before, func(_ context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
			return next.HandleDeserialize(foreign, in)
		}),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := cancel(t, newClient(ok("t1"), option))
			mention(t, err, "a middleware", strings.TrimPrefix(name, "*http.Request "))
		})
	}
}

// A body that a middleware sets instead of ours is signed and sent at each
// attempt, if it can be read twice.
func TestMiddlewareChangesTheBody(t *testing.T) {
	const body = "Action=CancelExportTask&Version=2014-10-31&ExportTaskIdentifier=other"
	replace := func(stream io.Reader) func(*rds.Options) { return rds.WithAPIOptions(replaceBody(stream)) }
	var r recorder
	client := newClient(r.then(script(answer(503, ""), ok("t1"))), func(o *rds.Options) { o.Retryer = eager{} })
	mustCancel(t, client, replace(strings.NewReader(body)))
	if len(r.requests) != 2 {
		t.Fatalf("%d requests", len(r.requests))
	}
	for i := range r.requests {
		if r.verify(t, i); r.bodies[i] != body || r.requests[i].ContentLength != int64(len(body)) {
			t.Errorf("request %d with length %d: %s", i, r.requests[i].ContentLength, r.bodies[i])
		}
	}
	_, err := cancel(t, client, replace(io.MultiReader(strings.NewReader(body))))
	mention(t, err, "cannot be read twice")
	if len(r.requests) != 2 {
		t.Error("it was sent nevertheless")
	}
	// If the body is not signed, it need not be read twice.
	unsigned := rds.WithAPIOptions(func(stack *middleware.Stack) error {
		_, err := stack.Finalize.Remove("Signing")
		return err
	})
	mustCancel(t, client, replace(io.MultiReader(strings.NewReader(body))), unsigned)
	if n := r.requests[2].ContentLength; r.bodies[2] != body || n != -1 {
		t.Errorf("sent %q with length %d", r.bodies[2], n)
	}
	mustCancel(t, client, replace(io.MultiReader(strings.NewReader(body))), unsigned, rds.WithAPIOptions(func(stack *middleware.Stack) error {
		return stack.Build.Add(middleware.BuildMiddlewareFunc("Length", func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
			in.Request.(*smithyhttp.Request).ContentLength = int64(len(body))
			return next.HandleBuild(ctx, in)
		}), middleware.After)
	}))
	if n := r.requests[3].ContentLength; r.bodies[3] != body || n != int64(len(body)) {
		t.Errorf("sent %q with length %d", r.bodies[3], n)
	}
	r = recorder{}
	client = newClient(r.then(answer(503, "")), func(o *rds.Options) { o.Retryer = eager{} })
	_, err = cancel(t, client, replace(io.MultiReader(strings.NewReader(body))), unsigned)
	if mention(t, err, "503", "not seekable"); len(r.requests) != 1 {
		t.Errorf("%d requests", len(r.requests))
	}
}

// Headers of middlewares are signed, and are the same at each attempt.
func TestMiddlewareHeaders(t *testing.T) {
	perAttempt := inFinalize("Signing", middleware.Before, func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
		in.Request.(*smithyhttp.Request).Header.Add("X-Attempt", "one")
		return next.HandleFinalize(ctx, in)
	})
	var r recorder
	client := newClient(r.then(script(answer(503, ""), answer(503, ""), ok("t1"))), func(o *rds.Options) { o.Retryer = eager{} }, perAttempt,
		rds.WithAPIOptions(
			smithyhttp.AddHeaderValue("X-Added", "a  b"), smithyhttp.SetHeaderValue("x-set", "c"),
			smithyhttp.WithHeaderComment("User-Agent", "comment"), smithyhttp.SetHeaderValue("User-Agent", "program/1"),
			smithyhttp.ValidateContentLengthHeader, smithyhttp.AddContentChecksumMiddleware, smithyhttp.AddNoPayloadDefaultContentTypeRemover,
		))
	mustCancel(t, client)
	if len(r.requests) != 3 {
		t.Fatalf("%d requests", len(r.requests))
	}
	for i, req := range r.requests {
		r.verify(t, i)
		signed := req.Header.Get("Authorization")
		for _, name := range []string{"content-md5", "content-type", "host", "x-added", "x-attempt", "x-set", "x-amz-date", "amz-sdk-request", "amz-sdk-invocation-id"} {
			if !strings.Contains(signed, name) {
				t.Errorf("request %d: %s is not signed: %s", i, name, signed)
			}
		}
		if got := req.Header["X-Attempt"]; !slices.Equal(got, []string{"one"}) {
			t.Errorf("request %d: X-Attempt %q", i, got)
		}
		if agent := req.UserAgent(); agent != "program/1 (comment)" {
			t.Errorf("request %d: User-Agent %q", i, agent)
		}
	}
	// With another value the signature differs, so the header is signed.
	r.requests[0].Header.Set("X-Added", "other")
	if _, err := sigv4.Verify(r.requests[0], []byte(r.bodies[0]), lookup, "rds", r.times[0], 0); err == nil {
		t.Error("X-Added can be changed")
	}
}

// An existing user agent follows ours.
func TestUserAgentIsCompleted(t *testing.T) {
	var r recorder
	mustCancel(t, newClient(r.then(ok("t1")), rds.WithAPIOptions(func(stack *middleware.Stack) error {
		return stack.Build.Insert(spy{"Mine", func(_ context.Context, req *smithyhttp.Request) { req.Header.Set("User-Agent", "program/1") }}, "NereidUserAgent", middleware.Before)
	})))
	if agent := r.requests[0].UserAgent(); !strings.HasPrefix(agent, "nereid/"+nereid.Version+" ua/2.1 os/") || !strings.HasSuffix(agent, " program/1") {
		t.Error(agent)
	}
}

type mark struct{}

// Middlewares find the same values in the context as in other SDKs, and the
// caller's values.
func TestStackValues(t *testing.T) {
	logger := logging.NewStandardLogger(io.Discard)
	seen := 0
	look := func(ctx context.Context, _ *smithyhttp.Request) {
		seen++
		service, name, value := middleware.GetServiceID(ctx), middleware.GetOperationName(ctx), middleware.GetStackValue(ctx, mark{})
		if service != "RDS" || name != "CancelExportTask" || value != nil || ctx.Value(mark{}) != "caller" {
			t.Errorf("%s %s %v %v", service, name, value, ctx.Value(mark{}))
		}
		if middleware.GetLogger(ctx) != logging.Logger(logger) {
			t.Error("not the client's logger")
		}
	}
	client := newClient(ok("t1"), func(o *rds.Options) { o.Logger = logger }, rds.WithAPIOptions(func(stack *middleware.Stack) error {
		for _, d := range documented {
			if d.id == "Presign" {
				continue
			}
			if err := insert(stack, spy{"look at " + d.id, look}, d.step, d.id, middleware.Before); err != nil {
				return err
			}
		}
		return nil
	}))
	// A surrounding stack has its own stack values, which are not visible here.
	ctx := middleware.WithStackValue(context.WithValue(t.Context(), mark{}, "caller"), mark{}, "stack")
	if _, err := client.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("t1")}); err != nil {
		t.Error(err)
	}
	if seen != len(documented)-1 {
		t.Errorf("%d of %d have seen the context", seen, len(documented)-1)
	}
}

// A middleware may make calls itself, with its own context.
func TestNestedCall(t *testing.T) {
	inner := newClient(ok("inner"))
	client := newClient(ok("outer"), inBuild(func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
		out, err := inner.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("x")})
		if err != nil || *out.ExportTaskIdentifier != "inner" {
			t.Errorf("%+v, %v", out, err)
		}
		return next.HandleBuild(ctx, in)
	}))
	if out := mustCancel(t, client); *out.ExportTaskIdentifier != "outer" {
		t.Errorf("%+v", out)
	}
}

// A middleware around Retry may call it twice.
func TestRetryTwice(t *testing.T) {
	var r recorder
	client := newClient(r.then(script(answer(503, ""), answer(503, ""), answer(503, ""), ok("t1"))), func(o *rds.Options) { o.Retryer = eager{} },
		inBuild(func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
			out, md, err := next.HandleBuild(ctx, in)
			if err != nil {
				return next.HandleBuild(ctx, in)
			}
			return out, md, err
		}))
	out := mustCancel(t, client)
	var attempts []string
	for i := range r.requests {
		r.verify(t, i)
		attempts = append(attempts, r.requests[i].Header.Get("Amz-Sdk-Request"))
	}
	if want := []string{"attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3", "attempt=1; max=3"}; !slices.Equal(attempts, want) || nereid.Attempts(out.ResultMetadata) != 4 {
		t.Errorf("attempts %q, %d in all", attempts, nereid.Attempts(out.ResultMetadata))
	}
}
