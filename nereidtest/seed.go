package nereidtest

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// The functions in this file add and change resources directly, without API
// requests. They are for tests that do not want to wait for a status, or that
// need a state that requests cannot produce. Invalid arguments, such as a name
// that is already in use, fail the test that was passed to [NewServer], or
// panic if the server was started by [Start].

// A Cluster describes a cluster for [Server.AddCluster]. Zero fields take their
// defaults.
type Cluster struct {
	ID            string            // name of the cluster
	Region        string            // by default the region of Config
	Account       string            // by default the account of Config
	Engine        string            // by default neptune
	EngineVersion string            // by default the default version of the engine
	Status        string            // by default available
	Instances     int               // the number of instances, which are named ID-1, ID-2 … and have the cluster's status
	InstanceClass string            // by default db.r6g.large
	Tags          map[string]string // keys and values
	KmsKeyID      string            // encrypts the storage
	Created       time.Time         // by default now
	SizeGB        int32             // size of the data, which exports report as extracted

	BacktrackWindow    int64 // in seconds; only for Aurora MySQL
	DeletionProtection bool  // rejects the deletion of the cluster
	CopyTagsToSnapshot bool  // copies the tags to snapshots
}

// AddCluster adds a cluster and returns its ARN.
func (s *Server) AddCluster(spec Cluster) (arn string) {
	r, unlock := s.editIn(spec.Account, spec.Region)
	defer unlock()
	name, err := newName("ID", spec.ID, 63)
	if err != nil || r.clusters().get(name) != nil {
		s.misusef("AddCluster: the name %q is taken or not valid", spec.ID)
		return ""
	}
	var members []string
	for n := range spec.Instances {
		member, err := newName("ID", name+"-"+strconv.Itoa(n+1), 63)
		if err != nil || r.instances().get(member) != nil {
			s.misusef("AddCluster: the name \"%s-%d\" of an instance is taken or not valid", spec.ID, n+1)
			return ""
		}
		members = append(members, member)
	}
	engine := strings.ToLower(orElse(spec.Engine, "neptune"))
	c := r.newCluster(name, engine, orElse(spec.EngineVersion, defaultVersion(engine)))
	r.clusters().add(c)
	if !spec.Created.IsZero() {
		c.db.ClusterCreateTime, c.db.EarliestRestorableTime = &spec.Created, &spec.Created
	}
	if spec.SizeGB != 0 {
		c.sizeGB = spec.SizeGB
	}
	if spec.BacktrackWindow != 0 {
		c.db.BacktrackWindow = &spec.BacktrackWindow
	}
	c.tags = tagsOf(spec.Tags)
	c.db.KmsKeyId, c.db.StorageEncrypted = s.key(r, spec.KmsKeyID)
	c.db.DeletionProtection, c.db.CopyTagsToSnapshot = &spec.DeletionProtection, &spec.CopyTagsToSnapshot
	for n, member := range members {
		i := r.newMember(member, c, orElse(spec.InstanceClass, "db.r6g.large"), c.db.AvailabilityZones[n%3])
		r.instances().add(i)
		i.enter(orElse(spec.Status, "available"))
	}
	c.beginBackups()
	c.setStatus(orElse(spec.Status, "available"))
	return c.arn()
}

// An Instance describes a standalone instance for [Server.AddInstance]. A
// cluster's instances are added with the cluster. Zero fields take their
// defaults.
type Instance struct {
	ID            string            // name of the instance
	Region        string            // by default the region of Config
	Account       string            // by default the account of Config
	Engine        string            // by default postgres
	EngineVersion string            // by default the default version of the engine
	Status        string            // by default available
	Class         string            // by default db.r6g.large
	Tags          map[string]string // keys and values
	KmsKeyID      string            // encrypts the storage
	Created       time.Time         // by default now
	SizeGB        int32             // size of the data, which exports of its snapshots report as extracted

	DeletionProtection bool // rejects the deletion of the instance
	CopyTagsToSnapshot bool // copies the tags to snapshots
}

// AddInstance adds an instance that does not belong to a cluster, and returns
// its ARN.
func (s *Server) AddInstance(spec Instance) (arn string) {
	r, unlock := s.editIn(spec.Account, spec.Region)
	defer unlock()
	name, err := newName("ID", spec.ID, 63)
	if err != nil || r.instances().get(name) != nil {
		s.misusef("AddInstance: the name %q is taken or not valid", spec.ID)
		return ""
	}
	engine := strings.ToLower(orElse(spec.Engine, "postgres"))
	i := r.newStandalone(name, engine, orElse(spec.EngineVersion, defaultVersion(engine)), orElse(spec.Class, "db.r6g.large"))
	r.instances().add(i)
	if !spec.Created.IsZero() {
		i.db.InstanceCreateTime = &spec.Created
	}
	if spec.SizeGB != 0 {
		i.sizeGB = spec.SizeGB
	}
	i.tags = tagsOf(spec.Tags)
	i.db.KmsKeyId, i.db.StorageEncrypted = s.key(r, spec.KmsKeyID)
	i.db.DeletionProtection, i.db.CopyTagsToSnapshot = &spec.DeletionProtection, &spec.CopyTagsToSnapshot
	i.beginBackups(*i.db.InstanceCreateTime)
	i.setStatus(orElse(spec.Status, "available"))
	return i.arn()
}

// A Snapshot describes a cluster snapshot for [Server.AddSnapshot]. If the
// snapshot's cluster exists, zero fields take that cluster's values. Otherwise,
// they take their defaults.
type Snapshot struct {
	ID       string            // name of the snapshot
	Region   string            // by default the region of Config
	Account  string            // by default the account of Config
	Cluster  string            // name of the cluster; it need not exist
	Engine   string            // by default neptune
	Type     string            // by default manual
	Status   string            // by default available
	Tags     map[string]string // keys and values
	KmsKeyID string            // encrypts the snapshot
	Created  time.Time         // by default now
	SizeGB   int32             // size of the data, which exports report as extracted
}

// AddSnapshot adds a cluster snapshot and returns its ARN.
func (s *Server) AddSnapshot(spec Snapshot) (arn string) {
	r, unlock := s.editIn(spec.Account, spec.Region)
	defer unlock()
	name, id, kind, err := snapshotName(spec.ID)
	if err != nil || r.clusterSnapshots().get(name) != nil {
		s.misusef("AddSnapshot: the name %q is taken or not valid", spec.ID)
		return ""
	}
	clusterName := strings.ToLower(orElse(spec.Cluster, "cluster-of-"+id))
	c := r.clusters().get(clusterName)
	if c == nil {
		engine := strings.ToLower(orElse(spec.Engine, "neptune"))
		c = r.newCluster(clusterName, engine, defaultVersion(engine))
	}
	snap := r.newClusterSnapshot(name, orElse(spec.Type, kind), c, tagsOf(spec.Tags))
	if spec.KmsKeyID != "" {
		snap.db.KmsKeyId, snap.db.StorageEncrypted = s.key(r, spec.KmsKeyID)
	}
	if !spec.Created.IsZero() {
		snap.db.SnapshotCreateTime = &spec.Created
	}
	if spec.SizeGB != 0 {
		snap.sizeGB = spec.SizeGB
	}
	r.clusterSnapshots().add(snap)
	snap.enter(orElse(spec.Status, "available"))
	return snap.arn()
}

// A DBSnapshot describes a snapshot of an instance for [Server.AddDBSnapshot].
// If the snapshot's instance exists, zero fields take that instance's values.
// Otherwise, they take their defaults.
type DBSnapshot struct {
	ID       string            // name of the snapshot
	Region   string            // by default the region of Config
	Account  string            // by default the account of Config
	Instance string            // name of the instance; it need not exist
	Engine   string            // by default postgres
	Type     string            // by default manual
	Status   string            // by default available
	Tags     map[string]string // keys and values
	KmsKeyID string            // encrypts the snapshot
	Created  time.Time         // by default now
	SizeGB   int32             // size of the data, which exports report as extracted

	TenantDatabases []string // names of the tenant databases; only for Oracle
}

// AddDBSnapshot adds a snapshot of an instance, and returns the snapshot's ARN.
func (s *Server) AddDBSnapshot(spec DBSnapshot) (arn string) {
	r, unlock := s.editIn(spec.Account, spec.Region)
	defer unlock()
	name, id, kind, err := snapshotName(spec.ID)
	instanceName := strings.ToLower(orElse(spec.Instance, "instance-of-"+id))
	i := r.instances().get(instanceName)
	switch {
	case err != nil || r.dbSnapshots().get(name) != nil:
		s.misusef("AddDBSnapshot: the name %q is taken or not valid", spec.ID)
		return ""
	case i == nil:
		engine := strings.ToLower(orElse(spec.Engine, "postgres"))
		i = r.newStandalone(instanceName, engine, defaultVersion(engine), "db.r6g.large")
	case i.cluster != nil:
		s.misusef("AddDBSnapshot: the instance %q belongs to a cluster", spec.Instance)
		return ""
	}
	snap := r.newDBSnapshot(name, orElse(spec.Type, kind), i, tagsOf(spec.Tags))
	if spec.KmsKeyID != "" {
		snap.db.KmsKeyId, snap.db.Encrypted = s.key(r, spec.KmsKeyID)
	}
	if !spec.Created.IsZero() {
		snap.db.SnapshotCreateTime, snap.db.OriginalSnapshotCreateTime = &spec.Created, &spec.Created
	}
	if spec.SizeGB != 0 {
		bytes := int64(spec.SizeGB) << 30
		snap.sizeGB, snap.db.FullSnapshotSizeInBytes = spec.SizeGB, &bytes
	}
	snap.tenants = slices.Sorted(slices.Values(spec.TenantDatabases))
	r.dbSnapshots().add(snap)
	snap.enter(orElse(spec.Status, "available"))
	return snap.arn()
}

// A RetainedBackup describes the retained automated backups of a deleted cluster
// or instance, which is called their source, for [Server.AddRetainedBackup].
// Zero fields take their defaults.
type RetainedBackup struct {
	Source        string    // name of the source; another resource may have the name now
	ResourceID    string    // resource ID of the source, such as db-1; by default a new ID
	OfCluster     bool      // whether the source is a cluster; by default it is a standalone instance
	Region        string    // by default the region of Config
	Account       string    // by default the account of Config
	Engine        string    // by default neptune for a cluster, postgres for an instance
	EngineVersion string    // by default the default version of the engine
	KmsKeyID      string    // if set, the backups are encrypted
	Created       time.Time // when the source was created; by default a month before it was deleted
	Deleted       time.Time // when the source was deleted; by default now
	Days          int32     // the retention period; by default 7
	SizeGB        int32     // the size of the data
}

// AddRetainedBackup adds retained backups, and returns their ARN and their
// source's resource ID. The backups expire at the end of the retention period,
// like other retained backups.
func (s *Server) AddRetainedBackup(spec RetainedBackup) (arn, resourceID string) {
	r, unlock := s.editIn(spec.Account, spec.Region)
	defer unlock()
	name, err := newName("Source", spec.Source, 63)
	if err != nil {
		s.misusef("AddRetainedBackup: the name %q is not valid", spec.Source)
		return "", ""
	}
	if r.hasBackups(spec.ResourceID) {
		s.misusef("AddRetainedBackup: there are backups of %q already", spec.ResourceID)
		return "", ""
	}
	deleted, days := spec.Deleted, spec.Days
	if deleted.IsZero() {
		deleted = r.now
	}
	created := spec.Created
	if created.IsZero() {
		created = deleted.AddDate(0, -1, 0)
	}
	if days == 0 {
		days = 7
	}
	if spec.OfCluster {
		engine := strings.ToLower(orElse(spec.Engine, "neptune"))
		c := r.newCluster(name, engine, orElse(spec.EngineVersion, defaultVersion(engine)))
		c.db.KmsKeyId, c.db.StorageEncrypted = s.key(r, spec.KmsKeyID)
		c.db.BackupRetentionPeriod, c.db.ClusterCreateTime, c.db.EarliestRestorableTime = &days, &created, &created
		if spec.SizeGB != 0 {
			c.sizeGB = spec.SizeGB
		}
		assign(&c.db.DbClusterResourceId, str(spec.ResourceID))
		c.beginBackups()
		b := c.backups
		c.endBackupsAt(deleted, true)
		return b.arn(), b.sourceID
	}
	engine := strings.ToLower(orElse(spec.Engine, "postgres"))
	i := r.newStandalone(name, engine, orElse(spec.EngineVersion, defaultVersion(engine)), "db.r6g.large")
	i.db.KmsKeyId, i.db.StorageEncrypted = s.key(r, spec.KmsKeyID)
	i.db.BackupRetentionPeriod, i.db.InstanceCreateTime = &days, &created
	if spec.SizeGB != 0 {
		i.sizeGB = spec.SizeGB
	}
	assign(&i.db.DbiResourceId, str(spec.ResourceID))
	i.beginBackups(created)
	b := i.backups
	i.endBackupsAt(deleted, true)
	return b.arn(), b.sourceID
}

// snapshotName checks the name of a snapshot. Names of automated snapshots
// begin with rds:. snapshotName returns the stored name, the name without this
// prefix, and the snapshot type, which is automated or manual.
func snapshotName(s string) (name, id, kind string, err error) {
	id, automated := strings.CutPrefix(s, "rds:")
	name, err = newName("ID", id, 255)
	if automated {
		return "rds:" + name, id, "automated", err
	}
	return name, id, "manual", err
}

// An ExportTask describes an export for [Server.AddExportTask]. Zero fields
// take their defaults.
type ExportTask struct {
	ID           string    // name of the task
	Region       string    // by default the region of Config
	SourceArn    string    // ARN of the source; it need not exist
	Bucket       string    // by default "exports"
	Prefix       string    // path of the files in the bucket
	Status       string    // by default COMPLETE
	FailureCause string    // why the task failed, if Status is FAILED
	Started      time.Time // by default an hour before the task ended
	Ended        time.Time // by default now, if the task has ended
	Percent      int32     // by default 100 if Status is COMPLETE
	SizeGB       int32     // size of the data; by default 24
}

// AddExportTask adds an export task. The task keeps its status until a request
// cancels it or [Server.SetExportTaskStatus] changes the status.
func (s *Server) AddExportTask(spec ExportTask) {
	r, unlock := s.edit(spec.Region)
	defer unlock()
	id := strings.ToLower(spec.ID)
	if !isName(spec.ID, 60) || r.exports().get(id) != nil {
		s.misusef("AddExportTask: the name %q is taken or not valid", spec.ID)
		return
	}
	key, _ := r.checkKey("alias/exports")
	source := orElse(spec.SourceArn, r.arnOf("cluster-snapshot", "source-of-"+id))
	e := &export{resource: resource{region: r, kind: &exportKind, name: id}, sizeGB: spec.SizeGB, task: rdstypes.ExportTask{
		ExportTaskIdentifier: &spec.ID,
		FailureCause:         str(spec.FailureCause),
		IamRoleArn:           str("arn:aws:iam::" + r.account + ":role/export"),
		KmsKeyId:             &key,
		S3Bucket:             str(orElse(spec.Bucket, "exports")),
		S3Prefix:             str(spec.Prefix),
		SourceArn:            &source,
		SourceType:           rdstypes.ExportSourceTypeSnapshot,
	}}
	if a, _ := parseARN(source); a.kind == "cluster" {
		e.task.SourceType = rdstypes.ExportSourceTypeCluster
	}
	if e.sizeGB == 0 {
		e.sizeGB = 24
	}
	status := orElse(spec.Status, exportComplete)
	ended, started := spec.Ended, spec.Started
	if ended.IsZero() {
		ended = r.now
	}
	if started.IsZero() {
		started = ended.Add(-time.Hour)
	}
	if e.task.SourceType == rdstypes.ExportSourceTypeSnapshot {
		e.task.SnapshotTime = &started
	}
	if status != exportStarting {
		e.task.TaskStartTime = &started
	}
	if oneOf(status, exportComplete, exportFailed, exportCanceled) {
		e.task.TaskEndTime = &ended
	}
	percent := spec.Percent
	if percent == 0 && status == exportComplete {
		percent = 100
	}
	e.progress(percent)
	r.exports().add(e)
	e.enter(status)
}

// AddGlobalCluster adds an available global cluster with the given members,
// which are ARNs of existing clusters. The first member is the primary.
func (s *Server) AddGlobalCluster(id string, members ...string) {
	r, unlock := s.edit("")
	defer unlock()
	name := strings.ToLower(id)
	if !isGlobalName(id) || r.globals().get(name) != nil {
		s.misusef("AddGlobalCluster: the name %q is taken or not valid", id)
		return
	}
	engine, no := "neptune", false
	g := newGlobal(r, name, nil)
	g.db = apiGlobalCluster{
		GlobalClusterResourceId: str(r.globalID()),
		Engine:                  &engine,
		EngineVersion:           str(defaultVersion(engine)),
		StorageEncrypted:        &no,
		DeletionProtection:      &no,
	}
	for _, member := range members {
		a, _ := parseARN(member)
		c, err := r.region(a.region).clusters().find(member)
		if err != nil || c.global != nil {
			s.misusef("AddGlobalCluster: %s is not a cluster, or is already in a global cluster", member)
			return
		}
		g.db.Engine, g.db.EngineVersion, g.db.StorageEncrypted = c.db.Engine, c.db.EngineVersion, c.db.StorageEncrypted
		g.add(c)
		c.global = g
	}
	r.globals().add(g)
	g.enter("available")
}

// SetStatus sets the status of the resource with the given ARN. The resource
// can be of any type, and the status any string. SetStatus cancels the
// resource's planned changes. If the status is "stopped", it also plans the
// automatic restart of a cluster or a standalone instance.
func (s *Server) SetStatus(arn, status string) {
	r, unlock := s.editOf(arn)
	defer unlock()
	x, err := r.lookup(arn)
	if err != nil {
		s.misusef("SetStatus: %v", err)
		return
	}
	setStatus(x, status)
}

// setStatus sets the status of a resource. Types of resources that require more
// steps have their own setStatus methods.
func setStatus(x based, status string) {
	if own, ok := x.(interface{ setStatus(status string) }); ok {
		own.setStatus(status)
	} else {
		x.base().put(status)
	}
}

func (c *cluster) setStatus(status string) {
	c.restartAt, c.final = time.Time{}, nil
	if status == "stopped" {
		c.region.stopped(c)
		c.previous = "" // shown immediately
	} else {
		c.put(status)
	}
}

func (i *instance) setStatus(status string) {
	i.restartAt = time.Time{}
	if status == "stopped" && i.cluster == nil {
		i.region.stoppedInstance(i)
		i.previous = ""
	} else {
		i.put(status)
	}
}

// SetClusterStatus is like [Server.SetStatus], but for a cluster. The id is an
// ARN, or a name in the region of [Server.Config].
func (s *Server) SetClusterStatus(id, status string) {
	r, unlock := s.editOf(id)
	defer unlock()
	c, err := r.clusters().find(id)
	s.setStatus("SetClusterStatus", c, err, status)
}

// SetInstanceStatus is like [Server.SetStatus], but for an instance. The id is
// an ARN, or a name in the region of [Server.Config].
func (s *Server) SetInstanceStatus(id, status string) {
	r, unlock := s.editOf(id)
	defer unlock()
	i, err := r.instances().find(id)
	s.setStatus("SetInstanceStatus", i, err, status)
}

// SetSnapshotStatus is like [Server.SetStatus], but for a cluster snapshot. The
// id is an ARN, or a name in the region of [Server.Config].
func (s *Server) SetSnapshotStatus(id, status string) {
	r, unlock := s.editOf(id)
	defer unlock()
	snap, err := r.clusterSnapshots().find(id)
	s.setStatus("SetSnapshotStatus", snap, err, status)
}

// SetDBSnapshotStatus is like [Server.SetStatus], but for a snapshot of an
// instance. The id is an ARN, or a name in the region of [Server.Config].
func (s *Server) SetDBSnapshotStatus(id, status string) {
	r, unlock := s.editOf(id)
	defer unlock()
	snap, err := r.dbSnapshots().find(id)
	s.setStatus("SetDBSnapshotStatus", snap, err, status)
}

// SetGlobalClusterStatus is like [Server.SetStatus], but for a global cluster.
// The id is an ARN or a name.
func (s *Server) SetGlobalClusterStatus(id, status string) {
	r, unlock := s.edit("")
	defer unlock()
	g, err := r.globals().find(id)
	s.setStatus("SetGlobalClusterStatus", g, err, status)
}

func (s *Server) setStatus(method string, x based, err error, status string) {
	if err != nil {
		s.misusef("%s: %v", method, err)
		return
	}
	setStatus(x, status)
}

// SetExportTaskStatus sets the status of an export task in the region of
// [Server.Config]. The status can be any string. The cause is stored in the
// task's FailureCause if the status is FAILED, and in its WarningMessage
// otherwise.
func (s *Server) SetExportTaskStatus(id, status, cause string) {
	r, unlock := s.edit("")
	defer unlock()
	e, err := r.exports().find(id)
	if err != nil {
		s.misusef("SetExportTaskStatus: %v", err)
		return
	}
	r.describeExport(e) // updates the progress, which then stays as it is
	now := r.now
	if status == exportFailed {
		e.task.FailureCause = str(cause)
	} else {
		e.task.WarningMessage = str(cause)
	}
	if e.task.TaskStartTime == nil && status != exportStarting {
		e.task.TaskStartTime = &now
	}
	switch {
	case status == exportComplete:
		e.progress(100)
		r.endExport(e, status)
	case oneOf(status, exportFailed, exportCanceled):
		r.endExport(e, status)
	default:
		e.enter(status)
	}
	e.previous = ""
}

// Remove removes a resource immediately. The id is an ARN or, for an export
// task in the region of [Server.Config], a name. A cluster is removed with its
// instances. If a cluster's writer is removed, another instance is promoted.
func (s *Server) Remove(id string) {
	r, unlock := s.editOf(id)
	defer unlock()
	var x based
	var err error
	if isARN(id) {
		x, err = r.lookup(id)
	} else {
		x, err = r.exports().find(id)
	}
	if err != nil {
		s.misusef("Remove: %v", err)
		return
	}
	switch x := x.(type) {
	case *globalCluster:
		for _, c := range x.members {
			c.global = nil
		}
	case *cluster:
		if x.global != nil {
			s.misusef("Remove: %s is in a global cluster", id)
			return
		}
		for _, i := range r.members(x) {
			r.instances().remove(i)
		}
		x.endBackups(false)
	case *instance:
		x.endBackups(false)
	case *clusterBackups:
		x.drop()
		return
	case *instanceBackups:
		x.drop()
		return
	}
	at := x.base().region
	at.collections[x.base().kind].drop(x)
	if i, ok := x.(*instance); ok && i.cluster != nil {
		r.promote(i.cluster)
	}
}

// edit locks the state, runs the events that are due, and returns the named
// region of the account of [Server.Config]. An empty name means the region of
// [Server.Config].
func (s *Server) edit(name string) (r *region, unlock func()) { return s.editIn("", name) }

// editOf is like edit, but for the region and the account in an ARN.
func (s *Server) editOf(id string) (r *region, unlock func()) {
	a, _ := parseARN(id)
	return s.editIn(a.account, a.region)
}

// editIn is like edit, but for the given account. An empty account means the
// account of [Server.Config].
func (s *Server) editIn(account, name string) (r *region, unlock func()) {
	s.mu.Lock()
	s.settle()
	return s.state.regionOf(orElse(account, s.options.account), orElse(name, s.options.region)), func() {
		s.state.observe(false)
		s.mu.Unlock()
	}
}

// key returns the ARN of a new resource's KMS key and reports whether the
// resource is encrypted. The id is the key's ID, alias or ARN, or empty if the
// resource is not encrypted.
func (s *Server) key(r *region, id string) (key *string, encrypted *bool) {
	yes := id != ""
	if !yes {
		return nil, &yes
	}
	arn, err := r.checkKey(id)
	if err != nil {
		s.misusef("%v", err)
	}
	return &arn, &yes
}

func tagsOf(m map[string]string) []tag {
	var tags []tag
	for _, k := range slices.Sorted(maps.Keys(m)) {
		v := m[k]
		tags = append(tags, tag{Key: &k, Value: &v})
	}
	return tags
}
