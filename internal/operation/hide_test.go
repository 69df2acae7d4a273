package operation_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"strconv"

	"errors"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/logging"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/longtest"
	"github.com/nereid-go/nereid/rds"
)

// written returns the forms in which a service or a proxy may quote a secret.
func written(secret string) map[string]string {
	upper := url.QueryEscape(secret)
	lower := strings.NewReplacer("%2B", "%2b", "%2F", "%2f", "%3D", "%3d").Replace(upper)
	data := strconv.AppendQuote(nil, secret)
	all := map[string]string{
		"as it is": secret, "of a URL": upper, "of a URL in lower case": lower, "of a URL, twice": url.QueryEscape(upper),
		"of a URL in lower case, twice": url.QueryEscape(lower), "of a URL, in part": strings.ReplaceAll(secret, "+", "%2b"),
		"of markup": html.EscapeString(secret), "of markup by numbers": strings.NewReplacer("/", "&#x2F;", "+", "&#43;", "=", "&#61;").Replace(secret),
		"of JSON": strings.Trim(string(data), `"`), "of JSON, wide": strings.NewReplacer("/", `\/`, "+", `\u002b`, "=", `\u003D`).Replace(secret),
	}
	return all
}

// An error or log never contains a session token, of the last attempt or an
// earlier one, in any escaped form.
func TestEchoedTokensOfAnyAttempt(t *testing.T) {
	const first = "FwoGZXIvYXdzEA==/first+token=="
	for how := range written(session) {
		for which, told := range map[string]string{"the last": session, "an earlier": first} {
			var log bytes.Buffer
			text := written(told)[how]
			n := &night{t: t, code: "ExpiredToken", good: notTheFirst, keys: func(n int) (nereid.Credentials, error) {
				creds, err := hourOfKeys(n)
				if n == 1 {
					creds.SessionToken = first
				}
				return creds, err
			}}
			n.reply = answer(400, "<ErrorResponse><Error><Code>A</Code><Message>Header: <![CDATA["+text+"]]>;</Message></Error></ErrorResponse>")
			client := rds.New(rds.Options{
				Region: region, Credentials: n, Logger: logging.NewStandardLogger(&log),
				ClientLogMode: nereid.LogRetries | nereid.LogResponseWithBody | nereid.LogRequestWithBody,
				HTTPClient: doFunc(func(req *http.Request) (*http.Response, error) {
					if n.asked == 1 {
						n.ids = append(n.ids, "ASIA1")
						return fault(403, "ExpiredToken", "no")(req)
					}
					n.ids = append(n.ids, "ASIA2")
					return n.reply(req)
				}),
			})
			_, err := cancel(t, client)
			if len(n.ids) != 2 {
				t.Fatalf("%d requests: %v", len(n.ids), err)
			}
			all := fmt.Sprint(err, log.String())
			if strings.Contains(all, text) || !strings.Contains(all, "Header: ") || !strings.Contains(all, "REDACTED") {
				t.Errorf("%s token, with escapes %s: %s", which, how, all)
			}
			for _, part := range []string{"first", "session"} {
				if strings.Contains(all, part) {
					t.Errorf("%s token, with escapes %s, shows %q: %s", which, how, part, all)
				}
			}
		}
	}
}

// A token that is truncated at the end of a text is hidden too.
func TestEchoedTokenThatIsCutOff(t *testing.T) {
	for _, n := range []int{16, 20, len(session) - 1} {
		client := newClient(answer(403, "not allowed: "+session[:n]), once, func(o *rds.Options) {
			o.Credentials = nereid.StaticCredentials("ASIAEXAMPLE", secret, session)
		})
		_, err := cancel(t, client)
		if mention(t, err, "not allowed"); strings.Contains(err.Error(), session[:n]) {
			t.Error(err)
		}
	}
}

// The error for an answer that is not an error reply quotes its first line.
func TestFirstLineOfAPage(t *testing.T) {
	zipped := new(bytes.Buffer)
	w := gzip.NewWriter(zipped)
	_, _ = w.Write([]byte(okBody("t1")))
	_ = w.Close()
	for name, tt := range map[string]struct {
		status int
		body   string
		says   []string
		hides  string
	}{
		"a page": {502, "<!DOCTYPE html>\n<html><head><style>p { color: red }</style><script>let a = 1 > 0</script>\n<title>502 Bad Gateway</title></head><body>nginx</body></html>",
			[]string{"502", `"502 Bad Gateway"`}, "nginx"},
		"a comment first": {403, "<!-- proxy <7> -->\n<p>Access to this site is <b>blocked</b>", []string{`"Access to this site is"`}, "proxy"},
		"text":            {503, "\n\n   upstream\tconnect  error\r\nsecond", []string{`"upstream connect error"`}, "second"},
		"JSON":            {403, `{"message":"Forbidden"}`, []string{"Forbidden"}, "\n"},
		"control":         {500, "\x00\x1b[31mred\x07 alert\n", []string{"red alert"}, "\x1b"},
		"signs":           {500, "----\n====\nat last", []string{`"at last"`}, "----"},
		"long":            {500, strings.Repeat("a long story ", 10000), []string{"a long story", "130000 bytes", "…"}, strings.Repeat("a long story ", 20)},
		"gzip":            {500, zipped.String(), []string{"compressed with gzip", "not requested"}, "\x1f"},
		"nothing":         {500, "", []string{"without a body"}, "\""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := cancel(t, newClient(answer(tt.status, tt.body), once))
			mention(t, err, tt.says...)
			if strings.Contains(err.Error(), tt.hides) || len(err.Error()) > 1000 {
				t.Errorf("%.2000s", err)
			}
		})
	}
	_, err := cancel(t, newClient(answer(200, zipped.String()), once))
	var unreadable *smithy.DeserializationError
	if mention(t, err, "compressed with gzip"); !errors.As(err, &unreadable) || strings.Contains(err.Error(), "0x1f") {
		t.Error(err)
	}
}

// Error texts have a maximum length, whatever they quote.
func TestErrorTextsAreBounded(t *testing.T) {
	const most = 10 << 10
	long := strings.Repeat("x", longtest.Calls(2<<20, 64<<10))
	header := func(name string) func(req *http.Request) (*http.Response, error) {
		return func(req *http.Request) (*http.Response, error) {
			resp, err := answer(400, "no")(req)
			resp.Header = http.Header{name: {long}}
			return resp, err
		}
	}
	for name, respond := range map[string]func(*http.Request) (*http.Response, error){
		"message":      fault(400, "A", long),
		"code":         fault(400, long, "no"),
		"fault":        fault(404, "ExportTaskNotFound", long),
		"request id":   answer(400, "<ErrorResponse><Error><Code>A</Code></Error><RequestId>"+long+"</RequestId></ErrorResponse>"),
		"page":         answer(400, long),
		"markup":       answer(400, "<"+long),
		"root":         answer(200, "<"+long+"/>"),
		"header":       header("X-Amzn-Requestid"),
		"content type": header("Content-Type"),
		"connection":   func(*http.Request) (*http.Response, error) { return nil, errors.New(long) },
		"location": func(req *http.Request) (*http.Response, error) {
			resp, err := answer(302, "")(req)
			resp.Header = http.Header{"Location": {"https://" + long}}
			return resp, err
		},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := cancel(t, newClient(respond, once)); err == nil || len(err.Error()) > most {
				t.Errorf("%d bytes, %.1000s", len(fmt.Sprint(err)), err)
			}
		})
	}
	t.Run("provider", func(t *testing.T) {
		provider := func(o *rds.Options) {
			o.Credentials = nereid.CredentialsProviderFunc(func(context.Context) (nereid.Credentials, error) { return nereid.Credentials{}, errors.New(long) })
		}
		if _, err := cancel(t, newClient(ok("t1"), once, provider)); err == nil || len(err.Error()) > most {
			t.Errorf("%d bytes", len(fmt.Sprint(err)))
		}
	})
	_, err := cancel(t, newClient(fault(404, "ExportTaskNotFound", long), once))
	if !errors.Is(err, nereid.ErrNotFound) {
		t.Errorf("%.1000s", err)
	}
}
