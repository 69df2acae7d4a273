// Package clienttest tests that a service's client does what its methods and
// comments promise. It calls each operation with every member set, decodes the
// request, encodes a reply for the client to decode, and replies with each
// fault that the operation's comment lists. A new operation is tested as soon
// as its method exists.
//
// Package internal/compare compares the names that the clients send with the
// names that the AWS SDK sends.
//
// Only tests use this package.
package clienttest

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/jarcoal/httpmock"

	"github.com/nereid-go/nereid"
)

// Namespace is the XML namespace of all replies.
const Namespace = "http://rds.amazonaws.com/doc/2014-10-31/"

// RequestID is the request id in the replies of [Reply] and [FaultReply].
const RequestID = "5e1b3f0c-1111-2222-3333-444455556666"

// WithoutMetadata compares outputs without their metadata.
var WithoutMetadata = cmpopts.IgnoreTypes(middleware.Metadata{})

// An Operation is a method of a client.
type Operation struct {
	Name    string
	In, Out reflect.Type // the structs
}

// Operations returns a client's operations, sorted by name. It recognizes them
// by the signatures of the client's methods.
func Operations(client reflect.Type) []Operation {
	var found []Operation
	for i := range client.NumMethod() {
		m := client.Method(i)
		if m.Type.NumIn() == 4 && m.Type.IsVariadic() && m.Type.NumOut() == 2 &&
			m.Type.In(1) == reflect.TypeFor[context.Context]() && m.Type.Out(1) == reflect.TypeFor[error]() &&
			m.Type.In(2).Kind() == reflect.Pointer && m.Type.In(2).Elem().Name() == m.Name+"Input" &&
			m.Type.Out(0).Kind() == reflect.Pointer && m.Type.Out(0).Elem().Name() == m.Name+"Output" {
			found = append(found, Operation{m.Name, m.Type.In(2).Elem(), m.Type.Out(0).Elem()})
		}
	}
	return found
}

// Of returns the operation with the type of an input.
func Of(in any) Operation {
	t := reflect.TypeOf(in).Elem()
	return Operation{Name: strings.TrimSuffix(t.Name(), "Input"), In: t}
}

// Call calls the operation on client. The parameter in is a pointer to the
// operation's input. The result out is a pointer to the operation's output, or
// nil if there is an error.
func (o Operation) Call(ctx context.Context, client, in any) (out any, err error) {
	results := reflect.ValueOf(client).MethodByName(o.Name).Call([]reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(in)})
	err, _ = reflect.TypeAssert[error](results[1])
	return results[0].Interface(), err
}

// Input returns an input with every member set.
func (o Operation) Input() any { return filled(o.In) }

// Output returns an output with every member set.
func (o Operation) Output() any { return filled(o.Out) }

func filled(t reflect.Type) any {
	v := reflect.New(t)
	n := 0
	fill(v.Elem(), &n)
	return v.Interface()
}

// fill gives each member a different value. Lists get two elements, and times
// are in whole milliseconds. Metadata and members that are not sent are left
// unset.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		switch v.Interface().(type) {
		case time.Time:
			v.Set(reflect.ValueOf(time.UnixMilli(1_770_000_000_000 + int64(*n)).UTC()))
			return
		case middleware.Metadata:
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("query") != "-" {
				fill(v.Field(i), n)
			}
		}
	case reflect.String:
		v.SetString("text & <" + strconv.Itoa(*n) + ">")
	case reflect.Bool:
		v.SetBool(*n%2 == 0)
	case reflect.Int32, reflect.Int64:
		v.SetInt(int64(*n))
	case reflect.Float64:
		v.SetFloat(float64(*n) / 4)
	default:
		panic(fmt.Sprintf("clienttest: no values for a %s", v.Type()))
	}
}

// Metadata returns the ResultMetadata of an output.
func Metadata(out any) middleware.Metadata {
	return reflect.ValueOf(out).Elem().FieldByName("ResultMetadata").Interface().(middleware.Metadata)
}

// Reply returns an operation's reply with the given result element, or without
// one if result is empty.
func Reply(op, result string) string {
	if result != "" {
		result = "<" + op + "Result>" + result + "</" + op + "Result>"
	}
	return "<" + op + `Response xmlns="` + Namespace + `">` + result +
		"<ResponseMetadata><RequestId>" + RequestID + "</RequestId></ResponseMetadata></" + op + "Response>"
}

// FaultReply returns an error reply.
func FaultReply(code, message string) string {
	return `<ErrorResponse xmlns="` + Namespace + `"><Error><Type>Sender</Type><Code>` + code +
		"</Code><Message>" + message + "</Message></Error><RequestId>" + RequestID + "</RequestId></ErrorResponse>"
}

// Answer returns a responder that gives every request the same response.
func Answer(status int, body string) httpmock.Responder {
	return httpmock.NewStringResponder(status, body)
}

// HTTPClient returns an HTTP client that passes every request to respond.
func HTTPClient(respond httpmock.Responder) *http.Client {
	mock := httpmock.NewMockTransport()
	mock.RegisterNoResponder(respond)
	return &http.Client{Transport: mock}
}

// Credentials returns credentials for tests.
func Credentials() nereid.CredentialsProvider {
	return nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", "")
}

// A Wire is an HTTP client that keeps all requests and gives each the same
// response.
type Wire struct {
	Status int
	Body   string
	Sent   []Sent
}

// Sent is a request with its body, raw and as a form.
type Sent struct {
	*http.Request
	Text string
	Form url.Values
}

// Do implements nereid.HTTPClient.
func (w *Wire) Do(req *http.Request) (*http.Response, error) {
	text, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	form, err := url.ParseQuery(string(text))
	if err != nil {
		return nil, err
	}
	w.Sent = append(w.Sent, Sent{req, string(text), form})
	return httpmock.NewStringResponse(w.Status, w.Body), nil
}

// Form returns the parameters of the request that was sent, sorted, one per
// line. If the number of requests sent is not 1, the test fails.
func (w *Wire) Form(t *testing.T) string {
	t.Helper()
	if len(w.Sent) != 1 {
		t.Fatalf("%d requests were sent, want 1", len(w.Sent))
	}
	var pairs []string
	for name, values := range w.Sent[0].Form {
		for _, v := range values {
			pairs = append(pairs, name+"="+v)
		}
	}
	slices.Sort(pairs)
	return strings.Join(pairs, "\n")
}
