package nereidtest

import (
	"slices"
	"strings"
	"time"

	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// A snapshot is a snapshot of a cluster.
type snapshot struct {
	making
	name   string
	db     rdstypes.DBClusterSnapshot // what does not follow from the rest
	tags   []rdstypes.Tag
	sizeGB int32
}

// A making is the lifecycle of a snapshot, of a cluster or an instance, that tells
// how far it is taken or copied.
type making struct {
	lifecycle
	began, ends time.Time
}

// made is how much of a snapshot is there, 0 to 100.
func (r *region) made(m *making) *int32 {
	percent := int32(100)
	if total := m.ends.Sub(m.began); total > 0 && r.now.Before(m.ends) {
		percent = int32(100 * r.now.Sub(m.began) / total)
	}
	return &percent
}

// snapshotOutput is the output of the operations on one snapshot.
type snapshotOutput struct {
	DBClusterSnapshot *rdstypes.DBClusterSnapshot
}

// snapshot finds a snapshot by name or ARN.
func (r *region) snapshot(id string) (*snapshot, error) {
	name, ok := r.nameOf("cluster-snapshot", id)
	if s := r.snapshots[name]; ok && s != nil {
		return s, nil
	}
	return nil, &rdstypes.DBClusterSnapshotNotFoundFault{Message: message("DBClusterSnapshot not found: %s", shorten(id))}
}

func (r *region) describeSnapshot(s *snapshot) *rdstypes.DBClusterSnapshot {
	d := s.db
	d.DBClusterSnapshotIdentifier = &s.name
	d.DBClusterSnapshotArn = str(r.arnOf("cluster-snapshot", s.name))
	d.Status = str(r.shown(&s.lifecycle))
	d.PercentProgress = r.made(&s.making)
	d.TagList = slices.Clone(s.tags)
	return &d
}

// newSnapshot makes a snapshot of what a cluster is at present.
func (r *region) newSnapshot(name, kind string, c *cluster, tags []rdstypes.Tag) *snapshot {
	d := &c.db
	taken := r.now
	return &snapshot{
		name:   name,
		tags:   tags,
		sizeGB: c.sizeGB,
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
			LicenseModel:                     str(licenseOf(*d.Engine)),
			MasterUsername:                   d.MasterUsername,
			Port:                             d.Port,
			PreferredBackupWindow:            d.PreferredBackupWindow,
			SnapshotCreateTime:               &taken,
			SnapshotType:                     &kind,
			StorageEncrypted:                 d.StorageEncrypted,
			StorageType:                      d.StorageType,
			VpcId:                            str(r.vpc()),
		},
	}
}

func licenseOf(engine string) string {
	switch engine {
	case "neptune":
		return "amazon-license"
	case "aurora-postgresql", "postgres":
		return "postgresql-license"
	}
	if hasAnyPrefix(engine, "oracle-", "sqlserver-", "db2-") {
		return "license-included"
	}
	return "general-public-license"
}

// take puts a new snapshot on its way to available, when done is called.
func (r *region) take(m *making, done func()) {
	m.began, m.ends = r.now, r.now.Add(r.timings.SnapshotCreate)
	r.enterFor(&m.lifecycle, "creating", r.timings.SnapshotCreate, func() {
		r.enter(&m.lifecycle, "available")
		done()
	})
}

// backUp shows that a snapshot is taken of the resource, if that is wanted.
func (r *region) backUp(l *lifecycle) {
	if r.quirks.namesLast {
		r.enterFor(l, "backing-up", r.timings.SnapshotCreate, func() { r.enter(l, "available") })
	}
}

// takeSnapshot adds a new snapshot and takes it.
func (r *region) takeSnapshot(s *snapshot) {
	r.snapshots[s.name] = s
	note := func(text string) { r.notef(rdstypes.SourceTypeDbClusterSnapshot, s.name, backup, "%s", text) }
	note("Creating manual cluster snapshot.")
	r.take(&s.making, func() { note("Manual cluster snapshot created.") })
}

// roomForSnapshot checks the name and the quota for one more manual snapshot. If the
// name is taken, but that comes last, it returns the refusal for it beside the name.
func (r *region) roomForSnapshot(param, id string, longest int) (name string, taken, err error) {
	if name, err = newName(param, id, longest); err != nil {
		return "", nil, err
	}
	if r.snapshots[name] != nil {
		taken = &rdstypes.DBClusterSnapshotAlreadyExistsFault{Message: message(
			"Cannot create the cluster snapshot because one with the identifier %s already exists.", name)}
	}
	if err := r.early(taken); err != nil {
		return "", nil, err
	}
	manual := 0
	for _, s := range r.snapshots {
		if deref(s.db.SnapshotType, "") == "manual" {
			manual++
		}
	}
	if reached(manual, r.limits.ManualSnapshots) {
		return "", nil, &rdstypes.SnapshotQuotaExceededFault{Message: message(
			"Cannot create more than %d manual snapshots.", r.limits.ManualSnapshots)}
	}
	return name, taken, nil
}

func (r *region) createDBClusterSnapshot(in *rds.CreateDBClusterSnapshotInput) (*snapshotOutput, error) {
	c, err := r.cluster(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	name, taken, err := r.roomForSnapshot("DBClusterSnapshotIdentifier", *in.DBClusterSnapshotIdentifier, 63)
	switch {
	case err != nil:
		return nil, err
	case c.status != "available":
		return nil, c.notAvailable()
	case taken != nil:
		return nil, taken
	}
	tags, err := r.snapshotTags(c, in.Tags)
	if err != nil {
		return nil, err
	}
	s := r.newSnapshot(name, "manual", c, tags)
	r.takeSnapshot(s)
	r.backUp(&c.lifecycle)
	return &snapshotOutput{r.describeSnapshot(s)}, nil
}

// snapshotTags are the tags of a new snapshot: those given, on top of those of
// the cluster if it says so.
func (r *region) snapshotTags(c *cluster, given []rdstypes.Tag) ([]rdstypes.Tag, error) {
	var have []rdstypes.Tag
	if deref(c.db.CopyTagsToSnapshot, false) {
		have = c.tags
	}
	return r.withTags(have, given)
}

func (r *region) deleteDBClusterSnapshot(in *rds.DeleteDBClusterSnapshotInput) (*snapshotOutput, error) {
	s, err := r.snapshot(*in.DBClusterSnapshotIdentifier)
	if err != nil {
		return nil, err
	}
	switch {
	case !s.deletable():
		return nil, snapshotState(s, "it is in the state "+s.status)
	case *s.db.SnapshotType != "manual":
		return nil, snapshotState(s, "only manual snapshots can be deleted")
	}
	r.enterFor(&s.lifecycle, "deleting", r.timings.SnapshotDelete, func() { delete(r.snapshots, s.name) })
	return &snapshotOutput{r.describeSnapshot(s)}, nil
}

// deletable reports whether a snapshot can be deleted now. A copy in progress can,
// which ends it.
func (m *making) deletable() bool {
	return oneOf(m.status, "available", "failed", "pending", "copying")
}

func snapshotState(s *snapshot, why string) error {
	return &rdstypes.InvalidDBClusterSnapshotStateFault{Message: message("Invalid state of the cluster snapshot %s: %s.", s.name, why)}
}

// describeDBClusterSnapshots takes the filters that RDS documents. Neptune's
// documentation says that filters are not supported at present, and there is no
// telling which of the two is asked.
func (r *region) describeDBClusterSnapshots(in *rds.DescribeDBClusterSnapshotsInput) (*rds.DescribeDBClusterSnapshotsOutput, error) {
	if in.DBClusterIdentifier != nil && in.DBClusterSnapshotIdentifier != nil {
		return nil, invalidCombination("DBClusterIdentifier and DBClusterSnapshotIdentifier cannot be given together.")
	}
	kind := deref(in.SnapshotType, "")
	if kind != "" && !isSnapshotType(kind) {
		return nil, invalidValue("Invalid snapshot type: %s", shorten(kind))
	}
	if err := checkFilterValues(in.Filters, "snapshot-type", isSnapshotType); err != nil {
		return nil, err
	}
	found := sorted(r.snapshots)
	if id := in.DBClusterSnapshotIdentifier; id != nil {
		s, err := r.snapshot(*id)
		if err != nil {
			return nil, err
		}
		found = []*snapshot{s}
	}
	clusterName, isOurs := "", true
	if id := in.DBClusterIdentifier; id != nil {
		clusterName, isOurs = r.nameOf("cluster", *id)
	}
	found = slices.DeleteFunc(found, func(s *snapshot) bool {
		return !isOurs || clusterName != "" && clusterName != *s.db.DBClusterIdentifier ||
			kind != "" && kind != *s.db.SnapshotType ||
			in.DbClusterResourceId != nil && *in.DbClusterResourceId != deref(s.db.DbClusterResourceId, "")
	})
	key := func(s *snapshot) string { return s.name }
	page, marker, err := list(query{r, lowered(in.Filters), in.Marker, in.MaxRecords}, found, key, func(name string) property[*snapshot] {
		switch name {
		case "db-cluster-id":
			return func(s *snapshot) []string {
				return []string{*s.db.DBClusterIdentifier, r.arnOf("cluster", *s.db.DBClusterIdentifier)}
			}
		case "db-cluster-snapshot-id":
			return func(s *snapshot) []string { return []string{s.name, r.arnOf("cluster-snapshot", s.name)} }
		case "snapshot-type":
			return func(s *snapshot) []string { return []string{*s.db.SnapshotType} }
		case "engine":
			return func(s *snapshot) []string { return []string{*s.db.Engine} }
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := &rds.DescribeDBClusterSnapshotsOutput{Marker: marker, DBClusterSnapshots: make([]rdstypes.DBClusterSnapshot, len(page))}
	for i, s := range page {
		out.DBClusterSnapshots[i] = *r.describeSnapshot(s)
	}
	return out, nil
}

func isSnapshotType(s string) bool {
	return oneOf(s, "automated", "manual", "shared", "public", "awsbackup")
}

// sourceRegion is the region that a snapshot is copied from: that of its ARN, or
// this one if it is called by its name.
func (r *region) sourceRegion(param, source, kind string) (*region, error) {
	if !isARN(source) {
		return r, nil
	}
	a, ok := parseARN(source)
	if !ok || !strings.EqualFold(a.kind, kind) {
		return nil, invalidValue("Invalid value for %s: %s", param, shorten(source))
	}
	return r.region(a.region), nil
}
