package interop_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/nereid-go/nereid/nereidtest"
)

// TestBoto3 runs the flows of testdata/life.py.
func TestBoto3(t *testing.T) {
	t.Parallel()
	boto3(t, func(t *testing.T, python string) {
		s := serve(t)
		for i := range 130 {
			s.AddSnapshot(nereidtest.Snapshot{ID: fmt.Sprintf("page-%03d", i), Region: "eu-west-1", Cluster: fmt.Sprintf("source-%d", i%2)})
		}
		s.AddInstance(nereidtest.Instance{ID: "shop", Region: east, KmsKeyID: "alias/shop"})
		s.Inject(nereidtest.Throttled("ListTagsForResource")) // is tried again
		late := nereidtest.NewServer(t)
		late.SetClockSkew(time.Hour)
		run(t, python, "testdata/life.py", s.URL(), late.URL())
		if n := s.Count("ListTagsForResource"); n < 2 {
			t.Errorf("%d requests for ListTagsForResource, of which the first was throttled", n)
		}
	})
}

// TestBoto3Groups runs the lives of testdata/groups.py.
func TestBoto3Groups(t *testing.T) {
	t.Parallel()
	boto3(t, func(t *testing.T, python string) {
		run(t, python, "testdata/groups.py", serveTwo(t).URL())
	})
}

// TestBoto3Backups runs the lives of testdata/backups.py.
func TestBoto3Backups(t *testing.T) {
	t.Parallel()
	boto3(t, func(t *testing.T, python string) {
		run(t, python, "testdata/backups.py", serve(t).URL())
	})
}

// boto3 runs a test with each Python that has boto3. A current boto3 and the
// old one of the distribution differ in the headers that they send, and in the
// operations that they have.
func boto3(t *testing.T, test func(t *testing.T, python string)) {
	t.Helper()
	const version = "import boto3, botocore, sys; print(boto3.__version__, botocore.__version__, sys.executable)"
	seen := make(map[string]bool)
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		v := output(t.Context(), python, "-c", version)
		if v == "" || seen[v] {
			continue
		}
		seen[v] = true
		t.Run(fmt.Sprintf("python %d", len(seen)), func(t *testing.T) {
			t.Parallel()
			t.Logf("boto3, botocore, python: %s", v)
			test(t, python)
		})
	}
	if len(seen) == 0 {
		t.Skip("boto3 is not installed")
	}
}
