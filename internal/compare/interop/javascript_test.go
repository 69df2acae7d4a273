package interop_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/nereid-go/nereid/nereidtest"
)

// TestJavaScript runs the flows of testdata/js/life.mjs in the AWS SDK for
// JavaScript. .ci/run installs the SDK in the versions of
// testdata/js/package-lock.json.
func TestJavaScript(t *testing.T) {
	t.Parallel()
	modules, err := filepath.Abs("../../../.tmp/js")
	if err != nil {
		t.Fatal(err)
	}
	const version = `if (parseInt(process.versions.node) < 20) process.exit(1); // the SDK needs it
		const r = require("module").createRequire(process.argv[1] + "/");
		console.log(r("@aws-sdk/client-rds/package.json").version, process.version)`
	v := output(t.Context(), "node", "-e", version, modules)
	if v == "" {
		t.Skip("node 20 or the AWS SDK for JavaScript is not installed; .ci/run programs installs them")
	}
	t.Logf("SDK for JavaScript, node: %s", v)
	s := serve(t)
	for i := range 130 {
		s.AddSnapshot(nereidtest.Snapshot{ID: fmt.Sprintf("page-%03d", i), Region: "eu-west-1"})
	}
	s.AddInstance(nereidtest.Instance{ID: "shop", Region: east, KmsKeyID: "alias/shop"})
	s.Inject(nereidtest.Throttled("ListTagsForResource")) // is tried again
	late := nereidtest.NewServer(t)
	late.SetClockSkew(time.Hour)
	run(t, "node", "--no-warnings", "testdata/js/life.mjs", modules, s.URL(), late.URL())
	if n := s.Count("ListTagsForResource"); n < 2 {
		t.Errorf("%d requests for ListTagsForResource, of which the first was throttled", n)
	}
}
