package main

import (
	"context"
	"net"
	"regexp"
	"strings"
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/examples/internal/try"
	"github.com/nereid-go/nereid/neptune"
)

var program try.Program = run

// TestServe asks the server with what it prints.
func TestServe(t *testing.T) {
	stdout := make(channel, 1)
	ctx, cancel := context.WithCancel(t.Context())
	code := make(chan int)
	var stderr strings.Builder
	go func() {
		code <- run(ctx, []string{"-addr", "127.0.0.1:0", "-demo", "-access-key", "AKIDDEMO", "-secret-key", "it's secret"}, stdout, &stderr)
	}()

	greeting := <-stdout
	url := regexp.MustCompile(`http://[0-9.:]+`).FindString(greeting)
	try.Contains(t, greeting,
		"answers at "+url+", 720 times as fast",
		`export AWS_ACCESS_KEY_ID='AKIDDEMO' AWS_SECRET_ACCESS_KEY='it'\''s secret'`,
		"aws --endpoint-url "+url+" neptune describe-db-clusters",
		`boto3.client("neptune", endpoint_url="`+url+`"`, `aws_secret_access_key="it's secret")`,
		"nightshift -endpoint "+url)
	client := neptune.New(neptune.Options{
		Region: "us-east-1", BaseEndpoint: &url, RetryMaxAttempts: 1, Credentials: nereid.StaticCredentials("AKIDDEMO", "it's secret", ""),
	})
	out, err := client.DescribeDBClusters(ctx, nil)
	if err != nil || len(out.DBClusters) == 0 {
		t.Errorf("clusters %v, error %v", out, err)
	}

	cancel()
	if got := <-code; got != 0 || stderr.Len() > 0 {
		t.Errorf("code %d: %s", got, stderr.String())
	}
	if _, err := client.DescribeDBClusters(t.Context(), nil); err == nil {
		t.Error("it still answers")
	}
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
	for _, args := range []string{"-speed 0", "-speed -1", "-speed NaN", "-speed Inf", "-speed 1000001", "-speed fast", "-access-key=", "-secret-key=", "now", "-live"} {
		if r := program.Run(t, strings.Fields(args)...); r.Code != 2 || r.Stdout != "" {
			t.Errorf("%s: code %d, output %q", args, r.Code, r.Stdout)
		}
	}
	r := program.Run(t, "-h")
	if r.Code != 0 {
		t.Errorf("code %d", r.Code)
	}
	try.Contains(t, r.Stdout, "fakeaws -demo", "-addr", "-speed", "-access-key", "-secret-key")
}

// channel is a writer that sends what is written.
type channel chan string

func (c channel) Write(p []byte) (int, error) {
	c <- string(p)
	return len(p), nil
}
