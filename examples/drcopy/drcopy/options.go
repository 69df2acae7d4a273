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
Drcopy takes a snapshot of a Neptune cluster and copies it to another region. When the
new copy is available, drcopy lists and deletes the cluster's older copies in that
region, except for the newest ones (see -keep). It deletes only snapshots that it made
itself, which it recognizes by their tag. In the cluster's own region, it deletes older
snapshots only if -keep-source limits their number.

Without -live or -endpoint, it works with a fake of AWS inside the program.

  drcopy
  drcopy -live -region us-east-1 -cluster graph -to eu-west-1 -kms-key alias/copies -keep 7
`

// stamp is the layout of the time at the end of snapshot names.
const stamp = "-20060102-150405"

// options are the values of the flags.
type options struct {
	cli.Target
	cluster  string
	to       string
	key      string
	keep     int
	timeout  time.Duration
	snapshot string // name of the new snapshot

	keepSource int
	tag        types.Tag // tag of the snapshots that the program creates
}

// setup reads the flags and selects the target.
func setup(ctx context.Context, args []string, config *nereid.Config, stdout io.Writer) (*options, nereid.Config, error) {
	o := &options{Target: cli.Target{Given: config}}
	f := cli.NewFlags("drcopy", about)
	o.AddTo(f)
	f.StringVar(&o.cluster, "cluster", "", "`name` of the cluster")
	f.StringVar(&o.to, "to", "", "`region` to copy to")
	f.StringVar(&o.key, "kms-key", "", "KMS `key` in the other region, for the copy of an encrypted cluster:\nits ID, ARN or alias")
	f.IntVar(&o.keep, "keep", 0, "`number` of copies to keep, including the new one; 0 keeps all\n(default: 3 with the fake inside the program, otherwise 0)")
	f.IntVar(&o.keepSource, "keep-source", 0, "`number` of snapshots to keep in the cluster's region, including the new one;\n0 keeps all")
	f.DurationVar(&o.timeout, "timeout", 6*time.Hour, "maximum time to wait for a snapshot, for example 90m")
	err := f.Parse(args, stdout)
	switch {
	case err != nil:
		return nil, nereid.Config{}, err
	case o.keep < 0 || o.keepSource < 0:
		return nil, nereid.Config{}, cli.Usage("-keep and -keep-source must not be negative")
	case o.timeout <= 0:
		return nil, nereid.Config{}, cli.Usage("-timeout must be more than 0")
	case !o.Embedded() && (o.cluster == "" || o.to == ""):
		return nil, nereid.Config{}, cli.Usage("-live and -endpoint require -cluster and -to")
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
		return nil, cfg, cli.Usage("-to must not be the region of the cluster")
	}
	o.cluster = strings.ToLower(o.cluster) // AWS stores names in lower case
	o.snapshot = strings.TrimRight(o.cluster[:min(len(o.cluster), 63-len(stamp))], "-") + time.Now().UTC().Format(stamp)
	return o, cfg, nil
}

func (o *options) optionalKey() *string {
	if o.key == "" {
		return nil
	}
	return &o.key
}

// addEstate fills the fake with a cluster, copies from earlier runs, and a
// snapshot that the program did not create.
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
