package compare_test

import (
	"net/http"
	"reflect"
	"slices"
	"testing"

	"github.com/aws/smithy-go/middleware"

	sdkneptune "github.com/aws/aws-sdk-go-v2/service/neptune"
	sdkrds "github.com/aws/aws-sdk-go-v2/service/rds"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// TestMiddlewareIDs compares the middlewares by their IDs. Those of ours that
// the SDK has too are in the same step and the same order, so that a middleware
// inserted before or after one of them runs at the same place.
func TestMiddlewareIDs(t *testing.T) {
	const op = "DescribeDBClusters"
	required := []string{
		"OperationInputValidation", "OperationSerializer", "ClientRequestID",
		"Retry", "ResolveEndpointV2", "Signing", "OperationDeserializer",
	}
	for _, s := range services() {
		s.answer(http.StatusOK, emptyResponse(op), nil)
		ours, theirs := s.ours.middlewares(t, op), s.theirs.middlewares(t, op)
		var both []string
		for step := range theirs {
			mine := slices.DeleteFunc(slices.Clone(ours[step]), func(id string) bool { return !slices.Contains(theirs[step], id) })
			sdk := slices.DeleteFunc(slices.Clone(theirs[step]), func(id string) bool { return !slices.Contains(ours[step], id) })
			if !slices.Equal(mine, sdk) {
				t.Errorf("%s: %s has %v, in the SDK %v", s.name, step, mine, sdk)
			}
			both = append(both, mine...)
		}
		for _, id := range required {
			if !slices.Contains(both, id) {
				t.Errorf("%s: %s is not where the SDK has it: %v and %v", s.name, id, ours, theirs)
			}
		}
		t.Logf("%s: %v of the SDK's %v", s.name, ours, theirs)
	}
}

// middlewares returns the IDs in the stack of an operation, by step.
func (s side) middlewares(t *testing.T, op string) map[string][]string {
	t.Helper()
	ids := make(map[string][]string)
	look := func(stack *middleware.Stack) error {
		ids["Initialize"], ids["Serialize"], ids["Build"] = stack.Initialize.List(), stack.Serialize.List(), stack.Build.List()
		ids["Finalize"], ids["Deserialize"] = stack.Finalize.List(), stack.Deserialize.List()
		return nil
	}
	in := reflect.New(s.input(op)).Interface()
	var err error
	switch c := s.client.Interface().(type) {
	case *rds.Client:
		_, err = c.DescribeDBClusters(t.Context(), in.(*rds.DescribeDBClustersInput), rds.WithAPIOptions(look))
	case *neptune.Client:
		_, err = c.DescribeDBClusters(t.Context(), in.(*neptune.DescribeDBClustersInput), neptune.WithAPIOptions(look))
	case *sdkrds.Client:
		_, err = c.DescribeDBClusters(t.Context(), in.(*sdkrds.DescribeDBClustersInput), sdkrds.WithAPIOptions(look))
	case *sdkneptune.Client:
		_, err = c.DescribeDBClusters(t.Context(), in.(*sdkneptune.DescribeDBClustersInput), sdkneptune.WithAPIOptions(look))
	}
	if err != nil {
		t.Fatal(err)
	}
	return ids
}
