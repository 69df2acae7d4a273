package types

import "time"

// DBSnapshotTenantDatabase is a tenant database (an Oracle pluggable database) in a snapshot of an
// instance.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshotTenantDatabase.html
type DBSnapshotTenantDatabase struct {
	CharacterSetName            *string
	DBInstanceIdentifier        *string
	DBSnapshotIdentifier        *string
	DBSnapshotTenantDatabaseARN *string
	DbiResourceId               *string
	// Engine of the instance, for example oracle-ee-cdb.
	EngineName *string
	// Master user of the tenant database.
	MasterUsername        *string
	NcharCharacterSetName *string
	// manual or automated.
	SnapshotType *string
	TagList      []Tag `query:",item=Tag"`
	TenantDBName *string
	// When the tenant database was created.
	TenantDatabaseCreateTime *time.Time
	// ID of the tenant database. It never changes.
	TenantDatabaseResourceId *string
}
