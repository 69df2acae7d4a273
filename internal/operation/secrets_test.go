package operation_test

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/logging"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

const (
	password = "hunter2&<more>+%"
	everyBit = ^nereid.ClientLogMode(0)
)

// A hostile service answers with everything that it received, in every possible
// form, as AWS does when it explains a wrong signature.
func hostile(status int) doFunc {
	n := 0
	return func(req *http.Request) (*http.Response, error) {
		data, err := io.ReadAll(req.Body)
		if err != nil {
			return nil, err
		}
		if n++; n == 1 {
			return answer(503, "busy")(req)
		}
		form, err := url.ParseQuery(string(data))
		if err != nil {
			return nil, err
		}
		var told strings.Builder
		told.WriteString("The Canonical String for this request should have been 'POST\n/\n")
		for name, values := range req.Header {
			if name != "Authorization" {
				fmt.Fprintf(&told, "%s:%s\n", strings.ToLower(name), strings.Join(values, ","))
			}
		}
		for name, values := range form {
			fmt.Fprintf(&told, "%s=%s %s ", name, values[0], url.QueryEscape(values[0]))
		}
		told.Write(data)
		text := html.EscapeString(told.String())
		op := form.Get("Action")
		body := "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>" + text + "</Message></Error></ErrorResponse>"
		switch status {
		case 200:
			body = "<" + op + "Response><" + op + "Result><Message>" + text + "</Message></" + op + "Result></" + op + "Response>"
		case 502:
			body = told.String()
		}
		resp, err := answer(status, body)(req)
		resp.Header = http.Header{
			"Location":   {"https://other.example/?X-Amz-Security-Token=" + url.QueryEscape(session) + "&X-Amz-Signature=0123abcd#" + session},
			"Set-Cookie": {"session=" + session}, "X-Echo-Token": {session},
		}
		return resp, err
	}
}

// hidden returns the secrets of a call, plain and in all escaped forms.
func hidden(requests []*http.Request, urls []string) (all []string) {
	for _, s := range append([]string{secret, session, password}, urls...) {
		all = append(all, s, url.QueryEscape(s), html.EscapeString(s))
	}
	for _, req := range requests {
		_, signature, _ := strings.Cut(req.Header.Get("Authorization"), "Signature=")
		all = append(all, signature)
	}
	return all
}

// Neither an error nor the log, with every bit of the mode set, contains the
// session token, the secret key, a signature, a password or a presigned URL.
func TestNoSecretsInLogsAndErrors(t *testing.T) {
	for _, status := range []int{200, 302, 403, 502} {
		var log bytes.Buffer
		var r recorder
		respond := hostile(status)
		do := doFunc(func(req *http.Request) (*http.Response, error) {
			data, err := io.ReadAll(req.Body)
			if err != nil {
				return nil, err
			}
			req.Body = io.NopCloser(bytes.NewReader(data))
			if _, err := r.then(answer(200, ""))(req); err != nil {
				return nil, err
			}
			req.Body = io.NopCloser(bytes.NewReader(data))
			return respond(req)
		})
		creds := nereid.StaticCredentials("ASIAEXAMPLE", secret, session)
		headers := []func(*rds.Options){rds.WithAPIOptions(
			smithyhttp.SetHeaderValue("Cookie", "a="+session), smithyhttp.SetHeaderValue("Proxy-Authorization", "Basic "+session), smithyhttp.SetHeaderValue("X-Api-Key", session),
		)}
		rdsClient := newClient(nil, append(headers, withHTTPClient(do), func(o *rds.Options) {
			o.Credentials, o.Logger, o.ClientLogMode, o.Retryer = creds, logging.NewStandardLogger(&log), everyBit, eager{}
		})...)
		neptuneClient := neptune.New(neptune.Options{
			Region: region, Credentials: creds, HTTPClient: do, Logger: logging.NewStandardLogger(&log), ClientLogMode: everyBit, Retryer: eager{},
		})
		_, copyErr := rdsClient.CopyDBClusterSnapshot(t.Context(), &rds.CopyDBClusterSnapshotInput{
			SourceDBClusterSnapshotIdentifier: nereid.String(snapshotARN), TargetDBClusterSnapshotIdentifier: nereid.String("s2"),
		})
		_, createErr := neptuneClient.CreateDBCluster(t.Context(), &neptune.CreateDBClusterInput{
			DBClusterIdentifier: nereid.String("c1"), Engine: nereid.String("neptune"), MasterUserPassword: nereid.String(password),
		})
		var urls []string
		for _, body := range r.bodies {
			form, err := url.ParseQuery(body)
			if err != nil {
				t.Error(err)
			}
			if presigned := form.Get("PreSignedUrl"); presigned != "" {
				urls = append(urls, presigned)
			}
		}
		if len(urls) == 0 || !strings.Contains(strings.Join(r.bodies, " "), url.QueryEscape(password)) {
			t.Fatalf("nothing secret was sent: %v", r.bodies)
		}
		texts := map[string]string{"log": log.String()}
		for name, err := range map[string]error{"copy": copyErr, "create": createErr} {
			if (err == nil) != (status == 200) {
				t.Errorf("status %d: %v", status, err)
			}
			for _, verb := range []string{"%v", "%+v", "%#v", "%q", "%s"} {
				texts[name+" "+verb] = fmt.Sprintf(verb, err)
			}
			var api smithy.APIError
			if errors.As(err, &api) {
				texts[name+" message"] = api.ErrorMessage()
			}
		}
		for name, text := range texts {
			for _, s := range hidden(r.requests, urls) {
				if len(s) > 0 && strings.Contains(text, s) {
					t.Errorf("status %d: %s shows %q:\n%s", status, name, s, text)
					break
				}
			}
		}
		// The useful details are still logged.
		for _, want := range []string{
			"request service=RDS operation=CopyDBClusterSnapshot region=eu-central-1 attempt=1 method=POST url=https://rds.eu-central-1.amazonaws.com/\n", "Authorization: REDACTED\n", "X-Amz-Security-Token: REDACTED\n", "Cookie: REDACTED\n", "X-Api-Key: REDACTED\n",
			"Action=CopyDBClusterSnapshot&Version=2014-10-31", "&PreSignedUrl=REDACTED", "MasterUserPassword=REDACTED", "response service=RDS", "Location: https://other.example/?REDACTED\n",
			"access_key_id=ASIAEXAMPLE signing_region=eu-central-1 signing_name=rds date=2", "attempt failed service=RDS operation=CopyDBClusterSnapshot region=eu-central-1 attempt=1 error=", "retried=true delay=0s", "\nbusy",
		} {
			if !strings.Contains(log.String(), want) {
				t.Errorf("status %d: the log lacks %q:\n%s", status, want, log.String())
			}
		}
	}
}

// A log shows whether Secrets Manager manages or rotates a password, and no password.
func TestLogOfManagedPassword(t *testing.T) {
	var log strings.Builder
	client := newClient(answer(400, "no"), func(o *rds.Options) {
		o.Logger, o.ClientLogMode = logging.NewStandardLogger(&log), everyBit
	})
	_, err := client.ModifyDBCluster(t.Context(), &rds.ModifyDBClusterInput{
		DBClusterIdentifier: nereid.String("c1"), ManageMasterUserPassword: nereid.Bool(false), RotateMasterUserPassword: nereid.Bool(true),
		MasterUserPassword: nereid.String(password),
	})
	for _, want := range []string{"ManageMasterUserPassword=false", "RotateMasterUserPassword=true", "&MasterUserPassword=REDACTED"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("%v: the log lacks %q:\n%s", err, want, log.String())
		}
	}
	if strings.Contains(log.String(), password) {
		t.Errorf("the log shows the password:\n%s", log.String())
	}
}

// Each bit of the mode selects its part of the log.
func TestLogModes(t *testing.T) {
	for _, c := range []struct {
		mode nereid.ClientLogMode
		want []string
		none []string
	}{
		{0, nil, []string{"."}},
		{nereid.LogSigning, []string{"DEBUG signing service=RDS", "access_key_id=" + key}, []string{"DEBUG request", "DEBUG response"}},
		{nereid.LogRetries, []string{"DEBUG attempt failed", "retried=true delay=0s", "503"}, []string{"DEBUG request", "DEBUG response", "DEBUG signing"}},
		{nereid.LogRequest, []string{"DEBUG request", "method=POST", "User-Agent: nereid"}, []string{"Action=", "DEBUG response"}},
		{nereid.LogRequestWithBody, []string{"DEBUG request", "\n\nAction=CancelExportTask"}, []string{"DEBUG response"}},
		{nereid.LogResponse, []string{"DEBUG response", "status=200", "X-Header: value"}, []string{"DEBUG request", "<ExportTaskIdentifier>"}},
		{nereid.LogResponseWithBody, []string{"DEBUG response", "\n\n<CancelExportTaskResponse>"}, []string{"DEBUG request"}},
		{nereid.LogDeprecatedUsage | nereid.LogRequestEventMessage | nereid.LogResponseEventMessage, nil, []string{"."}},
	} {
		var log bytes.Buffer
		respond := script(answer(503, ""), func(req *http.Request) (*http.Response, error) {
			return ok("t1").HeaderSet(http.Header{"X-Header": {"value"}})(req)
		})
		client := newClient(respond, func(o *rds.Options) {
			o.Logger, o.ClientLogMode, o.Retryer = logging.NewStandardLogger(&log), c.mode, eager{}
		})
		if out := mustCancel(t, client); *out.ExportTaskIdentifier != "t1" {
			t.Errorf("mode %x changes the result", uint64(c.mode))
		}
		for _, want := range c.want {
			if !strings.Contains(log.String(), want) {
				t.Errorf("mode %x lacks %q:\n%s", uint64(c.mode), want, log.String())
			}
		}
		for _, none := range c.none {
			if regexp.MustCompile(none).MatchString(log.String()) {
				t.Errorf("mode %x has %q:\n%s", uint64(c.mode), none, log.String())
			}
		}
	}
}

// The body of a middleware is not logged. A truncated response is logged as far
// as it arrived and is still an error.
func TestLogOddBodies(t *testing.T) {
	var log bytes.Buffer
	broken := errors.New("broken")
	client := newClient(nil, once, func(o *rds.Options) { o.Logger, o.ClientLogMode = logging.NewStandardLogger(&log), everyBit },
		withHTTPClient(doFunc(func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 200, Body: io.NopCloser(io.MultiReader(strings.NewReader("<half"), failing{broken}))}, nil
		})),
		rds.WithAPIOptions(replaceBody(strings.NewReader("secret="+secret))))
	_, err := cancel(t, client)
	if !errors.Is(err, broken) {
		t.Error(err)
	}
	if text := log.String(); strings.Contains(text, secret) || !strings.Contains(text, "a middleware set the body") || !strings.Contains(text, "<half") {
		t.Error(text)
	}
}

// failing is a reader that fails.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
