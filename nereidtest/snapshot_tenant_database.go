package nereidtest

import (
	"encoding/hex"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

type describeDBSnapshotTenantDatabasesOutput struct {
	DBSnapshotTenantDatabases []rdstypes.DBSnapshotTenantDatabase `query:",item=DBSnapshotTenantDatabase"`
	Marker                    *string
}

// A describeDBSnapshotTenantDatabasesInput is the input of
// [region.DescribeDBSnapshotTenantDatabases].
type describeDBSnapshotTenantDatabasesInput struct {
	DBInstanceIdentifier *string
	DBSnapshotIdentifier *string
	DbiResourceId        *string
	Filters              []filter `query:",item=Filter"`
	Marker               *string
	MaxRecords           *int32
	SnapshotType         *string
}

// DescribeDBSnapshotTenantDatabases lists the tenant databases in DB snapshots.
//
// Behavior:
//   - An unknown snapshot is rejected.
//   - Only snapshots added by [Server.AddDBSnapshot], and copies of them, have
//     tenant databases.
func (r *region) DescribeDBSnapshotTenantDatabases(in *describeDBSnapshotTenantDatabasesInput) (*describeDBSnapshotTenantDatabasesOutput, error) {
	kind := deref(in.SnapshotType, "")
	if kind != "" && !isSnapshotType(kind) {
		return nil, invalidValue("Invalid snapshot type: %s", shorten(kind))
	}
	snapshots := r.dbSnapshots().seen()
	if in.DBSnapshotIdentifier != nil {
		s, err := r.dbSnapshots().findSeen(*in.DBSnapshotIdentifier)
		if err != nil {
			return nil, err
		}
		snapshots = []*dbSnapshot{s}
	}
	var found []rdstypes.DBSnapshotTenantDatabase
	for _, s := range snapshots {
		if kind != "" && kind != *s.db.SnapshotType || in.DbiResourceId != nil && *in.DbiResourceId != *s.db.DbiResourceId ||
			in.DBInstanceIdentifier != nil && !strings.EqualFold(*in.DBInstanceIdentifier, *s.db.DBInstanceIdentifier) {
			continue
		}
		for _, name := range s.tenants {
			id := "tdb-" + hex.EncodeToString(digest(*s.db.DbiResourceId, name))[:26]
			found = append(found, rdstypes.DBSnapshotTenantDatabase{
				CharacterSetName: str("AL32UTF8"), DBInstanceIdentifier: s.db.DBInstanceIdentifier, DBSnapshotIdentifier: &s.name,
				DBSnapshotTenantDatabaseARN: str(r.arnOf("snapshot-tenant-database", s.name+":"+id)), DbiResourceId: s.db.DbiResourceId,
				EngineName: s.db.Engine, MasterUsername: s.db.MasterUsername, NcharCharacterSetName: str("AL16UTF16"), SnapshotType: s.db.SnapshotType,
				TagList: []tag{}, TenantDBName: &name, TenantDatabaseCreateTime: s.db.InstanceCreateTime, TenantDatabaseResourceId: &id,
			})
		}
	}
	key := func(d rdstypes.DBSnapshotTenantDatabase) string {
		return *d.DBSnapshotIdentifier + "/" + *d.TenantDBName
	}
	one := func(of func(rdstypes.DBSnapshotTenantDatabase) *string) func(rdstypes.DBSnapshotTenantDatabase) []string {
		return func(d rdstypes.DBSnapshotTenantDatabase) []string { return []string{deref(of(d), "")} }
	}
	page, marker, err := list(query{in.Filters, in.Marker, in.MaxRecords}, found, key, filters[rdstypes.DBSnapshotTenantDatabase]{
		"tenant-db-name":              one(func(d rdstypes.DBSnapshotTenantDatabase) *string { return d.TenantDBName }),
		"tenant-database-resource-id": one(func(d rdstypes.DBSnapshotTenantDatabase) *string { return d.TenantDatabaseResourceId }),
		"dbi-resource-id":             one(func(d rdstypes.DBSnapshotTenantDatabase) *string { return lowerPtr(d.DbiResourceId) }),
		"db-instance-id":              one(func(d rdstypes.DBSnapshotTenantDatabase) *string { return d.DBInstanceIdentifier }),
		"db-snapshot-id":              one(func(d rdstypes.DBSnapshotTenantDatabase) *string { return d.DBSnapshotIdentifier }),
		"snapshot-type":               one(func(d rdstypes.DBSnapshotTenantDatabase) *string { return d.SnapshotType }),
	})
	if err != nil {
		return nil, err
	}
	return &describeDBSnapshotTenantDatabasesOutput{page, marker}, nil
}
