package rds_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/jarcoal/httpmock"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
)

const (
	host      = "rds.eu-central-1.amazonaws.com"
	requestID = "5e1b3f0c-1111-2222-3333-444455556666"
)

// serve returns a client that sends each request once, to respond.
func serve(respond httpmock.Responder, optFns ...func(*rds.Options)) *rds.Client {
	mock := httpmock.NewMockTransport()
	mock.RegisterResponder(http.MethodPost, "https://"+host+"/", respond)
	return rds.New(rds.Options{
		Region:      "eu-central-1",
		Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", ""),
		HTTPClient:  &http.Client{Transport: mock},
		Retryer:     nereid.NopRetryer{},
	}, optFns...)
}

// answer is a responder that always gives the same.
func answer(status int, body string) httpmock.Responder {
	return httpmock.NewStringResponder(status, body)
}

// reply is the document in which a service sends a result.
func reply(op, result string) string {
	if result != "" {
		result = "<" + op + "Result>" + result + "</" + op + "Result>"
	}
	return "<" + op + `Response xmlns="http://rds.amazonaws.com/doc/2014-10-31/">` + result +
		"<ResponseMetadata><RequestId>" + requestID + "</RequestId></ResponseMetadata></" + op + "Response>"
}

// faultReply is the document in which a service sends an error.
func faultReply(code, message string) string {
	return `<ErrorResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><Error><Type>Sender</Type><Code>` + code +
		"</Code><Message>" + message + "</Message></Error><RequestId>" + requestID + "</RequestId></ErrorResponse>"
}

// operations returns the names of the methods of a client that are operations.
func operations() []string {
	var names []string
	client := reflect.TypeFor[*rds.Client]()
	for i := range client.NumMethod() {
		if m := client.Method(i); m.Type.NumIn() == 4 && m.Type.In(1) == reflect.TypeFor[context.Context]() {
			names = append(names, m.Name)
		}
	}
	return names
}

// inputOf returns a new input of an operation with its required members set,
// those of the elements of its required lists too.
func inputOf(op string) any {
	m, _ := reflect.TypeFor[*rds.Client]().MethodByName(op)
	in := reflect.New(m.Type.In(2).Elem())
	fillRequired(in.Elem())
	return in.Interface()
}

func fillRequired(v reflect.Value) {
	for i := range v.NumField() {
		if !slices.Contains(strings.Split(v.Type().Field(i).Tag.Get("query"), ","), "required") {
			continue
		}
		switch f := v.Field(i); f.Interface().(type) {
		case *string:
			f.Set(reflect.ValueOf(nereid.String("x-1")))
		case []string:
			f.Set(reflect.ValueOf([]string{"x-1"}))
		default: // a list of structs
			f.Set(reflect.MakeSlice(f.Type(), 1, 1))
			fillRequired(f.Index(0))
		}
	}
}

// invoke calls an operation by its name.
func invoke(ctx context.Context, client *rds.Client, op string, in any, optFns ...func(*rds.Options)) (any, error) {
	args := []reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(in), reflect.ValueOf(optFns)}
	res := reflect.ValueOf(client).MethodByName(op).CallSlice(args)
	err, _ := reflect.TypeAssert[error](res[1])
	return res[0].Interface(), err
}

// metadataOf returns the ResultMetadata of an output.
func metadataOf(out any) middleware.Metadata {
	return reflect.ValueOf(out).Elem().FieldByName("ResultMetadata").Interface().(middleware.Metadata)
}

// withoutMetadata compares outputs by what the service said.
var withoutMetadata = cmpopts.IgnoreTypes(middleware.Metadata{})

// bodyOf reads the body of a request.
func bodyOf(t *testing.T, req *http.Request) string {
	t.Helper()
	body, err := io.ReadAll(req.Body)
	if err != nil {
		t.Error(err)
	}
	return string(body)
}

// at is a time of a test's reply.
func at(s string) *time.Time {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		panic(fmt.Sprint("bad time in a test: ", err))
	}
	return &t
}
