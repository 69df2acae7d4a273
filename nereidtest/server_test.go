package nereidtest_test

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/internal/sigv4"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/nereidtest"
	"github.com/nereid-go/nereid/rds"
)

// A wireReply is an error reply as it is on the wire.
type wireReply struct {
	XMLName xml.Name
	Error   struct{ Type, Code, Message string }

	RequestID string `xml:"RequestId"`

	status int
	header http.Header
	body   string
}

// post sends a form, signed unless prepare changes that.
func post(t testing.TB, s *nereidtest.Server, form string, prepare func(*http.Request, *sign)) wireReply {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, "https://rds.us-east-1.amazonaws.com/", strings.NewReader(form))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
	how := sign{key: "AKIDEXAMPLE", secret: "SECRETEXAMPLE", region: "us-east-1", service: "rds", at: time.Now()}
	if prepare != nil {
		prepare(req, &how)
	}
	if how.key != "" {
		body := form
		if req.Method == http.MethodGet {
			body, req.Body, req.ContentLength = "", nil, 0
		}
		var signer sigv4.Signer
		creds := nereid.Credentials{AccessKeyID: how.key, SecretAccessKey: how.secret, SessionToken: how.token}
		if err := signer.SignHTTP(creds, req, sigv4.PayloadHash([]byte(body)), how.service, how.region, how.at); err != nil {
			t.Fatal(err)
		}
	}
	if how.after != nil {
		how.after(req)
	}
	return read(t, req, s.Config().HTTPClient)
}

type sign struct {
	key, secret, token, region, service string
	at                                  time.Time
	after                               func(*http.Request)
}

func read(t testing.TB, req *http.Request, client nereid.HTTPClient) wireReply {
	t.Helper()
	resp, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	r := wireReply{status: resp.StatusCode, header: resp.Header, body: string(body)}
	if err := xml.Unmarshal(body, &r); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
	return r
}

const listClusters = "Action=DescribeDBClusters&Version=2014-10-31"

func TestWire(t *testing.T) {
	s := nereidtest.NewServer(t)
	for _, test := range []struct {
		name    string
		form    string
		prepare func(*http.Request, *sign)
		status  int
		code    string
		message string
	}{
		{name: "good", form: listClusters, status: 200},
		{name: "GET", form: listClusters, status: 200, prepare: func(r *http.Request, _ *sign) {
			r.Method, r.URL.RawQuery = http.MethodGet, listClusters
			r.Header.Del("Content-Type")
		}},
		{name: "POST with a query", form: "Version=2014-10-31", status: 200, prepare: func(r *http.Request, _ *sign) { r.URL.RawQuery = "Action=DescribeDBClusters" }},
		{name: "unknown member", form: listClusters + "&Surprise.1=x", status: 200},
		{name: "FIPS host", form: listClusters, status: 200, prepare: func(r *http.Request, _ *sign) { r.Host = "rds-fips.us-east-1.amazonaws.com" }},

		{name: "host in upper case", form: listClusters, status: 200, prepare: func(r *http.Request, _ *sign) { r.Host = "RDS.US-EAST-1.AmazonAWS.com" }},
		{name: "two signatures, the first one right", form: listClusters, status: 200, prepare: func(_ *http.Request, s *sign) {
			s.after = func(r *http.Request) { r.Header.Add("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDOTHER") }
		}},
		{name: "two signatures, the first one wrong", form: listClusters, status: 400, code: "IncompleteSignature", prepare: func(_ *http.Request, s *sign) {
			s.after = func(r *http.Request) {
				r.Header["Authorization"] = append([]string{"AWS4-HMAC-SHA256 Credential=AKIDOTHER"}, r.Header["Authorization"]...)
			}
		}},
		{name: "signed header twice", form: listClusters, status: 403, code: "SignatureDoesNotMatch", prepare: func(_ *http.Request, s *sign) {
			s.after = func(r *http.Request) { r.Header.Add("X-Amz-Date", r.Header.Get("X-Amz-Date")) }
		}},
		{name: "host in upper case, other region", form: listClusters, status: 403, code: "SignatureDoesNotMatch",
			prepare: func(r *http.Request, _ *sign) { r.Host = "RDS.US-WEST-2.AmazonAWS.com" }},

		{name: "nothing", form: "", status: 400, code: "MissingAction"},
		{name: "no action", form: "Version=2014-10-31", status: 400, code: "MissingAction"},
		{name: "unknown action", form: "Action=RebootTheWorld&Version=2014-10-31", status: 400, code: "InvalidAction",
			message: "Could not find operation RebootTheWorld for version 2014-10-31: nereidtest does not have it"},
		{name: "other version", form: "Action=DescribeDBClusters&Version=2012-01-01", status: 400, code: "InvalidAction"},
		{name: "no version", form: "Action=DescribeDBClusters", status: 400, code: "InvalidAction",
			message: "Could not find operation DescribeDBClusters for version NO_VERSION_SPECIFIED"},
		{name: "JSON", form: `{"Action":"DescribeDBClusters"}`, status: 400, code: "MissingAction", prepare: func(r *http.Request, _ *sign) {
			r.Header.Set("Content-Type", "application/json")
		}},
		{name: "bad encoding", form: listClusters + "&Marker=%zz", status: 400, code: "MalformedQueryString"},
		{name: "parameter twice", form: listClusters + "&Version=2014-10-31", status: 400, code: "MalformedQueryString",
			message: "The parameter Version may only be given once."},
		{name: "parameter in the URL and the body", form: listClusters, status: 400, code: "MalformedQueryString",
			prepare: func(r *http.Request, _ *sign) { r.URL.RawQuery = "Action=StopDBCluster" }},
		{name: "missing member", form: "Action=StopDBCluster&Version=2014-10-31", status: 400, code: "MissingParameter",
			message: "The request must contain the parameter DBClusterIdentifier."},
		{name: "instance without a cluster", form: "Action=CreateDBInstance&Version=2014-10-31&DBInstanceIdentifier=a&Engine=MariaDB&DBInstanceClass=db.t4g.micro",
			status: 400, code: "InvalidParameterValue", message: "The parameter AllocatedStorage must be provided and must not be null."},
		{name: "instance of Neptune without a cluster", form: "Action=CreateDBInstance&Version=2014-10-31&DBInstanceIdentifier=a&Engine=neptune&DBInstanceClass=db.r6g.large",
			status: 400, code: "MissingParameter", message: "The request must contain the parameter DBClusterIdentifier."},
		{name: "missing nested member", form: listClusters + "&Filters.Filter.1.Name=engine", status: 400, code: "MissingParameter"},
		{name: "no number", form: listClusters + "&MaxRecords=many", status: 400, code: "MalformedInput"},
		{name: "too large", form: listClusters + "&Marker=" + strings.Repeat("a", 1<<20), status: 413, code: "RequestEntityTooLarge"},

		{name: "not signed", form: listClusters, status: 403, code: "MissingAuthenticationToken", prepare: func(_ *http.Request, s *sign) { s.key = "" }},
		{name: "unknown key", form: listClusters, status: 403, code: "InvalidClientTokenId", prepare: func(_ *http.Request, s *sign) { s.key = "AKIDOTHER" }},
		{name: "wrong secret", form: listClusters, status: 403, code: "SignatureDoesNotMatch", prepare: func(_ *http.Request, s *sign) { s.secret = "x" }},
		{name: "session token", form: listClusters, status: 403, code: "InvalidClientTokenId", prepare: func(_ *http.Request, s *sign) { s.token = "x" }},
		{name: "signed long ago", form: listClusters, status: 403, code: "SignatureDoesNotMatch", message: "Signature expired: ",
			prepare: func(_ *http.Request, s *sign) { s.at = s.at.Add(-16 * time.Minute) }},
		{name: "signed for later", form: listClusters, status: 403, code: "SignatureDoesNotMatch", message: "Signature not yet current: ",
			prepare: func(_ *http.Request, s *sign) { s.at = s.at.Add(16 * time.Minute) }},
		{name: "other service", form: listClusters, status: 403, code: "SignatureDoesNotMatch", prepare: func(_ *http.Request, s *sign) { s.service = "neptune" }},
		{name: "other region", form: listClusters, status: 403, code: "SignatureDoesNotMatch", prepare: func(_ *http.Request, s *sign) { s.region = "us-west-2" }},
		{name: "changed after signing", form: listClusters, status: 403, code: "SignatureDoesNotMatch", prepare: func(_ *http.Request, s *sign) {
			s.after = func(r *http.Request) { r.Body = io.NopCloser(strings.NewReader(listClusters + "&MaxRecords=20")) }
		}},
		{name: "half a header", form: listClusters, status: 400, code: "IncompleteSignature", prepare: func(_ *http.Request, s *sign) {
			s.after = func(r *http.Request) { r.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE") }
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := post(t, s, test.form, test.prepare)
			if r.status != test.status || r.Error.Code != test.code || !strings.Contains(r.Error.Message, test.message) {
				t.Fatalf("status %d, %s: %q; want %d, %s: %q", r.status, r.Error.Code, r.Error.Message, test.status, test.code, test.message)
			}
			if got := r.header.Get("Content-Type"); got != "text/xml" {
				t.Errorf("Content-Type is %q", got)
			}
			if r.XMLName.Space != "http://rds.amazonaws.com/doc/2014-10-31/" {
				t.Errorf("namespace is %q", r.XMLName.Space)
			}
			id := r.header.Get("X-Amzn-Requestid")
			if id == "" || !strings.Contains(r.body, "<RequestId>"+id+"</RequestId>") {
				t.Errorf("request id %q is not in %s", id, r.body)
			}
			if test.code != "" && (r.Error.Type != "Sender" || r.XMLName.Local != "ErrorResponse") {
				t.Errorf("type %s in <%s>", r.Error.Type, r.XMLName.Local)
			}
		})
	}
}

func TestCredentials(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := nereidtest.NewServer(t,
			nereidtest.WithCredentials(nereid.Credentials{AccessKeyID: "ASIAONE", SecretAccessKey: "one", SessionToken: "token"}),
			nereidtest.WithCredentials(nereid.Credentials{
				AccessKeyID: "ASIATWO", SecretAccessKey: "two", CanExpire: true, Expires: time.Now().Add(time.Hour),
			}))
		one := s.Config()
		two := one.Copy()
		two.Credentials = nereid.StaticCredentials("ASIATWO", "two", "")
		call := func(cfg nereid.Config) error {
			return fail(neptune.NewFromConfig(withoutRetries(cfg)).DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{}))
		}
		if err := errors.Join(call(one), call(two)); err != nil {
			t.Error(err)
		}
		<-time.After(time.Hour)
		if code, status := codeOf(call(two)); code != "ExpiredToken" || status != 403 {
			t.Errorf("an hour later: %s, %d; want ExpiredToken, 403", code, status)
		}
		if text := fmt.Sprintf("%v %+v %#v", s, s, one); strings.Contains(text, "token") {
			t.Errorf("the session token is printed: %s", text)
		}
	})
}

func TestRequests(t *testing.T) {
	s := nereidtest.NewServer(t, nereidtest.WithClock(epoch))
	s.AddCluster(nereidtest.Cluster{ID: "graph"})
	c := neptune.NewFromConfig(s.ConfigFor("eu-central-1"))
	_, _ = c.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("graph")})
	must(c.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{MaxRecords: i32(20)}))(t)

	list := s.Requests()
	if len(list) != 2 || s.Count("") != 2 || s.Count("StopDBCluster") != 1 || s.Count("StartDBCluster") != 0 {
		t.Fatalf("%d requests, counted %d", len(list), s.Count(""))
	}
	stop, describe := list[0], list[1]
	if stop.Action != "StopDBCluster" || stop.Region != "eu-central-1" || stop.AccessKeyID != "AKIDEXAMPLE" || stop.Attempt != 1 ||
		stop.InvocationID == "" || stop.Succeeded || stop.StatusCode != http.StatusNotFound || stop.ErrorCode != "DBClusterNotFoundFault" ||
		stop.Parameter("DBClusterIdentifier") != "graph" {
		t.Errorf("%+v", stop)
	}
	if !describe.Succeeded || describe.StatusCode != http.StatusOK || describe.ErrorCode != "" || describe.Header.Get("Authorization") != "" {
		t.Errorf("%+v", describe)
	}
	if s.CountSucceeded("") != 1 || s.CountSucceeded("StopDBCluster") != 0 {
		t.Errorf("%d succeeded, %d stops", s.CountSucceeded(""), s.CountSucceeded("StopDBCluster"))
	}
	s.ResetRequests()
	if len(s.Requests()) != 0 || s.Count("") != 0 {
		t.Error("requests are left")
	}
}

// TestRequestsTakeBoundedMemory sends a hundred unsigned requests of nearly 1
// MB each. TestRequestLog does so without a server.
func TestRequestsTakeBoundedMemory(t *testing.T) {
	longtest.Only(t, "it sends 100 MB")
	s := nereidtest.NewServer(t)
	body := strings.Repeat("a", 1<<20-100)
	for range 100 {
		post(t, s, "Marker="+body, func(_ *http.Request, s *sign) { s.key = "" })
	}
	size := 0
	list := s.Requests()
	for _, r := range list {
		size += len(r.Parameter("Marker"))
	}
	if size > 64<<20 || len(list) < 50 {
		t.Errorf("%d requests of %d bytes are kept", len(list), size)
	}
	if last := list[len(list)-1]; s.Count("") != 100 || last.ErrorCode != "MissingAction" {
		t.Errorf("%d requests, the last one %s", s.Count(""), last.ErrorCode)
	}
	post(t, s, listClusters, nil)
	list = s.Requests()
	if last := list[len(list)-1]; !last.Succeeded || last.Action != "DescribeDBClusters" {
		t.Errorf("the last request: %+v", last)
	}
}

// TestStateFollowsTime has no manual clock: the bubble's time moves the states,
// and WithSpeed moves them faster.
func TestStateFollowsTime(t *testing.T) {
	for _, speed := range []float64{1, 60} {
		synctest.Test(t, func(t *testing.T) {
			s := nereidtest.NewServer(t, nereidtest.WithSpeed(speed))
			source := s.AddSnapshot(nereidtest.Snapshot{ID: "a"})
			c := rds.NewFromConfig(s.Config())
			must(c.StartExportTask(ctx, exportInput("e", source)))(t)
			e := estate{rds: c}
			begin := time.Now()
			for _, step := range []struct {
				at   time.Duration
				want string
			}{{13 * time.Minute, "STARTING"}, {17 * time.Minute, "IN_PROGRESS"}, {20 * time.Minute, "COMPLETE"}} {
				<-time.After(time.Until(begin.Add(time.Duration(float64(step.at) / speed))))
				if got := e.export(t, "e"); *got.Status != step.want {
					t.Errorf("speed %v: after %v %s, want %s", speed, step.at, *got.Status, step.want)
				}
			}
		})
	}
}

// TestSpeedGoesOn advances the clock by more time than a Duration can hold.
func TestSpeedGoesOn(t *testing.T) {
	for _, pause := range []time.Duration{time.Minute, 90 * time.Minute, 20 * time.Hour} {
		synctest.Test(t, func(t *testing.T) {
			s := nereidtest.NewServer(t, nereidtest.WithSpeed(1e6))
			begin, now := time.Now(), s.Now()
			for range 3 {
				<-time.After(pause)
				next := s.Now()
				if got, want := next.Unix()-now.Unix(), int64(pause.Seconds()*1e6); got != want {
					t.Errorf("%s after the begin the clock has moved by %d s in %s, want %d", time.Since(begin), got, pause, want)
				}
				now = next
			}
		})
	}
}

// TestSlowSpeed reads the clock so often that it moves by less than a
// nanosecond each time.
func TestSlowSpeed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := nereidtest.NewServer(t, nereidtest.WithSpeed(0.25))
		begin := s.Now()
		for range 8000 {
			<-time.After(time.Microsecond)
			_ = s.Now()
		}
		if got := s.Now().Sub(begin); got != 2*time.Millisecond {
			t.Errorf("%s, want 2ms", got)
		}
	})
}

func TestSpeedRefused(t *testing.T) {
	for _, speed := range []float64{0, -1, math.NaN(), math.Inf(1), math.Inf(-1), 1e6 + 1} {
		s, err := nereidtest.Start(nereidtest.WithSpeed(speed))
		if err == nil || s != nil || !strings.Contains(err.Error(), "more than 0 and at most 1000000") {
			t.Errorf("speed %v: %v", speed, err)
		}
		tb := &recorder{TB: t}
		if nereidtest.NewServer(tb, nereidtest.WithSpeed(speed)); tb.fatal == "" {
			t.Errorf("speed %v: NewServer accepts it", speed)
		}
	}
}

func TestOptionsRefused(t *testing.T) {
	for want, opt := range map[string]nereidtest.Option{
		"no region":                             nereidtest.WithRegion(""),
		`"" is not a valid account`:             nereidtest.WithAccount(""),
		`"1234567890" is not a valid account`:   nereidtest.WithAccount("1234567890"),
		`"123456789o12" is not a valid account`: nereidtest.WithAccount("123456789o12"),
		"ClusterCreate of -1s":                  nereidtest.WithTimings(func(t *nereidtest.Timings) { t.ClusterCreate = -time.Second }),
		"ExportTasks of -1ns":                   nereidtest.WithLags(func(l *nereidtest.Lags) { l.ExportTasks = -1 }),
		"StatusLag of -1ns":                     nereidtest.WithTimings(func(t *nereidtest.Timings) { t.StatusLag = -1 }),
	} {
		if s, err := nereidtest.Start(opt); s != nil || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
	s, err := nereidtest.Start(nereidtest.WithTimings(func(t *nereidtest.Timings) { *t = nereidtest.Timings{} }))
	if err != nil {
		t.Fatalf("without any times: %v", err)
	}
	s.Close()
}

func TestContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := nereidtest.NewServer(t)
		c := neptune.NewFromConfig(s.Config())
		s.Inject(nereidtest.Fault{Delay: time.Hour, Times: -1})
		short, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel()
		begin := time.Now()
		err := fail(c.DescribeDBClusters(short, &neptune.DescribeDBClustersInput{}))
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(begin) != time.Minute {
			t.Errorf("after %v: %v", time.Since(begin), err)
		}
		over, cancel := context.WithCancel(ctx)
		cancel()
		if err := fail(c.DescribeDBClusters(over, &neptune.DescribeDBClustersInput{})); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled before: %v", err)
		}
	})
}

func TestClockSkew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := nereidtest.NewServer(t)
		s.SetClockSkew(time.Hour)
		r := post(t, s, listClusters, nil)
		if want := time.Now().Add(time.Hour).UTC().Format(http.TimeFormat); r.Error.Code != "SignatureDoesNotMatch" || r.header.Get("Date") != want {
			t.Errorf("%s at %s, want SignatureDoesNotMatch at %s", r.Error.Code, r.header.Get("Date"), want)
		}
	})
}

func TestPort(t *testing.T) {
	s := nereidtest.NewServer(t)
	at := s.URL()
	if u, err := url.Parse(at); err != nil || u.Hostname() != "127.0.0.1" || s.URL() != at {
		t.Errorf("URL %s, then %s", at, s.URL())
	}
	cfg := s.Config()
	cfg.HTTPClient, cfg.BaseEndpoint = nil, str(s.URL())
	c := neptune.NewFromConfig(withoutRetries(cfg))
	must(c.CreateDBCluster(ctx, &neptune.CreateDBClusterInput{DBClusterIdentifier: str("graph"), Engine: str("neptune")}))(t)
	// The same server, called within the process.
	must(neptune.NewFromConfig(s.Config()).DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{DBClusterIdentifier: str("graph")}))(t)

	s.Inject(nereidtest.LostAnswer(""))
	var api smithy.APIError
	if err := fail(c.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{})); err == nil || errors.As(err, &api) {
		t.Errorf("a reset: %v", err)
	}
	s.Inject(nereidtest.CutAnswer("", 100))
	if err := fail(c.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{})); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a cut: %v, want an unexpected EOF", err)
	}
	s.Inject(nereidtest.Fault{Edit: func(_ *nereidtest.Request, r *nereidtest.Response) { r.Length, r.Drip = -1, time.Nanosecond }})
	if err := fail(c.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{})); err != nil {
		t.Errorf("a slow one of unknown length: %v", err)
	}
	s.Close()
	if err := fail(c.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{})); err == nil {
		t.Error("the port answers after Close")
	}
	if err := fail(neptune.NewFromConfig(withoutRetries(s.Config())).DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{})); err == nil {
		t.Error("the server answers after Close")
	}
}

func TestStartListens(t *testing.T) {
	s, err := nereidtest.Start(nereidtest.WithAddr("127.0.0.1:0"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	u, _ := url.Parse(s.URL())
	if again, err := nereidtest.Start(nereidtest.WithAddr(u.Host)); err == nil {
		again.Close()
		t.Error("listens on an address that is in use")
	}
}

// TestConcurrency makes many goroutines compete. Only one of them may succeed,
// or as many as the quota allows.
func TestConcurrency(t *testing.T) {
	e := newEstate(t)
	e.AddCluster(nereidtest.Cluster{ID: "graph"})
	source := e.AddSnapshot(nereidtest.Snapshot{ID: "a"})
	var (
		wg        sync.WaitGroup
		mu        sync.Mutex
		succeeded = make(map[string]int)
	)
	try := func(what string, call func() error) {
		wg.Go(func() {
			if call() == nil {
				mu.Lock()
				defer mu.Unlock()
				succeeded[what]++
			}
		})
	}
	for n := range 30 {
		try("create", func() error {
			return fail(e.neptune.CreateDBClusterSnapshot(ctx, &neptune.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: str("graph"), DBClusterSnapshotIdentifier: str("new"),
			}))
		})
		try("stop", func() error {
			return fail(e.neptune.StopDBCluster(ctx, &neptune.StopDBClusterInput{DBClusterIdentifier: str("graph")}))
		})
		try("export", func() error { return fail(e.rds.StartExportTask(ctx, exportInput(fmt.Sprint("e", n), source))) })
		try("describe", func() error { return fail(e.rds.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{})) })
		wg.Go(func() { e.Advance(time.Millisecond); e.Requests(); e.Count("") })
	}
	wg.Wait()
	if succeeded["create"] > 1 || succeeded["stop"] != 1 || succeeded["export"] != 5 || succeeded["describe"] != 30 {
		t.Errorf("%v, want at most one create, one stop, 5 exports and 30 describes", succeeded)
	}
}

type recorder struct {
	testing.TB
	fatal string
}

func (r *recorder) Fatalf(format string, args ...any) { r.fatal = fmt.Sprintf(format, args...) }

func TestMisuse(t *testing.T) {
	tb := &recorder{TB: t}
	s := nereidtest.NewServer(tb)
	s.AddInstance(nereidtest.Instance{ID: "graph-2"})
	for what, act := range map[string]func(){
		"AddCluster":             func() { s.AddCluster(nereidtest.Cluster{ID: "a_b"}) },
		`"Graph-2"`:              func() { s.AddCluster(nereidtest.Cluster{ID: "Graph", Instances: 2}) },
		`a-1"`:                   func() { s.AddCluster(nereidtest.Cluster{ID: strings.Repeat("a", 62), Instances: 1}) },
		"AddInstance":            func() { s.AddInstance(nereidtest.Instance{ID: "1"}) },
		"AddDBSnapshot":          func() { s.AddDBSnapshot(nereidtest.DBSnapshot{ID: "rds:"}) },
		"SetDBSnapshotStatus":    func() { s.SetDBSnapshotStatus("x", "available") },
		"AddSnapshot":            func() { s.AddSnapshot(nereidtest.Snapshot{}) },
		"AddExportTask":          func() { s.AddExportTask(nereidtest.ExportTask{}) },
		"AddGlobalCluster":       func() { s.AddGlobalCluster("w", homeARN) },
		"Remove":                 func() { s.Remove("x") },
		"Advance":                func() { s.Advance(-1) },
		"SetClusterStatus":       func() { s.SetClusterStatus("x", "available") },
		"SetInstanceStatus":      func() { s.SetInstanceStatus("x", "available") },
		"SetSnapshotStatus":      func() { s.SetSnapshotStatus("x", "available") },
		"SetGlobalClusterStatus": func() { s.SetGlobalClusterStatus("x", "available") },
		"SetExportTaskStatus":    func() { s.SetExportTaskStatus("x", "FAILED", "") },
	} {
		tb.fatal = ""
		act()
		if !strings.Contains(tb.fatal, what) {
			t.Errorf("%s: %q", what, tb.fatal)
		}
	}
	if got, err := neptune.NewFromConfig(s.Config()).DescribeDBClusters(ctx, nil); err != nil || len(got.DBClusters) != 0 {
		t.Errorf("%d clusters were added nevertheless: %v", len(got.DBClusters), err)
	}
	alone, err := nereidtest.Start()
	if err != nil {
		t.Fatal(err)
	}
	defer alone.Close()
	defer func() {
		if recover() == nil {
			t.Error("without a test a misuse does not panic")
		}
	}()
	alone.SetClusterStatus("x", "available")
}

func TestRemove(t *testing.T) {
	e := world(t)
	snapshot := e.AddSnapshot(nereidtest.Snapshot{ID: "a"})
	e.AddExportTask(nereidtest.ExportTask{ID: "Done"})
	must(e.neptune.SwitchoverGlobalCluster(ctx, &neptune.SwitchoverGlobalClusterInput{
		GlobalClusterIdentifier: str("world"), TargetDbClusterIdentifier: str(awayARN),
	}))(t)
	for _, id := range []string{
		"arn:aws:rds::123456789012:global-cluster:world", homeARN, "arn:aws:rds:eu-west-1:123456789012:db:away-1", snapshot, "done",
	} {
		e.Remove(id)
	}
	e.Advance(time.Hour) // planned events of removed resources do no harm
	e.gone(t, "home")
	if c := describeCluster(t, e.away, "away"); c.GlobalClusterIdentifier != nil || len(c.DBClusterMembers) != 0 {
		t.Errorf("%+v", c)
	}
	snapshots := must(e.rds.DescribeDBClusterSnapshots(ctx, &rds.DescribeDBClusterSnapshotsInput{}))(t).DBClusterSnapshots
	exports := must(e.rds.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{}))(t).ExportTasks
	if len(snapshots)+len(exports) != 0 {
		t.Errorf("%d snapshots and %d exports are left", len(snapshots), len(exports))
	}
}

func TestDemoEstate(t *testing.T) {
	e := newEstate(t)
	e.AddDemoEstate()
	clusters := must(e.rds.DescribeDBClusters(ctx, &rds.DescribeDBClustersInput{}))(t).DBClusters
	away := must(e.away.DescribeDBClusters(ctx, &neptune.DescribeDBClustersInput{}))(t).DBClusters
	exports := must(e.rds.DescribeExportTasks(ctx, &rds.DescribeExportTasksInput{}))(t).ExportTasks
	engines := make(map[string]int)
	for _, c := range clusters {
		engines[*c.Engine]++
		if len(c.TagList) == 0 {
			t.Errorf("%s has no tags", *c.DBClusterIdentifier)
		}
	}
	if engines["neptune"] < 3 || engines["aurora-postgresql"] != 1 || len(away) < 2 || len(exports) < 1 {
		t.Errorf("%v, %d clusters away, %d exports", engines, len(away), len(exports))
	}
	clear(engines)
	for _, i := range must(e.rds.DescribeDBInstances(ctx, nil))(t).DBInstances {
		if i.DBClusterIdentifier == nil {
			engines["instance "+*i.Engine]++
		}
	}
	for _, s := range must(e.rds.DescribeDBSnapshots(ctx, nil))(t).DBSnapshots {
		engines["snapshot "+*s.Engine]++
		for _, task := range exports {
			if *task.SourceArn == *s.DBSnapshotArn {
				engines["export "+*s.Engine]++
			}
		}
	}
	for _, what := range []string{"instance", "snapshot", "export"} {
		for _, engine := range []string{"postgres", "mysql"} {
			if engines[what+" "+engine] == 0 {
				t.Errorf("no %s of %s", what, engine)
			}
		}
	}
}

// If a service's clocks are wrong, its Date headers and its Describe responses
// have the same offset.
func TestWithClockSkew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, d := range []time.Duration{-36 * time.Hour, -time.Minute, 0, 2 * time.Hour} {
			s := nereidtest.NewServer(t, nereidtest.WithClockSkew(d))
			want := time.Now().Add(d).UTC()
			var date string
			client := rds.NewFromConfig(s.Config(), func(o *rds.Options) {
				o.HTTPClient = dated{o.HTTPClient, &date}
			})
			s.AddCluster(nereidtest.Cluster{ID: "graph"})
			out := must(client.CreateDBClusterSnapshot(ctx, &rds.CreateDBClusterSnapshotInput{
				DBClusterIdentifier: str("graph"), DBClusterSnapshotIdentifier: str("s1"),
			}))(t)
			if !out.DBClusterSnapshot.SnapshotCreateTime.Equal(want) || !s.Now().Equal(want) || date != want.Format(http.TimeFormat) {
				t.Errorf("by %s: made %s, now %s, Date %s, want %s", d, out.DBClusterSnapshot.SnapshotCreateTime, s.Now(), date, want)
			}
		}
		s := nereidtest.NewServer(t, nereidtest.WithClockSkew(time.Hour), nereidtest.WithClock(epoch))
		if !s.Now().Equal(epoch) {
			t.Errorf("with its own clock it shows %s", s.Now())
		}
	})
}

// dated keeps the Date header of the last response.
type dated struct {
	nereid.HTTPClient
	date *string
}

func (d dated) Do(req *http.Request) (*http.Response, error) {
	resp, err := d.HTTPClient.Do(req)
	if err == nil {
		*d.date = resp.Header.Get("Date")
	}
	return resp, err
}
