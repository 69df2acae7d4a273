package compare_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdkcredentials "github.com/aws/aws-sdk-go-v2/credentials"
	sdkneptune "github.com/aws/aws-sdk-go-v2/service/neptune"
	sdkrds "github.com/aws/aws-sdk-go-v2/service/rds"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

const (
	testRegion = "eu-central-1"
	testKey    = "AKIDEXAMPLE"
	testSecret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
)

// A service has a client of ours and the SDK's, on wires without a connection.
// Ours has one option turned off, because the SDK has no equivalent: it does
// not take the source region of a copy from an ARN.
type service struct {
	name         string
	ours, theirs side
}

// A side is one of the two clients.
type side struct {
	pkg    string // import path
	client reflect.Value
	wire   *wire
}

func services() []service {
	oursRDS, theirsRDS, oursNeptune, theirsNeptune := new(wire), new(wire), new(wire), new(wire)
	credentials := nereid.StaticCredentials(testKey, testSecret, "")
	sdkCredentials := sdkcredentials.NewStaticCredentialsProvider(testKey, testSecret, "")
	const sdk = "github.com/aws/aws-sdk-go-v2/service/"
	const own = "github.com/nereid-go/nereid/"
	return []service{
		{
			"rds",
			side{own + "rds", reflect.ValueOf(rds.New(rds.Options{
				Region: testRegion, Credentials: credentials, HTTPClient: oursRDS, Retryer: nereid.NopRetryer{},
				DisableSourceRegionFromARN: true,
			})), oursRDS},
			side{sdk + "rds", reflect.ValueOf(sdkrds.New(sdkrds.Options{
				Region: testRegion, Credentials: sdkCredentials, HTTPClient: theirsRDS, Retryer: aws.NopRetryer{},
			})), theirsRDS},
		},
		{
			"neptune",
			side{own + "neptune", reflect.ValueOf(neptune.New(neptune.Options{
				Region: testRegion, Credentials: credentials, HTTPClient: oursNeptune, Retryer: nereid.NopRetryer{},
				DisableSourceRegionFromARN: true,
			})), oursNeptune},
			side{sdk + "neptune", reflect.ValueOf(sdkneptune.New(sdkneptune.Options{
				Region: testRegion, Credentials: sdkCredentials, HTTPClient: theirsNeptune, Retryer: aws.NopRetryer{},
			})), theirsNeptune},
		},
	}
}

// forEach runs a test for each operation that both clients have.
func forEach(t *testing.T, test func(t *testing.T, s service, op string)) {
	t.Helper()
	for _, s := range services() {
		t.Run(s.name, func(t *testing.T) {
			ops := s.operations()
			for _, op := range ops {
				t.Run(op, func(t *testing.T) { test(t, s, op) })
			}
			t.Logf("%d operations", len(ops))
		})
	}
}

// operations returns the names of the operations of both.
func (s service) operations() []string {
	theirs := s.theirs.operations()
	return slices.DeleteFunc(s.ours.operations(), func(op string) bool { return !slices.Contains(theirs, op) })
}

func (s side) operations() []string {
	var ops []string
	for i := range s.client.NumMethod() {
		m := s.client.Type().Method(i)
		if m.Type.NumIn() == 4 && m.Type.IsVariadic() && strings.HasSuffix(m.Type.In(2).String(), m.Name+"Input") {
			ops = append(ops, m.Name)
		}
	}
	return ops
}

// input and output are the struct types of an operation.
func (s side) input(op string) reflect.Type {
	return s.client.MethodByName(op).Type().In(1).Elem()
}

func (s side) output(op string) reflect.Type {
	return s.client.MethodByName(op).Type().Out(0).Elem()
}

// call calls an operation. in is a pointer to its input.
func (s side) call(ctx context.Context, op string, in reflect.Value) (out reflect.Value, err error) {
	results := s.client.MethodByName(op).Call([]reflect.Value{reflect.ValueOf(ctx), in})
	err, _ = reflect.TypeAssert[error](results[1])
	return results[0], err
}

// A wire keeps the request that it receives, and returns a given answer.
type wire struct {
	request *http.Request
	body    string

	status  int
	reply   []byte
	headers http.Header
}

func (w *wire) Do(req *http.Request) (*http.Response, error) {
	w.request, w.body = req, ""
	if req.Body != nil {
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		w.body = string(body)
	}
	header := w.headers.Clone()
	if header == nil {
		header = make(http.Header)
	}
	header.Set("Content-Type", "text/xml")
	return &http.Response{
		StatusCode: w.status, Header: header, Body: io.NopCloser(bytes.NewReader(w.reply)),
		ContentLength: int64(len(w.reply)), Request: req, ProtoMajor: 1, ProtoMinor: 1,
	}, nil
}

// answer sets the reply of both sides.
func (s service) answer(status int, reply []byte, headers http.Header) {
	for _, w := range []*wire{s.ours.wire, s.theirs.wire} {
		w.status, w.reply, w.headers = status, reply, headers
	}
}
