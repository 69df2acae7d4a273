package operation_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/aws/smithy-go/logging"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/neptune"
	"github.com/nereid-go/nereid/rds"
)

// A service quotes the session token and the signature in unexpected places.
// The connections are real.
func TestEchoedSecrets(t *testing.T) {
	const open, end = "<DescribeExportTasksResponse><DescribeExportTasksResult><ExportTasks><ExportTask>", "</ExportTask></ExportTasks></DescribeExportTasksResult></DescribeExportTasksResponse>"
	write := func(status int, format string) func(http.ResponseWriter, string) {
		return func(w http.ResponseWriter, told string) {
			w.WriteHeader(status)
			_, _ = fmt.Fprintf(w, format, told)
		}
	}
	header := func(status int, name string) func(http.ResponseWriter, string) {
		return func(w http.ResponseWriter, told string) {
			w.Header().Set(name, told)
			w.WriteHeader(status)
			_, _ = io.WriteString(w, "no")
		}
	}
	places := map[string]func(w http.ResponseWriter, told string){
		"a number":            write(200, open+"<PercentProgress>%s</PercentProgress>"+end),
		"a time":              write(200, open+"<TaskStartTime>%s</TaskStartTime>"+end),
		"the root":            write(200, "<X%s/>"),
		"an end tag":          write(200, open+"</A%s>"),
		"the code":            write(400, "<ErrorResponse><Error><Code>%s</Code></Error></ErrorResponse>"),
		"the message":         write(400, "<ErrorResponse><Error><Code>A</Code><Message>%s</Message></Error></ErrorResponse>"),
		"the request id":      write(400, "<ErrorResponse><Error><Code>A</Code></Error><RequestId>%s</RequestId></ErrorResponse>"),
		"a broken error":      write(400, "<ErrorResponse><Error><Code>A</Code><Message>%[1]s</X%[1]s>"),
		"the content type":    header(400, "Content-Type"),
		"the request's id":    header(400, "X-Amzn-Requestid"),
		"the location's host": header(302, "Location"),
		"a line of the header": func(w http.ResponseWriter, told string) {
			conn, b, err := http.NewResponseController(w).Hijack()
			if err != nil {
				t.Error(err)
				return
			}
			_, _ = fmt.Fprintf(b, "HTTP/1.1 200 OK\r\n%s\r\n\r\n", told)
			_ = b.Flush()
			_ = conn.Close()
		},
	}
	what := map[string]func(*http.Request) string{
		"token": func(req *http.Request) string { return req.Header.Get("X-Amz-Security-Token") },
		"signature": func(req *http.Request) string {
			_, signature, _ := strings.Cut(req.Header.Get("Authorization"), "Signature=")
			return signature
		},
	}
	for place, tell := range places {
		for name, of := range what {
			var told string
			var log bytes.Buffer
			client := online(t, func(w http.ResponseWriter, req *http.Request) {
				told = of(req)
				said := told
				if place == "the location's host" {
					said = "http://" + url.PathEscape(told) + "/"
				}
				tell(w, said)
			}, once, func(o *rds.Options) {
				o.Credentials = nereid.StaticCredentials("ASIAEXAMPLE", secret, session)
				o.Logger, o.ClientLogMode = logging.NewStandardLogger(&log), nereid.LogRetries|nereid.LogResponse
			})
			_, err := client.DescribeExportTasks(t.Context(), nil)
			if err == nil || told == "" {
				t.Errorf("%s in %s: %v", name, place, err)
				continue
			}
			if text := fmt.Sprintf("%v %+v %s", err, err, log.String()); strings.Contains(text, told) {
				t.Errorf("%s in %s: %s", name, place, text)
			}
		}
	}
}

// A password in markup is hidden, however the markup escapes it. A password
// that is part of an error code does not prevent the fault from being
// recognized.
func TestEchoedPasswords(t *testing.T) {
	for _, tt := range []struct{ password, told, code string }{
		{`it's-my-"pw1`, "it's-my-&quot;pw1", "A"}, {`it's-my-"pw1`, "it&apos;s-my-&quot;pw1", "A"}, {`it's-my-"pw1`, "it&#39;s-my-&#34;pw1", "A"},
		{"a&b<c>d-e", "a&amp;b&lt;c&gt;d-e", "A"}, {"DBCluster", "none", "DBClusterAlreadyExistsFault"},
	} {
		var log bytes.Buffer
		client := neptune.New(neptune.Options{
			Region: region, Credentials: nereid.StaticCredentials(key, secret, ""), Retryer: nereid.NopRetryer{},
			Logger: logging.NewStandardLogger(&log), ClientLogMode: nereid.LogResponseWithBody,
			HTTPClient: doFunc(answer(400, "<ErrorResponse><Error><Code>"+tt.code+"</Code><Message>"+tt.told+"</Message></Error></ErrorResponse>")),
		})
		_, err := client.CreateDBCluster(t.Context(), &neptune.CreateDBClusterInput{
			DBClusterIdentifier: nereid.String("c1"), Engine: nereid.String("neptune"), MasterUserPassword: &tt.password,
		})
		for _, hidden := range []string{tt.password, tt.told} {
			if text := fmt.Sprint(err, log.String()); hidden != "none" && tt.code == "A" && strings.Contains(text, hidden) {
				t.Errorf("%s: %s", hidden, text)
			}
		}
		if errors.Is(err, nereid.ErrAlreadyExists) != (tt.code != "A") {
			t.Errorf("%v", err)
		}
	}
}
