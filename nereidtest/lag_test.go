package nereidtest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// lagging returns options that make all Describe responses lag by up to a
// minute.
func lagging(seed uint64) []nereidtest.Option {
	return []nereidtest.Option{
		nereidtest.WithSeed(seed),
		nereidtest.WithLags(func(l *nereidtest.Lags) { l.SetAll(time.Minute) }),
	}
}

// history looks every four seconds for three minutes, and returns each change
// with its second.
func (e estate) history(look func() string) string {
	var all []string
	last := ""
	for second := 0; second < 180; second += 4 {
		if got := look(); second == 0 || got != last {
			last = got
			all = append(all, fmt.Sprintf("%d:%s", second, got))
		}
		e.Advance(4 * time.Second)
	}
	return strings.Join(all, " ")
}

// values returns the values of a history, without the seconds.
func values(history string) string {
	var all []string
	for part := range strings.FieldsSeq(history) {
		_, value, _ := strings.Cut(part, ":")
		all = append(all, value)
	}
	return strings.Join(all, " ")
}

// TestLag makes changes of every type. Describe responses show the changes
// later, in order, at times that the seed determines.
func TestLag(t *testing.T) {
	id := str("graph")
	status := func(e estate) func() string {
		return func() string {
			out, err := e.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: id})
			if err != nil {
				code, _ := codeOf(err)
				return code
			}
			return *out.DBClusters[0].Status
		}
	}
	all := func(e estate) func() string {
		return func() string {
			return fmt.Sprint(len(must(e.neptune.DescribeDBClusters(ctx, nil))(t).DBClusters))
		}
	}
	const arn = "arn:aws:rds:us-east-1:123456789012:cluster:graph"
	for name, tt := range map[string]struct {
		seeded bool
		do     func(e estate) error
		look   func(e estate) func() string
		want   string
	}{
		"creation": {false, func(e estate) error {
			return fail(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: id, Engine: str("neptune")}))
		}, status, "DBClusterNotFoundFault creating available"},
		"creation in a list": {false, func(e estate) error {
			return fail(e.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: id, Engine: str("neptune")}))
		}, all, "0 1"},
		"state": {true, func(e estate) error {
			return fail(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: id}))
		}, status, "available stopping"},
		"setting": {true, func(e estate) error {
			return fail(e.neptune.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{DBClusterIdentifier: id, BackupRetentionPeriod: i32(9)}))
		}, func(e estate) func() string {
			return func() string { return fmt.Sprint(*e.cluster(t, "graph").BackupRetentionPeriod) }
		}, "1 9"},
		"tag": {true, func(e estate) error {
			return fail(e.neptune.AddTagsToResource(ctx, &neptune.AddTagsToResourceInput{
				ResourceName: str(arn), Tags: []types.Tag{{Key: str("env"), Value: str("dev")}},
			}))
		}, func(e estate) func() string {
			return func() string { return "tags=" + e.tags(t, arn) }
		}, "tags= tags=env=dev"},
		"members": {true, func(e estate) error {
			return fail(e.neptune.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
				DBInstanceIdentifier: str("graph-1"), DBInstanceClass: str("db.r6g.large"), Engine: str("neptune"), DBClusterIdentifier: id,
			}))
		}, func(e estate) func() string {
			return func() string { return fmt.Sprint(len(e.cluster(t, "graph").DBClusterMembers)) }
		}, "0 1"},
		"deletion": {true, func(e estate) error {
			if err := fail(e.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{DBClusterIdentifier: id, SkipFinalSnapshot: yes()})); err != nil {
				return err
			}
			e.Advance(nereidtest.DefaultTimings().ClusterDelete - time.Second)
			return nil
		}, status, "deleting DBClusterNotFoundFault"},
	} {
		t.Run(name, func(t *testing.T) {
			run := func(seed uint64) string {
				e := newEstate(t, lagging(seed)...)
				if tt.seeded {
					e.AddCluster(nereidtest.Cluster{ID: "graph"})
				}
				if err := tt.do(e); err != nil {
					t.Fatal(err)
				}
				return e.history(tt.look(e))
			}
			first := run(1)
			if got := values(first); got != tt.want {
				t.Errorf("saw %s, want %s", first, tt.want)
			}
			if again := run(1); again != first {
				t.Errorf("the same seed: %s, then %s", first, again)
			}
			others := make(map[string]bool)
			for seed := range uint64(2) {
				others[run(seed+2)] = true
			}
			if len(others) < 2 {
				t.Errorf("two other seeds: %v", others)
			}
		})
	}
}

// TestLagByKind makes only descriptions of snapshots lag. Operations act on the
// current state.
func TestLagByKind(t *testing.T) {
	e := newEstate(t, nereidtest.WithLags(func(l *nereidtest.Lags) { l.ClusterSnapshots = time.Hour }))
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	create := &neptune.CreateDBClusterSnapshotInput{DBClusterIdentifier: str("graph"), DBClusterSnapshotIdentifier: str("s1")}
	must(e.neptune.CreateDBClusterSnapshot(ctx, create))(t)
	one := &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: str("s1")}
	says(t, fail(e.neptune.DescribeDBClusterSnapshots(ctx, one)), 404, "DBClusterSnapshotNotFoundFault", "")
	says(t, fail(e.neptune.CreateDBClusterSnapshot(ctx, create)), 400, "DBClusterSnapshotAlreadyExistsFault", "")
	must(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("graph")}))(t)
	e.wantStatus(t, "graph", "stopping")
	e.Advance(2 * time.Hour)
	must(e.neptune.DescribeDBClusterSnapshots(ctx, one))(t)
}

// TestLagOfExports filters by the status that is shown.
func TestLagOfExports(t *testing.T) {
	e := newEstate(t, nereidtest.WithLags(func(l *nereidtest.Lags) { l.ExportTasks = time.Hour }))
	e.AddSnapshot(nereidtest.Snapshot{ID: "s1"})
	e.AddExportTask(nereidtest.ExportTask{ID: "e1", SourceArn: clusterSnapshotARN + "s1", Status: "IN_PROGRESS"})
	must(e.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: str("e1")}))(t)
	find := func(status string) int {
		return len(must(e.rds.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{
			Filters: []rdstypes.Filter{{Name: str("status"), Values: []string{status}}},
		}))(t).ExportTasks)
	}
	if n, m := find("in_progress"), find("canceling"); n != 1 || m != 0 {
		t.Errorf("%d in progress, %d canceling", n, m)
	}
	e.Advance(2 * time.Hour)
	if n, m := find("in_progress"), find("canceled"); n != 0 || m != 1 {
		t.Errorf("two hours later %d in progress, %d canceled", n, m)
	}
}
