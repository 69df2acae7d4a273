package types

import (
	"github.com/aws/smithy-go"

	"github.com/nereid-go/nereid/internal/fault"
)

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

func (e *InvalidDBClusterAutomatedBackupStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBClusterAutomatedBackupStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBClusterAutomatedBackupStateFault")
}
func (e *InvalidDBClusterAutomatedBackupStateFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *InvalidDBClusterAutomatedBackupStateFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *InvalidDBClusterAutomatedBackupStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBClusterAutomatedBackupStateFault)(nil), target)
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

func (e *InvalidDBInstanceAutomatedBackupStateFault) Error() string { return fault.Text(e) }
func (e *InvalidDBInstanceAutomatedBackupStateFault) ErrorCode() string {
	return (*fault.Members)(e).Code("InvalidDBInstanceAutomatedBackupState")
}
func (e *InvalidDBInstanceAutomatedBackupStateFault) ErrorMessage() string {
	return (*fault.Members)(e).Said()
}
func (e *InvalidDBInstanceAutomatedBackupStateFault) ErrorFault() smithy.ErrorFault {
	return smithy.FaultClient
}
func (e *InvalidDBInstanceAutomatedBackupStateFault) Is(target error) bool {
	return fault.Is((*InvalidDBInstanceAutomatedBackupStateFault)(nil), target)
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
