package types

import (
	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/internal/fault"
)

func (e *AuthorizationNotFoundFault) Error() string { return fault.Text(e) }
func (e *AuthorizationNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("AuthorizationNotFound")
}
func (e *AuthorizationNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *AuthorizationNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *AuthorizationNotFoundFault) Is(target error) bool {
	return fault.Is((*AuthorizationNotFoundFault)(nil), target)
}

func (e *BackupPolicyNotFoundFault) Error() string { return fault.Text(e) }
func (e *BackupPolicyNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("BackupPolicyNotFoundFault")
}
func (e *BackupPolicyNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *BackupPolicyNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *BackupPolicyNotFoundFault) Is(target error) bool {
	return fault.Is((*BackupPolicyNotFoundFault)(nil), target)
}

func (e *BlueGreenDeploymentNotFoundFault) Error() string { return fault.Text(e) }
func (e *BlueGreenDeploymentNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("BlueGreenDeploymentNotFoundFault")
}
func (e *BlueGreenDeploymentNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *BlueGreenDeploymentNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *BlueGreenDeploymentNotFoundFault) Is(target error) bool {
	return fault.Is((*BlueGreenDeploymentNotFoundFault)(nil), target)
}

func (e *CertificateNotFoundFault) Error() string { return fault.Text(e) }
func (e *CertificateNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("CertificateNotFound")
}
func (e *CertificateNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *CertificateNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *CertificateNotFoundFault) Is(target error) bool {
	return fault.Is((*CertificateNotFoundFault)(nil), target)
}

func (e *CustomAvailabilityZoneNotFoundFault) Error() string { return fault.Text(e) }
func (e *CustomAvailabilityZoneNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("CustomAvailabilityZoneNotFound")
}
func (e *CustomAvailabilityZoneNotFoundFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *CustomAvailabilityZoneNotFoundFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *CustomAvailabilityZoneNotFoundFault) Is(target error) bool {
	return fault.Is((*CustomAvailabilityZoneNotFoundFault)(nil), target)
}

func (e *DBCapacityReservationNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBCapacityReservationNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBCapacityReservationNotFound")
}
func (e *DBCapacityReservationNotFoundFault) ErrorMessage() string { return (*fault.Members)(e).Said() }
func (e *DBCapacityReservationNotFoundFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBCapacityReservationNotFoundFault) Is(target error) bool {
	return fault.Is((*DBCapacityReservationNotFoundFault)(nil), target)
}

func (e *DBClusterAlreadyExistsFault) Error() string { return fault.Text(e) }
func (e *DBClusterAlreadyExistsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterAlreadyExistsFault")
}
func (e *DBClusterAlreadyExistsFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBClusterAlreadyExistsFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBClusterAlreadyExistsFault) Is(target error) bool {
	return fault.Is((*DBClusterAlreadyExistsFault)(nil), target)
}

func (e *DBClusterAutomatedBackupNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBClusterAutomatedBackupNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterAutomatedBackupNotFoundFault")
}
func (e *DBClusterAutomatedBackupNotFoundFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *DBClusterAutomatedBackupNotFoundFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBClusterAutomatedBackupNotFoundFault) Is(target error) bool {
	return fault.Is((*DBClusterAutomatedBackupNotFoundFault)(nil), target)
}

func (e *DBClusterAutomatedBackupQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *DBClusterAutomatedBackupQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterAutomatedBackupQuotaExceededFault")
}
func (e *DBClusterAutomatedBackupQuotaExceededFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *DBClusterAutomatedBackupQuotaExceededFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBClusterAutomatedBackupQuotaExceededFault) Is(target error) bool {
	return fault.Is((*DBClusterAutomatedBackupQuotaExceededFault)(nil), target)
}

func (e *DBClusterNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBClusterNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterNotFoundFault")
}
func (e *DBClusterNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBClusterNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBClusterNotFoundFault) Is(target error) bool {
	return fault.Is((*DBClusterNotFoundFault)(nil), target)
}

func (e *DBClusterParameterGroupNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBClusterParameterGroupNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterParameterGroupNotFound")
}
func (e *DBClusterParameterGroupNotFoundFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *DBClusterParameterGroupNotFoundFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBClusterParameterGroupNotFoundFault) Is(target error) bool {
	return fault.Is((*DBClusterParameterGroupNotFoundFault)(nil), target)
}

func (e *DBClusterQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *DBClusterQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterQuotaExceededFault")
}
func (e *DBClusterQuotaExceededFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBClusterQuotaExceededFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBClusterQuotaExceededFault) Is(target error) bool {
	return fault.Is((*DBClusterQuotaExceededFault)(nil), target)
}

func (e *DBClusterRoleAlreadyExistsFault) Error() string { return fault.Text(e) }
func (e *DBClusterRoleAlreadyExistsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterRoleAlreadyExists")
}
func (e *DBClusterRoleAlreadyExistsFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBClusterRoleAlreadyExistsFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBClusterRoleAlreadyExistsFault) Is(target error) bool {
	return fault.Is((*DBClusterRoleAlreadyExistsFault)(nil), target)
}

func (e *DBClusterRoleNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBClusterRoleNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterRoleNotFound")
}
func (e *DBClusterRoleNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBClusterRoleNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBClusterRoleNotFoundFault) Is(target error) bool {
	return fault.Is((*DBClusterRoleNotFoundFault)(nil), target)
}

func (e *DBClusterRoleQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *DBClusterRoleQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterRoleQuotaExceeded")
}
func (e *DBClusterRoleQuotaExceededFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBClusterRoleQuotaExceededFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBClusterRoleQuotaExceededFault) Is(target error) bool {
	return fault.Is((*DBClusterRoleQuotaExceededFault)(nil), target)
}

func (e *DBClusterSnapshotAlreadyExistsFault) Error() string { return fault.Text(e) }
func (e *DBClusterSnapshotAlreadyExistsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterSnapshotAlreadyExistsFault")
}
func (e *DBClusterSnapshotAlreadyExistsFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *DBClusterSnapshotAlreadyExistsFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBClusterSnapshotAlreadyExistsFault) Is(target error) bool {
	return fault.Is((*DBClusterSnapshotAlreadyExistsFault)(nil), target)
}

func (e *DBClusterSnapshotNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBClusterSnapshotNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterSnapshotNotFoundFault")
}
func (e *DBClusterSnapshotNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBClusterSnapshotNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBClusterSnapshotNotFoundFault) Is(target error) bool {
	return fault.Is((*DBClusterSnapshotNotFoundFault)(nil), target)
}

func (e *DBInstanceAlreadyExistsFault) Error() string { return fault.Text(e) }
func (e *DBInstanceAlreadyExistsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBInstanceAlreadyExists")
}
func (e *DBInstanceAlreadyExistsFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBInstanceAlreadyExistsFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBInstanceAlreadyExistsFault) Is(target error) bool {
	return fault.Is((*DBInstanceAlreadyExistsFault)(nil), target)
}

func (e *DBInstanceAutomatedBackupNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBInstanceAutomatedBackupNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBInstanceAutomatedBackupNotFound")
}
func (e *DBInstanceAutomatedBackupNotFoundFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *DBInstanceAutomatedBackupNotFoundFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBInstanceAutomatedBackupNotFoundFault) Is(target error) bool {
	return fault.Is((*DBInstanceAutomatedBackupNotFoundFault)(nil), target)
}

func (e *DBInstanceAutomatedBackupQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *DBInstanceAutomatedBackupQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBInstanceAutomatedBackupQuotaExceeded")
}
func (e *DBInstanceAutomatedBackupQuotaExceededFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *DBInstanceAutomatedBackupQuotaExceededFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBInstanceAutomatedBackupQuotaExceededFault) Is(target error) bool {
	return fault.Is((*DBInstanceAutomatedBackupQuotaExceededFault)(nil), target)
}

func (e *DBInstanceNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBInstanceNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBInstanceNotFound")
}
func (e *DBInstanceNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBInstanceNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBInstanceNotFoundFault) Is(target error) bool {
	return fault.Is((*DBInstanceNotFoundFault)(nil), target)
}

func (e *DBInstanceRoleAlreadyExistsFault) Error() string { return fault.Text(e) }
func (e *DBInstanceRoleAlreadyExistsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBInstanceRoleAlreadyExists")
}
func (e *DBInstanceRoleAlreadyExistsFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBInstanceRoleAlreadyExistsFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBInstanceRoleAlreadyExistsFault) Is(target error) bool {
	return fault.Is((*DBInstanceRoleAlreadyExistsFault)(nil), target)
}

func (e *DBInstanceRoleNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBInstanceRoleNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBInstanceRoleNotFound")
}
func (e *DBInstanceRoleNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBInstanceRoleNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBInstanceRoleNotFoundFault) Is(target error) bool {
	return fault.Is((*DBInstanceRoleNotFoundFault)(nil), target)
}

func (e *DBInstanceRoleQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *DBInstanceRoleQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBInstanceRoleQuotaExceeded")
}
func (e *DBInstanceRoleQuotaExceededFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBInstanceRoleQuotaExceededFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBInstanceRoleQuotaExceededFault) Is(target error) bool {
	return fault.Is((*DBInstanceRoleQuotaExceededFault)(nil), target)
}

func (e *DBParameterGroupNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBParameterGroupNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBParameterGroupNotFound")
}
func (e *DBParameterGroupNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBParameterGroupNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBParameterGroupNotFoundFault) Is(target error) bool {
	return fault.Is((*DBParameterGroupNotFoundFault)(nil), target)
}

func (e *DBProxyEndpointNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBProxyEndpointNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBProxyEndpointNotFoundFault")
}
func (e *DBProxyEndpointNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBProxyEndpointNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBProxyEndpointNotFoundFault) Is(target error) bool {
	return fault.Is((*DBProxyEndpointNotFoundFault)(nil), target)
}

func (e *DBProxyNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBProxyNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBProxyNotFoundFault")
}
func (e *DBProxyNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBProxyNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBProxyNotFoundFault) Is(target error) bool {
	return fault.Is((*DBProxyNotFoundFault)(nil), target)
}

func (e *DBProxyTargetGroupNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBProxyTargetGroupNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBProxyTargetGroupNotFoundFault")
}
func (e *DBProxyTargetGroupNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBProxyTargetGroupNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBProxyTargetGroupNotFoundFault) Is(target error) bool {
	return fault.Is((*DBProxyTargetGroupNotFoundFault)(nil), target)
}

func (e *DBSecurityGroupNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBSecurityGroupNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBSecurityGroupNotFound")
}
func (e *DBSecurityGroupNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBSecurityGroupNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBSecurityGroupNotFoundFault) Is(target error) bool {
	return fault.Is((*DBSecurityGroupNotFoundFault)(nil), target)
}

func (e *DBShardGroupNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBShardGroupNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBShardGroupNotFound")
}
func (e *DBShardGroupNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBShardGroupNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBShardGroupNotFoundFault) Is(target error) bool {
	return fault.Is((*DBShardGroupNotFoundFault)(nil), target)
}

func (e *DBSnapshotAlreadyExistsFault) Error() string { return fault.Text(e) }
func (e *DBSnapshotAlreadyExistsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBSnapshotAlreadyExists")
}
func (e *DBSnapshotAlreadyExistsFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBSnapshotAlreadyExistsFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBSnapshotAlreadyExistsFault) Is(target error) bool {
	return fault.Is((*DBSnapshotAlreadyExistsFault)(nil), target)
}

func (e *DBSnapshotNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBSnapshotNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBSnapshotNotFound")
}
func (e *DBSnapshotNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBSnapshotNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBSnapshotNotFoundFault) Is(target error) bool {
	return fault.Is((*DBSnapshotNotFoundFault)(nil), target)
}

func (e *DBSnapshotTenantDatabaseNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBSnapshotTenantDatabaseNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBSnapshotTenantDatabaseNotFoundFault")
}
func (e *DBSnapshotTenantDatabaseNotFoundFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *DBSnapshotTenantDatabaseNotFoundFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBSnapshotTenantDatabaseNotFoundFault) Is(target error) bool {
	return fault.Is((*DBSnapshotTenantDatabaseNotFoundFault)(nil), target)
}

func (e *DBSubnetGroupDoesNotCoverEnoughAZs) Error() string { return fault.Text(e) }
func (e *DBSubnetGroupDoesNotCoverEnoughAZs) ErrorCode() string {
	return (*fault.Members)(e).Code("DBSubnetGroupDoesNotCoverEnoughAZs")
}
func (e *DBSubnetGroupDoesNotCoverEnoughAZs) ErrorMessage() string { return (*fault.Members)(e).Said() }
func (e *DBSubnetGroupDoesNotCoverEnoughAZs) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBSubnetGroupDoesNotCoverEnoughAZs) Is(target error) bool {
	return fault.Is((*DBSubnetGroupDoesNotCoverEnoughAZs)(nil), target)
}

func (e *DBSubnetGroupNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBSubnetGroupNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBSubnetGroupNotFoundFault")
}
func (e *DBSubnetGroupNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBSubnetGroupNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBSubnetGroupNotFoundFault) Is(target error) bool {
	return fault.Is((*DBSubnetGroupNotFoundFault)(nil), target)
}

func (e *DBUpgradeDependencyFailureFault) Error() string { return fault.Text(e) }
func (e *DBUpgradeDependencyFailureFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBUpgradeDependencyFailure")
}
func (e *DBUpgradeDependencyFailureFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBUpgradeDependencyFailureFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBUpgradeDependencyFailureFault) Is(target error) bool {
	return fault.Is((*DBUpgradeDependencyFailureFault)(nil), target)
}

func (e *DomainNotFoundFault) Error() string { return fault.Text(e) }
func (e *DomainNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DomainNotFoundFault")
}
func (e *DomainNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DomainNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DomainNotFoundFault) Is(target error) bool {
	return fault.Is((*DomainNotFoundFault)(nil), target)
}

func (e *EventSubscriptionQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *EventSubscriptionQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("EventSubscriptionQuotaExceeded")
}
func (e *EventSubscriptionQuotaExceededFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *EventSubscriptionQuotaExceededFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *EventSubscriptionQuotaExceededFault) Is(target error) bool {
	return fault.Is((*EventSubscriptionQuotaExceededFault)(nil), target)
}

func (e *ExportTaskAlreadyExistsFault) Error() string { return fault.Text(e) }
func (e *ExportTaskAlreadyExistsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("ExportTaskAlreadyExists")
}
func (e *ExportTaskAlreadyExistsFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *ExportTaskAlreadyExistsFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *ExportTaskAlreadyExistsFault) Is(target error) bool {
	return fault.Is((*ExportTaskAlreadyExistsFault)(nil), target)
}

func (e *ExportTaskNotFoundFault) Error() string { return fault.Text(e) }
func (e *ExportTaskNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("ExportTaskNotFound")
}
func (e *ExportTaskNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *ExportTaskNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *ExportTaskNotFoundFault) Is(target error) bool {
	return fault.Is((*ExportTaskNotFoundFault)(nil), target)
}

func (e *GlobalClusterNotFoundFault) Error() string { return fault.Text(e) }
func (e *GlobalClusterNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("GlobalClusterNotFoundFault")
}
func (e *GlobalClusterNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *GlobalClusterNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *GlobalClusterNotFoundFault) Is(target error) bool {
	return fault.Is((*GlobalClusterNotFoundFault)(nil), target)
}

func (e *IamRoleMissingPermissionsFault) Error() string { return fault.Text(e) }
func (e *IamRoleMissingPermissionsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("IamRoleMissingPermissions")
}
func (e *IamRoleMissingPermissionsFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *IamRoleMissingPermissionsFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *IamRoleMissingPermissionsFault) Is(target error) bool {
	return fault.Is((*IamRoleMissingPermissionsFault)(nil), target)
}

func (e *IamRoleNotFoundFault) Error() string                 { return fault.Text(e) }
func (e *IamRoleNotFoundFault) ErrorCode() string             { return (*fault.Members)(e).Code("IamRoleNotFound") }
func (e *IamRoleNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *IamRoleNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *IamRoleNotFoundFault) Is(target error) bool {
	return fault.Is((*IamRoleNotFoundFault)(nil), target)
}

func (e *InstanceQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *InstanceQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InstanceQuotaExceeded")
}
func (e *InstanceQuotaExceededFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InstanceQuotaExceededFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InstanceQuotaExceededFault) Is(target error) bool {
	return fault.Is((*InstanceQuotaExceededFault)(nil), target)
}

func (e *InsufficientDBClusterCapacityFault) Error() string { return fault.Text(e) }
func (e *InsufficientDBClusterCapacityFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InsufficientDBClusterCapacityFault")
}
func (e *InsufficientDBClusterCapacityFault) ErrorMessage() string { return (*fault.Members)(e).Said() }
func (e *InsufficientDBClusterCapacityFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *InsufficientDBClusterCapacityFault) Is(target error) bool {
	return fault.Is((*InsufficientDBClusterCapacityFault)(nil), target)
}

func (e *InsufficientDBInstanceCapacityFault) Error() string { return fault.Text(e) }
func (e *InsufficientDBInstanceCapacityFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InsufficientDBInstanceCapacity")
}
func (e *InsufficientDBInstanceCapacityFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *InsufficientDBInstanceCapacityFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *InsufficientDBInstanceCapacityFault) Is(target error) bool {
	return fault.Is((*InsufficientDBInstanceCapacityFault)(nil), target)
}

func (e *InsufficientStorageClusterCapacityFault) Error() string { return fault.Text(e) }
func (e *InsufficientStorageClusterCapacityFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InsufficientStorageClusterCapacity")
}
func (e *InsufficientStorageClusterCapacityFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *InsufficientStorageClusterCapacityFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *InsufficientStorageClusterCapacityFault) Is(target error) bool {
	return fault.Is((*InsufficientStorageClusterCapacityFault)(nil), target)
}

func (e *IntegrationNotFoundFault) Error() string { return fault.Text(e) }
func (e *IntegrationNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("IntegrationNotFoundFault")
}
func (e *IntegrationNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *IntegrationNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *IntegrationNotFoundFault) Is(target error) bool {
	return fault.Is((*IntegrationNotFoundFault)(nil), target)
}

func (e *InvalidDBCapacityReservationStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBCapacityReservationStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBCapacityReservationState")
}
func (e *InvalidDBCapacityReservationStateFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *InvalidDBCapacityReservationStateFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *InvalidDBCapacityReservationStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBCapacityReservationStateFault)(nil), target)
}

func (e *InvalidDBClusterEndpointStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBClusterEndpointStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBClusterEndpointStateFault")
}
func (e *InvalidDBClusterEndpointStateFault) ErrorMessage() string { return (*fault.Members)(e).Said() }
func (e *InvalidDBClusterEndpointStateFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *InvalidDBClusterEndpointStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBClusterEndpointStateFault)(nil), target)
}

func (e *InvalidDBClusterSnapshotStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBClusterSnapshotStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBClusterSnapshotStateFault")
}
func (e *InvalidDBClusterSnapshotStateFault) ErrorMessage() string { return (*fault.Members)(e).Said() }
func (e *InvalidDBClusterSnapshotStateFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *InvalidDBClusterSnapshotStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBClusterSnapshotStateFault)(nil), target)
}

func (e *InvalidDBClusterStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBClusterStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBClusterStateFault")
}
func (e *InvalidDBClusterStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidDBClusterStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidDBClusterStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBClusterStateFault)(nil), target)
}

func (e *InvalidDBInstanceStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBInstanceStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBInstanceState")
}
func (e *InvalidDBInstanceStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidDBInstanceStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidDBInstanceStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBInstanceStateFault)(nil), target)
}

func (e *InvalidDBSecurityGroupStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBSecurityGroupStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBSecurityGroupState")
}
func (e *InvalidDBSecurityGroupStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidDBSecurityGroupStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidDBSecurityGroupStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBSecurityGroupStateFault)(nil), target)
}

func (e *InvalidDBShardGroupStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBShardGroupStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBShardGroupState")
}
func (e *InvalidDBShardGroupStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidDBShardGroupStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidDBShardGroupStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBShardGroupStateFault)(nil), target)
}

func (e *InvalidDBSnapshotStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBSnapshotStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBSnapshotState")
}
func (e *InvalidDBSnapshotStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidDBSnapshotStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidDBSnapshotStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBSnapshotStateFault)(nil), target)
}

func (e *InvalidDBSubnetGroupFault) Error() string { return fault.Text(e) }
func (e *InvalidDBSubnetGroupFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBSubnetGroupFault")
}
func (e *InvalidDBSubnetGroupFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidDBSubnetGroupFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidDBSubnetGroupFault) Is(target error) bool {
	return fault.Is((*InvalidDBSubnetGroupFault)(nil), target)
}

func (e *InvalidDBSubnetGroupStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBSubnetGroupStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBSubnetGroupStateFault")
}
func (e *InvalidDBSubnetGroupStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidDBSubnetGroupStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidDBSubnetGroupStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBSubnetGroupStateFault)(nil), target)
}

func (e *InvalidEventSubscriptionStateFault) Error() string { return fault.Text(e) }
func (e *InvalidEventSubscriptionStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidEventSubscriptionState")
}
func (e *InvalidEventSubscriptionStateFault) ErrorMessage() string { return (*fault.Members)(e).Said() }
func (e *InvalidEventSubscriptionStateFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *InvalidEventSubscriptionStateFault) Is(target error) bool {
	return fault.Is((*InvalidEventSubscriptionStateFault)(nil), target)
}

func (e *InvalidExportOnlyFault) Error() string { return fault.Text(e) }
func (e *InvalidExportOnlyFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidExportOnly")
}
func (e *InvalidExportOnlyFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidExportOnlyFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidExportOnlyFault) Is(target error) bool {
	return fault.Is((*InvalidExportOnlyFault)(nil), target)
}

func (e *InvalidExportSourceStateFault) Error() string { return fault.Text(e) }
func (e *InvalidExportSourceStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidExportSourceState")
}
func (e *InvalidExportSourceStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidExportSourceStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidExportSourceStateFault) Is(target error) bool {
	return fault.Is((*InvalidExportSourceStateFault)(nil), target)
}

func (e *InvalidExportTaskStateFault) Error() string { return fault.Text(e) }
func (e *InvalidExportTaskStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidExportTaskStateFault")
}
func (e *InvalidExportTaskStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidExportTaskStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidExportTaskStateFault) Is(target error) bool {
	return fault.Is((*InvalidExportTaskStateFault)(nil), target)
}

func (e *InvalidGlobalClusterStateFault) Error() string { return fault.Text(e) }
func (e *InvalidGlobalClusterStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidGlobalClusterStateFault")
}
func (e *InvalidGlobalClusterStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidGlobalClusterStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidGlobalClusterStateFault) Is(target error) bool {
	return fault.Is((*InvalidGlobalClusterStateFault)(nil), target)
}

func (e *InvalidRestoreFault) Error() string { return fault.Text(e) }
func (e *InvalidRestoreFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidRestoreFault")
}
func (e *InvalidRestoreFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidRestoreFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidRestoreFault) Is(target error) bool {
	return fault.Is((*InvalidRestoreFault)(nil), target)
}

func (e *InvalidS3BucketFault) Error() string { return fault.Text(e) }
func (e *InvalidS3BucketFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidS3BucketFault")
}
func (e *InvalidS3BucketFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidS3BucketFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidS3BucketFault) Is(target error) bool {
	return fault.Is((*InvalidS3BucketFault)(nil), target)
}

func (e *InvalidSubnet) Error() string                 { return fault.Text(e) }
func (e *InvalidSubnet) ErrorCode() string             { return (*fault.Members)(e).Code("InvalidSubnet") }
func (e *InvalidSubnet) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidSubnet) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidSubnet) Is(target error) bool          { return fault.Is((*InvalidSubnet)(nil), target) }

func (e *InvalidVPCNetworkStateFault) Error() string { return fault.Text(e) }
func (e *InvalidVPCNetworkStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidVPCNetworkStateFault")
}
func (e *InvalidVPCNetworkStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidVPCNetworkStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidVPCNetworkStateFault) Is(target error) bool {
	return fault.Is((*InvalidVPCNetworkStateFault)(nil), target)
}

func (e *KMSKeyNotAccessibleFault) Error() string { return fault.Text(e) }
func (e *KMSKeyNotAccessibleFault) ErrorCode() string {
	return (*fault.Members)(e).Code("KMSKeyNotAccessibleFault")
}
func (e *KMSKeyNotAccessibleFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *KMSKeyNotAccessibleFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *KMSKeyNotAccessibleFault) Is(target error) bool {
	return fault.Is((*KMSKeyNotAccessibleFault)(nil), target)
}

func (e *NetworkTypeNotSupported) Error() string { return fault.Text(e) }
func (e *NetworkTypeNotSupported) ErrorCode() string {
	return (*fault.Members)(e).Code("NetworkTypeNotSupported")
}
func (e *NetworkTypeNotSupported) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *NetworkTypeNotSupported) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *NetworkTypeNotSupported) Is(target error) bool {
	return fault.Is((*NetworkTypeNotSupported)(nil), target)
}

func (e *OptionGroupNotFoundFault) Error() string { return fault.Text(e) }
func (e *OptionGroupNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("OptionGroupNotFoundFault")
}
func (e *OptionGroupNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *OptionGroupNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *OptionGroupNotFoundFault) Is(target error) bool {
	return fault.Is((*OptionGroupNotFoundFault)(nil), target)
}

func (e *PointInTimeRestoreNotEnabledFault) Error() string { return fault.Text(e) }
func (e *PointInTimeRestoreNotEnabledFault) ErrorCode() string {
	return (*fault.Members)(e).Code("PointInTimeRestoreNotEnabled")
}
func (e *PointInTimeRestoreNotEnabledFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *PointInTimeRestoreNotEnabledFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *PointInTimeRestoreNotEnabledFault) Is(target error) bool {
	return fault.Is((*PointInTimeRestoreNotEnabledFault)(nil), target)
}

func (e *ProvisionedIopsNotAvailableInAZFault) Error() string { return fault.Text(e) }
func (e *ProvisionedIopsNotAvailableInAZFault) ErrorCode() string {
	return (*fault.Members)(e).Code("ProvisionedIopsNotAvailableInAZFault")
}
func (e *ProvisionedIopsNotAvailableInAZFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *ProvisionedIopsNotAvailableInAZFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *ProvisionedIopsNotAvailableInAZFault) Is(target error) bool {
	return fault.Is((*ProvisionedIopsNotAvailableInAZFault)(nil), target)
}

func (e *ResourceNotFoundFault) Error() string { return fault.Text(e) }
func (e *ResourceNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("ResourceNotFoundFault")
}
func (e *ResourceNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *ResourceNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *ResourceNotFoundFault) Is(target error) bool {
	return fault.Is((*ResourceNotFoundFault)(nil), target)
}

func (e *SNSInvalidTopicFault) Error() string                 { return fault.Text(e) }
func (e *SNSInvalidTopicFault) ErrorCode() string             { return (*fault.Members)(e).Code("SNSInvalidTopic") }
func (e *SNSInvalidTopicFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *SNSInvalidTopicFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *SNSInvalidTopicFault) Is(target error) bool {
	return fault.Is((*SNSInvalidTopicFault)(nil), target)
}

func (e *SNSNoAuthorizationFault) Error() string { return fault.Text(e) }
func (e *SNSNoAuthorizationFault) ErrorCode() string {
	return (*fault.Members)(e).Code("SNSNoAuthorization")
}
func (e *SNSNoAuthorizationFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *SNSNoAuthorizationFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *SNSNoAuthorizationFault) Is(target error) bool {
	return fault.Is((*SNSNoAuthorizationFault)(nil), target)
}

func (e *SNSTopicArnNotFoundFault) Error() string { return fault.Text(e) }
func (e *SNSTopicArnNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("SNSTopicArnNotFound")
}
func (e *SNSTopicArnNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *SNSTopicArnNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *SNSTopicArnNotFoundFault) Is(target error) bool {
	return fault.Is((*SNSTopicArnNotFoundFault)(nil), target)
}

func (e *SharedSnapshotQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *SharedSnapshotQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("SharedSnapshotQuotaExceeded")
}
func (e *SharedSnapshotQuotaExceededFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *SharedSnapshotQuotaExceededFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *SharedSnapshotQuotaExceededFault) Is(target error) bool {
	return fault.Is((*SharedSnapshotQuotaExceededFault)(nil), target)
}

func (e *SnapshotQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *SnapshotQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("SnapshotQuotaExceeded")
}
func (e *SnapshotQuotaExceededFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *SnapshotQuotaExceededFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *SnapshotQuotaExceededFault) Is(target error) bool {
	return fault.Is((*SnapshotQuotaExceededFault)(nil), target)
}

func (e *SourceNotFoundFault) Error() string                 { return fault.Text(e) }
func (e *SourceNotFoundFault) ErrorCode() string             { return (*fault.Members)(e).Code("SourceNotFound") }
func (e *SourceNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *SourceNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *SourceNotFoundFault) Is(target error) bool {
	return fault.Is((*SourceNotFoundFault)(nil), target)
}

func (e *StorageQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *StorageQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("StorageQuotaExceeded")
}
func (e *StorageQuotaExceededFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *StorageQuotaExceededFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *StorageQuotaExceededFault) Is(target error) bool {
	return fault.Is((*StorageQuotaExceededFault)(nil), target)
}

func (e *StorageTypeNotAvailableFault) Error() string { return fault.Text(e) }
func (e *StorageTypeNotAvailableFault) ErrorCode() string {
	return (*fault.Members)(e).Code("StorageTypeNotAvailableFault")
}
func (e *StorageTypeNotAvailableFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *StorageTypeNotAvailableFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *StorageTypeNotAvailableFault) Is(target error) bool {
	return fault.Is((*StorageTypeNotAvailableFault)(nil), target)
}

func (e *StorageTypeNotSupportedFault) Error() string { return fault.Text(e) }
func (e *StorageTypeNotSupportedFault) ErrorCode() string {
	return (*fault.Members)(e).Code("StorageTypeNotSupported")
}
func (e *StorageTypeNotSupportedFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *StorageTypeNotSupportedFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *StorageTypeNotSupportedFault) Is(target error) bool {
	return fault.Is((*StorageTypeNotSupportedFault)(nil), target)
}

func (e *SubscriptionAlreadyExistFault) Error() string { return fault.Text(e) }
func (e *SubscriptionAlreadyExistFault) ErrorCode() string {
	return (*fault.Members)(e).Code("SubscriptionAlreadyExist")
}
func (e *SubscriptionAlreadyExistFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *SubscriptionAlreadyExistFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *SubscriptionAlreadyExistFault) Is(target error) bool {
	return fault.Is((*SubscriptionAlreadyExistFault)(nil), target)
}

func (e *SubscriptionCategoryNotFoundFault) Error() string { return fault.Text(e) }
func (e *SubscriptionCategoryNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("SubscriptionCategoryNotFound")
}
func (e *SubscriptionCategoryNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *SubscriptionCategoryNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *SubscriptionCategoryNotFoundFault) Is(target error) bool {
	return fault.Is((*SubscriptionCategoryNotFoundFault)(nil), target)
}

func (e *SubscriptionNotFoundFault) Error() string { return fault.Text(e) }
func (e *SubscriptionNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("SubscriptionNotFound")
}
func (e *SubscriptionNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *SubscriptionNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *SubscriptionNotFoundFault) Is(target error) bool {
	return fault.Is((*SubscriptionNotFoundFault)(nil), target)
}

func (e *TenantDatabaseNotFoundFault) Error() string { return fault.Text(e) }
func (e *TenantDatabaseNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("TenantDatabaseNotFound")
}
func (e *TenantDatabaseNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *TenantDatabaseNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *TenantDatabaseNotFoundFault) Is(target error) bool {
	return fault.Is((*TenantDatabaseNotFoundFault)(nil), target)
}

func (e *TenantDatabaseQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *TenantDatabaseQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("TenantDatabaseQuotaExceeded")
}
func (e *TenantDatabaseQuotaExceededFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *TenantDatabaseQuotaExceededFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *TenantDatabaseQuotaExceededFault) Is(target error) bool {
	return fault.Is((*TenantDatabaseQuotaExceededFault)(nil), target)
}

func (e *VpcEncryptionControlViolationException) Error() string { return fault.Text(e) }
func (e *VpcEncryptionControlViolationException) ErrorCode() string {
	return (*fault.Members)(e).Code("VpcEncryptionControlViolationException")
}
func (e *VpcEncryptionControlViolationException) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *VpcEncryptionControlViolationException) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *VpcEncryptionControlViolationException) Is(target error) bool {
	return fault.Is((*VpcEncryptionControlViolationException)(nil), target)
}
