// Package globaldb implements the program globaldb as a function, so that other programs can run
// it.
package globaldb

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
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
)

// Run runs the program and returns its exit code. The clients use config or, if config is nil, the
// configuration that the arguments select.
func Run(ctx context.Context, args []string, config *nereid.Config, stdout, stderr io.Writer) int {
	return cli.Exit("globaldb", stderr, globaldb(ctx, args, config, stdout))
}

func globaldb(ctx context.Context, args []string, config *nereid.Config, stdout io.Writer) error {
	o, cfg, err := setup(ctx, args, config, stdout)
	if err != nil {
		return err
	}
	j := &job{options: o, config: cfg, stdout: stdout}
	return j.run(ctx)
}

type job struct {
	*options
	config   nereid.Config
	stdout   io.Writer
	progress *ui.Progress
}

// run runs the steps, until one fails.
func (j *job) run(ctx context.Context) error {
	for _, step := range j.steps {
		j.progress = ui.NewProgress(j.stdout)
		err := j.do(ctx, step)
		j.progress.Close()
		switch {
		case err != nil && ctx.Err() != nil:
			return fmt.Errorf("interrupted in step %s: AWS completes the changes that it has accepted", step)
		case err != nil:
			return err
		}
	}
	return nil
}

func (j *job) do(ctx context.Context, step string) error {
	switch step {
	case "create":
		return j.create(ctx)
	case "add":
		return j.add(ctx)
	case "failover":
		return j.failover(ctx)
	case "remove":
		return j.remove(ctx)
	}
	return j.show(ctx)
}

// The method in returns a client for a region, or for the region of the configuration if region is
// empty.
func (j *job) in(region string) *neptune.Client {
	return neptune.NewFromConfig(j.config, func(o *neptune.Options) {
		if region != "" {
			o.Region = region
		}
	})
}

// create creates a global database with a cluster, which becomes the primary cluster.
func (j *job) create(ctx context.Context) error {
	client := j.in("")
	cluster, err := j.source(ctx, client)
	if err != nil {
		return err
	}
	row := j.progress.Row("create " + j.global)
	if _, err := client.CreateGlobalCluster(ctx, &neptune.CreateGlobalClusterInput{
		GlobalClusterIdentifier:   &j.global,
		SourceDBClusterIdentifier: cluster.DBClusterArn,
	}); err != nil {
		return err
	}
	waiter := neptune.NewGlobalClusterAvailableWaiter(client, j.paceGlobal(row))
	return waiter.Wait(ctx, j.describe(), j.timeout)
}

// source returns the cluster that becomes the primary cluster. AWS would also accept an Aurora
// cluster, but this program cannot add clusters to an Aurora global database.
func (j *job) source(ctx context.Context, client *neptune.Client) (*types.DBCluster, error) {
	for cluster, err := range neptune.Clusters(ctx, client, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &j.cluster}) {
		return &cluster, err
	}
	return nil, errors.New("the cluster " + j.cluster + " does not belong to Neptune")
}

// add creates a secondary cluster in another region, with one instance.
func (j *job) add(ctx context.Context) error {
	global, err := j.find(ctx, "")
	if err != nil {
		return err
	}
	client := j.in(j.to)
	name := j.cluster + "-" + j.to
	row := j.progress.Row("add cluster " + name)
	in := &neptune.CreateDBClusterInput{
		DBClusterIdentifier:     &name,
		Engine:                  global.Engine,
		EngineVersion:           global.EngineVersion,
		GlobalClusterIdentifier: &j.global,
		StorageEncrypted:        global.StorageEncrypted,
	}
	if j.key != "" {
		in.KmsKeyId = &j.key
	}
	if _, err := client.CreateDBCluster(ctx, in); err != nil {
		return err
	}
	if err := j.clusterAvailable(ctx, client, name, row, 0); err != nil {
		return err
	}

	instance := name + "-1"
	row = j.progress.Row("add instance " + instance)
	if _, err := client.CreateDBInstance(ctx, &neptune.CreateDBInstanceInput{
		DBInstanceIdentifier: &instance,
		DBClusterIdentifier:  &name,
		DBInstanceClass:      &j.class,
		Engine:               global.Engine,
	}); err != nil {
		return err
	}
	waiter := neptune.NewDBInstanceAvailableWaiter(client, func(w *neptune.DBInstanceAvailableWaiterOptions) {
		w.MinDelay, w.MaxDelay = j.Poll, 4*j.Poll
		w.OnPoll = func(poll neptune.Poll[types.DBInstance]) { show(row, poll.Status, poll.Next == 0) }
	})
	return waiter.Wait(ctx, &neptune.DescribeDBInstancesInput{DBInstanceIdentifier: &instance}, j.timeout)
}

// show shows the members of the global database, even if the region of a member cannot be reached.
func (j *job) show(ctx context.Context) error {
	global, err := j.find(ctx, j.survivor())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(j.stdout, "\nGlobal database %s, %s %s, %s\n", j.global,
		nereid.ToString(global.Engine), nereid.ToString(global.EngineVersion), nereid.ToString(global.Status))
	if err != nil {
		return err
	}
	var why strings.Builder
	table := ui.NewTable(j.stdout, "REGION", "CLUSTER", "ROLE", "STATUS")
	for _, m := range global.GlobalClusterMembers {
		arn, role := nereid.ToString(m.DBClusterArn), "secondary"
		if nereid.ToBool(m.IsWriter) {
			role = "primary"
		}
		status, err := j.status(ctx, arn)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case j.unreachable(err):
			status = "unreachable"
			_, _ = fmt.Fprintf(&why, "%s: %s\n", regionOf(arn), cli.OneLine(err.Error()))
		case err != nil:
			return err
		}
		table.Row(regionOf(arn), nameOf(arn), role, status)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err = fmt.Fprintln(j.stdout, why.String())
	return err
}

// status returns the status of a member cluster. It fails if the cluster's region does not respond
// within 20 seconds.
func (j *job) status(ctx context.Context, arn string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	out, err := j.in(regionOf(arn)).DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &arn})
	if err != nil {
		return "", err
	}
	return nereid.ToString(out.DBClusters[0].Status), nil
}

// unreachable reports whether err means that the region did not respond in time, or responded with
// a retryable error.
func (j *job) unreachable(err error) bool {
	return err != nil && (!nereid.IsServiceError(err) || errors.Is(err, context.DeadlineExceeded) || j.in("").Options().Retryer.IsErrorRetryable(err))
}

// failover promotes a secondary cluster to primary cluster. The flag -to sets the region of that
// secondary cluster.
func (j *job) failover(ctx context.Context) error {
	global, err := j.find(ctx, j.survivor())
	if err != nil {
		return err
	}
	target, primary := "", ""
	for _, m := range global.GlobalClusterMembers {
		arn := nereid.ToString(m.DBClusterArn)
		switch {
		case nereid.ToBool(m.IsWriter):
			primary = arn
		case regionOf(arn) == j.to:
			target = arn
		}
	}
	if target == "" {
		return fmt.Errorf("the global database %s has no secondary cluster in %s", j.global, j.to)
	}
	// Request a switchover in the region of the primary cluster. With the flag -allow-data-loss,
	// send the request to the region of the secondary cluster instead, because the primary
	// cluster's region may be down.
	client := j.in(regionOf(primary))
	in := &neptune.FailoverGlobalClusterInput{GlobalClusterIdentifier: &j.global, TargetDbClusterIdentifier: &target}
	if j.loseData {
		client = j.in(regionOf(target))
		in.AllowDataLoss = &j.loseData
	}
	row := j.progress.Row("fail over to " + j.to)
	if _, err := client.FailoverGlobalCluster(ctx, in); err != nil {
		return err
	}
	return neptune.NewGlobalClusterFailoverDoneWaiter(client, target, j.paceGlobal(row)).Wait(ctx, j.describe(), j.timeout)
}

// remove detaches all clusters, secondary clusters first, and deletes the global database. The
// clusters continue to exist independently.
func (j *job) remove(ctx context.Context) error {
	global, err := j.find(ctx, "")
	if err != nil {
		return err
	}
	members := slices.Clone(global.GlobalClusterMembers)
	slices.SortStableFunc(members, func(a, b types.GlobalClusterMember) int {
		return rank(a) - rank(b)
	})
	client := j.in("")
	for _, m := range members {
		arn := nereid.ToString(m.DBClusterArn)
		row := j.progress.Row("remove " + nameOf(arn))
		client = j.in(regionOf(arn))
		if _, err := client.RemoveFromGlobalCluster(ctx, &neptune.RemoveFromGlobalClusterInput{
			GlobalClusterIdentifier: &j.global,
			DbClusterIdentifier:     &arn,
		}); err != nil {
			return err
		}
		removed := neptune.NewGlobalClusterMemberRemovedWaiter(client, arn, func(w *neptune.GlobalClusterMemberRemovedWaiterOptions) {
			w.MinDelay, w.MaxDelay = j.Poll, 4*j.Poll
			w.OnPoll = func(neptune.Poll[types.GlobalCluster]) { show(row, "removing", false) }
		})
		if err := removed.Wait(ctx, j.describe(), j.timeout); err != nil {
			return err
		}
		// If the removed cluster was a secondary cluster, AWS now promotes it to an independent
		// cluster. Wait before the first poll, which might not show the promotion yet.
		if err := j.clusterAvailable(ctx, client, arn, row, j.Poll); err != nil {
			return err
		}
	}
	row := j.progress.Row("delete " + j.global)
	if _, err := client.DeleteGlobalCluster(ctx, &neptune.DeleteGlobalClusterInput{GlobalClusterIdentifier: &j.global}); err != nil {
		return err
	}
	return neptune.NewGlobalClusterDeletedWaiter(client, j.paceGlobal(row)).Wait(ctx, j.describe(), j.timeout)
}

// clusterAvailable waits until a cluster is available. The first poll is after the duration delay.
func (j *job) clusterAvailable(ctx context.Context, client *neptune.Client, id string, row *ui.Task, delay time.Duration) error {
	waiter := neptune.NewDBClusterAvailableWaiter(client, func(w *neptune.DBClusterAvailableWaiterOptions) {
		w.MinDelay, w.MaxDelay, w.InitialDelay = j.Poll, 4*j.Poll, delay
		w.OnPoll = func(poll neptune.Poll[types.DBCluster]) { show(row, poll.Status, poll.Next == 0) }
	})
	return waiter.Wait(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: &id}, j.timeout)
}

// find returns the description of the global database from the given region. It fails if the global
// database does not belong to Neptune.
func (j *job) find(ctx context.Context, region string) (*types.GlobalCluster, error) {
	for global, err := range neptune.GlobalClusters(ctx, j.in(region), j.describe()) {
		return &global, err
	}
	return nil, errors.New("the global database " + j.global + " does not belong to Neptune")
}

// survivor returns the region in which to call operations on the global database. With the flag
// -allow-data-loss, the region of the primary cluster may be down, so survivor returns the region
// in the flag -to. Otherwise, it returns "", which means the region of the configuration.
func (j *job) survivor() string {
	if j.loseData {
		return j.to
	}
	return ""
}

func (j *job) describe() *neptune.DescribeGlobalClustersInput {
	return &neptune.DescribeGlobalClustersInput{GlobalClusterIdentifier: &j.global}
}

// paceGlobal returns an option function for the waiters that poll the global database. The function
// sets how often the waiter polls, and shows the result of each poll.
func (j *job) paceGlobal(row *ui.Task) func(*neptune.GlobalClusterAvailableWaiterOptions) {
	return func(w *neptune.GlobalClusterAvailableWaiterOptions) {
		w.MinDelay, w.MaxDelay = j.Poll, 4*j.Poll
		w.OnPoll = func(poll neptune.Poll[types.GlobalCluster]) { show(row, poll.Status, poll.Next == 0) }
	}
}

func show(row *ui.Task, status string, last bool) {
	if status == "" && last {
		status = "deleted"
	}
	row.Show(ui.State{Status: status, Last: last})
}

// rank sorts the primary cluster last.
func rank(m types.GlobalClusterMember) int {
	if nereid.ToBool(m.IsWriter) {
		return 1
	}
	return 0
}

// nameOf returns the name at the end of an ARN.
func nameOf(arn string) string { return arn[strings.LastIndex(arn, ":")+1:] }

// regionOf returns the region in an ARN.
func regionOf(arn string) string {
	if parts := strings.Split(arn, ":"); len(parts) > 3 {
		return parts[3]
	}
	return ""
}
