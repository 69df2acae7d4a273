package rds_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// exporting returns a fake of AWS in which exports with these names and S3 prefixes have just begun.
// Its clock stands still until it is advanced.
func exporting(prefixes map[string]string) (*nereidtest.Server, *rds.Client) {
	server, err := nereidtest.Start(nereidtest.WithClock(time.Time{}))
	if err != nil {
		panic(err) // only opening a port can fail
	}
	client := rds.NewFromConfig(server.Config())
	source := server.AddSnapshot(nereidtest.Snapshot{ID: "nightly"})
	for id, prefix := range prefixes {
		if _, err := client.StartExportTask(context.Background(), &rds.StartExportTaskInput{
			ExportTaskIdentifier: &id,
			IamRoleArn:           nereid.String("arn:aws:iam::123456789012:role/export"),
			KmsKeyId:             nereid.String("alias/exports"),
			S3BucketName:         nereid.String("exports"),
			S3Prefix:             &prefix,
			SourceArn:            &source,
		}); err != nil {
			panic(err)
		}
	}
	return server, client
}

// often makes a waiter poll the fake without pauses. For AWS, use the default of 30 seconds.
func often(o *rds.ExportTaskCompleteWaiterOptions) {
	o.MinDelay, o.MaxDelay = time.Millisecond, time.Millisecond
}

func ExampleNewExportTaskCompleteWaiter() {
	server, client := exporting(map[string]string{"nightly-1": "graph"})
	defer server.Close()

	waiter := rds.NewExportTaskCompleteWaiter(client, often, func(o *rds.ExportTaskCompleteWaiterOptions) {
		o.OnPoll = func(p rds.Poll[types.ExportTask]) {
			fmt.Printf("poll %d: %s, %d %%\n", p.Attempt, p.Status, p.Percent)
			server.Advance(8 * time.Minute)
		}
	})
	err := waiter.Wait(context.Background(), &rds.DescribeExportTasksInput{
		ExportTaskIdentifier: nereid.String("nightly-1"),
	}, 6*time.Hour)
	fmt.Println(err)
	// Output:
	// poll 1: STARTING, 0 %
	// poll 2: STARTING, 0 %
	// poll 3: IN_PROGRESS, 33 %
	// poll 4: COMPLETE, 100 %
	// <nil>
}

func ExampleWaiter_WaitForOutput() {
	server, client := exporting(map[string]string{"nightly-1": "graph/"}) // with a trailing slash
	defer server.Close()
	server.Advance(time.Hour)

	_, err := rds.NewExportTaskCompleteWaiter(client, often).WaitForOutput(context.Background(), &rds.DescribeExportTasksInput{
		ExportTaskIdentifier: nereid.String("nightly-1"),
	}, 6*time.Hour)

	var failed *nereid.WaitError
	switch {
	case errors.Is(err, nereid.ErrWaitTimeout), errors.Is(err, nereid.ErrWaitCanceled):
		fmt.Println("it still runs")
	case errors.Is(err, nereid.ErrWaitFailed) && errors.As(err, &failed):
		fmt.Println(failed.Resource, "is", failed.LastStatus, "after", failed.Attempts, "poll")
		fmt.Println(failed.Reason)
	case err != nil:
		fmt.Println("the outcome is unknown:", err)
	}
	// Output:
	// export task nightly-1 is FAILED after 1 poll
	// The S3 prefix must not end with a slash (/).
}

func ExampleWaiter_WaitAll() {
	server, client := exporting(map[string]string{"people": "graph", "places": "graph", "things": "graph/"})
	defer server.Close()

	waiter := rds.NewExportTaskCompleteWaiter(client, often, func(o *rds.ExportTaskCompleteWaiterOptions) {
		o.OnPoll = func(rds.Poll[types.ExportTask]) { server.Advance(time.Minute) }
	})
	// One request describes all three exports.
	for id, err := range waiter.WaitAll(context.Background(), []string{"people", "places", "things"}, 6*time.Hour) {
		fmt.Println(id, errors.Is(err, nereid.ErrWaitFailed), err == nil)
	}
	// Output:
	// things true false
	// people false true
	// places false true
}
