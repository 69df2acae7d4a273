// Fakeaws serves a fake of the control planes of Neptune and RDS over HTTP.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"text/template"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/nereidtest"
)

const about = `
Fakeaws serves a fake of the control planes of Neptune and RDS, with one account and
all regions, for all AWS clients: the other examples, the AWS CLI, boto3, the SDKs.
It keeps everything in memory. Ctrl-C ends it.

  fakeaws -demo
  fakeaws -addr 127.0.0.1:9000 -speed 1 -quota SnapshotExports=1
  curl -X POST http://127.0.0.1:8182/_fakeaws/reset

At the default speed, no state lasts longer than 2 seconds. With -speed 1, each state
lasts as long as on AWS; an export takes about 20 minutes. AWS restarts a stopped
cluster after 7 days; at the default speed, the fake does so after 14 minutes.

A POST request to /_fakeaws/reset returns the fake to its initial state, for example
between two tests of a suite. The request does not require a signature.
`

const resetPath = "/_fakeaws/reset"

func main() { cli.Main(run) }

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return cli.Exit("fakeaws", stderr, serve(ctx, args, stdout, stderr))
}

type settings struct {
	addr, accessKey, secretKey string
	speed                      float64
	demo                       bool
	quotas                     quotas
}

func serve(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	var set settings
	f := cli.NewFlags("fakeaws", about)
	f.StringVar(&set.addr, "addr", "127.0.0.1:8182", "`address` to listen on")
	f.Float64Var(&set.speed, "speed", 720, "how many `times` faster states change than on AWS")
	f.StringVar(&set.accessKey, "access-key", "AKIDEXAMPLE", "`id` of the access key that clients must use")
	f.StringVar(&set.secretKey, "secret-key", "SECRETEXAMPLE", "`secret` of the access key")
	f.BoolVar(&set.demo, "demo", false, "start with the clusters, instances, snapshots and exports of a small company")
	f.Var(&set.quotas, "quota", "set a quota, as `name=number`; -1 means no limit. The flag can be repeated.\nNames and defaults:\n"+quotaNames())
	err := f.Parse(args, stdout)
	switch {
	case err != nil:
		return err
	case !(set.speed > 0 && set.speed <= 1e6): // NaN is not in the range either
		return cli.Usage("-speed must be more than 0 and at most 1000000")
	case set.accessKey == "" || set.secretKey == "":
		return cli.Usage("-access-key and -secret-key must not be empty")
	}

	fake, err := nereidtest.Start(
		nereidtest.WithSpeed(set.speed),
		nereidtest.WithCredentials(nereid.Credentials{AccessKeyID: set.accessKey, SecretAccessKey: set.secretKey}),
		nereidtest.WithLimits(set.quotas.apply),
	)
	if err != nil {
		return err
	}
	defer fake.Close()
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", set.addr)
	if err != nil {
		return err
	}
	host, open := reachedAt(l.Addr())
	if open {
		fmt.Fprintf(stderr, "fakeaws: warning: other machines can reach %s, and can read and reset the fake\n", l.Addr())
	}
	if set.demo {
		fake.AddDemoEstate()
	}
	server := &http.Server{
		Handler:           handler(fake, set.demo),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       2 * time.Minute,
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	err = greet(stdout, "http://"+host, &set)
	if err == nil {
		select {
		case <-ctx.Done():
		case err = <-done:
			return err
		}
	}
	return errors.Join(err, server.Close())
}

// handler returns a handler that serves the fake, and resets the fake after a
// POST to resetPath.
func handler(fake *nereidtest.Server, demo bool) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", fake)
	mux.HandleFunc(resetPath, func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Method != http.MethodPost:
			w.Header().Set("Allow", http.MethodPost)
			http.Error(w, "reset requires a POST request", http.StatusMethodNotAllowed)
			return
		case r.Header.Get("Origin") != "": // from a page in a browser
			http.Error(w, "reset rejects requests from web pages", http.StatusForbidden)
			return
		}
		fake.Reset()
		if demo {
			fake.AddDemoEstate()
		}
		w.WriteHeader(http.StatusNoContent)
	})
	return mux
}

// reachedAt returns the host and port with which programs on this machine can reach addr, and
// whether other machines can also reach it.
func reachedAt(addr net.Addr) (host string, open bool) {
	tcp, ok := addr.(*net.TCPAddr)
	switch {
	case !ok:
		return addr.String(), true
	case tcp.IP.IsUnspecified():
		return fmt.Sprintf("localhost:%d", tcp.Port), true
	}
	return addr.String(), !tcp.IP.IsLoopback()
}

func greet(w io.Writer, url string, set *settings) error {
	var text strings.Builder
	err := greeting.Execute(&text, map[string]any{
		"URL": url, "Speed": set.speed, "AccessKey": set.accessKey, "SecretKey": set.secretKey, "Demo": set.demo,
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, text.String())
	return err
}

// greeting is the program's output: commands to copy and paste.
var greeting = template.Must(template.New("greeting").Funcs(template.FuncMap{"shell": quote}).Parse(
	`A fake of AWS runs at {{.URL}}, {{.Speed}} times as fast as AWS. Ctrl-C ends it.

AWS CLI:

  export AWS_ACCESS_KEY_ID={{shell .AccessKey}} AWS_SECRET_ACCESS_KEY={{shell .SecretKey}} AWS_DEFAULT_REGION=us-east-1
  aws --endpoint-url {{.URL}} neptune create-db-cluster --db-cluster-identifier graph --engine neptune
  aws --endpoint-url {{.URL}} neptune describe-db-clusters --query 'DBClusters[].[DBClusterIdentifier,Status]' --output text
{{- if .Demo}}
  aws --endpoint-url {{.URL}} rds describe-db-snapshots --query 'DBSnapshots[].[DBSnapshotIdentifier,Engine,Status]' --output text
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
