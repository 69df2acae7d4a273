// Fakeaws serves a fake of AWS for Neptune and RDS snapshots on a port.
package main

import (
	"context"
	"io"
	"strings"
	"text/template"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/nereidtest"
)

const about = `
Fakeaws serves a fake of the control planes of Neptune and RDS, of one account and
all regions, to any client of AWS: the other examples, the AWS CLI, boto3. All is
kept in memory. Ctrl-C ends it.

  fakeaws -demo
  fakeaws -addr 127.0.0.1:9000 -speed 1

At the default speed no state lasts longer than 2 seconds. At -speed 1 each lasts as
long as with AWS, an export some 20 minutes. A stopped cluster is started again after
7 days of the fake's time, which are 14 minutes at the default speed.
`

func main() { cli.Main(run) }

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return cli.Exit("fakeaws", stderr, serve(ctx, args, stdout))
}

func serve(ctx context.Context, args []string, stdout io.Writer) error {
	f := cli.NewFlags("fakeaws", about)
	addr := f.String("addr", "127.0.0.1:8182", "`address` to listen on")
	speed := f.Float64("speed", 720, "how many `times` as fast as with AWS states change")
	accessKey := f.String("access-key", "AKIDEXAMPLE", "`id` of the access key that clients have to use")
	secretKey := f.String("secret-key", "SECRETEXAMPLE", "the `secret` of it")
	demo := f.Bool("demo", false, "begin with clusters, snapshots and exports of a small company")
	err := f.Parse(args, stdout)
	switch {
	case err != nil:
		return err
	case !(*speed > 0 && *speed <= 1e6): // NaN is none of it
		return cli.Usage("-speed must be more than 0 and at most 1000000")
	case *accessKey == "" || *secretKey == "":
		return cli.Usage("-access-key and -secret-key must not be empty")
	}

	fake, err := nereidtest.Start(
		nereidtest.WithAddr(*addr),
		nereidtest.WithSpeed(*speed),
		nereidtest.WithCredentials(nereid.Credentials{AccessKeyID: *accessKey, SecretAccessKey: *secretKey}),
	)
	if err != nil {
		return err
	}
	defer fake.Close()
	if *demo {
		fake.AddDemoEstate()
	}
	var text strings.Builder
	err = greeting.Execute(&text, map[string]any{
		"URL": fake.URL(), "Speed": *speed, "AccessKey": *accessKey, "SecretKey": *secretKey, "Demo": *demo,
	})
	if err != nil {
		return err
	}
	if _, err := io.WriteString(stdout, text.String()); err != nil {
		return err
	}
	<-ctx.Done()
	return nil
}

// greeting is what the program prints: commands that can be pasted.
var greeting = template.Must(template.New("greeting").Funcs(template.FuncMap{"shell": quote}).Parse(
	`A fake AWS answers at {{.URL}}, {{.Speed}} times as fast as the real one. Ctrl-C ends it.

AWS CLI:

  export AWS_ACCESS_KEY_ID={{shell .AccessKey}} AWS_SECRET_ACCESS_KEY={{shell .SecretKey}} AWS_DEFAULT_REGION=us-east-1
  aws --endpoint-url {{.URL}} neptune create-db-cluster --db-cluster-identifier graph --engine neptune
  aws --endpoint-url {{.URL}} neptune describe-db-clusters --query 'DBClusters[].[DBClusterIdentifier,Status]' --output text
{{- if .Demo}}
  aws --endpoint-url {{.URL}} rds describe-export-tasks --query 'ExportTasks[].[ExportTaskIdentifier,Status]' --output text
{{- end}}

boto3:

  import boto3
  neptune = boto3.client("neptune", endpoint_url={{printf "%q" .URL}}, region_name="us-east-1",
                         aws_access_key_id={{printf "%q" .AccessKey}}, aws_secret_access_key={{printf "%q" .SecretKey}})
  for cluster in neptune.describe_db_clusters()["DBClusters"]: print(cluster["DBClusterIdentifier"], cluster["Status"])
{{- if .Demo}}

Examples, after the export command above:

  go run ./examples/nightshift -endpoint {{.URL}} -tag env=dev
  go run ./examples/export -endpoint {{.URL}} -snapshot -source arn:aws:rds:us-east-1:123456789012:cluster:orders \
    -bucket company-exports -role arn:aws:iam::123456789012:role/export -kms-key alias/exports
{{- end}}
`))

// quote quotes a text for a shell.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
