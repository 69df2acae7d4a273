package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/examples/internal/ui"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// exportAll exports all snapshots of the source cluster, with as many exports at a time as AWS
// allows.
func exportAll(ctx context.Context, client *rds.Client, o *options, stdout, stderr io.Writer) error {
	exports, err := allSnapshots(ctx, client, o)
	if err != nil {
		return err
	}
	b := &batch{client: client, options: o, since: time.Now(), progress: ui.NewProgress(stdout), bars: make(map[string]*ui.Task)}
	b.progress.Print(fmt.Sprintf("%d exports to s3://%s/%s, at most %d at a time", len(exports), o.bucket, o.prefix, rds.MaxConcurrentExports))
	results := slices.Collect(rds.ExportAll(ctx, client, exports, o.timeout, func(opts *rds.ExportAllOptions) {
		opts.MinDelay, opts.MaxDelay = o.Poll, 4*o.Poll
		opts.OnStart = func(out *rds.StartExportTaskOutput) { b.bar(nereid.ToString(out.ExportTaskIdentifier), out.SourceArn) }
		opts.OnPoll = b.show
	}))
	if ctx.Err() != nil {
		b.progress.Print("Interrupted: canceling the running exports. Press Ctrl-C again to exit without waiting.")
		err = b.cancel(context.WithoutCancel(ctx), results)
	} else {
		err = b.judge(results)
	}
	b.progress.Close()
	for _, failure := range b.failures {
		_, _ = fmt.Fprintf(stderr, "export: %s\n", cli.OneLine(failure))
	}
	return errors.Join(err, list(ctx, client, stdout))
}

// A batch is a set of exports in progress.
type batch struct {
	client   *rds.Client
	options  *options
	since    time.Time // start of the batch
	progress *ui.Progress
	bars     map[string]*ui.Task // by task name
	failures []string            // to report at the end
}

// judge returns an error if not all exports are complete.
func (b *batch) judge(results []rds.ExportResult) error {
	for _, r := range results {
		switch source := lastPart(*r.Input.SourceArn); r.State {
		case rds.ExportComplete:
		case rds.ExportUnknown:
			b.failf("the export of %s may have started: look for the export task %s before you start it again: %v", source, *r.Input.ExportTaskIdentifier, r.Err)
		default:
			b.failf("%s is %s: %v", source, r.State, r.Err)
		}
	}
	if len(b.failures) > 0 {
		return fmt.Errorf("%d of %d exports are not complete", len(b.failures), len(results))
	}
	return nil
}

func (b *batch) failf(format string, args ...any) {
	b.failures = append(b.failures, fmt.Sprintf(format, args...))
}

// bar returns the progress bar of a task, labeled with the name of the exported snapshot.
func (b *batch) bar(task string, source *string) *ui.Task {
	task = strings.ToLower(task)
	if b.bars[task] == nil {
		b.bars[task] = b.progress.Task(lastPart(nereid.ToString(source)))
	}
	return b.bars[task]
}

func (b *batch) show(p rds.Poll[types.ExportTask]) {
	if p.Item != nil {
		show(b.bar(p.Resource, p.Item.SourceArn))(p)
	}
}

// allSnapshots returns the requests to export the available snapshots of the source cluster.
func allSnapshots(ctx context.Context, client *rds.Client, o *options) ([]*rds.StartExportTaskInput, error) {
	cluster := lastPart(o.source)
	var exports []*rds.StartExportTaskInput
	for s, err := range rds.NewDescribeDBClusterSnapshotsPaginator(client, &rds.DescribeDBClusterSnapshotsInput{
		DBClusterIdentifier: &cluster,
	}).All(ctx) {
		if err != nil {
			return nil, err
		}
		if err := o.sameAccount(s.DBClusterSnapshotArn); err != nil {
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

// cancel cancels the running exports and waits until they are canceled. The running exports include
// exports that started although the response to StartExportTask was lost. The error always reports
// how many exports are complete and how many were canceled. Exports that ended before they could be
// canceled are not counted as canceled.
func (b *batch) cancel(ctx context.Context, results []rds.ExportResult) error {
	var running []string
	complete, canceled := 0, 0
	for _, r := range results {
		task, source := *r.Input.ExportTaskIdentifier, lastPart(*r.Input.SourceArn)
		switch r.State {
		case rds.ExportComplete:
			complete++
		case rds.ExportRunning:
			running = append(running, task)
		case rds.ExportUnknown:
			if err := ours(ctx, b.client, r.Input, b.since); err != nil {
				b.failf("%s: %v", source, err)
				continue
			}
			b.progress.Print("The export task " + task + " started, although its response was lost: it is canceled too.")
			running = append(running, task)
		default:
			if !errors.Is(r.Err, context.Canceled) {
				b.failf("%s is %s: %v", source, r.State, r.Err)
			}
		}
	}
	var told []string
	for _, task := range running {
		_, err := b.client.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: &task})
		if err != nil && !errors.Is(err, nereid.ErrInvalidState) { // an export that has ended shows in the wait
			b.failf("the export task %s could not be canceled: %v", task, err)
			continue
		}
		told = append(told, task)
	}
	waiter := rds.NewExportTaskCanceledWaiter(b.client, func(w *rds.ExportTaskCanceledWaiterOptions) {
		w.MinDelay, w.MaxDelay = b.options.Poll, 4*b.options.Poll
		w.OnPoll = b.show
	})
	for _, err := range waiter.WaitAll(ctx, told, b.options.timeout) {
		if err == nil {
			canceled++
		} else {
			b.failf("%v", err)
		}
	}
	return fmt.Errorf("interrupted: of %d exports, %d are complete and %d canceled", len(results), complete, canceled)
}
