package operation_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
)

// Describe responses lag: they may show the state before the call, or before
// the change of another caller. The end state counts if the resource stays in
// it. An older resource with the same name counts if no other resource shows. A
// missing resource does not count.
func TestDescriptionsOfBefore(t *testing.T) {
	const id, of, role = "prod", "<DBClusterIdentifier>prod</DBClusterIdentifier>", "arn:aws:iam::123456789012:role/load"
	shown := func(inside string) func(*http.Request) (*http.Response, error) {
		return clusterShown("<DbClusterResourceId>cluster-1</DbClusterResourceId>" + inside)
	}
	status := func(status string) func(*http.Request) (*http.Response, error) {
		return shown("<Status>" + status + "</Status>")
	}
	none := fault(404, "DBClusterNotFoundFault", "none")
	busy := func(status string) func(*http.Request) (*http.Response, error) {
		return fault(400, "InvalidDBClusterStateFault", "DbCluster prod is in "+status+" state but expected it to be one of some others.")
	}
	withRole := shown("<Status>available</Status><AssociatedRoles><DBClusterRole><RoleArn>" + role + "</RoleArn></DBClusterRole></AssociatedRoles>")
	withWriter := func(writer string) func(*http.Request) (*http.Response, error) {
		return shown("<Status>available</Status><DBClusterMembers><DBClusterMember><DBInstanceIdentifier>" + writer + "</DBInstanceIdentifier><IsClusterWriter>true</IsClusterWriter></DBClusterMember></DBClusterMembers>")
	}
	keeps := func(days string) func(*http.Request) (*http.Response, error) {
		return shown("<Status>available</Status><BackupRetentionPeriod>" + days + "</BackupRetentionPeriod>")
	}
	snapshot := func(at string) func(*http.Request) (*http.Response, error) {
		return snapshotShown(of + "<SnapshotCreateTime>" + at + "</SnapshotCreateTime>")
	}
	const young, old = "2000-01-01T00:00:01Z", "1999-12-31T00:00:00Z"
	taken := fault(400, "DBClusterSnapshotAlreadyExistsFault", "there is one")
	for name, c := range map[string]struct {
		call                func(context.Context, *neptune.Client) (middleware.Metadata, error)
		refusal             func(*http.Request) (*http.Response, error)
		clusters, snapshots answers
		want                verdict
	}{
		"start, another stops it":                {startProd, busy("stopping"), answers{status("available"), status("available"), status("stopping")}, nil, stands},
		"start, and it stays so":                 {startProd, busy("stopping"), answers{status("available")}, nil, recovered},
		"start, as the refusal says":             {startProd, busy("available"), answers{status("available"), status("stopping")}, nil, recovered},
		"start, it does not show":                {startProd, busy("starting"), answers{none}, nil, unknown},
		"stop, another starts it":                {stopProd, busy("starting"), answers{status("stopped"), status("starting")}, nil, stands},
		"create, the former one is shown":        {snapshotProd, taken, nil, answers{snapshot(old), snapshot(old), snapshot(young)}, recovered},
		"create, the former one stays":           {snapshotProd, taken, nil, answers{snapshot(old)}, stands},
		"create, the former one, of another":     {snapshotProd, taken, nil, answers{snapshotShown("<DBClusterIdentifier>test</DBClusterIdentifier><SnapshotCreateTime>" + old + "</SnapshotCreateTime>"), snapshot(young)}, recovered},
		"add, another removes it":                {addRole(role), busy("modifying"), answers{withRole, status("available")}, nil, unknown},
		"add, there already":                     {addRole(role), fault(400, "DBClusterRoleAlreadyExists", "there"), answers{withRole, status("available")}, nil, recovered},
		"add, it does not show":                  {addRole(role), fault(400, "DBClusterRoleAlreadyExists", "there"), answers{none}, nil, unknown},
		"remove, another adds it":                {removeRole(role), busy("modifying"), answers{status("available"), withRole}, nil, unknown},
		"remove, gone already":                   {removeRole(role), fault(404, "DBClusterRoleNotFound", "gone"), answers{status("available"), withRole}, nil, recovered},
		"remove, a gateway does not know it":     {removeRole(role), fault(404, "RouteNotFound", "no"), answers{status("available"), withRole}, nil, unknown},
		"fail over, another fails over":          {failOverTo("i2"), busy("failing-over"), answers{withWriter("i2"), withWriter("i1")}, nil, unknown},
		"modify, another modifies it":            {keepFor(7), busy("modifying"), answers{keeps("7"), keeps("1")}, nil, unknown},
		"modify, and it stays so":                {keepFor(7), busy("modifying"), answers{keeps("1"), keeps("7")}, nil, recovered},
		"create, a gateway does not know it":     {snapshotProd, fault(404, "RouteNotFound", "no"), nil, answers{fault(404, "DBClusterSnapshotNotFoundFault", "none")}, unknown},
		"create, the cluster is gone, not found": {snapshotProd, fault(404, "DBClusterNotFoundFault", "no"), nil, answers{fault(404, "DBClusterSnapshotNotFoundFault", "none")}, stands},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				attempts := answers{reset, c.refusal}
				client, s := graphs(t, scripts{
					"StartDBCluster": attempts, "StopDBCluster": attempts, "CreateDBClusterSnapshot": attempts, "AddRoleToDBCluster": attempts,
					"RemoveRoleFromDBCluster": attempts, "FailoverDBCluster": attempts, "ModifyDBCluster": attempts,
					"DescribeDBClusters": c.clusters, "DescribeDBClusterSnapshots": c.snapshots,
				})
				md, err := c.call(t.Context(), client)
				if got := verdictOf(err == nil && nereid.Recovered(md), err); got != c.want {
					t.Errorf("%s, want %s after %v: %v", got, c.want, s.actions, err)
				}
			})
		})
	}
}

func startProd(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
	out, err := c.StartDBCluster(ctx, &neptune.StartDBClusterInput{DBClusterIdentifier: nereid.String("prod")})
	if err == nil {
		md = out.ResultMetadata
	}
	return md, err
}

func stopProd(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
	out, err := c.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: nereid.String("prod")})
	if err == nil {
		md = out.ResultMetadata
	}
	return md, err
}

func snapshotProd(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
	out, err := c.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
		DBClusterIdentifier: nereid.String("prod"), DBClusterSnapshotIdentifier: nereid.String("s1"),
	})
	if err == nil {
		md = out.ResultMetadata
	}
	return md, err
}

func addRole(arn string) func(context.Context, *neptune.Client) (middleware.Metadata, error) {
	return func(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
		out, err := c.AddRoleToDBCluster(ctx, &neptune.AddRoleToDBClusterInput{DBClusterIdentifier: nereid.String("prod"), RoleArn: &arn})
		if err == nil {
			md = out.ResultMetadata
		}
		return md, err
	}
}

func removeRole(arn string) func(context.Context, *neptune.Client) (middleware.Metadata, error) {
	return func(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
		out, err := c.RemoveRoleFromDBCluster(ctx, &neptune.RemoveRoleFromDBClusterInput{DBClusterIdentifier: nereid.String("prod"), RoleArn: &arn})
		if err == nil {
			md = out.ResultMetadata
		}
		return md, err
	}
}

func failOverTo(instance string) func(context.Context, *neptune.Client) (middleware.Metadata, error) {
	return func(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
		out, err := c.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{DBClusterIdentifier: nereid.String("prod"), TargetDBInstanceIdentifier: &instance})
		if err == nil {
			md = out.ResultMetadata
		}
		return md, err
	}
}

func keepFor(days int32) func(context.Context, *neptune.Client) (middleware.Metadata, error) {
	return func(ctx context.Context, c *neptune.Client) (md middleware.Metadata, err error) {
		out, err := c.ModifyDBCluster(ctx, &neptune.ModifyDBClusterInput{DBClusterIdentifier: nereid.String("prod"), BackupRetentionPeriod: &days})
		if err == nil {
			md = out.ResultMetadata
		}
		return md, err
	}
}

// If a call may have been carried out, its error says so and names the resource
// to check, even if the outcome of every attempt is unknown. The error is not a
// response of the service, but contains the last attempt's error.
func TestErrorTellsThatItMayBeDone(t *testing.T) {
	internal := fault(500, "InternalFailure", "oops")
	code := func(want string) func(error) bool {
		return func(err error) bool {
			var api smithy.APIError
			return errors.As(err, &api) && api.ErrorCode() == want
		}
	}
	sending := func(err error) bool {
		var s *smithyhttp.RequestSendError
		return errors.As(err, &s)
	}
	mine := errors.New("mine")
	for name, c := range map[string]struct {
		attempts answers
		optFn    func(*neptune.Options)
		cancel   bool
		found    func(error) bool
	}{
		"three failures of the service": {answers{internal, internal, internal}, nil, false, code("InternalFailure")},
		"three pages":                   {answers{badGateway, badGateway, badGateway}, nil, false, code("UnknownError")},
		"three resets":                  {answers{reset, reset, reset}, nil, false, sending},
		"one attempt":                   {answers{reset}, func(o *neptune.Options) { o.Retryer = nereid.NopRetryer{} }, false, sending},
		"cancelled after a failure":     {answers{internal}, nil, true, func(err error) bool { return errors.Is(err, context.Canceled) }},
		"a middleware":                  {nil, neptune.WithAPIOptions(afterReply(mine)), false, func(err error) bool { return errors.Is(err, mine) }},
	} {
		for op, call := range map[string]func(context.Context, *neptune.Client) (middleware.Metadata, error){
			"StopDBCluster": stopProd, "CreateDBClusterSnapshot": snapshotProd, "ModifyDBCluster": keepFor(7),
		} {
			t.Run(name+"/"+op, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					ctx, cancel := context.WithCancel(t.Context())
					defer cancel()
					if c.cancel {
						time.AfterFunc(100*time.Millisecond+time.Nanosecond, cancel) // in the pause after the answer, however short it is
					}
					optFn := c.optFn
					if optFn == nil {
						optFn = func(*neptune.Options) {}
					}
					attempts := c.attempts
					if attempts == nil {
						attempts = answers{result(op, "")}
					}
					client, s := graphs(t, scripts{op: attempts}, optFn)
					_, err := call(ctx, client)
					var unknown *nereid.OutcomeUnknownError
					if !errors.As(err, &unknown) || nereid.IsServiceError(err) || !c.found(err) || s.left() > 0 {
						t.Fatalf("%v after %v", err, s.actions)
					}
					mention(t, err, "the outcome is unknown", "look at")
				})
			})
		}
	}
	synctest.Test(t, func(t *testing.T) {
		client, _ := graphs(t, scripts{"DescribeDBClusters": {internal}})
		_, err := client.DescribeDBClusters(t.Context(), &neptune.DescribeDBClustersInput{})
		var unknown *nereid.OutcomeUnknownError
		if errors.As(err, &unknown) || !nereid.IsServiceError(err) {
			t.Errorf("a call that only reads: %v", err)
		}
	})
}

// A middleware around the attempts may send the request again after a reply, or
// fail after a reply. In both cases the call's outcome is unknown, as with a
// middleware within the attempts.
func TestMiddlewareAroundTheAttempts(t *testing.T) {
	mine := errors.New("mine")
	around := func(then func(again func() error) error) func(*middleware.Stack) error {
		return func(stack *middleware.Stack) error {
			return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("Mine", func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				out, md, err := next.HandleInitialize(ctx, in)
				if middleware.GetOperationName(ctx) == "CreateDBClusterSnapshot" {
					err = then(func() error {
						out, md, err = next.HandleInitialize(ctx, in)
						return err
					})
				}
				return out, md, err
			}), middleware.Before)
		}
	}
	synctest.Test(t, func(t *testing.T) {
		script := scripts{
			"CreateDBClusterSnapshot":    {result("CreateDBClusterSnapshot", ""), fault(400, "DBClusterSnapshotAlreadyExistsFault", "")},
			"DescribeDBClusterSnapshots": {made("prod", 0)},
		}
		client, _ := graphs(t, script, neptune.WithAPIOptions(around(func(again func() error) error { return again() })))
		if md, err := snapshotProd(t.Context(), client); err != nil || !nereid.Recovered(md) {
			t.Errorf("called again: %v", err)
		}
		client, _ = graphs(t, scripts{"CreateDBClusterSnapshot": {result("CreateDBClusterSnapshot", "")}}, neptune.WithAPIOptions(around(func(func() error) error { return mine })))
		var unknown *nereid.OutcomeUnknownError
		if _, err := snapshotProd(t.Context(), client); !errors.As(err, &unknown) || !errors.Is(err, mine) {
			t.Errorf("failed: %v", err)
		}
	})
}

// If a custom transport sends a request again, the first request's outcome is
// unknown.
func TestTransportSendsAgain(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var sent int
	var began time.Time
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		body, _ := io.ReadAll(req.Body)
		form, _ := url.ParseQuery(string(body))
		if form.Get("Action") == "DescribeDBClusterSnapshots" {
			_, _ = io.WriteString(w, "<DescribeDBClusterSnapshotsResponse><DescribeDBClusterSnapshotsResult><DBClusterSnapshots><DBClusterSnapshot>"+
				"<DBClusterSnapshotIdentifier>s1</DBClusterSnapshotIdentifier><DBClusterIdentifier>prod</DBClusterIdentifier><Status>creating</Status><SnapshotCreateTime>"+
				began.UTC().Format(time.RFC3339Nano)+"</SnapshotCreateTime></DBClusterSnapshot></DBClusterSnapshots></DescribeDBClusterSnapshotsResult></DescribeDBClusterSnapshotsResponse>")
			return
		}
		if sent++; sent == 1 {
			began = time.Now()
			panic(http.ErrAbortHandler) // the request takes effect, and the answer gets lost
		}
		w.WriteHeader(http.StatusBadRequest)
		_, _ = io.WriteString(w, "<ErrorResponse><Error><Code>DBClusterSnapshotAlreadyExistsFault</Code></Error></ErrorResponse>")
	}))
	t.Cleanup(server.Close)
	inner := &http.Transport{}
	t.Cleanup(inner.CloseIdleConnections)
	client := neptune.New(neptune.Options{
		Region: region, Credentials: nereid.StaticCredentials(key, secret, ""), BaseEndpoint: &server.URL,
		HTTPClient: &http.Client{Transport: doFunc(func(req *http.Request) (*http.Response, error) {
			body, err := io.ReadAll(req.Body)
			if err != nil {
				return nil, err
			}
			for again := false; ; again = true {
				req.Body = io.NopCloser(bytes.NewReader(body))
				if resp, err := inner.RoundTrip(req); err == nil || again {
					return resp, err
				}
			}
		})},
	})
	if md, err := snapshotProd(t.Context(), client); err != nil || !nereid.Recovered(md) {
		t.Errorf("%v", err)
	}
}
