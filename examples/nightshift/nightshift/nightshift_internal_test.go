package nightshift

import (
	"context"
	"io"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/examples/internal/try"
	"github.com/nereid-go/nereid/examples/internal/ui"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

var program try.Program = func(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return Run(ctx, args, nil, stdout, stderr)
}

func TestEmbedded(t *testing.T) {
	for _, tt := range []struct {
		args   string
		stdout []string
	}{
		{"", []string{
			"fraud-graph-dev  0s  available\n", "recommend-dev  0s  stopped\n",
			"\n2 of 2 clusters are stopped.\nA night of 12 hours saves 36 instance-hours.\nOn ", ", AWS restarts the clusters that are still stopped.\n",
		}},
		{"-price 0.5 -hours 10", []string{"A night of 10 hours saves 30 instance-hours, 15.00 at 0.5 each.\n"}},
		{"-tag env", []string{"knowledge  0s  available\n"}},
		{"-name *-test", []string{"recommend-test  0s  stopped\n", "1 of 1 clusters are stopped.\n"}},
		{"-allow-none -name *-test -tag env=dev", []string{"No Neptune cluster in us-east-1 matches.\n"}},
		{"-region eu-west-1", []string{"identity-dev  0s  stopped\n", "1 of 1 clusters are stopped.\n"}},
		{"-start", []string{"recommend-dev  0s  stopped\n", "starting\n", "recommend-dev  0s  available\n", "2 of 2 clusters are available.\n"}},
		{"-allow-none -name orders", []string{"No Neptune cluster in us-east-1 matches.\n"}}, // orders is an Aurora cluster
		{"-dry-run -name rec*", []string{
			"CLUSTER         STATUS     INSTANCES  WOULD BE\n" +
				"recommend-dev   available  2          told to stop\n" +
				"recommend-test  stopped    1          left alone\n",
		}},
	} {
		t.Run(tt.args, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := program.Run(t, strings.Fields(tt.args)...)
				wantCode := 0
				if tt.args == "-tag env" { // these include a member of a global database
					wantCode = 1
					try.Contains(t, r.Stderr, "nightshift: knowledge: ", "is a member of the global cluster knowledge-global",
						"\nnightshift: 1 of 5 clusters are not stopped\n")
				}
				if r.Code != wantCode {
					t.Errorf("code %d: %s", r.Code, r.Stderr)
				}
				try.Contains(t, r.Stdout, tt.stdout...)
			})
		})
	}
}

func TestInterrupted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := program.Interrupted(t, "stopping")
		if r.Code != 1 {
			t.Errorf("code %d", r.Code)
		}
		try.Contains(t, r.Stderr, "nightshift: interrupted: the clusters that were told to stop will still stop\n")
	})
}

func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		args, want string
	}{
		{"-endpoint http://127.0.0.1:8182", "-live and -endpoint require -tag or -name"},
		{"-live", "-live and -endpoint require -tag or -name"},
		{"-live -start", "-live and -endpoint require -tag or -name"},
		{"-name [", "not a valid pattern"},
		{"-tag =dev", "it must be key=value"},
		{"-price -1", "must not be negative"},
		{"-timeout 0", "-timeout must be more than 0"},
		{"graph", `unknown argument "graph"`},
	} {
		r := program.Run(t, strings.Fields(tt.args)...)
		if r.Code != 2 || r.Stdout != "" {
			t.Errorf("%s: code %d, output %q", tt.args, r.Code, r.Stdout)
		}
		try.Contains(t, r.Stderr, tt.want)
	}
}

func TestNone(t *testing.T) {
	for _, args := range []string{"-name *-test -tag env=dev", "-tag evn=dev", "-tag env=dev -region sa-east-1 -dry-run", "-name orders -start"} {
		synctest.Test(t, func(t *testing.T) {
			r := program.Run(t, strings.Fields(args)...)
			if r.Code != 1 {
				t.Errorf("%s: code %d", args, r.Code)
			}
			try.Contains(t, r.Stderr, "nightshift: no Neptune cluster in ", " matches (use -allow-none if that is not an error)\n")
		})
	}
}

// TestRestart has a cluster without an AutomaticRestartTime.
func TestRestart(t *testing.T) {
	for _, untold := range []string{"a", "b"} {
		t.Setenv("AWS_ACCESS_KEY_ID", "")
		fake := nereidtest.NewServer(t, nereidtest.WithSpeed(1e3))
		for _, id := range []string{"a", "b"} {
			fake.AddCluster(nereidtest.Cluster{ID: id})
		}
		element := regexp.MustCompile("<AutomaticRestartTime>[^<]*</AutomaticRestartTime>")
		fake.Inject(nereidtest.Fault{Action: "DescribeDBClusters", Times: -1, Edit: func(_ *nereidtest.Request, r *nereidtest.Response) {
			parts := strings.Split(string(r.Body), "<DBCluster>")
			for i, part := range parts {
				if strings.Contains(part, "<DBClusterIdentifier>"+untold+"<") {
					parts[i] = element.ReplaceAllString(part, "")
				}
			}
			r.Body = []byte(strings.Join(parts, "<DBCluster>"))
		}})
		r := program.Run(t, "-endpoint", fake.URL(), "-poll", "1ms", "-name", "*")
		if r.Code != 0 {
			t.Errorf("code %d: %s", r.Code, r.Stderr)
		}
		try.Contains(t, r.Stdout, ", AWS restarts the clusters that are still stopped.\n")
	}
}

// TestPassing makes the first calls fail for transient reasons, until the client gives up.
func TestPassing(t *testing.T) {
	for name, fault := range map[string]nereidtest.Fault{
		"throttled":   {Code: "Throttling", Message: "Rate exceeded"},
		"reset":       {Err: nereidtest.ErrConnectionReset},
		"unavailable": {Status: 503},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				fake := nereidtest.NewServer(t)
				fake.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
				client := neptune.NewFromConfig(fake.Config())
				fault.Action, fault.Times = "StopDBCluster", client.Options().Retryer.MaxAttempts()
				fake.Inject(fault)
				c := &cluster{name: "graph", status: "available", row: ui.NewProgress(io.Discard).Row("graph")}
				stopping(client, &options{Target: cli.Target{Poll: time.Second}, timeout: time.Hour}).move(t.Context(), []*cluster{c})
				if c.err != nil {
					t.Error(c.err)
				}
			})
		})
	}
}

// TestTwice runs the program twice at the same time against one server, as cron may do.
func TestTwice(t *testing.T) {
	t.Setenv("AWS_ACCESS_KEY_ID", "")
	fake := nereidtest.NewServer(t, nereidtest.WithSpeed(1e3))
	dev := map[string]string{"env": "dev"}
	fake.AddCluster(nereidtest.Cluster{ID: "graph-1", Instances: 1, Tags: dev})
	fake.AddCluster(nereidtest.Cluster{ID: "graph-2", Instances: 1, Tags: dev, Status: "modifying"})
	fake.AddCluster(nereidtest.Cluster{ID: "graph-3", Tags: map[string]string{"env": "prod"}})
	fake.AddCluster(nereidtest.Cluster{ID: "papers", Engine: "docdb", Tags: dev})
	fake.Intercept(func(r *nereidtest.Request) (*nereidtest.Response, bool) {
		if r.Action == "StopDBCluster" && r.Parameter("DBClusterIdentifier") == "graph-1" { // by then the program has seen graph-2
			fake.SetClusterStatus("graph-2", "available")
			fake.SetInstanceStatus("graph-2-1", "available")
		}
		return nil, false
	})
	args := []string{"-endpoint", fake.URL(), "-poll", "1ms", "-tag", "env=dev"}
	for i, wantCalls := range []int{2, 0} {
		fake.ResetRequests()
		r := program.Run(t, args...)
		if r.Code != 0 || fake.Count("StopDBCluster") != wantCalls {
			t.Errorf("run %d: code %d, %d calls to stop: %s", i, r.Code, fake.Count("StopDBCluster"), r.Stderr)
		}
		try.Contains(t, r.Stdout, "2 of 2 clusters are stopped.\n")
	}
	states := make(map[string]string)
	out, err := neptune.NewFromConfig(fake.Config()).DescribeDBClusters(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range out.DBClusters {
		states[*c.DBClusterIdentifier] = nereid.ToString(c.Status)
	}
	if states["graph-1"] != "stopped" || states["graph-2"] != "stopped" || states["graph-3"] != "available" || states["papers"] != "available" {
		t.Errorf("clusters are %v", states)
	}
}

func TestRefused(t *testing.T) {
	t.Setenv("AWS_ACCESS_KEY_ID", "")
	fake := nereidtest.NewServer(t, nereidtest.WithSpeed(1e3))
	fake.AddCluster(nereidtest.Cluster{ID: "graph-1"})
	fake.AddCluster(nereidtest.Cluster{ID: "graph-2"})
	fake.Inject(nereidtest.Fault{Action: "StopDBCluster", Code: "AccessDenied", Message: "not yours"})
	r := program.Run(t, "-endpoint", fake.URL(), "-poll", "1ms", "-name", "*")
	if r.Code != 1 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stdout, "graph-2  0s  stopped\n")
	try.Contains(t, r.Stderr, "nightshift: graph-1: ", "AccessDenied: not yours\n", "1 of 2 clusters are not stopped\n")
}

// TestStartedAgainMeanwhile has another caller start a cluster while it stops: the program stops it
// again, and does not wait until the timeout.
func TestStartedAgainMeanwhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake := nereidtest.NewServer(t)
		fake.AddCluster(nereidtest.Cluster{ID: "graph-1"})
		fake.AddCluster(nereidtest.Cluster{ID: "graph-2"})
		started := false
		fake.Intercept(func(r *nereidtest.Request) (*nereidtest.Response, bool) {
			if r.Action == "DescribeDBClusters" && fake.Count("StopDBCluster") >= 2 && !started {
				started = true
				fake.SetClusterStatus("graph-1", "available")
			}
			return nil, false
		})
		client := neptune.NewFromConfig(fake.Config())
		var clusters []*cluster
		for _, name := range []string{"graph-1", "graph-2"} {
			clusters = append(clusters, &cluster{name: name, status: "available", row: ui.NewProgress(io.Discard).Row(name)})
		}
		start := time.Now()
		stopping(client, &options{Target: cli.Target{Poll: 30 * time.Second}, timeout: 4 * time.Hour}).move(t.Context(), clusters)
		for _, c := range clusters {
			if c.err != nil {
				t.Errorf("%s after %s: %v", c.name, time.Since(start), c.err)
			}
		}
		if n := fake.CountSucceeded("StopDBCluster"); n != 3 {
			t.Errorf("%d stops", n)
		}
	})
}
