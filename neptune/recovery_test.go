package neptune_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestLostRename renames a cluster and a global database and loses a response. Some services rename
// immediately, some slowly.
func TestLostRename(t *testing.T) {
	lost := func(action string) []nereidtest.Fault { return []nereidtest.Fault{nereidtest.LostAnswer(action)} }
	reset := func(action string) []nereidtest.Fault {
		return []nereidtest.Fault{{Action: action, Err: nereidtest.ErrConnectionReset}}
	}
	cluster := func(at *bool) func(context.Context, *neptune.Client, string) (string, bool, error) {
		return func(ctx context.Context, c *neptune.Client, id string) (string, bool, error) {
			out, err := c.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{
				DBClusterIdentifier: &id, NewDBClusterIdentifier: nereid.String("new"), ApplyImmediately: at,
			})
			if err != nil {
				return "", false, err
			}
			return nereid.ToString(out.DBCluster.DBClusterIdentifier), nereid.Recovered(out.ResultMetadata), nil
		}
	}
	global := func(ctx context.Context, c *neptune.Client, id string) (string, bool, error) {
		out, err := c.ModifyGlobalCluster(ctx, &neptune.ModifyGlobalClusterInput{
			GlobalClusterIdentifier: &id, NewGlobalClusterIdentifier: nereid.String("new"),
		})
		if err != nil {
			return "", false, err
		}
		return nereid.ToString(out.GlobalCluster.GlobalClusterIdentifier), nereid.Recovered(out.ResultMetadata), nil
	}
	for name, test := range map[string]struct {
		rename    func(context.Context, *neptune.Client, string) (string, bool, error)
		id        string
		takes     time.Duration // duration of the rename
		faults    []nereidtest.Fault
		shows     string // name in the output
		recovered bool
		fails     func(error) bool
	}{
		"done":                      {rename: cluster(ptr(true)), id: "old", faults: lost("ModifyDBCluster"), shows: "new", recovered: true},
		"under way":                 {rename: cluster(ptr(true)), id: "old", takes: time.Minute, faults: lost("ModifyDBCluster"), shows: "old", recovered: true},
		"for the window":            {rename: cluster(nil), id: "old", faults: lost("ModifyDBCluster"), shows: "old"},
		"not begun":                 {rename: cluster(ptr(true)), id: "old", takes: time.Minute, faults: reset("ModifyDBCluster"), shows: "old"},
		"no such cluster":           {rename: cluster(ptr(true)), id: "x", fails: isNotFound},
		"no such cluster, reset":    {rename: cluster(ptr(true)), id: "x", faults: reset("ModifyDBCluster"), fails: isNotFound},
		"global, done":              {rename: global, id: "old", faults: lost("ModifyGlobalCluster"), shows: "new", recovered: true},
		"global, under way":         {rename: global, id: "old", takes: time.Minute, faults: lost("ModifyGlobalCluster"), fails: isUnknown},
		"global, not begun":         {rename: global, id: "old", takes: time.Minute, faults: reset("ModifyGlobalCluster"), shows: "old"},
		"no such global":            {rename: global, id: "x", fails: isNotFound},
		"no such global, unreached": {rename: global, id: "x", faults: []nereidtest.Fault{{Err: nereidtest.ErrConnectionRefused}}, fails: isNotFound},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t, nereidtest.WithTimings(func(of *nereidtest.Timings) {
					of.ClusterModify, of.GlobalModify = test.takes, test.takes
				}))
				server.AddCluster(nereidtest.Cluster{ID: "old"})
				server.AddCluster(nereidtest.Cluster{ID: "other"})
				server.AddGlobalCluster("old")
				server.Inject(test.faults...)
				shows, recovered, err := test.rename(t.Context(), neptune.NewFromConfig(server.Config()), test.id)
				if test.fails != nil && !test.fails(err) || test.fails == nil && err != nil {
					t.Fatal(err)
				}
				if shows != test.shows || recovered != test.recovered {
					t.Errorf("%q, recovered: %t; want %q, %t", shows, recovered, test.shows, test.recovered)
				}
			})
		})
	}
}

func isNotFound(err error) bool { return errors.Is(err, nereid.ErrNotFound) }

func isUnknown(err error) bool {
	var unknown *nereid.OutcomeUnknownError
	return errors.As(err, &unknown) && !errors.Is(err, nereid.ErrNotFound)
}

// TestLostRemoval removes a member from a global database and loses a response. While Describe
// responses still list the member, the outcome is unknown.
func TestLostRemoval(t *testing.T) {
	for name, test := range map[string]struct {
		takes     time.Duration
		member    string
		fault     nereidtest.Fault
		recovered bool
		fails     func(error) bool
	}{
		"done":            {member: "graph-2", fault: nereidtest.LostAnswer(""), recovered: true},
		"under way":       {member: "graph-2", takes: time.Minute, fault: nereidtest.LostAnswer(""), fails: isUnknown},
		"not begun":       {member: "graph-2", takes: time.Minute, fault: nereidtest.Fault{Err: nereidtest.ErrConnectionReset}},
		"never a member":  {member: "graph-3", fault: nereidtest.Throttled(""), fails: isNotFound},
		"never reached":   {member: "graph-3", fault: nereidtest.Fault{Err: nereidtest.ErrConnectionRefused}, fails: isNotFound},
		"not one already": {member: "graph-3", fault: nereidtest.Unavailable(""), recovered: true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t, nereidtest.WithTimings(func(of *nereidtest.Timings) { of.GlobalRemove = test.takes }))
				arns := map[string]string{}
				for i, region := range []string{"us-east-1", "eu-west-1", "eu-west-2"} {
					id := []string{"graph-1", "graph-2", "graph-3"}[i]
					arns[id] = server.AddCluster(nereidtest.Cluster{ID: id, Region: region, Instances: 1})
				}
				server.AddGlobalCluster("world", arns["graph-1"], arns["graph-2"])
				server.Inject(test.fault)
				out, err := neptune.NewFromConfig(server.Config()).RemoveFromGlobalCluster(t.Context(), &neptune.RemoveFromGlobalClusterInput{
					GlobalClusterIdentifier: nereid.String("world"), DbClusterIdentifier: ptr(arns[test.member]),
				})
				switch {
				case test.fails != nil:
					if !test.fails(err) {
						t.Error(err)
					}
				case err != nil:
					t.Error(err)
				case out.GlobalCluster == nil || nereid.Recovered(out.ResultMetadata) != test.recovered:
					t.Errorf("%+v", out)
				}
			})
		})
	}
}

// TestRecoveryWithWrongClock creates resources and loses a response, with a wrong local clock. The
// service accepts a signature that is minutes off. It rejects a signature that is hours off; the
// client then corrects its clock. By the service's clock, the client decides whether a resource
// belongs to the call or was created two minutes before the call.
func TestRecoveryWithWrongClock(t *testing.T) {
	const early = 2 * time.Minute
	add := map[string]func(*nereidtest.Server, time.Duration){ // time before the call
		"CreateDBCluster": func(s *nereidtest.Server, ago time.Duration) {
			s.AddCluster(nereidtest.Cluster{ID: "thing", Created: s.Now().Add(-ago)})
		},
		"CreateDBClusterSnapshot": func(s *nereidtest.Server, ago time.Duration) {
			s.AddSnapshot(nereidtest.Snapshot{ID: "thing", Cluster: "graph", Created: s.Now().Add(-ago)})
		},
	}
	create := map[string]func(context.Context, *neptune.Client) (middleware.Metadata, error){
		"CreateDBCluster": func(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
			out, err := c.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: ptr("thing"), Engine: ptr("neptune")})
			if err == nil {
				md = out.ResultMetadata
			}
			return md, err
		},
		"CreateDBClusterSnapshot": func(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
			out, err := c.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: ptr("graph"), DBClusterSnapshotIdentifier: ptr("thing"),
			})
			if err == nil {
				md = out.ResultMetadata
			}
			return md, err
		},
	}
	cases := 0
	for action, call := range create {
		for _, off := range longtest.Some([]time.Duration{0, 4 * time.Minute, 30 * time.Hour, time.Minute, 10 * time.Minute, 3 * time.Hour}, 0, 3) {
			for _, ahead := range []time.Duration{off, -off} {
				for what, test := range map[string]struct {
					earlier time.Duration // time before the call at which another caller created the name; 0 for no such resource
					fault   nereidtest.Fault
					slow    time.Duration // delay of the rejection
					want    string
				}{
					"own work":               {0, nereidtest.LostAnswer(action), 0, "recovered"},
					"own work, told slowly":  {0, nereidtest.LostAnswer(action), 40 * time.Second, "recovered"},
					"never done":             {0, nereidtest.Fault{Action: action, Err: nereidtest.ErrConnectionReset}, 0, "success"},
					"made before":            {early, nereidtest.Fault{Action: action, Err: nereidtest.ErrConnectionReset}, 0, "exists"},
					"made before, and slow":  {early, nereidtest.Fault{Action: action, Err: nereidtest.ErrConnectionReset}, 40 * time.Second, "exists"},
					"yesterday's":            {24 * time.Hour, nereidtest.Fault{Action: action, Err: nereidtest.ErrConnectionReset}, 0, "exists"},
					"made before, and clear": {early, nereidtest.Fault{Action: action, Err: nereidtest.ErrConnectionRefused}, 0, "exists"},
				} {
					cases++
					name := fmt.Sprintf("%s, %s ahead, %s", action, ahead, what)
					synctest.Test(t, func(t *testing.T) {
						server := nereidtest.NewServer(t, nereidtest.WithClockSkew(ahead))
						server.AddCluster(nereidtest.Cluster{ID: "graph", Created: server.Now().Add(-48 * time.Hour)})
						if test.earlier > 0 {
							add[action](server, test.earlier)
						}
						fault := test.fault
						if off > 5*time.Minute {
							fault.Skip = 1 // the attempt that is rejected because of its signature
						}
						server.Inject(fault, nereidtest.Fault{
							Action: action, Delay: test.slow, AfterCommit: true, Match: func(r *nereidtest.Request) bool { return r.Attempt > 1+fault.Skip },
						})
						md, err := call(t.Context(), neptune.NewFromConfig(server.Config()))
						got := "success"
						switch {
						case errors.Is(err, nereid.ErrAlreadyExists):
							got = "exists"
						case err != nil:
							got = err.Error()
						case nereid.Recovered(md):
							got = "recovered"
						}
						if got != test.want {
							t.Errorf("%s: %s, want %s", name, got, test.want)
						}
					})
				}
			}
		}
	}
	t.Logf("%d cases", cases)
}

// EnsureStopped continues if the outcome of a stop is unknown: the next polls show it.
func TestEnsureStoppedAfterALostAnswer(t *testing.T) {
	throttled := nereidtest.Throttled("StopDBCluster")
	throttled.Times = 2
	state := nereidtest.Fault{Action: "StopDBCluster", Code: "InvalidDBClusterStateFault"}
	for name, faults := range map[string][]nereidtest.Fault{
		"carried out, then throttled":     {nereidtest.LostAnswer("StopDBCluster"), throttled},
		"not carried out, then throttled": {{Action: "StopDBCluster", Err: nereidtest.ErrConnectionReset}, throttled},
		"not carried out, then refused":   {{Action: "StopDBCluster", Err: nereidtest.ErrConnectionReset}, state},
	} {
		synctest.Test(t, func(t *testing.T) {
			server := nereidtest.NewServer(t)
			server.AddCluster(nereidtest.Cluster{ID: "graph"})
			server.Inject(faults...)
			result, err := neptune.EnsureStopped(t.Context(), neptune.NewFromConfig(server.Config()), "graph", time.Hour)
			if err != nil || nereid.ToString(result.Cluster.Status) != "stopped" {
				t.Errorf("%s: %+v, %v", name, result, err)
			}
			if n := server.CountSucceeded("StopDBCluster"); n != 1 {
				t.Errorf("%s: stopped %d times", name, n)
			}
		})
	}
}
