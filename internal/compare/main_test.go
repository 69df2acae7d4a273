package compare_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain keeps rapid from writing files: a failure names the seed that
// repeats it.
func TestMain(m *testing.M) {
	if err := flag.Set("rapid.nofailfile", "true"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}
