package nereidtest_test

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
)

func TestFaults(t *testing.T) {
	create := func(e estate) error {
		return fail(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
			DBClusterIdentifier: str("graph"), DBClusterSnapshotIdentifier: str("new"),
		}))
	}
	code := func(code string, status int) func(*testing.T, error) {
		return func(t *testing.T, err error) {
			if c, s := codeOf(err); c != code || s != status {
				t.Errorf("got %s with %d, want %s with %d: %v", c, s, code, status, err)
			}
		}
	}
	is := func(target error) func(*testing.T, error) {
		return func(t *testing.T, err error) {
			if !errors.Is(err, target) {
				t.Errorf("got %v, want %v", err, target)
			}
		}
	}
	for _, test := range []struct {
		name  string
		fault nereidtest.Fault
		check func(*testing.T, error)
		acted bool
	}{
		{"throttled", nereidtest.Throttled(""), code("Throttling", 400), false},
		{"unavailable", nereidtest.Unavailable("CreateDBClusterSnapshot"), code("UnknownError", 502), false},
		{"reset before", nereidtest.Fault{Err: nereidtest.ErrConnectionReset}, is(syscall.ECONNRESET), false},
		{"refused", nereidtest.Fault{Err: nereidtest.ErrConnectionRefused}, is(syscall.ECONNREFUSED), false},
		{"reset after", nereidtest.LostAnswer(""), is(syscall.ECONNRESET), true},
		{"cut", nereidtest.CutAnswer("", 10), is(io.ErrUnexpectedEOF), true},
		{"cut to nothing", nereidtest.CutAnswer("", 0), is(io.ErrUnexpectedEOF), true},
		{"cut beyond the end", nereidtest.CutAnswer("", 1<<20), is(nil), true},
		{"typed fault", nereidtest.Fault{Code: "SnapshotQuotaExceeded"}, code("SnapshotQuotaExceeded", 400), false},
		{"not found", nereidtest.Fault{Code: "DBClusterNotFoundFault"}, code("DBClusterNotFoundFault", 404), false},
		{"500 after", nereidtest.Fault{Code: "InternalFailure", AfterCommit: true}, code("InternalFailure", 500), true},
		{"custom status", nereidtest.Fault{Code: "Throttling", Status: 503}, code("Throttling", 503), false},
		{"redirect", nereidtest.Fault{Status: 307, Edit: func(_ *nereidtest.Request, r *nereidtest.Response) {
			r.Header.Set("Location", "https://example.com/")
		}}, code("", 307), false},
		{"empty answer with status 200", nereidtest.Fault{Status: 200, AfterCommit: true}, func(t *testing.T, err error) {
			if err == nil {
				t.Error("the client accepts an empty answer")
			}
		}, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := newEstate(t)
			e.AddCluster(nereidtest.Cluster{ID: "graph"})
			e.Inject(test.fault)
			test.check(t, create(e))
			again := create(e) // faults act once
			if c, _ := codeOf(again); test.acted != (c == "DBClusterSnapshotAlreadyExistsFault") || !test.acted && again != nil {
				t.Errorf("the second attempt: %v, though acted is %v", again, test.acted)
			}
			first := e.Requests()[0]
			if !first.Injected || first.Succeeded != test.acted {
				t.Errorf("the log says injected %v, succeeded %v", first.Injected, first.Succeeded)
			}
		})
	}
}

func TestFaultSelection(t *testing.T) {
	e := newEstate(t)
	hit := func(c *neptune.Client) bool {
		code, _ := codeOf(fail(c.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{})))
		return code == "Throttling"
	}
	run := func(c *neptune.Client, n int) string {
		var b strings.Builder
		for range n {
			if hit(c) {
				b.WriteByte('x')
			} else {
				b.WriteByte('.')
			}
		}
		return b.String()
	}
	f := nereidtest.Throttled("DescribeDBClusters")

	f.Skip, f.Times = 2, 3
	e.Inject(f)
	if got := run(e.neptune, 7); got != "..xxx.." {
		t.Errorf("three after two: %s", got)
	}
	f = nereidtest.Throttled("")
	f.Region, f.Times = "eu-west-1", -1
	e.Inject(f)
	if got := run(e.neptune, 3) + run(e.away, 3); got != "...xxx" {
		t.Errorf("in one region: %s", got)
	}
	e.ClearFaults()
	if got := run(e.away, 2); got != ".." {
		t.Errorf("cleared: %s", got)
	}
	f = nereidtest.Throttled("")
	f.Match = func(r *nereidtest.Request) bool { return r.Parameter("MaxRecords") == "20" }
	e.Inject(f)
	if hit(e.neptune) {
		t.Error("a request that does not match is hit")
	}
	code, _ := codeOf(fail(e.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{MaxRecords: i32(20)})))
	if code != "Throttling" {
		t.Error("a request that matches is not hit")
	}

	// Random choices depend only on the seed.
	var runs []string
	for _, seed := range []uint64{7, 7, 8} {
		e := newEstate(t, nereidtest.WithSeed(seed))
		f := nereidtest.Throttled("")
		f.Probability, f.Times = 0.3, -1
		e.Inject(f)
		runs = append(runs, run(e.neptune, 200))
	}
	if runs[0] != runs[1] || runs[0] == runs[2] {
		t.Error("the outcome does not depend on the seed alone")
	}
	if n := strings.Count(runs[0], "x"); n < 30 || n > 90 {
		t.Errorf("%d of 200 hit, with a chance of 0.3", n)
	}
}

func TestFaultsAreTriedInOrder(t *testing.T) {
	e := newEstate(t)
	e.Inject(nereidtest.Fault{Code: "First"}, nereidtest.Fault{Code: "Second"}, nereidtest.Fault{Code: "Third"})
	var got []string
	for range 4 {
		code, _ := codeOf(fail(e.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{})))
		got = append(got, code)
	}
	if diff := cmp.Diff([]string{"First", "Second", "Third", ""}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDelayAndDrip(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := newEstate(t)
		call := func() time.Duration {
			begin := time.Now()
			must(e.neptune.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{}))(t)
			return time.Since(begin)
		}
		e.Inject(nereidtest.Fault{Delay: 5 * time.Second})
		if got := call(); got != 5*time.Second {
			t.Errorf("delayed by %v", got)
		}
		e.Inject(nereidtest.Fault{AfterCommit: true, Delay: time.Second})
		if got := call(); got != time.Second || e.CountSucceeded("") != 2 {
			t.Errorf("delayed by %v after the operation, which ran %d times", got, e.CountSucceeded(""))
		}
		e.Inject(nereidtest.Fault{Edit: func(_ *nereidtest.Request, r *nereidtest.Response) { r.Drip = 100 * time.Millisecond }})
		if got := call(); got < 10*time.Second {
			t.Errorf("ten bytes a second took %v", got)
		}
	})
}

func TestIntercept(t *testing.T) {
	e := newEstate(t)
	e.Intercept(func(r *nereidtest.Request) (*nereidtest.Response, bool) {
		switch r.Action {
		case "StopDBCluster":
			return nil, true
		case "StartDBCluster":
			return &nereidtest.Response{StatusCode: 200, Body: []byte(
				`<StartDBClusterResponse><StartDBClusterResult><DBCluster><Status>thinking</Status></DBCluster></StartDBClusterResult></StartDBClusterResponse>`)}, true
		case "DescribeDBInstances":
			e.AddCluster(nereidtest.Cluster{ID: "made", Instances: 1})
		}
		return nil, false
	})
	if err := fail(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("x")})); !errors.Is(err, syscall.ECONNRESET) {
		t.Errorf("nil response: %v", err)
	}
	out := must(e.neptune.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: str("x")}))(t)
	if *out.DBCluster.Status != "thinking" {
		t.Errorf("response of the function: %s", *out.DBCluster.Status)
	}
	instances := must(e.neptune.DescribeDBInstances(ctx, &neptune.DescribeDBInstancesInput{}))(t)
	if len(instances.DBInstances) != 1 {
		t.Error("the function cannot change the server")
	}
	e.Intercept(nil)
	if err := fail(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("made")})); err != nil {
		t.Error(err)
	}
}

// If a Match function panics or ends its goroutine, as t.Fatal does, the server
// can still be used and closed.
func TestMatchThatDoesNotReturn(t *testing.T) {
	for name, end := range map[string]func(){"exit": runtime.Goexit, "panic": func() { panic("no match") }} {
		t.Run(name, func(t *testing.T) {
			e := newEstate(t)
			e.Inject(nereidtest.Fault{Match: func(*nereidtest.Request) bool { end(); return false }})
			done := make(chan struct{})
			go func() {
				defer close(done)
				defer func() { _ = recover() }()
				_, _ = e.neptune.DescribeDBClusters(ctx, nil)
			}()
			<-done
			e.ClearFaults()
			if _, err := e.neptune.DescribeDBClusters(ctx, nil); err != nil {
				t.Error(err)
			}
			e.Close()
		})
	}
}
