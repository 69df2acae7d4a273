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
shows how far it is, and lists the export tasks of the account in the end. Ctrl-C
asks for the export to be cancelled and waits for that; a second one does not wait.

Without -live or -endpoint it works on a fake of AWS within the program, where it
takes a snapshot of a cluster to export.

  export
  export -all
  export -live -source arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:weekly \
         -bucket company-exports -prefix orders -only shop.public.orders \
         -role arn:aws:iam::123456789012:role/export -kms-key alias/exports
`

// options are what the flags say.
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

// setup reads the flags and says where to work.
func setup(ctx context.Context, args []string, config *nereid.Config, stdout, stderr io.Writer) (*options, nereid.Config, error) {
	o := &options{Target: cli.Target{Given: config}}
	f := cli.NewFlags("export", about)
	o.AddTo(f)
	f.StringVar(&o.source, "source", "", "`ARN` of the snapshot or cluster to export")
	f.BoolVar(&o.snapshot, "snapshot", false, "take a snapshot of the cluster that is the source, and export that;\nit has the name of the task and is not deleted")
	f.BoolVar(&o.all, "all", false, "export all available snapshots of the cluster that is the source, five at a time;\ntheir tasks have numbers after the name")
	f.StringVar(&o.bucket, "bucket", "", "`name` of the S3 bucket, in the region of the source")
	f.StringVar(&o.prefix, "prefix", "", "`path` in the bucket, without a slash at the end")
	f.StringVar(&o.role, "role", "", "`ARN` of the IAM role that writes to the bucket")
	f.StringVar(&o.key, "kms-key", "", "KMS `key` for the files: its id, ARN or alias")
	f.Func("only", "export these `parts` only, separated by commas:\ndatabase, database.schema, database.table or database.schema.table", func(s string) error {
		o.only = strings.Split(s, ",")
		return nil
	})
	f.StringVar(&o.task, "task", time.Now().UTC().Format("export-20060102-150405"), "`name` of the export task")
	f.DurationVar(&o.timeout, "timeout", 24*time.Hour, "how long to wait for the export, as in 90m")
	err := f.Parse(args, stdout)
	switch {
	case err != nil:
		return nil, nereid.Config{}, err
	case o.timeout <= 0:
		return nil, nereid.Config{}, cli.Usage("-timeout must be more than 0")
	case o.snapshot && o.all:
		return nil, nereid.Config{}, cli.Usage("-snapshot and -all exclude each other")
	case o.source != "" && field(o.source, nameField) == "":
		return nil, nereid.Config{}, cli.Usage("-source must be an ARN")
	case (o.snapshot || o.all) && o.source != "" && field(o.source, kindField) != "cluster":
		return nil, nereid.Config{}, cli.Usage("-snapshot and -all want the ARN of a cluster as -source")
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
		t.ExportStart, t.ExportRun = 4*time.Minute, 12*time.Minute // on AWS most of the time is before the start
	}))
	switch {
	case err != nil:
		return nil, cfg, err
	case o.source == "" || o.bucket == "" || o.role == "" || o.key == "":
		return nil, cfg, cli.Usage("-source, -bucket, -role and -kms-key are required with -live and -endpoint")
	case field(o.source, regionField) != o.Region:
		return nil, cfg, cli.Usage("-source is in the region %s, and this is to work in %s: give -region", field(o.source, regionField), o.Region)
	case strings.HasSuffix(o.prefix, "/"):
		_, err = fmt.Fprintln(stderr, "export: warning: -prefix ends with a slash: AWS takes such a task, and then it fails")
	}
	return o, cfg, err
}

// request is the request to export a source.
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

// sameAccount returns an error if what AWS describes belongs to another account
// than the source: a cluster of the same name.
func (o *options) sameAccount(arn *string) error {
	if is, want := field(nereid.ToString(arn), accountField), field(o.source, accountField); is != want {
		return cli.Usage("-source is in the account %s, and the credentials are those of %s", want, is)
	}
	return nil
}

// The fields of an ARN, such as arn:aws:rds:us-east-1:123456789012:cluster:orders.
const (
	regionField = iota + 3
	accountField
	kindField
	nameField
)

// field returns a field of an ARN, "" if it has none.
func field(arn string, n int) string {
	if fields := strings.Split(arn, ":"); len(fields) > n {
		return fields[n]
	}
	return ""
}

// addEstate gives the fake a cluster, whose ARN it returns, snapshots of it and
// earlier exports.
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
