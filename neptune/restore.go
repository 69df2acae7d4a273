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
	// Required: neptune, the engine of the snapshot.
	Engine *string `query:",required"`
	// Required. Name or ARN of an available cluster snapshot in the region, manual or automated
	// (rds:…). A snapshot that another account shares must be given as its ARN.
	SnapshotIdentifier *string `query:",required"`
	// Zones in which instances can be created; AWS chooses if nil.
	AvailabilityZones []string `query:",item=AvailabilityZone" recover:"-"`
	// Whether snapshots get the tags of the new cluster; false if nil.
	CopyTagsToSnapshot *bool
	// An existing cluster parameter group; the default one of the engine version when nil, whatever the
	// source had.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// An existing subnet group, which determines the VPC; the default group if
	// nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// Not supported by Neptune.
	DatabaseName *string
	// Whether deleting the new cluster is refused; false if nil.
	DeletionProtection *bool
	// Logs to send to CloudWatch Logs: audit, slowquery.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether requests to the graph endpoint must be signed with IAM
	// credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// That of the snapshot if nil.
	EngineVersion *string
	// Key of the storage, as ID, ARN or alias: that of the snapshot if nil. With a key, the new
	// cluster is encrypted also when the snapshot is not.
	KmsKeyId *string
	// Not supported by Neptune.
	OptionGroupName *string
	// TCP port of all endpoints, 1150 to 65535; that of the source if nil.
	Port *int32
	// Capacity range; needed for instances of the class db.serverless.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// standard or iopt1; standard if nil.
	StorageType *string
	// Tags of the new cluster. Those of the snapshot and its source do not come along.
	Tags []types.Tag `query:",item=Tag"`
	// Security groups of the new cluster; the default one of the VPC when nil, whatever the source had.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBClusterFromSnapshotOutput is the output of
// [Client.RestoreDBClusterFromSnapshot].
type RestoreDBClusterFromSnapshotOutput struct {
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
		// The documentation of Neptune does not list these faults; that of RDS
		// does.
		(*types.DBClusterRoleQuotaExceededFault)(nil), (*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil),
		(*types.DomainNotFoundFault)(nil), (*types.InsufficientDBInstanceCapacityFault)(nil),
		(*types.InvalidDBInstanceStateFault)(nil), (*types.NetworkTypeNotSupportedFault)(nil),
		(*types.StorageTypeNotSupportedFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*RestoreDBClusterFromSnapshotInput).DBClusterIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBCluster).ClusterCreateTime },
		Tag: func(in any, key, value string) any {
			c := *in.(*RestoreDBClusterFromSnapshotInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// RestoreDBClusterFromSnapshot begins to make a new cluster from a cluster snapshot. It returns at once
// with Status creating. The cluster has no instances: [Client.CreateDBInstance] adds them once it is
// available, which takes AWS some 20 minutes.
//
// What else does not come along are the parameter group, the security groups, roles, custom endpoints
// and tags. [RestoreCluster] restores, waits and adds them.
//
// It can fail with [types.DBClusterAlreadyExistsFault],
// [types.DBClusterParameterGroupNotFoundFault], [types.DBClusterQuotaExceededFault],
// [types.DBClusterSnapshotNotFoundFault], [types.DBSnapshotNotFoundFault],
// [types.DBSubnetGroupNotFoundFault], [types.InsufficientDBClusterCapacityFault],
// [types.InsufficientStorageClusterCapacityFault], [types.InvalidDBClusterSnapshotStateFault],
// [types.InvalidDBSnapshotStateFault], [types.InvalidRestoreFault], [types.InvalidSubnet],
// [types.InvalidVPCNetworkStateFault], [types.KMSKeyNotAccessibleFault],
// [types.OptionGroupNotFoundFault] or [types.StorageQuotaExceededFault].
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
	// Required. An existing cluster; case-insensitive.
	SourceDBClusterIdentifier *string `query:",required"`
	// An existing cluster parameter group; the default one of the engine version when nil, whatever the
	// source has.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// An existing subnet group, which determines the VPC; the default group if
	// nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// Whether deleting the new cluster is refused; false if nil.
	DeletionProtection *bool
	// Logs to send to CloudWatch Logs: audit, slowquery.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether requests to the graph endpoint must be signed with IAM
	// credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Another key for the storage of an encrypted cluster, as ID, ARN or alias; that of the source
	// if nil. It is refused for a source that is not encrypted.
	KmsKeyId *string
	// Not supported by Neptune.
	OptionGroupName *string
	// TCP port of all endpoints, 1150 to 65535; that of the source if nil.
	Port *int32
	// The moment to restore, between EarliestRestorableTime and LatestRestorableTime of the source. Either
	// it or UseLatestRestorableTime is needed. It is refused with RestoreType copy-on-write.
	RestoreToTime *time.Time
	// full-copy, or copy-on-write for a clone, which shares the storage with its source until one
	// of the two changes it; full-copy if nil.
	RestoreType *string
	// Capacity range; needed for instances of the class db.serverless.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// standard or iopt1; standard if nil.
	StorageType *string
	// Tags of the new cluster. Those of the source do not come along.
	Tags []types.Tag `query:",item=Tag"`
	// True to restore to the latest restorable time; false if nil.
	UseLatestRestorableTime *bool
	// Security groups of the new cluster; the default one of the VPC when nil, whatever the source has.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBClusterToPointInTimeOutput is the output of
// [Client.RestoreDBClusterToPointInTime].
type RestoreDBClusterToPointInTimeOutput struct {
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
		// The documentation of Neptune does not list these faults; that of RDS
		// does.
		(*types.DBClusterRoleQuotaExceededFault)(nil), (*types.DomainNotFoundFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil), (*types.NetworkTypeNotSupportedFault)(nil),
		(*types.StorageTypeNotSupportedFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*RestoreDBClusterToPointInTimeInput).DBClusterIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBCluster).ClusterCreateTime },
		Tag: func(in any, key, value string) any {
			c := *in.(*RestoreDBClusterToPointInTimeInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// RestoreDBClusterToPointInTime begins to make a new cluster with the data that another cluster of the
// region had at a moment, or as a clone of it. It returns at once with Status creating. The cluster has
// no instances: [Client.CreateDBInstance] adds them once it is available.
//
// What else does not come along are the parameter group, the security groups, roles, custom endpoints
// and tags. [RestoreCluster] restores, waits and adds them. A clone shows the CloneGroupId of its
// source.
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
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_RestoreDBClusterToPointInTime.html
func (c *Client) RestoreDBClusterToPointInTime(ctx context.Context, in *RestoreDBClusterToPointInTimeInput, optFns ...func(*Options)) (*RestoreDBClusterToPointInTimeOutput, error) {
	return typed[RestoreDBClusterToPointInTimeOutput](c.invoke(ctx, &restoreDBClusterToPointInTimeOp, in, new(RestoreDBClusterToPointInTimeOutput), optFns))
}
