package rds_test

import (
	"errors"
	"testing"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/internal/clienttest"
	"github.com/nereid-go/nereid/rds"
	"github.com/nereid-go/nereid/rds/types"
)

// A fault has its type even if the operation's documentation does not list it.
func TestUndocumentedFaultIsTyped(t *testing.T) {
	client := serve(answer(404, clienttest.FaultReply("ExportTaskNotFound", "gone")))
	_, err := client.StopDBInstance(t.Context(), &rds.StopDBInstanceInput{DBInstanceIdentifier: nereid.String("i1")})
	var fault *types.ExportTaskNotFoundFault
	if !errors.As(err, &fault) || nereid.ToString(fault.Message) != "gone" {
		t.Errorf("got %v", err)
	}
}

func TestErrorCategories(t *testing.T) {
	categories := []error{
		nereid.ErrNotFound, nereid.ErrAlreadyExists, nereid.ErrInvalidState, nereid.ErrQuotaExceeded, nereid.ErrInsufficientCapacity,
		nereid.ErrThrottled, nereid.ErrAccessDenied, nereid.ErrBadCredentials, nereid.ErrInvalidParameter,
	}
	for _, c := range []struct {
		status int
		code   string
		want   error
	}{
		{404, "ExportTaskNotFound", nereid.ErrNotFound},
		{404, "DBClusterNotFoundFault", nereid.ErrNotFound},
		{404, "SomethingNewNotFound", nereid.ErrNotFound},
		{400, "ExportTaskAlreadyExists", nereid.ErrAlreadyExists},
		{400, "ExportTaskAlreadyExistsFault", nereid.ErrAlreadyExists}, // another spelling
		{400, "InvalidDBClusterStateFault", nereid.ErrInvalidState},
		{400, "InvalidExportSourceState", nereid.ErrInvalidState},
		{400, "SnapshotQuotaExceeded", nereid.ErrQuotaExceeded},
		{400, "InsufficientDBInstanceCapacity", nereid.ErrInsufficientCapacity},
		{400, "Throttling", nereid.ErrThrottled},
		{403, "AccessDenied", nereid.ErrAccessDenied},
		{403, "InvalidClientTokenId", nereid.ErrBadCredentials},
		{403, "SignatureDoesNotMatch", nereid.ErrBadCredentials},
		{403, "ExpiredToken", nereid.ErrBadCredentials},
		{400, "InvalidParameterCombination", nereid.ErrInvalidParameter},
		{400, "InvalidExportOnly", nil},
		{500, "InternalFailure", nil},
	} {
		_, err := serve(answer(c.status, clienttest.FaultReply(c.code, "m"))).DescribeEvents(t.Context(), nil)
		for _, category := range categories {
			if got, want := errors.Is(err, category), category == c.want; got != want {
				t.Errorf("%s is %q: %t, want %t", c.code, category, got, want)
			}
		}
	}
}
