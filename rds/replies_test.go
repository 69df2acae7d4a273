package rds_test

import (
	"errors"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// A response with status 200 is a success only if it is the complete response of the operation.
func TestUnreadableSuccess(t *testing.T) {
	bodies := []struct {
		name string
		make func(op, whole string) string
		want string // part of the message
	}{
		{"empty", func(string, string) string { return "" }, ""},
		{"blank", func(string, string) string { return " \r\n" }, ""},
		{"JSON", func(string, string) string { return `{"DBClusters": []}` }, ""},
		{"HTML", func(string, string) string { return "<!DOCTYPE html><html><body>Welcome</body></html>" }, "document type"},
		{"text", func(string, string) string { return "OK" }, ""},
		{"other operation", func(_, whole string) string { return strings.ReplaceAll(whole, "Response", "Answer") }, "root element"},
		{"fault", func(string, string) string { return clienttest.FaultReply("Throttling", "m") }, "root element"},
		{"truncated", func(_, whole string) string { return whole[:len(whole)-3] }, ""},
		{"truncated after the result", func(_, whole string) string {
			head, _, _ := strings.Cut(whole, "<ResponseMetadata>")
			return head
		}, ""},
		{"end tag of another", func(_, whole string) string { return strings.Replace(whole, "</ResponseMetadata>", "</Metadata>", 1) }, ""},
		{"two documents", func(_, whole string) string { return whole + whole }, ""},
		{"text behind", func(_, whole string) string { return whole + "x" }, ""},
		{"DOCTYPE", func(_, whole string) string { return `<!DOCTYPE a [<!ENTITY b "c">]>` + whole }, "document type"},
		{"undefined entity", func(_, whole string) string { return strings.Replace(whole, clienttest.RequestID, "&b;", 1) }, ""},
		{"no result", func(op, _ string) string { return clienttest.Reply(op, "") }, "Result"},
		{"two results", func(op, whole string) string {
			result := "<" + op + "Result></" + op + "Result>"
			return strings.Replace(whole, "<ResponseMetadata>", result+result+"<ResponseMetadata>", 1)
		}, ""},
	}
	for _, x := range exchanges {
		op := clienttest.Of(x.in)
		for _, b := range bodies {
			if x.result == "" && strings.HasSuffix(b.name, "result") || x.result == "" && b.name == "two results" {
				continue // no output to compare
			}
			body := b.make(op.Name, clienttest.Reply(op.Name, x.result))
			out, err := op.Call(t.Context(), serve(answer(200, body)), x.in)
			if err == nil || !reflect.ValueOf(out).IsNil() {
				t.Errorf("%s, %s: succeeds with %+v", op.Name, b.name, out)
				continue
			}
			var unreadable *smithy.DeserializationError
			var response *smithyhttp.ResponseError
			if !errors.As(err, &unreadable) || !errors.As(err, &response) || response.HTTPStatusCode() != 200 || nereid.IsServiceError(err) {
				t.Errorf("%s, %s: %v", op.Name, b.name, err)
			}
			if !strings.Contains(err.Error(), op.Name) || !strings.Contains(err.Error(), b.want) {
				t.Errorf("%s, %s: the message lacks %q: %v", op.Name, b.name, b.want, err)
			}
			cut := strings.HasPrefix(b.name, "truncated") || strings.TrimSpace(body) == ""
			if errors.Is(err, io.ErrUnexpectedEOF) != cut {
				t.Errorf("%s, %s: the reply breaks off: %t, but the error is %v", op.Name, b.name, cut, err)
			}
		}
	}
}

// XML can be written in many ways, and a proxy may rewrite it.
func TestReadableVariants(t *testing.T) {
	variants := map[string]func(string) string{
		"BOM":          func(s string) string { return "\ufeff" + s },
		"declaration":  func(s string) string { return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + s },
		"comments":     func(s string) string { return "<!-- a > b -->" + strings.ReplaceAll(s, "><", "><!-- <x> --><") },
		"instructions": func(s string) string { return strings.ReplaceAll(s, "><", "><?php echo '>' ?><") },
		"line breaks":  func(s string) string { return strings.ReplaceAll(s, "><", ">\r\n\t<") + "\r\n" },
		"CDATA": func(s string) string {
			return strings.ReplaceAll(s, clienttest.RequestID, "<![CDATA["+clienttest.RequestID+"]]>")
		},
		"character reference": func(s string) string { return strings.ReplaceAll(s, "5e1b", "&#53;&#x65;1b") },
		"prefixes": func(s string) string {
			return strings.NewReplacer("</", "</ns:", "<", "<ns:", "xmlns=", "xmlns:ns=").Replace(s)
		},
		"attributes": func(s string) string {
			return strings.Replace(s, "<RequestId>", `<RequestId a='>' xml:lang="en">`, 1)
		},
	}
	for _, x := range exchanges {
		op := clienttest.Of(x.in)
		for name, vary := range variants {
			out, err := op.Call(t.Context(), serve(answer(200, vary(clienttest.Reply(op.Name, x.result)))), x.in)
			if err != nil {
				t.Errorf("%s, %s: %v", op.Name, name, err)
				continue
			}
			if diff := cmp.Diff(x.want, out, clienttest.WithoutMetadata); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", op.Name, name, diff)
			}
			if got := nereid.RequestID(clienttest.Metadata(out)); got != clienttest.RequestID {
				t.Errorf("%s, %s: request id %s", op.Name, name, got)
			}
		}
	}
}

func TestEmptyResultIsSuccess(t *testing.T) {
	for _, x := range exchanges {
		op := clienttest.Of(x.in)
		if x.result == "" {
			continue
		}
		out, err := op.Call(t.Context(), serve(answer(200, clienttest.Reply(op.Name, " "))), x.in)
		if err != nil {
			t.Errorf("%s: %v", op.Name, err)
			continue
		}
		empty := reflect.New(reflect.TypeOf(x.want).Elem()).Interface()
		if diff := cmp.Diff(empty, out, clienttest.WithoutMetadata); diff != "" {
			t.Errorf("%s (-want +got):\n%s", op.Name, diff)
		}
	}
}

// Errors contain the message of the service if it is readable, and otherwise the known facts.
func TestErrorReplies(t *testing.T) {
	fault := clienttest.FaultReply("ExportTaskNotFound", "gone")
	inner := "<Error><Code>ExportTaskNotFound</Code><Message>gone</Message></Error>"
	for _, c := range []struct {
		name, body string
		status     int
		header     http.Header
		code       string
		message    string // part of the message
		id         string
		fault      smithy.ErrorFault
		typed      bool
		said       bool // whether the service sent the error
		category   error
	}{
		{name: "fault", status: 404, body: fault, code: "ExportTaskNotFound", message: "gone", id: clienttest.RequestID, fault: smithy.FaultClient, typed: true, said: true, category: nereid.ErrNotFound},
		{name: "fault with status 500", status: 500, body: fault, code: "ExportTaskNotFound", message: "gone", id: clienttest.RequestID, fault: smithy.FaultClient, typed: true, said: true, category: nereid.ErrNotFound},
		{name: "Errors in ErrorResponse", status: 404, body: "<ErrorResponse><Errors>" + inner + "</Errors><RequestId>a</RequestId></ErrorResponse>", code: "ExportTaskNotFound", message: "gone", id: "a", fault: smithy.FaultClient, typed: true, said: true, category: nereid.ErrNotFound},
		{name: "Errors in Response", status: 404, body: "<Response><Errors>" + inner + "</Errors><RequestID>a</RequestID></Response>", code: "ExportTaskNotFound", message: "gone", id: "a", fault: smithy.FaultClient, typed: true, said: true, category: nereid.ErrNotFound},
		{name: "Error alone", status: 404, body: inner, header: http.Header{"X-Amzn-Requestid": {"h"}}, code: "ExportTaskNotFound", message: "gone", id: "h", fault: smithy.FaultClient, typed: true, said: true, category: nereid.ErrNotFound},
		{name: "the body's id wins", status: 404, body: fault, header: http.Header{"X-Amzn-Requestid": {"h"}}, code: "ExportTaskNotFound", id: clienttest.RequestID, fault: smithy.FaultClient, typed: true, said: true, category: nereid.ErrNotFound},
		{name: "with BOM and CDATA", status: 404, body: "\ufeff" + strings.Replace(fault, "gone", "<![CDATA[<gone>]]>", 1), code: "ExportTaskNotFound", message: "<gone>", id: clienttest.RequestID, fault: smithy.FaultClient, typed: true, said: true, category: nereid.ErrNotFound},
		{name: "common error", status: 400, body: clienttest.FaultReply("Throttling", "Rate exceeded"), code: "Throttling", message: "Rate exceeded", id: clienttest.RequestID, fault: smithy.FaultClient, said: true, category: nereid.ErrThrottled},
		{name: "service unavailable", status: 503, body: clienttest.FaultReply("ServiceUnavailable", "later"), code: "ServiceUnavailable", message: "later", id: clienttest.RequestID, fault: smithy.FaultServer, said: true},
		{name: "no message", status: 400, body: "<ErrorResponse><Error><Code>ValidationError</Code></Error></ErrorResponse>", code: "ValidationError", fault: smithy.FaultClient, said: true, category: nereid.ErrInvalidParameter},
		{name: "HTML 502", status: 502, body: "<html><body>Bad <br> gateway</body></html>", header: http.Header{"Content-Type": {"text/html"}}, code: "UnknownError", message: "text/html", fault: smithy.FaultServer},
		{name: "text 503", status: 503, body: "upstream connect error", header: http.Header{"Content-Type": {"text/plain"}, "X-Amz-Requestid": {"h"}}, code: "UnknownError", message: "status 503 Service Unavailable, text/plain of 22 bytes", id: "h", fault: smithy.FaultServer},
		{name: "empty 500", status: 500, code: "UnknownError", message: "without a body", fault: smithy.FaultServer},
		{name: "JSON 400", status: 400, body: `{"message":"no"}`, code: "UnknownError", fault: smithy.FaultClient},
		{name: "text 429", status: 429, body: "slow down", code: "UnknownError", fault: smithy.FaultClient, category: nereid.ErrThrottled},
		{name: "success document", status: 400, body: clienttest.Reply("DescribeExportTasks", "<x/>"), code: "UnknownError", fault: smithy.FaultClient},
		{name: "code of blanks", status: 400, body: clienttest.FaultReply(" ", "m"), code: "UnknownError", fault: smithy.FaultClient},
	} {
		t.Run(c.name, func(t *testing.T) {
			client := serve(answer(c.status, c.body).HeaderSet(c.header))
			out, err := client.DescribeExportTasks(t.Context(), nil)
			if out != nil || err == nil {
				t.Fatalf("%+v, %v", out, err)
			}
			var api smithy.APIError
			if !errors.As(err, &api) || api.ErrorCode() != c.code || !strings.Contains(api.ErrorMessage(), c.message) || api.ErrorFault() != c.fault {
				t.Errorf("not %s of the %s: %v", c.code, c.fault, err)
			}
			var response *nereid.ResponseError
			if !errors.As(err, &response) || response.RequestID != c.id || response.HTTPStatusCode() != c.status {
				t.Errorf("response error with %+v", response)
			}
			var typed *types.ExportTaskNotFoundFault
			if errors.As(err, &typed) != c.typed {
				t.Errorf("is typed: %t", !c.typed)
			}
			if nereid.IsServiceError(err) != c.said {
				t.Errorf("IsServiceError: %t", !c.said)
			}
			if c.category != nil && !errors.Is(err, c.category) {
				t.Errorf("is not %q", c.category)
			}
			if strings.Contains(err.Error(), "\n") || len(err.Error()) > 500 {
				t.Errorf("the message is not a short line: %q", err)
			}
		})
	}
}

// The body of the response stays readable for the caller.
func TestResponseBodyInErrors(t *testing.T) {
	for status, body := range map[int]string{502: "<html>", 404: clienttest.FaultReply("ExportTaskNotFound", "gone"), 200: "{}"} {
		_, err := serve(answer(status, body)).DescribeExportTasks(t.Context(), nil)
		var response *smithyhttp.ResponseError
		if !errors.As(err, &response) {
			t.Fatal(err)
		}
		got := make([]byte, len(body)+1)
		if n, _ := response.Response.Body.Read(got); string(got[:n]) != body {
			t.Errorf("status %d: body %q, want %q", status, got[:n], body)
		}
	}
}

// A custom HTTP client may return a response without a body.
func TestNilBody(t *testing.T) {
	client := serve(nil, func(o *rds.Options) {
		o.HTTPClient = doFunc(func(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: 500}, nil })
	})
	_, err := client.DescribeExportTasks(t.Context(), nil)
	if err == nil || !strings.Contains(err.Error(), "without a body") {
		t.Error(err)
	}
}

type doFunc func(*http.Request) (*http.Response, error)

func (f doFunc) Do(req *http.Request) (*http.Response, error) { return f(req) }

// TestMissingMembers checks that missing members of list elements are an error that names them,
// before a request is sent.
func TestMissingMembers(t *testing.T) {
	wire := new(clienttest.Wire)
	client := serve(nil, func(o *rds.Options) { o.HTTPClient = wire })
	filters := []types.Filter{{Name: nereid.String("n")}, {Values: []string{"v"}}, {Name: nereid.String("n"), Values: []string{}}}
	_, err := client.DescribeDBClusters(t.Context(), &rds.DescribeDBClustersInput{Filters: filters})
	if diff := cmp.Diff([]string{"Filters[0].Values", "Filters[1].Name"}, clienttest.Missing(err)); diff != "" {
		t.Errorf("missing members (-want +got):\n%s", diff)
	}
	if len(wire.Sent) > 0 || nereid.IsServiceError(err) {
		t.Errorf("sent %d requests: %v", len(wire.Sent), err)
	}
}
