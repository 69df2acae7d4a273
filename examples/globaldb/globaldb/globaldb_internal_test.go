package globaldb

import (
	"context"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid/examples/internal/cli"
	"github.com/nereid-go/nereid/examples/internal/try"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

var program try.Program = func(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return Run(ctx, args, nil, stdout, stderr)
}

func TestEmbedded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := program.Run(t)
		if r.Code != 0 || r.Stderr != "" {
			t.Errorf("code %d: %s", r.Code, r.Stderr)
		}
		try.Contains(t, r.Stdout,
			"create world  0s  available\n",
			"add cluster graph-eu-west-1  0s  creating\n", "add instance graph-eu-west-1-1  0s  available\n", `
Global database world, neptune 1.4.5.1, available
REGION     CLUSTER          ROLE       STATUS
us-east-1  graph            primary    available
eu-west-1  graph-eu-west-1  secondary  available

fail over to eu-west-1  0s  pending
`, `
us-east-1  graph            secondary  available
eu-west-1  graph-eu-west-1  primary    available

remove graph  0s  removing
`, "remove graph-eu-west-1  0s  removing\n", "delete world  0s  deleted\n")
	})
}

func TestInterrupted(t *testing.T) {
	for when, want := range map[string]string{
		"add instance":   "interrupted in step add: AWS completes the changes that it has accepted\n",
		"switching-over": "interrupted in step failover: AWS completes the changes that it has accepted\n",
	} {
		synctest.Test(t, func(t *testing.T) {
			r := program.Interrupted(t, when)
			if r.Code != 1 {
				t.Errorf("code %d", r.Code)
			}
			try.Contains(t, r.Stderr, "globaldb: "+want)
		})
	}
}

func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		args, want string
	}{
		{"-live", "require a step"},
		{"-endpoint http://127.0.0.1:8182 -global world", "require a step"},
		{"-endpoint http://127.0.0.1:8182 remove", "-global is required"},
		{"-endpoint http://127.0.0.1:8182 -global world failover", "-to is required"},
		{"-endpoint http://127.0.0.1:8182 -global world create", "-cluster is required"},
		{"-endpoint http://127.0.0.1:8182 -global world -cluster graph -to us-east-1 add", "-to must not be the region of the primary cluster"},
		{"-timeout 0", "-timeout must be more than 0"},
		{"destroy", `unknown step "destroy"`},
		{"show -global world", "the flag -global follows a step: flags must come first"},
	} {
		r := program.Run(t, strings.Fields(tt.args)...)
		if r.Code != 2 || r.Stdout != "" {
			t.Errorf("%s: code %d, output %q", tt.args, r.Code, r.Stdout)
		}
		try.Contains(t, r.Stderr, tt.want)
	}
}

func TestEndpoint(t *testing.T) {
	t.Setenv("AWS_ACCESS_KEY_ID", "")
	fake := nereidtest.NewServer(t, nereidtest.WithSpeed(1e4))
	primary := fake.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1, KmsKeyID: "alias/graph"})
	args := []string{"-endpoint", fake.URL(), "-poll", "1ms", "-global", "world"}

	r := program.Run(t, append(args, "-cluster", "graph", "-to", "eu-west-1", "-kms-key", "alias/copies", "create", "add")...)
	if r.Code != 0 {
		t.Errorf("code %d: %s", r.Code, r.Stderr)
	}
	r = program.Run(t, append(args, "-to", "sa-east-1", "failover")...)
	if r.Code != 1 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stderr, "globaldb: the global database world has no secondary cluster in sa-east-1\n")

	// The region of the primary cluster is down.
	fake.SetClusterStatus(primary, "failed")
	r = program.Run(t, append(args, "-to", "eu-west-1", "failover")...)
	if r.Code != 1 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stderr, "InvalidDBClusterStateFault")
	fake.Inject(nereidtest.Fault{Action: "FailoverGlobalCluster", Region: "us-east-1", Times: -1, Err: nereidtest.ErrConnectionReset})
	r = program.Run(t, append(args, "-to", "eu-west-1", "-allow-data-loss", "failover", "show")...)
	if r.Code != 0 {
		t.Errorf("code %d: %s", r.Code, r.Stderr)
	}
	try.Contains(t, r.Stdout, "eu-west-1  graph-eu-west-1  primary    available\n")

	fake.SetClusterStatus(primary, "available")
	r = program.Run(t, append(args, "remove")...)
	if r.Code != 0 {
		t.Errorf("code %d: %s", r.Code, r.Stderr)
	}
	for region, name := range map[string]string{"us-east-1": "graph", "eu-west-1": "graph-eu-west-1"} {
		client := neptune.NewFromConfig(fake.ConfigFor(region))
		if _, err := client.DescribeDBClusters(t.Context(), &neptune.DescribeDBClustersInput{DBClusterIdentifier: &name}); err != nil {
			t.Errorf("the cluster is gone: %v", err)
		}
	}
	r = program.Run(t, append(args, "show")...)
	if r.Code != 1 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stderr, "GlobalClusterNotFoundFault")
}

// TestRegionDown makes the region of the primary cluster fail in several ways.
func TestRegionDown(t *testing.T) {
	for _, tt := range []struct {
		region string
		fault  nereidtest.Fault
		why    string
	}{
		{"us-east-1", nereidtest.Fault{Err: nereidtest.ErrConnectionReset}, "connection reset by peer\n"},
		{"eu-west-1", nereidtest.Fault{Err: nereidtest.ErrConnectionReset}, "connection reset by peer\n"},
		{"us-east-1", nereidtest.Fault{Code: "ServiceUnavailable", Status: 503}, "ServiceUnavailable:\n"},
		{"us-east-1", nereidtest.Fault{Delay: time.Hour}, "deadline exceeded\n"},
	} {
		synctest.Test(t, func(t *testing.T) {
			fake := nereidtest.NewServer(t, nereidtest.WithSpeed(1e4))
			fake.AddGlobalCluster("world",
				fake.AddCluster(nereidtest.Cluster{ID: "graph"}), fake.AddCluster(nereidtest.Cluster{ID: "graph-2", Region: "eu-west-1"}))
			tt.fault.Region, tt.fault.Times = "us-east-1", -1
			fake.Inject(tt.fault)
			var stdout strings.Builder
			j := &job{config: fake.ConfigFor(tt.region), stdout: &stdout, options: &options{
				Target: cli.Target{Region: tt.region, Poll: time.Second}, global: "world", to: "eu-west-1", loseData: true, timeout: time.Hour,
				steps: []string{"failover", "show"},
			}}
			if err := j.run(t.Context()); err != nil {
				t.Error(err)
			}
			try.Contains(t, stdout.String(), "s  available\n", `
REGION     CLUSTER  ROLE       STATUS
us-east-1  graph    secondary  unreachable
eu-west-1  graph-2  primary    available
us-east-1: operation error Neptune: DescribeDBClusters, `, tt.why)
		})
	}
}

// TestShowRefused shows a member that the service does not describe.
func TestShowRefused(t *testing.T) {
	t.Setenv("AWS_ACCESS_KEY_ID", "")
	fake := nereidtest.NewServer(t)
	fake.AddGlobalCluster("world", fake.AddCluster(nereidtest.Cluster{ID: "graph"}))
	fake.Inject(nereidtest.Fault{Action: "DescribeDBClusters", Code: "AccessDenied"})
	r := program.Run(t, "-endpoint", fake.URL(), "-global", "world", "show")
	if r.Code != 1 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stderr, "AccessDenied")
}

// TestOtherEngine checks that the program does not change global databases of RDS.
func TestOtherEngine(t *testing.T) {
	t.Setenv("AWS_ACCESS_KEY_ID", "")
	fake := nereidtest.NewServer(t)
	fake.AddGlobalCluster("orders", fake.AddCluster(nereidtest.Cluster{ID: "orders", Engine: "aurora-postgresql"}))
	r := program.Run(t, "-endpoint", fake.URL(), "-global", "orders", "remove")
	if r.Code != 1 || fake.Count("RemoveFromGlobalCluster") != 0 {
		t.Errorf("code %d, %d calls", r.Code, fake.Count("RemoveFromGlobalCluster"))
	}
	try.Contains(t, r.Stderr, "globaldb: the global database orders does not belong to Neptune\n")
	r = program.Run(t, "-endpoint", fake.URL(), "-global", "other", "-cluster", "orders", "create")
	if r.Code != 1 || fake.Count("CreateGlobalCluster") != 0 {
		t.Errorf("code %d, %d calls", r.Code, fake.Count("CreateGlobalCluster"))
	}
	try.Contains(t, r.Stderr, "globaldb: the cluster orders does not belong to Neptune\n")
}
