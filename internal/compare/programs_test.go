package compare_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/nereidtest"
)

// TestMigration builds programs that are written for the SDK, as they are and with
// our packages imported instead, and runs them on the fake. What they print and what
// they ask the service for is the same.
func TestMigration(t *testing.T) {
	theirs, ours := filepath.Join(t.TempDir(), "sdk"), filepath.Join(t.TempDir(), "nereid")
	build(t, theirs, "")
	build(t, ours, overlay(t))
	for name, prepare := range map[string]func(*nereidtest.Server){
		"handler": func(s *nereidtest.Server) {
			s.AddCluster(nereidtest.Cluster{ID: "graph", Instances: 1})
			s.AddCluster(nereidtest.Cluster{ID: "sleeping", Status: "stopped"})
			s.AddCluster(nereidtest.Cluster{ID: "protected", DeletionProtection: true})
			s.AddSnapshot(nereidtest.Snapshot{ID: "last"})
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

// runOnFake runs a program on a server of its own. It returns what the program
// prints, and the calls that change something, with their outcomes.
func runOnFake(t *testing.T, file, name string, prepare func(*nereidtest.Server)) (printed string, calls []string) {
	t.Helper()
	role := nereid.Credentials{AccessKeyID: "ASIAROLE", SecretAccessKey: "role", SessionToken: "token"}
	keys := nereid.Credentials{AccessKeyID: "AKIDSOURCE", SecretAccessKey: "source"}
	if name == "copier" {
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
	cmd.Env = []string{
		"AWS_ENDPOINT_URL=" + server.URL(), "AWS_ENDPOINT_URL_STS=" + sts.URL, "AWS_REGION=us-east-1",
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

// build builds the programs, with files replaced as the overlay says.
func build(t *testing.T, file, overlay string) {
	t.Helper()
	args := []string{"build", "-o", file}
	if overlay != "" {
		args = append(args, "-overlay", overlay)
	}
	if out, err := exec.CommandContext(t.Context(), "go", append(args, "./"+programs)...).CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
}

// migrated returns what a program imports instead, or "" if that is the same. An
// import that the program calls sdk… is for other services, and stays.
func migrated(spec *ast.ImportSpec) string {
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil || spec.Name != nil && strings.HasPrefix(spec.Name.Name, "sdk") {
		return ""
	}
	return imports[path]
}

// overlay writes the programs with our packages imported instead of the SDK's, and
// returns the file that tells the go command so.
func overlay(t *testing.T) string {
	t.Helper()
	names, err := filepath.Glob(programs + "/*.go")
	if err != nil || len(names) == 0 {
		t.Fatal("no programs", err)
	}
	dir := t.TempDir()
	replace := make(map[string]string)
	for _, name := range names {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range file.Imports {
			if own := migrated(spec); own != "" {
				if spec.Name == nil { // it keeps the name that the program uses
					spec.Name = ast.NewIdent(strings.Trim(filepath.Base(spec.Path.Value), `"`))
				}
				spec.Path.Value = strconv.Quote(own)
			}
		}
		var source bytes.Buffer
		if err := format.Node(&source, fset, file); err != nil {
			t.Fatal(err)
		}
		from, err := filepath.Abs(name)
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(dir, filepath.Base(name))
		if err := os.WriteFile(to, source.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		replace[from] = to
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
