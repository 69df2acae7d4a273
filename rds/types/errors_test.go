package types_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/rds/types"
)

// faults has a row for every fault of the model: the code on the wire is not always the type's name.
var faults = []struct {
	name, code string
	zero       smithy.APIError
}{
	{"AuthorizationNotFoundFault", "AuthorizationNotFound", new(types.AuthorizationNotFoundFault)},
	{"BlueGreenDeploymentNotFoundFault", "BlueGreenDeploymentNotFoundFault", new(types.BlueGreenDeploymentNotFoundFault)},
	{"CustomAvailabilityZoneNotFoundFault", "CustomAvailabilityZoneNotFound", new(types.CustomAvailabilityZoneNotFoundFault)},
	{"DBCapacityReservationNotFoundFault", "DBCapacityReservationNotFound", new(types.DBCapacityReservationNotFoundFault)},
	{"DBClusterNotFoundFault", "DBClusterNotFoundFault", new(types.DBClusterNotFoundFault)},
	{"DBClusterSnapshotAlreadyExistsFault", "DBClusterSnapshotAlreadyExistsFault", new(types.DBClusterSnapshotAlreadyExistsFault)},
	{"DBClusterSnapshotNotFoundFault", "DBClusterSnapshotNotFoundFault", new(types.DBClusterSnapshotNotFoundFault)},
	{"DBInstanceNotFoundFault", "DBInstanceNotFound", new(types.DBInstanceNotFoundFault)},
	{"DBProxyEndpointNotFoundFault", "DBProxyEndpointNotFoundFault", new(types.DBProxyEndpointNotFoundFault)},
	{"DBProxyNotFoundFault", "DBProxyNotFoundFault", new(types.DBProxyNotFoundFault)},
	{"DBProxyTargetGroupNotFoundFault", "DBProxyTargetGroupNotFoundFault", new(types.DBProxyTargetGroupNotFoundFault)},
	{"DBShardGroupNotFoundFault", "DBShardGroupNotFound", new(types.DBShardGroupNotFoundFault)},
	{"DBSnapshotAlreadyExistsFault", "DBSnapshotAlreadyExists", new(types.DBSnapshotAlreadyExistsFault)},
	{"DBSnapshotNotFoundFault", "DBSnapshotNotFound", new(types.DBSnapshotNotFoundFault)},
	{"DBSnapshotTenantDatabaseNotFoundFault", "DBSnapshotTenantDatabaseNotFoundFault", new(types.DBSnapshotTenantDatabaseNotFoundFault)},
	{"DBSubnetGroupDoesNotCoverEnoughAZs", "DBSubnetGroupDoesNotCoverEnoughAZs", new(types.DBSubnetGroupDoesNotCoverEnoughAZs)},
	{"DBSubnetGroupNotFoundFault", "DBSubnetGroupNotFoundFault", new(types.DBSubnetGroupNotFoundFault)},
	{"ExportTaskAlreadyExistsFault", "ExportTaskAlreadyExists", new(types.ExportTaskAlreadyExistsFault)},
	{"ExportTaskNotFoundFault", "ExportTaskNotFound", new(types.ExportTaskNotFoundFault)},
	{"IamRoleMissingPermissionsFault", "IamRoleMissingPermissions", new(types.IamRoleMissingPermissionsFault)},
	{"IamRoleNotFoundFault", "IamRoleNotFound", new(types.IamRoleNotFoundFault)},
	{"InsufficientDBInstanceCapacityFault", "InsufficientDBInstanceCapacity", new(types.InsufficientDBInstanceCapacityFault)},
	{"IntegrationNotFoundFault", "IntegrationNotFoundFault", new(types.IntegrationNotFoundFault)},
	{"InvalidDBCapacityReservationStateFault", "InvalidDBCapacityReservationState", new(types.InvalidDBCapacityReservationStateFault)},
	{"InvalidDBClusterEndpointStateFault", "InvalidDBClusterEndpointStateFault", new(types.InvalidDBClusterEndpointStateFault)},
	{"InvalidDBClusterSnapshotStateFault", "InvalidDBClusterSnapshotStateFault", new(types.InvalidDBClusterSnapshotStateFault)},
	{"InvalidDBClusterStateFault", "InvalidDBClusterStateFault", new(types.InvalidDBClusterStateFault)},
	{"InvalidDBInstanceStateFault", "InvalidDBInstanceState", new(types.InvalidDBInstanceStateFault)},
	{"InvalidDBShardGroupStateFault", "InvalidDBShardGroupState", new(types.InvalidDBShardGroupStateFault)},
	{"InvalidDBSnapshotStateFault", "InvalidDBSnapshotState", new(types.InvalidDBSnapshotStateFault)},
	{"InvalidExportOnlyFault", "InvalidExportOnly", new(types.InvalidExportOnlyFault)},
	{"InvalidExportSourceStateFault", "InvalidExportSourceState", new(types.InvalidExportSourceStateFault)},
	{"InvalidExportTaskStateFault", "InvalidExportTaskStateFault", new(types.InvalidExportTaskStateFault)},
	{"InvalidS3BucketFault", "InvalidS3BucketFault", new(types.InvalidS3BucketFault)},
	{"InvalidSubnet", "InvalidSubnet", new(types.InvalidSubnet)},
	{"InvalidVPCNetworkStateFault", "InvalidVPCNetworkStateFault", new(types.InvalidVPCNetworkStateFault)},
	{"KMSKeyNotAccessibleFault", "KMSKeyNotAccessibleFault", new(types.KMSKeyNotAccessibleFault)},
	{"SnapshotQuotaExceededFault", "SnapshotQuotaExceeded", new(types.SnapshotQuotaExceededFault)},
	{"TenantDatabaseNotFoundFault", "TenantDatabaseNotFound", new(types.TenantDatabaseNotFoundFault)},
	{"VpcEncryptionControlViolationException", "VpcEncryptionControlViolationException", new(types.VpcEncryptionControlViolationException)},
}

// is says whether errors.As finds a fault of the same type as zero in err.
func is(err error, zero smithy.APIError) bool {
	return errors.As(err, reflect.New(reflect.TypeOf(zero)).Interface())
}

func TestFaultForModelledCode(t *testing.T) {
	t.Parallel()
	for _, f := range faults {
		if got := f.zero.ErrorCode(); got != f.code {
			t.Errorf("a zero %s has code %q, want %q", f.name, got, f.code)
		}
		err := fmt.Errorf("wrapped: %w", types.FaultFor(f.code, "what happened"))
		var api smithy.APIError
		if !errors.As(err, &api) {
			t.Errorf("%s is no smithy.APIError: %v", f.name, err)
			continue
		}
		if got := api.ErrorCode(); got != f.code {
			t.Errorf("%s has code %q, want %q", f.name, got, f.code)
		}
		if got := api.ErrorMessage(); got != "what happened" {
			t.Errorf("%s has message %q", f.name, got)
		}
		if got := api.ErrorFault(); got != smithy.FaultClient {
			t.Errorf("%s is the fault of %v, want the client", f.name, got)
		}
		for _, other := range faults {
			if got, want := is(err, other.zero), other.name == f.name; got != want {
				t.Errorf("code %s matches %s: %t, want %t", f.code, other.name, got, want)
			}
		}
	}
}

func TestFaultForOtherSpellings(t *testing.T) {
	t.Parallel()
	for _, f := range faults {
		stem := strings.TrimSuffix(f.code, "Fault")
		for _, code := range []string{stem, stem + "Fault", strings.ToUpper(f.code), strings.ToLower(f.code)} {
			err := types.FaultFor(code, "")
			if !is(err, f.zero) {
				t.Errorf("code %s gives %T, want %s", code, err, f.name)
				continue
			}
			var api smithy.APIError
			if errors.As(err, &api); api.ErrorCode() != code {
				t.Errorf("code %s became %s: what was sent is lost", code, api.ErrorCode())
			}
		}
	}
}

func TestFaultForUnknownCode(t *testing.T) {
	t.Parallel()
	for _, code := range []string{"", "Fault", "Throttling", "AccessDenied", "DBClusterNotFoundFaultFault", "DBCluster"} {
		if err := types.FaultFor(code, "x"); err != nil {
			t.Errorf("code %q gives %v, want nil", code, err)
		}
	}
}

func TestEveryFaultHasARow(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile("errors.go")
	if err != nil {
		t.Fatal(err)
	}
	if declared := strings.Count(string(src), " = nereid.Fault["); declared != len(faults) {
		t.Errorf("errors.go declares %d faults, the table has %d", declared, len(faults))
	}
}

func TestFaultVectors(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("NEREID_VECTORS")
	if dir == "" {
		t.Skip("NEREID_VECTORS is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "service-errors.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		ID, Service, Shape string
		Expect             struct{ Code, Message, Fault string }
	}
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	zeros := make(map[string]smithy.APIError, len(faults))
	for _, f := range faults {
		zeros[f.name] = f.zero
	}
	run, foreign := 0, 0
	for _, c := range cases {
		if c.Service != "rds" {
			continue
		}
		err := types.FaultFor(c.Expect.Code, c.Expect.Message)
		zero, modelled := zeros[c.Shape]
		if !modelled { // a fault of operations that are not here
			foreign++
			if err != nil {
				t.Errorf("%s: %T, want nil for a fault without a type", c.ID, err)
			}
			continue
		}
		run++
		if !is(err, zero) {
			t.Errorf("%s: %T is no %s", c.ID, err, c.Shape)
			continue
		}
		var api smithy.APIError
		errors.As(err, &api)
		if api.ErrorCode() != c.Expect.Code || api.ErrorMessage() != c.Expect.Message || api.ErrorFault().String() != c.Expect.Fault {
			t.Errorf("%s: got %s: %s (%s), want %+v", c.ID, api.ErrorCode(), api.ErrorMessage(), api.ErrorFault(), c.Expect)
		}
	}
	if run == 0 {
		t.Error("no case is for rds")
	}
	t.Logf("%d cases checked, %d are faults of operations that are not here", run, foreign)
}
