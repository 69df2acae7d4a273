// Package iam_test finds out which IAM permissions the example programs require, and checks that
// docs/iam.md lists them.
package iam_test

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/drcopy/drcopy"
	"github.com/nereid-go/nereid/examples/export/export"
	"github.com/nereid-go/nereid/examples/globaldb/globaldb"
	"github.com/nereid-go/nereid/examples/nightshift/nightshift"
	"github.com/nereid-go/nereid/nereidtest"
)

var update = flag.Bool("update", false, "write the policies of docs/iam.md")

const page = "../../docs/iam.md"

// A program is an example program, with arguments that make it use all its features.
type program struct {
	name string
	run  func(ctx context.Context, args []string, config *nereid.Config, stdout, stderr io.Writer) int
	args [][]string
}

var programs = []program{
	{"nightshift", nightshift.Run, [][]string{{"-name", "graph"}, {"-name", "graph", "-start"}}},
	{"drcopy", drcopy.Run, [][]string{{"-cluster", "graph", "-to", "eu-west-1", "-keep", "1", "-keep-source", "1"}}},
	{"export", export.Run, [][]string{
		{"-source", "arn:aws:rds:us-east-1:123456789012:cluster:shop", "-snapshot", "-bucket", "exports", "-role", "arn:aws:iam::123456789012:role/export", "-kms-key", "alias/export", "-task", "nightly"},
		{"-source", "arn:aws:rds:us-east-1:123456789012:cluster:shop", "-all", "-bucket", "exports", "-role", "arn:aws:iam::123456789012:role/export", "-kms-key", "alias/export", "-task", "all"},
	}},
	{"globaldb", globaldb.Run, [][]string{{"-global", "world", "-cluster", "graph", "-to", "eu-west-1", "create", "add", "show", "failover", "show", "remove"}}},
}

// try runs a program with a server, and returns its output and whether it succeeded.
func (p *program) try(t *testing.T, opts ...nereidtest.Option) (*nereidtest.Server, string, bool) {
	t.Helper()
	server := nereidtest.NewServer(t, append(opts, nereidtest.WithSpeed(100))...)
	server.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
	server.AddCluster(nereidtest.Cluster{ID: "shop", Engine: "aurora-postgresql", Instances: 1})
	server.AddSnapshot(nereidtest.Snapshot{ID: "shop-1", Cluster: "shop"})
	for _, region := range []string{"us-east-1", "eu-west-1"} {
		for _, id := range []string{"graph-19991230-000000", "graph-19991231-000000"} {
			server.AddSnapshot(nereidtest.Snapshot{
				ID: id, Cluster: "graph", Region: region, Tags: map[string]string{"drcopy": "arn:aws:rds:us-east-1:123456789012:cluster:graph"},
			})
		}
	}
	cfg := server.Config()
	var report strings.Builder
	for _, args := range p.args {
		if code := p.run(t.Context(), args, &cfg, &report, &report); code != 0 {
			return server, report.String(), false
		}
	}
	return server, report.String(), true
}

type statement struct {
	Sid, Effect, Action string
	Resource            []string
}

type policy struct {
	Version   string
	Statement []statement
}

func (p policy) String() string {
	text, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// needed returns the policy that the requests of a program require: a statement for each action, with
// the kinds of its resources.
func needed(requests []*nereidtest.Request) policy {
	resources := make(map[string]map[string]bool)
	for i := range requests {
		for _, p := range requests[i].Permissions() {
			resource := p.Resource
			if parts := strings.SplitN(resource, ":", 7); len(parts) == 7 && parts[2] == "rds" {
				if parts[6] = "*"; parts[3] != "" {
					parts[3] = "*"
				}
				resource = strings.Join(parts, ":")
			}
			if resources[p.Action] == nil {
				resources[p.Action] = make(map[string]bool)
			}
			resources[p.Action][resource] = true
		}
	}
	of := policy{Version: "2012-10-17"}
	for _, action := range slices.Sorted(maps.Keys(resources)) {
		_, name, _ := strings.Cut(action, ":")
		of.Statement = append(of.Statement, statement{name, "Allow", action, slices.Sorted(maps.Keys(resources[action]))})
	}
	return of
}

// TestPolicies derives the policy of each program from its requests, and compares it with the page.
// With this policy alone, the program succeeds. Without any one of its statements, the program fails,
// and its message names the action.
func TestPolicies(t *testing.T) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range programs {
		t.Run(p.name, func(t *testing.T) {
			var want policy
			synctest.Test(t, func(t *testing.T) {
				server, report, ok := p.try(t)
				if !ok {
					t.Fatalf("without a policy:\n%s", report)
				}
				want = needed(server.Requests())
			})
			begin, end := "<!-- policy of "+p.name+" -->\n", "<!-- end of the policy -->\n"
			before, rest, found := strings.Cut(string(text), begin)
			_, after, closed := strings.Cut(rest, end)
			if !found || !closed {
				t.Fatalf("the page has no place for the policy of %s", p.name)
			}
			if whole := before + begin + "```json\n" + want.String() + "\n```\n" + end + after; *update {
				text = []byte(whole)
			} else if whole != string(text) {
				t.Errorf("the page has another policy: go test ./examples/iam -update writes it, which is\n%s", want)
			}
			allowed := func(t *testing.T, of policy) (string, bool) {
				_, report, ok := p.try(t, nereidtest.WithPolicy(of.String()))
				return report, ok
			}
			synctest.Test(t, func(t *testing.T) {
				if report, ok := allowed(t, want); !ok {
					t.Errorf("with its policy:\n%s", report)
				}
			})
			for i, without := range want.Statement {
				synctest.Test(t, func(t *testing.T) {
					start := time.Now()
					report, ok := allowed(t, policy{want.Version, slices.Delete(slices.Clone(want.Statement), i, i+1)})
					if ok || !strings.Contains(report, without.Action) {
						t.Errorf("without %s after %s: success %t\n%s", without.Action, time.Since(start), ok, report)
					}
				})
			}
			t.Logf("%d statements", len(want.Statement))
		})
	}
	if *update {
		if err := os.WriteFile(page, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
