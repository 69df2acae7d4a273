package xmlscan_test

import (
	"os/exec"
	"strings"
	"testing"
)

// The compiler must inline the functions that run for every tag.
func TestInline(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the compiler")
	}
	out, err := exec.Command("go", "build", "-gcflags=-m", ".").CombinedOutput()
	if err != nil {
		t.Skipf("go build: %v", err)
	}
	for _, name := range []string{"isSpace", "skipSpace", "opens", "closes", "word", "(*Scanner).at", "(*Scanner).fail"} {
		if !strings.Contains(string(out), "can inline "+name+"\n") {
			t.Errorf("%s is not inlined", name)
		}
	}
}
