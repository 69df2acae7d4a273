package operation_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

type scripts = map[string][]func(*http.Request) (*http.Response, error)

var (
	badGateway = answer(502, "<html>502</html>")
	throttling = fault(400, "Throttling", "slow down")
)

// graphs returns a Neptune client whose requests the scene answers.
func graphs(t *testing.T, script scripts, optFns ...func(*neptune.Options)) (*neptune.Client, *scene) {
	t.Helper()
	s := &scene{t: t, script: script}
	return neptune.New(neptune.Options{Region: region, Credentials: nereid.StaticCredentials(key, secret, ""), HTTPClient: s}, optFns...), s
}

func clusterShown(inside string) func(*http.Request) (*http.Response, error) {
	return result("DescribeDBClusters", "<DBClusters><DBCluster><DBClusterIdentifier>prod</DBClusterIdentifier>"+inside+"</DBCluster></DBClusters>")
}

func snapshotShown(inside string) func(*http.Request) (*http.Response, error) {
	return result("DescribeDBClusterSnapshots", "<DBClusterSnapshots><DBClusterSnapshot><DBClusterSnapshotIdentifier>s1</DBClusterSnapshotIdentifier>"+inside+"</DBClusterSnapshot></DBClusterSnapshots>")
}

// afterReply is a user's middleware that fails once, when the first reply has
// arrived.
func afterReply(failure error) func(*middleware.Stack) error {
	return func(stack *middleware.Stack) error {
		failed := false
		return stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("Mine", func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
			out, md, err := next.HandleDeserialize(ctx, in)
			if err == nil && !failed {
				failed = true
				err = failure
			}
			return out, md, err
		}), middleware.Before)
	}
}

// If a user's middleware fails after a reply, the attempt's outcome is unknown.
// A failover is not sent again, and a creation recognizes its own effect.
func TestMiddlewareFailsAfterTheReply(t *testing.T) {
	for name, failure := range map[string]error{
		"EOF": io.ErrUnexpectedEOF, "reset": syscall.ECONNRESET, "wrapped": fmt.Errorf("mine: %w", &smithyhttp.RequestSendError{Err: io.ErrUnexpectedEOF}),
	} {
		synctest.Test(t, func(t *testing.T) {
			client, s := graphs(t, scripts{"FailoverDBCluster": {result("FailoverDBCluster", "")}}, neptune.WithAPIOptions(afterReply(failure)))
			_, err := client.FailoverDBCluster(t.Context(), &neptune.FailoverDBClusterInput{DBClusterIdentifier: nereid.String("prod")})
			var unknown *nereid.OutcomeUnknownError
			if !errors.As(err, &unknown) || !errors.Is(err, failure) || len(s.actions) != 1 || unknown.RetryableError() {
				t.Errorf("%s: %d requests: %v", name, len(s.actions), err)
			}

			client, s = graphs(t, scripts{
				"CreateDBClusterSnapshot":    {result("CreateDBClusterSnapshot", ""), fault(400, "DBClusterSnapshotAlreadyExistsFault", "")},
				"DescribeDBClusterSnapshots": {made("prod", 0)},
			}, neptune.WithAPIOptions(afterReply(failure)))
			out, err := client.CreateDBClusterSnapshot(t.Context(), &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: nereid.String("prod"), DBClusterSnapshotIdentifier: nereid.String("s1"),
			})
			if err != nil || !nereid.Recovered(out.ResultMetadata) {
				t.Errorf("%s: %v after %v", name, err, s.actions)
			}
		})
	}
}

// A deletion with a final snapshot succeeds only if the snapshot exists,
// whichever caller deleted the cluster. The call looks for the snapshot while
// AWS still shows the cluster as before. A missing snapshot may show later, so
// the outcome is unknown then. An older snapshot, or a snapshot of another
// cluster, means that this deletion did not get the name.
func TestFinalSnapshotBelongsToTheDeletion(t *testing.T) {
	const of, young, old = "<DBClusterIdentifier>prod</DBClusterIdentifier>", "<SnapshotCreateTime>2000-01-01T00:00:01.5Z</SnapshotCreateTime>", "<SnapshotCreateTime>1999-12-31T00:00:00Z</SnapshotCreateTime>"
	gone, taken, state := fault(404, "DBClusterNotFoundFault", "gone"), fault(400, "DBClusterSnapshotAlreadyExistsFault", "there is one"), fault(400, "InvalidDBClusterStateFault", "not now")
	none := fault(404, "DBClusterSnapshotNotFoundFault", "none")
	shown := func(status string) func(*http.Request) (*http.Response, error) {
		return clusterShown("<Status>" + status + "</Status>")
	}
	for name, c := range map[string]struct {
		attempts, cluster, snapshot answers
		want                        verdict
	}{
		"another deleted it":                   {answers{badGateway, gone}, nil, answers{none}, unknown},
		"another deleted it, an old snapshot":  {answers{badGateway, gone}, nil, answers{snapshotShown(of + old)}, stands},
		"another deleted it, of another one":   {answers{badGateway, gone}, nil, answers{snapshotShown("<DBClusterIdentifier>test</DBClusterIdentifier>" + young)}, stands},
		"an old one is shown first":            {answers{reset, gone}, nil, answers{snapshotShown(of + old), none, snapshotShown(of + young)}, recovered},
		"deleted":                              {answers{badGateway, gone}, nil, answers{snapshotShown(of + young)}, recovered},
		"deleted, the snapshot shows late":     {answers{reset, gone}, nil, answers{none, none, none, snapshotShown(of + young)}, recovered},
		"taken while it shows as before":       {answers{reset, taken}, answers{shown("available"), shown("backing-up"), shown("deleting")}, answers{snapshotShown(of + young)}, recovered},
		"taken, and it stays as before":        {answers{reset, taken}, answers{shown("backing-up")}, answers{snapshotShown(of + young)}, unknown},
		"taken by an old one":                  {answers{reset, taken}, answers{shown("available")}, answers{snapshotShown(of + old)}, stands},
		"deleting":                             {answers{reset, state}, answers{shown("deleting")}, answers{snapshotShown(of + young)}, recovered},
		"another is deleting it":               {answers{badGateway, state}, answers{shown("deleting")}, answers{none}, unknown},
		"refused for its state, nothing shows": {answers{badGateway, state}, answers{shown("available")}, answers{none}, unknown},
		"not found at once":                    {answers{gone}, nil, nil, stands},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client, _ := graphs(t, scripts{"DeleteDBCluster": c.attempts, "DescribeDBClusters": c.cluster, "DescribeDBClusterSnapshots": c.snapshot})
				out, err := client.DeleteDBCluster(t.Context(), &neptune.DeleteDBClusterInput{
					DBClusterIdentifier: nereid.String("prod"), FinalDBSnapshotIdentifier: nereid.String("s1"),
				})
				if got := verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err); got != c.want {
					t.Errorf("%s, want %s: %v", got, c.want, err)
				}
			})
		})
	}
}

// The same for an instance, whose snapshot has no time while it is being made.
func TestFinalSnapshotOfAnInstance(t *testing.T) {
	gone := fault(404, "DBInstanceNotFound", "gone")
	snapshot := func(instance string) func(*http.Request) (*http.Response, error) {
		return result("DescribeDBSnapshots", "<DBSnapshots><DBSnapshot><DBSnapshotIdentifier>s1</DBSnapshotIdentifier><DBInstanceIdentifier>"+instance+"</DBInstanceIdentifier><Status>creating</Status></DBSnapshot></DBSnapshots>")
	}
	for name, c := range map[string]struct {
		snapshot func(*http.Request) (*http.Response, error)
		want     verdict
	}{
		"its own":          {snapshot("i1"), recovered},
		"none":             {result("DescribeDBSnapshots", "<DBSnapshots/>"), unknown}, // or not yet
		"of another":       {snapshot("i2"), stands},
		"may not be asked": {fault(403, "AccessDenied", ""), unknown},
	} {
		synctest.Test(t, func(t *testing.T) {
			client, _ := graphs(t, scripts{"DeleteDBInstance": {badGateway, gone}, "DescribeDBSnapshots": {c.snapshot}})
			out, err := client.DeleteDBInstance(t.Context(), &neptune.DeleteDBInstanceInput{DBInstanceIdentifier: nereid.String("i1"), FinalDBSnapshotIdentifier: nereid.String("s1")})
			if got := verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err); got != c.want {
				t.Errorf("%s: %s, want %s: %v", name, got, c.want, err)
			}
		})
	}
}

// Errors after an attempt with an unknown outcome do not decide that outcome.
// The call's error is not the service's error, so a loop that repeats throttled
// calls stops.
func TestOtherErrorsBehindALostAnswer(t *testing.T) {
	exhausted := answers{badGateway, throttling, throttling}
	for name, c := range map[string]struct {
		attempts answers
		also     func(error) bool // the errors that the error contains
		retry    bool
	}{
		"throttled":       {exhausted, func(err error) bool { m := (*nereid.MaxAttemptsError)(nil); return errors.As(err, &m) }, true},
		"expired":         {answers{badGateway, fault(403, "ExpiredToken", "")}, nil, false},
		"denied":          {answers{badGateway, fault(403, "AccessDenied", "")}, nil, false},
		"signature":       {answers{badGateway, fault(403, "SignatureDoesNotMatch", "")}, nil, false},
		"a gateway's 403": {answers{badGateway, answer(403, "<html>no</html>")}, nil, false},
		"connection": {answers{badGateway, refusedConnection, refusedConnection}, func(err error) bool {
			s := (*smithyhttp.RequestSendError)(nil)
			return errors.As(err, &s)
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				client, s := graphs(t, scripts{"StopDBCluster": c.attempts})
				began := time.Now()
				_, err := client.StopDBCluster(t.Context(), &neptune.StopDBClusterInput{DBClusterIdentifier: nereid.String("prod")})
				var unknown *nereid.OutcomeUnknownError
				if !errors.As(err, &unknown) {
					t.Fatalf("%v after %v", err, s.actions)
				}
				if unknown.Last == nil || unknown.Doubtful == nil || !unknown.Since.Equal(began) || unknown.LookAt != "cluster prod" || unknown.RetryableError() != c.retry {
					t.Errorf("%+v", unknown)
				}
				mention(t, err, "502", "cluster prod")
				if c.also != nil && !c.also(err) {
					t.Errorf("something is missing in %v", err)
				}
				var api smithy.APIError
				var response *smithyhttp.ResponseError
				var expired interface{ HTTPStatusCode() int }
				if nereid.IsServiceError(err) || nereid.CategoryOf(err) != "" || errors.As(err, &api) || errors.As(err, &response) || errors.As(err, &expired) ||
					errors.Is(err, nereid.ErrThrottled) || errors.Is(err, nereid.ErrAccessDenied) || errors.Is(err, nereid.ErrBadCredentials) {
					t.Errorf("it passes for an answer: %v", err)
				}
			})
		})
	}
}

// The error after an attempt with an unknown outcome contains the error of the
// context that ended.
func TestContextEndsAfterALostAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		client, _ := graphs(t, scripts{
			"CreateDBClusterSnapshot": {reset, fault(400, "DBClusterSnapshotAlreadyExistsFault", "")},
			"DescribeDBClusterSnapshots": {func(req *http.Request) (*http.Response, error) {
				time.AfterFunc(2*time.Second, cancel)
				return fault(404, "DBClusterSnapshotNotFoundFault", "")(req)
			}},
		})
		_, err := client.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
			DBClusterIdentifier: nereid.String("prod"), DBClusterSnapshotIdentifier: nereid.String("s1"),
		})
		var unknown *nereid.OutcomeUnknownError
		if !errors.As(err, &unknown) || !errors.Is(err, context.Canceled) || nereid.IsServiceError(err) {
			t.Errorf("%v", err)
		}
	})
}

// Only the resource type's own not-found code means that the resource no longer
// exists.
func TestGoneIsTheCodeOfTheResource(t *testing.T) {
	for _, code := range []string{"RouteNotFound", "KMSKeyNotFoundFault", "DBSubnetGroupNotFoundFault", "DBClusterSnapshotNotFoundFault"} {
		synctest.Test(t, func(t *testing.T) {
			client, _ := graphs(t, scripts{"DeleteDBCluster": {badGateway, fault(404, code, "")}, "DescribeDBClusters": {clusterShown("<Status>available</Status>")}})
			if _, err := client.DeleteDBCluster(t.Context(), &neptune.DeleteDBClusterInput{DBClusterIdentifier: nereid.String("prod"), SkipFinalSnapshot: nereid.Bool(true)}); err == nil {
				t.Errorf("%s makes it a success", code)
			}
			client, _ = graphs(t, scripts{"DescribeDBClusters": {fault(404, code, "")}})
			err := neptune.NewDBClusterDeletedWaiter(client).Wait(t.Context(), &neptune.DescribeDBClustersInput{DBClusterIdentifier: nereid.String("prod")}, time.Hour)
			if err == nil {
				t.Errorf("%s ends the wait as a success", code)
			}
		})
	}
}

// A throttled attempt was not carried out: a resource that another caller makes
// afterwards belongs to that caller.
func TestThrottledAttemptIsNotTheFirst(t *testing.T) {
	slow := func(req *http.Request) (*http.Response, error) {
		resp, err := throttling(req)
		resp.Header.Set("Retry-After", "15")
		return resp, err
	}
	for name, c := range map[string]struct {
		at   time.Duration
		want verdict
	}{"made at once by another": {time.Second, stands}, "made by the second attempt": {16 * time.Second, recovered}} {
		synctest.Test(t, func(t *testing.T) {
			client, _ := graphs(t, scripts{
				"CreateDBClusterSnapshot":    {slow, badGateway, fault(400, "DBClusterSnapshotAlreadyExistsFault", "")},
				"DescribeDBClusterSnapshots": {made("prod", c.at)},
			})
			out, err := client.CreateDBClusterSnapshot(t.Context(), &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: nereid.String("prod"), DBClusterSnapshotIdentifier: nereid.String("s1"),
			})
			if got := verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err); got != c.want {
				t.Errorf("%s: %s, want %s: %v", name, got, c.want, err)
			}
		})
	}
}

// The first attempt begins when it has a connection. A resource that another
// caller creates while the client waits for credentials or connects is older.
func TestAttemptBeginsWithTheConnection(t *testing.T) {
	credentials := nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) {
		<-time.After(20 * time.Second)
		return nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret}, nil
	})
	connects := func(answers neptune.HTTPClient) doFunc {
		return func(req *http.Request) (*http.Response, error) {
			trace := httptrace.ContextClientTrace(req.Context())
			if trace == nil { // the request changes nothing
				return answers.Do(req)
			}
			trace.GetConn("aws:443")
			<-time.After(20 * time.Second)
			if trace.GotConn != nil {
				trace.GotConn(httptrace.GotConnInfo{})
			}
			trace.WroteHeaders()
			return answers.Do(req)
		}
	}
	for name, slow := range map[string]func(*neptune.Options){
		"credentials": func(o *neptune.Options) { o.Credentials = credentials },
		"connection":  func(o *neptune.Options) { o.HTTPClient = connects(o.HTTPClient) },
	} {
		for at, want := range map[time.Duration]verdict{time.Second: stands, 20 * time.Second: recovered} {
			synctest.Test(t, func(t *testing.T) {
				client, _ := graphs(t, scripts{
					"CreateDBClusterSnapshot":    {badGateway, fault(400, "DBClusterSnapshotAlreadyExistsFault", "")},
					"DescribeDBClusterSnapshots": {made("prod", at)},
				}, slow)
				out, err := client.CreateDBClusterSnapshot(t.Context(), &neptune.CreateDBClusterSnapshotInput{
					DBClusterIdentifier: nereid.String("prod"), DBClusterSnapshotIdentifier: nereid.String("s1"),
				})
				if got := verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err); got != want {
					t.Errorf("slow %s, made after %s: %s, want %s: %v", name, at, got, want, err)
				}
			})
		}
	}
}

// If the only attempt may have had its effect, the error must not speak of a
// later attempt or of a rejection.
func TestOnlyAttemptIsNotRejected(t *testing.T) {
	for name, answer := range map[string]func(*http.Request) (*http.Response, error){
		"a reset": reset, "a gateway's page": badGateway, "an error reply": fault(500, "InternalFailure", "out of order"),
	} {
		synctest.Test(t, func(t *testing.T) {
			client, _ := graphs(t, scripts{"FailoverDBCluster": {answer}, "RebootDBInstance": {answer}})
			_, failover := client.FailoverDBCluster(t.Context(), &neptune.FailoverDBClusterInput{DBClusterIdentifier: nereid.String("prod")})
			_, reboot := client.RebootDBInstance(t.Context(), &neptune.RebootDBInstanceInput{DBInstanceIdentifier: nereid.String("prod-1")})
			for _, err := range []error{failover, reboot} {
				var unknown *nereid.OutcomeUnknownError
				if !errors.As(err, &unknown) || unknown.Refusal != "" || strings.Contains(err.Error(), "later") || strings.Contains(err.Error(), "rejected") {
					t.Errorf("after %s: %v", name, err)
				}
			}
		})
	}
}

// The clocks of a service may differ by seconds. Without the service's time,
// the local clock only decides about differences of minutes.
func TestWhenTheClocksDisagree(t *testing.T) {
	aged := func(req *http.Request) (*http.Response, error) {
		resp, err := fault(400, "DBClusterSnapshotAlreadyExistsFault", "")(req)
		resp.Header.Set("Age", "3")
		return resp, err
	}
	exists := fault(400, "DBClusterSnapshotAlreadyExistsFault", "")
	for name, c := range map[string]struct {
		refusal func(*http.Request) (*http.Response, error)
		ahead   time.Duration // the clock that writes the Date
		made    time.Duration
		want    verdict
	}{
		"Date 2 s ahead":                       {exists, 2 * time.Second, 0, recovered},
		"Date 4 s ahead":                       {exists, 4 * time.Second, 0, recovered},
		"made 3 s before":                      {exists, 0, -3 * time.Second, recovered}, // it is impossible to tell
		"made 8 s before":                      {exists, 0, -8 * time.Second, stands},
		"no Date, local clock 3 min ahead":     {aged, 0, -3 * time.Minute, unknown},
		"no Date, local clock 3 min behind":    {aged, 0, 3 * time.Minute, unknown},
		"no Date, made long before":            {aged, 0, -5 * time.Minute, stands},
		"no Date, made after all clock errors": {aged, 0, 5 * time.Minute, recovered},
	} {
		synctest.Test(t, func(t *testing.T) {
			s := &scene{t: t, ahead: c.ahead, script: scripts{
				"CreateDBClusterSnapshot": {reset, c.refusal}, "DescribeDBClusterSnapshots": {made("prod", c.made)},
			}}
			out, err := newClient(nil, withHTTPClient(s)).CreateDBClusterSnapshot(t.Context(), &rds.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: nereid.String("prod"), DBClusterSnapshotIdentifier: nereid.String("s1"),
			})
			if got := verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err); got != c.want {
				t.Errorf("%s: %s, want %s: %v", name, got, c.want, err)
			}
		})
	}
}

// AWS shows values in its own form, which is not a contradiction. Another key
// ID is a contradiction.
func TestValuesAsAWSShowsThem(t *testing.T) {
	const arn = "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:"
	copyOf := func(t *testing.T, source string) verdict {
		t.Helper()
		client := newClient(nil, withHTTPClient(&scene{t: t, script: scripts{
			"CopyDBClusterSnapshot": {reset, fault(400, "DBClusterSnapshotAlreadyExistsFault", "")},
			"DescribeDBClusterSnapshots": {snapshotShown("<DBClusterIdentifier>prod</DBClusterIdentifier><SourceDBClusterSnapshotArn>" + arn + "rds:prod-2026-11-27-06-10</SourceDBClusterSnapshotArn>" +
				"<SnapshotCreateTime>1999-12-31T20:00:00Z</SnapshotCreateTime>")},
		}}))
		out, err := client.CopyDBClusterSnapshot(t.Context(), &rds.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: &source, TargetDBClusterSnapshotIdentifier: nereid.String("s1"),
		})
		return verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err)
	}
	export := func(t *testing.T, keyID string) verdict {
		t.Helper()
		client := newClient(nil, withHTTPClient(&scene{t: t, script: scripts{
			"StartExportTask": {reset, fault(400, "ExportTaskAlreadyExists", "")},
			"DescribeExportTasks": {result("DescribeExportTasks", "<ExportTasks><ExportTask><ExportTaskIdentifier>t1</ExportTaskIdentifier><S3Bucket>b</S3Bucket><SourceArn>a</SourceArn>"+
				"<IamRoleArn>r</IamRoleArn><KmsKeyId>arn:aws:kms:us-east-1:123456789012:key/2222</KmsKeyId><S3Prefix></S3Prefix><Status>STARTING</Status></ExportTask></ExportTasks>")},
		}}))
		out, err := client.StartExportTask(t.Context(), &rds.StartExportTaskInput{
			ExportTaskIdentifier: nereid.String("t1"), S3BucketName: nereid.String("b"), SourceArn: nereid.String("a"), IamRoleArn: nereid.String("r"), KmsKeyId: &keyID,
		})
		return verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err)
	}
	tagged := func(t *testing.T, shown string) verdict {
		t.Helper()
		client := newClient(nil, withHTTPClient(&scene{t: t, script: scripts{
			"CreateDBClusterSnapshot": {reset, fault(400, "DBClusterSnapshotAlreadyExistsFault", "")},
			"DescribeDBClusterSnapshots": {snapshotShown("<DBClusterIdentifier>prod</DBClusterIdentifier><SnapshotCreateTime>2000-01-01T00:00:01Z</SnapshotCreateTime>" +
				"<TagList><Tag><Key>made-by</Key><Value>aws</Value></Tag><Tag><Key>team</Key>" + shown + "</Tag></TagList>")},
		}}))
		out, err := client.CreateDBClusterSnapshot(t.Context(), &rds.CreateDBClusterSnapshotInput{
			DBClusterIdentifier: nereid.String("prod"), DBClusterSnapshotIdentifier: nereid.String("s1"), Tags: []rdstypes.Tag{{Key: nereid.String("team")}},
		})
		return verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err)
	}
	for name, c := range map[string]struct {
		call  func(*testing.T, string) verdict
		value string
		want  verdict
	}{
		"copy of an automated snapshot by its name": {copyOf, "rds:prod-2026-11-27-06-10", unknown}, // the time of the source proves nothing
		"copy of an automated snapshot by its ARN":  {copyOf, arn + "rds:prod-2026-11-27-06-10", unknown},
		"copy of another":                           {copyOf, "rds:prod-2026-11-26-06-10", stands},
		"key by its id":                             {export, "2222", recovered},
		"key by its ARN":                            {export, "arn:aws:kms:us-east-1:123456789012:key/2222", recovered},
		"key by an alias":                           {export, "alias/exports", recovered},
		"another key by its id":                     {export, "1111", stands},
		"another key by its ARN":                    {export, "arn:aws:kms:us-east-1:123456789012:key/1111", stands},
		"tag without a value":                       {tagged, "<Value></Value>", recovered},
		"tag without a value, shown without":        {tagged, "", recovered},
		"tag with a value":                          {tagged, "<Value>blue</Value>", stands},
	} {
		synctest.Test(t, func(t *testing.T) {
			if got := c.call(t, c.value); got != c.want {
				t.Errorf("%s: %s, want %s", name, got, c.want)
			}
		})
	}
}

// An instance's description only shows when its creation ended. That time can
// prove that the instance is older than the call, but not that the call created
// it.
func TestInstanceTellsOnlyItsEnd(t *testing.T) {
	for name, c := range map[string]struct {
		shown string
		want  verdict
	}{
		"being made":      {"<DBInstanceStatus>creating</DBInstanceStatus>", unknown},
		"made meanwhile":  {"<InstanceCreateTime>2000-01-01T00:00:01Z</InstanceCreateTime>", unknown},
		"made before":     {"<InstanceCreateTime>1999-12-31T23:59:00Z</InstanceCreateTime>", stands},
		"another cluster": {"<DBClusterIdentifier>test</DBClusterIdentifier>", stands},
	} {
		synctest.Test(t, func(t *testing.T) {
			shown := c.shown
			if !strings.Contains(shown, "DBCluster") {
				shown += "<DBClusterIdentifier>prod</DBClusterIdentifier>"
			}
			client, _ := graphs(t, scripts{
				"CreateDBInstance":    {badGateway, fault(400, "DBInstanceAlreadyExists", "")},
				"DescribeDBInstances": {result("DescribeDBInstances", "<DBInstances><DBInstance><DBInstanceIdentifier>i1</DBInstanceIdentifier><Engine>neptune</Engine><DBInstanceClass>c</DBInstanceClass>"+shown+"</DBInstance></DBInstances>")},
			})
			out, err := client.CreateDBInstance(t.Context(), &neptune.CreateDBInstanceInput{
				DBInstanceIdentifier: nereid.String("i1"), DBClusterIdentifier: nereid.String("prod"), Engine: nereid.String("neptune"), DBInstanceClass: nereid.String("c"),
			})
			if got := verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err); got != c.want {
				t.Errorf("%s: %s, want %s: %v", name, got, c.want, err)
			}
		})
	}
}

// With TagCreations, only the call's tag decides.
func TestTagOfTheCallDecides(t *testing.T) {
	for name, c := range map[string]struct {
		tag  func(sent string) string // that is shown
		want verdict
	}{
		"its own":       {func(sent string) string { return sent }, recovered},
		"of another":    {func(string) string { return "0" }, stands},
		"untagged":      {func(string) string { return "" }, stands},
		"not to be had": {nil, unknown},
	} {
		synctest.Test(t, func(t *testing.T) {
			var sent string
			create := func(then func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
				return func(req *http.Request) (*http.Response, error) {
					body, err := req.GetBody()
					if err != nil {
						return nil, err
					}
					text, _ := io.ReadAll(body)
					_, rest, _ := strings.Cut(string(text), "nereid%3Acall&Tags.Tag.2.Value=")
					if sent, _, _ = strings.Cut(rest, "&"); len(sent) != 36 {
						t.Errorf("the tag is missing: %s", text)
					}
					return then(req)
				}
			}
			tags := fault(403, "AccessDenied", "")
			if c.tag != nil {
				tags = func(req *http.Request) (*http.Response, error) {
					return result("ListTagsForResource", "<TagList><Tag><Key>nereid:call</Key><Value>"+c.tag(sent)+"</Value></Tag></TagList>")(req)
				}
			}
			s := &scene{t: t, script: scripts{
				"CreateDBInstance":    {create(badGateway), create(fault(400, "DBInstanceAlreadyExists", ""))},
				"DescribeDBInstances": {result("DescribeDBInstances", "<DBInstances><DBInstance><DBInstanceIdentifier>i1</DBInstanceIdentifier><DBInstanceArn>arn:i1</DBInstanceArn></DBInstance></DBInstances>")},
				"ListTagsForResource": {tags},
			}}
			client := neptune.New(neptune.Options{Region: region, Credentials: nereid.StaticCredentials(key, secret, ""), TagCreations: true, HTTPClient: bodies{s}})
			in := &neptune.CreateDBInstanceInput{DBInstanceIdentifier: nereid.String("i1"), DBClusterIdentifier: nereid.String("prod"), DBInstanceClass: nereid.String("c"), Engine: nereid.String("neptune"), Tags: []types.Tag{{Key: nereid.String("a")}}}
			out, err := client.CreateDBInstance(t.Context(), in)
			if got := verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err); got != c.want || len(in.Tags) != 1 {
				t.Errorf("%s: %s, want %s: %v; %d tags in the input", name, got, c.want, err, len(in.Tags))
			}
		})
	}
}

// bodies makes the bodies of a script readable again.
type bodies struct{ *scene }

func (b bodies) Do(req *http.Request) (*http.Response, error) {
	text, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(string(text))), nil }
	req.Body, _ = req.GetBody()
	return b.scene.Do(req)
}

// A copy that copies tags would lose them if it got a tag.
func TestTagSparesCopiedTags(t *testing.T) {
	var text string
	client := newClient(func(req *http.Request) (*http.Response, error) {
		body, _ := io.ReadAll(req.Body)
		text = string(body)
		return result("CopyDBClusterSnapshot", "")(req)
	}, func(o *rds.Options) { o.TagCreations = true })
	for _, with := range []bool{true, false} {
		_, err := client.CopyDBClusterSnapshot(t.Context(), &rds.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: nereid.String("s"), TargetDBClusterSnapshotIdentifier: nereid.String("t"), CopyTags: &with,
		})
		if err != nil || strings.Contains(text, "nereid%3Acall") == with {
			t.Errorf("CopyTags %t: %v: %s", with, err, text)
		}
	}
}

// A failover to a named target has succeeded when the target is the writer.
func TestFailoverToATarget(t *testing.T) {
	shown := func(writer string) func(*http.Request) (*http.Response, error) {
		return clusterShown("<DBClusterMembers><DBClusterMember><DBInstanceIdentifier>" + writer + "</DBInstanceIdentifier><IsClusterWriter>true</IsClusterWriter></DBClusterMember></DBClusterMembers>")
	}
	state := fault(400, "InvalidDBClusterStateFault", "")
	for name, c := range map[string]struct {
		attempts, describe answers
		want               verdict
	}{
		"done":                {answers{reset, state}, answers{shown("i1"), shown("I2")}, recovered},
		"never":               {answers{reset, state}, answers{shown("i1")}, unknown},
		"not sent before":     {answers{badGateway, result("FailoverDBCluster", "")}, nil, succeeded},
		"lost each time":      {answers{badGateway, badGateway, badGateway}, nil, unknown},
		"refused at once":     {answers{state}, nil, stands},
		"there is no cluster": {answers{badGateway, fault(404, "DBClusterNotFoundFault", "")}, nil, stands},
	} {
		synctest.Test(t, func(t *testing.T) {
			client, _ := graphs(t, scripts{"FailoverDBCluster": c.attempts, "DescribeDBClusters": c.describe})
			out, err := client.FailoverDBCluster(t.Context(), &neptune.FailoverDBClusterInput{DBClusterIdentifier: nereid.String("prod"), TargetDBInstanceIdentifier: nereid.String("i2")})
			if got := verdictOf(err == nil && nereid.Recovered(out.ResultMetadata), err); got != c.want {
				t.Errorf("%s: %s, want %s: %v", name, got, c.want, err)
			}
		})
	}
}

// An option sets how long a call polls for its effect.
func TestRecoveryTime(t *testing.T) {
	for limit, looks := range map[time.Duration]int{0: 6, 30 * time.Second: 6, time.Minute: 8, 5 * time.Second: 4, -1: 1} {
		synctest.Test(t, func(t *testing.T) {
			client, s := graphs(t, scripts{"StopDBCluster": {reset, fault(400, "InvalidDBClusterStateFault", "")}, "DescribeDBClusters": {clusterShown("<Status>available</Status>")}},
				func(o *neptune.Options) { o.RecoveryTime = limit })
			_, err := client.StopDBCluster(t.Context(), &neptune.StopDBClusterInput{DBClusterIdentifier: nereid.String("prod")})
			if n := len(s.actions) - 2; n != looks || verdictOf(false, err) != unknown {
				t.Errorf("%s: %d looks, want %d: %v", limit, n, looks, err)
			}
		})
	}
}
