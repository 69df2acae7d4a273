package neptune_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

const (
	nearCluster = "arn:aws:rds:eu-west-1:123456789012:cluster:graph"
	farCluster  = "arn:aws:rds:us-east-1:123456789012:cluster:graph-far"
)

var world = &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: ptr("world")}

// always is a client that always returns the same global database or the not-found fault, and
// counts its calls.
func always(polls *int, g *types.GlobalCluster) describeGlobals {
	return func() (*neptune.DescribeGlobalClustersOutput, error) {
		*polls++
		if g == nil {
			return nil, &types.GlobalClusterNotFoundFault{Message: ptr("Global cluster world not found.")}
		}
		return &neptune.DescribeGlobalClustersOutput{GlobalClusters: []types.GlobalCluster{*g}}, nil
	}
}

// ledBy returns a global database with both clusters and the given primary cluster.
func ledBy(arn string, state *types.FailoverState) *types.GlobalCluster {
	return &types.GlobalCluster{
		Status: ptr("available"),
		GlobalClusterMembers: []types.GlobalClusterMember{
			{DBClusterArn: ptr(nearCluster), IsWriter: ptr(arn == nearCluster)},
			{DBClusterArn: ptr(farCluster), IsWriter: ptr(arn == farCluster)},
		},
		FailoverState: state,
	}
}

func TestGlobalClusterFailoverDoneWaiter(t *testing.T) {
	in := func(status types.FailoverStatus) *types.FailoverState {
		return &types.FailoverState{Status: status, FromDbClusterArn: ptr(nearCluster), ToDbClusterArn: ptr(farCluster)}
	}
	for _, test := range []struct {
		name   string
		global *types.GlobalCluster
		want   error
		status string
	}{
		{"not yet begun", ledBy(nearCluster, nil), nereid.ErrWaitTimeout, "available"},
		{"not yet begun, empty state", ledBy(nearCluster, &types.FailoverState{}), nereid.ErrWaitTimeout, "available"},
		{"pending", ledBy(nearCluster, in("pending")), nereid.ErrWaitTimeout, "pending"},
		{"failing over", ledBy(nearCluster, in("failing-over")), nereid.ErrWaitTimeout, "failing-over"},
		{"switching over", ledBy(nearCluster, in("switching-over")), nereid.ErrWaitTimeout, "switching-over"},
		{"in an unknown stage", ledBy(nearCluster, in("pondering")), nereid.ErrWaitTimeout, "pondering"},
		{"promoted, but not done", ledBy(farCluster, in("failing-over")), nereid.ErrWaitTimeout, "failing-over"},
		{"promoted, no stage", ledBy(farCluster, in("")), nereid.ErrWaitTimeout, "available"},
		{"target gone", &types.GlobalCluster{Status: ptr("available")}, nereid.ErrWaitTimeout, "available"},
		{"cancelling", ledBy(nearCluster, in("cancelling")), nereid.ErrWaitFailed, "cancelling"},
		{"cancelling, promoted", ledBy(farCluster, in("cancelling")), nereid.ErrWaitFailed, "cancelling"},
		{"no such global database", nil, nereid.ErrWaitFailed, ""},
		{"done", ledBy(farCluster, nil), nil, "available"},
		{"done, empty state", ledBy(farCluster, &types.FailoverState{}), nil, "available"},
		{"done, no stage", ledBy(farCluster, &types.FailoverState{IsDataLossAllowed: ptr(false)}), nil, "available"},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				polls, status := 0, ""
				// ARNs are case-insensitive.
				waiter := neptune.NewGlobalClusterFailoverDoneWaiter(always(&polls, test.global), strings.Replace(farCluster, "far", "FAR", 1))
				out, err := waiter.WaitForOutput(t.Context(), world, 10*time.Minute, func(o *neptune.GlobalClusterFailoverDoneWaiterOptions) {
					o.OnPoll = func(p neptune.Poll[types.GlobalCluster]) { status = p.Status }
				})
				if !errors.Is(err, test.want) || status != test.status {
					t.Errorf("%v with status %q, want %v with %q", err, status, test.want, test.status)
				}
				var failed *nereid.WaitError
				if errors.As(err, &failed) && failed.LastStatus != test.status {
					t.Errorf("the error has status %q", failed.LastStatus)
				}
				if (out == nil) != (test.global == nil) {
					t.Errorf("the last output is %v", out)
				}
			})
		})
	}
}

func TestGlobalClusterMemberRemovedWaiter(t *testing.T) {
	alone := ledBy(nearCluster, nil)
	alone.GlobalClusterMembers = alone.GlobalClusterMembers[:1]
	deleting := ledBy(nearCluster, nil)
	deleting.Status = ptr("deleting")
	for _, test := range []struct {
		name   string
		global *types.GlobalCluster
		want   error
	}{
		{"member", ledBy(nearCluster, nil), nereid.ErrWaitTimeout},
		{"primary", ledBy(farCluster, nil), nereid.ErrWaitTimeout},
		{"member of one that is being deleted", deleting, nereid.ErrWaitTimeout},
		{"removed", alone, nil},
		{"no members", &types.GlobalCluster{Status: ptr("modifying")}, nil},
		{"no such global database", nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				polls := 0
				err := neptune.NewGlobalClusterMemberRemovedWaiter(always(&polls, test.global), farCluster).Wait(t.Context(), world, 10*time.Minute)
				if !errors.Is(err, test.want) {
					t.Errorf("%v, want %v", err, test.want)
				}
				if err != nil && !strings.Contains(err.Error(), "global cluster world to become free of "+farCluster) {
					t.Errorf("the error says %v", err)
				}
			})
		})
	}
}

// An invalid ARN is an error. No member has it, but the wait for its removal must not succeed.
func TestGlobalClusterWaitersWantAnARN(t *testing.T) {
	for _, member := range []string{"", "graph-far"} {
		synctest.Test(t, func(t *testing.T) {
			polls := 0
			client := always(&polls, ledBy(nearCluster, nil))
			for name, waiter := range map[string]*neptune.GlobalClusterMemberRemovedWaiter{
				"removed":  neptune.NewGlobalClusterMemberRemovedWaiter(client, member),
				"failover": neptune.NewGlobalClusterFailoverDoneWaiter(client, member),
			} {
				if err := waiter.Wait(t.Context(), world, time.Hour); err == nil || !strings.Contains(err.Error(), "is not a valid ARN of a cluster") {
					t.Errorf("%s of %q: %v", name, member, err)
				}
			}
			if polls != 0 {
				t.Errorf("%d polls", polls)
			}
		})
	}
}

// Waiters follow a global database from its creation to its deletion.
func TestGlobalWaitersThroughALife(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		near := server.AddCluster(nereidtest.Cluster{ID: "graph", Region: "eu-west-1", Instances: 1})
		client, far := neptune.NewFromConfig(server.ConfigFor("eu-west-1")), neptune.NewFromConfig(server.Config())
		ctx := t.Context()
		far1 := &neptune.DescribeDBClustersInput{DBClusterIdentifier: ptr("graph-far")}
		var stages []string
		watch := func(o *neptune.GlobalClusterFailoverDoneWaiterOptions) {
			o.OnPoll = func(p neptune.Poll[types.GlobalCluster]) { stages = append(stages, p.Status) }
		}
		type action = func(context.Context) error
		steps := []struct {
			name      string
			act, wait action
		}{
			{"create", func(ctx context.Context) error {
				_, err := client.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
					GlobalClusterIdentifier: ptr("world"), SourceDBClusterIdentifier: &near,
				})
				return err
			}, func(ctx context.Context) error {
				return neptune.NewGlobalClusterAvailableWaiter(client).Wait(ctx, world, time.Hour)
			}},
			{"add", func(ctx context.Context) error {
				_, err := far.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
					DBClusterIdentifier: ptr("graph-far"), Engine: ptr("neptune"), GlobalClusterIdentifier: ptr("world"),
				})
				return err
			}, func(ctx context.Context) error {
				return neptune.NewDBClusterAvailableWaiter(far).Wait(ctx, far1, time.Hour)
			}},
			{"switch over", func(ctx context.Context) error {
				_, err := client.SwitchoverGlobalCluster(ctx, &neptune.SwitchoverGlobalClusterInput{
					GlobalClusterIdentifier: ptr("world"), TargetDbClusterIdentifier: ptr(farCluster),
				})
				return err
			}, func(ctx context.Context) error {
				return neptune.NewGlobalClusterFailoverDoneWaiter(client, farCluster, watch).Wait(ctx, world, time.Hour)
			}},
			{"fail over", func(ctx context.Context) error {
				_, err := far.FailoverGlobalCluster(ctx, &neptune.FailoverGlobalClusterInput{
					GlobalClusterIdentifier: ptr("world"), TargetDbClusterIdentifier: &near, AllowDataLoss: ptr(true),
				})
				return err
			}, func(ctx context.Context) error {
				return neptune.NewGlobalClusterFailoverDoneWaiter(far, near, watch).Wait(ctx, world, time.Hour)
			}},
			{"remove", func(ctx context.Context) error {
				_, err := client.RemoveFromGlobalCluster(ctx, &neptune.RemoveFromGlobalClusterInput{
					GlobalClusterIdentifier: ptr("world"), DbClusterIdentifier: ptr(farCluster),
				})
				return err
			}, func(ctx context.Context) error {
				if err := neptune.NewGlobalClusterMemberRemovedWaiter(client, farCluster).Wait(ctx, world, time.Hour); err != nil {
					return err
				}
				return neptune.NewDBClusterAvailableWaiter(far).Wait(ctx, far1, time.Hour)
			}},
			{"remove the primary", func(ctx context.Context) error {
				_, err := client.RemoveFromGlobalCluster(ctx, &neptune.RemoveFromGlobalClusterInput{
					GlobalClusterIdentifier: ptr("world"), DbClusterIdentifier: &near,
				})
				return err
			}, func(ctx context.Context) error {
				return neptune.NewGlobalClusterMemberRemovedWaiter(client, near).Wait(ctx, world, time.Hour)
			}},
			{"delete", func(ctx context.Context) error {
				_, err := client.DeleteGlobalCluster(ctx, &neptune.DeleteGlobalClusterInput{GlobalClusterIdentifier: ptr("world")})
				return err
			}, func(ctx context.Context) error {
				return neptune.NewGlobalClusterDeletedWaiter(client).Wait(ctx, world, time.Hour)
			}},
		}
		for _, step := range steps {
			if err := step.act(ctx); err != nil {
				t.Fatalf("%s: %v", step.name, err)
			}
			if err := step.wait(ctx); err != nil {
				t.Fatalf("wait after %s: %v", step.name, err)
			}
		}
		want := []string{"pending", "switching-over", "available", "pending", "failing-over", "available"}
		if diff := cmp.Diff(want, slices.Compact(stages)); diff != "" {
			t.Errorf("the stages seen differ (-want +got):\n%s", diff)
		}
	})
}
