// Package export implements the program export as a function, so that other programs can run it.
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

// Run runs the program and returns its exit code. The clients use config or, if config is nil, the
// configuration that the arguments select.
func Run(ctx context.Context, args []string, config *nereid.Config, stdout, stderr io.Writer) int {
	return cli.Exit("export", stderr, export(ctx, args, config, stdout, stderr))
}

func export(ctx context.Context, args []string, config *nereid.Config, stdout, stderr io.Writer) error {
	o, cfg, err := setup(ctx, args, config, stdout, stderr)
	if err != nil {
		return err
	}
	client := rds.NewFromConfig(cfg)
	if o.all {
		return exportAll(ctx, client, o, stdout, stderr)
	}
	return exportOne(ctx, client, o, stdout)
}

// exportOne exports the source, or a new snapshot of it.
func exportOne(ctx context.Context, client *rds.Client, o *options, stdout io.Writer) (err error) {
	since := time.Now()
	progress := ui.NewProgress(stdout)
	progress.Print("Export task " + o.task + " to s3://" + o.bucket + "/" + o.prefix)
	if o.snapshot {
		if o.source, err = takeSnapshot(ctx, client, o, progress); err != nil {
			progress.Close()
			return err
		}
	}
	in := o.request(o.task, o.source)
	_, err = client.StartExportTask(ctx, in)
	late := context.WithoutCancel(ctx)
	switch {
	case err == nil:
		bar := progress.Task("export")
		if err = wait(ctx, client, o, bar); errors.Is(err, context.Canceled) {
			progress.Print("Interrupted: canceling the export. Press Ctrl-C again to exit without waiting.")
			err = cancel(late, client, o, bar)
		}
	case ctx.Err() == nil, refused(client, err):
		progress.Close()
		if o.snapshot {
			return fmt.Errorf("the snapshot %s was taken and is kept: %w", o.task, err)
		}
		return err
	default: // interrupted before the response
		progress.Print("Interrupted: canceling the export, if it started. Press Ctrl-C again to exit without waiting.")
		if err = ours(late, client, in, since); err == nil {
			err = cancel(late, client, o, progress.Task("export"))
		} else {
			err = fmt.Errorf("interrupted: %w", err)
		}
	}
	progress.Close()
	return errors.Join(err, list(ctx, client, stdout))
}

// takeSnapshot takes a snapshot of the source cluster and returns the snapshot's ARN. It first
// checks that the cluster belongs to the account in the source ARN, because requests contain only
// the cluster's name.
func takeSnapshot(ctx context.Context, client *rds.Client, o *options, progress *ui.Progress) (string, error) {
	cluster := lastPart(o.source)
	found, err := client.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{DBClusterIdentifier: &cluster})
	if err != nil {
		return "", err
	}
	if err := o.sameAccount(found.DBClusters[0].DBClusterArn); err != nil {
		return "", err
	}
	bar := progress.Task("snapshot")
	out, err := client.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{
		DBClusterIdentifier:         &cluster,
		DBClusterSnapshotIdentifier: &o.task,
	})
	if err == nil {
		waiter := rds.NewDBClusterSnapshotAvailableWaiter(client, func(w *rds.DBClusterSnapshotAvailableWaiterOptions) {
			w.MinDelay, w.MaxDelay = o.Poll, 4*o.Poll
			w.OnPoll = func(p rds.Poll[types.DBClusterSnapshot]) {
				if p.Item != nil {
					bar.Show(ui.State{Status: p.Status, Percent: nereid.ToInt32(p.Item.PercentProgress), Last: p.Next == 0})
				}
			}
		})
		err = waiter.Wait(ctx, &rds.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &o.task}, o.timeout)
	}
	switch {
	case errors.Is(err, context.Canceled):
		return "", fmt.Errorf("interrupted: nothing was exported, but the snapshot %s may exist or be in progress", o.task)
	case err != nil:
		return "", err
	}
	return nereid.ToString(out.DBClusterSnapshot.DBClusterSnapshotArn), nil
}

// wait waits until the export is complete. If the export fails, the error contains the cause that
// AWS reports.
func wait(ctx context.Context, client *rds.Client, o *options, bar *ui.Task) error {
	waiter := rds.NewExportTaskCompleteWaiter(client, func(w *rds.ExportTaskCompleteWaiterOptions) {
		w.MinDelay, w.MaxDelay = o.Poll, 4*o.Poll
		w.OnPoll = show(bar)
	})
	err := waiter.Wait(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: &o.task}, o.timeout)
	if errors.Is(err, nereid.ErrWaitTimeout) {
		return fmt.Errorf("the export continues: %w", err)
	}
	return err
}

// cancel cancels the export, waits until it is canceled, and returns an error that describes how
// the export ended.
func cancel(ctx context.Context, client *rds.Client, o *options, bar *ui.Task) error {
	_, err := client.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: &o.task})
	if err != nil && !errors.Is(err, nereid.ErrInvalidState) { // an export that has ended shows in the wait below
		return fmt.Errorf("interrupted, and the export could not be canceled: %w", err)
	}
	waiter := rds.NewExportTaskCanceledWaiter(client, func(w *rds.ExportTaskCanceledWaiterOptions) {
		w.MinDelay, w.MaxDelay = o.Poll, 4*o.Poll
		w.OnPoll = show(bar)
	})
	if err := waiter.Wait(ctx, &rds.DescribeExportTasksInput{ExportTaskIdentifier: &o.task}, o.timeout); err != nil {
		return fmt.Errorf("interrupted: %w", err)
	}
	return errors.New("interrupted: the export was canceled")
}

// show returns an OnPoll function that updates the bar.
func show(bar *ui.Task) func(rds.Poll[types.ExportTask]) {
	return func(p rds.Poll[types.ExportTask]) {
		if p.Item != nil {
			bar.Show(ui.State{
				Status:    p.Status,
				Percent:   nereid.ToInt32(p.Item.PercentProgress),
				Gigabytes: nereid.ToInt32(p.Item.TotalExtractedDataInGB),
				Last:      p.Next == 0,
			})
		}
	}
}

// list shows the account's newest export tasks, even if ctx is canceled.
func list(ctx context.Context, client *rds.Client, w io.Writer) error {
	const shown = 10
	ctx, done := context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
	defer done()
	var tasks []types.ExportTask
	for task, err := range rds.NewDescribeExportTasksPaginator(client, nil).All(ctx) {
		if err != nil {
			return err
		}
		tasks = append(tasks, task)
	}
	slices.SortStableFunc(tasks, func(a, b types.ExportTask) int {
		return nereid.ToTime(b.TaskStartTime).Compare(nereid.ToTime(a.TaskStartTime))
	})
	if _, err := fmt.Fprintln(w); err != nil {
		return err
	}
	table := ui.NewTable(w, "TASK", "STATUS", "DONE", "DATA", "TOOK", "SOURCE")
	for _, t := range tasks[:min(shown, len(tasks))] {
		took := ""
		if t.TaskStartTime != nil && t.TaskEndTime != nil {
			took = t.TaskEndTime.Sub(*t.TaskStartTime).Round(time.Second).String()
		}
		table.Row(
			nereid.ToString(t.ExportTaskIdentifier), nereid.ToString(t.Status),
			fmt.Sprintf("%d %%", nereid.ToInt32(t.PercentProgress)), fmt.Sprintf("%d GB", nereid.ToInt32(t.TotalExtractedDataInGB)),
			took, lastPart(nereid.ToString(t.SourceArn)),
		)
	}
	if more := len(tasks) - shown; more > 0 {
		table.Row(fmt.Sprintf("and %d older tasks", more))
	}
	return table.Flush()
}

// lastPart returns the name at the end of an ARN.
func lastPart(arn string) string { return arn[strings.LastIndex(arn, ":")+1:] }
