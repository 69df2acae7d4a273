package compare_test

import (
	"errors"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"net/http"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
)

// TestFaults compares what each fault that the SDK knows of an operation
// becomes: what it says, and which type has its code.
func TestFaults(t *testing.T) {
	packages := declarations(t, ownRoot+"/rds/types", ownRoot+"/neptune/types")
	for _, s := range services() {
		codes, markers := faultCodes(t, s.theirs.pkg), markerCodes(t, s.ours.pkg+"/types")
		names := packages[s.ours.pkg+"/types"].Scope()
		different, n := make(map[string]bool), 0
		for _, op := range s.operations() {
			for _, code := range codes[op] {
				different[code] = true
				// The SDK takes a code in any letter case, and gives it back in the
				// model's; ours gives back what was sent.
				for _, sent := range []string{code, strings.ToLower(code)} {
					n++
					ours, theirs := s.fault(t, op, awsquery.ErrorResponse{Code: sent, Message: "no <such> thing\n& more", Type: "Sender", RequestID: "r-1"})
					want, got := said(theirs), said(ours)
					if sent != code {
						want["code"] = sent
					}
					if diff := cmp.Diff(want, got); diff != "" {
						t.Errorf("%s %s: (-SDK +ours)\n%s", op, sent, diff)
					}
					name := reflect.TypeOf(apiError(theirs)).Elem().Name()
					declared := names.Lookup(name)
					if declared == nil {
						t.Errorf("%s.%s is not here", s.name, name)
						continue
					}
					// Which the tests of that package find in what a client returns for the code.
					fault, _ := types.Unalias(declared.Type()).(*types.Named)
					if got := markers[markerOf(fault)]; got != code {
						t.Errorf("%s is the fault of the code %q, want %s", declared, got, code)
					}
				}
			}
		}
		t.Logf("%s: %d replies with %d faults", s.name, n, len(different))
		if n == 0 {
			t.Errorf("found no faults in the SDK's %s", s.name)
		}
	}
}

// TestOtherErrors compares what codes become that the model does not have.
func TestOtherErrors(t *testing.T) {
	const op = "DescribeDBClusters"
	for _, s := range services() {
		rapid.Check(t, func(rt *rapid.T) {
			ours, theirs := s.fault(t, op, awsquery.ErrorResponse{
				Code:      rapid.StringMatching(`[A-Z][A-Za-z.]{3,20}`).Draw(rt, "code"),
				Message:   xmlText().Draw(rt, "message"),
				Type:      rapid.SampledFrom([]string{"Sender", "Receiver", ""}).Draw(rt, "type"),
				RequestID: rapid.StringMatching(`[a-z0-9-]{0,36}`).Draw(rt, "request id"),
			})
			want, got := said(theirs), said(ours)
			// The SDK cannot tell whose fault it is; ours says what the service
			// says.
			delete(want, "fault")
			delete(got, "fault")
			if want["message"] == want["code"] || want["message"] == "UnknownError" {
				delete(want, "message") // the SDK's own words for none
				delete(got, "message")
			}
			if diff := cmp.Diff(want, got); diff != "" {
				rt.Fatalf("(-SDK +ours)\n%s", diff)
			}
			var generic *smithy.GenericAPIError
			if !errors.As(ours, &generic) {
				rt.Fatalf("is a %T", apiError(ours))
			}
		})
	}
}

// fault returns what both make of an error reply.
func (s service) fault(t *testing.T, op string, e awsquery.ErrorResponse) (ours, theirs error) {
	t.Helper()
	in, sdkIn := reflect.New(s.ours.input(op)), reflect.New(s.theirs.input(op))
	fill(in.Elem())
	convert(sdkIn.Elem(), in.Elem())
	s.answer(http.StatusBadRequest, awsquery.AppendError(nil, "http://rds.amazonaws.com/doc/2014-10-31/", e), nil)
	_, ours = s.ours.call(t.Context(), op, in)
	_, theirs = s.theirs.call(t.Context(), op, sdkIn)
	if apiError(ours) == nil || apiError(theirs) == nil {
		t.Fatalf("%s %s: %v, the SDK's is %v", op, e.Code, ours, theirs)
	}
	return ours, theirs
}

func apiError(err error) smithy.APIError {
	var api smithy.APIError
	if !errors.As(err, &api) {
		return nil
	}
	return api
}

// said is what programs read off an error.
func said(err error) map[string]any {
	api := apiError(err)
	m := map[string]any{"code": api.ErrorCode(), "message": api.ErrorMessage(), "fault": api.ErrorFault().String()}
	var operation *smithy.OperationError
	if errors.As(err, &operation) {
		m["service"], m["operation"] = operation.Service(), operation.Operation()
	}
	var response *smithyhttp.ResponseError
	if errors.As(err, &response) {
		m["status"] = response.HTTPStatusCode()
	}
	var ours *nereid.ResponseError
	var theirs *awshttp.ResponseError
	switch {
	case errors.As(err, &ours):
		m["request id"] = ours.ServiceRequestID()
	case errors.As(err, &theirs):
		m["request id"] = theirs.ServiceRequestID()
	}
	return m
}

func markerOf(fault *types.Named) string {
	if fault == nil || fault.TypeArgs().Len() != 1 {
		return ""
	}
	return types.TypeString(fault.TypeArgs().At(0), func(*types.Package) string { return "" })
}

// markerCodes returns the codes of the marker types of our faults, which only
// the source says without an instance.
func markerCodes(t *testing.T, path string) map[string]string {
	t.Helper()
	pkg, err := build.Import(path, ".", build.FindOnly)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(pkg.Dir, "errors.go"), nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	codes := make(map[string]string)
	for _, decl := range file.Decls { // func (marker) ErrorCode() string { return "Code" }
		method, ok := decl.(*ast.FuncDecl)
		if !ok || method.Name.Name != "ErrorCode" {
			continue
		}
		marker, isName := method.Recv.List[0].Type.(*ast.Ident)
		ast.Inspect(method.Body, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && isName {
				if code, err := strconv.Unquote(literal.Value); err == nil {
					codes[marker.Name] = code
				}
			}
			return true
		})
	}
	return codes
}

// faultCodes returns the codes that a client of the SDK knows of each
// operation. Only its source says.
func faultCodes(t *testing.T, path string) map[string][]string {
	t.Helper()
	pkg, err := build.Import(path, ".", build.FindOnly)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(pkg.Dir, "deserializers.go"), nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	codes := make(map[string][]string)
	for _, decl := range file.Decls {
		function, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		op, ok := strings.CutPrefix(function.Name.Name, "awsAwsquery_deserializeOpError")
		if !ok {
			continue
		}
		ast.Inspect(function.Body, func(n ast.Node) bool { // case strings.EqualFold("Code", errorCode):
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 2 {
				return true
			}
			compare, isCompare := call.Fun.(*ast.SelectorExpr)
			literal, isLiteral := call.Args[0].(*ast.BasicLit)
			if isCompare && isLiteral && compare.Sel.Name == "EqualFold" {
				if code, err := strconv.Unquote(literal.Value); err == nil {
					codes[op] = append(codes[op], code)
				}
			}
			return true
		})
	}
	return codes
}
