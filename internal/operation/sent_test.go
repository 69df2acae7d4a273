package operation_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// failsFirst is a provider that returns these errors first.
func failsFirst(errs ...error) nereid.CredentialsProvider {
	return nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
		if len(errs) > 0 {
			err := errs[0]
			errs = errs[1:]
			return nereid.Credentials{}, err
		}
		return nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret}, nil
	})
}

// The provider of credentials may call a service of its own. Whether that
// service answers or not, the outcome of the call is known: its request has not
// been sent.
func TestCredentialsLeaveNoDoubt(t *testing.T) {
	for name, cause := range map[string]error{
		"its service is down": fmt.Errorf("assume role: %w", &smithy.OperationError{ServiceID: "STS", OperationName: "AssumeRole", Err: &smithyhttp.ResponseError{
			Response: &smithyhttp.Response{Response: &http.Response{StatusCode: 503, Header: http.Header{}}}, Err: &smithy.GenericAPIError{Code: "InternalFailure"},
		}}),
		"its connection broke": fmt.Errorf("ask the instance: %w", &smithyhttp.RequestSendError{Err: io.ErrUnexpectedEOF}),
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				gone := newClient(fault(404, "DBClusterSnapshotNotFoundFault", "there is none"), func(o *rds.Options) { o.Credentials = failsFirst(cause) })
				_, err := gone.DeleteDBClusterSnapshot(t.Context(), &rds.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: nereid.String("s1")})
				if !errors.Is(err, nereid.ErrNotFound) {
					t.Errorf("deleting what is not there: %v", err)
				}

				requests := 0
				graphs := neptune.New(neptune.Options{Region: region, Credentials: failsFirst(cause), HTTPClient: doFunc(func(req *http.Request) (*http.Response, error) {
					requests++
					return result("FailoverDBCluster", "")(req)
				})})
				if _, err := graphs.FailoverDBCluster(t.Context(), &neptune.FailoverDBClusterInput{DBClusterIdentifier: nereid.String("c1")}); err != nil || requests != 1 {
					t.Errorf("failover: %v after %d requests", err, requests)
				}

				never := newClient(ok("t1"), once, func(o *rds.Options) { o.Credentials = failsFirst(cause) })
				if _, err := cancel(t, never); err == nil || nereid.IsServiceError(err) || !errors.Is(err, cause) {
					t.Errorf("without credentials: %v", err)
				}
			})
		})
	}
}

// A caller that gives up during a failover must learn that the failover may
// still happen.
func TestOnceInterrupted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := neptune.New(neptune.Options{Region: region, Credentials: nereid.StaticCredentials(key, secret, ""), HTTPClient: doFunc(func(req *http.Request) (*http.Response, error) {
			<-req.Context().Done()
			return nil, req.Context().Err()
		})})
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		_, err := client.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{DBClusterIdentifier: nereid.String("c1")})
		var unknown *nereid.OutcomeUnknownError
		if !errors.As(err, &unknown) || !errors.Is(err, context.DeadlineExceeded) || nereid.IsServiceError(err) {
			t.Errorf("%v", err)
		}
		cancel()
		_, err = client.FailoverDBCluster(ctx, &neptune.FailoverDBClusterInput{DBClusterIdentifier: nereid.String("c1")})
		if errors.As(err, &unknown) || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("before it began: %v", err)
		}
	})
}

// A repeated creation can be rejected for a reason other than the name, if AWS
// checks that reason first: the source is busy, or a quota is reached.
func TestRecoverCreateRefusedOtherwise(t *testing.T) {
	busy, full := fault(400, "InvalidDBClusterStateFault", "it is backing-up"), fault(400, "SnapshotQuotaExceeded", "no more than 100")
	none := result("DescribeDBClusterSnapshots", "<DBClusterSnapshots/>")
	for name, tt := range map[string]struct {
		create, describe answers
		want             verdict
	}{
		"busy, and ours is there":          {answers{reset, busy}, answers{made("c1", 0)}, recovered},
		"full, and ours is there":          {answers{reset, full}, answers{made("c1", 0)}, recovered},
		"busy, and there is none":          {answers{reset, busy}, answers{none}, unknown},
		"busy, and ours shows late":        {answers{reset, busy}, answers{none, none, none, none, made("c1", 0)}, recovered},
		"full, and not found":              {answers{reset, full}, answers{fault(404, "DBClusterSnapshotNotFoundFault", "")}, unknown},
		"no such cluster, and none there":  {answers{reset, fault(404, "DBClusterNotFoundFault", "gone")}, answers{none}, stands},
		"no such cluster, and ours there":  {answers{reset, fault(404, "DBClusterNotFoundFault", "gone")}, answers{made("c1", 0)}, recovered},
		"busy, and an old one is there":    {answers{reset, busy}, answers{made("c1", -time.Hour)}, stands},
		"full, and another's is there":     {answers{reset, full}, answers{made("c2", 0)}, stands},
		"busy, and it is not to be seen":   {answers{reset, busy}, answers{fault(403, "AccessDenied", "")}, unknown},
		"busy, and nothing had been sent":  {answers{refusedConnection, busy}, nil, stands},
		"busy at once":                     {answers{busy}, nil, stands},
		"another state, and there is none": {answers{reset, fault(400, "InvalidVPCNetworkStateFault", "")}, answers{none}, unknown},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &scene{t: t, script: map[string][]func(*http.Request) (*http.Response, error){"CreateDBClusterSnapshot": tt.create, "DescribeDBClusterSnapshots": tt.describe}}
				out, err := newClient(nil, withHTTPClient(s)).CreateDBClusterSnapshot(t.Context(), &rds.CreateDBClusterSnapshotInput{
					DBClusterIdentifier: nereid.String("c1"), DBClusterSnapshotIdentifier: nereid.String("s1"),
				})
				if got := verdictOf(out != nil && nereid.Recovered(out.ResultMetadata), err); got != tt.want {
					t.Errorf("%s (%v), want %s", got, err, tt.want)
				}
				if left := s.left(); left > 0 {
					t.Errorf("%d answers were not asked for: %v", left, s.actions)
				}
			})
		})
	}
}

// A stop that takes a snapshot first succeeds if the instance stops and the
// snapshot of this call exists. An older snapshot, or one of another instance,
// does not count. A missing snapshot may show later.
func TestRecoverStopWithSnapshot(t *testing.T) {
	taken, state, gone := fault(400, "DBSnapshotAlreadyExists", "there is one"), fault(400, "InvalidDBInstanceState", "is not in available state"), fault(404, "DBInstanceNotFound", "")
	shows := func(status string) func(*http.Request) (*http.Response, error) {
		return result("DescribeDBInstances", "<DBInstances><DBInstance><DBInstanceIdentifier>i1</DBInstanceIdentifier><DBInstanceStatus>"+status+"</DBInstanceStatus></DBInstance></DBInstances>")
	}
	snapshot := func(instance, at string) func(*http.Request) (*http.Response, error) {
		return result("DescribeDBSnapshots", "<DBSnapshots><DBSnapshot><DBSnapshotIdentifier>s1</DBSnapshotIdentifier><DBInstanceIdentifier>"+instance+"</DBInstanceIdentifier>"+at+"<Status>creating</Status></DBSnapshot></DBSnapshots>")
	}
	const young, old = "<SnapshotCreateTime>2000-01-01T00:00:01Z</SnapshotCreateTime>", "<SnapshotCreateTime>1999-12-31T00:00:01Z</SnapshotCreateTime>"
	none := result("DescribeDBSnapshots", "<DBSnapshots/>")
	for name, tt := range map[string]struct {
		stop, describe, snapshot answers
		want                     verdict
	}{
		"it is stopping":                     {answers{reset, taken}, answers{shows("stopping")}, answers{snapshot("i1", young)}, recovered},
		"stopping, the snapshot is made":     {answers{reset, state}, answers{shows("stopping")}, answers{snapshot("i1", "")}, recovered},
		"it stops late":                      {answers{reset, taken}, answers{shows("available"), shows("available"), shows("stopping")}, answers{snapshot("i1", young)}, recovered},
		"the snapshot shows late":            {answers{reset, state}, answers{shows("stopped")}, answers{none, none, snapshot("i1", young)}, recovered},
		"it does not stop":                   {answers{reset, taken}, answers{shows("available")}, answers{snapshot("i1", young)}, unknown},
		"another stopped it":                 {answers{answer(502, ""), state}, answers{shows("stopped")}, answers{none}, unknown},
		"another stopped it, an old one":     {answers{answer(502, ""), taken}, answers{shows("stopped")}, answers{snapshot("i1", old)}, stands},
		"another stopped it, of another one": {answers{answer(502, ""), taken}, answers{shows("stopped")}, answers{snapshot("i2", young)}, stands},
		"the snapshot cannot be described":   {answers{reset, state}, answers{shows("stopped")}, answers{fault(403, "AccessDenied", "")}, unknown},
		"the instance is gone":               {answers{reset, gone}, nil, nil, stands},
		"refused at once":                    {answers{taken}, nil, nil, stands},
		"nothing was sent":                   {answers{refusedConnection, taken}, nil, nil, stands},
	} {
		synctest.Test(t, func(t *testing.T) {
			s := &scene{t: t, script: map[string][]func(*http.Request) (*http.Response, error){"StopDBInstance": tt.stop, "DescribeDBInstances": tt.describe, "DescribeDBSnapshots": tt.snapshot}}
			out, err := newClient(nil, withHTTPClient(s)).StopDBInstance(t.Context(), &rds.StopDBInstanceInput{DBInstanceIdentifier: nereid.String("i1"), DBSnapshotIdentifier: nereid.String("s1")})
			if got := verdictOf(out != nil && nereid.Recovered(out.ResultMetadata), err); got != tt.want {
				t.Errorf("%s: %s (%v), want %s", name, got, err, tt.want)
			}
		})
	}
}

// An unknown outcome matches no error that a program could take for the answer.
func TestUnknownMatchesNothing(t *testing.T) {
	throttled := fault(400, "Throttling", "slow")
	for name, describe := range map[string]answers{
		"denied": {fault(403, "AccessDenied", "no")}, "gone": {fault(404, "DBClusterSnapshotNotFoundFault", "gone")}, "throttled": {throttled, throttled, throttled},
	} {
		synctest.Test(t, func(t *testing.T) {
			s := &scene{t: t, script: map[string][]func(*http.Request) (*http.Response, error){
				"CreateDBClusterSnapshot": {reset, fault(400, "DBClusterSnapshotAlreadyExistsFault", "there is one")}, "DescribeDBClusterSnapshots": describe,
			}}
			_, err := newClient(nil, withHTTPClient(s)).CreateDBClusterSnapshot(t.Context(), &rds.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: nereid.String("c1"), DBClusterSnapshotIdentifier: nereid.String("s1"),
			})
			var outcome *nereid.OutcomeUnknownError
			var api smithy.APIError
			if !errors.As(err, &outcome) || errors.As(err, &api) || nereid.IsServiceError(err) {
				t.Errorf("%s: %v", name, err)
			}
			for _, category := range []error{nereid.ErrNotFound, nereid.ErrAccessDenied, nereid.ErrThrottled, nereid.ErrAlreadyExists} {
				if errors.Is(err, category) {
					t.Errorf("%s: %v is %v", name, err, category)
				}
			}
		})
	}
}

// If a middleware sends a request again, the call has one answer, not parts of
// several.
func TestMiddlewareSendsAgain(t *testing.T) {
	const open = "<DescribeExportTasksResponse><DescribeExportTasksResult><ExportTasks><ExportTask/><ExportTask/>"
	const end = "</ExportTasks></DescribeExportTasksResult></DescribeExportTasksResponse>"
	again := inFinalize("Signing", middleware.Before, func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (out middleware.FinalizeOutput, md middleware.Metadata, err error) {
		for range 2 {
			if out, md, err = next.HandleFinalize(ctx, middleware.FinalizeInput{Request: in.Request.(*smithyhttp.Request).Clone()}); err == nil {
				break
			}
		}
		return out, md, err
	})
	out, err := newClient(script(answer(200, open), answer(200, open+end)), once, again).DescribeExportTasks(t.Context(), nil)
	if err != nil || len(out.ExportTasks) != 2 {
		t.Errorf("%+v, %v", out, err)
	}
}

// A call that gives up does not use the quota that it shares with others.
func TestGivingUpSparesTheQuota(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := true
		client := newClient(script(answer(503, ""), ok("t1")), func(o *rds.Options) {
			o.Credentials = nereid.CredentialsProviderFunc(func(ctx context.Context) (nereid.Credentials, error) {
				if slow {
					<-ctx.Done()
					return nereid.Credentials{}, ctx.Err()
				}
				return nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret}, nil
			})
		})
		for range 100 {
			ctx, stop := context.WithTimeout(t.Context(), time.Second)
			_, err := client.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("t1")})
			if stop(); !errors.Is(err, context.DeadlineExceeded) {
				t.Fatal(err)
			}
		}
		slow = false
		mustCancel(t, client)
	})
}

// A call ends with its context, and an attempt with its time limit, even if a
// provider hangs. The time limit of an attempt is not reported as the caller's.
func TestProviderThatHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		defer close(release)
		client := newClient(ok("t1"), once, func(o *rds.Options) {
			o.Credentials = nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
				<-release
				return nereid.Credentials{}, errors.New("too late")
			})
		})
		start := time.Now()
		_, err := cancel(t, client)
		if took := time.Since(start); took != time.Minute || errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v after %s", err, took)
		}
		mention(t, err, "retrieve credentials", "within 1m0s")
		ctx, stop := context.WithTimeout(t.Context(), time.Second)
		defer stop()
		_, err = client.CancelExportTask(ctx, &rds.CancelExportTaskInput{ExportTaskIdentifier: nereid.String("t1")})
		if took := time.Since(start); took != time.Minute+time.Second || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v after %s", err, took)
		}
	})
}

// HTTP clients of other types are kept from following redirects with the body.
// If they follow one anyway, the response does not count as the service's
// answer.
func TestRedirectsOfOtherClients(t *testing.T) {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	for name, hc := range map[string]nereid.HTTPClient{"wrapped": struct{ *http.Client }{&http.Client{Transport: transport}}} {
		for _, status := range []int{301, 302, 303, 307, 308} {
			var bodies atomic.Int32
			other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
				if data, err := io.ReadAll(req.Body); err != nil || len(data) > 0 {
					bodies.Add(1)
				}
				_, _ = io.WriteString(w, okBody("t1"))
			}))
			client := online(t, func(w http.ResponseWriter, req *http.Request) {
				http.Redirect(w, req, other.URL+"/steal", status)
			}, once, withHTTPClient(hc))
			_, err := cancel(t, client)
			if mention(t, err, "redirect", strings.TrimPrefix(other.URL, "http://")); bodies.Load() != 0 || nereid.IsServiceError(err) {
				t.Errorf("%s, %d: the other host got %d bodies: %v", name, status, bodies.Load(), err)
			}
			other.Close()
		}
	}
}

// A response is closed even if there is no retry.
func TestBodyIsClosedWithoutRetry(t *testing.T) {
	body := &closeCounter{Reader: strings.NewReader("x")}
	client := newClient(nil, withHTTPClient(doFunc(func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 200, Header: http.Header{}, Body: body}, nil
	})), rds.WithAPIOptions(func(stack *middleware.Stack) error {
		_, err := stack.Finalize.Remove("Retry")
		return err
	}), inDeserialize(middleware.After, func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
		out, md, _ := next.HandleDeserialize(ctx, in)
		return out, md, errors.New("broken")
	}))
	if _, err := cancel(t, client); err == nil || body.closed != 1 {
		t.Errorf("%v, closed %d times", err, body.closed)
	}
}

type closeCounter struct {
	io.Reader
	closed int
}

func (c *closeCounter) Close() error { c.closed++; return nil }

// If an APIOptions function fails, it is not called again.
func TestAPIOptionsFailOnce(t *testing.T) {
	applied := 0
	_, err := cancel(t, newClient(ok("t1")), rds.WithAPIOptions(func(*middleware.Stack) error {
		applied++
		return errors.New("no such file")
	}))
	if mention(t, err, "no such file"); applied != 1 {
		t.Errorf("applied %d times", applied)
	}
}

// Option functions of a client see its defaults.
func TestDefaultsBeforeOptionFunctions(t *testing.T) {
	var mode nereid.Retryer
	client := rds.New(rds.Options{}, func(o *rds.Options) {
		if o.Retryer == nil || o.HTTPClient == nil || o.Logger == nil {
			t.Fatalf("%+v", o)
		}
		mode = o.Retryer
		o.HTTPClient.(*http.Client).Timeout = time.Second // of this client alone
		o.RetryMode = nereid.RetryModeAdaptive
	})
	if o := client.Options(); o.Retryer == mode || fmt.Sprintf("%T", o.Retryer) == fmt.Sprintf("%T", mode) {
		t.Errorf("the mode was set, and the retryer is %T", o.Retryer)
	}
	if hc := rds.New(rds.Options{}).Options().HTTPClient.(*http.Client); hc.Timeout != 0 {
		t.Errorf("another client has a timeout of %s", hc.Timeout)
	}
	around := rds.New(rds.Options{}, func(o *rds.Options) { o.Retryer = impatient{o.Retryer} }).Options().Retryer
	if e, ok := around.(impatient); !ok || e.Retryer == nil {
		t.Errorf("%T", around)
	}
}
