package neptune_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestLostRename renames a cluster and a global cluster while an answer gets
// lost, with a service that takes its time for it and one that does not.
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
		takes     time.Duration // the renaming
		faults    []nereidtest.Fault
		shows     string // the name in the output
		recovered bool
		fails     func(error) bool
	}{
		"done":                      {rename: cluster(ptr(true)), id: "old", faults: lost("ModifyDBCluster"), shows: "new", recovered: true},
		"under way":                 {rename: cluster(ptr(true)), id: "old", takes: time.Minute, faults: lost("ModifyDBCluster"), shows: "old", recovered: true},
		"for the window":            {rename: cluster(nil), id: "old", faults: lost("ModifyDBCluster"), shows: "old"},
		"not begun":                 {rename: cluster(ptr(true)), id: "old", takes: time.Minute, faults: reset("ModifyDBCluster"), shows: "old"},
		"no such cluster":           {rename: cluster(ptr(true)), id: "x", fails: isNotFound},
		"no such cluster, reset":    {rename: cluster(ptr(true)), id: "x", faults: reset("ModifyDBCluster"), fails: isUnknown},
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

// TestLostRemoval removes a member from a global cluster while an answer gets
// lost. While it is leaving, it is listed, and nobody can know.
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
