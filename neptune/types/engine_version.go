package types

// DBEngineVersion describes a version of a database engine.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_DBEngineVersion.html
type DBEngineVersion struct {
	// Display name of the engine, for example Amazon Neptune.
	DBEngineDescription *string
	// Display name of the version.
	DBEngineVersionDescription *string
	// Parameter group family of the version, for example neptune1.4.
	DBParameterGroupFamily *string
	// Default character set of new instances. Neptune does not use it.
	DefaultCharacterSet *CharacterSet
	// Name of the engine, for example neptune.
	Engine *string
	// Version number, for example 1.4.7.1.
	EngineVersion *string
	// Types of logs that a cluster can export to CloudWatch Logs: audit and slowquery for Neptune.
	ExportableLogTypes []string
	// Character sets that CreateDBInstance accepts; empty unless ListSupportedCharacterSets is true
	// in the request. Neptune has none.
	SupportedCharacterSets []CharacterSet `query:",item=CharacterSet"`
	// Time zones that the engine supports; empty unless ListSupportedTimezones is true in the
	// request. Neptune has none.
	SupportedTimezones []Timezone `query:",item=Timezone"`
	// Whether a cluster with this version can belong to a global database.
	SupportsGlobalDatabases *bool
	// Whether a cluster can export logs to CloudWatch Logs; see ExportableLogTypes.
	SupportsLogExportsToCloudwatchLogs *bool
	// Whether a cluster can have read replicas.
	SupportsReadReplica *bool
	// Versions to which a cluster with this version can be upgraded.
	ValidUpgradeTarget []UpgradeTarget `query:",item=UpgradeTarget"`
}

// UpgradeTarget describes an engine version to which a cluster can be upgraded.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_UpgradeTarget.html
type UpgradeTarget struct {
	// Whether AWS automatically upgrades clusters to this version if their instances'
	// AutoMinorVersionUpgrade is true.
	AutoUpgrade *bool
	// Description of the version.
	Description *string
	// Name of the engine, for example neptune.
	Engine *string
	// Version number, for example 1.4.7.1.
	EngineVersion *string
	// Whether the upgrade requires AllowMajorVersionUpgrade. The major version of Neptune is the
	// second number: an upgrade from 1.3.4.0 to 1.4.0.0 is a major upgrade.
	IsMajorVersionUpgrade *bool
	// Whether a cluster with this version can belong to a global database.
	SupportsGlobalDatabases *bool
}

// CharacterSet describes a character set of a database engine.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_CharacterSet.html
type CharacterSet struct {
	// Display name of the character set.
	CharacterSetDescription *string
	// Name of the character set, as used in requests.
	CharacterSetName *string
}

// Timezone describes a time zone that a database engine supports.
//
// AWS page: https://docs.aws.amazon.com/neptune/latest/apiref/API_Timezone.html
type Timezone struct {
	// Name of the time zone, as used in requests.
	TimezoneName *string
}
