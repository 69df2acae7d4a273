package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

const loadRole = "arn:aws:iam::123456789012:role/load"

// EnsureRole attaches a role once, in any state of the cluster, even if it is called repeatedly.
func TestEnsureRole(t *testing.T) {
	for name, test := range map[string]struct {
		before func(*nereidtest.Server, *neptune.Client)
		calls  int // calls of AddRoleToDBCluster
		fails  func(error) bool
	}{
		"available":        {calls: 1},
		"answer lost":      {calls: 2, before: func(s *nereidtest.Server, _ *neptune.Client) { s.Inject(nereidtest.LostAnswer("AddRoleToDBCluster")) }},
		"already there":    {before: func(s *nereidtest.Server, c *neptune.Client) { addRole(c); s.Advance(time.Hour) }},
		"about to be":      {before: func(_ *nereidtest.Server, c *neptune.Client) { addRole(c) }},
		"cluster starting": {calls: 1, before: func(s *nereidtest.Server, c *neptune.Client) { startGraph(s, c) }},
		"cluster stopped":  {before: func(s *nereidtest.Server, _ *neptune.Client) { s.SetClusterStatus("graph", "stopped") }, fails: isWait(nereid.ErrWaitTimeout)},
		"cluster failed":   {before: func(s *nereidtest.Server, _ *neptune.Client) { s.SetClusterStatus("graph", "failed") }, fails: isWait(nereid.ErrWaitFailed)},
		"invalid": {before: func(s *nereidtest.Server, c *neptune.Client) {
			addRole(c)
			s.SetClusterRoleStatus("graph", loadRole, "INVALID")
		}, fails: isWait(nereid.ErrWaitFailed)},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
				client := neptune.NewFromConfig(server.Config())
				if test.before != nil {
					test.before(server, client)
				}
				server.ResetRequests()
				err := neptune.EnsureRole(t.Context(), client, &neptune.AddRoleToDBClusterInput{DBClusterIdentifier: ptr("graph"), RoleArn: ptr(loadRole)}, time.Hour)
				if test.fails == nil && err != nil || test.fails != nil && !test.fails(err) {
					t.Errorf("it ended with %v", err)
				}
				if got := server.Count("AddRoleToDBCluster"); got != test.calls {
					t.Errorf("%d calls, want %d", got, test.calls)
				}
			})
		})
	}
	client, wire := canned(t, 200, "")
	if err := neptune.EnsureRole(t.Context(), client, nil, time.Hour); err == nil || len(wire.Sent) > 0 {
		t.Errorf("without an input: %v after %d requests", err, len(wire.Sent))
	}
}

func isWait(outcome error) func(error) bool {
	return func(err error) bool { return errors.Is(err, outcome) }
}

func addRole(c *neptune.Client) {
	if _, err := c.AddRoleToDBCluster(context.Background(), &neptune.AddRoleToDBClusterInput{DBClusterIdentifier: ptr("graph"), RoleArn: ptr(loadRole)}); err != nil {
		panic(err)
	}
}

func startGraph(s *nereidtest.Server, c *neptune.Client) {
	s.SetClusterStatus("graph", "stopped")
	if _, err := c.StartDBCluster(context.Background(), &neptune.StartDBClusterInput{DBClusterIdentifier: ptr("graph")}); err != nil {
		panic(err)
	}
}

// The bulk loader uses a role of the cluster to read from S3.
func ExampleEnsureRole() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	err := neptune.EnsureRole(context.Background(), client, &neptune.AddRoleToDBClusterInput{
		DBClusterIdentifier: nereid.String("graph"),
		RoleArn:             nereid.String("arn:aws:iam::123456789012:role/load"),
	}, 30*time.Minute, func(o *neptune.DBClusterAvailableWaiterOptions) { o.MinDelay = quickly })
	fmt.Println(err)
	// Output: <nil>
}

// The instance class changes immediately. Because the instance is still available before the change
// begins, the waiter also waits until no change is pending.
func ExampleClient_ModifyDBInstance() {
	server := demo()
	defer server.Close()
	client := neptune.NewFromConfig(server.Config())

	ctx, id := context.Background(), nereid.String("graph-1")
	out, err := client.ModifyDBInstance(ctx, &neptune.ModifyDBInstanceInput{
		DBInstanceIdentifier: id,
		DBInstanceClass:      nereid.String("db.r6g.2xlarge"),
		ApplyImmediately:     nereid.Bool(true),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*out.DBInstance.DBInstanceClass, *out.DBInstance.PendingModifiedValues.DBInstanceClass)

	waiter := neptune.NewDBInstanceAvailableWaiter(client, func(o *neptune.DBInstanceAvailableWaiterOptions) {
		o.RequirePendingEmpty = true
		o.MinDelay = quickly
	})
	done, err := waiter.WaitForOutput(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: id}, time.Hour)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(*done.DBInstances[0].DBInstanceClass)
	// Output:
	// db.r6g.large db.r6g.2xlarge
	// db.r6g.2xlarge
}
