package nereidtest

import (
	"errors"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"github.com/aws/smithy-go"
	"github.com/nereid-go/nereid/internal/awsquery"
	"github.com/nereid-go/nereid/internal/sigv4"
)

// An operation is an exported method of region. The method's name is the API
// action:
//
//	func (r *region) StopDBCluster(in *stopDBClusterInput) (*clusterOutput, error)
//
// The input has all members that the operation has in RDS or in Neptune,
// because a request does not show which of the two services the client means.
// If both services have the operation, the output has RDS's shape, which
// includes every member of Neptune's shape.
type operation struct{ method reflect.Method }

// operationOf returns the operation for an action.
func operationOf(action string) (op operation, ok bool) {
	m, ok := reflect.TypeFor[*region]().MethodByName(action)
	return operation{m}, ok
}

// run decodes the parameters, calls the method, and returns the output.
func (op operation) run(r *region, form string) (out any, err error) {
	in := reflect.New(op.method.Type.In(1).Elem())
	if err := decodeInput(form, in.Interface()); err != nil {
		return nil, err
	}
	if strings.Contains(op.method.Name, "GlobalCluster") && slices.Contains(r.quirks.noGlobals, r.name) {
		return nil, invalidValue("Access Denied to API Version: APIGlobalDatabases")
	}
	results := op.method.Func.Call([]reflect.Value{reflect.ValueOf(r), in})
	if err, failed := reflect.TypeAssert[error](results[1]); failed {
		return nil, err
	}
	if name := op.method.Name; !hasAnyPrefix(name, "Describe", "List") && r.call.entries == 0 {
		r.journal.add(Entry{Time: r.now, Region: r.name, Effect: "done"}, r.call)
	}
	return results[0].Interface(), nil
}

func decodeInput(form string, in any) error {
	if err := awsquery.DecodeRequest(form, in); err != nil {
		var bad *awsquery.DecodeError
		if errors.As(err, &bad) {
			return apiError("MalformedInput", "The value of %s is malformed.", shorten(bad.Path))
		}
		return apiError("MalformedInput", "The request is malformed.")
	}
	if err := awsquery.Validate(in); err != nil {
		return missing(firstMissing(err))
	}
	return nil
}

func firstMissing(err error) string {
	var invalid smithy.InvalidParamsError
	var first smithy.InvalidParamError
	if !errors.As(err, &invalid) || invalid.Len() == 0 || !errors.As(invalid.Errs()[0], &first) {
		return err.Error()
	}
	_, field, _ := strings.Cut(first.Field(), ".") // the field name begins with the input's type
	return field
}

// noOutput is the output of operations that return nothing.
type noOutput struct{}

// A call contains the properties of a request that operations and the journal
// need, apart from the request's parameters.
type call struct {
	operation   string
	requestID   string
	accessKeyID string
	form        url.Values
	host        string // of the request
	verify      func(presignedURL string) (sigv4.VerifyResult, error)
	entries     int // number of journal entries so far
}
