package nereidtest

import (
	"slices"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// clusterBackups describes the automated backups of a cluster.
type clusterBackups struct {
	backups[*clusterSnapshot]
	source      *cluster           // nil if the backups are retained
	of          rdstypes.DBCluster // the cluster when its backups ended
	clusterName string             // as it was when the backups ended
}

var clusterBackupsKind = kind{
	arn:      "cluster-auto-backup",
	notFound: refusal{"DBClusterAutomatedBackupNotFoundFault", "DBClusterAutomatedBackup %s not found."},
	quota: refusal{
		"DBClusterAutomatedBackupQuotaExceededFault",
		"Can't retain automated backup because the quota for retained automated backups was exceeded. The quota is %d.",
	},
}

func (r *region) clusterBackups() *collection[*clusterBackups] {
	return collectionOf[*clusterBackups](r, &clusterBackupsKind)
}

// beginBackups starts the automated backups of a new cluster.
func (c *cluster) beginBackups() {
	r, id := c.region, *c.db.DbClusterResourceId
	b := &clusterBackups{source: c, backups: backups[*clusterSnapshot]{
		resource: resource{region: r, kind: &clusterBackupsKind, name: r.backupsName("cab", id)},
		sourceID: id, began: *c.db.ClusterCreateTime, window: func() string { return *c.db.PreferredBackupWindow }, snapshot: c.takeAutomated,
	}}
	b.status = "active"
	r.clusterBackups().add(b)
	b.touch()
	c.backups = b
	b.planSnapshot()
}

// takeAutomated takes the daily automated snapshot, if the cluster is
// available.
func (c *cluster) takeAutomated() {
	r := c.region
	name := automatedName(c.name, r.now)
	tags, err := r.newTags(nil, c.tags, *c.db.CopyTagsToSnapshot)
	if err != nil || c.ready() != nil || r.clusterSnapshots().get(name) != nil {
		return
	}
	s := r.newClusterSnapshot(name, "automated", c, tags)
	r.clusterSnapshots().add(s)
	s.notef(backup, "Creating automated cluster snapshot")
	c.backups.taken = append(c.backups.taken, s)
	s.take(func() {
		s.notef(backup, "Automated cluster snapshot created")
		if c.backups != nil {
			c.backups.expire(r.clusterSnapshots(), *c.db.BackupRetentionPeriod)
		}
	})
}

// endBackups ends the automated backups of a deleted cluster. If retain is set,
// the backups are retained. Otherwise, they are removed.
func (c *cluster) endBackups(retain bool) { c.endBackupsAt(c.region.now, retain) }

func (c *cluster) endBackupsAt(at time.Time, retain bool) {
	r, b := c.region, c.backups
	if c.backups = nil; b == nil {
		return
	}
	b.finish(at, *c.db.BackupRetentionPeriod)
	b.source, b.of, b.clusterName, b.sizeGB = nil, c.db, c.name, c.sizeGB
	if !retain {
		b.drop()
		return
	}
	b.retain(r.clusterSnapshots(), b.drop)
}

// drop removes the backups and all automated snapshots of the cluster,
// including snapshots that a test added.
func (b *clusterBackups) drop() {
	r := b.region
	for _, s := range r.clusterSnapshots().all() {
		if *s.db.SnapshotType == "automated" && deref(s.db.DbClusterResourceId, "") == b.sourceID {
			r.clusterSnapshots().remove(s)
		}
	}
	if c := b.source; c != nil { // a test calls Remove
		c.backups = nil
		b.finish(b.region.now, 0)
	}
	r.clusterBackups().discard(b)
}

// roomForClusterBackups returns an error if the quota is used up. The quota
// limits how many deleted clusters can have retained backups.
func (r *region) roomForClusterBackups() error {
	retained := r.clusterBackups().count(func(b *clusterBackups) bool { return b.source == nil })
	return r.clusterBackups().roomBeside(retained, r.limits.Clusters)
}

func (b *clusterBackups) shape() any { return b.region.describeClusterBackups(b) }

func (r *region) describeClusterBackups(b *clusterBackups) *rdstypes.DBClusterAutomatedBackup {
	c, name := &b.of, b.clusterName
	latest := b.ended
	if b.source != nil {
		c, name, latest = &b.source.db, b.source.name, r.restorable(&b.source.resource)
	}
	window := b.restoreWindow(latest, *c.BackupRetentionPeriod)
	if b.source != nil && b.source.status == "creating" {
		window = &rdstypes.RestoreWindow{}
	}
	return &rdstypes.DBClusterAutomatedBackup{
		AllocatedStorage:                 c.AllocatedStorage,
		AvailabilityZones:                c.AvailabilityZones,
		BackupRetentionPeriod:            c.BackupRetentionPeriod,
		ClusterCreateTime:                c.ClusterCreateTime,
		DBClusterArn:                     str(r.arnOf("cluster", name)),
		DBClusterAutomatedBackupsArn:     str(b.arn()),
		DBClusterIdentifier:              &name,
		DbClusterResourceId:              &b.sourceID,
		Engine:                           c.Engine,
		EngineMode:                       c.EngineMode,
		EngineVersion:                    c.EngineVersion,
		IAMDatabaseAuthenticationEnabled: c.IAMDatabaseAuthenticationEnabled,
		Iops:                             c.Iops,
		KmsKeyId:                         c.KmsKeyId,
		LicenseModel:                     str(snapshotLicenseOf(*c.Engine)),
		MasterUsername:                   c.MasterUsername,
		Port:                             c.Port,
		PreferredBackupWindow:            c.PreferredBackupWindow,
		Region:                           str(r.name),
		RestoreWindow:                    window,
		Status:                           str(b.shown()),
		StorageEncrypted:                 c.StorageEncrypted,
		StorageEncryptionType:            r.encryptionType(c.KmsKeyId),
		StorageType:                      c.StorageType,
		TagList:                          listed(b.tags),
		VpcId:                            str(r.vpc()),
	}
}

// sourceName returns the name of the cluster.
func (b *clusterBackups) sourceName() string {
	if b.source != nil {
		return b.source.name
	}
	return b.clusterName
}

type describeDBClusterAutomatedBackupsOutput struct {
	Marker                    *string
	DBClusterAutomatedBackups []rdstypes.DBClusterAutomatedBackup `query:",item=DBClusterAutomatedBackup"`
}

// A describeDBClusterAutomatedBackupsInput is the input of
// [region.DescribeDBClusterAutomatedBackups].
type describeDBClusterAutomatedBackupsInput struct {
	Filters                                          []filter `query:",item=Filter"`
	DBClusterIdentifier, DbClusterResourceId, Marker *string
	MaxRecords                                       *int32
}

// DescribeDBClusterAutomatedBackups lists the automated backups of clusters.
//
// Behavior:
//   - Backups of an existing cluster have the status active. Backups of a
//     deleted cluster have the status retained.
//   - The restore window moves forward with time. For retained backups, it ends
//     at the time when the cluster was deleted.
//   - If no backups match the identifier or the resource ID in a parameter, the
//     request is rejected. If none match the value of a filter, the list is
//     empty.
//
// It is not known whether AWS finds retained backups by the cluster's name. The
// fake does.
func (r *region) DescribeDBClusterAutomatedBackups(in *describeDBClusterAutomatedBackupsInput) (*describeDBClusterAutomatedBackupsOutput, error) {
	keep := func(b *clusterBackups) bool {
		return (in.DBClusterIdentifier == nil || strings.EqualFold(*in.DBClusterIdentifier, b.sourceName())) &&
			(in.DbClusterResourceId == nil || strings.EqualFold(*in.DbClusterResourceId, b.sourceID))
	}
	if in.DBClusterIdentifier != nil || in.DbClusterResourceId != nil {
		if !slices.ContainsFunc(r.clusterBackups().seen(), keep) {
			return nil, clusterBackupsKind.notFound.of(shorten(deref(in.DbClusterResourceId, deref(in.DBClusterIdentifier, ""))))
		}
	}
	page, marker, err := r.clusterBackups().page(query{in.Filters, in.Marker, in.MaxRecords}, nil, keep, filters[*clusterBackups]{
		"status": func(b *clusterBackups) []string { return []string{b.seenStatus()} },
		"db-cluster-id": func(b *clusterBackups) []string {
			return []string{b.sourceName(), r.arnOf("cluster", b.sourceName())}
		},
		"db-cluster-resource-id": func(b *clusterBackups) []string { return []string{strings.ToLower(b.sourceID), b.arn()} },
	})
	if err != nil {
		return nil, err
	}
	return &describeDBClusterAutomatedBackupsOutput{marker, each(page, r.describeClusterBackups)}, nil
}

type deleteDBClusterAutomatedBackupOutput struct {
	DBClusterAutomatedBackup *rdstypes.DBClusterAutomatedBackup
}

// A deleteDBClusterAutomatedBackupInput is the input of
// [region.DeleteDBClusterAutomatedBackup].
type deleteDBClusterAutomatedBackupInput struct {
	DbClusterResourceId *string `query:",required"`
}

// DeleteDBClusterAutomatedBackup removes the retained backups of a deleted cluster.
//
// Behavior:
//   - Backups of an existing cluster are rejected.
//   - The reply shows the status deleted and an empty restore window. The
//     backups and their automated snapshots are removed immediately.
func (r *region) DeleteDBClusterAutomatedBackup(in *deleteDBClusterAutomatedBackupInput) (*deleteDBClusterAutomatedBackupOutput, error) {
	b, err := r.findClusterBackups(*in.DbClusterResourceId)
	switch {
	case err != nil:
		return nil, err
	case b.source != nil:
		return nil, apiError("InvalidDBClusterAutomatedBackupStateFault", "The automated backup %s is associated with the DbCluster %s.", b.name, b.source.name)
	}
	out := r.describeClusterBackups(b)
	out.Status, out.RestoreWindow = str("deleted"), &rdstypes.RestoreWindow{}
	b.drop()
	return &deleteDBClusterAutomatedBackupOutput{out}, nil
}

// findClusterBackups finds backups by the cluster's resource ID.
func (r *region) findClusterBackups(id string) (*clusterBackups, error) {
	all := r.clusterBackups().all()
	if at := slices.IndexFunc(all, func(b *clusterBackups) bool { return strings.EqualFold(b.sourceID, id) }); at >= 0 {
		return all[at], nil
	}
	return nil, clusterBackupsKind.notFound.of(shorten(id))
}
