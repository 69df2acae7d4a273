package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const module = "github.com/nereid-go/nereid"

// A workspace is a copy of the repository in a temporary folder. Its files can
// be changed.
type workspace struct{ root, dir string }

// newWorkspace copies the repository that contains the current folder.
func newWorkspace() (*workspace, error) {
	root, err := output(".", "go", "env", "GOWORK")
	if err != nil {
		return nil, err
	}
	root = filepath.Dir(strings.TrimSpace(root))
	dir, err := os.MkdirTemp("", "nights")
	if err != nil {
		return nil, err
	}
	w := &workspace{root, dir}
	return w, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(root, path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == ".tmp" || d.Name() == "bench"):
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(dir, rel), 0o750)
		case !d.Type().IsRegular():
			return nil
		}
		return copyFile(path, filepath.Join(dir, rel))
	})
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}

func (w *workspace) close() { _ = os.RemoveAll(w.dir) }

// edit replaces the content of files in one folder of the copy with the result
// of the function change. It edits only files for which keep returns true.
func (w *workspace) edit(below string, keep func(path string) bool, change func(string) string) error {
	return filepath.WalkDir(filepath.Join(w.dir, below), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !keep(path) {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, []byte(change(string(data))), 0o600)
	})
}

// against runs the simulation with the client of another revision or checkout.
// It renames the module of that client, so that one program can contain both
// revisions, and changes the imports in a copy of this program. The service is
// the fake, nereidtest, of the current revision.
func against(stdout io.Writer, revision string, args []string) error {
	w, err := newWorkspace()
	if err != nil {
		return err
	}
	defer w.close()
	old := filepath.Join(w.dir, "old")
	if err := os.MkdirAll(old, 0o750); err != nil {
		return err
	}
	if err := extract(w.root, revision, old); err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(old, "internal", "compare")); err != nil {
		return err
	}
	source := func(path string) bool { return strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "go.mod") }
	if err := w.edit("old", source, func(s string) string { return strings.ReplaceAll(s, module, module+"/old") }); err != nil {
		return err
	}
	if err := programsOf(old); err != nil {
		return err
	}
	here := filepath.Join("internal", "compare", "nights")
	if err := w.edit(here, func(path string) bool {
		return source(path) && filepath.Base(path) != "fake.go" && filepath.Base(path) != "against.go"
	}, func(s string) string {
		for _, of := range []string{`"`, "/neptune", "/rds", "/examples/", "/awsconfig"} {
			s = strings.ReplaceAll(s, `"`+module+of, `"`+module+"/old"+of)
		}
		return s
	}); err != nil {
		return err
	}
	work := filepath.Join(w.dir, "go.work")
	data, err := os.ReadFile(work)
	if err != nil {
		return err
	}
	text := strings.Replace(string(data), "use (", "use (\n\t./old\n\t./old/awsconfig\n\t./old/examples", 1)
	if err := os.WriteFile(work, []byte(text), 0o600); err != nil {
		return err
	}
	return run(stdout, w.dir, "go", append([]string{"run", "./" + filepath.ToSlash(here)}, args...)...)
}

// extract copies the files of a revision, or of another checkout, to a folder.
func extract(root, revision, to string) error {
	source := exec.Command("git", "-C", root, "archive", revision)
	if info, err := os.Stat(revision); err == nil && info.IsDir() {
		source = exec.Command("tar", "-c", "-C", revision, "--exclude=.git", ".")
	}
	sink := exec.Command("tar", "-x", "-C", to)
	var err error
	if sink.Stdin, err = source.StdoutPipe(); err != nil {
		return err
	}
	if err := errors.Join(sink.Start(), source.Run(), sink.Wait()); err != nil {
		return fmt.Errorf("the files of %s: %w", revision, err)
	}
	return nil
}

// programsOf turns the example programs of an old revision into packages. In
// old revisions they can only be run as commands.
func programsOf(old string) error {
	for _, name := range []string{"nightshift", "export", "drcopy", "globaldb"} {
		dir := filepath.Join(old, "examples", name, name)
		if _, err := os.Stat(dir); err == nil {
			continue
		}
		if err := os.MkdirAll(dir, 0o750); err != nil {
			return err
		}
		files, err := filepath.Glob(filepath.Join(old, "examples", name, "*.go"))
		if err != nil {
			return err
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			text := string(data)
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text = strings.Replace(text, "package main\n", "package "+name+"\n", 1)
			text = strings.Replace(text, "func main() { cli.Main(run) }\n", "", 1)
			text = strings.Replace(text, "cfg, err := o.Config(", "cfg, err := configured(&o.Target, ", 1)
			if err := os.WriteFile(filepath.Join(dir, filepath.Base(file)), []byte(text), 0o600); err != nil {
				return err
			}
		}
		if err := os.WriteFile(filepath.Join(dir, "run.go"), []byte("package "+name+"\n"+runOfOld), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// runOfOld is added to the package of each old program. It passes the
// configuration of the clients to the program.
const runOfOld = `
import (
	"context"
	"io"
	"time"

	"github.com/nereid-go/nereid/old"
	"github.com/nereid-go/nereid/old/examples/internal/cli"
	"github.com/nereid-go/nereid/old/nereidtest"
)

// Run runs the program with that configuration.
func Run(ctx context.Context, args []string, config *nereid.Config, stdout, stderr io.Writer) int {
	return run(context.WithValue(ctx, configKey{}, config), args, stdout, stderr)
}

type configKey struct{}

func configured(t *cli.Target, ctx context.Context, stdout io.Writer, estate func(*nereidtest.Server), opts ...nereidtest.Option) (nereid.Config, error) {
	given, _ := ctx.Value(configKey{}).(*nereid.Config)
	if given == nil {
		return t.Config(ctx, stdout, estate, opts...)
	}
	t.Live = true
	if t.Poll == 0 {
		t.Poll = 30 * time.Second
	}
	cfg := *given
	if t.Region == "" {
		t.Region = cfg.Region
	}
	cfg.Region = t.Region
	return cfg, nil
}
`

func output(dir, name string, args ...string) (string, error) {
	var b bytes.Buffer
	err := run(&b, dir, name, args...)
	return b.String(), err
}

func run(stdout io.Writer, dir, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, stdout, os.Stderr
	return cmd.Run()
}
