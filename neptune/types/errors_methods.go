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

func (e *CertificateNotFoundFault) Error() string { return fault.Text(e) }
func (e *CertificateNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("CertificateNotFound")
}
func (e *CertificateNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *CertificateNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *CertificateNotFoundFault) Is(target error) bool {
	return fault.Is((*CertificateNotFoundFault)(nil), target)
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

func (e *DBClusterEndpointAlreadyExistsFault) Error() string { return fault.Text(e) }
func (e *DBClusterEndpointAlreadyExistsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterEndpointAlreadyExistsFault")
}
func (e *DBClusterEndpointAlreadyExistsFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *DBClusterEndpointAlreadyExistsFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBClusterEndpointAlreadyExistsFault) Is(target error) bool {
	return fault.Is((*DBClusterEndpointAlreadyExistsFault)(nil), target)
}

func (e *DBClusterEndpointNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBClusterEndpointNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterEndpointNotFoundFault")
}
func (e *DBClusterEndpointNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBClusterEndpointNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBClusterEndpointNotFoundFault) Is(target error) bool {
	return fault.Is((*DBClusterEndpointNotFoundFault)(nil), target)
}

func (e *DBClusterEndpointQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *DBClusterEndpointQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBClusterEndpointQuotaExceededFault")
}
func (e *DBClusterEndpointQuotaExceededFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *DBClusterEndpointQuotaExceededFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBClusterEndpointQuotaExceededFault) Is(target error) bool {
	return fault.Is((*DBClusterEndpointQuotaExceededFault)(nil), target)
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

func (e *DBInstanceNotFoundFault) Error() string { return fault.Text(e) }
func (e *DBInstanceNotFoundFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBInstanceNotFound")
}
func (e *DBInstanceNotFoundFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBInstanceNotFoundFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBInstanceNotFoundFault) Is(target error) bool {
	return fault.Is((*DBInstanceNotFoundFault)(nil), target)
}

func (e *DBParameterGroupAlreadyExistsFault) Error() string { return fault.Text(e) }
func (e *DBParameterGroupAlreadyExistsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBParameterGroupAlreadyExists")
}
func (e *DBParameterGroupAlreadyExistsFault) ErrorMessage() string { return (*fault.Members)(e).Said() }
func (e *DBParameterGroupAlreadyExistsFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBParameterGroupAlreadyExistsFault) Is(target error) bool {
	return fault.Is((*DBParameterGroupAlreadyExistsFault)(nil), target)
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

func (e *DBParameterGroupQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *DBParameterGroupQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBParameterGroupQuotaExceeded")
}
func (e *DBParameterGroupQuotaExceededFault) ErrorMessage() string { return (*fault.Members)(e).Said() }
func (e *DBParameterGroupQuotaExceededFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *DBParameterGroupQuotaExceededFault) Is(target error) bool {
	return fault.Is((*DBParameterGroupQuotaExceededFault)(nil), target)
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

func (e *DBSubnetGroupAlreadyExistsFault) Error() string { return fault.Text(e) }
func (e *DBSubnetGroupAlreadyExistsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBSubnetGroupAlreadyExists")
}
func (e *DBSubnetGroupAlreadyExistsFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBSubnetGroupAlreadyExistsFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBSubnetGroupAlreadyExistsFault) Is(target error) bool {
	return fault.Is((*DBSubnetGroupAlreadyExistsFault)(nil), target)
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

func (e *DBSubnetGroupQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *DBSubnetGroupQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBSubnetGroupQuotaExceeded")
}
func (e *DBSubnetGroupQuotaExceededFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBSubnetGroupQuotaExceededFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBSubnetGroupQuotaExceededFault) Is(target error) bool {
	return fault.Is((*DBSubnetGroupQuotaExceededFault)(nil), target)
}

func (e *DBSubnetQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *DBSubnetQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("DBSubnetQuotaExceededFault")
}
func (e *DBSubnetQuotaExceededFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *DBSubnetQuotaExceededFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *DBSubnetQuotaExceededFault) Is(target error) bool {
	return fault.Is((*DBSubnetQuotaExceededFault)(nil), target)
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

func (e *GlobalClusterAlreadyExistsFault) Error() string { return fault.Text(e) }
func (e *GlobalClusterAlreadyExistsFault) ErrorCode() string {
	return (*fault.Members)(e).Code("GlobalClusterAlreadyExistsFault")
}
func (e *GlobalClusterAlreadyExistsFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *GlobalClusterAlreadyExistsFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *GlobalClusterAlreadyExistsFault) Is(target error) bool {
	return fault.Is((*GlobalClusterAlreadyExistsFault)(nil), target)
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

func (e *GlobalClusterQuotaExceededFault) Error() string { return fault.Text(e) }
func (e *GlobalClusterQuotaExceededFault) ErrorCode() string {
	return (*fault.Members)(e).Code("GlobalClusterQuotaExceededFault")
}
func (e *GlobalClusterQuotaExceededFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *GlobalClusterQuotaExceededFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *GlobalClusterQuotaExceededFault) Is(target error) bool {
	return fault.Is((*GlobalClusterQuotaExceededFault)(nil), target)
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

func (e *InvalidDBParameterGroupStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBParameterGroupStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBParameterGroupState")
}
func (e *InvalidDBParameterGroupStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidDBParameterGroupStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidDBParameterGroupStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBParameterGroupStateFault)(nil), target)
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

func (e *InvalidDBSnapshotStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBSnapshotStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBSnapshotState")
}
func (e *InvalidDBSnapshotStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidDBSnapshotStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidDBSnapshotStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBSnapshotStateFault)(nil), target)
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

func (e *InvalidDBSubnetStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBSubnetStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBSubnetStateFault")
}
func (e *InvalidDBSubnetStateFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *InvalidDBSubnetStateFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *InvalidDBSubnetStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBSubnetStateFault)(nil), target)
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

func (e *NetworkTypeNotSupportedFault) Error() string { return fault.Text(e) }
func (e *NetworkTypeNotSupportedFault) ErrorCode() string {
	return (*fault.Members)(e).Code("NetworkTypeNotSupported")
}
func (e *NetworkTypeNotSupportedFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *NetworkTypeNotSupportedFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *NetworkTypeNotSupportedFault) Is(target error) bool {
	return fault.Is((*NetworkTypeNotSupportedFault)(nil), target)
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

func (e *StorageTypeNotSupportedFault) Error() string { return fault.Text(e) }
func (e *StorageTypeNotSupportedFault) ErrorCode() string {
	return (*fault.Members)(e).Code("StorageTypeNotSupported")
}
func (e *StorageTypeNotSupportedFault) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *StorageTypeNotSupportedFault) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *StorageTypeNotSupportedFault) Is(target error) bool {
	return fault.Is((*StorageTypeNotSupportedFault)(nil), target)
}

func (e *SubnetAlreadyInUse) Error() string { return fault.Text(e) }
func (e *SubnetAlreadyInUse) ErrorCode() string {
	return (*fault.Members)(e).Code("SubnetAlreadyInUse")
}
func (e *SubnetAlreadyInUse) ErrorMessage() string          { return (*fault.Members)(e).Said() }
func (e *SubnetAlreadyInUse) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *SubnetAlreadyInUse) Is(target error) bool {
	return fault.Is((*SubnetAlreadyInUse)(nil), target)
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
