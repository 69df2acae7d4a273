package compare_test

import (
	"errors"
	"fmt"
	"go/ast"
	"net/http"
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
	"github.com/nereid-go/nereid/internal/compare/sdk"
)

// lostRequestID is a difference from the SDK's rds from v1.133.0 on.
const lostRequestID = "the SDK's schema-based clients read the request ID of an error only from the header; Nereid also reads it from the body"

// TestFaults compares the errors for each fault that the SDK lists for an
// operation: their content, and their type in a type switch. The comment of
// each operation lists exactly these faults. Its descriptor also lists the
// SDK's faults for the operation of the same name in the other service. A fault
// that is missing there, or is there without a reason, has another type.
func TestFaults(t *testing.T) {
	comments := expect(map[string]string{
		"neptune.CreateDBCluster NetworkTypeNotSupported": newer,
		"neptune.ModifyDBCluster NetworkTypeNotSupported": newer,
	})
	generation := expectOfSchemas(map[string]string{
		"rds: request id in the body of an error":        lostRequestID,
		"rds: code in another case":                      "the SDK's schema-based clients compare codes exactly; in Nereid and in the SDK's older clients, codes are case-insensitive",
		"rds: fault that an operation does not document": "the SDK's schema-based clients return the type of every modelled fault from every operation; in Nereid, a type switch finds the faults that the operation lists, and errors.As finds all",
	})
	var sources []*sdk.Service
	for _, s := range services() {
		source, err := sdk.Read(s.name)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, source)
	}
	for i, s := range services() {
		codes, sister := faultCodes(sources[i]), faultCodes(sources[1-i])
		codeOf := typeCodes(t, s.ours.pkg+"/types")
		documented := documentedFaults(t, s.ours.pkg)
		n := 0
		for _, op := range s.operations() {
			for _, code := range codes[op] {
				// The SDK accepts a code in any case, and returns the model's
				// spelling. Ours returns the code that was sent.
				for _, sent := range []string{code, strings.ToLower(code)} {
					n++
					ours, theirs := s.fault(t, op, awsquery.ErrorResponse{Code: sent, Message: "no <such> thing\n& more", Type: "Sender", RequestID: "r-1"})
					if sent != code && sources[i].Schemas && faultType(theirs) == "GenericAPIError" {
						generation.add(s.name+": code in another case", "a generic error for "+sent)
						continue
					}
					want, got := said(theirs), said(ours)
					if sent != code {
						want["code"] = sent
					}
					if diff := s.saidAlike(want, got, generation); diff != "" {
						t.Errorf("%s %s: (-SDK +ours)\n%s", op, sent, diff)
					}
					if got, want := faultType(ours), faultType(theirs); got != want {
						t.Errorf("%s %s: a type switch finds %s, want %s", op, sent, got, want)
					}
				}
			}
			for name, code := range codeOf {
				n++
				ours, theirs := s.fault(t, op, awsquery.ErrorResponse{Code: code})
				listed, typed := faultType(ours) == name, faultType(theirs) == name
				if typed && !listed {
					generation.add(s.name+": fault that an operation does not document", op+" with "+name)
				}
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
	generation.check(t)
}

// faultType is the name of the type that a type switch finds.
func faultType(err error) string { return reflect.TypeOf(apiError(err)).Elem().Name() }

// TestOtherErrors compares the errors for codes outside the model.
func TestOtherErrors(t *testing.T) {
	const op = "DescribeDBClusters"
	generation := expectOfSchemas(map[string]string{"rds: request id in the body of an error": lostRequestID})
	for _, s := range services() {
		rapid.Check(t, func(rt *rapid.T) {
			ours, theirs := s.fault(t, op, awsquery.ErrorResponse{
				Code:      rapid.StringMatching(`[A-Z][A-Za-z.]{3,20}`).Draw(rt, "code"),
				Message:   xmlText().Draw(rt, "message"),
				Type:      rapid.SampledFrom([]string{"Sender", "Receiver", ""}).Draw(rt, "type"),
				RequestID: rapid.StringMatching(`[a-z0-9-]{0,36}`).Draw(rt, "request id"),
			})
			want, got := said(theirs), said(ours)
			// The SDK cannot tell whose fault the error is; ours has the
			// service's statement.
			delete(want, "fault")
			delete(got, "fault")
			if want["message"] == want["code"] || want["message"] == "UnknownError" {
				delete(want, "message") // the SDK's own words for none
				delete(got, "message")
			}
			if diff := s.saidAlike(want, got, generation); diff != "" {
				rt.Fatalf("(-SDK +ours)\n%s", diff)
			}
			var generic *smithy.GenericAPIError
			if !errors.As(ours, &generic) {
				rt.Fatalf("is a %T", apiError(ours))
			}
		})
	}
	generation.check(t)
}

// TestUnreadableErrors compares the errors for a rejection without an error
// reply, such as the page of a load balancer. Both have the status. The older
// clients and ours return an API error.
func TestUnreadableErrors(t *testing.T) {
	const op = "DescribeDBClusters"
	generation := expectOfSchemas(map[string]string{
		"rds: reply with an error status that is not XML": "the SDK's schema-based clients return no API error for a reply that is not XML; Nereid and the SDK's older clients return one, with the status",
	})
	for _, s := range services() {
		for _, body := range []string{"Service Unavailable", "<html><body>busy</body></html>", ""} {
			s.answer(http.StatusServiceUnavailable, []byte(body), nil)
			_, ours := s.ours.call(t.Context(), op, reflect.New(s.ours.input(op)))
			_, theirs := s.theirs.call(t.Context(), op, reflect.New(s.theirs.input(op)))
			if got, want := statusOf(ours), statusOf(theirs); got != want || want != http.StatusServiceUnavailable {
				t.Errorf("%s %q: status %d, the SDK has %d", s.name, body, got, want)
			}
			if got, want := apiError(ours) != nil, apiError(theirs) != nil; got != want {
				generation.add(s.name+": reply with an error status that is not XML", fmt.Sprintf("%q: %T, the SDK has %v", body, apiError(ours), theirs))
			}
		}
	}
	generation.check(t)
}

func statusOf(err error) int {
	var response *smithyhttp.ResponseError
	if !errors.As(err, &response) {
		return 0
	}
	return response.HTTPStatusCode()
}

// fault returns the errors of both clients for an error reply.
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

// answerOf returns our client's error for an error reply, which both clients
// receive.
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

// saidAlike compares the properties of two errors that programs read.
// generation receives the known differences of the SDK's schema-based clients.
func (s service) saidAlike(theirs, ours map[string]any, generation *differences) string {
	if id := ours["request id"]; s.theirs.hasSchemas() && id != "" && theirs["request id"] == "" {
		generation.add(s.name+": request id in the body of an error", fmt.Sprintf("%q in the body is lost", id))
		theirs["request id"] = id
	}
	return cmp.Diff(theirs, ours)
}

// hasSchemas reports whether the client belongs to the SDK's schema-based
// generation.
func (s side) hasSchemas() bool {
	_, ok := s.client.MethodByName("Options").Type().Out(0).FieldByName("Protocol")
	return ok
}

// said returns the properties of an error that programs read.
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

// typeCodes returns the codes of the types of our faults. Only the source has
// all of them.
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

// faultCodes returns the codes that the SDK documents for each operation.
func faultCodes(source *sdk.Service) map[string][]string {
	codes := make(map[string][]string)
	for name, op := range source.Operations {
		for _, fault := range op.Faults {
			codes[name] = append(codes[name], source.Faults[fault].Code)
		}
	}
	return codes
}

// documentedFaults returns the type names in the fault list of each operation's
// comment.
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

// source returns the declarations in the files of a package with matching
// names.
func source(t *testing.T, path, pattern string) []ast.Decl {
	t.Helper()
	decls, err := sdk.Source(path, pattern)
	if err != nil {
		t.Fatal(err)
	}
	return decls
}
