package types

// The package comment explains the fields of the faults and the term "wire code". The methods of
// the faults are in errors_methods.go and errors_methods_i_to_z.go.

// AuthorizationNotFoundFault means that a CIDR range or an EC2 security group is not authorized for
// the DB security group, or that IAM does not authorize RDS to act for the account. Wire code
// AuthorizationNotFound, HTTP 404.
type AuthorizationNotFoundFault struct{ Message, ErrorCodeOverride *string }

// BackupPolicyNotFoundFault means that no backup policy has the given identifier. Wire code
// BackupPolicyNotFoundFault, HTTP 404.
type BackupPolicyNotFoundFault struct{ Message, ErrorCodeOverride *string }

// BlueGreenDeploymentNotFoundFault means that no blue/green deployment has the given identifier.
// Wire code BlueGreenDeploymentNotFoundFault, HTTP 404.
type BlueGreenDeploymentNotFoundFault struct{ Message, ErrorCodeOverride *string }

// CertificateNotFoundFault means that no server certificate has the given identifier. Wire code
// CertificateNotFound, HTTP 404.
type CertificateNotFoundFault struct{ Message, ErrorCodeOverride *string }

// CustomAvailabilityZoneNotFoundFault means that no custom Availability Zone has the given
// identifier. Wire code CustomAvailabilityZoneNotFound, HTTP 404.
type CustomAvailabilityZoneNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBCapacityReservationNotFoundFault means that no capacity reservation has the given identifier.
// Wire code DBCapacityReservationNotFound.
type DBCapacityReservationNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterAlreadyExistsFault means that the requested cluster name is already in use, possibly by
// a cluster of another engine. Wire code DBClusterAlreadyExistsFault, HTTP 400.
type DBClusterAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterAutomatedBackupNotFoundFault means that there are no automated backups of a cluster with
// the given resource ID. Wire code DBClusterAutomatedBackupNotFoundFault, HTTP 404.
type DBClusterAutomatedBackupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterAutomatedBackupQuotaExceededFault means that the account has reached its quota of
// retained automated cluster backups. Wire code DBClusterAutomatedBackupQuotaExceededFault, HTTP
// 400.
type DBClusterAutomatedBackupQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBClusterBacktrackNotFoundFault means that the cluster has no backtrack with the given
// identifier. Wire code DBClusterBacktrackNotFoundFault, HTTP 404.
type DBClusterBacktrackNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterNotFoundFault means that no cluster in this account and region has the given identifier.
// Wire code DBClusterNotFoundFault, HTTP 404.
type DBClusterNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterParameterGroupNotFoundFault means that no cluster parameter group has the given name.
// Wire code DBClusterParameterGroupNotFound, HTTP 404.
type DBClusterParameterGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterQuotaExceededFault means that the account has reached its quota of clusters in this
// region. Wire code DBClusterQuotaExceededFault, HTTP 403.
type DBClusterQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBClusterRoleAlreadyExistsFault means that the cluster already has this IAM role. Wire code
// DBClusterRoleAlreadyExists, HTTP 400.
type DBClusterRoleAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterRoleNotFoundFault means that the cluster does not have this IAM role. Wire code
// DBClusterRoleNotFound, HTTP 404.
type DBClusterRoleNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterRoleQuotaExceededFault means that the cluster has reached its quota of IAM roles. Wire
// code DBClusterRoleQuotaExceeded, HTTP 400.
type DBClusterRoleQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBClusterSnapshotAlreadyExistsFault means that the name of the new cluster snapshot is already in
// use. Wire code DBClusterSnapshotAlreadyExistsFault, HTTP 400.
type DBClusterSnapshotAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterSnapshotNotFoundFault means that no cluster snapshot has the given identifier, or that
// another account owns the snapshot and has not shared it with this account. Wire code
// DBClusterSnapshotNotFoundFault, HTTP 404.
type DBClusterSnapshotNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceAlreadyExistsFault means that the requested instance name is already in use, possibly
// by an instance of another engine. Wire code DBInstanceAlreadyExists, HTTP 400.
type DBInstanceAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceAutomatedBackupNotFoundFault means that there are no automated backups with the given
// ARN, or of an instance with the given resource ID. Wire code DBInstanceAutomatedBackupNotFound,
// HTTP 404.
type DBInstanceAutomatedBackupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceAutomatedBackupQuotaExceededFault means that the account has reached its quota of
// retained automated instance backups. The fault occurs when a request deletes an instance but
// retains its backups. Wire code DBInstanceAutomatedBackupQuotaExceeded, HTTP 400.
type DBInstanceAutomatedBackupQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceNotFoundFault means that no instance in this account and region has the given
// identifier. Wire code DBInstanceNotFound, HTTP 404.
type DBInstanceNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceRoleAlreadyExistsFault means that the instance already has this IAM role, or another
// role for the same feature. Wire code DBInstanceRoleAlreadyExists, HTTP 400.
type DBInstanceRoleAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceRoleNotFoundFault means that the instance does not have this IAM role for this feature.
// Wire code DBInstanceRoleNotFound, HTTP 404.
type DBInstanceRoleNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceRoleQuotaExceededFault means that the instance has reached its quota of IAM roles. Wire
// code DBInstanceRoleQuotaExceeded, HTTP 400.
type DBInstanceRoleQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBParameterGroupNotFoundFault means that no parameter group has the given name. Some operations
// on cluster parameter groups also return this fault. Wire code DBParameterGroupNotFound, HTTP 404.
type DBParameterGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBProxyEndpointNotFoundFault means that no proxy endpoint has the given name. Wire code
// DBProxyEndpointNotFoundFault, HTTP 404.
type DBProxyEndpointNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBProxyNotFoundFault means that no proxy has the given name. Wire code DBProxyNotFoundFault, HTTP
// 404.
type DBProxyNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBProxyTargetGroupNotFoundFault means that the proxy does not have a target group with the given
// name. Wire code DBProxyTargetGroupNotFoundFault, HTTP 404.
type DBProxyTargetGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSecurityGroupNotFoundFault means that no DB security group has the given name. Wire code
// DBSecurityGroupNotFound, HTTP 404.
type DBSecurityGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBShardGroupNotFoundFault means that no shard group (Aurora Limitless Database) has the given
// identifier. Wire code DBShardGroupNotFound, HTTP 404.
type DBShardGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSnapshotAlreadyExistsFault means that the name of the new instance snapshot is already in use.
// Wire code DBSnapshotAlreadyExists, HTTP 400.
type DBSnapshotAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBSnapshotNotFoundFault means that no instance snapshot has the given identifier, or that another
// account owns the snapshot and has not shared it with this account. Wire code DBSnapshotNotFound,
// HTTP 404.
type DBSnapshotNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSnapshotTenantDatabaseNotFoundFault means that the instance snapshot does not contain the
// tenant database. Wire code DBSnapshotTenantDatabaseNotFoundFault, HTTP 404.
type DBSnapshotTenantDatabaseNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupDoesNotCoverEnoughAZs means that the subnet group has subnets in fewer than two
// Availability Zones. Wire code DBSubnetGroupDoesNotCoverEnoughAZs, HTTP 400.
type DBSubnetGroupDoesNotCoverEnoughAZs struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupNotFoundFault means that no subnet group has the given name. Wire code
// DBSubnetGroupNotFoundFault, HTTP 404.
type DBSubnetGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBUpgradeDependencyFailureFault means that the upgrade cannot continue, because AWS cannot change
// a resource that the upgrade depends on. Wire code DBUpgradeDependencyFailure, HTTP 400.
type DBUpgradeDependencyFailureFault struct{ Message, ErrorCodeOverride *string }

// DomainNotFoundFault means that no Active Directory domain has the given identifier. Wire code
// DomainNotFoundFault, HTTP 404.
type DomainNotFoundFault struct{ Message, ErrorCodeOverride *string }

// EventSubscriptionQuotaExceededFault means that the account has reached its quota of event
// subscriptions. Wire code EventSubscriptionQuotaExceeded, HTTP 400.
type EventSubscriptionQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// ExportTaskAlreadyExistsFault means that the identifier of the new export task is already in use,
// possibly by a task that ended long ago. Wire code ExportTaskAlreadyExists, HTTP 400.
type ExportTaskAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// ExportTaskNotFoundFault means that no export task has the given identifier. Wire code
// ExportTaskNotFound, HTTP 404.
type ExportTaskNotFoundFault struct{ Message, ErrorCodeOverride *string }

// GlobalClusterNotFoundFault means that no global database in this account has the given
// identifier. Wire code GlobalClusterNotFoundFault, HTTP 404.
type GlobalClusterNotFoundFault struct{ Message, ErrorCodeOverride *string }

// IamRoleMissingPermissionsFault means that the export's IAM role lacks permission to write to the
// bucket or to use the KMS key. If the role's policies are new, a later attempt can succeed,
// because policies take effect with a delay. Wire code IamRoleMissingPermissions, HTTP 400.
type IamRoleMissingPermissionsFault struct{ Message, ErrorCodeOverride *string }

// IamRoleNotFoundFault means that the export's IAM role does not exist or that RDS cannot assume
// it. If the role is new, a later attempt can succeed, because RDS may not find a new role at
// first. Wire code IamRoleNotFound, HTTP 404.
type IamRoleNotFoundFault struct{ Message, ErrorCodeOverride *string }

// InstanceQuotaExceededFault means that the account has reached its quota of instances in this
// region. Wire code InstanceQuotaExceeded, HTTP 400.
type InstanceQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// InsufficientDBClusterCapacityFault means that AWS currently has no capacity for the cluster. Wire
// code InsufficientDBClusterCapacityFault, HTTP 403.
type InsufficientDBClusterCapacityFault struct{ Message, ErrorCodeOverride *string }

// InsufficientDBInstanceCapacityFault means that AWS currently has no capacity for the instance
// class in the Availability Zone. Wire code InsufficientDBInstanceCapacity, HTTP 400.
type InsufficientDBInstanceCapacityFault struct{ Message, ErrorCodeOverride *string }

// InsufficientStorageClusterCapacityFault means that AWS currently has no capacity for the storage.
// A request whose subnet group has more Availability Zones may succeed. Wire code
// InsufficientStorageClusterCapacity, HTTP 400.
type InsufficientStorageClusterCapacityFault struct{ Message, ErrorCodeOverride *string }

// IntegrationNotFoundFault means that no zero-ETL integration has the given identifier. Wire code
// IntegrationNotFoundFault, HTTP 404.
type IntegrationNotFoundFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBCapacityReservationStateFault means that the state of the capacity reservation does not
// allow the operation. Wire code InvalidDBCapacityReservationState.
type InvalidDBCapacityReservationStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterAutomatedBackupStateFault means that the state of the automated cluster backup
// does not allow the operation, for example because the cluster still exists. Wire code
// InvalidDBClusterAutomatedBackupStateFault, HTTP 400.
type InvalidDBClusterAutomatedBackupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterEndpointStateFault means that the state of the custom endpoint does not allow the
// operation. Wire code InvalidDBClusterEndpointStateFault, HTTP 400.
type InvalidDBClusterEndpointStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterSnapshotStateFault means that the state of the cluster snapshot does not allow
// the operation. Most operations require the snapshot to be available. Wire code
// InvalidDBClusterSnapshotStateFault, HTTP 400.
type InvalidDBClusterSnapshotStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterStateFault means that the state of the cluster does not allow the operation. For
// example, StartDBCluster requires a stopped cluster. The message contains the reason. Wire code
// InvalidDBClusterStateFault, HTTP 400.
type InvalidDBClusterStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBInstanceAutomatedBackupStateFault means that the state of the automated instance backup
// does not allow the operation, for example because the instance still exists. Wire code
// InvalidDBInstanceAutomatedBackupState, HTTP 400.
type InvalidDBInstanceAutomatedBackupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBInstanceStateFault means that the state of the instance does not allow the operation. An
// operation on a cluster also returns this fault if the state of one of the cluster's instances
// does not allow the operation. Wire code InvalidDBInstanceState, HTTP 400.
type InvalidDBInstanceStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSecurityGroupStateFault means that the state of the DB security group does not allow the
// operation. Wire code InvalidDBSecurityGroupState, HTTP 400.
type InvalidDBSecurityGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBShardGroupStateFault means that the state of the shard group does not allow the
// operation. The shard group must be available. Wire code InvalidDBShardGroupState, HTTP 400.
type InvalidDBShardGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSnapshotStateFault means that the state of the instance snapshot does not allow the
// operation. Wire code InvalidDBSnapshotState, HTTP 400.
type InvalidDBSnapshotStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSubnetGroupFault means that a new cross-region read replica cannot use the subnet group,
// because the source instance already has a cross-region read replica in a different VPC. Wire code
// InvalidDBSubnetGroupFault, HTTP 400.
type InvalidDBSubnetGroupFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSubnetGroupStateFault means that the subnet group is in use and cannot be deleted or
// replaced. Wire code InvalidDBSubnetGroupStateFault, HTTP 400.
type InvalidDBSubnetGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidEventSubscriptionStateFault means that another request is changing the event subscription.
// Wire code InvalidEventSubscriptionState, HTTP 400.
type InvalidEventSubscriptionStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidExportOnlyFault means that a value of ExportOnly does not have the format that the engine
// requires, or names an object that the source does not contain. Wire code InvalidExportOnly, HTTP
// 400.
type InvalidExportOnlyFault struct{ Message, ErrorCodeOverride *string }

// InvalidExportSourceStateFault means that the state of the snapshot or cluster does not allow an
// export. The snapshot or cluster must be available. Wire code InvalidExportSourceState, HTTP 400.
type InvalidExportSourceStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidExportTaskStateFault means that the export task has ended and cannot be canceled. Wire
// code InvalidExportTaskStateFault, HTTP 400.
type InvalidExportTaskStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidGlobalClusterStateFault means that the state of the global database does not allow the
// operation, for example because the global database is being changed or still has members. Wire
// code InvalidGlobalClusterStateFault, HTTP 400.
type InvalidGlobalClusterStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidRestoreFault means that the source cannot be restored as requested, for example because
// the source is in a VPC and the request places the new resource outside a VPC. Wire code
// InvalidRestoreFault, HTTP 400.
type InvalidRestoreFault struct{ Message, ErrorCodeOverride *string }

// InvalidS3BucketFault means that the bucket does not exist or is in another region, or that RDS is
// not allowed to use it. Wire code InvalidS3BucketFault, HTTP 400.
type InvalidS3BucketFault struct{ Message, ErrorCodeOverride *string }

// InvalidSubnet means that a subnet is not valid, or that the subnets of a subnet group are in
// different VPCs. Wire code InvalidSubnet, HTTP 400.
type InvalidSubnet struct{ Message, ErrorCodeOverride *string }

// InvalidVPCNetworkStateFault means that the subnet group no longer covers all Availability Zones,
// because the VPC has changed. Wire code InvalidVPCNetworkStateFault, HTTP 400.
type InvalidVPCNetworkStateFault struct{ Message, ErrorCodeOverride *string }

// KMSKeyNotAccessibleFault means that the KMS key does not exist or is disabled, or that the caller
// is not allowed to use it. Wire code KMSKeyNotAccessibleFault, HTTP 400.
type KMSKeyNotAccessibleFault struct{ Message, ErrorCodeOverride *string }

// NetworkTypeNotSupported means that the subnet group or the engine version does not support the
// network type. Wire code NetworkTypeNotSupported, HTTP 400.
type NetworkTypeNotSupported struct{ Message, ErrorCodeOverride *string }

// OptionGroupNotFoundFault means that no option group has the given name. Wire code
// OptionGroupNotFoundFault, HTTP 404.
type OptionGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// PointInTimeRestoreNotEnabledFault means that the source instance has no automated backups,
// because its BackupRetentionPeriod is 0. Wire code PointInTimeRestoreNotEnabled, HTTP 400.
type PointInTimeRestoreNotEnabledFault struct{ Message, ErrorCodeOverride *string }

// ProvisionedIopsNotAvailableInAZFault means that provisioned IOPS are not available in the
// Availability Zone. Wire code ProvisionedIopsNotAvailableInAZFault, HTTP 400.
type ProvisionedIopsNotAvailableInAZFault struct{ Message, ErrorCodeOverride *string }

// ResourceNotFoundFault means that the resource with the given ARN does not exist. Wire code
// ResourceNotFoundFault, HTTP 404.
type ResourceNotFoundFault struct{ Message, ErrorCodeOverride *string }

// SNSInvalidTopicFault means that the SNS topic is not valid. Wire code SNSInvalidTopic, HTTP 400.
type SNSInvalidTopicFault struct{ Message, ErrorCodeOverride *string }

// SNSNoAuthorizationFault means that the service is not allowed to publish to the SNS topic. Wire
// code SNSNoAuthorization, HTTP 400.
type SNSNoAuthorizationFault struct{ Message, ErrorCodeOverride *string }

// SNSTopicArnNotFoundFault means that the SNS topic does not exist. Wire code SNSTopicArnNotFound,
// HTTP 404.
type SNSTopicArnNotFoundFault struct{ Message, ErrorCodeOverride *string }

// SharedSnapshotQuotaExceededFault means that the snapshot is already shared with the maximum
// number of accounts. Wire code SharedSnapshotQuotaExceeded, HTTP 400.
type SharedSnapshotQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// SnapshotQuotaExceededFault means that the account has reached its quota of manual snapshots, or
// its quota of simultaneous snapshot copies to one region. Wire code SnapshotQuotaExceeded, HTTP
// 400.
type SnapshotQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// SourceNotFoundFault means that a resource whose events are requested does not exist. Wire code
// SourceNotFound, HTTP 404.
type SourceNotFoundFault struct{ Message, ErrorCodeOverride *string }

// StorageQuotaExceededFault means that the request would exceed the account's quota for the total
// storage of all instances. Wire code StorageQuotaExceeded, HTTP 400.
type StorageQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// StorageTypeNotAvailableFault means that the storage type is not available for the cluster, for
// example because the cluster was changed to aurora-iopt1 less than a month ago. Wire code
// StorageTypeNotAvailableFault, HTTP 400.
type StorageTypeNotAvailableFault struct{ Message, ErrorCodeOverride *string }

// StorageTypeNotSupportedFault means that the storage type cannot be used with the engine version
// or the instance class. Wire code StorageTypeNotSupported, HTTP 400.
type StorageTypeNotSupportedFault struct{ Message, ErrorCodeOverride *string }

// SubscriptionAlreadyExistFault means that the name of the event subscription is already in use.
// Wire code SubscriptionAlreadyExist, HTTP 400.
type SubscriptionAlreadyExistFault struct{ Message, ErrorCodeOverride *string }

// SubscriptionCategoryNotFoundFault means that no event category has the given name. Wire code
// SubscriptionCategoryNotFound, HTTP 404.
type SubscriptionCategoryNotFoundFault struct{ Message, ErrorCodeOverride *string }

// SubscriptionNotFoundFault means that no event subscription has the given name. Wire code
// SubscriptionNotFound, HTTP 404.
type SubscriptionNotFoundFault struct{ Message, ErrorCodeOverride *string }

// TenantDatabaseNotFoundFault means that the instance does not have a tenant database with the
// given name. Wire code TenantDatabaseNotFound, HTTP 404.
type TenantDatabaseNotFoundFault struct{ Message, ErrorCodeOverride *string }

// TenantDatabaseQuotaExceededFault means that the account has reached its quota of tenant
// databases. Wire code TenantDatabaseQuotaExceeded, HTTP 400.
type TenantDatabaseQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// VpcEncryptionControlViolationException means that the resource does not encrypt its traffic as
// the VPC requires. Wire code VpcEncryptionControlViolationException, HTTP 400.
type VpcEncryptionControlViolationException struct{ Message, ErrorCodeOverride *string }
