// Command suite runs moto's tests against the fake of package nereidtest, and
// reports which of them pass. moto is another fake of AWS.
//
// The tests are moto's tests for Neptune and RDS, which call boto3. This
// repository does not contain them: the first argument is the directory of a
// checkout of moto. The command needs python3 with boto3, pytest and moto
// itself. moto's server handles requests to the other services that the tests
// call.
//
//	go run ./internal/compare/suite ~/moto
//	go run ./internal/compare/suite ~/moto -k snapshot
//
// Further arguments are passed to pytest. The fake is configured as the tests
// expect: transitions take no time, the first automated snapshot is taken
// immediately, and the number of instances is unlimited.
//
// Many of moto's tests make requests that AWS would reject for reasons
// unrelated to the test, for example because an instance has no password. The
// command's pytest plugin, plugin.py, completes such requests. If NEREID_AS_IS
// is set in the environment, the plugin sends them unchanged.
package main

import (
	"bufio"
	"cmp"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/nereid-go/nereid/nereidtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := errors.New("usage: suite folder-of-moto [arguments of pytest]")
	if len(os.Args) > 1 {
		var results []result
		if results, err = run(ctx, os.Args[1], os.Args[2:]); err == nil {
			err = report(os.Stdout, results)
		}
	}
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "suite:", err)
		os.Exit(1)
	}
}

// The plugin for pytest.
//
//go:embed plugin.py
var plugin []byte

// A result is a test's result, as the plugin writes it.
type result struct {
	Test    string   `json:"test"`
	Outcome string   `json:"outcome"` // passed, failed, skipped
	Reason  string   `json:"reason"`  // the first line of the failure
	Absent  []string `json:"absent"`  // operations that the fake does not implement
}

// run runs the tests in a directory and below.
func run(ctx context.Context, folder string, args []string) ([]result, error) {
	fake, err := nereidtest.Start(
		nereidtest.WithTimings(instant),
		nereidtest.WithFirstBackupAtOnce(),
		nereidtest.WithLimits(func(l *nereidtest.Limits) { l.Instances = -1 }),
	)
	if err != nil {
		return nil, err
	}
	defer fake.Close()
	mux := http.NewServeMux()
	mux.Handle("/", fake)
	mux.HandleFunc("POST /reset", func(http.ResponseWriter, *http.Request) { fake.Reset() })
	server, url, err := listen(ctx, mux)
	if err != nil {
		return nil, err
	}
	defer func() { _ = server.Close() }()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // stops moto's server
	others, err := startOthers(ctx)
	if err != nil {
		return nil, err
	}

	dir, err := os.MkdirTemp("", "suite")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	file := filepath.Join(dir, "results")
	if err := os.WriteFile(filepath.Join(dir, "nereid_suite.py"), plugin, 0o600); err != nil {
		return nil, err
	}
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		args = append([]string{"tests/test_neptune", "tests/test_rds"}, args...)
	}
	//nolint:gosec // a maintainer runs tests of their choice
	cmd := exec.CommandContext(ctx, "python3", append([]string{"-m", "pytest", "-p", "nereid_suite", "-q", "--tb=short", "-p", "no:cacheprovider"}, args...)...)
	cmd.Dir = folder
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	cmd.Env = append(os.Environ(),
		"PYTHONPATH="+dir+string(os.PathListSeparator)+os.Getenv("PYTHONPATH"), "PYTHONDONTWRITEBYTECODE=1", "NEREID_FAKE="+url, "NEREID_OTHERS="+others, "NEREID_RESULTS="+file,
		"AWS_ENDPOINT_URL="+others, "AWS_ENDPOINT_URL_RDS="+url, "AWS_ENDPOINT_URL_NEPTUNE="+url,
		"AWS_ACCESS_KEY_ID=AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY=SECRETEXAMPLE", "AWS_DEFAULT_REGION=us-east-1",
		"AWS_CONFIG_FILE="+os.DevNull, "AWS_SHARED_CREDENTIALS_FILE="+os.DevNull, "AWS_EC2_METADATA_DISABLED=true",
	)
	failed := new(exec.ExitError)
	if err := cmd.Run(); err != nil && !errors.As(err, &failed) {
		return nil, err
	}
	return read(file)
}

// instant makes transitions take no time. Events that AWS causes only after
// days keep their delays.
func instant(t *nereidtest.Timings) {
	v := reflect.ValueOf(t).Elem()
	for i := range v.NumField() {
		if d := time.Duration(v.Field(i).Int()); d < 24*time.Hour {
			v.Field(i).SetInt(0)
		}
	}
}

func read(file string) ([]result, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("pytest has run no test: %w", err)
	}
	var results []result
	for d := json.NewDecoder(strings.NewReader(string(data))); ; {
		var r result
		if err := d.Decode(&r); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		results = append(results, r)
	}
	return results, nil
}

// report writes the tests that did not pass, and totals.
func report(w io.Writer, results []result) error {
	slices.SortStableFunc(results, func(a, b result) int {
		return cmp.Or(cmp.Compare(a.Test, b.Test), cmp.Compare(len(b.Absent), len(a.Absent)), cmp.Compare(a.Outcome, b.Outcome)) // failed before passed
	})
	results = slices.CompactFunc(results, func(a, b result) bool { return a.Test == b.Test }) // pytest also reports setup and teardown
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	var passed, absent, failed, skipped int
	for _, r := range results {
		switch {
		case r.Outcome == "passed":
			passed++
			continue
		case r.Outcome == "skipped":
			skipped++
		case len(r.Absent) > 0:
			absent++
			r.Outcome = "absent " + strings.Join(r.Absent, " ")
		default:
			failed++
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", r.Test, r.Outcome, r.Reason)
	}
	fmt.Fprintf(table, "%d tests: %d passed, %d failed, %d call operations that the fake does not have, %d skipped\n",
		len(results), passed, failed, absent, skipped)
	return table.Flush()
}

// listen serves on a port of this machine.
func listen(ctx context.Context, handler http.Handler) (*http.Server, string, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, "", err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: time.Minute}
	go func() { _ = server.Serve(l) }()
	return server, "http://" + l.Addr().String(), nil
}

// startOthers starts moto's server and returns its URL. The server stops when
// ctx is done.
func startOthers(ctx context.Context) (string, error) {
	cmd := exec.CommandContext(ctx, "moto_server", "-H", "127.0.0.1", "-p", "0")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	url := regexp.MustCompile(`http://[0-9.:]*[0-9]`)
	for lines := bufio.NewScanner(stderr); lines.Scan(); {
		if found := url.FindString(lines.Text()); found != "" {
			go func() {
				_, _ = io.Copy(io.Discard, stderr)
				_ = cmd.Wait()
			}()
			return found, nil
		}
	}
	return "", errors.New("moto_server prints no URL")
}
