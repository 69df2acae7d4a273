package nereidtest

import (
	"cmp"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// An s3Backup contains the parameters that describe a backup in S3.
type s3Backup struct {
	S3BucketName        *string `query:",required"`
	S3IngestionRoleArn  *string `query:",required"`
	SourceEngine        *string `query:",required"`
	SourceEngineVersion *string `query:",required"`
	S3Prefix            *string
}

// A restoreDBClusterFromS3Input is the input of [region.RestoreDBClusterFromS3].
type restoreDBClusterFromS3Input struct {
	DBClusterIdentifier *string `query:",required"`
	Engine              *string `query:",required"`
	MasterUsername      *string `query:",required"`
	s3Backup
	AssociatedRoles                                                                []dbClusterAssociatedRole   `query:",item=DBClusterAssociatedRole"`
	AvailabilityZones                                                              []string                    `query:",item=AvailabilityZone"`
	TagSpecifications                                                              []rdstypes.TagSpecification `query:",item=item"`
	Tags                                                                           []tag                       `query:",item=Tag"`
	VpcSecurityGroupIds                                                            []string                    `query:",item=VpcSecurityGroupId"`
	BacktrackWindow                                                                *int64
	BackupRetentionPeriod, Port                                                    *int32
	CopyTagsToSnapshot, DeletionProtection, EnableIAMDatabaseAuthentication        *bool
	ManageMasterUserPassword, StorageEncrypted                                     *bool
	CharacterSetName, DBClusterParameterGroupName, DBSubnetGroupName, DatabaseName *string
	Domain, DomainIAMRoleName, EngineLifecycleSupport, EngineVersion, KmsKeyId     *string
	MasterUserPassword, MasterUserSecretKmsKeyId, NetworkType, OptionGroupName     *string
	PreferredBackupWindow, PreferredMaintenanceWindow, StorageType                 *string
	EnableCloudwatchLogsExports                                                    []string
	ServerlessV2ScalingConfiguration                                               *serverlessV2ScalingConfiguration
}

// RestoreDBClusterFromS3 creates an Aurora MySQL cluster from a MySQL backup in
// S3.
//
// Behavior:
//   - Engine must be aurora-mysql. SourceEngineVersion, the version of the
//     backup, must be MySQL 5.7 or 8.0.
//   - EngineVersion must be compatible with the MySQL version of the backup. If
//     it is nil, the cluster has the default version. The error for an
//     incompatible version is a guess.
//   - An invalid bucket name is rejected with InvalidS3BucketFault. A role that
//     is invalid, or belongs to another account, is rejected with
//     InvalidParameterValue.
//   - All other settings are checked and set as in CreateDBCluster.
//   - The cluster has the status creating at first, then available. It has no
//     instances.
//
// The fake does not know whether the bucket, the role and the files exist. To
// simulate that one of them does not exist, tests inject a fault. Describe
// responses do not show the bucket, the role or the files.
func (r *region) RestoreDBClusterFromS3(in *restoreDBClusterFromS3Input) (*clusterOutput, error) {
	if !strings.EqualFold(*in.Engine, "aurora-mysql") {
		return nil, invalidValue("Invalid DB engine: %s. Must be aurora-mysql.", shorten(*in.Engine))
	}
	version := deref(in.EngineVersion, "")
	if err := r.checkBackup(&in.s3Backup, version, "5.7", "8.0"); err != nil {
		return nil, err
	}
	return r.createCluster(&createDBClusterInput{
		DBClusterIdentifier: in.DBClusterIdentifier, Engine: in.Engine, MasterUsername: in.MasterUsername, AssociatedRoles: in.AssociatedRoles,
		AvailabilityZones: in.AvailabilityZones, Tags: in.Tags, VpcSecurityGroupIds: in.VpcSecurityGroupIds, BacktrackWindow: in.BacktrackWindow,
		BackupRetentionPeriod: in.BackupRetentionPeriod, Port: in.Port, CopyTagsToSnapshot: in.CopyTagsToSnapshot, DeletionProtection: in.DeletionProtection,
		EnableIAMDatabaseAuthentication: in.EnableIAMDatabaseAuthentication, ManageMasterUserPassword: in.ManageMasterUserPassword,
		StorageEncrypted: in.StorageEncrypted, CharacterSetName: in.CharacterSetName, DBClusterParameterGroupName: in.DBClusterParameterGroupName,
		DBSubnetGroupName: in.DBSubnetGroupName, DatabaseName: in.DatabaseName, EngineVersion: in.EngineVersion, KmsKeyId: in.KmsKeyId,
		MasterUserPassword: in.MasterUserPassword, MasterUserSecretKmsKeyId: in.MasterUserSecretKmsKeyId, NetworkType: in.NetworkType,
		PreferredBackupWindow: in.PreferredBackupWindow, PreferredMaintenanceWindow: in.PreferredMaintenanceWindow, StorageType: in.StorageType,
		EnableCloudwatchLogsExports: in.EnableCloudwatchLogsExports, ServerlessV2ScalingConfiguration: in.ServerlessV2ScalingConfiguration,
	}, r.timings.ClusterRestore)
}

// A restoreDBInstanceFromS3Input is the input of [region.RestoreDBInstanceFromS3].
type restoreDBInstanceFromS3Input struct {
	DBInstanceClass      *string `query:",required"`
	DBInstanceIdentifier *string `query:",required"`
	Engine               *string `query:",required"`
	s3Backup
	DBSecurityGroups                                                                             []string                    `query:",item=DBSecurityGroupName"`
	ProcessorFeatures                                                                            []rdstypes.ProcessorFeature `query:",item=ProcessorFeature"`
	TagSpecifications                                                                            []rdstypes.TagSpecification `query:",item=item"`
	Tags                                                                                         []tag                       `query:",item=Tag"`
	VpcSecurityGroupIds                                                                          []string                    `query:",item=VpcSecurityGroupId"`
	AdditionalStorageVolumes                                                                     []rdstypes.AdditionalStorageVolume
	AllocatedStorage, BackupRetentionPeriod, Iops, MaxAllocatedStorage, MonitoringInterval       *int32
	PerformanceInsightsRetentionPeriod, Port, StorageThroughput                                  *int32
	AutoMinorVersionUpgrade, CopyTagsToSnapshot, DedicatedLogVolume, DeletionProtection          *bool
	EnableIAMDatabaseAuthentication, EnablePerformanceInsights, ManageMasterUserPassword         *bool
	MultiAZ, PubliclyAccessible, StorageEncrypted, UseDefaultProcessorFeatures                   *bool
	AvailabilityZone, CACertificateIdentifier, DBCapacityReservationIdentifier, DBName           *string
	DBParameterGroupName, DBSubnetGroupName, DatabaseInsightsMode, EngineLifecycleSupport        *string
	EngineVersion, KmsKeyId, LicenseModel, MasterUserPassword, MasterUserSecretKmsKeyId          *string
	MasterUsername, MonitoringRoleArn, NetworkType, OptionGroupName, PerformanceInsightsKMSKeyId *string
	PreferredBackupWindow, PreferredMaintenanceWindow, StorageType                               *string
	EnableCloudwatchLogsExports                                                                  []string
}

// RestoreDBInstanceFromS3 creates a MySQL instance from a MySQL backup in S3.
//
// Behavior:
//   - Engine must be mysql. SourceEngineVersion, the version of the backup,
//     must be MySQL 5.6, 5.7, 8.0 or 8.4. The API reference lists 5.6 and 5.7,
//     and the user guide lists 8.0 and 8.4.
//   - db.t2.micro is rejected.
//   - Minor versions are installed automatically only if
//     AutoMinorVersionUpgrade is true.
//   - EngineVersion, the bucket and the role are checked as in
//     RestoreDBClusterFromS3, and all other settings as in CreateDBInstance.
//   - The instance has the status creating at first, then available.
func (r *region) RestoreDBInstanceFromS3(in *restoreDBInstanceFromS3Input) (*instanceOutput, error) {
	switch {
	case !strings.EqualFold(*in.Engine, "mysql"):
		return nil, invalidValue("Invalid DB engine: %s. Must be mysql.", shorten(*in.Engine))
	case *in.DBInstanceClass == "db.t2.micro":
		return nil, invalidCombination("The DB instance class %s does not support importing from Amazon S3.", *in.DBInstanceClass)
	}
	if err := r.checkBackup(&in.s3Backup, deref(in.EngineVersion, ""), "5.6", "5.7", "8.0", "8.4"); err != nil {
		return nil, err
	}
	no := false
	return r.createStandalone("mysql", &createDBInstanceInput{
		DBInstanceClass: in.DBInstanceClass, DBInstanceIdentifier: in.DBInstanceIdentifier, Engine: in.Engine, Tags: in.Tags,
		VpcSecurityGroupIds: in.VpcSecurityGroupIds, AllocatedStorage: in.AllocatedStorage, BackupRetentionPeriod: in.BackupRetentionPeriod, Iops: in.Iops,
		MaxAllocatedStorage: in.MaxAllocatedStorage, MonitoringInterval: in.MonitoringInterval, Port: in.Port, StorageThroughput: in.StorageThroughput,
		AutoMinorVersionUpgrade: cmp.Or(in.AutoMinorVersionUpgrade, &no), CopyTagsToSnapshot: in.CopyTagsToSnapshot, DeletionProtection: in.DeletionProtection,
		EnableIAMDatabaseAuthentication: in.EnableIAMDatabaseAuthentication, ManageMasterUserPassword: in.ManageMasterUserPassword, MultiAZ: in.MultiAZ,
		PubliclyAccessible: in.PubliclyAccessible, StorageEncrypted: in.StorageEncrypted, AvailabilityZone: in.AvailabilityZone, DBName: in.DBName,
		DBParameterGroupName: in.DBParameterGroupName, DBSubnetGroupName: in.DBSubnetGroupName, EngineVersion: in.EngineVersion, KmsKeyId: in.KmsKeyId,
		LicenseModel: in.LicenseModel, MasterUserPassword: in.MasterUserPassword, MasterUserSecretKmsKeyId: in.MasterUserSecretKmsKeyId,
		MasterUsername: in.MasterUsername, MonitoringRoleArn: in.MonitoringRoleArn, NetworkType: in.NetworkType,
		PreferredBackupWindow: in.PreferredBackupWindow, PreferredMaintenanceWindow: in.PreferredMaintenanceWindow, StorageType: in.StorageType,
		EnableCloudwatchLogsExports: in.EnableCloudwatchLogsExports,
	})
}

// checkBackup checks the backup's engine and version, the bucket and the role.
// The backup's version must belong to one of the given major versions. If
// version, the requested engine version, is not empty, it must belong to the
// same major version.
func (r *region) checkBackup(in *s3Backup, version string, majors ...string) error {
	p := strings.SplitN(*in.S3IngestionRoleArn, ":", 6)
	major := ""
	if parts := strings.SplitN(*in.SourceEngineVersion, ".", 3); len(parts) > 1 {
		major = parts[0] + "." + parts[1]
	}
	switch {
	case !strings.EqualFold(*in.SourceEngine, "mysql"):
		return invalidValue("Invalid source engine: %s. Must be mysql.", shorten(*in.SourceEngine))
	case !oneOf(major, majors...):
		return invalidValue("Invalid source engine version: %s. Must be of MySQL %s.", shorten(*in.SourceEngineVersion), strings.Join(majors, ", "))
	case version != "" && !strings.HasPrefix(version, major+"."):
		return invalidCombination("A backup of MySQL %s cannot be restored to the engine version %s.", major, shorten(version))
	case !isBucketName(*in.S3BucketName):
		return apiError("InvalidS3BucketFault", "The S3 bucket %s doesn't exist in this region or its name isn't valid.", shorten(*in.S3BucketName))
	case !isRole(*in.S3IngestionRoleArn) || p[4] != r.account:
		return invalidValue("IAM role ARN value is invalid or does not include the required permissions for: S3_SNAPSHOT_INGESTION")
	}
	return nil
}
