package nereidtest

import (
	"strconv"
	"strings"

	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// isMultiAZ reports whether clusters of an engine are Multi-AZ DB clusters. AWS creates a writer
// and two readers with such a cluster, and deletes them with it.
func isMultiAZ(engine string) bool { return oneOf(engine, "mysql", "postgres") }

// A multiAZ has the settings of the storage and the instances of a Multi-AZ DB cluster.
type multiAZ struct {
	class, storage *string
	sizeGB, iops   *int32
}

// checkMultiAZ checks the settings. AWS documents which of them are required; the texts are
// guesses.
func checkMultiAZ(in *multiAZ) error {
	switch {
	case deref(in.class, "") == "":
		return blank("DBClusterInstanceClass")
	case in.sizeGB == nil:
		return blank("AllocatedStorage")
	case in.storage != nil && !oneOf(*in.storage, "io1", "io2", "gp3"):
		return apiError("StorageTypeNotSupported", "Invalid storage type for a Multi-AZ DB cluster: %s", shorten(*in.storage))
	case in.storage != nil && *in.storage != "gp3" && in.iops == nil:
		return blank("Iops")
	case *in.sizeGB < 20:
		return invalidValue("Invalid storage size for a Multi-AZ DB cluster: %d", *in.sizeGB)
	}
	return checkClass(*in.class)
}

// makeMultiAZ gives a new cluster its settings and its three instances, which become available
// with it. A name that is taken is left out.
func (c *cluster) makeMultiAZ(in *multiAZ) {
	r, d := c.region, &c.db
	d.DBClusterInstanceClass, d.AllocatedStorage, d.Iops = in.class, in.sizeGB, in.iops
	d.StorageType = setting(in.storage, "io1")
	for n, made := 1, 0; made < 3; n++ {
		name := c.name + "-instance-" + strconv.Itoa(n)
		if r.instances().get(name) != nil {
			continue
		}
		i := r.newMember(name, c, *in.class, r.zones()[made])
		i.db.AllocatedStorage, i.db.Iops, i.db.StorageType = in.sizeGB, in.iops, d.StorageType
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

// ofMultiAZ reports whether the instance is one of those that AWS creates with a cluster.
func (i *instance) ofMultiAZ() bool {
	return i.cluster != nil && i.cluster.db.DBClusterInstanceClass != nil
}

// instanceOfCluster returns what an instance is restored from that comes from a snapshot of a
// Multi-AZ DB cluster.
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
