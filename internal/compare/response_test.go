package compare_test

import (
	"net/http"
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws/middleware"
	smithymiddleware "github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/awsquery"
)

// TestResponses compares the outputs that both read from the same document. The
// document is written from a generated output and then disturbed without
// changing its meaning.
func TestResponses(t *testing.T) {
	const namespace, requestID = "http://rds.amazonaws.com/doc/2014-10-31/", "0b6b5d3e-request"
	forEach(t, func(t *testing.T, s service, op string) {
		in, sdkIn := reflect.New(s.ours.input(op)), reflect.New(s.theirs.input(op))
		fill(in.Elem())
		convert(sdkIn.Elem(), in.Elem())
		rapid.Check(t, func(rt *rapid.T) {
			written := reflect.New(s.ours.output(op))
			drawing{
				t: rt, absent: true, text: xmlText(), number: anyNumber(),
				skip: func(f reflect.StructField) bool { return isOnlyOurs(s, f) },
			}.draw(written.Elem(), op, 0)
			document := awsquery.AppendResponse(nil, op, namespace, requestID, written.Interface())
			s.answer(http.StatusOK, disturb(rt, document), nil)
			ours, err := s.ours.call(t.Context(), op, in)
			if err != nil {
				rt.Fatal(err)
			}
			theirs, err := s.theirs.call(t.Context(), op, sdkIn)
			if err != nil {
				rt.Fatal(err)
			}
			compareOutputs(rt, ours, theirs)
			if got := nereid.RequestID(metadata(ours)); got != requestID {
				rt.Fatalf("request id %q", got)
			}
		})
	})
}

// TestRequestIDs compares where the clients look for the request id.
func TestRequestIDs(t *testing.T) {
	const op = "DescribeDBClusters"
	for _, s := range services() {
		for _, header := range []string{"X-Amzn-Requestid", "X-Amz-Requestid"} {
			reply := []byte("<" + op + "Response><" + op + "Result/></" + op + "Response>")
			s.answer(http.StatusOK, reply, http.Header{header: {"of-the-header"}})
			ours, err := s.ours.call(t.Context(), op, reflect.New(s.ours.input(op)))
			if err != nil {
				t.Fatal(err)
			}
			theirs, err := s.theirs.call(t.Context(), op, reflect.New(s.theirs.input(op)))
			if err != nil {
				t.Fatal(err)
			}
			want, _ := middleware.GetRequestIDMetadata(metadata(theirs))
			if got := nereid.RequestID(metadata(ours)); got != want {
				t.Errorf("%s: %q, the SDK has %q", header, got, want)
			}
		}
	}
}

func metadata(out reflect.Value) smithymiddleware.Metadata {
	return out.Elem().FieldByName("ResultMetadata").Interface().(smithymiddleware.Metadata)
}

func compareOutputs(t fails, ours, theirs reflect.Value) {
	t.Helper()
	converted := reflect.New(ours.Type().Elem())
	convert(converted.Elem(), theirs.Elem())
	diff := cmp.Diff(converted.Interface(), ours.Interface(),
		cmpopts.EquateNaNs(), cmpopts.IgnoreTypes(smithymiddleware.Metadata{}), cmp.Comparer(time.Time.Equal))
	if diff != "" {
		t.Fatalf("read (-SDK +ours):\n%s", diff)
	}
}

// fill gives every member of a shape a value, so that no required one is
// missing.
func fill(v reflect.Value) {
	switch t := v.Type(); {
	case t == timeType:
		v.Set(reflect.ValueOf(time.Unix(0, 0)))
	case t.Kind() == reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		fill(v.Elem())
	case t.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(t, 1, 1))
		fill(v.Index(0))
	case t.Kind() == reflect.Struct:
		for _, f := range members(t) {
			if f.Name != "SourceRegion" {
				fill(v.FieldByIndex(f.Index))
			}
		}
	case t.Kind() == reflect.String:
		v.SetString("x")
	}
}
