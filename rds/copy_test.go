package rds_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// TestLostCopy copies cluster snapshots and loses a response. The service shows either the copy's
// time, or the source's time, which does not prove who made the copy. In both cases, the call must
// not mistake yesterday's copy for its own, or its own copy for another caller's.
func TestLostCopy(t *testing.T) {
	lost := nereidtest.LostAnswer("CopyDBClusterSnapshot")
	reset := nereidtest.Fault{Action: "CopyDBClusterSnapshot", Err: nereidtest.ErrConnectionReset}
	own := []nereidtest.Option{nereidtest.WithCopiesHavingOwnTime()}
	for name, test := range map[string]struct {
		options []nereidtest.Option
		earlier bool // an earlier copy
		fault   *nereidtest.Fault
		want    string
	}{
		"own time":                             {options: own, fault: &lost, want: "recovered"},
		"own time, not done":                   {options: own, fault: &reset, want: "success"},
		"own time, earlier copy":               {options: own, earlier: true, want: "exists"},
		"own time, earlier copy, and reset":    {options: own, earlier: true, fault: &reset, want: "unknown"},
		"source's time":                        {fault: &lost, want: "unknown"},
		"source's time, earlier copy":          {earlier: true, want: "exists"},
		"source's time, earlier copy, a reset": {earlier: true, fault: &reset, want: "unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t, test.options...)
				server.AddSnapshot(nereidtest.Snapshot{ID: "source", Created: time.Now().Add(-24 * time.Hour)})
				client := rds.NewFromConfig(server.Config())
				copied := func() (*rds.CopyDBClusterSnapshotOutput, error) {
					return client.CopyDBClusterSnapshot(context.Background(), &rds.CopyDBClusterSnapshotInput{
						SourceDBClusterSnapshotIdentifier: nereid.String("source"), TargetDBClusterSnapshotIdentifier: nereid.String("copy"),
					})
				}
				if test.earlier {
					if _, err := copied(); err != nil {
						t.Fatal(err)
					}
					<-time.After(12 * time.Hour) // in virtual time
				}
				if test.fault != nil {
					server.Inject(*test.fault)
				}
				out, err := copied()
				var unknown *nereid.OutcomeUnknownError
				got := "success"
				switch {
				case errors.As(err, &unknown):
					got = "unknown"
				case errors.Is(err, nereid.ErrAlreadyExists):
					got = "exists"
				case err != nil:
					got = err.Error()
				case nereid.Recovered(out.ResultMetadata):
					got = "recovered"
				}
				if got != test.want {
					t.Errorf("%s, want %s", got, test.want)
				}
			})
		})
	}
}
