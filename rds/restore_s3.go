package rds

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// RestoreDBClusterFromS3Input is the input of [Client.RestoreDBClusterFromS3].
type RestoreDBClusterFromS3Input struct {
	// Required. Name of the cluster: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBClusterIdentifier *string `query:",required"`
	// Required. The engine: aurora-mysql.
	Engine *string `query:",required"`
	// Required. Name of the master user: 1 to 16 letters and digits, beginning with a letter. It
	// must not be a reserved word of the engine.
	MasterUsername *string `query:",required"`
	// Required. Name of the S3 bucket with the backup files.
	S3BucketName *string `query:",required"`
	// Required. ARN of the IAM role that RDS uses to read the bucket.
	S3IngestionRoleArn *string `query:",required"`
	// Required. The engine of the backup: mysql.
	SourceEngine *string `query:",required"`
	// Required. MySQL version of the database that was backed up, for example 8.0.28. AWS accepts
	// versions 5.7 and 8.0.
	SourceEngineVersion *string `query:",required"`
	// IAM roles that the cluster may assume.
	AssociatedRoles []types.DBClusterAssociatedRole `query:",item=DBClusterAssociatedRole"`
	// Availability Zones where AWS can create instances. If nil, AWS chooses three.
	AvailabilityZones []string `query:",item=AvailabilityZone" recover:"-"`
	// Aurora MySQL only: how far back the cluster can be backtracked, in seconds, from 0 (off) to
	// 259200; 0 if nil.
	BacktrackWindow *int64
	// Days to keep automated backups, 1 to 35; 1 if nil.
	BackupRetentionPeriod *int32
	// Character set of the databases, for example utf8mb4.
	CharacterSetName *string
	// Whether AWS copies the cluster's tags to its snapshots; false if nil.
	CopyTagsToSnapshot *bool
	// Name of an existing cluster parameter group; the engine version's default group if nil.
	DBClusterParameterGroupName *string `recover:"DBClusterParameterGroup"`
	// Name of an existing subnet group, which determines the VPC; the default group if nil.
	DBSubnetGroupName *string `recover:"DBSubnetGroup"`
	// Name of the database that clients connect to.
	DatabaseName *string
	// Whether AWS rejects the deletion of the cluster; false if nil.
	DeletionProtection *bool
	// The Active Directory domain to join.
	Domain *string
	// Name of the IAM role that RDS uses to call AWS Directory Service.
	DomainIAMRoleName *string
	// Types of logs to export to CloudWatch Logs: audit, error, general, instance, slowquery or
	// iam-db-auth-error.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether database users may sign in with IAM credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Either open-source-rds-extended-support (the default) or
	// open-source-rds-extended-support-disabled. By default, the cluster uses RDS Extended Support
	// once standard support for its engine version has ended. AWS charges for Extended Support. If
	// Extended Support is disabled and standard support has already ended, AWS upgrades the
	// cluster.
	EngineLifecycleSupport *string
	// Engine version, for example 8.0.mysql_aurora.3.04.0; the default version of the engine if nil.
	EngineVersion *string
	// KMS key that encrypts the storage: ID, ARN or alias. If nil and StorageEncrypted is true, AWS
	// uses the account's default key.
	KmsKeyId *string
	// Whether Secrets Manager manages the master user's password; false if nil. If true,
	// MasterUserPassword must be nil, and DescribeDBClusters shows the ARN of the secret.
	ManageMasterUserPassword *bool
	// Password of the master user: 8 to 41 printable ASCII characters except slash, double quote,
	// at sign and space. It must be nil if ManageMasterUserPassword is true. It never appears in
	// logs or errors.
	MasterUserPassword *string
	// KMS key that encrypts the master user's secret if ManageMasterUserPassword is true. If nil,
	// AWS uses the key aws/secretsmanager.
	MasterUserSecretKmsKeyId *string
	// Network type: IPV4, or DUAL for both IPv4 and IPv6; IPV4 if nil. DUAL requires a subnet group
	// that supports it.
	NetworkType *string
	// Name of an existing option group; the default group if nil.
	OptionGroupName *string
	// TCP port of all endpoints, 1150 to 65535; 3306 if nil.
	Port *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window. AWS chooses a window if nil.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi. It must be at least
	// 30 minutes long. AWS chooses a window if nil.
	PreferredMaintenanceWindow *string
	// Name prefix of the backup files; if nil, AWS uses all files in the bucket.
	S3Prefix *string
	// Capacity range for Aurora Serverless v2. Required for a cluster with db.serverless instances.
	ServerlessV2ScalingConfiguration *types.ServerlessV2ScalingConfiguration
	// Whether to encrypt the storage. This setting cannot be changed later.
	StorageEncrypted *bool
	// Storage type: aurora or aurora-iopt1; aurora if nil.
	StorageType *string
	// Tags of the cluster's automated backup. Their ResourceType must be cluster-auto-backup.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new cluster, at most 50.
	Tags []types.Tag `query:",item=Tag"`
	// IDs of the security groups; the VPC's default security group if nil.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBClusterFromS3Output is the output of [Client.RestoreDBClusterFromS3].
type RestoreDBClusterFromS3Output struct {
	// The new cluster, with Status creating.
	DBCluster      *types.DBCluster
	ResultMetadata middleware.Metadata `query:"-"`
}

var restoreDBClusterFromS3Op = operation.Op{
	Name: "RestoreDBClusterFromS3",
	Faults: operation.Faults{
		(*types.DBClusterAlreadyExistsFault)(nil), (*types.DBClusterNotFoundFault)(nil),
		(*types.DBClusterParameterGroupNotFoundFault)(nil),
		(*types.DBClusterQuotaExceededFault)(nil), (*types.DBClusterRoleQuotaExceededFault)(nil),
		(*types.DBSubnetGroupNotFoundFault)(nil), (*types.DomainNotFoundFault)(nil),
		(*types.InsufficientStorageClusterCapacityFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidDBSubnetGroupStateFault)(nil),
		(*types.InvalidS3BucketFault)(nil), (*types.InvalidSubnet)(nil),
		(*types.InvalidVPCNetworkStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
		(*types.NetworkTypeNotSupported)(nil), (*types.StorageQuotaExceededFault)(nil),
		(*types.StorageTypeNotSupportedFault)(nil),
	},
	Effect: &recovery.Create{
		Resource: &clusterResource,
		ID:       func(in any) *string { return in.(*RestoreDBClusterFromS3Input).DBClusterIdentifier },
		Made:     func(item any) *time.Time { return item.(*types.DBCluster).ClusterCreateTime },
	},
}

// RestoreDBClusterFromS3 starts creating an Aurora MySQL cluster from a MySQL backup that Percona
// XtraBackup wrote to an S3 bucket. It returns immediately; the cluster's Status is creating at
// first. The new cluster has no instances: add them with [Client.CreateDBInstance] once the cluster
// is available.
//
// DescribeDBClusters does not show which backup a cluster was restored from. If a response is lost,
// the client therefore treats a new cluster with the requested name and settings as the result of
// the call, even if its data comes from a different backup. The password of the master user never
// appears in logs or errors.
//
// It can fail with [types.DBClusterAlreadyExistsFault], [types.DBClusterNotFoundFault],
// [types.DBClusterParameterGroupNotFoundFault], [types.DBClusterQuotaExceededFault],
// [types.DBClusterRoleQuotaExceededFault], [types.DBSubnetGroupNotFoundFault],
// [types.DomainNotFoundFault], [types.InsufficientStorageClusterCapacityFault],
// [types.InvalidDBClusterStateFault], [types.InvalidDBSubnetGroupStateFault],
// [types.InvalidS3BucketFault], [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.NetworkTypeNotSupported], [types.StorageQuotaExceededFault]
// or [types.StorageTypeNotSupportedFault].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromS3.html
func (c *Client) RestoreDBClusterFromS3(ctx context.Context, in *RestoreDBClusterFromS3Input, optFns ...func(*Options)) (*RestoreDBClusterFromS3Output, error) {
	return typed[RestoreDBClusterFromS3Output](c.invoke(ctx, &restoreDBClusterFromS3Op, in, new(RestoreDBClusterFromS3Output), optFns))
}

// RestoreDBInstanceFromS3Input is the input of [Client.RestoreDBInstanceFromS3].
type RestoreDBInstanceFromS3Input struct {
	// Required. Instance class, for example db.r6g.large. It cannot be db.t2.micro.
	DBInstanceClass *string `query:",required"`
	// Required. Name of the instance: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBInstanceIdentifier *string `query:",required"`
	// Required. The engine: mysql.
	Engine *string `query:",required"`
	// Required. Name of the S3 bucket with the backup files.
	S3BucketName *string `query:",required"`
	// Required. ARN of the IAM role that RDS uses to read the bucket.
	S3IngestionRoleArn *string `query:",required"`
	// Required. The engine of the backup: mysql.
	SourceEngine *string `query:",required"`
	// Required. MySQL version of the database that was backed up, for example 8.0.32. AWS's pages
	// disagree about the valid versions: the API reference lists 5.6 and 5.7, but the user guide
	// lists 8.0 and 8.4.
	SourceEngineVersion *string `query:",required"`
	// Leave it nil: the restored instance is a MySQL instance, and AWS supports additional volumes
	// only for Oracle and SQL Server.
	AdditionalStorageVolumes []types.AdditionalStorageVolume
	// Storage in GiB, enough for the data of the backup.
	AllocatedStorage *int32
	// Whether AWS upgrades the instance to new minor versions in the maintenance window; false if
	// nil.
	AutoMinorVersionUpgrade *bool
	// Availability Zone of the instance, for example eu-west-1d; AWS chooses one if nil.
	// AvailabilityZone must be nil if MultiAZ is true.
	AvailabilityZone *string `recover:",late"`
	// Days to keep automated backups, 0 (no backups) to 35; 1 if nil.
	BackupRetentionPeriod *int32
	// Identifier of the certificate authority (CA) that signs the server certificate.
	CACertificateIdentifier *string
	// Whether AWS copies the instance's tags to its snapshots; false if nil.
	CopyTagsToSnapshot *bool
	// Capacity reservation for the instance to run in.
	DBCapacityReservationIdentifier *string
	// Name of the database to create.
	DBName *string
	// Name of an existing parameter group for the engine version; the default group if nil.
	DBParameterGroupName *string
	// Not used in a VPC: see VpcSecurityGroupIds.
	DBSecurityGroups []string `query:",item=DBSecurityGroupName"`
	// Name of an existing subnet group, which determines the VPC; the default group if nil.
	DBSubnetGroupName *string
	// Database Insights mode: standard or advanced; standard if nil.
	DatabaseInsightsMode types.DatabaseInsightsMode
	// Whether transaction logs are stored on a separate volume; false if nil.
	DedicatedLogVolume *bool
	// Whether AWS rejects the deletion of the instance; false if nil.
	DeletionProtection *bool
	// Types of logs to export to CloudWatch Logs: audit, error, general, slowquery or
	// iam-db-auth-error.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether database users may sign in with IAM credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Whether Performance Insights is enabled; false if nil.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Either open-source-rds-extended-support (the default) or
	// open-source-rds-extended-support-disabled. By default, the instance uses RDS Extended Support
	// once standard support for its engine version has ended. AWS charges for Extended Support. If
	// Extended Support is disabled and standard support has already ended, AWS upgrades the
	// instance.
	EngineLifecycleSupport *string
	// Engine version, for example 8.0.42; the default version of the engine if nil.
	EngineVersion *string
	// Provisioned I/O operations per second. Required for the storage types io1 and io2.
	Iops *int32
	// KMS key that encrypts the storage: ID, ARN or alias. If nil and StorageEncrypted is true, AWS
	// uses the account's default key.
	KmsKeyId *string
	// License model: general-public-license.
	LicenseModel *string
	// Whether Secrets Manager manages the master user's password; false if nil. If true,
	// MasterUserPassword must be nil, and DescribeDBInstances shows the ARN of the secret.
	ManageMasterUserPassword *bool
	// Password of the master user: 8 to 41 printable ASCII characters except slash, double quote,
	// at sign and space. It must be nil if ManageMasterUserPassword is true. It never appears in
	// logs or errors.
	MasterUserPassword *string
	// KMS key that encrypts the master user's secret if ManageMasterUserPassword is true. If nil,
	// AWS uses the key aws/secretsmanager.
	MasterUserSecretKmsKeyId *string
	// Name of the master user: 1 to 16 letters and digits, beginning with a letter. It must not be
	// a reserved word of the engine.
	MasterUsername *string
	// Maximum size, in GiB, to which AWS automatically increases the storage.
	MaxAllocatedStorage *int32
	// Seconds between Enhanced Monitoring measurements: 0 (off), 1, 5, 10, 15, 30 or 60; 0 if nil.
	// A value other than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch Logs.
	MonitoringRoleArn *string
	// Whether the instance has a standby in another Availability Zone; false if nil.
	MultiAZ *bool
	// Network type: IPV4, or DUAL for both IPv4 and IPv6; IPV4 if nil. DUAL requires a subnet group
	// that supports it.
	NetworkType *string
	// Name of an existing option group; the default group if nil.
	OptionGroupName *string
	// KMS key that encrypts the Performance Insights data; the account's default key if nil.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days to keep Performance Insights data: 7, 731, or 31 × n, with n from 1 to 23; 7 if nil.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port, 1150 to 65535; 3306 if nil.
	Port *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window. AWS chooses a window if nil.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi. It must be at least
	// 30 minutes long. AWS chooses a window if nil.
	PreferredMaintenanceWindow *string
	// Number of CPU cores and of threads per core, if the instance class allows a choice.
	ProcessorFeatures []types.ProcessorFeature `query:",item=ProcessorFeature"`
	// Whether the endpoint resolves to a public IP address for clients outside the VPC.
	PubliclyAccessible *bool
	// Name prefix of the backup files; if nil, AWS uses all files in the bucket.
	S3Prefix *string
	// Whether to encrypt the storage. This setting cannot be changed later.
	StorageEncrypted *bool
	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32
	// Storage type, for example gp2, gp3, io1, io2 or standard.
	StorageType *string
	// Tags of the instance's automated backup. Their ResourceType must be auto-backup.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new instance, at most 50.
	Tags []types.Tag `query:",item=Tag"`
	// Whether the instance gets the default number of cores and threads of its class.
	UseDefaultProcessorFeatures *bool
	// IDs of the security groups; the VPC's default security group if nil.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// RestoreDBInstanceFromS3Output is the output of [Client.RestoreDBInstanceFromS3].
type RestoreDBInstanceFromS3Output struct {
	// The new instance, with DBInstanceStatus creating.
	DBInstance     *types.DBInstance
	ResultMetadata middleware.Metadata `query:"-"`
}

var restoreDBInstanceFromS3Op = operation.Op{
	Name: "RestoreDBInstanceFromS3",
	Faults: operation.Faults{
		(*types.AuthorizationNotFoundFault)(nil), (*types.BackupPolicyNotFoundFault)(nil),
		(*types.CertificateNotFoundFault)(nil), (*types.DBCapacityReservationNotFoundFault)(nil),
		(*types.DBInstanceAlreadyExistsFault)(nil), (*types.DBParameterGroupNotFoundFault)(nil),
		(*types.DBSecurityGroupNotFoundFault)(nil),
		(*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil), (*types.DBSubnetGroupNotFoundFault)(nil),
		(*types.InstanceQuotaExceededFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil),
		(*types.InvalidDBCapacityReservationStateFault)(nil), (*types.InvalidS3BucketFault)(nil),
		(*types.InvalidSubnet)(nil), (*types.InvalidVPCNetworkStateFault)(nil),
		(*types.KMSKeyNotAccessibleFault)(nil), (*types.NetworkTypeNotSupported)(nil),
		(*types.OptionGroupNotFoundFault)(nil), (*types.ProvisionedIopsNotAvailableInAZFault)(nil),
		(*types.StorageQuotaExceededFault)(nil), (*types.StorageTypeNotSupportedFault)(nil),
		(*types.VpcEncryptionControlViolationException)(nil),
	},
	Effect: &recovery.Create{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*RestoreDBInstanceFromS3Input).DBInstanceIdentifier },
		// The service sets InstanceCreateTime when it has finished creating the instance.
		Made:  func(item any) *time.Time { return item.(*types.DBInstance).InstanceCreateTime },
		Later: func(any) bool { return true },
	},
}

// RestoreDBInstanceFromS3 starts creating a MySQL instance from a MySQL backup that Percona
// XtraBackup wrote to an S3 bucket. It returns immediately; the instance's DBInstanceStatus is
// creating at first. The instance has no endpoint until it is available.
//
// DescribeDBInstances does not show which backup an instance was restored from. If a response is
// lost, the client therefore treats a new instance with the requested name and settings as the
// result of the call, even if its data comes from a different backup. The password of the master
// user never appears in logs or errors.
//
// It can fail with [types.AuthorizationNotFoundFault], [types.BackupPolicyNotFoundFault],
// [types.CertificateNotFoundFault], [types.DBCapacityReservationNotFoundFault],
// [types.DBInstanceAlreadyExistsFault], [types.DBParameterGroupNotFoundFault],
// [types.DBSecurityGroupNotFoundFault], [types.DBSubnetGroupDoesNotCoverEnoughAZs],
// [types.DBSubnetGroupNotFoundFault], [types.InstanceQuotaExceededFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InvalidDBCapacityReservationStateFault],
// [types.InvalidS3BucketFault], [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.NetworkTypeNotSupported], [types.OptionGroupNotFoundFault],
// [types.ProvisionedIopsNotAvailableInAZFault], [types.StorageQuotaExceededFault],
// [types.StorageTypeNotSupportedFault] or [types.VpcEncryptionControlViolationException].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromS3.html
func (c *Client) RestoreDBInstanceFromS3(ctx context.Context, in *RestoreDBInstanceFromS3Input, optFns ...func(*Options)) (*RestoreDBInstanceFromS3Output, error) {
	return typed[RestoreDBInstanceFromS3Output](c.invoke(ctx, &restoreDBInstanceFromS3Op, in, new(RestoreDBInstanceFromS3Output), optFns))
}
