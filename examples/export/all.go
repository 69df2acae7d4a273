package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/examples/internal/ui"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// exportAll exports all snapshots of the cluster that is the source, as many at
// a time as AWS allows.
func exportAll(ctx context.Context, client *rds.Client, o *options, stdout, stderr io.Writer) error {
	exports, err := allSnapshots(ctx, client, o)
	if err != nil {
		return err
	}
	progress := ui.NewProgress(stdout)
	progress.Print(fmt.Sprintf("%d exports to s3://%s/%s, at most %d at a time", len(exports), o.bucket, o.prefix, rds.MaxConcurrentExports))
	bars := make(map[string]*ui.Task)
	var failures, running []string
	complete := 0
	for r := range rds.ExportAll(ctx, client, exports, o.timeout, func(opts *rds.ExportAllOptions) {
		opts.MinDelay, opts.MaxDelay = o.Poll, 4*o.Poll
		opts.OnStart = func(out *rds.StartExportTaskOutput) {
			bars[nereid.ToString(out.ExportTaskIdentifier)] = progress.Task(lastPart(nereid.ToString(out.SourceArn)))
		}
		opts.OnPoll = func(p rds.Poll[types.ExportTask]) { show(bars[p.Resource])(p) }
	}) {
		switch {
		case r.State == rds.ExportComplete:
			complete++
		case r.State == rds.ExportRunning:
			running = append(running, *r.Input.ExportTaskIdentifier)
		}
		if r.Err != nil {
			failures = append(failures, fmt.Sprintf("%s is %s: %v", lastPart(*r.Input.SourceArn), r.State, r.Err))
		}
	}
	if ctx.Err() != nil {
		progress.Print("Interrupted: cancelling what runs. Press Ctrl-C again not to wait for that.")
		canceled, err := cancelAll(context.WithoutCancel(ctx), client, o, running, bars)
		progress.Close()
		interrupted := fmt.Errorf("interrupted: of %d exports %d are complete and %d cancelled", len(exports), complete, canceled)
		return errors.Join(interrupted, err, list(ctx, client, stdout))
	}
	progress.Close()
	for _, failure := range failures {
		_, _ = fmt.Fprintf(stderr, "export: %s\n", cli.OneLine(failure))
	}
	if len(failures) > 0 {
		err = fmt.Errorf("%d of %d exports are not complete", len(failures), len(exports))
	}
	return errors.Join(err, list(ctx, client, stdout))
}

// allSnapshots returns the requests to export the available snapshots of the
// cluster that is the source.
func allSnapshots(ctx context.Context, client *rds.Client, o *options) ([]*rds.StartExportTaskInput, error) {
	cluster := lastPart(o.source)
	var exports []*rds.StartExportTaskInput
	for s, err := range rds.NewDescribeDBClusterSnapshotsPaginator(client, &rds.DescribeDBClusterSnapshotsInput{
		DBClusterIdentifier: &cluster,
	}).All(ctx) {
		if err != nil {
			return nil, err
		}
		if nereid.ToString(s.Status) == "available" {
			task := fmt.Sprintf("%s-%d", o.task, len(exports)+1)
			exports = append(exports, o.request(task, nereid.ToString(s.DBClusterSnapshotArn)))
		}
	}
	if len(exports) == 0 {
		return nil, fmt.Errorf("the cluster %s has no available snapshots", cluster)
	}
	return exports, nil
}

// cancelAll asks for exports to be cancelled, waits for that, and returns how
// many were. One that had ended by itself before counts as an error.
func cancelAll(ctx context.Context, client *rds.Client, o *options, tasks []string, bars map[string]*ui.Task) (canceled int, err error) {
	for _, task := range tasks {
		_, callErr := client.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: &task})
		if callErr != nil && !errors.Is(callErr, nereid.ErrInvalidState) { // one that is over shows in the wait
			err = errors.Join(err, callErr)
		}
	}
	waiter := rds.NewExportTaskCanceledWaiter(client, func(w *rds.ExportTaskCanceledWaiterOptions) {
		w.MinDelay, w.MaxDelay = o.Poll, 4*o.Poll
		w.OnPoll = func(p rds.Poll[types.ExportTask]) { show(bars[p.Resource])(p) }
	})
	for _, waitErr := range waiter.WaitAll(ctx, tasks, o.timeout) {
		if waitErr == nil {
			canceled++
		}
		err = errors.Join(err, waitErr)
	}
	return canceled, err
}
