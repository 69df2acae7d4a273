package export

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

const about = `
Export writes a snapshot, or a whole cluster, to an S3 bucket as Parquet files. It
shows its progress, and lists the export tasks of the account at the end. Ctrl-C
cancels the export and waits until it is canceled; a second Ctrl-C does not wait.

Without -live or -endpoint, it works with a fake of AWS inside the program, where it
takes a snapshot of a cluster and exports that snapshot.

  export
  export -all
  export -live -source arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:weekly \
         -bucket company-exports -prefix orders -only shop.public.orders \
         -role arn:aws:iam::123456789012:role/export -kms-key alias/exports
`

// options are the values of the flags.
type options struct {
	cli.Target
	source   string
	snapshot bool
	all      bool
	bucket   string
	prefix   string
	role     string
	key      string
	only     []string
	task     string
	timeout  time.Duration
}

// setup reads the flags and selects the target.
func setup(ctx context.Context, args []string, config *nereid.Config, stdout, stderr io.Writer) (*options, nereid.Config, error) {
	o := &options{Target: cli.Target{Given: config}}
	f := cli.NewFlags("export", about)
	o.AddTo(f)
	f.StringVar(&o.source, "source", "", "`ARN` of the snapshot or cluster to export")
	f.BoolVar(&o.snapshot, "snapshot", false, "take a snapshot of the source, which must be a cluster, and export the\nsnapshot, which has the name of the export task and is not deleted")
	f.BoolVar(&o.all, "all", false, "export all available snapshots of the source, which must be a cluster,\nfive at a time; the names of the export tasks end in -1, -2 and so on")
	f.StringVar(&o.bucket, "bucket", "", "`name` of the S3 bucket, in the region of the source")
	f.StringVar(&o.prefix, "prefix", "", "`path` in the bucket, without a trailing slash")
	f.StringVar(&o.role, "role", "", "`ARN` of the IAM role that writes to the bucket")
	f.StringVar(&o.key, "kms-key", "", "KMS `key` for the files: its ID, ARN or alias")
	f.Func("only", "export only these `parts`, separated by commas:\ndatabase, database.schema, database.table or database.schema.table", func(s string) error {
		o.only = strings.Split(s, ",")
		return nil
	})
	f.StringVar(&o.task, "task", time.Now().UTC().Format("export-20060102-150405"), "`name` of the export task")
	f.DurationVar(&o.timeout, "timeout", 24*time.Hour, "maximum time to wait for the export, for example 90m")
	err := f.Parse(args, stdout)
	switch {
	case err != nil:
		return nil, nereid.Config{}, err
	case o.timeout <= 0:
		return nil, nereid.Config{}, cli.Usage("-timeout must be more than 0")
	case o.snapshot && o.all:
		return nil, nereid.Config{}, cli.Usage("-snapshot and -all cannot be used together")
	case o.source != "" && field(o.source, nameField) == "":
		return nil, nereid.Config{}, cli.Usage("-source must be an ARN")
	case (o.snapshot || o.all) && o.source != "" && field(o.source, kindField) != "cluster":
		return nil, nereid.Config{}, cli.Usage("-snapshot and -all require the ARN of a cluster in -source")
	}

	cfg, err := o.Config(ctx, stdout, func(fake *nereidtest.Server) {
		cluster := addEstate(fake)
		if o.source == "" {
			o.source, o.snapshot = cluster, !o.all
		}
		o.bucket = cmp.Or(o.bucket, "company-exports")
		o.role = cmp.Or(o.role, "arn:aws:iam::123456789012:role/export")
		o.key = cmp.Or(o.key, "alias/exports")
	}, nereidtest.WithTimings(func(t *nereidtest.Timings) {
		t.ExportStart, t.ExportRun = 4*time.Minute, 12*time.Minute // on AWS, an export is STARTING for most of the time
	}))
	switch {
	case err != nil:
		return nil, cfg, err
	case o.source == "" || o.bucket == "" || o.role == "" || o.key == "":
		return nil, cfg, cli.Usage("-live and -endpoint require -source, -bucket, -role and -kms-key")
	case field(o.source, regionField) != o.Region:
		return nil, cfg, cli.Usage("-source is in the region %s, but the configured region is %s: use -region", field(o.source, regionField), o.Region)
	case strings.HasSuffix(o.prefix, "/"):
		_, err = fmt.Fprintln(stderr, "export: warning: -prefix ends with a slash: AWS accepts such a task, but the task fails later")
	}
	return o, cfg, err
}

// request returns the request to export a source.
func (o *options) request(task, source string) *rds.StartExportTaskInput {
	in := &rds.StartExportTaskInput{
		ExportTaskIdentifier: &task,
		SourceArn:            &source,
		S3BucketName:         &o.bucket,
		ExportOnly:           o.only,
		IamRoleArn:           &o.role,
		KmsKeyId:             &o.key,
	}
	if o.prefix != "" {
		in.S3Prefix = &o.prefix
	}
	return in
}

// sameAccount checks that the resource that AWS described, whose ARN is arn, is in the account of
// the source ARN. If it is not, sameAccount returns an error: the described resource is not the
// source, but only has the same name.
func (o *options) sameAccount(arn *string) error {
	if is, want := field(nereid.ToString(arn), accountField), field(o.source, accountField); is != want {
		return cli.Usage("-source belongs to the account %s, but the credentials belong to %s", want, is)
	}
	return nil
}

// Indexes of the fields of an ARN, for example arn:aws:rds:us-east-1:123456789012:cluster:orders.
const (
	regionField = iota + 3
	accountField
	kindField
	nameField
)

// field returns field n of an ARN, or "" if the ARN has too few fields.
func field(arn string, n int) string {
	if fields := strings.Split(arn, ":"); len(fields) > n {
		return fields[n]
	}
	return ""
}

// addEstate adds a cluster, its snapshots and earlier exports to the fake, and returns the ARN of the
// cluster.
func addEstate(fake *nereidtest.Server) string {
	cluster := fake.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-postgresql", Instances: 2, SizeGB: 240})
	var snapshot string
	for month, gigabytes := range []int32{141, 152, 166, 181, 190, 207, 226} {
		snapshot = fake.AddSnapshot(nereidtest.Snapshot{ID: fmt.Sprintf("orders-month-%d", month+1), Cluster: "orders", SizeGB: gigabytes})
	}
	ago := func(days int) time.Time { return fake.Now().AddDate(0, 0, -days) }
	fake.AddExportTask(nereidtest.ExportTask{
		ID: "orders-first-try", SourceArn: snapshot, Prefix: "orders/", SizeGB: 226, Started: ago(15), Ended: ago(15).Add(21 * time.Minute),
		Status: "FAILED", FailureCause: "The S3 prefix must not end with a slash (/).",
	})
	fake.AddExportTask(nereidtest.ExportTask{
		ID: "orders-second-try", SourceArn: snapshot, Prefix: "orders", SizeGB: 226, Started: ago(14), Ended: ago(14).Add(48 * time.Minute),
	})
	return cluster
}
