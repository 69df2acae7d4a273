package nereidtest

import (
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A dbSnapshot is a snapshot of a standalone instance. A DB snapshot and a
// cluster snapshot can have the same name.
type dbSnapshot struct {
	making
	db      rdstypes.DBSnapshot // the description, except for what is computed from the rest
	of      rdstypes.DBInstance // the instance when the snapshot was taken
	ofTags  []tag               // the instance's tags
	tenants []string            // sorted names of the tenant databases
}

var dbSnapshotKind = kind{
	arn:      "snapshot",
	filter:   "db-snapshot-id",
	source:   rdstypes.SourceTypeDbSnapshot,
	notFound: refusal{"DBSnapshotNotFound", "DBSnapshot %s not found."},
	exists: refusal{
		"DBSnapshotAlreadyExists",
		"Cannot create the snapshot because a snapshot with the identifier %s already exists.",
	},
	quota: refusal{"SnapshotQuotaExceeded", "Cannot create more than %d manual snapshots"},
}

func (r *region) dbSnapshots() *collection[*dbSnapshot] {
	return collectionOf[*dbSnapshot](r, &dbSnapshotKind)
}

// dbSnapshotOutput is the output of the operations that return one DB snapshot.
type dbSnapshotOutput struct {
	DBSnapshot *rdstypes.DBSnapshot
}

func (s *dbSnapshot) encryption() (key *string, encrypted bool) {
	return s.db.KmsKeyId, deref(s.db.Encrypted, false)
}

func (s *dbSnapshot) shape() any { return s.region.describeDBSnapshot(s) }

// describeDBSnapshot describes a snapshot. It omits SnapshotCreateTime until
// the snapshot is available. Users report that AWS does the same.
func (r *region) describeDBSnapshot(s *dbSnapshot) *rdstypes.DBSnapshot {
	d := s.db
	d.DBSnapshotIdentifier = &s.name
	d.DBSnapshotArn = str(s.arn())
	d.Status = str(s.shown())
	d.PercentProgress = s.made()
	d.TagList, d.ProcessorFeatures = listed(s.tags), []rdstypes.ProcessorFeature{}
	switch s.status {
	case "creating":
		d.SnapshotCreateTime = nil
		if d.SourceDBSnapshotIdentifier == nil {
			d.OriginalSnapshotCreateTime = nil
		}
	case "pending":
		d.AvailabilityZone, d.VpcId, d.OptionGroupName = nil, nil, nil
		fallthrough
	case "copying":
		d.SnapshotCreateTime = nil
	}
	return &d
}

// newDBSnapshot makes a snapshot of an instance's current state.
func (r *region) newDBSnapshot(name, kind string, i *instance, tags []tag) *dbSnapshot {
	d := &i.db
	taken, port, size := r.now, i.port, int64(i.sizeGB)<<30
	v := i.volume()
	iops, throughput := v.performance()
	return &dbSnapshot{
		making: making{resource: resource{region: r, kind: &dbSnapshotKind, name: name, tags: tags}, sizeGB: i.sizeGB},
		of:     i.db,
		ofTags: i.tags,
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
			Iops:                             iops,
			KmsKeyId:                         d.KmsKeyId,
			LicenseModel:                     d.LicenseModel,
			MasterUsername:                   d.MasterUsername,
			OptionGroupName:                  str(defaultOptionGroupName(*d.Engine, *d.EngineVersion)),
			OriginalSnapshotCreateTime:       &taken,
			Port:                             &port,
			PreferredBackupWindow:            d.PreferredBackupWindow,
			SnapshotCreateTime:               &taken,
			SnapshotTarget:                   str("region"),
			SnapshotType:                     &kind,
			StorageThroughput:                throughput,
			StorageType:                      d.StorageType,
			VpcId:                            str(r.vpc()),
		},
	}
}

// roomForDBSnapshot checks the name of a new manual DB snapshot and the quota.
// If the name is in use and the option [WithNamesCheckedLast] is set, taken is
// the error that the caller has to return after its other checks.
func (r *region) roomForDBSnapshot(param, id string) (name string, taken, err error) {
	if name, err = newDBSnapshotName(param, id); err != nil {
		return "", nil, err
	}
	taken = r.dbSnapshots().taken(name)
	if err := r.early(taken); err != nil {
		return "", nil, err
	}
	manual := r.dbSnapshots().count(func(s *dbSnapshot) bool { return *s.db.SnapshotType == "manual" })
	if err := r.dbSnapshots().roomBeside(manual, r.limits.ManualDBSnapshots); err != nil {
		return "", nil, err
	}
	return name, taken, nil
}

// lastDBSnapshot starts the manual snapshot that a request to delete or stop an
// instance asks for.
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

// takeDBSnapshot starts a manual snapshot. If no tags are given and
// CopyTagsToSnapshot is true, the snapshot gets the instance's tags.
func (r *region) takeDBSnapshot(name string, i *instance, tags []tag) (*dbSnapshot, error) {
	tags, err := r.newTags(tags, i.tags, *i.db.CopyTagsToSnapshot)
	if err != nil {
		return nil, err
	}
	s := r.newDBSnapshot(name, "manual", i, tags)
	r.dbSnapshots().add(s)
	// AWS captures the storage some time after the request.
	taken := r.now.Add(r.timings.SnapshotCreate / 4)
	s.db.SnapshotCreateTime, s.db.OriginalSnapshotCreateTime = &taken, &taken
	note := func(ofInstance, ofSnapshot string) {
		i.notef(backup, "%s", ofInstance)
		s.notef(creation, "%s", ofSnapshot)
	}
	note("Backing up DB instance", "Creating manual snapshot")
	s.take(func() { note("Finished DB instance backup", "Manual snapshot created") })
	return s, nil
}

// A createDBSnapshotInput is the input of [region.CreateDBSnapshot].
type createDBSnapshotInput struct {
	DBInstanceIdentifier *string `query:",required"`
	DBSnapshotIdentifier *string `query:",required"`
	Tags                 []tag   `query:",item=Tag"`
}

// CreateDBSnapshot takes a snapshot of an available standalone instance.
//
// Behavior:
//   - Instances in clusters are rejected.
//   - The snapshot has the status creating at first, then available. While it
//     is being created, it has no SnapshotCreateTime. SnapshotCreateTime is
//     slightly later than the time of the request.
//   - If the request has tags, the instance's CopyTagsToSnapshot has no effect.
func (r *region) CreateDBSnapshot(in *createDBSnapshotInput) (*dbSnapshotOutput, error) {
	i, err := r.instances().find(*in.DBInstanceIdentifier)
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
	i.backUp()
	return &dbSnapshotOutput{r.describeDBSnapshot(s)}, nil
}

// A copyDBSnapshotInput is the input of [region.CopyDBSnapshot].
type copyDBSnapshotInput struct {
	SourceDBSnapshotIdentifier                                                                           *string                     `query:",required"`
	TargetDBSnapshotIdentifier                                                                           *string                     `query:",required"`
	TagSpecifications                                                                                    []rdstypes.TagSpecification `query:",item=item"`
	Tags                                                                                                 []tag                       `query:",item=Tag"`
	CopyOptionGroup, CopyTags                                                                            *bool
	DestinationRegion, KmsKeyId, OptionGroupName, PreSignedUrl, SnapshotAvailabilityZone, SnapshotTarget *string
	SourceRegion, TargetCustomAvailabilityZone                                                           *string
}

// CopyDBSnapshot copies a DB snapshot within the region or from another region.
//
// Behavior:
//   - The rules for CopyDBClusterSnapshot apply, but the rules below take
//     precedence.
//   - With KmsKeyId, the copy of an unencrypted snapshot is encrypted.
//   - A copy has its own SnapshotCreateTime: the time when the copy began.
//     Describe responses show it when the copy is complete.
//   - While a copy is pending, it has no AvailabilityZone, VpcId or
//     OptionGroupName.
//
// The fake assumes that option groups exist. It has no custom Availability
// Zones.
func (r *region) CopyDBSnapshot(in *copyDBSnapshotInput) (*dbSnapshotOutput, error) {
	q := &copyRequest{
		operation: "CopyDBSnapshot", param: "SourceDBSnapshotIdentifier", kind: "snapshot", source: *in.SourceDBSnapshotIdentifier,
		key: in.KmsKeyId, url: in.PreSignedUrl, tags: in.Tags, copyTags: in.CopyTags, limit: r.limits.DBSnapshotCopies,
	}
	from, s, err := copySource(r, (*region).dbSnapshots, q)
	if err != nil {
		return nil, err
	}
	if zone := in.TargetCustomAvailabilityZone; zone != nil {
		return nil, apiError("CustomAvailabilityZoneNotFound", "Custom availability zone %s not found.", shorten(*zone))
	}
	target := deref(in.SnapshotTarget, "region")
	switch {
	case !oneOf(target, "region", "local"):
		return nil, invalidValue("Invalid snapshot target: %s. Valid values are region and local.", shorten(target))
	case (target == "local") != (in.SnapshotAvailabilityZone != nil):
		return nil, invalidCombination("SnapshotAvailabilityZone can only be specified with the snapshot target local.")
	}
	name, taken, err := r.roomForDBSnapshot("TargetDBSnapshotIdentifier", *in.TargetDBSnapshotIdentifier)
	if err != nil {
		return nil, err
	}
	key, encrypted := s.encryption()
	if in.KmsKeyId != nil {
		arn, err := r.checkKey(*in.KmsKeyId)
		if err != nil {
			return nil, err
		}
		key, encrypted = &arn, true
	}
	tags, err := checkCopy(r, (*region).dbSnapshots, from, s, q)
	if err != nil {
		return nil, err
	}
	if taken != nil {
		return nil, taken
	}

	c := &dbSnapshot{
		making: making{resource: resource{region: r, kind: &dbSnapshotKind, name: name, tags: tags}, sizeGB: s.sizeGB},
		db:     s.db, of: s.of, tenants: s.tenants,
	}
	kind, began := "manual", r.now
	c.db.SnapshotType, c.db.SnapshotCreateTime, c.db.KmsKeyId, c.db.Encrypted = &kind, &began, key, &encrypted
	c.db.SnapshotTarget, c.db.SnapshotAvailabilityZone = &target, in.SnapshotAvailabilityZone
	c.db.SourceRegion, c.db.SourceDBSnapshotIdentifier = str(from.name), str(s.arn())
	assign(&c.db.OptionGroupName, in.OptionGroupName)
	if from != r {
		c.db.AvailabilityZone, c.db.VpcId = &r.zones()[0], str(r.vpc())
	}
	r.dbSnapshots().add(c)
	c.runCopy(from, false, "creating")
	return &dbSnapshotOutput{r.describeDBSnapshot(c)}, nil
}

// A modifyDBSnapshotInput is the input of [region.ModifyDBSnapshot].
type modifyDBSnapshotInput struct {
	DBSnapshotIdentifier           *string `query:",required"`
	EngineVersion, OptionGroupName *string
}

// ModifyDBSnapshot changes the engine version or the option group of a manual
// DB snapshot.
//
// Behavior:
//   - The snapshot must be manual and available, and must not be public or
//     shared with another account.
//   - MySQL, MariaDB, PostgreSQL and Oracle snapshots can be upgraded.
//   - The reply shows the old version. If the version changes, the snapshot has
//     the status upgrading at first, then available.
func (r *region) ModifyDBSnapshot(in *modifyDBSnapshotInput) (*dbSnapshotOutput, error) {
	s, err := r.manualDBSnapshot(*in.DBSnapshotIdentifier)
	switch {
	case err != nil:
		return nil, err
	case s.status != "available":
		return nil, s.stateError("it is in the state " + s.status)
	case len(s.restorers) > 0:
		return nil, s.stateError("it is shared with other accounts")
	}
	if v := in.EngineVersion; v != nil && *v != *s.db.EngineVersion {
		if engine := *s.db.Engine; !oneOf(engine, "mysql", "mariadb", "postgres") && !strings.HasPrefix(engine, "oracle-") {
			return nil, invalidCombination("The engine version of snapshots of %s cannot be changed.", engine)
		}
		yes := true
		if err := checkUpgrade(*s.db.Engine, *s.db.EngineVersion, *v, &yes); err != nil {
			return nil, err
		}
		s.enterFor("upgrading", r.timings.SnapshotUpgrade, func() {
			s.db.EngineVersion = v
			s.enter("available")
		})
	} else {
		s.record(modified)
	}
	assign(&s.db.OptionGroupName, in.OptionGroupName)
	return &dbSnapshotOutput{r.describeDBSnapshot(s)}, nil
}

// A deleteDBSnapshotInput is the input of [region.DeleteDBSnapshot].
type deleteDBSnapshotInput struct {
	DBSnapshotIdentifier *string `query:",required"`
}

// DeleteDBSnapshot deletes a manual DB snapshot.
//
// Behavior:
//   - A copy with the status pending or copying can be deleted, too. This stops
//     the copying.
//   - The reply shows the status deleted.
func (r *region) DeleteDBSnapshot(in *deleteDBSnapshotInput) (*dbSnapshotOutput, error) {
	s, err := r.dbSnapshots().find(*in.DBSnapshotIdentifier)
	if err != nil {
		return nil, err
	}
	if err := s.checkDelete(*s.db.SnapshotType); err != nil {
		return nil, err
	}
	s.enterFor("deleting", r.timings.SnapshotDelete, func() {
		r.dbSnapshots().remove(s)
		s.notef(deletion, "Deleted manual snapshot")
	})
	out := &dbSnapshotOutput{r.describeDBSnapshot(s)}
	out.DBSnapshot.Status = str("deleted")
	return out, nil
}

type describeDBSnapshotsOutput struct {
	Marker      *string
	DBSnapshots []rdstypes.DBSnapshot `query:",item=DBSnapshot"`
}

// A describeDBSnapshotsInput is the input of [region.DescribeDBSnapshots].
type describeDBSnapshotsInput struct {
	Filters                                                                         []filter `query:",item=Filter"`
	DBInstanceIdentifier, DBSnapshotIdentifier, DbiResourceId, Marker, SnapshotType *string
	IncludePublic, IncludeShared                                                    *bool
	MaxRecords                                                                      *int32
}

// DescribeDBSnapshots lists DB snapshots.
//
// Behavior:
//   - An unknown snapshot identifier is rejected, unless the request also has
//     an instance identifier or a db-snapshot-id filter.
//   - If the request has both identifiers, and the snapshot is unknown or is a
//     snapshot of another instance, the list is empty.
//   - For an unknown instance identifier, the list is empty.
//   - If the request has both a snapshot identifier and a db-snapshot-id
//     filter, the identifier is added to the filter's values. The list contains
//     every snapshot that matches the filters.
//   - Snapshots shared by other accounts are listed as in
//     DescribeDBClusterSnapshots.
func (r *region) DescribeDBSnapshots(in *describeDBSnapshotsInput) (*describeDBSnapshotsOutput, error) {
	kind := deref(in.SnapshotType, "")
	if err := checkSnapshotFilters(kind, in.Filters); err != nil {
		return nil, err
	}
	instanceName, isOurs := "", true
	if id := in.DBInstanceIdentifier; id != nil {
		instanceName, isOurs = r.nameOf("db", *id)
	}
	sharing := sharing{
		region: r, kind: kind, shared: deref(in.IncludeShared, false), public: deref(in.IncludePublic, false),
		lenient: in.DBInstanceIdentifier != nil,
	}
	typeOf := func(s *dbSnapshot) string { return sharing.typeOf(&s.making, *s.db.SnapshotType) }
	keep := func(s *dbSnapshot) bool {
		return isOurs && (instanceName == "" || instanceName == *s.db.DBInstanceIdentifier) && sharing.keeps(&s.making, *s.db.SnapshotType) &&
			(in.DbiResourceId == nil || *in.DbiResourceId == *s.db.DbiResourceId)
	}
	page, marker, err := pageShared((*region).dbSnapshots, sharing, query{in.Filters, in.Marker, in.MaxRecords}, in.DBSnapshotIdentifier, keep, filters[*dbSnapshot]{
		"db-instance-id": func(s *dbSnapshot) []string {
			return []string{*s.db.DBInstanceIdentifier, r.arnOf("db", *s.db.DBInstanceIdentifier)}
		},
		"db-snapshot-id":  func(s *dbSnapshot) []string { return []string{s.name} },
		"dbi-resource-id": func(s *dbSnapshot) []string { return []string{strings.ToLower(*s.db.DbiResourceId)} },
		"snapshot-type":   func(s *dbSnapshot) []string { return []string{typeOf(s)} },
		"engine":          func(s *dbSnapshot) []string { return []string{*s.db.Engine} },
	})
	if err != nil {
		return nil, err
	}
	out := &describeDBSnapshotsOutput{marker, each(page, r.describeDBSnapshot)}
	for i, s := range page {
		if d := &out.DBSnapshots[i]; s.region != r {
			d.DBSnapshotIdentifier, d.SnapshotType, d.TagList = d.DBSnapshotArn, str(typeOf(s)), []tag{}
		}
	}
	return out, nil
}
