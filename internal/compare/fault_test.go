package compare_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
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
// becomes: what it says, and which type it has for a type switch. The comment of
// each operation lists these faults and no others. Its descriptor lists them too,
// and those of the SDK for the operation of the same name of the other service: a
// fault that is missing there, or is there without a reason, has another type.
func TestFaults(t *testing.T) {
	comments := expect(map[string]string{
		"neptune.CreateDBCluster NetworkTypeNotSupported": newer,
		"neptune.ModifyDBCluster NetworkTypeNotSupported": newer,
	})
	both := services()
	for i, s := range both {
		codes, sister := faultCodes(t, s.theirs.pkg), faultCodes(t, both[1-i].theirs.pkg)
		codeOf := typeCodes(t, s.ours.pkg+"/types")
		documented := documentedFaults(t, s.ours.pkg)
		n := 0
		for _, op := range s.operations() {
			for _, code := range codes[op] {
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
					if got, want := faultType(ours), faultType(theirs); got != want {
						t.Errorf("%s %s: a type switch finds %s, want %s", op, sent, got, want)
					}
				}
			}
			for name, code := range codeOf {
				n++
				ours := s.answerOf(t, op, awsquery.ErrorResponse{Code: code})
				listed := faultType(ours) == name
				if want := slices.Contains(codes[op], code) || slices.Contains(sister[op], code) || slices.Contains(documented[op], name); listed != want {
					t.Errorf("%s.%s lists %s: %t, want %t", s.name, op, name, listed, want)
				}
				if documented := slices.Contains(documented[op], name); documented != slices.Contains(codes[op], code) {
					comments.add(s.name+"."+op+" "+code, fmt.Sprintf("the comment lists %s: %t", name, documented))
				}
			}
			for _, name := range documented[op] {
				if codeOf[name] == "" {
					t.Errorf("the comment of %s.%s lists %s, which is not a fault", s.name, op, name)
				}
			}
		}
		t.Logf("%s: %d replies with %d faults", s.name, n, len(codeOf))
		if n == 0 {
			t.Errorf("found no faults in the SDK's %s", s.name)
		}
	}
	comments.check(t)
}

// faultType is the name of the type that a type switch finds.
func faultType(err error) string { return reflect.TypeOf(apiError(err)).Elem().Name() }

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
	sdkIn := reflect.New(s.theirs.input(op))
	ours = s.answerOf(t, op, e)
	in := reflect.New(s.ours.input(op))
	fill(in.Elem())
	convert(sdkIn.Elem(), in.Elem())
	_, theirs = s.theirs.call(t.Context(), op, sdkIn)
	if apiError(theirs) == nil {
		t.Fatalf("%s %s: the SDK's is %v", op, e.Code, theirs)
	}
	return ours, theirs
}

// answerOf returns what our client makes of an error reply, which both get.
func (s service) answerOf(t *testing.T, op string, e awsquery.ErrorResponse) error {
	t.Helper()
	in := reflect.New(s.ours.input(op))
	fill(in.Elem())
	s.answer(http.StatusBadRequest, awsquery.AppendError(nil, "http://rds.amazonaws.com/doc/2014-10-31/", e), nil)
	_, err := s.ours.call(t.Context(), op, in)
	if apiError(err) == nil {
		t.Fatalf("%s %s: %v", op, e.Code, err)
	}
	return err
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

// typeCodes returns the codes of the types of our faults, which only the source
// says of all.
func typeCodes(t *testing.T, path string) map[string]string {
	t.Helper()
	codes := make(map[string]string)
	for _, decl := range source(t, path, "errors*.go") { // func (e *Fault) ErrorCode() string { return … "Code" … }
		method, ok := decl.(*ast.FuncDecl)
		if !ok || method.Name.Name != "ErrorCode" || method.Recv == nil {
			continue
		}
		pointer, isPointer := method.Recv.List[0].Type.(*ast.StarExpr)
		ast.Inspect(method.Body, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && isPointer {
				if code, err := strconv.Unquote(literal.Value); err == nil {
					codes[pointer.X.(*ast.Ident).Name] = code
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
