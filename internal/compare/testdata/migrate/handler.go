package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/aws/smithy-go"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
	"github.com/aws/aws-sdk-go-v2/service/neptune/types"
)

// An event is what a schedule sends to an AWS Lambda function.
type event struct {
	Action  string `json:"action"`
	Cluster string `json:"cluster"`
}

type answer struct {
	Outcome string `json:"outcome"`
	Type    string `json:"type,omitempty"`
	Code    string `json:"code,omitempty"`
	Retry   bool   `json:"retry"`
}

type lambda struct{ client *neptune.Client }

// handle starts or stops a cluster. It uses a type switch to find the cause of
// an error.
func (l *lambda) handle(ctx context.Context, e event) (answer, error) {
	var err error
	switch e.Action {
	case "start":
		_, err = l.client.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: &e.Cluster})
	case "stop":
		_, err = l.client.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: &e.Cluster})
	case "delete":
		_, err = l.client.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{
			DBClusterIdentifier: &e.Cluster, FinalDBSnapshotIdentifier: aws.String("last"),
		})
	case "describe":
		_, err = l.client.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &e.Cluster})
	default:
		return answer{}, fmt.Errorf("unknown action %q", e.Action)
	}
	if err == nil {
		return answer{Outcome: "done"}, nil
	}
	var api smithy.APIError
	if !errors.As(err, &api) {
		return answer{}, err
	}
	a := answer{Type: fmt.Sprintf("%T", api)[len("*types."):], Code: api.ErrorCode()}
	switch fault := api.(type) {
	case *types.DBClusterNotFoundFault:
		a.Outcome = "gone: " + fault.ErrorMessage()
	case *types.InvalidDBClusterStateFault:
		a.Outcome, a.Retry = "busy: "+aws.ToString(fault.Message), true
	case *types.DBClusterSnapshotAlreadyExistsFault, *types.SnapshotQuotaExceededFault:
		a.Outcome = "no last snapshot"
	case *smithy.GenericAPIError:
		a.Outcome, a.Type = "generic", ""
	default:
		a.Outcome = "another fault"
	}
	return a, nil
}

func handler(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	l := &lambda{neptune.NewFromConfig(cfg)}
	out := json.NewEncoder(os.Stdout)
	for _, e := range []event{
		{"describe", "graph"}, {"describe", "other"}, {"start", "graph"}, {"stop", "graph"}, {"stop", "graph"},
		{"stop", "other"}, {"delete", "sleeping"}, {"start", "sleeping"}, {"delete", "protected"}, {"describe", "no name"},
	} {
		a, err := l.handle(ctx, e)
		if err != nil {
			return err
		}
		fmt.Print(e.Action, " ", e.Cluster, ": ")
		if err := out.Encode(a); err != nil {
			return err
		}
	}
	return nil
}
