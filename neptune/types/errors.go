package types

// The package comment explains the fields of the faults and the term "wire code". The methods of
// the faults are in errors_methods.go.

// AuthorizationNotFoundFault means that a CIDR range or an EC2 security group is not authorized for
// the DB security group, or that IAM does not authorize Neptune to act for the account. Wire code
// AuthorizationNotFound, HTTP 404.
type AuthorizationNotFoundFault struct{ Message, ErrorCodeOverride *string }

// CertificateNotFoundFault means that no server certificate has the given identifier. Wire code
// CertificateNotFound, HTTP 404.
type CertificateNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterAlreadyExistsFault means that the requested cluster name is already in use, possibly by
// an RDS or DocumentDB cluster. Wire code DBClusterAlreadyExistsFault, HTTP 400.
type DBClusterAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterEndpointAlreadyExistsFault means that the custom endpoint's name is already in use. Wire
// code DBClusterEndpointAlreadyExistsFault, HTTP 400.
type DBClusterEndpointAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterEndpointNotFoundFault means that no custom endpoint has the given identifier. Note that
// the HTTP status is not 404. Wire code DBClusterEndpointNotFoundFault, HTTP 400.
type DBClusterEndpointNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBClusterEndpointQuotaExceededFault means that the cluster has reached its quota of custom
// endpoints. Wire code DBClusterEndpointQuotaExceededFault, HTTP 403.
type DBClusterEndpointQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

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

// DBClusterSnapshotAlreadyExistsFault means that the cluster snapshot's name is already in use.
// Wire code DBClusterSnapshotAlreadyExistsFault, HTTP 400.
type DBClusterSnapshotAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBClusterSnapshotNotFoundFault means that no cluster snapshot has the given identifier, or that
// another account owns the snapshot and has not shared it with this account. Wire code
// DBClusterSnapshotNotFoundFault, HTTP 404.
type DBClusterSnapshotNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceAlreadyExistsFault means that the requested instance name is already in use, possibly
// by an RDS or DocumentDB instance. Wire code DBInstanceAlreadyExists, HTTP 400.
type DBInstanceAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBInstanceNotFoundFault means that no instance in this account and region has the given
// identifier. Wire code DBInstanceNotFound, HTTP 404.
type DBInstanceNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBParameterGroupAlreadyExistsFault means that the parameter group's name is already in use. Some
// operations on cluster parameter groups also return this fault. Wire code
// DBParameterGroupAlreadyExists, HTTP 400.
type DBParameterGroupAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBParameterGroupNotFoundFault means that no parameter group has the given name. Some operations
// on cluster parameter groups also return this fault. Wire code DBParameterGroupNotFound, HTTP 404.
type DBParameterGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBParameterGroupQuotaExceededFault means that the account has reached its quota of parameter
// groups. Wire code DBParameterGroupQuotaExceeded, HTTP 400.
type DBParameterGroupQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBSecurityGroupNotFoundFault means that no DB security group has the given name. Wire code
// DBSecurityGroupNotFound, HTTP 404.
type DBSecurityGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSnapshotAlreadyExistsFault means that the name of the instance's final snapshot is already in
// use. Wire code DBSnapshotAlreadyExists, HTTP 400.
type DBSnapshotAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBSnapshotNotFoundFault means that no instance snapshot has the given identifier. Wire code
// DBSnapshotNotFound, HTTP 404.
type DBSnapshotNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupAlreadyExistsFault means that the subnet group's name is already in use. Wire code
// DBSubnetGroupAlreadyExists, HTTP 400.
type DBSubnetGroupAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupDoesNotCoverEnoughAZs means that the subnet group has subnets in fewer than two
// Availability Zones. Wire code DBSubnetGroupDoesNotCoverEnoughAZs, HTTP 400.
type DBSubnetGroupDoesNotCoverEnoughAZs struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupNotFoundFault means that no subnet group has the given name. Wire code
// DBSubnetGroupNotFoundFault, HTTP 404.
type DBSubnetGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

// DBSubnetGroupQuotaExceededFault means that the account has reached its quota of subnet groups.
// Wire code DBSubnetGroupQuotaExceeded, HTTP 400.
type DBSubnetGroupQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBSubnetQuotaExceededFault means that the subnet group has reached its quota of subnets. Wire
// code DBSubnetQuotaExceededFault, HTTP 400.
type DBSubnetQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// DBUpgradeDependencyFailureFault means that the upgrade cannot continue, because AWS cannot change
// a resource that the upgrade depends on. Wire code DBUpgradeDependencyFailure, HTTP 400.
type DBUpgradeDependencyFailureFault struct{ Message, ErrorCodeOverride *string }

// DomainNotFoundFault means that no Active Directory domain has the given identifier. Wire code
// DomainNotFoundFault, HTTP 404.
type DomainNotFoundFault struct{ Message, ErrorCodeOverride *string }

// EventSubscriptionQuotaExceededFault means that the account has reached its quota of event
// subscriptions. Wire code EventSubscriptionQuotaExceeded, HTTP 400.
type EventSubscriptionQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

// GlobalClusterAlreadyExistsFault means that the global database's name is already in use. Wire
// code GlobalClusterAlreadyExistsFault, HTTP 400.
type GlobalClusterAlreadyExistsFault struct{ Message, ErrorCodeOverride *string }

// GlobalClusterNotFoundFault means that no global database in this account has the given
// identifier. Wire code GlobalClusterNotFoundFault, HTTP 404.
type GlobalClusterNotFoundFault struct{ Message, ErrorCodeOverride *string }

// GlobalClusterQuotaExceededFault means that the account has reached its quota of global databases.
// Wire code GlobalClusterQuotaExceededFault, HTTP 400.
type GlobalClusterQuotaExceededFault struct{ Message, ErrorCodeOverride *string }

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

// InvalidDBClusterEndpointStateFault means that the state of the custom endpoint does not allow the
// operation. Wire code InvalidDBClusterEndpointStateFault, HTTP 400.
type InvalidDBClusterEndpointStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterSnapshotStateFault means that the state of the cluster snapshot does not allow
// the operation. Most operations require the snapshot to be available. Wire code
// InvalidDBClusterSnapshotStateFault, HTTP 400.
type InvalidDBClusterSnapshotStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBClusterStateFault means that the state of the cluster does not allow the operation. For
// example, a cluster that is not stopped cannot be started, and a cluster that has instances or is
// protected from deletion cannot be deleted. The message contains the reason. Wire code
// InvalidDBClusterStateFault, HTTP 400.
type InvalidDBClusterStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBInstanceStateFault means that the state of the instance does not allow the operation. An
// operation on a cluster also returns this fault if the state of one of the cluster's instances
// does not allow the operation. Wire code InvalidDBInstanceState, HTTP 400.
type InvalidDBInstanceStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBParameterGroupStateFault means that the parameter group is in use, or in a state that
// does not allow the operation. Wire code InvalidDBParameterGroupState, HTTP 400.
type InvalidDBParameterGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSecurityGroupStateFault means that the state of the DB security group does not allow the
// operation. Wire code InvalidDBSecurityGroupState, HTTP 400.
type InvalidDBSecurityGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSnapshotStateFault means that the state of the instance snapshot does not allow the
// operation. Wire code InvalidDBSnapshotState, HTTP 400.
type InvalidDBSnapshotStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSubnetGroupStateFault means that the subnet group is in use and cannot be deleted or
// replaced. Wire code InvalidDBSubnetGroupStateFault, HTTP 400.
type InvalidDBSubnetGroupStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidDBSubnetStateFault means that a subnet of the group is not available. Wire code
// InvalidDBSubnetStateFault, HTTP 400.
type InvalidDBSubnetStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidEventSubscriptionStateFault means that another request is changing the event subscription.
// Wire code InvalidEventSubscriptionState, HTTP 400.
type InvalidEventSubscriptionStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidGlobalClusterStateFault means that the state of the global database does not allow the
// operation, for example because the global database is being changed or still has members. Wire
// code InvalidGlobalClusterStateFault, HTTP 400.
type InvalidGlobalClusterStateFault struct{ Message, ErrorCodeOverride *string }

// InvalidRestoreFault means that the source cannot be restored as requested, for example because
// the source is in a VPC, but the new cluster would be outside a VPC. Wire code
// InvalidRestoreFault, HTTP 400.
type InvalidRestoreFault struct{ Message, ErrorCodeOverride *string }

// InvalidSubnet means that a subnet is not valid, or that the subnets of a subnet group are in
// different VPCs. Wire code InvalidSubnet, HTTP 400.
type InvalidSubnet struct{ Message, ErrorCodeOverride *string }

// InvalidVPCNetworkStateFault means that the subnet group no longer covers all Availability Zones,
// because the VPC has changed. Wire code InvalidVPCNetworkStateFault, HTTP 400.
type InvalidVPCNetworkStateFault struct{ Message, ErrorCodeOverride *string }

// KMSKeyNotAccessibleFault means that the KMS key does not exist or is disabled, or that the caller
// is not allowed to use it. Wire code KMSKeyNotAccessibleFault, HTTP 400.
type KMSKeyNotAccessibleFault struct{ Message, ErrorCodeOverride *string }

// NetworkTypeNotSupportedFault means that the subnet group or the engine version does not support
// the network type. Wire code NetworkTypeNotSupported, HTTP 400.
type NetworkTypeNotSupportedFault struct{ Message, ErrorCodeOverride *string }

// OptionGroupNotFoundFault means that no option group has the given name. Wire code
// OptionGroupNotFoundFault, HTTP 404.
type OptionGroupNotFoundFault struct{ Message, ErrorCodeOverride *string }

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

// StorageTypeNotSupportedFault means that the storage type cannot be used with the engine version
// or the instance class. Wire code StorageTypeNotSupported, HTTP 400.
type StorageTypeNotSupportedFault struct{ Message, ErrorCodeOverride *string }

// SubnetAlreadyInUse means that the subnet is already in use in its Availability Zone. Wire
// code SubnetAlreadyInUse, HTTP 400.
type SubnetAlreadyInUse struct{ Message, ErrorCodeOverride *string }

// SubscriptionAlreadyExistFault means that the name of the event subscription is already in use.
// Wire code SubscriptionAlreadyExist, HTTP 400.
type SubscriptionAlreadyExistFault struct{ Message, ErrorCodeOverride *string }

// SubscriptionCategoryNotFoundFault means that no event category has the given name. Wire code
// SubscriptionCategoryNotFound, HTTP 404.
type SubscriptionCategoryNotFoundFault struct{ Message, ErrorCodeOverride *string }

// SubscriptionNotFoundFault means that no event subscription has the given name. Wire code
// SubscriptionNotFound, HTTP 404.
type SubscriptionNotFoundFault struct{ Message, ErrorCodeOverride *string }
