// Package nightshift is the program of that name, as a function that other programs can run too.
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

// Run runs the program to its end and returns its exit code. Its clients are made from config; if that
// is nil, from what the arguments say.
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
		return fmt.Errorf("no Neptune cluster in %s matches (-allow-none takes that for a success)", o.Region)
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

// A cluster is one that is to be stopped or started.
type cluster struct {
	name      string
	status    string // when it was found
	instances int
	row       *ui.Task
	restart   time.Time // when AWS starts it again
	err       error     // why it is not where it should be
}

// A shift brings clusters from one state to another.
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

// move brings all clusters to where they should be, each from where it is: one that
// is in maintenance is told to stop when that is over, and one that another caller starts
// meanwhile is told again. A poll asks for a hundred clusters at a time.
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

// seen takes note of what a poll found.
func (c *cluster) seen(p neptune.Poll[types.DBCluster]) {
	if p.Item != nil {
		c.restart = nereid.ToTime(p.Item.AutomaticRestartTime)
		c.show(p.Status, p.Next == 0)
	}
}

func (c *cluster) show(status string, last bool) { c.row.Show(ui.State{Status: status, Last: last}) }

// plan tells what would be done.
func (s *shift) plan(clusters []*cluster, w io.Writer) error {
	table := ui.NewTable(w, "CLUSTER", "STATUS", "INSTANCES", "WOULD BE")
	for _, c := range clusters {
		would := "told to " + s.verb
		switch c.status {
		case s.from:
		case s.passing, s.after:
			would = "left alone"
		default:
			would = "told to " + s.verb + " once it can be"
		}
		table.Row(c.name, c.status, c.instances, would)
	}
	return table.Flush()
}

// report tells what has been reached. It returns an error if that is not all.
func (s *shift) report(ctx context.Context, clusters []*cluster, stdout, stderr io.Writer) error {
	if ctx.Err() != nil {
		return fmt.Errorf("interrupted: clusters that were told to %s still do so", s.verb)
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
		_, err = fmt.Fprintf(stdout, "AWS starts what is still stopped on %s.\n", restart.UTC().Format("January 2 at 15:04 UTC"))
	}
	return err
}

// find returns the Neptune clusters that match, by name.
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
