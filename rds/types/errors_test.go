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
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/nereid-go/nereid"
	"github.com/nereid-go/nereid/rds/types"
)

// faults has a row for every fault of the model: the code on the wire is not always the type's name.
var faults = []struct {
	name, code string
	zero       smithy.APIError
}{
	{"AuthorizationNotFoundFault", "AuthorizationNotFound", new(types.AuthorizationNotFoundFault)},
	{"BackupPolicyNotFoundFault", "BackupPolicyNotFoundFault", new(types.BackupPolicyNotFoundFault)},
	{"BlueGreenDeploymentNotFoundFault", "BlueGreenDeploymentNotFoundFault", new(types.BlueGreenDeploymentNotFoundFault)},
	{"CertificateNotFoundFault", "CertificateNotFound", new(types.CertificateNotFoundFault)},
	{"CustomAvailabilityZoneNotFoundFault", "CustomAvailabilityZoneNotFound", new(types.CustomAvailabilityZoneNotFoundFault)},
	{"DBCapacityReservationNotFoundFault", "DBCapacityReservationNotFound", new(types.DBCapacityReservationNotFoundFault)},
	{"DBClusterAlreadyExistsFault", "DBClusterAlreadyExistsFault", new(types.DBClusterAlreadyExistsFault)},
	{"DBClusterAutomatedBackupNotFoundFault", "DBClusterAutomatedBackupNotFoundFault", new(types.DBClusterAutomatedBackupNotFoundFault)},
	{"DBClusterAutomatedBackupQuotaExceededFault", "DBClusterAutomatedBackupQuotaExceededFault", new(types.DBClusterAutomatedBackupQuotaExceededFault)},
	{"DBClusterBacktrackNotFoundFault", "DBClusterBacktrackNotFoundFault", new(types.DBClusterBacktrackNotFoundFault)},
	{"DBClusterNotFoundFault", "DBClusterNotFoundFault", new(types.DBClusterNotFoundFault)},
	{"DBClusterParameterGroupNotFoundFault", "DBClusterParameterGroupNotFound", new(types.DBClusterParameterGroupNotFoundFault)},
	{"DBClusterQuotaExceededFault", "DBClusterQuotaExceededFault", new(types.DBClusterQuotaExceededFault)},
	{"DBClusterRoleAlreadyExistsFault", "DBClusterRoleAlreadyExists", new(types.DBClusterRoleAlreadyExistsFault)},
	{"DBClusterRoleNotFoundFault", "DBClusterRoleNotFound", new(types.DBClusterRoleNotFoundFault)},
	{"DBClusterRoleQuotaExceededFault", "DBClusterRoleQuotaExceeded", new(types.DBClusterRoleQuotaExceededFault)},
	{"DBClusterSnapshotAlreadyExistsFault", "DBClusterSnapshotAlreadyExistsFault", new(types.DBClusterSnapshotAlreadyExistsFault)},
	{"DBClusterSnapshotNotFoundFault", "DBClusterSnapshotNotFoundFault", new(types.DBClusterSnapshotNotFoundFault)},
	{"DBInstanceAlreadyExistsFault", "DBInstanceAlreadyExists", new(types.DBInstanceAlreadyExistsFault)},
	{"DBInstanceAutomatedBackupNotFoundFault", "DBInstanceAutomatedBackupNotFound", new(types.DBInstanceAutomatedBackupNotFoundFault)},
	{"DBInstanceAutomatedBackupQuotaExceededFault", "DBInstanceAutomatedBackupQuotaExceeded", new(types.DBInstanceAutomatedBackupQuotaExceededFault)},
	{"DBInstanceNotFoundFault", "DBInstanceNotFound", new(types.DBInstanceNotFoundFault)},
	{"DBInstanceRoleAlreadyExistsFault", "DBInstanceRoleAlreadyExists", new(types.DBInstanceRoleAlreadyExistsFault)},
	{"DBInstanceRoleNotFoundFault", "DBInstanceRoleNotFound", new(types.DBInstanceRoleNotFoundFault)},
	{"DBInstanceRoleQuotaExceededFault", "DBInstanceRoleQuotaExceeded", new(types.DBInstanceRoleQuotaExceededFault)},
	{"DBParameterGroupNotFoundFault", "DBParameterGroupNotFound", new(types.DBParameterGroupNotFoundFault)},
	{"DBProxyEndpointNotFoundFault", "DBProxyEndpointNotFoundFault", new(types.DBProxyEndpointNotFoundFault)},
	{"DBProxyNotFoundFault", "DBProxyNotFoundFault", new(types.DBProxyNotFoundFault)},
	{"DBProxyTargetGroupNotFoundFault", "DBProxyTargetGroupNotFoundFault", new(types.DBProxyTargetGroupNotFoundFault)},
	{"DBSecurityGroupNotFoundFault", "DBSecurityGroupNotFound", new(types.DBSecurityGroupNotFoundFault)},
	{"DBShardGroupNotFoundFault", "DBShardGroupNotFound", new(types.DBShardGroupNotFoundFault)},
	{"DBSnapshotAlreadyExistsFault", "DBSnapshotAlreadyExists", new(types.DBSnapshotAlreadyExistsFault)},
	{"DBSnapshotNotFoundFault", "DBSnapshotNotFound", new(types.DBSnapshotNotFoundFault)},
	{"DBSnapshotTenantDatabaseNotFoundFault", "DBSnapshotTenantDatabaseNotFoundFault", new(types.DBSnapshotTenantDatabaseNotFoundFault)},
	{"DBSubnetGroupDoesNotCoverEnoughAZs", "DBSubnetGroupDoesNotCoverEnoughAZs", new(types.DBSubnetGroupDoesNotCoverEnoughAZs)},
	{"DBSubnetGroupNotFoundFault", "DBSubnetGroupNotFoundFault", new(types.DBSubnetGroupNotFoundFault)},
	{"DBUpgradeDependencyFailureFault", "DBUpgradeDependencyFailure", new(types.DBUpgradeDependencyFailureFault)},
	{"DomainNotFoundFault", "DomainNotFoundFault", new(types.DomainNotFoundFault)},
	{"EventSubscriptionQuotaExceededFault", "EventSubscriptionQuotaExceeded", new(types.EventSubscriptionQuotaExceededFault)},
	{"ExportTaskAlreadyExistsFault", "ExportTaskAlreadyExists", new(types.ExportTaskAlreadyExistsFault)},
	{"ExportTaskNotFoundFault", "ExportTaskNotFound", new(types.ExportTaskNotFoundFault)},
	{"GlobalClusterNotFoundFault", "GlobalClusterNotFoundFault", new(types.GlobalClusterNotFoundFault)},
	{"IamRoleMissingPermissionsFault", "IamRoleMissingPermissions", new(types.IamRoleMissingPermissionsFault)},
	{"IamRoleNotFoundFault", "IamRoleNotFound", new(types.IamRoleNotFoundFault)},
	{"InstanceQuotaExceededFault", "InstanceQuotaExceeded", new(types.InstanceQuotaExceededFault)},
	{"InsufficientDBClusterCapacityFault", "InsufficientDBClusterCapacityFault", new(types.InsufficientDBClusterCapacityFault)},
	{"InsufficientDBInstanceCapacityFault", "InsufficientDBInstanceCapacity", new(types.InsufficientDBInstanceCapacityFault)},
	{"InsufficientStorageClusterCapacityFault", "InsufficientStorageClusterCapacity", new(types.InsufficientStorageClusterCapacityFault)},
	{"IntegrationNotFoundFault", "IntegrationNotFoundFault", new(types.IntegrationNotFoundFault)},
	{"InvalidDBCapacityReservationStateFault", "InvalidDBCapacityReservationState", new(types.InvalidDBCapacityReservationStateFault)},
	{"InvalidDBClusterAutomatedBackupStateFault", "InvalidDBClusterAutomatedBackupStateFault", new(types.InvalidDBClusterAutomatedBackupStateFault)},
	{"InvalidDBClusterEndpointStateFault", "InvalidDBClusterEndpointStateFault", new(types.InvalidDBClusterEndpointStateFault)},
	{"InvalidDBClusterSnapshotStateFault", "InvalidDBClusterSnapshotStateFault", new(types.InvalidDBClusterSnapshotStateFault)},
	{"InvalidDBClusterStateFault", "InvalidDBClusterStateFault", new(types.InvalidDBClusterStateFault)},
	{"InvalidDBInstanceAutomatedBackupStateFault", "InvalidDBInstanceAutomatedBackupState", new(types.InvalidDBInstanceAutomatedBackupStateFault)},
	{"InvalidDBInstanceStateFault", "InvalidDBInstanceState", new(types.InvalidDBInstanceStateFault)},
	{"InvalidDBSecurityGroupStateFault", "InvalidDBSecurityGroupState", new(types.InvalidDBSecurityGroupStateFault)},
	{"InvalidDBShardGroupStateFault", "InvalidDBShardGroupState", new(types.InvalidDBShardGroupStateFault)},
	{"InvalidDBSnapshotStateFault", "InvalidDBSnapshotState", new(types.InvalidDBSnapshotStateFault)},
	{"InvalidDBSubnetGroupFault", "InvalidDBSubnetGroupFault", new(types.InvalidDBSubnetGroupFault)},
	{"InvalidDBSubnetGroupStateFault", "InvalidDBSubnetGroupStateFault", new(types.InvalidDBSubnetGroupStateFault)},
	{"InvalidEventSubscriptionStateFault", "InvalidEventSubscriptionState", new(types.InvalidEventSubscriptionStateFault)},
	{"InvalidExportOnlyFault", "InvalidExportOnly", new(types.InvalidExportOnlyFault)},
	{"InvalidExportSourceStateFault", "InvalidExportSourceState", new(types.InvalidExportSourceStateFault)},
	{"InvalidExportTaskStateFault", "InvalidExportTaskStateFault", new(types.InvalidExportTaskStateFault)},
	{"InvalidGlobalClusterStateFault", "InvalidGlobalClusterStateFault", new(types.InvalidGlobalClusterStateFault)},
	{"InvalidRestoreFault", "InvalidRestoreFault", new(types.InvalidRestoreFault)},
	{"InvalidS3BucketFault", "InvalidS3BucketFault", new(types.InvalidS3BucketFault)},
	{"InvalidSubnet", "InvalidSubnet", new(types.InvalidSubnet)},
	{"InvalidVPCNetworkStateFault", "InvalidVPCNetworkStateFault", new(types.InvalidVPCNetworkStateFault)},
	{"KMSKeyNotAccessibleFault", "KMSKeyNotAccessibleFault", new(types.KMSKeyNotAccessibleFault)},
	{"NetworkTypeNotSupported", "NetworkTypeNotSupported", new(types.NetworkTypeNotSupported)},
	{"OptionGroupNotFoundFault", "OptionGroupNotFoundFault", new(types.OptionGroupNotFoundFault)},
	{"PointInTimeRestoreNotEnabledFault", "PointInTimeRestoreNotEnabled", new(types.PointInTimeRestoreNotEnabledFault)},
	{"ProvisionedIopsNotAvailableInAZFault", "ProvisionedIopsNotAvailableInAZFault", new(types.ProvisionedIopsNotAvailableInAZFault)},
	{"ResourceNotFoundFault", "ResourceNotFoundFault", new(types.ResourceNotFoundFault)},
	{"SNSInvalidTopicFault", "SNSInvalidTopic", new(types.SNSInvalidTopicFault)},
	{"SNSNoAuthorizationFault", "SNSNoAuthorization", new(types.SNSNoAuthorizationFault)},
	{"SNSTopicArnNotFoundFault", "SNSTopicArnNotFound", new(types.SNSTopicArnNotFoundFault)},
	{"SharedSnapshotQuotaExceededFault", "SharedSnapshotQuotaExceeded", new(types.SharedSnapshotQuotaExceededFault)},
	{"SnapshotQuotaExceededFault", "SnapshotQuotaExceeded", new(types.SnapshotQuotaExceededFault)},
	{"SourceNotFoundFault", "SourceNotFound", new(types.SourceNotFoundFault)},
	{"StorageQuotaExceededFault", "StorageQuotaExceeded", new(types.StorageQuotaExceededFault)},
	{"StorageTypeNotAvailableFault", "StorageTypeNotAvailableFault", new(types.StorageTypeNotAvailableFault)},
	{"StorageTypeNotSupportedFault", "StorageTypeNotSupported", new(types.StorageTypeNotSupportedFault)},
	{"SubscriptionAlreadyExistFault", "SubscriptionAlreadyExist", new(types.SubscriptionAlreadyExistFault)},
	{"SubscriptionCategoryNotFoundFault", "SubscriptionCategoryNotFound", new(types.SubscriptionCategoryNotFoundFault)},
	{"SubscriptionNotFoundFault", "SubscriptionNotFound", new(types.SubscriptionNotFoundFault)},
	{"TenantDatabaseNotFoundFault", "TenantDatabaseNotFound", new(types.TenantDatabaseNotFoundFault)},
	{"TenantDatabaseQuotaExceededFault", "TenantDatabaseQuotaExceeded", new(types.TenantDatabaseQuotaExceededFault)},
	{"VpcEncryptionControlViolationException", "VpcEncryptionControlViolationException", new(types.VpcEncryptionControlViolationException)},
}

// is reports whether errors.As finds a fault of the type of zero in err.
func is(err error, zero smithy.APIError) bool {
	return errors.As(err, reflect.New(reflect.TypeOf(zero)).Interface())
}

// unlisted is a response with a fault that the operation does not list.
func unlisted(code, message string) error {
	response := &smithyhttp.ResponseError{Err: &smithy.GenericAPIError{Code: code, Message: message}}
	return fmt.Errorf("wrapped: %w", nereid.NewResponseError(response, "", reflect.TypeFor[types.Tag]().PkgPath()))
}

// A fault reports its code, both as a response and as a nil pointer in a list.
func TestFaults(t *testing.T) {
	t.Parallel()
	for _, f := range faults {
		none := reflect.Zero(reflect.TypeOf(f.zero)).Interface().(smithy.APIError)
		for _, fault := range []smithy.APIError{f.zero, none} {
			if fault.ErrorCode() != f.code || fault.ErrorMessage() != "" || fault.ErrorFault() != smithy.FaultClient {
				t.Errorf("%s is %s: %s (%s)", f.name, fault.ErrorCode(), fault.ErrorMessage(), fault.ErrorFault())
			}
			for _, category := range []error{nereid.ErrNotFound, nereid.ErrAlreadyExists, nereid.ErrInvalidState, nereid.ErrQuotaExceeded, nereid.ErrInsufficientCapacity} {
				if got, want := errors.Is(fault, category), nereid.CategoryOf(unlisted(f.code, "")) == category; got != want {
					t.Errorf("%s is %q: %t, want %t", f.name, category, got, want)
				}
			}
		}
		code := strings.ToLower(f.code)
		fault := nereid.NewFault([]smithy.APIError{none}, code, "what happened")
		if reflect.TypeOf(fault) != reflect.TypeOf(f.zero) || fault.Error() != code+": what happened" {
			t.Errorf("%s became %T: %v", code, fault, fault)
		}
	}
}

// errors.As finds a fault that the operation does not list, with any spelling of its code, and no
// other fault.
func TestUnlistedFaults(t *testing.T) {
	t.Parallel()
	for _, f := range faults {
		stem := strings.TrimSuffix(f.code, "Fault")
		for _, code := range []string{f.code, stem, stem + "Fault", strings.ToUpper(f.code), strings.ToLower(f.code)} {
			err := unlisted(code, "what happened")
			for _, other := range faults {
				target := reflect.New(reflect.TypeOf(other.zero))
				if found := errors.As(err, target.Interface()); found != (other.name == f.name) {
					t.Errorf("code %s is a %s: %t", code, other.name, found)
				} else if got, _ := reflect.TypeAssert[smithy.APIError](target.Elem()); found && got.Error() != code+": what happened" {
					t.Errorf("code %s became %v", code, got)
				}
			}
		}
	}
	for _, code := range []string{"", "Fault", "Throttling", "AccessDenied", "DBClusterNotFoundFaultFault", "DBCluster", "UnknownError"} {
		for _, f := range faults {
			if is(unlisted(code, "x"), f.zero) {
				t.Errorf("code %q is a %s", code, f.name)
			}
		}
	}
}

func TestEveryFaultHasARow(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile("errors.go")
	if err != nil {
		t.Fatal(err)
	}
	if declared := strings.Count(string(src), " struct{ Message, ErrorCodeOverride *string }"); declared != len(faults) {
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
		err := unlisted(c.Expect.Code, c.Expect.Message)
		zero, modelled := zeros[c.Shape]
		if !modelled { // a fault of operations that this package does not have
			foreign++
			continue
		}
		run++
		target := reflect.New(reflect.TypeOf(zero))
		if !errors.As(err, target.Interface()) {
			t.Errorf("%s: %v is not a %s", c.ID, err, c.Shape)
			continue
		}
		api, _ := reflect.TypeAssert[smithy.APIError](target.Elem())
		if api.ErrorCode() != c.Expect.Code || api.ErrorMessage() != c.Expect.Message || api.ErrorFault().String() != c.Expect.Fault {
			t.Errorf("%s: got %s: %s (%s), want %+v", c.ID, api.ErrorCode(), api.ErrorMessage(), api.ErrorFault(), c.Expect)
		}
	}
	if run == 0 {
		t.Error("no case is for rds")
	}
	t.Logf("%d cases checked, %d are faults of operations that Nereid lacks", run, foreign)
}
