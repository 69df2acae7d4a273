package vectortest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"testing"

	"github.com/nereid-go/nereid"
)

// A Service is a service package under test.
type Service struct {
	Name   string                  // as in the vectors: "neptune", "rds"
	Client func(nereid.Config) any // a new *Client
	Faults []Fault                 // the faults of the package that have a vector
	Unmet  map[string]Unmet        // by the id of the vector
}

// An Unmet is a vector that is not met on purpose.
type Unmet struct {
	Reason string

	// Member is the name of the output member that differs from the vector. It is
	// "" if the difference is not limited to one member.
	Member string
}

// A Fault is a row of the table of fault types.
type Fault struct {
	Shape    string // the name in the model, which is also the name of the Go type
	Found    func(error) bool
	Category nereid.ErrorCategory // "" if there is none
}

// NewFault returns the row of the fault whose type is F.
func NewFault[F error](shape string, category nereid.ErrorCategory) Fault {
	return Fault{Shape: shape, Found: as[F], Category: category}
}

// as reports whether errors.As finds an F in err.
func as[F error](err error) bool {
	var target F
	return errors.As(err, &target)
}

// Read decodes a file of vectors into cases, a pointer to a slice. Numbers in
// values of type any are decoded as json.Number.
func Read(t *testing.T, file string, cases any) {
	t.Helper()
	dir := os.Getenv("NEREID_VECTORS")
	if dir == "" {
		t.Skip("NEREID_VECTORS is not set")
	}
	data, err := fs.ReadFile(os.DirFS(dir), file)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(cases); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

// config returns a configuration for a client that uses transport and does not
// retry.
func config(transport *Transport) nereid.Config {
	return nereid.Config{
		Region:      "us-east-1",
		Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", ""),
		HTTPClient:  transport,
		Retryer:     func() nereid.Retryer { return nereid.NopRetryer{} },
	}
}

// has reports whether the package has the operation.
func (s *Service) has(op string) bool {
	return reflect.ValueOf(s.Client(config(nil))).MethodByName(op).IsValid()
}

// input returns a pointer to a new, empty input of the operation.
func (s *Service) input(op string) reflect.Value {
	method := reflect.ValueOf(s.Client(config(nil))).MethodByName(op)
	return reflect.New(method.Type().In(1).Elem())
}

// call calls the operation. It returns a pointer to the output or, if the call
// fails, a nil pointer and the error. If the client returns both an output and
// an error, or neither, call returns an error that says so. No case expects
// such an error.
func (s *Service) call(ctx context.Context, cfg nereid.Config, op string, in reflect.Value) (reflect.Value, error) {
	method := reflect.ValueOf(s.Client(cfg)).MethodByName(op)
	results := method.Call([]reflect.Value{reflect.ValueOf(ctx), in})
	err, _ := reflect.TypeAssert[error](results[1])
	if (err == nil) == results[0].IsNil() {
		return results[0], fmt.Errorf("%s returned the output %v with the error %q", op, results[0], fmt.Sprint(err))
	}
	return results[0], err
}
