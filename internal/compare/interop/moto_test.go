package interop_test

import (
	"bufio"
	"context"
	"errors"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	neptunetypes "github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/rds"
)

// TestMoto runs our clients against moto's server, a fake by other authors. It
// changes states immediately and has fewer states than AWS, so waits are short
// and the states in between are not checked.
func TestMoto(t *testing.T) {
	t.Parallel()
	server, err := exec.LookPath("moto_server")
	if err != nil {
		t.Skip("moto_server is not installed")
	}
	cfg := nereid.Config{
		Region: "eu-west-1", Credentials: nereid.StaticCredentials("AKIDEXAMPLE", "SECRETEXAMPLE", ""),
		BaseEndpoint: nereid.String(startMoto(t, server)),
	}
	m := moto{t: t, neptune: neptune.NewFromConfig(cfg), rds: rds.NewFromConfig(cfg)}
	cfg.Region = "us-east-1"
	m.far = neptune.NewFromConfig(cfg)
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	for _, step := range []struct {
		name string
		run  func(context.Context) error
	}{
		{"create a cluster", m.createCluster},
		{"a name that is taken", m.nameTaken},
		{"stop it", m.stop},
		{"start it", m.start},
		{"snapshot it", m.snapshot},
		{"copy the snapshot to another region", m.copy},
		{"tags", m.tags},
		{"pages", m.pages},
		{"export the snapshot", m.export},
		{"a global database", m.global},
		{"what is not there", m.missing},
		{"delete it", m.delete},
	} {
		err := step.run(ctx)
		if err != nil && ctx.Err() != nil {
			t.Skipf("the machine is too slow: %s has not ended after %s", step.name, limit)
		}
		if err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		t.Logf("moto: %s", step.name)
	}
}

// startMoto starts the server and returns its URL.
func startMoto(t *testing.T, server string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), server, "-H", "127.0.0.1", "-p", "0")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Wait() }) // t.Context has ended, and with it the program
	late := time.AfterFunc(limit, func() { _ = cmd.Process.Kill() })
	defer late.Stop()
	lines, said := bufio.NewScanner(stderr), ""
	for lines.Scan() {
		said += lines.Text() + "\n"
		if url := regexp.MustCompile(`http://[0-9.:]*[0-9]`).FindString(lines.Text()); url != "" {
			go func() {
				for lines.Scan() { // its log of requests, until it ends
				}
			}()
			return url
		}
	}
	t.Skipf("moto_server does not start within %s: %s", limit, said)
	return ""
}

type moto struct {
	t            *testing.T
	neptune, far *neptune.Client
	rds          *rds.Client
	snapshotARN  string
	clusterARN   string
}

var (
	cluster  = nereid.String("graph")
	snapshot = nereid.String("graph-monday")
)

func quickCluster(o *neptune.DBClusterAvailableWaiterOptions) { o.MinDelay, o.MaxDelay = 1e6, 1e7 }

func (m *moto) createCluster(ctx context.Context) error {
	out, err := m.neptune.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{
		DBClusterIdentifier: cluster, Engine: nereid.String("neptune"), StorageEncrypted: nereid.Bool(false),
	})
	if err != nil {
		return err
	}
	m.clusterARN = nereid.ToString(out.DBCluster.DBClusterArn)
	return neptune.NewDBClusterAvailableWaiter(m.neptune, quickCluster).Wait(ctx,
		&neptune.DescribeDBClustersInput{DBClusterIdentifier: cluster}, time.Minute)
}

func (m *moto) nameTaken(ctx context.Context) error {
	_, err := m.rds.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: cluster, DBClusterSnapshotIdentifier: nereid.String("twice"),
	})
	if err != nil {
		return err
	}
	_, err = m.rds.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: cluster, DBClusterSnapshotIdentifier: nereid.String("twice"),
	})
	return want(err, nereid.ErrAlreadyExists)
}

func (m *moto) stop(ctx context.Context) error {
	result, err := neptune.EnsureStopped(ctx, m.neptune, *cluster, time.Minute, quickEnsure)
	if err == nil && !result.Changed() {
		err = errors.New("nothing was done")
	}
	return err
}

func (m *moto) start(ctx context.Context) error {
	result, err := neptune.EnsureStarted(ctx, m.neptune, *cluster, time.Minute, quickEnsure)
	if err == nil && !result.Changed() {
		err = errors.New("nothing was done")
	}
	return err
}

func quickEnsure(o *neptune.EnsureOptions) { o.MinDelay, o.MaxDelay = 1e6, 1e7 }

func (m *moto) snapshot(ctx context.Context) error {
	out, err := m.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: cluster, DBClusterSnapshotIdentifier: snapshot,
	})
	if err != nil {
		return err
	}
	m.snapshotARN = nereid.ToString(out.DBClusterSnapshot.DBClusterSnapshotArn)
	return neptune.NewDBClusterSnapshotAvailableWaiter(m.neptune, func(o *neptune.DBClusterSnapshotAvailableWaiterOptions) {
		o.MinDelay, o.MaxDelay = 1e6, 1e7
	}).Wait(ctx, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: snapshot}, time.Minute)
}

func (m *moto) copy(ctx context.Context) error {
	_, err := m.far.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
		SourceDBClusterSnapshotIdentifier: &m.snapshotARN, TargetDBClusterSnapshotIdentifier: nereid.String("graph-far"),
	})
	if err != nil {
		return err
	}
	out, err := m.far.DescribeDBClusterSnapshots(ctx, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: nereid.String("graph-far")})
	if err == nil && len(out.DBClusterSnapshots) != 1 {
		err = errors.New("the copy is not there")
	}
	return err
}

func (m *moto) tags(ctx context.Context) error {
	_, err := m.neptune.AddTagsToResource(ctx, &neptune.AddTagsToResourceInput{
		ResourceName: &m.clusterARN, Tags: []neptunetypes.Tag{{Key: nereid.String("env"), Value: nereid.String("a <b> & c")}},
	})
	if err != nil {
		return err
	}
	out, err := m.neptune.ListTagsForResource(ctx, &neptune.ListTagsForResourceInput{ResourceName: &m.clusterARN})
	if err == nil && (len(out.TagList) != 1 || nereid.ToString(out.TagList[0].Value) != "a <b> & c") {
		err = errors.New("the tag is another one")
	}
	return err
}

func (m *moto) pages(ctx context.Context) error {
	n := 0
	for _, err := range neptune.Clusters(ctx, m.neptune, nil) {
		if err != nil {
			return err
		}
		n++
	}
	if n != 1 {
		return errors.New("the cluster is not listed")
	}
	return nil
}

func (m *moto) export(ctx context.Context) error {
	id := nereid.String("nightly")
	if _, err := m.rds.StartExportTask(ctx, &rds.StartExportTaskInput{
		ExportTaskIdentifier: id, SourceArn: &m.snapshotARN, S3BucketName: nereid.String("bucket"),
		IamRoleArn: nereid.String("arn:aws:iam::123456789012:role/export"),
		KmsKeyId:   nereid.String("arn:aws:kms:eu-west-1:123456789012:key/1"),
	}); err != nil {
		return err
	}
	return rds.NewExportTaskCompleteWaiter(m.rds, func(o *rds.ExportTaskCompleteWaiterOptions) {
		o.MinDelay, o.MaxDelay = 1e6, 1e7
	}).Wait(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: id}, time.Minute)
}

// global creates a global database without members, because moto does not find
// a cluster by its ARN, and members have to be named by ARN.
func (m *moto) global(ctx context.Context) error {
	id := nereid.String("world")
	if _, err := m.neptune.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
		GlobalClusterIdentifier: id, Engine: nereid.String("neptune"),
	}); err != nil {
		return err
	}
	out, err := m.neptune.DescribeGlobalClusters(ctx, &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: id})
	if err != nil {
		return err
	}
	if len(out.GlobalClusters) != 1 || !strings.EqualFold(nereid.ToString(out.GlobalClusters[0].GlobalClusterIdentifier), *id) {
		return errors.New("the global cluster is not there")
	}
	_, err = m.neptune.DeleteGlobalCluster(ctx, &neptune.DeleteGlobalClusterInput{GlobalClusterIdentifier: id})
	return err
}

func (m *moto) missing(ctx context.Context) error {
	_, err := m.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: nereid.String("nothing")})
	if err := want(err, nereid.ErrNotFound); err != nil {
		return err
	}
	_, err = m.rds.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("nothing")})
	return want(err, nereid.ErrNotFound)
}

func (m *moto) delete(ctx context.Context) error {
	if _, err := m.neptune.DeleteDBCluster(ctx, &neptune.DeleteDBClusterInput{
		DBClusterIdentifier: cluster, SkipFinalSnapshot: nereid.Bool(true),
	}); err != nil {
		return err
	}
	return neptune.NewDBClusterDeletedWaiter(m.neptune, quickCluster).Wait(ctx,
		&neptune.DescribeDBClustersInput{DBClusterIdentifier: cluster}, time.Minute)
}

// want returns an error unless err is of the category.
func want(err error, category nereid.ErrorCategory) error {
	if !errors.Is(err, category) {
		return errors.New("want " + string(category) + ", not: " + errorText(err))
	}
	return nil
}

func errorText(err error) string {
	if err == nil {
		return "success"
	}
	return err.Error()
}
