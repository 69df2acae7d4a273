package compare_test

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestMigration builds programs written for the SDK, unchanged and as changed
// by nereidmigrate, and runs them on the fake. Their output and their requests
// have to be the same.
func TestMigration(t *testing.T) {
	theirs, ours := filepath.Join(t.TempDir(), "sdk"), filepath.Join(t.TempDir(), "nereid")
	ctx, cancel := context.WithTimeout(t.Context(), buildLimit)
	defer cancel()
	build(ctx, t, theirs, programs)
	build(ctx, t, ours, migrate(ctx, t))
	for name, prepare := range map[string]func(*nereidtest.Server){
		"handler": func(s *nereidtest.Server) {
			s.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
			s.AddCluster(nereidtest.Cluster{ID: "sleeping", Status: "stopped"})
			s.AddCluster(nereidtest.Cluster{ID: "protected", DeletionProtection: true})
			s.AddSnapshot(nereidtest.Snapshot{ID: "last"})
		},
		"observer": func(s *nereidtest.Server) {
			s.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
			s.SetInstanceStatus("graph-1", "upgrading")
			s.Inject(
				nereidtest.Fault{Action: "DescribeDBClusters", Code: "Throttling", Status: http.StatusServiceUnavailable, Times: 1},
				nereidtest.Fault{Action: "DescribeDBClusterSnapshots", Code: "ServiceUnavailable", Status: http.StatusServiceUnavailable, Times: 3},
			)
		},
		"copier": func(s *nereidtest.Server) {
			s.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1, KmsKeyID: "alias/graph"})
			for _, id := range []string{"monday", "tuesday", "wednesday"} {
				s.AddSnapshot(nereidtest.Snapshot{ID: id, Cluster: "graph"})
			}
			s.AddSnapshot(nereidtest.Snapshot{ID: "copy-of-tuesday", Region: "eu-west-1"})
			s.Inject(
				nereidtest.Fault{Action: "DescribeDBClusterSnapshots", Code: "Throttling", Times: 2},
				nereidtest.Fault{Action: "CopyDBClusterSnapshot", Code: "SnapshotQuotaExceeded", Message: "Cannot copy more than 5 snapshots across regions"},
			)
		},
		"exporter": func(s *nereidtest.Server) {
			s.AddCluster(nereidtest.Cluster{ID: "graph", Engine: "aurora-postgresql"})
			for _, id := range []string{"monday", "tuesday", "wednesday"} {
				s.AddSnapshot(nereidtest.Snapshot{ID: id, Cluster: "graph"})
			}
			s.SetSnapshotStatus("tuesday", "copying")
			s.AddExportTask(nereidtest.ExportTask{ID: "night-2", SourceArn: s.AddSnapshot(nereidtest.Snapshot{ID: "old"})})
			s.Inject(nereidtest.Throttled("StartExportTask"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			want, wantCalls := runOnFake(t, theirs, name, prepare)
			got, gotCalls := runOnFake(t, ours, name, prepare)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("printed (-SDK +ours):\n%s", diff)
			}
			if diff := cmp.Diff(wantCalls, gotCalls); diff != "" {
				t.Errorf("asked for (-SDK +ours):\n%s", diff)
			}
			if strings.Contains(want, "failed:") || strings.Count(want, "\n") < 3 {
				t.Errorf("the program has not done its work:\n%s", want)
			}
			t.Logf("%s", want)
		})
	}
}

// runOnFake runs a program on its own server. It returns the output of the
// program, and its calls that change something, with their outcomes.
func runOnFake(t *testing.T, file, name string, prepare func(*nereidtest.Server)) (printed string, calls []string) {
	t.Helper()
	role := nereid.Credentials{AccessKeyID: "ASIAROLE", SecretAccessKey: "role", SessionToken: "token"}
	keys := nereid.Credentials{AccessKeyID: "AKIDSOURCE", SecretAccessKey: "source"}
	if name == "copier" || name == "observer" {
		keys = role
	}
	server := nereidtest.NewServer(t, nereidtest.WithCredentials(keys), nereidtest.WithSpeed(50_000), nereidtest.WithSeed(1))
	prepare(server)
	sts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>" + role.AccessKeyID + "</AccessKeyId><SecretAccessKey>" +
			role.SecretAccessKey + "</SecretAccessKey><SessionToken>" + role.SessionToken + "</SessionToken><Expiration>" +
			time.Now().Add(time.Hour).UTC().Format(time.RFC3339) + "</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"))
	}))
	defer sts.Close()
	cmd := exec.CommandContext(t.Context(), file, name)
	nowhere := filepath.Join(t.TempDir(), "none")
	variable := "AWS_ENDPOINT_URL"
	if name == "observer" {
		variable = "FAKE_URL" // only its endpoint resolver knows it
	}
	cmd.Env = []string{
		variable + "=" + server.URL(), "AWS_ENDPOINT_URL_STS=" + sts.URL, "AWS_REGION=us-east-1",
		"AWS_ACCESS_KEY_ID=AKIDSOURCE", "AWS_SECRET_ACCESS_KEY=source",
		"AWS_CONFIG_FILE=" + nowhere, "AWS_SHARED_CREDENTIALS_FILE=" + nowhere, "AWS_EC2_METADATA_DISABLED=true",
	}
	cmd.Stderr = new(bytes.Buffer)
	out, err := cmd.Output()
	if err != nil {
		t.Errorf("%s: %v\n%s%s", filepath.Base(file), err, out, cmd.Stderr)
	}
	for _, r := range server.Requests() { // how often they poll is their own affair
		if !strings.HasPrefix(r.Action, "Describe") {
			calls = append(calls, strings.TrimSpace(r.Action+" "+r.Region+" "+r.ErrorCode))
		}
	}
	return string(out), calls
}

const programs = "testdata/migrate"

// buildLimit is the time limit of the builds together, which download and compile
// the SDK and the tool. The tests of the package have ten minutes.
const buildLimit = 6 * time.Minute

// skipSlow skips a test whose build has taken too long.
func skipSlow(ctx context.Context, t *testing.T) {
	t.Helper()
	if ctx.Err() != nil {
		t.Skipf("the builds take more than %s on this machine", buildLimit)
	}
}

// build builds the programs in a directory.
func build(ctx context.Context, t *testing.T, file, dir string) {
	t.Helper()
	out, err := exec.CommandContext(ctx, "go", "build", "-o", file, "./"+dir).CombinedOutput()
	skipSlow(ctx, t)
	if err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
}

// migrate copies the programs and runs nereidmigrate on the copy. It returns
// the directory.
func migrate(ctx context.Context, t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("testdata", "migrated") // in the module, whose go.mod the programs need
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.CopyFS(dir, os.DirFS(programs)); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(ctx, "go", "run", "../../cmd/nereidmigrate", "-fix", "./"+dir).CombinedOutput()
	skipSlow(ctx, t)
	t.Logf("%v\n%s", err, out) // it fails if there is something to report
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil || strings.Contains(string(text), sdkRoot+"/service/neptune") || strings.Contains(string(text), sdkRoot+"/service/rds") {
			t.Fatalf("%s is not migrated (%v)", name, err)
		}
	}
	return dir
}
