package types

import "time"

// DBSnapshotTenantDatabase is a tenant database (an Oracle pluggable database)
// in an instance snapshot.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshotTenantDatabase.html
type DBSnapshotTenantDatabase struct {
	// Character set of the tenant database, for example AL32UTF8.
	CharacterSetName *string
	// Name of the instance that the snapshot was taken from.
	DBInstanceIdentifier *string
	// Name of the snapshot, in lower case.
	DBSnapshotIdentifier *string
	// ARN that identifies the tenant database in this snapshot.
	DBSnapshotTenantDatabaseARN *string
	// Permanent resource ID of the instance.
	DbiResourceId *string
	// Engine of the instance, for example oracle-ee-cdb.
	EngineName *string
	// Name of the master user, who administers the tenant database.
	MasterUsername *string
	// Character set of NCHAR columns, for example AL16UTF16.
	NcharCharacterSetName *string
	// Type of the snapshot: manual or automated.
	SnapshotType *string
	// Tags of the tenant database when the snapshot was taken.
	TagList []Tag `query:",item=Tag"`
	// Name of the tenant database that clients use to connect.
	TenantDBName *string
	// When the tenant database was created.
	TenantDatabaseCreateTime *time.Time
	// Permanent ID of the tenant database.
	TenantDatabaseResourceId *string
}
