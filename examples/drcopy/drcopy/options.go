package drcopy

import (
	"cmp"
	"context"
	"io"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

const about = `
Drcopy takes a snapshot of a Neptune cluster and copies it to another region, where it
keeps the newest copies. Older ones are deleted when the new one is available: those
which the program made itself of the same cluster, as a tag tells. They are listed
before they go. The snapshots in the region of the cluster stay, unless -keep-source
tells how many.

Without -live or -endpoint it works on a fake of AWS within the program.

  drcopy
  drcopy -live -region us-east-1 -cluster graph -to eu-west-1 -kms-key alias/copies -keep 7
`

// stamp is the time in the names of snapshots, which have up to 63 characters.
const stamp = "-20060102-150405"

// options are what the flags say.
type options struct {
	cli.Target
	cluster  string
	to       string
	key      string
	keep     int
	timeout  time.Duration
	snapshot string // name of the new one

	keepSource int
	tag        types.Tag // of the snapshots that the program makes
}

// setup reads the flags and says where to work.
func setup(ctx context.Context, args []string, config *nereid.Config, stdout io.Writer) (*options, nereid.Config, error) {
	o := &options{Target: cli.Target{Given: config}}
	f := cli.NewFlags("drcopy", about)
	o.AddTo(f)
	f.StringVar(&o.cluster, "cluster", "", "`name` of the cluster")
	f.StringVar(&o.to, "to", "", "`region` to copy to")
	f.StringVar(&o.key, "kms-key", "", "KMS `key` in that region for the copy of an encrypted cluster:\nits id, ARN or alias")
	f.IntVar(&o.keep, "keep", 0, "how `many` copies to keep; 0 deletes none (default 3 on the fake within the program)")
	f.IntVar(&o.keepSource, "keep-source", 0, "how `many` snapshots to keep in the region of the cluster; 0 deletes none")
	f.DurationVar(&o.timeout, "timeout", 6*time.Hour, "how long to wait for a snapshot, as in 90m")
	err := f.Parse(args, stdout)
	switch {
	case err != nil:
		return nil, nereid.Config{}, err
	case o.keep < 0 || o.keepSource < 0:
		return nil, nereid.Config{}, cli.Usage("-keep and -keep-source must not be negative")
	case o.timeout <= 0:
		return nil, nereid.Config{}, cli.Usage("-timeout must be more than 0")
	case !o.Embedded() && (o.cluster == "" || o.to == ""):
		return nil, nereid.Config{}, cli.Usage("-cluster and -to are required with -live and -endpoint")
	}
	cfg, err := o.Config(ctx, stdout, func(fake *nereidtest.Server) {
		if o.cluster == "" {
			o.cluster, o.key, o.keep = "graph", cmp.Or(o.key, "alias/copies"), cmp.Or(o.keep, 3)
		}
		o.to = cmp.Or(o.to, o.Elsewhere())
		addEstate(fake, o.to)
	})
	switch {
	case err != nil:
		return nil, cfg, err
	case o.to == o.Region:
		return nil, cfg, cli.Usage("-to is the region of the cluster")
	}
	o.cluster = strings.ToLower(o.cluster) // as AWS keeps it
	o.snapshot = strings.TrimRight(o.cluster[:min(len(o.cluster), 63-len(stamp))], "-") + time.Now().UTC().Format(stamp)
	return o, cfg, nil
}

func (o *options) optionalKey() *string {
	if o.key == "" {
		return nil
	}
	return &o.key
}

// addEstate gives the fake a cluster, copies of it that earlier runs made, and
// one that was made by hand.
func addEstate(fake *nereidtest.Server, to string) {
	arn := fake.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 2, KmsKeyID: "alias/graph"})
	for days := range 4 {
		created := fake.Now().AddDate(0, 0, -days-1)
		fake.AddSnapshot(nereidtest.Snapshot{
			ID: "graph" + created.Format(stamp), Region: to, Cluster: "graph",
			Created: created, Tags: map[string]string{tagKey: arn},
		})
	}
	fake.AddSnapshot(nereidtest.Snapshot{ID: "graph-by-hand", Region: to, Cluster: "graph", Created: fake.Now().AddDate(0, -1, 0)})
}
