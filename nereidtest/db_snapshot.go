package nereidtest

import (
	"slices"
	"strings"

	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A dbSnapshot is a snapshot of an instance that belongs to no cluster. Its name
// has nothing to do with those of cluster snapshots.
type dbSnapshot struct {
	making
	name   string
	db     rdstypes.DBSnapshot // what does not follow from the rest
	tags   []rdstypes.Tag
	sizeGB int32
}

// dbSnapshotOutput is the output of the operations on one of them.
type dbSnapshotOutput struct {
	DBSnapshot *rdstypes.DBSnapshot
}

// dbSnapshot finds a snapshot of an instance by name or ARN.
func (r *region) dbSnapshot(id string) (*dbSnapshot, error) {
	name, ok := r.nameOf("snapshot", id)
	if s := r.dbSnaps[name]; ok && s != nil {
		return s, nil
	}
	return nil, &rdstypes.DBSnapshotNotFoundFault{Message: message("DBSnapshot %s not found.", shorten(id))}
}

// describeDBSnapshot leaves out when the snapshot was taken until it is there, as
// users of AWS have seen.
func (r *region) describeDBSnapshot(s *dbSnapshot) *rdstypes.DBSnapshot {
	d := s.db
	d.DBSnapshotIdentifier = &s.name
	d.DBSnapshotArn = str(r.arnOf("snapshot", s.name))
	d.Status = str(r.shown(&s.lifecycle))
	d.PercentProgress = r.made(&s.making)
	d.TagList = slices.Clone(s.tags)
	switch s.status {
	case "creating":
		d.SnapshotCreateTime, d.OriginalSnapshotCreateTime = nil, nil
	case "pending", "copying":
		d.SnapshotCreateTime = nil
	}
	return &d
}

// newDBSnapshot makes a snapshot of what an instance is at present.
func (r *region) newDBSnapshot(name, kind string, i *instance, tags []rdstypes.Tag) *dbSnapshot {
	d := &i.db
	taken, port, size := r.now, i.port, int64(i.sizeGB)<<30
	return &dbSnapshot{
		name:   name,
		tags:   tags,
		sizeGB: i.sizeGB,
		db: rdstypes.DBSnapshot{
			AllocatedStorage:                 d.AllocatedStorage,
			AvailabilityZone:                 d.AvailabilityZone,
			BackupRetentionPeriod:            d.BackupRetentionPeriod,
			DBInstanceIdentifier:             str(i.name),
			DbiResourceId:                    d.DbiResourceId,
			Encrypted:                        d.StorageEncrypted,
			Engine:                           d.Engine,
			EngineVersion:                    d.EngineVersion,
			FullSnapshotSizeInBytes:          &size,
			IAMDatabaseAuthenticationEnabled: d.IAMDatabaseAuthenticationEnabled,
			InstanceCreateTime:               d.InstanceCreateTime,
			KmsKeyId:                         d.KmsKeyId,
			LicenseModel:                     d.LicenseModel,
			MasterUsername:                   d.MasterUsername,
			OriginalSnapshotCreateTime:       &taken,
			Port:                             &port,
			PreferredBackupWindow:            d.PreferredBackupWindow,
			SnapshotCreateTime:               &taken,
			SnapshotTarget:                   str("region"),
			SnapshotType:                     &kind,
			StorageType:                      d.StorageType,
			VpcId:                            str(r.vpc()),
		},
	}
}

// roomForDBSnapshot is roomForSnapshot for one of an instance.
func (r *region) roomForDBSnapshot(param, id string) (name string, taken, err error) {
	if name, err = newName(param, id, 255); err != nil {
		return "", nil, err
	}
	if r.dbSnaps[name] != nil {
		taken = &rdstypes.DBSnapshotAlreadyExistsFault{Message: message(
			"Cannot create the snapshot because a snapshot with the identifier %s already exists.", name)}
	}
	if err := r.early(taken); err != nil {
		return "", nil, err
	}
	manual := 0
	for _, s := range r.dbSnaps {
		if *s.db.SnapshotType == "manual" {
			manual++
		}
	}
	if limit := r.limits.ManualDBSnapshots; reached(manual, limit) {
		return "", nil, &rdstypes.SnapshotQuotaExceededFault{Message: message("Cannot create more than %d manual snapshots.", limit)}
	}
	return name, taken, nil
}

// lastDBSnapshot begins the snapshot that is taken before an instance goes.
func (r *region) lastDBSnapshot(param, id string, i *instance) (*dbSnapshot, error) {
	name, taken, err := r.roomForDBSnapshot(param, id)
	if err == nil {
		err = taken
	}
	if err != nil {
		return nil, err
	}
	return r.takeDBSnapshot(name, i, nil)
}

// takeDBSnapshot begins a snapshot, with those tags on top of the instance's if it
// says so.
func (r *region) takeDBSnapshot(name string, i *instance, tags []rdstypes.Tag) (*dbSnapshot, error) {
	var have []rdstypes.Tag
	if deref(i.db.CopyTagsToSnapshot, false) {
		have = i.tags
	}
	tags, err := r.withTags(have, tags)
	if err != nil {
		return nil, err
	}
	s := r.newDBSnapshot(name, "manual", i, tags)
	r.dbSnaps[name] = s
	note := func(ofInstance, ofSnapshot string) {
		i.notef(backup, "%s", ofInstance)
		r.notef(rdstypes.SourceTypeDbSnapshot, name, creation, "%s", ofSnapshot)
	}
	note("Backing up DB instance.", "Creating manual snapshot.")
	r.take(&s.making, func() { note("Finished DB instance backup.", "Manual snapshot created.") })
	return s, nil
}

// createDBSnapshot is not for instances of clusters.
func (r *region) createDBSnapshot(in *rds.CreateDBSnapshotInput) (*dbSnapshotOutput, error) {
	i, err := r.instance(*in.DBInstanceIdentifier)
	switch {
	case err != nil:
		return nil, err
	case i.cluster != nil:
		return nil, invalidValue("The specified instance is a member of a cluster and a snapshot cannot be created directly. " +
			"Please use the CreateDBClusterSnapshot API instead.")
	}
	name, taken, err := r.roomForDBSnapshot("DBSnapshotIdentifier", *in.DBSnapshotIdentifier)
	switch {
	case err != nil:
		return nil, err
	case !oneOf(i.status, "available", "storage-optimization"):
		return nil, i.notAvailable()
	case taken != nil:
		return nil, taken
	}
	s, err := r.takeDBSnapshot(name, i, in.Tags)
	if err != nil {
		return nil, err
	}
	r.backUp(&i.lifecycle)
	return &dbSnapshotOutput{r.describeDBSnapshot(s)}, nil
}

// copyDBSnapshot copies within a region and from another one, under the rules of
// copyDBClusterSnapshot, except that a key encrypts a copy of what is not encrypted.
// Option groups are taken to exist, and there are no custom availability zones.
func (r *region) copyDBSnapshot(in *rds.CopyDBSnapshotInput) (*dbSnapshotOutput, error) {
	source := *in.SourceDBSnapshotIdentifier
	from, err := r.sourceRegion("SourceDBSnapshotIdentifier", source, "snapshot")
	if err != nil {
		return nil, err
	}
	remote := from != r
	if in.PreSignedUrl != nil {
		if err := r.checkPresigned("CopyDBSnapshot", *in.PreSignedUrl, from.name, "SourceDBSnapshotIdentifier", "KmsKeyId"); err != nil {
			return nil, err
		}
	}
	s, err := from.dbSnapshot(source)
	if err != nil {
		return nil, err
	}
	key, encrypted := s.db.KmsKeyId, deref(s.db.Encrypted, false)
	if remote && encrypted {
		if err := checkRemoteKey(in.KmsKeyId, in.PreSignedUrl); err != nil {
			return nil, err
		}
	}
	if zone := in.TargetCustomAvailabilityZone; zone != nil {
		return nil, &rdstypes.CustomAvailabilityZoneNotFoundFault{Message: message("Custom availability zone %s not found.", shorten(*zone))}
	}
	target := deref(in.SnapshotTarget, "region")
	switch {
	case !oneOf(target, "region", "local"):
		return nil, invalidValue("Invalid snapshot target: %s. Valid values are region and local.", shorten(target))
	case (target == "local") != (in.SnapshotAvailabilityZone != nil):
		return nil, invalidCombination("SnapshotAvailabilityZone goes with the snapshot target local.")
	}
	name, taken, err := r.roomForDBSnapshot("TargetDBSnapshotIdentifier", *in.TargetDBSnapshotIdentifier)
	if err != nil {
		return nil, err
	}
	if in.KmsKeyId != nil {
		arn, err := r.checkKey(*in.KmsKeyId)
		if err != nil {
			return nil, err
		}
		key, encrypted = &arn, true
	}
	if s.status != "available" {
		return nil, dbSnapshotState(s, "it is in the state "+s.status)
	}
	copies := 0
	for _, other := range r.dbSnaps {
		copies += other.copying()
	}
	if err := checkCopies(copies, r.limits.DBSnapshotCopies); err != nil {
		return nil, err
	}
	var tags []rdstypes.Tag
	if deref(in.CopyTags, false) {
		tags = s.tags
	}
	if tags, err = r.withTags(tags, in.Tags); err != nil {
		return nil, err
	}
	if taken != nil {
		return nil, taken
	}

	c := &dbSnapshot{name: name, db: s.db, tags: tags, sizeGB: s.sizeGB}
	kind, began := "manual", r.now
	c.db.SnapshotType, c.db.SnapshotCreateTime, c.db.KmsKeyId, c.db.Encrypted = &kind, &began, key, &encrypted
	c.db.SnapshotTarget, c.db.SnapshotAvailabilityZone = &target, in.SnapshotAvailabilityZone
	c.db.SourceRegion, c.db.SourceDBSnapshotIdentifier = str(from.name), nil
	assign(&c.db.OptionGroupName, in.OptionGroupName)
	if remote {
		c.db.SourceDBSnapshotIdentifier = str(from.arnOf("snapshot", s.name))
		c.db.AvailabilityZone, c.db.VpcId = &r.zones()[0], str(r.vpc())
	}
	r.dbSnaps[name] = c
	r.runCopy(&c.making, rdstypes.SourceTypeDbSnapshot, name, from)
	return &dbSnapshotOutput{r.describeDBSnapshot(c)}, nil
}

func (r *region) deleteDBSnapshot(in *rds.DeleteDBSnapshotInput) (*dbSnapshotOutput, error) {
	s, err := r.dbSnapshot(*in.DBSnapshotIdentifier)
	switch {
	case err != nil:
		return nil, err
	case !s.deletable():
		return nil, dbSnapshotState(s, "it is in the state "+s.status)
	case *s.db.SnapshotType != "manual":
		return nil, dbSnapshotState(s, "only manual snapshots can be deleted")
	}
	r.enterFor(&s.lifecycle, "deleting", r.timings.SnapshotDelete, func() {
		delete(r.dbSnaps, s.name)
		r.notef(rdstypes.SourceTypeDbSnapshot, s.name, deletion, "DB snapshot deleted.")
	})
	return &dbSnapshotOutput{r.describeDBSnapshot(s)}, nil
}

func dbSnapshotState(s *dbSnapshot, why string) error {
	return &rdstypes.InvalidDBSnapshotStateFault{Message: message("Invalid state of the snapshot %s: %s.", s.name, why)}
}

func (r *region) describeDBSnapshots(in *rds.DescribeDBSnapshotsInput) (*rds.DescribeDBSnapshotsOutput, error) {
	if in.DBInstanceIdentifier != nil && in.DBSnapshotIdentifier != nil {
		return nil, invalidCombination("DBInstanceIdentifier and DBSnapshotIdentifier cannot be given together.")
	}
	kind := deref(in.SnapshotType, "")
	if kind != "" && !isSnapshotType(kind) {
		return nil, invalidValue("Invalid snapshot type: %s", shorten(kind))
	}
	if err := checkFilterValues(in.Filters, "snapshot-type", isSnapshotType); err != nil {
		return nil, err
	}
	if err := checkFilterValues(in.Filters, "engine", isInstanceEngine); err != nil {
		return nil, err
	}
	found := sorted(r.dbSnaps)
	if id := in.DBSnapshotIdentifier; id != nil {
		s, err := r.dbSnapshot(*id)
		if err != nil {
			return nil, err
		}
		found = []*dbSnapshot{s}
	}
	instanceName, isOurs := "", true
	if id := in.DBInstanceIdentifier; id != nil {
		instanceName, isOurs = r.nameOf("db", *id)
	}
	found = slices.DeleteFunc(found, func(s *dbSnapshot) bool {
		return !isOurs || instanceName != "" && instanceName != *s.db.DBInstanceIdentifier ||
			kind != "" && kind != *s.db.SnapshotType ||
			in.DbiResourceId != nil && *in.DbiResourceId != *s.db.DbiResourceId
	})
	key := func(s *dbSnapshot) string { return s.name }
	page, marker, err := list(query{r, lowered(in.Filters), in.Marker, in.MaxRecords}, found, key, func(name string) property[*dbSnapshot] {
		switch name {
		case "db-instance-id":
			return func(s *dbSnapshot) []string {
				return []string{*s.db.DBInstanceIdentifier, r.arnOf("db", *s.db.DBInstanceIdentifier)}
			}
		case "db-snapshot-id":
			return func(s *dbSnapshot) []string { return []string{s.name} }
		case "dbi-resource-id":
			return func(s *dbSnapshot) []string { return []string{strings.ToLower(*s.db.DbiResourceId)} }
		case "snapshot-type":
			return func(s *dbSnapshot) []string { return []string{*s.db.SnapshotType} }
		case "engine":
			return func(s *dbSnapshot) []string { return []string{*s.db.Engine} }
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := &rds.DescribeDBSnapshotsOutput{Marker: marker, DBSnapshots: make([]rdstypes.DBSnapshot, len(page))}
	for i, s := range page {
		out.DBSnapshots[i] = *r.describeDBSnapshot(s)
	}
	return out, nil
}
