package types

import "time"

// DBEngineVersion is a version of a database engine.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBEngineVersion.html
type DBEngineVersion struct {
	// When a custom engine version was created.
	CreateTime *time.Time
	// JSON document with the installation files and settings of a custom engine version.
	CustomDBEngineVersionManifest *string
	// Display name of the engine, for example Aurora MySQL.
	DBEngineDescription *string
	// Source of a custom engine version: an AMI, or installation media from the vendor.
	DBEngineMediaType *string
	// ARN of a custom engine version.
	DBEngineVersionArn *string
	// Display name of the version.
	DBEngineVersionDescription *string
	// Parameter group family of the version, for example aurora-postgresql16.
	DBParameterGroupFamily *string
	// Names of the installation files of a custom engine version.
	DatabaseInstallationFiles []string
	// S3 bucket with the installation files of a custom engine version.
	DatabaseInstallationFilesS3BucketName *string
	// Key prefix of the installation files in the S3 bucket; empty for the root of the bucket.
	DatabaseInstallationFilesS3Prefix *string
	// Default character set of new instances.
	DefaultCharacterSet *CharacterSet
	// Name of the engine, for example aurora-mysql.
	Engine *string
	// Version number, for example 16.8.
	EngineVersion *string
	// Logs that the version can send to CloudWatch Logs.
	ExportableLogTypes []string
	// Why a custom engine version could not be created.
	FailureReason *string
	// The machine image of a custom engine version.
	Image *CustomDBEngineVersionAMI
	// KMS key that encrypts a custom engine version.
	KMSKeyId *string
	// The major version, for example 16.
	MajorEngineVersion *string
	// Capacity range of serverless instances with this version.
	ServerlessV2FeaturesSupport *ServerlessV2FeaturesSupport
	// Status of the version: available, or deprecated if new clusters and instances can no longer
	// use the version. Custom engine versions can have other statuses.
	Status *string
	// Identifiers of the certificate authorities that can sign an instance's server certificate.
	SupportedCACertificateIdentifiers []string
	// Character sets that CreateDBInstance accepts; empty unless ListSupportedCharacterSets is true
	// in the request.
	SupportedCharacterSets []CharacterSet `query:",item=CharacterSet"`
	// Aurora engine modes, for example provisioned.
	SupportedEngineModes []string
	// Features of the version, for example s3Import for Aurora PostgreSQL.
	SupportedFeatureNames []string
	// National character sets that CreateDBInstance accepts; empty unless
	// ListSupportedCharacterSets is true in the request.
	SupportedNcharCharacterSets []CharacterSet `query:",item=CharacterSet"`
	// Time zones that the engine supports; empty unless ListSupportedTimezones is true in the
	// request.
	SupportedTimezones []Timezone `query:",item=Timezone"`
	// Whether the version supports Babelfish for Aurora PostgreSQL.
	SupportsBabelfish *bool
	// Whether an instance's server certificate can be replaced without a restart.
	SupportsCertificateRotationWithoutRestart *bool
	// Whether a cluster with this version can belong to a global database.
	SupportsGlobalDatabases *bool
	// Whether the version can be the source of a zero-ETL integration with Amazon Redshift.
	SupportsIntegrations *bool
	// Whether the version supports Aurora Limitless Database.
	SupportsLimitlessDatabase *bool
	// Whether readers can forward writes to the cluster's writer.
	SupportsLocalWriteForwarding *bool
	// Whether the version can send its logs to CloudWatch Logs; see ExportableLogTypes.
	SupportsLogExportsToCloudwatchLogs *bool
	// Whether the version supports Aurora parallel query.
	SupportsParallelQuery *bool
	// Whether the version supports read replicas.
	SupportsReadReplica *bool
	// Tags of a custom engine version.
	TagList []Tag `query:",item=Tag"`
	// Versions to which this version can be upgraded.
	ValidUpgradeTarget []UpgradeTarget `query:",item=UpgradeTarget"`
}

// UpgradeTarget is a version to which another version can be upgraded.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_UpgradeTarget.html
type UpgradeTarget struct {
	// Whether AWS automatically upgrades clusters and instances to this version if their
	// AutoMinorVersionUpgrade is true.
	AutoUpgrade *bool
	// Description of the version.
	Description *string
	// Name of the engine, for example postgres.
	Engine *string
	// Version number, for example 16.8.
	EngineVersion *string
	// Whether the upgrade requires AllowMajorVersionUpgrade.
	IsMajorVersionUpgrade *bool
	// Aurora engine modes that the target version supports.
	SupportedEngineModes []string
	// Whether the version supports Babelfish for Aurora PostgreSQL.
	SupportsBabelfish *bool
	// Whether a cluster with this version can belong to a global database.
	SupportsGlobalDatabases *bool
	// Whether the version can be the source of a zero-ETL integration with Amazon Redshift.
	SupportsIntegrations *bool
	// Whether the version supports Aurora Limitless Database.
	SupportsLimitlessDatabase *bool
	// Whether readers can forward writes to the cluster's writer.
	SupportsLocalWriteForwarding *bool
	// Whether the version supports Aurora parallel query.
	SupportsParallelQuery *bool
}

// ServerlessV2FeaturesSupport is the range of Aurora Serverless v2 capacity that an engine version
// supports, in Aurora capacity units (ACU) and in steps of 0.5. One ACU has about 2 GiB of memory.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ServerlessV2FeaturesSupport.html
type ServerlessV2FeaturesSupport struct {
	// Highest MaxCapacity that a cluster can have.
	MaxCapacity *float64
	// Lowest MinCapacity that a cluster can have. If it is 0, instances can pause.
	MinCapacity *float64
}

// CustomDBEngineVersionAMI is the machine image of a custom engine version.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CustomDBEngineVersionAMI.html
type CustomDBEngineVersionAMI struct {
	// Identifier of the image.
	ImageId *string
	// Status of the image.
	Status *string
}

// CharacterSet is a character set of a database engine.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CharacterSet.html
type CharacterSet struct {
	// Display name of the character set.
	CharacterSetDescription *string
	// Name of the character set, as used in requests.
	CharacterSetName *string
}

// Timezone is a time zone that a database engine supports.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Timezone.html
type Timezone struct {
	// Name of the time zone, as used in requests.
	TimezoneName *string
}
