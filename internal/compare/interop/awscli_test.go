package interop_test

import (
	"bufio"
	"bytes"
	"context"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/nereid-go/nereid/internal/longtest"
)

// TestAWSCLI runs the parts of testdata/life.sh, groups.sh and backups.sh. They
// use the AWS CLI on examples/fakeaws, as a person would.
//
// The waiters of the CLI poll every 30 seconds. Therefore one fake is so fast
// that every change is over before the next command starts. Another fake has
// the pace of AWS, for the states in between.
func TestAWSCLI(t *testing.T) {
	longtest.Only(t, "the AWS CLI takes seconds to start, and its waiters poll every 30 seconds")
	t.Parallel()
	for _, program := range []string{"aws", "bash"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(program + " is not installed")
		}
	}
	t.Log(output(t.Context(), "aws", "--version"))
	fakeaws := filepath.Join(t.TempDir(), "fakeaws")
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	build := exec.CommandContext(ctx, "go", "build", "-o", fakeaws, "./fakeaws")
	build.Dir = "../../../examples"
	out, err := build.CombinedOutput()
	if err != nil && ctx.Err() != nil {
		t.Skipf("the machine is too slow: fakeaws is not built after %s", limit)
	}
	if err != nil {
		t.Fatalf("building fakeaws: %v\n%s", err, out)
	}
	fast := start(t, fakeaws, "-speed", "7200")
	slow := start(t, fakeaws, "-speed", "1", "-demo")
	estate := start(t, fakeaws, "-speed", "7200", "-demo")
	for _, life := range [][]string{
		{"life.sh", "cluster", fast, slow},
		{"life.sh", "global", fast, slow},
		{"life.sh", "exports", fast, slow},
		{"life.sh", "instances", fast, slow},
		{"groups.sh", "parameters", estate, slow},
		{"groups.sh", "clusters", estate, slow},
		{"groups.sh", "snapshots", estate, slow},
		{"groups.sh", "upkeep", estate, slow},
		{"backups.sh", "retained", fast, slow},
		{"backups.sh", "replication", fast, slow},
		{"backups.sh", "backtracks", fast, slow},
	} {
		t.Run(life[1], func(t *testing.T) {
			t.Parallel()
			life := slices.Clone(life)
			life[0] = "testdata/" + life[0]
			run(t, "bash", life...)
		})
	}
}

// start starts fakeaws and returns the URL that it prints.
func start(t *testing.T, fakeaws string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), fakeaws, append(args, "-addr", "127.0.0.1:0")...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Wait() }) // t.Context has ended, and with it the program
	late := time.AfterFunc(limit, func() { _ = cmd.Process.Kill() })
	defer late.Stop()
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		if url := regexp.MustCompile(`http://[0-9.:]*[0-9]`).FindString(lines.Text()); url != "" {
			return url
		}
	}
	if !late.Stop() {
		t.Skipf("the machine is too slow: fakeaws does not start within %s", limit)
	}
	t.Fatalf("fakeaws prints no endpoint; %s", stderr.String())
	return ""
}
