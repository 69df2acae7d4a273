// Package nightshift implements the program nightshift as a function, so that other programs can
// run it.
package nightshift

import (
	"context"
	"fmt"
	"io"
	"iter"
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
	return cli.Exit("nightshift", stderr, nightshift(ctx, args, config, stdout, stderr))
}

func nightshift(ctx context.Context, args []string, config *nereid.Config, stdout, stderr io.Writer) error {
	o, cfg, err := setup(ctx, args, config, stdout)
	if err != nil {
		return err
	}
	client := neptune.NewFromConfig(cfg)
	s := stopping(client, o)
	if o.start {
		s = starting(client, o)
	}
	clusters, err := find(ctx, client, o)
	switch {
	case err != nil:
		return err
	case len(clusters) == 0 && o.allowNone:
		_, err = fmt.Fprintf(stdout, "No Neptune cluster in %s matches.\n", o.Region)
		return err
	case len(clusters) == 0:
		return fmt.Errorf("no Neptune cluster in %s matches (use -allow-none if that is not an error)", o.Region)
	case o.dryRun:
		return s.plan(clusters, stdout)
	}

	progress := ui.NewProgress(stdout)
	for _, c := range clusters {
		c.row = progress.Row(c.name)
	}
	s.move(ctx, clusters)
	progress.Close()
	return s.report(ctx, clusters, stdout, stderr)
}

// A cluster is a cluster to stop or to start.
type cluster struct {
	name      string
	status    string // when the program found the cluster
	instances int
	row       *ui.Task
	restart   time.Time // when AWS starts it again
	err       error     // why the cluster did not reach the desired state, or nil
}

// A shift moves clusters from one state to another.
type shift struct {
	options              *options
	verb                 string
	from, passing, after string // states
	ensure               func(ctx context.Context, names []string, maxWait time.Duration, optFns ...func(*neptune.EnsureOptions)) iter.Seq2[*neptune.EnsureResult, error]
}

func stopping(client *neptune.Client, o *options) *shift {
	return &shift{
		options: o, verb: "stop", from: "available", passing: "stopping", after: "stopped",
		ensure: func(ctx context.Context, names []string, maxWait time.Duration, optFns ...func(*neptune.EnsureOptions)) iter.Seq2[*neptune.EnsureResult, error] {
			return neptune.EnsureAllStopped(ctx, client, names, maxWait, optFns...)
		},
	}
}

func starting(client *neptune.Client, o *options) *shift {
	return &shift{
		options: o, verb: "start", from: "stopped", passing: "starting", after: "available",
		ensure: func(ctx context.Context, names []string, maxWait time.Duration, optFns ...func(*neptune.EnsureOptions)) iter.Seq2[*neptune.EnsureResult, error] {
			return neptune.EnsureAllStarted(ctx, client, names, maxWait, optFns...)
		},
	}
}

// move brings all clusters to the desired state, whatever their current state. Before it stops
// clusters in maintenance, it waits until they can be stopped. If another caller starts a cluster
// in the meantime, move stops that cluster again. Each poll describes up to a hundred clusters.
func (s *shift) move(ctx context.Context, clusters []*cluster) {
	moving := make(map[string]*cluster)
	var names []string
	for _, c := range clusters {
		c.show(c.status, false)
		moving[c.name] = c
		names = append(names, c.name)
	}
	for result, err := range s.ensure(ctx, names, s.options.timeout, func(o *neptune.EnsureOptions) {
		o.MinDelay, o.MaxDelay = s.options.Poll, 4*s.options.Poll
		o.OnProgress = func(p neptune.EnsureProgress) { moving[p.Resource].seen(p.Poll) }
	}) {
		moving[result.ID].err = err
	}
}

// seen stores the result of a poll.
func (c *cluster) seen(p neptune.Poll[types.DBCluster]) {
	if p.Item != nil {
		c.restart = nereid.ToTime(p.Item.AutomaticRestartTime)
		c.show(p.Status, p.Next == 0)
	}
}

func (c *cluster) show(status string, last bool) { c.row.Show(ui.State{Status: status, Last: last}) }

// plan shows what the program would do.
func (s *shift) plan(clusters []*cluster, w io.Writer) error {
	table := ui.NewTable(w, "CLUSTER", "STATUS", "INSTANCES", "WOULD BE")
	for _, c := range clusters {
		would := "told to " + s.verb
		switch c.status {
		case s.from:
		case s.passing, s.after:
			would = "left alone"
		default:
			would = "told to " + s.verb + " as soon as possible"
		}
		table.Row(c.name, c.status, c.instances, would)
	}
	return table.Flush()
}

// report shows the result. It returns an error if a cluster did not reach the desired state.
func (s *shift) report(ctx context.Context, clusters []*cluster, stdout, stderr io.Writer) error {
	if ctx.Err() != nil {
		return fmt.Errorf("interrupted: the clusters that were told to %s will still %s", s.verb, s.verb)
	}
	failed, instances := 0, 0
	var restart time.Time
	for _, c := range clusters {
		if c.err != nil {
			failed++
			_, _ = fmt.Fprintf(stderr, "nightshift: %s: %s\n", c.name, cli.OneLine(c.err.Error()))
			continue
		}
		instances += c.instances
		if !c.restart.IsZero() && (restart.IsZero() || c.restart.Before(restart)) {
			restart = c.restart
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d clusters are not %s", failed, len(clusters), s.after)
	}
	_, err := fmt.Fprintf(stdout, "\n%d of %d clusters are %s.\n", len(clusters), len(clusters), s.after)
	if s.options.start || err != nil {
		return err
	}
	hours := float64(instances) * s.options.hours
	saves := fmt.Sprintf("%g instance-hours", hours)
	if s.options.price > 0 {
		saves += fmt.Sprintf(", %.2f at %g each", hours*s.options.price, s.options.price)
	}
	_, err = fmt.Fprintf(stdout, "A night of %g hours saves %s.\n", s.options.hours, saves)
	if err == nil && !restart.IsZero() {
		_, err = fmt.Fprintf(stdout, "On %s, AWS restarts the clusters that are still stopped.\n", restart.UTC().Format("January 2 at 15:04 UTC"))
	}
	return err
}

// find returns the Neptune clusters that match the options, sorted by name.
func find(ctx context.Context, client *neptune.Client, o *options) ([]*cluster, error) {
	var found []*cluster
	for c, err := range neptune.Clusters(ctx, client, nil) {
		if err != nil {
			return nil, err
		}
		name := nereid.ToString(c.DBClusterIdentifier)
		ok, err := o.matches(ctx, client, name, c.DBClusterArn)
		if err != nil {
			return nil, err
		}
		if ok {
			found = append(found, &cluster{name: name, status: nereid.ToString(c.Status), instances: len(c.DBClusterMembers)})
		}
	}
	return found, nil
}
