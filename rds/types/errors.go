package types

import (
	"strings"

	"github.com/nereid-go/nereid"
)

// FaultFor gives the error for an error code of RDS, in which errors.As finds the fault that the
// code stands for, or nil when the model of RDS has no such code. The codes of the model drop the
// ending "Fault" in some cases and keep it in others, so that both forms are taken for the same
// fault, in any letter case.
func FaultFor(code, message string) error {
	switch strings.TrimSuffix(strings.ToLower(code), "fault") {
	case "authorizationnotfound",
		"bluegreendeploymentnotfound",
		"customavailabilityzonenotfound",
		"dbcapacityreservationnotfound",
		"dbclusternotfound",
		"dbclustersnapshotalreadyexists",
		"dbclustersnapshotnotfound",
		"dbinstancenotfound",
		"dbproxyendpointnotfound",
		"dbproxynotfound",
		"dbproxytargetgroupnotfound",
		"dbshardgroupnotfound",
		"dbsnapshotalreadyexists",
		"dbsnapshotnotfound",
		"dbsnapshottenantdatabasenotfound",
		"dbsubnetgroupdoesnotcoverenoughazs",
		"dbsubnetgroupnotfound",
		"exporttaskalreadyexists",
		"exporttasknotfound",
		"iamrolemissingpermissions",
		"iamrolenotfound",
		"insufficientdbinstancecapacity",
		"integrationnotfound",
		"invaliddbcapacityreservationstate",
		"invaliddbclusterendpointstate",
		"invaliddbclustersnapshotstate",
		"invaliddbclusterstate",
		"invaliddbinstancestate",
		"invaliddbshardgroupstate",
		"invaliddbsnapshotstate",
		"invalidexportonly",
		"invalidexportsourcestate",
		"invalidexporttaskstate",
		"invalids3bucket",
		"invalidsubnet",
		"invalidvpcnetworkstate",
		"kmskeynotaccessible",
		"snapshotquotaexceeded",
		"tenantdatabasenotfound",
		"vpcencryptioncontrolviolationexception":
		return nereid.NewFault(model{}, code, message)
	}
	return nil
}

// model tells the faults of this package from those of other services.
type model struct{}

// AuthorizationNotFoundFault says that a CIDR range or an EC2 security group is not authorized for
// the DB security group, or that RDS lacks an authorization through IAM to act for the account.
// Wire code AuthorizationNotFound, HTTP 404.
type AuthorizationNotFoundFault = nereid.Fault[authorizationNotFoundFault]

type authorizationNotFoundFault struct{}

func (authorizationNotFoundFault) ErrorCode() string { return "AuthorizationNotFound" }

// BlueGreenDeploymentNotFoundFault says that no blue/green deployment has the given identifier.
// Wire code BlueGreenDeploymentNotFoundFault, HTTP 404.
type BlueGreenDeploymentNotFoundFault = nereid.Fault[blueGreenDeploymentNotFoundFault]

type blueGreenDeploymentNotFoundFault struct{}

func (blueGreenDeploymentNotFoundFault) ErrorCode() string { return "BlueGreenDeploymentNotFoundFault" }

// CustomAvailabilityZoneNotFoundFault says that no custom Availability Zone has the given
// identifier. Wire code CustomAvailabilityZoneNotFound, HTTP 404.
type CustomAvailabilityZoneNotFoundFault = nereid.Fault[customAvailabilityZoneNotFoundFault]

type customAvailabilityZoneNotFoundFault struct{}

func (customAvailabilityZoneNotFoundFault) ErrorCode() string {
	return "CustomAvailabilityZoneNotFound"
}

// DBCapacityReservationNotFoundFault says that no capacity reservation has the given identifier.
// Wire code DBCapacityReservationNotFound.
type DBCapacityReservationNotFoundFault = nereid.Fault[dbCapacityReservationNotFoundFault]

type dbCapacityReservationNotFoundFault struct{}

func (dbCapacityReservationNotFoundFault) ErrorCode() string { return "DBCapacityReservationNotFound" }

// DBClusterNotFoundFault says that no cluster has the given identifier, in this account and region.
// Wire code DBClusterNotFoundFault, HTTP 404.
type DBClusterNotFoundFault = nereid.Fault[dbClusterNotFoundFault]

type dbClusterNotFoundFault struct{}

func (dbClusterNotFoundFault) ErrorCode() string { return "DBClusterNotFoundFault" }

// DBClusterSnapshotAlreadyExistsFault says that the name for the new cluster snapshot is taken.
// Wire code DBClusterSnapshotAlreadyExistsFault, HTTP 400.
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

// DBInstanceNotFoundFault says that no instance has the given identifier, in this account and
// region. Wire code DBInstanceNotFound, HTTP 404.
type DBInstanceNotFoundFault = nereid.Fault[dbInstanceNotFoundFault]

type dbInstanceNotFoundFault struct{}

func (dbInstanceNotFoundFault) ErrorCode() string { return "DBInstanceNotFound" }

// DBProxyEndpointNotFoundFault says that no proxy endpoint has the given name. Wire code
// DBProxyEndpointNotFoundFault, HTTP 404.
type DBProxyEndpointNotFoundFault = nereid.Fault[dbProxyEndpointNotFoundFault]

type dbProxyEndpointNotFoundFault struct{}

func (dbProxyEndpointNotFoundFault) ErrorCode() string { return "DBProxyEndpointNotFoundFault" }

// DBProxyNotFoundFault says that no proxy has the given name. Wire code DBProxyNotFoundFault, HTTP
// 404.
type DBProxyNotFoundFault = nereid.Fault[dbProxyNotFoundFault]

type dbProxyNotFoundFault struct{}

func (dbProxyNotFoundFault) ErrorCode() string { return "DBProxyNotFoundFault" }

// DBProxyTargetGroupNotFoundFault says that no target group of the proxy has the given name. Wire
// code DBProxyTargetGroupNotFoundFault, HTTP 404.
type DBProxyTargetGroupNotFoundFault = nereid.Fault[dbProxyTargetGroupNotFoundFault]

type dbProxyTargetGroupNotFoundFault struct{}

func (dbProxyTargetGroupNotFoundFault) ErrorCode() string { return "DBProxyTargetGroupNotFoundFault" }

// DBShardGroupNotFoundFault says that no shard group (Aurora Limitless Database) has the given
// identifier. Wire code DBShardGroupNotFound, HTTP 404.
type DBShardGroupNotFoundFault = nereid.Fault[dbShardGroupNotFoundFault]

type dbShardGroupNotFoundFault struct{}

func (dbShardGroupNotFoundFault) ErrorCode() string { return "DBShardGroupNotFound" }

// DBSnapshotAlreadyExistsFault says that the name for the new instance snapshot is taken. Wire code
// DBSnapshotAlreadyExists, HTTP 400.
type DBSnapshotAlreadyExistsFault = nereid.Fault[dbSnapshotAlreadyExistsFault]

type dbSnapshotAlreadyExistsFault struct{}

func (dbSnapshotAlreadyExistsFault) ErrorCode() string { return "DBSnapshotAlreadyExists" }

// DBSnapshotNotFoundFault says that no instance snapshot has the given identifier, or that it is
// not shared with the account. Wire code DBSnapshotNotFound, HTTP 404.
type DBSnapshotNotFoundFault = nereid.Fault[dbSnapshotNotFoundFault]

type dbSnapshotNotFoundFault struct{}

func (dbSnapshotNotFoundFault) ErrorCode() string { return "DBSnapshotNotFound" }

// DBSnapshotTenantDatabaseNotFoundFault says that the instance snapshot holds no such tenant
// database. Wire code DBSnapshotTenantDatabaseNotFoundFault, HTTP 404.
type DBSnapshotTenantDatabaseNotFoundFault = nereid.Fault[dbSnapshotTenantDatabaseNotFoundFault]

type dbSnapshotTenantDatabaseNotFoundFault struct{}

func (dbSnapshotTenantDatabaseNotFoundFault) ErrorCode() string {
	return "DBSnapshotTenantDatabaseNotFoundFault"
}

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

// ExportTaskAlreadyExistsFault says that the identifier for the new export task is taken, maybe by
// a task that ended long ago. Wire code ExportTaskAlreadyExists, HTTP 400.
type ExportTaskAlreadyExistsFault = nereid.Fault[exportTaskAlreadyExistsFault]

type exportTaskAlreadyExistsFault struct{}

func (exportTaskAlreadyExistsFault) ErrorCode() string { return "ExportTaskAlreadyExists" }

// ExportTaskNotFoundFault says that no export task has the given identifier. Wire code
// ExportTaskNotFound, HTTP 404.
type ExportTaskNotFoundFault = nereid.Fault[exportTaskNotFoundFault]

type exportTaskNotFoundFault struct{}

func (exportTaskNotFoundFault) ErrorCode() string { return "ExportTaskNotFound" }

// IamRoleMissingPermissionsFault says that the role of an export may not write to the bucket or use
// the key. Policies of a role that was made a moment ago may not be in force yet. Wire code
// IamRoleMissingPermissions, HTTP 400.
type IamRoleMissingPermissionsFault = nereid.Fault[iamRoleMissingPermissionsFault]

type iamRoleMissingPermissionsFault struct{}

func (iamRoleMissingPermissionsFault) ErrorCode() string { return "IamRoleMissingPermissions" }

// IamRoleNotFoundFault says that the role of an export does not exist or cannot be assumed by RDS;
// this passes when the role was made a moment ago. Wire code IamRoleNotFound, HTTP 404.
type IamRoleNotFoundFault = nereid.Fault[iamRoleNotFoundFault]

type iamRoleNotFoundFault struct{}

func (iamRoleNotFoundFault) ErrorCode() string { return "IamRoleNotFound" }

// InsufficientDBInstanceCapacityFault says that AWS has no room for the instance class in the
// Availability Zone at present. Wire code InsufficientDBInstanceCapacity, HTTP 400.
type InsufficientDBInstanceCapacityFault = nereid.Fault[insufficientDBInstanceCapacityFault]

type insufficientDBInstanceCapacityFault struct{}

func (insufficientDBInstanceCapacityFault) ErrorCode() string {
	return "InsufficientDBInstanceCapacity"
}

// IntegrationNotFoundFault says that no zero-ETL integration has the given identifier. Wire code
// IntegrationNotFoundFault, HTTP 404.
type IntegrationNotFoundFault = nereid.Fault[integrationNotFoundFault]

type integrationNotFoundFault struct{}

func (integrationNotFoundFault) ErrorCode() string { return "IntegrationNotFoundFault" }

// InvalidDBCapacityReservationStateFault says that the state of the capacity reservation does not
// allow the operation. Wire code InvalidDBCapacityReservationState.
type InvalidDBCapacityReservationStateFault = nereid.Fault[invalidDBCapacityReservationStateFault]

type invalidDBCapacityReservationStateFault struct{}

func (invalidDBCapacityReservationStateFault) ErrorCode() string {
	return "InvalidDBCapacityReservationState"
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
// as a start of a cluster that is not stopped. The message tells the state. Wire code
// InvalidDBClusterStateFault, HTTP 400.
type InvalidDBClusterStateFault = nereid.Fault[invalidDBClusterStateFault]

type invalidDBClusterStateFault struct{}

func (invalidDBClusterStateFault) ErrorCode() string { return "InvalidDBClusterStateFault" }

// InvalidDBInstanceStateFault says that the state of the instance does not allow the operation.
// Operations on clusters return it for the instances of the cluster. Wire code
// InvalidDBInstanceState, HTTP 400.
type InvalidDBInstanceStateFault = nereid.Fault[invalidDBInstanceStateFault]

type invalidDBInstanceStateFault struct{}

func (invalidDBInstanceStateFault) ErrorCode() string { return "InvalidDBInstanceState" }

// InvalidDBShardGroupStateFault says that the state of the shard group does not allow the
// operation; it has to be available. Wire code InvalidDBShardGroupState, HTTP 400.
type InvalidDBShardGroupStateFault = nereid.Fault[invalidDBShardGroupStateFault]

type invalidDBShardGroupStateFault struct{}

func (invalidDBShardGroupStateFault) ErrorCode() string { return "InvalidDBShardGroupState" }

// InvalidDBSnapshotStateFault says that the state of the instance snapshot does not allow the
// operation. Wire code InvalidDBSnapshotState, HTTP 400.
type InvalidDBSnapshotStateFault = nereid.Fault[invalidDBSnapshotStateFault]

type invalidDBSnapshotStateFault struct{}

func (invalidDBSnapshotStateFault) ErrorCode() string { return "InvalidDBSnapshotState" }

// InvalidExportOnlyFault says that ExportOnly names what is not in the source, or has another form
// than the engine wants. Wire code InvalidExportOnly, HTTP 400.
type InvalidExportOnlyFault = nereid.Fault[invalidExportOnlyFault]

type invalidExportOnlyFault struct{}

func (invalidExportOnlyFault) ErrorCode() string { return "InvalidExportOnly" }

// InvalidExportSourceStateFault says that the state of the source does not allow an export: it has
// to be available. Wire code InvalidExportSourceState, HTTP 400.
type InvalidExportSourceStateFault = nereid.Fault[invalidExportSourceStateFault]

type invalidExportSourceStateFault struct{}

func (invalidExportSourceStateFault) ErrorCode() string { return "InvalidExportSourceState" }

// InvalidExportTaskStateFault says that an export task which has ended cannot be canceled. Wire
// code InvalidExportTaskStateFault, HTTP 400.
type InvalidExportTaskStateFault = nereid.Fault[invalidExportTaskStateFault]

type invalidExportTaskStateFault struct{}

func (invalidExportTaskStateFault) ErrorCode() string { return "InvalidExportTaskStateFault" }

// InvalidS3BucketFault says that the bucket does not exist, is in another region, or may not be
// used. Wire code InvalidS3BucketFault, HTTP 400.
type InvalidS3BucketFault = nereid.Fault[invalidS3BucketFault]

type invalidS3BucketFault struct{}

func (invalidS3BucketFault) ErrorCode() string { return "InvalidS3BucketFault" }

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

// SnapshotQuotaExceededFault says that the account has as many manual snapshots as it may have, or
// too many copies in flight to a region. Wire code SnapshotQuotaExceeded, HTTP 400.
type SnapshotQuotaExceededFault = nereid.Fault[snapshotQuotaExceededFault]

type snapshotQuotaExceededFault struct{}

func (snapshotQuotaExceededFault) ErrorCode() string { return "SnapshotQuotaExceeded" }

// TenantDatabaseNotFoundFault says that no tenant database has the given name in the instance. Wire
// code TenantDatabaseNotFound, HTTP 404.
type TenantDatabaseNotFoundFault = nereid.Fault[tenantDatabaseNotFoundFault]

type tenantDatabaseNotFoundFault struct{}

func (tenantDatabaseNotFoundFault) ErrorCode() string { return "TenantDatabaseNotFound" }

// VpcEncryptionControlViolationException says that the VPC enforces encryption in transit and the
// resource does not meet this. Wire code VpcEncryptionControlViolationException, HTTP 400.
type VpcEncryptionControlViolationException = nereid.Fault[vpcEncryptionControlViolationException]

type vpcEncryptionControlViolationException struct{}

func (vpcEncryptionControlViolationException) ErrorCode() string {
	return "VpcEncryptionControlViolationException"
}
