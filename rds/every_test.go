package rds_test

import (
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/rds"
)

// TestEveryOperation runs the checks that apply to every operation.
func TestEveryOperation(t *testing.T) {
	clienttest.Service{
		ID:   rds.ServiceID,
		Page: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_",
		New: func(h nereid.HTTPClient) any {
			return rds.New(rds.Options{
				Region: "eu-west-1", Credentials: clienttest.Credentials(), HTTPClient: h, Retryer: nereid.NopRetryer{},
				DisableRecovery: true, // without recovery, a rename sends no describe request first
			})
		},
	}.EveryOperation(t)
}
