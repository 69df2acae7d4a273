package types

import "time"

// DBEngineVersion is a version of a database engine.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBEngineVersion.html
type DBEngineVersion struct {
	// When a custom engine version was created.
	CreateTime *time.Time
	// JSON with the installation files and settings of a custom engine version.
	CustomDBEngineVersionManifest *string
	// Name of the engine for people, for example Aurora MySQL.
	DBEngineDescription *string
	// Source of a custom engine version: an AMI, or the media of the vendor.
	DBEngineMediaType *string
	// ARN of a custom engine version.
	DBEngineVersionArn *string
	// Name of the version for people.
	DBEngineVersionDescription *string
	// Family of the parameter groups that the version can use, for example aurora-postgresql16.
	DBParameterGroupFamily *string
	// Names of the installation files of a custom engine version.
	DatabaseInstallationFiles []string
	// Bucket with the installation files of a custom engine version.
	DatabaseInstallationFilesS3BucketName *string
	// Prefix of the keys of these files. An empty prefix means the root of the bucket.
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
	// Key that encrypts a custom engine version.
	KMSKeyId *string
	// The major version, for example 16.
	MajorEngineVersion *string
	// Range of the capacity that serverless instances of the version can have.
	ServerlessV2FeaturesSupport *ServerlessV2FeaturesSupport
	// available, or deprecated for a version that new clusters and instances can no longer have.
	// Custom engine versions have further statuses.
	Status *string
	// Identifiers of the certificate authorities that can sign the server certificate.
	SupportedCACertificateIdentifiers []string
	// Character sets that CreateDBInstance accepts; empty unless the request has
	// ListSupportedCharacterSets.
	SupportedCharacterSets []CharacterSet `query:",item=CharacterSet"`
	// Engine modes of Aurora, for example provisioned.
	SupportedEngineModes []string
	// Features of the version, for example s3Import for Aurora PostgreSQL.
	SupportedFeatureNames []string
	// National character sets that CreateDBInstance accepts; empty unless the request has
	// ListSupportedCharacterSets.
	SupportedNcharCharacterSets []CharacterSet `query:",item=CharacterSet"`
	// Time zones that the engine supports; empty unless the request has ListSupportedTimezones.
	SupportedTimezones []Timezone `query:",item=Timezone"`
	// Whether the version supports Babelfish for Aurora PostgreSQL.
	SupportsBabelfish *bool
	// Whether the server certificate can be replaced while the instance runs.
	SupportsCertificateRotationWithoutRestart *bool
	// Whether a cluster of this version can be in a global database.
	SupportsGlobalDatabases *bool
	// Whether the version can be the source of a zero-ETL integration with Amazon Redshift.
	SupportsIntegrations *bool
	// Whether the version supports Aurora Limitless Database.
	SupportsLimitlessDatabase *bool
	// Whether readers can forward writes to the writer of the cluster.
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
	// Whether AWS automatically upgrades clusters and instances with AutoMinorVersionUpgrade to this
	// version.
	AutoUpgrade *bool
	// Description of the version.
	Description *string
	// Name of the engine, for example postgres.
	Engine *string
	// Version number, for example 16.8.
	EngineVersion *string
	// Whether the upgrade requires AllowMajorVersionUpgrade.
	IsMajorVersionUpgrade *bool
	// Engine modes of Aurora that the target can have.
	SupportedEngineModes []string
	// Whether the version supports Babelfish for Aurora PostgreSQL.
	SupportsBabelfish *bool
	// Whether a cluster of this version can be in a global database.
	SupportsGlobalDatabases *bool
	// Whether the version can be the source of a zero-ETL integration with Amazon Redshift.
	SupportsIntegrations *bool
	// Whether the version supports Aurora Limitless Database.
	SupportsLimitlessDatabase *bool
	// Whether readers can forward writes to the writer of the cluster.
	SupportsLocalWriteForwarding *bool
	// Whether the version supports Aurora parallel query.
	SupportsParallelQuery *bool
}

// ServerlessV2FeaturesSupport is the range of capacities for Aurora Serverless v2, in Aurora capacity
// units (ACU) in steps of 0.5. One ACU has about 2 GiB of memory.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ServerlessV2FeaturesSupport.html
type ServerlessV2FeaturesSupport struct {
	// Maximum value of MaxCapacity of a cluster.
	MaxCapacity *float64
	// Minimum value of MinCapacity of a cluster. If it is 0, the instances can pause.
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
	// Name of the character set for people.
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
