package cli_test

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

func TestExit(t *testing.T) {
	for _, tt := range []struct {
		name string
		err  error
		code int
		want string
	}{
		{"none", nil, 0, ""},
		{"usage", cli.Usage("-keep is %d", -1), 2, "prog: -keep is -1 (-h shows the flags)\n"},
		{"wrapped", fmt.Errorf("flags: %w", cli.Usage("no")), 2, "prog: flags: no (-h shows the flags)\n"},
		{"joined", errors.Join(errors.New("it"), errors.New("failed  twice")), 1, "prog: it; failed twice\n"},
	} {
		var stderr strings.Builder
		if code := cli.Exit("prog", &stderr, tt.err); code != tt.code || stderr.String() != tt.want {
			t.Errorf("%s: code %d, %q", tt.name, code, stderr.String())
		}
	}
}

func TestHelp(t *testing.T) {
	var target cli.Target
	f := cli.NewFlags("prog", "\nProg does it.\n")
	target.AddTo(f)
	var stdout, stderr strings.Builder
	if code := cli.Exit("prog", &stderr, f.Parse([]string{"-help"}, &stdout)); code != 0 || stderr.Len() > 0 {
		t.Errorf("code %d, %q", code, stderr.String())
	}
	if got := stdout.String(); !strings.HasPrefix(got, "Prog does it.\n\nFlags:\n  -endpoint URL\n") {
		t.Errorf("help is %s", got)
	}
}

// TestNoEndpoint gives an empty endpoint, as from a variable that is not set.
func TestNoEndpoint(t *testing.T) {
	var target cli.Target
	f := cli.NewFlags("prog", "Prog does it.")
	target.AddTo(f)
	if code := cli.Exit("prog", io.Discard, f.Parse([]string{"-endpoint", ""}, io.Discard)); code != 2 {
		t.Errorf("code %d", code)
	}
}

// TestHelpUnwritten writes the help to a writer that fails.
func TestHelpUnwritten(t *testing.T) {
	r, w := io.Pipe()
	_ = r.Close()
	var stderr strings.Builder
	if code := cli.Exit("prog", &stderr, cli.NewFlags("prog", "Prog does it.").Parse([]string{"-h"}, w)); code != 1 || !strings.Contains(stderr.String(), "closed pipe") {
		t.Errorf("code %d, %q", code, stderr.String())
	}
}

// TestLive configures a fake as AWS with environment variables.
func TestLive(t *testing.T) {
	fake := nereidtest.NewServer(t)
	fake.AddCluster(nereidtest.Cluster{ID: "graph", Region: "eu-north-1"})
	none := filepath.Join(t.TempDir(), "none")
	for name, value := range map[string]string{
		"AWS_CONFIG_FILE": none, "AWS_SHARED_CREDENTIALS_FILE": none, "AWS_EC2_METADATA_DISABLED": "true", "AWS_PROFILE": "",
		"AWS_REGION": "", "AWS_DEFAULT_REGION": "", "AWS_ENDPOINT_URL": fake.URL(),
		"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "SECRETEXAMPLE", "AWS_SESSION_TOKEN": "",
	} {
		t.Setenv(name, value)
	}
	noEstate := func(*nereidtest.Server) { t.Error("there is a fake in the process") }

	target := cli.Target{Live: true}
	_, err := target.Config(t.Context(), io.Discard, noEstate)
	if code := cli.Exit("prog", io.Discard, err); code != 2 {
		t.Errorf("without a region the code is %d: %v", code, err)
	}
	for _, flag := range []string{"", "eu-north-1"} {
		t.Setenv("AWS_REGION", map[string]string{"": "eu-north-1"}[flag])
		target := cli.Target{Live: true, Region: flag}
		cfg, err := target.Config(t.Context(), io.Discard, noEstate)
		if err != nil {
			t.Fatal(err)
		}
		if target.Region != "eu-north-1" || target.Poll != 30*time.Second {
			t.Errorf("region %q, a poll each %s", target.Region, target.Poll)
		}
		out, err := neptune.NewFromConfig(cfg).DescribeDBClusters(t.Context(), nil)
		if err != nil || len(out.DBClusters) != 1 || nereid.ToString(out.DBClusters[0].DBClusterIdentifier) != "graph" {
			t.Errorf("%v, error %v", out, err)
		}
	}
}
