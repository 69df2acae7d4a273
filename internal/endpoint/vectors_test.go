package endpoint_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nereid-go/nereid/internal/endpoint"
)

func TestVectors(t *testing.T) {
	dir := os.Getenv("NEREID_VECTORS")
	if dir == "" {
		t.Skip("NEREID_VECTORS is not set")
	}
	for _, service := range []string{"neptune", "rds"} {
		t.Run(service, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, "endpoints-"+service+".json"))
			if err != nil {
				t.Fatal(err)
			}
			var cases []vector
			if err := json.Unmarshal(data, &cases); err != nil {
				t.Fatal(err)
			}
			met, unmet := 0, 0
			for _, c := range cases {
				if reason := c.unmet(); reason != "" {
					unmet++
					t.Logf("unmet: %s (%s): %s", c.ID, c.Documentation, reason)
					continue
				}
				t.Run(c.ID, c.run)
				met++
			}
			t.Logf("%d cases, %d run, %d unmet", len(cases), met, unmet)
		})
	}
}

type vector struct {
	ID, Documentation string
	Params            struct {
		Region                string
		UseFIPS, UseDualStack bool
		Endpoint              *string
	}
	Expect struct {
		Endpoint *struct{ URL string }
		Error    string
	}
}

// unmet returns the reason if the package differs from a case on purpose.
func (c *vector) unmet() string {
	if strings.HasPrefix(c.ID, "v1-") && strings.Contains(c.Expect.Error, "partition does not support") {
		return "the case is older than AWS's support of dual stack in aws-iso and aws-iso-b"
	}
	return ""
}

func (c *vector) run(t *testing.T) {
	t.Helper()
	opts := endpoint.Options{FIPS: c.Params.UseFIPS, DualStack: c.Params.UseDualStack}
	got, err := endpoint.Resolve(c.Params.Region, opts, c.Params.Endpoint)
	switch {
	case c.Expect.Error != "":
		if err == nil || !strings.HasPrefix(err.Error(), c.Expect.Error) {
			t.Errorf("got %+v and error %v, want error %q", got, err, c.Expect.Error)
		}
	case err != nil:
		t.Error(err)
	case got.URL != c.Expect.Endpoint.URL:
		t.Errorf("got %s, want %s", got.URL, c.Expect.Endpoint.URL)
	}
}
