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
Globaldb turns a Neptune cluster into a global database, in steps:

  create    create a global database with the cluster as the primary cluster
  add       create a secondary cluster, with an instance, in the region that -to names
  show      show the members and their roles
  failover  fail over to the secondary cluster in the region that -to names
  remove    delete the global database; its clusters remain, as independent clusters

Without -live or -endpoint, it runs all steps with a fake of AWS inside the program.

  globaldb
  globaldb -live -region us-east-1 -global world -cluster graph -to eu-west-1 create add show
  globaldb -live -region us-east-1 -global world -to eu-west-1 failover show
  globaldb -live -region us-east-1 -global world -to eu-west-1 -allow-data-loss failover show
`

// options are the values of the flags.
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

// setup reads the flags and selects the target.
func setup(ctx context.Context, args []string, config *nereid.Config, stdout io.Writer) (*options, nereid.Config, error) {
	o := &options{Target: cli.Target{Given: config}}
	f := cli.NewFlags("globaldb", about)
	f.Words = true
	o.AddTo(f)
	f.StringVar(&o.global, "global", "", "`name` of the global database")
	f.StringVar(&o.cluster, "cluster", "", "for create and add: `name` of the primary cluster")
	f.StringVar(&o.to, "to", "", "for add and failover: the other `region`")
	f.StringVar(&o.class, "class", "db.r6g.large", "for add: instance `class`; AWS rejects db.t classes")
	f.StringVar(&o.key, "kms-key", "", "for add: KMS `key` in the other region, if the global database is encrypted")
	f.BoolVar(&o.loseData, "allow-data-loss", false, "fail over even if the primary cluster cannot be reached, which can lose data;\nrequests go to the region that -to names, not to the primary cluster's region")
	f.DurationVar(&o.timeout, "timeout", time.Hour, "maximum time to wait for each change, for example 90m")
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
		err = cli.Usage("-to must not be the region of the primary cluster")
	}
	return o, cfg, err
}

// needs reports whether the user requested one of these steps.
func (o *options) needs(steps ...string) bool {
	return slices.ContainsFunc(o.steps, func(s string) bool { return slices.Contains(steps, s) })
}

// defaults sets the default values for the embedded fake.
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
				return cli.Usage("the flag %s follows a step: flags must come first", step)
			}
			return cli.Usage("unknown step %q", step)
		}
	}
	switch {
	case len(o.steps) == 0:
		return cli.Usage("-live and -endpoint require a step: create, add, show, failover or remove")
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
