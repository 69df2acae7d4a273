package nightshift

import (
	"context"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

const about = `
Nightshift stops every Neptune cluster that matches a tag, a name or both, or starts
it with -start, and waits until all are there. Clusters that are there already are
left alone, so it can run from cron as often as you like. AWS starts a cluster again
when it has been stopped for seven days. It ends with an error if not all are there,
and if none matches, as when the tag is misspelled or the region is another one.

Without -live or -endpoint it works on a fake of AWS within the program, on clusters
with the tag env=dev there.

  nightshift
  nightshift -live -tag env=dev -name 'team-*' -dry-run
  nightshift -live -tag env=dev -price 0.35
  nightshift -live -tag env=dev -start
`

// options are what the flags say.
type options struct {
	cli.Target
	tagged  bool
	tag     types.Tag
	name    string
	start   bool
	dryRun  bool
	price   float64
	hours   float64
	timeout time.Duration

	allowNone bool
}

// setup reads the flags and says where to work.
func setup(ctx context.Context, args []string, config *nereid.Config, stdout io.Writer) (*options, nereid.Config, error) {
	o := &options{Target: cli.Target{Given: config}}
	f := cli.NewFlags("nightshift", about)
	o.AddTo(f)
	f.Func("tag", "clusters with this tag: `key=value`, or key for any value", o.setTag)
	f.StringVar(&o.name, "name", "", "clusters with names of this `pattern`, such as 'team-*' or '*'")
	f.BoolVar(&o.start, "start", false, "start the clusters instead of stopping them")
	f.BoolVar(&o.dryRun, "dry-run", false, "only tell what would be done")
	f.BoolVar(&o.allowNone, "allow-none", false, "take it for a success when no cluster matches")
	f.Float64Var(&o.price, "price", 0, "what an hour of an instance `costs`, to tell what a night saves")
	f.Float64Var(&o.hours, "hours", 12, "how many `hours` a night has")
	f.DurationVar(&o.timeout, "timeout", time.Hour, "how long to wait for the clusters, as in 90m")
	if err := f.Parse(args, stdout); err != nil {
		return nil, nereid.Config{}, err
	}
	_, badPattern := path.Match(o.name, "")
	selected := o.tagged || o.name != ""
	switch {
	case !selected && !o.Embedded():
		return nil, nereid.Config{}, cli.Usage("-tag or -name is required with -live and -endpoint")
	case badPattern != nil:
		return nil, nereid.Config{}, cli.Usage("-name %q is not a valid pattern", o.name)
	case o.timeout <= 0:
		return nil, nereid.Config{}, cli.Usage("-timeout must be more than 0")
	case o.price < 0 || o.hours < 0:
		return nil, nereid.Config{}, cli.Usage("-price and -hours must not be negative")
	}
	cfg, err := o.Config(ctx, stdout, func(fake *nereidtest.Server) {
		fake.AddDemoEstate()
		if !selected {
			_ = o.setTag("env=dev")
		}
		if o.start {
			fake.SetClusterStatus("recommend-dev", "stopped")
		}
	})
	return o, cfg, err
}

func (o *options) setTag(s string) error {
	key, value, withValue := strings.Cut(s, "=")
	if key == "" {
		return cli.Usage("want key=value")
	}
	o.tagged, o.tag = true, types.Tag{Key: &key}
	if withValue {
		o.tag.Value = &value
	}
	return nil
}

// matches reports whether a cluster has the name and the tag.
func (o *options) matches(ctx context.Context, client *neptune.Client, name string, arn *string) (bool, error) {
	if ok, _ := path.Match(o.name, name); !ok && o.name != "" {
		return false, nil
	}
	if !o.tagged {
		return true, nil
	}
	out, err := client.ListTagsForResource(ctx, &neptune.ListTagsForResourceInput{ResourceName: arn})
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(out.TagList, func(t types.Tag) bool {
		return nereid.ToString(t.Key) == *o.tag.Key && (o.tag.Value == nil || nereid.ToString(t.Value) == *o.tag.Value)
	}), nil
}
