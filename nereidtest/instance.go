package nereidtest

import (
	"slices"
	"strings"

	"github.com/nereid-go/nereid/neptune"
	neptunetypes "github.com/nereid-go/nereid/neptune/types"
	"github.com/nereid-go/nereid/rds"
	rdstypes "github.com/nereid-go/nereid/rds/types"
)

// An instance is an instance of a cluster. There are no others here.
type instance struct {
	lifecycle
	region  *region
	name    string
	cluster *cluster
	db      rdstypes.DBInstance // what does not follow from the rest
	tags    []rdstypes.Tag
}

// instanceOutput is the output of the operations on one instance.
type instanceOutput struct {
	DBInstance *rdstypes.DBInstance
}

func (i *instance) arn() string { return i.region.arnOf("db", i.name) }

// instance finds an instance by name or ARN.
func (r *region) instance(id string) (*instance, error) {
	name, ok := r.nameOf("db", id)
	if i := r.instances[name]; ok && i != nil {
		return i, nil
	}
	return nil, &rdstypes.DBInstanceNotFoundFault{Message: message("DBInstance %s not found.", shorten(id))}
}

func (r *region) describeInstance(i *instance) *rdstypes.DBInstance {
	d, c := i.db, &i.cluster.db
	d.DBInstanceIdentifier = str(i.name)
	d.DBInstanceArn = str(i.arn())
	d.DBInstanceStatus = str(r.shown(&i.lifecycle))
	d.DBClusterIdentifier = str(i.cluster.name)
	d.EngineVersion = c.EngineVersion
	d.BackupRetentionPeriod = c.BackupRetentionPeriod
	d.PreferredBackupWindow = c.PreferredBackupWindow
	d.StorageEncrypted = c.StorageEncrypted
	d.KmsKeyId = c.KmsKeyId
	d.IAMDatabaseAuthenticationEnabled = c.IAMDatabaseAuthenticationEnabled
	d.DeletionProtection = c.DeletionProtection
	if i.status != "creating" {
		d.Endpoint = &rdstypes.Endpoint{
			Address:      str(r.instanceHost(i)),
			HostedZoneId: c.HostedZoneId,
			Port:         c.Port,
		}
	}
	d.VpcSecurityGroups = c.VpcSecurityGroups
	d.TagList = slices.Clone(i.tags)
	return &d
}

func (r *region) instanceHost(i *instance) string {
	return strings.Replace(r.host(i.name, "", i.cluster.engine()), ".-", ".", 1)
}

// createDBInstance adds an instance to a cluster that is available or about to
// be. The first one becomes the writer.
func (r *region) createDBInstance(in *neptune.CreateDBInstanceInput) (*instanceOutput, error) {
	name, err := newName("DBInstanceIdentifier", *in.DBInstanceIdentifier, 63)
	if err != nil {
		return nil, err
	}
	if r.instances[name] != nil {
		return nil, &neptunetypes.DBInstanceAlreadyExistsFault{Message: message("DB instance already exists: %s", name)}
	}
	c, err := r.cluster(*in.DBClusterIdentifier)
	if err != nil {
		return nil, err
	}
	tier := deref(in.PromotionTier, 1)
	zone := deref(in.AvailabilityZone, "")
	switch {
	case !strings.HasPrefix(*in.DBInstanceClass, "db.") || strings.Count(*in.DBInstanceClass, ".") > 2:
		return nil, invalidValue("Invalid DB Instance class: %s", shorten(*in.DBInstanceClass))
	case !isEngine(strings.ToLower(*in.Engine)):
		return nil, invalidValue("Invalid DB engine: %s", shorten(*in.Engine))
	case !strings.EqualFold(*in.Engine, c.engine()):
		return nil, invalidCombination("The engine name requested for your DB instance (%s) doesn't match the engine name of your DB cluster (%s).",
			*in.Engine, c.engine())
	case tier < 0 || tier > 15:
		return nil, invalidValue("Invalid promotion tier: %d. Must be between 0 and 15.", tier)
	case zone != "" && !slices.Contains(c.db.AvailabilityZones, zone):
		return nil, invalidValue("Invalid availability zone: %s", shorten(zone))
	case deref(in.DeletionProtection, false):
		return nil, invalidCombination("Deletion protection is set on the DB cluster, not on its instances.")
	}
	tags, err := r.withTags(nil, rdsTags(in.Tags))
	if err != nil {
		return nil, err
	}
	members := r.members(c)
	if reached(len(members), r.limits.InstancesPerCluster) {
		return nil, &neptunetypes.InstanceQuotaExceededFault{Message: message(
			"A DB cluster cannot have more than %d instances.", r.limits.InstancesPerCluster)}
	}
	if !oneOf(c.status, "available", "creating") {
		return nil, c.notIn("available")
	}
	if zone == "" {
		zone = c.db.AvailabilityZones[len(members)%len(c.db.AvailabilityZones)]
	}

	i := r.newInstance(name, c, *in.DBInstanceClass, zone)
	i.tags = tags
	d := &i.db
	d.PromotionTier = &tier
	d.AutoMinorVersionUpgrade = setting(in.AutoMinorVersionUpgrade, true)
	d.CopyTagsToSnapshot = setting(in.CopyTagsToSnapshot, false)
	d.PreferredMaintenanceWindow = setting(lowerPtr(in.PreferredMaintenanceWindow), *c.db.PreferredMaintenanceWindow)
	d.MonitoringInterval, d.MonitoringRoleArn = in.MonitoringInterval, in.MonitoringRoleArn
	if in.DBParameterGroupName != nil {
		d.DBParameterGroups[0].DBParameterGroupName = in.DBParameterGroupName
	}
	r.enterFor(&i.lifecycle, "creating", r.timings.InstanceCreate, func() { r.enter(&i.lifecycle, "available") })
	return &instanceOutput{r.describeInstance(i)}, nil
}

// newInstance adds an instance with default settings and without a status.
func (r *region) newInstance(name string, c *cluster, class, zone string) *instance {
	created, tier, yes, no, one := r.now, int32(1), true, false, int32(1)
	inSync := "in-sync"
	i := &instance{
		region:  r,
		name:    name,
		cluster: c,
		db: rdstypes.DBInstance{
			AllocatedStorage:        &one,
			AutoMinorVersionUpgrade: &yes,
			AvailabilityZone:        &zone,
			CopyTagsToSnapshot:      &no,
			DBInstanceClass:         &class,
			DBParameterGroups: []rdstypes.DBParameterGroupStatus{
				{DBParameterGroupName: str("default." + c.engine()), ParameterApplyStatus: &inSync},
			},
			DBSubnetGroup: &rdstypes.DBSubnetGroup{
				DBSubnetGroupName: c.db.DBSubnetGroup, SubnetGroupStatus: str("Complete"), VpcId: str(r.vpc()),
			},
			DbiResourceId:              str(r.resourceID("db")),
			Engine:                     c.db.Engine,
			InstanceCreateTime:         &created,
			LicenseModel:               str(licenseOf(c.engine())),
			MultiAZ:                    &no,
			PreferredMaintenanceWindow: c.db.PreferredMaintenanceWindow,
			PromotionTier:              &tier,
			PubliclyAccessible:         &no,
			StorageType:                str("aurora"),
		},
	}
	r.instances[name] = i
	if c.writer == "" {
		c.writer = name
	}
	return i
}

// deleteDBInstance takes an instance out of a cluster. If it is the writer,
// another one is promoted. Instances of a cluster have no final snapshot.
func (r *region) deleteDBInstance(in *neptune.DeleteDBInstanceInput) (*instanceOutput, error) {
	i, err := r.instance(*in.DBInstanceIdentifier)
	if err != nil {
		return nil, err
	}
	switch {
	case in.FinalDBSnapshotIdentifier != nil:
		return nil, invalidCombination("FinalDBSnapshotIdentifier cannot be specified when deleting an instance of a cluster.")
	case i.status == "deleting":
		return nil, instanceState("Instance %s is already being deleted.", i.name)
	case oneOf(i.status, "stopped", "stopping", "starting"):
		return nil, instanceState("Instance %s cannot be deleted in the %s state.", i.name, i.status)
	case oneOf(i.cluster.status, "stopped", "stopping", "starting"):
		return nil, i.cluster.notIn("available")
	}
	c := i.cluster
	if c.writer == i.name {
		c.writer = ""
		tier := int32(16)
		for _, other := range r.members(c) {
			if other != i && other.status != "deleting" && *other.db.PromotionTier < tier {
				c.writer, tier = other.name, *other.db.PromotionTier
			}
		}
	}
	r.enterFor(&i.lifecycle, "deleting", r.timings.InstanceDelete, func() { delete(r.instances, i.name) })
	return &instanceOutput{r.describeInstance(i)}, nil
}

func (r *region) rebootDBInstance(in *neptune.RebootDBInstanceInput) (*instanceOutput, error) {
	i, err := r.instance(*in.DBInstanceIdentifier)
	switch {
	case err != nil:
		return nil, err
	case i.status != "available":
		return nil, instanceState("Instance %s cannot be rebooted in the %s state.", i.name, i.status)
	case deref(in.ForceFailover, false):
		return nil, invalidCombination("Cannot force failover since the instance is not configured for Multi-AZ.")
	}
	r.enterFor(&i.lifecycle, "rebooting", r.timings.InstanceReboot, func() { r.enter(&i.lifecycle, "available") })
	return &instanceOutput{r.describeInstance(i)}, nil
}

func instanceState(format string, args ...any) error {
	return &rdstypes.InvalidDBInstanceStateFault{Message: message(format, args...)}
}

func (r *region) describeDBInstances(in *rds.DescribeDBInstancesInput) (*rds.DescribeDBInstancesOutput, error) {
	if err := checkFilterValues(in.Filters, "engine", isEngine); err != nil {
		return nil, err
	}
	found := sorted(r.instances)
	if id := in.DBInstanceIdentifier; id != nil {
		i, err := r.instance(*id)
		if err != nil {
			return nil, err
		}
		found = []*instance{i}
	}
	key := func(i *instance) string { return i.name }
	page, marker, err := list(query{lowered(in.Filters), in.Marker, in.MaxRecords}, found, key, func(name string) property[*instance] {
		switch name {
		case "db-cluster-id":
			return func(i *instance) []string { return []string{i.cluster.name, i.cluster.arn()} }
		case "db-instance-id":
			return func(i *instance) []string { return []string{i.name, i.arn()} }
		case "dbi-resource-id":
			return func(i *instance) []string { return []string{strings.ToLower(*i.db.DbiResourceId)} }
		case "engine":
			return func(i *instance) []string { return []string{i.cluster.engine()} }
		case "domain":
			return func(*instance) []string { return nil }
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := &rds.DescribeDBInstancesOutput{Marker: marker, DBInstances: make([]rdstypes.DBInstance, len(page))}
	for n, i := range page {
		out.DBInstances[n] = *r.describeInstance(i)
	}
	return out, nil
}
