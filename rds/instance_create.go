package rds

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/nereid-go/nereid/internal/operation"
	"github.com/nereid-go/nereid/internal/recovery"
	"github.com/nereid-go/nereid/rds/types"
)

// CreateDBInstanceInput is the input of [Client.CreateDBInstance].
type CreateDBInstanceInput struct {
	// Required. Instance class, for example db.r6g.large. The class db.serverless requires a
	// cluster with a ServerlessV2ScalingConfiguration.
	DBInstanceClass *string `query:",required"`
	// Required. Name of the instance: 1 to 63 letters, digits and hyphens, beginning with a letter,
	// without a trailing hyphen or two consecutive hyphens. It is stored in lower case.
	DBInstanceIdentifier *string `query:",required"`
	// Required. The engine, for example postgres, mysql, mariadb, oracle-ee, sqlserver-se or
	// db2-se. For an instance of a cluster, it must be the cluster's engine.
	Engine *string `query:",required"`
	// Oracle and SQL Server only: up to three volumes in addition to the main volume.
	AdditionalStorageVolumes []types.AdditionalStorageVolume
	// Storage in GiB. Required for a standalone instance. AllocatedStorage does not apply to an
	// instance of a cluster.
	AllocatedStorage *int32
	// Whether AWS upgrades the instance to new minor versions in the maintenance window; true if
	// nil.
	AutoMinorVersionUpgrade *bool
	// Availability Zone of the instance, for example eu-west-1d; AWS chooses one if nil.
	// AvailabilityZone must be nil if MultiAZ is true.
	AvailabilityZone *string `recover:",late"`
	// Days to keep automated backups, 0 to 35; 1 if nil. With 0, AWS does not back up the instance.
	BackupRetentionPeriod *int32
	// Where AWS keeps automated backups and manual snapshots: region, outposts (on an AWS Outpost)
	// or local (in a Dedicated Local Zone); region if nil.
	BackupTarget *string
	// Identifier of the certificate authority (CA) that signs the server certificate.
	CACertificateIdentifier *string
	// Character set of the instance, if the engine allows a choice.
	CharacterSetName *string
	// Whether AWS copies the instance's tags to its snapshots; false if nil.
	CopyTagsToSnapshot *bool
	// RDS Custom only: instance profile of the underlying EC2 instance. RDS Custom requires a
	// profile, whose name must begin with AWSRDSCustom.
	CustomIamInstanceProfile *string
	// Capacity reservation for the instance to run in.
	DBCapacityReservationIdentifier *string
	// Name of the cluster that the instance joins. Required for Aurora, Neptune and DocumentDB; nil
	// for a standalone instance.
	DBClusterIdentifier *string
	// Name of the database to create. The engine determines what the name means and whether it can
	// be nil. For SQL Server, it must be nil. For Oracle, it is the system ID (SID); ORCL if nil.
	DBName *string
	// Name of an existing parameter group for the engine version; the default group if nil.
	DBParameterGroupName *string
	// Not used in a VPC: see VpcSecurityGroupIds.
	DBSecurityGroups []string `query:",item=DBSecurityGroupName"`
	// Name of an existing subnet group, which determines the VPC; the default group if nil.
	DBSubnetGroupName *string
	// The Oracle system ID (SID), for RDS Custom only.
	DBSystemId *string
	// Database Insights mode: standard or advanced; standard if nil.
	DatabaseInsightsMode types.DatabaseInsightsMode
	// Whether transaction logs are stored on a separate volume; false if nil.
	DedicatedLogVolume *bool
	// Whether AWS rejects the deletion of the instance; false if nil.
	DeletionProtection *bool
	// The Active Directory domain to join.
	Domain *string
	// ARN of the Secrets Manager secret with the credentials that the instance uses to join the
	// Active Directory domain.
	DomainAuthSecretArn *string
	// IPv4 addresses of two DNS servers of the Active Directory domain. If there is only one
	// server, give its address twice.
	DomainDnsIps []string
	// Fully qualified name of the Active Directory domain, at most 64 characters.
	DomainFqdn *string
	// Name of the IAM role that RDS uses to call AWS Directory Service.
	DomainIAMRoleName *string
	// Organizational unit in the Active Directory domain, at most 64 characters.
	DomainOu *string
	// Types of logs to export to CloudWatch Logs, for example postgresql or audit. The valid
	// types depend on the engine.
	EnableCloudwatchLogsExports []string `recover:"EnabledCloudwatchLogsExports"`
	// Whether the instance has a customer-owned IP address on its AWS Outpost.
	EnableCustomerOwnedIp *bool `recover:"CustomerOwnedIpEnabled"`
	// Whether database users may sign in with IAM credentials; false if nil.
	EnableIAMDatabaseAuthentication *bool `recover:"IAMDatabaseAuthenticationEnabled"`
	// Whether Performance Insights is enabled; false if nil.
	EnablePerformanceInsights *bool `recover:"PerformanceInsightsEnabled"`
	// Either open-source-rds-extended-support (the default) or
	// open-source-rds-extended-support-disabled. By default, the instance uses RDS Extended Support
	// once standard support for its engine version has ended. AWS charges for Extended Support. If
	// Extended Support is disabled and standard support has already ended, AWS rejects the creation
	// of the instance.
	EngineLifecycleSupport *string
	// Engine version, for example 16.8; the default version of the engine if nil.
	EngineVersion *string
	// Provisioned I/O operations per second: 0.5 to 50 times the storage in GiB, or 1 to 50 times
	// for SQL Server. Required for the storage types io1 and io2.
	Iops *int32
	// KMS key that encrypts the storage: ID, ARN or alias. If nil and StorageEncrypted is true, AWS
	// uses the account's default key.
	KmsKeyId *string
	// License model, for example license-included or bring-your-own-license, if the engine allows a
	// choice.
	LicenseModel *string
	// Whether Secrets Manager manages the master user's password; false if nil. If true,
	// MasterUserPassword must be nil, and DescribeDBInstances shows the ARN of the secret.
	ManageMasterUserPassword *bool
	// How the master user signs in: password, or iam-db-auth for IAM credentials; password if nil.
	MasterUserAuthenticationType types.MasterUserAuthenticationType `recover:"-"`
	// Password of the master user: printable ASCII characters except slash, double quote, at sign
	// and space. It must have at least 8 characters, and at most 41 (MySQL, MariaDB), 30 (Oracle),
	// 255 (Db2) or 128 (other engines). It never appears in logs or errors.
	MasterUserPassword *string
	// KMS key that encrypts the master user's secret if ManageMasterUserPassword is true. If nil,
	// AWS uses the key aws/secretsmanager.
	MasterUserSecretKmsKeyId *string
	// Name of the master user: 1 to 16 letters, digits and underscores, beginning with a letter. It
	// must not be a reserved word of the engine. Required unless the instance joins a cluster,
	// which already has a master user.
	MasterUsername *string
	// Maximum size, in GiB, to which AWS automatically increases the storage.
	MaxAllocatedStorage *int32
	// Seconds between Enhanced Monitoring measurements: 0 (off), 1, 5, 10, 15, 30 or 60; 0 if nil.
	// A value other than 0 requires MonitoringRoleArn.
	MonitoringInterval *int32
	// ARN of the IAM role that Enhanced Monitoring uses to write to CloudWatch Logs.
	MonitoringRoleArn *string
	// Whether the instance has a standby in another Availability Zone; false if nil. MultiAZ does
	// not apply to instances of a cluster.
	MultiAZ *bool
	// Oracle only: whether the instance uses the multi-tenant configuration instead of the
	// single-tenant configuration; false if nil.
	MultiTenant *bool
	// Oracle only: character set of NCHAR columns.
	NcharCharacterSetName *string
	// Network type: IPV4, or DUAL for both IPv4 and IPv6; IPV4 if nil. DUAL requires a subnet group
	// that supports it.
	NetworkType *string
	// Name of an existing option group; the default group if nil.
	OptionGroupName *string
	// KMS key that encrypts the Performance Insights data; the account's default key if nil.
	PerformanceInsightsKMSKeyId *string `recover:"-"`
	// Days to keep Performance Insights data: 7, 731, or 31 × n, with n from 1 to 23; 7 if nil.
	PerformanceInsightsRetentionPeriod *int32
	// TCP port, 1150 to 65535. If nil, AWS uses the engine's default port, for example 5432 or
	// 3306. For SQL Server, it cannot be 1234, 1434, 3260, 3343, 3389, 47001 or 49152 to 49156.
	Port *int32
	// Daily backup window in UTC, in the format hh24:mi-hh24:mi. It must be at least 30 minutes
	// long and must not overlap the maintenance window. AWS chooses a window if nil.
	PreferredBackupWindow *string
	// Weekly maintenance window in UTC, in the format ddd:hh24:mi-ddd:hh24:mi. It must be at least
	// 30 minutes long. AWS chooses a window if nil.
	PreferredMaintenanceWindow *string
	// Number of CPU cores and of threads per core, if the instance class allows a choice.
	ProcessorFeatures []types.ProcessorFeature `query:",item=ProcessorFeature"`
	// Failover priority for an instance of a cluster: 0 (promoted first) to 15 (last); 1 if nil.
	PromotionTier *int32
	// Whether the endpoint resolves to a public IP address for clients outside the VPC.
	PubliclyAccessible *bool
	// Whether to encrypt the storage. This setting cannot be changed later.
	StorageEncrypted *bool
	// Throughput of gp3 storage in MiB per second.
	StorageThroughput *int32
	// Storage type. Aurora: aurora or aurora-iopt1. Neptune: standard or iopt1. Other engines:
	// standard, gp2, gp3, io1 or io2.
	StorageType *string
	// Tags of the instance's automated backup. Their ResourceType must be auto-backup.
	TagSpecifications []types.TagSpecification `query:",item=item"`
	// Tags of the new instance, at most 50.
	Tags []types.Tag `query:",item=Tag"`
	// ARN of the key store for transparent data encryption (TDE).
	TdeCredentialArn *string
	// Password of the key store for transparent data encryption (TDE). It never appears in logs or
	// errors.
	TdeCredentialPassword *string
	// Db2 and SQL Server only: time zone of the instance.
	Timezone *string
	// IDs of the security groups; the VPC's default security group if nil.
	VpcSecurityGroupIds []string `query:",item=VpcSecurityGroupId"`
}

// CreateDBInstanceOutput is the output of [Client.CreateDBInstance].
type CreateDBInstanceOutput struct {
	// The new instance, with DBInstanceStatus creating.
	DBInstance     *types.DBInstance
	ResultMetadata middleware.Metadata `query:"-"`
}

var createDBInstanceOp = operation.Op{
	Name: "CreateDBInstance",
	Faults: operation.Faults{
		(*types.AuthorizationNotFoundFault)(nil), (*types.BackupPolicyNotFoundFault)(nil),
		(*types.CertificateNotFoundFault)(nil), (*types.DBCapacityReservationNotFoundFault)(nil),
		(*types.DBClusterNotFoundFault)(nil), (*types.DBInstanceAlreadyExistsFault)(nil),
		(*types.DBParameterGroupNotFoundFault)(nil), (*types.DBSecurityGroupNotFoundFault)(nil),
		(*types.DBSubnetGroupDoesNotCoverEnoughAZs)(nil), (*types.DBSubnetGroupNotFoundFault)(nil),
		(*types.DomainNotFoundFault)(nil), (*types.InstanceQuotaExceededFault)(nil),
		(*types.InsufficientDBInstanceCapacityFault)(nil),
		(*types.InvalidDBCapacityReservationStateFault)(nil),
		(*types.InvalidDBClusterStateFault)(nil), (*types.InvalidSubnet)(nil),
		(*types.InvalidVPCNetworkStateFault)(nil), (*types.KMSKeyNotAccessibleFault)(nil),
		(*types.NetworkTypeNotSupported)(nil), (*types.OptionGroupNotFoundFault)(nil),
		(*types.ProvisionedIopsNotAvailableInAZFault)(nil),
		(*types.StorageQuotaExceededFault)(nil), (*types.StorageTypeNotSupportedFault)(nil),
		(*types.TenantDatabaseQuotaExceededFault)(nil),
		(*types.VpcEncryptionControlViolationException)(nil),
	},
	Effect: &recovery.Create{
		Resource: &instanceResource,
		ID:       func(in any) *string { return in.(*CreateDBInstanceInput).DBInstanceIdentifier },
		// The service sets InstanceCreateTime when it has finished creating the instance.
		Made:  func(item any) *time.Time { return item.(*types.DBInstance).InstanceCreateTime },
		Later: func(any) bool { return true },
	},
}

// CreateDBInstance starts creating an instance. It returns immediately; the instance's
// DBInstanceStatus is creating at first. The instance joins the cluster that DBClusterIdentifier
// names, or is standalone if DBClusterIdentifier is nil. The first instance of a cluster becomes
// the cluster's writer. The instance has no endpoint until it is available.
//
// The engine determines which fields of the input apply. For an instance of a cluster, the cluster
// determines most settings that are also in [CreateDBClusterInput], for example the backups and the
// master user. The passwords of the master user and of the key store never appear in logs or
// errors.
//
// It can fail with [types.AuthorizationNotFoundFault], [types.BackupPolicyNotFoundFault],
// [types.CertificateNotFoundFault], [types.DBCapacityReservationNotFoundFault],
// [types.DBClusterNotFoundFault], [types.DBInstanceAlreadyExistsFault],
// [types.DBParameterGroupNotFoundFault], [types.DBSecurityGroupNotFoundFault],
// [types.DBSubnetGroupDoesNotCoverEnoughAZs], [types.DBSubnetGroupNotFoundFault],
// [types.DomainNotFoundFault], [types.InstanceQuotaExceededFault],
// [types.InsufficientDBInstanceCapacityFault], [types.InvalidDBCapacityReservationStateFault],
// [types.InvalidDBClusterStateFault], [types.InvalidSubnet], [types.InvalidVPCNetworkStateFault],
// [types.KMSKeyNotAccessibleFault], [types.NetworkTypeNotSupported], [types.OptionGroupNotFoundFault],
// [types.ProvisionedIopsNotAvailableInAZFault], [types.StorageQuotaExceededFault],
// [types.StorageTypeNotSupportedFault], [types.TenantDatabaseQuotaExceededFault] or
// [types.VpcEncryptionControlViolationException].
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
func (c *Client) CreateDBInstance(ctx context.Context, in *CreateDBInstanceInput, optFns ...func(*Options)) (*CreateDBInstanceOutput, error) {
	return typed[CreateDBInstanceOutput](c.invoke(ctx, &createDBInstanceOp, in, new(CreateDBInstanceOutput), optFns))
}
