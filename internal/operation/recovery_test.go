package operation_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// A scene is a service with scripted answers for each action, in order. It
// dates its answers by its own clock. Describe calls can have a script per
// resource, for example "DescribeDBClusters prod". The last description
// repeats.
type scene struct {
	t       *testing.T
	script  map[string][]func(*http.Request) (*http.Response, error)
	ahead   time.Duration
	actions []string
}

func (s *scene) Do(req *http.Request) (*http.Response, error) {
	data, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	form, err := url.ParseQuery(string(data))
	if err != nil {
		s.t.Error(err)
	}
	action := form.Get("Action")
	s.actions = append(s.actions, action)
	key := action
	if of := action + " " + form.Get(identifierOf[action]); s.script[of] != nil {
		key = of
	}
	answers := s.script[key]
	if len(answers) == 0 {
		s.t.Errorf("nothing is scripted for request %d, a %s", len(s.actions), action)
		return nil, errors.New("nothing is scripted")
	}
	if _, describes := identifierOf[action]; !describes || len(answers) > 1 {
		s.script[key] = answers[1:]
	}
	<-time.After(100 * time.Millisecond)
	resp, err := answers[0](req)
	if resp != nil {
		resp.Header.Set("Date", time.Now().Add(s.ahead).UTC().Format(http.TimeFormat))
	}
	return resp, err
}

// identifierOf are the members that name the described resource.
var identifierOf = map[string]string{
	"DescribeDBClusters": "DBClusterIdentifier", "DescribeDBInstances": "DBInstanceIdentifier", "DescribeDBSnapshots": "DBSnapshotIdentifier",
	"DescribeDBClusterSnapshots": "DBClusterSnapshotIdentifier", "DescribeGlobalClusters": "GlobalClusterIdentifier",
	"DescribeExportTasks": "ExportTaskIdentifier", "ListTagsForResource": "ResourceName",
	"DescribeDBClusterEndpoints": "DBClusterEndpointIdentifier", "DescribeEventSubscriptions": "SubscriptionName",
}

// left returns the number of unused answers of the script. A description that
// was used once may have been used more often.
func (s *scene) left() (n int) {
	for key, answers := range s.script {
		action, _, _ := strings.Cut(key, " ")
		if _, describes := identifierOf[action]; describes && len(answers) == 1 && slices.Contains(s.actions, action) {
			continue
		}
		n += len(answers)
	}
	return n
}

// result answers an action with this inside of its result.
func result(action, inside string) func(*http.Request) (*http.Response, error) {
	return answer(200, "<"+action+"Response><"+action+"Result>"+inside+"</"+action+"Result></"+action+"Response>")
}

func reset(*http.Request) (*http.Response, error) {
	return nil, &net.OpError{Op: "read", Err: errors.New("connection reset by peer")}
}

func refusedConnection(*http.Request) (*http.Response, error) {
	return nil, &net.OpError{Op: "dial", Err: errors.New("connection refused")}
}

// made describes a snapshot that was made some time after the bubble began, by
// the service's clock.
func made(cluster string, after time.Duration) func(*http.Request) (*http.Response, error) {
	return func(req *http.Request) (*http.Response, error) {
		at := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).Add(after).Format(time.RFC3339)
		return result("DescribeDBClusterSnapshots", "<DBClusterSnapshots><DBClusterSnapshot><DBClusterSnapshotIdentifier>s1</DBClusterSnapshotIdentifier>"+
			"<DBClusterIdentifier>"+cluster+"</DBClusterIdentifier><SnapshotCreateTime>"+at+"</SnapshotCreateTime><Status>creating</Status></DBClusterSnapshot></DBClusterSnapshots>")(req)
	}
}

// TestRecoverCreate checks the outcome of a create that is rejected because the
// snapshot exists.
func TestRecoverCreate(t *testing.T) {
	exists := fault(400, "DBClusterSnapshotAlreadyExistsFault", "there is one")
	const (
		recovered = "recovered"
		stands    = "the fault stands"
		unknown   = "unknown"
	)
	for name, c := range map[string]struct {
		attempts answers
		describe answers
		option   func(*rds.Options)
		ahead    time.Duration
		want     string
		mentions string
	}{
		"reset":                  {attempts: answers{reset, exists}, describe: answers{made("c1", 0)}, want: recovered},
		"error of the service":   {attempts: answers{answer(500, ""), exists}, describe: answers{made("c1", time.Second)}, want: recovered},
		"proxy":                  {attempts: answers{answer(502, "<html>"), answer(504, ""), exists}, describe: answers{made("c1", time.Minute)}, want: recovered},
		"empty success":          {attempts: answers{answer(200, ""), exists}, describe: answers{made("c1", 0)}, want: recovered},
		"truncated success":      {attempts: answers{answer(200, "<CreateDBClusterSnapshotResponse><Creat"), exists}, describe: answers{made("c1", 0)}, want: recovered},
		"another case":           {attempts: answers{reset, exists}, describe: answers{made("C1", 0)}, want: recovered},
		"describe retried":       {attempts: answers{reset, exists}, describe: answers{answer(503, ""), made("c1", 0)}, want: recovered},
		"clock behind":           {attempts: answers{reset, exists}, describe: answers{made("c1", time.Hour)}, ahead: time.Hour, want: recovered},
		"clock ahead":            {attempts: answers{reset, exists}, describe: answers{made("c1", -time.Hour)}, ahead: -time.Hour, want: recovered},
		"older":                  {attempts: answers{reset, exists}, describe: answers{made("c1", -time.Minute)}, want: stands},
		"older by another clock": {attempts: answers{reset, exists}, describe: answers{made("c1", time.Hour-time.Minute)}, ahead: time.Hour, want: stands},
		"of another cluster":     {attempts: answers{reset, exists}, describe: answers{made("c2", 0)}, want: stands},
		"at once":                {attempts: answers{exists}, want: stands},
		"after throttling":       {attempts: answers{fault(400, "Throttling", ""), exists}, want: stands},
		"after a busy service":   {attempts: answers{fault(503, "Throttling", ""), exists}, want: stands},
		"without a connection":   {attempts: answers{refusedConnection, exists}, want: stands},
		"switched off":           {attempts: answers{reset, exists}, option: func(o *rds.Options) { o.DisableRecovery = true }, want: stands},
		"denied":                 {attempts: answers{reset, exists}, describe: answers{fault(403, "AccessDenied", "may not look")}, want: unknown, mentions: "may not look"},
		"not found":              {attempts: answers{reset, exists}, describe: answers{fault(404, "DBClusterSnapshotNotFoundFault", "gone")}, want: unknown, mentions: "does not show yet"},
		"not shown":              {attempts: answers{reset, exists}, describe: answers{result("DescribeDBClusterSnapshots", "<DBClusterSnapshots/>")}, want: unknown, mentions: "does not show yet"},
		"unreadable":             {attempts: answers{reset, exists}, describe: answers{answer(200, "{}"), answer(200, "{}"), answer(200, "{}")}, want: unknown, mentions: "describe it"},
		"without a time": {
			attempts: answers{reset, exists}, want: unknown, mentions: "when the resource was made",
			describe: answers{result("DescribeDBClusterSnapshots", "<DBClusterSnapshots><DBClusterSnapshot><DBClusterSnapshotIdentifier>s1</DBClusterSnapshotIdentifier><DBClusterIdentifier>c1</DBClusterIdentifier></DBClusterSnapshot></DBClusterSnapshots>")},
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &scene{t: t, ahead: c.ahead, script: map[string][]func(*http.Request) (*http.Response, error){
					"CreateDBClusterSnapshot": c.attempts, "DescribeDBClusterSnapshots": c.describe,
				}}
				var optFns []func(*rds.Options)
				if c.option != nil {
					optFns = append(optFns, c.option)
				}
				client := newClient(nil, withHTTPClient(s))
				out, err := client.CreateDBClusterSnapshot(t.Context(), &rds.CreateDBClusterSnapshotInput{
					DBClusterIdentifier: nereid.String("c1"), DBClusterSnapshotIdentifier: nereid.String("s1"),
				}, optFns...)
				if left := s.left(); left != 0 {
					t.Errorf("%d answers were not asked for: %v", left, s.actions)
				}
				var doubt *nereid.OutcomeUnknownError
				var operation *smithy.OperationError
				if err != nil && (!errors.As(err, &operation) || operation.Operation() != "CreateDBClusterSnapshot") {
					t.Errorf("no error of the operation: %v", err)
				}
				var refusal *types.DBClusterSnapshotAlreadyExistsFault
				switch isExists := errors.Is(err, nereid.ErrAlreadyExists) && errors.As(err, &refusal); c.want {
				case recovered:
					if err != nil || !nereid.Recovered(out.ResultMetadata) || nereid.Attempts(out.ResultMetadata) != len(c.attempts) ||
						nereid.ToString(out.DBClusterSnapshot.Status) != "creating" {
						t.Errorf("%+v, %v", out, err)
					}
				case stands:
					if !isExists || errors.As(err, &doubt) || out != nil {
						t.Errorf("%+v, %v", out, err)
					}
				case unknown:
					if errors.Is(err, nereid.ErrAlreadyExists) || errors.As(err, &refusal) || !errors.As(err, &doubt) || out != nil {
						t.Errorf("%+v, %v", out, err)
					}
					mention(t, err, "the outcome is unknown", "DBClusterSnapshotAlreadyExistsFault", "there is one", c.mentions)
				}
			})
		})
	}
}

// A slow describe call does not make the described resource look younger.
func TestRecoverWithSlowDescribe(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &scene{t: t, script: map[string][]func(*http.Request) (*http.Response, error){
			"CreateDBClusterSnapshot": {reset, fault(400, "DBClusterSnapshotAlreadyExistsFault", "")},
			"DescribeDBClusterSnapshots": {func(req *http.Request) (*http.Response, error) {
				<-time.After(50 * time.Second)
				return made("c1", -20*time.Second)(req)
			}},
		}}
		_, err := newClient(nil, withHTTPClient(s)).CreateDBClusterSnapshot(t.Context(), &rds.CreateDBClusterSnapshotInput{
			DBClusterIdentifier: nereid.String("c1"), DBClusterSnapshotIdentifier: nereid.String("s1"),
		})
		if !errors.Is(err, nereid.ErrAlreadyExists) {
			t.Errorf("the snapshot of another is taken for its own: %v", err)
		}
	})
}

// Deletions and state changes whose answer was lost.
func TestRecoverDeletesAndChanges(t *testing.T) {
	describe := func(status string) func(*http.Request) (*http.Response, error) {
		return result("DescribeDBClusters", "<DBClusters><DBCluster><Status>"+status+"</Status></DBCluster></DBClusters>")
	}
	snapshot := func(status string) func(*http.Request) (*http.Response, error) {
		return result("DescribeDBClusterSnapshots", "<DBClusterSnapshots><DBClusterSnapshot><Status>"+status+"</Status></DBClusterSnapshot></DBClusterSnapshots>")
	}
	state := fault(400, "InvalidDBClusterStateFault", "not so")
	snapshotState := fault(400, "InvalidDBClusterSnapshotStateFault", "not so")
	gone := fault(404, "DBClusterSnapshotNotFoundFault", "gone")
	none := result("DescribeDBClusterSnapshots", "<DBClusterSnapshots/>")
	start := func(ctx context.Context, c *rds.Client) (string, bool, error) {
		out, err := c.StartDBCluster(ctx, &rds.StartDBClusterInput{DBClusterIdentifier: nereid.String("c1")})
		if err != nil {
			return "", false, err
		}
		return nereid.ToString(out.DBCluster.Status), nereid.Recovered(out.ResultMetadata), nil
	}
	stop := func(ctx context.Context, c *rds.Client) (string, bool, error) {
		out, err := c.StopDBCluster(ctx, &rds.StopDBClusterInput{DBClusterIdentifier: nereid.String("c1")})
		if err != nil {
			return "", false, err
		}
		return nereid.ToString(out.DBCluster.Status), nereid.Recovered(out.ResultMetadata), nil
	}
	remove := func(ctx context.Context, c *rds.Client) (string, bool, error) {
		out, err := c.DeleteDBClusterSnapshot(ctx, &rds.DeleteDBClusterSnapshotInput{DBClusterSnapshotIdentifier: nereid.String("s1")})
		if err != nil {
			return "", false, err
		}
		if out.DBClusterSnapshot == nil {
			return "gone", nereid.Recovered(out.ResultMetadata), nil
		}
		return nereid.ToString(out.DBClusterSnapshot.Status), nereid.Recovered(out.ResultMetadata), nil
	}
	for name, c := range map[string]struct {
		call     func(context.Context, *rds.Client) (string, bool, error)
		attempts answers
		describe answers
		status   string // that is recovered
		fails    error
	}{
		"start, starting":   {start, answers{reset, state}, answers{describe("starting")}, "starting", nil},
		"start, available":  {start, answers{reset, state}, answers{describe("available")}, "available", nil},
		"start, stopping":   {start, answers{reset, state}, answers{describe("stopping")}, "", nereid.ErrInvalidState},
		"start, at once":    {start, answers{state}, nil, "", nereid.ErrInvalidState},
		"stop, stopping":    {stop, answers{answer(200, "{}"), state}, answers{describe("stopping")}, "stopping", nil},
		"stop, stopped":     {stop, answers{reset, reset, state}, answers{describe("stopped")}, "stopped", nil},
		"stop, starting":    {stop, answers{reset, state}, answers{describe("starting")}, "", nereid.ErrInvalidState},
		"delete, gone":      {remove, answers{reset, gone}, nil, "gone", nil},
		"delete, at once":   {remove, answers{gone}, nil, "", nereid.ErrNotFound},
		"delete, deleting":  {remove, answers{reset, snapshotState}, answers{snapshot("deleting")}, "deleting", nil},
		"delete, just gone": {remove, answers{reset, snapshotState}, answers{none}, "gone", nil},
		"delete, not found": {remove, answers{reset, snapshotState}, answers{gone}, "gone", nil},
		"delete, creating":  {remove, answers{reset, snapshotState}, answers{snapshot("creating")}, "", nereid.ErrInvalidState},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &scene{t: t, script: map[string][]func(*http.Request) (*http.Response, error){
					"StartDBCluster": c.attempts, "StopDBCluster": c.attempts, "DeleteDBClusterSnapshot": c.attempts,
					"DescribeDBClusters": c.describe, "DescribeDBClusterSnapshots": c.describe,
				}}
				status, recovered, err := c.call(t.Context(), newClient(nil, withHTTPClient(s)))
				if status != c.status || recovered != (c.fails == nil) || !errors.Is(err, c.fails) {
					t.Errorf("status %q, recovered %t, %v", status, recovered, err)
				}
				if wrongNumber(s.actions, len(c.attempts), len(c.describe)) {
					t.Errorf("requests %v", s.actions)
				}
			})
		})
	}
}

// wrongNumber reports whether the number of attempts differs, or whether there
// were fewer Describe responses.
func wrongNumber(actions []string, attempts, described int) bool {
	n := 0
	for _, action := range actions {
		if _, describes := identifierOf[action]; describes {
			n++
		}
	}
	return len(actions)-n != attempts || n < described || described == 0 && n > 0
}

// An operation that must not happen twice is not repeated once it may have
// happened.
func TestOutcomeUnknown(t *testing.T) {
	success := result("RebootDBInstance", "")
	for name, c := range map[string]struct {
		attempts answers
		unknown  bool
		fails    bool
	}{
		"reset":              {answers{reset}, true, true},
		"proxy":              {answers{answer(502, "<html>")}, true, true},
		"empty success":      {answers{answer(200, "")}, true, true},
		"time limit":         {answers{hanging}, true, true},
		"no connection":      {answers{refusedConnection, success}, false, false},
		"throttled":          {answers{fault(400, "Throttling", ""), success}, false, false},
		"throttled, busy":    {answers{fault(503, "Throttling", ""), success}, false, false},
		"refused":            {answers{fault(400, "InvalidDBInstanceState", "")}, false, true},
		"throttled, reset":   {answers{fault(400, "Throttling", ""), reset}, true, true},
		"first and foremost": {answers{success}, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &scene{t: t, script: map[string][]func(*http.Request) (*http.Response, error){"RebootDBInstance": c.attempts}}
				client := neptune.New(neptune.Options{Region: region, Credentials: nereid.StaticCredentials(key, secret, ""), HTTPClient: s})
				_, err := client.RebootDBInstance(t.Context(), &neptune.RebootDBInstanceInput{DBInstanceIdentifier: nereid.String("i1")})
				var doubt *nereid.OutcomeUnknownError
				if (err != nil) != c.fails || errors.As(err, &doubt) != c.unknown {
					t.Errorf("%v", err)
				}
				if c.unknown {
					var response *smithyhttp.ResponseError
					mention(t, err, "the outcome is unknown", "RebootDBInstance", "look at instance i1")
					if errors.As(err, &response) || doubt.RetryableError() || doubt.Doubtful == nil || doubt.Since.IsZero() {
						t.Errorf("it passes for an answer: %+v", doubt)
					}
				}
				want := slices.Repeat([]string{"RebootDBInstance"}, len(c.attempts))
				if diff := cmp.Diff(want, s.actions); diff != "" {
					t.Errorf("requests (-want +got):\n%s", diff)
				}
			})
		})
	}
}

// Exports have no creation time. An export that has not begun is young. An
// export that has ended is not.
func TestRecoverExport(t *testing.T) {
	for name, c := range map[string]struct {
		inside    string
		recovered bool
	}{
		"not begun":        {"<Status>STARTING</Status>", true},
		"just begun":       {"<Status>IN_PROGRESS</Status><TaskStartTime>2000-01-01T00:00:01Z</TaskStartTime>", true},
		"begun before":     {"<Status>IN_PROGRESS</Status><TaskStartTime>1999-12-31T23:00:00Z</TaskStartTime>", false},
		"ended":            {"<Status>COMPLETE</Status><TaskStartTime>2000-01-01T00:00:01Z</TaskStartTime><TaskEndTime>2000-01-01T00:00:02Z</TaskEndTime>", false},
		"to another place": {"<Status>STARTING</Status><S3Bucket>other</S3Bucket>", false},
	} {
		synctest.Test(t, func(t *testing.T) {
			task := "<ExportTaskIdentifier>t1</ExportTaskIdentifier><S3Bucket>b</S3Bucket><SourceArn>a</SourceArn><IamRoleArn>r</IamRoleArn><KmsKeyId>arn:aws:kms:k</KmsKeyId>" + c.inside
			if strings.Contains(c.inside, "S3Bucket") {
				task = strings.Replace(task, "<S3Bucket>b</S3Bucket>", "", 1)
			}
			s := &scene{t: t, script: map[string][]func(*http.Request) (*http.Response, error){
				"StartExportTask":     {reset, fault(400, "ExportTaskAlreadyExists", "")},
				"DescribeExportTasks": {result("DescribeExportTasks", "<ExportTasks><ExportTask>"+task+"</ExportTask></ExportTasks>")},
			}}
			out, err := newClient(nil, withHTTPClient(s)).StartExportTask(t.Context(), &rds.StartExportTaskInput{
				ExportTaskIdentifier: nereid.String("t1"), S3BucketName: nereid.String("b"), SourceArn: nereid.String("a"),
				IamRoleArn: nereid.String("r"), KmsKeyId: nereid.String("alias/k"),
			})
			if (err == nil) != c.recovered || c.recovered && (nereid.ToString(out.ExportTaskIdentifier) != "t1" || !nereid.Recovered(out.ResultMetadata)) {
				t.Errorf("%s: %+v, %v", name, out, err)
			}
			if !c.recovered && !errors.Is(err, nereid.ErrAlreadyExists) {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}
