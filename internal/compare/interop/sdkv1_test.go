package interop_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/awserr"
	"github.com/aws/aws-sdk-go/aws/client"
	"github.com/aws/aws-sdk-go/aws/credentials"
	"github.com/aws/aws-sdk-go/aws/request"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/neptune"
	"github.com/aws/aws-sdk-go/service/rds"
	"github.com/nereid-go/nereid/nereidtest"
)

// v1 are clients of version 1 of the SDK for one region.
type v1 struct {
	t       *testing.T
	rds     *rds.RDS
	neptune *neptune.Neptune
}

func connectV1(t *testing.T, url, region string) v1 {
	t.Helper()
	s, err := session.NewSession(request.WithRetryer(&aws.Config{
		Region: &region, Endpoint: &url, Credentials: credentials.NewStaticCredentials(keyID, secret, ""),
	}, client.DefaultRetryer{NumMaxRetries: 3, MaxRetryDelay: time.Millisecond, MaxThrottleDelay: time.Millisecond}))
	if err != nil {
		t.Fatal(err)
	}
	return v1{t, rds.New(s), neptune.New(s)}
}

// doV1 makes a call that has to succeed.
func doV1[In, Out any](t *testing.T, call func(*In) (*Out, error), in *In) *Out {
	t.Helper()
	return must[Out](t)(call(in))
}

// refusedV1 makes a call that has to fail with that code and status.
func refusedV1[In, Out any](t *testing.T, code string, status int, call func(*In) (*Out, error), in *In) {
	t.Helper()
	_, err := call(in)
	var failure awserr.RequestFailure
	if !errors.As(err, &failure) {
		t.Errorf("%T: got %v, want %s", in, err, code)
		return
	}
	equal(t, fmt.Sprintf("%T", in), []any{failure.Code(), failure.StatusCode()}, []any{code, status})
	if failure.Message() == "" || failure.RequestID() == "" {
		t.Errorf("%T: no message or no request id in %v", in, err)
	}
}

// quickV1 lets a waiter poll without pauses.
func quickV1(w *request.Waiter) { w.Delay, w.MaxAttempts = request.ConstantWaiterDelay(0), enough }

func (c v1) clusterAvailable(id *string) {
	c.t.Helper()
	in := &rds.DescribeDBClustersInput{DBClusterIdentifier: id}
	if err := c.rds.WaitUntilDBClusterAvailableWithContext(c.t.Context(), in, quickV1); err != nil {
		c.t.Fatal(err)
	}
}

func (c v1) snapshotAvailable(id *string) {
	c.t.Helper()
	in := &rds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: id}
	if err := c.rds.WaitUntilDBClusterSnapshotAvailableWithContext(c.t.Context(), in, quickV1); err != nil {
		c.t.Fatal(err)
	}
}

func (c v1) clusterStatus(id *string) string {
	out := doV1(c.t, c.neptune.DescribeDBClusters, &neptune.DescribeDBClustersInput{DBClusterIdentifier: id})
	if len(out.DBClusters) != 1 {
		c.t.Fatalf("%d clusters %s", len(out.DBClusters), *id)
	}
	return *out.DBClusters[0].Status
}

// TestSDKv1Cluster goes through the lifecycle of a cluster with version 1 of
// the SDK.
func TestSDKv1Cluster(t *testing.T) {
	s := serve(t)
	c, far := connectV1(t, s.URL(), east), connectV1(t, s.URL(), west)
	id, instance := aws.String("graph"), aws.String("graph-1")
	create := &neptune.CreateDBClusterInput{
		DBClusterIdentifier: aws.String("Graph"), Engine: aws.String("neptune"),
		StorageEncrypted: aws.Bool(true), KmsKeyId: aws.String("alias/graph"), CopyTagsToSnapshot: aws.Bool(true),
		Tags: []*neptune.Tag{{Key: aws.String("env"), Value: aws.String("dev + søk")}},
	}
	made := doV1(t, c.neptune.CreateDBCluster, create).DBCluster
	equal(t, "new cluster", []string{*made.DBClusterIdentifier, *made.Status}, []string{"graph", "creating"})
	refusedV1(t, neptune.ErrCodeDBClusterAlreadyExistsFault, 400, c.neptune.CreateDBCluster, create)
	c.clusterAvailable(id)
	doV1(t, c.neptune.CreateDBInstance, &neptune.CreateDBInstanceInput{
		DBInstanceIdentifier: instance, DBClusterIdentifier: id, DBInstanceClass: aws.String("db.r6g.large"), Engine: aws.String("neptune"),
	})
	one := &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: instance}
	if err := c.neptune.WaitUntilDBInstanceAvailableWithContext(t.Context(), one, quickV1); err != nil {
		t.Fatal(err)
	}

	s.Inject(nereidtest.Throttled("StopDBCluster")) // is tried again
	doV1(t, c.neptune.StopDBCluster, &neptune.StopDBClusterInput{DBClusterIdentifier: id})
	become(t, "stopped", func() string { return c.clusterStatus(id) })
	doV1(t, c.neptune.StartDBCluster, &neptune.StartDBClusterInput{DBClusterIdentifier: id})
	c.clusterAvailable(id)

	taken := doV1(t, c.neptune.CreateDBClusterSnapshot, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: id, DBClusterSnapshotIdentifier: aws.String("graph-now"),
	}).DBClusterSnapshot
	c.snapshotAvailable(taken.DBClusterSnapshotIdentifier)
	for _, region := range []string{"", east} { // with a URL that the SDK presigns, and without
		in := &rds.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: taken.DBClusterSnapshotArn, TargetDBClusterSnapshotIdentifier: aws.String("graph-far"),
			KmsKeyId: aws.String("alias/west"), CopyTags: aws.Bool(true), SourceRegion: &region,
		}
		if region == "" {
			in.SourceRegion = nil
			refusedV1(t, "InvalidParameterValue", 400, far.rds.CopyDBClusterSnapshot, in)
			continue
		}
		doV1(t, far.rds.CopyDBClusterSnapshot, in)
		far.snapshotAvailable(in.TargetDBClusterSnapshotIdentifier)
	}
	tags := doV1(t, far.neptune.ListTagsForResource, &neptune.ListTagsForResourceInput{
		ResourceName: aws.String(strings.Replace(strings.Replace(*taken.DBClusterSnapshotArn, east, west, 1), "graph-now", "graph-far", 1)),
	}).TagList
	if len(tags) != 1 || *tags[0].Value != "dev + søk" {
		t.Errorf("tags of the copy: %v", tags)
	}

	doV1(t, c.neptune.DeleteDBInstance, &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: instance})
	if err := c.neptune.WaitUntilDBInstanceDeletedWithContext(t.Context(), one, quickV1); err != nil {
		t.Fatal(err)
	}
	deletion := &neptune.DeleteDBClusterInput{DBClusterIdentifier: id, FinalDBSnapshotIdentifier: aws.String("graph-final")}
	doV1(t, c.neptune.DeleteDBCluster, deletion)
	all := &rds.DescribeDBClustersInput{DBClusterIdentifier: id}
	if err := c.rds.WaitUntilDBClusterDeletedWithContext(t.Context(), all, quickV1); err != nil {
		t.Fatal(err)
	}
	refusedV1(t, neptune.ErrCodeDBClusterNotFoundFault, 404, c.neptune.DeleteDBCluster, deletion)
	c.snapshotAvailable(deletion.FinalDBSnapshotIdentifier)
}

// TestSDKv1Global creates a global database of two regions and removes its
// members.
func TestSDKv1Global(t *testing.T) {
	s := serve(t)
	first := s.AddCluster(nereidtest.Cluster{ID: "graph", Region: east, Instances: 1})
	second := s.AddCluster(nereidtest.Cluster{ID: "graph-west", Region: west, Instances: 1})
	id := aws.String("world")
	s.AddGlobalCluster(*id, first, second)
	c := connectV1(t, s.URL(), east)
	shape := func() string {
		g := doV1(t, c.neptune.DescribeGlobalClusters, &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: id}).GlobalClusters[0]
		writer := ""
		for _, m := range g.GlobalClusterMembers {
			if *m.IsWriter {
				writer = *m.DBClusterArn
			}
		}
		return fmt.Sprint(*g.Status, " ", len(g.GlobalClusterMembers), " ", writer)
	}
	doV1(t, c.neptune.FailoverGlobalCluster, &neptune.FailoverGlobalClusterInput{GlobalClusterIdentifier: id, TargetDbClusterIdentifier: &second})
	become(t, "available 2 "+second, shape)
	deletion := &neptune.DeleteGlobalClusterInput{GlobalClusterIdentifier: id}
	refusedV1(t, neptune.ErrCodeInvalidGlobalClusterStateFault, 400, c.neptune.DeleteGlobalCluster, deletion)
	for _, step := range []struct{ member, left string }{{first, "available 1 " + second}, {second, "available 0 "}} {
		doV1(t, c.neptune.RemoveFromGlobalCluster, &neptune.RemoveFromGlobalClusterInput{
			GlobalClusterIdentifier: id, DbClusterIdentifier: &step.member,
		})
		become(t, step.left, shape)
	}
	doV1(t, c.neptune.DeleteGlobalCluster, deletion)
	become(t, 0, func() int {
		return len(doV1(t, c.neptune.DescribeGlobalClusters, &neptune.DescribeGlobalClustersInput{}).GlobalClusters)
	})
}

// TestSDKv1Exports exports a snapshot of an instance, and pages through snapshots.
func TestSDKv1Exports(t *testing.T) {
	s := serve(t)
	source := s.AddDBSnapshot(nereidtest.DBSnapshot{ID: "shop-now", Region: east})
	for i := range 130 {
		s.AddSnapshot(nereidtest.Snapshot{ID: fmt.Sprintf("page-%03d", i), Region: east})
	}
	c := connectV1(t, s.URL(), east)
	in := &rds.StartExportTaskInput{
		ExportTaskIdentifier: aws.String("tonight"), SourceArn: &source, S3BucketName: aws.String("exports"),
		IamRoleArn: aws.String("arn:aws:iam::123456789012:role/export"), KmsKeyId: aws.String("alias/exports"),
	}
	doV1(t, c.rds.StartExportTask, in)
	refusedV1(t, rds.ErrCodeExportTaskAlreadyExistsFault, 400, c.rds.StartExportTask, in)
	equal(t, "statuses", become(t, "COMPLETE", func() string {
		out := doV1(t, c.rds.DescribeExportTasks, &rds.DescribeExportTasksInput{ExportTaskIdentifier: in.ExportTaskIdentifier})
		return *out.ExportTasks[0].Status
	}), []string{"STARTING", "IN_PROGRESS", "COMPLETE"})

	var sizes []int
	err := c.rds.DescribeDBClusterSnapshotsPages(&rds.DescribeDBClusterSnapshotsInput{MaxRecords: aws.Int64(50)},
		func(page *rds.DescribeDBClusterSnapshotsOutput, _ bool) bool {
			sizes = append(sizes, len(page.DBClusterSnapshots))
			return true
		})
	if err != nil {
		t.Error(err)
	}
	equal(t, "pages", sizes, []int{50, 50, 30})
}

// TestSDKv1DBSnapshot creates an instance that belongs to no cluster, takes a snapshot of
// it, and copies, shares, exports and deletes the snapshot.
func TestSDKv1DBSnapshot(t *testing.T) {
	s := serve(t)
	c := connectV1(t, s.URL(), east)
	id := aws.String("bills")
	create := &rds.CreateDBInstanceInput{
		DBInstanceIdentifier: id, DBInstanceClass: aws.String("db.m6i.large"), Engine: aws.String("postgres"), AllocatedStorage: aws.Int64(20),
		MasterUsername: aws.String("clerk"), MasterUserPassword: aws.String("not-shown-again"),
	}
	made := doV1(t, c.rds.CreateDBInstance, create).DBInstance
	if *made.DBInstanceStatus != "creating" || strings.Contains(made.GoString(), "not-shown-again") {
		t.Errorf("the new instance: %v", made)
	}
	refusedV1(t, rds.ErrCodeDBInstanceAlreadyExistsFault, 400, c.rds.CreateDBInstance, create)
	one := &rds.DescribeDBInstancesInput{DBInstanceIdentifier: id}
	if err := c.rds.WaitUntilDBInstanceAvailableWithContext(t.Context(), one, quickV1); err != nil {
		t.Fatal(err)
	}

	taken := doV1(t, c.rds.CreateDBSnapshot, &rds.CreateDBSnapshotInput{DBInstanceIdentifier: id, DBSnapshotIdentifier: aws.String("bills-now")}).DBSnapshot
	names := []*string{taken.DBSnapshotIdentifier, aws.String("bills-twin")}
	wait := func(until func(aws.Context, *rds.DescribeDBSnapshotsInput, ...request.WaiterOption) error, name *string) {
		t.Helper()
		if err := until(t.Context(), &rds.DescribeDBSnapshotsInput{DBSnapshotIdentifier: name}, quickV1); err != nil {
			t.Fatal(err)
		}
	}
	wait(c.rds.WaitUntilDBSnapshotAvailableWithContext, names[0])
	doV1(t, c.rds.CopyDBSnapshot, &rds.CopyDBSnapshotInput{SourceDBSnapshotIdentifier: names[0], TargetDBSnapshotIdentifier: names[1]})
	wait(c.rds.WaitUntilDBSnapshotAvailableWithContext, names[1])
	shared := doV1(t, c.rds.ModifyDBSnapshotAttribute, &rds.ModifyDBSnapshotAttributeInput{
		DBSnapshotIdentifier: names[1], AttributeName: aws.String("restore"), ValuesToAdd: []*string{aws.String(other)},
	}).DBSnapshotAttributesResult
	equal(t, "accounts", aws.StringValueSlice(shared.DBSnapshotAttributes[0].AttributeValues), []string{other})

	task := &rds.StartExportTaskInput{
		ExportTaskIdentifier: aws.String("bills-tonight"), SourceArn: taken.DBSnapshotArn, S3BucketName: aws.String("exports"),
		IamRoleArn: aws.String("arn:aws:iam::123456789012:role/export"), KmsKeyId: aws.String("alias/exports"),
	}
	doV1(t, c.rds.StartExportTask, task)
	become(t, "COMPLETE", func() string {
		out := doV1(t, c.rds.DescribeExportTasks, &rds.DescribeExportTasksInput{ExportTaskIdentifier: task.ExportTaskIdentifier})
		return *out.ExportTasks[0].Status
	})

	for _, name := range names {
		doV1(t, c.rds.DeleteDBSnapshot, &rds.DeleteDBSnapshotInput{DBSnapshotIdentifier: name})
		wait(c.rds.WaitUntilDBSnapshotDeletedWithContext, name)
	}
	doV1(t, c.rds.DeleteDBInstance, &rds.DeleteDBInstanceInput{DBInstanceIdentifier: id, SkipFinalSnapshot: aws.Bool(true)})
	if err := c.rds.WaitUntilDBInstanceDeletedWithContext(t.Context(), one, quickV1); err != nil {
		t.Fatal(err)
	}
}
