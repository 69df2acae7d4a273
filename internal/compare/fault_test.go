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
	"regexp"
	"slices"
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
// becomes: what it says, and which type has its code. And the comment of each
// operation lists these faults and no others.
func TestFaults(t *testing.T) {
	packages := declarations(t, ownRoot+"/rds/types", ownRoot+"/neptune/types")
	comments := expect(map[string]string{
		"neptune.CreateDBCluster NetworkTypeNotSupported": newer,
		"neptune.ModifyDBCluster NetworkTypeNotSupported": newer,
	})
	for _, s := range services() {
		codes, markers := faultCodes(t, s.theirs.pkg), markerCodes(t, s.ours.pkg+"/types")
		names := packages[s.ours.pkg+"/types"].Scope()
		codeOf := func(name string) string {
			declared := names.Lookup(name)
			if declared == nil {
				return ""
			}
			// Which the tests of that package find in what a client returns for the code.
			fault, _ := types.Unalias(declared.Type()).(*types.Named)
			return markers[markerOf(fault)]
		}
		documented := documentedFaults(t, s.ours.pkg)
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
					if got := codeOf(name); got != code {
						t.Errorf("%s/types.%s is the fault of the code %q, want %s", s.name, name, got, code)
					}
				}
			}
			told := make(map[string]bool)
			for _, name := range documented[op] {
				code := codeOf(name)
				if told[code] = true; !slices.Contains(codes[op], code) {
					comments.add(s.name+"."+op+" "+code, "the comment lists "+name+", which the SDK does not know of it")
				}
			}
			for _, code := range codes[op] {
				if !told[code] {
					comments.add(s.name+"."+op+" "+code, "the comment does not list this fault")
				}
			}
		}
		t.Logf("%s: %d replies with %d faults", s.name, n, len(different))
		if n == 0 {
			t.Errorf("found no faults in the SDK's %s", s.name)
		}
	}
	comments.check(t)
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
	codes := make(map[string]string)
	for _, decl := range source(t, path, "errors.go") { // func (marker) ErrorCode() string { return "Code" }
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
	codes := make(map[string][]string)
	for _, decl := range source(t, path, "deserializers.go") {
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

// documentedFaults returns the names of the types that the comment of each
// operation says it can fail with.
func documentedFaults(t *testing.T, path string) map[string][]string {
	t.Helper()
	link := regexp.MustCompile(`\[types\.(\w+)\]`)
	faults := make(map[string][]string)
	for _, decl := range source(t, path, "*.go") {
		method, ok := decl.(*ast.FuncDecl)
		if !ok || method.Recv == nil {
			continue
		}
		_, list, _ := strings.Cut(method.Doc.Text(), "It can fail with ")
		list, _, _ = strings.Cut(list, "\n\n")
		for _, m := range link.FindAllStringSubmatch(list, -1) {
			faults[method.Name.Name] = append(faults[method.Name.Name], m[1])
		}
	}
	return faults
}

// source returns the declarations in the files of a package whose names match.
func source(t *testing.T, path, pattern string) (decls []ast.Decl) {
	t.Helper()
	pkg, err := build.Import(path, ".", build.FindOnly)
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(pkg.Dir, pattern))
	if err != nil || len(names) == 0 {
		t.Fatalf("no %s in %s: %v", pattern, pkg.Dir, err)
	}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		decls = append(decls, file.Decls...)
	}
	return decls
}
