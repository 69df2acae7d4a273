package nereidtest_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// realEstate has two Neptune clusters in us-east-1, a standalone instance, and
// snapshots. The second cluster is stopped.
func realEstate(t *testing.T, opts ...nereidtest.Option) estate {
	t.Helper()
	e := newEstate(t, opts...)
	e.AddCluster(nereidtest.Cluster{ID: "c1", Instances: 2, KmsKeyID: "alias/graph", Tags: map[string]string{"env": "dev"}})
	e.AddCluster(nereidtest.Cluster{ID: "c2", Instances: 1, Status: "stopped"})
	e.AddInstance(nereidtest.Instance{ID: "i1", KmsKeyID: "alias/shop"})
	e.AddSnapshot(nereidtest.Snapshot{ID: "s1", Cluster: "c1", Created: epoch.Add(-time.Hour - 7*time.Millisecond)})
	e.AddDBSnapshot(nereidtest.DBSnapshot{ID: "d1", Instance: "i1"})
	return e
}

// world makes c1 the primary of a global database, with a secondary in
// eu-west-1.
func (e estate) world(t *testing.T) (primary, secondary string) {
	t.Helper()
	primary = *e.cluster(t, "c1").DBClusterArn
	secondary = e.AddCluster(nereidtest.Cluster{ID: "away", Region: "eu-west-1", Instances: 1})
	e.AddGlobalCluster("world", primary, secondary)
	return primary, secondary
}

func (e estate) instance(t *testing.T, id string) rdstypes.DBInstance {
	t.Helper()
	return must(e.rds.DescribeDBInstances(ctx, &rds.DescribeDBInstancesInput{DBInstanceIdentifier: &id}))(t).DBInstances[0]
}

func (e estate) clusterSnapshot(t *testing.T, id string) rdstypes.DBClusterSnapshot {
	t.Helper()
	in := &rds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &id}
	return must(e.rds.DescribeDBClusterSnapshots(ctx, in))(t).DBClusterSnapshots[0]
}

func (e estate) dbSnapshot(t *testing.T, id string) rdstypes.DBSnapshot {
	t.Helper()
	return must(e.rds.DescribeDBSnapshots(ctx, &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: &id}))(t).DBSnapshots[0]
}

func (e estate) exportTask(t *testing.T, id string) rdstypes.ExportTask {
	t.Helper()
	return must(e.rds.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: &id}))(t).ExportTasks[0]
}

func (e estate) startExport(id, source string) error {
	return fail(e.rds.StartExportTask(ctx, exportOf(id, source)))
}

func exportOf(id, source string) *rds.StartExportTaskInput {
	return &rds.StartExportTaskInput{
		ExportTaskIdentifier: &id, SourceArn: &source, S3BucketName: str("exports"),
		IamRoleArn: str("arn:aws:iam::123456789012:role/export"), KmsKeyId: str("alias/exports"),
	}
}

const (
	clusterSnapshotARN = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:"
	dbSnapshotARN      = "arn:aws:rds:us-east-1:123456789012:snapshot:"
)

func tagText(tags []types.Tag) string {
	var parts []string
	for _, t := range tags {
		parts = append(parts, *t.Key+"="+*t.Value)
	}
	slices.Sort(parts)
	return strings.Join(parts, " ")
}

func (e estate) tags(t *testing.T, arn string) string {
	t.Helper()
	return tagText(must(e.neptune.ListTagsForResource(ctx, &neptune.ListTagsForResourceInput{ResourceName: &arn}))(t).TagList)
}

func orNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// says checks the status, code and text of an error. An empty text matches any.
func says(t *testing.T, err error, status int, code, text string) {
	t.Helper()
	var api smithy.APIError
	if !errors.As(err, &api) {
		t.Errorf("got %v, want %s", err, code)
		return
	}
	if _, got := codeOf(err); api.ErrorCode() != code || got != status || text != "" && api.ErrorMessage() != text {
		t.Errorf("got %d %s: %q\nwant %d %s: %q", got, api.ErrorCode(), api.ErrorMessage(), status, code, text)
	}
}
