package nereidtest_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/nereid-go/nereid/nereidtest"
)

// TestErrorVectors makes the server return every modeled error, and compares
// the status with the model's.
func TestErrorVectors(t *testing.T) {
	dir := os.Getenv("NEREID_VECTORS")
	if dir == "" {
		t.Skip("NEREID_VECTORS is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "service-errors.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		ID     string
		Status int
		Expect struct{ Code string }
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	s := nereidtest.NewServer(t)
	for _, c := range cases {
		s.Inject(nereidtest.Fault{Code: c.Expect.Code})
		if r := post(t, s, listClusters, nil); r.status != c.Status || r.Error.Code != c.Expect.Code {
			t.Errorf("%s: %s with status %d, want %s with %d", c.ID, r.Error.Code, r.status, c.Expect.Code, c.Status)
		}
	}
	t.Logf("service-errors: %d cases", len(cases))
}
