package interop_test

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
)

const (
	east = "us-east-1"
	west = "us-west-2"

	keyID  = "AKIDEXAMPLE"
	secret = "SECRETEXAMPLE"
)

// serve starts a fake whose state clock advances by half a minute before each
// request. So polls make progress on slow machines, and fast machines miss no
// state.
func serve(t *testing.T, options ...nereidtest.Option) *nereidtest.Server {
	t.Helper()
	s := nereidtest.NewServer(t, append(options, nereidtest.WithClock(time.Time{}))...)
	s.Intercept(func(*nereidtest.Request) (*nereidtest.Response, bool) {
		s.Advance(30 * time.Second)
		return nil, false
	})
	return s
}

// The other account of serveTwo.
const (
	other       = "210987654321"
	otherKeyID  = "AKIDOTHER"
	otherSecret = "SECRETOTHER"
)

// serveTwo is serve with two accounts. The second account can use the key of
// the cluster graph. Maintenance is pending for the cluster upkept.
func serveTwo(t *testing.T) *nereidtest.Server {
	t.Helper()
	s := serve(t, nereidtest.WithAccount(other, nereid.Credentials{AccessKeyID: otherKeyID, SecretAccessKey: otherSecret}))
	s.ShareKey("alias/graph", other)
	upkept := s.AddCluster(nereidtest.Cluster{ID: "upkept", Region: east, Instances: 1})
	s.AddPendingMaintenance(nereidtest.PendingMaintenance{Resource: upkept})
	return s
}

// limit is how long a test may wait for another program. The slowest part, with
// the AWS CLI, takes 10 seconds on an idle machine.
const limit = 2 * time.Minute

// run runs a program that prints each step when it is done. The program does
// not see the caller's own AWS settings. The test skips if the program takes
// longer than limit.
func run(t *testing.T, program string, args ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.WaitDelay = 10 * time.Second
	for _, kv := range os.Environ() {
		if name, _, _ := strings.Cut(kv, "="); !strings.HasPrefix(name, "AWS_") && !strings.HasSuffix(strings.ToUpper(name), "_PROXY") {
			cmd.Env = append(cmd.Env, kv)
		}
	}
	cmd.Env = append(cmd.Env,
		"AWS_ACCESS_KEY_ID="+keyID, "AWS_SECRET_ACCESS_KEY="+secret,
		"AWS_CONFIG_FILE="+os.DevNull, "AWS_SHARED_CREDENTIALS_FILE="+os.DevNull,
		"AWS_EC2_METADATA_DISABLED=true", "AWS_PAGER=", "PYTHONDONTWRITEBYTECODE=1")
	out, err := cmd.CombinedOutput()
	steps := strings.TrimSpace(string(out))
	if err != nil && ctx.Err() != nil && t.Context().Err() == nil {
		t.Skipf("the machine is too slow: %s has not ended after %s\n%s", program, limit, steps)
	}
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, steps)
	}
	if !strings.HasSuffix(steps, "done") {
		t.Fatalf("%s ended early:\n%s", program, steps)
	}
	t.Logf("%d steps\n%s", strings.Count("\n"+steps, "\nok "), steps)
}

// output returns the output of a successful program, or "".
func output(ctx context.Context, program string, args ...string) string {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, program, args...).CombinedOutput()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}
