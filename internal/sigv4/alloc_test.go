//go:build !race

package sigv4_test

import (
	"testing"
	"time"

	"github.com/nereid-go/nereid/internal/sigv4"
)

func TestAllocations(t *testing.T) {
	var signer sigv4.Signer
	hash := sigv4.PayloadHash([]byte(body))
	req := request(t, "https://rds.us-east-1.amazonaws.com/")
	tests := []struct {
		name string
		most float64
		f    func() error
	}{
		// The three are the date, the value of Authorization, and the slices of
		// all values.
		{"SignHTTP", 3, func() error { return signer.SignHTTP(temp, req, hash, "rds", "us-east-1", noon) }},
		{"PresignURL", 8, func() error {
			_, err := signer.PresignURL(temp, "https://example.com/?Action=A&Version=B", "rds", "us-east-1", time.Hour, noon)
			return err
		}},
		{"PayloadHash", 1, func() error { sigv4.PayloadHash([]byte(body)); return nil }},
	}
	for _, tt := range tests {
		got := testing.AllocsPerRun(100, func() {
			if err := tt.f(); err != nil {
				t.Fatal(err)
			}
		})
		if got > tt.most {
			t.Errorf("%s: %v allocations, want %v at most", tt.name, got, tt.most)
		}
		t.Logf("%s: %v allocations", tt.name, got)
	}
}
