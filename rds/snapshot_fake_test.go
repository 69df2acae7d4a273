package rds_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

func dbSnapshot(id string) *rds.DescribeDBSnapshotsInput {
	return &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &id}
}

func dbInstance(id string) *rds.DescribeDBInstancesInput {
	return &rds.DescribeDBInstancesInput{DBInstanceIdentifier: &id}
}

// TestWaitForDBSnapshots takes snapshots of an instance, copies them to another region, deletes them
// there, and waits for each step.
func TestWaitForDBSnapshots(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddInstance(nereidtest.Instance{ID: "orders", KmsKeyID: "home"})
		home, away := rds.NewFromConfig(server.Config()), rds.NewFromConfig(server.ConfigFor("eu-west-1"))

		_, err := home.CreateDBSnapshot(t.Context(), &rds.CreateDBSnapshotInput{
			DBInstanceIdentifier: nereid.String("orders"), DBSnapshotIdentifier: nereid.String("nightly"),
		})
		if err != nil {
			t.Fatal(err)
		}
		var last rds.Poll[types.DBSnapshot]
		watch := func(o *rds.DBSnapshotAvailableWaiterOptions) {
			o.OnPoll = func(p rds.Poll[types.DBSnapshot]) { last = p }
		}
		out, err := rds.NewDBSnapshotAvailableWaiter(home, watch).WaitForOutput(t.Context(), dbSnapshot("nightly"), time.Hour)
		if err != nil || last.Status != "available" || last.Percent != 100 || last.Attempt < 2 {
			t.Fatalf("poll %d: %s at %d %%: %v", last.Attempt, last.Status, last.Percent, err)
		}

		for _, id := range []string{"copy-1", "copy-2"} {
			if _, err := away.CopyDBSnapshot(t.Context(), &rds.CopyDBSnapshotInput{
				SourceDBSnapshotIdentifier: out.DBSnapshots[0].DBSnapshotArn, TargetDBSnapshotIdentifier: &id, KmsKeyId: nereid.String("away"),
			}); err != nil {
				t.Fatal(err)
			}
		}
		var done []string
		begin := time.Now()
		for id, err := range rds.NewDBSnapshotAvailableWaiter(away).WaitAll(t.Context(), []string{"copy-1", "copy-2"}, time.Hour) {
			if err != nil {
				t.Error(err)
			}
			done = append(done, id)
		}
		if slices.Sort(done); fmt.Sprint(done) != "[copy-1 copy-2]" || time.Since(begin) < 12*time.Minute {
			t.Errorf("%v after %s", done, time.Since(begin))
		}

		if _, err := away.DeleteDBSnapshot(t.Context(), &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: nereid.String("copy-1")}); err != nil {
			t.Fatal(err)
		}
		if err := rds.NewDBSnapshotDeletedWaiter(away).Wait(t.Context(), dbSnapshot("copy-1"), time.Hour); err != nil {
			t.Error(err)
		}
		server.SetDBSnapshotStatus("arn:aws:rds:eu-west-1:123456789012:snapshot:copy-2", "failed")
		var failed *nereid.WaitError
		if err := rds.NewDBSnapshotAvailableWaiter(away).Wait(t.Context(), dbSnapshot("copy-2"), time.Hour); !errors.As(err, &failed) {
			t.Errorf("waited for a copy that failed: %v", err)
		}
	})
}

// TestWaitForDBInstances starts an instance that AWS stopped because its KMS key was not
// accessible, and deletes the instance.
func TestWaitForDBInstances(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := nereidtest.NewServer(t)
		server.AddInstance(nereidtest.Instance{ID: "orders"})
		client := rds.NewFromConfig(server.Config())
		if _, err := client.StopDBInstance(t.Context(), &rds.StopDBInstanceInput{DBInstanceIdentifier: nereid.String("orders")}); err != nil {
			t.Fatal(err)
		}
		out, err := rds.NewDBInstanceAvailableWaiter(client).WaitForOutput(t.Context(), dbInstance("orders"), 10*time.Minute)
		if err == nil || *out.DBInstances[0].DBInstanceStatus != "stopped" || out.DBInstances[0].AutomaticRestartTime == nil {
			t.Errorf("waited for what is stopped: %v, %+v", err, out)
		}
		for _, status := range []string{"stopped", "inaccessible-encryption-credentials-recoverable"} {
			server.SetInstanceStatus("orders", status)
			if _, err := client.StartDBInstance(t.Context(), &rds.StartDBInstanceInput{DBInstanceIdentifier: nereid.String("orders")}); err != nil {
				t.Fatal(err)
			}
			begin := time.Now()
			err := rds.NewDBInstanceAvailableWaiter(client).Wait(t.Context(), dbInstance("orders"), time.Hour)
			if took := time.Since(begin); err != nil || took < 5*time.Minute {
				t.Errorf("%s: %v after %s", status, err, took)
			}
		}
		_, err = neptune.NewFromConfig(server.Config()).DeleteDBInstance(t.Context(), &neptune.DeleteDBInstanceInput{
			DBInstanceIdentifier: nereid.String("orders"), FinalDBSnapshotIdentifier: nereid.String("last"),
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := rds.NewDBInstanceDeletedWaiter(client).Wait(t.Context(), dbInstance("orders"), time.Hour); err != nil {
			t.Error(err)
		}
		if err := rds.NewDBSnapshotAvailableWaiter(client).Wait(t.Context(), dbSnapshot("last"), time.Hour); err != nil {
			t.Error(err)
		}
	})
}

// TestLostDBSnapshot takes and copies snapshots and loses a response. A snapshot that is being
// created has no time; the call treats it as its own if it matches the request. A copy's time is
// the time when the copy was completed, which does not prove who made the copy. Yesterday's
// snapshot must never be mistaken for today's.
func TestLostDBSnapshot(t *testing.T) {
	lostIs := map[string]string{"CreateDBSnapshot": "recovered", "CopyDBSnapshot": "unknown"}
	for _, action := range []string{"CreateDBSnapshot", "CopyDBSnapshot"} {
		lost := nereidtest.LostAnswer(action)
		reset := nereidtest.Fault{Action: action, Err: nereidtest.ErrConnectionReset}
		for name, test := range map[string]struct {
			quick   bool // the snapshot is complete immediately
			earlier bool // an earlier snapshot
			fault   *nereidtest.Fault
			want    string
		}{
			"lost":               {fault: &lost, want: lostIs[action]},
			"lost, but quick":    {quick: true, fault: &lost, want: lostIs[action]},
			"not done":           {fault: &reset, want: "success"},
			"earlier":            {earlier: true, want: "exists"},
			"earlier, and reset": {earlier: true, fault: &reset, want: "exists"},
		} {
			t.Run(action+", "+name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					server := nereidtest.NewServer(t, nereidtest.WithTimings(func(of *nereidtest.Timings) {
						if test.quick {
							of.SnapshotCreate, of.SnapshotCopy = 0, 0
						}
					}))
					server.AddInstance(nereidtest.Instance{ID: "source"})
					server.AddDBSnapshot(nereidtest.DBSnapshot{ID: "source"})
					client := rds.NewFromConfig(server.Config())
					call := func() (recovered bool, err error) {
						if action == "CreateDBSnapshot" {
							out, err := client.CreateDBSnapshot(t.Context(), &rds.CreateDBSnapshotInput{
								DBInstanceIdentifier: nereid.String("source"), DBSnapshotIdentifier: nereid.String("new"),
							})
							return err == nil && nereid.Recovered(out.ResultMetadata), err
						}
						out, err := client.CopyDBSnapshot(t.Context(), &rds.CopyDBSnapshotInput{
							SourceDBSnapshotIdentifier: nereid.String("source"), TargetDBSnapshotIdentifier: nereid.String("new"),
						})
						return err == nil && nereid.Recovered(out.ResultMetadata), err
					}
					if test.earlier {
						if _, err := call(); err != nil {
							t.Fatal(err)
						}
						<-time.After(12 * time.Hour) // in virtual time
					}
					if test.fault != nil {
						server.Inject(*test.fault)
					}
					recovered, err := call()
					var unknown *nereid.OutcomeUnknownError
					got := "success"
					switch {
					case errors.As(err, &unknown):
						got = "unknown"
					case errors.Is(err, nereid.ErrAlreadyExists):
						got = "exists"
					case err != nil:
						got = err.Error()
					case recovered:
						got = "recovered"
					}
					if got != test.want {
						t.Errorf("%s, want %s", got, test.want)
					}
					if n := server.CountSucceeded(action); n != 1 {
						t.Errorf("done %d times", n)
					}
				})
			})
		}
	}
}
