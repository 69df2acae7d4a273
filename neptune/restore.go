package neptune

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/neptune/types"
)

// RestoreDBClusterFromSnapshotInput is the input of
// [Client.RestoreDBClusterFromSnapshot].
type RestoreDBClusterFromSnapshotInput struct {
	// Required. Name of the new cluster: 1 to 63 letters, digits and hyphens, beginning with a
	// letter, without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBClusterIdentifier *string `query:",required"`
	// Required. The snapshot's engine: neptune.
	Engine *string `query:",required"`
	// Required. Name or ARN of an available cluster snapshot in the region. Names of automated
	// snapshots begin with "rds:". A snapshot of another account requires the ARN.
	SnapshotIdentifier *string `query:",required"`
	// Availability Zones where AWS can create instances. If nil, AWS chooses them.
	AvailabilityZones []string `query:",item=AvailabilityZone" recover:"-"`
	// Whether AWS copies the new cluster's tags to its snapshots; false if nil.
	CopyTagsToSnapshot *bool
	// Name of an existing cluster parameter group. If nil, AWS uses the engine version's default
	// group, not the group of the cluster that the snapshot was taken from.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// Name of an existing subnet group, which determines the VPC; the default group if nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// Not supported by Neptune.
	DatabaseName *string
	// Whether the new cluster is protected from deletion; false if nil.
	DeletionProtection *bool
	// Types of logs to export to CloudWatch Logs: audit, slowquery.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether requests to the graph endpoint must be signed with IAM
	// credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Engine version of the new cluster; the snapshot's version if nil.
	EngineVersion *string
	// KMS key that encrypts the storage: ID, ARN or alias; the snapshot's key if nil. With a key,
	// the new cluster is encrypted even if the snapshot is not.
	KmsKeyId *string
	// Not supported by Neptune.
	OptionGroupName *string
	// TCP port of all endpoints, 1150 to 65535. If nil, AWS uses the port of the cluster that the
	// snapshot was taken from.
	Port *int32
	// Capacity range of Neptune Serverless. Required for instances of the class db.serverless.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// Storage type: standard or iopt1; standard if nil.
	StorageType *string
	// Tags of the new cluster. AWS does not copy the tags of the snapshot or of the cluster that
	// the snapshot was taken from.
	Tags []types.Tag `query:",item=Tag"`
	// Security groups of the new cluster. If nil, AWS uses the VPC's default security group, not
	// the groups of the cluster that the snapshot was taken from.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBClusterFromSnapshotOutput is the output of
// [Client.RestoreDBClusterFromSnapshot].
type RestoreDBClusterFromSnapshotOutput struct {
	// The new cluster, with Status creating.
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var restoreDBClusterFromSnapshotOp = operation.Op{
	Name: "RestoreDBClusterFromSnapshot",
	Faults: operation.Faults{
		(*types.DBClusterAlreadyExistsFault)(nil), (*types.DBClusterParameterGroupNotFoundFault)(nil),
		(*types.DBClusterQuotaExceededFault)(nil), (*types.DBClusterSnapshotNotFoundFault)(nil),
		(*types.DBSnapshotNotFoundFault)(nil), (*types.DBSubnetGroupNotFoundFault)(nil),
		(*types.InsufficientDBClusterCapacityFault)(nil), (*types.InsufficientStorageClusterCapacityFault)(nil),
		(*types.InvalidDBClusterSnapshotStateFault)(nil), (*types.InvalidDBSnapshotStateFault)(nil),
		(*types.InvalidRestoreFault)(nil), (*types.InvalidSubnet)(nil),
		(*types.InvalidVPCNetworkStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
		(*types.OptionGroupNotFoundFault)(nil), (*types.StorageQuotaExceededFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.DBClusterRoleQuotaExceededFault)(nil), (*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil),
		(*types.DomainNotFoundFault)(nil), (*types.InsufficientDBInstanceCapacityFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil), (*types.NetworkTypeNotSupportedFault)(nil),
		(*types.StorageTypeNotSupportedFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*RestoreDBClusterFromSnapshotInput).DBClusterIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBCluster).ClusterCreateTime },
	},
}

// RestoreDBClusterFromSnapshot starts creating a cluster from a cluster snapshot. It returns
// immediately; the cluster's Status is creating at first. The restore takes about 20 minutes. The
// new cluster has no instances: add them with [Client.CreateDBInstance] once the cluster is
// available.
//
// The new cluster does not get the parameter group, security groups, IAM roles, custom endpoints or
// tags of the cluster that the snapshot was taken from. [RestoreCluster] restores a cluster, waits
// until it is available, and adds roles, settings and instances.
//
// It can fail with [types.DBClusterAlreadyExistsFault], [types.DBClusterParameterGroupNotFoundFault],
// [types.DBClusterQuotaExceededFault], [types.DBClusterSnapshotNotFoundFault],
// [types.DBSnapshotNotFoundFault], [types.DBSubnetGroupNotFoundFault],
// [types.InsufficientDBClusterCapacityFault], [types.InsufficientStorageClusterCapacityFault],
// [types.InvalidDBClusterSnapshotStateFault], [types.InvalidDBSnapshotStateFault],
// [types.InvalidRestoreFault], [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.OptionGroupNotFoundFault] or
// [types.StorageQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_RestoreDBClusterFromSnapshot.html
func (c *Client) RestoreDBClusterFromSnapshot(ctx context.Context, in *RestoreDBClusterFromSnapshotInput, optFns ...func(*Options)) (*RestoreDBClusterFromSnapshotOutput, error) {
	return typed[RestoreDBClusterFromSnapshotOutput](c.invoke(ctx, &restoreDBClusterFromSnapshotOp, in, new(RestoreDBClusterFromSnapshotOutput), optFns))
}

// RestoreDBClusterToPointInTimeInput is the input of
// [Client.RestoreDBClusterToPointInTime].
type RestoreDBClusterToPointInTimeInput struct {
	// Required. Name of the new cluster: 1 to 63 letters, digits and hyphens, beginning with a
	// letter, without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBClusterIdentifier *string `query:",required"`
	// Required. Name of an existing cluster; case-insensitive.
	SourceDBClusterIdentifier *string `query:",required"`
	// Name of an existing cluster parameter group. If nil, AWS uses the engine version's default
	// group, not the source cluster's group.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// Name of an existing subnet group, which determines the VPC; the default group if nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// Whether the new cluster is protected from deletion; false if nil.
	DeletionProtection *bool
	// Types of logs to export to CloudWatch Logs: audit, slowquery.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether requests to the graph endpoint must be signed with IAM
	// credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// KMS key that encrypts the storage: ID, ARN or alias; the source cluster's key if nil.
	// KmsKeyId must be nil if the source cluster is not encrypted.
	KmsKeyId *string
	// Not supported by Neptune.
	OptionGroupName *string
	// TCP port of all endpoints, 1150 to 65535; the source cluster's port if nil.
	Port *int32
	// Time to restore to, between the source cluster's EarliestRestorableTime and
	// LatestRestorableTime. Either RestoreToTime or UseLatestRestorableTime is required. AWS
	// rejects RestoreToTime if RestoreType is copy-on-write.
	RestoreToTime *time.Time
	// Type of the restore: full-copy, or copy-on-write for a clone; full-copy if nil. A clone
	// shares the source's storage; AWS copies data only when the clone or the source changes it.
	RestoreType *string
	// Capacity range of Neptune Serverless. Required for instances of the class db.serverless.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// Storage type: standard or iopt1; standard if nil.
	StorageType *string
	// Tags of the new cluster. AWS does not copy the source cluster's tags.
	Tags []types.Tag `query:",item=Tag"`
	// Whether to restore to the latest restorable time; false if nil.
	UseLatestRestorableTime *bool
	// Security groups of the new cluster. If nil, AWS uses the VPC's default security group, not
	// the source cluster's groups.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBClusterToPointInTimeOutput is the output of
// [Client.RestoreDBClusterToPointInTime].
type RestoreDBClusterToPointInTimeOutput struct {
	// The new cluster, with Status creating.
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var restoreDBClusterToPointInTimeOp = operation.Op{
	Name: "RestoreDBClusterToPointInTime",
	Faults: operation.Faults{
		(*types.DBClusterAlreadyExistsFault)(nil), (*types.DBClusterNotFoundFault)(nil),
		(*types.DBClusterParameterGroupNotFoundFault)(nil), (*types.DBClusterQuotaExceededFault)(nil),
		(*types.DBClusterSnapshotNotFoundFault)(nil), (*types.DBSubnetGroupNotFoundFault)(nil),
		(*types.InsufficientDBClusterCapacityFault)(nil), (*types.InsufficientStorageClusterCapacityFault)(nil),
		(*types.InvalidDBClusterSnapshotStateFault)(nil), (*types.InvalidDBClusterStateFault)(nil),
		(*types.InvalidDBSnapshotStateFault)(nil), (*types.InvalidRestoreFault)(nil),
		(*types.InvalidSubnet)(nil), (*types.InvalidVPCNetworkStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.OptionGroupNotFoundFault)(nil),
		(*types.StorageQuotaExceededFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.DBClusterRoleQuotaExceededFault)(nil), (*types.DomainNotFoundFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil), (*types.NetworkTypeNotSupportedFault)(nil),
		(*types.StorageTypeNotSupportedFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*RestoreDBClusterToPointInTimeInput).DBClusterIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBCluster).ClusterCreateTime },
	},
}

// RestoreDBClusterToPointInTime starts creating a cluster from a source cluster in the same region.
// The new cluster contains the source's data from a point in time, or is a clone of the source. The
// call returns immediately; the new cluster's Status is creating at first. The new cluster has no
// instances: add them with [Client.CreateDBInstance] once the cluster is available.
//
// The new cluster does not get the source's parameter group, security groups, IAM roles, custom
// endpoints or tags. [RestoreCluster] restores a cluster, waits until it is available, and adds
// roles, settings and instances. A clone has the same CloneGroupId as its source.
//
// It can fail with [types.DBClusterAlreadyExistsFault], [types.DBClusterNotFoundFault],
// [types.DBClusterParameterGroupNotFoundFault], [types.DBClusterQuotaExceededFault],
// [types.DBClusterSnapshotNotFoundFault], [types.DBSubnetGroupNotFoundFault],
// [types.InsufficientDBClusterCapacityFault], [types.InsufficientStorageClusterCapacityFault],
// [types.InvalidDBClusterSnapshotStateFault], [types.InvalidDBClusterStateFault],
// [types.InvalidDBSnapshotStateFault], [types.InvalidRestoreFault], [types.InvalidSubnet],
// [types.InvalidVPCNetworkStateFault], [types.KMSKeyNotAccessibleFault],
// [types.OptionGroupNotFoundFault] or [types.StorageQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_RestoreDBClusterToPointInTime.html
func (c *Client) RestoreDBClusterToPointInTime(ctx context.Context, in *RestoreDBClusterToPointInTimeInput, optFns ...func(*Options)) (*RestoreDBClusterToPointInTimeOutput, error) {
	return typed[RestoreDBClusterToPointInTimeOutput](c.invoke(ctx, &restoreDBClusterToPointInTimeOp, in, new(RestoreDBClusterToPointInTimeOutput), optFns))
}
