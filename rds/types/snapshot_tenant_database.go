package types

import "time"

// DBSnapshotTenantDatabase is a tenant database, which is a pluggable database of Oracle, in a
// snapshot of an instance.
//
// AWS page: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshotTenantDatabase.html
type DBSnapshotTenantDatabase struct {
	CharacterSetName            *string
	DBInstanceIdentifier        *string
	DBSnapshotIdentifier        *string
	DBSnapshotTenantDatabaseARN *string
	DbiResourceId               *string
	// Engine of the instance, such as oracle-ee-cdb.
	EngineName *string
	// Master user of the tenant database.
	MasterUsername        *string
	NcharCharacterSetName *string
	// manual or automated.
	SnapshotType *string
	TagList      []Tag `query:",item=Tag"`
	TenantDBName *string
	// When the tenant database was made.
	TenantDatabaseCreateTime *time.Time
	// Stays the same for the whole life of the tenant database.
	TenantDatabaseResourceId *string
}
