package types

import "time"

// DBSnapshotTenantDatabase is a tenant database (an Oracle pluggable database) in a snapshot of an
// instance.
//
// AWS page:
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshotTenantDatabase.html
type DBSnapshotTenantDatabase struct {
	// Character set of the tenant database, for example AL32UTF8.
	CharacterSetName *string
	// Name of the instance that the snapshot was taken of.
	DBInstanceIdentifier *string
	// Name of the snapshot, in lower case.
	DBSnapshotIdentifier *string
	// ARN that identifies the tenant database in this snapshot.
	DBSnapshotTenantDatabaseARN *string
	// Resource ID of the instance, which never changes.
	DbiResourceId *string
	// Engine of the instance, for example oracle-ee-cdb.
	EngineName *string
	// Name of the user that administers the tenant database.
	MasterUsername *string
	// Character set of NCHAR columns, for example AL16UTF16.
	NcharCharacterSetName *string
	// manual or automated.
	SnapshotType *string
	// Tags of the tenant database at the time of the snapshot.
	TagList []Tag `query:",item=Tag"`
	// Name of the tenant database, as clients use it to connect.
	TenantDBName *string
	// When the tenant database was created.
	TenantDatabaseCreateTime *time.Time
	// ID of the tenant database. It never changes.
	TenantDatabaseResourceId *string
}
