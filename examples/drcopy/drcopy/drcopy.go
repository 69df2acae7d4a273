// Package drcopy implements the program drcopy as a function, so that other programs can run it.
package drcopy

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/examples/internal/ui"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

// tagKey is the key of the tag that marks snapshots created by this program. The tag's value is the
// ARN of the cluster.
const tagKey = "drcopy"

// Run runs the program and returns its exit code. The clients use config or, if config is nil, the
// configuration that the arguments select.
func Run(ctx context.Context, args []string, config *nereid.Config, stdout, stderr io.Writer) int {
	return cli.Exit("drcopy", stderr, drcopy(ctx, args, config, stdout))
}

func drcopy(ctx context.Context, args []string, config *nereid.Config, stdout io.Writer) error {
	o, cfg, err := setup(ctx, args, config, stdout)
	if err != nil {
		return err
	}
	home := neptune.NewFromConfig(cfg)
	away := neptune.NewFromConfig(cfg, func(opts *neptune.Options) { opts.Region = o.to })

	cluster, err := describe(ctx, home, o)
	if err != nil {
		return err
	}
	o.tag = types.Tag{Key: nereid.String(tagKey), Value: cluster.DBClusterArn}
	if _, err := list(ctx, away, o); err != nil { // checks first that the region can be reached
		return err
	}
	progress := ui.NewProgress(stdout)
	progress.Print("Snapshot " + o.snapshot + " of " + o.cluster + " in " + o.Region + ", for a copy in " + o.to)
	err = copySnapshot(ctx, home, away, o, progress)
	progress.Close()
	if err != nil {
		return err
	}

	// Delete older copies only now that the new copy exists.
	if err := prune(ctx, away, o, o.keep, stdout); err != nil {
		return err
	}
	if err := prune(ctx, home, o, o.keepSource, stdout); err != nil {
		return err
	}
	copies, err := list(ctx, away, o)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "\nCopies of %s in %s:\n", o.cluster, o.to)
	return errors.Join(err, show(copies, stdout))
}

// describe returns the cluster. It fails if the cluster is encrypted but the options contain no KMS
// key, or if the options contain a KMS key but the cluster is not encrypted.
func describe(ctx context.Context, client *neptune.Client, o *options) (*types.DBCluster, error) {
	for cluster, err := range neptune.Clusters(ctx, client, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &o.cluster}) {
		encrypted := nereid.ToBool(cluster.StorageEncrypted)
		switch {
		case err != nil:
			return nil, err
		case encrypted && o.key == "":
			return nil, cli.Usage("the cluster is encrypted, and a KMS key exists in one region only: -kms-key must name a key in %s", o.to)
		case !encrypted && o.key != "":
			return nil, cli.Usage("the cluster is not encrypted: -kms-key cannot be used")
		}
		return &cluster, nil
	}
	return nil, fmt.Errorf("the cluster %s does not belong to Neptune", o.cluster)
}

// copySnapshot takes a snapshot with the client home and copies it with the client away, whose
// region is different. The copy has the same name.
func copySnapshot(ctx context.Context, home, away *neptune.Client, o *options, progress *ui.Progress) error {
	bar := progress.Task("snapshot")
	taken, err := home.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier:         &o.cluster,
		DBClusterSnapshotIdentifier: &o.snapshot,
		Tags:                        []types.Tag{o.tag},
	})
	if err != nil {
		return err
	}
	if err := wait(ctx, home, o, bar); err != nil {
		return err
	}

	bar = progress.Task("copy")
	_, err = away.CopyDBClusterSnapshot(ctx, &neptune.CopyDBClusterSnapshotInput{
		// The client also presigns the copy request for the source region, which it finds in this
		// ARN.
		SourceDBClusterSnapshotIdentifier: taken.DBClusterSnapshot.DBClusterSnapshotArn,
		TargetDBClusterSnapshotIdentifier: &o.snapshot,
		KmsKeyId:                          o.optionalKey(),
		Tags:                              []types.Tag{o.tag},
	})
	if err != nil {
		return err
	}
	return wait(ctx, away, o, bar)
}

// wait waits until the snapshot is available in the client's region.
func wait(ctx context.Context, client *neptune.Client, o *options, bar *ui.Task) error {
	waiter := neptune.NewDBClusterSnapshotAvailableWaiter(client, func(w *neptune.DBClusterSnapshotAvailableWaiterOptions) {
		w.MinDelay, w.MaxDelay = o.Poll, 4*o.Poll
		w.OnPoll = func(p neptune.Poll[types.DBClusterSnapshot]) {
			if p.Item != nil {
				bar.Show(ui.State{Status: p.Status, Percent: nereid.ToInt32(p.Item.PercentProgress), Last: p.Next == 0})
			}
		}
	})
	err := waiter.Wait(ctx, &neptune.DescribeDBClusterSnapshotsInput{DBClusterSnapshotIdentifier: &o.snapshot}, o.timeout)
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("interrupted: AWS continues with the snapshot %s in %s, and no older snapshot was deleted", o.snapshot, client.Options().Region)
	}
	return err
}

// list returns the cluster's snapshots that this program created in the client's region, newest
// first.
func list(ctx context.Context, client *neptune.Client, o *options) ([]types.DBClusterSnapshot, error) {
	var ours []types.DBClusterSnapshot
	for s, err := range neptune.ClusterSnapshots(ctx, client, &neptune.DescribeDBClusterSnapshotsInput{SnapshotType: nereid.String("manual")}) {
		if err != nil {
			return nil, err
		}
		if nereid.ToString(s.DBClusterIdentifier) != o.cluster || nereid.ToString(s.SnapshotType) != "manual" {
			continue
		}
		tags, err := client.ListTagsForResource(ctx, &neptune.ListTagsForResourceInput{ResourceName: s.DBClusterSnapshotArn})
		if errors.Is(err, nereid.ErrNotFound) {
			continue // the list lags behind its deletion
		}
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(tags.TagList, func(t types.Tag) bool {
			return nereid.ToString(t.Key) == *o.tag.Key && nereid.ToString(t.Value) == *o.tag.Value
		}) {
			ours = append(ours, s)
		}
	}
	slices.SortFunc(ours, func(a, b types.DBClusterSnapshot) int {
		return nereid.ToTime(b.SnapshotCreateTime).Compare(nereid.ToTime(a.SnapshotCreateTime))
	})
	return ours, nil
}

// prune deletes all but the newest snapshots. The argument keep is the number of snapshots to keep,
// including the snapshot from this run. If keep is 0, prune deletes none. Snapshots that are not
// available are neither counted nor deleted.
func prune(ctx context.Context, client *neptune.Client, o *options, keep int, stdout io.Writer) error {
	if keep == 0 {
		return nil
	}
	snapshots, err := list(ctx, client, o)
	if err != nil {
		return err
	}
	old := slices.DeleteFunc(snapshots, func(s types.DBClusterSnapshot) bool {
		return nereid.ToString(s.DBClusterSnapshotIdentifier) == o.snapshot || nereid.ToString(s.Status) != "available"
	})
	old = old[min(keep-1, len(old)):]
	if len(old) == 0 {
		return nil
	}
	if _, err := fmt.Fprintf(stdout, "\nDeleting these snapshots in %s, to keep the newest %d:\n", client.Options().Region, keep); err != nil {
		return err
	}
	if err := show(old, stdout); err != nil {
		return err
	}
	var names []string
	for _, s := range old {
		if _, err := client.DeleteDBClusterSnapshot(ctx, &neptune.DeleteDBClusterSnapshotInput{
			DBClusterSnapshotIdentifier: s.DBClusterSnapshotIdentifier,
		}); err != nil && !errors.Is(err, nereid.ErrNotFound) {
			return err
		}
		names = append(names, *s.DBClusterSnapshotIdentifier)
	}
	waiter := neptune.NewDBClusterSnapshotDeletedWaiter(client, func(w *neptune.DBClusterSnapshotDeletedWaiterOptions) {
		w.MinDelay, w.MaxDelay = o.Poll, 4*o.Poll
	})
	for _, err := range waiter.WaitAll(ctx, names, o.timeout) {
		if err != nil {
			return err
		}
	}
	return nil
}

func show(snapshots []types.DBClusterSnapshot, w io.Writer) error {
	table := ui.NewTable(w, "SNAPSHOT", "STATUS", "CREATED")
	for _, s := range snapshots {
		table.Row(
			nereid.ToString(s.DBClusterSnapshotIdentifier), nereid.ToString(s.Status),
			nereid.ToTime(s.SnapshotCreateTime).UTC().Format(time.DateTime),
		)
	}
	return table.Flush()
}
