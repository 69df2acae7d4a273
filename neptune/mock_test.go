package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

// A mock is a client for tests as programs for the SDK write them. Its errors are bare faults.
type mock struct {
	described error
	stopped   []error
}

func (m *mock) DescribeDBClusters(_ context.Context, in *neptune.DescribeDBClustersInput, _ ...func(*neptune.Options)) (*neptune.DescribeDBClustersOutput, error) {
	if m.described != nil {
		return nil, m.described
	}
	status := "available"
	if len(m.stopped) == 0 {
		status = "stopped"
	}
	return &neptune.DescribeDBClustersOutput{DBClusters: []types.DBCluster{{
		DBClusterIdentifier: in.DBClusterIdentifier, Engine: nereid.String("neptune"), Status: &status,
	}}}, nil
}

func (m *mock) DescribeDBInstances(context.Context, *neptune.DescribeDBInstancesInput, ...func(*neptune.Options)) (*neptune.DescribeDBInstancesOutput, error) {
	return &neptune.DescribeDBInstancesOutput{}, nil
}

func (m *mock) StopDBCluster(context.Context, *neptune.StopDBClusterInput, ...func(*neptune.Options)) (*neptune.StopDBClusterOutput, error) {
	err := m.stopped[0]
	m.stopped = m.stopped[1:]
	return &neptune.StopDBClusterOutput{}, err
}

// A mock's errors work like error responses, with or without a type for the fault.
func TestErrorsOfMocks(t *testing.T) {
	for name, code := range map[string]func(fault smithy.APIError) error{
		"typed":   func(fault smithy.APIError) error { return fault },
		"generic": func(fault smithy.APIError) error { return &smithy.GenericAPIError{Code: fault.ErrorCode()} },
	} {
		synctest.Test(t, func(t *testing.T) {
			graph := &neptune.DescribeDBClustersInput{DBClusterIdentifier: nereid.String("graph")}
			gone := &mock{described: code(&types.DBClusterNotFoundFault{})}
			if err := neptune.NewDBClusterDeletedWaiter(gone).Wait(t.Context(), graph, time.Hour); err != nil {
				t.Errorf("%s: waiting for a deletion: %v", name, err)
			}
			err := neptune.NewDBClusterAvailableWaiter(gone).Wait(t.Context(), graph, time.Hour)
			if !errors.Is(err, nereid.ErrWaitFailed) || !errors.Is(err, nereid.ErrNotFound) {
				t.Errorf("%s: waiting for what is not there: %v", name, err)
			}
			busy := &mock{stopped: []error{code(&types.InvalidDBClusterStateFault{}), nil}}
			if result, err := neptune.EnsureStopped(t.Context(), busy, "graph", time.Hour); err != nil || len(result.Actions) != 2 {
				t.Errorf("%s: stopping what is busy: %v, %v", name, result, err)
			}
		})
	}
}

// A type switch, as in programs for the SDK, finds the service's fault.
func ExampleClient_StopDBCluster_fault() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())
	_, err := client.StopDBCluster(context.Background(), &neptune.StopDBClusterInput{DBClusterIdentifier: nereid.String("gone")})
	var ae smithy.APIError
	if errors.As(err, &ae) {
		switch fault := ae.(type) {
		case *types.DBClusterNotFoundFault:
			fmt.Println("there is no such cluster:", *fault.Message)
		case *types.InvalidDBClusterStateFault:
			fmt.Println("not now:", *fault.Message)
		default:
			fmt.Println(ae.ErrorCode())
		}
	}
	// Output: there is no such cluster: DBCluster gone not found.
}
