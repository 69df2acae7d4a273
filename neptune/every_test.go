package neptune_test

import (
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/neptune"
)

// TestEveryOperation reports what an operation lacks.
func TestEveryOperation(t *testing.T) {
	clienttest.Service{
		ID:   neptune.ServiceID,
		Page: "https://docs.aws.amazon.com/neptune/latest/apiref/API_",
		New: func(h nereid.HTTPClient) any {
			return neptune.New(neptune.Options{
				Region: "eu-west-1", Credentials: clienttest.Credentials(), HTTPClient: h, Retryer: nereid.NopRetryer{},
				DisableRecovery: true, // without recovery, a rename sends no describe request first
			})
		},
	}.EveryOperation(t)
}
