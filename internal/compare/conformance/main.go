// Command conformance runs the tests that compare this module with other
// modules and programs, and writes their counts and differences to
// docs/conformance.md:
//
//	NEREID_VECTORS=folder go run ./internal/compare/conformance
//
// NEREID_VECTORS is the directory that contains the test vectors, which are not
// part of the repository. Without the vectors, the command does not replace an
// existing page, because the page would lose its results for them. It can write
// a new page, named by -o. If a test fails, the command writes nothing.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const module = "github.com/nereid-go/nereid"

func main() {
	out := flag.String("o", "", "the page to write, instead of docs/conformance.md")
	flag.Parse()
	if err := run(context.Background(), *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, file string) error {
	root, err := command(ctx, "", "list", "-m", "-f", "{{.Dir}}", module)
	if err != nil {
		return fmt.Errorf("find the repository: %w", err)
	}
	if file == "" {
		file = filepath.Join(root, "docs", "conformance.md")
	}
	vectors := os.Getenv("NEREID_VECTORS")
	if vectors == "" {
		if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s stays as it is: without NEREID_VECTORS it would lose its part about the vectors", file)
		}
	} else if err := absolute(vectors); err != nil {
		return err
	}
	p := page{vectors: vectors != "", tests: make(tests)}
	if p.goVersion, err = command(ctx, root, "env", "GOVERSION"); err != nil {
		return err
	}
	modules, err := command(ctx, root, append([]string{"list", "-m", "-f", "{{.Path}} {{.Version}}"}, peers...)...)
	if err != nil {
		return err
	}
	p.modules = strings.Split(modules, "\n")
	if err := test(ctx, root, p.tests, "./internal/compare", "./internal/compare/interop"); err != nil {
		return err
	}
	if p.vectors {
		args := []string{"-run", "Vector"}
		for _, pkg := range vectorPackages {
			args = append(args, "./"+pkg)
		}
		if err := test(ctx, root, p.tests, args...); err != nil {
			return err
		}
	}
	text, err := p.write()
	if err != nil {
		return err
	}
	return save(file, text)
}

// absolute makes NEREID_VECTORS an absolute path, because each test runs in its
// package's directory.
func absolute(vectors string) error {
	dir, err := filepath.Abs(vectors)
	if err != nil {
		return err
	}
	if _, err := os.Stat(dir); err != nil { //nolint:gosec // the caller says where the vectors are
		return fmt.Errorf("NEREID_VECTORS: %w", err)
	}
	return os.Setenv("NEREID_VECTORS", dir)
}

// command returns the output of the go command.
func command(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...) //nolint:gosec // the arguments are constants and paths of this repository
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	out, err := cmd.Output()
	return string(bytes.TrimSpace(out)), err
}

// test runs tests without the test cache, because installed programs that they
// use may have changed. It collects the logs, and shows the output of failed
// tests.
func test(ctx context.Context, root string, into tests, args ...string) error {
	fmt.Fprintln(os.Stderr, "go test", strings.Join(args, " "))
	cmd := exec.CommandContext(ctx, "go", append([]string{"test", "-json", "-v", "-count=1"}, args...)...) //nolint:gosec // as above
	var stdout bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = root, &stdout, os.Stderr
	cmd.Env = append(os.Environ(), "NEREID_LONG=1") // tests in full
	ran := cmd.Run()
	failed, err := into.read(&stdout)
	if _, err := io.WriteString(os.Stderr, failed); err != nil {
		return err
	}
	if err := errors.Join(ran, err); err != nil {
		return fmt.Errorf("go test: %w", err)
	}
	return nil
}

func save(file string, text []byte) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}
