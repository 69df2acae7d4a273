package globaldb

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/nereidtest"
)

const about = `
Globaldb makes a Neptune cluster a global database, one step after the other:

  create    make the cluster the primary one of a new global database
  add       create a secondary cluster with an instance in another region
  show      show the members and their roles
  failover  make the secondary cluster in that region the primary one
  remove    take the global database apart; the clusters remain, each by itself

Without -live or -endpoint it does all of them on a fake of AWS within the program.

  globaldb
  globaldb -live -region us-east-1 -global world -cluster graph -to eu-west-1 create add show
  globaldb -live -region us-east-1 -global world -to eu-west-1 failover show
  globaldb -live -region us-east-1 -global world -to eu-west-1 -allow-data-loss failover show
`

// options are what the flags say.
type options struct {
	cli.Target
	global   string
	cluster  string
	to       string
	class    string
	key      string
	loseData bool
	timeout  time.Duration
	steps    []string
}

// setup reads the flags and says where to work.
func setup(ctx context.Context, args []string, config *nereid.Config, stdout io.Writer) (*options, nereid.Config, error) {
	o := &options{Target: cli.Target{Given: config}}
	f := cli.NewFlags("globaldb", about)
	f.Words = true
	o.AddTo(f)
	f.StringVar(&o.global, "global", "", "`name` of the global database")
	f.StringVar(&o.cluster, "cluster", "", "`name` of the cluster that becomes the primary one, for create and add")
	f.StringVar(&o.to, "to", "", "the other `region`, for add and failover")
	f.StringVar(&o.class, "class", "db.r6g.large", "instance `class`, for add; db.t classes are not possible")
	f.StringVar(&o.key, "kms-key", "", "KMS `key` in the other region, to add to an encrypted global database")
	f.BoolVar(&o.loseData, "allow-data-loss", false, "fail over although the primary cluster cannot be reached;\nits region is not asked then, but the one to fail over to")
	f.DurationVar(&o.timeout, "timeout", time.Hour, "how long to wait for each change, as in 90m")
	if err := f.Parse(args, stdout); err != nil {
		return nil, nereid.Config{}, err
	}
	o.steps = f.Args()
	if o.Embedded() {
		o.defaults()
	}
	if err := o.check(); err != nil {
		return nil, nereid.Config{}, err
	}
	cfg, err := o.Config(ctx, stdout, func(fake *nereidtest.Server) {
		fake.AddCluster(nereidtest.Cluster{ID: o.cluster, Instances: 2})
	})
	if err == nil && o.to == o.Region && o.needs("add") {
		err = cli.Usage("-to is the region of the primary cluster")
	}
	return o, cfg, err
}

// needs reports whether one of these steps is to be done.
func (o *options) needs(steps ...string) bool {
	return slices.ContainsFunc(o.steps, func(s string) bool { return slices.Contains(steps, s) })
}

// defaults are for the fake in the process.
func (o *options) defaults() {
	o.global, o.cluster, o.to = cmp.Or(o.global, "world"), cmp.Or(o.cluster, "graph"), cmp.Or(o.to, o.Elsewhere())
	if len(o.steps) == 0 {
		o.steps = []string{"create", "add", "show", "failover", "show", "remove"}
	}
}

func (o *options) check() error {
	for _, step := range o.steps {
		if !slices.Contains([]string{"create", "add", "show", "failover", "remove"}, step) {
			if strings.HasPrefix(step, "-") {
				return cli.Usage("the flag %s is behind a step: flags come first", step)
			}
			return cli.Usage("unknown step %q", step)
		}
	}
	switch {
	case len(o.steps) == 0:
		return cli.Usage("a step is required with -live and -endpoint: create, add, show, failover, remove")
	case o.global == "":
		return cli.Usage("-global is required")
	case o.cluster == "" && o.needs("create", "add"):
		return cli.Usage("-cluster is required to create and add")
	case o.to == "" && o.needs("add", "failover"):
		return cli.Usage("-to is required to add and fail over")
	case o.timeout <= 0:
		return cli.Usage("-timeout must be more than 0")
	}
	o.cluster = strings.ToLower(o.cluster)
	return nil
}
