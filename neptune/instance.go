package neptune

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/describe"
	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/internal/resource"
	"github.com/nereid-go/nereid/neptune/types"
)

// CreateDBInstanceInput is the input of [Client.CreateDBInstance].
type CreateDBInstanceInput struct {
	// Required. The cluster that the instance joins.
	DBClusterIdentifier *string `query:",required"`
	// Required. Instance class, for example db.r6g.large. The class db.serverless requires a
	// cluster with a ServerlessV2ScalingConfiguration.
	DBInstanceClass *string `query:",required"`
	// Required. Name of the instance: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBInstanceIdentifier *string `query:",required"`
	// Required. Database engine: neptune.
	Engine *string `query:",required"`
	// Not supported by Neptune.
	AllocatedStorage *int32
	// Whether AWS upgrades the instance to new minor versions in the maintenance window; true if
	// nil.
	AutoMinorVersionUpgrade *bool
	// Availability Zone in the client's region, for example eu-west-1d. AWS chooses one if nil.
	AvailabilityZone *string `recover:",late"`
	// Not applicable to Neptune instances: this is a setting of the cluster.
	BackupRetentionPeriod *int32
	// Not supported by Neptune.
	CharacterSetName *string
	// Whether AWS copies the instance's tags to its snapshots; false if nil.
	CopyTagsToSnapshot *bool
	// Not supported by Neptune.
	DBName *string
	// Name of an existing parameter group for the engine version; the default group if nil.
	DBParameterGroupName *string
	// Not applicable in a VPC: set the cluster's VpcSecurityGroupIds instead.
	DBSecurityGroups []string `query:",item=DBSecurityGroupName"`
	// Not applicable to Neptune instances: this is a setting of the cluster.
	DBSubnetGroupName *string
	// Whether the instance is protected from deletion; false if nil. The DeletionProtection of the
	// cluster protects only the last instance of the cluster.
	DeletionProtection *bool
	// Not supported by Neptune.
	Domain *string
	// Not supported by Neptune.
	DomainIAMRoleName *string
	// Types of logs to export to CloudWatch Logs.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Not applicable to Neptune instances: this is a setting of the cluster.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Not supported by Neptune.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Engine version. Leave it nil: the instance gets the cluster's version.
	EngineVersion *string
	// Not supported by Neptune.
	Iops *int32
	// Not applicable to Neptune instances: this is a setting of the cluster.
	KmsKeyId *string
	// Leave it nil. The only value is amazon-license.
	LicenseModel *string
	// Not supported by Neptune.
	MasterUserPassword *string
	// Not supported by Neptune.
	MasterUsername *string
	// Seconds between Enhanced Monitoring measurements: 0 (off), 1, 5, 10, 15, 30 or 60; 0 if nil.
	// A value other than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch Logs.
	MonitoringRoleArn *string
	// Not applicable to Neptune instances: a cluster is Multi-AZ if its instances are in several
	// Availability Zones. MultiAZ cannot be combined with AvailabilityZone.
	MultiAZ *bool
	// Not supported by Neptune.
	OptionGroupName *string
	// Not supported by Neptune.
	PerformanceInsightsKMSKeyId *string
	// Not applicable to Neptune instances: this is a setting of the cluster.
	Port *int32
	// Not applicable to Neptune instances: this is a setting of the cluster.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi. It must be at least
	// 30 minutes long. AWS chooses a window if nil.
	PreferredMaintenanceWindow *string
	// Failover priority: 0 (promoted first) to 15 (last); 1 if nil.
	PromotionTier *int32
	// Whether the instance has a public IP address.
	//
	// Deprecated: the service no longer uses this field.
	PubliclyAccessible *bool
	// Not applicable to Neptune instances: this is a setting of the cluster.
	StorageEncrypted *bool
	// Not applicable to Neptune instances: this is a setting of the cluster.
	StorageType *string
	// Tags of the new instance, at most 50.
	Tags []types.Tag `query:",item=Tag"`
	// Not supported by Neptune.
	TdeCredentialArn *string
	// Not supported by Neptune.
	TdeCredentialPassword *string
	// Not supported by Neptune.
	Timezone *string
	// Not applicable to Neptune instances: the cluster determines the security groups.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// CreateDBInstanceOutput is the output of [Client.CreateDBInstance].
type CreateDBInstanceOutput struct {
	// The new instance, with DBInstanceStatus creating.
	DBInstance *types.DBInstance

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
		// RDS documents these faults; Neptune does not.
		(*types.CertificateNotFoundFault)(nil), (*types.NetworkTypeNotSupportedFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*CreateDBInstanceInput).DBInstanceIdentifier },
		// The service sets InstanceCreateTime only when the creation is complete.
		Made:  func(item any) *time.Time { return item.(*types.DBInstance).InstanceCreateTime },
		Later: func(any) bool { return true },
	},
}

// CreateDBInstance starts creating an instance in a cluster. It returns immediately; the instance's
// DBInstanceStatus is creating at first. The first instance of a cluster becomes the writer; later
// instances become read replicas.
//
// Many fields of the input do not apply to Neptune: some apply only to other engines, and some are
// settings of the cluster.
//
// It can fail with [types.AuthorizationNotFoundFault], [types.DBClusterNotFoundFault],
// [types.DBInstanceAlreadyExistsFault], [types.DBParameterGroupNotFoundFault],
// [types.DBSecurityGroupNotFoundFault], [types.DBSubnetGroupDoesNotCoverEnoughAZs],
// [types.DBSubnetGroupNotFoundFault], [types.DomainNotFoundFault], [types.InstanceQuotaExceededFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InvalidDBClusterStateFault],
// [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault], [types.KMSKeyNotAccessibleFault],
// [types.OptionGroupNotFoundFault], [types.ProvisionedIopsNotAvailableInAZFault],
// [types.StorageQuotaExceededFault] or [types.StorageTypeNotSupportedFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CreateDBInstance.html
func (c *Client) CreateDBInstance(ctx context.Context, in *CreateDBInstanceInput, optFns ...func(*Options)) (*CreateDBInstanceOutput, error) {
	return typed[CreateDBInstanceOutput](c.invoke(ctx, &createDBInstanceOp, in, new(CreateDBInstanceOutput), optFns))
}

// DeleteDBInstanceInput is the input of [Client.DeleteDBInstance].
type DeleteDBInstanceInput struct {
	// Required. Name of an existing instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required"`
	// Leave it nil: AWS does not take a final snapshot of an instance of a cluster. Instead, take a
	// snapshot of the cluster. FinalDBSnapshotIdentifier must be nil if SkipFinalSnapshot is true.
	FinalDBSnapshotIdentifier *string
	// Whether to delete the instance without a final snapshot; false if nil. It has no effect on an
	// instance of a cluster, because AWS does not take a final snapshot of such an instance.
	SkipFinalSnapshot *bool
}

// DeleteDBInstanceOutput is the output of [Client.DeleteDBInstance].
type DeleteDBInstanceOutput struct {
	// The instance as it was when the deletion began.
	DBInstance *types.DBInstance

	ResultMetadata middleware.Metadata `query:"-"`
}

var deleteDBInstanceOp = operation.Op{
	Name: "DeleteDBInstance",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.DBSnapshotAlreadyExistsFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.SnapshotQuotaExceededFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.KMSKeyNotAccessibleFault)(nil),
	},
	Effect: &recovery.Delete{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*DeleteDBInstanceInput).DBInstanceIdentifier },
		Snapshot: &finalSnapshot,
	},
}

// DeleteDBInstance starts deleting an instance. It returns immediately; the instance's
// DBInstanceStatus is deleting until the instance no longer exists. The cluster keeps its data,
// even if it has no instances left. If the instance is the writer, a read replica becomes the
// writer. The last instance of a cluster cannot be deleted if the cluster has DeletionProtection.
//
// It can fail with [types.DBInstanceNotFoundFault], [types.DBSnapshotAlreadyExistsFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBInstanceStateFault] or
// [types.SnapshotQuotaExceededFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DeleteDBInstance.html
func (c *Client) DeleteDBInstance(ctx context.Context, in *DeleteDBInstanceInput, optFns ...func(*Options)) (*DeleteDBInstanceOutput, error) {
	return typed[DeleteDBInstanceOutput](c.invoke(ctx, &deleteDBInstanceOp, in, new(DeleteDBInstanceOutput), optFns))
}

// DescribeDBInstancesInput is the input of [Client.DescribeDBInstances].
type DescribeDBInstancesInput struct {
	// Name of the instance to list; all instances if nil. The name is case-insensitive. If the
	// instance does not exist, the call fails or, if Filters are set, returns an empty list.
	DBInstanceIdentifier *string
	// Filters to apply. An instance must match all filters. For the filter names, see
	// [Client.DescribeDBInstances].
	Filters []types.Filter `query:",item=Filter"`
	// Where to continue: the Marker of the previous page.
	Marker *string
	// Instances per page, 20 to 100; 100 if nil.
	MaxRecords *int32
}

// DescribeDBInstancesOutput is the output of [Client.DescribeDBInstances].
type DescribeDBInstancesOutput struct {
	// The instances of this page.
	DBInstances []types.DBInstance `query:",item=DBInstance"`

	// Marker of the next page, or nil on the last page.
	Marker         *string
	ResultMetadata middleware.Metadata `query:"-"`
}

var describeDBInstancesOp = operation.Op{
	Name: "DescribeDBInstances",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil),
	},
}

// DescribeDBInstances lists instances, including RDS and DocumentDB instances. To list only Neptune
// instances, use the filter named engine with the value neptune.
//
// The filter names are db-cluster-id (values: names or ARNs of clusters) and engine.
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
	// The possible changes to the instance.
	ValidDBInstanceModificationsMessage *types.ValidDBInstanceModificationsMessage

	ResultMetadata middleware.Metadata `query:"-"`
}

var describeValidDBInstanceModificationsOp = operation.Op{
	Name: "DescribeValidDBInstanceModifications",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
	},
}

// DescribeValidDBInstanceModifications lists the storage settings that an instance can have. For
// Neptune, it returns few settings, because the cluster determines the storage.
//
// It can fail with [types.DBInstanceNotFoundFault] or [types.InvalidDBInstanceStateFault].
//
// AWS page:
// https://docs.aws.amazon.com/neptune/latest/apiref/API_DescribeValidDBInstanceModifications.html
func (c *Client) DescribeValidDBInstanceModifications(ctx context.Context, in *DescribeValidDBInstanceModificationsInput, optFns ...func(*Options)) (*DescribeValidDBInstanceModificationsOutput, error) {
	return typed[DescribeValidDBInstanceModificationsOutput](c.invoke(ctx, &describeValidDBInstanceModificationsOp, in, new(DescribeValidDBInstanceModificationsOutput), optFns))
}

// ModifyDBInstanceInput is the input of [Client.ModifyDBInstance].
type ModifyDBInstanceInput struct {
	// Required. Name of an existing instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required" recover:",aside"`
	// Not supported by Neptune.
	AllocatedStorage *int32
	// Must be true if EngineVersion changes the major version.
	AllowMajorVersionUpgrade *bool `recover:",aside"`
	// Whether AWS applies the changes of this call, and all pending changes, immediately instead of
	// in the next maintenance window; false if nil. ApplyImmediately affects only the fields whose
	// documentation mentions it; AWS always applies changes to the other fields immediately.
	ApplyImmediately *bool `recover:",aside"`
	// Whether AWS upgrades the instance to new minor versions in the maintenance window.
	AutoMinorVersionUpgrade *bool
	// Not applicable to Neptune instances: this is a setting of the cluster.
	BackupRetentionPeriod *int32
	// Identifier of the certificate authority (CA) that signs the server certificate.
	CACertificateIdentifier *string
	// Types of logs that AWS starts or stops exporting to CloudWatch Logs.
	CloudwatchLogsExportConfiguration *types.CloudwatchLogsExportConfiguration
	// Whether AWS copies the instance's tags to its snapshots.
	CopyTagsToSnapshot *bool
	// Instance class, for example db.r6g.xlarge. The class changes in the next maintenance window,
	// or immediately if ApplyImmediately is true. The instance is down during the change.
	DBInstanceClass *string
	// Name of an existing parameter group for the engine version. Its dynamic parameters take
	// effect immediately. Its static parameters take effect after a reboot, which AWS does not
	// start automatically; see ParameterApplyStatus in [types.DBParameterGroupStatus].
	DBParameterGroupName *string
	// Port of the instance. The default is 8182. Changing the port restarts the instance
	// immediately.
	DBPortNumber *int32
	// Not applicable in a VPC: set the cluster's VpcSecurityGroupIds instead.
	DBSecurityGroups []string `query:",item=DBSecurityGroupName"`
	// Name of an existing subnet group, which can be in another VPC. AWS moves the instance in the
	// next maintenance window, or immediately if ApplyImmediately is true. The instance is down
	// while AWS moves it.
	DBSubnetGroupName *string
	// Whether the instance is protected from deletion.
	DeletionProtection *bool
	// Not supported by Neptune.
	Domain *string
	// Not supported by Neptune.
	DomainIAMRoleName *string
	// Not applicable to Neptune instances: this is a setting of the cluster.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Not supported by Neptune.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Has no effect: to upgrade the cluster and its instances, use [Client.ModifyDBCluster].
	EngineVersion *string
	// Not supported by Neptune.
	Iops *int32
	// Not supported by Neptune.
	LicenseModel *string
	// Not supported by Neptune.
	MasterUserPassword *string
	// Seconds between Enhanced Monitoring measurements: 0 (off), 1, 5, 10, 15, 30 or 60. A value
	// other than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch Logs. Requires a
	// MonitoringInterval other than 0.
	MonitoringRoleArn *string
	// Not applicable to Neptune instances: a cluster is Multi-AZ if its instances are in
	// several Availability Zones.
	MultiAZ *bool
	// New name of the instance; the same rules as in [CreateDBInstanceInput] apply. AWS renames and
	// reboots the instance in the next maintenance window, or immediately if ApplyImmediately is
	// true.
	NewDBInstanceIdentifier *string `recover:"DBInstanceIdentifier"`
	// Not supported by Neptune.
	OptionGroupName *string
	// Not supported by Neptune.
	PerformanceInsightsKMSKeyId *string
	// Not applicable to Neptune instances: this is a setting of the cluster.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi. It must be at least
	// 30 minutes long. If the new window includes the current time, AWS applies pending changes
	// immediately.
	PreferredMaintenanceWindow *string
	// Failover priority: 0 (promoted first) to 15 (last). The priority is 1 if it was never set.
	PromotionTier *int32
	// Whether the instance has a public IP address.
	//
	// Deprecated: the service no longer uses this field.
	PubliclyAccessible *bool
	// Not applicable to Neptune instances: this is a setting of the cluster.
	StorageType *string
	// Not supported by Neptune.
	TdeCredentialArn *string
	// Not supported by Neptune.
	TdeCredentialPassword *string
	// Not applicable to Neptune instances: the cluster determines the security groups.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// ModifyDBInstanceOutput is the output of [Client.ModifyDBInstance].
type ModifyDBInstanceOutput struct {
	// Description of the instance. It may not show the effect of the call yet.
	DBInstance *types.DBInstance

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
		// RDS documents these faults; Neptune does not.
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

// ModifyDBInstance changes settings of an available instance. If a field of the input is nil, its
// setting does not change. ModifyDBInstance returns immediately; the response contains the old
// values. The instance's PendingModifiedValues contains the changes that are not yet in effect. To
// wait until no change is pending, use a [DBInstanceAvailableWaiter] with RequirePendingEmpty.
//
// Many fields of the input do not apply to Neptune: some apply only to other engines, and some are
// settings of the cluster.
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

// RebootDBInstanceInput is the input of [Client.RebootDBInstance].
type RebootDBInstanceInput struct {
	// Required. Name of an existing instance; case-insensitive.
	DBInstanceIdentifier *string `query:",required"`
	// Whether to reboot with a failover to another Availability Zone; false if nil. AWS rejects the
	// value true unless the instance is Multi-AZ.
	ForceFailover *bool
}

// RebootDBInstanceOutput is the output of [Client.RebootDBInstance].
type RebootDBInstanceOutput struct {
	// The instance, with DBInstanceStatus rebooting.
	DBInstance *types.DBInstance

	ResultMetadata middleware.Metadata `query:"-"`
}

var rebootDBInstanceOp = operation.Op{
	Name: "RebootDBInstance",
	Faults: operation.Faults{
		(*types.DBInstanceNotFoundFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		// RDS documents these faults; Neptune does not.
		(*types.KMSKeyNotAccessibleFault)(nil),
	},
	Effect: &recovery.Once{
		Noun: "instance",
		ID:   func(in any) *string { return in.(*RebootDBInstanceInput).DBInstanceIdentifier },
	},
}

// RebootDBInstance restarts the database engine of an instance, which closes all connections. It
// returns immediately; the instance's DBInstanceStatus is rebooting at first. Changes to static
// parameters take effect after a reboot.
//
// The client does not repeat an attempt whose outcome is unknown, because a second attempt could
// reboot the instance again; see [nereid.OutcomeUnknownError].
//
// It can fail with [types.DBInstanceNotFoundFault] or [types.InvalidDBInstanceStateFault].
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_RebootDBInstance.html
func (c *Client) RebootDBInstance(ctx context.Context, in *RebootDBInstanceInput, optFns ...func(*Options)) (*RebootDBInstanceOutput, error) {
	return typed[RebootDBInstanceOutput](c.invoke(ctx, &rebootDBInstanceOp, in, new(RebootDBInstanceOutput), optFns))
}

// DescribeDBInstancesAPIClient is the client interface that the paginator and
// the waiters use.
type DescribeDBInstancesAPIClient interface {
	DescribeDBInstances(context.Context, *DescribeDBInstancesInput, ...func(*Options)) (*DescribeDBInstancesOutput, error)
}

// DescribeDBInstancesPaginatorOptions are the options of a [DescribeDBInstancesPaginator].
type DescribeDBInstancesPaginatorOptions = PaginatorOptions

// A DescribeDBInstancesPaginator walks the pages of [Client.DescribeDBInstances].
type DescribeDBInstancesPaginator = Paginator[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// NewDescribeDBInstancesPaginator returns a paginator that starts at params.Marker, or at the first
// page if params.Marker is nil.
func NewDescribeDBInstancesPaginator(client DescribeDBInstancesAPIClient, params *DescribeDBInstancesInput, optFns ...func(*DescribeDBInstancesPaginatorOptions)) *DescribeDBInstancesPaginator {
	return describe.NewPaginator[types.DBInstance](client.DescribeDBInstances, resource.Instances.Items, params, optFns)
}

// DBInstanceAvailableWaiterOptions are the options of a [DBInstanceAvailableWaiter].
type DBInstanceAvailableWaiterOptions = WaiterOptions[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// A DBInstanceAvailableWaiter waits until an instance is available. If the option
// RequirePendingEmpty is true, it also waits until the instance's PendingModifiedValues is empty.
type DBInstanceAvailableWaiter = Waiter[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// NewDBInstanceAvailableWaiter returns a waiter that waits until instances are available. The wait
// fails for statuses such as deleting, failed and incompatible-network; the package documentation
// lists all these statuses.
func NewDBInstanceAvailableWaiter(client DescribeDBInstancesAPIClient, optFns ...func(*DBInstanceAvailableWaiterOptions)) *DBInstanceAvailableWaiter {
	return describe.NewWaiter(client.DescribeDBInstances, core, &resource.Instances, resource.InstanceAvailable(), optFns)
}

// DBInstanceDeletedWaiterOptions are the options of a [DBInstanceDeletedWaiter].
type DBInstanceDeletedWaiterOptions = WaiterOptions[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// A DBInstanceDeletedWaiter waits until an instance no longer exists.
type DBInstanceDeletedWaiter = Waiter[DescribeDBInstancesInput, DescribeDBInstancesOutput, types.DBInstance]

// NewDBInstanceDeletedWaiter returns a waiter that waits until instances no longer exist. The wait
// fails if an instance's status is creating, rebooting or resetting-master-credentials. These
// statuses mean that a new instance has the same name.
func NewDBInstanceDeletedWaiter(client DescribeDBInstancesAPIClient, optFns ...func(*DBInstanceDeletedWaiterOptions)) *DBInstanceDeletedWaiter {
	return describe.NewWaiter(client.DescribeDBInstances, core, &resource.Instances, resource.Deleted(), optFns)
}
