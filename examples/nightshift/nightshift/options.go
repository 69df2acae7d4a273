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
Nightshift stops all Neptune clusters that match a tag, a name or both, and waits until
all of them are stopped. With -start, it starts the clusters instead. It does nothing
for a cluster that is already in the desired state, so cron can run it at any time. AWS
restarts a cluster that has been stopped for seven days. Nightshift fails if a cluster
does not stop or start, or if no cluster matches, for example because the tag is
misspelled or the region is wrong.

Without -live or -endpoint, it works with a fake of AWS inside the program, on the
fake's clusters with the tag env=dev.

  nightshift
  nightshift -live -tag env=dev -name 'team-*' -dry-run
  nightshift -live -tag env=dev -price 0.35
  nightshift -live -tag env=dev -start
`

// options are the values of the flags.
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

// setup reads the flags and selects the target.
func setup(ctx context.Context, args []string, config *nereid.Config, stdout io.Writer) (*options, nereid.Config, error) {
	o := &options{Target: cli.Target{Given: config}}
	f := cli.NewFlags("nightshift", about)
	o.AddTo(f)
	f.Func("tag", "select clusters with this tag: `key=value`, or key for any value", o.setTag)
	f.StringVar(&o.name, "name", "", "select clusters whose names match this `pattern`, for example 'team-*' or '*'")
	f.BoolVar(&o.start, "start", false, "start the clusters instead of stopping them")
	f.BoolVar(&o.dryRun, "dry-run", false, "only show what the program would do")
	f.BoolVar(&o.allowNone, "allow-none", false, "succeed if no cluster matches")
	f.Float64Var(&o.price, "price", 0, "`price` of an instance per hour, to show the savings of one night")
	f.Float64Var(&o.hours, "hours", 12, "length of a night in `hours`, to show the savings")
	f.DurationVar(&o.timeout, "timeout", time.Hour, "maximum time to wait for the clusters, for example 90m")
	if err := f.Parse(args, stdout); err != nil {
		return nil, nereid.Config{}, err
	}
	_, badPattern := path.Match(o.name, "")
	selected := o.tagged || o.name != ""
	switch {
	case !selected && !o.Embedded():
		return nil, nereid.Config{}, cli.Usage("-live and -endpoint require -tag or -name")
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
		return cli.Usage("it must be key=value")
	}
	o.tagged, o.tag = true, types.Tag{Key: &key}
	if withValue {
		o.tag.Value = &value
	}
	return nil
}

// matches reports whether a cluster matches the name and the tag in the
// options.
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
