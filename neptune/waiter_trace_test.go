package neptune_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/tracing"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestWaitSpans checks the spans of waits. They are inside the program's span, contain the polls'
// spans, and count the polls' calls.
func TestWaitSpans(t *testing.T) {
	const minute = time.Minute
	cluster := &neptune.DescribeDBClustersInput{DBClusterIdentifier: nereid.String("graph")}
	for name, c := range map[string]struct {
		prepare func(*nereidtest.Server)
		wait    func(ctx context.Context, client *neptune.Client) error
		want    string // outcome in the span of the wait
		calls   int    // calls in the span
	}{
		"success": {
			func(s *nereidtest.Server) { s.AddCluster(nereidtest.Cluster{ID: "graph", Status: "stopped"}) },
			func(ctx context.Context, client *neptune.Client) error {
				if _, err := client.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: nereid.String("graph")}); err != nil {
					return err
				}
				return neptune.NewDBClusterAvailableWaiter(client, everyMinute).Wait(ctx, cluster, time.Hour)
			},
			"wait.outcome=success wait.polls=N wait.resource=cluster wait.wanted=available: 1", -1,
		},
		"timeout": {
			func(s *nereidtest.Server) {
				s.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
				s.SetClusterStatus("graph", "upgrading")
			},
			func(ctx context.Context, client *neptune.Client) error {
				return neptune.NewDBClusterAvailableWaiter(client, everyMinute).Wait(ctx, cluster, 3*minute)
			},
			"wait.last_status=upgrading wait.outcome=timed out wait.polls=N wait.resource=cluster wait.wanted=available: 2", -1,
		},
		"failed": {
			func(s *nereidtest.Server) {
				s.AddCluster(nereidtest.Cluster{ID: "graph"})
				s.SetClusterStatus("graph", "incompatible-network")
			},
			func(ctx context.Context, client *neptune.Client) error {
				return neptune.NewDBClusterAvailableWaiter(client).Wait(ctx, cluster, time.Hour)
			},
			"wait.last_status=incompatible-network wait.outcome=failed wait.polls=1 wait.resource=cluster wait.wanted=available: 2", 1,
		},
		"refused": {
			func(s *nereidtest.Server) {
				s.Inject(nereidtest.Fault{Action: "DescribeDBClusters", Code: "AccessDenied", Status: http.StatusForbidden, Times: 100})
			},
			func(ctx context.Context, client *neptune.Client) error {
				return neptune.NewDBClusterAvailableWaiter(client).Wait(ctx, cluster, time.Hour)
			},
			"wait.outcome=poll failed wait.polls=1 wait.resource=cluster wait.wanted=available: 2", 1,
		},
		"helper": {
			func(s *nereidtest.Server) { s.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1}) },
			func(ctx context.Context, client *neptune.Client) error {
				_, err := neptune.EnsureStopped(ctx, client, "graph", time.Hour)
				return err
			},
			"wait.outcome=success wait.polls=N wait.resource=cluster wait.wanted=stopped: 1", -1,
		},
		"many": {
			func(s *nereidtest.Server) {
				for _, id := range []string{"graph", "other"} {
					s.AddCluster(nereidtest.Cluster{ID: id})
				}
			},
			func(ctx context.Context, client *neptune.Client) error {
				for _, err := range neptune.NewDBClusterAvailableWaiter(client).WaitAll(ctx, []string{"graph", "other"}, time.Hour) {
					if err != nil {
						return err
					}
				}
				return nil
			},
			"wait.outcome=success wait.polls=1 wait.resource=cluster wait.wanted=available: 1", 1,
		},
		"many, one missing": {
			func(s *nereidtest.Server) { s.AddCluster(nereidtest.Cluster{ID: "graph"}) },
			func(ctx context.Context, client *neptune.Client) (failed error) {
				for _, err := range neptune.NewDBClusterAvailableWaiter(client, everyMinute).WaitAll(ctx, []string{"graph", "missing"}, time.Hour) {
					if err != nil {
						failed = err
					}
				}
				return failed
			},
			"wait.outcome=failed wait.polls=N wait.resource=cluster wait.wanted=available: 2", -1,
		},
		"many, left": {
			func(s *nereidtest.Server) {
				s.AddCluster(nereidtest.Cluster{ID: "graph"})
				s.AddCluster(nereidtest.Cluster{ID: "slow", Status: "starting"})
			},
			func(ctx context.Context, client *neptune.Client) error {
				for range neptune.NewDBClusterAvailableWaiter(client).WaitAll(ctx, []string{"graph", "slow"}, time.Hour) {
					break
				}
				return nereid.ErrWaitCanceled // what the span says
			},
			"wait.outcome=canceled wait.polls=1 wait.resource=cluster wait.wanted=available: 2", 1,
		},
		"panic": {
			func(s *nereidtest.Server) { s.AddCluster(nereidtest.Cluster{ID: "graph"}) },
			func(ctx context.Context, client *neptune.Client) (err error) {
				defer func() { _ = recover(); err = nereid.ErrWaitCanceled }()
				return neptune.NewDBClusterAvailableWaiter(client, func(o *neptune.DBClusterAvailableWaiterOptions) {
					o.OnPoll = func(neptune.Poll[types.DBCluster]) { panic("mine") }
				}).Wait(ctx, cluster, time.Hour)
			},
			"wait.outcome=canceled wait.polls=1 wait.resource=cluster wait.wanted=available: 2", 1,
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				server := nereidtest.NewServer(t)
				c.prepare(server)
				var traced clienttest.Spans
				client := neptune.NewFromConfig(server.Config(), func(o *neptune.Options) { o.TracerProvider = &traced })
				ctx, span := traced.StartSpan(t.Context(), "night")
				err := c.wait(ctx, client)
				span.End()
				var waits, others []string
				calls := 0
				for _, line := range traced.Log {
					switch {
					case strings.HasPrefix(line, "night > Wait wait."):
						waits = append(waits, line)
					case strings.HasPrefix(line, "night > Wait > Neptune.") && !strings.Contains(line, "Attempt"):
						calls++
					case !strings.HasPrefix(line, "night"):
						others = append(others, line)
					}
				}
				want := "night > Wait " + c.want
				if len(waits) == 1 && strings.Contains(want, "polls=N") {
					_, rest, _ := strings.Cut(waits[0], "wait.polls=")
					n, _, _ := strings.Cut(rest, " ")
					if want = strings.Replace(want, "polls=N", "polls="+n, 1); len(n) == 1 && n < "2" {
						t.Errorf("%s polls", n)
					}
				}
				if diff := cmp.Diff([]string{want}, waits); diff != "" || len(others) > 0 || len(traced.Open) > 0 {
					t.Errorf("the waits (-want +got):\n%s\nothers %q, open %d", diff, others, len(traced.Open))
				}
				if calls != c.calls && c.calls >= 0 || calls == 0 {
					t.Errorf("%d calls, want %d", calls, c.calls)
				}
				if (err == nil) != strings.HasSuffix(want, ": 1") {
					t.Errorf("error %v", err)
				}
			})
		})
	}
}

func everyMinute(o *neptune.DBClusterAvailableWaiterOptions) {
	o.MinDelay, o.MaxDelay = time.Minute, time.Minute
}

// looking is a client that records the requests.
type looking struct {
	nereid.HTTPClient

	look func(*http.Request)
}

func (l looking) Do(req *http.Request) (*http.Response, error) {
	l.look(req)
	return l.HTTPClient.Do(req)
}

// A wait without a TracerProvider keeps the caller's span in the context.
func TestWaitWithoutProvider(t *testing.T) {
	server := nereidtest.NewServer(t)
	server.AddCluster(nereidtest.Cluster{ID: "graph"})
	var traced clienttest.Spans
	ctx, span := traced.StartSpan(t.Context(), "night")
	seen := 0
	client := neptune.NewFromConfig(server.Config(), func(o *neptune.Options) {
		o.HTTPClient = looking{o.HTTPClient, func(req *http.Request) {
			if got, ok := tracing.GetSpan(req.Context()); ok && got == span {
				seen++
			}
		}}
	})
	err := neptune.NewDBClusterAvailableWaiter(client).Wait(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: nereid.String("graph")}, time.Minute)
	if err != nil || seen != 1 || len(traced.Log) != 0 {
		t.Errorf("%v, seen %d times, spans %q", err, seen, traced.Log)
	}
}
