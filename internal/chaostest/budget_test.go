package chaostest_test

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// mayBeUnknown are the mutations that may end in an unknown outcome when one
// answer is lost. For an instance, a copy, a group, an endpoint or a global
// cluster, AWS does not show who created it. A failover, or removing a member
// of a global cluster, takes longer than a call watches it. The other mutations
// must not be repeated, or Describe responses do not show them.
var mayBeUnknown = []string{
	"neptune.CreateDBInstance", "neptune.CopyDBClusterSnapshot", "rds.CopyDBClusterSnapshot", "rds.CopyDBSnapshot", "neptune.CreateGlobalCluster",
	"rds.CreateDBInstance", "rds.RestoreDBInstanceFromDBSnapshot", "rds.RestoreDBInstanceToPointInTime", "rds.FailoverDBCluster", "rds.RebootDBInstance", "rds.BacktrackDBCluster", "rds.RestoreDBInstanceFromS3",
	"neptune.FailoverDBCluster", "neptune.RebootDBInstance", "neptune.FailoverGlobalCluster", "neptune.SwitchoverGlobalCluster", "neptune.RemoveFromGlobalCluster",
	"neptune.CreateDBParameterGroup", "neptune.CopyDBParameterGroup", "neptune.CreateDBClusterParameterGroup", "neptune.CopyDBClusterParameterGroup",
	"neptune.CreateDBSubnetGroup", "neptune.CreateDBClusterEndpoint",
	"neptune.ModifyDBCluster, hidden",
	"neptune.DeleteDBCluster, with a last snapshot", // AWS shows the cluster as before while it takes the snapshot
}

// TestOneLostAnswer loses one answer of every operation that changes something.
// No other caller is active, and Describe responses lag by up to 20 seconds.
// Each call takes effect once and returns success, except for the operations in
// mayBeUnknown.
func TestOneLostAnswer(t *testing.T) {
	for _, m := range mutations() {
		reset, page := nereidtest.LostAnswer(m.operation()), nereidtest.Fault{Action: m.operation(), AfterCommit: true, Status: 502, Body: "<html>502</html>"}
		for _, c := range longtest.Some([]struct {
			name  string
			fault nereidtest.Fault
			lag   time.Duration
		}{{"reset", reset, 0}, {"502", page, 20 * time.Second}, {"reset", reset, 20 * time.Second}, {"502", page, 0}}, 0, 2) {
			t.Run(m.name+"/"+c.name+"/"+c.lag.String(), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) { m.loseOne(t, c.fault, c.lag) })
			})
		}
	}
}

// TestTroubleBehindOneLostAnswer throttles, denies and rejects every request
// after a lost answer. No call may return such an error as if it were the
// response to the lost request.
func TestTroubleBehindOneLostAnswer(t *testing.T) {
	troubles := []struct {
		name  string
		fault nereidtest.Fault
	}{
		{"throttled", nereidtest.Throttled("")}, {"expired", nereidtest.Fault{Status: 403, Code: "ExpiredToken"}},
		{"denied", nereidtest.Fault{Status: 403, Code: "AccessDenied"}}, {"refused connection", nereidtest.Fault{Err: nereidtest.ErrConnectionRefused}},
		{"page", nereidtest.Fault{Status: 403, Body: "<html>no</html>"}},
	}
	for n, m := range mutations() {
		for _, trouble := range longtest.Some(troubles, n, 2) {
			t.Run(m.name+"/"+trouble.name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					fault := trouble.fault
					fault.Action, fault.Times = m.operation(), -1
					server, c := m.begin(t, 0)
					server.Inject(nereidtest.LostAnswer(m.operation()), fault)
					_, _, err := m.do(t.Context(), c, "thing")
					var unknown *nereid.OutcomeUnknownError
					if !errors.As(err, &unknown) || nereid.IsServiceError(err) || nereid.CategoryOf(err) != "" {
						t.Errorf("%v", err)
					}
					if done := server.CountSucceeded(m.operation()); done != 1 {
						t.Errorf("done %d times", done)
					}
				})
			})
		}
	}
}

// TestMiddlewareFailsAfterOneReply has a middleware of the caller fail after
// the first reply. No effect may happen twice, and no call that took effect may
// return a rejection.
func TestMiddlewareFailsAfterOneReply(t *testing.T) {
	for _, m := range mutations() {
		t.Run(m.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server, c := m.begin(t, 0)
				fails := func(stack *middleware.Stack) error {
					if stack.ID() != m.operation() {
						return nil
					}
					failed := false
					return stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("Mine", func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
						out, md, err := next.HandleDeserialize(ctx, in)
						if err == nil && !failed {
							failed, err = true, io.ErrUnexpectedEOF
						}
						return out, md, err
					}), middleware.Before)
				}
				c.neptune = neptune.NewFromConfig(server.Config(), neptune.WithAPIOptions(fails))
				c.rds = rds.NewFromConfig(server.Config(), rds.WithAPIOptions(fails))
				_, _, err := m.do(t.Context(), c, "thing")
				m.judge(t, server, err)
			})
		})
	}
}

// begin prepares a server for the mutation. Describe responses lag by at most
// lag.
func (m *mutation) begin(t *testing.T, lag time.Duration) (*nereidtest.Server, clients) {
	t.Helper()
	server := nereidtest.NewServer(t, nereidtest.WithLags(func(of *nereidtest.Lags) { of.SetAll(lag) }))
	server.AddCluster(nereidtest.Cluster{ID: "source"})
	server.AddSnapshot(nereidtest.Snapshot{ID: "source", Created: time.Now().Add(-24 * time.Hour)})
	server.AddInstance(nereidtest.Instance{ID: "source"})
	server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "source"})
	if m.prepare != nil {
		m.prepare(server, "thing")
		<-time.After(time.Minute) // so that the prepared resources show
	}
	server.ResetRequests()
	return server, clients{neptune.NewFromConfig(server.Config()), rds.NewFromConfig(server.Config())}
}

func (m *mutation) loseOne(t *testing.T, fault nereidtest.Fault, lag time.Duration) {
	t.Helper()
	server, c := m.begin(t, lag)
	server.Inject(fault)
	_, _, err := m.do(t.Context(), c, "thing")
	m.judge(t, server, err)
}

// judge checks that the mutation took effect once, and checks the result of the
// call.
func (m *mutation) judge(t *testing.T, server *nereidtest.Server, err error) {
	t.Helper()
	var unknown *nereid.OutcomeUnknownError
	switch {
	case errors.As(err, &unknown):
		if !slices.ContainsFunc(mayBeUnknown, func(name string) bool { return strings.HasPrefix(m.name+",", name+",") }) {
			t.Error(err)
		}
	case err != nil:
		t.Error(err)
	}
	if done := server.CountSucceeded(m.operation()); done == 0 || done > 1 && !m.again {
		t.Errorf("done %d times", done)
	}
}
