package nereidtest_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// Follow an export from start to end, with a clock that moves only when the
// program advances it.
func Example() {
	s, err := nereidtest.Start(nereidtest.WithClock(time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	snapshot := s.AddSnapshot(nereidtest.Snapshot{ID: "nightly", Engine: "aurora-postgresql", SizeGB: 40})

	ctx := context.Background()
	client := rds.NewFromConfig(s.Config())
	_, err = client.StartExportTask(ctx, &rds.StartExportTaskInput{
		ExportTaskIdentifier: nereid.String("nightly-1"),
		SourceArn:            &snapshot,
		S3BucketName:         nereid.String("exports"),
		IamRoleArn:           nereid.String("arn:aws:iam::123456789012:role/export"),
		KmsKeyId:             nereid.String("alias/exports"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for {
		out, err := client.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: nereid.String("nightly-1")})
		if err != nil {
			fmt.Println(err)
			return
		}
		task := out.ExportTasks[0]
		fmt.Printf("%s %-11s %3d%% %2d GB\n", s.Now().Format("15:04"), *task.Status, *task.PercentProgress, *task.TotalExtractedDataInGB)
		if task.TaskEndTime != nil {
			break
		}
		s.Advance(3 * time.Minute)
	}
	// Output:
	// 12:00 STARTING      0%  0 GB
	// 12:03 STARTING      0%  0 GB
	// 12:06 STARTING      0%  0 GB
	// 12:09 STARTING      0%  0 GB
	// 12:12 STARTING      0%  0 GB
	// 12:15 IN_PROGRESS  16%  6 GB
	// 12:18 IN_PROGRESS  66% 26 GB
	// 12:21 COMPLETE    100% 40 GB
}

// AWS restarts a stopped cluster after seven days.
func ExampleServer_Advance() {
	s, err := nereidtest.Start(nereidtest.WithClock(time.Time{}))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	s.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})

	ctx := context.Background()
	client := neptune.NewFromConfig(s.Config())
	if _, err := client.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: nereid.String("graph")}); err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range []time.Duration{0, 5 * time.Minute, 7 * 24 * time.Hour, 8 * time.Minute} {
		s.Advance(d)
		out, err := client.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: nereid.String("graph")})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(*out.DBClusters[0].Status)
	}
	// Output:
	// stopping
	// stopped
	// starting
	// available
}

// The response to a create operation is lost. The client recovers, and the
// server has created the snapshot once.
func ExampleServer_Inject() {
	s, err := nereidtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	s.AddCluster(nereidtest.Cluster{ID: "graph"})
	s.Inject(nereidtest.LostAnswer("CreateDBClusterSnapshot"))

	cfg := s.Config()
	cfg.Retryer = func() nereid.Retryer { return nereid.NopRetryer{} }
	ctx := context.Background()
	client := neptune.NewFromConfig(cfg)
	_, err = client.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: nereid.String("graph"), DBClusterSnapshotIdentifier: nereid.String("before-upgrade"),
	})
	fmt.Println("failed:", err != nil)

	out, err := client.DescribeDBClusterSnapshots(ctx, &neptune.DescribeDBClusterSnapshotsInput{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, snapshot := range out.DBClusterSnapshots {
		fmt.Println(*snapshot.DBClusterSnapshotIdentifier, *snapshot.Status)
	}
	// Output:
	// failed: true
	// before-upgrade creating
}

// A function responds instead of the server.
func ExampleServer_Intercept() {
	s, err := nereidtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	s.Intercept(func(r *nereidtest.Request) (*nereidtest.Response, bool) {
		if r.Action != "DescribeExportTasks" {
			return nil, false
		}
		return &nereidtest.Response{Body: []byte(`<DescribeExportTasksResponse>
			<DescribeExportTasksResult><ExportTasks/></DescribeExportTasksResult>
		</DescribeExportTasksResponse>`)}, true
	})
	out, err := rds.NewFromConfig(s.Config()).DescribeExportTasks(context.Background(), &rds.DescribeExportTasksInput{
		ExportTaskIdentifier: nereid.String("of-none"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(out.ExportTasks), "tasks")
	// Output: 0 tasks
}

// A test reads the requests that a client has sent.
func ExampleServer_Requests() {
	s, err := nereidtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	_, err = rds.NewFromConfig(s.Config()).CancelExportTask(context.Background(), &rds.CancelExportTaskInput{
		ExportTaskIdentifier: nereid.String("of-none"),
	})
	var notFound *types.ExportTaskNotFoundFault
	fmt.Println("not found:", errors.As(err, &notFound))
	for _, r := range s.Requests() {
		fmt.Println(r.Action, r.Region, r.Parameter("ExportTaskIdentifier"), r.StatusCode, r.ErrorCode)
	}
	// Output:
	// not found: true
	// CancelExportTask us-east-1 of-none 404 ExportTaskNotFound
}

// Other processes reach the server on a port. It rejects unsigned requests.
func ExampleServer_URL() {
	s, err := nereidtest.Start()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	resp, err := http.Get(s.URL() + "/?Action=DescribeDBClusters&Version=2014-10-31")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	fmt.Println(strings.HasPrefix(s.URL(), "http://127.0.0.1:"), resp.Status)
	// Output: true 403 Forbidden
}
