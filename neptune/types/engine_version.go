package types

// DBEngineVersion is a version of a database engine.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBEngineVersion.html
type DBEngineVersion struct {
	// The engine in words.
	DBEngineDescription *string
	// The version in words.
	DBEngineVersionDescription *string
	// Family of the parameter groups that fit the version, for example neptune1.4.
	DBParameterGroupFamily *string
	// The character set of new instances. It is not used by Neptune.
	DefaultCharacterSet *CharacterSet
	// Name of the engine, for example neptune.
	Engine *string
	// Number of the version, for example 1.4.7.1.
	EngineVersion *string
	// Logs that a cluster can write to CloudWatch Logs: audit and slowquery for Neptune.
	ExportableLogTypes []string
	// Character sets that CreateDBInstance accepts, if the request asks for them. Neptune has none.
	SupportedCharacterSets []CharacterSet `query:",item=CharacterSet"`
	// Time zones that the engine can be set to, if the request asks for them. Neptune has none.
	SupportedTimezones []Timezone `query:",item=Timezone"`
	// Whether a cluster of this version can be in a global database.
	SupportsGlobalDatabases *bool
	// Whether a cluster can write ExportableLogTypes to CloudWatch Logs.
	SupportsLogExportsToCloudwatchLogs *bool
	// Whether a cluster can have read replicas.
	SupportsReadReplica *bool
	// Versions to which a cluster of this version can be upgraded.
	ValidUpgradeTarget []UpgradeTarget `query:",item=UpgradeTarget"`
}

// UpgradeTarget is a version to which another one can be upgraded.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_UpgradeTarget.html
type UpgradeTarget struct {
	// Whether AWS upgrades clusters to it that have AutoMinorVersionUpgrade.
	AutoUpgrade *bool
	// The version in words.
	Description *string
	// Name of the engine, for example neptune.
	Engine *string
	// Number of the version, for example 1.4.7.1.
	EngineVersion *string
	// Whether the upgrade needs AllowMajorVersionUpgrade. The second number of a version of Neptune
	// is the major one: 1.4.0.0 is a major upgrade of 1.3.4.0.
	IsMajorVersionUpgrade *bool
	// Whether a cluster of the version can be in a global database.
	SupportsGlobalDatabases *bool
}

// CharacterSet is a character set of a database engine.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CharacterSet.html
type CharacterSet struct {
	// The character set in words.
	CharacterSetDescription *string
	// Name of the character set, as requests give it.
	CharacterSetName *string
}

// Timezone is a time zone that a database engine can be set to.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Timezone.html
type Timezone struct {
	// Name of the time zone, as requests give it.
	TimezoneName *string
}
