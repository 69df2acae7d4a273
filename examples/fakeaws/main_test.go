package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/try"
	"github.com/nereid-go/nereid/neptune"
)

var program try.Program = run

// start runs the program until the test ends. It returns the output, the URL in it, and a function
// that ends the program and returns its exit code and errors.
func start(t *testing.T, args ...string) (greeting, url string, end func() (code int, stderr string)) {
	t.Helper()
	stdout := make(channel, 1)
	ctx, cancel := context.WithCancel(t.Context())
	code := make(chan int)
	var stderr strings.Builder
	go func() { code <- run(ctx, args, stdout, &stderr) }()
	select {
	case greeting = <-stdout:
	case c := <-code:
		t.Fatalf("code %d: %s", c, stderr.String())
	}
	end = sync.OnceValues(func() (int, string) {
		cancel()
		return <-code, stderr.String()
	})
	t.Cleanup(func() { end() })
	return greeting, regexp.MustCompile(`http://[a-z0-9.]+:[0-9]+`).FindString(greeting), end
}

func connect(url, keyID, secret string) *neptune.Client {
	return neptune.New(neptune.Options{
		Region: "us-east-1", BaseEndpoint: &url, RetryMaxAttempts: 1, Credentials: nereid.StaticCredentials(keyID, secret, ""),
	})
}

// TestServe calls the server as the output says.
func TestServe(t *testing.T) {
	greeting, url, end := start(t, "-addr", "127.0.0.1:0", "-demo", "-access-key", "AKIDDEMO", "-secret-key", "it's secret")
	try.Contains(t, greeting,
		"runs at "+url+", 720 times as fast",
		`export AWS_ACCESS_KEY_ID='AKIDDEMO' AWS_SECRET_ACCESS_KEY='it'\''s secret'`,
		"aws --endpoint-url "+url+" neptune describe-db-clusters",
		`boto3.client("neptune", endpoint_url="`+url+`"`, `aws_secret_access_key="it's secret")`,
		"nightshift -endpoint "+url)
	client := connect(url, "AKIDDEMO", "it's secret")
	out, err := client.DescribeDBClusters(t.Context(), nil)
	if err != nil || len(out.DBClusters) == 0 {
		t.Errorf("clusters %v, error %v", out, err)
	}
	if code, stderr := end(); code != 0 || stderr != "" {
		t.Errorf("code %d: %s", code, stderr)
	}
	if _, err := client.DescribeDBClusters(t.Context(), nil); err == nil {
		t.Error("it still answers")
	}
}

// TestReset checks that a reset restores the demo resources.
func TestReset(t *testing.T) {
	_, url, _ := start(t, "-addr", "127.0.0.1:0", "-demo")
	client := connect(url, "AKIDEXAMPLE", "SECRETEXAMPLE")
	clusters := func() int {
		out, err := client.DescribeDBClusters(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		return len(out.DBClusters)
	}
	before := clusters()
	_, err := client.CreateDBCluster(t.Context(), &neptune.CreateDBClusterInput{
		DBClusterIdentifier: nereid.String("another"), Engine: nereid.String("neptune"),
	})
	if err != nil || clusters() != before+1 {
		t.Fatalf("%d clusters, then %d: %v", before, clusters(), err)
	}
	for _, tt := range []struct {
		method, origin string
		status, left   int
	}{
		{http.MethodGet, "", http.StatusMethodNotAllowed, before + 1},
		{http.MethodPost, "https://example.com", http.StatusForbidden, before + 1},
		{http.MethodPost, "", http.StatusNoContent, before},
	} {
		req, err := http.NewRequestWithContext(t.Context(), tt.method, url+resetPath, nil)
		if err != nil {
			t.Fatal(err)
		}
		if tt.origin != "" {
			req.Header.Set("Origin", tt.origin)
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		if resp.StatusCode != tt.status || clusters() != tt.left {
			t.Errorf("%s of %q: status %d and %d clusters, want %d and %d",
				tt.method, tt.origin, resp.StatusCode, clusters(), tt.status, tt.left)
		}
	}
}

// TestQuota exceeds a quota that a flag sets.
func TestQuota(t *testing.T) {
	_, url, _ := start(t, "-addr", "127.0.0.1:0", "-quota", "Clusters=0", "-quota", "Tags=-1")
	_, err := connect(url, "AKIDEXAMPLE", "SECRETEXAMPLE").CreateDBCluster(t.Context(), &neptune.CreateDBClusterInput{
		DBClusterIdentifier: nereid.String("graph"), Engine: nereid.String("neptune"),
	})
	if !errors.Is(err, nereid.ErrQuotaExceeded) {
		t.Errorf("error %v", err)
	}
}

// TestOpenAddress checks the warning about an address that other machines can reach.
func TestOpenAddress(t *testing.T) {
	_, url, end := start(t, "-addr", "0.0.0.0:0")
	if !strings.HasPrefix(url, "http://localhost:") {
		t.Errorf("it says %s", url)
	}
	code, stderr := end()
	if code != 0 || strings.Count(stderr, "\n") != 1 {
		t.Errorf("code %d: %s", code, stderr)
	}
	try.Contains(t, stderr, "warning", "other machines")
}

func TestAddressTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	r := program.Run(t, "-addr", l.Addr().String())
	if r.Code != 1 || r.Stdout != "" {
		t.Errorf("code %d, output %q", r.Code, r.Stdout)
	}
	try.Contains(t, r.Stderr, "address already in use")
}

func TestUsage(t *testing.T) {
	for _, args := range []string{"-speed 0", "-speed -1", "-speed NaN", "-speed Inf", "-speed 1000001", "-speed fast", "-access-key=", "-secret-key=", "now", "-live",
		"-quota Clusters", "-quota Clusters=many", "-quota Clusters=-2", "-quota ExportLimitCode=1", "-quota clusters=1"} {
		if r := program.Run(t, strings.Fields(args)...); r.Code != 2 || r.Stdout != "" {
			t.Errorf("%s: code %d, output %q", args, r.Code, r.Stdout)
		}
	}
	r := program.Run(t, "-h")
	if r.Code != 0 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stdout, "fakeaws -demo", "-addr", "-speed", "-access-key", "-secret-key", "Clusters=40", resetPath)
}

// channel is a writer that sends everything written to a channel.
type channel chan string

func (c channel) Write(p []byte) (int, error) {
	c <- string(p)
	return len(p), nil
}
