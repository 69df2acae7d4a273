package types

import (
	"strings"

	"github.com/nereid-go/nereid"
)

// FaultFor gives the error for an error code of Neptune, in which errors.As finds the fault that the
// code stands for, or nil when the model of Neptune has no such code. The codes of the model drop the
// ending "Fault" in some cases and keep it in others, so that both forms are taken for the same
// fault, in any letter case.
func FaultFor(code, message string) error {
	switch strings.TrimSuffix(strings.ToLower(code), "fault") {
	case "authorizationnotfound",
		"certificatenotfound",
		"dbclusteralreadyexists",
		"dbclusterendpointalreadyexists",
		"dbclusterendpointnotfound",
		"dbclusterendpointquotaexceeded",
		"dbclusternotfound",
		"dbclusterparametergroupnotfound",
		"dbclusterquotaexceeded",
		"dbclusterrolealreadyexists",
		"dbclusterrolenotfound",
		"dbclusterrolequotaexceeded",
		"dbclustersnapshotalreadyexists",
		"dbclustersnapshotnotfound",
		"dbinstancealreadyexists",
		"dbinstancenotfound",
		"dbparametergroupalreadyexists",
		"dbparametergroupnotfound",
		"dbparametergroupquotaexceeded",
		"dbsecuritygroupnotfound",
		"dbsnapshotalreadyexists",
		"dbsnapshotnotfound",
		"dbsubnetgroupalreadyexists",
		"dbsubnetgroupdoesnotcoverenoughazs",
		"dbsubnetgroupnotfound",
		"dbsubnetgroupquotaexceeded",
		"dbsubnetquotaexceeded",
		"dbupgradedependencyfailure",
		"domainnotfound",
		"eventsubscriptionquotaexceeded",
		"globalclusteralreadyexists",
		"globalclusternotfound",
		"globalclusterquotaexceeded",
		"instancequotaexceeded",
		"insufficientdbclustercapacity",
		"insufficientdbinstancecapacity",
		"insufficientstorageclustercapacity",
		"invaliddbclusterendpointstate",
		"invaliddbclustersnapshotstate",
		"invaliddbclusterstate",
		"invaliddbinstancestate",
		"invaliddbparametergroupstate",
		"invaliddbsecuritygroupstate",
		"invaliddbsnapshotstate",
		"invaliddbsubnetgroupstate",
		"invaliddbsubnetstate",
		"invalideventsubscriptionstate",
		"invalidglobalclusterstate",
		"invalidrestore",
		"invalidsubnet",
		"invalidvpcnetworkstate",
		"kmskeynotaccessible",
		"networktypenotsupported",
		"optiongroupnotfound",
		"provisionediopsnotavailableinaz",
		"resourcenotfound",
		"snsinvalidtopic",
		"snsnoauthorization",
		"snstopicarnnotfound",
		"sharedsnapshotquotaexceeded",
		"snapshotquotaexceeded",
		"sourcenotfound",
		"storagequotaexceeded",
		"storagetypenotsupported",
		"subnetalreadyinuse",
		"subscriptionalreadyexist",
		"subscriptioncategorynotfound",
		"subscriptionnotfound":
		return nereid.NewFault(model{}, code, message)
	}
	return nil
}

// model tells the faults of this package from those of other services.
type model struct{}

// AuthorizationNotFoundFault says that a CIDR range or an EC2 security group is not authorized for
// the DB security group, or that Neptune lacks an authorization through IAM to act for the account.
// Wire code AuthorizationNotFound, HTTP 404.
type AuthorizationNotFoundFault = nereid.Fault[authorizationNotFoundFault]

type authorizationNotFoundFault struct{}

func (authorizationNotFoundFault) ErrorCode() string { return "AuthorizationNotFound" }

// CertificateNotFoundFault says that no server certificate has the given identifier. Wire code
// CertificateNotFound, HTTP 404.
type CertificateNotFoundFault = nereid.Fault[certificateNotFoundFault]

type certificateNotFoundFault struct{}

func (certificateNotFoundFault) ErrorCode() string { return "CertificateNotFound" }

// DBClusterAlreadyExistsFault says that the name for the cluster is taken, maybe by a cluster of
// RDS or DocumentDB, which share the names. Wire code DBClusterAlreadyExistsFault, HTTP 400.
type DBClusterAlreadyExistsFault = nereid.Fault[dbClusterAlreadyExistsFault]

type dbClusterAlreadyExistsFault struct{}

func (dbClusterAlreadyExistsFault) ErrorCode() string { return "DBClusterAlreadyExistsFault" }

// DBClusterEndpointAlreadyExistsFault says that the name for the custom endpoint is taken. Wire
// code DBClusterEndpointAlreadyExistsFault, HTTP 400.
type DBClusterEndpointAlreadyExistsFault = nereid.Fault[dbClusterEndpointAlreadyExistsFault]

type dbClusterEndpointAlreadyExistsFault struct{}

func (dbClusterEndpointAlreadyExistsFault) ErrorCode() string {
	return "DBClusterEndpointAlreadyExistsFault"
}

// DBClusterEndpointNotFoundFault says that no custom endpoint has the given identifier. Mind that
// its HTTP status is not 404. Wire code DBClusterEndpointNotFoundFault, HTTP 400.
type DBClusterEndpointNotFoundFault = nereid.Fault[dbClusterEndpointNotFoundFault]

type dbClusterEndpointNotFoundFault struct{}

func (dbClusterEndpointNotFoundFault) ErrorCode() string { return "DBClusterEndpointNotFoundFault" }

// DBClusterEndpointQuotaExceededFault says that the cluster has as many custom endpoints as it may
// have. Wire code DBClusterEndpointQuotaExceededFault, HTTP 403.
type DBClusterEndpointQuotaExceededFault = nereid.Fault[dbClusterEndpointQuotaExceededFault]

type dbClusterEndpointQuotaExceededFault struct{}

func (dbClusterEndpointQuotaExceededFault) ErrorCode() string {
	return "DBClusterEndpointQuotaExceededFault"
}

// DBClusterNotFoundFault says that no cluster has the given identifier, in this account and region.
// Wire code DBClusterNotFoundFault, HTTP 404.
type DBClusterNotFoundFault = nereid.Fault[dbClusterNotFoundFault]

type dbClusterNotFoundFault struct{}

func (dbClusterNotFoundFault) ErrorCode() string { return "DBClusterNotFoundFault" }

// DBClusterParameterGroupNotFoundFault says that no cluster parameter group has the given name.
// Wire code DBClusterParameterGroupNotFound, HTTP 404.
type DBClusterParameterGroupNotFoundFault = nereid.Fault[dbClusterParameterGroupNotFoundFault]

type dbClusterParameterGroupNotFoundFault struct{}

func (dbClusterParameterGroupNotFoundFault) ErrorCode() string {
	return "DBClusterParameterGroupNotFound"
}

// DBClusterQuotaExceededFault says that the account has as many clusters as it may have in this
// region. Wire code DBClusterQuotaExceededFault, HTTP 403.
type DBClusterQuotaExceededFault = nereid.Fault[dbClusterQuotaExceededFault]

type dbClusterQuotaExceededFault struct{}

func (dbClusterQuotaExceededFault) ErrorCode() string { return "DBClusterQuotaExceededFault" }

// DBClusterRoleAlreadyExistsFault says that the cluster has this IAM role already. Wire code
// DBClusterRoleAlreadyExists, HTTP 400.
type DBClusterRoleAlreadyExistsFault = nereid.Fault[dbClusterRoleAlreadyExistsFault]

type dbClusterRoleAlreadyExistsFault struct{}

func (dbClusterRoleAlreadyExistsFault) ErrorCode() string { return "DBClusterRoleAlreadyExists" }

// DBClusterRoleNotFoundFault says that the cluster does not have this IAM role. Wire code
// DBClusterRoleNotFound, HTTP 404.
type DBClusterRoleNotFoundFault = nereid.Fault[dbClusterRoleNotFoundFault]

type dbClusterRoleNotFoundFault struct{}

func (dbClusterRoleNotFoundFault) ErrorCode() string { return "DBClusterRoleNotFound" }

// DBClusterRoleQuotaExceededFault says that the cluster has as many IAM roles as it may have. Wire
// code DBClusterRoleQuotaExceeded, HTTP 400.
type DBClusterRoleQuotaExceededFault = nereid.Fault[dbClusterRoleQuotaExceededFault]

type dbClusterRoleQuotaExceededFault struct{}

func (dbClusterRoleQuotaExceededFault) ErrorCode() string { return "DBClusterRoleQuotaExceeded" }

// DBClusterSnapshotAlreadyExistsFault says that the name for the cluster snapshot is taken. Wire
// code DBClusterSnapshotAlreadyExistsFault, HTTP 400.
type DBClusterSnapshotAlreadyExistsFault = nereid.Fault[dbClusterSnapshotAlreadyExistsFault]

type dbClusterSnapshotAlreadyExistsFault struct{}

func (dbClusterSnapshotAlreadyExistsFault) ErrorCode() string {
	return "DBClusterSnapshotAlreadyExistsFault"
}

// DBClusterSnapshotNotFoundFault says that no cluster snapshot has the given identifier, or that it
// is not shared with the account. Wire code DBClusterSnapshotNotFoundFault, HTTP 404.
type DBClusterSnapshotNotFoundFault = nereid.Fault[dbClusterSnapshotNotFoundFault]

type dbClusterSnapshotNotFoundFault struct{}

func (dbClusterSnapshotNotFoundFault) ErrorCode() string { return "DBClusterSnapshotNotFoundFault" }

// DBInstanceAlreadyExistsFault says that the name for the instance is taken, maybe by an instance
// of RDS or DocumentDB, which share the names. Wire code DBInstanceAlreadyExists, HTTP 400.
type DBInstanceAlreadyExistsFault = nereid.Fault[dbInstanceAlreadyExistsFault]

type dbInstanceAlreadyExistsFault struct{}

func (dbInstanceAlreadyExistsFault) ErrorCode() string { return "DBInstanceAlreadyExists" }

// DBInstanceNotFoundFault says that no instance has the given identifier, in this account and
// region. Wire code DBInstanceNotFound, HTTP 404.
type DBInstanceNotFoundFault = nereid.Fault[dbInstanceNotFoundFault]

type dbInstanceNotFoundFault struct{}

func (dbInstanceNotFoundFault) ErrorCode() string { return "DBInstanceNotFound" }

// DBParameterGroupAlreadyExistsFault says that the name for the parameter group is taken. Cluster
// parameter groups return it too. Wire code DBParameterGroupAlreadyExists, HTTP 400.
type DBParameterGroupAlreadyExistsFault = nereid.Fault[dbParameterGroupAlreadyExistsFault]

type dbParameterGroupAlreadyExistsFault struct{}

func (dbParameterGroupAlreadyExistsFault) ErrorCode() string { return "DBParameterGroupAlreadyExists" }

// DBParameterGroupNotFoundFault says that no parameter group has the given name. Operations on
// cluster parameter groups return it too. Wire code DBParameterGroupNotFound, HTTP 404.
type DBParameterGroupNotFoundFault = nereid.Fault[dbParameterGroupNotFoundFault]

type dbParameterGroupNotFoundFault struct{}

func (dbParameterGroupNotFoundFault) ErrorCode() string { return "DBParameterGroupNotFound" }

// DBParameterGroupQuotaExceededFault says that the account has as many parameter groups as it may
// have. Wire code DBParameterGroupQuotaExceeded, HTTP 400.
type DBParameterGroupQuotaExceededFault = nereid.Fault[dbParameterGroupQuotaExceededFault]

type dbParameterGroupQuotaExceededFault struct{}

func (dbParameterGroupQuotaExceededFault) ErrorCode() string { return "DBParameterGroupQuotaExceeded" }

// DBSecurityGroupNotFoundFault says that no DB security group has the given name. Wire code
// DBSecurityGroupNotFound, HTTP 404.
type DBSecurityGroupNotFoundFault = nereid.Fault[dbSecurityGroupNotFoundFault]

type dbSecurityGroupNotFoundFault struct{}

func (dbSecurityGroupNotFoundFault) ErrorCode() string { return "DBSecurityGroupNotFound" }

// DBSnapshotAlreadyExistsFault says that the name for the final snapshot of the instance is taken.
// Wire code DBSnapshotAlreadyExists, HTTP 400.
type DBSnapshotAlreadyExistsFault = nereid.Fault[dbSnapshotAlreadyExistsFault]

type dbSnapshotAlreadyExistsFault struct{}

func (dbSnapshotAlreadyExistsFault) ErrorCode() string { return "DBSnapshotAlreadyExists" }

// DBSnapshotNotFoundFault says that no instance snapshot has the given identifier. Wire code
// DBSnapshotNotFound, HTTP 404.
type DBSnapshotNotFoundFault = nereid.Fault[dbSnapshotNotFoundFault]

type dbSnapshotNotFoundFault struct{}

func (dbSnapshotNotFoundFault) ErrorCode() string { return "DBSnapshotNotFound" }

// DBSubnetGroupAlreadyExistsFault says that the name for the subnet group is taken. Wire code
// DBSubnetGroupAlreadyExists, HTTP 400.
type DBSubnetGroupAlreadyExistsFault = nereid.Fault[dbSubnetGroupAlreadyExistsFault]

type dbSubnetGroupAlreadyExistsFault struct{}

func (dbSubnetGroupAlreadyExistsFault) ErrorCode() string { return "DBSubnetGroupAlreadyExists" }

// DBSubnetGroupDoesNotCoverEnoughAZs says that the subnet group has subnets in too few Availability
// Zones: it takes at least two. Wire code DBSubnetGroupDoesNotCoverEnoughAZs, HTTP 400.
type DBSubnetGroupDoesNotCoverEnoughAZs = nereid.Fault[dbSubnetGroupDoesNotCoverEnoughAZs]

type dbSubnetGroupDoesNotCoverEnoughAZs struct{}

func (dbSubnetGroupDoesNotCoverEnoughAZs) ErrorCode() string {
	return "DBSubnetGroupDoesNotCoverEnoughAZs"
}

// DBSubnetGroupNotFoundFault says that no subnet group has the given name. Wire code
// DBSubnetGroupNotFoundFault, HTTP 404.
type DBSubnetGroupNotFoundFault = nereid.Fault[dbSubnetGroupNotFoundFault]

type dbSubnetGroupNotFoundFault struct{}

func (dbSubnetGroupNotFoundFault) ErrorCode() string { return "DBSubnetGroupNotFoundFault" }

// DBSubnetGroupQuotaExceededFault says that the account has as many subnet groups as it may have.
// Wire code DBSubnetGroupQuotaExceeded, HTTP 400.
type DBSubnetGroupQuotaExceededFault = nereid.Fault[dbSubnetGroupQuotaExceededFault]

type dbSubnetGroupQuotaExceededFault struct{}

func (dbSubnetGroupQuotaExceededFault) ErrorCode() string { return "DBSubnetGroupQuotaExceeded" }

// DBSubnetQuotaExceededFault says that the subnet group has as many subnets as it may have. Wire
// code DBSubnetQuotaExceededFault, HTTP 400.
type DBSubnetQuotaExceededFault = nereid.Fault[dbSubnetQuotaExceededFault]

type dbSubnetQuotaExceededFault struct{}

func (dbSubnetQuotaExceededFault) ErrorCode() string { return "DBSubnetQuotaExceededFault" }

// DBUpgradeDependencyFailureFault says that the upgrade cannot go on, because something that it
// depends on cannot be changed. Wire code DBUpgradeDependencyFailure, HTTP 400.
type DBUpgradeDependencyFailureFault = nereid.Fault[dbUpgradeDependencyFailureFault]

type dbUpgradeDependencyFailureFault struct{}

func (dbUpgradeDependencyFailureFault) ErrorCode() string { return "DBUpgradeDependencyFailure" }

// DomainNotFoundFault says that no Active Directory domain has the given identifier. Wire code
// DomainNotFoundFault, HTTP 404.
type DomainNotFoundFault = nereid.Fault[domainNotFoundFault]

type domainNotFoundFault struct{}

func (domainNotFoundFault) ErrorCode() string { return "DomainNotFoundFault" }

// EventSubscriptionQuotaExceededFault says that the account has as many event subscriptions as it
// may have. Wire code EventSubscriptionQuotaExceeded, HTTP 400.
type EventSubscriptionQuotaExceededFault = nereid.Fault[eventSubscriptionQuotaExceededFault]

type eventSubscriptionQuotaExceededFault struct{}

func (eventSubscriptionQuotaExceededFault) ErrorCode() string {
	return "EventSubscriptionQuotaExceeded"
}

// GlobalClusterAlreadyExistsFault says that the name for the global database is taken. Wire code
// GlobalClusterAlreadyExistsFault, HTTP 400.
type GlobalClusterAlreadyExistsFault = nereid.Fault[globalClusterAlreadyExistsFault]

type globalClusterAlreadyExistsFault struct{}

func (globalClusterAlreadyExistsFault) ErrorCode() string { return "GlobalClusterAlreadyExistsFault" }

// GlobalClusterNotFoundFault says that no global database has the given identifier in this account.
// Wire code GlobalClusterNotFoundFault, HTTP 404.
type GlobalClusterNotFoundFault = nereid.Fault[globalClusterNotFoundFault]

type globalClusterNotFoundFault struct{}

func (globalClusterNotFoundFault) ErrorCode() string { return "GlobalClusterNotFoundFault" }

// GlobalClusterQuotaExceededFault says that the account has as many global databases as it may
// have. Wire code GlobalClusterQuotaExceededFault, HTTP 400.
type GlobalClusterQuotaExceededFault = nereid.Fault[globalClusterQuotaExceededFault]

type globalClusterQuotaExceededFault struct{}

func (globalClusterQuotaExceededFault) ErrorCode() string { return "GlobalClusterQuotaExceededFault" }

// InstanceQuotaExceededFault says that the account has as many instances as it may have in this
// region. Wire code InstanceQuotaExceeded, HTTP 400.
type InstanceQuotaExceededFault = nereid.Fault[instanceQuotaExceededFault]

type instanceQuotaExceededFault struct{}

func (instanceQuotaExceededFault) ErrorCode() string { return "InstanceQuotaExceeded" }

// InsufficientDBClusterCapacityFault says that AWS has no room for the cluster at present. Wire
// code InsufficientDBClusterCapacityFault, HTTP 403.
type InsufficientDBClusterCapacityFault = nereid.Fault[insufficientDBClusterCapacityFault]

type insufficientDBClusterCapacityFault struct{}

func (insufficientDBClusterCapacityFault) ErrorCode() string {
	return "InsufficientDBClusterCapacityFault"
}

// InsufficientDBInstanceCapacityFault says that AWS has no room for the instance class in the
// Availability Zone at present. Wire code InsufficientDBInstanceCapacity, HTTP 400.
type InsufficientDBInstanceCapacityFault = nereid.Fault[insufficientDBInstanceCapacityFault]

type insufficientDBInstanceCapacityFault struct{}

func (insufficientDBInstanceCapacityFault) ErrorCode() string {
	return "InsufficientDBInstanceCapacity"
}

// InsufficientStorageClusterCapacityFault says that AWS has no room for the storage at present;
// other subnets, with more zones, may help. Wire code InsufficientStorageClusterCapacity, HTTP 400.
type InsufficientStorageClusterCapacityFault = nereid.Fault[insufficientStorageClusterCapacityFault]

type insufficientStorageClusterCapacityFault struct{}

func (insufficientStorageClusterCapacityFault) ErrorCode() string {
	return "InsufficientStorageClusterCapacity"
}

// InvalidDBClusterEndpointStateFault says that the state of the custom endpoint does not allow the
// operation. Wire code InvalidDBClusterEndpointStateFault, HTTP 400.
type InvalidDBClusterEndpointStateFault = nereid.Fault[invalidDBClusterEndpointStateFault]

type invalidDBClusterEndpointStateFault struct{}

func (invalidDBClusterEndpointStateFault) ErrorCode() string {
	return "InvalidDBClusterEndpointStateFault"
}

// InvalidDBClusterSnapshotStateFault says that the state of the cluster snapshot does not allow the
// operation: it has to be available for most. Wire code InvalidDBClusterSnapshotStateFault, HTTP
// 400.
type InvalidDBClusterSnapshotStateFault = nereid.Fault[invalidDBClusterSnapshotStateFault]

type invalidDBClusterSnapshotStateFault struct{}

func (invalidDBClusterSnapshotStateFault) ErrorCode() string {
	return "InvalidDBClusterSnapshotStateFault"
}

// InvalidDBClusterStateFault says that the state of the cluster does not allow the operation, such
// as a start of a cluster that is not stopped, or a delete of one that has instances or is
// protected. The message tells which it is. Wire code InvalidDBClusterStateFault, HTTP 400.
type InvalidDBClusterStateFault = nereid.Fault[invalidDBClusterStateFault]

type invalidDBClusterStateFault struct{}

func (invalidDBClusterStateFault) ErrorCode() string { return "InvalidDBClusterStateFault" }

// InvalidDBInstanceStateFault says that the state of the instance does not allow the operation.
// Operations on clusters return it for the instances of the cluster. Wire code
// InvalidDBInstanceState, HTTP 400.
type InvalidDBInstanceStateFault = nereid.Fault[invalidDBInstanceStateFault]

type invalidDBInstanceStateFault struct{}

func (invalidDBInstanceStateFault) ErrorCode() string { return "InvalidDBInstanceState" }

// InvalidDBParameterGroupStateFault says that the parameter group is in use, or in a state that
// does not allow the operation. Wire code InvalidDBParameterGroupState, HTTP 400.
type InvalidDBParameterGroupStateFault = nereid.Fault[invalidDBParameterGroupStateFault]

type invalidDBParameterGroupStateFault struct{}

func (invalidDBParameterGroupStateFault) ErrorCode() string { return "InvalidDBParameterGroupState" }

// InvalidDBSecurityGroupStateFault says that the state of the DB security group does not allow the
// operation. Wire code InvalidDBSecurityGroupState, HTTP 400.
type InvalidDBSecurityGroupStateFault = nereid.Fault[invalidDBSecurityGroupStateFault]

type invalidDBSecurityGroupStateFault struct{}

func (invalidDBSecurityGroupStateFault) ErrorCode() string { return "InvalidDBSecurityGroupState" }

// InvalidDBSnapshotStateFault says that the state of the instance snapshot does not allow the
// operation. Wire code InvalidDBSnapshotState, HTTP 400.
type InvalidDBSnapshotStateFault = nereid.Fault[invalidDBSnapshotStateFault]

type invalidDBSnapshotStateFault struct{}

func (invalidDBSnapshotStateFault) ErrorCode() string { return "InvalidDBSnapshotState" }

// InvalidDBSubnetGroupStateFault says that the subnet group is in use and cannot be deleted or
// replaced. Wire code InvalidDBSubnetGroupStateFault, HTTP 400.
type InvalidDBSubnetGroupStateFault = nereid.Fault[invalidDBSubnetGroupStateFault]

type invalidDBSubnetGroupStateFault struct{}

func (invalidDBSubnetGroupStateFault) ErrorCode() string { return "InvalidDBSubnetGroupStateFault" }

// InvalidDBSubnetStateFault says that a subnet of the group is not available. Wire code
// InvalidDBSubnetStateFault, HTTP 400.
type InvalidDBSubnetStateFault = nereid.Fault[invalidDBSubnetStateFault]

type invalidDBSubnetStateFault struct{}

func (invalidDBSubnetStateFault) ErrorCode() string { return "InvalidDBSubnetStateFault" }

// InvalidEventSubscriptionStateFault says that the event subscription is being changed by another
// request. Wire code InvalidEventSubscriptionState, HTTP 400.
type InvalidEventSubscriptionStateFault = nereid.Fault[invalidEventSubscriptionStateFault]

type invalidEventSubscriptionStateFault struct{}

func (invalidEventSubscriptionStateFault) ErrorCode() string { return "InvalidEventSubscriptionState" }

// InvalidGlobalClusterStateFault says that the state of the global database does not allow the
// operation: it is being changed, or still has members. Wire code InvalidGlobalClusterStateFault,
// HTTP 400.
type InvalidGlobalClusterStateFault = nereid.Fault[invalidGlobalClusterStateFault]

type invalidGlobalClusterStateFault struct{}

func (invalidGlobalClusterStateFault) ErrorCode() string { return "InvalidGlobalClusterStateFault" }

// InvalidRestoreFault says that the source cannot be restored in this way, for example from a VPC
// to outside of one. Wire code InvalidRestoreFault, HTTP 400.
type InvalidRestoreFault = nereid.Fault[invalidRestoreFault]

type invalidRestoreFault struct{}

func (invalidRestoreFault) ErrorCode() string { return "InvalidRestoreFault" }

// InvalidSubnet says that a subnet is not valid, or that subnets of the group are in different
// VPCs. Wire code InvalidSubnet, HTTP 400.
type InvalidSubnet = nereid.Fault[invalidSubnet]

type invalidSubnet struct{}

func (invalidSubnet) ErrorCode() string { return "InvalidSubnet" }

// InvalidVPCNetworkStateFault says that the subnet group does not cover all Availability Zones any
// more, because the VPC was changed. Wire code InvalidVPCNetworkStateFault, HTTP 400.
type InvalidVPCNetworkStateFault = nereid.Fault[invalidVPCNetworkStateFault]

type invalidVPCNetworkStateFault struct{}

func (invalidVPCNetworkStateFault) ErrorCode() string { return "InvalidVPCNetworkStateFault" }

// KMSKeyNotAccessibleFault says that the KMS key does not exist, is disabled, or may not be used by
// the caller. Wire code KMSKeyNotAccessibleFault, HTTP 400.
type KMSKeyNotAccessibleFault = nereid.Fault[kmsKeyNotAccessibleFault]

type kmsKeyNotAccessibleFault struct{}

func (kmsKeyNotAccessibleFault) ErrorCode() string { return "KMSKeyNotAccessibleFault" }

// NetworkTypeNotSupportedFault says that the subnet group or the engine version does not support
// the network type. Wire code NetworkTypeNotSupported, HTTP 400.
type NetworkTypeNotSupportedFault = nereid.Fault[networkTypeNotSupportedFault]

type networkTypeNotSupportedFault struct{}

func (networkTypeNotSupportedFault) ErrorCode() string { return "NetworkTypeNotSupported" }

// OptionGroupNotFoundFault says that no option group has the given name. Wire code
// OptionGroupNotFoundFault, HTTP 404.
type OptionGroupNotFoundFault = nereid.Fault[optionGroupNotFoundFault]

type optionGroupNotFoundFault struct{}

func (optionGroupNotFoundFault) ErrorCode() string { return "OptionGroupNotFoundFault" }

// ProvisionedIopsNotAvailableInAZFault says that provisioned IOPS are not to be had in the
// Availability Zone. Wire code ProvisionedIopsNotAvailableInAZFault, HTTP 400.
type ProvisionedIopsNotAvailableInAZFault = nereid.Fault[provisionedIopsNotAvailableInAZFault]

type provisionedIopsNotAvailableInAZFault struct{}

func (provisionedIopsNotAvailableInAZFault) ErrorCode() string {
	return "ProvisionedIopsNotAvailableInAZFault"
}

// ResourceNotFoundFault says that the resource with the given ARN does not exist. Wire code
// ResourceNotFoundFault, HTTP 404.
type ResourceNotFoundFault = nereid.Fault[resourceNotFoundFault]

type resourceNotFoundFault struct{}

func (resourceNotFoundFault) ErrorCode() string { return "ResourceNotFoundFault" }

// SNSInvalidTopicFault says that the SNS topic is not valid. Wire code SNSInvalidTopic, HTTP 400.
type SNSInvalidTopicFault = nereid.Fault[snsInvalidTopicFault]

type snsInvalidTopicFault struct{}

func (snsInvalidTopicFault) ErrorCode() string { return "SNSInvalidTopic" }

// SNSNoAuthorizationFault says that there is no permission to publish to the SNS topic. Wire code
// SNSNoAuthorization, HTTP 400.
type SNSNoAuthorizationFault = nereid.Fault[snsNoAuthorizationFault]

type snsNoAuthorizationFault struct{}

func (snsNoAuthorizationFault) ErrorCode() string { return "SNSNoAuthorization" }

// SNSTopicArnNotFoundFault says that the SNS topic does not exist. Wire code SNSTopicArnNotFound,
// HTTP 404.
type SNSTopicArnNotFoundFault = nereid.Fault[snsTopicArnNotFoundFault]

type snsTopicArnNotFoundFault struct{}

func (snsTopicArnNotFoundFault) ErrorCode() string { return "SNSTopicArnNotFound" }

// SharedSnapshotQuotaExceededFault says that the snapshot is shared with as many accounts as it may
// be. Wire code SharedSnapshotQuotaExceeded, HTTP 400.
type SharedSnapshotQuotaExceededFault = nereid.Fault[sharedSnapshotQuotaExceededFault]

type sharedSnapshotQuotaExceededFault struct{}

func (sharedSnapshotQuotaExceededFault) ErrorCode() string { return "SharedSnapshotQuotaExceeded" }

// SnapshotQuotaExceededFault says that the account has as many manual snapshots as it may have, or
// too many copies in flight to a region. Wire code SnapshotQuotaExceeded, HTTP 400.
type SnapshotQuotaExceededFault = nereid.Fault[snapshotQuotaExceededFault]

type snapshotQuotaExceededFault struct{}

func (snapshotQuotaExceededFault) ErrorCode() string { return "SnapshotQuotaExceeded" }

// SourceNotFoundFault says that the source of the events does not exist. Wire code SourceNotFound,
// HTTP 404.
type SourceNotFoundFault = nereid.Fault[sourceNotFoundFault]

type sourceNotFoundFault struct{}

func (sourceNotFoundFault) ErrorCode() string { return "SourceNotFound" }

// StorageQuotaExceededFault says that the storage of all instances of the account would exceed what
// it may have. Wire code StorageQuotaExceeded, HTTP 400.
type StorageQuotaExceededFault = nereid.Fault[storageQuotaExceededFault]

type storageQuotaExceededFault struct{}

func (storageQuotaExceededFault) ErrorCode() string { return "StorageQuotaExceeded" }

// StorageTypeNotSupportedFault says that the storage type cannot be used with the engine version or
// the instance class. Wire code StorageTypeNotSupported, HTTP 400.
type StorageTypeNotSupportedFault = nereid.Fault[storageTypeNotSupportedFault]

type storageTypeNotSupportedFault struct{}

func (storageTypeNotSupportedFault) ErrorCode() string { return "StorageTypeNotSupported" }

// SubnetAlreadyInUse says that the subnet is in use in the Availability Zone. Wire code
// SubnetAlreadyInUse, HTTP 400.
type SubnetAlreadyInUse = nereid.Fault[subnetAlreadyInUse]

type subnetAlreadyInUse struct{}

func (subnetAlreadyInUse) ErrorCode() string { return "SubnetAlreadyInUse" }

// SubscriptionAlreadyExistFault says that the name for the event subscription is taken. Wire code
// SubscriptionAlreadyExist, HTTP 400.
type SubscriptionAlreadyExistFault = nereid.Fault[subscriptionAlreadyExistFault]

type subscriptionAlreadyExistFault struct{}

func (subscriptionAlreadyExistFault) ErrorCode() string { return "SubscriptionAlreadyExist" }

// SubscriptionCategoryNotFoundFault says that there is no such category of events. Wire code
// SubscriptionCategoryNotFound, HTTP 404.
type SubscriptionCategoryNotFoundFault = nereid.Fault[subscriptionCategoryNotFoundFault]

type subscriptionCategoryNotFoundFault struct{}

func (subscriptionCategoryNotFoundFault) ErrorCode() string { return "SubscriptionCategoryNotFound" }

// SubscriptionNotFoundFault says that no event subscription has the given name. Wire code
// SubscriptionNotFound, HTTP 404.
type SubscriptionNotFoundFault = nereid.Fault[subscriptionNotFoundFault]

type subscriptionNotFoundFault struct{}

func (subscriptionNotFoundFault) ErrorCode() string { return "SubscriptionNotFound" }
