package nereidtest

import (
	"slices"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// instanceBackups describes the automated backups of a standalone instance,
// either in the instance's region or replicated to another region.
type instanceBackups struct {
	backups[*dbSnapshot]
	source       *instance           // nil if the backups are retained
	remote       bool                // whether the source is in another region
	of           rdstypes.DBInstance // the instance when its backups ended
	home         *region             // the instance's region
	instanceName string              // as it was when the backups ended
	port         int32               // the instance's port when the backups ended

	// For replicated backups only:
	key  *string // the KMS key that encrypts the backups
	keep int32   // retention period in days
}

var instanceBackupsKind = kind{
	arn:      "auto-backup",
	notFound: refusal{"DBInstanceAutomatedBackupNotFound", "DBInstanceAutomatedBackup %s not found."},
	quota: refusal{
		"DBInstanceAutomatedBackupQuotaExceeded",
		"Can't retain automated backup because the quota for retained automated backups was exceeded. The quota is %d.",
	},
}

func (r *region) instanceBackups() *collection[*instanceBackups] {
	return collectionOf[*instanceBackups](r, &instanceBackupsKind)
}

// turnsBackups reports whether a new retention period turns automated backups
// on or off.
func (i *instance) turnsBackups(days *int32) bool {
	return days != nil && (*days == 0) != (deref(i.db.BackupRetentionPeriod, 0) == 0)
}

// changeBackups applies a change to the retention period or the backup window.
func (i *instance) changeBackups() {
	switch days := deref(i.db.BackupRetentionPeriod, 0); {
	case days == 0:
		i.endBackups(false)
	case i.backups == nil:
		i.beginBackups(i.region.now)
	default:
		i.backups.planSnapshot()
	}
}

// beginBackups starts the automated backups of a standalone instance, unless
// its retention period is 0.
func (i *instance) beginBackups(at time.Time) {
	r, id := i.region, *i.db.DbiResourceId
	if i.cluster != nil || deref(i.db.BackupRetentionPeriod, 0) == 0 {
		return
	}
	b := &instanceBackups{source: i, home: r, backups: backups[*dbSnapshot]{
		resource: resource{region: r, kind: &instanceBackupsKind, name: r.backupsName("ab", id)},
		sourceID: id, began: at, window: func() string { return *i.db.PreferredBackupWindow }, snapshot: i.takeAutomated,
	}}
	b.status = "active"
	r.instanceBackups().add(b)
	b.touch()
	i.backups = b
	b.planSnapshot()
}

// takeAutomated takes the daily automated snapshot, if the instance is
// available.
func (i *instance) takeAutomated() {
	r := i.region
	name := automatedName(i.name, r.now)
	tags, err := r.newTags(nil, i.tags, *i.db.CopyTagsToSnapshot)
	if err != nil || i.status != "available" || r.dbSnapshots().get(name) != nil {
		return
	}
	s := r.newDBSnapshot(name, "automated", i, tags)
	r.dbSnapshots().add(s)
	note := func(ofInstance, ofSnapshot string) {
		i.notef(backup, "%s", ofInstance)
		s.notef(creation, "%s", ofSnapshot)
	}
	note("Backing up DB instance", "Creating automated snapshot")
	i.backups.taken = append(i.backups.taken, s)
	s.take(func() {
		note("Finished DB instance backup", "Automated snapshot created")
		if i.backups != nil {
			i.backups.expire(r.dbSnapshots(), *i.db.BackupRetentionPeriod)
		}
	})
}

// endBackups ends the automated backups of an instance that is being deleted or
// that no longer keeps backups. If retain is set, the backups are retained.
// Otherwise, they are removed. Replicated backups are always retained.
func (i *instance) endBackups(retain bool) { i.endBackupsAt(i.region.now, retain) }

func (i *instance) endBackupsAt(at time.Time, retain bool) {
	for _, replica := range slices.Clone(i.replicas) {
		replica.stopReplication()
	}
	r, b := i.region, i.backups
	if i.backups = nil; b == nil {
		return
	}
	b.end(at, *i.db.BackupRetentionPeriod)
	if !retain {
		b.drop()
		return
	}
	b.retain(r.dbSnapshots(), b.drop)
}

// end ends the backups and records what a later restore needs to know about the
// instance. The existing backups are kept for the given number of days.
func (b *instanceBackups) end(at time.Time, days int32) {
	i := b.source
	b.of = *i.region.describeInstance(i)
	b.finish(at, days)
	b.source, b.instanceName, b.port, b.sizeGB = nil, i.name, i.port, i.sizeGB
}

// drop removes the backups and all automated snapshots of the instance,
// including snapshots that a test added.
func (b *instanceBackups) drop() {
	r := b.region
	for _, s := range r.dbSnapshots().all() {
		if *s.db.SnapshotType == "automated" && deref(s.db.DbiResourceId, "") == b.sourceID {
			r.dbSnapshots().remove(s)
		}
	}
	if i := b.source; i != nil { // a test calls Remove
		i.replicas = slices.DeleteFunc(i.replicas, func(other *instanceBackups) bool { return other == b })
		if i.backups == b {
			i.backups = nil
		}
		b.end(b.region.now, b.keep)
	}
	r.instanceBackups().discard(b)
}

// roomForInstanceBackups returns an error if the quota is used up. The quota
// limits how many instances can have retained or replicated backups in this
// region.
func (r *region) roomForInstanceBackups() error {
	have := r.instanceBackups().count(func(b *instanceBackups) bool { return b.source == nil || b.remote })
	return r.instanceBackups().roomBeside(have, r.limits.Instances)
}

// state returns the status that Describe responses show. For a new instance,
// the status of the backups is creating until the first backup is complete. The
// fake does not list that first backup as a snapshot.
func (b *instanceBackups) state() string {
	if b.status == "active" && (b.source.status == "creating" || b.region.now.Before(b.began.Add(b.region.timings.SnapshotCreate))) {
		return "creating"
	}
	return b.shown()
}

func (b *instanceBackups) shape() any { return b.region.describeInstanceBackups(b) }

func (r *region) describeInstanceBackups(b *instanceBackups) *rdstypes.DBInstanceAutomatedBackup {
	i, name, port, latest := &b.of, b.instanceName, b.port, b.ended
	if b.source != nil {
		i, name, port, latest = b.source.region.describeInstance(b.source), b.source.name, b.source.port, r.restorable(&b.source.resource)
	}
	d := &rdstypes.DBInstanceAutomatedBackup{
		AllocatedStorage:                       i.AllocatedStorage,
		AvailabilityZone:                       i.AvailabilityZone,
		BackupRetentionPeriod:                  i.BackupRetentionPeriod,
		BackupTarget:                           str("region"),
		DBInstanceArn:                          str(b.home.arnOf("db", name)),
		DBInstanceAutomatedBackupsArn:          str(b.arn()),
		DBInstanceAutomatedBackupsReplications: i.DBInstanceAutomatedBackupsReplications,
		DBInstanceIdentifier:                   &name,
		DbiResourceId:                          &b.sourceID,
		Encrypted:                              i.StorageEncrypted,
		Engine:                                 i.Engine,
		EngineVersion:                          i.EngineVersion,
		IAMDatabaseAuthenticationEnabled:       i.IAMDatabaseAuthenticationEnabled,
		InstanceCreateTime:                     i.InstanceCreateTime,
		Iops:                                   i.Iops,
		KmsKeyId:                               i.KmsKeyId,
		LicenseModel:                           i.LicenseModel,
		MasterUsername:                         i.MasterUsername,
		OptionGroupName:                        i.OptionGroupMemberships[0].OptionGroupName,
		Port:                                   &port,
		PreferredBackupWindow:                  i.PreferredBackupWindow,
		Region:                                 str(b.home.name),
		Status:                                 str(b.state()),
		StorageThroughput:                      i.StorageThroughput,
		StorageType:                            i.StorageType,
		TagList:                                listed(b.tags),
		Timezone:                               i.Timezone,
		VpcId:                                  str(b.home.vpc()),
	}
	if b.remote {
		d.BackupRetentionPeriod, d.KmsKeyId, d.DBInstanceAutomatedBackupsReplications = &b.keep, b.key, nil
		d.AvailabilityZone, d.VpcId = nil, nil
	}
	d.RestoreWindow = b.restoreWindow(latest, *d.BackupRetentionPeriod)
	if oneOf(*d.Status, "creating", "pending") {
		d.RestoreWindow = &rdstypes.RestoreWindow{}
	}
	d.StorageEncryptionType = r.encryptionType(d.KmsKeyId)
	return d
}

// sourceName returns the name of the instance.
func (b *instanceBackups) sourceName() string {
	if b.source != nil {
		return b.source.name
	}
	return b.instanceName
}

// sourceARN returns the ARN of the instance whose backups these are. The
// instance may be in another region.
func (b *instanceBackups) sourceARN() string { return b.home.arnOf("db", b.sourceName()) }

type describeDBInstanceAutomatedBackupsOutput struct {
	Marker                     *string
	DBInstanceAutomatedBackups []rdstypes.DBInstanceAutomatedBackup `query:",item=DBInstanceAutomatedBackup"`
}

// A describeDBInstanceAutomatedBackupsInput is the input of
// [region.DescribeDBInstanceAutomatedBackups].
type describeDBInstanceAutomatedBackupsInput struct {
	Filters                                                                    []filter `query:",item=Filter"`
	DBInstanceAutomatedBackupsArn, DBInstanceIdentifier, DbiResourceId, Marker *string
	MaxRecords                                                                 *int32
}

// DescribeDBInstanceAutomatedBackups lists the automated backups of instances.
//
// Behavior:
//   - Backups of an existing instance are listed unless its retention period is
//     0. Their status is creating until the first backup is complete, then
//     active.
//   - Backups of a deleted instance have the status retained. Backups
//     replicated from another region have the status pending at first, then
//     replicating, and finally retained.
//   - The restore window moves forward with time, except for retained backups.
//   - If no backups match the ARN, the name or the resource ID in a parameter,
//     the request is rejected. If none match the value of a filter, the list is
//     empty.
//
// It is not known whether AWS finds retained backups by the instance's name.
// The fake does.
func (r *region) DescribeDBInstanceAutomatedBackups(in *describeDBInstanceAutomatedBackupsInput) (*describeDBInstanceAutomatedBackupsOutput, error) {
	keep := func(b *instanceBackups) bool {
		return (in.DBInstanceIdentifier == nil || strings.EqualFold(*in.DBInstanceIdentifier, b.sourceName())) &&
			(in.DbiResourceId == nil || strings.EqualFold(*in.DbiResourceId, b.sourceID))
	}
	if in.DBInstanceIdentifier != nil || in.DbiResourceId != nil {
		if !slices.ContainsFunc(r.instanceBackups().seen(), keep) {
			return nil, instanceBackupsKind.notFound.of(shorten(deref(in.DbiResourceId, deref(in.DBInstanceIdentifier, ""))))
		}
	}
	page, marker, err := r.instanceBackups().page(query{in.Filters, in.Marker, in.MaxRecords}, in.DBInstanceAutomatedBackupsArn, keep, filters[*instanceBackups]{
		"status": func(b *instanceBackups) []string {
			if _, live := b.seen(); live {
				return []string{b.state()}
			}
			return []string{b.seenStatus()}
		},
		"db-instance-id":  func(b *instanceBackups) []string { return []string{b.sourceName(), b.sourceARN()} },
		"dbi-resource-id": func(b *instanceBackups) []string { return []string{strings.ToLower(b.sourceID), b.arn()} },
	})
	if err != nil {
		return nil, err
	}
	return &describeDBInstanceAutomatedBackupsOutput{marker, each(page, r.describeInstanceBackups)}, nil
}

// instanceBackupsOutput is the output of the operations on the backups of one instance.
type instanceBackupsOutput struct {
	DBInstanceAutomatedBackup *rdstypes.DBInstanceAutomatedBackup
}

// A deleteDBInstanceAutomatedBackupInput is the input of
// [region.DeleteDBInstanceAutomatedBackup].
type deleteDBInstanceAutomatedBackupInput struct {
	DBInstanceAutomatedBackupsArn, DbiResourceId *string
}

// DeleteDBInstanceAutomatedBackup deletes retained backups of an instance.
//
// Behavior:
//   - Only retained backups can be deleted. A request to delete the backups of
//     an existing instance, or backups that are still being replicated, is
//     rejected.
//   - The reply shows the status deleting and an empty restore window. The
//     backups keep this status until they are removed with their automated
//     snapshots.
//   - The request must contain either the ARN or the resource ID.
func (r *region) DeleteDBInstanceAutomatedBackup(in *deleteDBInstanceAutomatedBackupInput) (*instanceBackupsOutput, error) {
	var b *instanceBackups
	var err error
	switch {
	case (in.DBInstanceAutomatedBackupsArn == nil) == (in.DbiResourceId == nil):
		return nil, invalidCombination("Either DBInstanceAutomatedBackupsArn or DbiResourceId has to be specified.")
	case in.DbiResourceId != nil:
		b, err = r.findInstanceBackups(*in.DbiResourceId)
	default:
		b, err = r.instanceBackups().find(*in.DBInstanceAutomatedBackupsArn)
	}
	switch {
	case err != nil:
		return nil, err
	case b.source != nil:
		return nil, backupsState("The automated backup %s is associated with the DB instance %s.", b.name, b.source.name)
	case b.status != "retained":
		return nil, backupsState("The automated backup %s is in the state %s.", b.name, b.status)
	}
	b.enterFor("deleting", r.timings.BackupDelete, b.drop)
	out := r.describeInstanceBackups(b)
	out.Status = str("deleting")
	return &instanceBackupsOutput{out}, nil
}

// findInstanceBackups finds backups by the instance's resource ID.
func (r *region) findInstanceBackups(id string) (*instanceBackups, error) {
	all := r.instanceBackups().all()
	if at := slices.IndexFunc(all, func(b *instanceBackups) bool { return strings.EqualFold(b.sourceID, id) }); at >= 0 {
		return all[at], nil
	}
	return nil, instanceBackupsKind.notFound.of(shorten(id))
}

// hasBackups reports whether the cluster or instance with this resource ID has
// backups.
func (r *region) hasBackups(id string) bool {
	_, err := r.findInstanceBackups(id)
	_, err2 := r.findClusterBackups(id)
	return err == nil || err2 == nil
}

func backupsState(format string, args ...any) error {
	return apiError("InvalidDBInstanceAutomatedBackupState", format, args...)
}
