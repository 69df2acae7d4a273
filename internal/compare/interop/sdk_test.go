package interop_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/neptune"
	neptunetypes "github.com/aws/aws-sdk-go-v2/service/neptune/types"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	rdstypes "github.com/aws/aws-sdk-go-v2/service/rds/types"
	"github.com/google/go-cmp/cmp"
	"github.com/nereid-go/nereid/nereidtest"
)

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// TestSDKCluster goes through the lifecycle of a cluster.
func TestSDKCluster(t *testing.T) {
	s := serve(t)
	c := connect(s.URL(), east, secret)
	id := aws.String("graph")
	create := &neptune.CreateDBClusterInput{
		DBClusterIdentifier: aws.String("Graph"), Engine: aws.String("neptune"),
		StorageEncrypted: aws.Bool(true), KmsKeyId: aws.String("alias/graph"), CopyTagsToSnapshot: aws.Bool(true),
		Tags: []neptunetypes.Tag{{Key: aws.String("env"), Value: aws.String("dev + test")}},
	}
	made := do(t, c.neptune.CreateDBCluster, create).DBCluster
	equal(t, "new cluster", []string{*made.DBClusterIdentifier, *made.Status}, []string{"graph", "creating"})
	refused[*neptunetypes.DBClusterAlreadyExistsFault](t, c.neptune.CreateDBCluster, create)
	refused[*neptunetypes.InvalidDBClusterStateFault](t, c.neptune.StopDBCluster, &neptune.StopDBClusterInput{DBClusterIdentifier: id})
	c.clusterAvailable(t, *id)

	instance := aws.String("graph-1")
	do(t, c.neptune.CreateDBInstance, &neptune.CreateDBInstanceInput{
		DBInstanceIdentifier: instance, DBClusterIdentifier: id, DBInstanceClass: aws.String("db.r6g.large"), Engine: aws.String("neptune"),
	})
	c.instanceAvailable(t, *instance)
	if m := c.cluster(t, *id).DBClusterMembers; len(m) != 1 || *m[0].DBInstanceIdentifier != *instance || !*m[0].IsClusterWriter {
		t.Errorf("members %v", m)
	}

	do(t, c.neptune.AddTagsToResource, &neptune.AddTagsToResourceInput{
		ResourceName: made.DBClusterArn, Tags: []neptunetypes.Tag{{Key: aws.String("team"), Value: aws.String("søk")}},
	})
	equal(t, "tags", c.tags(t, *made.DBClusterArn), map[string]string{"env": "dev + test", "team": "søk"})
	do(t, c.neptune.RemoveTagsFromResource, &neptune.RemoveTagsFromResourceInput{ResourceName: made.DBClusterArn, TagKeys: []string{"env"}})

	status := func() string { return *c.cluster(t, *id).Status }
	do(t, c.neptune.StopDBCluster, &neptune.StopDBClusterInput{DBClusterIdentifier: id})
	equal(t, "stop", become(t, "stopped", status), []string{"stopping", "stopped"})
	if at := c.cluster(t, *id).AutomaticRestartTime; at == nil || at.Before(s.Now().Add(6*24*time.Hour)) {
		t.Errorf("AutomaticRestartTime is %v", at)
	}
	refused[*neptunetypes.InvalidDBClusterStateFault](t, c.neptune.CreateDBClusterSnapshot, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: id, DBClusterSnapshotIdentifier: aws.String("too-late"),
	})
	do(t, c.neptune.StartDBCluster, &neptune.StartDBClusterInput{DBClusterIdentifier: id})
	equal(t, "start", become(t, "available", status), []string{"starting", "available"})

	snapshot := aws.String("graph-now")
	taken := do(t, c.neptune.CreateDBClusterSnapshot, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: id, DBClusterSnapshotIdentifier: snapshot,
	}).DBClusterSnapshot
	equal(t, "new snapshot", *taken.Status, "creating")
	c.snapshotAvailable(t, *snapshot)
	equal(t, "progress", *c.snapshot(t, *snapshot).PercentProgress, int32(100))
	equal(t, "tags of the snapshot", c.tags(t, *taken.DBClusterSnapshotArn), map[string]string{"team": "søk"})

	protect := func(on bool) {
		do(t, c.neptune.ModifyDBCluster, &neptune.ModifyDBClusterInput{DBClusterIdentifier: id, DeletionProtection: &on})
	}
	deletion := &neptune.DeleteDBClusterInput{DBClusterIdentifier: id, FinalDBSnapshotIdentifier: aws.String("graph-final")}
	protect(true)
	refusedAs(t, "InvalidParameterCombination", c.neptune.DeleteDBCluster, deletion)
	protect(false)
	refused[*neptunetypes.InvalidDBClusterStateFault](t, c.neptune.DeleteDBCluster, deletion) // has an instance
	do(t, c.neptune.DeleteDBInstance, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: instance})
	c.instanceDeleted(t, *instance)
	do(t, c.neptune.DeleteDBCluster, deletion)
	c.clusterDeleted(t, *id)
	refused[*neptunetypes.DBClusterNotFoundFault](t, c.neptune.DescribeDBClusters, &neptune.DescribeDBClustersInput{DBClusterIdentifier: id})
	equal(t, "final snapshot", *c.snapshot(t, "graph-final").Status, "available")

	do(t, c.neptune.DeleteDBClusterSnapshot, &neptune.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: snapshot})
	c.snapshotDeleted(t, *snapshot)
	refused[*neptunetypes.DBClusterSnapshotNotFoundFault](t, c.neptune.DeleteDBClusterSnapshot, &neptune.DeleteDBClusterSnapshotInput{
		DBClusterSnapshotIdentifier: snapshot,
	})
}

// TestSDKCopy copies to another region with the URL that each service's client
// presigns.
func TestSDKCopy(t *testing.T) {
	s := serve(t)
	source := s.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Region: east, KmsKeyID: "alias/east", Tags: map[string]string{"env": "prod"}})
	c := connect(s.URL(), west, secret)
	copyTo := func(target string) *neptune.CopyDBClusterSnapshotInput {
		return &neptune.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: &target,
			KmsKeyId: aws.String("alias/west"), SourceRegion: aws.String(east), CopyTags: aws.Bool(true),
		}
	}
	made := do(t, c.neptune.CopyDBClusterSnapshot, copyTo("by-neptune")).DBClusterSnapshot
	equal(t, "new copy", *made.Status, "pending")
	do(t, c.rds.CopyDBClusterSnapshot, &rds.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: aws.String("by-rds"),
		KmsKeyId: aws.String("alias/west"), SourceRegion: aws.String(east), CopyTags: aws.Bool(true),
	})
	for _, id := range []string{"by-neptune", "by-rds"} {
		c.snapshotAvailable(t, id)
		d := c.snapshot(t, id)
		equal(t, "source", *d.SourceDBClusterSnapshotArn, source)
		if !strings.HasPrefix(*d.KmsKeyId, "arn:aws:kms:us-west-2:123456789012:key/") {
			t.Errorf("the key is %s, want the ARN of a key", *d.KmsKeyId)
		}
		equal(t, "tags", c.tags(t, *d.DBClusterSnapshotArn), map[string]string{"env": "prod"})
	}
	for _, r := range s.Requests() {
		if r.Action == "CopyDBClusterSnapshot" && !strings.Contains(r.Parameter("PreSignedUrl"), "X-Amz-Signature=") {
			t.Error("a copy without a presigned URL")
		}
	}

	wrong := copyTo("never")
	wrong.SourceRegion = aws.String("eu-west-1")
	refusedAs(t, "InvalidParameterValue", c.neptune.CopyDBClusterSnapshot, wrong)
	wrong.SourceRegion = nil
	refusedAs(t, "InvalidParameterValue", c.neptune.CopyDBClusterSnapshot, wrong)
	wrong = copyTo("never")
	wrong.KmsKeyId = aws.String("arn:aws:kms:us-east-1:123456789012:key/1")
	refused[*neptunetypes.KMSKeyNotAccessibleFault](t, c.neptune.CopyDBClusterSnapshot, wrong)
	refused[*neptunetypes.DBClusterSnapshotAlreadyExistsFault](t, c.neptune.CopyDBClusterSnapshot, copyTo("by-rds"))

	home := connect(s.URL(), east, secret)
	do(t, home.neptune.CopyDBClusterSnapshot, &neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: aws.String("nightly"), TargetDBClusterSnapshotIdentifier: aws.String("twin"),
	})
	home.snapshotAvailable(t, "twin")
}

// TestSDKCopyQuota starts five copies, which reach the quota, and copies again
// when they are done.
func TestSDKCopyQuota(t *testing.T) {
	s := nereidtest.NewServer(t, nereidtest.WithClock(time.Time{}))
	source := s.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Region: east})
	c := connect(s.URL(), west, secret)
	copyTo := func(n int) *rds.CopyDBClusterSnapshotInput {
		return &rds.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: aws.String(fmt.Sprintf("copy-%d", n)),
			SourceRegion: aws.String(east),
		}
	}
	for n := range 5 {
		do(t, c.rds.CopyDBClusterSnapshot, copyTo(n))
	}
	refused[*rdstypes.SnapshotQuotaExceededFault](t, c.rds.CopyDBClusterSnapshot, copyTo(5))
	s.Advance(time.Hour)
	do(t, c.rds.CopyDBClusterSnapshot, copyTo(5))
}

// TestSDKGlobal creates a global database of two regions, changes its roles and
// removes its members.
func TestSDKGlobal(t *testing.T) {
	s := serve(t)
	first := s.AddCluster(nereidtest.Cluster{ID: "graph", Region: east, Instances: 1})
	c, far := connect(s.URL(), east, secret), connect(s.URL(), west, secret)
	id := aws.String("world")
	look := func() neptunetypes.GlobalCluster {
		return do(t, c.neptune.DescribeGlobalClusters, &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: id}).GlobalClusters[0]
	}
	// shape is the status and the members, the writer first.
	shape := func() string {
		g := look()
		parts := []string{*g.Status}
		for _, m := range g.GlobalClusterMembers {
			i := len(parts)
			if *m.IsWriter {
				i = 1
			}
			parts = slices.Insert(parts, i, *m.DBClusterArn)
		}
		return strings.Join(parts, " ")
	}

	do(t, c.neptune.CreateGlobalCluster, &neptune.CreateGlobalClusterInput{GlobalClusterIdentifier: id, SourceDBClusterIdentifier: &first})
	become(t, "available "+first, shape)
	join := &neptune.CreateDBClusterInput{
		DBClusterIdentifier: aws.String("graph-west"), Engine: aws.String("neptune"), GlobalClusterIdentifier: id,
	}
	second := *do(t, far.neptune.CreateDBCluster, join).DBCluster.DBClusterArn
	far.clusterAvailable(t, "graph-west")
	equal(t, "members", shape(), "available "+first+" "+second)
	equal(t, "readers", look().GlobalClusterMembers[0].Readers, []string{second})
	refused[*neptunetypes.InvalidDBClusterStateFault](t, c.neptune.StopDBCluster, &neptune.StopDBClusterInput{DBClusterIdentifier: aws.String("graph")})

	failover := &neptune.FailoverGlobalClusterInput{GlobalClusterIdentifier: id, TargetDbClusterIdentifier: &second, AllowDataLoss: aws.Bool(true)}
	g := do(t, c.neptune.FailoverGlobalCluster, failover).GlobalCluster
	equal(t, "failover", []string{string(g.FailoverState.Status), *g.FailoverState.FromDbClusterArn, *g.FailoverState.ToDbClusterArn},
		[]string{"pending", first, second})
	refused[*neptunetypes.InvalidGlobalClusterStateFault](t, c.neptune.FailoverGlobalCluster, failover)
	become(t, "available "+second+" "+first, shape)
	do(t, c.neptune.SwitchoverGlobalCluster, &neptune.SwitchoverGlobalClusterInput{GlobalClusterIdentifier: id, TargetDbClusterIdentifier: &first})
	become(t, "available "+first+" "+second, shape)

	deletion := &neptune.DeleteGlobalClusterInput{GlobalClusterIdentifier: id}
	refused[*neptunetypes.InvalidGlobalClusterStateFault](t, c.neptune.DeleteGlobalCluster, deletion)
	remove := func(member string) *neptune.RemoveFromGlobalClusterInput {
		return &neptune.RemoveFromGlobalClusterInput{GlobalClusterIdentifier: id, DbClusterIdentifier: &member}
	}
	refused[*neptunetypes.InvalidGlobalClusterStateFault](t, c.neptune.RemoveFromGlobalCluster, remove(first)) // the primary is removed last
	do(t, c.neptune.RemoveFromGlobalCluster, remove(second))
	become(t, "available "+first, shape)
	do(t, c.neptune.RemoveFromGlobalCluster, remove(first))
	become(t, "available", shape)
	do(t, c.neptune.DeleteGlobalCluster, deletion)
	become(t, 0, func() int {
		return len(do(t, c.neptune.DescribeGlobalClusters, &neptune.DescribeGlobalClustersInput{}).GlobalClusters)
	})
	refused[*neptunetypes.GlobalClusterNotFoundFault](t, c.neptune.DeleteGlobalCluster, deletion)
	equal(t, "what is left", []string{*c.cluster(t, "graph").Status, *far.cluster(t, "graph-west").Status}, []string{"available", "available"})
}

// TestSDKExports starts, follows, cancels and finds exports.
func TestSDKExports(t *testing.T) {
	s := serve(t)
	source := s.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Region: east, SizeGB: 50})
	c := connect(s.URL(), east, secret).rds
	task := func(id, prefix string) *rds.StartExportTaskInput {
		return &rds.StartExportTaskInput{
			ExportTaskIdentifier: &id, SourceArn: &source, S3BucketName: aws.String("exports"), S3Prefix: &prefix,
			IamRoleArn: aws.String("arn:aws:iam::123456789012:role/export"), KmsKeyId: aws.String("alias/exports"),
			ExportOnly: []string{"graph.public.a", "graph.public.b"},
		}
	}
	look := func(id string) rdstypes.ExportTask {
		return do(t, c.DescribeExportTasks, &rds.DescribeExportTasksInput{ExportTaskIdentifier: &id}).ExportTasks[0]
	}
	status := func(id string) func() string { return func() string { return *look(id).Status } }

	made := do(t, c.StartExportTask, task("Tonight", "a/b c"))
	equal(t, "new task", []string{*made.Status, *made.S3Prefix, made.ExportOnly[1]}, []string{"STARTING", "a/b c", "graph.public.b"})
	refused[*rdstypes.ExportTaskAlreadyExistsFault](t, c.StartExportTask, task("Tonight", "a"))
	var progress []int32
	seen := become(t, "COMPLETE", func() string {
		e := look("Tonight")
		progress = append(progress, *e.PercentProgress)
		return *e.Status
	})
	equal(t, "statuses", seen, []string{"STARTING", "IN_PROGRESS", "COMPLETE"})
	if !slices.IsSorted(progress) || len(slices.Compact(progress)) < 4 {
		t.Errorf("progress %v", progress)
	}
	done := look("Tonight")
	equal(t, "extracted", *done.TotalExtractedDataInGB, int32(50))
	if !done.TaskEndTime.After(*done.TaskStartTime) {
		t.Errorf("started %v, ended %v", done.TaskStartTime, done.TaskEndTime)
	}

	do(t, c.StartExportTask, task("second", "a"))
	cancel := &rds.CancelExportTaskInput{ExportTaskIdentifier: aws.String("second")}
	equal(t, "cancelled", *do(t, c.CancelExportTask, cancel).Status, "CANCELING")
	become(t, "CANCELED", status("second"))
	refused[*rdstypes.InvalidExportTaskStateFault](t, c.CancelExportTask, cancel)
	refused[*rdstypes.ExportTaskNotFoundFault](t, c.CancelExportTask, &rds.CancelExportTaskInput{ExportTaskIdentifier: aws.String("unknown")})
	do(t, c.StartExportTask, task("slash", "a/"))
	become(t, "FAILED", status("slash"))
	if cause := look("slash").FailureCause; cause == nil || !strings.Contains(*cause, "slash") {
		t.Errorf("FailureCause is %v", cause)
	}

	wrong := task("wrong", "a")
	wrong.SourceArn = aws.String(source + "-not")
	refused[*rdstypes.DBClusterSnapshotNotFoundFault](t, c.StartExportTask, wrong)
	wrong = task("wrong", "a")
	wrong.S3BucketName = aws.String("No Bucket")
	refused[*rdstypes.InvalidS3BucketFault](t, c.StartExportTask, wrong)
	wrong = task("wrong", "a")
	wrong.IamRoleArn = aws.String("arn:aws:iam::210987654321:role/export")
	refused[*rdstypes.IamRoleNotFoundFault](t, c.StartExportTask, wrong)
	wrong = task("wrong", "a")
	wrong.ExportOnly = []string{"a.b.c.d.e"}
	refused[*rdstypes.InvalidExportOnlyFault](t, c.StartExportTask, wrong)

	names := func(in *rds.DescribeExportTasksInput) (list []string) {
		for _, e := range do(t, c.DescribeExportTasks, in).ExportTasks {
			list = append(list, *e.ExportTaskIdentifier)
		}
		slices.Sort(list)
		return list
	}
	filter := func(name string, values ...string) []rdstypes.Filter {
		return []rdstypes.Filter{{Name: &name, Values: values}}
	}
	equal(t, "filter status", names(&rds.DescribeExportTasksInput{Filters: filter("status", "canceled", "failed")}), []string{"second", "slash"})
	equal(t, "two filters", names(&rds.DescribeExportTasksInput{
		SourceArn: &source, Filters: append(filter("s3-bucket", "exports"), filter("export-task-identifier", "Tonight")...),
	}), []string{"Tonight"})
	equal(t, "source type", names(&rds.DescribeExportTasksInput{SourceType: rdstypes.ExportSourceTypeCluster}), []string(nil))
	refusedAs(t, "InvalidParameterValue", c.DescribeExportTasks, &rds.DescribeExportTasksInput{Filters: filter("colour", "red")})
}

// TestSDKPages reads lists of more than one page.
func TestSDKPages(t *testing.T) {
	s := serve(t)
	const n = 130
	var names []string
	for i := range n {
		id := fmt.Sprintf("item-%03d", i)
		names = append(names, id)
		arn := s.AddCluster(nereidtest.Cluster{ID: id, Region: east, Engine: []string{"neptune", "aurora-postgresql"}[i%2]})
		s.AddSnapshot(nereidtest.Snapshot{ID: id, Region: east, Cluster: id})
		s.AddExportTask(nereidtest.ExportTask{ID: id, Region: east, SourceArn: arn})
		if i%2 == 0 {
			s.AddGlobalCluster("world-"+id, arn)
		}
	}
	c := connect(s.URL(), east, secret)

	var sizes []int
	var seen []string
	clusters := neptune.NewDescribeDBClustersPaginator(c.neptune, &neptune.DescribeDBClustersInput{})
	for clusters.HasMorePages() {
		page := must[neptune.DescribeDBClustersOutput](t)(clusters.NextPage(t.Context()))
		sizes = append(sizes, len(page.DBClusters))
		for _, d := range page.DBClusters {
			seen = append(seen, *d.DBClusterIdentifier)
		}
	}
	equal(t, "pages of clusters", sizes, []int{100, 30})
	equal(t, "clusters", seen, names)

	sizes, seen = nil, nil
	snapshots := rds.NewDescribeDBClusterSnapshotsPaginator(c.rds, &rds.DescribeDBClusterSnapshotsInput{SnapshotType: aws.String("manual")},
		func(o *rds.DescribeDBClusterSnapshotsPaginatorOptions) { o.Limit = 50 })
	for snapshots.HasMorePages() {
		page := must[rds.DescribeDBClusterSnapshotsOutput](t)(snapshots.NextPage(t.Context()))
		sizes = append(sizes, len(page.DBClusterSnapshots))
		for _, d := range page.DBClusterSnapshots {
			seen = append(seen, *d.DBClusterSnapshotIdentifier)
		}
	}
	equal(t, "pages of snapshots", sizes, []int{50, 50, 30})
	equal(t, "snapshots", seen, names)

	sizes, seen = nil, nil
	exports := rds.NewDescribeExportTasksPaginator(c.rds, &rds.DescribeExportTasksInput{SourceType: rdstypes.ExportSourceTypeCluster})
	for exports.HasMorePages() {
		page := must[rds.DescribeExportTasksOutput](t)(exports.NextPage(t.Context()))
		sizes = append(sizes, len(page.ExportTasks))
		for _, e := range page.ExportTasks {
			seen = append(seen, *e.ExportTaskIdentifier)
		}
	}
	equal(t, "pages of exports", sizes, []int{100, 30})
	equal(t, "exports", seen, names)

	sizes = nil
	globals := neptune.NewDescribeGlobalClustersPaginator(c.neptune, &neptune.DescribeGlobalClustersInput{MaxRecords: aws.Int32(20)})
	for globals.HasMorePages() {
		sizes = append(sizes, len(must[neptune.DescribeGlobalClustersOutput](t)(globals.NextPage(t.Context())).GlobalClusters))
	}
	equal(t, "pages of global clusters", sizes, []int{20, 20, 20, 5})

	sizes = nil
	filtered := neptune.NewDescribeDBClustersPaginator(c.neptune, &neptune.DescribeDBClustersInput{
		MaxRecords: aws.Int32(40), Filters: []neptunetypes.Filter{{Name: aws.String("engine"), Values: []string{"neptune"}}},
	})
	for filtered.HasMorePages() {
		sizes = append(sizes, len(must[neptune.DescribeDBClustersOutput](t)(filtered.NextPage(t.Context())).DBClusters))
	}
	equal(t, "pages of a filter", sizes, []int{40, 25})

	refusedAs(t, "InvalidParameterValue", c.rds.DescribeDBClusters, &rds.DescribeDBClustersInput{MaxRecords: aws.Int32(101)})
	refusedAs(t, "InvalidParameterValue", c.rds.DescribeDBClusters, &rds.DescribeDBClustersInput{Marker: aws.String("not one")})
}

// TestSDKSignatures makes requests with a wrong signature, and with an early
// date.
func TestSDKSignatures(t *testing.T) {
	s := serve(t)
	all := new(rds.DescribeDBClustersInput)
	wrong := refusedAs(t, "SignatureDoesNotMatch", connect(s.URL(), east, "wrong").rds.DescribeDBClusters, all)
	if wrong != nil && !strings.Contains(wrong.ErrorMessage(), "does not match") {
		t.Errorf("the message is %q", wrong.ErrorMessage())
	}

	s.SetClockSkew(time.Hour)
	late := connect(s.URL(), east, secret).rds
	s.ResetRequests()
	_, err := late.DescribeDBClusters(t.Context(), all, func(o *rds.Options) { o.RetryMaxAttempts = 1 })
	if err == nil || !strings.Contains(err.Error(), "Signature expired") {
		t.Errorf("an hour late: %v", err)
	}
	// The client corrects its clock by the time in the response.
	do(t, late.DescribeDBClusters, all)
	equal(t, "requests", s.Count(""), 2)
}

// TestSDKRetries checks that the SDK's client retries the errors that may be
// retried.
func TestSDKRetries(t *testing.T) {
	for name, fault := range map[string]nereidtest.Fault{
		"throttled":   nereidtest.Throttled("DescribeDBClusters"),
		"unavailable": nereidtest.Unavailable("DescribeDBClusters"),
		"lost":        nereidtest.LostAnswer("DescribeDBClusters"),
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t)
			s.AddCluster(nereidtest.Cluster{ID: "graph", Region: east})
			s.Inject(fault)
			out := do(t, connect(s.URL(), east, secret).rds.DescribeDBClusters, new(rds.DescribeDBClustersInput))
			equal(t, "clusters", len(out.DBClusters), 1)
			equal(t, "requests", s.Count(""), 2)
		})
	}
}
