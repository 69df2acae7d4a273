package nereidtest

import (
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A clusterSnapshot is a snapshot of a cluster.
type clusterSnapshot struct {
	making
	db rdstypes.DBClusterSnapshot // the description, except for what is computed from the rest
	of rdstypes.DBCluster         // the cluster when the snapshot was taken
}

var clusterSnapshotKind = kind{
	arn:      "cluster-snapshot",
	filter:   "db-cluster-snapshot-id",
	source:   rdstypes.SourceTypeDbClusterSnapshot,
	notFound: refusal{"DBClusterSnapshotNotFoundFault", "DBClusterSnapshot not found: %s"},
	exists: refusal{
		"DBClusterSnapshotAlreadyExistsFault",
		"Cannot create the cluster snapshot because one with the identifier %s already exists.",
	},
	quota: refusal{"SnapshotQuotaExceeded", "Cannot create more than %d manual snapshots"},
}

func (r *region) clusterSnapshots() *collection[*clusterSnapshot] {
	return collectionOf[*clusterSnapshot](r, &clusterSnapshotKind)
}

// clusterSnapshotOutput is the output of the operations on one snapshot.
type clusterSnapshotOutput struct {
	DBClusterSnapshot *rdstypes.DBClusterSnapshot
}

func (s *clusterSnapshot) encryption() (key *string, encrypted bool) {
	return s.db.KmsKeyId, deref(s.db.StorageEncrypted, false)
}

func (s *clusterSnapshot) shape() any { return s.region.describeClusterSnapshot(s) }

func (r *region) describeClusterSnapshot(s *clusterSnapshot) *rdstypes.DBClusterSnapshot {
	d := s.db
	d.DBClusterSnapshotIdentifier = &s.name
	d.DBClusterSnapshotArn = str(s.arn())
	d.Status = str(s.shown())
	d.PercentProgress = s.made()
	d.TagList = listed(s.tags)
	if s.status != "creating" && s.of.DBClusterInstanceClass == nil {
		d.AllocatedStorage = new(int32)
	}
	return &d
}

// newClusterSnapshot makes a snapshot of a cluster's current state.
func (r *region) newClusterSnapshot(name, kind string, c *cluster, tags []tag) *clusterSnapshot {
	d := &c.db
	taken := r.now
	return &clusterSnapshot{
		making: making{resource: resource{region: r, kind: &clusterSnapshotKind, name: name, tags: tags}, sizeGB: c.sizeGB},
		of:     c.db,
		db: rdstypes.DBClusterSnapshot{
			AllocatedStorage:                 d.AllocatedStorage,
			AvailabilityZones:                d.AvailabilityZones,
			BackupRetentionPeriod:            d.BackupRetentionPeriod,
			ClusterCreateTime:                d.ClusterCreateTime,
			DBClusterIdentifier:              str(c.name),
			DbClusterResourceId:              d.DbClusterResourceId,
			Engine:                           d.Engine,
			EngineMode:                       d.EngineMode,
			EngineVersion:                    d.EngineVersion,
			IAMDatabaseAuthenticationEnabled: d.IAMDatabaseAuthenticationEnabled,
			KmsKeyId:                         d.KmsKeyId,
			LicenseModel:                     str(snapshotLicenseOf(*d.Engine)),
			MasterUsername:                   d.MasterUsername,
			Port:                             new(int32),
			PreferredBackupWindow:            d.PreferredBackupWindow,
			SnapshotCreateTime:               &taken,
			SnapshotType:                     &kind,
			StorageEncrypted:                 d.StorageEncrypted,
			StorageType:                      d.StorageType,
			VpcId:                            str(r.vpc()),
		},
	}
}

// takeClusterSnapshot adds a new snapshot, whose status is creating at first.
func (r *region) takeClusterSnapshot(s *clusterSnapshot) {
	r.clusterSnapshots().add(s)
	s.notef(backup, "Creating manual cluster snapshot")
	s.take(func() { s.notef(backup, "Manual cluster snapshot created") })
}

// roomForClusterSnapshot checks the name of a new manual snapshot and the
// quota. If the name is in use and the option [WithNamesCheckedLast] is set,
// taken is the error that the caller has to return after its other checks.
func (r *region) roomForClusterSnapshot(param, id string, longest int) (name string, taken, err error) {
	if name, taken, err = r.clusterSnapshots().claim(param, id, longest); err != nil {
		return "", nil, err
	}
	manual := r.clusterSnapshots().count(func(s *clusterSnapshot) bool { return deref(s.db.SnapshotType, "") == "manual" })
	if err := r.clusterSnapshots().roomBeside(manual, r.limits.ManualSnapshots); err != nil {
		return "", nil, err
	}
	return name, taken, nil
}

// A createDBClusterSnapshotInput is the input of
// [region.CreateDBClusterSnapshot].
type createDBClusterSnapshotInput struct {
	DBClusterIdentifier         *string `query:",required"`
	DBClusterSnapshotIdentifier *string `query:",required"`
	Tags                        []tag   `query:",item=Tag"`
}

// CreateDBClusterSnapshot takes a snapshot of an available cluster.
//
// Behavior:
//   - The snapshot's status is creating at first, then available.
//     SnapshotCreateTime is set from the start.
//   - Port is 0. AllocatedStorage is 1 while the status is creating, then 0.
//     For a Multi-AZ DB cluster, AllocatedStorage is the size of the cluster's
//     storage.
//   - Tags in the request replace the tags that CopyTagsToSnapshot would copy.
//   - The cluster stays available.
func (r *region) CreateDBClusterSnapshot(in *createDBClusterSnapshotInput) (*clusterSnapshotOutput, error) {
	c, err := r.clusters().find(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	name, taken, err := r.roomForClusterSnapshot("DBClusterSnapshotIdentifier", *in.DBClusterSnapshotIdentifier, 63)
	if err != nil {
		return nil, err
	}
	switch {
	case c.status != "available":
		return nil, clusterState("Can't create a snapshot because the database cluster %s isn't currently in the available state.", c.name)
	case c.final != nil:
		return nil, c.leaving()
	case taken != nil:
		return nil, taken
	}
	tags, err := r.newTags(in.Tags, c.tags, *c.db.CopyTagsToSnapshot)
	if err != nil {
		return nil, err
	}
	s := r.newClusterSnapshot(name, "manual", c, tags)
	r.takeClusterSnapshot(s)
	c.backUp()
	return &clusterSnapshotOutput{r.describeClusterSnapshot(s)}, nil
}

// A deleteDBClusterSnapshotInput is the input of
// [region.DeleteDBClusterSnapshot].
type deleteDBClusterSnapshotInput struct {
	DBClusterSnapshotIdentifier *string `query:",required"`
}

// DeleteDBClusterSnapshot deletes a manual cluster snapshot.
//
// Behavior:
//   - A copy can be deleted before it is complete. This stops the copying.
//   - The reply shows the previous status.
func (r *region) DeleteDBClusterSnapshot(in *deleteDBClusterSnapshotInput) (*clusterSnapshotOutput, error) {
	s, err := r.clusterSnapshots().find(*in.DBClusterSnapshotIdentifier)
	if err != nil {
		return nil, err
	}
	if err := s.checkDelete(*s.db.SnapshotType); err != nil {
		return nil, err
	}
	out := &clusterSnapshotOutput{r.describeClusterSnapshot(s)}
	s.enterFor("deleting", r.timings.SnapshotDelete, func() {
		r.clusterSnapshots().remove(s)
		s.notef(deletion, "Deleted manual snapshot")
	})
	return out, nil
}

// A copyDBClusterSnapshotInput is the input of [region.CopyDBClusterSnapshot].
type copyDBClusterSnapshotInput struct {
	SourceDBClusterSnapshotIdentifier                       *string `query:",required"`
	TargetDBClusterSnapshotIdentifier                       *string `query:",required"`
	Tags                                                    []tag   `query:",item=Tag"`
	CopyTags                                                *bool
	DestinationRegion, KmsKeyId, PreSignedUrl, SourceRegion *string
}

// CopyDBClusterSnapshot copies a cluster snapshot within the region or from
// another region.
//
// Behavior:
//   - A source in another region must be given by its ARN.
//   - An encrypted source in another region requires KmsKeyId (a key in this
//     region) and PreSignedUrl.
//   - PreSignedUrl is checked if given, even if it is not required.
//   - The number of copies in progress from other regions is limited.
//   - This account must be able to use the source's KMS key, even if the source
//     belongs to another account.
//   - The source may be a snapshot that another account shares with this
//     account. If it is encrypted, KmsKeyId is required. Its tags are not
//     copied.
//   - A copy of an unencrypted snapshot is unencrypted, and KmsKeyId is
//     rejected.
//   - A copy within the region and with the same key is available immediately.
//     Any other copy has the status copying until it is available. A copy from
//     another region has the status pending before it has the status copying.
//   - A copy keeps the SnapshotCreateTime of its source and has no
//     DbClusterResourceId.
//   - Tags in the request replace the tags that CopyTags would copy.
func (r *region) CopyDBClusterSnapshot(in *copyDBClusterSnapshotInput) (*clusterSnapshotOutput, error) {
	q := &copyRequest{
		operation: "CopyDBClusterSnapshot", param: "SourceDBClusterSnapshotIdentifier", kind: "cluster-snapshot", source: *in.SourceDBClusterSnapshotIdentifier,
		key: in.KmsKeyId, url: in.PreSignedUrl, tags: in.Tags, copyTags: in.CopyTags, limit: r.limits.SnapshotCopies,
	}
	from, s, err := copySource(r, (*region).clusterSnapshots, q)
	if err != nil {
		return nil, err
	}
	name, taken, err := r.roomForClusterSnapshot("TargetDBClusterSnapshotIdentifier", *in.TargetDBClusterSnapshotIdentifier, 63)
	if err != nil {
		return nil, err
	}
	key, encrypted := s.encryption()
	if in.KmsKeyId != nil {
		if !encrypted {
			return nil, invalidValue("KmsKeyId cannot be specified for a copy of a snapshot that is not encrypted.")
		}
		arn, err := r.checkKey(*in.KmsKeyId)
		if err != nil {
			return nil, err
		}
		key = &arn
	}
	tags, err := checkCopy(r, (*region).clusterSnapshots, from, s, q)
	if err != nil {
		return nil, err
	}
	if taken != nil {
		return nil, taken
	}

	c := &clusterSnapshot{
		making: making{resource: resource{region: r, kind: &clusterSnapshotKind, name: name, tags: tags}, sizeGB: s.sizeGB},
		db:     s.db,
		of:     s.of,
	}
	c.db.SnapshotType, c.db.KmsKeyId, c.db.DbClusterResourceId = str("manual"), key, nil
	if now := r.now; r.quirks.copiesOwnTime {
		c.db.SnapshotCreateTime = &now
	}
	c.db.SourceDBClusterSnapshotArn = str(s.arn())
	if from != r {
		c.db.AvailabilityZones, c.db.VpcId = r.zones(), str(r.vpc())
	}
	r.clusterSnapshots().add(c)
	c.runCopy(from, from == r && deref(key, "") == deref(s.db.KmsKeyId, ""), "copying")
	return &clusterSnapshotOutput{r.describeClusterSnapshot(c)}, nil
}

type describeDBClusterSnapshotsOutput struct {
	Marker             *string
	DBClusterSnapshots []rdstypes.DBClusterSnapshot `query:",item=DBClusterSnapshot"`
}

// A describeDBClusterSnapshotsInput is the input of
// [region.DescribeDBClusterSnapshots].
type describeDBClusterSnapshotsInput struct {
	Filters                                                                                     []filter `query:",item=Filter"`
	DBClusterIdentifier, DBClusterSnapshotIdentifier, DbClusterResourceId, Marker, SnapshotType *string
	IncludePublic, IncludeShared                                                                *bool
	MaxRecords                                                                                  *int32
}

// DescribeDBClusterSnapshots lists cluster snapshots.
//
// Behavior:
//   - An unknown snapshot identifier is rejected, unless the request has a
//     db-cluster-snapshot-id filter. For an unknown cluster identifier, the
//     list is empty.
//   - If the request has both a snapshot identifier and a
//     db-cluster-snapshot-id filter, the identifier is added to the filter's
//     values, so an unknown identifier is not an error if another snapshot
//     matches.
//   - Snapshots shared by other accounts are listed if the requested type is
//     shared or public. If no type is requested, they are listed if
//     IncludeShared or IncludePublic is true. Their identifier is their ARN,
//     their type is shared or public, and they are shown without tags.
//   - The filters work as RDS documents them.
//
// Neptune's documentation says that filters are not currently supported. The
// fake always supports them, because a request does not show which of the two
// services the client means.
func (r *region) DescribeDBClusterSnapshots(in *describeDBClusterSnapshotsInput) (*describeDBClusterSnapshotsOutput, error) {
	if in.DBClusterIdentifier != nil && in.DBClusterSnapshotIdentifier != nil {
		return nil, invalidCombination("DBClusterIdentifier and DBClusterSnapshotIdentifier cannot be given together.")
	}
	kind := deref(in.SnapshotType, "")
	if err := checkSnapshotFilters(kind, in.Filters); err != nil {
		return nil, err
	}
	clusterName, isOurs := "", true
	if id := in.DBClusterIdentifier; id != nil {
		clusterName, isOurs = r.nameOf("cluster", *id)
	}
	sharing := sharing{region: r, kind: kind, shared: deref(in.IncludeShared, false), public: deref(in.IncludePublic, false)}
	typeOf := func(s *clusterSnapshot) string { return sharing.typeOf(&s.making, *s.db.SnapshotType) }
	keep := func(s *clusterSnapshot) bool {
		return isOurs && (clusterName == "" || clusterName == *s.db.DBClusterIdentifier) && sharing.keeps(&s.making, *s.db.SnapshotType) &&
			(in.DbClusterResourceId == nil || *in.DbClusterResourceId == deref(s.db.DbClusterResourceId, ""))
	}
	page, marker, err := pageShared((*region).clusterSnapshots, sharing, query{in.Filters, in.Marker, in.MaxRecords}, in.DBClusterSnapshotIdentifier, keep, filters[*clusterSnapshot]{
		"db-cluster-id": func(s *clusterSnapshot) []string {
			return []string{*s.db.DBClusterIdentifier, r.arnOf("cluster", *s.db.DBClusterIdentifier)}
		},
		"db-cluster-snapshot-id": func(s *clusterSnapshot) []string { return []string{s.name, s.arn()} },
		"snapshot-type":          func(s *clusterSnapshot) []string { return []string{typeOf(s)} },
		"engine":                 func(s *clusterSnapshot) []string { return []string{*s.db.Engine} },
	})
	if err != nil {
		return nil, err
	}
	out := &describeDBClusterSnapshotsOutput{marker, each(page, r.describeClusterSnapshot)}
	for i, s := range page {
		if d := &out.DBClusterSnapshots[i]; s.region != r {
			d.DBClusterSnapshotIdentifier, d.SnapshotType, d.TagList = d.DBClusterSnapshotArn, str(typeOf(s)), []tag{}
		}
	}
	return out, nil
}
