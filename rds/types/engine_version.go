package types

import "time"

// DBEngineVersion is a version of a database engine.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBEngineVersion.html
type DBEngineVersion struct {
	// When a custom engine version was made.
	CreateTime *time.Time
	// JSON with the installation files and settings of a custom engine version.
	CustomDBEngineVersionManifest *string
	// The engine in words.
	DBEngineDescription *string
	// What a custom engine version is made from: an AMI, or the media of the vendor.
	DBEngineMediaType *string
	// ARN of a custom engine version.
	DBEngineVersionArn *string
	// The version in words.
	DBEngineVersionDescription *string
	// Family of the parameter groups that fit the version, for example aurora-postgresql16.
	DBParameterGroupFamily *string
	// The installation files of a custom engine version.
	DatabaseInstallationFiles []string
	// Bucket with the installation files of a custom engine version.
	DatabaseInstallationFilesS3BucketName *string
	// Prefix of the keys of these files. No prefix means the root of the bucket.
	DatabaseInstallationFilesS3Prefix *string
	// The character set of new instances that name none.
	DefaultCharacterSet *CharacterSet
	// Name of the engine, for example aurora-mysql.
	Engine *string
	// Number of the version, for example 16.8.
	EngineVersion *string
	// Logs that can be written to CloudWatch Logs.
	ExportableLogTypes []string
	// Why a custom engine version could not be made.
	FailureReason *string
	// The machine image of a custom engine version.
	Image *CustomDBEngineVersionAMI
	// Key that encrypts a custom engine version.
	KMSKeyId *string
	// The major version, for example 16.
	MajorEngineVersion *string
	// Least and most capacity that serverless instances of the version can be given.
	ServerlessV2FeaturesSupport *ServerlessV2FeaturesSupport
	// Either available, or deprecated for a version that nothing new can be made with. Custom engine
	// versions have further statuses.
	Status *string
	// Identifiers of the certificate authorities that can sign the server certificate.
	SupportedCACertificateIdentifiers []string
	// Character sets that CreateDBInstance accepts, if the request asks for them.
	SupportedCharacterSets []CharacterSet `query:",item=CharacterSet"`
	// Engine modes of Aurora, for example provisioned.
	SupportedEngineModes []string
	// Features of the version, for example s3Import for Aurora PostgreSQL.
	SupportedFeatureNames []string
	// National character sets that CreateDBInstance accepts, if the request asks for them.
	SupportedNcharCharacterSets []CharacterSet `query:",item=CharacterSet"`
	// Time zones that the engine can be set to, if the request asks for them.
	SupportedTimezones []Timezone `query:",item=Timezone"`
	// Whether Babelfish for Aurora PostgreSQL can be used.
	SupportsBabelfish *bool
	// Whether the server certificate can be replaced while the instance runs.
	SupportsCertificateRotationWithoutRestart *bool
	// Whether a cluster of this version can be in a global database.
	SupportsGlobalDatabases *bool
	// Whether the version can be the source of a zero-ETL integration with Amazon Redshift.
	SupportsIntegrations *bool
	// Whether Aurora Limitless Database can be used.
	SupportsLimitlessDatabase *bool
	// Whether readers can forward writes to the writer of the cluster.
	SupportsLocalWriteForwarding *bool
	// Whether ExportableLogTypes can be written to CloudWatch Logs.
	SupportsLogExportsToCloudwatchLogs *bool
	// Whether Aurora parallel query can be used.
	SupportsParallelQuery *bool
	// Whether there can be read replicas.
	SupportsReadReplica *bool
	// Tags of a custom engine version.
	TagList []Tag `query:",item=Tag"`
	// Versions to which this one can be upgraded.
	ValidUpgradeTarget []UpgradeTarget `query:",item=UpgradeTarget"`
}

// UpgradeTarget is a version to which another one can be upgraded.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_UpgradeTarget.html
type UpgradeTarget struct {
	// Whether AWS upgrades to it what has AutoMinorVersionUpgrade.
	AutoUpgrade *bool
	// The version in words.
	Description *string
	// Name of the engine.
	Engine *string
	// Number of the version.
	EngineVersion *string
	// Whether the upgrade needs AllowMajorVersionUpgrade.
	IsMajorVersionUpgrade *bool
	// Engine modes of Aurora that the target can have.
	SupportedEngineModes []string
	// Whether Babelfish for Aurora PostgreSQL can be used.
	SupportsBabelfish *bool
	// Whether a cluster of the version can be in a global database.
	SupportsGlobalDatabases *bool
	// Whether the version can be the source of a zero-ETL integration with Amazon Redshift.
	SupportsIntegrations *bool
	// Whether Aurora Limitless Database can be used.
	SupportsLimitlessDatabase *bool
	// Whether readers can forward writes to the writer of the cluster.
	SupportsLocalWriteForwarding *bool
	// Whether Aurora parallel query can be used.
	SupportsParallelQuery *bool
}

// ServerlessV2FeaturesSupport is the range of capacities for Aurora Serverless v2, in Aurora capacity
// units (ACU) in steps of a half. One ACU has about 2 GiB of memory.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ServerlessV2FeaturesSupport.html
type ServerlessV2FeaturesSupport struct {
	// Most capacity units that MaxCapacity of a cluster can be.
	MaxCapacity *float64
	// Least capacity units that MinCapacity of a cluster can be. With 0 the instances can pause.
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
	// The character set in words.
	CharacterSetDescription *string
	// Name of the character set, as requests give it.
	CharacterSetName *string
}

// Timezone is a time zone that a database engine can be set to.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Timezone.html
type Timezone struct {
	// Name of the time zone, as requests give it.
	TimezoneName *string
}
