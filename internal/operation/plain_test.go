package operation_test

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"github.com/aws/smithy-go/logging"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds"
)

// warnings keeps log messages, by classification.
type warnings struct {
	mu    sync.Mutex
	lines []string
}

func (w *warnings) Logf(class logging.Classification, format string, v ...any) {
	var line bytes.Buffer
	logging.NewStandardLogger(&line).Logf(class, format, v...)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.lines = append(w.lines, line.String())
}

// TestPlainHTTP checks that a client warns once if it calls another machine
// without TLS, and never otherwise.
func TestPlainHTTP(t *testing.T) {
	plain := nereid.EndpointOptions{DisableHTTPS: true}
	for name, c := range map[string]struct {
		endpoint string
		options  nereid.EndpointOptions
		env      string
		host     string // that is warned of, "" for no warning
	}{
		"TLS":                      {},
		"TLS, own endpoint":        {endpoint: "https://aws.example"},
		"localhost":                {endpoint: "http://localhost:8182"},
		"below localhost":          {endpoint: "http://rds.LocalHost.:8182"},
		"127":                      {endpoint: "http://127.8.9.10"},
		"::1":                      {endpoint: "http://[::1]:8182"},
		"127 in IPv6":              {endpoint: "http://[::ffff:127.0.0.1]:8182"},
		"environment, localhost":   {env: "http://localhost:8182"},
		"another host":             {endpoint: "http://aws.example:8182/path", host: "aws.example:8182"},
		"an address":               {endpoint: "http://10.0.0.1", host: "10.0.0.1"},
		"all addresses":            {endpoint: "http://0.0.0.0:1", host: "0.0.0.0:1"},
		"a name that looks like":   {endpoint: "http://localhost.example", host: "localhost.example"},
		"option":                   {options: plain, host: "rds.eu-central-1.amazonaws.com"},
		"option, but own endpoint": {endpoint: "https://aws.example", options: plain},
		"environment":              {env: "http://aws.example", host: "aws.example"},
	} {
		t.Run(name, func(t *testing.T) {
			var log warnings
			cfg := nereid.Config{Region: region, Credentials: nereid.StaticCredentials(key, secret, session), HTTPClient: doFunc(ok("t1")), Logger: &log}
			if c.env != "" {
				t.Setenv("AWS_ENDPOINT_URL", c.env)
				env, err := nereid.LoadEnvConfig()
				if err != nil {
					t.Fatal(err)
				}
				cfg.BaseEndpoint = env.EndpointFor("RDS")
			}
			client := rds.NewFromConfig(cfg, func(o *rds.Options) {
				o.EndpointOptions = c.options
				if c.endpoint != "" {
					o.BaseEndpoint = &c.endpoint
				}
			})
			var calls sync.WaitGroup
			for range 8 {
				calls.Go(func() { mustCancel(t, client) })
			}
			calls.Wait()
			want := 0
			if c.host != "" {
				want = 1
			}
			all := strings.Join(log.lines, "")
			if len(log.lines) != want || want > 0 && (!strings.Contains(all, "WARN") || !strings.Contains(all, " host="+c.host)) {
				t.Errorf("logged %q", log.lines)
			}
			for _, hidden := range []string{key, secret, session, "/path"} {
				if strings.Contains(all, hidden) {
					t.Errorf("%q is in %q", hidden, all)
				}
			}
		})
	}
}

// The endpoint of a single call counts too. Its logger gets the warning.
func TestPlainHTTPOfOneCall(t *testing.T) {
	var log, own warnings
	client := newClient(ok("t1"), func(o *rds.Options) { o.Logger = &log })
	mustCancel(t, client)
	for range 2 {
		mustCancel(t, client, func(o *rds.Options) { o.BaseEndpoint, o.Logger = nereid.String("http://aws.example"), &own })
	}
	if len(log.lines) != 0 || len(own.lines) != 1 {
		t.Errorf("logged %q and %q", log.lines, own.lines)
	}
}
