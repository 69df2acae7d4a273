package types

// Each fault is a [smithy.APIError] and matches its [nereid.ErrorCategory] with errors.Is. Message is
// the message of the service, or nil if there is none. ErrorCodeOverride is the code that the service
// sent if that code differs from the wire code, and nil otherwise. The ErrorFault of all faults is
// smithy.FaultClient. The methods of the faults are in errors_methods.go.

// AuthorizationNotFoundFault says that a CIDR range or an EC2 security group is not authorized for
// the DB security group, or that Neptune lacks an authorization through IAM to act for the account.
// Wire code AuthorizationNotFound, HTTP 404.
type AuthorizationNotFoundFault struct{ Message, ErrorCodeOverride *string }

// CertificateNotFoundFault says that no server certificate has the given identifier. Wire code
// CertificateNotFound, HTTP 404.
type CertificateNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterAlreadyExistsFault says that the name for the cluster is taken, possibly by a cluster
// of RDS or DocumentDB, which share the names. Wire code DBClusterAlreadyExistsFault, HTTP 400.
type DBClusterAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterEndpointAlreadyExistsFault says that the name for the custom endpoint is taken. Wire
// code DBClusterEndpointAlreadyExistsFault, HTTP 400.
type DBClusterEndpointAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterEndpointNotFoundFault says that no custom endpoint has the given identifier. Note that
// its HTTP status is not 404. Wire code DBClusterEndpointNotFoundFault, HTTP 400.
type DBClusterEndpointNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterEndpointQuotaExceededFault says that the cluster has reached its quota of custom
// endpoints. Wire code DBClusterEndpointQuotaExceededFault, HTTP 403.
type DBClusterEndpointQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

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

// DBClusterSnapshotAlreadyExistsFault says that the name for the cluster snapshot is taken. Wire
// code DBClusterSnapshotAlreadyExistsFault, HTTP 400.
type DBClusterSnapshotAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterSnapshotNotFoundFault says that no cluster snapshot has the given identifier, or that the
// snapshot is not shared with the account. Wire code DBClusterSnapshotNotFoundFault, HTTP 404.
type DBClusterSnapshotNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceAlreadyExistsFault says that the name for the instance is taken, possibly by an
// instance of RDS or DocumentDB, which share the names. Wire code DBInstanceAlreadyExists, HTTP
// 400.
type DBInstanceAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceNotFoundFault says that no instance has the given identifier, in this account and
// region. Wire code DBInstanceNotFound, HTTP 404.
type DBInstanceNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBParameterGroupAlreadyExistsFault says that the name for the parameter group is taken. Operations
// on cluster parameter groups return it too. Wire code DBParameterGroupAlreadyExists, HTTP 400.
type DBParameterGroupAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBParameterGroupNotFoundFault says that no parameter group has the given name. Operations on
// cluster parameter groups return it too. Wire code DBParameterGroupNotFound, HTTP 404.
type DBParameterGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBParameterGroupQuotaExceededFault says that the account has reached its quota of parameter
// groups. Wire code DBParameterGroupQuotaExceeded, HTTP 400.
type DBParameterGroupQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBSecurityGroupNotFoundFault says that no DB security group has the given name. Wire code
// DBSecurityGroupNotFound, HTTP 404.
type DBSecurityGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSnapshotAlreadyExistsFault says that the name for the final snapshot of the instance is taken.
// Wire code DBSnapshotAlreadyExists, HTTP 400.
type DBSnapshotAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBSnapshotNotFoundFault says that no instance snapshot has the given identifier. Wire code
// DBSnapshotNotFound, HTTP 404.
type DBSnapshotNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupAlreadyExistsFault says that the name for the subnet group is taken. Wire code
// DBSubnetGroupAlreadyExists, HTTP 400.
type DBSubnetGroupAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupDoesNotCoverEnoughAZs says that the subnet group does not have subnets in at least two
// Availability Zones. Wire code DBSubnetGroupDoesNotCoverEnoughAZs, HTTP 400.
type DBSubnetGroupDoesNotCoverEnoughAZs struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupNotFoundFault says that no subnet group has the given name. Wire code
// DBSubnetGroupNotFoundFault, HTTP 404.
type DBSubnetGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupQuotaExceededFault says that the account has reached its quota of subnet groups.
// Wire code DBSubnetGroupQuotaExceeded, HTTP 400.
type DBSubnetGroupQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBSubnetQuotaExceededFault says that the subnet group has reached its quota of subnets. Wire
// code DBSubnetQuotaExceededFault, HTTP 400.
type DBSubnetQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBUpgradeDependencyFailureFault says that the upgrade cannot continue, because AWS cannot change a
// resource on which the upgrade depends. Wire code DBUpgradeDependencyFailure, HTTP 400.
type DBUpgradeDependencyFailureFault struct{ Message, ErrorCodeOverride *string }

// DomainNotFoundFault says that no Active Directory domain has the given identifier. Wire code
// DomainNotFoundFault, HTTP 404.
type DomainNotFoundFault struct{ Message, ErrorCodeOverride *string }

// EventSubscriptionQuotaExceededFault says that the account has reached its quota of event
// subscriptions. Wire code EventSubscriptionQuotaExceeded, HTTP 400.
type EventSubscriptionQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// GlobalClusterAlreadyExistsFault says that the name for the global database is taken. Wire code
// GlobalClusterAlreadyExistsFault, HTTP 400.
type GlobalClusterAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// GlobalClusterNotFoundFault says that no global database has the given identifier in this account.
// Wire code GlobalClusterNotFoundFault, HTTP 404.
type GlobalClusterNotFoundFault struct{ Message, ErrorCodeOverride *string }

// GlobalClusterQuotaExceededFault says that the account has reached its quota of global
// databases. Wire code GlobalClusterQuotaExceededFault, HTTP 400.
type GlobalClusterQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

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

// InvalidDBClusterEndpointStateFault says that the state of the custom endpoint does not allow the
// operation. Wire code InvalidDBClusterEndpointStateFault, HTTP 400.
type InvalidDBClusterEndpointStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterSnapshotStateFault says that the state of the cluster snapshot does not allow the
// operation. Most operations require an available snapshot. Wire code
// InvalidDBClusterSnapshotStateFault, HTTP 400.
type InvalidDBClusterSnapshotStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterStateFault says that the state of the cluster does not allow the operation.
// Examples are the start of a cluster that is not stopped, and the deletion of a cluster that has
// instances or is protected. The message has the reason. Wire code InvalidDBClusterStateFault,
// HTTP 400.
type InvalidDBClusterStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBInstanceStateFault says that the state of the instance does not allow the operation.
// Operations on clusters return it for the instances of the cluster. Wire code
// InvalidDBInstanceState, HTTP 400.
type InvalidDBInstanceStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBParameterGroupStateFault says that the parameter group is in use, or in a state that
// does not allow the operation. Wire code InvalidDBParameterGroupState, HTTP 400.
type InvalidDBParameterGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSecurityGroupStateFault says that the state of the DB security group does not allow the
// operation. Wire code InvalidDBSecurityGroupState, HTTP 400.
type InvalidDBSecurityGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSnapshotStateFault says that the state of the instance snapshot does not allow the
// operation. Wire code InvalidDBSnapshotState, HTTP 400.
type InvalidDBSnapshotStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSubnetGroupStateFault says that the subnet group is in use and cannot be deleted or
// replaced. Wire code InvalidDBSubnetGroupStateFault, HTTP 400.
type InvalidDBSubnetGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSubnetStateFault says that a subnet of the group is not available. Wire code
// InvalidDBSubnetStateFault, HTTP 400.
type InvalidDBSubnetStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidEventSubscriptionStateFault says that another request is changing the event subscription.
// Wire code InvalidEventSubscriptionState, HTTP 400.
type InvalidEventSubscriptionStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidGlobalClusterStateFault says that the state of the global database does not allow the
// operation, for example because the global database is being changed or still has members. Wire code
// InvalidGlobalClusterStateFault, HTTP 400.
type InvalidGlobalClusterStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidRestoreFault says that the source cannot be restored in this way, for example from inside a
// VPC to outside a VPC. Wire code InvalidRestoreFault, HTTP 400.
type InvalidRestoreFault struct{ Message, ErrorCodeOverride *string }

// InvalidSubnet says that a subnet is not valid, or that subnets of the group are in different
// VPCs. Wire code InvalidSubnet, HTTP 400.
type InvalidSubnet struct{ Message, ErrorCodeOverride *string }

// InvalidVPCNetworkStateFault says that the subnet group no longer covers all Availability Zones,
// because the VPC was changed. Wire code InvalidVPCNetworkStateFault, HTTP 400.
type InvalidVPCNetworkStateFault struct{ Message, ErrorCodeOverride *string }

// KMSKeyNotAccessibleFault says that the KMS key does not exist or is disabled, or that the caller may
// not use it. Wire code KMSKeyNotAccessibleFault, HTTP 400.
type KMSKeyNotAccessibleFault struct{ Message, ErrorCodeOverride *string }

// NetworkTypeNotSupportedFault says that the subnet group or the engine version does not support
// the network type. Wire code NetworkTypeNotSupported, HTTP 400.
type NetworkTypeNotSupportedFault struct{ Message, ErrorCodeOverride *string }

// OptionGroupNotFoundFault says that no option group has the given name. Wire code
// OptionGroupNotFoundFault, HTTP 404.
type OptionGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

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

// StorageTypeNotSupportedFault says that the storage type cannot be used with the engine version or
// the instance class. Wire code StorageTypeNotSupported, HTTP 400.
type StorageTypeNotSupportedFault struct{ Message, ErrorCodeOverride *string }

// SubnetAlreadyInUse says that the subnet is in use in the Availability Zone. Wire code
// SubnetAlreadyInUse, HTTP 400.
type SubnetAlreadyInUse struct{ Message, ErrorCodeOverride *string }

// SubscriptionAlreadyExistFault says that the name for the event subscription is taken. Wire code
// SubscriptionAlreadyExist, HTTP 400.
type SubscriptionAlreadyExistFault struct{ Message, ErrorCodeOverride *string }

// SubscriptionCategoryNotFoundFault says that no event category has the given name. Wire code
// SubscriptionCategoryNotFound, HTTP 404.
type SubscriptionCategoryNotFoundFault struct{ Message, ErrorCodeOverride *string }

// SubscriptionNotFoundFault says that no event subscription has the given name. Wire code
// SubscriptionNotFound, HTTP 404.
type SubscriptionNotFoundFault struct{ Message, ErrorCodeOverride *string }
