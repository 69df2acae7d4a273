package types

// Each fault is a [smithy.APIError] and matches its [nereid.ErrorCategory] with errors.Is. Message is
// the message of the service, or nil if there is none. ErrorCodeOverride is the code that the service
// sent if that code differs from the wire code, and nil otherwise. The ErrorFault of all faults is
// smithy.FaultClient. The methods of the faults are in errors_methods.go and errors_methods_i_to_z.go.

// AuthorizationNotFoundFault says that a CIDR range or an EC2 security group is not authorized for
// the DB security group, or that RDS lacks an authorization through IAM to act for the account.
// Wire code AuthorizationNotFound, HTTP 404.
type AuthorizationNotFoundFault struct{ Message, ErrorCodeOverride *string }

// BackupPolicyNotFoundFault says that no backup policy has the given identifier. Wire code
// BackupPolicyNotFoundFault, HTTP 404.
type BackupPolicyNotFoundFault struct{ Message, ErrorCodeOverride *string }

// BlueGreenDeploymentNotFoundFault says that no blue/green deployment has the given identifier.
// Wire code BlueGreenDeploymentNotFoundFault, HTTP 404.
type BlueGreenDeploymentNotFoundFault struct{ Message, ErrorCodeOverride *string }

// CertificateNotFoundFault says that no server certificate has the given identifier. Wire code
// CertificateNotFound, HTTP 404.
type CertificateNotFoundFault struct{ Message, ErrorCodeOverride *string }

// CustomAvailabilityZoneNotFoundFault says that no custom Availability Zone has the given
// identifier. Wire code CustomAvailabilityZoneNotFound, HTTP 404.
type CustomAvailabilityZoneNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBCapacityReservationNotFoundFault says that no capacity reservation has the given identifier.
// Wire code DBCapacityReservationNotFound.
type DBCapacityReservationNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterAlreadyExistsFault says that the name for the cluster is taken, possibly by a cluster of
// another engine. Wire code DBClusterAlreadyExistsFault, HTTP 400.
type DBClusterAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterAutomatedBackupNotFoundFault says that no automated backup of a cluster has the given
// resource ID. Wire code DBClusterAutomatedBackupNotFoundFault, HTTP 404.
type DBClusterAutomatedBackupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterAutomatedBackupQuotaExceededFault says that the account has reached its quota of retained
// automated backups of clusters. Wire code DBClusterAutomatedBackupQuotaExceededFault, HTTP 400.
type DBClusterAutomatedBackupQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBClusterBacktrackNotFoundFault says that the cluster has no backtrack with the given identifier.
// Wire code DBClusterBacktrackNotFoundFault, HTTP 404.
type DBClusterBacktrackNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterNotFoundFault says that no cluster has the given identifier, in this account and region.
// Wire code DBClusterNotFoundFault, HTTP 404.
type DBClusterNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterParameterGroupNotFoundFault says that no cluster parameter group has the given name.
// Wire code DBClusterParameterGroupNotFound, HTTP 404.
type DBClusterParameterGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterQuotaExceededFault says that the account has reached its quota of clusters in this
// region. Wire code DBClusterQuotaExceededFault, HTTP 403.
type DBClusterQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBClusterRoleAlreadyExistsFault says that the cluster has this IAM role already. Wire code
// DBClusterRoleAlreadyExists, HTTP 400.
type DBClusterRoleAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterRoleNotFoundFault says that the cluster does not have this IAM role. Wire code
// DBClusterRoleNotFound, HTTP 404.
type DBClusterRoleNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterRoleQuotaExceededFault says that the cluster has reached its quota of IAM roles. Wire
// code DBClusterRoleQuotaExceeded, HTTP 400.
type DBClusterRoleQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBClusterSnapshotAlreadyExistsFault says that the name for the new cluster snapshot is taken.
// Wire code DBClusterSnapshotAlreadyExistsFault, HTTP 400.
type DBClusterSnapshotAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterSnapshotNotFoundFault says that no cluster snapshot has the given identifier, or that the
// snapshot is not shared with the account. Wire code DBClusterSnapshotNotFoundFault, HTTP 404.
type DBClusterSnapshotNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceAlreadyExistsFault says that the name for the instance is taken, possibly by an
// instance of another engine. Wire code DBInstanceAlreadyExists, HTTP 400.
type DBInstanceAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceAutomatedBackupNotFoundFault says that no automated backup of an instance has the
// given ARN or resource ID. Wire code DBInstanceAutomatedBackupNotFound, HTTP 404.
type DBInstanceAutomatedBackupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceAutomatedBackupQuotaExceededFault says that the account has reached its quota of retained
// automated backups of instances. It occurs when an instance is deleted whose backups are to be
// retained. Wire code DBInstanceAutomatedBackupQuotaExceeded, HTTP 400.
type DBInstanceAutomatedBackupQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceNotFoundFault says that no instance has the given identifier, in this account and
// region. Wire code DBInstanceNotFound, HTTP 404.
type DBInstanceNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceRoleAlreadyExistsFault says that the instance already has this IAM role, or another role
// for this feature. Wire code DBInstanceRoleAlreadyExists, HTTP 400.
type DBInstanceRoleAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceRoleNotFoundFault says that the instance does not have this IAM role for this feature.
// Wire code DBInstanceRoleNotFound, HTTP 404.
type DBInstanceRoleNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceRoleQuotaExceededFault says that the instance has reached its quota of IAM roles. Wire
// code DBInstanceRoleQuotaExceeded, HTTP 400.
type DBInstanceRoleQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBParameterGroupNotFoundFault says that no parameter group has the given name. Operations on
// cluster parameter groups return it too. Wire code DBParameterGroupNotFound, HTTP 404.
type DBParameterGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBProxyEndpointNotFoundFault says that no proxy endpoint has the given name. Wire code
// DBProxyEndpointNotFoundFault, HTTP 404.
type DBProxyEndpointNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBProxyNotFoundFault says that no proxy has the given name. Wire code DBProxyNotFoundFault, HTTP
// 404.
type DBProxyNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBProxyTargetGroupNotFoundFault says that no target group of the proxy has the given name. Wire
// code DBProxyTargetGroupNotFoundFault, HTTP 404.
type DBProxyTargetGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSecurityGroupNotFoundFault says that no DB security group has the given name. Wire code
// DBSecurityGroupNotFound, HTTP 404.
type DBSecurityGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBShardGroupNotFoundFault says that no shard group (Aurora Limitless Database) has the given
// identifier. Wire code DBShardGroupNotFound, HTTP 404.
type DBShardGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSnapshotAlreadyExistsFault says that the name for the new instance snapshot is taken. Wire code
// DBSnapshotAlreadyExists, HTTP 400.
type DBSnapshotAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBSnapshotNotFoundFault says that no instance snapshot has the given identifier, or that the
// snapshot is not shared with the account. Wire code DBSnapshotNotFound, HTTP 404.
type DBSnapshotNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSnapshotTenantDatabaseNotFoundFault says that the instance snapshot does not contain the tenant
// database. Wire code DBSnapshotTenantDatabaseNotFoundFault, HTTP 404.
type DBSnapshotTenantDatabaseNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupDoesNotCoverEnoughAZs says that the subnet group does not have subnets in at least two
// Availability Zones. Wire code DBSubnetGroupDoesNotCoverEnoughAZs, HTTP 400.
type DBSubnetGroupDoesNotCoverEnoughAZs struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupNotFoundFault says that no subnet group has the given name. Wire code
// DBSubnetGroupNotFoundFault, HTTP 404.
type DBSubnetGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBUpgradeDependencyFailureFault says that the upgrade cannot continue, because AWS cannot change a
// resource on which the upgrade depends. Wire code DBUpgradeDependencyFailure, HTTP 400.
type DBUpgradeDependencyFailureFault struct{ Message, ErrorCodeOverride *string }

// DomainNotFoundFault says that no Active Directory domain has the given identifier. Wire code
// DomainNotFoundFault, HTTP 404.
type DomainNotFoundFault struct{ Message, ErrorCodeOverride *string }

// EventSubscriptionQuotaExceededFault says that the account has reached its quota of event
// subscriptions. Wire code EventSubscriptionQuotaExceeded, HTTP 400.
type EventSubscriptionQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// ExportTaskAlreadyExistsFault says that the identifier for the new export task is taken, possibly
// by a task that ended long ago. Wire code ExportTaskAlreadyExists, HTTP 400.
type ExportTaskAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// ExportTaskNotFoundFault says that no export task has the given identifier. Wire code
// ExportTaskNotFound, HTTP 404.
type ExportTaskNotFoundFault struct{ Message, ErrorCodeOverride *string }

// GlobalClusterNotFoundFault says that no global database has the given identifier in this account.
// Wire code GlobalClusterNotFoundFault, HTTP 404.
type GlobalClusterNotFoundFault struct{ Message, ErrorCodeOverride *string }

// IamRoleMissingPermissionsFault says that the role of an export may not write to the bucket or use
// the key. The policies of a new role may not apply yet. Wire code IamRoleMissingPermissions, HTTP
// 400.
type IamRoleMissingPermissionsFault struct{ Message, ErrorCodeOverride *string }

// IamRoleNotFoundFault says that the role of an export does not exist or that RDS cannot assume it.
// The error is transient if the role is new. Wire code IamRoleNotFound, HTTP 404.
type IamRoleNotFoundFault struct{ Message, ErrorCodeOverride *string }

// InstanceQuotaExceededFault says that the account has reached its quota of instances in this
// region. Wire code InstanceQuotaExceeded, HTTP 400.
type InstanceQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// InsufficientDBClusterCapacityFault says that AWS has no capacity for the cluster at present.
// Wire code InsufficientDBClusterCapacityFault, HTTP 403.
type InsufficientDBClusterCapacityFault struct{ Message, ErrorCodeOverride *string }

// InsufficientDBInstanceCapacityFault says that AWS has no capacity for the instance class in
// the Availability Zone at present. Wire code InsufficientDBInstanceCapacity, HTTP 400.
type InsufficientDBInstanceCapacityFault struct{ Message, ErrorCodeOverride *string }

// InsufficientStorageClusterCapacityFault says that AWS has no capacity for the storage at present.
// Subnets in more Availability Zones may help. Wire code InsufficientStorageClusterCapacity, HTTP
// 400.
type InsufficientStorageClusterCapacityFault struct{ Message, ErrorCodeOverride *string }

// IntegrationNotFoundFault says that no zero-ETL integration has the given identifier. Wire code
// IntegrationNotFoundFault, HTTP 404.
type IntegrationNotFoundFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBCapacityReservationStateFault says that the state of the capacity reservation does not
// allow the operation. Wire code InvalidDBCapacityReservationState.
type InvalidDBCapacityReservationStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterAutomatedBackupStateFault says that the state of the automated backup of a cluster
// does not allow the operation, for example because the cluster exists. Wire code
// InvalidDBClusterAutomatedBackupStateFault, HTTP 400.
type InvalidDBClusterAutomatedBackupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterEndpointStateFault says that the state of the custom endpoint does not allow the
// operation. Wire code InvalidDBClusterEndpointStateFault, HTTP 400.
type InvalidDBClusterEndpointStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterSnapshotStateFault says that the state of the cluster snapshot does not allow the
// operation. Most operations require an available snapshot. Wire code
// InvalidDBClusterSnapshotStateFault, HTTP 400.
type InvalidDBClusterSnapshotStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterStateFault says that the state of the cluster does not allow the operation. An
// example is the start of a cluster that is not stopped. The message has the state. Wire code
// InvalidDBClusterStateFault, HTTP 400.
type InvalidDBClusterStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBInstanceAutomatedBackupStateFault says that the state of the automated backup of an
// instance does not allow the operation, for example because the instance exists. Wire code
// InvalidDBInstanceAutomatedBackupState, HTTP 400.
type InvalidDBInstanceAutomatedBackupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBInstanceStateFault says that the state of the instance does not allow the operation.
// Operations on clusters return it for the instances of the cluster. Wire code
// InvalidDBInstanceState, HTTP 400.
type InvalidDBInstanceStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSecurityGroupStateFault says that the state of the DB security group does not allow the
// operation. Wire code InvalidDBSecurityGroupState, HTTP 400.
type InvalidDBSecurityGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBShardGroupStateFault says that the state of the shard group does not allow the
// operation. The shard group must be available. Wire code InvalidDBShardGroupState, HTTP
// 400.
type InvalidDBShardGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSnapshotStateFault says that the state of the instance snapshot does not allow the
// operation. Wire code InvalidDBSnapshotState, HTTP 400.
type InvalidDBSnapshotStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSubnetGroupFault says that the subnet group cannot be used for a replica of an instance in
// the same region. Wire code InvalidDBSubnetGroupFault, HTTP 400.
type InvalidDBSubnetGroupFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSubnetGroupStateFault says that the subnet group is in use and cannot be deleted or
// replaced. Wire code InvalidDBSubnetGroupStateFault, HTTP 400.
type InvalidDBSubnetGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidEventSubscriptionStateFault says that another request is changing the event subscription.
// Wire code InvalidEventSubscriptionState, HTTP 400.
type InvalidEventSubscriptionStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidExportOnlyFault says that ExportOnly names an object that is not in the source, or is not in
// the format of the engine. Wire code InvalidExportOnly, HTTP 400.
type InvalidExportOnlyFault struct{ Message, ErrorCodeOverride *string }

// InvalidExportSourceStateFault says that the state of the source does not allow an export. The
// source must be available. Wire code InvalidExportSourceState, HTTP 400.
type InvalidExportSourceStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidExportTaskStateFault says that the export task has ended and cannot be canceled. Wire
// code InvalidExportTaskStateFault, HTTP 400.
type InvalidExportTaskStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidGlobalClusterStateFault says that the state of the global database does not allow the
// operation, for example because the global database is being changed or still has members. Wire code
// InvalidGlobalClusterStateFault, HTTP 400.
type InvalidGlobalClusterStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidRestoreFault says that the source cannot be restored in this way, for example from inside a
// VPC to outside a VPC. Wire code InvalidRestoreFault, HTTP 400.
type InvalidRestoreFault struct{ Message, ErrorCodeOverride *string }

// InvalidS3BucketFault says that the bucket does not exist or is in another region, or that RDS may
// not use it. Wire code InvalidS3BucketFault, HTTP 400.
type InvalidS3BucketFault struct{ Message, ErrorCodeOverride *string }

// InvalidSubnet says that a subnet is not valid, or that subnets of the group are in different
// VPCs. Wire code InvalidSubnet, HTTP 400.
type InvalidSubnet struct{ Message, ErrorCodeOverride *string }

// InvalidVPCNetworkStateFault says that the subnet group no longer covers all Availability Zones,
// because the VPC was changed. Wire code InvalidVPCNetworkStateFault, HTTP 400.
type InvalidVPCNetworkStateFault struct{ Message, ErrorCodeOverride *string }

// KMSKeyNotAccessibleFault says that the KMS key does not exist or is disabled, or that the caller may
// not use it. Wire code KMSKeyNotAccessibleFault, HTTP 400.
type KMSKeyNotAccessibleFault struct{ Message, ErrorCodeOverride *string }

// NetworkTypeNotSupported says that the subnet group or the engine version does not support the
// network type. Wire code NetworkTypeNotSupported, HTTP 400.
type NetworkTypeNotSupported struct{ Message, ErrorCodeOverride *string }

// OptionGroupNotFoundFault says that no option group has the given name. Wire code
// OptionGroupNotFoundFault, HTTP 404.
type OptionGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// PointInTimeRestoreNotEnabledFault says that the source has no automated backups, because its
// BackupRetentionPeriod is 0. Wire code PointInTimeRestoreNotEnabled, HTTP 400.
type PointInTimeRestoreNotEnabledFault struct{ Message, ErrorCodeOverride *string }

// ProvisionedIopsNotAvailableInAZFault says that provisioned IOPS are not available in the
// Availability Zone. Wire code ProvisionedIopsNotAvailableInAZFault, HTTP 400.
type ProvisionedIopsNotAvailableInAZFault struct{ Message, ErrorCodeOverride *string }

// ResourceNotFoundFault says that the resource with the given ARN does not exist. Wire code
// ResourceNotFoundFault, HTTP 404.
type ResourceNotFoundFault struct{ Message, ErrorCodeOverride *string }

// SNSInvalidTopicFault says that the SNS topic is not valid. Wire code SNSInvalidTopic, HTTP 400.
type SNSInvalidTopicFault struct{ Message, ErrorCodeOverride *string }

// SNSNoAuthorizationFault says that the service may not publish to the SNS topic. Wire code
// SNSNoAuthorization, HTTP 400.
type SNSNoAuthorizationFault struct{ Message, ErrorCodeOverride *string }

// SNSTopicArnNotFoundFault says that the SNS topic does not exist. Wire code SNSTopicArnNotFound,
// HTTP 404.
type SNSTopicArnNotFoundFault struct{ Message, ErrorCodeOverride *string }

// SharedSnapshotQuotaExceededFault says that the snapshot has reached its quota of accounts that it is
// shared with. Wire code SharedSnapshotQuotaExceeded, HTTP 400.
type SharedSnapshotQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// SnapshotQuotaExceededFault says that the account has reached its quota of manual snapshots, or of
// copies in progress to a region. Wire code SnapshotQuotaExceeded, HTTP 400.
type SnapshotQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// SourceNotFoundFault says that the source of the events does not exist. Wire code SourceNotFound,
// HTTP 404.
type SourceNotFoundFault struct{ Message, ErrorCodeOverride *string }

// StorageQuotaExceededFault says that the request would exceed the account's quota of storage for all
// instances. Wire code StorageQuotaExceeded, HTTP 400.
type StorageQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// StorageTypeNotAvailableFault says that the storage type is not available for the resource. Wire code
// StorageTypeNotAvailableFault, HTTP 400.
type StorageTypeNotAvailableFault struct{ Message, ErrorCodeOverride *string }

// StorageTypeNotSupportedFault says that the storage type cannot be used with the engine version or
// the instance class. Wire code StorageTypeNotSupported, HTTP 400.
type StorageTypeNotSupportedFault struct{ Message, ErrorCodeOverride *string }

// SubscriptionAlreadyExistFault says that the name for the event subscription is taken. Wire code
// SubscriptionAlreadyExist, HTTP 400.
type SubscriptionAlreadyExistFault struct{ Message, ErrorCodeOverride *string }

// SubscriptionCategoryNotFoundFault says that no event category has the given name. Wire code
// SubscriptionCategoryNotFound, HTTP 404.
type SubscriptionCategoryNotFoundFault struct{ Message, ErrorCodeOverride *string }

// SubscriptionNotFoundFault says that no event subscription has the given name. Wire code
// SubscriptionNotFound, HTTP 404.
type SubscriptionNotFoundFault struct{ Message, ErrorCodeOverride *string }

// TenantDatabaseNotFoundFault says that no tenant database has the given name in the instance. Wire
// code TenantDatabaseNotFound, HTTP 404.
type TenantDatabaseNotFoundFault struct{ Message, ErrorCodeOverride *string }

// TenantDatabaseQuotaExceededFault says that the account has reached its quota of tenant databases.
// Wire code TenantDatabaseQuotaExceeded, HTTP 400.
type TenantDatabaseQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// VpcEncryptionControlViolationException says that the VPC enforces encryption in transit and the
// resource does not meet this. Wire code VpcEncryptionControlViolationException, HTTP 400.
type VpcEncryptionControlViolationException struct{ Message, ErrorCodeOverride *string }
