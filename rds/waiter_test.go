package rds_test

import (
	"context"
	"errors"
	"go/ast"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// A waitCase is a waiter with the statuses that end it.
type waitCase struct {
	name                string
	op, list, item, key string // operation, list, item and status member of the description
	fault               string // wire code of the not-found fault
	wait                func(context.Context, *rds.Client) error
	success, failure    []string
	gone                bool
}

func waitCases() []waitCase {
	const most = time.Minute
	id := nereid.String("x")
	unusable := []string{
		"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters", "incompatible-network",
		"inaccessible-encryption-credentials", "inaccessible-encryption-credentials-recoverable",
	}
	unusableCluster := append(slices.Clone(unusable), "migration-failed", "cloning-failed")
	unusable = append(unusable, "incompatible-create", "incompatible-credentials", "incompatible-option-group", "restore-error", "insufficient-capacity")
	lost := []string{"deleted", "deleting", "failed", "incompatible-restore", "incompatible-parameters"}
	anew := []string{"creating", "rebooting", "resetting-master-credentials"}

	export := waitCase{op: "DescribeExportTasks", list: "ExportTasks", item: "ExportTask", key: "Status", fault: "ExportTaskNotFound"}
	cluster := waitCase{op: "DescribeDBClusters", list: "DBClusters", item: "DBCluster", key: "Status", fault: "DBClusterNotFoundFault"}
	instance := waitCase{op: "DescribeDBInstances", list: "DBInstances", item: "DBInstance", key: "DBInstanceStatus", fault: "DBInstanceNotFound"}
	snapshot := waitCase{op: "DescribeDBSnapshots", list: "DBSnapshots", item: "DBSnapshot", key: "Status", fault: "DBSnapshotNotFound"}
	clusterSnapshot := waitCase{op: "DescribeDBClusterSnapshots", list: "DBClusterSnapshots", item: "DBClusterSnapshot", key: "Status", fault: "DBClusterSnapshotNotFoundFault"}
	subscription := waitCase{op: "DescribeEventSubscriptions", list: "EventSubscriptionsList", item: "EventSubscription", key: "Status", fault: "SubscriptionNotFound"}

	backtrack := waitCase{op: "DescribeDBClusterBacktracks", list: "DBClusterBacktracks", item: "DBClusterBacktrack", key: "Status", fault: "DBClusterBacktrackNotFoundFault"}

	instanceBackup := waitCase{op: "DescribeDBInstanceAutomatedBackups", list: "DBInstanceAutomatedBackups", item: "DBInstanceAutomatedBackup", key: "Status", fault: "DBInstanceAutomatedBackupNotFound"}
	clusterBackup := waitCase{op: "DescribeDBClusterAutomatedBackups", list: "DBClusterAutomatedBackups", item: "DBClusterAutomatedBackup", key: "Status", fault: "DBClusterAutomatedBackupNotFoundFault"}

	with := func(c waitCase, name string, success, failure []string, wait func(context.Context, *rds.Client) error) waitCase {
		c.name, c.success, c.failure, c.wait, c.gone = name, success, failure, wait, strings.HasSuffix(name, "Deleted")
		return c
	}
	return []waitCase{
		with(export, "ExportTaskComplete", []string{"COMPLETE"}, []string{"FAILED", "CANCELING", "CANCELED"}, func(ctx context.Context, c *rds.Client) error {
			return rds.NewExportTaskCompleteWaiter(c).Wait(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: id}, most)
		}),
		with(export, "ExportTaskCanceled", []string{"CANCELED"}, []string{"COMPLETE", "FAILED"}, func(ctx context.Context, c *rds.Client) error {
			return rds.NewExportTaskCanceledWaiter(c).Wait(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: id}, most)
		}),
		with(cluster, "DBClusterAvailable", []string{"available"}, unusableCluster, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBClusterAvailableWaiter(c).Wait(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: id}, most)
		}),
		with(cluster, "DBClusterStopped", []string{"stopped"}, unusableCluster, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBClusterStoppedWaiter(c).Wait(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: id}, most)
		}),
		with(cluster, "DBClusterDeleted", []string{"deleted"}, anew, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBClusterDeletedWaiter(c).Wait(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: id}, most)
		}),
		with(clusterSnapshot, "DBClusterSnapshotAvailable", []string{"available"}, lost, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBClusterSnapshotAvailableWaiter(c).Wait(ctx, &rds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: id}, most)
		}),
		with(clusterSnapshot, "DBClusterSnapshotDeleted", []string{"deleted"}, anew, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBClusterSnapshotDeletedWaiter(c).Wait(ctx, &rds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: id}, most)
		}),
		with(instance, "DBInstanceAvailable", []string{"available"}, unusable, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBInstanceAvailableWaiter(c).Wait(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: id}, most)
		}),
		with(instance, "DBInstanceStopped", []string{"stopped"}, unusable, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBInstanceStoppedWaiter(c).Wait(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: id}, most)
		}),
		with(instance, "DBInstanceDeleted", []string{"deleted"}, anew, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBInstanceDeletedWaiter(c).Wait(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: id}, most)
		}),
		with(snapshot, "DBSnapshotAvailable", []string{"available"}, lost, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBSnapshotAvailableWaiter(c).Wait(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: id}, most)
		}),
		with(snapshot, "DBSnapshotDeleted", []string{"deleted"}, anew, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBSnapshotDeletedWaiter(c).Wait(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: id}, most)
		}),
		with(backtrack, "DBClusterBacktrackCompleted", []string{"completed"}, []string{"failed"}, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBClusterBacktrackCompletedWaiter(c).Wait(ctx, &rds.DescribeDBClusterBacktracksInput{DBClusterIdentifier: id, BacktrackIdentifier: id}, most)
		}),
		with(instanceBackup, "DBInstanceAutomatedBackupActive", []string{"active"}, []string{"retained", "deleting", "deleted"}, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBInstanceAutomatedBackupActiveWaiter(c).Wait(ctx, &rds.DescribeDBInstanceAutomatedBackupsInput{DbiResourceId: id}, most)
		}),
		with(instanceBackup, "DBInstanceAutomatedBackupReplicating", []string{"replicating"}, []string{"retained", "deleting", "deleted"}, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBInstanceAutomatedBackupReplicatingWaiter(c).Wait(ctx, &rds.DescribeDBInstanceAutomatedBackupsInput{DBInstanceAutomatedBackupsArn: id}, most)
		}),
		with(instanceBackup, "DBInstanceAutomatedBackupRetained", []string{"retained"}, []string{"deleting", "deleted"}, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBInstanceAutomatedBackupRetainedWaiter(c).Wait(ctx, &rds.DescribeDBInstanceAutomatedBackupsInput{DbiResourceId: id}, most)
		}),
		with(instanceBackup, "DBInstanceAutomatedBackupDeleted", []string{"deleted"}, []string{"creating", "active", "pending", "replicating"}, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBInstanceAutomatedBackupDeletedWaiter(c).Wait(ctx, &rds.DescribeDBInstanceAutomatedBackupsInput{DbiResourceId: id}, most)
		}),
		with(clusterBackup, "DBClusterAutomatedBackupRetained", []string{"retained"}, []string{"deleting", "deleted"}, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBClusterAutomatedBackupRetainedWaiter(c).Wait(ctx, &rds.DescribeDBClusterAutomatedBackupsInput{DbClusterResourceId: id}, most)
		}),
		with(clusterBackup, "DBClusterAutomatedBackupDeleted", []string{"deleted"}, []string{"active"}, func(ctx context.Context, c *rds.Client) error {
			return rds.NewDBClusterAutomatedBackupDeletedWaiter(c).Wait(ctx, &rds.DescribeDBClusterAutomatedBackupsInput{DbClusterResourceId: id}, most)
		}),
		with(subscription, "EventSubscriptionActive", []string{"active", "all-sources-deleted"}, []string{"deleting", "no-permission", "topic-not-exist"}, func(ctx context.Context, c *rds.Client) error {
			return rds.NewEventSubscriptionActiveWaiter(c).Wait(ctx, &rds.DescribeEventSubscriptionsInput{SubscriptionName: id}, most)
		}),
		with(subscription, "EventSubscriptionDeleted", []string{"deleted"}, []string{"creating"}, func(ctx context.Context, c *rds.Client) error {
			return rds.NewEventSubscriptionDeletedWaiter(c).Wait(ctx, &rds.DescribeEventSubscriptionsInput{SubscriptionName: id}, most)
		}),
	}
}

// statuses are the known statuses, and an unknown one.
var statuses = []string{
	"STARTING", "IN_PROGRESS", "COMPLETE", "FAILED", "CANCELING", "CANCELED",
	"active", "available", "backing-up", "cloning-failed", "copying", "creating", "deleted", "deleting", "failed", "failing-over",
	"inaccessible-encryption-credentials", "inaccessible-encryption-credentials-recoverable", "incompatible-network",
	"incompatible-create", "incompatible-credentials", "incompatible-option-group", "insufficient-capacity", "restore-error", "storage-full",
	"incompatible-parameters", "incompatible-restore", "maintenance", "migration-failed", "modifying", "pending", "polishing", "replicating", "retained",
	"rebooting", "resetting-master-credentials", "starting", "stopped", "stopping", "storage-optimization", "upgrading",
}

// Each waiter ends only for the statuses that its documentation lists. Statuses are
// case-insensitive.
func TestWaiterStates(t *testing.T) {
	contains := func(list []string, status string) bool {
		return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, status) })
	}
	documented := clienttest.WaiterFailures(t, append(slices.Clone(statuses), "no-permission", "topic-not-exist"))
	for _, c := range waitCases() {
		t.Run(c.name, func(t *testing.T) {
			if got := documented[c.name]; !slices.Equal(got, slices.Sorted(slices.Values(c.failure))) {
				t.Errorf("doc.go lists the failures %q, want %q", got, c.failure)
			}
			for _, status := range statuses {
				synctest.Test(t, func(t *testing.T) {
					client := serve(answer(200, clienttest.Reply(c.op, "<"+c.list+"><"+c.item+"><"+c.key+">"+status+"</"+c.key+"></"+c.item+"></"+c.list+">")))
					err := c.wait(t.Context(), client)
					var want error
					switch {
					case contains(c.success, status):
					case contains(c.failure, status):
						want = nereid.ErrWaitFailed
					default:
						want = nereid.ErrWaitTimeout
					}
					if !errors.Is(err, want) {
						t.Errorf("%s: %v, want %v", status, err, want)
					}
					var failed *nereid.WaitError
					if err != nil && (!errors.As(err, &failed) || failed.LastStatus != status || failed.LastOutput == nil) {
						t.Errorf("%s: the error does not tell it: %v", status, err)
					}
				})
			}
		})
	}
}

// If the service returns a not-found fault or an empty list, a wait for a deletion succeeds. Other
// waits poll a few more times.
func TestWaiterFindsNothing(t *testing.T) {
	for _, c := range waitCases() {
		for name, nothing := range map[string]string{
			"fault":      clienttest.FaultReply(c.fault, "x is not found"),
			"empty list": clienttest.Reply(c.op, "<"+c.list+"/>"),
		} {
			t.Run(c.name+"/"+name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					polls, status := 0, 200
					if name == "fault" {
						status = 404
					}
					err := c.wait(t.Context(), serve(func(req *http.Request) (*http.Response, error) {
						polls++
						return answer(status, nothing)(req)
					}))
					if c.gone && (err != nil || polls != 1) {
						t.Errorf("%d polls, %v", polls, err)
					}
					if !c.gone && (!errors.Is(err, nereid.ErrNotFound) && name == "fault" || err == nil) {
						t.Errorf("%d polls, %v", polls, err)
					}
				})
			})
		}
	}
}

func TestEveryWaiterHasACase(t *testing.T) {
	var have []string
	for _, c := range waitCases() {
		have = append(have, "New"+c.name+"Waiter")
	}
	for _, decl := range clienttest.Declarations(t, ".") {
		f, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		name := f.Name.Name
		if strings.HasPrefix(name, "New") && strings.HasSuffix(name, "Waiter") && !slices.Contains(have, name) {
			t.Errorf("%s has no case", name)
		}
	}
}

// The error of a failed export contains AWS's explanation.
func TestExportFailureIsTold(t *testing.T) {
	client := serve(answer(200, clienttest.Reply("DescribeExportTasks", "<ExportTasks><ExportTask><ExportTaskIdentifier>nightly-1</ExportTaskIdentifier>"+
		"<Status>FAILED</Status><FailureCause>The role\n lacks s3:PutObject</FailureCause><WarningMessage>2 tables skipped</WarningMessage></ExportTask></ExportTasks>")))
	out, err := rds.NewExportTaskCompleteWaiter(client).WaitForOutput(t.Context(),
		&rds.DescribeExportTasksInput{ExportTaskIdentifier: nereid.String("nightly-1")}, time.Hour)
	var failed *nereid.WaitError
	if !errors.As(err, &failed) || failed.Outcome != nereid.ErrWaitFailed {
		t.Fatal(err)
	}
	for _, text := range []string{"nightly-1", "COMPLETE", "FAILED", "The role lacks s3:PutObject", "2 tables skipped"} {
		if !strings.Contains(err.Error(), text) {
			t.Errorf("the message lacks %q: %v", text, err)
		}
	}
	if out == nil || failed.LastOutput != any(out) || len(out.ExportTasks) != 1 {
		t.Errorf("the output is %+v", out)
	}
}

// Pending modifications delay a wait only with RequirePendingEmpty.
func TestRequirePendingEmpty(t *testing.T) {
	for _, require := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			polls := 0
			client := serve(func(req *http.Request) (*http.Response, error) {
				pending := "<PendingModifiedValues><EngineVersion>2</EngineVersion></PendingModifiedValues>"
				if polls++; polls == 3 {
					pending = "<PendingModifiedValues/>"
				}
				return answer(200, clienttest.Reply("DescribeDBClusters", "<DBClusters><DBCluster><Status>available</Status>"+pending+"</DBCluster></DBClusters>"))(req)
			})
			var seen []string
			err := rds.NewDBClusterAvailableWaiter(client).Wait(t.Context(), &rds.DescribeDBClustersInput{DBClusterIdentifier: nereid.String("x")}, time.Hour,
				func(o *rds.DBClusterAvailableWaiterOptions) {
					o.RequirePendingEmpty = require
					o.OnPoll = func(p rds.Poll[types.DBCluster]) { seen = append(seen, p.Status) }
				})
			if want := map[bool]int{false: 1, true: 3}[require]; err != nil || polls != want || len(seen) != want {
				t.Errorf("require %t: %d polls, seen %v, %v", require, polls, seen, err)
			}
		})
	}
}

// A poll is one request, with any retryer of the client; the client options of a waiter apply to the
// poll.
func TestWaiterPollsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var times []time.Time
		var agents []string
		client := serve(func(req *http.Request) (*http.Response, error) {
			times = append(times, time.Now())
			agents = append(agents, req.UserAgent())
			if len(times) < 3 {
				return answer(503, "")(req)
			}
			return answer(200, clienttest.Reply("DescribeExportTasks", "<ExportTasks><ExportTask><Status>COMPLETE</Status></ExportTask></ExportTasks>"))(req)
		}, func(o *rds.Options) { o.Retryer = nil }) // standard: three attempts
		err := rds.NewExportTaskCompleteWaiter(client, func(o *rds.ExportTaskCompleteWaiterOptions) {
			o.ClientOptions = append(o.ClientOptions, func(o *rds.Options) { o.AppID = "waiting" })
		}).Wait(t.Context(), &rds.DescribeExportTasksInput{ExportTaskIdentifier: nereid.String("x")}, time.Hour)
		if err != nil || len(times) != 3 {
			t.Fatalf("%d polls, %v", len(times), err)
		}
		for i := range times[1:] {
			if gap := times[i+1].Sub(times[i]); gap < 30*time.Second {
				t.Errorf("poll %d came after %s", i+2, gap)
			}
		}
		for _, agent := range agents {
			if !strings.HasSuffix(agent, " app/waiting") {
				t.Errorf("User-Agent %s", agent)
			}
		}
	})
}
