package nereid_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// renderings returns the output of fmt, encoding/json and log/slog for a value. If a value has no
// JSON, its rendering is the error.
func renderings(v any) map[string]string {
	all := map[string]string{}
	for _, verb := range verbs {
		all[verb] = fmt.Sprintf(verb, v)
	}
	for _, verb := range misused {
		if !strings.HasSuffix(strings.TrimSuffix(fmt.Sprintf("%T", v), " }"), "nereid.Credentials") {
			all[verb] = fmt.Sprintf(verb, v)
		}
	}
	all["Sprint"], all["Sprintln"] = fmt.Sprint(v), fmt.Sprintln(v)
	data, err := json.Marshal(v)
	all["json"] = fmt.Sprint(string(data), err)
	for name, handler := range map[string]func(io.Writer) slog.Handler{
		"slog text": func(w io.Writer) slog.Handler { return slog.NewTextHandler(w, nil) },
		"slog JSON": func(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, nil) },
	} {
		var b bytes.Buffer
		slog.New(handler(&b)).With("with", v).Info("message", "value", v, slog.Group("group", "value", v))
		all[name] = b.String()
	}
	return all
}

// verbs are the verbs of fmt, with some flags, and one that does not exist. misused are those for
// which fmt does not call Format.
var (
	verbs = []string{
		"%v", "%+v", "%#v", "%T", "%t", "%b", "%c", "%d", "%o", "%O", "%q", "%x", "%X", "%U",
		"%e", "%E", "%f", "%F", "%g", "%G", "%s", "%-30v", "%08.3f", "%+q", "% x", "%#x", "%z",
	}
	misused = []string{"%p", "%w"}
)

// SECURITY.md lists the verbs of fmt for which Credentials are redacted, and those for which they are
// not.
func TestVerbsThatRedactCredentials(t *testing.T) {
	text, err := os.ReadFile("SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	creds := nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, SessionToken: session}
	for _, v := range []any{creds, &creds, []nereid.Credentials{creds}, struct{ C nereid.Credentials }{creds}} {
		for _, verb := range verbs {
			if got := fmt.Sprintf(verb, v); strings.Contains(got, secret) || strings.Contains(got, session) {
				t.Errorf("%s of %T shows %s", verb, v, got)
			}
		}
	}
	for _, verb := range misused {
		if got := fmt.Sprintf(verb, creds); !strings.Contains(got, secret) {
			t.Errorf("%s of Credentials holds, which SECURITY.md denies", verb)
		}
		if !strings.Contains(string(text), "`"+verb+"`") {
			t.Errorf("SECURITY.md does not mention %s", verb)
		}
	}
	if strings.Contains(string(text), "every verb") {
		t.Error("SECURITY.md promises every verb")
	}
}

// secrets returns the secrets that must not appear, in the forms that %x and %q would print.
func secrets() []string {
	var all []string
	for _, s := range []string{secret, session, "signature=0123abcd", "hunter2-password"} {
		all = append(all, s, fmt.Sprintf("%x", s), fmt.Sprintf("%X", s), strings.Trim(fmt.Sprintf("%q", s), `"`), url.QueryEscape(s))
	}
	return all
}

// shown returns the name of a rendering that contains a secret, or "" if none does.
func shown(v any) string {
	for how, text := range renderings(v) {
		for _, s := range secrets() {
			if strings.Contains(text, s) {
				return how + ": " + text
			}
		}
	}
	return ""
}

// signedRequest returns a signed request with all kinds of secrets.
func signedRequest() *http.Request {
	req, _ := http.NewRequest(http.MethodPost, "https://rds.eu-central-1.amazonaws.com/?X-Amz-Security-Token="+url.QueryEscape(session), strings.NewReader("MasterUserPassword=hunter2-password"))
	req.Header.Set("Authorization", "AWS4-HMAC-SHA256 signature=0123abcd")
	req.Header.Set("X-Amz-Security-Token", session)
	return req
}

// No exported value shows a secret, however it is printed.
func TestNothingShowsSecrets(t *testing.T) {
	creds := nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, SessionToken: session, Source: "test", CanExpire: true, Expires: time.Now().Add(time.Hour).Round(0)}
	static := nereid.StaticCredentials(key, secret, session)
	t.Setenv("AWS_ACCESS_KEY_ID", key)
	t.Setenv("AWS_SECRET_ACCESS_KEY", secret)
	t.Setenv("AWS_SESSION_TOKEN", session)
	env, err := nereid.LoadEnvConfig()
	if err != nil {
		t.Fatal(err)
	}
	function := nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) { return creds, nil })
	cache := nereid.NewCredentialsCache(function)
	synctest.Test(t, func(t *testing.T) {
		if c, err := cache.Retrieve(t.Context()); err != nil || c != creds { // the cache contains them now
			t.Fatal(err)
		}
		synctest.Wait() // waits for the end of the refresh, because %w and %p read the cache without its lock
	})
	cfg := nereid.Config{Region: "eu-central-1", Credentials: static}
	response := &nereid.ResponseError{ResponseError: &smithyhttp.ResponseError{
		Response: &smithyhttp.Response{Response: &http.Response{StatusCode: 400, Body: http.NoBody, Request: signedRequest()}},
		Err:      &types.InvalidExportOnlyFault{},
	}, RequestID: "r"}
	operation := &smithy.OperationError{ServiceID: "RDS", OperationName: "CancelExportTask", Err: response}
	client := rds.NewFromConfig(cfg)

	values := []any{
		cfg, &cfg, env, nereid.Config{Credentials: cache}, nereid.Config{Credentials: function},
		creds, &creds, []nereid.Credentials{creds}, map[string]nereid.Credentials{"a": creds}, struct{ C nereid.Credentials }{creds}, struct{ C *nereid.Credentials }{&creds},
		static, env.Credentials, function, cache, nereid.NewCredentialsCache(static),
		response, operation, &nereid.MaxAttemptsError{Attempt: 3, Err: operation},
		&nereid.WaitError{Resource: "x", Wanted: "y", Outcome: nereid.ErrWaitPoll, Cause: operation},
		client, client.Options(), neptune.NewFromConfig(cfg), neptune.NewFromConfig(cfg).Options(), rds.Options{Credentials: static},
		// Below an unexported field, fmt calls no methods, and prints pointers as addresses.
		struct{ p nereid.CredentialsProvider }{static},
		struct{ p nereid.CredentialsProvider }{cache},
		struct{ c nereid.Config }{cfg},
		struct{ c *rds.Client }{client},
		struct{ err error }{operation},
		struct{ o rds.Options }{client.Options()},
		&nereid.OutcomeUnknownError{Refusal: "no", Err: operation}, &nereid.CredentialsError{Err: errors.New("e")}, nereid.CredentialsCacheOptions{},
		nereid.EndpointOptions{}, nereid.NopRetryer{}, nereid.CallInfo{RequestID: "r"}, &types.ExportTaskNotFoundFault{Message: nereid.String("m")},
		nereid.FIPSEndpointStateEnabled, nereid.DualStackEndpointStateEnabled, nereid.LogRequest, nereid.RetryModeStandard, nereid.ErrNotFound, nereid.ErrWaitTimeout,
	}
	covered := map[string]bool{}
	for _, v := range values {
		name, _, _ := strings.Cut(reflect.Indirect(reflect.ValueOf(v)).Type().Name(), "[")
		covered[name] = true
		if where := shown(v); where != "" {
			t.Errorf("%T shows a secret with %s", v, where)
		}
	}
	// All exported types are covered.
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if ok && spec.Name.IsExported() && !strings.HasSuffix(name, "_test.go") && !covered[spec.Name.Name] {
				if _, isInterface := spec.Type.(*ast.InterfaceType); !isInterface {
					t.Errorf("the type %s is not among the values", spec.Name.Name)
				}
			}
			return true
		})
	}
}

// The test above can fail.
func TestSecretsAreFound(t *testing.T) {
	for _, v := range []any{secret, &struct{ S string }{session}, errors.New("x " + secret), []byte(secret), struct{ c nereid.Credentials }{nereid.Credentials{SecretAccessKey: secret}}} {
		if shown(v) == "" {
			t.Errorf("%#v is not found", v)
		}
	}
}

// The redacted text identifies the credentials.
func TestRedactedCredentials(t *testing.T) {
	creds := nereid.Credentials{AccessKeyID: key, SecretAccessKey: secret, Source: "test", CanExpire: true, Expires: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
	const want = "Credentials{AccessKeyID:" + key + " SecretAccessKey:REDACTED SessionToken:none Source:test Expires:2026-01-02T03:04:05Z}"
	for _, how := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		if got := fmt.Sprintf(how, creds); got != want {
			t.Errorf("%s: %s", how, got)
		}
	}
	if data, err := json.Marshal(&creds); err != nil || string(data) != `"`+want+`"` {
		t.Errorf("%s, %v", data, err)
	}
	if got := fmt.Sprint(nereid.StaticCredentials("", "", "")); !strings.Contains(got, "SecretAccessKey:none") {
		t.Error(got)
	}
}
