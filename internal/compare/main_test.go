package compare_test

import (
	"flag"
	"os"
	"strconv"
	"testing"

	"github.com/nereid-go/nereid/internal/longtest"
)

// TestMain keeps rapid from writing files, because a failure names the seed
// that repeats it. It also sets the number of checks per property.
func TestMain(m *testing.M) {
	if err := flag.Set("rapid.nofailfile", "true"); err != nil {
		panic(err)
	}
	// A flag on the command line is parsed later and takes precedence.
	if err := flag.Set("rapid.checks", strconv.Itoa(longtest.Calls(100, 10))); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}
