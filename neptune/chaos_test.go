package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/chaostest"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestChaosLives creates, uses and deletes clusters, instances and snapshots over an unreliable
// network. Every result must be true: a successful call has taken effect, and no call fails because
// an earlier attempt of the call took effect.
func TestChaosLives(t *testing.T) {
	for _, k := range []struct {
		percent int
		lag     time.Duration // maximum time for which Describe responses show the previous state
	}{{5, 0}, {20, 0}, {40, 0}, {20, 20 * time.Second}} {
		percent := k.percent
		t.Run(fmt.Sprintf("%d%%, lag %s", percent, k.lag), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t, nereidtest.WithSeed(uint64(percent)),
					nereidtest.WithLags(func(l *nereidtest.Lags) { l.SetAll(k.lag) }),
					nereidtest.WithLimits(func(l *nereidtest.Limits) { l.Clusters, l.ManualSnapshots = -1, -1 }))
				server.Inject(chaostest.Faults("", float64(percent)/100)...)
				client := neptune.NewFromConfig(server.Config(), func(o *neptune.Options) { o.RetryMaxAttempts = 5 })
				l := lives{t: t, server: server, client: client}
				for i := range longtest.Calls(40, 8) {
					l.one(fmt.Sprintf("graph-%d", i))
				}
				if l.done == 0 || l.recovered == 0 && (percent > 5 || longtest.Enabled()) {
					t.Errorf("%d calls succeeded, %d of them recovered", l.done, l.recovered)
				}
				t.Logf("%d %%: %d calls succeeded (%d recovered), %d gave up, %d unknown", percent, l.done, l.recovered, l.gaveUp, l.unknown)
			})
		})
	}
}

type lives struct {
	t                                *testing.T
	server                           *nereidtest.Server
	client                           *neptune.Client
	done, recovered, gaveUp, unknown int
}

// outcome counts a call, and reports whether it succeeded. A call may fail because all its attempts
// failed. Any other error fails the test, because all calls are valid.
func (l *lives) outcome(call string, err error) bool {
	var most *nereid.MaxAttemptsError
	var unknown *nereid.OutcomeUnknownError
	switch {
	case err == nil:
		l.done++
		return true
	case errors.As(err, &unknown): // allowed: an instance shows only when its creation ended, and more requests can fail afterwards
		l.unknown++
	case errors.As(err, &most):
		l.gaveUp++
	default:
		l.t.Errorf("%s: %v", call, err)
	}
	return false
}

// one creates, uses and deletes a cluster, until a call fails.
func (l *lives) one(id string) {
	ctx, snapshot, instance := l.t.Context(), id+"-snapshot", id+"-instance"
	created, err := l.client.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: &id, Engine: nereid.String("neptune")})
	if !l.outcome("CreateDBCluster", err) {
		return
	}
	l.count(nereid.Recovered(created.ResultMetadata))
	if got := nereid.ToString(created.DBCluster.DBClusterIdentifier); got != id {
		l.t.Errorf("created %q, want %q", got, id)
	}
	l.server.Advance(time.Hour)
	if out, err := l.client.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
		DBInstanceIdentifier: &instance, DBClusterIdentifier: &id,
		DBInstanceClass: nereid.String("db.r6g.large"), Engine: nereid.String("neptune"),
	}); l.outcome("CreateDBInstance", err) {
		l.count(nereid.Recovered(out.ResultMetadata))
	} else {
		return
	}
	l.server.Advance(time.Hour)
	if out, err := l.client.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: &id}); l.outcome("StopDBCluster", err) {
		l.count(nereid.Recovered(out.ResultMetadata))
	} else {
		return
	}
	l.server.Advance(time.Hour)
	if out, err := l.client.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: &id}); l.outcome("StartDBCluster", err) {
		l.count(nereid.Recovered(out.ResultMetadata))
	} else {
		return
	}
	l.server.Advance(time.Hour)
	if out, err := l.client.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: &id, DBClusterSnapshotIdentifier: &snapshot,
	}); l.outcome("CreateDBClusterSnapshot", err) {
		l.count(nereid.Recovered(out.ResultMetadata))
	} else {
		return
	}
	l.server.Advance(time.Hour)
	if out, err := l.client.DeleteDBClusterSnapshot(ctx, &neptune.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: &snapshot}); l.outcome("DeleteDBClusterSnapshot", err) {
		l.count(nereid.Recovered(out.ResultMetadata))
	} else {
		return
	}
	if out, err := l.client.DeleteDBInstance(ctx, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: &instance}); l.outcome("DeleteDBInstance", err) {
		l.count(nereid.Recovered(out.ResultMetadata))
	}
}

func (l *lives) count(recovered bool) {
	if recovered {
		l.recovered++
	}
}

// TestOnce checks that operations that must not run twice are not repeated after an attempt that may
// have been carried out, regardless of the retryer.
func TestOnce(t *testing.T) {
	calls := map[string]func(context.Context, *neptune.Client) error{
		"RebootDBInstance": func(ctx context.Context, c *neptune.Client) error {
			_, err := c.RebootDBInstance(ctx, &neptune.RebootDBInstanceInput{DBInstanceIdentifier: nereid.String("graph-1-1")})
			return err
		},
		"FailoverDBCluster": func(ctx context.Context, c *neptune.Client) error {
			_, err := c.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{DBClusterIdentifier: nereid.String("graph-1")})
			return err
		},
	}
	for action, call := range calls {
		for name, test := range map[string]struct {
			fault nereidtest.Fault
			again bool
		}{
			"answer lost":       {nereidtest.LostAnswer(""), false},
			"answer cut":        {nereidtest.CutAnswer("", 50), false},
			"empty answer":      {nereidtest.Fault{AfterCommit: true, Status: 200}, false},
			"failure in AWS":    {nereidtest.Fault{Status: 500, Code: "InternalFailure"}, false},
			"throttled":         {nereidtest.Throttled(""), true},
			"never sent":        {nereidtest.Fault{Err: nereidtest.ErrConnectionRefused}, true},
			"throttled, by 503": {nereidtest.Fault{Status: 503, Code: "SlowDown"}, true},
		} {
			t.Run(action+"/"+name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					server := nereidtest.NewServer(t)
					primary := server.AddCluster(nereidtest.Cluster{ID: "graph-1", Instances: 2})
					secondary := server.AddCluster(nereidtest.Cluster{ID: "graph-2", Region: "eu-west-1", Instances: 1})
					server.AddGlobalCluster("world", primary, secondary)
					server.Inject(test.fault)
					err := call(t.Context(), neptune.NewFromConfig(server.Config()))
					var unknown *nereid.OutcomeUnknownError
					if got := server.Count(action); errors.As(err, &unknown) == test.again || (got > 1) != test.again {
						t.Errorf("%d requests, %v", got, err)
					}
					if !test.again && (errors.Is(err, nereid.ErrNotFound) || nereid.IsServiceError(err) && test.fault.Code == "") {
						t.Errorf("%v passes for an answer", err)
					}
				})
			})
		}
	}
}
