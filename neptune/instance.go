package neptune

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/status"
	"github.com/nereid-go/nereid/internal/wait"
	"github.com/nereid-go/nereid/neptune/types"
)

// CreateDBInstanceInput is the request of [Client.CreateDBInstance].
type CreateDBInstanceInput struct {
	// Required. The cluster that the instance joins.
	DBClusterIdentifier *string `query:",required"`
	// Required. For example db.r6g.large, or db.serverless if the cluster has a
	// ServerlessV2ScalingConfiguration.
	DBInstanceClass *string `query:",required"`
	// Required. Name of the instance: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a hyphen at the end or two in a row. It is stored in lower case.
	DBInstanceIdentifier *string `query:",required"`
	// Required: neptune.
	Engine *string `query:",required"`
	// Not supported by Neptune.
	AllocatedStorage *int32
	// Whether minor versions are installed in the maintenance window; true when nil.
	AutoMinorVersionUpgrade *bool
	// Zone of the instance, such as eu-west-1d, in the region of the client; AWS chooses one when
	// nil.
	AvailabilityZone *string `recover:",late"`
	// Not applicable: the cluster has it.
	BackupRetentionPeriod *int32
	// Not supported by Neptune.
	CharacterSetName *string
	// Whether snapshots get the tags of the instance; false when nil.
	CopyTagsToSnapshot *bool
	// Not supported by Neptune.
	DBName *string
	// An existing parameter group; the default one of the engine version when nil.
	DBParameterGroupName *string
	// Not applicable in a VPC: see VpcSecurityGroupIds of the cluster.
	DBSecurityGroups []string `query:",item=DBSecurityGroupName"`
	// Not applicable: the cluster has it.
	DBSubnetGroupName *string
	// Whether deleting the instance is refused; false when nil. The cluster's protects its last
	// instance only.
	DeletionProtection *bool
	// Not supported by Neptune.
	Domain *string
	// Not supported by Neptune.
	DomainIAMRoleName *string
	// Logs to send to CloudWatch Logs.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Not applicable: the cluster has it.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Not supported by Neptune.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// That of the cluster, which counts when nil.
	EngineVersion *string
	// Not supported by Neptune.
	Iops *int32
	// Not applicable: the cluster has it.
	KmsKeyId *string
	// Leave it nil; amazon-license is the only one.
	LicenseModel *string
	// Not supported by Neptune.
	MasterUserPassword *string
	// Not supported by Neptune.
	MasterUsername *string
	// Seconds between two points of Enhanced Monitoring: 0 (off), 1, 5, 10, 15, 30 or 60; 0 when
	// nil. Another value than 0 needs MonitoringRoleArn.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs.
	MonitoringRoleArn *string
	// Not applicable: instances in several zones make a cluster Multi-AZ. Refused along with
	// AvailabilityZone.
	MultiAZ *bool
	// Not supported by Neptune.
	OptionGroupName *string
	// Not supported by Neptune.
	PerformanceInsightsKMSKeyId *string
	// Not applicable: the cluster has it.
	Port *int32
	// Not applicable: the cluster has it.
	PreferredBackupWindow *string
	// Weekly, in UTC, at least 30 minutes: ddd:hh24:mi-ddd:hh24:mi. AWS chooses it when nil.
	PreferredMaintenanceWindow *string
	// Order of failover, 0 (promoted first) to 15; 1 when nil.
	PromotionTier *int32
	// Whether the instance gets a public address.
	//
	// Deprecated: the service does not use it any more.
	PubliclyAccessible *bool
	// Not applicable: the cluster has it.
	StorageEncrypted *bool
	// Not applicable: the cluster has it.
	StorageType *string
	// Tags of the instance.
	Tags []types.Tag `query:",item=Tag"`
	// Not supported by Neptune.
	TdeCredentialArn *string
	// Not supported by Neptune.
	TdeCredentialPassword *string
	// Not supported by Neptune.
	Timezone *string
	// Not applicable: the cluster has them.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// CreateDBInstanceOutput is the answer to [Client.CreateDBInstance].
type CreateDBInstanceOutput struct {
	DBInstance     *types.DBInstance
	ResultMetadata middleware.Metadata `query:"-"`
}

var createDBInstanceOp = operation.Op{
	Name: "CreateDBInstance",
	Faults: operation.Faults{
		(*types.AuthorizationNotFoundFault)(nil), (*types.DBClusterNotFoundFault)(nil),
		(*types.DBInstanceAlreadyExistsFault)(nil), (*types.DBParameterGroupNotFoundFault)(nil),
		(*types.DBSecurityGroupNotFoundFault)(nil), (*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil),
		(*types.DBSubnetGroupNotFoundFault)(nil), (*types.DomainNotFoundFault)(nil),
		(*types.InstanceQuotaExceededFault)(nil), (*types.InsufficientDBInstanceCapacityFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidSubnet)(nil),
		(*types.InvalidVPCNetworkStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
		(*types.OptionGroupNotFoundFault)(nil), (*types.ProvisionedIopsNotAvailableInAZFault)(nil),
		(*types.StorageQuotaExceededFault)(nil), (*types.StorageTypeNotSupportedFault)(nil),
		// Beyond the documentation of this operation, from that of RDS:
		(*types.CertificateNotFoundFault)(nil), (*types.NetworkTypeNotSupportedFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*CreateDBInstanceInput).DBInstanceIdentifier },
		// The time at which the creation ended.
		Made:  func(item any) *time.Time { return item.(*types.DBInstance).InstanceCreateTime },
		Later: func(any) bool { return true },
		Tag: func(in any, key, value string) any {
			c := *in.(*CreateDBInstanceInput)
			c.Tags = withTag(c.Tags, key, value)
			return &c
		},
	},
}

// CreateDBInstance begins to create an instance in a cluster: the writer if it is the first one, a
// read replica otherwise. It returns at once with DBInstanceStatus creating.
//
// A good part of the request serves other engines only, or settings that Neptune keeps with the
// cluster.
//
// It can fail with [types.AuthorizationNotFoundFault], [types.DBClusterNotFoundFault],
// [types.DBInstanceAlreadyExistsFault], [types.DBParameterGroupNotFoundFault],
// [types.DBSecurityGroupNotFoundFault], [types.DBSubnetGroupDoesNotCoverEnoughAZs],
// [types.DBSubnetGroupNotFoundFault], [types.DomainNotFoundFault],
// [types.InstanceQuotaExceededFault], [types.InsufficientDBInstanceCapacityFault],
// [types.InvalidDBClusterStateFault], [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.OptionGroupNotFoundFault],
// [types.ProvisionedIopsNotAvailableInAZFault], [types.StorageQuotaExceededFault] or
// [types.StorageTypeNotSupportedFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBInstance.html
func (c *Client) CreateDBInstance(ctx context.Context, in *CreateDBInstanceInput, optFns ...func(*Options)) (*CreateDBInstanceOutput, error) {
	return typed[CreateDBInstanceOutput](c.invoke(ctx, &createDBInstanceOp, in, new(CreateDBInstanceOutput), optFns))
}

// DeleteDBInstanceInput is the request of [Client.DeleteDBInstance].
type DeleteDBInstanceInput struct {
	// Required. An existing instance; letter case does not matter.
	DBInstanceIdentifier *string `query:",required"`
	// Name for a last snapshot, with other engines: with Neptune, take a snapshot of the cluster.
	// Refused if SkipFinalSnapshot is true.
	FinalDBSnapshotIdentifier *string
	// True to delete without a last snapshot; false when nil.
	SkipFinalSnapshot *bool
}

// DeleteDBInstanceOutput is the answer to [Client.DeleteDBInstance].
type DeleteDBInstanceOutput struct {
	DBInstance     *types.DBInstance
	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteDBInstanceOp = operation.Op{
	Name: "DeleteDBInstance",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.DBSnapshotAlreadyExistsFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.SnapshotQuotaExceededFault)(nil),
		// Beyond the documentation of this operation, from that of RDS:
		(*types.KMSKeyNotAccessibleFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*DeleteDBInstanceInput).DBInstanceIdentifier },
		Snapshot: &finalSnapshot,
	},
}

// DeleteDBInstance begins to delete an instance. The data stay with the cluster, which lives on
// also without instances; if it was the writer, a read replica takes over. The last instance of a
// cluster with DeletionProtection cannot be deleted. It returns at once with DBInstanceStatus
// deleting.
//
// It can fail with [types.DBInstanceNotFoundFault], [types.DBSnapshotAlreadyExistsFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBInstanceStateFault] or
// [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBInstance.html
func (c *Client) DeleteDBInstance(ctx context.Context, in *DeleteDBInstanceInput, optFns ...func(*Options)) (*DeleteDBInstanceOutput, error) {
	return typed[DeleteDBInstanceOutput](c.invoke(ctx, &deleteDBInstanceOp, in, new(DeleteDBInstanceOutput), optFns))
}

// DescribeDBInstancesInput is the request of [Client.DescribeDBInstances].
type DescribeDBInstancesInput struct {
	// Only this instance; letter case does not matter. Unlike a filter, one that does not exist is
	// a fault.
	DBInstanceIdentifier *string
	// Their names are listed at [Client.DescribeDBInstances]; an instance has to pass all of them.
	Filters []types.Filter `query:",item=Filter"`
	// Where to go on: the Marker of the page before.
	Marker *string
	// Instances per page, 20 to 100; 100 when nil.
	MaxRecords *int32
}

// DescribeDBInstancesOutput is the answer to [Client.DescribeDBInstances].
type DescribeDBInstancesOutput struct {
	DBInstances []types.DBInstance `query:",item=DBInstance"`
	// Set when there are more instances.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBInstancesOp = operation.Op{
	Name: "DescribeDBInstances",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil),
	},
}

// DescribeDBInstances lists instances. Those of RDS and DocumentDB are among them: the filter
// engine with value neptune leaves them out.
//
// Filters are db-cluster-id (names or ARNs of clusters) and engine.
//
// It can fail with [types.DBInstanceNotFoundFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeDBInstances.html
func (c *Client) DescribeDBInstances(ctx context.Context, in *DescribeDBInstancesInput, optFns ...func(*Options)) (*DescribeDBInstancesOutput, error) {
	return typed[DescribeDBInstancesOutput](c.invoke(ctx, &describeDBInstancesOp, in, new(DescribeDBInstancesOutput), optFns))
}

// DescribeValidDBInstanceModificationsInput is the input of
// [Client.DescribeValidDBInstanceModifications].
type DescribeValidDBInstanceModificationsInput struct {
	// Required. Name or ARN of an instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required"`
}

// DescribeValidDBInstanceModificationsOutput is the output of
// [Client.DescribeValidDBInstanceModifications].
type DescribeValidDBInstanceModificationsOutput struct {
	ValidDBInstanceModificationsMessage *types.ValidDBInstanceModificationsMessage
	ResultMetadata                      middleware.Metadata `query:"-"`
}

var describeValidDBInstanceModificationsOp = operation.Op{
	Name: "DescribeValidDBInstanceModifications",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
	},
}

// DescribeValidDBInstanceModifications tells what storage an instance can be changed to. It has
// little to say of Neptune, where the storage belongs to the cluster.
//
// It can fail with [types.DBInstanceNotFoundFault] or [types.InvalidDBInstanceStateFault].
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeValidDBInstanceModifications.html
func (c *Client) DescribeValidDBInstanceModifications(ctx context.Context, in *DescribeValidDBInstanceModificationsInput, optFns ...func(*Options)) (*DescribeValidDBInstanceModificationsOutput, error) {
	return typed[DescribeValidDBInstanceModificationsOutput](c.invoke(ctx, &describeValidDBInstanceModificationsOp, in, new(DescribeValidDBInstanceModificationsOutput), optFns))
}

// ModifyDBInstanceInput is the request of [Client.ModifyDBInstance].
type ModifyDBInstanceInput struct {
	// Required. An existing instance, in any letter case.
	DBInstanceIdentifier *string `query:",required" recover:",aside"`
	// Not supported by Neptune.
	AllocatedStorage *int32
	// Has to be true when EngineVersion is another major version.
	AllowMajorVersionUpgrade *bool `recover:",aside"`
	// Whether this change, and all that is pending already, applies now instead of in the next
	// maintenance window; false when nil. Settings of which nothing else is said apply now in any
	// case.
	ApplyImmediately *bool `recover:",aside"`
	// Whether minor versions are installed in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// Not applicable: the cluster has it.
	BackupRetentionPeriod *int32
	// Certificate authority of the server certificate.
	CACertificateIdentifier *string
	// Which log exports to switch on and off.
	CloudwatchLogsExportConfiguration *types.CloudwatchLogsExportConfiguration
	// Whether snapshots get the tags of the instance.
	CopyTagsToSnapshot *bool
	// For example db.r6g.xlarge. The instance is down while its class changes, which is in the next
	// maintenance window or, with ApplyImmediately, now.
	DBInstanceClass *string
	// An existing parameter group, of the family of the engine version. The instance has the group at
	// once, but the values of its static parameters only after a reboot: see ParameterApplyStatus of
	// [types.DBParameterGroupStatus]. It does not reboot by itself.
	DBParameterGroupName *string
	// Port of the instance, which restarts at once.
	DBPortNumber *int32
	// Not applicable in a VPC: see VpcSecurityGroupIds of the cluster.
	DBSecurityGroups []string `query:",item=DBSecurityGroupName"`
	// An existing subnet group, also in another VPC. The instance is down while it moves, which is in
	// the next maintenance window or, with ApplyImmediately, now.
	DBSubnetGroupName *string
	// Whether deleting the instance is refused.
	DeletionProtection *bool
	// Not supported by Neptune.
	Domain *string
	// Not supported by Neptune.
	DomainIAMRoleName *string
	// Not applicable: the cluster has it.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Not supported by Neptune.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Has no effect: [Client.ModifyDBCluster] upgrades the cluster with its instances.
	EngineVersion *string
	// Not supported by Neptune.
	Iops *int32
	// Not supported by Neptune.
	LicenseModel *string
	// Not supported by Neptune.
	MasterUserPassword *string
	// Seconds between two points of Enhanced Monitoring: 0 (off), 1, 5, 10, 15, 30 or 60. Another value
	// than 0 needs MonitoringRoleArn.
	MonitoringInterval *int32
	// Role with which Enhanced Monitoring writes to CloudWatch Logs. It needs a MonitoringInterval
	// other than 0.
	MonitoringRoleArn *string
	// Not applicable: instances in several zones make a cluster Multi-AZ.
	MultiAZ *bool
	// New name, with the rules of that of [CreateDBInstanceInput]. The instance reboots when it
	// changes, in the next maintenance window or, with ApplyImmediately, now.
	NewDBInstanceIdentifier *string `recover:"DBInstanceIdentifier"`
	// Not supported by Neptune.
	OptionGroupName *string
	// Not supported by Neptune.
	PerformanceInsightsKMSKeyId *string
	// Not applicable: the cluster has it.
	PreferredBackupWindow *string
	// Weekly, in UTC, at least 30 minutes: ddd:hh24:mi-ddd:hh24:mi. What is pending applies at once if
	// the window is moved to now.
	PreferredMaintenanceWindow *string
	// Order of failover, 0 (promoted first) to 15.
	PromotionTier *int32
	// Whether the instance gets a public address.
	//
	// Deprecated: the service does not use it any more.
	PubliclyAccessible *bool
	// Not applicable: the cluster has it.
	StorageType *string
	// Not supported by Neptune.
	TdeCredentialArn *string
	// Not supported by Neptune.
	TdeCredentialPassword *string
	// Not applicable: the cluster has them.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// ModifyDBInstanceOutput is the answer to [Client.ModifyDBInstance].
type ModifyDBInstanceOutput struct {
	DBInstance     *types.DBInstance
	ResultMetadata middleware.Metadata `query:"-"`
}

var modifyDBInstanceOp = operation.Op{
	Name: "ModifyDBInstance",
	Faults: operation.Faults{
		(*types.AuthorizationNotFoundFault)(nil), (*types.CertificateNotFoundFault)(nil),
		(*types.DBInstanceAlreadyExistsFault)(nil), (*types.DBInstanceNotFoundFault)(nil),
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.DBSecurityGroupNotFoundFault)(nil),
		(*types.DBUpgradeDependencyFailureFault)(nil), (*types.DomainNotFoundFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.InvalidDBSecurityGroupStateFault)(nil), (*types.InvalidVPCNetworkStateFault)(nil),
		(*types.OptionGroupNotFoundFault)(nil), (*types.ProvisionedIopsNotAvailableInAZFault)(nil),
		(*types.StorageQuotaExceededFault)(nil), (*types.StorageTypeNotSupportedFault)(nil),
		// Beyond the documentation of this operation, from that of RDS:
		(*types.InvalidDBClusterStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
		(*types.NetworkTypeNotSupportedFault)(nil),
	},
	Effect: &recovery.Modify{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*ModifyDBInstanceInput).DBInstanceIdentifier },
		NewID:    func(in any) *string { return in.(*ModifyDBInstanceInput).NewDBInstanceIdentifier },
		During:   []string{"modifying", "renaming", "rebooting"},
	},
}

// ModifyDBInstance changes settings of an available instance; members of the request that are nil
// stay as they are. It returns at once, with the values from before. What does not apply yet is in
// PendingModifiedValues, which is how to tell the end of a change from its beginning: a
// [DBInstanceAvailableWaiter] with RequirePendingEmpty waits for it.
//
// A good part of the request serves other engines only, or settings that Neptune keeps with the
// cluster.
//
// It can fail with [types.AuthorizationNotFoundFault], [types.CertificateNotFoundFault],
// [types.DBInstanceAlreadyExistsFault], [types.DBInstanceNotFoundFault],
// [types.DBParameterGroupNotFoundFault], [types.DBSecurityGroupNotFoundFault],
// [types.DBUpgradeDependencyFailureFault], [types.DomainNotFoundFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InvalidDBInstanceStateFault],
// [types.InvalidDBSecurityGroupStateFault], [types.InvalidVPCNetworkStateFault],
// [types.OptionGroupNotFoundFault], [types.ProvisionedIopsNotAvailableInAZFault],
// [types.StorageQuotaExceededFault] or [types.StorageTypeNotSupportedFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_ModifyDBInstance.html
func (c *Client) ModifyDBInstance(ctx context.Context, in *ModifyDBInstanceInput, optFns ...func(*Options)) (*ModifyDBInstanceOutput, error) {
	return typed[ModifyDBInstanceOutput](c.invoke(ctx, &modifyDBInstanceOp, in, new(ModifyDBInstanceOutput), optFns))
}

// RebootDBInstanceInput is the request of [Client.RebootDBInstance].
type RebootDBInstanceInput struct {
	// Required. An existing instance; letter case does not matter.
	DBInstanceIdentifier *string `query:",required"`
	// Whether the reboot goes through a failover to another zone, which an instance has to be set up
	// for; false when nil.
	ForceFailover *bool
}

// RebootDBInstanceOutput is the answer to [Client.RebootDBInstance].
type RebootDBInstanceOutput struct {
	DBInstance     *types.DBInstance
	ResultMetadata middleware.Metadata `query:"-"`
}

var rebootDBInstanceOp = operation.Op{
	Name: "RebootDBInstance",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		// Beyond the documentation of this operation, from that of RDS:
		(*types.KMSKeyNotAccessibleFault)(nil),
	},
	Effect: &recovery.Once{
		Noun: "instance",
		ID:   func(in any) *string { return in.(*RebootDBInstanceInput).DBInstanceIdentifier },
	},
}

// RebootDBInstance restarts the database engine of an instance, as changes of static parameters
// need. Connections break; it returns at once with DBInstanceStatus rebooting.
//
// Since a repetition would reboot once more, an attempt whose outcome is not known is not repeated,
// see [nereid.OutcomeUnknownError].
//
// It can fail with [types.DBInstanceNotFoundFault] or [types.InvalidDBInstanceStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_RebootDBInstance.html
func (c *Client) RebootDBInstance(ctx context.Context, in *RebootDBInstanceInput, optFns ...func(*Options)) (*RebootDBInstanceOutput, error) {
	return typed[RebootDBInstanceOutput](c.invoke(ctx, &rebootDBInstanceOp, in, new(RebootDBInstanceOutput), optFns))
}

// DescribeDBInstancesAPIClient is what the paginator and the waiters need of a client.
type DescribeDBInstancesAPIClient interface {
	DescribeDBInstances(context.Context, *DescribeDBInstancesInput, ...func(*Options)) (*DescribeDBInstancesOutput, error)
}

// DescribeDBInstancesPaginatorOptions are the options of a [DescribeDBInstancesPaginator].
type DescribeDBInstancesPaginatorOptions = PaginatorOptions

// A DescribeDBInstancesPaginator walks the pages of [Client.DescribeDBInstances].
type DescribeDBInstancesPaginator = Paginator[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// NewDescribeDBInstancesPaginator returns a paginator that begins where params
// say.
func NewDescribeDBInstancesPaginator(client DescribeDBInstancesAPIClient, params *DescribeDBInstancesInput, optFns ...func(*DescribeDBInstancesPaginatorOptions)) *DescribeDBInstancesPaginator {
	return describe.NewPaginator[types.DBInstance](client.DescribeDBInstances, instances.Items, params, optFns)
}

var instances = wait.Resource{
	Noun:     "instance",
	Items:    "DBInstances",
	ID:       "DBInstanceIdentifier",
	Names:    []string{"DBInstanceIdentifier", "DBInstanceArn"},
	Status:   "DBInstanceStatus",
	Many:     func(ids []string) any { return &DescribeDBInstancesInput{Filters: filter("db-instance-id", ids)} },
	NotFound: "DBInstanceNotFound",
}

// DBInstanceAvailableWaiterOptions are the options of a [DBInstanceAvailableWaiter].
type DBInstanceAvailableWaiterOptions = WaiterOptions[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// A DBInstanceAvailableWaiter waits until an instance is available; with RequirePendingEmpty, also
// until no modification of it is pending.
type DBInstanceAvailableWaiter = Waiter[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// NewDBInstanceAvailableWaiter returns a waiter for instances to become available. Deleting,
// failed, incompatible and inaccessible ones end the wait.
func NewDBInstanceAvailableWaiter(client DescribeDBInstancesAPIClient, optFns ...func(*DBInstanceAvailableWaiterOptions)) *DBInstanceAvailableWaiter {
	return describe.NewWaiter(client.DescribeDBInstances, core, &instances, &wait.Condition{
		Wanted: "available", Success: []string{"available"}, Failure: status.InstanceFailures(), Stale: []string{status.Inaccessible},
		Settled: func(item any) bool { return wait.Empty(item.(*types.DBInstance).PendingModifiedValues) },
	}, optFns)
}

// DBInstanceDeletedWaiterOptions are the options of a [DBInstanceDeletedWaiter].
type DBInstanceDeletedWaiterOptions = WaiterOptions[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// A DBInstanceDeletedWaiter waits until there is no such instance any more.
type DBInstanceDeletedWaiter = Waiter[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// NewDBInstanceDeletedWaiter returns a waiter for instances to be gone. An instance of that
// name that is being created or restarted ends the wait: it is another one.
func NewDBInstanceDeletedWaiter(client DescribeDBInstancesAPIClient, optFns ...func(*DBInstanceDeletedWaiterOptions)) *DBInstanceDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBInstances, core, &instances, &wait.Condition{
		Wanted: "deleted", Gone: true, Success: []string{"deleted"}, Failure: status.DeletionFailures(),
	}, optFns)
}
