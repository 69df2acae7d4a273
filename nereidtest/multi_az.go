package nereidtest

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// isMultiAZ reports whether clusters of an engine are Multi-AZ DB clusters. AWS creates and deletes
// a Multi-AZ DB cluster together with its writer and two readers.
func isMultiAZ(engine string) bool { return oneOf(engine, "mysql", "postgres") }

// A multiAZ contains the settings of a Multi-AZ DB cluster's storage and instances.
type multiAZ struct {
	class, storage *string
	sizeGB, iops   *int32
	public         *bool
}

// check checks the settings of a new Multi-AZ DB cluster. AWS documents which settings are
// required. The message about a missing class was reported by users of AWS.
func (in *multiAZ) check(engine string) error {
	switch {
	case deref(in.class, "") == "":
		return required("DBClusterInstanceClass")
	case in.sizeGB == nil:
		return required("AllocatedStorage")
	case in.storage == nil:
		return required("StorageType")
	case in.iops == nil:
		return required("Iops")
	}
	if err := checkClass(*in.class); err != nil {
		return err
	}
	v := volume{engine: engine, kind: *in.storage, sizeGB: *in.sizeGB, iops: in.iops}
	return v.checkOfCluster()
}

func required(param string) error { return invalidValue("%s is required.", param) }

// checkOfCluster is like [volume.check], but for the storage of a Multi-AZ DB cluster, whose IOPS
// must not be nil. Small gp3 storage accepts only the baseline of 3000 IOPS.
func (v *volume) checkOfCluster() error {
	if !oneOf(v.kind, "io1", "io2", "gp3") {
		return apiError("StorageTypeNotSupported", "Invalid storage type for a Multi-AZ DB cluster: %s", shorten(v.kind))
	}
	if v.kind == "gp3" && v.fixed() && *v.iops == 3000 {
		small := *v
		small.iops = nil
		return small.check()
	}
	return v.check()
}

// checkNoMultiAZ rejects the settings of Multi-AZ DB clusters if the engine does not have such
// clusters.
func checkNoMultiAZ(engine string, in *multiAZ) error {
	for _, of := range []struct {
		given bool
		param string
	}{{in.class != nil, "DBClusterInstanceClass"}, {in.sizeGB != nil, "AllocatedStorage"}, {in.iops != nil, "Iops"}} {
		if of.given && !isMultiAZ(engine) {
			return notOfEngine(of.param, engine)
		}
	}
	return nil
}

// notOfEngine returns the error for a parameter that an engine's clusters do not support. The error
// is AWS's, as reported by users.
func notOfEngine(param, engine string) error {
	return invalidCombination("%s isn't supported for DB engine %s.", param, engine)
}

// restoredMultiAZ returns the settings of a restored Multi-AZ DB cluster. Settings that the request
// does not contain are taken from the source.
func restoredMultiAZ(in *restoreDBClusterFromSnapshotInput, of *rdstypes.DBCluster) (*multiAZ, error) {
	if in.StorageType != nil && in.Iops == nil {
		return nil, required("Iops")
	}
	kind := deref(of.StorageType, "io1")
	if !oneOf(kind, "io1", "io2", "gp3") {
		kind = "io1"
	}
	size := max(deref(of.AllocatedStorage, 0), 20)
	return &multiAZ{
		class:   cmp.Or(in.DBClusterInstanceClass, of.DBClusterInstanceClass),
		storage: setting(in.StorageType, kind),
		sizeGB:  &size,
		iops:    cmp.Or(in.Iops, of.Iops),
		public:  in.PubliclyAccessible,
	}, nil
}

// makeMultiAZ applies the settings to a new cluster and adds its three instances, which become
// available with the cluster. The instances have numbered names. A number is skipped if the name
// with that number is already in use.
func (c *cluster) makeMultiAZ(in *multiAZ) {
	r, d := c.region, &c.db
	d.DBClusterInstanceClass, d.AllocatedStorage, d.Iops = in.class, in.sizeGB, in.iops
	d.StorageType, d.PubliclyAccessible = in.storage, setting(in.public, false)
	for n, made := 1, 0; made < 3; n++ {
		name := c.name + "-instance-" + strconv.Itoa(n)
		if r.instances().get(name) != nil {
			continue
		}
		i := r.newMember(name, c, *in.class, r.zones()[made])
		i.db.AllocatedStorage, i.db.Iops, i.db.StorageType = in.sizeGB, in.iops, d.StorageType
		i.db.PubliclyAccessible = d.PubliclyAccessible
		r.instances().add(i)
		i.enterFor("creating", c.until.Sub(r.now), func() {
			created := r.now
			i.db.InstanceCreateTime = &created
			i.enter("available")
			i.notef(creation, "DB instance created")
		})
		made++
	}
}

// pendMultiAZ adds the storage changes in a request to the pending changes, and reports whether the
// request changes the storage or the class.
//
// A request that changes the size or the IOPS must specify both if the storage type has Provisioned
// IOPS. A request that changes the storage type must specify the IOPS. The storage cannot shrink.
func (c *cluster) pendMultiAZ(p *rdstypes.ClusterPendingModifiedValues, in *modifyDBClusterInput) (bool, error) {
	d, engine := &c.db, c.engine()
	given := multiAZ{class: in.DBClusterInstanceClass, storage: in.StorageType, sizeGB: in.AllocatedStorage, iops: in.Iops}
	if !isMultiAZ(engine) {
		return false, checkNoMultiAZ(engine, &given)
	}
	if in.Port != nil {
		return false, notOfEngine("Port", engine)
	}
	if given.class != nil {
		if err := checkClass(*given.class); err != nil {
			return false, err
		}
	}
	have := volume{engine: engine, kind: deref(d.StorageType, "io1"), sizeGB: *d.AllocatedStorage, iops: d.Iops}
	v := have
	v.kind, v.sizeGB = deref(given.storage, have.kind), deref(given.sizeGB, have.sizeGB)
	assign(&v.iops, given.iops)
	switch {
	case given.storage != nil && given.iops == nil:
		return false, required("Iops")
	case have.provisioned() && (given.sizeGB == nil) != (given.iops == nil):
		return false, invalidCombination("When modifying Provisioned IOPS storage, specify a value for both allocated storage and iops.")
	case v.sizeGB < have.sizeGB:
		return false, invalidValue("Invalid storage size for engine name %s: %d. The storage of a cluster cannot shrink.", engine, v.sizeGB)
	case given.iops == nil && v.kind == "gp3" && have.fixed():
		v.iops = nil // the baseline changes with the size
		v.iops, _ = v.performance()
	}
	if given.storage != nil || given.sizeGB != nil || given.iops != nil {
		if err := v.checkOfCluster(); err != nil {
			return false, err
		}
	}
	p.StorageType, p.AllocatedStorage, p.Iops = v.differences(&have)
	reclassed := given.class != nil && *given.class != deref(d.DBClusterInstanceClass, "")
	return reclassed || p.StorageType != nil || p.AllocatedStorage != nil || p.Iops != nil, nil
}

// changeMembers sets the status of a Multi-AZ DB cluster's instances to modifying for the duration
// d, while the cluster's pending changes are applied.
func (c *cluster) changeMembers(d time.Duration) {
	for _, i := range c.region.members(c) {
		if i.ofMultiAZ() {
			i.enterFor("modifying", d, func() { i.enter("available") })
		}
	}
}

// takeMultiAZ applies pending changes to a Multi-AZ DB cluster and its instances. A change of the
// class restarts the instances.
func (c *cluster) takeMultiAZ(p *rdstypes.ClusterPendingModifiedValues) {
	d, class := &c.db, c.pendingClass
	assign(&d.AllocatedStorage, p.AllocatedStorage)
	assign(&d.Iops, p.Iops)
	assign(&d.StorageType, p.StorageType)
	assign(&d.DBClusterInstanceClass, class)
	c.pendingClass = nil
	for _, i := range c.region.members(c) {
		if !i.ofMultiAZ() {
			continue
		}
		i.db.AllocatedStorage, i.db.Iops, i.db.StorageType = d.AllocatedStorage, d.Iops, d.StorageType
		if class != nil {
			i.db.DBInstanceClass = class
			i.sync()
		}
	}
}

// renameMembers renames the instances of a renamed Multi-AZ DB cluster, so that their names begin
// with the cluster's new name.
func (c *cluster) renameMembers(old string) {
	r := c.region
	for _, i := range r.members(c) {
		was := i.name
		if rest, ok := strings.CutPrefix(was, old); ok && i.ofMultiAZ() && r.instances().rename(i, c.name+rest) {
			i.record(renamed)
			if c.writer == was {
				c.writer = i.name
			}
		}
	}
}

// notOfMember returns the error for an operation that instances of a Multi-AZ DB cluster do not
// support. The error code is a guess.
func notOfMember(operation string) error {
	return invalidCombination("%s isn't supported for a DB instance in a Multi-AZ DB cluster.", operation)
}

// ofMultiAZ reports whether the instance belongs to a Multi-AZ DB cluster.
func (i *instance) ofMultiAZ() bool {
	return i.cluster != nil && i.cluster.db.DBClusterInstanceClass != nil
}

// instanceOfCluster returns the settings and the port of an instance that is restored from a
// snapshot of a Multi-AZ DB cluster.
func (r *region) instanceOfCluster(s *clusterSnapshot) (of rdstypes.DBInstance, port int32, err error) {
	switch {
	case s.of.DBClusterInstanceClass == nil:
		return of, 0, invalidValue("The cluster snapshot %s is not of a Multi-AZ DB cluster.", s.name)
	case s.status != "available":
		return of, 0, s.stateError("it is in the state " + s.status)
	}
	if err := s.region.checkSourceKey(s.db.KmsKeyId, r.account); err != nil {
		return of, 0, err
	}
	engine, version := *s.db.Engine, *s.db.EngineVersion
	of = r.newStandalone(s.name, engine, version, strings.ToLower(*s.of.DBClusterInstanceClass)).db
	of.AllocatedStorage, of.Iops, of.StorageType = s.of.AllocatedStorage, s.of.Iops, s.of.StorageType
	of.StorageEncrypted, of.KmsKeyId = s.db.StorageEncrypted, s.db.KmsKeyId
	of.BackupRetentionPeriod, of.MasterUsername = s.of.BackupRetentionPeriod, s.db.MasterUsername
	of.PreferredBackupWindow, of.PreferredMaintenanceWindow = s.of.PreferredBackupWindow, s.of.PreferredMaintenanceWindow
	return of, *s.of.Port, nil
}
