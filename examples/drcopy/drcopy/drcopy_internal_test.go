package drcopy

import (
	"context"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/try"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

var program try.Program = func(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return Run(ctx, args, nil, stdout, stderr)
}

func TestEmbedded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // the time is midnight of 2000-01-01
		r := program.Run(t)
		if r.Code != 0 || r.Stderr != "" {
			t.Errorf("code %d: %s", r.Code, r.Stderr)
		}
		try.Contains(t, r.Stdout,
			"Snapshot graph-20000101-000000 of graph in us-east-1, for a copy in eu-west-1\n",
			"copy    0 %  0s  pending\n", "copying\n", "copy  100 %  0s  available\n"+`
Deleting these snapshots in eu-west-1, to keep the newest 3:
SNAPSHOT               STATUS     CREATED
graph-19991229-000000  available  1999-12-29 00:00:00
graph-19991228-000000  available  1999-12-28 00:00:00

Copies of graph in eu-west-1:
SNAPSHOT               STATUS     CREATED
graph-20000101-000000  available  2000-01-01 00:0`, `
graph-19991231-000000  available  1999-12-31 00:00:00
graph-19991230-000000  available  1999-12-30 00:00:00
`)
	})
}

func TestInterrupted(t *testing.T) {
	for when, want := range map[string]string{
		"creating": "AWS continues with the snapshot graph-20000101-000000 in us-east-1, and no older snapshot was deleted\n",
		"copying":  "AWS continues with the snapshot graph-20000101-000000 in eu-west-1, and no older snapshot was deleted\n",
	} {
		synctest.Test(t, func(t *testing.T) {
			r := program.Interrupted(t, when)
			if r.Code != 1 {
				t.Errorf("code %d", r.Code)
			}
			try.Contains(t, r.Stderr, "drcopy: interrupted: "+want)
		})
	}
}

func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		args, want string
	}{
		{"-live -cluster graph", "-live and -endpoint require -cluster and -to"},
		{"-endpoint http://127.0.0.1:8182 -to eu-west-1", "-live and -endpoint require -cluster and -to"},
		{"-endpoint http://127.0.0.1:8182 -cluster graph -to us-east-1", "-to must not be the region of the cluster"},
		{"-keep -1", "must not be negative"},
		{"-timeout 0", "-timeout must be more than 0"},
		{"-cluster graph", "-kms-key must name a key in eu-west-1"},
		{"graph", `unknown argument "graph"`},
	} {
		r := program.Run(t, strings.Fields(tt.args)...)
		if r.Code != 2 {
			t.Errorf("%s: code %d, output %q", tt.args, r.Code, r.Stdout)
		}
		try.Contains(t, r.Stderr, tt.want)
	}
}

// away is the region to which the tests copy.
const away = "eu-west-1"

// estate returns a server on a port with a cluster, and with all kinds of snapshots in the other
// region. The program may delete only old-1 and old-2.
func estate(t *testing.T, opts ...nereidtest.Option) (*nereidtest.Server, []string) {
	t.Setenv("AWS_ACCESS_KEY_ID", "")
	fake := nereidtest.NewServer(t, append(opts, nereidtest.WithSpeed(1e4))...)
	arn := fake.AddCluster(nereidtest.Cluster{ID: "graph"})
	add := func(days int, s nereidtest.Snapshot) {
		s.Region, s.Created = away, fake.Now().AddDate(0, 0, -days)
		fake.AddSnapshot(s)
	}
	ours := map[string]string{tagKey: arn, "team": "risk"}
	add(1, nereidtest.Snapshot{ID: "old-0", Cluster: "graph", Tags: ours})
	add(2, nereidtest.Snapshot{ID: "old-1", Cluster: "graph", Tags: ours})
	add(3, nereidtest.Snapshot{ID: "old-2", Cluster: "graph", Tags: ours})
	add(9, nereidtest.Snapshot{ID: "of-another-cluster", Cluster: "paths", Tags: ours})
	add(9, nereidtest.Snapshot{ID: "of-another-region", Cluster: "graph", Tags: map[string]string{tagKey: strings.Replace(arn, "us-east-1", away, 1)}})
	add(9, nereidtest.Snapshot{ID: "not-tagged", Cluster: "graph"})
	add(9, nereidtest.Snapshot{ID: "rds:automated", Cluster: "graph", Tags: ours})
	add(9, nereidtest.Snapshot{ID: "of-docdb", Cluster: "graph", Engine: "docdb", Tags: ours})
	add(9, nereidtest.Snapshot{ID: "unfinished", Cluster: "graph", Tags: ours, Status: "copying"})
	return fake, []string{"-endpoint", fake.URL(), "-poll", "1ms", "-cluster", "Graph", "-to", away}
}

// snapshots returns the names of the snapshots in a region, without those that the
// service takes of the cluster each day.
func snapshots(t *testing.T, fake *nereidtest.Server, region string) string {
	t.Helper()
	out, err := neptune.NewFromConfig(fake.ConfigFor(region)).DescribeDBClusterSnapshots(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range out.DBClusterSnapshots {
		name := nereid.ToString(s.DBClusterSnapshotIdentifier)
		if strings.HasPrefix(name, "rds:graph-") {
			continue
		}
		if strings.HasPrefix(name, "graph-20") {
			name = "new"
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

const others = "not-tagged of-another-cluster of-another-region of-docdb"

func TestKeep(t *testing.T) {
	for _, tt := range []struct {
		args, want string
	}{
		{"-keep 2", "new " + others + " old-0 rds:automated unfinished"},
		{"-keep 1", "new " + others + " rds:automated unfinished"},
		{"-keep 9", "new " + others + " old-0 old-1 old-2 rds:automated unfinished"},
		{"", "new " + others + " old-0 old-1 old-2 rds:automated unfinished"},
	} {
		t.Run(tt.args, func(t *testing.T) {
			fake, args := estate(t)
			r := program.Run(t, append(args, strings.Fields(tt.args)...)...)
			if r.Code != 0 || r.Stderr != "" {
				t.Errorf("code %d: %s", r.Code, r.Stderr)
			}
			if got := snapshots(t, fake, away); got != tt.want {
				t.Errorf("there are %s, want %s", got, tt.want)
			}
			if got := snapshots(t, fake, "us-east-1"); got != "new" {
				t.Errorf("at home there are %s", got)
			}
		})
	}
}

// TestListedFirst checks that the program lists snapshots before it deletes them.
func TestListedFirst(t *testing.T) {
	fake, args := estate(t)
	deleted := make(chan struct{})
	fake.Intercept(func(r *nereidtest.Request) (*nereidtest.Response, bool) {
		if r.Action == "DeleteDBClusterSnapshot" {
			close(deleted)
			return nil, true
		}
		return nil, false
	})
	r := program.Interrupted(t, "old-1     available", append(args, "-keep", "2")...)
	select {
	case <-deleted:
		t.Error("deleted before it was listed")
	default:
	}
	if r.Code != 1 {
		t.Errorf("code %d", r.Code)
	}
}

// TestCopyFails checks that the program deletes nothing if the copy fails.
func TestCopyFails(t *testing.T) {
	for _, tt := range []struct {
		name string
		fake func(*nereidtest.Server)
		want string
	}{
		{"refused", func(s *nereidtest.Server) {
			s.Inject(nereidtest.Fault{Action: "CopyDBClusterSnapshot", Code: "SnapshotQuotaExceeded", Message: "too many"})
		}, "SnapshotQuotaExceeded"},
		{"failed", func(s *nereidtest.Server) {
			s.Intercept(func(r *nereidtest.Request) (*nereidtest.Response, bool) {
				if id := r.Parameter("DBClusterSnapshotIdentifier"); r.Region == away && r.Action == "DescribeDBClusterSnapshots" && id != "" {
					s.SetSnapshotStatus("arn:aws:rds:"+away+":123456789012:cluster-snapshot:"+id, "failed")
				}
				return nil, false
			})
		}, "last status failed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fake, args := estate(t, nereidtest.WithTimings(func(tm *nereidtest.Timings) { tm.SnapshotCopyRegion = 1e4 * time.Hour }))
			tt.fake(fake)
			r := program.Run(t, append(args, "-keep", "1")...)
			if r.Code != 1 || fake.Count("DeleteDBClusterSnapshot") != 0 {
				t.Errorf("code %d, %d deletions", r.Code, fake.Count("DeleteDBClusterSnapshot"))
			}
			try.Contains(t, r.Stderr, tt.want)
		})
	}
}
