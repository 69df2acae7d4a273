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

func (e *DBClusterBacktrackNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBClusterBacktrackNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterBacktrackNotFoundFault")
}
func (e *DBClusterBacktrackNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBClusterBacktrackNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBClusterBacktrackNotFoundFault) Is(target error) bool {
	return fault.Is((*DBClusterBacktrackNotFoundFault)(nil), target)
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
