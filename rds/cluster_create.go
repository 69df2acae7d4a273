package rds

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// CreateDBClusterInput is the input of [Client.CreateDBCluster].
type CreateDBClusterInput struct {
	// Required. Name of the cluster: 1 to 63 letters, digits and hyphens (1 to 52 for a Multi-AZ
	// cluster), beginning with a letter, without a trailing hyphen or two consecutive hyphens. It
	// is stored in lower case.
	DBClusterIdentifier *string `query:",required"`
	// Required. The engine, for example aurora-postgresql, aurora-mysql, postgres, mysql or neptune.
	Engine *string `query:",required"`
	// Storage in GiB. It does not apply to Aurora, whose storage grows automatically.
	AllocatedStorage *int32
	// IAM roles that the cluster may assume.
	AssociatedRoles []types.DBClusterAssociatedRole `query:",item=DBClusterAssociatedRole"`
	// Whether AWS upgrades the cluster to new minor versions in the maintenance window; true if
	// nil.
	AutoMinorVersionUpgrade *bool
	// Availability Zones where AWS can create instances. If nil, AWS chooses three.
	AvailabilityZones []string `query:",item=AvailabilityZone" recover:"-"`
	// Aurora MySQL only: how far back the cluster can be backtracked, in seconds, from 0 (off) to
	// 259200; 0 if nil.
	BacktrackWindow *int64
	// Days to keep automated backups, 1 to 35; 1 if nil.
	BackupRetentionPeriod *int32
	// Identifier of the certificate authority (CA) that signs the server certificate.
	CACertificateIdentifier *string
	// Character set of the cluster, for engines that support one.
	CharacterSetName *string
	// Scalability type: standard, or limitless for an Aurora Limitless Database; standard if nil.
	ClusterScalabilityType types.ClusterScalabilityType
	// Whether AWS copies the cluster's tags to its snapshots; false if nil.
	CopyTagsToSnapshot *bool
	// Instance class, for example db.m6gd.xlarge. Required for a Multi-AZ cluster, and only
	// valid for such a cluster.
	DBClusterInstanceClass *string
	// Name of an existing cluster parameter group; the engine version's default group if nil.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// Name of an existing subnet group, which determines the VPC; the default group if nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// The Oracle system ID (SID), for RDS Custom only.
	DBSystemId *string
	// Database Insights mode: standard or advanced; standard if nil.
	DatabaseInsightsMode types.DatabaseInsightsMode
	// Name of a database to create: at most 64 letters and digits. No database is created if nil.
	DatabaseName *string
	// Whether AWS rejects the deletion of the cluster; false if nil.
	DeletionProtection *bool
	// The Active Directory domain to join.
	Domain *string
	// Name of the IAM role that RDS uses to call AWS Directory Service.
	DomainIAMRoleName *string
	// Types of logs to export to CloudWatch Logs, for example postgresql or audit. The valid
	// types depend on the engine.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Secondary clusters of a global database only: whether the cluster forwards writes to the
	// primary cluster; false if nil.
	EnableGlobalWriteForwarding *bool `recover:"GlobalWriteForwardingRequested"`
	// Whether the Data API is enabled; false if nil.
	EnableHttpEndpoint *bool `recover:"HttpEndpointEnabled"`
	// Whether database users can sign in with IAM credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// No longer used: set ClusterScalabilityType to limitless instead.
	EnableLimitlessDatabase *bool
	// Whether the cluster's readers forward writes to its writer; false if nil.
	EnableLocalWriteForwarding *bool
	// Whether Performance Insights is enabled; false if nil.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Either open-source-rds-extended-support (the default) or
	// open-source-rds-extended-support-disabled. By default, the cluster uses RDS Extended Support
	// once standard support for its engine version has ended. AWS charges for Extended Support. If
	// Extended Support is disabled and standard support has already ended, AWS rejects the creation
	// of the cluster.
	EngineLifecycleSupport *string
	// Engine mode: provisioned, or serverless for Aurora Serverless v1; provisioned if nil.
	EngineMode *string
	// Engine version, for example 16.8; the default version of the engine if nil.
	EngineVersion *string
	// The global database that the new cluster joins.
	GlobalClusterIdentifier *string
	// Provisioned I/O operations per second. Required for the storage types io1 and io2.
	Iops *int32
	// KMS key that encrypts the storage: ID, ARN or alias. If nil and StorageEncrypted is true, AWS
	// uses the account's default key.
	KmsKeyId *string
	// Whether Secrets Manager manages the master user's password; false if nil. If true,
	// MasterUserPassword must be nil, and DescribeDBClusters shows the ARN of the secret.
	ManageMasterUserPassword *bool
	// How the master user signs in: password, or iam-db-auth for IAM credentials; password if nil.
	MasterUserAuthenticationType types.MasterUserAuthenticationType `recover:"-"`
	// Password of the master user: printable ASCII characters except slash, double quote, at sign
	// and space. The length is 8 to 41 for MySQL and MariaDB, 8 to 30 for Oracle and 8 to 128 for
	// other engines. The password never appears in logs or errors.
	MasterUserPassword *string
	// KMS key that encrypts the master user's secret if ManageMasterUserPassword is true. If nil,
	// AWS uses the key aws/secretsmanager.
	MasterUserSecretKmsKeyId *string
	// Name of the master user: 1 to 16 letters and digits, beginning with a letter. It must not be
	// a reserved word of the engine. Required unless the cluster joins a global database that
	// already has a master user.
	MasterUsername *string
	// Interval of Enhanced Monitoring in seconds: 0 (off), 1, 5, 10, 15, 30 or 60; 0 if nil. A
	// value other than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch Logs.
	MonitoringRoleArn *string
	// Network type: IPV4, or DUAL for both IPv4 and IPv6; IPV4 if nil. DUAL requires a subnet group
	// that supports it.
	NetworkType *string
	// Name of an existing option group; the default group if nil.
	OptionGroupName *string
	// KMS key that encrypts the Performance Insights data; the account's default key if nil.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days to keep Performance Insights data: 7, 731, or 31 × n, with n from 1 to 23; 7 if nil.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port of all endpoints, 1150 to 65535; the engine's default port if nil, for example 5432
	// or 3306.
	Port *int32
	// Leave it nil: the client adds the URL to the request if the cluster or instance to
	// replicate is in another region.
	PreSignedUrl *string `query:",nopresign"`
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window. AWS chooses a window if nil.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi. It must be at least
	// 30 minutes long. AWS chooses a window if nil.
	PreferredMaintenanceWindow *string
	// Whether the endpoint resolves to a public IP address for clients outside the VPC.
	PubliclyAccessible *bool
	// Settings of an RDS Custom cluster.
	RdsCustomClusterConfiguration *types.RdsCustomClusterConfiguration
	// Read replicas only: ARN of the cluster or instance to replicate.
	ReplicationSourceIdentifier *string `query:",source"`
	// Scaling settings of an Aurora Serverless v1 cluster.
	ScalingConfiguration *types.ScalingConfiguration
	// Capacity range for Aurora Serverless v2. Required for a cluster with db.serverless instances.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// Region of the source; the region in ReplicationSourceIdentifier if nil. The client does not
	// send SourceRegion, but uses it to create PreSignedUrl.
	SourceRegion *string `query:"-"`
	// Whether to encrypt the storage. This setting cannot be changed later.
	StorageEncrypted *bool
	// Storage type: aurora or aurora-iopt1 for Aurora, standard or iopt1 for Neptune, and gp3, io1
	// or io2 for a Multi-AZ cluster.
	StorageType *string
	// Tags of the cluster's automated backup. Their ResourceType must be cluster-auto-backup.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new cluster, at most 50.
	Tags []types.Tag `query:",item=Tag"`
	// Security groups; the VPC's default security group if nil.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
	// Aurora only: whether AWS creates the cluster with preset settings and a writer instance.
	WithExpressConfiguration *bool
}

// CreateDBClusterOutput is the output of [Client.CreateDBCluster].
type CreateDBClusterOutput struct {
	// The new cluster, with Status creating.
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var createDBClusterOp = operation.Op{
	Name: "CreateDBCluster",
	Faults: operation.Faults{
		(*types.DBClusterAlreadyExistsFault)(nil), (*types.DBClusterNotFoundFault)(nil),
		(*types.DBClusterParameterGroupNotFoundFault)(nil),
		(*types.DBClusterQuotaExceededFault)(nil), (*types.DBClusterRoleQuotaExceededFault)(nil),
		(*types.DBInstanceNotFoundFault)(nil), (*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil),
		(*types.DBSubnetGroupNotFoundFault)(nil), (*types.DomainNotFoundFault)(nil),
		(*types.GlobalClusterNotFoundFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil),
		(*types.InsufficientStorageClusterCapacityFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidDBInstanceStateFault)(nil),
		(*types.InvalidDBSubnetGroupFault)(nil), (*types.InvalidDBSubnetGroupStateFault)(nil),
		(*types.InvalidGlobalClusterStateFault)(nil), (*types.InvalidSubnet)(nil),
		(*types.InvalidVPCNetworkStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
		(*types.NetworkTypeNotSupported)(nil), (*types.OptionGroupNotFoundFault)(nil),
		(*types.StorageQuotaExceededFault)(nil), (*types.StorageTypeNotSupportedFault)(nil),
		(*types.VpcEncryptionControlViolationException)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*CreateDBClusterInput).DBClusterIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBCluster).ClusterCreateTime },
	},
	Presign: &operation.CrossRegion,
}

// CreateDBCluster starts creating a cluster. It returns immediately; the cluster's Status is
// creating at first. If GlobalClusterIdentifier is set, the cluster joins the global database: as
// the primary cluster if the global database has no clusters, otherwise as a secondary cluster. A
// new Aurora, Neptune or DocumentDB cluster has no instances: [Client.CreateDBInstance] adds them,
// and the first instance becomes the writer. AWS creates a Multi-AZ cluster with three instances.
//
// The password of the master user never appears in logs or errors.
//
// It can fail with [types.DBClusterAlreadyExistsFault], [types.DBClusterNotFoundFault],
// [types.DBClusterParameterGroupNotFoundFault], [types.DBClusterQuotaExceededFault],
// [types.DBClusterRoleQuotaExceededFault], [types.DBInstanceNotFoundFault],
// [types.DBSubnetGroupDoesNotCoverEnoughAZs], [types.DBSubnetGroupNotFoundFault],
// [types.DomainNotFoundFault], [types.GlobalClusterNotFoundFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InsufficientStorageClusterCapacityFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBInstanceStateFault],
// [types.InvalidDBSubnetGroupFault], [types.InvalidDBSubnetGroupStateFault],
// [types.InvalidGlobalClusterStateFault], [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.NetworkTypeNotSupported], [types.OptionGroupNotFoundFault],
// [types.StorageQuotaExceededFault], [types.StorageTypeNotSupportedFault] or
// [types.VpcEncryptionControlViolationException].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
func (c *Client) CreateDBCluster(ctx context.Context, in *CreateDBClusterInput, optFns ...func(*Options)) (*CreateDBClusterOutput, error) {
	return typed[CreateDBClusterOutput](c.invoke(ctx, &createDBClusterOp, in, new(CreateDBClusterOutput), optFns))
}
